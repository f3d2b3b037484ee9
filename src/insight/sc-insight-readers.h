/* SPDX-License-Identifier: GPL-3.0-or-later */

/* What each part of the Insight view reads, and what is done with it. */

#pragma once

#include "insight/sc-insight-parts.h"

G_BEGIN_DECLS

/* In the order in which they are read and shown. */
typedef enum {
  SC_INSIGHT_PART_LENGTH,
  SC_INSIGHT_PART_FLOW,
  SC_INSIGHT_PART_DISCOVERY,
  SC_INSIGHT_PART_OUTLOOK,
  SC_INSIGHT_PART_RECORD,
  SC_INSIGHT_PART_VERSIONS,
  SC_INSIGHT_PART_PLANS,
  SC_INSIGHT_PART_WORK,
  SC_INSIGHT_PART_LEARNING,
  SC_INSIGHT_N_PARTS,
} ScInsightPart;

/* @done: a g_atomic_rc_box_new(), in which the thread writes how far it is, in thousandths.
 * The answer is that of sc_store_read_finish(). */
void sc_insight_part_read_async (ScStore              *store,
                                 ScInsightPart         part,
                                 const ScFiguresQuery *query,
                                 int                  *done,
                                 GCancellable         *cancellable,
                                 GAsyncReadyCallback   callback,
                                 gpointer              user_data);

/* @answer: (transfer full): what was read. */
void sc_insight_figures_take (ScInsightFigures *self,
                              ScInsightPart     part,
                              gpointer          answer);
void sc_insight_figures_clear (ScInsightFigures *self);
void sc_insight_tell_part (ScInsightSection       *section,
                           ScInsightPart           part,
                           const ScInsightFigures *figures);

G_END_DECLS
