/* SPDX-License-Identifier: GPL-3.0-or-later */

/* What fixes, merges and the canvas are put together from. None of it loses
 * a person's text. */

#include "method/sc-steps-private.h"

#include "method/sc-join-private.h"
#include "method/sc-joined-name.h"
#include "method/sc-lint-private.h"
#include "method/sc-usual.h"

#include <string.h>

/**
 * sc_steps_start:
 * @self: (out caller-allocates): steps
 * @version: the version to begin with, which stays as it is
 */
void
sc_steps_start (ScSteps         *self,
                const ScVersion *version)
{
  self->version = sc_version_ref ((ScVersion *) version);
  self->edits = sc_edits_new ();
}

/**
 * sc_steps_clear:
 * @self: steps that were started
 */
void
sc_steps_clear (ScSteps *self)
{
  g_clear_pointer (&self->version, sc_version_unref);
  g_clear_pointer (&self->edits, g_ptr_array_unref);
}

/**
 * sc_steps_end:
 * @self: steps that were started
 * @version: (out) (optional) (transfer full): the version that they lead to
 *
 * Returns: (transfer full) (element-type ScEdit): the edits
 */
GPtrArray *
sc_steps_end (ScSteps    *self,
              ScVersion **version)
{
  if (version != NULL)
    *version = sc_version_ref (self->version);

  return g_steal_pointer (&self->edits);
}

/**
 * sc_steps_do:
 * @self: steps
 * @edit: (transfer full): an edit made from the version so far
 */
void
sc_steps_do (ScSteps *self,
             ScEdit  *edit)
{
  g_autoptr (GError) error = NULL;

  if (!sc_version_do (&self->version, self->edits, edit, &error))
    g_error ("An edit does not fit the version that it was made from: %s", error->message);
}

/**
 * sc_steps_insert_roles:
 * @self: steps
 * @roles: (element-type ScRole): roles that are new
 */
void
sc_steps_insert_roles (ScSteps   *self,
                       GPtrArray *roles)
{
  for (guint i = 0; i < roles->len; i++)
    sc_steps_do (self, sc_edit_insert_role (roles->pdata[i], self->version->roles->len));
}

/* What has no probability of its own is as likely as the stage in front. */
static void
follow_probability (ScStage         *stage,
                    const ScVersion *version,
                    guint            position)
{
  for (guint i = position; i > 0 && stage->probability < 0; i--)
    stage->probability = sc_version_get_stage (version, i - 1)->probability;
}

/* The stage's refusal says where a deal goes from the place that it gets. */
static void
set_refusal (ScStage         *stage,
             const ScVersion *version,
             guint            position)
{
  g_autoptr (ScVersion) with_stage = sc_version_copy (version);

  g_ptr_array_insert (with_stage->stages, (int) position, sc_stage_ref (stage));
  sc_usual_set_refusal (stage, with_stage, position);
}

/**
 * sc_steps_insert:
 * @self: steps
 * @kinds: what the new stage is to cover
 * @name: (nullable): what to call it, or %NULL for its kinds' name
 * @position: where it goes, from 0
 *
 * Returns: (transfer none): a complete stage, in its place
 */
ScStage *
sc_steps_insert (ScSteps    *self,
                 ScKindSet   kinds,
                 const char *name,
                 guint       position)
{
  g_autoptr (GPtrArray) roles = g_ptr_array_new_with_free_func ((GDestroyNotify) sc_role_unref);
  g_autoptr (ScStage) stage = sc_usual_stage (self->version, kinds, roles);

  if (name != NULL)
    {
      g_autofree char *free_name = sc_version_make_stage_name (self->version, name, NULL);

      g_set_str (&stage->name, free_name);
    }

  position = MIN (position, self->version->stages->len);
  follow_probability (stage, self->version, position);
  set_refusal (stage, self->version, position);
  sc_steps_insert_roles (self, roles);
  sc_steps_do (self, sc_edit_insert_stage (stage, position));

  return stage;
}

/**
 * sc_steps_replace:
 * @self: steps
 * @stage: (transfer full): a changed copy of one of the stages
 */
void
sc_steps_replace (ScSteps *self,
                  ScStage *stage)
{
  g_autoptr (ScStage) owned = stage;
  const ScStage *before = sc_version_find_stage (self->version, stage->id, NULL);

  if (!sc_stage_equal (before, stage))
    sc_steps_do (self, sc_edit_replace_stage (self->version, stage));
}

/**
 * sc_steps_remove:
 * @self: steps
 * @stage_id: a stage
 *
 * Removes the stage. A client mark that a person set after it then stands
 * after the stage in front; where there is none, it follows payment again.
 */
void
sc_steps_remove (ScSteps    *self,
                 const char *stage_id)
{
  guint position;

  sc_version_find_stage (self->version, stage_id, &position);
  if (g_strcmp0 (self->version->mark, stage_id) == 0)
    {
      const char *mark = position > 0 ? sc_version_get_stage (self->version, position - 1)->id : NULL;

      sc_steps_do (self, sc_edit_set_mark (self->version, mark));
    }

  sc_steps_do (self, sc_edit_remove_stage (self->version, stage_id));
}

/**
 * sc_steps_add_kinds:
 * @self: steps
 * @stage_id: a stage
 * @kinds: what it is to cover too
 *
 * Adds kinds to a stage, with what usually has to hold for them, and their tactics.
 */
void
sc_steps_add_kinds (ScSteps    *self,
                    const char *stage_id,
                    ScKindSet   kinds)
{
  ScStage *stage = sc_stage_copy (sc_version_find_stage (self->version, stage_id, NULL));

  stage->kinds |= kinds;
  if (stage->kinds != SC_KIND_BIT (SC_KIND_OTHER))
    stage->kinds &= ~SC_KIND_BIT (SC_KIND_OTHER);
  sc_usual_add_criteria (stage, kinds, &self->version->aspects, self->version->language);
  sc_usual_add_tactics (stage, self->version, kinds);

  sc_steps_replace (self, stage);
}

/**
 * sc_steps_take_kinds:
 * @self: steps
 * @stage_id: a stage
 * @kinds: what it is to cover no longer; one that covered nothing else covers
 *   `other`
 */
void
sc_steps_take_kinds (ScSteps    *self,
                     const char *stage_id,
                     ScKindSet   kinds)
{
  ScStage *stage = sc_stage_copy (sc_version_find_stage (self->version, stage_id, NULL));

  stage->kinds &= ~kinds;
  if (stage->kinds == 0)
    stage->kinds = SC_KIND_BIT (SC_KIND_OTHER);

  sc_steps_replace (self, stage);
}

/* What named a stage, or criteria, that are other ones now names those. */
static void
follow_ids (ScSteps    *self,
            GHashTable *new_ids)
{
  for (guint i = 0; i < self->version->stages->len; i++)
    {
      const ScStage *stage = sc_version_get_stage (self->version, i);

      if (sc_join_is_touched (stage, new_ids))
        sc_steps_replace (self, sc_join_follow (stage, new_ids));
    }
}

/* Who is responsible for the merged stage: as in the first, unless nobody is,
* or it would now be somebody who should not be responsible for onboarding. */
static const char *
choose_responsible (const ScVersion *version,
                    const ScStage   *first,
                    const ScStage   *second)
{
  const ScRole *role = sc_lint_get_responsible (version, first);
  const ScRole *other = sc_lint_get_responsible (version, second);
  gboolean is_sold = sc_kind_set_has (first->kinds | second->kinds, SC_KIND_ONBOARDING) &&
                     sc_aspects_is_paid_after_onboarding (&version->aspects);

  if (role == NULL || (is_sold && role->function != SC_FUNCTION_SALES &&
                       other != NULL && other->function == SC_FUNCTION_SALES))
    return other != NULL ? other->id : NULL;

  return role->id;
}

static void
join_people (ScStage         *stage,
             const ScVersion *version,
             const ScStage   *first,
             const ScStage   *second)
{
  g_autoptr (GPtrArray) ids = g_ptr_array_new_null_terminated (8, NULL, TRUE);

  g_set_str (&stage->responsible, choose_responsible (version, first, second));
  if (sc_lint_get_responsible (version, first) != NULL)
    g_ptr_array_add (ids, first->responsible);
  for (guint i = 0; first->participants[i] != NULL; i++)
    g_ptr_array_add (ids, first->participants[i]);
  if (sc_lint_get_responsible (version, second) != NULL)
    g_ptr_array_add (ids, second->responsible);
  for (guint i = 0; second->participants[i] != NULL; i++)
    g_ptr_array_add (ids, second->participants[i]);
  sc_stage_set_participants (stage, (const char *const *) ids->pdata);
}

static char *
join_names (const ScVersion *version,
            const ScStage   *first,
            const ScStage   *second)
{
  const char *names[] = { first->name, second->name };

  if (sc_lint_is_blank (first->name) && sc_lint_is_blank (second->name))
    return sc_usual_name (first->kinds | second->kinds, &version->aspects, version->language);
  if (sc_lint_is_blank (first->name))
    return g_strdup (second->name);
  if (sc_lint_is_blank (second->name) || sc_name_equal (first->name, second->name))
    return g_strdup (first->name);

  return sc_joined_name (names, G_N_ELEMENTS (names), version->language);
}

/**
 * sc_steps_merge:
 * @self: steps
 * @first_id: a stage, which stays
 * @second_id: another, which goes into it
 * @name: (nullable): what to call the merged stage, or %NULL for “A and b”
 *
 * Merges two stages in the first one's place. Nothing that either says is
 * lost; a client mark that a person set after either stands after both. A
 * refused deal goes where the first that does not lose it sends it, and what went
 * back to either goes back to both.
 */
void
sc_steps_merge (ScSteps    *self,
                const char *first_id,
                const char *second_id,
                const char *name)
{
  g_autoptr (ScStage) first = sc_stage_ref (sc_version_find_stage (self->version, first_id, NULL));
  g_autoptr (ScStage) second = sc_stage_ref (sc_version_find_stage (self->version, second_id, NULL));
  g_autofree char *wanted = name != NULL ? g_strdup (name) : join_names (self->version, first, second);
  g_autoptr (GHashTable) new_ids = NULL;
  ScStage *merged = sc_stage_copy (first);

  if (g_strcmp0 (self->version->mark, second_id) == 0)
    sc_steps_do (self, sc_edit_set_mark (self->version, first_id));
  sc_steps_do (self, sc_edit_remove_stage (self->version, second_id));

  g_free (merged->name);
  merged->name = sc_version_make_stage_name (self->version, wanted, first_id);
  merged->kinds |= second->kinds;
  merged->duration = sc_duration_add (first->duration, second->duration, self->version->calendar);
  if (merged->probability < 0)
    merged->probability = second->probability;
  if (merged->colour == NULL)
    g_set_str (&merged->colour, second->colour);
  new_ids = sc_join_content (merged, second);
  sc_join_refusal (merged, second);
  join_people (merged, self->version, first, second);

  sc_steps_replace (self, merged);
  follow_ids (self, new_ids);
}

/**
 * sc_steps_absorb:
 * @self: steps
 * @stage_id: a stage that is not needed as a step
 * @into_id: the stage that keeps what it says, name and all
 *
 * Removes a stage and puts its text into another one, which covers what it
 * covered before, with the same people and target time, and sends refused deals
 * where it did; what went back to the stage that is gone goes back to that one.
 */
void
sc_steps_absorb (ScSteps    *self,
                 const char *stage_id,
                 const char *into_id)
{
  g_autoptr (ScStage) stage = sc_stage_ref (sc_version_find_stage (self->version, stage_id, NULL));
  ScStage *into = sc_stage_copy (sc_version_find_stage (self->version, into_id, NULL));
  g_autofree char *wanted = join_names (self->version, into, stage);
  g_autoptr (GHashTable) new_ids = NULL;

  sc_steps_remove (self, stage_id);

  g_free (into->name);
  into->name = sc_version_make_stage_name (self->version, wanted, into_id);
  new_ids = sc_join_content (into, stage);

  sc_steps_replace (self, into);
  follow_ids (self, new_ids);
}
