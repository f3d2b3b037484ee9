/* SPDX-License-Identifier: GPL-3.0-or-later */

/* Which deals a list has, and in what order. */

#include "store/sc-deal-query.h"

#include <string.h>

#include "model/sc-age.h"
#include "store/sc-search-key.h"

/* What people sort by, as the settings have it too; a column's order is the board's
 * alone. */
static const char *const order_ids[SC_N_DEAL_ORDERS] = {
  [SC_DEAL_ORDER_NEWEST] = "newest",
  [SC_DEAL_ORDER_TITLE] = "title",
  [SC_DEAL_ORDER_COMPANY] = "company",
  [SC_DEAL_ORDER_VALUE] = "value",
  [SC_DEAL_ORDER_STAGE] = "stage",
  [SC_DEAL_ORDER_STATUS] = "status",
  [SC_DEAL_ORDER_OWNER] = "owner",
  [SC_DEAL_ORDER_STARTED] = "started",
  [SC_DEAL_ORDER_CLOSED] = "closed",
  [SC_DEAL_ORDER_NEXT_STEP] = "next-step",
  [SC_DEAL_ORDER_DUE] = "due",
  [SC_DEAL_ORDER_EXPECTED_CLOSE] = "expected-close",
  [SC_DEAL_ORDER_AGE] = "age",
  [SC_DEAL_ORDER_LABEL] = "label",
};

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
  copy->only = self->only != NULL ? g_array_ref (self->only) : NULL;
  copy->search = g_strdup (self->search);
  copy->label = g_strdup (self->label);
  copy->limits = self->limits != NULL ? g_ptr_array_ref (self->limits) : NULL;

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
  g_clear_pointer (&self->only, g_array_unref);
  g_free (self->search);
  g_free (self->label);
  g_clear_pointer (&self->limits, g_ptr_array_unref);
  g_free (self);
}

static gboolean
are_same_deals (const GArray *a,
                const GArray *b)
{
  if (a == NULL || b == NULL || a == b)
    return a == b;

  return a->len == b->len && (a->len == 0 || memcmp (a->data, b->data, a->len * sizeof (gint64)) == 0);
}

static int
compare_ids (gconstpointer a,
             gconstpointer b)
{
  gint64 first = *(const gint64 *) a;
  gint64 second = *(const gint64 *) b;

  return (first > second) - (first < second);
}

/**
 * sc_deal_query_wants:
 * @self: a query
 * @deal_id: a deal
 *
 * Returns: whether it is among the deals that alone are asked for, where some are
 */
gboolean
sc_deal_query_wants (const ScDealQuery *self,
                     gint64             deal_id)
{
  return self->only == NULL || g_array_binary_search (self->only, &deal_id, compare_ids, NULL);
}

static gboolean
have_same_limits (const ScDealQuery *a,
                  const ScDealQuery *b)
{
  if (a->limits == NULL || b->limits == NULL || a->limits->len != b->limits->len)
    return a->limits == b->limits;

  for (guint i = 0; i < a->limits->len; i++)
    {
      const ScStageLimit *x = a->limits->pdata[i];
      const ScStageLimit *y = b->limits->pdata[i];

      if (x->entered_before != y->entered_before || !g_str_equal (x->stage_id, y->stage_id))
        return FALSE;
    }

  return TRUE;
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
         && a->parked == b->parked
         && are_same_deals (a->only, b->only)
         && g_strcmp0 (a->label, b->label) == 0
         && a->is_without_step == b->is_without_step
         && have_same_limits (a, b)
         && a->order == b->order
         && a->is_descending == b->is_descending
         && a->is_deleted == b->is_deleted
         && a->deleted_with == b->deleted_with;
}

/**
 * sc_deal_query_is_sorted:
 * @self: a query
 *
 * Returns: whether the deals are in an order that no index has, so that all have
 *   to be looked at for the first
 */
gboolean
sc_deal_query_is_sorted (const ScDealQuery *self)
{
  return self->order > SC_DEAL_ORDER_NEWEST;
}

/**
 * sc_deal_query_is_looked_for:
 * @self: a query
 *
 * Returns: whether the deals are looked for by what no index serves, so that nobody knows
 *   how many there are before all have been looked at
 */
gboolean
sc_deal_query_is_looked_for (const ScDealQuery *self)
{
  g_auto (GStrv) words = sc_search_split (self->search);

  return words[0] != NULL || self->label != NULL || self->is_without_step || self->limits != NULL;
}

/**
 * sc_deal_order_from_id:
 * @id: (nullable): a name
 * @order: (out): the order that has it
 *
 * Returns: whether there is such an order
 */
gboolean
sc_deal_order_from_id (const char  *id,
                       ScDealOrder *order)
{
  for (ScDealOrder i = SC_DEAL_ORDER_NEWEST; i < SC_N_DEAL_ORDERS; i++)
    if (g_strcmp0 (id, order_ids[i]) == 0)
      {
        *order = i;
        return TRUE;
      }

  return FALSE;
}

/**
 * sc_stage_limit_new:
 * @stage_id: a stage
 * @entered_before: what came into it before is over its target time
 *
 * Returns: (transfer full): that limit
 */
ScStageLimit *
sc_stage_limit_new (const char *stage_id,
                    ScInstant   entered_before)
{
  ScStageLimit *self = g_new0 (ScStageLimit, 1);

  self->stage_id = g_strdup (stage_id);
  self->entered_before = entered_before;

  return self;
}

/**
 * sc_stage_limits_list:
 * @version: a process's published version
 * @now: the present instant
 *
 * Returns: (transfer full) (element-type ScStageLimit): for each stage that has a target
 *   time, since when a deal may stand in it
 */
GPtrArray *
sc_stage_limits_list (ScVersion *version,
                      ScInstant  now)
{
  GPtrArray *limits = g_ptr_array_new_with_free_func ((GDestroyNotify) sc_stage_limit_free);

  for (guint i = 0; i < version->stages->len; i++)
    {
      const ScStage *stage = sc_version_get_stage (version, i);

      if (stage->duration.value > 0)
        g_ptr_array_add (limits, sc_stage_limit_new (stage->id, sc_age_get_limit (version->calendar, now, stage->duration)));
    }

  return limits;
}

/**
 * sc_stage_limit_free:
 * @self: (transfer full): a limit
 */
void
sc_stage_limit_free (ScStageLimit *self)
{
  g_free (self->stage_id);
  g_free (self);
}
