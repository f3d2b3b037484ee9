/* SPDX-License-Identifier: GPL-3.0-or-later */

/* Tells who holds a field when a person leaves it, and of keys before the field takes
 * them: for what saves what is typed by itself. */

#pragma once

#include <gtk/gtk.h>

G_BEGIN_DECLS

void sc_field_watch (GtkWidget *field,
                     GCallback  left,
                     GCallback  key_pressed,
                     gpointer   user_data);

G_END_DECLS
