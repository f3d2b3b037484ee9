/* SPDX-License-Identifier: GPL-3.0-or-later */

/* Makes up a deal’s way through a process, for the sample. */

#include "store/sc-sample-life.h"

#include <math.h>

/* Deals began within a year and a half, most of them lately. */
#define MAX_AGE_DAYS 540

/* Of those that were won, these break off in each stage after it. */
#define ENDED_EARLY 0.03

#define HOUR (G_GINT64_CONSTANT (3600) * G_USEC_PER_SEC)

/* A normal distribution's value, near enough: the sum of evenly spread ones. */
static double
draw_normal (GRand *rand)
{
  double sum = 0;

  for (guint i = 0; i < 6; i++)
    sum += g_rand_double (rand);

  return (sum - 3) * 1.414;
}

/* From nine to six of the day or of the next working day, behind what was before; where
 * that would be in the future, on a working day before. */
static ScInstant
draw_time (ScSampleLife     *self,
           GRand            *rand,
           const ScCalendar *calendar,
           ScDate            day)
{
  /* A day's instant is its noon. */
  ScInstant of_day = g_rand_int_range (rand, -3 * 60, 6 * 60) * (HOUR / 60);
  ScInstant now = sc_clock_now ();

  while (!sc_calendar_is_working_day (calendar, day))
    day++;
  while (!sc_calendar_is_working_day (calendar, day) || sc_date_to_instant (day) + of_day > now)
    day--;

  self->now = MIN (MAX (sc_date_to_instant (day) + of_day, self->now + HOUR / 60), MAX (now, self->now));

  return self->now;
}

/* Days of the calendar in a stage: around its target time, now and then much
 * more. */
static guint
draw_days (GRand            *rand,
           const ScStage    *stage,
           const ScCalendar *calendar)
{
  double target = sc_duration_get_hours (stage->duration, calendar) / (double) sc_calendar_get_hours (calendar) * 1.4;

  return (guint) CLAMP (target * exp (draw_normal (rand) * 0.6), 0, 400);
}

static double
get_probability (const ScVersion *version,
                 guint            position,
                 int              mark)
{
  const ScStage *stage;

  if ((int) position > mark || position >= version->stages->len)
    return 1;

  stage = sc_version_get_stage (version, position);

  return stage->probability > 0 ? stage->probability : 0.5;
}

/* How likely a deal goes on from a stage; kinder than the probabilities say,
 * so that a small set has won deals too. */
static double
get_chance (const ScVersion *version,
            guint            position,
            int              mark)
{
  double here = get_probability (version, position, mark);
  double next = get_probability (version, position + 1, mark);

  return 0.4 + 0.6 * CLAMP (here / next, 0, 1);
}

static gint64
draw_value (GRand           *rand,
            const ScVersion *version)
{
  gboolean is_b2c = version->aspects.value[SC_ASPECT_MARKET] == SC_MARKET_B2C;
  double median = version->language == SC_LANGUAGE_RU ? (is_b2c ? 25000 : 600000) : (is_b2c ? 300 : 8000);
  double value = median * exp (draw_normal (rand));

  return (gint64) (MAX (value, 10) / 10) * 1000;
}

/**
 * sc_sample_life_make:
 * @self: (out): the life of a deal
 * @version: the process that it is worked along, not empty
 * @rand: where chance comes from
 * @today: the day that it ends at, where it has not ended
 */
void
sc_sample_life_make (ScSampleLife    *self,
                     const ScVersion *version,
                     GRand           *rand,
                     ScDate           today)
{
  int mark = sc_version_get_mark_position (version);
  guint n_stages = MIN (version->stages->len, SC_SAMPLE_MAX_STEPS);
  double age = pow (g_rand_double (rand), 3) * MAX_AGE_DAYS;
  ScDate day = today - (guint) age;
  guint n_days;

  *self = (ScSampleLife) { .status = SC_DEAL_OPEN, .value_minor = draw_value (rand, version) };
  n_days = sc_duration_get_hours (sc_version_get_cycle_time (version), version->calendar)
           / sc_calendar_get_hours (version->calendar);
  self->expected_close =
    sc_calendar_add_working_days (version->calendar, day, n_days + (guint) g_rand_int_range (rand, 0, 20));
  for (guint position = 0; position < n_stages; position++)
    {
      const ScStage *stage = sc_version_get_stage (version, position);

      self->steps[self->n_steps++] = (ScSampleStep) { position, draw_time (self, rand, version->calendar, day) };
      day += draw_days (rand, stage, version->calendar);
      if (day >= today)
        return;

      self->is_paid = self->is_paid || sc_kind_set_has (stage->kinds, SC_KIND_PAYMENT);
      if (g_rand_double (rand) > ((int) position > mark ? 1 - ENDED_EARLY : get_chance (version, position, mark)))
        {
          self->status = (int) position > mark ? SC_DEAL_ENDED_EARLY : SC_DEAL_LOST;
          self->ended_at = draw_time (self, rand, version->calendar, day);
          return;
        }
      if ((int) position == mark)
        {
          self->status = SC_DEAL_WON;
          self->won_at = draw_time (self, rand, version->calendar, day);
        }
    }

  self->status = SC_DEAL_COMPLETED;
  self->ended_at = draw_time (self, rand, version->calendar, day);
}
