/* SPDX-License-Identifier: GPL-3.0-or-later */

/* Which two periods a trend compares: as long as each other, and with as much time to follow
 * the deals that were started in them. */

#include "statistics/sc-trend.h"

/* The shortest period, and what one is where nothing is known of how long deals take. */
#define SHORTEST_DAYS 28
#define USUAL_DAYS 91

/* Half the deals are decided before their period's following ends, and some time more. */
#define MEDIANS_FOLLOWED 1.5

/* What is counted in working days is longer by the calendar. */
static double
get_calendar_median (const ScFiguresQuery *query,
                     const ScTimes        *to_decision)
{
  if (!sc_figure_is_known (to_decision->median))
    return SC_FIGURE_NONE;

  return query->unit == SC_COUNT_DAYS ? to_decision->median : to_decision->median * 7 / 5;
}

static guint
choose_days (double median)
{
  guint weeks;

  if (!sc_figure_is_known (median))
    return USUAL_DAYS;

  weeks = (guint) (median * MEDIANS_FOLLOWED / 7) + 1;

  return MAX (weeks * 7, SHORTEST_DAYS);
}

/**
 * sc_trend_choose:
 * @query: which deals, with the day in @as_of
 * @first_start: when the first deal of all was started
 * @to_decision: how long it takes until a deal is decided
 *
 * The later period is the query's, where it has one; else it ends so long before the day
 * that half its deals are decided, and more. The earlier one is right before it, as long,
 * and looked at as much earlier, so that its deals are followed for as long. Where deals
 * can't be followed until half of them are decided, or where none were started so long
 * ago, it is too early to say anything.
 *
 * Returns: the two periods, without figures
 */
ScTrend
sc_trend_choose (const ScFiguresQuery *query,
                 ScDate                first_start,
                 const ScTimes        *to_decision)
{
  double median = get_calendar_median (query, to_decision);
  guint n_days = choose_days (median);
  ScTrend self = { .before = SC_FIGURE_NONE, .after = SC_FIGURE_NONE, .reason = SC_REASON_TOO_EARLY };

  self.late_to = query->to != SC_DATE_NONE ? query->to : query->as_of - MIN (n_days, query->as_of - 1);
  self.late_from = query->from != SC_DATE_NONE ? query->from : self.late_to - MIN (n_days - 1, self.late_to - 1);
  if (self.late_from > self.late_to || self.late_to > query->as_of)
    return self;

  self.n_followed = query->as_of - self.late_to;
  n_days = self.late_to - self.late_from + 1;
  self.early_from = self.late_from - MIN (n_days, self.late_from - 1);
  if (self.n_followed >= median && first_start <= self.early_from)
    self.reason = SC_REASON_NONE;

  return self;
}

/**
 * sc_trend_is_early:
 * @self: a trend
 * @started: when a deal was started
 *
 * Returns: whether that was in the earlier period
 */
gboolean
sc_trend_is_early (const ScTrend *self,
                   ScDate         started)
{
  return started >= self->early_from && started < self->late_from;
}

/**
 * sc_trend_is_late:
 * @self: a trend
 * @started: when a deal was started
 *
 * Returns: whether that was in the later period
 */
gboolean
sc_trend_is_late (const ScTrend *self,
                  ScDate         started)
{
  return started >= self->late_from && started <= self->late_to;
}

/**
 * sc_trend_get_early_end:
 * @self: a trend
 * @as_of: the day as of which the later period is looked at
 *
 * Returns: the day as of which the earlier one is
 */
ScDate
sc_trend_get_early_end (const ScTrend *self,
                        ScDate         as_of)
{
  return as_of - (self->late_from - self->early_from);
}
