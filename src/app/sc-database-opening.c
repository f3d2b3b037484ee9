/* SPDX-License-Identifier: GPL-3.0-or-later */

/* Opens a window's database without waiting for it, and where that can't be
 * opened looks for the newest copy of it. A thread of its own: there is no store yet
 * with a worker that could do it. */

#include "app/sc-database-opening.h"

#include "store/sc-kept-copies.h"

typedef struct {
  char *path;
  char *newest_copy;
} Opening;

static void
opening_free (gpointer data)
{
  Opening *self = data;

  g_free (self->path);
  g_free (self->newest_copy);
  g_free (self);
}

static void
find_newest_copy (Opening *self)
{
  g_autoptr (GPtrArray) copies = sc_kept_copies_list (self->path);

  if (copies->len > 0)
    self->newest_copy = g_strdup (((ScKeptCopy *) copies->pdata[0])->path);
}

static void
open_in_thread (GTask        *task,
                gpointer      source,
                gpointer      data,
                GCancellable *cancellable)
{
  Opening *self = data;
  g_autoptr (GError) error = NULL;
  g_autoptr (ScStore) store = sc_store_open (self->path, SC_STORE_OPEN_DEFAULT, &error);

  if (store != NULL && sc_store_take_window (store, &error))
    {
      g_task_return_pointer (task, g_steal_pointer (&store), g_object_unref);
      return;
    }

  find_newest_copy (self);
  g_task_return_error (task, g_steal_pointer (&error));
}

/**
 * sc_database_open_async:
 * @database: a file, made where there is none
 * @cancellable: (nullable): for who does not want to be told
 * @callback: called when it is open, or can't be opened
 * @user_data: for @callback
 */
void
sc_database_open_async (GFile              *database,
                        GCancellable       *cancellable,
                        GAsyncReadyCallback callback,
                        gpointer            user_data)
{
  g_autoptr (GTask) task = g_task_new (database, cancellable, callback, user_data);
  Opening *self = g_new0 (Opening, 1);

  self->path = g_file_get_path (database);
  g_task_set_source_tag (task, sc_database_open_async);
  g_task_set_task_data (task, self, opening_free);
  g_task_run_in_thread (task, open_in_thread);
}

/**
 * sc_database_open_finish:
 * @database: the file
 * @result: the callback's result
 * @newest_copy: (out) (nullable): where it can't be opened, the newest copy of it
 * @error: why it can't be opened
 *
 * Returns: (transfer full): the store
 */
ScStore *
sc_database_open_finish (GFile        *database,
                         GAsyncResult *result,
                         char        **newest_copy,
                         GError      **error)
{
  ScStore *store;

  g_return_val_if_fail (g_task_is_valid (result, database), NULL);

  store = g_task_propagate_pointer (G_TASK (result), error);
  if (store == NULL)
    *newest_copy = g_strdup (((Opening *) g_task_get_task_data (G_TASK (result)))->newest_copy);

  return store;
}
