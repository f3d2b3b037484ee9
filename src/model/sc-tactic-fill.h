/* SPDX-License-Identifier: GPL-3.0-or-later */

#pragma once

#include "model/sc-deal.h"

G_BEGIN_DECLS

/* What stands where something is still to be written. */
#define SC_TACTIC_BLANK "____"

char *sc_tactic_fill (const char   *text,
                      const ScDeal *deal,
                      GHashTable   *answers);

G_END_DECLS
