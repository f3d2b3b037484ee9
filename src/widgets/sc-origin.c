/* SPDX-License-Identifier: GPL-3.0-or-later */

/* Where a change is made from. A row may make room for what others have saved,
 * and a page for another, before it is known what came of the change: the user
 * hears of it all the same, in the window that it was made in. */

#include "widgets/sc-origin.h"

struct _ScOrigin
{
  GtkWidget *widget;
  GWeakRef window;
};

/**
 * sc_origin_new:
 * @widget: a widget that a change is made from
 *
 * Returns: (transfer full): the widget, and the window that it is in now
 */
ScOrigin *
sc_origin_new (GtkWidget *widget)
{
  ScOrigin *self = g_new0 (ScOrigin, 1);

  self->widget = g_object_ref (widget);
  g_weak_ref_init (&self->window, gtk_widget_get_root (widget));

  return self;
}

/**
 * sc_origin_free:
 * @self: (transfer full): an origin
 */
void
sc_origin_free (ScOrigin *self)
{
  g_weak_ref_clear (&self->window);
  g_object_unref (self->widget);
  g_free (self);
}

/**
 * sc_origin_get_widget:
 * @self: an origin
 *
 * Returns: (transfer none): the widget, wherever it is now
 */
GtkWidget *
sc_origin_get_widget (ScOrigin *self)
{
  return self->widget;
}

static GtkWidget *
find_any_window (void)
{
  g_autoptr (GList) windows = gtk_window_list_toplevels ();
  GtkWidget *any = NULL;

  for (GList *l = windows; l != NULL; l = l->next)
    if (gtk_widget_get_mapped (l->data) && (any == NULL || gtk_window_is_active (l->data)))
      any = l->data;

  return any;
}

/**
 * sc_origin_find_parent:
 * @self: an origin
 *
 * Returns: (transfer none) (nullable): what to show a dialog over: the widget,
 *   or else the window that it was in, or else the one that is in front; %NULL
 *   where no window is left
 */
GtkWidget *
sc_origin_find_parent (ScOrigin *self)
{
  GtkRoot *root = gtk_widget_get_root (self->widget);
  g_autoptr (GtkWidget) window = g_weak_ref_get (&self->window);

  if (root != NULL && gtk_widget_get_mapped (GTK_WIDGET (root)))
    return self->widget;
  if (window != NULL && gtk_widget_get_mapped (window))
    return window;

  return find_any_window ();
}
