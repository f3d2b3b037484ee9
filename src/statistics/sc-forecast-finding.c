/* SPDX-License-Identifier: GPL-3.0-or-later */

/* What the history says of what the scheme promises: probabilities that are too high, deals
 * that nobody closes, forecasts that are wrong one way, days that are put off again and
 * again, and versions that differ. Each has its numbers, and none is made of fewer than ten
 * cases or of what chance may have made. */

#include "statistics/sc-forecast-finding.h"

#include <glib/gi18n-lib.h>
#include <math.h>

#include "statistics/sc-figure-deals.h"
#include "statistics/sc-figure-words.h"
#include "statistics/sc-forecast-bias.h"
#include "statistics/sc-history-finding.h"
#include "statistics/sc-record-words.h"

/* A set probability that is so much higher than the learned one is too high. */
#define TOO_HIGH 0.15
/* So many forecasts that are wrong one way are no accident. */
#define N_PERIODS 3

static void
add (GPtrArray  *findings,
     const char *stage_id,
     char       *text,
     const char *advice)
{
  ScHistoryFinding *finding = g_new0 (ScHistoryFinding, 1);

  finding->stage_id = g_strdup (stage_id);
  finding->text = text;
  finding->advice = g_strdup (advice);
  g_ptr_array_add (findings, finding);
}

/* How many deals the finding that was added last is of, for the list that the number opens. */
static void
count (GPtrArray   *findings,
       guint        n,
       ScFigureCase which)
{
  ScHistoryFinding *finding = findings->pdata[findings->len - 1];

  finding->n = n;
  finding->key = sc_figure_key (which);
}

/* “1,291 of 1,589 open deals are older than the longest decision: close or park them” */
static void
find_outlived (GPtrArray        *findings,
               const ScForecast *forecast)
{
  g_autofree char *beyond = g_strdup_printf ("%'u", forecast->n_beyond);
  g_autofree char *open = g_strdup_printf ("%'u", forecast->n_open);

  if (forecast->reason != SC_REASON_NONE || forecast->n_beyond == 0)
    return;

  /* Translators: %1$s of %2$s open deals */
  add (findings, NULL,
       g_strdup_printf (ngettext ("%1$s of %2$s open deals is older than the longest decision: close or park it.",
                                  "%1$s of %2$s open deals are older than the longest decision: close or park them.",
                                  forecast->n_beyond), beyond, open),
       _("A forecast gives them no chance, and a sum of the board counts them all the same."));
  count (findings, forecast->n_beyond, SC_CASE_OUTLIVED);
}

static void
find_wishful (GPtrArray       *findings,
              const GPtrArray *stages)
{
  for (guint i = 0; i < stages->len; i++)
    {
      const ScStageChance *stage = stages->pdata[i];
      g_autofree char *learned = sc_share_to_text (&stage->learned);

      if (stage->reason != SC_REASON_NONE || !sc_figure_is_known (stage->set) ||
          stage->set - stage->learned.value < TOO_HIGH || stage->set <= stage->learned.high)
        continue;

      /* Translators: %1$s is a stage, %2$.0f a number of percent, %3$s a share such as “42 of 100” */
      add (findings, stage->stage_id,
           g_strdup_printf (_("At the stage “%1$s” a probability of %2$.0f %% is set, and %3$s deals that came into it were won."),
                            stage->name, 100 * stage->set, learned),
           _("Take over what the history says, or find out what is promised there and not kept."));
    }
}

static void
find_bias (GPtrArray              *findings,
           const ScForecastRecord *record)
{
  ScForecastBias bias = sc_forecast_bias_find (record, N_PERIODS);
  gboolean is_high = bias.n_high == N_PERIODS;

  if (bias.n < N_PERIODS || (!is_high && bias.n_low < N_PERIODS) || !sc_forecast_bias_is_beyond_chance (&bias))
    return;

  add (findings, NULL,
       g_strdup_printf (is_high ? _("The last three forecasts of %1$u days were too high: %2$.0f deals were expected, %3$u were won.")
                                : _("The last three forecasts of %1$u days were too low: %2$.0f deals were expected, %3$u were won."),
                        record->within, bias.expected, bias.n_won),
       is_high ? _("Plan with less, and close what will not be won any more.")
               : _("Plan with more: deals go better than they did."));
}

static void
find_slips (GPtrArray     *findings,
            const ScSlips *slips)
{
  if (slips->n_often == 0 || slips->n_moved < SC_FEWEST_CASES)
    return;

  /* Translators: %1$u of %2$u deals */
  add (findings, NULL,
       g_strdup_printf (ngettext ("The day on which it should be won was put off three times and more for %1$u of %2$u deals.",
                                  "The day on which it should be won was put off three times and more for %1$u of %2$u deals.",
                                  slips->n_often),
                        slips->n_often, slips->n_dated),
       _("Agree the next step with the client rather than a new day, or park the deal."));
}

static void
find_versions (GPtrArray               *findings,
               const ScVersionsFigures *versions)
{
  for (guint i = 0; i < versions->differences->len; i++)
    {
      const ScVersionDifference *difference = &g_array_index (versions->differences, ScVersionDifference, i);

      if (difference->reason == SC_REASON_NONE && sc_difference_is_told (&difference->share))
        add (findings, NULL, sc_version_tell_difference (difference),
             difference->share.value > 0 ? _("Keep what was changed there.")
                                         : _("Look at what was changed there, and whether other deals came in."));
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
