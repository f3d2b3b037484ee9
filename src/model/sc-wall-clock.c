/* SPDX-License-Identifier: GPL-3.0-or-later */

/* The clock on the wall, by which every view goes that shows how late, how old
 * or how far away something is. It tells when the hour or the day that the
 * user's own clock shows has ended, also while the machine slept, and when the
 * clock was set or the time zone is another one. */

#include "model/sc-wall-clock.h"

#include <errno.h>
#include <glib-unix.h>
#include <sys/timerfd.h>
#include <unistd.h>

#define ZONE_FILE "/etc/localtime"

/* A clock that tests have stopped is not asked more often. */
#define MIN_WAIT (1 * G_TIME_SPAN_SECOND)

/* Where no timer is to be had. */
#define SECONDS_BETWEEN_LOOKS 30

struct _ScWallClock
{
  GObject parent_instance;

  char *shown;
  int timer;
  guint source;
  GFileMonitor *zone_monitor;
};

enum {
  SIGNAL_CHANGED,
  N_SIGNALS,
};

static guint signals[N_SIGNALS];

G_DEFINE_FINAL_TYPE (ScWallClock, sc_wall_clock, G_TYPE_OBJECT);

/* The hour, the day and the zone. */
static char *
read_shown (void)
{
  g_autoptr (GDateTime) utc = g_date_time_new_from_unix_utc_usec (sc_clock_now ());
  g_autoptr (GDateTime) local = utc != NULL ? g_date_time_to_local (utc) : NULL;

  return local != NULL ? g_date_time_format (local, "%F %H %::z %Z") : g_strdup ("");
}

/* By the real-time clock, which goes on while the machine sleeps; reading the
 * timer fails once that clock is set. */
static void
set_timer (ScWallClock *self,
           gboolean     has_changed)
{
  ScInstant now = sc_clock_now ();
  ScInstant wait = sc_clock_get_next_hour (now) - now;
  ScInstant at = g_get_real_time () + (has_changed ? wait : MAX (wait, MIN_WAIT));
  struct itimerspec spec = {
    .it_value = { .tv_sec = at / G_USEC_PER_SEC, .tv_nsec = at % G_USEC_PER_SEC * 1000 },
  };

  if (self->timer >= 0)
    timerfd_settime (self->timer, TFD_TIMER_ABSTIME | TFD_TIMER_CANCEL_ON_SET, &spec, NULL);
}

static gboolean
timer_cb (int          fd,
          GIOCondition condition,
          gpointer     user_data)
{
  guint64 n_times;

  /* Whether it has run out or the clock was set: both are a reason to look. */
  while (read (fd, &n_times, sizeof n_times) < 0 && errno == EINTR)
    continue;
  sc_wall_clock_look (user_data);

  return G_SOURCE_CONTINUE;
}

static gboolean
look_cb (gpointer user_data)
{
  sc_wall_clock_look (user_data);

  return G_SOURCE_CONTINUE;
}

static void
sc_wall_clock_dispose (GObject *object)
{
  ScWallClock *self = SC_WALL_CLOCK (object);

  g_clear_handle_id (&self->source, g_source_remove);
  g_clear_fd (&self->timer, NULL);
  g_clear_object (&self->zone_monitor);

  G_OBJECT_CLASS (sc_wall_clock_parent_class)->dispose (object);
}

static void
sc_wall_clock_finalize (GObject *object)
{
  g_free (SC_WALL_CLOCK (object)->shown);

  G_OBJECT_CLASS (sc_wall_clock_parent_class)->finalize (object);
}

static void
sc_wall_clock_class_init (ScWallClockClass *klass)
{
  GObjectClass *object_class = G_OBJECT_CLASS (klass);

  object_class->dispose = sc_wall_clock_dispose;
  object_class->finalize = sc_wall_clock_finalize;

  /**
   * ScWallClock::changed:
   *
   * What is shown of the time has changed: another hour has begun by the
   * user's own clock, and perhaps another day, in whatever way that came.
   */
  signals[SIGNAL_CHANGED] =
    g_signal_new ("changed", SC_TYPE_WALL_CLOCK, G_SIGNAL_RUN_LAST, 0, NULL, NULL, NULL, G_TYPE_NONE, 0);
}

static void
sc_wall_clock_init (ScWallClock *self)
{
  self->shown = read_shown ();
  self->timer = timerfd_create (CLOCK_REALTIME, TFD_CLOEXEC | TFD_NONBLOCK);
  if (self->timer >= 0)
    self->source = g_unix_fd_add (self->timer, G_IO_IN, timer_cb, self);
  else
    self->source = g_timeout_add_seconds (SECONDS_BETWEEN_LOOKS, look_cb, self);
  set_timer (self, TRUE);
}

/**
 * sc_wall_clock_new:
 * @zone_file: the file that says which time zone the machine is in
 *
 * Returns: (transfer full): a clock for the main thread
 */
ScWallClock *
sc_wall_clock_new (const char *zone_file)
{
  ScWallClock *self = g_object_new (SC_TYPE_WALL_CLOCK, NULL);
  g_autoptr (GFile) file = g_file_new_for_path (zone_file);

  self->zone_monitor = g_file_monitor_file (file, G_FILE_MONITOR_WATCH_MOVES, NULL, NULL);
  if (self->zone_monitor != NULL)
    g_signal_connect_object (self->zone_monitor, "changed", G_CALLBACK (sc_wall_clock_look), self, G_CONNECT_SWAPPED);

  return self;
}

/**
 * sc_wall_clock_get_default:
 *
 * Returns: (transfer none): the clock that all views share
 */
ScWallClock *
sc_wall_clock_get_default (void)
{
  static ScWallClock *clock;

  if (clock == NULL)
    clock = sc_wall_clock_new (ZONE_FILE);

  return clock;
}

/**
 * sc_wall_clock_look:
 * @self: a clock
 *
 * Looks whether the time that is shown is another one by now, and tells if it
 * is. This happens by itself; only who sets the program's clock by
 * sc_clock_set() calls it.
 */
void
sc_wall_clock_look (ScWallClock *self)
{
  g_autofree char *shown = NULL;
  gboolean has_changed;

  g_return_if_fail (SC_IS_WALL_CLOCK (self));

  shown = read_shown ();
  has_changed = !g_str_equal (shown, self->shown);
  g_set_str (&self->shown, shown);
  set_timer (self, has_changed);
  if (has_changed)
    g_signal_emit (self, signals[SIGNAL_CHANGED], 0);
}
