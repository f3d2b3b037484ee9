/* SPDX-License-Identifier: GPL-3.0-or-later */

/* What will come in, as it could be said on a day: what became of deals that were as old
 * says what may become of those that are. Beside it always what is said without looking at
 * a deal, and what the scheme says; and where the time has passed, what came. */

#include "statistics/sc-forecast.h"

#include "store/sc-past.h"
#include "store/sc-store-plans.h"

/* So many weeks tell how many new deals come: what was half a year ago is another time. */
#define N_WEEKS 26
#define DAYS_OF_WEEK 7

/* What was said of deals, and how wrong it was. */
typedef struct {
  guint n;
  double expected;
  double squares;
} Said;

typedef struct {
  ScForecast *forecast;
  /* What had become of the deals at the end of the time; NULL where it is not over. */
  ScFates *end;
  /* What the scheme was on the day. */
  ScVersion *version;
  Said by_age;
  Said by_baseline;
  Said by_set;
  Said beside_set;
} Reading;

/**
 * sc_forecast_query_new:
 * @process_id: a process
 *
 * Returns: (transfer full): a query for the next 90 days, by months
 */
ScForecastQuery *
sc_forecast_query_new (const char *process_id)
{
  ScForecastQuery *self = g_new0 (ScForecastQuery, 1);

  self->deals = sc_figures_query_new (process_id);
  self->deals->unit = SC_COUNT_DAYS;
  self->within = SC_FORECAST_DAYS;
  self->seed = SC_SIMULATION_SEED;

  return self;
}

/**
 * sc_forecast_query_copy:
 * @self: a query
 *
 * Returns: (transfer full): the same query
 */
ScForecastQuery *
sc_forecast_query_copy (const ScForecastQuery *self)
{
  ScForecastQuery *copy = g_memdup2 (self, sizeof *self);

  copy->deals = sc_figures_query_copy (self->deals);

  return copy;
}

/**
 * sc_forecast_query_free:
 * @self: (transfer full): a query
 */
void
sc_forecast_query_free (ScForecastQuery *self)
{
  sc_figures_query_free (self->deals);
  g_free (self);
}

/**
 * sc_forecast_free:
 * @self: (transfer full): a forecast
 */
void
sc_forecast_free (ScForecast *self)
{
  g_clear_pointer (&self->query, sc_forecast_query_free);
  g_clear_pointer (&self->standing, sc_standing_free);
  g_clear_pointer (&self->money, g_array_unref);
  g_clear_pointer (&self->periods, g_array_unref);
  g_clear_pointer (&self->future, sc_future_free);
  g_free (self);
}

static void
add_said (Said    *said,
          double   chance,
          gboolean is_won)
{
  double wrong = chance - (is_won ? 1 : 0);

  said->n++;
  said->expected += chance;
  said->squares += wrong * wrong;
}

static double
get_score (const Said *said)
{
  return said->n > 0 ? said->squares / said->n : SC_FIGURE_NONE;
}

/* What it was worth at the end of the time. */
static void
add_came_in (Reading          *self,
             const ScOpenDeal *deal)
{
  const ScFate *fate = &g_array_index (self->end->list, ScFate, sc_fates_find (self->end, deal->deal_id));

  if (fate->value_minor < 0)
    self->forecast->n_won_without_value++;
  else
    sc_forecast_money_come_in (self->forecast->money,
                               sc_money_new (fate->value_minor, sc_fates_get_text (self->end, fate->currency)));
}

static void
add_money (Reading          *self,
           const ScOpenDeal *deal,
           double            chance,
           gboolean          is_won)
{
  if (!sc_money_is_set (deal->value))
    {
      self->forecast->n_without_value++;
      return;
    }

  sc_forecast_money_expect (self->forecast->money, deal->value, chance);
  if (is_won)
    add_came_in (self, deal);
}

static void
add_deal (Reading          *self,
          const ScOpenDeal *deal)
{
  ScForecast *forecast = self->forecast;
  gboolean is_won = self->end != NULL && sc_standing_is_won (self->end, deal->deal_id);
  const ScStage *stage = deal->stage_id != NULL ? sc_version_find_stage (self->version, deal->stage_id, NULL) : NULL;
  double set = stage != NULL ? stage->probability : SC_FIGURE_NONE, chance;

  if (!sc_standing_find_chance (forecast->standing, deal, forecast->query->within, &chance))
    forecast->n_beyond++;
  forecast->n_won += is_won;
  add_said (&self->by_age, chance, is_won);
  if (sc_figure_is_known (forecast->baseline))
    add_said (&self->by_baseline, forecast->baseline, is_won);
  if (sc_figure_is_known (set))
    {
      add_said (&self->by_set, set, is_won);
      add_said (&self->beside_set, chance, is_won);
    }
  add_money (self, deal, chance, is_won);
}

/* Where no deal has a value, how many have none is to be seen all the same. */
static void
take_money (Reading *self)
{
  ScForecast *forecast = self->forecast;
  const ScForecastMoney none = { 0 };

  if (forecast->money->len == 0 && forecast->n_without_value > 0)
    g_array_append_val (forecast->money, none);
}

static void
take_scores (Reading *self)
{
  ScForecast *forecast = self->forecast;
  double share;

  forecast->expected = self->by_age.expected;
  forecast->n_set = self->by_set.n;
  forecast->set_expected = self->by_set.n > 0 ? self->by_set.expected : SC_FIGURE_NONE;
  if (self->end == NULL || forecast->n_open == 0)
    return;

  share = (double) forecast->n_won / forecast->n_open;
  forecast->is_over = TRUE;
  forecast->bias = forecast->expected - forecast->n_won;
  forecast->brier = get_score (&self->by_age);
  forecast->baseline_brier = get_score (&self->by_baseline);
  forecast->set_brier = get_score (&self->by_set);
  forecast->beside_set_brier = get_score (&self->beside_set);
  forecast->uncertainty = share * (1 - share);
}

static void
reckon (Reading *self)
{
  ScForecast *forecast = self->forecast;
  const ScStanding *standing = forecast->standing;

  forecast->n_open = standing->open->len;
  forecast->n_no_start = standing->n_no_start;
  forecast->baseline = sc_standing_find_baseline (standing, forecast->query->within, &forecast->n_before,
                                                  &forecast->n_before_won);
  if (standing->n_decided < SC_FEWEST_CASES)
    forecast->reason = SC_REASON_TOO_FEW;
  for (guint i = 0; i < standing->open->len; i++)
    add_deal (self, &g_array_index (standing->open, ScOpenDeal, i));
  take_scores (self);
  take_money (self);
}

/* What came, as far as the time is over. */
static gboolean
read_end (Reading      *self,
          ScStore      *store,
          GCancellable *cancellable,
          GError      **error)
{
  const ScForecastQuery *query = self->forecast->query;
  ScDate end = self->forecast->standing->as_of + query->within;

  if (end >= sc_clock_today ())
    return TRUE;

  self->end = sc_standing_read_fates (store, query->deals, end, cancellable, error);

  return self->end != NULL;
}

/* Plans are of months. */
static gboolean
read_plans (ScForecast *self,
            ScStore    *store,
            GError    **error)
{
  const ScFiguresQuery *deals = self->query->deals;
  g_autoptr (GPtrArray) plans = NULL;

  if (self->query->is_by_week)
    return TRUE;

  plans = sc_store_list_plans (store, deals->process_id, error);
  if (plans == NULL)
    return FALSE;

  sc_forecast_periods_take_plans (self->periods, plans, deals->owner);

  return TRUE;
}

static gboolean
read_periods (ScForecast   *self,
              ScStore      *store,
              GCancellable *cancellable,
              GError      **error)
{
  g_autoptr (ScFates) later = NULL;
  ScDate last;

  self->periods = sc_forecast_periods_new (self->standing->as_of, self->query->within, self->query->is_by_week);
  last = sc_forecast_periods_find_last_over (self->periods);
  if (last != SC_DATE_NONE)
    {
      later = sc_standing_read_fates (store, self->query->deals, last, cancellable, error);
      if (later == NULL)
        return FALSE;
    }
  sc_forecast_periods_count_won (self->periods, self->standing->fates, later);

  return read_plans (self, store, error);
}

/**
 * sc_forecast_read:
 * @store: a store
 * @query: which forecast
 * @cancellable: (nullable): stops it
 * @error: why it can't be read
 *
 * The first figures. The bands of its periods are made by sc_forecast_play(), which takes
 * longer.
 *
 * Returns: (transfer full): the forecast
 */
ScForecast *
sc_forecast_read (ScStore               *store,
                  const ScForecastQuery *query,
                  GCancellable          *cancellable,
                  GError               **error)
{
  g_autoptr (ScForecast) self = g_new0 (ScForecast, 1);
  Reading reading = { .forecast = self };
  gboolean is_read;

  self->query = sc_forecast_query_copy (query);
  self->brier = self->uncertainty = self->baseline_brier = self->set_brier = self->beside_set_brier = SC_FIGURE_NONE;
  self->money = sc_forecast_money_list_new ();
  self->standing = sc_standing_read (store, query->deals, query->deals->as_of, cancellable, error);
  if (self->standing == NULL)
    return NULL;

  self->query->deals->as_of = self->standing->as_of;
  reading.version = sc_store_load_version_at (store, query->deals->process_id, self->standing->as_of, 0, error);
  is_read = reading.version != NULL
            && read_end (&reading, store, cancellable, error)
            && read_periods (self, store, cancellable, error);
  if (is_read)
    reckon (&reading);
  g_clear_pointer (&reading.end, sc_fates_free);
  g_clear_pointer (&reading.version, sc_version_unref);

  return is_read ? g_steal_pointer (&self) : NULL;
}

/**
 * sc_forecast_get_n_currencies:
 * @self: a forecast
 *
 * Returns: in how many currencies open deals have values: those of @money, and of @future
 */
guint
sc_forecast_get_n_currencies (const ScForecast *self)
{
  return self->money->len > 0 && *g_array_index (self->money, ScForecastMoney, 0).currency != '\0' ? self->money->len : 0;
}

/* In the weeks in front of the day, as far as there were any deals. */
static void
add_weeks (const ScStanding *standing,
           ScSimulation     *simulation)
{
  ScDate first = sc_fates_find_first_start (standing->fates);
  guint n_weeks = MIN (N_WEEKS, (standing->as_of - first + 1) / DAYS_OF_WEEK);
  guint weeks[N_WEEKS] = { 0 };

  for (guint i = 0; i < standing->fates->list->len; i++)
    {
      ScDate started = g_array_index (standing->fates->list, ScFate, i).started;
      guint week = started != SC_DATE_NONE ? (standing->as_of - started) / DAYS_OF_WEEK : N_WEEKS;

      if (week < n_weeks)
        weeks[week]++;
    }
  for (guint i = 0; i < n_weeks; i++)
    sc_simulation_add_week (simulation, weeks[i]);
}

/* In which of the forecast's currencies a value is; its number for those in others, too,
 * which are not told of. */
static guint
find_currency (const ScForecast *self,
               const char       *code)
{
  guint i = 0;

  while (i < self->money->len && g_strcmp0 (g_array_index (self->money, ScForecastMoney, i).currency, code) != 0)
    i++;

  return i;
}

/* What new deals may be worth is what those that were won were. */
static void
add_values (const ScForecast *self,
            ScSimulation     *simulation)
{
  const GArray *list = self->standing->fates->list;

  for (guint i = 0; i < list->len; i++)
    {
      const ScFate *fate = &g_array_index (list, ScFate, i);
      guint currency =
        fate->decision == SC_FATE_WON ? find_currency (self, sc_fates_get_text (self->standing->fates, fate->currency)) : 0;

      if (fate->decision == SC_FATE_WON)
        sc_simulation_add_value (simulation, currency < self->money->len ? fate->value_minor : SC_NO_VALUE, currency);
    }
}

/* Whether the stage in which a deal stands is none of those that are behind what is made
 * otherwise. Of one of which nobody knows where it stands it is before. */
static gboolean
is_before (const ScOpenDeal  *deal,
           const char *const *behind)
{
  return behind == NULL || deal->stage_id == NULL || !g_strv_contains (behind, deal->stage_id);
}

static ScSimulation *
make_simulation (const ScForecast  *self,
                 const char *const *behind)
{
  const ScStanding *standing = self->standing;
  ScSimulation *simulation = sc_simulation_new (sc_forecast_get_n_currencies (self));

  for (guint i = 0; i < standing->curves->len; i++)
    sc_simulation_add_curve (simulation, sc_standing_get_curve (standing, i)->outcomes);
  for (guint i = 0; i < standing->open->len; i++)
    {
      const ScOpenDeal *deal = &g_array_index (standing->open, ScOpenDeal, i);
      gboolean is_valued = sc_money_is_set (deal->value);

      sc_simulation_add_open (simulation, deal->curve, deal->time, is_before (deal, behind),
                              is_valued ? deal->value.minor : SC_NO_VALUE, is_valued ? find_currency (self, deal->value.currency) : 0);
    }
  add_weeks (standing, simulation);
  if (sc_forecast_get_n_currencies (self) > 0)
    add_values (self, simulation);

  return simulation;
}

/* What was won in a period already is in it in any future. */
static void
take_bands (ScForecast *self)
{
  for (guint i = 0; i < self->periods->len; i++)
    {
      ScForecastPeriod *period = &g_array_index (self->periods, ScForecastPeriod, i);

      period->deals = self->future->deals[i];
      period->deals.low += period->n_won_before;
      period->deals.median += period->n_won_before;
      period->deals.high += period->n_won_before;
    }
}

/**
 * sc_forecast_play_scenario:
 * @self: a forecast
 * @scenario: what is otherwise
 * @behind: (nullable): the ids of the stages that are behind it: deals that stand there go on
 *   as they do
 * @progress: (nullable): told how far it is
 * @user_data: for @progress
 * @cancellable: (nullable): stops it
 * @error: %G_IO_ERROR_CANCELLED
 *
 * Plays the future of its periods. It reads nothing and changes nothing, and the same seed
 * makes the same.
 *
 * Returns: (transfer full): what may come in, without what is won already
 */
ScFuture *
sc_forecast_play_scenario (const ScForecast    *self,
                           const ScScenario    *scenario,
                           const char *const   *behind,
                           ScSimulationProgress progress,
                           gpointer             user_data,
                           GCancellable        *cancellable,
                           GError             **error)
{
  g_autoptr (ScSimulation) simulation = make_simulation (self, behind);
  g_autofree guint *ends = g_new (guint, self->periods->len);

  for (guint i = 0; i < self->periods->len; i++)
    ends[i] = g_array_index (self->periods, ScForecastPeriod, i).last - self->standing->as_of;

  return sc_simulation_run (simulation, ends, self->periods->len, scenario, self->query->seed, SC_SIMULATION_RUNS, progress,
                            user_data, cancellable, error);
}

/**
 * sc_forecast_play:
 * @self: a forecast
 * @progress: (nullable): told how far it is
 * @user_data: for @progress
 * @cancellable: (nullable): stops it
 * @error: %G_IO_ERROR_CANCELLED
 *
 * Makes the bands of its periods, by playing the future as it is.
 *
 * Returns: whether they are made
 */
gboolean
sc_forecast_play (ScForecast          *self,
                  ScSimulationProgress progress,
                  gpointer             user_data,
                  GCancellable        *cancellable,
                  GError             **error)
{
  const ScScenario none = SC_SCENARIO_NONE;
  ScFuture *future = sc_forecast_play_scenario (self, &none, NULL, progress, user_data, cancellable, error);

  if (future == NULL)
    return FALSE;

  g_clear_pointer (&self->future, sc_future_free);
  self->future = future;
  take_bands (self);

  return TRUE;
}
