/* SPDX-License-Identifier: GPL-3.0-or-later */

/* Taking a change back, which is a change too: an undo takes back what was
 * done, a redo takes back an undo. Rows go back to the values that they had,
 * revision included; deals of a bulk change change places with what was kept
 * of them, so that the same rows serve for the way there and back. */

#include "store/sqlite/sc-write-struct-private.h"

#include <glib/gi18n-lib.h>

/* More rows that were left alone are not named. */
#define MAX_NAMED 1000

/* Where deals may stand: the stages of what is published. */
#define PLACES \
        "(SELECT version_stage.stage_id FROM version_stage" \
        " JOIN version ON version.id = version_stage.version_id" \
        " WHERE version.status = 'published' AND version.deleted_by IS NULL AND version_stage.deleted_by IS NULL)"

typedef struct {
  gint64 id;
  gint64 root;
  gboolean is_undo;
  ScPatch *patch;
} Taken;

static void
taken_free (Taken *self)
{
  g_clear_pointer (&self->patch, sc_patch_free);
  g_free (self);
}

G_DEFINE_AUTOPTR_CLEANUP_FUNC (Taken, taken_free)

static Taken *
load_change (ScWrite *write,
             gint64   change_id,
             GError **error)
{
  g_autoptr (Taken) self = g_new0 (Taken, 1);
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
  self->patch = sc_patch_from_text (sc_statement_get_text (statement, 0), error);
  if (self->patch == NULL)
    return NULL;
  self->root = self->patch->root;

  return g_steal_pointer (&self);
}

/* The two log entries point at each other; taking back belongs to the undo of
 * whatever it takes back. */
static gboolean
link_changes (ScWrite     *write,
              const Taken *taken,
              GError     **error)
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
  g_autofree char *sql = g_strdup_printf ("SELECT revision FROM %s WHERE id = :id", table);
  g_autoptr (ScStatement) statement = sc_connection_prepare (write->connection, sql, error);
  g_autoptr (GError) local_error = NULL;

  if (statement == NULL)
    return -1;

  sc_statement_bind_int (statement, ":id", id);
  if (sc_statement_step (statement, &local_error))
    return sc_statement_get_int (statement, 0);
  if (local_error == NULL)
    return 0;

  g_propagate_error (error, g_steal_pointer (&local_error));

  return -1;
}

static void
leave_alone (GPtrArray *left_alone,
             char      *name)
{
  if (left_alone != NULL && left_alone->len < MAX_NAMED
      && !g_ptr_array_find_with_equal_func (left_alone, name, g_str_equal, NULL))
    g_ptr_array_add (left_alone, name);
  else
    g_free (name);
}

/* Their events stay valid. */
static gboolean
note_left_deals (ScWrite    *write,
                 const char *table,
                 gint64      id,
                 GError    **error)
{
  g_autofree char *sql = NULL;
  g_autoptr (ScStatement) statement = NULL;

  if (!g_str_equal (table, "deal") && !g_str_equal (table, "tick")
      && !g_str_equal (table, "payment") && !g_str_equal (table, "activity"))
    return TRUE;

  sql = g_strdup_printf ("INSERT OR IGNORE INTO temp.left_deal SELECT %s FROM %s WHERE id = :id",
                         g_str_equal (table, "deal") ? "id" : "deal_id", table);
  statement = sc_connection_prepare (write->connection, sql, error);
  if (statement == NULL)
    return FALSE;

  sc_statement_bind_int (statement, ":id", id);

  return sc_statement_execute (statement, error);
}

/* Whether a row that goes back to @old is a deal that would stand in a stage
 * that a publication has taken away since; -1 with @error set. */
static int
has_lost_its_place (ScWrite          *write,
                    const ScPatchRow *row,
                    GError          **error)
{
  const ScValue *stage = sc_values_find (row->old, "stage_id");
  const ScValue *status = sc_values_find (row->old, "status");
  const ScValue *deleted_by = sc_values_find (row->old, "deleted_by");
  g_autoptr (GError) local_error = NULL;
  g_autoptr (ScStatement) statement = NULL;

  if (row->is_new || !g_str_equal (row->table, "deal"))
    return 0;
  if (deleted_by != NULL && deleted_by->type != SQLITE_NULL)
    return 0;

  statement = sc_connection_prepare (write->connection,
                                     "SELECT 1 FROM deal"
                                     " WHERE id = :id AND coalesce(:status, status) IN ('open', 'won')"
                                     "  AND coalesce(:stage, stage_id) NOT IN " PLACES,
                                     error);
  if (statement == NULL)
    return -1;

  sc_statement_bind_int (statement, ":id", row->id);
  sc_statement_bind_text (statement, ":status", status != NULL ? status->text : NULL);
  if (stage != NULL)
    sc_statement_bind_int (statement, ":stage", stage->number);
  if (sc_statement_step (statement, &local_error))
    return 1;
  if (local_error == NULL)
    return 0;

  g_propagate_error (error, g_steal_pointer (&local_error));

  return -1;
}

static gboolean
put_row_back (ScWrite          *write,
              const ScPatchRow *row,
              GPtrArray        *left_alone,
              GError          **error)
{
  g_autoptr (ScValues) values = sc_values_new ();
  gint64 revision = read_revision (write, row->table, row->id, error);
  int has_lost = revision == row->at ? has_lost_its_place (write, row, error) : 0;

  if (revision < 0 || has_lost < 0)
    return FALSE;
  if (revision != row->at || has_lost > 0)
    {
      leave_alone (left_alone, sc_write_name_row (write, row->table, row->id));
      return note_left_deals (write, row->table, row->id, error);
    }

  if (row->is_new)
    {
      sc_values_set_int (values, "deleted_by", write->change_id);
      sc_values_set_int (values, "revision", write->change_id);
    }
  else
    for (guint i = 0; i < row->old->list->len; i++)
      sc_values_set_value (values, sc_values_get (row->old, i));

  return sc_write_put (write, row->table, row->id, values, error);
}

static gboolean
run_with (ScWrite    *write,
          const char *sql,
          gint64      root,
          gint64      taken,
          GError    **error)
{
  g_autoptr (ScStatement) statement = sc_connection_prepare (write->connection, sql, error);

  if (statement == NULL)
    return FALSE;

  if (sc_statement_has (statement, ":self"))
    sc_statement_bind_int (statement, ":self", write->change_id);
  if (sc_statement_has (statement, ":root"))
    sc_statement_bind_int (statement, ":root", root);
  if (sc_statement_has (statement, ":taken"))
    sc_statement_bind_int (statement, ":taken", taken);

  return sc_statement_execute (statement, error);
}

static gboolean
name_left_deals (ScWrite   *write,
                 GPtrArray *left_alone,
                 GError   **error)
{
  g_autoptr (ScStatement) statement =
    sc_connection_prepare (write->connection,
                           "SELECT title FROM deal JOIN temp.left_deal ON left_deal.id = deal.id LIMIT 1000", error);
  g_autoptr (GError) local_error = NULL;

  if (statement == NULL)
    return FALSE;

  while (sc_statement_step (statement, &local_error))
    leave_alone (left_alone, sc_statement_dup_text (statement, 0));
  if (local_error == NULL)
    return TRUE;

  g_propagate_error (error, g_steal_pointer (&local_error));

  return FALSE;
}

/* Deals that the bulk change made. */
static gboolean
take_new_deals_back (ScWrite     *write,
                     const Taken *taken,
                     GError     **error)
{
  if (taken->is_undo)
    return run_with (write,
                     "INSERT OR IGNORE INTO temp.left_deal SELECT id FROM deal"
                     " WHERE created_by = :root AND deleted_by = :taken AND status IN ('open', 'won')"
                     "  AND stage_id NOT IN " PLACES,
                     taken->root, taken->id, error)
           && run_with (write,
                        "UPDATE deal SET deleted_by = NULL, revision = :root"
                        " WHERE created_by = :root AND deleted_by = :taken AND revision = :taken"
                        "  AND id NOT IN (SELECT id FROM temp.left_deal)",
                        taken->root, taken->id, error);

  return run_with (write,
                   "INSERT OR IGNORE INTO temp.left_deal SELECT id FROM deal"
                   " WHERE created_by = :root AND revision <> :root AND deleted_by IS NULL",
                   taken->root, taken->id, error)
         && run_with (write,
                      "UPDATE deal SET deleted_by = :self, revision = :self"
                      " WHERE created_by = :root AND deleted_by IS NULL AND revision = :root",
                      taken->root, taken->id, error);
}

/* Companies and people that the bulk change made and no deal names any more. */
static gboolean
take_new_names_back (ScWrite     *write,
                     const Taken *taken,
                     GError     **error)
{
  if (taken->is_undo)
    return run_with (write,
                     "UPDATE company SET deleted_by = NULL WHERE created_by = :root AND deleted_by = :taken",
                     taken->root, taken->id, error)
           && run_with (write,
                        "UPDATE person SET deleted_by = NULL WHERE created_by = :root AND deleted_by = :taken",
                        taken->root, taken->id, error);

  return run_with (write,
                   "UPDATE company SET deleted_by = :self WHERE created_by = :root AND deleted_by IS NULL"
                   " AND id NOT IN (SELECT company_id FROM deal WHERE company_id IS NOT NULL AND deleted_by IS NULL)",
                   taken->root, taken->id, error)
         && run_with (write,
                      "UPDATE person SET deleted_by = :self WHERE created_by = :root AND deleted_by IS NULL"
                      " AND id NOT IN (SELECT person_id FROM deal WHERE person_id IS NOT NULL AND deleted_by IS NULL)",
                      taken->root, taken->id, error);
}

#define SWAP_TABLE \
        "CREATE TEMP TABLE IF NOT EXISTS swap (" \
        " deal_id INTEGER PRIMARY KEY, columns TEXT NOT NULL, now TEXT NOT NULL)"

/* “expects” is the revision that a deal has when what is kept of it may be put
 * back: at first that of the bulk change itself. */
#define SWAP_SELECT \
        "INSERT INTO temp.swap (deal_id, columns, now)" \
        " SELECT deal.id, kept_deal.columns, json_object(" \
        "  'external_id', external_id, 'stage_id', stage_id, 'status', status, 'position', position, 'title', title," \
        "  'company_id', company_id, 'person_id', person_id, 'owner_id', owner_id, 'value_minor', value_minor," \
        "  'currency', currency, 'probability', probability, 'source', source, 'label', label, 'started', started," \
        "  'closed', closed, 'expected_close', expected_close, 'entered_at', entered_at, 'loss_reason', loss_reason," \
        "  'notes', notes, 'search', search, 'revision', revision, 'expects', kept_deal.columns ->> 'revision')" \
        " FROM kept_deal" \
        " JOIN deal ON deal.id = kept_deal.deal_id" \
        " WHERE kept_deal.change_id = :root" \
        "  AND deal.deleted_by IS NULL" \
        "  AND deal.revision = coalesce(kept_deal.columns ->> 'expects', :root)" \
        "  AND (kept_deal.columns ->> 'status' NOT IN ('open', 'won')" \
        "   OR kept_deal.columns ->> 'stage_id' IN " PLACES ")"

#define SWAP_DEALS \
        "UPDATE deal SET" \
        " external_id = columns ->> 'external_id', stage_id = columns ->> 'stage_id', status = columns ->> 'status'," \
        " position = columns ->> 'position', title = columns ->> 'title', company_id = columns ->> 'company_id'," \
        " person_id = columns ->> 'person_id', owner_id = columns ->> 'owner_id'," \
        " value_minor = columns ->> 'value_minor', currency = columns ->> 'currency'," \
        " probability = columns ->> 'probability', source = columns ->> 'source', label = columns ->> 'label'," \
        " started = columns ->> 'started', closed = columns ->> 'closed'," \
        " expected_close = columns ->> 'expected_close', entered_at = columns ->> 'entered_at'," \
        " loss_reason = columns ->> 'loss_reason', notes = columns ->> 'notes', search = columns ->> 'search'," \
        " revision = columns ->> 'revision'" \
        " FROM temp.swap" \
        " WHERE swap.deal_id = deal.id"

#define SWAP_KEPT \
        "UPDATE kept_deal SET columns = swap.now" \
        " FROM temp.swap" \
        " WHERE swap.deal_id = kept_deal.deal_id AND kept_deal.change_id = :root"

#define SWAP_LEFT \
        "INSERT OR IGNORE INTO temp.left_deal SELECT deal_id FROM kept_deal" \
        " WHERE change_id = :root AND deal_id NOT IN (SELECT deal_id FROM temp.swap)"

/* Deals that the bulk change changed. */
static gboolean
swap_kept_deals (ScWrite     *write,
                 const Taken *taken,
                 GError     **error)
{
  return sc_connection_run (write->connection, SWAP_TABLE "; DELETE FROM temp.swap", error)
         && run_with (write, SWAP_SELECT, taken->root, taken->id, error)
         && run_with (write, SWAP_LEFT, taken->root, taken->id, error)
         && run_with (write, SWAP_DEALS, taken->root, taken->id, error)
         && run_with (write, SWAP_KEPT, taken->root, taken->id, error)
         && sc_connection_run (write->connection, "DELETE FROM temp.swap", error);
}

static gboolean
take_bulk_back (ScWrite     *write,
                const Taken *taken,
                GPtrArray   *left_alone,
                GError     **error)
{
  sc_write_set_bulk (write, taken->patch->bulk);
  if (g_str_equal (taken->patch->bulk, "import")
      && (!sc_write_defer_totals (write, error) || !take_new_deals_back (write, taken, error)))
    return FALSE;

  return swap_kept_deals (write, taken, error)
         && take_new_names_back (write, taken, error)
         && name_left_deals (write, left_alone, error);
}

/* Events are the done change's: void after an undo, valid after a redo. Those
 * of a deal that was left alone stay as they are. */
static gboolean
mark_events (ScWrite     *write,
             const Taken *taken,
             GError     **error)
{
  if (taken->is_undo)
    return run_with (write,
                     "UPDATE deal_event SET voided_by = NULL"
                     " WHERE change_id = :root AND voided_by = :taken",
                     taken->root, taken->id, error);

  return run_with (write,
                   "UPDATE deal_event SET voided_by = :self"
                   " WHERE change_id = :root AND voided_by IS NULL"
                   "  AND deal_id NOT IN (SELECT id FROM temp.left_deal)",
                   taken->root, taken->id, error);
}

/* A publication that is taken back must not leave deals in stages that the
 * board no more shows. */
static gboolean
check_stages (ScWrite *write,
              GError **error)
{
  g_autoptr (GError) local_error = NULL;
  g_autoptr (ScStatement) statement =
    sc_connection_prepare (write->connection,
                           "SELECT deal.title"
                           " FROM stage_total"
                           " JOIN stage ON stage.id = stage_total.stage_id"
                           " JOIN process ON process.id = stage.process_id AND process.deleted_by IS NULL"
                           " JOIN deal ON deal.stage_id = stage.id"
                           "  AND deal.status IN ('open', 'won') AND deal.deleted_by IS NULL"
                           " WHERE stage_total.status IN ('open', 'won') AND stage_total.n_deals > 0"
                           "  AND stage.id NOT IN " PLACES
                           " LIMIT 1",
                           error);

  if (statement == NULL)
    return FALSE;

  if (sc_statement_step (statement, &local_error))
    {
      g_set_error (error, SC_STORE_ERROR, SC_STORE_ERROR_CONFLICT,
                   _("The change can’t be taken back: the deal “%s” stands in a stage that would be gone. "
                     "Move it first."),
                   sc_statement_get_text (statement, 0));
      return FALSE;
    }
  if (local_error == NULL)
    return TRUE;

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
  g_autoptr (Taken) taken = load_change (self, change_id, error);

  if (taken == NULL || !link_changes (self, taken, error))
    return FALSE;

  if (!sc_connection_run (self->connection,
                          "CREATE TEMP TABLE IF NOT EXISTS left_deal (id INTEGER PRIMARY KEY);"
                          "DELETE FROM temp.left_deal",
                          error))
    return FALSE;

  self->patch->root = taken->root;
  for (guint i = taken->patch->rows->len; i > 0; i--)
    if (!put_row_back (self, taken->patch->rows->pdata[i - 1], left_alone, error))
      return FALSE;
  if (taken->patch->bulk != NULL && !take_bulk_back (self, taken, left_alone, error))
    return FALSE;

  return mark_events (self, taken, error) && sc_write_end_totals (self, error) && check_stages (self, error);
}
