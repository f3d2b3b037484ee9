/* SPDX-License-Identifier: GPL-3.0-or-later */

/* What a list of deals reads in a thread: which deals there are, in order, how that
 * differs from what the list has, and some of their rows. */

#include "store/list/sc-deal-reading-private.h"

#include "store/list/sc-list-diff.h"
#include "store/tables/sc-deal-table-private.h"
#include "store/tables/sc-total-table-private.h"

/* What was found is told at once when it fills a page, then as often as a
 * person can follow. */
#define N_FIRST_PAGE 64
#define TELL_USEC (100 * G_TIME_SPAN_MILLISECOND)

/**
 * sc_deal_reading_new:
 * @store: a store
 * @query: which deals
 *
 * Returns: (transfer full): a reading that wants nothing yet
 */
ScDealReading *
sc_deal_reading_new (ScStore           *store,
                     const ScDealQuery *query)
{
  ScDealReading *self = g_new0 (ScDealReading, 1);

  self->store = g_object_ref (store);
  self->query = sc_deal_query_copy (query);
  self->wanted = g_array_new (FALSE, FALSE, sizeof (gint64));
  self->deals = g_ptr_array_new_with_free_func ((GDestroyNotify) sc_deal_unref);

  return self;
}

/**
 * sc_deal_reading_free:
 * @self: (transfer full): a reading that is not running
 */
void
sc_deal_reading_free (ScDealReading *self)
{
  g_clear_pointer (&self->reader, sc_reader_free);
  g_clear_pointer (&self->before, g_array_unref);
  g_clear_pointer (&self->changed, g_array_unref);
  g_clear_pointer (&self->wanted, g_array_unref);
  g_clear_pointer (&self->after, g_array_unref);
  g_clear_pointer (&self->splices, g_array_unref);
  g_clear_pointer (&self->deals, g_ptr_array_unref);
  sc_deal_query_free (self->query);
  g_object_unref (self->store);
  g_free (self);
}

static gboolean
find_before (ScDealReading *self,
             gint64         id,
             guint         *position)
{
  const gint64 *at = self->before != NULL ? (const gint64 *) self->before->data : NULL;

  for (guint i = 0; at != NULL && i < self->before->len; i++)
    if (at[i] == id)
      {
        *position = i;
        return TRUE;
      }

  return FALSE;
}

/* What a deal that has changed means for the list: it comes or goes, it stands
 * between the same two as before, or it has moved. */
static gboolean
check_deal (ScDealReading *self,
            ScConnection  *connection,
            gint64         id,
            gboolean      *is_concerned,
            gboolean      *has_moved,
            GError       **error)
{
  guint position = 0;
  gboolean was = find_before (self, id, &position);
  gboolean is = FALSE, is_in_order = FALSE;
  guint first, last;

  if (!sc_deal_table_has_match (connection, self->query, id, &is, error))
    return FALSE;

  *is_concerned = *is_concerned || was || is;
  *has_moved = *has_moved || was != is;
  if (!was || !is || *has_moved)
    return TRUE;

  first = position > 0 ? position - 1 : 0;
  last = MIN (position + 1, self->before->len - 1);
  if (!sc_deal_table_are_in_order (connection, self->query, &g_array_index (self->before, gint64, first),
                                   last - first + 1, &is_in_order, error))
    return FALSE;

  *has_moved = !is_in_order;

  return TRUE;
}

static gboolean
check_changed (ScDealReading *self,
               ScConnection  *connection,
               gboolean      *is_concerned,
               gboolean      *has_moved,
               GError       **error)
{
  *is_concerned = *has_moved = self->changed == NULL;
  for (guint i = 0; !*has_moved && i < self->changed->len; i++)
    if (!check_deal (self, connection, g_array_index (self->changed, gint64, i), is_concerned, has_moved, error))
      return FALSE;

  return TRUE;
}

typedef struct {
  ScDealReading *reading;
  guint n_told;
  gint64 told_at;
} Collecting;

static void
tell (Collecting *collecting)
{
  ScDealReading *self = collecting->reading;
  const gint64 *ids = (const gint64 *) self->after->data;

  if (self->found == NULL || self->after->len <= collecting->n_told)
    return;

  self->found (ids + collecting->n_told, self->after->len - collecting->n_told, self->found_data);
  collecting->n_told = self->after->len;
  collecting->told_at = g_get_monotonic_time ();
}

static gboolean
id_found_cb (gint64   deal_id,
             gpointer user_data)
{
  Collecting *collecting = user_data;
  GArray *ids = collecting->reading->after;

  g_array_append_val (ids, deal_id);
  if (collecting->reading->found != NULL &&
      (ids->len == N_FIRST_PAGE || g_get_monotonic_time () - collecting->told_at > TELL_USEC))
    tell (collecting);

  return TRUE;
}

/* The first of sorted deals are known long before all are sorted; they are found
 * again with all the others. */
static gboolean
tell_first (Collecting   *collecting,
            ScConnection *connection,
            GError      **error)
{
  ScDealReading *self = collecting->reading;

  if (!sc_deal_table_each_id (connection, self->query, N_FIRST_PAGE, id_found_cb, collecting, error))
    return FALSE;

  tell (collecting);
  g_array_set_size (self->after, 0);

  return TRUE;
}

static gboolean
read_ids (ScDealReading *self,
          ScConnection  *connection,
          GError       **error)
{
  Collecting collecting = { self, 0, g_get_monotonic_time () };

  self->after = g_array_new (FALSE, FALSE, sizeof (gint64));
  if (self->found != NULL && sc_deal_query_is_sorted (self->query) && !tell_first (&collecting, connection, error))
    return FALSE;
  if (!sc_deal_table_each_id (connection, self->query, 0, id_found_cb, &collecting, error))
    return FALSE;

  tell (&collecting);
  if (self->before != NULL)
    self->splices = sc_list_diff (self->before, self->after);

  return TRUE;
}

static gboolean
read_rows (ScDealReading *self,
           ScConnection  *connection,
           GError       **error)
{
  return sc_deal_table_load_many (connection, (const gint64 *) self->wanted->data, self->wanted->len, self->deals,
                                  error);
}

/**
 * sc_deal_reading_run_opening:
 * @self: a reading
 * @n_rows: of how many deals to read the rows
 * @cancellable: (nullable): ends it
 * @error: why it failed
 *
 * Reads how many deals there are, and the first of them. Where there are more
 * the look at the store stays, to go on with.
 *
 * Returns: whether they could be read
 */
gboolean
sc_deal_reading_run_opening (ScDealReading *self,
                             guint          n_rows,
                             GCancellable  *cancellable,
                             GError       **error)
{
  g_autoptr (ScReader) reader = sc_reader_new (self->store, cancellable, error);
  ScConnection *connection = reader != NULL ? sc_reader_get_connection (reader) : NULL;
  g_autoptr (GPtrArray) deals = NULL;

  if (reader == NULL || !sc_total_table_count (connection, self->query, &self->n_deals, error))
    return FALSE;

  deals = sc_deal_table_list (connection, self->query, n_rows, error);
  if (deals == NULL)
    return FALSE;

  g_ptr_array_unref (self->deals);
  self->deals = g_steal_pointer (&deals);
  if (self->deals->len == n_rows && self->n_deals > n_rows)
    self->reader = g_steal_pointer (&reader);
  else
    self->n_deals = self->deals->len;

  return TRUE;
}

/**
 * sc_deal_reading_run_ids:
 * @self: a reading
 * @cancellable: (nullable): ends it
 * @error: why it failed
 *
 * Reads which deals there are, and the rows that are wanted.
 *
 * Returns: whether they could be read
 */
gboolean
sc_deal_reading_run_ids (ScDealReading *self,
                         GCancellable  *cancellable,
                         GError       **error)
{
  gboolean is_concerned = FALSE, has_moved = FALSE;
  ScConnection *connection;

  if (self->reader == NULL)
    self->reader = sc_reader_new (self->store, cancellable, error);
  if (self->reader == NULL)
    return FALSE;

  connection = sc_reader_get_connection (self->reader);
  if (!check_changed (self, connection, &is_concerned, &has_moved, error) ||
      (has_moved && !read_ids (self, connection, error)) ||
      (is_concerned && !read_rows (self, connection, error)))
    return FALSE;

  g_clear_pointer (&self->reader, sc_reader_free);

  return TRUE;
}

/**
 * sc_deal_reading_run_rows:
 * @self: a reading
 * @cancellable: (nullable): ends it
 * @error: why it failed
 *
 * Reads the rows that are wanted.
 *
 * Returns: whether they could be read
 */
gboolean
sc_deal_reading_run_rows (ScDealReading *self,
                          GCancellable  *cancellable,
                          GError       **error)
{
  g_autoptr (ScReader) reader = sc_reader_new (self->store, cancellable, error);

  return reader != NULL && read_rows (self, sc_reader_get_connection (reader), error);
}
