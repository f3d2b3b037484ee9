/* SPDX-License-Identifier: GPL-3.0-or-later */

/* Taking a bulk change back, in a handful of statements: deals that it made are
 * known by created_by, what it made of others was kept. */

#include "store/sqlite/sc-revert-private.h"

/**
 * sc_revert_run:
 * @write: a write
 * @taken: what it takes back
 * @sql: a statement, with `:self` for the write's own change, `:taken` for the
 *   one that is taken back and `:root` for what was done at first
 * @error: why it can't be written
 *
 * Returns: whether it was carried out
 */
gboolean
sc_revert_run (ScWrite       *write,
               const ScTaken *taken,
               const char    *sql,
               GError       **error)
{
  g_autoptr (ScStatement) statement = sc_connection_prepare (write->connection, sql, error);

  if (statement == NULL)
    return FALSE;

  if (sc_statement_has (statement, ":self"))
    sc_statement_bind_int (statement, ":self", write->change_id);
  if (sc_statement_has (statement, ":root"))
    sc_statement_bind_int (statement, ":root", taken->root);
  if (sc_statement_has (statement, ":taken"))
    sc_statement_bind_int (statement, ":taken", taken->id);
  if (sc_statement_has (statement, ":is_redo"))
    sc_statement_bind_int (statement, ":is_redo", taken->is_undo);

  return sc_statement_execute (statement, error);
}

static gboolean
name_left_deals (ScWrite   *write,
                 GPtrArray *left_alone,
                 GError   **error)
{
  g_autoptr (ScStatement) statement =
    sc_connection_prepare (write->connection,
                           "SELECT title FROM deal JOIN temp.left_deal ON left_deal.id = deal.id LIMIT 1000", error);
  g_autoptr (GError) local_error = NULL;

  if (statement == NULL)
    return FALSE;

  while (sc_statement_step (statement, &local_error))
    sc_revert_leave_alone (left_alone, sc_statement_dup_text (statement, 0));
  if (local_error == NULL)
    return TRUE;

  g_propagate_error (error, g_steal_pointer (&local_error));

  return FALSE;
}

/* Deals that the bulk change made. */
static gboolean
take_new_deals_back (ScWrite       *write,
                     const ScTaken *taken,
                     GError       **error)
{
  return sc_revert_run (write, taken,
                        "INSERT OR IGNORE INTO temp.left_deal SELECT id FROM deal"
                        " WHERE created_by = :root AND revision <> :root AND deleted_by IS NULL",
                        error)
         && sc_revert_run (write, taken,
                           "UPDATE deal SET deleted_by = :self, revision = :self"
                           " WHERE created_by = :root AND deleted_by IS NULL AND revision = :root",
                           error)
         && sc_revert_run (write, taken,
                           "INSERT OR IGNORE INTO temp.back_deal SELECT id FROM deal"
                           " WHERE created_by = :root AND deleted_by = :self",
                           error);
}

static gboolean
make_deals_again (ScWrite       *write,
                  const ScTaken *taken,
                  GError       **error)
{
  return sc_revert_run (write, taken,
                        "INSERT OR IGNORE INTO temp.left_deal SELECT id FROM deal"
                        " WHERE created_by = :root AND deleted_by = :taken AND status IN ('open', 'won')"
                        "  AND stage_id NOT IN " SC_PLACES,
                        error)
         && sc_revert_run (write, taken,
                           "INSERT OR IGNORE INTO temp.back_deal SELECT id FROM deal"
                           " WHERE created_by = :root AND deleted_by = :taken AND revision = :taken"
                           "  AND id NOT IN (SELECT id FROM temp.left_deal)",
                           error)
         && sc_revert_run (write, taken,
                           "UPDATE deal SET deleted_by = NULL, revision = :root"
                           " WHERE created_by = :root AND deleted_by = :taken AND revision = :taken"
                           "  AND id NOT IN (SELECT id FROM temp.left_deal)",
                           error);
}

/* Companies and people that the bulk change made and no deal names any more. */
static gboolean
take_new_names_back (ScWrite       *write,
                     const ScTaken *taken,
                     GError       **error)
{
  return sc_revert_run (write, taken,
                        "UPDATE company SET deleted_by = :self"
                        " WHERE created_by = :root AND deleted_by IS NULL AND id NOT IN"
                        " (SELECT company_id FROM deal WHERE company_id IS NOT NULL AND deleted_by IS NULL)",
                        error)
         && sc_revert_run (write, taken,
                           "UPDATE person SET deleted_by = :self"
                           " WHERE created_by = :root AND deleted_by IS NULL AND id NOT IN"
                           " (SELECT person_id FROM deal WHERE person_id IS NOT NULL AND deleted_by IS NULL)",
                           error);
}

static gboolean
make_names_again (ScWrite       *write,
                  const ScTaken *taken,
                  GError       **error)
{
  return sc_revert_run (write, taken,
                        "UPDATE company SET deleted_by = NULL WHERE created_by = :root AND deleted_by = :taken",
                        error)
         && sc_revert_run (write, taken,
                           "UPDATE person SET deleted_by = NULL WHERE created_by = :root AND deleted_by = :taken",
                           error);
}

#define SWAP_TABLE \
        "CREATE TEMP TABLE IF NOT EXISTS swap (" \
        " deal_id INTEGER PRIMARY KEY, columns TEXT NOT NULL, now TEXT NOT NULL)"

/* A kept row leads back to what the deal was, or, once that has been done, forth
 * to what the change made of it; a deal that was left alone on the way back is
 * not led back on the way forth.
 * “expects” is the revision that a deal has when what is kept of it may be put
 * back: at first that of the bulk change itself. */
#define SWAP_SELECT \
        "INSERT INTO temp.swap (deal_id, columns, now)" \
        " SELECT deal.id, kept_deal.columns, json_object(" \
        "  'external_id', external_id, 'stage_id', stage_id, 'status', status, 'position', position, 'title', title," \
        "  'company_id', company_id, 'person_id', person_id, 'owner_id', owner_id, 'value_minor', value_minor," \
        "  'currency', currency, 'probability', probability, 'source', source, 'label', label, 'started', started," \
        "  'closed', closed, 'expected_close', expected_close, 'entered_at', entered_at, 'loss_reason', loss_reason," \
        "  'notes', notes, 'search', search, 'revision', revision, 'expects', kept_deal.columns ->> 'revision')" \
        " FROM kept_deal" \
        " JOIN deal ON deal.id = kept_deal.deal_id" \
        " WHERE kept_deal.change_id = :root" \
        "  AND deal.deleted_by IS NULL" \
        "  AND deal.revision = coalesce(kept_deal.columns ->> 'expects', :root)" \
        "  AND (kept_deal.columns ->> 'status' NOT IN ('open', 'won')" \
        "   OR kept_deal.columns ->> 'stage_id' IN " SC_PLACES ")" \
        "  AND (kept_deal.columns ->> 'revision' = :root) = :is_redo"

#define SWAP_DEALS \
        "UPDATE deal SET" \
        " external_id = columns ->> 'external_id', stage_id = columns ->> 'stage_id', status = columns ->> 'status'," \
        " position = columns ->> 'position', title = columns ->> 'title', company_id = columns ->> 'company_id'," \
        " person_id = columns ->> 'person_id', owner_id = columns ->> 'owner_id'," \
        " value_minor = columns ->> 'value_minor', currency = columns ->> 'currency'," \
        " probability = columns ->> 'probability', source = columns ->> 'source', label = columns ->> 'label'," \
        " started = columns ->> 'started', closed = columns ->> 'closed'," \
        " expected_close = columns ->> 'expected_close', entered_at = columns ->> 'entered_at'," \
        " loss_reason = columns ->> 'loss_reason', notes = columns ->> 'notes', search = columns ->> 'search'," \
        " revision = columns ->> 'revision'" \
        " FROM temp.swap" \
        " WHERE swap.deal_id = deal.id"

#define SWAP_KEPT \
        "UPDATE kept_deal SET columns = swap.now" \
        " FROM temp.swap" \
        " WHERE swap.deal_id = kept_deal.deal_id AND kept_deal.change_id = :root"

#define SWAP_LEFT \
        "INSERT OR IGNORE INTO temp.left_deal SELECT deal_id FROM kept_deal" \
        " WHERE change_id = :root AND deal_id NOT IN (SELECT deal_id FROM temp.swap)" \
        "  AND (columns ->> 'revision' = :root) = :is_redo"

/* Deals that the bulk change changed. */
static gboolean
swap_kept_deals (ScWrite       *write,
                 const ScTaken *taken,
                 GError       **error)
{
  return sc_connection_run (write->connection, SWAP_TABLE "; DELETE FROM temp.swap", error)
         && sc_revert_run (write, taken, SWAP_SELECT, error)
         && sc_revert_run (write, taken, SWAP_LEFT, error)
         && sc_connection_run (write->connection,
                               "INSERT OR IGNORE INTO temp.back_deal SELECT deal_id FROM temp.swap", error)
         && sc_revert_run (write, taken, SWAP_DEALS, error)
         && sc_revert_run (write, taken, SWAP_KEPT, error)
         && sc_connection_run (write->connection, "DELETE FROM temp.swap", error);
}

/**
 * sc_revert_bulk:
 * @write: a write
 * @taken: a bulk change, or what took one back
 * @left_alone: (nullable) (element-type utf8): where to name deals that have
 *   changed since
 * @error: why it can't be written
 *
 * Returns: whether its deals are as they were before it
 */
gboolean
sc_revert_bulk (ScWrite       *write,
                const ScTaken *taken,
                GPtrArray     *left_alone,
                GError       **error)
{
  gboolean is_import = g_str_equal (taken->patch->bulk, "import");

  sc_write_set_bulk (write, taken->patch->bulk);
  if (is_import && !sc_write_defer_totals (write, error))
    return FALSE;
  if (is_import && taken->is_undo)
    return make_deals_again (write, taken, error)
           && swap_kept_deals (write, taken, error)
           && make_names_again (write, taken, error)
           && name_left_deals (write, left_alone, error);
  if (is_import)
    return take_new_deals_back (write, taken, error)
           && swap_kept_deals (write, taken, error)
           && take_new_names_back (write, taken, error)
           && name_left_deals (write, left_alone, error);

  return swap_kept_deals (write, taken, error) && name_left_deals (write, left_alone, error);
}
