/* SPDX-License-Identifier: GPL-3.0-or-later */

#include "config.h"

#include <adwaita.h>

#include "deal/sc-deal-pane.h"
#include "deal/sc-refused-dialog.h"
#include "importing/sc-import-dialog.h"
#include "pipeline/sc-deal-cell.h"
#include "pipeline/sc-filter-popover.h"
#include "pipeline/sc-pipeline-list.h"
#include "pipeline/sc-inscription.h"
#include "pipeline/sc-pipeline.h"
#include "pipeline/view-tests.h"
#include "widget-test.h"

static guint
count_cards (PipelineFixture *self)
{
  guint n_cards = 0;
  ScStageColumn *column;

  for (guint i = 0; (column = pipeline_fixture_get_column (self, i)) != NULL; i++)
    n_cards += g_list_model_get_n_items (sc_stage_column_get_deals (column));

  return n_cards;
}

static gboolean
has_n_cards (PipelineFixture *self,
             gpointer         data)
{
  guint n_counted = 0;
  ScStageColumn *column;

  for (guint i = 0; (column = pipeline_fixture_get_column (self, i)) != NULL; i++)
    n_counted += sc_stage_column_get_n_deals (column);

  return count_cards (self) == GPOINTER_TO_UINT (data) && n_counted == GPOINTER_TO_UINT (data);
}

gboolean
view_tests_shows_page (PipelineFixture *self,
                       gpointer         page)
{
  return g_str_equal (pipeline_fixture_get_page (self), page);
}

static void
search_for (PipelineFixture *self,
            const char      *words)
{
  GtkWidget *bar = pipeline_fixture_find (GTK_WIDGET (self->view), GTK_TYPE_SEARCH_BAR, 0);
  GtkWidget *entry = pipeline_fixture_find (bar, GTK_TYPE_SEARCH_ENTRY, 0);

  gtk_editable_set_text (GTK_EDITABLE (entry), words);
}

static void
show_view_cb (GSimpleAction *action,
              GVariant      *parameter,
              gpointer       is_asked)
{
  *(gboolean *) is_asked = g_str_equal (g_variant_get_string (parameter, NULL), "scheme");
}

static void
test_an_unpublished_process_leads_to_its_scheme (void)
{
  g_autoptr (PipelineFixture) self = pipeline_fixture_new ();
  g_autoptr (ScVersion) version = sc_version_new (SC_LANGUAGE_EN);
  g_autoptr (ScOutcome) outcome = NULL;
  g_autoptr (GError) error = NULL;
  const GActionEntry entries[] = {
    { .name = "show-view", .activate = show_view_cb, .parameter_type = "s" },
  };
  g_autoptr (GSimpleActionGroup) window_actions = g_simple_action_group_new ();
  gboolean is_asked = FALSE;

  outcome = sc_command_run (sc_command_create_process ("Draft", NULL, version, NULL), self->change->store, NULL, &error);
  g_assert_no_error (error);
  g_set_str (&self->change->process_id, outcome->process_id);
  pipeline_fixture_show (self);
  g_assert_cmpstr (pipeline_fixture_get_page (self), ==, "unpublished");

  g_action_map_add_action_entries (G_ACTION_MAP (window_actions), entries, G_N_ELEMENTS (entries), &is_asked);
  gtk_widget_insert_action_group (GTK_WIDGET (self->window), "win", G_ACTION_GROUP (window_actions));
  for (guint i = 0; !is_asked; i++)
    {
      GtkWidget *button = pipeline_fixture_find (GTK_WIDGET (self->view), GTK_TYPE_BUTTON, i);

      g_assert_nonnull (button);
      if (g_strcmp0 (gtk_button_get_label (GTK_BUTTON (button)), "_Open the Scheme") == 0)
        g_signal_emit_by_name (button, "clicked");
    }
}

static void
test_an_empty_process_offers_to_add_and_import (void)
{
  g_autoptr (PipelineFixture) self = pipeline_fixture_new ();
  AdwDialog *dialog;

  pipeline_fixture_show (self);
  g_assert_cmpstr (pipeline_fixture_get_page (self), ==, "no-deals");

  gtk_widget_activate_action (GTK_WIDGET (self->view), "pipeline.import", NULL);
  dialog = pipeline_fixture_wait_for_dialog (self, SC_TYPE_IMPORT_DIALOG);
  adw_dialog_force_close (dialog);

  gtk_widget_activate_action (GTK_WIDGET (self->view), "pipeline.add", NULL);
  g_assert_cmpstr (pipeline_fixture_get_page (self), ==, "board");
}

static void
test_search_narrows_cards_and_counts (void)
{
  g_autoptr (PipelineFixture) self = pipeline_fixture_new ();

  change_fixture_add (self->change, "Printer for Acme", "A");
  change_fixture_add (self->change, "Paper for Acme", "B");
  change_fixture_add (self->change, "Printer for Globex", "B");
  pipeline_fixture_show (self);
  pipeline_fixture_wait (self, has_n_cards, GUINT_TO_POINTER (3));

  search_for (self, "printer");
  pipeline_fixture_wait (self, has_n_cards, GUINT_TO_POINTER (2));
  search_for (self, "ACME pri");
  pipeline_fixture_wait (self, has_n_cards, GUINT_TO_POINTER (1));
  search_for (self, "nothing like it");
  pipeline_fixture_wait (self, view_tests_shows_page, (gpointer) "nothing-found");
  search_for (self, "");
  pipeline_fixture_wait (self, has_n_cards, GUINT_TO_POINTER (3));
  pipeline_fixture_wait (self, view_tests_shows_page, (gpointer) "board");
}

static gboolean
has_n_rows (PipelineFixture *self,
            gpointer         data)
{
  ScPipelineList *table = pipeline_fixture_find (GTK_WIDGET (self->view), SC_TYPE_PIPELINE_LIST, 0);

  return view_tests_shows_page (self, (gpointer) "list") && sc_pipeline_list_get_n_deals (table) == GPOINTER_TO_UINT (data);
}

static void
choose_status (PipelineFixture *self,
               guint            position)
{
  GtkDropDown *drop_down;

  for (guint i = 0; (drop_down = pipeline_fixture_find (GTK_WIDGET (self->view), GTK_TYPE_DROP_DOWN, i)) != NULL; i++)
    if (g_list_model_get_n_items (gtk_drop_down_get_model (drop_down)) == SC_N_DEAL_STATUSES + 2) /* all, and parked */
      {
        gtk_drop_down_set_selected (drop_down, position);
        return;
      }

  g_assert_not_reached ();
}

/* Where it is read from the view, not from the text. */
static void
test_texts_stand_where_their_view_begins (void)
{
  static const struct {
    GtkTextDirection direction;
    const char *text;
    gboolean is_end;
    float xalign; /* of Pango, which counts from where the text begins */
  } cases[] = {
    { GTK_TEXT_DIR_LTR, "Anna", FALSE, 0 },
    { GTK_TEXT_DIR_LTR, "Anna", TRUE, 1 },
    { GTK_TEXT_DIR_LTR, "1. خالد", FALSE, 1 },
    { GTK_TEXT_DIR_LTR, "1. خالد", TRUE, 0 },
    { GTK_TEXT_DIR_RTL, "Anna", FALSE, 1 },
    { GTK_TEXT_DIR_RTL, "Anna", TRUE, 0 },
    { GTK_TEXT_DIR_RTL, "1. חנה", FALSE, 0 },
    { GTK_TEXT_DIR_RTL, "1. חנה", TRUE, 1 },
    { GTK_TEXT_DIR_RTL, "\u200f5 €", FALSE, 0 },
  };

  for (guint i = 0; i < G_N_ELEMENTS (cases); i++)
    {
      GtkWidget *box = g_object_ref_sink (gtk_box_new (GTK_ORIENTATION_HORIZONTAL, 0));
      GtkWidget *inscription = gtk_inscription_new (NULL);

      gtk_widget_set_direction (box, cases[i].direction);
      gtk_box_append (GTK_BOX (box), inscription);
      sc_inscription_set_text (GTK_INSCRIPTION (inscription), cases[i].text, cases[i].is_end);
      g_assert_cmpfloat (gtk_inscription_get_xalign (GTK_INSCRIPTION (inscription)), ==, cases[i].xalign);
      g_object_unref (box);
    }
}

static void
test_a_number_has_its_title_above_it (void)
{
  GtkWidget *table = g_object_ref_sink (sc_pipeline_list_new ());
  GtkWidget *label;

  for (guint i = 0; (label = pipeline_fixture_find (table, GTK_TYPE_LABEL, i)) != NULL; i++)
    if (g_str_equal (gtk_label_get_text (GTK_LABEL (label)), "Value"))
      break;

  g_assert_nonnull (label);
  g_assert_cmpint (gtk_widget_get_halign (label), ==, GTK_ALIGN_END);
  g_object_unref (table);
}

static void
test_a_lost_deal_leaves_the_board_and_is_found_in_the_list (void)
{
  g_autoptr (PipelineFixture) self = pipeline_fixture_new ();
  g_autoptr (ScDeal) deal = NULL;
  g_autoptr (ScDeal) lost = NULL;
  g_autoptr (ScDeal) parked = NULL;
  AdwDialog *dialog;
  GtkWidget *reason;
  ScDealPane *pane;
  gint64 one;

  one = change_fixture_add (self->change, "one", "A");
  change_fixture_add (self->change, "two", "A");
  pipeline_fixture_show (self);
  pipeline_fixture_wait (self, has_n_cards, GUINT_TO_POINTER (2));

  /* From the pane; a reason has to be given. */
  sc_pipeline_view_select_deal (self->view, one);
  pipeline_fixture_wait_for_focus (self, "A", one);
  pane = pipeline_fixture_find (GTK_WIDGET (self->view), SC_TYPE_DEAL_PANE, 0);
  g_assert_cmpint (sc_deal_pane_get_deal_id (pane), ==, one);
  wait_until (gtk_widget_activate_action (GTK_WIDGET (pane), "deal.refuse", NULL)
              && adw_window_get_visible_dialog (self->window) != NULL);

  dialog = pipeline_fixture_wait_for_dialog (self, SC_TYPE_REFUSED_DIALOG);
  g_assert_false (gtk_widget_get_sensitive (adw_dialog_get_default_widget (dialog)));
  reason = pipeline_fixture_find (GTK_WIDGET (dialog), ADW_TYPE_ENTRY_ROW, 0);
  gtk_editable_set_text (GTK_EDITABLE (reason), "Too dear");
  g_signal_emit_by_name (adw_dialog_get_default_widget (dialog), "clicked");
  pipeline_fixture_wait_for_board (self, "A: two");
  pipeline_fixture_wait (self, has_n_cards, GUINT_TO_POINTER (1));
  lost = change_fixture_load (self->change, one);
  g_assert_cmpint (lost->status, ==, SC_DEAL_LOST);
  g_assert_cmpstr (lost->loss_reason, ==, "Too dear");

  gtk_widget_activate_action (GTK_WIDGET (self->view), "pipeline.layout", "s", "list");
  pipeline_fixture_wait (self, has_n_rows, GUINT_TO_POINTER (2));
  choose_status (self, 1 + SC_DEAL_LOST);
  pipeline_fixture_wait (self, has_n_rows, GUINT_TO_POINTER (1));
  choose_status (self, 1 + SC_DEAL_OPEN);
  pipeline_fixture_wait (self, has_n_rows, GUINT_TO_POINTER (1));
  choose_status (self, 1 + SC_DEAL_COMPLETED);
  pipeline_fixture_wait (self, has_n_rows, GUINT_TO_POINTER (0));

  /* Parked ones are open ones. */
  parked = change_fixture_load (self->change, change_fixture_add (self->change, "three", "A"));
  change_fixture_run (self->change, sc_command_park_deal (parked, sc_clock_today () + 7, NULL));
  choose_status (self, 2 + SC_DEAL_LOST);
  pipeline_fixture_wait (self, has_n_rows, GUINT_TO_POINTER (1));
  choose_status (self, 1 + SC_DEAL_OPEN);
  pipeline_fixture_wait (self, has_n_rows, GUINT_TO_POINTER (2));
}

static void
test_the_list_is_there_again_the_next_morning (void)
{
  g_autoptr (PipelineFixture) self = pipeline_fixture_new ();

  change_fixture_add (self->change, "one", "A");
  pipeline_fixture_show (self);
  gtk_widget_activate_action (GTK_WIDGET (self->view), "pipeline.layout", "s", "list");
  pipeline_fixture_wait (self, has_n_rows, GUINT_TO_POINTER (1));
  choose_status (self, 1 + SC_DEAL_LOST);
  pipeline_fixture_wait (self, has_n_rows, GUINT_TO_POINTER (0));

  self->view = SC_PIPELINE_VIEW (sc_pipeline_view_new ());
  pipeline_fixture_show (self);
  pipeline_fixture_wait (self, has_n_rows, GUINT_TO_POINTER (0));
  choose_status (self, 0);
  pipeline_fixture_wait (self, has_n_rows, GUINT_TO_POINTER (1));
}

/* The bar says what is on show, whatever is chosen. */
static gboolean
says_totals (PipelineFixture *self,
             gpointer         text)
{
  GtkWidget *label;

  for (guint i = 0; (label = pipeline_fixture_find (GTK_WIDGET (self->view), GTK_TYPE_LABEL, i)) != NULL; i++)
    if (g_str_equal (gtk_label_get_text (GTK_LABEL (label)), text))
      return gtk_widget_get_mapped (label);

  return FALSE;
}

static gint64
add_valued (PipelineFixture *self,
            const char      *title,
            const char      *label,
            gint64           minor,
            gboolean         is_mine)
{
  g_autoptr (ScDeal) deal = sc_deal_new ();

  deal->process_id = g_strdup (self->change->process_id);
  deal->stage_id = g_strdup (change_fixture_get_stage (self->change, "A"));
  deal->title = g_strdup (title);
  deal->label = g_strdup (label);
  deal->value = sc_money_new (minor, "EUR");
  if (is_mine)
    deal->owner_id = sc_store_get_user (self->change->store);

  return change_fixture_run (self->change, sc_command_add_deal (deal));
}

static void
choose (PipelineFixture *self,
        ScDealsFilter    filter)
{
  GtkWidget *popover = pipeline_fixture_find (GTK_WIDGET (self->view), SC_TYPE_FILTER_POPOVER, 0);

  g_signal_emit_by_name (popover, "chosen", &filter);
}

static void
test_board_and_list_are_filtered_alike (void)
{
  g_autoptr (PipelineFixture) self = pipeline_fixture_new ();
  g_autoptr (ScDeal) planned = NULL;

  add_valued (self, "one", "hot", 10000, TRUE);
  add_valued (self, "two", NULL, 20000, TRUE);
  planned = change_fixture_load (self->change, add_valued (self, "three", "hot", 40000, FALSE));
  change_fixture_run (self->change, sc_command_add_activity (planned, "Call", SC_DATE_NONE));
  pipeline_fixture_show (self);
  pipeline_fixture_wait (self, has_n_cards, GUINT_TO_POINTER (3));

  choose (self, (ScDealsFilter) { .label = (char *) "hot" });
  pipeline_fixture_wait (self, has_n_cards, GUINT_TO_POINTER (2));
  pipeline_fixture_wait (self, says_totals, (gpointer) "2 deals · €500 · weighted €0");
  choose (self, (ScDealsFilter) { .is_without_step = TRUE });
  pipeline_fixture_wait (self, says_totals, (gpointer) "2 deals · €300 · weighted €0");
  choose (self, (ScDealsFilter) { .owner_id = sc_store_get_user (self->change->store), .label = (char *) "hot" });
  pipeline_fixture_wait (self, has_n_cards, GUINT_TO_POINTER (1));
  pipeline_fixture_wait (self, says_totals, (gpointer) "1 deal · €100 · weighted €0");

  gtk_widget_activate_action (GTK_WIDGET (self->view), "pipeline.layout", "s", "list");
  pipeline_fixture_wait (self, has_n_rows, GUINT_TO_POINTER (1));

  /* Another process has its own; this one is as it was left. */
  self->view = SC_PIPELINE_VIEW (sc_pipeline_view_new ());
  pipeline_fixture_show (self);
  pipeline_fixture_wait (self, has_n_rows, GUINT_TO_POINTER (1));
  choose (self, (ScDealsFilter) { 0 });
  pipeline_fixture_wait (self, has_n_rows, GUINT_TO_POINTER (3));
  pipeline_fixture_wait (self, says_totals, (gpointer) "3 deals · €700 · weighted €0");
}

static void
test_choices_are_counted (void)
{
  g_autoptr (PipelineFixture) self = pipeline_fixture_new ();
  g_autoptr (ScDealQuery) query = sc_deal_query_new (self->change->process_id);
  g_autoptr (GPtrArray) limits = g_ptr_array_new_with_free_func ((GDestroyNotify) sc_stage_limit_free);
  g_autoptr (ScDealFacets) facets = NULL;
  g_autoptr (GError) error = NULL;

  add_valued (self, "one", "hot", 10000, TRUE);
  add_valued (self, "two", "cold", 20000, TRUE);
  add_valued (self, "three", "hot", 40000, FALSE);
  query->owner_id = sc_store_get_user (self->change->store);
  g_set_str (&query->label, "hot");
  g_ptr_array_add (limits, sc_stage_limit_new (change_fixture_get_stage (self->change, "A"), sc_clock_now () + G_TIME_SPAN_DAY));

  facets = sc_store_count_facets (self->change->store, query, limits, NULL, &error);
  g_assert_no_error (error);
  g_assert_cmpuint (facets->owners->len, ==, 1);
  g_assert_cmpuint (((ScDealFacet *) facets->owners->pdata[0])->n_deals, ==, 1);
  g_assert_cmpuint (facets->labels->len, ==, 2);
  g_assert_cmpstr (((ScDealFacet *) facets->labels->pdata[0])->name, ==, "cold");
  g_assert_cmpuint (facets->n_deals[SC_DEAL_OPEN], ==, 1);
  g_assert_cmpuint (facets->n_without_step, ==, 1);
  g_assert_cmpuint (facets->n_over, ==, 1);
}

static void
test_undo_and_redo_take_a_deletion_back_and_again (void)
{
  g_autoptr (PipelineFixture) self = pipeline_fixture_new ();
  g_autoptr (ScDealItem) item = NULL;
  gint64 one;

  change_fixture_add (self->change, "two", "A");
  one = change_fixture_add (self->change, "one", "A");
  pipeline_fixture_show (self);
  pipeline_fixture_focus (self, "A", one);

  item = g_object_ref (sc_stage_column_get_focus_item (pipeline_fixture_get_column (self, 0)));
  g_signal_emit_by_name (pipeline_fixture_get_column (self, 0), "remove", item);
  pipeline_fixture_wait_for_board (self, "A: two");
  change_fixture_run (self->change, sc_command_undo (SC_CHANGES_OF_WINDOW, NULL));
  pipeline_fixture_wait_for_board (self, "A: one two");
  change_fixture_run (self->change, sc_command_redo (SC_CHANGES_OF_WINDOW, NULL));
  pipeline_fixture_wait_for_board (self, "A: two");
}

static void
test_mine_is_one_click (void)
{
  g_autoptr (PipelineFixture) self = pipeline_fixture_new ();
  g_autoptr (ScDeal) deal = sc_deal_new ();

  change_fixture_add (self->change, "nobody's", "A");
  deal->process_id = g_strdup (self->change->process_id);
  deal->title = g_strdup ("mine");
  deal->owner_id = sc_store_get_user (self->change->store);
  change_fixture_run (self->change, sc_command_add_deal (deal));
  pipeline_fixture_show (self);
  pipeline_fixture_wait (self, has_n_cards, GUINT_TO_POINTER (2));

  gtk_widget_activate_action (GTK_WIDGET (self->view), "pipeline.only-mine", NULL);
  pipeline_fixture_wait (self, has_n_cards, GUINT_TO_POINTER (1));
  gtk_widget_activate_action (GTK_WIDGET (self->view), "pipeline.only-mine", NULL);
  pipeline_fixture_wait (self, has_n_cards, GUINT_TO_POINTER (2));
}

static void
test_follows_what_another_program_does (void)
{
  g_autoptr (PipelineFixture) self = pipeline_fixture_new ();
  ScStore *mine = self->change->store;
  g_autoptr (ScStore) other = NULL;

  change_fixture_add (self->change, "one", "A");
  pipeline_fixture_show (self);
  pipeline_fixture_wait (self, has_n_cards, GUINT_TO_POINTER (1));

  other = store_fixture_open_other (self->change->base);
  self->change->store = other;
  change_fixture_add (self->change, "two", "B");
  self->change->store = mine;
  pipeline_fixture_wait (self, has_n_cards, GUINT_TO_POINTER (2));
}

/* Before anything has been found, and before it is even looked for. */
static void
test_enter_in_the_search_leads_to_what_is_found (void)
{
  g_autoptr (PipelineFixture) self = pipeline_fixture_new ();
  gint64 two = change_fixture_add (self->change, "two", "B");
  GtkWidget *bar, *entry;

  change_fixture_add (self->change, "one", "A");
  pipeline_fixture_show (self);
  pipeline_fixture_wait (self, has_n_cards, GUINT_TO_POINTER (2));
  gtk_widget_activate_action (GTK_WIDGET (self->view), "pipeline.search", NULL);
  bar = pipeline_fixture_find (GTK_WIDGET (self->view), GTK_TYPE_SEARCH_BAR, 0);
  entry = pipeline_fixture_find (bar, GTK_TYPE_SEARCH_ENTRY, 0);
  gtk_widget_grab_focus (entry);
  search_for (self, "two");
  g_signal_emit_by_name (entry, "activate");
  pipeline_fixture_wait_for_focus (self, "B", two);
}

static void
show_insight_cb (GSimpleAction *action,
                 GVariant      *parameter,
                 gpointer       is_asked)
{
  *(gboolean *) is_asked = g_str_equal (g_variant_get_string (parameter, NULL), "insight");
}

/* The deals behind a number are listed alone, whatever filters say, under what they are;
 * taken away, the board is as it was. */
static void
test_the_deals_behind_a_number_are_listed_alone (void)
{
  g_autoptr (PipelineFixture) self = pipeline_fixture_new ();
  const GActionEntry entries[] = {
    { .name = "show-view", .activate = show_insight_cb, .parameter_type = "s" },
  };
  g_autoptr (GSimpleActionGroup) window_actions = g_simple_action_group_new ();
  g_autoptr (GArray) ids = g_array_new (FALSE, FALSE, sizeof (gint64));
  g_autoptr (ScDeal) lost = NULL;
  gboolean is_asked = FALSE;
  gint64 first, second;

  g_action_map_add_action_entries (G_ACTION_MAP (window_actions), entries, G_N_ELEMENTS (entries), &is_asked);
  gtk_widget_insert_action_group (GTK_WIDGET (self->window), "win", G_ACTION_GROUP (window_actions));
  first = change_fixture_add (self->change, "One", "A");
  change_fixture_add (self->change, "Two", "B");
  second = change_fixture_add (self->change, "Three", "B");
  lost = change_fixture_load (self->change, second);
  change_fixture_run (self->change, sc_command_lose_deal (lost, "Price"));
  g_array_append_val (ids, first);
  g_array_append_val (ids, second);
  pipeline_fixture_show (self);
  pipeline_fixture_wait (self, has_n_cards, GUINT_TO_POINTER (2));

  sc_pipeline_view_show_set (self->view, "Over target: 2 deals", ids);
  pipeline_fixture_wait (self, has_n_rows, GUINT_TO_POINTER (2));
  g_assert_nonnull (widget_test_find (GTK_WIDGET (self->view), GTK_TYPE_LABEL, "Over target: 2 deals"));
  gtk_widget_activate_action (GTK_WIDGET (self->view), "pipeline.leave-set", NULL);
  pipeline_fixture_wait (self, view_tests_shows_page, (gpointer) "board");
  pipeline_fixture_wait (self, has_n_cards, GUINT_TO_POINTER (2));
  g_assert_null (widget_test_find (GTK_WIDGET (self->view), GTK_TYPE_LABEL, "Over target: 2 deals"));

  sc_pipeline_view_show_set (self->view, "Over target: 2 deals", ids);
  pipeline_fixture_wait (self, has_n_rows, GUINT_TO_POINTER (2));
  gtk_widget_activate_action (GTK_WIDGET (self->view), "pipeline.back", NULL);
  g_assert_true (is_asked);
  pipeline_fixture_wait (self, view_tests_shows_page, (gpointer) "board");
}

int
main (int    argc,
      char **argv)
{
  g_test_init (&argc, &argv, NULL);
  adw_init ();
  sc_pipeline_init ();

  g_test_add_func ("/view/texts-stand-where-their-view-begins", test_texts_stand_where_their_view_begins);
  g_test_add_func ("/view/a-number-has-its-title-above-it", test_a_number_has_its_title_above_it);
  g_test_add_func ("/view/an-unpublished-process-leads-to-its-scheme", test_an_unpublished_process_leads_to_its_scheme);
  g_test_add_func ("/view/an-empty-process-offers-to-add-and-import", test_an_empty_process_offers_to_add_and_import);
  g_test_add_func ("/view/the-deals-behind-a-number", test_the_deals_behind_a_number_are_listed_alone);
  g_test_add_func ("/view/search-narrows-cards-and-counts", test_search_narrows_cards_and_counts);
  g_test_add_func ("/view/a-lost-deal-leaves-the-board", test_a_lost_deal_leaves_the_board_and_is_found_in_the_list);
  g_test_add_func ("/view/the-list-is-there-again-the-next-morning", test_the_list_is_there_again_the_next_morning);
  g_test_add_func ("/view/board-and-list-are-filtered-alike", test_board_and_list_are_filtered_alike);
  g_test_add_func ("/view/choices-are-counted", test_choices_are_counted);
  g_test_add_func ("/view/undo-and-redo-a-deletion", test_undo_and_redo_take_a_deletion_back_and_again);
  g_test_add_func ("/view/mine-is-one-click", test_mine_is_one_click);
  view_tests_add_list ();
  g_test_add_func ("/view/follows-what-another-program-does", test_follows_what_another_program_does);
  g_test_add_func ("/view/enter-in-the-search-leads-to-what-is-found", test_enter_in_the_search_leads_to_what_is_found);

  return g_test_run ();
}
