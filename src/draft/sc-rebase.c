/* SPDX-License-Identifier: GPL-3.0-or-later */

/* Makes edits again on a version that others have changed meanwhile. Of a
 * stage that both changed, each field keeps what was made of it on the one side
 * where the other left it alone. Fields that both have changed clash: there the
 * side wins that a person has chosen. */

#include "draft/sc-rebase-private.h"

#include <glib/gi18n-lib.h>

#include "method/sc-question.h"
#include "method/sc-stage-edits.h"
#include "model/sc-percent.h"

/* What can't be done any more is told. Takes @why over. */
static GPtrArray *
drop (ScRebase *merge,
      char     *why)
{
  if (merge->dropped != NULL)
    g_ptr_array_add (merge->dropped, why);
  else
    g_free (why);

  return NULL;
}

/**
 * sc_rebase_wins:
 * @self: what is merged
 * @format: what both have changed, with a place for the stage's or the role's name
 * @theirs: (nullable): what others have made of it
 * @mine: (nullable): what was made of it here
 *
 * Notes that both have changed the same.
 *
 * Returns: whether mine stands
 */
gboolean
sc_rebase_wins (ScRebase   *self,
                const char *format,
                const char *theirs,
                const char *mine)
{
  const char *name = self->name != NULL && *self->name != '\0' ? self->name : _("unnamed");
  g_autofree char *what = g_strdup_printf (format, name);

  if (self->clashes != NULL)
    sc_clashes_add (self->clashes, what, theirs != NULL ? theirs : "", mine != NULL ? mine : "");

  return self->side == SC_SIDE_MINE;
}

/**
 * sc_rebase_text:
 * @self: what is merged
 * @format: as in sc_rebase_wins()
 * @into: (inout): what others have made of it
 * @before: what it was
 * @after: what it is here
 */
void
sc_rebase_text (ScRebase   *self,
                const char *format,
                char      **into,
                const char *before,
                const char *after)
{
  if (g_strcmp0 (before, after) == 0 || g_strcmp0 (*into, after) == 0)
    return;

  if (g_strcmp0 (*into, before) == 0 || sc_rebase_wins (self, format, *into, after))
    g_set_str (into, after);
}

static gboolean
is_same_list (GStrv a,
              GStrv b)
{
  return g_strv_equal ((const char *const *) a, (const char *const *) b);
}

/**
 * sc_rebase_list:
 * @self: what is merged
 * @format: as in sc_rebase_wins()
 * @into: (inout): what others have made of it
 * @before: what it was
 * @after: what it is here
 */
void
sc_rebase_list (ScRebase   *self,
                const char *format,
                GStrv      *into,
                GStrv       before,
                GStrv       after)
{
  g_autofree char *theirs = g_strjoinv ("\n", *into);
  g_autofree char *mine = g_strjoinv ("\n", after);

  if (is_same_list (before, after) || is_same_list (*into, after))
    return;

  if (is_same_list (*into, before) || sc_rebase_wins (self, format, theirs, mine))
    {
      g_strfreev (*into);
      *into = g_strdupv (after);
    }
}

static const char *
tell_role (ScRebase   *merge,
           const char *role_id)
{
  const ScRole *role = sc_version_find_role (merge->onto, role_id, NULL);

  return role != NULL ? role->name : _("Nobody");
}

static void
merge_responsible (ScRebase   *merge,
                   char      **into,
                   const char *before,
                   const char *after)
{
  if (g_strcmp0 (before, after) == 0 || g_strcmp0 (*into, after) == 0)
    return;

  if (g_strcmp0 (*into, before) == 0 ||
      /* Translators: a stage */
      sc_rebase_wins (merge, _("Responsible for “%s”"), tell_role (merge, *into), tell_role (merge, after)))
    g_set_str (into, after);
}

static char *
tell_roles (ScRebase *merge,
            GStrv     role_ids)
{
  g_autoptr (GString) text = g_string_new (NULL);

  for (guint i = 0; role_ids[i] != NULL; i++)
    g_string_append_printf (text, "%s%s", i > 0 ? "\n" : "", tell_role (merge, role_ids[i]));

  return g_string_free_and_steal (g_steal_pointer (&text));
}

static void
merge_participants (ScRebase *merge,
                    GStrv    *into,
                    GStrv     before,
                    GStrv     after)
{
  g_autofree char *theirs = tell_roles (merge, *into);
  g_autofree char *mine = tell_roles (merge, after);

  if (is_same_list (before, after) || is_same_list (*into, after))
    return;

  /* Translators: a stage */
  if (is_same_list (*into, before) || sc_rebase_wins (merge, _("Participants of “%s”"), theirs, mine))
    {
      g_strfreev (*into);
      *into = g_strdupv (after);
    }
}

static void
merge_kinds (ScRebase *merge,
             ScStage  *into,
             ScKindSet before,
             ScKindSet after)
{
  g_autofree char *theirs = sc_kind_set_to_text (into->kinds, sc_language_get_default ());
  g_autofree char *mine = sc_kind_set_to_text (after, sc_language_get_default ());

  if (before == after || into->kinds == after)
    return;

  /* Translators: a stage */
  if (into->kinds == before || sc_rebase_wins (merge, _("Kinds of “%s”"), theirs, mine))
    into->kinds = after;
}

static void
merge_duration (ScRebase  *merge,
                ScStage   *into,
                ScDuration before,
                ScDuration after)
{
  g_autofree char *theirs = sc_duration_to_text (into->duration, merge->onto->calendar);
  g_autofree char *mine = sc_duration_to_text (after, merge->onto->calendar);

  if (sc_duration_equal (before, after) || sc_duration_equal (into->duration, after))
    return;

  /* Translators: a stage */
  if (sc_duration_equal (into->duration, before) || sc_rebase_wins (merge, _("Target time of “%s”"), theirs, mine))
    into->duration = after;
}

static void
merge_probability (ScRebase *merge,
                   ScStage  *into,
                   double    before,
                   double    after)
{
  g_autofree char *theirs = sc_percent_to_text (into->probability);
  g_autofree char *mine = sc_percent_to_text (after);

  if (before == after || into->probability == after)
    return;

  /* Translators: a stage */
  if (into->probability == before || sc_rebase_wins (merge, _("Win probability of “%s”"), theirs, mine))
    into->probability = after;
}

static ScStage *
merge_stage (ScRebase      *merge,
             const ScStage *theirs,
             const ScStage *before,
             const ScStage *after)
{
  ScStage *into = sc_stage_copy (theirs);

  merge->name = before->name;
  /* Translators: a stage */
  sc_rebase_text (merge, _("Name of “%s”"), &into->name, before->name, after->name);
  /* Translators: a stage */
  sc_rebase_text (merge, _("Goal of “%s”"), &into->goal, before->goal, after->goal);
  /* Translators: a stage */
  sc_rebase_text (merge, _("Entry of “%s”"), &into->entry, before->entry, after->entry);
  /* Translators: a stage */
  sc_rebase_text (merge, _("Colour of “%s”"), &into->colour, before->colour, after->colour);
  merge_responsible (merge, &into->responsible, before->responsible, after->responsible);
  merge_participants (merge, &into->participants, before->participants, after->participants);
  /* Translators: a stage */
  sc_rebase_list (merge, _("Actions of “%s”"), &into->actions, before->actions, after->actions);
  /* Translators: a stage */
  sc_rebase_list (merge, _("Documents of “%s”"), &into->documents, before->documents, after->documents);
  merge_kinds (merge, into, before->kinds, after->kinds);
  merge_duration (merge, into, before->duration, after->duration);
  merge_probability (merge, into, before->probability, after->probability);
  sc_rebase_criteria (merge, into, before, after);
  sc_rebase_tactics (merge, into, before, after);
  sc_rebase_refusal (merge, into, before, after);

  return into;
}

static GPtrArray *
only (ScEdit *edit)
{
  GPtrArray *edits = sc_edits_new ();

  g_ptr_array_add (edits, edit);

  return edits;
}

/* Others have deleted what was changed here. */
static GPtrArray *
rebase_lost_stage (ScRebase     *merge,
                   const ScEdit *edit)
{
  merge->name = edit->stage->name;
  /* Translators: a stage */
  if (!sc_rebase_wins (merge, _("Stage “%s”"), _("deleted"), _("changed")))
    return NULL;

  return only (sc_edit_insert_stage (edit->stage_after, MIN (edit->position, merge->onto->stages->len)));
}

/* It is deleted as it is now, not as it was. */
static GPtrArray *
rebase_removal (ScRebase      *merge,
                const ScEdit  *edit,
                const ScStage *theirs)
{
  merge->name = edit->stage->name;
  /* Translators: a stage */
  if (!sc_stage_equal (theirs, edit->stage) && !sc_rebase_wins (merge, _("Stage “%s”"), _("changed"), _("deleted")))
    return NULL;

  return sc_remove_stage (merge->onto, edit->stage->id);
}

static GPtrArray *
rebase_stage (ScRebase     *merge,
              const ScEdit *edit)
{
  const ScVersion *onto = merge->onto;
  ScStage *theirs = sc_version_find_stage (onto, edit->stage->id, NULL);
  g_autoptr (ScStage) merged = NULL;

  switch (edit->kind)
    {
    case SC_EDIT_INSERT_STAGE:
      return theirs == NULL ? only (sc_edit_insert_stage (edit->stage, MIN (edit->position, onto->stages->len))) : NULL;
    case SC_EDIT_REMOVE_STAGE:
      return theirs != NULL ? rebase_removal (merge, edit, theirs) : NULL;
    case SC_EDIT_MOVE_STAGE:
      if (theirs == NULL)
        return drop (merge, g_strdup_printf (_("“%s” was not moved, for it was deleted."), edit->stage->name));
      return sc_move_stage (onto, edit->stage->id, edit->to);
    case SC_EDIT_REPLACE_STAGE:
      if (theirs == NULL)
        return rebase_lost_stage (merge, edit);
      merged = merge_stage (merge, theirs, edit->stage, edit->stage_after);
      return sc_replace_stage (onto, merged);
    case SC_EDIT_INSERT_ROLE:
    case SC_EDIT_REMOVE_ROLE:
    case SC_EDIT_REPLACE_ROLE:
    case SC_EDIT_SET_ASPECTS:
    case SC_EDIT_SET_LANGUAGE:
    case SC_EDIT_SET_MARK:
    default:
      return NULL;
    }
}

static GPtrArray *
merge_role (ScRebase     *merge,
            ScRole       *theirs,
            const ScEdit *edit)
{
  const ScRole *before = edit->role;
  const ScRole *after = edit->role_after;
  g_autoptr (ScRole) into = sc_role_copy (theirs);

  merge->name = before->name;
  /* Translators: a role */
  sc_rebase_text (merge, _("Name of the role “%s”"), &into->name, before->name, after->name);
  if (before->function != after->function && into->function != after->function &&
      (into->function == before->function ||
       /* Translators: a role */
       sc_rebase_wins (merge, _("Function of the role “%s”"), sc_function_get_title (into->function),
                       sc_function_get_title (after->function))))
    into->function = after->function;

  return sc_role_equal (into, theirs) ? NULL : only (sc_edit_replace_role (merge->onto, into));
}

static GPtrArray *
rebase_role (ScRebase     *merge,
             const ScEdit *edit)
{
  const ScVersion *onto = merge->onto;
  ScRole *theirs = sc_version_find_role (onto, edit->role->id, NULL);

  if (edit->kind == SC_EDIT_INSERT_ROLE)
    return theirs == NULL ? only (sc_edit_insert_role (edit->role, MIN (edit->position, onto->roles->len))) : NULL;
  if (edit->kind == SC_EDIT_REMOVE_ROLE)
    return theirs != NULL ? sc_remove_role (onto, edit->role->id) : NULL;
  if (theirs != NULL)
    return merge_role (merge, theirs, edit);

  merge->name = edit->role->name;
  /* Translators: a role */
  if (!sc_rebase_wins (merge, _("Role “%s”"), _("deleted"), _("changed")))
    return NULL;

  return only (sc_edit_insert_role (edit->role_after, MIN (edit->position, onto->roles->len)));
}

static const char *
tell_answer (ScAspect aspect,
             guint    value)
{
  return value != SC_ASPECT_UNSET ? sc_question_get_value_title (aspect, value) : _("Not answered");
}

static GPtrArray *
rebase_aspects (ScRebase     *merge,
                const ScEdit *edit)
{
  ScAspects into = merge->onto->aspects;

  for (ScAspect aspect = 0; aspect < SC_N_ASPECTS; aspect++)
    {
      guint8 before = edit->aspects.value[aspect];
      guint8 after = edit->aspects_after.value[aspect];
      guint8 theirs = into.value[aspect];

      if (before == after || theirs == after)
        continue;
      merge->name = sc_question_get_text (aspect);
      if (theirs == before || sc_rebase_wins (merge, "%s", tell_answer (aspect, theirs), tell_answer (aspect, after)))
        into.value[aspect] = after;
    }

  return sc_set_aspects (merge->onto, &into);
}

static const char *
tell_mark (const ScVersion *version,
           const char      *stage_id)
{
  const ScStage *stage = sc_version_find_stage (version, stage_id, NULL);

  return stage != NULL ? stage->name : _("after payment");
}

static GPtrArray *
rebase_mark (ScRebase     *merge,
             const ScEdit *edit)
{
  const ScVersion *onto = merge->onto;

  if (edit->mark_after != NULL && sc_version_find_stage (onto, edit->mark_after, NULL) == NULL)
    return drop (merge, g_strdup (_("The client mark was not set, for the stage that it was to stand after was deleted.")));
  merge->name = _("Client mark");
  if (g_strcmp0 (onto->mark, edit->mark) != 0 && g_strcmp0 (onto->mark, edit->mark_after) != 0 &&
      !sc_rebase_wins (merge, "%s", tell_mark (onto, onto->mark), tell_mark (onto, edit->mark_after)))
    return NULL;

  return sc_set_mark (onto, edit->mark_after);
}

static GPtrArray *
rebase_edit (ScRebase     *merge,
             const ScEdit *edit)
{
  if (edit->stage != NULL)
    return rebase_stage (merge, edit);
  if (edit->role != NULL)
    return rebase_role (merge, edit);
  if (edit->kind == SC_EDIT_SET_ASPECTS)
    return rebase_aspects (merge, edit);
  if (edit->kind == SC_EDIT_SET_LANGUAGE)
    return only (sc_edit_set_language (merge->onto, edit->language_after));

  return rebase_mark (merge, edit);
}

/**
 * sc_rebase_edits:
 * @edits: (element-type ScEdit): edits of another version
 * @onto: the version as others have left it
 * @side: what stands where both have changed the same
 * @clashes: (nullable) (element-type ScClash): where that is added
 * @dropped: (nullable) (element-type utf8): where it is added, in a sentence,
 *   what can't be done on @onto at all
 *
 * Returns: (transfer full) (element-type ScEdit): edits of @onto that do the
 *   same, as far as it still can be done
 */
GPtrArray *
sc_rebase_edits (GPtrArray       *edits,
                 const ScVersion *onto,
                 ScSide           side,
                 GPtrArray       *clashes,
                 GPtrArray       *dropped)
{
  g_autoptr (ScVersion) version = sc_version_ref ((ScVersion *) onto);
  GPtrArray *rebased = sc_edits_new ();

  for (guint i = 0; i < edits->len; i++)
    {
      ScRebase merge = { side, clashes, dropped, version, NULL };
      g_autoptr (GError) error = NULL;
      g_autoptr (GPtrArray) some = rebase_edit (&merge, edits->pdata[i]);
      g_autoptr (ScVersion) next = some != NULL ? sc_version_edit (version, some, &error) : NULL;

      if (error != NULL)
        drop (&merge, g_strdup (error->message));
      if (next == NULL)
        continue;

      g_ptr_array_extend_and_steal (rebased, g_steal_pointer (&some));
      sc_version_unref (version);
      version = g_steal_pointer (&next);
    }

  return rebased;
}
