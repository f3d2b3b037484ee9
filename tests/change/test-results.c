/* SPDX-License-Identifier: GPL-3.0-or-later */

/* What is right after a change, said here in so many words: tests that compare
 * before, undo and redo hold also where all three are wrong. */

#include <string.h>

#include "change/change-fixture.h"

#define DAY (24 * G_TIME_SPAN_HOUR)

static gint64
add_owned (ChangeFixture *self,
           const char    *title,
           const char    *owner,
           gint64         minor)
{
  g_autoptr (ScDeal) deal = sc_deal_new ();

  deal->process_id = g_strdup (self->process_id);
  deal->title = g_strdup (title);
  deal->stage_id = g_strdup (change_fixture_get_stage (self, "A"));
  deal->owner = g_strdup (owner);
  deal->value = sc_money_new (minor, "EUR");

  return change_fixture_run (self, sc_command_add_deal (deal));
}

static gint64
find_owner (ChangeFixture *self,
            const char    *name)
{
  g_autoptr (GPtrArray) users = sc_store_list_users (self->store, NULL);

  for (guint i = 0; i < users->len; i++)
    {
      const ScUser *user = users->pdata[i];

      if (g_str_equal (user->name, name))
        return user->id;
    }
  g_assert_not_reached ();
}

/* The number and the sum of what a query finds, in one stage and currency. */
static void
assert_totals (ChangeFixture     *self,
               const ScDealQuery *query,
               guint              n_deals,
               gint64             sum_minor)
{
  g_autoptr (GError) error = NULL;
  g_autoptr (GPtrArray) totals = sc_store_list_totals (self->store, query, NULL, &error);
  guint counted = 0;
  gint64 sum = 0;

  g_assert_no_error (error);
  for (guint i = 0; i < totals->len; i++)
    {
      const ScStageTotal *total = totals->pdata[i];

      counted += total->n_deals;
      sum += total->sum_minor;
    }
  g_assert_cmpuint (counted, ==, n_deals);
  g_assert_cmpint (sum, ==, sum_minor);
}

/* Ann's own deals are Ann's alone, counted, added up and listed; also where the
 * words of a search are looked for. */
static void
test_mine_is_mine (void)
{
  g_autoptr (ChangeFixture) self = change_fixture_new ();
  g_autoptr (ScDealQuery) query = sc_deal_query_new (self->process_id);
  g_autoptr (GPtrArray) deals = NULL;

  add_owned (self, "door one", "Ann", 100);
  add_owned (self, "door two", "Ann", 20);
  add_owned (self, "door three", "Bob", 3);
  change_fixture_add (self, "nobody's door", "A");

  assert_totals (self, query, 4, 123);
  query->owner_id = find_owner (self, "Ann");
  assert_totals (self, query, 2, 120);
  query->search = g_strdup ("door");
  assert_totals (self, query, 2, 120);
  query->search[0] = '\0';

  deals = sc_store_list_deals (self->store, query, 0, NULL, NULL);
  g_assert_cmpuint (deals->len, ==, 2);
  for (guint i = 0; i < deals->len; i++)
    g_assert_cmpstr (((ScDeal *) deals->pdata[i])->owner, ==, "Ann");

  query->owner_id = find_owner (self, "Bob");
  assert_totals (self, query, 1, 3);
}

/* A deal is won on the day on which it passes the client mark, whatever
 * becomes of it behind that. */
static void
test_the_day_of_winning_stays (void)
{
  g_autoptr (ChangeFixture) self = change_fixture_new ();
  gint64 id = change_fixture_add (self, "deal", "A");
  g_autoptr (ScDeal) fresh = change_fixture_load (self, id);
  g_autoptr (ScDeal) won = NULL;
  g_autoptr (ScDeal) moved = NULL;
  g_autoptr (ScDeal) completed = NULL;
  ScInstant start = sc_clock_now ();
  ScDate day;

  g_assert_cmpuint (fresh->closed, ==, SC_DATE_NONE);
  sc_clock_set (start + DAY);
  day = sc_clock_today ();
  change_fixture_run (self, sc_command_win_deal (fresh, NULL));
  won = change_fixture_load (self, id);
  g_assert_cmpint (won->status, ==, SC_DEAL_WON);
  g_assert_cmpuint (won->closed, ==, day);

  sc_clock_set (start + 4 * DAY);
  change_fixture_run (self, sc_command_move_deal (won, change_fixture_get_stage (self, "F"), -1, NULL));
  moved = change_fixture_load (self, id);
  g_assert_cmpint (moved->status, ==, SC_DEAL_WON);
  g_assert_cmpuint (moved->closed, ==, day);

  sc_clock_set (start + 9 * DAY);
  change_fixture_run (self, sc_command_complete_deal (moved, NULL));
  completed = change_fixture_load (self, id);
  g_assert_cmpint (completed->status, ==, SC_DEAL_COMPLETED);
  g_assert_cmpuint (completed->closed, ==, day);
  sc_clock_set (0);
}

/* Back in front of the client mark nothing is won. */
static void
test_back_before_the_mark_is_open (void)
{
  g_autoptr (ChangeFixture) self = change_fixture_new ();
  gint64 id = change_fixture_add (self, "deal", "F");
  g_autoptr (ScDeal) won = change_fixture_load (self, id);
  g_autoptr (ScDeal) back = NULL;

  g_assert_cmpint (won->status, ==, SC_DEAL_WON);
  g_assert_cmpuint (won->closed, ==, sc_clock_today ());
  change_fixture_run (self, sc_command_move_deal (won, change_fixture_get_stage (self, "D"), -1, NULL));
  back = change_fixture_load (self, id);
  g_assert_cmpint (back->status, ==, SC_DEAL_OPEN);
  g_assert_cmpuint (back->closed, ==, SC_DATE_NONE);
}

static ScProcess *
find_process (ScStore    *store,
              const char *name)
{
  g_autoptr (GError) error = NULL;
  ScProcess *process = sc_store_find_process (store, name, &error);

  g_assert_no_error (error);

  return process;
}

/* A process begins with its first version, and each that is published after it
 * has the next number. */
static void
test_versions_are_counted (void)
{
  g_autoptr (ChangeFixture) self = change_fixture_new ();
  g_autoptr (ScProcess) process = sc_store_load_process (self->store, self->process_id, NULL);
  g_autoptr (ScOutcome) made = sc_command_run (sc_command_duplicate_process (process), self->store, NULL, NULL);
  g_autoptr (ScVersion) copy = NULL;
  g_autoptr (ScVersion) published = NULL;

  g_assert_nonnull (made);
  copy = sc_store_load_version (self->store, made->process_id, SC_VERSION_WANTED_DRAFT, NULL);
  g_assert_cmpuint (copy->number, ==, 1);

  published = sc_store_load_version (self->store, self->process_id, SC_VERSION_WANTED_PUBLISHED, NULL);
  g_assert_cmpuint (published->number, ==, 1);
}

/* A copy that somebody else works on by now is not taken away from them. */
static void
test_a_copy_edited_elsewhere_stays (void)
{
  g_autoptr (ChangeFixture) self = change_fixture_new ();
  g_autoptr (ScProcess) process = sc_store_load_process (self->store, self->process_id, NULL);
  g_autoptr (ScStore) other = store_fixture_open_other (self->base);
  g_autoptr (ScOutcome) made = sc_command_run (sc_command_duplicate_process (process), self->store, NULL, NULL);
  g_autoptr (ScProcess) copy = sc_store_load_process (other, made->process_id, NULL);
  g_autoptr (ScProcess) renamed = NULL;
  g_autoptr (ScOutcome) theirs = NULL;
  g_autoptr (ScOutcome) undone = NULL;

  sc_store_set_window (other, "elsewhere");
  theirs = sc_command_run (sc_command_rename_process (copy, "Theirs"), other, NULL, NULL);
  g_assert_nonnull (theirs);
  undone = sc_command_run (sc_command_undo_change (made->change_id), self->store, NULL, NULL);
  if (undone != NULL)
    g_assert_cmpuint (undone->left_alone->len, >, 0);

  renamed = find_process (self->store, "Theirs");
  g_assert_cmpstr (renamed->id, ==, made->process_id);
}

/* Whoever works on what is gone by now hears that it was deleted. */
static void
test_what_was_deleted_is_called_so (void)
{
  g_autoptr (ChangeFixture) self = change_fixture_new ();
  g_autoptr (ScProcess) process = sc_store_load_process (self->store, self->process_id, NULL);
  g_autoptr (ScDeal) deal = change_fixture_load (self, change_fixture_add (self, "deal", "A"));
  g_autoptr (ScDeal) renamed = sc_deal_copy (deal);
  ScCommand *commands[2];

  g_set_str (&renamed->title, "another");
  commands[0] = sc_command_edit_deal (deal, renamed, SC_DEAL_FIELD_TITLE);
  commands[1] = sc_command_rename_process (process, "Another");
  change_fixture_run (self, sc_command_delete_deal (deal));
  change_fixture_run (self, sc_command_delete_process (process, TRUE));
  for (guint i = 0; i < G_N_ELEMENTS (commands); i++)
    {
      g_autoptr (GError) error = NULL;
      g_autoptr (ScOutcome) outcome = sc_command_run (commands[i], self->store, NULL, &error);

      g_assert_null (outcome);
      g_test_message ("%s", error->message);
      g_assert_nonnull (strstr (error->message, "deleted"));
    }
}

int
main (int    argc,
      char **argv)
{
  g_test_init (&argc, &argv, NULL);

  g_test_add_func ("/results/mine-is-mine", test_mine_is_mine);
  g_test_add_func ("/results/the-day-of-winning-stays", test_the_day_of_winning_stays);
  g_test_add_func ("/results/back-before-the-mark-is-open", test_back_before_the_mark_is_open);
  g_test_add_func ("/results/versions-are-counted", test_versions_are_counted);
  g_test_add_func ("/results/a-copy-edited-elsewhere-stays", test_a_copy_edited_elsewhere_stays);

  g_test_add_func ("/results/what-was-deleted-is-called-so", test_what_was_deleted_is_called_so);

  return g_test_run ();
}
