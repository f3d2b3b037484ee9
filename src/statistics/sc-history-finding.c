/* SPDX-License-Identifier: GPL-3.0-or-later */

/* What the deals' history says of a process: findings in the form of the method's, of source H.
 * Each has its numbers, and none is made of fewer than ten cases. They are of what happened, so
 * no check of a scheme has them. */

#include "statistics/sc-history-finding.h"

#include <glib/gi18n-lib.h>
#include <math.h>

#include "statistics/sc-discovery.h"
#include "statistics/sc-figure-deals.h"
#include "statistics/sc-figure-words.h"
#include "statistics/sc-stage-learning.h"

/* From so many times its target on, a stage is found too slow. */
#define TIMES_TARGET 3

static void
count_free (gpointer data)
{
  ScFindingCount *self = data;

  g_free (self->what);
  g_free (self->key);
  g_free (self);
}

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
  g_ptr_array_unref (self->counts);
  g_free (self);
}

/**
 * sc_history_finding_add:
 * @findings: (element-type ScHistoryFinding): findings
 * @stage_id: (nullable): the stage that it is about
 * @text: (transfer full): what is so
 * @advice: what to do
 *
 * Returns: (transfer none): the finding, which counts no deals yet
 */
ScHistoryFinding *
sc_history_finding_add (GPtrArray  *findings,
                        const char *stage_id,
                        char       *text,
                        const char *advice)
{
  ScHistoryFinding *finding = g_new0 (ScHistoryFinding, 1);

  finding->stage_id = g_strdup (stage_id);
  finding->text = text;
  finding->advice = g_strdup (advice);
  finding->counts = g_ptr_array_new_with_free_func (count_free);
  g_ptr_array_add (findings, finding);

  return finding;
}

/**
 * sc_history_finding_count:
 * @self: a finding
 * @what: what is counted
 * @n: how many deals it is; none are no number
 * @key: (transfer full): the key of that number
 *
 * Adds a number that the finding was worked out from.
 */
void
sc_history_finding_count (ScHistoryFinding *self,
                          const char       *what,
                          guint             n,
                          char             *key)
{
  g_autofree char *owned = key;
  ScFindingCount *count;

  if (n == 0)
    return;

  count = g_new0 (ScFindingCount, 1);
  count->what = g_strdup (what);
  count->n = n;
  count->key = g_steal_pointer (&owned);
  g_ptr_array_add (self->counts, count);
}

/* A finding of as many deals. */
static void
add (GPtrArray  *findings,
     const char *stage_id,
     char       *text,
     const char *advice,
     guint       n,
     char       *key)
{
  sc_history_finding_count (sc_history_finding_add (findings, stage_id, text, advice), _("Deals"), n, key);
}

static guint
count_entered (const ScFlow *flow,
               const char   *stage_id)
{
  for (guint i = 0; flow != NULL && i < flow->stages->len; i++)
    {
      const ScStageFlow *stage = flow->stages->pdata[i];

      if (g_str_equal (stage->stage_id, stage_id))
        return stage->n_entered;
    }

  return 0;
}

/* Target times are working days: beside days of the calendar they say nothing. */
static void
find_slow_stages (GPtrArray     *findings,
                  const ScCycle *cycle,
                  const ScFlow  *flow)
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
           _("Look at what deals wait for there, or set a target that can be kept."),
           count_entered (flow, stage->stage_id), sc_figure_key_of (SC_CASE_ENTERED, stage->stage_id));
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
       _("Have its questions answered before a deal moves on."), n_lost_without + n_won_without,
       sc_figure_key_of_shares (SC_CASE_SHARE, 0, 0));
}

/* A stage that no deal is lost at and that teaches nothing only takes time: its deals go on
 * as they would without it. */
static void
find_idle_stages (GPtrArray    *findings,
                  const ScFlow *flow,
                  GHashTable   *learning)
{
  for (guint i = 0; i < flow->stages->len; i++)
    {
      const ScStageFlow *stage = flow->stages->pdata[i];

      if (stage->reason != SC_REASON_NONE || stage->n_lost > 0 || sc_stage_learning_get (learning, stage->stage_id) > 0)
        continue;

      /* Translators: %1$s is a stage, %2$u how many deals have left it */
      add (findings, stage->stage_id,
           g_strdup_printf (ngettext ("At the stage “%1$s” nobody is lost and nothing is learned: %2$u deal has left it, with "
                                      "no answer and no criterion met there.",
                                      "At the stage “%1$s” nobody is lost and nothing is learned: %2$u deals have left it, with "
                                      "no answer and no criterion met there.", stage->conversion.of),
                            stage->name, stage->conversion.of),
           _("Ask there what has to be known, or merge it with the stage beside it."), stage->conversion.of,
           sc_figure_key_of (SC_CASE_LEFT, stage->stage_id));
    }
}

/**
 * sc_history_findings_make:
 * @cycle: (nullable): how long the cycle is
 * @flow: (nullable): how deals go through the stages
 * @discovery: (nullable): how complete needs discovery is
 * @learning: (nullable): in which stages something is learned
 *
 * Returns: (transfer full) (element-type ScHistoryFinding): what is to be said of them
 */
GPtrArray *
sc_history_findings_make (const ScCycle            *cycle,
                          const ScFlow             *flow,
                          const ScDiscoveryFigures *discovery,
                          GHashTable               *learning)
{
  GPtrArray *findings = g_ptr_array_new_with_free_func ((GDestroyNotify) sc_history_finding_free);

  if (cycle != NULL)
    find_slow_stages (findings, cycle, flow);
  if (discovery != NULL && discovery->reason == SC_REASON_NONE)
    find_skipped_discovery (findings, discovery);
  if (flow != NULL && learning != NULL)
    find_idle_stages (findings, flow, learning);

  return findings;
}

/**
 * sc_history_findings_read:
 * @store: a store
 * @query: which deals, and as of which day
 * @cancellable: (nullable): stops it
 * @error: why it can't be read
 *
 * Returns: (transfer full) (element-type ScHistoryFinding): what the deals' history says of
 *   their process
 */
GPtrArray *
sc_history_findings_read (ScStore              *store,
                          const ScFiguresQuery *query,
                          GCancellable         *cancellable,
                          GError              **error)
{
  g_autoptr (ScCycle) cycle = sc_cycle_read (store, query, cancellable, error);
  g_autoptr (ScFlow) flow = cycle != NULL ? sc_flow_read (store, query, cancellable, error) : NULL;
  g_autoptr (ScDiscoveryFigures) discovery = flow != NULL ? sc_discovery_read (store, query, cancellable, error) : NULL;
  g_autoptr (GHashTable) learning = discovery != NULL ? sc_stage_learning_read (store, query, cancellable, error) : NULL;

  return learning != NULL ? sc_history_findings_make (cycle, flow, discovery, learning) : NULL;
}
