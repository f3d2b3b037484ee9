/* SPDX-License-Identifier: GPL-3.0-or-later */

/* A role of a process: its name, what it does, and a way to delete it. */

#pragma once

#include <adwaita.h>

#include "draft/sc-design.h"

G_BEGIN_DECLS

#define SC_TYPE_ROLE_ROW (sc_role_row_get_type ())
G_DECLARE_FINAL_TYPE (ScRoleRow, sc_role_row, SC, ROLE_ROW, AdwExpanderRow)

GtkWidget *sc_role_row_new (void);
void sc_role_row_show (ScRoleRow *self,
                       ScDesign  *design,
                       ScRole    *role);
const char *sc_role_row_get_role_id (ScRoleRow *self);

G_END_DECLS
