/* SPDX-License-Identifier: GPL-3.0-or-later */

/* Takes the probabilities that the history tells into the draft. */

#pragma once

#include <gtk/gtk.h>

#include "store/sc-store.h"

G_BEGIN_DECLS

void sc_insight_take_over (GtkWidget  *origin,
                           ScStore    *store,
                           const char *process_id,
                           GPtrArray  *stages);

G_END_DECLS
