/* SPDX-License-Identifier: GPL-3.0-or-later */

/* What deals tell of the stages of a scheme, for who draws it: plain numbers. */

#pragma once

#include "model/sc-duration.h"

G_BEGIN_DECLS

/**
 * ScStageFigures:
 * @stage_id: a stage
 * @is_inferred: whether nothing is known of its times since its history was worked out
 * @n_ended: visits that have ended; fewer than @n_needed give no times
 * @n_needed: how many cases a figure takes
 * @median: for how many working days half the deals stay at most, or below 0
 * @q25: the same of a quarter
 * @q75: the same of three quarters
 * @target: the target time that the deals have, or no time
 * @n_now: deals that stand there now
 * @n_over: those of them that stand there for longer than the target
 * @n_left: deals that have left it
 * @n_on: those of them that went on
 * @n_entered: deals that came there
 * @n_returned: those of them that came back to it
 * @back_to: (nullable): the stage to which deals go back from it when the client refuses
 * @n_gone: visits to it that have ended, each return being one of its own
 * @n_back: those of them from which the deal went back there
 * @over_days: by how many working days the median is over the target where most time is
 *   lost in the stage, else 0
 * @n_through: how many visits that is of
 *
 * What deals tell of a stage.
 */
typedef struct {
  char *stage_id;
  gboolean is_inferred;
  guint n_ended;
  guint n_needed;
  double median;
  double q25;
  double q75;
  ScDuration target;
  guint n_now;
  guint n_over;
  guint n_left;
  guint n_on;
  guint n_entered;
  guint n_returned;
  char *back_to;
  guint n_gone;
  guint n_back;
  double over_days;
  guint n_through;
} ScStageFigures;

const ScStageFigures *sc_stage_figures_find (const GPtrArray *list,
                                             const char      *stage_id);
void sc_stage_figures_free (ScStageFigures *self);

G_END_DECLS
