/* SPDX-License-Identifier: GPL-3.0-or-later */

/* Counts what became of cases after how many days, for the curves that are made of it, and
 * takes from a curve the times that are told of it. */

#include "statistics/sc-outcome-count.h"

struct _ScOutcomeCount {
  /* By days, as many as there were: a million cases have a few hundred. */
  GArray *outcomes;
};

/**
 * sc_outcome_count_new:
 *
 * Returns: (transfer full): nothing counted yet
 */
ScOutcomeCount *
sc_outcome_count_new (void)
{
  ScOutcomeCount *self = g_new0 (ScOutcomeCount, 1);

  self->outcomes = g_array_new (FALSE, TRUE, sizeof (ScOutcomes));

  return self;
}

/**
 * sc_outcome_count_free:
 * @self: (transfer full): what was counted
 */
void
sc_outcome_count_free (ScOutcomeCount *self)
{
  g_array_unref (self->outcomes);
  g_free (self);
}

/**
 * sc_outcome_count_add:
 * @self: what was counted
 * @t: after how many days it was decided, or how many days old it is
 * @decision: what was decided; what is open is last known of then
 */
void
sc_outcome_count_add (ScOutcomeCount *self,
                      guint           t,
                      ScDecision      decision)
{
  sc_outcome_count_add_many (self, t, decision, 1);
}

/**
 * sc_outcome_count_add_many:
 * @self: what was counted
 * @t: after how many days it was decided, or how many days old it is
 * @decision: what was decided; what is open is last known of then
 * @n: of how many cases
 */
void
sc_outcome_count_add_many (ScOutcomeCount *self,
                           guint           t,
                           ScDecision      decision,
                           guint           n)
{
  ScOutcomes *outcomes;

  if (t >= self->outcomes->len)
    g_array_set_size (self->outcomes, t + 1);

  outcomes = &g_array_index (self->outcomes, ScOutcomes, t);
  outcomes->n_won += decision == SC_FATE_WON ? n : 0;
  outcomes->n_lost += decision == SC_FATE_LOST ? n : 0;
  outcomes->n_open += decision == SC_FATE_OPEN ? n : 0;
}

/**
 * sc_outcome_count_list:
 * @self: what was counted
 *
 * Returns: (transfer full) (element-type ScOutcomes): it, by time, each time once
 */
GArray *
sc_outcome_count_list (ScOutcomeCount *self)
{
  GArray *counted = g_array_new (FALSE, FALSE, sizeof (ScOutcomes));

  for (guint t = 0; t < self->outcomes->len; t++)
    {
      ScOutcomes outcomes = g_array_index (self->outcomes, ScOutcomes, t);

      outcomes.t = t;
      if (outcomes.n_won + outcomes.n_lost + outcomes.n_open > 0)
        g_array_append_val (counted, outcomes);
    }

  return counted;
}

/**
 * sc_outcome_count_make_curve:
 * @self: what was counted
 *
 * Returns: (transfer full): its curves
 */
ScCurve *
sc_outcome_count_make_curve (ScOutcomeCount *self)
{
  g_autoptr (GArray) counted = sc_outcome_count_list (self);

  return sc_curve_new (counted);
}

static ScTimes
times_none (guint n,
            guint n_ended)
{
  return (ScTimes) {
           .n = n,
           .n_ended = n_ended,
           .q25 = SC_FIGURE_NONE,
           .median = SC_FIGURE_NONE,
           .q75 = SC_FIGURE_NONE,
           .q90 = SC_FIGURE_NONE,
           .low = SC_FIGURE_NONE,
           .high = SC_FIGURE_NONE,
           .reason = SC_REASON_TOO_FEW,
  };
}

/**
 * sc_times_until_decided:
 * @curve: a curve
 *
 * Returns: after how many days it is decided, one way or the other; none where fewer than
 *   %SC_FEWEST_CASES are
 */
ScTimes
sc_times_until_decided (const ScCurve *curve)
{
  ScTimes times = times_none (curve->n, curve->n_won + curve->n_lost);

  if (times.n_ended < SC_FEWEST_CASES)
    return times;

  times.q25 = sc_curve_find_decided (curve, 0.25, SC_BOUND_NONE);
  times.median = sc_curve_find_decided (curve, 0.5, SC_BOUND_NONE);
  times.q75 = sc_curve_find_decided (curve, 0.75, SC_BOUND_NONE);
  times.q90 = sc_curve_find_decided (curve, 0.9, SC_BOUND_NONE);
  times.low = sc_curve_find_decided (curve, 0.5, SC_BOUND_LOW);
  times.high = sc_curve_find_decided (curve, 0.5, SC_BOUND_HIGH);
  times.reason = times.q75 < 0 || times.high < 0 ? SC_REASON_NOT_REACHED : SC_REASON_NONE;

  return times;
}

/**
 * sc_times_until_won:
 * @curve: a curve
 *
 * Returns: of what is won in the end, after how many days it is; none where fewer than
 *   %SC_FEWEST_CASES are won. It has no interval
 */
ScTimes
sc_times_until_won (const ScCurve *curve)
{
  ScTimes times = times_none (curve->n, curve->n_won);

  if (times.n_ended < SC_FEWEST_CASES)
    return times;

  times.q25 = sc_curve_find_won (curve, 0.25);
  times.median = sc_curve_find_won (curve, 0.5);
  times.q75 = sc_curve_find_won (curve, 0.75);
  times.q90 = sc_curve_find_won (curve, 0.9);
  times.reason = SC_REASON_NONE;

  return times;
}

/**
 * sc_times_until_lost:
 * @curve: a curve
 *
 * Returns: of what is lost in the end, after how many days it is; none where fewer than
 *   %SC_FEWEST_CASES are lost. It has no interval
 */
ScTimes
sc_times_until_lost (const ScCurve *curve)
{
  ScTimes times = times_none (curve->n, curve->n_lost);

  if (times.n_ended < SC_FEWEST_CASES)
    return times;

  times.q25 = sc_curve_find_lost (curve, 0.25);
  times.median = sc_curve_find_lost (curve, 0.5);
  times.q75 = sc_curve_find_lost (curve, 0.75);
  times.q90 = sc_curve_find_lost (curve, 0.9);
  times.reason = SC_REASON_NONE;

  return times;
}
