/* SPDX-License-Identifier: GPL-3.0-or-later */

/* What a person does to a scheme, as edits: each is one step that can be
 * undone, and none loses what somebody wrote without having been told to. */

#include "method/sc-stage-edits.h"

#include "method/sc-lint-private.h"
#include "method/sc-order.h"
#include "method/sc-steps-private.h"
#include "method/sc-usual-private.h"
#include "method/sc-usual.h"
#include "model/sc-new-ids.h"

/**
 * sc_insert_stage:
 * @version: a version
 * @kinds: what the new stage is to cover; none is the same as `other`
 * @name: (nullable): what to call it, or %NULL for its kinds' name; gets a
 *   number where it is taken
 * @position: where it goes, from 0
 * @stage_id: (out) (optional): the new stage's id
 *
 * Returns: (transfer full) (element-type ScEdit): edits that insert a complete
 *   stage, and roles that it needs
 */
GPtrArray *
sc_insert_stage (const ScVersion *version,
                 ScKindSet        kinds,
                 const char      *name,
                 guint            position,
                 char           **stage_id)
{
  g_auto (ScSteps) steps = { NULL };
  const ScStage *stage;

  sc_steps_start (&steps, version);
  stage = sc_steps_insert (&steps, kinds != 0 ? kinds : SC_KIND_BIT (SC_KIND_OTHER), name, position);
  if (stage_id != NULL)
    *stage_id = g_strdup (stage->id);

  return sc_steps_end (&steps, NULL);
}

/**
 * sc_add_stage:
 * @version: a version
 * @kinds: what the new stage is to cover
 * @stage_id: (out) (optional): the new stage's id
 *
 * Returns: (transfer full) (element-type ScEdit): edits that insert a complete
 *   stage where the order wants it
 */
GPtrArray *
sc_add_stage (const ScVersion *version,
              ScKindSet        kinds,
              char           **stage_id)
{
  ScKind kind = sc_order_get_first_kind (kinds, &version->aspects);

  if (kinds == SC_KIND_BIT (SC_KIND_ACCOUNT_GROWTH))
    kind = SC_KIND_ACCOUNT_GROWTH;

  return sc_insert_stage (version, kinds, NULL, sc_order_find_place (version, kind), stage_id);
}

/**
 * sc_duplicate_stage:
 * @version: a version
 * @stage_id: a stage
 * @copy_id: (out) (optional): the new stage's id
 *
 * Returns: (transfer full) (element-type ScEdit): edits that put a copy of the
 *   stage, with a number to its name, right behind it
 */
GPtrArray *
sc_duplicate_stage (const ScVersion *version,
                    const char      *stage_id,
                    char           **copy_id)
{
  g_auto (ScSteps) steps = { NULL };
  g_autoptr (ScStage) copy = NULL;
  g_autofree char *name = NULL;
  guint position;
  const ScStage *stage = sc_version_find_stage (version, stage_id, &position);

  g_return_val_if_fail (stage != NULL, NULL);

  name = sc_version_make_stage_name (version, stage->name, NULL);
  copy = sc_stage_duplicate (stage, name);
  if (copy_id != NULL)
    *copy_id = g_strdup (copy->id);
  sc_steps_start (&steps, version);
  sc_steps_do (&steps, sc_edit_insert_stage (copy, position + 1));

  return sc_steps_end (&steps, NULL);
}

/**
 * sc_can_split_stage:
 * @version: a version
 * @stage_id: a stage
 *
 * Returns: whether the stage covers more than one kind of step
 */
gboolean
sc_can_split_stage (const ScVersion *version,
                    const char      *stage_id)
{
  const ScStage *stage = sc_version_find_stage (version, stage_id, NULL);

  return stage != NULL && sc_kind_set_count (stage->kinds) > 1;
}

/* Whether a text is one that the program gives to stages of these kinds. */
static gboolean
is_usual_line (const char *text,
               ScKindSet   kinds,
               gsize       offset)
{
  for (guint kind = 0; kind < SC_N_KINDS; kind++)
    {
      const ScPhrase *lines = G_STRUCT_MEMBER_P (&sc_usual_kinds[kind], offset);

      for (guint i = 0; sc_kind_set_has (kinds, kind) && i < SC_MAX_USUAL_LINES; i++)
        for (guint language = 0; language < SC_N_LANGUAGES; language++)
          if (g_strcmp0 (lines[i].text[language], text) == 0)
            return TRUE;
    }

  return FALSE;
}

/* Leaves those lines with the first stage that are not usual for the second,
 * and gives the others to the second in place of its own. */
static void
split_lines (GStrv    *first,
             GStrv    *second,
             ScKindSet second_kinds,
             gsize     offset)
{
  g_autoptr (GStrvBuilder) stays = g_strv_builder_new ();
  g_autoptr (GStrvBuilder) goes = g_strv_builder_new ();

  for (guint i = 0; (*first)[i] != NULL; i++)
    g_strv_builder_add (is_usual_line ((*first)[i], second_kinds, offset) ? goes : stays, (*first)[i]);

  g_strfreev (*first);
  g_strfreev (*second);
  *first = g_strv_builder_end (stays);
  *second = g_strv_builder_end (goes);
}

static void
split_criteria (ScStage *first,
                ScStage *second)
{
  g_autoptr (GPtrArray) usual = g_steal_pointer (&second->criteria);

  second->criteria = g_ptr_array_new_with_free_func ((GDestroyNotify) sc_criterion_free);
  for (guint i = 0; i < first->criteria->len;)
    {
      const ScCriterion *criterion = first->criteria->pdata[i];

      if (sc_usual_is_criterion (criterion->text, second->kinds))
        g_ptr_array_add (second->criteria, g_ptr_array_steal_index (first->criteria, i));
      else
        i++;
    }

  if (second->criteria->len == 0)
    {
      g_ptr_array_unref (second->criteria);
      second->criteria = g_steal_pointer (&usual);
    }
}

/* The tactics that are usual for the second go with it; where there are none, it gets them
 * anew, with the criteria that it has by now. */
static void
split_tactics (ScStage         *first,
               ScStage         *second,
               const ScVersion *version)
{
  g_ptr_array_set_size (second->tactics, 0);
  for (guint i = 0; i < first->tactics->len;)
    if (sc_usual_is_tactic (first->tactics->pdata[i], second->kinds))
      g_ptr_array_add (second->tactics, g_ptr_array_steal_index (first->tactics, i));
    else
      i++;

  if (second->tactics->len == 0)
    sc_usual_add_tactics (second, version, second->kinds);
}

/* The part of the target time that usually goes to the second stage. */
static void
split_duration (ScStage         *first,
                ScStage         *second,
                const ScVersion *version)
{
  const ScCalendar *calendar = version->calendar;
  guint day = sc_calendar_get_hours (calendar);
  guint hours = sc_duration_get_hours (first->duration, calendar);
  guint usual_first =
    sc_duration_get_hours (sc_usual_duration (first->kinds, &version->aspects, calendar), calendar);
  guint usual_second =
    sc_duration_get_hours (sc_usual_duration (second->kinds, &version->aspects, calendar), calendar);
  guint part;

  if (hours < 2)
    {
      second->duration = first->duration;
      return;
    }

  part = CLAMP ((guint) ((guint64) hours * usual_second / (usual_first + usual_second)), 1, hours - 1);
  if (first->duration.unit == SC_UNIT_WORKING_DAYS && first->duration.value > 1)
    {
      guint days = CLAMP ((part + day / 2) / day, 1, first->duration.value - 1);

      second->duration = (ScDuration) { days, SC_UNIT_WORKING_DAYS };
      first->duration.value -= days;
    }
  else
    {
      second->duration = (ScDuration) { part, SC_UNIT_WORKING_HOURS };
      first->duration = (ScDuration) { hours - part, SC_UNIT_WORKING_HOURS };
    }
}

/* “A and B” comes apart where it was joined; a name that the program gave
 * becomes those of the parts; any other stays with the first. */
static void
split_name (ScStage         *first,
            ScStage         *second,
            const ScVersion *version)
{
  static const ScPhrase and = { { " and ", " и " } };
  g_autofree char *usual = sc_usual_name (first->kinds | second->kinds, &version->aspects, version->language);
  g_auto (GStrv) parts = g_strsplit (first->name, and.text[version->language], 3);
  g_autofree char *wanted = NULL;
  g_autofree char *free_name = NULL;

  if (sc_name_equal (first->name, usual))
    {
      g_free (first->name);
      first->name = sc_usual_name (first->kinds, &version->aspects, version->language);
      wanted = sc_usual_name (second->kinds, &version->aspects, version->language);
    }
  else if (g_strv_length (parts) == 2 && !sc_lint_is_blank (parts[0]) && !sc_lint_is_blank (parts[1]))
    {
      g_set_str (&first->name, parts[0]);
      wanted = g_strdup (parts[1]);
    }
  else
    {
      wanted = sc_usual_name (second->kinds, &version->aspects, version->language);
    }

  free_name = sc_version_make_stage_name (version, first->name, first->id);
  g_set_str (&first->name, free_name);
  g_free (second->name);
  second->name = g_steal_pointer (&wanted);
}

static void
split_content (ScStage         *first,
               ScStage         *second,
               const ScVersion *version)
{
  ScKindSet both = first->kinds | second->kinds;
  g_autofree char *usual_goal = sc_usual_goal (both, &version->aspects, version->language);

  if (g_str_equal (first->goal, usual_goal))
    {
      g_free (first->goal);
      first->goal = sc_usual_goal (first->kinds, &version->aspects, version->language);
    }

  split_lines (&first->actions, &second->actions, second->kinds, G_STRUCT_OFFSET (ScUsual, actions));
  split_lines (&first->documents, &second->documents, second->kinds, G_STRUCT_OFFSET (ScUsual, documents));
  split_criteria (first, second);
  split_tactics (first, second, version);
  split_duration (first, second, version);
  split_name (first, second, version);
}

/**
 * sc_split_stage:
 * @version: a version
 * @stage_id: a stage that covers more than one kind of step
 * @second_id: (out) (optional): the new stage's id
 *
 * Splits a stage in two: the last of its kinds goes into a stage of its own
 * right behind it, with what is usual for that kind. What a person wrote stays
 * where it was; target times add up to what they were; a client mark that a
 * person set after the stage stands after both. A refused deal that was not lost
 * in the stage is lost in neither.
 *
 * Returns: (transfer full) (nullable) (element-type ScEdit): the edits, or
 *   %NULL where the stage covers only one kind
 */
GPtrArray *
sc_split_stage (const ScVersion *version,
                const char      *stage_id,
                char           **second_id)
{
  g_auto (ScSteps) steps = { NULL };
  g_autoptr (GPtrArray) roles = g_ptr_array_new_with_free_func ((GDestroyNotify) sc_role_unref);
  g_autoptr (ScStage) second = NULL;
  g_autofree char *name = NULL;
  guint position;
  const ScStage *stage = sc_version_find_stage (version, stage_id, &position);
  ScStage *first;
  ScKind kinds[SC_N_KINDS];
  guint n_kinds;

  g_return_val_if_fail (stage != NULL, NULL);
  n_kinds = sc_order_list_kinds (stage->kinds, &version->aspects, kinds);
  if (n_kinds < 2)
    return NULL;

  second = sc_usual_stage (version, SC_KIND_BIT (kinds[n_kinds - 1]), roles);
  first = sc_stage_copy (stage);
  first->kinds &= ~second->kinds;
  split_content (first, second, version);
  second->probability = MAX (second->probability, first->probability);
  g_set_str (&second->responsible, first->responsible);
  sc_stage_set_participants (second, (const char *const *) first->participants);
  g_set_str (&second->colour, first->colour);
  if (first->refusal.kind != SC_REFUSAL_LOST)
    sc_refusal_assign (&second->refusal, &first->refusal);
  else
    sc_usual_set_refusal (second, version, position + 1);

  sc_steps_start (&steps, version);
  sc_steps_replace (&steps, first);
  name = sc_version_make_stage_name (steps.version, second->name, NULL);
  g_set_str (&second->name, name);
  sc_steps_do (&steps, sc_edit_insert_stage (second, position + 1));
  if (g_strcmp0 (version->mark, stage_id) == 0)
    sc_steps_do (&steps, sc_edit_set_mark (steps.version, second->id));
  if (second_id != NULL)
    *second_id = g_strdup (second->id);

  return sc_steps_end (&steps, NULL);
}

/**
 * sc_remove_stage:
 * @version: a version
 * @stage_id: a stage
 *
 * Returns: (transfer full) (element-type ScEdit): edits that remove the stage;
 *   a client mark that a person set after it then stands after the stage in
 *   front, or follows payment again where there is none
 */
GPtrArray *
sc_remove_stage (const ScVersion *version,
                 const char      *stage_id)
{
  g_auto (ScSteps) steps = { NULL };

  g_return_val_if_fail (sc_version_find_stage (version, stage_id, NULL) != NULL, NULL);

  sc_steps_start (&steps, version);
  sc_steps_remove (&steps, stage_id);

  return sc_steps_end (&steps, NULL);
}

/**
 * sc_move_stage:
 * @version: a version
 * @stage_id: a stage
 * @position: where it is to stand in the end, from 0
 *
 * Returns: (transfer full) (element-type ScEdit): edits that move the stage;
 *   none where it stands there already
 */
GPtrArray *
sc_move_stage (const ScVersion *version,
               const char      *stage_id,
               guint            position)
{
  g_auto (ScSteps) steps = { NULL };
  guint from;

  g_return_val_if_fail (sc_version_find_stage (version, stage_id, &from) != NULL, NULL);

  sc_steps_start (&steps, version);
  if (MIN (position, version->stages->len - 1) != from)
    sc_steps_do (&steps, sc_edit_move_stage (version, stage_id, position));

  return sc_steps_end (&steps, NULL);
}

/**
 * sc_replace_stage:
 * @version: a version
 * @stage: a changed copy of one of its stages
 *
 * Returns: (transfer full) (element-type ScEdit): edits that put @stage in its
 *   place; none where nothing was changed
 */
GPtrArray *
sc_replace_stage (const ScVersion *version,
                  ScStage         *stage)
{
  g_auto (ScSteps) steps = { NULL };

  g_return_val_if_fail (sc_version_find_stage (version, stage->id, NULL) != NULL, NULL);

  sc_steps_start (&steps, version);
  sc_steps_replace (&steps, sc_stage_ref (stage));

  return sc_steps_end (&steps, NULL);
}

/**
 * sc_set_mark:
 * @version: a version
 * @stage_id: (nullable): the stage that the client mark is to stand after, or
 *   %NULL to let it follow payment
 *
 * Returns: (transfer full) (element-type ScEdit): edits that set the mark
 */
GPtrArray *
sc_set_mark (const ScVersion *version,
             const char      *stage_id)
{
  g_auto (ScSteps) steps = { NULL };

  sc_steps_start (&steps, version);
  if (g_strcmp0 (version->mark, stage_id) != 0)
    sc_steps_do (&steps, sc_edit_set_mark (version, stage_id));

  return sc_steps_end (&steps, NULL);
}

/**
 * sc_set_aspects:
 * @version: a version
 * @aspects: the new answers
 *
 * Returns: (transfer full) (element-type ScEdit): edits that change the
 *   answers; the stages stay, and the method says what they now lack
 */
GPtrArray *
sc_set_aspects (const ScVersion *version,
                const ScAspects *aspects)
{
  g_auto (ScSteps) steps = { NULL };

  sc_steps_start (&steps, version);
  if (!sc_aspects_equal (&version->aspects, aspects))
    sc_steps_do (&steps, sc_edit_set_aspects (version, aspects));

  return sc_steps_end (&steps, NULL);
}

static ScStage *
take_role_off (const ScStage *stage,
               const char    *role_id)
{
  g_autoptr (GPtrArray) ids = g_ptr_array_new_null_terminated (4, NULL, TRUE);
  ScStage *changed = sc_stage_copy (stage);

  if (g_strcmp0 (changed->responsible, role_id) == 0)
    g_clear_pointer (&changed->responsible, g_free);
  for (guint i = 0; stage->participants[i] != NULL; i++)
    if (!g_str_equal (stage->participants[i], role_id))
      g_ptr_array_add (ids, stage->participants[i]);
  sc_stage_set_participants (changed, (const char *const *) ids->pdata);

  return changed;
}

/**
 * sc_remove_role:
 * @version: a version
 * @role_id: a role
 *
 * Returns: (transfer full) (element-type ScEdit): edits that take the role off
 *   every stage and remove it
 */
GPtrArray *
sc_remove_role (const ScVersion *version,
                const char      *role_id)
{
  g_auto (ScSteps) steps = { NULL };

  g_return_val_if_fail (sc_version_find_role (version, role_id, NULL) != NULL, NULL);

  sc_steps_start (&steps, version);
  for (guint i = 0; i < version->stages->len; i++)
    {
      const ScStage *stage = sc_version_get_stage (version, i);

      if (sc_stage_involves (stage, role_id))
        sc_steps_replace (&steps, take_role_off (stage, role_id));
    }
  sc_steps_do (&steps, sc_edit_remove_role (steps.version, role_id));

  return sc_steps_end (&steps, NULL);
}

/**
 * sc_stage_make_responsible:
 * @stage: a stage that is not shared yet
 * @role_id: (nullable): the role that is responsible for it, and so no participant any
 *   more
 */
void
sc_stage_make_responsible (ScStage    *stage,
                           const char *role_id)
{
  g_auto (GStrv) ids = g_strdupv (stage->participants);

  g_set_str (&stage->responsible, role_id);
  sc_stage_set_participants (stage, (const char *const *) ids);
}
