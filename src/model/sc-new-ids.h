/* SPDX-License-Identifier: GPL-3.0-or-later */

/* Where things of a scheme get other ids, because they are copied, come in from a file
* or become one with others, all that names them by id follows: who does a stage, the
* client mark, where a refused deal goes, and `{answer:ID}` in the texts of tactics. */

#pragma once

#include "model/sc-own-word.h"
#include "model/sc-version.h"

G_BEGIN_DECLS

char *sc_new_ids_follow_answers (GHashTable *new_ids,
                                 const char *text);
void sc_new_ids_apply_to_stage (GHashTable *new_ids,
                                ScStage    *stage);
void sc_new_ids_apply (GHashTable *new_ids,
                       ScVersion  *version);
void sc_new_ids_apply_to_words (GHashTable *new_ids,
                                GPtrArray  *words);

GHashTable *sc_new_ids_make (GHashTable *ids);
GHashTable *sc_version_list_ids (const ScVersion *self);

ScStage *sc_stage_duplicate (const ScStage *self,
                             const char    *name);
ScVersion *sc_version_duplicate (const ScVersion *self);

G_END_DECLS
