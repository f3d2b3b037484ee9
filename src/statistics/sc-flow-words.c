/* SPDX-License-Identifier: GPL-3.0-or-later */

/* Says in a salesperson's words how deals go through the stages. */

#include "statistics/sc-figure-words.h"

#include <glib/gi18n-lib.h>
#include <math.h>

/**
 * sc_flow_tell_won:
 * @self: how deals go through the stages
 *
 * Returns: (transfer full): how many of the decided deals are won, or why that is not known
 */
char *
sc_flow_tell_won (const ScFlow *self)
{
  g_autofree char *share = sc_share_to_text (&self->share_won);
  guint whole = MIN (self->n_decided, 100);

  if (self->reason != SC_REASON_NONE)
    return g_strdup_printf (_("Too early to judge: deals decided %1$u, needed %2$u."), self->n_decided, SC_FEWEST_CASES);

  /* Translators: %1$s is how many of how many, such as “63 of 100”; %2$u and %3$u the ends of
   * the interval, of as many */
  return g_strdup_printf (_("Of the decided deals won: %1$s (possible range: from %2$u to %3$u)."), share,
                          (guint) lround (self->share_won.low * whole), (guint) lround (self->share_won.high * whole));
}

/**
 * sc_flow_tell_trend:
 * @self: how deals go through the stages
 *
 * Returns: (transfer full): how the share that is won has changed, or why that can't be
 *   said
 */
char *
sc_flow_tell_trend (const ScFlow *self)
{
  const ScTrend *trend = &self->trend;
  g_autofree char *before = sc_share_of_to_text (MAX (0, trend->before), 100);
  g_autofree char *after = sc_share_of_to_text (MAX (0, trend->after), 100);

  return sc_trend_to_text (trend, before, after,
                           /* Translators: %1$s, %3$s and %4$s are days; %2$s and %5$s are such as “63 of 100” */
                           _("Of the deals started from %1$s on and decided %2$s were won, "
                             "of those started from %3$s to %4$s %5$s."),
                           /* Translators: %1$s, %3$s and %4$s are days; %2$s and %5$s are such as “63 of 100” */
                           _("Of the deals started from %1$s on and decided %2$s were won, "
                             "of those started from %3$s to %4$s %5$s: chance may make such a difference."));
}

/**
 * sc_flow_tell_weeks:
 * @self: how deals go through the stages
 *
 * Returns: (transfer full): how many are decided in a week and how many are in work; empty
 *   where that is not known
 */
char *
sc_flow_tell_weeks (const ScFlow *self)
{
  guint in_work, per_week;
  g_autofree char *days = sc_days_to_text (self->little_days, SC_COUNT_DAYS);

  if (!sc_figure_is_known (self->per_week))
    return g_strdup ("");

  in_work = (guint) lround (self->in_work);
  per_week = (guint) lround (self->per_week);

  /* Translators: %1$u and %2$u are numbers of deals, %3$s is such as “69 days” */
  return g_strdup_printf (_("Decided in a week, on the average: %1$u; in work: %2$u. At this pace a deal takes about %3$s."),
                          per_week, in_work, days);
}

/**
 * sc_stage_flow_tell:
 * @self: how deals go through a stage
 *
 * Returns: (transfer full): how many went on from it, how many were lost there and how many
 *   are there
 */
char *
sc_stage_flow_tell (const ScStageFlow *self)
{
  if (self->reason == SC_REASON_HISTORY_INFERRED)
    /* Translators: %1$s is a stage */
    return g_strdup_printf (_("How many go on from “%1$s” is not known: the history was worked out by an import; %2$'u are there."),
                            self->name, self->n_now);
  if (self->reason != SC_REASON_NONE)
    /* Translators: %1$s is a stage */
    return g_strdup_printf (_("How many go on from “%1$s” it is too early to judge: %2$u have left it, needed %3$u; %4$'u are there."),
                            self->name, self->conversion.of, SC_FEWEST_CASES, self->n_now);

  /* Translators: %1$s is a stage; %2$u of %3$u deals have gone on */
  return g_strdup_printf (ngettext ("From “%1$s” %2$'u deal of %3$'u went on, %4$'u were lost, %5$'u are still there.",
                                    "From “%1$s” %2$'u deals of %3$'u went on, %4$'u were lost, %5$'u are still there.",
                                    self->n_left_on),
                          self->name, self->n_left_on, self->conversion.of, self->n_lost, self->n_now);
}

/**
 * sc_trial_flow_tell:
 * @self: what became of deals that came into a trial
 * @unit: what days are counted in
 *
 * Returns: (transfer full): how many of them were won
 */
char *
sc_trial_flow_tell (const ScTrialFlow *self,
                    ScDayCount         unit)
{
  g_autofree char *days = sc_days_to_text (self->to_won.median, unit);
  g_autofree char *counts = NULL;

  if (self->n_entered < SC_FEWEST_CASES)
    return g_strdup_printf (_("Too early to judge trials: there were %1$u, needed %2$u."), self->n_entered, SC_FEWEST_CASES);

  counts = g_strdup_printf (ngettext ("Of %1$'u deal in trial %2$'u pay, %3$'u were lost, %4$'u are undecided; extended: %5$'u.",
                                      "Of %1$'u deals in trial %2$'u pay, %3$'u were lost, %4$'u are undecided; extended: %5$'u.",
                                      self->n_entered),
                            self->n_entered, self->n_won, self->n_lost, self->n_undecided, self->n_extended);
  if (!sc_figure_is_known (self->to_won.median))
    return g_steal_pointer (&counts);

  /* Translators: %1$s is a sentence, %2$s such as “50 days” */
  return g_strdup_printf (_("%1$s Half of those that pay do so within %2$s of the trial’s beginning."), counts, days);
}
