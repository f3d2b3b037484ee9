/* SPDX-License-Identifier: GPL-3.0-or-later */

/* Imports a table as it was mapped, in one change, and counts what came of its rows. */

#include "exchange/sc-import-run.h"

#include <glib/gi18n-lib.h>

#include "change/sc-process-commands.h"
#include "exchange/sc-exchange-error.h"
#include "exchange/sc-header-currency.h"
#include "exchange/sc-import-repeats.h"

typedef struct {
  ScImportSource *source;
  gboolean is_dry;
  gboolean is_over;
} Run;

/**
 * sc_import_report_free:
 * @self: (transfer full): what came of an import
 */
void
sc_import_report_free (ScImportReport *self)
{
  g_clear_pointer (&self->refusals, g_ptr_array_unref);
  g_free (self);
}

/**
 * sc_import_total_to_text:
 * @total: deals that stand alike
 *
 * Returns: (transfer full): what they are worth in each currency, in the order in which
 *   the table has them; empty where no deal has a value
 */
char *
sc_import_total_to_text (const ScImportTotal *total)
{
  g_autoptr (GStrvBuilder) sums = g_strv_builder_new ();
  g_auto (GStrv) list = NULL;

  for (guint i = 0; i < total->n_sums; i++)
    g_strv_builder_take (sums, sc_money_to_text (total->sums[i]));
  if (total->is_partial)
    g_strv_builder_add (sums, _("and more"));
  list = g_strv_builder_end (sums);

  return g_strjoinv (" · ", list);
}

static gboolean
has_flags (const ScScanColumn *column)
{
  gboolean flag;

  for (guint i = 0; column->values != NULL && i < column->values->len; i++)
    {
      const ScScanValue *value = column->values->pdata[i];

      if (value->text[0] != '\0' && !sc_import_flag_from_text (value->text, &flag))
        return FALSE;
    }

  return column->values != NULL;
}

/* “Closed” is the day in some programs, and yes or no in others. What is neither stays a
 * day, and its rows are refused. */
static void
tell_flags_from_days (ScImportMapping    *mapping,
                      const ScImportScan *scan)
{
  for (guint i = 0; i < mapping->n_columns; i++)
    {
      const ScScanColumn *column = sc_import_scan_get_column (scan, i);

      if (mapping->fields[i] == SC_IMPORT_CLOSED && !column->dates.has_dates && column->dates.has_others && has_flags (column))
        sc_import_mapping_set_field (mapping, i, SC_IMPORT_IS_CLOSED);
    }
}

/* Where no column has the status, a deal with a day on which it was lost is
 * lost. */
static void
find_days_of_loss (ScImportMapping    *mapping,
                   const ScImportScan *scan)
{
  if (sc_import_mapping_has_field (mapping, SC_IMPORT_STATUS))
    return;

  for (guint i = 0; i < mapping->n_columns; i++)
    if (mapping->fields[i] == SC_IMPORT_CLOSED && sc_import_field_is_loss (scan->headers[i]))
      sc_import_mapping_add_field (mapping, i, SC_IMPORT_LOSS_REASON);
}

/**
 * sc_import_guess_history:
 * @scan: a look at a table
 *
 * Returns: (transfer full): how the table seems to be read as a history of stages
 */
ScImportMapping *
sc_import_guess_history (const ScImportScan *scan)
{
  ScImportMapping *mapping = sc_import_mapping_new (scan->columns->len);

  mapping->is_history = TRUE;
  sc_import_fields_guess_history ((const char *const *) scan->headers, mapping->fields);

  return mapping;
}

/**
 * sc_import_is_history:
 * @scan: a look at a table
 *
 * Returns: whether the table seems to tell when deals came into their stages, a row for
 *   each, and not what they are called
 */
gboolean
sc_import_is_history (const ScImportScan *scan)
{
  g_autoptr (ScImportMapping) deals = sc_import_guess_mapping (scan);
  g_autoptr (ScImportMapping) history = sc_import_guess_history (scan);

  return !sc_import_mapping_has_name (deals) && sc_import_mapping_is_whole_history (history);
}

/**
 * sc_import_guess_mapping:
 * @scan: a look at a table
 *
 * Returns: (transfer full): how the table seems to be read, from its headers
 */
ScImportMapping *
sc_import_guess_mapping (const ScImportScan *scan)
{
  ScImportMapping *mapping = sc_import_mapping_new (scan->columns->len);

  mapping->format = scan->format;
  sc_import_fields_guess ((const char *const *) scan->headers, mapping->fields);
  for (guint i = 0; i < mapping->n_columns; i++)
    mapping->is_unique[i] = sc_import_scan_get_column (scan, i)->is_unique;
  tell_flags_from_days (mapping, scan);
  find_days_of_loss (mapping, scan);

  return mapping;
}

/**
 * sc_import_mapping_take_orders:
 * @mapping: a mapping
 * @scan: a look at the table
 * @told: what a person said, or %SC_DATE_ORDER_UNKNOWN
 *
 * Sets the order of each column of dates: what a person said, else what its
 * dates tell, else none.
 */
void
sc_import_mapping_take_orders (ScImportMapping    *mapping,
                               const ScImportScan *scan,
                               ScDateOrder         told)
{
  for (guint i = 0; i < mapping->n_columns; i++)
    {
      ScDateOrder order = SC_DATE_ORDER_UNKNOWN;

      if (told == SC_DATE_ORDER_UNKNOWN &&
          !sc_date_evidence_get_order (&sc_import_scan_get_column (scan, i)->dates, &order))
        order = SC_DATE_ORDER_UNKNOWN;
      mapping->orders[i] = told != SC_DATE_ORDER_UNKNOWN ? told : order;
    }
}

/**
 * sc_import_mapping_find_unclear:
 * @mapping: a mapping with its orders
 * @scan: a look at the table
 *
 * Returns: the first column of dates that can be read in two ways and nobody
 *   has said which, or -1
 */
int
sc_import_mapping_find_unclear (const ScImportMapping *mapping,
                                const ScImportScan    *scan)
{
  for (guint i = 0; i < sc_import_mapping_get_n_uses (mapping); i++)
    {
      ScImportUse use = sc_import_mapping_get_use (mapping, i);

      if (sc_import_field_is_date (use.field) && mapping->orders[use.column] == SC_DATE_ORDER_UNKNOWN)
        return (int) use.column;
    }

  return -1;
}

static const ScScanColumn *
find_currency_column (const ScImportMapping *mapping,
                      const ScImportScan    *scan)
{
  int column = sc_import_mapping_find_column (mapping, SC_IMPORT_CURRENCY);

  return column >= 0 ? sc_import_scan_get_column (scan, (guint) column) : NULL;
}

static gboolean
read_header_currency (const ScImportMapping *mapping,
                      const ScImportScan    *scan,
                      char                   currency[4])
{
  int column = sc_import_mapping_find_column (mapping, SC_IMPORT_VALUE);
  g_autofree char *rest = column >= 0 ? sc_header_cut_currency (scan->headers[column], mapping->currency, currency) : NULL;

  return rest != NULL;
}

/**
 * sc_import_mapping_find_currency:
 * @mapping: a mapping with the currency that the table would be in otherwise
 * @scan: a look at the table
 * @currency: (out): a currency's code
 *
 * Finds the one currency of a table whose column has no other: rows that say none
 * are in it too. Where there is no such column, the header of the amounts may say it.
 *
 * Returns: whether there is one
 */
gboolean
sc_import_mapping_find_currency (const ScImportMapping *mapping,
                                 const ScImportScan    *scan,
                                 char                   currency[4])
{
  const ScScanColumn *column = find_currency_column (mapping, scan);
  gboolean is_found = FALSE;

  if (column == NULL)
    return read_header_currency (mapping, scan, currency);

  for (guint i = 0; column->values != NULL && i < column->values->len; i++)
    {
      const ScScanValue *value = column->values->pdata[i];
      char own[4];

      if (sc_import_currency_is_unsaid (value->text))
        continue;
      if (!sc_import_read_currency (value->text, mapping->currency, own) || (is_found && !g_str_equal (own, currency)))
        return FALSE;
      g_strlcpy (currency, own, sizeof own);
      is_found = TRUE;
    }

  return is_found;
}

/* What the amounts are in: what a column says, and for those that have none there
 * what the table is in. */
static GPtrArray *
list_currencies (const ScImportMapping *mapping,
                 const ScImportScan    *scan)
{
  const ScScanColumn *column = find_currency_column (mapping, scan);
  GPtrArray *currencies = g_ptr_array_new_with_free_func (g_free);
  char currency[4];

  for (guint i = 0; column != NULL && column->values != NULL && i < column->values->len; i++)
    if (sc_import_choose_currency (((ScScanValue *) column->values->pdata[i])->text, mapping->currency, currency))
      g_ptr_array_add (currencies, g_strdup (currency));
  if (currencies->len == 0)
    {
      sc_import_choose_currency ("", mapping->currency, currency);
      g_ptr_array_add (currencies, g_strdup (currency));
    }

  return currencies;
}

static gboolean
find_decimal_mark (const ScAmountEvidence *amounts,
                   GPtrArray              *currencies,
                   ScDecimalMark          *mark)
{
  for (guint i = 0; i < currencies->len; i++)
    if (!sc_amount_evidence_get_mark (amounts, currencies->pdata[i], mark))
      return FALSE;

  return TRUE;
}

/**
 * sc_import_mapping_take_decimal_marks:
 * @mapping: a mapping with its currency
 * @scan: a look at the table
 * @told: what a person said, or %SC_DECIMAL_MARK_UNKNOWN
 *
 * Sets the decimal mark of each column of amounts: what a person said, else what
 * its amounts tell, else none, and each amount tells by itself.
 */
void
sc_import_mapping_take_decimal_marks (ScImportMapping    *mapping,
                                      const ScImportScan *scan,
                                      ScDecimalMark       told)
{
  g_autoptr (GPtrArray) currencies = list_currencies (mapping, scan);

  for (guint i = 0; i < mapping->n_columns; i++)
    {
      mapping->decimal_marks[i] = told;
      if (told == SC_DECIMAL_MARK_UNKNOWN)
        find_decimal_mark (&sc_import_scan_get_column (scan, i)->amounts, currencies, &mapping->decimal_marks[i]);
    }
}

/**
 * sc_import_mapping_find_unclear_amounts:
 * @mapping: a mapping with its decimal marks
 * @scan: a look at the table
 *
 * Returns: the first column of amounts that can be read in two ways and nobody
 *   has said which, or -1
 */
int
sc_import_mapping_find_unclear_amounts (const ScImportMapping *mapping,
                                        const ScImportScan    *scan)
{
  g_autoptr (GPtrArray) currencies = list_currencies (mapping, scan);

  for (guint i = 0; i < sc_import_mapping_get_n_uses (mapping); i++)
    {
      ScImportUse use = sc_import_mapping_get_use (mapping, i);
      ScDecimalMark mark;

      if (use.field == SC_IMPORT_VALUE && mapping->decimal_marks[use.column] == SC_DECIMAL_MARK_UNKNOWN
          && !find_decimal_mark (&sc_import_scan_get_column (scan, use.column)->amounts, currencies, &mark))
        return (int) use.column;
    }

  return -1;
}

static gboolean
next_row (ScImportRow *row,
          gpointer     user_data,
          GError     **error)
{
  Run *run = user_data;
  GError *own_error = NULL;

  if (sc_import_source_next (run->source, row, &own_error))
    return TRUE;

  run->is_over = own_error == NULL;
  if (own_error != NULL)
    g_propagate_error (error, own_error);

  return FALSE;
}

static gboolean
next_entry (ScImportHistoryRow *row,
            gpointer            user_data,
            GError            **error)
{
  Run *run = user_data;
  GError *own_error = NULL;

  if (sc_import_source_next_entry (run->source, row, &own_error))
    return TRUE;

  run->is_over = own_error == NULL;
  if (own_error != NULL)
    g_propagate_error (error, own_error);

  return FALSE;
}

static void
refuse_unknown (gpointer user_data)
{
  Run *run = user_data;

  sc_import_source_refuse_unknown (run->source);
}

static void
refuse_fault (ScImportFault fault,
              gpointer      user_data)
{
  Run *run = user_data;

  sc_import_source_refuse_fault (run->source, fault);
}

static ScCommand *
make_command (Run                   *run,
              const char            *process_id,
              const char            *path,
              const ScImportMapping *mapping,
              ScImportCounts        *counts)
{
  g_autofree char *base = g_path_get_basename (path);
  g_autofree char *shown = g_filename_display_name (base);
  g_autofree char *name = g_strdup_printf (C_("undo import", "Import “%s”"), shown);

  if (mapping->is_history)
    return sc_command_import_history (process_id, name, next_entry, refuse_unknown, run, run->is_dry, counts);

  return sc_command_import_deals_with_more (process_id, name, next_row, refuse_fault, run,
                                            sc_import_source_get_beside (run->source), run->is_dry, counts);
}

/* A dry run goes the whole way and turns back at its end. */
static gboolean
has_turned_back (const Run    *run,
                 const GError *error)
{
  return run->is_dry && run->is_over && g_error_matches (error, G_IO_ERROR, G_IO_ERROR_CANCELLED);
}

static ScImportReport *
make_report (const Run             *run,
             const ScImportMapping *mapping,
             ScImportCounts         counts,
             const ScOutcome       *outcome)
{
  ScImportReport *report = g_new0 (ScImportReport, 1);

  report->n_read = sc_import_source_get_n_read (run->source);
  report->counts = counts;
  report->n_repeated = sc_import_source_get_n_repeated (run->source);
  report->n_refused = sc_import_source_get_n_refused (run->source);
  report->refusals = sc_import_source_steal_refusals (run->source);
  report->change_id = outcome != NULL ? outcome->change_id : 0;
  report->is_history = mapping->is_history;

  return report;
}

/* Where ids may repeat the table is read for that first. */
static gboolean
find_repeats (ScImportSource        *source,
              const char            *path,
              const ScImportMapping *mapping,
              const ScVersion       *version,
              GCancellable          *cancellable,
              GError               **error)
{
  GHashTable *last = NULL;

  if (mapping->is_history || !sc_import_mapping_may_repeat (mapping))
    return TRUE;

  last = sc_import_repeats_find (path, mapping, version, cancellable, error);
  if (last != NULL)
    sc_import_source_take_last_rows (source, last);

  return last != NULL;
}

/**
 * sc_import_run:
 * @store: a store
 * @process_id: a process of it
 * @version: what is published of it, as it was when @mapping was chosen
 * @path: a table
 * @mapping: how it is read
 * @is_dry: whether to write nothing, and only see what would come
 * @progress: (nullable): how far it is, in thousandths, kept up atomically
 * @cancellable: (nullable): to stop it
 * @error: why nothing of it was imported; %SC_STORE_ERROR_CONFLICT where
 *   something else is published by now
 *
 * Imports a table's deals, or what it tells of their stages, in one change. Rows
 * that can't be taken are left out and told; of several of a deal, in a table of
 * deals, the last counts.
 *
 * Returns: (transfer full): what came of it
 */
ScImportReport *
sc_import_run (ScStore               *store,
               const char            *process_id,
               const ScVersion       *version,
               const char            *path,
               const ScImportMapping *mapping,
               gboolean               is_dry,
               int                   *progress,
               GCancellable          *cancellable,
               GError               **error)
{
  g_autoptr (ScImportSource) source = sc_import_source_open (path, mapping, version, progress, error);
  g_autoptr (ScOutcome) outcome = NULL;
  g_autoptr (GError) own_error = NULL;
  ScImportCounts counts = { 0 };
  Run run = { source, is_dry, FALSE };
  GHashTable *names = source != NULL ? sc_store_list_stage_names (store, process_id, error) : NULL;

  if (names == NULL)
    return NULL;
  sc_import_source_take_stage_names (source, names);
  if (!find_repeats (source, path, mapping, version, cancellable, error))
    return NULL;

  outcome = sc_command_run (sc_command_require_published (make_command (&run, process_id, path, mapping, &counts),
                                                          process_id, version),
                            store, cancellable, &own_error);
  if (outcome == NULL && !has_turned_back (&run, own_error))
    {
      g_propagate_error (error, g_steal_pointer (&own_error));
      return NULL;
    }

  return make_report (&run, mapping, counts, outcome);
}

/**
 * sc_import_list_left_out:
 * @path: a table
 * @mapping: how it is read
 * @version: the version along which deals are worked
 * @refusals: (element-type ScRefusedRow): what the import's report has of the rows that
 *   were not taken
 * @progress: (nullable): how far it is, in thousandths, kept up atomically
 * @cancellable: (nullable): to stop it
 * @error: of %SC_EXCHANGE_ERROR, %SC_FILES_ERROR, or why it was stopped
 *
 * Returns: (transfer full): the rows that are not taken as a table, with the headers
 *   of @path behind a column that says why
 */
GBytes *
sc_import_list_left_out (const char            *path,
                         const ScImportMapping *mapping,
                         const ScVersion       *version,
                         const GPtrArray       *refusals,
                         int                   *progress,
                         GCancellable          *cancellable,
                         GError               **error)
{
  g_autoptr (ScImportSource) source = sc_import_source_open (path, mapping, version, progress, error);
  g_autoptr (GString) table = g_string_new (NULL);
  GError *own_error = NULL;
  guint position = 0;
  ScImportRow row;
  ScImportHistoryRow entry;

  if (source == NULL)
    return NULL;

  sc_import_source_keep_left_out (source, table);
  while (mapping->is_history ? sc_import_source_next_entry (source, &entry, &own_error)
                             : sc_import_source_next (source, &row, &own_error))
    {
      sc_import_source_refuse_again (source, refusals, &position);
      if (g_cancellable_set_error_if_cancelled (cancellable, error))
        return NULL;
    }

  if (own_error != NULL)
    {
      g_propagate_error (error, own_error);
      return NULL;
    }

  return g_string_free_to_bytes (g_steal_pointer (&table));
}
