/* SPDX-License-Identifier: GPL-3.0-or-later */

#include "change/change-fixture.h"
#include "model/sc-edit.h"

#include <string.h>

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

  change_fixture_run (self, sc_command_undo (SC_CHANGES_OF_WINDOW, self->process_id));
  store_fixture_assert_dump (self->base, before);
  change_fixture_check_totals (self);
}

/* What two stages ask is asked once in the draft. */
static void
merge_criteria (ChangeFixture *self,
                const char    *name,
                const char    *into)
{
  g_autoptr (ScVersion) version = sc_store_load_version (self->store, self->process_id, SC_VERSION_WANTED_CURRENT, NULL);
  g_autoptr (GPtrArray) edits = sc_edits_new ();
  g_autoptr (ScStage) gone = sc_stage_ref (sc_version_find_stage_by_name (version, name, NULL));
  g_autoptr (ScStage) merged = sc_stage_copy (sc_version_find_stage_by_name (version, into, NULL));
  ScCriterion *kept = merged->criteria->pdata[0];

  g_strfreev (kept->was);
  kept->was = g_strsplit (((ScCriterion *) gone->criteria->pdata[0])->id, " ", 0);
  g_assert_true (sc_version_do (&version, edits, sc_edit_replace_stage (version, merged), NULL));
  g_assert_true (sc_version_do (&version, edits, sc_edit_remove_stage (version, gone->id), NULL));
  change_fixture_run (self, sc_command_edit_version (self->process_id, "Merge", edits));
}

static void
tick (ChangeFixture *self,
      gint64         deal_id,
      const char    *stage)
{
  g_autoptr (ScDeal) deal = change_fixture_load (self, deal_id);
  const ScStage *asks = sc_version_find_stage_by_name (self->version, stage, NULL);
  const char *const ids[] = { ((ScCriterion *) asks->criteria->pdata[0])->id, NULL };
  g_autoptr (ScGateAnswers) answers = sc_gate_answers_new_ticked (ids);

  change_fixture_run (self, sc_command_answer (deal, answers));
}

static guint
count_ticks (ChangeFixture *self,
             gint64         deal_id,
             const char    *criterion_id)
{
  g_autoptr (GPtrArray) ticks = sc_store_list_ticks (self->store, deal_id, NULL);
  guint n_ticks = 0;

  for (guint i = 0; i < ticks->len; i++)
    n_ticks += g_strcmp0 (((ScTick *) ticks->pdata[i])->criterion_id, criterion_id) == 0;

  return n_ticks;
}

/* What was told for a criterion is told for the one that it went into. */
static void
test_merged_criteria (void)
{
  g_autoptr (ChangeFixture) self = change_fixture_new ();
  gint64 one = change_fixture_add (self, "one", "B");
  gint64 both = change_fixture_add (self, "both", "C");
  gint64 none = change_fixture_add (self, "none", "B");
  const ScStage *c = sc_version_find_stage_by_name (self->version, "C", NULL);
  g_autofree char *kept = g_strdup (((ScCriterion *) c->criteria->pdata[0])->id);
  g_autofree char *before = NULL;
  g_autofree char *after = NULL;

  tick (self, one, "B");
  tick (self, both, "B");
  tick (self, both, "C");
  merge_criteria (self, "B", "C");
  before = store_fixture_dump (self->base);

  change_fixture_publish (self);
  assert_board (self, "C: none one both");
  g_assert_cmpuint (count_ticks (self, one, kept), ==, 1);
  g_assert_cmpuint (count_ticks (self, both, kept), ==, 1);
  g_assert_cmpuint (count_ticks (self, none, kept), ==, 0);
  after = store_fixture_dump (self->base);

  change_fixture_run (self, sc_command_undo (SC_CHANGES_OF_WINDOW, self->process_id));
  store_fixture_assert_dump (self->base, before);
  change_fixture_run (self, sc_command_redo (SC_CHANGES_OF_WINDOW, self->process_id));
  store_fixture_assert_dump (self->base, after);
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
set_mark (ChangeFixture *self,
          const char    *name)
{
  g_autoptr (ScVersion) version = sc_store_load_version (self->store, self->process_id, SC_VERSION_WANTED_CURRENT, NULL);
  g_autoptr (GPtrArray) edits = sc_edits_new ();
  ScStage *stage = sc_version_find_stage_by_name (version, name, NULL);

  g_assert_true (sc_version_do (&version, edits, sc_edit_set_mark (version, stage->id), NULL));
  change_fixture_run (self, sc_command_edit_version (self->process_id, "Edit", edits));
}

static void
insert_stage (ChangeFixture *self,
              const char    *name,
              guint          position)
{
  g_autoptr (ScVersion) version = sc_store_load_version (self->store, self->process_id, SC_VERSION_WANTED_CURRENT, NULL);
  g_autoptr (GPtrArray) edits = sc_edits_new ();
  g_autoptr (ScStage) stage = sc_stage_new (name, SC_KIND_BIT (SC_KIND_OTHER));

  g_assert_true (sc_version_do (&version, edits, sc_edit_insert_stage (stage, position), NULL));
  change_fixture_run (self, sc_command_edit_version (self->process_id, "Edit", edits));
}

/* Undo and redo of the last publication, with the board between. */
static void
undo_publication (ChangeFixture *self)
{
  change_fixture_run (self, sc_command_undo_change (change_fixture_find_change (self, "Publish", FALSE)));
  g_clear_pointer (&self->version, sc_version_unref);
  self->version = sc_store_load_version (self->store, self->process_id, SC_VERSION_WANTED_PUBLISHED, NULL);
  change_fixture_check_totals (self);
  change_fixture_check_statuses (self);
}

static void
redo_publication (ChangeFixture *self)
{
  change_fixture_run (self, sc_command_undo_change (change_fixture_find_change (self, "Publish", TRUE)));
  g_clear_pointer (&self->version, sc_version_unref);
  self->version = sc_store_load_version (self->store, self->process_id, SC_VERSION_WANTED_PUBLISHED, NULL);
  change_fixture_check_totals (self);
  change_fixture_check_statuses (self);
}

static void
move (ChangeFixture *self,
      gint64         id,
      const char    *stage)
{
  g_autoptr (ScDeal) deal = change_fixture_load (self, id);

  change_fixture_run (self, sc_command_move_deal (deal, change_fixture_get_stage (self, stage), -1, NULL));
}

static void
assert_healthy (ChangeFixture *self)
{
  g_autoptr (GPtrArray) problems = g_ptr_array_new_with_free_func (g_free);

  g_assert_true (sc_store_check (self->store, problems, NULL));
  g_assert_cmpuint (problems->len, ==, 0);
}

static void
assert_deal (ChangeFixture *self,
             gint64         id,
             const char    *stage,
             ScDealStatus   status)
{
  g_autoptr (ScDeal) deal = change_fixture_load (self, id);

  g_assert_cmpstr (deal->stage_id, ==, change_fixture_get_stage (self, stage));
  g_assert_cmpint (deal->status, ==, status);
  g_assert_cmpuint (deal->closed, ==, status == SC_DEAL_OPEN ? SC_DATE_NONE : sc_clock_today ());
}

/* Deals that the client mark leaves behind it are won; those that it leaves in
 * front of it are open again; and all of it comes back. */
static void
test_mark (void)
{
  g_autoptr (ChangeFixture) self = change_fixture_new ();
  gint64 first = change_fixture_add (self, "first", "B");
  gint64 second = change_fixture_add (self, "second", "C");
  gint64 third = change_fixture_add (self, "third", "E");
  g_autofree char *before = NULL;
  g_autofree char *after = NULL;

  set_mark (self, "B");
  before = store_fixture_dump (self->base);
  change_fixture_publish (self);
  assert_deal (self, first, "B", SC_DEAL_OPEN);
  assert_deal (self, second, "C", SC_DEAL_WON);
  assert_deal (self, third, "E", SC_DEAL_WON);
  assert_healthy (self);
  after = store_fixture_dump (self->base);

  undo_publication (self);
  store_fixture_assert_dump (self->base, before);
  redo_publication (self);
  store_fixture_assert_dump (self->base, after);

  set_mark (self, "E");
  change_fixture_publish (self);
  assert_deal (self, second, "C", SC_DEAL_OPEN);
  assert_deal (self, third, "E", SC_DEAL_OPEN);
  change_fixture_check_totals (self);
  assert_healthy (self);
}

/* So are deals that the publication moves over the mark, and deals that come
 * back after it has moved. */
static void
test_mark_and_places (void)
{
  g_autoptr (ChangeFixture) self = change_fixture_new ();
  gint64 moved = change_fixture_add (self, "moved", "D");
  gint64 lost = change_fixture_add (self, "lost", "C");
  gint64 gone = change_fixture_add (self, "gone", "C");
  g_autoptr (ScDeal) lost_deal = change_fixture_load (self, lost);
  g_autoptr (ScDeal) gone_deal = change_fixture_load (self, gone);
  g_autoptr (ScDeal) lost_since = NULL;
  g_autoptr (ScOutcome) loss = NULL;

  change_fixture_run (self, sc_command_lose_deal (lost_deal, NULL));
  loss = sc_command_run (sc_command_lose_deal (gone_deal, NULL), self->store, NULL, NULL);
  g_assert_nonnull (loss);
  remove_stage (self, "D", "E");
  set_mark (self, "B");
  change_fixture_publish (self);
  assert_deal (self, moved, "E", SC_DEAL_WON);

  lost_since = change_fixture_load (self, lost);
  change_fixture_run (self, sc_command_reopen_deal (lost_since));
  assert_deal (self, lost, "B", SC_DEAL_OPEN);

  change_fixture_run (self, sc_command_undo_change (loss->change_id));
  assert_deal (self, gone, "C", SC_DEAL_WON);
  change_fixture_run (self, sc_command_redo (SC_CHANGES_OF_WINDOW, NULL));
  assert_deal (self, gone, "C", SC_DEAL_LOST);
  change_fixture_check_totals (self);
  assert_healthy (self);
}

/* Merged columns stand one after the other, and anything fits between. */
static void
test_order (void)
{
  g_autoptr (ChangeFixture) self = change_fixture_new ();
  gint64 id = 0;
  g_autofree char *before = NULL;
  g_autoptr (ScDeal) deal = NULL;

  for (guint i = 3; i > 0; i--)
    for (guint j = 0; j < 4; j++)
      {
        const char stage[] = { (char) ('A' + j), '\0' };
        g_autofree char *title = g_strdup_printf ("%s%u", stage, i);

        id = change_fixture_add (self, title, stage);
      }
  assert_board (self, "A: A1 A2 A3; B: B1 B2 B3; C: C1 C2 C3; D: D1 D2 D3");

  remove_stage (self, "A", "C");
  remove_stage (self, "B", "C");
  remove_stage (self, "D", "C");
  before = store_fixture_dump (self->base);
  change_fixture_publish (self);
  assert_board (self, "C: A1 A2 A3 B1 B2 B3 C1 C2 C3 D1 D2 D3");

  deal = change_fixture_load (self, id);
  g_assert_cmpstr (deal->title, ==, "D1");
  change_fixture_run (self, sc_command_move_deal (deal, deal->stage_id, id - 1, NULL));
  for (guint i = 0; i < 40; i++)
    {
      gint64 other = id - 2 + (i % 2);
      g_autoptr (ScDeal) again = change_fixture_load (self, other);

      change_fixture_run (self, sc_command_move_deal (again, again->stage_id, id - 3, NULL));
    }
  assert_board (self, "C: B1 C1 A1 A2 A3 B2 B3 D1 C2 C3 D2 D3");
  for (guint i = 0; i < 41; i++)
    change_fixture_run (self, sc_command_undo (SC_CHANGES_OF_WINDOW, NULL));

  undo_publication (self);
  store_fixture_assert_dump (self->base, before);
}

/* Deals that have come into a stage that goes again when the publication is
* taken back: to the stage in front of it, and back with the publication. */
static void
test_undo_with_deals (void)
{
  g_autoptr (ChangeFixture) self = change_fixture_new ();
  gint64 id = change_fixture_add (self, "one", "C");
  g_autofree char *after = NULL;

  insert_stage (self, "New", 2);
  set_mark (self, "B");
  change_fixture_publish (self);
  move (self, id, "New");
  change_fixture_add (self, "two", "New");
  after = store_fixture_dump (self->base);
  assert_deal (self, id, "New", SC_DEAL_WON);

  for (guint i = 0; i < 3; i++)
    {
      undo_publication (self);
      assert_board (self, "B: two one");
      assert_deal (self, id, "B", SC_DEAL_OPEN);
      assert_healthy (self);
      redo_publication (self);
      assert_board (self, "New: two one");
      store_fixture_assert_dump (self->base, after);
      assert_healthy (self);
    }
}

/* Where the publication brought deals there, later ones go to where it took
 * them from; those that it brought go back to their own stage. */
static void
test_undo_with_origins (void)
{
  g_autoptr (ChangeFixture) self = change_fixture_new ();
  g_autoptr (GHashTable) moves = g_hash_table_new_full (g_str_hash, g_str_equal, g_free, g_free);
  g_autoptr (ScProcess) process = NULL;
  g_autoptr (ScVersion) draft = NULL;
  gint64 from_c = change_fixture_add (self, "c", "C");
  gint64 from_b = change_fixture_add (self, "b", "B");
  gint64 later = change_fixture_add (self, "later", "A");
  static const char *const gone[] = { "B", "C" };

  insert_stage (self, "New", 3);
  process = sc_store_load_process (self->store, self->process_id, NULL);
  draft = sc_store_load_version (self->store, self->process_id, SC_VERSION_WANTED_DRAFT, NULL);
  for (guint i = 0; i < G_N_ELEMENTS (gone); i++)
    {
      g_hash_table_insert (moves, g_strdup (change_fixture_get_stage (self, gone[i])),
                           g_strdup (sc_version_find_stage_by_name (draft, "New", NULL)->id));
      remove_stage (self, gone[i], NULL);
    }
  change_fixture_run (self, sc_command_publish (process, moves));
  g_clear_pointer (&self->version, sc_version_unref);
  self->version = sc_store_load_version (self->store, self->process_id, SC_VERSION_WANTED_PUBLISHED, NULL);
  assert_board (self, "A: later; New: b c");

  move (self, from_b, "A");
  move (self, from_b, "New");
  move (self, from_c, "A");
  move (self, from_c, "New");
  move (self, later, "New");

  undo_publication (self);
  assert_deal (self, from_b, "B", SC_DEAL_OPEN);
  assert_deal (self, from_c, "C", SC_DEAL_OPEN);
  assert_deal (self, later, "B", SC_DEAL_OPEN);
  assert_healthy (self);

  redo_publication (self);
  assert_board (self, "New: later c b");
  assert_healthy (self);
}

/* Before it was published at all there is no place for them; it says so. */
static void
test_undo_first (void)
{
  g_autoptr (ChangeFixture) self = change_fixture_new ();
  g_autofree char *before = NULL;
  g_autoptr (GError) error = NULL;
  g_autoptr (ScOutcome) outcome = NULL;

  change_fixture_add (self, "one", "C");
  change_fixture_add (self, "two", "C");
  before = store_fixture_dump (self->base);
  outcome = sc_command_run (sc_command_undo_change (change_fixture_find_change (self, "Publish", FALSE)), self->store,
                            NULL, &error);
  g_assert_null (outcome);
  g_assert_error (error, SC_STORE_ERROR, SC_STORE_ERROR_CONFLICT);
  g_assert_nonnull (strstr (error->message, "2 deals stand in it, “"));
  g_assert_nonnull (strstr (error->message, "” in “C”"));
  store_fixture_assert_dump (self->base, before);
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
  g_test_add_func ("/change/publish/merged-criteria", test_merged_criteria);
  g_test_add_func ("/change/publish/choice", test_choice);
  g_test_add_func ("/change/publish/mark", test_mark);
  g_test_add_func ("/change/publish/mark-and-places", test_mark_and_places);
  g_test_add_func ("/change/publish/order", test_order);
  g_test_add_func ("/change/publish/undo-with-deals", test_undo_with_deals);
  g_test_add_func ("/change/publish/undo-with-origins", test_undo_with_origins);
  g_test_add_func ("/change/publish/undo-first", test_undo_first);
  g_test_add_func ("/change/publish/empty", test_empty);
  g_test_add_func ("/change/publish/two-managers", test_two_managers);

  return g_test_run ();
}
