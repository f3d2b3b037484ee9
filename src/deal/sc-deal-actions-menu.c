/* SPDX-License-Identifier: GPL-3.0-or-later */

/* The menu of what can be done with a deal, or with several. */

#include "deal/sc-deal-actions-private.h"

#include <glib/gi18n-lib.h>

#include "deal/sc-deal-hand-over.h"

static void
append_hiding (GMenu      *menu,
               const char *label,
               const char *action)
{
  g_autoptr (GMenuItem) item = g_menu_item_new (label, action);

  g_menu_item_set_attribute (item, "hidden-when", "s", "action-disabled");
  g_menu_append_item (menu, item);
}

/* A menu would take a name's underscore for a mnemonic. */
static char *
escape_name (const char *name)
{
  g_auto (GStrv) parts = g_strsplit (name, "_", -1);

  return g_strjoinv ("__", parts);
}

/**
 * sc_deal_actions_create_menu:
 * @self: actions
 *
 * Returns: (transfer full): a menu of what can be done now
 */
GMenuModel *
sc_deal_actions_create_menu (ScDealActions *self)
{
  GMenu *menu = g_menu_new ();
  g_autoptr (GMenu) stages = g_menu_new ();
  g_autoptr (GMenu) results = g_menu_new ();
  g_autoptr (GMenu) others = g_menu_new ();
  g_autoptr (GMenu) no_deal = g_menu_new ();
  g_autoptr (GMenu) last = g_menu_new ();

  g_return_val_if_fail (SC_IS_DEAL_ACTIONS (self), NULL);

  for (guint i = 0; self->version != NULL && i < self->version->stages->len; i++)
    {
      ScStage *stage = sc_version_get_stage (self->version, i);
      g_autofree char *name = escape_name (stage->name);
      g_autoptr (GMenuItem) item = g_menu_item_new (name, NULL);

      if (self->deal != NULL && !self->is_mixed && g_strcmp0 (stage->id, self->deal->stage_id) == 0)
        continue;

      g_menu_item_set_action_and_target (item, "deal.move-to", "s", stage->id);
      g_menu_append_item (stages, item);
    }

  if (g_action_group_get_action_enabled (G_ACTION_GROUP (self->group), "move-to"))
    g_menu_append_submenu (menu, _("_Move to"), G_MENU_MODEL (stages));

  append_hiding (results, _("_Next Step…"), "deal.add-step");
  append_hiding (results, _("_Step Done…"), "deal.finish-step");
  append_hiding (results, _("_Won"), "deal.win");
  append_hiding (results, _("Client _Refused…"), "deal.refuse");
  append_hiding (results, _("_Completed"), "deal.complete");
  append_hiding (results, _("Back on the _Board"), "deal.reopen");
  append_hiding (results, C_("deal", "_Park…"), "deal.park");
  append_hiding (results, _("Take _Back to Work"), "deal.unpark");
  g_menu_append_section (menu, NULL, G_MENU_MODEL (results));

  if (self->store != NULL)
    {
      g_autoptr (GMenuModel) owners = sc_deal_create_owners_menu (self->store);

      g_menu_append_submenu (others, _("_Hand Over to"), owners);
    }
  append_hiding (others, _("_Label…"), "deal.label");
  g_menu_append_section (menu, NULL, G_MENU_MODEL (others));

  /* Beside it the wrong one is soon hit, and asks nothing. */
  append_hiding (no_deal, _("N_ot a Deal…"), "deal.no-deal");
  g_menu_append_section (menu, NULL, G_MENU_MODEL (no_deal));
  append_hiding (last, _("_Delete"), "deal.delete");
  g_menu_append_section (menu, NULL, G_MENU_MODEL (last));

  return G_MENU_MODEL (menu);
}
