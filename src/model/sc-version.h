/* SPDX-License-Identifier: GPL-3.0-or-later */

/* A version of a process: its stages, roles, aspects and the client mark. */

#pragma once

#include "model/sc-aspect.h"
#include "model/sc-role.h"
#include "model/sc-stage.h"

G_BEGIN_DECLS

typedef enum {
  SC_VERSION_DRAFT,
  SC_VERSION_PUBLISHED,
  SC_VERSION_RETIRED,
} ScVersionStatus;

/**
 * ScVersion:
 * @id: UUID of the version
 * @number: 1 for the first version of a process, then counting
 * @status: draft, published or retired; a published one never changes
 * @language: the language that its texts are written in
 * @aspects: the answers to the questions
 * @roles: (element-type ScRole): its roles, in order
 * @stages: (element-type ScStage): its stages, in order
 * @mark: (nullable): the id of the stage that a person set the client mark
 *   after; %NULL while it follows payment
 * @calendar: the working calendar that its target times are counted by: it is the
 *   database's, and no part of what the version says
 * @stage_index: (nullable): what sc_version_find_stage() finds stages by
 * @role_index: (nullable): the same for roles
 *
 * One version of a process: what the method looks at, the canvas shows and
 * deals are worked along. Versions are values: they are shared, and never
 * changed once shared. sc_version_edit() makes the next one.
 */
typedef struct {
  char *id;
  guint number;
  ScVersionStatus status;
  ScLanguage language;
  ScAspects aspects;
  GPtrArray *roles;
  GPtrArray *stages;
  char *mark;
  ScCalendar *calendar;
  struct _ScIndex *stage_index;
  struct _ScIndex *role_index;
} ScVersion;

const char *sc_version_status_get_id (ScVersionStatus status);
gboolean sc_version_status_from_id (const char      *id,
                                    ScVersionStatus *status);

ScVersion *sc_version_new (ScLanguage language);
ScVersion *sc_version_copy (const ScVersion *self);
ScVersion *sc_version_ref (ScVersion *self);
void sc_version_unref (ScVersion *self);
gboolean sc_version_equal (const ScVersion *a,
                           const ScVersion *b);
void sc_version_set_calendar (ScVersion        *self,
                              const ScCalendar *calendar);

static inline ScStage *
sc_version_get_stage (const ScVersion *self,
                      guint            position)
{
  return self->stages->pdata[position];
}

static inline ScRole *
sc_version_get_role (const ScVersion *self,
                     guint            position)
{
  return self->roles->pdata[position];
}

ScStage *sc_version_find_stage (const ScVersion *self,
                                const char      *id,
                                guint           *position);
ScStage *sc_version_find_stage_by_name (const ScVersion *self,
                                        const char      *name,
                                        guint           *position);
ScRole *sc_version_find_role (const ScVersion *self,
                              const char      *id,
                              guint           *position);
ScRole *sc_version_find_role_by_name (const ScVersion *self,
                                      const char      *name);
ScRole *sc_version_find_role_by_function (const ScVersion *self,
                                          ScFunction       function);
gboolean sc_version_is_forward (const ScVersion *self,
                                const char      *from_id,
                                const char      *to_id);
int sc_version_get_mark_position (const ScVersion *self);
ScDuration sc_version_get_cycle_time (const ScVersion *self);
gboolean sc_version_is_timed (const ScVersion *self);
char *sc_version_make_stage_name (const ScVersion *self,
                                  const char      *wanted,
                                  const char      *except_id);
void sc_name_fold (const char *name,
                   GString    *folded);
gboolean sc_name_equal (const char *a,
                        const char *b);

G_DEFINE_AUTOPTR_CLEANUP_FUNC (ScVersion, sc_version_unref)

G_END_DECLS
