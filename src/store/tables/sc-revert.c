/* SPDX-License-Identifier: GPL-3.0-or-later */

/* Taking a change back, which is a change too: an undo takes back what was
 * done, a redo takes back an undo. Rows go back to the values that they had,
 * revision included; deals of a bulk change change places with what was kept
 * of them, so that the same rows serve for the way there and back. */

#include "store/tables/sc-revert-private.h"

#include <glib/gi18n-lib.h>

#include "store/sc-revert.h"

/* More rows that were left alone are not named. */
#define MAX_NAMED 1000

/**
 * sc_taken_free:
 * @self: (transfer full): a change that is taken back
 */
void
sc_taken_free (ScTaken *self)
{
  g_clear_pointer (&self->inverse, sc_inverse_free);
  g_free (self);
}

static ScTaken *
load_change (ScWrite *write,
             gint64   change_id,
             GError **error)
{
  g_autoptr (ScTaken) self = g_new0 (ScTaken, 1);
  g_autoptr (GError) local_error = NULL;
  g_autoptr (ScStatement) statement =
    sc_connection_prepare (write->connection,
                           "SELECT inverse, action, undone_by FROM change WHERE id = :id AND id < :self", error);

  if (statement == NULL)
    return NULL;

  sc_statement_bind_int (statement, ":id", change_id);
  sc_statement_bind_int (statement, ":self", write->change_id);
  if (!sc_statement_step (statement, &local_error))
    {
      if (local_error != NULL)
        g_propagate_error (error, g_steal_pointer (&local_error));
      else
        g_set_error_literal (error, SC_STORE_ERROR, SC_STORE_ERROR_NOT_FOUND, _("There is no such change to take back."));
      return NULL;
    }
  if (!sc_statement_is_null (statement, 2))
    {
      g_set_error_literal (error, SC_STORE_ERROR, SC_STORE_ERROR_INVALID, _("The change was taken back already."));
      return NULL;
    }

  self->id = change_id;
  self->is_undo = g_str_equal (sc_statement_get_text (statement, 1), "undo");
  self->inverse = sc_inverse_from_text (sc_statement_get_text (statement, 0), error);
  if (self->inverse == NULL)
    return NULL;
  self->root = self->inverse->root;

  return g_steal_pointer (&self);
}

/* The two log entries point at each other; taking back belongs to the undo of
 * whatever it takes back. */
static gboolean
link_changes (ScWrite       *write,
              const ScTaken *taken,
              GError       **error)
{
  g_autoptr (ScStatement) there =
    sc_connection_prepare (write->connection,
                           "UPDATE change"
                           " SET action = :action, undoes = :taken,"
                           " scope = (SELECT scope FROM change WHERE id = :taken),"
                           " process_id = (SELECT process_id FROM change WHERE id = :taken)"
                           " WHERE id = :id",
                           error);
  g_autoptr (ScStatement) back = NULL;

  if (there == NULL)
    return FALSE;

  sc_statement_bind_text (there, ":action", taken->is_undo ? "redo" : "undo");
  sc_statement_bind_int (there, ":taken", taken->id);
  sc_statement_bind_int (there, ":id", write->change_id);
  if (!sc_statement_execute (there, error))
    return FALSE;

  back = sc_connection_prepare (write->connection, "UPDATE change SET undone_by = :id WHERE id = :taken", error);
  if (back == NULL)
    return FALSE;

  sc_statement_bind_int (back, ":taken", taken->id);
  sc_statement_bind_int (back, ":id", write->change_id);

  return sc_statement_execute (back, error);
}

static gint64
read_revision (ScWrite    *write,
               const char *table,
               gint64      id,
               GError    **error)
{
  g_autofree char *sql = g_strdup_printf ("SELECT revision FROM \"%s\" WHERE id = :id", table);
  g_autoptr (ScStatement) statement = sc_connection_prepare (write->connection, sql, error);

  if (statement == NULL)
    return -1;

  sc_statement_bind_int (statement, ":id", id);

  return sc_statement_read_number (statement, error);
}

/**
 * sc_revert_leave_alone:
 * @left_alone: (nullable): where to name it
 * @name: (transfer full): what people call it
 */
void
sc_revert_leave_alone (GPtrArray *left_alone,
                       char      *name)
{
  if (left_alone != NULL && left_alone->len < MAX_NAMED
      && !g_ptr_array_find_with_equal_func (left_alone, name, g_str_equal, NULL))
    g_ptr_array_add (left_alone, name);
  else
    g_free (name);
}

/* Deals that go back, and those that are left alone: the events of the former
 * are void, or valid again. */
static const ScColumn list_columns[] = {
  { .name = "id", .type = SC_CELL_INTEGER },
};

static const ScTable left_table = { "left_deal", list_columns, G_N_ELEMENTS (list_columns), 1 };
static const ScTable back_table = { "back_deal", list_columns, G_N_ELEMENTS (list_columns), 1 };

static gboolean
note_deal (ScWrite            *write,
           const char         *list,
           const ScInverseRow *row,
           GError            **error)
{
  const char *deals = sc_write_get_deals_sql (row->table);
  g_autofree char *sql = NULL;
  g_autoptr (ScStatement) statement = NULL;

  /* A person who was made with a deal has no events of their own. */
  if (deals == NULL || (row->is_new && g_str_equal (row->table, "person")))
    return TRUE;

  sql = g_strconcat ("INSERT INTO ", list, " (id) ", deals, " ON CONFLICT (id) DO NOTHING", NULL);
  statement = sc_connection_prepare (write->connection, sql, error);
  if (statement == NULL)
    return FALSE;

  sc_statement_bind_int (statement, ":id", row->id);

  return sc_statement_execute (statement, error);
}

static gboolean
put_row_back (ScWrite            *write,
              const ScTaken      *taken,
              const ScInverseRow *row,
              GPtrArray          *left_alone,
              GError            **error)
{
  g_autoptr (ScValues) values = sc_values_new ();
  gint64 revision = read_revision (write, row->table, row->id, error);
  int is_kept = revision == row->at ? sc_revert_must_keep (write, taken, row, error) : 0;

  if (revision < 0 || is_kept < 0)
    return FALSE;
  if (revision != row->at || is_kept > 0)
    {
      sc_revert_leave_alone (left_alone, sc_write_name_row (write, row->table, row->id));
      return note_deal (write, "left_deal", row, error);
    }

  if (row->is_new)
    {
      sc_values_set_int (values, "deleted_by", write->change_id);
      sc_values_set_int (values, "revision", write->change_id);
    }
  else
    for (guint i = 0; i < row->old->list->len; i++)
      sc_values_set_value (values, sc_values_get (row->old, i));

  return sc_write_put (write, row->table, row->id, values, error)
         && note_deal (write, "back_deal", row, error);
}

/* A row of a copy that has to stay goes back to what was copied. Its revision tells that it has
 * changed, for those who have it open. */
static gboolean
put_copy_back (ScWrite            *write,
               const ScTaken      *taken,
               const ScInverseRow *row,
               GPtrArray          *left_alone,
               GError            **error)
{
  g_autoptr (ScValues) values = sc_values_new ();
  gint64 revision = row->old->list->len > 0 ? read_revision (write, row->table, row->id, error) : 0;
  int is_kept = row->old->list->len > 0 && revision == row->at ? sc_revert_must_keep (write, taken, row, error) : 0;

  if (revision < 0 || is_kept < 0)
    return FALSE;
  if (row->old->list->len == 0)
    return TRUE;
  if (revision != row->at || is_kept > 0)
    {
      sc_revert_leave_alone (left_alone, sc_write_name_row (write, row->table, row->id));
      return TRUE;
    }

  for (guint i = 0; i < row->old->list->len; i++)
    if (!g_str_equal (sc_values_get (row->old, i)->column, "revision"))
      sc_values_set_value (values, sc_values_get (row->old, i));
  sc_values_set_int (values, "revision", write->change_id);

  return sc_write_put (write, row->table, row->id, values, error);
}

/* What of it others have built upon: %NULL where nothing; a copy can stay without what the
 * change did to it, all else stays as a whole. */
static gboolean
find_built_upon (ScWrite             *write,
                 const ScTaken       *taken,
                 const ScInverseRow **built_upon,
                 GError             **error)
{
  GPtrArray *rows = taken->inverse->rows;

  *built_upon = NULL;
  for (guint i = 0; i < rows->len && *built_upon == NULL; i++)
    {
      int has_followers = sc_revert_has_followers (write, taken, rows->pdata[i], error);

      if (has_followers < 0)
        return FALSE;
      if (has_followers > 0)
        *built_upon = rows->pdata[i];
    }

  return TRUE;
}

/* The last written first. */
static gboolean
put_rows_back (ScWrite       *write,
               const ScTaken *taken,
               GPtrArray     *left_alone,
               GError       **error)
{
  GPtrArray *rows = taken->inverse->rows;
  const ScInverseRow *built_upon;

  if (!find_built_upon (write, taken, &built_upon, error))
    return FALSE;
  if (built_upon != NULL && !built_upon->is_copy)
    {
      sc_revert_leave_alone (left_alone, sc_write_name_row (write, built_upon->table, built_upon->id));
      return TRUE;
    }

  for (guint i = rows->len; i > 0; i--)
    {
      const ScInverseRow *row = rows->pdata[i - 1];
      gboolean stays = built_upon != NULL && row->is_copy;

      if (stays ? !put_copy_back (write, taken, row, left_alone, error)
                : !put_row_back (write, taken, row, left_alone, error))
        return FALSE;
    }

  return TRUE;
}

#define BACK_DEALS "(SELECT id FROM back_deal WHERE id > :after AND id <= :last)"

/* Events are the done change's: void after an undo, valid after a redo; what they
 * have replaced is the other way round. Those of a deal that was left alone stay as
 * they are. */
static gboolean
mark_events (ScWrite       *write,
             const ScTaken *taken,
             GError       **error)
{
  if (taken->is_undo)
    return sc_revert_run_on_back (write, taken,
                                  "UPDATE deal_event"
                                  " SET voided_by = CASE WHEN change_id <> :root THEN CAST(:root AS BIGINT) END"
                                  " WHERE ((change_id = :root AND voided_by = :taken)"
                                  "   OR (change_id <> :root AND replaced_by = :root AND voided_by IS NULL))"
                                  "  AND deal_id IN " BACK_DEALS
                                  "  AND deal_id NOT IN (SELECT id FROM left_deal)",
                                  error);

  return sc_revert_run_on_back (write, taken,
                                "UPDATE deal_event"
                                " SET voided_by = CASE WHEN change_id = :root THEN CAST(:self AS BIGINT) END"
                                " WHERE ((change_id = :root AND voided_by IS NULL)"
                                "   OR (change_id <> :root AND replaced_by = :root AND voided_by = :root))"
                                "  AND deal_id IN " BACK_DEALS
                                "  AND deal_id NOT IN (SELECT id FROM left_deal)",
                                error);
}

static gboolean
refuse_standing (ScStatement *statement,
                 GError     **error)
{
  guint n_deals = (guint) sc_statement_get_int (statement, 0);

  g_set_error (error, SC_STORE_ERROR, SC_STORE_ERROR_CONFLICT,
               /* Translators: %2$s is a deal, %3$s its stage, %4$s the process */
               ngettext ("“%4$s” can’t go back to before it was published: %1$u deal stands in it, “%2$s” in “%3$s”. "
                         "Delete the deal to undo further, or change the process and publish it again.",
                         "“%4$s” can’t go back to before it was published: %1$u deals stand in it, "
                         "“%2$s” in “%3$s” among them. "
                         "Delete the deals to undo further, or change the process and publish it again.",
                         n_deals),
               n_deals, sc_statement_get_text (statement, 1), sc_statement_get_text (statement, 2),
               sc_statement_get_text (statement, 3));

  return FALSE;
}

/* Where nothing is published any more there is no stage for deals to go to. The
 * counts come first, as they stand: there are few, and a look at all deals is
 * not what taking a move back is to cost. */
static gboolean
check_stages (ScWrite *write,
              GError **error)
{
  g_autoptr (ScStatement) statement =
    sc_connection_prepare (write->connection,
                           "SELECT (SELECT sum(n_deals) FROM stage_total AS t JOIN stage AS s ON s.id = t.stage_id"
                           "  WHERE s.process_id = process.id AND t.status IN ('open', 'won')),"
                           " deal.title,"
                           " (SELECT name FROM version_stage WHERE stage_id = stage.id AND deleted_by IS NULL"
                           "  ORDER BY version_id DESC LIMIT 1),"
                           " process.name"
                           " FROM stage_total"
                           " CROSS JOIN stage CROSS JOIN process CROSS JOIN deal"
                           " WHERE stage_total.status IN ('open', 'won') AND stage_total.n_deals > 0"
                           "  AND stage.id = stage_total.stage_id"
                           "  AND process.id = stage.process_id"
                           "  AND deal.stage_id = stage.id AND deal.status IN ('open', 'won') AND deal.deleted_by IS NULL"
                           "  AND stage.id NOT IN " SC_PLACES
                           " LIMIT 1",
                           error);

  if (statement == NULL)
    return FALSE;
  if (sc_statement_step (statement, error))
    return refuse_standing (statement, error);

  return !sc_statement_has_failed (statement);
}

/* Deals that have gone back, and those that were fitted beside what is taken back now. */
static gboolean
touch_visits (ScWrite       *write,
              const ScTaken *taken,
              GError       **error)
{
  return sc_write_touch_visits_of (write, "SELECT id FROM back_deal", 0, error)
         && (taken->id == taken->root || sc_write_touch_visits_of (write, SC_KEPT_DEALS, taken->id, error));
}

static gboolean
take_back (ScWrite       *write,
           const ScTaken *taken,
           GPtrArray     *left_alone,
           GError       **error)
{
  g_autoptr (GError) local_error = NULL;

  if (sc_revert_unfit_deals (write, taken, &local_error)
      && put_rows_back (write, taken, left_alone, &local_error)
      && (taken->inverse->bulk == NULL || sc_revert_bulk (write, taken, left_alone, &local_error)))
    return TRUE;

  /* A name, or the one draft of a process. */
  if (g_error_matches (local_error, SC_STORE_ERROR, SC_STORE_ERROR_EXISTS))
    g_set_error_literal (error, SC_STORE_ERROR, SC_STORE_ERROR_CONFLICT,
                         _("The change can’t be taken back: something else has taken the place of what it changed."));
  else
    g_propagate_error (error, g_steal_pointer (&local_error));

  return FALSE;
}

/**
 * sc_write_revert:
 * @self: a write that has written nothing yet
 * @change_id: the change to take back
 * @left_alone: (nullable) (element-type utf8): where to name the rows that
 *   have changed since and were left alone
 * @error: why it can't be taken back
 *
 * Returns: whether it was taken back
 */
gboolean
sc_write_revert (ScWrite   *self,
                 gint64     change_id,
                 GPtrArray *left_alone,
                 GError   **error)
{
  g_autoptr (ScTaken) taken = load_change (self, change_id, error);

  if (taken == NULL
      || !link_changes (self, taken, error)
      || !sc_scratch_make (self->connection, &left_table, error)
      || !sc_scratch_make (self->connection, &back_table, error))
    return FALSE;

  self->inverse->root = taken->root;

  return take_back (self, taken, left_alone, error)
         && mark_events (self, taken, error)
         && touch_visits (self, taken, error)
         && sc_write_end_bulk (self, error)
         && sc_revert_fit_deals (self, taken, error)
         && check_stages (self, error);
}
