/* SPDX-License-Identifier: GPL-3.0-or-later */

/* SQLite's data_version of a connection moves when another connection has
 * committed; asking for it costs microseconds. What changed is then read from
 * the change log after the entry seen last. */

#include "store/sc-watcher-private.h"

#include <json-glib/json-glib.h>

#include "store/sc-store-private.h"

#define LOOKS_A_SECOND 4

/* More deals in one signal are “many”. */
#define MAX_DEALS 200

struct _ScWatcher {
  ScStore *store;
  guint signal;
  GMainContext *context;
  ScConnection *connection;
  GSource *timer;
  GMutex lock;
  GSource *soon;
  gint64 data_version;
  gint64 last_change;
};

static gint64
read_number (ScWatcher  *self,
             const char *sql,
             gint64      otherwise)
{
  g_autoptr (ScStatement) statement = sc_connection_prepare (self->connection, sql, NULL);

  if (statement == NULL || !sc_statement_step (statement, NULL))
    return otherwise;

  return sc_statement_get_int (statement, 0);
}

static void
add_deals (ScChangeSet *set,
           const char  *deals)
{
  g_autoptr (JsonNode) list = NULL;

  if (g_strcmp0 (deals, "*") == 0)
    set->has_many_deals = TRUE;
  else
    list = json_from_string (deals, NULL);
  if (list == NULL || !JSON_NODE_HOLDS_ARRAY (list))
    return;

  for (guint i = 0; i < json_array_get_length (json_node_get_array (list)); i++)
    {
      gint64 id = json_array_get_int_element (json_node_get_array (list), i);

      g_array_append_val (set->deal_ids, id);
    }
  if (set->deal_ids->len > MAX_DEALS)
    set->has_many_deals = TRUE;
}

static void
emit (ScWatcher    *self,
      ScChangeSet  *set,
      GStrvBuilder *processes)
{
  set->process_ids = g_strv_builder_end (processes);
  g_signal_emit (self->store, self->signal, 0, set);
  g_clear_pointer (&set->process_ids, g_strfreev);
}

/* One signal for what came together; it counts as this window's own when all
 * of it is. */
static void
read_changes (ScWatcher *self)
{
  g_autoptr (GArray) deal_ids = g_array_new (FALSE, FALSE, sizeof (gint64));
  g_autoptr (GStrvBuilder) processes = g_strv_builder_new ();
  ScChangeSet set = { .deal_ids = deal_ids, .is_own = TRUE };
  gint64 last = self->last_change;

  {
    g_autoptr (ScStatement) statement =
      sc_connection_prepare (self->connection,
                             "SELECT change.id, change.scope, change.deals, process.uuid, change.window"
                             " FROM change"
                             " LEFT JOIN process ON process.id = change.process_id"
                             " WHERE change.id > :last"
                             " ORDER BY change.id",
                             NULL);

    if (statement == NULL)
      return;

    sc_statement_bind_int (statement, ":last", last);
    while (sc_statement_step (statement, NULL))
      {
        const char *process = sc_statement_get_text (statement, 3);

        self->last_change = sc_statement_get_int (statement, 0);
        set.has_processes = set.has_processes || g_str_equal (sc_statement_get_text (statement, 1), "design");
        set.is_own = set.is_own && g_strcmp0 (sc_statement_get_text (statement, 4), sc_store_get_window (self->store)) == 0;
        if (process != NULL)
          g_strv_builder_add (processes, process);
        add_deals (&set, sc_statement_get_text (statement, 2));
      }
  }

  /* Something without an entry in the log: a user's name, or another database
   * in the place of this one, restored from a copy. */
  if (self->last_change == last)
    {
      self->last_change = read_number (self, "SELECT coalesce(max(id), 0) FROM change", last);
      set.has_processes = self->last_change != last;
      set.has_many_deals = TRUE;
      set.is_own = FALSE;
    }
  emit (self, &set, processes);
}

static void
look (ScWatcher *self)
{
  gint64 version = read_number (self, "PRAGMA data_version", self->data_version);

  if (version == self->data_version)
    return;

  self->data_version = version;
  read_changes (self);
}

static gboolean
timer_cb (gpointer user_data)
{
  look (user_data);

  return G_SOURCE_CONTINUE;
}

static gboolean
soon_cb (gpointer user_data)
{
  ScWatcher *self = user_data;
  g_autoptr (ScStore) store = g_object_ref (self->store);

  g_mutex_lock (&self->lock);
  g_clear_pointer (&self->soon, g_source_unref);
  g_mutex_unlock (&self->lock);
  look (self);

  return G_SOURCE_REMOVE;
}

/**
 * sc_watcher_new:
 * @store: (transfer none): the store, which owns the watcher
 * @signal: the signal to emit
 *
 * Returns: (transfer full): a watcher for the calling thread
 */
ScWatcher *
sc_watcher_new (ScStore *store,
                guint    signal)
{
  ScWatcher *self = g_new0 (ScWatcher, 1);

  self->store = store;
  self->signal = signal;
  self->context = g_main_context_ref_thread_default ();
  g_mutex_init (&self->lock);
  self->connection = sc_store_take_reader (store, NULL);
  if (self->connection == NULL)
    return self;

  self->data_version = read_number (self, "PRAGMA data_version", 0);
  self->last_change = read_number (self, "SELECT coalesce(max(id), 0) FROM change", 0);
  self->timer = g_timeout_source_new (1000 / LOOKS_A_SECOND);
  g_source_set_callback (self->timer, timer_cb, self, NULL);
  g_source_attach (self->timer, self->context);

  return self;
}

static void
drop (GSource **source)
{
  if (*source == NULL)
    return;

  g_source_destroy (*source);
  g_clear_pointer (source, g_source_unref);
}

/**
 * sc_watcher_free:
 * @self: (transfer full): a watcher
 */
void
sc_watcher_free (ScWatcher *self)
{
  drop (&self->timer);
  drop (&self->soon);
  g_clear_pointer (&self->connection, sc_connection_close);
  g_main_context_unref (self->context);
  g_mutex_clear (&self->lock);
  g_free (self);
}

/**
 * sc_watcher_look_soon:
 * @self: a watcher
 *
 * Looks as soon as its thread is free, not at the next round. May be called
 * from any thread.
 */
void
sc_watcher_look_soon (ScWatcher *self)
{
  if (self->connection == NULL)
    return;

  g_mutex_lock (&self->lock);
  if (self->soon == NULL)
    {
      self->soon = g_idle_source_new ();
      g_source_set_priority (self->soon, G_PRIORITY_DEFAULT);
      g_source_set_callback (self->soon, soon_cb, self, NULL);
      g_source_attach (self->soon, self->context);
    }
  g_mutex_unlock (&self->lock);
}
