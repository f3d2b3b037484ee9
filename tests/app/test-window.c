/* SPDX-License-Identifier: GPL-3.0-or-later */

#include "app/sc-app.h"
#include "app/sc-window.h"

static void
test_window_shows_its_database (void)
{
  g_autoptr (ScApplication) application = sc_application_new ();
  g_autoptr (GFile) database = g_file_new_for_path ("/nonexistent/a.db");
  g_autoptr (GError) error = NULL;
  ScWindow *window;

  g_application_register (G_APPLICATION (application), NULL, &error);
  g_assert_no_error (error);

  window = sc_window_new (application, database);
  g_assert_true (sc_window_get_database (window) == database);
  g_assert_cmpstr (gtk_window_get_title (GTK_WINDOW (window)), ==, "Stagecraft");

  gtk_window_present (GTK_WINDOW (window));
  while (!gtk_widget_get_mapped (GTK_WIDGET (window)))
    g_main_context_iteration (NULL, TRUE);
  gtk_window_destroy (GTK_WINDOW (window));
}

int
main (int    argc,
      char **argv)
{
  g_test_init (&argc, &argv, NULL);
  adw_init ();
  sc_app_init ();

  g_test_add_func ("/app/window/shows-its-database", test_window_shows_its_database);

  return g_test_run ();
}
