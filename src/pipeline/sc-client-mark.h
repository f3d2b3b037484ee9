/* SPDX-License-Identifier: GPL-3.0-or-later */

/* The border on the board at which “no client” becomes “client”: a line from top to
 * bottom, with what it means written along it. */

#pragma once

#include <gtk/gtk.h>

G_BEGIN_DECLS

#define SC_TYPE_CLIENT_MARK (sc_client_mark_get_type ())
G_DECLARE_FINAL_TYPE (ScClientMark, sc_client_mark, SC, CLIENT_MARK, GtkWidget)

GtkWidget *sc_client_mark_new (void);

G_END_DECLS
