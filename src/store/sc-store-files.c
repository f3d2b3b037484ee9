/* SPDX-License-Identifier: GPL-3.0-or-later */

/* Where the database is, and what is done with it as a whole: check, copy, restore. */

#include <gio/gio.h>
#include <glib/gi18n-lib.h>

#include "store/engine/sc-check-private.h"
#include "store/engine/sc-copy-private.h"
#include "store/engine/sc-file-private.h"
#include "store/engine/sc-restore-private.h"
#include "store/sc-store-private.h"

/**
 * sc_store_get_default_path:
 *
 * Returns: (transfer full): where the database is when nobody says otherwise
 */
char *
sc_store_get_default_path (void)
{
  return g_build_filename (g_get_user_data_dir (), "stagecraft", "stagecraft.db", NULL);
}

/**
 * sc_store_make_folder:
 * @path: an absolute path of a database
 *
 * The folder of the default place is made; another one a person has to mean.
 */
void
sc_store_make_folder (const char *path)
{
  g_autofree char *usual = sc_store_get_default_path ();
  g_autofree char *folder = g_path_get_dirname (usual);

  if (g_str_equal (path, usual))
    g_mkdir_with_parents (folder, 0700);
}

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

/* Whether a copy may be written over what is there. */
static gboolean
check_target (const char *database,
              const char *path,
              gboolean    may_replace,
              GError    **error)
{
  ScFileKind kind;

  if (!sc_file_look (path, &kind, error))
    return FALSE;

  if (sc_file_is_same (database, path))
    g_set_error (error, SC_STORE_ERROR, SC_STORE_ERROR_INVALID, _("“%s” is the database itself. Choose another file."), path);
  else if (sc_file_has_log (path))
    g_set_error (error, SC_STORE_ERROR, SC_STORE_ERROR_INVALID,
                 _("“%s” is a database in use: a log lies beside it. Choose another file."), path);
  else if (kind == SC_FILE_KIND_NONE)
    return TRUE;
  else if (sc_file_is_open (path))
    g_set_error (error, SC_STORE_ERROR, SC_STORE_ERROR_INVALID,
                 _("“%s” is in use by another program. Choose another file."), path);
  else if (may_replace || kind == SC_FILE_KIND_COPY)
    return TRUE;
  else if (kind == SC_FILE_KIND_DATABASE)
    g_set_error (error, SC_STORE_ERROR, SC_STORE_ERROR_EXISTS,
                 _("“%s” is a database that is worked in, not a copy of one. Choose another file."), path);
  else
    g_set_error (error, SC_STORE_ERROR, SC_STORE_ERROR_EXISTS,
                 _("“%s” is something else than a copy of a database. Choose another file."), path);

  return FALSE;
}

/**
 * sc_store_backup:
 * @self: a store
 * @path: the file to make
 * @may_replace: whether to replace any file that is not in use
 * @error: %SC_STORE_ERROR_EXISTS where only @may_replace is missing; what was
 *   there is as it was
 *
 * Copies the database as it is now into one file, while others go on writing.
 * An older copy that is there is replaced. Anything else is left alone: without
 * @may_replace every file, and always what is in use or no file.
 *
 * Returns: whether the copy is on the disk
 */
gboolean
sc_store_backup (ScStore    *self,
                 const char *path,
                 gboolean    may_replace,
                 GError    **error)
{
  g_autofree char *resolved = sc_file_resolve (path, error);
  g_autoptr (ScReader) reader = NULL;

  if (resolved == NULL || !check_target (sc_store_get_path (self), resolved, may_replace, error))
    return FALSE;

  reader = sc_reader_new (self, NULL, error);

  return reader != NULL
         && sc_copy_database (sc_reader_get_connection (reader), resolved, g_file_test (resolved, G_FILE_TEST_EXISTS), error);
}

/**
 * sc_store_restore:
 * @copy: a copy that sc_store_backup() or the program itself made
 * @path: the database to be as the copy is
 * @kept_as: (out) (optional) (nullable): where what was there is kept; %NULL
 *   where nothing was
 * @error: why it can't be done; everything is as it was then
 *
 * What is there, whatever state it is in, is kept beside it, under its name with
 * “.before-restore-” and the date. Windows that have it open see the restored
 * one.
 *
 * Returns: whether the database is as the copy is
 */
gboolean
sc_store_restore (const char *copy,
                  const char *path,
                  char      **kept_as,
                  GError    **error)
{
  g_autofree char *absolute = g_canonicalize_filename (path, NULL);
  g_autofree char *kept = NULL;

  sc_store_make_folder (absolute);
  if (!sc_restore_run (copy, path, &kept, error))
    return FALSE;
  if (kept_as != NULL)
    *kept_as = g_steal_pointer (&kept);

  return TRUE;
}
