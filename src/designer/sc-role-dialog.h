/* SPDX-License-Identifier: GPL-3.0-or-later */

/* Asks for a new role: its name, and what it does in a sale. */

#pragma once

#include <adwaita.h>

#include "model/sc-version.h"

G_BEGIN_DECLS

typedef void (*ScRoleMade) (const char *name,
                            ScFunction  function,
                            gpointer    user_data);

void sc_role_dialog_present (GtkWidget       *parent,
                             const ScVersion *version,
                             ScRoleMade       callback,
                             gpointer         user_data);
GtkStringList *sc_role_functions_new (void);

G_END_DECLS
