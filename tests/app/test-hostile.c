/* SPDX-License-Identifier: GPL-3.0-or-later */

/* A window on a database in which something stands that the program never put
* there: what can be shown is shown, the rest is named, nothing dies of it. */

#include <glib/gstdio.h>
#include <sqlite3.h>

#include "app/app-fixture.h"
#include "app/sc-process-page.h"

static GBytes *sample;
static char *process_id;

static const struct {
  const char *name;
  const char *sql;
  const char *view;
} cases[] = {
  { "criteria", "UPDATE version_stage SET exit_criteria = '[{\"id\":5,\"text\":7}]' WHERE id = 2", "scheme" },
  { "all-stages", "UPDATE version_stage SET name = CAST(x'f0' AS TEXT)", "scheme" },
  { "deal", "UPDATE deal SET title = 'a' || char(0) || 'b'", "deals" },
  { "company", "UPDATE company SET name = CAST(x'ff' AS TEXT)", "deals" },
  { "owner", "UPDATE user SET name = CAST(x'ff' AS TEXT) WHERE login IS NULL", "deals" },
  { "role", "UPDATE role SET function = 'king'", "scheme" },
  { "kinds", "UPDATE version_stage SET kinds = 'dancing'", "deals" },
  { "entered", "UPDATE deal SET entered_at = 253402387200000000", "deals" },
  { "money", "UPDATE deal SET value_minor = -5, currency = 'USD'", "deals" },
  { "totals", "UPDATE stage_total SET currency = 'euros'", "deals" },
  { "steps", "UPDATE activity SET title = ''", "deals" },
  { "loss-reasons", "UPDATE loss_reason SET text = CAST(x'f0' AS TEXT)", "scheme" },
  { "last-day", "UPDATE deal SET expected_close = '9999-12-31', started = '0001-01-01'", "deals" },
  { "last-number", "UPDATE deal SET id = 9223372036854775807 WHERE id = 5", "deals" },
  { "no-trigger", "DROP TRIGGER deal_left", "deals" },
  { "no-column", "ALTER TABLE deal DROP COLUMN notes", "deals" },
  { "no-table", "DROP TABLE tick", "deals" },
};

/* What the short suite looks at. */
#define N_SHORT 3

static void
run_sql (const char *path,
         const char *sql)
{
  sqlite3 *handle = NULL;
  char *message = NULL;

  g_assert_cmpint (sqlite3_open (path, &handle), ==, SQLITE_OK);
  sqlite3_exec (handle, "PRAGMA ignore_check_constraints = ON", NULL, NULL, NULL);
  sqlite3_exec (handle, sql, NULL, NULL, &message);
  g_assert_cmpstr (message, ==, NULL);
  sqlite3_close (handle);
}

static void
read_process (const char *path)
{
  sqlite3 *handle = NULL;
  sqlite3_stmt *statement = NULL;

  g_assert_cmpint (sqlite3_open (path, &handle), ==, SQLITE_OK);
  sqlite3_prepare_v2 (handle, "SELECT uuid FROM process ORDER BY id LIMIT 1", -1, &statement, NULL);
  g_assert_cmpint (sqlite3_step (statement), ==, SQLITE_ROW);
  process_id = g_strdup ((const char *) sqlite3_column_text (statement, 0));
  sqlite3_finalize (statement);
  sqlite3_close (handle);
}

static void
make_sample (void)
{
  g_autofree char *folder = g_dir_make_tmp ("stagecraft-XXXXXX", NULL);
  g_autofree char *path = g_build_filename (folder, "a.db", NULL);
  g_autofree char *lock = g_strconcat (path, "-lock", NULL);
  const char *argv[] = {
    g_getenv ("STAGECRAFT"), "--database", path, "database", "sample", "--deals=40", "--processes=1", "--seed=7", NULL,
  };
  char *contents = NULL;
  gsize length = 0;
  g_autoptr (GError) error = NULL;
  int status = 0;

  g_spawn_sync (NULL, (char **) argv, NULL, G_SPAWN_STDOUT_TO_DEV_NULL, NULL, NULL, NULL, NULL, &status, &error);
  g_assert_no_error (error);
  g_assert_cmpint (status, ==, 0);
  read_process (path);
  g_assert_true (g_file_get_contents (path, &contents, &length, NULL));
  sample = g_bytes_new_take (contents, length);
  g_remove (path);
  g_remove (lock);
  g_rmdir (folder);
}

/* One that is not revealed is not visible either. */
static gboolean
has_banner (gpointer window)
{
  return widget_test_find (window, ADW_TYPE_BANNER, NULL) != NULL;
}

static gboolean
has_banner_or_page (gpointer window)
{
  return has_banner (window) || widget_test_find (window, SC_TYPE_PROCESS_PAGE, NULL) != NULL;
}

static gboolean
count_frame (GtkWidget     *window,
             GdkFrameClock *clock,
             gpointer       n_frames)
{
  return ++*(guint *) n_frames < 20;
}

static gboolean
has_shown_frames (gpointer n_frames)
{
  return *(guint *) n_frames >= 20;
}

static void
test_window_shows_the_rest (gconstpointer data)
{
  guint index = GPOINTER_TO_UINT (data);
  g_autoptr (AppFixture) fixture = app_fixture_new ();
  const char *path = g_file_peek_path (fixture->database);
  guint n_frames = 0;
  g_autoptr (GError) error = NULL;

  g_file_set_contents (path, g_bytes_get_data (sample, NULL), (gssize) g_bytes_get_size (sample), &error);
  g_assert_no_error (error);
  run_sql (path, cases[index].sql);

  app_fixture_open_window (fixture);
  widget_test_wait (app_fixture_has_opened, fixture->window, "the database to open");
  gtk_widget_activate_action (GTK_WIDGET (fixture->window), "win.show-process", "s", process_id);
  widget_test_wait (has_banner_or_page, fixture->window, "the process, or why it is not shown");
  gtk_widget_activate_action (GTK_WIDGET (fixture->window), "win.show-view", "s", cases[index].view);
  if (index < N_SHORT)
    {
      widget_test_wait (has_banner, fixture->window, "the banner that says what was left out");
      g_signal_emit_by_name (widget_test_find (GTK_WIDGET (fixture->window), ADW_TYPE_BANNER, NULL), "button-clicked");
      widget_test_wait (app_fixture_has_dialog, fixture, "the rows that were left out");
      adw_dialog_force_close (app_fixture_get_dialog (fixture));
      widget_test_wait (app_fixture_has_no_dialog, fixture, "the dialog to close");
      return;
    }

  gtk_widget_add_tick_callback (GTK_WIDGET (fixture->window), count_frame, &n_frames, NULL);
  widget_test_wait (has_shown_frames, &n_frames, "some frames");
}

int
main (int    argc,
      char **argv)
{
  int status;

  app_fixture_init (&argc, &argv);
  make_sample ();
  for (guint i = 0; i < G_N_ELEMENTS (cases) && (i < N_SHORT || g_test_slow ()); i++)
    {
      g_autofree char *path = g_strconcat ("/app/hostile/", cases[i].name, NULL);

      g_test_add_data_func (path, GUINT_TO_POINTER (i), test_window_shows_the_rest);
    }
  status = app_fixture_run ();
  g_bytes_unref (sample);
  g_free (process_id);

  return status;
}
