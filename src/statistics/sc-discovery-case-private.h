/* SPDX-License-Identifier: GPL-3.0-or-later */

/* Deals that moved on from needs discovery, one by one, and what is worked out of them. */

#pragma once

#include "statistics/sc-day-scale.h"
#include "statistics/sc-discovery-figures.h"
#include "store/sc-fates.h"

G_BEGIN_DECLS

/* Shares that are as near as that are the same. */
#define SC_SAME_SHARE 1e-9

/**
 * ScDiscoveryCase:
 * @fate: what became of the deal
 * @moved_on: when it moved on
 * @share: the share of questions that was answered then
 *
 * A deal that moved on from needs discovery.
 */
typedef struct {
  const ScFate *fate;
  ScDate moved_on;
  double share;
} ScDiscoveryCase;

/* @cases: (element-type ScDiscoveryCase): sorted by share. */
void sc_discovery_group_cases (ScDiscoveryFigures *self,
                               const GArray       *cases,
                               const ScDayScale   *scale,
                               ScDate              as_of);
void sc_discovery_fit (ScDiscoveryFigures *self,
                       const GArray       *cases);
void sc_discovery_find_trend (ScDiscoveryFigures *self,
                              const GArray       *cases,
                              const ScFates      *fates);

G_END_DECLS
