/* SPDX-License-Identifier: GPL-3.0-or-later */

/* Makes the conditions and the order of a statement from a query about deals. */

#pragma once

#include "store/engine/sc-connection-private.h"
#include "store/sc-deal-query.h"

G_BEGIN_DECLS

/* Of a deal d: what a person has deleted since :since. What an undo has taken
 * back is for a redo to bring back. */
#define SC_DEAL_RECENTLY_DELETED \
        "d.deleted_by IS NOT NULL AND EXISTS (SELECT 1 FROM change" \
        " WHERE change.id = d.deleted_by AND change.action = 'do' AND change.made_at >= :since)"

/* Of a deal d: that it is not parked on the day :today, nor any more. */
#define SC_DEAL_AT_WORK "(d.parked_until IS NULL OR d.parked_until <= :today)"

/* A query as the conditions of a statement on “deal AS d”, and the values of
 * its parameters. */
typedef struct _ScDealFilter ScDealFilter;

ScDealFilter *sc_deal_filter_new (const ScDealQuery *query);
void sc_deal_filter_free (ScDealFilter *self);

/* @select up to and with its tables; then the conditions; then @rest. */
ScStatement *sc_deal_filter_prepare (ScDealFilter *self,
                                     ScConnection *connection,
                                     const char   *select,
                                     const char   *rest,
                                     GError      **error) G_GNUC_WARN_UNUSED_RESULT;
void sc_deal_filter_bind_today (ScStatement *statement);
const char *sc_deal_filter_get_order (ScDealFilter *self);
char *sc_deal_filter_make_found_order (ScDealFilter *self);

G_DEFINE_AUTOPTR_CLEANUP_FUNC (ScDealFilter, sc_deal_filter_free)

G_END_DECLS
