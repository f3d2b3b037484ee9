/* SPDX-License-Identifier: GPL-3.0-or-later */

/* Who uses the program, and under which name the database knows them. */

#include "store/sc-store-private.h"
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
 * sc_store_make_user_name:
 *
 * Returns: (transfer full): what who uses the program is called until told otherwise:
 *   the account's full name
 */
char *
sc_store_make_user_name (void)
{
  return sc_account_make_name ();
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
