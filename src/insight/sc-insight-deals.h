/* SPDX-License-Identifier: GPL-3.0-or-later */

/* Opens the list of deals behind a number of the Insight view. */

#pragma once

#include <gtk/gtk.h>

#include "model/sc-version.h"
#include "statistics/sc-figure-deals.h"

G_BEGIN_DECLS

char *sc_insight_deals_tell (const ScFigureDeals *deals,
                             const ScVersion     *version,
                             GHashTable          *stage_names,
                             ScDayCount           unit);
void sc_insight_deals_open (GtkWidget            *widget,
                            ScStore              *store,
                            const ScFiguresQuery *query,
                            const char           *key);

G_END_DECLS
