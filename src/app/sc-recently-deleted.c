/* SPDX-License-Identifier: GPL-3.0-or-later */

/* What was deleted and can be brought back, and the deals of one deletion one by
 * one. */

#include "app/sc-recently-deleted.h"

#include <glib/gi18n.h>

#include "app/sc-deleted-list.h"

struct _ScRecentlyDeleted
{
  AdwDialog parent_instance;

  ScStore *store;

  AdwNavigationView *navigation_view;
  GtkSearchBar *search_bar;
  GtkEditable *search_entry;
  ScDeletedList *list;
};

G_DEFINE_FINAL_TYPE (ScRecentlyDeleted, sc_recently_deleted, ADW_TYPE_DIALOG);

static void
search_changed_cb (ScRecentlyDeleted *self)
{
  if (self->store != NULL)
    sc_deleted_list_set_search (self->list, gtk_editable_get_text (self->search_entry));
}

static void
opened_cb (ScRecentlyDeleted *self,
           ScDeletionItem    *item)
{
  GtkWidget *list = g_object_new (SC_TYPE_DELETED_LIST, NULL);
  GtkWidget *view = adw_toolbar_view_new ();

  sc_deleted_list_set_store (SC_DELETED_LIST (list), self->store, sc_deletion_item_get_deletion (item)->change_id);
  adw_toolbar_view_add_top_bar (ADW_TOOLBAR_VIEW (view), adw_header_bar_new ());
  adw_toolbar_view_set_content (ADW_TOOLBAR_VIEW (view), list);
  adw_navigation_view_push (self->navigation_view, adw_navigation_page_new (view, _("Deals Deleted Together")));
}

static void
search (GtkWidget  *widget,
        const char *action,
        GVariant   *parameter)
{
  gtk_search_bar_set_search_mode (SC_RECENTLY_DELETED (widget)->search_bar, TRUE);
}

static void
sc_recently_deleted_dispose (GObject *object)
{
  ScRecentlyDeleted *self = SC_RECENTLY_DELETED (object);

  g_clear_object (&self->store);
  gtk_widget_dispose_template (GTK_WIDGET (object), SC_TYPE_RECENTLY_DELETED);

  G_OBJECT_CLASS (sc_recently_deleted_parent_class)->dispose (object);
}

static void
sc_recently_deleted_class_init (ScRecentlyDeletedClass *klass)
{
  GtkWidgetClass *widget_class = GTK_WIDGET_CLASS (klass);

  G_OBJECT_CLASS (klass)->dispose = sc_recently_deleted_dispose;

  g_type_ensure (SC_TYPE_DELETED_LIST);
  gtk_widget_class_set_template_from_resource (widget_class,
                                               "/io/github/stagecraft/Stagecraft/app/sc-recently-deleted.ui");
  gtk_widget_class_bind_template_child (widget_class, ScRecentlyDeleted, navigation_view);
  gtk_widget_class_bind_template_child (widget_class, ScRecentlyDeleted, search_bar);
  gtk_widget_class_bind_template_child (widget_class, ScRecentlyDeleted, search_entry);
  gtk_widget_class_bind_template_child (widget_class, ScRecentlyDeleted, list);
  gtk_widget_class_bind_template_callback (widget_class, search_changed_cb);
  gtk_widget_class_bind_template_callback (widget_class, opened_cb);

  gtk_widget_class_install_action (widget_class, "deleted.search", NULL, search);
  gtk_widget_class_add_binding_action (widget_class, GDK_KEY_f, GDK_CONTROL_MASK, "deleted.search", NULL);
  /* Keys do not get from a dialog to its window. */
  gtk_widget_class_add_binding_action (widget_class, GDK_KEY_y, GDK_CONTROL_MASK, "win.redo", NULL);
  gtk_widget_class_add_binding_action (widget_class, GDK_KEY_z, GDK_CONTROL_MASK, "win.undo", NULL);
  gtk_widget_class_add_binding_action (widget_class, GDK_KEY_z, GDK_CONTROL_MASK | GDK_SHIFT_MASK, "win.redo", NULL);
}

static void
sc_recently_deleted_init (ScRecentlyDeleted *self)
{
  gtk_widget_init_template (GTK_WIDGET (self));
  gtk_search_bar_connect_entry (self->search_bar, self->search_entry);
}

/**
 * sc_recently_deleted_new:
 * @store: the store
 *
 * Returns: (transfer floating): a dialog of what can be brought back
 */
AdwDialog *
sc_recently_deleted_new (ScStore *store)
{
  ScRecentlyDeleted *self = g_object_new (SC_TYPE_RECENTLY_DELETED, NULL);

  self->store = g_object_ref (store);
  sc_deleted_list_set_store (self->list, store, 0);

  return ADW_DIALOG (self);
}
