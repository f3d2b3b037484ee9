/* SPDX-License-Identifier: GPL-3.0-or-later */

/* Who uses the program: under which name the database knows them, and changing
 * that. It is a change that stands in no log and is not taken back, as any other
 * preference. */

#include <glib/gi18n-lib.h>

#include "store/sc-reader-private.h"
#include "store/sc-store-private.h"
#include "store/sc-write.h"
#include "store/tables/sc-user-table-private.h"

/**
 * sc_store_get_user:
 * @self: a store
 *
 * Returns: the number of who uses the program, %SC_USER_UNKNOWN until the
 *   database knows them
 */
gint64
sc_store_get_user (ScStore *self)
{
  g_return_val_if_fail (SC_IS_STORE (self), SC_USER_UNKNOWN);

  return sc_account_get_id (sc_store_get_account (self));
}

/**
 * sc_store_get_user_name:
 * @self: a store
 *
 * Returns: (transfer full): the name of who uses the program: the account's
 *   until told otherwise
 */
char *
sc_store_get_user_name (ScStore *self)
{
  g_return_val_if_fail (SC_IS_STORE (self), NULL);

  return sc_account_dup_name (sc_store_get_account (self));
}

/**
 * sc_store_suggest_user_name:
 * @self: a store
 * @name: what the user is to be called where the database doesn't know them
 * @error: why the database can't be read
 *
 * A user that the database knows keeps the name that they have there. Reads,
 * and writes nothing.
 *
 * Returns: whether it is known again who the user is
 */
gboolean
sc_store_suggest_user_name (ScStore    *self,
                            const char *name,
                            GError    **error)
{
  ScConnection *connection;
  gboolean is_read;

  g_return_val_if_fail (SC_IS_STORE (self), FALSE);

  sc_account_suggest_name (sc_store_get_account (self), name);
  connection = sc_store_take_reader (self, error);
  if (connection == NULL)
    return FALSE;

  is_read = sc_store_look_up_user (self, connection, error);
  sc_store_give_reader (self, connection);

  return is_read;
}

static gboolean
set_name (ScStore       *self,
          ScConnection  *connection,
          const char    *wanted,
          ScAccountUser *user,
          GError       **error)
{
  g_autofree char *name = g_strstrip (*wanted != '\0' ? g_strdup (wanted) : sc_account_make_name ());

  if (!sc_store_keep_log (self, error)
      || !sc_connection_begin_write (connection, error)
      || !sc_account_need (sc_store_get_account (self), connection, user, error)
      || !sc_user_table_set_name (connection, user->id, name, error)
      || !sc_connection_commit (connection, error))
    return FALSE;

  g_set_str (&user->name, name);
  sc_account_settle (sc_store_get_account (self), user);

  return TRUE;
}

/**
 * sc_store_find_other_user:
 * @self: a store
 * @name: a name
 * @error: why it can't be read
 *
 * Returns: (transfer full) (nullable): the name as somebody else has it who
 *   uses the database, %NULL where nobody does
 */
char *
sc_store_find_other_user (ScStore    *self,
                          const char *name,
                          GError    **error)
{
  g_autoptr (ScReader) reader = NULL;
  g_autofree char *found = NULL;
  gint64 id;

  g_return_val_if_fail (SC_IS_STORE (self), NULL);

  reader = sc_reader_new (self, NULL, error);
  if (reader == NULL)
    return NULL;

  found = sc_user_table_find_name (sc_reader_get_connection (reader), name, &id, error);

  return found != NULL && id != sc_store_get_user (self) ? g_steal_pointer (&found) : NULL;
}

/**
 * sc_store_set_user_name:
 * @self: a store
 * @name: a name; an empty one is the account's
 * @cancellable: (nullable): ends the wait for others that write
 * @error: why it can't be changed
 *
 * Waits for its turn among this program's writes and others'.
 *
 * Returns: whether the user has the name now
 */
gboolean
sc_store_set_user_name (ScStore      *self,
                        const char   *name,
                        GCancellable *cancellable,
                        GError      **error)
{
  g_auto (ScAccountUser) user = { 0 };
  g_autoptr (GError) local_error = NULL;
  ScConnection *connection;
  gboolean is_set;

  g_return_val_if_fail (SC_IS_STORE (self), FALSE);

  connection = sc_store_lock_writer (self, error);
  if (connection == NULL)
    return FALSE;

  sc_connection_set_cancellable (connection, cancellable);
  is_set = set_name (self, connection, name, &user, &local_error);
  sc_connection_set_cancellable (connection, NULL);
  sc_connection_roll_back (connection);
  sc_store_unlock_writer (self);
  if (is_set)
    sc_store_notify_committed (self);
  else if (!g_cancellable_set_error_if_cancelled (cancellable, error))
    g_propagate_error (error, g_steal_pointer (&local_error));

  return is_set;
}

static void
set_name_in_thread (GTask        *task,
                    gpointer      source,
                    gpointer      data,
                    GCancellable *cancellable)
{
  GError *error = NULL;

  if (sc_store_set_user_name (source, data, cancellable, &error))
    g_task_return_boolean (task, TRUE);
  else
    g_task_return_error (task, error);
}

/**
 * sc_store_set_user_name_async:
 * @self: a store
 * @name: a name; an empty one is the account's
 * @callback: called when it is done
 * @user_data: for @callback
 *
 * As sc_store_set_user_name(), on the store's thread, after what was asked for
 * before.
 */
void
sc_store_set_user_name_async (ScStore            *self,
                              const char         *name,
                              GAsyncReadyCallback callback,
                              gpointer            user_data)
{
  g_autoptr (GTask) task = g_task_new (self, NULL, callback, user_data);

  g_task_set_source_tag (task, sc_store_set_user_name_async);
  g_task_set_task_data (task, g_strdup (name), g_free);
  sc_store_run_task (self, task, set_name_in_thread, sc_job_new (_("Change Your Name"), NULL));
}

/**
 * sc_store_set_user_name_finish:
 * @self: a store
 * @result: the callback's result
 * @error: why it could not be changed
 *
 * Returns: whether the user has the name now
 */
gboolean
sc_store_set_user_name_finish (ScStore      *self,
                               GAsyncResult *result,
                               GError      **error)
{
  g_return_val_if_fail (g_task_is_valid (result, self), FALSE);

  return g_task_propagate_boolean (G_TASK (result), error);
}
