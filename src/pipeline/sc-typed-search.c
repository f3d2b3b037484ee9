/* SPDX-License-Identifier: GPL-3.0-or-later */

/* Begins a search with what is typed where no text is: on the board, in a list. The
* capture of GtkSearchBar itself would take the space bar from the buttons there. */

#include "pipeline/sc-typed-search.h"

/**
 * sc_typed_search_take_key:
 * @bar: a search bar
 * @entry: its entry
 * @keys: where a key was pressed
 * @keyval: which
 * @state: with what held down
 *
 * Shows the search bar and types the key into its entry, where the key is a letter, a
 * digit or another sign that text begins with, and no text has the focus.
 *
 * Returns: whether the key is used up
 */
gboolean
sc_typed_search_take_key (GtkSearchBar          *bar,
                          GtkEditable           *entry,
                          GtkEventControllerKey *keys,
                          guint                  keyval,
                          GdkModifierType        state)
{
  gunichar letter = gdk_keyval_to_unicode (keyval);

  g_return_val_if_fail (GTK_IS_SEARCH_BAR (bar), GDK_EVENT_PROPAGATE);
  g_return_val_if_fail (GTK_IS_EDITABLE (entry), GDK_EVENT_PROPAGATE);

  if ((state & (GDK_CONTROL_MASK | GDK_ALT_MASK | GDK_SUPER_MASK | GDK_META_MASK)) != 0
      || !g_unichar_isgraph (letter)
      || GTK_IS_EDITABLE (gtk_root_get_focus (gtk_widget_get_root (GTK_WIDGET (bar)))))
    return GDK_EVENT_PROPAGATE;

  gtk_search_bar_set_search_mode (bar, TRUE);
  gtk_widget_grab_focus (GTK_WIDGET (entry));
  gtk_editable_set_position (entry, -1);

  return gtk_event_controller_key_forward (keys, GTK_WIDGET (gtk_editable_get_delegate (entry)));
}
