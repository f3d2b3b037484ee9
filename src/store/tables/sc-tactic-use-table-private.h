/* SPDX-License-Identifier: GPL-3.0-or-later */

/* The statements about tactics that reps have taken to work with. */

#pragma once

#include "store/tables/sc-write-rows-private.h"

G_BEGIN_DECLS

GPtrArray *sc_tactic_use_table_list (ScConnection *connection,
                                     gint64        deal_id,
                                     GError      **error);

G_END_DECLS
