/* SPDX-License-Identifier: GPL-3.0-or-later */

/* A dialog does what it shows, whatever another window does meanwhile. */

#include "designer-fixture.h"

#include "change/sc-deal-commands.h"
#include "change/sc-process-commands.h"
#include "elsewhere.h"

typedef struct {
  DesignerFixture window;
  Elsewhere *elsewhere;
  char *ids[12];
  gint64 deal_id;
} Fixture;

static void
open_window (Fixture   *self,
             ScVersion *version)
{
  g_autofree char *path = NULL;

  *self = (Fixture) { 0 };
  designer_fixture_open (&self->window, version);
  sc_store_start_watching (self->window.store);
  path = g_build_filename (self->window.folder, "a.db", NULL);
  self->elsewhere = elsewhere_new (path, self->window.process_id);
  for (guint i = 0; i < version->stages->len; i++)
    self->ids[i] = g_strdup (sc_version_get_stage (version, i)->id);
}

static void
close_window (Fixture *self)
{
  elsewhere_free (self->elsewhere);
  designer_fixture_close (&self->window);
  for (guint i = 0; i < G_N_ELEMENTS (self->ids); i++)
    g_free (self->ids[i]);
}

static void
wait_for_dialog_to_go (Fixture *self)
{
  while (adw_window_get_visible_dialog (ADW_WINDOW (self->window.window)) != NULL)
    g_main_context_iteration (NULL, TRUE);
}

/* Published, with a deal in the fourth stage, which is gone from the draft. */
static void
open_with_deal_in_gone_stage (Fixture *self)
{
  g_autoptr (ScVersion) version = designer_fixture_proposal ();
  g_autoptr (ScDeal) deal = sc_deal_new ();
  g_autoptr (ScOutcome) outcome = NULL;

  open_window (self, version);
  designer_fixture_do (&self->window, "designer.publish", NULL);
  designer_fixture_respond (&self->window, designer_fixture_dialog (&self->window), "publish");
  wait_for_dialog_to_go (self);

  deal->process_id = g_strdup (self->window.process_id);
  deal->stage_id = g_strdup (self->ids[3]);
  deal->title = g_strdup ("A machine");
  outcome = sc_command_run (sc_command_add_deal (deal), self->window.store, NULL, NULL);
  g_assert_nonnull (outcome);
  self->deal_id = outcome->row_id;
  designer_fixture_do (&self->window, "designer.delete", g_variant_new_string (self->ids[3]));
}

static AdwComboRow *
find_choice (AdwAlertDialog *dialog)
{
  return ADW_COMBO_ROW (designer_fixture_find (GTK_WIDGET (dialog), ADW_TYPE_COMBO_ROW, NULL));
}

static void
choose (AdwAlertDialog *dialog,
        const char     *name)
{
  AdwComboRow *row = find_choice (dialog);
  GListModel *names = adw_combo_row_get_model (row);

  for (guint i = 0; i < g_list_model_get_n_items (names); i++)
    if (g_str_equal (gtk_string_list_get_string (GTK_STRING_LIST (names), i), name))
      {
        adw_combo_row_set_selected (row, i);
        return;
      }

  g_assert_not_reached ();
}

static const char *
get_choice (AdwAlertDialog *dialog)
{
  return gtk_string_object_get_string (adw_combo_row_get_selected_item (find_choice (dialog)));
}

static char *
get_stage_of_deal (Fixture *self)
{
  g_autoptr (ScDeal) deal = sc_store_load_deal (self->window.store, self->deal_id, NULL);

  return g_strdup (deal->stage_id);
}

/* What the question says is what happens: the deals go where it says, or they
 * stay and it is told why. */
static void
test_publish_sends_deals_where_it_says (void)
{
  for (guint is_settled = 0; is_settled < 2; is_settled++)
    {
      Fixture fixture;
      AdwAlertDialog *dialog;
      g_autofree char *stage_id = NULL;

      open_with_deal_in_gone_stage (&fixture);
      designer_fixture_do (&fixture.window, "designer.publish", NULL);
      dialog = designer_fixture_dialog (&fixture.window);
      choose (dialog, "Presentation");

      elsewhere_delete_stage (fixture.elsewhere, fixture.ids[0]);
      if (is_settled)
        designer_fixture_settle (&fixture.window);
      if (is_settled)
        while (adw_combo_row_get_selected (find_choice (dialog)) != 2)
          g_main_context_iteration (NULL, TRUE);
      g_assert_cmpstr (get_choice (dialog), ==, "Presentation");
      designer_fixture_respond (&fixture.window, dialog, "publish");

      stage_id = get_stage_of_deal (&fixture);
      if (is_settled)
        {
          g_assert_cmpstr (stage_id, ==, fixture.ids[2]);
        }
      else
        {
          g_assert_cmpstr (stage_id, ==, fixture.ids[3]);
          dialog = designer_fixture_dialog (&fixture.window);
          g_assert_cmpstr (adw_alert_dialog_get_heading (dialog), ==, "Draft Not Published");
          adw_dialog_force_close (ADW_DIALOG (dialog));
        }
      close_window (&fixture);
    }
}

static void
test_publish_asks_again_where_the_choice_is_gone (void)
{
  Fixture fixture;
  AdwAlertDialog *dialog;

  open_with_deal_in_gone_stage (&fixture);
  designer_fixture_do (&fixture.window, "designer.publish", NULL);
  dialog = designer_fixture_dialog (&fixture.window);
  choose (dialog, "Presentation");
  g_assert_true (adw_alert_dialog_get_response_enabled (dialog, "publish"));

  elsewhere_delete_stage (fixture.elsewhere, fixture.ids[2]);
  while (adw_alert_dialog_get_response_enabled (dialog, "publish"))
    g_main_context_iteration (NULL, TRUE);
  g_assert_cmpstr (get_choice (dialog), ==, "Choose a stage");
  designer_fixture_respond (&fixture.window, dialog, "cancel");
  close_window (&fixture);
}

static void
test_discard_is_for_what_was_asked_about (void)
{
  Fixture fixture;
  AdwAlertDialog *dialog;
  guint n_stages;

  open_with_deal_in_gone_stage (&fixture);
  n_stages = designer_fixture_version (&fixture.window)->stages->len;
  designer_fixture_do (&fixture.window, "designer.discard", NULL);
  dialog = designer_fixture_dialog (&fixture.window);
  elsewhere_rename_stage (fixture.elsewhere, fixture.ids[1], "Theirs");
  designer_fixture_respond (&fixture.window, dialog, "discard");
  dialog = designer_fixture_dialog (&fixture.window);
  g_assert_cmpstr (adw_alert_dialog_get_heading (dialog), ==, "Draft Not Discarded");
  adw_dialog_force_close (ADW_DIALOG (dialog));
  designer_fixture_settle (&fixture.window);
  g_assert_cmpuint (designer_fixture_version (&fixture.window)->stages->len, ==, n_stages);
  g_assert_cmpstr (designer_fixture_stage (&fixture.window, 1)->name, ==, "Theirs");
  close_window (&fixture);
}

static void
hear (guint *n_heard)
{
  (*n_heard)++;
}

static void
test_a_plan_stays_while_its_stages_do (void)
{
  Fixture fixture;
  g_autoptr (ScVersion) twelve = designer_fixture_twelve ();
  guint n_heard = 0;

  open_window (&fixture, twelve);
  g_signal_connect_swapped (fixture.window.store, "changed", G_CALLBACK (hear), &n_heard);
  designer_fixture_do (&fixture.window, "designer.plan", NULL);
  elsewhere_change_other_process (fixture.elsewhere);
  while (n_heard == 0)
    g_main_context_iteration (NULL, TRUE);
  designer_fixture_settle (&fixture.window);
  g_assert_true (sc_canvas_is_preview (fixture.window.canvas));

  /* Its own stages are others now: what was shown is not what would be done. */
  elsewhere_rename_stage (fixture.elsewhere, fixture.ids[4], "Theirs");
  while (sc_canvas_is_preview (fixture.window.canvas))
    g_main_context_iteration (NULL, TRUE);
  designer_fixture_settle (&fixture.window);
  while (designer_fixture_find (fixture.window.window, GTK_TYPE_LABEL,
                                "The plan is closed: the stages were changed elsewhere meanwhile.") == NULL)
    g_main_context_iteration (NULL, TRUE);
  g_assert_cmpuint (designer_fixture_version (&fixture.window)->stages->len, ==, 12);
  g_signal_handlers_disconnect_by_func (fixture.window.store, hear, &n_heard);
  close_window (&fixture);
}

int
main (int    argc,
      char **argv)
{
  designer_fixture_init (&argc, &argv);

  g_test_add_func ("/designer/dialogs/a-plan-stays-while-its-stages-do", test_a_plan_stays_while_its_stages_do);
  g_test_add_func ("/designer/dialogs/publish-sends-deals-where-it-says", test_publish_sends_deals_where_it_says);
  g_test_add_func ("/designer/dialogs/publish-asks-again-where-the-choice-is-gone",
                   test_publish_asks_again_where_the_choice_is_gone);
  g_test_add_func ("/designer/dialogs/discard-is-for-what-was-asked-about", test_discard_is_for_what_was_asked_about);

  return designer_fixture_run ();
}
