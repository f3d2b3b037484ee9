/* SPDX-License-Identifier: GPL-3.0-or-later */

#include "store/tables/sc-role-table-private.h"

#include "store/tables/sc-places-private.h"

/**
 * sc_role_table_load:
 * @connection: a connection
 * @version_key: a version's row
 * @roles: (element-type ScRole): where to add them, in order
 * @error: why it can't be read
 *
 * Returns: whether they could be read
 */
gboolean
sc_role_table_load (ScConnection *connection,
                    gint64        version_key,
                    GPtrArray    *roles,
                    GError      **error)
{
  g_autoptr (GError) local_error = NULL;
  g_autoptr (ScStatement) statement =
    sc_connection_prepare (connection,
                           "SELECT uuid, name, function FROM role"
                           " WHERE version_id = :version AND deleted_by IS NULL"
                           " ORDER BY position, id",
                           error);

  if (statement == NULL)
    return FALSE;

  sc_statement_bind_int (statement, ":version", version_key);
  while (sc_statement_next (statement, &local_error))
    {
      ScFunction function = SC_FUNCTION_OTHER;
      ScRole *role;

      sc_function_from_id (sc_statement_get_text (statement, 2), &function);
      role = sc_role_new (sc_statement_get_text (statement, 1), function);
      g_set_str (&role->id, sc_statement_get_text (statement, 0));
      g_ptr_array_add (roles, role);
    }
  if (local_error == NULL)
    return TRUE;

  g_propagate_error (error, g_steal_pointer (&local_error));

  return FALSE;
}

/* The rows that are there: UUID to ScPlace. */
static GHashTable *
load_places (ScConnection *connection,
             gint64        version_key,
             GArray       *places,
             GError      **error)
{
  g_autoptr (GHashTable) by_id = g_hash_table_new_full (g_str_hash, g_str_equal, g_free, NULL);
  g_autoptr (GError) local_error = NULL;
  g_autoptr (ScStatement) statement =
    sc_connection_prepare (connection,
                           "SELECT id, uuid, position FROM role WHERE version_id = :version AND deleted_by IS NULL",
                           error);

  if (statement == NULL)
    return NULL;

  sc_statement_bind_int (statement, ":version", version_key);
  while (sc_statement_step (statement, &local_error))
    {
      sc_places_add (places, sc_statement_get_int (statement, 0), sc_statement_get_text (statement, 2));
      g_hash_table_insert (by_id, sc_statement_dup_text (statement, 1), GUINT_TO_POINTER (places->len));
    }
  if (local_error == NULL)
    return g_steal_pointer (&by_id);

  g_propagate_error (error, g_steal_pointer (&local_error));

  return NULL;
}

static gboolean
put_role (ScWrite       *write,
          gint64         version_key,
          const ScRole  *role,
          const ScPlace *place,
          GError       **error)
{
  g_autoptr (ScValues) values = sc_values_new ();

  sc_values_set_text (values, "position", place->key);
  sc_values_set_text (values, "name", role->name);
  sc_values_set_text (values, "function", sc_function_get_id (role->function));
  if (place->row != 0)
    return sc_write_update (write, "role", place->row, 0, values, error);

  sc_values_set_int (values, "version_id", version_key);
  sc_values_set_text (values, "uuid", role->id);

  return sc_write_insert (write, "role", values, error) != 0;
}

/**
 * sc_role_table_save:
 * @write: a write
 * @version_key: a version's row
 * @roles: (element-type ScRole): its roles, in order
 * @error: why it can't be written
 *
 * Returns: whether the rows say so now
 */
gboolean
sc_role_table_save (ScWrite   *write,
                    gint64     version_key,
                    GPtrArray *roles,
                    GError   **error)
{
  g_autoptr (GArray) found = sc_places_new ();
  g_autoptr (GArray) places = sc_places_new ();
  g_autoptr (GHashTable) by_id = load_places (sc_write_get_connection (write), version_key, found, error);

  if (by_id == NULL)
    return FALSE;

  for (guint i = 0; i < roles->len; i++)
    {
      const ScRole *role = roles->pdata[i];
      guint number = GPOINTER_TO_UINT (g_hash_table_lookup (by_id, role->id));
      ScPlace *place = number > 0 ? &g_array_index (found, ScPlace, number - 1) : NULL;

      sc_places_add (places, place != NULL ? place->row : 0, place != NULL ? place->key : NULL);
      if (place != NULL)
        place->row = 0;
    }
  for (guint i = 0; i < found->len; i++)
    if (g_array_index (found, ScPlace, i).row != 0
        && !sc_write_delete (write, "role", g_array_index (found, ScPlace, i).row, 0, error))
      return FALSE;

  sc_places_arrange (places);
  for (guint i = 0; i < roles->len; i++)
    if (!put_role (write, version_key, roles->pdata[i], &g_array_index (places, ScPlace, i), error))
      return FALSE;

  return TRUE;
}
