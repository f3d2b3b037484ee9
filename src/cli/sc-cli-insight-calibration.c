/* SPDX-License-Identifier: GPL-3.0-or-later */

/* `insight calibration`: tells how far what was said of deals came true. */

#include <glib/gi18n-lib.h>
#include <math.h>

#include "cli/sc-cli-commands.h"
#include "cli/sc-cli-figures.h"
#include "cli/sc-cli-table.h"
#include "cli/sc-cli-values.h"
#include "statistics/sc-figure-words.h"
#include "statistics/sc-forecast-record.h"
#include "statistics/sc-forecast.h"
#include "statistics/sc-record-words.h"

/* Further away nothing is said. */
#define MOST_DAYS 3660

static void
write_point (ScJsonWriter             *writer,
             const ScCalibrationPoint *point)
{
  sc_json_writer_begin_object (writer, NULL);
  sc_json_writer_add_number (writer, "said_low", point->low);
  sc_json_writer_add_number (writer, "said_high", point->high);
  sc_json_writer_add_number (writer, "said", point->said);
  sc_json_writer_add_int (writer, "n", point->n);
  sc_json_writer_add_int (writer, "won", point->share.n);
  sc_cli_write_share (writer, "share", &point->share);
  sc_json_writer_end (writer);
}

static void
write_scores (ScJsonWriter           *writer,
              const ScForecastRecord *record)
{
  const ScCalibration *calibration = &record->calibration;
  const struct {
    const char *name;
    double value;
  } scores[] = {
    { "brier", calibration->brier },
    { "reliability", calibration->reliability },
    { "resolution", calibration->resolution },
    { "uncertainty", calibration->uncertainty },
  };

  sc_json_writer_begin_array (writer, "points");
  for (guint i = 0; record->reason == SC_REASON_NONE && i < calibration->n_points; i++)
    write_point (writer, &calibration->points[i]);
  sc_json_writer_end (writer);
  for (guint i = 0; i < G_N_ELEMENTS (scores); i++)
    if (record->reason == SC_REASON_NONE)
      sc_json_writer_add_number (writer, scores[i].name, scores[i].value);
    else
      sc_json_writer_add_null (writer, scores[i].name);
}

static void
write_stage (ScJsonWriter        *writer,
             const ScStageChance *stage)
{
  sc_cli_begin_stage (writer, stage->stage_id, stage->name);
  sc_cli_write_figure (writer, "set", stage->set);
  sc_cli_write_share (writer, "learned", &stage->learned);
  sc_json_writer_add_int (writer, "n", stage->learned.of);
  sc_json_writer_add_text (writer, "reason", sc_reason_get_id (stage->reason));
  sc_json_writer_end (writer);
}

static void
write_slips (ScJsonWriter  *writer,
             const ScSlips *slips)
{
  sc_json_writer_begin_object (writer, "slips");
  sc_json_writer_add_int (writer, "moved", slips->n_moved);
  sc_json_writer_add_int (writer, "n_moves", slips->n_moves);
  sc_cli_write_figure (writer, "median_days", slips->median_days);
  sc_json_writer_add_int (writer, "kept", slips->n_kept);
  sc_json_writer_end (writer);
}

/* What was expected, and what came of it, in minor units. */
static void
write_came_in (ScJsonWriter *writer,
               double        expected,
               gint64        came_in)
{
  sc_json_writer_add_int (writer, "expected", llround (expected));
  sc_json_writer_add_int (writer, "came_in", came_in);
  sc_json_writer_add_int (writer, "bias", llround (expected - (double) came_in));
}

/* The same in deals. */
static void
write_won (ScJsonWriter *writer,
           double        expected,
           guint         n_won)
{
  sc_json_writer_add_number (writer, "expected_won", expected);
  sc_json_writer_add_int (writer, "actual_won", n_won);
  sc_json_writer_add_number (writer, "bias", expected - n_won);
}

static void
write_past_money (ScJsonWriter          *writer,
                  const ScForecastMoney *money)
{
  sc_json_writer_begin_object (writer, NULL);
  sc_json_writer_add_text (writer, "currency", money->currency);
  sc_json_writer_add_int (writer, "valued", money->n_valued);
  write_came_in (writer, money->expected_minor, money->came_in_minor);
  sc_json_writer_end (writer);
}

static void
write_forecasts (ScJsonWriter *writer,
                 const GArray *pasts)
{
  sc_json_writer_begin_array (writer, "forecasts");
  for (guint i = 0; i < pasts->len; i++)
    {
      const ScForecastPast *past = &g_array_index (pasts, ScForecastPast, i);

      sc_json_writer_begin_object (writer, NULL);
      sc_cli_write_day (writer, "day", past->day);
      sc_json_writer_add_int (writer, "open", past->n_open);
      write_won (writer, past->expected, past->n_won);
      sc_json_writer_add_int (writer, "without_value", past->n_without_value);
      sc_json_writer_begin_array (writer, "money");
      for (guint j = 0; j < past->money->len; j++)
        write_past_money (writer, &g_array_index (past->money, ScForecastMoney, j));
      sc_json_writer_end (writer);
      sc_json_writer_end (writer);
    }
  sc_json_writer_end (writer);
}

static void
write_money_error (ScJsonWriter       *writer,
                   const ScMoneyError *error)
{
  sc_json_writer_begin_object (writer, NULL);
  sc_json_writer_add_text (writer, "currency", error->currency);
  sc_json_writer_add_int (writer, "n", error->n);
  sc_json_writer_add_int (writer, "too_high", error->n_high);
  write_came_in (writer, error->expected_minor, llround (error->came_in_minor));
  sc_json_writer_add_int (writer, "error", llround (error->error_minor));
  sc_json_writer_end (writer);
}

/* In all: forecasts that were too high and too low make up for each other in the bias, and
 * not in the error. */
static void
write_horizon (ScJsonWriter            *writer,
               const ScForecastHorizon *horizon)
{
  sc_json_writer_begin_object (writer, NULL);
  sc_json_writer_add_int (writer, "within", horizon->within);
  sc_json_writer_add_int (writer, "n", horizon->n);
  sc_json_writer_add_int (writer, "too_high", horizon->n_high);
  write_won (writer, horizon->expected, horizon->n_won);
  sc_json_writer_add_number (writer, "error", horizon->error);
  sc_json_writer_begin_array (writer, "money");
  for (guint i = 0; i < horizon->money->len; i++)
    write_money_error (writer, &g_array_index (horizon->money, ScMoneyError, i));
  sc_json_writer_end (writer);
  write_forecasts (writer, horizon->days);
  sc_json_writer_end (writer);
}

static void
print_json (const ScForecastRecord *record)
{
  g_autoptr (ScJsonWriter) writer = sc_json_writer_new ();
  g_autofree char *text = NULL;

  sc_json_writer_begin_object (writer, NULL);
  write_scores (writer, record);
  sc_json_writer_begin_array (writer, "stages");
  for (guint i = 0; i < record->stages->len; i++)
    write_stage (writer, record->stages->pdata[i]);
  sc_json_writer_end (writer);
  write_slips (writer, &record->slips);
  sc_json_writer_add_int (writer, "within", record->within);
  write_forecasts (writer, record->days);
  sc_json_writer_begin_array (writer, "horizons");
  for (guint i = 0; i < SC_N_HORIZONS; i++)
    write_horizon (writer, &record->horizons[i]);
  sc_json_writer_end (writer);
  sc_json_writer_add_text (writer, "reason", sc_reason_get_id (record->reason));
  sc_json_writer_end (writer);
  text = sc_json_writer_finish (writer);
  sc_cli_print_exact (text);
}

static void
print_days (const ScForecastRecord *record)
{
  g_autoptr (ScCliTable) table = sc_cli_table_new (4);

  sc_cli_table_add (table, _("Said on"), _("Open deals"), _("Should be won"), _("Won"), NULL);
  for (guint i = 0; i < record->days->len; i++)
    {
      const ScForecastPast *past = &g_array_index (record->days, ScForecastPast, i);
      g_autofree char *day = sc_date_to_text (past->day);
      g_autofree char *n_open = g_strdup_printf ("%u", past->n_open);
      g_autofree char *expected = g_strdup_printf ("%ld", lround (past->expected));
      g_autofree char *won = g_strdup_printf ("%u", past->n_won);

      sc_cli_table_add (table, day, n_open, expected, won, NULL);
    }
  sc_cli_print ("\n");
  sc_cli_table_print (table);
}

/* How far off forecasts of 30, 60 and 90 days were, in deals and in each currency. */
static void
print_errors (const ScForecastRecord *record)
{
  const GArray *money = record->horizons[0].money;

  for (guint i = 0; i < SC_N_HORIZONS; i++)
    sc_cli_print_sentence (sc_forecast_horizon_tell (&record->horizons[i]));
  for (guint i = 0; i < money->len; i++)
    for (guint j = 0; j < SC_N_HORIZONS; j++)
      sc_cli_print_sentence (sc_forecast_horizon_tell_money (&record->horizons[j], g_array_index (money, ScMoneyError, i).currency));
  sc_cli_print_sentence (sc_record_tell_without_value (record));
}

static void
print_past_money (ScCliTable           *table,
                  const ScForecastPast *past)
{
  g_autofree char *day = sc_date_to_text (past->day);

  for (guint i = 0; i < past->money->len; i++)
    {
      const ScForecastMoney *money = &g_array_index (past->money, ScForecastMoney, i);
      g_autofree char *expected = sc_money_to_text (sc_money_new (llround (money->expected_minor), money->currency));
      g_autofree char *came_in = sc_money_to_text (sc_money_new (money->came_in_minor, money->currency));
      g_autofree char *n_valued = g_strdup_printf ("%u", money->n_valued);

      sc_cli_table_add (table, day, n_valued, expected, came_in, NULL);
    }
}

static void
print_money (const ScForecastRecord *record)
{
  g_autoptr (ScCliTable) table = sc_cli_table_new (4);
  guint n_rows = 0;

  sc_cli_table_add (table, _("Said on"), _("Open deals with a value"), _("Expected"), _("Came in"), NULL);
  for (guint i = 0; i < record->days->len; i++)
    {
      const ScForecastPast *past = &g_array_index (record->days, ScForecastPast, i);

      n_rows += past->money->len;
      print_past_money (table, past);
    }
  if (n_rows == 0)
    return;

  sc_cli_print ("\n");
  sc_cli_table_print (table);
}

static void
print_stages (const ScForecastRecord *record)
{
  g_autoptr (ScCliTable) table = sc_cli_table_new (3);

  sc_cli_table_add (table, _("Stage"), C_("probability", "Set"), C_("probability", "By the history"), NULL);
  for (guint i = 0; i < record->stages->len; i++)
    {
      const ScStageChance *stage = record->stages->pdata[i];
      g_autofree char *set = sc_figure_is_known (stage->set) ? sc_share_of_to_text (stage->set, 100) : g_strdup ("–");
      g_autofree char *learned = stage->reason == SC_REASON_NONE ? sc_share_to_text (&stage->learned) : g_strdup ("–");

      sc_cli_table_add (table, stage->name, set, learned, NULL);
    }
  sc_cli_print ("\n");
  sc_cli_table_print (table);
}

static void
print_text (const ScForecastRecord *record)
{
  sc_cli_print_sentence (sc_record_tell_said (record));
  for (guint i = 0; record->reason == SC_REASON_NONE && i < record->calibration.n_points; i++)
    sc_cli_print_sentence (sc_record_tell_point (&record->calibration.points[i]));
  if (record->reason == SC_REASON_NONE)
    print_errors (record);
  sc_cli_print_sentence (sc_record_tell_slips (&record->slips));
  if (record->days->len > 0)
    print_days (record);
  print_money (record);
  print_stages (record);
}

/**
 * sc_cli_insight_calibration:
 * @call: the call
 *
 * `insight calibration PROCESS [--from DATE] [--to DATE] [--within DAYS]`: tells how far
 * what was said of deals came true.
 *
 * Returns: an exit status
 */
int
sc_cli_insight_calibration (ScCliCall *call)
{
  g_auto (ScCliFigures) options = { 0 };
  g_autofree char *days = NULL;
  const GOptionEntry entries[] = {
    SC_CLI_TEXT ("from", &options.from, N_("Only forecasts of this day or later"), N_("DATE")),
    SC_CLI_TEXT ("to", &options.to, N_("Only forecasts of this day or earlier"), N_("DATE")),
    SC_CLI_TEXT ("within", &days, N_("Days of the calendar (default 90)"), N_("DAYS")),
    G_OPTION_ENTRY_NULL,
  };
  g_autoptr (GError) error = NULL;
  g_autoptr (ScFiguresQuery) query = NULL;
  g_autoptr (ScStore) store = NULL;
  g_autoptr (ScForecastRecord) record = NULL;
  guint64 within = SC_FORECAST_DAYS;
  int status;

  if (!sc_cli_call_parse (call, entries, 1, 1, &status))
    return status;
  if (days != NULL && !g_ascii_string_to_unsigned (days, 10, 1, MOST_DAYS, &within, NULL))
    return sc_cli_call_misuse (call, _("“%s” is not a number of days; use 1 to %u."), days, MOST_DAYS);

  query = sc_cli_figures_make_query (&options, call, &status);
  if (query == NULL)
    return status;

  store = sc_cli_figures_open (call, query, &error);
  record = store != NULL ? sc_forecast_record_read (store, query, (guint) within, NULL, NULL, NULL, &error) : NULL;
  if (record == NULL)
    return sc_cli_call_fail (call, error);

  if (call->is_json)
    print_json (record);
  else
    print_text (record);

  return SC_CLI_DONE;
}
