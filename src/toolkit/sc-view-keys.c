/* SPDX-License-Identifier: GPL-3.0-or-later */

/* Keys of a view that work wherever in the window the focus is, in the sidebar as in a
 * pane, while the view is on show: others of the same page, which are kept, have the same
 * keys. */

#include "toolkit/sc-view-keys.h"

static gboolean
pressed_cb (GtkWidget *view,
            GVariant  *arguments,
            gpointer   user_data)
{
  g_autofree char *name = NULL;
  g_autoptr (GVariant) target = NULL;

  return gtk_widget_get_mapped (view)
         && g_action_parse_detailed_name (user_data, &name, &target, NULL)
         && gtk_widget_activate_action_variant (view, name, target);
}

/**
 * sc_view_keys_add:
 * @view: a view
 * @accelerator: a key, such as `<Control>plus`
 * @action: what it does, as a detailed action that @view has: `view.zoom(2)`
 *
 * Gives the view a key. Where a dialog is open it is the dialog's.
 */
void
sc_view_keys_add (GtkWidget  *view,
                  const char *accelerator,
                  const char *action)
{
  GtkEventController *controller;
  GtkShortcutAction *pressed;

  g_return_if_fail (GTK_IS_WIDGET (view));

  controller = gtk_shortcut_controller_new ();
  pressed = gtk_callback_action_new (pressed_cb, g_strdup (action), g_free);
  gtk_shortcut_controller_set_scope (GTK_SHORTCUT_CONTROLLER (controller), GTK_SHORTCUT_SCOPE_GLOBAL);
  gtk_shortcut_controller_add_shortcut (GTK_SHORTCUT_CONTROLLER (controller),
                                        gtk_shortcut_new (gtk_shortcut_trigger_parse_string (accelerator), pressed));
  gtk_widget_add_controller (view, controller);
}
