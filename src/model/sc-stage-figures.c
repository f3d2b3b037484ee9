/* SPDX-License-Identifier: GPL-3.0-or-later */

/* What deals tell of the stages of a scheme, for who draws it: plain numbers, which those who
 * work them out and those who draw them both know. */

#include "model/sc-stage-figures.h"

/**
 * sc_stage_figures_find:
 * @list: (nullable) (element-type ScStageFigures): what is told of stages
 * @stage_id: a stage
 *
 * Returns: (transfer none) (nullable): what is told of the stage; %NULL where nothing is, as
 *   of one that is new
 */
const ScStageFigures *
sc_stage_figures_find (const GPtrArray *list,
                       const char      *stage_id)
{
  for (guint i = 0; list != NULL && i < list->len; i++)
    {
      const ScStageFigures *figures = list->pdata[i];

      if (g_str_equal (figures->stage_id, stage_id))
        return figures;
    }

  return NULL;
}

/**
 * sc_stage_figures_free:
 * @self: (transfer full): what is told of a stage
 */
void
sc_stage_figures_free (ScStageFigures *self)
{
  g_free (self->stage_id);
  g_free (self->back_to);
  g_free (self);
}
