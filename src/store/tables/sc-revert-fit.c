/* SPDX-License-Identifier: GPL-3.0-or-later */

/* A change that is taken back may leave deals in stages that are gone, or on
 * the other side of a client mark that has moved since. Where taking back has
 * fitted them, that goes first when it is itself taken back. */

#include "store/tables/sc-deal-fit-private.h"
#include "store/tables/sc-revert-private.h"

#define FITTED \
        " FROM kept_deal" \
        " JOIN deal ON deal.id = kept_deal.deal_id" \
        " WHERE kept_deal.change_id = :taken AND deal.revision = :taken AND deal.deleted_by IS NULL"

/**
 * sc_revert_unfit_deals:
 * @write: a write
 * @taken: what it takes back
 * @error: why it can't be written
 *
 * Returns: whether deals that an undo or a redo has fitted beside what it
 *   took back are as they were, unless they have changed since
 */
gboolean
sc_revert_unfit_deals (ScWrite       *write,
                       const ScTaken *taken,
                       GError       **error)
{
  if (taken->id == taken->root)
    return TRUE;

  return sc_revert_run (write, taken,
                        "UPDATE deal_event SET voided_by = :self"
                        " WHERE change_id = :taken AND voided_by IS NULL AND deal_id IN (SELECT deal.id" FITTED ")",
                        error)
         && sc_revert_run (write, taken,
                           "UPDATE deal SET stage_id = kept_deal.stage_id, status = kept_deal.status,"
                           " position = kept_deal.position, closed = kept_deal.closed, won_on = kept_deal.won_on,"
                           " revision = kept_deal.revision"
                           " FROM kept_deal"
                           " WHERE kept_deal.deal_id = deal.id AND kept_deal.change_id = :taken"
                           "  AND deal.revision = :taken AND deal.deleted_by IS NULL",
                           error);
}

/* The process of a row that a statement finds; 0 where there is none, -1 with
 * @error set. */
static gint64
find_process (ScWrite    *write,
              const char *sql,
              gint64      id,
              GError    **error)
{
  g_autoptr (ScStatement) statement = sc_connection_prepare (write->connection, sql, error);

  if (statement == NULL)
    return -1;

  if (sc_statement_has (statement, ":id"))
    sc_statement_bind_int (statement, ":id", id);

  return sc_statement_read_number (statement, error);
}

static gboolean
is_publication (const ScInverseRow *row)
{
  return g_str_equal (row->table, "version") && !row->is_new && sc_values_find (row->old, "status") != NULL;
}

/**
 * sc_revert_fit_deals:
 * @write: a write
 * @taken: what it has taken back
 * @error: why it can't be written
 *
 * Returns: whether the deals agree with the published version: all of them
 *   where another one is published now, else those that were taken back
 */
gboolean
sc_revert_fit_deals (ScWrite       *write,
                     const ScTaken *taken,
                     GError       **error)
{
  gint64 process_key;

  for (guint i = 0; i < taken->inverse->rows->len; i++)
    {
      const ScInverseRow *row = taken->inverse->rows->pdata[i];

      if (!is_publication (row))
        continue;

      process_key = find_process (write, "SELECT process_id FROM version WHERE id = :id", row->id, error);

      return process_key > 0
             && sc_deal_fit_stages (write, process_key, taken->root, error)
             && sc_deal_fit_statuses (write, process_key, SC_DEAL_FIT_OTHERS, error);
    }

  process_key = find_process (write,
                              "SELECT deal.process_id FROM back_deal JOIN deal ON deal.id = back_deal.id LIMIT 1",
                              0, error);

  return process_key == 0 || (process_key > 0 && sc_deal_fit_statuses (write, process_key, SC_DEAL_FIT_BACK, error));
}
