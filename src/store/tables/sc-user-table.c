/* SPDX-License-Identifier: GPL-3.0-or-later */

/* Reads, makes and renames users: who owns deals, and who has made changes. */

#include "store/tables/sc-user-table-private.h"

#include <glib/gi18n-lib.h>

#include "store/sc-name-key.h"

static ScUser *
user_new (gint64      id,
          const char *name)
{
  ScUser *user = g_new0 (ScUser, 1);

  user->id = id;
  user->name = g_strdup (name);

  return user;
}

/**
 * sc_user_table_list:
 * @connection: a connection
 * @self_id: the user of this program, %SC_USER_UNKNOWN where there is no row
 * @self_name: what they are called
 * @error: why it can't be read
 *
 * Returns: (transfer full) (element-type ScUser): who uses the program, who
 *   owns deals, and everyone with an account, by name
 */
GPtrArray *
sc_user_table_list (ScConnection *connection,
                    gint64        self_id,
                    const char   *self_name,
                    GError      **error)
{
  g_autoptr (GPtrArray) list = g_ptr_array_new_with_free_func ((GDestroyNotify) sc_user_free);
  g_autofree char *self_key = sc_name_make_key (self_name);
  gboolean is_listed = self_id != SC_USER_UNKNOWN;
  g_autoptr (ScStatement) statement =
    sc_connection_prepare (connection,
                           "SELECT id, name, name_key FROM \"user\""
                           " WHERE id = :self OR login IS NOT NULL"
                           "  OR id IN (SELECT owner_id FROM stage_total WHERE n_deals > 0)"
                           " ORDER BY name_key",
                           error);

  if (statement == NULL)
    return NULL;

  sc_statement_bind_int (statement, ":self", self_id);
  while (sc_statement_next (statement, error))
    {
      if (!is_listed && g_strcmp0 (self_key, sc_statement_get_text (statement, 2)) <= 0)
        {
          g_ptr_array_add (list, user_new (self_id, self_name));
          is_listed = TRUE;
        }
      g_ptr_array_add (list, user_new (sc_statement_get_int (statement, 0), sc_statement_get_text (statement, 1)));
    }
  if (sc_statement_has_failed (statement))
    return NULL;
  if (!is_listed)
    g_ptr_array_add (list, user_new (self_id, self_name));

  return g_steal_pointer (&list);
}

/**
 * sc_user_table_find_by_key:
 * @connection: a connection
 * @name_key: a name, by sc_name_make_key()
 * @error: why it can't be read
 *
 * Returns: the number of who is called so, 0 where nobody is, -1 with @error set
 */
gint64
sc_user_table_find_by_key (ScConnection *connection,
                           const char   *name_key,
                           GError      **error)
{
  g_autoptr (ScStatement) statement =
    sc_connection_prepare (connection, "SELECT id FROM \"user\" WHERE name_key = :key", error);

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
                           "INSERT INTO \"user\" (login, name, name_key) VALUES (:login, :name, :key) RETURNING id", error);

  if (statement == NULL)
    return 0;

  sc_statement_bind_text (statement, ":login", login);
  sc_statement_bind_text (statement, ":name", name);
  sc_statement_bind_text (statement, ":key", name_key);

  return sc_statement_insert (statement, error);
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
  gint64 id = sc_user_table_find_by_key (connection, key, error);

  if (id < 0)
    return 0;

  return id > 0 ? id : insert (connection, NULL, trimmed, key, error);
}

/* Whose login it is, or else who has the name and no account. */
static char *
find_user (ScConnection *connection,
           const char   *sql,
           const char   *value,
           gint64       *id,
           GError      **error)
{
  g_autoptr (ScStatement) statement = sc_connection_prepare (connection, sql, error);

  *id = 0;
  if (statement == NULL)
    return NULL;

  sc_statement_bind_text (statement, ":value", value);
  if (!sc_statement_step (statement, error))
    return NULL;

  *id = sc_statement_get_int (statement, 0);

  return sc_statement_dup_text (statement, 1);
}

/**
 * sc_user_table_find_name:
 * @connection: a connection
 * @name: a name, in capitals or not
 * @id: (out): the user's number, 0 where there is none
 * @error: why it can't be read
 *
 * Returns: (transfer full) (nullable): the name as the user has it
 */
char *
sc_user_table_find_name (ScConnection *connection,
                         const char   *name,
                         gint64       *id,
                         GError      **error)
{
  g_autofree char *key = sc_name_make_key (name);

  return find_user (connection, "SELECT id, name FROM \"user\" WHERE name_key = :value", key, id, error);
}

/**
 * sc_user_table_find_login:
 * @connection: a connection
 * @login: an account's name
 * @name: what its user would be called
 * @id: (out): the user's number, 0 where there is none
 * @is_own: (out): whether the account is theirs already; otherwise it is an
 *   owner of deals of the same name, whom sc_user_table_need_login() takes over
 * @error: why it can't be read
 *
 * Returns: (transfer full) (nullable): the user's name
 */
char *
sc_user_table_find_login (ScConnection *connection,
                          const char   *login,
                          const char   *name,
                          gint64       *id,
                          gboolean     *is_own,
                          GError      **error)
{
  g_autoptr (GError) local_error = NULL;
  g_autofree char *key = sc_name_make_key (name);
  char *found = find_user (connection, "SELECT id, name FROM \"user\" WHERE login = :value", login, id, &local_error);

  *is_own = found != NULL;
  if (found != NULL)
    return found;
  if (local_error != NULL)
    {
      g_propagate_error (error, g_steal_pointer (&local_error));
      return NULL;
    }

  return find_user (connection, "SELECT id, name FROM \"user\" WHERE name_key = :value AND login IS NULL", key, id, error);
}

static gboolean
adopt (ScConnection *connection,
       gint64        id,
       const char   *login,
       GError      **error)
{
  g_autoptr (ScStatement) statement =
    sc_connection_prepare (connection, "UPDATE \"user\" SET login = :login WHERE id = :id AND login IS NULL", error);

  if (statement == NULL)
    return FALSE;

  sc_statement_bind_text (statement, ":login", login);
  sc_statement_bind_int (statement, ":id", id);

  return sc_statement_execute (statement, error);
}

/**
 * sc_user_table_need_login:
 * @connection: a connection that may write
 * @login: an account's name
 * @name: what its user is called where they are new
 * @id: (out): the user's number
 * @error: why it can't be written
 *
 * Returns: (transfer full): the user's name; made where the account is new, or
 *   taken over from an owner of deals who has the same name
 */
char *
sc_user_table_need_login (ScConnection *connection,
                          const char   *login,
                          const char   *name,
                          gint64       *id,
                          GError      **error)
{
  g_autoptr (GError) local_error = NULL;
  gboolean is_own = FALSE;
  g_autofree char *found = sc_user_table_find_login (connection, login, name, id, &is_own, &local_error);
  g_autofree char *free_name = NULL;
  g_autofree char *key = NULL;
  gint64 known;

  if (local_error != NULL)
    {
      g_propagate_error (error, g_steal_pointer (&local_error));
      return NULL;
    }
  if (found != NULL)
    return is_own || adopt (connection, *id, login, error) ? g_steal_pointer (&found) : NULL;

  free_name = g_strdup (name);
  key = sc_name_make_key (free_name);
  known = sc_user_table_find_by_key (connection, key, error);
  if (known < 0)
    return NULL;
  if (known > 0)
    {
      /* Somebody else's, who has an account, too. */
      g_free (free_name);
      g_free (key);
      free_name = g_strdup_printf ("%s (%s)", name, login);
      key = sc_name_make_key (free_name);
    }
  *id = insert (connection, login, free_name, key, error);

  return *id != 0 ? g_steal_pointer (&free_name) : NULL;
}

/**
 * sc_user_table_get_name:
 * @connection: a connection
 * @id: a user
 * @error: why it can't be read
 *
 * Returns: (transfer full) (nullable): what the user is called
 */
char *
sc_user_table_get_name (ScConnection *connection,
                        gint64        id,
                        GError      **error)
{
  g_autoptr (ScStatement) statement =
    sc_connection_prepare (connection, "SELECT name FROM \"user\" WHERE id = :id", error);

  if (statement == NULL)
    return NULL;

  sc_statement_bind_int (statement, ":id", id);

  return sc_statement_step (statement, error) ? sc_statement_dup_text (statement, 0) : NULL;
}

/**
 * sc_user_table_sum_names:
 * @connection: a connection
 * @error: why it can't be read
 *
 * A user begins with the first revision, and has another with each new name.
 *
 * Returns: a number that is another once a user is called otherwise, -1 with @error set
 */
gint64
sc_user_table_sum_names (ScConnection *connection,
                         GError      **error)
{
  g_autoptr (ScStatement) statement =
    sc_connection_prepare (connection, "SELECT coalesce(sum(revision - 1), 0) FROM \"user\"", error);

  return statement != NULL ? sc_statement_read_number (statement, error) : -1;
}
