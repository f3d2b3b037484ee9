/* SPDX-License-Identifier: GPL-3.0-or-later */

/* Counts deals by what they can be filtered by. */

#pragma once

#include "store/engine/sc-connection-private.h"
#include "store/sc-deal-facets.h"

G_BEGIN_DECLS

ScDealFacets *sc_facet_table_count (ScConnection      *connection,
                                    const ScDealQuery *query,
                                    GPtrArray         *limits,
                                    GError           **error);

G_END_DECLS
