/* SPDX-License-Identifier: GPL-3.0-or-later */

/* Files that hold databases, and names for new ones: looked at without
 * touching them, and put where they belong so that a pulled plug leaves the
 * old or the new. */

/* Locks of an open file description, and renaming that replaces nothing. */
#define _GNU_SOURCE

#include "store/engine/sc-file-private.h"

#include <errno.h>
#include <fcntl.h>
#include <gio/gio.h>
#include <glib/gi18n-lib.h>
#include <glib/gstdio.h>
#include <stdlib.h>
#include <string.h>
#include <sys/stat.h>
#include <unistd.h>

#include "store/sqlite/sc-sqlite-private.h"

/* Where SQLite's file header has the application's id, and whether a log is
 * kept beside the file. A copy is made without one, and gets one as soon as it
 * is worked in: so an original is told from its copies. */
#define HEADER_SIZE 100
#define HEADER_APPLICATION 68
#define HEADER_LOG 18
#define WITHOUT_LOG 1

/* From PENDING_BYTE of SQLite's os.h to the end of what it locks. */
#define LOCKS_START 0x40000000
#define LOCKS_LENGTH 512

#define PART_NAME ".stagecraft-XXXXXX"

const char *const sc_file_companions[] = { "-wal", "-journal", "-shm", NULL };

static gboolean
fail (GError    **error,
      int         code,
      const char *format,
      const char *path)
{
  g_set_error (error, SC_STORE_ERROR, code, format, path);

  return FALSE;
}

static gboolean
fail_to_write (GError    **error,
               const char *path,
               int         reason)
{
  if (reason == ENOSPC || reason == EDQUOT)
    return fail (error, SC_STORE_ERROR_NO_SPACE, _("“%s” can’t be written: the disk is full. Make room and try again."), path);

  g_set_error (error, SC_STORE_ERROR, SC_STORE_ERROR_READ_ONLY, _("“%s” can’t be written: %s."), path, g_strerror (reason));

  return FALSE;
}

/* A database must not have the name of what SQLite keeps beside another. */
static gboolean
check_name (const char *path,
            GError    **error)
{
  g_autofree char *name = g_path_get_basename (path);

  if (path[0] == '\0')
    return fail (error, SC_STORE_ERROR_NOT_A_DATABASE, _("The name of the file is empty. Say which file it is."), path);
  if (g_str_has_suffix (path, "/"))
    return fail (error, SC_STORE_ERROR_NOT_A_DATABASE, _("“%s” is a folder, not a file. Choose a file."), path);
  for (guint i = 0; sc_file_companions[i] != NULL; i++)
    if (g_str_has_suffix (name, sc_file_companions[i]))
      return fail (error, SC_STORE_ERROR_INVALID,
                   _("“%s” is a name for what is kept beside a database. Choose another name."), path);

  return TRUE;
}

/**
 * sc_file_resolve:
 * @path: a file, which need not be there
 * @error: why there can't be a database of that name
 *
 * Returns: (transfer full): the file itself, where @path is a link or goes
 *   through one
 */
char *
sc_file_resolve (const char *path,
                 GError    **error)
{
  g_autofree char *absolute = NULL;
  g_autofree char *folder = NULL;
  g_autofree char *name = NULL;
  g_autofree char *resolved = NULL;
  struct stat status;

  if (!check_name (path, error))
    return NULL;

  absolute = g_canonicalize_filename (path, NULL);
  resolved = realpath (absolute, NULL);
  if (resolved != NULL)
    return check_name (resolved, error) ? g_steal_pointer (&resolved) : NULL;
  if (errno != ENOENT)
    {
      g_set_error (error, SC_STORE_ERROR, SC_STORE_ERROR_READ_ONLY, _("“%s” can’t be reached: %s."), path, g_strerror (errno));
      return NULL;
    }
  if (lstat (absolute, &status) == 0)
    {
      fail (error, SC_STORE_ERROR_NOT_FOUND, _("“%s” is a link to something that is not there."), path);
      return NULL;
    }

  folder = g_path_get_dirname (absolute);
  name = g_path_get_basename (absolute);
  resolved = realpath (folder, NULL);
  if (resolved == NULL || !g_file_test (resolved, G_FILE_TEST_IS_DIR))
    {
      g_set_error (error, SC_STORE_ERROR, SC_STORE_ERROR_NOT_FOUND, _("“%1$s” can’t be written: there is no folder “%2$s”."),
                   path, folder);
      return NULL;
    }

  return g_build_filename (resolved, name, NULL);
}

static ScFileKind
tell_kind (const guint8 *header,
           gssize        length)
{
  guint32 application;

  if (length < HEADER_SIZE || memcmp (header, "SQLite format 3", 16) != 0)
    return SC_FILE_KIND_OTHER;

  memcpy (&application, header + HEADER_APPLICATION, sizeof application);
  if (GUINT32_FROM_BE (application) != SC_APPLICATION_ID)
    return SC_FILE_KIND_OTHER;

  return header[HEADER_LOG] == WITHOUT_LOG ? SC_FILE_KIND_COPY : SC_FILE_KIND_DATABASE;
}

/**
 * sc_file_look:
 * @path: a file, which need not be there
 * @kind: (out): what it is
 * @error: why it is no file that could hold a database, or can't be read
 *
 * Returns: whether it is a file or nothing
 */
gboolean
sc_file_look (const char *path,
              ScFileKind *kind,
              GError    **error)
{
  guint8 header[HEADER_SIZE];
  struct stat status;
  gssize n_read;
  int file;

  *kind = SC_FILE_KIND_NONE;
  if (stat (path, &status) != 0)
    {
      if (errno == ENOENT)
        return TRUE;
      g_set_error (error, SC_STORE_ERROR, SC_STORE_ERROR_READ_ONLY, _("“%s” can’t be reached: %s."), path, g_strerror (errno));
      return FALSE;
    }
  if (S_ISDIR (status.st_mode))
    return fail (error, SC_STORE_ERROR_NOT_A_DATABASE, _("“%s” is a folder, not a file. Choose a file."), path);
  if (!S_ISREG (status.st_mode))
    return fail (error, SC_STORE_ERROR_NOT_A_DATABASE, _("“%s” is a device or a pipe, not a file. Choose a file."), path);

  file = g_open (path, O_RDONLY | O_CLOEXEC | O_NONBLOCK, 0);
  if (file < 0)
    return fail (error, SC_STORE_ERROR_READ_ONLY, _("“%s” can’t be read. Check its permissions."), path);
  n_read = read (file, header, sizeof header);
  close (file);
  if (n_read < 0)
    return fail (error, SC_STORE_ERROR_FAILED, _("“%s” can’t be read."), path);
  *kind = tell_kind (header, n_read);

  return TRUE;
}

/**
 * sc_file_is_same:
 * @a: a file
 * @b: another
 *
 * Returns: whether both are one file, also by links
 */
gboolean
sc_file_is_same (const char *a,
                 const char *b)
{
  struct stat status_a;
  struct stat status_b;

  return stat (a, &status_a) == 0 && stat (b, &status_b) == 0
         && status_a.st_dev == status_b.st_dev && status_a.st_ino == status_b.st_ino;
}

/**
 * sc_file_has_log:
 * @path: a file
 *
 * A program that has only read leaves an empty log with its index behind, which
 * is none.
 *
 * Returns: whether a log lies beside it, of a program that uses it or of one
 *   that was killed
 */
gboolean
sc_file_has_log (const char *path)
{
  g_autofree char *log = g_strconcat (path, "-wal", NULL);
  g_autofree char *log_index = g_strconcat (path, "-shm", NULL);
  g_autofree char *journal = g_strconcat (path, "-journal", NULL);
  struct stat status;

  if (lstat (journal, &status) == 0)
    return TRUE;
  if (lstat (log, &status) != 0)
    return FALSE;

  return status.st_size > 0 || lstat (log_index, &status) != 0;
}

/**
 * sc_file_is_open:
 * @path: a file
 *
 * Returns: whether SQLite has it open in some process, this one included
 */
gboolean
sc_file_is_open (const char *path)
{
  struct flock lock = { .l_type = F_WRLCK, .l_whence = SEEK_SET, .l_start = LOCKS_START, .l_len = LOCKS_LENGTH };
  int file = g_open (path, O_RDONLY | O_CLOEXEC | O_NONBLOCK, 0);
  gboolean is_open = file >= 0 && fcntl (file, F_OFD_GETLK, &lock) == 0 && lock.l_type != F_UNLCK;

  if (file >= 0)
    close (file);

  return is_open;
}

/**
 * sc_file_make_part:
 * @path: a file that is to be
 * @error: why nothing can be made in its folder
 *
 * Returns: (transfer full): a file beside it, empty and for its owner's eyes
 *   only, of a name that nobody else has
 */
char *
sc_file_make_part (const char *path,
                   GError    **error)
{
  g_autofree char *folder = g_path_get_dirname (path);
  g_autofree char *part = g_build_filename (folder, PART_NAME, NULL);
  int file = g_mkstemp_full (part, O_RDWR | O_CLOEXEC, 0600);

  if (file < 0)
    {
      fail_to_write (error, path, errno);
      return NULL;
    }

  /* Whatever the umask. */
  fchmod (file, 0600);
  close (file);

  return g_steal_pointer (&part);
}

static gboolean
sync_path (const char *path,
           int         flags,
           GError    **error)
{
  int file = g_open (path, O_RDONLY | O_CLOEXEC | flags, 0);
  /* Some file systems can’t do it with folders, and need not. */
  gboolean is_synced = file >= 0 && (fsync (file) == 0 || (errno == EINVAL && (flags & O_DIRECTORY) != 0));

  if (!is_synced)
    fail_to_write (error, path, errno);
  if (file >= 0)
    close (file);

  return is_synced;
}

/**
 * sc_file_sync:
 * @path: a file
 * @error: why it can't be done
 *
 * Returns: whether all of it is on the disk
 */
gboolean
sc_file_sync (const char *path,
              GError    **error)
{
  return sync_path (path, 0, error);
}

/**
 * sc_file_sync_folder:
 * @path: a file
 * @error: why it can't be done
 *
 * Returns: whether the names in the file's folder are on the disk
 */
gboolean
sc_file_sync_folder (const char *path,
                     GError    **error)
{
  g_autofree char *folder = g_path_get_dirname (path);

  return sync_path (folder, O_DIRECTORY, error);
}

static gboolean
rename_to_new (const char *from,
               const char *to)
{
  if (renameat2 (AT_FDCWD, from, AT_FDCWD, to, RENAME_NOREPLACE) == 0)
    return TRUE;
  /* File systems of other worlds, such as memory sticks have. */
  if (errno != EINVAL && errno != ENOSYS)
    return FALSE;
  if (faccessat (AT_FDCWD, to, F_OK, AT_SYMLINK_NOFOLLOW) == 0)
    {
      errno = EEXIST;
      return FALSE;
    }

  return g_rename (from, to) == 0;
}

/**
 * sc_file_rename:
 * @from: a file
 * @to: its new name, in the same folder
 * @may_replace: whether a file may be there
 * @error: %SC_STORE_ERROR_EXISTS where one is and must not
 *
 * Returns: whether it has the name, and will have it when the power fails now
 */
gboolean
sc_file_rename (const char *from,
                const char *to,
                gboolean    may_replace,
                GError    **error)
{
  if (may_replace ? g_rename (from, to) == 0 : rename_to_new (from, to))
    return sc_file_sync_folder (to, error);

  if (errno == EEXIST)
    return fail (error, SC_STORE_ERROR_EXISTS, _("“%s” is there by now. Choose another file."), to);

  return fail_to_write (error, to, errno);
}

/**
 * sc_file_remove:
 * @path: a file, which need not be there
 *
 * Removes it with what SQLite keeps beside it.
 */
void
sc_file_remove (const char *path)
{
  g_unlink (path);
  for (guint i = 0; sc_file_companions[i] != NULL; i++)
    {
      g_autofree char *companion = g_strconcat (path, sc_file_companions[i], NULL);

      g_unlink (companion);
    }
}
