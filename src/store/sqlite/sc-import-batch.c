/* SPDX-License-Identifier: GPL-3.0-or-later */

/* Holds thousands of an import’s rows and gives them to SQLite as a table that one
 * statement reads. */

#include "store/engine/sc-import-batch-private.h"

#include "store/sqlite/sc-sqlite-private.h"

#define CHUNK_SIZE (256 * 1024)

struct _ScImportBatch {
  ScConnection *connection;
  GArray *rows;
  GStringChunk *texts;
};

/* SQLite's structs come first, as it wants them. */
typedef struct {
  sqlite3_vtab base;
  ScImportBatch *batch;
} BatchTable;

/* @is_end tells a deal's second event from its first. */
typedef struct {
  sqlite3_vtab_cursor base;
  guint at;
  gboolean is_end;
} BatchCursor;

enum {
  COLUMN_ID,
  COLUMN_STAGE_KEY,
  COLUMN_STATUS,
  COLUMN_POSITION,
  COLUMN_COMPANY_KEY,
  COLUMN_PERSON_KEY,
  COLUMN_OWNER_KEY,
  COLUMN_VALUE_MINOR,
  COLUMN_CURRENCY,
  COLUMN_SEARCH,
  COLUMN_NEXT_STEP,
  COLUMN_NEXT_STEP_DUE,
  COLUMN_NEXT_STEP_TIME,
  COLUMN_BEGAN_AT,
  COLUMN_LEFT_AT,
  COLUMN_HOW_LEFT,
  COLUMN_IS_VISIT,
  COLUMN_PLAIN,
};

enum {
  EVENT_DEAL_ID,
  EVENT_HAPPENED_AT,
  EVENT_FIELD,
  EVENT_OLD,
  EVENT_NEW,
  EVENT_IS_INFERRED,
};

#define NAME_COLUMN(name, ...) ", " #name

static const char declaration[] =
  "CREATE TABLE import_batch (id, stage_key, status, position, company_key, person_key, owner_key,"
  " value_minor, currency, search, next_step, next_step_due, next_step_time, began_at, left_at, how_left, is_visit"
  SC_DEAL_PLAIN_COLUMNS (NAME_COLUMN) ")";
static const char event_declaration[] = "CREATE TABLE import_event (deal_id, happened_at, field, old, new, is_inferred)";

static int
make_table (sqlite3       *handle,
            const char    *words,
            void          *data,
            sqlite3_vtab **table)
{
  BatchTable *self = g_new0 (BatchTable, 1);
  int code = sqlite3_declare_vtab (handle, words);

  if (code != SQLITE_OK)
    {
      g_free (self);
      return code;
    }

  self->batch = data;
  *table = &self->base;

  return SQLITE_OK;
}

static int
connect_cb (sqlite3           *handle,
            void              *data,
            int                n_args,
            const char *const *args,
            sqlite3_vtab     **table,
            char             **message)
{
  return make_table (handle, declaration, data, table);
}

static int
connect_events_cb (sqlite3           *handle,
                   void              *data,
                   int                n_args,
                   const char *const *args,
                   sqlite3_vtab     **table,
                   char             **message)
{
  return make_table (handle, event_declaration, data, table);
}

static int
disconnect_cb (sqlite3_vtab *table)
{
  g_free (table);

  return SQLITE_OK;
}

static int
best_index_cb (sqlite3_vtab       *table,
               sqlite3_index_info *info)
{
  info->estimatedCost = SC_IMPORT_BATCH_MAX;
  info->estimatedRows = SC_IMPORT_BATCH_MAX;

  return SQLITE_OK;
}

static int
open_cb (sqlite3_vtab         *table,
         sqlite3_vtab_cursor **cursor)
{
  BatchCursor *self = g_new0 (BatchCursor, 1);

  *cursor = &self->base;

  return SQLITE_OK;
}

static int
close_cb (sqlite3_vtab_cursor *cursor)
{
  g_free (cursor);

  return SQLITE_OK;
}

static int
filter_cb (sqlite3_vtab_cursor *cursor,
           int                  number,
           const char          *text,
           int                  n_args,
           sqlite3_value      **args)
{
  ((BatchCursor *) cursor)->at = 0;

  return SQLITE_OK;
}

static int
next_cb (sqlite3_vtab_cursor *cursor)
{
  ((BatchCursor *) cursor)->at++;

  return SQLITE_OK;
}

static GArray *
get_rows (sqlite3_vtab_cursor *cursor)
{
  return ((BatchTable *) cursor->pVtab)->batch->rows;
}

static int
eof_cb (sqlite3_vtab_cursor *cursor)
{
  return ((BatchCursor *) cursor)->at >= get_rows (cursor)->len;
}

static int
row_id_cb (sqlite3_vtab_cursor *cursor,
           sqlite3_int64       *id)
{
  *id = ((BatchCursor *) cursor)->at;

  return SQLITE_OK;
}

static void
return_text (sqlite3_context *context,
             const char      *text)
{
  if (text != NULL && *text != '\0')
    sqlite3_result_text (context, text, -1, SQLITE_STATIC);
}

static void
return_key (sqlite3_context *context,
            gint64           key)
{
  if (key != 0)
    sqlite3_result_int64 (context, key);
}

static void
return_value (sqlite3_context        *context,
              const ScImportBatchRow *row)
{
  if (row->currency != NULL)
    sqlite3_result_int64 (context, row->value_minor);
}

static const char *
get_text (const ScImportBatchRow *row,
          int                     column)
{
  switch (column)
    {
    case COLUMN_STATUS:
      return row->status;
    case COLUMN_POSITION:
      return row->position;
    case COLUMN_CURRENCY:
      return row->currency;
    case COLUMN_NEXT_STEP:
      return row->next_step;
    case COLUMN_NEXT_STEP_DUE:
      return row->next_step_due;
    case COLUMN_NEXT_STEP_TIME:
      return row->next_step_time;
    case COLUMN_HOW_LEFT:
      return row->how_left;
    case COLUMN_SEARCH:
    default:
      return row->search;
    }
}

static void
return_share (sqlite3_context *context,
              double           share)
{
  if (share >= 0)
    sqlite3_result_double (context, share);
}

/* Unlike other texts, notes are there though they are empty. */
static void
return_note (sqlite3_context *context,
             const char      *note)
{
  sqlite3_result_text (context, note != NULL ? note : "", -1, SQLITE_STATIC);
}

static void
return_plain (sqlite3_context        *context,
              const ScImportBatchRow *row,
              guint                   place)
{
  guint n_plain;
  const ScDealColumn *column = &sc_deal_columns_get_all (&n_plain)[place];

  switch (column->kind)
    {
    case SC_DEAL_COLUMN_DATE:
      return_text (context, row->dates[place]);
      break;
    case SC_DEAL_COLUMN_INSTANT:
      return_key (context, sc_deal_column_get_instant (column, &row->deal));
      break;
    case SC_DEAL_COLUMN_SHARE:
      return_share (context, sc_deal_column_get_share (column, &row->deal));
      break;
    case SC_DEAL_COLUMN_NOTE:
      return_note (context, sc_deal_column_get_text (column, &row->deal));
      break;
    case SC_DEAL_COLUMN_TEXT:
    case SC_DEAL_COLUMN_NAME:
    default:
      return_text (context, sc_deal_column_get_text (column, &row->deal));
      break;
    }
}

static int
column_cb (sqlite3_vtab_cursor *cursor,
           sqlite3_context     *context,
           int                  column)
{
  const ScImportBatchRow *row = &g_array_index (get_rows (cursor), ScImportBatchRow, ((BatchCursor *) cursor)->at);

  switch (column)
    {
    case COLUMN_ID:
      sqlite3_result_int64 (context, row->id);
      break;
    case COLUMN_STAGE_KEY:
      sqlite3_result_int64 (context, row->stage_key);
      break;
    case COLUMN_COMPANY_KEY:
      return_key (context, row->company_key);
      break;
    case COLUMN_PERSON_KEY:
      return_key (context, row->person_key);
      break;
    case COLUMN_OWNER_KEY:
      return_key (context, row->owner_key);
      break;
    case COLUMN_VALUE_MINOR:
      return_value (context, row);
      break;
    case COLUMN_BEGAN_AT:
      return_key (context, row->began_at);
      break;
    case COLUMN_LEFT_AT:
      if (row->how_left != NULL)
        sqlite3_result_int64 (context, row->left_at);
      break;
    case COLUMN_IS_VISIT:
      sqlite3_result_int (context, row->is_visit ? 1 : 0);
      break;
    default:
      if (column < COLUMN_PLAIN)
        return_text (context, get_text (row, column));
      else
        return_plain (context, row, (guint) column - COLUMN_PLAIN);
    }

  return SQLITE_OK;
}

static const ScImportBatchRow *
get_event_row (sqlite3_vtab_cursor *cursor)
{
  return &g_array_index (get_rows (cursor), ScImportBatchRow, ((BatchCursor *) cursor)->at);
}

/* When nothing is known of its stages a deal has an event of how it came into the one in
 * which it stands, and one of how it ended, if it did. */
static gboolean
has_event (sqlite3_vtab_cursor *cursor)
{
  const ScImportBatchRow *row = get_event_row (cursor);

  return ((BatchCursor *) cursor)->is_end ? row->deal.status != SC_DEAL_OPEN : row->began_at != SC_INSTANT_NONE;
}

static void
find_event (BatchCursor *self)
{
  while (!eof_cb (&self->base) && !has_event (&self->base))
    {
      self->at += self->is_end ? 1 : 0;
      self->is_end = !self->is_end;
    }
}

static int
filter_events_cb (sqlite3_vtab_cursor *cursor,
                  int                  number,
                  const char          *text,
                  int                  n_args,
                  sqlite3_value      **args)
{
  BatchCursor *self = (BatchCursor *) cursor;

  self->at = 0;
  self->is_end = FALSE;
  find_event (self);

  return SQLITE_OK;
}

static int
next_event_cb (sqlite3_vtab_cursor *cursor)
{
  BatchCursor *self = (BatchCursor *) cursor;

  self->at += self->is_end ? 1 : 0;
  self->is_end = !self->is_end;
  find_event (self);

  return SQLITE_OK;
}

static int
event_id_cb (sqlite3_vtab_cursor *cursor,
             sqlite3_int64       *id)
{
  const BatchCursor *self = (BatchCursor *) cursor;

  *id = 2 * (sqlite3_int64) self->at + (self->is_end ? 1 : 0);

  return SQLITE_OK;
}

static int
event_column_cb (sqlite3_vtab_cursor *cursor,
                 sqlite3_context     *context,
                 int                  column)
{
  const ScImportBatchRow *row = get_event_row (cursor);
  gboolean is_end = ((BatchCursor *) cursor)->is_end;

  switch (column)
    {
    case EVENT_DEAL_ID:
      sqlite3_result_int64 (context, row->id);
      break;
    case EVENT_HAPPENED_AT:
      sqlite3_result_int64 (context, is_end ? row->ended_at : row->began_at);
      break;
    case EVENT_FIELD:
      return_text (context, is_end ? "status" : "stage");
      break;
    case EVENT_OLD:
      return_text (context, is_end ? sc_deal_status_get_id (SC_DEAL_OPEN) : NULL);
      break;
    case EVENT_NEW:
      return_text (context, is_end ? row->status : row->stage_id);
      break;
    case EVENT_IS_INFERRED:
    default:
      sqlite3_result_int (context, is_end && row->deal.closed != SC_DATE_NONE ? 0 : 1);
      break;
    }

  return SQLITE_OK;
}

/* Without xCreate it is there for every statement, and in no schema. */
static const sqlite3_module module = {
  .iVersion = 0,
  .xConnect = connect_cb,
  .xBestIndex = best_index_cb,
  .xDisconnect = disconnect_cb,
  .xOpen = open_cb,
  .xClose = close_cb,
  .xFilter = filter_cb,
  .xNext = next_cb,
  .xEof = eof_cb,
  .xColumn = column_cb,
  .xRowid = row_id_cb,
};

static const sqlite3_module event_module = {
  .iVersion = 0,
  .xConnect = connect_events_cb,
  .xBestIndex = best_index_cb,
  .xDisconnect = disconnect_cb,
  .xOpen = open_cb,
  .xClose = close_cb,
  .xFilter = filter_events_cb,
  .xNext = next_event_cb,
  .xEof = eof_cb,
  .xColumn = event_column_cb,
  .xRowid = event_id_cb,
};

/**
 * sc_import_batch_new:
 * @connection: the writing connection, which has no other batch
 *
 * Returns: (transfer full): an empty batch, which statements of the connection
 *   read as the table “import_batch”
 */
ScImportBatch *
sc_import_batch_new (ScConnection *connection)
{
  ScImportBatch *self = g_new0 (ScImportBatch, 1);

  self->connection = connection;
  self->rows = g_array_new (FALSE, TRUE, sizeof (ScImportBatchRow));
  self->texts = g_string_chunk_new (CHUNK_SIZE);
  sqlite3_create_module (sc_connection_get_handle (connection), "import_batch", &module, self);
  sqlite3_create_module (sc_connection_get_handle (connection), "import_event", &event_module, self);

  return self;
}

/**
 * sc_import_batch_free:
 * @self: (transfer full): a batch
 */
void
sc_import_batch_free (ScImportBatch *self)
{
  sc_connection_forget (self->connection, "import_batch");
  sc_connection_forget (self->connection, "import_event");
  sqlite3_create_module (sc_connection_get_handle (self->connection), "import_batch", NULL, NULL);
  sqlite3_create_module (sc_connection_get_handle (self->connection), "import_event", NULL, NULL);
  g_array_unref (self->rows);
  g_string_chunk_free (self->texts);
  g_free (self);
}

/**
 * sc_import_batch_add:
 * @self: a batch
 *
 * Returns: (transfer none): a new row, to be filled at once
 */
ScImportBatchRow *
sc_import_batch_add (ScImportBatch *self)
{
  g_array_set_size (self->rows, self->rows->len + 1);

  return &g_array_index (self->rows, ScImportBatchRow, self->rows->len - 1);
}

/**
 * sc_import_batch_keep:
 * @self: a batch
 * @text: (nullable): a text
 *
 * Returns: (transfer none) (nullable): a copy that lasts until the batch is
 *   cleared
 */
const char *
sc_import_batch_keep (ScImportBatch *self,
                      const char    *text)
{
  return text != NULL ? g_string_chunk_insert (self->texts, text) : NULL;
}

/**
 * sc_import_batch_get_n_rows:
 * @self: a batch
 *
 * Returns: how many rows it has
 */
guint
sc_import_batch_get_n_rows (ScImportBatch *self)
{
  return self->rows->len;
}

/**
 * sc_import_batch_clear:
 * @self: a batch, whose rows are written
 */
void
sc_import_batch_clear (ScImportBatch *self)
{
  g_array_set_size (self->rows, 0);
  g_string_chunk_clear (self->texts);
}
