/* SPDX-License-Identifier: GPL-3.0-or-later */

/* A card's context menu, and renaming a deal in place. */

#include "pipeline/sc-board-private.h"

#include <glib/gi18n-lib.h>

#include "pipeline/sc-rename-popover.h"

static void
locate (ScBoard       *self,
        ScStageColumn *column,
        ScDeal        *deal)
{
  graphene_point_t origin;
  ScDeal *old = self->menu_deal;

  self->menu_deal = sc_deal_ref (deal);
  g_clear_pointer (&old, sc_deal_unref);

  if (!sc_stage_column_get_card_area (column, deal->id, &self->menu_area)
      || !gtk_widget_compute_point (GTK_WIDGET (column), GTK_WIDGET (self),
                                    &GRAPHENE_POINT_INIT ((float) self->menu_area.x, (float) self->menu_area.y), &origin))
    {
      self->menu_area = (GdkRectangle) {
        gtk_widget_get_width (GTK_WIDGET (self)) / 2, 64, 1, 1
      };
      return;
    }

  self->menu_area.x = (int) origin.x;
  self->menu_area.y = (int) origin.y;
}

static void
menu_open_activated (GSimpleAction *action,
                     GVariant      *parameter,
                     gpointer       user_data)
{
  ScBoard *self = user_data;

  if (self->menu_deal != NULL)
    sc_board_emit_open (self, self->menu_deal->id);
}

static void
focus_neighbour_activated (GSimpleAction *action,
                           GVariant      *parameter,
                           gpointer       user_data)
{
  sc_board_focus_neighbour (user_data);
}

static gboolean
has_card (ScBoard      *self,
          const ScDeal *deal)
{
  guint position;

  return deal != NULL && sc_deal_status_is_standing (deal->status) && deal->parked_until == SC_DATE_NONE
         && sc_board_find_column (self, deal->stage_id, &position)
         && !sc_board_is_hidden (self, sc_board_get_column (self, position), deal->id);
}

/* To where the deal stands now, or on without it where it has left the columns. */
static void
follow_activated (GSimpleAction *action,
                  GVariant      *parameter,
                  gpointer       user_data)
{
  ScBoard *self = user_data;
  g_autoptr (ScDeal) deal = sc_store_load_deal (self->store, g_variant_get_int64 (parameter), NULL);

  if (has_card (self, deal))
    sc_board_focus_deal (self, deal->stage_id, deal->id);
  else
    sc_board_focus_neighbour (self);
}

static void
show_rename (ScBoard *self)
{
  sc_rename_popover_ask (SC_RENAME_POPOVER (self->rename_popover), self->store, self->menu_deal, &self->menu_area);
}

static void
menu_rename_activated (GSimpleAction *action,
                       GVariant      *parameter,
                       gpointer       user_data)
{
  ScBoard *self = user_data;

  if (self->menu_deal != NULL)
    show_rename (self);
}

/* Makes the menu and the popover for renaming, and their actions. */
void
sc_board_install_menu (ScBoard *self)
{
  const GActionEntry entries[] = {
    { .name = "open", .activate = menu_open_activated },
    { .name = "rename", .activate = menu_rename_activated },
    { .name = "focus-neighbour", .activate = focus_neighbour_activated },
    { .name = "follow", .activate = follow_activated, .parameter_type = "x" },
  };
  g_autoptr (GSimpleActionGroup) group = g_simple_action_group_new ();

  g_action_map_add_action_entries (G_ACTION_MAP (group), entries, G_N_ELEMENTS (entries), self);
  gtk_widget_insert_action_group (GTK_WIDGET (self), "card", G_ACTION_GROUP (group));

  self->menu = gtk_popover_menu_new_from_model (NULL);
  gtk_popover_set_has_arrow (GTK_POPOVER (self->menu), FALSE);
  gtk_widget_set_parent (self->menu, GTK_WIDGET (self));
  gtk_widget_insert_action_group (self->menu, "deal", sc_deal_actions_get_group (self->menu_actions));
  self->rename_popover = sc_rename_popover_new ();
  gtk_widget_set_parent (self->rename_popover, GTK_WIDGET (self));
}

/* Opens the context menu of the card with the focus: for it, or for all that
 * are selected with it. */
void
sc_board_open_menu (ScBoard       *self,
                    ScStageColumn *column,
                    ScDeal        *deal)
{
  g_autoptr (GMenuModel) menu = NULL;
  gboolean has_many;

  locate (self, column, deal);
  sc_deal_actions_set_place (self->menu_actions, self->store, self->version);
  has_many = sc_board_aim (self, self->menu_actions, deal);
  menu = sc_deal_actions_create_menu (self->menu_actions);
  if (!has_many)
    {
      g_autoptr (GMenu) section = g_menu_new ();

      g_menu_append (section, _("_Open"), "card.open");
      g_menu_append (section, _("_Rename…"), "card.rename");
      g_menu_prepend_section (G_MENU (menu), NULL, G_MENU_MODEL (section));
    }

  gtk_popover_menu_set_menu_model (GTK_POPOVER_MENU (self->menu), menu);
  gtk_popover_set_pointing_to (GTK_POPOVER (self->menu), &self->menu_area);
  gtk_popover_popup (GTK_POPOVER (self->menu));
}

void
sc_board_open_rename (ScBoard       *self,
                      ScStageColumn *column,
                      ScDeal        *deal)
{
  locate (self, column, deal);
  show_rename (self);
}
