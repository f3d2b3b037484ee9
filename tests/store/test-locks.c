/* SPDX-License-Identifier: GPL-3.0-or-later */

/* Opening and reading while another process has the database: neither waits. */

#include <glib/gstdio.h>
#include <sqlite3.h>
#include <string.h>

#include "change/change-fixture.h"
#include "change/sc-rename-user.h"
#include "store/lock.h"
#include "store/sc-main-thread.h"

/* Less than a write waits for others. */
#define AT_ONCE (4 * G_TIME_SPAN_SECOND)

#define N_PROGRAMS 6
#define N_ROUNDS 3

static void
run_sql (const char *path,
         const char *sql)
{
  sqlite3 *handle = NULL;

  g_assert_cmpint (sqlite3_open (path, &handle), ==, SQLITE_OK);
  g_assert_cmpint (sqlite3_exec (handle, sql, NULL, NULL, NULL), ==, SQLITE_OK);
  sqlite3_close (handle);
}

/* The account's row becomes another one's. */
static void
forget_user (ChangeFixture *fixture)
{
  g_clear_object (&fixture->base->store);
  run_sql (fixture->base->path, "UPDATE user SET login = 'somebody', name = 'Somebody', name_key = 'somebody'");
}

static GSubprocess *
start_program (const char        *path,
               const char *const *arguments)
{
  g_autoptr (GStrvBuilder) builder = g_strv_builder_new ();
  g_auto (GStrv) argv = NULL;
  g_autoptr (GError) error = NULL;
  GSubprocess *program;

  g_strv_builder_add_many (builder, g_getenv ("STAGECRAFT"), "--database", path, NULL);
  g_strv_builder_addv (builder, (const char **) arguments);
  argv = g_strv_builder_end (builder);
  program = g_subprocess_newv ((const char *const *) argv,
                               G_SUBPROCESS_FLAGS_STDOUT_PIPE | G_SUBPROCESS_FLAGS_STDERR_MERGE, &error);
  g_assert_no_error (error);

  return program;
}

static char *
finish_program (GSubprocess *program)
{
  g_autoptr (GError) error = NULL;
  char *output = NULL;

  g_assert_true (g_subprocess_communicate_utf8 (program, NULL, NULL, &output, NULL, &error));
  g_assert_no_error (error);
  if (!g_subprocess_get_successful (program))
    g_error ("The program failed: %s", output);

  return output;
}

static void
assert_says (const char        *path,
             const char *const *arguments,
             const char        *expected)
{
  g_autoptr (GSubprocess) program = start_program (path, arguments);
  g_autofree char *output = finish_program (program);

  g_assert_nonnull (strstr (output, expected));
}

static void
open_and_read (ChangeFixture *fixture)
{
  gint64 started = g_get_monotonic_time ();
  g_autoptr (GPtrArray) processes = NULL;
  g_autoptr (GPtrArray) users = NULL;
  g_autoptr (GError) error = NULL;
  g_autofree char *board = NULL;

  change_fixture_reopen (fixture);
  processes = sc_store_list_processes (fixture->store, SC_PROCESSES_ALL, &error);
  g_assert_no_error (error);
  g_assert_cmpuint (processes->len, ==, 1);
  users = sc_store_list_users (fixture->store, &error);
  g_assert_no_error (error);
  board = change_fixture_show_board (fixture);
  g_assert_cmpstr (board, ==, "A: Deal");
  g_clear_object (&fixture->base->store);
  g_assert_cmpint (g_get_monotonic_time () - started, <, AT_ONCE);
}

static void
test_open_while_held (gconstpointer kind)
{
  g_autoptr (ChangeFixture) fixture = change_fixture_new ();

  change_fixture_add (fixture, "Deal", "A");
  g_clear_object (&fixture->base->store);
  for (guint is_new_user = 0; is_new_user < 2; is_new_user++)
    {
      g_autoptr (Lock) lock = NULL;

      if (is_new_user)
        forget_user (fixture);
      lock = lock_hold (kind, fixture->base->path);
      open_and_read (fixture);
      assert_says (fixture->base->path, (const char *const[]) { "process", "list", NULL }, "Sales");
      assert_says (fixture->base->path, (const char *const[]) { "deal", "list", "Sales", NULL }, "Deal");
    }
}

/* A copy keeps no log yet; making one has to wait. */
static void
test_open_copy_while_held (void)
{
  g_autoptr (ChangeFixture) fixture = change_fixture_new ();
  g_autoptr (Lock) lock = NULL;

  change_fixture_add (fixture, "Deal", "A");
  g_clear_object (&fixture->base->store);
  run_sql (fixture->base->path, "PRAGMA journal_mode = DELETE");
  lock = lock_hold ("write", fixture->base->path);
  open_and_read (fixture);
  assert_says (fixture->base->path, (const char *const[]) { "process", "list", NULL }, "Sales");

  g_clear_pointer (&lock, lock_release);
  change_fixture_reopen (fixture);
  change_fixture_add (fixture, "Second", "B");
}

/* Such a copy, opened while somebody else writes, is written later on. */
static void
test_write_to_copy_after_held (void)
{
  g_autoptr (ChangeFixture) fixture = change_fixture_new ();
  g_autoptr (Lock) lock = NULL;
  g_autoptr (ScStore) other = NULL;
  g_autofree char *board = NULL;

  g_clear_object (&fixture->base->store);
  run_sql (fixture->base->path, "PRAGMA journal_mode = DELETE");
  lock = lock_hold ("write", fixture->base->path);
  change_fixture_reopen (fixture);
  other = store_fixture_open_other (fixture->base);
  g_clear_pointer (&lock, lock_release);

  change_fixture_add (fixture, "Deal", "A");
  fixture->store = other;
  board = change_fixture_show_board (fixture);
  g_assert_cmpstr (board, ==, "A: Deal");
}

/* Whoever makes the file first, the others find it made. */
static void
test_many_make_one_file (void)
{
  for (guint round = 0; round < N_ROUNDS; round++)
    {
      g_autofree char *folder = g_dir_make_tmp ("stagecraft-test-XXXXXX", NULL);
      g_autofree char *path = g_build_filename (folder, "new.db", NULL);
      GSubprocess *programs[N_PROGRAMS];
      g_autofree char *listed = NULL;
      g_autoptr (GSubprocess) last = NULL;

      for (guint i = 0; i < N_PROGRAMS; i++)
        {
          g_autofree char *name = g_strdup_printf ("--name=Process %u", i);
          const char *const list[] = { "process", "list", NULL };
          const char *const make[] = {
            "process", "new", name, "--selling=consultative", "--novelty=established", "--demand=formed",
            "--market=b2b", "--offer=service", NULL,
          };

          programs[i] = start_program (path, i % 2 == 0 ? list : make);
        }
      for (guint i = 0; i < N_PROGRAMS; i++)
        {
          g_autofree char *output = finish_program (programs[i]);

          g_object_unref (programs[i]);
        }
      last = start_program (path, (const char *const[]) { "process", "list", NULL });
      listed = finish_program (last);
      for (guint i = 1; i < N_PROGRAMS; i += 2)
        {
          g_autofree char *name = g_strdup_printf ("Process %u", i);

          g_assert_nonnull (strstr (listed, name));
        }
      g_remove (path);
      g_rmdir (folder);
    }
}

static void
test_user_is_made_with_first_change (void)
{
  g_autoptr (ChangeFixture) fixture = change_fixture_new ();
  g_autoptr (ScDeal) deal = sc_deal_new ();
  g_autoptr (ScDeal) added = NULL;
  g_autoptr (GPtrArray) users = NULL;
  g_autofree char *name = NULL;

  forget_user (fixture);
  change_fixture_reopen (fixture);
  name = sc_store_get_user_name (fixture->store);
  g_assert_cmpint (sc_store_get_user (fixture->store), ==, SC_USER_UNKNOWN);
  users = sc_store_list_users (fixture->store, NULL);
  g_assert_cmpuint (users->len, ==, 2);

  /* Refused: nothing of it stays. */
  deal->process_id = g_strdup (fixture->process_id);
  deal->owner_id = sc_store_get_user (fixture->store);
  change_fixture_refuse (fixture, sc_command_add_deal (deal), SC_STORE_ERROR, SC_STORE_ERROR_INVALID);
  g_assert_cmpint (sc_store_get_user (fixture->store), ==, SC_USER_UNKNOWN);

  /* “Mine” is mine, though I was nobody when I said so. */
  deal->title = g_strdup ("Deal");
  added = change_fixture_load (fixture, change_fixture_run (fixture, sc_command_add_deal (deal)));
  g_assert_cmpint (sc_store_get_user (fixture->store), >, 0);
  g_assert_cmpint (added->owner_id, ==, sc_store_get_user (fixture->store));
  g_assert_cmpstr (added->owner, ==, name);
}

/* Who is not known owns nothing, rather than everything. */
static void
test_unknown_user_owns_nothing (void)
{
  g_autoptr (ChangeFixture) fixture = change_fixture_new ();
  g_autoptr (ScDealQuery) query = sc_deal_query_new (fixture->process_id);
  g_autoptr (GPtrArray) mine = NULL;

  change_fixture_add (fixture, "Deal", "A");
  forget_user (fixture);
  change_fixture_reopen (fixture);
  query->owner_id = sc_store_get_user (fixture->store);
  mine = sc_store_list_deals (fixture->store, query, 0, NULL, NULL);
  g_assert_cmpuint (mine->len, ==, 0);
  g_assert_cmpuint (sc_store_count_deals (fixture->store, query, NULL, NULL), ==, 0);
}

/* An owner of deals who has the account's name is who uses the program. */
static void
test_user_takes_over_their_deals (void)
{
  g_autoptr (ChangeFixture) fixture = change_fixture_new ();
  g_autoptr (ScDeal) deal = sc_deal_new ();
  g_autoptr (ScDeal) added = NULL;
  g_autofree char *name = NULL;
  gint64 user;

  forget_user (fixture);
  change_fixture_reopen (fixture);
  g_assert_true (sc_store_suggest_user_name (fixture->store, "Anna Orlova", NULL));
  deal->process_id = g_strdup (fixture->process_id);
  deal->title = g_strdup ("Deal");
  deal->owner = g_strdup ("anna orlova");
  added = change_fixture_load (fixture, change_fixture_run (fixture, sc_command_add_deal (deal)));
  user = sc_store_get_user (fixture->store);
  g_assert_cmpint (user, >, 0);
  g_assert_cmpint (added->owner_id, ==, user);

  name = sc_store_get_user_name (fixture->store);
  g_assert_cmpstr (name, ==, "Anna Orlova");
}

static void
name_set_cb (GObject      *source,
             GAsyncResult *result,
             gpointer      user_data)
{
  g_autoptr (GError) error = NULL;
  g_autoptr (ScOutcome) outcome = sc_command_run_finish (SC_STORE (source), result, &error);

  g_assert_no_error (error);
  *(gboolean *) user_data = TRUE;
}

static gboolean
release_cb (gpointer lock)
{
  g_clear_pointer ((Lock **) lock, lock_release);

  return G_SOURCE_REMOVE;
}

/* The thread that asks goes on; only the change waits. */
static void
test_name_waits_elsewhere (void)
{
  g_autoptr (ChangeFixture) fixture = change_fixture_new ();
  Lock *lock = lock_hold ("write", fixture->base->path);
  gboolean is_set = FALSE;
  g_autofree char *name = NULL;

  sc_command_run_async (sc_command_rename_user ("Anna Orlova"), fixture->store, NULL, name_set_cb, &is_set);
  g_assert_false (is_set);
  g_timeout_add (100, release_cb, &lock);
  while (!is_set)
    g_main_context_iteration (NULL, TRUE);
  g_assert_null (lock);
  name = sc_store_get_user_name (fixture->store);
  g_assert_cmpstr (name, ==, "Anna Orlova");
}

static void
test_main_thread_does_not_write (void)
{
  if (g_test_subprocess ())
    {
      g_autoptr (ChangeFixture) fixture = change_fixture_new ();

      sc_main_thread_set (TRUE);
      change_fixture_add (fixture, "Deal", "A");
      return;
    }

  g_test_trap_subprocess (NULL, 0, G_TEST_SUBPROCESS_DEFAULT);
  g_test_trap_assert_failed ();
  g_test_trap_assert_stderr ("*main thread writes: BEGIN IMMEDIATE*");
}

static void
test_main_thread_does_not_wait (void)
{
  if (g_test_subprocess ())
    {
      g_autoptr (ChangeFixture) fixture = change_fixture_new ();
      g_autoptr (Lock) lock = NULL;

      g_clear_object (&fixture->base->store);
      lock = lock_hold ("restore", fixture->base->path);
      sc_main_thread_set (TRUE);
      change_fixture_reopen (fixture);
      return;
    }

  g_test_trap_subprocess (NULL, 0, G_TEST_SUBPROCESS_DEFAULT);
  g_test_trap_assert_failed ();
  g_test_trap_assert_stderr ("*main thread would wait for a lock: PRAGMA*");
}

/* What is closed is brought onto the disk elsewhere. */
static void
test_main_thread_closes_elsewhere (void)
{
  g_autoptr (ChangeFixture) fixture = change_fixture_new ();
  g_autofree char *log = g_strdup_printf ("%s-wal", fixture->base->path);

  change_fixture_add (fixture, "Deal", "A");
  g_assert_true (g_file_test (log, G_FILE_TEST_EXISTS));
  sc_main_thread_set (TRUE);
  g_clear_object (&fixture->base->store);
  sc_main_thread_set (FALSE);
  sc_store_wait_until_closed ();
  g_assert_false (g_file_test (log, G_FILE_TEST_EXISTS));
}

int
main (int    argc,
      char **argv)
{
  g_test_init (&argc, &argv, NULL);

  g_test_add_data_func ("/locks/open-while-written", "write", test_open_while_held);
  g_test_add_data_func ("/locks/open-while-written-alone", "exclusive", test_open_while_held);
  g_test_add_data_func ("/locks/open-while-log-is-put-in", "checkpoint", test_open_while_held);
  g_test_add_func ("/locks/open-copy-while-written", test_open_copy_while_held);
  g_test_add_func ("/locks/write-to-copy-after-that", test_write_to_copy_after_held);
  g_test_add_func ("/locks/many-make-one-file", test_many_make_one_file);
  g_test_add_func ("/locks/user-is-made-with-first-change", test_user_is_made_with_first_change);
  g_test_add_func ("/locks/unknown-user-owns-nothing", test_unknown_user_owns_nothing);
  g_test_add_func ("/locks/user-takes-over-their-deals", test_user_takes_over_their_deals);
  g_test_add_func ("/locks/name-waits-elsewhere", test_name_waits_elsewhere);
  g_test_add_func ("/locks/main-thread-does-not-write", test_main_thread_does_not_write);
  g_test_add_func ("/locks/main-thread-does-not-wait", test_main_thread_does_not_wait);
  g_test_add_func ("/locks/main-thread-closes-elsewhere", test_main_thread_closes_elsewhere);

  return g_test_run ();
}
