/* SPDX-License-Identifier: GPL-3.0-or-later */

/* What the deals' history says of a process: findings in the form of the method's, of source H.
 * Each has its numbers, and none is made of fewer than ten cases. They are of what happened, so
 * no check of a scheme has them. */

#include "statistics/sc-history-finding.h"

#include <glib/gi18n-lib.h>
#include <math.h>

#include "statistics/sc-figure-words.h"

/* From so many times its target on, a stage is found too slow. */
#define TIMES_TARGET 3

/**
 * sc_history_finding_free:
 * @self: (transfer full): a finding
 */
void
sc_history_finding_free (ScHistoryFinding *self)
{
  g_free (self->stage_id);
  g_free (self->text);
  g_free (self->advice);
  g_free (self);
}

static void
add (GPtrArray  *findings,
     const char *stage_id,
     char       *text,
     const char *advice)
{
  ScHistoryFinding *finding = g_new0 (ScHistoryFinding, 1);

  finding->stage_id = g_strdup (stage_id);
  finding->text = text;
  finding->advice = g_strdup (advice);
  g_ptr_array_add (findings, finding);
}

/* Target times are working days: beside days of the calendar they say nothing. */
static void
find_slow_stages (GPtrArray     *findings,
                  const ScCycle *cycle)
{
  for (guint i = 0; i < cycle->stages->len && cycle->query->unit == SC_COUNT_WORKING_DAYS; i++)
    {
      const ScStageTime *stage = cycle->stages->pdata[i];
      guint days = (guint) ceil (MAX (stage->times.median, 0));
      g_autofree char *target = sc_duration_to_text (stage->target, cycle->calendar);

      if (stage->target.value == 0 || !sc_figure_is_known (stage->times.median) ||
          stage->times.median * sc_calendar_get_hours (cycle->calendar)
          < TIMES_TARGET * sc_duration_get_hours (stage->target, cycle->calendar))
        continue;

      /* Translators: %1$s is a stage, %3$s a time such as “3 working days”, %4$u how many visits it was worked out from */
      add (findings, stage->stage_id,
           g_strdup_printf (ngettext ("At the stage “%1$s” half the deals stay %2$u working day and longer, three times the "
                                      "target of %3$s or more (visits: %4$u).",
                                      "At the stage “%1$s” half the deals stay %2$u working days and longer, three times the "
                                      "target of %3$s or more (visits: %4$u).", days),
                            stage->name, days, target, stage->times.n),
           _("Look at what deals wait for there, or set a target that can be kept."));
    }
}

/* Deals that moved on with no answer at all, among the lost and among the won ones: the one
 * without the other would prove nothing. */
static void
find_skipped_discovery (GPtrArray                *findings,
                        const ScDiscoveryFigures *discovery)
{
  guint n_won = 0, n_lost = 0, n_won_without = 0, n_lost_without = 0;
  g_autofree char *lost = NULL;
  g_autofree char *won = NULL;

  for (guint i = 0; i < discovery->groups->len; i++)
    {
      const ScDiscoveryGroup *group = &g_array_index (discovery->groups, ScDiscoveryGroup, i);

      n_won += group->won.n;
      n_lost += group->won.of - group->won.n;
      if (group->high <= 0)
        {
          n_won_without += group->won.n;
          n_lost_without += group->won.of - group->won.n;
        }
    }
  if (n_won < SC_FEWEST_CASES || n_lost < SC_FEWEST_CASES || n_lost_without * n_won <= n_won_without * n_lost)
    return;

  lost = sc_share_of_to_text ((double) n_lost_without / n_lost, n_lost);
  won = sc_share_of_to_text ((double) n_won_without / n_won, n_won);
  /* Translators: shares such as “40 of 100” */
  add (findings, NULL, g_strdup_printf (_("Needs discovery was skipped in %1$s lost deals, and in %2$s won ones."), lost, won),
       _("Have its questions answered before a deal moves on."));
}

/**
 * sc_history_findings_make:
 * @cycle: (nullable): how long the cycle is
 * @discovery: (nullable): how complete needs discovery is
 *
 * Returns: (transfer full) (element-type ScHistoryFinding): what is to be said of them
 */
GPtrArray *
sc_history_findings_make (const ScCycle            *cycle,
                          const ScDiscoveryFigures *discovery)
{
  GPtrArray *findings = g_ptr_array_new_with_free_func ((GDestroyNotify) sc_history_finding_free);

  if (cycle != NULL)
    find_slow_stages (findings, cycle);
  if (discovery != NULL && discovery->reason == SC_REASON_NONE)
    find_skipped_discovery (findings, discovery);

  return findings;
}
