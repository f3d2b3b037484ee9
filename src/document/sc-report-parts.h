/* SPDX-License-Identifier: GPL-3.0-or-later */

/* What reports of figures are made of: sentences, and tables of short texts. */

#pragma once

#include "document/sc-document.h"
#include "statistics/sc-plan-fact.h"

G_BEGIN_DECLS

void sc_report_say (GPtrArray *blocks,
                    char      *text);
ScTable *sc_report_add_table (GPtrArray         *blocks,
                              const double      *widths,
                              const char *const *headings);
void sc_report_add_row (ScTable           *table,
                        const char *const *texts);
void sc_report_add_plans (GPtrArray       *blocks,
                          const GPtrArray *plans,
                          ScDate           from,
                          guint            limit);

G_END_DECLS
