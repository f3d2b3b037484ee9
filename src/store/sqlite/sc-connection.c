/* SPDX-License-Identifier: GPL-3.0-or-later */

/* A connection to SQLite: opening it, what it waits for and what ends it, the
 * cache of its statements. */

#include "store/engine/sc-connection-private.h"

#include <glib/gi18n-lib.h>
#include <string.h>

#include "store/sc-main-thread.h"
#include "store/sqlite/sc-functions-private.h"
#include "store/sqlite/sc-sqlite-private.h"

/* How long a write waits for another program that writes, where nothing can
 * end the wait, and how long until it looks again. */
#define BUSY_SECONDS 5
#define LOOK_MS 20

/* How many of the database's instructions pass between two looks at the
 * cancellable: a few hundredths of a second. */
#define INSTRUCTIONS_A_LOOK 100000

/* In SQLite's words: 1 MiB, half of what it takes by itself. */
#define READER_CACHE "-1000"

struct _ScConnection {
  sqlite3 *handle;
  GHashTable *statements;
  GCancellable *cancellable;
  /* What it does just now. */
  const char *sql;
  gboolean is_patient;
  gint64 waits_since;
  ScBadRowFunc bad_row;
  gpointer bad_row_data;
};

static int
look_at_cancellable_cb (gpointer data)
{
  ScConnection *self = data;

  return g_cancellable_is_cancelled (self->cancellable);
}

/* What a person waits for, and can give up, waits for as long as the other
 * program takes. */
static int
wait_cb (void *data,
         int   n_calls)
{
  ScConnection *self = data;

  if (!self->is_patient)
    return 0;
  if (sc_main_thread_is_current ())
    {
      g_critical ("The main thread would wait for a lock: %s", self->sql);
      return 0;
    }

  if (n_calls == 0)
    self->waits_since = g_get_monotonic_time ();
  if (self->cancellable != NULL ? g_cancellable_is_cancelled (self->cancellable)
                                : g_get_monotonic_time () - self->waits_since > BUSY_SECONDS * G_USEC_PER_SEC)
    return 0;

  sqlite3_sleep (LOOK_MS);

  return 1;
}

/**
 * sc_connection_begin_statement:
 * @self: a connection
 * @sql: what it is about to do
 *
 * To be called before each step. A connection that may write also brings onto
 * the disk what others wrote.
 */
void
sc_connection_begin_statement (ScConnection *self,
                               const char   *sql)
{
  self->sql = sql;
  if (sc_main_thread_is_current () && sqlite3_db_readonly (self->handle, "main") == 0)
    g_critical ("The main thread writes: %s", sql);
}

/**
 * sc_connection_open:
 * @path: the file
 * @flags: SQLite's flags for opening
 * @error: why it can't be opened
 *
 * Returns: (transfer full): a connection with foreign keys on
 */
ScConnection *
sc_connection_open (const char *path,
                    int         flags,
                    GError    **error)
{
  g_autoptr (ScConnection) self = g_new0 (ScConnection, 1);
  int code = sqlite3_open_v2 (path, &self->handle, flags | SQLITE_OPEN_NOMUTEX | SQLITE_OPEN_EXRESCODE, NULL);

  self->statements = g_hash_table_new_full (g_str_hash, g_str_equal, NULL, (GDestroyNotify) sc_statement_free);
  if (code == SQLITE_OK)
    code = sc_functions_install (self->handle);
  if (code != SQLITE_OK)
    {
      sc_store_set_error (error, self->handle, code);
      return NULL;
    }

  self->is_patient = TRUE;
  sqlite3_busy_handler (self->handle, wait_cb, self);
  sqlite3_db_config (self->handle, SQLITE_DBCONFIG_DEFENSIVE, 1, NULL);
  sqlite3_db_config (self->handle, SQLITE_DBCONFIG_TRUSTED_SCHEMA, 0, NULL);
  if (!sc_connection_run (self, "PRAGMA foreign_keys = ON", error))
    return NULL;

  return g_steal_pointer (&self);
}

/**
 * sc_connection_open_for_reading:
 * @path: the file
 * @is_immutable: whether nobody can write it
 * @error: why it can't be opened
 *
 * Returns: (transfer full): a connection that only reads
 */
ScConnection *
sc_connection_open_for_reading (const char *path,
                                gboolean    is_immutable,
                                GError    **error)
{
  g_autofree char *escaped = g_uri_escape_string (path, "/", FALSE);
  g_autofree char *uri = g_strdup_printf ("file:%s?immutable=1", escaped);
  g_autoptr (ScConnection) connection =
    is_immutable ? sc_connection_open (uri, SQLITE_OPEN_READONLY | SQLITE_OPEN_URI, error)
                 : sc_connection_open (path, SQLITE_OPEN_READONLY, error);

  /* There are several, and what they read is in the system's cache already. */
  if (connection == NULL || !sc_connection_run (connection, "PRAGMA cache_size = " READER_CACHE, error))
    return NULL;

  return g_steal_pointer (&connection);
}

/**
 * sc_connection_close:
 * @self: (transfer full): a connection
 */
void
sc_connection_close (ScConnection *self)
{
  g_clear_pointer (&self->statements, g_hash_table_unref);
  g_clear_object (&self->cancellable);
  sc_connection_begin_statement (self, "closing, which puts the log into the file");
  sqlite3_close (self->handle);
  g_free (self);
}

/**
 * sc_connection_get_handle:
 * @self: a connection
 *
 * Returns: (transfer none): SQLite's own handle
 */
sqlite3 *
sc_connection_get_handle (ScConnection *self)
{
  return self->handle;
}

/**
 * sc_connection_set_patient:
 * @self: a connection
 * @is_patient: whether to wait a while for what others have locked; otherwise
 *   that is %SC_STORE_ERROR_BUSY at once
 */
void
sc_connection_set_patient (ScConnection *self,
                           gboolean      is_patient)
{
  self->is_patient = is_patient;
}

/**
 * sc_connection_set_cancellable:
 * @self: a connection
 * @cancellable: (nullable): ends statements that run, or wait for another
 *   program, when it is cancelled; %NULL to let them run, and wait for some
 *   seconds
 */
void
sc_connection_set_cancellable (ScConnection *self,
                               GCancellable *cancellable)
{
  g_set_object (&self->cancellable, cancellable);
  sqlite3_progress_handler (self->handle, cancellable != NULL ? INSTRUCTIONS_A_LOOK : 0,
                            cancellable != NULL ? look_at_cancellable_cb : NULL, self);
}

/**
 * sc_connection_get_cancellable:
 * @self: a connection
 *
 * Returns: (transfer none) (nullable): what ends statements that run
 */
GCancellable *
sc_connection_get_cancellable (ScConnection *self)
{
  return self->cancellable;
}

/**
 * sc_connection_set_bad_row_func:
 * @self: a connection
 * @func: (nullable): told of rows of lists that hold what they can't and are
 *   passed over; without one they are errors
 * @user_data: for @func
 *
 * Whoever writes what was read goes without: a list that lacks a row is not to
 * be written back.
 */
void
sc_connection_set_bad_row_func (ScConnection *self,
                                ScBadRowFunc  func,
                                gpointer      user_data)
{
  self->bad_row = func;
  self->bad_row_data = user_data;
}

/**
 * sc_connection_pass_over:
 * @self: a connection
 * @error: why something of a list could not be read
 *
 * Returns: whether it was a bad row of which somebody knows now, so that the
 *   list goes on
 */
gboolean
sc_connection_pass_over (ScConnection *self,
                         const GError *error)
{
  if (self->bad_row == NULL || !g_error_matches (error, SC_STORE_ERROR, SC_STORE_ERROR_BAD_ROW))
    return FALSE;

  self->bad_row (error->message, self->bad_row_data);

  return TRUE;
}

/**
 * sc_connection_run:
 * @self: a connection
 * @sql: statements of the program's own, without values
 * @error: why one failed
 *
 * Returns: whether all were carried out
 */
gboolean
sc_connection_run (ScConnection *self,
                   const char   *sql,
                   GError      **error)
{
  int code;

  sc_connection_begin_statement (self, sql);
  code = sqlite3_exec (self->handle, sql, NULL, NULL, NULL);
  if (code == SQLITE_OK)
    return TRUE;

  sc_store_set_error (error, self->handle, code);

  return FALSE;
}

/**
 * sc_connection_begin:
 * @self: a connection
 * @error: why it can't begin
 *
 * Begins a look, to be ended with sc_connection_roll_back().
 *
 * Returns: whether it has begun
 */
gboolean
sc_connection_begin (ScConnection *self,
                     GError      **error)
{
  return sc_connection_run (self, "BEGIN", error);
}

/**
 * sc_connection_begin_write:
 * @self: the writing connection
 * @error: why it can't begin
 *
 * Returns: whether it has begun, after all that others have committed
 */
gboolean
sc_connection_begin_write (ScConnection *self,
                           GError      **error)
{
  return sc_connection_run (self, "BEGIN IMMEDIATE", error);
}

/**
 * sc_connection_commit:
 * @self: a connection that has begun to write
 * @error: why it failed
 *
 * Returns: whether what was written is on the disk
 */
gboolean
sc_connection_commit (ScConnection *self,
                      GError      **error)
{
  return sc_connection_run (self, "COMMIT", error);
}

/**
 * sc_connection_roll_back:
 * @self: a connection
 *
 * Takes back what was done since a transaction began, where one is open: an error
 * may have ended it already.
 */
void
sc_connection_roll_back (ScConnection *self)
{
  if (!sqlite3_get_autocommit (self->handle))
    sqlite3_exec (self->handle, "ROLLBACK", NULL, NULL, NULL);
}

/**
 * sc_connection_get_state:
 * @self: a connection
 *
 * Returns: a number that is another one when somebody else has written since;
 *   -1 where it can't be told
 */
gint64
sc_connection_get_state (ScConnection *self)
{
  g_autoptr (ScStatement) statement = sc_connection_prepare_own (self, "PRAGMA data_version", NULL);

  return statement != NULL && sc_statement_step (statement, NULL) ? sc_statement_get_int (statement, 0) : -1;
}

/**
 * sc_connection_next_number:
 * @self: a connection that has begun to write
 * @table: a table that it inserts into
 * @error: why there is none
 *
 * Returns: the number that the next row may have, and those behind it; -1
 *   with @error set
 */
gint64
sc_connection_next_number (ScConnection *self,
                           const char   *table,
                           GError      **error)
{
  g_autofree char *sql = g_strdup_printf ("SELECT coalesce(max(id), 0) + 1 FROM \"%s\"", table);
  g_autoptr (ScStatement) statement = sc_connection_prepare_own (self, sql, error);

  return statement != NULL ? sc_statement_read_number (statement, error) : -1;
}

/**
 * sc_connection_get_n_written:
 * @self: a connection
 *
 * Returns: how many rows it has changed since it was opened
 */
gint64
sc_connection_get_n_written (ScConnection *self)
{
  return sqlite3_total_changes64 (self->handle);
}

/**
 * sc_connection_get_n_changed:
 * @self: a connection
 *
 * Returns: how many rows the last statement changed
 */
guint
sc_connection_get_n_changed (ScConnection *self)
{
  return (guint) sqlite3_changes (self->handle);
}

/* The program's own statements are right where the tables are its own. */
static void
set_prepare_error (GError **error,
                   sqlite3 *handle,
                   int      code)
{
  if (code == SQLITE_ERROR)
    g_set_error (error, SC_STORE_ERROR, SC_STORE_ERROR_FAILED,
                 /* Translators: %s is a technical message of the database, in English. */
                 _("The database lacks what Stagecraft needs (%s). Restore it from a backup."), sqlite3_errmsg (handle));
  else
    sc_store_set_error (error, handle, code);
}

static ScStatement *
prepare (ScConnection *self,
         const char   *sql,
         GError      **error)
{
  ScStatement *statement;
  sqlite3_stmt *handle = NULL;
  int code;

  sc_connection_begin_statement (self, sql);
  code = sqlite3_prepare_v3 (self->handle, sql, -1, SQLITE_PREPARE_PERSISTENT, &handle, NULL);
  if (code != SQLITE_OK)
    {
      set_prepare_error (error, self->handle, code);
      return NULL;
    }

  statement = sc_statement_new (self, handle);
  /* The text lives in the statement that it is the key of. */
  g_hash_table_insert (self->statements, (gpointer) sqlite3_sql (handle), statement);

  return statement;
}

/**
 * sc_connection_prepare_own:
 * @self: a connection
 * @sql: one statement in SQLite's own words
 * @error: why it can't be prepared
 *
 * Returns: (transfer full): the statement, from the cache if it was prepared
 *   before
 */
ScStatement *
sc_connection_prepare_own (ScConnection *self,
                           const char   *sql,
                           GError      **error)
{
  ScStatement *statement = g_hash_table_lookup (self->statements, sql);

  if (statement == NULL)
    statement = prepare (self, sql, error);

  return statement != NULL ? sc_statement_take (statement) : NULL;
}

/**
 * sc_connection_prepare:
 * @self: a connection
 * @sql: one statement, which every engine understands
 * @error: why it can't be prepared
 *
 * With `G_MESSAGES_DEBUG=sc-store` each is told once.
 *
 * Returns: (transfer full): the statement, from the cache if it was prepared
 *   before
 */
ScStatement *
sc_connection_prepare (ScConnection *self,
                       const char   *sql,
                       GError      **error)
{
  ScStatement *statement = g_hash_table_lookup (self->statements, sql);

  if (statement == NULL)
    {
      g_debug ("Statement: %s", sql);
      statement = prepare (self, sql, error);
    }

  return statement != NULL ? sc_statement_take (statement) : NULL;
}

static gboolean
names_it (gpointer sql,
          gpointer statement,
          gpointer name)
{
  return strstr (sql, name) != NULL;
}

/**
 * sc_connection_forget:
 * @self: a connection
 * @name: the name of a table that goes
 *
 * Drops the statements from the cache that name it.
 */
void
sc_connection_forget (ScConnection *self,
                      const char   *name)
{
  g_hash_table_foreach_remove (self->statements, names_it, (gpointer) name);
}
