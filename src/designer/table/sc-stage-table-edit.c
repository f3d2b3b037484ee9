/* SPDX-License-Identifier: GPL-3.0-or-later */

/* What is done in the table of stages: typed, chosen or pasted into its cells, and to its rows by
 * keys and a menu. */

#include "designer/table/sc-stage-table-private.h"

#include <glib/gi18n-lib.h>
#include <string.h>

#include "designer/canvas/sc-stage-menu.h"
#include "designer/table/sc-table-choices.h"
#include "draft/sc-scheme-cells.h"
#include "toolkit/sc-menu-target.h"
#include "widgets/sc-error-dialog.h"

static GPtrArray *
list_only (ScTableCell *cell)
{
  GPtrArray *ids = g_ptr_array_new_with_free_func (g_free);

  g_ptr_array_add (ids, g_strdup (sc_table_cell_get_stage_id (cell)));

  return ids;
}

/* The rows that are selected, where a cell's own is; else that. */
static GPtrArray *
list_with (ScStageTable *self,
           ScTableCell  *cell)
{
  g_autoptr (GPtrArray) ids = sc_stage_table_list_selected (self);

  if (g_ptr_array_find_with_equal_func (ids, sc_table_cell_get_stage_id (cell), g_str_equal, NULL))
    return g_steal_pointer (&ids);

  return list_only (cell);
}

/* The rows that a change of a cell is for; a name is only one stage's. */
static GPtrArray *
list_meant (ScStageTable *self,
            ScTableCell  *cell)
{
  return sc_table_cell_get_column (cell) != SC_STAGE_NAME ? list_with (self, cell) : list_only (cell);
}

static gboolean
fill (ScStageTable *self,
      ScTableCell  *cell,
      const char   *text)
{
  g_autoptr (GPtrArray) ids = list_meant (self, cell);
  g_autoptr (GError) error = NULL;

  if (sc_scheme_fill_cells (self->design, ids, sc_table_cell_get_column (cell), text, &error))
    return TRUE;

  sc_table_cell_refuse (cell, error->message);

  return FALSE;
}

static gboolean
typed_cb (ScStageTable *self,
          const char   *text,
          ScTableCell  *cell)
{
  return fill (self, cell, text);
}

static void
chosen_cb (ScStageTable *self,
           const char   *text)
{
  if (self->chosen_for != NULL)
    fill (self, self->chosen_for, text);
}

static void
drop_popover (gpointer data)
{
  g_autoptr (GtkWidget) popover = data;

  if (gtk_widget_get_parent (popover) != NULL)
    gtk_widget_unparent (popover);
}

/* Not while it tells that it is closed. */
static void
popover_closed_cb (ScStageTable *self)
{
  if (self->chosen_for != NULL && gtk_widget_get_mapped (GTK_WIDGET (self->chosen_for)))
    gtk_widget_grab_focus (GTK_WIDGET (self->chosen_for));
  g_clear_weak_pointer (&self->chosen_for);
  g_idle_add_once (drop_popover, g_object_ref (self->popover));
  self->popover = NULL;
}

/* Takes over @popover: of what is chosen for a cell, or can be done with its row. */
static void
open_popover (ScStageTable *self,
              ScTableCell  *cell,
              GtkWidget    *popover)
{
  graphene_rect_t bounds;

  if (self->popover != NULL || !gtk_widget_compute_bounds (GTK_WIDGET (cell), GTK_WIDGET (self), &bounds))
    {
      g_object_unref (g_object_ref_sink (popover));
      return;
    }

  self->popover = popover;
  g_set_weak_pointer (&self->chosen_for, cell);
  gtk_widget_set_parent (popover, GTK_WIDGET (self));
  gtk_popover_set_position (GTK_POPOVER (popover), GTK_POS_BOTTOM);
  gtk_popover_set_pointing_to (GTK_POPOVER (popover),
                               &(GdkRectangle) { (int) bounds.origin.x, (int) bounds.origin.y,
                                                 (int) bounds.size.width, (int) bounds.size.height });
  g_signal_connect_object (popover, "closed", G_CALLBACK (popover_closed_cb), self, G_CONNECT_SWAPPED | G_CONNECT_AFTER);
  gtk_popover_popup (GTK_POPOVER (popover));
}

static void
choose_cb (ScStageTable *self,
           ScTableCell  *cell)
{
  ScStageRow *row = sc_table_cell_get_row (cell);
  const ScStage *stage = sc_stage_row_get_stage (row);
  ScStageColumn column = sc_table_cell_get_column (cell);
  GtkWidget *choices;

  if (column != SC_STAGE_KINDS && column != SC_STAGE_RESPONSIBLE)
    return;

  choices = column == SC_STAGE_KINDS ? sc_table_choices_new_kinds (stage->kinds)
                                     : sc_table_choices_new_roles (sc_stage_row_get_version (row), stage->responsible);
  g_signal_connect_object (choices, "chosen", G_CALLBACK (chosen_cb), self, G_CONNECT_SWAPPED);
  open_popover (self, cell, choices);
}

static GVariant *
pack_ids (GPtrArray *ids)
{
  return g_variant_new_strv ((const char *const *) ids->pdata, ids->len);
}

static void
append_change (GMenu        *menu,
               const char   *label,
               ScStageColumn column)
{
  sc_menu_append_target (menu, label, "table.change", g_variant_new_uint32 (column));
}

/* What can be done with several stages at once. */
static GMenuModel *
make_menu (GPtrArray *ids)
{
  GMenu *menu = g_menu_new ();
  g_autoptr (GMenu) changing = g_menu_new ();
  g_autoptr (GMenu) ending = g_menu_new ();
  g_autofree char *label = g_strdup_printf (ngettext ("De_lete %u Stage", "De_lete %u Stages", ids->len), ids->len);

  append_change (changing, _("_Kinds of Step…"), SC_STAGE_KINDS);
  append_change (changing, _("_Responsible…"), SC_STAGE_RESPONSIBLE);
  append_change (changing, _("_Target Time…"), SC_STAGE_TIME);
  append_change (changing, _("_Win Probability…"), SC_STAGE_PROBABILITY);
  sc_menu_append_target (ending, label, "designer.delete-all", pack_ids (ids));
  g_menu_append_section (menu, NULL, G_MENU_MODEL (changing));
  g_menu_append_section (menu, NULL, G_MENU_MODEL (ending));

  return G_MENU_MODEL (menu);
}

static void
open_menu (ScStageTable *self,
           ScTableCell  *cell)
{
  ScStageRow *row = sc_table_cell_get_row (cell);
  g_autoptr (GPtrArray) ids = list_with (self, cell);
  g_autoptr (GMenuModel) menu = NULL;

  if (ids->len > 1)
    menu = make_menu (ids);
  else
    menu = sc_stage_menu_new (sc_stage_row_get_version (row), sc_stage_row_get_position (row));
  sc_stage_table_set_selected (self, sc_stage_row_get_stage (row)->id);
  open_popover (self, cell, gtk_popover_menu_new_from_model (menu));
}

static ScTableCell *
find_cell_at (ScStageTable *self,
              double        x,
              double        y)
{
  GtkWidget *widget = gtk_widget_pick (GTK_WIDGET (self->column_view), x, y, GTK_PICK_DEFAULT);
  GtkWidget *cell = widget != NULL ? gtk_widget_get_ancestor (widget, SC_TYPE_TABLE_CELL) : NULL;

  if (widget != NULL && cell == NULL && gtk_widget_get_first_child (widget) != NULL &&
      SC_IS_TABLE_CELL (gtk_widget_get_first_child (widget)))
    cell = gtk_widget_get_first_child (widget);

  return cell != NULL ? SC_TABLE_CELL (cell) : NULL;
}

static void
menu_pressed_cb (ScStageTable *self,
                 int           n_press,
                 double        x,
                 double        y,
                 GtkGesture   *gesture)
{
  ScTableCell *cell = find_cell_at (self, x, y);

  if (cell == NULL)
    return;

  gtk_gesture_set_state (gesture, GTK_EVENT_SEQUENCE_CLAIMED);
  open_menu (self, cell);
}

/* What is pasted begins at a cell; one value goes into all the rows that are meant. */
typedef struct {
  ScStageTable *table;
  char *stage_id;
  GPtrArray *meant;
  ScStageColumn column;
} Paste;

static void
paste_free (Paste *paste)
{
  g_object_unref (paste->table);
  g_ptr_array_unref (paste->meant);
  g_free (paste->stage_id);
  g_free (paste);
}

G_DEFINE_AUTOPTR_CLEANUP_FUNC (Paste, paste_free)

static void
read_text_cb (GObject      *source,
              GAsyncResult *result,
              gpointer      user_data)
{
  g_autoptr (Paste) paste = user_data;
  g_autofree char *text = gdk_clipboard_read_text_finish (GDK_CLIPBOARD (source), result, NULL);
  ScStageTable *self = paste->table;
  g_autoptr (GError) error = NULL;
  gboolean is_one;

  if (text == NULL || self->design == NULL)
    return;

  is_one = strpbrk (g_strchomp (text), "\t\n") == NULL && paste->column < SC_STAGE_CRITERIA;
  if (is_one && paste->meant->len > 1)
    sc_scheme_fill_cells (self->design, paste->meant, paste->column, text, &error);
  else
    sc_scheme_paste_cells (self->design, paste->stage_id, paste->column, text, &error);
  if (error != NULL)
    sc_error_dialog_present (GTK_WIDGET (self), _("Nothing Was Pasted"), error);
}

static void
paste (ScStageTable *self,
       ScTableCell  *cell)
{
  Paste *to = g_new0 (Paste, 1);

  to->table = g_object_ref (self);
  to->stage_id = g_strdup (sc_table_cell_get_stage_id (cell));
  to->column = sc_table_cell_get_column (cell);
  to->meant = list_meant (self, cell);
  gdk_clipboard_read_text_async (gtk_widget_get_clipboard (GTK_WIDGET (self)), NULL, read_text_cb, to);
}

static void
copy (ScStageTable *self)
{
  g_autoptr (GPtrArray) ids = sc_stage_table_list_selected (self);
  g_autofree char *text = sc_stage_cells_copy (sc_design_get_version (self->design), ids);

  gdk_clipboard_set_text (gtk_widget_get_clipboard (GTK_WIDGET (self)), text);
}

/* One goes as from the canvas, with what that says of it. */
static void
remove_selected (ScStageTable *self)
{
  g_autoptr (GPtrArray) ids = sc_stage_table_list_selected (self);

  if (ids->len > 1)
    gtk_widget_activate_action (GTK_WIDGET (self), "designer.delete-all", "@as", pack_ids (ids));
  else if (ids->len == 1)
    gtk_widget_activate_action (GTK_WIDGET (self), "designer.delete", "s", (const char *) ids->pdata[0]);
}

static void
move (ScStageTable *self,
      ScTableCell  *cell,
      int           step)
{
  gtk_widget_activate_action (GTK_WIDGET (self), "designer.move-step", "(si)",
                              sc_table_cell_get_stage_id (cell), step);
}

/* Sideways, as one sees it; up and down GTK goes itself. */
static void
step_aside (ScStageTable *self,
            ScTableCell  *cell,
            int           step)
{
  gboolean is_rtl = gtk_widget_get_direction (GTK_WIDGET (self)) == GTK_TEXT_DIR_RTL;
  int column = (int) sc_table_cell_get_column (cell) + (is_rtl ? -step : step);

  if (column >= 0 && column < SC_N_STAGE_COLUMNS)
    sc_stage_table_focus_cell (self, sc_stage_row_get_position (sc_table_cell_get_row (cell)), (ScStageColumn) column);
}

static gboolean
key_pressed_cb (ScStageTable   *self,
                guint           keyval,
                guint           keycode,
                GdkModifierType state)
{
  ScTableCell *cell = sc_stage_table_get_focused_cell (self);
  GdkModifierType modifiers = state & gtk_accelerator_get_default_mod_mask ();

  if (cell == NULL || sc_table_cell_is_editing (cell) || sc_design_get_version (self->design) == NULL)
    return GDK_EVENT_PROPAGATE;

  if (modifiers == GDK_CONTROL_MASK && gdk_keyval_to_lower (keyval) == GDK_KEY_v)
    paste (self, cell);
  else if (modifiers == GDK_CONTROL_MASK && gdk_keyval_to_lower (keyval) == GDK_KEY_c)
    copy (self);
  else if (modifiers == GDK_ALT_MASK && (keyval == GDK_KEY_Up || keyval == GDK_KEY_KP_Up))
    move (self, cell, -1);
  else if (modifiers == GDK_ALT_MASK && (keyval == GDK_KEY_Down || keyval == GDK_KEY_KP_Down))
    move (self, cell, 1);
  else if (modifiers == 0 && (keyval == GDK_KEY_Left || keyval == GDK_KEY_KP_Left))
    step_aside (self, cell, -1);
  else if (modifiers == 0 && (keyval == GDK_KEY_Right || keyval == GDK_KEY_KP_Right))
    step_aside (self, cell, 1);
  else if (modifiers == 0 && (keyval == GDK_KEY_Delete || keyval == GDK_KEY_KP_Delete))
    remove_selected (self);
  else if ((modifiers == 0 && keyval == GDK_KEY_Menu) || (modifiers == GDK_SHIFT_MASK && keyval == GDK_KEY_F10))
    open_menu (self, cell);
  else
    return GDK_EVENT_PROPAGATE;

  return GDK_EVENT_STOP;
}

static void
focused_cb (ScStageTable *self,
            ScTableCell  *cell)
{
  self->last_column = sc_table_cell_get_column (cell);
}

/* What is typed into a cell, or chosen for it, goes into the scheme. */
void
sc_stage_table_follow_cell (ScStageTable *self,
                            ScTableCell  *cell)
{
  g_signal_connect_object (cell, "typed", G_CALLBACK (typed_cb), self, G_CONNECT_SWAPPED);
  g_signal_connect_object (cell, "choose", G_CALLBACK (choose_cb), self, G_CONNECT_SWAPPED);
  g_signal_connect_object (cell, "focused", G_CALLBACK (focused_cb), self, G_CONNECT_SWAPPED);
}

static void
open_focused (gpointer data)
{
  g_autoptr (ScStageTable) self = data;
  ScTableCell *cell = self->column_view != NULL ? sc_stage_table_get_focused_cell (self) : NULL;

  if (cell != NULL)
    sc_table_cell_open (cell);
}

/* Opens the cell of a column in the row that has the keyboard: what is entered there is for all
 * rows that are selected. A menu that closes gives the keyboard back first. */
static void
change_activated_cb (GtkWidget  *widget,
                     const char *action,
                     GVariant   *parameter)
{
  ScStageTable *self = SC_STAGE_TABLE (widget);
  guint32 column = g_variant_get_uint32 (parameter);
  guint position;

  if (column >= SC_STAGE_CRITERIA || !sc_stage_table_find_row (self, self->selected, &position))
    return;

  sc_stage_table_focus_cell (self, position, (ScStageColumn) column);
  g_idle_add_once (open_focused, g_object_ref (self));
}

void
sc_stage_table_bind_editing (GtkWidgetClass *widget_class)
{
  gtk_widget_class_install_action (widget_class, "table.change", "u", change_activated_cb);
  gtk_widget_class_bind_template_callback (widget_class, key_pressed_cb);
  gtk_widget_class_bind_template_callback (widget_class, menu_pressed_cb);
}
