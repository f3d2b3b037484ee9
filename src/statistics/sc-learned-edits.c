/* SPDX-License-Identifier: GPL-3.0-or-later */

/* Takes the chances that deals tell into a scheme, in the place of those that are set: as
 * edits of a draft, which are one change and are undone as any. */

#include "statistics/sc-learned-edits.h"

#include <math.h>

#include "statistics/sc-stage-chances.h"

/* A probability is set in whole percent: more would say that something is known that is
 * not. */
static double
round_chance (double chance)
{
  return round (100 * chance) / 100;
}

/**
 * sc_learned_edits_new:
 * @version: a draft
 * @stages: (element-type ScStageChance): what deals tell of stages
 * @stage_id: (nullable): only of this stage; %NULL for all
 *
 * Stages that the draft has no more are passed over, and those of which nothing is
 * learned.
 *
 * Returns: (transfer full) (element-type ScEdit): what makes the probabilities of the
 *   draft's stages those that deals tell; empty where they are so already
 */
GPtrArray *
sc_learned_edits_new (const ScVersion *version,
                      GPtrArray       *stages,
                      const char      *stage_id)
{
  GPtrArray *edits = sc_edits_new ();

  for (guint i = 0; i < stages->len; i++)
    {
      const ScStageChance *chance = stages->pdata[i];
      const ScStage *stage = sc_version_find_stage (version, chance->stage_id, NULL);
      double learned = round_chance (chance->learned.value);
      g_autoptr (ScStage) changed = NULL;

      if (stage == NULL || chance->reason != SC_REASON_NONE || (stage_id != NULL && !g_str_equal (stage_id, stage->id))
          || fabs (stage->probability - learned) < 0.005)
        continue;

      changed = sc_stage_copy (stage);
      changed->probability = learned;
      g_ptr_array_add (edits, sc_edit_replace_stage (version, changed));
    }

  return edits;
}
