/* SPDX-License-Identifier: GPL-3.0-or-later */

/* Parked deals are out of a column but for a count that shows them, and at work again
 * on their day; what is no deal is deleted. */

#include <adwaita.h>

#include "change/sc-waking.h"
#include "deal/sc-deal-actions.h"
#include "model/sc-wall-clock.h"
#include "pipeline/pipeline-fixture.h"
#include "pipeline/sc-card-text.h"
#include "pipeline/sc-deal-card.h"
#include "pipeline/sc-filter-popover.h"
#include "pipeline/sc-pipeline.h"
#include "statistics/sc-chances.h"

#define MONDAY (sc_date_new (2026, 11, 30))

static void
set_day (ScDate day)
{
  sc_clock_set (sc_date_to_instant (day));
  sc_wall_clock_look (sc_wall_clock_get_default ());
}

/* The count of parked deals; what adds a deal has buttons of its own. */
static GtkWidget *
get_button (PipelineFixture *self)
{
  GtkWidget *column = GTK_WIDGET (pipeline_fixture_get_column (self, 0));
  GtkWidget *button;

  for (guint i = 0; (button = pipeline_fixture_find (column, GTK_TYPE_TOGGLE_BUTTON, i)) != NULL; i++)
    if (g_str_has_suffix (gtk_button_get_label (GTK_BUTTON (button)) ?: "", " parked"))
      return button;

  return NULL;
}

/* What the column of stage A has: its cards' titles, its count, and how many are parked
 * as its button has it. */
static char *
show_column (PipelineFixture *self)
{
  ScStageColumn *column = pipeline_fixture_get_column (self, 0);
  GListModel *deals = sc_stage_column_get_deals (column);
  GtkWidget *button = get_button (self);
  g_autoptr (GString) text = g_string_new (NULL);

  for (guint i = 0; deals != NULL && i < g_list_model_get_n_items (deals); i++)
    {
      g_autoptr (ScDealItem) item = g_list_model_get_item (deals, i);
      ScDeal *deal = sc_deal_item_get_deal (item);

      g_string_append_printf (text, "%s ", deal != NULL ? deal->title : "?");
    }
  g_string_append_printf (text, "(%u)", sc_stage_column_get_n_deals (column));
  if (button != NULL && gtk_widget_get_visible (button))
    g_string_append_printf (text, " %s", gtk_button_get_label (GTK_BUTTON (button)));

  return g_string_free (g_steal_pointer (&text), FALSE);
}

static gboolean
has_column (PipelineFixture *self,
            gpointer         expected)
{
  g_autofree char *shown = show_column (self);

  return g_strcmp0 (shown, expected) == 0;
}

static void
wait_for_column (PipelineFixture *self,
                 const char      *expected)
{
  pipeline_fixture_wait (self, has_column, (gpointer) expected);
}

static gint64
add_parked (PipelineFixture *self,
            const char      *title,
            ScDate           until)
{
  gint64 id = change_fixture_add (self->change, title, "A");
  g_autoptr (ScDeal) deal = change_fixture_load (self->change, id);

  change_fixture_run (self->change, sc_command_park_deal (deal, until, NULL));

  return id;
}

/* One of the texts of the column's first card, which has no other day. */
static gboolean
card_shows (PipelineFixture *self,
            gpointer         text)
{
  GtkWidget *card = pipeline_fixture_find (GTK_WIDGET (self->view), SC_TYPE_DEAL_CARD, 0);
  ScCardText *part;

  for (guint i = 0; card != NULL && (part = pipeline_fixture_find (card, SC_TYPE_CARD_TEXT, i)) != NULL; i++)
    if (g_strcmp0 (sc_card_text_get_text (part), text) == 0)
      return !gtk_widget_has_css_class (GTK_WIDGET (part), "error");

  return FALSE;
}

/* By the keyboard, too: Tab comes to the count, and Space presses it. */
static void
test_count_shows_parked (void)
{
  g_autoptr (PipelineFixture) self = pipeline_fixture_new ();
  GtkWidget *button;

  set_day (MONDAY);
  add_parked (self, "resting", MONDAY + 7);
  add_parked (self, "waiting", MONDAY + 8);
  change_fixture_add (self->change, "working", "A");
  pipeline_fixture_show (self);
  wait_for_column (self, "working (1) 2 parked");

  button = get_button (self);
  g_assert_cmpstr (gtk_widget_get_tooltip_text (button), ==, "Show the Parked Deals");
  g_assert_true (gtk_widget_grab_focus (button));
  g_assert_true (gtk_widget_activate (button));
  wait_for_column (self, "waiting resting (1) 2 parked");
  pipeline_fixture_wait (self, card_shows, (gpointer) "parked until 12/08/2026");
  g_assert_cmpstr (gtk_widget_get_tooltip_text (button), ==, "Show the Deals at Work");
  g_assert_true (gtk_widget_is_focus (button));
  gtk_widget_activate (button);
  wait_for_column (self, "working (1) 2 parked");

  /* Where one is added, the others are on show. */
  gtk_widget_activate (button);
  wait_for_column (self, "waiting resting (1) 2 parked");
  sc_stage_column_start_adding (pipeline_fixture_get_column (self, 0));
  wait_for_column (self, "working (1) 2 parked");
  sc_clock_set (0);
}

/* Somebody's window wakes them at midnight; the last one that is parked gives the column
 * back to the others. */
static void
test_back_on_its_day (void)
{
  g_autoptr (PipelineFixture) self = pipeline_fixture_new ();

  set_day (MONDAY);
  add_parked (self, "resting", MONDAY + 1);
  add_parked (self, "waiting", MONDAY + 2);
  pipeline_fixture_show (self);
  wait_for_column (self, "(0) 2 parked");
  gtk_widget_grab_focus (get_button (self));
  gtk_widget_activate (get_button (self));
  wait_for_column (self, "waiting resting (0) 2 parked");

  set_day (MONDAY + 1);
  sc_waking_run_async (self->change->store);
  wait_for_column (self, "waiting (1) 1 parked");
  set_day (MONDAY + 2);
  sc_waking_run_async (self->change->store);
  wait_for_column (self, "waiting resting (2)");
  sc_clock_set (0);
}

static ScDealActions *
make_actions (PipelineFixture *self,
              gint64           id)
{
  g_autoptr (ScDeal) deal = change_fixture_load (self->change, id);
  ScDealActions *actions = sc_deal_actions_new (GTK_WIDGET (self->view));

  sc_deal_actions_set_place (actions, self->change->store, self->change->version);
  sc_deal_actions_set_deal (actions, deal);

  return actions;
}

static void
test_back_to_work (void)
{
  g_autoptr (PipelineFixture) self = pipeline_fixture_new ();
  g_autoptr (ScDealActions) actions = NULL;
  g_autoptr (ScDealActions) working = NULL;
  gint64 id;

  set_day (MONDAY);
  id = add_parked (self, "resting", MONDAY + 7);
  pipeline_fixture_show (self);
  wait_for_column (self, "(0) 1 parked");
  actions = make_actions (self, id);
  g_assert_true (g_action_group_get_action_enabled (sc_deal_actions_get_group (actions), "unpark"));
  g_action_group_activate_action (sc_deal_actions_get_group (actions), "unpark", NULL);
  wait_for_column (self, "resting (1)");
  working = make_actions (self, id);
  g_assert_false (g_action_group_get_action_enabled (sc_deal_actions_get_group (working), "unpark"));
  sc_clock_set (0);
}

static void
test_no_deal (void)
{
  g_autoptr (PipelineFixture) self = pipeline_fixture_new ();
  g_autoptr (ScDealActions) actions = NULL;
  gint64 id = change_fixture_add (self->change, "spam", "A");

  pipeline_fixture_show (self);
  wait_for_column (self, "spam (1)");
  actions = make_actions (self, id);
  g_action_group_activate_action (sc_deal_actions_get_group (actions), "no-deal", NULL);
  pipeline_fixture_respond (pipeline_fixture_wait_for_dialog (self, ADW_TYPE_ALERT_DIALOG), "cancel");
  wait_for_column (self, "spam (1)");

  g_action_group_activate_action (sc_deal_actions_get_group (actions), "no-deal", NULL);
  pipeline_fixture_respond (pipeline_fixture_wait_for_dialog (self, ADW_TYPE_ALERT_DIALOG), "delete");
  wait_for_column (self, "(0)");
  change_fixture_run (self->change, sc_command_undo (SC_CHANGES_OF_WINDOW, NULL));
  wait_for_column (self, "spam (1)");
}

static void
lose (PipelineFixture *self,
      gint64           deal_id)
{
  g_autoptr (ScDeal) deal = change_fixture_load (self->change, deal_id);

  change_fixture_run (self->change, sc_command_lose_deal (deal, "Price"));
}

static gboolean
any_card_shows (PipelineFixture *self,
                gpointer         text)
{
  ScCardText *part;

  for (guint i = 0; (part = pipeline_fixture_find (GTK_WIDGET (self->view), SC_TYPE_CARD_TEXT, i)) != NULL; i++)
    if (g_strcmp0 (sc_card_text_get_text (part), text) == 0)
      return TRUE;

  return FALSE;
}

/* Twelve decided within four days say nothing of one that is open for thirty. */
static void
test_outlived_deals_are_marked_and_filtered (void)
{
  g_autoptr (PipelineFixture) self = pipeline_fixture_new ();
  ScFilterPopover *popover = pipeline_fixture_find (GTK_WIDGET (self->view), SC_TYPE_FILTER_POPOVER, 0);
  ScDealsFilter filter = { .is_outlived = TRUE };
  gint64 decided[12];

  set_day (MONDAY - 30);
  change_fixture_add (self->change, "forgotten", "A");
  set_day (MONDAY - 4);
  for (guint i = 0; i < G_N_ELEMENTS (decided); i++)
    decided[i] = change_fixture_add (self->change, "decided", "A");
  set_day (MONDAY);
  for (guint i = 0; i < G_N_ELEMENTS (decided); i++)
    lose (self, decided[i]);
  change_fixture_add (self->change, "new", "A");
  pipeline_fixture_show (self);
  pipeline_fixture_wait (self, any_card_shows, (gpointer) "Older than every decided deal");

  g_signal_emit_by_name (popover, "chosen", &filter);
  wait_for_column (self, "forgotten (1)");
  filter.is_outlived = FALSE;
  g_signal_emit_by_name (popover, "chosen", &filter);
  wait_for_column (self, "new forgotten (2)");
}

/* Nine that were decided are too few to say anything of the others. */
static void
test_few_decided (void)
{
  g_autoptr (ChangeFixture) change = change_fixture_new ();
  g_autoptr (GError) error = NULL;
  g_autoptr (ScChances) chances = NULL;

  set_day (MONDAY - 30);
  change_fixture_add (change, "forgotten", "A");
  set_day (MONDAY - 4);
  for (guint i = 0; i < 9; i++)
    {
      gint64 id = change_fixture_add (change, "decided", "A");
      g_autoptr (ScDeal) deal = change_fixture_load (change, id);

      change_fixture_run (change, sc_command_lose_deal (deal, "Price"));
    }
  set_day (MONDAY);

  chances = sc_chances_read (change->store, change->process_id, NULL, &error);
  g_assert_no_error (error);
  g_assert_cmpuint (sc_chances_get_outlived (chances)->len, ==, 0);
}

int
main (int    argc,
      char **argv)
{
  g_test_init (&argc, &argv, NULL);
  adw_init ();
  sc_pipeline_init ();

  g_test_add_func ("/parked/count-shows-parked", test_count_shows_parked);
  g_test_add_func ("/parked/back-on-its-day", test_back_on_its_day);
  g_test_add_func ("/parked/back-to-work", test_back_to_work);
  g_test_add_func ("/parked/no-deal", test_no_deal);
  g_test_add_func ("/parked/outlived", test_outlived_deals_are_marked_and_filtered);
  g_test_add_func ("/parked/few-decided", test_few_decided);

  return g_test_run ();
}
