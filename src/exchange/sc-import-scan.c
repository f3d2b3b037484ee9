/* SPDX-License-Identifier: GPL-3.0-or-later */

/* Reads a table once before it is imported: what its columns are called and hold, and
 * how it is written. */

#include "exchange/sc-import-scan.h"

#include <glib/gi18n-lib.h>
#include <string.h>

#include "exchange/sc-cell.h"
#include "exchange/sc-csv-reader.h"
#include "exchange/sc-exchange-error.h"
#include "exchange/sc-import-field.h"
#include "exchange/sc-limits.h"
#include "model/sc-text-hash.h"

/* How many rows pass between two looks at whether it was cancelled. */
#define N_A_LOOK 1024

/* A longer text is no stage's name. */
#define MAX_VALUE_BYTES 200

static void
scan_value_free (gpointer data)
{
  ScScanValue *self = data;

  g_free (self->text);
  g_free (self);
}

static void
scan_column_free (gpointer data)
{
  ScScanColumn *self = data;

  g_free (self->header);
  g_free (self->sample);
  g_clear_pointer (&self->seen, sc_text_set_free);
  g_clear_pointer (&self->by_text, g_hash_table_unref);
  g_clear_pointer (&self->values, g_ptr_array_unref);
  g_free (self);
}

static void
forget_values (ScScanColumn *self)
{
  g_clear_pointer (&self->by_text, g_hash_table_unref);
  g_clear_pointer (&self->values, g_ptr_array_unref);
}

/* Whether the text may be new to the column. */
static gboolean
count_value (ScScanColumn *self,
             const char   *text)
{
  ScScanValue *value;
  gboolean is_new;

  if (self->values == NULL)
    return TRUE;

  value = g_hash_table_lookup (self->by_text, text);
  if (value == NULL && (self->values->len == SC_SCAN_MAX_VALUES || strlen (text) > MAX_VALUE_BYTES))
    {
      forget_values (self);
      return TRUE;
    }
  is_new = value == NULL;
  if (is_new)
    {
      value = g_new0 (ScScanValue, 1);
      value->text = g_strdup (text);
      g_ptr_array_add (self->values, value);
      g_hash_table_insert (self->by_text, value->text, value);
    }
  value->n_rows++;

  return is_new;
}

static void
look_for_repeats (ScScanColumn *self,
                  const char   *text)
{
  if (!self->is_unique || text[0] == '\0' || sc_text_set_add (self->seen, text))
    return;

  self->is_unique = FALSE;
  g_clear_pointer (&self->seen, sc_text_set_free);
}

static ScScanColumn *
scan_column_new (char *header)
{
  ScScanColumn *self = g_new0 (ScScanColumn, 1);

  self->header = header;
  self->values = g_ptr_array_new_with_free_func (scan_value_free);
  self->by_text = g_hash_table_new (sc_text_hash, g_str_equal);

  return self;
}

static void
look_at_field (ScScanColumn *column,
               char         *field,
               gboolean      is_raw)
{
  sc_cell_read (field, is_raw);
  if (column->sample == NULL && field[0] != '\0')
    column->sample = g_strdup (field);
  if (count_value (column, field))
    {
      sc_date_evidence_add (&column->dates, field);
      sc_amount_evidence_add (&column->amounts, field);
    }
  look_for_repeats (column, field);
}

static void
keep_row (ScImportScan *self,
          ScCsvReader  *reader)
{
  GStrv row = g_new0 (char *, self->columns->len + 1);

  for (guint i = 0; i < self->columns->len; i++)
    row[i] = g_strdup (i < sc_csv_reader_get_n_fields (reader) ? sc_csv_reader_get_field (reader, i) : "");
  g_ptr_array_add (self->rows, row);
}

/* A row that can't be read tells nothing. */
static void
look_at_row (ScImportScan *self,
             ScCsvReader  *reader)
{
  guint fault_field, n_fields = sc_csv_reader_get_n_fields (reader);
  char nothing[] = "";

  if (sc_csv_reader_get_fault (reader, &fault_field) != NULL)
    return;

  for (guint i = 0; i < self->columns->len; i++)
    look_at_field (sc_import_scan_get_column (self, i), i < n_fields ? sc_csv_reader_get_field (reader, i) : nothing, self->format.is_raw);
  if (self->rows->len < SC_SCAN_PREVIEW_ROWS)
    keep_row (self, reader);
}

static void
watch_ids (ScImportScan *self)
{
  g_autofree ScImportField *fields = g_new (ScImportField, self->columns->len);

  sc_import_fields_guess ((const char *const *) self->headers, fields);
  for (guint i = 0; i < self->columns->len; i++)
    if (fields[i] == SC_IMPORT_EXTERNAL_ID)
      {
        sc_import_scan_get_column (self, i)->is_unique = TRUE;
        sc_import_scan_get_column (self, i)->seen = sc_text_set_new ();
      }
}

static gboolean
read_headers (ScImportScan *self,
              ScCsvReader  *reader,
              GError      **error)
{
  g_autofree char *name = NULL;
  GError *own_error = NULL;

  if (!sc_csv_reader_read_headers (reader, &own_error))
    {
      if (own_error != NULL)
        {
          g_propagate_error (error, own_error);
          return FALSE;
        }
      name = g_filename_display_name (self->path);
      g_set_error (error, SC_EXCHANGE_ERROR, SC_EXCHANGE_ERROR_INVALID, _("“%s” is empty."), name);
      return FALSE;
    }

  self->headers = g_new0 (char *, sc_csv_reader_get_n_fields (reader) + 1);
  for (guint i = 0; i < sc_csv_reader_get_n_fields (reader); i++)
    {
      ScScanColumn *column = scan_column_new (sc_cell_name_column (sc_csv_reader_get_field (reader, i), i + 1));

      self->headers[i] = g_strdup (column->header);
      g_ptr_array_add (self->columns, column);
    }
  watch_ids (self);

  return TRUE;
}

static gboolean
check_n_rows (ScImportScan *self,
              GError      **error)
{
  g_autofree char *name = NULL;

  if (self->n_rows <= SC_MAX_ROWS)
    return TRUE;

  name = g_filename_display_name (self->path);
  g_set_error (error, SC_EXCHANGE_ERROR, SC_EXCHANGE_ERROR_TOO_LARGE,
               _("“%1$s” has more than %2$d rows. Split it, and import the parts."), name, SC_MAX_ROWS);

  return FALSE;
}

static gboolean
read_rows (ScImportScan *self,
           ScCsvReader  *reader,
           int          *progress,
           GCancellable *cancellable,
           GError      **error)
{
  GError *own_error = NULL;

  while (sc_csv_reader_next (reader, &own_error))
    {
      self->n_rows++;
      if (!check_n_rows (self, error))
        return FALSE;
      look_at_row (self, reader);
      if (self->n_rows % N_A_LOOK == 0)
        {
          if (progress != NULL)
            g_atomic_int_set (progress, (int) (sc_csv_reader_get_progress (reader) * 1000));
          if (g_cancellable_set_error_if_cancelled (cancellable, error))
            return FALSE;
        }
    }

  if (own_error == NULL)
    return TRUE;

  g_propagate_error (error, own_error);

  return FALSE;
}

/**
 * sc_import_scan_new_in_format:
 * @path: a file
 * @format: how its cells become text
 * @progress: (nullable): how far it is, in thousandths, kept up atomically
 * @cancellable: (nullable): to stop it
 * @error: of %SC_EXCHANGE_ERROR, with line and column, or %SC_FILES_ERROR
 *
 * Reads a whole table, and keeps none of its rows but the first.
 *
 * Returns: (transfer full): what is in it
 */
ScImportScan *
sc_import_scan_new_in_format (const char          *path,
                              const ScTableFormat *format,
                              int                 *progress,
                              GCancellable        *cancellable,
                              GError             **error)
{
  g_autoptr (ScCsvReader) reader = sc_csv_reader_open (path, format->encoding, error);
  g_autoptr (ScImportScan) self = NULL;

  if (reader == NULL)
    return NULL;

  self = g_new0 (ScImportScan, 1);
  self->path = g_strdup (path);
  self->format = *format;
  self->columns = g_ptr_array_new_with_free_func (scan_column_free);
  self->rows = g_ptr_array_new_with_free_func ((GDestroyNotify) g_strfreev);
  if (!read_headers (self, reader, error) || !read_rows (self, reader, progress, cancellable, error))
    return NULL;

  g_strlcpy (self->format.encoding, sc_csv_reader_get_encoding (reader), sizeof self->format.encoding);

  return g_steal_pointer (&self);
}

/**
 * sc_import_scan_new:
 * @path: a file
 * @progress: (nullable): how far it is, in thousandths, kept up atomically
 * @cancellable: (nullable): to stop it
 * @error: of %SC_EXCHANGE_ERROR, with line and column, or %SC_FILES_ERROR
 *
 * As sc_import_scan_new_in_format(), with what the table tells of its format.
 *
 * Returns: (transfer full): what is in it
 */
ScImportScan *
sc_import_scan_new (const char   *path,
                    int          *progress,
                    GCancellable *cancellable,
                    GError      **error)
{
  const ScTableFormat format = { 0 };

  return sc_import_scan_new_in_format (path, &format, progress, cancellable, error);
}

/**
 * sc_import_scan_free:
 * @self: (transfer full): a look at a table
 */
void
sc_import_scan_free (ScImportScan *self)
{
  g_free (self->path);
  g_strfreev (self->headers);
  g_ptr_array_unref (self->columns);
  g_ptr_array_unref (self->rows);
  g_free (self);
}
