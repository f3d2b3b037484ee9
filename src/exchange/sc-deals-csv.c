/* SPDX-License-Identifier: GPL-3.0-or-later */

#include "exchange/sc-deals-csv.h"

#include "exchange/sc-csv-writer.h"
#include "exchange/sc-import-field.h"

static char *
format_plain (const ScDealColumn *column,
              const ScDeal       *deal)
{
  if (column->kind == SC_DEAL_COLUMN_DATE)
    return sc_date_to_string (sc_deal_column_get_date (column, deal));

  return g_strdup (sc_deal_column_get_text (column, deal));
}

/* What follows from a deal's life and is not taken from a table. */
static const guint of_life[] = { SC_DEAL_PLAIN_won_on, SC_DEAL_PLAIN_parked_until };

static const ScDealColumn *
get_of_life (guint i)
{
  guint n_plain;

  return &sc_deal_columns_get_all (&n_plain)[of_life[i]];
}

static char *
format (ScImportField field,
        const ScDeal *deal,
        GHashTable   *stage_names)
{
  switch ((guint) field)
    {
    case SC_IMPORT_COMPANY:
      return g_strdup (deal->company);
    case SC_IMPORT_PERSON:
      return g_strdup (deal->person);
    case SC_IMPORT_PHONE:
      return g_strdup (deal->phone);
    case SC_IMPORT_EMAIL:
      return g_strdup (deal->email);
    case SC_IMPORT_OWNER:
      return g_strdup (deal->owner);
    case SC_IMPORT_STAGE:
      return g_strdup (g_hash_table_lookup (stage_names, deal->stage_id));
    case SC_IMPORT_STATUS:
      return g_strdup (sc_deal_status_get_id (deal->status));
    case SC_IMPORT_VALUE:
      return sc_money_to_plain (deal->value);
    case SC_IMPORT_CURRENCY:
      return g_strdup (deal->value.currency);
    default:
      return format_plain (sc_import_field_get_column (field), deal);
    }
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
    sc_csv_append (text, sc_import_field_get_id (i), FALSE);
  for (guint i = 0; i < G_N_ELEMENTS (of_life); i++)
    sc_csv_append (text, get_of_life (i)->member, i == G_N_ELEMENTS (of_life) - 1);
}

/**
 * sc_deals_csv_append:
 * @text: a table of deals
 * @deal: a deal
 * @stage_names: (element-type utf8 utf8): what stages are called
 * @is_raw: whether texts stand as they are, though a spreadsheet may run them
 *
 * Adds a deal's row.
 */
void
sc_deals_csv_append (GString      *text,
                     const ScDeal *deal,
                     GHashTable   *stage_names,
                     gboolean      is_raw)
{
  for (guint i = 0; i < SC_N_EXPORT_FIELDS; i++)
    {
      g_autofree char *cell = format (i, deal, stage_names);

      /* An amount stays a number. */
      if (is_raw || i == SC_IMPORT_VALUE)
        sc_csv_append (text, cell, FALSE);
      else
        sc_csv_append_text (text, cell, FALSE);
    }
  for (guint i = 0; i < G_N_ELEMENTS (of_life); i++)
    {
      g_autofree char *cell = format_plain (get_of_life (i), deal);

      sc_csv_append (text, cell, i == G_N_ELEMENTS (of_life) - 1);
    }
}
