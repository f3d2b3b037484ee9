/* SPDX-License-Identifier: GPL-3.0-or-later */

#pragma once

#include "method/sc-merge.h"

G_BEGIN_DECLS

/* Two neighbours, and what speaks for merging them. */
typedef struct {
  guint position;
  gboolean has_gate;
  gboolean is_natural;
  gboolean is_same_person;
  guint hours;
} ScMergeCandidate;

GArray *sc_merge_rank (const ScVersion *version);

G_END_DECLS
