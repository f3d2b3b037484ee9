/* SPDX-License-Identifier: GPL-3.0-or-later */

/* The deals of a company, in whatever process: for who is about to add another one, and
 * beside one of them. */

#include "store/sc-name-key.h"
#include "store/sc-rows.h"
#include "store/tables/sc-deal-table-private.h"

/* The name of the stage as the published version has it. */
#define NAMES \
        ", pr.name, (SELECT vs.name FROM version_stage AS vs JOIN version AS v ON v.id = vs.version_id" \
        " WHERE v.process_id = d.process_id AND v.status = 'published' AND v.deleted_by IS NULL" \
        " AND vs.stage_id = d.stage_id AND vs.deleted_by IS NULL)"

/**
 * sc_deal_table_list_of_company:
 * @connection: a connection
 * @company: (nullable): a company's name; %NULL has no deals
 * @except_id: a deal that is left out, 0 for none
 * @limit: how many at most
 * @error: why it failed
 *
 * Returns: (transfer full) (element-type ScCompanyDeal): its deals, those that stand on a
 *   board first, and of each sort the last changed first
 */
GPtrArray *
sc_deal_table_list_of_company (ScConnection *connection,
                               const char   *company,
                               gint64        except_id,
                               guint         limit,
                               GError      **error)
{
  g_autofree char *name_key = sc_name_make_key (company != NULL ? company : "");
  g_autoptr (GPtrArray) deals = g_ptr_array_new_with_free_func ((GDestroyNotify) sc_company_deal_free);
  g_autoptr (ScStatement) statement =
    sc_connection_prepare (connection,
                           "SELECT " SC_DEAL_COLUMNS NAMES " FROM deal AS d" SC_DEAL_JOINS
                           " WHERE d.company_id = (SELECT id FROM company WHERE name_key = :name_key)"
                           "  AND d.deleted_by IS NULL AND pr.deleted_by IS NULL AND d.id <> :except"
                           " ORDER BY d.status NOT IN ('open', 'won'), d.revision DESC, d.id DESC"
                           " LIMIT :limit",
                           error);

  if (statement == NULL)
    return NULL;

  sc_statement_bind_text (statement, ":name_key", name_key);
  sc_statement_bind_int (statement, ":except", except_id);
  sc_statement_bind_int (statement, ":limit", limit);
  while (sc_statement_next (statement, error))
    {
      ScCompanyDeal *row = g_new0 (ScCompanyDeal, 1);

      row->deal = sc_deal_table_read (statement);
      row->process_name = sc_statement_dup_text (statement, SC_N_DEAL_COLUMNS);
      row->stage_name = sc_statement_dup_text (statement, SC_N_DEAL_COLUMNS + 1);
      g_ptr_array_add (deals, row);
    }

  return sc_statement_has_failed (statement) ? NULL : g_steal_pointer (&deals);
}
