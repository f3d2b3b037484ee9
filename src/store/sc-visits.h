/* SPDX-License-Identifier: GPL-3.0-or-later */

/* How the deals of a process went through its stages, and what became of them, as it was
 * on a day: what figures are made of. Nothing of it is read from the deals' events but
 * for the few deals of which a decision was taken back. */

#pragma once

#include "model/sc-date.h"
#include "model/sc-money.h"
#include "model/sc-visit-end.h"

G_BEGIN_DECLS

typedef enum {
  SC_OUTCOME_OPEN,
  SC_OUTCOME_WON,
  SC_OUTCOME_LOST,
} ScOutcomeKind;

/**
 * ScCohort:
 * @process_id: a process
 * @as_of: the day; what happened later is left out
 * @from: only deals that were started on that day or later; none for all
 * @to: only deals that were started by that day; none for all
 * @owner_id: only deals of that owner, 0 for all
 * @source: (nullable): only deals of that source
 * @label: (nullable): only deals with that label
 * @low: only deals that are worth that at least; unset for all
 * @high: only deals that are worth that at most, in the same currency; unset for all
 * @version: only deals that came in under the version of that number, 0 for all
 *
 * Which deals, and when they are looked at.
 */
typedef struct {
  const char *process_id;
  ScDate as_of;
  ScDate from;
  ScDate to;
  gint64 owner_id;
  const char *source;
  const char *label;
  ScMoney low;
  ScMoney high;
  guint version;
} ScCohort;

/* Days on which a deal was parked: those behind @since, up to and with @until. */
typedef struct {
  ScDate since;
  ScDate until;
} ScParkedDays;

/**
 * ScVisitGroup:
 * @stage_id: (transfer none): the stage; the same pointer for the same stage
 * @entered: the day on which the deals came in
 * @left: the day on which they left, none while they stand there
 * @end: how they left
 * @back_to: (transfer none) (nullable): where they went back, the stage that they came to; the
 *   same pointer for the same stage
 * @is_known: whether both were told, and not worked out
 * @is_last: whether the deals have not come back into the stage since
 * @is_second: whether it is the first time that the deals came back into the stage
 * @parked: (nullable) (element-type ScParkedDays): when they were parked meanwhile
 * @n: how many visits there are
 * @deal_ids: (nullable) (element-type gint64): whose they are, where that was asked for
 *
 * Visits that are alike.
 */
typedef struct {
  const char *stage_id;
  ScDate entered;
  ScDate left;
  ScVisitEnd end;
  const char *back_to;
  gboolean is_known;
  gboolean is_last;
  gboolean is_second;
  GArray *parked;
  guint n;
  GArray *deal_ids;
} ScVisitGroup;

/* What of a deal tells groups of outcomes apart, beside days and outcome. By deal, each is a
 * group of its own, whatever else is asked for. */
typedef enum {
  SC_OUTCOMES_BY_DAYS = 0,
  SC_OUTCOMES_BY_OWNER = 1 << 0,
  SC_OUTCOMES_BY_SOURCE = 1 << 1,
  SC_OUTCOMES_BY_DEAL = 1 << 2,
} ScOutcomesBy;

/**
 * ScOutcomeGroup:
 * @started: when the deals were started, none where nobody knows
 * @ended: when they were won or lost; none while they are open, and where nobody knows
 * @outcome: what became of them
 * @owner_id: whose they are, 0 for nobody's, and where they were not told apart by that
 * @source: (nullable): where they came from, %NULL where they were not told apart by that
 * @deal_id: the deal, 0 where they were not told apart by that
 * @n: how many they are
 *
 * Deals that are alike.
 */
typedef struct {
  ScDate started;
  ScDate ended;
  ScOutcomeKind outcome;
  gint64 owner_id;
  char *source;
  gint64 deal_id;
  guint n;
} ScOutcomeGroup;

/**
 * ScVisit:
 * @deal_id: the deal
 * @stage_id: (transfer none): the stage; the same pointer for the same stage
 * @version: the number of the version that was published when it came in, 0 for none
 * @entered_at: when it came in
 * @left_at: when it left; none while it stands there
 * @end: how it left
 * @is_known: whether both were told, and not worked out
 *
 * A deal's visit to a stage.
 */
typedef struct {
  gint64 deal_id;
  const char *stage_id;
  guint version;
  ScInstant entered_at;
  ScInstant left_at;
  ScVisitEnd end;
  gboolean is_known;
} ScVisit;

void sc_visit_group_free (ScVisitGroup *self);
void sc_outcome_group_free (ScOutcomeGroup *self);

G_DEFINE_AUTOPTR_CLEANUP_FUNC (ScVisitGroup, sc_visit_group_free)
G_DEFINE_AUTOPTR_CLEANUP_FUNC (ScOutcomeGroup, sc_outcome_group_free)

G_END_DECLS
