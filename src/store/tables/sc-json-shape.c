/* SPDX-License-Identifier: GPL-3.0-or-later */

/* Says of a JSON text in the database whether it has the shape that those who
 * read it take for granted. */

#include "store/tables/sc-json-shape-private.h"

#include <json-glib/json-glib.h>
#include <string.h>

#include "model/sc-criterion.h"
#include "model/sc-tactic.h"
#include "store/tables/sc-column-private.h"

/* What the program writes is no deeper, and the parser calls itself. */
#define MAX_LEVELS 8

/* What stands in texts is not told apart: too many of either sort of bracket
 * there, and it is not parsed. */
static gboolean
is_shallow (const char *json)
{
  guint n_levels = 0;
  gboolean is_text = FALSE;

  for (const char *at = json; *at != '\0'; at++)
    {
      if (*at == '"')
        is_text = !is_text;
      else if (*at == '\\' && is_text && at[1] != '\0')
        at++;
      else if (!is_text && (*at == '[' || *at == '{'))
        n_levels++;
      else if (!is_text && (*at == ']' || *at == '}') && n_levels > 0)
        n_levels--;
      if (n_levels > MAX_LEVELS)
        return FALSE;
    }

  return TRUE;
}

static JsonNode *
parse (const char *json)
{
  return is_shallow (json) ? json_from_string (json, NULL) : NULL;
}

/* A text made of escapes may be no UTF-8, though the JSON is. */
static const char *
get_text (JsonNode *node)
{
  const char *text = node != NULL && json_node_get_value_type (node) == G_TYPE_STRING ? json_node_get_string (node) : NULL;

  return text != NULL && g_utf8_validate (text, -1, NULL) ? text : NULL;
}

static gboolean
is_text (JsonNode *node)
{
  return get_text (node) != NULL;
}

static gboolean
is_id (JsonNode *node)
{
  const char *text = get_text (node);

  return text != NULL && g_uuid_string_is_valid (text);
}

static gboolean
is_number (JsonNode *node)
{
  return node != NULL && json_node_get_value_type (node) == G_TYPE_INT64;
}

static gboolean
is_boolean (JsonNode *node)
{
  return node != NULL && json_node_get_value_type (node) == G_TYPE_BOOLEAN;
}

static gboolean
are_items (JsonNode   *node,
           gboolean ( *is_item )(JsonNode *node))
{
  if (node == NULL || !JSON_NODE_HOLDS_ARRAY (node))
    return FALSE;

  for (guint i = 0; i < json_array_get_length (json_node_get_array (node)); i++)
    if (!is_item (json_array_get_element (json_node_get_array (node), i)))
      return FALSE;

  return TRUE;
}

static gboolean
are_texts (JsonNode *node)
{
  return are_items (node, is_text);
}

static gboolean
are_ids (JsonNode *node)
{
  return are_items (node, is_id);
}

static gboolean
is_asked (JsonNode *node)
{
  const char *text = get_text (node);

  return g_strcmp0 (text, "exit") == 0 || g_strcmp0 (text, "entry") == 0;
}

static gboolean
is_purpose (JsonNode *node)
{
  const char *text = get_text (node);
  ScPurpose purpose;

  return JSON_NODE_HOLDS_NULL (node) || (text != NULL && sc_purpose_from_id (text, &purpose));
}

static gboolean
is_answer_type (JsonNode *node)
{
  const char *text = get_text (node);
  ScAnswerType type;

  return text != NULL && sc_answer_type_from_id (text, &type);
}

static gboolean
is_tactic_kind (JsonNode *node)
{
  const char *text = get_text (node);
  ScTacticKind kind;

  return text != NULL && sc_tactic_kind_from_id (text, &kind);
}

/* What may be missing has to be right where it is there. */
static gboolean
is_missing_or (JsonObject *object,
               const char *member,
               gboolean ( *is_right )(JsonNode *node))
{
  JsonNode *node = json_object_get_member (object, member);

  return node == NULL || is_right (node);
}

static gboolean
is_question (JsonNode *node)
{
  JsonObject *object = JSON_NODE_HOLDS_OBJECT (node) ? json_node_get_object (node) : NULL;

  return JSON_NODE_HOLDS_NULL (node)
         || (object != NULL && is_answer_type (json_object_get_member (object, "type"))
             && is_missing_or (object, "choices", are_texts));
}

static gboolean
is_criterion (JsonNode *node)
{
  JsonObject *object = JSON_NODE_HOLDS_OBJECT (node) ? json_node_get_object (node) : NULL;

  return object != NULL && is_id (json_object_get_member (object, "id"))
         && is_text (json_object_get_member (object, "text"))
         && is_missing_or (object, "is_required", is_boolean)
         && is_missing_or (object, "asked", is_asked)
         && is_missing_or (object, "purpose", is_purpose)
         && is_missing_or (object, "question", is_question)
         && is_missing_or (object, "was", are_ids);
}

static gboolean
are_conditions (JsonNode *node)
{
  JsonObject *object = JSON_NODE_HOLDS_OBJECT (node) ? json_node_get_object (node) : NULL;

  return object != NULL && is_missing_or (object, "loss_reasons", are_texts)
         && is_missing_or (object, "sources", are_texts)
         && is_missing_or (object, "labels", are_texts);
}

/* Those that were written before tactics had an id have none. */
static gboolean
is_tactic (JsonNode *node)
{
  JsonObject *object = JSON_NODE_HOLDS_OBJECT (node) ? json_node_get_object (node) : NULL;

  return object != NULL && is_missing_or (object, "id", is_id)
         && is_missing_or (object, "kind", is_tactic_kind)
         && is_text (json_object_get_member (object, "title"))
         && is_text (json_object_get_member (object, "text"))
         && is_missing_or (object, "when", are_conditions);
}

static gboolean
has_own_ids (JsonNode *list)
{
  g_autoptr (GHashTable) ids = g_hash_table_new (g_str_hash, g_str_equal);
  JsonArray *items = json_node_get_array (list);

  for (guint i = 0; i < json_array_get_length (items); i++)
    {
      const char *id = get_text (json_object_get_member (json_array_get_object_element (items, i), "id"));

      if (id != NULL && !g_hash_table_add (ids, (gpointer) id))
        return FALSE;
    }

  return TRUE;
}

static gboolean
is_list_of (const char *json,
            gboolean ( *is_item )(JsonNode *node),
            gboolean    have_ids)
{
  g_autoptr (JsonNode) root = NULL;

  /* Most lists are. */
  if (g_str_equal (json, "[]"))
    return TRUE;

  root = parse (json);

  return root != NULL && are_items (root, is_item) && (!have_ids || has_own_ids (root));
}

/**
 * sc_json_is_texts:
 * @json: a text
 *
 * Returns: whether it is a JSON list of texts
 */
gboolean
sc_json_is_texts (const char *json)
{
  return is_list_of (json, is_text, FALSE);
}

/**
 * sc_json_is_ids:
 * @json: a text
 *
 * Returns: whether it is a JSON list of UUIDs
 */
gboolean
sc_json_is_ids (const char *json)
{
  return is_list_of (json, is_id, FALSE);
}

/**
 * sc_json_is_criteria:
 * @json: a text
 *
 * Returns: whether it is a JSON list of exit criteria, each with an id of its own
 */
gboolean
sc_json_is_criteria (const char *json)
{
  return is_list_of (json, is_criterion, TRUE);
}

/**
 * sc_json_is_tactics:
 * @json: a text
 *
 * Returns: whether it is a JSON list of tactics, no two with one id
 */
gboolean
sc_json_is_tactics (const char *json)
{
  return is_list_of (json, is_tactic, TRUE);
}

/**
 * sc_json_is_deals:
 * @json: a text
 *
 * Returns: whether it is a JSON list of deals’ numbers, or * for many
 */
gboolean
sc_json_is_deals (const char *json)
{
  return g_str_equal (json, "*") || is_list_of (json, is_number, FALSE);
}

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
is_patch_row (JsonNode *node)
{
  JsonObject *object = JSON_NODE_HOLDS_OBJECT (node) ? json_node_get_object (node) : NULL;
  const char *name = object != NULL ? get_text (json_object_get_member (object, "table")) : NULL;
  const ScTable *table = name != NULL ? sc_table_find (name) : NULL;
  JsonNode *old = object != NULL ? json_object_get_member (object, "old") : NULL;
  JsonNode *is_new = object != NULL ? json_object_get_member (object, "new") : NULL;

  return table != NULL && old != NULL && JSON_NODE_HOLDS_OBJECT (old)
         && is_number (json_object_get_member (object, "id")) && is_number (json_object_get_member (object, "at"))
         && is_new != NULL && json_node_get_value_type (is_new) == G_TYPE_BOOLEAN
         && are_values (table, json_node_get_object (old));
}

/**
 * sc_json_is_inverse:
 * @json: a text
 *
 * Returns: whether it is what takes a change back, as ScPatch writes it
 */
gboolean
sc_json_is_inverse (const char *json)
{
  g_autoptr (JsonNode) root = parse (json);
  JsonObject *object = root != NULL && JSON_NODE_HOLDS_OBJECT (root) ? json_node_get_object (root) : NULL;
  JsonNode *rows = object != NULL ? json_object_get_member (object, "rows") : NULL;

  if (rows == NULL || !JSON_NODE_HOLDS_ARRAY (rows) || !is_number (json_object_get_member (object, "root"))
      || (json_object_has_member (object, "bulk") && !is_text (json_object_get_member (object, "bulk"))))
    return FALSE;

  for (guint i = 0; i < json_array_get_length (json_node_get_array (rows)); i++)
    if (!is_patch_row (json_array_get_element (json_node_get_array (rows), i)))
      return FALSE;

  return TRUE;
}
