/* SPDX-License-Identifier: GPL-3.0-or-later */

/* What takes a change back: the values that it found in each row that it wrote, as the
 * log keeps them. */

#include "store/tables/sc-inverse-private.h"

#include <glib/gi18n-lib.h>
#include <json-glib/json-glib.h>
#include <string.h>

/* The tables that a inverse may name: a log that somebody tampered with can't
 * reach others. */
static const char *const tables[] = {
  "process", "version", "role", "version_stage", "loss_reason",
  "own_word", "organisation", "process_organisation", "calendar", "calendar_day", "plan",
  "deal", "tick", "answer", "tactic_use", "action_tick", "payment", "activity", "contact", "company", "person", "user",
};

static void
row_free (gpointer data)
{
  ScInverseRow *row = data;

  sc_values_free (row->old);
  g_free (row);
}

static guint
row_hash (gconstpointer data)
{
  const ScInverseRow *row = data;

  return g_direct_hash (row->table) ^ g_int64_hash (&row->id);
}

static gboolean
row_equal (gconstpointer a,
           gconstpointer b)
{
  const ScInverseRow *row_a = a;
  const ScInverseRow *row_b = b;

  return row_a->table == row_b->table && row_a->id == row_b->id;
}

/**
 * sc_inverse_new:
 *
 * Returns: (transfer full): a inverse without rows
 */
ScInverse *
sc_inverse_new (void)
{
  ScInverse *self = g_new0 (ScInverse, 1);

  self->rows = g_ptr_array_new_with_free_func (row_free);
  self->by_key = g_hash_table_new (row_hash, row_equal);

  return self;
}

/**
 * sc_inverse_free:
 * @self: (transfer full): a inverse
 */
void
sc_inverse_free (ScInverse *self)
{
  g_hash_table_unref (self->by_key);
  g_ptr_array_unref (self->rows);
  g_free (self->bulk);
  g_free (self);
}

/**
 * sc_inverse_find_row:
 * @self: a inverse
 * @table: a table
 * @id: a row's key
 *
 * Returns: (transfer none) (nullable): what the inverse knows of the row
 */
ScInverseRow *
sc_inverse_find_row (ScInverse  *self,
                     const char *table,
                     gint64      id)
{
  ScInverseRow key = { .table = g_intern_string (table), .id = id };

  return g_hash_table_lookup (self->by_key, &key);
}

/**
 * sc_inverse_need_row:
 * @self: a inverse
 * @table: a table
 * @id: a row's key
 *
 * Returns: (transfer none): what the inverse knows of the row
 */
ScInverseRow *
sc_inverse_need_row (ScInverse  *self,
                     const char *table,
                     gint64      id)
{
  ScInverseRow key = { .table = g_intern_string (table), .id = id };
  ScInverseRow *row = g_hash_table_lookup (self->by_key, &key);

  if (row != NULL)
    return row;

  row = g_new0 (ScInverseRow, 1);
  row->table = key.table;
  row->id = id;
  row->old = sc_values_new ();
  g_ptr_array_add (self->rows, row);
  g_hash_table_add (self->by_key, row);

  return row;
}

static void
add_value (JsonBuilder   *builder,
           const ScValue *value)
{
  json_builder_set_member_name (builder, value->column);
  switch (value->type)
    {
    case SC_CELL_INTEGER:
      json_builder_add_int_value (builder, value->number);
      break;
    case SC_CELL_REAL:
      json_builder_add_double_value (builder, value->real);
      break;
    case SC_CELL_TEXT:
      json_builder_add_string_value (builder, value->text);
      break;
    default:
      json_builder_add_null_value (builder);
      break;
    }
}

static void
add_row (JsonBuilder        *builder,
         const ScInverseRow *row)
{
  json_builder_begin_object (builder);
  json_builder_set_member_name (builder, "table");
  json_builder_add_string_value (builder, row->table);
  json_builder_set_member_name (builder, "id");
  json_builder_add_int_value (builder, row->id);
  json_builder_set_member_name (builder, "at");
  json_builder_add_int_value (builder, row->at);
  json_builder_set_member_name (builder, "new");
  json_builder_add_boolean_value (builder, row->is_new);
  if (row->is_copy)
    {
      json_builder_set_member_name (builder, "copy");
      json_builder_add_boolean_value (builder, TRUE);
    }
  json_builder_set_member_name (builder, "old");
  json_builder_begin_object (builder);
  for (guint i = 0; i < row->old->list->len; i++)
    add_value (builder, sc_values_get (row->old, i));
  json_builder_end_object (builder);
  json_builder_end_object (builder);
}

/**
 * sc_inverse_to_text:
 * @self: a inverse
 *
 * Returns: (transfer full): the inverse as JSON
 */
char *
sc_inverse_to_text (ScInverse *self)
{
  g_autoptr (JsonBuilder) builder = json_builder_new_immutable ();
  g_autoptr (JsonNode) root = NULL;

  json_builder_begin_object (builder);
  if (self->bulk != NULL)
    {
      json_builder_set_member_name (builder, "bulk");
      json_builder_add_string_value (builder, self->bulk);
    }
  json_builder_set_member_name (builder, "root");
  json_builder_add_int_value (builder, self->root);
  json_builder_set_member_name (builder, "rows");
  json_builder_begin_array (builder);
  for (guint i = 0; i < self->rows->len; i++)
    add_row (builder, self->rows->pdata[i]);
  json_builder_end_array (builder);
  json_builder_end_object (builder);
  root = json_builder_get_root (builder);

  return json_to_string (root, FALSE);
}

static void
read_value (JsonObject *object,
            const char *member,
            JsonNode   *node,
            gpointer    user_data)
{
  ScValues *values = user_data;

  if (json_node_get_value_type (node) == G_TYPE_INT64)
    sc_values_set_int (values, member, json_node_get_int (node));
  else if (json_node_get_value_type (node) == G_TYPE_DOUBLE)
    sc_values_set_real (values, member, json_node_get_double (node));
  else if (json_node_get_value_type (node) == G_TYPE_STRING)
    sc_values_set_text (values, member, json_node_get_string (node));
  else
    sc_values_set_null (values, member);
}

/* Column names come from the log and go into SQL. */
static gboolean
is_name (const char *name)
{
  return *name != '\0' && strspn (name, "abcdefghijklmnopqrstuvwxyz_") == strlen (name) && strlen (name) < 60;
}

static gboolean
read_row (ScInverse *self,
          JsonNode  *node)
{
  JsonObject *object = JSON_NODE_HOLDS_OBJECT (node) ? json_node_get_object (node) : NULL;
  const char *table = object != NULL ? json_object_get_string_member_with_default (object, "table", NULL) : NULL;
  JsonNode *old = object != NULL ? json_object_get_member (object, "old") : NULL;
  ScInverseRow *row;

  if (table == NULL || old == NULL || !JSON_NODE_HOLDS_OBJECT (old))
    return FALSE;

  for (guint i = 0; i < G_N_ELEMENTS (tables); i++)
    if (g_str_equal (table, tables[i]))
      {
        row = sc_inverse_need_row (self, tables[i], json_object_get_int_member_with_default (object, "id", 0));
        row->at = json_object_get_int_member_with_default (object, "at", 0);
        row->is_new = json_object_get_boolean_member_with_default (object, "new", FALSE);
        row->is_copy = json_object_get_boolean_member_with_default (object, "copy", FALSE);
        json_object_foreach_member (json_node_get_object (old), read_value, row->old);
        for (guint j = 0; j < row->old->list->len; j++)
          if (!is_name (sc_values_get (row->old, j)->column))
            return FALSE;
        return TRUE;
      }

  return FALSE;
}

static gboolean
read_rows (ScInverse *self,
           JsonArray *rows)
{
  for (guint i = 0; i < json_array_get_length (rows); i++)
    if (!read_row (self, json_array_get_element (rows, i)))
      return FALSE;

  return TRUE;
}

/**
 * sc_inverse_from_text:
 * @text: a inverse as JSON
 * @error: what is wrong with it
 *
 * Returns: (transfer full): the inverse
 */
ScInverse *
sc_inverse_from_text (const char *text,
                      GError    **error)
{
  g_autoptr (ScInverse) self = sc_inverse_new ();
  g_autoptr (JsonNode) root = json_from_string (text, error);
  JsonObject *object;
  JsonNode *rows;

  if (root == NULL)
    return NULL;

  object = JSON_NODE_HOLDS_OBJECT (root) ? json_node_get_object (root) : NULL;
  rows = object != NULL ? json_object_get_member (object, "rows") : NULL;
  if (rows == NULL || !JSON_NODE_HOLDS_ARRAY (rows) || !read_rows (self, json_node_get_array (rows)))
    {
      g_set_error_literal (error, SC_STORE_ERROR, SC_STORE_ERROR_CORRUPT,
                           _("The change can’t be taken back: its entry in the log is damaged."));
      return NULL;
    }

  self->bulk = g_strdup (json_object_get_string_member_with_default (object, "bulk", NULL));
  self->root = json_object_get_int_member_with_default (object, "root", 0);

  return g_steal_pointer (&self);
}
