/* SPDX-License-Identifier: GPL-3.0-or-later */

/* Time passes while the window is open. */

#include <adwaita.h>
#include <sqlite3.h>

#include "deal/sc-deal-pane.h"
#include "deal/sc-payment-row.h"
#include "deal/sc-step-row.h"
#include "model/sc-wall-clock.h"
#include "pipeline/pipeline-fixture.h"
#include "pipeline/sc-card-text.h"
#include "pipeline/sc-deal-card.h"
#include "pipeline/sc-pipeline.h"

#define FRIDAY (sc_date_new (2026, 11, 27))

static void
set_clock (ScDate day,
           gint64 hour)
{
  sc_clock_set (sc_date_to_instant (day) + (hour - 12) * G_TIME_SPAN_HOUR);
  sc_wall_clock_look (sc_wall_clock_get_default ());
}

/* “A” has four hours, as a file that is imported may say. */
static void
give_hours (PipelineFixture *self)
{
  sqlite3 *handle = NULL;

  g_assert_cmpint (sqlite3_open (self->change->base->path, &handle), ==, SQLITE_OK);
  g_assert_cmpint (sqlite3_exec (handle,
                                 "UPDATE version_stage SET duration = 4, duration_unit = 'working-hours' WHERE name = 'A'",
                                 NULL, NULL, NULL), ==, SQLITE_OK);
  sqlite3_close (handle);
}

/* One of the texts of the card, whatever its colour. */
static gboolean
card_shows (PipelineFixture *self,
            gpointer         text)
{
  GtkWidget *card = pipeline_fixture_find (GTK_WIDGET (self->view), SC_TYPE_DEAL_CARD, 0);
  ScCardText *part;

  for (guint i = 0; card != NULL && (part = pipeline_fixture_find (card, SC_TYPE_CARD_TEXT, i)) != NULL; i++)
    if (g_strcmp0 (sc_card_text_get_text (part), text) == 0)
      return TRUE;

  return FALSE;
}

static gboolean
card_is_late (PipelineFixture *self,
              const char      *age)
{
  GtkWidget *card = pipeline_fixture_find (GTK_WIDGET (self->view), SC_TYPE_DEAL_CARD, 0);
  ScCardText *part;

  for (guint i = 0; (part = pipeline_fixture_find (card, SC_TYPE_CARD_TEXT, i)) != NULL; i++)
    if (g_strcmp0 (sc_card_text_get_text (part), age) == 0)
      return gtk_widget_has_css_class (GTK_WIDGET (part), "error");

  g_error ("no card shows “%s”", age);
}

static void
test_a_card_counts_over_midnight (void)
{
  g_autoptr (PipelineFixture) self = pipeline_fixture_new ();

  set_clock (FRIDAY, 12);
  change_fixture_add (self->change, "one", "A");
  pipeline_fixture_show (self);
  pipeline_fixture_wait (self, card_shows, (gpointer) "0 of 3 days");

  set_clock (FRIDAY + 2, 12);
  g_assert_true (card_shows (self, (gpointer) "0 of 3 days"));
  set_clock (FRIDAY + 3, 0);
  g_assert_true (card_shows (self, (gpointer) "1 of 3 days"));
  set_clock (FRIDAY + 5, 23);
  g_assert_false (card_is_late (self, "3 of 3 days"));
  set_clock (FRIDAY + 6, 0);
  g_assert_true (card_is_late (self, "4 of 3 days, 1 over"));
  sc_clock_set (0);
}

static void
test_a_card_counts_hours (void)
{
  g_autoptr (PipelineFixture) self = pipeline_fixture_new ();

  set_clock (FRIDAY, 9);
  give_hours (self);
  change_fixture_add (self->change, "one", "A");
  pipeline_fixture_show (self);
  pipeline_fixture_wait (self, card_shows, (gpointer) "0 of 4 hours");

  set_clock (FRIDAY, 13);
  g_assert_false (card_is_late (self, "4 of 4 hours"));
  set_clock (FRIDAY, 14);
  g_assert_true (card_is_late (self, "5 of 4 hours, 1 h over"));
  sc_clock_set (0);
}

/* In Vladivostok it is Monday already. */
static void
test_a_card_follows_the_time_zone (void)
{
  g_autoptr (PipelineFixture) self = pipeline_fixture_new ();
  g_autofree char *before = g_strdup (g_getenv ("TZ"));

  set_clock (FRIDAY, 3);
  change_fixture_add (self->change, "one", "A");
  pipeline_fixture_show (self);
  set_clock (FRIDAY + 2, 20);
  pipeline_fixture_wait (self, card_shows, (gpointer) "0 of 3 days");

  g_setenv ("TZ", "Asia/Vladivostok", TRUE);
  sc_wall_clock_look (sc_wall_clock_get_default ());
  g_assert_true (card_shows (self, (gpointer) "1 of 3 days"));
  g_setenv ("TZ", before, TRUE);
  sc_clock_set (0);
}

static gboolean
pane_shows_deal (PipelineFixture *self,
                 gpointer         pane)
{
  return pipeline_fixture_find (pane, SC_TYPE_STEP_ROW, 0) != NULL;
}

static gboolean
has_subtitle (GtkWidget  *below,
              GType       type,
              const char *subtitle)
{
  AdwActionRow *row;

  for (guint i = 0; (row = pipeline_fixture_find (below, type, i)) != NULL; i++)
    if (g_strcmp0 (adw_action_row_get_subtitle (row), subtitle) == 0)
      return TRUE;

  return FALSE;
}

static gboolean
is_overdue (GtkWidget *pane,
            GType      type)
{
  return gtk_widget_has_css_class (pipeline_fixture_find (pane, type, 0), "overdue");
}

static void
test_the_pane_goes_by_the_clock (void)
{
  g_autoptr (PipelineFixture) self = pipeline_fixture_new ();
  g_autoptr (ScDeal) deal = NULL;
  g_autofree char *before = g_strdup (g_getenv ("TZ"));
  char note[] = "";
  ScPayment payment = { .amount = sc_money_new (5000, "EUR"), .due = FRIDAY, .note = note };
  GtkWidget *pane;
  gint64 one;

  set_clock (FRIDAY, 12);
  one = change_fixture_add (self->change, "one", "A");
  deal = change_fixture_load (self->change, one);
  change_fixture_run (self->change, sc_command_add_activity (deal, "Call", FRIDAY));
  change_fixture_run (self->change, sc_command_add_payment (deal, &payment));
  pipeline_fixture_show (self);
  sc_pipeline_view_select_deal (self->view, one);
  pane = pipeline_fixture_find (GTK_WIDGET (self->view), SC_TYPE_DEAL_PANE, 0);
  pipeline_fixture_wait (self, pane_shows_deal, pane);
  g_assert_true (has_subtitle (pane, ADW_TYPE_ACTION_ROW, "0 of 3 days"));
  g_assert_true (has_subtitle (pane, SC_TYPE_STEP_ROW, "Today"));
  g_assert_false (is_overdue (pane, SC_TYPE_STEP_ROW));
  g_assert_false (is_overdue (pane, SC_TYPE_PAYMENT_ROW));

  set_clock (FRIDAY + 7, 0);
  g_assert_true (has_subtitle (pane, ADW_TYPE_ACTION_ROW, "5 of 3 days, 2 over"));
  g_assert_true (has_subtitle (pane, SC_TYPE_STEP_ROW, "7 days ago"));
  g_assert_true (is_overdue (pane, SC_TYPE_STEP_ROW));
  g_assert_true (is_overdue (pane, SC_TYPE_PAYMENT_ROW));

  /* A clock that is set back takes it back. */
  set_clock (FRIDAY, 13);
  g_assert_true (has_subtitle (pane, SC_TYPE_STEP_ROW, "Today"));
  g_assert_false (is_overdue (pane, SC_TYPE_STEP_ROW));
  g_assert_false (is_overdue (pane, SC_TYPE_PAYMENT_ROW));

  g_setenv ("TZ", "Asia/Vladivostok", TRUE);
  sc_wall_clock_look (sc_wall_clock_get_default ());
  {
    g_autofree char *name = sc_store_get_user_name (self->change->store);
    g_autofree char *when = g_strdup_printf ("11/27/2026, 21:00 · %s", name);

    g_assert_true (has_subtitle (pane, ADW_TYPE_ACTION_ROW, when));
  }
  g_setenv ("TZ", before, TRUE);
  sc_clock_set (0);
}

int
main (int    argc,
      char **argv)
{
  g_test_init (&argc, &argv, NULL);
  adw_init ();
  sc_pipeline_init ();

  g_test_add_func ("/time/a-card-counts-over-midnight", test_a_card_counts_over_midnight);
  g_test_add_func ("/time/a-card-counts-hours", test_a_card_counts_hours);
  g_test_add_func ("/time/a-card-follows-the-time-zone", test_a_card_follows_the_time_zone);
  g_test_add_func ("/time/the-pane-goes-by-the-clock", test_the_pane_goes_by_the_clock);

  return g_test_run ();
}
