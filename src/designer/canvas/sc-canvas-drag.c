/* SPDX-License-Identifier: GPL-3.0-or-later */

/* Dragging: a stage to another place, a stage onto its neighbour to merge the
 * two, the client mark. The card itself follows the pointer, and a bar shows
 * where it would go; Escape lets go of it. A finger scrolls instead, unless it
 * rests first: then it drags when it moves on, and opens the stage's menu when
 * it does not. For the keyboard all this is in the menu too. */

#include "designer/canvas/sc-canvas-private.h"

#include <math.h>

#include "toolkit/sc-frame-time.h"

/* Where a pointer near the edge of what is seen starts to scroll it, and how
 * fast, in pixels a second. */
#define SCROLL_EDGE 48.0
#define SCROLL_SPEED 720.0

static gboolean
is_in_box (const ScBox *box,
           ScPoint      point)
{
  return point.x >= box->x && point.x < box->x + box->width && point.y >= box->y && point.y < box->y + box->height;
}

static int
find_card_at (ScCanvas *self,
              ScPoint   point)
{
  if (!sc_canvas_require_layout (self))
    return -1;

  for (guint i = 0; i < self->layout->n_stages; i++)
    if (is_in_box (&self->layout->places[i].card, point))
      return (int) i;

  return -1;
}

/* The inner half of a neighbour's card means the two together. */
static int
find_partner (ScCanvas *self)
{
  int at = find_card_at (self, self->drag.pointer);
  const ScBox *card;

  if (self->drag.kind != SC_DRAG_STAGE || at < 0 || abs (at - (int) self->drag.position) != 1)
    return -1;

  card = &self->layout->places[at].card;

  return fabs (self->drag.pointer.x - card->x - card->width / 2) < card->width / 4 ? at : -1;
}

static void
update_target (ScCanvas *self)
{
  int onto = find_partner (self);

  self->drag.gap = sc_layout_find_gap (self->layout, self->drag.pointer);
  if (self->drag.kind == SC_DRAG_MARK)
    self->drag.gap = MAX (self->drag.gap, 1);
  if (onto == self->drag.onto)
    return;

  if (self->drag.onto >= 0)
    gtk_widget_remove_css_class (GTK_WIDGET (sc_canvas_get_slot (self, (guint) self->drag.onto)->card), "merge-target");
  self->drag.onto = onto;
  if (onto >= 0)
    gtk_widget_add_css_class (GTK_WIDGET (sc_canvas_get_slot (self, (guint) onto)->card), "merge-target");
}

static void
start_drag (ScCanvas  *self,
            ScDragKind kind,
            guint      position,
            ScPoint    at)
{
  self->drag.kind = kind;
  self->drag.position = position;
  self->drag.pointer = at;
  self->drag.onto = -1;
  if (kind == SC_DRAG_STAGE)
    gtk_widget_add_css_class (GTK_WIDGET (sc_canvas_get_slot (self, position)->card), "dragged");
  gtk_widget_set_cursor_from_name (GTK_WIDGET (self), "grabbing");
}

/**
 * sc_canvas_stop_drag:
 * @self: a canvas
 *
 * Lets go of what is being dragged, and sends it home from where it is.
 */
void
sc_canvas_stop_drag (ScCanvas *self)
{
  if (self->drag.kind == SC_DRAG_NONE)
    return;

  if (self->drag.kind == SC_DRAG_STAGE && self->drag.position < self->slots->len)
    gtk_widget_remove_css_class (GTK_WIDGET (sc_canvas_get_slot (self, self->drag.position)->card), "dragged");
  if (self->drag.onto >= 0 && (guint) self->drag.onto < self->slots->len)
    gtk_widget_remove_css_class (GTK_WIDGET (sc_canvas_get_slot (self, (guint) self->drag.onto)->card), "merge-target");

  self->drag.kind = SC_DRAG_NONE;
  self->drag.onto = -1;
  if (self->scroll_tick != 0)
    gtk_widget_remove_tick_callback (GTK_WIDGET (self), self->scroll_tick);
  self->scroll_tick = 0;
  gtk_widget_set_cursor (GTK_WIDGET (self), NULL);

  for (guint i = 0; i < self->slots->len; i++)
    sc_canvas_get_slot (self, i)->from = sc_canvas_get_slot (self, i)->now;
  self->progress = 0;
  adw_animation_reset (self->animation);
  adw_animation_play (self->animation);
  gtk_widget_queue_draw (GTK_WIDGET (self));
}

static gboolean
scroll_cb (GtkWidget     *widget,
           GdkFrameClock *clock,
           gpointer       user_data)
{
  ScCanvas *self = SC_CANVAS (widget);
  GtkWidget *window = gtk_widget_get_ancestor (widget, GTK_TYPE_SCROLLED_WINDOW);
  graphene_point_t at = GRAPHENE_POINT_INIT ((float) (self->origin.x + self->drag.pointer.x * self->scale),
                                             (float) (self->origin.y + self->drag.pointer.y * self->scale));
  graphene_point_t seen;
  GtkAdjustment *adjustment;
  double seconds = sc_frame_time_pass (gdk_frame_clock_get_frame_time (clock), &self->scrolled_at);
  double speed = 0;

  if (window == NULL || !gtk_widget_compute_point (widget, window, &at, &seen))
    return G_SOURCE_CONTINUE;

  if (seen.y < SCROLL_EDGE)
    speed = -SCROLL_SPEED;
  else if (seen.y > gtk_widget_get_height (window) - SCROLL_EDGE)
    speed = SCROLL_SPEED;
  if (speed == 0)
    return G_SOURCE_CONTINUE;

  adjustment = gtk_scrolled_window_get_vadjustment (GTK_SCROLLED_WINDOW (window));
  gtk_adjustment_set_value (adjustment, gtk_adjustment_get_value (adjustment) + speed * seconds);

  return G_SOURCE_CONTINUE;
}

static gboolean
find_drag (ScCanvas   *self,
           ScPoint     at,
           ScDragKind *kind,
           guint      *position,
           ScPoint    *grip)
{
  int card = find_card_at (self, at);

  if (self->layout->mark.position >= 0 && is_in_box (&self->layout->mark.label, at))
    {
      *kind = SC_DRAG_MARK;
      *position = (guint) self->layout->mark.position;
      *grip = (ScPoint) { at.x - self->layout->mark.label.x, at.y - self->layout->mark.label.y };
      return TRUE;
    }

  if (card < 0 || sc_stage_card_is_editing (sc_canvas_get_slot (self, (guint) card)->card))
    return FALSE;

  *kind = SC_DRAG_STAGE;
  *position = (guint) card;
  *grip = (ScPoint) { at.x - self->layout->places[card].card.x, at.y - self->layout->places[card].card.y };

  return TRUE;
}

static void
drag_begin_cb (ScCanvas       *self,
               double          x,
               double          y,
               GtkGestureDrag *gesture)
{
  GdkDevice *device = gtk_gesture_get_device (GTK_GESTURE (gesture));
  ScDragKind kind;
  guint position;
  ScPoint grip;

  self->drag.start = (ScPoint) { x, y };
  self->drag.is_touch = device != NULL && gdk_device_get_source (device) == GDK_SOURCE_TOUCHSCREEN;
  self->drag.is_held = FALSE;
  if (self->is_preview || !sc_canvas_require_layout (self) ||
      !find_drag (self, sc_canvas_to_scheme (self, x, y), &kind, &position, &grip))
    gtk_gesture_set_state (GTK_GESTURE (gesture), GTK_EVENT_SEQUENCE_DENIED);
}

static void
drag_update_cb (ScCanvas       *self,
                double          x,
                double          y,
                GtkGestureDrag *gesture)
{
  ScPoint start = self->drag.start;
  ScDragKind kind;
  guint position;

  if (self->drag.kind == SC_DRAG_NONE)
    {
      if ((self->drag.is_touch && !self->drag.is_held) ||
          !gtk_drag_check_threshold (GTK_WIDGET (self), 0, 0, (int) x, (int) y) ||
          !find_drag (self, sc_canvas_to_scheme (self, start.x, start.y), &kind, &position, &self->drag.grip))
        return;

      gtk_gesture_set_state (GTK_GESTURE (gesture), GTK_EVENT_SEQUENCE_CLAIMED);
      start_drag (self, kind, position, sc_canvas_to_scheme (self, start.x, start.y));
      self->scrolled_at = 0;
      self->scroll_tick = gtk_widget_add_tick_callback (GTK_WIDGET (self), scroll_cb, NULL, NULL);
    }

  self->drag.pointer = sc_canvas_to_scheme (self, start.x + x, start.y + y);
  update_target (self);
  gtk_widget_queue_allocate (GTK_WIDGET (self));
  gtk_widget_queue_draw (GTK_WIDGET (self));
}

/* A stage that is taken out in front of a gap moves the gap by one. */
static guint
get_place_after_move (const ScDrag *drag)
{
  return drag->gap > drag->position ? drag->gap - 1 : drag->gap;
}

static void
drop (ScCanvas     *self,
      const ScDrag *drag)
{
  const ScStage *stage = sc_version_get_stage (self->version, drag->position);
  const ScStage *other;

  if (drag->kind == SC_DRAG_MARK)
    {
      other = sc_version_get_stage (self->version, drag->gap - 1);
      if (drag->gap - 1 != drag->position)
        gtk_widget_activate_action (GTK_WIDGET (self), "designer.set-mark", "s", other->id);
    }
  else if (drag->onto >= 0)
    {
      other = sc_version_get_stage (self->version, (guint) drag->onto);
      if ((guint) drag->onto > drag->position)
        gtk_widget_activate_action (GTK_WIDGET (self), "designer.merge", "(ss)", stage->id, other->id);
      else
        gtk_widget_activate_action (GTK_WIDGET (self), "designer.merge", "(ss)", other->id, stage->id);
    }
  else if (get_place_after_move (drag) != drag->position)
    {
      gtk_widget_activate_action (GTK_WIDGET (self), "designer.move", "(su)", stage->id, get_place_after_move (drag));
    }
}

/* A finger has held a card, and has not moved on. */
static void
let_go (ScCanvas *self)
{
  for (guint i = 0; self->drag.is_held && i < self->slots->len; i++)
    gtk_widget_remove_css_class (GTK_WIDGET (sc_canvas_get_slot (self, i)->card), "dragged");
  self->drag.is_held = FALSE;
}

static void
drag_end_cb (ScCanvas       *self,
             double          x,
             double          y,
             GtkGestureDrag *gesture)
{
  ScDrag drag = self->drag;

  if (drag.kind != SC_DRAG_NONE)
    {
      sc_canvas_stop_drag (self);
      /* Clicks saw the button go down and not up again: they would wait for that
       * and take no other button for a click. */
      gtk_event_controller_reset (GTK_EVENT_CONTROLLER (self->click_gesture));
      drop (self, &drag);
    }
  else if (drag.is_held)
    {
      let_go (self);
      sc_canvas_popup_menu_at (self, drag.start.x + x, drag.start.y + y);
    }
}

static void
drag_cancel_cb (ScCanvas         *self,
                GdkEventSequence *sequence,
                GtkGesture       *gesture)
{
  if (self->drag.kind != SC_DRAG_NONE)
    sc_canvas_stop_drag (self);
  else
    let_go (self);
}

static gboolean
drag_key_pressed_cb (ScCanvas       *self,
                     guint           keyval,
                     guint           keycode,
                     GdkModifierType state)
{
  if (keyval != GDK_KEY_Escape || self->drag.kind == SC_DRAG_NONE)
    return GDK_EVENT_PROPAGATE;

  sc_canvas_stop_drag (self);
  gtk_gesture_set_state (self->drag_gesture, GTK_EVENT_SEQUENCE_DENIED);

  return GDK_EVENT_STOP;
}

static void
click_pressed_cb (ScCanvas        *self,
                  int              n_press,
                  double           x,
                  double           y,
                  GtkGestureClick *gesture)
{
  GdkEvent *event = gtk_event_controller_get_current_event (GTK_EVENT_CONTROLLER (gesture));
  int card = find_card_at (self, sc_canvas_to_scheme (self, x, y));
  const char *id;

  if (self->is_preview)
    return;

  if (card < 0)
    {
      sc_canvas_set_selected (self, NULL);
      return;
    }

  id = sc_version_get_stage (self->version, (guint) card)->id;
  if (!sc_stage_card_is_editing (sc_canvas_get_slot (self, (guint) card)->card))
    sc_canvas_focus_stage (self, id);
  if (event != NULL && gdk_event_triggers_context_menu (event))
    {
      gtk_gesture_set_state (GTK_GESTURE (gesture), GTK_EVENT_SEQUENCE_CLAIMED);
      sc_canvas_popup_menu_at (self, x, y);
    }
  else if (n_press == 2)
    sc_canvas_edit_name (self, id);
}

static void
long_press_cb (ScCanvas   *self,
               double      x,
               double      y,
               GtkGesture *gesture)
{
  int card = self->is_preview ? -1 : find_card_at (self, sc_canvas_to_scheme (self, x, y));

  if (card < 0)
    return;

  gtk_gesture_set_state (gesture, GTK_EVENT_SEQUENCE_CLAIMED);
  sc_canvas_focus_stage (self, sc_version_get_stage (self->version, (guint) card)->id);
  gtk_widget_add_css_class (GTK_WIDGET (sc_canvas_get_slot (self, (guint) card)->card), "dragged");
  self->drag.is_held = TRUE;
}

/**
 * sc_canvas_init_drag:
 * @self: a canvas
 *
 * Makes it answer to pointers and fingers.
 */
void
sc_canvas_init_drag (ScCanvas *self)
{
  GtkGesture *long_press = gtk_gesture_long_press_new ();
  GtkEventController *keys = gtk_event_controller_key_new ();

  self->drag.onto = -1;
  self->drag_gesture = gtk_gesture_drag_new ();
  gtk_event_controller_set_propagation_phase (GTK_EVENT_CONTROLLER (self->drag_gesture), GTK_PHASE_CAPTURE);
  g_signal_connect_swapped (self->drag_gesture, "drag-begin", G_CALLBACK (drag_begin_cb), self);
  g_signal_connect_swapped (self->drag_gesture, "drag-update", G_CALLBACK (drag_update_cb), self);
  g_signal_connect_swapped (self->drag_gesture, "drag-end", G_CALLBACK (drag_end_cb), self);
  g_signal_connect_swapped (self->drag_gesture, "cancel", G_CALLBACK (drag_cancel_cb), self);
  gtk_widget_add_controller (GTK_WIDGET (self), GTK_EVENT_CONTROLLER (self->drag_gesture));

  self->click_gesture = gtk_gesture_click_new ();
  gtk_gesture_single_set_button (GTK_GESTURE_SINGLE (self->click_gesture), 0);
  g_signal_connect_swapped (self->click_gesture, "pressed", G_CALLBACK (click_pressed_cb), self);
  gtk_widget_add_controller (GTK_WIDGET (self), GTK_EVENT_CONTROLLER (self->click_gesture));

  gtk_gesture_single_set_touch_only (GTK_GESTURE_SINGLE (long_press), TRUE);
  g_signal_connect_swapped (long_press, "pressed", G_CALLBACK (long_press_cb), self);
  gtk_widget_add_controller (GTK_WIDGET (self), GTK_EVENT_CONTROLLER (long_press));
  gtk_gesture_group (long_press, self->drag_gesture);

  gtk_event_controller_set_propagation_phase (keys, GTK_PHASE_CAPTURE);
  g_signal_connect_swapped (keys, "key-pressed", G_CALLBACK (drag_key_pressed_cb), self);
  gtk_widget_add_controller (GTK_WIDGET (self), keys);
}
