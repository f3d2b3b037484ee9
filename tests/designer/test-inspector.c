/* SPDX-License-Identifier: GPL-3.0-or-later */

/* The inspector shows what a stage and a process are, and saves what is typed there. */

#include <string.h>

#include "designer-fixture.h"
#include "designer/inspector-fixture.h"
#include "designer/inspector/sc-list-editor.h"
#include "designer/inspector/sc-process-inspector.h"
#include "designer/inspector/sc-role-row.h"
#include "designer/inspector/sc-stage-inspector.h"
#include "draft/sc-scheme-edits.h"
#include "widgets/sc-field-row.h"
#include "widgets/sc-text-row.h"

static void
test_fields_are_saved (void)
{
  DesignerFixture fixture;
  const ScStage *stage;

  inspector_fixture_open_proposal (&fixture);
  sc_designer_view_select_stage (fixture.view, designer_fixture_stage (&fixture, 2)->id);

  designer_fixture_type (designer_fixture_row (&fixture, SC_TYPE_STAGE_INSPECTOR, "Name"), "Demonstration");
  g_signal_emit_by_name (designer_fixture_row (&fixture, SC_TYPE_STAGE_INSPECTOR, "Name"), "entry-activated");
  designer_fixture_settle (&fixture);
  designer_fixture_type (designer_fixture_row (&fixture, SC_TYPE_STAGE_INSPECTOR, "Target Time"), "12");
  sc_field_row_commit (SC_FIELD_ROW (designer_fixture_row (&fixture, SC_TYPE_STAGE_INSPECTOR, "Target Time")));
  designer_fixture_settle (&fixture);
  designer_fixture_type (designer_fixture_row (&fixture, SC_TYPE_STAGE_INSPECTOR, "Win Probability, %"), "45");
  sc_field_row_commit (SC_FIELD_ROW (designer_fixture_row (&fixture, SC_TYPE_STAGE_INSPECTOR, "Win Probability, %")));
  designer_fixture_settle (&fixture);
  designer_fixture_type (designer_fixture_row (&fixture, SC_TYPE_STAGE_INSPECTOR, "Goal: what is this stage for?"), "They want it.\nNow.");
  sc_text_row_commit (SC_TEXT_ROW (designer_fixture_row (&fixture, SC_TYPE_STAGE_INSPECTOR, "Goal: what is this stage for?")));
  designer_fixture_settle (&fixture);

  stage = designer_fixture_stage (&fixture, 2);
  g_assert_cmpstr (stage->name, ==, "Demonstration");
  g_assert_cmpuint (stage->duration.value, ==, 12);
  g_assert_cmpfloat (stage->probability, ==, 0.45);
  g_assert_cmpstr (stage->goal, ==, "They want it.\nNow.");

  /* Each was one change. */
  for (guint i = 0; i < 4; i++)
    designer_fixture_take_back (&fixture, FALSE);
  stage = designer_fixture_stage (&fixture, 2);
  g_assert_cmpstr (stage->name, ==, "Presentation");
  g_assert_cmpuint (stage->duration.value, ==, 3);
  g_assert_false (designer_fixture_can_undo (&fixture));
  designer_fixture_close (&fixture);
}

/* A part of a day is saved in hours; what is possible is said, and in which words. */
static void
test_numbers (void)
{
  static const struct {
    const char *title;
    const char *typed;
    const char *told;
  } wrong[] = {
    { "Target Time", "-5", "Possible are times such as 5, 1.5 or 3 hours" },
    { "Target Time", "soon", "Possible are times such as 5, 1.5 or 3 hours" },
    { "Win Probability, %", "150 %", "Possible are whole numbers from 0 to 100" },
    { "Win Probability, %", "-5", "Possible are whole numbers from 0 to 100" },
  };
  DesignerFixture fixture;
  GtkWidget *row;

  inspector_fixture_open_proposal (&fixture);
  sc_designer_view_select_stage (fixture.view, designer_fixture_stage (&fixture, 2)->id);

  row = designer_fixture_row (&fixture, SC_TYPE_STAGE_INSPECTOR, "Target Time");
  designer_fixture_type (row, "1.5 days");
  g_assert_true (sc_field_row_commit (SC_FIELD_ROW (row)));
  designer_fixture_settle (&fixture);
  g_assert_cmpuint (designer_fixture_stage (&fixture, 2)->duration.value, ==, 12);
  g_assert_cmpint (designer_fixture_stage (&fixture, 2)->duration.unit, ==, SC_UNIT_WORKING_HOURS);
  g_assert_cmpstr (gtk_editable_get_text (GTK_EDITABLE (row)), ==, "12");
  g_assert_null (sc_field_row_get_base (SC_FIELD_ROW (row)));

  row = designer_fixture_row (&fixture, SC_TYPE_STAGE_INSPECTOR, "Win Probability, %");
  designer_fixture_type (row, "35 %");
  g_assert_true (sc_field_row_commit (SC_FIELD_ROW (row)));
  designer_fixture_settle (&fixture);
  g_assert_cmpfloat (designer_fixture_stage (&fixture, 2)->probability, ==, 0.35);

  for (guint i = 0; i < G_N_ELEMENTS (wrong); i++)
    {
      row = designer_fixture_row (&fixture, SC_TYPE_STAGE_INSPECTOR, wrong[i].title);
      designer_fixture_type (row, wrong[i].typed);
      g_assert_false (sc_field_row_commit (SC_FIELD_ROW (row)));
      g_assert_cmpstr (adw_preferences_row_get_title (ADW_PREFERENCES_ROW (row)), ==, wrong[i].told);
      sc_field_row_revert (SC_FIELD_ROW (row));
      g_assert_cmpstr (adw_preferences_row_get_title (ADW_PREFERENCES_ROW (row)), ==, wrong[i].title);
    }
  designer_fixture_close (&fixture);
}

static void
test_what_is_wrong_is_not_saved (void)
{
  DesignerFixture fixture;
  GtkWidget *row;

  inspector_fixture_open_proposal (&fixture);
  sc_designer_view_select_stage (fixture.view, designer_fixture_stage (&fixture, 2)->id);
  row = designer_fixture_row (&fixture, SC_TYPE_STAGE_INSPECTOR, "Win Probability, %");
  designer_fixture_type (row, "101");
  g_assert_false (sc_field_row_commit (SC_FIELD_ROW (row)));
  g_assert_true (gtk_widget_has_css_class (row, "error"));
  g_assert_cmpfloat (designer_fixture_stage (&fixture, 2)->probability, ==, 0.4);

  /* An empty one is none. */
  designer_fixture_type (row, "");
  g_assert_true (sc_field_row_commit (SC_FIELD_ROW (row)));
  designer_fixture_settle (&fixture);
  g_assert_cmpfloat (designer_fixture_stage (&fixture, 2)->probability, <, 0);
  designer_fixture_close (&fixture);
}

static void
test_what_is_typed_is_kept_when_another_stage_is_chosen (void)
{
  DesignerFixture fixture;
  g_autofree char *entry = NULL;

  inspector_fixture_open_proposal (&fixture);
  sc_designer_view_select_stage (fixture.view, designer_fixture_stage (&fixture, 2)->id);
  designer_fixture_type (designer_fixture_row (&fixture, SC_TYPE_STAGE_INSPECTOR, "Entry: when does a deal come in?"), "After discovery");
  designer_fixture_type (designer_fixture_row (&fixture, SC_TYPE_STAGE_INSPECTOR, "Name"), "Demonstration");
  sc_designer_view_select_stage (fixture.view, designer_fixture_stage (&fixture, 4)->id);
  designer_fixture_settle (&fixture);

  g_assert_cmpstr (designer_fixture_stage (&fixture, 2)->entry, ==, "After discovery");
  g_assert_cmpstr (designer_fixture_stage (&fixture, 2)->name, ==, "Demonstration");
  g_assert_cmpstr (designer_fixture_stage (&fixture, 4)->name, ==, "Proposal and contract");
  entry = sc_text_row_dup_text (SC_TEXT_ROW (designer_fixture_row (&fixture, SC_TYPE_STAGE_INSPECTOR,
                                                                   "Entry: when does a deal come in?")));
  g_assert_cmpstr (entry, ==, designer_fixture_stage (&fixture, 4)->entry);

  designer_fixture_type (designer_fixture_row (&fixture, SC_TYPE_STAGE_INSPECTOR, "Entry: when does a deal come in?"), "Once it is clear");
  sc_designer_view_select_stage (fixture.view, NULL);
  designer_fixture_settle (&fixture);
  g_assert_cmpstr (designer_fixture_stage (&fixture, 4)->entry, ==, "Once it is clear");
  designer_fixture_close (&fixture);
}

/* A refused deal goes back to a stage in front, or is parked; what is not there is told. */
static void
test_refusal (void)
{
  DesignerFixture fixture;
  GtkWidget *row;
  g_autofree char *back = NULL;

  inspector_fixture_open_proposal (&fixture);
  sc_designer_view_select_stage (fixture.view, designer_fixture_stage (&fixture, 2)->id);
  row = designer_fixture_row (&fixture, SC_TYPE_STAGE_INSPECTOR, "On Refusal");
  adw_combo_row_set_selected (ADW_COMBO_ROW (row), 1);
  designer_fixture_settle (&fixture);
  g_assert_cmpint (designer_fixture_stage (&fixture, 2)->refusal.kind, ==, SC_REFUSAL_PARK);
  g_assert_cmpuint (designer_fixture_stage (&fixture, 2)->refusal.after.value, ==, 60);
  adw_combo_row_set_selected (ADW_COMBO_ROW (row), 3);
  designer_fixture_settle (&fixture);
  back = g_strdup (designer_fixture_stage (&fixture, 1)->id);
  g_assert_cmpint (designer_fixture_stage (&fixture, 2)->refusal.kind, ==, SC_REFUSAL_BACK);
  g_assert_cmpstr (designer_fixture_stage (&fixture, 2)->refusal.stage_id, ==, back);
  g_assert_cmpuint (designer_fixture_stage (&fixture, 2)->refusal.after.value, ==, 0);

  g_assert_true (sc_scheme_remove (fixture.design, back));
  designer_fixture_settle (&fixture);
  g_assert_cmpstr (designer_fixture_stage (&fixture, 1)->refusal.stage_id, ==, back);
  sc_designer_view_select_stage (fixture.view, designer_fixture_stage (&fixture, 1)->id);
  row = designer_fixture_row (&fixture, SC_TYPE_STAGE_INSPECTOR, "On Refusal");
  g_assert_nonnull (designer_fixture_find (row, GTK_TYPE_LABEL, "Back to “a stage that is not there”"));
  adw_combo_row_set_selected (ADW_COMBO_ROW (row), 0);
  designer_fixture_settle (&fixture);
  g_assert_cmpint (designer_fixture_stage (&fixture, 1)->refusal.kind, ==, SC_REFUSAL_LOST);
  g_assert_null (designer_fixture_stage (&fixture, 1)->refusal.stage_id);
  designer_fixture_close (&fixture);
}

static void
test_roles_and_kinds (void)
{
  DesignerFixture fixture;
  GtkWidget *row;
  const ScStage *stage;

  inspector_fixture_open_proposal (&fixture);
  sc_designer_view_select_stage (fixture.view, designer_fixture_stage (&fixture, 2)->id);

  adw_combo_row_set_selected (ADW_COMBO_ROW (designer_fixture_row (&fixture, SC_TYPE_STAGE_INSPECTOR, "Responsible")), 0);
  designer_fixture_settle (&fixture);
  g_assert_null (designer_fixture_stage (&fixture, 2)->responsible);
  adw_combo_row_set_selected (ADW_COMBO_ROW (designer_fixture_row (&fixture, SC_TYPE_STAGE_INSPECTOR, "Responsible")), 2);
  designer_fixture_settle (&fixture);
  g_assert_cmpstr (designer_fixture_stage (&fixture, 2)->responsible, ==,
                   sc_version_get_role (designer_fixture_version (&fixture), 1)->id);

  row = designer_fixture_row (&fixture, SC_TYPE_STAGE_INSPECTOR, "Negotiation");
  gtk_check_button_set_active (GTK_CHECK_BUTTON (designer_fixture_find (row, GTK_TYPE_CHECK_BUTTON, NULL)), TRUE);
  designer_fixture_settle (&fixture);
  stage = designer_fixture_stage (&fixture, 2);
  g_assert_cmpuint (stage->kinds, ==, SC_KIND_BIT (SC_KIND_PRESENTATION) | SC_KIND_BIT (SC_KIND_NEGOTIATION));
  designer_fixture_close (&fixture);
}

/* A name that is no markup is shown as it is; one that is taken for it is not
 * shown at all, with a warning. */
static void
test_names_are_text (void)
{
  DesignerFixture fixture;
  g_autoptr (GPtrArray) edits = sc_edits_new ();
  ScRole *role;
  GtkWidget *row;

  inspector_fixture_open_proposal (&fixture);
  role = sc_role_copy (sc_version_get_role (designer_fixture_version (&fixture), 0));
  g_set_str (&role->name, "R&D <b>");
  g_ptr_array_add (edits, sc_edit_replace_role (designer_fixture_version (&fixture), role));
  g_assert_true (sc_design_edit (fixture.design, "Rename", edits));
  sc_role_unref (role);
  sc_designer_view_select_stage (fixture.view, designer_fixture_stage (&fixture, 2)->id);
  row = designer_fixture_row (&fixture, SC_TYPE_STAGE_INSPECTOR, "Responsible");
  adw_combo_row_set_selected (ADW_COMBO_ROW (row), 1);
  designer_fixture_settle (&fixture);
  g_assert_nonnull (designer_fixture_find (row, GTK_TYPE_LABEL, "R&D <b>"));
  designer_fixture_close (&fixture);
}

static void
test_the_process_itself (void)
{
  DesignerFixture fixture;
  GtkWidget *role;
  g_auto (GStrv) reasons = NULL;
  g_autoptr (ScProcess) process = NULL;
  ScListEditor *list;

  inspector_fixture_open_proposal (&fixture);
  adw_combo_row_set_selected (ADW_COMBO_ROW (designer_fixture_row (&fixture, SC_TYPE_PROCESS_INSPECTOR, "Who buys?")), 1);
  designer_fixture_settle (&fixture);
  g_assert_cmpuint (designer_fixture_version (&fixture)->aspects.value[SC_ASPECT_MARKET], ==, SC_MARKET_B2C);

  adw_combo_row_set_selected (ADW_COMBO_ROW (designer_fixture_row (&fixture, SC_TYPE_PROCESS_INSPECTOR, "Language of the Texts")), SC_LANGUAGE_RU);
  designer_fixture_settle (&fixture);
  g_assert_cmpint (designer_fixture_version (&fixture)->language, ==, SC_LANGUAGE_RU);

  designer_fixture_type (designer_fixture_row (&fixture, SC_TYPE_PROCESS_INSPECTOR, "Description"), "For machines");
  sc_text_row_commit (SC_TEXT_ROW (designer_fixture_row (&fixture, SC_TYPE_PROCESS_INSPECTOR, "Description")));
  designer_fixture_settle (&fixture);
  process = sc_store_load_process (fixture.store, fixture.process_id, NULL);
  g_assert_cmpstr (process->description, ==, "For machines");

  role = designer_fixture_row (&fixture, SC_TYPE_PROCESS_INSPECTOR, "Presales");
  g_assert_true (SC_IS_ROLE_ROW (role));
  designer_fixture_type (designer_fixture_find (role, SC_TYPE_FIELD_ROW, "Name"), "Engineer");
  sc_field_row_commit (SC_FIELD_ROW (designer_fixture_find (role, SC_TYPE_FIELD_ROW, "Name")));
  designer_fixture_settle (&fixture);
  g_assert_nonnull (sc_version_find_role_by_name (designer_fixture_version (&fixture), "Engineer"));

  list = SC_LIST_EDITOR (designer_fixture_find (designer_fixture_find (fixture.window, SC_TYPE_PROCESS_INSPECTOR, NULL),
                                                SC_TYPE_LIST_EDITOR, NULL));
  designer_fixture_enter (&fixture, inspector_fixture_find_line (list, 1), "No budget");
  reasons = sc_store_list_loss_reasons (fixture.store, fixture.process_id, NULL);
  g_assert_cmpstr (reasons[0], ==, "Price");
  g_assert_cmpstr (reasons[1], ==, "No budget");
  designer_fixture_close (&fixture);
}

static gboolean
is_described_as (DesignerFixture *fixture,
                 const char      *text)
{
  g_autoptr (ScProcess) process = sc_store_load_process (fixture->store, fixture->process_id, NULL);

  return g_strcmp0 (process->description != NULL ? process->description : "", text) == 0;
}

static guint
count_loss_reasons (DesignerFixture *fixture)
{
  g_auto (GStrv) reasons = sc_store_list_loss_reasons (fixture->store, fixture->process_id, NULL);

  return g_strv_length (reasons);
}

static void
test_what_is_said_of_the_process_can_be_taken_back (void)
{
  DesignerFixture fixture;
  GtkWidget *line;

  inspector_fixture_open_proposal (&fixture);
  designer_fixture_type (designer_fixture_row (&fixture, SC_TYPE_PROCESS_INSPECTOR, "Description"), "For machines");
  sc_text_row_commit (SC_TEXT_ROW (designer_fixture_row (&fixture, SC_TYPE_PROCESS_INSPECTOR, "Description")));
  wait_until (is_described_as (&fixture, "For machines"));
  designer_fixture_press_undo (&fixture, "Description changed");
  wait_until (is_described_as (&fixture, ""));

  line = inspector_fixture_find_line (SC_LIST_EDITOR (designer_fixture_find (designer_fixture_find (fixture.window, SC_TYPE_PROCESS_INSPECTOR, NULL),
                                                                             SC_TYPE_LIST_EDITOR, NULL)), 1);
  gtk_editable_set_text (GTK_EDITABLE (line), "No budget");
  g_signal_emit_by_name (line, "activate");
  wait_until (count_loss_reasons (&fixture) == 2);
  designer_fixture_press_undo (&fixture, "Loss reasons changed");
  wait_until (count_loss_reasons (&fixture) == 1);
  designer_fixture_close (&fixture);
}

static void
rename_stage (DesignerFixture *fixture)
{
  GtkWidget *row = designer_fixture_row (fixture, SC_TYPE_STAGE_INSPECTOR, "Name");

  designer_fixture_type (row, "Demonstration");
  sc_field_row_commit (SC_FIELD_ROW (row));
}

static void
write_goal (DesignerFixture *fixture)
{
  GtkWidget *row = designer_fixture_row (fixture, SC_TYPE_STAGE_INSPECTOR, "Goal: what is this stage for?");

  designer_fixture_type (row, "They want it.");
  sc_text_row_commit (SC_TEXT_ROW (row));
}

static void
choose_responsible (DesignerFixture *fixture)
{
  adw_combo_row_set_selected (ADW_COMBO_ROW (designer_fixture_row (fixture, SC_TYPE_STAGE_INSPECTOR, "Responsible")), 0);
}

static void
choose_answer (DesignerFixture *fixture)
{
  adw_combo_row_set_selected (ADW_COMBO_ROW (designer_fixture_row (fixture, SC_TYPE_PROCESS_INSPECTOR, "Who buys?")), 1);
}

static void
choose_language (DesignerFixture *fixture)
{
  adw_combo_row_set_selected (ADW_COMBO_ROW (designer_fixture_row (fixture, SC_TYPE_PROCESS_INSPECTOR,
                                                                   "Language of the Texts")), SC_LANGUAGE_RU);
}

static void
rename_role (DesignerFixture *fixture)
{
  GtkWidget *role = designer_fixture_row (fixture, SC_TYPE_PROCESS_INSPECTOR, "Presales");
  GtkWidget *row = designer_fixture_find (role, SC_TYPE_FIELD_ROW, "Name");

  designer_fixture_type (row, "Engineer");
  sc_field_row_commit (SC_FIELD_ROW (row));
}

static void
delete_role (DesignerFixture *fixture)
{
  GtkWidget *role = designer_fixture_row (fixture, SC_TYPE_PROCESS_INSPECTOR, "Presales");

  g_signal_emit_by_name (designer_fixture_find (role, ADW_TYPE_BUTTON_ROW, "Delete the Role"), "activated");
}

static gboolean
is_as (DesignerFixture *fixture,
       ScVersion       *version)
{
  g_autoptr (ScVersion) saved = designer_fixture_saved (fixture);

  return sc_version_equal (saved, version);
}

static void
test_what_is_said_of_stages_and_roles_can_be_taken_back (void)
{
  static const struct {
    gboolean is_of_stage;
    void (*change) (DesignerFixture *fixture);
    const char *message;
  } cases[] = {
    { TRUE, rename_stage, "Renamed to “Demonstration”" },
    { TRUE, write_goal, "Goal of “Presentation” changed" },
    { TRUE, choose_responsible, "Responsible for “Presentation” changed" },
    { FALSE, choose_answer, "Answer changed" },
    { FALSE, choose_language, "Language changed" },
    { FALSE, rename_role, "Role “Engineer” changed" },
    { FALSE, delete_role, "Role “Presales” deleted" },
  };
  DesignerFixture fixture;
  g_autoptr (ScVersion) before = NULL;

  inspector_fixture_open_proposal (&fixture);
  before = designer_fixture_saved (&fixture);
  for (guint i = 0; i < G_N_ELEMENTS (cases); i++)
    {
      sc_designer_view_select_stage (fixture.view, cases[i].is_of_stage ? designer_fixture_stage (&fixture, 2)->id : NULL);
      cases[i].change (&fixture);
      designer_fixture_settle (&fixture);
      g_assert_false (is_as (&fixture, before));
      designer_fixture_press_undo (&fixture, cases[i].message);
      wait_until (is_as (&fixture, before));
      designer_fixture_settle (&fixture);
    }
  designer_fixture_close (&fixture);
}

int
main (int    argc,
      char **argv)
{
  designer_fixture_init (&argc, &argv);

  g_test_add_func ("/designer/inspector/fields-are-saved", test_fields_are_saved);
  g_test_add_func ("/designer/inspector/numbers", test_numbers);
  g_test_add_func ("/designer/inspector/what-is-wrong-is-not-saved", test_what_is_wrong_is_not_saved);
  g_test_add_func ("/designer/inspector/what-is-typed-is-kept-when-another-stage-is-chosen",
                   test_what_is_typed_is_kept_when_another_stage_is_chosen);
  g_test_add_func ("/designer/inspector/refusal", test_refusal);
  g_test_add_func ("/designer/inspector/roles-and-kinds", test_roles_and_kinds);
  g_test_add_func ("/designer/inspector/names-are-text", test_names_are_text);
  g_test_add_func ("/designer/inspector/the-process-itself", test_the_process_itself);
  g_test_add_func ("/designer/inspector/what-is-said-of-the-process-can-be-taken-back",
                   test_what_is_said_of_the_process_can_be_taken_back);
  g_test_add_func ("/designer/inspector/what-is-said-of-stages-and-roles-can-be-taken-back",
                   test_what_is_said_of_stages_and_roles_can_be_taken_back);

  return designer_fixture_run ();
}
