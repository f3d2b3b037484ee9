/* SPDX-License-Identifier: GPL-3.0-or-later */

#include <adwaita.h>
#include <sqlite3.h>

#include "deal/sc-company-row.h"
#include "deal/sc-deal-checklist.h"
#include "deal/sc-deal-form.h"
#include "deal/sc-deal-pane.h"
#include "deal/sc-money-row.h"
#include "deal/sc-payment-dialog.h"
#include "deal/sc-payment-row.h"
#include "deal/sc-step-dialog.h"
#include "deal/sc-step-row.h"
#include "pipeline/pipeline-fixture.h"
#include "pipeline/sc-pipeline.h"
#include "widgets/sc-text-row.h"

static gboolean
shows_deal (PipelineFixture *self,
            gpointer         pane)
{
  AdwWindowTitle *title = pipeline_fixture_find (pane, ADW_TYPE_WINDOW_TITLE, 0);

  return adw_window_title_get_title (title)[0] != '\0';
}

static ScDealPane *
open_pane (PipelineFixture *self,
           gint64           deal_id)
{
  ScDealPane *pane;

  pipeline_fixture_show (self);
  sc_pipeline_view_select_deal (self->view, deal_id);
  pane = pipeline_fixture_find (GTK_WIDGET (self->view), SC_TYPE_DEAL_PANE, 0);
  pipeline_fixture_wait (self, shows_deal, pane);

  return pane;
}

static ScFieldRow *
find_row (ScDealPane *pane,
          const char *title)
{
  ScFieldRow *row;

  for (guint i = 0; (row = pipeline_fixture_find (GTK_WIDGET (pane), SC_TYPE_FIELD_ROW, i)) != NULL; i++)
    if (g_str_has_prefix (adw_preferences_row_get_title (ADW_PREFERENCES_ROW (row)), title))
      return row;

  g_assert_not_reached ();
}

static void
type (ScFieldRow *row,
      const char *text)
{
  gtk_editable_set_text (GTK_EDITABLE (row), text);
  g_signal_emit_by_name (row, "entry-activated");
}

typedef struct {
  gint64 deal_id;
  const char *title;
  const char *company;
  ScMoney value;
} Expected;

static gboolean
is_saved (PipelineFixture *self,
          gpointer         data)
{
  const Expected *expected = data;
  g_autoptr (ScDeal) deal = change_fixture_load (self->change, expected->deal_id);

  return g_strcmp0 (deal->title, expected->title) == 0
         && g_strcmp0 (deal->company, expected->company) == 0
         && sc_money_equal (deal->value, expected->value);
}

static void
test_a_field_saves_itself (void)
{
  g_autoptr (PipelineFixture) self = pipeline_fixture_new ();
  gint64 one = change_fixture_add (self->change, "one", "A");
  ScDealPane *pane = open_pane (self, one);
  ScFieldRow *value = find_row (pane, "Value");
  Expected expected = { one, "uno", "Acme", sc_money_new (123450, "USD") };

  type (find_row (pane, "Title"), "uno");
  type (find_row (pane, "Company"), " Acme ");
  type (value, "1,234.50");
  pipeline_fixture_wait (self, is_saved, &expected);

  /* What can't be read is not saved, and stays where it is. */
  type (value, "a lot");
  g_assert_false (sc_field_row_is_valid (value));
  g_assert_true (gtk_widget_has_css_class (GTK_WIDGET (value), "error"));
  g_assert_cmpstr (gtk_editable_get_text (GTK_EDITABLE (value)), ==, "a lot");
  g_assert_true (is_saved (self, &expected));
}

static gboolean
shows_title (PipelineFixture *self,
             gpointer         data)
{
  AdwWindowTitle *title = pipeline_fixture_find (pipeline_fixture_find (GTK_WIDGET (self->view), SC_TYPE_DEAL_PANE, 0),
                                                 ADW_TYPE_WINDOW_TITLE, 0);

  return g_str_equal (adw_window_title_get_title (title), data);
}

/* What can't be read waits for the person to come back to the deal. */
static void
test_what_cannot_be_read_waits (void)
{
  g_autoptr (PipelineFixture) self = pipeline_fixture_new ();
  gint64 two = change_fixture_add (self->change, "two", "A");
  gint64 one = change_fixture_add (self->change, "one", "A");
  ScDealPane *pane = open_pane (self, one);
  ScFieldRow *value = find_row (pane, "Value");

  type (value, "a lot");
  sc_pipeline_view_select_deal (self->view, two);
  pipeline_fixture_wait (self, shows_title, (gpointer) "two");
  g_assert_cmpstr (gtk_editable_get_text (GTK_EDITABLE (value)), ==, "");
  g_assert_false (gtk_widget_has_css_class (GTK_WIDGET (value), "error"));

  sc_pipeline_view_select_deal (self->view, one);
  pipeline_fixture_wait (self, shows_title, (gpointer) "one");
  g_assert_cmpstr (gtk_editable_get_text (GTK_EDITABLE (value)), ==, "a lot");
  g_assert_true (gtk_widget_has_css_class (GTK_WIDGET (value), "error"));
}

/* What another window or a script, with a connection of its own, makes of a
 * deal. */
static void
edit_elsewhere (PipelineFixture *self,
                ScDeal          *after,
                ScDealFields     fields)
{
  g_autoptr (ScStore) other = store_fixture_open_other (self->change->base);
  g_autoptr (GError) error = NULL;
  g_autoptr (ScDeal) before = sc_store_load_deal (other, after->id, &error);
  g_autoptr (ScOutcome) outcome = NULL;

  g_assert_no_error (error);
  outcome = sc_command_run (sc_command_edit_deal (before, after, fields), other, NULL, &error);
  g_assert_no_error (error);
}

static gboolean
has_text (PipelineFixture *self,
          gpointer         dialog_and_text)
{
  const gpointer *both = dialog_and_text;
  GtkLabel *label;

  for (guint i = 0; (label = pipeline_fixture_find (both[0], GTK_TYPE_LABEL, i)) != NULL; i++)
    if (g_str_equal (gtk_label_get_text (label), both[1]))
      return TRUE;

  return FALSE;
}

static AdwDialog *
wait_for_question (PipelineFixture *self,
                   const char      *what,
                   const char      *theirs,
                   const char      *mine)
{
  AdwDialog *dialog = pipeline_fixture_wait_for_dialog (self, ADW_TYPE_ALERT_DIALOG);
  const char *const texts[] = { what, theirs, mine };

  for (guint i = 0; i < G_N_ELEMENTS (texts); i++)
    {
      gpointer both[] = { dialog, (gpointer) texts[i] };

      pipeline_fixture_wait (self, has_text, both);
    }

  return dialog;
}

static gboolean
has_no_dialog (PipelineFixture *self,
               gpointer         data)
{
  return adw_window_get_visible_dialog (self->window) == NULL;
}

static void
answer (PipelineFixture *self,
        AdwDialog       *dialog,
        const char      *response)
{
  pipeline_fixture_respond (dialog, response);
  pipeline_fixture_wait (self, has_no_dialog, NULL);
  /* What comes of it is told when nothing else is left to do. */
  while (g_main_context_iteration (NULL, FALSE))
    ;
}

typedef struct {
  ScFieldRow *row;
  const char *value;
  const char *text;
} Shown;

static gboolean
is_shown (PipelineFixture *self,
          gpointer         data)
{
  const Shown *shown = data;

  return g_str_equal (sc_field_row_get_value (shown->row), shown->value) &&
         g_str_equal (gtk_editable_get_text (GTK_EDITABLE (shown->row)), shown->text);
}

static gboolean
can_be_typed_in (PipelineFixture *self,
                 gpointer         row)
{
  return gtk_widget_is_sensitive (row);
}

typedef struct {
  gint64 deal_id;
  const char *phone;
} Phone;

static gboolean
has_phone (PipelineFixture *self,
           gpointer         data)
{
  const Phone *expected = data;
  g_autoptr (ScDeal) deal = change_fixture_load (self->change, expected->deal_id);

  return g_strcmp0 (deal->phone, expected->phone) == 0;
}

static void
set_phone_elsewhere (PipelineFixture *self,
                     gint64           deal_id,
                     const char      *phone)
{
  g_autoptr (ScStore) other = store_fixture_open_other (self->change->base);
  g_autoptr (GError) error = NULL;
  g_autoptr (ScDeal) before = sc_store_load_deal (other, deal_id, &error);
  g_autoptr (ScDeal) after = sc_deal_copy (before);
  g_autoptr (ScOutcome) outcome = NULL;

  g_set_str (&after->phone, phone);
  outcome = sc_command_run (sc_command_edit_person (before, after, SC_DEAL_FIELD_PHONE), other, NULL, &error);
  g_assert_no_error (error);
}

/* It is the person's, whom the other deal has as well. */
static void
test_a_phone_is_the_persons (void)
{
  g_autoptr (PipelineFixture) self = pipeline_fixture_new ();
  gint64 one = change_fixture_add (self->change, "one", "A");
  gint64 two = change_fixture_add (self->change, "two", "A");
  g_autoptr (ScDeal) other = change_fixture_load (self->change, two);
  ScDealPane *pane = open_pane (self, one);
  ScFieldRow *phone = find_row (pane, "Phone");
  Phone first = { two, "+44 20 7946 0018" };
  Phone last = { two, "mine" };
  Shown theirs = { phone, "theirs", "mine" };
  Shown taken = { phone, "theirs", "theirs" };

  g_set_str (&other->person, "Ann");
  edit_elsewhere (self, other, SC_DEAL_FIELD_PERSON);
  g_assert_false (gtk_widget_is_sensitive (GTK_WIDGET (phone)));
  g_assert_cmpint (adw_entry_row_get_input_purpose (ADW_ENTRY_ROW (phone)), ==, GTK_INPUT_PURPOSE_PHONE);
  type (find_row (pane, "Person"), "Ann");
  pipeline_fixture_wait (self, can_be_typed_in, phone);
  type (phone, " +44 20 7946 0018 ");
  pipeline_fixture_wait (self, has_phone, &first);

  gtk_editable_set_text (GTK_EDITABLE (phone), "mine");
  set_phone_elsewhere (self, two, "theirs");
  pipeline_fixture_wait (self, is_shown, &theirs);
  g_signal_emit_by_name (phone, "entry-activated");
  answer (self, wait_for_question (self, "Phone of “one”", "theirs", "mine"), "theirs");
  pipeline_fixture_wait (self, is_shown, &taken);
  type (phone, "mine");
  pipeline_fixture_wait (self, has_phone, &last);
}

/* Whether this window has heard of it or not. */
static void
test_a_field_that_both_change_is_asked_about (void)
{
  for (guint i = 0; i < 4; i++)
    {
      g_autoptr (PipelineFixture) self = pipeline_fixture_new ();
      gint64 one = change_fixture_add (self->change, "one", "A");
      ScDealPane *pane = open_pane (self, one);
      ScFieldRow *title = find_row (pane, "Title");
      g_autoptr (ScDeal) deal = change_fixture_load (self->change, one);
      gboolean is_mine = i % 2 == 0;
      Expected theirs = { one, "theirs", NULL, { 0 } };
      Expected mine = { one, "mine", NULL, { 0 } };
      Shown overtaken = { title, "theirs", "mine" };
      Shown settled = { title, is_mine ? "mine" : "theirs", is_mine ? "mine" : "theirs" };
      AdwDialog *dialog;

      gtk_editable_set_text (GTK_EDITABLE (title), "mine");
      g_set_str (&deal->title, "theirs");
      edit_elsewhere (self, deal, SC_DEAL_FIELD_TITLE);
      if (i < 2)
        pipeline_fixture_wait (self, is_shown, &overtaken);

      /* Nothing is written, and nothing that was typed is lost, before it is
       * decided. */
      g_signal_emit_by_name (title, "entry-activated");
      dialog = wait_for_question (self, "Title of “theirs”", "theirs", "mine");
      g_assert_true (is_saved (self, &theirs));
      answer (self, dialog, "later");
      g_assert_true (is_saved (self, &theirs));
      pipeline_fixture_wait (self, is_shown, &overtaken);

      g_signal_emit_by_name (title, "entry-activated");
      dialog = wait_for_question (self, "Title of “theirs”", "theirs", "mine");
      answer (self, dialog, is_mine ? "mine" : "theirs");
      pipeline_fixture_wait (self, is_saved, is_mine ? &mine : &theirs);
      pipeline_fixture_wait (self, is_shown, &settled);
    }
}

/* The currency, where only the amount is typed here. */
static void
test_an_amount_and_notes_too (void)
{
  g_autoptr (PipelineFixture) self = pipeline_fixture_new ();
  gint64 one = change_fixture_add (self->change, "one", "A");
  ScDealPane *pane = open_pane (self, one);
  GtkTextView *notes = pipeline_fixture_find (pipeline_fixture_find (GTK_WIDGET (pane), SC_TYPE_TEXT_ROW, 0), GTK_TYPE_TEXT_VIEW, 0);
  ScFieldRow *value = find_row (pane, "Value");
  Shown overtaken = { value, "1,000", "2000" };
  Expected mine = { one, "one", NULL, sc_money_new (200000, "USD") };
  g_autoptr (ScDeal) deal = change_fixture_load (self->change, one);
  g_autoptr (ScDeal) saved = NULL;

  gtk_editable_set_text (GTK_EDITABLE (value), "2000");
  gtk_text_buffer_set_text (gtk_text_view_get_buffer (notes), "my notes", -1);
  deal->value = sc_money_new (100000, "EUR");
  g_set_str (&deal->notes, "their notes");
  edit_elsewhere (self, deal, SC_DEAL_FIELD_VALUE | SC_DEAL_FIELD_NOTES);
  pipeline_fixture_wait (self, is_shown, &overtaken);

  g_signal_emit_by_name (value, "entry-activated");
  answer (self, wait_for_question (self, "Value of “one”", "€1,000", "$2,000"), "mine");
  pipeline_fixture_wait (self, is_saved, &mine);
  saved = change_fixture_load (self->change, one);
  g_assert_cmpstr (saved->notes, ==, "their notes");

  sc_deal_form_commit (pipeline_fixture_find (GTK_WIDGET (pane), SC_TYPE_DEAL_FORM, 2));
  answer (self, wait_for_question (self, "Notes of “one”", "their notes", "my notes"), "theirs");
  sc_deal_unref (saved);
  saved = change_fixture_load (self->change, one);
  g_assert_cmpstr (saved->notes, ==, "their notes");
}

/* An amount with its currency is in that one, whatever the list beside it says. */
static void
test_typed_currency_counts (void)
{
  static const struct {
    const char *text;
    const char *currency;
    gint64 minor;
  } cases[] = {
    { "120 000 ₽", "RUB", 12000000 },
    { "500 €", "EUR", 50000 },
    { "£42.5", "GBP", 4250 },
    { "700 руб", "RUB", 70000 },
    { "1200 USD", "USD", 120000 },
    { "15", "USD", 1500 },
    { "kr 20", NULL, 0 },
  };
  g_autoptr (PipelineFixture) self = pipeline_fixture_new ();
  gint64 one = change_fixture_add (self->change, "one", "A");
  ScDealPane *pane = open_pane (self, one);
  ScFieldRow *value = find_row (pane, "Value");

  for (guint i = 0; i < G_N_ELEMENTS (cases); i++)
    {
      Expected saved = { one, "one", NULL, sc_money_new (cases[i].minor, cases[i].currency) };

      g_test_message ("%s", cases[i].text);
      gtk_editable_set_text (GTK_EDITABLE (value), cases[i].text);
      g_assert_true (sc_field_row_is_valid (value) == (cases[i].currency != NULL));
      if (cases[i].currency == NULL)
        break;
      g_signal_emit_by_name (value, "entry-activated");
      pipeline_fixture_wait (self, is_saved, &saved);
      g_assert_cmpstr (sc_money_row_get_money (SC_MONEY_ROW (value)).currency, ==, cases[i].currency);
    }
}

static gboolean
says (PipelineFixture *self,
      gpointer         pane_and_text)
{
  const gpointer *both = pane_and_text;
  GtkWidget *label;

  for (guint i = 0; (label = pipeline_fixture_find (both[0], GTK_TYPE_LABEL, i)) != NULL; i++)
    if (gtk_widget_get_mapped (label) && g_strcmp0 (gtk_label_get_label (GTK_LABEL (label)), both[1]) == 0)
      return TRUE;

  return FALSE;
}

static gboolean
does_not_say (PipelineFixture *self,
              gpointer         pane_and_text)
{
  return !says (self, pane_and_text);
}

static void
test_notes_say_that_others_changed_them (void)
{
  g_autoptr (PipelineFixture) self = pipeline_fixture_new ();
  gint64 one = change_fixture_add (self->change, "one", "A");
  ScDealPane *pane = open_pane (self, one);
  GtkTextView *notes = pipeline_fixture_find (pipeline_fixture_find (GTK_WIDGET (pane), SC_TYPE_TEXT_ROW, 0), GTK_TYPE_TEXT_VIEW, 0);
  gpointer sign[] = { pane, (gpointer) "Meanwhile changed elsewhere to “their notes”" };
  g_autoptr (ScDeal) deal = change_fixture_load (self->change, one);

  gtk_text_buffer_set_text (gtk_text_view_get_buffer (notes), "my notes", -1);
  g_set_str (&deal->notes, "their notes");
  edit_elsewhere (self, deal, SC_DEAL_FIELD_NOTES);
  pipeline_fixture_wait (self, says, sign);

  sc_deal_form_commit (pipeline_fixture_find (GTK_WIDGET (pane), SC_TYPE_DEAL_FORM, 2));
  answer (self, wait_for_question (self, "Notes of “one”", "their notes", "my notes"), "mine");
  pipeline_fixture_wait (self, does_not_say, sign);
}

/* The question comes when the person has gone on to another deal already. */
static void
test_what_is_not_decided_waits (void)
{
  g_autoptr (PipelineFixture) self = pipeline_fixture_new ();
  gint64 two = change_fixture_add (self->change, "two", "A");
  gint64 one = change_fixture_add (self->change, "one", "A");
  ScDealPane *pane = open_pane (self, one);
  ScFieldRow *company = find_row (pane, "Company");
  g_autoptr (ScDeal) deal = change_fixture_load (self->change, one);
  Shown overtaken = { company, "Theirs Ltd", "Mine Ltd" };
  Shown nothing = { company, "", "" };
  Expected mine = { one, "one", "Mine Ltd", { 0 } };
  AdwDialog *dialog;

  gtk_editable_set_text (GTK_EDITABLE (company), "Mine Ltd");
  g_set_str (&deal->company, "Theirs Ltd");
  edit_elsewhere (self, deal, SC_DEAL_FIELD_COMPANY);
  pipeline_fixture_wait (self, is_shown, &overtaken);
  sc_pipeline_view_select_deal (self->view, two);
  pipeline_fixture_wait (self, shows_title, (gpointer) "two");
  dialog = wait_for_question (self, "Company of “one”", "Theirs Ltd", "Mine Ltd");
  pipeline_fixture_wait (self, is_shown, &nothing);
  answer (self, dialog, "later");

  sc_pipeline_view_select_deal (self->view, one);
  pipeline_fixture_wait (self, shows_title, (gpointer) "one");
  pipeline_fixture_wait (self, is_shown, &overtaken);
  g_signal_emit_by_name (company, "entry-activated");
  answer (self, wait_for_question (self, "Company of “one”", "Theirs Ltd", "Mine Ltd"), "mine");
  pipeline_fixture_wait (self, is_saved, &mine);
}

static gboolean
is_ticked (PipelineFixture *self,
           gpointer         deal_id)
{
  g_autoptr (GPtrArray) ticks = sc_store_list_ticks (self->change->store, *(gint64 *) deal_id, NULL);

  return ticks->len == 1;
}

/* The button of a toast. */
static GtkWidget *
find_undo (PipelineFixture *self)
{
  GtkWidget *button;

  for (guint i = 0; (button = pipeline_fixture_find (GTK_WIDGET (self->window), GTK_TYPE_BUTTON, i)) != NULL; i++)
    if (g_strcmp0 (gtk_button_get_label (GTK_BUTTON (button)), "_Undo") == 0)
      return button;

  return NULL;
}

static void
test_ticks_an_exit_criterion (void)
{
  g_autoptr (PipelineFixture) self = pipeline_fixture_new ();
  gint64 one = change_fixture_add (self->change, "one", "A");
  ScDealPane *pane = open_pane (self, one);
  GtkWidget *list = pipeline_fixture_find (GTK_WIDGET (pane), SC_TYPE_DEAL_CHECKLIST, 0);

  gtk_check_button_set_active (pipeline_fixture_find (list, GTK_TYPE_CHECK_BUTTON, 0), TRUE);
  pipeline_fixture_wait (self, is_ticked, &one);
  wait_until (find_undo (self) != NULL);
  gtk_widget_activate (find_undo (self));
  wait_until (!is_ticked (self, &one));
}

static gboolean
has_payment_row (PipelineFixture *self,
                 gpointer         pane)
{
  return pipeline_fixture_find (pane, SC_TYPE_PAYMENT_ROW, 0) != NULL;
}

static gboolean
is_paid (PipelineFixture *self,
         gpointer         deal_id)
{
  g_autoptr (GPtrArray) payments = sc_store_list_payments (self->change->store, *(gint64 *) deal_id, NULL);

  return ((ScPayment *) payments->pdata[0])->paid_on == sc_clock_today ();
}

static void
test_marks_a_payment_as_received (void)
{
  g_autoptr (PipelineFixture) self = pipeline_fixture_new ();
  gint64 one = change_fixture_add (self->change, "one", "A");
  g_autoptr (ScDeal) deal = change_fixture_load (self->change, one);
  ScPayment payment = { .deal_id = one, .amount = sc_money_new (5000, "EUR"), .due = sc_clock_today () - 3 };
  ScDealPane *pane;
  GtkWidget *row;

  change_fixture_run (self->change, sc_command_add_payment (deal, &payment));
  pane = open_pane (self, one);
  pipeline_fixture_wait (self, has_payment_row, pane);
  row = pipeline_fixture_find (GTK_WIDGET (pane), SC_TYPE_PAYMENT_ROW, 0);
  g_assert_true (gtk_widget_has_css_class (row, "overdue"));

  gtk_check_button_set_active (pipeline_fixture_find (row, GTK_TYPE_CHECK_BUTTON, 0), TRUE);
  pipeline_fixture_wait (self, is_paid, &one);
}

static gboolean
has_no_step (PipelineFixture *self,
             gpointer         deal_id)
{
  g_autoptr (ScDeal) deal = change_fixture_load (self->change, *(gint64 *) deal_id);

  return deal->next_step_id == 0;
}

static gboolean
is_postponed (PipelineFixture *self,
              gpointer         deal_id)
{
  g_autoptr (ScDeal) deal = change_fixture_load (self->change, *(gint64 *) deal_id);

  return deal->next_step_due == sc_clock_today () + 7;
}

static gboolean
has_step_row (PipelineFixture *self,
              gpointer         pane)
{
  return pipeline_fixture_find (pane, SC_TYPE_STEP_ROW, 0) != NULL;
}

static gboolean
shows_postponed_step (PipelineFixture *self,
                      gpointer         pane)
{
  AdwActionRow *row = pipeline_fixture_find (pane, SC_TYPE_STEP_ROW, 0);

  return row != NULL && g_strcmp0 (adw_action_row_get_subtitle (row), "In 7 days") == 0;
}

static void
test_postpones_a_step_and_has_it_done (void)
{
  g_autoptr (PipelineFixture) self = pipeline_fixture_new ();
  gint64 one = change_fixture_add (self->change, "one", "A");
  g_autoptr (ScDeal) deal = change_fixture_load (self->change, one);
  ScDealPane *pane;
  GtkWidget *row;

  change_fixture_run (self->change, sc_command_add_activity (deal, "Call Anna", sc_clock_today ()));
  pane = open_pane (self, one);
  pipeline_fixture_wait (self, has_step_row, pane);
  row = pipeline_fixture_find (GTK_WIDGET (pane), SC_TYPE_STEP_ROW, 0);
  gtk_widget_activate_action (row, "step.postpone", "s", "7");
  pipeline_fixture_wait (self, is_postponed, &one);

  /* The row is made anew with what is saved. */
  pipeline_fixture_wait (self, shows_postponed_step, pane);
  row = pipeline_fixture_find (GTK_WIDGET (pane), SC_TYPE_STEP_ROW, 0);
  gtk_check_button_set_active (pipeline_fixture_find (row, GTK_TYPE_CHECK_BUTTON, 0), TRUE);
  pipeline_fixture_wait (self, has_no_step, &one);
}

static gboolean
has_other_row (PipelineFixture *self,
               gpointer         old_row)
{
  gpointer row = pipeline_fixture_find (GTK_WIDGET (self->view), G_OBJECT_TYPE (old_row), 0);

  return row != NULL && row != old_row;
}

static gboolean
has_refused (PipelineFixture *self,
             gpointer         data)
{
  AdwDialog *dialog = adw_window_get_visible_dialog (self->window);

  return ADW_IS_ALERT_DIALOG (dialog) &&
         g_str_equal (adw_alert_dialog_get_heading (ADW_ALERT_DIALOG (dialog)), "The Change Was Not Saved");
}

/* What is entered is on show again behind it. */
static void
close_refusal (PipelineFixture *self)
{
  adw_dialog_force_close (adw_window_get_visible_dialog (self->window));
}

/* The row that the dialog was opened from is not there any more. */
static void
test_a_dialog_says_that_others_were_first (void)
{
  g_autoptr (PipelineFixture) self = pipeline_fixture_new ();
  gint64 one = change_fixture_add (self->change, "one", "A");
  g_autoptr (ScDeal) deal = change_fixture_load (self->change, one);
  ScPayment payment = { 0 };
  ScActivity theirs = { 0 };
  ScDealPane *pane;
  g_autoptr (GPtrArray) steps = NULL;
  g_autoptr (GPtrArray) payments = NULL;
  g_autoptr (GtkWidget) step = NULL;
  g_autoptr (GtkWidget) row = NULL;

  payment.amount = sc_money_new (50000, "EUR");
  change_fixture_run (self->change, sc_command_add_payment (deal, &payment));
  change_fixture_run (self->change, sc_command_add_activity (deal, "Call Anna", sc_clock_today ()));
  pane = open_pane (self, one);
  pipeline_fixture_wait (self, has_step_row, pane);

  step = g_object_ref (pipeline_fixture_find (GTK_WIDGET (pane), SC_TYPE_STEP_ROW, 0));
  gtk_widget_activate_action (step, "step.edit", NULL);
  steps = sc_store_list_activities (self->change->store, one, NULL);
  theirs = *(ScActivity *) steps->pdata[0];
  theirs.title = (char *) "Write to Anna";
  change_fixture_run (self->change, sc_command_edit_activity (steps->pdata[0], &theirs));
  pipeline_fixture_wait (self, has_other_row, step);
  pipeline_fixture_respond (pipeline_fixture_wait_for_dialog (self, ADW_TYPE_ALERT_DIALOG), "add");
  pipeline_fixture_wait (self, has_refused, NULL);
  close_refusal (self);
  pipeline_fixture_respond (adw_window_get_visible_dialog (self->window), "cancel");

  row = g_object_ref (pipeline_fixture_find (GTK_WIDGET (pane), SC_TYPE_PAYMENT_ROW, 0));
  gtk_widget_activate_action (row, "payment.edit", NULL);
  payments = sc_store_list_payments (self->change->store, one, NULL);
  payment = *(ScPayment *) payments->pdata[0];
  payment.amount.minor = 70000;
  change_fixture_run (self->change, sc_command_edit_payment (payments->pdata[0], &payment));
  pipeline_fixture_wait (self, has_other_row, row);
  pipeline_fixture_respond (pipeline_fixture_wait_for_dialog (self, ADW_TYPE_ALERT_DIALOG), "save");
  pipeline_fixture_wait (self, has_refused, NULL);
}

/* As a full disk would. */
static void
set_refusing (PipelineFixture *self,
              const char      *table,
              gboolean         is_refusing)
{
  sqlite3 *handle = NULL;
  g_autofree char *sql =
    is_refusing ? g_strdup_printf ("CREATE TRIGGER refuse BEFORE INSERT ON %s BEGIN SELECT RAISE(ABORT, 'no'); END", table)
                : g_strdup ("DROP TRIGGER refuse");

  g_assert_cmpint (sqlite3_open (self->change->base->path, &handle), ==, SQLITE_OK);
  g_assert_cmpint (sqlite3_exec (handle, sql, NULL, NULL, NULL), ==, SQLITE_OK);
  sqlite3_close (handle);
}

static void
click_tooltip (ScDealPane *pane,
               const char *tooltip)
{
  GtkWidget *button;

  for (guint i = 0; (button = pipeline_fixture_find (GTK_WIDGET (pane), GTK_TYPE_BUTTON, i)) != NULL; i++)
    if (g_strcmp0 (gtk_widget_get_tooltip_text (button), tooltip) == 0)
      {
        g_signal_emit_by_name (button, "clicked");
        return;
      }

  g_assert_not_reached ();
}

static gboolean
has_payment (PipelineFixture *self,
             gpointer         deal_id)
{
  g_autoptr (GPtrArray) payments = sc_store_list_payments (self->change->store, *(gint64 *) deal_id, NULL);

  return payments->len == 1 && ((ScPayment *) payments->pdata[0])->amount.minor == 12300;
}

static gboolean
has_step (PipelineFixture *self,
          gpointer         deal_id)
{
  g_autoptr (ScDeal) deal = change_fixture_load (self->change, *(gint64 *) deal_id);

  return deal->next_step_id != 0 && g_str_equal (deal->next_step, "Call Anna");
}

static void
test_what_is_refused_is_not_entered_again (void)
{
  g_autoptr (PipelineFixture) self = pipeline_fixture_new ();
  gint64 one = change_fixture_add (self->change, "one", "A");
  ScDealPane *pane = open_pane (self, one);
  AdwDialog *dialog;

  set_refusing (self, "payment", TRUE);
  click_tooltip (pane, "Add a Payment");
  dialog = pipeline_fixture_wait_for_dialog (self, SC_TYPE_PAYMENT_DIALOG);
  gtk_editable_set_text (pipeline_fixture_find (GTK_WIDGET (dialog), SC_TYPE_MONEY_ROW, 0), "123");
  pipeline_fixture_respond (dialog, "save");
  pipeline_fixture_wait (self, has_refused, NULL);
  set_refusing (self, "payment", FALSE);
  close_refusal (self);
  dialog = pipeline_fixture_wait_for_dialog (self, SC_TYPE_PAYMENT_DIALOG);
  pipeline_fixture_respond (dialog, "save");
  pipeline_fixture_wait (self, has_payment, &one);

  set_refusing (self, "activity", TRUE);
  click_tooltip (pane, "Add a Step");
  dialog = pipeline_fixture_wait_for_dialog (self, SC_TYPE_STEP_DIALOG);
  gtk_editable_set_text (pipeline_fixture_find (GTK_WIDGET (dialog), ADW_TYPE_ENTRY_ROW, 0), "Call Anna");
  pipeline_fixture_respond (dialog, "add");
  pipeline_fixture_wait (self, has_refused, NULL);
  set_refusing (self, "activity", FALSE);
  close_refusal (self);
  dialog = pipeline_fixture_wait_for_dialog (self, SC_TYPE_STEP_DIALOG);
  pipeline_fixture_respond (dialog, "add");
  pipeline_fixture_wait (self, has_step, &one);
}

static gboolean
is_titled (PipelineFixture *self,
           gpointer         step)
{
  g_autoptr (GPtrArray) steps = sc_store_list_activities (self->change->store, ((ScActivity *) step)->deal_id, NULL);

  return g_strcmp0 (((ScActivity *) steps->pdata[0])->title, ((ScActivity *) step)->title) == 0;
}

/* Theirs is not lost unsaid, and mine is not stuck. */
static void
test_a_step_that_others_changed_is_saved_when_told_again (void)
{
  g_autoptr (PipelineFixture) self = pipeline_fixture_new ();
  gint64 one = change_fixture_add (self->change, "one", "A");
  g_autoptr (ScDeal) deal = change_fixture_load (self->change, one);
  g_autoptr (GPtrArray) steps = NULL;
  ScActivity theirs, mine;
  ScDealPane *pane;
  AdwDialog *dialog;

  change_fixture_run (self->change, sc_command_add_activity (deal, "Call Anna", sc_clock_today ()));
  pane = open_pane (self, one);
  pipeline_fixture_wait (self, has_step_row, pane);
  steps = sc_store_list_activities (self->change->store, one, NULL);
  gtk_widget_activate_action (pipeline_fixture_find (GTK_WIDGET (pane), SC_TYPE_STEP_ROW, 0), "step.edit", NULL);
  dialog = pipeline_fixture_wait_for_dialog (self, SC_TYPE_STEP_DIALOG);
  gtk_editable_set_text (pipeline_fixture_find (GTK_WIDGET (dialog), ADW_TYPE_ENTRY_ROW, 0), "Visit Anna");
  theirs = mine = *(ScActivity *) steps->pdata[0];
  theirs.title = (char *) "Write to Anna";
  mine.title = (char *) "Visit Anna";
  change_fixture_run (self->change, sc_command_edit_activity (steps->pdata[0], &theirs));

  pipeline_fixture_respond (dialog, "add");
  pipeline_fixture_wait (self, has_refused, NULL);
  g_assert_true (is_titled (self, &theirs));
  close_refusal (self);
  dialog = pipeline_fixture_wait_for_dialog (self, SC_TYPE_STEP_DIALOG);
  pipeline_fixture_respond (dialog, "add");
  pipeline_fixture_wait (self, is_titled, &mine);
}

/* Also where it is the row itself that has gone. */
static void
test_a_row_that_is_gone_says_that_others_were_first (void)
{
  g_autoptr (PipelineFixture) self = pipeline_fixture_new ();
  gint64 one = change_fixture_add (self->change, "one", "A");
  g_autoptr (ScDeal) deal = change_fixture_load (self->change, one);
  g_autoptr (GPtrArray) steps = NULL;
  g_autoptr (GtkWidget) step = NULL;
  ScActivity theirs;
  ScDealPane *pane;

  change_fixture_run (self->change, sc_command_add_activity (deal, "Call Anna", sc_clock_today ()));
  pane = open_pane (self, one);
  pipeline_fixture_wait (self, has_step_row, pane);
  step = g_object_ref (pipeline_fixture_find (GTK_WIDGET (pane), SC_TYPE_STEP_ROW, 0));
  steps = sc_store_list_activities (self->change->store, one, NULL);
  theirs = *(ScActivity *) steps->pdata[0];
  theirs.title = (char *) "Write to Anna";
  change_fixture_run (self->change, sc_command_edit_activity (steps->pdata[0], &theirs));
  pipeline_fixture_wait (self, has_other_row, step);

  gtk_widget_activate_action (step, "step.remove", NULL);
  pipeline_fixture_wait (self, has_refused, NULL);
}

int
main (int    argc,
      char **argv)
{
  g_test_init (&argc, &argv, NULL);
  adw_init ();
  sc_pipeline_init ();

  g_test_add_func ("/pane/a-step-that-others-changed", test_a_step_that_others_changed_is_saved_when_told_again);
  g_test_add_func ("/pane/a-field-saves-itself", test_a_field_saves_itself);
  g_test_add_func ("/pane/a-phone-is-the-persons", test_a_phone_is_the_persons);
  g_test_add_func ("/pane/what-cannot-be-read-waits", test_what_cannot_be_read_waits);
  g_test_add_func ("/pane/a-field-that-both-change-is-asked-about", test_a_field_that_both_change_is_asked_about);
  g_test_add_func ("/pane/an-amount-and-notes-too", test_an_amount_and_notes_too);
  g_test_add_func ("/pane/typed-currency", test_typed_currency_counts);
  g_test_add_func ("/pane/notes-say-that-others-changed-them", test_notes_say_that_others_changed_them);
  g_test_add_func ("/pane/what-is-not-decided-waits", test_what_is_not_decided_waits);
  g_test_add_func ("/pane/ticks-an-exit-criterion", test_ticks_an_exit_criterion);
  g_test_add_func ("/pane/marks-a-payment-as-received", test_marks_a_payment_as_received);
  g_test_add_func ("/pane/postpones-a-step-and-has-it-done", test_postpones_a_step_and_has_it_done);
  g_test_add_func ("/pane/a-dialog-says-that-others-were-first", test_a_dialog_says_that_others_were_first);
  g_test_add_func ("/pane/what-is-refused-is-not-entered-again", test_what_is_refused_is_not_entered_again);
  g_test_add_func ("/pane/a-row-that-is-gone-says-that-others-were-first",
                   test_a_row_that_is_gone_says_that_others_were_first);

  return g_test_run ();
}
