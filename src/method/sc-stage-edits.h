/* SPDX-License-Identifier: GPL-3.0-or-later */

/* What a person does to a scheme, as edits: each is one step that can be undone, and
 * none loses what somebody wrote without having been told to. */

#pragma once

#include "model/sc-edit.h"

G_BEGIN_DECLS

GPtrArray *sc_insert_stage (const ScVersion *version,
                            ScKindSet        kinds,
                            const char      *name,
                            guint            position,
                            char           **stage_id);
GPtrArray *sc_add_stage (const ScVersion *version,
                         ScKindSet        kinds,
                         char           **stage_id);
GPtrArray *sc_duplicate_stage (const ScVersion *version,
                               const char      *stage_id,
                               char           **copy_id);
GPtrArray *sc_split_stage (const ScVersion *version,
                           const char      *stage_id,
                           char           **second_id);
gboolean sc_can_split_stage (const ScVersion *version,
                             const char      *stage_id);
GPtrArray *sc_remove_stage (const ScVersion *version,
                            const char      *stage_id);
GPtrArray *sc_move_stage (const ScVersion *version,
                          const char      *stage_id,
                          guint            position);
GPtrArray *sc_replace_stage (const ScVersion *version,
                             ScStage         *stage);
GPtrArray *sc_set_mark (const ScVersion *version,
                        const char      *stage_id);
GPtrArray *sc_set_aspects (const ScVersion *version,
                           const ScAspects *aspects);
GPtrArray *sc_remove_role (const ScVersion *version,
                           const char      *role_id);
void sc_stage_make_responsible (ScStage    *stage,
                                const char *role_id);

G_END_DECLS
