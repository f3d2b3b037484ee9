/* SPDX-License-Identifier: GPL-3.0-or-later */

/* The statements about the working calendar: its week, which is one row, and the days that
 * are not as the week says. */

#include "store/tables/sc-calendar-table-private.h"

#include "store/sc-calendar-write.h"
#include "store/tables/sc-write-struct-private.h"

/* A week as it stands in its row. */
typedef struct {
  gint64 key;
  gboolean is_deleted;
  ScWeekdays weekdays;
  guint hours;
} Week;

static gboolean
load_week (ScConnection *connection,
           Week         *week,
           GError      **error)
{
  ScCalendar *standard = sc_calendar_get_standard ();
  g_autoptr (ScStatement) statement =
    sc_connection_prepare (connection, "SELECT id, deleted_by, weekdays, hours FROM calendar ORDER BY id LIMIT 1", error);

  *week = (Week) { 0, FALSE, sc_calendar_get_weekdays (standard), sc_calendar_get_hours (standard) };
  if (statement == NULL)
    return FALSE;

  if (sc_statement_next (statement, error))
    {
      week->key = sc_statement_get_int (statement, 0);
      week->is_deleted = !sc_statement_is_null (statement, 1);
      if (!week->is_deleted)
        {
          sc_weekdays_from_string (sc_statement_get_text (statement, 2), &week->weekdays);
          week->hours = (guint) sc_statement_get_int (statement, 3);
        }
    }

  return !sc_statement_has_failed (statement);
}

static void
clear_day (gpointer data)
{
  g_free ((char *) ((ScCalendarDay *) data)->name);
}

static GArray *
load_days (ScConnection *connection,
           GError      **error)
{
  g_autoptr (GArray) days = g_array_new (FALSE, FALSE, sizeof (ScCalendarDay));
  g_autoptr (ScStatement) statement =
    sc_connection_prepare (connection,
                           "SELECT day, name, is_worked, is_fixed FROM calendar_day"
                           " WHERE deleted_by IS NULL"
                           " ORDER BY day",
                           error);

  if (statement == NULL)
    return NULL;

  g_array_set_clear_func (days, clear_day);
  while (sc_statement_next (statement, error))
    {
      ScCalendarDay day = {
        sc_date_parse (sc_statement_get_text (statement, 0)), sc_statement_dup_text (statement, 1),
        sc_statement_get_int (statement, 2) != 0, sc_statement_get_int (statement, 3) != 0,
      };

      g_array_append_val (days, day);
    }

  return sc_statement_has_failed (statement) ? NULL : g_steal_pointer (&days);
}

/**
 * sc_calendar_table_load:
 * @connection: a connection
 * @error: why it can't be read
 *
 * Returns: (transfer full): the working calendar, the standard one where nobody has said
 *   anything of it
 */
ScCalendar *
sc_calendar_table_load (ScConnection *connection,
                        GError      **error)
{
  g_autoptr (GArray) days = NULL;
  Week week;

  if (!load_week (connection, &week, error))
    return NULL;

  days = load_days (connection, error);

  return days != NULL
         ? sc_calendar_new (week.weekdays, week.hours, (const ScCalendarDay *) (gpointer) days->data, days->len) : NULL;
}

/**
 * sc_write_get_calendar:
 * @self: a write
 * @error: why it can't be read
 *
 * Returns: (transfer none): the working calendar as the write has left it, until it changes
 *   that
 */
ScCalendar *
sc_write_get_calendar (ScWrite *self,
                       GError **error)
{
  if (self->calendar == NULL)
    self->calendar = sc_calendar_table_load (self->connection, error);

  return self->calendar;
}

/**
 * sc_write_set_week:
 * @self: a write
 * @weekdays: the days of the week that are worked on
 * @hours: how many hours a day
 * @error: why it can't be written
 *
 * Returns: whether it is so now
 */
gboolean
sc_write_set_week (ScWrite   *self,
                   ScWeekdays weekdays,
                   guint      hours,
                   GError   **error)
{
  g_autofree char *ids = sc_weekdays_to_string (weekdays);
  g_autoptr (ScValues) values = sc_values_new ();
  Week week;

  if (!load_week (self->connection, &week, error))
    return FALSE;
  if (week.weekdays == weekdays && week.hours == hours)
    return TRUE;

  g_clear_pointer (&self->calendar, sc_calendar_unref);
  sc_values_set_text (values, "weekdays", ids);
  sc_values_set_int (values, "hours", hours);
  if (week.is_deleted)
    return sc_write_undelete (self, "calendar", week.key, values, error);
  if (week.key != 0)
    return sc_write_update (self, "calendar", week.key, 0, values, error);

  return sc_write_insert (self, "calendar", values, error) != 0;
}

/* The row of a day, which may have a tombstone; its key is 0 where there is none. */
static gboolean
find_day (ScWrite    *self,
          const char *day,
          gint64     *key,
          gboolean   *is_deleted,
          GError    **error)
{
  g_autoptr (GError) local_error = NULL;
  g_autoptr (ScStatement) statement =
    sc_connection_prepare (self->connection, "SELECT id, deleted_by FROM calendar_day WHERE day = :day", error);

  *key = 0;
  *is_deleted = FALSE;
  if (statement == NULL)
    return FALSE;

  sc_statement_bind_text (statement, ":day", day);
  if (sc_statement_step (statement, &local_error))
    {
      *key = sc_statement_get_int (statement, 0);
      *is_deleted = !sc_statement_is_null (statement, 1);
    }
  if (local_error == NULL)
    return TRUE;

  g_propagate_error (error, g_steal_pointer (&local_error));

  return FALSE;
}

/**
 * sc_write_put_calendar_day:
 * @self: a write
 * @day: a day, and what is to be said of it
 * @error: why it can't be written
 *
 * Returns: whether that is said of it now, whatever was before
 */
gboolean
sc_write_put_calendar_day (ScWrite             *self,
                           const ScCalendarDay *day,
                           GError             **error)
{
  g_autofree char *text = sc_date_to_string (day->day);
  g_autoptr (ScValues) values = sc_values_new ();
  gboolean is_deleted;
  gint64 key;

  if (!find_day (self, text, &key, &is_deleted, error))
    return FALSE;

  g_clear_pointer (&self->calendar, sc_calendar_unref);
  sc_values_set_text (values, "name", day->name);
  sc_values_set_int (values, "is_worked", day->is_worked ? 1 : 0);
  sc_values_set_int (values, "is_fixed", day->is_fixed ? 1 : 0);
  if (is_deleted)
    return sc_write_undelete (self, "calendar_day", key, values, error);
  if (key != 0)
    return sc_write_update (self, "calendar_day", key, 0, values, error);

  sc_values_set_text (values, "day", text);

  return sc_write_insert (self, "calendar_day", values, error) != 0;
}

/**
 * sc_write_delete_calendar_day:
 * @self: a write
 * @date: a day
 * @error: why it can't be written
 *
 * Returns: whether the day is what its day of the week is
 */
gboolean
sc_write_delete_calendar_day (ScWrite *self,
                              ScDate   date,
                              GError **error)
{
  g_autofree char *text = sc_date_to_string (date);
  gboolean is_deleted;
  gint64 key;

  if (!find_day (self, text, &key, &is_deleted, error))
    return FALSE;

  g_clear_pointer (&self->calendar, sc_calendar_unref);

  return key == 0 || is_deleted || sc_write_delete (self, "calendar_day", key, 0, error);
}
