/* SPDX-License-Identifier: GPL-3.0-or-later */

/* Whatever file the program is pointed at: it opens, or a clear error says why
 * not, and what is not ours is not touched. */

#include <glib/gstdio.h>
#include <sqlite3.h>
#include <string.h>
#include <sys/stat.h>
#include <unistd.h>

#include "store/sc-write.h"
#include "store/sqlite/sc-sqlite-private.h"
#include "store/store-fixture.h"

/* How the case's file is made. */
typedef void (*Make) (const char *path);

static void
make_text (const char *path)
{
  g_assert_true (g_file_set_contents (path, "Dear diary,\n\nno database here.\n", -1, NULL));
}

static void
make_long_text (const char *path)
{
  g_autofree char *text = g_strnfill (100000, 'x');

  g_assert_true (g_file_set_contents (path, text, -1, NULL));
}

static void
make_zeros (const char *path)
{
  g_autofree char *zeros = g_malloc0 (8192);

  g_assert_true (g_file_set_contents (path, zeros, 8192, NULL));
}

static void
make_header_only (const char *path)
{
  g_assert_true (g_file_set_contents (path, "SQLite format 3", 16, NULL));
}

static void
run_sql (const char *path,
         const char *sql)
{
  sqlite3 *handle = NULL;

  g_assert_cmpint (sqlite3_open (path, &handle), ==, SQLITE_OK);
  g_assert_cmpint (sqlite3_exec (handle, sql, NULL, NULL, NULL), ==, SQLITE_OK);
  sqlite3_close (handle);
}

static void
make_foreign (const char *path)
{
  run_sql (path, "CREATE TABLE bookmark (url TEXT); INSERT INTO bookmark VALUES ('https://example.org')");
}

static void
make_foreign_wal (const char *path)
{
  run_sql (path, "PRAGMA journal_mode = WAL; CREATE TABLE bookmark (url TEXT)");
}

static void
make_foreign_application (const char *path)
{
  run_sql (path, "PRAGMA application_id = 1196444487; PRAGMA user_version = 1");
}

static void
make_garbled (const char *path)
{
  g_autofree char *contents = NULL;
  gsize length = 0;

  run_sql (path, "PRAGMA application_id = 1396926068; PRAGMA user_version = 1; CREATE TABLE setting (name TEXT)");
  g_assert_true (g_file_get_contents (path, &contents, &length, NULL));
  memset (contents + 100, 0xa5, length - 100);
  g_assert_true (g_file_set_contents (path, contents, (gssize) length, NULL));
}

static void
make_folder (const char *path)
{
  g_assert_cmpint (g_mkdir (path, 0700), ==, 0);
}

static void
make_pipe (const char *path)
{
  g_assert_cmpint (mkfifo (path, 0600), ==, 0);
}

static const struct {
  const char *name;
  Make make;
  int code;
} refused[] = {
  { "text", make_text, SC_STORE_ERROR_NOT_A_DATABASE },
  { "long text", make_long_text, SC_STORE_ERROR_NOT_A_DATABASE },
  { "zeros", make_zeros, SC_STORE_ERROR_NOT_A_DATABASE },
  { "header only", make_header_only, SC_STORE_ERROR_NOT_A_DATABASE },
  { "another program's", make_foreign, SC_STORE_ERROR_NOT_A_DATABASE },
  { "another program's with a log", make_foreign_wal, SC_STORE_ERROR_NOT_A_DATABASE },
  { "another application's id", make_foreign_application, SC_STORE_ERROR_NOT_A_DATABASE },
  { "garbled", make_garbled, SC_STORE_ERROR_CORRUPT },
  { "folder", make_folder, SC_STORE_ERROR_NOT_A_DATABASE },
  { "pipe", make_pipe, SC_STORE_ERROR_NOT_A_DATABASE },
};

static guint
count_files (const char *folder)
{
  g_autoptr (GDir) dir = g_dir_open (folder, 0, NULL);
  guint n_files = 0;

  while (g_dir_read_name (dir) != NULL)
    n_files++;

  return n_files;
}

static void
test_refused_and_untouched (void)
{
  for (guint i = 0; i < G_N_ELEMENTS (refused); i++)
    {
      g_autoptr (StoreFixture) fixture = store_fixture_new ();
      g_autofree char *path = g_build_filename (fixture->folder, "other", NULL);
      g_autofree char *before = NULL;
      g_autofree char *after = NULL;
      gsize length_before = 0;
      gsize length_after = 0;
      g_autoptr (GError) error = NULL;
      g_autoptr (ScStore) store = NULL;
      gboolean is_file;
      guint n_files;

      g_test_message ("%s", refused[i].name);
      refused[i].make (path);
      is_file = g_file_test (path, G_FILE_TEST_IS_REGULAR);
      n_files = count_files (fixture->folder);
      g_assert_true (!is_file || g_file_get_contents (path, &before, &length_before, NULL));
      store = sc_store_open (path, SC_STORE_OPEN_DEFAULT, &error);
      g_assert_null (store);
      g_assert_error (error, SC_STORE_ERROR, refused[i].code);
      g_assert_true (g_str_has_suffix (error->message, "."));
      g_assert_true (!is_file || g_file_get_contents (path, &after, &length_after, NULL));
      g_assert_cmpmem (before, length_before, after, length_after);
      g_assert_cmpuint (count_files (fixture->folder), ==, n_files);
      if (!is_file)
        g_remove (path);
    }
}

static void
test_missing (void)
{
  g_autoptr (StoreFixture) fixture = store_fixture_new ();
  g_autofree char *path = g_build_filename (fixture->folder, "missing.db", NULL);
  g_autofree char *deep = g_build_filename (fixture->folder, "no", "folder.db", NULL);
  g_autoptr (GError) error = NULL;

  g_assert_null (sc_store_open (path, SC_STORE_OPEN_EXISTING, &error));
  g_assert_error (error, SC_STORE_ERROR, SC_STORE_ERROR_NOT_FOUND);
  g_assert_false (g_file_test (path, G_FILE_TEST_EXISTS));
  g_clear_error (&error);
  g_assert_null (sc_store_open (path, SC_STORE_OPEN_READ_ONLY, &error));
  g_assert_error (error, SC_STORE_ERROR, SC_STORE_ERROR_NOT_FOUND);
  g_clear_error (&error);
  g_assert_null (sc_store_open (deep, SC_STORE_OPEN_DEFAULT, &error));
  g_assert_error (error, SC_STORE_ERROR, SC_STORE_ERROR_NOT_FOUND);
}

static void
test_empty_file_becomes_one (void)
{
  g_autoptr (StoreFixture) fixture = store_fixture_new ();
  g_autofree char *path = g_build_filename (fixture->folder, "empty.db", NULL);
  g_autoptr (GError) error = NULL;
  g_autoptr (ScStore) store = NULL;

  g_assert_true (g_file_set_contents (path, "", 0, NULL));
  store = sc_store_open (path, SC_STORE_OPEN_DEFAULT, &error);
  g_assert_no_error (error);
  g_assert_false (sc_store_is_read_only (store));
}

static void
assert_read_only (ScStore *store)
{
  g_autoptr (GError) error = NULL;
  g_autoptr (GPtrArray) processes = sc_store_list_processes (store, SC_PROCESSES_ALL, &error);
  g_autoptr (ScWrite) write = NULL;

  g_assert_no_error (error);
  g_assert_nonnull (processes);
  g_assert_true (sc_store_is_read_only (store));
  g_assert_nonnull (sc_store_get_notice (store));
  write = sc_write_begin (store, SC_SCOPE_DESIGN, NULL, NULL, &error);
  g_assert_null (write);
  g_assert_error (error, SC_STORE_ERROR, SC_STORE_ERROR_READ_ONLY);
}

static void
test_newer_is_read_only (void)
{
  g_autoptr (StoreFixture) fixture = store_fixture_new ();
  g_autofree char *before = NULL;
  g_autofree char *after = NULL;
  gsize length_before = 0;
  gsize length_after = 0;
  g_autoptr (GError) error = NULL;

  g_clear_object (&fixture->store);
  run_sql (fixture->path, "PRAGMA user_version = 999; CREATE TABLE invention (id INTEGER)");
  g_assert_true (g_file_get_contents (fixture->path, &before, &length_before, NULL));
  fixture->store = sc_store_open (fixture->path, SC_STORE_OPEN_DEFAULT, &error);
  g_assert_no_error (error);
  assert_read_only (fixture->store);
  g_assert_nonnull (strstr (sc_store_get_notice (fixture->store), "newer"));
  g_clear_object (&fixture->store);
  g_assert_true (g_file_get_contents (fixture->path, &after, &length_after, NULL));
  g_assert_cmpmem (before, length_before, after, length_after);
}

static void
test_asked_for_reading (void)
{
  g_autoptr (StoreFixture) fixture = store_fixture_new ();
  g_autoptr (GError) error = NULL;
  g_autoptr (ScStore) store = sc_store_open (fixture->path, SC_STORE_OPEN_READ_ONLY, &error);

  g_assert_no_error (error);
  assert_read_only (store);
}

static void
test_read_only_file (void)
{
  g_autoptr (StoreFixture) fixture = store_fixture_new ();
  g_autoptr (GError) error = NULL;

  g_clear_object (&fixture->store);
  g_assert_cmpint (g_chmod (fixture->path, 0400), ==, 0);
  if (g_access (fixture->path, W_OK) == 0)
    {
      g_test_skip ("this account may write what is read-only");
      return;
    }
  g_assert_cmpint (g_chmod (fixture->folder, 0500), ==, 0);
  fixture->store = sc_store_open (fixture->path, SC_STORE_OPEN_DEFAULT, &error);
  g_chmod (fixture->folder, 0700);
  g_assert_no_error (error);
  assert_read_only (fixture->store);
}

static void
test_damage_is_found (void)
{
  g_autoptr (StoreFixture) fixture = store_fixture_new ();
  g_autoptr (GPtrArray) problems = g_ptr_array_new_with_free_func (g_free);
  g_autofree char *contents = NULL;
  gsize length = 0;
  g_autoptr (GError) error = NULL;

  g_assert_true (sc_store_check (fixture->store, problems, &error));
  g_assert_no_error (error);

  g_clear_object (&fixture->store);
  g_assert_true (g_file_get_contents (fixture->path, &contents, &length, NULL));
  memset (contents + length - 3 * 4096, 0x5a, 3 * 4096);
  g_assert_true (g_file_set_contents (fixture->path, contents, (gssize) length, NULL));
  fixture->store = sc_store_open (fixture->path, SC_STORE_OPEN_READ_ONLY, &error);
  if (fixture->store != NULL)
    {
      g_assert_false (sc_store_check (fixture->store, problems, &error));
      g_assert_true (error != NULL || problems->len > 0);
    }
  else
    g_assert_error (error, SC_STORE_ERROR, SC_STORE_ERROR_CORRUPT);
}

static void
test_wrong_totals_are_found (void)
{
  g_autoptr (StoreFixture) fixture = store_fixture_new ();
  g_autoptr (GPtrArray) problems = g_ptr_array_new_with_free_func (g_free);
  g_autoptr (GError) error = NULL;

  run_sql (fixture->path, "INSERT INTO stage_total VALUES (1, 'open', 0, 'EUR', '', 3, 500)");
  g_assert_false (sc_store_check (fixture->store, problems, &error));
  g_assert_no_error (error);
  g_assert_cmpuint (problems->len, ==, 2);
  g_assert_cmpstr (problems->pdata[0], ==,
                   "stage_total, row 1 open 0 EUR , stage_id: This refers to a row that is not there.");
  g_assert_cmpstr (problems->pdata[1], ==,
                   "stage_total, row 1 open 0 EUR , n_deals: This is not what the deals of the stage add up to.");
}

static void
test_user_is_the_account (void)
{
  g_autoptr (StoreFixture) fixture = store_fixture_new ();
  g_autofree char *name = sc_store_get_user_name (fixture->store);
  g_autofree char *usual = sc_store_make_user_name ();

  g_assert_cmpstr (name, !=, "");
  g_assert_cmpstr (name, ==, usual);
}

/* A full disk has no room even for what reading needs. */
static void
test_no_room_to_read (void)
{
  g_autoptr (GError) error = NULL;

  sc_store_set_error (&error, NULL, SQLITE_IOERR_SHMSIZE);
  g_assert_error (error, SC_STORE_ERROR, SC_STORE_ERROR_NO_SPACE);
  g_assert_nonnull (strstr (error->message, "full"));
}

int
main (int    argc,
      char **argv)
{
  g_test_init (&argc, &argv, NULL);

  g_test_add_func ("/opening/refused-and-untouched", test_refused_and_untouched);
  g_test_add_func ("/opening/missing", test_missing);
  g_test_add_func ("/opening/empty-file-becomes-one", test_empty_file_becomes_one);
  g_test_add_func ("/opening/newer-is-read-only", test_newer_is_read_only);
  g_test_add_func ("/opening/asked-for-reading", test_asked_for_reading);
  g_test_add_func ("/opening/read-only-file", test_read_only_file);
  g_test_add_func ("/opening/damage-is-found", test_damage_is_found);
  g_test_add_func ("/opening/wrong-totals-are-found", test_wrong_totals_are_found);
  g_test_add_func ("/opening/user-is-the-account", test_user_is_the_account);

  g_test_add_func ("/store/opening/no-room-to-read", test_no_room_to_read);

  return g_test_run ();
}
