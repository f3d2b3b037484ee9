/* SPDX-License-Identifier: GPL-3.0-or-later */

/* What bulk changes need: to remember what deals were in one statement, and
 * to make counts and sums once in the end, not row by row. */

#include "store/sqlite/sc-write-struct-private.h"

/* What of a deal a bulk change may change. */
#define KEPT_COLUMNS \
        "json_object(" \
        "'external_id', external_id, 'stage_id', stage_id, 'status', status, 'position', position, 'title', title," \
        " 'company_id', company_id, 'person_id', person_id, 'owner_id', owner_id, 'value_minor', value_minor," \
        " 'currency', currency, 'probability', probability, 'source', source, 'label', label, 'started', started," \
        " 'closed', closed, 'expected_close', expected_close, 'entered_at', entered_at, 'loss_reason', loss_reason," \
        " 'notes', notes, 'search', search, 'revision', revision)"

/* While many rows come in: 256 MiB, so that an index is written once. */
#define BULK_CACHE "-256000"

/* What the change itself made is left out: it is deleted when the change is
 * taken back, whatever it has become meanwhile. */
static gboolean
keep (ScWrite    *self,
      const char *sql,
      gint64      id,
      GError    **error)
{
  g_autoptr (ScStatement) statement = sc_connection_prepare (self->connection, sql, error);

  if (statement == NULL)
    return FALSE;

  sc_statement_bind_int (statement, ":change", self->change_id);
  sc_statement_bind_int (statement, ":id", id);

  return sc_statement_execute (statement, error);
}

/**
 * sc_write_keep_deal:
 * @self: a write
 * @deal_id: a deal
 * @error: why it can't be written
 *
 * Returns: whether it is known now what the deal was
 */
gboolean
sc_write_keep_deal (ScWrite *self,
                    gint64   deal_id,
                    GError **error)
{
  return keep (self,
               "INSERT INTO kept_deal (change_id, deal_id, columns)"
               " SELECT :change, id, " KEPT_COLUMNS
               " FROM deal"
               " WHERE id = :id AND created_by <> :change"
               " ON CONFLICT (change_id, deal_id) DO NOTHING",
               deal_id, error);
}

/**
 * sc_write_keep_stage:
 * @self: a write
 * @stage_key: a stage's row
 * @error: why it can't be written
 *
 * Returns: whether it is known now what the stage's standing deals were
 */
gboolean
sc_write_keep_stage (ScWrite *self,
                     gint64   stage_key,
                     GError **error)
{
  return keep (self,
               "INSERT INTO kept_deal (change_id, deal_id, columns)"
               " SELECT :change, id, " KEPT_COLUMNS
               " FROM deal"
               " WHERE stage_id = :id AND status IN ('open', 'won') AND deleted_by IS NULL AND created_by <> :change"
               " ON CONFLICT (change_id, deal_id) DO NOTHING",
               stage_key, error);
}

/* The triggers' own words, to make them again. */
static char *
read_triggers (ScWrite *self,
               GError **error)
{
  g_autoptr (GString) sql = g_string_new (NULL);
  g_autoptr (GError) local_error = NULL;
  g_autoptr (ScStatement) statement =
    sc_connection_prepare (self->connection,
                           "SELECT sql FROM sqlite_schema WHERE type = 'trigger' AND tbl_name = 'deal' ORDER BY name",
                           error);

  if (statement == NULL)
    return NULL;

  while (sc_statement_step (statement, &local_error))
    g_string_append_printf (sql, "%s;\n", sc_statement_get_text (statement, 0));
  if (local_error != NULL)
    {
      g_propagate_error (error, g_steal_pointer (&local_error));
      return NULL;
    }

  return g_string_free (g_steal_pointer (&sql), FALSE);
}

/**
 * sc_write_defer_totals:
 * @self: a write
 * @error: why it can't be written
 *
 * Worth it from some ten thousand deals on: takes the triggers away until the
 * commit, which counts all deals anew. Others never see it so.
 *
 * Returns: whether it is so now
 */
gboolean
sc_write_defer_totals (ScWrite *self,
                       GError **error)
{
  if (self->triggers != NULL)
    return TRUE;

  self->triggers = read_triggers (self, error);
  if (self->triggers == NULL)
    return FALSE;

  return sc_connection_run (self->connection,
                            "PRAGMA cache_size = " BULK_CACHE ";"
                            "DROP TRIGGER deal_inserted;"
                            "DROP TRIGGER deal_left;"
                            "DROP TRIGGER deal_joined",
                            error);
}

/**
 * sc_write_end_totals:
 * @self: a write
 * @error: why it can't be written
 *
 * Returns: whether counts and sums are right, and are kept so
 */
gboolean
sc_write_end_totals (ScWrite *self,
                     GError **error)
{
  if (self->triggers == NULL || self->has_totals)
    return TRUE;

  self->has_totals = TRUE;

  return sc_connection_run (self->connection,
                            "DELETE FROM stage_total;"
                            "INSERT INTO stage_total (stage_id, status, owner_id, currency, n_deals, sum_minor)"
                            " SELECT stage_id, status, coalesce(owner_id, 0), coalesce(currency, ''), count(*),"
                            "  sum(coalesce(value_minor, 0))"
                            " FROM deal"
                            " WHERE deleted_by IS NULL"
                            " GROUP BY 1, 2, 3, 4",
                            error)
         && sc_connection_run (self->connection, self->triggers, error);
}
