/* SPDX-License-Identifier: GPL-3.0-or-later */

/* What the files that look for fixes share. */

#pragma once

#include "method/sc-fix.h"
#include "method/sc-lint-private.h"
#include "method/sc-steps-private.h"

G_BEGIN_DECLS

/* What fixes do, as people read it. */
typedef enum {
  SC_FIX_INSERT_BEFORE,
  SC_FIX_INSERT_LAST,
  SC_FIX_COVER_TOO,
  SC_FIX_SPLIT_BEFORE,
  SC_FIX_SPLIT_LAST,
  SC_FIX_MOVE_BEFORE,
  SC_FIX_MOVE_LAST,
  SC_FIX_PUT_INTO,
  SC_FIX_TAKE_OFF,
  SC_FIX_MAKE_RESPONSIBLE,
  SC_FIX_TAKE_PART,
  SC_FIX_MERGE,
  SC_FIX_GOAL,
  SC_FIX_CRITERIA,
  SC_FIX_TIME,
  SC_FIX_SEND_BACK,
  SC_FIX_SEND_NOWHERE,
  SC_FIX_FOLLOW_PAYMENT,
  SC_FIX_CALL,
  SC_FIX_CALL_SECOND,
} ScFixDeed;

char *sc_fix_deed_to_label (ScFixDeed   deed,
                            const char *first,
                            const char *second);
char *sc_fix_deed_to_name (ScFixDeed   deed,
                           const char *first,
                           const char *second);
char *sc_fix_deed_to_told (ScFixDeed   deed,
                           const char *first,
                           const char *second);

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
                              ScFixDeed    deed,
                              const char  *first,
                              const char  *second);

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
