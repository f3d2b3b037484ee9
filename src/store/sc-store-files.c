/* SPDX-License-Identifier: GPL-3.0-or-later */

/* What is done with a database as a whole. */

#include <gio/gio.h>
#include <glib/gi18n-lib.h>
#include <glib/gstdio.h>

#include "store/sc-store-private.h"
#include "store/sqlite/sc-check-private.h"
#include "store/sqlite/sc-copy-private.h"
#include "store/sqlite/sc-opening-private.h"
#include "store/sqlite/sc-reader-private.h"
#include "store/sqlite/sc-schema-private.h"

/**
 * sc_store_check:
 * @self: a store
 * @problems: (element-type utf8): where to add a sentence for each thing that
 *   does not hold
 * @error: why it could not be checked
 *
 * Reads the whole database and compares what has to agree.
 *
 * Returns: whether everything holds; where not, and @error is not set,
 *   @problems says what
 */
gboolean
sc_store_check (ScStore   *self,
                GPtrArray *problems,
                GError   **error)
{
  g_autoptr (ScReader) reader = sc_reader_new (self, NULL, error);
  guint n_before = problems->len;

  return reader != NULL
         && sc_check_run (sc_reader_get_connection (reader), problems, error)
         && problems->len == n_before;
}

static gboolean
is_same_file (const char *a,
              const char *b)
{
  GStatBuf status_a;
  GStatBuf status_b;

  return g_stat (a, &status_a) == 0 && g_stat (b, &status_b) == 0
         && status_a.st_dev == status_b.st_dev && status_a.st_ino == status_b.st_ino;
}

static gboolean
is_ours (const char *path,
         GError    **error)
{
  ScOpening opening = { 0 };
  ScFileState state;

  if (!sc_opening_look (&opening, path, &state, error))
    return FALSE;
  if (state != SC_FILE_FOREIGN)
    return TRUE;

  g_set_error (error, SC_STORE_ERROR, SC_STORE_ERROR_NOT_A_DATABASE,
               _("“%s” is not a Stagecraft database. It was left as it is; choose another file."), path);

  return FALSE;
}

/**
 * sc_store_backup:
 * @self: a store
 * @path: the file to make
 * @error: why it can't be made; there is no part of it then
 *
 * Copies the database as it is now into one file. A file that is there is
 * replaced where it is an older copy, and left alone where it is anything
 * else.
 *
 * Returns: whether the copy is on the disk
 */
gboolean
sc_store_backup (ScStore    *self,
                 const char *path,
                 GError    **error)
{
  g_autoptr (ScReader) reader = NULL;

  if (is_same_file (sc_store_get_path (self), path))
    {
      g_set_error (error, SC_STORE_ERROR, SC_STORE_ERROR_INVALID, _("“%s” is the database itself. Choose another file."), path);
      return FALSE;
    }
  if (g_file_test (path, G_FILE_TEST_EXISTS) && !is_ours (path, NULL))
    {
      g_set_error (error, SC_STORE_ERROR, SC_STORE_ERROR_EXISTS,
                   _("“%s” is something else than a copy of a database. Choose another file."), path);
      return FALSE;
    }

  reader = sc_reader_new (self, NULL, error);

  return reader != NULL && sc_copy_database (sc_reader_get_connection (reader), path, error);
}

/* The copy has to be sound before anything is replaced by it. */
static ScConnection *
open_backup (const char *backup,
             GError    **error)
{
  g_autoptr (ScConnection) connection = NULL;
  g_autoptr (GPtrArray) problems = g_ptr_array_new_with_free_func (g_free);
  g_autoptr (GError) local_error = NULL;
  ScFileState state;

  if (!g_file_test (backup, G_FILE_TEST_IS_REGULAR))
    {
      g_set_error (error, SC_STORE_ERROR, SC_STORE_ERROR_NOT_FOUND, _("There is no file “%s”."), backup);
      return NULL;
    }

  connection = sc_opening_connect (backup, FALSE, error);
  if (connection == NULL || !sc_schema_inspect (connection, &state, error))
    return NULL;
  if (state == SC_FILE_FOREIGN || state == SC_FILE_EMPTY)
    g_set_error (&local_error, SC_STORE_ERROR, SC_STORE_ERROR_NOT_A_DATABASE,
                 _("“%s” is not a copy of a Stagecraft database."), backup);
  else if (state == SC_FILE_NEWER)
    g_set_error (&local_error, SC_STORE_ERROR, SC_STORE_ERROR_READ_ONLY,
                 _("“%s” was made by a newer Stagecraft. Install that version to restore it."), backup);
  else if (state == SC_FILE_CURRENT && sc_check_run (connection, problems, &local_error) && problems->len > 0)
    g_set_error (&local_error, SC_STORE_ERROR, SC_STORE_ERROR_CORRUPT, _("The copy “%1$s” can’t be restored. %2$s"),
                 backup, (const char *) problems->pdata[0]);
  if (local_error == NULL)
    return g_steal_pointer (&connection);

  g_propagate_error (error, g_steal_pointer (&local_error));

  return NULL;
}

/* What is there goes beside it first, whatever state it is in. */
static gboolean
put_aside (const char *path,
           GError    **error)
{
  g_autofree char *aside = g_strdup_printf ("%s.before-restore", path);
  g_autoptr (ScConnection) connection = sc_opening_connect (path, FALSE, NULL);
  g_autoptr (GFile) from = g_file_new_for_path (path);
  g_autoptr (GFile) to = g_file_new_for_path (aside);
  g_autoptr (GError) local_error = NULL;

  if (connection != NULL && sc_copy_database (connection, aside, NULL))
    return TRUE;

  if (g_file_copy (from, to, G_FILE_COPY_OVERWRITE, NULL, NULL, NULL, &local_error))
    return TRUE;

  g_set_error (error, SC_STORE_ERROR, SC_STORE_ERROR_FAILED, _("What is there can’t be kept before it is replaced. %s."),
               local_error->message);

  return FALSE;
}

/**
 * sc_store_restore:
 * @backup: a copy that sc_store_backup() or a migration made
 * @path: the database to be as the copy is
 * @error: why it can't be done; the database is as it was then
 *
 * What the database holds is kept beside it, with “.before-restore” at the end
 * of its name. Windows that have it open see the restored one. A file that is
 * no database of ours is refused.
 *
 * Returns: whether the database is as the copy is
 */
gboolean
sc_store_restore (const char *backup,
                  const char *path,
                  GError    **error)
{
  g_autoptr (GError) local_error = NULL;
  g_autoptr (ScConnection) connection = NULL;

  if (is_same_file (backup, path))
    g_set_error (&local_error, SC_STORE_ERROR, SC_STORE_ERROR_INVALID, _("“%s” is the database itself. Choose another file."), path);
  else
    connection = open_backup (backup, &local_error);
  if (connection == NULL)
    {
      g_propagate_error (error, g_steal_pointer (&local_error));
      return FALSE;
    }

  if (!g_file_test (path, G_FILE_TEST_EXISTS))
    return sc_copy_database (connection, path, error);
  if (!is_ours (path, error))
    return FALSE;

  return put_aside (path, error) && sc_copy_into (connection, path, error);
}
