/* SPDX-License-Identifier: GPL-3.0-or-later */

/* Which deals of a column are selected: with those of other columns, where the keys say so
 * that add to what is selected. */

#include "pipeline/sc-stage-column-private.h"

/* What changes now is said by a click or a key with these. */
void
sc_stage_column_note_modifiers (ScStageColumn  *self,
                                GdkModifierType state)
{
  self->is_extending = (state & (GDK_CONTROL_MASK | GDK_SHIFT_MASK)) != 0;
}

/* A card is selected alone on the board, also where it is so already in its column. */
void
sc_stage_column_begin_alone (ScStageColumn *self)
{
  self->is_extending = FALSE;
  sc_stage_column_emit_alone (self);
}

static void
pressed_cb (ScStageColumn *self,
            int            n_press,
            double         x,
            double         y,
            GtkGesture    *gesture)
{
  sc_stage_column_note_modifiers (self, gtk_event_controller_get_current_event_state (GTK_EVENT_CONTROLLER (gesture)));
  if (!self->is_extending && sc_stage_column_pick_card (self, x, y) != NULL)
    sc_stage_column_emit_alone (self);
}

void
sc_stage_column_bind_selection (GtkWidgetClass *widget_class)
{
  gtk_widget_class_bind_template_callback (widget_class, pressed_cb);
}

static void
selection_changed_cb (ScStageColumn     *self,
                      guint              changed,
                      guint              n_changed,
                      GtkSelectionModel *selection)
{
  g_autoptr (GtkBitset) selected = gtk_selection_model_get_selection (selection);
  g_autoptr (ScDealItem) item = NULL;

  if (gtk_bitset_get_size (selected) == 1)
    item = g_list_model_get_item (G_LIST_MODEL (self->deals), gtk_bitset_get_minimum (selected));
  if (item != NULL)
    sc_stage_column_emit_selected (self, item);
  g_signal_emit_by_name (self, "several");
}

void
sc_stage_column_make_selection (ScStageColumn *self)
{
  g_autoptr (GtkSelectionModel) selection =
    GTK_SELECTION_MODEL (gtk_multi_selection_new (g_object_ref (G_LIST_MODEL (self->shown_deals))));

  g_signal_connect_object (selection, "selection-changed", G_CALLBACK (selection_changed_cb), self, G_CONNECT_SWAPPED);
  gtk_list_view_set_model (self->list_view, selection);
}

/**
 * sc_stage_column_is_extending:
 * @self: a column
 *
 * Returns: whether what is selected in it now is added to what is selected in others
 */
gboolean
sc_stage_column_is_extending (ScStageColumn *self)
{
  g_return_val_if_fail (SC_IS_STAGE_COLUMN (self), FALSE);

  return self->is_extending;
}

/**
 * sc_stage_column_select_all:
 * @self: a column that has been read
 *
 * Selects all of its deals, also those that GTK has no rows for yet.
 */
void
sc_stage_column_select_all (ScStageColumn *self)
{
  guint n_deals;

  g_return_if_fail (SC_IS_STAGE_COLUMN (self));

  n_deals = self->deals != NULL ? g_list_model_get_n_items (G_LIST_MODEL (self->deals)) : 0;
  if (n_deals == 0)
    return;

  sc_growing_model_reach (self->shown_deals, n_deals - 1);
  gtk_selection_model_select_all (gtk_list_view_get_model (self->list_view));
}

/**
 * sc_stage_column_unselect:
 * @self: a column
 *
 * Selects none of its deals.
 */
void
sc_stage_column_unselect (ScStageColumn *self)
{
  GtkSelectionModel *selection;

  g_return_if_fail (SC_IS_STAGE_COLUMN (self));

  selection = gtk_list_view_get_model (self->list_view);
  if (selection != NULL)
    gtk_selection_model_unselect_all (selection);
}

/**
 * sc_stage_column_get_n_selected:
 * @self: a column
 *
 * Returns: how many of its deals are selected
 */
guint
sc_stage_column_get_n_selected (ScStageColumn *self)
{
  GtkSelectionModel *selection;
  g_autoptr (GtkBitset) selected = NULL;

  g_return_val_if_fail (SC_IS_STAGE_COLUMN (self), 0);

  selection = gtk_list_view_get_model (self->list_view);
  selected = selection != NULL ? gtk_selection_model_get_selection (selection) : NULL;

  return selected != NULL ? (guint) gtk_bitset_get_size (selected) : 0;
}

/**
 * sc_stage_column_get_selected_ids:
 * @self: a column
 *
 * Returns: (transfer full) (element-type gint64): the selected deals, in
 *   order
 */
GArray *
sc_stage_column_get_selected_ids (ScStageColumn *self)
{
  GArray *ids = g_array_new (FALSE, FALSE, sizeof (gint64));
  g_autoptr (GtkBitset) selected = NULL;
  GtkBitsetIter iter;
  guint position;

  g_return_val_if_fail (SC_IS_STAGE_COLUMN (self), ids);

  selected = gtk_selection_model_get_selection (gtk_list_view_get_model (self->list_view));
  for (gboolean more = gtk_bitset_iter_init_first (&iter, selected, &position);
       more;
       more = gtk_bitset_iter_next (&iter, &position))
    {
      g_autoptr (ScDealItem) item = g_list_model_get_item (G_LIST_MODEL (self->deals), position);
      gint64 id = item != NULL ? sc_deal_item_get_id (item) : 0;

      if (id != 0)
        g_array_append_val (ids, id);
    }

  return ids;
}
