/* SPDX-License-Identifier: GPL-3.0-or-later */

/* The working calendar: which days people work on and for how long, and the counting of
 * days and hours by it, for target times, ages, due dates and figures. */

#pragma once

#include "model/sc-weekday.h"

G_BEGIN_DECLS

#define SC_CALENDAR_MAX_HOURS 24
/* More than two centuries have of holidays. */
#define SC_CALENDAR_MAX_DAYS 10000
/* Characters of a day's name. */
#define SC_CALENDAR_MAX_NAME 200

/**
 * ScCalendarDay:
 * @day: a day
 * @name: (nullable): why, such as “New Year”
 * @is_worked: whether it is worked on, whatever day of the week it is; else it is off
 * @is_fixed: whether no more is known than that it is off each year: what is moved in its
 *   year may be another day
 *
 * A day that is not what its day of the week says, or that has a name at least.
 */
typedef struct {
  ScDate day;
  const char *name;
  gboolean is_worked;
  gboolean is_fixed;
} ScCalendarDay;

/**
 * ScCalendar:
 *
 * Which days are worked on and for how many hours. It never changes, is counted by
 * references and may be used from any thread; the store has the one of its database
 * (sc_store_get_calendar()), and whoever counts days is given it.
 */
typedef struct _ScCalendar ScCalendar;

ScCalendar *sc_calendar_get_standard (void);
ScCalendar *sc_calendar_new (ScWeekdays           weekdays,
                             guint                hours,
                             const ScCalendarDay *days,
                             guint                n_days);
ScCalendar *sc_calendar_ref (const ScCalendar *self);
void sc_calendar_unref (ScCalendar *self);
gboolean sc_calendar_equal (const ScCalendar *a,
                            const ScCalendar *b);

ScWeekdays sc_calendar_get_weekdays (const ScCalendar *self);
guint sc_calendar_get_hours (const ScCalendar *self);
guint sc_calendar_get_n_days (const ScCalendar *self);
const ScCalendarDay *sc_calendar_get_day (const ScCalendar *self,
                                          guint             position);
const ScCalendarDay *sc_calendar_find_day (const ScCalendar *self,
                                           ScDate            date);

gboolean sc_calendar_is_working_day (const ScCalendar *self,
                                     ScDate            date);
ScDate sc_calendar_to_working_day (const ScCalendar *self,
                                   ScDate            date);
ScDate sc_calendar_add_working_days (const ScCalendar *self,
                                     ScDate            date,
                                     guint             n_days);
guint sc_calendar_count_working_days (const ScCalendar *self,
                                      ScDate            from,
                                      ScDate            to);
ScDate sc_calendar_go_back (const ScCalendar *self,
                            ScDate            date,
                            guint             n_days);

gboolean sc_calendar_lacks_transfers (const ScCalendar *self,
                                      guint             year);

G_DEFINE_AUTOPTR_CLEANUP_FUNC (ScCalendar, sc_calendar_unref)

G_END_DECLS
