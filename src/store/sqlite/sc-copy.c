/* SPDX-License-Identifier: GPL-3.0-or-later */

#include "store/sqlite/sc-copy-private.h"

#include <errno.h>
#include <fcntl.h>
#include <glib/gi18n-lib.h>
#include <glib/gstdio.h>
#include <unistd.h>

/* Pages between two looks; the reading connection holds its snapshot anyhow. */
#define PAGES_A_STEP 1024

static gboolean
copy_pages (ScConnection *from,
            ScConnection *to,
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
  while (code == SQLITE_OK);
  sqlite3_backup_finish (backup);
  if (code == SQLITE_DONE)
    return TRUE;

  sc_store_set_error (error, NULL, code);

  return FALSE;
}

/* A copy is one file, without a log beside it. */
static gboolean
make_file (ScConnection *from,
           const char   *path,
           GError      **error)
{
  g_autoptr (ScConnection) to = sc_connection_open (path, SQLITE_OPEN_READWRITE | SQLITE_OPEN_CREATE, error);

  return to != NULL && copy_pages (from, to, error) && sc_connection_run (to, "PRAGMA journal_mode = DELETE", error);
}

static gboolean
sync_file (const char *path,
           GError    **error)
{
  int file = g_open (path, O_RDONLY | O_CLOEXEC, 0);
  gboolean is_synced = file >= 0 && fsync (file) == 0;

  if (!is_synced)
    g_set_error (error, SC_STORE_ERROR, SC_STORE_ERROR_FAILED, _("“%s” can’t be written: %s."), path, g_strerror (errno));
  if (file >= 0)
    close (file);

  return is_synced;
}

/**
 * sc_copy_database:
 * @connection: a connection
 * @path: the new file
 * @error: why it can't be written
 *
 * Returns: whether the copy is on the disk
 */
gboolean
sc_copy_database (ScConnection *connection,
                  const char   *path,
                  GError      **error)
{
  g_autofree char *part = g_strdup_printf ("%s.part", path);
  g_autoptr (GError) own_error = NULL;

  g_unlink (part);
  if (make_file (connection, part, &own_error) && sync_file (part, &own_error))
    {
      if (g_rename (part, path) == 0)
        return TRUE;
      g_set_error (&own_error, SC_STORE_ERROR, SC_STORE_ERROR_FAILED, _("“%s” can’t be written: %s."), path, g_strerror (errno));
    }
  g_unlink (part);

  /* What is copied is only read. */
  if (g_error_matches (own_error, SC_STORE_ERROR, SC_STORE_ERROR_READ_ONLY))
    g_set_error (error, SC_STORE_ERROR, SC_STORE_ERROR_READ_ONLY,
                 _("“%s” can’t be written. Check that its folder is there, and its permissions."), path);
  else
    g_propagate_error (error, g_steal_pointer (&own_error));

  return FALSE;
}

/**
 * sc_copy_into:
 * @connection: a connection
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

  return to != NULL && copy_pages (connection, to, error);
}
