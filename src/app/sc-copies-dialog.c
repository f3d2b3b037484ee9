/* SPDX-License-Identifier: GPL-3.0-or-later */

/* Back Up and Restore: what copies of a window's database there are, and the
 * ways to make one and to go back to one. What is chosen the window does. */

#include "app/sc-copies-dialog.h"

#include <glib/gi18n.h>

#include "app/sc-restoring.h"
#include "store/sc-kept-copies.h"
#include "widgets/sc-error-dialog.h"

struct _ScCopiesDialog
{
  AdwDialog parent_instance;

  GFile *database;
  GCancellable *cancellable;

  AdwBanner *failure_banner;
  GtkWidget *back_up_row;
  AdwPreferencesGroup *copies_group;
  GtkWidget *none_row;
};

G_DEFINE_FINAL_TYPE (ScCopiesDialog, sc_copies_dialog, ADW_TYPE_DIALOG);

static void
restore_clicked_cb (GtkButton *button,
                    gpointer   user_data)
{
  ScCopiesDialog *self = SC_COPIES_DIALOG (gtk_widget_get_ancestor (GTK_WIDGET (button), SC_TYPE_COPIES_DIALOG));
  const char *path = user_data;

  sc_restoring_ask (GTK_WIDGET (self), path);
}

static char *
describe (const ScKeptCopy *copy)
{
  g_autofree char *size = g_format_size ((guint64) copy->size);
  g_autofree char *processes = g_strdup_printf (ngettext ("%u process", "%u processes", copy->n_processes),
                                                copy->n_processes);
  g_autofree char *deals = g_strdup_printf (ngettext ("%u open deal", "%u open deals", copy->n_open_deals),
                                            copy->n_open_deals);

  /* Translators: what is in a copy, and its size: “3 processes, 120 open deals, 1.2 MB” */
  return g_strdup_printf (_("%1$s, %2$s, %3$s"), processes, deals, size);
}

static GtkWidget *
make_row (const ScKeptCopy *copy)
{
  GtkWidget *row = adw_action_row_new ();
  GtkWidget *button = gtk_button_new_with_mnemonic (_("_Restore…"));
  g_autofree char *when = sc_restoring_describe_time (copy->made_at);
  g_autofree char *what = describe (copy);
  /* Translators: %s is when the copy was made, such as “Yesterday, 13:04” */
  g_autofree char *name = g_strdup_printf (_("Restore the copy of: %s"), when);

  adw_preferences_row_set_use_markup (ADW_PREFERENCES_ROW (row), FALSE);
  adw_preferences_row_set_title (ADW_PREFERENCES_ROW (row), when);
  adw_action_row_set_subtitle (ADW_ACTION_ROW (row), what);
  gtk_widget_set_valign (button, GTK_ALIGN_CENTER);
  gtk_widget_add_css_class (button, "flat");
  gtk_accessible_update_property (GTK_ACCESSIBLE (button), GTK_ACCESSIBLE_PROPERTY_LABEL, name, -1);
  g_signal_connect_data (button, "clicked", G_CALLBACK (restore_clicked_cb), g_strdup (copy->path),
                         (GClosureNotify) (void (*) (void)) g_free, G_CONNECT_DEFAULT);
  adw_action_row_add_suffix (ADW_ACTION_ROW (row), button);
  adw_action_row_set_activatable_widget (ADW_ACTION_ROW (row), button);

  return row;
}

static void
counted_cb (GObject      *source,
            GAsyncResult *result,
            gpointer      user_data)
{
  g_autoptr (ScCopiesDialog) self = user_data;
  g_autoptr (GPtrArray) copies = sc_kept_copies_count_finish (result, NULL);

  if (copies == NULL)
    return;

  for (guint i = 0; i < copies->len; i++)
    adw_preferences_group_add (self->copies_group, make_row (copies->pdata[i]));
  gtk_widget_set_visible (self->none_row, copies->len == 0);
}

static void
list_copies (ScCopiesDialog *self)
{
  sc_kept_copies_count_async (g_file_peek_path (self->database), self->cancellable, counted_cb, g_object_ref (self));
}

static void
back_up_activated (GtkWidget  *widget,
                   const char *action,
                   GVariant   *parameter)
{
  GtkWidget *window = gtk_widget_get_ancestor (widget, GTK_TYPE_WINDOW);

  adw_dialog_close (ADW_DIALOG (widget));
  gtk_widget_activate_action (window, "win.back-up-now", NULL);
}

static void
file_chosen_cb (GObject      *source,
                GAsyncResult *result,
                gpointer      user_data)
{
  g_autoptr (ScCopiesDialog) self = user_data;
  g_autoptr (GFile) file = gtk_file_dialog_open_finish (GTK_FILE_DIALOG (source), result, NULL);

  if (file == NULL || !gtk_widget_get_mapped (GTK_WIDGET (self)))
    return;

  if (g_file_peek_path (file) != NULL)
    sc_restoring_ask (GTK_WIDGET (self), g_file_peek_path (file));
  else
    {
      g_autofree char *uri = g_file_get_uri (file);
      g_autoptr (GError) error = g_error_new (G_IO_ERROR, G_IO_ERROR_NOT_SUPPORTED,
                                              _("“%s” is not on this computer. Copy it here first."), uri);

      sc_error_dialog_present (GTK_WIDGET (self), _("The Copy Was Not Restored"), error);
    }
}

static void
restore_file_activated (GtkWidget  *widget,
                        const char *action,
                        GVariant   *parameter)
{
  g_autoptr (GtkFileDialog) dialog = gtk_file_dialog_new ();

  gtk_file_dialog_set_title (dialog, _("Restore From a File"));
  gtk_file_dialog_open (dialog, GTK_WINDOW (gtk_widget_get_ancestor (widget, GTK_TYPE_WINDOW)), NULL, file_chosen_cb,
                        g_object_ref (widget));
}

static void
sc_copies_dialog_dispose (GObject *object)
{
  ScCopiesDialog *self = SC_COPIES_DIALOG (object);

  g_cancellable_cancel (self->cancellable);
  gtk_widget_dispose_template (GTK_WIDGET (object), SC_TYPE_COPIES_DIALOG);

  G_OBJECT_CLASS (sc_copies_dialog_parent_class)->dispose (object);
}

static void
sc_copies_dialog_finalize (GObject *object)
{
  ScCopiesDialog *self = SC_COPIES_DIALOG (object);

  g_clear_object (&self->database);
  g_clear_object (&self->cancellable);

  G_OBJECT_CLASS (sc_copies_dialog_parent_class)->finalize (object);
}

static void
sc_copies_dialog_class_init (ScCopiesDialogClass *klass)
{
  GtkWidgetClass *widget_class = GTK_WIDGET_CLASS (klass);

  G_OBJECT_CLASS (klass)->dispose = sc_copies_dialog_dispose;
  G_OBJECT_CLASS (klass)->finalize = sc_copies_dialog_finalize;

  gtk_widget_class_set_template_from_resource (widget_class, "/io/github/stagecraft/Stagecraft/app/sc-copies-dialog.ui");
  gtk_widget_class_bind_template_child (widget_class, ScCopiesDialog, failure_banner);
  gtk_widget_class_bind_template_child (widget_class, ScCopiesDialog, back_up_row);
  gtk_widget_class_bind_template_child (widget_class, ScCopiesDialog, copies_group);
  gtk_widget_class_bind_template_child (widget_class, ScCopiesDialog, none_row);
  gtk_widget_class_install_action (widget_class, "copies.back-up", NULL, back_up_activated);
  gtk_widget_class_install_action (widget_class, "copies.restore-file", NULL, restore_file_activated);
}

static void
sc_copies_dialog_init (ScCopiesDialog *self)
{
  self->cancellable = g_cancellable_new ();
  gtk_widget_init_template (GTK_WIDGET (self));
}

static void
show_failure (ScCopiesDialog *self,
              ScStore        *store)
{
  g_autofree char *failure = sc_store_dup_copy_failure (store);
  g_autofree char *text = NULL;

  if (failure == NULL)
    return;

  /* Translators: %s is a sentence that says why. */
  text = g_strdup_printf (_("The last copy could not be made. %s"), failure);
  adw_banner_set_title (self->failure_banner, text);
  adw_banner_set_revealed (self->failure_banner, TRUE);
}

/**
 * sc_copies_dialog_new:
 * @database: a database
 * @store: (nullable): the same, open; %NULL where it can't be opened, and so
 *   can't be backed up
 *
 * To be presented in a window that knows `win.back-up-now` and `win.restore`.
 *
 * Returns: (transfer floating): a dialog
 */
AdwDialog *
sc_copies_dialog_new (GFile   *database,
                      ScStore *store)
{
  ScCopiesDialog *self = g_object_new (SC_TYPE_COPIES_DIALOG, NULL);

  self->database = g_object_ref (database);
  gtk_widget_set_visible (self->back_up_row, store != NULL);
  if (store != NULL)
    show_failure (self, store);
  list_copies (self);

  return ADW_DIALOG (self);
}
