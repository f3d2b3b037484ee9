/* SPDX-License-Identifier: GPL-3.0-or-later */

/* Durations in working days and hours. */

#include "model/sc-duration.h"

#include <glib/gi18n-lib.h>

static const char *const unit_ids[] = { "working-days", "working-hours" };

/**
 * sc_unit_get_id:
 * @unit: a unit of time
 *
 * Returns: its name in files, `working-days` or `working-hours`
 */
const char *
sc_unit_get_id (ScUnit unit)
{
  g_return_val_if_fail (unit < G_N_ELEMENTS (unit_ids), NULL);

  return unit_ids[unit];
}

/**
 * sc_unit_from_id:
 * @id: a name as sc_unit_get_id() gives it
 * @unit: (out): the unit
 *
 * Returns: whether there is such a unit
 */
gboolean
sc_unit_from_id (const char *id,
                 ScUnit     *unit)
{
  for (guint i = 0; i < G_N_ELEMENTS (unit_ids); i++)
    if (g_strcmp0 (id, unit_ids[i]) == 0)
      {
        *unit = i;
        return TRUE;
      }

  return FALSE;
}

/**
 * sc_duration_get_hours:
 * @duration: a target time
 * @calendar: how long a working day is
 *
 * Returns: the same time in working hours
 */
guint
sc_duration_get_hours (ScDuration        duration,
                       const ScCalendar *calendar)
{
  return duration.unit == SC_UNIT_WORKING_DAYS ? duration.value * sc_calendar_get_hours (calendar) : duration.value;
}

/**
 * sc_duration_add:
 * @a: a target time
 * @b: a target time
 * @calendar: how long a working day is
 *
 * Returns: both together, in days where that is exact and either was in days
 */
ScDuration
sc_duration_add (ScDuration        a,
                 ScDuration        b,
                 const ScCalendar *calendar)
{
  guint hours_per_day = sc_calendar_get_hours (calendar);
  guint hours = sc_duration_get_hours (a, calendar) + sc_duration_get_hours (b, calendar);
  gboolean days = (a.value > 0 && a.unit == SC_UNIT_WORKING_DAYS) || (b.value > 0 && b.unit == SC_UNIT_WORKING_DAYS);

  if (days && hours % hours_per_day == 0)
    return (ScDuration) { MIN (hours / hours_per_day, SC_DURATION_MAX), SC_UNIT_WORKING_DAYS }
  ;

  return (ScDuration) { MIN (hours, SC_DURATION_MAX), SC_UNIT_WORKING_HOURS };
}

/**
 * sc_duration_equal:
 * @a: a target time
 * @b: a target time
 *
 * Returns: whether both say the same in the same unit; no target time is the
 *   same in any unit
 */
gboolean
sc_duration_equal (ScDuration a,
                   ScDuration b)
{
  return a.value == b.value && (a.unit == b.unit || a.value == 0);
}

/**
 * sc_duration_to_text:
 * @duration: a target time
 * @calendar: how long a working day is
 *
 * Returns: (transfer full): the time in the user's language, such as
 *   “5 working days” or “1 working day 2 hours”; empty where there is none
 */
char *
sc_duration_to_text (ScDuration        duration,
                     const ScCalendar *calendar)
{
  guint hours = sc_duration_get_hours (duration, calendar);
  guint days = hours / sc_calendar_get_hours (calendar);
  g_autofree char *whole = g_strdup_printf (ngettext ("%u working day", "%u working days", days), days);
  g_autofree char *rest = NULL;

  if (hours == 0)
    return g_strdup ("");
  if (days == 0)
    return g_strdup_printf (ngettext ("%u working hour", "%u working hours", hours), hours);

  hours %= sc_calendar_get_hours (calendar);
  if (hours == 0)
    return g_steal_pointer (&whole);

  rest = g_strdup_printf (ngettext ("%u hour", "%u hours", hours), hours);

  /* Translators: A time such as “3 working days 2 hours”. */
  return g_strdup_printf (C_("duration", "%1$s %2$s"), whole, rest);
}

/**
 * sc_duration_to_short_text:
 * @duration: a time
 * @calendar: how long a working day is
 *
 * Returns: (transfer full): the time in the user's language where there is little room,
 *   such as “5 d”, “4 h” or “1 d 2 h”; “0 d” or “0 h” where there is none
 */
char *
sc_duration_to_short_text (ScDuration        duration,
                           const ScCalendar *calendar)
{
  guint hours = sc_duration_get_hours (duration, calendar);
  guint days = hours / sc_calendar_get_hours (calendar);

  hours %= sc_calendar_get_hours (calendar);
  if (days == 0 && (hours > 0 || duration.unit == SC_UNIT_WORKING_HOURS))
    /* Translators: working hours, short */
    return g_strdup_printf (C_("short", "%u h"), hours);
  if (hours == 0)
    /* Translators: working days, short */
    return g_strdup_printf (C_("short", "%u d"), days);

  /* Translators: working days and hours, short */
  return g_strdup_printf (C_("short", "%1$u d %2$u h"), days, hours);
}
