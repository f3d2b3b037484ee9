/* SPDX-License-Identifier: GPL-3.0-or-later */

/* What a row of a table says of its deal. */

#include "exchange/sc-import-source-private.h"

#include <glib/gi18n-lib.h>
#include <string.h>

#include "exchange/sc-cell.h"
#include "exchange/sc-import-amount.h"
#include "exchange/sc-import-entry.h"
#include "exchange/sc-limits.h"
#include "model/sc-refusal.h"

static void
add_note (ScImportSource *self,
          const char     *text)
{
  if (self->note->len > 0)
    g_string_append_c (self->note, '\n');
  g_string_append (self->note, text);
  self->texts[SC_IMPORT_NOTE] = self->note->str;
}

/* Where a field has several columns the first with a text counts; notes are
 * joined. */
static void
gather (ScImportSource *self)
{
  guint n_uses = sc_import_mapping_get_n_uses (self->mapping);
  guint n_fields = MIN (sc_csv_reader_get_n_fields (self->reader), self->n_columns);

  self->is_gathered = TRUE;
  g_string_truncate (self->note, 0);
  for (guint i = 0; i < SC_N_IMPORT_FIELDS; i++)
    self->texts[i] = "";
  for (guint i = 0; i < n_uses; i++)
    {
      ScImportUse use = sc_import_mapping_get_use (self->mapping, i);
      char *text;

      if (use.field == SC_IMPORT_NOTHING || use.column >= n_fields)
        continue;
      text = sc_csv_reader_get_field (self->reader, use.column);
      /* Once for each column: it may be several fields. */
      if (i < self->n_columns)
        sc_cell_read (text, self->mapping->format.is_raw);
      if (self->texts[use.field][0] == '\0')
        self->columns[use.field] = use.column;
      if (text[0] == '\0')
        continue;
      if (use.field == SC_IMPORT_NOTE)
        add_note (self, text);
      else if (self->texts[use.field][0] == '\0')
        self->texts[use.field] = text;
    }
}

/* Empty fields at the end may be too many, as spreadsheets leave them, or be missing. */
static gboolean
check_n_fields (ScImportSource *self)
{
  guint n_fields = sc_csv_reader_get_n_fields (self->reader);

  while (n_fields > self->n_columns && sc_csv_reader_get_field (self->reader, n_fields - 1)[0] == '\0')
    n_fields--;
  if (n_fields <= self->n_columns)
    return TRUE;

  return sc_import_source_refuse_column (self, -1, g_strdup_printf (_("This row’s number of fields is %1$u, and the first row’s is %2$u."),
                                                                    sc_csv_reader_get_n_fields (self->reader), self->n_columns));
}

static gboolean
check_quotes (ScImportSource *self)
{
  guint field;
  const char *fault = sc_csv_reader_get_fault (self->reader, &field);

  return fault == NULL || sc_import_source_refuse_column (self, field < self->n_columns ? (int) field : -1, g_strdup (fault));
}

/* Of a note, of several people, and of what deals keep though it is long. */
static gboolean
may_be_long (ScImportField field)
{
  return field == SC_IMPORT_NOTE || field == SC_IMPORT_CONTACTS || field == SC_IMPORT_LOSS_REASON || field == SC_IMPORT_NEXT_STEP;
}

static gboolean
check_lengths (ScImportSource *self)
{
  for (guint i = 0; i < SC_N_IMPORT_FIELDS; i++)
    if (self->texts[i][0] != '\0' && strlen (self->texts[i]) > (may_be_long (i) ? SC_MAX_FIELD_BYTES : SC_MAX_TEXT_BYTES))
      return sc_import_source_refuse (self, i, _("“%s” is too long."));

  return TRUE;
}

static gboolean
read_date (ScImportSource *self,
           ScImportField   field,
           ScImportRow    *row)
{
  ScDateOrder order = self->mapping->orders[self->columns[field]];
  ScDate date;

  if (!sc_date_order_read (order, self->texts[field], &date))
    return sc_import_source_refuse (self, field, _("“%s” is not a date, as the dates of this column are written."));
  if (date < self->first_date || date > self->last_date)
    return sc_import_source_refuse (self, field, _("“%s” is out of range."));

  sc_deal_column_set_date (sc_import_field_get_column (field), row, date);

  return TRUE;
}

static gboolean
is_day_of_deal (ScImportField field)
{
  const ScDealColumn *column = sc_import_field_get_column (field);

  return column != NULL && column->kind == SC_DEAL_COLUMN_DATE;
}

static gboolean
check_days (ScImportSource    *self,
            const ScImportRow *row)
{
  /* What deals of our own tables have may be so here, which only they tell. */
  if (!self->is_ours && row->closed != SC_DATE_NONE && row->closed < row->started)
    return sc_import_source_refuse (self, SC_IMPORT_CLOSED, _("“%s” is before the day on which the deal began."));
  if (row->parked_until != SC_DATE_NONE && row->parked_until > sc_clock_today () + SC_PARKED_DAYS_MAX)
    return sc_import_source_refuse (self, SC_IMPORT_PARKED_UNTIL, _("“%s” is out of range."));

  return TRUE;
}

static gboolean
read_dates (ScImportSource *self,
            ScImportRow    *row)
{
  for (guint i = 0; i < SC_N_EXPORT_FIELDS; i++)
    if (self->texts[i][0] != '\0' && is_day_of_deal (i) && !read_date (self, i, row))
      return FALSE;

  /* Many programs have one column for the day on which a deal closed, or on
   * which it should. */
  if (row->status == SC_DEAL_OPEN)
    {
      if (row->expected_close == SC_DATE_NONE)
        row->expected_close = row->closed;
      row->closed = SC_DATE_NONE;
    }

  /* Nobody else is a client, and nothing else is parked. */
  if (!sc_deal_status_is_client (row->status))
    row->won_on = SC_DATE_NONE;
  if (!sc_deal_status_is_standing (row->status))
    row->parked_until = SC_DATE_NONE;

  return check_days (self, row);
}

static gboolean
read_value (ScImportSource *self,
            ScImportRow    *row)
{
  char currency[4];

  if (self->texts[SC_IMPORT_VALUE][0] == '\0')
    return TRUE;
  if (!sc_import_choose_currency (self->texts[SC_IMPORT_CURRENCY], self->mapping->currency, currency))
    return sc_import_source_refuse (self, SC_IMPORT_CURRENCY, _("“%s” is not a currency."));

  switch (sc_import_read_amount (self->texts[SC_IMPORT_VALUE], currency,
                                 self->mapping->decimal_marks[self->columns[SC_IMPORT_VALUE]], &row->value))
    {
    case SC_AMOUNT_READ:
    case SC_AMOUNT_NOTHING:
      return TRUE;

    case SC_AMOUNT_NEGATIVE:
      return sc_import_source_refuse (self, SC_IMPORT_VALUE, _("“%s” is negative, which a deal’s value is not."));

    case SC_AMOUNT_TOO_EXACT:
      return sc_import_source_refuse (self, SC_IMPORT_VALUE, _("“%s” has more decimals than its currency."));

    case SC_AMOUNT_WRONG:
    default:
      return sc_import_source_refuse (self, SC_IMPORT_VALUE, _("“%s” is not a valid amount."));
    }
}

static void
read_texts (ScImportSource *self,
            ScImportRow    *row)
{
  for (guint i = 0; i < SC_IMPORT_NEXT_STEP; i++)
    {
      const ScDealColumn *column = sc_import_field_get_column (i);

      if (column != NULL && sc_deal_column_is_text (column))
        sc_deal_column_lend_text (column, row, self->texts[i]);
    }
  row->company = (char *) self->texts[SC_IMPORT_COMPANY];
  row->person = (char *) self->texts[SC_IMPORT_PERSON];
  row->phone = (char *) self->texts[SC_IMPORT_PHONE];
  row->email = (char *) self->texts[SC_IMPORT_EMAIL];
  row->owner = (char *) self->texts[SC_IMPORT_OWNER];
  row->next_step = (char *) self->texts[SC_IMPORT_NEXT_STEP];
  /* That is for those that were lost. */
  row->loss_reason = NULL;
}

static gboolean
has_name (ScImportSource *self)
{
  for (guint i = 0; i < SC_N_IMPORT_FIELDS; i++)
    if (sc_import_field_names_deal (i) && self->texts[i][0] != '\0')
      return TRUE;

  return sc_import_source_refuse_column (self, -1, g_strdup (_("The row has nothing to name the deal by.")));
}

/**
 * sc_import_source_read_row:
 * @self: a table's rows
 * @row: (out): the present row's deal
 *
 * Returns: whether it can be taken; it is refused where it can't
 */
gboolean
sc_import_source_read_row (ScImportSource *self,
                           ScImportRow    *row)
{
  memset (row, 0, sizeof *row);
  self->is_gathered = FALSE;
  if (!check_quotes (self) || !check_n_fields (self))
    return FALSE;

  gather (self);
  read_texts (self, row);

  return check_lengths (self) && has_name (self) && sc_import_source_read_stage (self, row) && read_value (self, row) && read_dates (self, row)
         && sc_import_source_read_step (self, row) && sc_import_source_read_contacts (self, row) && sc_import_source_read_entries (self, row);
}

/**
 * sc_import_source_read_entry:
 * @self: the rows of a history of stages
 * @row: (out): what the present row tells: a deal came into a stage, or was lost
 *
 * Returns: whether it can be taken; it is refused where it can't
 */
gboolean
sc_import_source_read_entry (ScImportSource     *self,
                             ScImportHistoryRow *row)
{
  ScTargetKind kind;

  memset (row, 0, sizeof *row);
  self->is_gathered = FALSE;
  if (!check_quotes (self) || !check_n_fields (self))
    return FALSE;

  gather (self);
  if (!check_lengths (self))
    return FALSE;

  row->external_id = self->texts[SC_IMPORT_EXTERNAL_ID];
  if (row->external_id[0] == '\0')
    return sc_import_source_refuse_column (self, (int) self->columns[SC_IMPORT_EXTERNAL_ID], g_strdup (_("The row does not say of which deal it is.")));
  if (self->texts[SC_IMPORT_ENTERED][0] == '\0')
    return sc_import_source_refuse_column (self, (int) self->columns[SC_IMPORT_ENTERED], g_strdup (_("The row does not say when the deal came into the stage.")));
  if (!sc_import_source_find_target (self, &kind, &row->stage_id))
    return FALSE;

  row->is_lost = kind == SC_TARGET_LOST;
  row->stage_id = sc_target_get_stage (kind, row->stage_id, self->version);
  if (!row->is_lost && row->stage_id == NULL)
    return sc_import_source_refuse (self, SC_IMPORT_STAGE, _("“%s” is not a stage of the process."));

  return sc_import_source_read_instant (self, SC_IMPORT_ENTERED, &row->entered_at, &row->is_day);
}
