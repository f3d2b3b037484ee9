/* SPDX-License-Identifier: GPL-3.0-or-later */

/* Which JSON texts a column may hold. */

#pragma once

#include <json-glib/json-glib.h>

G_BEGIN_DECLS

gboolean sc_json_is_texts (const char *json);
gboolean sc_json_is_ids (const char *json);
gboolean sc_json_is_criteria (const char *json);
gboolean sc_json_is_tactics (const char *json);
gboolean sc_json_is_deals (const char *json);

JsonNode *sc_json_parse (const char *json);
const char *sc_json_get_text (JsonNode *node);
gboolean sc_json_is_number (JsonNode *node);

G_END_DECLS
