/* SPDX-License-Identifier: GPL-3.0-or-later */

/* Brings back what was deleted; asks where deals go whose stage is gone, and tells
 * what came out otherwise than one would think. */

#pragma once

#include <adwaita.h>

#include "app/sc-deletion-item.h"
#include "store/sc-store.h"

G_BEGIN_DECLS

/* Called when it is done, or could not be done; what could not be done was
 * told. */
typedef void (*ScRestored) (GtkWidget      *origin,
                            ScDeletionItem *item,
                            gboolean        is_restored);

void sc_restore (GtkWidget      *origin,
                 ScStore        *store,
                 ScDeletionItem *item,
                 ScRestored      restored);

G_END_DECLS
