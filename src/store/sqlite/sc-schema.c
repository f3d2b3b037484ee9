/* SPDX-License-Identifier: GPL-3.0-or-later */

/* Knows a file for one of ours, and brings its tables up to this program’s version. */

#include "store/sqlite/sc-schema-private.h"

#include <gio/gio.h>
#include <glib/gi18n-lib.h>

#include "model/sc-date.h"
#include "store/engine/sc-copy-private.h"
#include "store/engine/sc-keep-private.h"
#include "store/sqlite/sc-migrations.h"
#include "store/sqlite/sc-own-schema-private.h"
#include "store/sqlite/sc-sqlite-private.h"

/* Step n makes version n of n - 1. */
static const char *const steps[] = {
  "/io/github/stagecraft/Stagecraft/store/0001-first.sql",
  "/io/github/stagecraft/Stagecraft/store/0002-kept-deals.sql",
  "/io/github/stagecraft/Stagecraft/store/0003-inferred-events.sql",
  "/io/github/stagecraft/Stagecraft/store/0004-person-contacts.sql",
  "/io/github/stagecraft/Stagecraft/store/0005-refusal.sql",
  "/io/github/stagecraft/Stagecraft/store/0006-parked-deals.sql",
  "/io/github/stagecraft/Stagecraft/store/0007-answers.sql",
  "/io/github/stagecraft/Stagecraft/store/0008-tactic-use.sql",
  "/io/github/stagecraft/Stagecraft/store/0009-search-keys.sql",
  "/io/github/stagecraft/Stagecraft/store/0010-answers-by-criterion.sql",
  "/io/github/stagecraft/Stagecraft/store/0011-own-words.sql",
  "/io/github/stagecraft/Stagecraft/store/0012-action-ticks.sql",
  "/io/github/stagecraft/Stagecraft/store/0013-entered-deals.sql",
};

/* Of what they make, as sc_own_schema_make_checksum() has it: every start asks whether
 * a database has just that, and to run the steps for it takes as long as all else that
 * a start does. A new step changes it, and test-migration says into what. */
static const char checksum[] = "c524f1190b1d73f4fc68c0e0bdc1451565d0d22cfd902b2bdef073785eac4dd7";

/**
 * sc_schema_get_checksum:
 *
 * Returns: the checksum of what all steps make
 */
const char *
sc_schema_get_checksum (void)
{
  return checksum;
}

/**
 * sc_schema_get_version:
 *
 * Returns: the schema's version that this program knows
 */
guint
sc_schema_get_version (void)
{
  return G_N_ELEMENTS (steps);
}

/**
 * sc_schema_get_step:
 * @version: a version of the schema, from 1
 * @error: why it can't be read
 *
 * Returns: (transfer none): the SQL that makes it of the one before
 */
const char *
sc_schema_get_step (guint    version,
                    GError **error)
{
  /* The program's own memory: it stays. */
  g_autoptr (GBytes) text = g_resource_lookup_data (sc_migrations_get_resource (), steps[version - 1],
                                                    G_RESOURCE_LOOKUP_FLAGS_NONE, error);

  return text != NULL ? g_bytes_get_data (text, NULL) : NULL;
}

/* At one moment: another program may be making the file meanwhile. */
static gboolean
read_marks (ScConnection *connection,
            gint64       *application,
            gint64       *version,
            gint64       *n_things,
            GError      **error)
{
  g_autoptr (ScStatement) statement =
    sc_connection_prepare_own (connection,
                               "SELECT (SELECT application_id FROM pragma_application_id),"
                               " (SELECT user_version FROM pragma_user_version),"
                               " (SELECT count(*) FROM sqlite_schema)",
                               error);
  g_autoptr (GError) local_error = NULL;

  if (statement == NULL)
    return FALSE;
  if (sc_statement_step (statement, &local_error))
    {
      *application = sc_statement_get_int (statement, 0);
      *version = sc_statement_get_int (statement, 1);
      *n_things = sc_statement_get_int (statement, 2);
      return TRUE;
    }
  if (local_error != NULL)
    g_propagate_error (error, g_steal_pointer (&local_error));

  return FALSE;
}

static gboolean
inspect_current (ScConnection *connection,
                 ScFileState  *state,
                 GError      **error)
{
  g_autoptr (GPtrArray) differences = g_ptr_array_new_with_free_func (g_free);

  if (!sc_own_schema_compare (connection, sc_schema_get_version (), differences, error))
    return FALSE;

  *state = differences->len == 0 ? SC_FILE_CURRENT : SC_FILE_ALTERED;

  return TRUE;
}

/**
 * sc_schema_inspect:
 * @connection: a connection
 * @state: (out): whose file it is
 * @error: why it can't be read
 *
 * Returns: whether it could be read
 */
gboolean
sc_schema_inspect (ScConnection *connection,
                   ScFileState  *state,
                   GError      **error)
{
  gint64 application = 0;
  gint64 version = 0;
  gint64 n_things = 0;

  if (!read_marks (connection, &application, &version, &n_things, error))
    return FALSE;

  if (application != SC_APPLICATION_ID)
    *state = application == 0 && version == 0 && n_things == 0 ? SC_FILE_EMPTY : SC_FILE_FOREIGN;
  else if (version < 1)
    *state = SC_FILE_FOREIGN;
  else if (version < sc_schema_get_version ())
    *state = SC_FILE_OLDER;
  else if (version == sc_schema_get_version ())
    return inspect_current (connection, state, error);
  else
    *state = SC_FILE_NEWER;

  return TRUE;
}

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
            GError           **error)
{
  gint64 application = 0;
  gint64 version = 0;
  gint64 n_things = 0;

  /* Looked up anew behind the lock: another program may have been faster. */
  if (!read_marks (connection, &application, &version, &n_things, error))
    return FALSE;
  if (path != NULL && version > 0 && version < n_steps && !back_up (path, (guint) version, error))
    return FALSE;

  for (guint next = (guint) version + 1; next <= n_steps; next++)
    if (!take_step (connection, sql[next - 1], next, error))
      return FALSE;

  return sc_connection_run (connection, "COMMIT", error);
}

/**
 * sc_schema_take_steps:
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
sc_schema_take_steps (ScConnection      *connection,
                      const char        *path,
                      const char *const *sql,
                      guint              n_steps,
                      GError           **error)
{
  if (!sc_connection_run (connection, "BEGIN IMMEDIATE", error))
    return FALSE;
  if (take_steps (connection, path, sql, n_steps, error))
    return TRUE;

  sc_connection_roll_back (connection);

  return FALSE;
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

  if (!read_marks (connection, &application, &version, &n_things, error))
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
 * sc_schema_migrate:
 * @connection: a connection that may write, without a transaction
 * @path: (nullable): the file, of which a copy is kept where it holds
 *   something; %NULL where it is a copy itself
 * @error: why it can't be done; the file is as it was then
 *
 * Returns: whether the file has the schema of this program
 */
gboolean
sc_schema_migrate (ScConnection *connection,
                   const char   *path,
                   GError      **error)
{
  const char *sql[G_N_ELEMENTS (steps)];

  if (!is_own (connection, error))
    return FALSE;

  for (guint i = 0; i < G_N_ELEMENTS (steps); i++)
    {
      sql[i] = sc_schema_get_step (i + 1, error);
      if (sql[i] == NULL)
        return FALSE;
    }

  return sc_schema_take_steps (connection, path, sql, G_N_ELEMENTS (sql), error);
}
