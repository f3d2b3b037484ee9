/* SPDX-License-Identifier: GPL-3.0-or-later */

/* The letters that most texts are made of, ASCII and Russian: what they are without
 * case is known without Unicode's tables, and nothing of them changes when a text is
 * taken apart and composed. With a million deals, those tables are a sixth of an
 * import. */

#pragma once

#include <glib.h>

G_BEGIN_DECLS

/* FALSE where there is another letter, or a mark, in it. */
gboolean sc_plain_letters_fold (const char *text,
                                GString    *folded);

G_END_DECLS
