/* SPDX-License-Identifier: GPL-3.0-or-later */

/* How a process's deals stood on a day, and what could be said of the open ones then. */

#pragma once

#include "statistics/sc-figures.h"
#include "statistics/sc-past-values.h"
#include "statistics/sc-survival.h"
#include "store/sc-fates.h"
#include "store/sc-store.h"

G_BEGIN_DECLS

/**
 * ScStandingCurve:
 * @stage_id: (transfer none) (nullable): the stage whose curve it is, from the day on which
 *   a deal came in; %NULL for the process's, from the day on which it began
 * @outcomes: (element-type ScOutcomes): what it is made of, by time
 * @curve: the curve
 */
typedef struct {
  const char *stage_id;
  GArray *outcomes;
  ScCurve *curve;
} ScStandingCurve;

/**
 * ScOpenDeal:
 * @deal_id: a deal that was open on the day
 * @value: what it was worth then; unset where nobody had said
 * @stage_id: (transfer none) (nullable): where it stood; %NULL where nobody knows
 * @age: its age in days of the calendar
 * @curve: the curve that it goes by
 * @time: how long it has been going by it
 */
typedef struct {
  gint64 deal_id;
  ScMoney value;
  const char *stage_id;
  guint age;
  guint curve;
  guint time;
} ScOpenDeal;

/**
 * ScPastVisit:
 * @deal_id: a deal
 * @stage_id: (transfer none): a stage; the same pointer for the same stage
 * @entered: the day on which it came in
 * @left: the day on which it left, or none
 * @is_known: whether both were told, and not worked out
 *
 * A deal's visit to a stage, by days.
 */
typedef struct {
  gint64 deal_id;
  const char *stage_id;
  ScDate entered;
  ScDate left;
  gboolean is_known;
} ScPastVisit;

/**
 * ScStanding:
 * @as_of: the day
 * @fates: what had become of the deals
 * @curves: (element-type ScStandingCurve): the process's curve, and those of the stages in
 *   front of the client mark of which enough visits are known
 * @open: (element-type ScOpenDeal): the deals that were open and of which it is known
 *   when they began, by number
 * @n_no_start: open deals of which it is not
 * @n_decided: deals of which it is known when they were decided
 * @n_by_stage: open deals that go by the curve of their stage
 *
 * How deals stood on a day: only what had happened by then is in it.
 */
typedef struct {
  ScDate as_of;
  ScFates *fates;
  GPtrArray *curves;
  GArray *open;
  guint n_no_start;
  guint n_decided;
  guint n_by_stage;
} ScStanding;

GArray *sc_standing_list_outlived (const ScStanding *self);
ScFates *sc_standing_read_fates (ScStore              *store,
                                 const ScFiguresQuery *query,
                                 ScDate                as_of,
                                 GCancellable         *cancellable,
                                 GError              **error) G_GNUC_WARN_UNUSED_RESULT;
ScStanding *sc_standing_read (ScStore              *store,
                              const ScFiguresQuery *query,
                              ScDate                as_of,
                              GCancellable         *cancellable,
                              GError              **error) G_GNUC_WARN_UNUSED_RESULT;
GArray *sc_standing_read_visits (ScStore      *store,
                                 const char   *process_id,
                                 ScDate        as_of,
                                 GCancellable *cancellable,
                                 GError      **error) G_GNUC_WARN_UNUSED_RESULT;
ScStanding *sc_standing_make (ScFates            *fates,
                              const ScPastValues *values,
                              const ScVersion    *version,
                              const GArray       *visits);
void sc_standing_free (ScStanding *self);
gboolean sc_standing_find_chance (const ScStanding *self,
                                  const ScOpenDeal *deal,
                                  guint             within,
                                  double           *chance);
double sc_standing_find_baseline (const ScStanding *self,
                                  guint             within,
                                  guint            *n,
                                  guint            *n_won);
gboolean sc_standing_was_open (const ScFates *fates,
                               const ScFate  *fate,
                               guint          days);
gboolean sc_standing_is_won (const ScFates *later,
                             gint64         deal_id);

static inline const ScStandingCurve *
sc_standing_get_curve (const ScStanding *self,
                       guint             number)
{
  return self->curves->pdata[number];
}

G_DEFINE_AUTOPTR_CLEANUP_FUNC (ScStanding, sc_standing_free)

G_END_DECLS
