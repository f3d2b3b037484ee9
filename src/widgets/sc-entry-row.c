/* SPDX-License-Identifier: GPL-3.0-or-later */

/* An entry row that is heard by its title once, and says why what stands in it can't be taken.
 * libadwaita has the title in two labels, of which one is shown, and names the row by both. */

#include "widgets/sc-entry-row.h"

G_DEFINE_TYPE (ScEntryRow, sc_entry_row, ADW_TYPE_ENTRY_ROW);

static void
title_cb (ScEntryRow *self)
{
  gtk_accessible_reset_relation (GTK_ACCESSIBLE (self), GTK_ACCESSIBLE_RELATION_LABELLED_BY);
  gtk_accessible_update_property (GTK_ACCESSIBLE (self), GTK_ACCESSIBLE_PROPERTY_LABEL,
                                  adw_preferences_row_get_title (ADW_PREFERENCES_ROW (self)), -1);
}

static void
sc_entry_row_class_init (ScEntryRowClass *klass)
{
}

static void
sc_entry_row_init (ScEntryRow *self)
{
  g_signal_connect (self, "notify::title", G_CALLBACK (title_cb), NULL);
}

/**
 * sc_entry_row_new:
 *
 * Returns: (transfer floating): an empty entry without a title
 */
GtkWidget *
sc_entry_row_new (void)
{
  return g_object_new (SC_TYPE_ENTRY_ROW, NULL);
}

/**
 * sc_entry_row_tell:
 * @row: an entry
 * @title: what it is for
 * @message: (nullable): why what stands in it can't be taken; %NULL where it can
 *
 * The message stands where the title does, which is over the text, until it is
 * told again.
 */
void
sc_entry_row_tell (AdwEntryRow *row,
                   const char  *title,
                   const char  *message)
{
  gboolean is_wrong = message != NULL;
  gboolean is_new;

  g_return_if_fail (ADW_IS_ENTRY_ROW (row));

  is_new = is_wrong && g_strcmp0 (adw_preferences_row_get_title (ADW_PREFERENCES_ROW (row)), message) != 0;
  adw_preferences_row_set_use_markup (ADW_PREFERENCES_ROW (row), FALSE);
  adw_preferences_row_set_title (ADW_PREFERENCES_ROW (row), is_wrong ? message : title);
  gtk_widget_set_tooltip_text (GTK_WIDGET (row), message);
  if (is_wrong)
    gtk_widget_add_css_class (GTK_WIDGET (row), "error");
  else
    gtk_widget_remove_css_class (GTK_WIDGET (row), "error");
  gtk_accessible_update_state (GTK_ACCESSIBLE (row),
                               GTK_ACCESSIBLE_STATE_INVALID,
                               is_wrong ? GTK_ACCESSIBLE_INVALID_TRUE : GTK_ACCESSIBLE_INVALID_FALSE,
                               -1);
  if (is_new)
    gtk_accessible_announce (GTK_ACCESSIBLE (row), message, GTK_ACCESSIBLE_ANNOUNCEMENT_PRIORITY_MEDIUM);
}
