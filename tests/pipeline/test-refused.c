/* SPDX-License-Identifier: GPL-3.0-or-later */

/* A client refuses: what the dialog preselects and what becomes of the deal, by its
 * widgets, with what takes it back. */

#include <adwaita.h>

#include "change/sc-waking.h"
#include "deal/sc-deal-actions.h"
#include "deal/sc-objections.h"
#include "deal/sc-park-dialog.h"
#include "deal/sc-refused-dialog.h"
#include "model/sc-wall-clock.h"
#include "pipeline/pipeline-fixture.h"
#include "pipeline/sc-pipeline.h"
#include "widgets/sc-date-row.h"

#define MONDAY (sc_date_new (2026, 11, 30))

static const char *const REASONS[] = { "Too expensive", "Chose a competitor", "Not now", NULL };

typedef struct {
  PipelineFixture *pipeline;
  ChangeFixture *change;
  ScDealActions *actions;
  AdwDialog *dialog;
} Fixture;

static void
set_day (ScDate day)
{
  sc_clock_set (sc_date_to_instant (day));
  sc_wall_clock_look (sc_wall_clock_get_default ());
}

static void
add_objection (ScStage    *stage,
               const char *title,
               const char *reason)
{
  const char *const reasons[] = { reason, NULL };
  g_autofree char *text = g_strdup_printf ("%s, {deal.company}?", title);
  ScTactic *tactic = sc_stage_add_tactic (stage, title, text);

  tactic->kind = SC_TACTIC_OBJECTION;
  g_strfreev (tactic->loss_reasons);
  tactic->loss_reasons = g_strdupv ((GStrv) reasons);
}

/* From C a deal goes back to A, and has objections; from B it is parked for a week. */
static void
set_refusals (ChangeFixture *change)
{
  g_autoptr (ScVersion) version = sc_store_load_version (change->store, change->process_id, SC_VERSION_WANTED_CURRENT, NULL);
  g_autoptr (GPtrArray) edits = sc_edits_new ();
  g_autoptr (ScStage) b = sc_stage_copy (sc_version_find_stage (version, change_fixture_get_stage (change, "B"), NULL));
  g_autoptr (ScStage) c = sc_stage_copy (sc_version_find_stage (version, change_fixture_get_stage (change, "C"), NULL));

  b->refusal.kind = SC_REFUSAL_PARK;
  b->refusal.after = (ScDuration) { 5, SC_UNIT_WORKING_DAYS };
  c->refusal.kind = SC_REFUSAL_BACK;
  g_set_str (&c->refusal.stage_id, change_fixture_get_stage (change, "A"));
  add_objection (c, "We shall think about it", NULL);
  add_objection (c, "Send us your offer", NULL);
  add_objection (c, "We have no time", NULL);
  add_objection (c, "That is too dear", "Too expensive");
  g_assert_true (sc_version_do (&version, edits, sc_edit_replace_stage (version, b), NULL));
  g_assert_true (sc_version_do (&version, edits, sc_edit_replace_stage (version, c), NULL));
  change_fixture_run (change, sc_command_edit_version (change->process_id, "Edit", edits));
  change_fixture_publish (change);
}

static void
set_reasons (ChangeFixture *change)
{
  g_autoptr (ScProcess) process = sc_store_load_process (change->store, change->process_id, NULL);

  change_fixture_run (change, sc_command_set_loss_reasons (process, NULL, REASONS));
}

static void
set_up (Fixture      *self,
        gconstpointer data)
{
  set_day (MONDAY);
  self->pipeline = pipeline_fixture_new ();
  self->change = self->pipeline->change;
  set_refusals (self->change);
  set_reasons (self->change);
  pipeline_fixture_show (self->pipeline);
  self->actions = sc_deal_actions_new (GTK_WIDGET (self->pipeline->view));
  sc_deal_actions_set_place (self->actions, self->change->store, self->change->version);
}

static void
tear_down (Fixture      *self,
           gconstpointer data)
{
  g_clear_object (&self->actions);
  g_clear_pointer (&self->pipeline, pipeline_fixture_free);
  sc_clock_set (0);
}

static void
activate (Fixture    *self,
          gint64      id,
          const char *action)
{
  g_autoptr (ScDeal) deal = change_fixture_load (self->change, id);

  sc_deal_actions_set_deal (self->actions, deal);
  g_action_group_activate_action (sc_deal_actions_get_group (self->actions), action, NULL);
}

static void
refuse (Fixture *self,
        gint64   id)
{
  activate (self, id, "refuse");
  self->dialog = pipeline_fixture_wait_for_dialog (self->pipeline, SC_TYPE_REFUSED_DIALOG);
}

static void
choose_reason (Fixture *self,
               guint    reason)
{
  adw_combo_row_set_selected (pipeline_fixture_find (GTK_WIDGET (self->dialog), ADW_TYPE_COMBO_ROW, 0), reason + 1);
}

/* The radio button of a row. */
static GtkCheckButton *
find_check (Fixture    *self,
            const char *title)
{
  GtkWidget *row;

  for (guint i = 0; (row = pipeline_fixture_find (GTK_WIDGET (self->dialog), ADW_TYPE_ACTION_ROW, i)) != NULL; i++)
    if (g_str_equal (adw_preferences_row_get_title (ADW_PREFERENCES_ROW (row)), title) && gtk_widget_get_visible (row))
      return pipeline_fixture_find (row, GTK_TYPE_CHECK_BUTTON, 0);

  return NULL;
}

static void
assert_selected (Fixture    *self,
                 const char *title)
{
  g_assert_nonnull (find_check (self, title));
  g_assert_true (gtk_check_button_get_active (find_check (self, title)));
}

static gboolean
can_confirm (Fixture *self)
{
  return gtk_widget_get_sensitive (adw_dialog_get_default_widget (self->dialog));
}

static gboolean
has_no_dialog (PipelineFixture *self,
               gpointer         data)
{
  return adw_window_get_visible_dialog (self->window) == NULL;
}

static void
confirm (Fixture *self)
{
  g_assert_true (can_confirm (self));
  g_signal_emit_by_name (adw_dialog_get_default_widget (self->dialog), "clicked");
  pipeline_fixture_wait (self->pipeline, has_no_dialog, NULL);
}

static gboolean
has_toast (PipelineFixture *self,
           gpointer         text)
{
  GtkLabel *label;

  for (guint i = 0; (label = pipeline_fixture_find (GTK_WIDGET (self->window), GTK_TYPE_LABEL, i)) != NULL; i++)
    if (g_str_equal (gtk_label_get_label (label), text)
        && gtk_widget_get_ancestor (GTK_WIDGET (label), g_type_from_name ("AdwToastWidget")) != NULL)
      return TRUE;

  return FALSE;
}

static void
wait_for_toast (Fixture    *self,
                const char *text)
{
  pipeline_fixture_wait (self->pipeline, has_toast, (gpointer) text);
}

static void
undo (Fixture *self)
{
  change_fixture_run (self->change, sc_command_undo (SC_CHANGES_OF_WINDOW, NULL));
}

static const char *
get_status (Fixture *self,
            gint64   id)
{
  g_autoptr (ScDeal) deal = change_fixture_load (self->change, id);

  return sc_deal_status_get_id (deal->status);
}

static ScDate
get_parked_until (Fixture *self,
                  gint64   id)
{
  g_autoptr (ScDeal) deal = change_fixture_load (self->change, id);

  return deal->parked_until;
}

/* What the reason says goes before what the stage says, until a person says it. */
static void
test_the_reason_preselects (Fixture      *self,
                            gconstpointer data)
{
  gint64 id = change_fixture_add (self->change, "one", "C");

  refuse (self, id);
  assert_selected (self, "Back to “A”");
  g_assert_false (can_confirm (self));
  choose_reason (self, 1);
  assert_selected (self, "Lost");
  g_assert_true (can_confirm (self));
  choose_reason (self, 2);
  assert_selected (self, "Parked");
  choose_reason (self, 0);
  assert_selected (self, "Back to “A”");

  gtk_check_button_set_active (find_check (self, "Parked"), TRUE);
  choose_reason (self, 1);
  assert_selected (self, "Parked");

  adw_dialog_force_close (self->dialog);
  g_assert_cmpstr (get_status (self, id), ==, "open");
}

static void
test_own_words_are_a_reason (Fixture      *self,
                             gconstpointer data)
{
  gint64 id = change_fixture_add (self->change, "one", "C");
  GtkEditable *own;
  g_autoptr (ScDeal) lost = NULL;

  refuse (self, id);
  choose_reason (self, G_N_ELEMENTS (REASONS) - 1);
  own = pipeline_fixture_find (GTK_WIDGET (self->dialog), ADW_TYPE_ENTRY_ROW, 0);
  g_assert_true (gtk_widget_get_visible (GTK_WIDGET (own)));
  gtk_editable_set_text (own, "  ");
  g_assert_false (can_confirm (self));
  gtk_editable_set_text (own, " They moved away ");
  gtk_check_button_set_active (find_check (self, "Lost"), TRUE);
  confirm (self);
  wait_for_toast (self, "Lost: They moved away");
  lost = change_fixture_load (self->change, id);
  g_assert_cmpstr (lost->loss_reason, ==, "They moved away");
}

/* Back where the stage says; the second time it is lost, and says why. All of it is one
 * change, which is taken back after a restart, too. */
static void
test_back_and_the_second_time_lost (Fixture      *self,
                                    gconstpointer data)
{
  gint64 id = change_fixture_add (self->change, "one", "C");
  g_autoptr (ScDeal) deal = NULL;
  GtkWidget *row;

  refuse (self, id);
  choose_reason (self, 0);
  gtk_editable_set_text (pipeline_fixture_find (GTK_WIDGET (self->dialog), ADW_TYPE_ENTRY_ROW, 1), "Call in May");
  confirm (self);
  wait_for_toast (self, "Back to “A”");
  pipeline_fixture_wait_for_board (self->pipeline, "A: one");

  deal = change_fixture_load (self->change, id);
  change_fixture_run (self->change, sc_command_move_deal (deal, change_fixture_get_stage (self->change, "C"), 0, NULL));
  refuse (self, id);
  choose_reason (self, 0);
  assert_selected (self, "Lost");
  row = gtk_widget_get_ancestor (GTK_WIDGET (find_check (self, "Lost")), ADW_TYPE_ACTION_ROW);
  g_assert_cmpstr (adw_action_row_get_subtitle (ADW_ACTION_ROW (row)), ==, "The client has refused in this stage before");
  confirm (self);
  wait_for_toast (self, "Lost: Too expensive");
  pipeline_fixture_wait_for_board (self->pipeline, "");

  change_fixture_reopen (self->change);
  undo (self);
  g_assert_cmpstr (get_status (self, id), ==, "open");
  undo (self);
  undo (self);
  deal = (sc_deal_unref (deal), change_fixture_load (self->change, id));
  g_assert_cmpstr (deal->stage_id, ==, change_fixture_get_stage (self->change, "C"));
}

/* For as many working days as the stage says, and at work again on that day. */
static void
test_parked_and_awake_on_its_day (Fixture      *self,
                                  gconstpointer data)
{
  gint64 id = change_fixture_add (self->change, "one", "B");

  refuse (self, id);
  choose_reason (self, 0);
  assert_selected (self, "Parked");
  confirm (self);
  wait_for_toast (self, "Parked until 7 December 2026");
  g_assert_cmpuint (get_parked_until (self, id), ==, MONDAY + 7);

  set_day (MONDAY + 7);
  sc_waking_run (self->change->store, NULL);
  g_assert_cmpuint (get_parked_until (self, id), ==, SC_DATE_NONE);
  pipeline_fixture_wait_for_board (self->pipeline, "B: one");
  set_day (MONDAY);
}

static void
test_parked_until_an_own_day (Fixture      *self,
                              gconstpointer data)
{
  gint64 id = change_fixture_add (self->change, "one", "B");
  GtkEditable *until;

  refuse (self, id);
  choose_reason (self, 0);
  until = pipeline_fixture_find (GTK_WIDGET (self->dialog), SC_TYPE_DATE_ROW, 0);
  gtk_editable_set_text (until, "soon");
  g_assert_false (can_confirm (self));
  gtk_editable_set_text (until, "2026-11-30");
  g_assert_false (can_confirm (self)); /* no day to come */
  gtk_editable_set_text (until, "2027-02-22");
  choose_reason (self, 2);
  confirm (self);
  wait_for_toast (self, "Parked until 22 February 2027");
  g_assert_cmpuint (get_parked_until (self, id), ==, sc_date_new (2027, 2, 22));
  undo (self);
  g_assert_cmpuint (get_parked_until (self, id), ==, SC_DATE_NONE);
}

/* Who was a client stays one. */
static void
test_a_client_ends_early (Fixture      *self,
                          gconstpointer data)
{
  gint64 id = change_fixture_add (self->change, "one", "D");
  g_autoptr (ScDeal) deal = change_fixture_load (self->change, id);

  change_fixture_run (self->change, sc_command_move_deal (deal, change_fixture_get_stage (self->change, "E"), 0, NULL));
  refuse (self, id);
  choose_reason (self, 0);
  g_assert_null (find_check (self, "Lost"));
  g_assert_null (find_check (self, "Back to “A”"));
  assert_selected (self, "Ended early");
  confirm (self);
  wait_for_toast (self, "Ended early: Too expensive");
  g_assert_cmpstr (get_status (self, id), ==, "ended-early");
}

static const char *
get_objection (Fixture *self,
               guint    nth)
{
  GtkWidget *objections = pipeline_fixture_find (GTK_WIDGET (self->dialog), SC_TYPE_OBJECTIONS, 0);
  GtkWidget *row = pipeline_fixture_find (objections, ADW_TYPE_EXPANDER_ROW, nth);

  return row != NULL && gtk_widget_get_visible (row) ? adw_preferences_row_get_title (ADW_PREFERENCES_ROW (row)) : NULL;
}

static char *clipboard_text;

static void
clipboard_read_cb (GObject      *clipboard,
                   GAsyncResult *result,
                   gpointer      data)
{
  clipboard_text = gdk_clipboard_read_text_finish (GDK_CLIPBOARD (clipboard), result, NULL);
}

static gboolean
has_clipboard_text (PipelineFixture *self,
                    gpointer         data)
{
  return clipboard_text != NULL;
}

/* Three, those that fit the reason first; what is copied is filled in and counts. */
static void
test_before_you_give_up (Fixture      *self,
                         gconstpointer data)
{
  gint64 id = change_fixture_add (self->change, "one", "C");
  g_autoptr (ScDeal) before = change_fixture_load (self->change, id);
  g_autoptr (ScDeal) after = sc_deal_copy (before);
  GtkWidget *row;

  g_set_str (&after->company, "A & B “C”");
  change_fixture_run (self->change, sc_command_edit_deal (before, after, SC_DEAL_FIELD_COMPANY));
  refuse (self, id);
  g_assert_cmpstr (get_objection (self, 0), ==, "We shall think about it");
  g_assert_null (get_objection (self, 3));
  choose_reason (self, 0);
  g_assert_cmpstr (get_objection (self, 0), ==, "That is too dear");
  g_assert_cmpstr (get_objection (self, 1), ==, "We shall think about it");
  g_assert_null (get_objection (self, 3));

  row = pipeline_fixture_find (GTK_WIDGET (self->dialog), ADW_TYPE_EXPANDER_ROW, 0);
  g_signal_emit_by_name (pipeline_fixture_find (row, GTK_TYPE_BUTTON, 0), "clicked");
  wait_for_toast (self, "Copied");
  gdk_clipboard_read_text_async (gtk_widget_get_clipboard (row), NULL, clipboard_read_cb, NULL);
  pipeline_fixture_wait (self->pipeline, has_clipboard_text, NULL);
  g_assert_cmpstr (clipboard_text, ==, "That is too dear, A & B “C”?");
  g_clear_pointer (&clipboard_text, g_free);

  row = pipeline_fixture_find (GTK_WIDGET (self->dialog), ADW_TYPE_BUTTON_ROW, 0);
  g_signal_emit_by_name (row, "activated");
  g_assert_cmpstr (get_objection (self, 3), ==, "We have no time");
  adw_dialog_force_close (self->dialog);
}

static void
ask_about_two (Fixture *self,
               gint64   ids[2])
{
  g_autoptr (ScDeal) deal = change_fixture_load (self->change, ids[0]);
  g_autoptr (GArray) many = g_array_new (FALSE, FALSE, sizeof (gint64));

  g_array_append_vals (many, ids, 2);
  sc_deal_actions_set_many (self->actions, deal, many);
  g_action_group_activate_action (sc_deal_actions_get_group (self->actions), "refuse", NULL);
  self->dialog = pipeline_fixture_wait_for_dialog (self->pipeline, SC_TYPE_REFUSED_DIALOG);
}

/* What the stage says is preselected for all of them, and is one change. */
static void
test_several_are_refused (Fixture      *self,
                          gconstpointer data)
{
  gint64 ids[] = { change_fixture_add (self->change, "one", "C"), change_fixture_add (self->change, "two", "C") };

  ask_about_two (self, ids);
  choose_reason (self, 0);
  assert_selected (self, "Back to “A”");
  confirm (self);
  pipeline_fixture_wait_for_board (self->pipeline, "A: one two");
  wait_for_toast (self, "2 deals moved back");
  change_fixture_run (self->change, sc_command_undo (SC_CHANGES_OF_WINDOW, NULL));
  pipeline_fixture_wait_for_board (self->pipeline, "C: two one");
}

static const char *
describe_outcome (Fixture *self)
{
  for (guint i = 0;; i++)
    {
      AdwPreferencesGroup *group = pipeline_fixture_find (GTK_WIDGET (self->dialog), ADW_TYPE_PREFERENCES_GROUP, i);

      g_assert_nonnull (group);
      if (g_strcmp0 (adw_preferences_group_get_title (group), "What Becomes of the Deals") == 0)
        return adw_preferences_group_get_description (group);
    }
}

/* The second refusal of a stage is one, also where the deal is one of several: unless
 * the person chooses for all. */
static void
test_each_has_its_own (Fixture      *self,
                       gconstpointer data)
{
  gint64 ids[] = { change_fixture_add (self->change, "one", "B"), change_fixture_add (self->change, "two", "B") };
  g_autoptr (ScDeal) deal = change_fixture_load (self->change, ids[0]);
  g_autoptr (ScRefusalPlan) plan = g_new0 (ScRefusalPlan, 1);
  g_autoptr (ScDeal) lost = NULL;
  g_autoptr (ScDeal) parked = NULL;

  plan->kind = SC_REFUSAL_PARK;
  plan->until = sc_clock_today () + 30;
  change_fixture_run (self->change, sc_command_refuse_deal (deal, plan, "Later", NULL));
  g_clear_pointer (&deal, sc_deal_unref);
  deal = change_fixture_load (self->change, ids[0]);
  change_fixture_run (self->change, sc_command_unpark_deal (deal));

  ask_about_two (self, ids);
  choose_reason (self, 0);
  assert_selected (self, "Parked");
  g_assert_cmpstr (describe_outcome (self), ==,
                   "1 of the deals was refused in this stage before: it is lost, unless you choose here for all.");
  confirm (self);
  wait_for_toast (self, "Refusals of 2 deals noted");
  lost = change_fixture_load (self->change, ids[0]);
  parked = change_fixture_load (self->change, ids[1]);
  g_assert_cmpint (lost->status, ==, SC_DEAL_LOST);
  g_assert_cmpint (parked->status, ==, SC_DEAL_OPEN);
  g_assert_cmpint (parked->parked_until, !=, SC_DATE_NONE);

  change_fixture_run (self->change, sc_command_undo (SC_CHANGES_OF_WINDOW, NULL));
  ask_about_two (self, ids);
  choose_reason (self, 0);
  gtk_check_button_set_active (find_check (self, "Lost"), TRUE);
  g_assert_cmpstr (describe_outcome (self), ==, "");
  confirm (self);
  wait_for_toast (self, "2 deals lost");
}

static void
test_park (Fixture      *self,
           gconstpointer data)
{
  gint64 id = change_fixture_add (self->change, "one", "A");
  AdwDialog *dialog;
  GtkEditable *until;
  GtkButton *button = NULL;

  activate (self, id, "park");
  dialog = pipeline_fixture_wait_for_dialog (self->pipeline, SC_TYPE_PARK_DIALOG);
  until = pipeline_fixture_find (GTK_WIDGET (dialog), SC_TYPE_DATE_ROW, 0);
  gtk_editable_set_text (until, "2026-11-30");
  g_assert_false (adw_alert_dialog_get_response_enabled (ADW_ALERT_DIALOG (dialog), "park"));
  for (guint i = 0; g_strcmp0 (button != NULL ? gtk_button_get_label (button) : NULL, "In Three Months") != 0; i++)
    button = pipeline_fixture_find (GTK_WIDGET (dialog), GTK_TYPE_BUTTON, i);
  g_signal_emit_by_name (button, "clicked");
  pipeline_fixture_respond (dialog, "park");
  wait_for_toast (self, "Parked until 1 March 2027"); /* 28 February is a Sunday */
  g_assert_cmpuint (get_parked_until (self, id), ==, sc_date_new (2027, 3, 1));
  undo (self);
  g_assert_cmpuint (get_parked_until (self, id), ==, SC_DATE_NONE);
}

static void
add (const char *path,
     void (     *test )(Fixture      *self,
                        gconstpointer data))
{
  g_test_add (path, Fixture, NULL, set_up, test, tear_down);
}

int
main (int   argc,
      char *argv[])
{
  g_test_init (&argc, &argv, NULL);
  adw_init ();
  sc_pipeline_init ();

  add ("/refused/the-reason-preselects", test_the_reason_preselects);
  add ("/refused/own-words-are-a-reason", test_own_words_are_a_reason);
  add ("/refused/back-and-the-second-time-lost", test_back_and_the_second_time_lost);
  add ("/refused/parked-and-awake-on-its-day", test_parked_and_awake_on_its_day);
  add ("/refused/parked-until-an-own-day", test_parked_until_an_own_day);
  add ("/refused/a-client-ends-early", test_a_client_ends_early);
  add ("/refused/before-you-give-up", test_before_you_give_up);
  add ("/refused/several-are-refused", test_several_are_refused);
  add ("/refused/each-has-its-own", test_each_has_its_own);
  add ("/refused/park", test_park);

  return g_test_run ();
}
