/* SPDX-License-Identifier: GPL-3.0-or-later */

/* Reads what Today shows of steps, payments and deals, group by group: a few rows of
 * each, and how many there are. */

#include "store/tables/sc-due-table-private.h"

#include "store/tables/sc-deal-filter-private.h"

/**
 * sc_due_table_read:
 * @statement: a statement at a row of %SC_DEAL_COLUMNS and %SC_DUE_NAMES
 * @kind: what it is about
 *
 * Returns: (transfer full): the row
 */
ScDueRow *
sc_due_table_read (ScStatement *statement,
                   ScDueKind    kind)
{
  ScDueRow *row = g_new0 (ScDueRow, 1);

  row->kind = kind;
  row->deal = sc_deal_table_read (statement);
  row->process_name = sc_statement_dup_text (statement, SC_N_DEAL_COLUMNS);
  row->stage_name = sc_statement_dup_text (statement, SC_N_DEAL_COLUMNS + 1);
  row->next_stage_id = sc_statement_dup_text (statement, SC_N_DEAL_COLUMNS + 2);
  row->next_stage_name = sc_statement_dup_text (statement, SC_N_DEAL_COLUMNS + 3);

  return row;
}

/* The last day of the week that Today looks ahead in, a Sunday; days count from a Monday. */
static ScDate
get_week_end (ScDate today)
{
  return today + 6 - (today - 1) % 7;
}

static void
bind_day (ScStatement *statement,
          const char  *name,
          ScDate       day)
{
  g_autofree char *text = sc_date_to_string (day);

  if (sc_statement_has (statement, name))
    sc_statement_bind_text (statement, name, text);
}

static void
bind_id (ScStatement *statement,
         const char  *name,
         gint64       id)
{
  if (sc_statement_has (statement, name))
    sc_statement_bind_int (statement, name, id);
}

/**
 * sc_due_table_bind:
 * @scope: what is read
 * @statement: a statement
 *
 * Binds what it has of `:today`, `:week_end`, `:owner_id`, `:process_id` and `:user_id`.
 */
void
sc_due_table_bind (const ScDueScope *scope,
                   ScStatement      *statement)
{
  bind_day (statement, ":today", scope->today);
  bind_day (statement, ":week_end", get_week_end (scope->today));
  bind_id (statement, ":owner_id", scope->owner_id);
  if (sc_statement_has (statement, ":process_id"))
    sc_statement_bind_text (statement, ":process_id", scope->process_id);
  bind_id (statement, ":user_id", scope->user_id);
}

static void
take_step (ScDueRow    *row,
           ScStatement *statement)
{
  row->activity = g_new0 (ScActivity, 1);
  row->activity->id = row->deal->next_step_id;
  row->activity->deal_id = row->deal->id;
  row->activity->title = g_strdup (row->deal->next_step);
  row->activity->due = row->deal->next_step_due;
  row->activity->due_time = row->deal->next_step_time;
  row->activity->revision = sc_statement_get_int (statement, SC_N_DUE_COLUMNS);
  row->due = row->activity->due;
}

static void
take_payment (ScDueRow    *row,
              ScStatement *statement)
{
  int column = SC_N_DUE_COLUMNS;

  row->payment = g_new0 (ScPayment, 1);
  row->payment->id = sc_statement_get_int (statement, column);
  row->payment->deal_id = row->deal->id;
  row->payment->amount = sc_money_new (sc_statement_get_int (statement, column + 1),
                                       sc_statement_get_text (statement, column + 2));
  row->payment->due = sc_date_parse (sc_statement_get_text (statement, column + 3));
  row->payment->note = sc_statement_dup_text (statement, column + 4);
  row->payment->revision = sc_statement_get_int (statement, column + 5);
  row->due = row->payment->due;
}

static void
take_day (ScDueRow    *row,
          ScStatement *statement)
{
  row->due = sc_date_parse (sc_statement_get_text (statement, SC_N_DUE_COLUMNS));
}

/* Since when it stands in its stage, where that is known. */
static void
take_nothing (ScDueRow    *row,
              ScStatement *statement)
{
  row->due = row->deal->entered_at != SC_INSTANT_NONE ? sc_date_from_instant (row->deal->entered_at) : SC_DATE_NONE;
}

static void
take_giver (ScDueRow    *row,
            ScStatement *statement)
{
  row->from = sc_statement_dup_text (statement, SC_N_DUE_COLUMNS);
  row->due = sc_date_from_instant (sc_statement_get_int (statement, SC_N_DUE_COLUMNS + 1));
}

#define LIST(columns, from, where, order) \
        "SELECT " SC_DEAL_COLUMNS SC_DUE_NAMES columns from SC_DEAL_JOINS where " ORDER BY " order " LIMIT :limit"
#define COUNT(from, where) "SELECT count(*)" from " JOIN process AS pr ON pr.id = d.process_id" where

#define OF_DEALS_AT_WORK \
        " AND d.status IN ('open', 'won') AND " SC_DEAL_AT_WORK SC_DUE_IN_USE SC_DUE_OF_OWNER SC_DUE_OF_PROCESS

/* Next steps alone: what is to be done after them waits. What the program itself has
 * planned for a deal that is back at work is no step of anybody's until somebody changes
 * it. */
#define STEPS_FROM " FROM activity AS due JOIN deal AS d ON d.id = due.deal_id"
#define STEPS_WHERE(days, by_itself) \
        " WHERE due.done_at IS NULL AND due.deleted_by IS NULL AND " days OF_DEALS_AT_WORK \
        "  AND due.id = (SELECT id FROM activity WHERE deal_id = d.id AND done_at IS NULL" \
        "   AND deleted_by IS NULL ORDER BY due IS NULL, due, due_time IS NULL, due_time, id LIMIT 1)" \
        "  AND " by_itself " (due.revision = due.created_by" \
        "   AND EXISTS (SELECT 1 FROM change WHERE id = due.created_by AND is_by_itself = 1))"
#define STEPS(days, by_itself, order) \
        LIST (", a.revision", STEPS_FROM, STEPS_WHERE (days, by_itself), order), \
        COUNT (STEPS_FROM, STEPS_WHERE (days, by_itself))

/* Those of lost deals are not waited for. */
#define PAYMENTS_FROM " FROM payment AS due JOIN deal AS d ON d.id = due.deal_id"
#define PAYMENTS_WHERE(days) \
        " WHERE due.paid_on IS NULL AND due.deleted_by IS NULL AND " days \
        "  AND d.status <> 'lost'" SC_DUE_IN_USE SC_DUE_OF_OWNER SC_DUE_OF_PROCESS
#define PAYMENTS(days, order) \
        LIST (", due.id, due.amount_minor, due.currency, due.due, due.note, due.revision", \
              PAYMENTS_FROM, PAYMENTS_WHERE (days), order), \
        COUNT (PAYMENTS_FROM, PAYMENTS_WHERE (days))

/* Those whose waking has not been written yet. */
#define WOKEN_FROM " FROM deal AS d"
#define WOKEN_WHERE " WHERE d.parked_until <= :today" SC_DUE_IN_USE SC_DUE_OF_OWNER SC_DUE_OF_PROCESS

/* Counted through their stages, from the index of the board alone; listed as they were
 * added, the newest first. */
#define HAS_NO_STEP \
        " AND d.deleted_by IS NULL AND d.parked_until IS NULL" SC_DUE_OF_OWNER \
        " AND NOT EXISTS (SELECT 1 FROM activity WHERE deal_id = d.id AND done_at IS NULL AND deleted_by IS NULL)"
#define NO_STEP_LIST \
        LIST ("", " FROM deal AS d", \
              " WHERE (d.status || '') IN ('open', 'won')" HAS_NO_STEP " AND pr.is_archived = 0 AND pr.deleted_by IS NULL" SC_DUE_OF_PROCESS, \
              "d.id DESC")
#define NO_STEP_COUNT \
        "SELECT count(*) FROM process AS pr JOIN stage AS s ON s.process_id = pr.id JOIN deal AS d ON d.stage_id = s.id" \
        " WHERE pr.is_archived = 0 AND pr.deleted_by IS NULL AND d.status IN ('open', 'won')" HAS_NO_STEP SC_DUE_OF_PROCESS

/* The last that counts of who became responsible and of what the user did: where that is
 * somebody else's making the user responsible, nothing has come of it yet. A deal that
 * the user was the last to change is none, which is cheap to see. */
#define HANDED_FROM \
        " FROM deal AS d JOIN change AS touched ON touched.id = d.revision" \
        " JOIN deal_event AS due ON due.id = (SELECT max(e.id) FROM deal_event AS e JOIN change AS ch ON ch.id = e.change_id" \
        "  WHERE e.deal_id = d.id AND e.voided_by IS NULL AND (e.field = 'owner' OR ch.user_id = :user_id))" \
        " JOIN change AS handed ON handed.id = due.change_id" \
        " JOIN \"user\" AS giver ON giver.id = handed.user_id"
#define HANDED_WHERE \
        " WHERE d.owner_id = :user_id AND touched.user_id <> :user_id AND handed.user_id <> :user_id" \
        "  AND d.status IN ('open', 'won') AND " SC_DEAL_AT_WORK SC_DUE_IN_USE

/* Where rows of a group come from. */
typedef struct {
  ScDueGroup group;
  ScDueKind kind;
  void (*take)(ScDueRow    *row,
               ScStatement *statement);
  const char *list;
  const char *count;
} Source;

static const Source sources[] = {
  { SC_DUE_GROUP_OVERDUE, SC_DUE_NEXT_STEP, take_step,
    STEPS ("due.due < :today", "NOT", "due.due DESC, due.due_time IS NULL, due.due_time, due.id") },
  { SC_DUE_GROUP_OVERDUE, SC_DUE_PAYMENT, take_payment, PAYMENTS ("due.due < :today", "due.due DESC, due.id") },
  { SC_DUE_GROUP_TODAY, SC_DUE_NEXT_STEP, take_step,
    STEPS ("due.due = :today", "NOT", "due.due_time IS NULL, due.due_time, due.id") },
  { SC_DUE_GROUP_WEEK, SC_DUE_NEXT_STEP, take_step,
    STEPS ("due.due > :today AND due.due <= :week_end", "NOT", "due.due, due.due_time IS NULL, due.due_time, due.id") },
  { SC_DUE_GROUP_PAYMENTS, SC_DUE_PAYMENT, take_payment,
    PAYMENTS ("due.due >= :today AND due.due <= :week_end", "due.due, due.id") },
  { SC_DUE_GROUP_NO_STEP, SC_DUE_NO_STEP, take_nothing, NO_STEP_LIST, NO_STEP_COUNT },
  { SC_DUE_GROUP_WOKEN, SC_DUE_WOKEN, take_day,
    LIST (", d.parked_until", WOKEN_FROM, WOKEN_WHERE, "d.parked_until DESC, d.id"), COUNT (WOKEN_FROM, WOKEN_WHERE) },
  { SC_DUE_GROUP_WOKEN, SC_DUE_NEXT_STEP, take_step, STEPS ("due.due <= :today", "", "due.due DESC, due.id") },
  { SC_DUE_GROUP_HANDED, SC_DUE_HANDED, take_giver,
    LIST (", giver.name, due.happened_at", HANDED_FROM, HANDED_WHERE, "due.id DESC"), COUNT (HANDED_FROM, HANDED_WHERE) },
};

static gboolean
list (const ScDueScope *scope,
      const Source     *source,
      guint             limit,
      GPtrArray        *rows,
      GError          **error)
{
  g_autoptr (ScStatement) statement = sc_connection_prepare (scope->connection, source->list, error);

  if (statement == NULL)
    return FALSE;

  sc_due_table_bind (scope, statement);
  sc_statement_bind_int (statement, ":limit", limit);
  while (sc_statement_next (statement, error))
    {
      ScDueRow *row = sc_due_table_read (statement, source->kind);

      row->group = source->group;
      source->take (row, statement);
      g_ptr_array_add (rows, row);
    }

  return !sc_statement_has_failed (statement);
}

static gboolean
count (const ScDueScope *scope,
       const Source     *source,
       guint            *n_rows,
       GError          **error)
{
  g_autoptr (ScStatement) statement = sc_connection_prepare (scope->connection, source->count, error);
  gint64 n;

  if (statement == NULL)
    return FALSE;

  sc_due_table_bind (scope, statement);
  n = sc_statement_read_number (statement, error);
  *n_rows += n > 0 ? (guint) n : 0;

  return n >= 0;
}

/* What is past the nearest first, which is the latest; what is to come the earliest. */
static int
compare_nearest_cb (gconstpointer a,
                    gconstpointer b)
{
  const ScDueRow *row_a = a;
  const ScDueRow *row_b = b;

  return row_a->due == row_b->due ? 0 : row_a->due > row_b->due ? -1 : 1;
}

/**
 * sc_due_table_list_group:
 * @scope: what is read
 * @group: one of the groups that are no trials and no stages
 * @limit: how many rows at most
 * @rows: (element-type ScDueRow): where rows are added
 * @n_rows: (inout): how many there are is added
 * @error: why it failed
 *
 * Returns: whether they could be read
 */
gboolean
sc_due_table_list_group (const ScDueScope *scope,
                         ScDueGroup        group,
                         guint             limit,
                         GPtrArray        *rows,
                         guint            *n_rows,
                         GError          **error)
{
  g_autoptr (GPtrArray) found = g_ptr_array_new_with_free_func ((GDestroyNotify) sc_due_row_free);
  guint n_sources = 0;

  for (guint i = 0; i < G_N_ELEMENTS (sources); i++)
    {
      guint n_before = found->len;

      if (sources[i].group != group)
        continue;
      n_sources++;
      if (limit > 0 && !list (scope, &sources[i], limit, found, error))
        return FALSE;
      if (found->len - n_before < limit)
        *n_rows += found->len - n_before;
      else if (!count (scope, &sources[i], n_rows, error))
        return FALSE;
    }

  if (n_sources > 1)
    g_ptr_array_sort_values (found, compare_nearest_cb);
  if (found->len > limit)
    g_ptr_array_set_size (found, (int) limit);
  g_ptr_array_extend_and_steal (rows, g_steal_pointer (&found));

  return TRUE;
}
