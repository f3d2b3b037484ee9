/* SPDX-License-Identifier: GPL-3.0-or-later */

/* How a person goes through the pages of a document: by keys from section to section, by
 * the pointer to a section or along a link, by a pinch to another size. */

#include "regulations/sc-page-view-private.h"

static ScPagedPlace
pick (ScPageView *self,
      double      x,
      double      y,
      char      **link)
{
  double left = gtk_adjustment_get_value (self->adjustments[0]);
  double top = gtk_adjustment_get_value (self->adjustments[1]);
  ScPagedPlace none = { 0 };

  *link = NULL;
  for (guint i = 0; i < self->tops->len; i++)
    {
      ScBox paper = sc_page_view_get_page_box (self, i);
      double width, height, on_x, on_y;
      const ScPagedPlace *place;

      if (y + top < paper.y || y + top > paper.y + paper.height)
        continue;

      sc_paged_get_page_size (self->paged, i, &width, &height);
      on_x = (x + left - paper.x) * width / paper.width;
      on_y = (y + top - paper.y) * height / paper.height;
      *link = g_strdup (sc_paged_pick_link (self->paged, i, on_x, on_y));
      place = sc_paged_pick (self->paged, i, on_x, on_y);

      return place != NULL ? *place : none;
    }

  return none;
}

static void
pressed_cb (GtkGestureClick *gesture,
            int              n_press,
            double           x,
            double           y,
            ScPageView      *self)
{
  guint button = gtk_gesture_single_get_current_button (GTK_GESTURE_SINGLE (gesture));
  g_autofree char *link = NULL;
  ScPagedPlace place;

  if (self->paged == NULL)
    return;

  gtk_widget_grab_focus (GTK_WIDGET (self));
  place = pick (self, x, y, &link);
  if (button == GDK_BUTTON_PRIMARY && link != NULL && link[0] == '#')
    {
      sc_page_view_show_section (self, link + 1);
      return;
    }
  if (place.section == NULL)
    return;

  sc_page_view_set_current (self, place.section, FALSE);
  if (button == GDK_BUTTON_SECONDARY)
    gtk_widget_activate_action (GTK_WIDGET (self), "regulations.menu", "(dd)", x, y);
  else if (n_press == 2)
    g_signal_emit_by_name (self, "edit");
}

/* The menu, for a finger. */
static void
held_cb (GtkGestureLongPress *gesture,
         double               x,
         double               y,
         ScPageView          *self)
{
  g_autofree char *link = NULL;
  ScPagedPlace place;

  if (self->paged == NULL)
    return;

  place = pick (self, x, y, &link);
  if (place.section == NULL)
    return;

  sc_page_view_set_current (self, place.section, FALSE);
  gtk_widget_activate_action (GTK_WIDGET (self), "regulations.menu", "(dd)", x, y);
}

static void
moved_cb (GtkEventControllerMotion *motion,
          double                    x,
          double                    y,
          ScPageView               *self)
{
  g_autofree char *link = NULL;

  if (self->paged == NULL)
    return;

  pick (self, x, y, &link);
  gtk_widget_set_cursor_from_name (GTK_WIDGET (self), link != NULL && link[0] == '#' ? "pointer" : NULL);
}

/* The place in the document's order of the current section, or of the first one seen. */
static int
find_current (ScPageView *self)
{
  double top = gtk_adjustment_get_value (self->adjustments[1]);
  guint n_places = sc_paged_get_n_places (self->paged);

  for (guint i = 0; self->current_id != NULL && i < n_places; i++)
    if (g_str_equal (sc_paged_get_place (self->paged, i)->section->id, self->current_id))
      return (int) i;
  for (guint i = 0; i < n_places; i++)
    {
      const ScPagedPlace *place = sc_paged_get_place (self->paged, i);

      if (sc_page_view_get_box (self, place->page, &place->box).y >= top)
        return (int) i - 1;
    }

  return -1;
}

static void
walk (ScPageView *self,
      int         step)
{
  int n_places = (int) sc_paged_get_n_places (self->paged);
  int position = find_current (self) + step;
  const ScPagedPlace *place;
  ScBox box;

  /* A section that goes over to the next page is one. */
  while (position >= 0 && position < n_places
         && g_strcmp0 (sc_paged_get_place (self->paged, (guint) position)->section->id, self->current_id) == 0)
    position += step;
  if (position < 0 || position >= n_places)
    {
      gtk_widget_error_bell (GTK_WIDGET (self));
      return;
    }

  place = sc_paged_get_place (self->paged, (guint) position);
  box = sc_page_view_get_box (self, place->page, &place->box);
  sc_page_view_set_current (self, place->section, TRUE);
  sc_page_view_scroll_to (self, &box);
}

static gboolean
scroll (ScPageView *self,
        double      pages)
{
  GtkAdjustment *vertical = self->adjustments[GTK_ORIENTATION_VERTICAL];

  gtk_adjustment_set_value (vertical, gtk_adjustment_get_value (vertical)
                            + pages * gtk_adjustment_get_page_increment (vertical));

  return TRUE;
}

static gboolean
key_pressed_cb (GtkEventControllerKey *controller,
                guint                  key,
                guint                  code,
                GdkModifierType        state,
                ScPageView            *self)
{
  if (self->paged == NULL || (state & (GDK_CONTROL_MASK | GDK_ALT_MASK)) != 0)
    return FALSE;

  switch (key)
    {
    case GDK_KEY_Down:
    case GDK_KEY_KP_Down:
      walk (self, 1);
      return TRUE;
    case GDK_KEY_Up:
    case GDK_KEY_KP_Up:
      walk (self, -1);
      return TRUE;
    case GDK_KEY_Page_Down:
    case GDK_KEY_KP_Page_Down:
    case GDK_KEY_space:
      return scroll (self, 1);
    case GDK_KEY_Page_Up:
    case GDK_KEY_KP_Page_Up:
      return scroll (self, -1);
    case GDK_KEY_Home:
    case GDK_KEY_KP_Home:
      return scroll (self, -G_MAXINT16);
    case GDK_KEY_End:
    case GDK_KEY_KP_End:
      return scroll (self, G_MAXINT16);
    case GDK_KEY_Return:
    case GDK_KEY_KP_Enter:
    case GDK_KEY_F2:
      if (self->current_id == NULL)
        return FALSE;
      g_signal_emit_by_name (self, "edit");
      return TRUE;
    case GDK_KEY_Menu:
      gtk_widget_activate_action (GTK_WIDGET (self), "regulations.menu", "(dd)", -1.0, -1.0);
      return TRUE;
    case GDK_KEY_F10:
      if ((state & GDK_SHIFT_MASK) == 0)
        return FALSE;
      gtk_widget_activate_action (GTK_WIDGET (self), "regulations.menu", "(dd)", -1.0, -1.0);
      return TRUE;
    default:
      return FALSE;
    }
}

static void
pinch_begun_cb (GtkGesture       *gesture,
                GdkEventSequence *sequence,
                ScPageView       *self)
{
  self->pinched_zoom = self->zoom;
}

static void
pinched_cb (GtkGestureZoom *gesture,
            double          scale,
            ScPageView     *self)
{
  sc_page_view_set_zoom (self, self->pinched_zoom * scale);
}

static gboolean
scrolled_cb (GtkEventControllerScroll *controller,
             double                    dx,
             double                    dy,
             ScPageView               *self)
{
  GdkModifierType state = gtk_event_controller_get_current_event_state (GTK_EVENT_CONTROLLER (controller));

  if ((state & GDK_CONTROL_MASK) == 0)
    return FALSE;

  sc_page_view_set_zoom (self, self->zoom * (dy < 0 ? 1.1 : 1 / 1.1));

  return TRUE;
}

/* What a person can do with the pages. */
void
sc_page_view_add_controls (ScPageView *self)
{
  GtkWidget *widget = GTK_WIDGET (self);
  GtkGesture *click = gtk_gesture_click_new ();
  GtkGesture *hold = gtk_gesture_long_press_new ();
  GtkGesture *pinch = gtk_gesture_zoom_new ();
  GtkEventController *keys = gtk_event_controller_key_new ();
  GtkEventController *motion = gtk_event_controller_motion_new ();
  GtkEventController *wheel = gtk_event_controller_scroll_new (GTK_EVENT_CONTROLLER_SCROLL_VERTICAL);
  GtkEventController *focus = gtk_event_controller_focus_new ();

  gtk_gesture_single_set_button (GTK_GESTURE_SINGLE (click), 0);
  g_signal_connect_object (click, "pressed", G_CALLBACK (pressed_cb), self, 0);
  gtk_gesture_single_set_touch_only (GTK_GESTURE_SINGLE (hold), TRUE);
  g_signal_connect_object (hold, "pressed", G_CALLBACK (held_cb), self, 0);
  g_signal_connect_object (pinch, "begin", G_CALLBACK (pinch_begun_cb), self, 0);
  g_signal_connect_object (pinch, "scale-changed", G_CALLBACK (pinched_cb), self, 0);
  g_signal_connect_object (keys, "key-pressed", G_CALLBACK (key_pressed_cb), self, 0);
  g_signal_connect_object (motion, "motion", G_CALLBACK (moved_cb), self, 0);
  g_signal_connect_object (wheel, "scroll", G_CALLBACK (scrolled_cb), self, 0);
  g_signal_connect_object (focus, "enter", G_CALLBACK (gtk_widget_queue_draw), self, G_CONNECT_SWAPPED);
  g_signal_connect_object (focus, "leave", G_CALLBACK (gtk_widget_queue_draw), self, G_CONNECT_SWAPPED);
  gtk_widget_add_controller (widget, GTK_EVENT_CONTROLLER (click));
  gtk_widget_add_controller (widget, GTK_EVENT_CONTROLLER (hold));
  gtk_widget_add_controller (widget, GTK_EVENT_CONTROLLER (pinch));
  gtk_widget_add_controller (widget, keys);
  gtk_widget_add_controller (widget, motion);
  gtk_widget_add_controller (widget, wheel);
  gtk_widget_add_controller (widget, focus);
}
