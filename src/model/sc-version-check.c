/* SPDX-License-Identifier: GPL-3.0-or-later */

/* Whether what a version's stages name is its own: roles that it has, exit
 * criteria and tactics that no other stage has. */

#include "model/sc-version-check.h"

#include <glib/gi18n-lib.h>

#include "model/sc-model-error.h"

static gboolean
has_roles (const ScStage *stage,
           GHashTable    *role_ids,
           GError       **error)
{
  gboolean is_ok = stage->responsible == NULL || g_hash_table_contains (role_ids, stage->responsible);

  for (guint i = 0; is_ok && stage->participants[i] != NULL; i++)
    is_ok = g_hash_table_contains (role_ids, stage->participants[i]);

  if (!is_ok)
    g_set_error (error, SC_MODEL_ERROR, SC_MODEL_ERROR_CONFLICT,
                 _("“%s” names a role that the scheme does not have any more. Look at who does it, then repeat the change."),
                 stage->name);

  return is_ok;
}

static gboolean
is_looked_at (GHashTable    *stage_ids,
              const ScStage *stage)
{
  return stage_ids == NULL || g_hash_table_contains (stage_ids, stage->id);
}

/* @owners has the stage of each id so far. */
static const ScStage *
find_other_owner (ScStage    *stage,
                  const char *id,
                  GHashTable *owners,
                  GHashTable *stage_ids)
{
  const ScStage *owner = g_hash_table_lookup (owners, id);

  if (owner != NULL && (is_looked_at (stage_ids, owner) || is_looked_at (stage_ids, stage)))
    return owner;

  g_hash_table_insert (owners, (gpointer) id, stage);

  return NULL;
}

static gboolean
has_criteria_of_its_own (ScStage    *stage,
                         GHashTable *owners,
                         GHashTable *stage_ids,
                         GError    **error)
{
  for (guint i = 0; i < stage->criteria->len; i++)
    {
      const ScCriterion *criterion = stage->criteria->pdata[i];
      const ScStage *owner = find_other_owner (stage, criterion->id, owners, stage_ids);

      if (owner == NULL)
        continue;

      g_set_error (error, SC_MODEL_ERROR, SC_MODEL_ERROR_CONFLICT,
                   _("An exit criterion of “%1$s” is one of “%2$s” as well. Look at both, then repeat the change."),
                   stage->name, owner->name);
      return FALSE;
    }

  return TRUE;
}

static gboolean
has_tactics_of_its_own (ScStage    *stage,
                        GHashTable *owners,
                        GHashTable *stage_ids,
                        GError    **error)
{
  for (guint i = 0; i < stage->tactics->len; i++)
    {
      const ScTactic *tactic = stage->tactics->pdata[i];
      const ScStage *owner = find_other_owner (stage, tactic->id, owners, stage_ids);

      if (owner == NULL)
        continue;

      g_set_error (error, SC_MODEL_ERROR, SC_MODEL_ERROR_CONFLICT,
                   _("A tactic of “%1$s” is one of “%2$s” as well. Look at both, then repeat the change."),
                   stage->name, owner->name);
      return FALSE;
    }

  return TRUE;
}

/**
 * sc_version_check:
 * @self: a version
 * @stage_ids: (nullable) (element-type utf8): which stages to look at, %NULL
 *   for all
 * @error: %SC_MODEL_ERROR_CONFLICT where a stage names what the version does
 *   not have, or what is another stage's
 *
 * Returns: whether all that they name is the version's own
 */
gboolean
sc_version_check (const ScVersion *self,
                  GHashTable      *stage_ids,
                  GError         **error)
{
  g_autoptr (GHashTable) role_ids = g_hash_table_new (g_str_hash, g_str_equal);
  g_autoptr (GHashTable) owners = g_hash_table_new (g_str_hash, g_str_equal);

  for (guint i = 0; i < self->roles->len; i++)
    g_hash_table_add (role_ids, sc_version_get_role (self, i)->id);

  for (guint i = 0; i < self->stages->len; i++)
    {
      ScStage *stage = sc_version_get_stage (self, i);

      if ((is_looked_at (stage_ids, stage) && !has_roles (stage, role_ids, error)) ||
          !has_criteria_of_its_own (stage, owners, stage_ids, error) ||
          !has_tactics_of_its_own (stage, owners, stage_ids, error))
        return FALSE;
    }

  return TRUE;
}
