/* SPDX-License-Identifier: GPL-3.0-or-later */

/* A window on a database: where it opens, what it remembers, and how it closes. */

#include <glib/gstdio.h>
#include <string.h>

#include "app/app-fixture.h"
#include "app/sc-process-page.h"
#include "app/sc-process-row.h"
#include "app/sc-today-page.h"
#include "app/window-tests.h"

gboolean
window_tests_shows_process (gpointer data)
{
  return widget_test_find (GTK_WIDGET (data), SC_TYPE_PROCESS_PAGE, NULL) != NULL;
}

gboolean
window_tests_shows_today (gpointer data)
{
  return widget_test_find (GTK_WIDGET (data), SC_TYPE_TODAY_PAGE, NULL) != NULL;
}

void
window_tests_make_process (AppFixture *fixture)
{
  app_fixture_activate (fixture, "win.new-empty");
  widget_test_wait (window_tests_shows_process, fixture->window, "the new process");
}

static void
test_empty_database_leads_to_a_beginning (void)
{
  g_autoptr (AppFixture) fixture = app_fixture_open ();

  g_assert_true (window_tests_shows_today (fixture->window));
  g_assert_nonnull (widget_test_find (GTK_WIDGET (fixture->window), GTK_TYPE_BUTTON, "Answer Six _Questions…"));
  g_assert_cmpuint (widget_test_count (GTK_WIDGET (fixture->window), SC_TYPE_PROCESS_ROW), ==, 0);
}

static void
test_place_is_remembered (void)
{
  g_autoptr (AppFixture) fixture = app_fixture_open ();

  window_tests_make_process (fixture);
  gtk_window_destroy (GTK_WINDOW (fixture->window));
  app_fixture_open_window (fixture);
  widget_test_wait (window_tests_shows_process, fixture->window, "the process that was shown last");
  app_fixture_activate (fixture, "win.show-today");
  gtk_window_destroy (GTK_WINDOW (fixture->window));
  app_fixture_open_window (fixture);
  widget_test_wait (window_tests_shows_today, fixture->window, "Today, that was shown last");
}

static gboolean
has_focus_in_process (gpointer data)
{
  GtkWidget *focus = gtk_window_get_focus (GTK_WINDOW (data));

  return focus != NULL && gtk_widget_get_ancestor (focus, SC_TYPE_PROCESS_PAGE) != NULL;
}

static gboolean
is_gone (gpointer data)
{
  return *(gpointer *) data == NULL;
}

static void
test_page_that_is_left_goes_with_its_focus (void)
{
  g_autoptr (AppFixture) fixture = app_fixture_open ();
  GtkWidget *page;

  window_tests_make_process (fixture);
  widget_test_wait (has_focus_in_process, fixture->window, "the focus in the new process");
  page = widget_test_find (GTK_WIDGET (fixture->window), SC_TYPE_PROCESS_PAGE, NULL);
  g_object_add_weak_pointer (G_OBJECT (page), (gpointer *) &page);
  app_fixture_activate (fixture, "win.show-today");
  widget_test_wait (is_gone, &page, "the page to go");
  g_assert_true (gtk_widget_is_ancestor (gtk_window_get_focus (GTK_WINDOW (fixture->window)),
                                         widget_test_find (GTK_WIDGET (fixture->window), SC_TYPE_TODAY_PAGE, NULL)));
}

static void
test_each_database_has_its_own_place (void)
{
  g_autoptr (AppFixture) one = app_fixture_open ();
  g_autoptr (AppFixture) another = NULL;

  window_tests_make_process (one);
  another = app_fixture_open ();
  widget_test_wait (window_tests_shows_today, another->window, "Today, where nothing was shown before");
  app_fixture_activate (another, "win.show-today");
  gtk_window_destroy (GTK_WINDOW (one->window));
  app_fixture_open_window (one);
  widget_test_wait (window_tests_shows_process, one->window, "the process that was shown last of this one");
}

static void
test_one_windows_size_is_not_anothers (void)
{
  g_autoptr (AppFixture) one = app_fixture_open ();
  g_autoptr (AppFixture) another = app_fixture_open ();
  g_autoptr (AppFixture) next = NULL;
  int width, height;

  gtk_window_set_default_size (GTK_WINDOW (another->window), 900, 620);
  gtk_window_set_default_size (GTK_WINDOW (one->window), 760, 540);
  gtk_window_get_default_size (GTK_WINDOW (another->window), &width, &height);
  g_assert_cmpint (width, ==, 900);
  g_assert_cmpint (height, ==, 620);

  next = app_fixture_open ();
  gtk_window_get_default_size (GTK_WINDOW (next->window), &width, &height);
  g_assert_cmpint (width, ==, 760);
  g_assert_cmpint (height, ==, 540);
}

static gboolean
shows_dialog (gpointer data)
{
  return adw_application_window_get_visible_dialog (data) != NULL;
}

/* As the desktop asks for it, which starts the program for it. */
static void
test_what_is_asked_for_while_opening_is_done (void)
{
  g_autoptr (AppFixture) fixture = app_fixture_new ();

  app_fixture_open_window (fixture);
  app_fixture_activate (fixture, "win.new-process");
  widget_test_wait (shows_dialog, fixture->window, "the questions");

  app_fixture_activate (fixture, "win.new-process");
  adw_dialog_force_close (adw_application_window_get_visible_dialog (ADW_APPLICATION_WINDOW (fixture->window)));
  g_assert_false (shows_dialog (fixture->window));
}

static gboolean
has_settled (gpointer data)
{
  AdwDialog *dialog = adw_application_window_get_visible_dialog (data);
  static gint64 first_frame;
  gint64 frame;

  if (dialog == NULL || !gtk_widget_has_css_class (GTK_WIDGET (dialog), "bottom-sheet"))
    return FALSE;

  frame = gdk_frame_clock_get_frame_counter (gtk_widget_get_frame_clock (data));
  if (first_frame == 0)
    first_frame = frame;
  gtk_widget_queue_draw (data);

  return frame > first_frame + 20;
}

static void
test_dialog_of_a_narrow_window_has_the_focus_in_its_first_field (void)
{
  g_autoptr (AppFixture) fixture = app_fixture_new ();
  GtkWidget *focus;

  fixture->window = sc_window_new (ADW_APPLICATION (app_fixture_application), fixture->database);
  gtk_window_set_default_size (GTK_WINDOW (fixture->window), 360, 720);
  gtk_window_present (GTK_WINDOW (fixture->window));
  widget_test_wait (app_fixture_has_opened, fixture->window, "the database to open");
  app_fixture_activate (fixture, "win.new-from-stages");
  widget_test_wait (has_settled, fixture->window, "the dialog to slide in");
  focus = gtk_window_get_focus (GTK_WINDOW (fixture->window));
  g_assert_true (GTK_IS_TEXT_VIEW (focus));

  /* The next window takes over the size of this one. */
  gtk_window_set_default_size (GTK_WINDOW (fixture->window), 1200, 760);
}

static int
measure_width (GtkWidget *widget)
{
  int minimum;

  gtk_widget_measure (widget, GTK_ORIENTATION_HORIZONTAL, -1, &minimum, NULL, NULL, NULL);

  return minimum;
}

typedef struct {
  GtkWidget *widget;
  int width;
} Measured;

static gboolean
is_wider (gpointer data)
{
  Measured *before = data;

  return measure_width (before->widget) > before->width;
}

static gboolean
is_collapsed (gpointer data)
{
  GtkWidget *split_view = widget_test_find (data, ADW_TYPE_NAVIGATION_SPLIT_VIEW, NULL);

  return adw_navigation_split_view_get_collapsed (ADW_NAVIGATION_SPLIT_VIEW (split_view));
}

/* Pages that are not shown, too: the window is as wide as the widest. */
static void
test_large_text_fits_a_narrow_window (void)
{
  g_autoptr (AppFixture) fixture = app_fixture_new ();
  GtkSettings *settings = gtk_settings_get_default ();
  Measured label;
  int before;

  fixture->window = sc_window_new (ADW_APPLICATION (app_fixture_application), fixture->database);
  gtk_window_set_default_size (GTK_WINDOW (fixture->window), 360, 720);
  gtk_window_present (GTK_WINDOW (fixture->window));
  widget_test_wait (app_fixture_has_opened, fixture->window, "the database to open");
  widget_test_wait (is_collapsed, fixture->window, "the window to be narrow");
  label.widget = widget_test_find (GTK_WIDGET (fixture->window), GTK_TYPE_LABEL, "Design Your Sales Process");
  label.width = measure_width (label.widget);
  g_object_get (settings, "gtk-xft-dpi", &before, NULL);
  g_object_set (settings, "gtk-xft-dpi", 168 * 1024, NULL);
  widget_test_wait (is_wider, &label, "large text");
  g_assert_cmpint (measure_width (widget_test_find (GTK_WIDGET (fixture->window), ADW_TYPE_TOAST_OVERLAY, NULL)), <=, 360);
  g_object_set (settings, "gtk-xft-dpi", before, NULL);
  gtk_window_set_default_size (GTK_WINDOW (fixture->window), 1200, 760);
}

static gboolean
has_search (gpointer data)
{
  return widget_test_find (data, GTK_TYPE_SEARCH_BAR, NULL) != NULL;
}

static gboolean
shows_search (gpointer data)
{
  return widget_test_find (data, GTK_TYPE_SEARCH_ENTRY, NULL) != NULL;
}

static gboolean
shows_keys_that_zoom (gpointer data)
{
  /* Both the scheme and the documents have them. */
  return widget_test_count (data, ADW_TYPE_ACTION_ROW) == 4 && widget_test_find (data, GTK_TYPE_LABEL, "Ctrl+-") != NULL;
}

static gboolean
shows_no_keys (gpointer data)
{
  return widget_test_count (data, ADW_TYPE_ACTION_ROW) == 0;
}

static void
test_keys_are_found_with_what_they_do (void)
{
  g_autoptr (AppFixture) fixture = app_fixture_open ();
  GtkWidget *entry, *dialog;

  g_action_group_activate_action (G_ACTION_GROUP (app_fixture_application), "shortcuts", NULL);
  widget_test_wait (shows_dialog, fixture->window, "the keys");
  dialog = GTK_WIDGET (adw_application_window_get_visible_dialog (ADW_APPLICATION_WINDOW (fixture->window)));
  widget_test_wait (has_search, dialog, "the search");
  gtk_search_bar_set_search_mode (GTK_SEARCH_BAR (widget_test_find (dialog, GTK_TYPE_SEARCH_BAR, NULL)), TRUE);
  widget_test_wait (shows_search, dialog, "the search to show");
  entry = widget_test_find (dialog, GTK_TYPE_SEARCH_ENTRY, NULL);
  gtk_editable_set_text (GTK_EDITABLE (entry), " Zoom");
  widget_test_wait (shows_keys_that_zoom, dialog, "those that zoom");
  gtk_editable_set_text (GTK_EDITABLE (entry), "what there is not");
  widget_test_wait (shows_no_keys, dialog, "none");
  adw_dialog_force_close (ADW_DIALOG (dialog));
}

static gboolean
has_failed (gpointer data)
{
  return widget_test_find (GTK_WIDGET (data), GTK_TYPE_BUTTON, "_Try Again") != NULL;
}

static void
test_what_is_no_database_is_told_and_left_alone (void)
{
  g_autoptr (AppFixture) fixture = app_fixture_new ();
  g_autofree char *contents = NULL;
  g_autoptr (GError) error = NULL;

  g_file_set_contents (g_file_peek_path (fixture->database), "a letter to a client", -1, &error);
  g_assert_no_error (error);
  app_fixture_open_window (fixture);
  widget_test_wait (has_failed, fixture->window, "the window to say so");
  g_file_get_contents (g_file_peek_path (fixture->database), &contents, NULL, &error);
  g_assert_cmpstr (contents, ==, "a letter to a client");

  g_remove (g_file_peek_path (fixture->database));
  app_fixture_activate (fixture, "win.try-again");
  widget_test_wait (app_fixture_has_opened, fixture->window, "it to open once it can");
}

/* The path is text, whatever stands in it. */
static gboolean
tells_path (gpointer data)
{
  AppFixture *fixture = data;
  GtkWidget *page = widget_test_find (GTK_WIDGET (fixture->window), ADW_TYPE_STATUS_PAGE, NULL);
  const char *description = page != NULL ? adw_status_page_get_description (ADW_STATUS_PAGE (page)) : NULL;
  GtkWidget *label = description != NULL ? widget_test_find (page, GTK_TYPE_LABEL, description) : NULL;

  return label != NULL && strstr (gtk_label_get_text (GTK_LABEL (label)), g_file_peek_path (fixture->database)) != NULL;
}

static void
test_why_it_did_not_open_is_text (void)
{
  g_autoptr (AppFixture) fixture = app_fixture_new ();
  g_autofree char *name = g_strdup_printf ("%s/R&D <b>", fixture->folder);

  g_assert_no_errno (g_mkdir (name, 0700));
  g_clear_object (&fixture->database);
  fixture->database = g_file_new_for_path (name);
  app_fixture_open_window (fixture);
  widget_test_wait (has_failed, fixture->window, "the window to say so");
  widget_test_wait (tells_path, fixture, "the path as text");
  g_rmdir (name);
}

/* GTK lets the actions of a closed window go a moment after the window. */
static void
test_closed_window_is_told_of_no_setting (void)
{
  g_autoptr (AppFixture) fixture = app_fixture_open ();
  g_autoptr (AppFixture) another = app_fixture_open ();
  GtkWindow *window = GTK_WINDOW (fixture->window);

  g_object_add_weak_pointer (G_OBJECT (window), (gpointer *) &window);
  gtk_window_destroy (window);
  g_assert_null (window);
  g_action_group_change_action_state (G_ACTION_GROUP (another->window), "show-archived", g_variant_new_boolean (TRUE));
  g_action_group_change_action_state (G_ACTION_GROUP (another->window), "show-archived", g_variant_new_boolean (FALSE));

  app_fixture_open_window (fixture);
}

static void
test_quitting_closes_what_is_open (void)
{
  g_autoptr (ScWindow) window = NULL;
  g_autoptr (AppFixture) fixture = app_fixture_open ();
  AdwDialog *question = ADW_DIALOG (adw_alert_dialog_new ("Really?", NULL));

  window = g_object_ref (fixture->window);
  g_action_group_activate_action (G_ACTION_GROUP (app_fixture_application), "preferences", NULL);
  g_action_group_activate_action (G_ACTION_GROUP (app_fixture_application), "shortcuts", NULL);
  adw_dialog_present (question, GTK_WIDGET (window));
  adw_dialog_set_can_close (question, FALSE);
  g_action_group_activate_action (G_ACTION_GROUP (app_fixture_application), "quit", NULL);
  g_assert_true (app_fixture_get_dialog (fixture) == question);

  adw_dialog_set_can_close (question, TRUE);
  g_action_group_activate_action (G_ACTION_GROUP (app_fixture_application), "quit", NULL);
  widget_test_wait (app_fixture_is_closed, window, "the window to close");
  g_assert_null (gtk_application_get_windows (GTK_APPLICATION (app_fixture_application)));
}

int
main (int    argc,
      char **argv)
{
  app_fixture_init (&argc, &argv);

  g_test_add_func ("/app/window/empty-database", test_empty_database_leads_to_a_beginning);
  g_test_add_func ("/app/window/place-is-remembered", test_place_is_remembered);
  g_test_add_func ("/app/window/page-that-is-left", test_page_that_is_left_goes_with_its_focus);
  g_test_add_func ("/app/window/place-of-its-own", test_each_database_has_its_own_place);
  g_test_add_func ("/app/window/size-of-its-own", test_one_windows_size_is_not_anothers);
  g_test_add_func ("/app/window/asked-while-opening", test_what_is_asked_for_while_opening_is_done);
  g_test_add_func ("/app/window/large-text-fits-a-narrow-window", test_large_text_fits_a_narrow_window);
  g_test_add_func ("/app/window/focus-of-a-narrow-dialog",
                   test_dialog_of_a_narrow_window_has_the_focus_in_its_first_field);
  g_test_add_func ("/app/window/keys", test_keys_are_found_with_what_they_do);
  g_test_add_func ("/app/window/no-database", test_what_is_no_database_is_told_and_left_alone);
  g_test_add_func ("/app/window/no-database-with-such-a-name", test_why_it_did_not_open_is_text);
  g_test_add_func ("/app/window/quit", test_quitting_closes_what_is_open);
  g_test_add_func ("/app/process/show-archived-after-closing", test_closed_window_is_told_of_no_setting);
  window_tests_add_processes ();
  window_tests_add_deals ();
  window_tests_add_search ();
  window_tests_add_start ();

  return app_fixture_run ();
}
