/* SPDX-License-Identifier: GPL-3.0-or-later */

/* Where the keyboard is after whatever is done to a deal, on the board and in the list: on
 * that deal, or on its next neighbour where it has gone. */

#include "config.h"

#include <adwaita.h>

#include "deal/sc-deal-pane.h"
#include "pipeline/pipeline-fixture.h"
#include "pipeline/sc-deal-card.h"
#include "pipeline/sc-deal-cell.h"
#include "pipeline/sc-pipeline-list.h"
#include "pipeline/sc-pipeline.h"

/* What is pressed while “two”, of “one”, “two” and “three”, has the focus. */
typedef struct {
  const char *name;
  const char *keys;
  const char *dialog_keys; /* in the dialog that asks, NULL where none does */
  const char *focus;
  const char *board;
} Operation;

static const Operation operations[] = {
  { "delete", "Delete", NULL, "three", "A: one three" },
  { "cancel-refusal", "ctrl+r", "Escape", "two", "A: one two three" },
  { "cancel-step", "ctrl+t", "Escape", "two", "A: one two three" },
};

typedef struct {
  const char *layout;
  const Operation *operation;
} Case;

static const char *
get_focus_title (PipelineFixture *self)
{
  GtkWidget *focus = gtk_window_get_focus (GTK_WINDOW (self->window));
  ScDealCard *card = focus != NULL ? pipeline_fixture_find (focus, SC_TYPE_DEAL_CARD, 0) : NULL;
  ScDealCell *cell = focus != NULL && card == NULL ? pipeline_fixture_find (focus, SC_TYPE_DEAL_CELL, 0) : NULL;
  ScDealItem *item = card != NULL ? sc_deal_card_get_item (card) : cell != NULL ? sc_deal_cell_get_item (cell) : NULL;
  ScDeal *deal = item != NULL ? sc_deal_item_get_deal (item) : NULL;

  return deal != NULL ? deal->title : NULL;
}

static gboolean
has_focus (PipelineFixture *self,
           gpointer         title)
{
  return adw_window_get_visible_dialog (self->window) == NULL && g_strcmp0 (get_focus_title (self), title) == 0;
}

static gboolean
asks (PipelineFixture *self,
      gpointer         data)
{
  AdwDialog *dialog = adw_window_get_visible_dialog (self->window);
  GtkWidget *focus = gtk_window_get_focus (GTK_WINDOW (self->window));

  return dialog != NULL && focus != NULL && gtk_widget_is_ancestor (focus, GTK_WIDGET (dialog));
}

static void
begin (PipelineFixture *self,
       const char      *layout,
       gint64           deal_id)
{
  if (g_str_equal (layout, "board"))
    {
      pipeline_fixture_focus (self, "A", deal_id);
      return;
    }

  gtk_widget_activate_action (GTK_WIDGET (self->view), "pipeline.layout", "s", "list");
  sc_pipeline_view_lead_to_deal (self->view, deal_id);
  pipeline_fixture_wait (self, has_focus, (gpointer) "two");
}

static void
test_focus_is_there_afterwards (gconstpointer data)
{
  const Case *one = data;
  g_autoptr (PipelineFixture) self = pipeline_fixture_new ();
  gint64 two;

  change_fixture_add (self->change, "three", "A");
  two = change_fixture_add (self->change, "two", "A");
  change_fixture_add (self->change, "one", "A");
  pipeline_fixture_show (self);
  begin (self, one->layout, two);

  pipeline_fixture_press (self, one->operation->keys);
  if (one->operation->dialog_keys != NULL)
    {
      pipeline_fixture_wait (self, asks, NULL);
      pipeline_fixture_press (self, one->operation->dialog_keys);
    }
  pipeline_fixture_wait_for_board (self, one->operation->board);
  pipeline_fixture_wait (self, has_focus, (gpointer) one->operation->focus);
}

/* A second Delete takes what has the focus, and nothing that nobody has looked at. */
static void
test_two_deletions_take_neighbours (void)
{
  g_autoptr (PipelineFixture) self = pipeline_fixture_new ();
  gint64 two;

  change_fixture_add (self->change, "four", "A");
  change_fixture_add (self->change, "three", "A");
  two = change_fixture_add (self->change, "two", "A");
  change_fixture_add (self->change, "one", "A");
  pipeline_fixture_show (self);
  begin (self, "board", two);
  pipeline_fixture_press (self, "Delete");
  pipeline_fixture_wait_for_board (self, "A: one three four");
  pipeline_fixture_wait (self, has_focus, (gpointer) "three");
  pipeline_fixture_press (self, "Delete");
  pipeline_fixture_wait_for_board (self, "A: one four");
  pipeline_fixture_wait (self, has_focus, (gpointer) "four");
}

/* Ctrl+A and Delete: all of them, in one change. */
static void
test_all_are_deleted_at_once (void)
{
  g_autoptr (PipelineFixture) self = pipeline_fixture_new ();
  gint64 two;

  two = change_fixture_add (self->change, "two", "A");
  change_fixture_add (self->change, "one", "B");
  pipeline_fixture_show (self);
  begin (self, "list", two);
  pipeline_fixture_press (self, "ctrl+a Delete");
  pipeline_fixture_wait_for_board (self, "");
  change_fixture_run (self->change, sc_command_undo (SC_CHANGES_OF_WINDOW, NULL));
  pipeline_fixture_wait_for_board (self, "A: two; B: one");
}

typedef struct {
  ScDealPane *pane;
  gint64 deal_id;
} Opened;

static gboolean
has_opened (PipelineFixture *self,
            gpointer         data)
{
  const Opened *opened = data;

  return sc_deal_pane_get_deal_id (opened->pane) == opened->deal_id;
}

static gboolean
shows_two_on (PipelineFixture *self,
              gpointer         page)
{
  return g_strcmp0 (pipeline_fixture_get_page (self), page) == 0 && has_focus (self, (gpointer) "two");
}

/* Board or list: the deal that one looks at stays selected, in the pane and in view. */
static void
test_the_layout_keeps_the_deal (void)
{
  g_autoptr (PipelineFixture) self = pipeline_fixture_new ();
  Opened opened;
  gint64 two;

  for (guint i = 0; i < 60; i++)
    change_fixture_add (self->change, "other", "A");
  two = change_fixture_add (self->change, "two", "C");
  for (guint i = 0; i < 60; i++)
    change_fixture_add (self->change, "other", "C");
  pipeline_fixture_show (self);
  pipeline_fixture_focus (self, "C", two);
  pipeline_fixture_press (self, "ctrl+b");
  pipeline_fixture_wait (self, shows_two_on, (gpointer) "list");
  pipeline_fixture_press (self, "ctrl+b");
  pipeline_fixture_wait (self, shows_two_on, (gpointer) "board");

  sc_pipeline_view_select_deal (self->view, two);
  opened.pane = pipeline_fixture_find (GTK_WIDGET (self->view), SC_TYPE_DEAL_PANE, 0);
  opened.deal_id = two;
  pipeline_fixture_wait (self, has_opened, &opened);
  pipeline_fixture_wait (self, has_focus, (gpointer) "two");
  pipeline_fixture_press (self, "ctrl+b");
  pipeline_fixture_wait (self, shows_two_on, (gpointer) "list");
  g_assert_true (has_opened (self, &opened));
  pipeline_fixture_press (self, "ctrl+b");
  pipeline_fixture_wait (self, shows_two_on, (gpointer) "board");
  g_assert_true (has_opened (self, &opened));
}

static gboolean
says_how_many (PipelineFixture *self,
               gpointer         title)
{
  AdwStatusPage *page = NULL;

  for (guint i = 0; (page = pipeline_fixture_find (GTK_WIDGET (self->view), ADW_TYPE_STATUS_PAGE, i)) != NULL; i++)
    if (gtk_widget_get_mapped (GTK_WIDGET (page)) && g_strcmp0 (adw_status_page_get_title (page), title) == 0)
      return TRUE;

  return FALSE;
}

/* The pane is of one deal, or says how many are selected. */
static void
test_the_pane_counts_several (void)
{
  g_autoptr (PipelineFixture) self = pipeline_fixture_new ();
  Opened opened;
  gint64 two;

  change_fixture_add (self->change, "three", "B");
  two = change_fixture_add (self->change, "two", "A");
  change_fixture_add (self->change, "one", "A");
  pipeline_fixture_show (self);
  sc_pipeline_view_select_deal (self->view, two);
  opened.pane = pipeline_fixture_find (GTK_WIDGET (self->view), SC_TYPE_DEAL_PANE, 0);
  opened.deal_id = two;
  pipeline_fixture_wait (self, has_focus, (gpointer) "two");
  pipeline_fixture_press (self, "ctrl+a");
  pipeline_fixture_wait (self, says_how_many, (gpointer) "3 deals selected");
  g_assert_false (gtk_widget_get_mapped (GTK_WIDGET (opened.pane)));
  pipeline_fixture_press (self, "Up");
  pipeline_fixture_wait (self, has_focus, (gpointer) "one");
  g_assert_true (gtk_widget_get_mapped (GTK_WIDGET (opened.pane)));

  begin (self, "list", two);
  pipeline_fixture_press (self, "ctrl+a");
  pipeline_fixture_wait (self, says_how_many, (gpointer) "3 deals selected");
}

static gboolean
is_beside_pane (PipelineFixture *self,
                gpointer         data)
{
  const Opened *opened = data;
  GtkWidget *focus = gtk_window_get_focus (GTK_WINDOW (self->window));
  graphene_rect_t card, pane, shown;
  GtkWidget *scroller;

  if (!has_focus (self, (gpointer) "two") || !gtk_widget_get_mapped (GTK_WIDGET (opened->pane)))
    return FALSE;

  scroller = gtk_widget_get_ancestor (gtk_widget_get_ancestor (focus, SC_TYPE_STAGE_COLUMN), GTK_TYPE_SCROLLED_WINDOW);

  return gtk_widget_compute_bounds (focus, GTK_WIDGET (self->window), &card)
         && gtk_widget_compute_bounds (GTK_WIDGET (opened->pane), GTK_WIDGET (self->window), &pane)
         && gtk_widget_compute_bounds (scroller, GTK_WIDGET (self->window), &shown)
         && card.origin.x >= shown.origin.x && card.origin.x + card.size.width <= pane.origin.x
         && card.origin.y >= shown.origin.y && card.origin.y + card.size.height <= shown.origin.y + shown.size.height;
}

/* The pane that opens with it does not cover its card, however far down that is, and though it
 * was in the list that the deal was opened, and the board has not been seen yet. */
static void
open_deal (const char *layout)
{
  g_autoptr (PipelineFixture) self = pipeline_fixture_new ();
  g_autoptr (GSettings) settings = g_settings_new (APPLICATION_ID);
  Opened opened;
  gint64 two;

  g_settings_set_string (settings, "deals-layout", layout);
  change_fixture_add (self->change, "one", "A");
  two = change_fixture_add (self->change, "two", "F");
  for (guint i = 0; i < 12; i++)
    change_fixture_add (self->change, "other", "F");
  gtk_window_set_default_size (GTK_WINDOW (self->window), 980, 700);
  pipeline_fixture_show (self);
  sc_pipeline_view_select_deal (self->view, two);
  opened.pane = pipeline_fixture_find (GTK_WIDGET (self->view), SC_TYPE_DEAL_PANE, 0);
  opened.deal_id = two;
  pipeline_fixture_wait (self, has_opened, &opened);
  pipeline_fixture_wait (self, has_focus, (gpointer) "two");
  gtk_widget_activate_action (GTK_WIDGET (self->view), "pipeline.layout", "s", "board");
  g_settings_reset (settings, "deals-layout");
  pipeline_fixture_wait (self, is_beside_pane, &opened);
}

static void
test_an_opened_deal_is_in_view (void)
{
  open_deal ("board");
}

static void
test_a_deal_opens_with_the_board (void)
{
  open_deal ("list");
}

int
main (int    argc,
      char **argv)
{
  static const char *const layouts[] = { "board", "list" };
  static Case cases[G_N_ELEMENTS (layouts)][G_N_ELEMENTS (operations)];

  g_test_init (&argc, &argv, NULL);
  adw_init ();
  sc_pipeline_init ();

  for (guint i = 0; i < G_N_ELEMENTS (layouts); i++)
    for (guint j = 0; j < (g_test_slow () ? G_N_ELEMENTS (operations) : 1); j++)
      {
        g_autofree char *path = g_strdup_printf ("/focus/%s/%s", layouts[i], operations[j].name);

        cases[i][j] = (Case) { layouts[i], &operations[j] };
        g_test_add_data_func (path, &cases[i][j], test_focus_is_there_afterwards);
      }
  g_test_add_func ("/focus/two-deletions-take-neighbours", test_two_deletions_take_neighbours);
  g_test_add_func ("/focus/the-layout-keeps-the-deal", test_the_layout_keeps_the_deal);
  g_test_add_func ("/focus/an-opened-deal-is-in-view", test_an_opened_deal_is_in_view);
  g_test_add_func ("/focus/a-deal-opens-with-the-board", test_a_deal_opens_with_the_board);
  g_test_add_func ("/focus/the-pane-counts-several", test_the_pane_counts_several);
  g_test_add_func ("/focus/all-are-deleted-at-once", test_all_are_deleted_at_once);

  return g_test_run ();
}
