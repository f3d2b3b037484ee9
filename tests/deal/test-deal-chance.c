/* SPDX-License-Identifier: GPL-3.0-or-later */

/* What a deal's pane says of its chance by the history. */

#include "deal/deal-fixture.h"
#include "deal/sc-deal-chance-row.h"

/* A Monday long gone. */
#define BEGIN sc_date_new (2026, 3, 2)

static void
set_day (ScDate day)
{
  sc_clock_set (sc_date_to_instant (day));
}

/* Deals that came on the first day and are decided ten days later, half of them won. */
static void
decide (DealFixture *self,
        guint        n)
{
  gint64 ids[20];

  set_day (BEGIN);
  for (guint i = 0; i < n; i++)
    ids[i] = deal_fixture_add (self, "Before", "Ask", NULL);
  set_day (BEGIN + 10);
  for (guint i = 0; i < n; i++)
    {
      g_autoptr (ScDeal) deal = change_fixture_load (self->change, ids[i]);

      change_fixture_run (self->change, i % 2 == 0 ? sc_command_win_deal (deal, NULL) : sc_command_lose_deal (deal, "Price"));
    }
}

static GtkWidget *
find_row (DealFixture *self)
{
  return deal_fixture_find (self->pane, SC_TYPE_DEAL_CHANCE_ROW, 0);
}

static gboolean
tells_chance (gpointer data)
{
  GtkWidget *row = find_row (data);
  const char *text = adw_action_row_get_subtitle (ADW_ACTION_ROW (row));

  return gtk_widget_get_visible (row) && text != NULL
         && g_str_has_prefix (text, "6 of 14 such deals that stood in the stage for as long were won within 90 days.");
}

static gboolean
tells_age (gpointer data)
{
  const char *text = adw_action_row_get_subtitle (ADW_ACTION_ROW (find_row (data)));

  return text != NULL && g_str_has_prefix (text, "Older than the longest decision, 10 days: close or park it.");
}

/* Of nine decided deals nothing is said. */
static void
test_too_few (void)
{
  g_autoptr (DealFixture) self = deal_fixture_new ();

  decide (self, 9);
  deal_fixture_open (self, deal_fixture_add (self, "Now", "Ask", NULL));
  g_assert_false (gtk_widget_get_visible (find_row (self)));
  sc_clock_set (0);
}

/* Of thirteen that stood there so long six were won in ten days: a new one has that chance; one that stands there for
 * longer than any has none. */
static void
test_tells (void)
{
  g_autoptr (DealFixture) self = deal_fixture_new ();
  gint64 old;

  set_day (BEGIN - 20);
  old = deal_fixture_add (self, "Old", "Ask", NULL);
  decide (self, 12);
  deal_fixture_open (self, deal_fixture_add (self, "Now", "Ask", NULL));
  widget_test_wait (tells_chance, self, "the chance");
  deal_fixture_open (self, old);
  widget_test_wait (tells_age, self, "that it is too old");
  sc_clock_set (0);
}

int
main (int    argc,
      char **argv)
{
  gtk_test_init (&argc, &argv, NULL);
  adw_init ();

  g_test_add_func ("/deal-chance/too-few", test_too_few);
  g_test_add_func ("/deal-chance/tells", test_tells);

  return g_test_run ();
}
