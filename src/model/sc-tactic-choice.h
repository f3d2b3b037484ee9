/* SPDX-License-Identifier: GPL-3.0-or-later */

/* Which of a stage's tactics fit a deal, best first. */

#pragma once

#include "model/sc-deal.h"
#include "model/sc-stage.h"

G_BEGIN_DECLS

/* How many are shown before “more”. */
#define SC_TACTICS_SHOWN 3

GPtrArray *sc_tactics_order (const ScStage *stage,
                             const ScDeal  *deal,
                             const char    *reason);
void sc_tactics_choose (const ScStage *stage,
                        const ScDeal  *deal,
                        const char    *reason,
                        GPtrArray    **shown,
                        GPtrArray    **more);

G_END_DECLS
