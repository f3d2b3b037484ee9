/* SPDX-License-Identifier: GPL-3.0-or-later */

/* Scrolls the board sideways while a card is dragged near its edge. */

#include "pipeline/sc-edge-scroll.h"

#include "toolkit/sc-frame-time.h"

/* How near to the edge that begins, and how fast it is at most, in pixels a
 * second. */
#define SCROLL_MARGIN 56
#define SCROLL_SPEED 900

struct _ScEdgeScroll
{
  GObject parent_instance;

  GtkScrolledWindow *scroller;
  GtkEventController *motion;
  GdkDrag *drag;
  guint tick;
  gint64 scrolled_at;
  double speed;
};

G_DEFINE_FINAL_TYPE (ScEdgeScroll, sc_edge_scroll, G_TYPE_OBJECT);

static gboolean
scroll_cb (GtkWidget     *widget,
           GdkFrameClock *clock,
           gpointer       user_data)
{
  ScEdgeScroll *self = user_data;
  GtkAdjustment *adjustment = gtk_scrolled_window_get_hadjustment (self->scroller);
  double seconds = sc_frame_time_pass (gdk_frame_clock_get_frame_time (clock), &self->scrolled_at);

  gtk_adjustment_set_value (adjustment, gtk_adjustment_get_value (adjustment) + self->speed * seconds);

  return G_SOURCE_CONTINUE;
}

/* Wherever it is dropped, or if it is let go of. */
static void
stop_with (ScEdgeScroll *self,
           GdkDrag      *drag)
{
  if (drag == NULL || drag == self->drag)
    return;

  self->drag = g_object_ref (drag);
  g_signal_connect_swapped (drag, "drop-performed", G_CALLBACK (sc_edge_scroll_stop), self);
  g_signal_connect_swapped (drag, "cancel", G_CALLBACK (sc_edge_scroll_stop), self);
  g_signal_connect_swapped (drag, "dnd-finished", G_CALLBACK (sc_edge_scroll_stop), self);
}

static void
set_speed (ScEdgeScroll *self,
           double        speed,
           GdkDrop      *drop)
{
  if (speed == 0)
    {
      sc_edge_scroll_stop (self);
      return;
    }

  self->speed = speed;
  if (self->tick != 0)
    return;

  self->scrolled_at = 0;
  self->tick = gtk_widget_add_tick_callback (GTK_WIDGET (self->scroller), scroll_cb, self, NULL);
  if (drop != NULL)
    stop_with (self, gdk_drop_get_drag (drop));
}

static void
drag_motion_cb (ScEdgeScroll            *self,
                double                   x,
                double                   y,
                GtkDropControllerMotion *motion)
{
  GdkDrop *drop = gtk_drop_controller_motion_get_drop (motion);
  int width = gtk_widget_get_width (GTK_WIDGET (self->scroller));
  double speed = 0;

  /* What comes from elsewhere goes nowhere on the board. */
  if (drop != NULL && gdk_drop_get_drag (drop) == NULL)
    return;

  if (x < SCROLL_MARGIN)
    speed = -SCROLL_SPEED * (SCROLL_MARGIN - x) / SCROLL_MARGIN;
  else if (x > width - SCROLL_MARGIN)
    speed = SCROLL_SPEED * (x - (width - SCROLL_MARGIN)) / SCROLL_MARGIN;

  set_speed (self, speed, drop);
}

static void
sc_edge_scroll_dispose (GObject *object)
{
  ScEdgeScroll *self = SC_EDGE_SCROLL (object);

  if (self->scroller != NULL)
    {
      sc_edge_scroll_stop (self);
      gtk_widget_remove_controller (GTK_WIDGET (self->scroller), self->motion);
    }
  g_clear_object (&self->scroller);

  G_OBJECT_CLASS (sc_edge_scroll_parent_class)->dispose (object);
}

static void
sc_edge_scroll_class_init (ScEdgeScrollClass *klass)
{
  G_OBJECT_CLASS (klass)->dispose = sc_edge_scroll_dispose;
}

static void
sc_edge_scroll_init (ScEdgeScroll *self)
{
}

/**
 * sc_edge_scroll_new:
 * @scroller: what is scrolled
 *
 * Returns: (transfer full): what scrolls it, for as long as it is kept
 */
ScEdgeScroll *
sc_edge_scroll_new (GtkScrolledWindow *scroller)
{
  ScEdgeScroll *self = g_object_new (SC_TYPE_EDGE_SCROLL, NULL);

  self->scroller = g_object_ref (scroller);
  self->motion = gtk_drop_controller_motion_new ();
  g_signal_connect_object (self->motion, "motion", G_CALLBACK (drag_motion_cb), self, G_CONNECT_SWAPPED);
  g_signal_connect_object (self->motion, "leave", G_CALLBACK (sc_edge_scroll_stop), self, G_CONNECT_SWAPPED);
  gtk_widget_add_controller (GTK_WIDGET (scroller), self->motion);

  return self;
}

/**
 * sc_edge_scroll_stop:
 * @self: what scrolls
 *
 * Scrolls no further. No “leave” comes where something is dropped, so whoever
 * takes what is dropped says so.
 */
void
sc_edge_scroll_stop (ScEdgeScroll *self)
{
  g_return_if_fail (SC_IS_EDGE_SCROLL (self));

  if (self->drag != NULL)
    g_signal_handlers_disconnect_by_data (self->drag, self);
  g_clear_object (&self->drag);

  if (self->tick != 0)
    gtk_widget_remove_tick_callback (GTK_WIDGET (self->scroller), self->tick);
  self->tick = 0;
  self->speed = 0;
}
