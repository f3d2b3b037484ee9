/* SPDX-License-Identifier: GPL-3.0-or-later */

#pragma once

#include "store/sc-store.h"

G_BEGIN_DECLS

void sc_waking_run (ScStore      *store,
                    GCancellable *cancellable);
void sc_waking_run_async (ScStore *store);

G_END_DECLS
