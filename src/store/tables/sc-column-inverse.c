/* SPDX-License-Identifier: GPL-3.0-or-later */

/* Says of what a change has kept to be taken back whether each value is one of its
 * column's, for who reads the log. */

#include <string.h>

#include "store/tables/sc-column-private.h"
#include "store/tables/sc-json-shape-private.h"

static ScCell
make_cell (JsonNode *node)
{
  ScCell cell = { .type = SC_CELL_NULL };

  if (json_node_get_value_type (node) == G_TYPE_INT64)
    cell = (ScCell) { .type = SC_CELL_INTEGER, .number = json_node_get_int (node) }
  ;
  else if (json_node_get_value_type (node) == G_TYPE_DOUBLE)
    cell = (ScCell) { .type = SC_CELL_REAL, .real = json_node_get_double (node) }
  ;
  else if (json_node_get_value_type (node) == G_TYPE_STRING)
    cell = (ScCell) { .type = SC_CELL_TEXT, .text = json_node_get_string (node), .length = strlen (json_node_get_string (node)) }
  ;

  return cell;
}

/* Columns of a row and what they were. */
static gboolean
are_values (const ScTable *table,
            JsonObject    *values)
{
  JsonObjectIter iter;
  const char *name;
  JsonNode *node;

  json_object_iter_init (&iter, values);
  while (json_object_iter_next (&iter, &name, &node))
    {
      const ScColumn *column = sc_table_find_column (table, name);
      ScCell cell = make_cell (node);
      const char *problem;

      if (column == NULL || (cell.type == SC_CELL_NULL && !JSON_NODE_HOLDS_NULL (node)))
        return FALSE;
      /* A whole number that was a real one may have lost its point. */
      if (column->type == SC_CELL_REAL && cell.type == SC_CELL_INTEGER)
        cell = (ScCell) { .type = SC_CELL_REAL, .real = (double) cell.number }
      ;
      if (!sc_column_accepts (column, &cell, &problem))
        return FALSE;
    }

  return TRUE;
}

static gboolean
is_inverse_row (JsonNode *node)
{
  JsonObject *object = JSON_NODE_HOLDS_OBJECT (node) ? json_node_get_object (node) : NULL;
  const char *name = object != NULL ? sc_json_get_text (json_object_get_member (object, "table")) : NULL;
  const ScTable *table = name != NULL ? sc_table_find (name) : NULL;
  JsonNode *old = object != NULL ? json_object_get_member (object, "old") : NULL;
  JsonNode *is_new = object != NULL ? json_object_get_member (object, "new") : NULL;
  JsonNode *is_copy = object != NULL ? json_object_get_member (object, "copy") : NULL;

  return table != NULL && old != NULL && JSON_NODE_HOLDS_OBJECT (old)
         && sc_json_is_number (json_object_get_member (object, "id")) && sc_json_is_number (json_object_get_member (object, "at"))
         && is_new != NULL && json_node_get_value_type (is_new) == G_TYPE_BOOLEAN
         && (is_copy == NULL || json_node_get_value_type (is_copy) == G_TYPE_BOOLEAN)
         && are_values (table, json_node_get_object (old));
}

/**
 * sc_json_is_inverse:
 * @json: a text
 *
 * Returns: whether it is what takes a change back, as ScInverse writes it
 */
gboolean
sc_json_is_inverse (const char *json)
{
  g_autoptr (JsonNode) root = sc_json_parse (json);
  JsonObject *object = root != NULL && JSON_NODE_HOLDS_OBJECT (root) ? json_node_get_object (root) : NULL;
  JsonNode *rows = object != NULL ? json_object_get_member (object, "rows") : NULL;

  if (rows == NULL || !JSON_NODE_HOLDS_ARRAY (rows) || !sc_json_is_number (json_object_get_member (object, "root"))
      || (json_object_has_member (object, "bulk") && sc_json_get_text (json_object_get_member (object, "bulk")) == NULL))
    return FALSE;

  for (guint i = 0; i < json_array_get_length (json_node_get_array (rows)); i++)
    if (!is_inverse_row (json_array_get_element (json_node_get_array (rows), i)))
      return FALSE;

  return TRUE;
}
