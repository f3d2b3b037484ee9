/* SPDX-License-Identifier: GPL-3.0-or-later */

#include "store/sc-deal-query.h"

/**
 * sc_deal_query_new:
 * @process_id: a process
 *
 * Returns: (transfer full): a query for all deals of the process, in the order
 *   of their columns
 */
ScDealQuery *
sc_deal_query_new (const char *process_id)
{
  ScDealQuery *self = g_new0 (ScDealQuery, 1);

  self->process_id = g_strdup (process_id);

  return self;
}

/**
 * sc_deal_query_copy:
 * @self: a query
 *
 * Returns: (transfer full): the same query
 */
ScDealQuery *
sc_deal_query_copy (const ScDealQuery *self)
{
  ScDealQuery *copy = g_memdup2 (self, sizeof *self);

  copy->process_id = g_strdup (self->process_id);
  copy->stage_id = g_strdup (self->stage_id);
  copy->search = g_strdup (self->search);

  return copy;
}

/**
 * sc_deal_query_free:
 * @self: (transfer full): a query
 */
void
sc_deal_query_free (ScDealQuery *self)
{
  g_free (self->process_id);
  g_free (self->stage_id);
  g_free (self->search);
  g_free (self);
}

/**
 * sc_deal_query_equal:
 * @a: a query
 * @b: a query
 *
 * Returns: whether both ask for the same deals in the same order
 */
gboolean
sc_deal_query_equal (const ScDealQuery *a,
                     const ScDealQuery *b)
{
  return g_strcmp0 (a->process_id, b->process_id) == 0
         && g_strcmp0 (a->stage_id, b->stage_id) == 0
         && g_strcmp0 (a->search, b->search) == 0
         && a->statuses == b->statuses
         && a->owner_id == b->owner_id
         && a->order == b->order;
}
