/* SPDX-License-Identifier: GPL-3.0-or-later */

/* The keys of the Scheme view. */

#pragma once

#include <gtk/gtk.h>

G_BEGIN_DECLS

/* A key, or two, and what it does. @target is the action's argument as GVariant
 * text, %NULL where it has none. */
typedef struct {
  const char *accelerator;
  const char *alternative;
  const char *action;
  const char *target;
} ScDesignerKey;

void sc_designer_keys_bind_view (GtkWidgetClass *widget_class);
void sc_designer_keys_add_to_window (GtkWidget *view);
void sc_designer_keys_bind_canvas (GtkWidgetClass *widget_class);
void sc_designer_keys_bind_table (GtkWidgetClass *widget_class);

G_END_DECLS
