/* SPDX-License-Identifier: GPL-3.0-or-later */

/* A row of the sidebar: a process, what is to be said of it, and its menu. */

#include "app/sc-process-row.h"

#include <glib/gi18n.h>

#include "app/sc-process-actions.h"

struct _ScProcessRow
{
  GtkListBoxRow parent_instance;

  ScProcess *process;
  GtkLabel *name_label;
  GtkLabel *count_label;
  GtkPopover *menu_popover;
};

G_DEFINE_FINAL_TYPE (ScProcessRow, sc_process_row, GTK_TYPE_LIST_BOX_ROW);

static void
pressed_cb (GtkGestureClick *gesture,
            int              n_press,
            double           x,
            double           y,
            ScProcessRow    *self)
{
  sc_process_row_show_menu (self, x, y);
}

static void
menu_activated (GtkWidget  *widget,
                const char *action,
                GVariant   *parameter)
{
  sc_process_row_show_menu (SC_PROCESS_ROW (widget), 24, gtk_widget_get_height (widget));
}

static GdkContentProvider *
drag_prepared_cb (GtkDragSource *source,
                  double         x,
                  double         y,
                  ScProcessRow  *self)
{
  return gdk_content_provider_new_typed (SC_TYPE_PROCESS_ROW, self);
}

static void
drag_began_cb (GtkDragSource *source,
               GdkDrag       *drag,
               ScProcessRow  *self)
{
  g_autoptr (GdkPaintable) paintable = gtk_widget_paintable_new (GTK_WIDGET (self));

  gtk_drag_source_set_icon (source, paintable, 16, 16);
}

static gboolean
dropped_cb (GtkDropTarget *target,
            const GValue  *value,
            double         x,
            double         y,
            ScProcessRow  *self)
{
  ScProcessRow *dragged = g_value_get_object (value);

  if (dragged == NULL || dragged == self)
    return FALSE;

  return gtk_widget_activate_action (GTK_WIDGET (self), "process.place", "(ss)",
                                     dragged->process->id, self->process->id);
}

/* The place that the dragged process would take: behind this one where it comes
 * from above. */
static void
hovered_cb (GtkDropTarget *target,
            GParamSpec    *pspec,
            ScProcessRow  *self)
{
  const GValue *value = gtk_drop_target_get_value (target);
  ScProcessRow *dragged = value != NULL ? g_value_get_object (value) : NULL;
  int step = dragged != NULL
    ? gtk_list_box_row_get_index (GTK_LIST_BOX_ROW (self)) - gtk_list_box_row_get_index (GTK_LIST_BOX_ROW (dragged))
    : 0;

  gtk_widget_remove_css_class (GTK_WIDGET (self), "drop-above");
  gtk_widget_remove_css_class (GTK_WIDGET (self), "drop-below");
  if (step != 0)
    gtk_widget_add_css_class (GTK_WIDGET (self), step < 0 ? "drop-above" : "drop-below");
}

static void
add_controllers (ScProcessRow *self)
{
  GtkGesture *click = gtk_gesture_click_new ();
  GtkDragSource *source = gtk_drag_source_new ();
  GtkDropTarget *target = gtk_drop_target_new (SC_TYPE_PROCESS_ROW, GDK_ACTION_MOVE);

  gtk_gesture_single_set_button (GTK_GESTURE_SINGLE (click), GDK_BUTTON_SECONDARY);
  g_signal_connect (click, "pressed", G_CALLBACK (pressed_cb), self);
  gtk_widget_add_controller (GTK_WIDGET (self), GTK_EVENT_CONTROLLER (click));

  gtk_drag_source_set_actions (source, GDK_ACTION_MOVE);
  g_signal_connect (source, "prepare", G_CALLBACK (drag_prepared_cb), self);
  g_signal_connect (source, "drag-begin", G_CALLBACK (drag_began_cb), self);
  gtk_widget_add_controller (GTK_WIDGET (self), GTK_EVENT_CONTROLLER (source));

  gtk_drop_target_set_preload (target, TRUE);
  g_signal_connect (target, "notify::value", G_CALLBACK (hovered_cb), self);
  g_signal_connect (target, "drop", G_CALLBACK (dropped_cb), self);
  gtk_widget_add_controller (GTK_WIDGET (self), GTK_EVENT_CONTROLLER (target));
}

/* Only a name that is cut off needs to be told. */
static gboolean
query_tooltip_cb (GtkWidget    *label,
                  int           x,
                  int           y,
                  gboolean      keyboard,
                  GtkTooltip   *tooltip,
                  ScProcessRow *self)
{
  if (!pango_layout_is_ellipsized (gtk_label_get_layout (self->name_label)))
    return FALSE;

  gtk_tooltip_set_text (tooltip, self->process->name);

  return TRUE;
}

static void
sc_process_row_dispose (GObject *object)
{
  gtk_widget_dispose_template (GTK_WIDGET (object), SC_TYPE_PROCESS_ROW);

  G_OBJECT_CLASS (sc_process_row_parent_class)->dispose (object);
}

static void
sc_process_row_finalize (GObject *object)
{
  g_clear_pointer (&SC_PROCESS_ROW (object)->process, sc_process_unref);

  G_OBJECT_CLASS (sc_process_row_parent_class)->finalize (object);
}

static void
sc_process_row_class_init (ScProcessRowClass *klass)
{
  GtkWidgetClass *widget_class = GTK_WIDGET_CLASS (klass);

  G_OBJECT_CLASS (klass)->dispose = sc_process_row_dispose;
  G_OBJECT_CLASS (klass)->finalize = sc_process_row_finalize;

  gtk_widget_class_set_template_from_resource (widget_class,
                                               "/io/github/stagecraft/Stagecraft/app/sc-process-row.ui");
  gtk_widget_class_bind_template_child (widget_class, ScProcessRow, name_label);
  gtk_widget_class_bind_template_child (widget_class, ScProcessRow, count_label);
  gtk_widget_class_bind_template_child (widget_class, ScProcessRow, menu_popover);

  gtk_widget_class_bind_template_callback (widget_class, query_tooltip_cb);

  gtk_widget_class_install_action (widget_class, "menu.popup", NULL, menu_activated);
  gtk_widget_class_add_binding_action (widget_class, GDK_KEY_F10, GDK_SHIFT_MASK, "menu.popup", NULL);
  gtk_widget_class_add_binding_action (widget_class, GDK_KEY_Menu, 0, "menu.popup", NULL);
}

static void
sc_process_row_init (ScProcessRow *self)
{
  gtk_widget_init_template (GTK_WIDGET (self));
  add_controllers (self);
}

static char *
describe (ScProcess *process)
{
  if (process->is_archived)
    return g_strdup_printf (_("%s, archived process"), process->name);
  if (!process->has_published)
    return g_strdup_printf (_("%s, draft process"), process->name);

  return g_strdup_printf (ngettext ("%s, process with %u open deal", "%s, process with %u open deals", process->n_open),
                          process->name, process->n_open);
}

static void
show_process (ScProcessRow *self)
{
  g_autofree char *count = self->process->n_open > 0 ? g_strdup_printf ("%'u", self->process->n_open) : NULL;
  g_autofree char *label = describe (self->process);

  gtk_label_set_label (self->name_label, self->process->name);
  gtk_label_set_label (self->count_label, self->process->has_published ? count : _("Draft"));
  gtk_widget_set_visible (GTK_WIDGET (self->count_label), count != NULL || !self->process->has_published);
  gtk_accessible_update_property (GTK_ACCESSIBLE (self), GTK_ACCESSIBLE_PROPERTY_LABEL, label, -1);
  if (self->process->is_archived)
    gtk_widget_add_css_class (GTK_WIDGET (self), "dimmed");
}

/**
 * sc_process_row_new:
 * @process: a process
 *
 * Returns: (transfer floating): a row of the sidebar that shows it
 */
GtkWidget *
sc_process_row_new (ScProcess *process)
{
  ScProcessRow *self = g_object_new (SC_TYPE_PROCESS_ROW, NULL);

  self->process = sc_process_ref (process);
  show_process (self);

  return GTK_WIDGET (self);
}

/**
 * sc_process_row_get_process:
 * @self: a row
 *
 * Returns: (transfer none): its process
 */
ScProcess *
sc_process_row_get_process (ScProcessRow *self)
{
  g_return_val_if_fail (SC_IS_PROCESS_ROW (self), NULL);

  return self->process;
}

/**
 * sc_process_row_show_menu:
 * @self: a row
 * @x: where, in the row's coordinates
 * @y: where, in the row's coordinates
 *
 * Opens what can be done with the process.
 */
void
sc_process_row_show_menu (ScProcessRow *self,
                          double        x,
                          double        y)
{
  g_autoptr (GMenuModel) menu = NULL;

  g_return_if_fail (SC_IS_PROCESS_ROW (self));

  menu = sc_process_menu_new (self->process);
  gtk_popover_menu_set_menu_model (GTK_POPOVER_MENU (self->menu_popover), menu);
  gtk_popover_set_pointing_to (self->menu_popover, &(GdkRectangle) { (int) x, (int) y, 1, 1 });
  gtk_popover_popup (self->menu_popover);
}
