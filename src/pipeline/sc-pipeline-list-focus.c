/* SPDX-License-Identifier: GPL-3.0-or-later */

/* Which row of the list of deals takes the keyboard when it comes there. */

#include "pipeline/sc-pipeline-list-private.h"

/* Rows are made with one of the next frames. */
#define N_FRAMES_AT_MOST 30

/* The one that is selected alone, or the first of several. */
guint
sc_pipeline_list_get_selected_position (ScPipelineList *self)
{
  g_autoptr (GtkBitset) selected = self->selection != NULL ? gtk_selection_model_get_selection (self->selection) : NULL;

  return selected != NULL && !gtk_bitset_is_empty (selected) ? gtk_bitset_get_minimum (selected) : GTK_INVALID_LIST_POSITION;
}

/* The deal that is led to, or where the focus waits for rows the first of them. */
void
sc_pipeline_list_focus_wanted (ScPipelineList *self)
{
  guint position;

  if (self->wanted_id == 0 || self->deals == NULL || !sc_deal_list_find (self->deals, self->wanted_id, &position))
    return;

  self->wanted_id = 0;
  self->wants_top = FALSE;
  sc_growing_model_reach (self->shown_deals, position);
  gtk_column_view_scroll_to (self->column_view, position, NULL, GTK_LIST_SCROLL_FOCUS | GTK_LIST_SCROLL_SELECT, NULL);
  gtk_widget_grab_focus (GTK_WIDGET (self->column_view));
}

static GtkWidget *
get_focus (ScPipelineList *self)
{
  GtkRoot *root = gtk_widget_get_root (GTK_WIDGET (self));

  return root != NULL ? gtk_root_get_focus (root) : NULL;
}

/* On the list, and on none of its rows yet. */
static gboolean
waits_for_row (ScPipelineList *self)
{
  GtkWidget *focus = get_focus (self);

  return focus != NULL && (gtk_widget_is_ancestor (GTK_WIDGET (self->column_view), focus)
                           || focus == GTK_WIDGET (self->column_view)
                           || gtk_widget_get_parent (focus) == GTK_WIDGET (self->column_view));
}

static void
focus_selected (ScPipelineList *self)
{
  guint selected = sc_pipeline_list_get_selected_position (self);

  gtk_column_view_scroll_to (self->column_view, selected != GTK_INVALID_LIST_POSITION ? selected : 0, NULL,
                             GTK_LIST_SCROLL_FOCUS, NULL);
  gtk_widget_grab_focus (GTK_WIDGET (self->column_view));
}

static gboolean
frame_cb (GtkWidget     *widget,
          GdkFrameClock *clock,
          gpointer       user_data)
{
  ScPipelineList *self = SC_PIPELINE_LIST (widget);

  if (++self->n_frames < N_FRAMES_AT_MOST && waits_for_row (self))
    {
      if (sc_pipeline_list_get_n_deals (self) > 0)
        focus_selected (self);
      return G_SOURCE_CONTINUE;
    }
  self->tick = 0;

  return G_SOURCE_REMOVE;
}

/* The keyboard is where it was: on the row that is selected. */
gboolean
sc_pipeline_list_grab_focus (GtkWidget *widget)
{
  ScPipelineList *self = SC_PIPELINE_LIST (widget);

  self->n_frames = 0;
  if (self->tick == 0)
    self->tick = gtk_widget_add_tick_callback (widget, frame_cb, NULL, NULL);
  if (sc_pipeline_list_get_n_deals (self) == 0)
    return FALSE;

  focus_selected (self);

  return TRUE;
}

/**
 * sc_pipeline_list_get_selected:
 * @self: a list
 *
 * Returns: the deal that is selected, the first of several; 0 for none
 */
gint64
sc_pipeline_list_get_selected (ScPipelineList *self)
{
  g_autoptr (ScDealItem) item = NULL;
  guint position;

  g_return_val_if_fail (SC_IS_PIPELINE_LIST (self), 0);

  position = sc_pipeline_list_get_selected_position (self);
  if (position != GTK_INVALID_LIST_POSITION)
    item = g_list_model_get_item (G_LIST_MODEL (self->deals), position);

  return item != NULL ? sc_deal_item_get_id (item) : 0;
}
