/* SPDX-License-Identifier: GPL-3.0-or-later */

/* On how many of the days that deals stand in a stage something is done at them. */

#pragma once

#include "model/sc-version.h"
#include "statistics/sc-day-scale.h"
#include "store/sc-store.h"
#include "store/sc-visits.h"

G_BEGIN_DECLS

/**
 * ScStageWork:
 * @stage_id: a stage of the version that is looked at
 * @name: what it is called there
 * @n: visits that have ended, of which both days are known, of deals at which work is recorded
 * @n_unknown: the same of deals at which none is recorded at all: of these it is not known on
 *   how many days somebody worked on them, and they are left out
 * @days: half of the @n visits are no longer than so many days, or %SC_FIGURE_NONE
 * @worked: on no more than so many of them something was done at half of the deals; the others
 *   the deal waited
 * @reason: why that is not known
 *
 * Working apart from waiting. A day of work is one on which a step of the deal was finished, an
 * answer given, or a criterion or an action ticked; as in the length of a visit the day on
 * which a deal came in is none of it, that on which it left is. Days on which it was parked are
 * none of its stage's.
 */
typedef struct {
  char *stage_id;
  char *name;
  guint n;
  guint n_unknown;
  double days;
  double worked;
  ScReason reason;
} ScStageWork;

/**
 * ScStagesWork:
 * @unit: what days are counted in
 * @stages: (element-type ScStageWork): by stage, in order
 *
 * Working apart from waiting, by stage.
 */
typedef struct {
  ScDayCount unit;
  GPtrArray *stages;
} ScStagesWork;

ScStagesWork *sc_stages_work_new (const ScVersion  *version,
                                  const GPtrArray  *visits,
                                  const GArray     *work_days,
                                  ScDayCount        unit,
                                  const ScDayScale *scale);
ScStagesWork *sc_stages_work_read (ScStore              *store,
                                   const ScFiguresQuery *query,
                                   GCancellable         *cancellable,
                                   GError              **error) G_GNUC_WARN_UNUSED_RESULT;
void sc_stages_work_free (ScStagesWork *self);
char *sc_stages_work_tell (const ScStagesWork *self);
char *sc_stages_work_tell_left_out (const ScStagesWork *self);

G_DEFINE_AUTOPTR_CLEANUP_FUNC (ScStagesWork, sc_stages_work_free)

G_END_DECLS
