/* SPDX-License-Identifier: GPL-3.0-or-later */

/* Puts edits of a version together, each made from what those before it lead to. */

#pragma once

#include "model/sc-edit.h"

G_BEGIN_DECLS

/* A list of edits in the making: each is made from the version that those
 * before it lead to. */
typedef struct {
  ScVersion *version;
  GPtrArray *edits;
} ScSteps;

void sc_steps_start (ScSteps         *self,
                     const ScVersion *version);
void sc_steps_clear (ScSteps *self);
GPtrArray *sc_steps_end (ScSteps    *self,
                         ScVersion **version);
void sc_steps_do (ScSteps *self,
                  ScEdit  *edit);

void sc_steps_insert_roles (ScSteps   *self,
                            GPtrArray *roles);
ScStage *sc_steps_insert (ScSteps    *self,
                          ScKindSet   kinds,
                          const char *name,
                          guint       position);
void sc_steps_replace (ScSteps *self,
                       ScStage *stage);
void sc_steps_remove (ScSteps    *self,
                      const char *stage_id);
void sc_steps_add_kinds (ScSteps    *self,
                         const char *stage_id,
                         ScKindSet   kinds);
void sc_steps_take_kinds (ScSteps    *self,
                          const char *stage_id,
                          ScKindSet   kinds);
void sc_steps_merge (ScSteps    *self,
                     const char *first_id,
                     const char *second_id,
                     const char *name);
void sc_steps_absorb (ScSteps    *self,
                      const char *stage_id,
                      const char *into_id);

G_DEFINE_AUTO_CLEANUP_CLEAR_FUNC (ScSteps, sc_steps_clear)

G_END_DECLS
