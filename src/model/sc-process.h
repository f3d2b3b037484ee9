/* SPDX-License-Identifier: GPL-3.0-or-later */

/* A process: what a sales team works along. */

#pragma once

#include "model/sc-date.h"
#include "model/sc-version.h"

G_BEGIN_DECLS

/**
 * ScProcess:
 * @id: UUID
 * @name: unique among the processes that are not deleted, compared trimmed
 *   and without case
 * @description: free text
 * @is_archived: put away: not in the sidebar, its deals not due
 * @has_draft: whether it has a version that is still worked on
 * @has_published: whether deals can be worked along it
 * @n_open: deals that stand in it, open
 * @n_deals: its deals, whatever their status
 * @revision: counts its changes
 * @deleted_at: when it was deleted, 0 where it is there
 * @deleted_by: (nullable): who deleted it
 *
 * A process as lists show it. What it consists of are its versions.
 */
typedef struct {
  char *id;
  char *name;
  char *description;
  gboolean is_archived;
  gboolean has_draft;
  gboolean has_published;
  guint n_open;
  guint n_deals;
  gint64 revision;
  ScInstant deleted_at;
  char *deleted_by;
} ScProcess;

ScProcess *sc_process_new (void);
ScProcess *sc_process_ref (ScProcess *self);
void sc_process_unref (ScProcess *self);

G_DEFINE_AUTOPTR_CLEANUP_FUNC (ScProcess, sc_process_unref)

G_END_DECLS
