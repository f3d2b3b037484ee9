/* SPDX-License-Identifier: GPL-3.0-or-later */

/* The stages as a table, beside the canvas: read line by line, edited in the cell, several rows
 * at once, and pasted from a spreadsheet. What is done here goes by the same edits, is taken back
 * and stands in the same pane as on the canvas. */

#include "designer/sc-designer-keys.h"
#include "designer/table/sc-stage-table-private.h"

enum {
  PROP_0,
  PROP_SELECTED,
  N_PROPS,
};

static GParamSpec *properties[N_PROPS];

G_DEFINE_FINAL_TYPE (ScStageTable, sc_stage_table, ADW_TYPE_BIN);

static ScStageRow *
get_row (ScStageTable *self,
         guint         position)
{
  g_autoptr (ScStageRow) row = g_list_model_get_item (G_LIST_MODEL (self->rows), position);

  return row; /* kept by the list */
}

gboolean
sc_stage_table_find_row (ScStageTable *self,
                         const char   *stage_id,
                         guint        *position)
{
  for (guint i = 0; i < g_list_model_get_n_items (G_LIST_MODEL (self->rows)); i++)
    if (g_strcmp0 (sc_stage_row_get_stage (get_row (self, i))->id, stage_id) == 0)
      {
        *position = i;
        return TRUE;
      }

  return FALSE;
}

/* The ids of the stages whose rows are selected. */
GPtrArray *
sc_stage_table_list_selected (ScStageTable *self)
{
  GPtrArray *ids = g_ptr_array_new_with_free_func (g_free);

  for (guint i = 0; i < g_list_model_get_n_items (G_LIST_MODEL (self->rows)); i++)
    if (gtk_selection_model_is_selected (self->selection, i))
      g_ptr_array_add (ids, g_strdup (sc_stage_row_get_stage (get_row (self, i))->id));

  return ids;
}

static gboolean
has_selected (ScStageTable *self)
{
  g_autoptr (GtkBitset) selected = gtk_selection_model_get_selection (self->selection);

  return !gtk_bitset_is_empty (selected);
}

/* The cell that the keyboard is in, or NULL. */
ScTableCell *
sc_stage_table_get_focused_cell (ScStageTable *self)
{
  GtkRoot *root = gtk_widget_get_root (GTK_WIDGET (self));
  GtkWidget *focus = root != NULL ? gtk_root_get_focus (root) : NULL;
  GtkWidget *cell = NULL;

  if (focus != NULL && gtk_widget_is_ancestor (focus, GTK_WIDGET (self->column_view)))
    cell = SC_IS_TABLE_CELL (focus) ? focus : gtk_widget_get_ancestor (focus, SC_TYPE_TABLE_CELL);

  return cell != NULL ? SC_TABLE_CELL (cell) : NULL;
}

static void
selection_changed_cb (ScStageTable *self)
{
  g_autoptr (GPtrArray) ids = NULL;

  if (self->is_showing)
    return;

  /* Of several it is the one that the pane shows already, or the first. */
  ids = sc_stage_table_list_selected (self);
  if (ids->len > 0 && self->selected != NULL && g_ptr_array_find_with_equal_func (ids, self->selected, g_str_equal, NULL))
    return;
  if (g_set_str (&self->selected, ids->len > 0 ? ids->pdata[0] : NULL))
    g_object_notify_by_pspec (G_OBJECT (self), properties[PROP_SELECTED]);
}

/* Which of the columns a factory makes the cells of. */
typedef struct {
  ScStageTable *table;
  ScStageColumn column;
} Column;

static void
column_free (gpointer  data,
             GClosure *closure)
{
  g_free (data);
}

static void
setup_cb (GtkSignalListItemFactory *factory,
          GtkListItem              *item,
          const Column             *column)
{
  GtkWidget *cell = sc_table_cell_new (column->column);

  sc_stage_table_follow_cell (column->table, SC_TABLE_CELL (cell));
  gtk_list_item_set_focusable (item, FALSE);
  gtk_list_item_set_child (item, cell);
}

static void
bind_cb (GtkSignalListItemFactory *factory,
         GtkListItem              *item)
{
  sc_table_cell_set_row (SC_TABLE_CELL (gtk_list_item_get_child (item)), gtk_list_item_get_item (item));
}

static void
unbind_cb (GtkSignalListItemFactory *factory,
           GtkListItem              *item)
{
  sc_table_cell_set_row (SC_TABLE_CELL (gtk_list_item_get_child (item)), NULL);
}

/* The keyboard walks the cells. */
static void
bind_row_cb (GtkSignalListItemFactory *factory,
             GtkColumnViewRow         *row)
{
  gtk_column_view_row_set_focusable (row, FALSE);
}

static void
add_column (ScStageTable *self,
            ScStageColumn column)
{
  GtkListItemFactory *factory = gtk_signal_list_item_factory_new ();
  g_autoptr (GtkColumnViewColumn) made = NULL;
  Column *which = g_new0 (Column, 1);

  *which = (Column) { self, column };
  g_signal_connect_data (factory, "setup", G_CALLBACK (setup_cb), which, column_free, G_CONNECT_DEFAULT);
  g_signal_connect (factory, "bind", G_CALLBACK (bind_cb), NULL);
  g_signal_connect (factory, "unbind", G_CALLBACK (unbind_cb), NULL);
  made = gtk_column_view_column_new (sc_stage_column_get_title (column), factory);
  gtk_column_view_column_set_resizable (made, TRUE);
  gtk_column_view_column_set_expand (made, column == SC_STAGE_NAME || column == SC_STAGE_KINDS);
  gtk_column_view_append_column (self->column_view, made);
}

static void
sc_stage_table_get_property (GObject    *object,
                             guint       property_id,
                             GValue     *value,
                             GParamSpec *pspec)
{
  switch (property_id)
    {
    case PROP_SELECTED:
      g_value_set_string (value, SC_STAGE_TABLE (object)->selected);
      break;

    default:
      G_OBJECT_WARN_INVALID_PROPERTY_ID (object, property_id, pspec);
    }
}

static GtkWidget *
find_cell (GtkWidget    *from,
           guint         position,
           ScStageColumn column)
{
  GtkWidget *found = NULL;

  for (GtkWidget *child = gtk_widget_get_first_child (from); child != NULL && found == NULL; child = gtk_widget_get_next_sibling (child))
    {
      ScTableCell *cell = SC_IS_TABLE_CELL (child) ? SC_TABLE_CELL (child) : NULL;

      if (cell == NULL)
        found = find_cell (child, position, column);
      else if (sc_table_cell_get_row (cell) != NULL && sc_table_cell_get_column (cell) == column &&
               sc_stage_row_get_position (sc_table_cell_get_row (cell)) == position)
        found = child;
    }

  return found;
}

/* From outside the table: GTK takes the keyboard to a cell only from another one. */
static gboolean
take_focus (ScStageTable *self)
{
  guint position = 0;
  GtkWidget *cell;

  sc_stage_table_find_row (self, self->selected, &position);
  if (!gtk_selection_model_is_selected (self->selection, position))
    gtk_selection_model_select_item (self->selection, position, TRUE);
  gtk_column_view_scroll_to (self->column_view, position, NULL, GTK_LIST_SCROLL_NONE, NULL);
  cell = find_cell (GTK_WIDGET (self->column_view), position, self->last_column);

  return cell != NULL && gtk_widget_grab_focus (cell);
}

/* Frames in which a table that has just come is laid out. */
#define MOST_FRAMES 10

typedef struct {
  GtkWidget *focus; /* where it was, not owned: only compared */
  guint n_frames;
} Wait;

static gboolean
frame_cb (GtkWidget     *widget,
          GdkFrameClock *clock,
          gpointer       user_data)
{
  Wait *wait = user_data;
  gboolean is_left = gtk_root_get_focus (gtk_widget_get_root (widget)) != wait->focus;

  if (is_left || !gtk_widget_get_mapped (widget) || take_focus (SC_STAGE_TABLE (widget)) || ++wait->n_frames == MOST_FRAMES)
    return G_SOURCE_REMOVE;

  return G_SOURCE_CONTINUE;
}

/* The keyboard is where it was: on the row that is selected. A table that has just come has no
 * cells yet, and takes it when they are there, where it has not gone elsewhere. */
static gboolean
sc_stage_table_grab_focus (GtkWidget *widget)
{
  ScStageTable *self = SC_STAGE_TABLE (widget);
  Wait *wait;

  if (g_list_model_get_n_items (G_LIST_MODEL (self->rows)) == 0)
    return FALSE;
  if (take_focus (self))
    return TRUE;

  wait = g_new0 (Wait, 1);
  wait->focus = gtk_root_get_focus (gtk_widget_get_root (widget));
  gtk_widget_add_tick_callback (widget, frame_cb, wait, g_free);

  return TRUE;
}

/* GTK 4.18 forgets a reference to the column that takes the keyboard over when its own goes: so
 * that one goes last. */
static void
drop_columns (ScStageTable *self)
{
  GListModel *columns = gtk_column_view_get_columns (self->column_view);
  g_autoptr (GtkColumnViewColumn) last = g_list_model_get_item (columns, self->last_column);

  for (guint i = g_list_model_get_n_items (columns); i > 0; i--)
    {
      g_autoptr (GtkColumnViewColumn) column = g_list_model_get_item (columns, i - 1);

      if (column != last)
        gtk_column_view_remove_column (self->column_view, column);
    }
  gtk_column_view_remove_column (self->column_view, last);
}

static void
sc_stage_table_dispose (GObject *object)
{
  ScStageTable *self = SC_STAGE_TABLE (object);

  if (self->column_view != NULL)
    {
      gtk_column_view_set_model (self->column_view, NULL);
      drop_columns (self);
    }
  g_clear_weak_pointer (&self->chosen_for);
  g_clear_pointer (&self->popover, gtk_widget_unparent);
  g_clear_object (&self->selection);
  g_clear_object (&self->rows);
  g_clear_object (&self->design);
  g_clear_pointer (&self->selected, g_free);
  adw_bin_set_child (ADW_BIN (self), NULL);
  gtk_widget_dispose_template (GTK_WIDGET (self), SC_TYPE_STAGE_TABLE);

  G_OBJECT_CLASS (sc_stage_table_parent_class)->dispose (object);
}

static void
sc_stage_table_class_init (ScStageTableClass *klass)
{
  GObjectClass *object_class = G_OBJECT_CLASS (klass);
  GtkWidgetClass *widget_class = GTK_WIDGET_CLASS (klass);

  object_class->dispose = sc_stage_table_dispose;
  object_class->get_property = sc_stage_table_get_property;
  widget_class->grab_focus = sc_stage_table_grab_focus;

  properties[PROP_SELECTED] =
    g_param_spec_string ("selected", NULL, NULL, NULL, G_PARAM_READABLE | G_PARAM_STATIC_STRINGS);
  g_object_class_install_properties (object_class, N_PROPS, properties);

  sc_designer_keys_bind_table (widget_class);
  gtk_widget_class_set_template_from_resource (widget_class,
                                               "/io/github/stagecraft/Stagecraft/designer/table/sc-stage-table.ui");
  gtk_widget_class_bind_template_child (widget_class, ScStageTable, column_view);
  sc_stage_table_bind_editing (widget_class);
}

static void
sc_stage_table_init (ScStageTable *self)
{
  g_autoptr (GtkListItemFactory) rows = gtk_signal_list_item_factory_new ();

  gtk_widget_init_template (GTK_WIDGET (self));

  self->rows = g_list_store_new (SC_TYPE_STAGE_ROW);
  self->selection = GTK_SELECTION_MODEL (gtk_multi_selection_new (g_object_ref (G_LIST_MODEL (self->rows))));
  g_signal_connect_object (self->selection, "selection-changed", G_CALLBACK (selection_changed_cb), self, G_CONNECT_SWAPPED);
  for (ScStageColumn column = 0; column < SC_N_STAGE_COLUMNS; column++)
    add_column (self, column);
  g_signal_connect (rows, "bind", G_CALLBACK (bind_row_cb), NULL);
  gtk_column_view_set_row_factory (self->column_view, rows);
  gtk_column_view_set_model (self->column_view, self->selection);
}

/**
 * sc_stage_table_set_design:
 * @self: a table
 * @design: whose stages it shows
 */
void
sc_stage_table_set_design (ScStageTable *self,
                           ScDesign     *design)
{
  g_return_if_fail (SC_IS_STAGE_TABLE (self));

  g_set_object (&self->design, design);
}

/* Takes the keyboard to a cell, and brings it into sight. */
void
sc_stage_table_focus_cell (ScStageTable *self,
                           guint         position,
                           ScStageColumn column)
{
  g_autoptr (GtkColumnViewColumn) wanted = g_list_model_get_item (gtk_column_view_get_columns (self->column_view), column);

  gtk_column_view_scroll_to (self->column_view, position, wanted, GTK_LIST_SCROLL_FOCUS, NULL);
}

/* Each row shows what stands there now: rows that came and went would take the keyboard with
 * them. */
static void
arrange_rows (ScStageTable *self,
              ScVersion    *version)
{
  guint n_rows = g_list_model_get_n_items (G_LIST_MODEL (self->rows));
  guint n = version->stages->len;

  for (guint i = 0; i < MIN (n, n_rows); i++)
    sc_stage_row_show (get_row (self, i), version, i);
  for (guint i = n_rows; i < n; i++)
    {
      g_autoptr (ScStageRow) row = sc_stage_row_new (version, i);

      g_list_store_append (self->rows, row);
    }
  if (n_rows > n)
    g_list_store_splice (self->rows, n, n_rows - n, NULL, 0);
}

static void
select_rows (ScStageTable *self,
             GPtrArray    *stage_ids)
{
  gtk_selection_model_unselect_all (self->selection);
  for (guint i = 0; i < stage_ids->len; i++)
    {
      guint position;

      if (sc_stage_table_find_row (self, stage_ids->pdata[i], &position))
        gtk_selection_model_select_item (self->selection, position, FALSE);
    }
}

/**
 * sc_stage_table_show:
 * @self: a table
 * @version: what it shows
 *
 * Shows a version; the keyboard stays at its stage, or goes to its next neighbour.
 */
void
sc_stage_table_show (ScStageTable *self,
                     ScVersion    *version)
{
  g_autoptr (GPtrArray) selected = NULL;
  ScTableCell *cell;
  gboolean is_editing;
  g_autofree char *focused = NULL;
  ScStageColumn column = SC_STAGE_NAME;
  guint position = 0;

  g_return_if_fail (SC_IS_STAGE_TABLE (self));

  cell = sc_stage_table_get_focused_cell (self);
  is_editing = cell != NULL && sc_table_cell_is_editing (cell);
  if (cell != NULL)
    {
      focused = g_strdup (sc_stage_row_get_stage (sc_table_cell_get_row (cell))->id);
      position = sc_stage_row_get_position (sc_table_cell_get_row (cell));
      column = sc_table_cell_get_column (cell);
    }
  selected = sc_stage_table_list_selected (self);

  self->is_showing = TRUE;
  arrange_rows (self, version);
  select_rows (self, selected);
  self->is_showing = FALSE;

  if (focused == NULL || is_editing || version->stages->len == 0)
    return;
  sc_stage_table_find_row (self, focused, &position);
  position = MIN (position, version->stages->len - 1);
  cell = sc_stage_table_get_focused_cell (self);
  if (cell == NULL || sc_stage_row_get_position (sc_table_cell_get_row (cell)) != position)
    sc_stage_table_focus_cell (self, position, column);
  if (!has_selected (self))
    gtk_selection_model_select_item (self->selection, position, TRUE);
}

/**
 * sc_stage_table_get_selected:
 * @self: a table
 *
 * Returns: (transfer none) (nullable): the id of the stage that is worked on
 */
const char *
sc_stage_table_get_selected (ScStageTable *self)
{
  g_return_val_if_fail (SC_IS_STAGE_TABLE (self), NULL);

  return self->selected;
}

/**
 * sc_stage_table_set_selected:
 * @self: a table
 * @stage_id: (nullable): the stage that is worked on, or %NULL for none
 */
void
sc_stage_table_set_selected (ScStageTable *self,
                             const char   *stage_id)
{
  guint position;

  g_return_if_fail (SC_IS_STAGE_TABLE (self));

  if (!g_set_str (&self->selected, stage_id))
    return;

  self->is_showing = TRUE;
  if (!sc_stage_table_find_row (self, stage_id, &position))
    gtk_selection_model_unselect_all (self->selection);
  else if (!gtk_selection_model_is_selected (self->selection, position))
    gtk_selection_model_select_item (self->selection, position, TRUE);
  self->is_showing = FALSE;
  g_object_notify_by_pspec (G_OBJECT (self), properties[PROP_SELECTED]);
}

/**
 * sc_stage_table_focus_stage:
 * @self: a table
 * @stage_id: a stage
 *
 * Selects a stage, takes the keyboard to it and brings it into sight.
 */
void
sc_stage_table_focus_stage (ScStageTable *self,
                            const char   *stage_id)
{
  guint position;

  g_return_if_fail (SC_IS_STAGE_TABLE (self));

  if (!sc_stage_table_find_row (self, stage_id, &position))
    return;

  sc_stage_table_set_selected (self, stage_id);
  gtk_selection_model_select_item (self->selection, position, TRUE);
  sc_stage_table_focus_cell (self, position, SC_STAGE_NAME);
}

static void
edit_focused (gpointer data)
{
  g_autoptr (ScStageTable) self = data;
  ScTableCell *cell = self->column_view != NULL ? sc_stage_table_get_focused_cell (self) : NULL;

  if (cell != NULL)
    sc_table_cell_edit (cell, NULL);
}

/**
 * sc_stage_table_edit_name:
 * @self: a table
 * @stage_id: a stage
 *
 * Lets the user change a stage's name in its cell.
 */
void
sc_stage_table_edit_name (ScStageTable *self,
                          const char   *stage_id)
{
  g_return_if_fail (SC_IS_STAGE_TABLE (self));

  sc_stage_table_focus_stage (self, stage_id);

  /* A row that is new has no cells before the next frame; a menu that closes gives the focus
   * back first. */
  g_idle_add_once (edit_focused, g_object_ref (self));
}
