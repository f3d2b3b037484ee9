/* SPDX-License-Identifier: GPL-3.0-or-later */

#include <adwaita.h>

#include "store/store-fixture.h"
#include "widgets/sc-deal-actions.h"
#include "widgets/sc-deal-text.h"

static void
check_age (ScUnit      unit,
           int         weeks,
           const char *expected)
{
  g_autoptr (ScDeal) deal = sc_deal_new ();
  g_autoptr (ScStage) stage = sc_stage_new ("Request", 0);
  ScDate today = sc_clock_today ();
  g_autofree char *text = NULL;

  deal->entered_at = g_get_real_time () - weeks * 7 * G_TIME_SPAN_DAY;
  stage->duration = (ScDuration) { .value = 10, .unit = unit };
  text = sc_deal_age_to_text (deal, stage, today);
  g_assert_cmpstr (text, ==, expected);
}

static void
test_many_hours_are_told_in_days (void)
{
  check_age (SC_UNIT_WORKING_HOURS, 0, "0 of 10 h");
  check_age (SC_UNIT_WORKING_HOURS, 1, "40 of 10 h");
  check_age (SC_UNIT_WORKING_HOURS, 4, "20 d of 10 h");
  check_age (SC_UNIT_WORKING_DAYS, 4, "20 of 10 d");
}

static void
test_a_stage_keeps_its_underscore_in_menus (void)
{
  g_autoptr (ScVersion) version = sc_version_new (SC_LANGUAGE_EN);
  g_autoptr (ScDealActions) actions = NULL;
  g_autoptr (StoreFixture) fixture = store_fixture_new ();
  g_autoptr (ScDeal) deal = sc_deal_new ();
  g_autoptr (GtkWidget) origin = g_object_ref_sink (gtk_label_new (NULL));
  g_autoptr (GMenuModel) menu = NULL;
  g_autoptr (GMenuModel) stages = NULL;
  g_autofree char *label = NULL;

  g_ptr_array_add (version->stages, sc_stage_new ("First_call", 0));
  actions = sc_deal_actions_new (origin);
  sc_deal_actions_set_place (actions, fixture->store, version);
  sc_deal_actions_set_deal (actions, deal);

  menu = sc_deal_actions_create_menu (actions);
  stages = g_menu_model_get_item_link (menu, 0, G_MENU_LINK_SUBMENU);
  g_assert_true (g_menu_model_get_item_attribute (stages, 0, G_MENU_ATTRIBUTE_LABEL, "s", &label));
  g_assert_cmpstr (label, ==, "First__call");
}

int
main (int    argc,
      char **argv)
{
  g_test_init (&argc, &argv, NULL);
  adw_init ();

  g_test_add_func ("/deal-text/many-hours-are-told-in-days", test_many_hours_are_told_in_days);
  g_test_add_func ("/deal-text/a-stage-keeps-its-underscore-in-menus", test_a_stage_keeps_its_underscore_in_menus);

  return g_test_run ();
}
