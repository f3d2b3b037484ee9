/* SPDX-License-Identifier: GPL-3.0-or-later */

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

GArray *sc_merge_rank (const ScVersion *version,
                       ScMergeOrder     order);

G_END_DECLS
