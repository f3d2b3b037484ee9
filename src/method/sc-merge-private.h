/* SPDX-License-Identifier: GPL-3.0-or-later */

/* What the files that merge stages share. */

#pragma once

#include "method/sc-merge.h"

G_BEGIN_DECLS

/* Two neighbours, and what speaks for merging them. */
typedef struct {
  guint position;
  gboolean is_repeat;
  gboolean has_gate;
  gboolean is_natural;
  gboolean is_same_person;
  guint hours;
} ScMergeCandidate;

/* Whether neighbours that do the same step come before all others. */
typedef enum {
  SC_MERGE_BY_METHOD,
  SC_MERGE_REPEATS_FIRST,
} ScMergeOrder;

/* How long stages are that have been merged already, by their ids: one of
 * which no time is known would count as a single one again. */
GHashTable *sc_merge_hours_new (void);
void sc_merge_hours_join (GHashTable      *hours,
                          const ScVersion *version,
                          const char      *first_id,
                          const char      *second_id);

GArray *sc_merge_rank (const ScVersion *version,
                       ScMergeOrder     order,
                       GHashTable      *hours);

G_END_DECLS
