/* SPDX-License-Identifier: GPL-3.0-or-later */

/* What a card or a column's header has no room for, in full. */

#include "pipeline/sc-stage-column-private.h"

/* As wide as a card at most, and over that one alone: next to it are others that
 * somebody may be reading. */
#define MAX_CHARS 28

static GtkWidget *
create_label (const char *text)
{
  GtkWidget *label = gtk_label_new (text);

  gtk_label_set_wrap (GTK_LABEL (label), TRUE);
  gtk_label_set_wrap_mode (GTK_LABEL (label), PANGO_WRAP_WORD_CHAR);
  gtk_label_set_max_width_chars (GTK_LABEL (label), MAX_CHARS);
  gtk_label_set_xalign (GTK_LABEL (label), 0);

  return label;
}

static ScDealCard *
find_focus_card (ScStageColumn *self)
{
  GtkWidget *focus = gtk_root_get_focus (gtk_widget_get_root (GTK_WIDGET (self)));
  GtkWidget *card = focus != NULL && gtk_widget_is_ancestor (focus, GTK_WIDGET (self->list_view))
                    ? gtk_widget_get_first_child (focus) : NULL;

  return SC_IS_DEAL_CARD (card) ? SC_DEAL_CARD (card) : NULL;
}

/* By the history, with why, once that is read. */
static char *
describe_chance (ScStageColumn *self,
                 const ScDeal  *deal)
{
  ScDealChance chance;

  return self->chances != NULL && sc_deal_chances_find (self->chances, deal, &chance) ? sc_deal_chance_tell (&chance) : NULL;
}

/* What is cut, and how likely the deal is won; NULL where there is nothing to say. */
static char *
make_text (ScStageColumn *self,
           ScDealCard    *card)
{
  ScDealItem *item = sc_deal_card_get_item (card);
  ScDeal *deal = item != NULL ? sc_deal_item_get_deal (item) : NULL;
  g_autofree char *cut = sc_deal_card_get_cut (card);
  g_autofree char *chance = deal != NULL ? describe_chance (self, deal) : NULL;

  if (cut != NULL && chance != NULL)
    return g_strdup_printf ("%s\n%s", cut, chance);

  return cut != NULL ? g_steal_pointer (&cut) : g_steal_pointer (&chance);
}

static gboolean
query_tooltip_cb (GtkWidget     *list_view,
                  int            x,
                  int            y,
                  gboolean       is_keyboard,
                  GtkTooltip    *tooltip,
                  ScStageColumn *self)
{
  ScDealCard *card = is_keyboard ? find_focus_card (self) : sc_stage_column_pick_card (self, x, y);
  g_autofree char *text = card != NULL ? make_text (self, card) : NULL;
  graphene_rect_t bounds;

  if (text == NULL || !gtk_widget_compute_bounds (GTK_WIDGET (card), list_view, &bounds))
    return FALSE;

  gtk_tooltip_set_custom (tooltip, create_label (text));
  gtk_tooltip_set_tip_area (tooltip, &(GdkRectangle) {
    (int) bounds.origin.x, (int) bounds.origin.y, (int) bounds.size.width, 1
  });

  return TRUE;
}

/* Lets a card whose texts are cut say them in full. */
void
sc_stage_column_install_tooltip (ScStageColumn *self)
{
  gtk_widget_set_has_tooltip (GTK_WIDGET (self->list_view), TRUE);
  g_signal_connect_object (self->list_view, "query-tooltip", G_CALLBACK (query_tooltip_cb), self, G_CONNECT_DEFAULT);
}

static gboolean
label_tooltip_cb (GtkLabel   *label,
                  int         x,
                  int         y,
                  gboolean    is_keyboard,
                  GtkTooltip *tooltip)
{
  if (!pango_layout_is_ellipsized (gtk_label_get_layout (label)))
    return FALSE;

  gtk_tooltip_set_text (tooltip, gtk_label_get_text (label));

  return TRUE;
}

/* Declares what the template has for the header's labels. */
void
sc_stage_column_bind_tooltip (GtkWidgetClass *widget_class)
{
  gtk_widget_class_bind_template_callback (widget_class, label_tooltip_cb);
}
