/* SPDX-License-Identifier: GPL-3.0-or-later */

/* Says which days are worked on: the days of the week, the hours, holidays, and days that
 * are worked in the place of others. It is one calendar for all processes. */

#include "change/sc-calendar-commands.h"

#include <glib/gi18n-lib.h>

#include "change/sc-command-private.h"
#include "model/sc-name.h"
#include "store/sc-calendar-write.h"

typedef struct {
  ScWeekdays weekdays;
  guint hours;
} Week;

static gboolean
set_week (gpointer   data,
          ScWrite   *write,
          ScOutcome *outcome,
          GError   **error)
{
  const Week *self = data;
  ScCalendar *calendar = sc_write_get_calendar (write, error);

  return calendar != NULL
         && sc_write_set_week (write,
                               self->weekdays != 0 ? self->weekdays : sc_calendar_get_weekdays (calendar),
                               self->hours != 0 ? self->hours : sc_calendar_get_hours (calendar), error);
}

/**
 * sc_command_set_week:
 * @weekdays: the days of the week that are worked on, 0 for those that are
 * @hours: for how many hours, 0 for as many as they are
 *
 * Returns: (transfer full): a command that says so
 */
ScCommand *
sc_command_set_week (ScWeekdays weekdays,
                     guint      hours)
{
  Week *self = g_new (Week, 1);

  *self = (Week) { weekdays, hours };

  /* It is no process's. */
  return sc_command_new (SC_SCOPE_DESIGN, NULL, g_strdup (C_("undo calendar", "Change the working week")), set_week, self, g_free);
}

typedef struct {
  ScDate from;
  ScDate to;
  char *name;
  gboolean is_worked;
} Span;

static void
span_free (gpointer data)
{
  Span *self = data;

  g_free (self->name);
  g_free (self);
}

static Span *
span_new (ScDate      from,
          ScDate      to,
          const char *name,
          gboolean    is_worked)
{
  Span *self = g_new0 (Span, 1);

  self->from = from;
  self->to = to;
  self->name = name != NULL ? sc_name_squeeze (name) : NULL;
  self->is_worked = is_worked;

  return self;
}

/* Where there are sentences for one day and for several. */
static char *
name_span (const char *one,
           const char *several,
           ScDate      from,
           ScDate      to)
{
  g_autofree char *first = sc_date_to_text (from);
  g_autofree char *last = sc_date_to_text (to);

  return from == to ? g_strdup_printf (one, first) : g_strdup_printf (several, first, last);
}

static gboolean
check_name (const char *name,
            GError    **error)
{
  if (name == NULL || g_utf8_strlen (name, -1) <= SC_CALENDAR_MAX_NAME)
    return TRUE;

  return sc_command_refuse (error, SC_STORE_ERROR_INVALID, _("The name of a day can’t be as long as that."));
}

static gboolean
check_span (const Span *self,
            GError    **error)
{
  if (self->from == SC_DATE_NONE || self->to < self->from)
    return sc_command_refuse (error, SC_STORE_ERROR_INVALID, _("The first day has to come before the last."));
  if (self->to - self->from >= SC_CALENDAR_MAX_DAYS)
    return sc_command_refuse (error, SC_STORE_ERROR_INVALID, _("These are too many days for the calendar."));

  return check_name (self->name, error);
}

/* Looks again: what was written counts. */
static gboolean
check_size (ScWrite *write,
            GError **error)
{
  ScCalendar *calendar = sc_write_get_calendar (write, error);

  if (calendar == NULL)
    return FALSE;
  if (sc_calendar_get_n_days (calendar) <= SC_CALENDAR_MAX_DAYS)
    return TRUE;

  return sc_command_refuse (error, SC_STORE_ERROR_INVALID, _("These are too many days for the calendar."));
}

static gboolean
set_days (gpointer   data,
          ScWrite   *write,
          ScOutcome *outcome,
          GError   **error)
{
  const Span *self = data;
  g_autoptr (ScCalendar) calendar = NULL;

  if (!check_span (self, error) || sc_write_get_calendar (write, error) == NULL)
    return FALSE;

  calendar = sc_calendar_ref (sc_write_get_calendar (write, NULL));
  for (ScDate date = self->from; date <= self->to; date++)
    {
      const ScCalendarDay *before = sc_calendar_find_day (calendar, date);
      const char *name = self->name != NULL ? self->name : before != NULL ? before->name : NULL;
      /* To be told once more of a holiday tells nothing of what is moved. */
      gboolean is_fixed = before != NULL && before->is_fixed && !self->is_worked;
      const ScCalendarDay day = { date, name != NULL && *name != '\0' ? name : NULL, self->is_worked, is_fixed };

      if (!sc_write_put_calendar_day (write, &day, error))
        return FALSE;
    }

  return check_size (write, error);
}

/**
 * sc_command_set_calendar_days:
 * @from: a day
 * @to: the last one, which may be the same
 * @name: (nullable): what they are called; %NULL for as they are, “” for nothing
 * @is_worked: whether they are worked on, or off
 *
 * Returns: (transfer full): a command that says so, whatever day of the week they are
 */
ScCommand *
sc_command_set_calendar_days (ScDate      from,
                              ScDate      to,
                              const char *name,
                              gboolean    is_worked)
{
  char *title = is_worked ? name_span (C_("undo calendar", "Make %s a working day"), C_("undo calendar", "Make %1$s to %2$s working days"), from, to)
                          : name_span (C_("undo calendar", "Make %s a day off"), C_("undo calendar", "Make %1$s to %2$s days off"), from, to);

  return sc_command_new (SC_SCOPE_DESIGN, NULL, title, set_days, span_new (from, to, name, is_worked), span_free);
}

static gboolean
remove_days (gpointer   data,
             ScWrite   *write,
             ScOutcome *outcome,
             GError   **error)
{
  const Span *self = data;
  g_autoptr (ScCalendar) calendar = NULL;
  guint n_removed = 0;

  if (!check_span (self, error) || sc_write_get_calendar (write, error) == NULL)
    return FALSE;

  calendar = sc_calendar_ref (sc_write_get_calendar (write, NULL));
  for (guint i = 0; i < sc_calendar_get_n_days (calendar); i++)
    {
      ScDate date = sc_calendar_get_day (calendar, i)->day;

      if (date < self->from || date > self->to)
        continue;
      if (!sc_write_delete_calendar_day (write, date, error))
        return FALSE;
      n_removed++;
    }
  if (n_removed > 0)
    return TRUE;

  return sc_command_refuse (error, SC_STORE_ERROR_NOT_FOUND,
                            self->from == self->to ? _("The calendar says nothing of this day.")
                                                   : _("The calendar says nothing of these days."));
}

/**
 * sc_command_remove_calendar_days:
 * @from: a day
 * @to: the last one, which may be the same
 *
 * Fails with %SC_STORE_ERROR_NOT_FOUND where nothing is said of any of them.
 *
 * Returns: (transfer full): a command after which they are what their days of the week are
 */
ScCommand *
sc_command_remove_calendar_days (ScDate from,
                                 ScDate to)
{
  return sc_command_new (SC_SCOPE_DESIGN, NULL,
                         name_span (C_("undo calendar", "Take %s out of the calendar"), C_("undo calendar", "Take %1$s to %2$s out of the calendar"), from, to),
                         remove_days, span_new (from, to, NULL, FALSE), span_free);
}

static void
calendar_free (gpointer data)
{
  sc_calendar_unref (data);
}

/* What a person has said of a day holds, and what is known of one year goes before what is
 * known of all. */
static gboolean
import_holidays (gpointer   data,
                 ScWrite   *write,
                 ScOutcome *outcome,
                 GError   **error)
{
  const ScCalendar *holidays = data;
  g_autoptr (ScCalendar) calendar = NULL;

  if (sc_write_get_calendar (write, error) == NULL)
    return FALSE;

  calendar = sc_calendar_ref (sc_write_get_calendar (write, NULL));
  for (guint i = 0; i < sc_calendar_get_n_days (holidays); i++)
    {
      const ScCalendarDay *day = sc_calendar_get_day (holidays, i);
      const ScCalendarDay *before = sc_calendar_find_day (calendar, day->day);

      if (before != NULL && (!before->is_fixed || day->is_fixed))
        continue;
      if (!sc_write_put_calendar_day (write, day, error))
        return FALSE;
      outcome->n_made += before == NULL;
    }

  return check_size (write, error);
}

/**
 * sc_command_import_holidays:
 * @holidays: a calendar whose days are to be off; its week says nothing
 *
 * Days of which the calendar says something stay as it says. The outcome tells as @n_made
 * how many are new.
 *
 * Returns: (transfer full): a command that takes them into the calendar
 */
ScCommand *
sc_command_import_holidays (ScCalendar *holidays)
{
  return sc_command_new (SC_SCOPE_DESIGN, NULL, g_strdup (C_("undo calendar", "Import holidays")), import_holidays,
                         sc_calendar_ref (holidays), calendar_free);
}
