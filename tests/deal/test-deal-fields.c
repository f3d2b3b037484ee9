/* SPDX-License-Identifier: GPL-3.0-or-later */

/* Each field of a deal's pane is filled in, refused and taken back, and the history
 * tells it. */

#include "deal/deal-fixture.h"

#include <string.h>

#include "deal/sc-company-row.h"
#include "deal/sc-deal-history.h"
#include "widgets/sc-field-row.h"

/* @refused: what can't be taken, %NULL where all can; @saved: what is typed as the deal
 * has it then. */
static const struct {
  const char *title;
  const char *refused;
  const char *typed;
  ScDealFields field;
  const char *saved;
} cases[] = {
  { "Person", NULL, "Bob", SC_DEAL_FIELD_PERSON, "Bob" },
  { "Phone", NULL, " +49 30 12345", SC_DEAL_FIELD_PHONE, "+49 30 12345" },
  { "Email", NULL, "ann@example.org", SC_DEAL_FIELD_EMAIL, "ann@example.org" },
  { "Company", NULL, "Granite", SC_DEAL_FIELD_COMPANY, "Granite" },
  { "Value", "much", "1500 EUR", SC_DEAL_FIELD_VALUE, "150000 EUR" },
  { "Win Probability, %", "101", "35 %", SC_DEAL_FIELD_PROBABILITY, "0.35" },
  { "Expected Close", "soon", "2026-12-24", SC_DEAL_FIELD_EXPECTED_CLOSE, "2026-12-24" },
  { "Title", NULL, "Another", SC_DEAL_FIELD_TITLE, "Another" },
  { "Started", "2026-02-30", "2026-01-15", SC_DEAL_FIELD_STARTED, "2026-01-15" },
  { "Source", NULL, "Fair", SC_DEAL_FIELD_SOURCE, "Fair" },
  { "Label", NULL, "hot", SC_DEAL_FIELD_LABEL, "hot" },
};

static char *
tell_date (ScDate date)
{
  return date != SC_DATE_NONE ? sc_date_to_string (date) : g_strdup ("");
}

static char *
tell (DealFixture *self,
      gint64       deal_id,
      ScDealFields field)
{
  g_autoptr (ScDeal) deal = change_fixture_load (self->change, deal_id);

  switch (field)
    {
    case SC_DEAL_FIELD_PERSON:
      return g_strdup (deal->person);
    case SC_DEAL_FIELD_PHONE:
      return g_strdup (deal->phone);
    case SC_DEAL_FIELD_EMAIL:
      return g_strdup (deal->email);
    case SC_DEAL_FIELD_COMPANY:
      return g_strdup (deal->company);
    case SC_DEAL_FIELD_TITLE:
      return g_strdup (deal->title);
    case SC_DEAL_FIELD_SOURCE:
      return g_strdup (deal->source);
    case SC_DEAL_FIELD_LABEL:
      return g_strdup (deal->label);
    case SC_DEAL_FIELD_VALUE:
      return g_strdup_printf ("%" G_GINT64_FORMAT " %s", deal->value.minor, deal->value.currency);
    case SC_DEAL_FIELD_PROBABILITY:
      return g_strdup_printf ("%.2f", deal->probability);
    case SC_DEAL_FIELD_EXPECTED_CLOSE:
      return tell_date (deal->expected_close);
    case SC_DEAL_FIELD_STARTED:
      return tell_date (deal->started);
    default:
      g_assert_not_reached ();
    }
}

static gboolean
is_saved (DealFixture *self,
          gint64       deal_id,
          ScDealFields field,
          const char  *value)
{
  g_autofree char *saved = tell (self, deal_id, field);

  return g_strcmp0 (saved, value) == 0;
}

static void
type (ScFieldRow *row,
      const char *text)
{
  gtk_editable_set_text (GTK_EDITABLE (row), text);
  sc_field_row_commit (row);
}

static void
undo (DealFixture *self)
{
  change_fixture_run (self->change, sc_command_undo (SC_CHANGES_OF_WINDOW, NULL));
}

static void
test_each_field (void)
{
  g_autoptr (DealFixture) self = deal_fixture_new ();
  gint64 deal_id = deal_fixture_add (self, "One", "Talk", "Acme");

  deal_fixture_open (self, deal_id);
  for (guint i = 0; i < G_N_ELEMENTS (cases); i++)
    {
      ScFieldRow *row = SC_FIELD_ROW (widget_test_find (GTK_WIDGET (self->pane), SC_TYPE_FIELD_ROW, cases[i].title));
      g_autofree char *shown = g_strdup (sc_field_row_get_value (row));
      g_autofree char *before = tell (self, deal_id, cases[i].field);

      g_test_message ("%s", cases[i].title);
      if (cases[i].refused != NULL)
        {
          type (row, cases[i].refused);
          g_assert_false (sc_field_row_is_valid (row));
          g_assert_true (is_saved (self, deal_id, cases[i].field, before));
          sc_field_row_revert (row);
          g_assert_true (sc_field_row_is_valid (row));
        }

      type (row, cases[i].typed);
      wait_until (is_saved (self, deal_id, cases[i].field, cases[i].saved));
      wait_until (!sc_field_row_is_edited (row) && !g_str_equal (sc_field_row_get_value (row), shown));
      undo (self);
      g_assert_true (is_saved (self, deal_id, cases[i].field, before));
      wait_until (g_str_equal (sc_field_row_get_value (row), shown));
    }
}

static GtkWidget *
find_offer (ScCompanyRow *row,
            const char   *name)
{
  GtkWidget *label = widget_test_find (GTK_WIDGET (row), GTK_TYPE_LABEL, name);

  return label != NULL ? gtk_widget_get_ancestor (label, GTK_TYPE_LIST_BOX_ROW) : NULL;
}

static void
test_a_known_company_is_offered (void)
{
  g_autoptr (DealFixture) self = deal_fixture_new ();
  gint64 deal_id = deal_fixture_add (self, "One", "Talk", "Acme");
  ScCompanyRow *row;
  GtkWidget *offer;

  deal_fixture_add (self, "Two", "Talk", "Granite & Sons");
  deal_fixture_add (self, "Three", "Talk", "Granular");
  deal_fixture_open (self, deal_id);
  row = SC_COMPANY_ROW (widget_test_find (GTK_WIDGET (self->pane), SC_TYPE_COMPANY_ROW, NULL));
  gtk_editable_set_text (GTK_EDITABLE (row), "Gran");
  wait_until (find_offer (row, "Granite & Sons") != NULL);
  g_assert_nonnull (find_offer (row, "Granular"));
  g_assert_null (find_offer (row, "Acme"));

  offer = find_offer (row, "Granite & Sons");
  g_signal_emit_by_name (gtk_widget_get_parent (offer), "row-activated", offer);
  wait_until (is_saved (self, deal_id, SC_DEAL_FIELD_COMPANY, "Granite & Sons"));
  undo (self);
  wait_until (g_str_equal (sc_field_row_get_value (SC_FIELD_ROW (row)), "Acme"));
}

static gboolean
tells_in_history (DealFixture *self,
                  const char  *text)
{
  GtkWidget *history = deal_fixture_find (self->pane, SC_TYPE_DEAL_HISTORY, 0);
  GtkWidget *label;

  for (guint i = 0; (label = deal_fixture_find (history, GTK_TYPE_LABEL, i)) != NULL; i++)
    if (strstr (gtk_label_get_text (GTK_LABEL (label)), text) != NULL)
      return TRUE;

  return FALSE;
}

static void
test_the_history_tells_it (void)
{
  g_autoptr (DealFixture) self = deal_fixture_new ();
  gint64 deal_id = deal_fixture_add (self, "One", "Talk", "Acme");

  deal_fixture_open (self, deal_id);
  g_assert_false (tells_in_history (self, "Fair"));
  type (SC_FIELD_ROW (widget_test_find (GTK_WIDGET (self->pane), SC_TYPE_FIELD_ROW, "Source")), "Fair");
  wait_until (tells_in_history (self, "Fair"));
  g_assert_false (tells_in_history (self, "taken back"));
  undo (self);
  wait_until (tells_in_history (self, "taken back"));
}

int
main (int    argc,
      char **argv)
{
  g_test_init (&argc, &argv, NULL);
  adw_init ();

  g_test_add_func ("/deal/fields/each", test_each_field);
  g_test_add_func ("/deal/fields/known-company", test_a_known_company_is_offered);
  g_test_add_func ("/deal/history", test_the_history_tells_it);

  return g_test_run ();
}
