/* SPDX-License-Identifier: GPL-3.0-or-later */

/* What a person does to the scheme of a draft, each as one edit with a name. */

#include "draft/sc-scheme-edits-private.h"

#include <glib/gi18n-lib.h>

#include "method/sc-fix.h"
#include "method/sc-merge.h"
#include "method/sc-stage-edits.h"

static const char *
get_name (const ScStage *stage)
{
  return *stage->name != '\0' ? stage->name : _("unnamed");
}

static ScStage *
find (ScDesign   *design,
      const char *stage_id)
{
  ScVersion *version = sc_design_get_version (design);

  return version != NULL ? sc_version_find_stage (version, stage_id, NULL) : NULL;
}

/* The edits that one takes, as a list of its own. */
GPtrArray *
sc_scheme_only (ScEdit *edit)
{
  GPtrArray *edits = sc_edits_new ();

  g_ptr_array_add (edits, edit);

  return edits;
}

/**
 * sc_scheme_insert:
 * @design: a design
 * @position: where the stage goes
 * @kinds: what it covers; none for an empty stage that a person will fill
 * @stage_id: (out) (optional): the new stage's id
 *
 * Adds a stage. One with kinds comes complete, one without only with a name.
 *
 * Returns: whether it could be done
 */
gboolean
sc_scheme_insert (ScDesign *design,
                  guint     position,
                  ScKindSet kinds,
                  char    **stage_id)
{
  static const ScPhrase new_stage = { { "New stage", "Новый этап" } };
  ScVersion *version = sc_design_get_version (design);
  g_autoptr (GPtrArray) edits = NULL;
  g_autofree char *label = NULL;
  g_autofree char *id = NULL;

  if (version == NULL)
    return FALSE;

  if (kinds != 0)
    {
      edits = sc_insert_stage (version, kinds, NULL, position, &id);
    }
  else
    {
      g_autofree char *name = sc_version_make_stage_name (version, new_stage.text[version->language], NULL);
      g_autoptr (ScStage) stage = sc_stage_new (name, 0);

      id = g_strdup (stage->id);
      edits = sc_scheme_only (sc_edit_insert_stage (stage, MIN (position, version->stages->len)));
    }

  label = g_strdup (C_("undo scheme", "Add a stage"));
  if (!sc_design_edit (design, label, edits))
    return FALSE;
  if (stage_id != NULL)
    *stage_id = g_steal_pointer (&id);

  return TRUE;
}

/**
 * sc_scheme_rename:
 * @design: a design
 * @stage_id: a stage
 * @name: its new name
 *
 * Returns: whether it could be done
 */
gboolean
sc_scheme_rename (ScDesign   *design,
                  const char *stage_id,
                  const char *name)
{
  ScStage *stage = find (design, stage_id);
  g_autoptr (ScStage) renamed = NULL;
  g_autofree char *label = NULL;

  if (stage == NULL)
    return FALSE;

  renamed = sc_stage_copy (stage);
  g_set_str (&renamed->name, name);
  label = g_strdup_printf (C_("undo scheme", "Rename “%1$s” to “%2$s”"), get_name (stage), get_name (renamed));

  return sc_scheme_replace_stage (design, label, renamed);
}

/**
 * sc_scheme_duplicate:
 * @design: a design
 * @stage_id: a stage
 * @copy_id: (out) (optional): the copy's id
 *
 * Returns: whether it could be done
 */
gboolean
sc_scheme_duplicate (ScDesign   *design,
                     const char *stage_id,
                     char      **copy_id)
{
  ScStage *stage = find (design, stage_id);
  g_autoptr (GPtrArray) edits = NULL;
  g_autofree char *label = NULL;
  g_autofree char *id = NULL;

  if (stage == NULL)
    return FALSE;

  label = g_strdup_printf (C_("undo scheme", "Duplicate “%s”"), get_name (stage));
  edits = sc_duplicate_stage (sc_design_get_version (design), stage_id, &id);
  if (!sc_design_edit (design, label, edits))
    return FALSE;
  if (copy_id != NULL)
    *copy_id = g_steal_pointer (&id);

  return TRUE;
}

/**
 * sc_scheme_remove:
 * @design: a design
 * @stage_id: a stage
 *
 * Returns: whether it could be done
 */
gboolean
sc_scheme_remove (ScDesign   *design,
                  const char *stage_id)
{
  ScStage *stage = find (design, stage_id);
  g_autoptr (GPtrArray) edits = NULL;
  g_autofree char *label = NULL;

  if (stage == NULL)
    return FALSE;

  label = g_strdup_printf (C_("undo scheme", "Delete “%s”"), get_name (stage));
  edits = sc_remove_stage (sc_design_get_version (design), stage_id);

  return sc_design_edit (design, label, edits);
}

/**
 * sc_scheme_move:
 * @design: a design
 * @stage_id: a stage
 * @position: where it is to stand in the end
 *
 * Returns: whether it could be done
 */
gboolean
sc_scheme_move (ScDesign   *design,
                const char *stage_id,
                guint       position)
{
  ScStage *stage = find (design, stage_id);
  g_autoptr (GPtrArray) edits = NULL;
  g_autofree char *label = NULL;

  if (stage == NULL || position >= sc_design_get_version (design)->stages->len)
    return FALSE;

  label = g_strdup_printf (C_("undo scheme", "Move “%s”"), get_name (stage));
  edits = sc_move_stage (sc_design_get_version (design), stage_id, position);

  return sc_design_edit (design, label, edits);
}

/**
 * sc_scheme_merge:
 * @design: a design
 * @first_id: a stage
 * @second_id: its neighbour
 *
 * Returns: whether it could be done
 */
gboolean
sc_scheme_merge (ScDesign   *design,
                 const char *first_id,
                 const char *second_id)
{
  ScStage *first = find (design, first_id);
  ScStage *second = find (design, second_id);
  g_autoptr (GPtrArray) edits = NULL;
  g_autofree char *label = NULL;

  if (first == NULL || second == NULL || !sc_can_merge (sc_design_get_version (design), first_id, second_id))
    return FALSE;

  label = g_strdup_printf (C_("undo scheme", "Merge “%1$s” and “%2$s”"), get_name (first), get_name (second));
  edits = sc_merge (sc_design_get_version (design), first_id, second_id);

  return sc_design_edit (design, label, edits);
}

/**
 * sc_scheme_set_mark:
 * @design: a design
 * @stage_id: (nullable): the stage that the client mark is to stand after, or
 *   %NULL to let it follow payment
 *
 * Returns: whether it could be done
 */
gboolean
sc_scheme_set_mark (ScDesign   *design,
                    const char *stage_id)
{
  ScVersion *version = sc_design_get_version (design);
  ScStage *stage = find (design, stage_id);
  g_autoptr (GPtrArray) edits = NULL;
  g_autofree char *label = NULL;

  if (version == NULL || (stage_id != NULL && stage == NULL) || g_strcmp0 (version->mark, stage_id) == 0)
    return FALSE;

  label = stage != NULL ? g_strdup_printf (C_("undo scheme", "Set the client mark after “%s”"), get_name (stage))
                        : g_strdup (C_("undo scheme", "Let the client mark follow payment"));
  edits = sc_set_mark (version, stage_id);

  return sc_design_edit (design, label, edits);
}

/**
 * sc_scheme_replace_stage:
 * @design: a design
 * @name: what was changed, for people
 * @stage: a changed copy of one of its stages
 *
 * Returns: whether anything was changed
 */
gboolean
sc_scheme_replace_stage (ScDesign   *design,
                         const char *name,
                         ScStage    *stage)
{
  g_autoptr (GPtrArray) edits = NULL;

  if (find (design, stage->id) == NULL)
    return FALSE;

  edits = sc_replace_stage (sc_design_get_version (design), stage);

  return sc_design_edit (design, name, edits);
}

/* The version as it was when a stage was still @since. */
static ScVersion *
make_version_since (ScVersion *version,
                    ScStage   *since)
{
  g_autoptr (GPtrArray) edits = NULL;

  if (sc_version_find_stage (version, since->id, NULL) != NULL)
    edits = sc_replace_stage (version, since);
  else
    edits = sc_scheme_only (sc_edit_insert_stage (since, version->stages->len));

  return sc_version_edit (version, edits, NULL);
}

/**
 * sc_scheme_replace_stage_since:
 * @design: a design
 * @name: what was changed, for people
 * @since: the stage as it was when a person began to change it
 * @stage: a changed copy of it
 *
 * Where others have changed the stage meanwhile, nothing of theirs is written
 * over before a person was asked.
 *
 * Returns: whether anything was changed
 */
gboolean
sc_scheme_replace_stage_since (ScDesign   *design,
                               const char *name,
                               ScStage    *since,
                               ScStage    *stage)
{
  ScStage *now = find (design, stage->id);
  g_autoptr (ScVersion) version = NULL;
  g_autoptr (GPtrArray) edits = NULL;

  if (sc_design_get_version (design) == NULL || (now != NULL && sc_stage_equal (now, stage)))
    return FALSE;

  if (now != NULL && sc_stage_equal (now, since))
    return sc_scheme_replace_stage (design, name, stage);

  version = make_version_since (sc_design_get_version (design), since);
  edits = version != NULL ? sc_replace_stage (version, stage) : NULL;
  if (edits == NULL || edits->len == 0)
    return FALSE;

  sc_design_edit_overtaken (design, name, edits);

  return TRUE;
}

/**
 * sc_scheme_rename_since:
 * @design: a design
 * @stage_id: a stage
 * @since: its name when a person began to change it
 * @name: its new name
 *
 * Returns: whether anything was changed
 */
gboolean
sc_scheme_rename_since (ScDesign   *design,
                        const char *stage_id,
                        const char *since,
                        const char *name)
{
  ScStage *stage = find (design, stage_id);
  g_autoptr (ScStage) before = stage != NULL ? sc_stage_copy (stage) : NULL;
  g_autoptr (ScStage) renamed = stage != NULL ? sc_stage_copy (stage) : NULL;
  g_autofree char *label = NULL;

  if (stage == NULL)
    return FALSE;

  g_set_str (&before->name, since);
  g_set_str (&renamed->name, name);
  label = g_strdup_printf (C_("undo scheme", "Rename “%1$s” to “%2$s”"), get_name (before), get_name (renamed));

  return sc_scheme_replace_stage_since (design, label, before, renamed);
}

/**
 * sc_scheme_set_aspects:
 * @design: a design
 * @aspects: the new answers
 *
 * Returns: whether anything was changed
 */
gboolean
sc_scheme_set_aspects (ScDesign        *design,
                       const ScAspects *aspects)
{
  ScVersion *version = sc_design_get_version (design);
  g_autoptr (GPtrArray) edits = NULL;

  if (version == NULL || sc_aspects_equal (&version->aspects, aspects))
    return FALSE;

  edits = sc_set_aspects (version, aspects);

  return sc_design_edit (design, C_("undo scheme", "Change an answer"), edits);
}

/**
 * sc_scheme_set_language:
 * @design: a design
 * @language: the language of its texts from now on
 *
 * Returns: whether anything was changed
 */
gboolean
sc_scheme_set_language (ScDesign  *design,
                        ScLanguage language)
{
  ScVersion *version = sc_design_get_version (design);
  g_autoptr (GPtrArray) edits = NULL;

  if (version == NULL || version->language == language)
    return FALSE;

  edits = sc_scheme_only (sc_edit_set_language (version, language));

  return sc_design_edit (design, C_("undo scheme", "Change the language"), edits);
}

/**
 * sc_scheme_fix_errors:
 * @design: a design
 *
 * Takes the first fix of the first finding that has one until no error is
 * left, as one change.
 *
 * Returns: whether there was anything to do
 */
gboolean
sc_scheme_fix_errors (ScDesign *design)
{
  ScVersion *version = sc_design_get_version (design);
  g_autoptr (GPtrArray) fixes = NULL;
  g_autoptr (GPtrArray) edits = sc_edits_new ();

  if (version == NULL)
    return FALSE;

  fixes = sc_fix_all (version, SC_FIX_ERRORS, NULL);
  for (guint i = 0; i < fixes->len; i++)
    {
      ScFix *fix = fixes->pdata[i];

      g_ptr_array_extend_and_steal (edits, g_steal_pointer (&fix->edits));
    }

  return sc_design_edit (design, C_("undo scheme", "Fix all errors"), edits);
}

/* The role of a version that is the same to a person: by id, else by name. */
static ScRole *
find_same_role (const ScVersion *version,
                const ScRole    *role)
{
  ScRole *same = sc_version_find_role (version, role->id, NULL);

  return same != NULL ? same : sc_version_find_role_by_name (version, role->name);
}

static const char *
translate_role (const ScVersion *version,
                const ScVersion *with,
                const char      *role_id)
{
  ScRole *role = sc_version_find_role (with, role_id, NULL);
  ScRole *same = role != NULL ? find_same_role (version, role) : NULL;

  return same != NULL ? same->id : role_id;
}

static ScStage *
translate_stage (const ScVersion *version,
                 const ScVersion *with,
                 const ScStage   *stage)
{
  ScStage *copy = sc_stage_copy (stage);
  g_autoptr (GStrvBuilder) participants = g_strv_builder_new ();
  g_auto (GStrv) role_ids = NULL;

  g_set_str (&copy->responsible, translate_role (version, with, stage->responsible));
  for (guint i = 0; stage->participants[i] != NULL; i++)
    g_strv_builder_add (participants, translate_role (version, with, stage->participants[i]));
  role_ids = g_strv_builder_end (participants);
  sc_stage_set_participants (copy, (const char *const *) role_ids);

  return copy;
}

/**
 * sc_scheme_fill:
 * @design: a design
 * @name: what is done, for people
 * @with: where roles, stages, answers and language are taken from
 *
 * Adds another version's stages behind those that are there.
 *
 * Returns: whether it could be done
 */
gboolean
sc_scheme_fill (ScDesign   *design,
                const char *name,
                ScVersion  *with)
{
  ScVersion *version = sc_design_get_version (design);
  g_autoptr (GPtrArray) edits = sc_edits_new ();
  guint n_roles;

  if (version == NULL)
    return FALSE;

  n_roles = version->roles->len;
  if (version->stages->len == 0 && version->language != with->language)
    g_ptr_array_add (edits, sc_edit_set_language (version, with->language));
  if (!sc_aspects_equal (&version->aspects, &with->aspects))
    g_ptr_array_add (edits, sc_edit_set_aspects (version, &with->aspects));
  for (guint i = 0; i < with->roles->len; i++)
    if (find_same_role (version, sc_version_get_role (with, i)) == NULL)
      g_ptr_array_add (edits, sc_edit_insert_role (sc_version_get_role (with, i), n_roles++));
  for (guint i = 0; i < with->stages->len; i++)
    {
      g_autoptr (ScStage) stage = translate_stage (version, with, sc_version_get_stage (with, i));

      g_ptr_array_add (edits, sc_edit_insert_stage (stage, version->stages->len + i));
    }

  return sc_design_edit (design, name, edits);
}
