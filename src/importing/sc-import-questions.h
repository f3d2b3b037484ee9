/* SPDX-License-Identifier: GPL-3.0-or-later */

/* What the import of a table asks and tells besides its own dialog: for a file,
 * whether to stop, and what went wrong. */

#pragma once

#include <adwaita.h>

G_BEGIN_DECLS

void sc_import_choose_table (GtkWidget          *inside,
                             GAsyncReadyCallback callback,
                             gpointer            user_data);
AdwDialog *sc_import_ask_to_stop (GtkWidget *inside);
void sc_import_tell_error (GtkWidget    *inside,
                           GtkWidget    *origin,
                           const char   *heading,
                           const GError *error);

G_END_DECLS
