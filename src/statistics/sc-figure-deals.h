/* SPDX-License-Identifier: GPL-3.0-or-later */

/* The deals that a number of the figures counts, for the list that it opens. */

#pragma once

#include "statistics/sc-figures.h"
#include "store/sc-store.h"

G_BEGIN_DECLS

/**
 * ScFigureCase:
 * @SC_CASE_TIMED: all that the length of the cycle is made of
 * @SC_CASE_TIMED_WON: those of them that are won
 * @SC_CASE_TIMED_LOST: those that are lost
 * @SC_CASE_TIMED_OPEN: those that are open
 * @SC_CASE_NO_START: nobody knows when they began
 * @SC_CASE_NO_END: won or lost nobody knows when
 * @SC_CASE_WITHIN_DESIGNED: won in no more time than the scheme foresees
 * @SC_CASE_WON_WITHIN: won within so many days
 * @SC_CASE_LONGER: undecided after so many days
 * @SC_CASE_DECIDED: won or lost
 * @SC_CASE_WON: won
 * @SC_CASE_LOST: lost
 * @SC_CASE_LOST_AT: lost in a stage for a reason
 * @SC_CASE_OWNER: decided, of an owner
 * @SC_CASE_SOURCE: decided, of a source
 * @SC_CASE_MONTH: decided, of those started in a month
 * @SC_CASE_WEEK_STARTED: started in the week from a day on
 * @SC_CASE_WEEK_DECIDED: decided in that week
 * @SC_CASE_WEEK_OPEN: in work at its end
 * @SC_CASE_ENTERED: came into the stage, as far as it is known
 * @SC_CASE_LEFT: have left it since
 * @SC_CASE_LEFT_ON: went on from it
 * @SC_CASE_LOST_THERE: were lost there
 * @SC_CASE_NOW: are still there
 * @SC_CASE_KNOWN_NOW: stand there and are not parked, and it is known since when
 * @SC_CASE_OVER_TARGET: those of them that stand there for longer than the target time
 * @SC_CASE_RETURNED: came back to the stage
 * @SC_CASE_TRIAL: came into a trial
 * @SC_CASE_TRIAL_WON: those of them that are won
 * @SC_CASE_TRIAL_LOST: those that are lost
 * @SC_CASE_TRIAL_UNDECIDED: those that are open
 * @SC_CASE_TRIAL_EXTENDED: those whose trial was extended
 * @SC_CASE_MOVED_ON: moved on from needs discovery
 * @SC_CASE_SHARE: those of them with such a share of questions answered, and decided
 * @SC_CASE_SHARE_ANY: the same, decided or not
 * @SC_CASE_ASKED: those that were asked a question
 * @SC_CASE_ANSWERED: those that had answered it
 * @SC_CASE_ANSWERED_DECIDED: those that had answered it and are decided
 * @SC_CASE_UNANSWERED_DECIDED: those that were asked, had not answered it and are decided
 * @SC_CASE_MOVED_ON_UNKNOWN: moved on from needs discovery nobody knows when
 * @SC_CASE_SUMMARY: those where a summary was to be confirmed
 * @SC_CASE_CONFIRMED: those where the client had confirmed it
 * @SC_CASE_CORRECTED: those of which an answer was changed afterwards
 * @SC_CASE_AT_GATE: those of which an answer was filled in only at the gate
 * @SC_CASE_NOT_TOLD: those whose client did not tell something
 * @SC_CASE_OUTLIVED: open, and older than all that were decided: a forecast gives no chance
 * @SC_CASE_WITHOUT_VALUE: open, and nobody has said what they are worth
 * @SC_CASE_WITH_VALUE: open, and worth something in a currency
 * @SC_CASE_WON_SINCE: were open, and were won within so many days
 * @SC_CASE_OPEN_NO_START: open, and nobody knows when they began
 * @SC_CASE_BY_STAGE: open, and their chance is that of their stage
 * @SC_CASE_WITH_CHANCE: open, and a probability is set for their stage
 * @SC_CASE_BEFORE: were open so many days before
 * @SC_CASE_BEFORE_WON: those of them that were won since
 * @SC_CASE_STOOD: were open on a day, and it is known since when
 * @SC_CASE_STOOD_WON: those of them that were won within so many days
 * @SC_CASE_STOOD_IN: were open on a day and had a value in a currency
 * @SC_CASE_STOOD_WITHOUT_VALUE: were open on a day, and nobody had said what they are worth
 * @SC_CASE_STOOD_IN_WON: had a value then, were won within so many days, and were worth
 *   something in that currency at the end of them
 * @SC_CASE_DATED: there is, or was, a day on which the deal should be won
 * @SC_CASE_PUT_OFF: the day on which they should be won was put off
 * @SC_CASE_PUT_OFF_OFTEN: three times and more
 * @SC_CASE_REACHED_DECIDED: decided, and known to have come into a stage
 * @SC_CASE_REACHED_WON: those of them that are won
 * @SC_CASE_SAID: of those that were open on a month's end, those that were said to have such a
 *   chance to be won
 * @SC_CASE_SAID_ANY: those that were said to have any
 * @SC_CASE_SAID_WON: those of them that were won within the days
 * @SC_CASE_FORECAST: were open on a month's end of which a forecast of so many days is judged
 * @SC_CASE_FORECAST_WON: those of them that were won within the days
 * @SC_CASE_VERSION: came in under a version
 * @SC_CASE_VERSION_DECIDED: those of them that are decided
 * @SC_CASE_CAME_IN: won in a month, of an owner or of all
 * @SC_CASE_RECEIVED: of which a payment came in in a month
 * @SC_CASE_PLAN_WON: won in a month that is planned, of an owner or of all, whatever figures
 *   are made of: a plan is of all the process's deals
 * @SC_CASE_PLAN_RECEIVED: the same of payments
 * @SC_CASE_STARTED_TIMED: of those that the length of the cycle is made of, those that were
 *   started within so many days from a day on
 * @SC_CASE_STARTED_MOVED_ON: of those started then, those that had moved on from needs
 *   discovery by another day
 *
 * What the deals that a number counts have in common.
 */
typedef enum {
  SC_CASE_TIMED,
  SC_CASE_TIMED_WON,
  SC_CASE_TIMED_LOST,
  SC_CASE_TIMED_OPEN,
  SC_CASE_NO_START,
  SC_CASE_NO_END,
  SC_CASE_WITHIN_DESIGNED,
  SC_CASE_WON_WITHIN,
  SC_CASE_LONGER,
  SC_CASE_DECIDED,
  SC_CASE_WON,
  SC_CASE_LOST,
  SC_CASE_LOST_AT,
  SC_CASE_OWNER,
  SC_CASE_SOURCE,
  SC_CASE_MONTH,
  SC_CASE_WEEK_STARTED,
  SC_CASE_WEEK_DECIDED,
  SC_CASE_WEEK_OPEN,
  SC_CASE_ENTERED,
  SC_CASE_LEFT,
  SC_CASE_LEFT_ON,
  SC_CASE_LOST_THERE,
  SC_CASE_NOW,
  SC_CASE_KNOWN_NOW,
  SC_CASE_OVER_TARGET,
  SC_CASE_RETURNED,
  SC_CASE_TRIAL,
  SC_CASE_TRIAL_WON,
  SC_CASE_TRIAL_LOST,
  SC_CASE_TRIAL_UNDECIDED,
  SC_CASE_TRIAL_EXTENDED,
  SC_CASE_MOVED_ON,
  SC_CASE_SHARE,
  SC_CASE_SHARE_ANY,
  SC_CASE_ASKED,
  SC_CASE_ANSWERED,
  SC_CASE_ANSWERED_DECIDED,
  SC_CASE_UNANSWERED_DECIDED,
  SC_CASE_MOVED_ON_UNKNOWN,
  SC_CASE_SUMMARY,
  SC_CASE_CONFIRMED,
  SC_CASE_CORRECTED,
  SC_CASE_AT_GATE,
  SC_CASE_NOT_TOLD,
  SC_CASE_OUTLIVED,
  SC_CASE_WITHOUT_VALUE,
  SC_CASE_WITH_VALUE,
  SC_CASE_WON_SINCE,
  SC_CASE_OPEN_NO_START,
  SC_CASE_BY_STAGE,
  SC_CASE_WITH_CHANCE,
  SC_CASE_BEFORE,
  SC_CASE_BEFORE_WON,
  SC_CASE_STOOD,
  SC_CASE_STOOD_WON,
  SC_CASE_STOOD_IN,
  SC_CASE_STOOD_WITHOUT_VALUE,
  SC_CASE_STOOD_IN_WON,
  SC_CASE_DATED,
  SC_CASE_PUT_OFF,
  SC_CASE_PUT_OFF_OFTEN,
  SC_CASE_REACHED_DECIDED,
  SC_CASE_REACHED_WON,
  SC_CASE_SAID,
  SC_CASE_SAID_ANY,
  SC_CASE_SAID_WON,
  SC_CASE_FORECAST,
  SC_CASE_FORECAST_WON,
  SC_CASE_VERSION,
  SC_CASE_VERSION_DECIDED,
  SC_CASE_CAME_IN,
  SC_CASE_RECEIVED,
  SC_CASE_PLAN_WON,
  SC_CASE_PLAN_RECEIVED,
  SC_CASE_STARTED_TIMED,
  SC_CASE_STARTED_MOVED_ON,
  SC_N_FIGURE_CASES,
} ScFigureCase;

/**
 * ScFigureDeals:
 * @which: what they have in common
 * @what: the id of the stage or of the question, the owner, the source, the month as
 *   “2017-03”, the currency, or empty
 * @reason: why they were lost; empty where nobody said
 * @owner: whose; empty for everybody's
 * @days: within or after how many days; the number of the version
 * @day: the first day of the week; the day on which they stood
 * @as_of: the day as of which they are looked at; none for that of the query
 * @low: the least share of questions answered, or the least chance
 * @high: the largest one
 *
 * Which deals a number counts, among those of its query.
 */
typedef struct {
  ScFigureCase which;
  char *what;
  char *reason;
  char *owner;
  guint days;
  ScDate day;
  ScDate as_of;
  double low;
  double high;
} ScFigureDeals;

char *sc_figure_key (ScFigureCase which);
char *sc_figure_key_of (ScFigureCase which,
                        const char  *what);
char *sc_figure_key_of_days (ScFigureCase which,
                             guint        days);
char *sc_figure_key_of_day (ScFigureCase which,
                            ScDate       day);
char *sc_figure_key_of_term (ScFigureCase which,
                             ScDate       day,
                             guint        days);
char *sc_figure_key_of_money (ScFigureCase which,
                              ScDate       day,
                              guint        days,
                              const char  *currency);
char *sc_figure_key_of_early (ScFigureCase   which,
                              const ScTrend *trend,
                              ScDate         as_of);
char *sc_figure_key_of_late (ScFigureCase   which,
                             const ScTrend *trend,
                             ScDate         as_of);
char *sc_figure_key_of_month (ScFigureCase which,
                              ScDate       month,
                              const char  *owner);
char *sc_figure_key_of_loss (const char *stage_id,
                             const char *reason);
char *sc_figure_key_of_shares (ScFigureCase which,
                               double       low,
                               double       high);

ScFigureDeals *sc_figure_deals_parse (const char *key);
void sc_figure_deals_free (ScFigureDeals *self);
GArray *sc_figure_deals_list (ScStore              *store,
                              const ScFiguresQuery *query,
                              const ScFigureDeals  *deals,
                              GCancellable         *cancellable,
                              GError              **error) G_GNUC_WARN_UNUSED_RESULT;

G_DEFINE_AUTOPTR_CLEANUP_FUNC (ScFigureDeals, sc_figure_deals_free)

G_END_DECLS
