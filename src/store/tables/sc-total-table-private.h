/* SPDX-License-Identifier: GPL-3.0-or-later */

/* Counts and sums by stage: kept by triggers, counted only where deals are
 * looked for by words. */

#pragma once

#include "store/engine/sc-connection-private.h"
#include "store/sc-deal-query.h"

G_BEGIN_DECLS

/* A sum as two columns that can't run over, which sc_total_table_read_sum()
 * puts together. */
#define SC_SUM(amount) \
        " coalesce(sum((" amount ") / 1000000), 0), coalesce(sum((" amount ") % 1000000), 0)"

gboolean sc_total_table_count_all (ScConnection *connection,
                                   GError      **error);
gint64 sc_total_table_read_sum (ScStatement *statement,
                                int          column);
GStrv sc_total_table_list_currencies (ScConnection *connection,
                                      const char   *process_id,
                                      GError      **error);
GPtrArray *sc_total_table_list (ScConnection      *connection,
                                const ScDealQuery *query,
                                GError           **error);
gboolean sc_total_table_count (ScConnection      *connection,
                               const ScDealQuery *query,
                               guint             *n_deals,
                               GError           **error);
gint64 sc_total_table_count_open (ScConnection *connection,
                                  GError      **error);

G_END_DECLS
