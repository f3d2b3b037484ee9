/* SPDX-License-Identifier: GPL-3.0-or-later */

/* The statements about changes: what undo, redo and those who follow read of the log. */

#include "store/tables/sc-change-table-private.h"

#define SELECT \
        "SELECT change.id, change.made_at, \"user\".name, change.name, process.uuid, change.scope = 'design'" \
        " FROM change" \
        " JOIN \"user\" ON \"user\".id = change.user_id" \
        " LEFT JOIN process ON process.id = change.process_id"

/* Each window's changes lie in an index, by scope and number. A user's are
 * looked for from the last change on. */
#define OF_WINDOW " WHERE change.\"window\" = :window AND change.scope = :scope"
#define OF_USER " WHERE change.user_id = :user"

#define OF_PROCESS " AND coalesce(process.uuid, '') = coalesce(:process, process.uuid, '')"
/* What the program has done by itself was never done for those who take back. */
#define BY_PERSON " AND change.is_by_itself = 0"
#define UNDO " AND change.undone_by IS NULL AND change.action <> 'undo'" BY_PERSON
#define REDO " AND change.undone_by IS NULL AND change.action = 'undo'"
#define DONE " AND change.action = 'do'" BY_PERSON
#define LAST " ORDER BY change.id DESC LIMIT 1"

/* A question, as it is put of a window and of a user. */
typedef struct {
  const char *of_window;
  const char *of_user;
} Question;

static const Question undo = { SELECT OF_WINDOW OF_PROCESS UNDO LAST, SELECT OF_USER OF_PROCESS UNDO LAST };
static const Question redo = { SELECT OF_WINDOW OF_PROCESS REDO LAST, SELECT OF_USER OF_PROCESS REDO LAST };
static const Question done = { SELECT OF_WINDOW OF_PROCESS DONE LAST, SELECT OF_USER OF_PROCESS DONE LAST };

static ScChangeRow *
read_row (ScStatement *statement,
          GError     **error)
{
  ScChangeRow *row;

  if (!sc_statement_step (statement, error))
    return NULL;

  row = g_new0 (ScChangeRow, 1);
  row->id = sc_statement_get_int (statement, 0);
  row->made_at = sc_statement_get_int (statement, 1);
  row->user = sc_statement_dup_text (statement, 2);
  row->name = sc_statement_dup_text (statement, 3);
  row->process_id = sc_statement_dup_text (statement, 4);
  row->is_design = sc_statement_get_int (statement, 5) != 0;

  return row;
}

static ScChangeRow *
find_of_window (ScConnection *connection,
                const char   *sql,
                const char   *window,
                const char   *scope,
                const char   *process_id,
                GError      **error)
{
  g_autoptr (ScStatement) statement = sc_connection_prepare (connection, sql, error);

  if (statement == NULL)
    return NULL;

  sc_statement_bind_text (statement, ":window", window);
  sc_statement_bind_text (statement, ":scope", scope);
  sc_statement_bind_text (statement, ":process", process_id);

  return read_row (statement, error);
}

static ScChangeRow *
find_of_user (ScConnection *connection,
              const char   *sql,
              gint64        user_id,
              const char   *process_id,
              GError      **error)
{
  g_autoptr (ScStatement) statement = sc_connection_prepare (connection, sql, error);

  if (statement == NULL)
    return NULL;

  sc_statement_bind_int (statement, ":user", user_id);
  sc_statement_bind_text (statement, ":process", process_id);

  return read_row (statement, error);
}

/* Of designs and of deals, in one order. */
static gboolean
look_at_window (ScConnection   *connection,
                const Question *question,
                const char     *window,
                const char     *process_id,
                ScChangeRow   **last,
                GError        **error)
{
  static const char *const scopes[] = { "design", "deals" };

  for (guint i = 0; i < G_N_ELEMENTS (scopes); i++)
    {
      GError *own_error = NULL;
      ScChangeRow *row = find_of_window (connection, question->of_window, window, scopes[i], process_id, &own_error);

      if (own_error != NULL)
        {
          g_propagate_error (error, own_error);
          return FALSE;
        }
      if (row != NULL && (*last == NULL || row->id > (*last)->id))
        {
          ScChangeRow *earlier = g_steal_pointer (last);

          *last = row;
          row = earlier;
        }
      g_clear_pointer (&row, sc_change_row_free);
    }

  return TRUE;
}

static ScChangeRow *
find (ScConnection         *connection,
      const Question       *question,
      const ScChangeAuthor *author,
      const char           *process_id,
      GError              **error)
{
  g_autoptr (ScChangeRow) last = NULL;

  if (author->windows == NULL)
    return find_of_user (connection, question->of_user, author->user_id, process_id, error);

  for (guint i = 0; author->windows[i] != NULL; i++)
    if (!look_at_window (connection, question, author->windows[i], process_id, &last, error))
      return NULL;

  return g_steal_pointer (&last);
}

/**
 * sc_change_table_find_undo:
 * @connection: a connection
 * @author: whose changes
 * @process_id: (nullable): of one process only
 * @error: why it can't be read
 *
 * Returns: (transfer full) (nullable): the change that undo takes back
 */
ScChangeRow *
sc_change_table_find_undo (ScConnection         *connection,
                           const ScChangeAuthor *author,
                           const char           *process_id,
                           GError              **error)
{
  return find (connection, &undo, author, process_id, error);
}

/**
 * sc_change_table_find_redo:
 * @connection: a connection
 * @author: whose changes
 * @process_id: (nullable): of one process only
 * @error: why it can't be read
 *
 * A change that was made after an undo ends what can be made again.
 *
 * Returns: (transfer full) (nullable): the undo that redo takes back
 */
ScChangeRow *
sc_change_table_find_redo (ScConnection         *connection,
                           const ScChangeAuthor *author,
                           const char           *process_id,
                           GError              **error)
{
  GError *own_error = NULL;
  g_autoptr (ScChangeRow) undone = find (connection, &redo, author, process_id, error);
  g_autoptr (ScChangeRow) last = undone != NULL ? find (connection, &done, author, process_id, &own_error) : NULL;

  if (own_error != NULL)
    {
      g_propagate_error (error, own_error);
      return NULL;
    }

  return undone != NULL && (last == NULL || last->id < undone->id) ? g_steal_pointer (&undone) : NULL;
}

/**
 * sc_change_table_find:
 * @connection: a connection
 * @change_id: a change's number
 * @error: why it can't be read
 *
 * Returns: (transfer full) (nullable): the change, where there is one
 */
ScChangeRow *
sc_change_table_find (ScConnection *connection,
                      gint64        change_id,
                      GError      **error)
{
  g_autoptr (ScStatement) statement = sc_connection_prepare (connection, SELECT " WHERE change.id = :id", error);

  if (statement == NULL)
    return NULL;

  sc_statement_bind_int (statement, ":id", change_id);

  return read_row (statement, error);
}

/* From one name to the next by way of the index, however many changes each
 * window has. */
#define LIST_WINDOWS \
        "WITH RECURSIVE known (name) AS (" \
        " SELECT min(\"window\") FROM change WHERE \"window\" >= :first AND \"window\" < :last" \
        " UNION ALL" \
        " SELECT (SELECT min(\"window\") FROM change WHERE \"window\" > known.name AND \"window\" < :last)" \
        " FROM known WHERE known.name IS NOT NULL)" \
        " SELECT name FROM known WHERE name IS NOT NULL"

/**
 * sc_change_table_list_windows:
 * @connection: a connection
 * @first: a name
 * @last: another
 * @error: why it can't be read
 *
 * Returns: (transfer full) (element-type utf8): the names, from @first to
 *   before @last, by which changes of windows are known
 */
GPtrArray *
sc_change_table_list_windows (ScConnection *connection,
                              const char   *first,
                              const char   *last,
                              GError      **error)
{
  g_autoptr (GPtrArray) names = g_ptr_array_new_with_free_func (g_free);
  g_autoptr (ScStatement) statement = sc_connection_prepare (connection, LIST_WINDOWS, error);

  if (statement == NULL)
    return NULL;

  sc_statement_bind_text (statement, ":first", first);
  sc_statement_bind_text (statement, ":last", last);
  while (sc_statement_step (statement, error))
    g_ptr_array_add (names, sc_statement_dup_text (statement, 0));

  return sc_statement_has_failed (statement) ? NULL : g_steal_pointer (&names);
}

/**
 * sc_change_table_each_since:
 * @connection: a connection
 * @last: the number of a change
 * @found: (scope call): called with each later one, in order
 * @user_data: for @found
 * @error: why it can't be read
 *
 * Returns: whether all were read
 */
gboolean
sc_change_table_each_since (ScConnection *connection,
                            gint64        last,
                            ScLoggedFound found,
                            gpointer      user_data,
                            GError      **error)
{
  g_autoptr (ScStatement) statement =
    sc_connection_prepare (connection,
                           "SELECT change.id, change.scope, change.deals, process.uuid, change.\"window\""
                           " FROM change"
                           " LEFT JOIN process ON process.id = change.process_id"
                           " WHERE change.id > :last"
                           " ORDER BY change.id",
                           error);

  if (statement == NULL)
    return FALSE;

  sc_statement_bind_int (statement, ":last", last);
  while (sc_statement_step (statement, error))
    {
      const ScLoggedChange change = {
        .scope = sc_statement_get_text (statement, 1), .deals = sc_statement_get_text (statement, 2),
        .process_id = sc_statement_get_text (statement, 3), .window = sc_statement_get_text (statement, 4),
      };

      found (&change, user_data);
    }

  return !sc_statement_has_failed (statement);
}

/**
 * sc_change_table_get_last:
 * @connection: a connection
 * @error: why it can't be read
 *
 * Returns: the number of the last change, 0 where there is none, -1 with
 *   @error set
 */
gint64
sc_change_table_get_last (ScConnection *connection,
                          GError      **error)
{
  g_autoptr (ScStatement) statement =
    sc_connection_prepare (connection, "SELECT coalesce(max(id), 0) FROM change", error);

  return statement != NULL ? sc_statement_read_number (statement, error) : -1;
}
