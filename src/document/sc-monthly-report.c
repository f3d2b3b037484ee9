/* SPDX-License-Identifier: GPL-3.0-or-later */

/* The figures of a process on two pages, once a month: what came in and what will on the
 * first, how far such statements came true and what to do on the second. So much is told as
 * two pages hold. */

#include "document/sc-monthly-report.h"

#include <glib/gi18n-lib.h>
#include <math.h>

#include "document/sc-report-parts.h"
#include "model/sc-month.h"
#include "statistics/sc-figure-words.h"
#include "statistics/sc-forecast-words.h"
#include "statistics/sc-history-finding.h"
#include "statistics/sc-record-words.h"

#define MOST_PLANS 8
#define MOST_DAYS 6
#define MOST_STAGES 9
#define MOST_CURRENCIES 2
#define MOST_FINDINGS 5

static void
add_month (ScTable         *table,
           const ScOutlook *outlook,
           guint            position)
{
  const ScForecast *forecast = outlook->forecast;
  const ScForecastPeriod *period = &g_array_index (forecast->periods, ScForecastPeriod, position);
  g_autofree char *month = sc_month_to_text (period->first);
  g_autofree char *median = g_strdup_printf ("%" G_GINT64_FORMAT, period->deals.median);
  g_autofree char *band = sc_band_to_text (&period->deals);
  g_autofree char *won = g_strdup_printf ("%u", period->n_won_before);
  g_autofree char *money = NULL;

  if (sc_forecast_get_n_currencies (forecast) > 0)
    {
      ScBand amount = sc_outlook_get_money (outlook, 0, position);

      money = sc_money_band_to_text (&amount, g_array_index (forecast->money, ScForecastMoney, 0).currency);
    }
  sc_report_add_row (table, (const char *const[]) { month, median, band, won, money != NULL ? money : "–", NULL });
}

static void
add_outlook (GPtrArray       *blocks,
             const ScOutlook *outlook)
{
  const double widths[] = { 0.24, 0.16, 0.2, 0.16, 0.24 };
  const ScForecast *forecast = outlook->forecast;
  ScTable *table;

  sc_blocks_add_styled (blocks, SC_PARAGRAPH_SUBTITLE, _("What Will Come In"));
  sc_report_say (blocks, sc_forecast_tell_expected (forecast));
  sc_report_say (blocks, sc_forecast_tell_baseline (forecast));
  sc_report_say (blocks, sc_forecast_tell_set (forecast));
  sc_report_say (blocks, sc_forecast_tell_beyond (forecast));
  if (forecast->reason != SC_REASON_NONE)
    return;

  table = sc_report_add_table (blocks, widths, (const char *const[]) {
    _("Month"), C_("forecast", "Middle"), _("Possible spread, 80 of 100"), _("Won already"), _("Value of deals"), NULL
  });
  for (guint i = 0; i < forecast->periods->len; i++)
    add_month (table, outlook, i);
}

static void
add_days (GPtrArray              *blocks,
          const ScForecastRecord *record)
{
  const double widths[] = { 0.25, 0.25, 0.25, 0.25 };
  ScTable *table;

  if (record->days->len == 0)
    return;

  table = sc_report_add_table (blocks, widths, (const char *const[]) { _("Said on"), _("Open deals"), _("Should be won"), _("Won"), NULL });
  for (guint i = record->days->len > MOST_DAYS ? record->days->len - MOST_DAYS : 0; i < record->days->len; i++)
    {
      const ScForecastPast *past = &g_array_index (record->days, ScForecastPast, i);
      g_autofree char *day = sc_date_to_text (past->day);
      g_autofree char *n_open = g_strdup_printf ("%u", past->n_open);
      g_autofree char *expected = g_strdup_printf ("%ld", lround (past->expected));
      g_autofree char *won = g_strdup_printf ("%u", past->n_won);

      sc_report_add_row (table, (const char *const[]) { day, n_open, expected, won, NULL });
    }
}

/* So many currencies as two pages hold. */
static void
add_money (GPtrArray              *blocks,
           const ScForecastRecord *record)
{
  const ScForecastHorizon *quarter = &record->horizons[SC_N_HORIZONS - 1];

  for (guint i = 0; record->reason == SC_REASON_NONE && i < MIN (quarter->money->len, MOST_CURRENCIES); i++)
    sc_report_say (blocks, sc_forecast_horizon_tell_money (quarter, g_array_index (quarter->money, ScMoneyError, i).currency));
  sc_report_say (blocks, sc_record_tell_without_value (record));
}

static void
add_stages (GPtrArray       *blocks,
            const GPtrArray *stages)
{
  const double widths[] = { 0.5, 0.25, 0.25 };
  ScTable *table;

  sc_blocks_add_styled (blocks, SC_PARAGRAPH_SUBTITLE, _("Probabilities, Set and by the History"));
  table = sc_report_add_table (blocks, widths, (const char *const[]) { _("Stage"), C_("probability", "Set"), C_("probability", "By the history"), NULL });
  for (guint i = 0; i < MIN (stages->len, MOST_STAGES); i++)
    {
      const ScStageChance *stage = stages->pdata[i];
      g_autofree char *set = sc_figure_is_known (stage->set) ? sc_share_of_to_text (stage->set, 100) : g_strdup ("–");
      g_autofree char *learned = stage->reason == SC_REASON_NONE ? sc_share_to_text (&stage->learned) : g_strdup ("–");

      sc_report_add_row (table, (const char *const[]) { stage->name, set, learned, NULL });
    }
}

static void
add_findings (GPtrArray       *blocks,
              const GPtrArray *findings)
{
  ScBlock *list;

  sc_blocks_add_styled (blocks, SC_PARAGRAPH_SUBTITLE, _("What to Do"));
  if (findings->len == 0)
    {
      sc_report_say (blocks, g_strdup (_("The history gives no reason for a change so far.")));
      return;
    }

  list = sc_blocks_add_list (blocks, TRUE);
  for (guint i = 0; i < MIN (findings->len, MOST_FINDINGS); i++)
    {
      const ScHistoryFinding *finding = findings->pdata[i];

      sc_report_say (sc_block_add_item (list), g_strdup_printf ("%s %s", finding->text, finding->advice));
    }
}

static void
fill_first (GPtrArray             *blocks,
            const ScMonthlyReport *self)
{
  sc_report_say (blocks, sc_cycle_tell_decision (self->cycle));
  sc_report_say (blocks, sc_cycle_tell_client (self->cycle));
  if (self->discovery->reason == SC_REASON_NONE)
    sc_report_say (blocks, sc_discovery_tell_answered (self->discovery));
  sc_report_add_plans (blocks, self->plans, SC_DATE_NONE, MOST_PLANS);
  add_outlook (blocks, self->outlook);
}

static void
fill_second (GPtrArray             *blocks,
             const ScMonthlyReport *self)
{
  const ScForecastRecord *record = self->record;
  g_autofree char *figure = NULL;

  sc_blocks_add_styled (blocks, SC_PARAGRAPH_SUBTITLE, _("How Forecasts Came True"));
  sc_report_say (blocks, sc_record_tell_quarter (record, &figure));
  for (guint i = 0; i < SC_N_HORIZONS && record->reason == SC_REASON_NONE; i++)
    sc_report_say (blocks, sc_forecast_horizon_tell (&record->horizons[i]));
  add_money (blocks, record);
  add_days (blocks, record);
  sc_report_say (blocks, sc_record_tell_slips (&record->slips));
  add_stages (blocks, record->stages);
  add_findings (blocks, self->findings);
  sc_blocks_add_styled (blocks, SC_PARAGRAPH_NOTE,
                        _("A forecast says of each open deal how many of those that were as old were won. The spread holds 80 of "
                          "100 futures. Shares have at least ten cases; of fewer nothing is said."));
}

/**
 * sc_monthly_report_make:
 * @self: what it is made of
 *
 * Returns: (transfer full): the report, in the user's language
 */
ScDocument *
sc_monthly_report_make (const ScMonthlyReport *self)
{
  g_autofree char *month = sc_month_to_text (sc_month_of (self->day));
  /* Translators: %1$s is a process, %2$s a month such as “March 2017” */
  g_autofree char *title = g_strdup_printf (_("Monthly Report “%1$s”, %2$s"), self->process_name, month);
  ScDocument *document = sc_document_new (sc_language_get_default (), title);
  ScSection *first = sc_document_add_section (document, "in-and-out", "", "", 1);
  ScSection *second = sc_document_add_section (document, "how-true", "", "", 1);

  g_set_str (&document->running_head, title);
  g_set_str (&document->page_format, _("Page %u of %u"));
  second->has_page = TRUE;
  sc_blocks_add_styled (first->blocks, SC_PARAGRAPH_TITLE, title);
  fill_first (first->blocks, self);
  fill_second (second->blocks, self);

  return document;
}
