/* SPDX-License-Identifier: GPL-3.0-or-later */

/* How long deals stay in the stages of a version: from visits of which somebody told when
 * they began, with those that have not ended censored. Days on which a deal was parked are
 * none of its stage's; that a publication took the stage away is no end of a stay. */

#include "statistics/sc-stage-times.h"

#include "statistics/sc-outcome-count.h"

typedef struct {
  ScStageTime *time;
  const ScCalendar *calendar;
  ScOutcomeCount *stays;
  ScOutcomeCount *working_stays;
} Place;

static void
place_clear (gpointer data)
{
  Place *self = data;

  g_clear_pointer (&self->stays, sc_outcome_count_free);
  g_clear_pointer (&self->working_stays, sc_outcome_count_free);
}

/**
 * sc_stage_time_free:
 * @self: (transfer full): how long deals stay in a stage
 */
void
sc_stage_time_free (ScStageTime *self)
{
  g_free (self->stage_id);
  g_free (self->name);
  g_free (self);
}

/**
 * sc_visit_count_days:
 * @visits: visits that are alike
 * @scale: what days are counted by
 * @as_of: the day
 *
 * Returns: for how many days they have lasted by then, without those on which the deals
 *   were parked
 */
guint
sc_visit_count_days (const ScVisitGroup *visits,
                     const ScDayScale   *scale,
                     ScDate              as_of)
{
  guint days = sc_day_scale_count (scale, visits->entered, visits->left != SC_DATE_NONE ? visits->left : as_of);

  for (guint i = 0; visits->parked != NULL && i < visits->parked->len; i++)
    {
      const ScParkedDays *parked = &g_array_index (visits->parked, ScParkedDays, i);
      guint off = sc_day_scale_count (scale, parked->since, parked->until);

      days -= MIN (days, off);
    }

  return days;
}

/**
 * sc_visits_find_first:
 * @visits: (element-type ScVisitGroup): visits
 * @as_of: the day
 *
 * Returns: the first day of any of them, the day itself where there is none
 */
ScDate
sc_visits_find_first (const GPtrArray *visits,
                      ScDate           as_of)
{
  ScDate first = as_of;

  for (guint i = 0; i < visits->len; i++)
    first = MIN (first, ((const ScVisitGroup *) visits->pdata[i])->entered);

  return first;
}

static ScStageTime *
time_new (const ScStage *stage)
{
  ScStageTime *self = g_new0 (ScStageTime, 1);

  self->stage_id = g_strdup (stage->id);
  self->name = g_strdup (stage->name);
  self->target = stage->duration;

  return self;
}

static gboolean
is_parked (const ScVisitGroup *visits,
           ScDate              as_of)
{
  for (guint i = 0; visits->parked != NULL && i < visits->parked->len; i++)
    if (g_array_index (visits->parked, ScParkedDays, i).until >= as_of)
      return TRUE;

  return FALSE;
}

/**
 * sc_visits_get_stay:
 * @visits: visits to a stage that are alike
 * @target: its target time
 * @calendar: how long a working day is
 * @working_days: what working days are counted by
 * @as_of: the day
 *
 * Returns: how long the deals stand there on that day
 */
ScStay
sc_visits_get_stay (const ScVisitGroup *visits,
                    ScDuration          target,
                    const ScCalendar   *calendar,
                    const ScDayScale   *working_days,
                    ScDate              as_of)
{
  if (visits->left != SC_DATE_NONE || is_parked (visits, as_of))
    return SC_STAY_ENDED;
  if (!visits->is_known)
    return SC_STAY_UNKNOWN;

  return target.value > 0
         && sc_visit_count_days (visits, working_days, as_of) * sc_calendar_get_hours (calendar)
         > sc_duration_get_hours (target, calendar) ? SC_STAY_OVER : SC_STAY_WITHIN;
}

static void
count_standing (ScStageTime *time,
                ScStay       stay,
                guint        n)
{
  time->n_now += stay != SC_STAY_ENDED ? n : 0;
  time->n_known_now += stay == SC_STAY_WITHIN || stay == SC_STAY_OVER ? n : 0;
  time->n_over_target += stay == SC_STAY_OVER ? n : 0;
}

static void
count_visits (const Place        *place,
              const ScVisitGroup *visits,
              const ScDayScale   *scale,
              const ScDayScale   *working_days,
              ScDate              as_of)
{
  ScStageTime *time = place->time;
  gboolean has_ended = visits->left != SC_DATE_NONE && visits->end != SC_VISIT_PUBLISHED;
  guint days = sc_visit_count_days (visits, working_days, as_of);

  count_standing (time, sc_visits_get_stay (visits, time->target, place->calendar, working_days, as_of), visits->n);
  time->n_returned += visits->is_second ? visits->n : 0;
  if (!visits->is_known)
    {
      time->n_inferred += visits->n;
      return;
    }

  time->n_known += visits->n;
  sc_outcome_count_add_many (place->stays, sc_visit_count_days (visits, scale, as_of),
                             has_ended ? SC_FATE_WON : SC_FATE_OPEN, visits->n);
  sc_outcome_count_add_many (place->working_stays, days, has_ended ? SC_FATE_WON : SC_FATE_OPEN, visits->n);
}

static double
get_lost_days (const Place *place)
{
  g_autoptr (ScCurve) curve = sc_outcome_count_make_curve (place->working_stays);
  ScTimes times = sc_times_until_decided (curve);
  double target =
    sc_duration_get_hours (place->time->target, place->calendar) / (double) sc_calendar_get_hours (place->calendar);

  if (!sc_figure_is_known (times.median) || place->time->target.value == 0)
    return 0;

  return MAX (0, times.median - target) * place->time->n_known;
}

/* Deals whose history was worked out may have gone through any stage. */
static void
finish (const Place *place,
        gboolean     has_inferred)
{
  g_autoptr (ScCurve) curve = sc_outcome_count_make_curve (place->stays);

  place->time->times = sc_times_until_decided (curve);
  /* How sure the median is is not told of stages. */
  if (sc_figure_is_known (place->time->times.q75))
    place->time->times.reason = SC_REASON_NONE;
  if (place->time->n_known == 0 && has_inferred)
    place->time->times.reason = SC_REASON_HISTORY_INFERRED;
}

static void
mark_bottleneck (const GArray *places)
{
  ScStageTime *worst = NULL;
  double most = 0;

  for (guint i = 0; i < places->len; i++)
    {
      const Place *place = &g_array_index (places, Place, i);
      double lost = get_lost_days (place);

      if (lost > most)
        {
          most = lost;
          worst = place->time;
        }
    }
  if (worst != NULL)
    worst->is_bottleneck = TRUE;
}

/**
 * sc_stage_times_new:
 * @version: a version
 * @visits: (element-type ScVisitGroup): visits to stages
 * @as_of: the day
 * @scale: what days are counted by
 * @working_days: the same of working days, which target times are in
 *
 * Returns: (transfer full) (element-type ScStageTime): how long deals stay in its stages
 */
GPtrArray *
sc_stage_times_new (const ScVersion  *version,
                    const GPtrArray  *visits,
                    ScDate            as_of,
                    const ScDayScale *scale,
                    const ScDayScale *working_days)
{
  GPtrArray *times = g_ptr_array_new_with_free_func ((GDestroyNotify) sc_stage_time_free);
  g_autoptr (GArray) places = g_array_new (FALSE, TRUE, sizeof (Place));
  gboolean has_inferred = FALSE;

  g_array_set_clear_func (places, place_clear);
  for (guint i = 0; i < version->stages->len; i++)
    {
      Place place = {
        .time = time_new (sc_version_get_stage (version, i)),
        .calendar = version->calendar,
        .stays = sc_outcome_count_new (),
        .working_stays = sc_outcome_count_new (),
      };

      g_ptr_array_add (times, place.time);
      g_array_append_val (places, place);
    }
  for (guint i = 0; i < visits->len; i++)
    {
      const ScVisitGroup *group = visits->pdata[i];
      guint position;

      has_inferred |= !group->is_known;
      if (group->stage_id != NULL && sc_version_find_stage (version, group->stage_id, &position) != NULL)
        count_visits (&g_array_index (places, Place, position), group, scale, working_days, as_of);
    }
  for (guint i = 0; i < places->len; i++)
    finish (&g_array_index (places, Place, i), has_inferred);
  mark_bottleneck (places);

  return times;
}
