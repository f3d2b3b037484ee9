/* SPDX-License-Identifier: GPL-3.0-or-later */

/* Which JSON texts a column may hold. */

#pragma once

#include <glib.h>

G_BEGIN_DECLS

gboolean sc_json_is_texts (const char *json);
gboolean sc_json_is_ids (const char *json);
gboolean sc_json_is_criteria (const char *json);
gboolean sc_json_is_tactics (const char *json);
gboolean sc_json_is_deals (const char *json);
gboolean sc_json_is_inverse (const char *json);

G_END_DECLS
