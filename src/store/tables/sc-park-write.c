/* SPDX-License-Identifier: GPL-3.0-or-later */

/* Finds and wakes deals that were parked until a day that has come, and reads from
 * their history since when they were parked and how often clients have refused. */

#include "store/sc-park-write.h"

#include "model/sc-merged.h"
#include "store/sc-store-private.h"
#include "store/tables/sc-deal-filter-private.h"
#include "store/tables/sc-json-private.h"
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
  g_autoptr (ScReader) reader = sc_reader_new (self, NULL, error);
  g_autoptr (ScStatement) statement =
    reader != NULL ? sc_connection_prepare (sc_reader_get_connection (reader), "SELECT DISTINCT pr.uuid" WAKING, error) : NULL;

  if (statement == NULL)
    return NULL;

  sc_deal_filter_bind_today (statement);
  while (sc_statement_step (statement, error))
    g_ptr_array_add (processes, sc_statement_dup_text (statement, 0));

  return sc_statement_has_failed (statement) ? NULL : g_steal_pointer (&processes);
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
  g_autoptr (ScStatement) statement =
    sc_connection_prepare (self->connection,
                           "SELECT d.id, d.parked_until" WAKING " AND pr.uuid = :process_id ORDER BY d.id", error);

  if (statement == NULL)
    return NULL;

  sc_deal_filter_bind_today (statement);
  sc_statement_bind_text (statement, ":process_id", process_id);
  while (sc_statement_step (statement, error))
    {
      ScWaking waking = { sc_statement_get_int (statement, 0), sc_date_parse (sc_statement_get_text (statement, 1)) };

      g_array_append_val (list, waking);
    }

  return sc_statement_has_failed (statement) ? NULL : g_steal_pointer (&list);
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

typedef struct {
  char *stage_id;
  guint n;
} Refusals;

static void
refusals_free (gpointer data)
{
  Refusals *self = data;

  g_free (self->stage_id);
  g_free (self);
}

static gpointer
read_refusals (ScStatement *statement)
{
  Refusals *self = g_new0 (Refusals, 1);

  self->stage_id = sc_statement_dup_text (statement, 0);
  self->n = (guint) sc_statement_get_int (statement, 1);

  return self;
}

static GPtrArray *
list_refusals (ScConnection *connection,
               gint64        deal_id,
               GError      **error)
{
  g_autoptr (ScStatement) statement =
    sc_connection_prepare (connection,
                           "SELECT old, count(*) FROM deal_event"
                           " WHERE deal_id = :deal AND field = 'refused' AND old IS NOT NULL AND voided_by IS NULL"
                           " GROUP BY old ORDER BY old",
                           error);

  if (statement == NULL)
    return NULL;

  sc_statement_bind_int (statement, ":deal", deal_id);

  return sc_statement_collect (statement, read_refusals, refusals_free, error);
}

/* What a stage asked when it was there last; nothing where it never was. */
static ScStage *
load_gone (ScConnection *connection,
           const char   *stage_id,
           GError      **error)
{
  g_autoptr (ScStage) stage = sc_stage_new ("", SC_KIND_BIT (SC_KIND_OTHER));
  g_autoptr (ScStatement) statement =
    sc_connection_prepare (connection,
                           "SELECT vs.exit_criteria FROM version_stage AS vs JOIN stage AS s ON s.id = vs.stage_id"
                           " WHERE s.uuid = :stage AND vs.deleted_by IS NULL"
                           " ORDER BY vs.version_id DESC LIMIT 1",
                           error);
  GError *own_error = NULL;

  if (statement == NULL)
    return NULL;

  sc_statement_bind_text (statement, ":stage", stage_id);
  if (sc_statement_next (statement, &own_error))
    sc_json_to_criteria (sc_statement_get_text (statement, 0), stage->criteria);
  if (own_error == NULL)
    return g_steal_pointer (&stage);

  g_propagate_error (error, own_error);

  return NULL;
}

/* Those of stages that went into this one are its own. */
static gboolean
count_refusals (ScConnection    *connection,
                const ScVersion *version,
                gint64           deal_id,
                const char      *stage_id,
                guint           *n_refusals,
                GError         **error)
{
  g_autoptr (GPtrArray) all = list_refusals (connection, deal_id, error);
  const ScStage *stage = sc_version_find_stage (version, stage_id, NULL);

  *n_refusals = 0;
  for (guint i = 0; all != NULL && i < all->len; i++)
    {
      const Refusals *some = all->pdata[i];
      g_autoptr (ScStage) gone = NULL;
      gboolean is_own = g_str_equal (some->stage_id, stage_id);

      if (!is_own && stage != NULL && sc_version_find_stage (version, some->stage_id, NULL) == NULL)
        {
          gone = load_gone (connection, some->stage_id, error);
          if (gone == NULL)
            return FALSE;
        }
      if (is_own || (gone != NULL && sc_merged_is_into (gone, stage)))
        *n_refusals += some->n;
    }

  return all != NULL;
}

/**
 * sc_store_count_refusals:
 * @self: a store
 * @version: the published version of the deal's process
 * @deal_id: a deal
 * @stage_id: a stage
 * @n_refusals: (out): how often clients have refused while it stood there, or in a stage
 *   that was merged into it, what was taken back left out
 * @error: why it can't be read
 *
 * Returns: whether it could be read
 */
gboolean
sc_store_count_refusals (ScStore         *self,
                         const ScVersion *version,
                         gint64           deal_id,
                         const char      *stage_id,
                         guint           *n_refusals,
                         GError         **error)
{
  g_autoptr (ScReader) reader = sc_reader_new (self, NULL, error);

  return reader != NULL && count_refusals (sc_reader_get_connection (reader), version, deal_id, stage_id, n_refusals, error);
}

/**
 * sc_store_count_refused:
 * @self: a store
 * @version: the published version of the deals' process
 * @deal_ids: (element-type gint64): deals
 * @stage_id: a stage
 * @n_refused: (out): how many of them clients have refused while they stood there
 * @error: why it can't be read
 *
 * Returns: whether it could be read
 */
gboolean
sc_store_count_refused (ScStore         *self,
                        const ScVersion *version,
                        GArray          *deal_ids,
                        const char      *stage_id,
                        guint           *n_refused,
                        GError         **error)
{
  g_autoptr (ScReader) reader = sc_reader_new (self, NULL, error);
  guint n = 0;

  if (reader == NULL)
    return FALSE;

  *n_refused = 0;
  for (guint i = 0; i < deal_ids->len; i++)
    {
      if (!count_refusals (sc_reader_get_connection (reader), version, g_array_index (deal_ids, gint64, i), stage_id, &n, error))
        return FALSE;
      *n_refused += n > 0 ? 1 : 0;
    }

  return TRUE;
}

/**
 * sc_write_count_refusals:
 * @self: a write
 * @version: the published version of the deal's process
 * @deal_id: a deal
 * @stage_id: a stage
 * @n_refusals: (out): as sc_store_count_refusals() has it
 * @error: why it can't be read
 *
 * Returns: whether it could be read
 */
gboolean
sc_write_count_refusals (ScWrite         *self,
                         const ScVersion *version,
                         gint64           deal_id,
                         const char      *stage_id,
                         guint           *n_refusals,
                         GError         **error)
{
  return count_refusals (sc_write_get_connection (self), version, deal_id, stage_id, n_refusals, error);
}
