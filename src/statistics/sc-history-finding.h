/* SPDX-License-Identifier: GPL-3.0-or-later */

/* What the deals' history says of a process: findings in the form of the method's, of source H. */

#pragma once

#include "statistics/sc-cycle.h"
#include "statistics/sc-discovery-figures.h"
#include "statistics/sc-flow.h"

G_BEGIN_DECLS

/**
 * ScFindingCount:
 * @what: what is counted
 * @n: how many deals it is
 * @key: the key of that number
 */
typedef struct {
  char *what;
  guint n;
  char *key;
} ScFindingCount;

/**
 * ScHistoryFinding:
 * @stage_id: (nullable): the stage that it is about
 * @text: what is so, with its numbers
 * @advice: what to do
 * @counts: (element-type ScFindingCount): the deals that it was worked out from
 */
typedef struct {
  char *stage_id;
  char *text;
  char *advice;
  GPtrArray *counts;
} ScHistoryFinding;

ScHistoryFinding *sc_history_finding_add (GPtrArray  *findings,
                                          const char *stage_id,
                                          char       *text,
                                          const char *advice);
void sc_history_finding_count (ScHistoryFinding *self,
                               const char       *what,
                               guint             n,
                               char             *key);

GPtrArray *sc_history_findings_make (const ScCycle            *cycle,
                                     const ScFlow             *flow,
                                     const ScDiscoveryFigures *discovery,
                                     GHashTable               *learning);
GPtrArray *sc_history_findings_read (ScStore              *store,
                                     const ScFiguresQuery *query,
                                     GCancellable         *cancellable,
                                     GError              **error) G_GNUC_WARN_UNUSED_RESULT;
void sc_history_finding_free (ScHistoryFinding *self);

G_DEFINE_AUTOPTR_CLEANUP_FUNC (ScHistoryFinding, sc_history_finding_free)

G_END_DECLS
