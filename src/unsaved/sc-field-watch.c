/* SPDX-License-Identifier: GPL-3.0-or-later */

/* Tells who holds a field when a person leaves it, and of keys before the field takes
 * them. */

#include "unsaved/sc-field-watch.h"

/**
 * sc_field_watch:
 * @field: what has the focus while something is typed
 * @left: called with @user_data and the controller when the focus leaves it
 * @key_pressed: called with @user_data and what #GtkEventControllerKey::key-pressed
 *   has, before the field sees the key
 * @user_data: what holds the field
 */
void
sc_field_watch (GtkWidget *field,
                GCallback  left,
                GCallback  key_pressed,
                gpointer   user_data)
{
  GtkEventController *focus = gtk_event_controller_focus_new ();
  GtkEventController *keys = gtk_event_controller_key_new ();

  g_signal_connect_swapped (focus, "leave", left, user_data);
  gtk_widget_add_controller (field, focus);
  gtk_event_controller_set_propagation_phase (keys, GTK_PHASE_CAPTURE);
  g_signal_connect_swapped (keys, "key-pressed", key_pressed, user_data);
  gtk_widget_add_controller (field, keys);
}
