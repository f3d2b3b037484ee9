/* SPDX-License-Identifier: GPL-3.0-or-later */

/* What is done at a card or a column of the board, and what comes of it: adding,
 * opening, selecting, renaming, deleting, dropping. */

#include "pipeline/sc-board-private.h"

#include <glib/gi18n-lib.h>

typedef struct {
  ScBoard *board;
  ScStageColumn *column;
  char *title;
} Adding;

static void
adding_free (Adding *self)
{
  g_object_unref (self->board);
  g_object_unref (self->column);
  g_free (self->title);
  g_free (self);
}

G_DEFINE_AUTOPTR_CLEANUP_FUNC (Adding, adding_free);

/* Whether a search or a filter leaves out a deal that has come into a column. */
gboolean
sc_board_is_hidden (ScBoard       *self,
                    ScStageColumn *column,
                    gint64         deal_id)
{
  const ScDealQuery *query = sc_stage_column_get_query (column);
  gboolean has_deal = TRUE;

  return query != NULL && self->store != NULL
         && sc_store_has_deal (self->store, query, deal_id, &has_deal, NULL) && !has_deal;
}

static void
added_cb (GtkWidget       *origin,
          const ScOutcome *outcome,
          gpointer         user_data)
{
  g_autoptr (Adding) self = user_data;

  sc_stage_column_set_added (self->column, outcome != NULL ? outcome->row_id : 0);
  if (outcome != NULL && sc_board_is_hidden (self->board, self->column, outcome->row_id))
    {
      /* Translators: %s is a deal that was just added */
      g_autofree char *message = g_strdup_printf (_("“%s” added, but hidden by the search or filter"), self->title);

      sc_toast_show_action (origin, message, _("_Show"), "pipeline.show-hidden", g_variant_new_int64 (outcome->row_id));
    }
}

static void
scroll_to_top_cb (ScStageColumn *column)
{
  g_signal_handlers_disconnect_by_func (sc_stage_column_get_deals (column), scroll_to_top_cb, column);
  sc_stage_column_scroll_to_top (column);
}

static void
add_cb (ScBoard       *self,
        ScDeal        *deal,
        ScStageColumn *column)
{
  ScStage *stage = sc_stage_column_get_stage (column);
  g_autofree char *message = NULL;
  Adding *adding = g_new0 (Adding, 1);

  adding->board = g_object_ref (self);
  adding->column = g_object_ref (column);
  adding->title = g_strdup (deal->title);
  deal->owner_id = sc_store_get_user (self->store);
  deal->started = sc_clock_today ();

  /* The new card comes to stand at the top, when the list has heard of it. */
  g_signal_handlers_disconnect_by_func (sc_stage_column_get_deals (column), scroll_to_top_cb, column);
  g_signal_connect_object (sc_stage_column_get_deals (column), "items-changed", G_CALLBACK (scroll_to_top_cb), column,
                           G_CONNECT_SWAPPED | G_CONNECT_AFTER);

  /* Translators: the first %s is a deal, the second a stage */
  message = g_strdup_printf (_("“%1$s” added to “%2$s”"), deal->title, stage->name);
  sc_change_run (GTK_WIDGET (self), self->store, sc_command_add_deal (deal), message,
                 added_cb, adding);
}

static void
open_cb (ScBoard    *self,
         ScDealItem *item)
{
  sc_board_emit_open (self, sc_deal_item_get_id (item));
}

/* The card below, or else the one above: 0 for none. */
static gint64
find_neighbour (ScStageColumn *column,
                gint64         deal_id)
{
  GListModel *deals = sc_stage_column_get_deals (column);
  guint n_deals = g_list_model_get_n_items (deals);
  g_autoptr (ScDealItem) item = NULL;
  guint position;

  if (n_deals < 2 || !sc_deal_list_find (SC_DEAL_LIST (deals), deal_id, &position))
    return 0;

  item = g_list_model_get_item (deals, position + 1 < n_deals ? position + 1 : position - 1);

  return item != NULL ? sc_deal_item_get_id (item) : 0;
}

static void
selected_cb (ScBoard       *self,
             ScDealItem    *item,
             ScStageColumn *column)
{
  guint position;

  if (self->is_selecting_all)
    return;

  if (!sc_stage_column_is_extending (column))
    sc_board_unselect_others (self, column);

  if (sc_board_find_column (self, sc_stage_column_get_stage (column)->id, &position))
    self->current = position;
  self->selected_id = sc_deal_item_get_id (item);
  self->neighbour_id = find_neighbour (column, self->selected_id);
  if (self->selected_id != self->pending_id && !self->is_continuing)
    sc_board_end_moving (self);
  sc_deal_actions_set_deal (self->actions, sc_deal_item_get_deal (item));
  g_signal_emit_by_name (self, "selected", self->selected_id);
}

static void
alone_cb (ScBoard       *self,
          ScStageColumn *column)
{
  sc_board_unselect_others (self, column);
}

static void
all_cb (ScBoard *self)
{
  sc_board_select_all (self);
}

static void
rename_cb (ScBoard       *self,
           ScDealItem    *item,
           ScStageColumn *column)
{
  ScDeal *deal = sc_deal_item_get_deal (item);

  if (deal != NULL)
    sc_board_open_rename (self, column, deal);
}

static void
remove_cb (ScBoard       *self,
           ScDealItem    *item,
           ScStageColumn *column)
{
  ScDeal *deal = sc_deal_item_get_deal (item);
  guint position;

  if (deal == NULL)
    return;

  if (sc_board_aim (self, self->actions, deal))
    {
      g_action_group_activate_action (sc_deal_actions_get_group (self->actions), "delete", NULL);
      return;
    }

  /* The next card is at hand when this one is gone. */
  if (sc_stage_column_get_focus_position (column, &position)
      && g_list_model_get_n_items (sc_stage_column_get_deals (column)) > 1)
    sc_stage_column_focus_position (column,
                                    position + 1 < g_list_model_get_n_items (sc_stage_column_get_deals (column))
                                      ? position + 1
                                      : position - 1);

  sc_deal_actions_set_deal (self->actions, deal);
  g_action_group_activate_action (sc_deal_actions_get_group (self->actions), "delete", NULL);
}

static void
menu_cb (ScBoard       *self,
         ScDealItem    *item,
         ScStageColumn *column)
{
  ScDeal *deal = sc_deal_item_get_deal (item);

  if (deal != NULL)
    sc_board_open_menu (self, column, deal);
}

static void
walk_cb (ScBoard       *self,
         int            columns,
         ScStageColumn *column)
{
  sc_board_walk (self, column, columns);
}

static void
move_cb (ScBoard       *self,
         int            columns,
         int            rows,
         ScStageColumn *column)
{
  sc_board_move (self, column, columns, rows);
}

static void
dropped_cb (ScBoard       *self,
            ScDeal        *deal,
            gint64         before_id,
            ScStageColumn *column)
{
  sc_edge_scroll_stop (self->edge_scroll);
  sc_board_drop (self, column, deal, before_id);
}

/* A column whose cards do to the board what is done to them. */
ScStageColumn *
sc_board_create_column (ScBoard *self,
                        ScStage *stage)
{
  GtkWidget *column = sc_stage_column_new (stage, self->version->calendar);

  g_signal_connect_object (column, "add", G_CALLBACK (add_cb), self, G_CONNECT_SWAPPED);
  g_signal_connect_object (column, "adding", G_CALLBACK (sc_board_adding_cb), self, G_CONNECT_SWAPPED);
  g_signal_connect_object (column, "open", G_CALLBACK (open_cb), self, G_CONNECT_SWAPPED);
  g_signal_connect_object (column, "selected", G_CALLBACK (selected_cb), self, G_CONNECT_SWAPPED);
  g_signal_connect_object (column, "several", G_CALLBACK (sc_board_tell_several), self, G_CONNECT_SWAPPED);
  g_signal_connect_object (column, "alone", G_CALLBACK (alone_cb), self, G_CONNECT_SWAPPED);
  g_signal_connect_object (column, "all", G_CALLBACK (all_cb), self, G_CONNECT_SWAPPED);
  g_signal_connect_object (column, "rename", G_CALLBACK (rename_cb), self, G_CONNECT_SWAPPED);
  g_signal_connect_object (column, "remove", G_CALLBACK (remove_cb), self, G_CONNECT_SWAPPED);
  g_signal_connect_object (column, "menu", G_CALLBACK (menu_cb), self, G_CONNECT_SWAPPED);
  g_signal_connect_object (column, "walk", G_CALLBACK (walk_cb), self, G_CONNECT_SWAPPED);
  g_signal_connect_object (column, "move", G_CALLBACK (move_cb), self, G_CONNECT_SWAPPED);
  g_signal_connect_object (column, "dropped", G_CALLBACK (dropped_cb), self, G_CONNECT_SWAPPED);

  return SC_STAGE_COLUMN (column);
}
