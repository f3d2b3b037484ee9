/* SPDX-License-Identifier: GPL-3.0-or-later */

/* Reads what deals' clients have told, and when the deals went on. */

#include "store/tables/sc-told-table-private.h"

typedef struct {
  /* The one copy of each id. */
  GHashTable *ids;
  GArray *told;
} Reading;

static void
reading_clear (Reading *self)
{
  g_clear_pointer (&self->ids, g_hash_table_unref);
  g_clear_pointer (&self->told, g_array_unref);
}

G_DEFINE_AUTO_CLEANUP_CLEAR_FUNC (Reading, reading_clear);

static const char *
keep (Reading    *self,
      const char *id)
{
  const char *kept = id != NULL ? g_hash_table_lookup (self->ids, id) : NULL;
  char *copy;

  if (id == NULL || kept != NULL)
    return kept;

  copy = g_strdup (id);
  g_hash_table_add (self->ids, copy);

  return copy;
}

/* What an answer's event says that it was, or became. */
static ScAnswerState
get_state (const char *value)
{
  if (value == NULL)
    return SC_ANSWER_STATE_OPEN;

  return g_str_equal (value, sc_answer_state_get_id (SC_ANSWER_STATE_NOT_TOLD))
         ? SC_ANSWER_STATE_NOT_TOLD : SC_ANSWER_STATE_ANSWERED;
}

static void
read_answer (Reading     *self,
             ScStatement *statement,
             ScTold      *told)
{
  const char *before = sc_statement_get_text (statement, 4);
  const char *after = sc_statement_get_text (statement, 5);

  told->kind = SC_TOLD_ANSWER;
  told->what = keep (self, sc_statement_get_text (statement, 3));
  told->was = get_state (before);
  told->is = get_state (after);
  told->is_other = told->was == SC_ANSWER_STATE_ANSWERED && g_strcmp0 (before, after) != 0;
}

/* A tick names its criterion as what was, or is. */
static void
read_tick (Reading     *self,
           ScStatement *statement,
           ScTold      *told)
{
  const char *before = sc_statement_get_text (statement, 4);
  const char *after = sc_statement_get_text (statement, 5);

  told->kind = SC_TOLD_TICK;
  told->what = keep (self, after != NULL ? after : before);
  told->was = before != NULL ? SC_ANSWER_STATE_ANSWERED : SC_ANSWER_STATE_OPEN;
  told->is = after != NULL ? SC_ANSWER_STATE_ANSWERED : SC_ANSWER_STATE_OPEN;
}

static void
read_told (Reading     *self,
           ScStatement *statement)
{
  const char *field = sc_statement_get_text (statement, 2);
  ScTold told = {
    .change_id = sc_statement_get_int (statement, 1),
    .is_inferred = sc_statement_get_int (statement, 6) != 0,
    .version = (guint) sc_statement_get_int (statement, 7),
    .at = sc_statement_get_int (statement, 8),
  };

  if (g_str_equal (field, "answer"))
    {
      read_answer (self, statement, &told);
    }
  else if (g_str_equal (field, "criterion"))
    {
      read_tick (self, statement, &told);
    }
  else
    {
      told.kind = SC_TOLD_MOVE;
      told.from = keep (self, sc_statement_get_text (statement, 4));
      told.what = keep (self, sc_statement_get_text (statement, 5));
    }
  if (told.what != NULL)
    g_array_append_val (self->told, told);
}

/**
 * sc_told_table_each:
 * @connection: a connection
 * @process_id: a process
 * @end: an instant
 * @found: called with each deal of which something is told
 * @user_data: for @found
 * @error: why it can't be read
 *
 * What happened by then and was not taken back.
 *
 * Returns: whether all deals were told of
 */
gboolean
sc_told_table_each (ScConnection *connection,
                    const char   *process_id,
                    ScInstant     end,
                    ScToldFound   found,
                    gpointer      user_data,
                    GError      **error)
{
  gint64 deal_id = 0;
  g_auto (Reading) self = { 0 };
  g_autoptr (ScStatement) statement =
    sc_connection_prepare (connection,
                           "SELECT e.deal_id, e.change_id, e.field, e.criterion, e.old, e.new, e.is_inferred, version.number,"
                           " e.happened_at"
                           " FROM deal AS d JOIN deal_event AS e ON e.deal_id = d.id"
                           " LEFT JOIN version ON version.id = e.version_id"
                           " WHERE d.process_id = (SELECT id FROM process WHERE uuid = :process) AND d.deleted_by IS NULL"
                           "  AND e.field IN ('stage', 'answer', 'criterion') AND e.voided_by IS NULL AND e.happened_at <= :end"
                           " ORDER BY d.id, e.happened_at, e.id",
                           error);

  if (statement == NULL)
    return FALSE;

  self.ids = g_hash_table_new_full (g_str_hash, g_str_equal, g_free, NULL);
  self.told = g_array_new (FALSE, TRUE, sizeof (ScTold));
  sc_statement_bind_text (statement, ":process", process_id);
  sc_statement_bind_int (statement, ":end", end);
  while (sc_statement_next (statement, error))
    {
      gint64 next_id = sc_statement_get_int (statement, 0);

      if (next_id != deal_id && deal_id != 0)
        {
          found (deal_id, self.told, user_data);
          g_array_set_size (self.told, 0);
        }
      deal_id = next_id;
      read_told (&self, statement);
    }
  if (sc_statement_has_failed (statement))
    return FALSE;
  if (deal_id != 0)
    found (deal_id, self.told, user_data);

  return TRUE;
}

/**
 * sc_told_table_list_extended:
 * @connection: a connection
 * @cohort: which deals, and as of when
 * @criterion_id: a question that is answered with a day
 * @error: why it can't be read
 *
 * Returns: (transfer full) (element-type gint64): the deals of which a later day was answered
 *   in place of a day
 */
GArray *
sc_told_table_list_extended (ScConnection   *connection,
                             const ScCohort *cohort,
                             const char     *criterion_id,
                             GError        **error)
{
  /* In front of letters are days; “without-end” and “not-told” are none. */
  g_autoptr (ScStatement) statement =
    sc_cohort_prepare (cohort, connection,
                       "SELECT DISTINCT d.id FROM deal AS d"
                       " JOIN answer AS a ON a.deal_id = d.id AND a.criterion = :criterion"
                       " JOIN deal_event AS e ON e.deal_id = d.id AND e.field = 'answer' AND e.criterion = a.criterion"
                       "  AND e.answer_type = 'date' AND e.voided_by IS NULL AND e.happened_at <= :end"
                       "  AND e.old < 'a' AND e.new < 'a' AND e.new > e.old",
                       "", error);

  if (statement == NULL)
    return NULL;

  sc_statement_bind_text (statement, ":criterion", criterion_id);
  sc_statement_bind_int (statement, ":end", sc_date_get_end (cohort->as_of));

  return sc_statement_collect_keys (statement, error);
}
