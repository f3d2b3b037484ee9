/* SPDX-License-Identifier: GPL-3.0-or-later */

/* What other programs tell of a deal's past: when it came into which stage. */

#pragma once

#include "store/sc-write-rows.h"

G_BEGIN_DECLS

/* A deal came into a stage; of a day only its noon is known. */
typedef struct {
  const char *stage_id;
  ScInstant entered_at;
  gboolean is_day;
} ScStageEntry;

/* Several of one deal, sorted by time. */
typedef struct {
  const ScStageEntry *entries;
  guint n_entries;
} ScStageEntries;

/* Takes the place of what was worked out of the deal's stages, and adds to what was
 * told; @entries are sorted by time. */
gboolean sc_write_tell_stages (ScWrite            *self,
                               gint64              deal_id,
                               const ScStageEntry *entries,
                               guint               n_entries,
                               guint              *n_added,
                               GError            **error);
/* The same for a deal without events of stages. */
gboolean sc_write_tell_first_stages (ScWrite            *self,
                                     gint64              deal_id,
                                     const ScStageEntry *entries,
                                     guint               n_entries,
                                     GError            **error);
/* A deal that is not open and of which nobody knew when it ended has done so on a
 * day. */
gboolean sc_write_tell_end (ScWrite  *self,
                            gint64    deal_id,
                            ScDate    day,
                            gboolean *is_added,
                            GError  **error);

G_END_DECLS
