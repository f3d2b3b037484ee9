/* SPDX-License-Identifier: GPL-3.0-or-later */

/* Goes through a table's rows, and keeps count of them. */

#include "exchange/sc-import-source-private.h"

#include <glib/gi18n-lib.h>

#include "exchange/sc-cell.h"
#include "exchange/sc-exchange-error.h"
#include "exchange/sc-limits.h"
#include "model/sc-name.h"
#include "model/sc-text-hash.h"

#define N_A_LOOK 1024

/* Days further away are a mistake. */
#define FIRST_YEAR 1900
#define LAST_YEAR 2199

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
    g_strv_builder_take (headers, sc_cell_name_column (sc_csv_reader_get_field (self->reader, i), i + 1));
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
  self->is_ours = sc_import_mapping_has_field (self->mapping, SC_IMPORT_WON_ON);
  self->version = sc_version_ref ((ScVersion *) version);
  self->progress = progress;
  self->note = g_string_new (NULL);
  self->targets = g_hash_table_new_full (sc_text_hash, g_str_equal, g_free, sc_target_free);
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
  g_clear_pointer (&self->beside.contacts, g_ptr_array_unref);
  g_clear_pointer (&self->last_rows, g_hash_table_unref);
  g_clear_pointer (&self->stage_names, g_hash_table_unref);
  g_ptr_array_unref (self->refusals);
  g_free (self);
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
 * sc_import_source_take_stage_names:
 * @self: a table's rows
 * @names: (transfer full) (element-type utf8 utf8): by UUID, what the process's stages are
 *   called, those included that it has no more
 *
 * A deal that is over may stand in one of these: then a row that says so is given.
 */
void
sc_import_source_take_stage_names (ScImportSource *self,
                                   GHashTable     *names)
{
  g_clear_pointer (&self->stage_names, g_hash_table_unref);
  self->stage_names = names;
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
    if (sc_import_source_read_row (self, row) && !is_repeated (self, row))
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
    if (sc_import_source_read_entry (self, row))
      return TRUE;

  return FALSE;
}

/**
 * sc_import_source_get_beside:
 * @self: a table's rows
 *
 * Returns: (transfer none): what the row that was given last tells besides its deal's
 *   fields; the same struct for all of them
 */
const ScImportBeside *
sc_import_source_get_beside (ScImportSource *self)
{
  return &self->beside;
}

static void
refuse_days (ScImportSource *self)
{
  gboolean is_of_win = self->texts[SC_IMPORT_WON_ON][0] != '\0';

  if (self->texts[SC_IMPORT_CLOSED][0] != '\0' && !is_of_win)
    sc_import_source_refuse (self, SC_IMPORT_CLOSED, _("“%s” is before the day on which the deal began."));
  else if (is_of_win)
    sc_import_source_refuse (self, SC_IMPORT_WON_ON, _("“%s” is before the day on which the deal began."));
  else
    sc_import_source_refuse (self, SC_IMPORT_STARTED, _("“%s” is behind the day on which the deal was closed."));
}

/**
 * sc_import_source_refuse_fault:
 * @self: a table's rows
 * @fault: what is wrong with the row that was given last, with what is known of its deal
 *
 * The row is not taken.
 */
void
sc_import_source_refuse_fault (ScImportSource *self,
                               ScImportFault   fault)
{
  ScImportField timed = self->texts[SC_IMPORT_NEXT_STEP_DUE][0] != '\0' ? SC_IMPORT_NEXT_STEP_DUE : SC_IMPORT_NEXT_STEP_TIME;

  switch (fault)
    {
    case SC_IMPORT_FAULT_NO_STEP:
      sc_import_source_refuse (self, timed, _("“%s” is for a next step, and there is none."));
      break;

    case SC_IMPORT_FAULT_NO_DAY:
      sc_import_source_refuse (self, SC_IMPORT_NEXT_STEP_TIME, _("“%s” is a time without a day."));
      break;

    case SC_IMPORT_FAULT_STAGE:
      sc_import_source_refuse_stage (self);
      break;

    case SC_IMPORT_FAULT_DAYS:
    case SC_IMPORT_FAULT_NONE:
    default:
      refuse_days (self);
      break;
    }
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
