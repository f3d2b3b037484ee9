/* SPDX-License-Identifier: GPL-3.0-or-later */

/* Reads what Today shows, from several tables. */

#include "store/tables/sc-due-table-private.h"

#include "model/sc-age.h"
#include "store/tables/sc-deal-filter-private.h"
#include "store/tables/sc-deal-table-private.h"
#include "store/tables/sc-json-private.h"

/* The names of the deal's process and of its stage, as the published version
 * has it, behind the columns of the deal itself. */
#define NAMES \
        ", pr.name, (SELECT vs.name FROM version_stage AS vs JOIN version AS v ON v.id = vs.version_id" \
        " WHERE v.process_id = d.process_id AND v.status = 'published' AND v.deleted_by IS NULL" \
        " AND vs.stage_id = d.stage_id AND vs.deleted_by IS NULL)"
#define N_NAMES 2

#define IN_USE " AND d.deleted_by IS NULL AND pr.is_archived = 0 AND pr.deleted_by IS NULL"
#define OF_OWNER " AND (:owner_id = 0 OR d.owner_id = :owner_id)"

static ScDueRow *
read_row (ScStatement *statement,
          ScDueKind    kind)
{
  ScDueRow *row = g_new0 (ScDueRow, 1);

  row->kind = kind;
  row->deal = sc_deal_table_read (statement);
  row->process_name = sc_statement_dup_text (statement, SC_N_DEAL_COLUMNS);
  row->stage_name = sc_statement_dup_text (statement, SC_N_DEAL_COLUMNS + 1);

  return row;
}

static void
add_step (ScStatement *statement,
          GPtrArray   *rows)
{
  ScDueRow *row = read_row (statement, SC_DUE_NEXT_STEP);
  int column = SC_N_DEAL_COLUMNS + N_NAMES;

  row->activity = g_new0 (ScActivity, 1);
  row->activity->id = row->deal->next_step_id;
  row->activity->deal_id = row->deal->id;
  row->activity->title = g_strdup (row->deal->next_step);
  row->activity->due = row->deal->next_step_due;
  row->activity->due_time = row->deal->next_step_time;
  row->activity->revision = sc_statement_get_int (statement, column);
  row->due = row->activity->due;
  g_ptr_array_add (rows, row);
}

static void
add_payment (ScStatement *statement,
             GPtrArray   *rows)
{
  ScDueRow *row = read_row (statement, SC_DUE_PAYMENT);
  int column = SC_N_DEAL_COLUMNS + N_NAMES;

  row->payment = g_new0 (ScPayment, 1);
  row->payment->id = sc_statement_get_int (statement, column);
  row->payment->deal_id = row->deal->id;
  row->payment->amount = sc_money_new (sc_statement_get_int (statement, column + 1),
                                       sc_statement_get_text (statement, column + 2));
  row->payment->due = sc_date_parse (sc_statement_get_text (statement, column + 3));
  row->payment->note = sc_statement_dup_text (statement, column + 4);
  row->payment->revision = sc_statement_get_int (statement, column + 5);
  row->due = row->payment->due;
  g_ptr_array_add (rows, row);
}

static gboolean
list (ScConnection *connection,
      const char   *sql,
      ScDate        today,
      gint64        owner_id,
      guint         limit,
      void (       *add )(ScStatement *statement,
                          GPtrArray   *rows),
      GPtrArray    *rows,
      GError      **error)
{
  g_autoptr (ScStatement) statement = sc_connection_prepare (connection, sql, error);
  g_autofree char *day = sc_date_to_string (today);

  if (statement == NULL)
    return FALSE;

  sc_statement_bind_text (statement, ":today", day);
  sc_statement_bind_int (statement, ":owner_id", owner_id);
  sc_statement_bind_int (statement, ":limit", limit);
  while (sc_statement_next (statement, error))
    add (statement, rows);

  return !sc_statement_has_failed (statement);
}

/**
 * sc_due_table_list_steps:
 * @connection: a connection
 * @today: the user's today
 * @owner_id: one owner's deals, 0 for all
 * @limit: how many rows at most
 * @rows: (element-type ScDueRow): where rows are added
 * @error: why it failed
 *
 * Next steps of deals that are at work on a board which are due today or were
 * before: a parked one is not asked for.
 *
 * Returns: whether they could be read
 */
gboolean
sc_due_table_list_steps (ScConnection *connection,
                         ScDate        today,
                         gint64        owner_id,
                         guint         limit,
                         GPtrArray    *rows,
                         GError      **error)
{
  return list (connection,
               "SELECT " SC_DEAL_COLUMNS NAMES ", a.revision"
               " FROM activity AS due JOIN deal AS d ON d.id = due.deal_id" SC_DEAL_JOINS
               " WHERE due.done_at IS NULL AND due.deleted_by IS NULL AND due.due <= :today AND a.id = due.id"
               "  AND d.status IN ('open', 'won') AND " SC_DEAL_AT_WORK IN_USE OF_OWNER
               " ORDER BY due.due, due.due_time IS NULL, due.due_time, due.id LIMIT :limit",
               today, owner_id, limit, add_step, rows, error);
}

/**
 * sc_due_table_list_payments:
 * @connection: a connection
 * @today: the user's today
 * @owner_id: one owner's deals, 0 for all
 * @limit: how many rows at most
 * @rows: (element-type ScDueRow): where rows are added
 * @error: why it failed
 *
 * Payments that should have come in before today and have not. Those of lost
 * deals are not waited for.
 *
 * Returns: whether they could be read
 */
gboolean
sc_due_table_list_payments (ScConnection *connection,
                            ScDate        today,
                            gint64        owner_id,
                            guint         limit,
                            GPtrArray    *rows,
                            GError      **error)
{
  return list (connection,
               "SELECT " SC_DEAL_COLUMNS NAMES
               ", due.id, due.amount_minor, due.currency, due.due, due.note, due.revision"
               " FROM payment AS due JOIN deal AS d ON d.id = due.deal_id" SC_DEAL_JOINS
               " WHERE due.paid_on IS NULL AND due.deleted_by IS NULL AND due.due < :today"
               "  AND d.status <> 'lost'" IN_USE OF_OWNER
               " ORDER BY due.due, due.id LIMIT :limit",
               today, owner_id, limit, add_payment, rows, error);
}

/* A deal with the day that stands behind its names. */
static ScDueRow *
add_of_day (ScStatement *statement,
            ScDueKind    kind,
            GPtrArray   *rows)
{
  ScDueRow *row = read_row (statement, kind);

  row->due = sc_date_parse (sc_statement_get_text (statement, SC_N_DEAL_COLUMNS + N_NAMES));
  g_ptr_array_add (rows, row);

  return row;
}

static void
add_woken (ScStatement *statement,
           GPtrArray   *rows)
{
  add_of_day (statement, SC_DUE_WOKEN, rows);
}

/**
 * sc_due_table_list_woken:
 * @connection: a connection
 * @today: the user's today
 * @owner_id: one owner's deals, 0 for all
 * @limit: how many rows at most
 * @rows: (element-type ScDueRow): where rows are added
 * @error: why it failed
 *
 * Deals that were parked until today or a day before, where that has not been written
 * yet: once it has, each has a step that says so.
 *
 * Returns: whether they could be read
 */
gboolean
sc_due_table_list_woken (ScConnection *connection,
                         ScDate        today,
                         gint64        owner_id,
                         guint         limit,
                         GPtrArray    *rows,
                         GError      **error)
{
  return list (connection,
               "SELECT " SC_DEAL_COLUMNS NAMES ", d.parked_until"
               " FROM deal AS d" SC_DEAL_JOINS
               " WHERE d.parked_until <= :today" IN_USE OF_OWNER
               " ORDER BY d.parked_until, d.id LIMIT :limit",
               today, owner_id, limit, add_woken, rows, error);
}

/* A question until when a trial goes, and the stage that asks it. */
typedef struct {
  char *criterion_id;
  gint64 version_key;
  char *position;
} TrialEnd;

static void
trial_end_free (gpointer data)
{
  TrialEnd *self = data;

  g_free (self->criterion_id);
  g_free (self->position);
  g_free (self);
}

static void
add_trial_ends (ScStatement *statement,
                GPtrArray   *ends)
{
  g_autoptr (GPtrArray) criteria = g_ptr_array_new_with_free_func ((GDestroyNotify) sc_criterion_free);

  sc_json_to_criteria (sc_statement_get_text (statement, 2), criteria);
  for (guint i = 0; i < criteria->len; i++)
    {
      const ScCriterion *criterion = criteria->pdata[i];
      TrialEnd *end;

      if (criterion->purpose != SC_PURPOSE_TRIAL_END)
        continue;
      end = g_new0 (TrialEnd, 1);
      end->criterion_id = g_strdup (criterion->id);
      end->version_key = sc_statement_get_int (statement, 0);
      end->position = sc_statement_dup_text (statement, 1);
      g_ptr_array_add (ends, end);
    }
}

static GPtrArray *
read_trial_ends (ScConnection *connection,
                 GError      **error)
{
  g_autoptr (GPtrArray) ends = g_ptr_array_new_with_free_func (trial_end_free);
  g_autoptr (ScStatement) statement =
    sc_connection_prepare (connection,
                           "SELECT vs.version_id, vs.position, vs.exit_criteria"
                           " FROM version_stage AS vs JOIN version AS v ON v.id = vs.version_id"
                           " WHERE v.status = 'published' AND v.deleted_by IS NULL AND vs.deleted_by IS NULL"
                           "  AND vs.exit_criteria LIKE '%trial-end%'"
                           " ORDER BY vs.id",
                           error);

  if (statement == NULL)
    return NULL;

  while (sc_statement_next (statement, error))
    add_trial_ends (statement, ends);

  return sc_statement_has_failed (statement) ? NULL : g_steal_pointer (&ends);
}

/* A trial without end is no day, and what was taken over from another deal and nobody
 * has confirmed is not this one's. */
static gboolean
list_ended (ScConnection   *connection,
            const TrialEnd *end,
            const char     *day,
            gint64          owner_id,
            guint           limit,
            GPtrArray      *rows,
            GError        **error)
{
  g_autoptr (ScStatement) statement =
    sc_connection_prepare (connection,
                           "SELECT " SC_DEAL_COLUMNS NAMES ", due.value"
                           " FROM answer AS due JOIN deal AS d ON d.id = due.deal_id" SC_DEAL_JOINS
                           " WHERE due.criterion = :criterion AND due.deleted_by IS NULL AND due.state = 'answered'"
                           "  AND due.type = 'date' AND due.value <= :today AND due.from_deal_id IS NULL"
                           "  AND d.status IN ('open', 'won') AND " SC_DEAL_AT_WORK IN_USE OF_OWNER
                           "  AND d.stage_id IN (SELECT vs.stage_id FROM version_stage AS vs"
                           "   WHERE vs.version_id = :version AND vs.position <= :position AND vs.deleted_by IS NULL)"
                           " ORDER BY due.value, due.id LIMIT :limit",
                           error);

  if (statement == NULL)
    return FALSE;

  sc_statement_bind_text (statement, ":criterion", end->criterion_id);
  sc_statement_bind_int (statement, ":version", end->version_key);
  sc_statement_bind_text (statement, ":position", end->position);
  sc_statement_bind_text (statement, ":today", day);
  sc_statement_bind_int (statement, ":owner_id", owner_id);
  sc_statement_bind_int (statement, ":limit", limit);
  while (sc_statement_next (statement, error))
    add_of_day (statement, SC_DUE_TRIAL, rows)->criterion_id = g_strdup (end->criterion_id);

  return !sc_statement_has_failed (statement);
}

static int
compare_due_cb (gconstpointer a,
                gconstpointer b)
{
  const ScDueRow *row_a = a;
  const ScDueRow *row_b = b;

  if (row_a->due != row_b->due)
    return row_a->due < row_b->due ? -1 : 1;

  return row_a->deal->id < row_b->deal->id ? -1 : row_a->deal->id > row_b->deal->id;
}

/**
 * sc_due_table_list_trials:
 * @connection: a connection
 * @today: the user's today
 * @owner_id: one owner's deals, 0 for all
 * @limit: how many rows at most
 * @rows: (element-type ScDueRow): where rows are added
 * @error: why it failed
 *
 * Deals at work on a board whose trial ends today or has ended, by what was answered,
 * and which have not gone on behind the stage that asks for it.
 *
 * Returns: whether they could be read
 */
gboolean
sc_due_table_list_trials (ScConnection *connection,
                          ScDate        today,
                          gint64        owner_id,
                          guint         limit,
                          GPtrArray    *rows,
                          GError      **error)
{
  g_autoptr (GPtrArray) ends = read_trial_ends (connection, error);
  g_autoptr (GPtrArray) ended = g_ptr_array_new_with_free_func ((GDestroyNotify) sc_due_row_free);
  g_autofree char *day = sc_date_to_string (today);

  if (ends == NULL)
    return FALSE;

  for (guint i = 0; i < ends->len; i++)
    if (!list_ended (connection, ends->pdata[i], day, owner_id, limit, ended, error))
      return FALSE;

  g_ptr_array_sort_values (ended, compare_due_cb);
  if (ended->len > limit)
    g_ptr_array_set_size (ended, (int) limit);
  g_ptr_array_extend_and_steal (rows, g_steal_pointer (&ended));

  return TRUE;
}

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
read_timed_stages (ScConnection *connection,
                   ScCalendar   *calendar,
                   ScInstant     now,
                   GError      **error)
{
  g_autoptr (GArray) stages = g_array_new (FALSE, FALSE, sizeof (TimedStage));
  g_autoptr (ScStatement) statement =
    sc_connection_prepare (connection,
                           "SELECT vs.stage_id, vs.duration, vs.duration_unit"
                           " FROM version_stage AS vs"
                           " JOIN version AS v ON v.id = vs.version_id"
                           " JOIN process AS p ON p.id = v.process_id"
                           " WHERE v.status = 'published' AND v.deleted_by IS NULL AND vs.deleted_by IS NULL"
                           "  AND vs.duration > 0 AND p.is_archived = 0 AND p.deleted_by IS NULL"
                           " ORDER BY vs.duration_unit, vs.duration",
                           error);

  if (statement == NULL)
    return NULL;

  while (sc_statement_next (statement, error))
    {
      TimedStage stage = { sc_statement_get_int (statement, 0), { 0 } };

      stage.target.value = (guint) sc_statement_get_int (statement, 1);
      sc_unit_from_id (sc_statement_get_text (statement, 2), &stage.target.unit);
      stage.limit = find_limit (stages, calendar, stage.target, now);
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
static gboolean
find_late (ScConnection     *connection,
           ScCalendar       *calendar,
           const TimedStage *stage,
           ScInstant         now,
           gint64            owner_id,
           guint             limit,
           GArray           *late,
           GError          **error)
{
  g_autoptr (ScStatement) statement =
    sc_connection_prepare (connection,
                           "SELECT d.id, d.entered_at FROM deal AS d"
                           " WHERE d.stage_id = :stage_id AND d.entered_at < :limit_at AND d.status IN ('open', 'won')"
                           "  AND d.deleted_by IS NULL AND d.parked_until IS NULL" OF_OWNER
                           " ORDER BY d.entered_at, d.id LIMIT :limit",
                           error);

  if (statement == NULL)
    return FALSE;

  sc_statement_bind_int (statement, ":stage_id", stage->key);
  sc_statement_bind_int (statement, ":limit_at", stage->limit);
  sc_statement_bind_int (statement, ":owner_id", owner_id);
  sc_statement_bind_int (statement, ":limit", limit);
  while (sc_statement_next (statement, error))
    {
      guint n_over = sc_age_get_over (calendar, sc_statement_get_int (statement, 1), now, stage->target);
      ScDuration over = { n_over, stage->target.unit };
      LateDeal deal = { sc_statement_get_int (statement, 0), stage->target, sc_duration_get_hours (over, calendar) };

      if (over.value > 0)
        g_array_append_val (late, deal);
    }

  return !sc_statement_has_failed (statement);
}

static int
compare_late_cb (gconstpointer a,
                 gconstpointer b)
{
  const LateDeal *late_a = a;
  const LateDeal *late_b = b;

  if (late_a->over_hours != late_b->over_hours)
    return late_a->over_hours > late_b->over_hours ? -1 : 1;

  return late_a->deal_id < late_b->deal_id ? -1 : late_a->deal_id > late_b->deal_id;
}

static gboolean
load_late (ScConnection   *connection,
           ScCalendar     *calendar,
           const LateDeal *late,
           GPtrArray      *rows,
           GError        **error)
{
  g_autoptr (ScStatement) statement =
    sc_connection_prepare (connection,
                           "SELECT " SC_DEAL_COLUMNS NAMES " FROM deal AS d" SC_DEAL_JOINS
                           " WHERE d.id = :deal_id",
                           error);
  g_autoptr (GError) own_error = NULL;

  if (statement == NULL)
    return FALSE;

  sc_statement_bind_int (statement, ":deal_id", late->deal_id);
  if (sc_statement_step (statement, &own_error))
    {
      ScDueRow *row = read_row (statement, SC_DUE_STAGE);

      row->target = late->target;
      row->calendar = sc_calendar_ref (calendar);
      g_ptr_array_add (rows, row);
    }
  if (own_error == NULL || sc_connection_pass_over (connection, own_error))
    return TRUE;

  g_propagate_error (error, g_steal_pointer (&own_error));

  return FALSE;
}

/**
 * sc_due_table_list_stages:
 * @connection: a connection
 * @calendar: the days and hours that count
 * @now: the present instant
 * @owner_id: one owner's deals, 0 for all
 * @limit: how many rows at most
 * @rows: (element-type ScDueRow): where rows are added
 * @error: why it failed
 *
 * Deals that have stood in their stage for longer than its target time, by
 * sc_age_get_over(), the longest over first.
 *
 * Returns: whether they could be read
 */
gboolean
sc_due_table_list_stages (ScConnection *connection,
                          ScCalendar   *calendar,
                          ScInstant     now,
                          gint64        owner_id,
                          guint         limit,
                          GPtrArray    *rows,
                          GError      **error)
{
  g_autoptr (GArray) stages = read_timed_stages (connection, calendar, now, error);
  g_autoptr (GArray) late = g_array_new (FALSE, FALSE, sizeof (LateDeal));

  if (stages == NULL)
    return FALSE;

  for (guint i = 0; i < stages->len; i++)
    if (!find_late (connection, calendar, &g_array_index (stages, TimedStage, i), now, owner_id, limit, late, error))
      return FALSE;

  g_array_sort (late, compare_late_cb);
  for (guint i = 0; i < MIN (late->len, limit); i++)
    if (!load_late (connection, calendar, &g_array_index (late, LateDeal, i), rows, error))
      return FALSE;

  return TRUE;
}
