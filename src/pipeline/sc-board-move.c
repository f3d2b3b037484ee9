/* SPDX-License-Identifier: GPL-3.0-or-later */

/* Walking the board's cards and moving them, by keyboard and by pointer. */

#include "pipeline/sc-board-private.h"

#include <glib/gi18n-lib.h>

#include "deal/sc-deal-move.h"

/* How many steps are remembered while a card is on its way. */
#define MAX_STEPS 16

/* Forgets that a card is on its way, and the steps that wait for it. */
void
sc_board_end_moving (ScBoard *self)
{
  self->pending_id = 0;
  self->is_moving = FALSE;
  g_array_set_size (self->steps, 0);
}

static ScStageColumn *
find_focus_column (ScBoard *self)
{
  guint row;

  for (guint i = 0; i < self->columns->len; i++)
    if (sc_stage_column_get_focus_position (sc_board_get_column (self, i), &row))
      return sc_board_get_column (self, i);

  return NULL;
}

/* The card has the focus in its new place: on with what was asked for meanwhile. */
void
sc_board_continue (ScBoard *self)
{
  self->is_moving = FALSE;
  self->is_continuing = TRUE;
  while (self->steps->len > 0 && !self->is_moving)
    {
      ScBoardStep step = g_array_index (self->steps, ScBoardStep, 0);
      ScStageColumn *column = find_focus_column (self);

      g_array_remove_index (self->steps, 0);
      if (column != NULL && step.is_walk)
        sc_board_walk (self, column, step.columns);
      else if (column != NULL)
        sc_board_move (self, column, step.columns, step.rows);
    }
  self->is_continuing = FALSE;
}

/* What is asked for while a card is on its way starts from where that leads. */
static void
wait_with (ScBoard    *self,
           ScBoardStep step)
{
  if (self->steps->len < MAX_STEPS)
    g_array_append_val (self->steps, step);
}

static void
moved_cb (GtkWidget       *origin,
          const ScOutcome *outcome,
          gpointer         user_data)
{
  ScBoard *self = SC_BOARD (origin);

  self->is_asking = FALSE;
  if (outcome == NULL)
    sc_board_end_moving (self);
  else if (outcome->change_id == 0 && self->pending_id != 0)
    sc_board_focus_deal (self, self->pending_stage_id, self->pending_id);
}

static void
move_deal (ScBoard       *self,
           ScStageColumn *column,
           ScDeal        *deal,
           gint64         before_id)
{
  ScStage *stage = sc_stage_column_get_stage (column);

  /* The focus follows when the list has heard of it. */
  g_set_str (&self->pending_stage_id, stage->id);
  g_set_str (&self->pending_from_id, g_strcmp0 (deal->stage_id, stage->id) != 0 ? deal->stage_id : NULL);
  self->pending_id = deal->id;
  self->waits_for_change = TRUE;
  self->is_moving = TRUE;
  self->is_asking = TRUE;
  sc_deal_move (GTK_WIDGET (self), self->store, self->version, deal, NULL, stage->id, before_id, moved_cb, NULL);
}

/* Walks on over empty columns. */
void
sc_board_walk (ScBoard       *self,
               ScStageColumn *column,
               int            columns)
{
  guint position;
  double y;

  if (self->is_moving)
    {
      wait_with (self, (ScBoardStep) { columns, 0, TRUE });
      return;
    }

  if (!sc_board_find_column (self, sc_stage_column_get_stage (column)->id, &position)
      || !sc_stage_column_get_focus_y (column, &y))
    return;

  for (int next = (int) position + columns; next >= 0 && next < (int) self->columns->len; next += columns)
    {
      ScStageColumn *target = sc_board_get_column (self, (guint) next);

      if (g_list_model_get_n_items (sc_stage_column_get_deals (target)) == 0)
        continue;

      sc_board_show_column (self, (guint) next);
      sc_stage_column_focus_near (target, y);
      return;
    }

  gtk_widget_error_bell (GTK_WIDGET (self));
}

/* The deal at a place, 0 behind the last one. Returns whether that is known: not
 * while the column is still being read. */
static gboolean
find_id_at (ScStageColumn *column,
            guint          position,
            gint64        *deal_id)
{
  GListModel *deals = sc_stage_column_get_deals (column);
  g_autoptr (ScDealItem) item = g_list_model_get_item (deals, position);

  *deal_id = item != NULL ? sc_deal_item_get_id (item) : 0;

  return item != NULL ? *deal_id != 0 : !sc_deal_list_is_loading (SC_DEAL_LIST (deals));
}

/* What comes next in the column is known when it has been read. */
static void
wait_for_column (ScBoard       *self,
                 ScStageColumn *column,
                 ScDeal        *deal,
                 int            rows)
{
  const ScBoardStep step = { 0, rows, FALSE };

  if (!sc_deal_list_is_loading (SC_DEAL_LIST (sc_stage_column_get_deals (column))))
    {
      gtk_widget_error_bell (GTK_WIDGET (self));
      return;
    }

  g_set_str (&self->pending_stage_id, sc_stage_column_get_stage (column)->id);
  g_set_str (&self->pending_from_id, NULL);
  self->pending_id = deal->id;
  self->waits_for_change = FALSE;
  self->is_moving = TRUE;
  g_array_prepend_val (self->steps, step);
}

static void
move_within (ScBoard       *self,
             ScStageColumn *column,
             ScDeal        *deal,
             guint          position,
             int            rows)
{
  guint n_deals = g_list_model_get_n_items (sc_stage_column_get_deals (column));
  gint64 before_id;

  if ((rows < 0 && position == 0) || (rows > 0 && position + 1 >= n_deals))
    gtk_widget_error_bell (GTK_WIDGET (self));
  else if (find_id_at (column, rows < 0 ? position - 1 : position + 2, &before_id))
    move_deal (self, column, deal, before_id);
  else
    wait_for_column (self, column, deal, rows);
}

/* Those of several stages have no next one in common. */
static void
move_many (ScBoard       *self,
           ScStageColumn *target,
           ScDeal        *deal)
{
  if (sc_board_has_selected_across (self))
    {
      sc_toast_show (GTK_WIDGET (self), _("Not moved: deals of several stages are moved from their menu"));
      return;
    }

  sc_board_aim (self, self->actions, deal);
  g_action_group_activate_action (sc_deal_actions_get_group (self->actions), "move-to",
                                  g_variant_new_string (sc_stage_column_get_stage (target)->id));
}

/* Moves the card with the focus, or all that are selected with it. */
void
sc_board_move (ScBoard       *self,
               ScStageColumn *column,
               int            columns,
               int            rows)
{
  ScDealItem *item = sc_stage_column_get_focus_item (column);
  ScDeal *deal = item != NULL ? sc_deal_item_get_deal (item) : NULL;
  guint position;
  guint row;
  int next;

  if (self->is_moving)
    {
      wait_with (self, (ScBoardStep) { columns, rows, FALSE });
      return;
    }

  if (deal == NULL
      || !sc_board_find_column (self, sc_stage_column_get_stage (column)->id, &position)
      || !sc_stage_column_get_focus_position (column, &row))
    return;

  if (columns == 0)
    {
      move_within (self, column, deal, row, rows);
      return;
    }

  next = (int) position + columns;
  if (next < 0 || next >= (int) self->columns->len)
    gtk_widget_error_bell (GTK_WIDGET (self));
  else if (sc_board_count_selected (self) > 1)
    move_many (self, sc_board_get_column (self, (guint) next), deal);
  else
    move_deal (self, sc_board_get_column (self, (guint) next), deal, -1);
}

/* A drop where the card stands already moves nothing. */
static gboolean
is_same_place (ScStageColumn *column,
               ScDeal        *deal,
               gint64         before_id)
{
  gint64 next_id;
  guint position;

  if (g_strcmp0 (sc_stage_column_get_stage (column)->id, deal->stage_id) != 0)
    return FALSE;
  if (before_id == deal->id)
    return TRUE;

  return sc_deal_list_find (SC_DEAL_LIST (sc_stage_column_get_deals (column)), deal->id, &position)
         && find_id_at (column, position + 1, &next_id)
         && next_id == before_id;
}

void
sc_board_drop (ScBoard       *self,
               ScStageColumn *column,
               ScDeal        *deal,
               gint64         before_id)
{
  if (!is_same_place (column, deal, before_id))
    move_deal (self, column, deal, before_id);
}
