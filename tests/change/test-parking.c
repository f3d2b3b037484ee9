/* SPDX-License-Identifier: GPL-3.0-or-later */

/* Deals that are parked wake on their day, once. */

#include "change/change-fixture.h"
#include "change/day-fixture.h"
#include "change/sc-waking.h"
#include "model/sc-age.h"

static gint64
park (ChangeFixture *self,
      gint64         id,
      ScDate         until)
{
  g_autoptr (ScDeal) deal = change_fixture_load (self, id);

  return change_fixture_run (self, sc_command_park_deal (deal, until, "call then"));
}

/* How many deals of stage A are at work, and how many are parked: as the list has them,
 * and as counts and sums do. */
static void
assert_parked (ChangeFixture *self,
               guint          n_at_work,
               guint          n_parked)
{
  const guint expected[] = { [SC_PARKED_OR_NOT] = n_at_work + n_parked, [SC_PARKED_NOT] = n_at_work,
                             [SC_PARKED_ONLY] = n_parked };

  for (ScParked i = SC_PARKED_OR_NOT; i <= SC_PARKED_ONLY; i++)
    {
      g_autoptr (ScDealQuery) query = sc_deal_query_new (self->process_id);
      g_autoptr (GPtrArray) deals = NULL;
      g_autoptr (GPtrArray) totals = NULL;
      guint n_total = 0;

      query->stage_id = g_strdup (change_fixture_get_stage (self, "A"));
      query->statuses = SC_DEAL_STATUSES_STANDING;
      query->parked = i;
      deals = sc_store_list_deals (self->store, query, 0, NULL, NULL);
      totals = sc_store_list_totals (self->store, query, NULL, NULL);
      for (guint j = 0; j < totals->len; j++)
        n_total += ((ScStageTotal *) totals->pdata[j])->n_deals;
      g_assert_cmpuint (deals->len, ==, expected[i]);
      g_assert_cmpuint (n_total, ==, expected[i]);
      g_assert_cmpuint (sc_store_count_deals (self->store, query, NULL, NULL), ==, expected[i]);
      g_set_str (&query->search, "deal");
      g_assert_cmpuint (sc_store_count_deals (self->store, query, NULL, NULL), ==, expected[i]);
    }
  change_fixture_check_totals (self);
}

static void
assert_parked_until (ChangeFixture *self,
                     gint64         id,
                     const char    *day)
{
  g_autoptr (ScDeal) deal = change_fixture_load (self, id);
  g_autofree char *parked_until = day_fixture_get_day (deal->parked_until);

  g_assert_cmpstr (parked_until, ==, day);
}

static void
test_park_and_unpark (void)
{
  g_autoptr (ChangeFixture) self = change_fixture_new ();
  g_autoptr (ScDeal) deal = NULL;
  gint64 id;

  day_fixture_set_day (TODAY);
  id = change_fixture_add (self, "deal", "A");
  change_fixture_add (self, "deal 2", "A");
  deal = change_fixture_load (self, id);
  change_fixture_refuse (self, sc_command_park_deal (deal, TODAY, NULL), SC_STORE_ERROR, SC_STORE_ERROR_INVALID);
  change_fixture_refuse (self, sc_command_park_deal (deal, TODAY - 1, NULL), SC_STORE_ERROR, SC_STORE_ERROR_INVALID);
  change_fixture_refuse (self, sc_command_park_deal (deal, SC_DATE_NONE, NULL), SC_STORE_ERROR, SC_STORE_ERROR_INVALID);
  change_fixture_refuse (self, sc_command_unpark_deal (deal), SC_STORE_ERROR, SC_STORE_ERROR_INVALID);

  park (self, id, TODAY + 7);
  assert_parked (self, 1, 1);
  day_fixture_undo (self);
  assert_parked (self, 2, 0);
  change_fixture_run (self, sc_command_redo (SC_CHANGES_OF_WINDOW, NULL));
  assert_parked (self, 1, 1);
  change_fixture_run (self, sc_command_unpark_deal (deal));
  assert_parked (self, 2, 0);
  day_fixture_undo (self);
  assert_parked (self, 1, 1);

  /* A deal that goes on, or is closed, is parked no more. */
  day_fixture_move (self, id, "B");
  assert_parked_until (self, id, "none");
  day_fixture_undo (self);
  assert_parked (self, 1, 1);
  change_fixture_run (self, sc_command_lose_deal (deal, NULL));
  assert_parked_until (self, id, "none");
  day_fixture_undo (self);
  assert_parked (self, 1, 1);
  sc_clock_set (0);
}

static GPtrArray *
list_due (ChangeFixture *self)
{
  return change_fixture_list_due (self, sc_clock_now (), 0);
}

static gint64
count_changes (ChangeFixture *self)
{
  g_autofree char *dump = store_fixture_dump (self->base);

  return g_str_hash (dump);
}

/* On its day a deal is at work for whoever reads, though nobody has written that. */
static void
test_read_after_its_day (void)
{
  g_autoptr (ChangeFixture) self = change_fixture_new ();
  g_autoptr (GPtrArray) parked_due = NULL;
  g_autoptr (GPtrArray) due = NULL;
  g_autoptr (ScDeal) deal = NULL;
  const ScDueRow *row;
  gint64 id, before;

  day_fixture_set_day (TODAY);
  id = change_fixture_add (self, "deal", "A");
  park (self, id, TODAY + 7);
  before = count_changes (self);
  day_fixture_set_day (TODAY + 6);
  assert_parked (self, 0, 1);
  parked_due = list_due (self);
  g_assert_cmpuint (parked_due->len, ==, 0); /* it would be late */
  day_fixture_set_day (TODAY + 7);
  assert_parked (self, 1, 0);
  deal = change_fixture_load (self, id);
  g_assert_cmpuint (deal->parked_until, ==, SC_DATE_NONE);
  due = list_due (self);
  g_assert_cmpuint (due->len, ==, 1);
  row = due->pdata[0];
  g_assert_cmpint (row->kind, ==, SC_DUE_WOKEN);
  g_assert_cmpint (row->deal->id, ==, id);
  g_assert_cmpuint (row->due, ==, TODAY + 7);
  g_assert_cmpint (count_changes (self), ==, before);
  sc_clock_set (0);
}

/* The next change of anything writes it, with a step, and day_fixture_undo passes that over. */
static void
test_wake (void)
{
  g_autoptr (ChangeFixture) self = change_fixture_new ();
  g_autoptr (GPtrArray) due = NULL;
  g_autoptr (GPtrArray) steps = NULL;
  g_autoptr (ScDeal) deal = NULL;
  const ScDueRow *row;
  gint64 id, other;

  day_fixture_set_day (TODAY);
  id = change_fixture_add (self, "deal", "A");
  day_fixture_set_day (TODAY + 2);
  park (self, id, TODAY + 98);
  day_fixture_set_day (TODAY + 100);
  other = change_fixture_add (self, "other", "B");

  deal = change_fixture_load (self, id);
  g_assert_cmpstr (deal->next_step, ==, "Back to the conversation");
  g_assert_cmpuint (deal->next_step_due, ==, TODAY + 98);
  /* Two days before it was parked are two days since. */
  g_assert_cmpuint (sc_age_get (sc_calendar_get_standard (), deal->entered_at, sc_clock_now (), SC_UNIT_WORKING_DAYS), ==, 2);
  due = list_due (self);
  g_assert_cmpuint (due->len, ==, 1);
  row = due->pdata[0];
  g_assert_cmpint (row->kind, ==, SC_DUE_NEXT_STEP);
  g_assert_cmpint (row->group, ==, SC_DUE_GROUP_WOKEN);
  g_assert_cmpstr (row->activity->title, ==, "Back to the conversation");
  assert_parked (self, 1, 0);

  day_fixture_undo (self); /* the other deal */
  {
    g_autoptr (GError) error = NULL;
    g_autoptr (ScDeal) gone = sc_store_load_deal (self->store, other, &error);

    g_assert_error (error, SC_STORE_ERROR, SC_STORE_ERROR_NOT_FOUND);
  }
  change_fixture_run (self, sc_command_redo (SC_CHANGES_OF_WINDOW, NULL));
  day_fixture_undo (self);
  day_fixture_undo (self); /* parking */
  steps = sc_store_list_activities (self->store, id, NULL);
  g_assert_cmpuint (steps->len, ==, 1);
  day_fixture_undo (self); /* the deal */
  assert_parked (self, 0, 0);
  sc_clock_set (0);
}

static gpointer
wake_in_thread (gpointer data)
{
  sc_waking_run (data, NULL);

  return NULL;
}

/* Windows that are open on that day do so at once, and none twice. */
static void
test_wake_once (void)
{
  g_autoptr (ChangeFixture) self = change_fixture_new ();
  GThread *threads[4];
  ScStore *stores[4];
  gint64 ids[20];

  day_fixture_set_day (TODAY);
  for (guint i = 0; i < G_N_ELEMENTS (ids); i++)
    {
      ids[i] = change_fixture_add (self, "deal", "A");
      park (self, ids[i], TODAY + 1 + i % 3);
    }
  assert_parked (self, 0, 20);
  day_fixture_set_day (TODAY + 3);
  for (guint i = 0; i < G_N_ELEMENTS (threads); i++)
    {
      stores[i] = store_fixture_open_other (self->base);
      threads[i] = g_thread_new ("wake", wake_in_thread, stores[i]);
    }
  for (guint i = 0; i < G_N_ELEMENTS (threads); i++)
    {
      g_thread_join (threads[i]);
      g_object_unref (stores[i]);
    }
  for (guint i = 0; i < G_N_ELEMENTS (ids); i++)
    {
      g_autoptr (GPtrArray) steps = sc_store_list_activities (self->store, ids[i], NULL);

      g_assert_cmpuint (steps->len, ==, 1);
    }
  assert_parked (self, 20, 0);
  sc_clock_set (0);
}

int
main (int    argc,
      char **argv)
{
  g_test_init (&argc, &argv, NULL);

  g_test_add_func ("/parking/park-and-unpark", test_park_and_unpark);
  g_test_add_func ("/parking/read-after-its-day", test_read_after_its_day);
  g_test_add_func ("/parking/wake", test_wake);
  g_test_add_func ("/parking/wake-once", test_wake_once);

  return g_test_run ();
}
