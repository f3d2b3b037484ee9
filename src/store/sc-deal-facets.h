/* SPDX-License-Identifier: GPL-3.0-or-later */

/* By what deals can be told from each other, and how many there are of each. */

#pragma once

#include "store/sc-deal-query.h"

G_BEGIN_DECLS

/**
 * ScDealFacet:
 * @id: a user's number; 0 for a label
 * @name: the user's name, or the label
 * @n_deals: how many deals they own, or have it
 */
typedef struct {
  gint64 id;
  char *name;
  guint n_deals;
} ScDealFacet;

/**
 * ScDealFacets:
 * @owners: (element-type ScDealFacet): who owns any, most deals first
 * @labels: (element-type ScDealFacet): which labels there are, most deals first
 * @n_deals: by status; those that are parked are counted there too
 * @n_parked: how many are parked
 * @n_without_step: how many have no next step
 * @n_over: how many are over the target time of their stage
 *
 * How many deals of a query there would be with another choice of one of these, all
 * others being as they are.
 */
typedef struct {
  GPtrArray *owners;
  GPtrArray *labels;
  guint n_deals[SC_N_DEAL_STATUSES];
  guint n_parked;
  guint n_without_step;
  guint n_over;
} ScDealFacets;

void sc_deal_facet_free (ScDealFacet *self);
void sc_deal_facets_free (ScDealFacets *self);

G_DEFINE_AUTOPTR_CLEANUP_FUNC (ScDealFacets, sc_deal_facets_free)

G_END_DECLS
