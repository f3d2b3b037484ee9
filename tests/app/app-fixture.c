/* SPDX-License-Identifier: GPL-3.0-or-later */

#include "app/app-fixture.h"

#include <glib/gstdio.h>

#include "app/sc-app.h"
#include "change/sc-add-sample.h"
#include "method/sc-proposal.h"

ScApplication *app_fixture_application;

/* Where copies are kept. */
static char *data_folder;

void
app_fixture_init (int    *argc,
                  char ***argv)
{
  g_autoptr (GError) error = NULL;

  data_folder = g_dir_make_tmp ("stagecraft-XXXXXX", NULL);
  g_setenv ("XDG_DATA_HOME", data_folder, TRUE);
  g_test_init (argc, argv, NULL);
  adw_init ();
  sc_app_init ();
  app_fixture_application = sc_application_new ();
  g_application_register (G_APPLICATION (app_fixture_application), NULL, &error);
  g_assert_no_error (error);
}

int
app_fixture_run (void)
{
  const char *remove[] = { "rm", "-r", data_folder, NULL };
  int status = g_test_run ();

  sc_store_finish_copies ();
  while (g_main_context_iteration (NULL, FALSE))
    ;
  g_object_unref (app_fixture_application);
  g_spawn_sync (NULL, (char **) remove, NULL, G_SPAWN_SEARCH_PATH, NULL, NULL, NULL, NULL, NULL, NULL);
  g_free (data_folder);

  return status;
}

gboolean
app_fixture_has_opened (gpointer window)
{
  return sc_window_get_store (SC_WINDOW (window)) != NULL;
}

void
app_fixture_open_window (AppFixture *self)
{
  self->window = sc_window_new (ADW_APPLICATION (app_fixture_application), self->database);
  gtk_window_present (GTK_WINDOW (self->window));
}

AppFixture *
app_fixture_new (void)
{
  AppFixture *self = g_new0 (AppFixture, 1);
  g_autofree char *path = NULL;

  self->folder = g_dir_make_tmp ("stagecraft-XXXXXX", NULL);
  path = g_build_filename (self->folder, "a.db", NULL);
  self->database = g_file_new_for_path (path);

  return self;
}

AppFixture *
app_fixture_open (void)
{
  AppFixture *self = app_fixture_new ();

  app_fixture_open_window (self);
  widget_test_wait (app_fixture_has_opened, self->window, "the database to open");

  return self;
}

typedef struct {
  GtkWidget *window;
  guint n_shown;
} Frames;

static gboolean
count_frame (GtkWidget     *window,
             GdkFrameClock *clock,
             gpointer       frames)
{
  return ++((Frames *) frames)->n_shown < 2;
}

/* Or is not there any more: it may be on its way to close. */
static gboolean
has_shown_two_frames (gpointer data)
{
  const Frames *frames = data;

  return frames->n_shown >= 2 || !gtk_widget_get_mapped (frames->window);
}

/* Libadwaita leaks what a window showed last when it is destroyed in the frame in which
 * one of its breakpoints applies. */
static void
let_breakpoints_apply (GtkWidget *window)
{
  Frames frames = { window, 0 };
  guint tick = gtk_widget_add_tick_callback (window, count_frame, &frames, NULL);

  widget_test_wait (has_shown_two_frames, &frames, "two frames");
  if (frames.n_shown < 2)
    gtk_widget_remove_tick_callback (window, tick);
}

void
app_fixture_free (AppFixture *self)
{
  g_autoptr (GDir) dir = g_dir_open (self->folder, 0, NULL);
  GtkWidget *window = g_object_ref (GTK_WIDGET (self->window));
  const char *name;

  if (gtk_widget_get_mapped (window))
    let_breakpoints_apply (window);
  gtk_window_destroy (GTK_WINDOW (window));
  g_object_unref (window);
  while ((name = g_dir_read_name (dir)) != NULL)
    {
      g_autofree char *path = g_build_filename (self->folder, name, NULL);

      g_remove (path);
    }
  g_rmdir (self->folder);
  g_object_unref (self->database);
  g_free (self->folder);
  g_free (self);
}

void
app_fixture_activate (AppFixture *self,
                      const char *action)
{
  g_assert_true (gtk_widget_activate_action (GTK_WIDGET (self->window), action, NULL));
}

AdwDialog *
app_fixture_get_dialog (AppFixture *self)
{
  return adw_application_window_get_visible_dialog (ADW_APPLICATION_WINDOW (self->window));
}

void
app_fixture_respond (AppFixture *self,
                     const char *response)
{
  AdwDialog *dialog = app_fixture_get_dialog (self);

  g_signal_emit_by_name (dialog, "response", response);
  adw_dialog_force_close (dialog);
  widget_test_wait (app_fixture_has_no_dialog, self, "the dialog to close");
}

gboolean
app_fixture_is_closed (gpointer window)
{
  return !gtk_widget_get_mapped (window);
}

gboolean
app_fixture_has_dialog (gpointer fixture)
{
  return app_fixture_get_dialog (fixture) != NULL;
}

gboolean
app_fixture_has_no_dialog (gpointer fixture)
{
  return app_fixture_get_dialog (fixture) == NULL;
}

void
app_fixture_add_sample (ScStore *store,
                        guint    n_deals)
{
  static const ScAspects aspects = { { 1, 1, 1, 1, 1, 1 } };
  g_autoptr (ScVersion) version = sc_proposal_new (&aspects, SC_LANGUAGE_EN);
  const ScSampleProcess sample = { .name = "Sample", .version = version, .share = 1 };
  g_autoptr (GError) error = NULL;
  g_autoptr (ScOutcome) outcome = sc_command_run (sc_command_add_sample (&sample, 1, n_deals, 1), store, NULL, &error);

  g_assert_no_error (error);
  g_assert_nonnull (outcome);
}
