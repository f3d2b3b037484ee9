/* SPDX-License-Identifier: GPL-3.0-or-later */

/* How deals went through their stages is kept beside their histories, whatever was
 * changed, taken back and made again; and is read as it was on a day. */

#include "change/change-fixture.h"
#include "change/day-fixture.h"
#include "change/random-deal-changes.h"
#include "change/sc-import-history.h"
#include "change/visits-fixture.h"
#include "model/sc-edit.h"
#include "store/sc-store-visits.h"

#define HOW_OFTEN_MORE 20
#include "how-often.h"

static void
assert_visits (ChangeFixture *self,
               gint64         id,
               const char    *expected)
{
  g_autofree char *visits = visits_fixture_show (self, id);

  g_assert_cmpstr (visits, ==, expected);
  visits_fixture_check (self);
}

static void
lose (ChangeFixture *self,
      gint64         id)
{
  g_autoptr (ScDeal) deal = change_fixture_load (self, id);

  change_fixture_run (self, sc_command_lose_deal (deal, NULL));
}

static void
reopen (ChangeFixture *self,
        gint64         id)
{
  g_autoptr (ScDeal) deal = change_fixture_load (self, id);

  change_fixture_run (self, sc_command_reopen_deal (deal));
}

static void
redo (ChangeFixture *self)
{
  change_fixture_run (self, sc_command_redo (SC_CHANGES_OF_WINDOW, NULL));
}

static void
test_ways_through (void)
{
  g_autoptr (ChangeFixture) self = change_fixture_new ();
  g_autoptr (ScDeal) deal = NULL;
  gint64 id;

  day_fixture_set_day (TODAY);
  id = change_fixture_add (self, "deal", "A");
  assert_visits (self, id, "A");
  day_fixture_move (self, id, "C");
  day_fixture_move (self, id, "B");
  assert_visits (self, id, "A on, C back, B");
  lose (self, id);
  assert_visits (self, id, "A on, C back, B lost");
  reopen (self, id);
  assert_visits (self, id, "A on, C back, B lost, B");

  /* Passing the client mark closes nothing. */
  deal = change_fixture_load (self, id);
  change_fixture_run (self, sc_command_win_deal (deal, NULL));
  assert_visits (self, id, "A on, C back, B lost, B on, E");
  day_fixture_move (self, id, "F");
  g_clear_pointer (&deal, sc_deal_unref);
  deal = change_fixture_load (self, id);
  change_fixture_run (self, sc_command_complete_deal (deal, NULL));
  assert_visits (self, id, "A on, C back, B lost, B on, E on, F completed");
  reopen (self, id);
  lose (self, id);
  assert_visits (self, id, "A on, C back, B lost, B on, E on, F completed, F ended-early");
  sc_clock_set (0);
}

static void
test_taken_back (void)
{
  g_autoptr (ChangeFixture) self = change_fixture_new ();
  g_autofree char *start = visits_fixture_dump (self);
  g_autofree char *end = NULL;
  g_autofree char *now = NULL;
  gint64 id = change_fixture_add (self, "deal", "A");
  gint64 other = change_fixture_add (self, "other", "A");
  gint64 ids[] = { id, other };
  g_autoptr (ScDeal) deal = NULL;

  day_fixture_move (self, id, "B");
  change_fixture_run (self, sc_command_move_deals (ids, 2, change_fixture_get_stage (self, "D"), NULL));
  assert_visits (self, id, "A on, B on, D");
  deal = change_fixture_load (self, other);
  change_fixture_run (self, sc_command_delete_deal (deal));
  assert_visits (self, other, "");
  end = visits_fixture_dump (self);

  day_fixture_undo (self);
  assert_visits (self, other, "A on, D");
  day_fixture_undo (self);
  assert_visits (self, other, "A");
  assert_visits (self, id, "A on, B");
  day_fixture_undo (self);
  assert_visits (self, id, "A");
  day_fixture_undo (self);
  day_fixture_undo (self);
  now = visits_fixture_dump (self);
  g_assert_cmpstr (now, ==, start);

  for (guint i = 0; i < 5; i++)
    redo (self);
  g_free (now);
  now = visits_fixture_dump (self);
  g_assert_cmpstr (now, ==, end);
}

static void
test_publication (void)
{
  g_autoptr (ChangeFixture) self = change_fixture_new ();
  g_autoptr (ScProcess) process = sc_store_load_process (self->store, self->process_id, NULL);
  g_autoptr (GHashTable) moves = g_hash_table_new (g_str_hash, g_str_equal);
  g_autoptr (GPtrArray) edits = sc_edits_new ();
  gint64 id = change_fixture_add (self, "deal", "B");
  gint64 other = change_fixture_add (self, "other", "D");

  g_ptr_array_add (edits, sc_edit_remove_stage (self->version, change_fixture_get_stage (self, "B")));
  g_hash_table_insert (moves, (gpointer) change_fixture_get_stage (self, "B"), (gpointer) change_fixture_get_stage (self, "C"));
  change_fixture_run (self, sc_command_edit_version (self->process_id, "Edit", edits));
  change_fixture_run (self, sc_command_publish (process, moves));
  assert_visits (self, id, "B published, C");
  day_fixture_move (self, id, "D");
  assert_visits (self, id, "B published, C on, D");
  day_fixture_undo (self);
  day_fixture_undo (self);
  assert_visits (self, id, "B");
  redo (self);
  assert_visits (self, id, "B published, C");
  assert_visits (self, other, "D");
}

/* A table of one deal, and then its history. */
typedef struct {
  ChangeFixture *fixture;
  guint at;
  ScDealStatus status;
  ScDate started;
  ScDate closed;
} Table;

static gboolean
next_row (ScImportRow *row,
          gpointer     user_data,
          GError     **error)
{
  Table *self = user_data;

  if (self->at++ > 0)
    return FALSE;

  row->external_id = (char *) "x";
  row->title = (char *) "Imported";
  row->status = self->status;
  row->stage_id = (char *) change_fixture_get_stage (self->fixture, "B");
  row->started = self->started;
  row->closed = self->closed;

  return TRUE;
}

static gboolean
next_entry (ScImportHistoryRow *row,
            gpointer            user_data,
            GError            **error)
{
  Table *self = user_data;
  static const char *const names[] = { "A", "B" };
  const guint days[] = { 1, 5 };

  if (self->at >= G_N_ELEMENTS (names))
    return FALSE;

  row->external_id = "x";
  row->stage_id = change_fixture_get_stage (self->fixture, names[self->at]);
  /* The second one in the afternoon of the day on which the deal was lost. */
  row->entered_at = sc_date_to_instant (sc_date_new (2026, 3, days[self->at])) + 3 * G_TIME_SPAN_HOUR;
  row->is_day = FALSE;
  self->at++;

  return TRUE;
}

static void
refuse_entry (gpointer user_data)
{
  g_assert_not_reached ();
}

static gint64
find_imported (ChangeFixture *self)
{
  g_autoptr (ScDealQuery) query = sc_deal_query_new (self->process_id);
  g_autoptr (GPtrArray) deals = sc_store_list_deals (self->store, query, 0, NULL, NULL);

  g_assert_cmpuint (deals->len, ==, 1);

  return ((ScDeal *) deals->pdata[0])->id;
}

static void
test_imported (void)
{
  g_autoptr (ChangeFixture) self = change_fixture_new ();
  Table table = { self, 0, SC_DEAL_LOST, sc_date_new (2026, 3, 1), sc_date_new (2026, 3, 5) };
  g_autofree char *start = visits_fixture_dump (self);
  g_autofree char *now = NULL;
  ScImportCounts counts;
  gint64 id;

  change_fixture_run (self, sc_command_import_deals (self->process_id, "Import", next_row, &table, &counts));
  id = find_imported (self);
  assert_visits (self, id, "B? lost");

  /* What is told takes the place of what was worked out; what happened on its last day came
   * before its end. */
  table.at = 0;
  change_fixture_run (self, sc_command_import_history (self->process_id, "History", next_entry, refuse_entry, &table,
                                                       FALSE, &counts));
  assert_visits (self, id, "A on, B lost");
  day_fixture_undo (self);
  assert_visits (self, id, "B? lost");
  day_fixture_undo (self);
  now = visits_fixture_dump (self);
  g_assert_cmpstr (now, ==, start);
  redo (self);
  redo (self);
  assert_visits (self, id, "A on, B lost");
}

/* What the file says of a deal that ended before it began. */
static void
test_ended_before_it_began (void)
{
  g_autoptr (ChangeFixture) self = change_fixture_new ();
  Table table = { self, 0, SC_DEAL_LOST, sc_date_new (2026, 3, 5), sc_date_new (2026, 3, 1) };
  ScImportCounts counts;

  change_fixture_run (self, sc_command_import_deals (self->process_id, "Import", next_row, &table, &counts));
  visits_fixture_check (self);
}

/* The groups, a line each: “B 30-02 lost known last 1 parked 01-02”, by their days of the
 * month. */
static char *
group (ChangeFixture *self,
       ScDate         as_of)
{
  const ScCohort cohort = { .process_id = self->process_id, .as_of = as_of };
  g_autoptr (GError) error = NULL;
  g_autoptr (GPtrArray) groups = sc_store_group_visits (self->store, &cohort, NULL, &error);
  g_autoptr (GString) text = g_string_new (NULL);

  g_assert_no_error (error);
  for (guint i = 0; i < groups->len; i++)
    {
      const ScVisitGroup *one = groups->pdata[i];

      g_string_append_printf (text, "%s%s %u", i > 0 ? ", " : "",
                              sc_version_find_stage (self->version, one->stage_id, NULL)->name, one->entered - TODAY);
      if (one->left != SC_DATE_NONE)
        g_string_append_printf (text, "-%u %s", one->left - TODAY, sc_visit_end_get_id (one->end));
      g_string_append_printf (text, "%s%s x%u", one->is_known ? "" : " unknown", one->is_last ? "" : " again", one->n);
      for (guint j = 0; one->parked != NULL && j < one->parked->len; j++)
        g_string_append_printf (text, " parked %u-%u", g_array_index (one->parked, ScParkedDays, j).since - TODAY,
                                g_array_index (one->parked, ScParkedDays, j).until - TODAY);
    }

  return g_string_free (g_steal_pointer (&text), FALSE);
}

static void
assert_groups (ChangeFixture *self,
               ScDate         as_of,
               const char    *expected)
{
  g_autofree char *found = group (self, as_of);

  g_assert_cmpstr (found, ==, expected);
}

static void
park (ChangeFixture *self,
      gint64         id,
      ScDate         until)
{
  g_autoptr (ScDeal) deal = change_fixture_load (self, id);

  change_fixture_run (self, sc_command_park_deal (deal, until, NULL));
}

static void
test_as_of (void)
{
  g_autoptr (ChangeFixture) self = change_fixture_new ();
  gint64 id;

  day_fixture_set_day (TODAY);
  id = change_fixture_add (self, "deal", "A");
  change_fixture_add (self, "other", "A");
  day_fixture_set_day (TODAY + 3);
  day_fixture_move (self, id, "B");
  day_fixture_set_day (TODAY + 4);
  park (self, id, TODAY + 8);
  day_fixture_set_day (TODAY + 10);
  day_fixture_move (self, id, "A");
  day_fixture_set_day (TODAY + 12);
  lose (self, id);

  assert_groups (self, TODAY - 1, "");
  assert_groups (self, TODAY, "A 0 x2");
  assert_groups (self, TODAY + 3, "A 0-3 on x1, B 3 x1, A 0 x1");
  assert_groups (self, TODAY + 6, "A 0-3 on x1, B 3 x1 parked 4-6, A 0 x1");
  assert_groups (self, TODAY + 20,
                 "A 0-3 on again x1, B 3-10 back x1 parked 4-8, A 10-12 lost x1, A 0 x1");
  sc_clock_set (0);
}

static void
assert_outcome (ChangeFixture *self,
                ScDate         as_of,
                ScOutcomeKind  outcome,
                ScDate         ended)
{
  const ScCohort cohort = { .process_id = self->process_id, .as_of = as_of };
  g_autoptr (GError) error = NULL;
  g_autoptr (GPtrArray) groups = sc_store_group_outcomes (self->store, &cohort, SC_OUTCOMES_BY_OWNER, NULL, &error);
  const ScOutcomeGroup *one = groups->pdata[0];

  g_assert_no_error (error);
  g_assert_cmpuint (groups->len, ==, 1);
  g_assert_cmpuint (one->n, ==, 1);
  g_assert_cmpint (one->outcome, ==, outcome);
  g_assert_cmpuint (one->ended, ==, ended);
}

/* A decision that was taken back later was one on the days between. */
static void
test_outcomes (void)
{
  g_autoptr (ChangeFixture) self = change_fixture_new ();
  gint64 id;

  day_fixture_set_day (TODAY);
  id = change_fixture_add (self, "deal", "A");
  day_fixture_set_day (TODAY + 2);
  lose (self, id);
  assert_outcome (self, TODAY + 2, SC_OUTCOME_LOST, TODAY + 2);
  day_fixture_set_day (TODAY + 5);
  reopen (self, id);
  assert_outcome (self, TODAY + 5, SC_OUTCOME_OPEN, SC_DATE_NONE);
  day_fixture_set_day (TODAY + 7);
  day_fixture_move (self, id, "E");
  day_fixture_set_day (TODAY + 9);
  day_fixture_move (self, id, "B");
  day_fixture_set_day (TODAY + 11);
  day_fixture_move (self, id, "F");
  day_fixture_set_day (TODAY + 30);

  assert_outcome (self, TODAY + 1, SC_OUTCOME_OPEN, SC_DATE_NONE);
  assert_outcome (self, TODAY + 2, SC_OUTCOME_LOST, TODAY + 2);
  assert_outcome (self, TODAY + 4, SC_OUTCOME_LOST, TODAY + 2);
  assert_outcome (self, TODAY + 5, SC_OUTCOME_OPEN, SC_DATE_NONE);
  assert_outcome (self, TODAY + 8, SC_OUTCOME_WON, TODAY + 7);
  assert_outcome (self, TODAY + 9, SC_OUTCOME_OPEN, SC_DATE_NONE);
  assert_outcome (self, TODAY + 11, SC_OUTCOME_WON, TODAY + 11);
  assert_outcome (self, TODAY + 30, SC_OUTCOME_WON, TODAY + 11);
  sc_clock_set (0);
}

static void
set_origin (ChangeFixture *self,
            gint64         id,
            const char    *source,
            ScDate         started)
{
  g_autoptr (ScDeal) deal = change_fixture_load (self, id);
  g_autoptr (ScDeal) after = sc_deal_copy (deal);

  g_set_str (&after->source, source);
  after->started = started;
  change_fixture_run (self, sc_command_edit_deal (deal, after, SC_DEAL_FIELD_SOURCE | SC_DEAL_FIELD_STARTED));
}

/* How many deals of a cohort there are, by their outcomes and by their visits. */
static void
assert_cohort (ChangeFixture  *self,
               const ScCohort *cohort,
               guint           expected)
{
  g_autoptr (GError) error = NULL;
  g_autoptr (GPtrArray) outcomes = sc_store_group_outcomes (self->store, cohort, SC_OUTCOMES_BY_SOURCE, NULL, &error);
  g_autoptr (GPtrArray) visits = sc_store_group_visits (self->store, cohort, NULL, &error);
  g_autoptr (GArray) list = sc_store_list_visits (self->store, cohort, change_fixture_get_stage (self, "A"), NULL, &error);
  guint n_deals = 0, n_visits = 0;

  g_assert_no_error (error);
  for (guint i = 0; i < outcomes->len; i++)
    n_deals += ((ScOutcomeGroup *) outcomes->pdata[i])->n;
  for (guint i = 0; i < visits->len; i++)
    n_visits += ((ScVisitGroup *) visits->pdata[i])->n;
  g_assert_cmpuint (n_deals, ==, expected);
  g_assert_cmpuint (n_visits, ==, expected);
  g_assert_cmpuint (list->len, ==, expected);
}

static void
test_cohorts (void)
{
  g_autoptr (ChangeFixture) self = change_fixture_new ();
  g_autoptr (ScProcess) process = sc_store_load_process (self->store, self->process_id, NULL);
  g_autoptr (GPtrArray) edits = sc_edits_new ();
  ScCohort cohort = { .process_id = self->process_id, .as_of = TODAY };
  gint64 id, other;

  day_fixture_set_day (TODAY);
  id = change_fixture_add (self, "deal", "A");
  g_ptr_array_add (edits, sc_edit_remove_stage (self->version, change_fixture_get_stage (self, "B")));
  change_fixture_run (self, sc_command_edit_version (self->process_id, "Edit", edits));
  change_fixture_run (self, sc_command_publish (process, NULL));
  other = change_fixture_add (self, "other", "A");
  change_fixture_add (self, "third", "A");
  set_origin (self, id, "Fair", TODAY - 10);
  set_origin (self, other, "Web", TODAY - 5);

  assert_cohort (self, &cohort, 3);
  cohort.source = "Web";
  assert_cohort (self, &cohort, 1);
  cohort.source = NULL;
  cohort.version = 1;
  assert_cohort (self, &cohort, 1);
  cohort.version = 2;
  assert_cohort (self, &cohort, 2);
  cohort.version = 0;
  cohort.owner_id = 4711;
  assert_cohort (self, &cohort, 0);
  cohort.owner_id = 0;
  cohort.to = TODAY - 5;
  assert_cohort (self, &cohort, 2);
  cohort.from = TODAY - 6;
  assert_cohort (self, &cohort, 1);
  sc_clock_set (0);
}

static void
test_random_changes (void)
{
  for (guint sequence = 0; sequence < how_often (3); sequence++)
    {
      g_autoptr (ChangeFixture) self = change_fixture_new ();
      ScInstant now = sc_date_to_instant (TODAY);

      for (guint i = 0; i < 5; i++)
        change_fixture_add (self, "deal", "A");
      for (guint i = 0; i < 60; i++)
        {
          g_autoptr (ScDeal) deal = random_changes_pick_deal (self);
          int what = g_test_rand_int_range (0, 6);
          ScCommand *command = deal == NULL || what == 0 ? sc_command_undo (SC_CHANGES_OF_WINDOW, NULL)
                               : what == 1 ? sc_command_redo (SC_CHANGES_OF_WINDOW, NULL)
                               : random_changes_of_deal (self, deal);
          g_autoptr (ScOutcome) outcome = NULL;

          now += g_test_rand_int_range (0, 30) * G_TIME_SPAN_HOUR;
          sc_clock_set (now);
          outcome = sc_command_run (command, self->store, NULL, NULL);
          visits_fixture_check (self);
          if (self->version == NULL)
            break;
        }
      change_fixture_check_totals (self);
      sc_clock_set (0);
    }
}

int
main (int    argc,
      char **argv)
{
  g_test_init (&argc, &argv, NULL);

  g_test_add_func ("/change/visits/ways-through", test_ways_through);
  g_test_add_func ("/change/visits/taken-back", test_taken_back);
  g_test_add_func ("/change/visits/publication", test_publication);
  g_test_add_func ("/change/visits/imported", test_imported);
  g_test_add_func ("/change/visits/ended-before-it-began", test_ended_before_it_began);
  g_test_add_func ("/change/visits/as-of", test_as_of);
  g_test_add_func ("/change/visits/outcomes", test_outcomes);
  g_test_add_func ("/change/visits/cohorts", test_cohorts);
  g_test_add_func ("/change/visits/random-changes", test_random_changes);

  return g_test_run ();
}
