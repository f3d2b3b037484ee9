/* SPDX-License-Identifier: GPL-3.0-or-later */

/* Which card of the board takes the keyboard when it comes there. */

#include "pipeline/sc-board-private.h"

/* A card says which deal it is when the focus comes to it: one that has not
 * been read yet is waited for. */
gboolean
sc_board_has_read_pending (ScBoard       *self,
                           ScStageColumn *column)
{
  GListModel *deals = sc_stage_column_get_deals (column);
  g_autoptr (ScDealItem) item = NULL;
  guint position;

  g_signal_group_set_target (self->pending_signals, NULL);
  g_clear_object (&self->pending_item);
  if (deals == NULL || !sc_deal_list_find (SC_DEAL_LIST (deals), self->pending_id, &position))
    return FALSE;

  item = g_list_model_get_item (deals, position);
  if (item == NULL || sc_deal_item_get_deal (item) != NULL)
    return TRUE;

  g_signal_group_set_target (self->pending_signals, item);
  self->pending_item = g_steal_pointer (&item);

  return FALSE;
}

/* The columns hear of a move one after the other: until both have, the card stands
 * in two places, and one of them holds what it was. */
gboolean
sc_board_has_left_column (ScBoard *self)
{
  GListModel *deals;
  guint position;

  if (self->pending_from_id == NULL || !sc_board_find_column (self, self->pending_from_id, &position))
    return TRUE;

  deals = sc_stage_column_get_deals (sc_board_get_column (self, position));

  return deals == NULL || !sc_deal_list_find (SC_DEAL_LIST (deals), self->pending_id, NULL);
}

/* Whether somebody else has taken the card away that is waited for: it would be
 * waited for in vain, and other cards could not be moved. */
gboolean
sc_board_has_lost_pending (ScBoard       *self,
                           ScStageColumn *column)
{
  ScDealList *deals = SC_DEAL_LIST (sc_stage_column_get_deals (column));
  g_autoptr (ScDeal) deal = NULL;

  if (self->is_asking || deals == NULL || sc_deal_list_is_loading (deals) || sc_deal_list_find (deals, self->pending_id, NULL))
    return FALSE;

  deal = sc_store_load_deal (self->store, self->pending_id, NULL);

  return deal == NULL || !sc_deal_status_is_standing (deal->status) ||
         g_strcmp0 (deal->stage_id, self->pending_stage_id) != 0;
}

/* Where a deal has left the board, the one next to it takes the focus; where another has
 * been selected meanwhile, that one keeps it. */
void
sc_board_focus_neighbour (ScBoard *self)
{
  g_autoptr (ScDeal) selected = self->selected_id != 0 ? sc_store_load_deal (self->store, self->selected_id, NULL) : NULL;

  if (selected != NULL && sc_deal_is_at_work (selected))
    {
      sc_board_focus_deal (self, selected->stage_id, selected->id);
      return;
    }
  if (self->current >= self->columns->len || self->neighbour_id == 0
      || !sc_stage_column_focus_deal (sc_board_get_column (self, self->current), self->neighbour_id))
    sc_board_focus_first (self);
}

/**
 * sc_board_focus_first:
 * @self: a board
 *
 * Gives the focus to the first card.
 *
 * Returns: whether there is one
 */
gboolean
sc_board_focus_first (ScBoard *self)
{
  g_return_val_if_fail (SC_IS_BOARD (self), FALSE);

  for (guint i = 0; i < self->columns->len; i++)
    {
      ScStageColumn *column = sc_board_get_column (self, i);
      g_autoptr (ScDealItem) item = g_list_model_get_item (sc_stage_column_get_deals (column), 0);

      if (item == NULL)
        continue;

      sc_board_show_column (self, i);
      return sc_stage_column_focus_deal (column, sc_deal_item_get_id (item));
    }

  return FALSE;
}

/* Until it is known what a column has, what was there before stays in it. */
static gboolean
may_find_first (ScBoard *self)
{
  for (guint i = 0; i < self->columns->len; i++)
    {
      GListModel *deals = sc_stage_column_get_deals (sc_board_get_column (self, i));

      if (deals != NULL && sc_deal_list_is_loading (SC_DEAL_LIST (deals)))
        return TRUE;
      if (deals != NULL && g_list_model_get_n_items (deals) > 0)
        return FALSE;
    }

  return FALSE;
}

/* Unless the user has gone elsewhere meanwhile. */
void
sc_board_try_first (ScBoard *self)
{
  GtkRoot *root = gtk_widget_get_root (GTK_WIDGET (self));

  if (self->first_from == NULL || may_find_first (self))
    return;

  if (root != NULL && gtk_root_get_focus (root) == self->first_from)
    sc_board_focus_first (self);
  g_clear_weak_pointer (&self->first_from);
}

/**
 * sc_board_focus_first_found:
 * @self: a board
 *
 * Gives the focus to the first card, as soon as it is known which one that is.
 *
 * Returns: whether there is one, or may be
 */
gboolean
sc_board_focus_first_found (ScBoard *self)
{
  GtkRoot *root;

  g_return_val_if_fail (SC_IS_BOARD (self), FALSE);

  if (!may_find_first (self))
    return sc_board_focus_first (self);

  root = gtk_widget_get_root (GTK_WIDGET (self));
  g_set_weak_pointer (&self->first_from, root != NULL ? gtk_root_get_focus (root) : NULL);

  return TRUE;
}

/**
 * sc_board_forget_first:
 * @self: a board
 *
 * Leaves the focus where it is: something else is looked for now.
 */
void
sc_board_forget_first (ScBoard *self)
{
  g_return_if_fail (SC_IS_BOARD (self));

  g_clear_weak_pointer (&self->first_from);
  sc_board_end_moving (self);
}

/**
 * sc_board_focus_last:
 * @self: a board
 *
 * Gives the focus to the card that had it last, or to the first one where that
 * is gone. Deals that are selected together stay so.
 *
 * Returns: whether there is one
 */
gboolean
sc_board_focus_last (ScBoard *self)
{
  ScStageColumn *column;

  g_return_val_if_fail (SC_IS_BOARD (self), FALSE);

  if (self->current >= self->columns->len)
    return sc_board_focus_first (self);

  column = sc_board_get_column (self, self->current);
  if (sc_board_count_selected (self) > 1)
    return sc_stage_column_focus (column);

  return (self->selected_id != 0 && sc_stage_column_focus_deal (column, self->selected_id))
         || sc_board_focus_first (self);
}

/* The column of the stage that was on show in the version before, or else of the
 * next that is still there. */
guint
sc_board_find_kept (ScBoard   *self,
                    ScVersion *old)
{
  guint n_old = old != NULL ? old->stages->len : 0;
  guint position = 0;

  for (guint i = self->current; i < n_old; i++)
    if (sc_board_find_column (self, sc_version_get_stage (old, i)->id, &position))
      return position;
  for (guint i = MIN (self->current, n_old); i > 0; i--)
    if (sc_board_find_column (self, sc_version_get_stage (old, i - 1)->id, &position))
      return position;

  return 0;
}
