/* SPDX-License-Identifier: GPL-3.0-or-later */

/* Moves the deals of stages that a publication removes, and has each deal won behind the
 * client mark and open before it. A stage's deals go at once, however many they are; the
 * counts that are kept tell where there is anything to do. */

#include "store/tables/sc-deal-fit-private.h"

#include "store/sc-deal-write.h"
#include "store/sc-sort-key.h"
#include "store/tables/sc-process-table-private.h"
#include "store/tables/sc-stage-table-private.h"
#include "store/tables/sc-version-table-private.h"

#define N_MANY 10000
#define STANDING " status IN ('open', 'won') AND deleted_by IS NULL"

typedef struct {
  ScWrite *write;
  ScVersion *version;
  gint64 version_key;
  gint64 process_key;
  gint64 root;
  const char *filter;
} Fit;

/* The first and the last position of a stage's column; NULL where it is
 * empty. */
static gboolean
read_ends (ScConnection *connection,
           gint64        stage_key,
           char        **first,
           char        **last,
           GError      **error)
{
  g_autoptr (ScStatement) statement =
    sc_connection_prepare (connection,
                           "SELECT (SELECT min(position) FROM deal WHERE stage_id = :stage AND" STANDING "),"
                           " (SELECT max(position) FROM deal WHERE stage_id = :stage AND" STANDING ")",
                           error);

  if (statement == NULL)
    return FALSE;

  sc_statement_bind_int (statement, ":stage", stage_key);
  if (!sc_statement_step (statement, error))
    return FALSE;

  *first = sc_statement_dup_text (statement, 0);
  *last = sc_statement_dup_text (statement, 1);

  return TRUE;
}

/* What positions begin with, to stand all before or all behind a column and
 * keep their order. */
static char *
make_prefix (ScConnection *connection,
             gint64        stage_key,
             gboolean      is_before,
             GError      **error)
{
  g_autofree char *first = NULL;
  g_autofree char *last = NULL;
  g_autofree char *prefix = NULL;

  if (!read_ends (connection, stage_key, &first, &last, error))
    return NULL;
  if (first == NULL)
    return g_strdup ("");
  if (!is_before)
    return sc_sort_key_between (last, NULL);

  prefix = sc_sort_key_between (NULL, first);
  while (g_str_has_prefix (first, prefix))
    {
      g_autofree char *key = g_steal_pointer (&prefix);

      prefix = sc_sort_key_between (NULL, key);
    }

  return g_steal_pointer (&prefix);
}

static gboolean
run_move (ScWrite    *write,
          const char *sql,
          const char *filter,
          gint64      from_key,
          gint64      to_key,
          gint64      root,
          const char *prefix,
          GError    **error)
{
  g_autofree char *filtered = g_strconcat (sql, filter, NULL);
  g_autoptr (ScStatement) statement = sc_connection_prepare (sc_write_get_connection (write), filtered, error);

  if (statement == NULL)
    return FALSE;

  sc_statement_bind_int (statement, ":from", from_key);
  sc_statement_bind_int (statement, ":to", to_key);
  sc_statement_bind_int (statement, ":change", write->change_id);
  if (sc_statement_has (statement, ":now"))
    sc_statement_bind_int (statement, ":now", sc_clock_now ());
  if (sc_statement_has (statement, ":root"))
    sc_statement_bind_int (statement, ":root", root);
  if (sc_statement_has (statement, ":prefix"))
    sc_statement_bind_text (statement, ":prefix", prefix);

  return sc_statement_execute (statement, error);
}

/* The deals have been kept. An import keeps its own word for what takes it back. */
static void
set_bulk (ScWrite *write)
{
  write->has_fitted = TRUE;
  if (write->inverse->bulk == NULL)
    sc_write_set_bulk (write, "moves");
}

/* Deals of a stage, which have been kept, go to another. */
static gboolean
move_deals (ScWrite    *write,
            gint64      from_key,
            gint64      to_key,
            gboolean    is_before,
            gint64      root,
            const char *filter,
            GError    **error)
{
  g_autofree char *prefix = make_prefix (sc_write_get_connection (write), to_key, is_before, error);

  if (prefix == NULL)
    return FALSE;

  set_bulk (write);

  return run_move (write,
                   "INSERT INTO deal_event (deal_id, change_id, happened_at, version_id, field, old, new)"
                   " SELECT id, :change, :now,"
                   "  (SELECT id FROM version WHERE process_id = deal.process_id AND status = 'published'"
                   "   AND deleted_by IS NULL),"
                   "  'stage', (SELECT uuid FROM stage WHERE id = :from), (SELECT uuid FROM stage WHERE id = :to)"
                   " FROM deal"
                   " WHERE stage_id = :from AND" STANDING,
                   filter, from_key, to_key, root, NULL, error) &&
         run_move (write,
                   "UPDATE deal SET stage_id = :to, position = :prefix || position, revision = :change"
                   " WHERE stage_id = :from AND" STANDING,
                   filter, from_key, to_key, root, prefix, error);
}

/**
 * sc_write_move_stage:
 * @self: a write
 * @from_id: a stage
 * @to_id: the stage that its deals go to
 * @is_before: whether they come before those that stand there, or behind them
 * @error: why it failed
 *
 * Moves the deals that stand in a stage at once, as a publication does.
 *
 * Returns: whether they were moved
 */
gboolean
sc_write_move_stage (ScWrite    *self,
                     const char *from_id,
                     const char *to_id,
                     gboolean    is_before,
                     GError    **error)
{
  ScConnection *connection = sc_write_get_connection (self);
  gint64 from_key = sc_stage_table_get_key (connection, from_id, error);
  gint64 to_key = from_key != 0 ? sc_stage_table_get_key (connection, to_id, error) : 0;

  return to_key != 0 &&
         sc_write_keep_stage (self, from_key, NULL, "", error) &&
         move_deals (self, from_key, to_key, is_before, 0, "", error);
}

static GPtrArray *
read_list (ScStatement *statement,
           GError     **error)
{
  g_autoptr (GPtrArray) list = g_ptr_array_new_with_free_func (g_free);

  while (sc_statement_step (statement, error))
    g_ptr_array_add (list, sc_statement_dup_text (statement, 0));

  return sc_statement_has_failed (statement) ? NULL : g_steal_pointer (&list);
}

/* Stages of the process where deals stand that are in one of two statuses, or
 * in @status alone. */
static GPtrArray *
list_stages (Fit        *self,
             const char *status,
             GError    **error)
{
  g_autoptr (ScStatement) statement =
    sc_connection_prepare (sc_write_get_connection (self->write),
                           "SELECT stage.uuid FROM stage"
                           " JOIN stage_total ON stage_total.stage_id = stage.id"
                           " WHERE stage.process_id = :process AND stage_total.n_deals > 0"
                           "  AND stage_total.status IN ('open', 'won')"
                           "  AND stage_total.status = coalesce(:status, stage_total.status)"
                           " GROUP BY stage.id, stage.uuid"
                           " ORDER BY stage.id",
                           error);

  if (statement == NULL)
    return NULL;

  sc_statement_bind_int (statement, ":process", self->process_key);
  sc_statement_bind_text (statement, ":status", status);

  return read_list (statement, error);
}

/* Where the publication took deals to from the stage, or brought them from.
 * What deals it moved is kept: their events are found by deal. */
static GPtrArray *
list_origins (Fit        *self,
              const char *stage_id,
              GError    **error)
{
  g_autoptr (ScStatement) statement =
    sc_connection_prepare (sc_write_get_connection (self->write),
                           "SELECT CASE WHEN event.new = :stage THEN event.old ELSE event.new END AS origin"
                           " FROM kept_deal CROSS JOIN deal_event AS event"
                           " WHERE kept_deal.change_id = :root AND event.deal_id = kept_deal.deal_id"
                           "  AND event.change_id = :root AND event.field = 'stage'"
                           "  AND :stage IN (event.old, event.new)"
                           " GROUP BY origin ORDER BY min(event.id)",
                           error);
  GPtrArray *origins;

  if (statement == NULL)
    return NULL;

  sc_statement_bind_int (statement, ":root", self->root);
  sc_statement_bind_text (statement, ":stage", stage_id);
  origins = read_list (statement, error);
  for (guint i = origins != NULL ? origins->len : 0; i > 0; i--)
    if (sc_version_find_stage (self->version, origins->pdata[i - 1], NULL) == NULL)
      g_ptr_array_remove_index (origins, i - 1);

  return origins;
}

/* The nearest stage in front of where it stood last that the version has too,
 * else the nearest behind. */
static char *
find_neighbour (Fit     *self,
                gint64   stage_key,
                GError **error)
{
  g_autoptr (ScStatement) statement =
    sc_connection_prepare (sc_write_get_connection (self->write),
                           "SELECT stage.uuid FROM version_stage AS here"
                           " JOIN version_stage AS near ON near.version_id = here.version_id AND near.deleted_by IS NULL"
                           " JOIN version_stage AS there ON there.version_id = :version"
                           "  AND there.stage_id = near.stage_id AND there.deleted_by IS NULL"
                           " JOIN stage ON stage.id = near.stage_id"
                           " WHERE here.stage_id = :stage AND here.deleted_by IS NULL"
                           " ORDER BY here.version_id DESC, near.position > here.position,"
                           "  CASE WHEN near.position < here.position THEN near.position END DESC, near.position"
                           " LIMIT 1",
                           error);

  if (statement == NULL)
    return NULL;

  sc_statement_bind_int (statement, ":version", self->version_key);
  sc_statement_bind_int (statement, ":stage", stage_key);
  if (sc_statement_step (statement, error))
    return sc_statement_dup_text (statement, 0);

  return sc_statement_has_failed (statement) ? NULL : g_strdup (sc_version_get_stage (self->version, 0)->id);
}

#define FROM_THERE \
        " AND EXISTS (SELECT 1 FROM deal_event" \
        "  WHERE deal_id = deal.id AND change_id = :root AND field = 'stage'" \
        "  AND (SELECT uuid FROM stage WHERE id = :to) IN (old, new))"

/* Deals that the publication brought go back to where it took them from, those
 * that came since go with them. */
static gboolean
move_stranded (Fit        *self,
               const char *stage_id,
               GError    **error)
{
  ScConnection *connection = sc_write_get_connection (self->write);
  gint64 from_key = sc_stage_table_get_key (connection, stage_id, error);
  gint64 to_key;
  g_autoptr (GPtrArray) origins = from_key != 0 ? list_origins (self, stage_id, error) : NULL;
  g_autofree char *rest = NULL;

  if (origins == NULL || !sc_write_keep_stage (self->write, from_key, NULL, "", error))
    return FALSE;

  rest = origins->len > 0 ? g_strdup (origins->pdata[0]) : find_neighbour (self, from_key, error);
  if (rest == NULL)
    return FALSE;

  for (guint i = 1; i < origins->len; i++)
    {
      to_key = sc_stage_table_get_key (connection, origins->pdata[i], error);
      if (to_key == 0 || !move_deals (self->write, from_key, to_key, FALSE, self->root, FROM_THERE, error))
        return FALSE;
    }

  to_key = sc_stage_table_get_key (connection, rest, error);

  return to_key != 0 && move_deals (self->write, from_key, to_key, FALSE, 0, "", error);
}

static gboolean
move_all_stranded (Fit     *self,
                   GError **error)
{
  g_autoptr (GPtrArray) stages = list_stages (self, NULL, error);

  if (stages == NULL)
    return FALSE;

  for (guint i = 0; i < stages->len; i++)
    if (sc_version_find_stage (self->version, stages->pdata[i], NULL) == NULL
        && !move_stranded (self, stages->pdata[i], error))
      return FALSE;

  return TRUE;
}

static gboolean
run_status (Fit         *self,
            const char  *sql,
            gint64       stage_key,
            ScDealStatus wrong,
            ScDealStatus right,
            GError     **error)
{
  g_autofree char *filtered = g_strconcat (sql, " WHERE stage_id = :stage AND status = :wrong AND" STANDING,
                                           self->filter, NULL);
  g_autofree char *today = sc_date_to_string (sc_clock_today ());
  g_autoptr (ScStatement) statement = sc_connection_prepare (sc_write_get_connection (self->write), filtered, error);

  if (statement == NULL)
    return FALSE;

  sc_statement_bind_int (statement, ":stage", stage_key);
  sc_statement_bind_int (statement, ":change", self->write->change_id);
  sc_statement_bind_text (statement, ":wrong", sc_deal_status_get_id (wrong));
  sc_statement_bind_text (statement, ":right", sc_deal_status_get_id (right));
  if (sc_statement_has (statement, ":now"))
    sc_statement_bind_int (statement, ":now", sc_clock_now ());
  if (sc_statement_has (statement, ":version"))
    sc_statement_bind_int (statement, ":version", self->version_key);
  if (sc_statement_has (statement, ":closed"))
    sc_statement_bind_text (statement, ":closed", right == SC_DEAL_WON ? today : NULL);

  return sc_statement_execute (statement, error);
}

/* So many are counted anew in the end rather than one by one. */
static gboolean
prepare_totals (Fit         *self,
                gint64       stage_key,
                ScDealStatus status,
                GError     **error)
{
  g_autoptr (ScStatement) statement =
    sc_connection_prepare (sc_write_get_connection (self->write),
                           "SELECT coalesce(sum(n_deals), 0) FROM stage_total"
                           " WHERE stage_id = :stage AND status = :status",
                           error);

  if (statement == NULL)
    return FALSE;

  sc_statement_bind_int (statement, ":stage", stage_key);
  sc_statement_bind_text (statement, ":status", sc_deal_status_get_id (status));
  if (!sc_statement_step (statement, error))
    return FALSE;
  if (sc_statement_get_int (statement, 0) < N_MANY)
    return TRUE;

  g_clear_pointer (&statement, sc_statement_reset);

  return sc_write_defer_totals (self->write, error);
}

static gboolean
change_status (Fit         *self,
               const char  *stage_id,
               ScDealStatus wrong,
               ScDealStatus right,
               GError     **error)
{
  gint64 stage_key = sc_stage_table_get_key (sc_write_get_connection (self->write), stage_id, error);
  guint n_changed;

  if (stage_key == 0
      || !prepare_totals (self, stage_key, wrong, error)
      || !sc_write_keep_stage (self->write, stage_key, sc_deal_status_get_id (wrong), self->filter, error)
      || !run_status (self,
                      "INSERT INTO deal_event (deal_id, change_id, happened_at, version_id, field, old, new)"
                      " SELECT id, :change, :now, :version, 'status', :wrong, :right FROM deal",
                      stage_key, wrong, right, error))
    return FALSE;

  n_changed = sc_connection_get_n_changed (sc_write_get_connection (self->write));
  if (n_changed == 0)
    return TRUE;

  set_bulk (self->write);

  return run_status (self, "UPDATE deal SET status = :right, closed = :closed, won_on = :closed, revision = :change",
                     stage_key, wrong, right, error);
}

/* Passing the client mark is winning, also where it is the mark that moves. */
static gboolean
change_statuses (Fit         *self,
                 ScDealStatus wrong,
                 ScDealStatus right,
                 GError     **error)
{
  int mark = sc_version_get_mark_position (self->version);
  g_autoptr (GPtrArray) stages = list_stages (self, sc_deal_status_get_id (wrong), error);

  if (stages == NULL)
    return FALSE;

  for (guint i = 0; i < stages->len; i++)
    {
      guint position;

      if (sc_version_find_stage (self->version, stages->pdata[i], &position) != NULL
          && ((int) position > mark) == (right == SC_DEAL_WON)
          && !change_status (self, stages->pdata[i], wrong, right, error))
        return FALSE;
    }

  return TRUE;
}

static gboolean
load_version (Fit     *self,
              GError **error)
{
  g_autoptr (GError) local_error = NULL;

  self->version = sc_version_table_load (sc_write_get_connection (self->write), self->process_key,
                                         SC_VERSION_WANTED_PUBLISHED, &self->version_key, &local_error);
  if (local_error == NULL || g_error_matches (local_error, SC_STORE_ERROR, SC_STORE_ERROR_NOT_FOUND))
    return TRUE;

  g_propagate_error (error, g_steal_pointer (&local_error));

  return FALSE;
}

/**
 * sc_deal_fit_stages:
 * @write: a write
 * @process_key: a process's row
 * @root: the publication that says where deals go whose stage is gone, 0 for
 *   none
 * @error: why it failed
 *
 * Returns: whether the deals stand in stages of the published version, if
 *   there is one
 */
gboolean
sc_deal_fit_stages (ScWrite *write,
                    gint64   process_key,
                    gint64   root,
                    GError **error)
{
  Fit self = { .write = write, .process_key = process_key, .root = root };
  gboolean is_ok = load_version (&self, error);

  if (is_ok && self.version != NULL && self.version->stages->len > 0)
    is_ok = move_all_stranded (&self, error);
  g_clear_pointer (&self.version, sc_version_unref);

  return is_ok;
}

/**
 * sc_deal_fit_statuses:
 * @write: a write
 * @process_key: a process's row
 * @filter: which deals alone, "" for all of the process
 * @error: why it failed
 *
 * Returns: whether deals behind the published version's client mark are won
 *   and those before it open
 */
gboolean
sc_deal_fit_statuses (ScWrite    *write,
                      gint64      process_key,
                      const char *filter,
                      GError    **error)
{
  Fit self = { .write = write, .process_key = process_key, .filter = filter };
  gboolean is_ok = load_version (&self, error);

  if (is_ok && self.version != NULL)
    is_ok = change_statuses (&self, SC_DEAL_OPEN, SC_DEAL_WON, error) &&
            change_statuses (&self, SC_DEAL_WON, SC_DEAL_OPEN, error);
  g_clear_pointer (&self.version, sc_version_unref);

  return is_ok;
}

/**
 * sc_write_fit_deals:
 * @self: a write
 * @process_id: a process with another published version than before
 * @error: why it failed
 *
 * Deals that stand behind its client mark are won from today on, those before
 * it are open. With an open deal goes the day on which it was won: its history
 * keeps it.
 *
 * Returns: whether it is so
 */
gboolean
sc_write_fit_deals (ScWrite    *self,
                    const char *process_id,
                    GError    **error)
{
  gint64 process_key = sc_process_table_get_key (sc_write_get_connection (self), process_id, error);

  return process_key != 0 && sc_deal_fit_statuses (self, process_key, "", error);
}
