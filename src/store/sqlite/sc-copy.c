/* SPDX-License-Identifier: GPL-3.0-or-later */

/* Copies a database as it is at one moment, also one that is in use. */

#include "store/engine/sc-copy-private.h"

#include <gio/gio.h>
#include <glib/gi18n-lib.h>

#include "store/engine/sc-file-private.h"
#include "store/sqlite/sc-own-schema-private.h"
#include "store/sqlite/sc-sqlite-private.h"

/* 1 MiB between two looks; the connection holds its snapshot anyhow. */
#define PAGES_A_STEP 256

/* Of a copy that takes its time, so much is brought to the disk at once: what
 * others have to bring there waits no longer for it. */
#define STEPS_A_SYNC 16

/**
 * sc_copy_hold:
 * @connection: a connection that reads
 * @error: why it can't be read
 *
 * A transaction sees nothing before it has read something; from then on it
 * sees the same, whatever others write.
 *
 * Returns: whether it sees the database as it is now
 */
gboolean
sc_copy_hold (ScConnection *connection,
              GError      **error)
{
  if (sqlite3_get_autocommit (sc_connection_get_handle (connection))
      && !sc_connection_run (connection, "BEGIN", error))
    return FALSE;

  return sc_connection_run (connection, "SELECT count(*) FROM sqlite_schema", error);
}

static gboolean
copy_pages (ScConnection *from,
            ScConnection *to,
            ScCopyPace    pace,
            gpointer      pace_data,
            GError      **error)
{
  sqlite3_backup *backup;
  int code;

  backup = sqlite3_backup_init (sc_connection_get_handle (to), "main", sc_connection_get_handle (from), "main");
  if (backup == NULL)
    {
      sc_store_set_error (error, sc_connection_get_handle (to), sqlite3_errcode (sc_connection_get_handle (to)));
      return FALSE;
    }

  do
    code = sqlite3_backup_step (backup, PAGES_A_STEP);
  while (code == SQLITE_OK && (pace == NULL || pace (pace_data)));
  sqlite3_backup_finish (backup);
  if (code == SQLITE_DONE)
    return TRUE;

  sc_store_set_error (error, NULL, code == SQLITE_OK ? SQLITE_INTERRUPT : code);

  return FALSE;
}

typedef struct {
  const char *part;
  ScCopyPace pace;
  gpointer pace_data;
  guint n_steps;
} Gentle;

static gboolean
gentle_cb (gpointer data)
{
  Gentle *self = data;

  if (++self->n_steps % STEPS_A_SYNC == 0)
    sc_file_sync (self->part, NULL);

  return self->pace (self->pace_data);
}

/* A copy is one file, without a log beside it. It is synced as a whole. */
static gboolean
fill (ScConnection *from,
      const char   *part,
      ScCopyPace    pace,
      gpointer      pace_data,
      GError      **error)
{
  g_autoptr (ScConnection) to = sc_connection_open (part, SQLITE_OPEN_READWRITE, error);
  Gentle gentle = { .part = part, .pace = pace, .pace_data = pace_data };

  return to != NULL
         && sc_connection_run (to, "PRAGMA synchronous = OFF", error)
         && copy_pages (from, to, pace != NULL ? gentle_cb : NULL, &gentle, error)
         && sc_connection_run (to, "PRAGMA journal_mode = DELETE", error);
}

/* As whoever restores it will open it. */
static gboolean
verify (const char *part,
        GError    **error)
{
  g_autoptr (ScConnection) connection = sc_connection_open_for_reading (part, TRUE, error);
  g_autoptr (ScStatement) statement = NULL;
  g_autoptr (GError) local_error = NULL;
  ScFileState state;

  if (connection == NULL || !sc_own_schema_inspect (connection, &state, error))
    return FALSE;

  statement = sc_connection_prepare_own (connection, "PRAGMA quick_check (1)", error);
  if (statement == NULL)
    return FALSE;
  if (state > SC_FILE_EMPTY && sc_statement_step (statement, &local_error)
      && g_strcmp0 (sc_statement_get_text (statement, 0), "ok") == 0)
    return TRUE;

  if (local_error != NULL)
    g_propagate_error (error, g_steal_pointer (&local_error));
  else
    g_set_error_literal (error, SC_STORE_ERROR, SC_STORE_ERROR_CORRUPT,
                         _("The database is damaged, and so would be its copy; none was made. Restore the database from an earlier copy."));

  return FALSE;
}

/* What is copied is only read: it is the copy that can't be written. */
static void
tell_of_copy (GError    **error,
              GError     *own_error,
              const char *path)
{
  if (g_error_matches (own_error, SC_STORE_ERROR, SC_STORE_ERROR_READ_ONLY))
    {
      g_set_error (error, SC_STORE_ERROR, SC_STORE_ERROR_READ_ONLY,
                   _("“%s” can’t be written. Check that its folder is there, and its permissions."), path);
      g_error_free (own_error);
    }
  else
    g_propagate_error (error, own_error);
}

/**
 * sc_copy_make_part:
 * @connection: a connection that reads
 * @path: the file that is to be
 * @pace: (nullable): called between two steps
 * @pace_data: for @pace
 * @error: why it can't be written; nothing is left of it then
 *
 * Returns: (transfer full): a file in the folder of @path, whole and on the
 *   disk
 */
char *
sc_copy_make_part (ScConnection *connection,
                   const char   *path,
                   ScCopyPace    pace,
                   gpointer      pace_data,
                   GError      **error)
{
  g_autoptr (GError) own_error = NULL;
  g_autofree char *part = NULL;

  if (!sc_copy_hold (connection, error))
    return NULL;

  part = sc_file_make_part (path, &own_error);
  if (part != NULL
      && fill (connection, part, pace, pace_data, &own_error)
      && sc_file_sync (part, &own_error)
      && verify (part, &own_error))
    return g_steal_pointer (&part);

  if (part != NULL)
    sc_file_remove (part);
  tell_of_copy (error, g_steal_pointer (&own_error), path);

  return NULL;
}

/**
 * sc_copy_database:
 * @connection: a connection that reads
 * @path: the file
 * @may_replace: whether a file may be there
 * @error: why it can't be written; what was there is as it was
 *
 * Returns: whether the copy is on the disk
 */
gboolean
sc_copy_database (ScConnection *connection,
                  const char   *path,
                  gboolean      may_replace,
                  GError      **error)
{
  g_autofree char *part = sc_copy_make_part (connection, path, NULL, NULL, error);

  if (part == NULL)
    return FALSE;
  if (sc_file_rename (part, path, may_replace, error))
    return TRUE;

  sc_file_remove (part);

  return FALSE;
}

/**
 * sc_copy_into:
 * @connection: a connection that reads
 * @path: a database that is there
 * @error: why it can't be written; it is as it was then
 *
 * Returns: whether it is the same now
 */
gboolean
sc_copy_into (ScConnection *connection,
              const char   *path,
              GError      **error)
{
  g_autoptr (ScConnection) to = sc_connection_open (path, SQLITE_OPEN_READWRITE, error);

  return to != NULL && sc_copy_hold (connection, error) && copy_pages (connection, to, NULL, NULL, error);
}
