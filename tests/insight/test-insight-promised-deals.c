/* SPDX-License-Identifier: GPL-3.0-or-later */

/* The number that the Insight view says is the number of deals that its list has: of what the
 * scheme promises, which are forecasts and how they came true, versions, and what came in, on
 * made-up deals, as of today and as of a past day, for all and for some. */

#include <locale.h>

#include "insight/insight-deals-fixture.h"
#include "model/sc-month.h"

static void
check_outlook (DealsFixture *self)
{
  g_autoptr (ScForecastQuery) query = sc_forecast_query_new (self->query->process_id);
  g_autoptr (ScForecast) forecast = NULL;
  g_autoptr (GError) error = NULL;

  sc_figures_query_free (query->deals);
  query->deals = sc_figures_query_copy (self->query);
  forecast = sc_forecast_read (self->base->store, query, NULL, &error);
  g_assert_no_error (error);
  deals_fixture_check (self, sc_figure_key (SC_CASE_TIMED_OPEN), forecast->n_open);
  deals_fixture_check (self, sc_figure_key (SC_CASE_OUTLIVED), forecast->n_beyond);
  deals_fixture_check (self, sc_figure_key (SC_CASE_WITHOUT_VALUE), forecast->n_without_value);
  for (guint i = 0; i < sc_forecast_get_n_currencies (forecast); i++)
    {
      const ScForecastMoney *money = &g_array_index (forecast->money, ScForecastMoney, i);

      deals_fixture_check (self, sc_figure_key_of (SC_CASE_WITH_VALUE, money->currency), money->n_valued);
    }
  if (forecast->is_over)
    deals_fixture_check (self, sc_figure_key_of_days (SC_CASE_WON_SINCE, query->within), forecast->n_won);
  deals_fixture_check (self, sc_figure_key (SC_CASE_OPEN_NO_START), forecast->n_no_start);
  deals_fixture_check (self, sc_figure_key (SC_CASE_BY_STAGE), forecast->standing->n_by_stage);
  deals_fixture_check (self, sc_figure_key (SC_CASE_WITH_CHANCE), forecast->n_set);
  deals_fixture_check (self, sc_figure_key_of_days (SC_CASE_BEFORE, query->within), forecast->n_before);
  deals_fixture_check (self, sc_figure_key_of_days (SC_CASE_BEFORE_WON, query->within), forecast->n_before_won);
  if (forecast->n_before > 0)
    g_assert_cmpfloat_with_epsilon (forecast->baseline, (double) forecast->n_before_won / forecast->n_before, 1e-12);
  for (guint i = 0; i < forecast->periods->len; i++)
    {
      const ScForecastPeriod *month = &g_array_index (forecast->periods, ScForecastPeriod, i);

      deals_fixture_check (self, sc_figure_key_of_month (SC_CASE_CAME_IN, sc_month_of (month->first), NULL), month->n_won_before);
    }
}

static void
check_record (DealsFixture *self)
{
  const ScForecastRecord *record = self->figures.record;

  for (guint i = 0; i < record->days->len; i += 3)
    {
      const ScForecastPast *past = &g_array_index (record->days, ScForecastPast, i);

      deals_fixture_check (self, sc_figure_key_of_day (SC_CASE_STOOD, past->day), past->n_open);
      deals_fixture_check (self, sc_figure_key_of_term (SC_CASE_STOOD_WON, past->day, record->within), past->n_won);
      deals_fixture_check (self, sc_figure_key_of_day (SC_CASE_STOOD_WITHOUT_VALUE, past->day), past->n_without_value);
      for (guint j = 0; j < past->money->len; j++)
        {
          const ScForecastMoney *money = &g_array_index (past->money, ScForecastMoney, j);

          deals_fixture_check (self, sc_figure_key_of_money (SC_CASE_STOOD_IN, past->day, record->within, money->currency), money->n_valued);
          deals_fixture_check (self, sc_figure_key_of_money (SC_CASE_STOOD_IN_WON, past->day, record->within, money->currency),
                               money->n_came_in);
        }
    }
  for (guint i = 0; i < record->stages->len; i++)
    {
      const ScStageChance *stage = record->stages->pdata[i];

      deals_fixture_check (self, sc_figure_key_of (SC_CASE_REACHED_DECIDED, stage->stage_id), stage->learned.of);
      deals_fixture_check (self, sc_figure_key_of (SC_CASE_REACHED_WON, stage->stage_id), stage->learned.n);
    }
  for (guint i = 0; i < SC_N_HORIZONS; i++)
    {
      const ScForecastHorizon *horizon = &record->horizons[i];

      deals_fixture_check (self, sc_figure_key_of_days (SC_CASE_FORECAST, horizon->within), horizon->n_deals);
      deals_fixture_check (self, sc_figure_key_of_days (SC_CASE_FORECAST_WON, horizon->within), horizon->n_deals_won);
      g_assert_cmpuint (horizon->n_deals_won, <=, horizon->n_won);
    }
  deals_fixture_check (self, sc_figure_key (SC_CASE_DATED), record->slips.n_dated);
  deals_fixture_check (self, sc_figure_key (SC_CASE_PUT_OFF), record->slips.n_moved);
  deals_fixture_check (self, sc_figure_key (SC_CASE_PUT_OFF_OFTEN), record->slips.n_often);
}

/* A chance is said of a deal at each month's end on which it is open: its list has each deal
 * once, and all lists together those that were open at any. */
static void
check_said (DealsFixture *self)
{
  const ScForecastRecord *record = self->figures.record;
  g_autoptr (GHashTable) said = g_hash_table_new_full (g_int64_hash, g_int64_equal, g_free, NULL);
  g_autoptr (GHashTable) open = g_hash_table_new_full (g_int64_hash, g_int64_equal, g_free, NULL);

  for (guint i = 0; i < record->calibration.n_points; i++)
    {
      const ScCalibrationPoint *point = &record->calibration.points[i];
      g_autoptr (GArray) ids = deals_fixture_list (self, sc_figure_key_of_shares (SC_CASE_SAID, point->low, point->high));

      g_assert_cmpuint (ids->len, >, 0);
      g_assert_cmpuint (ids->len, ==, point->n_deals);
      g_assert_cmpuint (ids->len, <=, point->n);
      for (guint j = 0; j < ids->len; j++)
        g_hash_table_add (said, g_memdup2 (&g_array_index (ids, gint64, j), sizeof (gint64)));
    }
  for (guint i = 0; i < record->days->len; i++)
    {
      const ScForecastPast *past = &g_array_index (record->days, ScForecastPast, i);
      g_autoptr (GArray) ids = deals_fixture_list (self, sc_figure_key_of_day (SC_CASE_STOOD, past->day));

      for (guint j = 0; j < ids->len; j++)
        g_hash_table_add (open, g_memdup2 (&g_array_index (ids, gint64, j), sizeof (gint64)));
    }
  g_assert_cmpuint (g_hash_table_size (said), <=, g_hash_table_size (open));
  g_assert_cmpuint (g_hash_table_size (said), ==, record->n_deals);
  deals_fixture_check (self, sc_figure_key (SC_CASE_SAID_ANY), record->n_deals);
  deals_fixture_check (self, sc_figure_key (SC_CASE_SAID_WON), record->n_deals_won);
  g_assert_cmpuint (g_hash_table_size (said) + record->n_beyond, >=, g_hash_table_size (open));
}

static void
check_versions (DealsFixture *self)
{
  const GArray *versions = self->figures.versions->versions;

  for (guint i = 0; i < versions->len; i++)
    {
      const ScVersionFigures *version = &g_array_index (versions, ScVersionFigures, i);

      deals_fixture_check (self, sc_figure_key_of_days (SC_CASE_VERSION, version->number), version->n_started);
      deals_fixture_check (self, sc_figure_key_of_days (SC_CASE_VERSION_DECIDED, version->number), version->share.of);
    }
}

static void
check_all (DealsFixture *self)
{
  deals_fixture_read (self);
  check_outlook (self);
  check_record (self);
  check_said (self);
  check_versions (self);
}

static void
test_today (void)
{
  g_autoptr (DealsFixture) fixture = deals_fixture_new ();
  static const ScFigureCase needed[] = {
    SC_CASE_WITH_VALUE, SC_CASE_REACHED_DECIDED, SC_CASE_REACHED_WON, SC_CASE_STOOD, SC_CASE_STOOD_WON,
    SC_CASE_STOOD_IN, SC_CASE_STOOD_IN_WON, SC_CASE_VERSION, SC_CASE_VERSION_DECIDED,
    SC_CASE_BY_STAGE, SC_CASE_WITH_CHANCE, SC_CASE_BEFORE, SC_CASE_BEFORE_WON, SC_CASE_SAID_ANY, SC_CASE_SAID_WON,
    SC_CASE_FORECAST, SC_CASE_FORECAST_WON,
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

/* The period of how forecasts came true is that of the forecasts, and not of the deals. */
static void
test_period (void)
{
  g_autoptr (DealsFixture) fixture = deals_fixture_new ();
  ScDate today = sc_clock_today ();

  fixture->query->from = today - 200;
  fixture->query->to = today - 30;
  check_all (fixture);
  g_assert_cmpuint (fixture->figures.record->days->len, >, 0);
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
      g_assert_cmpuint (count (fixture, query, "dated"), ==, 1);
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

int
main (int   argc,
      char *argv[])
{
  setlocale (LC_ALL, "");
  g_test_init (&argc, &argv, NULL);

  g_test_add_func ("/insight/promised-deals/today", test_today);
  g_test_add_func ("/insight/promised-deals/some", test_some);
  g_test_add_func ("/insight/promised-deals/period", test_period);
  g_test_add_func ("/insight/promised-deals/promises", test_promises);

  return g_test_run ();
}
