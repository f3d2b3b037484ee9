/* SPDX-License-Identifier: GPL-3.0-or-later */

#include "store/tables/sc-json-private.h"

#include <json-glib/json-glib.h>

/**
 * sc_json_from_texts:
 * @texts: texts
 *
 * Returns: (transfer full): a JSON list of them
 */
char *
sc_json_from_texts (const char *const *texts)
{
  g_autoptr (JsonBuilder) builder = json_builder_new_immutable ();
  g_autoptr (JsonNode) root = NULL;

  json_builder_begin_array (builder);
  for (guint i = 0; texts != NULL && texts[i] != NULL; i++)
    json_builder_add_string_value (builder, texts[i]);
  json_builder_end_array (builder);
  root = json_builder_get_root (builder);

  return json_to_string (root, FALSE);
}

/* The list's elements that are objects or texts; damaged rows read as empty
 * lists, which the check of the database reports. */
static JsonArray *
parse_list (const char *json,
            JsonNode  **root)
{
  *root = json != NULL ? json_from_string (json, NULL) : NULL;

  return *root != NULL && JSON_NODE_HOLDS_ARRAY (*root) ? json_node_get_array (*root) : NULL;
}

/**
 * sc_json_to_texts:
 * @json: a JSON list of texts
 *
 * Returns: (transfer full): the texts
 */
GStrv
sc_json_to_texts (const char *json)
{
  g_autoptr (GStrvBuilder) texts = g_strv_builder_new ();
  g_autoptr (JsonNode) root = NULL;
  JsonArray *list = parse_list (json, &root);

  for (guint i = 0; list != NULL && i < json_array_get_length (list); i++)
    {
      JsonNode *node = json_array_get_element (list, i);

      if (json_node_get_value_type (node) == G_TYPE_STRING)
        g_strv_builder_add (texts, json_node_get_string (node));
    }

  return g_strv_builder_end (texts);
}

static void
add_pair (JsonBuilder *builder,
          const char  *first_member,
          const char  *first,
          const char  *second)
{
  json_builder_begin_object (builder);
  json_builder_set_member_name (builder, first_member);
  json_builder_add_string_value (builder, first);
  json_builder_set_member_name (builder, "text");
  json_builder_add_string_value (builder, second);
  json_builder_end_object (builder);
}

/**
 * sc_json_from_criteria:
 * @criteria: (element-type ScCriterion): exit criteria
 *
 * Returns: (transfer full): a JSON list of them
 */
char *
sc_json_from_criteria (GPtrArray *criteria)
{
  g_autoptr (JsonBuilder) builder = json_builder_new_immutable ();
  g_autoptr (JsonNode) root = NULL;

  json_builder_begin_array (builder);
  for (guint i = 0; i < criteria->len; i++)
    {
      ScCriterion *criterion = criteria->pdata[i];

      add_pair (builder, "id", criterion->id, criterion->text);
    }
  json_builder_end_array (builder);
  root = json_builder_get_root (builder);

  return json_to_string (root, FALSE);
}

/**
 * sc_json_to_criteria:
 * @json: a JSON list
 * @criteria: (element-type ScCriterion): where to add them
 */
void
sc_json_to_criteria (const char *json,
                     GPtrArray  *criteria)
{
  g_autoptr (JsonNode) root = NULL;
  JsonArray *list = parse_list (json, &root);

  for (guint i = 0; list != NULL && i < json_array_get_length (list); i++)
    {
      JsonNode *node = json_array_get_element (list, i);
      JsonObject *object = JSON_NODE_HOLDS_OBJECT (node) ? json_node_get_object (node) : NULL;

      if (object != NULL)
        g_ptr_array_add (criteria,
                         sc_criterion_new (json_object_get_string_member_with_default (object, "id", ""),
                                           json_object_get_string_member_with_default (object, "text", "")));
    }
}

/**
 * sc_json_from_tactics:
 * @tactics: (element-type ScTactic): titled texts
 *
 * Returns: (transfer full): a JSON list of them
 */
char *
sc_json_from_tactics (GPtrArray *tactics)
{
  g_autoptr (JsonBuilder) builder = json_builder_new_immutable ();
  g_autoptr (JsonNode) root = NULL;

  json_builder_begin_array (builder);
  for (guint i = 0; i < tactics->len; i++)
    {
      ScTactic *tactic = tactics->pdata[i];

      add_pair (builder, "title", tactic->title, tactic->text);
    }
  json_builder_end_array (builder);
  root = json_builder_get_root (builder);

  return json_to_string (root, FALSE);
}

/**
 * sc_json_to_tactics:
 * @json: a JSON list
 * @tactics: (element-type ScTactic): where to add them
 */
void
sc_json_to_tactics (const char *json,
                    GPtrArray  *tactics)
{
  g_autoptr (JsonNode) root = NULL;
  JsonArray *list = parse_list (json, &root);

  for (guint i = 0; list != NULL && i < json_array_get_length (list); i++)
    {
      JsonNode *node = json_array_get_element (list, i);
      JsonObject *object = JSON_NODE_HOLDS_OBJECT (node) ? json_node_get_object (node) : NULL;

      if (object != NULL)
        g_ptr_array_add (tactics,
                         sc_tactic_new (json_object_get_string_member_with_default (object, "title", ""),
                                        json_object_get_string_member_with_default (object, "text", "")));
    }
}
