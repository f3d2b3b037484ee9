/* SPDX-License-Identifier: GPL-3.0-or-later */

/* By what deals can be told from each other, and how many there are of each. */

#include "store/sc-deal-facets.h"

/**
 * sc_deal_facet_free:
 * @self: (transfer full): a facet
 */
void
sc_deal_facet_free (ScDealFacet *self)
{
  g_free (self->name);
  g_free (self);
}

/**
 * sc_deal_facets_free:
 * @self: (transfer full): facets
 */
void
sc_deal_facets_free (ScDealFacets *self)
{
  g_clear_pointer (&self->owners, g_ptr_array_unref);
  g_clear_pointer (&self->labels, g_ptr_array_unref);
  g_free (self);
}
