/* SPDX-License-Identifier: GPL-3.0-or-later */

/* The ways to a new process. All end in one: create, then show its scheme. */

#include "app/sc-new-process.h"

#include <glib/gi18n.h>

#include "app/sc-questions-dialog.h"
#include "app/sc-stages-dialog.h"
#include "change/sc-process-commands.h"
#include "widgets/sc-error-dialog.h"

static void
created_cb (GObject      *source,
            GAsyncResult *result,
            gpointer      user_data)
{
  g_autoptr (GtkWidget) widget = user_data;
  g_autoptr (GError) error = NULL;
  g_autoptr (ScOutcome) outcome = sc_command_run_finish (SC_STORE (source), result, &error);

  if (outcome == NULL)
    {
      sc_error_dialog_present (widget, _("The Process Can’t Be Made"), error);
      return;
    }

  gtk_widget_activate_action (widget, "win.process-created", "s", outcome->process_id);
  if (ADW_IS_DIALOG (widget))
    adw_dialog_force_close (ADW_DIALOG (widget));
}

/**
 * sc_new_process_create:
 * @widget: the window, or the dialog that asked; a dialog closes once the
 *   process is made, and stays open with an error where it can't be
 * @store: where to make it
 * @name: its name
 * @version: its draft
 *
 * Makes a process, and leads to its scheme.
 */
void
sc_new_process_create (GtkWidget       *widget,
                       ScStore         *store,
                       const char      *name,
                       const ScVersion *version)
{
  sc_command_run_async (sc_command_create_process (name, "", version, NULL), store, NULL, created_cb,
                        g_object_ref (widget));
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
  adw_dialog_present (ADW_DIALOG (sc_questions_dialog_new (store)), window);
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
  adw_dialog_present (ADW_DIALOG (sc_stages_dialog_new (store)), window);
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
    sc_error_dialog_present (window, _("The Process Can’t Be Made"), error);
  else
    sc_new_process_create (window, store, name, version);
}
