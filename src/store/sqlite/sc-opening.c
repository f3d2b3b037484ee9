/* SPDX-License-Identifier: GPL-3.0-or-later */

/* Opens a database: what it is, whether it can be written, and its connections. */

#include "store/engine/sc-opening-private.h"

#include <errno.h>
#include <fcntl.h>
#include <glib/gi18n-lib.h>
#include <glib/gstdio.h>
#include <string.h>
#include <sys/stat.h>
#include <unistd.h>

#include "store/engine/sc-restore-private.h"
#include "store/sqlite/sc-migration-private.h"
#include "store/sqlite/sc-own-schema-private.h"
#include "store/sqlite/sc-sqlite-private.h"

/* Where SQLite's file header has the application's id. */
#define HEADER_SIZE 100
#define HEADER_APPLICATION 68

/* Where it says whether a log is kept beside the file (2). */
#define HEADER_LOG 18

/* What SQLite takes, with what it puts behind the name of the files beside it. */
#define MAX_PATH_BYTES 500

static gboolean
set_file_error (GError    **error,
                int         code,
                const char *format,
                const char *path)
{
  g_set_error (error, SC_STORE_ERROR, code, format, path);

  return FALSE;
}

static gboolean
set_foreign_error (GError    **error,
                   const char *path)
{
  return set_file_error (error, SC_STORE_ERROR_NOT_A_DATABASE,
                         _("“%s” is not a Stagecraft database. It was left as it is; choose another file."), path);
}

static guint32
read_application (const guint8 *header)
{
  guint32 application;

  memcpy (&application, header + HEADER_APPLICATION, sizeof application);

  return GUINT32_FROM_BE (application);
}

/* Another program's, as far as can be told without SQLite, which would put
 * files of its own beside one that keeps a log. */
static gboolean
is_foreign (const guint8 *header)
{
  guint32 application = read_application (header);

  return application != SC_APPLICATION_ID && (application != 0 || header[HEADER_LOG] == 2);
}

static gboolean
check_header (ScOpening  *self,
              const char *path,
              gboolean   *is_empty,
              GError    **error)
{
  guint8 header[HEADER_SIZE];
  int file = g_open (path, O_RDONLY | O_CLOEXEC, 0);
  gssize n_read;

  if (file < 0 && (errno == EMFILE || errno == ENFILE))
    {
      g_set_error_literal (error, SC_STORE_ERROR, SC_STORE_ERROR_FAILED, sc_store_get_too_many_files ());
      return FALSE;
    }
  if (file < 0)
    return set_file_error (error, SC_STORE_ERROR_READ_ONLY, _("“%s” can’t be read. Check its permissions."), path);

  n_read = read (file, header, sizeof header);
  close (file);
  *is_empty = n_read == 0;
  if (n_read < 0)
    return set_file_error (error, SC_STORE_ERROR_FAILED, _("“%s” can’t be read."), path);
  if (n_read > 0 && (n_read < HEADER_SIZE || memcmp (header, "SQLite format 3", 16) != 0 || is_foreign (header)))
    return set_foreign_error (error, path);

  self->is_copy = n_read > 0 && header[HEADER_LOG] != 2;

  return TRUE;
}

/* What the file system knows, before SQLite sees the file. */
static gboolean
check_file (ScOpening  *self,
            const char *path,
            gboolean    may_create,
            gboolean   *is_empty,
            GError    **error)
{
  g_autofree char *folder = g_path_get_dirname (path);
  struct stat status;

  *is_empty = TRUE;
  if (strlen (path) > MAX_PATH_BYTES)
    {
      g_autofree char *valid = g_utf8_make_valid (path, -1);
      g_autofree char *shown = g_utf8_truncate_middle (valid, 60);

      g_set_error (error, SC_STORE_ERROR, SC_STORE_ERROR_NOT_FOUND,
                   /* Translators: %1$s is a shortened path, %2$d a number of bytes. */
                   _("The path “%1$s” is longer than the %2$d bytes that a database’s can have. Choose a shorter one."),
                   shown, MAX_PATH_BYTES);
      return FALSE;
    }
  if (stat (path, &status) != 0)
    {
      if (errno == ENAMETOOLONG)
        return set_file_error (error, SC_STORE_ERROR_NOT_FOUND, _("The name “%s” is longer than a file’s can be."), path);
      if (errno != ENOENT)
        return set_file_error (error, SC_STORE_ERROR_READ_ONLY, _("“%s” can’t be reached. Check its permissions."), path);
      if (!g_file_test (folder, G_FILE_TEST_IS_DIR))
        return set_file_error (error, SC_STORE_ERROR_NOT_FOUND, _("There is no folder “%s”."), folder);
      if (!may_create)
        return set_file_error (error, SC_STORE_ERROR_NOT_FOUND, _("There is no file “%s”."), path);
      return TRUE;
    }

  if (S_ISDIR (status.st_mode))
    return set_file_error (error, SC_STORE_ERROR_NOT_A_DATABASE, _("“%s” is a folder, not a database."), path);
  if (!S_ISREG (status.st_mode))
    return set_file_error (error, SC_STORE_ERROR_NOT_A_DATABASE, _("“%s” is not a file."), path);

  return check_header (self, path, is_empty, error);
}

static gboolean
inspect (const char  *path,
         gboolean     is_immutable,
         ScFileState *state,
         GError     **error)
{
  g_autoptr (ScConnection) connection = sc_connection_open_for_reading (path, is_immutable, error);

  return connection != NULL && sc_own_schema_inspect (connection, state, error);
}

/* Reads through SQLite, which knows of what is in the log and not yet in the
 * file. Where no lock file can be put beside it the file is read by itself. */
static gboolean
inspect_file (ScOpening   *self,
              const char  *path,
              ScFileState *state,
              GError     **error)
{
  g_autoptr (GError) local_error = NULL;
  g_autofree char *log = g_strdup_printf ("%s-wal", path);
  struct stat status;

  if (inspect (path, FALSE, state, &local_error))
    return TRUE;

  if (g_error_matches (local_error, SC_STORE_ERROR, SC_STORE_ERROR_READ_ONLY)
      && (stat (log, &status) != 0 || status.st_size == 0)
      && inspect (path, TRUE, state, NULL))
    {
      self->is_immutable = TRUE;
      return TRUE;
    }

  g_propagate_error (error, g_steal_pointer (&local_error));

  return FALSE;
}

static gboolean
configure (ScConnection *writer,
           GError      **error)
{
  return sc_connection_run (writer,
                            "PRAGMA synchronous = FULL;"
                            "PRAGMA journal_size_limit = 67108864;"
                            "PRAGMA cache_size = -16000;"
                            "PRAGMA temp_store = MEMORY",
                            error);
}

/* Looks before it takes the lock for the schema's sake, which may take as long
 * as another program writes. */
static gboolean
need_schema (ScConnection *writer,
             const char   *path,
             GError      **error)
{
  ScFileState state;

  if (!sc_own_schema_inspect (writer, &state, error))
    return FALSE;
  if (state == SC_FILE_FOREIGN)
    return set_foreign_error (error, path);
  /* Between the look at it and this. */
  if (state == SC_FILE_ALTERED)
    return set_file_error (error, SC_STORE_ERROR_CORRUPT,
                           _("Something else has changed the tables of “%s”. Restore it from a backup."), path);

  return state == SC_FILE_CURRENT || sc_migration_run (writer, path, error);
}

/* SQLite finds this out of the file itself when it opens it, and of the log only
 * when it writes. */
static gboolean
can_be_written (ScConnection *writer,
                const char   *path)
{
  g_autofree char *log = g_strdup_printf ("%s-wal", path);

  return sqlite3_db_readonly (sc_connection_get_handle (writer), "main") != 1
         && (access (log, F_OK) != 0 || access (log, W_OK) == 0);
}

/* For its owner's eyes only, whatever the umask; SQLite's files beside it are
 * as it is. Why it can't be made, SQLite says. */
static void
make_file (const char *path)
{
  int file = g_open (path, O_RDWR | O_CREAT | O_CLOEXEC, 0600);

  if (file < 0)
    return;

  fchmod (file, 0600);
  close (file);
}

static gboolean
connect_writer (ScOpening  *self,
                const char *path,
                gboolean    is_new,
                GError    **error)
{
  int flags = SQLITE_OPEN_READWRITE | (is_new ? SQLITE_OPEN_CREATE : 0);
  g_autoptr (ScConnection) writer = NULL;

  if (is_new)
    make_file (path);
  writer = sc_connection_open (path, flags, error);
  if (writer == NULL)
    return FALSE;

  if (!can_be_written (writer, path))
    {
      g_set_error_literal (error, SC_STORE_ERROR, SC_STORE_ERROR_READ_ONLY, _("The database can’t be written."));
      return FALSE;
    }

  if (!need_schema (writer, path, error) || !configure (writer, error))
    return FALSE;

  self->writer = g_steal_pointer (&writer);

  return TRUE;
}

/**
 * sc_opening_keep_log:
 * @self: an opening with a writing connection
 * @may_wait: whether to wait for others that have the file locked
 * @error: why no log can be kept
 *
 * Has changes written to a log beside the file, so that those who read never
 * wait for one who writes. A file that has one already is only read for that.
 *
 * Returns: whether a log is kept
 */
gboolean
sc_opening_keep_log (ScOpening *self,
                     gboolean   may_wait,
                     GError   **error)
{
  gboolean is_kept;

  sc_connection_set_patient (self->writer, may_wait);
  is_kept = sc_connection_run (self->writer, "PRAGMA journal_mode = WAL", error);
  sc_connection_set_patient (self->writer, TRUE);

  return is_kept;
}

static gboolean
open_for_writing (ScOpening  *self,
                  const char *path,
                  gboolean    is_new,
                  GError    **error)
{
  g_autoptr (GError) local_error = NULL;

  if (connect_writer (self, path, is_new, &local_error))
    return TRUE;

  if (!is_new && g_error_matches (local_error, SC_STORE_ERROR, SC_STORE_ERROR_READ_ONLY))
    {
      self->notice = _("The database can only be read: the file or its folder can’t be written.");
      return TRUE;
    }
  g_propagate_error (error, g_steal_pointer (&local_error));

  return FALSE;
}

/* A program that was killed while it made the file leaves a journal, which
 * SQLite can only put right when it may write. */
static gboolean
is_unfinished (const char *path,
               gboolean    is_empty)
{
  g_autofree char *journal = g_strdup_printf ("%s-journal", path);
  g_autofree char *header = NULL;
  gsize length = 0;

  if (!g_file_test (journal, G_FILE_TEST_EXISTS))
    return FALSE;
  if (is_empty)
    return TRUE;
  if (!g_file_get_contents (path, &header, &length, NULL) || length < HEADER_SIZE)
    return FALSE;

  return read_application ((const guint8 *) header) == SC_APPLICATION_ID;
}

/**
 * sc_opening_remove_log:
 * @path: a file that was only read, and that nobody here has open any more
 *
 * Whoever only reads has to put an empty log beside the file, and can't take it
 * away; the last one who may write does, by closing the file. Where others have
 * it open, or have written meanwhile, the log stays.
 */
void
sc_opening_remove_log (const char *path)
{
  g_autofree char *log = g_strdup_printf ("%s-wal", path);
  g_autoptr (ScConnection) connection = NULL;
  struct stat status;

  if (stat (log, &status) != 0 || status.st_size > 0)
    return;

  connection = sc_connection_open (path, SQLITE_OPEN_READWRITE, NULL);
  if (connection == NULL)
    return;

  sc_connection_set_patient (connection, FALSE);
  if (!sc_connection_run (connection, "SELECT count(*) FROM sqlite_schema", NULL))
    g_debug ("The log of “%s” stays", path);
}

/**
 * sc_opening_run:
 * @self: (out): what came of it
 * @path: the file
 * @may_create: whether to make it where there is none
 * @may_write: whether to write at all
 * @error: why it can't be opened; then it was not touched
 *
 * Returns: whether it can at least be read
 */
gboolean
sc_opening_run (ScOpening  *self,
                const char *path,
                gboolean    may_create,
                gboolean    may_write,
                GError    **error)
{
  g_autofree char *log = g_strdup_printf ("%s-wal", path);
  gboolean has_log = g_file_test (log, G_FILE_TEST_EXISTS);
  ScFileState state = SC_FILE_EMPTY;
  gboolean is_empty;

  if (!sc_restore_finish (path, error) || !check_file (self, path, may_create && may_write, &is_empty, error))
    return FALSE;
  if (may_write && is_unfinished (path, is_empty))
    return open_for_writing (self, path, FALSE, error);
  if ((!is_empty || g_file_test (path, G_FILE_TEST_EXISTS)) && !inspect_file (self, path, &state, error))
    return FALSE;

  self->leaves_log = !may_write && !has_log && state != SC_FILE_FOREIGN;
  self->is_copy = self->is_copy && state == SC_FILE_CURRENT;
  if (state == SC_FILE_FOREIGN || (state == SC_FILE_EMPTY && !may_write))
    return set_foreign_error (error, path);
  if (state == SC_FILE_OLDER && !may_write)
    return set_file_error (error, SC_STORE_ERROR_READ_ONLY,
                           _("“%s” was made by an older Stagecraft and has to be written to be read."), path);
  if (state == SC_FILE_NEWER)
    self->notice = _("The database can only be read: a newer Stagecraft made it. Install that version to change it.");
  else if (state == SC_FILE_ALTERED)
    self->notice = _("The database can only be read: something else has changed its tables, indexes or triggers. "
                     "“stagecraft database check” says what; restore a backup to change the database again.");
  else if (!may_write)
    self->notice = _("The database was opened for reading only.");
  else if (self->is_immutable)
    self->notice = _("The database can only be read: the file or its folder can’t be written.");

  return self->notice != NULL || open_for_writing (self, path, state == SC_FILE_EMPTY, error);
}
