/* SPDX-License-Identifier: GPL-3.0-or-later */

/* The inspector’s lists: exit criteria and tactics of a stage, in their order. */

#include <string.h>

#include "change/sc-deal-commands.h"
#include "change/sc-process-commands.h"
#include "designer-fixture.h"
#include "designer/inspector-fixture.h"
#include "designer/inspector/sc-criterion-dialog.h"
#include "designer/inspector/sc-list-editor.h"
#include "designer/inspector/sc-stage-inspector.h"
#include "designer/inspector/sc-tactic-dialog.h"
#include "designer/inspector/sc-tactic-preview.h"
#include "designer/inspector/sc-tactic-row.h"
#include "widgets/sc-text-row.h"

static ScListEditor *
find_criteria (DesignerFixture *fixture)
{
  GtkWidget *inspector = designer_fixture_find (fixture->window, SC_TYPE_STAGE_INSPECTOR, NULL);

  return SC_LIST_EDITOR (designer_fixture_find (inspector, SC_TYPE_LIST_EDITOR, NULL));
}

static const char *
get_criterion (DesignerFixture *fixture,
               guint            position)
{
  return ((ScCriterion *) designer_fixture_stage (fixture, 2)->criteria->pdata[position])->text;
}

/* The first one is a question that holds the deal. */
static void
ask_in (DesignerFixture *fixture)
{
  g_autoptr (ScStage) stage = sc_stage_copy (designer_fixture_stage (fixture, 2));
  g_autoptr (GPtrArray) edits = sc_edits_new ();
  ScCriterion *criterion = stage->criteria->pdata[0];

  criterion->is_required = TRUE;
  criterion->type = SC_ANSWER_DATE;
  g_ptr_array_add (edits, sc_edit_replace_stage (designer_fixture_version (fixture), stage));
  g_assert_true (sc_design_edit (fixture->design, "Ask", edits));
  designer_fixture_settle (fixture);
}

/* The handle, or one of the buttons, of the first line. */
static void
assert_named (ScListEditor *list,
              guint         part,
              const char   *name)
{
  GtkWidget *row = gtk_widget_get_ancestor (inspector_fixture_find_line (list, 0), GTK_TYPE_LIST_BOX_ROW);
  GtkWidget *box = gtk_list_box_row_get_child (GTK_LIST_BOX_ROW (row));
  GtkWidget *const parts[] = {
    gtk_widget_get_first_child (box), gtk_widget_get_prev_sibling (gtk_widget_get_last_child (box)),
    gtk_widget_get_last_child (box),
  };
  g_autofree char *wrong = gtk_test_accessible_check_property (GTK_ACCESSIBLE (parts[part]),
                                                               GTK_ACCESSIBLE_PROPERTY_LABEL, name);

  g_assert_cmpstr (wrong, ==, NULL);
}

static void
test_exit_criteria_are_an_ordered_list (void)
{
  DesignerFixture fixture;
  g_autofree char *id = NULL;
  ScListEditor *list;

  inspector_fixture_open_proposal (&fixture);
  sc_designer_view_select_stage (fixture.view, designer_fixture_stage (&fixture, 2)->id);
  ask_in (&fixture);
  list = find_criteria (&fixture);
  g_assert_cmpuint (designer_fixture_stage (&fixture, 2)->criteria->len, ==, 2);
  id = g_strdup (((ScCriterion *) designer_fixture_stage (&fixture, 2)->criteria->pdata[0])->id);

  designer_fixture_enter (&fixture, inspector_fixture_find_line (list, 2), "Next meeting agreed");
  g_assert_cmpuint (designer_fixture_stage (&fixture, 2)->criteria->len, ==, 3);
  g_assert_cmpstr (get_criterion (&fixture, 2), ==, "Next meeting agreed");

  designer_fixture_enter (&fixture, inspector_fixture_find_line (list, 0), "Shown to the decision-maker");
  g_assert_cmpstr (get_criterion (&fixture, 0), ==, "Shown to the decision-maker");
  assert_named (list, 0, "Move “Shown to the decision-maker”");
  assert_named (list, 1, "What Is Asked, and When: Shown to the decision-maker");
  assert_named (list, 2, "Remove “Shown to the decision-maker”");

  gtk_widget_grab_focus (inspector_fixture_find_line (list, 0));
  g_assert_true (designer_fixture_press (&fixture, GDK_KEY_Down, GDK_ALT_MASK));
  g_assert_cmpstr (get_criterion (&fixture, 1), ==, "Shown to the decision-maker");
  g_assert_cmpstr (((ScCriterion *) designer_fixture_stage (&fixture, 2)->criteria->pdata[1])->id, ==, id);
  g_assert_true (((ScCriterion *) designer_fixture_stage (&fixture, 2)->criteria->pdata[1])->is_required);
  g_assert_cmpint (((ScCriterion *) designer_fixture_stage (&fixture, 2)->criteria->pdata[1])->type, ==, SC_ANSWER_DATE);

  designer_fixture_enter (&fixture, inspector_fixture_find_line (list, 1), "");
  g_assert_cmpuint (designer_fixture_stage (&fixture, 2)->criteria->len, ==, 2);
  designer_fixture_close (&fixture);
}

static ScCriterion *
get_first_criterion (DesignerFixture *fixture)
{
  return designer_fixture_stage (fixture, 2)->criteria->pdata[0];
}

/* What a criterion asks is said behind its line, each field by itself. */
static void
test_what_a_criterion_asks (void)
{
  DesignerFixture fixture;
  GtkWidget *dialog;
  GtkWidget *choices;

  inspector_fixture_open_proposal (&fixture);
  sc_designer_view_select_stage (fixture.view, designer_fixture_stage (&fixture, 2)->id);
  g_signal_emit_by_name (designer_fixture_find (GTK_WIDGET (find_criteria (&fixture)), GTK_TYPE_BUTTON, NULL),
                         "clicked");
  dialog = designer_fixture_find (fixture.window, SC_TYPE_CRITERION_DIALOG, NULL);
  adw_switch_row_set_active (ADW_SWITCH_ROW (designer_fixture_find (dialog, ADW_TYPE_SWITCH_ROW, "Required")), TRUE);
  adw_combo_row_set_selected (ADW_COMBO_ROW (designer_fixture_find (dialog, ADW_TYPE_COMBO_ROW, "Asked")), 1);
  adw_combo_row_set_selected (ADW_COMBO_ROW (designer_fixture_find (dialog, ADW_TYPE_COMBO_ROW, "Answered With")),
                              SC_ANSWER_CHOICE);
  designer_fixture_settle (&fixture);
  choices = designer_fixture_find (dialog, SC_TYPE_LIST_EDITOR, NULL);
  g_assert_true (gtk_widget_get_mapped (choices));
  g_assert_nonnull (designer_fixture_find (dialog, GTK_TYPE_LABEL, "Nobody can answer the question as long as it has no choices"));
  g_assert_nonnull (designer_fixture_find (GTK_WIDGET (find_criteria (&fixture)), GTK_TYPE_LABEL,
                                           "Required, Choice, No choices yet, Asked on coming in"));
  designer_fixture_enter (&fixture, inspector_fixture_find_line (SC_LIST_EDITOR (choices), 0), "Fair");
  g_assert_true (get_first_criterion (&fixture)->is_required);
  g_assert_true (get_first_criterion (&fixture)->is_asked_at_entry);
  g_assert_cmpint (get_first_criterion (&fixture)->type, ==, SC_ANSWER_CHOICE);
  g_assert_cmpstr (get_first_criterion (&fixture)->choices[0], ==, "Fair");
  g_assert_nonnull (designer_fixture_find (GTK_WIDGET (find_criteria (&fixture)), GTK_TYPE_LABEL,
                                           "Required, Choice, Asked on coming in"));

  adw_dialog_force_close (ADW_DIALOG (dialog));
  designer_fixture_close (&fixture);
}

static ScTactic *
get_first_tactic (DesignerFixture *fixture)
{
  return designer_fixture_stage (fixture, 2)->tactics->pdata[0];
}

/* The last of the dialog's lists. */
static GtkWidget *
find_labels (GtkWidget *dialog)
{
  GtkWidget *sources = designer_fixture_find (dialog, SC_TYPE_LIST_EDITOR, NULL);
  GtkWidget *group = gtk_widget_get_next_sibling (gtk_widget_get_ancestor (sources, ADW_TYPE_PREFERENCES_GROUP));

  return designer_fixture_find (group, SC_TYPE_LIST_EDITOR, NULL);
}

static void
test_tactics (void)
{
  DesignerFixture fixture;
  GtkWidget *dialog;
  GtkWidget *labels;
  GtkWidget *reason;
  GtkWidget *inspector;
  GtkWidget *row;
  g_autoptr (ScStage) stage = NULL;

  inspector_fixture_open_proposal (&fixture);
  stage = sc_stage_copy (designer_fixture_stage (&fixture, 2));
  g_ptr_array_set_size (stage->tactics, 0);
  sc_stage_add_tactic (stage, "Objections", "Too dear?");
  {
    g_autoptr (GPtrArray) edits = sc_edits_new ();

    g_ptr_array_add (edits, sc_edit_replace_stage (designer_fixture_version (&fixture), stage));
    g_assert_true (sc_design_edit (fixture.design, "Add", edits));
  }
  sc_designer_view_select_stage (fixture.view, stage->id);
  inspector = designer_fixture_find (fixture.window, SC_TYPE_STAGE_INSPECTOR, NULL);
  row = designer_fixture_find (inspector, SC_TYPE_TACTIC_ROW, "Objections");
  g_assert_nonnull (row);
  designer_fixture_type (designer_fixture_find (row, SC_TYPE_TEXT_ROW, NULL), "Too dear? Show what it saves.");
  sc_tactic_row_commit (SC_TACTIC_ROW (row));
  designer_fixture_settle (&fixture);
  g_assert_cmpstr (get_first_tactic (&fixture)->text, ==, "Too dear? Show what it saves.");

  adw_combo_row_set_selected (ADW_COMBO_ROW (designer_fixture_find (row, ADW_TYPE_COMBO_ROW, "Kind")), SC_TACTIC_OBJECTION);
  designer_fixture_settle (&fixture);
  g_assert_cmpint (get_first_tactic (&fixture)->kind, ==, SC_TACTIC_OBJECTION);
  gtk_widget_activate_action (row, "tactic.insert", "s", "{deal.company}");
  sc_tactic_row_commit (SC_TACTIC_ROW (row));
  designer_fixture_settle (&fixture);
  g_assert_nonnull (strstr (get_first_tactic (&fixture)->text, "{deal.company}"));

  g_signal_emit_by_name (row, "conditions");
  dialog = designer_fixture_find (fixture.window, SC_TYPE_TACTIC_DIALOG, NULL);
  labels = find_labels (dialog);
  designer_fixture_enter (&fixture, inspector_fixture_find_line (SC_LIST_EDITOR (labels), 0), "Hot");
  reason = designer_fixture_find (dialog, ADW_TYPE_SWITCH_ROW, NULL);
  if (reason != NULL)
    adw_switch_row_set_active (ADW_SWITCH_ROW (reason), TRUE);
  designer_fixture_settle (&fixture);
  g_assert_cmpstr (get_first_tactic (&fixture)->labels[0], ==, "Hot");
  if (reason != NULL)
    g_assert_cmpstr (get_first_tactic (&fixture)->loss_reasons[0], ==,
                     adw_preferences_row_get_title (ADW_PREFERENCES_ROW (reason)));
  g_assert_cmpint (get_first_tactic (&fixture)->kind, ==, SC_TACTIC_OBJECTION);
  adw_dialog_force_close (ADW_DIALOG (dialog));
  designer_fixture_close (&fixture);
}

static const char *
get_preview (GtkWidget *row)
{
  GtkWidget *preview = designer_fixture_find (row, SC_TYPE_TACTIC_PREVIEW, NULL);
  GtkWidget *label = gtk_widget_get_last_child (gtk_widget_get_first_child (preview));

  return gtk_label_get_label (GTK_LABEL (label));
}

static void
publish (DesignerFixture *fixture)
{
  g_autoptr (GError) error = NULL;
  g_autoptr (ScProcess) process = sc_store_load_process (fixture->store, fixture->process_id, &error);
  g_autoptr (GHashTable) moves = g_hash_table_new (g_str_hash, g_str_equal);
  g_autoptr (ScOutcome) outcome = NULL;

  g_assert_no_error (error);
  outcome = sc_command_run (sc_command_publish (process, moves), fixture->store, NULL, &error);
  g_assert_no_error (error);
  sc_design_reload (fixture->design);
  designer_fixture_settle (fixture);
}

static void
add_deal (DesignerFixture *fixture,
          const char      *company,
          guint            stage)
{
  g_autoptr (ScDeal) deal = sc_deal_new ();
  g_autoptr (ScOutcome) outcome = NULL;
  g_autoptr (GError) error = NULL;

  deal->process_id = g_strdup (fixture->process_id);
  deal->stage_id = g_strdup (designer_fixture_stage (fixture, stage)->id);
  deal->title = g_strdup (company);
  deal->company = g_strdup (company);
  outcome = sc_command_run (sc_command_add_deal (deal), fixture->store, NULL, &error);
  g_assert_no_error (error);
}

/* The text reads as on the deal: one of the stage before others, the last changed first. */
static void
test_a_tactic_is_previewed (void)
{
  DesignerFixture fixture;
  GtkWidget *inspector;
  GtkWidget *row;
  GtkWidget *deals;
  g_autoptr (ScStage) stage = NULL;
  g_autoptr (GPtrArray) edits = sc_edits_new ();

  inspector_fixture_open_proposal (&fixture);
  publish (&fixture);
  stage = sc_stage_copy (designer_fixture_stage (&fixture, 2));
  g_ptr_array_set_size (stage->tactics, 0);
  sc_stage_add_tactic (stage, "Objections", "For {deal.company}: {blank}");
  g_ptr_array_add (edits, sc_edit_replace_stage (designer_fixture_version (&fixture), stage));
  g_assert_true (sc_design_edit (fixture.design, "Add", edits));
  designer_fixture_settle (&fixture);
  sc_designer_view_select_stage (fixture.view, stage->id);
  inspector = designer_fixture_find (fixture.window, SC_TYPE_STAGE_INSPECTOR, NULL);
  row = designer_fixture_find (inspector, SC_TYPE_TACTIC_ROW, "Objections");
  adw_expander_row_set_expanded (ADW_EXPANDER_ROW (row), TRUE);
  wait_until (g_str_has_prefix (get_preview (row), "The process has no deals yet"));

  adw_expander_row_set_expanded (ADW_EXPANDER_ROW (row), FALSE);
  add_deal (&fixture, "First", 2);
  add_deal (&fixture, "A & B «В»", 2);
  add_deal (&fixture, "Elsewhere", 0);
  wait_until (!gtk_widget_get_mapped (designer_fixture_find (row, SC_TYPE_TACTIC_PREVIEW, NULL)));
  adw_expander_row_set_expanded (ADW_EXPANDER_ROW (row), TRUE);
  wait_until (g_str_equal (get_preview (row), "For A & B «В»: ____"));

  deals = designer_fixture_find (designer_fixture_find (row, SC_TYPE_TACTIC_PREVIEW, NULL), GTK_TYPE_DROP_DOWN, NULL);
  g_assert_cmpuint (g_list_model_get_n_items (gtk_drop_down_get_model (GTK_DROP_DOWN (deals))), ==, 2);
  gtk_widget_grab_focus (deals);
  designer_fixture_picture (&fixture, "tactic-preview");
  gtk_drop_down_set_selected (GTK_DROP_DOWN (deals), 1);
  wait_until (g_str_equal (get_preview (row), "For First: ____"));
  designer_fixture_type (designer_fixture_find (row, SC_TYPE_TEXT_ROW, NULL), "Dear {deal.company}");
  g_assert_cmpstr (get_preview (row), ==, "Dear First");
  designer_fixture_close (&fixture);
}

/* What a stage lacks of the usual tactics is offered, and stays away when it is there. */
static void
test_usual_tactics (void)
{
  DesignerFixture fixture;
  GtkWidget *row;
  guint n_tactics;
  g_autoptr (ScStage) stage = NULL;
  g_autoptr (GPtrArray) edits = sc_edits_new ();

  inspector_fixture_open_proposal (&fixture);
  stage = sc_stage_copy (designer_fixture_stage (&fixture, 2));
  n_tactics = stage->tactics->len;
  g_ptr_array_set_size (stage->tactics, 1);
  g_ptr_array_add (edits, sc_edit_replace_stage (designer_fixture_version (&fixture), stage));
  g_assert_true (sc_design_edit (fixture.design, "Remove", edits));
  sc_designer_view_select_stage (fixture.view, stage->id);
  row = designer_fixture_row (&fixture, SC_TYPE_STAGE_INSPECTOR, "Add Usual Tactics");
  g_assert_true (gtk_widget_is_visible (row));
  g_signal_emit_by_name (row, "activated");
  designer_fixture_settle (&fixture);
  g_assert_cmpuint (designer_fixture_stage (&fixture, 2)->tactics->len, ==, n_tactics);
  g_assert_true (sc_tactic_equal (designer_fixture_stage (&fixture, 2)->tactics->pdata[0], stage->tactics->pdata[0]));
  g_assert_false (gtk_widget_is_visible (row));
  designer_fixture_close (&fixture);
}

int
main (int    argc,
      char **argv)
{
  /* Else there is nothing to ask for. */
  g_setenv ("GTK_A11Y", "test", TRUE);
  designer_fixture_init (&argc, &argv);

  g_test_add_func ("/designer/inspector/exit-criteria-are-an-ordered-list", test_exit_criteria_are_an_ordered_list);
  g_test_add_func ("/designer/inspector/what-a-criterion-asks", test_what_a_criterion_asks);
  g_test_add_func ("/designer/inspector/tactics", test_tactics);
  g_test_add_func ("/designer/inspector/a-tactic-is-previewed", test_a_tactic_is_previewed);
  g_test_add_func ("/designer/inspector/usual-tactics", test_usual_tactics);

  return designer_fixture_run ();
}
