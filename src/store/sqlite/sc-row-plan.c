/* SPDX-License-Identifier: GPL-3.0-or-later */

/* No reader of a table has to doubt what it reads: a row is measured as it is
 * stepped to. SQLite knows which column of which table each column of a
 * statement is; of the others only the texts are looked at. Whether a column
 * may be empty because its table was joined and had no row is told from the
 * statement's text, which is the program's own. */

#include "store/sqlite/sc-row-plan-private.h"

#include <gio/gio.h>
#include <glib/gi18n-lib.h>
#include <string.h>

#include "store/sqlite/sc-sqlite-cell-private.h"
#include "store/tables/sc-column-private.h"

typedef struct {
  int index;
  const ScTable *table;
  const ScColumn *column;
  gboolean is_required;
  /* Where the row's key stands, -1 where it is not read. */
  int key;
} Check;

struct _ScRowPlan {
  GArray *checks;
};

/* The names in it may be quoted, where another engine has words of its own. */
static char *
strip_quotes (const char *sql)
{
  g_autoptr (GString) plain = g_string_new (NULL);
  gboolean is_text = FALSE;

  for (const char *at = sql; *at != '\0'; at++)
    {
      is_text = is_text != (*at == '\'');
      if (*at != '"' || is_text)
        g_string_append_c (plain, *at);
    }

  return g_string_free (g_steal_pointer (&plain), FALSE);
}

/* The columns as they are written: “id”, “d.title”; empty for what is worked
 * out, or comes from a query of its own. */
static GStrv
split_columns (const char *sql)
{
  g_autoptr (GStrvBuilder) columns = g_strv_builder_new ();
  g_autoptr (GString) column = g_string_new (NULL);
  int n_open = 0;
  gboolean is_quoted = FALSE;

  if (!g_str_has_prefix (sql, "SELECT "))
    return g_strv_builder_end (columns);

  for (const char *at = sql + strlen ("SELECT "); *at != '\0'; at++)
    {
      is_quoted = is_quoted != (*at == '\'');
      if (n_open == 0 && !is_quoted && g_str_has_prefix (at, " FROM "))
        break;
      n_open += is_quoted ? 0 : (*at == '(') - (*at == ')');
      if (*at == ',' && n_open == 0 && !is_quoted)
        {
          g_strv_builder_add (columns, g_strstrip (column->str));
          g_string_truncate (column, 0);
        }
      else
        {
          g_string_append_c (column, *at);
        }
    }
  g_strv_builder_add (columns, g_strstrip (column->str));

  return g_strv_builder_end (columns);
}

static gboolean
is_plain (const char *written)
{
  return *written != '\0' && strspn (written, "abcdefghijklmnopqrstuvwxyz_.") == strlen (written);
}

/* “d” of “d.title”. */
static char *
get_alias (const char *written)
{
  const char *point = strchr (written, '.');

  return point != NULL ? g_strndup (written, (gsize) (point - written)) : g_strdup ("");
}

static gboolean
is_outer (const char *sql,
          const char *table,
          const char *alias)
{
  g_autofree char *with_alias = g_strdup_printf ("LEFT JOIN %s AS %s ", table, alias);
  g_autofree char *without = g_strdup_printf ("LEFT JOIN %s ON ", table);

  return strstr (sql, with_alias) != NULL || strstr (sql, without) != NULL;
}

static int
find_key (sqlite3_stmt *statement,
          GStrv         written,
          guint         n_written,
          const char   *table,
          const char   *alias)
{
  for (int i = 0; i < sqlite3_column_count (statement) && (guint) i < n_written; i++)
    {
      g_autofree char *other = get_alias (written[i]);

      if (is_plain (written[i]) && g_str_equal (other, alias)
          && g_strcmp0 (sqlite3_column_origin_name (statement, i), "id") == 0
          && g_strcmp0 (sqlite3_column_table_name (statement, i), table) == 0)
        return i;
    }

  return -1;
}

static Check
make_check (sqlite3_stmt *statement,
            const char   *sql,
            GStrv         written,
            guint         n_written,
            int           index)
{
  const char *name = sqlite3_column_table_name (statement, index);
  const char *text = (guint) index < n_written && is_plain (written[index]) ? written[index] : "";
  g_autofree char *alias = get_alias (text);
  Check check = { .index = index, .key = -1 };

  check.table = name != NULL ? sc_table_find (name) : NULL;
  check.column = check.table != NULL
                 ? sc_table_find_column (check.table, sqlite3_column_origin_name (statement, index)) : NULL;
  if (check.column == NULL || *text == '\0')
    return check;

  check.is_required = !check.column->is_nullable && !is_outer (sql, name, alias);
  check.key = find_key (statement, written, n_written, name, alias);

  return check;
}

/**
 * sc_row_plan_new:
 * @statement: a statement
 *
 * Returns: (transfer full) (nullable): what its rows have to be; %NULL where it
 *   has none
 */
ScRowPlan *
sc_row_plan_new (sqlite3_stmt *statement)
{
  int n_columns = sqlite3_column_count (statement);
  g_autofree char *sql = NULL;
  g_auto (GStrv) written = NULL;
  ScRowPlan *self;

  if (n_columns == 0)
    return NULL;

  self = g_new0 (ScRowPlan, 1);
  self->checks = g_array_new (FALSE, FALSE, sizeof (Check));
  sql = strip_quotes (sqlite3_sql (statement));
  written = split_columns (sql);
  for (int i = 0; i < n_columns; i++)
    {
      Check check = make_check (statement, sql, written, g_strv_length (written), i);

      g_array_append_val (self->checks, check);
    }

  return self;
}

/**
 * sc_row_plan_free:
 * @self: (transfer full): a plan
 */
void
sc_row_plan_free (ScRowPlan *self)
{
  g_array_unref (self->checks);
  g_free (self);
}

/* Of a row whose key was not read: the first that has the same value there,
 * which is as wrong in every one. */
static char *
look_row_up (const Check  *check,
             sqlite3_stmt *statement)
{
  g_autoptr (GString) sql = g_string_new ("SELECT ");
  g_autoptr (GString) key = g_string_new (NULL);
  sqlite3_stmt *look = NULL;

  for (guint i = 0; i < check->table->n_keys; i++)
    g_string_append_printf (sql, "%s\"%s\"", i > 0 ? ", " : "", check->table->columns[i].name);
  g_string_append_printf (sql, " FROM \"%s\" WHERE \"%s\" IS ?1 LIMIT 1", check->table->name, check->column->name);

  if (sqlite3_prepare_v2 (sqlite3_db_handle (statement), sql->str, -1, &look, NULL) == SQLITE_OK
      && sqlite3_bind_value (look, 1, sqlite3_column_value (statement, check->index)) == SQLITE_OK
      && sqlite3_step (look) == SQLITE_ROW)
    for (guint i = 0; i < check->table->n_keys; i++)
      {
        ScCell cell = sc_cell_from_statement (look, (int) i);

        sc_cell_append (&cell, key);
      }
  sqlite3_finalize (look);

  return g_string_free (g_steal_pointer (&key), FALSE);
}

static char *
name_row (const Check  *check,
          sqlite3_stmt *statement)
{
  if (check->key >= 0)
    return g_strdup_printf ("%" G_GINT64_FORMAT, (gint64) sqlite3_column_int64 (statement, check->key));

  return look_row_up (check, statement);
}

static void
set_error (const Check  *check,
           sqlite3_stmt *statement,
           const char   *problem,
           GError      **error)
{
  g_autofree char *row = NULL;
  g_autofree char *text = NULL;

  if (check->column == NULL)
    {
      g_set_error (error, SC_STORE_ERROR, SC_STORE_ERROR_BAD_ROW,
                   /* Translators: %1$s is a field of the database, %2$s a sentence. */
                   _("%1$s: %2$s"), sqlite3_column_name (statement, check->index), problem);
      return;
    }

  row = name_row (check, statement);
  text = sc_table_describe_problem (check->table->name, row, check->column->name, problem);
  g_set_error_literal (error, SC_STORE_ERROR, SC_STORE_ERROR_BAD_ROW, text);
}

/* Most of what millions of rows hold are whole numbers, which are looked at where they stand. */
static gboolean
is_good_number (const Check  *check,
                sqlite3_stmt *statement)
{
  gint64 number;

  if (sqlite3_column_type (statement, check->index) != SQLITE_INTEGER)
    return FALSE;
  if (check->column == NULL)
    return TRUE;

  number = sqlite3_column_int64 (statement, check->index);

  return check->column->type == SC_CELL_INTEGER && number >= check->column->min && number <= check->column->max;
}

static gboolean
accepts (const Check  *check,
         sqlite3_stmt *statement,
         const char  **problem)
{
  ScCell cell;

  if (is_good_number (check, statement))
    return TRUE;

  cell = sc_cell_from_statement (statement, check->index);
  if (cell.type == SC_CELL_NULL && !check->is_required)
    return TRUE;
  if (check->column != NULL)
    return sc_column_accepts (check->column, &cell, problem);

  return cell.type != SC_CELL_TEXT || sc_cell_is_text (&cell, problem);
}

/**
 * sc_row_plan_accepts:
 * @self: the plan of a statement
 * @statement: the statement, with a row
 * @error: %SC_STORE_ERROR_BAD_ROW with table, row, field and what is wrong
 *
 * Returns: whether the row is what it has to be
 */
gboolean
sc_row_plan_accepts (const ScRowPlan *self,
                     sqlite3_stmt    *statement,
                     GError         **error)
{
  const char *problem = NULL;

  for (guint i = 0; i < self->checks->len; i++)
    if (!accepts (&g_array_index (self->checks, Check, i), statement, &problem))
      {
        set_error (&g_array_index (self->checks, Check, i), statement, problem, error);
        return FALSE;
      }

  return TRUE;
}
