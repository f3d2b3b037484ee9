/* SPDX-License-Identifier: GPL-3.0-or-later */

/* A trial that ends leads from Today to the deal and to the day that is to be answered. */

#include "app/app-fixture.h"
#include "change/sc-deal-commands.h"
#include "change/sc-process-commands.h"
#include "deal/sc-question-row.h"
#include "method/sc-proposal.h"
#include "store/sc-store.h"
#include "today/sc-due-widget.h"

static gint64
run (AppFixture *fixture,
     ScCommand  *command,
     char      **process_id)
{
  g_autoptr (GError) error = NULL;
  g_autoptr (ScOutcome) outcome = sc_command_run (command, sc_window_get_store (fixture->window), NULL, &error);

  g_assert_no_error (error);
  if (process_id != NULL)
    *process_id = g_strdup (outcome->process_id);

  return outcome->row_id;
}

/* Of a product that is new to its market. */
static ScVersion *
make_process (AppFixture *fixture,
              char      **process_id)
{
  ScStore *store = sc_window_get_store (fixture->window);
  const ScAspects aspects = { { 1, SC_NOVELTY_INNOVATIVE, 1, 1, 1, 1 } };
  g_autoptr (ScVersion) version = sc_proposal_new (&aspects, SC_LANGUAGE_EN);
  g_autoptr (ScProcess) process = NULL;

  run (fixture, sc_command_create_process ("Sales", "", version, NULL), process_id);
  process = sc_store_load_process (store, *process_id, NULL);
  run (fixture, sc_command_publish (process, NULL), NULL);

  return sc_store_load_version (store, *process_id, SC_VERSION_WANTED_PUBLISHED, NULL);
}

static const ScCriterion *
find_trial_end (const ScVersion *version,
                const char     **stage_id)
{
  for (guint i = 0; i < version->stages->len; i++)
    {
      const ScStage *stage = sc_version_get_stage (version, i);

      *stage_id = stage->id;
      for (guint j = 0; j < stage->criteria->len; j++)
        if (((ScCriterion *) stage->criteria->pdata[j])->purpose == SC_PURPOSE_TRIAL_END)
          return stage->criteria->pdata[j];
    }

  return NULL;
}

static void
add_trial (AppFixture        *fixture,
           const char        *process_id,
           const ScCriterion *end,
           const char        *stage_id)
{
  ScStore *store = sc_window_get_store (fixture->window);
  g_autoptr (ScDeal) deal = sc_deal_new ();
  g_autoptr (ScDeal) added = NULL;
  g_autoptr (ScGateAnswers) answers = sc_gate_answers_new ();
  g_autoptr (ScAnswer) today = sc_answer_new_date (sc_clock_today ());

  g_set_str (&deal->title, "On trial");
  g_set_str (&deal->process_id, process_id);
  g_set_str (&deal->stage_id, stage_id);
  added = sc_store_load_deal (store, run (fixture, sc_command_add_deal (deal), NULL), NULL);
  sc_gate_answers_answer (answers, 0, end->id, today, NULL);
  run (fixture, sc_command_answer (added, answers), NULL);
  /* So that nothing else is asked for of it. */
  run (fixture, sc_command_add_activity (added, "Call", sc_clock_today () + 60), NULL);
}

static gboolean
is_in_today (gpointer window)
{
  GtkWidget *label = widget_test_find (window, GTK_TYPE_LABEL, "On trial");

  return label != NULL && gtk_widget_get_ancestor (label, SC_TYPE_DUE_WIDGET) != NULL;
}

static gboolean
has_focus_on_trial_end (gpointer window)
{
  GtkWidget *focus = gtk_window_get_focus (window);
  GtkWidget *row = focus != NULL ? gtk_widget_get_ancestor (focus, SC_TYPE_QUESTION_ROW) : NULL;

  return row != NULL && sc_question_row_get_criterion (SC_QUESTION_ROW (row))->purpose == SC_PURPOSE_TRIAL_END;
}

static gboolean
is_in_view (gpointer window)
{
  GtkWidget *focus = gtk_window_get_focus (window);
  GtkWidget *scrolled = focus != NULL ? gtk_widget_get_ancestor (focus, GTK_TYPE_VIEWPORT) : NULL;
  graphene_rect_t bounds;

  return has_focus_on_trial_end (window) && scrolled != NULL && gtk_widget_compute_bounds (focus, scrolled, &bounds)
         && bounds.origin.y >= 0 && bounds.origin.y + bounds.size.height <= (float) gtk_widget_get_height (scrolled);
}

/* In the stage that asks, and where the deal has gone back to an earlier one since. */
static void
test_leads_to_the_question (gconstpointer is_earlier)
{
  g_autoptr (AppFixture) fixture = app_fixture_open ();
  g_autofree char *process_id = NULL;
  g_autoptr (ScVersion) version = make_process (fixture, &process_id);
  const char *stage_id = NULL;
  const ScCriterion *end = find_trial_end (version, &stage_id);
  GtkWidget *label;

  g_assert_nonnull (end);
  add_trial (fixture, process_id, end, is_earlier ? sc_version_get_stage (version, 0)->id : stage_id);
  app_fixture_activate (fixture, "win.show-today");
  widget_test_wait (is_in_today, fixture->window, "the trial in Today");
  label = widget_test_find (GTK_WIDGET (fixture->window), GTK_TYPE_LABEL, "On trial");
  gtk_widget_activate_action (label, "due.open", NULL);
  widget_test_wait (has_focus_on_trial_end, fixture->window, "the focus on the day");
  /* What was folded opens where it stands. */
  if (!is_earlier)
    widget_test_wait (is_in_view, fixture->window, "the day to be scrolled to");
}

int
main (int    argc,
      char **argv)
{
  app_fixture_init (&argc, &argv);

  g_test_add_data_func ("/trials/in-its-stage", NULL, test_leads_to_the_question);
  g_test_add_data_func ("/trials/in-an-earlier-stage", GINT_TO_POINTER (TRUE), test_leads_to_the_question);

  return app_fixture_run ();
}
