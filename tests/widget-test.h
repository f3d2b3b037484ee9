/* SPDX-License-Identifier: GPL-3.0-or-later */

/* What tests of the interface share: waiting for something to be so, and
 * finding widgets by what they are. */

#pragma once

#include <adwaita.h>

#include "patience.h"

G_BEGIN_DECLS

typedef gboolean (*WidgetTestIsSo) (gpointer data);

void widget_test_wait (WidgetTestIsSo is_so,
                       gpointer       data,
                       const char    *what);
GtkWidget *widget_test_find (GtkWidget  *root,
                             GType       type,
                             const char *label);
void widget_test_show (GString *report);
guint widget_test_count (GtkWidget *root,
                         GType      type);

G_END_DECLS
