/* SPDX-License-Identifier: GPL-3.0-or-later */

#include "store/engine/sc-connection-private.h"

#include <errno.h>
#include <glib/gi18n-lib.h>

#include "store/sc-main-thread.h"
#include "store/sqlite/sc-collation-private.h"
#include "store/sqlite/sc-row-plan-private.h"

/* How long a write waits for another program that writes, where nothing can
 * end the wait, and how long until it looks again. */
#define BUSY_SECONDS 5
#define LOOK_MS 20

/* How many of the database's instructions pass between two looks at the
 * cancellable: a few hundredths of a second. */
#define INSTRUCTIONS_A_LOOK 100000

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

struct _ScStatement {
  ScConnection *connection;
  sqlite3_stmt *handle;
  ScRowPlan *plan;
  gboolean is_busy;
};

static ScStoreError
to_store_error (int code)
{
  /* A full disk has no room for the index of the log either. */
  if (code == SQLITE_IOERR_SHMSIZE)
    return SC_STORE_ERROR_NO_SPACE;

  switch (code & 0xff)
    {
    case SQLITE_NOTADB:
      return SC_STORE_ERROR_NOT_A_DATABASE;
    case SQLITE_CORRUPT:
      return SC_STORE_ERROR_CORRUPT;
    case SQLITE_READONLY:
    case SQLITE_CANTOPEN:
    case SQLITE_PERM:
      return SC_STORE_ERROR_READ_ONLY;
    case SQLITE_BUSY:
    case SQLITE_LOCKED:
      return SC_STORE_ERROR_BUSY;
    case SQLITE_FULL:
      return SC_STORE_ERROR_NO_SPACE;
    case SQLITE_CONSTRAINT:
      return SC_STORE_ERROR_EXISTS;
    default:
      return SC_STORE_ERROR_FAILED;
    }
}

/* A sum that runs over becomes a real number, which a kept sum is not; where it
 * is formed anew, there is no code for it, only these words. */
static gboolean
is_overflow (sqlite3 *handle,
             int      code)
{
  return code == SQLITE_CONSTRAINT_DATATYPE
         || (code == SQLITE_ERROR && handle != NULL && g_str_equal (sqlite3_errmsg (handle), "integer overflow"));
}

static const char *
describe (ScStoreError error)
{
  switch (error)
    {
    case SC_STORE_ERROR_NOT_A_DATABASE:
      return _("The file is not a Stagecraft database. It was left as it is; choose another file.");
    case SC_STORE_ERROR_CORRUPT:
      return _("The database is damaged. Restore it from a backup.");
    case SC_STORE_ERROR_READ_ONLY:
      return _("The database can’t be written. Check the permissions of the file and of its folder.");
    case SC_STORE_ERROR_BUSY:
      return _("Another program keeps the database locked. Close it and try again.");
    case SC_STORE_ERROR_NO_SPACE:
      return _("The disk is full; nothing was changed. Make room and try again.");
    case SC_STORE_ERROR_FAILED:
    case SC_STORE_ERROR_NOT_FOUND:
    case SC_STORE_ERROR_EXISTS:
    case SC_STORE_ERROR_CONFLICT:
    case SC_STORE_ERROR_INVALID:
    case SC_STORE_ERROR_BAD_ROW:
    default:
      return NULL;
    }
}

/**
 * sc_store_get_too_many_files:
 *
 * Returns: what to say where no more files can be opened
 */
const char *
sc_store_get_too_many_files (void)
{
  return _("Too many files are open. Close other programs, or raise the limit (ulimit -n), and try again.");
}

/**
 * sc_store_set_error:
 * @error: where to put the error
 * @handle: (nullable): the connection that failed
 * @code: SQLite's result code
 *
 * Says in the store's words what SQLite reported: what happened, and what to
 * do about it.
 */
void
sc_store_set_error (GError **error,
                    sqlite3 *handle,
                    int      code)
{
  ScStoreError store_error = to_store_error (code);
  const char *text = describe (store_error);

  if ((code & 0xff) == SQLITE_CANTOPEN && handle != NULL
      && (sqlite3_system_errno (handle) == EMFILE || sqlite3_system_errno (handle) == ENFILE))
    g_set_error_literal (error, SC_STORE_ERROR, SC_STORE_ERROR_FAILED, sc_store_get_too_many_files ());
  else if ((code & 0xff) == SQLITE_INTERRUPT)
    g_set_error_literal (error, G_IO_ERROR, G_IO_ERROR_CANCELLED, _("The operation was cancelled."));
  else if ((code & 0xff) == SQLITE_IOERR && text == NULL)
    g_set_error_literal (error, SC_STORE_ERROR, store_error,
                         _("The disk could not be read or written; nothing was changed. Check the disk and try again."));
  else if (is_overflow (handle, code))
    g_set_error_literal (error, SC_STORE_ERROR, SC_STORE_ERROR_INVALID,
                         _("The values of a stage’s deals add up to more than can be kept. "
                           "Look for one that is far too large."));
  else if (text != NULL)
    g_set_error_literal (error, SC_STORE_ERROR, store_error, text);
  else
    g_set_error (error, SC_STORE_ERROR, store_error, _("The database reported an error: %s."),
                 handle != NULL ? sqlite3_errmsg (handle) : sqlite3_errstr (code));
}

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

/* A connection that may write also brings onto the disk what others wrote. */
static void
begin_statement (ScConnection *self,
                 const char   *sql)
{
  self->sql = sql;
  if (sc_main_thread_is_current () && sqlite3_db_readonly (self->handle, "main") == 0)
    g_critical ("The main thread writes: %s", sql);
}

static void
statement_free (ScStatement *self)
{
  sqlite3_finalize (self->handle);
  g_clear_pointer (&self->plan, sc_row_plan_free);
  g_free (self);
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

  self->statements = g_hash_table_new_full (g_str_hash, g_str_equal, NULL, (GDestroyNotify) statement_free);
  if (code == SQLITE_OK)
    code = sc_collation_install (self->handle);
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
 * sc_connection_close:
 * @self: (transfer full): a connection
 */
void
sc_connection_close (ScConnection *self)
{
  g_clear_pointer (&self->statements, g_hash_table_unref);
  g_clear_object (&self->cancellable);
  begin_statement (self, "closing, which puts the log into the file");
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

  begin_statement (self, sql);
  code = sqlite3_exec (self->handle, sql, NULL, NULL, NULL);
  if (code == SQLITE_OK)
    return TRUE;

  sc_store_set_error (error, self->handle, code);

  return FALSE;
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
 * sc_connection_get_last_id:
 * @self: a connection
 *
 * Returns: the key of the row inserted last
 */
gint64
sc_connection_get_last_id (ScConnection *self)
{
  return sqlite3_last_insert_rowid (self->handle);
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

/**
 * sc_connection_prepare:
 * @self: a connection
 * @sql: one statement
 * @error: why it can't be prepared
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
      sqlite3_stmt *handle = NULL;
      int code;

      begin_statement (self, sql);
      code = sqlite3_prepare_v3 (self->handle, sql, -1, SQLITE_PREPARE_PERSISTENT, &handle, NULL);

      if (code != SQLITE_OK)
        {
          set_prepare_error (error, self->handle, code);
          return NULL;
        }

      statement = g_new0 (ScStatement, 1);
      statement->connection = self;
      statement->handle = handle;
      statement->plan = sc_row_plan_new (handle);
      /* The text lives in the statement that it is the key of. */
      g_hash_table_insert (self->statements, (gpointer) sqlite3_sql (handle), statement);
    }

  g_assert (!statement->is_busy);
  statement->is_busy = TRUE;

  return statement;
}

static int
find_parameter (ScStatement *self,
                const char  *name)
{
  int index = sqlite3_bind_parameter_index (self->handle, name);

  g_assert (index > 0);

  return index;
}

/**
 * sc_statement_has:
 * @self: a statement
 * @name: a parameter's name, such as `:id`
 *
 * Returns: whether the statement has such a parameter
 */
gboolean
sc_statement_has (ScStatement *self,
                  const char  *name)
{
  return sqlite3_bind_parameter_index (self->handle, name) > 0;
}

/**
 * sc_statement_bind_int:
 * @self: a statement
 * @name: a parameter's name, such as `:id`
 * @value: its value
 */
void
sc_statement_bind_int (ScStatement *self,
                       const char  *name,
                       gint64       value)
{
  sqlite3_bind_int64 (self->handle, find_parameter (self, name), value);
}

/**
 * sc_statement_bind_text:
 * @self: a statement
 * @name: a parameter's name
 * @value: (nullable): its value, which is copied; %NULL is SQL's null
 */
void
sc_statement_bind_text (ScStatement *self,
                        const char  *name,
                        const char  *value)
{
  sqlite3_bind_text (self->handle, find_parameter (self, name), value, -1, SQLITE_TRANSIENT);
}

/**
 * sc_statement_bind_real:
 * @self: a statement
 * @name: a parameter's name
 * @value: its value
 */
void
sc_statement_bind_real (ScStatement *self,
                        const char  *name,
                        double       value)
{
  sqlite3_bind_double (self->handle, find_parameter (self, name), value);
}

/**
 * sc_statement_bind_null:
 * @self: a statement
 * @name: a parameter's name
 */
void
sc_statement_bind_null (ScStatement *self,
                        const char  *name)
{
  sqlite3_bind_null (self->handle, find_parameter (self, name));
}

/**
 * sc_statement_step:
 * @self: a statement
 * @error: why it failed; %SC_STORE_ERROR_BAD_ROW where there is a row that
 *   holds what it can't
 *
 * Returns: whether there is a row; where there is none and @error is not
 *   set, it is at its end
 */
gboolean
sc_statement_step (ScStatement *self,
                   GError     **error)
{
  int code;

  begin_statement (self->connection, sqlite3_sql (self->handle));
  code = sqlite3_step (self->handle);
  if (code == SQLITE_ROW)
    return sc_row_plan_accepts (self->plan, self->handle, error);
  if (code != SQLITE_DONE)
    sc_store_set_error (error, self->connection->handle, code);

  return FALSE;
}

/**
 * sc_statement_next:
 * @self: a statement of a list
 * @error: why it failed
 *
 * Steps to a row of a list of which the others may be shown when one can't be
 * read. Where somebody is told of bad rows, they are told, and it is passed
 * over.
 *
 * Returns: whether there is a row; where there is none and @error is not
 *   set, it is at its end
 */
gboolean
sc_statement_next (ScStatement *self,
                   GError     **error)
{
  while (TRUE)
    {
      g_autoptr (GError) local_error = NULL;

      if (sc_statement_step (self, &local_error))
        return TRUE;
      if (local_error == NULL)
        return FALSE;
      if (!sc_connection_pass_over (self->connection, local_error))
        {
          g_propagate_error (error, g_steal_pointer (&local_error));
          return FALSE;
        }
    }
}

/**
 * sc_statement_execute:
 * @self: a statement that returns no rows
 * @error: why it failed
 *
 * Carries the statement out and makes it ready for other values.
 *
 * Returns: whether it was carried out
 */
gboolean
sc_statement_execute (ScStatement *self,
                      GError     **error)
{
  int code;

  begin_statement (self->connection, sqlite3_sql (self->handle));
  code = sqlite3_step (self->handle);
  if (code != SQLITE_DONE && code != SQLITE_ROW)
    {
      sc_store_set_error (error, self->connection->handle, code);
      sqlite3_reset (self->handle);
      return FALSE;
    }

  sqlite3_reset (self->handle);

  return TRUE;
}

/**
 * sc_statement_read_number:
 * @self: a statement with its values bound
 * @error: why it failed
 *
 * Returns: the first column of its first row, a number of 0 and more; 0 where
 *   there is no row, -1 with @error set
 */
gint64
sc_statement_read_number (ScStatement *self,
                          GError     **error)
{
  g_autoptr (GError) local_error = NULL;

  if (sc_statement_step (self, &local_error))
    return sc_statement_get_int (self, 0);
  if (local_error == NULL)
    return 0;

  g_propagate_error (error, g_steal_pointer (&local_error));

  return -1;
}

/**
 * sc_statement_reset:
 * @self: (transfer full): a statement, which goes back to the cache
 */
void
sc_statement_reset (ScStatement *self)
{
  sqlite3_reset (self->handle);
  sqlite3_clear_bindings (self->handle);
  self->is_busy = FALSE;
}

/**
 * sc_statement_get_int:
 * @self: a statement with a row
 * @column: a column, from 0
 *
 * Returns: the column's number; 0 for SQL's null
 */
gint64
sc_statement_get_int (ScStatement *self,
                      int          column)
{
  return sqlite3_column_int64 (self->handle, column);
}

/**
 * sc_statement_get_real:
 * @self: a statement with a row
 * @column: a column, from 0
 *
 * Returns: the column's number; 0 for SQL's null
 */
double
sc_statement_get_real (ScStatement *self,
                       int          column)
{
  return sqlite3_column_double (self->handle, column);
}

/**
 * sc_statement_get_text:
 * @self: a statement with a row
 * @column: a column, from 0
 *
 * Returns: (transfer none) (nullable): the column's text, valid until the
 *   next step
 */
const char *
sc_statement_get_text (ScStatement *self,
                       int          column)
{
  return (const char *) sqlite3_column_text (self->handle, column);
}

/**
 * sc_statement_dup_text:
 * @self: a statement with a row
 * @column: a column, from 0
 *
 * Returns: (transfer full) (nullable): the column's text
 */
char *
sc_statement_dup_text (ScStatement *self,
                       int          column)
{
  return g_strdup (sc_statement_get_text (self, column));
}

/**
 * sc_statement_is_null:
 * @self: a statement with a row
 * @column: a column, from 0
 *
 * Returns: whether the column has no value
 */
gboolean
sc_statement_is_null (ScStatement *self,
                      int          column)
{
  return sqlite3_column_type (self->handle, column) == SQLITE_NULL;
}

/**
 * sc_statement_get_type:
 * @self: a statement with a row
 * @column: a column, from 0
 *
 * Returns: SQLite's type of the column's value
 */
int
sc_statement_get_type (ScStatement *self,
                       int          column)
{
  return sqlite3_column_type (self->handle, column);
}

/**
 * sc_statement_get_handle:
 * @self: a statement
 *
 * Returns: (transfer none): SQLite's own handle
 */
sqlite3_stmt *
sc_statement_get_handle (ScStatement *self)
{
  return self->handle;
}
