/* SPDX-License-Identifier: GPL-3.0-or-later */

/* Takes holidays from a file into the working calendar. */

#pragma once

#include <adwaita.h>

#include "store/sc-store.h"

G_BEGIN_DECLS

void sc_calendar_import_ask (GtkWidget *origin,
                             ScStore   *store);

G_END_DECLS
