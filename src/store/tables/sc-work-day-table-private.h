/* SPDX-License-Identifier: GPL-3.0-or-later */

/* On which days something was done at deals. */

#pragma once

#include "model/sc-date.h"
#include "store/engine/sc-connection-private.h"

G_BEGIN_DECLS

GArray *sc_work_day_table_list (ScConnection *connection,
                                const char   *process_id,
                                ScInstant     end,
                                GError      **error);

G_END_DECLS
