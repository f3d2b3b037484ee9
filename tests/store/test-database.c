/* SPDX-License-Identifier: GPL-3.0-or-later */

/* The program's own commands on a database as a whole, as scripts use them. */

#include <glib/gstdio.h>
#include <json-glib/json-glib.h>
#include <sqlite3.h>
#include <string.h>

#include "store/store-fixture.h"

typedef struct {
  int status;
  char *out;
  char *err;
} Result;

static void
result_clear (Result *self)
{
  g_free (self->out);
  g_free (self->err);
}

G_DEFINE_AUTO_CLEANUP_CLEAR_FUNC (Result, result_clear)

/* The words behind “stagecraft --database PATH database”. */
static Result
call (const char *path,
      const char *words)
{
  g_autofree char *line = g_strdup_printf ("--database \"%s\" database %s", path, words);
  g_auto (GStrv) rest = NULL;
  g_autoptr (GPtrArray) argv = g_ptr_array_new ();
  g_autoptr (GError) error = NULL;
  Result result = { 0 };
  int wait_status = 0;

  g_shell_parse_argv (line, NULL, &rest, &error);
  g_assert_no_error (error);
  g_ptr_array_add (argv, (gpointer) g_getenv ("STAGECRAFT"));
  for (guint i = 0; rest[i] != NULL; i++)
    g_ptr_array_add (argv, rest[i]);
  g_ptr_array_add (argv, NULL);
  g_spawn_sync (NULL, (char **) argv->pdata, NULL, G_SPAWN_DEFAULT, NULL, NULL, &result.out, &result.err, &wait_status,
                &error);
  g_assert_no_error (error);
  result.status = g_spawn_check_wait_status (wait_status, &error) ? 0 : error->code;

  return result;
}

static void
test_check (void)
{
  g_autoptr (StoreFixture) fixture = store_fixture_new ();
  g_auto (Result) sound = call (fixture->path, "check");
  g_auto (Result) json = call (fixture->path, "check --json");
  g_autoptr (JsonNode) root = json_from_string (json.out, NULL);
  sqlite3 *handle = NULL;

  g_assert_cmpint (sound.status, ==, 0);
  g_assert_cmpstr (sound.err, ==, "");
  g_assert_true (strchr (sound.out, '\n') == sound.out + strlen (sound.out) - 1);
  g_assert_cmpuint (json_array_get_length (json_object_get_array_member (json_node_get_object (root), "problems")), ==, 0);

  g_assert_cmpint (sqlite3_open (fixture->path, &handle), ==, SQLITE_OK);
  g_assert_cmpint (sqlite3_exec (handle, "INSERT INTO stage_total VALUES (1, 'open', 0, 'EUR', '', 3, 500)", NULL, NULL, NULL),
                   ==, SQLITE_OK);
  sqlite3_close (handle);
  {
    g_auto (Result) unsound = call (fixture->path, "check");

    g_assert_cmpint (unsound.status, ==, 1);
    g_assert_cmpstr (unsound.out, !=, "");
  }
}

static void
test_check_needs_a_database (void)
{
  g_autoptr (StoreFixture) fixture = store_fixture_new ();
  g_autofree char *missing = g_build_filename (fixture->folder, "missing.db", NULL);
  g_auto (Result) none = call (missing, "check");
  g_auto (Result) folder = call (fixture->folder, "check");
  g_auto (Result) words = call (fixture->path, "check everything");

  g_assert_cmpint (none.status, ==, 1);
  g_assert_false (g_file_test (missing, G_FILE_TEST_EXISTS));
  g_assert_cmpint (folder.status, ==, 1);
  g_assert_cmpint (words.status, ==, 2);
  g_assert_cmpstr (words.err, !=, "");
}

static void
test_backup_and_restore (void)
{
  g_autoptr (StoreFixture) fixture = store_fixture_new ();
  g_autofree char *copy = g_build_filename (fixture->folder, "copy.db", NULL);
  g_autofree char *kept = NULL;
  g_autofree char *words = g_strdup_printf ("backup \"%s\"", copy);
  g_autofree char *back = g_strdup_printf ("restore \"%s\" --json", copy);
  g_autofree char *empty = store_fixture_dump (fixture);
  g_autofree char *full = NULL;

  {
    g_auto (Result) backup = call (fixture->path, words);
    g_auto (Result) sample = call (fixture->path, "sample --deals 30 --seed 3 --language en");

    g_assert_cmpint (backup.status, ==, 0);
    g_assert_cmpint (sample.status, ==, 0);
  }
  full = store_fixture_dump (fixture);
  g_assert_cmpstr (full, !=, empty);
  {
    g_auto (Result) restore = call (fixture->path, back);
    g_autoptr (JsonNode) root = json_from_string (restore.out, NULL);

    g_assert_cmpstr (restore.err, ==, "");
    g_assert_cmpint (restore.status, ==, 0);
    kept = g_strdup (json_object_get_string_member (json_node_get_object (root), "kept_as"));
  }
  store_fixture_assert_dump (fixture, empty);
  g_assert_true (g_file_test (kept, G_FILE_TEST_EXISTS));
  {
    g_autofree char *forth = g_strdup_printf ("restore \"%s\"", kept);
    g_auto (Result) restore = call (fixture->path, forth);
    g_auto (Result) check = call (fixture->path, "check");

    g_assert_cmpint (restore.status, ==, 0);
    g_assert_cmpint (check.status, ==, 0);
  }
  store_fixture_assert_dump (fixture, full);
}

static char *
list_deals (const char *path)
{
  g_autoptr (GString) list = g_string_new (NULL);
  sqlite3 *handle = NULL;
  sqlite3_stmt *statement = NULL;

  g_assert_cmpint (sqlite3_open_v2 (path, &handle, SQLITE_OPEN_READONLY, NULL), ==, SQLITE_OK);
  g_assert_cmpint (sqlite3_prepare_v2 (handle,
                                       "SELECT title, stage_id, status, value_minor, started, company_id FROM deal"
                                       " ORDER BY id",
                                       -1, &statement, NULL),
                   ==, SQLITE_OK);
  while (sqlite3_step (statement) == SQLITE_ROW)
    for (int i = 0; i < sqlite3_column_count (statement); i++)
      g_string_append_printf (list, "%s\n", (const char *) sqlite3_column_text (statement, i));
  sqlite3_finalize (statement);
  sqlite3_close (handle);

  return g_string_free (g_steal_pointer (&list), FALSE);
}

static void
test_sample (void)
{
  g_autoptr (StoreFixture) one = store_fixture_new ();
  g_autoptr (StoreFixture) two = store_fixture_new ();
  g_autoptr (StoreFixture) other = store_fixture_new ();
  g_auto (Result) first = call (one->path, "sample --deals 500 --seed 5 --language ru --json");
  g_auto (Result) second = call (two->path, "sample --deals 500 --seed 5 --language ru");
  g_auto (Result) third = call (other->path, "sample --deals 100 --seed 6 --language en --processes 1");
  g_auto (Result) check = call (one->path, "check");
  g_auto (Result) wrong = call (one->path, "sample --deals -1");
  g_autofree char *deals_one = list_deals (one->path);
  g_autofree char *deals_two = list_deals (two->path);
  g_autoptr (JsonNode) root = json_from_string (first.out, NULL);
  g_autoptr (GPtrArray) processes = sc_store_list_processes (other->store, SC_PROCESSES_ALL, NULL);

  g_assert_cmpint (first.status, ==, 0);
  g_assert_cmpint (second.status, ==, 0);
  g_assert_cmpint (json_object_get_int_member (json_node_get_object (root), "deals"), ==, 500);
  g_assert_true (g_str_equal (deals_one, deals_two));
  g_assert_cmpint (check.status, ==, 0);
  g_assert_cmpint (third.status, ==, 0);
  g_assert_cmpuint (processes->len, ==, 1);
  g_assert_cmpint (wrong.status, ==, 2);
}

/* So many that counts and sums are made in the end. */
static void
test_large_sample (void)
{
  g_autoptr (StoreFixture) fixture = store_fixture_new ();
  g_auto (Result) sample = call (fixture->path, "sample --deals 20000 --language en");
  g_auto (Result) check = call (fixture->path, "check");

  g_assert_cmpint (sample.status, ==, 0);
  g_assert_cmpstr (check.err, ==, "");
  g_assert_cmpint (check.status, ==, 0);
}

int
main (int    argc,
      char **argv)
{
  g_test_init (&argc, &argv, NULL);

  g_test_add_func ("/database/check", test_check);
  g_test_add_func ("/database/check-needs-a-database", test_check_needs_a_database);
  g_test_add_func ("/database/backup-and-restore", test_backup_and_restore);
  g_test_add_func ("/database/sample", test_sample);
  g_test_add_func ("/database/large-sample", test_large_sample);

  return g_test_run ();
}
