/* SPDX-License-Identifier: GPL-3.0-or-later */

/* Writes deals as a table, row by row, for the export of the window and of the command
 * line. */

#include "exchange/sc-deals-csv.h"

#include "exchange/sc-import-field.h"
#include "files/sc-csv-writer.h"
#include "model/sc-contact-text.h"

static char *
format_plain (const ScDealColumn *column,
              const ScDeal       *deal)
{
  if (column->kind == SC_DEAL_COLUMN_DATE)
    return sc_date_to_string (sc_deal_column_get_date (column, deal));

  return g_strdup (sc_deal_column_get_text (column, deal));
}

static char *
format (ScImportField field,
        const ScDeal *deal,
        GHashTable   *stage_names,
        GPtrArray    *contacts)
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
    case SC_IMPORT_NEXT_STEP:
      return g_strdup (deal->next_step);
    case SC_IMPORT_NEXT_STEP_DUE:
      return sc_date_to_string (deal->next_step_due);
    case SC_IMPORT_NEXT_STEP_TIME:
      return sc_day_time_to_string (deal->next_step_time);
    case SC_IMPORT_CONTACTS:
      return sc_contacts_to_text (contacts);
    default:
      return format_plain (sc_import_field_get_column (field), deal);
    }
}

/* How often stages ask the same. */
static guint
count_asked (const ScVersion *version,
             const char      *text)
{
  guint n = 0;

  for (guint i = 0; i < version->stages->len; i++)
    {
      const ScStage *stage = sc_version_get_stage (version, i);

      for (guint j = 0; j < stage->criteria->len; j++)
        n += sc_name_equal (((ScCriterion *) stage->criteria->pdata[j])->text, text);
    }

  return n;
}

/* No field is called so, and an import leaves the column out. */
static char *
make_header (const ScVersion   *version,
             const ScStage     *stage,
             const ScCriterion *criterion)
{
  if (count_asked (version, criterion->text) > 1)
    return g_strdup_printf ("answer: %s (%s)", criterion->text, stage->name);

  return g_strdup_printf ("answer: %s", criterion->text);
}

static guint
count_criteria (const ScVersion *version)
{
  guint n = 0;

  for (guint i = 0; version != NULL && i < version->stages->len; i++)
    n += sc_version_get_stage (version, i)->criteria->len;

  return n;
}

static void
append_criterion_headers (GString         *text,
                          const ScVersion *version)
{
  guint n_left = count_criteria (version);

  for (guint i = 0; n_left > 0 && i < version->stages->len; i++)
    {
      const ScStage *stage = sc_version_get_stage (version, i);

      for (guint j = 0; j < stage->criteria->len; j++)
        {
          g_autofree char *header = make_header (version, stage, stage->criteria->pdata[j]);

          sc_csv_append (text, header, --n_left == 0);
        }
    }
}

/**
 * sc_deals_csv_append_headers:
 * @text: an empty table
 * @version: (nullable): the published version of the deals' process, whose exit criteria
 *   have a column each
 *
 * Begins a table of deals, which an import knows by its headers.
 */
void
sc_deals_csv_append_headers (GString         *text,
                             const ScVersion *version)
{
  gboolean has_criteria = count_criteria (version) > 0;

  for (guint i = 0; i < SC_N_EXPORT_FIELDS; i++)
    sc_csv_append (text, sc_import_field_get_id (i), i == SC_N_EXPORT_FIELDS - 1 && !has_criteria);
  append_criterion_headers (text, version);
}

static char *
format_answer (const ScDealCriterion *row)
{
  ScMoney money = sc_answer_get_money (row->answer);
  g_autofree char *amount = NULL;

  if (row->state == SC_ANSWER_STATE_NOT_TOLD)
    return g_strdup (sc_answer_state_get_id (row->state));
  if (row->state == SC_ANSWER_STATE_OPEN)
    return NULL;
  if (!sc_money_is_set (money))
    return g_strdup (row->answer->value);

  amount = sc_money_to_plain (money);

  return g_strdup_printf ("%s %s", amount, money.currency);
}

static void
append_answers (GString   *text,
                GPtrArray *criteria,
                gboolean   is_raw)
{
  for (guint i = 0; i < criteria->len; i++)
    {
      const ScDealCriterion *row = criteria->pdata[i];
      g_autofree char *cell = format_answer (row);
      gboolean is_words = row->answer != NULL
                          && (row->answer->type == SC_ANSWER_TEXT || row->answer->type == SC_ANSWER_CHOICE);
      gboolean is_last = i == criteria->len - 1;

      /* A number stays one. */
      if (is_words && !is_raw)
        sc_csv_append_text (text, cell, is_last);
      else
        sc_csv_append (text, cell, is_last);
    }
}

/**
 * sc_deals_csv_append:
 * @text: a table of deals
 * @deal: a deal
 * @stage_names: (element-type utf8 utf8): what stages are called
 * @contacts: (nullable) (element-type ScContact): whom the deal is about
 * @criteria: (element-type ScDealCriterion): where the exit criteria stand for which the
 *   table has columns
 * @is_raw: whether texts stand as they are, though a spreadsheet may run them
 *
 * Adds a deal's row.
 */
void
sc_deals_csv_append (GString      *text,
                     const ScDeal *deal,
                     GHashTable   *stage_names,
                     GPtrArray    *contacts,
                     GPtrArray    *criteria,
                     gboolean      is_raw)
{
  for (guint i = 0; i < SC_N_EXPORT_FIELDS; i++)
    {
      g_autofree char *cell = format (i, deal, stage_names, contacts);
      gboolean is_last = i == SC_N_EXPORT_FIELDS - 1 && criteria->len == 0;

      /* An amount stays a number. */
      if (is_raw || i == SC_IMPORT_VALUE)
        sc_csv_append (text, cell, is_last);
      else
        sc_csv_append_text (text, cell, is_last);
    }
  append_answers (text, criteria, is_raw);
}
