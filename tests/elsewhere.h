/* SPDX-License-Identifier: GPL-3.0-or-later */

/* Another window at work on the same database, for tests of what happens when
 * things change under a dialog, a menu, a drag.
 *
 * A walk plays the same scene again and again: each change of a script is made
 * once at each step of the scene. A scene says with elsewhere_step() where its
 * steps are. */

#pragma once

#include "change/sc-deal-commands.h"
#include "change/sc-process-commands.h"

G_BEGIN_DECLS

typedef struct _Elsewhere Elsewhere;

typedef void (*ElsewhereChange) (Elsewhere *self);

/* A change with its name, for who reads a failure. */
typedef struct {
  const char *name;
  ElsewhereChange make;
} ElsewhereScript;

Elsewhere *elsewhere_new (const char *database,
                          const char *process_id);
void elsewhere_free (Elsewhere *self);
ScStore *elsewhere_get_store (Elsewhere *self);

/* What may be refused there is tried all the same. */
void elsewhere_try (Elsewhere *self,
                    ScCommand *command);
void elsewhere_run (Elsewhere *self,
                    ScCommand *command);

/* Of the scheme: a stage by its id, of the draft or else what is published. */
void elsewhere_delete_stage (Elsewhere  *self,
                             const char *stage_id);
void elsewhere_rename_stage (Elsewhere  *self,
                             const char *stage_id,
                             const char *name);
void elsewhere_publish (Elsewhere *self);
void elsewhere_delete_process (Elsewhere *self);
/* Of another process, which has nothing to do with this one. */
void elsewhere_change_other_process (Elsewhere *self);

/* Of a deal. */
void elsewhere_delete_deal (Elsewhere *self,
                            gint64     deal_id);
void elsewhere_move_deal (Elsewhere  *self,
                          gint64      deal_id,
                          const char *stage_id);
void elsewhere_retitle_deal (Elsewhere  *self,
                             gint64      deal_id,
                             const char *title);

/* What a scene is about, for the changes of its script. */
void elsewhere_aim (Elsewhere  *self,
                    const char *stage_id,
                    gint64      deal_id);
const char *elsewhere_get_stage_id (Elsewhere *self);
gint64 elsewhere_get_deal_id (Elsewhere *self);

/* Where the scene is: the change is made here, if it is its turn. */
void elsewhere_step (Elsewhere *self);
const char *elsewhere_tell (Elsewhere *self);

/* Which turn a scene is played for: @change of the script, at the step
 * @step. Returns whether the scene before had that step. */
void elsewhere_plan (Elsewhere             *self,
                     const ElsewhereScript *change,
                     guint                  step);
gboolean elsewhere_has_come (Elsewhere *self);

G_DEFINE_AUTOPTR_CLEANUP_FUNC (Elsewhere, elsewhere_free)

G_END_DECLS
