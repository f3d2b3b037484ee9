/* SPDX-License-Identifier: GPL-3.0-or-later */

/* Keys of a view that work wherever in the window the focus is. */

#pragma once

#include <gtk/gtk.h>

G_BEGIN_DECLS

void sc_view_keys_add (GtkWidget  *view,
                       const char *accelerator,
                       const char *action);

G_END_DECLS
