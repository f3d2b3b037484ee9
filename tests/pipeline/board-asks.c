/* SPDX-License-Identifier: GPL-3.0-or-later */

/* What the board asks before a deal leaves its stage, and after. */

#include <adwaita.h>

#include "deal/sc-deal-actions.h"
#include "deal/sc-gate-dialog.h"
#include "deal/sc-refused-dialog.h"
#include "deal/sc-step-dialog.h"
#include "model/sc-edit.h"
#include "pipeline/board-tests.h"
#include "pipeline/pipeline-fixture.h"

static gboolean
has_event (PipelineFixture *self,
           gint64           deal_id,
           const char      *field)
{
  g_autoptr (GError) error = NULL;
  g_autoptr (GPtrArray) events = sc_store_list_events (self->change->store, deal_id, &error);

  g_assert_no_error (error);
  for (guint i = 0; i < events->len; i++)
    if (g_str_equal (((ScDealEvent *) events->pdata[i])->field, field))
      return TRUE;

  return FALSE;
}

static void
test_asks_for_what_is_not_ticked (void)
{
  g_autoptr (PipelineFixture) self = pipeline_fixture_new ();
  AdwDialog *dialog;
  GtkWidget *check;
  gint64 one, two;

  two = change_fixture_add (self->change, "two", "A");
  one = change_fixture_add (self->change, "one", "A");
  pipeline_fixture_show (self);

  /* Ticked there and then: nothing is overridden. */
  pipeline_fixture_focus (self, "A", one);
  g_signal_emit_by_name (pipeline_fixture_get_column (self, 0), "move", 1, 0);
  dialog = pipeline_fixture_wait_for_dialog (self, SC_TYPE_GATE_DIALOG);
  check = pipeline_fixture_find (GTK_WIDGET (dialog), GTK_TYPE_CHECK_BUTTON, 0);
  gtk_check_button_set_active (GTK_CHECK_BUTTON (check), TRUE);
  pipeline_fixture_respond (dialog, "move");
  dialog = pipeline_fixture_wait_for_dialog (self, SC_TYPE_STEP_DIALOG);
  pipeline_fixture_respond (dialog, "cancel");
  pipeline_fixture_wait_for_board (self, "A: two; B: one");
  g_assert_true (has_event (self, one, "criterion"));
  g_assert_false (has_event (self, one, "overridden"));

  /* Moved all the same: that is recorded. */
  pipeline_fixture_focus (self, "A", two);
  g_signal_emit_by_name (pipeline_fixture_get_column (self, 0), "move", 1, 0);
  board_tests_let_it_move (self);
  pipeline_fixture_wait_for_board (self, "B: two one");
  g_assert_true (has_event (self, two, "overridden"));
}

static void
test_stays_when_the_question_is_cancelled (void)
{
  g_autoptr (PipelineFixture) self = pipeline_fixture_new ();
  AdwDialog *dialog;
  gint64 one;

  one = change_fixture_add (self->change, "one", "A");
  pipeline_fixture_show (self);
  pipeline_fixture_focus (self, "A", one);
  g_signal_emit_by_name (pipeline_fixture_get_column (self, 0), "move", 1, 0);
  dialog = pipeline_fixture_wait_for_dialog (self, SC_TYPE_GATE_DIALOG);
  pipeline_fixture_respond (dialog, "cancel");

  pipeline_fixture_wait_for_board (self, "A: one");
  pipeline_fixture_wait_for_focus (self, "A", one);
}

static ScDealActions *
create_actions (PipelineFixture *self)
{
  ScDealActions *actions = sc_deal_actions_new (GTK_WIDGET (self->view));

  sc_deal_actions_set_place (actions, self->change->store, self->change->version);

  return actions;
}

static ScDeal *
wait_for_next_step (PipelineFixture *self,
                    gint64           deal_id)
{
  ScDeal *deal = change_fixture_load (self->change, deal_id);

  for (gint64 end = 0; deal->next_step == NULL;)
    {
      patience_spend (&end, "a next step");
      sc_deal_unref (deal);
      deal = change_fixture_load (self->change, deal_id);
    }

  return deal;
}

/* Several at once are asked for together, those that go on. */
static void
test_asks_for_several_at_once (void)
{
  g_autoptr (PipelineFixture) self = pipeline_fixture_new ();
  g_autoptr (ScDealActions) actions = create_actions (self);
  g_autoptr (GArray) ids = g_array_new (FALSE, FALSE, sizeof (gint64));
  gint64 one = change_fixture_add (self->change, "one", "A");
  gint64 two = change_fixture_add (self->change, "two", "B");
  gint64 three = change_fixture_add (self->change, "three", "D");
  g_autoptr (ScDeal) deal = NULL;
  AdwDialog *dialog;

  g_array_append_val (ids, one);
  g_array_append_val (ids, two);
  g_array_append_val (ids, three);
  pipeline_fixture_show (self);
  deal = change_fixture_load (self->change, one);
  sc_deal_actions_set_many (actions, deal, ids);
  g_action_group_activate_action (sc_deal_actions_get_group (actions), "move-to",
                                  g_variant_new_string (change_fixture_get_stage (self->change, "C")));

  dialog = pipeline_fixture_wait_for_dialog (self, SC_TYPE_GATE_DIALOG);
  g_assert_nonnull (pipeline_fixture_find (GTK_WIDGET (dialog), ADW_TYPE_EXPANDER_ROW, 1));
  g_assert_null (pipeline_fixture_find (GTK_WIDGET (dialog), ADW_TYPE_EXPANDER_ROW, 2));
  gtk_check_button_set_active (pipeline_fixture_find (GTK_WIDGET (dialog), GTK_TYPE_CHECK_BUTTON, 0), TRUE);
  pipeline_fixture_respond (dialog, "move");

  dialog = pipeline_fixture_wait_for_dialog (self, SC_TYPE_STEP_DIALOG);
  gtk_editable_set_text (pipeline_fixture_find (GTK_WIDGET (dialog), ADW_TYPE_ENTRY_ROW, 0), "Call them");
  pipeline_fixture_respond (dialog, "add");
  pipeline_fixture_wait_for_board (self, "C: one two three");
  g_assert_true (has_event (self, one, "criterion"));
  g_assert_false (has_event (self, one, "overridden"));
  g_assert_true (has_event (self, two, "overridden"));
  g_assert_false (has_event (self, three, "overridden"));

  g_clear_pointer (&deal, sc_deal_unref);
  deal = wait_for_next_step (self, two);
  g_assert_cmpstr (deal->next_step, ==, "Call them");
  g_clear_pointer (&deal, sc_deal_unref);
  deal = change_fixture_load (self->change, three);
  g_assert_null (deal->next_step);
}

static gboolean
has_left (PipelineFixture *self,
          gpointer         deal_id)
{
  g_autoptr (ScDeal) deal = change_fixture_load (self->change, *(gint64 *) deal_id);

  return deal->status == SC_DEAL_COMPLETED;
}

static gboolean
is_lost (PipelineFixture *self,
         gpointer         deal_id)
{
  g_autoptr (ScDeal) deal = change_fixture_load (self->change, *(gint64 *) deal_id);

  return deal->status == SC_DEAL_LOST && g_strcmp0 (deal->loss_reason, "Too dear") == 0;
}

/* One reason for all of them, and all come back together. */
static void
test_several_leave_at_once (void)
{
  g_autoptr (PipelineFixture) self = pipeline_fixture_new ();
  g_autoptr (ScDealActions) actions = create_actions (self);
  GActionGroup *group = sc_deal_actions_get_group (actions);
  g_autoptr (GArray) ids = g_array_new (FALSE, FALSE, sizeof (gint64));
  gint64 one = change_fixture_add (self->change, "one", "D");
  gint64 two = change_fixture_add (self->change, "two", "D");
  g_autoptr (ScDeal) deal = change_fixture_load (self->change, one);
  AdwDialog *dialog;

  g_array_append_val (ids, one);
  g_array_append_val (ids, two);
  change_fixture_add (self->change, "rest", "A");
  pipeline_fixture_show (self);
  sc_deal_actions_set_many (actions, deal, ids);
  g_assert_true (g_action_group_get_action_enabled (group, "win"));
  g_assert_false (g_action_group_get_action_enabled (group, "complete"));

  g_action_group_activate_action (group, "refuse", NULL);
  dialog = pipeline_fixture_wait_for_dialog (self, SC_TYPE_REFUSED_DIALOG);
  gtk_editable_set_text (pipeline_fixture_find (GTK_WIDGET (dialog), ADW_TYPE_ENTRY_ROW, 0), "Too dear");
  g_signal_emit_by_name (adw_dialog_get_default_widget (dialog), "clicked");
  pipeline_fixture_wait (self, is_lost, &one);
  g_assert_true (is_lost (self, &two));
  change_fixture_run (self->change, sc_command_undo (SC_CHANGES_OF_WINDOW, NULL));
  pipeline_fixture_wait_for_board (self, "A: rest; D: two one");

  g_action_group_activate_action (group, "delete", NULL);
  pipeline_fixture_wait_for_board (self, "A: rest");
  change_fixture_run (self->change, sc_command_undo (SC_CHANGES_OF_WINDOW, NULL));
  pipeline_fixture_wait_for_board (self, "A: rest; D: two one");

  g_action_group_activate_action (group, "win", NULL);
  dialog = pipeline_fixture_wait_for_dialog (self, SC_TYPE_GATE_DIALOG);
  pipeline_fixture_respond (dialog, "move");
  dialog = pipeline_fixture_wait_for_dialog (self, SC_TYPE_STEP_DIALOG);
  pipeline_fixture_respond (dialog, "cancel");
  pipeline_fixture_wait_for_board (self, "A: rest; E: one two");

  g_clear_pointer (&deal, sc_deal_unref);
  deal = change_fixture_load (self->change, one);
  sc_deal_actions_set_many (actions, deal, ids);
  g_action_group_activate_action (group, "complete", NULL);
  dialog = pipeline_fixture_wait_for_dialog (self, SC_TYPE_GATE_DIALOG);
  pipeline_fixture_respond (dialog, "move");
  pipeline_fixture_wait_for_board (self, "A: rest");
  g_assert_true (has_left (self, &two));
}

/* So is a deal that leaves the board. */
static void
test_asks_before_it_is_completed (void)
{
  g_autoptr (PipelineFixture) self = pipeline_fixture_new ();
  g_autoptr (ScDealActions) actions = create_actions (self);
  gint64 id = change_fixture_add (self->change, "one", "F");
  g_autoptr (ScDeal) deal = change_fixture_load (self->change, id);
  AdwDialog *dialog;

  pipeline_fixture_show (self);
  sc_deal_actions_set_deal (actions, deal);
  g_action_group_activate_action (sc_deal_actions_get_group (actions), "complete", NULL);
  dialog = pipeline_fixture_wait_for_dialog (self, SC_TYPE_GATE_DIALOG);
  pipeline_fixture_respond (dialog, "cancel");
  g_assert_false (has_left (self, &id));

  g_action_group_activate_action (sc_deal_actions_get_group (actions), "complete", NULL);
  dialog = pipeline_fixture_wait_for_dialog (self, SC_TYPE_GATE_DIALOG);
  pipeline_fixture_respond (dialog, "move");
  pipeline_fixture_wait (self, has_left, &id);
  g_assert_true (has_event (self, id, "overridden"));
}

/* Where no stage follows the client mark, winning is completing. */
static void
test_asks_before_it_is_won (void)
{
  g_autoptr (PipelineFixture) self = pipeline_fixture_new ();
  g_autoptr (ScVersion) version = sc_store_load_version (self->change->store, self->change->process_id,
                                                         SC_VERSION_WANTED_CURRENT, NULL);
  g_autoptr (GPtrArray) edits = sc_edits_new ();
  g_autoptr (ScDealActions) actions = NULL;
  gint64 id = change_fixture_add (self->change, "one", "B");
  g_autoptr (ScDeal) deal = change_fixture_load (self->change, id);
  AdwDialog *dialog;

  g_assert_true (sc_version_do (&version, edits,
                                sc_edit_set_mark (version, change_fixture_get_stage (self->change, "F")), NULL));
  change_fixture_run (self->change, sc_command_edit_version (self->change->process_id, "Edit", edits));
  change_fixture_publish (self->change);
  actions = create_actions (self);
  pipeline_fixture_show (self);
  sc_deal_actions_set_deal (actions, deal);
  g_action_group_activate_action (sc_deal_actions_get_group (actions), "win", NULL);
  dialog = pipeline_fixture_wait_for_dialog (self, SC_TYPE_GATE_DIALOG);
  gtk_check_button_set_active (pipeline_fixture_find (GTK_WIDGET (dialog), GTK_TYPE_CHECK_BUTTON, 0), TRUE);
  pipeline_fixture_respond (dialog, "move");
  pipeline_fixture_wait (self, has_left, &id);
  g_assert_true (has_event (self, id, "criterion"));
  g_assert_false (has_event (self, id, "overridden"));
}

static void
test_asks_for_a_next_step (void)
{
  g_autoptr (PipelineFixture) self = pipeline_fixture_new ();
  g_autoptr (ScDeal) deal = NULL;
  AdwDialog *dialog;
  GtkWidget *title;
  gint64 one;

  one = change_fixture_add (self->change, "one", "A");
  pipeline_fixture_show (self);
  pipeline_fixture_focus (self, "A", one);
  g_signal_emit_by_name (pipeline_fixture_get_column (self, 0), "move", 1, 0);
  dialog = pipeline_fixture_wait_for_dialog (self, SC_TYPE_GATE_DIALOG);
  pipeline_fixture_respond (dialog, "move");

  dialog = pipeline_fixture_wait_for_dialog (self, SC_TYPE_STEP_DIALOG);
  g_assert_false (adw_alert_dialog_get_response_enabled (ADW_ALERT_DIALOG (dialog), "add"));
  title = pipeline_fixture_find (GTK_WIDGET (dialog), ADW_TYPE_ENTRY_ROW, 0);
  gtk_editable_set_text (GTK_EDITABLE (title), "Call Anna");
  g_assert_true (adw_alert_dialog_get_response_enabled (ADW_ALERT_DIALOG (dialog), "add"));
  pipeline_fixture_respond (dialog, "add");

  deal = wait_for_next_step (self, one);
  g_assert_cmpstr (deal->next_step, ==, "Call Anna");
  g_assert_cmpuint (deal->next_step_due, >, sc_clock_today ());
}

void
board_tests_add_asks (void)
{
  g_test_add_func ("/board/asks-for-what-is-not-ticked", test_asks_for_what_is_not_ticked);
  g_test_add_func ("/board/stays-when-the-question-is-cancelled", test_stays_when_the_question_is_cancelled);
  g_test_add_func ("/board/asks-for-several-at-once", test_asks_for_several_at_once);
  g_test_add_func ("/board/several-leave-at-once", test_several_leave_at_once);
  g_test_add_func ("/board/asks-before-it-is-completed", test_asks_before_it_is_completed);
  g_test_add_func ("/board/asks-before-it-is-won", test_asks_before_it_is_won);
  g_test_add_func ("/board/asks-for-a-next-step", test_asks_for_a_next_step);
}
