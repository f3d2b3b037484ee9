/* SPDX-License-Identifier: GPL-3.0-or-later */

/* Has both programs speak the user's language. */

#pragma once

#include <glib.h>

G_BEGIN_DECLS

void sc_translations_set_up (void);

G_END_DECLS
