/* SPDX-License-Identifier: GPL-3.0-or-later */

/* The window of one database. */

#pragma once

#include <adwaita.h>

#include "store/sc-store.h"

G_BEGIN_DECLS

#define SC_TYPE_WINDOW (sc_window_get_type ())
G_DECLARE_FINAL_TYPE (ScWindow, sc_window, SC, WINDOW, AdwApplicationWindow)

ScWindow *sc_window_new (AdwApplication *application,
                         GFile          *database);
gboolean sc_window_has_failed (ScWindow *self);
GFile *sc_window_get_database (ScWindow *self);
ScStore *sc_window_get_store (ScWindow *self);

G_END_DECLS
