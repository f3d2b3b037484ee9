/* SPDX-License-Identifier: GPL-3.0-or-later */

/* What a person can do with a chart on the screen: walk from point to point, ask one and open
 * it, copy the chart and save it. */

#include <glib/gi18n-lib.h>
#include <math.h>

#include "charts/sc-chart-save.h"
#include "charts/sc-chart-view-private.h"
#include "diagram/sc-chart-table.h"

static const ScChartSpot *
get_spot (ScChartView *self,
          int          position)
{
  ScChartPicture *picture = sc_chart_view_need_picture (self);

  return picture != NULL && position >= 0 && (guint) position < sc_chart_picture_get_n_spots (picture)
         ? sc_chart_picture_get_spot (picture, (guint) position) : NULL;
}

static void
walk_to (ScChartView *self,
         int          position)
{
  if (get_spot (self, position) != NULL)
    sc_chart_view_set_current (self, position, TRUE);
  else
    gtk_widget_error_bell (GTK_WIDGET (self));
}

/* To the next point of the same series, or the one before. */
static void
walk_along (ScChartView *self,
            int          step)
{
  const ScChartSpot *from = get_spot (self, self->current);
  const ScChartSpot *to = get_spot (self, self->current + step);

  if (from == NULL)
    walk_to (self, 0);
  else
    walk_to (self, to != NULL && to->series == from->series ? self->current + step : -1);
}

/* To where the next series, or the one before, is at the same place along the axis, or near it. */
static void
walk_across (ScChartView *self,
             int          step)
{
  const ScChartSpot *from = get_spot (self, self->current);
  double least = G_MAXDOUBLE;
  int found = -1;

  if (from == NULL)
    {
      walk_to (self, 0);
      return;
    }

  for (int i = 0; get_spot (self, i) != NULL; i++)
    {
      const ScChartSpot *spot = get_spot (self, i);
      double distance = fabs (sc_chart_get_point (self->chart, spot->series, spot->point)->x -
                              sc_chart_get_point (self->chart, from->series, from->point)->x);

      if ((int) spot->series == (int) from->series + step && distance < least)
        {
          least = distance;
          found = i;
        }
    }
  walk_to (self, found);
}

/* To the first or the last point of a series. */
static void
walk_to_end (ScChartView *self,
             int          step)
{
  const ScChartSpot *from = get_spot (self, MAX (self->current, 0));
  int position = MAX (self->current, 0);

  while (get_spot (self, position + step) != NULL && get_spot (self, position + step)->series == from->series)
    position += step;
  walk_to (self, position);
}

static void
open_menu (ScChartView *self,
           double       x,
           double       y)
{
  g_autoptr (GMenuModel) model = NULL;
  ScBox ring = sc_chart_view_get_ring (self);

  if (self->menu == NULL)
    {
      model = sc_chart_view_make_menu ();
      self->menu = gtk_popover_menu_new_from_model (model);
      gtk_popover_set_has_arrow (GTK_POPOVER (self->menu), FALSE);
      gtk_widget_set_halign (self->menu, GTK_ALIGN_START);
      gtk_widget_set_parent (self->menu, GTK_WIDGET (self));
    }
  if (x < 0)
    {
      x = ring.x + ring.width / 2;
      y = ring.y + ring.height / 2;
    }
  gtk_popover_set_pointing_to (GTK_POPOVER (self->menu), &(GdkRectangle) { (int) x, (int) y, 1, 1 });
  gtk_popover_popup (GTK_POPOVER (self->menu));
}

static gboolean
is_in_rows (ScChartView *self)
{
  return self->chart->kind >= SC_CHART_BARS;
}

/* Keys go where they show: along a curve to the side, from row to row down. */
static gboolean
walk (ScChartView *self,
      guint        key)
{
  gboolean is_rtl = gtk_widget_get_direction (GTK_WIDGET (self)) == GTK_TEXT_DIR_RTL;
  int side = (key == GDK_KEY_Right || key == GDK_KEY_KP_Right) != is_rtl ? 1 : -1;
  int down = key == GDK_KEY_Down || key == GDK_KEY_KP_Down ? 1 : -1;

  switch (key)
    {
    case GDK_KEY_Left:
    case GDK_KEY_KP_Left:
    case GDK_KEY_Right:
    case GDK_KEY_KP_Right:
      if (is_in_rows (self))
        walk_across (self, side);
      else
        walk_along (self, side);
      return TRUE;
    case GDK_KEY_Up:
    case GDK_KEY_KP_Up:
    case GDK_KEY_Down:
    case GDK_KEY_KP_Down:
      if (is_in_rows (self))
        walk_along (self, down);
      else
        walk_across (self, down);
      return TRUE;
    case GDK_KEY_Home:
    case GDK_KEY_KP_Home:
      walk_to_end (self, -1);
      return TRUE;
    case GDK_KEY_End:
    case GDK_KEY_KP_End:
      walk_to_end (self, 1);
      return TRUE;
    default:
      return FALSE;
    }
}

static gboolean
key_pressed_cb (GtkEventControllerKey *controller,
                guint                  key,
                guint                  code,
                GdkModifierType        state,
                ScChartView           *self)
{
  if (self->chart == NULL || (state & (GDK_CONTROL_MASK | GDK_ALT_MASK)) != 0)
    return FALSE;
  if (walk (self, key))
    return TRUE;

  switch (key)
    {
    case GDK_KEY_Return:
    case GDK_KEY_KP_Enter:
    case GDK_KEY_space:
      sc_chart_view_activate (self);
      return self->current >= 0;
    case GDK_KEY_Escape:
      if (self->current < 0)
        return FALSE;
      sc_chart_view_set_current (self, -1, FALSE);
      return TRUE;
    case GDK_KEY_Menu:
      open_menu (self, -1, -1);
      return TRUE;
    case GDK_KEY_F10:
      if ((state & GDK_SHIFT_MASK) == 0)
        return FALSE;
      open_menu (self, -1, -1);
      return TRUE;
    default:
      return FALSE;
    }
}

static int
find_spot (ScChartView *self,
           double       x,
           double       y)
{
  ScChartPicture *picture = sc_chart_view_need_picture (self);

  return picture != NULL ? sc_chart_picture_find_spot (picture, (ScPoint) { x / self->scale, y / self->scale }) : -1;
}

static void
moved_cb (GtkEventControllerMotion *motion,
          double                    x,
          double                    y,
          ScChartView              *self)
{
  sc_chart_view_set_current (self, find_spot (self, x, y), FALSE);
}

static void
left_cb (ScChartView *self)
{
  sc_chart_view_set_current (self, -1, FALSE);
}

static void
released_cb (GtkGestureClick *click,
             int              n_press,
             double           x,
             double           y,
             ScChartView     *self)
{
  guint button = gtk_gesture_single_get_current_button (GTK_GESTURE_SINGLE (click));

  gtk_widget_grab_focus (GTK_WIDGET (self));
  sc_chart_view_set_current (self, find_spot (self, x, y), FALSE);
  if (button == GDK_BUTTON_PRIMARY)
    sc_chart_view_activate (self);
  else if (button == GDK_BUTTON_SECONDARY)
    open_menu (self, x, y);
}

static void
held_cb (GtkGestureLongPress *gesture,
         double               x,
         double               y,
         ScChartView         *self)
{
  gtk_gesture_set_state (GTK_GESTURE (gesture), GTK_EVENT_SEQUENCE_CLAIMED);
  open_menu (self, x, y);
}

static gboolean
query_tooltip_cb (ScChartView *self,
                  int          x,
                  int          y,
                  gboolean     is_keyboard,
                  GtkTooltip  *tooltip)
{
  const ScChartSpot *spot = get_spot (self, is_keyboard ? self->current : find_spot (self, x, y));
  ScBox ring = sc_chart_view_get_ring (self);
  g_autofree char *words = NULL;

  if (spot == NULL)
    return FALSE;

  words = sc_chart_tell_point (self->chart, spot->series, spot->point);
  gtk_tooltip_set_text (tooltip, words);
  gtk_tooltip_set_tip_area (tooltip, &(GdkRectangle) {
    (int) ring.x, (int) ring.y, (int) ring.width, (int) ring.height,
  });

  return TRUE;
}

/* What a person can do with the chart. */
void
sc_chart_view_add_controls (ScChartView *self)
{
  GtkWidget *widget = GTK_WIDGET (self);
  GtkEventController *keys = gtk_event_controller_key_new ();
  GtkEventController *motion = gtk_event_controller_motion_new ();
  GtkEventController *focus = gtk_event_controller_focus_new ();
  GtkGesture *click = gtk_gesture_click_new ();
  GtkGesture *hold = gtk_gesture_long_press_new ();

  gtk_gesture_single_set_button (GTK_GESTURE_SINGLE (click), 0);
  gtk_gesture_single_set_touch_only (GTK_GESTURE_SINGLE (hold), TRUE);
  g_signal_connect_object (keys, "key-pressed", G_CALLBACK (key_pressed_cb), self, 0);
  g_signal_connect_object (motion, "motion", G_CALLBACK (moved_cb), self, 0);
  g_signal_connect_object (motion, "leave", G_CALLBACK (left_cb), self, G_CONNECT_SWAPPED);
  g_signal_connect_object (focus, "leave", G_CALLBACK (left_cb), self, G_CONNECT_SWAPPED);
  g_signal_connect_object (click, "released", G_CALLBACK (released_cb), self, 0);
  g_signal_connect_object (hold, "pressed", G_CALLBACK (held_cb), self, 0);
  g_signal_connect (self, "query-tooltip", G_CALLBACK (query_tooltip_cb), NULL);
  gtk_widget_add_controller (widget, keys);
  gtk_widget_add_controller (widget, motion);
  gtk_widget_add_controller (widget, focus);
  gtk_widget_add_controller (widget, GTK_EVENT_CONTROLLER (hold));
  gtk_widget_add_controller (widget, GTK_EVENT_CONTROLLER (click));
}

static void
copy_cb (GtkWidget  *widget,
         const char *action,
         GVariant   *parameter)
{
  if (SC_CHART_VIEW (widget)->chart != NULL)
    sc_chart_copy (widget, SC_CHART_VIEW (widget)->chart);
}

static void
copy_table_cb (GtkWidget  *widget,
               const char *action,
               GVariant   *parameter)
{
  if (SC_CHART_VIEW (widget)->chart != NULL)
    sc_chart_copy_table (widget, SC_CHART_VIEW (widget)->chart);
}

static void
save_cb (GtkWidget  *widget,
         const char *action,
         GVariant   *parameter)
{
  if (SC_CHART_VIEW (widget)->chart != NULL)
    sc_chart_save (widget, SC_CHART_VIEW (widget)->chart, g_variant_get_string (parameter, NULL));
}

/* Has every chart do what its menu says. */
void
sc_chart_view_install_actions (GtkWidgetClass *widget_class)
{
  gtk_widget_class_install_action (widget_class, "chart.copy", NULL, copy_cb);
  gtk_widget_class_install_action (widget_class, "chart.copy-table", NULL, copy_table_cb);
  gtk_widget_class_install_action (widget_class, "chart.save", "s", save_cb);
  gtk_widget_class_add_binding_action (widget_class, GDK_KEY_c, GDK_CONTROL_MASK, "chart.copy", NULL);
}

/**
 * sc_chart_view_make_menu:
 *
 * Returns: (transfer full): what can be done with a chart, for a menu on it or beside it
 */
GMenuModel *
sc_chart_view_make_menu (void)
{
  GMenu *menu = g_menu_new ();
  g_autoptr (GMenu) copy = g_menu_new ();
  g_autoptr (GMenu) save = g_menu_new ();

  g_menu_append (copy, _("_Copy Picture"), "chart.copy");
  g_menu_append (copy, _("Copy _Table"), "chart.copy-table");
  for (guint i = 0; i < SC_N_CHART_FORMATS; i++)
    {
      const ScFileFormat *format = sc_chart_format_describe (i);
      /* Translators: in the menu of a chart; %s is a format of files, such as PDF. */
      g_autofree char *label = g_strdup_printf (_("Save as %s…"), g_dgettext (GETTEXT_PACKAGE, format->name));
      g_autoptr (GMenuItem) item = g_menu_item_new (label, NULL);

      g_menu_item_set_action_and_target (item, "chart.save", "s", format->id);
      g_menu_append_item (save, item);
    }
  g_menu_append_section (menu, NULL, G_MENU_MODEL (copy));
  g_menu_append_section (menu, NULL, G_MENU_MODEL (save));

  return G_MENU_MODEL (menu);
}
