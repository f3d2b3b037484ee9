/* SPDX-License-Identifier: GPL-3.0-or-later */

/* Tells in short what the figures say: the method's sentence, and a figure for each part of it
 * that is known. */

#include <glib/gi18n-lib.h>
#include <math.h>

#include "insight/sc-insight-parts.h"
#include "statistics/sc-figure-words.h"
#include "statistics/sc-forecast-bias.h"
#include "statistics/sc-record-words.h"
#include "statistics/sc-trend.h"

/* What a figure is, and how it has changed. */
static char *
add_trend (char *below,
           char *trend)
{
  g_autofree char *owned_below = below;
  g_autofree char *owned_trend = trend;

  return *trend != '\0' ? g_strconcat (below, "\n", trend, NULL) : g_steal_pointer (&owned_below);
}

/* The deals of the two periods that a trend compares. */
static void
count_trend (ScInsightSection *section,
             const ScTrend    *trend,
             ScFigureCase      which,
             ScDate            early_end,
             ScDate            late_end)
{
  if (trend->reason != SC_REASON_NONE)
    return;

  sc_insight_section_count (section, C_("deals behind a number", "Earlier period"), trend->n_before,
                            sc_figure_key_of_early (which, trend, early_end));
  sc_insight_section_count (section, C_("deals behind a number", "Later period"), trend->n_after,
                            sc_figure_key_of_late (which, trend, late_end));
}

static void
tell_length (ScInsightSection *section,
             const ScCycle    *cycle)
{
  gboolean is_known = sc_figure_is_known (cycle->to_decision.median);
  g_autofree char *days = is_known ? sc_days_to_text (cycle->to_decision.median, cycle->query->unit) : g_strdup ("–");
  g_autofree char *below = is_known ? add_trend (g_strdup (_("until half the deals are decided, won or lost")), sc_cycle_tell_trend (cycle))
                                    : sc_cycle_tell_decision (cycle);

  sc_insight_section_headline (section, "length", _("Length of the Cycle"), days, below);
  sc_insight_section_count (section, C_("deals behind a number", "Won"), cycle->n_won, sc_figure_key (SC_CASE_TIMED_WON));
  sc_insight_section_count (section, C_("deals behind a number", "Lost"), cycle->n_lost, sc_figure_key (SC_CASE_TIMED_LOST));
  sc_insight_section_count (section, C_("deals behind a number", "Open"), cycle->n_open, sc_figure_key (SC_CASE_TIMED_OPEN));
  if (is_known)
    count_trend (section, &cycle->trend, SC_CASE_STARTED_TIMED, cycle->query->as_of, cycle->query->as_of);
}

static void
tell_discovery (ScInsightSection         *section,
                const ScDiscoveryFigures *figures)
{
  guint n_questions = figures->n > 0 ? (guint) lround ((double) figures->n_questions / figures->n) : 0;
  gboolean is_known = sc_figure_is_known (figures->mean_share) && n_questions > 0;
  guint n_answered = is_known ? (guint) lround (figures->mean_share * n_questions) : 0;
  g_autofree char *figure = NULL;
  g_autofree char *below = NULL;

  if (figures->reason == SC_REASON_NO_DISCOVERY)
    return;

  /* Translators: so many questions of so many are answered. */
  figure = is_known ? g_strdup_printf (_("%1$u of %2$u"), n_answered, n_questions) : g_strdup ("–");
  below = is_known ? add_trend (g_strdup (_("questions of needs discovery are answered before the next stage")),
                                sc_discovery_tell_trend (figures))
                   : sc_discovery_tell_answered (figures);
  sc_insight_section_headline (section, "discovery", _("Completeness of Needs Discovery"), figure, below);
  sc_insight_section_count (section, _("Moved on"), figures->n, sc_figure_key (SC_CASE_MOVED_ON));
  if (is_known)
    count_trend (section, &figures->trend, SC_CASE_STARTED_MOVED_ON,
                 sc_trend_get_early_end (&figures->trend, figures->query->as_of), figures->query->as_of);
}

/* The last forecasts that the figure is made of: what stood open then, and what of it was won. */
static void
count_forecasts (ScInsightSection       *section,
                 const ScForecastRecord *record)
{
  ScForecastBias bias = sc_forecast_bias_find (record, SC_FORECAST_BIAS_MOST);

  for (guint i = 0; i < bias.n; i++)
    {
      const ScForecastPast *past = &g_array_index (record->days, ScForecastPast, bias.places[i]);
      g_autofree char *day = sc_date_to_text (past->day);
      /* Translators: of deals; %s is a day */
      g_autofree char *open = g_strdup_printf (_("Open on %s"), day);

      sc_insight_section_count (section, open, past->n_open, sc_figure_key_of_day (SC_CASE_STOOD, past->day));
    }
}

static void
tell_predictability (ScInsightSection       *section,
                     const ScForecastRecord *record)
{
  g_autofree char *figure = NULL;
  g_autofree char *below = sc_record_tell_quarter (record, &figure);

  sc_insight_section_headline (section, "predictability", _("Predictability"), figure, below);
  count_forecasts (section, record);
}

/**
 * sc_insight_tell_head:
 * @section: the section
 * @figures: what is read by now
 */
void
sc_insight_tell_head (ScInsightSection       *section,
                      const ScInsightFigures *figures)
{
  sc_insight_section_begin (section);
  sc_insight_say (section, "method",
                  g_strdup (_("“A sales process determines the length of the sales cycle, the quality of needs discovery and "
                              "the predictability of your deals.”")), NULL);
  if (figures->cycle != NULL)
    tell_length (section, figures->cycle);
  if (figures->discovery != NULL)
    tell_discovery (section, figures->discovery);
  if (figures->record != NULL)
    tell_predictability (section, figures->record);
  sc_insight_section_end (section);
}
