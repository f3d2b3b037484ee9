/* SPDX-License-Identifier: GPL-3.0-or-later */

/* Asks where a copy of the database is to be kept, and writes it there. */

#pragma once

#include <adwaita.h>

#include "store/sc-store.h"

G_BEGIN_DECLS

void sc_back_up (GtkWindow       *window,
                 AdwToastOverlay *toasts,
                 ScStore         *store);

G_END_DECLS
