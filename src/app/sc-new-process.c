/* SPDX-License-Identifier: GPL-3.0-or-later */

/* The ways to a new process. All end in one: create, then show its scheme. */

#include "app/sc-new-process.h"

#include <glib/gi18n.h>

#include "change/sc-add-sample.h"
#include "change/sc-process-commands.h"
#include "exchange/sc-process-file.h"
#include "method/sc-proposal.h"
#include "model/sc-loss-reason.h"
#include "questions/sc-questions-dialog.h"
#include "questions/sc-stages-dialog.h"
#include "store/sc-store-read.h"
#include "widgets/sc-error-dialog.h"

/* A name that is taken is said at the name. */
static void
refuse (GtkWidget    *widget,
        const GError *error)
{
  gboolean is_taken = g_error_matches (error, SC_STORE_ERROR, SC_STORE_ERROR_EXISTS);

  if (ADW_IS_DIALOG (widget))
    gtk_widget_set_sensitive (widget, TRUE);
  if (is_taken && SC_IS_QUESTIONS_DIALOG (widget))
    sc_questions_dialog_refuse_name (SC_QUESTIONS_DIALOG (widget), error->message);
  else if (is_taken && SC_IS_STAGES_DIALOG (widget))
    sc_stages_dialog_refuse_name (SC_STAGES_DIALOG (widget), error->message);
  else
    sc_error_dialog_present (widget, _("Could Not Create Process"), error);
}

static void
created_cb (GObject      *source,
            GAsyncResult *result,
            gpointer      user_data)
{
  g_autoptr (GtkWidget) widget = user_data;
  g_autoptr (GError) error = NULL;
  g_autoptr (ScOutcome) outcome = sc_command_run_finish (SC_STORE (source), result, &error);
  GtkWidget *window = GTK_WIDGET (gtk_widget_get_root (widget));

  if (outcome == NULL)
    {
      refuse (widget, error);
      return;
    }

  /* A dialog that closes gives the focus back: before the scheme takes it. */
  if (ADW_IS_DIALOG (widget))
    adw_dialog_force_close (ADW_DIALOG (widget));
  if (window != NULL)
    gtk_widget_activate_action (window, "win.process-created", "s", outcome->process_id);
}

/* A dialog closes once the process is made; where it can't be, it stays open
 * with what was entered. */
static void
create (GtkWidget       *widget,
        ScStore         *store,
        const char      *name,
        const ScVersion *version)
{
  g_auto (GStrv) reasons = sc_loss_reasons_list (version->language);

  sc_command_run_async (sc_command_create_process (name, "", version, (const char *const *) reasons), store, NULL,
                        created_cb, g_object_ref (widget));
}

static void
taken_cb (AdwDialog  *dialog,
          const char *name,
          ScVersion  *version,
          ScStore    *store)
{
  /* Not twice, while it waits. */
  gtk_widget_set_sensitive (GTK_WIDGET (dialog), FALSE);
  create (GTK_WIDGET (dialog), store, name, version);
}

static char *
make_name (ScStore *store)
{
  char *name = sc_store_make_process_name (store, _("Sales Process"), NULL);

  return name != NULL ? name : g_strdup (_("Sales Process"));
}

/**
 * sc_new_process_from_questions:
 * @window: the window
 * @store: where to make it
 *
 * Asks the method's questions.
 */
void
sc_new_process_from_questions (GtkWidget *window,
                               ScStore   *store)
{
  g_autofree char *name = make_name (store);
  g_autoptr (ScCalendar) calendar = sc_store_get_calendar (store);
  ScQuestionsDialog *dialog = sc_questions_dialog_new (name, NULL, sc_language_get_default (), calendar);

  g_signal_connect_object (dialog, "proposed", G_CALLBACK (taken_cb), store, G_CONNECT_DEFAULT);
  adw_dialog_present (ADW_DIALOG (dialog), window);
}

/**
 * sc_new_process_from_stages:
 * @window: the window
 * @store: where to make it
 *
 * Asks for the stages that one has today.
 */
void
sc_new_process_from_stages (GtkWidget *window,
                            ScStore   *store)
{
  g_autofree char *name = make_name (store);
  ScStagesDialog *dialog = sc_stages_dialog_new (name, NULL);

  g_signal_connect_object (dialog, "taken", G_CALLBACK (taken_cb), store, G_CONNECT_DEFAULT);
  adw_dialog_present (ADW_DIALOG (dialog), window);
}

/**
 * sc_new_process_empty:
 * @window: the window
 * @store: where to make it
 *
 * Makes a process without stages.
 */
void
sc_new_process_empty (GtkWidget *window,
                      ScStore   *store)
{
  g_autoptr (ScVersion) version = sc_version_new (sc_language_get_default ());
  g_autoptr (GError) error = NULL;
  g_autofree char *name = sc_store_make_process_name (store, _("Sales Process"), &error);

  if (name == NULL)
    sc_error_dialog_present (window, _("Could Not Create Process"), error);
  else
    create (window, store, name, version);
}

/* A file being asked for, with what it is read for. */
typedef struct {
  GtkWidget *window;
  ScStore *store;
} Reading;

static void
reading_free (Reading *reading)
{
  g_object_unref (reading->window);
  g_object_unref (reading->store);
  g_free (reading);
}

G_DEFINE_AUTOPTR_CLEANUP_FUNC (Reading, reading_free)

/* What makes the file's process, under a name that is free. */
static gpointer
read_file (ScStore      *store,
           gpointer      path,
           GCancellable *cancellable,
           GError      **error)
{
  g_autoptr (ScProcessFile) file = sc_process_file_read (path, error);
  g_autofree char *name = file != NULL ? sc_store_make_process_name (store, file->name, error) : NULL;

  return name != NULL ? sc_process_file_import (file, store, name, error) : NULL;
}

static void
free_command (gpointer command)
{
  sc_command_free (command);
}

static void
read_cb (GObject      *source,
         GAsyncResult *result,
         gpointer      user_data)
{
  g_autoptr (GtkWidget) window = user_data;
  g_autoptr (GError) error = NULL;
  ScCommand *command = sc_store_read_finish (SC_STORE (source), result, &error);

  if (command == NULL)
    sc_error_dialog_present (window, _("Could Not Import Process"), error);
  else
    sc_command_run_async (command, SC_STORE (source), NULL, created_cb, g_object_ref (window));
}

static void
file_chosen_cb (GObject      *source,
                GAsyncResult *result,
                gpointer      user_data)
{
  g_autoptr (Reading) reading = user_data;
  g_autoptr (GFile) file = gtk_file_dialog_open_finish (GTK_FILE_DIALOG (source), result, NULL);
  g_autofree char *name = file != NULL ? g_file_get_basename (file) : NULL;

  if (file != NULL)
    sc_store_read_for_job_async (reading->store, sc_job_new (name, NULL), read_file, g_file_get_path (file), g_free,
                                 free_command, read_cb, g_object_ref (reading->window));
}

/**
 * sc_new_process_from_file:
 * @window: the window
 * @store: where to make it
 *
 * Asks for a file that another Stagecraft wrote, and takes its process in.
 */
void
sc_new_process_from_file (GtkWidget *window,
                          ScStore   *store)
{
  g_autoptr (GtkFileDialog) dialog = gtk_file_dialog_new ();
  g_autoptr (GtkFileFilter) filter = gtk_file_filter_new ();
  Reading *reading = g_new0 (Reading, 1);

  reading->window = g_object_ref (window);
  reading->store = g_object_ref (store);
  gtk_file_filter_set_name (filter, _("Stagecraft processes (JSON)"));
  gtk_file_filter_add_suffix (filter, "json");
  gtk_file_dialog_set_default_filter (dialog, filter);
  gtk_file_dialog_set_title (dialog, _("Import Process"));
  gtk_file_dialog_open (dialog, GTK_WINDOW (window), NULL, file_chosen_cb, reading);
}

/* As many as fill a board without crowding it. */
#define N_SAMPLE_DEALS 120

static const ScAspects sample_aspects = {
  { SC_SELLING_CONSULTATIVE, SC_NOVELTY_INNOVATIVE, SC_DEMAND_FORMED, SC_MARKET_B2B, SC_OFFER_PRODUCT,
    SC_PAYMENT_AFTER_ONBOARDING }
};

static void
sampled_cb (GObject      *source,
            GAsyncResult *result,
            gpointer      user_data)
{
  g_autoptr (GtkWidget) window = user_data;
  g_autoptr (GError) error = NULL;
  g_autoptr (ScOutcome) outcome = sc_command_run_finish (SC_STORE (source), result, &error);

  if (outcome == NULL)
    sc_error_dialog_present (window, _("Could Not Create Sample"), error);
  else
    gtk_widget_activate_action (window, "win.process-created", "s", outcome->process_id);
}

/**
 * sc_new_process_sample:
 * @window: the window
 * @store: where to make it
 *
 * Makes a process with made-up deals to look at and to try things out on.
 */
void
sc_new_process_sample (GtkWidget *window,
                       ScStore   *store)
{
  g_autoptr (ScVersion) version = sc_proposal_new (&sample_aspects, sc_language_get_default ());
  const ScSampleProcess sample = { .name = _("Sample: Software for Companies"), .version = version, .share = 1 };

  sc_command_run_async (sc_command_add_sample (&sample, 1, N_SAMPLE_DEALS, 1), store, NULL, sampled_cb,
                        g_object_ref (window));
}

/**
 * sc_new_process_begin:
 * @widget: where it is asked for
 * @store: the store
 * @action: the window's action that asks for it
 *
 * Begins the one of the ways that the action is named after.
 */
void
sc_new_process_begin (GtkWidget  *widget,
                      ScStore    *store,
                      const char *action)
{
  if (g_str_equal (action, "win.new-process"))
    sc_new_process_from_questions (widget, store);
  else if (g_str_equal (action, "win.new-from-stages"))
    sc_new_process_from_stages (widget, store);
  else if (g_str_equal (action, "win.new-from-file"))
    sc_new_process_from_file (widget, store);
  else if (g_str_equal (action, "win.new-empty"))
    sc_new_process_empty (widget, store);
  else
    sc_new_process_sample (widget, store);
}
