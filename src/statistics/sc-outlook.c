/* SPDX-License-Identifier: GPL-3.0-or-later */

/* What will come in by month, beside what has come in by now, for the Insight view and the
 * monthly report. */

#include "statistics/sc-outlook.h"

#include "store/sc-past.h"

static void
clear (gpointer data)
{
  ScOutlook *self = data;

  g_clear_pointer (&self->forecast, sc_forecast_free);
  g_clear_pointer (&self->came_in, g_array_unref);
}

/**
 * sc_outlook_ref:
 * @self: what will come in
 *
 * Returns: (transfer full): @self
 */
ScOutlook *
sc_outlook_ref (ScOutlook *self)
{
  return g_atomic_rc_box_acquire (self);
}

/**
 * sc_outlook_unref:
 * @self: (transfer full): what will come in
 */
void
sc_outlook_unref (ScOutlook *self)
{
  g_atomic_rc_box_release_full (self, clear);
}

/* Where it is counted, or %NULL. */
static ScCameIn *
find_place (ScOutlook  *self,
            const char *currency,
            ScDate      day)
{
  const ScForecast *forecast = self->forecast;
  guint n_currencies = sc_forecast_get_n_currencies (forecast);

  if (day > forecast->standing->as_of)
    return NULL;

  for (guint i = 0; i < n_currencies; i++)
    for (guint j = 0; j < forecast->periods->len; j++)
      {
        const ScForecastPeriod *month = &g_array_index (forecast->periods, ScForecastPeriod, j);

        if (day >= month->first && day <= month->last
            && g_strcmp0 (g_array_index (forecast->money, ScForecastMoney, i).currency, currency) == 0)
          return &g_array_index (self->came_in, ScCameIn, i * forecast->periods->len + j);
      }

  return NULL;
}

static void
count_won (ScOutlook *self)
{
  const ScFates *fates = self->forecast->standing->fates;

  for (guint i = 0; i < fates->list->len; i++)
    {
      const ScFate *fate = &g_array_index (fates->list, ScFate, i);
      ScCameIn *place = fate->decision == SC_FATE_WON && fate->value_minor >= 0
                        ? find_place (self, sc_fates_get_text (fates, fate->currency), fate->decided) : NULL;

      if (place != NULL)
        place->won_minor = MIN (place->won_minor + fate->value_minor, SC_MONEY_MAX_SUM);
    }
}

/* Of the deals that the forecast is of. */
static gboolean
count_received (ScOutlook            *self,
                ScStore              *store,
                const ScFiguresQuery *query,
                GCancellable         *cancellable,
                GError              **error)
{
  ScDate first = g_array_index (self->forecast->periods, ScForecastPeriod, 0).first;
  g_autoptr (GArray) receipts = sc_store_list_receipts (store, query->process_id, first, cancellable, error);

  if (receipts == NULL)
    return FALSE;

  for (guint i = 0; i < receipts->len; i++)
    {
      const ScReceipt *receipt = &g_array_index (receipts, ScReceipt, i);
      ScCameIn *place = sc_fates_find (self->forecast->standing->fates, receipt->deal_id) != G_MAXUINT
                        ? find_place (self, receipt->amount.currency, receipt->day) : NULL;

      if (place != NULL)
        place->received_minor = MIN (place->received_minor + receipt->amount.minor, SC_MONEY_MAX_SUM);
    }

  return TRUE;
}

/**
 * sc_outlook_read:
 * @store: a store
 * @query: which deals, and as of which day
 * @progress: (nullable): told how far the simulation is, in the same thread
 * @user_data: for @progress
 * @cancellable: (nullable): stops it
 * @error: why it can't be read
 *
 * Returns: (transfer full): what will come in within 90 days, by months
 */
ScOutlook *
sc_outlook_read (ScStore              *store,
                 const ScFiguresQuery *query,
                 ScSimulationProgress  progress,
                 gpointer              user_data,
                 GCancellable         *cancellable,
                 GError              **error)
{
  g_autoptr (ScOutlook) self = g_atomic_rc_box_new0 (ScOutlook);
  g_autoptr (ScForecastQuery) wanted = sc_forecast_query_new (query->process_id);
  guint n_places;

  g_clear_pointer (&wanted->deals, sc_figures_query_free);
  wanted->deals = sc_figures_query_copy (query);
  self->forecast = sc_forecast_read (store, wanted, cancellable, error);
  if (self->forecast == NULL
      || (self->forecast->reason == SC_REASON_NONE
          && !sc_forecast_play (self->forecast, progress, user_data, cancellable, error)))
    return NULL;

  n_places = sc_forecast_get_n_currencies (self->forecast) * self->forecast->periods->len;
  self->came_in = g_array_sized_new (FALSE, TRUE, sizeof (ScCameIn), n_places);
  g_array_set_size (self->came_in, n_places);
  if (n_places == 0)
    return g_steal_pointer (&self);

  count_won (self);

  return count_received (self, store, query, cancellable, error) ? g_steal_pointer (&self) : NULL;
}

/**
 * sc_outlook_get_came_in:
 * @self: what will come in
 * @currency: one of the forecast's currencies
 * @month: one of its months
 *
 * Returns: what has come in by the day
 */
const ScCameIn *
sc_outlook_get_came_in (const ScOutlook *self,
                        guint            currency,
                        guint            month)
{
  return &g_array_index (self->came_in, ScCameIn, currency * self->forecast->periods->len + month);
}

/**
 * sc_outlook_get_money:
 * @self: what will come in, of which there is a forecast
 * @currency: one of the forecast's currencies
 * @month: one of its months
 *
 * Returns: what the deals may be worth that are won in the month in all, in minor units:
 *   those that are won already, and those that may be
 */
ScBand
sc_outlook_get_money (const ScOutlook *self,
                      guint            currency,
                      guint            month)
{
  ScBand band = *sc_future_get_money (self->forecast->future, currency, month);
  gint64 won = sc_outlook_get_came_in (self, currency, month)->won_minor;

  band.low += won;
  band.median += won;
  band.high += won;

  return band;
}
