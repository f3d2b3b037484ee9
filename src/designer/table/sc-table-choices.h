/* SPDX-License-Identifier: GPL-3.0-or-later */

/* What a cell of the table of stages is chosen from. */

#pragma once

#include <gtk/gtk.h>

#include "model/sc-version.h"

G_BEGIN_DECLS

#define SC_TYPE_TABLE_CHOICES (sc_table_choices_get_type ())
G_DECLARE_FINAL_TYPE (ScTableChoices, sc_table_choices, SC, TABLE_CHOICES, GtkPopover)

GtkWidget *sc_table_choices_new_kinds (ScKindSet kinds);
GtkWidget *sc_table_choices_new_roles (const ScVersion *version,
                                       const char      *role_id);

G_END_DECLS
