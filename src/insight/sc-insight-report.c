/* SPDX-License-Identifier: GPL-3.0-or-later */

/* Writes what the Insight view shows as a report, of one page each week and of two each month:
 * a PDF, where the user chooses. It is set and written in a thread. */

#include "insight/sc-insight-report.h"

#include <glib/gi18n-lib.h>

#include "document/sc-document-format.h"
#include "document/sc-document-pdf.h"
#include "document/sc-monthly-report.h"
#include "document/sc-weekly-report.h"
#include "insight/sc-insight-filters.h"
#include "statistics/sc-forecast-finding.h"
#include "statistics/sc-history-finding.h"
#include "widgets/sc-change.h"
#include "widgets/sc-error-dialog.h"

typedef struct {
  GtkWidget *origin;
  ScDocument *report;
  char *path;
} Saving;

static void
saving_free (gpointer data)
{
  Saving *self = data;

  g_object_unref (self->origin);
  sc_document_unref (self->report);
  g_free (self->path);
  g_free (self);
}

G_DEFINE_AUTOPTR_CLEANUP_FUNC (Saving, saving_free);

static void
write_in_thread (GTask        *task,
                 gpointer      source,
                 gpointer      data,
                 GCancellable *cancellable)
{
  const Saving *self = data;
  g_autoptr (GError) error = NULL;

  if (sc_document_save (self->report, sc_document_write_pdf, self->path, &error))
    g_task_return_boolean (task, TRUE);
  else
    g_task_return_error (task, g_steal_pointer (&error));
}

static void
written_cb (GObject      *source,
            GAsyncResult *result,
            gpointer      user_data)
{
  const Saving *self = g_task_get_task_data (G_TASK (result));
  g_autoptr (GError) error = NULL;
  g_autofree char *name = g_path_get_basename (self->path);
  g_autofree char *text = NULL;

  if (!g_task_propagate_boolean (G_TASK (result), &error))
    {
      sc_error_dialog_present (self->origin, _("The Report Can’t Be Saved"), error);
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
  g_task_set_source_tag (task, sc_insight_report_save);
  g_task_set_task_data (task, g_steal_pointer (&self), saving_free);
  g_task_run_in_thread (task, write_in_thread);
}

/**
 * sc_insight_report_is_ready:
 * @figures: what is read by now
 *
 * Returns: whether all that a report has is read
 */
gboolean
sc_insight_report_is_ready (const ScInsightFigures *figures)
{
  return figures->cycle != NULL && figures->discovery != NULL && figures->outlook != NULL && figures->record != NULL
         && figures->plans != NULL;
}

/**
 * sc_insight_report_make:
 * @process_name: the process
 * @figures: what is read, all of it
 *
 * Returns: (transfer full): the report of the month
 */
ScDocument *
sc_insight_report_make (const char             *process_name,
                        const ScInsightFigures *figures)
{
  g_autoptr (GPtrArray) findings = sc_history_findings_make (figures->cycle, figures->flow, figures->discovery, figures->learning);
  const ScMonthlyReport report = {
    .process_name = process_name, .day = figures->outlook->forecast->standing->as_of, .cycle = figures->cycle,
    .discovery = figures->discovery, .outlook = figures->outlook, .record = figures->record, .plans = figures->plans,
    .findings = findings,
  };

  sc_forecast_findings_add (findings, figures->outlook->forecast, figures->record, figures->versions);

  return sc_monthly_report_make (&report);
}

/**
 * sc_insight_report_is_ready_for_week:
 * @figures: what is read by now
 *
 * Returns: whether all figures that a weekly report has are read
 */
gboolean
sc_insight_report_is_ready_for_week (const ScInsightFigures *figures)
{
  return figures->cycle != NULL && figures->flow != NULL && figures->discovery != NULL && figures->plans != NULL;
}

/**
 * sc_insight_report_make_week:
 * @process_name: the process
 * @figures: what is read, all that it needs
 * @week: what is due and stuck
 *
 * Returns: (transfer full): the report of the week
 */
ScDocument *
sc_insight_report_make_week (const char             *process_name,
                             const ScInsightFigures *figures,
                             const ScWeek           *week)
{
  g_autofree char *about = sc_insight_filters_tell (figures->flow->query);
  const ScWeeklyReport report = {
    .process_name = process_name, .about = about, .week = week, .cycle = figures->cycle, .flow = figures->flow,
    .discovery = figures->discovery, .plans = figures->plans,
  };

  return sc_weekly_report_make (&report);
}

/**
 * sc_insight_report_save:
 * @origin: the widget that it is asked from
 * @report: a report
 *
 * Asks where to, and writes it there; a toast or a dialog tells what came of it.
 */
void
sc_insight_report_save (GtkWidget  *origin,
                        ScDocument *report)
{
  g_autoptr (GtkFileDialog) dialog = gtk_file_dialog_new ();
  g_autofree char *name = g_strdup_printf ("%s.pdf", report->title);
  Saving *self = g_new0 (Saving, 1);

  g_strdelimit (name, "/\\", '-');
  gtk_file_dialog_set_title (dialog, _("Save Report"));
  gtk_file_dialog_set_initial_name (dialog, name);
  self->origin = g_object_ref (origin);
  self->report = sc_document_ref (report);
  gtk_file_dialog_save (dialog, GTK_WINDOW (gtk_widget_get_root (origin)), NULL, file_chosen_cb, self);
}
