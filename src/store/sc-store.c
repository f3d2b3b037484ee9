/* SPDX-License-Identifier: GPL-3.0-or-later */

/* Opens a database and keeps what belongs to it: connections, the one worker, who
 * watches for changes, the copies. */

#include "store/sc-store-private.h"

#include <glib/gi18n-lib.h>

#include "store/engine/sc-opening-private.h"
#include "store/sc-account-private.h"
#include "store/sc-watcher-private.h"
#include "store/sc-window-names-private.h"

/* Reading connections that are kept for the next reader. */
#define MAX_IDLE_READERS 4

struct _ScStore {
  GObject parent_instance;

  char *path;
  ScOpening opening;
  ScGuard *guard;
  GMutex writer_lock;
  GMutex lock;
  GPtrArray *idle_readers;
  ScStoreJobs *jobs;
  GStrv windows; /* its own, then those that it has taken over */
  gboolean has_claimed;
  ScAccount *account;
  ScKeptCalendar *kept_calendar;
  ScWatcher *watcher;
  ScCopier *copier;
  GDestroyNotify closed;
  gpointer closed_data;
  /* What was there when it was opened, for whoever watches from then on. */
  ScWatched opened_at;
  ScBadRows *bad_rows;
};

enum {
  CHANGED,
  BUSY,
  IDLE,
  N_SIGNALS,
};

static guint signals[N_SIGNALS];

G_DEFINE_FINAL_TYPE (ScStore, sc_store, G_TYPE_OBJECT);

static void
sc_store_dispose (GObject *object)
{
  ScStore *self = SC_STORE (object);

  g_clear_pointer (&self->watcher, sc_watcher_free);

  G_OBJECT_CLASS (sc_store_parent_class)->dispose (object);
}

static void
sc_store_finalize (GObject *object)
{
  ScStore *self = SC_STORE (object);

  sc_store_jobs_free (self->jobs);
  sc_store_give_up_window (self);
  g_clear_pointer (&self->copier, sc_copier_free);
  g_ptr_array_unref (self->idle_readers);
  if (self->opening.writer != NULL)
    sc_store_close_files (g_steal_pointer (&self->opening.writer), g_steal_pointer (&self->guard));
  else if (self->opening.leaves_log)
    sc_opening_remove_log (self->path);
  g_object_unref (self->bad_rows);
  g_mutex_clear (&self->writer_lock);
  g_mutex_clear (&self->lock);
  g_free (self->path);
  g_clear_pointer (&self->account, sc_account_unref);
  g_clear_pointer (&self->kept_calendar, sc_kept_calendar_unref);
  g_strfreev (self->windows);

  if (self->closed != NULL)
    self->closed (self->closed_data);

  G_OBJECT_CLASS (sc_store_parent_class)->finalize (object);
}

static void
sc_store_class_init (ScStoreClass *klass)
{
  GObjectClass *object_class = G_OBJECT_CLASS (klass);

  object_class->dispose = sc_store_dispose;
  object_class->finalize = sc_store_finalize;

  /**
   * ScStore::changed:
   * @self: a store that is watched
   * @changes: (type ScChangeSet): what changed, valid during the signal
   *
   * Something was committed, by this program or by another. Emitted in the
   * main thread.
   */
  signals[CHANGED] = g_signal_new ("changed", G_TYPE_FROM_CLASS (klass), G_SIGNAL_RUN_LAST, 0, NULL, NULL, NULL,
                                   G_TYPE_NONE, 1, G_TYPE_POINTER);

  /**
   * ScStore::busy:
   * @self: a store
   *
   * Something was begun where nothing was on its way.
   */
  signals[BUSY] = g_signal_new ("busy", G_TYPE_FROM_CLASS (klass), G_SIGNAL_RUN_LAST, 0, NULL, NULL, NULL,
                                G_TYPE_NONE, 0);

  /**
   * ScStore::idle:
   * @self: a store
   *
   * Nothing that was begun is on its way any more, whatever came of it.
   * Emitted where the last of it was begun, which is the main thread.
   */
  signals[IDLE] = g_signal_new ("idle", G_TYPE_FROM_CLASS (klass), G_SIGNAL_RUN_LAST, 0, NULL, NULL, NULL,
                                G_TYPE_NONE, 0);
}

static void
sc_store_init (ScStore *self)
{
  g_mutex_init (&self->writer_lock);
  g_mutex_init (&self->lock);
  self->bad_rows = sc_bad_rows_new ();
  self->idle_readers = g_ptr_array_new_with_free_func ((GDestroyNotify) sc_connection_close);
  self->jobs = sc_store_jobs_new (signals[BUSY], signals[IDLE]);
  self->account = sc_account_new ();
  self->kept_calendar = sc_kept_calendar_new ();
  self->windows = g_new0 (char *, 2);
  self->windows[0] = sc_window_names_get_first ();
}

/* Whether it is known who the user is, or that it can’t be. */
gboolean
sc_store_look_up_user (ScStore      *self,
                       ScConnection *connection,
                       GError      **error)
{
  g_autoptr (GError) local_error = NULL;

  /* A newer schema may know no users, and where only the user can't be read, the
   * rest can. */
  if (sc_account_look (self->account, connection, &local_error) || self->opening.writer == NULL)
    return TRUE;
  if (g_error_matches (local_error, SC_STORE_ERROR, SC_STORE_ERROR_BAD_ROW))
    {
      sc_bad_rows_add (self->bad_rows, local_error->message);
      return TRUE;
    }

  g_propagate_error (error, g_steal_pointer (&local_error));

  return FALSE;
}

static gboolean
look_first (ScStore *self,
            GError **error)
{
  ScConnection *connection = sc_store_take_reader (self, error);
  gboolean is_read;

  if (connection == NULL)
    return FALSE;

  sc_watcher_look_first (connection, &self->opened_at);
  is_read = sc_store_look_up_user (self, connection, error);
  sc_calendar_unref (sc_kept_calendar_look (self->kept_calendar, connection));
  sc_store_give_reader (self, connection);

  return is_read;
}

static gboolean
keep_log (ScStore *self,
          gboolean may_wait,
          GError **error)
{
  if (self->guard != NULL)
    return TRUE;
  if (!sc_opening_keep_log (&self->opening, may_wait, error))
    return FALSE;

  self->guard = sc_guard_take (self->path);

  return TRUE;
}

/**
 * sc_store_open:
 * @path: the file
 * @flags: whether it has to be there, whether to write at all, whether a copy
 *   that nobody works in is to stay one until something is written
 * @error: why it can't be opened; the file was not touched then
 *
 * Opens a database, makes it where there is none, and brings an older one to
 * this program's schema after making a copy: only then does it wait for others
 * that write. One that can't be written, and one that a newer program made, is
 * opened for reading, and sc_store_get_notice() says so.
 *
 * Returns: (transfer full): the store
 */
ScStore *
sc_store_open (const char      *path,
               ScStoreOpenFlags flags,
               GError         **error)
{
  g_autoptr (ScStore) self = NULL;

  g_return_val_if_fail (path != NULL, NULL);

  self = g_object_new (SC_TYPE_STORE, NULL);
  self->path = g_canonicalize_filename (path, NULL);
  if ((flags & (SC_STORE_OPEN_EXISTING | SC_STORE_OPEN_READ_ONLY)) == 0)
    sc_store_make_folder (self->path);
  if (!sc_opening_run (&self->opening, self->path, (flags & SC_STORE_OPEN_EXISTING) == 0,
                       (flags & SC_STORE_OPEN_READ_ONLY) == 0, error))
    return NULL;
  if (self->opening.writer != NULL && !(self->opening.is_copy && (flags & SC_STORE_OPEN_LEAVE_COPY) != 0))
    keep_log (self, FALSE, NULL);
  if (!look_first (self, error))
    return NULL;

  return g_steal_pointer (&self);
}

/**
 * sc_store_get_path:
 * @self: a store
 *
 * Returns: the database's file, as an absolute path
 */
const char *
sc_store_get_path (ScStore *self)
{
  g_return_val_if_fail (SC_IS_STORE (self), NULL);

  return self->path;
}

/**
 * sc_store_is_read_only:
 * @self: a store
 *
 * Returns: whether nothing can be changed in it
 */
gboolean
sc_store_is_read_only (ScStore *self)
{
  g_return_val_if_fail (SC_IS_STORE (self), TRUE);

  return self->opening.writer == NULL;
}

/**
 * sc_store_get_notice:
 * @self: a store
 *
 * Returns: (nullable): why it can only be read, a sentence for people; %NULL
 *   where it can be written
 */
const char *
sc_store_get_notice (ScStore *self)
{
  g_return_val_if_fail (SC_IS_STORE (self), NULL);

  return self->opening.notice;
}

/**
 * sc_store_get_bad_rows:
 * @self: a store
 *
 * Returns: (transfer none): what was left out of what was read
 */
ScBadRows *
sc_store_get_bad_rows (ScStore *self)
{
  g_return_val_if_fail (SC_IS_STORE (self), NULL);

  return self->bad_rows;
}

/**
 * sc_store_get_window:
 * @self: a store
 *
 * Returns: what the changes of this program are known by, for undo
 */
const char *
sc_store_get_window (ScStore *self)
{
  g_return_val_if_fail (SC_IS_STORE (self), NULL);

  return self->windows[0];
}

/**
 * sc_store_set_window:
 * @self: a store that nothing uses yet
 * @window: what the changes of this program are to be known by
 *
 * Undo and redo of a window take changes of the same window only. At first it
 * is the account and the machine. The command line has a name of its own.
 */
void
sc_store_set_window (ScStore    *self,
                     const char *window)
{
  g_return_if_fail (SC_IS_STORE (self));
  g_return_if_fail (window != NULL);

  g_strfreev (self->windows);
  self->windows = g_strdupv ((char *[]) { (char *) window, NULL });
}

/**
 * sc_store_take_window:
 * @self: a store that nothing uses yet
 * @error: why it can't be read
 *
 * Makes it the store of a window: its changes are known by a name that no other
 * running window has, and what this user's windows on this machine did that do
 * not run any more is its own from here on, for undo.
 *
 * Returns: whether it is
 */
gboolean
sc_store_take_window (ScStore *self,
                      GError **error)
{
  ScConnection *reader;
  GStrv names;

  g_return_val_if_fail (SC_IS_STORE (self), FALSE);
  g_return_val_if_fail (!self->has_claimed, FALSE);

  if (self->opening.writer == NULL)
    return TRUE;

  reader = sc_store_take_reader (self, error);
  names = reader != NULL ? sc_window_names_claim (self->guard, reader, error) : NULL;
  if (reader != NULL)
    sc_store_give_reader (self, reader);
  if (names == NULL)
    return FALSE;

  g_strfreev (self->windows);
  self->windows = names;
  self->has_claimed = TRUE;

  return TRUE;
}

/**
 * sc_store_give_up_window:
 * @self: a store
 *
 * To be called when a window closes: the next one may take over its changes,
 * though something may still keep the store.
 */
void
sc_store_give_up_window (ScStore *self)
{
  g_return_if_fail (SC_IS_STORE (self));

  if (self->has_claimed)
    sc_window_names_disclaim (self->guard, (const char *const *) self->windows);
  self->has_claimed = FALSE;
}

/**
 * sc_store_list_windows:
 * @self: a store
 *
 * Returns: (transfer none): the names that changes of this window are known by,
 *   its own and those that it has taken over
 */
const char *const *
sc_store_list_windows (ScStore *self)
{
  return (const char *const *) self->windows;
}

/**
 * sc_store_start_watching:
 * @self: a store
 *
 * Begins to emit #ScStore::changed in the thread that calls this, which has to
 * be the main one.
 */
void
sc_store_start_watching (ScStore *self)
{
  g_return_if_fail (SC_IS_STORE (self));

  if (self->watcher == NULL)
    self->watcher = sc_watcher_new (self->path, self->opening.is_immutable, &self->opened_at, self->windows[0],
                                    self->account, self->kept_calendar, G_OBJECT (self), signals[CHANGED]);
}

/**
 * sc_store_start_copying:
 * @self: a store that is watched
 *
 * From now on copies are kept in the user's data folder: every ten minutes at
 * most where something has changed, and before what changes much at once.
 */
void
sc_store_start_copying (ScStore *self)
{
  g_return_if_fail (SC_IS_STORE (self));

  if (self->copier == NULL)
    self->copier = sc_copier_new (self);
}

/**
 * sc_store_set_closed_func:
 * @self: a store
 * @func: called when nobody has it any more and its files are closed, in
 *   whatever thread let it go last
 * @data: for @func
 */
void
sc_store_set_closed_func (ScStore       *self,
                          GDestroyNotify func,
                          gpointer       data)
{
  g_return_if_fail (SC_IS_STORE (self));

  self->closed = func;
  self->closed_data = data;
}

/**
 * sc_store_get_copier:
 * @self: a store
 *
 * Returns: (transfer none) (nullable): what makes copies by themselves
 */
ScCopier *
sc_store_get_copier (ScStore *self)
{
  return self->copier;
}

/**
 * sc_store_notify_committed:
 * @self: a store
 */
void
sc_store_notify_committed (ScStore *self)
{
  if (self->watcher != NULL)
    sc_watcher_look_soon (self->watcher);
}

/**
 * sc_store_get_jobs:
 * @self: a store
 *
 * Returns: (transfer none): what is on its way in it
 */
ScStoreJobs *
sc_store_get_jobs (ScStore *self)
{
  return self->jobs;
}

/**
 * sc_store_lock_writer:
 * @self: a store
 * @error: %SC_STORE_ERROR_READ_ONLY where it can't be written
 *
 * Returns: (transfer none): the writing connection, to be given back in this
 *   thread
 */
ScConnection *
sc_store_lock_writer (ScStore *self,
                      GError **error)
{
  if (self->opening.writer == NULL)
    {
      g_set_error_literal (error, SC_STORE_ERROR, SC_STORE_ERROR_READ_ONLY, self->opening.notice);
      return NULL;
    }

  g_mutex_lock (&self->writer_lock);

  return self->opening.writer;
}

/**
 * sc_store_unlock_writer:
 * @self: a store
 */
void
sc_store_unlock_writer (ScStore *self)
{
  g_mutex_unlock (&self->writer_lock);
}

/**
 * sc_store_keep_log:
 * @self: a store whose writing connection this thread has
 * @error: why there can be no log
 *
 * The log beside the file is what lets reading and writing go on side by side.
 * Where there was none and another program had the file locked, it is begun
 * here, before the first change, so that opening waits for nobody.
 *
 * Returns: whether there is a log
 */
gboolean
sc_store_keep_log (ScStore *self,
                   GError **error)
{
  return keep_log (self, TRUE, error);
}

/**
 * sc_store_take_reader:
 * @self: a store
 * @error: why it can't be read
 *
 * Returns: (transfer full): a connection that only reads
 */
ScConnection *
sc_store_take_reader (ScStore *self,
                      GError **error)
{
  g_mutex_lock (&self->lock);
  if (self->idle_readers->len > 0)
    {
      ScConnection *connection = g_ptr_array_steal_index (self->idle_readers, self->idle_readers->len - 1);

      g_mutex_unlock (&self->lock);
      return connection;
    }
  g_mutex_unlock (&self->lock);

  return sc_connection_open_for_reading (self->path, self->opening.is_immutable, error);
}

/**
 * sc_store_give_reader:
 * @self: a store
 * @connection: (transfer full): a connection that was taken
 */
void
sc_store_give_reader (ScStore      *self,
                      ScConnection *connection)
{
  g_mutex_lock (&self->lock);
  if (self->idle_readers->len < MAX_IDLE_READERS)
    g_ptr_array_add (self->idle_readers, g_steal_pointer (&connection));
  g_mutex_unlock (&self->lock);

  g_clear_pointer (&connection, sc_connection_close);
}

/**
 * sc_store_get_kept_calendar:
 * @self: a store
 *
 * Returns: (transfer none): what keeps its working calendar
 */
ScKeptCalendar *
sc_store_get_kept_calendar (ScStore *self)
{
  return self->kept_calendar;
}

/**
 * sc_store_get_account:
 * @self: a store
 *
 * Returns: (transfer none): who uses the program
 */
ScAccount *
sc_store_get_account (ScStore *self)
{
  return self->account;
}
