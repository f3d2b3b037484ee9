/* SPDX-License-Identifier: GPL-3.0-or-later */

/* Writes what the Insight view shows as a report. */

#pragma once

#include "document/sc-document.h"
#include "insight/sc-insight-parts.h"
#include "statistics/sc-week.h"

G_BEGIN_DECLS

gboolean sc_insight_report_is_ready (const ScInsightFigures *figures);
ScDocument *sc_insight_report_make (const char             *process_name,
                                    const ScInsightFigures *figures);
gboolean sc_insight_report_is_ready_for_week (const ScInsightFigures *figures);
ScDocument *sc_insight_report_make_week (const char             *process_name,
                                         const ScInsightFigures *figures,
                                         const ScWeek           *week);
void sc_insight_report_save (GtkWidget  *origin,
                             ScDocument *report);

G_END_DECLS
