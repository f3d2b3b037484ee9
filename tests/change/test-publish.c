/* SPDX-License-Identifier: GPL-3.0-or-later */

#include "change/change-fixture.h"
#include "model/sc-edit.h"

/* The draft without a stage: thrown away, or merged into another. */
static void
remove_stage (ChangeFixture *self,
              const char    *name,
              const char    *into)
{
  g_autoptr (ScVersion) version = sc_store_load_version (self->store, self->process_id, SC_VERSION_WANTED_CURRENT, NULL);
  g_autoptr (GPtrArray) edits = sc_edits_new ();
  ScStage *stage = sc_version_find_stage_by_name (version, name, NULL);
  g_autoptr (ScStage) gone = sc_stage_ref (stage);

  if (into != NULL)
    {
      g_autoptr (ScStage) merged = sc_stage_copy (sc_version_find_stage_by_name (version, into, NULL));
      const ScCriterion *criterion = gone->criteria->pdata[0];

      g_ptr_array_add (merged->criteria, sc_criterion_new (criterion->id, criterion->text));
      g_assert_true (sc_version_do (&version, edits, sc_edit_replace_stage (version, merged), NULL));
    }
  g_assert_true (sc_version_do (&version, edits, sc_edit_remove_stage (version, gone->id), NULL));
  change_fixture_run (self, sc_command_edit_version (self->process_id, "Edit", edits));
}

static void
assert_board (ChangeFixture *self,
              const char    *expected)
{
  g_autofree char *board = change_fixture_show_board (self);

  g_assert_cmpstr (board, ==, expected);
  change_fixture_check_totals (self);
}

static guint
count_moves (ChangeFixture *self,
             gint64         id)
{
  g_autoptr (GPtrArray) events = sc_store_list_events (self->store, id, NULL);
  guint n = 0;

  for (guint i = 0; i < events->len; i++)
    {
      ScDealEvent *event = events->pdata[i];

      if (!event->is_voided && g_str_equal (event->field, "stage"))
        n++;
    }

  return n;
}

/* A merge says by itself where deals go; each history shows the move. */
static void
test_merge (void)
{
  g_autoptr (ChangeFixture) self = change_fixture_new ();
  gint64 id = change_fixture_add (self, "one", "B");
  g_autoptr (GPtrArray) gone = NULL;
  g_autofree char *before = NULL;
  const ScStageGone *stage;

  change_fixture_add (self, "two", "C");
  change_fixture_add (self, "three", "F");
  remove_stage (self, "B", "C");
  before = store_fixture_dump (self->base);
  gone = sc_publish_list_gone (self->store, self->process_id, NULL);
  g_assert_cmpuint (gone->len, ==, 1);
  stage = gone->pdata[0];
  g_assert_cmpstr (stage->name, ==, "B");
  g_assert_cmpuint (stage->n_deals, ==, 1);
  g_assert_cmpstr (stage->to_id, ==, change_fixture_get_stage (self, "C"));

  change_fixture_publish (self);
  assert_board (self, "C: one two; F: three");
  g_assert_cmpuint (count_moves (self, id), ==, 2);

  change_fixture_run (self, sc_command_undo (SC_SCOPE_DESIGN, self->process_id));
  store_fixture_assert_dump (self->base, before);
  change_fixture_check_totals (self);
}

/* Otherwise the manager has to say it, and nothing happens until then. */
static void
test_choice (void)
{
  g_autoptr (ChangeFixture) self = change_fixture_new ();
  g_autoptr (GHashTable) moves = g_hash_table_new_full (g_str_hash, g_str_equal, g_free, g_free);
  g_autoptr (ScProcess) process = NULL;
  g_autofree char *gone_id = g_strdup (change_fixture_get_stage (self, "B"));
  gint64 id = change_fixture_add (self, "one", "B");
  g_autofree char *before = NULL;
  g_autoptr (ScDeal) lost = NULL;
  g_autoptr (ScDeal) moved = NULL;
  g_autoptr (ScDeal) reopened = NULL;
  gint64 lost_id = change_fixture_add (self, "lost", "B");

  lost = change_fixture_load (self, lost_id);
  change_fixture_run (self, sc_command_lose_deal (lost, "Price"));
  remove_stage (self, "B", NULL);
  before = store_fixture_dump (self->base);
  process = sc_store_load_process (self->store, self->process_id, NULL);
  change_fixture_refuse (self, sc_command_publish (process, NULL), SC_STORE_ERROR, SC_STORE_ERROR_INVALID);
  store_fixture_assert_dump (self->base, before);

  g_hash_table_insert (moves, g_strdup (gone_id), g_strdup (change_fixture_get_stage (self, "D")));
  change_fixture_run (self, sc_command_publish (process, moves));
  moved = change_fixture_load (self, id);
  g_assert_cmpstr (moved->stage_id, ==, change_fixture_get_stage (self, "D"));
  assert_board (self, "D: one");

  /* A lost deal stays where it was lost, and comes back onto the board. */
  g_clear_pointer (&lost, sc_deal_unref);
  lost = change_fixture_load (self, lost_id);
  g_assert_cmpstr (lost->stage_id, ==, gone_id);
  change_fixture_run (self, sc_command_reopen_deal (lost));
  reopened = change_fixture_load (self, lost_id);
  g_assert_cmpstr (reopened->stage_id, ==, change_fixture_get_stage (self, "A"));
}

static void
test_empty (void)
{
  g_autoptr (ChangeFixture) self = change_fixture_new ();
  static const char *const names[] = { "A", "B", "C", "D", "E", "F" };
  g_autoptr (ScProcess) process = NULL;

  for (guint i = 0; i < G_N_ELEMENTS (names); i++)
    remove_stage (self, names[i], NULL);
  process = sc_store_load_process (self->store, self->process_id, NULL);
  change_fixture_refuse (self, sc_command_publish (process, NULL), SC_STORE_ERROR, SC_STORE_ERROR_INVALID);
}

/* Two managers shape one draft: different stages merge, the same conflicts. */
static void
test_two_managers (void)
{
  g_autoptr (ChangeFixture) self = change_fixture_new ();
  g_autoptr (ScVersion) seen = sc_store_load_version (self->store, self->process_id, SC_VERSION_WANTED_CURRENT, NULL);
  const char *const goals[] = { "first", "second", "third" };
  const guint stages[] = { 0, 1, 0 };

  for (guint i = 0; i < G_N_ELEMENTS (goals); i++)
    {
      g_autoptr (ScVersion) version = sc_version_ref (seen);
      g_autoptr (GPtrArray) edits = sc_edits_new ();
      g_autoptr (ScStage) stage = sc_stage_copy (sc_version_get_stage (seen, stages[i]));

      g_set_str (&stage->goal, goals[i]);
      g_assert_true (sc_version_do (&version, edits, sc_edit_replace_stage (version, stage), NULL));
      if (i < 2)
        change_fixture_run (self, sc_command_edit_version (self->process_id, "Edit", edits));
      else
        change_fixture_refuse (self, sc_command_edit_version (self->process_id, "Edit", edits),
                               SC_MODEL_ERROR, SC_MODEL_ERROR_CONFLICT);
    }
}

int
main (int    argc,
      char **argv)
{
  g_test_init (&argc, &argv, NULL);

  g_test_add_func ("/change/publish/merge", test_merge);
  g_test_add_func ("/change/publish/choice", test_choice);
  g_test_add_func ("/change/publish/empty", test_empty);
  g_test_add_func ("/change/publish/two-managers", test_two_managers);

  return g_test_run ();
}
