/* SPDX-License-Identifier: GPL-3.0-or-later */

/* The deals that a number of the figures counts, for the list that it opens. */

#pragma once

#include "statistics/sc-figures.h"
#include "store/sc-store.h"

G_BEGIN_DECLS

/**
 * ScFigureCase:
 * @SC_CASE_WON: won
 * @SC_CASE_LOST: lost; with a stage, lost there; with a text, for that reason
 * @SC_CASE_DECIDED: won or lost
 * @SC_CASE_OPEN: open
 * @SC_CASE_NO_START: nobody knows when they began
 * @SC_CASE_NO_END: won or lost nobody knows when
 * @SC_CASE_ENTERED: came into the stage
 * @SC_CASE_LEFT_ON: went on from the stage
 * @SC_CASE_NOW: stand in the stage
 * @SC_CASE_RETURNED: came back to the stage
 *
 * What the deals that a number counts have in common.
 */
typedef enum {
  SC_CASE_WON,
  SC_CASE_LOST,
  SC_CASE_DECIDED,
  SC_CASE_OPEN,
  SC_CASE_NO_START,
  SC_CASE_NO_END,
  SC_CASE_ENTERED,
  SC_CASE_LEFT_ON,
  SC_CASE_NOW,
  SC_CASE_RETURNED,
} ScFigureCase;

/**
 * ScFigureDeals:
 * @which: what they have in common
 * @stage_id: (nullable): in which stage; cases of a stage need it
 * @loss_reason: (nullable): why they were lost
 *
 * Which deals a number counts, among those of its query. A group's deals (an owner's, a
 * month's) are those of a query with that owner or month.
 */
typedef struct {
  ScFigureCase which;
  const char *stage_id;
  const char *loss_reason;
} ScFigureDeals;

GArray *sc_figure_deals_list (ScStore              *store,
                              const ScFiguresQuery *query,
                              const ScFigureDeals  *deals,
                              GCancellable         *cancellable,
                              GError              **error) G_GNUC_WARN_UNUSED_RESULT;

G_END_DECLS
