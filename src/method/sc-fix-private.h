/* SPDX-License-Identifier: GPL-3.0-or-later */

/* What the files that look for fixes share. */

#pragma once

#include "method/sc-fix.h"
#include "method/sc-lint-private.h"
#include "method/sc-steps-private.h"

G_BEGIN_DECLS

/* The search for fixes of one finding: what is tried is offered, and becomes
 * a fix where it keeps the promise. */
typedef struct {
  const ScVersion *version;
  const ScFinding *finding;
  ScTally before;
  ScLintMemo *memo;
  GPtrArray *fixes;
  guint wanted;
  /* Stages that may still be looked at to try fixes; NULL for any number. */
  guint64 *budget;
  GHashTable *hours; /* of what was merged on the way here, or NULL */
  /* Takes only what makes no number greater, not even of hints. */
  gboolean is_gentle;
} ScFixSearch;

/* More than a person wants to choose from. */
#define SC_MAX_FIXES 5

void sc_fix_search_for_rule (ScFixSearch *self);
gboolean sc_fix_search_is_done (const ScFixSearch *self);
gboolean sc_fix_search_offer (ScFixSearch *self,
                              ScSteps     *steps,
                              char        *label);

/* Where a step may go, as places of a version: after what it follows, and
 * before what it precedes. */
typedef struct {
  ScKindSet follows;
  ScKindSet precedes;
} ScBounds;

gboolean sc_fix_insert_kinds (ScFixSearch *self,
                              ScKindSet    kinds,
                              ScBounds     bounds);
gboolean sc_fix_cover_too (ScFixSearch *self,
                           ScKind       kind,
                           ScKindSet    precedes);
gboolean sc_fix_move_kind (ScFixSearch *self,
                           const char  *stage_id,
                           ScKind       kind,
                           ScBounds     bounds);
gboolean sc_fix_move_stage (ScFixSearch *self,
                            const char  *stage_id,
                            ScKind       kind,
                            ScBounds     bounds);

G_END_DECLS
