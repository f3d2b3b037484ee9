/* SPDX-License-Identifier: GPL-3.0-or-later */

/* A full disk, a broken one, one that became read-only: at whichever write of a
 * change it happens, a clear error comes, nothing is half done, and once there
 * is room the same change goes through. */

#include <sqlite3.h>

#include "change/change-fixture.h"
#include "change/sc-import-deals.h"
#include "store/fault-vfs.h"

#define N_DEALS 24
#define N_IMPORTED 60

typedef struct {
  guint n_rows;
  ChangeFixture *fixture;
  ScImportCounts counts;
  char text[32];
} Import;

static gboolean
next_row (ScImportRow *row,
          gpointer     user_data,
          GError     **error)
{
  Import *import = user_data;

  if (import->n_rows == N_IMPORTED)
    return FALSE;

  g_snprintf (import->text, sizeof import->text, "Row %u", import->n_rows++);
  *row = (ScImportRow) {
    .external_id = import->text,
    .title = import->text,
    .company = import->text,
    .stage_id = (char *) change_fixture_get_stage (import->fixture, "B"),
    .status = SC_DEAL_OPEN,
    .value = sc_money_new (100 * import->n_rows, "EUR"),
  };

  return TRUE;
}

static Import import;

static ScCommand *
make_import (ChangeFixture *fixture)
{
  import = (Import) { .fixture = fixture };

  return sc_command_import_deals (fixture->process_id, "Import", next_row, &import, &import.counts);
}

static ScCommand *
make_publication (ChangeFixture *fixture)
{
  g_autoptr (ScProcess) process = sc_store_load_process (fixture->store, fixture->process_id, NULL);
  g_autoptr (GHashTable) moves = g_hash_table_new (g_str_hash, g_str_equal);

  g_hash_table_insert (moves, (gpointer) change_fixture_get_stage (fixture, "C"),
                       (gpointer) change_fixture_get_stage (fixture, "E"));

  return sc_command_publish (process, moves);
}

static ScCommand *
make_moves (ChangeFixture *fixture)
{
  gint64 ids[N_DEALS];

  for (guint i = 0; i < N_DEALS; i++)
    ids[i] = i + 1;

  return sc_command_move_deals (ids, N_DEALS, change_fixture_get_stage (fixture, "F"), NULL);
}

static const struct {
  const char *name;
  ScCommand *(*make)(ChangeFixture *fixture);
} changes[] = {
  { "import", make_import },
  { "publication", make_publication },
  { "moves", make_moves },
};

static const struct {
  int code;
  int expected;
} faults[] = {
  { SQLITE_FULL, SC_STORE_ERROR_NO_SPACE },
  { SQLITE_IOERR_WRITE, SC_STORE_ERROR_FAILED },
  { SQLITE_READONLY, SC_STORE_ERROR_READ_ONLY },
};

static ChangeFixture *
make_fixture (void)
{
  ChangeFixture *fixture = change_fixture_new ();
  g_autoptr (GPtrArray) edits = sc_edits_new ();

  for (guint i = 0; i < N_DEALS; i++)
    {
      g_autofree char *title = g_strdup_printf ("Deal %u", i);

      change_fixture_add (fixture, title, i % 2 == 0 ? "C" : "A");
    }
  g_ptr_array_add (edits, sc_edit_remove_stage (fixture->version, change_fixture_get_stage (fixture, "C")));
  change_fixture_run (fixture, sc_command_edit_version (fixture->process_id, "Remove", edits));

  return fixture;
}

static void
assert_sound (ChangeFixture *fixture)
{
  g_autoptr (GPtrArray) problems = g_ptr_array_new_with_free_func (g_free);
  g_autoptr (GError) error = NULL;
  gboolean is_sound = sc_store_check (fixture->store, problems, &error);

  for (guint i = 0; i < problems->len; i++)
    g_test_message ("%s", (char *) problems->pdata[i]);
  g_assert_no_error (error);
  g_assert_true (is_sound);
}

/* Returns whether the change came through. */
static gboolean
try_with_fault (ChangeFixture *fixture,
                guint          change,
                guint          fault,
                guint          n_th,
                const char    *before)
{
  ScCommand *command = changes[change].make (fixture);
  g_autoptr (ScOutcome) outcome = NULL;
  g_autoptr (GError) error = NULL;

  fault_vfs_arm (n_th, faults[fault].code);
  outcome = sc_command_run (command, fixture->store, NULL, &error);
  fault_vfs_disarm ();
  if (outcome != NULL)
    {
      g_assert_cmpint (outcome->change_id, >, 0);
      return TRUE;
    }

  g_assert_error (error, SC_STORE_ERROR, faults[fault].expected);
  g_assert_true (g_str_has_suffix (error->message, "."));
  store_fixture_assert_dump (fixture->base, before);

  return FALSE;
}

static void
test_every_write (gconstpointer data)
{
  guint change = GPOINTER_TO_UINT (data);
  g_autoptr (ChangeFixture) fixture = make_fixture ();
  g_autofree char *before = store_fixture_dump (fixture->base);

  for (guint fault = 0; fault < G_N_ELEMENTS (faults); fault++)
    {
      guint n_th = 1;

      while (!try_with_fault (fixture, change, fault, n_th, before))
        n_th++;
      g_test_message ("%s, fault %u: %u writes", changes[change].name, faults[fault].code, n_th - 1);
      g_assert_cmpuint (n_th, >, 5);
      assert_sound (fixture);

      change_fixture_run (fixture, change == 1 ? sc_command_undo (SC_CHANGES_OF_WINDOW, fixture->process_id)
                          : sc_command_undo (SC_CHANGES_OF_WINDOW, NULL));
      store_fixture_assert_dump (fixture->base, before);
      assert_sound (fixture);
    }
}

static void
test_new_database_on_full_disk (void)
{
  g_autoptr (StoreFixture) fixture = store_fixture_new ();
  guint n_th = 1;

  for (;; n_th++)
    {
      g_autofree char *name = g_strdup_printf ("new-%u.db", n_th);
      g_autofree char *path = g_build_filename (fixture->folder, name, NULL);
      g_autoptr (GError) error = NULL;
      g_autoptr (ScStore) store = NULL;

      fault_vfs_arm (n_th, SQLITE_FULL);
      store = sc_store_open (path, SC_STORE_OPEN_DEFAULT, &error);
      fault_vfs_disarm ();
      if (store != NULL)
        break;

      g_assert_error (error, SC_STORE_ERROR, SC_STORE_ERROR_NO_SPACE);
      g_clear_error (&error);
      store = sc_store_open (path, SC_STORE_OPEN_DEFAULT, &error);
      g_assert_no_error (error);
    }
  g_assert_cmpuint (n_th, >, 5);
}

static void
test_copy_on_full_disk (void)
{
  g_autoptr (ChangeFixture) fixture = make_fixture ();
  g_autofree char *path = g_build_filename (fixture->base->folder, "copy.db", NULL);
  guint n_th = 1;

  for (;; n_th++)
    {
      g_autoptr (GError) error = NULL;
      gboolean is_made;

      fault_vfs_arm (n_th, SQLITE_FULL);
      is_made = sc_store_backup (fixture->store, path, FALSE, &error);
      fault_vfs_disarm ();
      if (is_made)
        break;

      g_assert_error (error, SC_STORE_ERROR, SC_STORE_ERROR_NO_SPACE);
      g_assert_false (g_file_test (path, G_FILE_TEST_EXISTS));
    }
  g_assert_cmpuint (n_th, >, 5);
}

int
main (int    argc,
      char **argv)
{
  fault_vfs_install ();
  g_test_init (&argc, &argv, NULL);

  for (guint i = 0; i < G_N_ELEMENTS (changes); i++)
    {
      g_autofree char *path = g_strdup_printf ("/faults/every-write-of/%s", changes[i].name);

      g_test_add_data_func (path, GUINT_TO_POINTER (i), test_every_write);
    }
  g_test_add_func ("/faults/new-database-on-full-disk", test_new_database_on_full_disk);
  g_test_add_func ("/faults/copy-on-full-disk", test_copy_on_full_disk);

  return g_test_run ();
}
