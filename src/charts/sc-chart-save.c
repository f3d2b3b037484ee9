/* SPDX-License-Identifier: GPL-3.0-or-later */

/* Takes a chart out of the program: into a file, or onto the clipboard. Files are made in a
 * thread, for a disk may be slow. */

#include "charts/sc-chart-save.h"

#include <glib/gi18n-lib.h>

#include "diagram/sc-chart-table.h"
#include "files/sc-file.h"
#include "widgets/sc-change.h"
#include "widgets/sc-error-dialog.h"

/* A chart on its way into a file. */
typedef struct {
  GtkWidget *origin;
  ScChart *chart;
  ScChartFormat format;
  ScDirection direction;
  char *path;
} Saving;

static void
saving_free (gpointer data)
{
  Saving *self = data;

  g_object_unref (self->origin);
  sc_chart_unref (self->chart);
  g_free (self->path);
  g_free (self);
}

G_DEFINE_AUTOPTR_CLEANUP_FUNC (Saving, saving_free)

static ScDirection
get_direction (GtkWidget *widget)
{
  return gtk_widget_get_direction (widget) == GTK_TEXT_DIR_RTL ? SC_DIRECTION_RTL : SC_DIRECTION_LTR;
}

static void
write_in_thread (GTask        *task,
                 gpointer      source,
                 gpointer      data,
                 GCancellable *cancellable)
{
  const Saving *self = data;
  g_autoptr (GError) error = NULL;
  g_autoptr (GBytes) bytes = sc_chart_to_bytes (self->chart, self->format, self->direction, &error);

  if (bytes != NULL && sc_file_replace (self->path, bytes, &error))
    g_task_return_boolean (task, TRUE);
  else
    g_task_return_error (task, g_steal_pointer (&error));
}

static void
written_cb (GObject      *source,
            GAsyncResult *result,
            gpointer      user_data)
{
  g_autoptr (GError) error = NULL;
  const Saving *self = g_task_get_task_data (G_TASK (result));
  g_autofree char *name = g_path_get_basename (self->path);
  g_autofree char *text = NULL;

  if (!g_task_propagate_boolean (G_TASK (result), &error))
    {
      sc_error_dialog_present (self->origin, _("The Chart Can’t Be Saved"), error);
      return;
    }

  text = g_strdup_printf (_("Saved as “%s”"), name);
  sc_toast_show (self->origin, text);
}

static void
file_chosen_cb (GObject      *source,
                GAsyncResult *result,
                gpointer      user_data)
{
  g_autoptr (Saving) self = user_data;
  g_autoptr (GFile) file = gtk_file_dialog_save_finish (GTK_FILE_DIALOG (source), result, NULL);
  g_autoptr (GTask) task = NULL;

  if (file != NULL)
    self->path = g_file_get_path (file);
  if (self->path == NULL)
    return;

  task = g_task_new (self->origin, NULL, written_cb, NULL);
  g_task_set_source_tag (task, sc_chart_save);
  g_task_set_task_data (task, g_steal_pointer (&self), saving_free);
  g_task_run_in_thread (task, write_in_thread);
}

static gboolean
find_format (const char    *id,
             ScChartFormat *format)
{
  for (guint i = 0; i < SC_N_CHART_FORMATS; i++)
    if (g_str_equal (sc_chart_format_describe (i)->id, id))
      {
        *format = i;
        return TRUE;
      }

  return FALSE;
}

/**
 * sc_chart_save:
 * @origin: the widget that it is shown in
 * @chart: a chart
 * @format_id: the format, as sc_chart_format_describe() calls it
 *
 * Asks where to, and writes the chart there; a toast or a dialog tells what came of it.
 */
void
sc_chart_save (GtkWidget  *origin,
               ScChart    *chart,
               const char *format_id)
{
  g_autoptr (GtkFileDialog) dialog = gtk_file_dialog_new ();
  g_autofree char *name = g_strdup_printf ("%s.%s", chart->title, format_id);
  ScChartFormat format;
  Saving *self;

  g_return_if_fail (find_format (format_id, &format));

  g_strdelimit (name, "/\\", '-');
  gtk_file_dialog_set_title (dialog, _("Save Chart"));
  gtk_file_dialog_set_initial_name (dialog, name);
  self = g_new0 (Saving, 1);
  self->origin = g_object_ref (origin);
  self->chart = sc_chart_ref (chart);
  self->format = format;
  self->direction = get_direction (origin);
  gtk_file_dialog_save (dialog, GTK_WINDOW (gtk_widget_get_root (origin)), NULL, file_chosen_cb, self);
}

static GdkContentProvider *
offer (ScChart      *chart,
       ScChartFormat format,
       ScDirection   direction)
{
  g_autoptr (GBytes) bytes = sc_chart_to_bytes (chart, format, direction, NULL);

  return bytes != NULL
         ? gdk_content_provider_new_for_bytes (sc_chart_format_describe (format)->media_type, bytes) : NULL;
}

/**
 * sc_chart_copy:
 * @origin: the widget that it is shown in
 * @chart: a chart
 *
 * Puts its picture on the clipboard, for programs that take drawings and for those that
 * take pictures.
 */
void
sc_chart_copy (GtkWidget *origin,
               ScChart   *chart)
{
  ScDirection direction = get_direction (origin);
  GdkContentProvider *offers[] = { offer (chart, SC_CHART_PNG, direction), offer (chart, SC_CHART_SVG, direction) };
  g_autoptr (GdkContentProvider) content = NULL;

  if (offers[0] == NULL || offers[1] == NULL)
    {
      g_clear_object (&offers[0]);
      g_clear_object (&offers[1]);
      return;
    }

  content = gdk_content_provider_new_union (offers, G_N_ELEMENTS (offers));
  gdk_clipboard_set_content (gtk_widget_get_clipboard (origin), content);
  sc_toast_show (origin, _("Copied the picture"));
}

/**
 * sc_chart_copy_table:
 * @origin: the widget that it is shown in
 * @chart: a chart
 *
 * Puts its numbers on the clipboard, as spreadsheets take them.
 */
void
sc_chart_copy_table (GtkWidget *origin,
                     ScChart   *chart)
{
  g_autoptr (GPtrArray) rows = sc_chart_make_table (chart, SC_CELLS_FOR_PEOPLE);
  g_autoptr (GString) text = g_string_new (NULL);

  for (guint i = 0; i < rows->len; i++)
    {
      g_autofree char *row = g_strjoinv ("\t", rows->pdata[i]);

      g_string_append_printf (text, "%s\n", row);
    }
  gdk_clipboard_set_text (gtk_widget_get_clipboard (origin), text->str);
  sc_toast_show (origin, _("Copied the table"));
}
