/* SPDX-License-Identifier: GPL-3.0-or-later */

/* What the import of a table asks and tells besides its own dialog: for a file, whether
 * to stop, and what went wrong. */

#include "importing/sc-import-questions.h"

#include <glib/gi18n-lib.h>

#include "widgets/sc-error-dialog.h"

static GListModel *
make_filters (void)
{
  GListStore *filters = g_list_store_new (GTK_TYPE_FILE_FILTER);
  g_autoptr (GtkFileFilter) tables = gtk_file_filter_new ();
  g_autoptr (GtkFileFilter) all = gtk_file_filter_new ();

  gtk_file_filter_set_name (tables, _("Tables"));
  gtk_file_filter_add_mime_type (tables, "text/csv");
  gtk_file_filter_add_mime_type (tables, "text/tab-separated-values");
  gtk_file_filter_add_suffix (tables, "csv");
  gtk_file_filter_add_suffix (tables, "tsv");
  gtk_file_filter_set_name (all, _("All Files"));
  gtk_file_filter_add_pattern (all, "*");
  g_list_store_append (filters, tables);
  g_list_store_append (filters, all);

  return G_LIST_MODEL (filters);
}

/**
 * sc_import_choose_table:
 * @inside: a widget of the window that asks
 * @callback: called with the #GtkFileDialog, for gtk_file_dialog_open_finish()
 * @user_data: for @callback
 *
 * Asks for a table.
 */
void
sc_import_choose_table (GtkWidget          *inside,
                        GAsyncReadyCallback callback,
                        gpointer            user_data)
{
  g_autoptr (GtkFileDialog) dialog = gtk_file_dialog_new ();
  g_autoptr (GListModel) filters = make_filters ();

  g_return_if_fail (GTK_IS_WIDGET (inside));

  gtk_file_dialog_set_title (dialog, _("Choose a Table"));
  gtk_file_dialog_set_filters (dialog, filters);
  gtk_file_dialog_open (dialog, GTK_WINDOW (gtk_widget_get_root (inside)), NULL, callback, user_data);
}

/**
 * sc_import_ask_to_stop:
 * @inside: the dialog of an import that is at work
 *
 * Returns: (transfer none): a question on show, which answers “stop” or “keep”
 */
AdwDialog *
sc_import_ask_to_stop (GtkWidget *inside)
{
  AdwAlertDialog *question;

  g_return_val_if_fail (GTK_IS_WIDGET (inside), NULL);

  question = ADW_ALERT_DIALOG (adw_alert_dialog_new (_("Stop the Import?"), _("Nothing of the table is in the database yet.")));
  adw_alert_dialog_add_responses (question, "keep", _("_Go On"), "stop", _("_Stop"), NULL);
  adw_alert_dialog_set_response_appearance (question, "stop", ADW_RESPONSE_DESTRUCTIVE);
  adw_alert_dialog_set_close_response (question, "keep");
  adw_alert_dialog_set_default_response (question, "keep");
  adw_dialog_present (ADW_DIALOG (question), inside);

  return ADW_DIALOG (question);
}

/**
 * sc_import_tell_error:
 * @inside: the dialog of an import
 * @origin: (nullable): the widget that it was opened from
 * @heading: what could not be done
 * @error: why
 *
 * Where what was begun fails after the dialog has gone, that is told where it was
 * opened from.
 */
void
sc_import_tell_error (GtkWidget    *inside,
                      GtkWidget    *origin,
                      const char   *heading,
                      const GError *error)
{
  g_return_if_fail (GTK_IS_WIDGET (inside));

  sc_error_dialog_present (gtk_widget_get_root (inside) != NULL ? inside : origin, heading, error);
}
