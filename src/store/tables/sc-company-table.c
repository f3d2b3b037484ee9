/* SPDX-License-Identifier: GPL-3.0-or-later */

/* A row is made when its name first occurs and tombstoned when the change that
 * made it is taken back. Deals that have come to use it meanwhile keep it, and
 * whoever names it again brings it back. */

#include "store/tables/sc-company-table-private.h"

#include <string.h>

#include "store/sc-name-key.h"
#include "store/tables/sc-write-struct-private.h"

static gboolean
find (ScStatement *statement,
      gint64      *key,
      gboolean    *is_deleted,
      GError     **error)
{
  *key = 0;
  if (sc_statement_step (statement, error))
    {
      *key = sc_statement_get_int (statement, 0);
      *is_deleted = !sc_statement_is_null (statement, 1);
    }

  return !sc_statement_has_failed (statement);
}

static gboolean
bring_back (ScWrite    *write,
            const char *table,
            gint64      key,
            GError    **error)
{
  g_autoptr (ScValues) values = sc_values_new ();

  sc_values_set_null (values, "deleted_by");
  sc_values_set_int (values, "revision", sc_write_get_change (write));

  return sc_write_put (write, table, key, values, error);
}

static gboolean
has_text (const char *name)
{
  return name != NULL && name[strspn (name, " \t\r\n")] != '\0';
}

static gboolean
find_company (ScWrite    *write,
              const char *name_key,
              gint64     *key,
              gboolean   *is_deleted,
              GError    **error)
{
  g_autoptr (ScStatement) statement = sc_connection_prepare (sc_write_get_connection (write),
                                                             "SELECT id, deleted_by FROM company"
                                                             " WHERE name_key = :name_key",
                                                             error);

  if (statement == NULL)
    return FALSE;

  sc_statement_bind_text (statement, ":name_key", name_key);

  return find (statement, key, is_deleted, error);
}

/**
 * sc_company_table_need_key:
 * @write: a write
 * @name: (nullable): a company's name
 * @key: (out): its row; 0 where there is no name
 * @error: why it failed
 *
 * Finds a company, compared trimmed and without case, or makes it.
 *
 * Returns: whether @key is set
 */
gboolean
sc_company_table_need_key (ScWrite    *write,
                           const char *name,
                           gint64     *key,
                           GError    **error)
{
  g_autofree char *name_key = NULL;
  g_autofree char *trimmed = NULL;
  g_autoptr (ScValues) values = NULL;
  gboolean is_deleted = FALSE;

  *key = 0;
  if (!has_text (name))
    return TRUE;

  name_key = sc_name_make_key (name);
  if (!find_company (write, name_key, key, &is_deleted, error))
    return FALSE;
  if (*key != 0)
    return !is_deleted || bring_back (write, "company", *key, error);

  trimmed = g_strstrip (g_strdup (name));
  values = sc_values_new ();
  sc_values_set_text (values, "name", trimmed);
  sc_values_set_text (values, "name_key", name_key);
  *key = sc_write_insert (write, "company", values, error);

  return *key != 0;
}

/**
 * sc_company_table_list:
 * @connection: a connection
 * @prefix: how their names begin, without case
 * @limit: how many at most
 * @error: why it failed
 *
 * Returns: (transfer full) (element-type utf8): names of companies, sorted
 */
GPtrArray *
sc_company_table_list (ScConnection *connection,
                       const char   *prefix,
                       guint         limit,
                       GError      **error)
{
  g_autofree char *from = sc_name_make_key (prefix);
  g_autofree char *to = g_strconcat (from, "\xf4\x8f\xbf\xbf", NULL);
  g_autoptr (GPtrArray) names = g_ptr_array_new_with_free_func (g_free);
  g_autoptr (ScStatement) statement = sc_connection_prepare (connection,
                                                             "SELECT name FROM company"
                                                             " WHERE name_key >= :from AND name_key < :to"
                                                             "  AND deleted_by IS NULL"
                                                             " ORDER BY name_key"
                                                             " LIMIT :limit",
                                                             error);

  if (statement == NULL)
    return NULL;

  sc_statement_bind_text (statement, ":from", from);
  sc_statement_bind_text (statement, ":to", to);
  sc_statement_bind_int (statement, ":limit", limit);
  while (sc_statement_next (statement, error))
    g_ptr_array_add (names, sc_statement_dup_text (statement, 0));
  if (sc_statement_has_failed (statement))
    return NULL;

  return g_steal_pointer (&names);
}
