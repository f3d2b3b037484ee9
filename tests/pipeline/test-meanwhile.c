/* SPDX-License-Identifier: GPL-3.0-or-later */

/* Dialogs and drags of the board do what they show, whatever another window
 * does meanwhile. */

#include "pipeline/pipeline-fixture.h"

#include "elsewhere.h"
#include "pipeline/sc-pipeline.h"
#include "widgets/sc-criteria-dialog.h"
#include "widgets/sc-deal-actions.h"
#include "widgets/sc-loss-dialog.h"
#include "widgets/sc-step-dialog.h"

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
  pipeline_fixture_respond (pipeline_fixture_wait_for_dialog (self->window, SC_TYPE_CRITERIA_DIALOG), "move");
  pipeline_fixture_respond (pipeline_fixture_wait_for_dialog (self->window, SC_TYPE_STEP_DIALOG), "cancel");
}

/* Nobody is moved, lost or completed where somebody stands elsewhere by now. */
static void
test_several_are_those_that_were_shown (Fixture      *self,
                                        gconstpointer action)
{
  g_autoptr (ScDealActions) actions = sc_deal_actions_new (GTK_WIDGET (self->window->view));
  GActionGroup *group = sc_deal_actions_get_group (actions);
  g_autoptr (ScDeal) deal = change_fixture_load (self->window->change, self->one);
  g_autoptr (GArray) ids = g_array_new (FALSE, FALSE, sizeof (gint64));
  gboolean is_loss = g_str_equal (action, "lose");
  AdwDialog *dialog;

  g_array_append_val (ids, self->one);
  g_array_append_val (ids, self->two);
  sc_deal_actions_set_place (actions, self->window->change->store, self->window->change->version);
  sc_deal_actions_set_many (actions, deal, ids);
  g_action_group_activate_action (group, action, is_loss ? NULL : g_variant_new_string (get_stage (self, "B")));
  dialog = pipeline_fixture_wait_for_dialog (self->window, is_loss ? SC_TYPE_LOSS_DIALOG : SC_TYPE_CRITERIA_DIALOG);
  if (is_loss)
    gtk_editable_set_text (pipeline_fixture_find (GTK_WIDGET (dialog), ADW_TYPE_ENTRY_ROW, 0), "Price");

  elsewhere_move_deal (self->elsewhere, self->two, get_stage (self, "C"));
  pipeline_fixture_respond (dialog, is_loss ? "lose" : "move");
  if (!is_loss)
    pipeline_fixture_respond (pipeline_fixture_wait_for_dialog (self->window, SC_TYPE_STEP_DIALOG), "cancel");
  wait_for_refusal (self, "“two” was moved meanwhile");
  pipeline_fixture_wait_for_board (self->window, "A: one; C: two");
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
  pipeline_fixture_wait_for_dialog (self->window, SC_TYPE_CRITERIA_DIALOG);
  elsewhere_delete_deal (self->elsewhere, self->one);
  move_all_the_same (self);
  wait_for_refusal (self, "There is no deal");
  pipeline_fixture_wait_for_board (self->window, "A: two");

  pipeline_fixture_focus (self->window, "A", self->two);
  g_signal_emit_by_name (pipeline_fixture_get_column (self->window, 0), "move", 1, 0);
  move_all_the_same (self);
  pipeline_fixture_wait_for_board (self->window, "B: two");
}

int
main (int    argc,
      char **argv)
{
  g_test_init (&argc, &argv, NULL);
  adw_init ();
  sc_pipeline_init ();

  g_test_add ("/meanwhile/several-are-those-that-were-shown/lose", Fixture, "lose", set_up,
              test_several_are_those_that_were_shown, tear_down);
  g_test_add ("/meanwhile/several-are-those-that-were-shown/move", Fixture, "move-to", set_up,
              test_several_are_those_that_were_shown, tear_down);
  g_test_add ("/meanwhile/a-dragged-card-is-the-one-that-was-taken", Fixture, NULL, set_up,
              test_a_dragged_card_is_the_one_that_was_taken, tear_down);
  g_test_add ("/meanwhile/in-front-of-one-that-is-gone", Fixture, NULL, set_up, test_in_front_of_one_that_is_gone, tear_down);
  g_test_add ("/meanwhile/another-card-can-be-moved", Fixture, NULL, set_up, test_another_card_can_be_moved, tear_down);

  return g_test_run ();
}
