/* SPDX-License-Identifier: GPL-3.0-or-later */

/* Every change a person can make, in random order, taken back to the beginning
 * and made again to the end, with restarts between, and the database compared
 * after each. */

#include "change/change-fixture.h"
#include "store/any-change.h"

/* More in the long suite. */
#define N_CHANGES (g_test_slow () ? 150u : 75u)

/* Returns the change's number, 0 where nothing had to change. */
static gint64
run (ChangeFixture *fixture,
     ScCommand     *command,
     guint          maker)
{
  g_autoptr (GError) error = NULL;
  g_autoptr (ScOutcome) outcome = sc_command_run (command, fixture->store, NULL, &error);

  /* What makes no sense just now is refused, such as a deal won already. */
  if (outcome == NULL)
    {
      g_test_message ("maker %u: %s", maker, error->message);
      g_assert_true (error->domain == SC_MODEL_ERROR
                     || g_error_matches (error, SC_STORE_ERROR, SC_STORE_ERROR_INVALID)
                     || g_error_matches (error, SC_STORE_ERROR, SC_STORE_ERROR_EXISTS)
                     || g_error_matches (error, SC_STORE_ERROR, SC_STORE_ERROR_NOT_FOUND));
      return 0;
    }
  for (guint i = 0; outcome->left_alone != NULL && i < outcome->left_alone->len; i++)
    g_test_message ("left alone: %s", (char *) outcome->left_alone->pdata[i]);
  g_assert_true (outcome->left_alone == NULL || outcome->left_alone->len == 0);

  return outcome->change_id;
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

/* Takes back each of @changes, the last first, and replaces it by the change
 * that did so. */
static void
take_back (ChangeFixture *fixture,
           GArray        *changes,
           GPtrArray     *dumps,
           gboolean       is_redo)
{
  for (guint i = 0; i < changes->len; i++)
    {
      guint at = is_redo ? i : changes->len - 1 - i;
      gint64 *change = &g_array_index (changes, gint64, at);

      g_test_message ("taking back %" G_GINT64_FORMAT, *change);
      *change = run (fixture, sc_command_undo_change (*change), 0);
      g_assert_cmpint (*change, >, 0);
      store_fixture_assert_dump (fixture->base, dumps->pdata[is_redo ? at + 1 : at]);
      if (i % 20 == 7)
        {
          assert_sound (fixture);
          change_fixture_reopen (fixture);
        }
    }
  assert_sound (fixture);
}

static void
test_random_changes (void)
{
  guint32 seed = (guint32) g_test_rand_int ();
  g_autoptr (GRand) rand = g_rand_new_with_seed (seed);
  g_autoptr (ChangeFixture) fixture = change_fixture_new ();
  g_autoptr (GPtrArray) dumps = g_ptr_array_new_with_free_func (g_free);
  g_autoptr (GArray) changes = g_array_new (FALSE, FALSE, sizeof (gint64));
  AnyChange maker = { .fixture = fixture, .rand = rand };

  g_test_message ("seed %u", seed);
  g_ptr_array_add (dumps, store_fixture_dump (fixture->base));
  while (changes->len < N_CHANGES)
    {
      guint i;
      ScCommand *command = any_change_make (&maker, &i);
      gint64 change = command != NULL ? run (fixture, command, i) : 0;

      if (change == 0)
        continue;
      g_test_message ("%" G_GINT64_FORMAT ": maker %u", change, i);
      g_array_append_val (changes, change);
      g_ptr_array_add (dumps, store_fixture_dump (fixture->base));
    }
  assert_sound (fixture);

  for (guint round = 0; round < 2; round++)
    {
      take_back (fixture, changes, dumps, FALSE);
      take_back (fixture, changes, dumps, TRUE);
    }
}

/* Any change; where all was taken back, the process too, that again, and where
 * the other window took the publication back, that. */
static ScCommand *
make_any (AnyChange *self)
{
  g_autoptr (ScVersion) published = any_change_load_version (self, SC_VERSION_WANTED_PUBLISHED);
  g_autoptr (ScProcess) process = any_change_load_process (self);

  if (process == NULL)
    return sc_command_redo (SC_CHANGES_OF_USER, NULL);
  if (published == NULL)
    return sc_command_publish (process, NULL);
  g_assert_cmpuint (published->stages->len, >, 0);

  return any_change_make (self, NULL);
}

/* Two windows that change, undo and redo as they like: whatever is refused or
 * left alone, the database stays sound. */
static void
test_two_windows (void)
{
  guint32 seed = (guint32) g_test_rand_int ();
  g_autoptr (GRand) rand = g_rand_new_with_seed (seed);
  g_autoptr (ChangeFixture) fixture = change_fixture_new ();
  g_autoptr (ScStore) other = store_fixture_open_other (fixture->base);
  AnyChange maker = { .fixture = fixture, .rand = rand };

  g_test_message ("seed %u", seed);
  for (guint i = 0; i < 2 * N_CHANGES; i++)
    {
      guint way = any_change_draw (&maker, 10);
      ScChangesOf whose = any_change_draw (&maker, 2) == 0 ? SC_CHANGES_OF_WINDOW : SC_CHANGES_OF_USER;
      const char *process_id = any_change_draw (&maker, 2) == 0 ? fixture->process_id : NULL;
      g_autoptr (ScOutcome) outcome = NULL;
      g_autoptr (GError) error = NULL;
      ScCommand *command;

      fixture->store = any_change_draw (&maker, 2) == 0 ? other : fixture->base->store;
      command = way < 3 ? sc_command_undo (whose, process_id)
                : way < 5 ? sc_command_redo (whose, process_id) : make_any (&maker);
      outcome = command != NULL ? sc_command_run (command, fixture->store, NULL, &error) : NULL;
      if (error != NULL)
        {
          g_test_message ("%u: %s", i, error->message);
          g_assert_true (error->domain == SC_STORE_ERROR && error->code != SC_STORE_ERROR_FAILED
                         && error->code != SC_STORE_ERROR_EXISTS
                         && error->code != SC_STORE_ERROR_CORRUPT);
        }
      if (i % 10 == 0)
        assert_sound (fixture);
    }
  assert_sound (fixture);
  fixture->store = fixture->base->store;
}

static gint64
move (ChangeFixture *fixture,
      gint64         deal_id,
      const char    *stage)
{
  g_autoptr (ScDeal) deal = change_fixture_load (fixture, deal_id);
  g_autoptr (ScOutcome) outcome =
    sc_command_run (sc_command_move_deal (deal, change_fixture_get_stage (fixture, stage), 0, NULL), fixture->store, NULL,
                    NULL);

  return outcome->change_id;
}

/* Publishes a version without stage C, with one more at its end. */
static gint64
publish_without_c (ChangeFixture *fixture)
{
  g_autoptr (GPtrArray) edits = sc_edits_new ();
  g_autoptr (ScStage) stage = sc_stage_new ("New", SC_KIND_BIT (SC_KIND_OTHER));
  g_autoptr (ScProcess) process = NULL;
  g_autoptr (ScOutcome) outcome = NULL;

  g_ptr_array_add (edits, sc_edit_remove_stage (fixture->version, change_fixture_get_stage (fixture, "C")));
  g_ptr_array_add (edits, sc_edit_insert_stage (stage, 5));
  change_fixture_run (fixture, sc_command_edit_version (fixture->process_id, "Edit", edits));
  process = sc_store_load_process (fixture->store, fixture->process_id, NULL);
  outcome = sc_command_run (sc_command_publish (process, NULL), fixture->store, NULL, NULL);
  sc_version_unref (fixture->version);
  fixture->version = sc_store_load_version (fixture->store, fixture->process_id, SC_VERSION_WANTED_PUBLISHED, NULL);

  return outcome->change_id;
}

static void
test_stage_that_is_gone (void)
{
  g_autoptr (ChangeFixture) fixture = change_fixture_new ();
  gint64 deal_id = change_fixture_add (fixture, "Mill", "C");
  gint64 moved = move (fixture, deal_id, "B");
  gint64 published = publish_without_c (fixture);
  g_autoptr (ScOutcome) outcome = NULL;
  g_autoptr (ScDeal) deal = NULL;

  outcome = sc_command_run (sc_command_undo_change (moved), fixture->store, NULL, NULL);
  g_assert_cmpuint (outcome->left_alone->len, ==, 1);
  g_assert_cmpstr (outcome->left_alone->pdata[0], ==, "Mill");
  deal = change_fixture_load (fixture, deal_id);
  g_assert_cmpstr (deal->stage_id, ==, change_fixture_get_stage (fixture, "B"));
  assert_sound (fixture);

  /* And a publication whose new stage a deal stands in. */
  move (fixture, deal_id, "New");
  g_assert_cmpint (run (fixture, sc_command_undo_change (published), 0), >, 0);
  assert_sound (fixture);
  change_fixture_check_totals (fixture);
  change_fixture_check_statuses (fixture);
  g_clear_pointer (&deal, sc_deal_unref);
  g_clear_pointer (&fixture->version, sc_version_unref);
  fixture->version = sc_store_load_version (fixture->store, fixture->process_id, SC_VERSION_WANTED_PUBLISHED, NULL);
  deal = change_fixture_load (fixture, deal_id);
  g_assert_cmpstr (deal->stage_id, ==, change_fixture_get_stage (fixture, "F"));
}

/* A deal that an undo left alone is left alone by the redo too, wherever it is
 * by then. */
static void
test_left_alone_both_ways (void)
{
  g_autoptr (ChangeFixture) fixture = change_fixture_new ();
  AnyChange maker = { .fixture = fixture, .n_rows = 12, .rand = g_rand_new_with_seed (4) };
  g_autoptr (ScVersion) version = any_change_load_version (&maker, SC_VERSION_WANTED_PUBLISHED);
  g_autofree char *imported = NULL;
  gint64 first, second, moved, undone;

  first = run (fixture, any_change_make_import (&maker), 0);
  maker.n_rows = 40;
  maker.stage_id = g_intern_string (sc_version_get_stage (version, 0)->id);
  second = run (fixture, sc_command_import_deals (fixture->process_id, "Again", any_change_next_row, &maker, &maker.counts), 0);
  g_assert_cmpint (first, <, second);
  imported = store_fixture_dump (fixture->base);

  {
    g_autoptr (ScDeal) deal = any_change_draw_deal (&maker, SC_DEAL_STATUSES_STANDING);

    moved = move (fixture, deal->id, sc_version_get_stage (version, 1)->name);
  }
  {
    g_autoptr (ScOutcome) outcome = sc_command_run (sc_command_undo_change (second), fixture->store, NULL, NULL);

    g_assert_cmpuint (outcome->left_alone->len, ==, 1);
    undone = outcome->change_id;
  }
  assert_sound (fixture);
  g_assert_cmpint (run (fixture, sc_command_undo_change (moved), 0), >, 0);
  {
    g_autoptr (ScOutcome) outcome = sc_command_run (sc_command_undo_change (undone), fixture->store, NULL, NULL);

    g_assert_nonnull (outcome);
  }
  assert_sound (fixture);
  store_fixture_assert_dump (fixture->base, imported);
  g_rand_free (maker.rand);
}

int
main (int    argc,
      char **argv)
{
  g_test_init (&argc, &argv, NULL);

  g_test_add_func ("/undo/random-changes", test_random_changes);
  g_test_add_func ("/undo/two-windows", test_two_windows);
  g_test_add_func ("/undo/left-alone-both-ways", test_left_alone_both_ways);
  g_test_add_func ("/undo/stage-that-is-gone", test_stage_that_is_gone);

  return g_test_run ();
}
