/* SPDX-License-Identifier: GPL-3.0-or-later */

/* Copies a database into a file for a window, which waits for that before it closes. */

#include "store/sc-store-backup.h"

#include <glib/gi18n-lib.h>

#include "store/sc-store-read.h"

static gpointer
back_up (ScStore      *self,
         gpointer      path,
         GCancellable *cancellable,
         GError      **error)
{
  sc_store_backup (self, path, FALSE, error);

  return NULL;
}

/**
 * sc_store_backup_async:
 * @self: a store
 * @path: the file to make
 * @callback: called when it is made
 * @user_data: for @callback
 *
 * As sc_store_backup(), which replaces nothing but an older copy. A window waits for it
 * before it closes; changes do not.
 */
void
sc_store_backup_async (ScStore            *self,
                       const char         *path,
                       GAsyncReadyCallback callback,
                       gpointer            user_data)
{
  sc_store_read_for_job_async (self, sc_job_new (_("Back up the database"), NULL), back_up, g_strdup (path), g_free, NULL,
                               callback, user_data);
}

/**
 * sc_store_backup_finish:
 * @self: a store
 * @result: the callback's result
 * @error: as for sc_store_backup()
 *
 * Returns: whether the copy is on the disk
 */
gboolean
sc_store_backup_finish (ScStore      *self,
                        GAsyncResult *result,
                        GError      **error)
{
  g_autoptr (GError) own_error = NULL;

  sc_store_read_finish (self, result, &own_error);
  if (own_error == NULL)
    return TRUE;

  g_propagate_error (error, g_steal_pointer (&own_error));

  return FALSE;
}
