/* SPDX-License-Identifier: GPL-3.0-or-later */

#include "store/store-fixture.h"

#include <glib/gstdio.h>
#include <sqlite3.h>

/* An empty database: the first test of a program makes it, and the others begin with a copy,
 * which takes a tenth of the time under sanitizers. */
static char *empty;
static gsize empty_length;

static void
keep_empty (StoreFixture *self)
{
  g_autoptr (GError) error = NULL;

  g_clear_object (&self->store);
  g_assert_true (g_file_get_contents (self->path, &empty, &empty_length, &error));
  g_assert_no_error (error);
  store_fixture_reopen (self);
}

/**
 * store_fixture_new:
 *
 * Returns: (transfer full): an empty database in a folder of its own
 */
StoreFixture *
store_fixture_new (void)
{
  g_autoptr (GError) error = NULL;
  StoreFixture *self = g_new0 (StoreFixture, 1);

  self->folder = g_dir_make_tmp ("stagecraft-test-XXXXXX", &error);
  g_assert_no_error (error);
  self->path = g_build_filename (self->folder, "test.db", NULL);
  if (empty != NULL)
    g_file_set_contents_full (self->path, empty, (gssize) empty_length, G_FILE_SET_CONTENTS_NONE, 0600, &error);
  g_assert_no_error (error);
  store_fixture_reopen (self);
  if (empty == NULL)
    keep_empty (self);

  return self;
}

static void
remove_folder (const char *folder)
{
  g_autoptr (GDir) dir = g_dir_open (folder, 0, NULL);
  const char *name;

  while (dir != NULL && (name = g_dir_read_name (dir)) != NULL)
    {
      g_autofree char *path = g_build_filename (folder, name, NULL);

      g_unlink (path);
    }
  g_rmdir (folder);
}

/**
 * store_fixture_free:
 * @self: (transfer full): a fixture
 */
void
store_fixture_free (StoreFixture *self)
{
  g_clear_object (&self->store);
  remove_folder (self->folder);
  g_free (self->folder);
  g_free (self->path);
  g_free (self);
}

/**
 * store_fixture_reopen:
 * @self: a fixture
 *
 * As after a restart of the program.
 */
void
store_fixture_reopen (StoreFixture *self)
{
  g_autoptr (GError) error = NULL;

  g_clear_object (&self->store);
  self->store = sc_store_open (self->path, SC_STORE_OPEN_DEFAULT, &error);
  g_assert_no_error (error);
  g_assert_false (sc_store_is_read_only (self->store));
}

/**
 * store_fixture_open_other:
 * @self: a fixture
 *
 * Returns: (transfer full): the same file as another program's window has it
 */
ScStore *
store_fixture_open_other (StoreFixture *self)
{
  g_autoptr (GError) error = NULL;
  ScStore *store = sc_store_open (self->path, SC_STORE_OPEN_EXISTING, &error);

  g_assert_no_error (error);
  sc_store_set_window (store, "other");

  return store;
}

static void
dump_table (sqlite3    *handle,
            const char *table,
            GString    *text)
{
  g_autofree char *sql = g_strdup_printf ("SELECT * FROM %s", table);
  sqlite3_stmt *statement = NULL;
  g_autoptr (GPtrArray) rows = g_ptr_array_new_with_free_func (g_free);

  g_assert_cmpint (sqlite3_prepare_v2 (handle, sql, -1, &statement, NULL), ==, SQLITE_OK);
  while (sqlite3_step (statement) == SQLITE_ROW)
    {
      g_autoptr (GString) row = g_string_new (table);
      gboolean is_there = TRUE;

      for (int i = 0; i < sqlite3_column_count (statement); i++)
        {
          const char *name = sqlite3_column_name (statement, i);

          if ((g_str_equal (name, "deleted_by") || g_str_equal (name, "voided_by"))
              && sqlite3_column_type (statement, i) != SQLITE_NULL)
            is_there = FALSE;
          /* What was replaced once may be there again. */
          else if (!g_str_equal (name, "deleted_by") && !g_str_equal (name, "replaced_by"))
            g_string_append_printf (row, " %s=%s", name, (const char *) sqlite3_column_text (statement, i));
        }
      if (is_there)
        g_ptr_array_add (rows, g_strdup (row->str));
    }
  sqlite3_finalize (statement);
  g_ptr_array_sort_values (rows, (GCompareFunc) g_strcmp0);
  for (guint i = 0; i < rows->len; i++)
    g_string_append_printf (text, "%s\n", (char *) rows->pdata[i]);
}

/**
 * store_fixture_dump:
 * @self: a fixture
 *
 * Returns: (transfer full): all rows that are there, as text
 */
char *
store_fixture_dump (StoreFixture *self)
{
  static const char *const tables[] = {
    "process", "version", "role", "version_stage", "loss_reason", "own_word", "organisation", "process_organisation", "calendar", "calendar_day", "plan", "deal", "deal_event", "tick", "answer",
    "tactic_use", "action_tick", "payment", "activity", "contact",
    "(SELECT * FROM stage_total WHERE n_deals <> 0)", "(SELECT id, name, revision FROM user WHERE login IS NOT NULL)",
  };
  g_autoptr (GString) text = g_string_new (NULL);
  sqlite3 *handle = NULL;

  g_assert_cmpint (sqlite3_open_v2 (self->path, &handle, SQLITE_OPEN_READONLY, NULL), ==, SQLITE_OK);
  for (guint i = 0; i < G_N_ELEMENTS (tables); i++)
    dump_table (handle, tables[i], text);
  sqlite3_close (handle);

  return g_string_free (g_steal_pointer (&text), FALSE);
}

/**
 * store_fixture_assert_dump:
 * @self: a fixture
 * @expected: what store_fixture_dump() gave once
 */
void
store_fixture_assert_dump (StoreFixture *self,
                           const char   *expected)
{
  g_autofree char *dump = store_fixture_dump (self);

  if (!g_str_equal (dump, expected))
    g_print ("# Expected:\n%s\n# Found:\n%s\n", expected, dump);
  g_assert_true (g_str_equal (dump, expected));
}
