/* SPDX-License-Identifier: GPL-3.0-or-later */

/* Says figures in a salesperson's words, for the view, the command line and reports. */

#pragma once

#include "statistics/sc-cycle.h"
#include "statistics/sc-discovery-figures.h"
#include "statistics/sc-flow.h"

G_BEGIN_DECLS

char *sc_share_to_text (const ScShare *share);
char *sc_share_of_to_text (double share,
                           guint  of);
char *sc_days_to_text (double     days,
                       ScDayCount unit);
char *sc_trend_to_text (const ScTrend *self,
                        const char    *before,
                        const char    *after,
                        const char    *beyond_chance,
                        const char    *by_chance);
char *sc_reason_to_text (ScReason reason,
                         guint    n_ended);

char *sc_cycle_tell_decision (const ScCycle *self);
char *sc_cycle_tell_client (const ScCycle *self);
char *sc_cycle_tell_undecided (const ScCycle *self);
char *sc_cycle_tell_designed (const ScCycle *self);
char *sc_cycle_tell_left_out (const ScCycle *self);
char *sc_cycle_tell_trend (const ScCycle *self);

char *sc_flow_tell_won (const ScFlow *self);
char *sc_flow_tell_trend (const ScFlow *self);
char *sc_flow_tell_weeks (const ScFlow *self);
char *sc_stage_flow_tell (const ScStageFlow *self);
char *sc_trial_flow_tell (const ScTrialFlow *self,
                          ScDayCount         unit);

char *sc_discovery_tell_answered (const ScDiscoveryFigures *self);
char *sc_discovery_tell_confirmed (const ScDiscoveryFigures *self);
char *sc_discovery_tell_corrected (const ScDiscoveryFigures *self);
char *sc_discovery_tell_winning (const ScDiscoveryFigures *self);
char *sc_discovery_tell_trend (const ScDiscoveryFigures *self);
char *sc_discovery_tell_left_out (const ScDiscoveryFigures *self);

G_END_DECLS
