/* SPDX-License-Identifier: GPL-3.0-or-later */

/* Edits are how a version changes, whoever changes it: the canvas, a quick
 * fix, the command line. There are few, they hold whole old and new values,
 * and each knows its inverse; everything larger is a list of them. */

#include "model/sc-edit.h"

#include <glib/gi18n-lib.h>

#include "model/sc-version-check.h"

static ScEdit *
new_edit (ScEditKind kind)
{
  ScEdit *self = g_new0 (ScEdit, 1);

  self->kind = kind;

  return self;
}

/**
 * sc_edit_insert_stage:
 * @stage: a stage that the version does not have yet
 * @position: where it goes, from 0
 *
 * Returns: (transfer full): an edit that inserts the stage
 */
ScEdit *
sc_edit_insert_stage (ScStage *stage,
                      guint    position)
{
  ScEdit *self = new_edit (SC_EDIT_INSERT_STAGE);

  self->stage = sc_stage_ref (stage);
  self->position = position;

  return self;
}

/**
 * sc_edit_remove_stage:
 * @version: the version as it is
 * @stage_id: a stage of it
 *
 * A client mark that a person set after the stage has to be moved before.
 *
 * Returns: (transfer full): an edit that removes the stage
 */
ScEdit *
sc_edit_remove_stage (const ScVersion *version,
                      const char      *stage_id)
{
  ScEdit *self = new_edit (SC_EDIT_REMOVE_STAGE);
  ScStage *stage = sc_version_find_stage (version, stage_id, &self->position);

  g_assert (stage != NULL);
  self->stage = sc_stage_ref (stage);

  return self;
}

/**
 * sc_edit_move_stage:
 * @version: the version as it is
 * @stage_id: a stage of it
 * @position: where it is to stand in the end, from 0
 *
 * Returns: (transfer full): an edit that moves the stage
 */
ScEdit *
sc_edit_move_stage (const ScVersion *version,
                    const char      *stage_id,
                    guint            position)
{
  ScEdit *self = new_edit (SC_EDIT_MOVE_STAGE);
  ScStage *stage = sc_version_find_stage (version, stage_id, &self->position);

  g_assert (stage != NULL);
  self->stage = sc_stage_ref (stage);
  self->to = MIN (position, version->stages->len - 1);

  return self;
}

/**
 * sc_edit_replace_stage:
 * @version: the version as it is
 * @stage: a changed copy of one of its stages, with the same id
 *
 * Returns: (transfer full): an edit that puts @stage in its place
 */
ScEdit *
sc_edit_replace_stage (const ScVersion *version,
                       ScStage         *stage)
{
  ScEdit *self = new_edit (SC_EDIT_REPLACE_STAGE);
  ScStage *before = sc_version_find_stage (version, stage->id, &self->position);

  g_assert (before != NULL);
  self->stage = sc_stage_ref (before);
  self->stage_after = sc_stage_ref (stage);

  return self;
}

/**
 * sc_edit_insert_role:
 * @role: a role that the version does not have yet
 * @position: where it goes, from 0
 *
 * Returns: (transfer full): an edit that inserts the role
 */
ScEdit *
sc_edit_insert_role (ScRole *role,
                     guint   position)
{
  ScEdit *self = new_edit (SC_EDIT_INSERT_ROLE);

  self->role = sc_role_ref (role);
  self->position = position;

  return self;
}

/**
 * sc_edit_remove_role:
 * @version: the version as it is
 * @role_id: a role of it that no stage names any more
 *
 * Returns: (transfer full): an edit that removes the role
 */
ScEdit *
sc_edit_remove_role (const ScVersion *version,
                     const char      *role_id)
{
  ScEdit *self = new_edit (SC_EDIT_REMOVE_ROLE);
  ScRole *role = sc_version_find_role (version, role_id, &self->position);

  g_assert (role != NULL);
  self->role = sc_role_ref (role);

  return self;
}

/**
 * sc_edit_replace_role:
 * @version: the version as it is
 * @role: a changed copy of one of its roles, with the same id
 *
 * Returns: (transfer full): an edit that puts @role in its place
 */
ScEdit *
sc_edit_replace_role (const ScVersion *version,
                      ScRole          *role)
{
  ScEdit *self = new_edit (SC_EDIT_REPLACE_ROLE);
  ScRole *before = sc_version_find_role (version, role->id, &self->position);

  g_assert (before != NULL);
  self->role = sc_role_ref (before);
  self->role_after = sc_role_ref (role);

  return self;
}

/**
 * sc_edit_set_aspects:
 * @version: the version as it is
 * @aspects: the new answers
 *
 * Returns: (transfer full): an edit that changes the answers
 */
ScEdit *
sc_edit_set_aspects (const ScVersion *version,
                     const ScAspects *aspects)
{
  ScEdit *self = new_edit (SC_EDIT_SET_ASPECTS);

  self->aspects = version->aspects;
  self->aspects_after = *aspects;

  return self;
}

/**
 * sc_edit_set_language:
 * @version: the version as it is
 * @language: the language of its texts from now on
 *
 * Returns: (transfer full): an edit that changes the language; texts that
 *   are there stay as they are
 */
ScEdit *
sc_edit_set_language (const ScVersion *version,
                      ScLanguage       language)
{
  ScEdit *self = new_edit (SC_EDIT_SET_LANGUAGE);

  self->language = version->language;
  self->language_after = language;

  return self;
}

/**
 * sc_edit_set_mark:
 * @version: the version as it is
 * @stage_id: (nullable): the stage that the client mark is to stand after,
 *   or %NULL to let it follow payment
 *
 * Returns: (transfer full): an edit that sets the client mark
 */
ScEdit *
sc_edit_set_mark (const ScVersion *version,
                  const char      *stage_id)
{
  ScEdit *self = new_edit (SC_EDIT_SET_MARK);

  self->mark = g_strdup (version->mark);
  self->mark_after = g_strdup (stage_id);

  return self;
}

static ScEditKind
invert_kind (ScEditKind kind)
{
  switch (kind)
    {
    case SC_EDIT_INSERT_STAGE:
      return SC_EDIT_REMOVE_STAGE;
    case SC_EDIT_REMOVE_STAGE:
      return SC_EDIT_INSERT_STAGE;
    case SC_EDIT_INSERT_ROLE:
      return SC_EDIT_REMOVE_ROLE;
    case SC_EDIT_REMOVE_ROLE:
      return SC_EDIT_INSERT_ROLE;
    case SC_EDIT_MOVE_STAGE:
    case SC_EDIT_REPLACE_STAGE:
    case SC_EDIT_REPLACE_ROLE:
    case SC_EDIT_SET_ASPECTS:
    case SC_EDIT_SET_LANGUAGE:
    case SC_EDIT_SET_MARK:
    default:
      return kind;
    }
}

/**
 * sc_edit_invert:
 * @self: an edit
 *
 * Returns: (transfer full): the edit that takes @self back
 */
ScEdit *
sc_edit_invert (const ScEdit *self)
{
  ScEdit *inverse = new_edit (invert_kind (self->kind));
  gboolean is_replacement = self->kind == SC_EDIT_REPLACE_STAGE || self->kind == SC_EDIT_REPLACE_ROLE;
  gboolean is_move = self->kind == SC_EDIT_MOVE_STAGE;
  ScStage *stage = is_replacement ? self->stage_after : self->stage;
  ScStage *stage_after = is_replacement ? self->stage : NULL;
  ScRole *role = is_replacement ? self->role_after : self->role;
  ScRole *role_after = is_replacement ? self->role : NULL;

  inverse->position = is_move ? self->to : self->position;
  inverse->to = is_move ? self->position : self->to;
  inverse->stage = stage != NULL ? sc_stage_ref (stage) : NULL;
  inverse->stage_after = stage_after != NULL ? sc_stage_ref (stage_after) : NULL;
  inverse->role = role != NULL ? sc_role_ref (role) : NULL;
  inverse->role_after = role_after != NULL ? sc_role_ref (role_after) : NULL;
  inverse->aspects = self->aspects_after;
  inverse->aspects_after = self->aspects;
  inverse->language = self->language_after;
  inverse->language_after = self->language;
  inverse->mark = g_strdup (self->mark_after);
  inverse->mark_after = g_strdup (self->mark);

  return inverse;
}

/**
 * sc_edit_free:
 * @self: (transfer full): an edit
 */
void
sc_edit_free (ScEdit *self)
{
  g_clear_pointer (&self->stage, sc_stage_unref);
  g_clear_pointer (&self->stage_after, sc_stage_unref);
  g_clear_pointer (&self->role, sc_role_unref);
  g_clear_pointer (&self->role_after, sc_role_unref);
  g_free (self->mark);
  g_free (self->mark_after);
  g_free (self);
}

/**
 * sc_edits_new:
 *
 * Returns: (transfer full) (element-type ScEdit): an empty list of edits
 *   that owns what is added to it
 */
GPtrArray *
sc_edits_new (void)
{
  return g_ptr_array_new_with_free_func ((GDestroyNotify) sc_edit_free);
}

/**
 * sc_edits_invert:
 * @edits: (element-type ScEdit): edits
 *
 * Returns: (transfer full) (element-type ScEdit): the edits that take them
 *   back, last first
 */
GPtrArray *
sc_edits_invert (GPtrArray *edits)
{
  GPtrArray *inverse = sc_edits_new ();

  for (guint i = edits->len; i > 0; i--)
    g_ptr_array_add (inverse, sc_edit_invert (edits->pdata[i - 1]));

  return inverse;
}

static gboolean
refuse (const char *name,
        GError    **error)
{
  g_set_error (error, SC_MODEL_ERROR, SC_MODEL_ERROR_CONFLICT,
               _("“%s” was changed elsewhere in the meantime. Look at it again and repeat the change."), name);

  return FALSE;
}

static gboolean
has_stage_at (const ScVersion *version,
              guint            position,
              const ScStage   *stage)
{
  return position < version->stages->len && sc_stage_equal (sc_version_get_stage (version, position), stage);
}

static gboolean
has_role_at (const ScVersion *version,
             guint            position,
             const ScRole    *role)
{
  return position < version->roles->len && sc_role_equal (sc_version_get_role (version, position), role);
}

static gboolean
is_role_used (const ScVersion *version,
              const char      *role_id)
{
  for (guint i = 0; i < version->stages->len; i++)
    if (sc_stage_involves (sc_version_get_stage (version, i), role_id))
      return TRUE;

  return FALSE;
}

static gboolean
edit_stage (ScVersion    *version,
            const ScEdit *edit,
            GError      **error)
{
  if (edit->kind == SC_EDIT_INSERT_STAGE)
    {
      if (edit->position > version->stages->len || sc_version_find_stage (version, edit->stage->id, NULL) != NULL)
        return refuse (edit->stage->name, error);

      g_ptr_array_insert (version->stages, (int) edit->position, sc_stage_ref (edit->stage));
      return TRUE;
    }

  if (!has_stage_at (version, edit->position, edit->stage))
    return refuse (edit->stage->name, error);

  if (edit->kind == SC_EDIT_REMOVE_STAGE)
    {
      if (g_strcmp0 (version->mark, edit->stage->id) == 0)
        return refuse (edit->stage->name, error);
      g_ptr_array_remove_index (version->stages, edit->position);
    }
  else if (edit->kind == SC_EDIT_MOVE_STAGE)
    {
      if (edit->to >= version->stages->len)
        return refuse (edit->stage->name, error);
      g_ptr_array_insert (version->stages, (int) edit->to,
                          g_ptr_array_steal_index (version->stages, edit->position));
    }
  else
    {
      if (g_strcmp0 (edit->stage->id, edit->stage_after->id) != 0)
        return refuse (edit->stage->name, error);
      sc_stage_unref (version->stages->pdata[edit->position]);
      version->stages->pdata[edit->position] = sc_stage_ref (edit->stage_after);
    }

  return TRUE;
}

static gboolean
edit_role (ScVersion    *version,
           const ScEdit *edit,
           GError      **error)
{
  if (edit->kind == SC_EDIT_INSERT_ROLE)
    {
      if (edit->position > version->roles->len || sc_version_find_role (version, edit->role->id, NULL) != NULL)
        return refuse (edit->role->name, error);

      g_ptr_array_insert (version->roles, (int) edit->position, sc_role_ref (edit->role));
      return TRUE;
    }

  if (!has_role_at (version, edit->position, edit->role))
    return refuse (edit->role->name, error);

  if (edit->kind == SC_EDIT_REMOVE_ROLE)
    {
      if (is_role_used (version, edit->role->id))
        {
          g_set_error (error, SC_MODEL_ERROR, SC_MODEL_ERROR_INVALID,
                       _("The role “%s” still has a part in a stage. Take it off there first."), edit->role->name);
          return FALSE;
        }
      g_ptr_array_remove_index (version->roles, edit->position);
    }
  else
    {
      if (g_strcmp0 (edit->role->id, edit->role_after->id) != 0)
        return refuse (edit->role->name, error);
      sc_role_unref (version->roles->pdata[edit->position]);
      version->roles->pdata[edit->position] = sc_role_ref (edit->role_after);
    }

  return TRUE;
}

static gboolean
edit_settings (ScVersion    *version,
               const ScEdit *edit,
               GError      **error)
{
  if (edit->kind == SC_EDIT_SET_ASPECTS)
    {
      if (!sc_aspects_equal (&version->aspects, &edit->aspects))
        return refuse (_("The answers to the questions"), error);
      version->aspects = edit->aspects_after;
    }
  else if (edit->kind == SC_EDIT_SET_LANGUAGE)
    {
      if (version->language != edit->language)
        return refuse (_("The language"), error);
      version->language = edit->language_after;
    }
  else
    {
      if (g_strcmp0 (version->mark, edit->mark) != 0 ||
          (edit->mark_after != NULL && sc_version_find_stage (version, edit->mark_after, NULL) == NULL))
        return refuse (_("The client mark"), error);
      g_set_str (&version->mark, edit->mark_after);
    }

  return TRUE;
}

static gboolean
edit_version (ScVersion    *version,
              const ScEdit *edit,
              GError      **error)
{
  switch (edit->kind)
    {
    case SC_EDIT_INSERT_STAGE:
    case SC_EDIT_REMOVE_STAGE:
    case SC_EDIT_MOVE_STAGE:
    case SC_EDIT_REPLACE_STAGE:
      return edit_stage (version, edit, error);

    case SC_EDIT_INSERT_ROLE:
    case SC_EDIT_REMOVE_ROLE:
    case SC_EDIT_REPLACE_ROLE:
      return edit_role (version, edit, error);

    case SC_EDIT_SET_ASPECTS:
    case SC_EDIT_SET_LANGUAGE:
    case SC_EDIT_SET_MARK:
      return edit_settings (version, edit, error);

    default:
      g_return_val_if_reached (FALSE);
    }
}

/* On the way there a stage may name what comes only with a later edit. */
static gboolean
check_edited (const ScVersion *edited,
              GPtrArray       *edits,
              GError         **error)
{
  g_autoptr (GHashTable) stage_ids = g_hash_table_new (g_str_hash, g_str_equal);

  for (guint i = 0; i < edits->len; i++)
    {
      const ScEdit *edit = edits->pdata[i];

      if (edit->kind == SC_EDIT_INSERT_STAGE || edit->kind == SC_EDIT_REPLACE_STAGE)
        g_hash_table_add (stage_ids, edit->stage->id);
    }

  return g_hash_table_size (stage_ids) == 0 || sc_version_check (edited, stage_ids, error);
}

/**
 * sc_version_edit:
 * @version: a version, which stays as it is
 * @edits: (element-type ScEdit): what to change, in order
 * @error: %SC_MODEL_ERROR_CONFLICT where @version is not as an edit
 *   remembers it, or has not what a changed stage names,
 *   %SC_MODEL_ERROR_INVALID where the edit makes no sense
 *
 * Returns: (transfer full): the changed version
 */
ScVersion *
sc_version_edit (const ScVersion *version,
                 GPtrArray       *edits,
                 GError         **error)
{
  g_autoptr (ScVersion) edited = sc_version_copy (version);

  for (guint i = 0; i < edits->len; i++)
    if (!edit_version (edited, edits->pdata[i], error))
      return NULL;

  return check_edited (edited, edits, error) ? g_steal_pointer (&edited) : NULL;
}

/**
 * sc_version_do:
 * @version: (inout): the version so far; becomes the changed one
 * @edits: (element-type ScEdit): the edits so far
 * @edit: (transfer full): one more
 * @error: as of sc_version_edit()
 *
 * Builds a list of edits step by step, each made from the version that the
 * ones before it lead to.
 *
 * Returns: whether @edit could be made; if not, nothing has changed
 */
gboolean
sc_version_do (ScVersion **version,
               GPtrArray  *edits,
               ScEdit     *edit,
               GError    **error)
{
  g_autoptr (ScEdit) owned = edit;
  g_autoptr (ScVersion) edited = sc_version_copy (*version);

  if (!edit_version (edited, edit, error))
    return FALSE;

  sc_version_unref (*version);
  *version = g_steal_pointer (&edited);
  g_ptr_array_add (edits, g_steal_pointer (&owned));

  return TRUE;
}
