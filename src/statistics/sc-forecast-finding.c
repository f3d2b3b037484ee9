/* SPDX-License-Identifier: GPL-3.0-or-later */

/* What the history says of what the scheme promises: probabilities that are too high, deals
 * that nobody closes, forecasts that are wrong one way, days that are put off again and
 * again, and versions that differ. Each has its numbers, and none is made of fewer than ten
 * cases or of what chance may have made. */

#include "statistics/sc-forecast-finding.h"

#include <glib/gi18n-lib.h>
#include <math.h>

#include "model/sc-percent.h"
#include "statistics/sc-figure-deals.h"
#include "statistics/sc-figure-words.h"
#include "statistics/sc-forecast-bias.h"
#include "statistics/sc-history-finding.h"
#include "statistics/sc-record-words.h"

/* A set probability that is so much higher than the learned one is too high. */
#define TOO_HIGH 0.15
/* So many forecasts that are wrong one way are no accident. */
#define N_PERIODS 3

/* “1,291 of 1,589 open deals are older than the longest decision: close or park them” */
static void
find_outlived (GPtrArray        *findings,
               const ScForecast *forecast)
{
  g_autofree char *beyond = g_strdup_printf ("%'u", forecast->n_beyond);
  g_autofree char *open = g_strdup_printf ("%'u", forecast->n_open);
  ScHistoryFinding *finding;

  if (forecast->reason != SC_REASON_NONE || forecast->n_beyond == 0)
    return;

  finding = sc_history_finding_add (
    findings, NULL,
    /* Translators: %1$s of %2$s open deals */
    g_strdup_printf (ngettext ("%1$s of %2$s open deals is older than the longest decision: close or park it.",
                               "%1$s of %2$s open deals are older than the longest decision: close or park them.",
                               forecast->n_beyond), beyond, open),
    _("A forecast gives them no chance, and a sum of the board counts them all the same."));
  sc_history_finding_count (finding, _("Deals"), forecast->n_beyond, sc_figure_key (SC_CASE_OUTLIVED));
}

static void
find_wishful (GPtrArray       *findings,
              const GPtrArray *stages)
{
  for (guint i = 0; i < stages->len; i++)
    {
      const ScStageChance *stage = stages->pdata[i];
      g_autofree char *learned = sc_share_to_text (&stage->learned);
      g_autofree char *set = sc_percent_to_text (stage->set);
      ScHistoryFinding *finding;

      if (stage->reason != SC_REASON_NONE || !sc_figure_is_known (stage->set) ||
          stage->set - stage->learned.value < TOO_HIGH || stage->set <= stage->learned.high)
        continue;

      finding = sc_history_finding_add (
        findings, stage->stage_id,
        /* Translators: %1$s is a stage, %2$s a probability such as “30%”, %3$s a share such as “42 of 100” */
        g_strdup_printf (_("At the stage “%1$s” a probability of %2$s is set, and %3$s deals that came into it were won."),
                         stage->name, set, learned),
        _("Take over what the history says, or find out what is promised there and not kept."));
      sc_history_finding_count (finding, C_("deals behind a number", "Won"), stage->learned.n,
                                sc_figure_key_of (SC_CASE_REACHED_WON, stage->stage_id));
      sc_history_finding_count (finding, C_("deals behind a number", "Decided"), stage->learned.of,
                                sc_figure_key_of (SC_CASE_REACHED_DECIDED, stage->stage_id));
    }
}

/* What was open when a forecast was made, and what of it was won. */
static void
count_past (ScHistoryFinding       *finding,
            const ScForecastRecord *record,
            guint                   place)
{
  const ScForecastPast *past = &g_array_index (record->days, ScForecastPast, place);
  g_autofree char *day = sc_date_to_text (past->day);
  /* Translators: of deals; %s is a day */
  g_autofree char *open = g_strdup_printf (_("Open on %s"), day);
  /* Translators: of deals; %1$s is a day. */
  g_autofree char *won = g_strdup_printf (ngettext ("Open on %1$s, won within %2$u day", "Open on %1$s, won within %2$u days",
                                                    record->within), day, record->within);

  sc_history_finding_count (finding, open, past->n_open, sc_figure_key_of_day (SC_CASE_STOOD, past->day));
  sc_history_finding_count (finding, won, past->n_won, sc_figure_key_of_term (SC_CASE_STOOD_WON, past->day, record->within));
}

static void
find_bias (GPtrArray              *findings,
           const ScForecastRecord *record)
{
  ScForecastBias bias = sc_forecast_bias_find (record, N_PERIODS);
  gboolean is_high = bias.n_high == N_PERIODS;
  ScHistoryFinding *finding;

  if (bias.n < N_PERIODS || (!is_high && bias.n_low < N_PERIODS) || !sc_forecast_bias_is_beyond_chance (&bias))
    return;

  finding = sc_history_finding_add (
    findings, NULL,
    g_strdup_printf (is_high ? _("The last three forecasts of %1$u days were too high: %2$.0f deals were expected, %3$u were won.")
                             : _("The last three forecasts of %1$u days were too low: %2$.0f deals were expected, %3$u were won."),
                     record->within, bias.expected, bias.n_won),
    is_high ? _("Plan with less, and close what will not be won any more.")
            : _("Plan with more: deals go better than they did."));
  for (guint i = bias.n; i > 0; i--)
    count_past (finding, record, bias.places[i - 1]);
}

static void
find_slips (GPtrArray     *findings,
            const ScSlips *slips)
{
  ScHistoryFinding *finding;

  if (slips->n_often == 0 || slips->n_moved < SC_FEWEST_CASES)
    return;

  finding = sc_history_finding_add (
    findings, NULL,
    /* Translators: %1$u of %2$u deals */
    g_strdup_printf (ngettext ("The day on which it should be won was put off three times and more for %1$u of %2$u deals.",
                               "The day on which it should be won was put off three times and more for %1$u of %2$u deals.",
                               slips->n_often),
                     slips->n_often, slips->n_dated),
    _("Agree the next step with the client rather than a new day, or park the deal."));
  sc_history_finding_count (finding, _("Put off three times and more"), slips->n_often, sc_figure_key (SC_CASE_PUT_OFF_OFTEN));
}

static void
count_version (ScHistoryFinding        *finding,
               const ScVersionsFigures *versions,
               guint                    number)
{
  for (guint i = 0; i < versions->versions->len; i++)
    {
      const ScVersionFigures *version = &g_array_index (versions->versions, ScVersionFigures, i);
      /* Translators: of deals that are decided; %u is the number of the version that they came in under */
      g_autofree char *decided = g_strdup_printf (_("Decided, of version %u"), number);

      if (version->number == number)
        sc_history_finding_count (finding, decided, version->share.of,
                                  sc_figure_key_of_days (SC_CASE_VERSION_DECIDED, number));
    }
}

static void
find_versions (GPtrArray               *findings,
               const ScVersionsFigures *versions)
{
  for (guint i = 0; i < versions->differences->len; i++)
    {
      const ScVersionDifference *difference = &g_array_index (versions->differences, ScVersionDifference, i);
      ScHistoryFinding *finding;

      if (difference->reason != SC_REASON_NONE || !sc_difference_is_told (&difference->share))
        continue;

      finding = sc_history_finding_add (findings, NULL, sc_version_tell_difference (difference),
                                        difference->share.value > 0
                                        ? _("Keep what was changed there.")
                                        : _("Look at what was changed there, and whether other deals came in."));
      count_version (finding, versions, difference->from);
      count_version (finding, versions, difference->to);
    }
}

/**
 * sc_forecast_findings_add:
 * @findings: (element-type ScHistoryFinding): findings
 * @forecast: (nullable): what will come in
 * @record: (nullable): how far that came true
 * @versions: (nullable): how versions did
 *
 * Adds what is to be said of them.
 */
void
sc_forecast_findings_add (GPtrArray               *findings,
                          const ScForecast        *forecast,
                          const ScForecastRecord  *record,
                          const ScVersionsFigures *versions)
{
  if (forecast != NULL)
    find_outlived (findings, forecast);
  if (record != NULL)
    {
      find_wishful (findings, record->stages);
      find_bias (findings, record);
      find_slips (findings, &record->slips);
    }
  if (versions != NULL)
    find_versions (findings, versions);
}

/**
 * sc_forecast_findings_read:
 * @store: a store
 * @query: which deals, and as of which day
 * @cancellable: (nullable): stops it
 * @error: why it can't be read
 *
 * Returns: (transfer full) (element-type ScHistoryFinding): all that the deals' history says of
 *   their process, and of what it promises
 */
GPtrArray *
sc_forecast_findings_read (ScStore              *store,
                           const ScFiguresQuery *query,
                           GCancellable         *cancellable,
                           GError              **error)
{
  g_autoptr (GPtrArray) findings = sc_history_findings_read (store, query, cancellable, error);
  g_autoptr (ScForecastQuery) wanted = sc_forecast_query_new (query->process_id);
  g_autoptr (ScForecast) forecast = NULL;
  g_autoptr (ScForecastRecord) record = NULL;
  g_autoptr (ScVersionsFigures) versions = NULL;

  if (findings == NULL)
    return NULL;

  sc_figures_query_free (wanted->deals);
  wanted->deals = sc_figures_query_copy (query);
  forecast = sc_forecast_read (store, wanted, cancellable, error);
  if (forecast != NULL)
    record = sc_forecast_record_read (store, query, SC_FORECAST_DAYS, NULL, NULL, cancellable, error);
  if (record != NULL)
    versions = sc_versions_figures_read (store, query, cancellable, error);
  if (versions == NULL)
    return NULL;

  sc_forecast_findings_add (findings, forecast, record, versions);

  return g_steal_pointer (&findings);
}
