/* SPDX-License-Identifier: GPL-3.0-or-later */

/* Says figures in a salesperson's words, for the view, the command line and reports. */

#pragma once

#include "statistics/sc-cycle.h"

G_BEGIN_DECLS

char *sc_share_to_text (const ScShare *share);
char *sc_share_of_to_text (double share,
                           guint  of);
char *sc_days_to_text (double     days,
                       ScDayCount unit);
char *sc_reason_to_text (ScReason reason,
                         guint    n_ended);

char *sc_cycle_tell_decision (const ScCycle *self);
char *sc_cycle_tell_client (const ScCycle *self);
char *sc_cycle_tell_undecided (const ScCycle *self);
char *sc_cycle_tell_designed (const ScCycle *self);
char *sc_cycle_tell_left_out (const ScCycle *self);
char *sc_cycle_tell_trend (const ScCycle *self);

G_END_DECLS
