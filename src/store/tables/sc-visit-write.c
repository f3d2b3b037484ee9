/* SPDX-License-Identifier: GPL-3.0-or-later */

/* Remembers of which deals a write changes what the history says of their stages, and
 * works their visits out anew before it is committed. */

#include "store/tables/sc-visit-table-private.h"
#include "store/tables/sc-write-struct-private.h"

/* Deals between two that have changed are looked at with them where they are so few. */
#define SMALL_GAP 8

/**
 * sc_write_is_of_visits:
 * @field: what an event of a deal's history is about
 *
 * Returns: whether visits are worked out of such events
 */
gboolean
sc_write_is_of_visits (const char *field)
{
  return g_str_equal (field, "stage") || g_str_equal (field, "status") || g_str_equal (field, "parked");
}

/**
 * sc_write_touch_visits:
 * @self: a write
 * @deal_id: a deal whose visits may be others by now
 */
void
sc_write_touch_visits (ScWrite *self,
                       gint64   deal_id)
{
  if (self->visited == NULL)
    self->visited = g_array_new (FALSE, FALSE, sizeof (gint64));
  if (self->visited->len == 0 || g_array_index (self->visited, gint64, self->visited->len - 1) != deal_id)
    g_array_append_val (self->visited, deal_id);
}

/**
 * sc_write_touch_visits_of:
 * @self: a write
 * @sql: a query of the numbers of deals, with `:change` where it asks for those of a change
 * @change_id: that change
 * @error: why they can't be read
 *
 * Returns: whether the visits of these deals are worked out anew, too
 */
gboolean
sc_write_touch_visits_of (ScWrite    *self,
                          const char *sql,
                          gint64      change_id,
                          GError    **error)
{
  g_autoptr (ScStatement) statement = sc_connection_prepare (self->connection, sql, error);

  if (statement == NULL)
    return FALSE;

  if (sc_statement_has (statement, ":change"))
    sc_statement_bind_int (statement, ":change", change_id);
  while (sc_statement_step (statement, error))
    sc_write_touch_visits (self, sc_statement_get_int (statement, 0));

  return !sc_statement_has_failed (statement);
}

static int
compare_keys (gconstpointer a,
              gconstpointer b)
{
  gint64 key_a = *(const gint64 *) a;
  gint64 key_b = *(const gint64 *) b;

  return key_a < key_b ? -1 : key_a > key_b;
}

/**
 * sc_write_keep_visits:
 * @self: a write whose changes are written
 * @error: why it can't be written
 *
 * Returns: whether the visits of all deals that it has touched are those of their
 *   histories
 */
gboolean
sc_write_keep_visits (ScWrite *self,
                      GError **error)
{
  g_autoptr (GArray) visited = NULL;

  if (self->has_fitted && !sc_write_touch_visits_of (self, SC_KEPT_DEALS, self->change_id, error))
    return FALSE;

  self->has_fitted = FALSE;
  visited = g_steal_pointer (&self->visited);
  if (visited == NULL)
    return TRUE;

  g_array_sort (visited, compare_keys);
  for (guint i = 0, next; i < visited->len; i = next)
    {
      gint64 first = g_array_index (visited, gint64, i);
      gint64 last = first;

      for (next = i + 1; next < visited->len && g_array_index (visited, gint64, next) <= last + SMALL_GAP; next++)
        last = g_array_index (visited, gint64, next);
      if (!sc_visit_table_keep (self->connection, first, last, error))
        return FALSE;
    }

  return TRUE;
}
