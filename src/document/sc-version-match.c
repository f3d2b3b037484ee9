/* SPDX-License-Identifier: GPL-3.0-or-later */

/* Tells which stages went into others, and which came out of others: by the criteria that
 * they took along, and else by the kinds of step that they took over. */

#include "document/sc-version-changes-private.h"

static void
index_criteria (const ScVersion *version,
                GHashTable      *criteria,
                gboolean         with_former)
{
  for (guint i = 0; i < version->stages->len; i++)
    {
      ScStage *stage = sc_version_get_stage (version, i);

      for (guint j = 0; j < stage->criteria->len; j++)
        {
          ScCriterion *criterion = stage->criteria->pdata[j];

          g_hash_table_insert (criteria, criterion->id, stage);
          for (guint k = 0; with_former && criterion->was[k] != NULL; k++)
            if (!g_hash_table_contains (criteria, criterion->was[k]))
              g_hash_table_insert (criteria, criterion->was[k], stage);
        }
    }
}

/* The first stage other than itself that has a criterion of it. */
static const ScStage *
find_by_criteria (const ScStage *stage,
                  GHashTable    *criteria)
{
  for (guint i = 0; i < stage->criteria->len; i++)
    {
      const ScStage *there = g_hash_table_lookup (criteria, ((ScCriterion *) stage->criteria->pdata[i])->id);

      if (there != NULL && !g_str_equal (there->id, stage->id))
        return there;
    }

  return NULL;
}

/* The stage that both versions have, and that covers @kinds in @with but not in @without. */
static const ScStage *
find_by_kinds (const ScVersion *with,
               const ScVersion *without,
               ScKindSet        kinds)
{
  if (kinds == 0 || kinds == SC_KIND_BIT (SC_KIND_OTHER))
    return NULL;

  for (guint i = 0; i < with->stages->len; i++)
    {
      const ScStage *stage = sc_version_get_stage (with, i);
      const ScStage *other = sc_version_find_stage (without, stage->id, NULL);

      if (other != NULL && (stage->kinds & kinds) == kinds && (other->kinds & kinds) == 0)
        return stage;
    }

  return NULL;
}

/* Another stage that is there in both versions took what this one was. */
static const ScStage *
find_partner (const ScStage   *stage,
              const ScVersion *there,
              const ScVersion *here,
              GHashTable      *criteria)
{
  const ScStage *partner = find_by_criteria (stage, criteria);

  if (partner != NULL && sc_version_find_stage (here, partner->id, NULL) != NULL)
    return partner;

  return find_by_kinds (there, here, stage->kinds);
}

/**
 * sc_comparison_match:
 * @self: two versions
 *
 * Finds what was merged and split.
 */
void
sc_comparison_match (ScComparison *self)
{
  index_criteria (self->older, self->old_criteria, FALSE);
  index_criteria (self->newer, self->new_criteria, TRUE);

  for (guint i = 0; i < self->older->stages->len; i++)
    {
      const ScStage *was = sc_version_get_stage (self->older, i);
      const ScStage *into = NULL;

      if (sc_version_find_stage (self->newer, was->id, NULL) == NULL)
        into = find_partner (was, self->newer, self->older, self->new_criteria);
      if (into != NULL)
        g_hash_table_insert (self->into, was->id, into->id);
    }
  for (guint i = 0; i < self->newer->stages->len; i++)
    {
      const ScStage *stage = sc_version_get_stage (self->newer, i);
      const ScStage *from = NULL;

      if (sc_version_find_stage (self->older, stage->id, NULL) == NULL)
        from = find_partner (stage, self->older, self->newer, self->old_criteria);
      if (from != NULL)
        g_hash_table_insert (self->from, stage->id, from->id);
    }
}
