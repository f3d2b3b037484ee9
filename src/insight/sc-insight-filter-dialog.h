/* SPDX-License-Identifier: GPL-3.0-or-later */

/* Asks which deals figures are to be made of. */

#pragma once

#include <adwaita.h>

#include "statistics/sc-flow.h"

G_BEGIN_DECLS

#define SC_TYPE_INSIGHT_FILTER_DIALOG (sc_insight_filter_dialog_get_type ())
G_DECLARE_FINAL_TYPE (ScInsightFilterDialog, sc_insight_filter_dialog, SC, INSIGHT_FILTER_DIALOG, AdwAlertDialog)

ScInsightFilterDialog *sc_insight_filter_dialog_new (const ScFiguresQuery *query,
                                                     const ScFlow         *flow);
ScFiguresQuery *sc_insight_filter_dialog_get_query (ScInsightFilterDialog *self);

G_END_DECLS
