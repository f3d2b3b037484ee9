/* SPDX-License-Identifier: GPL-3.0-or-later */

/* Writes what an import brings: new deals thousands at a time (sc-import-add.c), those
 * that are known already one by one (sc-import-update.c). Names of companies, people
 * and owners are looked up once: with a million rows that is most of what does not go
 * into the rows themselves. */

#include "model/sc-text-hash.h"
#include "store/sc-sort-key.h"
#include "store/tables/sc-column-private.h"
#include "store/tables/sc-deal-table-private.h"
#include "store/tables/sc-import-write-private.h"
#include "store/tables/sc-process-table-private.h"
#include "store/tables/sc-stage-table-private.h"

static gboolean
find_version (ScImportWrite *self,
              GError       **error)
{
  g_autoptr (ScStatement) statement = sc_connection_prepare (self->connection,
                                                             "SELECT id FROM version"
                                                             " WHERE process_id = :process_id AND status = 'published'"
                                                             "  AND deleted_by IS NULL",
                                                             error);

  if (statement == NULL)
    return FALSE;

  sc_statement_bind_int (statement, ":process_id", self->process_key);
  self->version_key = sc_statement_step (statement, error) ? sc_statement_get_int (statement, 0) : 0;

  return !sc_statement_has_failed (statement);
}

static gboolean
find_next_id (ScImportWrite *self,
              GError       **error)
{
  self->first_id = self->next_id = sc_connection_next_number (self->connection, "deal", error);

  return self->first_id > 0 && sc_key_is_free (self->first_id, error);
}

static void
stage_place_free (gpointer data)
{
  StagePlace *place = data;

  g_free (place->id);
  g_free (place->position);
  g_free (place);
}

/**
 * sc_import_write_new:
 * @write: a write
 * @process_id: the process that deals come into
 * @error: why it failed
 *
 * Returns: (transfer full): an import, to be freed before @write ends
 */
ScImportWrite *
sc_import_write_new (ScWrite    *write,
                     const char *process_id,
                     GError    **error)
{
  g_autoptr (ScImportWrite) self = g_new0 (ScImportWrite, 1);

  self->write = write;
  self->connection = sc_write_get_connection (write);
  self->stages = g_hash_table_new_full (sc_text_hash, g_str_equal, NULL, stage_place_free);
  self->names = sc_import_names_new (write);
  self->told = sc_import_told_new (write);
  self->contacts = sc_import_contacts_new (write);
  self->totals = sc_import_totals_new ();
  self->batch = sc_import_batch_new (self->connection);
  self->process_key = sc_process_table_get_key (self->connection, process_id, error);
  if (self->process_key == 0 || !find_version (self, error) || !find_next_id (self, error))
    return NULL;

  self->ids = sc_import_ids_new (self->connection, self->process_key, error);
  if (self->ids == NULL)
    return NULL;

  sc_write_set_bulk (write, "import");

  return g_steal_pointer (&self);
}

/**
 * sc_import_write_free:
 * @self: (transfer full): an import
 */
void
sc_import_write_free (ScImportWrite *self)
{
  sc_import_batch_free (self->batch);
  g_clear_pointer (&self->ids, sc_import_ids_free);
  g_hash_table_unref (self->stages);
  sc_import_names_free (self->names);
  sc_import_told_free (self->told);
  sc_import_contacts_free (self->contacts);
  sc_import_totals_free (self->totals);
  g_free (self);
}

/**
 * sc_import_write_is_cancelled:
 * @self: an import
 * @error: set where it is
 *
 * Statements that write one row are over before they would notice.
 *
 * Returns: whether the write was cancelled
 */
gboolean
sc_import_write_is_cancelled (ScImportWrite *self,
                              GError       **error)
{
  return g_cancellable_set_error_if_cancelled (sc_connection_get_cancellable (self->connection), error);
}

/**
 * sc_import_write_is_fresh:
 * @self: an import
 *
 * Returns: whether no deal of the process had an external id before
 */
gboolean
sc_import_write_is_fresh (ScImportWrite *self)
{
  return sc_import_ids_is_fresh (self->ids);
}

/**
 * sc_import_write_find_id:
 * @self: an import
 * @external_id: a deal's id in the program that it comes from
 * @error: why it can't be looked up
 *
 * Returns: the deal that the process has of it; 0 where it has none, -1 with @error set
 */
gint64
sc_import_write_find_id (ScImportWrite *self,
                         const char    *external_id,
                         GError       **error)
{
  return sc_import_ids_find (self->ids, external_id, error);
}

/**
 * sc_import_write_find:
 * @self: an import
 * @external_id: a deal's id in the program that it comes from
 * @deal: (out) (transfer full) (nullable): the deal that the process has of it
 * @error: why it failed
 *
 * Returns: whether it could be looked up
 */
gboolean
sc_import_write_find (ScImportWrite *self,
                      const char    *external_id,
                      ScDeal       **deal,
                      GError       **error)
{
  gint64 id = sc_import_write_find_id (self, external_id, error);

  *deal = NULL;
  if (id < 0)
    return FALSE;
  if (id != 0)
    *deal = sc_deal_table_load (self->connection, id, error);

  return id == 0 || *deal != NULL;
}

/**
 * sc_import_write_need_stage:
 * @self: an import
 * @stage_id: a stage of the process
 * @error: why it failed
 *
 * Returns: (transfer none): the end of its column
 */
StagePlace *
sc_import_write_need_stage (ScImportWrite *self,
                            const char    *stage_id,
                            GError       **error)
{
  StagePlace *place = g_hash_table_lookup (self->stages, stage_id);
  gint64 key;
  char *position;

  if (place != NULL)
    return place;

  key = sc_stage_table_get_key (self->connection, stage_id, error);
  position = key != 0 ? sc_deal_table_make_position (self->write, key, 0, 0, error) : NULL;
  if (position == NULL)
    return NULL;

  place = g_new0 (StagePlace, 1);
  place->key = key;
  place->id = g_strdup (stage_id);
  place->position = position;
  g_hash_table_insert (self->stages, place->id, place);

  return place;
}

/**
 * sc_import_write_take_place:
 * @place: the end of a column
 *
 * Returns: (transfer full): where a deal goes there; the next one goes behind it
 */
char *
sc_import_write_take_place (StagePlace *place)
{
  char *position = place->position;

  place->position = sc_sort_key_between (position, NULL);

  return position;
}

/**
 * sc_import_write_tell:
 * @self: an import
 * @deal_id: a deal that was there
 * @stages: when it came into which
 * @is_unchanged: whether the import changes nothing else of it
 *
 * Is written in the end.
 */
void
sc_import_write_tell (ScImportWrite        *self,
                      gint64                deal_id,
                      const ScStageEntries *stages,
                      gboolean              is_unchanged)
{
  sc_import_told_add (self->told, deal_id, stages, is_unchanged);
}

/**
 * sc_import_write_put_contacts:
 * @self: an import
 * @deal_id: a deal that was there
 * @contacts: (element-type ScContact): whom it is to be about, its own person first
 *
 * Is written in the end.
 */
void
sc_import_write_put_contacts (ScImportWrite *self,
                              gint64         deal_id,
                              GPtrArray     *contacts)
{
  sc_import_contacts_add (self->contacts, deal_id, contacts);
}

/**
 * sc_import_write_finish:
 * @self: an import
 * @error: why it failed
 *
 * Returns: (transfer full) (element-type gint64): when all deals that were added are
 *   written, and all that was told: of which deals that were unchanged otherwise
 *   something was told
 */
GArray *
sc_import_write_finish (ScImportWrite *self,
                        GError       **error)
{
  if (!sc_import_write_flush (self, error) || !sc_import_contacts_finish (self->contacts, error))
    return NULL;

  return sc_import_told_finish (self->told, error);
}
