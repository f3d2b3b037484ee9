/* SPDX-License-Identifier: GPL-3.0-or-later */

/* Statements are bound by number here, and names are looked up once: with a
* million rows that is most of what does not go into the rows themselves. */

#include "store/sc-import-write.h"

#include <string.h>

#include "store/engine/sc-import-batch-private.h"
#include "store/sc-search-key.h"
#include "store/sc-sort-key.h"
#include "store/tables/sc-column-private.h"
#include "store/tables/sc-deal-table-private.h"
#include "store/tables/sc-import-names-private.h"
#include "store/tables/sc-import-text-private.h"
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
  sqlite3 *handle;
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
  GString *search;

  sqlite3_stmt *find_deal;
  sqlite3_stmt *update_deal;
  sqlite3_stmt *insert_event;
};

static const char find_deal_sql[] =
  "SELECT id FROM deal"
  " WHERE process_id = ?1 AND external_id = ?2 AND external_id IS NOT NULL AND deleted_by IS NULL";
static const char update_deal_sql[] =
  "UPDATE deal SET external_id = ?1, process_id = ?2, stage_id = ?3, status = ?4, position = coalesce(?5, position),"
  " title = ?6, company_id = ?7, person_id = ?8, owner_id = ?9, value_minor = ?10, currency = ?11, source = ?12,"
  " label = ?13, started = ?14, closed = ?15, expected_close = ?16, entered_at = ?17, notes = ?18, search = ?19,"
  " revision = ?20, loss_reason = ?22"
  " WHERE id = ?21";
static const char insert_event_sql[] =
  "INSERT INTO deal_event (deal_id, change_id, happened_at, version_id, field, old, new)"
  " VALUES (?1, ?2, ?3, ?4, ?5, ?6, ?7)";

/* Each writes the whole batch. */
static const char insert_deals_sql[] =
  "INSERT INTO deal (id, external_id, process_id, stage_id, status, position, title, company_id, person_id, owner_id,"
  " value_minor, currency, source, label, started, closed, expected_close, entered_at, notes, loss_reason, search,"
  " revision, created_by)"
  " SELECT id, external_id, ?2, stage_key, status, position, title, company_key, person_key, owner_key,"
  " value_minor, currency, source, label, started, closed, expected_close, entered_at, coalesce(notes, ''), loss_reason,"
  " search, ?1, ?1"
  " FROM import_batch WHERE ?3 IS NULL";

static const char add_totals_sql[] =
  "INSERT INTO stage_total (stage_id, status, owner_id, currency, n_deals, sum_minor)"
  " SELECT stage_key, status, coalesce(owner_key, 0), coalesce(currency, ''), count(*), sum(coalesce(value_minor, 0))"
  " FROM import_batch WHERE ?3 IS NULL"
  " GROUP BY 1, 2, 3, 4"
  " ON CONFLICT (stage_id, status, owner_id, currency) DO UPDATE"
  " SET n_deals = n_deals + excluded.n_deals, sum_minor = sum_minor + excluded.sum_minor";

#define EVENTS(at, field, before, after, condition) \
        "INSERT INTO deal_event (deal_id, change_id, happened_at, version_id, field, old, new)" \
        " SELECT id, ?1, " at ", ?3, '" field "', " before ", " after " FROM import_batch" \
        " WHERE ?2 IS NOT NULL AND " condition

static const char *const insert_events_sql[] = {
  EVENTS ("began_at", "stage", "NULL", "began_in", "1"),
  EVENTS ("began_at", "value", "NULL", "value", "value IS NOT NULL"),
  EVENTS ("began_at", "expected_close", "NULL", "expected_close", "expected_close IS NOT NULL"),
  EVENTS ("ended_at", "stage", "began_in", "stage_id", "stage_id <> began_in"),
  EVENTS ("ended_at", "status", "'open'", "status", "status <> 'open'"),
};

static gboolean
fail (ScImportWrite *self,
      int            code,
      GError       **error)
{
  sc_store_set_error (error, self->handle, code);

  return FALSE;
}

static gboolean
prepare (ScImportWrite *self,
         const char    *sql,
         sqlite3_stmt **statement,
         GError       **error)
{
  int code = sqlite3_prepare_v3 (self->handle, sql, -1, SQLITE_PREPARE_PERSISTENT, statement, NULL);

  return code == SQLITE_OK || fail (self, code, error);
}

static gboolean
prepare_all (ScImportWrite *self,
             GError       **error)
{
  return prepare (self, find_deal_sql, &self->find_deal, error) &&
         prepare (self, update_deal_sql, &self->update_deal, error) &&
         prepare (self, insert_event_sql, &self->insert_event, error);
}

static gboolean
find_version (ScImportWrite *self,
              GError       **error)
{
  g_autoptr (ScStatement) statement = sc_connection_prepare (sc_write_get_connection (self->write),
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
  g_autoptr (ScStatement) statement = sc_connection_prepare (sc_write_get_connection (self->write),
                                                             "SELECT coalesce(max(id), 0) + 1 FROM deal", error);

  if (statement == NULL || !sc_statement_step (statement, error))
    return FALSE;

  self->first_id = self->next_id = sc_statement_get_int (statement, 0);
  if (!sc_key_is_free (self->first_id, error))
    return FALSE;

  return TRUE;
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
  self->handle = sc_connection_get_handle (sc_write_get_connection (write));
  self->stages = g_hash_table_new_full (g_str_hash, g_str_equal, NULL, stage_place_free);
  self->names = sc_import_names_new (write);
  self->search = g_string_new (NULL);
  self->added = g_hash_table_new (NULL, NULL);
  self->batch = sc_import_batch_new ();
  sc_import_batch_attach (self->batch, self->handle);
  self->process_key = sc_process_table_get_key (sc_write_get_connection (write), process_id, error);
  if (self->process_key == 0 || !find_version (self, error) || !find_next_id (self, error) || !prepare_all (self, error))
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
  sqlite3_stmt *statements[] = {
    self->find_deal, self->update_deal, self->insert_event,
  };

  for (guint i = 0; i < G_N_ELEMENTS (statements); i++)
    sqlite3_finalize (statements[i]);
  sc_import_batch_detach (self->batch, self->handle);
  sc_import_batch_free (self->batch);
  g_hash_table_unref (self->added);
  g_hash_table_unref (self->stages);
  sc_import_names_free (self->names);
  g_string_free (self->search, TRUE);
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
  return g_cancellable_set_error_if_cancelled (sc_connection_get_cancellable (sc_write_get_connection (self->write)),
                                               error);
}

static void
bind_text (sqlite3_stmt *statement,
           int           index,
           const char   *text)
{
  sqlite3_bind_text (statement, index, text, -1, SQLITE_STATIC);
}

static void
bind_key (sqlite3_stmt *statement,
          int           index,
          gint64        key)
{
  if (key != 0)
    sqlite3_bind_int64 (statement, index, key);
  else
    sqlite3_bind_null (statement, index);
}

static gboolean
execute (ScImportWrite *self,
         sqlite3_stmt  *statement,
         GError       **error)
{
  int code = sqlite3_step (statement);

  sqlite3_reset (statement);

  return code == SQLITE_DONE || fail (self, code, error);
}

/* The first column of the first row; 0 where there is none. */
static gboolean
look_up (ScImportWrite *self,
         sqlite3_stmt  *statement,
         gint64        *key,
         GError       **error)
{
  int code = sqlite3_step (statement);

  *key = code == SQLITE_ROW ? sqlite3_column_int64 (statement, 0) : 0;
  while (code == SQLITE_ROW)
    code = sqlite3_step (statement);
  sqlite3_reset (statement);

  return code == SQLITE_DONE || fail (self, code, error);
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
    sc_connection_prepare (sc_write_get_connection (self->write),
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
  gint64 id;

  *deal = NULL;
  sqlite3_bind_int64 (self->find_deal, 1, self->process_key);
  bind_text (self->find_deal, 2, external_id);
  if (!look_up (self, self->find_deal, &id, error))
    return FALSE;
  if (id != 0)
    *deal = sc_deal_table_load (sc_write_get_connection (self->write), id, error);

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

  key = sc_stage_table_get_key (sc_write_get_connection (self->write), stage_id, error);
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
bind_place (sqlite3_stmt *statement,
            StagePlace   *place)
{
  char *next = sc_sort_key_between (place->position, NULL);

  sqlite3_bind_text (statement, 5, place->position, -1, g_free);
  place->position = next;
}

static void
bind_date (sqlite3_stmt *statement,
           int           index,
           ScDate        date)
{
  char buffer[SC_DATE_BUFFER];

  sqlite3_bind_text (statement, index, sc_import_text_date (date, buffer), -1, SQLITE_TRANSIENT);
}

static void
join_search (ScImportWrite      *self,
             const ScImportDeal *deal)
{
  g_string_assign (self->search, deal->title);
  g_string_append_c (self->search, '\n');
  g_string_append (self->search, deal->company != NULL ? deal->company : "");
  g_string_append_c (self->search, '\n');
  g_string_append (self->search, deal->person != NULL ? deal->person : "");
}

static gboolean
bind_deal (ScImportWrite      *self,
           sqlite3_stmt       *statement,
           const ScImportDeal *deal,
           gint64              stage_key,
           ScInstant           entered_at,
           GError            **error)
{
  gint64 company_key, person_key, owner_key;

  if (!sc_import_names_need_company (self->names, deal->company, &company_key, error) ||
      !sc_import_names_need_person (self->names, deal->person, company_key, &person_key, error) ||
      !sc_import_names_need_owner (self->names, deal->owner, &owner_key, error))
    return FALSE;

  bind_text (statement, 1, deal->external_id);
  sqlite3_bind_int64 (statement, 2, self->process_key);
  sqlite3_bind_int64 (statement, 3, stage_key);
  bind_text (statement, 4, sc_deal_status_get_id (deal->status));
  bind_text (statement, 6, deal->title);
  bind_key (statement, 7, company_key);
  bind_key (statement, 8, person_key);
  bind_key (statement, 9, owner_key);
  if (sc_money_is_set (deal->value))
    {
      sqlite3_bind_int64 (statement, 10, deal->value.minor);
      bind_text (statement, 11, deal->value.currency);
    }
  else
    {
      sqlite3_bind_null (statement, 10);
      sqlite3_bind_null (statement, 11);
    }
  bind_text (statement, 12, deal->source);
  bind_text (statement, 13, deal->label);
  bind_date (statement, 14, deal->started);
  bind_date (statement, 15, deal->closed);
  bind_date (statement, 16, deal->expected_close);
  sqlite3_bind_int64 (statement, 17, entered_at);
  bind_text (statement, 18, deal->notes != NULL ? deal->notes : "");
  join_search (self, deal);
  sqlite3_bind_text (statement, 19, sc_search_make_key (self->search->str), -1, g_free);
  sqlite3_bind_int64 (statement, 20, sc_write_get_change (self->write));
  bind_text (statement, 22, deal->loss_reason);

  return TRUE;
}

static gboolean
write_event (ScImportWrite *self,
             gint64         deal_id,
             ScInstant      happened_at,
             const char    *field,
             const char    *old_value,
             const char    *new_value,
             GError       **error)
{
  sqlite3_stmt *statement = self->insert_event;

  if (g_strcmp0 (old_value, new_value) == 0)
    return TRUE;

  sqlite3_bind_int64 (statement, 1, deal_id);
  sqlite3_bind_int64 (statement, 2, sc_write_get_change (self->write));
  sqlite3_bind_int64 (statement, 3, happened_at);
  bind_key (statement, 4, self->version_key);
  bind_text (statement, 5, field);
  bind_text (statement, 6, old_value);
  bind_text (statement, 7, new_value);

  return execute (self, statement, error);
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
                      sc_import_text_money (after, new_value), error);
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
                      sc_import_text_date (after, new_value), error);
}

static gboolean
write_batch (ScImportWrite *self,
             const char    *sql,
             gint64         last_key,
             GError       **error)
{
  sqlite3_stmt *statement = NULL;
  gboolean is_ok = prepare (self, sql, &statement, error);

  if (is_ok)
    {
      sqlite3_bind_int64 (statement, 1, sc_write_get_change (self->write));
      sqlite3_bind_int64 (statement, 2, self->process_key);
      bind_key (statement, 3, last_key);
      is_ok = execute (self, statement, error);
    }
  sqlite3_finalize (statement);

  return is_ok;
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
      !write_batch (self, insert_deals_sql, 0, error) ||
      !write_batch (self, add_totals_sql, 0, error))
    return FALSE;
  for (guint i = 0; i < G_N_ELEMENTS (insert_events_sql); i++)
    if (!write_batch (self, insert_events_sql[i], self->version_key, error))
      return FALSE;

  sc_import_batch_clear (self->batch);

  return TRUE;
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
  sqlite3_bind_int64 (self->find_deal, 1, self->process_key);
  bind_text (self->find_deal, 2, external_id);
  if (!look_up (self, self->find_deal, &id, error))
    return FALSE;
  *is_known = id != 0;

  return TRUE;
}

static const char *
keep_search (ScImportWrite      *self,
             const ScImportDeal *deal)
{
  g_autofree char *key = NULL;

  join_search (self, deal);
  if (g_str_is_ascii (self->search->str))
    return sc_import_batch_keep (self->batch, g_string_ascii_down (self->search)->str);

  key = sc_search_make_key (self->search->str);

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
  char buffer[SC_IMPORT_MONEY_BUFFER];
  const char *text = sc_import_text_money (value, buffer);

  if (text == NULL)
    return;

  row->value_minor = value.minor;
  row->value = sc_import_batch_keep (self->batch, text);
  row->currency = row->value + strlen (row->value) - strlen (value.currency);
}

static void
set_texts (ScImportWrite      *self,
           ScImportBatchRow   *row,
           const ScImportDeal *deal)
{
  row->external_id = sc_import_batch_keep (self->batch, deal->external_id);
  row->title = sc_import_batch_keep (self->batch, deal->title);
  row->source = sc_import_batch_keep (self->batch, deal->source);
  row->label = sc_import_batch_keep (self->batch, deal->label);
  row->notes = sc_import_batch_keep (self->batch, deal->notes);
  row->loss_reason = sc_import_batch_keep (self->batch, deal->loss_reason);
  row->search = keep_search (self, deal);
}

/**
 * sc_import_write_add:
 * @self: an import
 * @deal: a deal
 * @is_known: (out): whether the process has its external id already; then
 *   nothing was written
 * @error: why it can't be written
 *
 * Returns: whether the deal is at the end of its column, or known
 */
gboolean
sc_import_write_add (ScImportWrite      *self,
                     const ScImportDeal *deal,
                     gboolean           *is_known,
                     GError            **error)
{
  StagePlace *place = need_stage (self, deal->stage_id, error);
  StagePlace *first = place != NULL ? need_stage (self, deal->began_in, error) : NULL;
  ScImportBatchRow *row;
  ScImportBatchRow keys = { 0 };

  if (first == NULL || !check_known (self, deal->external_id, is_known, error))
    return FALSE;
  if (*is_known)
    return TRUE;
  if (!sc_import_names_need_company (self->names, deal->company, &keys.company_key, error) ||
      !sc_import_names_need_person (self->names, deal->person, keys.company_key, &keys.person_key, error) ||
      !sc_import_names_need_owner (self->names, deal->owner, &keys.owner_key, error))
    return FALSE;

  row = sc_import_batch_add (self->batch);
  *row = keys;
  row->id = self->next_id++;
  row->stage_key = place->key;
  row->stage_id = place->id;
  row->began_in = first->id;
  row->status = sc_deal_status_get_id (deal->status);
  row->position = take_place (self, place);
  row->began_at = deal->began_at;
  row->ended_at = deal->ended_at;
  row->entered_at = place != first ? deal->ended_at : deal->began_at;
  sc_import_text_date (deal->started, row->started);
  sc_import_text_date (deal->closed, row->closed);
  sc_import_text_date (deal->expected_close, row->expected_close);
  set_money (self, row, deal->value);
  set_texts (self, row, deal);

  return sc_import_batch_get_n_rows (self->batch) < SC_IMPORT_BATCH_MAX || flush (self, error);
}

/**
 * sc_import_write_finish:
 * @self: an import
 * @error: why it failed
 *
 * Returns: whether all deals that were added are written
 */
gboolean
sc_import_write_finish (ScImportWrite *self,
                        GError       **error)
{
  return flush (self, error);
}

/**
 * sc_import_write_update:
 * @self: an import
 * @before: a deal as it is
 * @deal: as it is to be
 * @error: why it can't be written
 *
 * A deal that changes its stage goes to the end of its new column.
 *
 * Returns: whether the deal is so
 */
gboolean
sc_import_write_update (ScImportWrite      *self,
                        const ScDeal       *before,
                        const ScImportDeal *deal,
                        GError            **error)
{
  sqlite3_stmt *statement = self->update_deal;
  StagePlace *place = need_stage (self, deal->stage_id, error);
  gboolean has_moved = g_strcmp0 (before->stage_id, deal->stage_id) != 0;
  ScInstant now = sc_clock_now ();
  /* Never before what is known of it already. */
  ScInstant moved_at = deal->ended_at > before->entered_at ? deal->ended_at : now;

  if (place == NULL || !sc_write_keep_deal (self->write, before->id, error) ||
      !bind_deal (self, statement, deal, place->key, has_moved ? moved_at : before->entered_at, error))
    return FALSE;

  if (has_moved)
    bind_place (statement, place);
  else
    sqlite3_bind_null (statement, 5);
  sqlite3_bind_int64 (statement, 21, before->id);

  return execute (self, statement, error) &&
         write_event (self, before->id, moved_at, "stage", before->stage_id, deal->stage_id, error) &&
         write_event (self, before->id, moved_at, "status", sc_deal_status_get_id (before->status),
                      sc_deal_status_get_id (deal->status), error) &&
         write_value_event (self, before->id, now, before->value, deal->value, error) &&
         write_expected_event (self, before->id, now, before->expected_close, deal->expected_close, error) &&
         write_event (self, before->id, now, "owner", before->owner, deal->owner, error) &&
         write_event (self, before->id, now, "title", before->title, deal->title, error);
}
