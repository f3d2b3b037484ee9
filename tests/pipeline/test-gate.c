/* SPDX-License-Identifier: GPL-3.0-or-later */

/* What stages ask for is asked on a deal's way on, with a field for each question. */

#include <adwaita.h>

#include "deal/sc-deal-actions.h"
#include "deal/sc-gate-dialog.h"
#include "deal/sc-question-row.h"
#include "deal/sc-step-dialog.h"
#include "pipeline/pipeline-fixture.h"
#include "pipeline/sc-pipeline.h"
#include "store/sc-deal-criteria.h"
#include "widgets/sc-text-area.h"

typedef struct {
  PipelineFixture *pipeline;
  ChangeFixture *change;
  ScDealActions *actions;
  AdwDialog *dialog;
} Fixture;

/* What a stage asks beside its “… is done”, or in its place. */
typedef struct {
  const char *stage;
  const char *text;
  ScAnswerType type;
  gboolean is_required;
  gboolean is_asked_at_entry;
} Asked;

static const Asked ASKED[] = {
  { "A", "What is the problem?", SC_ANSWER_TEXT, TRUE, FALSE },
  { "A", "By when?", SC_ANSWER_DATE, TRUE, FALSE },
  { "A", "What does it cost?", SC_ANSWER_MONEY, FALSE, FALSE },
  { "B", "Who takes part?", SC_ANSWER_TEXT, TRUE, TRUE },
};

static void
add_asked (ChangeFixture *change)
{
  g_autoptr (ScVersion) version = sc_store_load_version (change->store, change->process_id, SC_VERSION_WANTED_CURRENT, NULL);
  g_autoptr (GPtrArray) edits = sc_edits_new ();

  for (guint i = 0; i < G_N_ELEMENTS (ASKED); i++)
    {
      ScStage *stage = sc_stage_copy (sc_version_find_stage (version, change_fixture_get_stage (change, ASKED[i].stage), NULL));
      ScCriterion *criterion = sc_stage_add_criterion (stage, ASKED[i].text);

      criterion->type = ASKED[i].type;
      criterion->is_required = ASKED[i].is_required;
      criterion->is_asked_at_entry = ASKED[i].is_asked_at_entry;
      g_assert_true (sc_version_do (&version, edits, sc_edit_replace_stage (version, stage), NULL));
      sc_stage_unref (stage);
    }
  change_fixture_run (change, sc_command_edit_version (change->process_id, "Edit", edits));
  change_fixture_publish (change);
}

static void
set_up (Fixture      *self,
        gconstpointer data)
{
  self->pipeline = pipeline_fixture_new ();
  self->change = self->pipeline->change;
  add_asked (self->change);
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
}

/* Asks for deals to be moved, and waits for what they are asked. */
static void
move (Fixture      *self,
      const gint64 *ids,
      guint         n,
      const char   *stage)
{
  g_autoptr (ScDeal) deal = change_fixture_load (self->change, ids[0]);
  g_autoptr (GArray) many = g_array_new (FALSE, FALSE, sizeof (gint64));

  g_array_append_vals (many, ids, n);
  if (n == 1)
    sc_deal_actions_set_deal (self->actions, deal);
  else
    sc_deal_actions_set_many (self->actions, deal, many);
  g_action_group_activate_action (sc_deal_actions_get_group (self->actions), "move-to",
                                  g_variant_new_string (change_fixture_get_stage (self->change, stage)));
  self->dialog = pipeline_fixture_wait_for_dialog (self->pipeline, SC_TYPE_GATE_DIALOG);
}

/* The nth row that asks so, of one deal or of all. */
static ScQuestionRow *
find_row (Fixture    *self,
          const char *text,
          guint       nth)
{
  ScQuestionRow *row;

  for (guint i = 0; (row = pipeline_fixture_find (GTK_WIDGET (self->dialog), SC_TYPE_QUESTION_ROW, i)) != NULL; i++)
    if (g_str_equal (sc_question_row_get_criterion (row)->text, text) && nth-- == 0)
      return row;

  return NULL;
}

static void
type (Fixture    *self,
      const char *text,
      guint       nth,
      const char *answer)
{
  ScTextArea *area = pipeline_fixture_find (GTK_WIDGET (find_row (self, text, nth)), SC_TYPE_TEXT_AREA, 0);

  sc_text_area_replace (area, answer);
}

static gboolean
is_enabled (Fixture    *self,
            const char *response)
{
  return adw_alert_dialog_get_response_enabled (ADW_ALERT_DIALOG (self->dialog), response);
}

static void
go_on (Fixture    *self,
       const char *response)
{
  pipeline_fixture_respond (self->dialog, response);
  pipeline_fixture_respond (pipeline_fixture_wait_for_dialog (self->pipeline, SC_TYPE_STEP_DIALOG), "cancel");
}

/* Where a question stands for a deal: “open”, “not-told”, or its answer. */
static char *
ask (Fixture    *self,
     gint64      deal_id,
     const char *text)
{
  g_autoptr (ScVersion) version = sc_store_load_version (self->change->store, self->change->process_id,
                                                         SC_VERSION_WANTED_PUBLISHED, NULL);
  g_autoptr (GPtrArray) criteria = sc_store_list_deal_criteria (self->change->store, version, version->stages, &deal_id, 1, NULL);

  for (guint i = 0; i < criteria->len; i++)
    {
      const ScDealCriterion *criterion = criteria->pdata[i];

      if (g_str_equal (criterion->criterion->text, text))
        return g_strdup (criterion->state == SC_ANSWER_STATE_ANSWERED && criterion->answer != NULL
                           ? criterion->answer->value : sc_answer_state_get_id (criterion->state));
    }

  return NULL;
}

#define assert_answer(self, deal_id, text, expected) \
        G_STMT_START { \
          g_autofree char *found_answer = ask (self, deal_id, text); \
          g_assert_cmpstr (found_answer, ==, expected); \
        } G_STMT_END

/* How many criteria were passed over for the reason. */
static guint
count_overridden (Fixture    *self,
                  gint64      deal_id,
                  const char *reason)
{
  g_autoptr (GPtrArray) events = sc_store_list_events (self->change->store, deal_id, NULL);
  guint n = 0;

  for (guint i = 0; i < events->len; i++)
    {
      const ScDealEvent *event = events->pdata[i];

      n += g_str_equal (event->field, "overridden") && g_strcmp0 (event->note, reason) == 0;
    }

  return n;
}

static void
test_what_is_required_is_answered_there (Fixture      *self,
                                         gconstpointer data)
{
  gint64 id = change_fixture_add (self->change, "one", "A");

  move (self, &id, 1, "C");
  g_assert_false (is_enabled (self, "move"));
  g_assert_false (is_enabled (self, "anyway"));
  g_assert_null (find_row (self, "Who takes part?", 0)); /* of a stage that is skipped */

  type (self, "What is the problem?", 0, "It stands still");
  g_assert_false (is_enabled (self, "move"));
  type (self, "By when?", 0, "soon");
  g_assert_false (is_enabled (self, "move"));
  type (self, "By when?", 0, "2027-03-31");
  g_assert_true (is_enabled (self, "move"));
  type (self, "What does it cost?", 0, "1200 EUR");
  go_on (self, "move");

  pipeline_fixture_wait_for_board (self->pipeline, "C: one");
  assert_answer (self, id, "What is the problem?", "It stands still");
  assert_answer (self, id, "By when?", "2027-03-31");
  assert_answer (self, id, "What does it cost?", "120000 EUR");

  /* All of it is one change. */
  change_fixture_run (self->change, sc_command_undo (SC_CHANGES_OF_WINDOW, NULL));
  pipeline_fixture_wait_for_board (self->pipeline, "A: one");
  assert_answer (self, id, "What is the problem?", "open");
  assert_answer (self, id, "By when?", "open");
}

static void
test_a_reason_passes_it_over (Fixture      *self,
                              gconstpointer data)
{
  gint64 id = change_fixture_add (self->change, "one", "A");
  GtkEditable *reason;

  move (self, &id, 1, "C");
  reason = pipeline_fixture_find (GTK_WIDGET (self->dialog), ADW_TYPE_ENTRY_ROW, 0);
  gtk_editable_set_text (reason, "  ");
  g_assert_false (is_enabled (self, "anyway"));
  gtk_editable_set_text (reason, "They signed already");
  g_assert_true (is_enabled (self, "anyway"));
  g_assert_false (is_enabled (self, "move"));
  go_on (self, "anyway");

  pipeline_fixture_wait_for_board (self->pipeline, "C: one");
  assert_answer (self, id, "What is the problem?", "open");
  g_assert_cmpuint (count_overridden (self, id, "They signed already"), ==, 2);
}

static void
test_what_was_not_told_lets_through (Fixture      *self,
                                     gconstpointer data)
{
  gint64 id = change_fixture_add (self->change, "one", "A");
  GtkButton *not_told = NULL;

  move (self, &id, 1, "C");
  type (self, "What is the problem?", 0, "Noise");
  for (guint i = 0; g_strcmp0 (not_told != NULL ? gtk_button_get_label (not_told) : NULL, "Not Told") != 0; i++)
    not_told = pipeline_fixture_find (GTK_WIDGET (find_row (self, "By when?", 0)), GTK_TYPE_TOGGLE_BUTTON, i);
  gtk_toggle_button_set_active (GTK_TOGGLE_BUTTON (not_told), TRUE);
  g_assert_true (is_enabled (self, "move"));
  go_on (self, "move");

  pipeline_fixture_wait_for_board (self->pipeline, "C: one");
  assert_answer (self, id, "By when?", "not-told");
}

static void
test_a_stage_asks_on_coming_in (Fixture      *self,
                                gconstpointer data)
{
  gint64 id = change_fixture_add (self->change, "one", "A");

  move (self, &id, 1, "B");
  type (self, "What is the problem?", 0, "Noise");
  type (self, "By when?", 0, "2027-03-31");
  g_assert_false (is_enabled (self, "move"));
  type (self, "Who takes part?", 0, "Anna");
  g_assert_true (is_enabled (self, "move"));
  go_on (self, "move");

  pipeline_fixture_wait_for_board (self->pipeline, "B: one");
  assert_answer (self, id, "Who takes part?", "Anna");
}

static void
test_several_answer_apart (Fixture      *self,
                           gconstpointer data)
{
  gint64 ids[] = { change_fixture_add (self->change, "one", "A"), change_fixture_add (self->change, "two", "A") };

  move (self, ids, G_N_ELEMENTS (ids), "C");
  type (self, "By when?", 0, "2027-03-31"); /* for both */
  type (self, "What is the problem?", 1, "Noise");
  g_assert_false (is_enabled (self, "move"));
  type (self, "What is the problem?", 2, "Heat");
  g_assert_true (is_enabled (self, "move"));
  go_on (self, "move");

  pipeline_fixture_wait_for_board (self->pipeline, "C: one two");
  assert_answer (self, ids[0], "What is the problem?", "Noise");
  assert_answer (self, ids[1], "What is the problem?", "Heat");
  assert_answer (self, ids[0], "By when?", "2027-03-31");
  assert_answer (self, ids[1], "By when?", "2027-03-31");
}

static gboolean
is_told (PipelineFixture *pipeline,
         gpointer         data)
{
  g_autofree char *answer = ask (data, 1, "What is the problem?");

  return g_strcmp0 (answer, "Noise") == 0;
}

static gboolean
is_closed (PipelineFixture *pipeline,
           gpointer         data)
{
  return !gtk_widget_get_mapped (GTK_WIDGET (((Fixture *) data)->dialog));
}

/* Who can't answer all of it yet has answered what was answered. */
static void
test_answers_are_kept_where_it_is_cancelled (Fixture      *self,
                                             gconstpointer data)
{
  gint64 id = change_fixture_add (self->change, "one", "A");

  g_assert_cmpint (id, ==, 1);
  move (self, &id, 1, "C");
  type (self, "What is the problem?", 0, "Noise");
  pipeline_fixture_respond (self->dialog, "cancel");
  pipeline_fixture_wait (self->pipeline, is_told, self);
  pipeline_fixture_wait_for_board (self->pipeline, "A: one");
  assert_answer (self, id, "By when?", "open");

  /* One change, which can be taken back. */
  change_fixture_run (self->change, sc_command_undo (SC_CHANGES_OF_WINDOW, NULL));
  assert_answer (self, id, "What is the problem?", "open");

  /* Escape does the same, and asks only where something is no answer. */
  move (self, &id, 1, "C");
  type (self, "What is the problem?", 0, "Noise");
  adw_dialog_close (self->dialog);
  pipeline_fixture_wait (self->pipeline, is_told, self);
}

static void
test_what_is_no_answer_is_asked_about (Fixture      *self,
                                       gconstpointer data)
{
  gint64 id = change_fixture_add (self->change, "one", "A");
  AdwDialog *question;

  move (self, &id, 1, "C");
  type (self, "What is the problem?", 0, "Noise");
  type (self, "By when?", 0, "soon");
  adw_dialog_close (self->dialog);
  question = pipeline_fixture_wait_for_dialog (self->pipeline, ADW_TYPE_ALERT_DIALOG);
  g_assert_true (question != self->dialog);
  pipeline_fixture_respond (question, "discard");
  pipeline_fixture_wait (self->pipeline, is_closed, self);
  assert_answer (self, id, "What is the problem?", "open");
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

  add ("/gate/what-is-required-is-answered-there", test_what_is_required_is_answered_there);
  add ("/gate/a-reason-passes-it-over", test_a_reason_passes_it_over);
  add ("/gate/what-was-not-told-lets-through", test_what_was_not_told_lets_through);
  add ("/gate/a-stage-asks-on-coming-in", test_a_stage_asks_on_coming_in);
  add ("/gate/answers-are-kept-where-it-is-cancelled", test_answers_are_kept_where_it_is_cancelled);
  add ("/gate/what-is-no-answer-is-asked-about", test_what_is_no_answer_is_asked_about);
  add ("/gate/several-answer-apart", test_several_answer_apart);

  return g_test_run ();
}
