/* SPDX-License-Identifier: GPL-3.0-or-later */

/* Which deals a query of figures is about. */

#pragma once

#include "statistics/sc-figures.h"
#include "store/sc-fates.h"

G_BEGIN_DECLS

/* A query, ready to be asked of a million deals. */
typedef struct _ScFateFilter ScFateFilter;

ScFateFilter *sc_fate_filter_new (const ScFiguresQuery *query,
                                  const ScFates        *fates);
void sc_fate_filter_free (ScFateFilter *self);
gboolean sc_fate_filter_takes (const ScFateFilter *self,
                               const ScFate       *fate);
/* The same of a deal of any period. */
gboolean sc_fate_filter_takes_ever (const ScFateFilter *self,
                                    const ScFate       *fate);

G_DEFINE_AUTOPTR_CLEANUP_FUNC (ScFateFilter, sc_fate_filter_free)

G_END_DECLS
