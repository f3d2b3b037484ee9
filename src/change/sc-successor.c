/* SPDX-License-Identifier: GPL-3.0-or-later */

/* Tells which stage of a later version one that is gone was merged into, by what they say:
 * its deals and a manager's words about it go there too. */

#include "change/sc-successor-private.h"

#include <string.h>

#include "model/sc-merged.h"

static gboolean
has_taken_in (const char *gone,
              const char *before,
              const char *after)
{
  return gone[0] != '\0' && strcmp (before, after) != 0 && strstr (after, gone) != NULL;
}

/* A name that the program gave is lowered in the middle of another. */
static gboolean
has_taken_in_name (const ScStage *gone,
                   const ScStage *before,
                   const ScStage *after)
{
  g_autofree char *name = g_utf8_casefold (gone->name, -1);
  g_autofree char *was = g_utf8_casefold (before->name, -1);
  g_autofree char *is = g_utf8_casefold (after->name, -1);

  return has_taken_in (name, was, is);
}

/* A merge joins names, kinds, texts and lists. */
static gboolean
has_come_together (const ScStage *gone,
                   const ScStage *before,
                   const ScStage *after)
{
  if (sc_merged_is_into (gone, after))
    return TRUE;
  if ((after->kinds & gone->kinds) == gone->kinds && (before->kinds & gone->kinds) != gone->kinds)
    return TRUE;

  return has_taken_in (gone->goal, before->goal, after->goal) || has_taken_in_name (gone, before, after);
}

/* The stage of the later version that one was merged into: a neighbour, with
 * nothing between them but stages that are gone too. */
static const ScStage *
find_merged (const ScVersion *before,
             const ScVersion *after,
             guint            gone,
             int              step)
{
  const ScStage *stage = sc_version_get_stage (before, gone);

  for (int i = (int) gone + step; i >= 0 && i < (int) before->stages->len; i += step)
    {
      const ScStage *was = sc_version_get_stage (before, (guint) i);
      const ScStage *is = sc_version_find_stage (after, was->id, NULL);

      if (is != NULL)
        return has_come_together (stage, was, is) ? is : NULL;
    }

  return NULL;
}

/* Wherever it went: stages may have changed places before they were merged. */
static const ScStage *
find_with_criteria (const ScVersion *after,
                    const ScStage   *gone)
{
  for (guint i = 0; i < after->stages->len; i++)
    if (sc_merged_is_into (gone, sc_version_get_stage (after, i)))
      return sc_version_get_stage (after, i);

  return NULL;
}

/**
 * sc_successor_find:
 * @before: a version
 * @after: a later one
 * @position: a stage of @before that @after has no more
 *
 * Returns: (transfer none) (nullable): the stage of @after that it went into, %NULL where
 *   it went into none
 */
const ScStage *
sc_successor_find (const ScVersion *before,
                   const ScVersion *after,
                   guint            position)
{
  const ScStage *to = find_with_criteria (after, sc_version_get_stage (before, position));

  if (to == NULL)
    to = find_merged (before, after, position, -1);

  return to != NULL ? to : find_merged (before, after, position, 1);
}
