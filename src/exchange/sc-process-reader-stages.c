/* SPDX-License-Identifier: GPL-3.0-or-later */

/* Reads the stages of a process. */

#include "exchange/sc-process-reader-private.h"

#include <glib/gi18n-lib.h>
#include <string.h>

static ScKindSet
read_kinds (ScProcessReader *self)
{
  g_auto (GStrv) names = sc_json_reader_get_texts (self->reader, "kinds");
  ScKindSet kinds = 0;

  for (guint i = 0; names[i] != NULL; i++)
    {
      g_autofree char *place = g_strdup_printf ("kinds[%u]", i);
      ScKind kind;

      if (sc_kind_from_id (names[i], &kind))
        kinds |= SC_KIND_BIT (kind);
      else
        sc_process_reader_refuse_value (self, place, names[i]);
    }

  if (!sc_json_reader_has (self->reader, "kinds"))
    sc_json_reader_fail (self->reader, SC_EXCHANGE_ERROR_INVALID, "kinds", "%s", _("This is missing."));
  else if (kinds == 0)
    sc_json_reader_fail (self->reader, SC_EXCHANGE_ERROR_INVALID, "kinds", "%s", _("A stage covers at least one kind of step."));

  return kinds;
}

/* Those of a merge; what is no UUID is none of them. */
static void
read_was (ScProcessReader *self,
          ScCriterion     *criterion)
{
  g_autoptr (GStrvBuilder) was = g_strv_builder_new ();
  g_auto (GStrv) ids = sc_json_reader_get_texts (self->reader, "was");

  for (guint i = 0; ids[i] != NULL; i++)
    if (g_uuid_string_is_valid (ids[i]))
      g_strv_builder_add (was, ids[i]);

  g_strfreev (criterion->was);
  criterion->was = g_strv_builder_end (was);
}

static void
read_question (ScProcessReader *self,
               ScCriterion     *criterion)
{
  const char *type;

  if (!sc_json_reader_enter_object (self->reader, "question"))
    return;

  type = sc_json_reader_need_text (self->reader, "type");
  if (!sc_answer_type_from_id (type, &criterion->type))
    sc_process_reader_refuse_value (self, "type", type);
  if (criterion->type == SC_ANSWER_CHOICE)
    sc_process_reader_take_texts (self, "choices", &criterion->choices);
  if (criterion->type == SC_ANSWER_CHOICE && criterion->choices[0] == NULL)
    sc_json_reader_fail (self->reader, SC_EXCHANGE_ERROR_INVALID, "choices", "%s",
                         _("Nobody can answer this question: it has to have at least one choice."));
  sc_json_reader_leave (self->reader);
}

static void
read_criterion (ScProcessReader *self,
                ScStage         *stage)
{
  ScCriterion *criterion = sc_stage_add_criterion (stage, sc_json_reader_need_text (self->reader, "text"));
  const char *asked = sc_json_reader_get_text (self->reader, "asked");
  const char *purpose = sc_json_reader_get_text (self->reader, "purpose");

  sc_process_reader_take_id (self, &criterion->id);
  criterion->is_required = sc_json_reader_get_bool (self->reader, "is_required", FALSE);
  criterion->is_asked_at_entry = g_strcmp0 (asked, "entry") == 0;
  if (asked != NULL && !criterion->is_asked_at_entry && !g_str_equal (asked, "exit"))
    sc_process_reader_refuse_value (self, "asked", asked);
  if (purpose != NULL && !sc_purpose_from_id (purpose, &criterion->purpose))
    sc_process_reader_refuse_value (self, "purpose", purpose);
  read_question (self, criterion);
  read_was (self, criterion);
}

static void
read_conditions (ScProcessReader *self,
                 ScTactic        *tactic)
{
  if (!sc_json_reader_enter_object (self->reader, "when"))
    return;

  sc_process_reader_take_texts (self, "loss_reasons", &tactic->loss_reasons);
  sc_process_reader_take_texts (self, "sources", &tactic->sources);
  sc_process_reader_take_texts (self, "labels", &tactic->labels);
  sc_json_reader_leave (self->reader);
}

static void
read_tactic (ScProcessReader *self,
             ScStage         *stage)
{
  ScTactic *tactic = sc_stage_add_tactic (stage, "", "");
  const char *kind = sc_json_reader_get_text (self->reader, "kind");

  sc_process_reader_take_id (self, &tactic->id);
  if (kind != NULL && !sc_tactic_kind_from_id (kind, &tactic->kind))
    sc_process_reader_refuse_value (self, "kind", kind);
  sc_process_reader_take_text (self, "title", &tactic->title);
  sc_process_reader_take_text (self, "text", &tactic->text);
  read_conditions (self, tactic);
}

static void
read_items (ScProcessReader *self,
            ScStage *stage,
            const char *name,
            void ( *read_item )(ScProcessReader *self, ScStage *stage))
{
  guint n_items;

  if (!sc_json_reader_enter_array (self->reader, name, &n_items))
    return;

  for (guint i = 0; i < n_items; i++)
    if (sc_json_reader_enter_item (self->reader, i))
      {
        read_item (self, stage);
        sc_json_reader_leave (self->reader);
      }

  sc_json_reader_leave (self->reader);
}

static void
read_duration (ScProcessReader *self,
               const char      *name,
               ScDuration      *duration)
{
  const char *unit;
  gint64 value;

  if (!sc_json_reader_enter_object (self->reader, name))
    return;

  unit = sc_json_reader_get_text (self->reader, "unit");
  if (unit != NULL && !sc_unit_from_id (unit, &duration->unit))
    sc_process_reader_refuse_value (self, "unit", unit);
  if (sc_json_reader_get_int (self->reader, "value", 1, SC_DURATION_MAX, &value))
    duration->value = (guint) value;
  else
    duration->unit = SC_UNIT_WORKING_DAYS;

  sc_json_reader_leave (self->reader);
}

static void
read_colour (ScProcessReader *self,
             ScStage         *stage)
{
  const char *colour = sc_json_reader_get_text (self->reader, "colour");

  if (colour == NULL)
    return;
  if (strlen (colour) == 7 && colour[0] == '#' && strspn (colour + 1, "0123456789abcdefABCDEF") == 6)
    stage->colour = g_strdup (colour);
  else
    sc_json_reader_fail (self->reader, SC_EXCHANGE_ERROR_INVALID, "colour", "%s",
                         _("This has to be a colour in the form “#rrggbb”."));
}

static void
read_mark (ScProcessReader *self,
           guint            position)
{
  if (!sc_json_reader_get_bool (self->reader, "client_mark", FALSE))
    return;

  if (self->mark >= 0)
    sc_json_reader_fail (self->reader, SC_EXCHANGE_ERROR_INVALID, "client_mark",
                         _("There is one client mark at most, and stages[%d] has it already."), self->mark);
  self->mark = (int) position;
}

/* Which stage is meant is told once all are known. */
static void
read_refusal (ScProcessReader *self,
              ScStage         *stage)
{
  ScRefusal *refusal = &stage->refusal;
  const char *what;
  const char *name;

  if (!sc_json_reader_enter_object (self->reader, "refusal"))
    return;

  what = sc_json_reader_get_text (self->reader, "what");
  name = sc_json_reader_get_text (self->reader, "stage");
  if (what != NULL && !sc_refusal_kind_from_id (what, &refusal->kind))
    sc_process_reader_refuse_value (self, "what", what);
  if (refusal->kind == SC_REFUSAL_BACK)
    refusal->stage_id = g_strdup (sc_json_reader_get_text (self->reader, "stage_id"));
  if (refusal->kind == SC_REFUSAL_BACK && name != NULL)
    g_hash_table_insert (self->refusals, stage, g_strdup (name));
  if (refusal->kind == SC_REFUSAL_PARK)
    read_duration (self, "after", &refusal->after);
  if (!sc_refusal_is_in_bounds (refusal))
    sc_json_reader_fail (self->reader, SC_EXCHANGE_ERROR_INVALID, "after", "%s",
                         _("A deal is parked for ten years at most."));

  sc_json_reader_leave (self->reader);
}

static void
read_stage (ScProcessReader *self,
            guint            position)
{
  const char *name = sc_json_reader_need_text (self->reader, "name");
  ScStage *stage = sc_stage_new (name, SC_KIND_BIT (SC_KIND_OTHER));

  g_ptr_array_add (self->version->stages, stage);
  stage->kinds = read_kinds (self);
  sc_process_reader_take_id (self, &stage->id);
  sc_process_reader_take_text (self, "goal", &stage->goal);
  sc_process_reader_take_text (self, "entry", &stage->entry);
  sc_process_reader_take_texts (self, "actions", &stage->actions);
  read_items (self, stage, "exit_criteria", read_criterion);
  sc_process_reader_read_stage_roles (self, stage);
  read_duration (self, "duration", &stage->duration);
  sc_json_reader_get_number (self->reader, "probability", 0, 1, &stage->probability);
  read_mark (self, position);
  read_colour (self, stage);
  sc_process_reader_take_texts (self, "documents", &stage->documents);
  read_items (self, stage, "tactics", read_tactic);
  read_refusal (self, stage);
}

/**
 * sc_process_reader_read_stages:
 * @self: a process while it is read
 *
 * Reads its stages, with all that they hold.
 */
void
sc_process_reader_read_stages (ScProcessReader *self)
{
  guint n_items;

  if (!sc_json_reader_enter_array (self->reader, "stages", &n_items))
    return;

  for (guint i = 0; i < n_items; i++)
    if (sc_json_reader_enter_item (self->reader, i))
      {
        read_stage (self, i);
        sc_json_reader_leave (self->reader);
      }

  sc_json_reader_leave (self->reader);
}

static gboolean
is_named (const char *name)
{
  return name != NULL && name[strspn (name, " \t\r\n")] != '\0';
}

/**
 * sc_process_reader_find_refusals:
 * @self: a process with all its stages
 *
 * Finds the stages that refused deals go back to: by id, else by name. An id that no
 * stage has stays, so that the method can say so.
 */
void
sc_process_reader_find_refusals (ScProcessReader *self)
{
  for (guint i = 0; i < self->version->stages->len; i++)
    {
      ScStage *stage = sc_version_get_stage (self->version, i);
      ScRefusal *refusal = &stage->refusal;
      const char *name = g_hash_table_lookup (self->refusals, stage);
      const ScStage *named;

      if (sc_version_find_stage (self->version, refusal->stage_id, NULL) != NULL)
        continue;

      named = is_named (name) ? sc_version_find_stage_by_name (self->version, name, NULL) : NULL;
      if (named != NULL)
        g_set_str (&refusal->stage_id, named->id);
      else if (refusal->stage_id != NULL && !g_uuid_string_is_valid (refusal->stage_id))
        g_clear_pointer (&refusal->stage_id, g_free);
    }
}
