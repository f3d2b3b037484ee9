/* SPDX-License-Identifier: GPL-3.0-or-later */

/* Starts the program with a window: registers what the rooms bring along, then runs
 * the application. */

#include "app/sc-app.h"

#include <glib/gi18n.h>
#include <gtk/gtk.h>

#include "app/sc-application.h"
#include "designer/sc-designer.h"
#include "pipeline/sc-pipeline.h"
#include "insight/sc-insight-init.h"
#include "regulations/sc-regulations-init.h"
#include "printing/sc-printing.h"
#include "questions/sc-questions.h"
#include "sc-app-resources.h"
#include "store/sc-main-thread.h"
#include "store/sc-store.h"
#include "today/sc-today.h"

/**
 * sc_app_init:
 *
 * Makes this room's interface files known, and those of the rooms it shows.
 * GTK has to be initialised.
 */
void
sc_app_init (void)
{
  sc_app_register_resource ();
  sc_printing_init ();
  sc_questions_init ();
  sc_designer_init ();
  sc_pipeline_init ();
  sc_regulations_init ();
  sc_insight_init ();
  sc_today_init ();
}

/**
 * sc_app_run:
 * @argc: number of arguments
 * @argv: arguments, none of them a subcommand
 *
 * Opens the window and runs until the last one is closed.
 *
 * Returns: the process's exit status
 */
int
sc_app_run (int    argc,
            char **argv)
{
  ScApplication *application;
  int status;

  if (!gtk_init_check ())
    {
      g_printerr (_("Stagecraft needs a display for its window; without one, see “stagecraft --help”.\n"));
      return 1;
    }

  sc_app_init ();
  sc_main_thread_set (TRUE);
  application = sc_application_new ();
  status = g_application_run (G_APPLICATION (application), argc, argv);

  /* Nothing is shown any more. */
  g_object_unref (application);
  sc_main_thread_set (FALSE);
  sc_store_finish_copies ();
  sc_store_wait_until_closed ();

  return status;
}
