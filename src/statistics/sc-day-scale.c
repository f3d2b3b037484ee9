/* SPDX-License-Identifier: GPL-3.0-or-later */

/* Counts days between days, of the calendar or working ones, as often as deals ask: which
 * days are worked is looked up once. */

#include "statistics/sc-day-scale.h"

struct _ScDayScale {
  ScDate first;
  ScDate last;
  /* For each day from the first on, how many days count from there up to it. */
  guint *counts;
};

/**
 * sc_day_scale_new:
 * @unit: which days count
 * @calendar: which days are worked on
 * @first: the first day that is asked for
 * @last: the last one
 *
 * Returns: (transfer full): a scale for the days between them
 */
ScDayScale *
sc_day_scale_new (ScDayCount        unit,
                  const ScCalendar *calendar,
                  ScDate            first,
                  ScDate            last)
{
  ScDayScale *self = g_new0 (ScDayScale, 1);

  self->first = first;
  self->last = MAX (first, last);
  self->counts = g_new0 (guint, self->last - first + 1);
  for (ScDate day = first + 1; day <= self->last; day++)
    self->counts[day - first] = self->counts[day - first - 1]
                                + (unit == SC_COUNT_DAYS || sc_calendar_is_working_day (calendar, day) ? 1 : 0);

  return self;
}

/**
 * sc_day_scale_free:
 * @self: (transfer full): a scale
 */
void
sc_day_scale_free (ScDayScale *self)
{
  g_free (self->counts);
  g_free (self);
}

/**
 * sc_day_scale_count:
 * @self: a scale
 * @from: a day
 * @to: another
 *
 * The first day is left out and the last one counts.
 *
 * Returns: how many days of the scale's unit come after @from, up to and with @to; 0 where
 *   @to is not later. Days outside of the scale are taken as its ends
 */
guint
sc_day_scale_count (const ScDayScale *self,
                    ScDate            from,
                    ScDate            to)
{
  ScDate begin = CLAMP (from, self->first, self->last);
  ScDate end = CLAMP (to, self->first, self->last);

  return end > begin ? self->counts[end - self->first] - self->counts[begin - self->first] : 0;
}
