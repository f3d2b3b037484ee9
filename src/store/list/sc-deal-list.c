/* SPDX-License-Identifier: GPL-3.0-or-later */

/* A list of deals that is as quick to open for a million as for a thousand.
 *
 * A thread opens it: it reads the kept count, which is the list's length, and
 * the first page of rows. Another then goes on with the same look at the database
 * and reads which deals there are, eight bytes each. An item that is asked for before
 * that is known waits at its place. Rows are read by key, a page at a time, as
 * items are asked for; an item stays the same object for as long as somebody
 * holds it, wherever its row moves, and some more are held here.
 *
 * When the store has changed, a thread reads the ids anew and compares, so
 * that what has moved is all that those who follow hear of. A search has no
 * kept count: there the thread reads from the beginning, and the list grows as
 * deals are found.
 *
 * Threads never touch the list: they work on readings, which come back to the
 * main thread. One reads ids at a time, another rows, and self->ids is not
 * changed in place while it is read. */

#include "store/list/sc-deal-list-private.h"

#include "store/list/sc-deal-item-private.h"

#define N_PAGE SC_DEAL_JOB_N_FIRST

enum {
  PROP_0,
  PROP_IS_LOADING,
  PROP_IS_WAITING,
  N_PROPS,
};

static GParamSpec *properties[N_PROPS];

static void list_model_iface_init (GListModelInterface *iface);

G_DEFINE_FINAL_TYPE_WITH_CODE (ScDealList, sc_deal_list, G_TYPE_OBJECT,
                               G_IMPLEMENT_INTERFACE (G_TYPE_LIST_MODEL, list_model_iface_init));

/* The deal at a place whose id is known. */
gint64
sc_deal_list_get_id (ScDealList *self,
                     guint       position)
{
  return position < self->ids->len ? g_array_index (self->ids, gint64, position) : 0;
}

/* Items that were asked for before their ids were known. Where the deal has an
 * item already, that one takes the place. */
static void
end_waiting (ScDealList *self)
{
  g_autoptr (GHashTable) waiting = g_steal_pointer (&self->waiting);
  g_autoptr (GHashTable) pages = g_hash_table_new (NULL, NULL);
  GHashTableIter iter;
  gpointer key, value;

  self->waiting = g_hash_table_new_full (NULL, NULL, NULL, g_object_unref);
  g_hash_table_iter_init (&iter, waiting);
  while (g_hash_table_iter_next (&iter, &key, &value))
    {
      guint position = GPOINTER_TO_UINT (key);
      gint64 id = sc_deal_list_get_id (self, position);

      if (id == 0 || sc_deal_items_find (self->items, id) != NULL)
        {
          g_list_model_items_changed (G_LIST_MODEL (self), position, 1, 1);
          continue;
        }

      sc_deal_item_set_id (value, id);
      sc_deal_items_add (self->items, value);
      sc_deal_list_want_around (self, position, g_hash_table_add (pages, GUINT_TO_POINTER (position / N_PAGE)));
    }
}

void
sc_deal_list_set_reading (ScDealList *self,
                          gboolean    is_reading)
{
  if (self->is_reading == is_reading)
    return;

  self->is_reading = is_reading;
  g_object_notify_by_pspec (G_OBJECT (self), properties[PROP_IS_LOADING]);
}

static void
set_waiting (ScDealList *self,
             gboolean    is_waiting)
{
  if (self->is_waiting == is_waiting)
    return;

  self->is_waiting = is_waiting;
  g_object_notify_by_pspec (G_OBJECT (self), properties[PROP_IS_WAITING]);
}

static void
take_ids (ScDealList *self,
          GArray     *ids)
{
  g_array_ref (ids);
  g_clear_pointer (&self->ids, g_array_unref);
  self->ids = ids;
}

/* Replaces all, for those who follow: another query has other deals. */
static void
replace_all (ScDealList *self,
             GArray     *ids,
             guint       n_items)
{
  g_autoptr (GCancellable) cancellable = g_object_ref (self->cancellable);
  guint n_before = self->n_items;

  set_waiting (self, FALSE);
  g_hash_table_remove_all (self->waiting);
  if (n_before > 0 && n_items > SC_DEAL_LIST_MAX_COMPARED)
    {
      g_autoptr (GArray) none = g_array_new (FALSE, FALSE, sizeof (gint64));

      take_ids (self, none);
      self->n_items = 0;
      g_list_model_items_changed (G_LIST_MODEL (self), 0, n_before, 0);
      /* Somebody who follows has set another query. */
      if (self->cancellable != cancellable)
        return;
      n_before = 0;
    }
  take_ids (self, ids);
  self->n_items = n_items;
  if (n_before > 0 || n_items > 0)
    g_list_model_items_changed (G_LIST_MODEL (self), 0, n_before, n_items);
}

static void
filled_cb (gpointer       owner,
           ScDealReading *reading,
           gboolean       is_ok)
{
  ScDealList *self = owner;

  sc_deal_list_set_reading (self, FALSE);
  if (is_ok && reading->after->len == self->n_items)
    {
      g_array_unref (self->ids);
      self->ids = g_array_ref (reading->after);
      end_waiting (self);
    }
  else if (is_ok)
    {
      /* The kept count is wrong; what there is counts. */
      replace_all (self, reading->after, reading->after->len);
    }
  sc_deal_list_read_changes (self);
}

/* What a search has found since it told last. */
static void
found_cb (gpointer owner,
          GArray  *ids,
          gboolean is_first)
{
  ScDealList *self = owner;
  guint n_before = self->n_items;

  self->has_found = TRUE;
  if (is_first)
    {
      replace_all (self, ids, ids->len);
      return;
    }

  g_array_append_vals (self->ids, ids->data, ids->len);
  self->n_items = self->ids->len;
  g_list_model_items_changed (G_LIST_MODEL (self), n_before, 0, ids->len);
}

static void
searched_cb (gpointer       owner,
             ScDealReading *reading,
             gboolean       is_ok)
{
  ScDealList *self = owner;

  if (is_ok && !self->has_found)
    {
      g_autoptr (GArray) none = g_array_new (FALSE, FALSE, sizeof (gint64));

      replace_all (self, none, 0);
    }
  set_waiting (self, FALSE);
  sc_deal_list_set_reading (self, FALSE);
  sc_deal_list_read_changes (self);
}

/* What was there stays until the first page is read. */
static void
opened_cb (gpointer       owner,
           ScDealReading *opening,
           gboolean       is_ok)
{
  ScDealList *self = owner;
  g_autoptr (GCancellable) cancellable = g_object_ref (self->cancellable);
  g_autoptr (GArray) ids = g_array_new (FALSE, FALSE, sizeof (gint64));
  ScDealReading *reading;

  if (!is_ok)
    {
      set_waiting (self, FALSE);
      sc_deal_list_set_reading (self, FALSE);
      return;
    }

  for (guint i = 0; i < opening->deals->len; i++)
    {
      ScDeal *deal = opening->deals->pdata[i];

      g_array_append_val (ids, deal->id);
      sc_deal_items_take (self->items, deal, TRUE);
    }
  replace_all (self, ids, opening->n_deals);
  /* Somebody who follows has set another query. */
  if (self->cancellable != cancellable)
    return;

  if (opening->reader == NULL)
    {
      sc_deal_list_set_reading (self, FALSE);
      sc_deal_list_read_changes (self);
      return;
    }
  reading = sc_deal_reading_new (self->store, self->query);
  reading->reader = g_steal_pointer (&opening->reader);
  sc_deal_job_read_ids (G_OBJECT (self), self->cancellable, reading, NULL, filled_cb);
}

static void
open_query (ScDealList *self)
{
  ScDealReading *reading = sc_deal_reading_new (self->store, self->query);

  sc_deal_list_set_reading (self, TRUE);
  set_waiting (self, TRUE);
  self->has_found = FALSE;
  if (!sc_deal_query_is_looked_for (self->query))
    sc_deal_job_open (G_OBJECT (self), self->cancellable, reading, opened_cb);
  else
    sc_deal_job_read_ids (G_OBJECT (self), self->cancellable, reading, found_cb, searched_cb);
}

static void
forget (ScDealList *self)
{
  g_cancellable_cancel (self->cancellable);
  g_clear_object (&self->cancellable);
  g_array_set_size (self->wanted, 0);
  g_hash_table_remove_all (self->loading);
  g_array_set_size (self->changed, 0);
  self->has_changed = self->has_many_changed = FALSE;
  self->is_loading_rows = FALSE;
}

static GType
sc_deal_list_get_item_type (GListModel *model)
{
  return SC_TYPE_DEAL_ITEM;
}

static guint
sc_deal_list_get_n_items (GListModel *model)
{
  return SC_DEAL_LIST (model)->n_items;
}

static gpointer
get_waiting (ScDealList *self,
             guint       position)
{
  ScDealItem *item = g_hash_table_lookup (self->waiting, GUINT_TO_POINTER (position));

  if (item == NULL)
    {
      item = sc_deal_item_new (0);
      g_hash_table_insert (self->waiting, GUINT_TO_POINTER (position), item);
    }

  return g_object_ref (item);
}

static gpointer
sc_deal_list_get_item (GListModel *model,
                       guint       position)
{
  ScDealList *self = SC_DEAL_LIST (model);
  g_autoptr (ScDealItem) item = NULL;
  gint64 id;

  if (position >= self->n_items)
    return NULL;

  id = sc_deal_list_get_id (self, position);
  if (id == 0)
    return get_waiting (self, position);

  g_set_object (&item, sc_deal_items_find (self->items, id));
  if (item == NULL)
    {
      item = sc_deal_item_new (id);
      sc_deal_items_add (self->items, item);
    }
  sc_deal_list_want_around (self, position, sc_deal_item_get_deal (item) == NULL);

  return g_steal_pointer (&item);
}

static void
list_model_iface_init (GListModelInterface *iface)
{
  iface->get_item_type = sc_deal_list_get_item_type;
  iface->get_n_items = sc_deal_list_get_n_items;
  iface->get_item = sc_deal_list_get_item;
}

static void
sc_deal_list_get_property (GObject    *object,
                           guint       property_id,
                           GValue     *value,
                           GParamSpec *pspec)
{
  ScDealList *self = SC_DEAL_LIST (object);

  switch (property_id)
    {
    case PROP_IS_LOADING:
      g_value_set_boolean (value, self->is_reading);
      break;
    case PROP_IS_WAITING:
      g_value_set_boolean (value, self->is_waiting);
      break;
    default:
      G_OBJECT_WARN_INVALID_PROPERTY_ID (object, property_id, pspec);
    }
}

static void
sc_deal_list_dispose (GObject *object)
{
  ScDealList *self = SC_DEAL_LIST (object);

  if (self->cancellable != NULL)
    forget (self);
  g_hash_table_remove_all (self->waiting);
  g_clear_pointer (&self->items, sc_deal_items_free);
  g_clear_object (&self->store);

  G_OBJECT_CLASS (sc_deal_list_parent_class)->dispose (object);
}

static void
sc_deal_list_finalize (GObject *object)
{
  ScDealList *self = SC_DEAL_LIST (object);

  g_clear_pointer (&self->query, sc_deal_query_free);
  g_array_unref (self->ids);
  g_array_unref (self->wanted);
  g_array_unref (self->changed);
  g_hash_table_unref (self->waiting);
  g_hash_table_unref (self->loading);

  G_OBJECT_CLASS (sc_deal_list_parent_class)->finalize (object);
}

static void
sc_deal_list_class_init (ScDealListClass *klass)
{
  GObjectClass *object_class = G_OBJECT_CLASS (klass);

  object_class->get_property = sc_deal_list_get_property;
  object_class->dispose = sc_deal_list_dispose;
  object_class->finalize = sc_deal_list_finalize;

  /**
   * ScDealList:is-loading:
   *
   * Whether it is still finding out which deals there are.
   */
  properties[PROP_IS_LOADING] = g_param_spec_boolean ("is-loading", NULL, NULL, FALSE,
                                                      G_PARAM_READABLE | G_PARAM_STATIC_STRINGS);

  /**
   * ScDealList:is-waiting:
   *
   * Whether what it has is of the query before, or nothing, since of this one no
   * deal is known yet.
   */
  properties[PROP_IS_WAITING] = g_param_spec_boolean ("is-waiting", NULL, NULL, FALSE,
                                                      G_PARAM_READABLE | G_PARAM_STATIC_STRINGS);

  g_object_class_install_properties (object_class, N_PROPS, properties);
}

static void
sc_deal_list_init (ScDealList *self)
{
  self->ids = g_array_new (FALSE, FALSE, sizeof (gint64));
  self->wanted = g_array_new (FALSE, FALSE, sizeof (gint64));
  self->changed = g_array_new (FALSE, FALSE, sizeof (gint64));
  self->items = sc_deal_items_new ();
  self->waiting = g_hash_table_new_full (NULL, NULL, NULL, g_object_unref);
  self->loading = g_hash_table_new_full (g_int64_hash, g_int64_equal, g_free, NULL);
}

/**
 * sc_deal_list_new:
 * @store: a store
 * @query: which deals, in which order
 *
 * It is empty until its first page has been read in a thread. For the main
 * thread only.
 *
 * Returns: (transfer full): the list, which follows the store
 */
ScDealList *
sc_deal_list_new (ScStore           *store,
                  const ScDealQuery *query)
{
  ScDealList *self = g_object_new (SC_TYPE_DEAL_LIST, NULL);

  self->store = g_object_ref (store);
  g_signal_connect_object (store, "changed", G_CALLBACK (sc_deal_list_store_changed_cb), self, G_CONNECT_SWAPPED);
  sc_deal_list_set_query (self, query);

  return self;
}

/**
 * sc_deal_list_set_query:
 * @self: a list
 * @query: which deals from now on, in which order
 *
 * Ends what is still being read for the query before. What was there stays until
 * the first deals are found.
 */
void
sc_deal_list_set_query (ScDealList        *self,
                        const ScDealQuery *query)
{
  ScDealQuery *copy;

  g_return_if_fail (SC_IS_DEAL_LIST (self));

  copy = sc_deal_query_copy (query);
  if (self->cancellable != NULL)
    forget (self);
  g_clear_pointer (&self->query, sc_deal_query_free);
  self->query = copy;
  self->cancellable = g_cancellable_new ();
  sc_deal_list_set_reading (self, FALSE);
  open_query (self);
}

/**
 * sc_deal_list_find:
 * @self: a list
 * @deal_id: a deal
 * @position: (out) (optional): its place
 *
 * Returns: whether the deal is in the list, as far as it is known yet
 */
gboolean
sc_deal_list_find (ScDealList *self,
                   gint64      deal_id,
                   guint      *position)
{
  g_return_val_if_fail (SC_IS_DEAL_LIST (self), FALSE);

  for (guint i = 0; i < self->ids->len; i++)
    if (g_array_index (self->ids, gint64, i) == deal_id)
      {
        if (position != NULL)
          *position = i;
        return TRUE;
      }

  return FALSE;
}

/**
 * sc_deal_list_is_loading:
 * @self: a list
 *
 * Returns: whether it is still finding out which deals there are
 */
gboolean
sc_deal_list_is_loading (ScDealList *self)
{
  g_return_val_if_fail (SC_IS_DEAL_LIST (self), FALSE);

  return self->is_reading;
}

/**
 * sc_deal_list_is_waiting:
 * @self: a list
 *
 * Returns: whether nothing is known yet of the deals that it is to have
 */
gboolean
sc_deal_list_is_waiting (ScDealList *self)
{
  g_return_val_if_fail (SC_IS_DEAL_LIST (self), FALSE);

  return self->is_waiting;
}
