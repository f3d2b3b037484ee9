/* SPDX-License-Identifier: GPL-3.0-or-later */

/* The working calendar: which days people work on and for how long, and the counting of
 * days and hours by it, for target times, ages, due dates and figures.
 *
 * Days are counted by the week alone, which takes a division; the days that are not as
 * their week says stand in order with the count up to each, so that one binary search
 * among them is all that is added, however long the span. */

#include "model/sc-calendar.h"

#include <string.h>

#define STANDARD_HOURS 8

struct _ScCalendar {
  ScWeekdays weekdays;
  guint hours;

  /* In order, each day once. */
  ScCalendarDay *days;
  guint n_days;
  /* Working days from SC_DATE_FIRST up to and with each of them. */
  guint *totals;

  /* Of the week: how many working days its first n days have, and which is the nth. */
  guint first[SC_N_WEEKDAYS + 1];
  guint nth[SC_N_WEEKDAYS + 1];
};

static gboolean
is_worked_by_week (const ScCalendar *self,
                   ScDate            date)
{
  return (self->weekdays & SC_WEEKDAY_BIT (sc_weekday_of_date (date))) != 0;
}

/* Working days up to and with @date, were all weeks alike. */
static guint
count_by_week (const ScCalendar *self,
               ScDate            date)
{
  return date / SC_N_WEEKDAYS * self->first[SC_N_WEEKDAYS] + self->first[date % SC_N_WEEKDAYS];
}

/* How many of the days stand at @date or before it. */
static guint
count_days_until (const ScCalendar *self,
                  ScDate            date)
{
  guint low = 0;
  guint high = self->n_days;

  while (low < high)
    {
      guint middle = low + (high - low) / 2;

      if (self->days[middle].day <= date)
        low = middle + 1;
      else
        high = middle;
    }

  return low;
}

static guint
count_until (const ScCalendar *self,
             ScDate            date)
{
  guint n = count_days_until (self, date);

  if (n == 0)
    return count_by_week (self, date);

  return self->totals[n - 1] + count_by_week (self, date) - count_by_week (self, self->days[n - 1].day);
}

/* The day of the @nth working day, were all weeks alike. */
static ScDate
find_by_week (const ScCalendar *self,
              guint64           nth)
{
  guint64 week = (nth - 1) / self->first[SC_N_WEEKDAYS];
  guint64 day = week * SC_N_WEEKDAYS + self->nth[nth - week * self->first[SC_N_WEEKDAYS]];

  return (ScDate) MIN (day, SC_DATE_LAST);
}

static int
compare_days (gconstpointer a,
              gconstpointer b,
              gpointer      user_data)
{
  const ScCalendarDay *day_a = a;
  const ScCalendarDay *day_b = b;

  return day_a->day < day_b->day ? -1 : day_a->day > day_b->day;
}

static void
learn_week (ScCalendar *self)
{
  for (guint weekday = 0; weekday < SC_N_WEEKDAYS; weekday++)
    {
      gboolean is_worked = (self->weekdays & SC_WEEKDAY_BIT (weekday)) != 0;

      self->first[weekday + 1] = self->first[weekday] + is_worked;
      if (is_worked)
        self->nth[self->first[weekday + 1]] = weekday + 1;
    }
}

/* Of those that are given twice the later one is kept: the order of equal ones stays. */
static void
take_days (ScCalendar          *self,
           const ScCalendarDay *days,
           guint                n_days)
{
  self->days = g_memdup2 (days, n_days * sizeof *days);
  if (n_days > 0)
    g_sort_array (self->days, n_days, sizeof *days, compare_days, NULL);

  for (guint i = 0; i < n_days; i++)
    if (i + 1 == n_days || self->days[i].day != self->days[i + 1].day)
      self->days[self->n_days++] = self->days[i];

  for (guint i = 0; i < self->n_days; i++)
    self->days[i].name = g_strdup (self->days[i].name);
}

static void
count_totals (ScCalendar *self)
{
  int difference = 0;

  self->totals = g_new (guint, self->n_days);
  for (guint i = 0; i < self->n_days; i++)
    {
      const ScCalendarDay *day = &self->days[i];

      difference += (day->is_worked != FALSE) - is_worked_by_week (self, day->day);
      self->totals[i] = (guint) ((int) count_by_week (self, day->day) + difference);
    }
}

/**
 * sc_calendar_new:
 * @weekdays: the days of the week that are worked on, one at least
 * @hours: how many hours a day, 1 to %SC_CALENDAR_MAX_HOURS
 * @days: (array length=n_days): days that are off or worked on, in any order; of one that
 *   is given more than once the last counts
 * @n_days: how many
 *
 * Returns: (transfer full): a calendar
 */
ScCalendar *
sc_calendar_new (ScWeekdays           weekdays,
                 guint                hours,
                 const ScCalendarDay *days,
                 guint                n_days)
{
  ScCalendar *self;

  g_return_val_if_fail ((weekdays & SC_WEEKDAYS_ALL) != 0 && (weekdays & ~SC_WEEKDAYS_ALL) == 0, NULL);
  g_return_val_if_fail (hours >= 1 && hours <= SC_CALENDAR_MAX_HOURS, NULL);

  self = g_atomic_rc_box_new0 (ScCalendar);
  self->weekdays = weekdays;
  self->hours = hours;
  learn_week (self);
  take_days (self, days, n_days);
  count_totals (self);

  return self;
}

/**
 * sc_calendar_get_standard:
 *
 * Returns: (transfer none): Monday to Friday, eight hours a day, without holidays: what
 *   holds until somebody says otherwise
 */
ScCalendar *
sc_calendar_get_standard (void)
{
  static gsize standard;

  if (g_once_init_enter (&standard))
    g_once_init_leave (&standard, (gsize) sc_calendar_new (SC_WEEKDAYS_STANDARD, STANDARD_HOURS, NULL, 0));

  return (ScCalendar *) standard;
}

/**
 * sc_calendar_ref:
 * @self: a calendar
 *
 * Returns: (transfer full): the same one
 */
ScCalendar *
sc_calendar_ref (const ScCalendar *self)
{
  return g_atomic_rc_box_acquire ((ScCalendar *) self);
}

static void
clear (gpointer data)
{
  ScCalendar *self = data;

  for (guint i = 0; i < self->n_days; i++)
    g_free ((char *) self->days[i].name);
  g_free (self->days);
  g_free (self->totals);
}

/**
 * sc_calendar_unref:
 * @self: (transfer full): a calendar
 */
void
sc_calendar_unref (ScCalendar *self)
{
  g_atomic_rc_box_release_full (self, clear);
}

/**
 * sc_calendar_equal:
 * @a: a calendar
 * @b: a calendar
 *
 * Returns: whether both say the same, the names of days included
 */
gboolean
sc_calendar_equal (const ScCalendar *a,
                   const ScCalendar *b)
{
  if (a == b)
    return TRUE;
  if (a->weekdays != b->weekdays || a->hours != b->hours || a->n_days != b->n_days)
    return FALSE;

  for (guint i = 0; i < a->n_days; i++)
    if (a->days[i].day != b->days[i].day || !a->days[i].is_worked != !b->days[i].is_worked
        || !a->days[i].is_fixed != !b->days[i].is_fixed || g_strcmp0 (a->days[i].name, b->days[i].name) != 0)
      return FALSE;

  return TRUE;
}

/**
 * sc_calendar_get_weekdays:
 * @self: a calendar
 *
 * Returns: the days of the week that are worked on
 */
ScWeekdays
sc_calendar_get_weekdays (const ScCalendar *self)
{
  return self->weekdays;
}

/**
 * sc_calendar_get_hours:
 * @self: a calendar
 *
 * Returns: how many hours a working day has
 */
guint
sc_calendar_get_hours (const ScCalendar *self)
{
  return self->hours;
}

/**
 * sc_calendar_get_n_days:
 * @self: a calendar
 *
 * Returns: of how many days it says that they are off or worked on
 */
guint
sc_calendar_get_n_days (const ScCalendar *self)
{
  return self->n_days;
}

/**
 * sc_calendar_get_day:
 * @self: a calendar
 * @position: from 0, in the order of days
 *
 * Returns: (transfer none): what it says of the day
 */
const ScCalendarDay *
sc_calendar_get_day (const ScCalendar *self,
                     guint             position)
{
  g_return_val_if_fail (position < self->n_days, NULL);

  return &self->days[position];
}

/**
 * sc_calendar_find_day:
 * @self: a calendar
 * @date: a date
 *
 * Returns: (transfer none) (nullable): what it says of the day, %NULL where the day is
 *   what its day of the week is
 */
const ScCalendarDay *
sc_calendar_find_day (const ScCalendar *self,
                      ScDate            date)
{
  guint n = count_days_until (self, date);

  return n > 0 && self->days[n - 1].day == date ? &self->days[n - 1] : NULL;
}

/**
 * sc_calendar_is_working_day:
 * @self: a calendar
 * @date: a date
 *
 * Returns: whether it is worked on
 */
gboolean
sc_calendar_is_working_day (const ScCalendar *self,
                            ScDate            date)
{
  const ScCalendarDay *day = sc_calendar_find_day (self, date);

  return day != NULL ? day->is_worked : is_worked_by_week (self, date);
}

/**
 * sc_calendar_to_working_day:
 * @self: a calendar
 * @date: a date
 *
 * Returns: the same day where it is worked on, else the next one that is
 */
ScDate
sc_calendar_to_working_day (const ScCalendar *self,
                            ScDate            date)
{
  return sc_calendar_is_working_day (self, date) ? date : sc_calendar_add_working_days (self, date, 1);
}

/* The day of the @nth working day, from 1; the last of the year 9999 where there are not
 * so many. */
static ScDate
find_nth (const ScCalendar *self,
          guint64           nth)
{
  guint low = 0;
  guint high = self->n_days;
  ScDate found;

  /* The last of the days up to and with which there are fewer. */
  while (low < high)
    {
      guint middle = low + (high - low) / 2;

      if (self->totals[middle] < nth)
        low = middle + 1;
      else
        high = middle;
    }

  if (low > 0)
    nth += (guint64) count_by_week (self, self->days[low - 1].day) - self->totals[low - 1];
  found = find_by_week (self, nth);

  /* The next one may be worked on where its week would have passed it over. */
  return low < self->n_days ? MIN (found, self->days[low].day) : found;
}

/**
 * sc_calendar_add_working_days:
 * @self: a calendar
 * @date: a date
 * @n_days: how many working days later
 *
 * Returns: the day by which @n_days working days after @date have passed; the
 *   last of the year 9999 where that is later
 */
ScDate
sc_calendar_add_working_days (const ScCalendar *self,
                              ScDate            date,
                              guint             n_days)
{
  return n_days == 0 ? date : find_nth (self, (guint64) count_until (self, date) + n_days);
}

/**
 * sc_calendar_count_working_days:
 * @self: a calendar
 * @from: a date
 * @to: a date
 *
 * Returns: how many working days come after @from, up to and with @to; 0
 *   where @to is not later
 */
guint
sc_calendar_count_working_days (const ScCalendar *self,
                                ScDate            from,
                                ScDate            to)
{
  if (from == SC_DATE_NONE || to <= from)
    return 0;

  return count_until (self, to) - count_until (self, from);
}

/**
 * sc_calendar_go_back:
 * @self: a calendar
 * @date: a date
 * @n_days: how many working days earlier
 *
 * Returns: the last day after which @n_days working days or more come up to and with
 *   @date; the first that a date can be where there are not so many
 */
ScDate
sc_calendar_go_back (const ScCalendar *self,
                     ScDate            date,
                     guint             n_days)
{
  guint until = count_until (self, date);

  if (n_days == 0)
    return date;

  /* The day before the first one that would not be counted. */
  return until <= n_days ? SC_DATE_FIRST : find_nth (self, until - n_days + 1) - 1;
}

/**
 * sc_calendar_lacks_transfers:
 * @self: a calendar
 * @year: a year
 *
 * Where days off are moved by decree each year, the holidays that stay the same are not
 * all that there is to know.
 *
 * Returns: whether no more is known of the year than those
 */
gboolean
sc_calendar_lacks_transfers (const ScCalendar *self,
                             guint             year)
{
  guint first = count_days_until (self, sc_date_new (year, 1, 1) - 1);
  guint last = count_days_until (self, sc_date_new (year, 12, 31));

  for (guint i = first; i < last; i++)
    if (!self->days[i].is_fixed)
      return FALSE;

  return last > first;
}
