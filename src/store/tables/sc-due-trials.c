/* SPDX-License-Identifier: GPL-3.0-or-later */

/* Reads which deals Today shows because their trial ends: by what was answered where the
 * published version asks until when it goes. */

#include "store/tables/sc-due-table-private.h"

#include "store/tables/sc-deal-filter-private.h"
#include "store/tables/sc-json-private.h"

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
#define ENDED_FROM " FROM answer AS due JOIN deal AS d ON d.id = due.deal_id"
#define ENDED_WHERE \
        " WHERE due.criterion = :criterion AND due.deleted_by IS NULL AND due.state = 'answered'" \
        "  AND due.type = 'date' AND due.value <= :today AND due.from_deal_id IS NULL" \
        "  AND d.status IN ('open', 'won') AND " SC_DEAL_AT_WORK SC_DUE_IN_USE SC_DUE_OF_OWNER SC_DUE_OF_PROCESS \
        "  AND d.stage_id IN (SELECT vs.stage_id FROM version_stage AS vs" \
        "   WHERE vs.version_id = :version AND vs.position <= :position AND vs.deleted_by IS NULL)"

static ScStatement *
prepare (const ScDueScope *scope,
         const TrialEnd   *end,
         const char       *sql,
         GError          **error)
{
  ScStatement *statement = sc_connection_prepare (scope->connection, sql, error);

  if (statement == NULL)
    return NULL;

  sc_due_table_bind (scope, statement);
  sc_statement_bind_text (statement, ":criterion", end->criterion_id);
  sc_statement_bind_int (statement, ":version", end->version_key);
  sc_statement_bind_text (statement, ":position", end->position);

  return statement;
}

static gboolean
list_ended (const ScDueScope *scope,
            const TrialEnd   *end,
            guint             limit,
            GPtrArray        *rows,
            GError          **error)
{
  g_autoptr (ScStatement) statement =
    prepare (scope, end,
             "SELECT " SC_DEAL_COLUMNS SC_DUE_NAMES ", due.value" ENDED_FROM SC_DEAL_JOINS ENDED_WHERE
             " ORDER BY due.value DESC, due.id LIMIT :limit",
             error);

  if (statement == NULL)
    return FALSE;

  sc_statement_bind_int (statement, ":limit", limit);
  while (sc_statement_next (statement, error))
    {
      ScDueRow *row = sc_due_table_read (statement, SC_DUE_TRIAL);

      row->group = SC_DUE_GROUP_TRIALS;
      row->due = sc_date_parse (sc_statement_get_text (statement, SC_N_DUE_COLUMNS));
      row->criterion_id = g_strdup (end->criterion_id);
      g_ptr_array_add (rows, row);
    }

  return !sc_statement_has_failed (statement);
}

static gboolean
count_ended (const ScDueScope *scope,
             const TrialEnd   *end,
             guint            *n_rows,
             GError          **error)
{
  g_autoptr (ScStatement) statement =
    prepare (scope, end, "SELECT count(*)" ENDED_FROM " JOIN process AS pr ON pr.id = d.process_id" ENDED_WHERE, error);
  gint64 n = statement != NULL ? sc_statement_read_number (statement, error) : -1;

  *n_rows += n > 0 ? (guint) n : 0;

  return n >= 0;
}

static int
compare_nearest_cb (gconstpointer a,
                    gconstpointer b)
{
  const ScDueRow *row_a = a;
  const ScDueRow *row_b = b;

  if (row_a->due != row_b->due)
    return row_a->due > row_b->due ? -1 : 1;

  return row_a->deal->id < row_b->deal->id ? -1 : row_a->deal->id > row_b->deal->id;
}

/**
 * sc_due_table_list_trials:
 * @scope: what is read
 * @limit: how many rows at most
 * @rows: (element-type ScDueRow): where rows are added
 * @n_rows: (inout): how many there are is added
 * @error: why it failed
 *
 * Deals at work on a board whose trial ends today or has ended, by what was answered,
 * and which have not gone on behind the stage that asks for it.
 *
 * Returns: whether they could be read
 */
gboolean
sc_due_table_list_trials (const ScDueScope *scope,
                          guint             limit,
                          GPtrArray        *rows,
                          guint            *n_rows,
                          GError          **error)
{
  g_autoptr (GPtrArray) ends = read_trial_ends (scope->connection, error);
  g_autoptr (GPtrArray) ended = g_ptr_array_new_with_free_func ((GDestroyNotify) sc_due_row_free);

  if (ends == NULL)
    return FALSE;

  for (guint i = 0; i < ends->len; i++)
    if (!list_ended (scope, ends->pdata[i], limit, ended, error) ||
        !count_ended (scope, ends->pdata[i], n_rows, error))
      return FALSE;

  g_ptr_array_sort_values (ended, compare_nearest_cb);
  if (ended->len > limit)
    g_ptr_array_set_size (ended, (int) limit);
  g_ptr_array_extend_and_steal (rows, g_steal_pointer (&ended));

  return TRUE;
}
