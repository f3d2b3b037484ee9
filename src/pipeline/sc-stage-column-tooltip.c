/* SPDX-License-Identifier: GPL-3.0-or-later */

/* What a card has no room for, in full. */

#include "pipeline/sc-stage-column-private.h"

#include "deal/sc-deal-text.h"

/* By the history, with why. It is read when a tooltip is asked for first, and stands in the
 * next one. */
static char *
describe_chance (ScStageColumn *self,
                 const ScDeal  *deal)
{
  g_autoptr (ScDealChances) chances = sc_deal_chances_get (self->store, deal->process_id);
  ScDealChance chance;

  g_set_object (&self->chances, chances);

  return sc_deal_chances_find (chances, deal, &chance) ? sc_deal_chance_tell (&chance) : NULL;
}

static gboolean
query_tooltip_cb (GtkWidget     *list_view,
                  int            x,
                  int            y,
                  gboolean       is_keyboard,
                  GtkTooltip    *tooltip,
                  ScStageColumn *self)
{
  ScDealCard *card = is_keyboard ? NULL : sc_stage_column_pick_card (self, x, y);
  ScDealItem *item = is_keyboard ? sc_stage_column_get_focus_item (self) : NULL;
  ScDeal *deal;
  graphene_rect_t bounds;
  g_autofree char *text = NULL;
  g_autofree char *chance = NULL;

  if (card != NULL)
    item = sc_deal_card_get_item (card);
  deal = item != NULL ? sc_deal_item_get_deal (item) : NULL;
  if (deal == NULL)
    return FALSE;

  text = sc_deal_describe (deal, self->stage, self->calendar, sc_clock_now (), "\n");
  chance = self->store != NULL ? describe_chance (self, deal) : NULL;
  if (chance != NULL)
    {
      g_autofree char *both = g_strdup_printf ("%s\n%s", text, chance);

      gtk_tooltip_set_text (tooltip, both);
    }
  else
    {
      gtk_tooltip_set_text (tooltip, text);
    }
  if (card != NULL && gtk_widget_compute_bounds (GTK_WIDGET (card), list_view, &bounds))
    gtk_tooltip_set_tip_area (tooltip, &(GdkRectangle) {
      (int) bounds.origin.x, (int) bounds.origin.y, (int) bounds.size.width, (int) bounds.size.height
    });

  return TRUE;
}

void
sc_stage_column_install_tooltip (ScStageColumn *self)
{
  gtk_widget_set_has_tooltip (GTK_WIDGET (self->list_view), TRUE);
  g_signal_connect_object (self->list_view, "query-tooltip", G_CALLBACK (query_tooltip_cb), self, G_CONNECT_DEFAULT);
}
