/* SPDX-License-Identifier: GPL-3.0-or-later */

/* Rows of a write. SQL is put together from the program's own names of tables
 * and columns; values are bound. */

#include "store/tables/sc-write-struct-private.h"

#include <glib/gi18n-lib.h>

/**
 * sc_write_get_deals_sql:
 * @table: a table
 *
 * Returns: (nullable): a query of the numbers of the deals that a row is about, `:id`
 *   being its key; %NULL for a table whose rows are about none
 */
const char *
sc_write_get_deals_sql (const char *table)
{
  if (g_str_equal (table, "deal"))
    return "SELECT id FROM deal WHERE id = :id";
  if (g_str_equal (table, "person"))
    return "SELECT id FROM deal WHERE person_id = :id AND deleted_by IS NULL";
  if (g_str_equal (table, "tick"))
    return "SELECT deal_id FROM tick WHERE id = :id";
  if (g_str_equal (table, "answer"))
    return "SELECT deal_id FROM answer WHERE id = :id";
  if (g_str_equal (table, "tactic_use"))
    return "SELECT deal_id FROM tactic_use WHERE id = :id";
  if (g_str_equal (table, "action_tick"))
    return "SELECT deal_id FROM action_tick WHERE id = :id";
  if (g_str_equal (table, "payment"))
    return "SELECT deal_id FROM payment WHERE id = :id";
  if (g_str_equal (table, "activity"))
    return "SELECT deal_id FROM activity WHERE id = :id";
  if (g_str_equal (table, "contact"))
    return "SELECT deal_id FROM contact WHERE id = :id";

  return NULL;
}

static void
touch_row (ScWrite    *self,
           const char *table,
           gint64      id)
{
  const char *sql = sc_write_get_deals_sql (table);
  g_autoptr (ScStatement) statement = sql != NULL ? sc_connection_prepare (self->connection, sql, NULL) : NULL;

  if (statement == NULL)
    return;

  sc_statement_bind_int (statement, ":id", id);
  while (sc_statement_step (statement, NULL))
    sc_write_touch_deal (self, sc_statement_get_int (statement, 0));
}

/* Nothing is written that could not be read again. */
static gboolean
check_values (const char     *table,
              const ScValues *values,
              GError        **error)
{
  const ScTable *known = sc_table_find (table);

  for (guint i = 0; i < values->list->len; i++)
    {
      const ScValue *value = sc_values_get (values, i);
      const ScColumn *column = known != NULL ? sc_table_find_column (known, value->column) : NULL;
      ScCell cell = sc_value_to_cell (value);
      const char *problem = NULL;

      if (column != NULL && sc_column_accepts (column, &cell, &problem))
        continue;

      g_set_error (error, SC_STORE_ERROR, SC_STORE_ERROR_INVALID,
                   /* Translators: %1$s is a table of the database, %2$s a field of it, %3$s a sentence. */
                   _("This can’t be kept. %1$s, %2$s: %3$s"), table, value->column,
                   column != NULL ? problem : _("This is not known here."));
      return FALSE;
    }

  return TRUE;
}

/* Each is one of the table's columns. */
static void
bind_values (ScStatement    *statement,
             const char     *table,
             const ScValues *values)
{
  for (guint i = 0; i < values->list->len; i++)
    {
      const ScValue *value = sc_values_get (values, i);

      sc_value_bind (value, statement, sc_table_find_column (sc_table_find (table), value->column)->type);
    }
}

/**
 * sc_write_insert:
 * @self: a write
 * @table: a table with revision, created_by and deleted_by
 * @values: the other columns
 * @error: why it can't be written
 *
 * Returns: the new row's key, 0 when it failed
 */
gint64
sc_write_insert (ScWrite        *self,
                 const char     *table,
                 const ScValues *values,
                 GError        **error)
{
  g_autoptr (GString) sql = g_string_new (NULL);
  g_autoptr (ScStatement) statement = NULL;
  ScInverseRow *row;
  gint64 id;

  if (!check_values (table, values, error))
    return 0;

  g_string_append_printf (sql, "INSERT INTO \"%s\" (revision, created_by", table);
  for (guint i = 0; i < values->list->len; i++)
    g_string_append_printf (sql, ", \"%s\"", sc_values_get (values, i)->column);
  g_string_append (sql, ") VALUES (:change, :change");
  for (guint i = 0; i < values->list->len; i++)
    g_string_append_printf (sql, ", :%s", sc_values_get (values, i)->column);
  g_string_append (sql, ") RETURNING id");

  statement = sc_connection_prepare (self->connection, sql->str, error);
  if (statement == NULL)
    return 0;

  sc_statement_bind_int (statement, ":change", self->change_id);
  bind_values (statement, table, values);
  id = sc_statement_insert (statement, error);
  if (id == 0 || !sc_key_is_free (id, error))
    return 0;
  row = sc_inverse_need_row (self->inverse, table, id);
  row->is_new = TRUE;
  row->is_copy = self->is_copying;
  row->at = self->change_id;
  touch_row (self, table, id);

  return id;
}

/**
 * sc_write_set_copying:
 * @self: a write
 * @is_copying: whether rows that are added from now on are copies of what is there
 *
 * What a change does to a copy that it has made is taken back by itself where others have worked
 * on the copy since.
 */
void
sc_write_set_copying (ScWrite *self,
                      gboolean is_copying)
{
  self->is_copying = is_copying;
}

/* The row with @values' columns, then revision and deleted_by. */
static ScStatement *
select_row (ScWrite        *self,
            const char     *table,
            gint64          id,
            const ScValues *values,
            GError        **error)
{
  g_autoptr (GString) sql = g_string_new ("SELECT ");
  g_autoptr (ScStatement) statement = NULL;
  g_autoptr (GError) local_error = NULL;

  for (guint i = 0; i < values->list->len; i++)
    g_string_append_printf (sql, "\"%s\", ", sc_values_get (values, i)->column);
  g_string_append_printf (sql, "revision, deleted_by FROM \"%s\" WHERE id = :id", table);

  statement = sc_connection_prepare (self->connection, sql->str, error);
  if (statement == NULL)
    return NULL;

  sc_statement_bind_int (statement, ":id", id);
  if (sc_statement_step (statement, &local_error))
    return g_steal_pointer (&statement);

  if (local_error != NULL)
    g_propagate_error (error, g_steal_pointer (&local_error));
  else
    g_set_error_literal (error, SC_STORE_ERROR, SC_STORE_ERROR_NOT_FOUND, _("The thing to change is not there any more."));

  return NULL;
}

static gboolean
update_row (ScWrite        *self,
            const char     *table,
            gint64          id,
            const ScValues *values,
            GError        **error)
{
  g_autoptr (GString) sql = g_string_new (NULL);
  g_autoptr (ScStatement) statement = NULL;

  g_string_append_printf (sql, "UPDATE \"%s\" SET ", table);
  for (guint i = 0; i < values->list->len; i++)
    g_string_append_printf (sql, "%s\"%s\" = :%s", i > 0 ? ", " : "",
                            sc_values_get (values, i)->column, sc_values_get (values, i)->column);
  g_string_append (sql, " WHERE id = :id");

  statement = sc_connection_prepare (self->connection, sql->str, error);
  if (statement == NULL)
    return FALSE;

  sc_statement_bind_int (statement, ":id", id);
  bind_values (statement, table, values);

  return sc_statement_execute (statement, error);
}

/* Of a row's values those that are to be put back, of each the oldest. */
static void
remember (ScWrite        *self,
          ScInverseRow   *row,
          const ScValues *values,
          ScStatement    *found)
{
  if (row->is_new && !row->is_copy)
    return;

  for (guint i = 0; i < values->list->len; i++)
    {
      const char *column = sc_values_get (values, i)->column;

      if (sc_values_find (row->old, column) == NULL)
        sc_values_set_column (row->old, column, found, (int) i);
    }
}

/**
 * sc_write_put:
 * @self: a write
 * @table: a table
 * @id: a row's key
 * @values: columns, revision among them
 * @error: why it can't be written
 *
 * Returns: whether the row has the values now
 */
gboolean
sc_write_put (ScWrite        *self,
              const char     *table,
              gint64          id,
              const ScValues *values,
              GError        **error)
{
  ScInverseRow *row;

  if (!check_values (table, values, error))
    return FALSE;

  {
    g_autoptr (ScStatement) found = select_row (self, table, id, values, error);

    if (found == NULL)
      return FALSE;

    row = sc_inverse_need_row (self->inverse, table, id);
    remember (self, row, values, found);
    row->at = sc_values_find (values, "revision")->number;
  }
  touch_row (self, table, id);
  if (g_str_equal (table, "deal") && sc_values_find (values, "deleted_by") != NULL)
    sc_write_touch_visits (self, id);

  return update_row (self, table, id, values, error);
}

static const char *
get_name_sql (const char *table)
{
  if (g_str_equal (table, "deal"))
    return "SELECT title FROM deal WHERE id = :id";
  if (g_str_equal (table, "tick"))
    return "SELECT title FROM deal JOIN tick ON tick.deal_id = deal.id WHERE tick.id = :id";
  if (g_str_equal (table, "answer"))
    return "SELECT title FROM deal JOIN answer ON answer.deal_id = deal.id WHERE answer.id = :id";
  if (g_str_equal (table, "tactic_use"))
    return "SELECT title FROM deal JOIN tactic_use ON tactic_use.deal_id = deal.id WHERE tactic_use.id = :id";
  if (g_str_equal (table, "action_tick"))
    return "SELECT title FROM deal JOIN action_tick ON action_tick.deal_id = deal.id WHERE action_tick.id = :id";
  if (g_str_equal (table, "payment"))
    return "SELECT title FROM deal JOIN payment ON payment.deal_id = deal.id WHERE payment.id = :id";
  if (g_str_equal (table, "activity"))
    return "SELECT title FROM activity WHERE id = :id";
  if (g_str_equal (table, "contact"))
    return "SELECT name FROM person JOIN contact ON contact.person_id = person.id WHERE contact.id = :id";
  if (g_str_equal (table, "person"))
    return "SELECT name FROM person WHERE id = :id";
  if (g_str_equal (table, "user"))
    return "SELECT name FROM \"user\" WHERE id = :id";
  if (g_str_equal (table, "version"))
    return "SELECT name FROM process JOIN version ON version.process_id = process.id WHERE version.id = :id";
  if (g_str_equal (table, "loss_reason"))
    return "SELECT text FROM loss_reason WHERE id = :id";
  if (g_str_equal (table, "own_word"))
    return "SELECT name FROM process JOIN own_word ON own_word.process_id = process.id WHERE own_word.id = :id";
  if (g_str_equal (table, "process_organisation"))
    return "SELECT name FROM process JOIN process_organisation ON process_organisation.process_id = process.id"
           " WHERE process_organisation.id = :id";
  if (g_str_equal (table, "plan"))
    return "SELECT month FROM plan WHERE id = :id";
  if (g_str_equal (table, "organisation"))
    return "SELECT name FROM organisation WHERE id = :id";
  if (g_str_equal (table, "calendar_day"))
    return "SELECT coalesce(name, day) FROM calendar_day WHERE id = :id";
  if (g_str_equal (table, "version_stage"))
    return "SELECT name FROM version_stage WHERE id = :id";
  if (g_str_equal (table, "role"))
    return "SELECT name FROM role WHERE id = :id";
  if (g_str_equal (table, "process"))
    return "SELECT name FROM process WHERE id = :id";

  return NULL;
}

/**
 * sc_write_name_row:
 * @self: a write
 * @table: a table
 * @id: a row's key
 *
 * Returns: (transfer full): what people call the row
 */
char *
sc_write_name_row (ScWrite    *self,
                   const char *table,
                   gint64      id)
{
  const char *sql = get_name_sql (table);
  g_autoptr (ScStatement) statement = sql != NULL ? sc_connection_prepare (self->connection, sql, NULL) : NULL;

  if (statement != NULL)
    {
      sc_statement_bind_int (statement, ":id", id);
      if (sc_statement_step (statement, NULL))
        return sc_statement_dup_text (statement, 0);
    }

  return g_strdup_printf ("%" G_GINT64_FORMAT, id);
}

static void
set_conflict (ScWrite    *self,
              const char *table,
              gint64      id,
              gboolean    is_deleted,
              GError    **error)
{
  g_autofree char *name = sc_write_name_row (self, table, id);

  if (is_deleted)
    g_set_error (error, SC_STORE_ERROR, SC_STORE_ERROR_CONFLICT,
                 _("“%s” was deleted meanwhile, in another window or by another program."), name);
  else
    g_set_error (error, SC_STORE_ERROR, SC_STORE_ERROR_CONFLICT,
                 _("“%s” was changed meanwhile, in another window or by another program. "
                   "Look at it again, then repeat the change."),
                 name);
}

/* Whether the row may be changed; takes from @values what it has already. */
static gboolean
compare (ScWrite        *self,
         const char     *table,
         gint64          id,
         gint64          revision,
         const ScValues *values,
         ScValues       *differing,
         GError        **error)
{
  int n_values = (int) values->list->len;
  gboolean is_deleted;
  gint64 found_revision;

  {
    g_autoptr (ScStatement) found = select_row (self, table, id, values, error);

    if (found == NULL)
      return FALSE;

    found_revision = sc_statement_get_int (found, n_values);
    is_deleted = !sc_statement_is_null (found, n_values + 1);
    for (int i = 0; i < n_values; i++)
      if (!sc_value_is_in (sc_values_get (values, i), found, i))
        sc_values_set_value (differing, sc_values_get (values, i));
  }

  if (!is_deleted && (revision == 0 || revision == found_revision || found_revision == self->change_id))
    return TRUE;

  set_conflict (self, table, id, is_deleted, error);

  return FALSE;
}

/**
 * sc_write_update:
 * @self: a write
 * @table: a table
 * @id: a row's key
 * @revision: the row's revision when it was read, 0 for whatever it is
 * @values: columns to change
 * @error: %SC_STORE_ERROR_CONFLICT where the row has changed since
 *
 * Returns: whether the row has the values now
 */
gboolean
sc_write_update (ScWrite        *self,
                 const char     *table,
                 gint64          id,
                 gint64          revision,
                 const ScValues *values,
                 GError        **error)
{
  g_autoptr (ScValues) differing = sc_values_new ();

  if (!compare (self, table, id, revision, values, differing, error))
    return FALSE;
  if (differing->list->len == 0)
    return TRUE;

  sc_values_set_int (differing, "revision", self->change_id);

  return sc_write_put (self, table, id, differing, error);
}

/**
 * sc_write_delete:
 * @self: a write
 * @table: a table
 * @id: a row's key
 * @revision: the row's revision when it was read, 0 for whatever it is
 * @error: %SC_STORE_ERROR_CONFLICT where the row has changed since
 *
 * Leaves a tombstone.
 *
 * Returns: whether the row is deleted
 */
gboolean
sc_write_delete (ScWrite    *self,
                 const char *table,
                 gint64      id,
                 gint64      revision,
                 GError    **error)
{
  g_autoptr (ScValues) values = sc_values_new ();

  sc_values_set_int (values, "deleted_by", self->change_id);

  return sc_write_update (self, table, id, revision, values, error);
}

static gboolean
is_deleted (ScWrite    *self,
            const char *table,
            gint64      id,
            gboolean   *is,
            GError    **error)
{
  g_autoptr (ScValues) none = sc_values_new ();
  g_autoptr (ScStatement) found = select_row (self, table, id, none, error);

  if (found == NULL)
    return FALSE;

  *is = !sc_statement_is_null (found, 1);

  return TRUE;
}

/**
 * sc_write_undelete:
 * @self: a write
 * @table: a table
 * @id: a row's key
 * @values: columns that are to be others than they were
 * @error: %SC_STORE_ERROR_CONFLICT where the row is not deleted
 *
 * Takes a tombstone away.
 *
 * Returns: whether the row is there again
 */
gboolean
sc_write_undelete (ScWrite        *self,
                   const char     *table,
                   gint64          id,
                   const ScValues *values,
                   GError        **error)
{
  g_autoptr (ScValues) all = sc_values_new ();
  gboolean is = FALSE;

  if (!is_deleted (self, table, id, &is, error))
    return FALSE;
  if (!is)
    {
      g_autofree char *name = sc_write_name_row (self, table, id);

      g_set_error (error, SC_STORE_ERROR, SC_STORE_ERROR_CONFLICT, _("“%s” is not deleted, or not any more."), name);
      return FALSE;
    }

  for (guint i = 0; i < values->list->len; i++)
    sc_values_set_value (all, sc_values_get (values, i));
  sc_values_set_null (all, "deleted_by");
  sc_values_set_int (all, "revision", self->change_id);

  return sc_write_put (self, table, id, all, error);
}
