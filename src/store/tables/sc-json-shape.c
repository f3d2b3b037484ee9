/* SPDX-License-Identifier: GPL-3.0-or-later */

/* Says of a JSON text in the database whether it has the shape that those who
 * read it take for granted. */

#include "store/tables/sc-json-shape-private.h"

#include <string.h>

#include "model/sc-criterion.h"
#include "model/sc-tactic.h"

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

/**
 * sc_json_parse:
 * @json: a text
 *
 * Returns: (transfer full) (nullable): what it says, %NULL where it is no JSON, or
 *   deeper than what the program writes
 */
JsonNode *
sc_json_parse (const char *json)
{
  return is_shallow (json) ? json_from_string (json, NULL) : NULL;
}

/**
 * sc_json_get_text:
 * @node: (nullable): a value
 *
 * A text made of escapes may be no UTF-8, though the JSON is.
 *
 * Returns: (nullable): its text, %NULL where it is none
 */
const char *
sc_json_get_text (JsonNode *node)
{
  const char *text = node != NULL && json_node_get_value_type (node) == G_TYPE_STRING ? json_node_get_string (node) : NULL;

  return text != NULL && g_utf8_validate (text, -1, NULL) ? text : NULL;
}

static gboolean
is_text (JsonNode *node)
{
  return sc_json_get_text (node) != NULL;
}

static gboolean
is_id (JsonNode *node)
{
  const char *text = sc_json_get_text (node);

  return text != NULL && g_uuid_string_is_valid (text);
}

/**
 * sc_json_is_number:
 * @node: (nullable): a value
 *
 * Returns: whether it is a whole number
 */
gboolean
sc_json_is_number (JsonNode *node)
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
  const char *text = sc_json_get_text (node);

  return g_strcmp0 (text, "exit") == 0 || g_strcmp0 (text, "entry") == 0;
}

static gboolean
is_purpose (JsonNode *node)
{
  const char *text = sc_json_get_text (node);
  ScPurpose purpose;

  return JSON_NODE_HOLDS_NULL (node) || (text != NULL && sc_purpose_from_id (text, &purpose));
}

static gboolean
is_answer_type (JsonNode *node)
{
  const char *text = sc_json_get_text (node);
  ScAnswerType type;

  return text != NULL && sc_answer_type_from_id (text, &type);
}

static gboolean
is_tactic_kind (JsonNode *node)
{
  const char *text = sc_json_get_text (node);
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
      const char *id = sc_json_get_text (json_object_get_member (json_array_get_object_element (items, i), "id"));

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

  root = sc_json_parse (json);

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
  return g_str_equal (json, "*") || is_list_of (json, sc_json_is_number, FALSE);
}
