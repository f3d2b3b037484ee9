/* SPDX-License-Identifier: GPL-3.0-or-later */

/* The statements about answers to the questions that stages ask of a deal. */

#include "store/tables/sc-answer-table-private.h"

#include <glib/gi18n-lib.h>

#include "store/sc-answer-write.h"
#include "store/sc-search-key.h"
#include "store/tables/sc-column-private.h"
#include "store/tables/sc-event-table-private.h"

#define SELECT_ANSWER \
        "SELECT a.id, a.criterion, a.state, a.type, a.value, a.note, a.from_deal_id, a.answered_at, u.name, a.revision," \
        " a.deal_id" \
        " FROM answer AS a JOIN \"user\" AS u ON u.id = a.user_id"

/* Of a column alone one can't tell whether it holds a value of the row's type. */
static gboolean
check_value (ScStatement  *statement,
             ScAnswerState state,
             ScAnswerType  type,
             GError      **error)
{
  const char *value = sc_statement_get_text (statement, 4);
  g_autofree char *row = NULL;
  g_autofree char *problem = NULL;

  if (state == SC_ANSWER_STATE_NOT_TOLD ? value == NULL : sc_answer_is_value (type, value))
    return TRUE;

  row = g_strdup_printf ("%" G_GINT64_FORMAT, sc_statement_get_int (statement, 0));
  problem = sc_table_describe_problem ("answer", row, "value", _("This is not an answer of its type."));
  g_set_error_literal (error, SC_STORE_ERROR, SC_STORE_ERROR_BAD_ROW, problem);

  return FALSE;
}

static ScAnswerRow *
read_row (ScStatement *statement,
          GError     **error)
{
  g_autoptr (ScAnswerRow) row = g_new0 (ScAnswerRow, 1);
  ScAnswerType type = SC_ANSWER_TICK;

  sc_answer_state_from_id (sc_statement_get_text (statement, 2), &row->state);
  sc_answer_type_from_id (sc_statement_get_text (statement, 3), &type);
  if (!check_value (statement, row->state, type, error))
    return NULL;

  row->id = sc_statement_get_int (statement, 0);
  row->criterion_id = sc_statement_dup_text (statement, 1);
  row->type = type;
  if (row->state == SC_ANSWER_STATE_ANSWERED)
    row->answer = sc_answer_new (type, sc_statement_get_text (statement, 4));
  row->note = sc_statement_dup_text (statement, 5);
  row->from_deal_id = sc_statement_get_int (statement, 6);
  row->answered_at = sc_statement_get_int (statement, 7);
  row->user = sc_statement_dup_text (statement, 8);
  row->revision = sc_statement_get_int (statement, 9);
  row->deal_id = sc_statement_get_int (statement, 10);

  return g_steal_pointer (&row);
}

/* What can't be read is passed over where somebody is told of it. */
static GPtrArray *
read_rows (ScConnection *connection,
           ScStatement  *statement,
           GError      **error)
{
  g_autoptr (GPtrArray) rows = g_ptr_array_new_with_free_func ((GDestroyNotify) sc_answer_row_free);

  while (sc_statement_next (statement, error))
    {
      g_autoptr (GError) local_error = NULL;
      ScAnswerRow *row = read_row (statement, &local_error);

      if (row != NULL)
        g_ptr_array_add (rows, row);
      else if (!sc_connection_pass_over (connection, local_error))
        {
          g_propagate_error (error, g_steal_pointer (&local_error));
          return NULL;
        }
    }

  return sc_statement_has_failed (statement) ? NULL : g_steal_pointer (&rows);
}

/**
 * sc_answer_table_list:
 * @connection: a connection
 * @deal_id: a deal
 * @error: why it failed
 *
 * Returns: (transfer full) (element-type ScAnswerRow): its answers, those that were
 *   taken over and not confirmed among them
 */
GPtrArray *
sc_answer_table_list (ScConnection *connection,
                      gint64        deal_id,
                      GError      **error)
{
  g_autoptr (ScStatement) statement =
    sc_connection_prepare (connection,
                           SELECT_ANSWER
                           " WHERE a.deal_id = :deal_id AND a.deleted_by IS NULL"
                           " ORDER BY a.id",
                           error);

  if (statement == NULL)
    return NULL;

  sc_statement_bind_int (statement, ":deal_id", deal_id);

  return read_rows (connection, statement, error);
}

/**
 * sc_answer_table_list_offered:
 * @connection: a connection
 * @deal_id: a deal
 * @error: why it failed
 *
 * Returns: (transfer full) (element-type ScAnswerRow): the answers of the last other
 *   deal of its company and its process that has any; empty where there is none
 */
GPtrArray *
sc_answer_table_list_offered (ScConnection *connection,
                              gint64        deal_id,
                              GError      **error)
{
  g_autoptr (ScStatement) statement =
    sc_connection_prepare (connection,
                           SELECT_ANSWER
                           " WHERE a.state = 'answered' AND a.from_deal_id IS NULL AND a.deleted_by IS NULL"
                           "  AND a.deal_id = (SELECT max(other.id)"
                           "   FROM deal AS own JOIN deal AS other ON other.company_id = own.company_id"
                           "   WHERE own.id = :deal_id AND other.id <> own.id AND other.process_id = own.process_id"
                           "    AND other.deleted_by IS NULL"
                           "    AND EXISTS (SELECT 1 FROM answer WHERE answer.deal_id = other.id AND answer.state = 'answered'"
                           "     AND answer.from_deal_id IS NULL AND answer.deleted_by IS NULL))"
                           " ORDER BY a.id",
                           error);

  if (statement == NULL)
    return NULL;

  sc_statement_bind_int (statement, ":deal_id", deal_id);

  return read_rows (connection, statement, error);
}

/**
 * sc_write_load_answer:
 * @self: a write
 * @deal_id: a deal
 * @criterion_id: an exit criterion
 * @error: set where it can't be read
 *
 * Returns: (transfer full) (nullable): what it was answered with for the deal, %NULL
 *   where it is open
 */
ScAnswerRow *
sc_write_load_answer (ScWrite    *self,
                      gint64      deal_id,
                      const char *criterion_id,
                      GError    **error)
{
  g_autoptr (ScStatement) statement =
    sc_connection_prepare (sc_write_get_connection (self),
                           SELECT_ANSWER
                           " WHERE a.deal_id = :deal_id AND a.criterion = :criterion AND a.deleted_by IS NULL",
                           error);

  if (statement == NULL)
    return NULL;

  sc_statement_bind_int (statement, ":deal_id", deal_id);
  sc_statement_bind_text (statement, ":criterion", criterion_id);

  return sc_statement_step (statement, error) ? read_row (statement, error) : NULL;
}

/* Words are looked for, not amounts of minor units. */
static char *
make_search_key (const ScAnswerRow *row)
{
  gboolean has_words = row->answer != NULL
                       && (row->answer->type == SC_ANSWER_TEXT || row->answer->type == SC_ANSWER_CHOICE);
  g_autofree char *text = g_strconcat (has_words ? row->answer->value : "", "\n", row->note, NULL);

  return sc_search_make_key (text);
}

static ScValues *
make_values (ScWrite           *self,
             const ScAnswerRow *row)
{
  ScValues *values = sc_values_new ();
  g_autofree char *search = make_search_key (row);

  sc_values_set_text (values, "state", sc_answer_state_get_id (row->state));
  sc_values_set_text (values, "type", sc_answer_type_get_id (row->type));
  sc_values_set_text (values, "value", row->answer != NULL ? row->answer->value : NULL);
  sc_values_set_text (values, "note", row->note);
  sc_values_set_text (values, "search", search);
  if (row->from_deal_id != 0)
    sc_values_set_int (values, "from_deal_id", row->from_deal_id);
  else
    sc_values_set_null (values, "from_deal_id");
  sc_values_set_int (values, "answered_at", sc_clock_now ());
  sc_values_set_int (values, "user_id", sc_write_get_user (self));

  return values;
}

/**
 * sc_write_save_answer:
 * @self: a write
 * @deal_id: a deal
 * @before: (nullable): the answer as it is
 * @after: (nullable): as it is to be, %NULL where it is taken back
 * @error: why it can't be written
 *
 * Returns: whether it is so now
 */
gboolean
sc_write_save_answer (ScWrite           *self,
                      gint64             deal_id,
                      const ScAnswerRow *before,
                      const ScAnswerRow *after,
                      GError           **error)
{
  g_autoptr (ScValues) values = NULL;

  if (after == NULL)
    return before == NULL || sc_write_delete (self, "answer", before->id, before->revision, error);

  values = make_values (self, after);
  if (before != NULL)
    return sc_write_update (self, "answer", before->id, before->revision, values, error);

  sc_values_set_int (values, "deal_id", deal_id);
  sc_values_set_text (values, "criterion", after->criterion_id);

  return sc_write_insert (self, "answer", values, error) != 0;
}

/**
 * sc_write_count_extensions:
 * @self: a write
 * @deal_id: a deal
 * @criterion: a question until when a trial goes
 * @n_extensions: (out): how often a later day was answered in place of a day
 * @error: why it failed
 *
 * Returns: whether it could be counted
 */
gboolean
sc_write_count_extensions (ScWrite           *self,
                           gint64             deal_id,
                           const ScCriterion *criterion,
                           guint             *n_extensions,
                           GError           **error)
{
  return sc_event_table_count_extensions (sc_write_get_connection (self), deal_id, criterion, n_extensions, error);
}
