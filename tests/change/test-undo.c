/* SPDX-License-Identifier: GPL-3.0-or-later */

/* Whose changes undo and redo take back, which one is the next, and what a
 * person is led to. */

#include <signal.h>
#include <stdio.h>

#include "change/change-fixture.h"
#include "model/sc-edit.h"

/* Another process with a window on the database: this program itself, started
 * with the file's path. */
static const char *program;

typedef struct {
  GSubprocess *process;
  GDataInputStream *out;
} OtherWindow;

static void
other_window_free (OtherWindow *self)
{
  g_object_unref (self->out);
  g_object_unref (self->process);
  g_free (self);
}

G_DEFINE_AUTOPTR_CLEANUP_FUNC (OtherWindow, other_window_free)

static OtherWindow *
other_window_start (ChangeFixture *fixture)
{
  OtherWindow *self = g_new0 (OtherWindow, 1);
  g_autoptr (GError) error = NULL;

  self->process = g_subprocess_new (G_SUBPROCESS_FLAGS_STDIN_PIPE | G_SUBPROCESS_FLAGS_STDOUT_PIPE, &error,
                                    program, "--window", fixture->base->path, fixture->process_id, NULL);
  g_assert_no_error (error);
  self->out = g_data_input_stream_new (g_subprocess_get_stdout_pipe (self->process));

  return self;
}

/* What it prints when it is open and has made its change: its name. */
static char *
other_window_wait (OtherWindow *self)
{
  g_autoptr (GError) error = NULL;
  char *name = g_data_input_stream_read_line (self->out, NULL, NULL, &error);

  g_assert_no_error (error);
  g_assert_nonnull (name);

  return name;
}

static void
other_window_kill (OtherWindow *self)
{
  g_subprocess_send_signal (self->process, SIGKILL);
  g_assert_true (g_subprocess_wait (self->process, NULL, NULL));
}

/* Again where another one was faster. */
static void
describe (ScStore    *store,
          const char *process_id,
          const char *description)
{
  g_autoptr (ScOutcome) outcome = NULL;

  while (outcome == NULL)
    {
      g_autoptr (ScProcess) process = sc_store_load_process (store, process_id, NULL);
      g_autoptr (GError) error = NULL;

      outcome = sc_command_run (sc_command_describe_process (process, description), store, NULL, &error);
      if (outcome == NULL)
        g_assert_error (error, SC_STORE_ERROR, SC_STORE_ERROR_CONFLICT);
    }
}

/* Until it is killed, or its standard input ends. */
static int
be_window (const char *path,
           const char *process_id)
{
  g_autoptr (GError) error = NULL;
  g_autoptr (ScStore) store = sc_store_open (path, SC_STORE_OPEN_EXISTING, &error);
  char byte;

  g_assert_no_error (error);
  g_assert_true (sc_store_take_window (store, &error));
  describe (store, process_id, sc_store_get_window (store));
  printf ("%s\n", sc_store_get_window (store));
  fflush (stdout);

  return fread (&byte, 1, 1, stdin) > 0;
}

static ScStore *
open_window (ChangeFixture *fixture)
{
  g_autoptr (GError) error = NULL;
  ScStore *store = sc_store_open (fixture->base->path, SC_STORE_OPEN_EXISTING, &error);

  g_assert_no_error (error);
  g_assert_true (sc_store_take_window (store, &error));
  g_assert_no_error (error);

  return store;
}

static char *
get_description (ChangeFixture *fixture)
{
  g_autoptr (ScProcess) process = sc_store_load_process (fixture->store, fixture->process_id, NULL);

  return g_strdup (process->description);
}

static void
assert_described (ChangeFixture *fixture,
                  const char    *expected)
{
  g_autofree char *description = get_description (fixture);

  g_assert_cmpstr (description, ==, expected);
}

/* The name of what was taken back, "" for nothing. */
static char *
take_back (ScStore   *store,
           ScCommand *command)
{
  g_autoptr (GError) error = NULL;
  g_autoptr (ScOutcome) outcome = sc_command_run (command, store, NULL, &error);

  if (outcome == NULL)
    g_assert_error (error, SC_STORE_ERROR, SC_STORE_ERROR_NOT_FOUND);

  return g_strdup (outcome != NULL ? outcome->name : "");
}

static void
assert_taken_back (ScStore    *store,
                   ScCommand  *command,
                   const char *expected)
{
  g_autofree char *name = take_back (store, command);

  g_assert_cmpstr (name, ==, expected);
}

#define undo() sc_command_undo (SC_CHANGES_OF_WINDOW, NULL)
#define redo() sc_command_redo (SC_CHANGES_OF_WINDOW, NULL)

static void
test_windows_have_names_of_their_own (void)
{
  g_autoptr (ChangeFixture) fixture = change_fixture_new ();
  g_autoptr (ScStore) first = open_window (fixture);
  g_autoptr (OtherWindow) second = other_window_start (fixture);
  g_autofree char *name = other_window_wait (second);
  g_autoptr (ScStore) third = open_window (fixture);

  g_assert_cmpstr (name, !=, sc_store_get_window (first));
  g_assert_cmpstr (name, !=, sc_store_get_window (third));
  g_assert_cmpstr (sc_store_get_window (first), !=, sc_store_get_window (third));

  /* Only the first has taken over what was there. */
  assert_taken_back (third, undo (), "");
  assert_taken_back (first, undo (), "Publish “Sales”");
  assert_described (fixture, name);
  other_window_kill (second);
}

static void
test_what_a_killed_window_did_is_taken_over (void)
{
  g_autoptr (ChangeFixture) fixture = change_fixture_new ();
  g_autoptr (ScStore) running = open_window (fixture);
  g_autoptr (OtherWindow) other = other_window_start (fixture);
  g_autofree char *name = other_window_wait (other);
  g_autoptr (ScStore) next = NULL;

  other_window_kill (other);
  /* By one that starts, not by one that runs. */
  assert_taken_back (running, undo (), "Publish “Sales”");
  next = open_window (fixture);
  assert_described (fixture, name);
  assert_taken_back (next, undo (), "Describe “Sales”");
  assert_described (fixture, "");
  assert_taken_back (next, undo (), "");
  assert_taken_back (next, redo (), "Describe “Sales”");
  assert_described (fixture, name);
}

static void
test_closed_window_is_taken_over_at_once (void)
{
  g_autoptr (ChangeFixture) fixture = change_fixture_new ();
  g_autoptr (ScStore) closed = open_window (fixture);
  g_autoptr (ScStore) next = NULL;

  describe (closed, fixture->process_id, "closed");
  sc_store_give_up_window (closed);
  next = open_window (fixture);
  assert_taken_back (next, undo (), "Describe “Sales”");
  assert_described (fixture, "");
}

/* Of many that start at once, each gets a name that no other has. */
static void
test_many_start_at_once (void)
{
  g_autoptr (ChangeFixture) fixture = change_fixture_new ();
  OtherWindow *windows[6];
  g_autoptr (GHashTable) names = g_hash_table_new_full (g_str_hash, g_str_equal, g_free, NULL);

  for (guint i = 0; i < G_N_ELEMENTS (windows); i++)
    windows[i] = other_window_start (fixture);
  for (guint i = 0; i < G_N_ELEMENTS (windows); i++)
    g_assert_true (g_hash_table_add (names, other_window_wait (windows[i])));
  for (guint i = 0; i < G_N_ELEMENTS (windows); i++)
    {
      other_window_kill (windows[i]);
      other_window_free (windows[i]);
    }
}

static void
test_others_changes_are_not_taken_back (void)
{
  g_autoptr (ChangeFixture) fixture = change_fixture_new ();
  g_autoptr (ScStore) window = open_window (fixture);
  g_autoptr (ScStore) other = store_fixture_open_other (fixture->base);

  describe (window, fixture->process_id, "mine");
  describe (other, fixture->process_id, "theirs");
  assert_taken_back (window, undo (), "Describe “Sales”");
  /* The row has moved on since, and stays as they have left it. */
  assert_described (fixture, "theirs");
  assert_taken_back (window, undo (), "Publish “Sales”");

  /* Who asks for all of a user's takes back that of any window. */
  assert_taken_back (fixture->store, sc_command_undo (SC_CHANGES_OF_USER, NULL), "Describe “Sales”");
  assert_described (fixture, "mine");
}

static char *
make_process (ScStore    *store,
              const char *name)
{
  g_autoptr (ScVersion) version = sc_version_new (SC_LANGUAGE_EN);
  g_autoptr (ScOutcome) outcome = NULL;

  outcome = sc_command_run (sc_command_create_process (name, NULL, version, NULL), store, NULL, NULL);
  g_assert_nonnull (outcome);

  return g_strdup (outcome->process_id);
}

static void
assert_other_described (ChangeFixture *fixture,
                        const char    *process_id,
                        const char    *expected)
{
  g_autoptr (ScProcess) process = sc_store_load_process (fixture->store, process_id, NULL);

  g_assert_cmpstr (process->description, ==, expected);
}

static void
test_of_one_process (void)
{
  g_autoptr (ChangeFixture) fixture = change_fixture_new ();
  g_autofree char *other_id = make_process (fixture->store, "Other");
  gint64 ids[2] = { change_fixture_add (fixture, "deal", "A"), change_fixture_add (fixture, "another", "A") };
  g_autoptr (ScDeal) deal = NULL;
  const char *process_id = fixture->process_id;

  describe (fixture->store, process_id, "ours");
  change_fixture_run (fixture, sc_command_move_deals (ids, 2, change_fixture_get_stage (fixture, "B"), NULL));
  describe (fixture->store, other_id, "theirs");

  /* What is done to several deals is of their process, too. */
  assert_taken_back (fixture->store, sc_command_undo (SC_CHANGES_OF_USER, process_id), "Move 2 deals to “B”");
  deal = change_fixture_load (fixture, ids[0]);
  g_assert_cmpstr (deal->stage_id, ==, change_fixture_get_stage (fixture, "A"));
  assert_taken_back (fixture->store, sc_command_undo (SC_CHANGES_OF_USER, process_id), "Describe “Sales”");
  assert_described (fixture, "");
  assert_other_described (fixture, other_id, "theirs");

  assert_taken_back (fixture->store, sc_command_redo (SC_CHANGES_OF_USER, other_id), "");
  assert_taken_back (fixture->store, sc_command_undo (SC_CHANGES_OF_USER, other_id), "Describe “Other”");
  assert_other_described (fixture, other_id, "");
  assert_described (fixture, "");
  assert_taken_back (fixture->store, sc_command_redo (SC_CHANGES_OF_USER, process_id), "Describe “Sales”");
  assert_described (fixture, "ours");
  assert_other_described (fixture, other_id, "");
}

/* A design and deals, in whatever process: the last one first. */
static void
test_one_order (void)
{
  g_autoptr (ChangeFixture) fixture = change_fixture_new ();
  g_autofree char *other_id = make_process (fixture->store, "Other");

  change_fixture_add (fixture, "first", "A");
  describe (fixture->store, other_id, "theirs");
  change_fixture_add (fixture, "second", "A");
  assert_taken_back (fixture->store, undo (), "Add “second”");
  assert_taken_back (fixture->store, undo (), "Describe “Other”");
  assert_taken_back (fixture->store, undo (), "Add “first”");
  assert_taken_back (fixture->store, undo (), "Create “Other”");
  assert_taken_back (fixture->store, redo (), "Create “Other”");
  assert_taken_back (fixture->store, redo (), "Add “first”");
  assert_taken_back (fixture->store, redo (), "Describe “Other”");

  /* What is done now ends what could be made again. */
  describe (fixture->store, fixture->process_id, "new");
  assert_taken_back (fixture->store, redo (), "");
  assert_taken_back (fixture->store, undo (), "Describe “Sales”");
  assert_taken_back (fixture->store, redo (), "Describe “Sales”");
}

static GPtrArray *
rename_stage (const ScVersion *version,
              const char      *from,
              const char      *to)
{
  g_autoptr (GPtrArray) edits = sc_edits_new ();
  g_autoptr (ScVersion) edited = sc_version_ref ((ScVersion *) version);
  g_autoptr (ScStage) stage = sc_stage_copy (sc_version_find_stage_by_name (version, from, NULL));

  g_set_str (&stage->name, to);
  g_assert_true (sc_version_do (&edited, edits, sc_edit_replace_stage (version, stage), NULL));

  return g_steal_pointer (&edits);
}

static ScOutcome *
edit (ChangeFixture *fixture,
      const char    *name,
      GPtrArray     *edits)
{
  g_autoptr (GError) error = NULL;
  g_autoptr (GPtrArray) owned = edits;
  ScOutcome *outcome = sc_command_run (sc_command_edit_version (fixture->process_id, name, owned), fixture->store, NULL,
                                       &error);

  g_assert_no_error (error);

  return outcome;
}

static ScVersion *
load_draft (ChangeFixture *fixture)
{
  return sc_store_load_version (fixture->store, fixture->process_id, SC_VERSION_WANTED_CURRENT, NULL);
}

static ScOutcome *
remove_stage (ChangeFixture *fixture,
              const char    *name)
{
  g_autoptr (ScVersion) version = load_draft (fixture);
  g_autoptr (ScVersion) edited = sc_version_ref (version);
  g_autoptr (GPtrArray) edits = sc_edits_new ();

  g_assert_true (sc_version_do (&edited, edits,
                                sc_edit_remove_stage (version, sc_version_find_stage_by_name (version, name, NULL)->id),
                                NULL));

  return edit (fixture, "Delete", g_steal_pointer (&edits));
}

static void
assert_stages (ChangeFixture *fixture,
               const char    *expected)
{
  g_autoptr (ScVersion) version = load_draft (fixture);
  g_autoptr (GString) names = g_string_new (NULL);

  for (guint i = 0; i < version->stages->len; i++)
    g_string_append_printf (names, "%s%s", i > 0 ? " " : "", sc_version_get_stage (version, i)->name);
  g_assert_cmpstr (names->str, ==, expected);
}

/* As a toast's button does it. */
static void
test_an_older_one (void)
{
  g_autoptr (ChangeFixture) fixture = change_fixture_new ();
  g_autoptr (ScOutcome) first = remove_stage (fixture, "A");
  g_autoptr (ScOutcome) deleted = remove_stage (fixture, "C");
  g_autoptr (ScVersion) version = load_draft (fixture);
  g_autoptr (ScOutcome) renamed = edit (fixture, "Rename", rename_stage (version, "E", "Else"));

  assert_stages (fixture, "B D Else F");
  assert_taken_back (fixture->store, sc_command_undo_change (deleted->change_id), "Delete");
  assert_stages (fixture, "B C D Else F");
  assert_taken_back (fixture->store, undo (), "Rename");
  assert_stages (fixture, "B C D E F");
  assert_taken_back (fixture->store, undo (), "Delete");
  assert_stages (fixture, "A B C D E F");
  change_fixture_refuse (fixture, sc_command_undo_change (deleted->change_id), SC_STORE_ERROR, SC_STORE_ERROR_INVALID);
}

static void
test_what_came_back (void)
{
  g_autoptr (ChangeFixture) fixture = change_fixture_new ();
  const char *stage_id = change_fixture_get_stage (fixture, "C");
  gint64 deal_id = change_fixture_add (fixture, "deal", "A");
  g_autoptr (ScDeal) deal = change_fixture_load (fixture, deal_id);
  g_autoptr (ScVersion) version = NULL;
  g_autoptr (GPtrArray) edits = sc_edits_new ();
  g_autoptr (ScOutcome) back = NULL;

  /* The first edit after a publication has made the draft. */
  sc_outcome_free (remove_stage (fixture, "C"));
  back = sc_command_run (undo (), fixture->store, NULL, NULL);
  g_assert_cmpstr (back->process_id, ==, fixture->process_id);
  g_assert_cmpstr (back->stage_id, ==, stage_id);
  g_assert_cmpint (back->deal_id, ==, 0);
  g_clear_pointer (&back, sc_outcome_free);

  sc_outcome_free (remove_stage (fixture, "A"));
  version = load_draft (fixture);
  sc_outcome_free (edit (fixture, "Rename", rename_stage (version, "C", "See")));
  back = sc_command_run (undo (), fixture->store, NULL, NULL);
  g_assert_cmpstr (back->stage_id, ==, stage_id);
  g_clear_pointer (&back, sc_outcome_free);

  /* Moved to the front, and back. */
  g_clear_pointer (&version, sc_version_unref);
  version = load_draft (fixture);
  g_assert_true (sc_version_do (&version, edits, sc_edit_move_stage (version, stage_id, 0), NULL));
  sc_outcome_free (edit (fixture, "Move “C”", g_steal_pointer (&edits)));
  back = sc_command_run (undo (), fixture->store, NULL, NULL);
  g_assert_cmpstr (back->stage_id, ==, stage_id);
  g_clear_pointer (&back, sc_outcome_free);
  back = sc_command_run (redo (), fixture->store, NULL, NULL);
  g_assert_cmpstr (back->stage_id, ==, stage_id);
  g_clear_pointer (&back, sc_outcome_free);

  change_fixture_run (fixture, sc_command_add_activity (deal, "Call", SC_DATE_NONE));
  back = sc_command_run (undo (), fixture->store, NULL, NULL);
  g_assert_cmpint (back->deal_id, ==, deal_id);
  g_assert_cmpstr (back->process_id, ==, fixture->process_id);
  g_assert_null (back->stage_id);
  g_clear_pointer (&back, sc_outcome_free);

  /* What is gone by it is nowhere to be led to. */
  change_fixture_run (fixture, sc_command_delete_deal (deal));
  back = sc_command_run (undo (), fixture->store, NULL, NULL);
  g_assert_cmpint (back->deal_id, ==, deal_id);
  g_clear_pointer (&back, sc_outcome_free);
  back = sc_command_run (redo (), fixture->store, NULL, NULL);
  g_assert_cmpint (back->deal_id, ==, 0);
  g_assert_cmpstr (back->process_id, ==, fixture->process_id);
}

/* The number is that of what was done at first, there and back. */
static void
test_number (void)
{
  g_autoptr (ChangeFixture) fixture = change_fixture_new ();
  gint64 number;
  g_autoptr (ScOutcome) outcome = NULL;

  change_fixture_add (fixture, "deal", "A");
  number = change_fixture_find_change (fixture, "Add", FALSE);
  for (guint i = 0; i < 4; i++)
    {
      g_clear_pointer (&outcome, sc_outcome_free);
      outcome = sc_command_run (i % 2 == 0 ? undo () : redo (), fixture->store, NULL, NULL);
      g_assert_cmpint (outcome->taken_id, ==, number);
      g_assert_cmpint (outcome->change_id, ==, number + i + 1);
    }
}

static void
test_publication_asks (void)
{
  g_autoptr (ChangeFixture) fixture = change_fixture_new ();
  gint64 number = change_fixture_find_change (fixture, "Publish", FALSE);
  g_autofree char *before = store_fixture_dump (fixture->base);
  g_autoptr (ScOutcome) asked = sc_command_run (sc_command_undo_or_ask (0), fixture->store, NULL, NULL);
  g_autoptr (ScOutcome) again = sc_command_run (sc_command_undo_or_ask (number), fixture->store, NULL, NULL);
  g_autoptr (ScOutcome) done = NULL;

  g_assert_cmpint (asked->publication_id, ==, number);
  g_assert_cmpint (asked->change_id, ==, 0);
  g_assert_cmpstr (asked->name, ==, "Publish “Sales”");
  g_assert_cmpstr (asked->process_id, ==, fixture->process_id);
  g_assert_cmpint (again->publication_id, ==, number);
  store_fixture_assert_dump (fixture->base, before);

  assert_taken_back (fixture->store, sc_command_undo_change (number), "Publish “Sales”");
  assert_taken_back (fixture->store, redo (), "Publish “Sales”");
  g_clear_pointer (&asked, sc_outcome_free);
  asked = sc_command_run (sc_command_undo_or_ask (0), fixture->store, NULL, NULL);
  g_assert_cmpint (asked->publication_id, >, number);

  /* Anything else is done. */
  describe (fixture->store, fixture->process_id, "new");
  done = sc_command_run (sc_command_undo_or_ask (0), fixture->store, NULL, NULL);
  g_assert_cmpint (done->publication_id, ==, 0);
  assert_described (fixture, "");
}

int
main (int    argc,
      char **argv)
{
  if (argc == 4 && g_str_equal (argv[1], "--window"))
    return be_window (argv[2], argv[3]);

  program = argv[0];
  g_test_init (&argc, &argv, NULL);

  g_test_add_func ("/change/undo/windows-have-names-of-their-own", test_windows_have_names_of_their_own);
  g_test_add_func ("/change/undo/killed-window", test_what_a_killed_window_did_is_taken_over);
  g_test_add_func ("/change/undo/closed-window", test_closed_window_is_taken_over_at_once);
  g_test_add_func ("/change/undo/many-start-at-once", test_many_start_at_once);
  g_test_add_func ("/change/undo/others-changes", test_others_changes_are_not_taken_back);
  g_test_add_func ("/change/undo/of-one-process", test_of_one_process);
  g_test_add_func ("/change/undo/one-order", test_one_order);
  g_test_add_func ("/change/undo/an-older-one", test_an_older_one);
  g_test_add_func ("/change/undo/what-came-back", test_what_came_back);
  g_test_add_func ("/change/undo/number", test_number);
  g_test_add_func ("/change/undo/publication-asks", test_publication_asks);

  return g_test_run ();
}
