/* SPDX-License-Identifier: GPL-3.0-or-later */

/* Writes what an import brings: new deals thousands at a time, those that are
 * known already one by one. Names of companies, people and owners are looked up
 * once: with a million rows that is most of what does not go into the rows
 * themselves. */

#include "store/sc-import-write.h"

#include <string.h>

#include "store/engine/sc-import-batch-private.h"
#include "store/sc-own-id.h"
#include "store/sc-search-key.h"
#include "store/sc-sort-key.h"
#include "store/tables/sc-column-private.h"
#include "store/tables/sc-deal-table-private.h"
#include "store/tables/sc-import-names-private.h"
#include "store/tables/sc-import-text-private.h"
#include "store/tables/sc-import-told-private.h"
#include "store/tables/sc-import-totals-private.h"
#include "store/tables/sc-process-table-private.h"
#include "store/tables/sc-stage-table-private.h"

/* So many rows at once are worth making indexes anew. */
#define N_MANY 1000

typedef struct {
  gint64 key;
  char *id;
  char *position;
} StagePlace;

struct _ScImportWrite {
  ScWrite *write;
  ScConnection *connection;
  gint64 process_key;
  gint64 version_key;
  gint64 first_id;
  gint64 next_id;
  ScImportBatch *batch;
  /* Hashes of the external ids that were added: one that is here is known,
   * most probably. */
  GHashTable *added;

  GHashTable *stages;
  ScImportNames *names;
  ScImportTold *told;
  ScImportTotals *totals;
};

#define NAME_COLUMN(name, ...) ", " #name
#define SET_COLUMN(name, ...) ", " #name " = :" #name

static const char find_deal_sql[] =
  "SELECT id FROM deal"
  " WHERE process_id = :process AND external_id = :external_id AND external_id IS NOT NULL AND deleted_by IS NULL";
static const char find_own_deal_sql[] =
  "SELECT deal.id FROM deal"
  " JOIN change ON change.id = deal.created_by"
  " WHERE deal.id = :id AND deal.process_id = :process AND change.made_at = :made_at AND deal.deleted_by IS NULL";
static const char update_deal_sql[] =
  "UPDATE deal SET process_id = :process, stage_id = :stage, status = :status,"
  " position = coalesce(:position, position), company_id = :company, person_id = :person,"
  " owner_id = :owner, value_minor = :value_minor, currency = :currency, search = :search, revision = :change"
  SC_DEAL_PLAIN_COLUMNS (SET_COLUMN)
  " WHERE id = :id";
static const char insert_event_sql[] =
  "INSERT INTO deal_event (deal_id, change_id, happened_at, version_id, field, old, new, is_inferred)"
  " VALUES (:deal, :change, :happened_at, :version, :field, :old, :new, :is_inferred)";

/* Each writes the whole batch. */
static const char insert_deals_sql[] =
  "INSERT INTO deal (id, process_id, stage_id, status, position, company_id, person_id, owner_id,"
  " value_minor, currency, search, revision, created_by" SC_DEAL_PLAIN_COLUMNS (NAME_COLUMN) ")"
  " SELECT id, :process, stage_key, status, position, company_key, person_key, owner_key,"
  " value_minor, currency, search, :change, :change" SC_DEAL_PLAIN_COLUMNS (NAME_COLUMN)
  " FROM import_batch";

#define EVENTS "INSERT INTO deal_event (deal_id, change_id, happened_at, version_id, field, old, new, is_inferred)"

/* One event stands for all that is worked out: where a deal stood before, and since
 * when it is worth what it is, a table does not tell. */
static const char *const insert_events_sql[] = {
  EVENTS
  " SELECT id, :change, began_at, :version, 'stage', CAST(NULL AS TEXT), stage_id, 1"
  " FROM import_batch WHERE began_at IS NOT NULL",
  EVENTS
  " SELECT id, :change, ended_at, :version, 'status', 'open', status, CASE WHEN closed IS NULL THEN 1 ELSE 0 END"
  " FROM import_batch WHERE status <> 'open'",
};

static gboolean
find_version (ScImportWrite *self,
              GError       **error)
{
  g_autoptr (ScStatement) statement = sc_connection_prepare (self->connection,
                                                             "SELECT id FROM version"
                                                             " WHERE process_id = :process_id AND status = 'published'"
                                                             "  AND deleted_by IS NULL",
                                                             error);
  GError *own_error = NULL;

  if (statement == NULL)
    return FALSE;

  sc_statement_bind_int (statement, ":process_id", self->process_key);
  self->version_key = sc_statement_step (statement, &own_error) ? sc_statement_get_int (statement, 0) : 0;
  if (own_error == NULL)
    return TRUE;

  g_propagate_error (error, own_error);

  return FALSE;
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
  self->stages = g_hash_table_new_full (g_str_hash, g_str_equal, NULL, stage_place_free);
  self->names = sc_import_names_new (write);
  self->told = sc_import_told_new (write);
  self->totals = sc_import_totals_new ();
  self->added = g_hash_table_new (NULL, NULL);
  self->batch = sc_import_batch_new (self->connection);
  self->process_key = sc_process_table_get_key (self->connection, process_id, error);
  if (self->process_key == 0 || !find_version (self, error) || !find_next_id (self, error))
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
  g_hash_table_unref (self->added);
  g_hash_table_unref (self->stages);
  sc_import_names_free (self->names);
  sc_import_told_free (self->told);
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

/* No key is 0. */
static void
bind_key (ScStatement *statement,
          const char  *name,
          gint64       key)
{
  if (key != 0)
    sc_statement_bind_int (statement, name, key);
  else
    sc_statement_bind_null (statement, name, SC_CELL_INTEGER);
}

/* The deal that has the id of ours that a table was written with. */
static gint64
find_own_deal (ScImportWrite *self,
               const char    *external_id,
               GError       **error)
{
  g_autoptr (ScStatement) statement = NULL;
  ScInstant made_at;
  gint64 deal_id;

  if (!sc_own_id_parse (external_id, &deal_id, &made_at))
    return 0;

  statement = sc_connection_prepare (self->connection, find_own_deal_sql, error);
  if (statement == NULL)
    return -1;

  sc_statement_bind_int (statement, ":id", deal_id);
  sc_statement_bind_int (statement, ":process", self->process_key);
  sc_statement_bind_int (statement, ":made_at", made_at);

  return sc_statement_read_number (statement, error);
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
  g_autoptr (ScStatement) statement = sc_connection_prepare (self->connection, find_deal_sql, error);
  gint64 id;

  if (statement == NULL)
    return -1;

  sc_statement_bind_int (statement, ":process", self->process_key);
  sc_statement_bind_text (statement, ":external_id", external_id);
  id = sc_statement_read_number (statement, error);

  return id != 0 ? id : find_own_deal (self, external_id, error);
}

/**
 * sc_import_write_is_fresh:
 * @self: an import
 * @is_fresh: (out): whether no deal of the process has an external id yet
 * @error: why it failed
 *
 * Returns: whether it could be found out
 */
gboolean
sc_import_write_is_fresh (ScImportWrite *self,
                          gboolean      *is_fresh,
                          GError       **error)
{
  g_autoptr (ScStatement) statement =
    sc_connection_prepare (self->connection,
                           "SELECT 1 FROM deal"
                           " WHERE process_id = :process_id AND external_id IS NOT NULL AND deleted_by IS NULL"
                           " LIMIT 1",
                           error);
  GError *own_error = NULL;

  if (statement == NULL)
    return FALSE;

  sc_statement_bind_int (statement, ":process_id", self->process_key);
  *is_fresh = !sc_statement_step (statement, &own_error);
  if (own_error == NULL)
    return TRUE;

  g_propagate_error (error, own_error);

  return FALSE;
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

static StagePlace *
need_stage (ScImportWrite *self,
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

/* Each deal goes to the end of its column. */
static void
bind_place (ScStatement *statement,
            StagePlace  *place)
{
  char *next = sc_sort_key_between (place->position, NULL);

  sc_statement_bind_text (statement, ":position", place->position);
  g_free (place->position);
  place->position = next;
}

static gboolean
bind_deal (ScImportWrite *self,
           ScStatement   *statement,
           const ScDeal  *deal,
           GError       **error)
{
  gboolean has_value = sc_money_is_set (deal->value);
  gint64 company_key, person_key, owner_key;
  g_autofree char *search = NULL;

  if (!sc_import_names_need_company (self->names, deal->company, &company_key, error) ||
      !sc_import_names_need_person (self->names, deal, company_key, &person_key, error) ||
      !sc_import_names_need_owner (self->names, deal->owner, &owner_key, error))
    return FALSE;

  search = sc_search_make_deal_key (deal);
  sc_deal_table_bind_plain (statement, deal);
  sc_statement_bind_int (statement, ":process", self->process_key);
  sc_statement_bind_text (statement, ":status", sc_deal_status_get_id (deal->status));
  bind_key (statement, ":company", company_key);
  bind_key (statement, ":person", person_key);
  bind_key (statement, ":owner", owner_key);
  if (has_value)
    sc_statement_bind_int (statement, ":value_minor", deal->value.minor);
  else
    sc_statement_bind_null (statement, ":value_minor", SC_CELL_INTEGER);
  sc_statement_bind_text (statement, ":currency", has_value ? deal->value.currency : NULL);
  sc_statement_bind_text (statement, ":search", search);
  sc_statement_bind_int (statement, ":change", sc_write_get_change (self->write));

  return TRUE;
}

static gboolean
write_event (ScImportWrite *self,
             gint64         deal_id,
             ScInstant      happened_at,
             const char    *field,
             const char    *old_value,
             const char    *new_value,
             gboolean       is_inferred,
             GError       **error)
{
  g_autoptr (ScStatement) statement = NULL;

  if (g_strcmp0 (old_value, new_value) == 0)
    return TRUE;

  statement = sc_connection_prepare (self->connection, insert_event_sql, error);
  if (statement == NULL)
    return FALSE;

  sc_statement_bind_int (statement, ":deal", deal_id);
  sc_statement_bind_int (statement, ":change", sc_write_get_change (self->write));
  sc_statement_bind_int (statement, ":happened_at", happened_at);
  bind_key (statement, ":version", self->version_key);
  sc_statement_bind_text (statement, ":field", field);
  sc_statement_bind_text (statement, ":old", old_value);
  sc_statement_bind_text (statement, ":new", new_value);
  sc_statement_bind_int (statement, ":is_inferred", is_inferred);

  return sc_statement_execute (statement, error);
}

static gboolean
write_value_event (ScImportWrite *self,
                   gint64         deal_id,
                   ScInstant      happened_at,
                   ScMoney        before,
                   ScMoney        after,
                   GError       **error)
{
  char old_value[SC_IMPORT_MONEY_BUFFER], new_value[SC_IMPORT_MONEY_BUFFER];

  return write_event (self, deal_id, happened_at, "value", sc_import_text_money (before, old_value),
                      sc_import_text_money (after, new_value), FALSE, error);
}

static gboolean
write_expected_event (ScImportWrite *self,
                      gint64         deal_id,
                      ScInstant      happened_at,
                      ScDate         before,
                      ScDate         after,
                      GError       **error)
{
  char old_value[SC_DATE_BUFFER], new_value[SC_DATE_BUFFER];

  return write_event (self, deal_id, happened_at, "expected_close", sc_import_text_date (before, old_value),
                      sc_import_text_date (after, new_value), FALSE, error);
}

static gboolean
write_parked_event (ScImportWrite *self,
                    gint64         deal_id,
                    ScInstant      happened_at,
                    ScDate         before,
                    ScDate         after,
                    GError       **error)
{
  char old_value[SC_DATE_BUFFER], new_value[SC_DATE_BUFFER];

  return write_event (self, deal_id, happened_at, "parked", sc_import_text_date (before, old_value),
                      sc_import_text_date (after, new_value), FALSE, error);
}

static gboolean
write_batch (ScImportWrite *self,
             const char    *sql,
             GError       **error)
{
  g_autoptr (ScStatement) statement = sc_connection_prepare (self->connection, sql, error);

  if (statement == NULL)
    return FALSE;

  if (sc_statement_has (statement, ":change"))
    sc_statement_bind_int (statement, ":change", sc_write_get_change (self->write));
  if (sc_statement_has (statement, ":process"))
    sc_statement_bind_int (statement, ":process", self->process_key);
  if (sc_statement_has (statement, ":version"))
    bind_key (statement, ":version", self->version_key);

  return sc_statement_execute (statement, error);
}

/* Many rows are counted at once, and where there are more of them than there
 * were before, indexes are made anew. */
static gboolean
make_ready (ScImportWrite *self,
            guint          n_rows,
            GError       **error)
{
  gint64 n_new = self->next_id - self->first_id;

  if (!sc_write_take_over_totals (self->write, error))
    return FALSE;

  return n_rows < N_MANY || n_new <= self->first_id || sc_write_defer_indexes (self->write, error);
}

static gboolean
flush (ScImportWrite *self,
       GError       **error)
{
  guint n_rows = sc_import_batch_get_n_rows (self->batch);

  if (n_rows == 0)
    return TRUE;
  if (!make_ready (self, n_rows, error) ||
      !write_batch (self, insert_deals_sql, error) ||
      !sc_import_totals_write (self->totals, self->connection, error))
    return FALSE;
  for (guint i = 0; i < G_N_ELEMENTS (insert_events_sql); i++)
    if (!write_batch (self, insert_events_sql[i], error))
      return FALSE;

  sc_import_batch_clear (self->batch);

  return sc_import_told_write_new (self->told, error);
}

/* Whether the process has it already: what this import has added is asked for
 * only where its hash says that it may be so. */
static gboolean
check_known (ScImportWrite *self,
             const char    *external_id,
             gboolean      *is_known,
             GError       **error)
{
  gpointer hash;
  gint64 id;

  *is_known = FALSE;
  if (external_id == NULL)
    return TRUE;

  hash = GUINT_TO_POINTER (g_str_hash (external_id));
  if (g_hash_table_add (self->added, hash))
    return TRUE;

  if (!flush (self, error))
    return FALSE;
  id = sc_import_write_find_id (self, external_id, error);
  *is_known = id > 0;

  return id >= 0;
}

static const char *
keep_search (ScImportWrite *self,
             const ScDeal  *deal)
{
  g_autofree char *key = sc_search_make_deal_key (deal);

  return sc_import_batch_keep (self->batch, key);
}

static const char *
take_place (ScImportWrite *self,
            StagePlace    *place)
{
  const char *position = sc_import_batch_keep (self->batch, place->position);
  char *next = sc_sort_key_between (place->position, NULL);

  g_free (place->position);
  place->position = next;

  return position;
}

static void
set_money (ScImportWrite    *self,
           ScImportBatchRow *row,
           ScMoney           value)
{
  if (!sc_money_is_set (value))
    return;

  row->value_minor = value.minor;
  row->currency = sc_import_batch_keep (self->batch, value.currency);
}

/* Whatever the deal's plain fields are, for as long as the row lasts. */
static void
set_plain (ScImportWrite    *self,
           ScImportBatchRow *row,
           const ScDeal     *deal)
{
  guint n_plain;
  const ScDealColumn *plain = sc_deal_columns_get_all (&n_plain);

  row->deal = *deal;
  for (guint i = 0; i < n_plain; i++)
    if (plain[i].kind == SC_DEAL_COLUMN_DATE)
      sc_import_text_date (sc_deal_column_get_date (&plain[i], deal), row->dates[i]);
    else if (sc_deal_column_is_text (&plain[i]))
      sc_deal_column_lend_text (&plain[i], &row->deal,
                                sc_import_batch_keep (self->batch, sc_deal_column_get_text (&plain[i], deal)));
}

/**
 * sc_import_write_add:
 * @self: an import
 * @import: a deal
 * @is_known: (out): whether the process has its external id already; then
 *   nothing was written
 * @error: why it can't be written
 *
 * Returns: whether the deal is at the end of its column, or known
 */
gboolean
sc_import_write_add (ScImportWrite      *self,
                     const ScImportDeal *import,
                     gboolean           *is_known,
                     GError            **error)
{
  const ScDeal *deal = &import->deal;
  StagePlace *place = need_stage (self, deal->stage_id, error);
  ScImportBatchRow *row;
  ScImportBatchRow keys = { 0 };

  if (place == NULL || !check_known (self, deal->external_id, is_known, error))
    return FALSE;
  if (*is_known)
    return TRUE;
  if (!sc_import_names_need_company (self->names, deal->company, &keys.company_key, error) ||
      !sc_import_names_need_person (self->names, deal, keys.company_key, &keys.person_key, error) ||
      !sc_import_names_need_owner (self->names, deal->owner, &keys.owner_key, error))
    return FALSE;

  row = sc_import_batch_add (self->batch);
  *row = keys;
  row->id = self->next_id++;
  row->stage_key = place->key;
  row->stage_id = place->id;
  row->status = sc_deal_status_get_id (deal->status);
  row->position = take_place (self, place);
  row->began_at = import->stages.n_entries == 0 ? import->began_at : SC_INSTANT_NONE;
  row->ended_at = import->ended_at;
  set_money (self, row, deal->value);
  set_plain (self, row, deal);
  row->deal.entered_at = SC_INSTANT_NONE;
  row->search = keep_search (self, deal);
  if (import->stages.n_entries > 0)
    sc_import_told_add_new (self->told, row->id, &import->stages);
  sc_import_totals_add (self->totals, place->key, deal->status, row->owner_key, deal->value);

  return sc_import_batch_get_n_rows (self->batch) < SC_IMPORT_BATCH_MAX || flush (self, error);
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
  return flush (self, error) ? sc_import_told_finish (self->told, error) : NULL;
}

/* A deal has moved on the day on which it was closed, unless that is before what is
 * known of it already. */
static gboolean
is_end_told (const ScDeal       *before,
             const ScImportDeal *import)
{
  return import->deal.closed != SC_DATE_NONE && import->ended_at > before->entered_at;
}

/* A day that was missing so far takes the place of the one that was worked out. */
static gboolean
write_status_event (ScImportWrite      *self,
                    const ScDeal       *before,
                    const ScImportDeal *import,
                    ScInstant           moved_at,
                    GError            **error)
{
  const ScDeal *deal = &import->deal;
  gboolean has_new_day = before->closed == SC_DATE_NONE && deal->closed != SC_DATE_NONE;
  ScDealStatus status = before->status;

  if (has_new_day && status != SC_DEAL_OPEN && status == deal->status)
    {
      sc_import_told_add_status (self->told, before->id, sc_deal_status_get_id (status));
      status = SC_DEAL_OPEN;
    }

  return write_event (self, before->id, moved_at, "status", sc_deal_status_get_id (status),
                      sc_deal_status_get_id (deal->status), !is_end_told (before, import), error);
}

/**
 * sc_import_write_update:
 * @self: an import
 * @before: a deal as it is
 * @import: as it is to be
 * @error: why it can't be written
 *
 * A deal that changes its stage goes to the end of its new column.
 *
 * Returns: whether the deal is so
 */
gboolean
sc_import_write_update (ScImportWrite      *self,
                        const ScDeal       *before,
                        const ScImportDeal *import,
                        GError            **error)
{
  g_autoptr (ScStatement) statement = NULL;
  const ScDeal *deal = &import->deal;
  StagePlace *place = need_stage (self, deal->stage_id, error);
  gboolean has_moved = g_strcmp0 (before->stage_id, deal->stage_id) != 0;
  ScInstant now = sc_clock_now ();
  ScInstant moved_at = is_end_told (before, import) ? import->ended_at : now;

  if (place == NULL || !sc_write_keep_deal (self->write, before->id, error))
    return FALSE;

  statement = sc_connection_prepare (self->connection, update_deal_sql, error);
  if (statement == NULL || !bind_deal (self, statement, deal, error))
    return FALSE;

  sc_statement_bind_int (statement, ":id", before->id);
  sc_statement_bind_int (statement, ":stage", place->key);
  bind_key (statement, ":entered_at", has_moved ? SC_INSTANT_NONE : before->entered_at);
  if (has_moved)
    bind_place (statement, place);
  else
    sc_statement_bind_text (statement, ":position", NULL);

  return sc_statement_execute (statement, error) &&
         write_event (self, before->id, moved_at, "stage", before->stage_id, deal->stage_id, TRUE, error) &&
         write_status_event (self, before, import, moved_at, error) &&
         write_value_event (self, before->id, now, before->value, deal->value, error) &&
         write_expected_event (self, before->id, now, before->expected_close, deal->expected_close, error) &&
         write_parked_event (self, before->id, now, before->parked_until, deal->parked_until, error) &&
         write_event (self, before->id, now, "owner", before->owner, deal->owner, FALSE, error) &&
         write_event (self, before->id, now, "title", before->title, deal->title, FALSE, error);
}
