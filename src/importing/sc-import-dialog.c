/* SPDX-License-Identifier: GPL-3.0-or-later */

/* From a file to deals in four steps: choose it, see and change how it is
 * read, wait, and read what was left out. Until the third ends nothing is
 * written, and afterwards it can be undone. */

#include "importing/sc-import-dialog.h"

#include <glib/gi18n-lib.h>

#include "exchange/sc-import-async.h"
#include "importing/sc-import-form.h"
#include "importing/sc-import-questions.h"
#include "importing/sc-import-report-page.h"
#include "importing/sc-table-facts.h"
#include "store/sc-deal-query.h"
#include "unsaved/sc-dialog-guard.h"
#include "widgets/sc-change.h"
#include "widgets/sc-error-dialog.h"

#define PROGRESS_INTERVAL_MS 100

struct _ScImportDialog
{
  AdwDialog parent_instance;

  GtkStack *stack;
  GtkButton *cancel_button;
  GtkButton *choose_button;
  GtkButton *import_button;
  GtkButton *done_button;
  AdwStatusPage *busy_page;
  GtkProgressBar *progress_bar;
  ScImportForm *form;
  ScImportReportPage *report_page;

  ScDialogGuard *guard;
  ScStore *store;
  char *process_id;
  GtkWidget *origin;
  AdwDialog *question; /* whether to stop what is at work */
  ScImportReport *report;
  GCancellable *cancellable;
  guint progress_source;
  /* Shared with what is at work. */
  int *progress;
};

G_DEFINE_FINAL_TYPE (ScImportDialog, sc_import_dialog, ADW_TYPE_DIALOG);

static void
show_page (ScImportDialog *self,
           const char     *name)
{
  gboolean is_busy = g_str_equal (name, "busy");
  gboolean is_report = g_str_equal (name, "report");

  gtk_stack_set_visible_child_name (self->stack, name);
  gtk_widget_set_visible (GTK_WIDGET (self->import_button), g_str_equal (name, "form"));
  gtk_widget_set_visible (GTK_WIDGET (self->done_button), is_report);
  gtk_widget_set_visible (GTK_WIDGET (self->cancel_button), !is_report);
  sc_dialog_guard_set_busy (self->guard, is_busy);
  /* What the table seems to mean was guessed and looked through: to be asked
   * about like what is filled in. */
  if (g_str_equal (name, "form"))
    sc_dialog_guard_touch (self->guard);
  else if (is_report)
    sc_dialog_guard_reset (self->guard);
}

static gboolean
show_progress (gpointer data)
{
  ScImportDialog *self = data;
  int progress = g_atomic_int_get (self->progress);

  /* All is read; how long the indexes and sums take, nobody knows. */
  if (progress == 1000)
    {
      adw_status_page_set_description (self->busy_page, _("Counting what was imported…"));
      gtk_progress_bar_pulse (self->progress_bar);
    }
  else
    {
      gtk_progress_bar_set_fraction (self->progress_bar, progress / 1000.0);
    }

  return G_SOURCE_CONTINUE;
}

static void
start_waiting (ScImportDialog *self,
               const char     *title)
{
  g_clear_object (&self->cancellable);
  self->cancellable = g_cancellable_new ();
  g_clear_pointer (&self->progress, g_atomic_rc_box_release);
  self->progress = g_atomic_rc_box_new0 (int);
  adw_status_page_set_title (self->busy_page, title);
  adw_status_page_set_description (self->busy_page, NULL);
  gtk_progress_bar_set_fraction (self->progress_bar, 0);
  self->progress_source = g_timeout_add (PROGRESS_INTERVAL_MS, show_progress, self);
  show_page (self, "busy");
}

static void
stop_waiting (ScImportDialog *self,
              const char     *page)
{
  g_clear_handle_id (&self->progress_source, g_source_remove);
  show_page (self, page);
  if (self->question != NULL)
    adw_dialog_force_close (self->question);
}

/* The window closes with the dialog, once the store has let go of what was begun. */
static void
stop_answered_cb (ScImportDialog *self,
                  const char     *response)
{
  g_clear_weak_pointer (&self->question);
  if (!g_str_equal (response, "stop") || self->progress_source == 0)
    return;

  g_cancellable_cancel (self->cancellable);
  adw_dialog_force_close (ADW_DIALOG (self));
}

/* By Escape, or with the window; the guard asks where nothing is at work. */
static void
close_attempt_cb (ScImportDialog *self)
{
  if (self->progress_source == 0 || self->question != NULL)
    return;

  g_set_weak_pointer (&self->question, sc_import_ask_to_stop (GTK_WIDGET (self)));
  g_signal_connect_object (self->question, "response", G_CALLBACK (stop_answered_cb), self, G_CONNECT_SWAPPED);
}

static void
read_cb (GObject      *source,
         GAsyncResult *result,
         gpointer      user_data)
{
  g_autoptr (ScImportDialog) self = user_data;
  g_autoptr (GError) error = NULL;
  g_autoptr (ScTableFacts) facts = sc_table_facts_finish (SC_STORE (source), result, &error);

  stop_waiting (self, facts != NULL || sc_import_form_get_scan (self->form) != NULL ? "form" : "file");
  if (facts == NULL)
    {
      sc_import_form_show_encoding (self->form);
      sc_import_tell_error (GTK_WIDGET (self), self->origin, _("Could Not Read Table"), error);
      return;
    }

  sc_import_form_set_table (self->form, facts->version, facts->currencies[0], g_steal_pointer (&facts->scan));
  /* What has to be answered comes first, and is seen to be it: where the file was chosen,
   * the window forgot about the keyboard. */
  if (gtk_widget_get_root (GTK_WIDGET (self)) != NULL)
    gtk_window_set_focus_visible (GTK_WINDOW (gtk_widget_get_root (GTK_WIDGET (self))), TRUE);
  if (sc_import_form_is_ready (self->form))
    adw_dialog_set_focus (ADW_DIALOG (self), GTK_WIDGET (self->import_button));
  else
    gtk_widget_grab_focus (GTK_WIDGET (self->form));
}

static void
read_table (ScImportDialog *self,
            const char     *path,
            const char     *encoding)
{
  ScTableFormat format = { 0 };

  start_waiting (self, _("Reading the Table…"));
  g_strlcpy (format.encoding, encoding, sizeof format.encoding);
  sc_table_facts_read_async (self->store, self->process_id, path, &format, self->progress, self->cancellable, read_cb,
                             g_object_ref (self));
}

/**
 * sc_import_dialog_load:
 * @self: a dialog that waits for a file
 * @path: a table
 *
 * Looks at the table and shows how it seems to be read.
 */
void
sc_import_dialog_load (ScImportDialog *self,
                       const char     *path)
{
  g_return_if_fail (SC_IS_IMPORT_DIALOG (self));

  read_table (self, path, "");
}

static void
encoding_chosen_cb (ScImportDialog *self,
                    const char     *encoding)
{
  g_autofree char *path = g_strdup (sc_import_form_get_scan (self->form)->path);

  read_table (self, path, encoding);
}

static void
file_chosen_cb (GObject      *source,
                GAsyncResult *result,
                gpointer      user_data)
{
  g_autoptr (ScImportDialog) self = user_data;
  g_autoptr (GFile) file = gtk_file_dialog_open_finish (GTK_FILE_DIALOG (source), result, NULL);
  g_autofree char *path = file != NULL ? g_file_get_path (file) : NULL;

  if (path != NULL)
    sc_import_dialog_load (self, path);
}

static void
choose_clicked_cb (ScImportDialog *self)
{
  sc_import_choose_table (GTK_WIDGET (self), file_chosen_cb, g_object_ref (self));
}

static gboolean
dropped_cb (GtkDropTarget  *target,
            const GValue   *value,
            double          x,
            double          y,
            ScImportDialog *self)
{
  GFile *file = g_value_get_object (value);
  g_autofree char *path = file != NULL ? g_file_get_path (file) : NULL;

  if (path == NULL || g_strcmp0 (gtk_stack_get_visible_child_name (self->stack), "file") != 0)
    return FALSE;

  sc_import_dialog_load (self, path);

  return TRUE;
}

/* Told where the dialog was opened from, with Undo, once that can be seen. */
static void
closed_cb (ScImportDialog *self)
{
  guint n_deals;
  g_autofree char *message = NULL;

  if (self->origin == NULL || self->report == NULL)
    return;

  n_deals = self->report->counts.n_added + self->report->counts.n_updated;
  if (self->report->change_id == 0)
    message = g_strdup (_("Nothing in the table was new"));
  else if (self->report->is_history)
    message = g_strdup_printf (ngettext ("%'u entry into a stage imported", "%'u entries into stages imported", n_deals), n_deals);
  else
    message = g_strdup_printf (ngettext ("%'u deal imported", "%'u deals imported", n_deals), n_deals);
  sc_toast_show_undo (self->origin, message, self->store, self->report->change_id);
}

static void
imported_cb (GObject      *source,
             GAsyncResult *result,
             gpointer      user_data)
{
  g_autoptr (ScImportDialog) self = user_data;
  g_autoptr (GError) error = NULL;
  g_autoptr (ScVersion) newer = NULL;
  ScImportReport *report = sc_import_run_finish (SC_STORE (source), result, &newer, &error);

  if (report == NULL)
    {
      stop_waiting (self, "form");
      if (newer != NULL)
        sc_import_form_set_version (self->form, newer);
      sc_import_tell_error (GTK_WIDGET (self), self->origin, _("Nothing Was Imported"), error);
      return;
    }

  stop_waiting (self, "report");
  self->report = report;
  if (gtk_widget_get_root (GTK_WIDGET (self)) != NULL)
    sc_import_report_page_show (self->report_page, report);
  else
    closed_cb (self); /* it came too late to be stopped */
  adw_dialog_set_focus (ADW_DIALOG (self), GTK_WIDGET (self->done_button));
}

static void
import_clicked_cb (ScImportDialog *self)
{
  g_autoptr (ScImportMapping) mapping = NULL;

  if (!sc_import_form_is_ready (self->form))
    return;

  start_waiting (self, _("Importing Deals…"));
  mapping = sc_import_form_get_mapping (self->form);
  sc_import_run_async (self->store, self->process_id, sc_import_form_get_version (self->form),
                       sc_import_form_get_scan (self->form)->path, mapping, self->progress, self->cancellable,
                       imported_cb, g_object_ref (self));
}

static void
cancel_clicked_cb (ScImportDialog *self)
{
  if (self->progress_source != 0)
    g_cancellable_cancel (self->cancellable);
  else
    adw_dialog_close (ADW_DIALOG (self));
}

static void
done_clicked_cb (ScImportDialog *self)
{
  adw_dialog_force_close (ADW_DIALOG (self));
}

static void
saved_cb (GObject      *source,
          GAsyncResult *result,
          gpointer      user_data)
{
  g_autoptr (ScImportDialog) self = user_data;
  g_autoptr (GError) error = NULL;

  stop_waiting (self, "report");
  if (!sc_import_save_left_out_finish (result, &error) && !g_error_matches (error, G_IO_ERROR, G_IO_ERROR_CANCELLED))
    sc_error_dialog_present (GTK_WIDGET (self), _("The Rows Were Not Saved"), error);
}

/* The whole table is read again for them, as it was read for the import. */
static void
save_chosen_cb (GObject      *source,
                GAsyncResult *result,
                gpointer      user_data)
{
  g_autoptr (ScImportDialog) self = user_data;
  g_autoptr (GFile) file = gtk_file_dialog_save_finish (GTK_FILE_DIALOG (source), result, NULL);

  if (file != NULL)
    sc_import_dialog_save_left_out (self, g_file_peek_path (file));
}

static void
save_clicked_cb (ScImportDialog *self)
{
  g_autoptr (GtkFileDialog) dialog = gtk_file_dialog_new ();

  gtk_file_dialog_set_title (dialog, _("Save Rows"));
  gtk_file_dialog_set_initial_name (dialog, _("Skipped rows.csv"));
  gtk_file_dialog_save (dialog, GTK_WINDOW (gtk_widget_get_root (GTK_WIDGET (self))), NULL, save_chosen_cb,
                        g_object_ref (self));
}

static void
sc_import_dialog_dispose (GObject *object)
{
  ScImportDialog *self = SC_IMPORT_DIALOG (object);

  g_clear_handle_id (&self->progress_source, g_source_remove);
  if (self->cancellable != NULL)
    g_cancellable_cancel (self->cancellable);
  g_clear_object (&self->cancellable);
  g_clear_weak_pointer (&self->origin);
  g_clear_weak_pointer (&self->question);
  g_clear_object (&self->store);
  gtk_widget_dispose_template (GTK_WIDGET (self), SC_TYPE_IMPORT_DIALOG);

  G_OBJECT_CLASS (sc_import_dialog_parent_class)->dispose (object);
}

static void
sc_import_dialog_finalize (GObject *object)
{
  ScImportDialog *self = SC_IMPORT_DIALOG (object);

  g_clear_pointer (&self->report, sc_import_report_free);
  g_clear_pointer (&self->progress, g_atomic_rc_box_release);
  g_free (self->process_id);

  G_OBJECT_CLASS (sc_import_dialog_parent_class)->finalize (object);
}

static void
sc_import_dialog_class_init (ScImportDialogClass *klass)
{
  GObjectClass *object_class = G_OBJECT_CLASS (klass);
  GtkWidgetClass *widget_class = GTK_WIDGET_CLASS (klass);

  object_class->dispose = sc_import_dialog_dispose;
  object_class->finalize = sc_import_dialog_finalize;

  g_type_ensure (SC_TYPE_IMPORT_FORM);
  g_type_ensure (SC_TYPE_IMPORT_REPORT_PAGE);
  gtk_widget_class_set_template_from_resource (widget_class,
                                               "/io/github/stagecraft/Stagecraft/importing/sc-import-dialog.ui");
  gtk_widget_class_bind_template_child (widget_class, ScImportDialog, stack);
  gtk_widget_class_bind_template_child (widget_class, ScImportDialog, cancel_button);
  gtk_widget_class_bind_template_child (widget_class, ScImportDialog, choose_button);
  gtk_widget_class_bind_template_child (widget_class, ScImportDialog, import_button);
  gtk_widget_class_bind_template_child (widget_class, ScImportDialog, done_button);
  gtk_widget_class_bind_template_child (widget_class, ScImportDialog, busy_page);
  gtk_widget_class_bind_template_child (widget_class, ScImportDialog, progress_bar);
  gtk_widget_class_bind_template_child (widget_class, ScImportDialog, form);
  gtk_widget_class_bind_template_child (widget_class, ScImportDialog, report_page);
  gtk_widget_class_bind_template_callback (widget_class, choose_clicked_cb);
  gtk_widget_class_bind_template_callback (widget_class, encoding_chosen_cb);
  gtk_widget_class_bind_template_callback (widget_class, import_clicked_cb);
  gtk_widget_class_bind_template_callback (widget_class, cancel_clicked_cb);
  gtk_widget_class_bind_template_callback (widget_class, done_clicked_cb);
  gtk_widget_class_bind_template_callback (widget_class, save_clicked_cb);
}

static void
sc_import_dialog_init (ScImportDialog *self)
{
  GtkDropTarget *target = gtk_drop_target_new (G_TYPE_FILE, GDK_ACTION_COPY);

  gtk_widget_init_template (GTK_WIDGET (self));
  self->guard = sc_dialog_guard_add (ADW_DIALOG (self));
  g_signal_connect (self, "closed", G_CALLBACK (closed_cb), NULL);
  g_signal_connect (self, "close-attempt", G_CALLBACK (close_attempt_cb), NULL);
  g_signal_connect_object (target, "drop", G_CALLBACK (dropped_cb), self, G_CONNECT_DEFAULT);
  gtk_widget_add_controller (GTK_WIDGET (self), GTK_EVENT_CONTROLLER (target));
  show_page (self, "file");
  adw_dialog_set_focus (ADW_DIALOG (self), GTK_WIDGET (self->choose_button));
}

/**
 * sc_import_dialog_new:
 * @store: the store
 * @process_id: a published process
 * @origin: (nullable): the widget that the dialog is opened from, under a toast
 *   overlay that tells the end, with Undo
 *
 * Returns: (transfer floating): a dialog that asks for a table
 */
AdwDialog *
sc_import_dialog_new (ScStore    *store,
                      const char *process_id,
                      GtkWidget  *origin)
{
  ScImportDialog *self = g_object_new (SC_TYPE_IMPORT_DIALOG, NULL);

  self->store = g_object_ref (store);
  self->process_id = g_strdup (process_id);
  g_set_weak_pointer (&self->origin, origin);

  return ADW_DIALOG (self);
}

/**
 * sc_import_dialog_save_left_out:
 * @self: a dialog that shows what came of an import
 * @path: where to write
 *
 * Saves the rows that were left out, as the table has them, behind a column that says
 * why: to be mended, and imported.
 */
void
sc_import_dialog_save_left_out (ScImportDialog *self,
                                const char     *path)
{
  g_autoptr (ScImportMapping) mapping = NULL;

  g_return_if_fail (SC_IS_IMPORT_DIALOG (self));
  g_return_if_fail (self->report != NULL);

  start_waiting (self, _("Saving Rows…"));
  mapping = sc_import_form_get_mapping (self->form);
  sc_import_save_left_out_async (sc_import_form_get_scan (self->form)->path, mapping, sc_import_form_get_version (self->form),
                                 self->report->refusals, path, self->progress, self->cancellable, saved_cb,
                                 g_object_ref (self));
}
