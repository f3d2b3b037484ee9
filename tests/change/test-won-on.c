/* SPDX-License-Identifier: GPL-3.0-or-later */

/* The day on which a deal is won is that on which it passes the client mark. */

#include "change/change-fixture.h"
#include "change/day-fixture.h"
#include "model/sc-edit.h"

static void
test_won_on (void)
{
  g_autoptr (ChangeFixture) self = change_fixture_new ();
  gint64 id;

  day_fixture_set_day (TODAY);
  id = change_fixture_add (self, "deal", "A");
  day_fixture_assert_won_on (self, id, "open", "none");
  day_fixture_set_day (TODAY + 1);
  day_fixture_move (self, id, "E");
  day_fixture_assert_won_on (self, id, "won", "2026-12-01");
  day_fixture_set_day (TODAY + 2);
  day_fixture_move (self, id, "F");
  day_fixture_assert_won_on (self, id, "won", "2026-12-01");
  {
    g_autoptr (ScDeal) deal = change_fixture_load (self, id);

    change_fixture_run (self, sc_command_lose_deal (deal, "Too slow"));
  }
  day_fixture_assert_won_on (self, id, "ended-early", "2026-12-01");
  day_fixture_undo (self);
  day_fixture_assert_won_on (self, id, "won", "2026-12-01");
  day_fixture_move (self, id, "D");
  day_fixture_assert_won_on (self, id, "open", "none");
  day_fixture_undo (self);
  day_fixture_assert_won_on (self, id, "won", "2026-12-01");
  day_fixture_move (self, id, "B");
  {
    g_autoptr (ScDeal) deal = change_fixture_load (self, id);

    change_fixture_run (self, sc_command_lose_deal (deal, "Too slow"));
    day_fixture_assert_won_on (self, id, "lost", "none");
    day_fixture_undo (self);
    change_fixture_run (self, sc_command_complete_deal (deal, NULL));
  }
  day_fixture_assert_won_on (self, id, "completed", "2026-12-02");
  sc_clock_set (0);
}

static void
set_mark (ChangeFixture *self,
          const char    *name)
{
  g_autoptr (ScVersion) version = sc_store_load_version (self->store, self->process_id, SC_VERSION_WANTED_CURRENT, NULL);
  const ScStage *stage = sc_version_find_stage_by_name (version, name, NULL);
  g_autoptr (GPtrArray) edits = g_ptr_array_new_with_free_func ((GDestroyNotify) sc_edit_free);

  g_assert_true (sc_version_do (&version, edits, sc_edit_set_mark (version, stage->id), NULL));
  change_fixture_run (self, sc_command_edit_version (self->process_id, "Mark", edits));
}

/* A mark that is put elsewhere wins deals on that day, or takes that back. */
static void
test_won_on_follows_the_mark (void)
{
  g_autoptr (ChangeFixture) self = change_fixture_new ();
  gint64 id, other;

  day_fixture_set_day (TODAY);
  id = change_fixture_add (self, "deal", "C");
  other = change_fixture_add (self, "other", "A");
  day_fixture_set_day (TODAY + 3);
  set_mark (self, "B");
  change_fixture_publish (self);
  day_fixture_assert_won_on (self, id, "won", "2026-12-03");
  day_fixture_assert_won_on (self, other, "open", "none");
  day_fixture_undo (self);
  day_fixture_assert_won_on (self, id, "open", "none");
  sc_clock_set (0);
}

/* Many are moved in another way. */
static void
test_won_on_of_many (void)
{
  g_autoptr (ChangeFixture) self = change_fixture_new ();
  gint64 ids[500];

  day_fixture_set_day (TODAY);
  for (guint i = 0; i < G_N_ELEMENTS (ids); i++)
    ids[i] = change_fixture_add (self, "deal", "A");
  change_fixture_run (self, sc_command_move_deals (ids, G_N_ELEMENTS (ids), change_fixture_get_stage (self, "F"), NULL));
  day_fixture_assert_won_on (self, ids[0], "won", "2026-11-30");
  day_fixture_assert_won_on (self, ids[499], "won", "2026-11-30");
  day_fixture_set_day (TODAY + 1);
  change_fixture_run (self, sc_command_move_deals (ids, G_N_ELEMENTS (ids), change_fixture_get_stage (self, "B"), NULL));
  day_fixture_assert_won_on (self, ids[499], "open", "none");
  day_fixture_undo (self);
  day_fixture_assert_won_on (self, ids[499], "won", "2026-11-30");
  day_fixture_undo (self);
  day_fixture_assert_won_on (self, ids[499], "open", "none");
  change_fixture_check_totals (self);
  sc_clock_set (0);
}

int
main (int    argc,
      char **argv)
{
  g_test_init (&argc, &argv, NULL);

  g_test_add_func ("/parking/won-on", test_won_on);
  g_test_add_func ("/parking/won-on-follows-the-mark", test_won_on_follows_the_mark);
  g_test_add_func ("/parking/won-on-of-many", test_won_on_of_many);

  return g_test_run ();
}
