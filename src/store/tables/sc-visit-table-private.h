/* SPDX-License-Identifier: GPL-3.0-or-later */

/* How deals went through their stages, kept beside their histories. */

#pragma once

#include "store/engine/sc-connection-private.h"
#include "store/tables/sc-trail-private.h"

G_BEGIN_DECLS

/**
 * ScTrail:
 * @process_key: the deal's process
 * @deal_id: the deal
 * @visits: (element-type ScTrailVisit): its visits, with the direction of moves
 * @spans: (element-type ScTrailSpan): when it was parked
 * @drafted: (element-type gboolean): of each visit, whether it was left by a move under a
 *   version that is a draft again, so that its direction may be another by now
 *
 * What a deal's history comes to.
 */
typedef struct {
  gint64 process_key;
  gint64 deal_id;
  GArray *visits;
  GArray *spans;
  GArray *drafted;
} ScTrail;

/* Reads the histories of deals, one deal after the other. */
typedef struct _ScTrails ScTrails;

ScTrails *sc_trails_new (ScConnection *connection);
void sc_trails_free (ScTrails *self);
gboolean sc_trails_read (ScTrails *self,
                         gint64    first,
                         gint64    last,
                         GError  **error);
gboolean sc_trails_read_all (ScTrails *self,
                             GError  **error);
const ScTrail *sc_trails_next (ScTrails *self,
                               GError  **error);

gboolean sc_visit_table_keep (ScConnection *connection,
                              gint64        first,
                              gint64        last,
                              GError      **error);
gboolean sc_visit_table_keep_all (ScConnection *connection,
                                  GError      **error);
gboolean sc_visit_table_check (ScConnection *connection,
                               guint         most,
                               GPtrArray    *problems,
                               GError      **error);

G_DEFINE_AUTOPTR_CLEANUP_FUNC (ScTrails, sc_trails_free)

G_END_DECLS
