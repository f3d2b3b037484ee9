/* SPDX-License-Identifier: GPL-3.0-or-later */

/* SQLite's data_version of a connection moves when another connection has
 * committed; asking for it costs microseconds. What changed is then read from
 * the change log after the entry seen last.
 *
 * A thread of its own looks, for whoever restores the database has it locked,
 * and the disk takes its time. It holds neither the store nor who follows it,
 * and nobody waits for its end. */

#include "store/sc-watcher-private.h"

#include <json-glib/json-glib.h>

#include "store/sc-change-set.h"
#include "store/tables/sc-change-table-private.h"
#include "store/tables/sc-user-table-private.h"

#define LOOKS_A_SECOND 4

/* More deals in one signal are “many”. */
#define MAX_DEALS 200

struct _ScWatcher {
  /* For the thread that is told. */
  GWeakRef told;
  guint signal;
  GMainContext *context;

  GMutex lock;
  GCond wake;
  gboolean is_wanted;
  gboolean is_stopped;

  /* For the thread that looks. */
  char *path;
  gboolean is_immutable;
  char *window;
  ScAccount *account;
  ScKeptCalendar *kept_calendar;
  ScCalendar *calendar; /* as it was told of */
  ScConnection *connection;
  gint64 data_version;
  ScWatched seen;
};

/* What was seen, on its way to the thread that is told. */
typedef struct {
  ScWatcher *watcher;
  ScChangeSet set;
} Told;

static void
watcher_clear (gpointer data)
{
  ScWatcher *self = data;

  g_weak_ref_clear (&self->told);
  g_main_context_unref (self->context);
  g_mutex_clear (&self->lock);
  g_cond_clear (&self->wake);
  g_clear_pointer (&self->account, sc_account_unref);
  g_clear_pointer (&self->kept_calendar, sc_kept_calendar_unref);
  g_clear_pointer (&self->calendar, sc_calendar_unref);
  g_free (self->path);
  g_free (self->window);
}

static void
watcher_release (ScWatcher *self)
{
  g_atomic_rc_box_release_full (self, watcher_clear);
}

/* What can't be read just now is as it was. */
static void
read_seen (ScConnection *connection,
           ScWatched    *seen)
{
  gint64 last_change = sc_change_table_get_last (connection, NULL);
  gint64 names = sc_user_table_sum_names (connection, NULL);

  if (last_change >= 0)
    seen->last_change = last_change;
  if (names >= 0)
    seen->names = names;
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
told_free (gpointer data)
{
  Told *told = data;

  watcher_release (told->watcher);
  g_strfreev (told->set.process_ids);
  g_strfreev (told->set.design_ids);
  g_array_unref (told->set.deal_ids);
  g_free (told);
}

static gboolean
tell_cb (gpointer user_data)
{
  Told *told = user_data;
  g_autoptr (GObject) object = g_weak_ref_get (&told->watcher->told);

  if (object != NULL)
    g_signal_emit (object, told->watcher->signal, 0, &told->set);

  return G_SOURCE_REMOVE;
}

/* What came together, as it is put together. */
typedef struct {
  const char *window;
  ScChangeSet *set;
  GStrvBuilder *processes;
  GStrvBuilder *designs;
} Gathering;

static void
tell (ScWatcher       *self,
      const Gathering *gathering)
{
  g_autoptr (GSource) source = g_idle_source_new ();
  Told *told = g_new0 (Told, 1);

  told->watcher = g_atomic_rc_box_acquire (self);
  told->set = *gathering->set;
  told->set.process_ids = g_strv_builder_end (gathering->processes);
  told->set.design_ids = g_strv_builder_end (gathering->designs);
  told->set.deal_ids = g_array_ref (gathering->set->deal_ids);
  g_source_set_priority (source, G_PRIORITY_DEFAULT);
  g_source_set_callback (source, tell_cb, told, told_free);
  g_source_attach (source, self->context);
}

static void
gather (const ScLoggedChange *change,
        gpointer              user_data)
{
  Gathering *self = user_data;
  ScChangeSet *set = self->set;

  set->is_own = set->is_own && g_strcmp0 (change->window, self->window) == 0;
  if (change->process_id != NULL)
    g_strv_builder_add (self->processes, change->process_id);
  if (change->process_id != NULL && g_str_equal (change->scope, "design"))
    g_strv_builder_add (self->designs, change->process_id);
  add_deals (set, change->deals);
}

/* Whether the working calendar has become another since it was told of. */
static gboolean
look_at_calendar (ScWatcher *self,
                  gboolean   is_other_database)
{
  g_autoptr (ScCalendar) calendar = NULL;
  gboolean has_changed;

  if (is_other_database)
    sc_kept_calendar_forget (self->kept_calendar);
  calendar = sc_kept_calendar_look (self->kept_calendar, self->connection);
  has_changed = !sc_calendar_equal (calendar, self->calendar);
  sc_calendar_unref (self->calendar);
  self->calendar = g_steal_pointer (&calendar);

  return has_changed;
}

/* One signal for what came together; it counts as this window's own when all
 * of it is. */
static gboolean
read_changes (ScWatcher *self,
              gboolean   is_first)
{
  g_autoptr (GArray) deal_ids = g_array_new (FALSE, FALSE, sizeof (gint64));
  g_autoptr (GStrvBuilder) processes = g_strv_builder_new ();
  g_autoptr (GStrvBuilder) designs = g_strv_builder_new ();
  ScChangeSet set = { .deal_ids = deal_ids, .is_own = TRUE };
  Gathering gathering = { self->window, &set, processes, designs };
  ScWatched before = self->seen;
  gboolean has_logged;

  if (!sc_change_table_each_since (self->connection, before.last_change, gather, &gathering, NULL))
    return FALSE;

  read_seen (self->connection, &self->seen);
  has_logged = self->seen.last_change > before.last_change;
  set.is_own = set.is_own && has_logged;
  if (self->seen.names != before.names)
    {
      /* A user's name stands with every deal of theirs. */
      set.has_names = set.has_many_deals = TRUE;
    }
  else if (!has_logged)
    {
      if (is_first)
        return TRUE;
      /* Another database in the place of this one, restored from a copy. */
      set.has_all = set.has_many_deals = TRUE;
    }
  sc_account_look (self->account, self->connection, NULL);
  set.has_calendar = look_at_calendar (self, set.has_all);
  tell (self, &gathering);

  return TRUE;
}

/* All is read as it is at one moment: what comes between is for the next look. */
static void
look (ScWatcher *self)
{
  gint64 version = sc_connection_get_state (self->connection);

  if (version < 0 || version == self->data_version || !sc_connection_begin (self->connection, NULL))
    return;

  if (read_changes (self, self->data_version < 0))
    self->data_version = version;
  sc_connection_roll_back (self->connection);
}

static gboolean
wait_for_turn (ScWatcher *self)
{
  gint64 until = g_get_monotonic_time () + G_TIME_SPAN_SECOND / LOOKS_A_SECOND;
  gboolean goes_on;

  g_mutex_lock (&self->lock);
  while (!self->is_wanted && !self->is_stopped && g_cond_wait_until (&self->wake, &self->lock, until))
    ;
  self->is_wanted = FALSE;
  goes_on = !self->is_stopped;
  g_mutex_unlock (&self->lock);

  return goes_on;
}

static gpointer
watch (gpointer data)
{
  ScWatcher *self = data;

  self->connection = sc_connection_open_for_reading (self->path, self->is_immutable, NULL);
  do
    if (self->connection != NULL)
      look (self);
  while (wait_for_turn (self));

  g_clear_pointer (&self->connection, sc_connection_close);
  watcher_release (self);

  return NULL;
}

/**
 * sc_watcher_look_first:
 * @connection: a connection
 * @seen: (out): what there is now
 *
 * What is committed after this is told of by a watcher that has it from here,
 * whenever that begins.
 */
void
sc_watcher_look_first (ScConnection *connection,
                       ScWatched    *seen)
{
  *seen = (ScWatched) { 0 };
  read_seen (connection, seen);
}

/**
 * sc_watcher_new:
 * @path: the database's file
 * @is_immutable: whether nobody can write the file
 * @seen: what was seen of it at least
 * @window: whose changes are its own
 * @account: who uses the program, to be looked up again when something has changed
 * @kept_calendar: the working calendar, the same
 * @told: (transfer none): what emits the signal, and owns the watcher
 * @signal: the signal to emit
 *
 * Returns: (transfer full): a watcher, which tells the calling thread
 */
ScWatcher *
sc_watcher_new (const char      *path,
                gboolean         is_immutable,
                const ScWatched *seen,
                const char      *window,
                ScAccount       *account,
                ScKeptCalendar  *kept_calendar,
                GObject         *told,
                guint            signal)
{
  ScWatcher *self = g_atomic_rc_box_new0 (ScWatcher);

  g_weak_ref_init (&self->told, told);
  self->signal = signal;
  self->context = g_main_context_ref_thread_default ();
  g_mutex_init (&self->lock);
  g_cond_init (&self->wake);
  self->path = g_strdup (path);
  self->is_immutable = is_immutable;
  self->window = g_strdup (window);
  self->account = sc_account_ref (account);
  self->kept_calendar = sc_kept_calendar_ref (kept_calendar);
  self->calendar = sc_kept_calendar_get (kept_calendar);
  self->data_version = -1;
  self->seen = *seen;
  g_thread_unref (g_thread_new ("sc-watcher", watch, g_atomic_rc_box_acquire (self)));

  return self;
}

/**
 * sc_watcher_free:
 * @self: (transfer full): a watcher, which tells nothing any more
 */
void
sc_watcher_free (ScWatcher *self)
{
  g_weak_ref_set (&self->told, NULL);
  g_mutex_lock (&self->lock);
  self->is_stopped = TRUE;
  g_cond_signal (&self->wake);
  g_mutex_unlock (&self->lock);
  watcher_release (self);
}

/**
 * sc_watcher_look_soon:
 * @self: a watcher
 *
 * Looks at once, not at the next round. May be called from any thread.
 */
void
sc_watcher_look_soon (ScWatcher *self)
{
  g_mutex_lock (&self->lock);
  self->is_wanted = TRUE;
  g_cond_signal (&self->wake);
  g_mutex_unlock (&self->lock);
}
