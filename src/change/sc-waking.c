/* SPDX-License-Identifier: GPL-3.0-or-later */

/* Writes that deals which were parked until a day that has come are at work again, each
 * with a step that says so. Whoever reads on that day sees them so already: it is the
 * program's own change, before the next one of a person or when a window is open on
 * that day, and nobody takes it back. */

#include "change/sc-waking.h"

#include <glib/gi18n-lib.h>

#include "model/sc-age.h"
#include "model/sc-version.h"
#include "store/sc-deal-write.h"
#include "store/sc-park-write.h"
#include "store/sc-process-write.h"
#include "store/sc-store-read.h"

/* What a stage's time is counted in. */
static ScUnit
get_unit (const ScVersion *version,
          const char      *stage_id)
{
  const ScStage *stage = sc_version_find_stage (version, stage_id, NULL);

  return stage != NULL ? stage->duration.unit : SC_UNIT_WORKING_DAYS;
}

static gboolean
plan_step (ScWrite        *write,
           const ScWaking *waking,
           GError        **error)
{
  g_autoptr (ScValues) values = sc_values_new ();
  g_autofree char *due = sc_date_to_string (waking->until);
  const char *title = _("Back to the conversation");

  sc_values_set_int (values, "deal_id", waking->deal_id);
  sc_values_set_text (values, "title", title);
  sc_values_set_text (values, "due", due);
  sc_values_set_null (values, "done_at");
  sc_values_set_int (values, "user_id", sc_write_get_user (write));

  return sc_write_insert (write, "activity", values, error) != 0
         && sc_write_event (write, waking->deal_id, 0, "activity", NULL, title, NULL, error);
}

static gboolean
wake (ScWrite         *write,
      const ScVersion *version,
      const ScWaking  *waking,
      GError         **error)
{
  g_autoptr (ScDeal) deal = sc_write_load_deal (write, waking->deal_id, error);
  ScInstant since;

  if (deal == NULL || !sc_write_find_parked_since (write, deal->id, &since, error))
    return FALSE;

  return sc_write_wake_deal (write, waking,
                             sc_age_resume (version->calendar, deal->entered_at, since, sc_clock_now (),
                                            get_unit (version, deal->stage_id)),
                             error)
         && plan_step (write, waking, error);
}

/* As a change of the program's own. Whoever was quicker has left none to be woken. */
static gboolean
wake_all (ScWrite    *write,
          const char *process_id,
          GError    **error)
{
  g_autoptr (GArray) list = sc_write_list_waking (write, process_id, error);
  g_autoptr (ScVersion) version =
    list != NULL ? sc_write_load_version (write, process_id, SC_VERSION_WANTED_PUBLISHED, error) : NULL;

  sc_write_set_by_itself (write);
  for (guint i = 0; version != NULL && i < list->len; i++)
    if (!wake (write, version, &g_array_index (list, ScWaking, i), error))
      return FALSE;

  return version != NULL;
}

static gboolean
wake_process (ScStore      *store,
              const char   *process_id,
              GCancellable *cancellable,
              GError      **error)
{
  g_autoptr (ScWrite) write = sc_write_begin (store, SC_SCOPE_DEALS, process_id, cancellable, error);

  return write != NULL && wake_all (write, process_id, error)
         && sc_write_commit (write, C_("undo deal", "Wake parked deals"), NULL, error);
}

/**
 * sc_waking_run:
 * @store: a store
 * @cancellable: (nullable): ends it
 *
 * Wakes the deals whose day has come. Where it can't be written now, the next change
 * does it: the deals are read as awake in the meantime.
 */
void
sc_waking_run (ScStore      *store,
               GCancellable *cancellable)
{
  g_autoptr (GError) error = NULL;
  g_autoptr (GPtrArray) processes = sc_store_list_waking (store, &error);

  for (guint i = 0; processes != NULL && i < processes->len && error == NULL; i++)
    wake_process (store, processes->pdata[i], cancellable, &error);
  if (error != NULL)
    g_debug ("Parked deals are not woken yet: %s", error->message);
}

/* Each process's as a change, and then what is to be written. */
static gboolean
wake_before (ScWrite    *write,
             GPtrArray  *processes,
             ScScope     scope,
             const char *process_id,
             GError    **error)
{
  for (guint i = 0; i < processes->len; i++)
    {
      gboolean is_last = i + 1 == processes->len;

      if (!wake_all (write, processes->pdata[i], error)
          || !sc_write_begin_next (write, C_("undo deal", "Wake parked deals"), is_last ? scope : SC_SCOPE_DEALS,
                                   is_last ? process_id : processes->pdata[i + 1], error))
        return FALSE;
    }

  return TRUE;
}

/**
 * sc_waking_begin:
 * @store: a store
 * @scope: whose undo the change belongs to
 * @process_id: (nullable): the process that it is about
 * @cancellable: (nullable): ends the write until it is committed
 * @error: why it can't be written
 *
 * As sc_write_begin(), with the deals awake whose day has come: that is committed with the
 * change, or not at all. Where they can't be woken, the change is made without.
 *
 * Returns: (transfer full): the write
 */
ScWrite *
sc_waking_begin (ScStore      *store,
                 ScScope       scope,
                 const char   *process_id,
                 GCancellable *cancellable,
                 GError      **error)
{
  g_autoptr (GError) local_error = NULL;
  g_autoptr (GPtrArray) processes = sc_store_list_waking (store, &local_error);
  g_autoptr (ScWrite) write = NULL;

  if (processes != NULL && processes->len > 0)
    {
      write = sc_write_begin (store, SC_SCOPE_DEALS, processes->pdata[0], cancellable, error);
      if (write == NULL || wake_before (write, processes, scope, process_id, &local_error))
        return g_steal_pointer (&write);
    }

  if (local_error != NULL)
    g_debug ("Parked deals are not woken yet: %s", local_error->message);
  g_clear_pointer (&write, sc_write_abort);

  return sc_write_begin (store, scope, process_id, cancellable, error);
}

static void
run_in_thread (GTask        *task,
               gpointer      source,
               gpointer      data,
               GCancellable *cancellable)
{
  sc_waking_run (source, cancellable);
  g_task_return_boolean (task, TRUE);
}

static gpointer
list (ScStore      *store,
      gpointer      nothing,
      GCancellable *cancellable,
      GError      **error)
{
  return sc_store_list_waking (store, error);
}

static void
free_list (gpointer processes)
{
  g_ptr_array_unref (processes);
}

static void
listed_cb (GObject      *source,
           GAsyncResult *result,
           gpointer      user_data)
{
  g_autoptr (GPtrArray) processes = sc_store_read_finish (SC_STORE (source), result, NULL);
  g_autoptr (GTask) task = NULL;

  if (processes == NULL || processes->len == 0)
    return;

  task = g_task_new (source, NULL, NULL, NULL);
  g_task_set_source_tag (task, sc_waking_run_async);
  sc_store_run_task (SC_STORE (source), task, run_in_thread, sc_job_new (C_("undo deal", "Wake parked deals"), NULL));
}

/**
 * sc_waking_run_async:
 * @store: a store
 *
 * As sc_waking_run(), in the background, and only where there is a deal to be woken:
 * else nothing waits for the database.
 */
void
sc_waking_run_async (ScStore *store)
{
  sc_store_read_async (store, list, NULL, NULL, free_list, NULL, listed_cb, NULL);
}
