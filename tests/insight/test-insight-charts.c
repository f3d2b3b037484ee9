/* SPDX-License-Identifier: GPL-3.0-or-later */

#include <locale.h>
#include <math.h>

#include "insight/sc-insight-charts.h"

#define POINT(chart, series, position) (*sc_chart_get_point (chart, series, position))

/* Two stages: one with times, one of which too little is known. */
static GPtrArray *
make_stages (void)
{
  static ScStageTime stages[] = {
    { .stage_id = (char *) "a", .name = (char *) "Search", .target = { 3, SC_UNIT_WORKING_DAYS },
      .times = { .n = 40, .n_ended = 38, .q25 = 2, .median = 6, .q75 = 9 } },
    { .stage_id = (char *) "b", .name = (char *) "Contract", .target = { 12, SC_UNIT_WORKING_HOURS },
      .times = { .n = 4, .n_ended = 2, .q25 = SC_FIGURE_NONE, .median = SC_FIGURE_NONE, .q75 = SC_FIGURE_NONE,
                 .reason = SC_REASON_TOO_FEW } },
  };
  GPtrArray *array = g_ptr_array_new ();

  for (guint i = 0; i < G_N_ELEMENTS (stages); i++)
    g_ptr_array_add (array, &stages[i]);

  return array;
}

/* Targets are working days: beside days of the calendar they say nothing. */
static void
test_stage_times (void)
{
  g_autoptr (GPtrArray) stages = make_stages ();
  ScFiguresQuery query = { .unit = SC_COUNT_WORKING_DAYS };
  ScCycle cycle = { .query = &query, .stages = stages, .calendar = sc_calendar_get_standard () };
  g_autoptr (ScChart) chart = sc_insight_chart_stage_times (&cycle);
  g_autoptr (ScChart) by_days = NULL;

  g_assert_cmpuint (chart->categories->len, ==, 2);
  g_assert_cmpfloat (POINT (chart, 0, 0).y, ==, 6);
  g_assert_cmpfloat (POINT (chart, 0, 0).low, ==, 2);
  g_assert_cmpfloat (POINT (chart, 0, 0).high, ==, 9);
  g_assert_cmpfloat (POINT (chart, 0, 0).target, ==, 3);
  g_assert_cmpstr (POINT (chart, 0, 0).key, ==, "entered:a");
  g_assert_true (isnan (POINT (chart, 0, 1).y));
  g_assert_cmpfloat (POINT (chart, 0, 1).target, ==, 1.5);

  query.unit = SC_COUNT_DAYS;
  by_days = sc_insight_chart_stage_times (&cycle);
  g_assert_true (isnan (POINT (by_days, 0, 0).target));
}

/* Curves begin where nothing is decided, and say what they mean in whole numbers. */
static void
test_curves (void)
{
  ScCurvePoint points[] = { { .t = 4, .s = 0.9, .se = 0.1, .won = 0.1 }, { .t = 12, .s = 0.35, .se = 0.02, .won = 0.43 } };
  g_autoptr (GArray) array = g_array_new (FALSE, FALSE, sizeof (ScCurvePoint));
  ScCurve curve = { .points = array };
  ScFiguresQuery query = { .unit = SC_COUNT_WORKING_DAYS };
  ScCycle cycle = { .query = &query, .curve = &curve, .designed = { 55, SC_UNIT_WORKING_DAYS },
                    .calendar = sc_calendar_get_standard () };
  g_autoptr (ScChart) chart = NULL;

  g_array_append_vals (array, points, G_N_ELEMENTS (points));
  chart = sc_insight_chart_curves (&cycle);
  g_assert_cmpuint (sc_chart_get_series (chart, 0)->points->len, ==, 3);
  g_assert_cmpfloat (POINT (chart, 0, 0).y, ==, 1);
  g_assert_cmpfloat (POINT (chart, 1, 0).y, ==, 0);
  g_assert_cmpfloat (POINT (chart, 0, 1).high, ==, 1);
  g_assert_cmpstr (POINT (chart, 0, 2).words, ==, "After 12: 35 of 100 are undecided");
  g_assert_cmpstr (POINT (chart, 1, 2).words, ==, "Within 12: 43 of 100 are won");
  g_assert_cmpuint (chart->references->len, ==, 1);
  g_assert_cmpfloat (g_array_index (chart->references, ScChartReference, 0).value, ==, 55);
}

/* A share of few is said as what it is, of many as so many of 100, of too few not at all. */
static void
test_groups (void)
{
  ScFlowGroup few = { (char *) "Anna", 9, 7, 3, { 0 }, SC_REASON_TOO_FEW };
  ScFlowGroup some = { (char *) "Boris", 44, 40, 30, { 30, 40, 0.75, 0.59, 0.86 }, SC_REASON_NONE };
  ScFlowGroup many = { (char *) "", 800, 635, 503, { 503, 635, 0.7921, 0.75, 0.82 }, SC_REASON_NONE };
  g_autoptr (GPtrArray) groups = g_ptr_array_new ();
  g_autoptr (ScChart) chart = NULL;

  g_ptr_array_add (groups, &few);
  g_ptr_array_add (groups, &some);
  g_ptr_array_add (groups, &many);
  chart = sc_insight_chart_groups ("By Owner", "Owner", groups, SC_CASE_OWNER);
  g_assert_true (isnan (POINT (chart, 0, 0).y));
  g_assert_cmpstr (POINT (chart, 0, 0).note, ==, "7 decided, 10 needed");
  g_assert_cmpstr (POINT (chart, 0, 1).note, ==, "30 of 40");
  g_assert_cmpstr (POINT (chart, 0, 2).note, ==, "79 of 100");
  g_assert_cmpstr (chart->categories->pdata[2], ==, "Not said");
}

/* Winners beside losers: with the middle half, and with what is missing where they are few. */
static void
test_outcomes (void)
{
  ScFiguresQuery query = { .unit = SC_COUNT_WORKING_DAYS };
  ScCycle cycle = {
    .query = &query,
    .to_client = { .n_ended = 12, .q25 = 20, .median = 40, .q75 = 60 },
    .to_loss = { .n_ended = 3, .q25 = SC_FIGURE_NONE, .median = SC_FIGURE_NONE, .q75 = SC_FIGURE_NONE },
  };
  g_autoptr (ScChart) chart = sc_insight_chart_outcomes (&cycle);

  g_assert_cmpfloat (POINT (chart, 0, 0).y, ==, 40);
  g_assert_cmpfloat (POINT (chart, 0, 0).low, ==, 20);
  g_assert_cmpfloat (POINT (chart, 0, 0).high, ==, 60);
  g_assert_cmpstr (POINT (chart, 0, 0).key, ==, "timed-won");
  g_assert_true (isnan (POINT (chart, 0, 1).y));
  g_assert_cmpstr (POINT (chart, 0, 1).note, ==, "3 decided, 10 needed");
  g_assert_cmpstr (POINT (chart, 0, 1).key, ==, "timed-lost");
}

static ScQuestionFigures *
make_question (const char *text,
               guint       n_with,
               guint       of_with,
               guint       n_without,
               guint       of_without)
{
  ScQuestionFigures *question = g_new0 (ScQuestionFigures, 1);

  question->criterion_id = g_strdup (text);
  question->text = g_strdup (text);
  sc_share_make (of_with, of_with + of_without, &question->answered);
  sc_share_make (n_with, of_with, &question->won_with);
  sc_share_make (n_without, of_without, &question->won_without);

  return question;
}

/* A question stands there that enough deals are decided of, with an answer and without; where
 * fewer moved on than a share needs, it says how many. */
static void
test_questions (void)
{
  g_autoptr (GPtrArray) questions = g_ptr_array_new_with_free_func ((GDestroyNotify) sc_question_figures_free);
  ScDiscoveryFigures figures = { .questions = questions };
  g_autoptr (ScChart) answers = NULL;
  g_autoptr (ScChart) answered = NULL;

  g_ptr_array_add (questions, make_question ("Few", 5, 6, 0, 1));
  g_ptr_array_add (questions, make_question ("Task", 30, 40, 12, 40));
  answers = sc_insight_chart_answers (&figures);
  g_assert_cmpuint (answers->categories->len, ==, 1);
  g_assert_cmpstr (POINT (answers, 0, 0).note, ==, "30 of 40");
  g_assert_cmpstr (POINT (answers, 0, 0).key, ==, "answered-decided:Task");
  g_assert_cmpstr (POINT (answers, 1, 0).note, ==, "12 of 40");
  g_assert_cmpstr (POINT (answers, 1, 0).key, ==, "unanswered-decided:Task");
  answered = sc_insight_chart_questions (&figures);
  g_assert_true (isnan (POINT (answered, 0, 0).y));
  g_assert_cmpstr (POINT (answered, 0, 0).note, ==, "7 moved on, 10 needed");
  g_assert_cmpstr (POINT (answered, 0, 1).note, ==, "40 of 80");
}

/* The deals that a number counts are named by its key. */
static void
test_keys (void)
{
  ScStageFlow stage = { .stage_id = (char *) "a", .name = (char *) "Search", .n_entered = 46, .n_left_on = 27 };
  ScLossCount loss = { (char *) "Price", (char *) "a", (char *) "Search", 13 };
  g_autoptr (GPtrArray) stages = g_ptr_array_new ();
  g_autoptr (GPtrArray) losses = g_ptr_array_new ();
  ScFlow flow = { .stages = stages, .losses = losses };
  g_autoptr (ScChart) funnel = NULL;
  g_autoptr (ScChart) lost = NULL;

  g_ptr_array_add (stages, &stage);
  g_ptr_array_add (losses, &loss);
  funnel = sc_insight_chart_funnel (&flow);
  lost = sc_insight_chart_losses (&flow);
  g_assert_cmpstr (POINT (funnel, 0, 0).key, ==, "entered:a");
  g_assert_cmpstr (POINT (funnel, 1, 0).key, ==, "left-on:a");
  g_assert_cmpfloat (POINT (funnel, 1, 0).y, ==, 27);
  g_assert_cmpstr (POINT (lost, 0, 0).key, ==, "lost-at:a:Price");
  g_assert_cmpstr (lost->categories->pdata[0], ==, "Price, “Search”");
}

int
main (int   argc,
      char *argv[])
{
  setlocale (LC_ALL, "");
  g_test_init (&argc, &argv, NULL);

  g_test_add_func ("/insight/charts/stage-times", test_stage_times);
  g_test_add_func ("/insight/charts/curves", test_curves);
  g_test_add_func ("/insight/charts/groups", test_groups);
  g_test_add_func ("/insight/charts/outcomes", test_outcomes);
  g_test_add_func ("/insight/charts/questions", test_questions);
  g_test_add_func ("/insight/charts/keys", test_keys);

  return g_test_run ();
}
