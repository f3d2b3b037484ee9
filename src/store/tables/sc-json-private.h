/* SPDX-License-Identifier: GPL-3.0-or-later */

/* Lists of a stage, as its row has them. */

#pragma once

#include "model/sc-stage.h"

G_BEGIN_DECLS

char *sc_json_from_texts (const char *const *texts);
GStrv sc_json_to_texts (const char *json);
char *sc_json_from_criteria (GPtrArray *criteria);
void sc_json_to_criteria (const char *json,
                          GPtrArray  *criteria);
char *sc_json_from_tactics (GPtrArray *tactics);
void sc_json_to_tactics (const char *json,
                         const char *stage_id,
                         GPtrArray  *tactics);
char *sc_json_give_tactics_ids (const char *json,
                                const char *stage_id);

G_END_DECLS
