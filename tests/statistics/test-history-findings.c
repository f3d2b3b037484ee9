/* SPDX-License-Identifier: GPL-3.0-or-later */

#include <locale.h>

#include "statistics/sc-forecast-finding.h"
#include "statistics/sc-history-finding.h"
#include "statistics/sc-record-words.h"

static GPtrArray *
find_in_stage (double     median,
               ScDuration target,
               ScDayCount unit)
{
  ScStageTime stage = { .stage_id = (char *) "a", .name = (char *) "Contract", .target = target,
                        .times = { .n = 40, .n_ended = 38, .median = median } };
  g_autoptr (GPtrArray) stages = g_ptr_array_new ();
  ScFiguresQuery query = { .unit = unit };
  ScCycle cycle = { .query = &query, .stages = stages, .calendar = sc_calendar_get_standard () };

  g_ptr_array_add (stages, &stage);

  return sc_history_findings_make (&cycle, NULL, NULL, NULL);
}

/* Three times its target and more is too slow; days of the calendar are beside the target,
 * and what is not known is no finding. */
static void
test_slow_stages (void)
{
  static const struct {
    double median;
    ScDuration target;
    ScDayCount unit;
    guint n_findings;
  } cases[] = {
    { 9, { 3, SC_UNIT_WORKING_DAYS }, SC_COUNT_WORKING_DAYS, 1 },
    { 8, { 3, SC_UNIT_WORKING_DAYS }, SC_COUNT_WORKING_DAYS, 0 },
    { 2, { 4, SC_UNIT_WORKING_HOURS }, SC_COUNT_WORKING_DAYS, 1 },
    { 9, { 3, SC_UNIT_WORKING_DAYS }, SC_COUNT_DAYS, 0 },
    { 9, { 0, SC_UNIT_WORKING_DAYS }, SC_COUNT_WORKING_DAYS, 0 },
    { SC_FIGURE_NONE, { 3, SC_UNIT_WORKING_DAYS }, SC_COUNT_WORKING_DAYS, 0 },
  };

  for (guint i = 0; i < G_N_ELEMENTS (cases); i++)
    {
      g_autoptr (GPtrArray) findings = find_in_stage (cases[i].median, cases[i].target, cases[i].unit);

      g_assert_cmpuint (findings->len, ==, cases[i].n_findings);
    }
}

static void
test_words (void)
{
  g_autoptr (GPtrArray) findings = find_in_stage (12, (ScDuration) { 3, SC_UNIT_WORKING_DAYS }, SC_COUNT_WORKING_DAYS);
  const ScHistoryFinding *finding = findings->pdata[0];

  g_assert_cmpstr (finding->stage_id, ==, "a");
  g_assert_cmpstr (finding->text, ==, "At the stage “Contract” half the deals stay 12 working days and longer, three times "
                   "the target of 3 working days or more (visits: 40).");
}

/* Of 60 lost deals 40 had no answers, of 50 won ones 10. */
static void
test_skipped_discovery (void)
{
  ScDiscoveryGroup groups[] = {
    { .low = 0, .high = 0, .n = 50, .won = { .n = 10, .of = 50 } },
    { .low = 1, .high = 1, .n = 60, .won = { .n = 40, .of = 60 } },
  };
  g_autoptr (GArray) array = g_array_new (FALSE, FALSE, sizeof (ScDiscoveryGroup));
  ScDiscoveryFigures figures = { .groups = array };
  g_autoptr (GPtrArray) findings = NULL;
  g_autoptr (GPtrArray) none = NULL;

  g_array_append_vals (array, groups, G_N_ELEMENTS (groups));
  findings = sc_history_findings_make (NULL, NULL, &figures, NULL);
  g_assert_cmpuint (findings->len, ==, 1);
  g_assert_cmpstr (((const ScHistoryFinding *) findings->pdata[0])->text, ==,
                   "Needs discovery was skipped in 40 of 60 lost deals, and in 10 of 50 won ones.");

  /* As often where deals are won: then it tells nothing. */
  g_array_index (array, ScDiscoveryGroup, 0).won = (ScShare) { .n = 40, .of = 80 };
  g_array_index (array, ScDiscoveryGroup, 1).won = (ScShare) { .n = 20, .of = 40 };
  none = sc_history_findings_make (NULL, NULL, &figures, NULL);
  g_assert_cmpuint (none->len, ==, 0);
}

/* Forecasts of three months, one for each month’s end: those whose times don’t overlap are
 * every third one. */
static ScForecastRecord *
make_record (GPtrArray    *stages,
             const double *expected,
             const guint  *won,
             guint         n)
{
  ScForecastRecord *record = g_new0 (ScForecastRecord, 1);

  record->within = 90;
  record->days = sc_forecast_pasts_new ();
  record->stages = stages;
  for (guint i = 0; i < n; i++)
    {
      ScForecastPast past = { .day = sc_date_new (2017, 1, 1) + 30 * i, .n_open = 500, .expected = expected[i], .n_won = won[i] };

      g_array_append_val (record->days, past);
    }

  return record;
}

static GPtrArray *
find_promises (ScStageChance    *stage,
               const double     *expected,
               const guint      *won,
               guint             n,
               const ScForecast *forecast,
               guint             n_often)
{
  GPtrArray *findings = g_ptr_array_new_with_free_func ((GDestroyNotify) sc_history_finding_free);
  g_autoptr (GPtrArray) stages = g_ptr_array_new ();
  g_autoptr (ScForecastRecord) record = NULL;

  if (stage != NULL)
    g_ptr_array_add (stages, stage);
  record = make_record (g_ptr_array_ref (stages), expected, won, n);
  record->slips = (ScSlips) { .n_dated = 60, .n_moved = 20, .n_often = n_often };
  sc_forecast_findings_add (findings, forecast, record, NULL);

  return findings;
}

/* The number of a finding has its list. */
static void
assert_count (const ScHistoryFinding *finding,
              guint                   position,
              const char             *what,
              guint                   n,
              const char             *key)
{
  const ScFindingCount *count;

  g_assert_cmpuint (position, <, finding->counts->len);
  count = finding->counts->pdata[position];
  g_assert_cmpstr (count->what, ==, what);
  g_assert_cmpuint (count->n, ==, n);
  g_assert_cmpstr (count->key, ==, key);
}

static const char *
get_text (GPtrArray *findings)
{
  g_assert_cmpuint (findings->len, ==, 1);

  return ((const ScHistoryFinding *) findings->pdata[0])->text;
}

/* Of 100 deals 42 were won: 60 % is too high; 56 is not by 15 points, and of ten deals
 * nothing is sure. */
static void
test_wishful (void)
{
  ScStageChance stage = { .stage_id = (char *) "a", .name = (char *) "Offer", .set = 0.6 };
  g_autoptr (GPtrArray) found = NULL;
  g_autoptr (GPtrArray) close = NULL;
  g_autoptr (GPtrArray) few = NULL;

  sc_share_make (42, 100, &stage.learned);
  found = find_promises (&stage, NULL, NULL, 0, NULL, 0);
  g_assert_cmpstr (get_text (found), ==,
                   "At the stage “Offer” a probability of 60% is set, and 42 of 100 deals that came into it were won.");
  assert_count (found->pdata[0], 0, "Won", 42, "reached-won:a");
  assert_count (found->pdata[0], 1, "Decided", 100, "reached-decided:a");
  stage.set = 0.56;
  close = find_promises (&stage, NULL, NULL, 0, NULL, 0);
  g_assert_cmpuint (close->len, ==, 0);
  stage.set = 0.6;
  sc_share_make (4, 10, &stage.learned);
  few = find_promises (&stage, NULL, NULL, 0, NULL, 0);
  g_assert_cmpuint (few->len, ==, 0);
}

/* Three quarters that were all too high are found; one that was not makes it none. */
static void
test_bias (void)
{
  const double expected[] = { 0, 200, 0, 0, 210, 0, 0, 190 };
  const guint all_high[] = { 900, 150, 900, 900, 160, 900, 900, 140 };
  const guint not_all[] = { 900, 150, 900, 900, 260, 900, 900, 140 };
  g_autoptr (GPtrArray) stages = g_ptr_array_new ();
  g_autoptr (GPtrArray) found = find_promises (NULL, expected, all_high, 8, NULL, 0);
  g_autoptr (GPtrArray) none = find_promises (NULL, expected, not_all, 8, NULL, 0);
  g_autoptr (ScForecastRecord) record = make_record (g_ptr_array_ref (stages), expected, not_all, 8);
  g_autofree char *figure = NULL;
  g_autofree char *head = NULL;

  g_assert_cmpstr (get_text (found), ==,
                   "The last three forecasts of 90 days were too high: 600 deals were expected, 450 were won.");
  assert_count (found->pdata[0], 0, "Open on 01/31/2017", 500, "stood:2017-01-31");
  assert_count (found->pdata[0], 1, "Open on 01/31/2017, won within 90 days", 150, "stood-won:2017-01-31:90");
  g_assert_cmpuint (((const ScHistoryFinding *) found->pdata[0])->counts->len, ==, 6);
  g_assert_cmpuint (none->len, ==, 0);
  /* 190 of 140 is farthest off. */
  head = sc_record_tell_quarter (record, &figure);
  g_assert_cmpstr (head, ==, "A quarter’s forecast comes within 36%: 2 of 3 were too high.");
  g_assert_cmpstr (figure, ==, "up to 36%");
}

static void
test_outlived (void)
{
  const ScForecast forecast = { .n_open = 1589, .n_beyond = 1291 };
  g_autoptr (GPtrArray) found = find_promises (NULL, NULL, NULL, 0, &forecast, 0);
  g_autoptr (GPtrArray) slips = find_promises (NULL, NULL, NULL, 0, NULL, 7);

  g_assert_cmpstr (get_text (found), ==, "1,291 of 1,589 open deals are older than the longest decision: close or park them.");
  g_assert_cmpstr (get_text (slips), ==, "The day on which it should be won was put off three times and more for 7 of 60 deals.");
  assert_count (found->pdata[0], 0, "Deals", 1291, "outlived");
  assert_count (slips->pdata[0], 0, "Put off three times and more", 7, "put-off-often");
}

/* Ten deals have left, none was lost there, and nothing was learned of any: where one was, or
 * something was, it is no finding, and neither is a stage that only few have left. */
static void
test_idle_stage (void)
{
  static const struct {
    guint n_left;
    guint n_lost;
    guint n_learned;
    guint n_findings;
  } cases[] = {
    { 10, 0, 0, 1 }, { 10, 1, 0, 0 }, { 10, 0, 1, 0 }, { 9, 0, 0, 0 },
  };

  for (guint i = 0; i < G_N_ELEMENTS (cases); i++)
    {
      ScStageFlow stage = {
        .stage_id = (char *) "a", .name = (char *) "Approval", .n_lost = cases[i].n_lost,
        .conversion = { .n = cases[i].n_left - cases[i].n_lost, .of = cases[i].n_left },
        .reason = cases[i].n_left < SC_FEWEST_CASES ? SC_REASON_TOO_FEW : SC_REASON_NONE,
      };
      g_autoptr (GPtrArray) stages = g_ptr_array_new ();
      g_autoptr (GHashTable) learning = g_hash_table_new (g_str_hash, g_str_equal);
      ScFlow flow = { .stages = stages };
      g_autoptr (GPtrArray) findings = NULL;
      const ScHistoryFinding *finding;

      g_ptr_array_add (stages, &stage);
      g_hash_table_insert (learning, (gpointer) "a", GUINT_TO_POINTER (cases[i].n_learned));
      findings = sc_history_findings_make (NULL, &flow, NULL, learning);
      g_assert_cmpuint (findings->len, ==, cases[i].n_findings);
      if (findings->len == 0)
        continue;

      finding = findings->pdata[0];
      g_assert_cmpstr (finding->text, ==, "At the stage “Approval” nobody is lost and nothing is learned: 10 deals have left "
                       "it, with no answer and no criterion met there.");
      g_assert_cmpuint (finding->counts->len, ==, 1);
      g_assert_cmpstr (((const ScFindingCount *) finding->counts->pdata[0])->key, ==, "left:a");
      g_assert_cmpuint (((const ScFindingCount *) finding->counts->pdata[0])->n, ==, 10);
    }
}

int
main (int   argc,
      char *argv[])
{
  setlocale (LC_ALL, "");
  g_test_init (&argc, &argv, NULL);

  g_test_add_func ("/statistics/history-findings/slow-stages", test_slow_stages);
  g_test_add_func ("/statistics/history-findings/words", test_words);
  g_test_add_func ("/statistics/history-findings/idle-stage", test_idle_stage);
  g_test_add_func ("/statistics/history-findings/skipped-discovery", test_skipped_discovery);
  g_test_add_func ("/statistics/history-findings/wishful", test_wishful);
  g_test_add_func ("/statistics/history-findings/bias", test_bias);
  g_test_add_func ("/statistics/history-findings/outlived", test_outlived);

  return g_test_run ();
}
