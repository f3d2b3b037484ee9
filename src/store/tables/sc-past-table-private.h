/* SPDX-License-Identifier: GPL-3.0-or-later */

/* What was known of deals when. */

#pragma once

#include "model/sc-date.h"
#include "store/engine/sc-connection-private.h"

G_BEGIN_DECLS

GArray *sc_past_table_list_recorded_later (ScConnection *connection,
                                           const char   *process_id,
                                           ScInstant     end,
                                           GError      **error);
GArray *sc_past_table_list_value_moves (ScConnection *connection,
                                        const char   *process_id,
                                        GError      **error);
GArray *sc_past_table_list_close_moves (ScConnection *connection,
                                        const char   *process_id,
                                        ScInstant     end,
                                        GError      **error);
GArray *sc_past_table_list_receipts (ScConnection *connection,
                                     const char   *process_id,
                                     ScDate        since,
                                     GError      **error);
GArray *sc_past_table_list_turns (ScConnection *connection,
                                  const char   *process_id,
                                  GError      **error);
GArray *sc_past_table_list_close_days (ScConnection *connection,
                                       const char   *process_id,
                                       GError      **error);

G_END_DECLS
