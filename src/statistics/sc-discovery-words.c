/* SPDX-License-Identifier: GPL-3.0-or-later */

/* Says in a salesperson's words how complete needs discovery is. What was known goes with
 * winning; that it makes deals be won no figure of this kind can say. */

#include "statistics/sc-figure-words.h"

#include <glib/gi18n-lib.h>
#include <math.h>

/**
 * sc_discovery_tell_answered:
 * @self: how complete needs discovery is
 *
 * Returns: (transfer full): how many questions are answered when deals move on, or why that
 *   is not known
 */
char *
sc_discovery_tell_answered (const ScDiscoveryFigures *self)
{
  guint n_asked, n_answered;

  if (self->reason == SC_REASON_TOO_FEW)
    return g_strdup_printf (_("Too early to judge: deals that moved on from needs discovery %1$u, needed %2$u."),
                            self->n, SC_FEWEST_CASES);
  if (self->reason == SC_REASON_HISTORY_INFERRED)
    return g_strdup (_("What was known when deals moved on from needs discovery is not known: the history was worked out by an import."));
  if (self->reason != SC_REASON_NONE)
    return sc_reason_to_text (self->reason, self->n);

  n_asked = (guint) lround ((double) self->n_questions / self->n);
  n_answered = (guint) lround (self->mean_share * n_asked);

  return g_strdup_printf (ngettext ("By the next stage %1$u question of %2$u is answered.",
                                    "By the next stage %1$u questions of %2$u are answered.", n_answered), n_answered, n_asked);
}

/**
 * sc_discovery_tell_confirmed:
 * @self: how complete needs discovery is
 *
 * Returns: (transfer full): how many clients confirmed the summary; empty where that is not
 *   known
 */
char *
sc_discovery_tell_confirmed (const ScDiscoveryFigures *self)
{
  guint of = MIN (self->confirmed.of, 100), n;

  if (self->confirmed.of < SC_FEWEST_CASES)
    return g_strdup ("");

  n = (guint) lround (self->confirmed.value * of);

  return g_strdup_printf (ngettext ("%1$u client of %2$u confirmed the summary.", "%1$u clients of %2$u confirmed the summary.", n),
                          n, of);
}

/**
 * sc_discovery_tell_corrected:
 * @self: how complete needs discovery is
 *
 * Returns: (transfer full): of how many deals an answer was corrected, or filled in only at
 *   the gate; empty where that is not known
 */
char *
sc_discovery_tell_corrected (const ScDiscoveryFigures *self)
{
  g_autofree char *corrected = sc_share_to_text (&self->corrected);
  g_autofree char *at_gate = sc_share_to_text (&self->at_gate);
  g_autofree char *not_told = sc_share_to_text (&self->not_told);

  if (self->reason != SC_REASON_NONE)
    return g_strdup ("");

  /* Translators: each %s is how many deals of how many, such as “30 of 40” */
  return g_strdup_printf (_("Corrected later: %1$s deals; filled in only on moving on: %2$s; something not told: %3$s."),
                          corrected, at_gate, not_told);
}

static char *
tell_groups (const ScDiscoveryFigures *self,
             const ScDiscoveryGroup   *most,
             const ScDiscoveryGroup   *least)
{
  g_autofree char *with = sc_share_to_text (&most->won);
  g_autofree char *without = sc_share_to_text (&least->won);
  g_autofree char *adjusted_with = NULL;
  g_autofree char *adjusted_without = NULL;

  if (self->adjusted_reason != SC_REASON_NONE)
    /* Translators: how many of how many, such as “30 of 40” */
    return g_strdup_printf (_("Won, where most is answered: %1$s; where least is: %2$s."), with, without);

  adjusted_with = sc_share_of_to_text (self->adjusted_with, 100);
  adjusted_without = sc_share_of_to_text (self->adjusted_without, 100);

  /* Translators: how many of how many, such as “30 of 40” */
  return g_strdup_printf (_("Won, where most is answered: %1$s; where least is: %2$s (of deals alike in value and source: %3$s against %4$s)."),
                          with, without, adjusted_with, adjusted_without);
}

/* Whether no answers would do as well, by the interval of the coefficient. */
static gboolean
is_beyond_chance (const ScDiscoveryFigures *self)
{
  return self->logistic_reason == SC_REASON_NONE && fabs (self->coefficient) > SC_NORMAL_975 * self->se;
}

/**
 * sc_discovery_tell_winning:
 * @self: how complete needs discovery is
 *
 * Returns: (transfer full): how it goes with winning, or why that is not known; empty where
 *   nothing is known at all
 */
char *
sc_discovery_tell_winning (const ScDiscoveryFigures *self)
{
  g_autofree char *groups = NULL;
  const ScDiscoveryGroup *least, *most;

  if (self->reason != SC_REASON_NONE || self->groups->len < 2)
    return g_strdup ("");

  least = &g_array_index (self->groups, ScDiscoveryGroup, 0);
  most = &g_array_index (self->groups, ScDiscoveryGroup, self->groups->len - 1);
  if (least->won.of < SC_FEWEST_CASES || most->won.of < SC_FEWEST_CASES)
    return g_strdup (_("How answers go with winning it is too early to judge."));

  groups = tell_groups (self, most, least);
  if (self->logistic_reason != SC_REASON_NONE)
    return g_steal_pointer (&groups);
  if (is_beyond_chance (self))
    /* Translators: %s is a sentence */
    return g_strdup_printf (_("%s More than chance, but no proof of cause."), groups);

  /* Translators: %s is a sentence */
  return g_strdup_printf (_("%s Chance may make such a difference."), groups);
}

/**
 * sc_discovery_tell_trend:
 * @self: how complete needs discovery is
 *
 * Returns: (transfer full): how the share answered has changed, or why that can't be said
 */
char *
sc_discovery_tell_trend (const ScDiscoveryFigures *self)
{
  const ScTrend *trend = &self->trend;
  g_autofree char *before = sc_share_of_to_text (MAX (0, trend->before), 100);
  g_autofree char *after = sc_share_of_to_text (MAX (0, trend->after), 100);

  if (self->reason != SC_REASON_NONE)
    return g_strdup ("");

  return sc_trend_to_text (trend, before, after,
                           /* Translators: %1$s, %3$s and %4$s are days; %2$s and %5$s are such as “63 of 100” */
                           _("Of deals started from %1$s on %2$s questions were answered, of those started from %3$s to %4$s %5$s."),
                           /* Translators: %1$s, %3$s and %4$s are days; %2$s and %5$s are such as “63 of 100” */
                           _("Of deals started from %1$s on %2$s questions were answered, of those started from %3$s to %4$s %5$s: "
                             "chance may make such a difference."));
}

/**
 * sc_discovery_tell_left_out:
 * @self: how complete needs discovery is
 *
 * Returns: (transfer full): which deals are not in it, and why; empty where all are
 */
char *
sc_discovery_tell_left_out (const ScDiscoveryFigures *self)
{
  if (self->n_inferred == 0)
    return g_strdup ("");

  return g_strdup_printf (ngettext ("Left out is %u deal of which nobody knows when it moved on.",
                                    "Left out are %u deals of which nobody knows when they moved on.", self->n_inferred),
                          self->n_inferred);
}
