/* SPDX-License-Identifier: GPL-3.0-or-later */

/* Takes triggers and indexes away while very many rows are written, and makes
 * them again in their own words. */

#include "store/engine/sc-bulk-private.h"

#include "store/sqlite/sc-sqlite-private.h"

/* The cache while many rows come in, 256 MiB, so that an index is written once;
 * and otherwise, 16 MiB. */
#define BULK_CACHE "-256000"
#define WRITER_CACHE "-16000"

struct _ScBulk {
  ScConnection *connection;
  /* What makes again what was taken away. */
  GString *put_back;
};

typedef struct {
  ScBulkParts part;
  const char *name;
  const char *drop;
} Part;

/* Not the index of external ids, by which an import asks for what it knows. */
static const Part parts[] = {
  { SC_BULK_TOTALS_OF_CHANGED, "deal_left", "DROP TRIGGER deal_left" },
  { SC_BULK_TOTALS_OF_CHANGED, "deal_joined", "DROP TRIGGER deal_joined" },
  { SC_BULK_TOTALS_OF_NEW, "deal_inserted", "DROP TRIGGER deal_inserted" },
  { SC_BULK_INDEXES, "deal_board", "DROP INDEX deal_board" },
  { SC_BULK_INDEXES, "deal_entered", "DROP INDEX deal_entered" },
  { SC_BULK_INDEXES, "deal_process", "DROP INDEX deal_process" },
  { SC_BULK_INDEXES, "deal_event_deal", "DROP INDEX deal_event_deal" },
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
  ScBulk *self = g_new (ScBulk, 1);

  self->connection = connection;
  self->put_back = g_string_new (NULL);

  return self;
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
  g_string_free (self->put_back, TRUE);
  g_free (self);
}

/* What is away already stays so. */
static gboolean
take_away (ScBulk     *self,
           const Part *part,
           GError    **error)
{
  g_autoptr (GError) local_error = NULL;
  g_autoptr (ScStatement) statement =
    sc_connection_prepare_own (self->connection, "SELECT sql FROM sqlite_schema WHERE name = :name", error);
  g_autofree char *sql = NULL;

  if (statement == NULL)
    return FALSE;

  sc_statement_bind_text (statement, ":name", part->name);
  if (sc_statement_step (statement, &local_error))
    sql = sc_statement_dup_text (statement, 0);
  g_clear_pointer (&statement, sc_statement_reset);
  if (local_error != NULL)
    {
      g_propagate_error (error, g_steal_pointer (&local_error));
      return FALSE;
    }
  if (sql == NULL)
    return TRUE;

  g_string_append_printf (self->put_back, "%s;\n", sql);

  return sc_connection_run (self->connection, part->drop, error);
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
 * Returns: whether everything is kept up again, indexes made of all rows
 */
gboolean
sc_bulk_make_again (ScBulk  *self,
                    GError **error)
{
  g_autofree char *put_back = g_strdup (self->put_back->str);

  g_string_truncate (self->put_back, 0);

  return sc_connection_run (self->connection, put_back, error);
}
