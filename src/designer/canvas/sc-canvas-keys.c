/* SPDX-License-Identifier: GPL-3.0-or-later */

/* The canvas by keyboard: one stop of Tab among others, within which the
 * arrows walk the cards. From a card, Tab goes to its findings, to the place
 * behind it and to the client mark, and then on. */

#include "designer/canvas/sc-canvas-private.h"

#include <glib/gi18n-lib.h>
#include <math.h>

#include "designer/canvas/sc-stage-menu.h"

static int
find_focused_card (ScCanvas *self)
{
  GtkWidget *child = gtk_widget_get_focus_child (GTK_WIDGET (self));

  for (guint i = 0; i < self->slots->len; i++)
    if (GTK_WIDGET (sc_canvas_get_slot (self, i)->card) == child)
      return (int) i;

  return -1;
}

static gboolean
focus_card (ScCanvas *self,
            guint     position)
{
  return gtk_widget_grab_focus (GTK_WIDGET (sc_canvas_get_slot (self, position)->card));
}

static int
get_selected_position (ScCanvas *self)
{
  guint position;

  if (self->selected != NULL && sc_version_find_stage (self->version, self->selected, &position) != NULL)
    return (int) position;

  return 0;
}

static gboolean
focus_entry (ScCanvas *self)
{
  if (self->slots->len == 0)
    return FALSE;

  return focus_card (self, (guint) get_selected_position (self));
}

static gboolean
move_forward (ScCanvas *self)
{
  int card = find_focused_card (self);
  GtkWidget *child = gtk_widget_get_focus_child (GTK_WIDGET (self));
  int mark = sc_version_get_mark_position (self->version);

  if (card >= 0 && gtk_widget_child_focus (GTK_WIDGET (sc_canvas_get_slot (self, (guint) card)->card),
                                           GTK_DIR_TAB_FORWARD))
    return TRUE;
  if (card >= 0 && !self->is_preview)
    return gtk_widget_grab_focus (self->gaps->pdata[card + 1]);
  if (mark >= 0 && (guint) mark + 1 < self->gaps->len && child == self->gaps->pdata[mark + 1])
    return gtk_widget_grab_focus (self->mark);

  return FALSE;
}

static gboolean
move_backward (ScCanvas *self)
{
  int card = find_focused_card (self);
  GtkWidget *child = gtk_widget_get_focus_child (GTK_WIDGET (self));
  guint gap;

  if (child == self->mark)
    return gtk_widget_grab_focus (self->gaps->pdata[sc_version_get_mark_position (self->version) + 1]);
  if (card < 0 && g_ptr_array_find (self->gaps, child, &gap))
    return focus_card (self, gap > 0 ? gap - 1 : 0);
  if (card >= 0 && gtk_widget_get_focus_child (child) != NULL)
    return focus_card (self, (guint) card);

  return FALSE;
}

/* The card in the row above or below that is nearest, -1 for none. */
static int
find_in_row (ScCanvas *self,
             guint     from,
             int       step)
{
  const ScPlace *places = self->layout->places;
  int row = (int) places[from].row + step;
  int found = -1;
  double nearest = G_MAXDOUBLE;

  for (guint i = 0; i < self->layout->n_stages; i++)
    if ((int) places[i].row == row && fabs (places[i].card.x - places[from].card.x) < nearest)
      {
        nearest = fabs (places[i].card.x - places[from].card.x);
        found = (int) i;
      }

  return found;
}

static int
find_next (ScCanvas *self,
           int       from,
           guint     keyval)
{
  int step = self->options.direction == SC_DIRECTION_RTL ? -1 : 1;

  switch (keyval)
    {
    case GDK_KEY_Left:
    case GDK_KEY_KP_Left:
      return from - step;
    case GDK_KEY_Right:
    case GDK_KEY_KP_Right:
      return from + step;
    case GDK_KEY_Up:
    case GDK_KEY_KP_Up:
      return find_in_row (self, (guint) from, -1);
    case GDK_KEY_Down:
    case GDK_KEY_KP_Down:
      return find_in_row (self, (guint) from, 1);
    case GDK_KEY_Home:
    case GDK_KEY_KP_Home:
      return 0;
    case GDK_KEY_End:
    case GDK_KEY_KP_End:
      return (int) self->slots->len - 1;
    default:
      return G_MININT;
    }
}

static gboolean
move_mark (ScCanvas *self,
           guint     keyval)
{
  int position = sc_version_get_mark_position (self->version);
  int to = find_next (self, position, keyval);

  if (to == G_MININT)
    return GDK_EVENT_PROPAGATE;
  if (to >= 0 && (guint) to < self->slots->len && to != position)
    gtk_widget_activate_action (GTK_WIDGET (self), "designer.set-mark", "s",
                                sc_version_get_stage (self->version, (guint) to)->id);

  return GDK_EVENT_STOP;
}

static gboolean
is_vertical (guint keyval)
{
  return keyval == GDK_KEY_Up || keyval == GDK_KEY_KP_Up || keyval == GDK_KEY_Down || keyval == GDK_KEY_KP_Down;
}

/* From row to row stages are passed over: who does not see the rows is told. */
static void
tell_row (ScCanvas *self,
          int       card)
{
  g_autofree char *text = g_strdup_printf (_("Row %1$u of %2$u"), self->layout->places[card].row + 1, self->layout->n_rows);

  gtk_accessible_announce (GTK_ACCESSIBLE (self), text, GTK_ACCESSIBLE_ANNOUNCEMENT_PRIORITY_MEDIUM);
}

static gboolean
walk (ScCanvas *self,
      guint     keyval)
{
  GtkWidget *child = gtk_widget_get_focus_child (GTK_WIDGET (self));
  int card = find_focused_card (self);
  guint gap;
  int to;

  if (child == self->mark)
    return move_mark (self, keyval);
  if (card < 0 && g_ptr_array_find (self->gaps, child, &gap))
    {
      to = find_next (self, (int) gap, keyval);
      to = to == (int) gap - 1 ? (int) gap - 1 : to == (int) gap + 1 ? (int) gap : G_MININT;
    }
  else
    {
      to = card < 0 ? G_MININT : find_next (self, card, keyval);
    }

  if (to == G_MININT)
    return GDK_EVENT_PROPAGATE;
  if (to >= 0 && (guint) to < self->slots->len)
    focus_card (self, (guint) to);
  if (card >= 0 && is_vertical (keyval))
    tell_row (self, to >= 0 ? to : card);

  return GDK_EVENT_STOP;
}

/* Whether the focus is in a menu that stands open on the canvas. */
static gboolean
is_in_menu (ScCanvas *self)
{
  GtkRoot *root = gtk_widget_get_root (GTK_WIDGET (self));
  GtkWidget *focus = root != NULL ? gtk_root_get_focus (root) : NULL;
  GtkWidget *menu = focus != NULL ? gtk_widget_get_ancestor (focus, GTK_TYPE_POPOVER) : NULL;

  return menu != NULL && gtk_widget_is_ancestor (menu, GTK_WIDGET (self));
}

/* What asks for the menu of what has the focus. */
static gboolean
is_menu_key (guint           keyval,
             GdkModifierType state)
{
  GdkModifierType modifiers = state & gtk_accelerator_get_default_mod_mask ();

  return (keyval == GDK_KEY_Menu && modifiers == 0) || (keyval == GDK_KEY_F10 && modifiers == GDK_SHIFT_MASK);
}

static gboolean
key_pressed_cb (ScCanvas       *self,
                guint           keyval,
                guint           keycode,
                GdkModifierType state)
{
  int card = find_focused_card (self);
  gboolean is_on_card = card >= 0 && gtk_widget_is_focus (GTK_WIDGET (sc_canvas_get_slot (self, (guint) card)->card));

  if (is_in_menu (self))
    return GDK_EVENT_PROPAGATE;
  if (is_on_card && !self->is_preview && is_menu_key (keyval, state))
    {
      sc_canvas_set_selected (self, sc_version_get_stage (self->version, (guint) card)->id);
      sc_canvas_popup_menu (self);
      return GDK_EVENT_STOP;
    }
  if (!sc_canvas_require_layout (self) || (state & (GDK_CONTROL_MASK | GDK_ALT_MASK | GDK_SHIFT_MASK)) != 0)
    return GDK_EVENT_PROPAGATE;

  if (keyval == GDK_KEY_Escape && self->selected != NULL && !self->is_preview)
    {
      sc_canvas_set_selected (self, NULL);
      return GDK_EVENT_STOP;
    }
  if (is_on_card && !self->is_preview && (keyval == GDK_KEY_Return || keyval == GDK_KEY_KP_Enter))
    {
      sc_canvas_edit_name (self, sc_version_get_stage (self->version, (guint) card)->id);
      return GDK_EVENT_STOP;
    }
  if (is_on_card && !self->is_preview && keyval == GDK_KEY_space)
    {
      sc_canvas_set_selected (self, sc_version_get_stage (self->version, (guint) card)->id);
      return GDK_EVENT_STOP;
    }

  return walk (self, keyval);
}

static void
menu_closed_cb (GtkPopover *popover,
                ScCanvas   *self)
{
  int position = find_focused_card (self);

  if (position < 0 && self->selected != NULL)
    sc_canvas_focus_stage (self, self->selected);
}

/**
 * sc_canvas_get_worked_on:
 * @self: a canvas
 *
 * Returns: (transfer none) (nullable): the id of the stage that keys are about: the one that is
 *   selected, or else, as after Escape, the one that has the focus
 */
const char *
sc_canvas_get_worked_on (ScCanvas *self)
{
  int card;

  g_return_val_if_fail (SC_IS_CANVAS (self), NULL);

  if (self->selected != NULL || self->version == NULL)
    return self->selected;
  card = find_focused_card (self);

  return card >= 0 && (guint) card < self->version->stages->len ? sc_version_get_stage (self->version, (guint) card)->id : NULL;
}

/**
 * sc_canvas_popup_menu_at:
 * @self: a canvas
 * @x: where it was asked for
 * @y: the same
 *
 * Opens the selected stage's menu at a place of the canvas.
 */
void
sc_canvas_popup_menu_at (ScCanvas *self,
                         double    x,
                         double    y)
{
  g_autoptr (GMenuModel) menu = NULL;
  guint position;

  g_return_if_fail (SC_IS_CANVAS (self));

  if (self->is_preview || self->selected == NULL ||
      sc_version_find_stage (self->version, self->selected, &position) == NULL)
    return;

  menu = sc_stage_menu_new (self->version, position);
  g_clear_pointer (&self->menu, gtk_widget_unparent);
  self->menu = gtk_popover_menu_new_from_model (menu);
  gtk_widget_set_parent (self->menu, GTK_WIDGET (self));
  gtk_popover_set_has_arrow (GTK_POPOVER (self->menu), FALSE);
  gtk_widget_set_halign (self->menu, GTK_ALIGN_START);
  g_signal_connect_object (self->menu, "closed", G_CALLBACK (menu_closed_cb), self, G_CONNECT_DEFAULT);
  gtk_popover_set_pointing_to (GTK_POPOVER (self->menu), &(GdkRectangle) { (int) x, (int) y, 1, 1 });
  gtk_popover_popup (GTK_POPOVER (self->menu));
}

/**
 * sc_canvas_popup_menu:
 * @self: a canvas
 *
 * Opens the selected stage's menu on its card.
 */
void
sc_canvas_popup_menu (ScCanvas *self)
{
  graphene_rect_t bounds;
  guint position;

  g_return_if_fail (SC_IS_CANVAS (self));

  if (self->version == NULL || sc_version_find_stage (self->version, self->selected, &position) == NULL)
    return;

  if (gtk_widget_compute_bounds (GTK_WIDGET (sc_canvas_get_slot (self, position)->card), GTK_WIDGET (self), &bounds))
    sc_canvas_popup_menu_at (self, bounds.origin.x + 16, bounds.origin.y + 40);
}

/**
 * sc_canvas_move_focus:
 * @self: a canvas
 * @direction: where to
 *
 * Moves the keyboard's place within the canvas, or into it.
 *
 * Returns: whether it stays within
 */
gboolean
sc_canvas_move_focus (ScCanvas        *self,
                      GtkDirectionType direction)
{
  if (self->version == NULL || self->slots->len == 0)
    return FALSE;
  if (gtk_widget_get_focus_child (GTK_WIDGET (self)) == NULL)
    return focus_entry (self);
  if (is_in_menu (self))
    return gtk_widget_child_focus (gtk_widget_get_focus_child (GTK_WIDGET (self)), direction);
  if (direction == GTK_DIR_TAB_FORWARD)
    return move_forward (self);
  if (direction == GTK_DIR_TAB_BACKWARD)
    return move_backward (self);

  return FALSE;
}

/**
 * sc_canvas_init_keys:
 * @self: a canvas
 *
 * Makes it answer to the keyboard.
 */
void
sc_canvas_init_keys (ScCanvas *self)
{
  GtkEventController *keys = gtk_event_controller_key_new ();

  g_signal_connect_swapped (keys, "key-pressed", G_CALLBACK (key_pressed_cb), self);
  gtk_widget_add_controller (GTK_WIDGET (self), keys);
}
