/* SPDX-License-Identifier: GPL-3.0-or-later */

/* Puts a copy in the place of a database, whatever state that is in.
 *
 * Nothing is undone by half when the program is killed or the power fails:
 * what is there gets a second name first, with all that SQLite keeps beside
 * it. Then the copy, whole, checked and on the disk, is given the name with
 * “.restored” at its end. From then on the database is restored: a log that
 * belongs to the old file and would be read into the new one is removed, and
 * the copy takes the name. Who opens a database and finds such a file does
 * that first.
 *
 * A database that somebody has open can't be taken from under them: there the
 * copy is written into it, in one transaction. */

/* Locks of an open file description. */
#define _GNU_SOURCE

#include "store/engine/sc-restore-private.h"

#include <errno.h>
#include <fcntl.h>
#include <gio/gio.h>
#include <glib/gi18n-lib.h>
#include <glib/gstdio.h>
#include <sys/stat.h>
#include <unistd.h>

#include "model/sc-date.h"
#include "store/engine/sc-check-private.h"
#include "store/engine/sc-copy-private.h"
#include "store/engine/sc-file-private.h"
#include "store/sqlite/sc-migration-private.h"
#include "store/sqlite/sc-own-schema-private.h"
#include "store/sqlite/sc-sqlite-private.h"

#define RESTORED ".restored"

/* Of the same second. */
#define MOST_NAMES 1000

/* Where the copy comes from and goes to. */
typedef struct {
  const char *copy;
  char *path;
  char *part;
  char *kept;
  gboolean was_there;
} Restore;

static void
restore_clear (Restore *self)
{
  if (self->part != NULL)
    sc_file_remove (self->part);
  g_free (self->path);
  g_free (self->part);
  g_free (self->kept);
}

G_DEFINE_AUTO_CLEANUP_CLEAR_FUNC (Restore, restore_clear)

static gboolean
is_there (const char *path)
{
  struct stat status;

  return lstat (path, &status) == 0;
}

/* The copy */

static gboolean
refuse_copy (GError    **error,
             int         code,
             const char *format,
             const char *copy)
{
  g_set_error (error, SC_STORE_ERROR, code, format, copy);

  return FALSE;
}

static ScConnection *
open_copy (const char  *copy,
           ScFileState *state,
           GError     **error)
{
  g_autoptr (ScConnection) connection = NULL;
  ScFileKind kind;

  if (!sc_file_look (copy, &kind, error))
    return NULL;
  if (kind == SC_FILE_KIND_NONE)
    refuse_copy (error, SC_STORE_ERROR_NOT_FOUND, _("There is no file “%s”."), copy);
  else if (kind == SC_FILE_KIND_OTHER)
    refuse_copy (error, SC_STORE_ERROR_NOT_A_DATABASE, _("“%s” is not a copy of a Stagecraft database."), copy);
  if (kind == SC_FILE_KIND_NONE || kind == SC_FILE_KIND_OTHER)
    return NULL;

  /* By itself, where nobody writes: nothing is put beside it then. */
  connection = sc_connection_open_for_reading (copy, !sc_file_has_log (copy) && !sc_file_is_open (copy), error);
  if (connection == NULL || !sc_own_schema_inspect (connection, state, error))
    return NULL;
  if (*state == SC_FILE_FOREIGN || *state == SC_FILE_EMPTY)
    refuse_copy (error, SC_STORE_ERROR_NOT_A_DATABASE, _("“%s” is not a copy of a Stagecraft database."), copy);
  else if (*state == SC_FILE_NEWER)
    refuse_copy (error, SC_STORE_ERROR_READ_ONLY,
                 _("“%s” was made by a newer Stagecraft. Install that version to restore it."), copy);
  else
    return g_steal_pointer (&connection);

  return NULL;
}

/* Of this program's schema, and with a log: no copy any more, over which a
 * backup might be written. */
static gboolean
make_database (const char *part,
               GError    **error)
{
  g_autoptr (ScConnection) connection = sc_connection_open (part, SQLITE_OPEN_READWRITE, error);

  return connection != NULL
         && sc_migration_run (connection, NULL, error)
         && sc_connection_run (connection, "PRAGMA journal_mode = WAL", error);
}

static gboolean
check (Restore *self,
       GError **error)
{
  g_autoptr (ScConnection) connection = sc_connection_open_for_reading (self->part, TRUE, error);
  g_autoptr (GPtrArray) problems = g_ptr_array_new_with_free_func (g_free);

  if (connection == NULL || !sc_check_run (connection, problems, error))
    return FALSE;
  if (problems->len == 0)
    return TRUE;

  g_set_error (error, SC_STORE_ERROR, SC_STORE_ERROR_CORRUPT, _("The copy “%1$s” can’t be restored. %2$s"),
               self->copy, (const char *) problems->pdata[0]);

  return FALSE;
}

/* Who restores for somebody else leaves the database theirs. */
static void
keep_owner (const char *path,
            const char *part)
{
  struct stat status;

  if (stat (path, &status) == 0 && status.st_uid != geteuid () && chown (part, status.st_uid, status.st_gid) != 0)
    g_debug ("“%s” stays ours: %s", part, g_strerror (errno));
}

/* The copy has to be sound before anything is replaced by it. */
static gboolean
prepare (Restore *self,
         GError **error)
{
  g_autoptr (GError) local_error = NULL;
  g_autoptr (ScConnection) connection = NULL;
  ScFileState state;

  connection = open_copy (self->copy, &state, &local_error);
  if (connection != NULL)
    self->part = sc_copy_make_part (connection, self->path, NULL, NULL, &local_error);
  if (self->part == NULL)
    {
      if (g_error_matches (local_error, SC_STORE_ERROR, SC_STORE_ERROR_CORRUPT))
        return refuse_copy (error, SC_STORE_ERROR_CORRUPT,
                            _("The copy “%s” is damaged and can’t be restored. Choose another one."), self->copy);
      g_propagate_error (error, g_steal_pointer (&local_error));
      return FALSE;
    }

  if (!make_database (self->part, error) || !sc_file_sync (self->part, error))
    return FALSE;
  keep_owner (self->path, self->part);

  return check (self, error);
}

/* A place that nobody has open */

static char *
make_name (const char *path,
           guint       n_th)
{
  g_autoptr (GDateTime) utc = g_date_time_new_from_unix_utc (sc_clock_now () / G_USEC_PER_SEC);
  g_autoptr (GDateTime) now = g_date_time_to_local (utc);
  g_autofree char *day = g_date_time_format (now, "%Y-%m-%d-%H%M%S");

  return n_th > 1 ? g_strdup_printf ("%s.before-restore-%s-%u", path, day, n_th)
                  : g_strdup_printf ("%s.before-restore-%s", path, day);
}

static gboolean
is_free (const char *name)
{
  for (guint i = 0; sc_file_companions[i] != NULL; i++)
    {
      g_autofree char *companion = g_strconcat (name, sc_file_companions[i], NULL);

      if (is_there (companion))
        return FALSE;
    }

  return !is_there (name);
}

static gboolean
fail_to_keep (GError    **error,
              const char *path,
              const char *reason)
{
  g_set_error (error, SC_STORE_ERROR, SC_STORE_ERROR_FAILED, _("“%1$s” can’t be kept before it is replaced: %2$s."),
               path, reason);

  return FALSE;
}

/* A second name, or where the file system has no such thing, a second file. */
static gboolean
keep_file (const char *from,
           const char *to,
           GError    **error)
{
  g_autoptr (GFile) source = g_file_new_for_path (from);
  g_autoptr (GFile) target = g_file_new_for_path (to);
  g_autoptr (GError) local_error = NULL;

  if (!is_there (from) || link (from, to) == 0)
    return TRUE;
  if (errno != EEXIST && errno != ENAMETOOLONG && errno != ENOSPC && errno != EROFS && errno != EACCES
      && g_file_copy (source, target, G_FILE_COPY_NOFOLLOW_SYMLINKS, NULL, NULL, NULL, &local_error))
    return sc_file_sync (to, error);

  return fail_to_keep (error, from, local_error != NULL ? local_error->message : g_strerror (errno));
}

static gboolean
keep_files (Restore *self,
            GError **error)
{
  gboolean is_kept = keep_file (self->path, self->kept, error);

  for (guint i = 0; is_kept && sc_file_companions[i] != NULL; i++)
    {
      g_autofree char *from = g_strconcat (self->path, sc_file_companions[i], NULL);
      g_autofree char *to = g_strconcat (self->kept, sc_file_companions[i], NULL);

      is_kept = keep_file (from, to, error);
    }

  if (is_kept && sc_file_sync_folder (self->kept, error))
    return TRUE;

  sc_file_remove (self->kept);

  return FALSE;
}

static gboolean
put_aside (Restore *self,
           GError **error)
{
  for (guint n_th = 1; n_th < MOST_NAMES; n_th++)
    {
      g_set_str (&self->kept, NULL);
      self->kept = make_name (self->path, n_th);
      if (is_free (self->kept))
        return keep_files (self, error);
    }

  return fail_to_keep (error, self->path, g_strerror (EEXIST));
}

/* Removes what belongs to the old file, and gives the new one its name. Until
 * then it is not there; after that the disk need not know at once. */
static gboolean
put_in_place (const char *path,
              const char *restored,
              GError    **error)
{
  for (guint i = 0; sc_file_companions[i] != NULL; i++)
    {
      g_autofree char *companion = g_strconcat (path, sc_file_companions[i], NULL);

      if (g_unlink (companion) != 0 && errno != ENOENT)
        {
          g_set_error (error, SC_STORE_ERROR, SC_STORE_ERROR_READ_ONLY, _("“%s” can’t be removed: %s."), companion,
                       g_strerror (errno));
          return FALSE;
        }
    }

  if (g_rename (restored, path) != 0)
    {
      g_set_error (error, SC_STORE_ERROR, SC_STORE_ERROR_READ_ONLY, _("“%s” can’t be written: %s."), path, g_strerror (errno));
      return FALSE;
    }
  sc_file_sync_folder (path, NULL);

  return TRUE;
}

static void
put_companions_back (Restore *self)
{
  for (guint i = 0; sc_file_companions[i] != NULL; i++)
    {
      g_autofree char *from = g_strconcat (self->kept, sc_file_companions[i], NULL);
      g_autofree char *to = g_strconcat (self->path, sc_file_companions[i], NULL);

      if (!is_there (to))
        keep_file (from, to, NULL);
    }
}

/* The copy did not get its name. */
static void
give_up (Restore    *self,
         const char *restored)
{
  put_companions_back (self);
  g_unlink (restored);
  sc_file_sync_folder (self->path, NULL);
  sc_file_remove (self->kept);
}

/* The copy has got its name, but can't be read there. */
static void
put_back (Restore *self)
{
  sc_file_remove (self->path);
  if (self->was_there)
    g_rename (self->kept, self->path);
  put_companions_back (self);
  sc_file_sync_folder (self->path, NULL);
  sc_file_remove (self->kept);
}

static gboolean
opens (const char *path,
       GError    **error)
{
  ScFileState state;
  g_autoptr (ScConnection) connection = sc_connection_open_for_reading (path, TRUE, error);

  if (connection == NULL || !sc_own_schema_inspect (connection, &state, error))
    return FALSE;
  if (state == SC_FILE_CURRENT)
    return TRUE;

  g_set_error (error, SC_STORE_ERROR, SC_STORE_ERROR_FAILED, _("“%s” can’t be read back; it is as it was."), path);

  return FALSE;
}

static void
hide_from_others (const char *kept)
{
  g_chmod (kept, 0600);
  for (guint i = 0; sc_file_companions[i] != NULL; i++)
    {
      g_autofree char *companion = g_strconcat (kept, sc_file_companions[i], NULL);

      g_chmod (companion, 0600);
    }
}

/* Others that open the database now wait until this one is done. SQLite locks
 * other bytes. */
static int
lock (const char *path)
{
  struct flock lock = { .l_type = F_WRLCK, .l_whence = SEEK_SET, .l_start = 0, .l_len = 1 };
  int file = g_open (path, O_RDWR | O_CLOEXEC, 0);

  if (file >= 0 && fcntl (file, F_OFD_SETLKW, &lock) != 0)
    g_debug ("No lock of an open file description: %s", g_strerror (errno));

  return file;
}

static gboolean
replace (Restore *self,
         GError **error)
{
  g_autofree char *restored = g_strconcat (self->path, RESTORED, NULL);
  gboolean is_placed;
  int file;

  if (!put_aside (self, error))
    return FALSE;

  file = lock (self->part);
  is_placed = sc_file_rename (self->part, restored, FALSE, error) && put_in_place (self->path, restored, error);
  if (!is_placed)
    give_up (self, restored);
  if (file >= 0)
    close (file);
  if (!is_placed)
    return FALSE;

  if (!opens (self->path, error))
    {
      put_back (self);
      return FALSE;
    }
  hide_from_others (self->kept);
  if (!self->was_there)
    g_clear_pointer (&self->kept, g_free);

  return TRUE;
}

/* A place that somebody has open */

static gboolean
keep_copy (Restore *self,
           GError **error)
{
  g_autoptr (ScConnection) connection = sc_connection_open_for_reading (self->path, FALSE, error);

  if (connection == NULL)
    return FALSE;

  for (guint n_th = 1; n_th < MOST_NAMES; n_th++)
    {
      g_set_str (&self->kept, NULL);
      self->kept = make_name (self->path, n_th);
      if (is_free (self->kept))
        return sc_copy_database (connection, self->kept, FALSE, error);
    }

  return fail_to_keep (error, self->path, g_strerror (EEXIST));
}

static gboolean
write_into (Restore *self,
            GError **error)
{
  g_autoptr (ScConnection) connection = sc_connection_open_for_reading (self->part, TRUE, error);

  return connection != NULL && sc_copy_into (connection, self->path, error);
}

static gboolean
refuse_open (Restore *self,
             GError **error)
{
  g_set_error (error, SC_STORE_ERROR, SC_STORE_ERROR_BUSY,
               _("“%s” is damaged, and a window or another program has it open. Close it and try again."), self->path);

  return FALSE;
}

static gboolean
replace_contents (Restore *self,
                  GError **error)
{
  g_autoptr (GError) local_error = NULL;
  ScFileKind kind;

  if (!sc_file_look (self->path, &kind, error))
    return FALSE;
  if (kind == SC_FILE_KIND_OTHER)
    return refuse_open (self, error);
  if (!keep_copy (self, &local_error))
    {
      if (g_error_matches (local_error, SC_STORE_ERROR, SC_STORE_ERROR_CORRUPT)
          || g_error_matches (local_error, SC_STORE_ERROR, SC_STORE_ERROR_NOT_A_DATABASE))
        return refuse_open (self, error);
      g_propagate_error (error, g_steal_pointer (&local_error));
      return FALSE;
    }
  if (write_into (self, error))
    return TRUE;

  sc_file_remove (self->kept);

  return FALSE;
}

/**
 * sc_restore_run:
 * @copy: a copy
 * @path: the database to be as the copy is
 * @kept_as: (out) (nullable): where what was there is now; %NULL where nothing
 *   was
 * @error: why it can't be done; everything is as it was then
 *
 * Returns: whether the database is as the copy is
 */
gboolean
sc_restore_run (const char *copy,
                const char *path,
                char      **kept_as,
                GError    **error)
{
  g_auto (Restore) self = { .copy = copy };
  ScFileKind kind;

  self.path = sc_file_resolve (path, error);
  if (self.path == NULL || !sc_restore_finish (self.path, error) || !sc_file_look (self.path, &kind, error))
    return FALSE;
  if (sc_file_is_same (copy, self.path))
    {
      g_set_error (error, SC_STORE_ERROR, SC_STORE_ERROR_INVALID, _("“%s” is the database itself. Choose another file."), copy);
      return FALSE;
    }

  self.was_there = kind != SC_FILE_KIND_NONE;
  if (!prepare (&self, error))
    return FALSE;
  if (!(sc_file_is_open (self.path) ? replace_contents (&self, error) : replace (&self, error)))
    return FALSE;

  *kept_as = g_steal_pointer (&self.kept);

  return TRUE;
}

static gboolean
is_still (int         file,
          const char *path)
{
  struct stat of_file;
  struct stat of_path;

  return fstat (file, &of_file) == 0 && lstat (path, &of_path) == 0
         && of_file.st_dev == of_path.st_dev && of_file.st_ino == of_path.st_ino;
}

/**
 * sc_restore_finish:
 * @path: a database, or where one is to be
 * @error: why it can't be done
 *
 * A program that was killed while it restored the database may have left it
 * with one step to go.
 *
 * Returns: whether nothing is left to be done
 */
gboolean
sc_restore_finish (const char *path,
                   GError    **error)
{
  g_autofree char *resolved = sc_file_resolve (path, NULL);
  g_autofree char *restored = NULL;
  gboolean is_done;
  int file;

  /* Why it is no place for a database, who opens it says. */
  if (resolved == NULL)
    return TRUE;

  restored = g_strconcat (resolved, RESTORED, NULL);
  if (!is_there (restored))
    return TRUE;

  file = lock (restored);
  is_done = !is_there (restored) || (file >= 0 && !is_still (file, restored)) || put_in_place (resolved, restored, error);
  if (file >= 0)
    close (file);

  return is_done;
}
