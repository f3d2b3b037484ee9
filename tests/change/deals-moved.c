/* SPDX-License-Identifier: GPL-3.0-or-later */

/* Deals that are moved: where they stand then, what else that changes, and what others did
 * meanwhile. */

#include "change/change-fixture.h"
#include "change/deals-tests.h"

static void
move (ChangeFixture *self,
      gint64         deal_id,
      const char    *stage,
      gint64         before_id)
{
  g_autoptr (ScDeal) deal = change_fixture_load (self, deal_id);

  change_fixture_run (self, sc_command_move_deal (deal, change_fixture_get_stage (self, stage), before_id, NULL));
}

static void
assert_board (ChangeFixture *self,
              const char    *expected)
{
  g_autofree char *board = change_fixture_show_board (self);

  g_assert_cmpstr (board, ==, expected);
  change_fixture_check_totals (self);
}

static void
test_places (void)
{
  g_autoptr (ChangeFixture) self = change_fixture_new ();
  gint64 one = change_fixture_add (self, "one", "A");
  gint64 two = change_fixture_add (self, "two", "A");
  gint64 three = change_fixture_add (self, "three", "A");

  assert_board (self, "A: three two one");
  move (self, three, "A", 0);
  assert_board (self, "A: two one three");
  move (self, three, "A", one);
  assert_board (self, "A: two three one");
  move (self, one, "B", -1);
  move (self, two, "B", 0);
  assert_board (self, "A: three; B: one two");
  move (self, three, "B", two);
  assert_board (self, "B: one three two");
}

/* Dropping at one place again and again neither fails nor reorders. */
static void
test_same_place (void)
{
  g_autoptr (ChangeFixture) self = change_fixture_new ();
  gint64 last = change_fixture_add (self, "last", "A");
  gint64 first = change_fixture_add (self, "first", "A");
  gint64 ids[2] = { change_fixture_add (self, "x", "B"), change_fixture_add (self, "y", "B") };

  for (guint i = 0; i < 100; i++)
    {
      g_autoptr (ScDeal) deal = NULL;

      move (self, ids[i % 2], "A", last);
      deal = change_fixture_load (self, ids[i % 2]);
      g_assert_cmpuint (strlen (deal->position), <=, 32);
    }
  assert_board (self, "A: first x y last");
  move (self, first, "A", 0);
  assert_board (self, "A: x y last first");
}

static void
test_client_mark (void)
{
  g_autoptr (ChangeFixture) self = change_fixture_new ();
  gint64 id = change_fixture_add (self, "deal", "A");
  g_autoptr (ScDeal) open = NULL;
  g_autoptr (ScDeal) won = NULL;
  g_autoptr (ScDeal) again = NULL;
  g_autoptr (ScDeal) done = NULL;

  move (self, id, "D", -1);
  open = change_fixture_load (self, id);
  g_assert_cmpint (open->status, ==, SC_DEAL_OPEN);
  g_assert_cmpuint (open->closed, ==, SC_DATE_NONE);

  move (self, id, "F", -1);
  won = change_fixture_load (self, id);
  g_assert_cmpint (won->status, ==, SC_DEAL_WON);
  g_assert_cmpuint (won->closed, ==, sc_clock_today ());

  move (self, id, "B", -1);
  again = change_fixture_load (self, id);
  g_assert_cmpint (again->status, ==, SC_DEAL_OPEN);
  g_assert_cmpuint (again->closed, ==, SC_DATE_NONE);

  change_fixture_run (self, sc_command_win_deal (again, NULL));
  done = change_fixture_load (self, id);
  g_assert_cmpint (done->status, ==, SC_DEAL_WON);
  g_assert_cmpstr (done->stage_id, ==, change_fixture_get_stage (self, "E"));
  change_fixture_check_totals (self);
}

static void
test_conflicts (void)
{
  g_autoptr (ChangeFixture) self = change_fixture_new ();
  gint64 id = change_fixture_add (self, "deal", "A");
  g_autoptr (ScDeal) seen = change_fixture_load (self, id);
  g_autoptr (ScDeal) mine = sc_deal_copy (seen);
  g_autoptr (ScDeal) theirs = sc_deal_copy (seen);
  g_autoptr (ScDeal) merged = NULL;

  g_set_str (&theirs->notes, "theirs");
  theirs->value = sc_money_new (1000, "EUR");
  change_fixture_run (self, sc_command_edit_deal (seen, theirs, SC_DEAL_FIELD_NOTES | SC_DEAL_FIELD_VALUE));

  g_set_str (&mine->label, "mine");
  g_set_str (&mine->notes, "mine");
  change_fixture_run (self, sc_command_edit_deal (seen, mine, SC_DEAL_FIELD_LABEL));
  change_fixture_refuse (self, sc_command_edit_deal (seen, mine, SC_DEAL_FIELD_NOTES),
                         SC_STORE_ERROR, SC_STORE_ERROR_CONFLICT);
  /* Both wanting the same is no conflict. */
  change_fixture_run (self, sc_command_edit_deal (seen, theirs, SC_DEAL_FIELD_NOTES));

  merged = change_fixture_load (self, id);
  g_assert_cmpstr (merged->notes, ==, "theirs");
  g_assert_cmpstr (merged->label, ==, "mine");
  g_assert_cmpint (merged->value.minor, ==, 1000);

  move (self, id, "C", -1);
  change_fixture_refuse (self, sc_command_move_deal (seen, change_fixture_get_stage (self, "B"), -1, NULL),
                         SC_STORE_ERROR, SC_STORE_ERROR_CONFLICT);
}

/* What a move asks for belongs to it: ticks, and a next step. */
static void
test_move_is_one_change (void)
{
  g_autoptr (ChangeFixture) self = change_fixture_new ();
  gint64 ids[2] = { change_fixture_add (self, "one", "A"), change_fixture_add (self, "two", "A") };
  g_autoptr (ScDeal) deal = change_fixture_load (self, ids[0]);
  const ScCriterion *criterion = sc_version_get_stage (self->version, 0)->criteria->pdata[0];
  const char *ids_ticked[] = { criterion->id, NULL };
  g_autoptr (ScGateAnswers) ticked = sc_gate_answers_new_ticked (ids_ticked);
  g_autofree char *before = store_fixture_dump (self->base);
  g_autofree char *after = NULL;
  g_autoptr (ScDeal) moved = NULL;
  g_autoptr (ScOutcome) outcome = NULL;

  outcome = sc_command_run (sc_command_join (sc_command_move_deal (deal, change_fixture_get_stage (self, "B"), -1, ticked),
                                             sc_command_add_activity (deal, "Call", SC_DATE_NONE)),
                            self->store, NULL, NULL);
  g_assert_nonnull (outcome);
  g_assert_cmpstr (outcome->name, ==, "Move “one” to “B”");
  g_assert_cmpint (outcome->row_id, ==, ids[0]);
  moved = change_fixture_load (self, ids[0]);
  g_assert_cmpstr (moved->stage_id, ==, change_fixture_get_stage (self, "B"));
  g_assert_cmpstr (moved->next_step, ==, "Call");
  g_assert_cmpuint (deals_tests_count_ticks (self, ids[0]), ==, 1);
  g_assert_cmpuint (deals_tests_count_events (self, ids[0], "overridden"), ==, 0);
  after = store_fixture_dump (self->base);
  change_fixture_run (self, sc_command_undo (SC_CHANGES_OF_WINDOW, NULL));
  store_fixture_assert_dump (self->base, before);
  change_fixture_run (self, sc_command_redo (SC_CHANGES_OF_WINDOW, NULL));
  store_fixture_assert_dump (self->base, after);
  change_fixture_run (self, sc_command_undo (SC_CHANGES_OF_WINDOW, NULL));

  /* Several at once. */
  change_fixture_run (self, sc_command_join (sc_command_move_deals (ids, 2, change_fixture_get_stage (self, "B"), ticked),
                                             sc_command_add_activities (ids, 2, "Call", SC_DATE_NONE)));
  g_assert_cmpuint (deals_tests_count_ticks (self, ids[1]), ==, 1);
  change_fixture_run (self, sc_command_undo (SC_CHANGES_OF_WINDOW, NULL));
  store_fixture_assert_dump (self->base, before);

  /* All of it or nothing. */
  change_fixture_refuse (self, sc_command_join (sc_command_move_deal (deal, change_fixture_get_stage (self, "B"), -1, NULL),
                                                sc_command_add_activity (deal, " ", SC_DATE_NONE)),
                         SC_STORE_ERROR, SC_STORE_ERROR_INVALID);
  store_fixture_assert_dump (self->base, before);
}

static void
done_cb (GObject      *source,
         GAsyncResult *result,
         gpointer      user_data)
{
  GPtrArray *names = user_data;
  g_autoptr (GError) error = NULL;
  g_autoptr (ScOutcome) outcome = sc_command_run_finish (SC_STORE (source), result, &error);

  g_ptr_array_add (names, g_strdup (outcome != NULL ? outcome->name : error->message));
}

/* What is asked for first is done first; what fails says why, and the next is
 * done all the same. */
static void
test_in_order (void)
{
  g_autoptr (ChangeFixture) self = change_fixture_new ();
  gint64 id = change_fixture_add (self, "deal", "A");
  g_autoptr (ScDeal) deal = change_fixture_load (self, id);
  g_autoptr (GPtrArray) names = g_ptr_array_new_with_free_func (g_free);
  g_autoptr (GCancellable) cancelled = g_cancellable_new ();

  g_cancellable_cancel (cancelled);
  sc_command_run_async (sc_command_move_deal (deal, change_fixture_get_stage (self, "B"), -1, NULL), self->store, NULL,
                        done_cb, names);
  sc_command_run_async (sc_command_lose_deal (deal, NULL), self->store, cancelled, done_cb, names);
  sc_command_run_async (sc_command_reopen_deal (deal), self->store, NULL, done_cb, names);
  sc_command_run_async (sc_command_undo (SC_CHANGES_OF_WINDOW, NULL), self->store, NULL, done_cb, names);
  wait_until (names->len == 4);

  g_assert_cmpstr (names->pdata[0], ==, "Move “deal” to “B”");
  g_assert_cmpstr (names->pdata[3], ==, "Move “deal” to “B”");
  assert_board (self, "A: deal");
}

void
deals_tests_add_moved (void)
{
  g_test_add_func ("/change/deals/move-is-one-change", test_move_is_one_change);
  g_test_add_func ("/change/deals/places", test_places);
  g_test_add_func ("/change/deals/same-place", test_same_place);
  g_test_add_func ("/change/deals/client-mark", test_client_mark);
  g_test_add_func ("/change/deals/conflicts", test_conflicts);
  g_test_add_func ("/change/deals/in-order", test_in_order);
}
