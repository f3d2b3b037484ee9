/* SPDX-License-Identifier: GPL-3.0-or-later */

/* What a list of deals reads in a thread of its own: which deals there are, in
 * order, how that differs from what the list has, and some of their rows. */

#pragma once

#include "store/sc-deal-query.h"
#include "store/sc-store-private.h"

G_BEGIN_DECLS

typedef struct _ScDealReading ScDealReading;

/* Called in the reading thread with the ids found since it was called last. */
typedef void (*ScDealsFound) (const gint64 *ids,
                              guint         n_ids,
                              gpointer      user_data);

/**
 * ScDealReading:
 * @query: which deals
 * @reader: (nullable): a look at the store to go on with; otherwise a new one
 * @before: (nullable): the ids that the list has, to be compared with
 * @changed: (nullable): ids of deals that have changed: where none of them
 *   comes, goes or moves, the list is not read; %NULL reads it in any case
 * @wanted: ids of deals whose rows are wanted
 * @found: (nullable): called with ids as they are found
 * @found_data: for @found
 * @after: (nullable): the ids there are; %NULL where the list was not read
 * @splices: (nullable): how to get from @before to @after
 * @deals: (element-type ScDeal): the rows that were wanted and are there
 * @n_deals: where the list was opened, how many deals there are
 */
struct _ScDealReading {
  ScStore *store;
  ScDealQuery *query;
  ScReader *reader;
  GArray *before;
  GArray *changed;
  GArray *wanted;
  ScDealsFound found;
  gpointer found_data;

  GArray *after;
  GArray *splices;
  GPtrArray *deals;
  guint n_deals;
};

ScDealReading *sc_deal_reading_new (ScStore           *store,
                                    const ScDealQuery *query);
gboolean sc_deal_reading_run_opening (ScDealReading *self,
                                      guint          n_rows,
                                      GCancellable  *cancellable,
                                      GError       **error);
gboolean sc_deal_reading_run_ids (ScDealReading *self,
                                  GCancellable  *cancellable,
                                  GError       **error);
gboolean sc_deal_reading_run_rows (ScDealReading *self,
                                   GCancellable  *cancellable,
                                   GError       **error);
void sc_deal_reading_free (ScDealReading *self);

G_DEFINE_AUTOPTR_CLEANUP_FUNC (ScDealReading, sc_deal_reading_free)

G_END_DECLS
