/* SPDX-License-Identifier: GPL-3.0-or-later */

/* The number that the Insight view says is the number of deals that its list has: of what has
 * happened to deals, on made-up ones of a process with a trial and needs discovery, as of today
 * and as of a past day, for all and for some. */

#include <locale.h>
#include <math.h>

#include "insight/insight-deals-fixture.h"
#include "insight/sc-insight-charts.h"
#include "statistics/sc-trend.h"
#include "store/sc-past.h"

static void
check_cycle (DealsFixture *self)
{
  const ScCycle *cycle = self->figures.cycle;

  deals_fixture_check (self, sc_figure_key (SC_CASE_TIMED_WON), cycle->n_won);
  deals_fixture_check (self, sc_figure_key (SC_CASE_TIMED_LOST), cycle->n_lost);
  deals_fixture_check (self, sc_figure_key (SC_CASE_TIMED_OPEN), cycle->n_open);
  deals_fixture_check (self, sc_figure_key (SC_CASE_TIMED), cycle->n_won + cycle->n_lost + cycle->n_open);
  deals_fixture_check (self, sc_figure_key (SC_CASE_NO_START), cycle->n_no_start);
  deals_fixture_check (self, sc_figure_key (SC_CASE_NO_END), cycle->n_no_end);
  deals_fixture_check (self, sc_figure_key (SC_CASE_WITHIN_DESIGNED), cycle->within_designed.n);
  for (guint i = 0; i < cycle->stages->len; i++)
    {
      const ScStageTime *stage = cycle->stages->pdata[i];

      deals_fixture_check (self, sc_figure_key_of (SC_CASE_OVER_TARGET, stage->stage_id), stage->n_over_target);
      deals_fixture_check (self, sc_figure_key_of (SC_CASE_KNOWN_NOW, stage->stage_id), stage->n_known_now);
      deals_fixture_check (self, sc_figure_key_of (SC_CASE_RETURNED, stage->stage_id), stage->n_returned);
    }
}

/* Of what is at risk on a day that which is not decided on it is undecided after it. */
static void
check_curve (DealsFixture *self)
{
  const GArray *points = self->figures.cycle->curve->points;

  for (guint i = 0; i < points->len; i += 1 + points->len / 8)
    {
      const ScCurvePoint *point = &g_array_index (points, ScCurvePoint, i);

      deals_fixture_check (self, sc_figure_key_of_days (SC_CASE_LONGER, point->t), point->n_at_risk - point->n_events);
    }
  deals_fixture_check (self, sc_figure_key_of_days (SC_CASE_WON_WITHIN, G_MAXUINT32), self->figures.cycle->n_won);
}

static void
check_flow (DealsFixture *self)
{
  const ScFlow *flow = self->figures.flow;

  deals_fixture_check (self, sc_figure_key (SC_CASE_DECIDED), flow->n_decided);
  deals_fixture_check (self, sc_figure_key (SC_CASE_WON), flow->n_won);
  deals_fixture_check (self, sc_figure_key (SC_CASE_LOST), flow->n_decided - flow->n_won);
  for (guint i = 0; i < flow->stages->len; i++)
    {
      const ScStageFlow *stage = flow->stages->pdata[i];

      deals_fixture_check (self, sc_figure_key_of (SC_CASE_ENTERED, stage->stage_id), stage->n_entered);
      deals_fixture_check (self, sc_figure_key_of (SC_CASE_LEFT, stage->stage_id), stage->conversion.of);
      deals_fixture_check (self, sc_figure_key_of (SC_CASE_LEFT_ON, stage->stage_id), stage->n_left_on);
      deals_fixture_check (self, sc_figure_key_of (SC_CASE_LOST_THERE, stage->stage_id), stage->n_lost);
      deals_fixture_check (self, sc_figure_key_of (SC_CASE_NOW, stage->stage_id), stage->n_now);
    }
  for (guint i = 0; i < flow->losses->len; i += 3)
    {
      const ScLossCount *loss = flow->losses->pdata[i];

      deals_fixture_check (self, sc_figure_key_of_loss (loss->stage_id, loss->reason), loss->n);
    }
  g_assert_nonnull (flow->trial);
  deals_fixture_check (self, sc_figure_key (SC_CASE_TRIAL), flow->trial->n_entered);
  deals_fixture_check (self, sc_figure_key (SC_CASE_TRIAL_WON), flow->trial->n_won);
  deals_fixture_check (self, sc_figure_key (SC_CASE_TRIAL_LOST), flow->trial->n_lost);
  deals_fixture_check (self, sc_figure_key (SC_CASE_TRIAL_UNDECIDED), flow->trial->n_undecided);
  deals_fixture_check (self, sc_figure_key (SC_CASE_TRIAL_EXTENDED), flow->trial->n_extended);
}

static void
check_groups (DealsFixture    *self,
              const GPtrArray *groups,
              ScFigureCase     which)
{
  for (guint i = 0; i < groups->len; i += 2)
    {
      const ScFlowGroup *group = groups->pdata[i];

      deals_fixture_check (self, sc_figure_key_of (which, group->key), group->n_decided);
    }
}

static void
check_discovery (DealsFixture *self)
{
  const ScDiscoveryFigures *figures = self->figures.discovery;

  deals_fixture_check (self, sc_figure_key (SC_CASE_MOVED_ON), figures->n);
  deals_fixture_check (self, sc_figure_key (SC_CASE_SUMMARY), figures->confirmed.of);
  deals_fixture_check (self, sc_figure_key (SC_CASE_CONFIRMED), figures->confirmed.n);
  deals_fixture_check (self, sc_figure_key (SC_CASE_CORRECTED), figures->corrected.n);
  deals_fixture_check (self, sc_figure_key (SC_CASE_AT_GATE), figures->at_gate.n);
  deals_fixture_check (self, sc_figure_key (SC_CASE_NOT_TOLD), figures->not_told.n);
  for (guint i = 0; i < figures->groups->len; i++)
    {
      const ScDiscoveryGroup *group = &g_array_index (figures->groups, ScDiscoveryGroup, i);

      deals_fixture_check (self, sc_figure_key_of_shares (SC_CASE_SHARE, group->low, group->high), group->won.of);
      deals_fixture_check (self, sc_figure_key_of_shares (SC_CASE_SHARE_ANY, group->low, group->high), group->n);
    }
  for (guint i = 0; i < figures->questions->len; i++)
    {
      const ScQuestionFigures *question = figures->questions->pdata[i];

      deals_fixture_check (self, sc_figure_key_of (SC_CASE_ASKED, question->criterion_id), question->answered.of);
      deals_fixture_check (self, sc_figure_key_of (SC_CASE_ANSWERED, question->criterion_id), question->answered.n);
      deals_fixture_check (self, sc_figure_key_of (SC_CASE_ANSWERED_DECIDED, question->criterion_id), question->won_with.of);
      deals_fixture_check (self, sc_figure_key_of (SC_CASE_UNANSWERED_DECIDED, question->criterion_id), question->won_without.of);
    }
  deals_fixture_check (self, sc_figure_key (SC_CASE_MOVED_ON_UNKNOWN), figures->n_inferred);
}

/* The deals of the two periods that a trend compares. */
static void
check_trends (DealsFixture *self)
{
  const ScTrend *length = &self->figures.cycle->trend;
  const ScTrend *discovery = &self->figures.discovery->trend;
  ScDate as_of = self->figures.cycle->query->as_of;

  if (length->reason == SC_REASON_NONE)
    {
      deals_fixture_check (self, sc_figure_key_of_early (SC_CASE_STARTED_TIMED, length, as_of), length->n_before);
      deals_fixture_check (self, sc_figure_key_of_late (SC_CASE_STARTED_TIMED, length, as_of), length->n_after);
    }
  if (discovery->reason == SC_REASON_NONE)
    {
      deals_fixture_check (self, sc_figure_key_of_early (SC_CASE_STARTED_MOVED_ON, discovery, sc_trend_get_early_end (discovery, as_of)),
                           discovery->n_before);
      deals_fixture_check (self, sc_figure_key_of_late (SC_CASE_STARTED_MOVED_ON, discovery, as_of), discovery->n_after);
    }
}

/* A point of a chart that counts deals opens as many. */
static void
check_points (DealsFixture *self,
              ScChart      *chart,
              guint         step)
{
  for (guint i = 0; i < chart->series->len; i++)
    for (guint j = 0; j < sc_chart_get_series (chart, i)->points->len; j += step)
      {
        const ScChartPoint *point = sc_chart_get_point (chart, i, j);

        g_assert_nonnull (point->key);
        deals_fixture_check (self, g_strdup (point->key), (guint) lround (point->y));
      }
  sc_chart_unref (chart);
}

static void
check_all (DealsFixture *self)
{
  deals_fixture_read (self);
  check_cycle (self);
  check_trends (self);
  check_curve (self);
  check_flow (self);
  check_groups (self, self->figures.flow->by_owner, SC_CASE_OWNER);
  check_groups (self, self->figures.flow->by_source, SC_CASE_SOURCE);
  check_groups (self, self->figures.flow->by_month, SC_CASE_MONTH);
  check_discovery (self);
  check_points (self, sc_insight_chart_weeks (self->figures.flow), 9);
  check_points (self, sc_insight_chart_funnel (self->figures.flow), 3);
  check_points (self, sc_insight_chart_losses (self->figures.flow), 5);
}

static void
test_today (void)
{
  g_autoptr (DealsFixture) fixture = deals_fixture_new ();
  static const ScFigureCase needed[] = {
    SC_CASE_TIMED_WON, SC_CASE_TIMED_LOST, SC_CASE_TIMED_OPEN, SC_CASE_WITHIN_DESIGNED, SC_CASE_LOST_AT,
    SC_CASE_OWNER, SC_CASE_SOURCE, SC_CASE_MONTH, SC_CASE_WEEK_OPEN, SC_CASE_ENTERED, SC_CASE_LEFT_ON,
    SC_CASE_NOW, SC_CASE_OVER_TARGET, SC_CASE_TRIAL, SC_CASE_TRIAL_WON, SC_CASE_MOVED_ON, SC_CASE_ANSWERED,
    SC_CASE_UNANSWERED_DECIDED, SC_CASE_SHARE,
  };

  check_all (fixture);
  deals_fixture_assert_seen (fixture, needed, G_N_ELEMENTS (needed));
}

/* A past day, and calendar days; the deals of one owner from some day on. */
static void
test_some (void)
{
  g_autoptr (DealsFixture) fixture = deals_fixture_new ();
  ScDate today = sc_clock_today ();

  deals_fixture_read (fixture);
  fixture->query->as_of = today - 60;
  fixture->query->unit = SC_COUNT_DAYS;
  fixture->query->from = today - 400;
  fixture->query->owner = g_strdup (((const ScFlowGroup *) fixture->figures.flow->by_owner->pdata[0])->key);
  check_all (fixture);
}

/* Deals that were started within a period. */
static void
test_period (void)
{
  g_autoptr (DealsFixture) fixture = deals_fixture_new ();
  ScDate today = sc_clock_today ();

  fixture->query->from = today - 200;
  fixture->query->to = today - 30;
  check_all (fixture);
}

/* Of deals that could be followed for long enough both periods open their deals. */
static void
test_trends (void)
{
  g_autoptr (DealsFixture) fixture = deals_fixture_new ();
  ScDate today = sc_clock_today ();

  fixture->query->to = today - 90;
  fixture->query->from = today - 240;
  deals_fixture_read (fixture);
  g_assert_cmpint (fixture->figures.cycle->trend.reason, ==, SC_REASON_NONE);
  g_assert_cmpint (fixture->figures.discovery->trend.reason, ==, SC_REASON_NONE);
  check_trends (fixture);
  g_assert_cmpuint (g_hash_table_size (fixture->seen), ==, 2);
}

static GArray *
list_work_days (DealsFixture *self,
                ScDate        as_of)
{
  g_autoptr (GError) error = NULL;
  GArray *days = sc_store_list_work_days (self->base->store, self->query->process_id, as_of, NULL, &error);

  g_assert_no_error (error);

  return days;
}

/* What is told of days of work as of a past day is what happened by then, each day of a deal
 * once; no stage has more of them than it has days. */
static void
test_work (void)
{
  g_autoptr (DealsFixture) fixture = deals_fixture_new ();
  ScDate past = sc_clock_today () - 60;
  g_autoptr (GArray) all = list_work_days (fixture, past + 60);
  g_autoptr (GArray) before = list_work_days (fixture, past);
  g_autoptr (ScStagesWork) work = NULL;
  g_autoptr (GError) error = NULL;
  guint n = 0;

  for (guint i = 0; i < all->len; i++)
    {
      const ScWorkDay *day = &g_array_index (all, ScWorkDay, i);

      g_assert_true (i == 0 || day[-1].deal_id < day->deal_id || (day[-1].deal_id == day->deal_id && day[-1].day < day->day));
      if (day->day > past)
        continue;
      g_assert_cmpint (g_array_index (before, ScWorkDay, n).deal_id, ==, day->deal_id);
      g_assert_cmpuint (g_array_index (before, ScWorkDay, n++).day, ==, day->day);
    }
  g_assert_cmpuint (n, ==, before->len);
  g_assert_cmpuint (n, >, 0);

  work = sc_stages_work_read (fixture->base->store, fixture->query, NULL, &error);
  g_assert_no_error (error);
  for (guint i = 0; i < work->stages->len; i++)
    {
      const ScStageWork *stage = work->stages->pdata[i];

      if (stage->reason == SC_REASON_NONE)
        g_assert_cmpfloat (stage->worked, <=, stage->days);
    }
}

/* A deal that came back twice is one deal that did. */
static void
test_returned (void)
{
  g_autoptr (ChangeFixture) fixture = change_fixture_new ();
  g_autoptr (ScFiguresQuery) query = sc_figures_query_new (fixture->process_id);
  static const char *const way[] = { "B", "A", "B", "A" };
  const gint64 deal_id = change_fixture_add (fixture, "One", "A");
  g_autofree char *key = sc_figure_key_of (SC_CASE_RETURNED, change_fixture_get_stage (fixture, "A"));
  g_autoptr (ScFigureDeals) deals = sc_figure_deals_parse (key);
  g_autoptr (GArray) ids = NULL;
  g_autoptr (ScFlow) flow = NULL;
  g_autoptr (GError) error = NULL;

  change_fixture_add (fixture, "Two", "A");
  for (guint i = 0; i < G_N_ELEMENTS (way); i++)
    change_fixture_run (fixture, sc_command_move_deals (&deal_id, 1, change_fixture_get_stage (fixture, way[i]), NULL));
  flow = sc_flow_read (fixture->store, query, NULL, &error);
  g_assert_no_error (error);
  g_assert_cmpuint (((const ScStageFlow *) flow->stages->pdata[0])->n_returned, ==, 1);
  ids = sc_figure_deals_list (fixture->store, query, deals, NULL, &error);
  g_assert_no_error (error);
  g_assert_cmpuint (ids->len, ==, 1);
  g_assert_cmpint (g_array_index (ids, gint64, 0), ==, deal_id);
}

/* What is no key opens nothing. */
static void
test_no_key (void)
{
  static const char *const keys[] = {
    "", "won:", "wonder", "entered", "longer:x", "week-open:monday", "share:1", "lost-at:a",
    "stood:now", "stood-won:2017-09-30", "stood-won:2017-09-30:x", "came-in:2017:", "came-in:2017-09",
  };

  for (guint i = 0; i < G_N_ELEMENTS (keys); i++)
    g_assert_null (sc_figure_deals_parse (keys[i]));
}

int
main (int   argc,
      char *argv[])
{
  setlocale (LC_ALL, "");
  g_test_init (&argc, &argv, NULL);

  g_test_add_func ("/insight/deals/today", test_today);
  g_test_add_func ("/insight/deals/some", test_some);
  g_test_add_func ("/insight/deals/period", test_period);
  g_test_add_func ("/insight/deals/work", test_work);
  g_test_add_func ("/insight/deals/trends", test_trends);
  g_test_add_func ("/insight/deals/returned", test_returned);
  g_test_add_func ("/insight/deals/no-key", test_no_key);

  return g_test_run ();
}
