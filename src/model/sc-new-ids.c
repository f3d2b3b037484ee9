/* SPDX-License-Identifier: GPL-3.0-or-later */

/* Where things of a scheme get other ids, because they are copied, come in from a file or
 * become one with others, all that names them by id follows: who does a stage, the client
 * mark, where a refused deal goes, and `{answer:ID}` in the texts of tactics. */

#include "model/sc-new-ids.h"

#include "model/sc-tactic-fill.h"

static char *
rename_cb (const char *id,
           gpointer    data)
{
  const char *new_id = g_hash_table_lookup (data, id);

  return g_strdup (new_id != NULL ? new_id : id);
}

/**
 * sc_new_ids_follow_answers:
 * @new_ids: (element-type utf8 utf8): new ids by what they were
 * @text: a tactic's text
 *
 * Returns: (transfer full): the text, with `{answer:ID}` naming the new ids
 */
char *
sc_new_ids_follow_answers (GHashTable *new_ids,
                           const char *text)
{
  return sc_tactic_rename_answers (text, rename_cb, new_ids);
}

static gboolean
follow (GHashTable *new_ids,
        char      **id)
{
  const char *new_id = *id != NULL ? g_hash_table_lookup (new_ids, *id) : NULL;

  return new_id != NULL && g_set_str (id, new_id);
}

static void
apply_to_criterion (GHashTable  *new_ids,
                    ScCriterion *criterion)
{
  /* Deals have told nothing for another one. */
  if (!follow (new_ids, &criterion->id))
    return;

  g_strfreev (criterion->was);
  criterion->was = g_new0 (char *, 1);
}

static void
apply_to_tactic (GHashTable *new_ids,
                 ScTactic   *tactic)
{
  g_autofree char *text = sc_new_ids_follow_answers (new_ids, tactic->text);

  follow (new_ids, &tactic->id);
  g_set_str (&tactic->text, text);
}

/**
 * sc_new_ids_apply_to_stage:
 * @new_ids: (element-type utf8 utf8): new ids by what they were
 * @stage: a stage that is not shared yet
 *
 * Gives the stage, its criteria and its tactics the ids that are new for them, and lets
 * what the stage names by an id name the new one.
 */
void
sc_new_ids_apply_to_stage (GHashTable *new_ids,
                           ScStage    *stage)
{
  follow (new_ids, &stage->id);
  follow (new_ids, &stage->refusal.stage_id);
  follow (new_ids, &stage->responsible);
  for (guint i = 0; stage->participants[i] != NULL; i++)
    follow (new_ids, &stage->participants[i]);
  for (guint i = 0; i < stage->criteria->len; i++)
    apply_to_criterion (new_ids, stage->criteria->pdata[i]);
  for (guint i = 0; i < stage->tactics->len; i++)
    apply_to_tactic (new_ids, stage->tactics->pdata[i]);
}

/**
 * sc_new_ids_apply:
 * @new_ids: (element-type utf8 utf8): new ids by what they were
 * @version: a version that is not shared yet, nor are its roles and stages
 *
 * Gives what the version consists of the ids that are new for it.
 */
void
sc_new_ids_apply (GHashTable *new_ids,
                  ScVersion  *version)
{
  follow (new_ids, &version->mark);
  for (guint i = 0; i < version->roles->len; i++)
    follow (new_ids, &sc_version_get_role (version, i)->id);
  for (guint i = 0; i < version->stages->len; i++)
    sc_new_ids_apply_to_stage (new_ids, sc_version_get_stage (version, i));
}

/**
 * sc_new_ids_apply_to_words:
 * @new_ids: (element-type utf8 utf8): new ids by what they were
 * @words: (element-type ScOwnWord): own words that are not shared yet
 *
 * Lets the places of the words name the new ids.
 */
void
sc_new_ids_apply_to_words (GHashTable *new_ids,
                           GPtrArray  *words)
{
  for (guint i = 0; i < words->len; i++)
    {
      ScOwnWord *word = words->pdata[i];
      g_autofree char *stage_id = NULL;
      g_autofree char *place = NULL;

      sc_place_parse (word->place, NULL, &stage_id, NULL);
      if (!follow (new_ids, &stage_id))
        continue;

      place = sc_place_rename (word->place, stage_id);
      g_set_str (&word->place, place);
    }
}

/**
 * sc_new_ids_make:
 * @ids: (element-type utf8): a set of ids
 *
 * Returns: (transfer full) (element-type utf8 utf8): a new UUID for each of them
 */
GHashTable *
sc_new_ids_make (GHashTable *ids)
{
  GHashTable *new_ids = g_hash_table_new_full (g_str_hash, g_str_equal, g_free, g_free);
  GHashTableIter iter;
  gpointer id;

  g_hash_table_iter_init (&iter, ids);
  while (g_hash_table_iter_next (&iter, &id, NULL))
    g_hash_table_insert (new_ids, g_strdup (id), g_uuid_string_random ());

  return new_ids;
}

static GHashTable *
new_set (void)
{
  return g_hash_table_new_full (g_str_hash, g_str_equal, g_free, NULL);
}

static void
add_ids (GHashTable    *ids,
         const ScStage *stage)
{
  g_hash_table_add (ids, g_strdup (stage->id));
  for (guint i = 0; i < stage->criteria->len; i++)
    g_hash_table_add (ids, g_strdup (((ScCriterion *) stage->criteria->pdata[i])->id));
  for (guint i = 0; i < stage->tactics->len; i++)
    g_hash_table_add (ids, g_strdup (((ScTactic *) stage->tactics->pdata[i])->id));
}

/**
 * sc_version_list_ids:
 * @self: a version
 *
 * Returns: (transfer full) (element-type utf8): the set of the ids of its roles, stages,
 *   exit criteria and tactics
 */
GHashTable *
sc_version_list_ids (const ScVersion *self)
{
  GHashTable *ids = new_set ();

  for (guint i = 0; i < self->roles->len; i++)
    g_hash_table_add (ids, g_strdup (sc_version_get_role (self, i)->id));
  for (guint i = 0; i < self->stages->len; i++)
    add_ids (ids, sc_version_get_stage (self, i));

  return ids;
}

/**
 * sc_stage_duplicate:
 * @self: a stage
 * @name: what the new one is called
 *
 * Returns: (transfer full): another stage that says the same as @self, with
 *   ids of its own
 */
ScStage *
sc_stage_duplicate (const ScStage *self,
                    const char    *name)
{
  g_autoptr (GHashTable) ids = new_set ();
  g_autoptr (GHashTable) new_ids = NULL;
  ScStage *copy = sc_stage_copy (self);

  add_ids (ids, self);
  new_ids = sc_new_ids_make (ids);
  sc_new_ids_apply_to_stage (new_ids, copy);
  g_set_str (&copy->name, name);

  return copy;
}

/**
 * sc_version_duplicate:
 * @self: a version
 *
 * Returns: (transfer full): a first draft that says the same as @self, with ids of its
 *   own: what they stand for belongs to one process
 */
ScVersion *
sc_version_duplicate (const ScVersion *self)
{
  g_autoptr (GHashTable) ids = sc_version_list_ids (self);
  g_autoptr (GHashTable) new_ids = sc_new_ids_make (ids);
  ScVersion *copy = sc_version_copy (self);

  g_free (copy->id);
  copy->id = g_uuid_string_random ();
  copy->number = 1;
  copy->status = SC_VERSION_DRAFT;
  for (guint i = 0; i < self->roles->len; i++)
    {
      sc_role_unref (copy->roles->pdata[i]);
      copy->roles->pdata[i] = sc_role_copy (sc_version_get_role (self, i));
    }
  for (guint i = 0; i < self->stages->len; i++)
    {
      sc_stage_unref (copy->stages->pdata[i]);
      copy->stages->pdata[i] = sc_stage_copy (sc_version_get_stage (self, i));
    }
  sc_new_ids_apply (new_ids, copy);

  return copy;
}
