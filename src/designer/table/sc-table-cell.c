/* SPDX-License-Identifier: GPL-3.0-or-later */

/* A cell of the table of stages. It is read as a label; Enter, F2, a double click or a
 * letter makes it a field, as in a spreadsheet. What can't be taken stays in the field with the
 * reason, until it is mended or Escape takes it back. */

#include "designer/table/sc-table-cell.h"

#include <glib/gi18n-lib.h>

#include "diagram/sc-caption.h"
#include "unsaved/sc-field-watch.h"

struct _ScTableCell
{
  AdwBin parent_instance;

  ScStageColumn column;
  ScStageRow *row;
  GSignalGroup *row_signals;
  GtkStack *stack;
  GtkWidget *label;
  GtkWidget *entry; /* or NULL, where it was never edited */
  gboolean is_editing;
  char *before;     /* what stood there then */
  char *stage_id;   /* whose cell it was */
};

enum {
  SIGNAL_TYPED,
  SIGNAL_CHOOSE,
  SIGNAL_FOCUSED,
  N_SIGNALS,
};

static guint signals[N_SIGNALS];

G_DEFINE_FINAL_TYPE (ScTableCell, sc_table_cell, ADW_TYPE_BIN);

static gboolean
is_typed (ScTableCell *self)
{
  return self->column == SC_STAGE_NAME || self->column == SC_STAGE_TIME || self->column == SC_STAGE_PROBABILITY;
}

static gboolean
is_number (ScTableCell *self)
{
  return self->column == SC_STAGE_TIME || self->column == SC_STAGE_PROBABILITY || self->column == SC_STAGE_CRITERIA;
}

/* How wide a column is at least, in characters: numbers are always whole. */
static int
get_width (ScStageColumn column)
{
  static const int widths[SC_N_STAGE_COLUMNS] = {
    [SC_STAGE_NAME] = 13, [SC_STAGE_KINDS] = 8, [SC_STAGE_RESPONSIBLE] = 9, [SC_STAGE_TIME] = -1,
    [SC_STAGE_PROBABILITY] = -1, [SC_STAGE_CRITERIA] = -1,
  };

  return widths[column];
}

/* Times are as short as on a card. */
static char *
make_shown (ScTableCell *self,
            const char  *text)
{
  const ScStage *stage = sc_stage_row_get_stage (self->row);

  if (*text == '\0')
    return g_strdup ("–");
  if (self->column == SC_STAGE_TIME)
    return sc_caption_for_duration (stage->duration, sc_stage_row_get_version (self->row)->calendar,
                                    sc_language_get_default ());

  return g_strdup (text);
}

static void
show_row (ScTableCell *self)
{
  g_autofree char *text = NULL;
  g_autofree char *shown = NULL;
  g_autofree char *name = NULL;
  gboolean is_empty;

  if (self->row == NULL)
    return;

  text = sc_stage_cell_get_text (sc_stage_row_get_version (self->row), sc_stage_row_get_stage (self->row), self->column);
  shown = make_shown (self, text);
  is_empty = *text == '\0';
  gtk_label_set_label (GTK_LABEL (self->label), shown);
  gtk_widget_set_tooltip_text (GTK_WIDGET (self), is_empty || is_number (self) ? NULL : text);
  /* Translators: a column of the table of stages, and what stands there */
  name = g_strdup_printf (_("%1$s: %2$s"), sc_stage_column_get_title (self->column), is_empty ? _("nothing") : text);
  gtk_accessible_update_property (GTK_ACCESSIBLE (self), GTK_ACCESSIBLE_PROPERTY_LABEL, name, -1);
}

static void
stop_editing (ScTableCell *self)
{
  gboolean had_focus = gtk_widget_get_focus_child (GTK_WIDGET (self)) != NULL;

  if (!self->is_editing)
    return;

  self->is_editing = FALSE;
  gtk_stack_set_visible_child (self->stack, self->label);
  g_clear_pointer (&self->before, g_free);
  g_clear_pointer (&self->stage_id, g_free);
  if (had_focus)
    gtk_widget_grab_focus (GTK_WIDGET (self));
}

static void
commit (ScTableCell *self)
{
  g_autofree char *text = NULL;
  gboolean is_taken = TRUE;

  if (!self->is_editing)
    return;

  text = g_strstrip (g_strdup (gtk_editable_get_text (GTK_EDITABLE (self->entry))));
  if (!g_str_equal (text, self->before))
    g_signal_emit (self, signals[SIGNAL_TYPED], 0, text, &is_taken);
  if (is_taken)
    stop_editing (self);
}

static gboolean
entry_key_pressed_cb (ScTableCell    *self,
                      guint           keyval,
                      guint           keycode,
                      GdkModifierType state)
{
  if (keyval != GDK_KEY_Escape)
    return GDK_EVENT_PROPAGATE;

  stop_editing (self);

  return GDK_EVENT_STOP;
}

static void
entry_changed_cb (ScTableCell *self)
{
  gtk_widget_remove_css_class (self->entry, "error");
  gtk_widget_set_tooltip_text (self->entry, NULL);
}

static gboolean
key_pressed_cb (ScTableCell    *self,
                guint           keyval,
                guint           keycode,
                GdkModifierType state)
{
  gunichar letter = gdk_keyval_to_unicode (keyval);
  char typed[8] = "";

  if (self->is_editing || (state & (GDK_CONTROL_MASK | GDK_ALT_MASK | GDK_SUPER_MASK)) != 0)
    return GDK_EVENT_PROPAGATE;
  if (keyval == GDK_KEY_Return || keyval == GDK_KEY_KP_Enter || keyval == GDK_KEY_F2)
    {
      sc_table_cell_open (self);
      return GDK_EVENT_STOP;
    }
  if (!is_typed (self) || !g_unichar_isgraph (letter))
    return GDK_EVENT_PROPAGATE;

  g_unichar_to_utf8 (letter, typed);
  sc_table_cell_edit (self, typed);

  return GDK_EVENT_STOP;
}

static void
pressed_cb (ScTableCell *self,
            int          n_press)
{
  if (self->is_editing)
    return;
  if (n_press == 2)
    sc_table_cell_open (self);
  else
    gtk_widget_grab_focus (GTK_WIDGET (self));
}

static gboolean
sc_table_cell_grab_focus (GtkWidget *widget)
{
  ScTableCell *self = SC_TABLE_CELL (widget);

  g_signal_emit (self, signals[SIGNAL_FOCUSED], 0);
  if (self->is_editing)
    return gtk_widget_grab_focus (self->entry);

  gtk_root_set_focus (gtk_widget_get_root (widget), widget);

  return TRUE;
}

static void
sc_table_cell_dispose (GObject *object)
{
  ScTableCell *self = SC_TABLE_CELL (object);

  self->is_editing = FALSE;
  adw_bin_set_child (ADW_BIN (self), NULL);
  g_clear_object (&self->row_signals);
  g_clear_object (&self->row);
  g_clear_pointer (&self->before, g_free);
  g_clear_pointer (&self->stage_id, g_free);

  G_OBJECT_CLASS (sc_table_cell_parent_class)->dispose (object);
}

static void
sc_table_cell_class_init (ScTableCellClass *klass)
{
  GtkWidgetClass *widget_class = GTK_WIDGET_CLASS (klass);

  G_OBJECT_CLASS (klass)->dispose = sc_table_cell_dispose;
  widget_class->grab_focus = sc_table_cell_grab_focus;

  /**
   * ScTableCell::typed:
   * @text: what is to stand there
   *
   * Returns: whether it can; if not, sc_table_cell_refuse() says why
   */
  signals[SIGNAL_TYPED] =
    g_signal_new ("typed", SC_TYPE_TABLE_CELL, G_SIGNAL_RUN_LAST, 0, NULL, NULL, NULL, G_TYPE_BOOLEAN, 1, G_TYPE_STRING);

  /**
   * ScTableCell::choose:
   *
   * What stands there is to be chosen from what there is.
   */
  signals[SIGNAL_CHOOSE] =
    g_signal_new ("choose", SC_TYPE_TABLE_CELL, G_SIGNAL_RUN_LAST, 0, NULL, NULL, NULL, G_TYPE_NONE, 0);

  /**
   * ScTableCell::focused:
   *
   * The keyboard comes to it.
   */
  signals[SIGNAL_FOCUSED] =
    g_signal_new ("focused", SC_TYPE_TABLE_CELL, G_SIGNAL_RUN_LAST, 0, NULL, NULL, NULL, G_TYPE_NONE, 0);

  gtk_widget_class_set_css_name (widget_class, "stagecell");
  gtk_widget_class_set_accessible_role (widget_class, GTK_ACCESSIBLE_ROLE_GRID_CELL);
}

static gboolean
tooltip_cb (GtkWidget  *label,
            int         x,
            int         y,
            gboolean    is_keyboard,
            GtkTooltip *tooltip)
{
  if (!pango_layout_is_ellipsized (gtk_label_get_layout (GTK_LABEL (label))))
    return FALSE;

  gtk_tooltip_set_text (tooltip, gtk_label_get_label (GTK_LABEL (label)));

  return TRUE;
}

static void
sc_table_cell_init (ScTableCell *self)
{
  GtkEventController *keys = gtk_event_controller_key_new ();
  GtkGesture *click = gtk_gesture_click_new ();

  gtk_widget_set_focusable (GTK_WIDGET (self), TRUE);
  self->stack = GTK_STACK (gtk_stack_new ());
  gtk_stack_set_hhomogeneous (self->stack, FALSE);
  gtk_stack_set_vhomogeneous (self->stack, FALSE);
  self->label = gtk_label_new (NULL);
  gtk_widget_set_has_tooltip (self->label, TRUE);
  g_signal_connect (self->label, "query-tooltip", G_CALLBACK (tooltip_cb), NULL);
  gtk_stack_add_child (self->stack, self->label);
  adw_bin_set_child (ADW_BIN (self), GTK_WIDGET (self->stack));
  self->row_signals = g_signal_group_new (SC_TYPE_STAGE_ROW);
  g_signal_group_connect_swapped (self->row_signals, "changed", G_CALLBACK (show_row), self);
  g_signal_connect_swapped (keys, "key-pressed", G_CALLBACK (key_pressed_cb), self);
  gtk_widget_add_controller (GTK_WIDGET (self), keys);
  g_signal_connect_swapped (click, "pressed", G_CALLBACK (pressed_cb), self);
  gtk_widget_add_controller (GTK_WIDGET (self), GTK_EVENT_CONTROLLER (click));
}

/**
 * sc_table_cell_new:
 * @column: the column that it stands in
 *
 * Returns: (transfer floating): a cell of no row yet
 */
GtkWidget *
sc_table_cell_new (ScStageColumn column)
{
  ScTableCell *self = g_object_new (SC_TYPE_TABLE_CELL, NULL);

  self->column = column;
  gtk_label_set_xalign (GTK_LABEL (self->label), is_number (self) ? 1 : 0);
  gtk_label_set_width_chars (GTK_LABEL (self->label), get_width (column));
  gtk_label_set_ellipsize (GTK_LABEL (self->label), is_number (self) ? PANGO_ELLIPSIZE_NONE : PANGO_ELLIPSIZE_END);
  if (is_number (self))
    gtk_widget_add_css_class (self->label, "numeric");

  return GTK_WIDGET (self);
}

/**
 * sc_table_cell_set_row:
 * @self: a cell
 * @row: (nullable): its row
 */
void
sc_table_cell_set_row (ScTableCell *self,
                       ScStageRow  *row)
{
  g_return_if_fail (SC_IS_TABLE_CELL (self));

  if (row != self->row)
    stop_editing (self);
  g_set_object (&self->row, row);
  g_signal_group_set_target (self->row_signals, row);
  show_row (self);
}

/**
 * sc_table_cell_get_row:
 * @self: a cell
 *
 * Returns: (transfer none) (nullable): its row
 */
ScStageRow *
sc_table_cell_get_row (ScTableCell *self)
{
  g_return_val_if_fail (SC_IS_TABLE_CELL (self), NULL);

  return self->row;
}

/**
 * sc_table_cell_get_stage_id:
 * @self: a cell
 *
 * Returns: (transfer none) (nullable): the stage that it is about: while it is edited the one
 *   that a person began to edit, whatever has come into the row since
 */
const char *
sc_table_cell_get_stage_id (ScTableCell *self)
{
  g_return_val_if_fail (SC_IS_TABLE_CELL (self), NULL);

  if (self->is_editing)
    return self->stage_id;

  return self->row != NULL ? sc_stage_row_get_stage (self->row)->id : NULL;
}

/**
 * sc_table_cell_get_column:
 * @self: a cell
 *
 * Returns: the column that it stands in
 */
ScStageColumn
sc_table_cell_get_column (ScTableCell *self)
{
  g_return_val_if_fail (SC_IS_TABLE_CELL (self), SC_STAGE_NAME);

  return self->column;
}

static void
make_entry (ScTableCell *self)
{
  self->entry = gtk_entry_new ();
  gtk_editable_set_width_chars (GTK_EDITABLE (self->entry), 4);
  gtk_accessible_update_property (GTK_ACCESSIBLE (self->entry), GTK_ACCESSIBLE_PROPERTY_LABEL,
                                  sc_stage_column_get_title (self->column), -1);
  gtk_stack_add_child (self->stack, self->entry);
  g_signal_connect_swapped (self->entry, "activate", G_CALLBACK (commit), self);
  g_signal_connect_swapped (self->entry, "changed", G_CALLBACK (entry_changed_cb), self);
  sc_field_watch (self->entry, G_CALLBACK (commit), G_CALLBACK (entry_key_pressed_cb), self);
}

/**
 * sc_table_cell_edit:
 * @self: a cell
 * @typed: (nullable): what is typed already, in place of what stands there
 *
 * Makes it a field. One that is chosen from a list has that opened by its own keys only.
 */
void
sc_table_cell_edit (ScTableCell *self,
                    const char  *typed)
{
  g_return_if_fail (SC_IS_TABLE_CELL (self));

  if (self->is_editing || self->row == NULL || !is_typed (self))
    return;

  if (self->entry == NULL)
    make_entry (self);
  g_set_str (&self->stage_id, sc_stage_row_get_stage (self->row)->id);
  self->before = sc_stage_cell_get_text (sc_stage_row_get_version (self->row), sc_stage_row_get_stage (self->row), self->column);
  self->is_editing = TRUE;
  gtk_editable_set_text (GTK_EDITABLE (self->entry), typed != NULL ? typed : self->before);
  entry_changed_cb (self);
  gtk_stack_set_visible_child (self->stack, self->entry);
  gtk_widget_grab_focus (self->entry);
  if (typed != NULL)
    gtk_editable_set_position (GTK_EDITABLE (self->entry), -1);
  else
    gtk_editable_select_region (GTK_EDITABLE (self->entry), 0, -1);
}

/**
 * sc_table_cell_open:
 * @self: a cell
 *
 * Does what its keys do: makes it a field, or has it chosen what is to stand there.
 */
void
sc_table_cell_open (ScTableCell *self)
{
  g_return_if_fail (SC_IS_TABLE_CELL (self));

  if (is_typed (self))
    sc_table_cell_edit (self, NULL);
  else
    g_signal_emit (self, signals[SIGNAL_CHOOSE], 0);
}

/**
 * sc_table_cell_is_editing:
 * @self: a cell
 *
 * Returns: whether it is a field at present
 */
gboolean
sc_table_cell_is_editing (ScTableCell *self)
{
  g_return_val_if_fail (SC_IS_TABLE_CELL (self), FALSE);

  return self->is_editing;
}

/**
 * sc_table_cell_refuse:
 * @self: a cell that is edited
 * @message: why what is typed can't stand there
 */
void
sc_table_cell_refuse (ScTableCell *self,
                      const char  *message)
{
  g_return_if_fail (SC_IS_TABLE_CELL (self));

  if (!self->is_editing)
    return;

  gtk_widget_add_css_class (self->entry, "error");
  gtk_widget_set_tooltip_text (self->entry, message);
  gtk_accessible_announce (GTK_ACCESSIBLE (self), message, GTK_ACCESSIBLE_ANNOUNCEMENT_PRIORITY_MEDIUM);
}
