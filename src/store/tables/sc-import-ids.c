/* SPDX-License-Identifier: GPL-3.0-or-later */

/* Knows again, by their ids in other programs, the deals that an import brings. */

#include "store/tables/sc-import-ids-private.h"

#include <string.h>

#include "model/sc-text-hash.h"
#include "store/sc-own-id.h"
#include "store/tables/sc-column-private.h"

struct _ScImportIds {
  ScConnection *connection;
  gint64 process_key;
  gboolean is_fresh;
  /* Hashes of the external ids that were added: one that is here is known,
   * most probably. */
  GHashTable *added;
  /* The last one, and whether each was behind the one before it. */
  GString *last;
  gboolean is_rising;
};

static const char find_deal_sql[] =
  "SELECT id FROM deal"
  " WHERE process_id = :process AND external_id = :external_id AND external_id IS NOT NULL AND deleted_by IS NULL";
static const char find_own_deal_sql[] =
  "SELECT deal.id FROM deal"
  " JOIN change ON change.id = deal.created_by"
  " WHERE deal.id = :id AND deal.process_id = :process AND change.made_at = :made_at AND deal.deleted_by IS NULL";

static gboolean
look_whether_fresh (ScImportIds *self,
                    GError     **error)
{
  g_autoptr (ScStatement) statement =
    sc_connection_prepare (self->connection,
                           "SELECT 1 FROM deal"
                           " WHERE process_id = :process AND external_id IS NOT NULL AND deleted_by IS NULL"
                           " LIMIT 1",
                           error);
  gint64 found;

  if (statement == NULL)
    return FALSE;

  sc_statement_bind_int (statement, ":process", self->process_key);
  found = sc_statement_read_number (statement, error);
  self->is_fresh = found == 0;

  return found >= 0;
}

/**
 * sc_import_ids_new:
 * @connection: the writing connection
 * @process_key: the process that deals come into
 * @error: why it failed
 *
 * Returns: (transfer full): what the process has already
 */
ScImportIds *
sc_import_ids_new (ScConnection *connection,
                   gint64        process_key,
                   GError      **error)
{
  g_autoptr (ScImportIds) self = g_new0 (ScImportIds, 1);

  self->connection = connection;
  self->process_key = process_key;
  self->added = g_hash_table_new (NULL, NULL);
  self->last = g_string_new (NULL);
  self->is_rising = TRUE;

  return look_whether_fresh (self, error) ? g_steal_pointer (&self) : NULL;
}

/**
 * sc_import_ids_free:
 * @self: (transfer full): ids
 */
void
sc_import_ids_free (ScImportIds *self)
{
  g_hash_table_unref (self->added);
  g_string_free (self->last, TRUE);
  g_free (self);
}

/**
 * sc_import_ids_is_fresh:
 * @self: ids
 *
 * Returns: whether no deal of the process had an external id before
 */
gboolean
sc_import_ids_is_fresh (const ScImportIds *self)
{
  return self->is_fresh;
}

static gpointer
hash (const char *external_id)
{
  return GSIZE_TO_POINTER ((gsize) sc_text_hash_long (external_id));
}

/**
 * sc_import_ids_add:
 * @self: ids
 * @external_id: the id of a deal that is going to be added
 *
 * Returns: whether none that was added has the same for certain
 */
gboolean
sc_import_ids_add (ScImportIds *self,
                   const char  *external_id)
{
  if (self->is_rising)
    {
      self->is_rising = strcmp (self->last->str, external_id) < 0;
      g_string_assign (self->last, external_id);
    }

  return g_hash_table_add (self->added, hash (external_id));
}

/**
 * sc_import_ids_is_rising:
 * @self: ids
 *
 * Returns: whether each id that was added is behind those before it, so that the end of
 *   an index is the place of all
 */
gboolean
sc_import_ids_is_rising (const ScImportIds *self)
{
  return self->is_rising;
}

/* The deal that has the id of ours that a table was written with. */
static gint64
find_own_deal (ScImportIds *self,
               const char  *external_id,
               GError     **error)
{
  g_autoptr (ScStatement) statement = NULL;
  ScInstant made_at;
  gint64 deal_id;

  if (!sc_own_id_parse (external_id, &deal_id, &made_at))
    return 0;

  statement = sc_connection_prepare (self->connection, find_own_deal_sql, error);
  if (statement == NULL)
    return -1;

  sc_statement_bind_int (statement, ":id", deal_id);
  sc_statement_bind_int (statement, ":process", self->process_key);
  sc_statement_bind_int (statement, ":made_at", made_at);

  return sc_statement_read_number (statement, error);
}

/* What nobody has added to a process without any it does not have. */
static gint64
find_deal (ScImportIds *self,
           const char  *external_id,
           GError     **error)
{
  g_autoptr (ScStatement) statement = NULL;

  if (self->is_fresh && !g_hash_table_contains (self->added, hash (external_id)))
    return 0;

  statement = sc_connection_prepare (self->connection, find_deal_sql, error);
  if (statement == NULL)
    return -1;

  sc_statement_bind_int (statement, ":process", self->process_key);
  sc_statement_bind_text (statement, ":external_id", external_id);

  return sc_statement_read_number (statement, error);
}

/**
 * sc_import_ids_find:
 * @self: ids
 * @external_id: a deal's id in the program that it comes from, or one of ours
 * @error: why it can't be looked up
 *
 * Returns: the deal that the process has of it; 0 where it has none, -1 with @error set
 */
gint64
sc_import_ids_find (ScImportIds *self,
                    const char  *external_id,
                    GError     **error)
{
  gint64 id = find_deal (self, external_id, error);

  return id != 0 ? id : find_own_deal (self, external_id, error);
}
