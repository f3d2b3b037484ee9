/* SPDX-License-Identifier: GPL-3.0-or-later */

/* How far forecasts of past days came true. At each month's end of which the outcome is
 * known the forecast is made again of what was known then, and every chance that it gave
 * is held against what became of the deal. */

#include "statistics/sc-forecast-record.h"

#include <math.h>
#include <string.h>

#include "statistics/sc-figure-deals-private.h"
#include "statistics/sc-forecast.h"
#include "statistics/sc-history.h"
#include "store/sc-past.h"

/* Five years: what is longer ago was another process. */
#define MOST_DAYS 60

typedef struct {
  ScForecastRecord *record;
  const ScHistory *history;
  GArray *said;
  /* By the place of its fate, what a deal counts in; a deal counts once however often a forecast
   * was made of it. */
  guint32 *counted;
  /* The last day of which it is known what came. */
  ScDate last;
} Reading;

/* What a deal counts in: a bit each. The first ones are those of the groups of chances. */
#define BIT_SAID_WON (1U << SC_N_CALIBRATION_GROUPS)
#define BIT_OPEN(horizon) (1U << (SC_N_CALIBRATION_GROUPS + 1 + 2 * (horizon)))
#define BIT_WON(horizon) (BIT_OPEN (horizon) << 1)
#define BITS_SAID (BIT_SAID_WON - 1)

/* A forecast of a day while deals are added to it. */
typedef struct {
  guint within;
  ScDate end;
  ScInstant end_at;
  ScForecastPast past;
} Term;

static const guint horizons[SC_N_HORIZONS] = { 30, 60, 90 };

static void
clear_past (gpointer data)
{
  ScForecastPast *past = data;

  g_clear_pointer (&past->money, g_array_unref);
}

/**
 * sc_forecast_pasts_new:
 *
 * Returns: (transfer full) (element-type ScForecastPast): no forecasts of past days
 */
GArray *
sc_forecast_pasts_new (void)
{
  GArray *pasts = g_array_new (FALSE, FALSE, sizeof (ScForecastPast));

  g_array_set_clear_func (pasts, clear_past);

  return pasts;
}

/**
 * sc_forecast_record_free:
 * @self: (transfer full): a record
 */
void
sc_forecast_record_free (ScForecastRecord *self)
{
  for (guint i = 0; i < SC_N_HORIZONS; i++)
    {
      g_clear_pointer (&self->horizons[i].days, g_array_unref);
      g_clear_pointer (&self->horizons[i].money, g_array_unref);
    }
  g_clear_pointer (&self->days, g_array_unref);
  g_clear_pointer (&self->stages, g_ptr_array_unref);
  g_free (self);
}

static ScDate
find_month_end (ScDate day)
{
  GDate date = sc_date_to_gdate (day);

  return day - g_date_get_day (&date) + g_date_get_days_in_month (g_date_get_month (&date), g_date_get_year (&date));
}

/* The last day on which a deal began or was decided: of what was behind it a table that
 * ends there tells nothing, and where nobody works deals there is nothing to tell. */
static ScDate
find_last_day (const ScFates *fates)
{
  ScDate last = SC_DATE_NONE;

  for (guint i = 0; i < fates->list->len; i++)
    {
      const ScFate *fate = &g_array_index (fates->list, ScFate, i);

      last = MAX (last, MAX (fate->started, fate->decided));
    }

  return last;
}

/* What is not over on the day can't be judged. */
static ScDate
find_last_known (const ScFates *fates)
{
  return MIN (find_last_day (fates), fates->as_of - 1);
}

/* The ends of months that a forecast of so many days can be judged of, the last ones. */
static GArray *
list_days (const Reading        *self,
           const ScFiguresQuery *query,
           guint                 within)
{
  GArray *days = g_array_new (FALSE, FALSE, sizeof (ScDate));
  ScDate first = MAX (sc_fates_find_first_start (self->history->fates), query->from);

  for (ScDate day = find_month_end (first); day + within <= self->last; day = find_month_end (day + 1))
    if (query->to == SC_DATE_NONE || day <= query->to)
      g_array_append_val (days, day);
  if (days->len > MOST_DAYS)
    g_array_remove_range (days, 0, days->len - MOST_DAYS);

  return days;
}

static const ScFate *
find_fate (const ScFates *fates,
           gint64         deal_id)
{
  guint place = sc_fates_find (fates, deal_id);

  return place != G_MAXUINT ? &g_array_index (fates->list, ScFate, place) : NULL;
}

static void
count_in (const Reading *self,
          const ScFate  *fate,
          guint32        bits)
{
  if (fate != NULL)
    self->counted[fate - (const ScFate *) (gpointer) self->history->fates->list->data] |= bits;
}

static guint
count_deals (const Reading *self,
             guint32        bits)
{
  guint n = 0;

  for (guint i = 0; i < self->history->fates->list->len; i++)
    n += (self->counted[i] & bits) != 0;

  return n;
}

static gboolean
is_won_by (const ScFate *fate,
           ScDate        day)
{
  return fate != NULL && fate->decision == SC_FATE_WON && fate->decided <= day;
}

/* The same was said of all that go by the same curve for as long. */
static void
say (GArray     *said,
     GHashTable *places,
     gint64      key,
     double      chance,
     gboolean    is_won)
{
  guint place = GPOINTER_TO_UINT (g_hash_table_lookup (places, &key));
  ScSaid *same;

  if (place == 0)
    {
      const ScSaid first = { .chance = chance };

      g_array_append_val (said, first);
      place = said->len;
      g_hash_table_insert (places, g_memdup2 (&key, sizeof key), GUINT_TO_POINTER (place));
    }
  same = &g_array_index (said, ScSaid, place - 1);
  same->n++;
  same->n_won += is_won;
}

static Term
term_begin (const ScStanding *standing,
            guint             within)
{
  Term term = { .within = within, .end = standing->as_of + within };

  term.end_at = sc_date_get_end (term.end);
  term.past = (ScForecastPast) {
    .day = standing->as_of, .n_open = standing->open->len, .money = sc_forecast_money_list_new (),
  };

  return term;
}

static void
add_came_in (const Reading *self,
             Term          *term,
             const ScFate  *fate)
{
  ScMoney value = sc_past_values_find (self->history->values, self->history->fates, fate, term->end_at);

  if (sc_money_is_set (value))
    sc_forecast_money_come_in (term->past.money, value);
  else
    term->past.n_won_without_value++;
}

/* Of a deal that has outlived all that were decided no chance was given: nothing was expected
 * of it. */
static gboolean
term_add (Term             *term,
          const Reading    *self,
          const ScStanding *standing,
          const ScOpenDeal *deal,
          const ScFate     *fate,
          double           *chance)
{
  gboolean is_known = sc_standing_find_chance (standing, deal, term->within, chance);
  gboolean is_won = is_won_by (fate, term->end);

  term->past.expected += *chance;
  term->past.n_won += is_won;
  if (!sc_money_is_set (deal->value))
    {
      term->past.n_without_value++;
      return is_known;
    }

  sc_forecast_money_expect (term->past.money, deal->value, *chance);
  if (is_won)
    add_came_in (self, term, fate);

  return is_known;
}

static void
add_standing (Reading          *self,
              const ScStanding *standing)
{
  ScForecastRecord *record = self->record;
  Term term = term_begin (standing, record->within);
  g_autoptr (GHashTable) places = g_hash_table_new_full (g_int64_hash, g_int64_equal, g_free, NULL);

  for (guint i = 0; i < standing->open->len; i++)
    {
      const ScOpenDeal *deal = &g_array_index (standing->open, ScOpenDeal, i);
      const ScFate *fate = find_fate (self->history->fates, deal->deal_id);
      double chance;

      if (!term_add (&term, self, standing, deal, fate, &chance))
        {
          record->n_beyond++;
          continue;
        }
      say (self->said, places, ((gint64) deal->curve << 32) | deal->time, chance, is_won_by (fate, term.end));
      count_in (self, fate, 1U << sc_calibration_find_group (chance));
      if (is_won_by (fate, term.end))
        count_in (self, fate, BIT_SAID_WON);
    }
  g_array_append_val (record->days, term.past);
}

static ScMoneyError *
need_error (GArray     *errors,
            const char *currency)
{
  ScMoneyError error = { 0 };
  guint place = 0;

  while (place < errors->len && strcmp (g_array_index (errors, ScMoneyError, place).currency, currency) < 0)
    place++;
  if (place == errors->len || strcmp (g_array_index (errors, ScMoneyError, place).currency, currency) != 0)
    {
      g_strlcpy (error.currency, currency, sizeof error.currency);
      g_array_insert_val (errors, place, error);
    }

  return &g_array_index (errors, ScMoneyError, place);
}

static void
add_money (ScForecastHorizon    *horizon,
           const ScForecastPast *past)
{
  for (guint i = 0; i < past->money->len; i++)
    {
      const ScForecastMoney *money = &g_array_index (past->money, ScForecastMoney, i);
      ScMoneyError *error = need_error (horizon->money, money->currency);
      double bias = sc_forecast_money_get_bias (money);

      error->n++;
      error->n_high += bias > 0;
      error->expected_minor += money->expected_minor;
      error->came_in_minor += (double) money->came_in_minor;
      error->error_minor += fabs (bias);
    }
  horizon->n_without_value += past->n_without_value;
}

static void
add_horizon (const Reading    *self,
             const ScStanding *standing,
             guint             position)
{
  ScForecastHorizon *horizon = &self->record->horizons[position];
  Term term = term_begin (standing, horizon->within);

  for (guint i = 0; i < standing->open->len; i++)
    {
      const ScOpenDeal *deal = &g_array_index (standing->open, ScOpenDeal, i);
      const ScFate *fate = find_fate (self->history->fates, deal->deal_id);
      double chance;

      term_add (&term, self, standing, deal, fate, &chance);
      count_in (self, fate, BIT_OPEN (position) | (is_won_by (fate, term.end) ? BIT_WON (position) : 0));
    }
  horizon->n++;
  horizon->n_high += term.past.expected > term.past.n_won;
  horizon->expected += term.past.expected;
  horizon->n_won += term.past.n_won;
  horizon->error += fabs (term.past.expected - term.past.n_won);
  add_money (horizon, &term.past);
  g_array_append_val (horizon->days, term.past);
}

static gboolean
read_day (Reading              *self,
          ScStore              *store,
          const ScFiguresQuery *query,
          ScDate                day,
          GError              **error)
{
  g_autoptr (ScVersion) version = sc_store_load_version_at (store, query->process_id, day, 0, error);
  g_autoptr (ScStanding) standing = NULL;

  if (version == NULL)
    return FALSE;

  standing = sc_history_make_standing (self->history, version, day);
  if (standing->n_decided < SC_FEWEST_CASES)
    return TRUE;

  if (day + self->record->within <= self->last)
    add_standing (self, standing);
  for (guint i = 0; i < SC_N_HORIZONS; i++)
    if (day + horizons[i] <= self->last)
      add_horizon (self, standing, i);

  return TRUE;
}

static gboolean
read_history (Reading              *self,
              ScStore              *store,
              const ScFiguresQuery *query,
              ScSimulationProgress  progress,
              gpointer              user_data,
              GCancellable         *cancellable,
              GError              **error)
{
  g_autoptr (GArray) days = NULL;

  self->counted = g_new0 (guint32, self->history->fates->list->len);
  self->last = find_last_known (self->history->fates);
  days = list_days (self, query, MIN (self->record->within, horizons[0]));
  for (guint i = 0; i < days->len; i++)
    {
      if (g_cancellable_set_error_if_cancelled (cancellable, error)
          || !read_day (self, store, query, g_array_index (days, ScDate, i), error))
        return FALSE;
      if (progress != NULL)
        progress ((double) (i + 1) / days->len, user_data);
    }

  return TRUE;
}

static void
take_counts (const Reading *self)
{
  ScForecastRecord *record = self->record;

  record->n_deals = count_deals (self, BITS_SAID);
  record->n_deals_won = count_deals (self, BIT_SAID_WON);
  for (guint i = 0; i < record->calibration.n_points; i++)
    {
      ScCalibrationPoint *point = &record->calibration.points[i];

      point->n_deals = count_deals (self, 1U << sc_calibration_find_group (point->low));
    }
  for (guint i = 0; i < SC_N_HORIZONS; i++)
    {
      record->horizons[i].n_deals = count_deals (self, BIT_OPEN (i));
      record->horizons[i].n_deals_won = count_deals (self, BIT_WON (i));
    }
}

static gboolean
read_all (ScForecastRecord     *self,
          ScStore              *store,
          const ScFiguresQuery *query,
          ScSimulationProgress  progress,
          gpointer              user_data,
          GCancellable         *cancellable,
          GError              **error)
{
  g_autoptr (ScHistory) history = sc_history_read (store, query, cancellable, error);
  g_autoptr (GArray) said = g_array_new (FALSE, FALSE, sizeof (ScSaid));
  g_autofree guint32 *counted = NULL;
  Reading reading = { .record = self, .history = history, .said = said };
  gboolean is_read;

  if (history == NULL)
    return FALSE;

  is_read = read_history (&reading, store, query, progress, user_data, cancellable, error);
  counted = reading.counted;
  if (!is_read)
    return FALSE;

  sc_calibration_make ((const ScSaid *) (gpointer) said->data, said->len, &self->calibration);
  take_counts (&reading);
  if (self->calibration.n < SC_FEWEST_CASES)
    self->reason = SC_REASON_TOO_FEW;
  self->stages = sc_stage_chances_read (store, query, history->fates, cancellable, error);

  return self->stages != NULL && sc_slips_read (store, query, history->fates, &self->slips, cancellable, error);
}

static ScForecastRecord *
record_new (guint within)
{
  ScForecastRecord *self = g_new0 (ScForecastRecord, 1);

  self->within = within;
  self->days = sc_forecast_pasts_new ();
  for (guint i = 0; i < SC_N_HORIZONS; i++)
    self->horizons[i] = (ScForecastHorizon) {
      .within = horizons[i],
      .days = sc_forecast_pasts_new (),
      .money = g_array_new (FALSE, FALSE, sizeof (ScMoneyError)),
    }
  ;

  return self;
}

/**
 * sc_forecast_record_read:
 * @store: a store
 * @query: which deals; from and to are of the days of forecasts, and of those on which
 *   days were put off
 * @within: within how many days deals were to be won
 * @progress: (nullable): told how far it is
 * @user_data: for @progress
 * @cancellable: (nullable): stops it
 * @error: why it can't be read
 *
 * Returns: (transfer full): how far forecasts came true
 */
ScForecastRecord *
sc_forecast_record_read (ScStore              *store,
                         const ScFiguresQuery *query,
                         guint                 within,
                         ScSimulationProgress  progress,
                         gpointer              user_data,
                         GCancellable         *cancellable,
                         GError              **error)
{
  g_autoptr (ScForecastRecord) self = record_new (within);

  return read_all (self, store, query, progress, user_data, cancellable, error) ? g_steal_pointer (&self) : NULL;
}

static guint32
find_bits (const ScFigureDeals *deals)
{
  guint position = 0;

  while (position + 1 < SC_N_HORIZONS && horizons[position] != deals->days)
    position++;

  switch ((guint) deals->which)
    {
    case SC_CASE_SAID:
      return 1U << sc_calibration_find_group (deals->low);
    case SC_CASE_SAID_ANY:
      return BITS_SAID;
    case SC_CASE_SAID_WON:
      return BIT_SAID_WON;
    case SC_CASE_FORECAST_WON:
      return BIT_WON (position);
    default:
      return BIT_OPEN (position);
    }
}

/**
 * sc_forecast_record_list_deals:
 * @store: a store
 * @query: which deals, as sc_forecast_record_read() has it
 * @deals: the least chance of the group, which is a tenth; or within how many days deals were
 *   to be won, one of the three that forecasts are judged of
 * @cancellable: (nullable): stops it
 * @error: why it can't be read
 *
 * Returns: (transfer full) (element-type gint64): the deals of which forecasts of
 *   %SC_FORECAST_DAYS days said such a chance, or that such forecasts were made of; each once
 */
GArray *
sc_forecast_record_list_deals (ScStore              *store,
                               const ScFiguresQuery *query,
                               const ScFigureDeals  *deals,
                               GCancellable         *cancellable,
                               GError              **error)
{
  g_autoptr (ScForecastRecord) record = record_new (SC_FORECAST_DAYS);
  g_autoptr (ScHistory) history = sc_history_read (store, query, cancellable, error);
  g_autoptr (GArray) said = g_array_new (FALSE, FALSE, sizeof (ScSaid));
  g_autoptr (GArray) ids = g_array_new (FALSE, FALSE, sizeof (gint64));
  g_autofree guint32 *counted = NULL;
  Reading reading = { .record = record, .history = history, .said = said };
  gboolean is_read;

  if (history == NULL)
    return NULL;

  is_read = read_history (&reading, store, query, NULL, NULL, cancellable, error);
  counted = reading.counted;
  for (guint i = 0; is_read && i < history->fates->list->len; i++)
    if ((counted[i] & find_bits (deals)) != 0)
      g_array_append_val (ids, g_array_index (history->fates->list, ScFate, i).deal_id);

  return is_read ? g_steal_pointer (&ids) : NULL;
}
