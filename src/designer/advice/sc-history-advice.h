/* SPDX-License-Identifier: GPL-3.0-or-later */

/* What the deals' history says of a scheme, below the method's findings. */

#pragma once

#include <adwaita.h>

#include "store/sc-store.h"

G_BEGIN_DECLS

#define SC_TYPE_HISTORY_ADVICE (sc_history_advice_get_type ())
G_DECLARE_FINAL_TYPE (ScHistoryAdvice, sc_history_advice, SC, HISTORY_ADVICE, AdwBin)

void sc_history_advice_show (ScHistoryAdvice *self,
                             ScStore         *store,
                             const char      *process_id);

G_END_DECLS
