/* SPDX-License-Identifier: GPL-3.0-or-later */

/* What is due as days pass: midnight, days that deals come back on, trials that end. */

#include "change/sc-waking.h"
#include "model/sc-wall-clock.h"
#include "today/today-tests.h"

/* Set before the fixture is made; midnight and the hour come by themselves. */
static void
set_clock (ScDate day,
           gint64 hour)
{
  sc_clock_set (sc_date_to_instant (day) + (hour - 12) * G_TIME_SPAN_HOUR);
  sc_wall_clock_look (sc_wall_clock_get_default ());
}

static void
test_counts_anew_at_midnight (void)
{
  ScDate wednesday = sc_date_new (2026, 11, 25);
  g_autoptr (TodayFixture) fixture = NULL;

  set_clock (wednesday, 12);
  fixture = today_fixture_new ();
  widget_test_wait (today_tests_shows_three, fixture->view, "three things that are due");
  today_tests_wait_for_label (fixture, "3 days ago");

  set_clock (wednesday + 1, 0);
  today_tests_wait_for_label (fixture, "4 days ago");
  today_tests_wait_for_label (fixture, "2 days ago");
  set_clock (wednesday + 7, 0);
  /* The stage's three days are over for the four deals; one more step is due. */
  today_tests_wait_for_label (fixture, "2 working days over target");
  g_assert_cmpuint (sc_today_view_get_n_due (fixture->view), ==, 8);
  sc_clock_set (0);
}

/* A deal that was parked until today is asked for, before and after that is written. */
static void
test_a_parked_deal_is_back_on_its_day (void)
{
  ScDate monday = sc_date_new (2026, 11, 30);
  g_autoptr (TodayFixture) fixture = NULL;
  g_autoptr (ScDeal) deal = NULL;
  GtkWidget *row;
  gint64 id;

  set_clock (monday, 12);
  fixture = today_fixture_new ();
  widget_test_wait (today_tests_shows_three, fixture->view, "three things that are due");
  id = today_tests_add_step (fixture, "Resting", monday);
  deal = change_fixture_load (fixture->base, id);
  widget_test_wait (today_tests_shows_four, fixture->view, "a fourth thing that is due");
  change_fixture_run (fixture->base, sc_command_park_deal (deal, monday + 1, NULL));
  widget_test_wait (today_tests_shows_three, fixture->view, "nothing of a parked deal");

  set_clock (monday + 1, 0);
  today_tests_wait_for_label (fixture, "Back to the conversation");
  g_assert_cmpuint (sc_today_view_get_n_due (fixture->view), ==, 5);
  row = gtk_widget_get_ancestor (widget_test_find (fixture->window, GTK_TYPE_LABEL, "Back to the conversation"),
                                 SC_TYPE_DUE_WIDGET);
  g_assert_cmpint (sc_due_item_get_row (sc_due_widget_get_item (SC_DUE_WIDGET (row)))->kind, ==, SC_DUE_WOKEN);
  g_assert_false (sc_due_item_can_be_done (sc_due_widget_get_item (SC_DUE_WIDGET (row))));
  gtk_widget_activate_action (row, "due.done", NULL);

  /* Its step from before is the next one still. */
  sc_waking_run (fixture->base->store, NULL);
  widget_test_wait (today_tests_shows_four, fixture->view, "no more that is woken");
  sc_clock_set (0);
}

/* Stage B asks until when the trial goes from now on. */
static const ScCriterion *
ask_for_trial_end (TodayFixture *fixture)
{
  g_autoptr (GPtrArray) edits = sc_edits_new ();
  g_autoptr (ScVersion) version = sc_store_load_version (fixture->base->store, fixture->base->process_id,
                                                         SC_VERSION_WANTED_CURRENT, NULL);
  g_autoptr (ScStage) stage = sc_stage_copy (sc_version_find_stage_by_name (version, "B", NULL));
  ScCriterion *criterion = sc_stage_add_criterion (stage, "Trial until");

  criterion->type = SC_ANSWER_DATE;
  criterion->purpose = SC_PURPOSE_TRIAL_END;
  g_ptr_array_add (edits, sc_edit_replace_stage (version, stage));
  change_fixture_run (fixture->base, sc_command_edit_version (fixture->base->process_id, "Edit", edits));
  change_fixture_publish (fixture->base);

  return sc_version_find_stage_by_name (fixture->base->version, "B", NULL)->criteria->pdata[1];
}

static void
answer (TodayFixture      *fixture,
        gint64             id,
        const ScCriterion *criterion,
        ScDate             day)
{
  g_autoptr (ScDeal) deal = change_fixture_load (fixture->base, id);
  g_autoptr (ScGateAnswers) answers = sc_gate_answers_new ();
  g_autoptr (ScAnswer) until = sc_answer_new_date (day);

  sc_gate_answers_answer (answers, 0, criterion->id, until, NULL);
  change_fixture_run (fixture->base, sc_command_answer (deal, answers));
}

static void
move (TodayFixture *fixture,
      gint64        id,
      const char   *stage)
{
  g_autoptr (ScDeal) deal = change_fixture_load (fixture->base, id);
  const char *stage_id = change_fixture_get_stage (fixture->base, stage);

  change_fixture_run (fixture->base, sc_command_move_deal (deal, stage_id, 0, NULL));
}

static gboolean
is_over (gpointer data)
{
  GtkWidget *when = widget_test_find (today_tests_find_row_of (data, "Trial"), GTK_TYPE_LABEL, "Yesterday");

  return when != NULL && gtk_widget_has_css_class (when, "error");
}

/* From its last day on, until the deal has gone on behind the stage that asks. */
static void
test_a_trial_that_ends_is_asked_for (void)
{
  ScDate monday = sc_date_new (2026, 11, 23);
  const char *const words[] = { "Trial", "Today", NULL };
  g_autoptr (TodayFixture) fixture = NULL;
  const ScCriterion *until;
  gint64 id, endless;

  set_clock (monday, 12);
  fixture = today_fixture_new ();
  until = ask_for_trial_end (fixture);
  id = today_tests_add_step_in (fixture, "Trial", "B", monday + 28);
  endless = today_tests_add_step_in (fixture, "Free use", "B", monday + 28);
  answer (fixture, id, until, monday + 1);
  answer (fixture, endless, until, SC_DATE_NONE);
  widget_test_wait (today_tests_shows_three, fixture->view, "three things that are due");
  g_assert_null (widget_test_find (fixture->window, GTK_TYPE_LABEL, "Trials Ending"));

  set_clock (monday + 1, 0);
  today_tests_wait_for_label (fixture, "Trials Ending");
  g_assert_cmpuint (sc_today_view_get_n_due (fixture->view), ==, 4);
  for (guint i = 0; words[i] != NULL; i++)
    g_assert_nonnull (widget_test_find (today_tests_find_row_of (fixture, "Trial"), GTK_TYPE_LABEL, words[i]));
  g_assert_null (today_tests_find_row_of (fixture, "Free use"));
  g_assert_false (gtk_widget_has_css_class (widget_test_find (today_tests_find_row_of (fixture, "Trial"), GTK_TYPE_LABEL, "Today"), "error"));

  set_clock (monday + 2, 0);
  widget_test_wait (is_over, fixture, "the trial to be over");

  /* A later day takes it away until then, and it is gone for good behind the stage. */
  answer (fixture, id, until, monday + 9);
  widget_test_wait (today_tests_shows_three, fixture->view, "the extended trial to leave");
  change_fixture_run (fixture->base, sc_command_undo (SC_CHANGES_OF_WINDOW, NULL));
  widget_test_wait (today_tests_shows_four, fixture->view, "it to come back");
  move (fixture, id, "C");
  widget_test_wait (today_tests_shows_three, fixture->view, "the deal that went on to leave");
  change_fixture_run (fixture->base, sc_command_undo (SC_CHANGES_OF_WINDOW, NULL));
  widget_test_wait (today_tests_shows_four, fixture->view, "it to come back");
  sc_clock_set (0);
}

/* Three working days from a Tuesday end with Friday. */
static void
test_nothing_is_over_on_a_sunday (void)
{
  ScDate tuesday = sc_date_new (2026, 11, 24);
  g_autoptr (TodayFixture) fixture = NULL;

  set_clock (tuesday, 12);
  fixture = today_fixture_new ();
  set_clock (tuesday + 5, 12);
  today_tests_wait_for_label (fixture, "8 days ago");
  g_assert_cmpuint (sc_today_view_get_n_due (fixture->view), ==, 3);
  set_clock (tuesday + 6, 0);
  today_tests_wait_for_label (fixture, "1 working day over target");
  sc_clock_set (0);
}

void
today_tests_add_days (void)
{
  g_test_add_func ("/today/counts-anew-at-midnight", test_counts_anew_at_midnight);
  g_test_add_func ("/today/parked-deal-is-back-on-its-day", test_a_parked_deal_is_back_on_its_day);
  g_test_add_func ("/today/trial-that-ends", test_a_trial_that_ends_is_asked_for);
  g_test_add_func ("/today/nothing-is-over-on-a-sunday", test_nothing_is_over_on_a_sunday);
}
