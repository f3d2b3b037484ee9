/* SPDX-License-Identifier: GPL-3.0-or-later */

#pragma once

#include "store/sc-rows.h"

G_BEGIN_DECLS

/* What happened to a deal, in words. */
char *sc_deal_event_to_text (const ScDealEvent *event);

G_END_DECLS
