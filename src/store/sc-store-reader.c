/* SPDX-License-Identifier: GPL-3.0-or-later */

/* Gives who reads a look at the database that stays the same whatever is written
 * meanwhile. */

#include "store/sc-store-private.h"

struct _ScReader {
  ScStore *store;
  ScConnection *connection;
};

static void
bad_row_cb (const char *problem,
            gpointer    user_data)
{
  sc_bad_rows_add (sc_store_get_bad_rows (user_data), problem);
}

/**
 * sc_reader_new:
 * @store: a store
 * @cancellable: (nullable): ends what is read
 * @error: why it can't be read
 *
 * Returns: (transfer full): a look at the store as it is now
 */
ScReader *
sc_reader_new (ScStore      *store,
               GCancellable *cancellable,
               GError      **error)
{
  ScConnection *connection = sc_store_take_reader (store, error);
  ScReader *self;

  if (connection == NULL)
    return NULL;
  if (g_cancellable_set_error_if_cancelled (cancellable, error)
      || !sc_connection_begin (connection, error))
    {
      sc_store_give_reader (store, connection);
      return NULL;
    }

  sc_connection_set_cancellable (connection, cancellable);
  sc_connection_set_bad_row_func (connection, bad_row_cb, store);
  self = g_new (ScReader, 1);
  self->store = g_object_ref (store);
  self->connection = connection;

  return self;
}

/**
 * sc_reader_get_connection:
 * @self: a reader
 *
 * Returns: (transfer none): its connection
 */
ScConnection *
sc_reader_get_connection (ScReader *self)
{
  return self->connection;
}

/**
 * sc_reader_get_calendar:
 * @self: a reader
 *
 * Returns: (transfer full): the working calendar as it is in this look
 */
ScCalendar *
sc_reader_get_calendar (ScReader *self)
{
  return sc_kept_calendar_look (sc_store_get_kept_calendar (self->store), self->connection);
}

/**
 * sc_reader_free:
 * @self: (transfer full): a reader, whose statements have been reset
 */
void
sc_reader_free (ScReader *self)
{
  sc_connection_set_cancellable (self->connection, NULL);
  sc_connection_set_bad_row_func (self->connection, NULL, NULL);
  sc_connection_roll_back (self->connection);
  sc_store_give_reader (self->store, self->connection);
  g_object_unref (self->store);
  g_free (self);
}
