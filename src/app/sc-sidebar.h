/* SPDX-License-Identifier: GPL-3.0-or-later */

/* The sidebar: Today with its count, and the processes. */

#pragma once

#include <adwaita.h>

#include "app/sc-process-list.h"

G_BEGIN_DECLS

#define SC_TYPE_SIDEBAR (sc_sidebar_get_type ())
G_DECLARE_FINAL_TYPE (ScSidebar, sc_sidebar, SC, SIDEBAR, AdwNavigationPage)

void sc_sidebar_set_processes (ScSidebar     *self,
                               ScProcessList *processes);
void sc_sidebar_set_place (ScSidebar  *self,
                           const char *place);
void sc_sidebar_set_n_due (ScSidebar *self,
                           guint      n_due);

G_END_DECLS
