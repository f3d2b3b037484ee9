/* SPDX-License-Identifier: GPL-3.0-or-later */

/* A process as a file: a drawing for people, or JSON for another Stagecraft.
 * First the format is chosen, and the paper of a PDF, then the place. */

#include "app/sc-export-dialog.h"

#include <glib/gi18n.h>
#include <string.h>

#include "config.h"
#include "diagram/sc-export.h"
#include "diagram/sc-paper.h"
#include "exchange/sc-process-file.h"
#include "files/sc-file.h"
#include "statistics/sc-scheme-figures.h"
#include "store/sc-store-read.h"
#include "widgets/sc-error-dialog.h"

/* The drawings, then the process itself. */
#define N_FORMATS (SC_N_IMAGE_FORMATS + 1)

/* An export on its way. */
typedef struct {
  GtkWidget *window;
  AdwToastOverlay *toasts;
  AdwDialog *dialog;
  ScStore *store;
  ScProcess *process;
  guint format;
  gboolean has_refusals;
  gboolean has_figures;
  char *paper; /* or none, for a page as large as the scheme */
  char *path;
} Export;

static const ScFileFormat *
get_format (guint index)
{
  return index < SC_N_IMAGE_FORMATS ? sc_image_format_describe (index) : sc_process_file_get_format ();
}

static void
export_free (Export *self)
{
  g_clear_object (&self->window);
  g_clear_object (&self->toasts);
  g_clear_object (&self->store);
  g_clear_pointer (&self->process, sc_process_unref);
  g_free (self->paper);
  g_free (self->path);
  g_free (self);
}

G_DEFINE_AUTOPTR_CLEANUP_FUNC (Export, export_free)

static Export *
export_copy (const Export *self,
             guint         format)
{
  Export *copy = g_new0 (Export, 1);

  copy->window = g_object_ref (self->window);
  copy->toasts = g_object_ref (self->toasts);
  copy->store = g_object_ref (self->store);
  copy->process = sc_process_ref (self->process);
  copy->format = format;

  return copy;
}

static gboolean
write_json (Export          *self,
            const ScProcess *process,
            GError         **error)
{
  g_autoptr (ScProcessFile) file = sc_process_file_load (self->store, process, TRUE, error);
  g_autoptr (GBytes) contents = NULL;
  char *json;

  if (file == NULL)
    return FALSE;

  json = sc_process_file_to_json (file);
  contents = g_bytes_new_take (json, strlen (json));

  return sc_file_replace (self->path, contents, error);
}

static gboolean
write_page (Export          *self,
            const ScPaper   *paper,
            const ScProcess *process,
            const ScVersion *version,
            GPtrArray       *figures,
            GError         **error)
{
  ScPagesOptions options = SC_PAPER_OPTIONS (process->name, sc_clock_today ());
  g_autoptr (GBytes) pdf = NULL;

  options.has_refusals = self->has_refusals;
  options.figures = figures;
  pdf = sc_paper_make_pdf (paper, version, &options, error);

  return pdf != NULL && sc_file_replace (self->path, pdf, error);
}

static gboolean
write_drawing (Export          *self,
               const ScProcess *process,
               GError         **error)
{
  g_autoptr (ScVersion) version = sc_store_load_version (self->store, process->id, SC_VERSION_WANTED_CURRENT, error);
  g_autoptr (GPtrArray) figures = NULL;
  ScExportOptions options = SC_EXPORT_OPTIONS (process->name, sc_clock_today ());
  ScPaper paper;

  if (version != NULL && self->has_figures)
    figures = sc_scheme_figures_read (self->store, process->id, NULL, error);
  if (version == NULL || (self->has_figures && figures == NULL))
    return FALSE;

  if (self->format == SC_IMAGE_PDF && sc_paper_from_name (self->paper, TRUE, &paper))
    return write_page (self, &paper, process, version, figures, error);

  options.sheet.has_refusals = self->has_refusals;
  options.sheet.figures = figures;

  return sc_export_write (version, &options, self->format, self->path, error);
}

/* As it is when its file has been chosen, which may be long after it was asked for. */
static gboolean
write_file (Export  *self,
            GError **error)
{
  g_autoptr (ScProcess) process = sc_store_load_process (self->store, self->process->id, error);

  if (process == NULL)
    return FALSE;

  return self->format < SC_N_IMAGE_FORMATS ? write_drawing (self, process, error) : write_json (self, process, error);
}

static gpointer
write_process (ScStore      *store,
               gpointer      self,
               GCancellable *cancellable,
               GError      **error)
{
  write_file (self, error);

  return NULL;
}

static void
written_cb (GObject      *source,
            GAsyncResult *result,
            gpointer      user_data)
{
  g_autoptr (Export) self = user_data;
  g_autoptr (GError) error = NULL;
  g_autofree char *name = g_path_get_basename (self->path);
  g_autofree char *text = NULL;
  AdwToast *toast;

  sc_store_read_finish (SC_STORE (source), result, &error);
  if (error != NULL)
    {
      sc_error_dialog_present (self->window, _("Could Not Export Process"), error);
      return;
    }

  text = g_strdup_printf (_("Exported to “%s”"), name);
  toast = adw_toast_new (text);
  adw_toast_set_use_markup (toast, FALSE);
  adw_toast_overlay_add_toast (self->toasts, toast);
}

static void
file_chosen_cb (GObject      *source,
                GAsyncResult *result,
                gpointer      user_data)
{
  g_autoptr (Export) self = user_data;
  g_autoptr (GFile) file = gtk_file_dialog_save_finish (GTK_FILE_DIALOG (source), result, NULL);
  g_autoptr (GSettings) settings = g_settings_new (APPLICATION_ID);
  g_autofree char *name = NULL;
  ScStore *store = self->store;

  if (file == NULL)
    return;

  self->path = g_file_get_path (file);
  self->has_refusals = g_settings_get_boolean (settings, "show-refusals");
  self->has_figures = g_settings_get_boolean (settings, "show-figures");
  self->paper = g_settings_get_string (settings, "export-paper");
  name = g_file_get_basename (file);
  sc_store_read_for_job_async (store, sc_job_new (name, NULL), write_process, self, NULL, NULL, written_cb, self);
  self = NULL;
}

static void
format_activated_cb (GtkListBox    *list,
                     GtkListBoxRow *row,
                     gpointer       user_data)
{
  Export *choice = user_data;
  Export *self = export_copy (choice, (guint) gtk_list_box_row_get_index (row));
  g_autoptr (GtkFileDialog) dialog = gtk_file_dialog_new ();
  g_autofree char *name = g_strdup_printf ("%s.%s", self->process->name, get_format (self->format)->id);

  g_strdelimit (name, "/\\", '-');
  gtk_file_dialog_set_title (dialog, _("Export Process"));
  gtk_file_dialog_set_initial_name (dialog, name);
  gtk_file_dialog_save (dialog, GTK_WINDOW (self->window), NULL, file_chosen_cb, self);
  adw_dialog_close (choice->dialog);
}

static void
choice_closed_cb (gpointer  data,
                  GClosure *closure)
{
  export_free (data);
}

static GtkWidget *
make_list (void)
{
  GtkWidget *list = gtk_list_box_new ();

  gtk_widget_add_css_class (list, "boxed-list");
  gtk_list_box_set_selection_mode (GTK_LIST_BOX (list), GTK_SELECTION_NONE);
  for (guint i = 0; i < N_FORMATS; i++)
    {
      GtkWidget *row = adw_action_row_new ();

      adw_preferences_row_set_title (ADW_PREFERENCES_ROW (row), _(get_format (i)->name));
      adw_action_row_set_subtitle (ADW_ACTION_ROW (row), _(get_format (i)->purpose));
      adw_action_row_add_suffix (ADW_ACTION_ROW (row), gtk_image_new_from_icon_name ("go-next-symbolic"));
      gtk_list_box_row_set_activatable (GTK_LIST_BOX_ROW (row), TRUE);
      gtk_list_box_append (GTK_LIST_BOX (list), row);
    }

  return list;
}

static void
settings_unref (gpointer  data,
                GClosure *closure)
{
  g_object_unref (data);
}

/* The first choice is no paper: a page as large as the scheme. */
static void
paper_selected_cb (AdwComboRow *row,
                   GParamSpec  *pspec,
                   GSettings   *settings)
{
  guint selected = adw_combo_row_get_selected (row);

  g_settings_set_string (settings, "export-paper", selected > 0 ? sc_paper_get_name (selected - 1) : "");
}

static GtkWidget *
make_paper_list (void)
{
  GtkWidget *list = gtk_list_box_new ();
  GtkWidget *row = adw_combo_row_new ();
  g_autoptr (GtkStringList) names = gtk_string_list_new (NULL);
  g_autoptr (GSettings) settings = g_settings_new (APPLICATION_ID);
  g_autofree char *kept = g_settings_get_string (settings, "export-paper");
  guint selected = 0;

  gtk_string_list_append (names, _("As Large as the Scheme"));
  for (guint i = 0; sc_paper_get_name (i) != NULL; i++)
    {
      gtk_string_list_append (names, sc_paper_get_name (i));
      if (g_ascii_strcasecmp (sc_paper_get_name (i), kept) == 0)
        selected = i + 1;
    }

  gtk_widget_add_css_class (list, "boxed-list");
  gtk_list_box_set_selection_mode (GTK_LIST_BOX (list), GTK_SELECTION_NONE);
  adw_preferences_row_set_title (ADW_PREFERENCES_ROW (row), _("Page of the _PDF"));
  adw_preferences_row_set_use_underline (ADW_PREFERENCES_ROW (row), TRUE);
  adw_combo_row_set_model (ADW_COMBO_ROW (row), G_LIST_MODEL (names));
  adw_combo_row_set_selected (ADW_COMBO_ROW (row), selected);
  g_signal_connect_data (row, "notify::selected", G_CALLBACK (paper_selected_cb), g_steal_pointer (&settings),
                         settings_unref, G_CONNECT_DEFAULT);
  gtk_list_box_append (GTK_LIST_BOX (list), row);

  return list;
}

/**
 * sc_export_process:
 * @window: the window
 * @toasts: where to say that it was done
 * @store: where the process is
 * @process: the process
 *
 * Asks for a format and a file, and writes the process's current version.
 */
void
sc_export_process (GtkWidget       *window,
                   AdwToastOverlay *toasts,
                   ScStore         *store,
                   ScProcess       *process)
{
  AdwDialog *dialog = adw_dialog_new ();
  GtkWidget *view = adw_toolbar_view_new ();
  GtkWidget *clamp = adw_clamp_new ();
  GtkWidget *list = make_list ();
  GtkWidget *box = gtk_box_new (GTK_ORIENTATION_VERTICAL, 18);
  Export source = { .window = window, .toasts = toasts, .store = store, .process = process };
  Export *choice = export_copy (&source, 0);

  choice->dialog = dialog;
  g_signal_connect_data (list, "row-activated", G_CALLBACK (format_activated_cb), choice, choice_closed_cb,
                         G_CONNECT_DEFAULT);
  gtk_widget_set_margin_top (box, 12);
  gtk_widget_set_margin_bottom (box, 24);
  gtk_widget_set_margin_start (box, 12);
  gtk_widget_set_margin_end (box, 12);
  gtk_box_append (GTK_BOX (box), list);
  gtk_box_append (GTK_BOX (box), make_paper_list ());
  adw_clamp_set_child (ADW_CLAMP (clamp), box);
  adw_toolbar_view_add_top_bar (ADW_TOOLBAR_VIEW (view), adw_header_bar_new ());
  adw_toolbar_view_set_content (ADW_TOOLBAR_VIEW (view), clamp);
  adw_dialog_set_title (dialog, _("Export Process"));
  adw_dialog_set_content_width (dialog, 420);
  adw_dialog_set_child (dialog, view);
  adw_dialog_present (dialog, window);
}
