/* SPDX-License-Identifier: GPL-3.0-or-later */

/* A deal's pane where others change what it shows: nothing that was typed is lost, and nothing
 * of theirs is overwritten unasked. */

#include <adwaita.h>

#include "deal/sc-deal-form.h"
#include "deal/sc-deal-pane.h"
#include "pipeline/pane-tests.h"
#include "pipeline/pipeline-fixture.h"
#include "widgets/sc-text-row.h"

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
  ScDealPane *pane = pane_tests_open_pane (self, one);
  /* What it waits for is said there. */
  ScFieldRow *phone = pane_tests_find_row (pane, "Phone: type the person first");
  Phone first = { two, "+44 20 7946 0018" };
  Phone last = { two, "mine" };
  Shown theirs = { phone, "theirs", "mine" };
  Shown taken = { phone, "theirs", "theirs" };

  g_set_str (&other->person, "Ann");
  edit_elsewhere (self, other, SC_DEAL_FIELD_PERSON);
  g_assert_false (gtk_widget_is_sensitive (GTK_WIDGET (phone)));
  g_assert_cmpint (adw_entry_row_get_input_purpose (ADW_ENTRY_ROW (phone)), ==, GTK_INPUT_PURPOSE_PHONE);
  pane_tests_type (pane_tests_find_row (pane, "Person"), "Ann");
  pipeline_fixture_wait (self, can_be_typed_in, phone);
  g_assert_true (pane_tests_find_row (pane, "Phone") == phone);
  pane_tests_type (phone, " +44 20 7946 0018 ");
  pipeline_fixture_wait (self, has_phone, &first);

  gtk_editable_set_text (GTK_EDITABLE (phone), "mine");
  set_phone_elsewhere (self, two, "theirs");
  pipeline_fixture_wait (self, is_shown, &theirs);
  g_signal_emit_by_name (phone, "entry-activated");
  answer (self, wait_for_question (self, "Phone of “one”", "theirs", "mine"), "theirs");
  pipeline_fixture_wait (self, is_shown, &taken);
  pane_tests_type (phone, "mine");
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
      ScDealPane *pane = pane_tests_open_pane (self, one);
      ScFieldRow *title = pane_tests_find_row (pane, "Title");
      g_autoptr (ScDeal) deal = change_fixture_load (self->change, one);
      gboolean is_mine = i % 2 == 0;
      PaneTestsExpected theirs = { one, "theirs", NULL, { 0 } };
      PaneTestsExpected mine = { one, "mine", NULL, { 0 } };
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
      g_assert_true (pane_tests_is_saved (self, &theirs));
      answer (self, dialog, "later");
      g_assert_true (pane_tests_is_saved (self, &theirs));
      pipeline_fixture_wait (self, is_shown, &overtaken);

      g_signal_emit_by_name (title, "entry-activated");
      dialog = wait_for_question (self, "Title of “theirs”", "theirs", "mine");
      answer (self, dialog, is_mine ? "mine" : "theirs");
      pipeline_fixture_wait (self, pane_tests_is_saved, is_mine ? &mine : &theirs);
      pipeline_fixture_wait (self, is_shown, &settled);
    }
}

/* The currency, where only the amount is typed here. */
static void
test_an_amount_and_notes_too (void)
{
  g_autoptr (PipelineFixture) self = pipeline_fixture_new ();
  gint64 one = change_fixture_add (self->change, "one", "A");
  ScDealPane *pane = pane_tests_open_pane (self, one);
  GtkTextView *notes = pipeline_fixture_find (pipeline_fixture_find (GTK_WIDGET (pane), SC_TYPE_TEXT_ROW, 0), GTK_TYPE_TEXT_VIEW, 0);
  ScFieldRow *value = pane_tests_find_row (pane, "Value");
  Shown overtaken = { value, "1,000", "2000" };
  PaneTestsExpected mine = { one, "one", NULL, sc_money_new (200000, "USD") };
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
  pipeline_fixture_wait (self, pane_tests_is_saved, &mine);
  saved = change_fixture_load (self->change, one);
  g_assert_cmpstr (saved->notes, ==, "their notes");

  sc_deal_form_commit (pipeline_fixture_find (GTK_WIDGET (pane), SC_TYPE_DEAL_FORM, 2));
  answer (self, wait_for_question (self, "Notes of “one”", "their notes", "my notes"), "theirs");
  sc_deal_unref (saved);
  saved = change_fixture_load (self->change, one);
  g_assert_cmpstr (saved->notes, ==, "their notes");
}

static gboolean
does_not_say (PipelineFixture *self,
              gpointer         pane_and_text)
{
  return !pane_tests_says (self, pane_and_text);
}

static void
test_notes_say_that_others_changed_them (void)
{
  g_autoptr (PipelineFixture) self = pipeline_fixture_new ();
  gint64 one = change_fixture_add (self->change, "one", "A");
  ScDealPane *pane = pane_tests_open_pane (self, one);
  GtkTextView *notes = pipeline_fixture_find (pipeline_fixture_find (GTK_WIDGET (pane), SC_TYPE_TEXT_ROW, 0), GTK_TYPE_TEXT_VIEW, 0);
  gpointer sign[] = { pane, (gpointer) "Meanwhile changed elsewhere to “their notes”" };
  g_autoptr (ScDeal) deal = change_fixture_load (self->change, one);

  gtk_text_buffer_set_text (gtk_text_view_get_buffer (notes), "my notes", -1);
  g_set_str (&deal->notes, "their notes");
  edit_elsewhere (self, deal, SC_DEAL_FIELD_NOTES);
  pipeline_fixture_wait (self, pane_tests_says, sign);

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
  ScDealPane *pane = pane_tests_open_pane (self, one);
  ScFieldRow *company = pane_tests_find_row (pane, "Company");
  g_autoptr (ScDeal) deal = change_fixture_load (self->change, one);
  Shown overtaken = { company, "Theirs Ltd", "Mine Ltd" };
  Shown nothing = { company, "", "" };
  PaneTestsExpected mine = { one, "one", "Mine Ltd", { 0 } };
  AdwDialog *dialog;

  gtk_editable_set_text (GTK_EDITABLE (company), "Mine Ltd");
  g_set_str (&deal->company, "Theirs Ltd");
  edit_elsewhere (self, deal, SC_DEAL_FIELD_COMPANY);
  pipeline_fixture_wait (self, is_shown, &overtaken);
  sc_pipeline_view_select_deal (self->view, two);
  pipeline_fixture_wait (self, pane_tests_shows_title, (gpointer) "two");
  dialog = wait_for_question (self, "Company of “one”", "Theirs Ltd", "Mine Ltd");
  pipeline_fixture_wait (self, is_shown, &nothing);
  answer (self, dialog, "later");

  sc_pipeline_view_select_deal (self->view, one);
  pipeline_fixture_wait (self, pane_tests_shows_title, (gpointer) "one");
  pipeline_fixture_wait (self, is_shown, &overtaken);
  g_signal_emit_by_name (company, "entry-activated");
  answer (self, wait_for_question (self, "Company of “one”", "Theirs Ltd", "Mine Ltd"), "mine");
  pipeline_fixture_wait (self, pane_tests_is_saved, &mine);
}

void
pane_tests_add_meanwhile (void)
{
  g_test_add_func ("/pane/a-phone-is-the-persons", test_a_phone_is_the_persons);
  g_test_add_func ("/pane/a-field-that-both-change-is-asked-about", test_a_field_that_both_change_is_asked_about);
  g_test_add_func ("/pane/an-amount-and-notes-too", test_an_amount_and_notes_too);
  g_test_add_func ("/pane/notes-say-that-others-changed-them", test_notes_say_that_others_changed_them);
  g_test_add_func ("/pane/what-is-not-decided-waits", test_what_is_not_decided_waits);
}
