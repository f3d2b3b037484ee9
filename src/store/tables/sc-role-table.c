/* SPDX-License-Identifier: GPL-3.0-or-later */

/* The statements about the roles of a version. */

#include "store/tables/sc-role-table-private.h"

#include "store/tables/sc-ordered-rows-private.h"

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
  g_autoptr (ScStatement) statement =
    sc_connection_prepare (connection,
                           "SELECT uuid, name, function FROM role"
                           " WHERE version_id = :version AND deleted_by IS NULL"
                           " ORDER BY position, id",
                           error);

  if (statement == NULL)
    return FALSE;

  sc_statement_bind_int (statement, ":version", version_key);
  while (sc_statement_next (statement, error))
    {
      ScFunction function = SC_FUNCTION_OTHER;
      ScRole *role;

      sc_function_from_id (sc_statement_get_text (statement, 2), &function);
      role = sc_role_new (sc_statement_get_text (statement, 1), function);
      g_set_str (&role->id, sc_statement_get_text (statement, 0));
      g_ptr_array_add (roles, role);
    }

  return !sc_statement_has_failed (statement);
}

static const char *
get_id (gconstpointer role)
{
  return ((const ScRole *) role)->id;
}

static gboolean
put_role (ScWrite            *write,
          gconstpointer       element,
          const ScOrderedRow *row,
          gpointer            version_key,
          GError            **error)
{
  const ScRole *role = element;
  g_autoptr (ScValues) values = sc_values_new ();

  sc_values_set_text (values, "position", row->key);
  sc_values_set_text (values, "name", role->name);
  sc_values_set_text (values, "function", sc_function_get_id (role->function));
  if (row->row != 0)
    return sc_write_update (write, "role", row->row, 0, values, error);

  sc_values_set_int (values, "version_id", *(gint64 *) version_key);
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
  g_autoptr (ScStatement) statement =
    sc_connection_prepare (sc_write_get_connection (write),
                           "SELECT id, uuid, position FROM role WHERE version_id = :version AND deleted_by IS NULL",
                           error);

  if (statement == NULL)
    return FALSE;

  sc_statement_bind_int (statement, ":version", version_key);

  return sc_ordered_rows_save (write, "role", statement, roles, get_id, put_role, &version_key, error);
}
