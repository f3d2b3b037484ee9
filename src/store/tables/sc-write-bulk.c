/* SPDX-License-Identifier: GPL-3.0-or-later */

/* What bulk changes need: to remember what deals were in one statement, and
 * to make counts, sums and indexes once in the end, not row by row. */

#include "store/tables/sc-total-table-private.h"
#include "store/tables/sc-write-struct-private.h"

/* What of a deal a bulk change may change is what is kept of it, all but its two
 * keys and the revision that is expected. */
static gboolean
is_value (const char *column)
{
  return !g_str_equal (column, "change_id") && !g_str_equal (column, "deal_id") && !g_str_equal (column, "expects");
}

/**
 * sc_write_list_kept:
 * @format: what to write for each column of a deal that is kept, `%1$s` being
 *   its name
 *
 * Returns: (transfer full): that, with commas between
 */
char *
sc_write_list_kept (const char *format)
{
  const ScTable *table = sc_table_find ("kept_deal");
  g_autoptr (GString) list = g_string_new (NULL);

  for (guint i = 0; i < table->n_columns; i++)
    if (is_value (table->columns[i].name))
      {
        if (list->len > 0)
          g_string_append (list, ", ");
        g_string_append_printf (list, format, table->columns[i].name);
      }

  return g_string_free (g_steal_pointer (&list), FALSE);
}

/* What the change itself made is left out: it is deleted when the change is
 * taken back, whatever it has become meanwhile. */
static ScStatement *
prepare_keep (ScWrite    *self,
              const char *condition,
              GError    **error)
{
  g_autofree char *columns = sc_write_list_kept ("%1$s");
  g_autofree char *sql = g_strconcat ("INSERT INTO kept_deal (change_id, deal_id, ", columns, ")"
                                      " SELECT :change, id, ", columns,
                                      " FROM deal"
                                      " WHERE created_by <> :change", condition,
                                      " ON CONFLICT (change_id, deal_id) DO NOTHING", NULL);
  ScStatement *statement = sc_connection_prepare (self->connection, sql, error);

  if (statement != NULL)
    sc_statement_bind_int (statement, ":change", self->change_id);

  return statement;
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
  g_autoptr (ScStatement) statement = prepare_keep (self, " AND id = :id", error);

  if (statement == NULL)
    return FALSE;

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
  g_autofree char *condition = g_strconcat (" AND stage_id = :stage AND status IN ('open', 'won') AND deleted_by IS NULL"
                                            " AND status = coalesce(:status, status)", filter, NULL);
  g_autoptr (ScStatement) statement = prepare_keep (self, condition, error);

  if (statement == NULL)
    return FALSE;

  sc_statement_bind_int (statement, ":stage", stage_key);
  sc_statement_bind_text (statement, ":status", status);

  return sc_statement_execute (statement, error);
}

static gboolean
put_away (ScWrite    *self,
          ScBulkParts parts,
          GError    **error)
{
  if (self->bulk == NULL)
    self->bulk = sc_bulk_new (self->connection);

  return sc_bulk_put_away (self->bulk, parts, error);
}

/**
 * sc_write_defer_totals:
 * @self: a write
 * @error: why it can't be written
 *
 * Worth it from some ten thousand deals on: counts all deals anew before the
 * commit, instead of each as it changes.
 *
 * Returns: whether it is so now
 */
gboolean
sc_write_defer_totals (ScWrite *self,
                       GError **error)
{
  self->must_count = TRUE;

  return put_away (self, SC_BULK_TOTALS_OF_NEW | SC_BULK_TOTALS_OF_CHANGED, error);
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
  return put_away (self, SC_BULK_TOTALS_OF_NEW, error);
}

/**
 * sc_write_defer_indexes:
 * @self: a write
 * @with_external_ids: whether nobody asks for a deal by its external id
 * @error: why it can't be written
 *
 * Worth it where more deals come in than there are: an index that is made of
 * all rows at once takes a third of the time. Until the commit deals and events are
 * to be inserted only, with what their columns may hold: what keys refer to is looked
 * at once, for what is new.
 *
 * Returns: whether the indexes of deals and events are away, to be made anew
 *   before the commit
 */
gboolean
sc_write_defer_indexes (ScWrite *self,
                        gboolean with_external_ids,
                        GError **error)
{
  return put_away (self, SC_BULK_INDEXES | SC_BULK_CHECKS | (with_external_ids ? SC_BULK_EXTERNAL_IDS : 0), error);
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
  if (self->bulk == NULL)
    return TRUE;
  if (self->must_count && !sc_total_table_count_all (self->connection, error))
    return FALSE;

  self->must_count = FALSE;

  return sc_bulk_make_again (self->bulk, error);
}
