/* SPDX-License-Identifier: GPL-3.0-or-later */

/* The estimators of time to an event: Kaplan and Meier's of what is undecided, with
 * Greenwood's variance, and Aalen and Johansen's of what is won where what is lost can be
 * won no more. Medians are found as R's package survival finds them. */

#include "statistics/sc-survival.h"

#include <math.h>

#include "statistics/sc-share.h"

/* Below this two shares are the same, as in R's quantile.survfit(). */
#define TOLERANCE 1.4901161193847656e-08

static int
compare_times (gconstpointer a,
               gconstpointer b)
{
  const ScOutcomes *first = a;
  const ScOutcomes *second = b;

  return (first->t > second->t) - (first->t < second->t);
}

/* The outcomes by time, each time once. */
static GArray *
sort_outcomes (const GArray *outcomes)
{
  g_autoptr (GArray) sorted = g_array_copy ((GArray *) outcomes);
  GArray *joined = g_array_sized_new (FALSE, FALSE, sizeof (ScOutcomes), sorted->len);

  g_array_sort (sorted, compare_times);
  for (guint i = 0; i < sorted->len; i++)
    {
      ScOutcomes *at = &g_array_index (sorted, ScOutcomes, i);
      ScOutcomes *last = joined->len > 0 ? &g_array_index (joined, ScOutcomes, joined->len - 1) : NULL;

      if (last == NULL || last->t != at->t)
        {
          g_array_append_val (joined, *at);
          continue;
        }
      last->n_won += at->n_won;
      last->n_lost += at->n_lost;
      last->n_open += at->n_open;
    }

  return joined;
}

/* One step of the curves. What is decided at a time was at risk there, and so was what is
 * open and was last looked at then. */
static ScCurvePoint
step (const ScCurvePoint *before,
      const ScOutcomes   *at,
      guint               n_at_risk,
      double             *greenwood)
{
  double n = n_at_risk;
  guint n_events = at->n_won + at->n_lost;

  if (n_events < n_at_risk)
    *greenwood += n_events / (n * (n - n_events));

  return (ScCurvePoint) {
           .t = at->t,
           .s = n_events < n_at_risk ? before->s * (1 - n_events / n) : 0,
           .se = n_events < n_at_risk ? before->s * (1 - n_events / n) * sqrt (*greenwood) : 0,
           .won = before->won + before->s * at->n_won / n,
           .lost = before->lost + before->s * at->n_lost / n,
           .n_at_risk = n_at_risk,
           .n_events = n_events,
  };
}

/**
 * sc_curve_new:
 * @outcomes: (element-type ScOutcomes): what became of deals, in any order
 *
 * The curves of Kaplan and Meier (1958) and of Aalen and Johansen (1978). A deal that is
 * won can be lost no more and the other way round, so that neither is a deal of which
 * nothing more is known: counting what was lost as if it were open would say that far
 * more is won, and later, than is so.
 *
 * Returns: (transfer full): the curves, without a point where nothing is decided
 */
ScCurve *
sc_curve_new (const GArray *outcomes)
{
  g_autoptr (GArray) sorted = sort_outcomes (outcomes);
  ScCurve *self = g_new0 (ScCurve, 1);
  ScCurvePoint last = { .s = 1 };
  double greenwood = 0;
  guint n_at_risk;

  self->points = g_array_new (FALSE, FALSE, sizeof (ScCurvePoint));
  for (guint i = 0; i < sorted->len; i++)
    {
      const ScOutcomes *at = &g_array_index (sorted, ScOutcomes, i);

      self->n_won += at->n_won;
      self->n_lost += at->n_lost;
      self->n += at->n_won + at->n_lost + at->n_open;
      self->t_last = at->t;
    }

  n_at_risk = self->n;
  for (guint i = 0; i < sorted->len; i++)
    {
      const ScOutcomes *at = &g_array_index (sorted, ScOutcomes, i);

      if (at->n_won + at->n_lost > 0)
        {
          last = step (&last, at, n_at_risk, &greenwood);
          g_array_append_val (self->points, last);
        }
      n_at_risk -= at->n_won + at->n_lost + at->n_open;
    }

  return self;
}

/**
 * sc_curve_free:
 * @self: (transfer full): a curve
 */
void
sc_curve_free (ScCurve *self)
{
  g_array_unref (self->points);
  g_free (self);
}

static const ScCurvePoint *
get_point (const ScCurve *self,
           guint          i)
{
  return &g_array_index (self->points, ScCurvePoint, i);
}

/**
 * sc_curve_get_last:
 * @self: a curve
 *
 * Returns: (nullable): what is known at its end; %NULL where nothing is decided
 */
const ScCurvePoint *
sc_curve_get_last (const ScCurve *self)
{
  return self->points->len > 0 ? get_point (self, self->points->len - 1) : NULL;
}

/* What is undecided at a point, or one end of its interval, which is made on the scale of
 * the logarithm, as R's conf.type="log" is. Where nothing is undecided there is none. */
static double
get_bound (const ScCurvePoint *point,
           ScBound             bound)
{
  if (bound == SC_BOUND_NONE)
    return point->s;
  if (point->s <= 0)
    return NAN;

  return MIN (1, point->s * exp ((bound == SC_BOUND_LOW ? -1 : 1) * SC_NORMAL_975 * point->se / point->s));
}

/**
 * sc_curve_find_decided:
 * @self: a curve
 * @share: a share of the deals, such as 0.5
 * @bound: %SC_BOUND_LOW or %SC_BOUND_HIGH for an end of its 95 % interval
 *
 * After how many days that share is decided. Where the curve runs level at just that
 * share, it is the middle of that level: any day of it would do as well.
 *
 * Returns: days, or %SC_NOT_REACHED
 */
double
sc_curve_find_decided (const ScCurve *self,
                       double         share,
                       ScBound        bound)
{
  double wanted = 1 - share;

  for (guint i = 0; i < self->points->len; i++)
    {
      double s = get_bound (get_point (self, i), bound);

      if (!(s <= wanted + TOLERANCE))
        continue;
      if (s < wanted - TOLERANCE)
        return get_point (self, i)->t;

      for (guint j = i + 1; j < self->points->len; j++)
        {
          double next = get_bound (get_point (self, j), bound);

          if (!(fabs (next - wanted) < TOLERANCE))
            return (get_point (self, i)->t + get_point (self, j)->t) / 2.0;
        }

      return (get_point (self, i)->t + self->t_last) / 2.0;
    }

  return SC_NOT_REACHED;
}

/* The first day by which a share of what is won, or lost, at the curve's end is so. */
static double
find_outcome (const ScCurve *self,
              gboolean       is_won,
              double         share)
{
  const ScCurvePoint *last = sc_curve_get_last (self);
  double end = last == NULL ? 0 : is_won ? last->won : last->lost;

  if (end <= 0)
    return SC_NOT_REACHED;

  for (guint i = 0; i < self->points->len; i++)
    {
      const ScCurvePoint *point = get_point (self, i);

      if ((is_won ? point->won : point->lost) >= share * end - 1e-12)
        return point->t;
    }

  return SC_NOT_REACHED;
}

/**
 * sc_curve_find_won:
 * @self: a curve
 * @share: a share of the deals that are won in the end, such as 0.5
 *
 * Returns: the first day by which that share of what is won at the curve's end is won,
 *   or %SC_NOT_REACHED where nothing is won
 */
double
sc_curve_find_won (const ScCurve *self,
                   double         share)
{
  return find_outcome (self, TRUE, share);
}

/**
 * sc_curve_find_lost:
 * @self: a curve
 * @share: a share of the deals that are lost in the end, such as 0.5
 *
 * Returns: the first day by which that share of what is lost at the curve's end is lost,
 *   or %SC_NOT_REACHED where nothing is lost
 */
double
sc_curve_find_lost (const ScCurve *self,
                    double         share)
{
  return find_outcome (self, FALSE, share);
}

/**
 * sc_curve_get_undecided:
 * @self: a curve
 * @t: days after the start
 *
 * Returns: what share is undecided after @t
 */
double
sc_curve_get_undecided (const ScCurve *self,
                        guint          t)
{
  double s = 1;

  for (guint i = 0; i < self->points->len && get_point (self, i)->t <= t; i++)
    s = get_point (self, i)->s;

  return s;
}

/**
 * sc_curve_get_won:
 * @self: a curve
 * @t: days after the start
 *
 * Returns: what share is won after @t
 */
double
sc_curve_get_won (const ScCurve *self,
                  guint          t)
{
  double won = 0;

  for (guint i = 0; i < self->points->len && get_point (self, i)->t <= t; i++)
    won = get_point (self, i)->won;

  return won;
}

/**
 * sc_curve_find_chance:
 * @self: a curve
 * @age: how many days a deal is open
 * @within: how many days it still has
 * @chance: (out): the chance that it is won by then: (F_won (@age + @within) − F_won (@age)) / S (@age)
 *
 * What became of those that were open as long says what may become of one that is. Where
 * none of those that were as old was decided later or then, nobody knows, which is not
 * the same as no chance: a deal that has outlived every decided one is counted apart.
 *
 * Returns: whether there is a chance
 */
gboolean
sc_curve_find_chance (const ScCurve *self,
                      guint          age,
                      guint          within,
                      double        *chance)
{
  const ScCurvePoint *last = sc_curve_get_last (self);
  double open = sc_curve_get_undecided (self, age);
  guint until = age + MIN (within, G_MAXUINT - age);

  *chance = 0;
  if (last == NULL || age > last->t || open <= 0)
    return FALSE;

  *chance = MIN (1, (sc_curve_get_won (self, until) - sc_curve_get_won (self, age)) / open);

  return TRUE;
}
