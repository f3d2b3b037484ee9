/* SPDX-License-Identifier: GPL-3.0-or-later */

/* Where the keyboard is in a column. */

#include "pipeline/sc-stage-column-private.h"

static ScDealCard *
get_focus_card (ScStageColumn *self)
{
  GtkRoot *root = gtk_widget_get_root (GTK_WIDGET (self));
  GtkWidget *focus = root != NULL ? gtk_root_get_focus (root) : NULL;
  GtkWidget *card;

  if (focus == NULL || !gtk_widget_is_ancestor (focus, GTK_WIDGET (self->list_view)))
    return NULL;

  card = gtk_widget_get_first_child (focus);

  return SC_IS_DEAL_CARD (card) ? SC_DEAL_CARD (card) : NULL;
}

/**
 * sc_stage_column_get_focus_position:
 * @self: a column
 * @position: (out): where the card with the focus stands
 *
 * Returns: whether a card of the column has the focus
 */
gboolean
sc_stage_column_get_focus_position (ScStageColumn *self,
                                    guint         *position)
{
  ScDealCard *card;

  g_return_val_if_fail (SC_IS_STAGE_COLUMN (self), FALSE);

  card = get_focus_card (self);
  if (card == NULL)
    return FALSE;

  *position = gtk_list_item_get_position (sc_deal_card_get_list_item (card));

  return TRUE;
}

/**
 * sc_stage_column_get_focus_item:
 * @self: a column
 *
 * Returns: (transfer none) (nullable): the deal whose card has the focus
 */
ScDealItem *
sc_stage_column_get_focus_item (ScStageColumn *self)
{
  ScDealCard *card;

  g_return_val_if_fail (SC_IS_STAGE_COLUMN (self), NULL);

  card = get_focus_card (self);

  return card != NULL ? sc_deal_card_get_item (card) : NULL;
}

/**
 * sc_stage_column_focus:
 * @self: a column
 *
 * Gives the focus to the card that had it last; what is selected stays so.
 *
 * Returns: whether there is one
 */
gboolean
sc_stage_column_focus (ScStageColumn *self)
{
  g_return_val_if_fail (SC_IS_STAGE_COLUMN (self), FALSE);

  return self->deals != NULL
         && g_list_model_get_n_items (G_LIST_MODEL (self->deals)) > 0
         && gtk_widget_grab_focus (GTK_WIDGET (self->list_view));
}

static void
lead_to (ScStageColumn     *self,
         guint              position,
         GtkListScrollFlags flags)
{
  gtk_list_view_scroll_to (self->list_view, position, GTK_LIST_SCROLL_FOCUS | flags, NULL);
  gtk_widget_grab_focus (GTK_WIDGET (self->list_view));
}

/* Where the card is still the one that is looked at. */
static gboolean
laid_out_cb (GtkWidget     *list_view,
             GdkFrameClock *clock,
             gpointer       position)
{
  g_autoptr (GtkBitset) selected = NULL;

  if (gtk_widget_get_height (list_view) == 0)
    return G_SOURCE_CONTINUE;

  selected = gtk_selection_model_get_selection (gtk_list_view_get_model (GTK_LIST_VIEW (list_view)));
  if (gtk_widget_get_focus_child (list_view) != NULL && gtk_bitset_get_size (selected) == 1
      && gtk_bitset_contains (selected, GPOINTER_TO_UINT (position)))
    lead_to (SC_STAGE_COLUMN (gtk_widget_get_ancestor (list_view, SC_TYPE_STAGE_COLUMN)), GPOINTER_TO_UINT (position),
             GTK_LIST_SCROLL_NONE);

  return G_SOURCE_REMOVE;
}

/**
 * sc_stage_column_focus_position:
 * @self: a column
 * @position: a place in it; the last one is taken where it is further down
 *
 * Gives the focus to a card, and selects it alone.
 */
void
sc_stage_column_focus_position (ScStageColumn *self,
                                guint          position)
{
  guint n_items;

  g_return_if_fail (SC_IS_STAGE_COLUMN (self));

  n_items = g_list_model_get_n_items (G_LIST_MODEL (self->deals));
  if (n_items == 0)
    return;

  position = MIN (position, n_items - 1);
  sc_growing_model_reach (self->shown_deals, position);
  sc_stage_column_begin_alone (self);
  lead_to (self, position, GTK_LIST_SCROLL_SELECT);

  /* A list that has only just come does not know yet where its cards stand. */
  if (gtk_widget_get_height (GTK_WIDGET (self->list_view)) == 0)
    gtk_widget_add_tick_callback (GTK_WIDGET (self->list_view), laid_out_cb, GUINT_TO_POINTER (position), NULL);
}

/**
 * sc_stage_column_focus_deal:
 * @self: a column
 * @deal_id: a deal
 *
 * Gives the focus to a deal's card, and selects it alone.
 *
 * Returns: whether it is in the column and was found there
 */
gboolean
sc_stage_column_focus_deal (ScStageColumn *self,
                            gint64         deal_id)
{
  guint position;

  g_return_val_if_fail (SC_IS_STAGE_COLUMN (self), FALSE);

  if (self->deals == NULL || !sc_deal_list_find (self->deals, deal_id, &position))
    return FALSE;

  sc_stage_column_focus_position (self, position);

  return TRUE;
}

/**
 * sc_stage_column_get_focus_y:
 * @self: a column
 * @y: (out): how far down the middle of the card with the focus is
 *
 * Returns: whether a card of the column has the focus
 */
gboolean
sc_stage_column_get_focus_y (ScStageColumn *self,
                             double        *y)
{
  ScDealCard *card;
  graphene_rect_t bounds;

  g_return_val_if_fail (SC_IS_STAGE_COLUMN (self), FALSE);

  card = get_focus_card (self);
  if (card == NULL || !gtk_widget_compute_bounds (GTK_WIDGET (card), GTK_WIDGET (self->list_view), &bounds))
    return FALSE;

  *y = bounds.origin.y + bounds.size.height / 2;

  return TRUE;
}

/* The nearest, also where cards have come or gone since the column was laid out. */
static guint
find_near (ScStageColumn *self,
           double         y)
{
  guint position = 0;
  double nearest = G_MAXDOUBLE;

  for (GtkWidget *row = gtk_widget_get_first_child (GTK_WIDGET (self->list_view));
       row != NULL;
       row = gtk_widget_get_next_sibling (row))
    {
      GtkWidget *card = gtk_widget_get_first_child (row);
      graphene_rect_t bounds;
      double distance;

      if (!SC_IS_DEAL_CARD (card) || gtk_widget_get_height (card) == 0
          || !gtk_widget_compute_bounds (card, GTK_WIDGET (self->list_view), &bounds))
        continue;

      distance = ABS (bounds.origin.y + bounds.size.height / 2 - y);
      if (distance < nearest)
        {
          nearest = distance;
          position = gtk_list_item_get_position (sc_deal_card_get_list_item (SC_DEAL_CARD (card)));
        }
    }

  return position;
}

/**
 * sc_stage_column_focus_near:
 * @self: a column
 * @y: how far down, as sc_stage_column_get_focus_y() gives it
 *
 * Gives the focus to the card that is nearest to that.
 */
void
sc_stage_column_focus_near (ScStageColumn *self,
                            double         y)
{
  g_return_if_fail (SC_IS_STAGE_COLUMN (self));

  sc_stage_column_focus_position (self, find_near (self, y));
}

/**
 * sc_stage_column_scroll_to_top:
 * @self: a column
 *
 * Shows its first deals, where one that was added comes to stand.
 */
void
sc_stage_column_scroll_to_top (ScStageColumn *self)
{
  g_return_if_fail (SC_IS_STAGE_COLUMN (self));

  if (self->deals != NULL && g_list_model_get_n_items (G_LIST_MODEL (self->deals)) > 0)
    gtk_list_view_scroll_to (self->list_view, 0, GTK_LIST_SCROLL_NONE, NULL);
}

/**
 * sc_stage_column_get_card_area:
 * @self: a column
 * @deal_id: a deal
 * @area: (out): where its card is, in the column
 *
 * Returns: whether its card has the focus, and so is on show
 */
gboolean
sc_stage_column_get_card_area (ScStageColumn *self,
                               gint64         deal_id,
                               GdkRectangle  *area)
{
  ScDealCard *card;
  graphene_rect_t bounds;

  g_return_val_if_fail (SC_IS_STAGE_COLUMN (self), FALSE);

  card = get_focus_card (self);
  if (card == NULL
      || sc_deal_card_get_item (card) == NULL
      || sc_deal_item_get_id (sc_deal_card_get_item (card)) != deal_id
      || !gtk_widget_compute_bounds (GTK_WIDGET (card), GTK_WIDGET (self), &bounds))
    return FALSE;

  *area = (GdkRectangle) {
    (int) bounds.origin.x, (int) bounds.origin.y, (int) bounds.size.width, (int) bounds.size.height
  };

  return TRUE;
}
