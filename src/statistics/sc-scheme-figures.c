/* SPDX-License-Identifier: GPL-3.0-or-later */

/* What deals tell of the stages of a scheme, for its drawing: of all deals as of today, in the
 * working days that target times are in. */

#include "statistics/sc-scheme-figures.h"

#include "statistics/sc-cycle.h"
#include "statistics/sc-flow.h"

static ScStageFigures *
make_stage (const ScStageTime *time,
            const ScStageFlow *flow,
            const ScCalendar  *calendar)
{
  ScStageFigures *self = g_new0 (ScStageFigures, 1);
  double target = sc_duration_get_hours (time->target, calendar) / (double) sc_calendar_get_hours (calendar);

  self->stage_id = g_strdup (time->stage_id);
  self->is_inferred = time->times.reason == SC_REASON_HISTORY_INFERRED;
  self->n_ended = time->times.n_ended;
  self->n_needed = SC_FEWEST_CASES;
  self->median = time->times.median;
  self->q25 = time->times.q25;
  self->q75 = time->times.q75;
  self->target = time->target;
  self->n_now = time->n_now;
  self->n_over = time->n_over_target;
  self->n_left = flow->conversion.of;
  self->n_on = flow->conversion.n;
  self->n_entered = flow->n_entered;
  self->n_returned = flow->n_returned;
  self->back_to = g_strdup (flow->back_to);
  self->n_gone = flow->n_gone;
  self->n_back = flow->n_back;
  if (time->is_bottleneck)
    {
      self->over_days = time->times.median - target;
      self->n_through = time->n_known;
    }

  return self;
}

static gboolean
is_published (ScStore    *store,
              const char *process_id,
              gboolean   *is,
              GError    **error)
{
  g_autoptr (ScProcess) process = sc_store_load_process (store, process_id, error);

  *is = process != NULL && process->has_published;

  return process != NULL;
}

/**
 * sc_scheme_figures_read:
 * @store: a store
 * @process_id: a process
 * @cancellable: (nullable): stops it
 * @error: why it can't be read
 *
 * Returns: (transfer full) (element-type ScStageFigures): what deals tell of the stages of the
 *   published version; nothing where none was published
 */
GPtrArray *
sc_scheme_figures_read (ScStore      *store,
                        const char   *process_id,
                        GCancellable *cancellable,
                        GError      **error)
{
  g_autoptr (GPtrArray) list = g_ptr_array_new_with_free_func ((GDestroyNotify) sc_stage_figures_free);
  g_autoptr (ScFiguresQuery) query = sc_figures_query_new (process_id);
  g_autoptr (ScCycle) cycle = NULL;
  g_autoptr (ScFlow) flow = NULL;
  gboolean has_deals;

  if (!is_published (store, process_id, &has_deals, error))
    return NULL;
  if (!has_deals)
    return g_steal_pointer (&list);

  cycle = sc_cycle_read (store, query, cancellable, error);
  flow = cycle != NULL ? sc_flow_read (store, query, cancellable, error) : NULL;
  if (flow == NULL)
    return NULL;

  for (guint i = 0; i < MIN (cycle->stages->len, flow->stages->len); i++)
    g_ptr_array_add (list, make_stage (cycle->stages->pdata[i], flow->stages->pdata[i], cycle->calendar));

  return g_steal_pointer (&list);
}
