/* SPDX-License-Identifier: GPL-3.0-or-later */

/* Says how far forecasts came true in a salesperson's words, and whether a version of the
 * process did better than the one before. */

#include "statistics/sc-record-words.h"

#include <glib/gi18n-lib.h>
#include <math.h>

#include "model/sc-percent.h"
#include "statistics/sc-forecast-bias.h"

/**
 * sc_record_tell_said:
 * @self: how far forecasts came true
 *
 * Returns: (transfer full): how many deals something was said of, how many were to be won
 *   and how many were; or why that is not known
 */
char *
sc_record_tell_said (const ScForecastRecord *self)
{
  guint expected = (guint) lround (self->calibration.expected);

  if (self->reason != SC_REASON_NONE)
    return g_strdup (_("Too early to judge: no forecast of an earlier month is over yet that was made of enough deals."));

  /* Translators: %2$u chances of %5$u deals; %1$u of the chances should have come true, %3$u did, within %4$u days */
  return g_strdup_printf (ngettext ("At the ends of months %2$u chances to be won within %4$u days were given, of %5$u deals, each "
                                    "anew at every month’s end: %1$u should have come true, %3$u did.",
                                    "At the ends of months %2$u chances to be won within %4$u days were given, of %5$u deals, each "
                                    "anew at every month’s end: %1$u should have come true, %3$u did.", expected),
                          expected, self->calibration.n, self->calibration.n_won, self->within, self->n_deals);
}

/**
 * sc_record_tell_point:
 * @point: chances that were about the same
 *
 * Returns: (transfer full): how many of 100 were to be won, and how many were; empty where
 *   there are too few
 */
char *
sc_record_tell_point (const ScCalibrationPoint *point)
{
  guint said = (guint) lround (100 * point->said);
  guint won = (guint) lround (100 * point->share.value);
  guint low = (guint) floor (100 * point->share.low);
  guint high = (guint) ceil (100 * point->share.high);

  if (point->n < SC_FEWEST_CASES)
    return g_strdup ("");

  /* Translators: %1$u of 100 were to be won, %2$u were; from %3$u to %4$u of 100; said %5$u times, of %6$u deals */
  return g_strdup_printf (ngettext ("Where %1$u of 100 was to be won, %2$u were (possible spread: %3$u to %4$u; times it was said: "
                                    "%5$u, deals: %6$u).",
                                    "Where %1$u of 100 were to be won, %2$u were (possible spread: %3$u to %4$u; times it was said: "
                                    "%5$u, deals: %6$u).",
                                    said),
                          said, won, low, high, point->n, point->n_deals);
}

/* Whether they were wrong one way, or this way and that. */
static char *
tell_direction (const ScForecastBias *bias)
{
  if (bias->n_high >= bias->n_low)
    return g_strdup_printf (ngettext ("%1$u of %2$u was too high", "%1$u of %2$u were too high", bias->n_high), bias->n_high, bias->n);

  return g_strdup_printf (ngettext ("%1$u of %2$u was too low", "%1$u of %2$u were too low", bias->n_low), bias->n_low, bias->n);
}

/**
 * sc_record_tell_quarter:
 * @self: how far forecasts of 90 days came true
 * @figure: (out) (transfer full): how far off they were at most, or a dash where that is
 *   not known
 *
 * Returns: (transfer full): how far off forecasts of a quarter were, and which way
 */
char *
sc_record_tell_quarter (const ScForecastRecord *self,
                        char                  **figure)
{
  ScForecastBias bias = sc_forecast_bias_find (self, SC_FORECAST_BIAS_MOST);
  g_autofree char *percent = NULL;
  g_autofree char *direction = NULL;

  if (self->reason != SC_REASON_NONE || bias.n == 0)
    {
      *figure = g_strdup ("–");
      return sc_record_tell_said (self);
    }

  percent = sc_percent_to_text (ceil (100 * bias.most) / 100);
  /* Translators: how far off a forecast was; %s is such as “20%” */
  *figure = g_strdup_printf (_("up to %s"), percent);
  direction = tell_direction (&bias);

  /* Translators: %1$s is such as “20%”, %2$s such as “3 of 4 were too high” */
  return g_strdup_printf (_("A quarter’s forecast comes within %1$s: %2$s."), percent, direction);
}

/**
 * sc_forecast_horizon_tell:
 * @self: forecasts of so many days
 *
 * Returns: (transfer full): how far off they were, in all and each; empty where there are
 *   none
 */
char *
sc_forecast_horizon_tell (const ScForecastHorizon *self)
{
  guint expected = (guint) lround (self->expected);
  guint error = self->n > 0 ? (guint) lround (self->error / self->n) : 0;

  if (self->n == 0)
    return g_strdup ("");

  /* Translators: %1$u days, %2$u forecasts, %3$u deals expected, %4$u won, %5$u deals each was off, %6$u forecasts */
  return g_strdup_printf (ngettext ("Within %1$u days (forecasts: %2$u): expected %3$u deal in all, won %4$u; each was off by "
                                    "%5$u on the average, %6$u of them too high.",
                                    "Within %1$u days (forecasts: %2$u): expected %3$u deals in all, won %4$u; each was off by "
                                    "%5$u on the average, %6$u of them too high.", expected),
                          self->within, self->n, expected, self->n_won, error, self->n_high);
}

static const ScMoneyError *
find_error (const ScForecastHorizon *self,
            const char              *currency)
{
  for (guint i = 0; i < self->money->len; i++)
    if (g_str_equal (g_array_index (self->money, ScMoneyError, i).currency, currency))
      return &g_array_index (self->money, ScMoneyError, i);

  return NULL;
}

/**
 * sc_forecast_horizon_tell_money:
 * @self: forecasts of so many days
 * @currency: a currency
 *
 * Returns: (transfer full): how far off they were in it, in all and each; empty where there
 *   are none
 */
char *
sc_forecast_horizon_tell_money (const ScForecastHorizon *self,
                                const char              *currency)
{
  const ScMoneyError *error = find_error (self, currency);
  g_autofree char *expected = NULL;
  g_autofree char *came_in = NULL;
  g_autofree char *each = NULL;

  if (error == NULL)
    return g_strdup ("");

  expected = sc_money_to_short_text (sc_money_new (llround (error->expected_minor), currency));
  came_in = sc_money_to_short_text (sc_money_new (llround (error->came_in_minor), currency));
  each = sc_money_to_short_text (sc_money_new (llround (error->error_minor / error->n), currency));

  /* Translators: %1$u days, %2$u forecasts, %3$s, %4$s and %5$s amounts of money, %6$u forecasts */
  return g_strdup_printf (ngettext ("Within %1$u day (forecasts: %2$u): expected %3$s in all, came in %4$s; each was off by %5$s "
                                    "on the average, %6$u of them too high.",
                                    "Within %1$u days (forecasts: %2$u): expected %3$s in all, came in %4$s; each was off by %5$s "
                                    "on the average, %6$u of them too high.", self->within),
                          self->within, error->n, expected, came_in, each, error->n_high);
}

/**
 * sc_record_tell_without_value:
 * @self: how far forecasts came true
 *
 * Returns: (transfer full): how many deals the last forecast has not in its money, for nobody
 *   had said what they are worth; empty for none
 */
char *
sc_record_tell_without_value (const ScForecastRecord *self)
{
  const ScForecastPast *past =
    self->days->len > 0 ? &g_array_index (self->days, ScForecastPast, self->days->len - 1) : NULL;
  g_autofree char *day = past != NULL ? sc_date_to_text (past->day) : NULL;

  if (past == NULL || past->n_without_value == 0)
    return g_strdup ("");

  /* Translators: %1$s is a day, %2$u of %3$u deals */
  return g_strdup_printf (ngettext ("On %1$s %2$u of %3$u open deal had no value yet: it is counted, but not in the money.",
                                    "On %1$s %2$u of %3$u open deals had no value yet: they are counted, but not in the money.",
                                    past->n_open),
                          day, past->n_without_value, past->n_open);
}

/**
 * sc_record_tell_slips:
 * @slips: how days are kept to
 *
 * Returns: (transfer full): of how many deals the day was put off, how often and by how
 *   much; empty where no deal has a day
 */
char *
sc_record_tell_slips (const ScSlips *slips)
{
  guint days = slips->n_moves > 0 ? (guint) lround (slips->median_days) : 0;

  if (slips->n_dated == 0)
    return g_strdup ("");
  if (slips->n_moved == 0)
    return g_strdup_printf (ngettext ("The day on which it should be won was put off for none of %u deal.",
                                      "The day on which it should be won was put off for none of %u deals.", slips->n_dated),
                            slips->n_dated);

  /* Translators: %1$u of %2$u deals, %3$u times, by %4$u days */
  return g_strdup_printf (ngettext ("The day on which it should be won was put off for %1$u of %2$u deals, "
                                    "%3$u times in all, half of the time by %4$u days or more.",
                                    "The day on which it should be won was put off for %1$u of %2$u deals, "
                                    "%3$u times in all, half of the time by %4$u days or more.", slips->n_moved),
                          slips->n_moved, slips->n_dated, slips->n_moves, days);
}

/**
 * sc_version_tell_difference:
 * @self: two versions
 *
 * Returns: (transfer full): whether more is won under the later one, and how many deals it
 *   takes to tell where that is not known
 */
char *
sc_version_tell_difference (const ScVersionDifference *self)
{
  int low = (int) floor (100 * self->share.low), high = (int) ceil (100 * self->share.high);
  int value = (int) lround (100 * self->share.value);

  if (self->reason != SC_REASON_NONE)
    return g_strdup_printf (_("Versions %1$u and %2$u can’t be compared yet: too few deals are decided, %3$u of each are needed."),
                            self->from, self->to, self->n_needed);
  if (!sc_difference_is_told (&self->share))
    /* Translators: %3$d and %4$d are numbers of 100 with their sign, such as -12 and 8 */
    return g_strdup_printf (_("Between versions %1$u and %2$u chance may make the difference (%3$+d to %4$+d of 100); "
                              "with %5$u decided deals of each, 15 of 100 would be told."),
                            self->from, self->to, low, high, self->n_needed);

  if (value > 0)
    return g_strdup_printf (_("Under version %2$u more are won than under %1$u: by %3$d of 100, from %4$d to %5$d."),
                            self->from, self->to, value, low, high);

  return g_strdup_printf (_("Under version %2$u fewer are won than under %1$u: by %3$d of 100, from %4$d to %5$d."),
                          self->from, self->to, -value, -high, -low);
}
