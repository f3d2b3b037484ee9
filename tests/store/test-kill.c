/* SPDX-License-Identifier: GPL-3.0-or-later */

/* The program killed at random instants of imports, moves and publications:
 * the database is sound, and every change that was confirmed is there. */

#include <signal.h>
#include <sqlite3.h>
#include <string.h>

#include "change/change-fixture.h"

#define N_ROUNDS 20
#define LONGEST_MS 250

static gboolean
kill_cb (gpointer user_data)
{
  g_subprocess_send_signal (user_data, SIGKILL);

  return G_SOURCE_REMOVE;
}

static void
ended_cb (GObject      *object,
          GAsyncResult *result,
          gpointer      user_data)
{
  g_autoptr (GError) error = NULL;

  g_subprocess_wait_finish (G_SUBPROCESS (object), result, &error);
  g_assert_no_error (error);
  g_main_loop_quit (user_data);
}

/* Lets a worker run for a while; returns what it has confirmed. */
static GArray *
run_worker (ChangeFixture *fixture,
            guint32        seed,
            guint          milliseconds)
{
  const char *worker = g_getenv ("STORE_WORKER");
  g_autofree char *seed_text = g_strdup_printf ("%u", seed);
  g_autoptr (GError) error = NULL;
  g_autoptr (GMainLoop) loop = g_main_loop_new (NULL, FALSE);
  g_autoptr (GSubprocess) process =
    g_subprocess_new (G_SUBPROCESS_FLAGS_STDOUT_PIPE, &error, worker, fixture->base->path, fixture->process_id,
                      seed_text, NULL);
  g_autoptr (GDataInputStream) lines = NULL;
  GArray *confirmed = g_array_new (FALSE, FALSE, sizeof (gint64));
  char *line;

  g_assert_no_error (error);
  lines = g_data_input_stream_new (g_subprocess_get_stdout_pipe (process));
  /* From the first change on, or some rounds end before it. */
  while ((line = g_data_input_stream_read_line (lines, NULL, NULL, NULL)) != NULL)
    {
      gint64 id = g_ascii_strtoll (line, NULL, 10);

      g_array_append_val (confirmed, id);
      g_free (line);
      if (confirmed->len == 1)
        {
          g_timeout_add (milliseconds, kill_cb, process);
          g_subprocess_wait_async (process, NULL, ended_cb, loop);
          g_main_loop_run (loop);
        }
    }
  g_assert_true (g_subprocess_get_if_signaled (process));

  return confirmed;
}

static gboolean
has_change (sqlite3 *handle,
            gint64   change_id)
{
  sqlite3_stmt *statement = NULL;
  gboolean has;

  g_assert_cmpint (sqlite3_prepare_v2 (handle, "SELECT 1 FROM change WHERE id = ? AND name <> ''", -1, &statement, NULL),
                   ==, SQLITE_OK);
  sqlite3_bind_int64 (statement, 1, change_id);
  has = sqlite3_step (statement) == SQLITE_ROW;
  sqlite3_finalize (statement);

  return has;
}

static void
assert_kept (ChangeFixture *fixture,
             GArray        *confirmed)
{
  g_autoptr (GPtrArray) problems = g_ptr_array_new_with_free_func (g_free);
  g_autoptr (GError) error = NULL;
  sqlite3 *handle = NULL;
  gboolean is_sound;

  change_fixture_reopen (fixture);
  is_sound = sc_store_check (fixture->store, problems, &error);
  g_assert_no_error (error);
  for (guint i = 0; i < problems->len; i++)
    g_test_message ("%s", (char *) problems->pdata[i]);
  g_assert_true (is_sound);

  g_assert_cmpint (sqlite3_open_v2 (fixture->base->path, &handle, SQLITE_OPEN_READONLY, NULL), ==, SQLITE_OK);
  for (guint i = 0; i < confirmed->len; i++)
    g_assert_true (has_change (handle, g_array_index (confirmed, gint64, i)));
  sqlite3_close (handle);
}

static void
test_killed (void)
{
  guint32 seed = (guint32) g_test_rand_int ();
  g_autoptr (GRand) rand = g_rand_new_with_seed (seed);
  g_autoptr (ChangeFixture) fixture = change_fixture_new ();
  guint n_confirmed = 0;

  g_test_message ("seed %u", seed);
  for (guint i = 0; i < 60; i++)
    {
      g_autofree char *title = g_strdup_printf ("Deal %u", i);

      change_fixture_add (fixture, title, i % 2 == 0 ? "A" : "C");
    }

  for (guint round = 0; round < (g_test_slow () ? 5 : 1) * N_ROUNDS; round++)
    {
      g_autoptr (GArray) confirmed = NULL;

      g_clear_object (&fixture->base->store);
      confirmed = run_worker (fixture, g_rand_int (rand), (guint) g_rand_int_range (rand, 0, LONGEST_MS));
      assert_kept (fixture, confirmed);
      n_confirmed += confirmed->len;
    }
  g_test_message ("%u changes confirmed", n_confirmed);
}

int
main (int    argc,
      char **argv)
{
  g_test_init (&argc, &argv, NULL);

  g_test_add_func ("/kill/confirmed-changes-are-kept", test_killed);

  return g_test_run ();
}
