/* SPDX-License-Identifier: GPL-3.0-or-later */

/* Begins and ends a write: waits for its turn, and commits one change or leaves nothing
 * of it behind. */

#include "store/sc-write.h"

#include "store/sc-store-private.h"
#include "store/tables/sc-write-struct-private.h"

/* So many at once are worth a copy of what was before. */
#define MANY_DEALS 500

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
  self->window = sc_store_get_window (store);
  self->process_id = g_strdup (process_id);
  self->inverse = sc_inverse_new ();
  self->deals = g_hash_table_new_full (g_int64_hash, g_int64_equal, g_free, NULL);
  if (!begin (self, cancellable, error)
      || !sc_account_need (sc_store_get_account (store), connection, &self->user, error)
      || !sc_write_begin_log (self, scope, error))
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
  sc_inverse_free (self->inverse);
  g_hash_table_unref (self->deals);
  g_clear_pointer (&self->visited, g_array_unref);
  g_clear_pointer (&self->calendar, sc_calendar_unref);
  g_free (self->process_id);
  g_free (self);
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

  if (!sc_write_end_log (self, name, error))
    return FALSE;

  if (self->inverse->bulk != NULL || g_hash_table_size (self->deals) > MANY_DEALS)
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

  if (!(is_empty ? sc_write_drop_log (self, error) : sc_write_end_log (self, name, error)))
    return FALSE;

  g_clear_pointer (&self->inverse, sc_inverse_free);
  self->inverse = sc_inverse_new ();
  g_hash_table_remove_all (self->deals);
  g_set_str (&self->process_id, process_id);
  self->is_by_itself = FALSE;
  if (!sc_write_begin_log (self, scope, error))
    return FALSE;

  self->n_written_before = sc_connection_get_n_written (self->connection);

  return TRUE;
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
