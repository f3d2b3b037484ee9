/* SPDX-License-Identifier: GPL-3.0-or-later */

#include "change/change-fixture.h"
#include "document/sc-document-markdown.h"
#include "document/sc-paged.h"
#include "document/sc-weekly-report.h"
#include "statistics/sc-discovery.h"
#include "statistics/sc-plan-fact.h"
#include "written.h"

/* A Monday, and the day on which what has stood in its stage since is two days over. */
#define MONDAY sc_date_new (2026, 11, 30)
#define NEXT_MONDAY (MONDAY + 7)

static void
set_day (ScDate day)
{
  sc_clock_set (sc_date_to_instant (day));
}

static void
add_owned (ChangeFixture *self,
           const char    *title,
           const char    *owner,
           int            due)
{
  gint64 id = change_fixture_add (self, title, "A");
  g_autoptr (ScDeal) deal = change_fixture_load (self, id);
  g_autoptr (ScDeal) owned = sc_deal_copy (deal);

  owned->owner_id = 0;
  g_set_str (&owned->owner, owner);
  change_fixture_run (self, sc_command_edit_deal (deal, owned, SC_DEAL_FIELD_OWNER));
  if (due != 0)
    {
      g_autoptr (ScDeal) now = change_fixture_load (self, id);

      change_fixture_run (self, sc_command_add_activity (now, "Call back", (ScDate) ((int) MONDAY + due)));
    }
}

static ScWeek *
read_week (ChangeFixture *self)
{
  g_autoptr (GError) error = NULL;
  ScWeek *week = sc_week_read (self->store, self->process_id, SC_WEEKLY_REPORT_ROWS, NULL, &error);

  g_assert_no_error (error);

  return week;
}

static ScDocument *
make_report (ChangeFixture *self,
             const ScWeek  *week)
{
  g_autoptr (ScFiguresQuery) query = sc_figures_query_new (self->process_id);
  g_autoptr (GError) error = NULL;
  g_autoptr (ScCycle) cycle = sc_cycle_read (self->store, query, NULL, &error);
  g_autoptr (ScFlow) flow = sc_flow_read (self->store, query, NULL, &error);
  g_autoptr (ScDiscoveryFigures) discovery = sc_discovery_read (self->store, query, NULL, &error);
  g_autoptr (GPtrArray) plans = sc_plan_facts_read (self->store, self->process_id, NULL, &error);
  const ScWeeklyReport report = {
    .process_name = "Trade", .about = "All deals", .week = week, .cycle = cycle, .flow = flow, .discovery = discovery, .plans = plans,
  };

  g_assert_no_error (error);

  return sc_weekly_report_make (&report);
}

static char *
write_report (ChangeFixture *self,
              const ScWeek  *week,
              guint         *n_pages)
{
  g_autoptr (ScDocument) document = make_report (self, week);
  g_autoptr (ScPaged) paged = sc_paged_new (document, SC_PAGED_WIDTH, SC_PAGED_HEIGHT);
  g_autoptr (GError) error = NULL;
  g_autoptr (GBytes) text = write_to_bytes (document, sc_document_write_markdown, &error);

  g_assert_no_error (error);
  sc_paged_layout (paged, G_MAXUINT);
  *n_pages = sc_paged_get_n_pages (paged);

  return g_strndup (g_bytes_get_data (text, NULL), g_bytes_get_size (text));
}

static void
assert_says (const char *text,
             const char *words)
{
  if (strstr (text, words) == NULL)
    g_error ("“%s” is not in: %s", words, text);
}

static void
test_nothing (void)
{
  g_autoptr (ChangeFixture) self = change_fixture_new ();
  g_autoptr (ScWeek) week = NULL;
  g_autofree char *text = NULL;
  guint n_pages = 0;

  set_day (MONDAY);
  week = read_week (self);
  g_assert_cmpuint (week->owners->len, ==, 0);
  text = write_report (self, week, &n_pages);
  g_assert_cmpuint (n_pages, ==, 1);
  assert_says (text, "Nothing is due.");
  assert_says (text, "No deal stands in its stage for longer than it may.");
  assert_says (text, "Nothing is planned.");
  sc_clock_set (0);
}

/* Anna has a call to make and one that is late, Boris a deal that nobody does anything
 * about; all came into their stage on Monday, and may stand there for three working days. */
static void
test_who_has_what (void)
{
  g_autoptr (ChangeFixture) self = change_fixture_new ();
  g_autoptr (ScWeek) week = NULL;
  g_autofree char *text = NULL;
  const ScWeekOwner *anna, *boris;
  guint n_pages = 0;

  set_day (MONDAY);
  add_owned (self, "Later", "Boris", 0);
  add_owned (self, "Late", "Anna", 4);
  add_owned (self, "Due", "Anna", 9);
  set_day (NEXT_MONDAY);
  week = read_week (self);

  g_assert_cmpuint (week->counts[SC_DUE_GROUP_OVERDUE], ==, 1);
  g_assert_cmpuint (week->counts[SC_DUE_GROUP_WEEK], ==, 1);
  g_assert_cmpuint (week->due->len, ==, 2);
  g_assert_cmpstr (((ScDueRow *) week->due->pdata[0])->deal->title, ==, "Late");
  g_assert_cmpuint (week->stuck->len, ==, 3);
  g_assert_cmpuint (((ScStuckDeal *) week->stuck->pdata[0])->age.value, ==, 5);
  g_assert_cmpuint (((ScStuckDeal *) week->stuck->pdata[0])->target.value, ==, 3);

  g_assert_cmpuint (week->owners->len, ==, 2);
  anna = week->owners->pdata[0];
  boris = week->owners->pdata[1];
  g_assert_cmpstr (anna->name, ==, "Anna");
  g_assert_cmpuint (anna->n_at_work, ==, 2);
  g_assert_cmpuint (anna->counts[SC_DUE_GROUP_OVERDUE], ==, 1);
  g_assert_cmpuint (anna->counts[SC_DUE_GROUP_NO_STEP], ==, 0);
  g_assert_cmpuint (boris->n_at_work, ==, 1);
  g_assert_cmpuint (boris->counts[SC_DUE_GROUP_NO_STEP], ==, 1);
  g_assert_cmpuint (boris->counts[SC_DUE_GROUP_STAGES], ==, 1);

  text = write_report (self, week, &n_pages);
  g_assert_cmpuint (n_pages, ==, 1);
  assert_says (text, "Steps and payments: 2; overdue: 1.");
  assert_says (text, "Deals over target time: 3; without a next step: 1.");
  assert_says (text, "| Anna | 2 | 1 | 2 | 0 | – |");
  assert_says (text, "| Boris | 1 | 0 | 1 | 1 | – |");
  sc_clock_set (0);
}

/* More than a page has room for, with long names: the page says how much more there is. */
static void
test_one_page (void)
{
  g_autoptr (ChangeFixture) self = change_fixture_new ();
  g_autoptr (ScWeek) week = NULL;
  g_autofree char *text = NULL;
  guint n_pages = 0;

  set_day (MONDAY);
  for (guint i = 0; i < 24; i++)
    {
      g_autofree char *title = g_strdup_printf ("Станок с числовым программным управлением для участка №%u", i);
      g_autofree char *owner = g_strdup_printf ("Константин Константинопольский %02u", i);

      add_owned (self, title, owner, 4);
    }
  set_day (NEXT_MONDAY);
  week = read_week (self);
  g_assert_cmpuint (week->owners->len, ==, 24);
  text = write_report (self, week, &n_pages);
  g_assert_cmpuint (n_pages, ==, 1);
  assert_says (text, "Steps and payments: 24; overdue: 24.");
  assert_says (text, " more");
  sc_clock_set (0);
}

int
main (int   argc,
      char *argv[])
{
  g_test_init (&argc, &argv, NULL);

  g_test_add_func ("/document/weekly-report/nothing", test_nothing);
  g_test_add_func ("/document/weekly-report/who-has-what", test_who_has_what);
  g_test_add_func ("/document/weekly-report/one-page", test_one_page);

  return g_test_run ();
}
