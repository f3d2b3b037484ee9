/* SPDX-License-Identifier: GPL-3.0-or-later */

/* Two programs on one file: each sees the other's change, and what both have
 * edited is never lost silently. */

#include <fcntl.h>
#include <glib/gstdio.h>
#include <sqlite3.h>
#include <string.h>
#include <unistd.h>

#include "store/sc-revert.h"
#include "store/sc-user-write.h"
#include "store/sc-write.h"
#include "store/store-fixture.h"

#define PATIENCE_SECONDS 20

static char *
create (ScStore    *store,
        const char *name)
{
  g_autoptr (GError) error = NULL;
  g_autofree char *id = g_uuid_string_random ();
  g_autoptr (ScVersion) version = sc_version_new (SC_LANGUAGE_EN);
  g_autoptr (ScWrite) write = sc_write_begin (store, SC_SCOPE_DESIGN, id, NULL, &error);
  gint64 key;

  g_assert_no_error (error);
  key = sc_process_table_insert (write, id, name, NULL, &error);
  g_assert_cmpint (sc_version_table_insert (write, key, version, &error), >, 0);
  g_assert_true (sc_write_commit (write, "Create", NULL, &error));
  g_assert_no_error (error);

  return g_steal_pointer (&id);
}

static void
rename_user (ScStore    *store,
             const char *name)
{
  g_autoptr (GError) error = NULL;
  g_autoptr (ScWrite) write = sc_write_begin (store, SC_SCOPE_DEALS, NULL, NULL, &error);

  g_assert_true (sc_write_rename_user (write, name, &error));
  g_assert_true (sc_write_commit (write, "Rename", NULL, &error));
  g_assert_no_error (error);
}

static gboolean
rename_process (ScStore         *store,
                const ScProcess *seen,
                const char      *name,
                GError         **error)
{
  g_autoptr (ScWrite) write = sc_write_begin (store, SC_SCOPE_DESIGN, seen->id, NULL, error);
  gint64 key = sc_process_table_get_key (sc_write_get_connection (write), seen->id, error);

  return sc_process_table_set_name (write, key, seen->revision, name, error)
         && sc_write_commit (write, "Rename", NULL, error);
}

typedef struct {
  GMainLoop *loop;
  guint n_signals;
  guint n_own;
  gboolean has_many_deals;
  gboolean has_design;
  char *process_id;
} Seen;

static void
changed_cb (ScStore     *store,
            ScChangeSet *changes,
            Seen        *seen)
{
  seen->n_signals++;
  seen->n_own += changes->is_own;
  seen->has_many_deals = seen->has_many_deals || changes->has_many_deals;
  g_set_str (&seen->process_id, changes->process_ids != NULL ? changes->process_ids[0] : NULL);
  seen->has_design = seen->process_id != NULL && sc_change_set_has_design (changes, seen->process_id);
  g_main_loop_quit (seen->loop);
}

static gboolean
give_up_cb (gpointer user_data)
{
  g_error ("no signal came");

  return G_SOURCE_REMOVE;
}

static void
wait_for_signal (Seen *seen)
{
  guint patience = g_timeout_add_seconds (PATIENCE_SECONDS, give_up_cb, NULL);

  g_main_loop_run (seen->loop);
  g_source_remove (patience);
}

static void
test_other_window_sees_change (void)
{
  g_autoptr (StoreFixture) fixture = store_fixture_new ();
  g_autoptr (ScStore) other = store_fixture_open_other (fixture);
  g_autoptr (GMainLoop) loop = g_main_loop_new (NULL, FALSE);
  Seen seen = { .loop = loop };
  g_autofree char *id = NULL;
  g_autofree char *own = NULL;

  g_signal_connect (other, "changed", G_CALLBACK (changed_cb), &seen);
  sc_store_start_watching (other);

  id = create (fixture->store, "Sale");
  wait_for_signal (&seen);
  g_assert_cmpstr (seen.process_id, ==, id);
  g_assert_cmpuint (seen.n_own, ==, 0);

  own = create (other, "Own");
  wait_for_signal (&seen);
  g_assert_cmpstr (seen.process_id, ==, own);
  g_assert_cmpuint (seen.n_own, ==, 1);
  g_assert_true (seen.has_design);
  g_free (seen.process_id);
}

/* What is changed after the opening is told of, whenever one begins to watch. */
static void
test_change_before_watching_is_seen (void)
{
  g_autoptr (StoreFixture) fixture = store_fixture_new ();
  g_autoptr (ScStore) other = store_fixture_open_other (fixture);
  g_autoptr (GMainLoop) loop = g_main_loop_new (NULL, FALSE);
  Seen seen = { .loop = loop };
  g_autofree char *id = create (fixture->store, "Sale");

  g_signal_connect (other, "changed", G_CALLBACK (changed_cb), &seen);
  sc_store_start_watching (other);
  wait_for_signal (&seen);
  g_assert_cmpstr (seen.process_id, ==, id);
  g_free (seen.process_id);
}

/* Though the name comes together with another change; it stands with any deal. */
static void
test_other_name_is_seen (void)
{
  g_autoptr (StoreFixture) fixture = store_fixture_new ();
  g_autoptr (ScStore) other = store_fixture_open_other (fixture);
  g_autoptr (GMainLoop) loop = g_main_loop_new (NULL, FALSE);
  Seen seen = { .loop = loop };
  g_autofree char *id = create (other, "Sale");
  g_autofree char *name = NULL;

  rename_user (other, "Anna");
  g_signal_connect (fixture->store, "changed", G_CALLBACK (changed_cb), &seen);
  sc_store_start_watching (fixture->store);
  wait_for_signal (&seen);
  g_assert_cmpstr (seen.process_id, ==, id);
  g_assert_true (seen.has_many_deals);
  name = sc_store_get_user_name (fixture->store);
  g_assert_cmpstr (name, ==, "Anna");
  g_assert_cmpint (sc_store_get_user (fixture->store), ==, sc_store_get_user (other));

  seen.has_many_deals = FALSE;
  rename_user (other, "Anna Orlova");
  wait_for_signal (&seen);
  g_assert_true (seen.has_many_deals);
  g_free (name);
  name = sc_store_get_user_name (fixture->store);
  g_assert_cmpstr (name, ==, "Anna Orlova");
  g_free (seen.process_id);
}

/* A process of the operating system, not only a window. */
static void
test_other_program_is_seen (void)
{
  const char *program = g_getenv ("STAGECRAFT");
  g_autoptr (StoreFixture) fixture = store_fixture_new ();
  g_autoptr (GMainLoop) loop = g_main_loop_new (NULL, FALSE);
  Seen seen = { .loop = loop };
  g_autoptr (ScProcess) process = NULL;
  g_autoptr (GSubprocess) other = NULL;
  g_autoptr (GError) error = NULL;

  g_signal_connect (fixture->store, "changed", G_CALLBACK (changed_cb), &seen);
  sc_store_start_watching (fixture->store);
  other = g_subprocess_new (G_SUBPROCESS_FLAGS_STDOUT_SILENCE, &error, program, "--database", fixture->path, "database",
                            "sample", "--deals", "10", "--language", "en", NULL);
  g_assert_no_error (error);
  wait_for_signal (&seen);
  g_assert_cmpuint (seen.n_own, ==, 0);
  g_assert_true (g_subprocess_wait_check (other, NULL, &error));
  process = sc_store_find_process (fixture->store, "Online courses", &error);
  g_assert_no_error (error);
  g_free (seen.process_id);
}

static void
test_restore_is_seen (void)
{
  g_autoptr (StoreFixture) fixture = store_fixture_new ();
  g_autoptr (GMainLoop) loop = g_main_loop_new (NULL, FALSE);
  Seen seen = { .loop = loop };
  g_autofree char *copy = g_build_filename (fixture->folder, "copy.db", NULL);
  g_autofree char *before = NULL;
  g_autofree char *id = create (fixture->store, "Sale");
  g_autofree char *later = NULL;
  g_autoptr (GError) error = NULL;

  before = store_fixture_dump (fixture);
  g_assert_true (sc_store_backup (fixture->store, copy, FALSE, &error));
  later = create (fixture->store, "Later");
  g_signal_connect (fixture->store, "changed", G_CALLBACK (changed_cb), &seen);
  sc_store_start_watching (fixture->store);

  g_assert_true (sc_store_restore (copy, fixture->path, NULL, &error));
  g_assert_no_error (error);
  wait_for_signal (&seen);
  store_fixture_assert_dump (fixture, before);
  g_assert_null (sc_store_load_process (fixture->store, later, NULL));
  g_free (seen.process_id);

  g_free (create (fixture->store, "Later"));
  store_fixture_reopen (fixture);
}

static void
test_copy_refuses_what_is_not_one (void)
{
  g_autoptr (StoreFixture) fixture = store_fixture_new ();
  g_autofree char *text = g_build_filename (fixture->folder, "letter.txt", NULL);
  g_autofree char *found = NULL;
  g_autoptr (GError) error = NULL;

  g_assert_true (g_file_set_contents (text, "Dear", -1, NULL));
  g_assert_false (sc_store_backup (fixture->store, text, FALSE, &error));
  g_assert_error (error, SC_STORE_ERROR, SC_STORE_ERROR_EXISTS);
  g_clear_error (&error);
  g_assert_false (sc_store_backup (fixture->store, fixture->path, FALSE, &error));
  g_assert_error (error, SC_STORE_ERROR, SC_STORE_ERROR_INVALID);
  g_clear_error (&error);
  g_assert_false (sc_store_restore (text, fixture->path, NULL, &error));
  g_assert_nonnull (error);
  g_clear_error (&error);
  g_assert_false (sc_store_restore (text, fixture->folder, NULL, &error));
  g_assert_error (error, SC_STORE_ERROR, SC_STORE_ERROR_NOT_A_DATABASE);
  g_assert_true (g_file_get_contents (text, &found, NULL, NULL));
  g_assert_cmpstr (found, ==, "Dear");
}

static void
test_both_edit_one_row (void)
{
  g_autoptr (StoreFixture) fixture = store_fixture_new ();
  g_autoptr (ScStore) other = store_fixture_open_other (fixture);
  g_autofree char *id = create (fixture->store, "Sale");
  g_autoptr (ScProcess) seen_here = sc_store_load_process (fixture->store, id, NULL);
  g_autoptr (ScProcess) seen_there = sc_store_load_process (other, id, NULL);
  g_autoptr (ScProcess) now = NULL;
  g_autoptr (GError) error = NULL;

  g_assert_true (rename_process (other, seen_there, "Sale by others", &error));
  g_assert_false (rename_process (fixture->store, seen_here, "Sale by us", &error));
  g_assert_error (error, SC_STORE_ERROR, SC_STORE_ERROR_CONFLICT);
  g_assert_nonnull (strstr (error->message, "Sale by others"));
  g_clear_error (&error);

  now = sc_store_load_process (fixture->store, id, NULL);
  g_assert_cmpstr (now->name, ==, "Sale by others");
  g_assert_true (rename_process (fixture->store, now, "Sale by us", &error));
}

static void
test_undo_leaves_others_edits (void)
{
  g_autoptr (StoreFixture) fixture = store_fixture_new ();
  g_autoptr (ScStore) other = store_fixture_open_other (fixture);
  g_autofree char *id = create (fixture->store, "Sale");
  g_autoptr (ScProcess) first = sc_store_load_process (fixture->store, id, NULL);
  g_autoptr (ScProcess) second = NULL;
  g_autoptr (ScProcess) now = NULL;
  g_autoptr (GPtrArray) left = g_ptr_array_new_with_free_func (g_free);
  g_autoptr (ScChangeRow) row = NULL;
  g_autoptr (ScWrite) write = NULL;
  g_autoptr (GError) error = NULL;

  g_assert_true (rename_process (fixture->store, first, "Ours", &error));
  second = sc_store_load_process (other, id, NULL);
  g_assert_true (rename_process (other, second, "Theirs", &error));

  row = sc_store_find_undo (fixture->store, SC_CHANGES_OF_WINDOW, id, &error);
  g_assert_cmpstr (row->name, ==, "Rename");
  write = sc_write_begin (fixture->store, SC_SCOPE_DESIGN, id, NULL, &error);
  g_assert_true (sc_write_revert (write, row->id, left, &error));
  g_assert_true (sc_write_commit (write, "Undo", NULL, &error));
  g_assert_cmpuint (left->len, ==, 1);
  g_assert_cmpstr (left->pdata[0], ==, "Theirs");
  now = sc_store_load_process (fixture->store, id, NULL);
  g_assert_cmpstr (now->name, ==, "Theirs");
}

static void
test_undo_of_the_other_lets_ours (void)
{
  g_autoptr (StoreFixture) fixture = store_fixture_new ();
  g_autofree char *id = create (fixture->store, "Sale");
  const char *const names[] = { "A", "B", "C" };

  for (guint i = 0; i < G_N_ELEMENTS (names); i++)
    {
      g_autoptr (ScProcess) process = sc_store_load_process (fixture->store, id, NULL);

      g_assert_true (rename_process (fixture->store, process, names[i], NULL));
    }
  for (guint i = G_N_ELEMENTS (names); i > 0; i--)
    {
      g_autoptr (ScChangeRow) row = sc_store_find_undo (fixture->store, SC_CHANGES_OF_WINDOW, id, NULL);
      g_autoptr (GPtrArray) left = g_ptr_array_new_with_free_func (g_free);
      g_autoptr (ScWrite) write = sc_write_begin (fixture->store, SC_SCOPE_DESIGN, id, NULL, NULL);
      g_autoptr (ScProcess) process = NULL;

      g_assert_true (sc_write_revert (write, row->id, left, NULL));
      g_assert_true (sc_write_commit (write, "Undo", NULL, NULL));
      g_assert_cmpuint (left->len, ==, 0);
      process = sc_store_load_process (fixture->store, id, NULL);
      g_assert_cmpstr (process->name, ==, i > 1 ? names[i - 2] : "Sale");
    }
}

#define N_THREADS 4
#define N_RENAMES 25

typedef struct {
  ScStore *store;
  char *id;
} Thread;

static gpointer
rename_often (gpointer data)
{
  Thread *self = data;

  for (guint i = 0; i < N_RENAMES; i++)
    {
      g_autoptr (ScProcess) process = sc_store_load_process (self->store, self->id, NULL);
      g_autofree char *name = g_strdup_printf ("%s %u", self->id, i);
      g_autoptr (GError) error = NULL;

      g_assert_true (rename_process (self->store, process, name, &error));
      g_assert_no_error (error);
    }

  return NULL;
}

/* Two windows' worth of threads, all writing and reading at once. */
static void
test_many_threads (void)
{
  g_autoptr (StoreFixture) fixture = store_fixture_new ();
  g_autoptr (ScStore) other = store_fixture_open_other (fixture);
  g_autoptr (GPtrArray) problems = g_ptr_array_new_with_free_func (g_free);
  Thread threads[N_THREADS];
  GThread *running[N_THREADS];

  for (guint i = 0; i < N_THREADS; i++)
    {
      g_autofree char *name = g_strdup_printf ("Process %u", i);

      threads[i].store = i % 2 == 0 ? fixture->store : other;
      threads[i].id = create (threads[i].store, name);
    }
  for (guint i = 0; i < N_THREADS; i++)
    running[i] = g_thread_new ("renamer", rename_often, &threads[i]);
  for (guint i = 0; i < N_THREADS; i++)
    {
      g_autoptr (ScProcess) process = NULL;
      g_autofree char *last = g_strdup_printf ("%s %u", threads[i].id, N_RENAMES - 1);

      g_thread_join (running[i]);
      process = sc_store_load_process (fixture->store, threads[i].id, NULL);
      g_assert_cmpstr (process->name, ==, last);
      g_free (threads[i].id);
    }
  g_assert_true (sc_store_check (fixture->store, problems, NULL));
}

static void
test_locked_by_another (void)
{
  g_autoptr (StoreFixture) fixture = store_fixture_new ();
  g_autoptr (GError) error = NULL;
  sqlite3 *handle = NULL;
  g_autoptr (ScWrite) write = NULL;
  g_autoptr (GPtrArray) processes = NULL;

  g_assert_cmpint (sqlite3_open (fixture->path, &handle), ==, SQLITE_OK);
  g_assert_cmpint (sqlite3_exec (handle, "BEGIN IMMEDIATE", NULL, NULL, NULL), ==, SQLITE_OK);
  processes = sc_store_list_processes (fixture->store, SC_PROCESSES_ALL, &error);
  g_assert_no_error (error);
  write = sc_write_begin (fixture->store, SC_SCOPE_DESIGN, NULL, NULL, &error);
  g_assert_null (write);
  g_assert_error (error, SC_STORE_ERROR, SC_STORE_ERROR_BUSY);
  sqlite3_close (handle);
  g_clear_error (&error);
  write = sc_write_begin (fixture->store, SC_SCOPE_DESIGN, NULL, NULL, &error);
  g_assert_no_error (error);
}

static void
look_into (const char *path,
           const char *suffix)
{
  g_autofree char *name = g_strconcat (path, suffix, NULL);
  char byte;
  int file = g_open (name, O_RDONLY | O_CLOEXEC, 0);

  g_assert_cmpint (file, >=, 0);
  g_assert_cmpint (read (file, &byte, 1), >=, 0);
  g_assert_no_errno (close (file));
}

static char *
run_program (const char        *path,
             const char *const *arguments)
{
  g_autoptr (GPtrArray) argv = g_ptr_array_new ();
  g_autoptr (GError) error = NULL;
  g_autoptr (GSubprocess) other = NULL;
  char *output = NULL;

  g_ptr_array_add (argv, (gpointer) g_getenv ("STAGECRAFT"));
  g_ptr_array_add (argv, (gpointer) "--database");
  g_ptr_array_add (argv, (gpointer) path);
  for (; *arguments != NULL; arguments++)
    g_ptr_array_add (argv, (gpointer) * arguments);
  g_ptr_array_add (argv, NULL);
  other = g_subprocess_newv ((const char *const *) argv->pdata, G_SUBPROCESS_FLAGS_STDOUT_PIPE, &error);
  g_assert_no_error (error);
  g_assert_true (g_subprocess_communicate_utf8 (other, NULL, NULL, &output, NULL, &error));
  g_assert_true (g_subprocess_get_successful (other));

  return output;
}

/* As a file chooser does with what it shows: closing a file takes the
 * process's locks on it away. */
static void
test_looked_into (void)
{
  static const char *const suffixes[] = { "", "-wal", "-shm" };
  g_autoptr (StoreFixture) fixture = store_fixture_new ();
  g_autofree char *id = create (fixture->store, "Before");
  g_autofree char *later_id = NULL;
  g_autofree char *made = NULL;
  g_autofree char *listed = NULL;
  g_autoptr (ScProcess) process = NULL;

  for (guint i = 0; i < G_N_ELEMENTS (suffixes); i++)
    look_into (fixture->path, suffixes[i]);
  made = run_program (fixture->path, (const char *const[]) { "database", "sample", "--deals", "10", "--language", "en", NULL });

  later_id = create (fixture->store, "After");
  process = sc_store_find_process (fixture->store, "Online courses", NULL);
  g_assert_nonnull (process);
  listed = run_program (fixture->path, (const char *const[]) { "process", "list", NULL });
  g_assert_nonnull (strstr (listed, "Before"));
  g_assert_nonnull (strstr (listed, "Online courses"));
  g_assert_nonnull (strstr (listed, "After"));
}

int
main (int    argc,
      char **argv)
{
  g_test_init (&argc, &argv, NULL);

  g_test_add_func ("/sharing/other-window-sees-change", test_other_window_sees_change);
  g_test_add_func ("/sharing/change-before-watching-is-seen", test_change_before_watching_is_seen);
  g_test_add_func ("/sharing/other-name-is-seen", test_other_name_is_seen);
  g_test_add_func ("/sharing/other-program-is-seen", test_other_program_is_seen);
  g_test_add_func ("/sharing/restore-is-seen", test_restore_is_seen);
  g_test_add_func ("/sharing/copy-refuses-what-is-not-one", test_copy_refuses_what_is_not_one);
  g_test_add_func ("/sharing/both-edit-one-row", test_both_edit_one_row);
  g_test_add_func ("/sharing/undo-leaves-others-edits", test_undo_leaves_others_edits);
  g_test_add_func ("/sharing/changes-after-one-another-are-taken-back", test_undo_of_the_other_lets_ours);
  g_test_add_func ("/sharing/many-threads", test_many_threads);
  g_test_add_func ("/sharing/locked-by-another", test_locked_by_another);
  g_test_add_func ("/sharing/looked-into", test_looked_into);

  return g_test_run ();
}
