/* SPDX-License-Identifier: GPL-3.0-or-later */

#include <adwaita.h>
#include <locale.h>

#include "deal/sc-deal-actions.h"
#include "deal/sc-deal-text.h"
#include "model/sc-date-entry.h"
#include "store/store-fixture.h"

static void
check_age (ScUnit      unit,
           guint       weeks,
           const char *expected)
{
  ScDate friday = sc_date_new (2026, 11, 27);
  g_autoptr (ScDeal) deal = sc_deal_new ();
  g_autoptr (ScStage) stage = sc_stage_new ("Request", 0);
  g_autofree char *text = NULL;

  deal->entered_at = sc_date_to_instant (friday - weeks * 7);
  stage->duration = (ScDuration) { .value = 10, .unit = unit };
  text = sc_deal_age_to_text (deal, stage, sc_calendar_get_standard (), sc_date_to_instant (friday));
  g_assert_cmpstr (text, ==, expected);
}

static void
test_many_hours_are_told_in_days (void)
{
  check_age (SC_UNIT_WORKING_HOURS, 0, "0 h of 1 d 2 h");
  check_age (SC_UNIT_WORKING_HOURS, 1, "5 d of 1 d 2 h, 3 d 6 h over");
  check_age (SC_UNIT_WORKING_HOURS, 4, "20 d of 1 d 2 h, 18 d over");
  check_age (SC_UNIT_WORKING_DAYS, 4, "20 of 10 days, 10 over");
}

/* Where there is room, also how much longer that is than it may. */
static void
test_an_age_is_told_in_words (void)
{
  static const struct {
    ScDuration target;
    int days;
    const char *text;
  } cases[] = {
    { { 3, SC_UNIT_WORKING_DAYS }, 0, "0 of 3 days" },
    { { 3, SC_UNIT_WORKING_DAYS }, 7, "5 of 3 days, 2 over" },
    { { 1, SC_UNIT_WORKING_DAYS }, 1, "1 of 1 day" },
    { { 0, SC_UNIT_WORKING_DAYS }, 1, "1 day" },
    { { 4, SC_UNIT_WORKING_HOURS }, 0, "0 of 4 hours" },
    { { 10, SC_UNIT_WORKING_HOURS }, 2, "2 d of 1 d 2 h, 6 h over" },
  };
  ScDate friday = sc_date_new (2026, 11, 27);

  for (guint i = 0; i < G_N_ELEMENTS (cases); i++)
    {
      g_autoptr (ScDeal) deal = sc_deal_new ();
      g_autoptr (ScStage) stage = sc_stage_new ("Request", 0);
      g_autofree char *text = NULL;

      stage->duration = cases[i].target;
      deal->entered_at = sc_date_to_instant (friday - (guint) cases[i].days);
      text = sc_deal_age_to_full_text (deal, stage, sc_calendar_get_standard (), sc_date_to_instant (friday));
      g_assert_cmpstr (text, ==, cases[i].text);
    }
}

static void
test_an_unknown_age_is_none (void)
{
  ScInstant now = sc_date_to_instant (sc_date_new (2026, 11, 27));
  g_autoptr (ScDeal) deal = sc_deal_new ();
  g_autoptr (ScStage) stage = sc_stage_new ("Request", 0);
  g_autofree char *age = NULL;
  g_autofree char *untimed = NULL;
  g_autofree char *description = NULL;

  stage->duration = (ScDuration) { .value = 10, .unit = SC_UNIT_WORKING_DAYS };
  age = sc_deal_age_to_text (deal, stage, sc_calendar_get_standard (), now);
  g_assert_cmpstr (age, ==, "? of 10 days");
  untimed = sc_deal_age_to_text (deal, NULL, sc_calendar_get_standard (), now);
  g_assert_cmpstr (untimed, ==, "? days");
  g_assert_false (sc_deal_is_past_target (deal, stage, sc_calendar_get_standard (), now));
  description = sc_deal_describe (deal, stage, sc_calendar_get_standard (), now, ", ");
  g_assert_nonnull (strstr (description, "for how long in this stage is unknown"));
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

/* Whether an item of a section is about the action. */
static gboolean
has_action (GMenuModel *section,
            const char *action)
{
  for (int i = 0; i < g_menu_model_get_n_items (section); i++)
    {
      g_autofree char *name = NULL;

      if (g_menu_model_get_item_attribute (section, i, G_MENU_ATTRIBUTE_ACTION, "s", &name) && g_str_equal (name, action))
        return TRUE;
    }

  return FALSE;
}

/* Beside it the wrong one is soon hit. */
static void
test_deleting_stands_by_itself (void)
{
  g_autoptr (GtkWidget) origin = g_object_ref_sink (gtk_label_new (NULL));
  g_autoptr (ScDealActions) actions = sc_deal_actions_new (origin);
  g_autoptr (GMenuModel) menu = sc_deal_actions_create_menu (actions);
  guint n_found = 0;

  for (int i = 0; i < g_menu_model_get_n_items (menu); i++)
    {
      g_autoptr (GMenuModel) section = g_menu_model_get_item_link (menu, i, G_MENU_LINK_SECTION);

      if (section == NULL || !has_action (section, "deal.delete"))
        continue;

      n_found++;
      g_assert_cmpint (g_menu_model_get_n_items (section), ==, 1);
    }
  g_assert_cmpuint (n_found, ==, 1);
}

/* Of those that the machine has. */
static void
test_a_date_in_a_field_can_be_read_again (void)
{
  static const char *const locales[] = {
    "C", "en_US.UTF-8", "ru_RU.UTF-8", "de_DE.UTF-8", "ja_JP.UTF-8", "zh_CN.UTF-8", "ar_EG.UTF-8", "fa_IR.UTF-8",
  };
  g_autofree char *before = g_strdup (setlocale (LC_TIME, NULL));

  for (guint i = 0; i < G_N_ELEMENTS (locales); i++)
    {
      ScDate date = sc_date_new (1987, 3, 12);
      g_autofree char *text = NULL;
      ScDate read;

      if (setlocale (LC_TIME, locales[i]) == NULL)
        continue;

      text = sc_date_entry_new (date);
      g_assert_true (sc_date_entry_parse (text, &read));
      g_assert_cmpuint (read, ==, date);
    }

  setlocale (LC_TIME, before);
}

int
main (int    argc,
      char **argv)
{
  g_test_init (&argc, &argv, NULL);
  adw_init ();

  g_test_add_func ("/deal-text/an-unknown-age-is-none", test_an_unknown_age_is_none);
  g_test_add_func ("/deal-text/an-age-is-told-in-words", test_an_age_is_told_in_words);
  g_test_add_func ("/deal-text/many-hours-are-told-in-days", test_many_hours_are_told_in_days);
  g_test_add_func ("/deal-text/a-stage-keeps-its-underscore-in-menus", test_a_stage_keeps_its_underscore_in_menus);
  g_test_add_func ("/deal-text/deleting-stands-by-itself", test_deleting_stands_by_itself);

  g_test_add_func ("/deal-text/a-date-in-a-field-can-be-read-again", test_a_date_in_a_field_can_be_read_again);

  return g_test_run ();
}
