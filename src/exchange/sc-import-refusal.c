/* SPDX-License-Identifier: GPL-3.0-or-later */

/* The rows of a table that can't be taken: why, and as they are, to be mended. */

#include "exchange/sc-import-source-private.h"

#include <glib/gi18n-lib.h>
#include <string.h>

#include "files/sc-csv-writer.h"

/**
 * sc_refusal_free:
 * @self: (transfer full): why a row was not taken
 */
void
sc_refusal_free (ScRefusedRow *self)
{
  g_free (self->column);
  g_free (self->reason);
  g_free (self);
}

/* An amount is no formula, though it may begin as one. */
static gboolean
is_number (const char *cell)
{
  const char *digits = cell + strspn (cell, "+-");

  return digits[strspn (digits, "0123456789., ")] == '\0';
}

/* A cell that was not read yet has the apostrophe in front of a formula that reading
 * takes off. */
static gboolean
stays_as_it_is (ScImportSource *self,
                guint           column,
                const char     *cell)
{
  gboolean is_read = self->is_gathered && column < self->n_columns && self->mapping->fields[column] != SC_IMPORT_NOTHING;

  return self->mapping->format.is_raw || is_number (cell) || (!is_read && cell[0] == '\'');
}

/* The row as the table has it, behind why it was left out: one with too many fields
 * then still has the others in their columns. */
static void
keep_row (ScImportSource *self,
          const char     *reason)
{
  guint n_fields = sc_csv_reader_get_n_fields (self->reader);

  sc_csv_append (self->left_out, reason, FALSE);
  for (guint i = 0; i < n_fields; i++)
    {
      const char *cell = sc_csv_reader_get_field (self->reader, i);

      if (stays_as_it_is (self, i, cell))
        sc_csv_append (self->left_out, cell, i == n_fields - 1);
      else
        sc_csv_append_text (self->left_out, cell, i == n_fields - 1);
    }
}

/**
 * sc_import_source_refuse_column:
 * @self: a table's rows
 * @column: the column at fault, -1 for the whole row
 * @reason: (transfer full): a sentence
 *
 * Does not take the present row.
 *
 * Returns: %FALSE
 */
gboolean
sc_import_source_refuse_column (ScImportSource *self,
                                int             column,
                                char           *reason)
{
  ScRefusedRow *refusal;

  self->n_refused++;
  if (self->left_out != NULL)
    keep_row (self, reason);
  if (self->refusals->len == SC_MAX_REFUSALS)
    {
      g_free (reason);
      return FALSE;
    }

  refusal = g_new0 (ScRefusedRow, 1);
  refusal->line = sc_csv_reader_get_line (self->reader);
  refusal->column = column >= 0 ? g_strdup (self->headers[column]) : NULL;
  refusal->reason = reason;
  g_ptr_array_add (self->refusals, refusal);

  return FALSE;
}

/**
 * sc_import_source_refuse:
 * @self: a table's rows
 * @field: the field at fault
 * @format: a sentence, with `%s` for the field's text
 *
 * Does not take the present row.
 *
 * Returns: %FALSE
 */
gboolean
sc_import_source_refuse (ScImportSource *self,
                         ScImportField   field,
                         const char     *format)
{
  g_autofree char *shown = g_utf8_truncate_middle (self->texts[field], 60);

  return sc_import_source_refuse_column (self, (int) self->columns[field], g_strdup_printf (format, shown));
}

/**
 * sc_import_source_refuse_again:
 * @self: a table's rows
 * @refusals: (element-type ScRefusedRow): rows that were not taken before, in the order of
 *   the table
 * @position: (inout): where to look in @refusals from on; 0 at first
 *
 * Does not take the present row where it was not taken before. What only the database
 * knows of a row, such as that there is no such deal, is not found out by reading it.
 */
void
sc_import_source_refuse_again (ScImportSource  *self,
                               const GPtrArray *refusals,
                               guint           *position)
{
  guint line = sc_csv_reader_get_line (self->reader);

  while (*position < refusals->len && ((ScRefusedRow *) refusals->pdata[*position])->line < line)
    (*position)++;
  if (*position < refusals->len && ((ScRefusedRow *) refusals->pdata[*position])->line == line)
    sc_import_source_refuse_column (self, -1, g_strdup (((ScRefusedRow *) refusals->pdata[*position])->reason));
}

/**
 * sc_import_source_get_n_refused:
 * @self: a table's rows
 *
 * Returns: how many rows could not be taken
 */
guint
sc_import_source_get_n_refused (const ScImportSource *self)
{
  return self->n_refused;
}

/**
 * sc_import_source_steal_refusals:
 * @self: a table's rows
 *
 * Returns: (transfer full) (element-type ScRefusedRow): which rows were not taken,
 *   and why; %SC_MAX_REFUSALS of them at most
 */
GPtrArray *
sc_import_source_steal_refusals (ScImportSource *self)
{
  GPtrArray *refusals = self->refusals;

  self->refusals = g_ptr_array_new_with_free_func ((GDestroyNotify) sc_refusal_free);

  return refusals;
}

/**
 * sc_import_source_keep_left_out:
 * @self: a table's rows, none of them read yet
 * @table: (transfer none): an empty table, to last as long as @self
 *
 * Has each row that is not taken put into @table as it is, behind a column that says
 * why: what is mended there can be imported, with the same headers.
 */
void
sc_import_source_keep_left_out (ScImportSource *self,
                                GString        *table)
{
  sc_csv_append (table, _("Skipped Because"), FALSE);
  for (guint i = 0; i < self->n_columns; i++)
    sc_csv_append (table, self->headers[i], i == self->n_columns - 1);
  self->left_out = table;
}
