/* SPDX-License-Identifier: GPL-3.0-or-later */

#pragma once

#include <adwaita.h>

#include "store/sc-store.h"

G_BEGIN_DECLS

void sc_back_up (GtkWindow       *window,
                 AdwToastOverlay *toasts,
                 ScStore         *store);

G_END_DECLS
