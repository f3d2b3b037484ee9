/* SPDX-License-Identifier: GPL-3.0-or-later */

/* The statements about plans, and what came of them. */

#pragma once

#include "store/engine/sc-connection-private.h"
#include "store/sc-plan.h"

G_BEGIN_DECLS

GPtrArray *sc_plan_table_list (ScConnection *connection,
                               gint64        process_key,
                               GError      **error);

G_END_DECLS
