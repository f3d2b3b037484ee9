/* SPDX-License-Identifier: GPL-3.0-or-later */

/* Which deals the Insight view is about, as it is kept for each process. */

#pragma once

#include <gio/gio.h>

#include "statistics/sc-figures.h"

G_BEGIN_DECLS

ScFiguresQuery *sc_insight_filters_load (GSettings  *settings,
                                         const char *process_id);
void sc_insight_filters_save (GSettings            *settings,
                              const ScFiguresQuery *query);
char *sc_insight_filters_tell (const ScFiguresQuery *query);

G_END_DECLS
