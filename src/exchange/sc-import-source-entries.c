/* SPDX-License-Identifier: GPL-3.0-or-later */

/* What a row tells of when its deal came into which stages. */

#include "exchange/sc-import-source-private.h"

#include <glib/gi18n-lib.h>

#include "exchange/sc-import-entry.h"
#include "exchange/sc-import-instant.h"

/**
 * sc_import_source_find_entry_columns:
 * @self: a table's rows, with its headers
 *
 * Finds the columns that tell when deals came into stages. What is no stage of the
 * process is left out.
 */
void
sc_import_source_find_entry_columns (ScImportSource *self)
{
  for (guint i = 0; i < sc_import_mapping_get_n_uses (self->mapping); i++)
    {
      ScImportUse use = sc_import_mapping_get_use (self->mapping, i);
      EntryColumn column = { use.column, NULL };

      if (use.field == SC_IMPORT_ENTERED && use.column < self->n_columns
          && sc_import_entry_find_stage (self->mapping, self->version, self->headers[use.column], &column.stage_id))
        g_array_append_val (self->entry_columns, column);
    }
}

/**
 * sc_import_source_read_instant:
 * @self: a table's rows
 * @field: a field that the present row has
 * @instant: (out): the instant that it tells
 * @is_day: (out): whether only the day is known
 *
 * Returns: whether it tells one; the row is refused where it does not
 */
gboolean
sc_import_source_read_instant (ScImportSource *self,
                               ScImportField   field,
                               ScInstant      *instant,
                               gboolean       *is_day)
{
  ScDateOrder order = self->mapping->orders[self->columns[field]];
  ScDate date;

  if (!sc_import_read_instant (order, self->texts[field], instant, is_day))
    return sc_import_source_refuse (self, field, _("“%s” is not a date, as the dates of this column are written."));

  date = sc_date_from_instant (*instant);
  if (date < self->first_date || date > self->last_date)
    return sc_import_source_refuse (self, field, _("“%s” is out of range."));

  return TRUE;
}

/* Sorted by time; of one day as the stages follow each other. */
static void
add_entry (ScImportSource *self,
           ScStageEntry    entry)
{
  guint place, other, i;

  sc_version_find_stage (self->version, entry.stage_id, &place);
  for (i = self->entries->len; i > 0; i--)
    {
      const ScStageEntry *before = &g_array_index (self->entries, ScStageEntry, i - 1);

      sc_version_find_stage (self->version, before->stage_id, &other);
      if (before->entered_at < entry.entered_at || (before->entered_at == entry.entered_at && other <= place))
        break;
    }
  g_array_insert_val (self->entries, i, entry);
}

/* The stage in which the row has the deal stand. */
static const char *
get_present_stage (ScImportSource    *self,
                   const ScImportRow *row)
{
  if (row->stage_id != NULL)
    return sc_version_find_stage (self->version, row->stage_id, NULL) != NULL ? row->stage_id : NULL;

  return row->status == SC_DEAL_WON ? sc_target_get_stage (SC_TARGET_WON, NULL, self->version) : NULL;
}

/**
 * sc_import_source_read_entries:
 * @self: a table's rows
 * @row: the present row's deal
 *
 * Reads the stages that it came into, which sc_import_source_get_beside() has then.
 *
 * Returns: whether they can be read; the row is refused where they can't
 */
gboolean
sc_import_source_read_entries (ScImportSource    *self,
                               const ScImportRow *row)
{
  g_array_set_size (self->entries, 0);
  for (guint i = 0; i < self->entry_columns->len; i++)
    {
      const EntryColumn *column = &g_array_index (self->entry_columns, EntryColumn, i);
      ScStageEntry entry = { column->stage_id != NULL ? column->stage_id : get_present_stage (self, row) };

      /* A row may be short by empty cells. */
      if (column->column >= sc_csv_reader_get_n_fields (self->reader))
        continue;
      self->columns[SC_IMPORT_ENTERED] = column->column;
      self->texts[SC_IMPORT_ENTERED] = g_strstrip (sc_csv_reader_get_field (self->reader, column->column));
      if (self->texts[SC_IMPORT_ENTERED][0] == '\0' || entry.stage_id == NULL)
        continue;
      if (!sc_import_source_read_instant (self, SC_IMPORT_ENTERED, &entry.entered_at, &entry.is_day))
        return FALSE;
      add_entry (self, entry);
    }
  self->beside.stages = (ScStageEntries) { (const ScStageEntry *) self->entries->data, self->entries->len };

  return TRUE;
}
