/* SPDX-License-Identifier: GPL-3.0-or-later */

/* Copies that are made by themselves. */

#include "store/engine/sc-keep-private.h"

#include <errno.h>
#include <gio/gio.h>
#include <glib/gi18n-lib.h>
#include <glib/gstdio.h>

#include "store/engine/sc-file-private.h"
#include "store/sc-kept-copies.h"
#include "store/sqlite/sc-sqlite-private.h"

/* Of one second. */
#define MOST_NAMES 100

/* What a program that was killed has left is no longer being written then. */
#define STALE_SECONDS (24 * 60 * 60)

static gint64
read_number (ScConnection *connection,
             const char   *sql)
{
  g_autoptr (ScStatement) statement = sc_connection_prepare_own (connection, sql, NULL);

  return statement != NULL && sc_statement_step (statement, NULL) ? sc_statement_get_int (statement, 0) : -1;
}

/* Every change that a person makes has a number. */
static gint64
read_last_change (ScConnection *connection)
{
  return read_number (connection, "SELECT coalesce(max(id), 0) FROM change");
}

/**
 * sc_keep_is_needed:
 * @connection: a connection that reads
 * @database: its database
 *
 * Returns: whether anything has changed since the last copy was kept
 */
gboolean
sc_keep_is_needed (ScConnection *connection,
                   const char   *database)
{
  g_autoptr (GPtrArray) copies = sc_kept_copies_list (database);
  g_autoptr (ScConnection) newest = NULL;

  if (copies->len == 0)
    return read_last_change (connection) != 0;

  newest = sc_connection_open_for_reading (((ScKeptCopy *) copies->pdata[0])->path, TRUE, NULL);

  return newest == NULL || read_last_change (newest) != read_last_change (connection);
}

static gboolean
check_room (ScConnection *connection,
            GError      **error)
{
  gint64 size = read_number (connection, "PRAGMA page_count") * read_number (connection, "PRAGMA page_size");
  gint64 limit = sc_kept_copies_get_limit ();
  g_autofree char *size_text = NULL;
  g_autofree char *limit_text = NULL;

  if (size <= limit)
    return TRUE;

  size_text = g_format_size ((guint64) size);
  limit_text = g_format_size ((guint64) limit);
  /* Translators: both are sizes, such as “2.1 GB”. */
  g_set_error (error, SC_STORE_ERROR, SC_STORE_ERROR_NO_SPACE,
               _("A copy takes %1$s, and all of them may take %2$s. Make room on the disk, or make backups yourself."),
               size_text, limit_text);

  return FALSE;
}

static void
remove_stale_parts (const char *folder)
{
  g_autoptr (GDir) dir = g_dir_open (folder, 0, NULL);
  const char *name;

  while (dir != NULL && (name = g_dir_read_name (dir)) != NULL)
    {
      g_autofree char *path = g_build_filename (folder, name, NULL);
      GStatBuf status;

      if (g_str_has_prefix (name, ".") && g_stat (path, &status) == 0
          && status.st_mtime < g_get_real_time () / G_USEC_PER_SEC - STALE_SECONDS)
        g_unlink (path);
    }
}

static void
drop_what_is_too_much (void)
{
  g_autoptr (GPtrArray) copies = sc_kept_copies_list_all ();
  g_autoptr (GPtrArray) dropped = sc_kept_copies_choose (copies, sc_clock_now (), sc_kept_copies_get_limit ());

  for (guint i = 0; i < dropped->len; i++)
    sc_file_remove (((ScKeptCopy *) dropped->pdata[i])->path);
}

static gboolean
give_name (const char *part,
           const char *database,
           GError    **error)
{
  ScInstant now = sc_clock_now ();

  for (guint n_th = 1; n_th <= MOST_NAMES; n_th++)
    {
      g_autofree char *path = sc_kept_copies_make_path (database, now, n_th);
      g_autoptr (GError) local_error = NULL;

      if (sc_file_rename (part, path, FALSE, &local_error))
        return TRUE;
      if (n_th == MOST_NAMES || !g_error_matches (local_error, SC_STORE_ERROR, SC_STORE_ERROR_EXISTS))
        {
          g_propagate_error (error, g_steal_pointer (&local_error));
          return FALSE;
        }
    }

  return FALSE;
}

/**
 * sc_keep_copy:
 * @connection: a connection that reads
 * @database: its database
 * @pace: (nullable): called between two steps
 * @pace_data: for @pace
 * @error: why no copy is kept
 *
 * Returns: whether a copy of what the connection sees is kept
 */
gboolean
sc_keep_copy (ScConnection *connection,
              const char   *database,
              ScCopyPace    pace,
              gpointer      pace_data,
              GError      **error)
{
  g_autofree char *folder = sc_kept_copies_get_folder (database);
  g_autofree char *likely = g_build_filename (folder, "copy", NULL);
  g_autofree char *part = NULL;

  if (g_mkdir_with_parents (folder, 0700) != 0)
    {
      g_set_error (error, SC_STORE_ERROR, SC_STORE_ERROR_READ_ONLY, _("The folder “%1$s” can’t be made: %2$s."), folder,
                   g_strerror (errno));
      return FALSE;
    }
  remove_stale_parts (folder);
  if (!sc_copy_hold (connection, error) || !check_room (connection, error))
    return FALSE;

  part = sc_copy_make_part (connection, likely, pace, pace_data, error);
  if (part == NULL)
    return FALSE;
  if (!give_name (part, database, error))
    {
      sc_file_remove (part);
      return FALSE;
    }
  drop_what_is_too_much ();

  return TRUE;
}
