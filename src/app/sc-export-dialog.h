/* SPDX-License-Identifier: GPL-3.0-or-later */

/* A process as a file: a drawing for people, or JSON for another Stagecraft. */

#pragma once

#include <adwaita.h>

#include "store/sc-store.h"

G_BEGIN_DECLS

void sc_export_process (GtkWidget       *window,
                        AdwToastOverlay *toasts,
                        ScStore         *store,
                        ScProcess       *process);

G_END_DECLS
