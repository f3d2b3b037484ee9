/* SPDX-License-Identifier: GPL-3.0-or-later */

/* Deals in a window: those that are parked wake, and one far down keeps its name. */

#include "app/app-fixture.h"
#include "app/window-tests.h"
#include "change/sc-deal-commands.h"
#include "model/sc-wall-clock.h"
#include "pipeline/sc-deal-card.h"
#include "store/sc-deal-query.h"

/* More than a page of them in a column. */
#define N_DEALS 2000

static ScDealItem *
find_focus_deal (AppFixture *fixture)
{
  GtkWidget *focus = gtk_window_get_focus (GTK_WINDOW (fixture->window));
  GtkWidget *card = focus != NULL ? gtk_widget_get_first_child (focus) : NULL;

  return SC_IS_DEAL_CARD (card) ? sc_deal_card_get_item (SC_DEAL_CARD (card)) : NULL;
}

/* What has not been read has no name to tell. */
static void
focus_moved_cb (AppFixture *fixture)
{
  ScDealItem *item = find_focus_deal (fixture);

  g_assert_true (item == NULL || sc_deal_item_get_deal (item) != NULL);
}

static gboolean
has_focus_on_deal (gpointer data)
{
  return find_focus_deal (data) != NULL;
}

/* The last one in a column, which is not among those that are read first. */
static ScDeal *
find_far_deal (ScStore    *store,
               const char *process_id)
{
  g_autoptr (ScDealQuery) query = sc_deal_query_new (process_id);
  g_autoptr (GPtrArray) deals = NULL;
  const ScDeal *first, *last;
  guint n_column = 0;

  query->statuses = 1u << SC_DEAL_OPEN;
  query->order = SC_DEAL_ORDER_BOARD;
  deals = sc_store_list_deals (store, query, N_DEALS, NULL, NULL);
  first = last = deals->pdata[0];
  for (guint i = 0; i < deals->len; i++)
    {
      const ScDeal *deal = deals->pdata[i];

      if (!g_str_equal (deal->stage_id, first->stage_id) || deal->parked_until != SC_DATE_NONE)
        continue;

      last = deal;
      n_column++;
    }
  g_assert_cmpuint (n_column, >, 100);

  return sc_deal_copy (last);
}

typedef struct {
  ScStore *store;
  gint64 deal_id;
} Parked;

/* A deal of the sample, parked until a day. */
static gint64
park_one (ScStore    *store,
          const char *process_id,
          ScDate      until)
{
  g_autoptr (ScDealQuery) query = sc_deal_query_new (process_id);
  g_autoptr (GPtrArray) deals = NULL;
  g_autoptr (ScOutcome) outcome = NULL;

  query->statuses = 1u << SC_DEAL_OPEN;
  query->parked = SC_PARKED_NOT;
  deals = sc_store_list_deals (store, query, 1, NULL, NULL);
  outcome = sc_command_run (sc_command_park_deal (deals->pdata[0], until, NULL), store, NULL, NULL);

  return outcome->row_id;
}

static gboolean
is_woken (gpointer data)
{
  const Parked *parked = data;
  g_autoptr (GPtrArray) steps = sc_store_list_activities (parked->store, parked->deal_id, NULL);

  for (guint i = 0; i < steps->len; i++)
    if (g_str_equal (((ScActivity *) steps->pdata[i])->title, "Back to the conversation"))
      return TRUE;

  return FALSE;
}

/* The window that is open at midnight writes it, and one that is opened later. */
static void
test_parked_deals_wake (void)
{
  ScDate monday = sc_date_new (2026, 11, 30);
  g_autoptr (AppFixture) fixture = NULL;
  g_autoptr (ScProcess) process = NULL;
  Parked first, second;

  sc_clock_set (sc_date_to_instant (monday));
  fixture = app_fixture_open ();
  first.store = second.store = sc_window_get_store (fixture->window);
  app_fixture_add_sample (first.store, 50);
  process = sc_store_find_process (first.store, "Sample", NULL);
  first.deal_id = park_one (first.store, process->id, monday + 1);
  second.deal_id = park_one (first.store, process->id, monday + 2);
  g_assert_false (is_woken (&first));

  sc_clock_set (sc_date_to_instant (monday + 1));
  sc_wall_clock_look (sc_wall_clock_get_default ());
  widget_test_wait (is_woken, &first, "a deal that woke at midnight");
  g_assert_false (is_woken (&second));

  gtk_window_destroy (GTK_WINDOW (fixture->window));
  sc_clock_set (sc_date_to_instant (monday + 3));
  app_fixture_open_window (fixture);
  widget_test_wait (app_fixture_has_opened, fixture->window, "the window with its database");
  second.store = sc_window_get_store (fixture->window);
  widget_test_wait (is_woken, &second, "a deal that woke when the window opened");
  sc_clock_set (0);
}

static void
test_deal_far_down_has_its_name_with_the_focus (void)
{
  g_autoptr (AppFixture) fixture = app_fixture_open ();
  ScStore *store = sc_window_get_store (fixture->window);
  g_autoptr (ScProcess) process = NULL;
  g_autoptr (ScDeal) deal = NULL;

  app_fixture_add_sample (store, N_DEALS);
  process = sc_store_find_process (store, "Sample", NULL);
  deal = find_far_deal (store, process->id);
  g_signal_connect_swapped (fixture->window, "notify::focus-widget", G_CALLBACK (focus_moved_cb), fixture);
  g_assert_true (gtk_widget_activate_action (GTK_WIDGET (fixture->window), "win.show-deal", "(sx)", process->id, deal->id));
  widget_test_wait (has_focus_on_deal, fixture, "the focus on a card");
  g_assert_cmpint (sc_deal_item_get_id (find_focus_deal (fixture)), ==, deal->id);
}

void
window_tests_add_deals (void)
{
  g_test_add_func ("/app/window/parked-deals-wake", test_parked_deals_wake);
  g_test_add_func ("/app/window/deal-far-down", test_deal_far_down_has_its_name_with_the_focus);
}
