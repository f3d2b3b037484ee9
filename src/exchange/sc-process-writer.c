/* SPDX-License-Identifier: GPL-3.0-or-later */

/* docs/process-format.md says what each member means. */

#include "exchange/sc-process-file.h"

static void
write_aspects (ScJsonWriter    *writer,
               const ScAspects *aspects)
{
  sc_json_writer_begin_object (writer, "aspects");
  for (guint i = 0; i < SC_N_ASPECTS; i++)
    sc_json_writer_add_text (writer, sc_aspect_get_id (i), sc_aspect_get_value_id (i, aspects->value[i]));
  sc_json_writer_end (writer);
}

static void
write_roles (ScJsonWriter    *writer,
             const ScVersion *version)
{
  sc_json_writer_begin_array (writer, "roles");
  for (guint i = 0; i < version->roles->len; i++)
    {
      const ScRole *role = sc_version_get_role (version, i);

      sc_json_writer_begin_object (writer, NULL);
      sc_json_writer_add_text (writer, "id", role->id);
      sc_json_writer_add_text (writer, "name", role->name);
      sc_json_writer_add_text (writer, "function", sc_function_get_id (role->function));
      sc_json_writer_end (writer);
    }
  sc_json_writer_end (writer);
}

/* The first role of each name, as sc_name_fold() has it. */
static GHashTable *
list_first_roles (const ScVersion *version)
{
  GHashTable *roles = g_hash_table_new_full (g_str_hash, g_str_equal, g_free, NULL);
  g_autoptr (GString) folded = g_string_new (NULL);

  for (guint i = 0; i < version->roles->len; i++)
    {
      ScRole *role = sc_version_get_role (version, i);

      sc_name_fold (role->name, folded);
      if (!g_hash_table_contains (roles, folded->str))
        g_hash_table_insert (roles, g_strdup (folded->str), role);
    }

  return roles;
}

/* Whether the role that is meant is the one that is found by its name. */
static gboolean
is_told_by_name (GHashTable   *first_roles,
                 const ScRole *role)
{
  g_autoptr (GString) folded = NULL;

  if (role == NULL)
    return TRUE;

  folded = g_string_new (NULL);
  sc_name_fold (role->name, folded);

  return g_hash_table_lookup (first_roles, folded->str) == role;
}

static void
write_stage_roles (ScJsonWriter    *writer,
                   const ScVersion *version,
                   GHashTable      *first_roles,
                   const ScStage   *stage)
{
  const ScRole *responsible = sc_version_find_role (version, stage->responsible, NULL);
  gboolean told_by_name = is_told_by_name (first_roles, responsible);

  sc_json_writer_add_text (writer, "responsible", responsible != NULL ? responsible->name : NULL);
  sc_json_writer_begin_array (writer, "participants");
  for (guint i = 0; stage->participants[i] != NULL; i++)
    {
      const ScRole *role = sc_version_find_role (version, stage->participants[i], NULL);

      if (role == NULL)
        continue;
      sc_json_writer_add_text (writer, NULL, role->name);
      told_by_name = told_by_name && is_told_by_name (first_roles, role);
    }
  sc_json_writer_end (writer);

  if (!told_by_name)
    {
      sc_json_writer_add_text (writer, "responsible_id", stage->responsible);
      sc_json_writer_add_texts (writer, "participant_ids", (const char *const *) stage->participants);
    }
}

/**
 * sc_process_write_question:
 * @writer: a writer in an object
 * @criterion: an exit criterion
 *
 * Writes the member `question`: its type and its choices, `null` for a tick.
 */
void
sc_process_write_question (ScJsonWriter      *writer,
                           const ScCriterion *criterion)
{
  if (criterion->type == SC_ANSWER_TICK)
    {
      sc_json_writer_add_null (writer, "question");
      return;
    }

  sc_json_writer_begin_object (writer, "question");
  sc_json_writer_add_text (writer, "type", sc_answer_type_get_id (criterion->type));
  sc_json_writer_add_texts (writer, "choices", (const char *const *) criterion->choices);
  sc_json_writer_end (writer);
}

static void
write_criteria (ScJsonWriter  *writer,
                const ScStage *stage)
{
  sc_json_writer_begin_array (writer, "exit_criteria");
  for (guint i = 0; i < stage->criteria->len; i++)
    {
      const ScCriterion *criterion = stage->criteria->pdata[i];

      sc_json_writer_begin_object (writer, NULL);
      sc_json_writer_add_text (writer, "id", criterion->id);
      sc_json_writer_add_text (writer, "text", criterion->text);
      sc_json_writer_add_bool (writer, "is_required", criterion->is_required);
      sc_json_writer_add_text (writer, "asked", criterion->is_asked_at_entry ? "entry" : "exit");
      sc_json_writer_add_text (writer, "purpose", sc_purpose_get_id (criterion->purpose));
      sc_process_write_question (writer, criterion);
      if (criterion->was[0] != NULL)
        sc_json_writer_add_texts (writer, "was", (const char *const *) criterion->was);
      sc_json_writer_end (writer);
    }
  sc_json_writer_end (writer);
}

static void
write_tactics (ScJsonWriter  *writer,
               const ScStage *stage)
{
  sc_json_writer_begin_array (writer, "tactics");
  for (guint i = 0; i < stage->tactics->len; i++)
    {
      const ScTactic *tactic = stage->tactics->pdata[i];

      sc_json_writer_begin_object (writer, NULL);
      sc_json_writer_add_text (writer, "id", tactic->id);
      sc_json_writer_add_text (writer, "kind", sc_tactic_kind_get_id (tactic->kind));
      sc_json_writer_add_text (writer, "title", tactic->title);
      sc_json_writer_add_text (writer, "text", tactic->text);
      sc_json_writer_begin_object (writer, "when");
      sc_json_writer_add_texts (writer, "loss_reasons", (const char *const *) tactic->loss_reasons);
      sc_json_writer_add_texts (writer, "sources", (const char *const *) tactic->sources);
      sc_json_writer_add_texts (writer, "labels", (const char *const *) tactic->labels);
      sc_json_writer_end (writer);
      sc_json_writer_end (writer);
    }
  sc_json_writer_end (writer);
}

static void
write_duration (ScJsonWriter *writer,
                const char   *name,
                ScDuration    duration)
{
  if (duration.value == 0)
    {
      sc_json_writer_add_null (writer, name);
      return;
    }

  sc_json_writer_begin_object (writer, name);
  sc_json_writer_add_int (writer, "value", duration.value);
  sc_json_writer_add_text (writer, "unit", sc_unit_get_id (duration.unit));
  sc_json_writer_end (writer);
}

static void
write_refusal (ScJsonWriter    *writer,
               const ScVersion *version,
               const ScRefusal *refusal)
{
  const ScStage *stage = sc_version_find_stage (version, refusal->stage_id, NULL);

  sc_json_writer_begin_object (writer, "refusal");
  sc_json_writer_add_text (writer, "what", sc_refusal_kind_get_id (refusal->kind));
  sc_json_writer_add_text (writer, "stage", stage != NULL ? stage->name : NULL);
  sc_json_writer_add_text (writer, "stage_id", refusal->stage_id);
  write_duration (writer, "after", refusal->after);
  sc_json_writer_end (writer);
}

static void
write_kinds (ScJsonWriter *writer,
             ScKindSet     kinds)
{
  sc_json_writer_begin_array (writer, "kinds");
  for (guint i = 0; i < SC_N_KINDS; i++)
    if (sc_kind_set_has (kinds, i))
      sc_json_writer_add_text (writer, NULL, sc_kind_get_id (i));
  sc_json_writer_end (writer);
}

static void
write_stage (ScJsonWriter    *writer,
             const ScVersion *version,
             GHashTable      *first_roles,
             const ScStage   *stage,
             gboolean         is_marked)
{
  sc_json_writer_begin_object (writer, NULL);
  sc_json_writer_add_text (writer, "id", stage->id);
  sc_json_writer_add_text (writer, "name", stage->name);
  write_kinds (writer, stage->kinds);
  sc_json_writer_add_text (writer, "goal", stage->goal);
  sc_json_writer_add_text (writer, "entry", stage->entry);
  sc_json_writer_add_texts (writer, "actions", (const char *const *) stage->actions);
  write_criteria (writer, stage);
  write_stage_roles (writer, version, first_roles, stage);
  write_duration (writer, "duration", stage->duration);
  if (stage->probability >= 0)
    sc_json_writer_add_number (writer, "probability", stage->probability);
  else
    sc_json_writer_add_null (writer, "probability");
  sc_json_writer_add_bool (writer, "client_mark", is_marked);
  sc_json_writer_add_text (writer, "colour", stage->colour);
  sc_json_writer_add_texts (writer, "documents", (const char *const *) stage->documents);
  write_tactics (writer, stage);
  write_refusal (writer, version, &stage->refusal);
  sc_json_writer_end (writer);
}

static void
write_stages (ScJsonWriter    *writer,
              const ScVersion *version)
{
  g_autoptr (GHashTable) first_roles = list_first_roles (version);
  int mark = sc_version_get_mark_position (version);

  sc_json_writer_begin_array (writer, "stages");
  for (guint i = 0; i < version->stages->len; i++)
    write_stage (writer, version, first_roles, sc_version_get_stage (version, i), (int) i == mark);
  sc_json_writer_end (writer);
}

static void
write_own_words (ScJsonWriter *writer,
                 GPtrArray    *words)
{
  sc_json_writer_begin_array (writer, "own_words");
  for (guint i = 0; i < words->len; i++)
    {
      const ScOwnWord *word = words->pdata[i];

      sc_json_writer_begin_object (writer, NULL);
      sc_json_writer_add_text (writer, "place", word->place);
      sc_json_writer_add_text (writer, "text", word->text);
      if (word->is_stale)
        sc_json_writer_add_bool (writer, "is_stale", TRUE);
      sc_json_writer_end (writer);
    }
  sc_json_writer_end (writer);
}

/**
 * sc_process_file_to_json:
 * @self: a process
 *
 * Returns: (transfer full): the process as JSON, from which
 *   sc_process_file_parse() makes the same one
 */
char *
sc_process_file_to_json (const ScProcessFile *self)
{
  g_autoptr (ScJsonWriter) writer = sc_json_writer_new ();
  const ScVersion *version = self->version;

  sc_json_writer_begin_object (writer, NULL);
  sc_json_writer_add_text (writer, "format", SC_PROCESS_FORMAT);
  sc_json_writer_add_int (writer, "version", SC_PROCESS_FORMAT_VERSION);
  sc_json_writer_add_text (writer, "id", self->id);
  sc_json_writer_add_text (writer, "name", self->name);
  sc_json_writer_add_text (writer, "description", self->description);
  sc_json_writer_add_text (writer, "language", sc_language_get_id (version->language));
  sc_json_writer_add_text (writer, "status", sc_version_status_get_id (version->status));
  write_aspects (writer, &version->aspects);
  sc_json_writer_add_bool (writer, "client_mark_is_set", version->mark != NULL);
  sc_json_writer_add_texts (writer, "loss_reasons", (const char *const *) self->loss_reasons);
  write_roles (writer, version);
  write_stages (writer, version);
  write_own_words (writer, self->own_words);
  sc_json_writer_end (writer);

  return sc_json_writer_finish (writer);
}
