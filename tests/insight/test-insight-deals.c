/* SPDX-License-Identifier: GPL-3.0-or-later */

/* The number that the Insight view says is the number of deals that its list has: of every kind
 * of figure, on made-up deals of a process with a trial and needs discovery, as of today and
 * as of a past day, for all and for some. */

#include <locale.h>
#include <math.h>

#include "change/change-fixture.h"
#include "change/sc-add-sample.h"
#include "insight/sc-insight-charts.h"
#include "insight/sc-insight-deals.h"
#include "insight/sc-insight-parts.h"
#include "method/sc-proposal.h"
#include "model/sc-month.h"
#include "statistics/sc-trend.h"
#include "store/sc-past.h"

#define N_DEALS 200

typedef struct {
  StoreFixture *base;
  ScFiguresQuery *query;
  ScInsightFigures figures;
  ScVersion *version;
  GHashTable *names;
  GHashTable *seen;
} Fixture;

static const ScAspects aspects = {
  { SC_SELLING_CONSULTATIVE, SC_NOVELTY_INNOVATIVE, SC_DEMAND_FORMED, SC_MARKET_B2B, SC_OFFER_PRODUCT,
    SC_PAYMENT_AFTER_ONBOARDING },
};

static void
add_sample (ScStore *store)
{
  ScSampleProcess process = { .name = "Software", .version = sc_proposal_new (&aspects, SC_LANGUAGE_EN), .share = 1 };
  g_autoptr (GError) error = NULL;
  g_autoptr (ScOutcome) outcome = sc_command_run (sc_command_add_sample (&process, 1, N_DEALS, 7), store, NULL, &error);

  g_assert_no_error (error);
  g_assert_nonnull (outcome);
  sc_version_unref (process.version);
}

static Fixture *
fixture_new (void)
{
  Fixture *self = g_new0 (Fixture, 1);
  g_autoptr (GPtrArray) processes = NULL;
  g_autoptr (GError) error = NULL;

  self->base = store_fixture_new ();
  add_sample (self->base->store);
  processes = sc_store_list_processes (self->base->store, FALSE, &error);
  g_assert_no_error (error);
  self->query = sc_figures_query_new (((ScProcess *) processes->pdata[0])->id);
  self->version = sc_store_load_version (self->base->store, self->query->process_id, SC_VERSION_WANTED_PUBLISHED, &error);
  g_assert_no_error (error);
  self->names = sc_store_list_stage_names (self->base->store, self->query->process_id, &error);
  g_assert_no_error (error);
  self->seen = g_hash_table_new_full (g_str_hash, g_str_equal, g_free, NULL);

  return self;
}

static void
forget_figures (Fixture *self)
{
  g_clear_pointer (&self->figures.cycle, sc_cycle_free);
  g_clear_pointer (&self->figures.flow, sc_flow_free);
  g_clear_pointer (&self->figures.discovery, sc_discovery_figures_free);
  g_clear_pointer (&self->figures.record, sc_forecast_record_free);
  g_clear_pointer (&self->figures.versions, sc_versions_figures_free);
}

static void
fixture_free (Fixture *self)
{
  forget_figures (self);
  sc_figures_query_free (self->query);
  sc_version_unref (self->version);
  g_hash_table_unref (self->names);
  g_hash_table_unref (self->seen);
  store_fixture_free (self->base);
  g_free (self);
}

G_DEFINE_AUTOPTR_CLEANUP_FUNC (Fixture, fixture_free)

static void
read_figures (Fixture *self)
{
  g_autoptr (GError) error = NULL;

  forget_figures (self);
  self->figures.cycle = sc_cycle_read (self->base->store, self->query, NULL, &error);
  g_assert_no_error (error);
  self->figures.flow = sc_flow_read (self->base->store, self->query, NULL, &error);
  g_assert_no_error (error);
  self->figures.discovery = sc_discovery_read (self->base->store, self->query, NULL, &error);
  g_assert_no_error (error);
  self->figures.record = sc_forecast_record_read (self->base->store, self->query, SC_FORECAST_DAYS, NULL, NULL, NULL, &error);
  g_assert_no_error (error);
  self->figures.versions = sc_versions_figures_read (self->base->store, self->query, NULL, &error);
  g_assert_no_error (error);
}

/* The list of deals has as many rows, and a name. */
static void
check (Fixture *self,
       char    *key,
       guint    n)
{
  g_autofree char *owned = key;
  g_autoptr (ScFigureDeals) deals = sc_figure_deals_parse (key);
  g_autoptr (ScDealQuery) query = sc_deal_query_new (self->query->process_id);
  g_autoptr (GError) error = NULL;
  g_autofree char *name = NULL;

  g_assert_nonnull (deals);
  query->only = sc_figure_deals_list (self->base->store, self->query, deals, NULL, &error);
  g_assert_no_error (error);
  if (query->only->len != n)
    g_error ("%s: %u deals, where the figure is %u", key, query->only->len, n);
  g_assert_cmpuint (sc_store_count_deals (self->base->store, query, NULL, &error), ==, n);
  g_assert_no_error (error);
  name = sc_insight_deals_tell (deals, self->version, self->names, self->query->unit);
  g_assert_cmpstr (name, !=, "");
  if (n > 0)
    g_hash_table_add (self->seen, g_strdup_printf ("%d", deals->which));
}

static void
check_cycle (Fixture *self)
{
  const ScCycle *cycle = self->figures.cycle;

  check (self, sc_figure_key (SC_CASE_TIMED_WON), cycle->n_won);
  check (self, sc_figure_key (SC_CASE_TIMED_LOST), cycle->n_lost);
  check (self, sc_figure_key (SC_CASE_TIMED_OPEN), cycle->n_open);
  check (self, sc_figure_key (SC_CASE_TIMED), cycle->n_won + cycle->n_lost + cycle->n_open);
  check (self, sc_figure_key (SC_CASE_NO_START), cycle->n_no_start);
  check (self, sc_figure_key (SC_CASE_NO_END), cycle->n_no_end);
  check (self, sc_figure_key (SC_CASE_WITHIN_DESIGNED), cycle->within_designed.n);
  for (guint i = 0; i < cycle->stages->len; i++)
    {
      const ScStageTime *stage = cycle->stages->pdata[i];

      check (self, sc_figure_key_of (SC_CASE_OVER_TARGET, stage->stage_id), stage->n_over_target);
      check (self, sc_figure_key_of (SC_CASE_KNOWN_NOW, stage->stage_id), stage->n_known_now);
      check (self, sc_figure_key_of (SC_CASE_RETURNED, stage->stage_id), stage->n_returned);
    }
}

/* Of what is at risk on a day that which is not decided on it is undecided after it. */
static void
check_curve (Fixture *self)
{
  const GArray *points = self->figures.cycle->curve->points;

  for (guint i = 0; i < points->len; i += 1 + points->len / 8)
    {
      const ScCurvePoint *point = &g_array_index (points, ScCurvePoint, i);

      check (self, sc_figure_key_of_days (SC_CASE_LONGER, point->t), point->n_at_risk - point->n_events);
    }
  check (self, sc_figure_key_of_days (SC_CASE_WON_WITHIN, G_MAXUINT32), self->figures.cycle->n_won);
}

static void
check_flow (Fixture *self)
{
  const ScFlow *flow = self->figures.flow;

  check (self, sc_figure_key (SC_CASE_DECIDED), flow->n_decided);
  check (self, sc_figure_key (SC_CASE_WON), flow->n_won);
  check (self, sc_figure_key (SC_CASE_LOST), flow->n_decided - flow->n_won);
  for (guint i = 0; i < flow->stages->len; i++)
    {
      const ScStageFlow *stage = flow->stages->pdata[i];

      check (self, sc_figure_key_of (SC_CASE_ENTERED, stage->stage_id), stage->n_entered);
      check (self, sc_figure_key_of (SC_CASE_LEFT, stage->stage_id), stage->conversion.of);
      check (self, sc_figure_key_of (SC_CASE_LEFT_ON, stage->stage_id), stage->n_left_on);
      check (self, sc_figure_key_of (SC_CASE_LOST_THERE, stage->stage_id), stage->n_lost);
      check (self, sc_figure_key_of (SC_CASE_NOW, stage->stage_id), stage->n_now);
    }
  for (guint i = 0; i < flow->losses->len; i += 3)
    {
      const ScLossCount *loss = flow->losses->pdata[i];

      check (self, sc_figure_key_of_loss (loss->stage_id, loss->reason), loss->n);
    }
  g_assert_nonnull (flow->trial);
  check (self, sc_figure_key (SC_CASE_TRIAL), flow->trial->n_entered);
  check (self, sc_figure_key (SC_CASE_TRIAL_WON), flow->trial->n_won);
  check (self, sc_figure_key (SC_CASE_TRIAL_LOST), flow->trial->n_lost);
  check (self, sc_figure_key (SC_CASE_TRIAL_UNDECIDED), flow->trial->n_undecided);
  check (self, sc_figure_key (SC_CASE_TRIAL_EXTENDED), flow->trial->n_extended);
}

static void
check_groups (Fixture         *self,
              const GPtrArray *groups,
              ScFigureCase     which)
{
  for (guint i = 0; i < groups->len; i += 2)
    {
      const ScFlowGroup *group = groups->pdata[i];

      check (self, sc_figure_key_of (which, group->key), group->n_decided);
    }
}

static void
check_discovery (Fixture *self)
{
  const ScDiscoveryFigures *figures = self->figures.discovery;

  check (self, sc_figure_key (SC_CASE_MOVED_ON), figures->n);
  check (self, sc_figure_key (SC_CASE_SUMMARY), figures->confirmed.of);
  check (self, sc_figure_key (SC_CASE_CONFIRMED), figures->confirmed.n);
  check (self, sc_figure_key (SC_CASE_CORRECTED), figures->corrected.n);
  check (self, sc_figure_key (SC_CASE_AT_GATE), figures->at_gate.n);
  check (self, sc_figure_key (SC_CASE_NOT_TOLD), figures->not_told.n);
  for (guint i = 0; i < figures->groups->len; i++)
    {
      const ScDiscoveryGroup *group = &g_array_index (figures->groups, ScDiscoveryGroup, i);

      check (self, sc_figure_key_of_shares (SC_CASE_SHARE, group->low, group->high), group->won.of);
      check (self, sc_figure_key_of_shares (SC_CASE_SHARE_ANY, group->low, group->high), group->n);
    }
  for (guint i = 0; i < figures->questions->len; i++)
    {
      const ScQuestionFigures *question = figures->questions->pdata[i];

      check (self, sc_figure_key_of (SC_CASE_ASKED, question->criterion_id), question->answered.of);
      check (self, sc_figure_key_of (SC_CASE_ANSWERED, question->criterion_id), question->answered.n);
      check (self, sc_figure_key_of (SC_CASE_ANSWERED_DECIDED, question->criterion_id), question->won_with.of);
      check (self, sc_figure_key_of (SC_CASE_UNANSWERED_DECIDED, question->criterion_id), question->won_without.of);
    }
  check (self, sc_figure_key (SC_CASE_MOVED_ON_UNKNOWN), figures->n_inferred);
}

static void
check_outlook (Fixture *self)
{
  g_autoptr (ScForecastQuery) query = sc_forecast_query_new (self->query->process_id);
  g_autoptr (ScForecast) forecast = NULL;
  g_autoptr (GError) error = NULL;

  sc_figures_query_free (query->deals);
  query->deals = sc_figures_query_copy (self->query);
  forecast = sc_forecast_read (self->base->store, query, NULL, &error);
  g_assert_no_error (error);
  check (self, sc_figure_key (SC_CASE_TIMED_OPEN), forecast->n_open);
  check (self, sc_figure_key (SC_CASE_OUTLIVED), forecast->n_beyond);
  check (self, sc_figure_key (SC_CASE_WITHOUT_VALUE), forecast->n_without_value);
  for (guint i = 0; i < sc_forecast_get_n_currencies (forecast); i++)
    {
      const ScForecastMoney *money = &g_array_index (forecast->money, ScForecastMoney, i);

      check (self, sc_figure_key_of (SC_CASE_WITH_VALUE, money->currency), money->n_valued);
    }
  if (forecast->is_over)
    check (self, sc_figure_key_of_days (SC_CASE_WON_SINCE, query->within), forecast->n_won);
  for (guint i = 0; i < forecast->periods->len; i++)
    {
      const ScForecastPeriod *month = &g_array_index (forecast->periods, ScForecastPeriod, i);

      check (self, sc_figure_key_of_month (SC_CASE_CAME_IN, sc_month_of (month->first), NULL), month->n_won_before);
    }
}

static void
check_record (Fixture *self)
{
  const ScForecastRecord *record = self->figures.record;

  for (guint i = 0; i < record->days->len; i += 3)
    {
      const ScForecastPast *past = &g_array_index (record->days, ScForecastPast, i);

      check (self, sc_figure_key_of_day (SC_CASE_STOOD, past->day), past->n_open);
      check (self, sc_figure_key_of_term (SC_CASE_STOOD_WON, past->day, record->within), past->n_won);
      for (guint j = 0; j < past->money->len; j++)
        {
          const ScForecastMoney *money = &g_array_index (past->money, ScForecastMoney, j);

          check (self, sc_figure_key_of_money (SC_CASE_STOOD_IN, past->day, record->within, money->currency), money->n_valued);
          check (self, sc_figure_key_of_money (SC_CASE_STOOD_IN_WON, past->day, record->within, money->currency),
                 money->n_came_in);
        }
    }
  for (guint i = 0; i < record->stages->len; i++)
    {
      const ScStageChance *stage = record->stages->pdata[i];

      check (self, sc_figure_key_of (SC_CASE_REACHED_DECIDED, stage->stage_id), stage->learned.of);
      check (self, sc_figure_key_of (SC_CASE_REACHED_WON, stage->stage_id), stage->learned.n);
    }
  check (self, sc_figure_key (SC_CASE_PUT_OFF), record->slips.n_moved);
  check (self, sc_figure_key (SC_CASE_PUT_OFF_OFTEN), record->slips.n_often);
}

static GArray *
list_deals (Fixture *self,
            char    *key)
{
  g_autofree char *owned = key;
  g_autoptr (ScFigureDeals) deals = sc_figure_deals_parse (key);
  g_autoptr (GError) error = NULL;
  GArray *ids;

  g_assert_nonnull (deals);
  ids = sc_figure_deals_list (self->base->store, self->query, deals, NULL, &error);
  g_assert_no_error (error);

  return ids;
}

/* A chance is said of a deal at each month's end on which it is open: its list has each deal
 * once, and all lists together those that were open at any. */
static void
check_said (Fixture *self)
{
  const ScForecastRecord *record = self->figures.record;
  g_autoptr (GHashTable) said = g_hash_table_new_full (g_int64_hash, g_int64_equal, g_free, NULL);
  g_autoptr (GHashTable) open = g_hash_table_new_full (g_int64_hash, g_int64_equal, g_free, NULL);

  for (guint i = 0; i < record->calibration.n_points; i++)
    {
      const ScCalibrationPoint *point = &record->calibration.points[i];
      g_autoptr (GArray) ids = list_deals (self, sc_figure_key_of_shares (SC_CASE_SAID, point->low, point->high));

      g_assert_cmpuint (ids->len, >, 0);
      g_assert_cmpuint (ids->len, <=, point->n);
      for (guint j = 0; j < ids->len; j++)
        g_hash_table_add (said, g_memdup2 (&g_array_index (ids, gint64, j), sizeof (gint64)));
    }
  for (guint i = 0; i < record->days->len; i++)
    {
      const ScForecastPast *past = &g_array_index (record->days, ScForecastPast, i);
      g_autoptr (GArray) ids = list_deals (self, sc_figure_key_of_day (SC_CASE_STOOD, past->day));

      for (guint j = 0; j < ids->len; j++)
        g_hash_table_add (open, g_memdup2 (&g_array_index (ids, gint64, j), sizeof (gint64)));
    }
  g_assert_cmpuint (g_hash_table_size (said), <=, g_hash_table_size (open));
  g_assert_cmpuint (g_hash_table_size (said) + record->n_beyond, >=, g_hash_table_size (open));
}

static void
check_versions (Fixture *self)
{
  const GArray *versions = self->figures.versions->versions;

  for (guint i = 0; i < versions->len; i++)
    {
      const ScVersionFigures *version = &g_array_index (versions, ScVersionFigures, i);

      check (self, sc_figure_key_of_days (SC_CASE_VERSION, version->number), version->n_started);
      check (self, sc_figure_key_of_days (SC_CASE_VERSION_DECIDED, version->number), version->share.of);
    }
}

/* The deals of the two periods that a trend compares. */
static void
check_trends (Fixture *self)
{
  const ScTrend *length = &self->figures.cycle->trend;
  const ScTrend *discovery = &self->figures.discovery->trend;
  ScDate as_of = self->figures.cycle->query->as_of;

  if (length->reason == SC_REASON_NONE)
    {
      check (self, sc_figure_key_of_early (SC_CASE_STARTED_TIMED, length, as_of), length->n_before);
      check (self, sc_figure_key_of_late (SC_CASE_STARTED_TIMED, length, as_of), length->n_after);
    }
  if (discovery->reason == SC_REASON_NONE)
    {
      check (self, sc_figure_key_of_early (SC_CASE_STARTED_MOVED_ON, discovery, sc_trend_get_early_end (discovery, as_of)),
             discovery->n_before);
      check (self, sc_figure_key_of_late (SC_CASE_STARTED_MOVED_ON, discovery, as_of), discovery->n_after);
    }
}

/* A point of a chart that counts deals opens as many. */
static void
check_points (Fixture *self,
              ScChart *chart,
              guint    step)
{
  for (guint i = 0; i < chart->series->len; i++)
    for (guint j = 0; j < sc_chart_get_series (chart, i)->points->len; j += step)
      {
        const ScChartPoint *point = sc_chart_get_point (chart, i, j);

        g_assert_nonnull (point->key);
        check (self, g_strdup (point->key), (guint) lround (point->y));
      }
  sc_chart_unref (chart);
}

static void
check_all (Fixture *self)
{
  read_figures (self);
  check_cycle (self);
  check_outlook (self);
  check_record (self);
  check_said (self);
  check_versions (self);
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
  g_autoptr (Fixture) fixture = fixture_new ();
  static const ScFigureCase needed[] = {
    SC_CASE_TIMED_WON, SC_CASE_TIMED_LOST, SC_CASE_TIMED_OPEN, SC_CASE_WITHIN_DESIGNED, SC_CASE_LOST_AT, SC_CASE_OWNER,
    SC_CASE_SOURCE, SC_CASE_MONTH, SC_CASE_WEEK_OPEN, SC_CASE_ENTERED, SC_CASE_LEFT_ON, SC_CASE_NOW, SC_CASE_OVER_TARGET,
    SC_CASE_TRIAL, SC_CASE_TRIAL_WON, SC_CASE_MOVED_ON, SC_CASE_ANSWERED, SC_CASE_UNANSWERED_DECIDED, SC_CASE_SHARE,
    SC_CASE_WITH_VALUE, SC_CASE_REACHED_DECIDED, SC_CASE_REACHED_WON, SC_CASE_STOOD, SC_CASE_STOOD_WON, SC_CASE_STOOD_IN, SC_CASE_STOOD_IN_WON, SC_CASE_VERSION, SC_CASE_VERSION_DECIDED,
  };

  check_all (fixture);
  for (guint i = 0; i < G_N_ELEMENTS (needed); i++)
    {
      g_autofree char *id = g_strdup_printf ("%d", needed[i]);

      if (!g_hash_table_contains (fixture->seen, id))
        g_error ("no deals of case %s", id);
    }
}

/* A past day, and calendar days; the deals of one owner from some day on. */
static void
test_some (void)
{
  g_autoptr (Fixture) fixture = fixture_new ();
  ScDate today = sc_clock_today ();

  read_figures (fixture);
  fixture->query->as_of = today - 60;
  fixture->query->unit = SC_COUNT_DAYS;
  fixture->query->from = today - 400;
  fixture->query->owner = g_strdup (((const ScFlowGroup *) fixture->figures.flow->by_owner->pdata[0])->key);
  check_all (fixture);
}

/* The period of how forecasts came true is that of the forecasts, and not of the deals. */
static void
test_period (void)
{
  g_autoptr (Fixture) fixture = fixture_new ();
  ScDate today = sc_clock_today ();

  fixture->query->from = today - 200;
  fixture->query->to = today - 30;
  check_all (fixture);
  g_assert_cmpuint (fixture->figures.record->days->len, >, 0);
}

/* Of deals that could be followed for long enough both periods open their deals. */
static void
test_trends (void)
{
  g_autoptr (Fixture) fixture = fixture_new ();
  ScDate today = sc_clock_today ();

  fixture->query->to = today - 90;
  fixture->query->from = today - 240;
  read_figures (fixture);
  g_assert_cmpint (fixture->figures.cycle->trend.reason, ==, SC_REASON_NONE);
  g_assert_cmpint (fixture->figures.discovery->trend.reason, ==, SC_REASON_NONE);
  check_trends (fixture);
  g_assert_cmpuint (g_hash_table_size (fixture->seen), ==, 2);
}

static GArray *
list_work_days (Fixture *self,
                ScDate   as_of)
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
  g_autoptr (Fixture) fixture = fixture_new ();
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

static guint
count (ChangeFixture        *fixture,
       const ScFiguresQuery *query,
       const char           *key)
{
  g_autoptr (ScFigureDeals) deals = sc_figure_deals_parse (key);
  g_autoptr (GError) error = NULL;
  g_autoptr (GArray) ids = sc_figure_deals_list (fixture->store, query, deals, NULL, &error);

  g_assert_no_error (error);

  return ids->len;
}

/* By its owner, whose key of the month it gives. */
static void
win (ChangeFixture *fixture,
     gint64         id,
     char         **key)
{
  g_autoptr (ScDeal) deal = change_fixture_load (fixture, id);
  g_autoptr (ScDeal) owned = sc_deal_copy (deal);
  g_autoptr (ScDeal) now = NULL;

  owned->owner_id = 0;
  g_set_str (&owned->owner, "Anna: A");
  change_fixture_run (fixture, sc_command_edit_deal (deal, owned, SC_DEAL_FIELD_OWNER));
  now = change_fixture_load (fixture, id);
  change_fixture_run (fixture, sc_command_win_deal (now, NULL));
  *key = sc_figure_key_of_month (SC_CASE_CAME_IN, sc_month_of (sc_clock_today ()), "Anna: A");
}

/* Today. */
static void
pay (ChangeFixture *fixture,
     gint64         id)
{
  g_autoptr (ScDeal) deal = change_fixture_load (fixture, id);
  const ScPayment planned = { .amount = sc_money_new (1000, "USD"), .due = sc_clock_today () };
  g_autoptr (GPtrArray) payments = NULL;
  ScPayment received;

  change_fixture_run (fixture, sc_command_add_payment (deal, &planned));
  payments = sc_store_list_payments (fixture->store, id, NULL);
  received = *(const ScPayment *) payments->pdata[0];
  received.paid_on = sc_clock_today ();
  change_fixture_run (fixture, sc_command_edit_payment (payments->pdata[0], &received));
}

/* What came in is told by whose it is, and a day that is put off by how often. */
static void
test_promises (void)
{
  g_autoptr (ChangeFixture) fixture = change_fixture_new ();
  g_autoptr (ScFiguresQuery) query = sc_figures_query_new (fixture->process_id);
  ScDate today = sc_clock_today ();
  const gint64 ids[] = { change_fixture_add (fixture, "Kept", "A"), change_fixture_add (fixture, "Put off", "A") };
  g_autofree char *mine = NULL;
  g_autofree char *others = sc_figure_key_of_month (SC_CASE_CAME_IN, sc_month_of (today), "Nobody");
  g_autofree char *all = sc_figure_key_of_month (SC_CASE_CAME_IN, sc_month_of (today), NULL);
  g_autofree char *planned = sc_figure_key_of_month (SC_CASE_PLAN_WON, sc_month_of (today), NULL);
  g_autofree char *received = sc_figure_key_of_month (SC_CASE_RECEIVED, sc_month_of (today), NULL);

  for (guint i = 0; i <= 3; i++)
    {
      g_autoptr (ScDeal) deal = change_fixture_load (fixture, ids[1]);
      g_autoptr (ScDeal) moved = sc_deal_copy (deal);

      moved->expected_close = today + 10 * (i + 1);
      change_fixture_run (fixture, sc_command_edit_deal (deal, moved, SC_DEAL_FIELD_EXPECTED_CLOSE));
      g_assert_cmpuint (count (fixture, query, "put-off"), ==, i > 0);
      g_assert_cmpuint (count (fixture, query, "put-off-often"), ==, i == 3);
    }
  g_assert_cmpuint (count (fixture, query, all), ==, 0);
  win (fixture, ids[0], &mine);
  g_assert_cmpuint (count (fixture, query, all), ==, 1);
  g_assert_cmpuint (count (fixture, query, mine), ==, 1);
  g_assert_cmpuint (count (fixture, query, others), ==, 0);
  g_assert_cmpuint (count (fixture, query, received), ==, 0);
  pay (fixture, ids[0]);
  g_assert_cmpuint (count (fixture, query, received), ==, 1);

  /* A plan is of all deals, whatever else is looked at. */
  query->owner = g_strdup ("Nobody");
  g_assert_cmpuint (count (fixture, query, all), ==, 0);
  g_assert_cmpuint (count (fixture, query, received), ==, 0);
  g_assert_cmpuint (count (fixture, query, planned), ==, 1);
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
  g_test_add_func ("/insight/deals/promises", test_promises);
  g_test_add_func ("/insight/deals/returned", test_returned);
  g_test_add_func ("/insight/deals/no-key", test_no_key);

  return g_test_run ();
}
