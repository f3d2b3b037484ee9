/* SPDX-License-Identifier: GPL-3.0-or-later */

/* The edits by which a version changes, whoever changes it: the canvas, a quick fix,
 * the command line. */

#pragma once

#include "model/sc-model-error.h"
#include "model/sc-version.h"

G_BEGIN_DECLS

typedef enum {
  SC_EDIT_INSERT_STAGE,
  SC_EDIT_REMOVE_STAGE,
  SC_EDIT_MOVE_STAGE,
  SC_EDIT_REPLACE_STAGE,
  SC_EDIT_INSERT_ROLE,
  SC_EDIT_REMOVE_ROLE,
  SC_EDIT_REPLACE_ROLE,
  SC_EDIT_SET_ASPECTS,
  SC_EDIT_SET_LANGUAGE,
  SC_EDIT_SET_MARK,
} ScEditKind;

/**
 * ScEdit:
 *
 * One step from a version to the next: it knows what was and what is to be,
 * so that it can be turned round, and refuses a version that is not as it
 * remembers.
 */
typedef struct _ScEdit ScEdit;

struct _ScEdit {
  /*< private >*/
  ScEditKind kind;
  guint position;
  guint to;
  ScStage *stage;
  ScStage *stage_after;
  ScRole *role;
  ScRole *role_after;
  ScAspects aspects;
  ScAspects aspects_after;
  ScLanguage language;
  ScLanguage language_after;
  char *mark;
  char *mark_after;
};

ScEdit *sc_edit_insert_stage (ScStage *stage,
                              guint    position);
ScEdit *sc_edit_remove_stage (const ScVersion *version,
                              const char      *stage_id);
ScEdit *sc_edit_move_stage (const ScVersion *version,
                            const char      *stage_id,
                            guint            position);
ScEdit *sc_edit_replace_stage (const ScVersion *version,
                               ScStage         *stage);
ScEdit *sc_edit_insert_role (ScRole *role,
                             guint   position);
ScEdit *sc_edit_remove_role (const ScVersion *version,
                             const char      *role_id);
ScEdit *sc_edit_replace_role (const ScVersion *version,
                              ScRole          *role);
ScEdit *sc_edit_set_aspects (const ScVersion *version,
                             const ScAspects *aspects);
ScEdit *sc_edit_set_language (const ScVersion *version,
                              ScLanguage       language);
ScEdit *sc_edit_set_mark (const ScVersion *version,
                          const char      *stage_id);
ScEdit *sc_edit_invert (const ScEdit *self);
void sc_edit_free (ScEdit *self);

GPtrArray *sc_edits_new (void);
GPtrArray *sc_edits_invert (GPtrArray *edits);
gboolean sc_version_do (ScVersion **version,
                        GPtrArray  *edits,
                        ScEdit     *edit,
                        GError    **error);
ScVersion *sc_version_edit (const ScVersion *version,
                            GPtrArray       *edits,
                            GError         **error) G_GNUC_WARN_UNUSED_RESULT;

G_DEFINE_AUTOPTR_CLEANUP_FUNC (ScEdit, sc_edit_free)

G_END_DECLS
