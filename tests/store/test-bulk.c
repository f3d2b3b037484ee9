/* SPDX-License-Identifier: GPL-3.0-or-later */

/* What is not looked at row by row while very many rows come in is looked at before
 * they are committed. */

#include <sqlite3.h>

#include "store/sc-write.h"
#include "store/sqlite/sc-sqlite-private.h"
#include "store/store-fixture.h"

#define NO_DEAL 999

static void
execute (StoreFixture *fixture,
         const char   *sql)
{
  sqlite3 *handle = NULL;

  g_assert_cmpint (sqlite3_open (fixture->path, &handle), ==, SQLITE_OK);
  g_assert_cmpint (sqlite3_exec (handle, sql, NULL, NULL, NULL), ==, SQLITE_OK);
  sqlite3_close (handle);
}

static ScWrite *
begin (StoreFixture *fixture)
{
  g_autoptr (GError) error = NULL;
  ScWrite *write = sc_write_begin (fixture->store, SC_SCOPE_DEALS, NULL, NULL, &error);

  g_assert_no_error (error);

  return write;
}

static void
test_keys_are_looked_at (void)
{
  g_autoptr (StoreFixture) fixture = store_fixture_new ();
  g_autofree char *before = store_fixture_dump (fixture);
  g_autoptr (ScWrite) write = begin (fixture);
  g_autoptr (GError) error = NULL;
  g_autoptr (GError) later_error = NULL;

  g_assert_true (sc_write_defer_indexes (write, FALSE, &error));
  g_assert_true (sc_write_event (write, NO_DEAL, 0, "title", NULL, "A", NULL, &error));
  g_assert_false (sc_write_commit (write, "A deal that is not there", NULL, &error));
  g_assert_nonnull (error);
  g_clear_pointer (&write, sc_write_abort);
  store_fixture_assert_dump (fixture, before);

  /* And by row again. */
  write = begin (fixture);
  g_assert_false (sc_write_event (write, NO_DEAL, 0, "title", NULL, "A", NULL, &later_error));
  g_assert_nonnull (later_error);
}

/* An import is not to be refused for what somebody else has left. */
static void
test_what_was_wrong_before (void)
{
  g_autoptr (StoreFixture) fixture = store_fixture_new ();
  g_autoptr (ScWrite) write = NULL;
  g_autoptr (GError) error = NULL;

  execute (fixture,
           "PRAGMA foreign_keys = OFF;"
           "INSERT INTO deal_event (deal_id, change_id, happened_at, field) VALUES (998, 997, 1, 'title');");
  write = begin (fixture);
  g_assert_true (sc_write_defer_indexes (write, FALSE, &error));
  g_assert_true (sc_connection_run (sc_write_get_connection (write),
                                    "INSERT INTO company (name, name_key, created_by) VALUES ('A', 'a', 1)", &error));
  g_assert_true (sc_write_commit (write, "Nothing wrong", NULL, &error) && error == NULL);
  g_clear_pointer (&write, sc_write_abort);

  write = begin (fixture);
  g_assert_true (sc_write_defer_indexes (write, FALSE, &error));
  g_assert_true (sc_write_event (write, NO_DEAL, 0, "title", NULL, "A", NULL, &error));
  g_assert_false (sc_write_commit (write, "One more", NULL, &error));
}

int
main (int    argc,
      char **argv)
{
  g_test_init (&argc, &argv, NULL);

  g_test_add_func ("/bulk/keys-are-looked-at", test_keys_are_looked_at);
  g_test_add_func ("/bulk/what-was-wrong-before", test_what_was_wrong_before);

  return g_test_run ();
}
