/* SPDX-License-Identifier: GPL-3.0-or-later */

#pragma once

#include "store/tables/sc-write-rows-private.h"

G_BEGIN_DECLS

GPtrArray *sc_action_tick_table_list (ScConnection *connection,
                                      gint64        deal_id,
                                      GError      **error);

G_END_DECLS
