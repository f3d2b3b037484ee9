/* SPDX-License-Identifier: GPL-3.0-or-later */

/* Where the user chooses which deals of a process are on show. */

#pragma once

#include <gtk/gtk.h>

#include "pipeline/sc-deals-filter.h"
#include "store/sc-deal-facets.h"

G_BEGIN_DECLS

#define SC_TYPE_FILTER_POPOVER (sc_filter_popover_get_type ())
G_DECLARE_FINAL_TYPE (ScFilterPopover, sc_filter_popover, SC, FILTER_POPOVER, GtkPopover)

void sc_filter_popover_set_filter (ScFilterPopover     *self,
                                   const ScDealsFilter *filter);
void sc_filter_popover_set_n_outlived (ScFilterPopover *self,
                                       int              n_outlived);
void sc_filter_popover_set_facets (ScFilterPopover *self,
                                   ScDealFacets    *facets);

G_END_DECLS
