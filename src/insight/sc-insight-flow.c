/* SPDX-License-Identifier: GPL-3.0-or-later */

/* Tells how deals go through the stages: how many go on, where and why they are lost, by whom,
 * by source and by month, and how many come through in a week. */

#include <glib/gi18n-lib.h>
#include <math.h>

#include "insight/sc-insight-charts.h"
#include "insight/sc-insight-parts.h"
#include "statistics/sc-figure-words.h"

static void
offer_decided (ScInsightSection *section,
               const ScFlow     *flow)
{
  sc_insight_section_count (section, C_("deals behind a number", "Won"), flow->n_won, sc_figure_key (SC_CASE_WON));
  sc_insight_section_count (section, C_("deals behind a number", "Lost"), flow->n_decided - flow->n_won,
                            sc_figure_key (SC_CASE_LOST));
  sc_insight_section_count (section, C_("deals behind a number", "Decided"), flow->n_decided,
                            sc_figure_key (SC_CASE_DECIDED));
}

static void
say_won (ScInsightSection *section,
         const ScFlow     *flow)
{
  sc_insight_say (section, "won", sc_flow_tell_won (flow),
                  _("Won deals, of the won and the lost ones; open deals are in neither. The interval is Wilson’s "
                    "(95 of 100)."));
  offer_decided (section, flow);
}

static void
say_stage (ScInsightSection  *section,
           const ScStageFlow *stage)
{
  g_autofree char *id = g_strdup_printf ("flow:%s", stage->stage_id);

  if (stage->n_entered == 0 && stage->n_now == 0)
    return;

  sc_insight_say (section, id, sc_stage_flow_tell (stage), NULL);
  sc_insight_section_count (section, _("Went on"), stage->n_left_on, sc_figure_key_of (SC_CASE_LEFT_ON, stage->stage_id));
  sc_insight_section_count (section, _("Left"), stage->conversion.of, sc_figure_key_of (SC_CASE_LEFT, stage->stage_id));
  sc_insight_section_count (section, C_("deals behind a number", "Lost"), stage->n_lost,
                            sc_figure_key_of (SC_CASE_LOST_THERE, stage->stage_id));
  sc_insight_section_count (section, _("Still there"), stage->n_now, sc_figure_key_of (SC_CASE_NOW, stage->stage_id));
}

/* Where all that is known was worked out by an import, that is said once, and not of each stage. */
static gboolean
is_inferred (const ScFlow *flow)
{
  for (guint i = 0; i < flow->stages->len; i++)
    if (((const ScStageFlow *) flow->stages->pdata[i])->reason != SC_REASON_HISTORY_INFERRED)
      return FALSE;

  return flow->stages->len > 0;
}

static void
say_stages (ScInsightSection *section,
            const ScFlow     *flow)
{
  if (is_inferred (flow))
    {
      sc_insight_say (section, "inferred",
                      g_strdup (_("How many deals go on from stage to stage is not known: the history was worked out by an "
                                  "import.")), NULL);
      return;
    }

  for (guint i = 0; i < flow->stages->len; i++)
    say_stage (section, flow->stages->pdata[i]);
}

static gboolean
has_visits (const ScFlow *flow)
{
  for (guint i = 0; i < flow->stages->len; i++)
    if (((const ScStageFlow *) flow->stages->pdata[i])->n_entered > 0)
      return TRUE;

  return FALSE;
}

static void
show_groups (ScInsightSection *section,
             const char       *id,
             const char       *title,
             const char       *axis,
             const GPtrArray  *groups,
             ScFigureCase      which)
{
  g_autoptr (ScChart) chart = NULL;

  if (groups->len == 0)
    return;

  chart = sc_insight_chart_groups (title, axis, groups, which);
  sc_insight_section_show (section, id, chart,
                           _("Won deals, of the decided ones, with Wilson’s interval (95 of 100). Where intervals overlap, the "
                             "order says nothing."));
}

static void
show_weeks (ScInsightSection *section,
            const ScFlow     *flow)
{
  g_autoptr (ScChart) chart = NULL;

  if (flow->weeks->len == 0)
    return;

  chart = sc_insight_chart_weeks (flow);
  sc_insight_section_show (section, "weeks", chart, NULL);
  if (!sc_figure_is_known (flow->little_days))
    return;

  sc_insight_say (section, "little",
                  g_strdup_printf (_("In work at a time: %1$.0f. Decided in a week: %2$.0f. At this rate what is in work "
                                     "is through in %3$.0f days of the calendar."),
                                   flow->in_work, flow->per_week, ceil (flow->little_days)),
                  _("Little’s law: how much is in work, by how much comes through in a day. Where it is far from the time "
                    "until deals are decided, something piles up or runs dry."));
}

static void
say_trial (ScInsightSection  *section,
           const ScTrialFlow *trial,
           ScDayCount         unit)
{
  sc_insight_say (section, "trial", sc_trial_flow_tell (trial, unit),
                  _("Of the deals that came into a trial; the time until they pay by Aalen and Johansen, from the trial’s "
                    "beginning, where a lost deal can’t be won any more."));
  sc_insight_section_count (section, _("Trials"), trial->n_entered, sc_figure_key (SC_CASE_TRIAL));
  sc_insight_section_count (section, C_("deals behind a number", "Won"), trial->n_won, sc_figure_key (SC_CASE_TRIAL_WON));
  sc_insight_section_count (section, C_("deals behind a number", "Lost"), trial->n_lost, sc_figure_key (SC_CASE_TRIAL_LOST));
  sc_insight_section_count (section, _("Undecided"), trial->n_undecided, sc_figure_key (SC_CASE_TRIAL_UNDECIDED));
  sc_insight_section_count (section, _("Extended"), trial->n_extended, sc_figure_key (SC_CASE_TRIAL_EXTENDED));
}

/**
 * sc_insight_tell_flow:
 * @section: the section
 * @flow: how deals go through the stages
 */
void
sc_insight_tell_flow (ScInsightSection *section,
                      const ScFlow     *flow)
{
  g_autoptr (ScChart) funnel = sc_insight_chart_funnel (flow);
  g_autoptr (ScChart) losses = sc_insight_chart_losses (flow);

  sc_insight_section_begin (section);
  say_won (section, flow);
  if (has_visits (flow))
    sc_insight_section_show (section, "funnel", funnel,
                             _("Each deal counts once at a stage. A deal that skips a stage is not lost there."));
  say_stages (section, flow);
  if (flow->losses->len > 0)
    sc_insight_section_show (section, "losses", losses, NULL);
  show_groups (section, "months", _("Won, by Month of Start"), _("Month"), flow->by_month, SC_CASE_MONTH);
  show_groups (section, "owners", _("Won, by Owner"), _("Owner"), flow->by_owner, SC_CASE_OWNER);
  show_groups (section, "sources", _("Won, by Source"), _("Source"), flow->by_source, SC_CASE_SOURCE);
  show_weeks (section, flow);
  if (flow->trial != NULL)
    say_trial (section, flow->trial, flow->query->unit);
  sc_insight_section_end (section);
}
