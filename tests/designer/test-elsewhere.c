/* SPDX-License-Identifier: GPL-3.0-or-later */

/* Another window, or a script, works on the same database: what it writes is
 * never written over unseen, and what is typed here is never lost. */

#include "designer-fixture.h"

#include "change/sc-process-commands.h"
#include "designer/inspector/sc-list-editor.h"
#include "designer/inspector/sc-process-inspector.h"
#include "designer/inspector/sc-stage-inspector.h"
#include "designer/inspector/sc-tactic-row.h"
#include "widgets/sc-text-row.h"
#include "method/sc-stage-edits.h"
#include "widgets/sc-field-row.h"
#include "widgets/sc-text-area.h"

#define GOAL "Goal: what is this stage for?"

/* A second connection to the database that the window is open on. */
typedef struct {
  DesignerFixture window;
  ScStore *store;
} Fixture;

static void
open_twice (Fixture *self)
{
  g_autoptr (ScVersion) version = designer_fixture_proposal ();
  g_autofree char *path = NULL;
  g_autoptr (GError) error = NULL;

  g_ptr_array_set_size (sc_version_get_stage (version, 2)->tactics, 0);
  sc_stage_add_tactic (sc_version_get_stage (version, 2), "Objections", "Too dear?");
  sc_stage_add_tactic (sc_version_get_stage (version, 2), "Questions", "Who decides?");
  designer_fixture_open (&self->window, version);
  sc_store_start_watching (self->window.store);
  path = g_build_filename (self->window.folder, "a.db", NULL);
  self->store = sc_store_open (path, SC_STORE_OPEN_DEFAULT, &error);
  g_assert_no_error (error);
  sc_designer_view_select_stage (self->window.view, designer_fixture_stage (&self->window, 2)->id);
}

static void
close_both (Fixture *self)
{
  g_object_unref (self->store);
  designer_fixture_close (&self->window);
}

/* What the other window sees of the stage that is shown in this. */
static ScStage *
begin_elsewhere (Fixture    *self,
                 ScVersion **version)
{
  g_autoptr (GError) error = NULL;

  *version = sc_store_load_version (self->store, self->window.process_id, SC_VERSION_WANTED_CURRENT, &error);
  g_assert_no_error (error);

  return sc_stage_copy (sc_version_get_stage (*version, 2));
}

static void
write_elsewhere (Fixture   *self,
                 GPtrArray *edits)
{
  g_autoptr (GError) error = NULL;
  g_autoptr (ScOutcome) outcome = NULL;

  outcome = sc_command_run (sc_command_edit_version (self->window.process_id, "Elsewhere", edits), self->store,
                            NULL, &error);
  g_assert_no_error (error);
}

static void
end_elsewhere (Fixture   *self,
               ScVersion *version,
               ScStage   *stage)
{
  g_autoptr (GPtrArray) edits = sc_replace_stage (version, stage);

  write_elsewhere (self, edits);
}

static void
set_elsewhere (Fixture    *self,
               const char *name,
               const char *goal)
{
  g_autoptr (ScVersion) version = NULL;
  g_autoptr (ScStage) stage = begin_elsewhere (self, &version);

  if (name != NULL)
    g_set_str (&stage->name, name);
  if (goal != NULL)
    g_set_str (&stage->goal, goal);
  end_elsewhere (self, version, stage);
}

static GtkWidget *
find_row (Fixture    *self,
          const char *title)
{
  return designer_fixture_row (&self->window, SC_TYPE_STAGE_INSPECTOR, title);
}

static ScStage *
get_stage (Fixture *self)
{
  return designer_fixture_stage (&self->window, 2);
}

static void
assert_tells (AdwAlertDialog *dialog,
              const char     *text)
{
  g_assert_nonnull (designer_fixture_find (GTK_WIDGET (dialog), GTK_TYPE_LABEL, text));
}

static void
test_a_field_that_both_change_is_asked_about (void)
{
  static const char *const answers[] = { "mine", "theirs" };

  for (guint i = 0; i < G_N_ELEMENTS (answers); i++)
    {
      Fixture fixture;
      AdwAlertDialog *dialog;
      GtkWidget *row;
      g_autofree char *text = NULL;
      g_autoptr (ScVersion) saved = NULL;

      open_twice (&fixture);
      row = find_row (&fixture, GOAL);
      designer_fixture_type (row, "My goal");
      set_elsewhere (&fixture, NULL, "Their goal");
      designer_fixture_settle (&fixture.window);

      /* What is typed stays, and it is told what it would write over. */
      text = sc_text_row_dup_text (SC_TEXT_ROW (row));
      g_assert_cmpstr (text, ==, "My goal");
      g_assert_nonnull (designer_fixture_find (row, GTK_TYPE_LABEL, "Meanwhile changed elsewhere to “Their goal”"));

      designer_fixture_picture (&fixture.window, "overtaken");

      sc_text_row_commit (SC_TEXT_ROW (row));
      dialog = designer_fixture_dialog (&fixture.window);
      designer_fixture_picture (&fixture.window, "clash");
      assert_tells (dialog, "Goal of “Presentation”");
      assert_tells (dialog, "My goal");
      assert_tells (dialog, "Their goal");
      saved = designer_fixture_saved (&fixture.window);
      g_assert_cmpstr (sc_version_get_stage (saved, 2)->goal, ==, "Their goal");

      designer_fixture_respond (&fixture.window, dialog, answers[i]);
      g_assert_cmpstr (get_stage (&fixture)->goal, ==, i == 0 ? "My goal" : "Their goal");
      g_assert_false (sc_design_has_unsaved (fixture.window.design));
      g_assert_null (sc_text_row_get_base (SC_TEXT_ROW (row)));
      close_both (&fixture);
    }
}

static void
test_a_name_and_a_number_too (void)
{
  Fixture fixture;
  AdwAlertDialog *dialog;
  g_autoptr (ScVersion) version = NULL;
  g_autoptr (ScStage) stage = NULL;

  open_twice (&fixture);
  designer_fixture_type (find_row (&fixture, "Name"), "Demonstration ");
  designer_fixture_type (find_row (&fixture, "Target Time"), "12");
  stage = begin_elsewhere (&fixture, &version);
  g_set_str (&stage->name, "Show");
  stage->duration.value = 5;
  end_elsewhere (&fixture, version, stage);
  designer_fixture_settle (&fixture.window);

  sc_field_row_commit (SC_FIELD_ROW (find_row (&fixture, "Name")));
  dialog = designer_fixture_dialog (&fixture.window);
  assert_tells (dialog, "Show");
  designer_fixture_respond (&fixture.window, dialog, "mine");
  g_assert_cmpstr (get_stage (&fixture)->name, ==, "Demonstration");
  g_assert_cmpuint (get_stage (&fixture)->duration.value, ==, 5);

  sc_field_row_commit (SC_FIELD_ROW (find_row (&fixture, "Target Time")));
  dialog = designer_fixture_dialog (&fixture.window);
  designer_fixture_respond (&fixture.window, dialog, "theirs");
  g_assert_cmpuint (get_stage (&fixture)->duration.value, ==, 5);
  g_assert_cmpstr (gtk_editable_get_text (GTK_EDITABLE (find_row (&fixture, "Target Time"))), ==, "5");
  close_both (&fixture);
}

/* Also where neither knew of the other when they began. */
static void
test_different_fields_go_together_unasked (void)
{
  Fixture fixture;

  open_twice (&fixture);
  set_elsewhere (&fixture, NULL, "Their goal");
  g_assert_true (gtk_widget_activate_action (GTK_WIDGET (fixture.window.canvas), "designer.rename", "(ss)",
                                             get_stage (&fixture)->id, "My name"));
  designer_fixture_settle (&fixture.window);
  g_assert_cmpstr (get_stage (&fixture)->goal, ==, "Their goal");
  g_assert_cmpstr (get_stage (&fixture)->name, ==, "My name");
  g_assert_null (adw_window_get_visible_dialog (ADW_WINDOW (fixture.window.window)));
  g_assert_false (sc_design_has_unsaved (fixture.window.design));
  close_both (&fixture);
}

static void
test_the_same_at_the_same_time_is_asked_about (void)
{
  static const char *const answers[] = { "mine", "theirs" };

  for (guint i = 0; i < G_N_ELEMENTS (answers); i++)
    {
      Fixture fixture;

      open_twice (&fixture);
      set_elsewhere (&fixture, "Their name", NULL);
      g_assert_true (gtk_widget_activate_action (GTK_WIDGET (fixture.window.canvas), "designer.rename", "(ss)",
                                                 get_stage (&fixture)->id, "My name"));
      designer_fixture_respond (&fixture.window, designer_fixture_dialog (&fixture.window), answers[i]);
      g_assert_cmpstr (get_stage (&fixture)->name, ==, i == 0 ? "My name" : "Their name");
      close_both (&fixture);
    }
}

/* An answer is for what was asked: when others go on, it is asked again. */
static void
test_an_answer_is_for_what_was_asked (void)
{
  Fixture fixture;
  AdwAlertDialog *dialog;

  open_twice (&fixture);
  designer_fixture_type (find_row (&fixture, GOAL), "My goal");
  set_elsewhere (&fixture, NULL, "Their goal");
  designer_fixture_settle (&fixture.window);
  sc_text_row_commit (SC_TEXT_ROW (find_row (&fixture, GOAL)));
  dialog = designer_fixture_dialog (&fixture.window);

  set_elsewhere (&fixture, NULL, "Their next goal");
  g_signal_emit_by_name (dialog, "response", "mine");
  adw_dialog_force_close (ADW_DIALOG (dialog));
  dialog = designer_fixture_dialog (&fixture.window);
  assert_tells (dialog, "Their next goal");
  designer_fixture_respond (&fixture.window, dialog, "theirs");
  g_assert_cmpstr (get_stage (&fixture)->goal, ==, "Their next goal");
  close_both (&fixture);
}

/* What can't be carried over is told: a move of what others have deleted, a
 * role that they have taken away. */
static void
test_what_can_not_be_done_any_more_is_told (void)
{
  for (guint i = 0; i < 2; i++)
    {
      Fixture fixture;
      AdwAlertDialog *dialog;
      g_autoptr (ScVersion) version = NULL;
      g_autoptr (ScStage) stage = NULL;
      g_autoptr (GPtrArray) edits = NULL;
      g_autofree char *id = NULL;

      open_twice (&fixture);
      id = g_strdup (get_stage (&fixture)->id);
      stage = begin_elsewhere (&fixture, &version);
      edits = sc_remove_stage (version, id);
      write_elsewhere (&fixture, edits);
      if (i == 0)
        g_assert_true (gtk_widget_activate_action (GTK_WIDGET (fixture.window.canvas), "designer.move", "(su)", id, 0));
      else
        g_assert_true (gtk_widget_activate_action (GTK_WIDGET (fixture.window.canvas), "designer.mark-after", "s", id));

      dialog = designer_fixture_dialog (&fixture.window);
      g_assert_cmpstr (adw_alert_dialog_get_heading (dialog), ==, "Change Not Saved");
      g_assert_nonnull (strstr (adw_alert_dialog_get_body (dialog), "was deleted"));
      adw_dialog_force_close (ADW_DIALOG (dialog));
      designer_fixture_settle (&fixture.window);
      g_assert_false (sc_design_has_unsaved (fixture.window.design));
      close_both (&fixture);
    }
}

static void
test_what_is_decided_later_waits (void)
{
  Fixture fixture;
  AdwAlertDialog *dialog;

  open_twice (&fixture);
  designer_fixture_type (find_row (&fixture, GOAL), "My goal");
  set_elsewhere (&fixture, NULL, "Their goal");
  designer_fixture_settle (&fixture.window);
  sc_text_row_commit (SC_TEXT_ROW (find_row (&fixture, GOAL)));
  dialog = designer_fixture_dialog (&fixture.window);
  g_signal_emit_by_name (dialog, "response", "later");
  adw_dialog_force_close (ADW_DIALOG (dialog));

  g_assert_true (sc_designer_view_has_unsaved (fixture.window.view));
  g_assert_cmpstr (get_stage (&fixture)->goal, ==, "My goal");

  g_assert_true (gtk_widget_activate_action (GTK_WIDGET (fixture.window.canvas), "designer.save-again", NULL));
  designer_fixture_respond (&fixture.window, designer_fixture_dialog (&fixture.window), "mine");
  g_assert_cmpstr (get_stage (&fixture)->goal, ==, "My goal");
  close_both (&fixture);
}

static void
test_a_stage_that_others_delete_is_asked_about (void)
{
  Fixture fixture;
  AdwAlertDialog *dialog;
  g_autoptr (ScVersion) version = NULL;
  g_autoptr (ScStage) stage = NULL;
  g_autoptr (GPtrArray) edits = NULL;

  open_twice (&fixture);
  designer_fixture_type (find_row (&fixture, GOAL), "My goal");
  stage = begin_elsewhere (&fixture, &version);
  edits = sc_remove_stage (version, stage->id);
  write_elsewhere (&fixture, edits);

  dialog = designer_fixture_dialog (&fixture.window);
  assert_tells (dialog, "Stage “Presentation”");
  designer_fixture_respond (&fixture.window, dialog, "mine");
  g_assert_cmpuint (designer_fixture_version (&fixture.window)->stages->len, ==, 7);
  close_both (&fixture);
}

/* The line of a list, the last for the one that adds. */
static GtkWidget *
find_line (Fixture *self,
           guint    position)
{
  GtkWidget *inspector = designer_fixture_find (self->window.window, SC_TYPE_STAGE_INSPECTOR, NULL);
  GtkWidget *list = designer_fixture_find (inspector, SC_TYPE_LIST_EDITOR, NULL);

  return designer_fixture_line (list, position);
}

static const char *
get_criterion (Fixture *self,
               guint    position)
{
  return ((ScCriterion *) get_stage (self)->criteria->pdata[position])->text;
}

static void
test_a_line_that_is_typed_in_stays (void)
{
  Fixture fixture;
  g_autoptr (ScVersion) version = NULL;
  g_autoptr (ScStage) stage = NULL;
  g_autofree char *typed = NULL;
  ScCriterion *criterion;

  /* Others add in front. */
  open_twice (&fixture);
  gtk_widget_grab_focus (find_line (&fixture, 1));
  designer_fixture_type (find_line (&fixture, 1), "Mine");
  stage = begin_elsewhere (&fixture, &version);
  g_ptr_array_insert (stage->criteria, 0, sc_criterion_new (NULL, "Theirs"));
  end_elsewhere (&fixture, version, stage);
  designer_fixture_settle (&fixture.window);

  typed = sc_text_area_dup_text (SC_TEXT_AREA (find_line (&fixture, 2)));
  g_assert_cmpstr (typed, ==, "Mine");
  g_assert_true (gtk_widget_has_focus (sc_text_area_get_view (SC_TEXT_AREA (find_line (&fixture, 2)))));
  designer_fixture_enter (&fixture.window, find_line (&fixture, 2), NULL);
  g_assert_cmpstr (get_criterion (&fixture, 0), ==, "Theirs");
  g_assert_cmpstr (get_criterion (&fixture, 2), ==, "Mine");
  g_assert_cmpuint (get_stage (&fixture)->criteria->len, ==, 3);

  /* Others change the very line: both stay. */
  designer_fixture_type (find_line (&fixture, 0), "Mine too");
  g_clear_pointer (&stage, sc_stage_unref);
  g_clear_pointer (&version, sc_version_unref);
  stage = begin_elsewhere (&fixture, &version);
  criterion = stage->criteria->pdata[0];
  g_set_str (&criterion->text, "Theirs now");
  end_elsewhere (&fixture, version, stage);
  designer_fixture_settle (&fixture.window);
  designer_fixture_enter (&fixture.window, find_line (&fixture, 3), NULL);
  g_assert_cmpstr (get_criterion (&fixture, 0), ==, "Theirs now");
  g_assert_cmpstr (get_criterion (&fixture, 3), ==, "Mine too");
  close_both (&fixture);
}

static void
test_a_tactic_that_is_typed_in_stays (void)
{
  Fixture fixture;
  g_autoptr (ScVersion) version = NULL;
  g_autoptr (ScStage) stage = NULL;
  GtkWidget *inspector;
  GtkWidget *row;
  const ScTactic *tactic;

  open_twice (&fixture);
  inspector = designer_fixture_find (fixture.window.window, SC_TYPE_STAGE_INSPECTOR, NULL);
  row = designer_fixture_find (inspector, SC_TYPE_TACTIC_ROW, "Objections");
  designer_fixture_type (designer_fixture_find (row, SC_TYPE_TEXT_ROW, NULL), "Mine");
  stage = begin_elsewhere (&fixture, &version);
  g_ptr_array_insert (stage->tactics, 0, sc_tactic_new ("First", "Theirs"));
  end_elsewhere (&fixture, version, stage);
  designer_fixture_settle (&fixture.window);

  sc_tactic_row_commit (SC_TACTIC_ROW (row));
  designer_fixture_settle (&fixture.window);
  g_assert_cmpuint (get_stage (&fixture)->tactics->len, ==, 3);
  tactic = get_stage (&fixture)->tactics->pdata[0];
  g_assert_cmpstr (tactic->text, ==, "Theirs");
  tactic = get_stage (&fixture)->tactics->pdata[1];
  g_assert_cmpstr (tactic->title, ==, "Objections");
  g_assert_cmpstr (tactic->text, ==, "Mine");
  close_both (&fixture);
}

static void
test_a_description_that_both_change_is_asked_about (void)
{
  Fixture fixture;
  GtkWidget *row;
  AdwAlertDialog *dialog;
  g_autoptr (ScProcess) process = NULL;
  g_autoptr (ScOutcome) outcome = NULL;
  g_autofree char *text = NULL;

  open_twice (&fixture);
  sc_designer_view_select_stage (fixture.window.view, NULL);
  row = designer_fixture_row (&fixture.window, SC_TYPE_PROCESS_INSPECTOR, "Description");
  designer_fixture_type (row, "Mine");
  process = sc_store_load_process (fixture.store, fixture.window.process_id, NULL);
  outcome = sc_command_run (sc_command_describe_process (process, "Theirs"), fixture.store, NULL, NULL);
  g_assert_nonnull (outcome);
  wait_until (sc_text_row_get_base (SC_TEXT_ROW (row)) != NULL);

  sc_text_row_commit (SC_TEXT_ROW (row));
  dialog = designer_fixture_dialog (&fixture.window);
  assert_tells (dialog, "Theirs");
  designer_fixture_respond (&fixture.window, dialog, "theirs");
  text = sc_text_row_dup_text (SC_TEXT_ROW (row));
  g_assert_cmpstr (text, ==, "Theirs");
  close_both (&fixture);
}

/* Nor does it need a look at what others wrote a moment before. */
static void
test_loss_reasons_go_together (void)
{
  static const char *const theirs[] = { "Price", "Their reason", NULL };
  static const char *const mine[] = { "Price", "My reason", NULL };
  Fixture fixture;
  ScListEditor *list;
  g_autoptr (ScProcess) process = NULL;
  g_autoptr (ScOutcome) outcome = NULL;
  g_auto (GStrv) before = NULL;
  g_auto (GStrv) after = NULL;

  open_twice (&fixture);
  sc_designer_view_select_stage (fixture.window.view, NULL);
  list = SC_LIST_EDITOR (designer_fixture_find (designer_fixture_find (fixture.window.window, SC_TYPE_PROCESS_INSPECTOR, NULL),
                                                SC_TYPE_LIST_EDITOR, NULL));
  before = sc_list_editor_dup_texts (list);
  process = sc_store_load_process (fixture.store, fixture.window.process_id, NULL);
  outcome = sc_command_run (sc_command_set_loss_reasons (process, (const char *const *) before, theirs),
                            fixture.store, NULL, NULL);
  g_assert_nonnull (outcome);

  sc_list_editor_set_texts (list, mine);
  g_signal_emit_by_name (list, "commit");
  designer_fixture_settle (&fixture.window);
  after = sc_store_list_loss_reasons (fixture.store, fixture.window.process_id, NULL);
  g_assert_true (g_strv_contains ((const char *const *) after, "Their reason"));
  g_assert_true (g_strv_contains ((const char *const *) after, "My reason"));
  close_both (&fixture);
}

/* Editing in place on the canvas starts from what stood there. */
static void
test_a_name_on_the_canvas_is_asked_about (void)
{
  Fixture fixture;
  GtkWidget *entry;

  open_twice (&fixture);
  designer_fixture_do (&fixture.window, "designer.edit-name", g_variant_new_string (get_stage (&fixture)->id));
  entry = designer_fixture_find (designer_fixture_card (&fixture.window, 2), GTK_TYPE_ENTRY, NULL);
  gtk_editable_set_text (GTK_EDITABLE (entry), "My name");
  set_elsewhere (&fixture, "Their name", NULL);
  designer_fixture_settle (&fixture.window);
  g_signal_emit_by_name (entry, "activate");
  designer_fixture_respond (&fixture.window, designer_fixture_dialog (&fixture.window), "theirs");
  g_assert_cmpstr (get_stage (&fixture)->name, ==, "Their name");

  /* A name that is left as it was takes nothing back. */
  designer_fixture_do (&fixture.window, "designer.edit-name", g_variant_new_string (get_stage (&fixture)->id));
  set_elsewhere (&fixture, "Their next name", NULL);
  designer_fixture_settle (&fixture.window);
  g_signal_emit_by_name (entry, "activate");
  designer_fixture_settle (&fixture.window);
  g_assert_cmpstr (get_stage (&fixture)->name, ==, "Their next name");
  close_both (&fixture);
}

int
main (int    argc,
      char **argv)
{
  designer_fixture_init (&argc, &argv);

  g_test_add_func ("/designer/elsewhere/a-field-that-both-change-is-asked-about",
                   test_a_field_that_both_change_is_asked_about);
  g_test_add_func ("/designer/elsewhere/a-name-and-a-number-too", test_a_name_and_a_number_too);
  g_test_add_func ("/designer/elsewhere/different-fields-go-together-unasked",
                   test_different_fields_go_together_unasked);
  g_test_add_func ("/designer/elsewhere/the-same-at-the-same-time-is-asked-about",
                   test_the_same_at_the_same_time_is_asked_about);
  g_test_add_func ("/designer/elsewhere/an-answer-is-for-what-was-asked", test_an_answer_is_for_what_was_asked);
  g_test_add_func ("/designer/elsewhere/what-can-not-be-done-any-more-is-told",
                   test_what_can_not_be_done_any_more_is_told);
  g_test_add_func ("/designer/elsewhere/what-is-decided-later-waits", test_what_is_decided_later_waits);
  g_test_add_func ("/designer/elsewhere/a-stage-that-others-delete-is-asked-about",
                   test_a_stage_that_others_delete_is_asked_about);
  g_test_add_func ("/designer/elsewhere/a-line-that-is-typed-in-stays", test_a_line_that_is_typed_in_stays);
  g_test_add_func ("/designer/elsewhere/a-tactic-that-is-typed-in-stays", test_a_tactic_that_is_typed_in_stays);
  g_test_add_func ("/designer/elsewhere/a-description-that-both-change-is-asked-about",
                   test_a_description_that_both_change_is_asked_about);
  g_test_add_func ("/designer/elsewhere/loss-reasons-go-together", test_loss_reasons_go_together);
  g_test_add_func ("/designer/elsewhere/a-name-on-the-canvas-is-asked-about",
                   test_a_name_on_the_canvas_is_asked_about);

  return designer_fixture_run ();
}
