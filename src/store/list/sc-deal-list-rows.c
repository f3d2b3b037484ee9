/* SPDX-License-Identifier: GPL-3.0-or-later */

/* Reads the rows of a list of deals that somebody looks at, and of the pages beside,
 * a page at a time. */

#include "store/list/sc-deal-list-private.h"

#include "store/list/sc-deal-item-private.h"

#define N_PAGE SC_DEAL_JOB_N_FIRST
#define MAX_ROWS_AT_ONCE 256

static void load_rows (ScDealList *self);

static void
rows_read_cb (gpointer       owner,
              ScDealReading *reading,
              gboolean       is_ok)
{
  ScDealList *self = owner;

  self->is_loading_rows = FALSE;
  for (guint i = 0; i < reading->wanted->len; i++)
    g_hash_table_remove (self->loading, &g_array_index (reading->wanted, gint64, i));
  for (guint i = 0; is_ok && i < reading->deals->len; i++)
    sc_deal_items_take (self->items, reading->deals->pdata[i], FALSE);
  if (is_ok)
    load_rows (self);
}

/* The latest first: that is where a person looks. */
static void
load_rows (ScDealList *self)
{
  ScDealReading *reading;
  guint n;

  if (self->is_loading_rows || self->wanted->len == 0)
    return;

  reading = sc_deal_reading_new (self->store, self->query);
  n = MIN (self->wanted->len, MAX_ROWS_AT_ONCE);
  g_array_append_vals (reading->wanted, &g_array_index (self->wanted, gint64, self->wanted->len - n), n);
  g_array_set_size (self->wanted, self->wanted->len - n);
  self->is_loading_rows = TRUE;
  sc_deal_job_read_rows (G_OBJECT (self), self->cancellable, reading, rows_read_cb);
}

static void
want_page (ScDealList *self,
           guint       page)
{
  guint from = page * N_PAGE;

  for (guint i = from; i < MIN (from + N_PAGE, self->ids->len); i++)
    {
      gint64 id = sc_deal_list_get_id (self, i);
      ScDealItem *item = sc_deal_items_find (self->items, id);

      if ((item != NULL && sc_deal_item_get_deal (item) != NULL) || g_hash_table_contains (self->loading, &id))
        continue;

      g_hash_table_add (self->loading, g_memdup2 (&id, sizeof id));
      g_array_append_val (self->wanted, id);
    }
}

/* The pages on both sides come along, so that rows are there before they are
 * shown: one that comes later is drawn twice, and a page of them makes a
 * scrolling list stumble. */
void
sc_deal_list_want_around (ScDealList *self,
                          guint       position,
                          gboolean    is_missing)
{
  guint page = position / N_PAGE;

  if (page == self->page && !is_missing)
    return;

  self->page = page;
  want_page (self, page + 1);
  if (page > 0)
    want_page (self, page - 1);
  want_page (self, page);
  load_rows (self);
}
