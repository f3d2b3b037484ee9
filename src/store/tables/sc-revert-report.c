/* SPDX-License-Identifier: GPL-3.0-or-later */

/* What people are told of a change before it is taken back, and led to when it
 * is. */

#include "store/tables/sc-revert-private.h"

#include "store/sc-revert.h"

/* A bulk change may be about very many, which are all gone. */
#define N_LOOKED_AT "100"

/**
 * sc_reverted_clear:
 * @self: what was taken back
 */
void
sc_reverted_clear (ScReverted *self)
{
  g_clear_pointer (&self->process_id, g_free);
}

/**
 * sc_write_get_reverted:
 * @self: a write that has taken a change back
 * @reverted: (out caller-allocates): what came of it
 * @error: why it can't be read
 *
 * Returns: whether it could be read
 */
gboolean
sc_write_get_reverted (ScWrite    *self,
                       ScReverted *reverted,
                       GError    **error)
{
  g_autoptr (ScStatement) statement =
    sc_connection_prepare (self->connection,
                           "SELECT deal.id, process.uuid"
                           " FROM (SELECT id FROM back_deal ORDER BY id LIMIT " N_LOOKED_AT ") AS back"
                           " CROSS JOIN deal CROSS JOIN process"
                           " WHERE deal.id = back.id AND deal.deleted_by IS NULL"
                           "  AND process.id = deal.process_id AND process.deleted_by IS NULL"
                           " ORDER BY back.id LIMIT 1",
                           error);

  *reverted = (ScReverted) { .change_id = self->inverse->root };
  if (statement == NULL)
    return FALSE;
  if (sc_statement_step (statement, error))
    {
      reverted->deal_id = sc_statement_get_int (statement, 0);
      reverted->process_id = sc_statement_dup_text (statement, 1);
    }

  return !sc_statement_has_failed (statement);
}

static gboolean
was_draft (const ScInverseRow *row)
{
  const ScValue *status = g_str_equal (row->table, "version") && !row->is_new ? sc_values_find (row->old, "status") : NULL;

  return status != NULL && g_strcmp0 (status->text, "draft") == 0;
}

/**
 * sc_write_is_publication:
 * @self: a write
 * @change_id: a change
 * @is_publication: (out): whether taking it back makes a draft of what it has
 *   published
 * @error: why it can't be read
 *
 * Returns: whether it could be read
 */
gboolean
sc_write_is_publication (ScWrite  *self,
                         gint64    change_id,
                         gboolean *is_publication,
                         GError  **error)
{
  g_autoptr (GError) local_error = NULL;
  g_autoptr (ScInverse) inverse = NULL;
  g_autoptr (ScStatement) statement =
    sc_connection_prepare (self->connection,
                           "SELECT inverse FROM change WHERE id = :id AND scope = 'design'", error);

  *is_publication = FALSE;
  if (statement == NULL)
    return FALSE;

  sc_statement_bind_int (statement, ":id", change_id);
  if (sc_statement_step (statement, &local_error))
    inverse = sc_inverse_from_text (sc_statement_get_text (statement, 0), &local_error);
  if (local_error != NULL)
    {
      g_propagate_error (error, g_steal_pointer (&local_error));
      return FALSE;
    }

  for (guint i = 0; inverse != NULL && i < inverse->rows->len; i++)
    *is_publication = *is_publication || was_draft (inverse->rows->pdata[i]);

  return TRUE;
}
