/* SPDX-License-Identifier: GPL-3.0-or-later */

/* What bulk changes need: to remember what deals were in one statement, and
 * to make counts, sums and indexes once in the end, not row by row. */

#include "store/tables/sc-write-struct-private.h"

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
#define KEEP \
        "INSERT INTO kept_deal (change_id, deal_id, columns)" \
        " SELECT :change, id, " KEPT_COLUMNS \
        " FROM deal" \
        " WHERE created_by <> :change"
#define UNLESS_KEPT " ON CONFLICT (change_id, deal_id) DO NOTHING"

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
  g_autoptr (ScStatement) statement =
    sc_connection_prepare (self->connection, KEEP " AND id = :id" UNLESS_KEPT, error);

  if (statement == NULL)
    return FALSE;

  sc_statement_bind_int (statement, ":change", self->change_id);
  sc_statement_bind_int (statement, ":id", deal_id);

  return sc_statement_execute (statement, error);
}

/**
 * sc_write_keep_stage:
 * @self: a write
 * @stage_key: a stage's row
 * @status: (nullable): only deals of that status
 * @filter: more of a condition, “ AND …”, or ""
 * @error: why it can't be written
 *
 * Returns: whether it is known now what the stage's standing deals were
 */
gboolean
sc_write_keep_stage (ScWrite    *self,
                     gint64      stage_key,
                     const char *status,
                     const char *filter,
                     GError    **error)
{
  g_autofree char *sql =
    g_strconcat (KEEP " AND stage_id = :stage AND status IN ('open', 'won') AND deleted_by IS NULL"
                 " AND status = coalesce(:status, status)", filter, UNLESS_KEPT, NULL);
  g_autoptr (ScStatement) statement = sc_connection_prepare (self->connection, sql, error);

  if (statement == NULL)
    return FALSE;

  sc_statement_bind_int (statement, ":change", self->change_id);
  sc_statement_bind_int (statement, ":stage", stage_key);
  sc_statement_bind_text (statement, ":status", status);

  return sc_statement_execute (statement, error);
}

/* A trigger or an index that is taken away until the commit, in one
 * transaction, so that others never see it so. */
typedef struct {
  const char *name;
  const char *drop;
} Part;

static const Part insert_trigger = { "deal_inserted", "DROP TRIGGER deal_inserted" };

static const Part update_triggers[] = {
  { "deal_left", "DROP TRIGGER deal_left" },
  { "deal_joined", "DROP TRIGGER deal_joined" },
};

/* Not that of external ids, by which an import asks for what it knows. */
static const Part indexes[] = {
  { "deal_board", "DROP INDEX deal_board" },
  { "deal_entered", "DROP INDEX deal_entered" },
  { "deal_process", "DROP INDEX deal_process" },
  { "deal_event_deal", "DROP INDEX deal_event_deal" },
};

/* Its own words make it again. What is away already stays so. */
static gboolean
take_away (ScWrite    *self,
           const Part *part,
           GError    **error)
{
  g_autoptr (GError) local_error = NULL;
  g_autoptr (ScStatement) statement =
    sc_connection_prepare (self->connection, "SELECT sql FROM sqlite_schema WHERE name = :name", error);
  g_autofree char *sql = NULL;

  if (statement == NULL)
    return FALSE;

  sc_statement_bind_text (statement, ":name", part->name);
  if (sc_statement_step (statement, &local_error))
    sql = sc_statement_dup_text (statement, 0);
  g_clear_pointer (&statement, sc_statement_reset);
  if (local_error != NULL)
    {
      g_propagate_error (error, g_steal_pointer (&local_error));
      return FALSE;
    }
  if (sql == NULL)
    return TRUE;

  if (self->put_back == NULL)
    self->put_back = g_string_new (NULL);
  g_string_append_printf (self->put_back, "%s;\n", sql);

  return sc_connection_run (self->connection, part->drop, error);
}

/**
 * sc_write_defer_totals:
 * @self: a write
 * @error: why it can't be written
 *
 * Worth it from some ten thousand deals on: takes the triggers away until the
 * commit, which counts all deals anew.
 *
 * Returns: whether it is so now
 */
gboolean
sc_write_defer_totals (ScWrite *self,
                       GError **error)
{
  self->must_count = TRUE;
  for (guint i = 0; i < G_N_ELEMENTS (update_triggers); i++)
    if (!take_away (self, &update_triggers[i], error))
      return FALSE;

  return take_away (self, &insert_trigger, error);
}

/**
 * sc_write_take_over_totals:
 * @self: a write
 * @error: why it can't be written
 *
 * From here to the commit whoever inserts deals adds them to the counts and
 * sums, many at a time.
 *
 * Returns: whether it is so now
 */
gboolean
sc_write_take_over_totals (ScWrite *self,
                           GError **error)
{
  return take_away (self, &insert_trigger, error);
}

/**
 * sc_write_defer_indexes:
 * @self: a write
 * @error: why it can't be written
 *
 * Worth it where more deals come in than there are: an index that is made of
 * all rows at once takes a third of the time.
 *
 * Returns: whether the indexes of deals and events are away, to be made anew
 *   before the commit
 */
gboolean
sc_write_defer_indexes (ScWrite *self,
                        GError **error)
{
  if (!sc_connection_run (self->connection, "PRAGMA cache_size = " BULK_CACHE, error))
    return FALSE;
  for (guint i = 0; i < G_N_ELEMENTS (indexes); i++)
    if (!take_away (self, &indexes[i], error))
      return FALSE;

  return TRUE;
}

/**
 * sc_write_end_bulk:
 * @self: a write
 * @error: why it can't be written
 *
 * Returns: whether counts, sums and indexes are right, and are kept so
 */
gboolean
sc_write_end_bulk (ScWrite *self,
                   GError **error)
{
  gboolean must_count = self->must_count;
  g_autofree char *put_back = NULL;

  if (self->put_back == NULL || self->put_back->len == 0)
    return TRUE;

  self->must_count = FALSE;
  put_back = g_strdup (self->put_back->str);
  g_string_truncate (self->put_back, 0);

  return (!must_count
          || sc_connection_run (self->connection,
                                "DELETE FROM stage_total;"
                                "INSERT INTO stage_total (stage_id, status, owner_id, currency, n_deals, sum_minor)"
                                " SELECT stage_id, status, coalesce(owner_id, 0), coalesce(currency, ''), count(*),"
                                "  sum(coalesce(value_minor, 0))"
                                " FROM deal"
                                " WHERE deleted_by IS NULL"
                                " GROUP BY 1, 2, 3, 4",
                                error))
         && sc_connection_run (self->connection, put_back, error);
}
