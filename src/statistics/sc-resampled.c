/* SPDX-License-Identifier: GPL-3.0-or-later */

/* What became of deals, drawn anew as Efron has it (1981): as many of them, each any of
 * those that there were. Curves of such drawings differ as curves of other deals of the
 * same process would. The same deals come by days, so that a million of them cost what
 * their days do. */

#include "statistics/sc-resampled.h"

#include <gsl/gsl_randist.h>

#include "statistics/sc-survival.h"

/**
 * sc_resampled_new:
 * @outcomes: (element-type ScOutcomes): what became of deals, by time, each time once
 *
 * Returns: (transfer full): room for drawings of it
 */
ScResampled *
sc_resampled_new (const GArray *outcomes)
{
  ScResampled *self = g_new0 (ScResampled, 1);

  self->outcomes = g_array_copy ((GArray *) outcomes);
  for (guint i = 0; i < outcomes->len; i++)
    {
      const ScOutcomes *at = &g_array_index (outcomes, ScOutcomes, i);

      self->n += at->n_won + at->n_lost + at->n_open;
      self->n_days = at->t + 1;
    }
  self->won = g_new0 (double, self->n_days);
  self->open = g_new0 (double, self->n_days);

  return self;
}

/**
 * sc_resampled_free:
 * @self: (transfer full): drawings
 */
void
sc_resampled_free (ScResampled *self)
{
  g_array_unref (self->outcomes);
  g_free (self->won);
  g_free (self->open);
  g_free (self);
}

/* How many of those that are still to be drawn are of this kind. */
static guint
draw_kind (gsl_rng *random,
           guint    n,
           guint   *n_left,
           guint   *n_to_draw)
{
  guint drawn = 0;

  if (n > 0 && *n_to_draw > 0)
    drawn = n == *n_left ? *n_to_draw : gsl_ran_binomial (random, (double) n / *n_left, *n_to_draw);
  *n_left -= n;
  *n_to_draw -= drawn;

  return drawn;
}

/* From the day behind the last one that was filled up to and with @t. */
static void
fill (ScResampled *self,
      guint       *next,
      guint        t,
      double       won,
      double       open)
{
  for (; *next < t; (*next)++)
    {
      self->won[*next] = *next > 0 ? self->won[*next - 1] : 0;
      self->open[*next] = *next > 0 ? self->open[*next - 1] : 1;
    }
  self->won[t] = won;
  self->open[t] = open;
  *next = t + 1;
}

/**
 * sc_resampled_draw:
 * @self: drawings
 * @random: random numbers
 *
 * Draws as many deals as there were, and makes their curves.
 */
void
sc_resampled_draw (ScResampled *self,
                   gsl_rng     *random)
{
  guint n_left = self->n, n_to_draw = self->n, n_at_risk = self->n, next = 0;
  double won = 0, open = 1;

  for (guint i = 0; i < self->outcomes->len; i++)
    {
      const ScOutcomes *at = &g_array_index (self->outcomes, ScOutcomes, i);
      guint n_won = draw_kind (random, at->n_won, &n_left, &n_to_draw);
      guint n_lost = draw_kind (random, at->n_lost, &n_left, &n_to_draw);
      guint n_open = draw_kind (random, at->n_open, &n_left, &n_to_draw);

      if (n_won + n_lost > 0)
        {
          won += open * n_won / n_at_risk;
          open = n_won + n_lost < n_at_risk ? open * (1 - (double) (n_won + n_lost) / n_at_risk) : 0;
        }
      n_at_risk -= n_won + n_lost + n_open;
      fill (self, &next, at->t, won, open);
    }
}
