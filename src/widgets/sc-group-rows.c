/* SPDX-License-Identifier: GPL-3.0-or-later */

/* A preferences group does not tell its rows, so whoever fills it keeps a list of them. */

#include "widgets/sc-group-rows.h"

/**
 * sc_group_rows_add:
 * @group: a group
 * @rows: (element-type GtkWidget): the rows that it has of its owner
 * @row: one more
 */
void
sc_group_rows_add (AdwPreferencesGroup *group,
                   GPtrArray           *rows,
                   GtkWidget           *row)
{
  adw_preferences_group_add (group, row);
  g_ptr_array_add (rows, row);
}

/**
 * sc_group_rows_clear:
 * @group: a group
 * @rows: (element-type GtkWidget): the rows that it has of its owner, none afterwards
 *
 * Takes the rows out of the group.
 */
void
sc_group_rows_clear (AdwPreferencesGroup *group,
                     GPtrArray           *rows)
{
  for (guint i = 0; i < rows->len; i++)
    adw_preferences_group_remove (group, rows->pdata[i]);
  g_ptr_array_set_size (rows, 0);
}

/**
 * sc_group_rows_create_add_button:
 * @group: a group
 * @tooltip: what the button adds
 *
 * Puts a button for one more row beside the group's title.
 *
 * Returns: (transfer none): the button
 */
GtkWidget *
sc_group_rows_create_add_button (AdwPreferencesGroup *group,
                                 const char          *tooltip)
{
  GtkWidget *button = gtk_button_new_from_icon_name ("list-add-symbolic");

  gtk_widget_set_tooltip_text (button, tooltip);
  gtk_widget_add_css_class (button, "flat");
  adw_preferences_group_set_header_suffix (group, button);

  return button;
}
