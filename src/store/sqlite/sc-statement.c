/* SPDX-License-Identifier: GPL-3.0-or-later */

/* A prepared statement: its values by name, its rows one by one, each measured
 * by what its columns may hold. */

#include "store/sqlite/sc-row-plan-private.h"
#include "store/sqlite/sc-sqlite-cell-private.h"
#include "store/sqlite/sc-sqlite-private.h"

struct _ScStatement {
  ScConnection *connection;
  sqlite3_stmt *handle;
  ScRowPlan *plan;
  gboolean is_busy;
  gboolean has_failed;
};

/**
 * sc_statement_new:
 * @connection: a connection
 * @handle: (transfer full): what it has prepared
 *
 * Returns: (transfer full): the statement
 */
ScStatement *
sc_statement_new (ScConnection *connection,
                  sqlite3_stmt *handle)
{
  ScStatement *self = g_new0 (ScStatement, 1);

  self->connection = connection;
  self->handle = handle;
  self->plan = sc_row_plan_new (handle);

  return self;
}

/**
 * sc_statement_free:
 * @self: (transfer full): a statement that nobody uses
 */
void
sc_statement_free (ScStatement *self)
{
  sqlite3_finalize (self->handle);
  g_clear_pointer (&self->plan, sc_row_plan_free);
  g_free (self);
}

/**
 * sc_statement_take:
 * @self: a statement that nobody uses
 *
 * Returns: (transfer full): the same, in use until sc_statement_reset()
 */
ScStatement *
sc_statement_take (ScStatement *self)
{
  g_assert (!self->is_busy);
  self->is_busy = TRUE;

  return self;
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
 * sc_statement_bind_numbers:
 * @self: a statement
 * @name: a parameter's name
 * @numbers: (element-type gint64): its value, for `is_one_of()`: numbers in ascending order,
 *   which are copied
 */
void
sc_statement_bind_numbers (ScStatement  *self,
                           const char   *name,
                           const GArray *numbers)
{
  if (numbers->len > 0)
    sqlite3_bind_blob64 (self->handle, find_parameter (self, name), numbers->data, numbers->len * sizeof (gint64),
                         SQLITE_TRANSIENT);
  else
    sqlite3_bind_zeroblob (self->handle, find_parameter (self, name), 0);
}

/**
 * sc_statement_bind_null:
 * @self: a statement
 * @name: a parameter's name
 * @type: what it would be, had it a value, which SQLite does not ask for
 */
void
sc_statement_bind_null (ScStatement *self,
                        const char  *name,
                        ScCellType   type)
{
  sqlite3_bind_null (self->handle, find_parameter (self, name));
}

/**
 * sc_statement_bind_key:
 * @self: a statement
 * @name: a parameter's name
 * @key: a row's key, or another number that is 0 for none, which is SQL's null
 */
void
sc_statement_bind_key (ScStatement *self,
                       const char  *name,
                       gint64       key)
{
  if (key != 0)
    sc_statement_bind_int (self, name, key);
  else
    sc_statement_bind_null (self, name, SC_CELL_INTEGER);
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

  sc_connection_begin_statement (self->connection, sqlite3_sql (self->handle));
  code = sqlite3_step (self->handle);
  if (code == SQLITE_ROW)
    {
      self->has_failed = !sc_row_plan_accepts (self->plan, self->handle, error);
      return !self->has_failed;
    }

  self->has_failed = code != SQLITE_DONE;
  if (self->has_failed)
    sc_store_set_error (error, sc_connection_get_handle (self->connection), code);

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
 * sc_statement_has_failed:
 * @self: a statement that was stepped
 *
 * Returns: whether there is no row because it failed, and not because it is at its end
 */
gboolean
sc_statement_has_failed (ScStatement *self)
{
  return self->has_failed;
}

/**
 * sc_statement_collect:
 * @self: a statement of a list
 * @read: (scope call): makes something of the row that the statement stands on
 * @free_row: frees that
 * @error: why it failed
 *
 * Takes the rows as sc_statement_next() does.
 *
 * Returns: (transfer full): what @read made of them, in their order
 */
GPtrArray *
sc_statement_collect (ScStatement   *self,
                      gpointer (    *read )(ScStatement *self),
                      GDestroyNotify free_row,
                      GError       **error)
{
  g_autoptr (GPtrArray) rows = g_ptr_array_new_with_free_func (free_row);

  while (sc_statement_next (self, error))
    g_ptr_array_add (rows, read (self));

  return sc_statement_has_failed (self) ? NULL : g_steal_pointer (&rows);
}

/**
 * sc_statement_collect_keys:
 * @self: a statement of rows that begin with a number
 * @error: why it failed
 *
 * A row that can't be read is not passed over: what is done to the rows is done to all.
 *
 * Returns: (transfer full) (element-type gint64): the numbers, in their order
 */
GArray *
sc_statement_collect_keys (ScStatement *self,
                           GError     **error)
{
  g_autoptr (GArray) keys = g_array_new (FALSE, FALSE, sizeof (gint64));

  while (sc_statement_step (self, error))
    {
      gint64 key = sc_statement_get_int (self, 0);

      g_array_append_val (keys, key);
    }

  return sc_statement_has_failed (self) ? NULL : g_steal_pointer (&keys);
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

  sc_connection_begin_statement (self->connection, sqlite3_sql (self->handle));
  code = sqlite3_step (self->handle);
  if (code != SQLITE_DONE && code != SQLITE_ROW)
    {
      sc_store_set_error (error, sc_connection_get_handle (self->connection), code);
      sqlite3_reset (self->handle);
      return FALSE;
    }

  sqlite3_reset (self->handle);

  return TRUE;
}

/**
 * sc_statement_insert:
 * @self: a statement that inserts one row, `… RETURNING id`
 * @error: why it failed
 *
 * Carries the statement out and makes it ready for other values.
 *
 * Returns: the row's key, 0 with @error set
 */
gint64
sc_statement_insert (ScStatement *self,
                     GError     **error)
{
  gint64 key = 0;
  int code;

  sc_connection_begin_statement (self->connection, sqlite3_sql (self->handle));
  code = sqlite3_step (self->handle);
  if (code == SQLITE_ROW)
    key = sqlite3_column_int64 (self->handle, 0);
  else
    sc_store_set_error (error, sc_connection_get_handle (self->connection), code);
  sqlite3_reset (self->handle);

  return key;
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
  if (sc_statement_step (self, error))
    return sc_statement_get_int (self, 0);

  return sc_statement_has_failed (self) ? -1 : 0;
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
  self->has_failed = FALSE;
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
 * Returns: the type of the column's value
 */
ScCellType
sc_statement_get_type (ScStatement *self,
                       int          column)
{
  return sc_cell_type_from_statement (self->handle, column);
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
