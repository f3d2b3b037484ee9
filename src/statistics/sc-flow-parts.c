/* SPDX-License-Identifier: GPL-3.0-or-later */

/* Parts of how deals go through the stages: by stage, by what they have in common, by
 * reason, by week. */

#include "statistics/sc-flow-parts.h"

#include "model/sc-month.h"
#include "statistics/sc-stage-times.h"

/* Half a year. */
#define MOST_WEEKS 26

/**
 * sc_stage_flow_free:
 * @self: (transfer full): how deals go through a stage
 */
void
sc_stage_flow_free (ScStageFlow *self)
{
  g_free (self->stage_id);
  g_free (self->name);
  g_free (self->back_to);
  g_free (self);
}

/**
 * sc_flow_group_free:
 * @self: (transfer full): deals that have something in common
 */
void
sc_flow_group_free (ScFlowGroup *self)
{
  g_free (self->key);
  g_free (self);
}

/**
 * sc_loss_count_free:
 * @self: (transfer full): how many were lost for a reason in a stage
 */
void
sc_loss_count_free (ScLossCount *self)
{
  g_free (self->reason);
  g_free (self->stage_id);
  g_free (self->stage);
  g_free (self);
}

static gboolean
is_decided (const ScFate *fate)
{
  return fate->decision != SC_FATE_OPEN;
}

/* A deal counts where it was last; how a publication took it away is nobody's doing. */
static void
count_last (ScStageFlow        *flow,
            const ScVisitGroup *visits,
            gboolean            is_over_target)
{
  flow->n_entered += visits->n;
  switch (visits->end)
    {
    case SC_VISIT_STANDS:
      flow->n_over_target += is_over_target ? visits->n : 0;
      break;
    case SC_VISIT_ON:
    case SC_VISIT_COMPLETED:
      flow->n_left_on += visits->n;
      break;
    case SC_VISIT_LOST:
      flow->n_lost += visits->n;
      break;
    case SC_VISIT_BACK:
    case SC_VISIT_PUBLISHED:
    case SC_VISIT_ENDED_EARLY:
    default:
      break;
    }
}

/* What is counted of a stage while its visits are looked at. */
typedef struct {
  ScStageFlow *flow;
  ScDuration target;
  const ScCalendar *calendar;
  guint n_left;
} Place;

/* How a publication took the stage away is nobody's doing. */
static void
count_gone (ScStageFlow        *flow,
            const ScVisitGroup *visits)
{
  if (!visits->is_known || visits->end == SC_VISIT_STANDS || visits->end == SC_VISIT_PUBLISHED)
    return;

  flow->n_gone += visits->n;
  if (visits->back_to != NULL && g_strcmp0 (visits->back_to, flow->back_to) == 0)
    flow->n_back += visits->n;
}

static void
count_visits (Place              *place,
              const ScVisitGroup *visits,
              guint               working_days)
{
  gboolean is_over_target = place->target.value > 0
                            && working_days * sc_calendar_get_hours (place->calendar)
                            > sc_duration_get_hours (place->target, place->calendar);

  place->flow->n_returned += visits->is_second ? visits->n : 0;
  count_gone (place->flow, visits);
  if (!visits->is_last)
    return;
  if (visits->end == SC_VISIT_STANDS)
    place->flow->n_now += visits->n;
  if (!visits->is_known)
    return;

  count_last (place->flow, visits, is_over_target);
  if (visits->end != SC_VISIT_STANDS && visits->end != SC_VISIT_PUBLISHED)
    place->n_left += visits->n;
}

/* Deals whose history was worked out may have gone through any stage. */
static void
finish_stage (const Place *place,
              gboolean     has_inferred)
{
  ScStageFlow *flow = place->flow;

  sc_share_make (flow->n_left_on, place->n_left, &flow->conversion);
  if (place->n_left >= SC_FEWEST_CASES)
    flow->reason = SC_REASON_NONE;
  else
    flow->reason = flow->n_entered == 0 && has_inferred ? SC_REASON_HISTORY_INFERRED : SC_REASON_TOO_FEW;
}

/**
 * sc_stage_flows_new:
 * @version: a version
 * @visits: (element-type ScVisitGroup): visits to stages
 * @as_of: the day
 * @working_days: what working days are counted by
 *
 * A deal counts once in a stage, as it left it the last time; one that skips it does not.
 * Visits of which it was worked out when they began count only where they go on.
 *
 * Returns: (transfer full) (element-type ScStageFlow): how deals go through its stages
 */
GPtrArray *
sc_stage_flows_new (const ScVersion  *version,
                    const GPtrArray  *visits,
                    ScDate            as_of,
                    const ScDayScale *working_days)
{
  GPtrArray *flows = g_ptr_array_new_with_free_func ((GDestroyNotify) sc_stage_flow_free);
  g_autofree Place *places = g_new0 (Place, version->stages->len + 1);
  gboolean has_inferred = FALSE;

  for (guint i = 0; i < version->stages->len; i++)
    {
      const ScStage *stage = sc_version_get_stage (version, i);

      places[i] = (Place) { .flow = g_new0 (ScStageFlow, 1), .target = stage->duration, .calendar = version->calendar };
      places[i].flow->stage_id = g_strdup (stage->id);
      places[i].flow->name = g_strdup (stage->name);
      if (stage->refusal.kind == SC_REFUSAL_BACK)
        places[i].flow->back_to = g_strdup (stage->refusal.stage_id);
      g_ptr_array_add (flows, places[i].flow);
    }
  for (guint i = 0; i < visits->len; i++)
    {
      const ScVisitGroup *group = visits->pdata[i];
      guint position;

      has_inferred |= !group->is_known;
      if (group->stage_id != NULL && sc_version_find_stage (version, group->stage_id, &position) != NULL)
        count_visits (&places[position], group, sc_visit_count_days (group, working_days, as_of));
    }
  for (guint i = 0; i < flows->len; i++)
    finish_stage (&places[i], has_inferred);

  return flows;
}

/**
 * sc_flow_make_key:
 * @fates: what became of deals
 * @fate: one of them
 * @by: what puts them together
 *
 * Returns: (transfer full): the key of the deal's group
 */
char *
sc_flow_make_key (const ScFates *fates,
                  const ScFate  *fate,
                  ScFlowBy       by)
{
  const char *text;

  if (by == SC_FLOW_BY_MONTH)
    return fate->started != SC_DATE_NONE ? sc_month_to_string (fate->started) : g_strdup ("");

  text = sc_fates_get_text (fates, by == SC_FLOW_BY_OWNER ? fate->owner : fate->source);

  return g_strdup (text != NULL ? text : "");
}

static guint
get_number (const ScFate *fate,
            ScFlowBy      by)
{
  if (by == SC_FLOW_BY_MONTH)
    return fate->started != SC_DATE_NONE ? sc_month_of (fate->started) : 0;

  return by == SC_FLOW_BY_OWNER ? fate->owner : fate->source;
}

static int
compare_keys (gconstpointer a,
              gconstpointer b)
{
  const ScFlowGroup *first = *(const ScFlowGroup *const *) a;
  const ScFlowGroup *second = *(const ScFlowGroup *const *) b;

  if (*first->key == '\0' || *second->key == '\0')
    return (*first->key == '\0') - (*second->key == '\0');

  return g_utf8_collate (first->key, second->key);
}

/**
 * sc_flow_groups_new:
 * @fates: what became of deals
 * @query: which of them
 * @by: what puts them together
 *
 * Returns: (transfer full) (element-type ScFlowGroup): the groups in alphabetical order,
 *   deals that have none of it last
 */
GPtrArray *
sc_flow_groups_new (const ScFates        *fates,
                    const ScFiguresQuery *query,
                    ScFlowBy              by)
{
  GPtrArray *groups = g_ptr_array_new_with_free_func ((GDestroyNotify) sc_flow_group_free);
  g_autoptr (GHashTable) by_number = g_hash_table_new (NULL, NULL);

  for (guint i = 0; i < fates->list->len; i++)
    {
      const ScFate *fate = &g_array_index (fates->list, ScFate, i);
      gpointer number = GUINT_TO_POINTER (get_number (fate, by));
      ScFlowGroup *group;

      if (!sc_figures_query_has_day (query, fate->started))
        continue;

      group = g_hash_table_lookup (by_number, number);
      if (group == NULL)
        {
          group = g_new0 (ScFlowGroup, 1);
          group->key = sc_flow_make_key (fates, fate, by);
          g_ptr_array_add (groups, group);
          g_hash_table_insert (by_number, number, group);
        }
      group->n_started++;
      group->n_decided += is_decided (fate);
      group->n_won += fate->decision == SC_FATE_WON;
    }
  for (guint i = 0; i < groups->len; i++)
    {
      ScFlowGroup *group = groups->pdata[i];

      sc_share_make (group->n_won, group->n_decided, &group->share);
      group->reason = group->n_decided < SC_FEWEST_CASES ? SC_REASON_TOO_FEW : SC_REASON_NONE;
    }
  g_ptr_array_sort (groups, compare_keys);

  return groups;
}

static int
compare_losses (gconstpointer a,
                gconstpointer b)
{
  const ScLossCount *first = *(const ScLossCount *const *) a;
  const ScLossCount *second = *(const ScLossCount *const *) b;

  if (first->n != second->n)
    return first->n < second->n ? 1 : -1;

  return g_strcmp0 (first->reason, second->reason) != 0 ? g_strcmp0 (first->reason, second->reason)
                                                        : g_strcmp0 (first->stage, second->stage);
}

static ScLossCount *
loss_new (const ScFates *fates,
          const ScFate  *fate,
          GHashTable    *stage_names)
{
  ScLossCount *loss = g_new0 (ScLossCount, 1);

  loss->reason = g_strdup (sc_fates_get_text (fates, fate->loss_reason));
  loss->stage_id = g_strdup (sc_fates_get_text (fates, fate->stage));
  loss->stage = g_strdup (g_hash_table_lookup (stage_names, loss->stage_id));

  return loss;
}

/**
 * sc_loss_counts_new:
 * @fates: what became of deals
 * @query: which of them
 * @stage_names: (element-type utf8 utf8): what stages are called, by id
 *
 * Returns: (transfer full) (element-type ScLossCount): how many were lost for which reason
 *   in which stage, the most first
 */
GPtrArray *
sc_loss_counts_new (const ScFates        *fates,
                    const ScFiguresQuery *query,
                    GHashTable           *stage_names)
{
  GPtrArray *losses = g_ptr_array_new_with_free_func ((GDestroyNotify) sc_loss_count_free);
  g_autoptr (GHashTable) by_both = g_hash_table_new_full (g_int64_hash, g_int64_equal, g_free, NULL);

  for (guint i = 0; i < fates->list->len; i++)
    {
      const ScFate *fate = &g_array_index (fates->list, ScFate, i);
      gint64 both = (gint64) fate->loss_reason << 32 | fate->stage;
      ScLossCount *loss;

      if (fate->decision != SC_FATE_LOST || !sc_figures_query_has_day (query, fate->started))
        continue;

      loss = g_hash_table_lookup (by_both, &both);
      if (loss == NULL)
        {
          loss = loss_new (fates, fate, stage_names);
          g_ptr_array_add (losses, loss);
          g_hash_table_insert (by_both, g_memdup2 (&both, sizeof both), loss);
        }
      loss->n++;
    }
  g_ptr_array_sort (losses, compare_losses);

  return losses;
}

/* Days are counted from a Monday. */
static ScDate
get_monday (ScDate day)
{
  return day - (day - 1) % 7;
}

static void
count_week (GArray       *weeks,
            ScDate        first,
            const ScFate *fate)
{
  ScDate end = is_decided (fate) ? fate->decided : SC_DATE_LAST;
  ScDate last = first + weeks->len * 7;

  if (fate->started == SC_DATE_NONE || end == SC_DATE_NONE)
    return;
  if (fate->started >= first && fate->started < last)
    g_array_index (weeks, ScFlowWeek, (fate->started - first) / 7).n_started++;
  if (end >= first && end < last)
    g_array_index (weeks, ScFlowWeek, (end - first) / 7).n_decided++;
  for (guint i = 0; i < weeks->len; i++)
    {
      ScFlowWeek *week = &g_array_index (weeks, ScFlowWeek, i);

      week->n_in_work += fate->started < week->monday + 7 && end >= week->monday + 7;
    }
}

/**
 * sc_flow_weeks_new:
 * @fates: what became of deals
 * @query: which of them
 *
 * Returns: (transfer full) (element-type ScFlowWeek): the last weeks that are over by the
 *   day, half a year at most, from the one in which the first deal was started
 */
GArray *
sc_flow_weeks_new (const ScFates        *fates,
                   const ScFiguresQuery *query)
{
  GArray *weeks = g_array_new (FALSE, TRUE, sizeof (ScFlowWeek));
  ScDate end = get_monday (fates->as_of + 1);
  ScDate first = MAX (get_monday (sc_fates_find_first_start (fates)), end - MIN (MOST_WEEKS * 7, end - 1));

  for (ScDate monday = first; monday < end; monday += 7)
    {
      ScFlowWeek week = { .monday = monday };

      g_array_append_val (weeks, week);
    }
  for (guint i = 0; i < fates->list->len; i++)
    {
      const ScFate *fate = &g_array_index (fates->list, ScFate, i);

      if (sc_figures_query_has_day (query, fate->started))
        count_week (weeks, first, fate);
    }

  return weeks;
}
