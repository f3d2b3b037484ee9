/* SPDX-License-Identifier: GPL-3.0-or-later */

/* Says what is to be won in a month, by one person or by all together. */

#pragma once

#include <adwaita.h>

#include "model/sc-process.h"
#include "store/sc-store.h"

G_BEGIN_DECLS

#define SC_TYPE_INSIGHT_PLAN_DIALOG (sc_insight_plan_dialog_get_type ())
G_DECLARE_FINAL_TYPE (ScInsightPlanDialog, sc_insight_plan_dialog, SC, INSIGHT_PLAN_DIALOG, AdwAlertDialog)

void sc_insight_plan_dialog_ask (GtkWidget  *origin,
                                 ScStore    *store,
                                 const char *process_id,
                                 GPtrArray  *facts);

G_END_DECLS
