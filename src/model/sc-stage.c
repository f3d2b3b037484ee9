/* SPDX-License-Identifier: GPL-3.0-or-later */

/* A stage of a version, with its exit criteria and tactics. */

#include "model/sc-stage.h"

/**
 * sc_stage_new:
 * @name: what people call the stage
 * @kinds: what it covers; none is the same as `other`
 *
 * Returns: (transfer full): a stage with an id of its own and nothing else
 */
ScStage *
sc_stage_new (const char *name,
              ScKindSet   kinds)
{
  ScStage *self = g_atomic_rc_box_new0 (ScStage);

  self->id = g_uuid_string_random ();
  self->name = g_strdup (name);
  self->kinds = kinds != 0 ? kinds : SC_KIND_BIT (SC_KIND_OTHER);
  self->goal = g_strdup ("");
  self->entry = g_strdup ("");
  self->actions = g_new0 (char *, 1);
  self->criteria = g_ptr_array_new_with_free_func ((GDestroyNotify) sc_criterion_free);
  self->participants = g_new0 (char *, 1);
  self->probability = SC_PROBABILITY_UNSET;
  self->documents = g_new0 (char *, 1);
  self->tactics = g_ptr_array_new_with_free_func ((GDestroyNotify) sc_tactic_free);

  return self;
}

static gpointer
copy_criterion (gconstpointer item,
                gpointer      user_data)
{
  return sc_criterion_copy (item);
}

static gpointer
copy_tactic (gconstpointer item,
             gpointer      user_data)
{
  return sc_tactic_copy (item);
}

/**
 * sc_stage_copy:
 * @self: a stage
 *
 * Returns: (transfer full): the same stage, with the same ids, free to be
 *   changed until it is shared
 */
ScStage *
sc_stage_copy (const ScStage *self)
{
  ScStage *copy = g_atomic_rc_box_dup (sizeof *self, (ScStage *) self);

  copy->id = g_strdup (self->id);
  copy->name = g_strdup (self->name);
  copy->goal = g_strdup (self->goal);
  copy->entry = g_strdup (self->entry);
  copy->actions = g_strdupv (self->actions);
  copy->criteria = g_ptr_array_copy (self->criteria, copy_criterion, NULL);
  g_ptr_array_set_free_func (copy->criteria, (GDestroyNotify) sc_criterion_free);
  copy->responsible = g_strdup (self->responsible);
  copy->participants = g_strdupv (self->participants);
  copy->colour = g_strdup (self->colour);
  copy->documents = g_strdupv (self->documents);
  copy->tactics = g_ptr_array_copy (self->tactics, copy_tactic, NULL);
  g_ptr_array_set_free_func (copy->tactics, (GDestroyNotify) sc_tactic_free);
  copy->refusal.stage_id = g_strdup (self->refusal.stage_id);

  return copy;
}

/**
 * sc_stage_ref:
 * @self: a stage
 *
 * Returns: (transfer full): @self
 */
ScStage *
sc_stage_ref (ScStage *self)
{
  return g_atomic_rc_box_acquire (self);
}

static void
clear (gpointer data)
{
  ScStage *self = data;

  g_free (self->id);
  g_free (self->name);
  g_free (self->goal);
  g_free (self->entry);
  g_strfreev (self->actions);
  g_ptr_array_unref (self->criteria);
  g_free (self->responsible);
  g_strfreev (self->participants);
  g_free (self->colour);
  g_strfreev (self->documents);
  g_ptr_array_unref (self->tactics);
  g_free (self->refusal.stage_id);
}

/**
 * sc_stage_unref:
 * @self: (transfer full): a stage
 */
void
sc_stage_unref (ScStage *self)
{
  g_atomic_rc_box_release_full (self, clear);
}

static gboolean
criterion_equal (gconstpointer a,
                 gconstpointer b)
{
  return sc_criterion_equal (a, b);
}

static gboolean
tactic_equal (gconstpointer a,
              gconstpointer b)
{
  return sc_tactic_equal (a, b);
}

static gboolean
array_equal (const GPtrArray *a,
             const GPtrArray *b,
             GEqualFunc       equal)
{
  if (a->len != b->len)
    return FALSE;

  for (guint i = 0; i < a->len; i++)
    if (!equal (a->pdata[i], b->pdata[i]))
      return FALSE;

  return TRUE;
}

/**
 * sc_stage_has_criteria_of:
 * @self: a stage
 * @other: another
 *
 * Returns: whether the same has to hold before a deal leaves them
 */
gboolean
sc_stage_has_criteria_of (const ScStage *self,
                          const ScStage *other)
{
  return array_equal (self->criteria, other->criteria, criterion_equal);
}

/**
 * sc_stage_equal:
 * @a: a stage
 * @b: a stage
 *
 * Returns: whether they are the same in every field, ids among them
 */
gboolean
sc_stage_equal (const ScStage *a,
                const ScStage *b)
{
  return a == b ||
         (g_str_equal (a->id, b->id) &&
          g_str_equal (a->name, b->name) &&
          a->kinds == b->kinds &&
          g_str_equal (a->goal, b->goal) &&
          g_str_equal (a->entry, b->entry) &&
          g_strv_equal ((const char *const *) a->actions, (const char *const *) b->actions) &&
          sc_stage_has_criteria_of (a, b) &&
          g_strcmp0 (a->responsible, b->responsible) == 0 &&
          g_strv_equal ((const char *const *) a->participants, (const char *const *) b->participants) &&
          sc_duration_equal (a->duration, b->duration) &&
          a->probability == b->probability &&
          g_strcmp0 (a->colour, b->colour) == 0 &&
          g_strv_equal ((const char *const *) a->documents, (const char *const *) b->documents) &&
          array_equal (a->tactics, b->tactics, tactic_equal) &&
          sc_refusal_equal (&a->refusal, &b->refusal));
}

/**
 * sc_stage_add_criterion:
 * @self: a stage that is not shared yet
 * @text: what has to hold
 *
 * Returns: (transfer none): the new last exit criterion
 */
ScCriterion *
sc_stage_add_criterion (ScStage    *self,
                        const char *text)
{
  ScCriterion *criterion = sc_criterion_new (NULL, text);

  g_ptr_array_add (self->criteria, criterion);

  return criterion;
}

/**
 * sc_stage_add_tactic:
 * @self: a stage that is not shared yet
 * @title: what it is for
 * @text: the text a rep works with
 *
 * Returns: (transfer none): the new last tactic
 */
ScTactic *
sc_stage_add_tactic (ScStage    *self,
                     const char *title,
                     const char *text)
{
  ScTactic *tactic = sc_tactic_new (title, text);

  g_ptr_array_add (self->tactics, tactic);

  return tactic;
}

/**
 * sc_stage_set_participants:
 * @self: a stage that is not shared yet
 * @role_ids: the roles that take part; each counts once, and the responsible
 *   one is left out
 */
void
sc_stage_set_participants (ScStage           *self,
                           const char *const *role_ids)
{
  g_autoptr (GStrvBuilder) builder = g_strv_builder_new ();
  g_autoptr (GHashTable) known = g_hash_table_new (g_str_hash, g_str_equal);

  if (self->responsible != NULL)
    g_hash_table_add (known, self->responsible);
  for (guint i = 0; role_ids[i] != NULL; i++)
    if (g_hash_table_add (known, (gpointer) role_ids[i]))
      g_strv_builder_add (builder, role_ids[i]);

  g_strfreev (self->participants);
  self->participants = g_strv_builder_end (builder);
}

/**
 * sc_stage_has_participant:
 * @self: a stage
 * @role_id: a role's id
 *
 * Returns: whether the role takes part, without being responsible
 */
gboolean
sc_stage_has_participant (const ScStage *self,
                          const char    *role_id)
{
  return g_strv_contains ((const char *const *) self->participants, role_id);
}

/**
 * sc_stage_involves:
 * @self: a stage
 * @role_id: a role's id
 *
 * Returns: whether the role is responsible or takes part
 */
gboolean
sc_stage_involves (const ScStage *self,
                   const char    *role_id)
{
  return g_strcmp0 (self->responsible, role_id) == 0 || sc_stage_has_participant (self, role_id);
}

/**
 * sc_stage_has_text:
 * @self: a stage
 *
 * Returns: whether a person's text other than the name would be lost with it
 */
gboolean
sc_stage_has_text (const ScStage *self)
{
  return self->goal[0] != '\0' || self->entry[0] != '\0' || self->actions[0] != NULL ||
         self->criteria->len > 0 || self->documents[0] != NULL || self->tactics->len > 0;
}
