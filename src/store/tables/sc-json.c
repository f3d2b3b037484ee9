/* SPDX-License-Identifier: GPL-3.0-or-later */

/* Reads and writes the lists that a stage's row keeps as JSON: actions, exit
 * criteria, tactics. What is as it is by default is left out, so that rows stay
 * small. */

#include "store/tables/sc-json-private.h"

#include <json-glib/json-glib.h>
#include <string.h>

static char *
finish_list (JsonBuilder *builder)
{
  g_autoptr (JsonNode) root = NULL;

  json_builder_end_array (builder);
  root = json_builder_get_root (builder);

  return json_to_string (root, FALSE);
}

static void
add_texts (JsonBuilder       *builder,
           const char *const *texts)
{
  json_builder_begin_array (builder);
  for (guint i = 0; texts != NULL && texts[i] != NULL; i++)
    json_builder_add_string_value (builder, texts[i]);
}

static void
add_text_member (JsonBuilder *builder,
                 const char  *member,
                 const char  *text)
{
  json_builder_set_member_name (builder, member);
  json_builder_add_string_value (builder, text);
}

static void
add_texts_member (JsonBuilder *builder,
                  const char  *member,
                  GStrv        texts)
{
  if (texts[0] == NULL)
    return;

  json_builder_set_member_name (builder, member);
  add_texts (builder, (const char *const *) texts);
  json_builder_end_array (builder);
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

  add_texts (builder, texts);

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

static GStrv
read_texts (JsonArray *list)
{
  g_autoptr (GStrvBuilder) texts = g_strv_builder_new ();

  for (guint i = 0; list != NULL && i < json_array_get_length (list); i++)
    {
      JsonNode *node = json_array_get_element (list, i);

      if (json_node_get_value_type (node) == G_TYPE_STRING)
        g_strv_builder_add (texts, json_node_get_string (node));
    }

  return g_strv_builder_end (texts);
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
  g_autoptr (JsonNode) root = NULL;

  return read_texts (parse_list (json, &root));
}

static JsonObject *
get_object (JsonObject *object,
            const char *member)
{
  JsonNode *node = json_object_get_member (object, member);

  return node != NULL && JSON_NODE_HOLDS_OBJECT (node) ? json_node_get_object (node) : NULL;
}

static const char *
get_text (JsonObject *object,
          const char *member)
{
  JsonNode *node = json_object_get_member (object, member);

  return node != NULL && json_node_get_value_type (node) == G_TYPE_STRING ? json_node_get_string (node) : NULL;
}

static void
take_text (JsonObject *object,
           const char *member,
           char      **text)
{
  const char *found = get_text (object, member);

  if (found != NULL)
    g_set_str (text, found);
}

static void
take_texts (JsonObject *object,
            const char *member,
            GStrv      *texts)
{
  JsonNode *node = json_object_get_member (object, member);

  if (node == NULL || !JSON_NODE_HOLDS_ARRAY (node))
    return;

  g_strfreev (*texts);
  *texts = read_texts (json_node_get_array (node));
}

static void
add_criterion (JsonBuilder       *builder,
               const ScCriterion *criterion)
{
  json_builder_begin_object (builder);
  add_text_member (builder, "id", criterion->id);
  add_text_member (builder, "text", criterion->text);
  if (criterion->is_required)
    {
      json_builder_set_member_name (builder, "is_required");
      json_builder_add_boolean_value (builder, TRUE);
    }
  if (criterion->is_asked_at_entry)
    add_text_member (builder, "asked", "entry");
  if (criterion->purpose != SC_PURPOSE_NONE)
    add_text_member (builder, "purpose", sc_purpose_get_id (criterion->purpose));
  if (criterion->type != SC_ANSWER_TICK)
    {
      json_builder_set_member_name (builder, "question");
      json_builder_begin_object (builder);
      add_text_member (builder, "type", sc_answer_type_get_id (criterion->type));
      add_texts_member (builder, "choices", criterion->choices);
      json_builder_end_object (builder);
    }
  add_texts_member (builder, "was", criterion->was);
  json_builder_end_object (builder);
}

static ScCriterion *
read_criterion (JsonObject *object)
{
  const char *id = get_text (object, "id");
  const char *text = get_text (object, "text");
  ScCriterion *criterion = sc_criterion_new (id != NULL ? id : "", text != NULL ? text : "");
  JsonObject *question = get_object (object, "question");

  criterion->is_required = json_object_get_boolean_member_with_default (object, "is_required", FALSE);
  criterion->is_asked_at_entry = g_strcmp0 (get_text (object, "asked"), "entry") == 0;
  sc_purpose_from_id (get_text (object, "purpose"), &criterion->purpose);
  if (question != NULL)
    {
      sc_answer_type_from_id (get_text (question, "type"), &criterion->type);
      take_texts (question, "choices", &criterion->choices);
    }
  take_texts (object, "was", &criterion->was);

  return criterion;
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
    add_criterion (builder, criteria->pdata[i]);

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
  g_autoptr (JsonNode) root = NULL;
  JsonArray *list = parse_list (json, &root);

  for (guint i = 0; list != NULL && i < json_array_get_length (list); i++)
    {
      JsonNode *node = json_array_get_element (list, i);

      if (JSON_NODE_HOLDS_OBJECT (node))
        g_ptr_array_add (criteria, read_criterion (json_node_get_object (node)));
    }
}

static void
add_tactic (JsonBuilder    *builder,
            const ScTactic *tactic)
{
  json_builder_begin_object (builder);
  add_text_member (builder, "id", tactic->id);
  if (tactic->kind != SC_TACTIC_OTHER)
    add_text_member (builder, "kind", sc_tactic_kind_get_id (tactic->kind));
  add_text_member (builder, "title", tactic->title);
  add_text_member (builder, "text", tactic->text);
  if (sc_tactic_has_conditions (tactic))
    {
      json_builder_set_member_name (builder, "when");
      json_builder_begin_object (builder);
      add_texts_member (builder, "loss_reasons", tactic->loss_reasons);
      add_texts_member (builder, "sources", tactic->sources);
      add_texts_member (builder, "labels", tactic->labels);
      json_builder_end_object (builder);
    }
  json_builder_end_object (builder);
}

/**
 * sc_json_from_tactics:
 * @tactics: (element-type ScTactic): tactics
 *
 * Returns: (transfer full): a JSON list of them
 */
char *
sc_json_from_tactics (GPtrArray *tactics)
{
  g_autoptr (JsonBuilder) builder = json_builder_new_immutable ();

  json_builder_begin_array (builder);
  for (guint i = 0; i < tactics->len; i++)
    add_tactic (builder, tactics->pdata[i]);

  return finish_list (builder);
}

static guint
count_same (GPtrArray      *tactics,
            const ScTactic *tactic)
{
  guint n_same = 0;

  for (guint i = 0; i < tactics->len; i++)
    n_same += sc_tactic_says_same (tactics->pdata[i], tactic);

  return n_same;
}

/* The id of a tactic that was written before tactics had one: made of the stage and of
* what it says, so that it is the same whenever and in whichever version it is read. */
static char *
make_id (const char     *stage_id,
         const ScTactic *tactic,
         guint           n_before)
{
  g_autoptr (GChecksum) checksum = g_checksum_new (G_CHECKSUM_SHA256);
  g_autofree char *number = g_strdup_printf ("%u", n_before);
  const char *const parts[] = { stage_id, tactic->title, tactic->text, number };
  guint8 hash[32];
  gsize length = sizeof hash;

  for (guint i = 0; i < G_N_ELEMENTS (parts); i++)
    g_checksum_update (checksum, (const guchar *) parts[i], (gssize) strlen (parts[i]) + 1);
  g_checksum_get_digest (checksum, hash, &length);

  /* RFC 9562, 5.8: a UUID of our own making. */
  hash[6] = 0x80 | (hash[6] & 0x0f);
  hash[8] = 0x80 | (hash[8] & 0x3f);

  return g_strdup_printf ("%02x%02x%02x%02x-%02x%02x-%02x%02x-%02x%02x-%02x%02x%02x%02x%02x%02x",
                          hash[0], hash[1], hash[2], hash[3], hash[4], hash[5], hash[6], hash[7],
                          hash[8], hash[9], hash[10], hash[11], hash[12], hash[13], hash[14], hash[15]);
}

static ScTactic *
read_tactic (JsonObject *object,
             const char *stage_id,
             GPtrArray  *before)
{
  ScTactic *tactic = sc_tactic_new ("", "");
  JsonObject *when = get_object (object, "when");

  sc_tactic_kind_from_id (get_text (object, "kind"), &tactic->kind);
  take_text (object, "title", &tactic->title);
  take_text (object, "text", &tactic->text);
  if (when != NULL)
    {
      take_texts (when, "loss_reasons", &tactic->loss_reasons);
      take_texts (when, "sources", &tactic->sources);
      take_texts (when, "labels", &tactic->labels);
    }

  g_free (tactic->id);
  tactic->id = g_strdup (get_text (object, "id"));
  if (tactic->id == NULL)
    tactic->id = make_id (stage_id, tactic, count_same (before, tactic));

  return tactic;
}

/**
 * sc_json_to_tactics:
 * @json: a JSON list
 * @stage_id: the stage that they are of
 * @tactics: (element-type ScTactic): where to add them; those that were written without
 *   an id have the same one each time
 */
void
sc_json_to_tactics (const char *json,
                    const char *stage_id,
                    GPtrArray  *tactics)
{
  g_autoptr (JsonNode) root = NULL;
  JsonArray *list = parse_list (json, &root);

  for (guint i = 0; list != NULL && i < json_array_get_length (list); i++)
    {
      JsonNode *node = json_array_get_element (list, i);

      if (JSON_NODE_HOLDS_OBJECT (node))
        g_ptr_array_add (tactics, read_tactic (json_node_get_object (node), stage_id, tactics));
    }
}

/**
 * sc_json_give_tactics_ids:
 * @json: a JSON list of tactics
 * @stage_id: the stage that they are of
 *
 * Returns: (transfer full): the list, with the ids that sc_json_to_tactics() gives to
 *   those that were written without
 */
char *
sc_json_give_tactics_ids (const char *json,
                          const char *stage_id)
{
  g_autoptr (GPtrArray) tactics = g_ptr_array_new_with_free_func ((GDestroyNotify) sc_tactic_free);

  sc_json_to_tactics (json, stage_id, tactics);

  return sc_json_from_tactics (tactics);
}
