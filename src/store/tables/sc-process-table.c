/* SPDX-License-Identifier: GPL-3.0-or-later */

/* Reads processes, and finds their numbers by their UUIDs. */

#include "store/tables/sc-process-table-private.h"

#include <glib/gi18n-lib.h>
#include <string.h>

#include "store/sc-name-key.h"
#include "store/sc-sort-key.h"

#define SELECT \
        "SELECT process.uuid, process.name, description, is_archived, process.revision," \
        " EXISTS (SELECT 1 FROM version" \
        "  WHERE version.process_id = process.id AND status = 'draft' AND version.deleted_by IS NULL)," \
        " EXISTS (SELECT 1 FROM version" \
        "  WHERE version.process_id = process.id AND status = 'published' AND version.deleted_by IS NULL)," \
        " (SELECT coalesce(sum(n_deals), 0) FROM stage" \
        "  JOIN stage_total ON stage_total.stage_id = stage.id" \
        "  WHERE stage.process_id = process.id AND stage_total.status = 'open')," \
        " (SELECT coalesce(sum(n_deals), 0) FROM stage" \
        "  JOIN stage_total ON stage_total.stage_id = stage.id" \
        "  WHERE stage.process_id = process.id)," \
        " change.made_at, \"user\".name" \
        " FROM process" \
        " LEFT JOIN change ON change.id = process.deleted_by" \
        " LEFT JOIN \"user\" ON \"user\".id = change.user_id"
#define THERE " WHERE process.deleted_by IS NULL"
/* What an undo has taken back is for a redo to bring back. */
#define DELETED " WHERE change.action = 'do' AND change.made_at >= :since"

static gpointer
read_process (ScStatement *statement)
{
  ScProcess *process = sc_process_new ();

  process->id = sc_statement_dup_text (statement, 0);
  process->name = sc_statement_dup_text (statement, 1);
  process->description = sc_statement_dup_text (statement, 2);
  process->is_archived = sc_statement_get_int (statement, 3) != 0;
  process->revision = sc_statement_get_int (statement, 4);
  process->has_draft = sc_statement_get_int (statement, 5) != 0;
  process->has_published = sc_statement_get_int (statement, 6) != 0;
  process->n_open = (guint) sc_statement_get_int (statement, 7);
  process->n_deals = (guint) sc_statement_get_int (statement, 8);
  process->deleted_at = sc_statement_get_int (statement, 9);
  process->deleted_by = sc_statement_dup_text (statement, 10);

  return process;
}

/**
 * sc_process_table_list:
 * @connection: a connection
 * @wanted: which of them
 * @error: why it can't be read
 *
 * Returns: (transfer full) (element-type ScProcess): processes, in the order
 *   that a person gave them
 */
GPtrArray *
sc_process_table_list (ScConnection     *connection,
                       ScProcessesWanted wanted,
                       GError          **error)
{
  g_autoptr (ScStatement) statement =
    sc_connection_prepare (connection,
                           SELECT THERE " AND (:wanted = 2 OR is_archived = :wanted) ORDER BY position, process.id", error);

  if (statement == NULL)
    return NULL;

  sc_statement_bind_int (statement, ":wanted",
                         wanted == SC_PROCESSES_ALL ? 2 : wanted == SC_PROCESSES_ARCHIVED ? 1 : 0);

  return sc_statement_collect (statement, read_process, (GDestroyNotify) sc_process_unref, error);
}

/**
 * sc_process_table_list_deleted:
 * @connection: a connection
 * @since: those that were deleted then or later
 * @error: why it can't be read
 *
 * Returns: (transfer full) (element-type ScProcess): processes that a person
 *   deleted, the latest first
 */
GPtrArray *
sc_process_table_list_deleted (ScConnection *connection,
                               ScInstant     since,
                               GError      **error)
{
  g_autoptr (ScStatement) statement =
    sc_connection_prepare (connection, SELECT DELETED " ORDER BY process.deleted_by DESC, process.id DESC", error);

  if (statement == NULL)
    return NULL;

  sc_statement_bind_int (statement, ":since", since);

  return sc_statement_collect (statement, read_process, (GDestroyNotify) sc_process_unref, error);
}

static ScProcess *
select_one (ScConnection *connection,
            const char   *sql,
            const char   *parameter,
            const char   *value,
            GError      **error)
{
  g_autoptr (ScStatement) statement = sc_connection_prepare (connection, sql, error);

  if (statement == NULL)
    return NULL;

  sc_statement_bind_text (statement, parameter, value);

  return sc_statement_step (statement, error) ? read_process (statement) : NULL;
}

static ScProcess *
complain (const char *name,
          GError    **error)
{
  if (error != NULL && *error == NULL)
    g_set_error (error, SC_STORE_ERROR, SC_STORE_ERROR_NOT_FOUND, _("There is no process “%s”."), name);

  return NULL;
}

/* Nobody knows a process by its UUID. */
static void
miss (GError **error)
{
  if (*error == NULL)
    g_set_error_literal (error, SC_STORE_ERROR, SC_STORE_ERROR_NOT_FOUND,
                         _("The process is not there any more. It may have been deleted."));
}

/**
 * sc_process_table_load:
 * @connection: a connection
 * @process_id: a process's UUID
 * @error: %SC_STORE_ERROR_NOT_FOUND where there is none
 *
 * Returns: (transfer full): the process
 */
ScProcess *
sc_process_table_load (ScConnection *connection,
                       const char   *process_id,
                       GError      **error)
{
  g_autoptr (GError) local_error = NULL;
  ScProcess *process = select_one (connection, SELECT THERE " AND process.uuid = :uuid", ":uuid", process_id, &local_error);

  if (process == NULL)
    {
      miss (&local_error);
      g_propagate_error (error, g_steal_pointer (&local_error));
    }

  return process;
}

/**
 * sc_process_table_find:
 * @connection: a connection
 * @name_or_id: what a person calls a process, or its UUID
 * @error: %SC_STORE_ERROR_NOT_FOUND where there is none
 *
 * Returns: (transfer full): the process
 */
ScProcess *
sc_process_table_find (ScConnection *connection,
                       const char   *name_or_id,
                       GError      **error)
{
  g_autoptr (GError) local_error = NULL;
  g_autofree char *key = sc_name_make_key (name_or_id);
  ScProcess *process = select_one (connection, SELECT THERE " AND process.name_key = :key", ":key", key, &local_error);

  if (process == NULL && local_error == NULL)
    process = select_one (connection, SELECT THERE " AND process.uuid = :uuid", ":uuid", name_or_id, &local_error);
  if (process == NULL)
    {
      complain (name_or_id, &local_error);
      g_propagate_error (error, g_steal_pointer (&local_error));
    }

  return process;
}

/* Another process than @except has the name; -1 with @error set. */
static int
is_taken (ScConnection *connection,
          const char   *name,
          gint64        except,
          GError      **error)
{
  g_autofree char *key = sc_name_make_key (name);
  g_autoptr (ScStatement) statement =
    sc_connection_prepare (connection,
                           "SELECT 1 FROM process"
                           " WHERE name_key = :key AND id <> :except AND deleted_by IS NULL",
                           error);

  if (statement == NULL)
    return -1;

  sc_statement_bind_text (statement, ":key", key);
  sc_statement_bind_int (statement, ":except", except);

  return (int) sc_statement_read_number (statement, error);
}

/**
 * sc_process_table_make_name:
 * @connection: a connection
 * @wanted: a name
 * @error: why it can't be read
 *
 * Returns: (transfer full): the name, with the next free number where it is
 *   taken
 */
char *
sc_process_table_make_name (ScConnection *connection,
                            const char   *wanted,
                            GError      **error)
{
  g_autofree char *trimmed = g_strstrip (g_strdup (wanted));

  for (guint number = 1;; number++)
    {
      g_autofree char *name = number == 1 ? g_strdup (trimmed) : g_strdup_printf ("%s %u", trimmed, number);
      int taken = is_taken (connection, name, 0, error);

      if (taken < 0)
        return NULL;
      if (taken == 0)
        return g_steal_pointer (&name);
    }
}

/**
 * sc_process_table_get_key:
 * @connection: a connection
 * @process_id: a process's UUID
 * @error: %SC_STORE_ERROR_NOT_FOUND where there is none
 *
 * Returns: the process's row; 0 with @error set
 */
gint64
sc_process_table_get_key (ScConnection *connection,
                          const char   *process_id,
                          GError      **error)
{
  g_autoptr (GError) local_error = NULL;
  g_autoptr (ScStatement) statement =
    sc_connection_prepare (connection, "SELECT id FROM process WHERE uuid = :uuid AND deleted_by IS NULL", error);

  if (statement == NULL)
    return 0;

  sc_statement_bind_text (statement, ":uuid", process_id);
  if (sc_statement_step (statement, &local_error))
    return sc_statement_get_int (statement, 0);

  miss (&local_error);
  g_propagate_error (error, g_steal_pointer (&local_error));

  return 0;
}

/**
 * sc_process_table_undelete:
 * @write: a write
 * @process_id: the UUID of a process that was deleted
 * @name: what it is called now
 * @error: %SC_STORE_ERROR_CONFLICT where it is there
 *
 * Returns: whether it is there again
 */
gboolean
sc_process_table_undelete (ScWrite    *write,
                           const char *process_id,
                           const char *name,
                           GError    **error)
{
  g_autoptr (ScValues) values = sc_values_new ();
  g_autofree char *key = sc_name_make_key (name);
  g_autoptr (ScStatement) statement =
    sc_connection_prepare (sc_write_get_connection (write), "SELECT id FROM process WHERE uuid = :uuid", error);
  gint64 row;

  if (statement == NULL)
    return FALSE;

  sc_statement_bind_text (statement, ":uuid", process_id);
  row = sc_statement_read_number (statement, error);
  if (row <= 0)
    return FALSE;

  sc_values_set_text (values, "name", name);
  sc_values_set_text (values, "name_key", key);

  return sc_write_undelete (write, "process", row, values, error);
}

static gboolean
check_name (ScConnection *connection,
            const char   *name,
            gint64        except,
            GError      **error)
{
  int taken = is_taken (connection, name, except, error);

  if (taken < 0)
    return FALSE;
  if (taken > 0)
    {
      g_set_error (error, SC_STORE_ERROR, SC_STORE_ERROR_EXISTS, _("There is a process named “%s” already."), name);
      return FALSE;
    }

  return TRUE;
}

static gboolean
set_name_values (ScWrite    *write,
                 ScValues   *values,
                 const char *name,
                 gint64      except,
                 GError    **error)
{
  g_autofree char *trimmed = g_strstrip (g_strdup (name));
  g_autofree char *key = sc_name_make_key (name);

  if (*trimmed == '\0')
    {
      g_set_error_literal (error, SC_STORE_ERROR, SC_STORE_ERROR_INVALID, _("A process needs a name."));
      return FALSE;
    }
  if (!check_name (sc_write_get_connection (write), trimmed, except, error))
    return FALSE;

  sc_values_set_text (values, "name", trimmed);
  sc_values_set_text (values, "name_key", key);

  return TRUE;
}

/* A key for a place: in front of a process, at the end where it is 0. */
static char *
make_position (ScConnection *connection,
               gint64        before_key,
               gint64        except,
               GError      **error)
{
  g_autoptr (GError) local_error = NULL;
  g_autofree char *before = NULL;
  g_autofree char *after = NULL;
  g_autoptr (ScStatement) statement =
    sc_connection_prepare (connection,
                           "SELECT max(position), (SELECT position FROM process WHERE id = :before)"
                           " FROM process"
                           " WHERE id <> :except AND deleted_by IS NULL"
                           "  AND (:before = 0 OR position < (SELECT position FROM process WHERE id = :before))",
                           error);

  if (statement == NULL)
    return NULL;

  sc_statement_bind_int (statement, ":before", before_key);
  sc_statement_bind_int (statement, ":except", except);
  if (!sc_statement_step (statement, &local_error))
    {
      g_propagate_error (error, g_steal_pointer (&local_error));
      return NULL;
    }
  before = sc_statement_dup_text (statement, 0);
  after = sc_statement_dup_text (statement, 1);

  return sc_sort_key_between (before, after);
}

/**
 * sc_process_table_insert:
 * @write: a write
 * @process_id: the new process's UUID
 * @name: its name
 * @description: (nullable): free text
 * @error: %SC_STORE_ERROR_EXISTS where the name is taken
 *
 * Returns: the process's row; 0 with @error set
 */
gint64
sc_process_table_insert (ScWrite    *write,
                         const char *process_id,
                         const char *name,
                         const char *description,
                         GError    **error)
{
  g_autoptr (ScValues) values = sc_values_new ();
  g_autofree char *position = NULL;

  if (!set_name_values (write, values, name, 0, error))
    return 0;
  position = make_position (sc_write_get_connection (write), 0, 0, error);
  if (position == NULL)
    return 0;

  sc_values_set_text (values, "uuid", process_id);
  sc_values_set_text (values, "description", description != NULL ? description : "");
  sc_values_set_text (values, "position", position);

  return sc_write_insert (write, "process", values, error);
}

/**
 * sc_process_table_set_name:
 * @write: a write
 * @process_key: a process's row
 * @revision: its revision when it was read, 0 for whatever it is
 * @name: its new name
 * @error: %SC_STORE_ERROR_EXISTS where the name is taken
 *
 * Returns: whether it has the name now
 */
gboolean
sc_process_table_set_name (ScWrite    *write,
                           gint64      process_key,
                           gint64      revision,
                           const char *name,
                           GError    **error)
{
  g_autoptr (ScValues) values = sc_values_new ();

  return set_name_values (write, values, name, process_key, error)
         && sc_write_update (write, "process", process_key, revision, values, error);
}

/**
 * sc_process_table_set_place:
 * @write: a write
 * @process_key: a process's row
 * @before_key: the process to stand in front of, 0 for the end
 * @error: why it can't be written
 *
 * Returns: whether it stands there now
 */
gboolean
sc_process_table_set_place (ScWrite *write,
                            gint64   process_key,
                            gint64   before_key,
                            GError **error)
{
  g_autoptr (ScValues) values = sc_values_new ();
  g_autofree char *position = make_position (sc_write_get_connection (write), before_key, process_key, error);

  if (position == NULL)
    return FALSE;

  sc_values_set_text (values, "position", position);

  return sc_write_update (write, "process", process_key, 0, values, error);
}

/**
 * sc_process_table_find_ever:
 * @connection: a connection
 * @name_or_id: what a person calls a process, or its UUID
 * @error: %SC_STORE_ERROR_NOT_FOUND where there never was one
 *
 * Returns: (transfer full): the UUID of the process; where it is not there any
 *   more, of the one of that name that was deleted last
 */
char *
sc_process_table_find_ever (ScConnection *connection,
                            const char   *name_or_id,
                            GError      **error)
{
  g_autoptr (GError) local_error = NULL;
  g_autofree char *key = sc_name_make_key (name_or_id);
  g_autoptr (ScStatement) statement =
    sc_connection_prepare (connection,
                           "SELECT uuid FROM process"
                           " WHERE name_key = :key OR uuid = :uuid"
                           " ORDER BY deleted_by IS NOT NULL, uuid = :uuid, deleted_by DESC LIMIT 1",
                           error);

  if (statement == NULL)
    return NULL;

  sc_statement_bind_text (statement, ":key", key);
  sc_statement_bind_text (statement, ":uuid", name_or_id);
  if (sc_statement_step (statement, &local_error))
    return sc_statement_dup_text (statement, 0);

  complain (name_or_id, &local_error);
  g_propagate_error (error, g_steal_pointer (&local_error));

  return NULL;
}

/**
 * sc_process_table_count:
 * @connection: a connection
 * @error: why it can't be read
 *
 * Returns: how many processes there are, -1 with @error set
 */
gint64
sc_process_table_count (ScConnection *connection,
                        GError      **error)
{
  g_autoptr (ScStatement) statement =
    sc_connection_prepare (connection, "SELECT count(*) FROM process WHERE deleted_by IS NULL", error);

  return statement != NULL ? sc_statement_read_number (statement, error) : -1;
}
