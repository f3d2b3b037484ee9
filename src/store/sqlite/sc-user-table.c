/* SPDX-License-Identifier: GPL-3.0-or-later */

#include "store/sqlite/sc-user-table-private.h"

#include <glib/gi18n-lib.h>

#include "store/sc-name-key.h"

/**
 * sc_user_table_list:
 * @connection: a connection
 * @self_id: the user of this program
 * @error: why it can't be read
 *
 * Returns: (transfer full) (element-type ScUser): who uses the program, who
 *   owns deals, and everyone with an account
 */
GPtrArray *
sc_user_table_list (ScConnection *connection,
                    gint64        self_id,
                    GError      **error)
{
  g_autoptr (GPtrArray) list = g_ptr_array_new_with_free_func ((GDestroyNotify) sc_user_free);
  g_autoptr (GError) local_error = NULL;
  g_autoptr (ScStatement) statement =
    sc_connection_prepare (connection,
                           "SELECT id, name FROM user"
                           " WHERE id = :self OR login IS NOT NULL"
                           "  OR id IN (SELECT owner_id FROM stage_total WHERE n_deals > 0)"
                           " ORDER BY name_key",
                           error);

  if (statement == NULL)
    return NULL;

  sc_statement_bind_int (statement, ":self", self_id);
  while (sc_statement_step (statement, &local_error))
    {
      ScUser *user = g_new0 (ScUser, 1);

      user->id = sc_statement_get_int (statement, 0);
      user->name = sc_statement_dup_text (statement, 1);
      g_ptr_array_add (list, user);
    }
  if (local_error == NULL)
    return g_steal_pointer (&list);

  g_propagate_error (error, g_steal_pointer (&local_error));

  return NULL;
}

/* 0 where there is none, -1 with @error set. */
static gint64
find_by_key (ScConnection *connection,
             const char   *name_key,
             GError      **error)
{
  g_autoptr (ScStatement) statement =
    sc_connection_prepare (connection, "SELECT id FROM user WHERE name_key = :key", error);

  if (statement == NULL)
    return -1;

  sc_statement_bind_text (statement, ":key", name_key);

  return sc_statement_read_number (statement, error);
}

static gint64
insert (ScConnection *connection,
        const char   *login,
        const char   *name,
        const char   *name_key,
        GError      **error)
{
  g_autoptr (ScStatement) statement =
    sc_connection_prepare (connection,
                           "INSERT INTO user (login, name, name_key) VALUES (:login, :name, :key)", error);

  if (statement == NULL)
    return 0;

  sc_statement_bind_text (statement, ":login", login);
  sc_statement_bind_text (statement, ":name", name);
  sc_statement_bind_text (statement, ":key", name_key);
  if (!sc_statement_execute (statement, error))
    return 0;

  return sc_connection_get_last_id (connection);
}

/**
 * sc_user_table_need_key:
 * @connection: a connection that may write
 * @name: a name
 * @error: why it can't be written
 *
 * Returns: the user's number; 0 with @error set
 */
gint64
sc_user_table_need_key (ScConnection *connection,
                        const char   *name,
                        GError      **error)
{
  g_autofree char *trimmed = g_strstrip (g_strdup (name));
  g_autofree char *key = sc_name_make_key (name);
  gint64 id = find_by_key (connection, key, error);

  if (id < 0)
    return 0;

  return id > 0 ? id : insert (connection, NULL, trimmed, key, error);
}

/**
 * sc_user_table_find_login:
 * @connection: a connection
 * @login: an account's name
 * @id: (out): the user's number, 0 where there is none
 * @error: why it can't be read
 *
 * Returns: (transfer full) (nullable): the user's name
 */
char *
sc_user_table_find_login (ScConnection *connection,
                          const char   *login,
                          gint64       *id,
                          GError      **error)
{
  g_autoptr (ScStatement) statement =
    sc_connection_prepare (connection, "SELECT id, name FROM user WHERE login = :login", error);

  *id = 0;
  if (statement == NULL)
    return NULL;

  sc_statement_bind_text (statement, ":login", login);
  if (!sc_statement_step (statement, error))
    return NULL;

  *id = sc_statement_get_int (statement, 0);

  return sc_statement_dup_text (statement, 1);
}

static gboolean
adopt (ScConnection *connection,
       gint64        id,
       const char   *login,
       GError      **error)
{
  g_autoptr (ScStatement) statement =
    sc_connection_prepare (connection, "UPDATE user SET login = :login WHERE id = :id AND login IS NULL", error);

  if (statement == NULL)
    return FALSE;

  sc_statement_bind_text (statement, ":login", login);
  sc_statement_bind_int (statement, ":id", id);

  return sc_statement_execute (statement, error);
}

/* The account's full name, where it has one. */
static char *
make_name (const char *login)
{
  const char *name = g_get_real_name ();

  return g_strstrip (g_strdup (name == NULL || *name == '\0' || g_str_equal (name, "Unknown") ? login : name));
}

/**
 * sc_user_table_need_login:
 * @connection: a connection that may write
 * @login: an account's name
 * @id: (out): the user's number
 * @error: why it can't be written
 *
 * Returns: (transfer full): the user's name; made from the account where it
 *   is new, or taken over from an owner of deals who has the same name
 */
char *
sc_user_table_need_login (ScConnection *connection,
                          const char   *login,
                          gint64       *id,
                          GError      **error)
{
  g_autoptr (GError) local_error = NULL;
  g_autofree char *name = sc_user_table_find_login (connection, login, id, &local_error);
  g_autofree char *key = NULL;
  gint64 known;

  if (local_error != NULL)
    {
      g_propagate_error (error, g_steal_pointer (&local_error));
      return NULL;
    }
  if (name != NULL)
    return g_steal_pointer (&name);

  name = make_name (login);
  key = sc_name_make_key (name);
  known = find_by_key (connection, key, error);
  if (known < 0 || (known > 0 && !adopt (connection, known, login, error)))
    return NULL;
  if (known > 0 && sc_connection_get_n_changed (connection) > 0)
    {
      *id = known;
      return g_steal_pointer (&name);
    }
  if (known > 0)
    {
      g_autofree char *plain = g_steal_pointer (&name);

      name = g_strdup_printf ("%s (%s)", plain, login);
      g_free (key);
      key = sc_name_make_key (name);
    }
  *id = insert (connection, login, name, key, error);

  return *id != 0 ? g_steal_pointer (&name) : NULL;
}

/**
 * sc_user_table_set_name:
 * @connection: a connection that may write
 * @id: a user
 * @name: their new name
 * @error: %SC_STORE_ERROR_EXISTS where somebody else has it
 *
 * Returns: whether the user has the name now
 */
gboolean
sc_user_table_set_name (ScConnection *connection,
                        gint64        id,
                        const char   *name,
                        GError      **error)
{
  g_autofree char *trimmed = g_strstrip (g_strdup (name));
  g_autofree char *key = sc_name_make_key (name);
  g_autoptr (ScStatement) statement = NULL;
  gint64 known;

  if (*trimmed == '\0')
    {
      g_set_error_literal (error, SC_STORE_ERROR, SC_STORE_ERROR_INVALID, _("A user needs a name."));
      return FALSE;
    }
  known = find_by_key (connection, key, error);
  if (known < 0)
    return FALSE;
  if (known != 0 && known != id)
    {
      g_set_error (error, SC_STORE_ERROR, SC_STORE_ERROR_EXISTS, _("There is a user named “%s” already."), trimmed);
      return FALSE;
    }

  statement = sc_connection_prepare (connection, "UPDATE user SET name = :name, name_key = :key WHERE id = :id", error);
  if (statement == NULL)
    return FALSE;

  sc_statement_bind_text (statement, ":name", trimmed);
  sc_statement_bind_text (statement, ":key", key);
  sc_statement_bind_int (statement, ":id", id);

  return sc_statement_execute (statement, error);
}
