/* SPDX-License-Identifier: GPL-3.0-or-later */

/* Reads what the Insight view shows, and reads it anew when deals change. */

#pragma once

#include "insight/sc-insight-readers.h"

G_BEGIN_DECLS

#define SC_TYPE_INSIGHT_READING (sc_insight_reading_get_type ())
G_DECLARE_FINAL_TYPE (ScInsightReading, sc_insight_reading, SC, INSIGHT_READING, GObject)

ScInsightReading *sc_insight_reading_new (ScStore              *store,
                                          const ScFiguresQuery *query);

void sc_insight_reading_begin (ScInsightReading *self);
void sc_insight_reading_cancel (ScInsightReading *self);
void sc_insight_reading_set_query (ScInsightReading     *self,
                                   const ScFiguresQuery *query);
void sc_insight_reading_set_looked_at (ScInsightReading *self,
                                       gboolean          is_looked_at);
gboolean sc_insight_reading_get_is_reading (ScInsightReading *self);
gboolean sc_insight_reading_is_current (ScInsightReading *self);
gboolean sc_insight_reading_is_asked (ScInsightReading *self);
double sc_insight_reading_get_fraction (ScInsightReading *self);

G_END_DECLS
