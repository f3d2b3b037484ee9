/* SPDX-License-Identifier: GPL-3.0-or-later */

/* A thing to do for a deal: done, postponed, changed, removed. */

#pragma once

#include "deal/sc-tick-row.h"
#include "store/sc-store.h"

G_BEGIN_DECLS

#define SC_TYPE_STEP_ROW (sc_step_row_get_type ())
G_DECLARE_FINAL_TYPE (ScStepRow, sc_step_row, SC, STEP_ROW, ScTickRow)

GtkWidget *sc_step_row_new (ScStore          *store,
                            const ScActivity *activity);

G_END_DECLS
