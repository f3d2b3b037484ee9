/* SPDX-License-Identifier: GPL-3.0-or-later */

/* Finds and wakes deals that were parked until a day that has come, and reads from
 * their history since when they were parked and how often clients have refused. */

#include "store/sc-park-write.h"

#include "store/sc-reader-private.h"
#include "store/tables/sc-deal-filter-private.h"
#include "store/tables/sc-write-struct-private.h"

#define WAKING \
        " FROM deal AS d JOIN process AS pr ON pr.id = d.process_id" \
        " WHERE d.parked_until <= :today AND d.deleted_by IS NULL AND pr.deleted_by IS NULL"

/**
 * sc_store_list_waking:
 * @self: a store
 * @error: why it can't be read
 *
 * Returns: (transfer full) (element-type utf8): processes that have deals which were
 *   parked until today or a day before, and nobody has written that they are not any
 *   more
 */
GPtrArray *
sc_store_list_waking (ScStore *self,
                      GError **error)
{
  g_autoptr (GPtrArray) processes = g_ptr_array_new_with_free_func (g_free);
  g_autoptr (GError) local_error = NULL;
  g_autoptr (ScReader) reader = sc_reader_new (self, NULL, error);
  g_autoptr (ScStatement) statement =
    reader != NULL ? sc_connection_prepare (sc_reader_get_connection (reader), "SELECT DISTINCT pr.uuid" WAKING, error) : NULL;

  if (statement == NULL)
    return NULL;

  sc_deal_filter_bind_today (statement);
  while (sc_statement_step (statement, &local_error))
    g_ptr_array_add (processes, sc_statement_dup_text (statement, 0));
  if (local_error == NULL)
    return g_steal_pointer (&processes);

  g_propagate_error (error, g_steal_pointer (&local_error));

  return NULL;
}

/**
 * sc_write_list_waking:
 * @self: a write
 * @process_id: a process
 * @error: why it can't be read
 *
 * Returns: (transfer full) (element-type ScWaking): its deals that are to be woken
 */
GArray *
sc_write_list_waking (ScWrite    *self,
                      const char *process_id,
                      GError    **error)
{
  g_autoptr (GArray) list = g_array_new (FALSE, FALSE, sizeof (ScWaking));
  g_autoptr (GError) local_error = NULL;
  g_autoptr (ScStatement) statement =
    sc_connection_prepare (self->connection,
                           "SELECT d.id, d.parked_until" WAKING " AND pr.uuid = :process_id ORDER BY d.id", error);

  if (statement == NULL)
    return NULL;

  sc_deal_filter_bind_today (statement);
  sc_statement_bind_text (statement, ":process_id", process_id);
  while (sc_statement_step (statement, &local_error))
    {
      ScWaking waking = { sc_statement_get_int (statement, 0), sc_date_parse (sc_statement_get_text (statement, 1)) };

      g_array_append_val (list, waking);
    }
  if (local_error == NULL)
    return g_steal_pointer (&list);

  g_propagate_error (error, g_steal_pointer (&local_error));

  return NULL;
}

static gboolean
clear_parked (ScWrite  *self,
              gint64    deal_id,
              ScInstant entered_at,
              GError  **error)
{
  g_autoptr (ScStatement) statement =
    sc_connection_prepare (self->connection,
                           "UPDATE deal SET parked_until = NULL, entered_at = :entered_at WHERE id = :id", error);

  if (statement == NULL)
    return FALSE;

  sc_statement_bind_int (statement, ":id", deal_id);
  if (entered_at != SC_INSTANT_NONE)
    sc_statement_bind_int (statement, ":entered_at", entered_at);
  else
    sc_statement_bind_null (statement, ":entered_at", SC_CELL_INTEGER);

  return sc_statement_execute (statement, error);
}

/**
 * sc_write_wake_deal:
 * @self: a write
 * @waking: a deal
 * @entered_at: from when its time in its stage counts, %SC_INSTANT_NONE where nobody
 *   knows
 * @error: why it can't be written
 *
 * The deal keeps its revision: what people have done before can be taken back as before.
 *
 * Returns: whether it is at work again
 */
gboolean
sc_write_wake_deal (ScWrite        *self,
                    const ScWaking *waking,
                    ScInstant       entered_at,
                    GError        **error)
{
  g_autofree char *until = sc_date_to_string (waking->until);

  return clear_parked (self, waking->deal_id, entered_at, error)
         && sc_write_event (self, waking->deal_id, 0, "parked", until, NULL, NULL, error);
}

/**
 * sc_write_find_parked_since:
 * @self: a write
 * @deal_id: a deal that is parked
 * @since: (out): since when, %SC_INSTANT_NONE where its history does not say it
 * @error: why it can't be read
 *
 * Returns: whether it could be read
 */
gboolean
sc_write_find_parked_since (ScWrite   *self,
                            gint64     deal_id,
                            ScInstant *since,
                            GError   **error)
{
  g_autoptr (ScStatement) statement =
    sc_connection_prepare (self->connection,
                           "SELECT coalesce(max(happened_at), 0) FROM deal_event"
                           " WHERE deal_id = :id AND field = 'parked' AND old IS NULL AND voided_by IS NULL",
                           error);

  if (statement == NULL)
    return FALSE;

  sc_statement_bind_int (statement, ":id", deal_id);
  if (!sc_statement_step (statement, error))
    return FALSE;

  *since = sc_statement_get_int (statement, 0);

  return TRUE;
}

static gboolean
count_refusals (ScConnection *connection,
                gint64        deal_id,
                const char   *stage_id,
                guint        *n_refusals,
                GError      **error)
{
  g_autoptr (ScStatement) statement =
    sc_connection_prepare (connection,
                           "SELECT count(*) FROM deal_event WHERE deal_id = :deal AND field = 'refused'"
                           " AND old = :stage AND voided_by IS NULL",
                           error);
  gint64 number;

  if (statement == NULL)
    return FALSE;

  sc_statement_bind_int (statement, ":deal", deal_id);
  sc_statement_bind_text (statement, ":stage", stage_id);
  number = sc_statement_read_number (statement, error);
  *n_refusals = number > 0 ? (guint) number : 0;

  return number >= 0;
}

/**
 * sc_store_count_refusals:
 * @self: a store
 * @deal_id: a deal
 * @stage_id: a stage
 * @n_refusals: (out): how often clients have refused while it stood there, what was
 *   taken back left out
 * @error: why it can't be read
 *
 * Returns: whether it could be read
 */
gboolean
sc_store_count_refusals (ScStore    *self,
                         gint64      deal_id,
                         const char *stage_id,
                         guint      *n_refusals,
                         GError    **error)
{
  g_autoptr (ScReader) reader = sc_reader_new (self, NULL, error);

  return reader != NULL && count_refusals (sc_reader_get_connection (reader), deal_id, stage_id, n_refusals, error);
}

/**
 * sc_store_count_refused:
 * @self: a store
 * @deal_ids: (element-type gint64): deals
 * @stage_id: a stage
 * @n_refused: (out): how many of them clients have refused while they stood there
 * @error: why it can't be read
 *
 * Returns: whether it could be read
 */
gboolean
sc_store_count_refused (ScStore    *self,
                        GArray     *deal_ids,
                        const char *stage_id,
                        guint      *n_refused,
                        GError    **error)
{
  g_autoptr (ScReader) reader = sc_reader_new (self, NULL, error);
  guint n = 0;

  if (reader == NULL)
    return FALSE;

  *n_refused = 0;
  for (guint i = 0; i < deal_ids->len; i++)
    {
      if (!count_refusals (sc_reader_get_connection (reader), g_array_index (deal_ids, gint64, i), stage_id, &n, error))
        return FALSE;
      *n_refused += n > 0 ? 1 : 0;
    }

  return TRUE;
}

/**
 * sc_write_count_refusals:
 * @self: a write
 * @deal_id: a deal
 * @stage_id: a stage
 * @n_refusals: (out): as sc_store_count_refusals() has it
 * @error: why it can't be read
 *
 * Returns: whether it could be read
 */
gboolean
sc_write_count_refusals (ScWrite    *self,
                         gint64      deal_id,
                         const char *stage_id,
                         guint      *n_refusals,
                         GError    **error)
{
  return count_refusals (sc_write_get_connection (self), deal_id, stage_id, n_refusals, error);
}
