/* SPDX-License-Identifier: GPL-3.0-or-later */

/* What each part of the Insight view reads, in a thread, and what is done with it. */

#include "insight/sc-insight-readers.h"

#include "statistics/sc-stage-learning.h"
#include "store/sc-store-read.h"

/* What a part is read for, in its thread. */
typedef struct {
  ScFiguresQuery *query;
  int *done;
} Wanted;

static void
wanted_free (gpointer data)
{
  Wanted *wanted = data;

  sc_figures_query_free (wanted->query);
  g_atomic_rc_box_release (wanted->done);
  g_free (wanted);
}

/* In the thread that reads. */
static void
progressed (double   fraction,
            gpointer done)
{
  g_atomic_int_set ((int *) done, (int) (1000 * fraction));
}

static gpointer
read_cycle (ScStore      *store,
            gpointer      wanted,
            GCancellable *cancellable,
            GError      **error)
{
  return sc_cycle_read (store, ((const Wanted *) wanted)->query, cancellable, error);
}

static gpointer
read_flow (ScStore      *store,
           gpointer      wanted,
           GCancellable *cancellable,
           GError      **error)
{
  return sc_flow_read (store, ((const Wanted *) wanted)->query, cancellable, error);
}

static gpointer
read_discovery (ScStore      *store,
                gpointer      wanted,
                GCancellable *cancellable,
                GError      **error)
{
  return sc_discovery_read (store, ((const Wanted *) wanted)->query, cancellable, error);
}

static gpointer
read_outlook (ScStore      *store,
              gpointer      data,
              GCancellable *cancellable,
              GError      **error)
{
  const Wanted *wanted = data;

  return sc_outlook_read (store, wanted->query, progressed, wanted->done, cancellable, error);
}

static gpointer
read_record (ScStore      *store,
             gpointer      data,
             GCancellable *cancellable,
             GError      **error)
{
  const Wanted *wanted = data;

  return sc_forecast_record_read (store, wanted->query, SC_FORECAST_DAYS, progressed, wanted->done, cancellable, error);
}

static gpointer
read_versions (ScStore      *store,
               gpointer      wanted,
               GCancellable *cancellable,
               GError      **error)
{
  return sc_versions_figures_read (store, ((const Wanted *) wanted)->query, cancellable, error);
}

static gpointer
read_plans (ScStore      *store,
            gpointer      wanted,
            GCancellable *cancellable,
            GError      **error)
{
  return sc_plan_facts_read (store, ((const Wanted *) wanted)->query->process_id, cancellable, error);
}

/* It is told with the length. */
static gpointer
read_work (ScStore      *store,
           gpointer      wanted,
           GCancellable *cancellable,
           GError      **error)
{
  return sc_stages_work_read (store, ((const Wanted *) wanted)->query, cancellable, error);
}

/* For what the history says in the end: it has no section of its own. */
static gpointer
read_learning (ScStore      *store,
               gpointer      wanted,
               GCancellable *cancellable,
               GError      **error)
{
  return sc_stage_learning_read (store, ((const Wanted *) wanted)->query, cancellable, error);
}

/* What reads each part, in the order in which they are shown. */
static const struct {
  ScStoreRead read;
  GDestroyNotify free;
} readers[SC_INSIGHT_N_PARTS] = {
  [SC_INSIGHT_PART_LENGTH] = { read_cycle, (GDestroyNotify) sc_cycle_free },
  [SC_INSIGHT_PART_FLOW] = { read_flow, (GDestroyNotify) sc_flow_free },
  [SC_INSIGHT_PART_DISCOVERY] = { read_discovery, (GDestroyNotify) sc_discovery_figures_free },
  [SC_INSIGHT_PART_OUTLOOK] = { read_outlook, (GDestroyNotify) sc_outlook_unref },
  [SC_INSIGHT_PART_RECORD] = { read_record, (GDestroyNotify) sc_forecast_record_free },
  [SC_INSIGHT_PART_VERSIONS] = { read_versions, (GDestroyNotify) sc_versions_figures_free },
  [SC_INSIGHT_PART_PLANS] = { read_plans, (GDestroyNotify) g_ptr_array_unref },
  [SC_INSIGHT_PART_WORK] = { read_work, (GDestroyNotify) sc_stages_work_free },
  [SC_INSIGHT_PART_LEARNING] = { read_learning, (GDestroyNotify) g_hash_table_unref },
};

/**
 * sc_insight_part_read_async:
 * @store: a store
 * @part: what is to be read
 * @query: which deals figures are made of
 * @done: a g_atomic_rc_box_new(), in which the thread writes how far it is, in thousandths
 * @cancellable: stops it
 * @callback: called in the main thread when it is read; sc_store_read_finish() gives the answer
 * @user_data: for @callback
 */
void
sc_insight_part_read_async (ScStore              *store,
                            ScInsightPart         part,
                            const ScFiguresQuery *query,
                            int                  *done,
                            GCancellable         *cancellable,
                            GAsyncReadyCallback   callback,
                            gpointer              user_data)
{
  Wanted *wanted = g_new0 (Wanted, 1);

  wanted->query = sc_figures_query_copy (query);
  wanted->done = g_atomic_rc_box_acquire (done);
  sc_store_read_async (store, readers[part].read, wanted, wanted_free, readers[part].free, cancellable, callback, user_data);
}

/**
 * sc_insight_figures_take:
 * @self: what is shown
 * @part: of which part something was read
 * @answer: (transfer full) (nullable): what was read
 */
void
sc_insight_figures_take (ScInsightFigures *self,
                         ScInsightPart     part,
                         gpointer          answer)
{
  switch (part)
    {
    case SC_INSIGHT_PART_LENGTH:
      g_clear_pointer (&self->cycle, sc_cycle_free);
      self->cycle = answer;
      break;
    case SC_INSIGHT_PART_FLOW:
      g_clear_pointer (&self->flow, sc_flow_free);
      self->flow = answer;
      break;
    case SC_INSIGHT_PART_DISCOVERY:
      g_clear_pointer (&self->discovery, sc_discovery_figures_free);
      self->discovery = answer;
      break;
    case SC_INSIGHT_PART_OUTLOOK:
      g_clear_pointer (&self->outlook, sc_outlook_unref);
      self->outlook = answer;
      break;
    case SC_INSIGHT_PART_RECORD:
      g_clear_pointer (&self->record, sc_forecast_record_free);
      self->record = answer;
      break;
    case SC_INSIGHT_PART_VERSIONS:
      g_clear_pointer (&self->versions, sc_versions_figures_free);
      self->versions = answer;
      break;
    case SC_INSIGHT_PART_PLANS:
      g_clear_pointer (&self->plans, g_ptr_array_unref);
      self->plans = answer;
      break;
    case SC_INSIGHT_PART_WORK:
      g_clear_pointer (&self->work, sc_stages_work_free);
      self->work = answer;
      break;
    case SC_INSIGHT_PART_LEARNING:
      g_clear_pointer (&self->learning, g_hash_table_unref);
      self->learning = answer;
      break;
    case SC_INSIGHT_N_PARTS:
    default:
      g_assert_not_reached ();
    }
}

/**
 * sc_insight_figures_clear:
 * @self: what is shown
 *
 * Lets go of all of it.
 */
void
sc_insight_figures_clear (ScInsightFigures *self)
{
  for (guint part = 0; part < SC_INSIGHT_N_PARTS; part++)
    sc_insight_figures_take (self, part, NULL);
}

/**
 * sc_insight_tell_part:
 * @section: the part's section
 * @part: a part that was read
 * @figures: what is read by now
 */
void
sc_insight_tell_part (ScInsightSection       *section,
                      ScInsightPart           part,
                      const ScInsightFigures *figures)
{
  switch (part)
    {
    case SC_INSIGHT_PART_LENGTH:
      sc_insight_tell_length (section, figures->cycle, figures->work);
      break;
    case SC_INSIGHT_PART_FLOW:
      sc_insight_tell_flow (section, figures->flow);
      break;
    case SC_INSIGHT_PART_DISCOVERY:
      sc_insight_tell_discovery (section, figures->discovery);
      break;
    case SC_INSIGHT_PART_OUTLOOK:
      sc_insight_tell_outlook (section, figures->outlook);
      break;
    case SC_INSIGHT_PART_RECORD:
      sc_insight_tell_record (section, figures->record);
      break;
    case SC_INSIGHT_PART_VERSIONS:
      sc_insight_tell_versions (section, figures->versions);
      break;
    case SC_INSIGHT_PART_PLANS:
      sc_insight_tell_plans (section, figures->plans);
      break;
    case SC_INSIGHT_PART_WORK:
    case SC_INSIGHT_PART_LEARNING:
      break;
    case SC_INSIGHT_N_PARTS:
    default:
      g_assert_not_reached ();
    }
}
