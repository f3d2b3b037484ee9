/* SPDX-License-Identifier: GPL-3.0-or-later */

#pragma once

#include <gtk/gtk.h>

G_BEGIN_DECLS

void sc_launch_uri (GtkWidget  *origin,
                    const char *uri);
void sc_launch_file (GtkWidget *origin,
                     GFile     *file);

G_END_DECLS
