/* SPDX-License-Identifier: GPL-3.0-or-later */

/* Which deals a list has, and in what order. */

#pragma once

#include <gio/gio.h>

#include "model/sc-deal.h"
#include "model/sc-version.h"

G_BEGIN_DECLS

typedef enum {
  SC_DEAL_ORDER_BOARD,
  SC_DEAL_ORDER_SCHEME,
  SC_DEAL_ORDER_CHANGED,
  SC_DEAL_ORDER_NEWEST,
  SC_DEAL_ORDER_TITLE,
  SC_DEAL_ORDER_COMPANY,
  SC_DEAL_ORDER_VALUE,
  SC_DEAL_ORDER_STAGE,
  SC_DEAL_ORDER_STATUS,
  SC_DEAL_ORDER_OWNER,
  SC_DEAL_ORDER_STARTED,
  SC_DEAL_ORDER_CLOSED,
  SC_DEAL_ORDER_NEXT_STEP,
  SC_DEAL_ORDER_DUE,
  SC_DEAL_ORDER_EXPECTED_CLOSE,
  SC_DEAL_ORDER_AGE,
  SC_DEAL_ORDER_LABEL,
  SC_N_DEAL_ORDERS,
} ScDealOrder;

/**
 * ScParked:
 * @SC_PARKED_OR_NOT: deals that are parked and others
 * @SC_PARKED_NOT: deals that are at work; one that was parked is from the day on until
 *   which it was, whether or not that has been written yet
 * @SC_PARKED_ONLY: deals that are parked
 */
typedef enum {
  SC_PARKED_OR_NOT,
  SC_PARKED_NOT,
  SC_PARKED_ONLY,
} ScParked;

/**
 * ScStageLimit:
 * @stage_id: a stage
 * @entered_before: what came into it before is over its target time
 */
typedef struct {
  char *stage_id;
  ScInstant entered_before;
} ScStageLimit;

/**
 * ScDealQuery:
 * @process_id: the process; %NULL for all that are not deleted, and of deleted deals for all
 * @stage_id: (nullable): one stage only
 * @statuses: a bit for each #ScDealStatus wanted; 0 for all
 * @owner_id: one owner's only, 0 for all
 * @parked: whether parked deals are wanted, and others
 * @only: (nullable) (element-type gint64): only these deals, in ascending order; it is not
 *   changed any more
 * @label: (nullable): those that have this label only
 * @is_without_step: those that have no next step only
 * @limits: (nullable) (element-type ScStageLimit): those only that are over the target
 *   time of one of these stages; never changed once it is here
 * @search: (nullable): words that title, company or person contain
 * @order: by place in the column, the same with the stages as the scheme has them, last changed first, newest first, or by a field; deals that do not
 *   have it come last, those that have the same the newest first
 * @is_descending: whether an order by a field is turned around
 * @is_deleted: deals that were deleted by themselves, as long as they can be
 *   brought back, instead of those that are there; the newest first are then
 *   those deleted last
 * @deleted_with: of these, those that one change deleted; 0 for all
 *
 * Which deals of a process are wanted, and in what order. Filtering and
 * sorting is the database's.
 */
typedef struct {
  char *process_id;
  char *stage_id;
  guint statuses;
  gint64 owner_id;
  ScParked parked;
  GArray *only;
  char *label;
  gboolean is_without_step;
  GPtrArray *limits;
  char *search;
  ScDealOrder order;
  gboolean is_descending;
  gboolean is_deleted;
  gint64 deleted_with;
} ScDealQuery;

#define SC_DEAL_STATUSES_STANDING ((1u << SC_DEAL_OPEN) | (1u << SC_DEAL_WON))

ScDealQuery *sc_deal_query_new (const char *process_id);
ScDealQuery *sc_deal_query_copy (const ScDealQuery *self);
gboolean sc_deal_query_equal (const ScDealQuery *a,
                              const ScDealQuery *b);
gboolean sc_deal_query_is_sorted (const ScDealQuery *self);
gboolean sc_deal_query_wants (const ScDealQuery *self,
                              gint64             deal_id);
gboolean sc_deal_query_is_looked_for (const ScDealQuery *self);
void sc_deal_query_free (ScDealQuery *self);

GPtrArray *sc_stage_limits_list (ScVersion *version,
                                 ScInstant  now);
ScStageLimit *sc_stage_limit_new (const char *stage_id,
                                  ScInstant   entered_before);
void sc_stage_limit_free (ScStageLimit *self);

/* Called with each deal that is found. */
typedef void (*ScDealFound)(ScDeal  *deal,
                            gpointer user_data);
/* Called once, with how many there are in all. */
typedef void (*ScDealsCounted)(guint    n_deals,
                               gpointer user_data);

gboolean sc_deal_order_from_id (const char  *id,
                                ScDealOrder *order);

G_DEFINE_AUTOPTR_CLEANUP_FUNC (ScDealQuery, sc_deal_query_free)

G_END_DECLS
