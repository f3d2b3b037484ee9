/* SPDX-License-Identifier: GPL-3.0-or-later */

/* Takes triggers and indexes away while very many rows are written, and makes
 * them again in their own words. Foreign keys are looked at once, in the end: by row
 * each look opens the other table anew. What a column may hold is not looked at: for a
 * list of texts SQLite fills a table with them for each row. */

#include "store/engine/sc-bulk-private.h"

#include "store/sqlite/sc-sqlite-private.h"

/* The cache while many rows come in, 256 MiB, so that an index is written once;
 * and otherwise, 16 MiB. */
#define BULK_CACHE "-256000"
#define WRITER_CACHE "-16000"

/* What an import writes that refers to something. */
static const char *const referring[] = { "deal", "deal_event", "kept_deal", "person", "activity", "contact" };

struct _ScBulk {
  ScConnection *connection;
  /* What makes again what was taken away. */
  GString *put_back;
  /* While foreign keys are not looked at: how many rows refer to what is not there, as
   * they were before, by what they are and refer to. */
  GHashTable *dangling;
};

typedef struct {
  ScBulkParts part;
  const char *name;
  const char *drop;
} Part;

/* Indexes that begin with numbers which rise are kept up, for what is new goes to their end;
 * and that of when deals came into their stages, which an import seldom knows. */
static const Part parts[] = {
  { SC_BULK_TOTALS_OF_CHANGED, "deal_left", "DROP TRIGGER deal_left" },
  { SC_BULK_TOTALS_OF_CHANGED, "deal_joined", "DROP TRIGGER deal_joined" },
  { SC_BULK_TOTALS_OF_NEW, "deal_inserted", "DROP TRIGGER deal_inserted" },
  { SC_BULK_INDEXES, "deal_board", "DROP INDEX deal_board" },
  { SC_BULK_INDEXES, "deal_person", "DROP INDEX deal_person" },
  { SC_BULK_INDEXES, "deal_company", "DROP INDEX deal_company" },
  { SC_BULK_INDEXES, "deal_outcome", "DROP INDEX deal_outcome" },
  { SC_BULK_EXTERNAL_IDS, "deal_external", "DROP INDEX deal_external" },
};

/**
 * sc_bulk_new:
 * @connection: the writing connection, in its transaction
 *
 * Returns: (transfer full): nothing put away yet
 */
ScBulk *
sc_bulk_new (ScConnection *connection)
{
  ScBulk *self = g_new0 (ScBulk, 1);

  self->connection = connection;
  self->put_back = g_string_new (NULL);

  return self;
}

/* The pragma for foreign keys would do nothing within a transaction. That for the
 * other checks does not fail. */
static void
set_checks (ScBulk  *self,
            gboolean checks)
{
  sqlite3_db_config (sc_connection_get_handle (self->connection), SQLITE_DBCONFIG_ENABLE_FKEY, checks ? 1 : 0, NULL);
  (void) sc_connection_run (self->connection,
                            checks ? "PRAGMA ignore_check_constraints = OFF" : "PRAGMA ignore_check_constraints = ON", NULL);
}

/**
 * sc_bulk_free:
 * @self: (transfer full): what was put away and made again, or comes again
 *   because its transaction was rolled back
 */
void
sc_bulk_free (ScBulk *self)
{
  /* Nothing depends on it. */
  (void) sc_connection_run (self->connection, "PRAGMA cache_size = " WRITER_CACHE, NULL);
  if (self->dangling != NULL)
    set_checks (self, TRUE);
  g_clear_pointer (&self->dangling, g_hash_table_unref);
  g_string_free (self->put_back, TRUE);
  g_free (self);
}

/* What is away already stays so. */
static gboolean
take_away (ScBulk     *self,
           const Part *part,
           GError    **error)
{
  g_autoptr (ScStatement) statement =
    sc_connection_prepare_own (self->connection, "SELECT sql FROM sqlite_schema WHERE name = :name", error);
  g_autofree char *sql = NULL;

  if (statement == NULL)
    return FALSE;

  sc_statement_bind_text (statement, ":name", part->name);
  if (sc_statement_step (statement, error))
    sql = sc_statement_dup_text (statement, 0);
  if (sc_statement_has_failed (statement))
    return FALSE;

  g_clear_pointer (&statement, sc_statement_reset);
  if (sql == NULL)
    return TRUE;

  g_string_append_printf (self->put_back, "%s;\n", sql);

  return sc_connection_run (self->connection, part->drop, error);
}

static gboolean
count_dangling (ScBulk     *self,
                const char *table,
                GHashTable *counts,
                GError    **error)
{
  g_autoptr (ScStatement) statement =
    sc_connection_prepare_own (self->connection,
                               "SELECT format('%s %s %d', \"table\", rowid, fkid), count(*)"
                               " FROM pragma_foreign_key_check(:table) GROUP BY 1",
                               error);

  if (statement == NULL)
    return FALSE;

  sc_statement_bind_text (statement, ":table", table);
  while (sc_statement_step (statement, error))
    g_hash_table_insert (counts, sc_statement_dup_text (statement, 0),
                         GUINT_TO_POINTER ((guint) sc_statement_get_int (statement, 1)));

  return !sc_statement_has_failed (statement);
}

static GHashTable *
count_all_dangling (ScBulk  *self,
                    GError **error)
{
  g_autoptr (GHashTable) counts = g_hash_table_new_full (g_str_hash, g_str_equal, g_free, NULL);

  for (guint i = 0; i < G_N_ELEMENTS (referring); i++)
    if (!count_dangling (self, referring[i], counts, error))
      return NULL;

  return g_steal_pointer (&counts);
}

static gboolean
put_checks_off (ScBulk  *self,
                GError **error)
{
  if (self->dangling != NULL)
    return TRUE;

  self->dangling = count_all_dangling (self, error);
  if (self->dangling == NULL)
    return FALSE;

  set_checks (self, FALSE);

  return TRUE;
}

/* What was wrong before is nothing that was written now. */
static gboolean
look_at_keys (ScBulk  *self,
              GError **error)
{
  g_autoptr (GHashTable) counts = NULL;
  GHashTableIter iter;
  gpointer key, count;

  if (self->dangling == NULL)
    return TRUE;

  counts = count_all_dangling (self, error);
  if (counts == NULL)
    return FALSE;

  g_hash_table_iter_init (&iter, counts);
  while (g_hash_table_iter_next (&iter, &key, &count))
    if (GPOINTER_TO_UINT (count) > GPOINTER_TO_UINT (g_hash_table_lookup (self->dangling, key)))
      {
        sc_store_set_error (error, sc_connection_get_handle (self->connection), SQLITE_CONSTRAINT_FOREIGNKEY);
        return FALSE;
      }
  g_clear_pointer (&self->dangling, g_hash_table_unref);
  set_checks (self, TRUE);

  return TRUE;
}

/**
 * sc_bulk_put_away:
 * @self: what is put away
 * @wanted: what else is not to be kept up
 * @error: why it can't be put away
 *
 * Returns: whether it is away
 */
gboolean
sc_bulk_put_away (ScBulk     *self,
                  ScBulkParts wanted,
                  GError    **error)
{
  if ((wanted & SC_BULK_INDEXES) != 0
      && !sc_connection_run (self->connection, "PRAGMA cache_size = " BULK_CACHE, error))
    return FALSE;
  if ((wanted & SC_BULK_CHECKS) != 0 && !put_checks_off (self, error))
    return FALSE;

  for (guint i = 0; i < G_N_ELEMENTS (parts); i++)
    if ((wanted & parts[i].part) != 0 && !take_away (self, &parts[i], error))
      return FALSE;

  return TRUE;
}

/**
 * sc_bulk_make_again:
 * @self: what is put away
 * @error: why it can't be made
 *
 * Returns: whether everything is kept up again, indexes made of all rows, and what
 *   was written refers to what is there
 */
gboolean
sc_bulk_make_again (ScBulk  *self,
                    GError **error)
{
  g_autofree char *put_back = g_strdup (self->put_back->str);

  g_string_truncate (self->put_back, 0);
  return look_at_keys (self, error) && sc_connection_run (self->connection, put_back, error);
}
