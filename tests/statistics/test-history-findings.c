/* SPDX-License-Identifier: GPL-3.0-or-later */

#include <locale.h>

#include "statistics/sc-history-finding.h"

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

  return sc_history_findings_make (&cycle, NULL);
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
  findings = sc_history_findings_make (NULL, &figures);
  g_assert_cmpuint (findings->len, ==, 1);
  g_assert_cmpstr (((const ScHistoryFinding *) findings->pdata[0])->text, ==,
                   "Needs discovery was skipped in 40 of 60 lost deals, and in 10 of 50 won ones.");

  /* As often where deals are won: then it tells nothing. */
  g_array_index (array, ScDiscoveryGroup, 0).won = (ScShare) { .n = 40, .of = 80 };
  g_array_index (array, ScDiscoveryGroup, 1).won = (ScShare) { .n = 20, .of = 40 };
  none = sc_history_findings_make (NULL, &figures);
  g_assert_cmpuint (none->len, ==, 0);
}

int
main (int   argc,
      char *argv[])
{
  setlocale (LC_ALL, "");
  g_test_init (&argc, &argv, NULL);

  g_test_add_func ("/statistics/history-findings/slow-stages", test_slow_stages);
  g_test_add_func ("/statistics/history-findings/words", test_words);
  g_test_add_func ("/statistics/history-findings/skipped-discovery", test_skipped_discovery);

  return g_test_run ();
}
