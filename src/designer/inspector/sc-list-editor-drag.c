/* SPDX-License-Identifier: GPL-3.0-or-later */

/* Moves the lines of a list of texts by dragging. */

#include "designer/inspector/sc-list-editor-private.h"

static GdkContentProvider *
drag_prepare_cb (GtkDragSource *source,
                 double         x,
                 double         y,
                 GtkWidget     *row)
{
  GdkPaintable *paintable = gtk_widget_paintable_new (row);

  gtk_drag_source_set_icon (source, paintable, (int) x, (int) y);
  g_object_unref (paintable);

  return gdk_content_provider_new_typed (GTK_TYPE_LIST_BOX_ROW, row);
}

/* The row itself: of this list, and still in it when others have changed it
 * meanwhile. */
static int
find_dragged (ScListEditor *self,
              const GValue *value)
{
  GtkWidget *row = value != NULL ? g_value_get_object (value) : NULL;

  return row != NULL && gtk_widget_get_parent (row) == self->list
           ? gtk_list_box_row_get_index (GTK_LIST_BOX_ROW (row)) : -1;
}

static gboolean
dropped_cb (GtkDropTarget *target,
            const GValue  *value,
            double         x,
            double         y,
            ScListEditor  *self)
{
  GtkListBoxRow *row = gtk_list_box_get_row_at_y (GTK_LIST_BOX (self->list), (int) y);
  int to = row != NULL ? gtk_list_box_row_get_index (row) : (int) self->items->len - 1;
  int from = find_dragged (self, value);

  gtk_list_box_drag_unhighlight_row (GTK_LIST_BOX (self->list));
  if (from < 0 || from >= (int) self->items->len)
    return FALSE;
  sc_list_editor_move (self, (guint) from, MIN ((guint) MAX (to, 0), self->items->len - 1));

  return TRUE;
}

static GdkDragAction
drag_motion_cb (GtkDropTarget *target,
                double         x,
                double         y,
                ScListEditor  *self)
{
  GtkListBoxRow *row = gtk_list_box_get_row_at_y (GTK_LIST_BOX (self->list), (int) y);
  const GValue *value = gtk_drop_target_get_value (target);

  if (value != NULL && find_dragged (self, value) < 0)
    return 0;
  if (row != NULL)
    gtk_list_box_drag_highlight_row (GTK_LIST_BOX (self->list), row);

  return GDK_ACTION_MOVE;
}

static void
drag_leave_cb (GtkDropTarget *target,
               ScListEditor  *self)
{
  gtk_list_box_drag_unhighlight_row (GTK_LIST_BOX (self->list));
}

/* A row that can be taken by its handle. */
void
sc_list_editor_add_drag (GtkWidget *row,
                         GtkWidget *handle)
{
  GtkDragSource *source = gtk_drag_source_new ();

  gtk_drag_source_set_actions (source, GDK_ACTION_MOVE);
  g_signal_connect (source, "prepare", G_CALLBACK (drag_prepare_cb), row);
  gtk_widget_add_controller (handle, GTK_EVENT_CONTROLLER (source));
}

/* Rows can be dropped on the list that they are of. */
void
sc_list_editor_add_drop (ScListEditor *self)
{
  GtkDropTarget *target = gtk_drop_target_new (GTK_TYPE_LIST_BOX_ROW, GDK_ACTION_MOVE);

  g_signal_connect (target, "drop", G_CALLBACK (dropped_cb), self);
  g_signal_connect (target, "motion", G_CALLBACK (drag_motion_cb), self);
  g_signal_connect (target, "leave", G_CALLBACK (drag_leave_cb), self);
  gtk_widget_add_controller (self->list, GTK_EVENT_CONTROLLER (target));
}
