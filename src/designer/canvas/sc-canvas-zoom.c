/* SPDX-License-Identifier: GPL-3.0-or-later */

/* How large the scheme is shown. Rows wrap anew, so that what is larger has to
 * be scrolled in one direction only. */

#include "designer/canvas/sc-canvas-private.h"

#include <math.h>

#include "diagram/sc-columns.h"

#define ZOOM_STEP 1.2

static gboolean
scroll_zoom_cb (ScCanvas                 *self,
                double                    dx,
                double                    dy,
                GtkEventControllerScroll *controller)
{
  GdkModifierType state = gtk_event_controller_get_current_event_state (GTK_EVENT_CONTROLLER (controller));

  if ((state & GDK_CONTROL_MASK) == 0)
    return GDK_EVENT_PROPAGATE;

  sc_canvas_set_zoom (self, self->zoom * pow (1.1, -dy));

  return GDK_EVENT_STOP;
}

static void
pinch_begin_cb (ScCanvas         *self,
                GdkEventSequence *sequence)
{
  self->zoom_at_begin = self->zoom;
}

static void
pinch_scale_cb (ScCanvas *self,
                double    scale)
{
  sc_canvas_set_zoom (self, self->zoom_at_begin * scale);
}

/**
 * sc_canvas_init_zoom:
 * @self: a canvas
 *
 * Makes it answer to Ctrl with the wheel, and to two fingers.
 */
void
sc_canvas_init_zoom (ScCanvas *self)
{
  GtkEventController *scroll = gtk_event_controller_scroll_new (GTK_EVENT_CONTROLLER_SCROLL_VERTICAL);
  GtkGesture *pinch = gtk_gesture_zoom_new ();

  g_signal_connect_swapped (scroll, "scroll", G_CALLBACK (scroll_zoom_cb), self);
  gtk_widget_add_controller (GTK_WIDGET (self), scroll);

  g_signal_connect_swapped (pinch, "begin", G_CALLBACK (pinch_begin_cb), self);
  g_signal_connect_swapped (pinch, "scale-changed", G_CALLBACK (pinch_scale_cb), self);
  gtk_widget_add_controller (GTK_WIDGET (self), GTK_EVENT_CONTROLLER (pinch));
}

/**
 * sc_canvas_zoom_in:
 * @self: a canvas
 */
void
sc_canvas_zoom_in (ScCanvas *self)
{
  sc_canvas_set_zoom (self, self->zoom < 1 && self->zoom * ZOOM_STEP > 1 ? 1 : self->zoom * ZOOM_STEP);
}

/**
 * sc_canvas_zoom_out:
 * @self: a canvas
 */
void
sc_canvas_zoom_out (ScCanvas *self)
{
  sc_canvas_set_zoom (self, self->zoom > 1 && self->zoom / ZOOM_STEP < 1 ? 1 : self->zoom / ZOOM_STEP);
}

/* What a scheme has to fit into. */
typedef struct {
  ScCanvas *canvas;
  double width;
  double height;
} Room;

/* How large a scheme with rows of so many cards can be shown. */
static double
measure_columns (guint     n_columns,
                 gboolean *is_wide,
                 gpointer  user_data)
{
  const Room *room = user_data;
  ScCanvas *self = room->canvas;
  double width = sc_layout_measure_columns (n_columns);
  ScLayoutOptions options = sc_canvas_get_layout_options (self, width);
  g_autoptr (ScLayout) layout = sc_layout_new (self->version, &options, self->typesetter);
  double across = room->width / layout->width;
  double down = room->height / layout->height;

  *is_wide = across < down;

  return MIN (across, down);
}

/**
 * sc_canvas_fit:
 * @self: a canvas in a scrolled window
 *
 * Shows the scheme as large as all of it can be seen at once, in rows that
 * use the window's room best, up to %SC_ZOOM_FIT.
 *
 * Returns: whether it has a window, and a scheme to show
 */
gboolean
sc_canvas_fit (ScCanvas *self)
{
  GtkWidget *window = gtk_widget_get_ancestor (GTK_WIDGET (self), GTK_TYPE_SCROLLED_WINDOW);
  Room room = { self, 0, 0 };
  gboolean is_wide;
  double scale;

  g_return_val_if_fail (SC_IS_CANVAS (self), FALSE);

  if (window == NULL || self->version == NULL || gtk_widget_get_width (window) == 0)
    return FALSE;

  /* Rounding is not to make it a row more, nor a pixel too high. */
  room.width = gtk_widget_get_width (window) - 1;
  room.height = gtk_widget_get_height (window) - 1;
  scale = measure_columns (sc_columns_choose (self->version->stages->len, measure_columns, &room), &is_wide, &room);
  sc_canvas_set_zoom (self, MIN (scale * self->zoom / sc_canvas_get_scale (self, room.width), SC_ZOOM_FIT));

  return TRUE;
}

static gboolean
fit_cb (GtkWidget     *widget,
        GdkFrameClock *clock,
        gpointer       user_data)
{
  ScCanvas *self = SC_CANVAS (widget);

  if (gtk_widget_get_width (widget) == 0)
    return G_SOURCE_CONTINUE;

  /* The callback goes by itself. */
  self->fit_tick = 0;
  sc_canvas_fit (self);
  if (self->zoom < SC_ZOOM_READABLE)
    sc_canvas_set_zoom (self, 1);

  return G_SOURCE_REMOVE;
}

/**
 * sc_canvas_fit_when_shown:
 * @self: a canvas
 *
 * Fits the scheme to the window as soon as it has its place in it, unless it could
 * not be read there.
 */
void
sc_canvas_fit_when_shown (ScCanvas *self)
{
  g_return_if_fail (SC_IS_CANVAS (self));

  if (self->fit_tick == 0)
    self->fit_tick = gtk_widget_add_tick_callback (GTK_WIDGET (self), fit_cb, NULL, NULL);
}
