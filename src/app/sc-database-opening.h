/* SPDX-License-Identifier: GPL-3.0-or-later */

/* Opens a window's database without waiting for it, and where that can't be opened
 * looks for the newest copy of it. */

#pragma once

#include "store/sc-store.h"

G_BEGIN_DECLS

void sc_database_open_async (GFile              *database,
                             GCancellable       *cancellable,
                             GAsyncReadyCallback callback,
                             gpointer            user_data);
ScStore *sc_database_open_finish (GFile        *database,
                                  GAsyncResult *result,
                                  char        **newest_copy,
                                  GError      **error);

G_END_DECLS
