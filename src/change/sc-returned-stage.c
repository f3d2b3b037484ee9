/* SPDX-License-Identifier: GPL-3.0-or-later */

/* Which stage a person is led to who has taken a change of a design back. */

#include "change/sc-returned-stage-private.h"

#include <string.h>

static gboolean
is_at (const ScVersion *version,
       guint            position,
       const char      *stage_id)
{
  return position < version->stages->len && g_str_equal (sc_version_get_stage (version, position)->id, stage_id);
}

/* One that was not there. */
static const ScStage *
find_new (const ScVersion *before,
          const ScVersion *after)
{
  g_autoptr (GHashTable) known = g_hash_table_new (g_str_hash, g_str_equal);

  for (guint i = 0; i < before->stages->len; i++)
    g_hash_table_add (known, sc_version_get_stage (before, i)->id);
  for (guint i = 0; i < after->stages->len; i++)
    if (!g_hash_table_contains (known, sc_version_get_stage (after, i)->id))
      return sc_version_get_stage (after, i);

  return NULL;
}

/* Either of two that have changed places may be the one that was moved: the
 * change is named after it. */
static const ScStage *
choose (const ScStage *first,
        const ScStage *second,
        const char    *name)
{
  return strstr (name, second->name) != NULL && strstr (name, first->name) == NULL ? second : first;
}

/* The first that is another, or stands elsewhere: where a stage has gone
* forward, those behind its old place are the ones that have moved up. */
static const ScStage *
find_changed (const ScVersion *before,
              const ScVersion *after,
              const char      *name)
{
  for (guint i = 0; i < MIN (before->stages->len, after->stages->len); i++)
    {
      const ScStage *was = sc_version_get_stage (before, i);
      const ScStage *is = sc_version_get_stage (after, i);

      if (!g_str_equal (was->id, is->id) && is_at (after, i + 1, was->id))
        return is_at (before, i + 1, is->id) ? choose (is, sc_version_get_stage (after, i + 1), name) : is;
      if (!g_str_equal (was->id, is->id))
        return sc_version_find_stage (after, was->id, NULL);
      if (!sc_stage_equal (was, is))
        return is;
    }

  return NULL;
}

/**
 * sc_returned_stage_find:
 * @before: (nullable): a version before a change was taken back
 * @after: (nullable): and after it
 * @name: the change's name
 *
 * Returns: (transfer full) (nullable): the id of the stage that has come back,
 *   or else of the first that has changed; %NULL where none has
 */
char *
sc_returned_stage_find (const ScVersion *before,
                        const ScVersion *after,
                        const char      *name)
{
  const ScStage *stage;

  if (before == NULL || after == NULL)
    return NULL;

  stage = find_new (before, after);
  if (stage == NULL)
    stage = find_changed (before, after, name);

  return stage != NULL ? g_strdup (stage->id) : NULL;
}
