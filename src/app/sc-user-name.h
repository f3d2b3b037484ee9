/* SPDX-License-Identifier: GPL-3.0-or-later */

/* Has the user called in a window's database what the preferences say. */

#pragma once

#include <gtk/gtk.h>

#include "store/sc-store.h"

G_BEGIN_DECLS

#define SC_TYPE_USER_NAME (sc_user_name_get_type ())
G_DECLARE_FINAL_TYPE (ScUserName, sc_user_name, SC, USER_NAME, GObject)

ScUserName *sc_user_name_new (GtkWidget *window,
                              GSettings *settings,
                              ScStore   *store);

G_END_DECLS
