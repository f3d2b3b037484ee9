/* SPDX-License-Identifier: GPL-3.0-or-later */

/* Gives the focus to the card that was moved or asked for, once its list has read
 * it and no dialog is in front of the board. */

#include "pipeline/sc-board-private.h"

static gboolean
is_behind_dialog (ScBoard *self)
{
  GtkRoot *root = gtk_widget_get_root (GTK_WIDGET (self));
  GtkWidget *focus = root != NULL ? gtk_root_get_focus (root) : NULL;

  return focus != NULL && gtk_widget_get_ancestor (focus, ADW_TYPE_DIALOG) != NULL;
}

static gboolean
pending_tick_cb (GtkWidget     *widget,
                 GdkFrameClock *clock,
                 gpointer       user_data)
{
  ScBoard *self = SC_BOARD (widget);

  self->pending_tick = 0;
  sc_board_try_pending (self);

  return G_SOURCE_REMOVE;
}

/* The card that is to get the focus gets it as soon as it stands in its column
 * and no dialog is in front of the board. */
void
sc_board_try_pending (ScBoard *self)
{
  ScStageColumn *column;
  ScDealItem *item;
  guint position;

  if (self->pending_id == 0 || self->waits_for_change || !sc_board_find_column (self, self->pending_stage_id, &position))
    return;

  column = sc_board_get_column (self, position);
  if (sc_board_has_lost_pending (self, column))
    {
      sc_board_end_moving (self);
      return;
    }
  sc_board_show_column (self, position);
  if (!sc_board_has_left_column (self)
      || !sc_board_has_read_pending (self, column)
      || !sc_stage_column_focus_deal (column, self->pending_id))
    return;

  item = sc_stage_column_get_focus_item (column);
  if (item != NULL && sc_deal_item_get_id (item) == self->pending_id)
    {
      self->pending_id = 0;
      sc_board_continue (self);
    }
  else if (self->pending_tick == 0 && !is_behind_dialog (self))
    /* Its row is made with the next frame. */
    self->pending_tick = gtk_widget_add_tick_callback (GTK_WIDGET (self), pending_tick_cb, NULL, NULL);
}

void
sc_board_deals_changed_cb (ScBoard    *self,
                           guint       position,
                           guint       n_removed,
                           guint       n_added,
                           GListModel *deals)
{
  guint column;

  if (self->pending_id == 0 || !sc_board_find_column (self, self->pending_stage_id, &column))
    return;

  if (deals == sc_stage_column_get_deals (sc_board_get_column (self, column)))
    self->waits_for_change = FALSE;
  sc_board_try_pending (self);
}

static gboolean
pending_idle_cb (gpointer user_data)
{
  ScBoard *self = user_data;

  self->pending_source = 0;
  sc_board_try_pending (self);
  sc_board_try_first (self);

  return G_SOURCE_REMOVE;
}

void
sc_board_try_pending_soon (ScBoard *self)
{
  if ((self->pending_id != 0 || self->first_from != NULL) && self->pending_source == 0)
    self->pending_source = g_idle_add (pending_idle_cb, self);
}
