/* SPDX-License-Identifier: GPL-3.0-or-later */

/* Brings what has just come, or was just given the focus, to where it is seen. */

#pragma once

#include <gtk/gtk.h>

G_BEGIN_DECLS

void sc_into_view_bring (GtkWidget *widget);

G_END_DECLS
