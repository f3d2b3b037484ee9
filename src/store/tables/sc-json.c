/* SPDX-License-Identifier: GPL-3.0-or-later */

/* Reads and writes the lists that a stage's row keeps as JSON: actions, exit
 * criteria, tactics. */

#include "store/tables/sc-json-private.h"

#include <json-glib/json-glib.h>

static char *
finish_list (JsonBuilder *builder)
{
  g_autoptr (JsonNode) root = NULL;

  json_builder_end_array (builder);
  root = json_builder_get_root (builder);

  return json_to_string (root, FALSE);
}

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

  json_builder_begin_array (builder);
  for (guint i = 0; texts != NULL && texts[i] != NULL; i++)
    json_builder_add_string_value (builder, texts[i]);

  return finish_list (builder);
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

/* What the two texts of an element are called: the second is “text”. */
typedef struct {
  const char *member;
  gpointer (*create)(const char *first,
                     const char *text);
} Pair;

static gpointer
create_criterion (const char *id,
                  const char *text)
{
  return sc_criterion_new (id, text);
}

static gpointer
create_tactic (const char *title,
               const char *text)
{
  return sc_tactic_new (title, text);
}

static const Pair CRITERION = { "id", create_criterion };
static const Pair TACTIC = { "title", create_tactic };

static void
add_pair (JsonBuilder *builder,
          const Pair  *pair,
          const char  *first,
          const char  *text)
{
  json_builder_begin_object (builder);
  json_builder_set_member_name (builder, pair->member);
  json_builder_add_string_value (builder, first);
  json_builder_set_member_name (builder, "text");
  json_builder_add_string_value (builder, text);
  json_builder_end_object (builder);
}

static void
read_pairs (const char *json,
            const Pair *pair,
            GPtrArray  *elements)
{
  g_autoptr (JsonNode) root = NULL;
  JsonArray *list = parse_list (json, &root);

  for (guint i = 0; list != NULL && i < json_array_get_length (list); i++)
    {
      JsonNode *node = json_array_get_element (list, i);
      JsonObject *object = JSON_NODE_HOLDS_OBJECT (node) ? json_node_get_object (node) : NULL;

      if (object != NULL)
        g_ptr_array_add (elements,
                         pair->create (json_object_get_string_member_with_default (object, pair->member, ""),
                                       json_object_get_string_member_with_default (object, "text", "")));
    }
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

  json_builder_begin_array (builder);
  for (guint i = 0; i < criteria->len; i++)
    {
      const ScCriterion *criterion = criteria->pdata[i];

      add_pair (builder, &CRITERION, criterion->id, criterion->text);
    }

  return finish_list (builder);
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
  read_pairs (json, &CRITERION, criteria);
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

  json_builder_begin_array (builder);
  for (guint i = 0; i < tactics->len; i++)
    {
      const ScTactic *tactic = tactics->pdata[i];

      add_pair (builder, &TACTIC, tactic->title, tactic->text);
    }

  return finish_list (builder);
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
  read_pairs (json, &TACTIC, tactics);
}
