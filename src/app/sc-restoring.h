/* SPDX-License-Identifier: GPL-3.0-or-later */

/* Going back to a copy from a window: the question, and the work. */

#pragma once

#include <adwaita.h>

#include "store/sc-store.h"

G_BEGIN_DECLS

char *sc_restoring_describe_time (ScInstant made_at);
void sc_restoring_ask (GtkWidget  *parent,
                       const char *copy);
void sc_restoring_run_async (GFile              *database,
                             ScStore            *store,
                             const char         *copy,
                             GCancellable       *cancellable,
                             GAsyncReadyCallback callback,
                             gpointer            user_data);
void sc_restoring_tell (AdwToastOverlay *toasts,
                        GAsyncResult    *result);

G_END_DECLS
