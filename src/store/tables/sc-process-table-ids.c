/* SPDX-License-Identifier: GPL-3.0-or-later */

/* Finds out which UUIDs something in the database has already, so that what is
 * imported gets others. */

#include "store/tables/sc-process-table-private.h"

#include <string.h>

#define UUID_LENGTH 36

static gboolean
is_id_of_row (ScConnection *connection,
              const char   *id,
              gboolean     *is_taken,
              GError      **error)
{
  g_autoptr (ScStatement) statement =
    sc_connection_prepare (connection,
                           "SELECT 1"
                           " WHERE EXISTS (SELECT 1 FROM process WHERE uuid = :id)"
                           "  OR EXISTS (SELECT 1 FROM stage WHERE uuid = :id)",
                           error);

  if (statement == NULL)
    return FALSE;

  sc_statement_bind_text (statement, ":id", id);
  *is_taken = sc_statement_step (statement, error);

  return !sc_statement_has_failed (statement);
}

/* Takes every word that could be an id, whatever it stands for. */
static void
take_ids (const char *text,
          GHashTable *ids,
          GHashTable *taken)
{
  static const char id_characters[] = "0123456789abcdefABCDEF-";

  for (const char *p = text + strcspn (text, id_characters); *p != '\0'; p += strcspn (p, id_characters))
    {
      gsize length = strspn (p, id_characters);

      if (length == UUID_LENGTH)
        {
          g_autofree char *id = g_strndup (p, length);

          if (g_hash_table_contains (ids, id))
            g_hash_table_add (taken, g_steal_pointer (&id));
        }
      p += length;
    }
}

/* Of what can't be found by its id, for roles are told apart within a version
 * and criteria and tactics have no rows of their own. All that were ever there are read
 * once, for however many ids. */
static gboolean
take_ids_of_parts (ScConnection *connection,
                   const char   *sql,
                   GHashTable   *ids,
                   GHashTable   *taken,
                   GError      **error)
{
  g_autoptr (ScStatement) statement = sc_connection_prepare (connection, sql, error);

  if (statement == NULL)
    return FALSE;

  while (sc_statement_step (statement, error))
    {
      const char *text = sc_statement_get_text (statement, 0);

      if (text != NULL)
        take_ids (text, ids, taken);
    }

  return !sc_statement_has_failed (statement);
}

/**
 * sc_process_table_find_taken_ids:
 * @connection: a connection
 * @ids: (element-type utf8): a set of UUIDs
 * @error: why it can't be read
 *
 * Returns: (transfer full) (element-type utf8): the set of those that a
 *   process, stage, role, exit criterion or tactic has
 */
GHashTable *
sc_process_table_find_taken_ids (ScConnection *connection,
                                 GHashTable   *ids,
                                 GError      **error)
{
  g_autoptr (GHashTable) taken = g_hash_table_new_full (g_str_hash, g_str_equal, g_free, NULL);
  GHashTableIter iter;
  gpointer id;

  g_hash_table_iter_init (&iter, ids);
  while (g_hash_table_iter_next (&iter, &id, NULL))
    {
      gboolean is_taken;

      if (!is_id_of_row (connection, id, &is_taken, error))
        return NULL;
      if (is_taken)
        g_hash_table_add (taken, g_strdup (id));
    }

  if (!take_ids_of_parts (connection, "SELECT uuid FROM role", ids, taken, error) ||
      !take_ids_of_parts (connection, "SELECT exit_criteria FROM version_stage WHERE exit_criteria <> '[]'", ids, taken,
                          error) ||
      !take_ids_of_parts (connection, "SELECT tactics FROM version_stage WHERE tactics <> '[]'", ids, taken, error))
    return NULL;

  return g_steal_pointer (&taken);
}
