/* SPDX-License-Identifier: GPL-3.0-or-later */

/* What all figures share: which deals they are made of and as of which day, times with
 * their quantiles, how a figure has changed, and why one can't be given. */

#pragma once

#include "model/sc-date.h"
#include "model/sc-money.h"
#include "statistics/sc-share.h"

G_BEGIN_DECLS

/* A number that is not known; what is counted or measured here is never below 0. */
#define SC_FIGURE_NONE (-1.0)

/**
 * ScReason:
 * @SC_REASON_NONE: the figure is there
 * @SC_REASON_TOO_FEW: it would be made of fewer than %SC_FEWEST_CASES
 * @SC_REASON_NOT_REACHED: the curve does not go so far
 * @SC_REASON_HISTORY_INFERRED: when deals came into the stage was worked out, not told
 * @SC_REASON_SEPARATED: something tells winners from losers without a mistake
 * @SC_REASON_NO_DISCOVERY: no stage covers needs discovery
 * @SC_REASON_TOO_EARLY: deals of the later period could not be followed for long enough
 *
 * Why a figure can't be given.
 */
typedef enum {
  SC_REASON_NONE,
  SC_REASON_TOO_FEW,
  SC_REASON_NOT_REACHED,
  SC_REASON_HISTORY_INFERRED,
  SC_REASON_SEPARATED,
  SC_REASON_NO_DISCOVERY,
  SC_REASON_TOO_EARLY,
} ScReason;

typedef enum {
  SC_COUNT_WORKING_DAYS,
  SC_COUNT_DAYS,
} ScDayCount;

/**
 * ScFiguresQuery:
 * @process_id: a process
 * @as_of: the day; none for today
 * @from: the first day on which deals were started; may be none
 * @to: the last day on which they were; may be none
 * @owner: (nullable): whose, by name, without regard to case
 * @source: (nullable): where they came from, without regard to case
 * @label: (nullable): their label, without regard to case
 * @low: what they are worth at least; unset for any, then those without a value too
 * @high: what they are worth at most, in the same currency; unset for any
 * @version: the version of the process that they were started under, 0 for any
 * @unit: what times are counted in
 *
 * Which deals figures are made of, and as of which day. A figure is made from what had
 * happened by that day, whenever it was recorded.
 */
typedef struct {
  char *process_id;
  ScDate as_of;
  ScDate from;
  ScDate to;
  char *owner;
  char *source;
  char *label;
  ScMoney low;
  ScMoney high;
  guint version;
  ScDayCount unit;
} ScFiguresQuery;

/**
 * ScTimes:
 * @n: how many cases they are made of, those still open among them
 * @n_ended: how many of them have ended; fewer than %SC_FEWEST_CASES give no times
 * @q25: after how many days a quarter of them has ended, or %SC_FIGURE_NONE
 * @median: the same of half of them
 * @q75: the same of three quarters
 * @q90: the same of nine tenths
 * @low: the lower end of the median's 95 % interval, or %SC_FIGURE_NONE
 * @high: its upper end, or %SC_FIGURE_NONE where the curve does not reach it
 * @reason: why there is no median, or %SC_REASON_NONE
 *
 * How long something takes. Days are whole, but that where a curve runs level at a share
 * it is the middle of that level.
 */
typedef struct {
  guint n;
  guint n_ended;
  double q25;
  double median;
  double q75;
  double q90;
  double low;
  double high;
  ScReason reason;
} ScTimes;

/**
 * ScTrend:
 * @reason: why nothing can be said of it, or %SC_REASON_NONE
 * @early_from: the first day of the earlier period
 * @late_from: the first day of the later one, which is as long
 * @late_to: the last day of the later one
 * @n_followed: for how many days both could be followed
 * @before: the figure of deals that were started in the earlier period
 * @after: the same of the later one
 * @n_before: how many deals the earlier figure is made of
 * @n_after: the same of the later one
 * @is_beyond_chance: whether their intervals lie apart
 *
 * How a figure has changed: of deals that were started in two periods as long as each
 * other, which end as long before the day as of which each is looked at. Fresh deals
 * that are decided look fast, since the slow ones are still open.
 */
typedef struct {
  ScReason reason;
  ScDate early_from;
  ScDate late_from;
  ScDate late_to;
  guint n_followed;
  double before;
  double after;
  guint n_before;
  guint n_after;
  gboolean is_beyond_chance;
} ScTrend;

const char *sc_reason_get_id (ScReason reason);
const char *sc_day_count_get_id (ScDayCount unit);
gboolean sc_day_count_from_id (const char *id,
                               ScDayCount *unit);

ScFiguresQuery *sc_figures_query_new (const char *process_id);
ScFiguresQuery *sc_figures_query_copy (const ScFiguresQuery *self);
gboolean sc_figures_query_equal (const ScFiguresQuery *a,
                                 const ScFiguresQuery *b);
gboolean sc_figures_query_has_day (const ScFiguresQuery *self,
                                   ScDate                started);
void sc_figures_query_free (ScFiguresQuery *self);

static inline gboolean
sc_figure_is_known (double figure)
{
  return figure >= 0;
}

G_DEFINE_AUTOPTR_CLEANUP_FUNC (ScFiguresQuery, sc_figures_query_free)

G_END_DECLS
