/* SPDX-License-Identifier: GPL-3.0-or-later */

/* How large the scheme is shown. Rows wrap anew, so that what is larger has to
 * be scrolled in one direction only. */

#include "designer/canvas/sc-canvas-private.h"

#include <math.h>

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

/**
 * sc_canvas_fit:
 * @self: a canvas in a scrolled window
 *
 * Shows the scheme as large as all of it can be seen at once, and never
 * larger than usual.
 */
void
sc_canvas_fit (ScCanvas *self)
{
  GtkWidget *window = gtk_widget_get_ancestor (GTK_WIDGET (self), GTK_TYPE_SCROLLED_WINDOW);
  double width, height;

  g_return_if_fail (SC_IS_CANVAS (self));

  if (window == NULL || self->version == NULL)
    return;

  width = gtk_widget_get_width (window);
  height = gtk_widget_get_height (window);
  for (double zoom = 1; zoom > SC_ZOOM_MIN; zoom -= 0.05)
    {
      double scale = zoom * sc_canvas_get_text_scale (self);
      ScLayoutOptions options = { width / scale, sc_canvas_get_direction (self), self->has_refusals };
      g_autoptr (ScLayout) layout = sc_layout_new (self->version, &options, self->typesetter);

      if (layout->width * scale <= width && layout->height * scale <= height)
        {
          sc_canvas_set_zoom (self, zoom);
          return;
        }
    }
  sc_canvas_set_zoom (self, SC_ZOOM_MIN);
}
