/* SPDX-License-Identifier: GPL-3.0-or-later */

/* Which stage one that is gone was merged into: what it asked went with it. */

#include "model/sc-merged.h"

/**
 * sc_merged_is_into:
 * @gone: a stage that is gone
 * @stage: a stage
 *
 * Returns: whether @stage has an exit criterion of @gone, or one that such a criterion
 *   went into
 */
gboolean
sc_merged_is_into (const ScStage *gone,
                   const ScStage *stage)
{
  for (guint i = 0; i < gone->criteria->len; i++)
    for (guint j = 0; j < stage->criteria->len; j++)
      {
        const ScCriterion *was = gone->criteria->pdata[i];
        const ScCriterion *now = stage->criteria->pdata[j];

        if (g_str_equal (was->id, now->id) || g_strv_contains ((const char *const *) now->was, was->id))
          return TRUE;
      }

  return FALSE;
}
