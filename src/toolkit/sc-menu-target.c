/* SPDX-License-Identifier: GPL-3.0-or-later */

/* Entries of a menu that are about something: GIO appends an action with its target only as
 * one text. */

#include "toolkit/sc-menu-target.h"

/**
 * sc_menu_append_target:
 * @menu: a menu
 * @label: what the entry says
 * @action: the action's name, without a target
 * @target: (transfer floating): what the action is to be about
 *
 * Adds an entry at the menu's end.
 */
void
sc_menu_append_target (GMenu      *menu,
                       const char *label,
                       const char *action,
                       GVariant   *target)
{
  g_autoptr (GMenuItem) item = g_menu_item_new (label, NULL);

  g_menu_item_set_action_and_target_value (item, action, target);
  g_menu_append_item (menu, item);
}
