/* SPDX-License-Identifier: GPL-3.0-or-later */

/* A row of the sidebar: a process, what is to be said of it, and its menu. */

#pragma once

#include <adwaita.h>

#include "store/sc-store.h"

G_BEGIN_DECLS

#define SC_TYPE_PROCESS_ROW (sc_process_row_get_type ())
G_DECLARE_FINAL_TYPE (ScProcessRow, sc_process_row, SC, PROCESS_ROW, GtkListBoxRow)

GtkWidget *sc_process_row_new (ScProcess *process);
ScProcess *sc_process_row_get_process (ScProcessRow *self);
void sc_process_row_show_menu (ScProcessRow *self,
                               double        x,
                               double        y);

G_END_DECLS
