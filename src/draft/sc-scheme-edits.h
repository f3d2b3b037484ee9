/* SPDX-License-Identifier: GPL-3.0-or-later */

/* What a person does to the scheme of a draft, each as one edit with a name. */

#pragma once

#include "draft/sc-design.h"

G_BEGIN_DECLS

/* What a person does to a scheme, each one undoable change with a name. They
 * return whether it could be done; those that end with “since” are for what
 * takes a person some time. */

gboolean sc_scheme_insert (ScDesign *design,
                           guint     position,
                           ScKindSet kinds,
                           char    **stage_id);
gboolean sc_scheme_rename (ScDesign   *design,
                           const char *stage_id,
                           const char *name);
gboolean sc_scheme_duplicate (ScDesign   *design,
                              const char *stage_id,
                              char      **copy_id);
gboolean sc_scheme_remove (ScDesign   *design,
                           const char *stage_id);
gboolean sc_scheme_move (ScDesign   *design,
                         const char *stage_id,
                         guint       position);
gboolean sc_scheme_merge (ScDesign   *design,
                          const char *first_id,
                          const char *second_id);
gboolean sc_scheme_set_mark (ScDesign   *design,
                             const char *stage_id);
gboolean sc_scheme_replace_stage (ScDesign   *design,
                                  const char *name,
                                  ScStage    *stage);
gboolean sc_scheme_replace_stage_since (ScDesign   *design,
                                        const char *name,
                                        ScStage    *since,
                                        ScStage    *stage);
gboolean sc_scheme_rename_since (ScDesign   *design,
                                 const char *stage_id,
                                 const char *since,
                                 const char *name);
gboolean sc_scheme_set_aspects (ScDesign        *design,
                                const ScAspects *aspects);
gboolean sc_scheme_set_language (ScDesign  *design,
                                 ScLanguage language);
gboolean sc_scheme_add_role (ScDesign   *design,
                             const char *name,
                             ScFunction  function,
                             char      **role_id);
gboolean sc_scheme_replace_role (ScDesign *design,
                                 ScRole   *role);
gboolean sc_scheme_replace_role_since (ScDesign *design,
                                       ScRole   *since,
                                       ScRole   *role);
gboolean sc_scheme_remove_role (ScDesign   *design,
                                const char *role_id);
gboolean sc_scheme_fix_errors (ScDesign *design);
gboolean sc_scheme_fill (ScDesign   *design,
                         const char *name,
                         ScVersion  *with);

G_END_DECLS
