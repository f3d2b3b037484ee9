/* SPDX-License-Identifier: GPL-3.0-or-later */

/* Deals as they are changed: closed, counted, found, and what their history says. */

#include "change/change-fixture.h"
#include "change/deals-tests.h"
#include "change/sc-event-text.h"
#include "model/sc-age.h"
#include "store/sc-deal-criteria.h"
#include "store/sc-deal-search.h"

static void
assert_status (ChangeFixture *self,
               gint64         id,
               ScDealStatus   status)
{
  g_autoptr (ScDeal) deal = change_fixture_load (self, id);

  g_assert_cmpint (deal->status, ==, status);
  change_fixture_check_totals (self);
}

/* A won deal that breaks off ended early; it is never lost. */
static void
test_closing (void)
{
  g_autoptr (ChangeFixture) self = change_fixture_new ();
  gint64 id = change_fixture_add (self, "deal", "B");
  ScDealStatus way[] = { SC_DEAL_LOST, SC_DEAL_OPEN, SC_DEAL_WON, SC_DEAL_ENDED_EARLY, SC_DEAL_WON, SC_DEAL_COMPLETED };

  for (guint i = 0; i < G_N_ELEMENTS (way); i++)
    {
      g_autoptr (ScDeal) deal = change_fixture_load (self, id);
      ScCommand *commands[] = { sc_command_lose_deal (deal, "Price"), sc_command_reopen_deal (deal),
                                sc_command_win_deal (deal, NULL), sc_command_lose_deal (deal, "Left"),
                                sc_command_reopen_deal (deal), sc_command_complete_deal (deal, NULL) };

      for (guint j = 0; j < G_N_ELEMENTS (commands); j++)
        if (j == i)
          change_fixture_run (self, commands[j]);
        else
          sc_command_free (commands[j]);
      assert_status (self, id, way[i]);
    }
}

static void
test_bad_deals (void)
{
  g_autoptr (ChangeFixture) self = change_fixture_new ();
  gint64 id = change_fixture_add (self, "deal", "A");
  g_autoptr (ScDeal) seen = change_fixture_load (self, id);
  g_autoptr (ScDeal) edited = sc_deal_copy (seen);
  g_autofree char *before = store_fixture_dump (self->base);
  g_autofree char *after = NULL;

  g_set_str (&edited->title, " ");
  edited->value = sc_money_new (-5, "EUR");
  edited->probability = 2;
  change_fixture_refuse (self, sc_command_edit_deal (seen, edited, SC_DEAL_FIELD_TITLE),
                         SC_STORE_ERROR, SC_STORE_ERROR_INVALID);
  change_fixture_refuse (self, sc_command_edit_deal (seen, edited, SC_DEAL_FIELD_VALUE),
                         SC_STORE_ERROR, SC_STORE_ERROR_INVALID);
  change_fixture_refuse (self, sc_command_edit_deal (seen, edited, SC_DEAL_FIELD_PROBABILITY),
                         SC_STORE_ERROR, SC_STORE_ERROR_INVALID);
  change_fixture_refuse (self, sc_command_reopen_deal (seen), SC_STORE_ERROR, SC_STORE_ERROR_INVALID);
  after = store_fixture_dump (self->base);
  g_assert_cmpstr (before, ==, after);
}

guint
deals_tests_count_events (ChangeFixture *self,
                          gint64         id,
                          const char    *field)
{
  g_autoptr (GError) error = NULL;
  g_autoptr (GPtrArray) events = sc_store_list_events (self->store, id, &error);
  guint n = 0;

  g_assert_no_error (error);
  for (guint i = 0; i < events->len; i++)
    {
      ScDealEvent *event = events->pdata[i];

      if (!event->is_voided && g_strcmp0 (event->field, field) == 0)
        n++;
    }

  return n;
}

static void
test_history (void)
{
  g_autoptr (ChangeFixture) self = change_fixture_new ();
  gint64 id = change_fixture_add (self, "deal", "A");
  g_autoptr (ScDeal) seen = change_fixture_load (self, id);
  g_autoptr (ScDeal) edited = sc_deal_copy (seen);
  const ScStage *stage = sc_version_get_stage (self->version, 0);
  const ScCriterion *criterion = stage->criteria->pdata[0];
  g_autoptr (GPtrArray) events = NULL;
  ScDealEvent *event;

  edited->value = sc_money_new (5000, "EUR");
  edited->probability = 0.5;
  edited->expected_close = sc_date_new (2026, 12, 24);
  change_fixture_run (self, sc_command_edit_deal (seen, edited, SC_DEAL_FIELD_VALUE | SC_DEAL_FIELD_PROBABILITY |
                                                  SC_DEAL_FIELD_EXPECTED_CLOSE));
  change_fixture_run (self, sc_command_move_deal (seen, change_fixture_get_stage (self, "B"), -1, NULL));
  g_assert_cmpuint (deals_tests_count_events (self, id, "stage"), ==, 2);
  g_assert_cmpuint (deals_tests_count_events (self, id, "value"), ==, 1);
  g_assert_cmpuint (deals_tests_count_events (self, id, "probability"), ==, 1);
  g_assert_cmpuint (deals_tests_count_events (self, id, "expected_close"), ==, 1);
  g_assert_cmpuint (deals_tests_count_events (self, id, "overridden"), ==, 1);

  events = sc_store_list_events (self->store, id, NULL);
  event = events->pdata[0];
  g_assert_cmpstr (event->field, ==, "overridden");
  g_assert_cmpstr (event->new_value, ==, criterion->id);
  g_assert_cmpstr (event->note, ==, "A is done");
  event = events->pdata[1];
  g_assert_cmpstr (event->field, ==, "stage");
  g_assert_cmpstr (event->old_value, ==, "A");
  g_assert_cmpstr (event->new_value, ==, "B");

  change_fixture_run (self, sc_command_undo (SC_CHANGES_OF_WINDOW, NULL));
  g_assert_cmpuint (deals_tests_count_events (self, id, "stage"), ==, 1);
}

guint
deals_tests_count_ticks (ChangeFixture *self,
                         gint64         id)
{
  g_autoptr (GPtrArray) ticks = sc_store_list_ticks (self->store, id, NULL);

  return ticks->len;
}

/* What a stage still wants to be ticked, told for several deals at once. */
static void
test_open_criteria_are_counted (void)
{
  g_autoptr (ChangeFixture) self = change_fixture_new ();
  gint64 ids[2] = { change_fixture_add (self, "one", "A"), change_fixture_add (self, "two", "A") };
  g_autoptr (ScDeal) deal = change_fixture_load (self, ids[0]);
  const ScStage *stage = sc_version_get_stage (self->version, 0);
  const ScCriterion *criterion = stage->criteria->pdata[0];
  const char *ticked[] = { criterion->id, NULL };
  g_autoptr (GPtrArray) open = sc_store_list_open_criteria (self->store, self->version, stage, ids, 2, NULL);
  const ScOpenCriterion *first;

  g_assert_cmpuint (open->len, ==, stage->criteria->len);
  first = open->pdata[0];
  g_assert_cmpstr (first->criterion->id, ==, criterion->id);
  g_assert_cmpstr (first->stage->id, ==, stage->id);
  g_assert_cmpuint (first->n_deals, ==, 2);

  change_fixture_run (self, sc_command_tick (deal, ticked, TRUE));
  g_ptr_array_unref (open);
  open = sc_store_list_open_criteria (self->store, self->version, stage, ids, 2, NULL);
  first = open->pdata[0];
  g_assert_cmpuint (first->n_deals, ==, 1);

  g_ptr_array_unref (open);
  open = sc_store_list_open_criteria (self->store, self->version, stage, ids, 1, NULL);
  g_assert_cmpuint (open->len, ==, stage->criteria->len - 1);
}

static guint
count_uses (ChangeFixture *self,
            gint64         deal_id)
{
  g_autoptr (GPtrArray) uses = sc_store_list_tactic_uses (self->store, deal_id, NULL);

  return uses->len;
}

/* Each time counts, and taking it back takes the count back. */
static void
test_tactics_are_counted (void)
{
  g_autoptr (ChangeFixture) self = change_fixture_new ();
  gint64 id = change_fixture_add (self, "one", "A");
  gint64 other = change_fixture_add (self, "two", "A");
  g_autoptr (ScDeal) deal = change_fixture_load (self, id);
  ScTactic *tactic = sc_version_get_stage (self->version, 1)->tactics->pdata[0];
  g_autoptr (ScTactic) unknown = sc_tactic_new ("Unknown", "");
  g_autofree char *before = store_fixture_dump (self->base);
  g_autoptr (GPtrArray) uses = NULL;
  const ScTacticUse *use;

  change_fixture_run (self, sc_command_use_tactic (deal, tactic));
  change_fixture_run (self, sc_command_use_tactic (deal, tactic));
  uses = sc_store_list_tactic_uses (self->store, id, NULL);
  use = uses->pdata[0];
  g_assert_cmpuint (uses->len, ==, 2);
  g_assert_cmpstr (use->tactic_id, ==, tactic->id);
  g_assert_cmpint (use->used_at, >, 0);
  g_assert_nonnull (use->user);
  g_assert_cmpuint (count_uses (self, other), ==, 0);

  change_fixture_refuse (self, sc_command_use_tactic (deal, unknown), SC_STORE_ERROR, SC_STORE_ERROR_NOT_FOUND);
  change_fixture_run (self, sc_command_undo (SC_CHANGES_OF_WINDOW, NULL));
  g_assert_cmpuint (count_uses (self, id), ==, 1);
  change_fixture_run (self, sc_command_undo (SC_CHANGES_OF_WINDOW, NULL));
  g_assert_cmpuint (count_uses (self, id), ==, 0);
  store_fixture_assert_dump (self->base, before);
}

/* So does what completing or winning asks for. */
static void
test_completion_is_one_change (void)
{
  g_autoptr (ChangeFixture) self = change_fixture_new ();
  gint64 id = change_fixture_add (self, "deal", "A");
  g_autoptr (ScDeal) deal = change_fixture_load (self, id);
  const ScCriterion *criterion = sc_version_get_stage (self->version, 0)->criteria->pdata[0];
  const char *ids_ticked[] = { criterion->id, NULL };
  g_autoptr (ScGateAnswers) ticked = sc_gate_answers_new_ticked (ids_ticked);
  g_autofree char *before = store_fixture_dump (self->base);

  change_fixture_run (self, sc_command_win_deal (deal, ticked));
  g_assert_cmpuint (deals_tests_count_ticks (self, id), ==, 1);
  change_fixture_run (self, sc_command_undo (SC_CHANGES_OF_WINDOW, NULL));
  store_fixture_assert_dump (self->base, before);
  change_fixture_run (self, sc_command_complete_deal (deal, ticked));
  g_assert_cmpuint (deals_tests_count_ticks (self, id), ==, 1);
  g_assert_cmpuint (deals_tests_count_events (self, id, "overridden"), ==, 0);
  change_fixture_run (self, sc_command_undo (SC_CHANGES_OF_WINDOW, NULL));
  store_fixture_assert_dump (self->base, before);
}

static char *
show_totals (GPtrArray *totals)
{
  g_autoptr (GPtrArray) lines = g_ptr_array_new_with_free_func (g_free);

  for (guint i = 0; i < totals->len; i++)
    {
      ScStageTotal *total = totals->pdata[i];

      g_ptr_array_add (lines, g_strdup_printf ("%s %d %s %u %" G_GINT64_FORMAT, total->stage_id, total->status,
                                               total->currency, total->n_deals, total->sum_minor));
    }
  g_ptr_array_sort_values (lines, (GCompareFunc) g_strcmp0);
  g_ptr_array_add (lines, NULL);

  return g_strjoinv ("\n", (char **) lines->pdata);
}

/* The pipeline of each of ten days is told from the deals' histories. */
static void
test_past (void)
{
  g_autoptr (ChangeFixture) self = change_fixture_new ();
  g_autoptr (ScDealQuery) query = sc_deal_query_new (self->process_id);
  ScInstant start = sc_date_to_instant (sc_date_new (2026, 3, 2));
  g_autoptr (GPtrArray) shown = g_ptr_array_new_with_free_func (g_free);
  gint64 ids[10];

  for (guint day = 0; day < 10; day++)
    {
      g_autoptr (GPtrArray) totals = NULL;
      g_autoptr (ScDeal) deal = NULL;
      g_autoptr (ScDeal) edited = NULL;

      sc_clock_set (start + day * G_TIME_SPAN_DAY);
      ids[day] = change_fixture_add (self, "deal", day % 2 == 0 ? "A" : "B");
      deal = change_fixture_load (self, ids[day / 2]);
      edited = sc_deal_copy (deal);
      edited->value = sc_money_new (100 * day + 1, day % 3 == 0 ? "EUR" : "USD");
      change_fixture_run (self, sc_command_edit_deal (deal, edited, SC_DEAL_FIELD_VALUE));
      if (sc_deal_status_is_standing (deal->status))
        change_fixture_run (self, day % 4 == 3 ? sc_command_lose_deal (deal, NULL)
                                               : sc_command_move_deal (deal, change_fixture_get_stage (self, "E"), 0, NULL));
      totals = sc_store_list_totals (self->store, query, NULL, NULL);
      g_ptr_array_add (shown, show_totals (totals));
    }

  for (guint day = 0; day < 10; day++)
    {
      g_autoptr (GPtrArray) totals = sc_store_list_totals_at (self->store, self->process_id,
                                                              start + day * G_TIME_SPAN_DAY + G_TIME_SPAN_HOUR, NULL);
      g_autofree char *told = show_totals (totals);

      g_assert_cmpstr (told, ==, shown->pdata[day]);
    }
  sc_clock_set (0);
}

/* A deal is due on the first working day after its stage's target time. */
static void
test_overdue_in_stage (void)
{
  g_autoptr (ChangeFixture) self = change_fixture_new ();
  ScDate monday = sc_date_new (2026, 3, 2);
  const struct {
    guint days;
    guint n_rows;
  } cases[] = { { 0, 0 }, { 3, 0 }, { 4, 1 }, { 5, 1 }, { 30, 1 } };

  sc_clock_set (sc_date_to_instant (monday));
  change_fixture_add (self, "deal", "A");
  for (guint i = 0; i < G_N_ELEMENTS (cases); i++)
    {
      g_autoptr (GPtrArray) due = change_fixture_list_due (self, sc_date_to_instant (monday + cases[i].days), 0);

      g_assert_cmpuint (due->len, ==, cases[i].n_rows);
    }
  sc_clock_set (0);
}

/* What Today lists is late by what the board and the pane go by, at any hour
 * of any day. */
static void
test_today_and_the_board_agree (void)
{
  g_autoptr (ChangeFixture) self = change_fixture_new ();
  ScInstant start = sc_date_to_instant (sc_date_new (2026, 3, 20));
  const ScStage *stage = sc_version_get_stage (self->version, 0);
  gint64 ids[14];

  for (guint i = 0; i < G_N_ELEMENTS (ids); i++)
    {
      sc_clock_set (start + i * 13 * G_TIME_SPAN_HOUR);
      ids[i] = change_fixture_add (self, "deal", stage->name);
    }

  for (guint i = 0; i < 60; i++)
    {
      ScInstant now = start + i * 5 * G_TIME_SPAN_HOUR;
      g_autoptr (GPtrArray) due = change_fixture_list_due (self, now, 0);
      guint n_late = 0;

      for (guint j = 0; j < G_N_ELEMENTS (ids); j++)
        {
          g_autoptr (ScDeal) deal = change_fixture_load (self, ids[j]);

          n_late += sc_age_get_over (sc_calendar_get_standard (), deal->entered_at, now, stage->duration) > 0;
        }
      g_assert_cmpuint (due->len, ==, n_late);
    }
  sc_clock_set (0);
}

static void
test_search (void)
{
  g_autoptr (ChangeFixture) self = change_fixture_new ();
  g_autoptr (ScDealQuery) query = sc_deal_query_new (self->process_id);
  const struct {
    const char *words;
    guint n_deals;
  } cases[] = {
    { "елка", 1 }, { "ЁЛКА", 1 }, { "cafe", 1 }, { "трамваи", 0 }, { "трамвай", 1 }, { "й", 1 }, { "ёл зе", 1 }, { "", 3 },
  };

  change_fixture_add (self, "Зелёная ёлка", "A");
  change_fixture_add (self, "Café Zoë", "A");
  change_fixture_add (self, "Трамвай", "B");
  for (guint i = 0; i < G_N_ELEMENTS (cases); i++)
    {
      g_set_str (&query->search, cases[i].words);
      g_assert_cmpuint (sc_store_count_deals (self->store, query, NULL, NULL), ==, cases[i].n_deals);
    }
}

static void
add_noted (ChangeFixture *self,
           const char    *title,
           const char    *notes)
{
  g_autoptr (ScDeal) deal = sc_deal_new ();

  deal->process_id = g_strdup (self->process_id);
  deal->title = g_strdup (title);
  deal->notes = g_strdup (notes);
  change_fixture_run (self, sc_command_add_deal (deal));
}

static void
lose (ChangeFixture *self,
      gint64         deal_id)
{
  g_autoptr (ScDeal) deal = change_fixture_load (self, deal_id);

  change_fixture_run (self, sc_command_lose_deal (deal, "Price"));
}

/* What is found, each with its process and stage. */
static char *
find (ChangeFixture *self,
      const char    *words,
      guint          limit)
{
  g_autoptr (GError) error = NULL;
  guint n_found = 0;
  g_autoptr (GPtrArray) deals = sc_store_find_deals (self->store, words, limit, &n_found, NULL, &error);
  g_autoptr (GString) found = g_string_new (NULL);

  g_assert_no_error (error);
  g_string_append_printf (found, "%u:", n_found);
  for (guint i = 0; i < deals->len; i++)
    {
      const ScPlacedDeal *row = deals->pdata[i];

      g_string_append_printf (found, " %s (%s, %s)", row->deal->title, row->process_name, row->stage_name);
    }

  return g_string_free (g_steal_pointer (&found), FALSE);
}

static void
assert_finds (ChangeFixture *self,
              const char    *words,
              guint          limit,
              const char    *expected)
{
  g_autofree char *found = find (self, words, limit);

  g_assert_cmpstr (found, ==, expected);
}

/* A second process, whose own deals are added through @self from then on. */
static void
add_process (ChangeFixture *self)
{
  g_autoptr (ScProcess) process = sc_store_load_process (self->store, self->process_id, NULL);
  g_autoptr (ScOutcome) made = sc_command_run (sc_command_duplicate_process (process), self->store, NULL, NULL);

  g_set_str (&self->process_id, made->process_id);
  change_fixture_publish (self);
}

static void
test_deals_of_all_processes_are_found (void)
{
  g_autoptr (ChangeFixture) self = change_fixture_new ();
  g_autoptr (ScProcess) process = NULL;

  lose (self, change_fixture_add (self, "Lathe 1", "A"));
  change_fixture_add (self, "Lathe 2", "B");
  add_noted (self, "Press", "instead of lathe 2");
  add_process (self);
  change_fixture_add (self, "Lathe 4", "C");

  /* By name before by notes, on a board before lost ones, the newest first. */
  assert_finds (self, "lathe", 9,
                "4: Lathe 4 (Sales 2, C) Lathe 2 (Sales, B) Lathe 1 (Sales, A) Press (Sales, A)");
  assert_finds (self, "lathe", 2, "4: Lathe 4 (Sales 2, C) Lathe 2 (Sales, B)");
  assert_finds (self, "lathe 2", 9, "2: Lathe 2 (Sales, B) Press (Sales, A)");
  /* By number before all else: the third deal is the press. */
  assert_finds (self, "3", 9, "1: Press (Sales, A)");
  assert_finds (self, "2", 9, "2: Lathe 2 (Sales, B) Press (Sales, A)");
  assert_finds (self, "mill", 9, "0:");

  process = sc_store_find_process (self->store, "Sales", NULL);
  change_fixture_run (self, sc_command_delete_process (process, 3));
  assert_finds (self, "lathe", 9, "1: Lathe 4 (Sales 2, C)");
}

int
main (int    argc,
      char **argv)
{
  g_test_init (&argc, &argv, NULL);

  g_test_add_func ("/change/deals/open-criteria-are-counted", test_open_criteria_are_counted);
  g_test_add_func ("/change/deals/tactics-are-counted", test_tactics_are_counted);
  g_test_add_func ("/change/deals/completion-is-one-change", test_completion_is_one_change);
  g_test_add_func ("/change/deals/closing", test_closing);
  g_test_add_func ("/change/deals/bad", test_bad_deals);
  g_test_add_func ("/change/deals/history", test_history);
  g_test_add_func ("/change/deals/past", test_past);
  g_test_add_func ("/change/deals/overdue-in-stage", test_overdue_in_stage);
  g_test_add_func ("/deals/today-and-the-board-agree", test_today_and_the_board_agree);
  g_test_add_func ("/change/deals/search", test_search);
  g_test_add_func ("/change/deals/search-of-all-processes", test_deals_of_all_processes_are_found);
  deals_tests_add_moved ();

  return g_test_run ();
}
