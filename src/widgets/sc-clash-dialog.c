/* SPDX-License-Identifier: GPL-3.0-or-later */

/* Two have changed the same: neither is lost before a person has chosen. */

#include "widgets/sc-clash-dialog.h"

#include <glib/gi18n-lib.h>

#include "toolkit/sc-plain-text.h"

static GtkWidget *
make_reading (const char *title,
              const char *text)
{
  GtkWidget *row = adw_action_row_new ();

  adw_preferences_row_set_use_markup (ADW_PREFERENCES_ROW (row), FALSE);
  adw_preferences_row_set_title (ADW_PREFERENCES_ROW (row), title);
  adw_action_row_set_subtitle (ADW_ACTION_ROW (row), *text != '\0' ? text : _("empty"));
  adw_action_row_set_subtitle_selectable (ADW_ACTION_ROW (row), TRUE);
  gtk_widget_add_css_class (row, "property");

  return row;
}

static GtkWidget *
make_body (GPtrArray *clashes)
{
  GtkWidget *scrolled = gtk_scrolled_window_new ();
  GtkWidget *box = gtk_box_new (GTK_ORIENTATION_VERTICAL, 18);

  for (guint i = 0; i < clashes->len; i++)
    {
      const ScClash *clash = clashes->pdata[i];
      GtkWidget *group = adw_preferences_group_new ();

      sc_plain_text_set_group_title (ADW_PREFERENCES_GROUP (group), clash->what);
      adw_preferences_group_add (ADW_PREFERENCES_GROUP (group), make_reading (_("Theirs"), clash->theirs));
      adw_preferences_group_add (ADW_PREFERENCES_GROUP (group), make_reading (_("Mine"), clash->mine));
      gtk_box_append (GTK_BOX (box), group);
    }

  /* Room for the shadows of the lists. */
  gtk_widget_set_margin_start (box, 3);
  gtk_widget_set_margin_end (box, 3);
  gtk_widget_set_margin_bottom (box, 3);
  gtk_scrolled_window_set_policy (GTK_SCROLLED_WINDOW (scrolled), GTK_POLICY_NEVER, GTK_POLICY_AUTOMATIC);
  gtk_scrolled_window_set_propagate_natural_height (GTK_SCROLLED_WINDOW (scrolled), TRUE);
  gtk_scrolled_window_set_max_content_height (GTK_SCROLLED_WINDOW (scrolled), 360);
  gtk_scrolled_window_set_child (GTK_SCROLLED_WINDOW (scrolled), box);

  return scrolled;
}

/**
 * sc_clash_dialog_new:
 * @clashes: (element-type ScClash): what was changed here and elsewhere
 *
 * Returns: (transfer floating): an #AdwAlertDialog with the responses `mine`,
 *   `theirs` and `later`
 */
AdwDialog *
sc_clash_dialog_new (GPtrArray *clashes)
{
  AdwAlertDialog *self = ADW_ALERT_DIALOG (adw_alert_dialog_new (_("Changed Elsewhere"), NULL));

  adw_alert_dialog_set_body (self, _("While you were changing this, others changed it too. Which version should stay?"));
  adw_alert_dialog_set_extra_child (self, make_body (clashes));
  adw_alert_dialog_add_responses (self, "later", _("_Decide Later"), "theirs", _("Take _Theirs"),
                                  "mine", _("Keep _Mine"), NULL);
  adw_alert_dialog_set_default_response (self, "later");
  adw_alert_dialog_set_close_response (self, "later");

  return ADW_DIALOG (self);
}
