/* SPDX-License-Identifier: GPL-3.0-or-later */

/* Holds what an import tells of deals’ pasts until it can be written behind the deals. */

#include "store/tables/sc-import-told-private.h"

#include "store/tables/sc-write-struct-private.h"

/* What is told of one deal: its entries stand in the list from @first on; @status is
 * told now where it is not %NULL. */
typedef struct {
  gint64 deal_id;
  guint first;
  guint n_entries;
  gboolean is_unchanged;
  const char *status;
} Told;

struct _ScImportTold {
  ScWrite *write;
  /* Of deals that are being added, and of others. */
  GArray *of_new;
  GArray *of_known;
  GArray *new_entries;
  GArray *known_entries;
  /* Ids of stages and statuses. */
  GStringChunk *texts;
};

/* A status that the import itself wrote is the present one. */
static const char replace_sql[] =
  "UPDATE deal_event SET voided_by = :change, replaced_by = :change"
  " WHERE deal_id = :deal AND field = 'status' AND new = :status AND is_inferred = 1 AND voided_by IS NULL"
  "  AND change_id <> :change";

/**
 * sc_import_told_new:
 * @write: the write of an import
 *
 * Returns: (transfer full): nothing told yet
 */
ScImportTold *
sc_import_told_new (ScWrite *write)
{
  ScImportTold *self = g_new (ScImportTold, 1);

  self->write = write;
  self->of_new = g_array_new (FALSE, FALSE, sizeof (Told));
  self->of_known = g_array_new (FALSE, FALSE, sizeof (Told));
  self->new_entries = g_array_new (FALSE, FALSE, sizeof (ScStageEntry));
  self->known_entries = g_array_new (FALSE, FALSE, sizeof (ScStageEntry));
  self->texts = g_string_chunk_new (1024);

  return self;
}

/**
 * sc_import_told_free:
 * @self: (transfer full): what an import tells
 */
void
sc_import_told_free (ScImportTold *self)
{
  g_array_unref (self->of_new);
  g_array_unref (self->of_known);
  g_array_unref (self->new_entries);
  g_array_unref (self->known_entries);
  g_string_chunk_free (self->texts);
  g_free (self);
}

static void
add (ScImportTold       *self,
     GArray             *list,
     GArray             *kept,
     Told                told,
     const ScStageEntry *entries)
{
  told.first = kept->len;
  for (guint i = 0; i < told.n_entries; i++)
    {
      ScStageEntry entry = entries[i];

      entry.stage_id = g_string_chunk_insert_const (self->texts, entry.stage_id);
      g_array_append_val (kept, entry);
    }
  g_array_append_val (list, told);
}

/**
 * sc_import_told_add_new:
 * @self: what an import tells
 * @deal_id: a deal that it adds, and that gets no events of stages otherwise
 * @stages: when it came into which
 */
void
sc_import_told_add_new (ScImportTold         *self,
                        gint64                deal_id,
                        const ScStageEntries *stages)
{
  add (self, self->of_new, self->new_entries, (Told) { .deal_id = deal_id, .n_entries = stages->n_entries }, stages->entries);
}

/**
 * sc_import_told_add:
 * @self: what an import tells
 * @deal_id: a deal that is there
 * @stages: when it came into which
 * @is_unchanged: whether the import changes nothing else of it
 */
void
sc_import_told_add (ScImportTold         *self,
                    gint64                deal_id,
                    const ScStageEntries *stages,
                    gboolean              is_unchanged)
{
  add (self, self->of_known, self->known_entries,
       (Told) { .deal_id = deal_id, .n_entries = stages->n_entries, .is_unchanged = is_unchanged }, stages->entries);
}

/**
 * sc_import_told_add_status:
 * @self: what an import tells
 * @deal_id: a deal that is there
 * @status: its status, since when it has been told by now
 *
 * What was worked out of that goes.
 */
void
sc_import_told_add_status (ScImportTold *self,
                           gint64        deal_id,
                           const char   *status)
{
  add (self, self->of_known, self->known_entries,
       (Told) { .deal_id = deal_id, .status = g_string_chunk_insert_const (self->texts, status) }, NULL);
}

/**
 * sc_import_told_write_new:
 * @self: what an import tells
 * @error: why it can't be written
 *
 * Returns: whether what is told of the deals that were added up to here is written
 */
gboolean
sc_import_told_write_new (ScImportTold *self,
                          GError      **error)
{
  for (guint i = 0; i < self->of_new->len; i++)
    {
      const Told *told = &g_array_index (self->of_new, Told, i);
      const ScStageEntry *entries = &g_array_index (self->new_entries, ScStageEntry, told->first);

      if (!sc_write_tell_first_stages (self->write, told->deal_id, entries, told->n_entries, error))
        return FALSE;
    }
  g_array_set_size (self->of_new, 0);
  g_array_set_size (self->new_entries, 0);

  return TRUE;
}

static gboolean
replace_status (ScImportTold *self,
                const Told   *told,
                GError      **error)
{
  g_autoptr (ScStatement) statement = sc_connection_prepare (self->write->connection, replace_sql, error);

  if (statement == NULL)
    return FALSE;

  sc_statement_bind_int (statement, ":deal", told->deal_id);
  sc_statement_bind_int (statement, ":change", self->write->change_id);
  sc_statement_bind_text (statement, ":status", told->status);
  sc_write_touch_visits (self->write, told->deal_id);

  return sc_statement_execute (statement, error);
}

static gboolean
write_known (ScImportTold *self,
             const Told   *told,
             gboolean     *is_new,
             GError      **error)
{
  const ScStageEntry *entries = (const ScStageEntry *) self->known_entries->data + told->first;
  guint n_added = 0;
  gboolean is_ok = told->status != NULL
                   ? replace_status (self, told, error)
                   : sc_write_tell_stages (self->write, told->deal_id, entries, told->n_entries, &n_added, error);

  *is_new = n_added > 0;

  return is_ok;
}

/**
 * sc_import_told_finish:
 * @self: what an import tells
 * @error: why it can't be written
 *
 * To be called when all deals are written: indexes that were put away for them are made
 * again first.
 *
 * Returns: (transfer full) (element-type gint64): of which deals that were unchanged
 *   otherwise it has told something
 */
GArray *
sc_import_told_finish (ScImportTold *self,
                       GError      **error)
{
  g_autoptr (GArray) changed = g_array_new (FALSE, FALSE, sizeof (gint64));

  if (self->of_known->len > 0 && !sc_write_end_bulk (self->write, error))
    return NULL;

  for (guint i = 0; i < self->of_known->len; i++)
    {
      const Told *told = &g_array_index (self->of_known, Told, i);
      gboolean is_new;

      if (!write_known (self, told, &is_new, error))
        return NULL;
      if (is_new && told->is_unchanged)
        g_array_append_val (changed, told->deal_id);
    }

  return g_steal_pointer (&changed);
}
