/* SPDX-License-Identifier: GPL-3.0-or-later */

#include "designer-fixture.h"

#include "change/sc-deal-commands.h"
#include "change/sc-process-commands.h"

static void
open_proposal (DesignerFixture *fixture)
{
  g_autoptr (ScVersion) version = designer_fixture_proposal ();

  designer_fixture_open (fixture, version);
}

static void
published_cb (ScDesignerView *view,
              guint          *n_published)
{
  (*n_published)++;
}

static void
publish (DesignerFixture *fixture)
{
  designer_fixture_do (fixture, "designer.publish", NULL);
  designer_fixture_respond (fixture, designer_fixture_dialog (fixture), "publish");
}

static void
test_a_draft_is_published (void)
{
  DesignerFixture fixture;
  guint n_published = 0;

  open_proposal (&fixture);
  g_signal_connect (fixture.view, "published", G_CALLBACK (published_cb), &n_published);
  publish (&fixture);
  g_assert_cmpint (designer_fixture_version (&fixture)->status, ==, SC_VERSION_PUBLISHED);
  g_assert_cmpuint (n_published, ==, 1);
  g_assert_false (gtk_widget_activate_action (GTK_WIDGET (fixture.canvas), "designer.publish", NULL) &&
                  adw_window_get_visible_dialog (ADW_WINDOW (fixture.window)) != NULL);

  /* The next change makes the next draft. */
  designer_fixture_do (&fixture, "designer.insert", g_variant_new ("(us)", 0, ""));
  g_assert_cmpint (designer_fixture_version (&fixture)->status, ==, SC_VERSION_DRAFT);
  g_assert_cmpuint (sc_design_get_published (fixture.design)->stages->len, ==, 7);

  /* Which is said, with a way back. */
  designer_fixture_press_undo (&fixture, "Draft begun");
  wait_until (designer_fixture_version (&fixture)->status == SC_VERSION_PUBLISHED);
  designer_fixture_do (&fixture, "designer.delete", g_variant_new_string (designer_fixture_stage (&fixture, 0)->id));
  designer_fixture_press_undo (&fixture, "“Search and first contact” deleted. Draft begun");
  wait_until (designer_fixture_version (&fixture)->status == SC_VERSION_PUBLISHED);
  designer_fixture_do (&fixture, "designer.insert", g_variant_new ("(us)", 0, ""));

  designer_fixture_do (&fixture, "designer.discard", NULL);
  designer_fixture_respond (&fixture, designer_fixture_dialog (&fixture), "discard");
  g_assert_cmpint (designer_fixture_version (&fixture)->status, ==, SC_VERSION_PUBLISHED);
  g_assert_cmpuint (designer_fixture_version (&fixture)->stages->len, ==, 7);
  g_assert_cmpuint (n_published, ==, 1);
  g_signal_handlers_disconnect_by_func (fixture.view, published_cb, &n_published);
  designer_fixture_close (&fixture);
}

static guint
count_stages (DesignerFixture *fixture)
{
  g_autoptr (ScVersion) version = designer_fixture_saved (fixture);

  return version->stages->len;
}

static void
test_discarding_can_be_taken_back (void)
{
  DesignerFixture fixture;
  guint n_stages;

  open_proposal (&fixture);
  publish (&fixture);
  n_stages = count_stages (&fixture);
  designer_fixture_do (&fixture, "designer.insert", g_variant_new ("(us)", 0, ""));
  designer_fixture_do (&fixture, "designer.discard", NULL);
  designer_fixture_respond (&fixture, designer_fixture_dialog (&fixture), "discard");
  g_assert_cmpuint (count_stages (&fixture), ==, n_stages);
  designer_fixture_press_undo (&fixture, "Draft discarded");
  wait_until (count_stages (&fixture) == n_stages + 1);
  designer_fixture_close (&fixture);
}

static void
test_errors_are_asked_about (void)
{
  DesignerFixture fixture;
  AdwAlertDialog *dialog;

  open_proposal (&fixture);
  designer_fixture_do (&fixture, "designer.delete", g_variant_new_string (designer_fixture_stage (&fixture, 6)->id));
  designer_fixture_do (&fixture, "designer.publish", NULL);
  dialog = designer_fixture_dialog (&fixture);
  g_assert_cmpint (adw_alert_dialog_get_response_appearance (dialog, "publish"), ==, ADW_RESPONSE_DESTRUCTIVE);
  g_assert_cmpstr (adw_alert_dialog_get_default_response (dialog), ==, "cancel");
  designer_fixture_respond (&fixture, dialog, "cancel");
  g_assert_cmpint (designer_fixture_version (&fixture)->status, ==, SC_VERSION_DRAFT);

  publish (&fixture);
  g_assert_cmpint (designer_fixture_version (&fixture)->status, ==, SC_VERSION_PUBLISHED);
  designer_fixture_close (&fixture);
}

static gint64
add_deal (DesignerFixture *fixture,
          const char      *stage_id)
{
  g_autoptr (ScDeal) deal = sc_deal_new ();
  g_autoptr (ScOutcome) outcome = NULL;
  g_autoptr (GError) error = NULL;

  deal->process_id = g_strdup (fixture->process_id);
  deal->stage_id = g_strdup (stage_id);
  deal->title = g_strdup ("A machine");
  outcome = sc_command_run (sc_command_add_deal (deal), fixture->store, NULL, &error);
  g_assert_no_error (error);

  return outcome->row_id;
}

static void
test_deals_of_stages_that_are_gone_get_a_place (void)
{
  DesignerFixture fixture;
  g_autofree char *gone_id = NULL;
  g_autoptr (ScDeal) deal = NULL;
  AdwAlertDialog *dialog;
  gint64 deal_id;

  open_proposal (&fixture);
  publish (&fixture);
  gone_id = g_strdup (designer_fixture_stage (&fixture, 2)->id);
  deal_id = add_deal (&fixture, gone_id);
  designer_fixture_do (&fixture, "designer.delete", g_variant_new_string (gone_id));

  designer_fixture_do (&fixture, "designer.publish", NULL);
  dialog = designer_fixture_dialog (&fixture);
  g_assert_false (adw_alert_dialog_get_response_enabled (dialog, "publish"));
  adw_combo_row_set_selected (ADW_COMBO_ROW (designer_fixture_find (GTK_WIDGET (dialog), ADW_TYPE_COMBO_ROW, NULL)), 2);
  designer_fixture_respond (&fixture, dialog, "publish");

  deal = sc_store_load_deal (fixture.store, deal_id, NULL);
  g_assert_cmpstr (deal->stage_id, ==, designer_fixture_stage (&fixture, 1)->id);
  designer_fixture_close (&fixture);
}

static void
test_a_merge_sends_its_deals_along (void)
{
  DesignerFixture fixture;
  g_autofree char *first_id = NULL;
  g_autofree char *second_id = NULL;
  g_autoptr (ScDeal) deal = NULL;
  gint64 deal_id;

  open_proposal (&fixture);
  publish (&fixture);
  first_id = g_strdup (designer_fixture_stage (&fixture, 2)->id);
  second_id = g_strdup (designer_fixture_stage (&fixture, 3)->id);
  deal_id = add_deal (&fixture, second_id);
  designer_fixture_do (&fixture, "designer.merge", g_variant_new ("(ss)", first_id, second_id));
  publish (&fixture);

  deal = sc_store_load_deal (fixture.store, deal_id, NULL);
  g_assert_cmpstr (deal->stage_id, ==, first_id);
  designer_fixture_close (&fixture);
}

int
main (int    argc,
      char **argv)
{
  designer_fixture_init (&argc, &argv);

  g_test_add_func ("/designer/publish/a-draft-is-published", test_a_draft_is_published);
  g_test_add_func ("/designer/publish/discarding-can-be-taken-back", test_discarding_can_be_taken_back);
  g_test_add_func ("/designer/publish/errors-are-asked-about", test_errors_are_asked_about);
  g_test_add_func ("/designer/publish/deals-of-stages-that-are-gone-get-a-place",
                   test_deals_of_stages_that_are_gone_get_a_place);
  g_test_add_func ("/designer/publish/a-merge-sends-its-deals-along", test_a_merge_sends_its_deals_along);

  return designer_fixture_run ();
}
