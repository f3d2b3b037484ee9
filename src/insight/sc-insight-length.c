/* SPDX-License-Identifier: GPL-3.0-or-later */

/* Tells how long the cycle is: until a deal is decided, until one is won, and at each stage,
 * beside what the scheme foresees. */

#include <glib/gi18n-lib.h>
#include <math.h>

#include "insight/sc-insight-charts.h"
#include "insight/sc-insight-parts.h"
#include "statistics/sc-figure-words.h"

/* Stages whose deals stand there for longer than these are named. */
#define MOST_STAGES 5

/**
 * sc_insight_say:
 * @section: a section that was begun
 * @id: what the sentence is of
 * @text: (transfer full): the sentence; nothing is said where it is empty
 * @help: (nullable): how it was worked out
 *
 * Says a sentence that was made for it.
 */
void
sc_insight_say (ScInsightSection *section,
                const char       *id,
                char             *text,
                const char       *help)
{
  g_autofree char *owned = text;

  sc_insight_section_say (section, id, owned, help);
}

static void
say_counts (ScInsightSection *section,
            const ScCycle    *cycle)
{
  g_autofree char *no_start = g_strdup_printf ("%'u", cycle->n_no_start);
  g_autofree char *no_end = g_strdup_printf ("%'u", cycle->n_no_end);
  g_autofree char *left_out = NULL;

  sc_insight_section_say (section, "counts", _("The deals that this is made of:"), NULL);
  sc_insight_section_count (section, C_("deals behind a number", "Won"), cycle->n_won, sc_figure_key (SC_CASE_TIMED_WON));
  sc_insight_section_count (section, C_("deals behind a number", "Lost"), cycle->n_lost, sc_figure_key (SC_CASE_TIMED_LOST));
  sc_insight_section_count (section, C_("deals behind a number", "Open"), cycle->n_open, sc_figure_key (SC_CASE_TIMED_OPEN));
  if (cycle->n_no_start == 0 && cycle->n_no_end == 0)
    return;

  left_out = g_strdup_printf (_("Left out, since nobody knows when they began: %1$s; when they ended: %2$s."), no_start,
                              no_end);
  sc_insight_section_say (section, "left-out", left_out, NULL);
  sc_insight_section_count (section, _("Beginning unknown"), cycle->n_no_start, sc_figure_key (SC_CASE_NO_START));
  sc_insight_section_count (section, _("End unknown"), cycle->n_no_end, sc_figure_key (SC_CASE_NO_END));
}

/* Whether the time at any stage is known, and whether any is not since nobody told it. */
static gboolean
knows_stages (const ScCycle *cycle,
              gboolean      *has_inferred)
{
  gboolean is_known = FALSE;

  *has_inferred = FALSE;
  for (guint i = 0; i < cycle->stages->len; i++)
    {
      const ScStageTime *stage = cycle->stages->pdata[i];

      is_known = is_known || sc_figure_is_known (stage->times.median);
      *has_inferred = *has_inferred || stage->n_inferred > 0;
    }

  return is_known;
}

/* How long half the deals stay, beside the target, and how many stand longer at present. */
static char *
tell_stage (const ScStageTime *stage,
            const ScCalendar  *calendar,
            ScDayCount         unit)
{
  g_autofree char *over = g_strdup_printf ("%'u", stage->n_over_target);
  g_autofree char *target = sc_duration_to_text (stage->target, calendar);
  guint days = (guint) ceil (MAX (stage->times.median, 0));

  if (!sc_figure_is_known (stage->times.median))
    /* Translators: %1$s is a stage, %2$s how many of %3$u deals, %4$s a time such as “3 working days” */
    return g_strdup_printf (_("At the stage “%1$s” %2$s of %3$u deals stand longer than the target: %4$s."), stage->name, over,
                            stage->n_known_now, target);
  if (unit == SC_COUNT_DAYS)
    /* Translators: %1$s is a stage, %3$s a time such as “3 working days”, %4$s how many of %5$u deals */
    return g_strdup_printf (ngettext ("At the stage “%1$s” half the deals stay no longer than %2$u day with a target of "
                                      "%3$s; longer than the target stand at present %4$s of %5$u.",
                                      "At the stage “%1$s” half the deals stay no longer than %2$u days with a target of "
                                      "%3$s; longer than the target stand at present %4$s of %5$u.", days),
                            stage->name, days, target, over, stage->n_known_now);

  /* Translators: %1$s is a stage, %3$s a time such as “3 working days”, %4$s how many of %5$u deals */
  return g_strdup_printf (ngettext ("At the stage “%1$s” half the deals stay no longer than %2$u working day with a target "
                                    "of %3$s; longer than the target stand at present %4$s of %5$u.",
                                    "At the stage “%1$s” half the deals stay no longer than %2$u working days with a target "
                                    "of %3$s; longer than the target stand at present %4$s of %5$u.", days),
                          stage->name, days, target, over, stage->n_known_now);
}

static void
say_stages (ScInsightSection *section,
            const ScCycle    *cycle)
{
  guint n_said = 0;

  for (guint i = 0; i < cycle->stages->len && n_said < MOST_STAGES; i++)
    {
      const ScStageTime *stage = cycle->stages->pdata[i];
      g_autofree char *id = g_strdup_printf ("stage:%s", stage->stage_id);
      g_autofree char *text = NULL;

      if (stage->n_over_target == 0 || stage->target.value == 0)
        continue;
      text = tell_stage (stage, cycle->calendar, cycle->query->unit);
      sc_insight_section_say (section, id, text, NULL);
      sc_insight_section_count (section, _("Over target"), stage->n_over_target,
                                sc_figure_key_of (SC_CASE_OVER_TARGET, stage->stage_id));
      sc_insight_section_count (section, _("At work there"), stage->n_known_now,
                                sc_figure_key_of (SC_CASE_KNOWN_NOW, stage->stage_id));
      n_said++;
    }
}

static void
say_bottleneck (ScInsightSection *section,
                const ScCycle    *cycle)
{
  for (guint i = 0; i < cycle->stages->len; i++)
    {
      const ScStageTime *stage = cycle->stages->pdata[i];

      if (stage->is_bottleneck)
        sc_insight_say (section, "bottleneck",
                        g_strdup_printf (_("Most time is lost at the stage “%s”."), stage->name),
                        _("The stage where the time beyond the target, times the deals that come through, is the longest."));
    }
}

static void
say_returns (ScInsightSection *section,
             const ScCycle    *cycle)
{
  for (guint i = 0; i < cycle->stages->len; i++)
    {
      const ScStageTime *stage = cycle->stages->pdata[i];
      g_autofree char *id = g_strdup_printf ("returns:%s", stage->stage_id);
      g_autofree char *number = g_strdup_printf ("%'u", stage->n_returned);
      g_autofree char *text = NULL;

      if (stage->n_returned == 0)
        continue;
      /* Translators: %1$s is a stage, %2$s a number of deals */
      text = g_strdup_printf (_("Deals that came back to the stage “%1$s”: %2$s."), stage->name, number);
      sc_insight_section_say (section, id, text, NULL);
      sc_insight_section_count (section, _("Came back"), stage->n_returned,
                                sc_figure_key_of (SC_CASE_RETURNED, stage->stage_id));
    }
}

static void
show_stages (ScInsightSection *section,
             const ScCycle    *cycle)
{
  g_autoptr (ScChart) chart = NULL;
  gboolean has_inferred;

  if (!knows_stages (cycle, &has_inferred))
    {
      if (has_inferred)
        sc_insight_say (section, "stages", sc_reason_to_text (SC_REASON_HISTORY_INFERRED, 0), NULL);
      return;
    }

  chart = sc_insight_chart_stage_times (cycle);
  sc_insight_section_show (section, "stage-times", chart,
                           _("From visits of which it is known when they began and ended; those that have not ended count "
                             "as longer than they are by now (Kaplan–Meier). A return is a visit of its own. Days on which "
                             "a deal was parked are not counted."));
}

static void
show_outcomes (ScInsightSection *section,
               const ScCycle    *cycle)
{
  g_autoptr (ScChart) chart = NULL;

  if (!sc_figure_is_known (cycle->to_client.median) && !sc_figure_is_known (cycle->to_loss.median))
    return;

  chart = sc_insight_chart_outcomes (cycle);
  sc_insight_section_show (section, "outcomes", chart,
                           _("Of the deals that are won in the end, and of those that are lost, by Aalen and Johansen: each "
                             "is a competing risk of the other, and open deals are looked at up to the day."));
}

/* Where nothing is recorded at any deal there is nothing to tell. */
static void
show_work (ScInsightSection   *section,
           const ScStagesWork *work)
{
  g_autoptr (ScChart) chart = sc_insight_chart_work (work);

  sc_insight_say (section, "work", sc_stages_work_tell (work),
                  _("A day of work is one on which a step of the deal was finished, an answer given, or a criterion or an action "
                    "ticked; on the others the deal waited. Of visits that have ended and of which both days were told, the middle "
                    "one. Where nothing at all is recorded at a deal it is not known, and not taken for waiting."));
  sc_insight_say (section, "work-left-out", sc_stages_work_tell_left_out (work), NULL);
  if (!sc_chart_is_empty (chart))
    sc_insight_section_show (section, "work-times", chart,
                             _("How many days the middle one of the visits took, and on how many of them something was done at "
                               "the deal. Days on which a deal was parked are not counted."));
}

/**
 * sc_insight_tell_length:
 * @section: the section
 * @cycle: how long the cycle is
 * @work: (nullable): working apart from waiting, once it is read
 */
void
sc_insight_tell_length (ScInsightSection   *section,
                        const ScCycle      *cycle,
                        const ScStagesWork *work)
{
  g_autoptr (ScChart) curves = sc_insight_chart_curves (cycle);

  sc_insight_section_begin (section);
  sc_insight_say (section, "decision", sc_cycle_tell_decision (cycle),
                  _("The median time from a deal’s start to its being won or lost, by Kaplan and Meier: open deals count as "
                    "undecided up to the day as of which it is. Of won deals alone every process looks fast."));
  sc_insight_say (section, "client", sc_cycle_tell_client (cycle),
                  _("The time within which half of the deals are won that are won in the end, by Aalen and Johansen: a lost "
                    "deal can’t be won any more, which is something else than one that is still open."));
  sc_insight_say (section, "undecided", sc_cycle_tell_undecided (cycle), NULL);
  sc_insight_say (section, "designed", sc_cycle_tell_designed (cycle),
                  _("The sum of the target times from the scheme’s beginning to the client mark, and how many of the won "
                    "deals took no longer."));
  if (cycle->within_reason == SC_REASON_NONE)
    {
      sc_insight_section_count (section, _("Kept to it"), cycle->within_designed.n, sc_figure_key (SC_CASE_WITHIN_DESIGNED));
      sc_insight_section_count (section, C_("deals behind a number", "Won"), cycle->within_designed.of,
                                sc_figure_key (SC_CASE_TIMED_WON));
    }
  say_counts (section, cycle);
  sc_insight_say (section, "trend", sc_cycle_tell_trend (cycle),
                  _("Two equal periods of start, each followed for the same time: fresh deals that are decided already "
                    "always look fast."));
  if (cycle->to_decision.reason != SC_REASON_TOO_FEW)
    sc_insight_section_show (section, "curves", curves,
                             _("What is undecided by Kaplan and Meier, with its interval (95 of 100); what is won by Aalen and "
                               "Johansen."));
  show_outcomes (section, cycle);
  show_stages (section, cycle);
  say_bottleneck (section, cycle);
  say_stages (section, cycle);
  say_returns (section, cycle);
  if (work != NULL)
    show_work (section, work);
  sc_insight_section_end (section);
}
