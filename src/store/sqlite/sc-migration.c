/* SPDX-License-Identifier: GPL-3.0-or-later */

/* Brings the tables of a database to the schema of this program, a step a version, after
 * keeping a copy. */

#include "store/sqlite/sc-migration-private.h"

#include <glib/gi18n-lib.h>

#include "model/sc-date.h"
#include "store/engine/sc-copy-private.h"
#include "store/engine/sc-keep-private.h"
#include "store/sqlite/sc-own-schema-private.h"
#include "store/sqlite/sc-schema-private.h"
#include "store/sqlite/sc-sqlite-private.h"
#include "store/tables/sc-visit-table-private.h"

/* The first version that has visits. They are worked out of the rest, and so by what the
 * program is today. */
#define FIRST_WITH_VISITS 14

static gboolean
back_up (const char *path,
         guint       version,
         GError    **error)
{
  /* A connection of its own: one that writes can't be copied from. */
  g_autoptr (ScConnection) connection = sc_connection_open (path, SQLITE_OPEN_READONLY, error);
  g_autoptr (GDateTime) now = g_date_time_new_from_unix_utc (sc_clock_now () / G_USEC_PER_SEC);
  g_autofree char *day = g_date_time_format (now, "%Y-%m-%d-%H%M%S");
  g_autofree char *copy = g_strdup_printf ("%s.version-%u.%s.backup", path, version, day);

  if (connection != NULL && sc_keep_copy (connection, path, NULL, NULL, NULL))
    return TRUE;

  /* Where that has no room, or can't be written. */
  return connection != NULL && sc_copy_database (connection, copy, FALSE, error);
}

static gboolean
take_step (ScConnection *connection,
           const char   *sql,
           guint         version,
           GError      **error)
{
  g_autofree char *marks = g_strdup_printf ("PRAGMA application_id = %d; PRAGMA user_version = %u",
                                            SC_APPLICATION_ID, version);

  return sc_connection_run (connection, sql, error) && sc_connection_run (connection, marks, error);
}

static gboolean
take_steps (ScConnection      *connection,
            const char        *path,
            const char *const *sql,
            guint              n_steps,
            gboolean           is_whole,
            GError           **error)
{
  gint64 application = 0;
  gint64 version = 0;
  gint64 n_things = 0;

  /* Looked up anew behind the lock: another program may have been faster. */
  if (!sc_own_schema_read_marks (connection, &application, &version, &n_things, error))
    return FALSE;
  if (path != NULL && version > 0 && version < n_steps && !back_up (path, (guint) version, error))
    return FALSE;

  for (guint next = (guint) version + 1; next <= n_steps; next++)
    if (!take_step (connection, sql[next - 1], next, error))
      return FALSE;
  if (is_whole && version > 0 && version < FIRST_WITH_VISITS && !sc_visit_table_keep_all (connection, error))
    return FALSE;

  return sc_connection_run (connection, "COMMIT", error);
}

static gboolean
run_steps (ScConnection      *connection,
           const char        *path,
           const char *const *sql,
           guint              n_steps,
           gboolean           is_whole,
           GError           **error)
{
  if (!sc_connection_run (connection, "BEGIN IMMEDIATE", error))
    return FALSE;
  if (take_steps (connection, path, sql, n_steps, is_whole, error))
    return TRUE;

  sc_connection_roll_back (connection);

  return FALSE;
}

/**
 * sc_migration_take_steps:
 * @connection: a connection that may write, without a transaction
 * @path: (nullable): the file, of which a copy is kept where it holds
 *   something; %NULL where it is a copy itself
 * @sql: (array length=n_steps): the steps
 * @n_steps: how many they are
 * @error: why it can't be done; the file is as it was then
 *
 * Returns: whether the file has the schema that the last step makes
 */
gboolean
sc_migration_take_steps (ScConnection      *connection,
                         const char        *path,
                         const char *const *sql,
                         guint              n_steps,
                         GError           **error)
{
  return run_steps (connection, path, sql, n_steps, FALSE, error);
}

/* What somebody else has changed in an older one is not built upon. */
static gboolean
is_own (ScConnection *connection,
        GError      **error)
{
  g_autoptr (GPtrArray) differences = g_ptr_array_new_with_free_func (g_free);
  gint64 application = 0;
  gint64 version = 0;
  gint64 n_things = 0;

  if (!sc_own_schema_read_marks (connection, &application, &version, &n_things, error))
    return FALSE;
  if (version < 1 || version >= sc_schema_get_version ())
    return TRUE;
  if (!sc_own_schema_compare (connection, (guint) version, differences, error))
    return FALSE;
  if (differences->len == 0)
    return TRUE;

  g_set_error (error, SC_STORE_ERROR, SC_STORE_ERROR_CORRUPT,
               _("An older Stagecraft made the database, and something else has changed it since (%s). "
                 "It was left as it is; restore it from a backup."),
               (const char *) differences->pdata[0]);

  return FALSE;
}

/**
 * sc_migration_run:
 * @connection: a connection that may write, without a transaction
 * @path: (nullable): the file, of which a copy is kept where it holds
 *   something; %NULL where it is a copy itself
 * @error: why it can't be done; the file is as it was then
 *
 * Returns: whether the file has the schema of this program
 */
gboolean
sc_migration_run (ScConnection *connection,
                  const char   *path,
                  GError      **error)
{
  guint n_steps = sc_schema_get_version ();
  g_autofree const char **sql = g_new (const char *, n_steps);

  if (!is_own (connection, error))
    return FALSE;

  for (guint i = 0; i < n_steps; i++)
    {
      sql[i] = sc_schema_get_step (i + 1, error);
      if (sql[i] == NULL)
        return FALSE;
    }

  return run_steps (connection, path, sql, n_steps, TRUE, error);
}
