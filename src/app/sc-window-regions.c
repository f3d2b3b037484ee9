/* SPDX-License-Identifier: GPL-3.0-or-later */

/* The parts of a window, one after the other by a key: the sidebar, the view, and what
 * stands beside that. */

#include "app/sc-window-private.h"

#include "app/sc-process-page.h"

static void
give_focus (AdwNavigationPage *page)
{
  if (SC_IS_PROCESS_PAGE (page))
    sc_process_page_focus (SC_PROCESS_PAGE (page));
  else if (SC_IS_TODAY_PAGE (page))
    sc_today_page_focus (SC_TODAY_PAGE (page));
}

/* The view, which is shown where the window has room for one page alone. */
void
sc_window_focus_content (ScWindow *self)
{
  AdwNavigationPage *page = adw_navigation_split_view_get_content (self->split_view);

  adw_navigation_split_view_set_show_content (self->split_view, TRUE);
  give_focus (page);
}

static void
focus_sidebar (ScWindow *self)
{
  adw_navigation_split_view_set_show_content (self->split_view, FALSE);
  gtk_widget_grab_focus (GTK_WIDGET (self->sidebar));
}

/* What stands beside the view that has the focus: a deal, or a stage. */
static GtkWidget *
find_pane (GtkWidget *focus)
{
  GtkWidget *split = focus != NULL ? gtk_widget_get_ancestor (focus, ADW_TYPE_OVERLAY_SPLIT_VIEW) : NULL;
  GtkWidget *pane;

  if (split == NULL || !adw_overlay_split_view_get_show_sidebar (ADW_OVERLAY_SPLIT_VIEW (split)))
    return NULL;

  pane = adw_overlay_split_view_get_sidebar (ADW_OVERLAY_SPLIT_VIEW (split));

  return pane != NULL && !gtk_widget_is_ancestor (focus, pane) ? pane : NULL;
}

static void
next_region_activated (GtkWidget  *widget,
                       const char *action,
                       GVariant   *parameter)
{
  ScWindow *self = SC_WINDOW (widget);
  GtkWidget *focus = gtk_root_get_focus (GTK_ROOT (self));
  GtkWidget *pane = find_pane (focus);

  if (focus == NULL || gtk_widget_is_ancestor (focus, GTK_WIDGET (self->sidebar)))
    sc_window_focus_content (self);
  else if (pane == NULL || !gtk_widget_child_focus (pane, GTK_DIR_TAB_FORWARD))
    focus_sidebar (self);
}

/* The action that leads to the next part. */
void
sc_window_install_regions (GtkWidgetClass *widget_class)
{
  gtk_widget_class_install_action (widget_class, "win.next-region", NULL, next_region_activated);
}
