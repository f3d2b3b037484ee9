/* SPDX-License-Identifier: GPL-3.0-or-later */

/* What happened to deals. */

#pragma once

#include "model/sc-criterion.h"
#include "store/tables/sc-write-rows-private.h"

G_BEGIN_DECLS

GPtrArray *sc_event_table_list (ScConnection *connection,
                                gint64        deal_id,
                                GError      **error);
gboolean sc_event_table_count_extensions (ScConnection      *connection,
                                          gint64             deal_id,
                                          const ScCriterion *criterion,
                                          guint             *n_extensions,
                                          GError           **error);
GPtrArray *sc_event_table_list_totals_at (ScConnection *connection,
                                          const char   *process_id,
                                          ScInstant     at,
                                          GError      **error);

G_END_DECLS
