/* SPDX-License-Identifier: GPL-3.0-or-later */

/* What can be brought back, the latest first, as others delete and restore. It
 * is read in the background and bounded: what does not fit is found by words. */

#include "app/sc-deleted-list.h"

#include <glib/gi18n.h>

#include "app/sc-deletion-row.h"
#include "app/sc-restore.h"
#include "store/sc-store-read.h"
#include "toolkit/sc-plain-text.h"

/* More than these nobody scrolls through. */
#define MAX_SHOWN 500

struct _ScDeletedList
{
  AdwBin parent_instance;

  ScStore *store;
  gint64 change_id;
  char *search;
  GListStore *items;
  GCancellable *cancellable;
  gboolean is_stale;
  GPtrArray *restoring;
  /* Where the keyboard was when something was brought back; -1 for elsewhere. */
  int focus_position;

  GtkStack *stack;
  AdwStatusPage *failed_page;
  GtkListView *list_view;
  GtkLabel *more_label;
};

enum {
  SIGNAL_OPEN,
  N_SIGNALS,
};

static guint signals[N_SIGNALS];

G_DEFINE_FINAL_TYPE (ScDeletedList, sc_deleted_list, ADW_TYPE_BIN);

static void load (ScDeletedList *self);

/* Loading */

typedef struct {
  char *search;
  gint64 change_id;
} Wanted;

static void
wanted_free (gpointer data)
{
  Wanted *wanted = data;

  g_free (wanted->search);
  g_free (wanted);
}

static gpointer
list_deletions (ScStore      *store,
                gpointer      data,
                GCancellable *cancellable,
                GError      **error)
{
  const Wanted *wanted = data;

  return sc_store_list_deletions (store, wanted->search, wanted->change_id, MAX_SHOWN + 1, cancellable, error);
}

static void
free_deletions (gpointer deletions)
{
  g_ptr_array_unref (deletions);
}

static GPtrArray *
make_items (GPtrArray *deletions)
{
  GPtrArray *items = g_ptr_array_new_with_free_func (g_object_unref);
  guint n = MIN (deletions->len, MAX_SHOWN);

  g_ptr_array_set_free_func (deletions, NULL);
  for (guint i = 0; i < deletions->len; i++)
    if (i < n)
      g_ptr_array_add (items, sc_deletion_item_new (deletions->pdata[i]));
    else
      sc_deletion_free (deletions->pdata[i]);

  return items;
}

static gboolean
is_same (ScDeletedList *self,
         guint          position,
         gpointer       item)
{
  g_autoptr (ScDeletionItem) shown = g_list_model_get_item (G_LIST_MODEL (self->items), position);

  return sc_deletion_item_equal (shown, item);
}

/* Replaces the part in the middle that differs, so that the rest stays as it is. */
static void
take_items (ScDeletedList *self,
            GPtrArray     *items)
{
  guint n_before = g_list_model_get_n_items (G_LIST_MODEL (self->items));
  guint start = 0;
  guint end = 0;

  while (start < n_before && start < items->len && is_same (self, start, items->pdata[start]))
    start++;
  while (end < n_before - start && end < items->len - start
         && is_same (self, n_before - 1 - end, items->pdata[items->len - 1 - end]))
    end++;
  if (n_before != items->len || start + end < items->len)
    g_list_store_splice (self->items, start, n_before - start - end, items->pdata + start, items->len - start - end);
}

/* The row that has come into the place of the one that is gone. */
static void
restore_focus (ScDeletedList *self)
{
  guint n_items = g_list_model_get_n_items (G_LIST_MODEL (self->items));

  if (self->focus_position >= 0 && n_items > 0)
    gtk_list_view_scroll_to (self->list_view, MIN ((guint) self->focus_position, n_items - 1), GTK_LIST_SCROLL_FOCUS, NULL);
  self->focus_position = -1;
}

static const char *
choose_page (ScDeletedList *self)
{
  if (g_list_model_get_n_items (G_LIST_MODEL (self->items)) > 0)
    return "list";

  return self->search != NULL && self->search[0] != '\0' ? "no-match" : "empty";
}

static void
show_deletions (ScDeletedList *self,
                GPtrArray     *deletions)
{
  g_autofree char *more = g_strdup_printf (_("These are the latest %d. Search to find others."), MAX_SHOWN);
  gboolean has_more = deletions->len > MAX_SHOWN;
  g_autoptr (GPtrArray) items = make_items (deletions);

  take_items (self, items);
  gtk_label_set_label (self->more_label, more);
  gtk_widget_set_visible (GTK_WIDGET (self->more_label), has_more);
  gtk_stack_set_visible_child_name (self->stack, choose_page (self));
  restore_focus (self);
}

static void
loaded_cb (GObject      *source,
           GAsyncResult *result,
           gpointer      user_data)
{
  g_autoptr (ScDeletedList) self = user_data;
  g_autoptr (GError) error = NULL;
  g_autoptr (GPtrArray) deletions = sc_store_read_finish (SC_STORE (source), result, &error);

  if (self->store == NULL)
    return;

  g_clear_object (&self->cancellable);
  if (deletions != NULL)
    show_deletions (self, deletions);
  else if (!g_error_matches (error, G_IO_ERROR, G_IO_ERROR_CANCELLED))
    {
      sc_plain_text_set_page_description (self->failed_page, error->message);
      gtk_stack_set_visible_child_name (self->stack, "failed");
    }
  if (self->is_stale)
    load (self);
}

/* One at a time; what has changed meanwhile is read after it. */
static void
load (ScDeletedList *self)
{
  Wanted *wanted;

  self->is_stale = self->cancellable != NULL;
  if (self->is_stale)
    return;

  self->cancellable = g_cancellable_new ();
  wanted = g_new0 (Wanted, 1);
  wanted->search = g_strdup (self->search);
  wanted->change_id = self->change_id;
  sc_store_read_async (self->store, list_deletions, wanted, wanted_free, free_deletions, self->cancellable, loaded_cb,
                       g_object_ref (self));
}

static void
store_changed_cb (ScDeletedList *self)
{
  load (self);
}

/* Bringing back */

static gboolean
has_focus (ScDeletedList *self)
{
  GtkRoot *root = gtk_widget_get_root (GTK_WIDGET (self));
  GtkWidget *focus = root != NULL ? gtk_root_get_focus (root) : NULL;

  return focus != NULL && gtk_widget_is_ancestor (focus, GTK_WIDGET (self->list_view));
}

static void
restored_cb (GtkWidget      *origin,
             ScDeletionItem *item,
             gboolean        is_restored)
{
  ScDeletedList *self = SC_DELETED_LIST (origin);

  if (self->restoring != NULL)
    g_ptr_array_remove (self->restoring, item);
  if (!is_restored)
    self->focus_position = -1;
}

static int
find_position (ScDeletedList  *self,
               ScDeletionItem *item)
{
  guint position;

  return g_list_store_find (self->items, item, &position) ? (int) position : -1;
}

static void
restore (ScDeletedList  *self,
         ScDeletionItem *item)
{
  if (g_ptr_array_find (self->restoring, item, NULL))
    return;

  g_ptr_array_add (self->restoring, g_object_ref (item));
  if (has_focus (self))
    self->focus_position = find_position (self, item);
  sc_restore (GTK_WIDGET (self), self->store, item, restored_cb);
}

static void
restore_cb (ScDeletionRow  *row,
            ScDeletionItem *item,
            ScDeletedList  *self)
{
  restore (self, item);
}

/* Several deals are shown one by one; what is one thing comes back. */
static void
activated_cb (ScDeletedList *self,
              guint          position,
              GtkListView   *list_view)
{
  g_autoptr (ScDeletionItem) item = g_list_model_get_item (G_LIST_MODEL (self->items), position);

  if (sc_deletion_item_is_several (item))
    g_signal_emit (self, signals[SIGNAL_OPEN], 0, item);
  else if (!sc_store_is_read_only (self->store))
    restore (self, item);
}

/* Rows */

static void
set_up_cb (GtkSignalListItemFactory *factory,
           GtkListItem              *list_item,
           ScDeletedList            *self)
{
  GtkWidget *row = sc_deletion_row_new (!sc_store_is_read_only (self->store));

  g_signal_connect_object (row, "restore", G_CALLBACK (restore_cb), self, G_CONNECT_DEFAULT);
  gtk_list_item_set_child (list_item, row);
}

static void
bind_cb (GtkSignalListItemFactory *factory,
         GtkListItem              *list_item,
         ScDeletedList            *self)
{
  ScDeletionItem *item = gtk_list_item_get_item (list_item);
  g_autofree char *text = sc_deletion_row_describe (item);

  sc_deletion_row_show (SC_DELETION_ROW (gtk_list_item_get_child (list_item)), item);
  gtk_list_item_set_accessible_label (list_item, text);
}

static void
unbind_cb (GtkSignalListItemFactory *factory,
           GtkListItem              *list_item,
           ScDeletedList            *self)
{
  sc_deletion_row_show (SC_DELETION_ROW (gtk_list_item_get_child (list_item)), NULL);
}

static void
sc_deleted_list_dispose (GObject *object)
{
  ScDeletedList *self = SC_DELETED_LIST (object);

  g_cancellable_cancel (self->cancellable);
  g_clear_object (&self->cancellable);
  g_clear_object (&self->store);
  g_clear_object (&self->items);
  g_clear_pointer (&self->restoring, g_ptr_array_unref);
  g_clear_pointer (&self->search, g_free);
  /* The bin would let go of it a second time. */
  adw_bin_set_child (ADW_BIN (self), NULL);
  gtk_widget_dispose_template (GTK_WIDGET (object), SC_TYPE_DELETED_LIST);

  G_OBJECT_CLASS (sc_deleted_list_parent_class)->dispose (object);
}

static void
sc_deleted_list_class_init (ScDeletedListClass *klass)
{
  GtkWidgetClass *widget_class = GTK_WIDGET_CLASS (klass);

  G_OBJECT_CLASS (klass)->dispose = sc_deleted_list_dispose;

  /**
   * ScDeletedList::open:
   * @self: a list
   * @item: deals that were deleted at once, to be shown one by one
   */
  signals[SIGNAL_OPEN] = g_signal_new ("open", G_TYPE_FROM_CLASS (klass), G_SIGNAL_RUN_LAST, 0, NULL, NULL, NULL,
                                       G_TYPE_NONE, 1, SC_TYPE_DELETION_ITEM);

  gtk_widget_class_set_template_from_resource (widget_class,
                                               "/io/github/stagecraft/Stagecraft/app/sc-deleted-list.ui");
  gtk_widget_class_bind_template_child (widget_class, ScDeletedList, stack);
  gtk_widget_class_bind_template_child (widget_class, ScDeletedList, failed_page);
  gtk_widget_class_bind_template_child (widget_class, ScDeletedList, list_view);
  gtk_widget_class_bind_template_child (widget_class, ScDeletedList, more_label);
  gtk_widget_class_bind_template_callback (widget_class, activated_cb);
}

static void
sc_deleted_list_init (ScDeletedList *self)
{
  g_autoptr (GtkListItemFactory) factory = gtk_signal_list_item_factory_new ();

  gtk_widget_init_template (GTK_WIDGET (self));
  self->focus_position = -1;
  self->restoring = g_ptr_array_new_with_free_func (g_object_unref);
  self->items = g_list_store_new (SC_TYPE_DELETION_ITEM);
  g_signal_connect_object (factory, "setup", G_CALLBACK (set_up_cb), self, G_CONNECT_DEFAULT);
  g_signal_connect_object (factory, "bind", G_CALLBACK (bind_cb), self, G_CONNECT_DEFAULT);
  g_signal_connect_object (factory, "unbind", G_CALLBACK (unbind_cb), self, G_CONNECT_DEFAULT);
  gtk_list_view_set_factory (self->list_view, factory);
  gtk_list_view_set_model (self->list_view,
                           GTK_SELECTION_MODEL (gtk_no_selection_new (G_LIST_MODEL (g_object_ref (self->items)))));
}

/**
 * sc_deleted_list_set_store:
 * @self: a list that shows nothing yet
 * @store: the store
 * @change_id: the deals of one change only, 0 for all that was deleted
 *
 * Shows what can be brought back, and follows what others do.
 */
void
sc_deleted_list_set_store (ScDeletedList *self,
                           ScStore       *store,
                           gint64         change_id)
{
  g_return_if_fail (SC_IS_DELETED_LIST (self) && self->store == NULL);

  self->store = g_object_ref (store);
  self->change_id = change_id;
  g_signal_connect_object (store, "changed", G_CALLBACK (store_changed_cb), self, G_CONNECT_SWAPPED);
  load (self);
}

/**
 * sc_deleted_list_set_search:
 * @self: a list
 * @search: words that what is shown has; empty for everything
 */
void
sc_deleted_list_set_search (ScDeletedList *self,
                            const char    *search)
{
  g_return_if_fail (SC_IS_DELETED_LIST (self) && self->store != NULL);

  if (!g_set_str (&self->search, search))
    return;

  g_cancellable_cancel (self->cancellable);
  load (self);
}
