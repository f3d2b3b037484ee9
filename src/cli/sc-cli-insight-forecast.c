/* SPDX-License-Identifier: GPL-3.0-or-later */

/* `insight forecast`: tells what will come in, and of a past day how that came true. */

#include <glib/gi18n-lib.h>
#include <math.h>

#include "cli/sc-cli-commands.h"
#include "cli/sc-cli-figures.h"
#include "cli/sc-cli-table.h"
#include "cli/sc-cli-values.h"
#include "statistics/sc-forecast-words.h"

/* Further away nothing is said. */
#define MOST_DAYS 3660

typedef struct {
  char *as_of;
  char *within;
  char *by;
  char *seed;
} Options;

static void
options_clear (Options *self)
{
  g_free (self->as_of);
  g_free (self->within);
  g_free (self->by);
  g_free (self->seed);
}

G_DEFINE_AUTO_CLEANUP_CLEAR_FUNC (Options, options_clear)

/* What is only known once the time is over. */
static void
write_known (ScJsonWriter     *writer,
             const ScForecast *forecast,
             const char       *name,
             double            figure)
{
  if (forecast->is_over && forecast->reason == SC_REASON_NONE && sc_figure_is_known (figure))
    sc_json_writer_add_number (writer, name, figure);
  else
    sc_json_writer_add_null (writer, name);
}

static void
write_expected (ScJsonWriter     *writer,
                const ScForecast *forecast)
{
  sc_json_writer_add_int (writer, "open", forecast->n_open);
  sc_cli_write_figure (writer, "expected_won", forecast->reason == SC_REASON_NONE ? forecast->expected : SC_FIGURE_NONE);
  sc_json_writer_add_int (writer, "beyond_history", forecast->reason == SC_REASON_NONE ? forecast->n_beyond : 0);
  sc_json_writer_add_int (writer, "no_start", forecast->n_no_start);
  if (forecast->is_over)
    sc_json_writer_add_int (writer, "actual_won", forecast->n_won);
  else
    sc_json_writer_add_null (writer, "actual_won");
  if (forecast->is_over && forecast->reason == SC_REASON_NONE)
    sc_json_writer_add_number (writer, "bias", forecast->bias);
  else
    sc_json_writer_add_null (writer, "bias");
  write_known (writer, forecast, "brier", forecast->brier);
}

static void
write_beside (ScJsonWriter     *writer,
              const ScForecast *forecast)
{
  sc_json_writer_begin_object (writer, "baseline");
  sc_cli_write_figure (writer, "p", forecast->baseline);
  write_known (writer, forecast, "brier", forecast->baseline_brier);
  sc_json_writer_end (writer);
  sc_json_writer_begin_object (writer, "set");
  sc_cli_write_figure (writer, "expected_won", forecast->set_expected);
  write_known (writer, forecast, "brier", forecast->set_brier);
  sc_json_writer_end (writer);
  write_known (writer, forecast, "uncertainty", forecast->uncertainty);
}

static void
write_money (ScJsonWriter     *writer,
             const ScForecast *forecast)
{
  sc_json_writer_begin_array (writer, "money");
  for (guint i = 0; i < forecast->money->len; i++)
    {
      const ScForecastMoney *money = &g_array_index (forecast->money, ScForecastMoney, i);
      gboolean is_known = *money->currency != '\0' && forecast->reason == SC_REASON_NONE;

      sc_json_writer_begin_object (writer, NULL);
      sc_json_writer_add_text (writer, "currency", *money->currency != '\0' ? money->currency : NULL);
      if (is_known)
        sc_json_writer_add_int (writer, "expected", llround (money->expected_minor));
      else
        sc_json_writer_add_null (writer, "expected");
      sc_json_writer_add_int (writer, "without_value", forecast->n_without_value);
      if (is_known && forecast->is_over)
        {
          sc_json_writer_add_int (writer, "came_in", money->came_in_minor);
          sc_json_writer_add_int (writer, "bias", llround (sc_forecast_money_get_bias (money)));
        }
      else
        {
          sc_json_writer_add_null (writer, "came_in");
          sc_json_writer_add_null (writer, "bias");
        }
      sc_json_writer_end (writer);
    }
  sc_json_writer_end (writer);
}

static void
write_period (ScJsonWriter           *writer,
              const ScForecast       *forecast,
              const ScForecastPeriod *period)
{
  g_autofree char *month = sc_forecast_period_to_text (period, FALSE);

  sc_json_writer_begin_object (writer, NULL);
  sc_json_writer_add_text (writer, "month", month);
  if (forecast->query->is_by_week)
    sc_cli_write_day (writer, "week", period->first);
  sc_json_writer_add_int (writer, "median", period->deals.median);
  sc_json_writer_add_int (writer, "low", period->deals.low);
  sc_json_writer_add_int (writer, "high", period->deals.high);
  sc_cli_write_money (writer, "plan", period->plan);
  sc_json_writer_add_int (writer, "won", period->n_won);
  sc_json_writer_end (writer);
}

static void
print_json (const ScForecast *forecast)
{
  g_autoptr (ScJsonWriter) writer = sc_json_writer_new ();
  g_autofree char *text = NULL;

  sc_json_writer_begin_object (writer, NULL);
  sc_cli_write_day (writer, "as_of", forecast->standing->as_of);
  sc_json_writer_add_int (writer, "within", forecast->query->within);
  write_expected (writer, forecast);
  write_beside (writer, forecast);
  write_money (writer, forecast);
  sc_json_writer_begin_array (writer, "months");
  for (guint i = 0; forecast->reason == SC_REASON_NONE && i < forecast->periods->len; i++)
    write_period (writer, forecast, &g_array_index (forecast->periods, ScForecastPeriod, i));
  sc_json_writer_end (writer);
  sc_json_writer_add_text (writer, "reason", sc_reason_get_id (forecast->reason));
  sc_json_writer_end (writer);
  text = sc_json_writer_finish (writer);
  sc_cli_print_exact (text);
}

static gboolean
has_plan (const ScForecast *forecast)
{
  for (guint i = 0; i < forecast->periods->len; i++)
    if (sc_money_is_set (g_array_index (forecast->periods, ScForecastPeriod, i).plan))
      return TRUE;

  return FALSE;
}

/* The column of plans is there where there are any. */
static void
print_periods (const ScForecast *forecast)
{
  gboolean is_planned = has_plan (forecast);
  g_autoptr (ScCliTable) table = sc_cli_table_new (is_planned ? 5 : 4);

  sc_cli_table_add (table, forecast->query->is_by_week ? _("Week from") : _("Month"), C_("forecast", "Middle"),
                    _("Possible spread, 80 of 100"), _("Won"), is_planned ? _("Plan") : NULL, NULL);
  for (guint i = 0; i < forecast->periods->len; i++)
    {
      const ScForecastPeriod *period = &g_array_index (forecast->periods, ScForecastPeriod, i);
      g_autofree char *name = sc_forecast_period_to_text (period, forecast->query->is_by_week);
      g_autofree char *median = g_strdup_printf ("%" G_GINT64_FORMAT, period->deals.median);
      g_autofree char *band = sc_band_to_text (&period->deals);
      g_autofree char *won = g_strdup_printf ("%u", period->n_won);
      g_autofree char *plan = sc_money_is_set (period->plan) ? sc_money_to_text (period->plan) : g_strdup ("–");

      sc_cli_table_add (table, name, median, band, won, is_planned ? plan : NULL, NULL);
    }
  sc_cli_print ("\n");
  sc_cli_table_print (table);
}

/* What is still to come, of the deals that have values and of new ones. */
static void
print_money (const ScForecast *forecast,
             guint             currency)
{
  const char *code = g_array_index (forecast->money, ScForecastMoney, currency).currency;
  g_autoptr (ScCliTable) table = sc_cli_table_new (3);

  sc_cli_table_add (table, forecast->query->is_by_week ? _("Week from") : _("Month"),
                    C_("forecast", "Still to come, middle"), _("Possible spread, 80 of 100"), NULL);
  for (guint i = 0; i < forecast->periods->len; i++)
    {
      const ScForecastPeriod *period = &g_array_index (forecast->periods, ScForecastPeriod, i);
      const ScBand *band = sc_future_get_money (forecast->future, currency, i);
      g_autofree char *name = sc_forecast_period_to_text (period, forecast->query->is_by_week);
      g_autofree char *median = sc_money_to_short_text (sc_money_new (band->median, code));
      g_autofree char *spread = sc_money_band_to_text (band, code);

      sc_cli_table_add (table, name, median, spread, NULL);
    }
  sc_cli_print ("\n");
  sc_cli_table_print (table);
}

static void
print_text (const ScForecast *forecast)
{
  sc_cli_print_sentence (sc_forecast_tell_expected (forecast));
  sc_cli_print_sentence (sc_forecast_tell_outcome (forecast));
  sc_cli_print_sentence (sc_forecast_tell_baseline (forecast));
  sc_cli_print_sentence (sc_forecast_tell_set (forecast));
  sc_cli_print_sentence (sc_forecast_tell_beyond (forecast));
  for (guint i = 0; forecast->reason == SC_REASON_NONE && i < forecast->money->len; i++)
    sc_cli_print_sentence (sc_forecast_tell_money (forecast, i));
  sc_cli_print_sentence (sc_forecast_tell_without_value (forecast));
  sc_cli_print_sentence (sc_forecast_tell_left_out (forecast));
  sc_cli_print_sentence (sc_forecast_tell_way (forecast));
  if (forecast->reason != SC_REASON_NONE)
    return;

  print_periods (forecast);
  for (guint i = 0; i < sc_forecast_get_n_currencies (forecast); i++)
    print_money (forecast, i);
}

static gboolean
take_options (const Options   *options,
              ScCliCall       *call,
              ScForecastQuery *query)
{
  g_autoptr (GError) error = NULL;
  guint64 within = query->within;

  if (!sc_cli_read_date (options->as_of, &query->deals->as_of, &error))
    sc_cli_call_misuse (call, "%s", error->message);
  else if (options->within != NULL && !g_ascii_string_to_unsigned (options->within, 10, 1, MOST_DAYS, &within, NULL))
    sc_cli_call_misuse (call, _("“%s” is not a number of days; use 1 to %u."), options->within, MOST_DAYS);
  else if (options->by != NULL && !g_str_equal (options->by, "week") && !g_str_equal (options->by, "month"))
    sc_cli_call_misuse (call, _("“%s” is not a period of forecasts; use week or month."), options->by);
  else if (options->seed != NULL && !g_ascii_string_to_unsigned (options->seed, 10, 0, G_MAXUINT32, &query->seed, NULL))
    sc_cli_call_misuse (call, _("“%s” is not a seed; use a whole number."), options->seed);
  else
    {
      query->within = (guint) within;
      query->is_by_week = g_strcmp0 (options->by, "week") == 0;
      return TRUE;
    }

  return FALSE;
}

/**
 * sc_cli_insight_forecast:
 * @call: the call
 *
 * `insight forecast PROCESS [--as-of DATE] [--within DAYS] [--by week|month] [--seed
 * NUMBER]`: tells what will come in.
 *
 * Returns: an exit status
 */
int
sc_cli_insight_forecast (ScCliCall *call)
{
  g_auto (Options) options = { 0 };
  const GOptionEntry entries[] = {
    SC_CLI_TEXT ("as-of", &options.as_of, N_("As of this day (default: today)"), N_("DATE")),
    SC_CLI_TEXT ("within", &options.within, N_("Days of the calendar (default 90)"), N_("DAYS")),
    SC_CLI_TEXT ("by", &options.by, N_("By weeks rather than by months"), "week|month"),
    SC_CLI_TEXT ("seed", &options.seed, N_("Where the random numbers of the band begin; the same makes the same band"), N_("NUMBER")),
    G_OPTION_ENTRY_NULL,
  };
  g_autoptr (GError) error = NULL;
  g_autoptr (ScForecastQuery) query = sc_forecast_query_new (NULL);
  g_autoptr (ScStore) store = NULL;
  g_autoptr (ScForecast) forecast = NULL;
  int status;

  if (!sc_cli_call_parse (call, entries, 1, 1, &status))
    return status;
  if (!take_options (&options, call, query))
    return SC_CLI_MISUSED;

  store = sc_cli_figures_open (call, query->deals, &error);
  forecast = store != NULL ? sc_forecast_read (store, query, NULL, &error) : NULL;
  if (forecast == NULL || !sc_forecast_play (forecast, NULL, NULL, NULL, &error))
    return sc_cli_call_fail (call, error);

  if (call->is_json)
    print_json (forecast);
  else
    print_text (forecast);

  return SC_CLI_DONE;
}
