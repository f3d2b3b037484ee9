/* SPDX-License-Identifier: GPL-3.0-or-later */

/* Of each number that opens deals in the Insight view: it is the number of those that it opens.
 * Whatever a section says is gone through, whichever numbers that are. */

#include <locale.h>
#include <string.h>

#include "insight/insight-deals-fixture.h"
#include "insight/sc-insight-init.h"
#include "insight/sc-insight-readers.h"
#include "statistics/sc-stage-learning.h"
#include "widget-test.h"

static guint
find_number (const char *label)
{
  g_autoptr (GString) digits = g_string_new (NULL);

  for (const char *at = strrchr (label, ':'); *at != '\0'; at++)
    if (g_ascii_isdigit (*at))
      g_string_append_c (digits, *at);

  return (guint) g_ascii_strtoull (digits->str, NULL, 10);
}

static void
check_button (DealsFixture *fixture,
              GtkWidget    *button)
{
  const char *label = gtk_button_get_label (GTK_BUTTON (button));
  const char *key = g_variant_get_string (gtk_actionable_get_action_target_value (GTK_ACTIONABLE (button)), NULL);

  g_test_message ("%s (%s)", label, key);
  deals_fixture_check (fixture, g_strdup (key), find_number (label));
}

static guint
check_buttons (DealsFixture *fixture,
               GtkWidget    *widget)
{
  guint n = 0;

  if (GTK_IS_BUTTON (widget) && gtk_widget_has_css_class (widget, "insight-number"))
    {
      check_button (fixture, widget);
      return 1;
    }

  for (GtkWidget *child = gtk_widget_get_first_child (widget); child != NULL; child = gtk_widget_get_next_sibling (child))
    n += check_buttons (fixture, child);

  return n;
}

static void
read_rest (DealsFixture *fixture)
{
  ScStore *store = fixture->base->store;
  g_autoptr (GError) error = NULL;

  deals_fixture_read (fixture);
  fixture->figures.outlook = sc_outlook_read (store, fixture->query, NULL, NULL, NULL, &error);
  g_assert_no_error (error);
  fixture->figures.plans = sc_plan_facts_read (store, fixture->query->process_id, NULL, &error);
  g_assert_no_error (error);
  fixture->figures.work = sc_stages_work_read (store, fixture->query, NULL, &error);
  g_assert_no_error (error);
  fixture->figures.learning = sc_stage_learning_read (store, fixture->query, NULL, &error);
  g_assert_no_error (error);
}

static void
check_section (DealsFixture     *fixture,
               ScInsightSection *section)
{
  g_object_ref_sink (section);
  check_buttons (fixture, GTK_WIDGET (section));
  g_object_unref (section);
}

static ScInsightSection *
make_section (void)
{
  return SC_INSIGHT_SECTION (sc_insight_section_new ("A section"));
}

static void
check_all (DealsFixture *fixture)
{
  ScInsightSection *section;

  read_rest (fixture);
  for (ScInsightPart part = 0; part < SC_INSIGHT_N_PARTS; part++)
    {
      section = make_section ();
      sc_insight_tell_part (section, part, &fixture->figures);
      check_section (fixture, section);
    }
  section = make_section ();
  sc_insight_tell_head (section, &fixture->figures);
  check_section (fixture, section);
  section = make_section ();
  sc_insight_tell_findings (section, &fixture->figures);
  check_section (fixture, section);
}

static void
test_today (void)
{
  g_autoptr (DealsFixture) fixture = deals_fixture_new ();
  static const ScFigureCase needed[] = {
    SC_CASE_TIMED_WON, SC_CASE_LEFT_ON, SC_CASE_MOVED_ON, SC_CASE_TRIAL, SC_CASE_WITH_CHANCE, SC_CASE_BY_STAGE,
    SC_CASE_BEFORE, SC_CASE_BEFORE_WON, SC_CASE_SAID, SC_CASE_SAID_ANY, SC_CASE_SAID_WON, SC_CASE_FORECAST,
    SC_CASE_FORECAST_WON, SC_CASE_STOOD,
  };

  check_all (fixture);
  deals_fixture_assert_seen (fixture, needed, G_N_ELEMENTS (needed));
}

static void
test_past (void)
{
  g_autoptr (DealsFixture) fixture = deals_fixture_new ();

  fixture->query->as_of = sc_clock_today () - 120;
  fixture->query->unit = SC_COUNT_DAYS;
  check_all (fixture);
}

int
main (int   argc,
      char *argv[])
{
  setlocale (LC_ALL, "");
  gtk_test_init (&argc, &argv, NULL);
  adw_init ();
  sc_insight_init ();

  g_test_add_func ("/insight/numbers/today", test_today);
  g_test_add_func ("/insight/numbers/past", test_past);

  return g_test_run ();
}
