/* SPDX-License-Identifier: GPL-3.0-or-later */

/* What people have deleted and can bring back. Nothing is ever purged: after
 * some time it is no longer offered. */

#pragma once

#include "model/sc-deal.h"
#include "model/sc-process.h"

G_BEGIN_DECLS

/* For how long it is offered. */
#define SC_DELETED_DAYS 90

/**
 * ScDeletion:
 * @change_id: the change that deleted it
 * @deleted_at: when
 * @deleted_by: (nullable): who
 * @process: (nullable): the process that was deleted
 * @deal: (nullable): the deal that was deleted, or one of several
 * @n_deals: how many deals are gone: with the process, or by the same change
 * @process_name: (nullable): the process of the deals
 * @is_process_deleted: whether that is deleted, too
 *
 * Something that was deleted: a process, a deal, or several deals at once.
 */
typedef struct {
  gint64 change_id;
  ScInstant deleted_at;
  char *deleted_by;
  ScProcess *process;
  ScDeal *deal;
  guint n_deals;
  char *process_name;
  gboolean is_process_deleted;
} ScDeletion;

void sc_deletion_free (ScDeletion *self);

ScInstant sc_deleted_get_since (void);
ScDate sc_deleted_get_until (ScInstant deleted_at);

G_DEFINE_AUTOPTR_CLEANUP_FUNC (ScDeletion, sc_deletion_free)

G_END_DECLS
