/* SPDX-License-Identifier: GPL-3.0-or-later */

/* Opens an address or a file in the program that the system has for it. */

#pragma once

#include <gtk/gtk.h>

G_BEGIN_DECLS

void sc_launch_uri (GtkWidget  *origin,
                    const char *uri);
void sc_launch_file (GtkWidget *origin,
                     GFile     *file);

G_END_DECLS
