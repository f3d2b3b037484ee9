/* SPDX-License-Identifier: GPL-3.0-or-later */

/* Dragging cards: what a card gives away, and where in a column it may go. */

#include "pipeline/sc-dragged-deal.h"
#include "pipeline/sc-stage-column-private.h"

static GdkContentProvider *
prepare_cb (GtkDragSource *source,
            double         x,
            double         y,
            ScDealCard    *card)
{
  GtkWidget *column = gtk_widget_get_ancestor (GTK_WIDGET (card), SC_TYPE_STAGE_COLUMN);
  ScDealItem *item = sc_deal_card_get_item (card);
  g_autoptr (ScDraggedDeal) dragged = NULL;

  if (column == NULL || item == NULL || sc_deal_item_get_deal (item) == NULL)
    return NULL;

  dragged = sc_dragged_deal_new (SC_STAGE_COLUMN (column)->store, sc_deal_item_get_deal (item));

  return gdk_content_provider_new_typed (SC_TYPE_DRAGGED_DEAL, dragged);
}

static void
drag_begin_cb (GtkDragSource *source,
               GdkDrag       *drag,
               ScDealCard    *card)
{
  g_autoptr (GdkPaintable) live = gtk_widget_paintable_new (GTK_WIDGET (card));
  g_autoptr (GdkPaintable) picture = gdk_paintable_get_current_image (live);

  gtk_drag_source_set_icon (source, picture, 24, 24);
  gtk_widget_add_css_class (GTK_WIDGET (card), "dragged");
}

static void
drag_end_cb (GtkDragSource *source,
             GdkDrag       *drag,
             gboolean       delete_data,
             ScDealCard    *card)
{
  gtk_widget_remove_css_class (GTK_WIDGET (card), "dragged");
}

/* Lets a card be dragged. */
void
sc_stage_column_install_drag (ScDealCard *card)
{
  GtkDragSource *source = gtk_drag_source_new ();

  gtk_drag_source_set_actions (source, GDK_ACTION_MOVE);
  g_signal_connect (source, "prepare", G_CALLBACK (prepare_cb), card);
  g_signal_connect (source, "drag-begin", G_CALLBACK (drag_begin_cb), card);
  g_signal_connect (source, "drag-end", G_CALLBACK (drag_end_cb), card);
  gtk_widget_add_controller (GTK_WIDGET (card), GTK_EVENT_CONTROLLER (source));
}

static void
set_place (ScStageColumn *self,
           ScDealCard    *card,
           ScDropPlace    place)
{
  if (self->drop_card != NULL && self->drop_card != card)
    sc_deal_card_set_drop_place (self->drop_card, SC_DROP_NOWHERE);
  if (card != NULL)
    sc_deal_card_set_drop_place (card, place);

  self->drop_card = card;
  self->drop_place = place;
}

/* The last card that is on show, for a place behind the end of the list. */
static ScDealCard *
find_last_card (ScStageColumn *self)
{
  guint n_items = g_list_model_get_n_items (G_LIST_MODEL (self->deals));

  for (GtkWidget *row = gtk_widget_get_last_child (GTK_WIDGET (self->list_view));
       row != NULL;
       row = gtk_widget_get_prev_sibling (row))
    {
      GtkWidget *card = gtk_widget_get_first_child (row);

      if (SC_IS_DEAL_CARD (card)
          && gtk_list_item_get_position (sc_deal_card_get_list_item (SC_DEAL_CARD (card))) == n_items - 1)
        return SC_DEAL_CARD (card);
    }

  return NULL;
}

static void
find_place (ScStageColumn *self,
            double         x,
            double         y)
{
  graphene_point_t point;
  graphene_rect_t bounds;
  ScDealCard *card;

  if (!gtk_widget_compute_point (GTK_WIDGET (self), GTK_WIDGET (self->list_view),
                                 &GRAPHENE_POINT_INIT ((float) x, (float) y), &point))
    return;

  /* The width is no matter: a card is left of, under or behind the pointer. */
  point.x = CLAMP (point.x, 16, MAX (16, (float) gtk_widget_get_width (GTK_WIDGET (self->list_view)) - 16));
  point.y = MAX (point.y, 1);
  card = sc_stage_column_pick_card (self, point.x, point.y);
  if (card == NULL)
    {
      set_place (self, find_last_card (self), SC_DROP_BELOW);
      return;
    }

  if (!gtk_widget_compute_bounds (GTK_WIDGET (card), GTK_WIDGET (self->list_view), &bounds))
    return;

  set_place (self, card, point.y < bounds.origin.y + bounds.size.height / 2 ? SC_DROP_ABOVE : SC_DROP_BELOW);
}

/* The deal in front of which the drop place is, 0 for the end. Returns whether
 * that is known: not while the column is still being read. */
static gboolean
find_before_id (ScStageColumn *self,
                gint64        *before_id)
{
  g_autoptr (ScDealItem) next = NULL;
  guint position;

  *before_id = 0;
  if (self->drop_card == NULL)
    return !sc_deal_list_is_loading (self->deals);

  position = gtk_list_item_get_position (sc_deal_card_get_list_item (self->drop_card));
  if (self->drop_place != SC_DROP_ABOVE)
    position++;
  next = g_list_model_get_item (G_LIST_MODEL (self->deals), position);
  if (next == NULL)
    return !sc_deal_list_is_loading (self->deals);
  *before_id = sc_deal_item_get_id (next);

  return *before_id != 0;
}

/* A deal of another window's database is not known here. */
static gboolean
is_own (ScStageColumn *self,
        const GValue  *value)
{
  ScDraggedDeal *dragged = value != NULL ? g_value_get_object (value) : NULL;

  return dragged == NULL || sc_dragged_deal_get_store (dragged) == self->store;
}

static GdkDragAction
motion_cb (GtkDropTarget *target,
           double         x,
           double         y,
           ScStageColumn *self)
{
  gint64 before_id;

  if (self->deals == NULL || !is_own (self, gtk_drop_target_get_value (target)))
    return 0;

  find_place (self, x, y);
  if (find_before_id (self, &before_id))
    return GDK_ACTION_MOVE;

  set_place (self, NULL, SC_DROP_NOWHERE);

  return 0;
}

static void
leave_cb (GtkDropTarget *target,
          ScStageColumn *self)
{
  set_place (self, NULL, SC_DROP_NOWHERE);
}

static gboolean
drop_cb (GtkDropTarget *target,
         const GValue  *value,
         double         x,
         double         y,
         ScStageColumn *self)
{
  gboolean is_known;
  gint64 before_id;

  find_place (self, x, y);
  is_known = is_own (self, value) && find_before_id (self, &before_id);
  set_place (self, NULL, SC_DROP_NOWHERE);
  if (is_known)
    sc_stage_column_emit_dropped (self, sc_dragged_deal_get_deal (g_value_get_object (value)), before_id);

  return is_known;
}

/* Lets cards be dropped anywhere on a column. */
void
sc_stage_column_install_drop (ScStageColumn *self)
{
  GtkDropTarget *target = gtk_drop_target_new (SC_TYPE_DRAGGED_DEAL, GDK_ACTION_MOVE);

  gtk_drop_target_set_preload (target, TRUE);
  g_signal_connect (target, "enter", G_CALLBACK (motion_cb), self);
  g_signal_connect (target, "motion", G_CALLBACK (motion_cb), self);
  g_signal_connect (target, "leave", G_CALLBACK (leave_cb), self);
  g_signal_connect (target, "drop", G_CALLBACK (drop_cb), self);
  gtk_widget_add_controller (GTK_WIDGET (self), GTK_EVENT_CONTROLLER (target));
}
