/* SPDX-License-Identifier: GPL-3.0-or-later */

/* Measures every value of the database by what its column may hold, and looks
 * each key up that refers to another row. One look at each table; what is
 * referred to is kept as a sorted list of keys. */

#include "store/engine/sc-check-private.h"

#include <glib/gi18n-lib.h>

#include "store/sc-name-key.h"
#include "store/sqlite/sc-sqlite-cell-private.h"
#include "store/sqlite/sc-sqlite-private.h"
#include "store/tables/sc-column-private.h"

typedef struct {
  ScConnection *connection;
  GPtrArray *problems;
  /* Table to GArray of its keys. */
  GHashTable *keys;
} Rows;

/* A table that is looked at. */
typedef struct {
  Rows *rows;
  const ScTable *table;
  sqlite3_stmt *statement;
  /* Of each column of the statement. */
  GArray *columns;
  int name;
  int name_key;
} Look;

typedef struct {
  const ScColumn *column;
  GArray *parents;
  guint n_named;
} LookedAt;

/* A file so damaged that it can't be read on has a problem too. */
static gboolean
end_look (Rows         *self,
          sqlite3_stmt *statement,
          int           code,
          GError      **error)
{
  g_autoptr (GError) local_error = NULL;

  sqlite3_finalize (statement);
  if (code == SQLITE_DONE || code == SQLITE_OK)
    return TRUE;

  sc_store_set_error (&local_error, sc_connection_get_handle (self->connection), code);
  if (g_error_matches (local_error, SC_STORE_ERROR, SC_STORE_ERROR_CORRUPT))
    {
      sc_check_add (self->problems, local_error->message);
      return TRUE;
    }
  g_propagate_error (error, g_steal_pointer (&local_error));

  return FALSE;
}

static sqlite3_stmt *
prepare (Rows       *self,
         const char *sql)
{
  sqlite3_stmt *statement = NULL;

  /* What is missing has been said where the schema was compared. */
  sqlite3_prepare_v2 (sc_connection_get_handle (self->connection), sql, -1, &statement, NULL);

  return statement;
}

static gboolean
read_keys (Rows       *self,
           const char *table,
           GArray     *keys,
           GError    **error)
{
  g_autofree char *sql = g_strdup_printf ("SELECT id FROM %s ORDER BY id", table);
  sqlite3_stmt *statement = prepare (self, sql);
  int code = SQLITE_DONE;

  while (statement != NULL && (code = sqlite3_step (statement)) == SQLITE_ROW)
    {
      gint64 id = sqlite3_column_int64 (statement, 0);

      g_array_append_val (keys, id);
    }

  return end_look (self, statement, code, error);
}

static GArray *
need_keys (Rows       *self,
           const char *table,
           GError    **error)
{
  GArray *keys = g_hash_table_lookup (self->keys, table);

  if (keys != NULL)
    return keys;

  keys = g_array_new (FALSE, FALSE, sizeof (gint64));
  g_hash_table_insert (self->keys, (gpointer) table, keys);

  return read_keys (self, table, keys, error) ? keys : NULL;
}

static int
compare_cb (gconstpointer a,
            gconstpointer b)
{
  gint64 key_a = *(const gint64 *) a;
  gint64 key_b = *(const gint64 *) b;

  return key_a < key_b ? -1 : key_a > key_b;
}

/* Keys mostly have no gaps, so that one stands where it says. */
static gboolean
has_key (GArray *keys,
         gint64  key)
{
  gint64 first = keys->len > 0 ? g_array_index (keys, gint64, 0) : 0;

  if (keys->len > 0 && key >= first && key - first < keys->len && g_array_index (keys, gint64, key - first) == key)
    return TRUE;

  return g_array_binary_search (keys, &key, compare_cb, NULL);
}

static gboolean
may_name (Look *self,
          guint index)
{
  LookedAt *looked_at = &g_array_index (self->columns, LookedAt, index);

  return ++looked_at->n_named <= SC_CHECK_MAX_NAMED;
}

static void
add_problem (Look       *self,
             guint       index,
             const char *problem)
{
  g_autoptr (GString) row = g_string_new (NULL);
  g_autofree char *text = NULL;

  if (!may_name (self, index))
    return;

  for (guint i = 0; i < self->table->n_keys; i++)
    {
      ScCell key = sc_cell_from_statement (self->statement, (int) i);

      sc_cell_append (&key, row);
    }
  text = sc_table_describe_problem (self->table->name, row->str,
                                    g_array_index (self->columns, LookedAt, index).column->name, problem);
  sc_check_add (self->rows->problems, text);
}

static gboolean
check_cell (Look *self,
            guint index)
{
  const LookedAt *looked_at = &g_array_index (self->columns, LookedAt, index);
  ScCell cell = sc_cell_from_statement (self->statement, (int) index);
  const char *problem = NULL;

  if (!sc_column_accepts (looked_at->column, &cell, &problem))
    add_problem (self, index, problem);
  else if (looked_at->parents != NULL && cell.type != SC_CELL_NULL && !has_key (looked_at->parents, cell.number))
    add_problem (self, index, _("This refers to a row that is not there."));
  else
    return TRUE;

  return FALSE;
}

/* What names are found by has to be made of them. */
static void
check_name (Look *self)
{
  const char *name = (const char *) sqlite3_column_text (self->statement, self->name);
  g_autofree char *key = sc_name_make_key (name);

  if (g_strcmp0 (key, (const char *) sqlite3_column_text (self->statement, self->name_key)) != 0)
    add_problem (self, (guint) self->name_key, _("This is not what the name is found by."));
}

static void
check_row (Look *self)
{
  gboolean is_named = self->name >= 0 && self->name_key >= 0;

  for (guint i = 0; i < self->columns->len; i++)
    if (!check_cell (self, i) && ((int) i == self->name || (int) i == self->name_key))
      is_named = FALSE;
  if (is_named)
    check_name (self);
}

static gboolean
has_column (Rows       *self,
            const char *table,
            const char *column)
{
  g_autofree char *sql = g_strdup_printf ("SELECT %s FROM %s", column, table);
  sqlite3_stmt *statement = prepare (self, sql);

  sqlite3_finalize (statement);

  return statement != NULL;
}

/* The statement that reads the columns that are there. */
static gboolean
begin_look (Look    *self,
            GError **error)
{
  g_autoptr (GString) sql = g_string_new ("SELECT ");

  for (guint i = 0; i < self->table->n_columns; i++)
    {
      LookedAt looked_at = { .column = &self->table->columns[i] };

      if (!has_column (self->rows, self->table->name, looked_at.column->name))
        {
          /* A row without its key has no name. */
          if (i < self->table->n_keys)
            return TRUE;
          continue;
        }
      if (looked_at.column->parent != NULL)
        {
          looked_at.parents = need_keys (self->rows, looked_at.column->parent, error);
          if (looked_at.parents == NULL)
            return FALSE;
        }
      if (g_str_equal (looked_at.column->name, "name"))
        self->name = (int) self->columns->len;
      else if (g_str_equal (looked_at.column->name, "name_key"))
        self->name_key = (int) self->columns->len;
      g_string_append_printf (sql, "%s%s", self->columns->len > 0 ? ", " : "", looked_at.column->name);
      g_array_append_val (self->columns, looked_at);
    }
  g_string_append_printf (sql, " FROM %s", self->table->name);
  self->statement = prepare (self->rows, sql->str);

  return TRUE;
}

static gboolean
check_table (Rows          *self,
             const ScTable *table,
             GError       **error)
{
  g_autoptr (GArray) columns = g_array_new (FALSE, TRUE, sizeof (LookedAt));
  Look look = { .rows = self, .table = table, .columns = columns, .name = -1, .name_key = -1 };
  int code = SQLITE_DONE;

  if (!begin_look (&look, error))
    return FALSE;

  while (look.statement != NULL && (code = sqlite3_step (look.statement)) == SQLITE_ROW)
    check_row (&look);

  return end_look (self, look.statement, code, error);
}

/**
 * sc_check_rows:
 * @connection: a connection
 * @problems: (element-type utf8): where to add what does not hold
 * @error: why it could not be checked
 *
 * Returns: whether every row could be checked
 */
gboolean
sc_check_rows (ScConnection *connection,
               GPtrArray    *problems,
               GError      **error)
{
  g_autoptr (GHashTable) keys = g_hash_table_new_full (g_str_hash, g_str_equal, NULL, (GDestroyNotify) g_array_unref);
  Rows self = { connection, problems, keys };
  guint n_tables;
  const ScTable *tables = sc_table_get_all (&n_tables);

  for (guint i = 0; i < n_tables; i++)
    if (!check_table (&self, &tables[i], error))
      return FALSE;

  return TRUE;
}
