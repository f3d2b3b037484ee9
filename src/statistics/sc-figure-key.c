/* SPDX-License-Identifier: GPL-3.0-or-later */

/* Writes and reads the key of a number: a word that says which deals it counts, which a
 * chart's point and a button carry to whoever opens their list. */

#include "statistics/sc-figure-deals.h"

#include <string.h>

#include "model/sc-month.h"

/* What follows the word, behind a colon. */
typedef enum {
  ALONE,
  OF_WHAT,
  OF_DAYS,
  OF_DAY,
  OF_TERM,
  OF_MONEY,
  OF_PERIOD,
  OF_MONTH,
  OF_LOSS,
  OF_SHARES,
} Form;

static const struct {
  const char *id;
  Form form;
} cases[SC_N_FIGURE_CASES] = {
  [SC_CASE_TIMED] = { "timed", ALONE },
  [SC_CASE_TIMED_WON] = { "timed-won", ALONE },
  [SC_CASE_TIMED_LOST] = { "timed-lost", ALONE },
  [SC_CASE_TIMED_OPEN] = { "timed-open", ALONE },
  [SC_CASE_NO_START] = { "no-start", ALONE },
  [SC_CASE_NO_END] = { "no-end", ALONE },
  [SC_CASE_WITHIN_DESIGNED] = { "within-designed", ALONE },
  [SC_CASE_WON_WITHIN] = { "won-within", OF_DAYS },
  [SC_CASE_LONGER] = { "longer", OF_DAYS },
  [SC_CASE_DECIDED] = { "decided", ALONE },
  [SC_CASE_WON] = { "won", ALONE },
  [SC_CASE_LOST] = { "lost", ALONE },
  [SC_CASE_LOST_AT] = { "lost-at", OF_LOSS },
  [SC_CASE_OWNER] = { "owner", OF_WHAT },
  [SC_CASE_SOURCE] = { "source", OF_WHAT },
  [SC_CASE_MONTH] = { "month", OF_WHAT },
  [SC_CASE_WEEK_STARTED] = { "week-started", OF_DAY },
  [SC_CASE_WEEK_DECIDED] = { "week-decided", OF_DAY },
  [SC_CASE_WEEK_OPEN] = { "week-open", OF_DAY },
  [SC_CASE_ENTERED] = { "entered", OF_WHAT },
  [SC_CASE_LEFT] = { "left", OF_WHAT },
  [SC_CASE_LEFT_ON] = { "left-on", OF_WHAT },
  [SC_CASE_LOST_THERE] = { "lost-there", OF_WHAT },
  [SC_CASE_NOW] = { "now", OF_WHAT },
  [SC_CASE_KNOWN_NOW] = { "known-now", OF_WHAT },
  [SC_CASE_OVER_TARGET] = { "over-target", OF_WHAT },
  [SC_CASE_RETURNED] = { "returned", OF_WHAT },
  [SC_CASE_TRIAL] = { "trial", ALONE },
  [SC_CASE_TRIAL_WON] = { "trial-won", ALONE },
  [SC_CASE_TRIAL_LOST] = { "trial-lost", ALONE },
  [SC_CASE_TRIAL_UNDECIDED] = { "trial-undecided", ALONE },
  [SC_CASE_TRIAL_EXTENDED] = { "trial-extended", ALONE },
  [SC_CASE_MOVED_ON] = { "moved-on", ALONE },
  [SC_CASE_SHARE] = { "share", OF_SHARES },
  [SC_CASE_SHARE_ANY] = { "share-any", OF_SHARES },
  [SC_CASE_ASKED] = { "asked", OF_WHAT },
  [SC_CASE_ANSWERED] = { "answered", OF_WHAT },
  [SC_CASE_ANSWERED_DECIDED] = { "answered-decided", OF_WHAT },
  [SC_CASE_UNANSWERED_DECIDED] = { "unanswered-decided", OF_WHAT },
  [SC_CASE_MOVED_ON_UNKNOWN] = { "moved-on-unknown", ALONE },
  [SC_CASE_SUMMARY] = { "summary", ALONE },
  [SC_CASE_CONFIRMED] = { "confirmed", ALONE },
  [SC_CASE_CORRECTED] = { "corrected", ALONE },
  [SC_CASE_AT_GATE] = { "at-gate", ALONE },
  [SC_CASE_NOT_TOLD] = { "not-told", ALONE },
  [SC_CASE_OUTLIVED] = { "outlived", ALONE },
  [SC_CASE_WITHOUT_VALUE] = { "without-value", ALONE },
  [SC_CASE_WITH_VALUE] = { "with-value", OF_WHAT },
  [SC_CASE_WON_SINCE] = { "won-since", OF_DAYS },
  [SC_CASE_OPEN_NO_START] = { "open-no-start", ALONE },
  [SC_CASE_BY_STAGE] = { "by-stage", ALONE },
  [SC_CASE_WITH_CHANCE] = { "with-chance", ALONE },
  [SC_CASE_BEFORE] = { "before", OF_DAYS },
  [SC_CASE_BEFORE_WON] = { "before-won", OF_DAYS },
  [SC_CASE_STOOD] = { "stood", OF_DAY },
  [SC_CASE_STOOD_WON] = { "stood-won", OF_TERM },
  [SC_CASE_STOOD_IN] = { "stood-in", OF_MONEY },
  [SC_CASE_STOOD_WITHOUT_VALUE] = { "stood-without-value", OF_DAY },
  [SC_CASE_STOOD_IN_WON] = { "stood-in-won", OF_MONEY },
  [SC_CASE_DATED] = { "dated", ALONE },
  [SC_CASE_PUT_OFF] = { "put-off", ALONE },
  [SC_CASE_PUT_OFF_OFTEN] = { "put-off-often", ALONE },
  [SC_CASE_REACHED_DECIDED] = { "reached-decided", OF_WHAT },
  [SC_CASE_REACHED_WON] = { "reached-won", OF_WHAT },
  [SC_CASE_SAID] = { "said", OF_SHARES },
  [SC_CASE_SAID_ANY] = { "said-any", ALONE },
  [SC_CASE_SAID_WON] = { "said-won", ALONE },
  [SC_CASE_FORECAST] = { "forecast", OF_DAYS },
  [SC_CASE_FORECAST_WON] = { "forecast-won", OF_DAYS },
  [SC_CASE_VERSION] = { "version", OF_DAYS },
  [SC_CASE_VERSION_DECIDED] = { "version-decided", OF_DAYS },
  [SC_CASE_CAME_IN] = { "came-in", OF_MONTH },
  [SC_CASE_RECEIVED] = { "received", OF_MONTH },
  [SC_CASE_PLAN_WON] = { "plan-won", OF_MONTH },
  [SC_CASE_PLAN_RECEIVED] = { "plan-received", OF_MONTH },
  [SC_CASE_STARTED_TIMED] = { "started-timed", OF_PERIOD },
  [SC_CASE_STARTED_MOVED_ON] = { "started-moved-on", OF_PERIOD },
};

/**
 * sc_figure_key:
 * @which: what deals have in common
 *
 * Returns: (transfer full): the key of their number
 */
char *
sc_figure_key (ScFigureCase which)
{
  return g_strdup (cases[which].id);
}

/**
 * sc_figure_key_of:
 * @which: what deals have in common
 * @what: of which stage, question, owner, source or month; may be empty
 *
 * Returns: (transfer full): the key of their number
 */
char *
sc_figure_key_of (ScFigureCase which,
                  const char  *what)
{
  return g_strconcat (cases[which].id, ":", what, NULL);
}

/**
 * sc_figure_key_of_days:
 * @which: what deals have in common
 * @days: within or after how many days
 *
 * Returns: (transfer full): the key of their number
 */
char *
sc_figure_key_of_days (ScFigureCase which,
                       guint        days)
{
  return g_strdup_printf ("%s:%u", cases[which].id, days);
}

/**
 * sc_figure_key_of_day:
 * @which: what deals have in common
 * @day: the first day of the week, or the day on which they stood
 *
 * Returns: (transfer full): the key of their number
 */
char *
sc_figure_key_of_day (ScFigureCase which,
                      ScDate       day)
{
  g_autofree char *text = sc_date_to_string (day);

  return sc_figure_key_of (which, text);
}

/**
 * sc_figure_key_of_term:
 * @which: what deals have in common
 * @day: as of which day
 * @days: within how many days from it
 *
 * Returns: (transfer full): the key of their number
 */
char *
sc_figure_key_of_term (ScFigureCase which,
                       ScDate       day,
                       guint        days)
{
  g_autofree char *text = sc_date_to_string (day);

  return g_strdup_printf ("%s:%s:%u", cases[which].id, text, days);
}

/**
 * sc_figure_key_of_money:
 * @which: what deals have in common
 * @day: as of which day
 * @days: within how many days from it
 * @currency: in which currency they have a value
 *
 * Returns: (transfer full): the key of their number
 */
char *
sc_figure_key_of_money (ScFigureCase which,
                        ScDate       day,
                        guint        days,
                        const char  *currency)
{
  g_autofree char *term = sc_figure_key_of_term (which, day, days);

  return g_strconcat (term, ":", currency, NULL);
}

static char *
make_period_key (ScFigureCase which,
                 ScDate       from,
                 guint        n_days,
                 ScDate       as_of)
{
  g_autofree char *term = sc_figure_key_of_term (which, from, n_days);
  g_autofree char *end = sc_date_to_string (as_of);

  return g_strconcat (term, ":", end, NULL);
}

/**
 * sc_figure_key_of_early:
 * @which: what deals have in common
 * @trend: how a figure has changed
 * @as_of: as of which day its earlier figure is
 *
 * Returns: (transfer full): the key of the number of deals that this one is made of
 */
char *
sc_figure_key_of_early (ScFigureCase   which,
                        const ScTrend *trend,
                        ScDate         as_of)
{
  return make_period_key (which, trend->early_from, trend->late_from - trend->early_from, as_of);
}

/**
 * sc_figure_key_of_late:
 * @which: what deals have in common
 * @trend: how a figure has changed
 * @as_of: as of which day its later figure is
 *
 * Returns: (transfer full): the key of the number of deals that this one is made of
 */
char *
sc_figure_key_of_late (ScFigureCase   which,
                       const ScTrend *trend,
                       ScDate         as_of)
{
  return make_period_key (which, trend->late_from, trend->late_to - trend->late_from + 1, as_of);
}

/**
 * sc_figure_key_of_month:
 * @which: what deals have in common
 * @month: a month
 * @owner: (nullable): whose; %NULL for everybody's
 *
 * Returns: (transfer full): the key of the number of deals of which that is so in it
 */
char *
sc_figure_key_of_month (ScFigureCase which,
                        ScDate       month,
                        const char  *owner)
{
  g_autofree char *text = sc_month_to_string (month);

  return g_strconcat (cases[which].id, ":", text, ":", owner != NULL ? owner : "", NULL);
}

/**
 * sc_figure_key_of_loss:
 * @stage_id: in which stage
 * @reason: (nullable): why
 *
 * Returns: (transfer full): the key of the number of deals that were lost so
 */
char *
sc_figure_key_of_loss (const char *stage_id,
                       const char *reason)
{
  return g_strconcat (cases[SC_CASE_LOST_AT].id, ":", stage_id, ":", reason != NULL ? reason : "", NULL);
}

/**
 * sc_figure_key_of_shares:
 * @which: what deals have in common
 * @low: the least share of questions answered, or the least chance
 * @high: the largest one
 *
 * Returns: (transfer full): the key of their number
 */
char *
sc_figure_key_of_shares (ScFigureCase which,
                         double       low,
                         double       high)
{
  char from[G_ASCII_DTOSTR_BUF_SIZE];
  char to[G_ASCII_DTOSTR_BUF_SIZE];

  return g_strconcat (cases[which].id, ":", g_ascii_dtostr (from, sizeof from, low), ":",
                      g_ascii_dtostr (to, sizeof to, high), NULL);
}

static gboolean
read_two (const char *rest,
          char      **first,
          char      **second)
{
  const char *colon = strchr (rest, ':');

  if (colon == NULL)
    return FALSE;

  *first = g_strndup (rest, (gsize) (colon - rest));
  *second = g_strdup (colon + 1);

  return TRUE;
}

static gboolean
read_days (ScFigureDeals *self,
           const char    *text,
           guint          most)
{
  guint64 days;

  if (!g_ascii_string_to_unsigned (text, 10, 0, most, &days, NULL))
    return FALSE;

  self->days = (guint) days;

  return TRUE;
}

static gboolean
read_term (ScFigureDeals *self,
           const char    *rest)
{
  g_autofree char *day = NULL;
  g_autofree char *days = NULL;

  if (!read_two (rest, &day, &days))
    return FALSE;

  self->day = sc_date_parse (day);

  return self->day != SC_DATE_NONE && read_days (self, days, G_MAXINT16);
}

static gboolean
read_money (ScFigureDeals *self,
            const char    *rest)
{
  const char *colon = strrchr (rest, ':');
  g_autofree char *term = colon != NULL ? g_strndup (rest, (gsize) (colon - rest)) : NULL;

  if (term == NULL || !sc_currency_is_valid (colon + 1))
    return FALSE;

  self->what = g_strdup (colon + 1);

  return read_term (self, term);
}

static gboolean
read_period (ScFigureDeals *self,
             const char    *rest)
{
  const char *colon = strrchr (rest, ':');
  g_autofree char *term = colon != NULL ? g_strndup (rest, (gsize) (colon - rest)) : NULL;

  if (term == NULL)
    return FALSE;

  self->as_of = sc_date_parse (colon + 1);

  return self->as_of != SC_DATE_NONE && read_term (self, term) && self->days > 0;
}

static gboolean
read_shares (ScFigureDeals *self,
             const char    *rest)
{
  char *end;

  self->low = g_ascii_strtod (rest, &end);
  if (*end != ':')
    return FALSE;

  self->high = g_ascii_strtod (end + 1, &end);

  return *end == '\0';
}

static gboolean
read_rest (ScFigureDeals *self,
           Form           form,
           const char    *rest)
{
  switch (form)
    {
    case OF_WHAT:
      self->what = g_strdup (rest);
      return TRUE;
    case OF_DAYS:
      return read_days (self, rest, G_MAXUINT32);
    case OF_DAY:
      self->day = sc_date_parse (rest);
      return self->day != SC_DATE_NONE;
    case OF_TERM:
      return read_term (self, rest);
    case OF_MONEY:
      return read_money (self, rest);
    case OF_PERIOD:
      return read_period (self, rest);
    case OF_MONTH:
      return read_two (rest, &self->what, &self->owner) && sc_month_parse (self->what) != SC_DATE_NONE;
    case OF_LOSS:
      return read_two (rest, &self->what, &self->reason);
    case OF_SHARES:
      return read_shares (self, rest);
    case ALONE:
    default:
      return *rest == '\0';
    }
}

/**
 * sc_figure_deals_parse:
 * @key: the key of a number
 *
 * Returns: (transfer full) (nullable): which deals it counts; %NULL where it is no key
 */
ScFigureDeals *
sc_figure_deals_parse (const char *key)
{
  const char *colon = strchr (key, ':');
  gsize length = colon != NULL ? (gsize) (colon - key) : strlen (key);

  for (guint i = 0; i < SC_N_FIGURE_CASES; i++)
    {
      g_autoptr (ScFigureDeals) self = NULL;

      if (strlen (cases[i].id) != length || strncmp (cases[i].id, key, length) != 0
          || (colon == NULL) != (cases[i].form == ALONE))
        continue;

      self = g_new0 (ScFigureDeals, 1);
      self->which = i;

      return read_rest (self, cases[i].form, colon != NULL ? colon + 1 : "") ? g_steal_pointer (&self) : NULL;
    }

  return NULL;
}

/**
 * sc_figure_deals_free:
 * @self: (transfer full): which deals a number counts
 */
void
sc_figure_deals_free (ScFigureDeals *self)
{
  g_free (self->what);
  g_free (self->reason);
  g_free (self->owner);
  g_free (self);
}
