/* SPDX-License-Identifier: GPL-3.0-or-later */

/* Lists rows that belong to a deal: its payments, its activities, what is ticked. */

#pragma once

#include "store/engine/sc-connection-private.h"

G_BEGIN_DECLS

GPtrArray *sc_deal_rows_list (ScConnection  *connection,
                              const char    *sql,
                              gint64         deal_id,
                              gpointer (    *read )(ScStatement *statement),
                              GDestroyNotify free_row,
                              GError       **error);

G_END_DECLS
