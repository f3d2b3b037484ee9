/* SPDX-License-Identifier: GPL-3.0-or-later */

/* Reads which deals Today shows because they have stood in their stage for longer than
 * its target time. */

#include "store/tables/sc-due-table-private.h"

#include "model/sc-age.h"

/* A stage of a published version, its target time, and the instant before
 * which deals that stand in it came for this to be over. */
typedef struct {
  gint64 key;
  ScDuration target;
  ScInstant limit;
} TimedStage;

/* Many stages share a target time, and only with that of the stage before is
 * it worth comparing: they come in its order. */
static ScInstant
find_limit (GArray     *stages,
            ScCalendar *calendar,
            ScDuration  target,
            ScInstant   now)
{
  const TimedStage *last = stages->len > 0 ? &g_array_index (stages, TimedStage, stages->len - 1) : NULL;

  return last != NULL && sc_duration_equal (last->target, target) ? last->limit : sc_age_get_limit (calendar, now, target);
}

static GArray *
read_timed_stages (const ScDueScope *scope,
                   GError          **error)
{
  g_autoptr (GArray) stages = g_array_new (FALSE, FALSE, sizeof (TimedStage));
  g_autoptr (ScStatement) statement =
    sc_connection_prepare (scope->connection,
                           "SELECT vs.stage_id, vs.duration, vs.duration_unit"
                           " FROM version_stage AS vs"
                           " JOIN version AS v ON v.id = vs.version_id"
                           " JOIN process AS pr ON pr.id = v.process_id"
                           " WHERE v.status = 'published' AND v.deleted_by IS NULL AND vs.deleted_by IS NULL"
                           "  AND vs.duration > 0 AND pr.is_archived = 0 AND pr.deleted_by IS NULL"
                           SC_DUE_OF_PROCESS
                           " ORDER BY vs.duration_unit, vs.duration",
                           error);

  if (statement == NULL)
    return NULL;

  sc_due_table_bind (scope, statement);
  while (sc_statement_next (statement, error))
    {
      TimedStage stage = { sc_statement_get_int (statement, 0), { 0 } };

      stage.target.value = (guint) sc_statement_get_int (statement, 1);
      sc_unit_from_id (sc_statement_get_text (statement, 2), &stage.target.unit);
      stage.limit = find_limit (stages, scope->calendar, stage.target, scope->now);
      g_array_append_val (stages, stage);
    }
  if (sc_statement_has_failed (statement))
    return NULL;

  return g_steal_pointer (&stages);
}

/* A deal that has stood in its stage for too long. */
typedef struct {
  gint64 deal_id;
  ScDuration target;
  guint over_hours;
} LateDeal;

/* From the index alone; what is shown of all stages together is read then. The time
 * for which a deal was parked is left out of its stage's when its waking is written. */
#define LATE \
        " FROM deal AS d" \
        " WHERE d.stage_id = :stage_id AND d.entered_at < :limit_at AND d.status IN ('open', 'won')" \
        "  AND d.deleted_by IS NULL AND d.parked_until IS NULL" SC_DUE_OF_OWNER

static ScStatement *
prepare_late (const ScDueScope *scope,
              const TimedStage *stage,
              const char       *sql,
              GError          **error)
{
  ScStatement *statement = sc_connection_prepare (scope->connection, sql, error);

  if (statement == NULL)
    return NULL;

  sc_statement_bind_int (statement, ":stage_id", stage->key);
  sc_statement_bind_int (statement, ":limit_at", stage->limit);
  sc_due_table_bind (scope, statement);

  return statement;
}

static gboolean
find_late (const ScDueScope *scope,
           const TimedStage *stage,
           guint             limit,
           GArray           *late,
           GError          **error)
{
  g_autoptr (ScStatement) statement =
    prepare_late (scope, stage, "SELECT d.id, d.entered_at" LATE " ORDER BY d.entered_at DESC, d.id LIMIT :limit", error);

  if (statement == NULL)
    return FALSE;

  sc_statement_bind_int (statement, ":limit", limit);
  while (sc_statement_next (statement, error))
    {
      guint n_over = sc_age_get_over (scope->calendar, sc_statement_get_int (statement, 1), scope->now, stage->target);
      ScDuration over = { n_over, stage->target.unit };
      LateDeal deal = { sc_statement_get_int (statement, 0), stage->target, sc_duration_get_hours (over, scope->calendar) };

      if (over.value > 0)
        g_array_append_val (late, deal);
    }

  return !sc_statement_has_failed (statement);
}

static gboolean
count_late (const ScDueScope *scope,
            const TimedStage *stage,
            guint            *n_rows,
            GError          **error)
{
  g_autoptr (ScStatement) statement = prepare_late (scope, stage, "SELECT count(*)" LATE, error);
  gint64 n = statement != NULL ? sc_statement_read_number (statement, error) : -1;

  *n_rows += n > 0 ? (guint) n : 0;

  return n >= 0;
}

static int
compare_late_cb (gconstpointer a,
                 gconstpointer b)
{
  const LateDeal *late_a = a;
  const LateDeal *late_b = b;

  if (late_a->over_hours != late_b->over_hours)
    return late_a->over_hours < late_b->over_hours ? -1 : 1;

  return late_a->deal_id < late_b->deal_id ? -1 : late_a->deal_id > late_b->deal_id;
}

static gboolean
load_late (const ScDueScope *scope,
           const LateDeal   *late,
           GPtrArray        *rows,
           GError          **error)
{
  g_autoptr (ScStatement) statement =
    sc_connection_prepare (scope->connection,
                           "SELECT " SC_DEAL_COLUMNS SC_DUE_NAMES " FROM deal AS d" SC_DEAL_JOINS
                           " WHERE d.id = :deal_id",
                           error);
  g_autoptr (GError) own_error = NULL;

  if (statement == NULL)
    return FALSE;

  sc_statement_bind_int (statement, ":deal_id", late->deal_id);
  if (sc_statement_step (statement, &own_error))
    {
      ScDueRow *row = sc_due_table_read (statement, SC_DUE_STAGE);

      row->group = SC_DUE_GROUP_STAGES;
      row->target = late->target;
      row->calendar = sc_calendar_ref (scope->calendar);
      g_ptr_array_add (rows, row);
    }
  if (own_error == NULL || sc_connection_pass_over (scope->connection, own_error))
    return TRUE;

  g_propagate_error (error, g_steal_pointer (&own_error));

  return FALSE;
}

/**
 * sc_due_table_list_stages:
 * @scope: what is read
 * @limit: how many rows at most
 * @rows: (element-type ScDueRow): where rows are added
 * @n_rows: (inout): how many there are is added
 * @error: why it failed
 *
 * Deals that have stood in their stage for longer than its target time, by
 * sc_age_get_over(), those first that have been for the shortest time.
 *
 * Returns: whether they could be read
 */
gboolean
sc_due_table_list_stages (const ScDueScope *scope,
                          guint             limit,
                          GPtrArray        *rows,
                          guint            *n_rows,
                          GError          **error)
{
  g_autoptr (GArray) stages = read_timed_stages (scope, error);
  g_autoptr (GArray) late = g_array_new (FALSE, FALSE, sizeof (LateDeal));

  if (stages == NULL)
    return FALSE;

  for (guint i = 0; i < stages->len; i++)
    if (!find_late (scope, &g_array_index (stages, TimedStage, i), limit, late, error) ||
        !count_late (scope, &g_array_index (stages, TimedStage, i), n_rows, error))
      return FALSE;

  g_array_sort (late, compare_late_cb);
  for (guint i = 0; i < MIN (late->len, limit); i++)
    if (!load_late (scope, &g_array_index (late, LateDeal, i), rows, error))
      return FALSE;

  return TRUE;
}
