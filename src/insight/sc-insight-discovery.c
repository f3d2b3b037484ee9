/* SPDX-License-Identifier: GPL-3.0-or-later */

/* Tells how complete needs discovery is, and how that goes with winning. */

#include <glib/gi18n-lib.h>

#include "insight/sc-insight-charts.h"
#include "insight/sc-insight-parts.h"
#include "statistics/sc-figure-words.h"
#include "statistics/sc-question-words.h"

static void
say_complete (ScInsightSection         *section,
              const ScDiscoveryFigures *figures)
{
  sc_insight_say (section, "complete", sc_discovery_tell_answered (figures),
                  _("Completeness: of deals that moved on from needs discovery, the share of the questions of their version "
                    "that was answered at that moment. Deals that were lost in it are left out: they have few answers "
                    "because they died."));
  sc_insight_section_count (section, _("Moved on"), figures->n, sc_figure_key (SC_CASE_MOVED_ON));
  if (figures->confirmed.of < SC_FEWEST_CASES)
    return;

  sc_insight_say (section, "confirmed", sc_discovery_tell_confirmed (figures), NULL);
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
  sc_insight_say (section, "difference", sc_discovery_tell_winning (figures),
                  _("A logistic regression of winning on the share of questions that was answered, beside value and source."));
  if (figures->groups->len >= 2)
    {
      offer_group (section, _("Decided with the most answers"),
                   &g_array_index (figures->groups, ScDiscoveryGroup, figures->groups->len - 1));
      offer_group (section, _("Decided with the fewest"), &g_array_index (figures->groups, ScDiscoveryGroup, 0));
    }
  if (figures->logistic_reason == SC_REASON_SEPARATED)
    sc_insight_say (section, "separated", sc_reason_to_text (SC_REASON_SEPARATED, 0), NULL);
}

/* What is won with an answer, and what without: of those questions that tell the two apart. */
static void
say_questions (ScInsightSection         *section,
               const ScDiscoveryFigures *figures)
{
  g_autoptr (GPtrArray) telling = sc_questions_find_telling (figures);

  for (guint i = 0; i < telling->len; i++)
    {
      const ScQuestionFigures *question = telling->pdata[i];
      g_autofree char *id = g_strdup_printf ("telling:%s", question->criterion_id);

      sc_insight_say (section, id, sc_question_tell (question),
                      _("Told where Newcombe’s interval (95 of 100) of the difference leaves 0 out: of twenty questions one "
                        "does so by chance alone."));
      sc_insight_section_count (section, _("Decided with an answer"), question->won_with.of,
                                sc_figure_key_of (SC_CASE_ANSWERED_DECIDED, question->criterion_id));
      sc_insight_section_count (section, _("Decided without"), question->won_without.of,
                                sc_figure_key_of (SC_CASE_UNANSWERED_DECIDED, question->criterion_id));
    }
  sc_insight_say (section, "alike", sc_questions_tell_alike (figures), NULL);
}

static void
say_never_answered (ScInsightSection         *section,
                    const ScDiscoveryFigures *figures)
{
  for (guint i = 0; i < figures->questions->len; i++)
    {
      const ScQuestionFigures *question = figures->questions->pdata[i];
      g_autofree char *id = g_strdup_printf ("never:%s", question->criterion_id);

      if (!sc_question_is_never_answered (question))
        continue;

      sc_insight_say (section, id, sc_question_tell_never_answered (question), NULL);
      sc_insight_section_count (section, C_("deals behind a number", "Asked"), question->answered.of,
                                sc_figure_key_of (SC_CASE_ASKED, question->criterion_id));
    }
}

static void
say_left_out (ScInsightSection         *section,
              const ScDiscoveryFigures *figures)
{
  sc_insight_say (section, "left-out", sc_discovery_tell_left_out (figures), NULL);
  sc_insight_section_count (section, C_("deals behind a number", "Left out"), figures->n_inferred, sc_figure_key (SC_CASE_MOVED_ON_UNKNOWN));
}

static void
show_questions (ScInsightSection         *section,
                const ScDiscoveryFigures *figures)
{
  g_autoptr (ScChart) questions = sc_insight_chart_questions (figures);
  g_autoptr (ScChart) answers = sc_insight_chart_answers (figures);

  sc_insight_section_show (section, "questions", questions, NULL);
  say_never_answered (section, figures);
  if (!sc_chart_is_empty (answers))
    sc_insight_section_show (section, "answers", answers,
                             _("Won deals, of the decided ones that had an answer when they moved on and of those that had none, "
                               "each with Wilson’s interval (95 of 100)."));
  say_questions (section, figures);
}

static void
show_all (ScInsightSection         *section,
          const ScDiscoveryFigures *figures)
{
  g_autoptr (ScChart) groups = sc_insight_chart_discovery (figures);
  g_autoptr (ScChart) shares = sc_insight_chart_shares (figures);
  g_autoptr (ScChart) lengths = sc_insight_chart_length_by_share (figures);

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
  show_questions (section, figures);
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
    {
      sc_insight_say (section, "reason", sc_discovery_tell_answered (figures), NULL);
      sc_insight_section_count (section, _("Moved on"), figures->n, sc_figure_key (SC_CASE_MOVED_ON));
    }
  else
    show_all (section, figures);
  say_left_out (section, figures);
  sc_insight_section_end (section);
}
