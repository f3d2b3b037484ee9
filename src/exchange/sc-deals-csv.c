/* SPDX-License-Identifier: GPL-3.0-or-later */

#include "exchange/sc-deals-csv.h"

#include "exchange/sc-csv-writer.h"
#include "exchange/sc-import-field.h"

static void
append_date (GString *text,
             ScDate   date)
{
  g_autofree char *shown = sc_date_to_string (date);

  sc_csv_append (text, shown, FALSE);
}

/**
 * sc_deals_csv_append_headers:
 * @text: an empty table
 *
 * Begins a table of deals, which an import knows by its headers.
 */
void
sc_deals_csv_append_headers (GString *text)
{
  for (guint i = 0; i < SC_N_EXPORT_FIELDS; i++)
    sc_csv_append (text, sc_import_field_get_id (i), i == SC_N_EXPORT_FIELDS - 1);
}

/**
 * sc_deals_csv_append:
 * @text: a table of deals
 * @deal: a deal
 * @stage_names: (element-type utf8 utf8): what stages are called
 *
 * Adds a deal's row.
 */
void
sc_deals_csv_append (GString      *text,
                     const ScDeal *deal,
                     GHashTable   *stage_names)
{
  g_autofree char *value = sc_money_to_plain (deal->value);

  sc_csv_append (text, deal->external_id, FALSE);
  sc_csv_append (text, deal->title, FALSE);
  sc_csv_append (text, deal->company, FALSE);
  sc_csv_append (text, deal->person, FALSE);
  sc_csv_append (text, deal->owner, FALSE);
  sc_csv_append (text, deal->source, FALSE);
  sc_csv_append (text, deal->label, FALSE);
  sc_csv_append (text, g_hash_table_lookup (stage_names, deal->stage_id), FALSE);
  sc_csv_append (text, sc_deal_status_get_id (deal->status), FALSE);
  sc_csv_append (text, value, FALSE);
  sc_csv_append (text, deal->value.currency, FALSE);
  append_date (text, deal->started);
  append_date (text, deal->closed);
  append_date (text, deal->expected_close);
  sc_csv_append (text, deal->loss_reason, FALSE);
  sc_csv_append (text, deal->notes, TRUE);
}
