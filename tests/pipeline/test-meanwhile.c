/* SPDX-License-Identifier: GPL-3.0-or-later */

/* Dialogs and drags of the board do what they show, whatever another window
 * does meanwhile. */

#include "pipeline/pipeline-fixture.h"

#include "deal/sc-deal-actions.h"
#include "deal/sc-gate-dialog.h"
#include "deal/sc-refused-dialog.h"
#include "deal/sc-step-dialog.h"
#include "elsewhere.h"
#include "model/sc-edit.h"
#include "pipeline/sc-pipeline.h"
#include "pipeline/sc-rename-popover.h"
#include "unsaved/sc-unsaved.h"

typedef struct {
  PipelineFixture *window;
  Elsewhere *elsewhere;
  gint64 one;
  gint64 two;
} Fixture;

static void
set_up (Fixture      *self,
        gconstpointer data)
{
  self->window = pipeline_fixture_new ();
  self->two = change_fixture_add (self->window->change, "two", "A");
  self->one = change_fixture_add (self->window->change, "one", "A");
  self->elsewhere = elsewhere_new (self->window->change->base->path, self->window->change->process_id);
  pipeline_fixture_show (self->window);
}

static void
tear_down (Fixture      *self,
           gconstpointer data)
{
  elsewhere_free (self->elsewhere);
  pipeline_fixture_free (self->window);
}

static const char *
get_stage (Fixture    *self,
           const char *name)
{
  return change_fixture_get_stage (self->window->change, name);
}

static void
wait_for_refusal (Fixture    *self,
                  const char *why)
{
  AdwDialog *dialog = pipeline_fixture_wait_for_dialog (self->window, ADW_TYPE_ALERT_DIALOG);

  g_assert_cmpstr (adw_alert_dialog_get_heading (ADW_ALERT_DIALOG (dialog)), ==, "The Change Was Not Saved");
  g_assert_nonnull (strstr (adw_alert_dialog_get_body (ADW_ALERT_DIALOG (dialog)), why));
  adw_dialog_force_close (dialog);
}

static void
move_all_the_same (Fixture *self)
{
  pipeline_fixture_respond (pipeline_fixture_wait_for_dialog (self->window, SC_TYPE_GATE_DIALOG), "move");
  pipeline_fixture_respond (pipeline_fixture_wait_for_dialog (self->window, SC_TYPE_STEP_DIALOG), "cancel");
}

/* The dialog is there still with the reason that was entered. */
static void
check_reason_and_close (Fixture *self)
{
  AdwDialog *dialog = pipeline_fixture_wait_for_dialog (self->window, SC_TYPE_REFUSED_DIALOG);
  g_autofree char *reason = sc_refused_dialog_get_reason (SC_REFUSED_DIALOG (dialog));

  g_assert_cmpstr (reason, ==, "Price");
  adw_dialog_force_close (dialog);
}

/* Nobody is moved, refused or completed where somebody stands elsewhere by now. */
static void
test_several_are_those_that_were_shown (Fixture      *self,
                                        gconstpointer action)
{
  g_autoptr (ScDealActions) actions = sc_deal_actions_new (GTK_WIDGET (self->window->view));
  GActionGroup *group = sc_deal_actions_get_group (actions);
  g_autoptr (ScDeal) deal = change_fixture_load (self->window->change, self->one);
  g_autoptr (GArray) ids = g_array_new (FALSE, FALSE, sizeof (gint64));
  gboolean is_refusal = g_str_equal (action, "refuse");
  AdwDialog *dialog;

  g_array_append_val (ids, self->one);
  g_array_append_val (ids, self->two);
  sc_deal_actions_set_place (actions, self->window->change->store, self->window->change->version);
  sc_deal_actions_set_many (actions, deal, ids);
  g_action_group_activate_action (group, action, is_refusal ? NULL : g_variant_new_string (get_stage (self, "B")));
  dialog = pipeline_fixture_wait_for_dialog (self->window, is_refusal ? SC_TYPE_REFUSED_DIALOG : SC_TYPE_GATE_DIALOG);
  if (is_refusal)
    gtk_editable_set_text (pipeline_fixture_find (GTK_WIDGET (dialog), ADW_TYPE_ENTRY_ROW, 0), "Price");

  elsewhere_move_deal (self->elsewhere, self->two, get_stage (self, "C"));
  if (is_refusal)
    g_signal_emit_by_name (adw_dialog_get_default_widget (dialog), "clicked");
  else
    pipeline_fixture_respond (dialog, "move");
  if (!is_refusal)
    pipeline_fixture_respond (pipeline_fixture_wait_for_dialog (self->window, SC_TYPE_STEP_DIALOG), "cancel");
  wait_for_refusal (self, "“two” was moved meanwhile");
  pipeline_fixture_wait_for_board (self->window, "A: one; C: two");
  if (is_refusal)
    check_reason_and_close (self);
}

static gboolean
is_lost (PipelineFixture *self,
         gpointer         deal_id)
{
  g_autoptr (ScDeal) deal = change_fixture_load (self->change, *(gint64 *) deal_id);

  return deal->status == SC_DEAL_LOST && g_strcmp0 (deal->loss_reason, "Price") == 0;
}

static gboolean
has_no_dialog (PipelineFixture *self,
               gpointer         data)
{
  return adw_window_get_visible_dialog (self->window) == NULL;
}

/* The dialog is there still with the reason that was entered. */
static void
confirm_with_price (Fixture *self)
{
  AdwDialog *dialog = pipeline_fixture_wait_for_dialog (self->window, SC_TYPE_REFUSED_DIALOG);
  g_autofree char *reason = sc_refused_dialog_get_reason (SC_REFUSED_DIALOG (dialog));

  g_assert_cmpstr (reason, ==, "Price");
  g_signal_emit_by_name (adw_dialog_get_default_widget (dialog), "clicked");
}

/* The reason is not to be entered again, and what others did is not passed over. */
static void
test_a_reason_is_kept (Fixture      *self,
                       gconstpointer data)
{
  g_autoptr (ScDealActions) actions = sc_deal_actions_new (GTK_WIDGET (self->window->view));
  GActionGroup *group = sc_deal_actions_get_group (actions);
  g_autoptr (ScDeal) one = change_fixture_load (self->window->change, self->one);
  g_autoptr (ScDeal) two = change_fixture_load (self->window->change, self->two);
  AdwDialog *dialog;

  sc_deal_actions_set_place (actions, self->window->change->store, self->window->change->version);
  sc_deal_actions_set_deal (actions, one);
  g_action_group_activate_action (group, "refuse", NULL);
  dialog = pipeline_fixture_wait_for_dialog (self->window, SC_TYPE_REFUSED_DIALOG);
  gtk_editable_set_text (pipeline_fixture_find (GTK_WIDGET (dialog), ADW_TYPE_ENTRY_ROW, 0), "Price");
  elsewhere_move_deal (self->elsewhere, self->one, get_stage (self, "C"));
  g_signal_emit_by_name (adw_dialog_get_default_widget (dialog), "clicked");
  wait_for_refusal (self, "The deal was moved meanwhile");
  pipeline_fixture_wait_for_board (self->window, "A: two; C: one");
  confirm_with_price (self);
  pipeline_fixture_wait (self->window, is_lost, &self->one);
  pipeline_fixture_wait (self->window, has_no_dialog, NULL);

  sc_deal_actions_set_deal (actions, two);
  g_action_group_activate_action (group, "refuse", NULL);
  dialog = pipeline_fixture_wait_for_dialog (self->window, SC_TYPE_REFUSED_DIALOG);
  gtk_editable_set_text (pipeline_fixture_find (GTK_WIDGET (dialog), ADW_TYPE_ENTRY_ROW, 0), "Price");
  elsewhere_delete_deal (self->elsewhere, self->two);
  g_signal_emit_by_name (adw_dialog_get_default_widget (dialog), "clicked");
  wait_for_refusal (self, "There is no deal");
  confirm_with_price (self);
  wait_for_refusal (self, "There is no deal");
}

/* What is answered is not answered for what was not on show. */
static void
test_other_criteria_are_not_passed_over (Fixture      *self,
                                         gconstpointer data)
{
  g_autoptr (ScDeal) taken = change_fixture_load (self->window->change, self->one);
  g_autoptr (ScStage) stage = sc_stage_copy (sc_version_get_stage (self->window->change->version, 0));
  g_autoptr (GPtrArray) edits = sc_edits_new ();

  g_signal_emit_by_name (pipeline_fixture_get_column (self->window, 1), "dropped", taken, (gint64) 0);
  pipeline_fixture_wait_for_dialog (self->window, SC_TYPE_GATE_DIALOG);
  sc_stage_add_criterion (stage, "More is done");
  g_ptr_array_add (edits, sc_edit_replace_stage (self->window->change->version, stage));
  elsewhere_run (self->elsewhere, sc_command_edit_version (self->window->change->process_id, "Theirs", edits));
  elsewhere_publish (self->elsewhere);
  move_all_the_same (self);
  wait_for_refusal (self, "exit criteria of “A” were changed meanwhile");
  pipeline_fixture_wait_for_board (self->window, "A: one two");
}

/* One that was taken before somebody else moved or deleted it. */
static void
test_a_dragged_card_is_the_one_that_was_taken (Fixture      *self,
                                               gconstpointer data)
{
  ScStageColumn *column = pipeline_fixture_get_column (self->window, 1);
  g_autoptr (ScDeal) taken = change_fixture_load (self->window->change, self->one);

  elsewhere_move_deal (self->elsewhere, self->one, get_stage (self, "C"));
  g_signal_emit_by_name (column, "dropped", taken, (gint64) 0);
  move_all_the_same (self);
  wait_for_refusal (self, "“one” was moved meanwhile");
  pipeline_fixture_wait_for_board (self->window, "A: two; C: one");

  elsewhere_delete_deal (self->elsewhere, self->one);
  g_signal_emit_by_name (column, "dropped", taken, (gint64) 0);
  move_all_the_same (self);
  wait_for_refusal (self, "There is no deal");
  pipeline_fixture_wait_for_board (self->window, "A: two");
}

static void
test_in_front_of_one_that_is_gone (Fixture      *self,
                                   gconstpointer data)
{
  gint64 three = change_fixture_add (self->window->change, "three", "B");
  g_autoptr (ScDeal) taken = change_fixture_load (self->window->change, three);

  elsewhere_move_deal (self->elsewhere, self->one, get_stage (self, "C"));
  g_signal_emit_by_name (pipeline_fixture_get_column (self->window, 0), "dropped", taken, self->one);
  wait_for_refusal (self, "not in the stage any more");
  pipeline_fixture_wait_for_board (self->window, "A: two; B: three; C: one");
}

/* A card that is waited for and does not come holds up no other. */
static void
test_another_card_can_be_moved (Fixture      *self,
                                gconstpointer data)
{
  pipeline_fixture_focus (self->window, "A", self->one);
  g_signal_emit_by_name (pipeline_fixture_get_column (self->window, 0), "move", 1, 0);
  pipeline_fixture_wait_for_dialog (self->window, SC_TYPE_GATE_DIALOG);
  elsewhere_delete_deal (self->elsewhere, self->one);
  move_all_the_same (self);
  wait_for_refusal (self, "There is no deal");
  pipeline_fixture_wait_for_board (self->window, "A: two");

  pipeline_fixture_focus (self->window, "A", self->two);
  g_signal_emit_by_name (pipeline_fixture_get_column (self->window, 0), "move", 1, 0);
  move_all_the_same (self);
  pipeline_fixture_wait_for_board (self->window, "B: two");
}

static gboolean
is_board_free (PipelineFixture *self,
               gpointer         popover)
{
  return !gtk_widget_get_visible (popover);
}

static gboolean
tells (PipelineFixture *self,
       gpointer         popover_and_text)
{
  const gpointer *both = popover_and_text;
  GtkLabel *label = pipeline_fixture_find (both[0], GTK_TYPE_LABEL, 0);

  return gtk_widget_get_mapped (GTK_WIDGET (label)) && strstr (gtk_label_get_label (label), both[1]) != NULL;
}

static GtkWidget *
rename_card (Fixture    *self,
             gint64      deal_id,
             const char *title)
{
  GtkWidget *popover = pipeline_fixture_find (GTK_WIDGET (self->window->view), SC_TYPE_RENAME_POPOVER, 0);
  GtkWidget *entry = pipeline_fixture_find (popover, GTK_TYPE_ENTRY, 0);
  ScStageColumn *column = pipeline_fixture_get_column (self->window, 0);
  guint position;
  g_autoptr (ScDealItem) item = NULL;

  g_assert_true (sc_deal_list_find (SC_DEAL_LIST (sc_stage_column_get_deals (column)), deal_id, &position));
  item = g_list_model_get_item (sc_stage_column_get_deals (column), position);
  g_signal_emit_by_name (column, "rename", item);
  gtk_editable_set_text (GTK_EDITABLE (entry), title);

  return popover;
}

/* A title that is refused stays where it was typed, with the reason. */
static void
test_a_refused_title_is_kept (Fixture      *self,
                              gconstpointer data)
{
  GtkWidget *popover, *entry;
  gpointer changed[2], gone[2];

  pipeline_fixture_focus (self->window, "A", self->one);
  popover = rename_card (self, self->one, "mine");
  entry = pipeline_fixture_find (popover, GTK_TYPE_ENTRY, 0);
  elsewhere_retitle_deal (self->elsewhere, self->one, "theirs");
  g_signal_emit_by_name (entry, "activate");
  g_assert_true (gtk_widget_get_visible (popover));
  changed[0] = gone[0] = popover;
  changed[1] = (gpointer) "Somebody else has changed it meanwhile.";
  pipeline_fixture_wait (self->window, tells, changed);
  g_assert_cmpstr (gtk_editable_get_text (GTK_EDITABLE (entry)), ==, "mine");
  pipeline_fixture_wait_for_board (self->window, "A: theirs two");

  g_signal_emit_by_name (entry, "activate");
  g_signal_emit_by_name (entry, "activate");
  pipeline_fixture_wait_for_board (self->window, "A: mine two");
  pipeline_fixture_wait (self->window, is_board_free, popover);

  rename_card (self, self->two, "other");
  elsewhere_delete_deal (self->elsewhere, self->two);
  g_signal_emit_by_name (entry, "activate");
  gone[1] = (gpointer) "There is no deal";
  pipeline_fixture_wait (self->window, tells, gone);
  g_assert_true (gtk_widget_get_visible (popover));
  g_assert_cmpstr (gtk_editable_get_text (GTK_EDITABLE (entry)), ==, "other");
  g_assert_null (adw_window_get_visible_dialog (self->window->window));
  gtk_popover_popdown (GTK_POPOVER (popover));
}

/* As a click beside it closes it. */
static void
test_a_title_that_is_left_is_saved (Fixture      *self,
                                    gconstpointer data)
{
  GtkWidget *popover;

  pipeline_fixture_focus (self->window, "A", self->one);
  popover = rename_card (self, self->one, "mine");
  g_assert_cmpint (sc_unsaved_get_state_in (GTK_WIDGET (self->window->view)), ==, SC_SAVE_STATE_UNSAVED);
  gtk_popover_popdown (GTK_POPOVER (popover));
  g_assert_cmpint (sc_unsaved_get_state_in (GTK_WIDGET (self->window->view)), ==, SC_SAVE_STATE_SAVING);
  pipeline_fixture_wait_for_board (self->window, "A: mine two");
  pipeline_fixture_wait (self->window, is_board_free, popover);

  rename_card (self, self->two, "mine too");
  sc_unsaved_commit_in (GTK_WIDGET (self->window->view));
  pipeline_fixture_wait_for_board (self->window, "A: mine mine too");
  pipeline_fixture_wait (self->window, is_board_free, popover);

  rename_card (self, self->one, "not this");
  sc_unsaved_give_up_in (GTK_WIDGET (self->window->view));
  g_assert_false (gtk_widget_get_visible (popover));
  g_assert_cmpint (sc_unsaved_get_state_in (GTK_WIDGET (self->window->view)), ==, SC_SAVE_STATE_SAVED);
  pipeline_fixture_wait_for_board (self->window, "A: mine mine too");
}

static gboolean
shows_column (PipelineFixture *self,
              gpointer         names)
{
  const char *const *both = names;
  GtkWidget *column;
  gboolean is_shown = FALSE;
  gboolean is_gone = TRUE;

  for (guint i = 0; (column = GTK_WIDGET (pipeline_fixture_get_column (self, i))) != NULL; i++)
    {
      const char *name = sc_stage_column_get_stage (SC_STAGE_COLUMN (column))->name;

      is_gone = is_gone && g_strcmp0 (name, both[1]) != 0;
      if (gtk_widget_get_visible (column) != g_str_equal (name, both[0]))
        return FALSE;
      is_shown = is_shown || gtk_widget_get_visible (column);
    }

  return is_shown && is_gone;
}

/* One column is on show, and stays so when others come or go before it. */
static void
test_the_column_on_show_stays (Fixture      *self,
                               gconstpointer data)
{
  ScBoard *board = pipeline_fixture_find (GTK_WIDGET (self->window->view), SC_TYPE_BOARD, 0);
  GtkDropDown *stages = pipeline_fixture_find (GTK_WIDGET (board), GTK_TYPE_DROP_DOWN, 0);
  const struct {
    const char *deleted;
    const char *shown;
  } steps[] = { { "B", "D" }, { "D", "E" }, { "F", "E" }, { "E", "C" } };

  sc_board_set_narrow (board, TRUE);
  gtk_drop_down_set_selected (stages, 3);
  for (guint i = 0; i < G_N_ELEMENTS (steps); i++)
    {
      const char *names[] = { steps[i].shown, steps[i].deleted };

      elsewhere_delete_stage (self->elsewhere, get_stage (self, steps[i].deleted));
      elsewhere_publish (self->elsewhere);
      pipeline_fixture_wait (self->window, shows_column, names);
    }
}

int
main (int    argc,
      char **argv)
{
  g_test_init (&argc, &argv, NULL);
  adw_init ();
  sc_pipeline_init ();

  g_test_add ("/meanwhile/several-are-those-that-were-shown/refuse", Fixture, "refuse", set_up,
              test_several_are_those_that_were_shown, tear_down);
  g_test_add ("/meanwhile/several-are-those-that-were-shown/move", Fixture, "move-to", set_up,
              test_several_are_those_that_were_shown, tear_down);
  g_test_add ("/meanwhile/a-dragged-card-is-the-one-that-was-taken", Fixture, NULL, set_up,
              test_a_dragged_card_is_the_one_that_was_taken, tear_down);
  g_test_add ("/meanwhile/other-criteria-are-not-passed-over", Fixture, NULL, set_up,
              test_other_criteria_are_not_passed_over, tear_down);
  g_test_add ("/meanwhile/in-front-of-one-that-is-gone", Fixture, NULL, set_up, test_in_front_of_one_that_is_gone, tear_down);
  g_test_add ("/meanwhile/another-card-can-be-moved", Fixture, NULL, set_up, test_another_card_can_be_moved, tear_down);
  g_test_add ("/meanwhile/a-reason-is-kept", Fixture, NULL, set_up, test_a_reason_is_kept, tear_down);
  g_test_add ("/meanwhile/a-refused-title-is-kept", Fixture, NULL, set_up, test_a_refused_title_is_kept, tear_down);
  g_test_add ("/meanwhile/a-title-that-is-left-is-saved", Fixture, NULL, set_up, test_a_title_that_is_left_is_saved, tear_down);
  g_test_add ("/meanwhile/the-column-on-show-stays", Fixture, NULL, set_up, test_the_column_on_show_stays, tear_down);

  return g_test_run ();
}
