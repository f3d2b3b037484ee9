/* SPDX-License-Identifier: GPL-3.0-or-later */

/* Says in words what a deal's history has of it, in the pane and on the command line
 * alike. */

#pragma once

#include "store/sc-rows.h"

G_BEGIN_DECLS

/* What happened to a deal, in words. */
char *sc_deal_event_to_text (const ScDealEvent *event);

G_END_DECLS
