/* SPDX-License-Identifier: GPL-3.0-or-later */

/* What stages ask, answered in a deal's pane. */

#include "deal/deal-fixture.h"
#include "deal/sc-earlier-answers.h"
#include "unsaved/sc-unsaved.h"
#include "widgets/sc-text-area.h"

/* The field of an answer, or of why there is none. */
static ScTextArea *
get_area (ScQuestionRow *row,
          guint          nth)
{
  return deal_fixture_find (row, SC_TYPE_TEXT_AREA, nth);
}

static void
type (DealFixture *self,
      const char  *criterion,
      const char  *text)
{
  ScQuestionRow *row = deal_fixture_find_row (self, criterion);

  sc_text_area_replace (get_area (row, 0), text);
  sc_question_row_commit (row);
}

static void
choose (DealFixture *self,
        const char  *criterion,
        guint        position)
{
  gtk_drop_down_set_selected (deal_fixture_find (deal_fixture_find_row (self, criterion), GTK_TYPE_DROP_DOWN, 0),
                              position);
}

static gboolean
is_told (DealFixture *self,
         gint64       deal_id,
         const char  *criterion,
         const char  *expected)
{
  g_autofree char *told = deal_fixture_tell (self, deal_id, criterion);

  return g_str_equal (told, expected);
}

#define wait_until_told(self, deal_id, criterion, expected) \
        wait_until (is_told (self, deal_id, criterion, expected))

static void
test_every_type_is_answered (void)
{
  g_autoptr (DealFixture) self = deal_fixture_new ();
  gint64 deal = deal_fixture_add (self, "One", "Talk", NULL);

  deal_fixture_open (self, deal);
  g_assert_true (deal_fixture_says (self, "“Talk” · 0 of 6 answered · summary not confirmed yet"));
  type (self, DEAL_FIXTURE_TEXT, "It breaks & “stops”");
  wait_until_told (self, deal, DEAL_FIXTURE_TEXT, "It breaks & “stops”");
  choose (self, DEAL_FIXTURE_CHOICE, 2);
  wait_until_told (self, deal, DEAL_FIXTURE_CHOICE, "large");
  type (self, DEAL_FIXTURE_NUMBER, "1,200.5");
  wait_until_told (self, deal, DEAL_FIXTURE_NUMBER, "1200.5");
  type (self, DEAL_FIXTURE_MONEY, "1,200.50 EUR");
  wait_until_told (self, deal, DEAL_FIXTURE_MONEY, "120050 EUR");
  type (self, DEAL_FIXTURE_DATE, "2027-03-31");
  wait_until_told (self, deal, DEAL_FIXTURE_DATE, "2027-03-31");
  choose (self, DEAL_FIXTURE_YES_NO, 1);
  wait_until_told (self, deal, DEAL_FIXTURE_YES_NO, "yes");
  gtk_check_button_set_active (deal_fixture_find (deal_fixture_find_row (self, DEAL_FIXTURE_TICK), GTK_TYPE_CHECK_BUTTON, 0), TRUE);
  wait_until_told (self, deal, DEAL_FIXTURE_TICK, "yes");
  wait_until (deal_fixture_says (self, "“Talk” · 6 of 6 answered · summary confirmed"));
}

static void
test_a_day_is_taken_from_a_calendar (void)
{
  g_autoptr (DealFixture) self = deal_fixture_new ();
  gint64 deal = deal_fixture_add (self, "One", "Talk", NULL);
  g_autoptr (GDateTime) day = g_date_time_new_local (2027, 5, 4, 12, 0, 0);
  ScQuestionRow *row;

  deal_fixture_open (self, deal);
  row = deal_fixture_find_row (self, DEAL_FIXTURE_DATE);
  gtk_menu_button_popup (deal_fixture_find (row, GTK_TYPE_MENU_BUTTON, 0));
  gtk_calendar_select_day (deal_fixture_find (row, GTK_TYPE_CALENDAR, 0), day);
  wait_until_told (self, deal, DEAL_FIXTURE_DATE, "2027-05-04");
}

static void
test_what_is_no_answer_is_refused (void)
{
  static const struct {
    const char *criterion;
    const char *text;
    const char *problem;
  } cases[] = {
    { DEAL_FIXTURE_DATE, "soon", "“soon” is not a day. Type one such as 31.12, fri or next week." },
    { DEAL_FIXTURE_MONEY, "a lot", "“a lot” is not an amount. Type one such as 12,000, 5k or 1.5m." },
  };
  g_autoptr (DealFixture) self = deal_fixture_new ();
  gint64 deal = deal_fixture_add (self, "One", "Talk", NULL);

  deal_fixture_open (self, deal);
  for (guint i = 0; i < G_N_ELEMENTS (cases); i++)
    {
      g_autofree char *text = NULL;

      type (self, cases[i].criterion, cases[i].text);
      g_assert_true (deal_fixture_says (self, cases[i].problem));
      g_assert_true (is_told (self, deal, cases[i].criterion, "open"));
      text = sc_text_area_dup_text (get_area (deal_fixture_find_row (self, cases[i].criterion), 0));
      g_assert_cmpstr (text, ==, cases[i].text);
    }

  type (self, DEAL_FIXTURE_NUMBER, "abc");
  g_assert_true (gtk_widget_has_css_class (GTK_WIDGET (get_area (deal_fixture_find_row (self, DEAL_FIXTURE_NUMBER), 0)), "error"));
  g_assert_true (is_told (self, deal, DEAL_FIXTURE_NUMBER, "open"));
}

/* It waits for the person to come back to the deal, and closing the window asks. */
static void
test_what_cannot_be_read_is_not_lost (void)
{
  g_autoptr (DealFixture) self = deal_fixture_new ();
  gint64 one = deal_fixture_add (self, "One", "Talk", NULL);
  gint64 two = deal_fixture_add (self, "Two", "Talk", NULL);
  g_autofree char *other = NULL;
  g_autofree char *text = NULL;

  deal_fixture_open (self, one);
  type (self, DEAL_FIXTURE_DATE, "soon");
  deal_fixture_open (self, two);
  other = sc_text_area_dup_text (get_area (deal_fixture_find_row (self, DEAL_FIXTURE_DATE), 0));
  g_assert_cmpstr (other, ==, "");
  g_assert_cmpint (sc_unsaved_get_state_in (GTK_WIDGET (self->window)), ==, SC_SAVE_STATE_UNSAVED);

  deal_fixture_open (self, one);
  text = sc_text_area_dup_text (get_area (deal_fixture_find_row (self, DEAL_FIXTURE_DATE), 0));
  g_assert_cmpstr (text, ==, "soon");
  type (self, DEAL_FIXTURE_DATE, "2027-03-31");
  wait_until_told (self, one, DEAL_FIXTURE_DATE, "2027-03-31");
  wait_until (sc_unsaved_get_state_in (GTK_WIDGET (self->window)) == SC_SAVE_STATE_SAVED);
}

static void
test_an_answer_is_taken_back (void)
{
  g_autoptr (DealFixture) self = deal_fixture_new ();
  gint64 deal = deal_fixture_add (self, "One", "Talk", NULL);

  deal_fixture_open (self, deal);
  type (self, DEAL_FIXTURE_TEXT, "It breaks");
  wait_until_told (self, deal, DEAL_FIXTURE_TEXT, "It breaks");
  wait_until (deal_fixture_find_button (self, NULL, "_Undo") != NULL);
  g_signal_emit_by_name (deal_fixture_find_button (self, NULL, "_Undo"), "clicked");
  wait_until_told (self, deal, DEAL_FIXTURE_TEXT, "open");
  wait_until (deal_fixture_says (self, "“Talk” · 0 of 6 answered · summary not confirmed yet"));
}

static void
test_not_told_says_why_and_does_not_count (void)
{
  g_autoptr (DealFixture) self = deal_fixture_new ();
  gint64 deal = deal_fixture_add (self, "One", "Talk", NULL);
  ScQuestionRow *row;

  deal_fixture_open (self, deal);
  row = deal_fixture_find_row (self, DEAL_FIXTURE_TEXT);
  gtk_toggle_button_set_active (GTK_TOGGLE_BUTTON (deal_fixture_find_button (self, row, "Not Told")), TRUE);
  sc_text_area_replace (get_area (row, 1), "The director knows");
  sc_question_row_commit (row);
  wait_until_told (self, deal, DEAL_FIXTURE_TEXT, "not-told: The director knows");
  type (self, DEAL_FIXTURE_NUMBER, "3");
  wait_until (deal_fixture_says (self, "“Talk” · 1 of 6 answered · summary not confirmed yet"));
}

static gboolean
says_of_row (DealFixture *self,
             const char  *extended)
{
  GtkWidget *row = GTK_WIDGET (deal_fixture_find_row (self, "Trial until"));

  for (guint i = 0; i < 20; i++)
    {
      GtkLabel *label = deal_fixture_find (row, GTK_TYPE_LABEL, i);

      if (label != NULL && gtk_widget_get_mapped (GTK_WIDGET (label))
          && g_str_has_prefix (gtk_label_get_label (label), extended))
        return TRUE;
    }

  return FALSE;
}

/* What is typed waits until it is told why, and the reason is not there again. */
static void
test_a_trial_is_extended_twice_with_a_reason (void)
{
  g_autoptr (DealFixture) self = deal_fixture_new ();
  gint64 deal = deal_fixture_add (self, "One", "Use", NULL);
  g_autofree char *note = NULL;
  ScQuestionRow *row;

  deal_fixture_answer (self, deal, "Trial until", "2027-01-10");
  deal_fixture_open (self, deal);
  type (self, "Trial until", "2027-01-20");
  wait_until_told (self, deal, "Trial until", "2027-01-20");
  wait_until (says_of_row (self, "Extended once"));

  row = deal_fixture_find_row (self, "Trial until");
  g_assert_false (gtk_widget_get_mapped (GTK_WIDGET (get_area (row, 1))));
  type (self, "Trial until", "2027-01-30");
  g_assert_true (gtk_widget_get_mapped (GTK_WIDGET (get_area (row, 1))));
  g_assert_true (deal_fixture_says (self, "The trial was extended before. Say why it is extended once more."));
  g_assert_true (is_told (self, deal, "Trial until", "2027-01-20"));

  sc_text_area_replace (get_area (row, 1), "They are moving");
  g_assert_false (deal_fixture_says (self, "The trial was extended before. Say why it is extended once more."));
  sc_question_row_commit (row);
  wait_until_told (self, deal, "Trial until", "2027-01-30");
  wait_until (says_of_row (self, "Extended 2 times"));
  g_assert_false (gtk_widget_get_mapped (GTK_WIDGET (get_area (row, 1))));
  note = sc_text_area_dup_text (get_area (row, 1));
  g_assert_cmpstr (note, ==, "");
}

static void
test_the_last_deals_answer_is_offered (void)
{
  g_autoptr (DealFixture) self = deal_fixture_new ();
  gint64 first = deal_fixture_add (self, "First", "Talk", "Acme");
  gint64 second = deal_fixture_add (self, "Second", "Talk", "Acme");
  g_autofree char *offer = g_strdup_printf ("Deal %" G_GINT64_FORMAT ": “It breaks” →", first);
  g_autofree char *confirm = g_strdup_printf ("_Confirm What Deal %" G_GINT64_FORMAT " Says", first);

  deal_fixture_answer (self, first, DEAL_FIXTURE_TEXT, "It breaks");
  deal_fixture_open (self, second);
  wait_until (deal_fixture_find_button (self, NULL, offer) != NULL);
  g_signal_emit_by_name (deal_fixture_find_button (self, NULL, offer), "clicked");

  /* It counts once it is confirmed. */
  wait_until (deal_fixture_find_button (self, NULL, confirm) != NULL);
  g_assert_true (is_told (self, second, DEAL_FIXTURE_TEXT, "open"));
  g_assert_true (deal_fixture_says (self, "“Talk” · 0 of 6 answered · summary not confirmed yet"));
  g_signal_emit_by_name (deal_fixture_find_button (self, NULL, confirm), "clicked");
  wait_until_told (self, second, DEAL_FIXTURE_TEXT, "It breaks");
}

static void
test_answers_from_elsewhere_come_and_typed_text_stays (void)
{
  g_autoptr (DealFixture) self = deal_fixture_new ();
  gint64 deal = deal_fixture_add (self, "One", "Talk", NULL);
  ScTextArea *area;
  g_autofree char *text = NULL;

  deal_fixture_open (self, deal);
  area = get_area (deal_fixture_find_row (self, DEAL_FIXTURE_TEXT), 0);
  sc_text_area_replace (area, "mine");
  deal_fixture_answer (self, deal, DEAL_FIXTURE_NUMBER, "7");
  wait_until (deal_fixture_says (self, "“Talk” · 1 of 6 answered · summary not confirmed yet"));
  deal_fixture_answer (self, deal, DEAL_FIXTURE_TEXT, "theirs");
  wait_until (deal_fixture_says (self, "Meanwhile changed elsewhere to “theirs”"));
  text = sc_text_area_dup_text (area);
  g_assert_cmpstr (text, ==, "mine");
}

static AdwExpanderRow *
get_earlier (DealFixture *self)
{
  return deal_fixture_find (deal_fixture_find (self->pane, SC_TYPE_EARLIER_ANSWERS, 0), ADW_TYPE_EXPANDER_ROW, 0);
}

static void
test_earlier_answers_are_read_and_mended (void)
{
  g_autoptr (DealFixture) self = deal_fixture_new ();
  gint64 deal = deal_fixture_add (self, "One", "Talk", NULL);

  deal_fixture_answer (self, deal, "Who asks?", "Ann");
  deal_fixture_open (self, deal);
  g_assert_cmpstr (adw_preferences_row_get_title (ADW_PREFERENCES_ROW (get_earlier (self))), ==, "Ask");
  g_assert_cmpstr (adw_expander_row_get_subtitle (get_earlier (self)), ==, "1 of 1 answered");
  g_assert_null (deal_fixture_find (get_earlier (self), SC_TYPE_QUESTION_ROW, 0));

  adw_expander_row_set_expanded (get_earlier (self), TRUE);
  wait_until (deal_fixture_find_row (self, "Who asks?") != NULL);
  type (self, "Who asks?", "Ben");
  wait_until_told (self, deal, "Who asks?", "Ben");
}

static void
test_a_lost_deal_keeps_its_answers_on_show (void)
{
  g_autoptr (DealFixture) self = deal_fixture_new ();
  gint64 id = deal_fixture_add (self, "One", "Talk", NULL);
  g_autoptr (ScDeal) deal = change_fixture_load (self->change, id);
  GtkWidget *row;

  deal_fixture_answer (self, id, DEAL_FIXTURE_TEXT, "It breaks");
  change_fixture_run (self->change, sc_command_lose_deal (deal, "Price"));
  deal_fixture_open (self, id);
  g_assert_null (deal_fixture_find_row (self, DEAL_FIXTURE_TEXT));
  wait_until ((row = widget_test_find (GTK_WIDGET (self->pane), ADW_TYPE_EXPANDER_ROW, "Talk")) != NULL);
  adw_expander_row_set_expanded (ADW_EXPANDER_ROW (row), TRUE);
  wait_until (deal_fixture_find_row (self, DEAL_FIXTURE_TEXT) != NULL);
}

int
main (int    argc,
      char **argv)
{
  g_test_init (&argc, &argv, NULL);
  adw_init ();

  g_test_add_func ("/deal-answers/every-type-is-answered", test_every_type_is_answered);
  g_test_add_func ("/deal-answers/a-day-is-taken-from-a-calendar", test_a_day_is_taken_from_a_calendar);
  g_test_add_func ("/deal-answers/what-is-no-answer-is-refused", test_what_is_no_answer_is_refused);
  g_test_add_func ("/deal-answers/what-cannot-be-read-is-not-lost", test_what_cannot_be_read_is_not_lost);
  g_test_add_func ("/deal-answers/an-answer-is-taken-back", test_an_answer_is_taken_back);
  g_test_add_func ("/deal-answers/not-told", test_not_told_says_why_and_does_not_count);
  g_test_add_func ("/deal-answers/extensions", test_a_trial_is_extended_twice_with_a_reason);
  g_test_add_func ("/deal-answers/the-last-deals-answer-is-offered", test_the_last_deals_answer_is_offered);
  g_test_add_func ("/deal-answers/from-elsewhere", test_answers_from_elsewhere_come_and_typed_text_stays);
  g_test_add_func ("/deal-answers/earlier-answers", test_earlier_answers_are_read_and_mended);
  g_test_add_func ("/deal-answers/a-lost-deal", test_a_lost_deal_keeps_its_answers_on_show);

  return g_test_run ();
}
