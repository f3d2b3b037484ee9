/* SPDX-License-Identifier: GPL-3.0-or-later */

/* Says figures in a salesperson's words, for the view, the command line and reports. Below
 * ten cases there is no figure, to 99 it is “30 of 40”, from 100 on “63 of 100”, and days
 * are whole: more would say that something is known that is not. */

#include "statistics/sc-figure-words.h"

#include <glib/gi18n-lib.h>
#include <math.h>

#define HUNDRED 100

/* Within so many days it is so; where a curve runs level, not before. */
static guint
to_days (double days)
{
  return (guint) ceil (days);
}

/**
 * sc_share_of_to_text:
 * @share: a share, 0 to 1
 * @of: of how many
 *
 * Returns: (transfer full): “30 of 40”, or “63 of 100” where there are more
 */
char *
sc_share_of_to_text (double share,
                     guint  of)
{
  guint whole = MIN (of, HUNDRED);

  /* Translators: how many of how many, such as “30 of 40” */
  return g_strdup_printf (C_("share", "%1$u of %2$u"), (guint) lround (share * whole), whole);
}

/**
 * sc_share_to_text:
 * @share: a share
 *
 * Returns: (transfer full): “30 of 40”, or “63 of 100” where there are more
 */
char *
sc_share_to_text (const ScShare *share)
{
  return sc_share_of_to_text (share->value, share->of);
}

/**
 * sc_days_to_text:
 * @days: how many days, or %SC_FIGURE_NONE
 * @unit: of which kind
 *
 * Returns: (transfer full): “50 working days” or “69 days”, a dash for none
 */
char *
sc_days_to_text (double     days,
                 ScDayCount unit)
{
  guint n;

  if (!sc_figure_is_known (days))
    return g_strdup ("–");

  n = to_days (days);

  return unit == SC_COUNT_DAYS ? g_strdup_printf (ngettext ("%u day", "%u days", n), n)
                               : g_strdup_printf (ngettext ("%u working day", "%u working days", n), n);
}

/**
 * sc_reason_to_text:
 * @reason: why a figure can't be given
 * @n_ended: how many cases there are
 *
 * Returns: (transfer full): a sentence that says so; empty where the figure is there
 */
char *
sc_reason_to_text (ScReason reason,
                   guint    n_ended)
{
  switch (reason)
    {
    case SC_REASON_TOO_FEW:
      return g_strdup_printf (_("Too early to judge: cases there are %1$u, needed %2$u."), n_ended, SC_FEWEST_CASES);
    case SC_REASON_NOT_REACHED:
      return g_strdup (_("Too early to judge: too many are still open."));
    case SC_REASON_HISTORY_INFERRED:
      return g_strdup (_("Days in stages are not known: the history was worked out by an import."));
    case SC_REASON_SEPARATED:
      return g_strdup (_("This can’t be put into a number: one group has all of it, the other nothing."));
    case SC_REASON_NO_DISCOVERY:
      return g_strdup (_("No stage of this process covers needs discovery."));
    case SC_REASON_TOO_EARLY:
      return g_strdup (_("Too early to compare: deals of the last period have not been followed for long enough."));
    case SC_REASON_NONE:
    default:
      return g_strdup ("");
    }
}

static char *
tell_too_few_decided (guint n)
{
  return g_strdup_printf (_("Too early to judge: deals decided %1$u, needed %2$u."), n, SC_FEWEST_CASES);
}

static char *
tell_half_and_rest (guint      half,
                    guint      rest,
                    ScDayCount unit)
{
  if (unit == SC_COUNT_DAYS)
    return g_strdup_printf (ngettext ("Half the deals are decided, one way or the other, within %1$u day; "
                                      "one in four is still undecided after %2$u.",
                                      "Half the deals are decided, one way or the other, within %1$u days; "
                                      "one in four is still undecided after %2$u.",
                                      half),
                            half, rest);

  return g_strdup_printf (ngettext ("Half the deals are decided, one way or the other, within %1$u working day; "
                                    "one in four is still undecided after %2$u.",
                                    "Half the deals are decided, one way or the other, within %1$u working days; "
                                    "one in four is still undecided after %2$u.",
                                    half),
                          half, rest);
}

static char *
tell_half (guint      half,
           ScDayCount unit)
{
  if (unit == SC_COUNT_DAYS)
    return g_strdup_printf (ngettext ("Half the deals are decided, one way or the other, within %u day.",
                                      "Half the deals are decided, one way or the other, within %u days.", half), half);

  return g_strdup_printf (ngettext ("Half the deals are decided, one way or the other, within %u working day.",
                                    "Half the deals are decided, one way or the other, within %u working days.", half), half);
}

/**
 * sc_cycle_tell_decision:
 * @self: how long the cycle is
 *
 * Returns: (transfer full): within how many days half the deals are decided, or why that
 *   is not known
 */
char *
sc_cycle_tell_decision (const ScCycle *self)
{
  const ScTimes *times = &self->to_decision;

  if (times->reason == SC_REASON_TOO_FEW)
    return tell_too_few_decided (times->n_ended);
  if (!sc_figure_is_known (times->median))
    return g_strdup (_("Half the deals are not decided yet."));
  if (!sc_figure_is_known (times->q75))
    return tell_half (to_days (times->median), self->query->unit);

  return tell_half_and_rest (to_days (times->median), to_days (times->q75), self->query->unit);
}

/**
 * sc_cycle_tell_client:
 * @self: how long the cycle is
 *
 * Returns: (transfer full): within how many days half of the won deals are won, or why
 *   that is not known
 */
char *
sc_cycle_tell_client (const ScCycle *self)
{
  const ScTimes *times = &self->to_client;
  guint days;

  if (times->reason == SC_REASON_TOO_FEW)
    return g_strdup_printf (_("Too early to judge: deals won %1$u, needed %2$u."), times->n_ended, SC_FEWEST_CASES);

  days = to_days (times->median);

  return self->query->unit == SC_COUNT_DAYS
         ? g_strdup_printf (ngettext ("Of the won ones half are won within %u day.",
                                      "Of the won ones half are won within %u days.", days), days)
         : g_strdup_printf (ngettext ("Of the won ones half are won within %u working day.",
                                      "Of the won ones half are won within %u working days.", days), days);
}

/**
 * sc_cycle_tell_undecided:
 * @self: how long the cycle is
 *
 * Returns: (transfer full): how many are undecided even after the longest time; empty
 *   where that is not known
 */
char *
sc_cycle_tell_undecided (const ScCycle *self)
{
  guint of = MIN (self->to_decision.n, HUNDRED), n;

  if (!sc_figure_is_known (self->undecided))
    return g_strdup ("");

  n = (guint) lround (self->undecided * of);
  if (n == 0)
    return g_strdup (self->n_open == 0 ? _("All the deals are decided.") : _("Hardly any deal stays undecided in the end."));

  return g_strdup_printf (ngettext ("%1$u deal of %2$u is undecided.", "%1$u deals of %2$u are undecided.", n), n, of);
}

/**
 * sc_cycle_tell_designed:
 * @self: how long the cycle is
 *
 * Returns: (transfer full): how long it is by the scheme, and how many of the won deals
 *   kept to that
 */
char *
sc_cycle_tell_designed (const ScCycle *self)
{
  g_autofree char *designed = sc_duration_to_text (self->designed, self->calendar);
  guint of = MIN (self->within_designed.of, HUNDRED), n;

  if (self->designed.value == 0)
    return g_strdup (_("The scheme has no target times."));
  if (self->within_reason != SC_REASON_NONE)
    /* Translators: %s is a time such as “55 working days” */
    return g_strdup_printf (_("By the scheme it is %s."), designed);

  n = (guint) lround (self->within_designed.value * of);

  /* Translators: %1$s is a time such as “55 working days”, %2$u how many of %3$u */
  return g_strdup_printf (ngettext ("By the scheme it is %1$s; %2$u of %3$u won deals kept to it.",
                                    "By the scheme it is %1$s; %2$u of %3$u won deals kept to it.", n), designed, n, of);
}

/**
 * sc_cycle_tell_left_out:
 * @self: how long the cycle is
 *
 * Returns: (transfer full): which deals are not in it, and why; empty where all are
 */
char *
sc_cycle_tell_left_out (const ScCycle *self)
{
  g_autofree char *no_start =
    self->n_no_start > 0
    ? g_strdup_printf (ngettext ("Left out is %u deal of which nobody knows when it began.",
                                 "Left out are %u deals of which nobody knows when they began.", self->n_no_start),
                       self->n_no_start) : NULL;
  g_autofree char *no_end =
    self->n_no_end > 0
    ? g_strdup_printf (ngettext ("Left out is %u deal of which nobody knows when it was won or lost.",
                                 "Left out are %u deals of which nobody knows when they were won or lost.", self->n_no_end),
                       self->n_no_end) : NULL;

  if (no_start != NULL && no_end != NULL)
    return g_strconcat (no_start, " ", no_end, NULL);

  return g_strdup (no_start != NULL ? no_start : no_end != NULL ? no_end : "");
}

/**
 * sc_trend_to_text:
 * @self: how a figure has changed
 * @before: what it was
 * @after: what it is
 * @beyond_chance: the sentence where chance does not make such a difference, with %1$s, %3$s
 *   and %4$s for the days of the periods, %2$s for @before, %5$s for @after
 * @by_chance: the same where it may
 *
 * Returns: (transfer full): how it has changed, or why that can't be said
 */
char *
sc_trend_to_text (const ScTrend *self,
                  const char    *before,
                  const char    *after,
                  const char    *beyond_chance,
                  const char    *by_chance)
{
  g_autofree char *early_from = sc_date_to_text (self->early_from);
  g_autofree char *late_from = sc_date_to_text (self->late_from);
  g_autofree char *late_to = sc_date_to_text (self->late_to);

  if (self->reason != SC_REASON_NONE)
    return sc_reason_to_text (SC_REASON_TOO_EARLY, 0);

  return g_strdup_printf (self->is_beyond_chance ? beyond_chance : by_chance, early_from, before, late_from, late_to, after);
}

/**
 * sc_cycle_tell_trend:
 * @self: how long the cycle is
 *
 * Returns: (transfer full): how the time until half the deals are decided has changed, or
 *   why that can't be said
 */
char *
sc_cycle_tell_trend (const ScCycle *self)
{
  const ScTrend *trend = &self->trend;
  g_autofree char *before = sc_days_to_text (trend->before, self->query->unit);
  g_autofree char *after = sc_days_to_text (trend->after, self->query->unit);

  return sc_trend_to_text (trend, before, after,
                           /* Translators: %1$s, %3$s and %4$s are days; %2$s and %5$s are times such as “50 days” */
                           _("Of the deals started from %1$s on half were decided within %2$s, "
                             "of those started from %3$s to %4$s within %5$s."),
                           /* Translators: %1$s, %3$s and %4$s are days; %2$s and %5$s are times such as “50 days” */
                           _("Of the deals started from %1$s on half were decided within %2$s, "
                             "of those started from %3$s to %4$s within %5$s: chance may make such a difference."));
}
