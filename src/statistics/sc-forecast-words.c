/* SPDX-License-Identifier: GPL-3.0-or-later */

/* Says forecasts in a salesperson's words. Of a forecast that has come to its end it says
 * how wrong it was, and whether it was worth more than saying the same of all. */

#include "statistics/sc-forecast-words.h"

#include <glib/gi18n-lib.h>
#include <math.h>

#include "statistics/sc-figure-words.h"

/* Below this an error in 100 is none that anybody would speak of. */
#define CLOSE 0.5

/**
 * sc_forecast_tell_expected:
 * @self: a forecast
 *
 * Returns: (transfer full): how many of the open deals are expected to be won, or why
 *   that is not known
 */
char *
sc_forecast_tell_expected (const ScForecast *self)
{
  guint n = (guint) lround (self->expected);

  if (self->reason != SC_REASON_NONE)
    return g_strdup_printf (_("Too early to judge: deals decided %1$u, needed %2$u."), self->standing->n_decided,
                            SC_FEWEST_CASES);

  /* Translators: %1$u of %2$u open deals, %3$u days */
  return g_strdup_printf (ngettext ("Of %2$u open deals %1$u should be won within %3$u days.",
                                    "Of %2$u open deals %1$u should be won within %3$u days.", n),
                          n, self->n_open, self->query->within);
}

/**
 * sc_forecast_tell_beyond:
 * @self: a forecast
 *
 * Returns: (transfer full): how many have outlived all that were decided; empty for none
 */
char *
sc_forecast_tell_beyond (const ScForecast *self)
{
  const ScCurvePoint *last = sc_curve_get_last (sc_standing_get_curve (self->standing, 0)->curve);

  if (self->reason != SC_REASON_NONE || self->n_beyond == 0)
    return g_strdup ("");

  /* Translators: %1$u of %2$u open deals, %3$u days */
  return g_strdup_printf (ngettext ("%1$u of %2$u open deals is older than the longest decision, %3$u days: "
                                    "no chance is given to it.",
                                    "%1$u of %2$u open deals are older than the longest decision, %3$u days: "
                                    "no chance is given to them.",
                                    self->n_beyond),
                          self->n_beyond, self->n_open, last->t);
}

/**
 * sc_forecast_tell_way:
 * @self: a forecast
 *
 * Returns: (transfer full): of how many deals it was said by their stage; empty where
 *   nothing is said
 */
char *
sc_forecast_tell_way (const ScForecast *self)
{
  guint n = self->standing->n_by_stage;

  if (self->reason != SC_REASON_NONE || self->n_open == 0)
    return g_strdup ("");
  if (n == self->n_open)
    return g_strdup (_("It is said of each deal by how long it stands in its stage."));
  if (n == 0)
    return g_strdup (_("It is said of each deal by its age alone: since when it stands in its stage is not known, "
                       "or fewer than 10 deals of the stage are decided."));

  return g_strdup_printf (ngettext ("It is said of %1$u deal of %2$u by how long it stands in its stage, of the others by their age: "
                                    "since when they stand there is not known, or fewer than 10 deals of the stage are decided.",
                                    "It is said of %1$u deals of %2$u by how long they stand in their stage, of the others by their age: "
                                    "since when they stand there is not known, or fewer than 10 deals of the stage are decided.", n),
                          n, self->n_open);
}

/**
 * sc_forecast_tell_left_out:
 * @self: a forecast
 *
 * Returns: (transfer full): how many deals are not in it, and why; empty where all are
 */
char *
sc_forecast_tell_left_out (const ScForecast *self)
{
  if (self->n_no_start == 0)
    return g_strdup ("");

  return g_strdup_printf (ngettext ("Left out is %u open deal of which nobody knows when it began.",
                                    "Left out are %u open deals of which nobody knows when they began.", self->n_no_start),
                          self->n_no_start);
}

/**
 * sc_forecast_tell_outcome:
 * @self: a forecast
 *
 * Returns: (transfer full): how many were won, and how far off the forecast was; empty
 *   where its time is not over
 */
char *
sc_forecast_tell_outcome (const ScForecast *self)
{
  double off = self->n_won > 0 ? 100 * self->bias / self->n_won : 0;
  guint of_hundred = (guint) lround (fabs (off));

  if (!self->is_over || self->reason != SC_REASON_NONE)
    return g_strdup ("");
  if (self->n_won == 0)
    return g_strdup (_("None was won: the forecast was too high."));
  if (fabs (off) < CLOSE)
    return g_strdup_printf (ngettext ("%u was won, as said.", "%u were won, as said.", self->n_won), self->n_won);
  if (off > 0)
    return g_strdup_printf (ngettext ("%1$u was won: the forecast was too high by %2$u of 100.",
                                      "%1$u were won: the forecast was too high by %2$u of 100.", self->n_won),
                            self->n_won, of_hundred);

  return g_strdup_printf (ngettext ("%1$u was won: the forecast was too low by %2$u of 100.",
                                    "%1$u were won: the forecast was too low by %2$u of 100.", self->n_won),
                          self->n_won, of_hundred);
}

/**
 * sc_forecast_tell_baseline:
 * @self: a forecast
 *
 * Returns: (transfer full): what would be said without looking at any deal, and, once it
 *   is known, whether that would have been as good; empty where there is nothing to say
 */
char *
sc_forecast_tell_baseline (const ScForecast *self)
{
  guint n = (guint) lround (100 * self->baseline);

  if (!sc_figure_is_known (self->baseline))
    return g_strdup ("");
  if (!self->is_over)
    return g_strdup_printf (ngettext ("Of those that were open %2$u days ago %1$u of 100 was won since.",
                                      "Of those that were open %2$u days ago %1$u of 100 were won since.", n),
                            n, self->query->within);
  if (self->brier < self->baseline_brier)
    return g_strdup_printf (ngettext ("It was worth more than to say of all that %u of 100 is won, as before.",
                                      "It was worth more than to say of all that %u of 100 are won, as before.", n), n);

  return g_strdup_printf (ngettext ("It was worth no more than to say of all that %u of 100 is won, as before.",
                                    "It was worth no more than to say of all that %u of 100 are won, as before.", n), n);
}

/**
 * sc_forecast_tell_set:
 * @self: a forecast
 *
 * Returns: (transfer full): how many would be won by the set chances of the stages, and, once
 *   it is known, whether these would have been as good; empty where none are known
 */
char *
sc_forecast_tell_set (const ScForecast *self)
{
  guint n = self->n_set > 0 ? (guint) lround (self->set_expected) : 0;

  if (self->n_set == 0)
    return g_strdup ("");
  if (!self->is_over || self->reason != SC_REASON_NONE)
    /* Translators: %1$u of %2$u deals */
    return g_strdup_printf (ngettext ("By the probabilities that are set for the stages it would be %1$u of %2$u.",
                                      "By the probabilities that are set for the stages it would be %1$u of %2$u.", n),
                            n, self->n_set);
  if (self->beside_set_brier < self->set_brier)
    /* Translators: %1$u of %2$u deals */
    return g_strdup_printf (ngettext ("By the probabilities that are set for the stages it was %1$u of %2$u: "
                                      "the forecast was worth more.",
                                      "By the probabilities that are set for the stages it was %1$u of %2$u: "
                                      "the forecast was worth more.", n),
                            n, self->n_set);

  /* Translators: %1$u of %2$u deals */
  return g_strdup_printf (ngettext ("By the probabilities that are set for the stages it was %1$u of %2$u: "
                                    "the forecast was worth no more.",
                                    "By the probabilities that are set for the stages it was %1$u of %2$u: "
                                    "the forecast was worth no more.", n),
                          n, self->n_set);
}

/**
 * sc_forecast_tell_money:
 * @self: a forecast
 * @i: one of its currencies
 *
 * Returns: (transfer full): what the deals with a value in it should bring, and where the time
 *   is over what came in of them; empty for none
 */
char *
sc_forecast_tell_money (const ScForecast *self,
                        guint             i)
{
  const ScForecastMoney *money = &g_array_index (self->money, ScForecastMoney, i);
  g_autofree char *expected = NULL;
  g_autofree char *came_in = NULL;

  if (money->n_valued == 0)
    return g_strdup ("");

  expected = sc_money_to_short_text (sc_money_new (llround (money->expected_minor), money->currency));
  came_in = sc_money_to_short_text (sc_money_new (money->came_in_minor, money->currency));
  if (self->is_over)
    /* Translators: %1$u deals, %2$s and %3$s amounts of money */
    return g_strdup_printf (ngettext ("The %1$u open deal with a value should bring %2$s; %3$s came in.",
                                      "The %1$u open deals with a value should bring %2$s; %3$s came in.", money->n_valued),
                            money->n_valued, expected, came_in);

  /* Translators: %1$u deals, %2$s an amount of money */
  return g_strdup_printf (ngettext ("The %1$u open deal with a value should bring %2$s.",
                                    "The %1$u open deals with a value should bring %2$s.", money->n_valued),
                          money->n_valued, expected);
}

/**
 * sc_forecast_tell_without_value:
 * @self: a forecast
 *
 * Returns: (transfer full): how many open deals have no value; empty where all have one
 */
char *
sc_forecast_tell_without_value (const ScForecast *self)
{
  if (self->n_without_value == 0)
    return g_strdup ("");

  return g_strdup_printf (ngettext ("%u open deal has no value and is counted, but not in the money.",
                                    "%u open deals have no value and are counted, but not in the money.",
                                    self->n_without_value),
                          self->n_without_value);
}

/**
 * sc_band_to_text:
 * @band: what a number may come to
 *
 * Returns: (transfer full): it, such as “120–210”
 */
char *
sc_band_to_text (const ScBand *band)
{
  return g_strdup_printf ("%" G_GINT64_FORMAT "–%" G_GINT64_FORMAT, band->low, band->high);
}

/**
 * sc_money_band_to_text:
 * @band: what an amount in minor units may come to
 * @currency: its currency
 *
 * Returns: (transfer full): it, such as “€120K–€210K”
 */
char *
sc_money_band_to_text (const ScBand *band,
                       const char   *currency)
{
  g_autofree char *low = sc_money_to_short_text (sc_money_new (band->low, currency));
  g_autofree char *high = sc_money_to_short_text (sc_money_new (band->high, currency));

  return g_strdup_printf ("%s–%s", low, high);
}

/**
 * sc_forecast_period_to_text:
 * @period: a month or a week
 * @is_by_week: which of the two
 *
 * Returns: (transfer full): the month, such as “2017-03”, or the first day of the week
 */
char *
sc_forecast_period_to_text (const ScForecastPeriod *period,
                            gboolean                is_by_week)
{
  g_autofree char *day = sc_date_to_string (period->first);

  return is_by_week ? sc_date_to_text (period->first) : g_strndup (day, 7);
}
