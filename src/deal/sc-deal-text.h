/* SPDX-License-Identifier: GPL-3.0-or-later */

/* What cards, lists and panes say about a deal. */

#pragma once

#include "model/sc-calendar.h"
#include "model/sc-deal.h"
#include "model/sc-stage.h"

G_BEGIN_DECLS

/* Whether a next step is there, and when it is due. */
typedef enum {
  SC_STEP_NONE,
  SC_STEP_LATER,
  SC_STEP_TODAY,
  SC_STEP_OVERDUE,
} ScStepState;

gboolean sc_deal_is_past_target (const ScDeal     *deal,
                                 const ScStage    *stage,
                                 const ScCalendar *calendar,
                                 ScInstant         now);
ScStepState sc_deal_get_step_state (const ScDeal *deal,
                                    ScDate        today);

char *sc_deal_age_to_text (const ScDeal     *deal,
                           const ScStage    *stage,
                           const ScCalendar *calendar,
                           ScInstant         now);
char *sc_deal_age_to_full_text (const ScDeal     *deal,
                                const ScStage    *stage,
                                const ScCalendar *calendar,
                                ScInstant         now);
char *sc_deal_over_to_text (const ScDeal     *deal,
                            ScDuration        target,
                            const ScCalendar *calendar,
                            ScInstant         now);
char *sc_deal_step_to_text (const ScDeal *deal,
                            ScDate        today);
char *sc_deal_describe (const ScDeal     *deal,
                        const ScStage    *stage,
                        const ScCalendar *calendar,
                        ScInstant         now,
                        const char       *separator);
char *sc_deal_text_join (const char *const *parts,
                         guint              n_parts);
const char *sc_deal_get_title (const ScDeal *deal);
char *sc_deal_status_to_text (const ScDeal *deal);

G_END_DECLS
