/* SPDX-License-Identifier: GPL-3.0-or-later */

#include "exchange/sc-import-source-private.h"

#include <glib/gi18n-lib.h>
#include <string.h>

#include "exchange/sc-cell.h"
#include "exchange/sc-exchange-error.h"
#include "exchange/sc-import-amount.h"
#include "exchange/sc-import-entry.h"
#include "exchange/sc-limits.h"
#include "model/sc-name.h"

#define N_A_LOOK 1024

/* How many texts of the stage column are remembered. */
#define MAX_TARGETS 1000

/* What a deal can keep. */
#define MAX_TEXT_BYTES 1000

/* Days further away are a mistake. */
#define FIRST_YEAR 1900
#define LAST_YEAR 2199

static void
target_free (gpointer data)
{
  ScTarget *target = data;

  g_free (target->stage_id);
  g_free (target);
}

static gboolean
read_headers (ScImportSource *self,
              GError        **error)
{
  g_autoptr (GStrvBuilder) headers = g_strv_builder_new ();

  GError *own_error = NULL;

  if (!sc_csv_reader_read_headers (self->reader, &own_error))
    {
      if (own_error == NULL)
        own_error = g_error_new_literal (SC_EXCHANGE_ERROR, SC_EXCHANGE_ERROR_INVALID, _("The table is empty now."));
      g_propagate_error (error, own_error);
      return FALSE;
    }

  self->n_columns = sc_csv_reader_get_n_fields (self->reader);
  for (guint i = 0; i < self->n_columns; i++)
    {
      const char *header = sc_text_strip (sc_csv_reader_get_field (self->reader, i));

      g_strv_builder_take (headers, header[0] != '\0' ? g_strdup (header) : g_strdup_printf (_("Column %u"), i + 1));
    }
  self->headers = g_strv_builder_end (headers);

  return TRUE;
}

/**
 * sc_import_source_open:
 * @path: a table
 * @mapping: how it is read
 * @version: the version along which deals are worked
 * @progress: (nullable): how far it is, in thousandths, kept up atomically
 * @error: of %SC_EXCHANGE_ERROR or %SC_FILES_ERROR
 *
 * Returns: (transfer full): the table's rows
 */
ScImportSource *
sc_import_source_open (const char            *path,
                       const ScImportMapping *mapping,
                       const ScVersion       *version,
                       int                   *progress,
                       GError               **error)
{
  g_autoptr (ScCsvReader) reader = sc_csv_reader_open (path, mapping->format.encoding, error);
  g_autoptr (ScImportSource) self = NULL;

  if (reader == NULL)
    return NULL;

  self = g_new0 (ScImportSource, 1);
  self->reader = g_steal_pointer (&reader);
  self->mapping = sc_import_mapping_copy (mapping);
  self->version = sc_version_ref ((ScVersion *) version);
  self->progress = progress;
  self->note = g_string_new (NULL);
  self->targets = g_hash_table_new_full (g_str_hash, g_str_equal, g_free, target_free);
  self->refusals = g_ptr_array_new_with_free_func ((GDestroyNotify) sc_refusal_free);
  self->first_date = sc_date_new (FIRST_YEAR, 1, 1);
  self->last_date = sc_date_new (LAST_YEAR, 12, 31);
  self->entry_columns = g_array_new (FALSE, FALSE, sizeof (EntryColumn));
  self->entries = g_array_new (FALSE, FALSE, sizeof (ScStageEntry));
  if (!read_headers (self, error))
    return NULL;

  sc_import_source_find_entry_columns (self);

  return g_steal_pointer (&self);
}

/**
 * sc_import_source_free:
 * @self: (transfer full): a table's rows
 */
void
sc_import_source_free (ScImportSource *self)
{
  sc_csv_reader_free (self->reader);
  sc_import_mapping_free (self->mapping);
  sc_version_unref (self->version);
  g_strfreev (self->headers);
  g_string_free (self->note, TRUE);
  g_hash_table_unref (self->targets);
  g_array_unref (self->entry_columns);
  g_array_unref (self->entries);
  g_clear_pointer (&self->last_rows, g_hash_table_unref);
  g_ptr_array_unref (self->refusals);
  g_free (self);
}

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

static gboolean
check_lengths (ScImportSource *self)
{
  for (guint i = 0; i < SC_N_IMPORT_FIELDS; i++)
    if (strlen (self->texts[i]) > (i == SC_IMPORT_NOTE ? SC_MAX_FIELD_BYTES : MAX_TEXT_BYTES))
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

  if (self->texts[field][0] == '\0')
    return TRUE;
  if (!sc_date_order_read (order, self->texts[field], &date))
    return sc_import_source_refuse (self, field, _("“%s” is no date, as the dates of this column are written."));
  if (date < self->first_date || date > self->last_date)
    return sc_import_source_refuse (self, field, _("“%s” is no day on which anybody deals."));

  sc_deal_column_set_date (sc_import_field_get_column (field), row, date);

  return TRUE;
}

static gboolean
read_dates (ScImportSource *self,
            ScImportRow    *row)
{
  for (guint i = 0; i < SC_N_EXPORT_FIELDS; i++)
    if (sc_import_field_is_date (i) && !read_date (self, i, row))
      return FALSE;

  /* Many programs have one column for the day on which a deal closed, or on
   * which it should. */
  if (row->status == SC_DEAL_OPEN)
    {
      if (row->expected_close == SC_DATE_NONE)
        row->expected_close = row->closed;
      row->closed = SC_DATE_NONE;
    }

  if (row->closed != SC_DATE_NONE && row->closed < row->started)
    return sc_import_source_refuse (self, SC_IMPORT_CLOSED, _("“%s” is before the day on which the deal began."));

  return TRUE;
}

static gboolean
read_value (ScImportSource *self,
            ScImportRow    *row)
{
  char currency[4];

  g_strlcpy (currency, self->mapping->currency[0] != '\0' ? self->mapping->currency : sc_currency_get_default (),
             sizeof currency);
  if (self->texts[SC_IMPORT_VALUE][0] == '\0')
    return TRUE;
  if (!sc_import_currency_is_unsaid (self->texts[SC_IMPORT_CURRENCY])
      && !sc_import_read_currency (self->texts[SC_IMPORT_CURRENCY], self->mapping->currency, currency))
    return sc_import_source_refuse (self, SC_IMPORT_CURRENCY, _("“%s” is no currency."));

  switch (sc_import_read_amount (self->texts[SC_IMPORT_VALUE], currency,
                                 self->mapping->decimal_marks[self->columns[SC_IMPORT_VALUE]], &row->value))
    {
    case SC_AMOUNT_TEXT_READ:
    case SC_AMOUNT_TEXT_NOTHING:
      return TRUE;

    case SC_AMOUNT_TEXT_NEGATIVE:
      return sc_import_source_refuse (self, SC_IMPORT_VALUE, _("“%s” is negative, which a deal’s value is not."));

    case SC_AMOUNT_TEXT_TOO_EXACT:
      return sc_import_source_refuse (self, SC_IMPORT_VALUE, _("“%s” has more decimals than its currency."));

    case SC_AMOUNT_TEXT_WRONG:
    default:
      return sc_import_source_refuse (self, SC_IMPORT_VALUE, _("“%s” is no amount that can be kept."));
    }
}

/* What was said of the text counts; else what it says itself. */
static ScTarget *
choose_target (ScImportSource *self,
               const char     *text)
{
  const ScTarget *told = sc_import_mapping_get_target (self->mapping, text);
  ScTarget *target = g_new0 (ScTarget, 1);
  const char *stage_id = NULL;

  if (told != NULL)
    {
      target->kind = told->kind;
      stage_id = told->stage_id;
    }
  else if (text[0] == '\0')
    {
      target->kind = SC_TARGET_OPEN;
    }
  else
    {
      sc_target_guess (self->version, text, &target->kind, &stage_id);
    }
  target->stage_id = g_strdup (stage_id);

  /* A column with so many texts is no stage, and each of them is refused. */
  if (g_hash_table_size (self->targets) == MAX_TARGETS)
    g_hash_table_remove_all (self->targets);
  g_hash_table_insert (self->targets, g_strdup (text), target);

  return target;
}

static gboolean
find_target (ScImportSource *self,
             ScTargetKind   *kind,
             const char    **stage_id)
{
  const char *text = self->texts[SC_IMPORT_STAGE];
  const ScTarget *target = g_hash_table_lookup (self->targets, text);

  if (target == NULL)
    target = choose_target (self, text);
  *kind = target->kind;
  *stage_id = target->stage_id;

  return *kind != SC_TARGET_NONE || sc_import_source_refuse (self, SC_IMPORT_STAGE, _("“%s” is no stage of the process."));
}

static gboolean
is_behind_mark (ScImportSource *self,
                const char     *stage_id)
{
  guint position;

  return stage_id != NULL && sc_version_find_stage (self->version, stage_id, &position) != NULL &&
         (int) position > sc_version_get_mark_position (self->version);
}

/* A day on which it was lost is no reason. */
static const char *
get_loss_reason (ScImportSource *self)
{
  guint column = self->columns[SC_IMPORT_LOSS_REASON];

  return sc_import_field_is_date (self->mapping->fields[column]) ? "" : self->texts[SC_IMPORT_LOSS_REASON];
}

/* A lost deal keeps the stage that it was lost in; behind the client mark it
 * ended early. */
static void
set_status (ScImportSource *self,
            ScTargetKind    kind,
            ScImportRow    *row)
{
  switch (kind)
    {
    case SC_TARGET_WON:
      row->status = SC_DEAL_WON;
      if (!is_behind_mark (self, row->stage_id))
        row->stage_id = NULL;
      break;

    case SC_TARGET_LOST:
      row->status = is_behind_mark (self, row->stage_id) ? SC_DEAL_ENDED_EARLY : SC_DEAL_LOST;
      row->loss_reason = (char *) get_loss_reason (self);
      break;

    case SC_TARGET_COMPLETED:
      row->status = SC_DEAL_COMPLETED;
      break;

    case SC_TARGET_STAGE:
    case SC_TARGET_OPEN:
    case SC_TARGET_NONE:
    default:
      row->status = is_behind_mark (self, row->stage_id) ? SC_DEAL_WON : SC_DEAL_OPEN;
    }
}

/* What a column of yes and no says; FALSE where that is neither. */
static gboolean
read_flag (ScImportSource *self,
           ScImportField   field,
           gboolean       *is_set,
           gboolean       *flag)
{
  *is_set = self->texts[field][0] != '\0';
  if (*is_set && !sc_import_flag_from_text (self->texts[field], flag))
    return sc_import_source_refuse (self, field, _("“%s” says neither yes nor no."));

  return TRUE;
}

/* Whether it is closed, and won, where columns say so: they go before the stage's
 * name. A deal that is closed is lost where it is not said to be won. */
static gboolean
read_flags (ScImportSource *self,
            ScTargetKind   *kind)
{
  gboolean says_closed, is_closed, says_won, is_won;

  if (!read_flag (self, SC_IMPORT_IS_CLOSED, &says_closed, &is_closed)
      || !read_flag (self, SC_IMPORT_IS_WON, &says_won, &is_won))
    return FALSE;

  if (says_won && is_won)
    *kind = SC_TARGET_WON;
  else if (says_won && says_closed && is_closed)
    *kind = SC_TARGET_LOST;
  else if (says_closed && !is_closed)
    *kind = *kind == SC_TARGET_STAGE ? SC_TARGET_STAGE : SC_TARGET_OPEN;
  else if (says_closed && (*kind == SC_TARGET_STAGE || *kind == SC_TARGET_OPEN))
    return sc_import_source_refuse (self, SC_IMPORT_IS_CLOSED, _("“%s”: the deal is closed, and nothing says whether it was won or lost."));

  return TRUE;
}

static gboolean
read_stage (ScImportSource *self,
            ScImportRow    *row)
{
  ScTargetKind kind, status;
  const char *stage_id;

  if (!find_target (self, &kind, &stage_id))
    return FALSE;
  row->stage_id = (char *) stage_id;

  if (self->texts[SC_IMPORT_STATUS][0] != '\0')
    {
      if (!sc_status_guess (self->texts[SC_IMPORT_STATUS], &status))
        return sc_import_source_refuse (self, SC_IMPORT_STATUS, _("“%s” is no status of a deal."));
      /* What the stage says of the end counts, where the status says none. */
      if (status != SC_TARGET_OPEN)
        kind = status;
    }
  else if (self->texts[SC_IMPORT_LOSS_REASON][0] != '\0' && (kind == SC_TARGET_STAGE || kind == SC_TARGET_OPEN))
    {
      /* No program tells why a deal was lost that is not. */
      kind = SC_TARGET_LOST;
    }
  if (!read_flags (self, &kind))
    return FALSE;
  /* Where open deals stand of which the table does not say it, is nothing that it
   * says of the others. */
  if (self->texts[SC_IMPORT_STAGE][0] == '\0' && kind != SC_TARGET_STAGE)
    row->stage_id = NULL;
  set_status (self, kind, row);

  return TRUE;
}

static void
read_texts (ScImportSource *self,
            ScImportRow    *row)
{
  for (guint i = 0; i < SC_N_EXPORT_FIELDS; i++)
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
  /* That is for those that were lost. */
  row->loss_reason = NULL;
}

static gboolean
has_name (ScImportSource *self)
{
  for (guint i = 0; i < SC_N_IMPORT_FIELDS; i++)
    if (sc_import_field_names_deal (i) && self->texts[i][0] != '\0')
      return TRUE;

  return sc_import_source_refuse_column (self, -1, g_strdup (_("The row has nothing that the deal could be called by.")));
}

static gboolean
read_row (ScImportSource *self,
          ScImportRow    *row)
{
  memset (row, 0, sizeof *row);
  self->is_gathered = FALSE;
  if (!check_quotes (self) || !check_n_fields (self))
    return FALSE;

  gather (self);
  read_texts (self, row);

  return check_lengths (self) && has_name (self) && read_stage (self, row) && read_value (self, row) && read_dates (self, row)
         && sc_import_source_read_entries (self, row);
}

/* A row of a history: a deal came into a stage, or was lost. */
static gboolean
read_entry (ScImportSource     *self,
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
  if (!find_target (self, &kind, &row->stage_id))
    return FALSE;

  row->is_lost = kind == SC_TARGET_LOST;
  row->stage_id = sc_target_get_stage (kind, row->stage_id, self->version);
  if (!row->is_lost && row->stage_id == NULL)
    return sc_import_source_refuse (self, SC_IMPORT_STAGE, _("“%s” is no stage of the process."));

  return sc_import_source_read_instant (self, &row->entered_at, &row->is_day);
}

/* Goes to the next row; %FALSE at the end, and with @error set. */
static gboolean
go_on (ScImportSource *self,
       GError        **error)
{
  if (!sc_csv_reader_next (self->reader, error))
    {
      if (self->progress != NULL)
        g_atomic_int_set (self->progress, 1000);
      return FALSE;
    }
  if (++self->n_read > SC_MAX_ROWS)
    {
      g_set_error (error, SC_EXCHANGE_ERROR, SC_EXCHANGE_ERROR_TOO_LARGE,
                   _("The table has more than %d rows. Split it, and import the parts."), SC_MAX_ROWS);
      return FALSE;
    }
  if (self->n_read % N_A_LOOK == 0 && self->progress != NULL)
    g_atomic_int_set (self->progress, (int) (sc_csv_reader_get_progress (self->reader) * 1000));

  return TRUE;
}

static gboolean
is_repeated (ScImportSource    *self,
             const ScImportRow *row)
{
  gpointer last;

  if (self->last_rows == NULL || !g_hash_table_lookup_extended (self->last_rows, row->external_id, NULL, &last)
      || GPOINTER_TO_UINT (last) == self->n_read)
    return FALSE;

  self->n_repeated++;

  return TRUE;
}

/**
 * sc_import_source_take_last_rows:
 * @self: a table's rows
 * @last_rows: (transfer full) (element-type utf8 guint): ids that several rows have,
 *   each with the number of the row that counts
 *
 * Passes over the other rows of these ids, and counts them.
 */
void
sc_import_source_take_last_rows (ScImportSource *self,
                                 GHashTable     *last_rows)
{
  g_clear_pointer (&self->last_rows, g_hash_table_unref);
  self->last_rows = last_rows;
}

/**
 * sc_import_source_next:
 * @self: a table's rows
 * @row: (out): the next deal, until the one after it is asked for
 * @error: of %SC_EXCHANGE_ERROR, where the table itself is wrong
 *
 * Passes over rows that can't be taken, and keeps why.
 *
 * Returns: whether there is one; %FALSE at the end, and with @error set
 */
gboolean
sc_import_source_next (ScImportSource *self,
                       ScImportRow    *row,
                       GError        **error)
{
  while (go_on (self, error))
    if (read_row (self, row) && !is_repeated (self, row))
      return TRUE;

  return FALSE;
}

/**
 * sc_import_source_next_entry:
 * @self: the rows of a history of stages
 * @row: (out): the next one, until the one after it is asked for
 * @error: of %SC_EXCHANGE_ERROR, where the table itself is wrong
 *
 * As sc_import_source_next().
 *
 * Returns: whether there is one; %FALSE at the end, and with @error set
 */
gboolean
sc_import_source_next_entry (ScImportSource     *self,
                             ScImportHistoryRow *row,
                             GError            **error)
{
  while (go_on (self, error))
    if (read_entry (self, row))
      return TRUE;

  return FALSE;
}

/**
 * sc_import_source_get_stages:
 * @self: a table's rows
 *
 * Returns: (transfer none): what the row that was given last tells of its deal's stages;
 *   the same struct for all of them
 */
const ScStageEntries *
sc_import_source_get_stages (ScImportSource *self)
{
  return &self->stages;
}

/**
 * sc_import_source_refuse_days:
 * @self: a table's rows
 *
 * The row that was given last is not taken: with what is known of its deal already, the
 * deal would end before it began.
 */
void
sc_import_source_refuse_days (ScImportSource *self)
{
  if (self->texts[SC_IMPORT_CLOSED][0] != '\0')
    sc_import_source_refuse (self, SC_IMPORT_CLOSED, _("“%s” is before the day on which the deal began."));
  else
    sc_import_source_refuse (self, SC_IMPORT_STARTED, _("“%s” is behind the day on which the deal was closed."));
}

/**
 * sc_import_source_refuse_unknown:
 * @self: the rows of a history of stages
 *
 * The row that was given last is not taken: there is no such deal.
 */
void
sc_import_source_refuse_unknown (ScImportSource *self)
{
  sc_import_source_refuse (self, SC_IMPORT_EXTERNAL_ID, _("The process has no deal with the id “%s”."));
}

/**
 * sc_import_source_get_text:
 * @self: a table's rows
 * @field: a field
 *
 * Returns: (transfer none): what the row that was given last has in the first of the
 *   field's columns that has anything; empty for nothing
 */
const char *
sc_import_source_get_text (const ScImportSource *self,
                           ScImportField         field)
{
  return self->texts[field];
}

/**
 * sc_import_source_get_n_read:
 * @self: a table's rows
 *
 * Returns: how many rows were read, the first row left out
 */
guint
sc_import_source_get_n_read (const ScImportSource *self)
{
  return self->n_read;
}

/**
 * sc_import_source_get_n_repeated:
 * @self: a table's rows
 *
 * Returns: how many rows were passed over because a later one has their id
 */
guint
sc_import_source_get_n_repeated (const ScImportSource *self)
{
  return self->n_repeated;
}
