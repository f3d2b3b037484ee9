/* SPDX-License-Identifier: GPL-3.0-or-later */

/* Reads what a week's meeting looks at, of one process. */

#include "statistics/sc-week.h"

#include "model/sc-age.h"

static void
stuck_deal_free (gpointer data)
{
  ScStuckDeal *self = data;

  sc_deal_unref (self->deal);
  g_free (self->stage_name);
  g_free (self);
}

static void
owner_free (gpointer data)
{
  ScWeekOwner *self = data;

  g_free (self->name);
  g_free (self);
}

/**
 * sc_week_free:
 * @self: (transfer full): a week
 */
void
sc_week_free (ScWeek *self)
{
  g_clear_pointer (&self->calendar, sc_calendar_unref);
  g_clear_pointer (&self->due, g_ptr_array_unref);
  g_clear_pointer (&self->stuck, g_ptr_array_unref);
  g_clear_pointer (&self->owners, g_ptr_array_unref);
  g_free (self);
}

/* Those that stand in a stage and are at work, as on the board. */
static ScDealQuery *
create_query (const char *process_id)
{
  ScDealQuery *query = sc_deal_query_new (process_id);

  query->statuses = SC_DEAL_STATUSES_STANDING;
  query->parked = SC_PARKED_NOT;

  return query;
}

static gboolean
read_due (ScWeek     *self,
          ScStore    *store,
          const char *process_id,
          ScInstant   now,
          guint       limit,
          GError    **error)
{
  const guint limits[SC_N_DUE_GROUPS] = {
    [SC_DUE_GROUP_OVERDUE] = limit, [SC_DUE_GROUP_TODAY] = limit, [SC_DUE_GROUP_WEEK] = limit, [SC_DUE_GROUP_PAYMENTS] = limit,
  };

  self->due = sc_store_list_due (store, now, 0, process_id, limits, self->counts, error);

  return self->due != NULL;
}

static void
take_stuck (ScWeek    *self,
            ScVersion *version,
            ScDeal    *deal,
            ScInstant  now)
{
  const ScStage *stage = sc_version_find_stage (version, deal->stage_id, NULL);
  ScStuckDeal *stuck;

  if (stage == NULL)
    return;

  stuck = g_new0 (ScStuckDeal, 1);
  stuck->deal = sc_deal_ref (deal);
  stuck->stage_name = g_strdup (stage->name);
  stuck->target = stage->duration;
  stuck->age.unit = stage->duration.unit;
  stuck->age.value = sc_age_get (self->calendar, deal->entered_at, now, stage->duration.unit);
  g_ptr_array_add (self->stuck, stuck);
}

static gboolean
read_stuck (ScWeek       *self,
            ScStore      *store,
            ScVersion    *version,
            const char   *process_id,
            ScInstant     now,
            guint         limit,
            GCancellable *cancellable,
            GError      **error)
{
  g_autoptr (ScDealQuery) query = create_query (process_id);
  g_autoptr (GPtrArray) deals = NULL;

  query->limits = sc_stage_limits_list (version, now);
  query->order = SC_DEAL_ORDER_AGE;
  query->is_descending = TRUE;
  deals = sc_store_list_deals (store, query, limit, cancellable, error);
  for (guint i = 0; deals != NULL && i < deals->len; i++)
    take_stuck (self, version, deals->pdata[i], now);

  return deals != NULL;
}

static int
compare_owners_cb (gconstpointer a,
                   gconstpointer b)
{
  return g_utf8_collate (((const ScWeekOwner *) a)->name, ((const ScWeekOwner *) b)->name);
}

static gboolean
read_owners (ScWeek       *self,
             ScStore      *store,
             const char   *process_id,
             ScInstant     now,
             GCancellable *cancellable,
             GError      **error)
{
  const guint none[SC_N_DUE_GROUPS] = { 0 };
  g_autoptr (ScDealQuery) query = create_query (process_id);
  g_autoptr (GPtrArray) limits = g_ptr_array_new ();
  g_autoptr (ScDealFacets) facets = sc_store_count_facets (store, query, limits, cancellable, error);

  if (facets == NULL)
    return FALSE;

  for (guint i = 0; i < facets->owners->len; i++)
    {
      const ScDealFacet *facet = facets->owners->pdata[i];
      ScWeekOwner *owner = g_new0 (ScWeekOwner, 1);
      g_autoptr (GPtrArray) rows = NULL;

      owner->id = facet->id;
      owner->name = g_strdup (facet->name);
      owner->n_at_work = facet->n_deals;
      g_ptr_array_add (self->owners, owner);
      rows = sc_store_list_due (store, now, owner->id, process_id, none, owner->counts, error);
      if (rows == NULL || g_cancellable_set_error_if_cancelled (cancellable, error))
        return FALSE;
    }
  g_ptr_array_sort_values (self->owners, compare_owners_cb);

  return TRUE;
}

/**
 * sc_week_read:
 * @store: a store
 * @process_id: a process that is published
 * @limit: how many due things of a group, and how many stuck deals at most
 * @cancellable: (nullable): stops it
 * @error: why it can't be read
 *
 * Returns: (transfer full): what a meeting looks at today. What is due is counted as Today
 *   counts it, what is stuck as the board does.
 */
ScWeek *
sc_week_read (ScStore      *store,
              const char   *process_id,
              guint         limit,
              GCancellable *cancellable,
              GError      **error)
{
  g_autoptr (ScVersion) version = sc_store_load_version (store, process_id, SC_VERSION_WANTED_CURRENT, error);
  g_autoptr (ScWeek) self = g_new0 (ScWeek, 1);
  ScInstant now = sc_clock_now ();

  if (version == NULL)
    return NULL;

  self->today = sc_date_from_instant (now);
  self->calendar = sc_calendar_ref (version->calendar);
  self->stuck = g_ptr_array_new_with_free_func (stuck_deal_free);
  self->owners = g_ptr_array_new_with_free_func (owner_free);
  if (!read_due (self, store, process_id, now, limit, error)
      || !read_stuck (self, store, version, process_id, now, limit, cancellable, error)
      || !read_owners (self, store, process_id, now, cancellable, error))
    return NULL;

  return g_steal_pointer (&self);
}
