/* SPDX-License-Identifier: GPL-3.0-or-later */

/* Takes holidays from a file into the working calendar: asks for the file, reads it in a
 * thread, and says how much of it is new and how much was left out. */

#include "app/sc-calendar-import.h"

#include <glib/gi18n.h>

#include "change/sc-calendar-commands.h"
#include "exchange/sc-holiday-file.h"
#include "widgets/sc-change.h"
#include "widgets/sc-error-dialog.h"

typedef struct {
  GtkWidget *origin;
  ScStore *store;
} Import;

static void
import_free (Import *self)
{
  g_object_unref (self->origin);
  g_object_unref (self->store);
  g_free (self);
}

G_DEFINE_AUTOPTR_CLEANUP_FUNC (Import, import_free)

static guint
count_new (ScCalendar *calendar,
           ScCalendar *holidays)
{
  guint n = 0;

  for (guint i = 0; i < sc_calendar_get_n_days (holidays); i++)
    n += sc_calendar_find_day (calendar, sc_calendar_get_day (holidays, i)->day) == NULL;

  return n;
}

static char *
make_message (ScStore             *store,
              const ScHolidayFile *file)
{
  g_autoptr (ScCalendar) calendar = sc_store_get_calendar (store);
  guint n_new = count_new (calendar, file->holidays);
  g_autofree char *added = g_strdup_printf (ngettext ("%u day off added", "%u days off added", n_new), n_new);
  g_autofree char *left_out = NULL;

  if (file->n_left_out == 0)
    return g_steal_pointer (&added);

  left_out = g_strdup_printf (ngettext ("%u event left out", "%u events left out", file->n_left_out), file->n_left_out);

  /* Translators: how many days were added to the calendar, and how many events of a file were no whole days */
  return g_strdup_printf (_("%1$s, %2$s"), added, left_out);
}

static void
read_in_thread (GTask        *task,
                gpointer      source,
                gpointer      path,
                GCancellable *cancellable)
{
  GError *error = NULL;
  ScHolidayFile *file = sc_holiday_file_read (path, sc_clock_today (), &error);

  if (file != NULL)
    g_task_return_pointer (task, file, (GDestroyNotify) sc_holiday_file_free);
  else
    g_task_return_error (task, error);
}

static void
read_cb (GObject      *source,
         GAsyncResult *result,
         gpointer      user_data)
{
  g_autoptr (Import) self = user_data;
  g_autoptr (GError) error = NULL;
  g_autoptr (ScHolidayFile) file = g_task_propagate_pointer (G_TASK (result), &error);
  g_autofree char *message = file != NULL ? make_message (self->store, file) : NULL;

  if (file != NULL)
    sc_change_run (self->origin, self->store, sc_command_import_holidays (file->holidays), message, NULL, NULL);
  else
    sc_error_dialog_present (self->origin, _("Holidays Not Imported"), error);
}

static void
chosen_cb (GObject      *source,
           GAsyncResult *result,
           gpointer      user_data)
{
  g_autoptr (Import) self = user_data;
  g_autoptr (GFile) file = gtk_file_dialog_open_finish (GTK_FILE_DIALOG (source), result, NULL);
  g_autoptr (GTask) task = NULL;

  if (file == NULL)
    return;

  task = g_task_new (NULL, NULL, read_cb, g_steal_pointer (&self));
  g_task_set_source_tag (task, chosen_cb);
  g_task_set_task_data (task, g_file_get_path (file), g_free);
  g_task_run_in_thread (task, read_in_thread);
}

/**
 * sc_calendar_import_ask:
 * @origin: the widget that asks
 * @store: a database
 *
 * Asks for a file of iCalendar, and takes its holidays.
 */
void
sc_calendar_import_ask (GtkWidget *origin,
                        ScStore   *store)
{
  g_autoptr (GtkFileDialog) dialog = gtk_file_dialog_new ();
  g_autoptr (GtkFileFilter) filter = gtk_file_filter_new ();
  Import *self = g_new0 (Import, 1);

  self->origin = g_object_ref (origin);
  self->store = g_object_ref (store);
  gtk_file_filter_set_name (filter, _("Calendars"));
  gtk_file_filter_add_suffix (filter, "ics");
  gtk_file_filter_add_suffix (filter, "ical");
  gtk_file_dialog_set_default_filter (dialog, filter);
  gtk_file_dialog_set_title (dialog, _("Import Holidays"));
  gtk_file_dialog_open (dialog, GTK_WINDOW (gtk_widget_get_root (origin)), NULL, chosen_cb, self);
}
