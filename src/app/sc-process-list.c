/* SPDX-License-Identifier: GPL-3.0-or-later */

/* The processes as the sidebar shows them: a short list, read whole, that
 * follows the store and says of each item only whether it changed. */

#include "app/sc-process-list.h"

#include "store/sc-store-read.h"

struct _ScProcessItem
{
  GObject parent_instance;

  ScProcess *process;
};

G_DEFINE_FINAL_TYPE (ScProcessItem, sc_process_item, G_TYPE_OBJECT);

static void
sc_process_item_finalize (GObject *object)
{
  sc_process_unref (SC_PROCESS_ITEM (object)->process);

  G_OBJECT_CLASS (sc_process_item_parent_class)->finalize (object);
}

static void
sc_process_item_class_init (ScProcessItemClass *klass)
{
  G_OBJECT_CLASS (klass)->finalize = sc_process_item_finalize;
}

static void
sc_process_item_init (ScProcessItem *self)
{
}

struct _ScProcessList
{
  GObject parent_instance;

  ScStore *store;
  GPtrArray *items;
  gboolean show_archived;
  gboolean is_reading;
  gboolean is_stale;
};

static void list_model_init (GListModelInterface *iface);

G_DEFINE_FINAL_TYPE_WITH_CODE (ScProcessList, sc_process_list, G_TYPE_OBJECT,
                               G_IMPLEMENT_INTERFACE (G_TYPE_LIST_MODEL, list_model_init));

static GType
get_item_type (GListModel *model)
{
  return SC_TYPE_PROCESS_ITEM;
}

static guint
get_n_items (GListModel *model)
{
  return SC_PROCESS_LIST (model)->items->len;
}

static gpointer
get_item (GListModel *model,
          guint       position)
{
  ScProcessList *self = SC_PROCESS_LIST (model);

  return position < self->items->len ? g_object_ref (self->items->pdata[position]) : NULL;
}

static void
list_model_init (GListModelInterface *iface)
{
  iface->get_item_type = get_item_type;
  iface->get_n_items = get_n_items;
  iface->get_item = get_item;
}

static gboolean
is_same (const ScProcess *a,
         const ScProcess *b)
{
  return g_str_equal (a->id, b->id) && a->revision == b->revision && a->n_open == b->n_open &&
         a->has_draft == b->has_draft && a->has_published == b->has_published;
}

static ScProcess *
get_process (GPtrArray *items,
             guint      position)
{
  return SC_PROCESS_ITEM (items->pdata[position])->process;
}

/* Replaces the part in the middle that differs. */
static void
take_items (ScProcessList *self,
            GPtrArray     *items)
{
  g_autoptr (GPtrArray) before = self->items;
  guint start = 0;
  guint end = 0;

  while (start < before->len && start < items->len && is_same (get_process (before, start), get_process (items, start)))
    start++;
  while (end < before->len - start && end < items->len - start &&
         is_same (get_process (before, before->len - 1 - end), get_process (items, items->len - 1 - end)))
    end++;

  self->items = items;
  if (before->len != items->len || start + end < items->len)
    g_list_model_items_changed (G_LIST_MODEL (self), start, before->len - start - end, items->len - start - end);
}

static gint
compare_archived (gconstpointer a,
                  gconstpointer b)
{
  const ScProcessItem *x = *(const ScProcessItem *const *) a;
  const ScProcessItem *y = *(const ScProcessItem *const *) b;

  return x->process->is_archived - y->process->is_archived;
}

/* Reading */

static void
take_rows (ScProcessList *self,
           GPtrArray     *rows)
{
  GPtrArray *items = g_ptr_array_new_full (rows->len, g_object_unref);

  for (guint i = 0; i < rows->len; i++)
    g_ptr_array_add (items, sc_process_item_new (rows->pdata[i]));
  g_ptr_array_sort (items, compare_archived);
  take_items (self, items);
}

static GPtrArray *
read_rows (ScStore *store,
           gboolean show_archived,
           GError **error)
{
  return sc_store_list_processes (store, show_archived ? SC_PROCESSES_ALL : SC_PROCESSES_IN_USE, error);
}

static gpointer
read_wanted (ScStore      *store,
             gpointer      show_archived,
             GCancellable *cancellable,
             GError      **error)
{
  return read_rows (store, GPOINTER_TO_INT (show_archived), error);
}

static void
free_rows (gpointer rows)
{
  g_ptr_array_unref (rows);
}

/* Where it fails the list stays as it is: what failed will be told to whoever does
 * something with it. */
static void
take_read (ScProcessList *self,
           GPtrArray     *rows,
           const GError  *error)
{
  if (rows != NULL)
    take_rows (self, rows);
  else
    g_message ("Processes can’t be read: %s", error->message);
}

static void reload (ScProcessList *self);

static void
read_cb (GObject      *source,
         GAsyncResult *result,
         gpointer      user_data)
{
  g_autoptr (ScProcessList) self = user_data;
  g_autoptr (GError) error = NULL;
  g_autoptr (GPtrArray) rows = sc_store_read_finish (SC_STORE (source), result, &error);

  self->is_reading = FALSE;
  if (self->store == NULL)
    return;

  if (self->is_stale)
    reload (self);
  else
    take_read (self, rows, error);
}

/* One at a time; what has changed meanwhile is read after it. */
static void
reload (ScProcessList *self)
{
  self->is_stale = self->is_reading;
  if (self->is_reading)
    return;

  self->is_reading = TRUE;
  sc_store_read_async (self->store, read_wanted, GINT_TO_POINTER (self->show_archived), NULL, free_rows, NULL, read_cb,
                       g_object_ref (self));
}

static void
store_changed_cb (ScStore       *store,
                  gpointer       changes,
                  ScProcessList *self)
{
  reload (self);
}

static void
sc_process_list_dispose (GObject *object)
{
  ScProcessList *self = SC_PROCESS_LIST (object);

  g_clear_object (&self->store);
  g_clear_pointer (&self->items, g_ptr_array_unref);

  G_OBJECT_CLASS (sc_process_list_parent_class)->dispose (object);
}

static void
sc_process_list_class_init (ScProcessListClass *klass)
{
  G_OBJECT_CLASS (klass)->dispose = sc_process_list_dispose;
}

static void
sc_process_list_init (ScProcessList *self)
{
  self->items = g_ptr_array_new_with_free_func (g_object_unref);
}

/**
 * sc_process_item_new:
 * @process: a process
 *
 * Returns: (transfer full): an item that holds it
 */
ScProcessItem *
sc_process_item_new (ScProcess *process)
{
  ScProcessItem *self = g_object_new (SC_TYPE_PROCESS_ITEM, NULL);

  self->process = sc_process_ref (process);

  return self;
}

/**
 * sc_process_item_get_process:
 * @self: an item
 *
 * Returns: (transfer none): its process
 */
ScProcess *
sc_process_item_get_process (ScProcessItem *self)
{
  g_return_val_if_fail (SC_IS_PROCESS_ITEM (self), NULL);

  return self->process;
}

/**
 * sc_process_list_new:
 * @store: where the processes are, opened just now
 * @show_archived: whether the archived ones come behind those in use
 *
 * Returns: (transfer full): the processes, in the user's order
 */
ScProcessList *
sc_process_list_new (ScStore *store,
                     gboolean show_archived)
{
  ScProcessList *self = g_object_new (SC_TYPE_PROCESS_LIST, NULL);
  g_autoptr (GError) error = NULL;
  g_autoptr (GPtrArray) rows = NULL;

  self->store = g_object_ref (store);
  self->show_archived = show_archived;
  g_signal_connect_object (store, "changed", G_CALLBACK (store_changed_cb), self, G_CONNECT_DEFAULT);

  /* The window opens with them; opening the database has read these pages. */
  rows = read_rows (store, show_archived, &error);
  take_read (self, rows, error);

  return self;
}

/**
 * sc_process_list_set_show_archived:
 * @self: a list of processes
 * @show_archived: whether the archived ones come behind those in use
 *
 * They come, or go, in a moment.
 */
void
sc_process_list_set_show_archived (ScProcessList *self,
                                   gboolean       show_archived)
{
  g_return_if_fail (SC_IS_PROCESS_LIST (self));

  if (self->show_archived == show_archived)
    return;

  self->show_archived = show_archived;
  reload (self);
}

/**
 * sc_process_list_find:
 * @self: a list of processes
 * @process_id: a process's id
 * @position: (out) (optional): its place, from 0
 *
 * Returns: (transfer none) (nullable): the process, if it is in the list
 */
ScProcess *
sc_process_list_find (ScProcessList *self,
                      const char    *process_id,
                      guint         *position)
{
  g_return_val_if_fail (SC_IS_PROCESS_LIST (self), NULL);

  for (guint i = 0; i < self->items->len; i++)
    if (g_strcmp0 (get_process (self->items, i)->id, process_id) == 0)
      {
        if (position != NULL)
          *position = i;
        return get_process (self->items, i);
      }

  return NULL;
}

/**
 * sc_process_list_load:
 * @self: a list of processes
 * @process_id: a process's id
 *
 * What is listed is not read again: that would wait for the disk.
 *
 * Returns: (transfer full) (nullable): the process, if it is there, also where it is
 *   not in the list
 */
ScProcess *
sc_process_list_load (ScProcessList *self,
                      const char    *process_id)
{
  ScProcess *listed;

  g_return_val_if_fail (SC_IS_PROCESS_LIST (self), NULL);

  listed = sc_process_list_find (self, process_id, NULL);

  return listed != NULL ? sc_process_ref (listed) : sc_store_load_process (self->store, process_id, NULL);
}
