/* SPDX-License-Identifier: GPL-3.0-or-later */

/* Makes edits again on a version that others have changed meanwhile. Of a
 * stage that both changed, the fields that were edited here win, and all others
 * stay theirs. What makes no sense any more is left out. */

#include "designer/sc-rebase.h"

#include "method/sc-stage-edits.h"

static gboolean
has_same_criteria (const ScStage *a,
                   const ScStage *b)
{
  if (a->criteria->len != b->criteria->len)
    return FALSE;

  for (guint i = 0; i < a->criteria->len; i++)
    {
      const ScCriterion *x = a->criteria->pdata[i];
      const ScCriterion *y = b->criteria->pdata[i];

      if (!g_str_equal (x->id, y->id) || !g_str_equal (x->text, y->text))
        return FALSE;
    }

  return TRUE;
}

static gboolean
has_same_tactics (const ScStage *a,
                  const ScStage *b)
{
  if (a->tactics->len != b->tactics->len)
    return FALSE;

  for (guint i = 0; i < a->tactics->len; i++)
    {
      const ScTactic *x = a->tactics->pdata[i];
      const ScTactic *y = b->tactics->pdata[i];

      if (!g_str_equal (x->title, y->title) || !g_str_equal (x->text, y->text))
        return FALSE;
    }

  return TRUE;
}

static void
merge_text (char      **into,
            const char *before,
            const char *after)
{
  if (g_strcmp0 (before, after) != 0)
    g_set_str (into, after);
}

static void
merge_list (GStrv *into,
            GStrv  before,
            GStrv  after)
{
  if (g_strv_equal ((const char *const *) before, (const char *const *) after))
    return;

  g_strfreev (*into);
  *into = g_strdupv (after);
}

static void
merge_criteria (ScStage       *into,
                const ScStage *after)
{
  g_ptr_array_set_size (into->criteria, 0);
  for (guint i = 0; i < after->criteria->len; i++)
    {
      const ScCriterion *criterion = after->criteria->pdata[i];

      g_ptr_array_add (into->criteria, sc_criterion_new (criterion->id, criterion->text));
    }
}

static void
merge_tactics (ScStage       *into,
               const ScStage *after)
{
  g_ptr_array_set_size (into->tactics, 0);
  for (guint i = 0; i < after->tactics->len; i++)
    {
      const ScTactic *tactic = after->tactics->pdata[i];

      g_ptr_array_add (into->tactics, sc_tactic_new (tactic->title, tactic->text));
    }
}

static ScStage *
merge_stage (const ScStage *theirs,
             const ScStage *before,
             const ScStage *after)
{
  ScStage *merged = sc_stage_copy (theirs);

  merge_text (&merged->name, before->name, after->name);
  merge_text (&merged->goal, before->goal, after->goal);
  merge_text (&merged->entry, before->entry, after->entry);
  merge_text (&merged->responsible, before->responsible, after->responsible);
  merge_text (&merged->colour, before->colour, after->colour);
  merge_list (&merged->actions, before->actions, after->actions);
  merge_list (&merged->participants, before->participants, after->participants);
  merge_list (&merged->documents, before->documents, after->documents);
  if (before->kinds != after->kinds)
    merged->kinds = after->kinds;
  if (!sc_duration_equal (before->duration, after->duration))
    merged->duration = after->duration;
  if (before->probability != after->probability)
    merged->probability = after->probability;
  if (!has_same_criteria (before, after))
    merge_criteria (merged, after);
  if (!has_same_tactics (before, after))
    merge_tactics (merged, after);

  return merged;
}

static GPtrArray *
only (ScEdit *edit)
{
  GPtrArray *edits = sc_edits_new ();

  g_ptr_array_add (edits, edit);

  return edits;
}

static GPtrArray *
rebase_stage (const ScEdit    *edit,
              const ScVersion *onto)
{
  ScStage *theirs = sc_version_find_stage (onto, edit->stage->id, NULL);
  g_autoptr (ScStage) merged = NULL;

  switch (edit->kind)
    {
    case SC_EDIT_INSERT_STAGE:
      return theirs == NULL ? only (sc_edit_insert_stage (edit->stage, MIN (edit->position, onto->stages->len))) : NULL;
    case SC_EDIT_REMOVE_STAGE:
      return theirs != NULL ? sc_remove_stage (onto, edit->stage->id) : NULL;
    case SC_EDIT_MOVE_STAGE:
      return theirs != NULL ? sc_move_stage (onto, edit->stage->id, edit->to) : NULL;
    case SC_EDIT_REPLACE_STAGE:
      if (theirs == NULL)
        return only (sc_edit_insert_stage (edit->stage_after, MIN (edit->position, onto->stages->len)));
      merged = merge_stage (theirs, edit->stage, edit->stage_after);
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
rebase_role (const ScEdit    *edit,
             const ScVersion *onto)
{
  ScRole *theirs = sc_version_find_role (onto, edit->role->id, NULL);

  if (edit->kind == SC_EDIT_INSERT_ROLE)
    return theirs == NULL ? only (sc_edit_insert_role (edit->role, MIN (edit->position, onto->roles->len))) : NULL;
  if (theirs == NULL)
    return NULL;
  if (edit->kind == SC_EDIT_REMOVE_ROLE)
    return sc_remove_role (onto, edit->role->id);

  return only (sc_edit_replace_role (onto, edit->role_after));
}

static GPtrArray *
rebase_edit (const ScEdit    *edit,
             const ScVersion *onto)
{
  if (edit->stage != NULL)
    return rebase_stage (edit, onto);
  if (edit->role != NULL)
    return rebase_role (edit, onto);
  if (edit->kind == SC_EDIT_SET_ASPECTS)
    return sc_set_aspects (onto, &edit->aspects_after);
  if (edit->kind == SC_EDIT_SET_LANGUAGE)
    return only (sc_edit_set_language (onto, edit->language_after));
  if (edit->mark_after == NULL || sc_version_find_stage (onto, edit->mark_after, NULL) != NULL)
    return sc_set_mark (onto, edit->mark_after);

  return NULL;
}

/**
 * sc_rebase_edits:
 * @edits: (element-type ScEdit): edits of another version
 * @onto: the version as others have left it
 *
 * Returns: (transfer full) (element-type ScEdit): edits of @onto that do the
 *   same, as far as it still can be done
 */
GPtrArray *
sc_rebase_edits (GPtrArray       *edits,
                 const ScVersion *onto)
{
  g_autoptr (ScVersion) version = sc_version_ref ((ScVersion *) onto);
  GPtrArray *rebased = sc_edits_new ();

  for (guint i = 0; i < edits->len; i++)
    {
      g_autoptr (GPtrArray) some = rebase_edit (edits->pdata[i], version);
      g_autoptr (ScVersion) next = some != NULL ? sc_version_edit (version, some, NULL) : NULL;

      if (next == NULL)
        continue;

      g_ptr_array_extend_and_steal (rebased, g_steal_pointer (&some));
      sc_version_unref (version);
      version = g_steal_pointer (&next);
    }

  return rebased;
}
