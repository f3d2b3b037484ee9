/* SPDX-License-Identifier: GPL-3.0-or-later */

#include <sqlite3.h>

#include "change/day-fixture.h"

/* Monday is today, so that the week ends on the sixth day behind it. */
typedef struct {
  const char *title;
  int step; /* days from today; NONE for no step */
  int payment;
} Sown;

#define NONE 1000

static gint64
add (ChangeFixture *self,
     const Sown    *sown)
{
  gint64 id = change_fixture_add (self, sown->title, "A");
  g_autoptr (ScDeal) deal = change_fixture_load (self, id);
  char note[] = "";

  if (sown->step != NONE)
    change_fixture_run (self, sc_command_add_activity (deal, "Call", (ScDate) ((int) TODAY + sown->step)));
  if (sown->payment != NONE)
    {
      ScPayment payment = { .amount = sc_money_new (5000, "EUR"), .due = (ScDate) ((int) TODAY + sown->payment), .note = note };

      change_fixture_run (self, sc_command_add_payment (deal, &payment));
    }

  return id;
}

/* Of each group how many there are, and the deals that are listed. */
static char *
show (ChangeFixture *self,
      guint          limit)
{
  g_autoptr (GString) shown = g_string_new (NULL);
  g_autoptr (GError) error = NULL;
  g_autoptr (GPtrArray) rows = NULL;
  guint limits[SC_N_DUE_GROUPS];
  guint counts[SC_N_DUE_GROUPS];

  for (guint i = 0; i < SC_N_DUE_GROUPS; i++)
    limits[i] = limit;
  rows = sc_store_list_due (self->store, sc_clock_now (), 0, NULL, limits, counts, &error);
  g_assert_no_error (error);
  for (guint group = 0; group < SC_N_DUE_GROUPS; group++)
    {
      if (counts[group] == 0)
        continue;
      g_string_append_printf (shown, "%s%u of %u:", shown->len > 0 ? "; " : "", counts[group], group);
      for (guint i = 0; i < rows->len; i++)
        if (((ScDueRow *) rows->pdata[i])->group == group)
          g_string_append_printf (shown, " %s", ((ScDueRow *) rows->pdata[i])->deal->title);
    }

  return g_string_free (g_steal_pointer (&shown), FALSE);
}

static void
assert_due (ChangeFixture *self,
            guint          limit,
            const char    *expected)
{
  g_autofree char *shown = show (self, limit);

  g_assert_cmpstr (shown, ==, expected);
}

static guint
count_of (ChangeFixture *self,
          const char    *process_id)
{
  const guint limits[SC_N_DUE_GROUPS] = { 0 };
  guint counts[SC_N_DUE_GROUPS];
  g_autoptr (GError) error = NULL;
  g_autoptr (GPtrArray) rows = sc_store_list_due (self->store, sc_clock_now (), 0, process_id, limits, counts, &error);
  guint n = 0;

  g_assert_no_error (error);
  for (guint i = 0; i < SC_N_DUE_GROUPS; i++)
    n += counts[i];

  return n;
}

static const Sown sown[] = {
  { "long-ago", -100, NONE }, { "friday", -3, NONE }, { "unpaid", 30, -10 }, { "now", 0, NONE },
  { "sunday", 6, NONE }, { "tuesday", 1, NONE }, { "next-monday", 7, NONE }, { "pays-now", 30, 0 },
  { "pays-later", 30, 8 }, { "bare-1", NONE, NONE }, { "bare-2", NONE, NONE },
};

/* Nothing is cut in silence, what is due stands in its group, and the nearest is first. */
static void
test_groups (void)
{
  g_autoptr (ChangeFixture) self = change_fixture_new ();

  day_fixture_set_day (TODAY);
  for (guint i = 0; i < G_N_ELEMENTS (sown); i++)
    add (self, &sown[i]);

  assert_due (self, 100, "3 of 0: friday unpaid long-ago; 1 of 1: now; 2 of 2: tuesday sunday; 1 of 3: pays-now; "
              "2 of 4: bare-2 bare-1");
  assert_due (self, 2, "3 of 0: friday unpaid; 1 of 1: now; 2 of 2: tuesday sunday; 1 of 3: pays-now; 2 of 4: bare-2 bare-1");
  assert_due (self, 0, "3 of 0:; 1 of 1:; 2 of 2:; 1 of 3:; 2 of 4:");

  /* Another process has nothing of it. */
  g_assert_cmpuint (count_of (self, self->process_id), ==, 9);
  g_assert_cmpuint (count_of (self, "another"), ==, 0);

  /* On Sunday the week has nothing more to come; three working days from Monday are over,
   * and who came in last is late for the shortest time. */
  day_fixture_set_day (TODAY + 6);
  assert_due (self, 1, "6 of 0: tuesday; 1 of 1: sunday; 2 of 4: bare-2; 11 of 5: long-ago");
  sc_clock_set (0);
}

static void
run_sql (ChangeFixture *self,
         const char    *sql)
{
  sqlite3 *database = NULL;

  g_assert_cmpint (sqlite3_open (self->base->path, &database), ==, SQLITE_OK);
  g_assert_cmpint (sqlite3_exec (database, sql, NULL, NULL, NULL), ==, SQLITE_OK);
  sqlite3_close (database);
}

/* By Boris, who has no account here: the user makes the change, and it is put down to him. */
static void
hand_over_by_boris (ChangeFixture *self,
                    gint64         id,
                    gint64         owner_id)
{
  g_autoptr (ScDeal) deal = change_fixture_load (self, id);
  g_autoptr (ScDeal) to_me = sc_deal_copy (deal);

  to_me->owner_id = owner_id;
  g_clear_pointer (&to_me->owner, g_free);
  change_fixture_run (self, sc_command_edit_deal (deal, to_me, SC_DEAL_FIELD_OWNER));
  run_sql (self, "UPDATE change SET user_id = (SELECT id FROM user WHERE name = 'Boris')"
           " WHERE id = (SELECT max(id) FROM change)");
}

static gint64
add_of_boris (ChangeFixture *self,
              const char    *title)
{
  gint64 id = add (self, &(Sown) { title, 30, NONE });
  g_autoptr (ScDeal) deal = change_fixture_load (self, id);
  g_autoptr (ScDeal) his = sc_deal_copy (deal);

  his->owner_id = 0;
  g_set_str (&his->owner, "Boris");
  change_fixture_run (self, sc_command_edit_deal (deal, his, SC_DEAL_FIELD_OWNER));

  return id;
}

static void
test_handed (void)
{
  g_autoptr (ChangeFixture) self = change_fixture_new ();
  g_autoptr (ScDeal) seen = NULL;
  g_autoptr (ScDeal) called = NULL;
  gint64 first, second, me;

  day_fixture_set_day (TODAY);
  first = add_of_boris (self, "first");
  second = add_of_boris (self, "second");
  me = sc_store_get_user (self->store);
  assert_due (self, 10, "");

  hand_over_by_boris (self, first, me);
  hand_over_by_boris (self, second, me);
  assert_due (self, 1, "2 of 8: second");

  /* “Got It”, or anything that the user does; and when that is taken back, it waits again. */
  seen = change_fixture_load (self, first);
  change_fixture_run (self, sc_command_take_on_deal (seen));
  assert_due (self, 10, "1 of 8: second");
  day_fixture_undo (self);
  assert_due (self, 10, "2 of 8: second first");
  called = change_fixture_load (self, second);
  change_fixture_run (self, sc_command_add_activity (called, "Call", TODAY + 40));
  assert_due (self, 10, "1 of 8: first");
  sc_clock_set (0);
}

/* All of them in one change, which is taken back as one. */
static void
test_many_at_once (void)
{
  g_autoptr (ChangeFixture) self = change_fixture_new ();
  const guint limits[SC_N_DUE_GROUPS] = { 100 };
  g_autoptr (GPtrArray) rows = NULL;
  g_autoptr (GPtrArray) steps = g_ptr_array_new ();
  const ScDeal boris = { .owner = (char *) "Boris" };
  gint64 ids[2];

  day_fixture_set_day (TODAY);
  ids[0] = add (self, &sown[0]);
  ids[1] = add (self, &sown[1]);
  assert_due (self, 10, "2 of 0: friday long-ago");

  change_fixture_run (self, sc_command_lose_deals (ids, 2, "Old"));
  assert_due (self, 10, "");
  day_fixture_undo (self);
  assert_due (self, 10, "2 of 0: friday long-ago");

  change_fixture_run (self, sc_command_edit_deals (ids, 2, &boris, SC_DEAL_FIELD_OWNER));
  for (guint i = 0; i < 2; i++)
    {
      g_autoptr (ScDeal) deal = change_fixture_load (self, ids[i]);

      g_assert_cmpstr (deal->owner, ==, "Boris");
    }
  day_fixture_undo (self);

  rows = sc_store_list_due (self->store, sc_clock_now (), 0, NULL, limits, NULL, NULL);
  for (guint i = 0; i < rows->len; i++)
    g_ptr_array_add (steps, ((ScDueRow *) rows->pdata[i])->activity);
  change_fixture_run (self, sc_command_complete_activities (steps));
  assert_due (self, 10, "2 of 4: friday long-ago");
  day_fixture_undo (self);
  assert_due (self, 10, "2 of 0: friday long-ago");
  sc_clock_set (0);
}

int
main (int    argc,
      char **argv)
{
  g_test_init (&argc, &argv, NULL);

  g_test_add_func ("/due/groups", test_groups);
  g_test_add_func ("/due/handed", test_handed);
  g_test_add_func ("/due/many-at-once", test_many_at_once);

  return g_test_run ();
}
