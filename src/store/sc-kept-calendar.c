/* SPDX-License-Identifier: GPL-3.0-or-later */

/* The working calendar of one database, read once and anew when it has changed: whoever
 * counts days gets the same object until then. */

#include "store/sc-kept-calendar-private.h"

#include "store/tables/sc-calendar-table-private.h"
#include "store/tables/sc-change-table-private.h"

/* Before any change. */
#define NEVER_READ ((gint64) - 1)

struct _ScKeptCalendar {
  GMutex lock;
  ScCalendar *calendar;
  /* The last change of the database when it was read. */
  gint64 read_at;
};

/**
 * sc_kept_calendar_new:
 *
 * Returns: (transfer full): the standard calendar, until one is read
 */
ScKeptCalendar *
sc_kept_calendar_new (void)
{
  ScKeptCalendar *self = g_atomic_rc_box_new0 (ScKeptCalendar);

  g_mutex_init (&self->lock);
  self->calendar = sc_calendar_ref (sc_calendar_get_standard ());
  self->read_at = NEVER_READ;

  return self;
}

/**
 * sc_kept_calendar_ref:
 * @self: a calendar that is kept
 *
 * Returns: (transfer full): @self
 */
ScKeptCalendar *
sc_kept_calendar_ref (ScKeptCalendar *self)
{
  return g_atomic_rc_box_acquire (self);
}

static void
clear (gpointer data)
{
  ScKeptCalendar *self = data;

  g_mutex_clear (&self->lock);
  sc_calendar_unref (self->calendar);
}

/**
 * sc_kept_calendar_unref:
 * @self: (transfer full): a calendar that is kept
 */
void
sc_kept_calendar_unref (ScKeptCalendar *self)
{
  g_atomic_rc_box_release_full (self, clear);
}

/**
 * sc_kept_calendar_get:
 * @self: a calendar that is kept
 *
 * Returns: (transfer full): the calendar as it was read last, without looking
 */
ScCalendar *
sc_kept_calendar_get (ScKeptCalendar *self)
{
  g_autoptr (GMutexLocker) locker = g_mutex_locker_new (&self->lock);

  return sc_calendar_ref (self->calendar);
}

/* Of those that say the same one is handed round. An older look does not take the place of
 * a newer one. */
static ScCalendar *
take (ScKeptCalendar *self,
      ScCalendar     *calendar,
      gint64          read_at)
{
  g_autoptr (GMutexLocker) locker = g_mutex_locker_new (&self->lock);
  gboolean is_same = sc_calendar_equal (self->calendar, calendar);

  if (read_at >= self->read_at)
    {
      self->read_at = read_at;
      if (!is_same)
        {
          sc_calendar_unref (self->calendar);
          self->calendar = sc_calendar_ref (calendar);
        }
    }

  return sc_calendar_ref (is_same ? self->calendar : calendar);
}

/* Whether nothing has changed since it was read. */
static ScCalendar *
get_if_read (ScKeptCalendar *self,
             gint64          last_change)
{
  g_autoptr (GMutexLocker) locker = g_mutex_locker_new (&self->lock);

  return self->read_at == last_change ? sc_calendar_ref (self->calendar) : NULL;
}

/**
 * sc_kept_calendar_look:
 * @self: a calendar that is kept
 * @connection: a connection
 *
 * Reads it where anything has changed since. What can't be read is as it was: a database of
 * another version of the program may have none.
 *
 * Returns: (transfer full): the calendar as the connection sees it
 */
ScCalendar *
sc_kept_calendar_look (ScKeptCalendar *self,
                       ScConnection   *connection)
{
  gint64 last_change = sc_change_table_get_last (connection, NULL);
  g_autoptr (ScCalendar) kept = last_change >= 0 ? get_if_read (self, last_change) : NULL;
  g_autoptr (ScCalendar) calendar = NULL;

  if (kept != NULL)
    return g_steal_pointer (&kept);

  calendar = last_change >= 0 ? sc_calendar_table_load (connection, NULL) : NULL;

  return calendar != NULL ? take (self, calendar, last_change) : sc_kept_calendar_get (self);
}

/**
 * sc_kept_calendar_forget:
 * @self: a calendar that is kept
 *
 * Another database is in the place of the one that it was read from.
 */
void
sc_kept_calendar_forget (ScKeptCalendar *self)
{
  g_autoptr (GMutexLocker) locker = g_mutex_locker_new (&self->lock);

  self->read_at = NEVER_READ;
}
