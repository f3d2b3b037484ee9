/* SPDX-License-Identifier: GPL-3.0-or-later */

/* Rows of a preferences group that are made anew each time there is something else to show. */

#pragma once

#include <adwaita.h>

G_BEGIN_DECLS

void sc_group_rows_add (AdwPreferencesGroup *group,
                        GPtrArray           *rows,
                        GtkWidget           *row);
void sc_group_rows_clear (AdwPreferencesGroup *group,
                          GPtrArray           *rows);
GtkWidget *sc_group_rows_create_add_button (AdwPreferencesGroup *group,
                                            const char          *tooltip);

G_END_DECLS
