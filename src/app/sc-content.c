/* SPDX-License-Identifier: GPL-3.0-or-later */

/* Changes the page beside a window's sidebar. */

#include "app/sc-content.h"

static gboolean
let_go_cb (gpointer page)
{
  return G_SOURCE_REMOVE;
}

/* A page with thousands of rows takes as long to go as the next one to come:
 * that is left to a moment when nothing else is to be done. */
static void
let_go_later (AdwNavigationPage *page)
{
  g_idle_add_full (G_PRIORITY_DEFAULT_IDLE, let_go_cb, g_object_ref (page), g_object_unref);
}

/**
 * sc_content_show:
 * @view: a window's sidebar and content
 * @page: what is to be shown as the content
 *
 * Shows a page in place of the one that was there. Where the focus was in that
 * one, it comes to the new one.
 *
 * GTK 4.18 keeps what is removed with the focus in it for as long as the window
 * lives, and longer: a page would go on following the database unseen. So the
 * focus leaves the page first.
 */
void
sc_content_show (AdwNavigationSplitView *view,
                 AdwNavigationPage      *page)
{
  AdwNavigationPage *old = adw_navigation_split_view_get_content (view);
  GtkRoot *root = gtk_widget_get_root (GTK_WIDGET (view));
  GtkWidget *focus = root != NULL ? gtk_root_get_focus (root) : NULL;
  gboolean had_focus = old != NULL && focus != NULL && gtk_widget_is_ancestor (focus, GTK_WIDGET (old));

  if (old == page)
    return;

  if (old != NULL)
    let_go_later (old);
  if (had_focus)
    gtk_root_set_focus (root, NULL);
  adw_navigation_split_view_set_content (view, page);
  if (had_focus)
    gtk_widget_child_focus (GTK_WIDGET (page), GTK_DIR_TAB_FORWARD);
}
