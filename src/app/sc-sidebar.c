/* SPDX-License-Identifier: GPL-3.0-or-later */

/* The sidebar: Today with its count, and the processes. */

#include "app/sc-sidebar.h"

#include <glib/gi18n.h>

#include "app/sc-process-row.h"

/* Of more the sidebar has not the room. */
#define N_DUE_SHOWN 999

struct _ScSidebar
{
  AdwNavigationPage parent_instance;

  ScProcessList *processes;
  char *place;
  gboolean is_updating;

  GtkListBox *list_box;
  GtkListBoxRow *today_row;
  GtkLabel *due_label;
};

G_DEFINE_FINAL_TYPE (ScSidebar, sc_sidebar, ADW_TYPE_NAVIGATION_PAGE);

static const char *
get_row_place (GtkListBoxRow *row)
{
  return SC_IS_PROCESS_ROW (row) ? sc_process_row_get_process (SC_PROCESS_ROW (row))->id : "today";
}

static GtkListBoxRow *
find_row (ScSidebar  *self,
          const char *place)
{
  for (int i = 0; gtk_list_box_get_row_at_index (self->list_box, i) != NULL; i++)
    if (g_strcmp0 (get_row_place (gtk_list_box_get_row_at_index (self->list_box, i)), place) == 0)
      return gtk_list_box_get_row_at_index (self->list_box, i);

  return NULL;
}

static void
select_place (ScSidebar *self)
{
  GtkListBoxRow *row = find_row (self, self->place);

  self->is_updating = TRUE;
  gtk_list_box_select_row (self->list_box, row != NULL ? row : self->today_row);
  self->is_updating = FALSE;
}

/* The row that the keyboard is on; %NULL where it is elsewhere. */
static GtkListBoxRow *
get_focused_row (ScSidebar *self)
{
  GtkRoot *root = gtk_widget_get_root (GTK_WIDGET (self));
  GtkWidget *focus = root != NULL ? gtk_root_get_focus (root) : NULL;

  if (focus == NULL || !gtk_widget_is_ancestor (focus, GTK_WIDGET (self->list_box)))
    return NULL;

  return GTK_LIST_BOX_ROW (gtk_widget_get_ancestor (focus, GTK_TYPE_LIST_BOX_ROW));
}

/* The focus stays with its process, wherever that goes; where it goes away,
 * with the place. */
static void
restore_focus (ScSidebar  *self,
               const char *place,
               int         index)
{
  GtkListBoxRow *row = find_row (self, place);

  if (row == NULL)
    row = gtk_list_box_get_row_at_index (self->list_box, index);
  if (row == NULL)
    row = gtk_list_box_get_row_at_index (self->list_box, index - 1);
  gtk_widget_grab_focus (GTK_WIDGET (row));
}

static void
items_changed_cb (GListModel *model,
                  guint       position,
                  guint       n_removed,
                  guint       n_added,
                  ScSidebar  *self)
{
  GtkListBoxRow *focused = get_focused_row (self);
  g_autofree char *place = focused != NULL ? g_strdup (get_row_place (focused)) : NULL;
  int index = focused != NULL ? gtk_list_box_row_get_index (focused) : -1;

  for (guint i = 0; i < n_removed; i++)
    gtk_list_box_remove (self->list_box,
                         GTK_WIDGET (gtk_list_box_get_row_at_index (self->list_box, (int) position + 1)));

  for (guint i = position; i < position + n_added; i++)
    {
      g_autoptr (ScProcessItem) item = g_list_model_get_item (model, i);

      gtk_list_box_insert (self->list_box, sc_process_row_new (sc_process_item_get_process (item)), (int) i + 1);
    }

  gtk_list_box_invalidate_headers (self->list_box);
  select_place (self);
  if (place != NULL && get_focused_row (self) != find_row (self, place))
    restore_focus (self, place, index);
}

static void
update_header (GtkListBoxRow *row,
               GtkListBoxRow *before,
               gpointer       user_data)
{
  gboolean is_first = before == NULL || !SC_IS_PROCESS_ROW (before);
  gboolean is_archived, starts_archive;
  GtkWidget *label;

  if (!SC_IS_PROCESS_ROW (row))
    return;

  is_archived = sc_process_row_get_process (SC_PROCESS_ROW (row))->is_archived;
  starts_archive = is_archived && (is_first || !sc_process_row_get_process (SC_PROCESS_ROW (before))->is_archived);
  if (!is_first && !starts_archive)
    {
      gtk_list_box_row_set_header (row, NULL);
      return;
    }

  label = gtk_label_new (is_archived ? _("Archived") : _("Processes"));
  gtk_label_set_xalign (GTK_LABEL (label), 0);
  gtk_widget_add_css_class (label, "heading");
  gtk_widget_add_css_class (label, "dimmed");
  gtk_widget_add_css_class (label, "sidebar-heading");
  gtk_list_box_row_set_header (row, label);
}

static void
row_selected_cb (GtkListBox    *list_box,
                 GtkListBoxRow *row,
                 ScSidebar     *self)
{
  if (self->is_updating || row == NULL)
    return;

  if (SC_IS_PROCESS_ROW (row))
    gtk_widget_activate_action (GTK_WIDGET (self), "win.show-process", "s", get_row_place (row));
  else
    gtk_widget_activate_action (GTK_WIDGET (self), "win.show-today", NULL);
}

/* When the window is narrow, choosing leads from the list to the place. */
static void
row_activated_cb (GtkListBox    *list_box,
                  GtkListBoxRow *row,
                  ScSidebar     *self)
{
  gtk_widget_activate_action (GTK_WIDGET (self), "win.show-content", NULL);
}

static void
rename_focused (GtkWidget  *widget,
                const char *action,
                GVariant   *parameter)
{
  GtkListBoxRow *row = get_focused_row (SC_SIDEBAR (widget));

  if (SC_IS_PROCESS_ROW (row))
    gtk_widget_activate_action (widget, "process.rename", "s", get_row_place (row));
}

static void
move_focused (GtkWidget  *widget,
              const char *action,
              GVariant   *parameter)
{
  GtkListBoxRow *row = get_focused_row (SC_SIDEBAR (widget));

  if (SC_IS_PROCESS_ROW (row))
    gtk_widget_activate_action (widget, g_variant_get_boolean (parameter) ? "process.move-up" : "process.move-down",
                                "s", get_row_place (row));
}

static void
delete_focused (GtkWidget  *widget,
                const char *action,
                GVariant   *parameter)
{
  GtkListBoxRow *row = get_focused_row (SC_SIDEBAR (widget));

  if (SC_IS_PROCESS_ROW (row))
    gtk_widget_activate_action (widget, "process.delete", "s", get_row_place (row));
}

static void
sc_sidebar_dispose (GObject *object)
{
  ScSidebar *self = SC_SIDEBAR (object);

  g_clear_object (&self->processes);
  g_clear_pointer (&self->place, g_free);
  gtk_widget_dispose_template (GTK_WIDGET (object), SC_TYPE_SIDEBAR);

  G_OBJECT_CLASS (sc_sidebar_parent_class)->dispose (object);
}

/* On the place that is shown. */
static gboolean
sc_sidebar_grab_focus (GtkWidget *widget)
{
  ScSidebar *self = SC_SIDEBAR (widget);
  GtkListBoxRow *row = find_row (self, self->place);

  return gtk_widget_grab_focus (GTK_WIDGET (row != NULL ? row : self->today_row));
}

static void
sc_sidebar_class_init (ScSidebarClass *klass)
{
  GtkWidgetClass *widget_class = GTK_WIDGET_CLASS (klass);

  G_OBJECT_CLASS (klass)->dispose = sc_sidebar_dispose;
  widget_class->grab_focus = sc_sidebar_grab_focus;

  gtk_widget_class_set_template_from_resource (widget_class, "/io/github/stagecraft/Stagecraft/app/sc-sidebar.ui");
  gtk_widget_class_bind_template_child (widget_class, ScSidebar, list_box);
  gtk_widget_class_bind_template_child (widget_class, ScSidebar, today_row);
  gtk_widget_class_bind_template_child (widget_class, ScSidebar, due_label);

  gtk_widget_class_install_action (widget_class, "sidebar.rename", NULL, rename_focused);
  gtk_widget_class_install_action (widget_class, "sidebar.move", "b", move_focused);
  gtk_widget_class_install_action (widget_class, "sidebar.delete", NULL, delete_focused);
  gtk_widget_class_add_binding_action (widget_class, GDK_KEY_F2, 0, "sidebar.rename", NULL);
  gtk_widget_class_add_binding_action (widget_class, GDK_KEY_Delete, 0, "sidebar.delete", NULL);
  gtk_widget_class_add_binding_action (widget_class, GDK_KEY_Up, GDK_ALT_MASK, "sidebar.move", "b", TRUE);
  gtk_widget_class_add_binding_action (widget_class, GDK_KEY_Down, GDK_ALT_MASK, "sidebar.move", "b", FALSE);
}

static void
sc_sidebar_init (ScSidebar *self)
{
  gtk_widget_init_template (GTK_WIDGET (self));
  self->place = g_strdup ("today");

  gtk_list_box_set_header_func (self->list_box, update_header, NULL, NULL);
  g_signal_connect (self->list_box, "row-selected", G_CALLBACK (row_selected_cb), self);
  g_signal_connect (self->list_box, "row-activated", G_CALLBACK (row_activated_cb), self);
  sc_sidebar_set_n_due (self, 0);
}

/**
 * sc_sidebar_set_processes:
 * @self: a sidebar that shows none yet
 * @processes: the processes to show
 */
void
sc_sidebar_set_processes (ScSidebar     *self,
                          ScProcessList *processes)
{
  g_return_if_fail (SC_IS_SIDEBAR (self) && self->processes == NULL);

  self->processes = g_object_ref (processes);
  g_signal_connect_object (processes, "items-changed", G_CALLBACK (items_changed_cb), self, G_CONNECT_DEFAULT);
  items_changed_cb (G_LIST_MODEL (processes), 0, 0, g_list_model_get_n_items (G_LIST_MODEL (processes)), self);
}

/**
 * sc_sidebar_set_place:
 * @self: a sidebar
 * @place: “today”, or the id of a process
 *
 * Says where the window is, without leading there.
 */
void
sc_sidebar_set_place (ScSidebar  *self,
                      const char *place)
{
  g_return_if_fail (SC_IS_SIDEBAR (self));

  if (g_set_str (&self->place, place))
    select_place (self);
}

/**
 * sc_sidebar_set_n_due:
 * @self: a sidebar
 * @n_due: how much is to be done today
 */
void
sc_sidebar_set_n_due (ScSidebar *self,
                      guint      n_due)
{
  g_autofree char *text = n_due <= N_DUE_SHOWN ? g_strdup_printf ("%u", n_due) : g_strdup_printf ("%u+", N_DUE_SHOWN);
  g_autofree char *label = NULL;

  g_return_if_fail (SC_IS_SIDEBAR (self));

  label = n_due == 0
    ? g_strdup (_("Today"))
    : g_strdup_printf (ngettext ("Today, %u thing to do", "Today, %u things to do", n_due), n_due);
  gtk_label_set_label (self->due_label, text);
  gtk_widget_set_visible (GTK_WIDGET (self->due_label), n_due > 0);
  gtk_accessible_update_property (GTK_ACCESSIBLE (self->today_row), GTK_ACCESSIBLE_PROPERTY_LABEL, label, -1);
}
