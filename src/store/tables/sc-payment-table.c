/* SPDX-License-Identifier: GPL-3.0-or-later */

/* The statements about payments. */

#include "store/tables/sc-payment-table-private.h"

#include "model/sc-money.h"
#include "store/sc-rows.h"
#include "store/tables/sc-deal-rows-private.h"

static gpointer
read_row (ScStatement *statement)
{
  ScPayment *row = g_new0 (ScPayment, 1);

  row->id = sc_statement_get_int (statement, 0);
  row->deal_id = sc_statement_get_int (statement, 1);
  row->amount = sc_money_new (sc_statement_get_int (statement, 2), sc_statement_get_text (statement, 3));
  row->due = sc_date_parse (sc_statement_get_text (statement, 4));
  row->paid_on = sc_date_parse (sc_statement_get_text (statement, 5));
  row->note = sc_statement_dup_text (statement, 6);
  row->revision = sc_statement_get_int (statement, 7);

  return row;
}

/**
 * sc_payment_table_list:
 * @connection: a connection
 * @deal_id: a deal
 * @error: why it failed
 *
 * Returns: (transfer full) (element-type ScPayment): its payments, the first due first
 */
GPtrArray *
sc_payment_table_list (ScConnection *connection,
                       gint64        deal_id,
                       GError      **error)
{
  return sc_deal_rows_list (connection,
                            "SELECT id, deal_id, amount_minor, currency, due, paid_on, note, revision"
                            " FROM payment"
                            " WHERE deal_id = :deal_id AND deleted_by IS NULL"
                            " ORDER BY due IS NULL, due, id",
                            deal_id, read_row, (GDestroyNotify) sc_payment_free, error);
}
