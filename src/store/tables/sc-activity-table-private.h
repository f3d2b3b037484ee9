/* SPDX-License-Identifier: GPL-3.0-or-later */

/* The statements about activities: what is to be done for a deal, and was done. */

#pragma once

#include "store/tables/sc-write-rows-private.h"

G_BEGIN_DECLS

GPtrArray *sc_activity_table_list (ScConnection *connection,
                                   gint64        deal_id,
                                   GError      **error);
GPtrArray *sc_activity_table_list_timed (ScConnection *connection,
                                         ScDate        day,
                                         gint64        owner_id,
                                         GError      **error);

G_END_DECLS
