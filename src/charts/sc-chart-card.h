/* SPDX-License-Identifier: GPL-3.0-or-later */

/* A chart with what is to be read beside it: its title, what is to be seen in a sentence, how
 * that was worked out, and the same numbers as a table. */

#pragma once

#include <adwaita.h>

#include "diagram/sc-chart.h"

G_BEGIN_DECLS

#define SC_TYPE_CHART_CARD (sc_chart_card_get_type ())
G_DECLARE_FINAL_TYPE (ScChartCard, sc_chart_card, SC, CHART_CARD, AdwBin)

GtkWidget *sc_chart_card_new (void);
void sc_chart_card_show (ScChartCard *self,
                         ScChart     *chart,
                         const char  *help);

G_END_DECLS
