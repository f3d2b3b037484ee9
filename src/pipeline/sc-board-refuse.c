/* SPDX-License-Identifier: GPL-3.0-or-later */

/* What becomes of a deal, on the board: the keys, and the strips to drop a card on, which
 * are there while one is dragged. */

#include "pipeline/sc-board-private.h"

#include "deal/sc-deal-refuse.h"
#include "pipeline/sc-dragged-deal.h"

/* The one with the focus, or those that are selected with it. */
static gboolean
key_cb (GtkWidget *widget,
        GVariant  *arguments,
        gpointer   user_data)
{
  ScBoard *self = SC_BOARD (widget);
  GActionGroup *actions = sc_deal_actions_get_group (self->actions);

  for (guint i = 0; i < self->columns->len; i++)
    {
      ScStageColumn *column = sc_board_get_column (self, i);
      ScDealItem *item = sc_stage_column_get_focus_item (column);
      ScDeal *deal = item != NULL ? sc_deal_item_get_deal (item) : NULL;

      if (deal == NULL)
        continue;

      sc_board_aim (self, self->actions, deal);
      g_action_group_activate_action (actions, g_variant_get_string (arguments, NULL), NULL);
      return GDK_EVENT_STOP;
    }

  return GDK_EVENT_PROPAGATE;
}

/* Has keys say what becomes of a deal. */
void
sc_board_install_keys (GtkWidgetClass *widget_class)
{
  gtk_widget_class_add_binding (widget_class, GDK_KEY_t, GDK_CONTROL_MASK, key_cb, "s", "add-step");
  gtk_widget_class_add_binding (widget_class, GDK_KEY_Return, GDK_CONTROL_MASK, key_cb, "s", "finish-step");
  gtk_widget_class_add_binding (widget_class, GDK_KEY_g, GDK_CONTROL_MASK, key_cb, "s", "win");
  gtk_widget_class_add_binding (widget_class, GDK_KEY_r, GDK_CONTROL_MASK, key_cb, "s", "refuse");
}

static void
end_drag (ScBoard *self,
          GdkDrag *drag)
{
  g_signal_handlers_disconnect_by_data (drag, self);
  gtk_revealer_set_reveal_child (self->strips_revealer, FALSE);
}

static void
drag_ended_cb (ScBoard *self,
               GdkDrag *drag)
{
  end_drag (self, drag);
}

static void
drag_cancelled_cb (ScBoard            *self,
                   GdkDragCancelReason reason,
                   GdkDrag            *drag)
{
  end_drag (self, drag);
}

/* A card may be gone before the drag of it ends, so it is the drag that says so; not as
 * soon as it is let go, or what it is dropped on would be gone by then. */
static void
drag_entered_cb (ScBoard                 *self,
                 double                   x,
                 double                   y,
                 GtkDropControllerMotion *motion)
{
  GdkDrop *drop = gtk_drop_controller_motion_get_drop (motion);
  GdkDrag *drag = drop != NULL ? gdk_drop_get_drag (drop) : NULL;

  if (drag == NULL || gtk_revealer_get_reveal_child (self->strips_revealer)
      || !gdk_content_formats_contain_gtype (gdk_drop_get_formats (drop), SC_TYPE_DRAGGED_DEAL))
    return;

  gtk_revealer_set_reveal_child (self->strips_revealer, TRUE);
  g_signal_connect_object (drag, "dnd-finished", G_CALLBACK (drag_ended_cb), self, G_CONNECT_SWAPPED);
  g_signal_connect_object (drag, "cancel", G_CALLBACK (drag_cancelled_cb), self, G_CONNECT_SWAPPED);
}

/* A deal of another window's database is not known here. */
static gboolean
is_own (ScBoard      *self,
        const GValue *value)
{
  ScDraggedDeal *dragged = value != NULL ? g_value_get_object (value) : NULL;

  return dragged == NULL || sc_dragged_deal_get_store (dragged) == self->store;
}

static GdkDragAction
strip_motion_cb (GtkDropTarget *target,
                 double         x,
                 double         y,
                 ScBoard       *self)
{
  return is_own (self, gtk_drop_target_get_value (target)) ? GDK_ACTION_MOVE : 0;
}

static void
win (ScBoard *self,
     ScDeal  *deal)
{
  sc_deal_actions_set_place (self->menu_actions, self->store, self->version);
  sc_deal_actions_set_deal (self->menu_actions, deal);
  g_action_group_activate_action (sc_deal_actions_get_group (self->menu_actions), "win", NULL);
}

static gboolean
strip_dropped_cb (GtkDropTarget *target,
                  const GValue  *value,
                  double         x,
                  double         y,
                  ScBoard       *self)
{
  ScDeal *deal;

  if (!is_own (self, value))
    return FALSE;

  sc_edge_scroll_stop (self->edge_scroll);
  deal = sc_dragged_deal_get_deal (g_value_get_object (value));
  if (gtk_event_controller_get_widget (GTK_EVENT_CONTROLLER (target)) == self->win_strip)
    win (self, deal);
  else
    sc_deal_refuse (GTK_WIDGET (self), self->store, deal, NULL);

  return TRUE;
}

static void
add_target (ScBoard   *self,
            GtkWidget *strip)
{
  GtkDropTarget *target = gtk_drop_target_new (SC_TYPE_DRAGGED_DEAL, GDK_ACTION_MOVE);

  gtk_drop_target_set_preload (target, TRUE);
  g_signal_connect (target, "enter", G_CALLBACK (strip_motion_cb), self);
  g_signal_connect (target, "motion", G_CALLBACK (strip_motion_cb), self);
  g_signal_connect (target, "drop", G_CALLBACK (strip_dropped_cb), self);
  gtk_widget_add_controller (strip, GTK_EVENT_CONTROLLER (target));
}

/* Lets a card be dropped on the strips. */
void
sc_board_install_strips (ScBoard *self)
{
  GtkEventController *motion = gtk_drop_controller_motion_new ();

  g_signal_connect_swapped (motion, "enter", G_CALLBACK (drag_entered_cb), self);
  gtk_widget_add_controller (GTK_WIDGET (self), motion);
  add_target (self, self->win_strip);
  add_target (self, self->refuse_strip);
}
