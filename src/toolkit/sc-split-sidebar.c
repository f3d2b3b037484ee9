/* SPDX-License-Identifier: GPL-3.0-or-later */

/* Shows the sidebar of a view that may have only just come. */

#include "toolkit/sc-split-sidebar.h"

static gboolean
show_cb (GtkWidget     *view,
         GdkFrameClock *clock,
         gpointer       data)
{
  if (gtk_widget_get_width (view) == 0)
    return G_SOURCE_CONTINUE;

  adw_overlay_split_view_set_show_sidebar (ADW_OVERLAY_SPLIT_VIEW (view), TRUE);

  return G_SOURCE_REMOVE;
}

/**
 * sc_split_sidebar_show:
 * @view: a split view
 *
 * Shows its sidebar. libadwaita 1.7 divides by the view's width when it animates
 * that, so a view on show that has none yet is waited for.
 */
void
sc_split_sidebar_show (AdwOverlaySplitView *view)
{
  g_return_if_fail (ADW_IS_OVERLAY_SPLIT_VIEW (view));

  if (gtk_widget_get_mapped (GTK_WIDGET (view)) && gtk_widget_get_width (GTK_WIDGET (view)) == 0)
    gtk_widget_add_tick_callback (GTK_WIDGET (view), show_cb, NULL, NULL);
  else
    adw_overlay_split_view_set_show_sidebar (view, TRUE);
}
