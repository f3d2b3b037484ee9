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
 * @SC_CASE_DECIDED: won or lost; of a group, what its text names
 * @SC_CASE_OPEN: open
 * @SC_CASE_NO_START: nobody knows when they began
 * @SC_CASE_NO_END: won or lost nobody knows when
 * @SC_CASE_WITHIN_DESIGNED: won within what the scheme foresees
 * @SC_CASE_OVER_DESIGNED: won later than that
 * @SC_CASE_ENTERED: came into the stage
 * @SC_CASE_LEFT_ON: went on from the stage
 * @SC_CASE_NOW: stand in the stage
 * @SC_CASE_OVER_TARGET: stand in the stage for longer than its target time
 * @SC_CASE_RETURNED: came back to the stage
 * @SC_CASE_MOVED_ON: moved on from needs discovery; with bounds, with such a share of
 *   questions answered
 * @SC_CASE_CONFIRMED: the same, and the client had confirmed the summary
 * @SC_CASE_CORRECTED: the same, and an answer was changed afterwards
 * @SC_CASE_ANSWERED: the same, with an answer to the question that @text names by its id
 * @SC_CASE_NOT_ANSWERED: the same, without
 * @SC_CASE_IN_TRIAL: came into a trial
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
  SC_CASE_WITHIN_DESIGNED,
  SC_CASE_OVER_DESIGNED,
  SC_CASE_ENTERED,
  SC_CASE_LEFT_ON,
  SC_CASE_NOW,
  SC_CASE_OVER_TARGET,
  SC_CASE_RETURNED,
  SC_CASE_MOVED_ON,
  SC_CASE_CONFIRMED,
  SC_CASE_CORRECTED,
  SC_CASE_ANSWERED,
  SC_CASE_NOT_ANSWERED,
  SC_CASE_IN_TRIAL,
} ScFigureCase;

/**
 * ScFigureDeals:
 * @which: what they have in common
 * @stage_id: (nullable): in which stage
 * @text: (nullable): a loss reason, or the id of a question
 * @low: the least share of questions answered
 * @high: the largest; below @low for any
 *
 * Which deals a number counts, among those of its query. A group's deals (an owner's, a
 * month's) are those of a query with that owner or month.
 */
typedef struct {
  ScFigureCase which;
  char *stage_id;
  char *text;
  double low;
  double high;
} ScFigureDeals;

GArray *sc_figure_deals_list (ScStore              *store,
                              const ScFiguresQuery *query,
                              const ScFigureDeals  *deals,
                              GCancellable         *cancellable,
                              GError              **error) G_GNUC_WARN_UNUSED_RESULT;

G_END_DECLS
