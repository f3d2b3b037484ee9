/* SPDX-License-Identifier: GPL-3.0-or-later */

/* What can be done with a whole process, from the sidebar and from its page alike:
 * actions of the window that take the process's id. */

#pragma once

#include <adwaita.h>

#include "store/sc-store.h"

G_BEGIN_DECLS

#define SC_TYPE_PROCESS_ACTIONS (sc_process_actions_get_type ())
G_DECLARE_FINAL_TYPE (ScProcessActions, sc_process_actions, SC, PROCESS_ACTIONS, GObject)

ScProcessActions *sc_process_actions_new (GtkWidget       *window,
                                          AdwToastOverlay *toasts,
                                          ScStore         *store);
GMenuModel *sc_process_menu_new (ScProcess *process);

G_END_DECLS
