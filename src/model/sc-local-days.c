/* SPDX-License-Identifier: GPL-3.0-or-later */

/* Turns millions of instants into days of the user's own clock: by how far that is from
 * UTC, which is looked up once for each day of UTC. */

#include "model/sc-local-days.h"

#define USEC_OF_DAY (G_GINT64_CONSTANT (86400) * G_USEC_PER_SEC)

/* Days of UTC around 1970 of which the offset is kept: from 1900 to 2100. */
#define FIRST_DAY (-25567)
#define N_DAYS 73049

/* The first day of 1970. */
#define EPOCH 719163

/* On which the clock is put forward or back. */
#define CHANGES G_MININT32
#define UNKNOWN G_MAXINT32

struct _ScLocalDays {
  GTimeZone *zone;
  gint32 *offsets;
};

/**
 * sc_local_days_new:
 *
 * Returns: (transfer full): days by the user's own clock as it is now
 */
ScLocalDays *
sc_local_days_new (void)
{
  ScLocalDays *self = g_new (ScLocalDays, 1);

  self->zone = g_time_zone_new_local ();
  self->offsets = g_new (gint32, N_DAYS);
  for (guint i = 0; i < N_DAYS; i++)
    self->offsets[i] = UNKNOWN;

  return self;
}

/**
 * sc_local_days_free:
 * @self: (transfer full): days
 */
void
sc_local_days_free (ScLocalDays *self)
{
  g_time_zone_unref (self->zone);
  g_free (self->offsets);
  g_free (self);
}

static gint32
find_offset (const ScLocalDays *self,
             gint64             seconds)
{
  return g_time_zone_get_offset (self->zone, g_time_zone_find_interval (self->zone, G_TIME_TYPE_UNIVERSAL, seconds));
}

static gint32
look_up (const ScLocalDays *self,
         gint64             day)
{
  gint32 before = find_offset (self, day * 86400);

  return before == find_offset (self, day * 86400 + 86399) ? before : CHANGES;
}

/* Towards the past, also before 1970. */
static gint64
divide (gint64 usec)
{
  return (usec >= 0 ? usec : usec - USEC_OF_DAY + 1) / USEC_OF_DAY;
}

/**
 * sc_local_days_get:
 * @self: days
 * @at: an instant
 *
 * Returns: the day that sc_date_from_instant() gives
 */
ScDate
sc_local_days_get (ScLocalDays *self,
                   ScInstant    at)
{
  gint64 day = divide (at);
  gint32 *offset;

  if (day < FIRST_DAY || day >= FIRST_DAY + N_DAYS)
    return sc_date_from_instant (at);

  offset = &self->offsets[day - FIRST_DAY];
  if (*offset == UNKNOWN)
    *offset = look_up (self, day);
  if (*offset == CHANGES)
    return sc_date_from_instant (at);

  return (ScDate) (EPOCH + divide (at + *offset * (gint64) G_USEC_PER_SEC));
}
