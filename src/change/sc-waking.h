/* SPDX-License-Identifier: GPL-3.0-or-later */

/* Writes that deals which were parked until a day that has come are at work again,
 * each with a step that says so. */

#pragma once

#include "store/sc-write.h"

G_BEGIN_DECLS

ScWrite *sc_waking_begin (ScStore      *store,
                          ScScope       scope,
                          const char   *process_id,
                          GCancellable *cancellable,
                          GError      **error);
void sc_waking_run (ScStore      *store,
                    GCancellable *cancellable);
void sc_waking_run_async (ScStore *store);

G_END_DECLS
