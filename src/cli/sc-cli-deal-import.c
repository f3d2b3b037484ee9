/* SPDX-License-Identifier: GPL-3.0-or-later */

/* `deal import`: reads a table of deals, tells what it makes of it, and adds them. */

#include <glib/gi18n-lib.h>
#include <string.h>

#include "cli/sc-cli-commands.h"
#include "cli/sc-cli-deal.h"
#include "cli/sc-cli-table.h"
#include "exchange/sc-entry-header.h"
#include "exchange/sc-encoding.h"
#include "exchange/sc-exchange-error.h"
#include "exchange/sc-import-entry.h"
#include "exchange/sc-import-run.h"
#include "store/sc-deal-query.h"

/* How many refused rows are told to people; JSON tells more. */
#define MAX_SHOWN 20

typedef struct {
  GStrv maps;
  GStrv stages;
  char *currency;
  char *date_order;
  char *decimal;
  char *encoding;
  gboolean is_history;
  ScTableFormat format;
  gboolean is_dry;
} Options;

static void
clear_options (Options *options)
{
  g_strfreev (options->maps);
  g_strfreev (options->stages);
  g_free (options->currency);
  g_free (options->date_order);
  g_free (options->decimal);
  g_free (options->encoding);
}

static gboolean
split_map (const char    *map,
           ScImportField *field,
           const char   **header)
{
  const char *sign = strchr (map, '=');
  g_autofree char *id = sign != NULL ? g_strndup (map, (gsize) (sign - map)) : NULL;

  *header = sign != NULL ? sign + 1 : NULL;

  return sign != NULL && sc_import_field_from_id (id, field);
}

static int
check_options (ScCliCall *call,
               Options   *options)
{
  ScDateOrder order;
  ScDecimalMark mark;

  for (guint i = 0; options->maps != NULL && options->maps[i] != NULL; i++)
    {
      ScImportField field;
      const char *header;

      if (!split_map (options->maps[i], &field, &header))
        return sc_cli_call_misuse (call, _("“--map %s” is not of the form FIELD=COLUMN with a field of deals."), options->maps[i]);
      if (options->is_history && !sc_import_field_is_of_history (field))
        return sc_cli_call_misuse (call, _("“--map %s”: a history has external_id, stage and entered, and nothing else."),
                                   options->maps[i]);
    }
  for (guint i = 0; options->stages != NULL && options->stages[i] != NULL; i++)
    if (strchr (options->stages[i], '=') == NULL)
      return sc_cli_call_misuse (call, _("“--stage %s” is not of the form VALUE=STAGE."), options->stages[i]);
  if (options->currency != NULL && !sc_currency_is_valid (options->currency))
    return sc_cli_call_misuse (call, _("“%s” is not a currency; give its ISO 4217 code, such as EUR."), options->currency);
  if (options->date_order != NULL && !sc_date_order_from_id (options->date_order, &order))
    return sc_cli_call_misuse (call, _("“%s” is not a date order; use dmy, mdy or ymd."), options->date_order);
  if (options->decimal != NULL && !sc_decimal_mark_from_id (options->decimal, &mark))
    return sc_cli_call_misuse (call, _("“%s” is not a decimal mark; use point or comma."), options->decimal);
  if (options->encoding != NULL && !sc_encoding_find (options->encoding, options->format.encoding))
    return sc_cli_call_misuse (call, _("“%s” is not a known encoding, such as UTF-8, windows-1251 or IBM866."), options->encoding);

  return SC_CLI_DONE;
}

/* Headers repeat in some tables: each column of that name is meant. */
static gboolean
map_column (ScImportMapping    *mapping,
            const ScImportScan *scan,
            const char         *header,
            ScImportField       field)
{
  gboolean is_exact = g_strv_contains ((const char *const *) scan->headers, header);
  gboolean is_found = FALSE;

  for (guint i = 0; scan->headers[i] != NULL; i++)
    if (is_exact ? g_str_equal (scan->headers[i], header) : sc_name_equal (scan->headers[i], header))
      {
        sc_import_mapping_add_field (mapping, i, field);
        is_found = TRUE;
      }

  return is_found;
}

static gboolean
refuse_header (const ScImportScan *scan,
               const char         *header,
               GError            **error)
{
  g_autofree char *list = g_strjoinv ("\n  ", scan->headers);

  g_set_error (error, SC_EXCHANGE_ERROR, SC_EXCHANGE_ERROR_INVALID,
               /* Translators: the second %s is a list. */
               _("There is no column “%1$s”. The columns are:\n  %2$s"), header, list);

  return FALSE;
}

static gboolean
has_place (const ScImportMapping *mapping)
{
  static const ScImportField places[] = { SC_IMPORT_STAGE, SC_IMPORT_STATUS, SC_IMPORT_IS_CLOSED, SC_IMPORT_IS_WON };

  for (guint i = 0; i < G_N_ELEMENTS (places); i++)
    if (sc_import_mapping_has_field (mapping, places[i]))
      return TRUE;

  return FALSE;
}

static gboolean
refuse_without (const ScImportScan *scan,
                gboolean            has_it,
                const char         *message,
                GError            **error)
{
  g_autofree char *list = g_strjoinv ("\n  ", scan->headers);

  if (!has_it)
    g_set_error (error, SC_EXCHANGE_ERROR, SC_EXCHANGE_ERROR_UNCLEAR,
                 /* Translators: a sentence, a list. */
                 _("%1$s The columns are:\n  %2$s"), message, list);

  return has_it;
}

/* What is told, or else what the headers tell. */
static gboolean
map_columns (ScImportMapping    *mapping,
             const ScImportScan *scan,
             const Options      *options,
             GError            **error)
{
  if (options->maps != NULL)
    for (guint i = 0; i < mapping->n_columns; i++)
      sc_import_mapping_set_field (mapping, i, SC_IMPORT_NOTHING);

  for (guint i = 0; options->maps != NULL && options->maps[i] != NULL; i++)
    {
      ScImportField field = SC_IMPORT_NOTHING;
      const char *header;

      split_map (options->maps[i], &field, &header);
      if (!map_column (mapping, scan, header, field))
        return refuse_header (scan, header, error);
    }
  if (mapping->is_history)
    return refuse_without (scan, sc_import_mapping_is_whole_history (mapping),
                           _("A history needs the deal, its stage, and since when: “--map external_id=COLUMN”, "
                             "“--map stage=COLUMN”, “--map entered=COLUMN”."), error);
  if (options->maps == NULL && sc_import_is_history (scan))
    return refuse_without (scan, FALSE,
                           _("The table seems to tell when deals came into their stages. If so, import it with "
                             "“--history”; otherwise name the column with the title: “--map title=COLUMN”."), error);

  return refuse_without (scan, sc_import_mapping_has_name (mapping),
                         _("No column holds the title of deals. Name the one that does: “--map title=COLUMN”."), error)
         && refuse_without (scan, options->maps != NULL || has_place (mapping),
                            _("No column is known to hold the stage of deals. Name the one that does: “--map "
                              "stage=COLUMN”, or name all that are to be read with “--map”."), error);
}

/* Values and names may hold the sign themselves, so each place is tried. */
static gboolean
map_stage (ScImportMapping *mapping,
           const ScVersion *version,
           const char      *stage)
{
  for (const char *sign = strchr (stage, '='); sign != NULL; sign = strchr (sign + 1, '='))
    {
      g_autofree char *value = g_strndup (stage, (gsize) (sign - stage));
      ScTargetKind kind;
      const char *stage_id;

      if (sc_target_from_name (version, sign + 1, &kind, &stage_id))
        {
          sc_import_mapping_set_target (mapping, value, kind, stage_id);
          return TRUE;
        }
    }

  return FALSE;
}

static gboolean
map_stages (ScImportMapping *mapping,
            const ScVersion *version,
            const Options   *options,
            GError         **error)
{
  for (guint i = 0; options->stages != NULL && options->stages[i] != NULL; i++)
    if (!map_stage (mapping, version, options->stages[i]))
      {
        sc_cli_find_stage (version, strchr (options->stages[i], '=') + 1, error);
        return FALSE;
      }

  return TRUE;
}

/* Stages that the process does not have: what was told of them is an error, what was
 * guessed is left out, and said to be. */
static gboolean
check_entries (ScImportMapping    *mapping,
               const ScImportScan *scan,
               const ScVersion    *version,
               const Options      *options,
               GError            **error)
{
  const char *const *headers = (const char *const *) scan->headers;
  g_autofree char *stage = NULL;
  int column;

  if (mapping->is_history)
    return TRUE;
  if (options->maps == NULL)
    sc_import_mapping_leave_out_unknown_entries (mapping, version, headers);

  column = sc_import_mapping_find_unknown_entry (mapping, version, headers);
  if (column < 0)
    return TRUE;

  stage = sc_entry_header_read_stage (headers[column]);
  g_set_error (error, SC_EXCHANGE_ERROR, SC_EXCHANGE_ERROR_UNCLEAR,
               /* Translators: the first %s is a column's header, the second the stage that it names. */
               _("“%1$s” is not a stage of the process. Say which one it is: “--stage %2$s=STAGE”."), headers[column], stage);

  return FALSE;
}

static gboolean
order_dates (ScImportMapping    *mapping,
             const ScImportScan *scan,
             const Options      *options,
             GError            **error)
{
  ScDateOrder told = SC_DATE_ORDER_UNKNOWN;
  int unclear;
  const ScScanColumn *column;

  if (options->date_order != NULL)
    sc_date_order_from_id (options->date_order, &told);
  sc_import_mapping_take_orders (mapping, scan, told);
  unclear = sc_import_mapping_find_unclear (mapping, scan);
  if (unclear < 0)
    return TRUE;

  column = sc_import_scan_get_column (scan, (guint) unclear);
  if (sc_date_evidence_contradicts (&column->dates))
    {
      g_set_error (error, SC_EXCHANGE_ERROR, SC_EXCHANGE_ERROR_UNCLEAR,
                   _("The dates of “%s” contradict each other: no order of day, month and year fits them all. Say "
                     "which order it is: “--date-order dmy”, “mdy” or “ymd”; rows that don’t fit are skipped."), column->header);
      return FALSE;
    }

  g_set_error (error, SC_EXCHANGE_ERROR, SC_EXCHANGE_ERROR_UNCLEAR,
               /* Translators: the first %s is a column's header, the second one of its dates. */
               _("The dates of “%1$s” can be read in more than one way, such as %2$s. Say which order it is: "
                 "“--date-order dmy”, “mdy” or “ymd”."), column->header, column->dates.example);

  return FALSE;
}

static gboolean
mark_decimals (ScImportMapping    *mapping,
               const ScImportScan *scan,
               const Options      *options,
               GError            **error)
{
  ScDecimalMark told = SC_DECIMAL_MARK_UNKNOWN;
  int unclear;
  const ScScanColumn *column;

  if (options->decimal != NULL)
    sc_decimal_mark_from_id (options->decimal, &told);
  sc_import_mapping_take_decimal_marks (mapping, scan, told);
  unclear = sc_import_mapping_find_unclear_amounts (mapping, scan);
  if (unclear < 0)
    return TRUE;

  column = sc_import_scan_get_column (scan, (guint) unclear);
  g_set_error (error, SC_EXCHANGE_ERROR, SC_EXCHANGE_ERROR_UNCLEAR,
               /* Translators: the first %s is a column's header, the second one of its amounts. */
               _("The amounts of “%1$s” can be read in more than one way, such as %2$s. Say which decimal mark it "
                 "is: “--decimal point” or “comma”."), column->header, column->amounts.example);

  return FALSE;
}

/* What is told; else the only one that a column has; else what most deals of the
 * process are in. */
static gboolean
take_currency (ScImportMapping    *mapping,
               const ScImportScan *scan,
               ScStore            *store,
               const char         *process_id,
               const Options      *options,
               GError            **error)
{
  g_auto (GStrv) used = sc_store_list_currencies (store, process_id, error);
  const char *currency = used == NULL || options->currency != NULL ? options->currency : used[0];
  char own[4];

  if (currency != NULL)
    g_strlcpy (mapping->currency, currency, sizeof mapping->currency);
  if (options->currency == NULL && sc_import_mapping_find_currency (mapping, scan, own))
    g_strlcpy (mapping->currency, own, sizeof mapping->currency);

  return used != NULL;
}

static ScImportMapping *
make_mapping (const ScImportScan *scan,
              ScStore            *store,
              const ScVersion    *version,
              const char         *process_id,
              const Options      *options,
              GError            **error)
{
  g_autoptr (ScImportMapping) mapping = options->is_history ? sc_import_guess_history (scan) : sc_import_guess_mapping (scan);

  if (!map_columns (mapping, scan, options, error) || !map_stages (mapping, version, options, error) ||
      !take_currency (mapping, scan, store, process_id, options, error) || !check_entries (mapping, scan, version, options, error) ||
      !order_dates (mapping, scan, options, error) || !mark_decimals (mapping, scan, options, error))
    return NULL;

  return g_steal_pointer (&mapping);
}

/* Each column in the table's order, with each field that it is. */
static void
write_columns (ScJsonWriter          *writer,
               const ScImportScan    *scan,
               const ScImportMapping *mapping)
{
  sc_json_writer_begin_array (writer, "columns");
  for (guint i = 0; i < mapping->n_columns; i++)
    for (guint j = 0; j < sc_import_mapping_get_n_uses (mapping); j++)
      {
        ScImportUse use = sc_import_mapping_get_use (mapping, j);

        if (use.column != i)
          continue;
        sc_json_writer_begin_object (writer, NULL);
        sc_json_writer_add_text (writer, "header", scan->headers[i]);
        sc_json_writer_add_text (writer, "field", use.field == SC_IMPORT_NOTHING ? NULL : sc_import_field_get_id (use.field));
        sc_json_writer_end (writer);
      }
  sc_json_writer_end (writer);
}

/* Deals that came in or were changed, by how they stand. */
static void
write_totals (ScJsonWriter        *writer,
              const ScImportTotal *totals)
{
  sc_json_writer_begin_array (writer, "by_status");
  for (guint i = 0; i < SC_N_DEAL_STATUSES; i++)
    {
      if (totals[i].n_deals == 0)
        continue;
      sc_json_writer_begin_object (writer, NULL);
      sc_json_writer_add_text (writer, "status", sc_deal_status_get_id (i));
      sc_json_writer_add_int (writer, "n_deals", totals[i].n_deals);
      sc_json_writer_begin_array (writer, "sums");
      for (guint j = 0; j < totals[i].n_sums; j++)
        sc_cli_write_money (writer, NULL, totals[i].sums[j]);
      sc_json_writer_end (writer);
      sc_json_writer_end (writer);
    }
  sc_json_writer_end (writer);
}

static void
print_json (const ScImportReport  *report,
            const ScImportScan    *scan,
            const ScImportMapping *mapping,
            const Options         *options)
{
  g_autoptr (ScJsonWriter) writer = sc_json_writer_new ();
  g_autofree char *text = NULL;

  sc_json_writer_begin_object (writer, NULL);
  sc_json_writer_add_int (writer, "read", report->n_read);
  sc_json_writer_add_int (writer, "added", report->counts.n_added);
  sc_json_writer_add_int (writer, "updated", report->counts.n_updated);
  sc_json_writer_add_int (writer, "unchanged", report->counts.n_unchanged);
  sc_json_writer_add_int (writer, "repeated", report->n_repeated);
  sc_json_writer_begin_object (writer, "without_day");
  sc_json_writer_add_int (writer, "started", report->counts.n_without_started);
  sc_json_writer_add_int (writer, "closed", report->counts.n_without_closed);
  sc_json_writer_end (writer);
  sc_json_writer_add_int (writer, "n_refused", report->n_refused);
  sc_json_writer_begin_array (writer, "refused");
  for (guint i = 0; i < report->refusals->len; i++)
    {
      const ScRefusedRow *refusal = report->refusals->pdata[i];

      sc_json_writer_begin_object (writer, NULL);
      sc_json_writer_add_int (writer, "line", refusal->line);
      sc_json_writer_add_text (writer, "column", refusal->column);
      sc_json_writer_add_text (writer, "reason", refusal->reason);
      sc_json_writer_end (writer);
    }
  sc_json_writer_end (writer);
  write_totals (writer, report->counts.totals);
  write_columns (writer, scan, mapping);
  sc_json_writer_add_text (writer, "encoding", scan->format.encoding);
  sc_json_writer_add_bool (writer, "is_dry_run", options->is_dry);
  sc_json_writer_end (writer);
  text = sc_json_writer_finish (writer);
  sc_cli_print_exact (text);
}

static void
print_refusal (const ScRefusedRow *refusal)
{
  if (refusal->column != NULL)
    /* Translators: a line's number, a column's header, a sentence. */
    sc_cli_print (_("  Line %1$u, “%2$s”: %3$s\n"), refusal->line, refusal->column, refusal->reason);
  else
    sc_cli_print (_("  Line %1$u: %2$s\n"), refusal->line, refusal->reason);
}

static void
print_columns (const ScImportScan    *scan,
               const ScImportMapping *mapping)
{
  g_autoptr (ScCliTable) table = sc_cli_table_new (2);

  for (guint i = 0; i < mapping->n_columns; i++)
    for (guint j = 0; j < sc_import_mapping_get_n_uses (mapping); j++)
      if (sc_import_mapping_get_use (mapping, j).column == i)
        sc_cli_table_add (table, scan->headers[i], sc_import_field_get_title (sc_import_mapping_get_use (mapping, j).field), NULL);
  sc_cli_print ("%s\n", _("Columns:"));
  sc_cli_table_print (table);
}

static void
print_totals (const ScImportTotal *totals)
{
  g_autoptr (ScCliTable) table = sc_cli_table_new (3);

  for (guint i = 0; i < SC_N_DEAL_STATUSES; i++)
    {
      g_autofree char *count = g_strdup_printf ("%'u", totals[i].n_deals);
      g_autofree char *sums = sc_import_total_to_text (&totals[i]);

      if (totals[i].n_deals > 0)
        sc_cli_table_add (table, sc_deal_status_get_title (i), count, sums, NULL);
    }
  sc_cli_table_print (table);
}

static void
print_text (const ScImportReport  *report,
            const ScImportScan    *scan,
            const ScImportMapping *mapping,
            const Options         *options)
{
  if (!g_str_equal (scan->format.encoding, "UTF-8"))
    sc_cli_print (_("Encoding: %s\n"), scan->format.encoding);
  if (options->maps == NULL)
    print_columns (scan, mapping);
  sc_cli_print (_("Read: %1$u. Added: %2$u. Updated: %3$u. Unchanged: %4$u. Repeated: %5$u. Refused: %6$u.\n"), report->n_read,
                report->counts.n_added, report->counts.n_updated, report->counts.n_unchanged, report->n_repeated,
                report->n_refused);
  print_totals (report->counts.totals);
  if (report->counts.n_without_started > 0 || report->counts.n_without_closed > 0)
    sc_cli_print (_("Unknown days: started %1$u, closed %2$u.\n"), report->counts.n_without_started,
                  report->counts.n_without_closed);
  for (guint i = 0; i < MIN (report->refusals->len, MAX_SHOWN); i++)
    print_refusal (report->refusals->pdata[i]);
  if (report->n_refused > MAX_SHOWN)
    sc_cli_print (_("  … and %u more; “--json” lists them.\n"), report->n_refused - MAX_SHOWN);
  if (options->is_dry)
    sc_cli_print (_("This was a dry run: nothing was written.\n"));
}

/* The table is read once before the database is opened: a bad one leaves it
 * alone, and dates and stages are clear before anything is written. */
static int
import (ScCliCall     *call,
        const Options *options)
{
  g_autoptr (GError) error = NULL;
  g_autoptr (ScImportScan) scan = sc_import_scan_new_in_format (call->words[1], &options->format, NULL, NULL, &error);
  g_autoptr (ScProcess) process = NULL;
  g_autoptr (ScStore) store = scan != NULL ? sc_cli_call_open_process (call, &process, &error) : NULL;
  g_autoptr (ScVersion) version = store != NULL ? sc_cli_load_published (store, process, &error) : NULL;
  g_autoptr (ScImportMapping) mapping = version != NULL ? make_mapping (scan, store, version, process->id, options, &error) : NULL;
  g_autoptr (ScImportReport) report = NULL;

  if (mapping != NULL)
    report = sc_import_run (store, process->id, version, call->words[1], mapping, options->is_dry, NULL, NULL, &error);
  if (report == NULL)
    return sc_cli_call_fail (call, error);

  if (call->is_json)
    print_json (report, scan, mapping, options);
  else
    print_text (report, scan, mapping, options);
  if (report->n_read == 0 || report->n_refused < report->n_read)
    return SC_CLI_DONE;

  sc_cli_print_error (_("No row of the table was imported."));

  return SC_CLI_FAILED;
}

/**
 * sc_cli_deal_import:
 * @call: the call
 *
 * `deal import PROCESS FILE --map FIELD=COLUMN …`: takes deals from a table.
 *
 * Returns: an exit status
 */
int
sc_cli_deal_import (ScCliCall *call)
{
  Options options = { 0 };
  const GOptionEntry entries[] = {
    SC_CLI_TEXTS ("map", &options.maps,
                  N_("What a column holds: external_id, title, company, person, phone, email, owner, stage, "
                     "status, value, currency, source, label, started, closed, expected_close, loss_reason, note, next_step, "
                     "next_step_due, next_step_time, contacts, won_on, parked_until, is_closed, is_won or entered "
                     "(default: told from the headers)"),
                  N_("FIELD=COLUMN")),
    SC_CLI_TEXTS ("stage", &options.stages,
                  N_("The stage for deals with this value: a stage, @won, @lost or @completed"), N_("VALUE=STAGE")),
    SC_CLI_TEXT ("currency", &options.currency, N_("Currency of amounts without one"), N_("CODE")),
    SC_CLI_TEXT ("date-order", &options.date_order, N_("Order of dates that can be read in two ways"), N_("dmy|mdy|ymd")),
    SC_CLI_TEXT ("decimal", &options.decimal, N_("Decimal mark of amounts that can be read in two ways"),
                 N_("point|comma")),
    SC_CLI_FLAG ("history", &options.is_history,
                 N_("The table tells when deals came into their stages, a row for each: external_id, stage and entered")),
    SC_CLI_TEXT ("encoding", &options.encoding, N_("Encoding of the table, where it can’t be told"), N_("NAME")),
    SC_CLI_FLAG ("raw", &options.format.is_raw, N_("Leave the apostrophe in front of texts that a spreadsheet would run as formulas")),
    SC_CLI_FLAG ("dry-run", &options.is_dry, N_("Write nothing, only show what would be imported")),
    G_OPTION_ENTRY_NULL,
  };
  int status;

  if (sc_cli_call_parse (call, entries, 2, 2, &status))
    {
      status = check_options (call, &options);
      if (status == SC_CLI_DONE)
        status = import (call, &options);
    }
  clear_options (&options);

  return status;
}
