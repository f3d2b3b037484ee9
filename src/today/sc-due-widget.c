/* SPDX-License-Identifier: GPL-3.0-or-later */

/* A row of Today: what is due for which deal, with what can be done about it. */

#include "today/sc-due-widget.h"

#include <glib/gi18n-lib.h>

#include "deal/sc-deal-text.h"
#include "widgets/sc-wall-clock.h"

struct _ScDueWidget
{
  GtkBox parent_instance;

  ScDueItem *item;

  GtkWidget *done_button;
  GtkLabel *what_label;
  GtkLabel *where_label;
  GtkLabel *when_label;
  GtkMenuButton *postpone_button;
  /* Made when it is asked for: rows are many. */
  GtkPopover *menu_popover;
};

enum {
  SIGNAL_DONE,
  SIGNAL_POSTPONE,
  SIGNAL_OPEN,
  N_SIGNALS,
};

static guint signals[N_SIGNALS];

G_DEFINE_FINAL_TYPE (ScDueWidget, sc_due_widget, GTK_TYPE_BOX);

static void
done_activated (GtkWidget  *widget,
                const char *action,
                GVariant   *parameter)
{
  g_signal_emit (widget, signals[SIGNAL_DONE], 0, SC_DUE_WIDGET (widget)->item);
}

static void
postpone_activated (GtkWidget  *widget,
                    const char *action,
                    GVariant   *parameter)
{
  g_signal_emit (widget, signals[SIGNAL_POSTPONE], 0, SC_DUE_WIDGET (widget)->item, g_variant_get_int32 (parameter));
}

static void
open_activated (GtkWidget  *widget,
                const char *action,
                GVariant   *parameter)
{
  g_signal_emit (widget, signals[SIGNAL_OPEN], 0, SC_DUE_WIDGET (widget)->item);
}

/* Not in the template: what is said there of an action takes no “(1)”. */
static GMenuModel *
make_postponements (void)
{
  GMenu *menu = g_menu_new ();

  g_menu_append (menu, _("To _Tomorrow"), "due.postpone(1)");
  g_menu_append (menu, _("By _Three Working Days"), "due.postpone(3)");
  g_menu_append (menu, _("By a _Week"), "due.postpone(5)");
  g_menu_append (menu, _("By _Four Weeks"), "due.postpone(20)");

  return G_MENU_MODEL (menu);
}

static const char *
get_done_label (ScDueKind kind)
{
  return kind == SC_DUE_PAYMENT ? _("Paid Today") : _("Done");
}

static void
create_postponements (GtkMenuButton *button,
                      gpointer       user_data)
{
  g_autoptr (GMenuModel) postponements = make_postponements ();

  if (gtk_menu_button_get_menu_model (button) == NULL)
    gtk_menu_button_set_menu_model (button, postponements);
}

static void
show_menu (ScDueWidget *self,
           double       x,
           double       y)
{
  g_autoptr (GMenu) menu = g_menu_new ();
  g_autoptr (GMenuModel) postponements = make_postponements ();
  ScDueKind kind = sc_due_item_get_row (self->item)->kind;

  g_menu_append (menu, _("_Open Deal"), "due.open");
  if (sc_due_item_can_be_done (self->item))
    {
      g_menu_append (menu, get_done_label (kind), "due.done");
      g_menu_append_submenu (menu, _("_Postpone"), postponements);
    }
  if (self->menu_popover == NULL)
    {
      self->menu_popover = GTK_POPOVER (gtk_popover_menu_new_from_model (NULL));
      gtk_popover_set_has_arrow (self->menu_popover, FALSE);
      gtk_widget_set_halign (GTK_WIDGET (self->menu_popover), GTK_ALIGN_START);
      gtk_box_append (GTK_BOX (self), GTK_WIDGET (self->menu_popover));
    }
  gtk_popover_menu_set_menu_model (GTK_POPOVER_MENU (self->menu_popover), G_MENU_MODEL (menu));
  gtk_popover_set_pointing_to (self->menu_popover, &(GdkRectangle) { (int) x, (int) y, 1, 1 });
  gtk_popover_popup (self->menu_popover);
}

static void
menu_activated (GtkWidget  *widget,
                const char *action,
                GVariant   *parameter)
{
  show_menu (SC_DUE_WIDGET (widget), 24, gtk_widget_get_height (widget));
}

static void
pressed_cb (GtkGestureClick *gesture,
            int              n_press,
            double           x,
            double           y,
            ScDueWidget     *self)
{
  show_menu (self, x, y);
}

/* Tab comes to the row first, which a box would pass over for its buttons. */
static gboolean
sc_due_widget_focus (GtkWidget       *widget,
                     GtkDirectionType direction)
{
  gboolean is_within = gtk_widget_get_focus_child (widget) != NULL;

  if (gtk_widget_is_focus (widget) ? direction == GTK_DIR_TAB_BACKWARD : !is_within)
    return !gtk_widget_is_focus (widget) && gtk_widget_grab_focus (widget);
  if (GTK_WIDGET_CLASS (sc_due_widget_parent_class)->focus (widget, direction))
    return TRUE;

  return is_within && direction == GTK_DIR_TAB_BACKWARD && gtk_widget_grab_focus (widget);
}

static gboolean
sc_due_widget_grab_focus (GtkWidget *widget)
{
  GtkRoot *root = gtk_widget_get_root (widget);

  if (root == NULL)
    return FALSE;

  gtk_root_set_focus (root, widget);

  return TRUE;
}

static void
sc_due_widget_dispose (GObject *object)
{
  g_clear_object (&SC_DUE_WIDGET (object)->item);
  gtk_widget_dispose_template (GTK_WIDGET (object), SC_TYPE_DUE_WIDGET);

  G_OBJECT_CLASS (sc_due_widget_parent_class)->dispose (object);
}

static void
sc_due_widget_class_init (ScDueWidgetClass *klass)
{
  GtkWidgetClass *widget_class = GTK_WIDGET_CLASS (klass);

  G_OBJECT_CLASS (klass)->dispose = sc_due_widget_dispose;
  widget_class->focus = sc_due_widget_focus;
  widget_class->grab_focus = sc_due_widget_grab_focus;

  signals[SIGNAL_DONE] = g_signal_new ("done", SC_TYPE_DUE_WIDGET, G_SIGNAL_RUN_LAST, 0, NULL, NULL, NULL,
                                       G_TYPE_NONE, 1, SC_TYPE_DUE_ITEM);
  signals[SIGNAL_POSTPONE] = g_signal_new ("postpone", SC_TYPE_DUE_WIDGET, G_SIGNAL_RUN_LAST, 0, NULL, NULL, NULL,
                                           G_TYPE_NONE, 2, SC_TYPE_DUE_ITEM, G_TYPE_INT);
  signals[SIGNAL_OPEN] = g_signal_new ("open", SC_TYPE_DUE_WIDGET, G_SIGNAL_RUN_LAST, 0, NULL, NULL, NULL,
                                       G_TYPE_NONE, 1, SC_TYPE_DUE_ITEM);

  /* A box has no name to tell when the focus comes to it. */
  gtk_widget_class_set_accessible_role (widget_class, GTK_ACCESSIBLE_ROLE_GROUP);
  gtk_widget_class_set_template_from_resource (widget_class,
                                               "/io/github/stagecraft/Stagecraft/today/sc-due-widget.ui");
  gtk_widget_class_bind_template_child (widget_class, ScDueWidget, done_button);
  gtk_widget_class_bind_template_child (widget_class, ScDueWidget, what_label);
  gtk_widget_class_bind_template_child (widget_class, ScDueWidget, where_label);
  gtk_widget_class_bind_template_child (widget_class, ScDueWidget, when_label);
  gtk_widget_class_bind_template_child (widget_class, ScDueWidget, postpone_button);

  gtk_widget_class_install_action (widget_class, "due.done", NULL, done_activated);
  gtk_widget_class_install_action (widget_class, "due.postpone", "i", postpone_activated);
  gtk_widget_class_install_action (widget_class, "due.open", NULL, open_activated);
  gtk_widget_class_install_action (widget_class, "menu.popup", NULL, menu_activated);
  gtk_widget_class_add_binding_action (widget_class, GDK_KEY_Return, GDK_CONTROL_MASK, "due.done", NULL);
  gtk_widget_class_add_binding_action (widget_class, GDK_KEY_Right, GDK_ALT_MASK, "due.postpone", "i", 1);
  gtk_widget_class_add_binding_action (widget_class, GDK_KEY_F10, GDK_SHIFT_MASK, "menu.popup", NULL);
  gtk_widget_class_add_binding_action (widget_class, GDK_KEY_Menu, 0, "menu.popup", NULL);
}

static char *
describe_when (const ScDueRow *row,
               ScInstant       now)
{
  ScDate today = sc_date_from_instant (now);
  guint days = row->due < today ? today - row->due : 0;

  if (row->kind == SC_DUE_STAGE)
    return sc_deal_over_to_text (row->deal, row->target, row->calendar, now);
  if (days == 0)
    return g_strdup (_("Today"));
  if (days == 1)
    return g_strdup (_("Yesterday"));
  if (days < 30)
    return g_strdup_printf (ngettext ("%u day ago", "%u days ago", days), days);

  return sc_date_to_text (row->due);
}

/* A step that is due today is in time, and so is a trial that ends today. */
static gboolean
is_over (const ScDueRow *row,
         ScDate          today)
{
  return row->kind == SC_DUE_STAGE || row->due < today;
}

/* What changes as time goes by. */
static void
show_when (ScDueWidget *self)
{
  g_autofree char *when = NULL;
  g_autofree char *label = NULL;

  if (self->item == NULL)
    return;

  when = describe_when (sc_due_item_get_row (self->item), sc_clock_now ());
  label = g_strdup_printf ("%s, %s, %s", sc_due_item_get_what (self->item), when, sc_due_item_get_where (self->item));
  gtk_label_set_label (self->when_label, when);
  if (is_over (sc_due_item_get_row (self->item), sc_clock_today ()))
    gtk_widget_add_css_class (GTK_WIDGET (self->when_label), "error");
  else
    gtk_widget_remove_css_class (GTK_WIDGET (self->when_label), "error");
  gtk_accessible_update_property (GTK_ACCESSIBLE (self), GTK_ACCESSIBLE_PROPERTY_LABEL, label, -1);
}

static void
sc_due_widget_init (ScDueWidget *self)
{
  GtkGesture *click = gtk_gesture_click_new ();

  gtk_widget_init_template (GTK_WIDGET (self));
  gtk_menu_button_set_create_popup_func (self->postpone_button, create_postponements, NULL, NULL);
  gtk_gesture_single_set_button (GTK_GESTURE_SINGLE (click), GDK_BUTTON_SECONDARY);
  g_signal_connect (click, "pressed", G_CALLBACK (pressed_cb), self);
  gtk_widget_add_controller (GTK_WIDGET (self), GTK_EVENT_CONTROLLER (click));
  g_signal_connect_object (sc_wall_clock_get_default (), "changed", G_CALLBACK (show_when), self, G_CONNECT_SWAPPED);
}

/**
 * sc_due_widget_new:
 *
 * Returns: (transfer floating): a row of the Today view, without an item
 */
GtkWidget *
sc_due_widget_new (void)
{
  return g_object_new (SC_TYPE_DUE_WIDGET, NULL);
}

/**
 * sc_due_widget_set_item:
 * @self: a row
 * @item: (nullable): what it shows
 */
void
sc_due_widget_set_item (ScDueWidget *self,
                        ScDueItem   *item)
{
  const ScDueRow *row;

  g_return_if_fail (SC_IS_DUE_WIDGET (self));

  g_set_object (&self->item, item);
  if (item == NULL)
    return;

  row = sc_due_item_get_row (item);
  gtk_label_set_label (self->what_label, sc_due_item_get_what (item));
  gtk_label_set_label (self->where_label, sc_due_item_get_where (item));
  show_when (self);
  gtk_label_set_wrap (self->when_label, row->kind == SC_DUE_STAGE); /* the rest is short */
  gtk_widget_set_tooltip_text (self->done_button, get_done_label (row->kind));
  gtk_accessible_update_property (GTK_ACCESSIBLE (self->done_button), GTK_ACCESSIBLE_PROPERTY_LABEL,
                                  get_done_label (row->kind), -1);
  gtk_widget_set_visible (self->done_button, sc_due_item_can_be_done (item));
  gtk_widget_set_visible (GTK_WIDGET (self->postpone_button), sc_due_item_can_be_done (item));
}

/**
 * sc_due_widget_get_item:
 * @self: a row
 *
 * Returns: (transfer none) (nullable): what it shows
 */
ScDueItem *
sc_due_widget_get_item (ScDueWidget *self)
{
  g_return_val_if_fail (SC_IS_DUE_WIDGET (self), NULL);

  return self->item;
}
