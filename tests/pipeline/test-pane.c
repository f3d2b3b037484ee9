/* SPDX-License-Identifier: GPL-3.0-or-later */

/* A deal's pane: what is typed there is saved, and what can't be waits. */

#include <adwaita.h>

#include "deal/sc-deal-checklist.h"
#include "deal/sc-deal-pane.h"
#include "deal/sc-money-row.h"
#include "pipeline/pane-tests.h"
#include "pipeline/pipeline-fixture.h"
#include "pipeline/sc-pipeline.h"

static gboolean
shows_deal (PipelineFixture *self,
            gpointer         pane)
{
  AdwWindowTitle *title = pipeline_fixture_find (pane, ADW_TYPE_WINDOW_TITLE, 0);

  return adw_window_title_get_title (title)[0] != '\0';
}

ScDealPane *
pane_tests_open_pane (PipelineFixture *self,
                      gint64           deal_id)
{
  ScDealPane *pane;

  pipeline_fixture_show (self);
  sc_pipeline_view_select_deal (self->view, deal_id);
  pane = pipeline_fixture_find (GTK_WIDGET (self->view), SC_TYPE_DEAL_PANE, 0);
  pipeline_fixture_wait (self, shows_deal, pane);

  return pane;
}

ScFieldRow *
pane_tests_find_row (ScDealPane *pane,
                     const char *title)
{
  ScFieldRow *row;

  for (guint i = 0; (row = pipeline_fixture_find (GTK_WIDGET (pane), SC_TYPE_FIELD_ROW, i)) != NULL; i++)
    if (g_str_has_prefix (adw_preferences_row_get_title (ADW_PREFERENCES_ROW (row)), title))
      return row;

  g_assert_not_reached ();
}

void
pane_tests_type (ScFieldRow *row,
                 const char *text)
{
  gtk_editable_set_text (GTK_EDITABLE (row), text);
  g_signal_emit_by_name (row, "entry-activated");
}

gboolean
pane_tests_is_saved (PipelineFixture *self,
                     gpointer         data)
{
  const PaneTestsExpected *expected = data;
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
  ScDealPane *pane = pane_tests_open_pane (self, one);
  ScFieldRow *value = pane_tests_find_row (pane, "Value");
  PaneTestsExpected expected = { one, "uno", "Acme", sc_money_new (123450, "USD") };

  pane_tests_type (pane_tests_find_row (pane, "Title"), "uno");
  pane_tests_type (pane_tests_find_row (pane, "Company"), " Acme ");
  pane_tests_type (value, "1,234.50");
  pipeline_fixture_wait (self, pane_tests_is_saved, &expected);

  /* What can't be read is not saved, and stays where it is. */
  pane_tests_type (value, "a lot");
  g_assert_false (sc_field_row_is_valid (value));
  g_assert_true (gtk_widget_has_css_class (GTK_WIDGET (value), "error"));
  g_assert_cmpstr (gtk_editable_get_text (GTK_EDITABLE (value)), ==, "a lot");
  g_assert_true (pane_tests_is_saved (self, &expected));
}

gboolean
pane_tests_shows_title (PipelineFixture *self,
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
  ScDealPane *pane = pane_tests_open_pane (self, one);
  ScFieldRow *value = pane_tests_find_row (pane, "Value");

  pane_tests_type (value, "a lot");
  sc_pipeline_view_select_deal (self->view, two);
  pipeline_fixture_wait (self, pane_tests_shows_title, (gpointer) "two");
  g_assert_cmpstr (gtk_editable_get_text (GTK_EDITABLE (value)), ==, "");
  g_assert_false (gtk_widget_has_css_class (GTK_WIDGET (value), "error"));

  sc_pipeline_view_select_deal (self->view, one);
  pipeline_fixture_wait (self, pane_tests_shows_title, (gpointer) "one");
  g_assert_cmpstr (gtk_editable_get_text (GTK_EDITABLE (value)), ==, "a lot");
  g_assert_true (gtk_widget_has_css_class (GTK_WIDGET (value), "error"));
}

/* An amount with its currency is in that one, whatever the list beside it pane_tests_says. */
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
  ScDealPane *pane = pane_tests_open_pane (self, one);
  ScFieldRow *value = pane_tests_find_row (pane, "Value");

  for (guint i = 0; i < G_N_ELEMENTS (cases); i++)
    {
      PaneTestsExpected saved = { one, "one", NULL, sc_money_new (cases[i].minor, cases[i].currency) };

      g_test_message ("%s", cases[i].text);
      gtk_editable_set_text (GTK_EDITABLE (value), cases[i].text);
      g_assert_true (sc_field_row_is_valid (value) == (cases[i].currency != NULL));
      if (cases[i].currency == NULL)
        break;
      g_signal_emit_by_name (value, "entry-activated");
      pipeline_fixture_wait (self, pane_tests_is_saved, &saved);
      g_assert_cmpstr (sc_money_row_get_money (SC_MONEY_ROW (value)).currency, ==, cases[i].currency);
    }
}

gboolean
pane_tests_says (PipelineFixture *self,
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
  ScDealPane *pane = pane_tests_open_pane (self, one);
  GtkWidget *list = pipeline_fixture_find (GTK_WIDGET (pane), SC_TYPE_DEAL_CHECKLIST, 0);

  gtk_check_button_set_active (pipeline_fixture_find (list, GTK_TYPE_CHECK_BUTTON, 0), TRUE);
  pipeline_fixture_wait (self, is_ticked, &one);
  wait_until (find_undo (self) != NULL);
  gtk_widget_activate (find_undo (self));
  wait_until (!is_ticked (self, &one));
}

int
main (int    argc,
      char **argv)
{
  g_test_init (&argc, &argv, NULL);
  adw_init ();
  sc_pipeline_init ();

  g_test_add_func ("/pane/a-field-saves-itself", test_a_field_saves_itself);
  g_test_add_func ("/pane/what-cannot-be-read-waits", test_what_cannot_be_read_waits);
  g_test_add_func ("/pane/typed-currency", test_typed_currency_counts);
  g_test_add_func ("/pane/ticks-an-exit-criterion", test_ticks_an_exit_criterion);
  pane_tests_add_meanwhile ();
  pane_tests_add_dialogs ();

  return g_test_run ();
}
