/* SPDX-License-Identifier: GPL-3.0-or-later */

/* Copies a database into a file for a window, which waits for that before it closes. */

#pragma once

#include "store/sc-store.h"

G_BEGIN_DECLS

void sc_store_backup_async (ScStore            *self,
                            const char         *path,
                            GAsyncReadyCallback callback,
                            gpointer            user_data);
gboolean sc_store_backup_finish (ScStore      *self,
                                 GAsyncResult *result,
                                 GError      **error);

G_END_DECLS
