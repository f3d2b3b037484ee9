/* SPDX-License-Identifier: GPL-3.0-or-later */

/* Writes new deals thousands at a time. Indexes are made of all of them at once, where
 * that is quicker. */

#include "store/engine/sc-import-batch-private.h"
#include "store/sc-search-key.h"
#include "store/tables/sc-column-private.h"
#include "store/tables/sc-import-text-private.h"
#include "store/tables/sc-import-write-private.h"
#include "store/tables/sc-trail-private.h"
#include "store/tables/sc-write-struct-private.h"

/* So many rows at once are worth making indexes anew. */
#define N_MANY 1000

#define NAME_COLUMN(name, ...) ", " #name

/* Each writes the whole batch. */
static const char insert_deals_sql[] =
  "INSERT INTO deal (id, process_id, stage_id, status, position, company_id, person_id, owner_id,"
  " value_minor, currency, search, revision, created_by" SC_DEAL_PLAIN_COLUMNS (NAME_COLUMN) ")"
  " SELECT id, :process, stage_key, status, position, company_key, person_key, owner_key,"
  " value_minor, currency, search, :change, :change" SC_DEAL_PLAIN_COLUMNS (NAME_COLUMN)
  " FROM import_batch";

/* One event stands for all that is worked out: where a deal stood before, and since
 * when it is worth what it is, a table does not tell. A deal's events stand together, so
 * that they go to the end of their index. */
static const char insert_events_sql[] =
  "INSERT INTO deal_event (deal_id, change_id, happened_at, version_id, field, old, new, is_inferred)"
  " SELECT deal_id, :change, happened_at, :version, field, old, new, is_inferred"
  " FROM import_event";

/* Of a deal of which one event tells how it came in, and perhaps another how it ended. */
static const char insert_visits_sql[] =
  "INSERT INTO stage_visit (process_id, deal_id, number, stage_id, version_id, entered_at, left_at, how_left, is_known)"
  " SELECT :process, id, 1, stage_key, :version, began_at, left_at, how_left, 0"
  " FROM import_batch"
  " WHERE is_visit = 1";

static const char insert_steps_sql[] =
  "INSERT INTO activity (deal_id, title, due, due_time, user_id, revision, created_by)"
  " SELECT id, next_step, next_step_due, next_step_time, :user, :change, :change"
  " FROM import_batch"
  " WHERE next_step IS NOT NULL";
static const char insert_step_events_sql[] =
  "INSERT INTO deal_event (deal_id, change_id, happened_at, version_id, field, new, is_inferred)"
  " SELECT id, :change, :now, :version, 'activity', next_step, 0"
  " FROM import_batch"
  " WHERE next_step IS NOT NULL";

/* Since when a table does not tell. */
static const char insert_parked_events_sql[] =
  "INSERT INTO deal_event (deal_id, change_id, happened_at, version_id, field, new, is_inferred)"
  " SELECT id, :change, :now, :version, 'parked', parked_until, 0"
  " FROM import_batch"
  " WHERE parked_until IS NOT NULL";

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
    sc_statement_bind_key (statement, ":version", self->version_key);
  if (sc_statement_has (statement, ":user"))
    sc_statement_bind_int (statement, ":user", sc_write_get_user (self->write));
  if (sc_statement_has (statement, ":now"))
    sc_statement_bind_int (statement, ":now", sc_clock_now ());

  return sc_statement_execute (statement, error);
}

static gboolean
write_steps (ScImportWrite *self,
             GError       **error)
{
  if (!self->has_steps)
    return TRUE;

  self->has_steps = FALSE;

  return write_batch (self, insert_steps_sql, error) && write_batch (self, insert_step_events_sql, error);
}

static gboolean
write_parked (ScImportWrite *self,
              GError       **error)
{
  if (!self->has_parked)
    return TRUE;

  self->has_parked = FALSE;

  return write_batch (self, insert_parked_events_sql, error);
}

/* Many rows are counted at once, and where there are more of them than there
 * were before, indexes are made anew. Ids are asked for in a process that has some; where
 * they rise their index is kept up, for each goes to its end. */
static gboolean
make_ready (ScImportWrite *self,
            guint          n_rows,
            GError       **error)
{
  gint64 n_new = self->next_id - self->first_id;

  if (!sc_write_take_over_totals (self->write, error))
    return FALSE;

  return n_rows < N_MANY || n_new <= self->first_id || self->keeps_indexes
         || sc_write_defer_indexes (self->write,
                                    sc_import_ids_is_fresh (self->ids) && !sc_import_ids_is_rising (self->ids), error);
}

/**
 * sc_import_write_flush:
 * @self: an import
 * @error: why it failed
 *
 * Returns: whether all deals that were added are written
 */
gboolean
sc_import_write_flush (ScImportWrite *self,
                       GError       **error)
{
  guint n_rows = sc_import_batch_get_n_rows (self->batch);

  if (n_rows == 0)
    return TRUE;
  if (!make_ready (self, n_rows, error) ||
      !write_batch (self, insert_deals_sql, error) ||
      !write_batch (self, insert_events_sql, error) ||
      !write_batch (self, insert_visits_sql, error) ||
      !write_steps (self, error) ||
      !write_parked (self, error) ||
      !sc_import_contacts_write_new (self->contacts, self->version_key, error) ||
      !sc_import_totals_write (self->totals, self->connection, error))
    return FALSE;

  sc_import_batch_clear (self->batch);

  return sc_import_told_write_new (self->told, error);
}

/* Whether the process has it already: what this import has added is asked for
 * only where it seems to be so, by the index then. */
static gboolean
check_known (ScImportWrite *self,
             const char    *external_id,
             gboolean      *is_known,
             GError       **error)
{
  gint64 id;

  *is_known = FALSE;
  if (external_id == NULL || sc_import_ids_add (self->ids, external_id))
    return TRUE;

  self->keeps_indexes = TRUE;
  if (!sc_import_write_flush (self, error) || !sc_write_end_bulk (self->write, error))
    return FALSE;
  id = sc_import_ids_find (self->ids, external_id, error);
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
keep_place (ScImportWrite *self,
            StagePlace    *place)
{
  g_autofree char *position = sc_import_write_take_place (place);

  return sc_import_batch_keep (self->batch, position);
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

/* A time is one of a day. */
static void
set_step (ScImportWrite    *self,
          ScImportBatchRow *row,
          const ScDeal     *deal)
{
  g_autofree char *due_time = deal->next_step_due != SC_DATE_NONE ? sc_day_time_to_string (deal->next_step_time) : NULL;

  row->next_step = sc_import_batch_keep (self->batch, deal->next_step);
  row->next_step_time = sc_import_batch_keep (self->batch, due_time);
  sc_import_text_date (deal->next_step_due, row->next_step_due);
  self->has_steps = TRUE;
}

/* A deal whose end is told to be before the day on which it came in was never there. */
static void
set_visit (ScImportBatchRow *row)
{
  gboolean stands = sc_deal_status_is_standing (row->deal.status);

  row->is_visit = row->began_at != SC_INSTANT_NONE && (stands || row->ended_at >= row->began_at - SC_REST_OF_DAY);
  row->how_left = stands ? NULL : row->status;
  row->left_at = MAX (row->began_at, row->ended_at);
}

/* Of a deal that is parked more is known than when it came in. */
static void
set_parked (ScImportWrite    *self,
            ScImportBatchRow *row)
{
  sc_write_touch_visits (self->write, row->id);
  self->has_parked = TRUE;
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
  StagePlace *place = sc_import_write_need_stage (self, deal->stage_id, error);
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
  if (import->contacts != NULL &&
      !sc_import_contacts_add_new (self->contacts, self->names, self->next_id, keys.company_key, keys.person_key, import->contacts, error))
    return FALSE;

  row = sc_import_batch_add (self->batch);
  *row = keys;
  row->id = self->next_id++;
  row->stage_key = place->key;
  row->stage_id = place->id;
  row->status = sc_deal_status_get_id (deal->status);
  row->position = keep_place (self, place);
  row->began_at = import->stages.n_entries == 0 ? import->began_at : SC_INSTANT_NONE;
  row->ended_at = import->ended_at;
  set_money (self, row, deal->value);
  set_plain (self, row, deal);
  if (deal->next_step != NULL)
    set_step (self, row, deal);
  if (deal->parked_until != SC_DATE_NONE)
    set_parked (self, row);
  row->deal.entered_at = SC_INSTANT_NONE;
  set_visit (row);
  row->search = keep_search (self, deal);
  if (import->stages.n_entries > 0)
    sc_import_told_add_new (self->told, row->id, &import->stages);
  sc_import_totals_add (self->totals, place->key, row->owner_key, deal);

  return sc_import_batch_get_n_rows (self->batch) < SC_IMPORT_BATCH_MAX || sc_import_write_flush (self, error);
}
