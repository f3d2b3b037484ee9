/* SPDX-License-Identifier: GPL-3.0-or-later */

/* What a stage is through all versions: its key, which deals refer to. */

#pragma once

#include "store/tables/sc-write-rows-private.h"

G_BEGIN_DECLS

/* 0 with %SC_STORE_ERROR_NOT_FOUND where there is none. */
gint64 sc_stage_table_get_key (ScConnection *connection,
                               const char   *stage_id,
                               GError      **error);
/* The stage's key, made where it is new; %SC_STORE_ERROR_INVALID where it is
 * another process's. */
gint64 sc_stage_table_need_key (ScWrite    *write,
                                gint64      process_key,
                                const char *stage_id,
                                GError    **error);

G_END_DECLS
