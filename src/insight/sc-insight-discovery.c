/* SPDX-License-Identifier: GPL-3.0-or-later */

/* Tells how complete needs discovery is, and how that goes with winning. */

#include <glib/gi18n-lib.h>
#include <math.h>

#include "insight/sc-insight-charts.h"
#include "insight/sc-insight-parts.h"
#include "statistics/sc-figure-words.h"

static void
say_complete (ScInsightSection         *section,
              const ScDiscoveryFigures *figures)
{
  guint n_questions = figures->n > 0 ? (guint) lround ((double) figures->n_questions / figures->n) : 0;
  guint n_answered = (guint) lround (MAX (figures->mean_share, 0) * n_questions);
  g_autofree char *confirmed = sc_share_to_text (&figures->confirmed);
  g_autofree char *text = NULL;

  if (n_questions == 0)
    return;

  sc_insight_say (section, "complete",
                  g_strdup_printf (ngettext ("Before the next stage %1$u question of %2$u is answered.",
                                             "Before the next stage %1$u questions of %2$u are answered.", n_answered),
                                   n_answered, n_questions),
                  _("Completeness: of deals that moved on from needs discovery, the share of the questions of their version "
                    "that was answered at that moment. Deals that were lost in it are left out: they have few answers "
                    "because they died."));
  sc_insight_section_count (section, _("Moved on"), figures->n, sc_figure_key (SC_CASE_MOVED_ON));
  if (figures->confirmed.of < SC_FEWEST_CASES)
    return;

  /* Translators: %s is a share such as “18 of 30” */
  text = g_strdup_printf (_("The summary was confirmed by %s clients."), confirmed);
  sc_insight_section_say (section, "confirmed", text, NULL);
  sc_insight_section_count (section, _("Confirmed"), figures->confirmed.n, sc_figure_key (SC_CASE_CONFIRMED));
  sc_insight_section_count (section, _("To be confirmed"), figures->confirmed.of, sc_figure_key (SC_CASE_SUMMARY));
}

static void
say_corrected (ScInsightSection         *section,
               const ScDiscoveryFigures *figures)
{
  g_autofree char *corrected = sc_share_to_text (&figures->corrected);
  g_autofree char *at_gate = sc_share_to_text (&figures->at_gate);
  g_autofree char *not_told = sc_share_to_text (&figures->not_told);
  g_autofree char *text = NULL;

  if (figures->n < SC_FEWEST_CASES)
    return;

  /* Translators: each is a share of deals, such as “3 of 40” */
  text = g_strdup_printf (_("An answer was changed afterwards in %1$s deals, filled in only at the gate in %2$s, and not "
                            "told by the client in %3$s."), corrected, at_gate, not_told);
  sc_insight_section_say (section, "corrected", text, NULL);
  sc_insight_section_count (section, _("Changed afterwards"), figures->corrected.n, sc_figure_key (SC_CASE_CORRECTED));
  sc_insight_section_count (section, _("Only at the gate"), figures->at_gate.n, sc_figure_key (SC_CASE_AT_GATE));
  sc_insight_section_count (section, _("Not told"), figures->not_told.n, sc_figure_key (SC_CASE_NOT_TOLD));
}

/* Those with the most answers against those with the fewest. */
static void
offer_group (ScInsightSection       *section,
             const char             *what,
             const ScDiscoveryGroup *group)
{
  sc_insight_section_count (section, what, group->won.of, sc_figure_key_of_shares (SC_CASE_SHARE, group->low, group->high));
}

static void
say_difference (ScInsightSection         *section,
                const ScDiscoveryFigures *figures)
{
  const ScDiscoveryGroup *few, *most;
  g_autofree char *with = NULL;
  g_autofree char *without = NULL;
  g_autofree char *shares = NULL;
  gboolean is_beyond_chance;

  if (figures->groups->len < 2 || figures->logistic_reason != SC_REASON_NONE)
    return;

  few = &g_array_index (figures->groups, ScDiscoveryGroup, 0);
  most = &g_array_index (figures->groups, ScDiscoveryGroup, figures->groups->len - 1);
  if (few->won.of < SC_FEWEST_CASES || most->won.of < SC_FEWEST_CASES)
    return;

  with = sc_share_to_text (&most->won);
  without = sc_share_to_text (&few->won);
  is_beyond_chance = fabs (figures->coefficient) > SC_NORMAL_975 * figures->se;
  if (figures->adjusted_reason == SC_REASON_NONE)
    /* Translators: shares such as “30 of 40”; the numbers are of 100, for deals alike in value and source */
    shares = g_strdup_printf (_("With the most answers %1$s are won, with the fewest %2$s (adjusted for value and source: "
                                "%3$.0f of 100 against %4$.0f of 100)."),
                              with, without, figures->adjusted_with * 100, figures->adjusted_without * 100);
  else
    shares = g_strdup_printf (_("With the most answers %1$s are won, with the fewest %2$s."), with, without);
  sc_insight_say (section, "difference", g_steal_pointer (&shares),
                  _("A logistic regression of winning on the share of questions that was answered, beside value and source."));
  offer_group (section, _("Decided with the most answers"), most);
  offer_group (section, _("Decided with the fewest"), few);
  sc_insight_say (section, "chance",
                  g_strdup (is_beyond_chance ? _("That is more than chance, and no proof of a cause.")
                                             : _("Chance alone may make such a difference.")), NULL);
}

/**
 * sc_insight_tell_discovery:
 * @section: the section
 * @figures: how complete needs discovery is
 */
void
sc_insight_tell_discovery (ScInsightSection         *section,
                           const ScDiscoveryFigures *figures)
{
  sc_insight_section_begin (section);
  if (figures->reason != SC_REASON_NONE)
    sc_insight_say (section, "reason", sc_reason_to_text (figures->reason, figures->n), NULL);
  else
    {
      g_autoptr (ScChart) groups = sc_insight_chart_discovery (figures);
      g_autoptr (ScChart) shares = sc_insight_chart_shares (figures);
      g_autoptr (ScChart) lengths = sc_insight_chart_length_by_share (figures);
      g_autoptr (ScChart) questions = sc_insight_chart_questions (figures);

      say_complete (section, figures);
      say_corrected (section, figures);
      say_difference (section, figures);
      sc_insight_section_show (section, "shares", shares, NULL);
      sc_insight_section_show (section, "groups", groups,
                               _("Won deals, of the decided ones, with Wilson’s interval (95 of 100), by the share of questions "
                                 "that was answered when they moved on."));
      sc_insight_section_show (section, "lengths", lengths,
                               _("The median time until a deal is decided, with its interval (95 of 100), by the share of "
                                 "questions that was answered when it moved on."));
      sc_insight_section_show (section, "questions", questions, NULL);
    }
  sc_insight_section_end (section);
}
