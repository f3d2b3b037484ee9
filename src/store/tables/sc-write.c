/* SPDX-License-Identifier: GPL-3.0-or-later */

/* Begins, logs and ends a write: one transaction, one change, and what takes it back. */

#include "store/tables/sc-write-struct-private.h"

#include <glib/gi18n-lib.h>

#include "store/tables/sc-column-private.h"
#include "store/tables/sc-user-table-private.h"

/* How many deals a change names one by one; more are “many”. */
#define MAX_DEALS_NAMED 200

/* So many at once are worth a copy of what was before. */
#define MANY_DEALS 500

static gboolean
look_up_number (ScWrite *self,
                GError **error)
{
  self->change_id = sc_connection_next_number (self->connection, "change", error);

  return self->change_id > 0 && sc_key_is_free (self->change_id, error);
}

/* The log's row is there from the start, so that events can refer to it; its
 * name and inverse come in the end. */
static gboolean
begin_log (ScWrite *self,
           ScScope  scope,
           GError **error)
{
  g_autoptr (ScStatement) statement =
    sc_connection_prepare (self->connection,
                           "INSERT INTO change (id, made_at, user_id, \"window\", scope, name, inverse)"
                           " VALUES (:id, :made_at, :user_id, :window, :scope, '', '')",
                           error);

  if (statement == NULL)
    return FALSE;

  sc_statement_bind_int (statement, ":id", self->change_id);
  sc_statement_bind_int (statement, ":made_at", sc_clock_now ());
  sc_statement_bind_int (statement, ":user_id", self->user.id);
  sc_statement_bind_text (statement, ":window", sc_store_get_window (self->store));
  sc_statement_bind_text (statement, ":scope", scope == SC_SCOPE_DESIGN ? "design" : "deals");

  return sc_statement_execute (statement, error);
}

/* A wait that was given up is no news about another program. */
static gboolean
begin (ScWrite      *self,
       GCancellable *cancellable,
       GError      **error)
{
  g_autoptr (GError) local_error = NULL;

  if (g_cancellable_set_error_if_cancelled (cancellable, error))
    return FALSE;

  sc_connection_set_cancellable (self->connection, cancellable);
  if (sc_store_keep_log (self->store, &local_error)
      && sc_connection_begin_write (self->connection, &local_error))
    return TRUE;

  if (!g_cancellable_set_error_if_cancelled (cancellable, error))
    g_propagate_error (error, g_steal_pointer (&local_error));

  return FALSE;
}

/**
 * sc_write_begin:
 * @store: a store
 * @scope: whose undo the change belongs to
 * @process_id: (nullable): the process that it is about, which need not be
 *   there yet
 * @cancellable: (nullable): ends the write until it is committed
 * @error: why it can't be written
 *
 * Waits for its turn among this program's writes and others', and begins a
 * transaction. For another program it waits until @cancellable is cancelled,
 * and without one for some seconds. To be ended in the thread that began it.
 *
 * Returns: (transfer full): the write
 */
ScWrite *
sc_write_begin (ScStore      *store,
                ScScope       scope,
                const char   *process_id,
                GCancellable *cancellable,
                GError      **error)
{
  g_autoptr (ScWrite) self = NULL;
  ScConnection *connection = sc_store_lock_writer (store, error);

  if (connection == NULL)
    return NULL;

  self = g_new0 (ScWrite, 1);
  self->store = g_object_ref (store);
  self->connection = connection;
  self->process_id = g_strdup (process_id);
  self->patch = sc_patch_new ();
  self->deals = g_hash_table_new_full (g_int64_hash, g_int64_equal, g_free, NULL);
  if (!begin (self, cancellable, error)
      || !sc_account_need (sc_store_get_account (store), connection, &self->user, error)
      || !look_up_number (self, error)
      || !begin_log (self, scope, error))
    return NULL;

  self->n_written_before = sc_connection_get_n_written (connection);

  return g_steal_pointer (&self);
}

/**
 * sc_write_abort:
 * @self: (transfer full): a write
 *
 * Takes back everything that was not committed, and lets the next one in.
 */
void
sc_write_abort (ScWrite *self)
{
  sc_connection_set_cancellable (self->connection, NULL);
  sc_connection_roll_back (self->connection);
  g_clear_pointer (&self->bulk, sc_bulk_free);
  sc_store_unlock_writer (self->store);
  if (self->is_committed)
    sc_store_notify_committed (self->store);
  g_object_unref (self->store);
  sc_account_user_clear (&self->user);
  sc_patch_free (self->patch);
  g_hash_table_unref (self->deals);
  g_free (self->process_id);
  g_free (self);
}

/* The deals that the change was about, for other windows. */
static char *
list_deals (ScWrite *self)
{
  g_autoptr (GString) list = g_string_new ("[");
  GHashTableIter iter;
  gpointer key;

  if (self->patch->bulk != NULL || g_hash_table_size (self->deals) > MAX_DEALS_NAMED)
    return g_strdup ("*");

  g_hash_table_iter_init (&iter, self->deals);
  while (g_hash_table_iter_next (&iter, &key, NULL))
    g_string_append_printf (list, "%s%" G_GINT64_FORMAT, list->len > 1 ? "," : "", *(gint64 *) key);
  g_string_append_c (list, ']');

  return g_string_free (g_steal_pointer (&list), FALSE);
}

/* All the deals of a change are of one process. */
static gint64
find_any_deal (ScWrite *self)
{
  GHashTableIter iter;
  gpointer key;

  g_hash_table_iter_init (&iter, self->deals);

  return g_hash_table_iter_next (&iter, &key, NULL) ? *(gint64 *) key : 0;
}

static gboolean
end_log (ScWrite    *self,
         const char *name,
         GError    **error)
{
  g_autofree char *inverse = NULL;
  g_autofree char *deals = list_deals (self);
  g_autoptr (ScStatement) statement =
    sc_connection_prepare (self->connection,
                           "UPDATE change"
                           " SET name = :name, inverse = :inverse, deals = :deals, is_by_itself = :is_by_itself,"
                           " process_id = coalesce((SELECT id FROM process WHERE uuid = :process), process_id,"
                           "  (SELECT process_id FROM deal WHERE id = :deal))"
                           " WHERE id = :id",
                           error);

  if (statement == NULL)
    return FALSE;

  if (self->patch->root == 0)
    self->patch->root = self->change_id;
  inverse = sc_patch_to_text (self->patch);
  sc_statement_bind_text (statement, ":name", name);
  sc_statement_bind_text (statement, ":inverse", inverse);
  sc_statement_bind_text (statement, ":deals", deals);
  sc_statement_bind_int (statement, ":is_by_itself", self->is_by_itself);
  sc_statement_bind_text (statement, ":process", self->process_id);
  sc_statement_bind_int (statement, ":deal", find_any_deal (self));
  sc_statement_bind_int (statement, ":id", self->change_id);

  return sc_statement_execute (statement, error);
}

/* Taking a change back may have given who makes it another name. */
static gboolean
look_up_name (ScWrite *self,
              GError **error)
{
  if (sc_patch_find_row (self->patch, "user", self->user.id) == NULL)
    return TRUE;

  g_free (self->user.name);
  self->user.name = sc_user_table_get_name (self->connection, self->user.id, error);

  return self->user.name != NULL;
}

/**
 * sc_write_commit:
 * @self: a write
 * @name: the change's name, for people
 * @change_id: (out) (optional): the change's number, 0 where nothing was
 *   written
 * @error: why it could not be written; nothing of it is then
 *
 * Returns: whether the change is on the disk
 */
gboolean
sc_write_commit (ScWrite    *self,
                 const char *name,
                 gint64     *change_id,
                 GError    **error)
{
  g_return_val_if_fail (!self->is_committed, FALSE);

  if (change_id != NULL)
    *change_id = 0;
  if (sc_connection_get_n_written (self->connection) == self->n_written_before)
    {
      sc_connection_roll_back (self->connection);
      return TRUE;
    }

  if (!sc_write_end_bulk (self, error) || !end_log (self, name, error) || !look_up_name (self, error))
    return FALSE;

  if (self->patch->bulk != NULL || g_hash_table_size (self->deals) > MANY_DEALS)
    sc_store_keep_copy_before (self->store);

  /* From here on it is done or not, whatever is cancelled. */
  sc_connection_set_cancellable (self->connection, NULL);
  if (!sc_connection_commit (self->connection, error))
    return FALSE;

  self->is_committed = TRUE;
  sc_account_settle (sc_store_get_account (self->store), &self->user);
  if (change_id != NULL)
    *change_id = self->change_id;

  return TRUE;
}

static gboolean
drop_log (ScWrite *self,
          GError **error)
{
  g_autoptr (ScStatement) statement =
    sc_connection_prepare (self->connection, "DELETE FROM change WHERE id = :id", error);

  if (statement == NULL)
    return FALSE;

  sc_statement_bind_int (statement, ":id", self->change_id);

  return sc_statement_execute (statement, error);
}

/**
 * sc_write_begin_next:
 * @self: a write
 * @name: what was written so far is called, for people
 * @scope: whose undo the next change belongs to
 * @process_id: (nullable): the process that it is about
 * @error: why it can't be written
 *
 * What was written so far is a change of its own, and what comes is another. Both are
 * committed at once, or neither.
 *
 * Returns: whether the next one has begun
 */
gboolean
sc_write_begin_next (ScWrite    *self,
                     const char *name,
                     ScScope     scope,
                     const char *process_id,
                     GError    **error)
{
  gboolean is_empty = sc_connection_get_n_written (self->connection) == self->n_written_before;

  if (!(is_empty ? drop_log (self, error) : sc_write_end_bulk (self, error) && end_log (self, name, error)))
    return FALSE;

  g_clear_pointer (&self->patch, sc_patch_free);
  self->patch = sc_patch_new ();
  g_hash_table_remove_all (self->deals);
  g_set_str (&self->process_id, process_id);
  self->is_by_itself = FALSE;
  if (!look_up_number (self, error) || !begin_log (self, scope, error))
    return FALSE;

  self->n_written_before = sc_connection_get_n_written (self->connection);

  return TRUE;
}

/**
 * sc_write_get_connection:
 * @self: a write
 *
 * Returns: (transfer none): its connection, for reading what it has written
 */
ScConnection *
sc_write_get_connection (ScWrite *self)
{
  return self->connection;
}

/**
 * sc_write_get_change:
 * @self: a write
 *
 * Returns: the number of the change that it becomes
 */
gint64
sc_write_get_change (ScWrite *self)
{
  return self->change_id;
}

/**
 * sc_write_get_user:
 * @self: a write
 *
 * Returns: the number of who makes the change
 */
gint64
sc_write_get_user (ScWrite *self)
{
  return self->user.id;
}

/**
 * sc_write_get_user_name:
 * @self: a write
 *
 * Returns: (transfer none): what who makes the change is called
 */
const char *
sc_write_get_user_name (ScWrite *self)
{
  return self->user.name;
}

/**
 * sc_write_get_store:
 * @self: a write
 *
 * Returns: (transfer none): the store that it writes to
 */
ScStore *
sc_write_get_store (ScWrite *self)
{
  return self->store;
}

/**
 * sc_write_set_bulk:
 * @self: a write
 * @predicate: “import” or “moves”
 */
void
sc_write_set_bulk (ScWrite    *self,
                   const char *predicate)
{
  g_set_str (&self->patch->bulk, predicate);
}

/**
 * sc_write_set_by_itself:
 * @self: a write
 *
 * It is the program's own, and no person's: undo and redo pass it over.
 */
void
sc_write_set_by_itself (ScWrite *self)
{
  self->is_by_itself = TRUE;
}

/**
 * sc_write_touch_deal:
 * @self: a write
 * @deal_id: a deal that it changes, for those who watch
 */
void
sc_write_touch_deal (ScWrite *self,
                     gint64   deal_id)
{
  if (g_hash_table_size (self->deals) <= MAX_DEALS_NAMED)
    g_hash_table_add (self->deals, g_memdup2 (&deal_id, sizeof deal_id));
}

/**
 * sc_write_insert_event:
 * @self: a write
 * @event: what happened to a deal
 * @error: why it can't be written
 *
 * Adds to the deal's history.
 *
 * Returns: whether it was added
 */
gboolean
sc_write_insert_event (ScWrite          *self,
                       const ScNewEvent *event,
                       GError          **error)
{
  g_autoptr (ScStatement) statement =
    sc_connection_prepare (self->connection,
                           "INSERT INTO deal_event (deal_id, change_id, happened_at, version_id, field, old, new, note,"
                           " is_inferred, criterion, criterion_text, answer_type)"
                           " VALUES (:deal, :change, :happened_at,"
                           " (SELECT version.id FROM version JOIN deal ON deal.process_id = version.process_id"
                           "  WHERE deal.id = :deal AND version.status = 'published' AND version.deleted_by IS NULL),"
                           " :field, :old, :new, :note, :is_inferred, :criterion, :criterion_text, :answer_type)",
                           error);

  if (statement == NULL)
    return FALSE;

  sc_statement_bind_int (statement, ":deal", event->deal_id);
  sc_statement_bind_int (statement, ":change", self->change_id);
  sc_statement_bind_int (statement, ":happened_at", event->happened_at != 0 ? event->happened_at : sc_clock_now ());
  sc_statement_bind_text (statement, ":field", event->field);
  sc_statement_bind_text (statement, ":old", event->old_value);
  sc_statement_bind_text (statement, ":new", event->new_value);
  sc_statement_bind_text (statement, ":note", event->note);
  sc_statement_bind_int (statement, ":is_inferred", event->is_inferred);
  sc_statement_bind_text (statement, ":criterion", event->criterion_id);
  sc_statement_bind_text (statement, ":criterion_text", event->criterion_text);
  sc_statement_bind_text (statement, ":answer_type", event->answer_type);
  sc_write_touch_deal (self, event->deal_id);

  return sc_statement_execute (statement, error);
}

/**
 * sc_write_event:
 * @self: a write
 * @deal_id: a deal
 * @happened_at: when it happened, 0 for now
 * @field: what changed
 * @old_value: (nullable): what it was
 * @new_value: (nullable): what it became
 * @note: (nullable): what else there is to say
 * @error: why it can't be written
 *
 * As sc_write_insert_event(), for what is not about a question.
 *
 * Returns: whether it was added
 */
gboolean
sc_write_event (ScWrite    *self,
                gint64      deal_id,
                ScInstant   happened_at,
                const char *field,
                const char *old_value,
                const char *new_value,
                const char *note,
                GError    **error)
{
  const ScNewEvent event = {
    .deal_id = deal_id, .happened_at = happened_at, .field = field,
    .old_value = old_value, .new_value = new_value, .note = note,
  };

  return sc_write_insert_event (self, &event, error);
}
