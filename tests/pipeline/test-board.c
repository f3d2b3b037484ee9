/* SPDX-License-Identifier: GPL-3.0-or-later */

/* The board: deals are added, walked along and moved, and the focus stays with them. */

#include <adwaita.h>

#include "deal/sc-gate-dialog.h"
#include "deal/sc-step-dialog.h"
#include "pipeline/board-tests.h"
#include "pipeline/pipeline-fixture.h"
#include "pipeline/sc-pipeline.h"
#include "store/sc-deal-query.h"
#include "widget-test.h"
#include "widgets/sc-field-row.h"

static gboolean
has_n_cards (PipelineFixture *self,
             gpointer         n_cards)
{
  const guint *expected = n_cards;
  ScStageColumn *column;

  for (guint i = 0; (column = pipeline_fixture_get_column (self, i)) != NULL; i++)
    if (g_list_model_get_n_items (sc_stage_column_get_deals (column)) != expected[i]
        || sc_stage_column_get_n_deals (column) != expected[i])
      return FALSE;

  return TRUE;
}

void
board_tests_let_it_move (PipelineFixture *self)
{
  AdwDialog *dialog = pipeline_fixture_wait_for_dialog (self, SC_TYPE_GATE_DIALOG);

  pipeline_fixture_respond (dialog, "move");
  dialog = pipeline_fixture_wait_for_dialog (self, SC_TYPE_STEP_DIALOG);
  pipeline_fixture_respond (dialog, "cancel");
}

static void
test_shows_a_column_for_each_stage (void)
{
  g_autoptr (PipelineFixture) self = pipeline_fixture_new ();
  guint n_cards[] = { 2, 0, 0, 0, 1, 0 };

  change_fixture_add (self->change, "one", "A");
  change_fixture_add (self->change, "two", "A");
  change_fixture_add (self->change, "three", "E");
  pipeline_fixture_show (self);

  g_assert_cmpstr (pipeline_fixture_get_page (self), ==, "board");
  pipeline_fixture_wait (self, has_n_cards, n_cards);
  g_assert_null (pipeline_fixture_get_column (self, 6));
}

static void
test_adds_in_place (void)
{
  g_autoptr (PipelineFixture) self = pipeline_fixture_new ();
  GtkWidget *entry;

  change_fixture_add (self->change, "one", "B");
  pipeline_fixture_show (self);

  gtk_widget_activate_action (GTK_WIDGET (self->view), "pipeline.add", NULL);
  entry = pipeline_fixture_find (GTK_WIDGET (pipeline_fixture_get_column (self, 0)), GTK_TYPE_ENTRY, 0);
  gtk_editable_set_text (GTK_EDITABLE (entry), "  two ");
  g_signal_emit_by_name (entry, "activate");
  pipeline_fixture_wait_for_board (self, "A: two; B: one");

  /* It stays open for the next one. */
  g_assert_cmpstr (gtk_editable_get_text (GTK_EDITABLE (entry)), ==, "");
  gtk_editable_set_text (GTK_EDITABLE (entry), "three");
  g_signal_emit_by_name (entry, "activate");
  pipeline_fixture_wait_for_board (self, "A: three two; B: one");
}

static GtkWidget *
find_row (PipelineFixture *self,
          guint            row)
{
  return pipeline_fixture_find (GTK_WIDGET (pipeline_fixture_get_column (self, 0)), SC_TYPE_FIELD_ROW, row);
}

/* Title, company, value, step and day stand beneath the line as they are read; what is typed
 * there counts. */
static void
test_reads_a_line (void)
{
  g_autoptr (PipelineFixture) self = pipeline_fixture_new ();
  g_autoptr (GPtrArray) deals = NULL;
  g_autoptr (ScDealQuery) query = NULL;
  const ScDeal *deal;
  GtkWidget *entry;

  change_fixture_add (self->change, "one", "B");
  pipeline_fixture_show (self);
  gtk_widget_activate_action (GTK_WIDGET (self->view), "pipeline.add", NULL);
  entry = pipeline_fixture_find (GTK_WIDGET (pipeline_fixture_get_column (self, 0)), GTK_TYPE_ENTRY, 0);
  gtk_editable_set_text (GTK_EDITABLE (entry), "two, Acme, 500 EUR, call tomorrow 11:00");
  g_assert_cmpstr (gtk_editable_get_text (GTK_EDITABLE (find_row (self, 0))), ==, "two");
  g_assert_cmpstr (gtk_editable_get_text (GTK_EDITABLE (find_row (self, 1))), ==, "Acme");
  g_assert_cmpstr (gtk_editable_get_text (GTK_EDITABLE (find_row (self, 2))), ==, "500");
  g_assert_cmpstr (gtk_editable_get_text (GTK_EDITABLE (find_row (self, 3))), ==, "call");
  gtk_editable_set_text (GTK_EDITABLE (find_row (self, 1)), "Other");
  gtk_editable_set_text (GTK_EDITABLE (entry), "two, Acme, 500 EUR, call tomorrow 11:30");
  g_assert_cmpstr (gtk_editable_get_text (GTK_EDITABLE (find_row (self, 1))), ==, "Other");
  g_signal_emit_by_name (entry, "activate");
  pipeline_fixture_wait_for_board (self, "A: two; B: one");

  query = sc_deal_query_new (self->change->process_id);
  query->order = SC_DEAL_ORDER_NEWEST;
  deals = sc_store_list_deals (self->change->store, query, 0, NULL, NULL);
  deal = deals->pdata[0];
  g_assert_cmpstr (deal->title, ==, "two");
  g_assert_cmpstr (deal->company, ==, "Other");
  g_assert_cmpint (deal->value.minor, ==, 50000);
  g_assert_cmpstr (deal->next_step, ==, "call");
  g_assert_cmpuint (deal->next_step_due, ==, sc_clock_today () + 1);
  g_assert_cmpuint (deal->next_step_time, ==, sc_day_time_new (11, 30));
  g_assert_cmpint (deal->owner_id, ==, sc_store_get_user (self->change->store));
}

static gboolean
is_whole (GtkWidget *text)
{
  g_autoptr (PangoLayout) layout = gtk_widget_create_pango_layout (text, gtk_editable_get_text (GTK_EDITABLE (text)));
  int width;

  pango_layout_get_pixel_size (layout, &width, NULL);

  return gtk_widget_get_mapped (text) && width <= gtk_widget_get_width (text);
}

static gboolean
shows_line_whole (PipelineFixture *self,
                  gpointer         unused)
{
  GtkWidget *line = pipeline_fixture_find (GTK_WIDGET (pipeline_fixture_get_column (self, 0)), GTK_TYPE_ENTRY, 0);

  for (guint i = 0; i < 5; i++)
    if (!is_whole (GTK_WIDGET (gtk_editable_get_delegate (GTK_EDITABLE (find_row (self, i))))))
      return FALSE;

  return is_whole (GTK_WIDGET (gtk_editable_get_delegate (GTK_EDITABLE (line))));
}

/* Where a line can't be seen whole. */
#define NARROW_WIDTH 240

static gboolean
is_narrow (PipelineFixture *self,
           gpointer         unused)
{
  int width = gtk_widget_get_width (GTK_WIDGET (pipeline_fixture_get_column (self, 0)));

  return width > 0 && width < NARROW_WIDTH;
}

/* Columns are narrow: the one in which a deal is typed is not, until its line closes. */
static void
test_has_room_for_a_line (void)
{
  g_autoptr (PipelineFixture) self = pipeline_fixture_new ();
  guint n_cards[] = { 0, 1, 0, 0, 0, 0 };
  GtkWidget *entry;

  change_fixture_add (self->change, "one", "B");
  gtk_window_set_default_size (GTK_WINDOW (self->window), 940, 700);
  pipeline_fixture_show (self);
  pipeline_fixture_wait (self, has_n_cards, n_cards);
  pipeline_fixture_wait (self, is_narrow, NULL);
  gtk_widget_activate_action (GTK_WIDGET (self->view), "pipeline.add", NULL);
  entry = pipeline_fixture_find (GTK_WIDGET (pipeline_fixture_get_column (self, 0)), GTK_TYPE_ENTRY, 0);
  gtk_editable_set_text (GTK_EDITABLE (entry), "Presses, Acme, 12,000,000, call fri 11:30");
  pipeline_fixture_wait (self, shows_line_whole, NULL);

  gtk_editable_set_text (GTK_EDITABLE (entry), "");
  pipeline_fixture_press (self, "Escape");
  pipeline_fixture_wait (self, is_narrow, NULL);
}

static gboolean
is_offered (PipelineFixture *self,
            gpointer         unused)
{
  return widget_test_find (GTK_WIDGET (self->window), GTK_TYPE_BUTTON, "_Show") != NULL;
}

/* What a search leaves out is offered to be shown. */
static void
test_shows_what_a_search_hides (void)
{
  g_autoptr (PipelineFixture) self = pipeline_fixture_new ();
  guint n_cards[] = { 1, 0, 0, 0, 0, 0 };
  GtkWidget *entry;

  change_fixture_add (self->change, "one", "A");
  pipeline_fixture_show (self);
  pipeline_fixture_wait (self, has_n_cards, n_cards);
  gtk_widget_activate_action (GTK_WIDGET (self->view), "pipeline.search", NULL);
  entry = pipeline_fixture_find (pipeline_fixture_find (GTK_WIDGET (self->view), GTK_TYPE_SEARCH_BAR, 0), GTK_TYPE_SEARCH_ENTRY, 0);
  gtk_editable_set_text (GTK_EDITABLE (entry), "one");
  g_signal_emit_by_name (entry, "search-changed");
  gtk_widget_activate_action (GTK_WIDGET (self->view), "pipeline.add", NULL);
  entry = pipeline_fixture_find (GTK_WIDGET (pipeline_fixture_get_column (self, 0)), GTK_TYPE_ENTRY, 0);
  gtk_editable_set_text (GTK_EDITABLE (entry), "two");
  g_signal_emit_by_name (entry, "activate");
  pipeline_fixture_wait (self, is_offered, NULL);
  g_signal_emit_by_name (widget_test_find (GTK_WIDGET (self->window), GTK_TYPE_BUTTON, "_Show"), "clicked");
  pipeline_fixture_wait_for_board (self, "A: two one");
}

static gboolean
stands_there_again (PipelineFixture *self,
                    gpointer         entry)
{
  return g_str_equal (gtk_editable_get_text (entry), "two");
}

static void
test_what_cannot_be_added_stays (void)
{
  g_autoptr (PipelineFixture) self = pipeline_fixture_new ();
  GtkWidget *entry;

  change_fixture_add (self->change, "one", "B");
  pipeline_fixture_show (self);
  gtk_widget_activate_action (GTK_WIDGET (self->view), "pipeline.add", NULL);
  entry = pipeline_fixture_find (GTK_WIDGET (pipeline_fixture_get_column (self, 0)), GTK_TYPE_ENTRY, 0);
  sc_store_give_up_jobs (self->change->store);
  gtk_editable_set_text (GTK_EDITABLE (entry), "two");
  g_signal_emit_by_name (entry, "activate");
  g_assert_cmpstr (gtk_editable_get_text (GTK_EDITABLE (entry)), ==, "");
  pipeline_fixture_wait (self, stands_there_again, entry);
}

static void
test_focus_follows_a_moved_card (void)
{
  g_autoptr (PipelineFixture) self = pipeline_fixture_new ();
  gint64 one;

  one = change_fixture_add (self->change, "one", "A");
  change_fixture_add (self->change, "two", "A");
  change_fixture_add (self->change, "three", "B");
  pipeline_fixture_show (self);
  pipeline_fixture_focus (self, "A", one);
  g_signal_emit_by_name (pipeline_fixture_get_column (self, 0), "move", 1, 0);
  board_tests_let_it_move (self);
  pipeline_fixture_wait_for_board (self, "A: two; B: one three");
  pipeline_fixture_wait_for_focus (self, "B", one);

  /* Back: nothing is asked. */
  g_signal_emit_by_name (pipeline_fixture_get_column (self, 1), "move", -1, 0);
  pipeline_fixture_wait_for_board (self, "A: one two; B: three");
  pipeline_fixture_wait_for_focus (self, "A", one);
}

/* Keys are quicker than the store, and count from where the card is led. */
static void
test_walks_on_from_a_moved_card (void)
{
  g_autoptr (PipelineFixture) self = pipeline_fixture_new ();
  gint64 one, two, four;

  four = change_fixture_add (self->change, "four", "D");
  change_fixture_add (self->change, "three", "A");
  two = change_fixture_add (self->change, "two", "A");
  one = change_fixture_add (self->change, "one", "A");
  pipeline_fixture_show (self);
  pipeline_fixture_focus (self, "A", one);
  g_signal_emit_by_name (pipeline_fixture_get_column (self, 0), "move", 1, 0);
  board_tests_let_it_move (self);
  g_signal_emit_by_name (pipeline_fixture_get_column (self, 0), "walk", 1);
  pipeline_fixture_wait_for_focus (self, "D", four);

  /* Whatever comes after that does so from there: the card beside is moved. */
  pipeline_fixture_focus (self, "B", one);
  g_signal_emit_by_name (pipeline_fixture_get_column (self, 1), "move", -1, 0);
  g_signal_emit_by_name (pipeline_fixture_get_column (self, 1), "move", 1, 0);
  g_signal_emit_by_name (pipeline_fixture_get_column (self, 1), "walk", -1);
  g_signal_emit_by_name (pipeline_fixture_get_column (self, 1), "move", 1, 0);
  board_tests_let_it_move (self);
  board_tests_let_it_move (self);
  pipeline_fixture_wait_for_board (self, "A: three; B: two one; D: four");
  pipeline_fixture_wait_for_focus (self, "B", two);
}

static gboolean
shows_menu (PipelineFixture *self,
            gpointer         data)
{
  GtkWidget *menu = pipeline_fixture_find (GTK_WIDGET (self->view), GTK_TYPE_POPOVER_MENU, 0);

  for (guint i = 1; menu != NULL && !gtk_widget_get_mapped (menu); i++)
    menu = pipeline_fixture_find (GTK_WIDGET (self->view), GTK_TYPE_POPOVER_MENU, i);
  *(GtkWidget **) data = menu;

  return menu != NULL;
}

static void
test_a_menu_gives_the_focus_back_to_its_card (void)
{
  g_autoptr (PipelineFixture) self = pipeline_fixture_new ();
  ScStageColumn *column;
  GtkWidget *menu;
  gint64 two;

  two = change_fixture_add (self->change, "two", "A");
  change_fixture_add (self->change, "one", "A");
  pipeline_fixture_show (self);
  pipeline_fixture_focus (self, "A", two);

  column = pipeline_fixture_get_column (self, 0);
  g_signal_emit_by_name (column, "menu", sc_stage_column_get_focus_item (column));
  pipeline_fixture_wait (self, shows_menu, &menu);
  gtk_popover_popdown (GTK_POPOVER (menu));
  pipeline_fixture_wait_for_focus (self, "A", two);
}

static void
test_moves_within_a_column (void)
{
  g_autoptr (PipelineFixture) self = pipeline_fixture_new ();
  gint64 two;

  change_fixture_add (self->change, "three", "A");
  two = change_fixture_add (self->change, "two", "A");
  change_fixture_add (self->change, "one", "A");
  pipeline_fixture_show (self);
  pipeline_fixture_wait_for_board (self, "A: one two three");
  pipeline_fixture_focus (self, "A", two);

  g_signal_emit_by_name (pipeline_fixture_get_column (self, 0), "move", 0, 1);
  pipeline_fixture_wait_for_board (self, "A: one three two");

  /* Keys are quicker than the store: each counts from where the one before
   * has led. */
  g_signal_emit_by_name (pipeline_fixture_get_column (self, 0), "move", 0, -1);
  g_signal_emit_by_name (pipeline_fixture_get_column (self, 0), "move", 0, -1);
  pipeline_fixture_wait_for_board (self, "A: two one three");
  pipeline_fixture_wait_for_focus (self, "A", two);
}

static void
test_walks_over_empty_columns (void)
{
  g_autoptr (PipelineFixture) self = pipeline_fixture_new ();
  gint64 one, two;

  two = change_fixture_add (self->change, "two", "D");
  one = change_fixture_add (self->change, "one", "A");
  pipeline_fixture_show (self);
  pipeline_fixture_focus (self, "A", one);

  g_signal_emit_by_name (pipeline_fixture_get_column (self, 0), "walk", 1);
  pipeline_fixture_wait_for_focus (self, "D", two);
  g_signal_emit_by_name (pipeline_fixture_get_column (self, 3), "walk", -1);
  pipeline_fixture_wait_for_focus (self, "A", one);
}

static void
test_drops_between_two_cards (void)
{
  g_autoptr (PipelineFixture) self = pipeline_fixture_new ();
  g_autoptr (ScDealItem) item = NULL;
  gint64 two;

  two = change_fixture_add (self->change, "two", "A");
  change_fixture_add (self->change, "one", "A");
  change_fixture_add (self->change, "moved", "B");
  pipeline_fixture_show (self);
  pipeline_fixture_wait_for_board (self, "A: one two; B: moved");

  item = g_list_model_get_item (sc_stage_column_get_deals (pipeline_fixture_get_column (self, 1)), 0);
  g_assert_nonnull (sc_deal_item_get_deal (item));
  g_signal_emit_by_name (pipeline_fixture_get_column (self, 0), "dropped", sc_deal_item_get_deal (item), two);
  pipeline_fixture_wait_for_board (self, "A: one moved two");
}

static GtkEventController *
find_drop_motion (GtkWidget *scroller)
{
  g_autoptr (GListModel) controllers = gtk_widget_observe_controllers (scroller);

  for (guint i = 0; i < g_list_model_get_n_items (controllers); i++)
    {
      g_autoptr (GtkEventController) controller = g_list_model_get_item (controllers, i);

      if (GTK_IS_DROP_CONTROLLER_MOTION (controller))
        return controller;
    }

  g_assert_not_reached ();
}

static gboolean
can_scroll (PipelineFixture *self,
            gpointer         adjustment)
{
  return gtk_adjustment_get_upper (adjustment) > gtk_adjustment_get_page_size (adjustment);
}

static gboolean
has_scrolled (PipelineFixture *self,
              gpointer         adjustment)
{
  return gtk_adjustment_get_value (adjustment) > 0;
}

static gboolean
count_frame (GtkWidget     *window,
             GdkFrameClock *clock,
             gpointer       n_frames)
{
  return ++*(guint *) n_frames < 5;
}

static gboolean
has_shown_frames (PipelineFixture *self,
                  gpointer         n_frames)
{
  return *(guint *) n_frames >= 5;
}

/* No “leave” comes with a drop. */
static void
test_a_drop_ends_scrolling (void)
{
  g_autoptr (PipelineFixture) self = pipeline_fixture_new ();
  g_autoptr (ScDealItem) item = NULL;
  ScStageColumn *column;
  GtkWidget *scroller;
  GtkAdjustment *adjustment;
  guint n_frames = 0;
  double value;
  gint64 one = change_fixture_add (self->change, "one", "A");

  pipeline_fixture_show (self);
  column = pipeline_fixture_get_column (self, 0);
  gtk_widget_set_size_request (gtk_widget_get_parent (GTK_WIDGET (column)), 5000, -1);
  scroller = gtk_widget_get_ancestor (GTK_WIDGET (column), GTK_TYPE_SCROLLED_WINDOW);
  adjustment = gtk_scrolled_window_get_hadjustment (GTK_SCROLLED_WINDOW (scroller));
  item = g_list_model_get_item (sc_stage_column_get_deals (column), 0);

  pipeline_fixture_wait (self, can_scroll, adjustment);
  g_signal_emit_by_name (find_drop_motion (scroller), "motion", (double) gtk_widget_get_width (scroller) - 2, 99.0);
  pipeline_fixture_wait (self, has_scrolled, adjustment);
  g_signal_emit_by_name (column, "dropped", sc_deal_item_get_deal (item), one);
  value = gtk_adjustment_get_value (adjustment);
  gtk_adjustment_set_value (adjustment, 1);

  gtk_widget_add_tick_callback (GTK_WIDGET (self->window), count_frame, &n_frames, NULL);
  pipeline_fixture_wait (self, has_shown_frames, &n_frames);
  g_assert_cmpfloat (value, >, 0);
  g_assert_cmpfloat (gtk_adjustment_get_value (adjustment), ==, 1);
}

int
main (int    argc,
      char **argv)
{
  g_test_init (&argc, &argv, NULL);
  adw_init ();
  sc_pipeline_init ();

  g_test_add_func ("/board/shows-a-column-for-each-stage", test_shows_a_column_for_each_stage);
  g_test_add_func ("/board/adds-in-place", test_adds_in_place);
  g_test_add_func ("/board/reads-a-line", test_reads_a_line);
  g_test_add_func ("/board/has-room-for-a-line", test_has_room_for_a_line);
  g_test_add_func ("/board/shows-what-a-search-hides", test_shows_what_a_search_hides);
  g_test_add_func ("/board/what-cannot-be-added-stays", test_what_cannot_be_added_stays);
  g_test_add_func ("/board/focus-follows-a-moved-card", test_focus_follows_a_moved_card);
  g_test_add_func ("/board/walks-on-from-a-moved-card", test_walks_on_from_a_moved_card);
  g_test_add_func ("/board/a-menu-gives-the-focus-back", test_a_menu_gives_the_focus_back_to_its_card);
  g_test_add_func ("/board/moves-within-a-column", test_moves_within_a_column);
  g_test_add_func ("/board/walks-over-empty-columns", test_walks_over_empty_columns);
  g_test_add_func ("/board/drops-between-two-cards", test_drops_between_two_cards);
  g_test_add_func ("/board/a-drop-ends-scrolling", test_a_drop_ends_scrolling);
  board_tests_add_asks ();
  board_tests_add_many ();

  return g_test_run ();
}
