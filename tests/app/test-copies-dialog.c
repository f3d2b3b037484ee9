/* SPDX-License-Identifier: GPL-3.0-or-later */

/* Back Up and Restore in a window: what copies are kept, and the way back to
 * one, also where the database can't be opened. */

#include <glib/gstdio.h>
#include <string.h>

#include "app/app-fixture.h"
#include "app/sc-copies-dialog.h"
#include "app/sc-process-page.h"
#include "store/sc-kept-copies.h"

static gboolean
shows_process (gpointer data)
{
  return widget_test_find (GTK_WIDGET (data), SC_TYPE_PROCESS_PAGE, NULL) != NULL;
}

static guint
count_processes (AppFixture *fixture)
{
  g_autoptr (GPtrArray) processes = sc_store_list_processes (sc_window_get_store (fixture->window), SC_PROCESSES_ALL, NULL);

  return processes->len;
}

static gboolean
has_two_processes (gpointer data)
{
  return count_processes (data) == 2;
}

/* One process in the copy, two in the database. */
static void
make_copy (AppFixture *fixture)
{
  app_fixture_activate (fixture, "win.new-empty");
  widget_test_wait (shows_process, fixture->window, "the new process");
  sc_store_keep_copy_before (sc_window_get_store (fixture->window));
  sc_store_finish_copies ();
  app_fixture_activate (fixture, "win.new-empty");
  widget_test_wait (has_two_processes, fixture, "another process");
}

static AdwDialog *
find_dialog (AppFixture *fixture,
             GType       type)
{
  g_autoptr (GListModel) dialogs = adw_application_window_get_dialogs (ADW_APPLICATION_WINDOW (fixture->window));

  for (guint i = 0; i < g_list_model_get_n_items (dialogs); i++)
    {
      g_autoptr (AdwDialog) dialog = g_list_model_get_item (dialogs, i);

      if (G_TYPE_CHECK_INSTANCE_TYPE (dialog, type))
        return dialog;
    }

  return NULL;
}

static GtkWidget *
find_restore_button (AppFixture *fixture)
{
  AdwDialog *dialog = find_dialog (fixture, SC_TYPE_COPIES_DIALOG);

  return dialog != NULL ? widget_test_find (GTK_WIDGET (dialog), GTK_TYPE_BUTTON, "_Restore…") : NULL;
}

static gboolean
lists_copies (gpointer data)
{
  return find_restore_button (data) != NULL;
}

static gboolean
asks (gpointer data)
{
  return find_dialog (data, ADW_TYPE_ALERT_DIALOG) != NULL;
}

static ScWindow *
find_window (AppFixture *fixture)
{
  for (GList *l = gtk_application_get_windows (GTK_APPLICATION (app_fixture_application)); l != NULL; l = l->next)
    if (SC_IS_WINDOW (l->data) && g_file_equal (sc_window_get_database (l->data), fixture->database))
      return l->data;

  return NULL;
}

static gboolean
has_opened_anew (gpointer data)
{
  AppFixture *fixture = data;
  ScWindow *window = find_window (fixture);

  if (window == NULL || sc_window_get_store (window) == NULL)
    return FALSE;

  fixture->window = window;

  return count_processes (fixture) == 1;
}

static guint
count_kept (AppFixture *fixture)
{
  g_autoptr (GDir) dir = g_dir_open (fixture->folder, 0, NULL);
  const char *name;
  guint n_kept = 0;

  while ((name = g_dir_read_name (dir)) != NULL)
    n_kept += strstr (name, ".before-restore-") != NULL;

  return n_kept;
}

static void
respond (AppFixture *fixture,
         const char *response)
{
  AdwDialog *question = find_dialog (fixture, ADW_TYPE_ALERT_DIALOG);

  g_signal_emit_by_name (question, "response", response);
  adw_dialog_force_close (question);
}

static void
test_restore_in_two_clicks (void)
{
  g_autoptr (AppFixture) fixture = app_fixture_open ();

  make_copy (fixture);
  app_fixture_activate (fixture, "win.back-up");
  widget_test_wait (lists_copies, fixture, "the list of copies");

  g_signal_emit_by_name (find_restore_button (fixture), "clicked");
  widget_test_wait (asks, fixture, "the question");
  respond (fixture, "restore");
  widget_test_wait (has_opened_anew, fixture, "the restored database");
  g_assert_cmpuint (count_kept (fixture), >, 0);
}

static void
test_question_can_be_refused (void)
{
  g_autoptr (AppFixture) fixture = app_fixture_open ();
  ScWindow *window = fixture->window;

  make_copy (fixture);
  app_fixture_activate (fixture, "win.back-up");
  widget_test_wait (lists_copies, fixture, "the list of copies");
  g_signal_emit_by_name (find_restore_button (fixture), "clicked");
  widget_test_wait (asks, fixture, "the question");
  respond (fixture, "cancel");
  g_assert_true (find_window (fixture) == window);
  g_assert_cmpuint (count_processes (fixture), ==, 2);
  g_assert_cmpuint (count_kept (fixture), ==, 0);
  adw_dialog_force_close (find_dialog (fixture, SC_TYPE_COPIES_DIALOG));
  widget_test_wait (app_fixture_has_no_dialog, fixture, "the dialog to close");
}

static gboolean
says_there_is_none (gpointer data)
{
  AppFixture *fixture = data;
  AdwDialog *dialog = find_dialog (fixture, SC_TYPE_COPIES_DIALOG);

  return dialog != NULL && widget_test_find (GTK_WIDGET (dialog), ADW_TYPE_ACTION_ROW, "No Copies Yet") != NULL;
}

static void
test_no_copies (void)
{
  g_autoptr (AppFixture) fixture = app_fixture_open ();

  app_fixture_activate (fixture, "win.back-up");
  widget_test_wait (says_there_is_none, fixture, "the empty list");
  adw_dialog_force_close (find_dialog (fixture, SC_TYPE_COPIES_DIALOG));
  widget_test_wait (app_fixture_has_no_dialog, fixture, "the dialog to close");
}

static void
store_closed_cb (gpointer data)
{
  *(gboolean *) data = TRUE;
}

static gboolean
is_true (gpointer data)
{
  return *(gboolean *) data;
}

static gboolean
has_failed (gpointer data)
{
  return sc_window_has_failed (data);
}

/* The page that says so leads to the newest copy. */
static void
test_damaged_database (void)
{
  g_autoptr (AppFixture) fixture = app_fixture_open ();
  g_autofree char *damage = g_strnfill (5000, 'x');
  gboolean is_closed = FALSE;
  GtkWidget *button;
  ScStore *store;

  make_copy (fixture);
  store = sc_window_get_store (fixture->window);
  sc_store_set_closed_func (store, store_closed_cb, &is_closed);
  gtk_window_close (GTK_WINDOW (fixture->window));
  sc_store_finish_copies ();
  widget_test_wait (is_true, &is_closed, "the database to close");
  g_assert_true (g_file_set_contents (g_file_peek_path (fixture->database), damage, 5000, NULL));

  app_fixture_open_window (fixture);
  widget_test_wait (has_failed, fixture->window, "the page that says that it can't be opened");
  button = widget_test_find (GTK_WIDGET (fixture->window), GTK_TYPE_BUTTON, "_Restore the Newest Copy…");
  g_assert_nonnull (button);
  g_signal_emit_by_name (button, "clicked");
  widget_test_wait (asks, fixture, "the question");
  respond (fixture, "restore");
  widget_test_wait (has_opened_anew, fixture, "the restored database");
}

int
main (int    argc,
      char **argv)
{
  app_fixture_init (&argc, &argv);

  g_test_add_func ("/copies-dialog/restore-in-two-clicks", test_restore_in_two_clicks);
  g_test_add_func ("/copies-dialog/question-can-be-refused", test_question_can_be_refused);
  g_test_add_func ("/copies-dialog/no-copies", test_no_copies);
  g_test_add_func ("/copies-dialog/damaged-database", test_damaged_database);

  return app_fixture_run ();
}
