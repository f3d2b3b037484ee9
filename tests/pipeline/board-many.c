/* SPDX-License-Identifier: GPL-3.0-or-later */

/* All that the board shows is selected at once, over its columns, and what can be done with
 * one deal is done with all of them, as one change. */

#include <adwaita.h>

#include "deal/sc-gate-dialog.h"
#include "deal/sc-refused-dialog.h"
#include "deal/sc-step-dialog.h"
#include "pipeline/board-tests.h"
#include "pipeline/pipeline-fixture.h"
#include "store/sc-deal-query.h"
#include "widget-test.h"

typedef struct {
  PipelineFixture *pipeline;
  gint64 one;
  gint64 two;
  gint64 three;
} Many;

/* “one” and “two” are open, “three” is won. */
static Many
open_board (void)
{
  Many self = { .pipeline = pipeline_fixture_new () };

  self.three = change_fixture_add (self.pipeline->change, "three", "E");
  self.two = change_fixture_add (self.pipeline->change, "two", "B");
  self.one = change_fixture_add (self.pipeline->change, "one", "A");
  pipeline_fixture_show (self.pipeline);
  pipeline_fixture_focus (self.pipeline, "A", self.one);

  return self;
}

static guint
count_selected (PipelineFixture *self)
{
  guint n = 0;

  for (guint i = 0; pipeline_fixture_get_column (self, i) != NULL; i++)
    {
      g_autoptr (GArray) ids = sc_stage_column_get_selected_ids (pipeline_fixture_get_column (self, i));

      n += ids->len;
    }

  return n;
}

static gboolean
has_selected (PipelineFixture *self,
              gpointer         n)
{
  return count_selected (self) == GPOINTER_TO_UINT (n);
}

static gboolean
says_how_many (PipelineFixture *self,
               gpointer         text)
{
  return widget_test_find (GTK_WIDGET (self->window), GTK_TYPE_LABEL, text) != NULL;
}

static void
select_all (PipelineFixture *self)
{
  pipeline_fixture_press (self, "ctrl+a");
  pipeline_fixture_wait (self, has_selected, GUINT_TO_POINTER (3));
  pipeline_fixture_wait (self, says_how_many, (gpointer) "3 deals selected");
}

static GtkWidget *
find_menu (PipelineFixture *self)
{
  GtkWidget *board = pipeline_fixture_find (GTK_WIDGET (self->view), SC_TYPE_BOARD, 0);

  return pipeline_fixture_find (board, GTK_TYPE_POPOVER_MENU, 0);
}

static gboolean
has_menu (PipelineFixture *self,
          gpointer         unused)
{
  return gtk_widget_get_mapped (find_menu (self));
}

/* By the menu of the card that has the focus. */
static void
choose (PipelineFixture *self,
        const char      *action,
        GVariant        *target)
{
  select_all (self);
  pipeline_fixture_press (self, "Menu");
  pipeline_fixture_wait (self, has_menu, NULL);
  g_assert_true (gtk_widget_activate_action_variant (find_menu (self), action, target));
  gtk_popover_popdown (GTK_POPOVER (find_menu (self)));
}

static void
delete (Many *self)
{
  select_all (self->pipeline);
  pipeline_fixture_press (self->pipeline, "Delete");
}

/* Those that stand there already stay; what goes on is asked about. */
static void
move (Many *self)
{
  choose (self->pipeline, "deal.move-to", g_variant_new_string (change_fixture_get_stage (self->pipeline->change, "B")));
  board_tests_let_it_move (self->pipeline);
}

static void
refuse (Many *self)
{
  AdwDialog *dialog;

  choose (self->pipeline, "deal.refuse", NULL);
  dialog = pipeline_fixture_wait_for_dialog (self->pipeline, SC_TYPE_REFUSED_DIALOG);
  gtk_editable_set_text (pipeline_fixture_find (GTK_WIDGET (dialog), ADW_TYPE_ENTRY_ROW, 0), "Too dear");
  g_signal_emit_by_name (adw_dialog_get_default_widget (dialog), "clicked");
}

static void
complete (Many *self)
{
  choose (self->pipeline, "deal.complete", NULL);
  pipeline_fixture_respond (pipeline_fixture_wait_for_dialog (self->pipeline, SC_TYPE_GATE_DIALOG), "move");
}

static void
set_label (Many *self)
{
  AdwDialog *dialog;

  choose (self->pipeline, "deal.label", NULL);
  dialog = pipeline_fixture_wait_for_dialog (self->pipeline, ADW_TYPE_ALERT_DIALOG);
  gtk_editable_set_text (pipeline_fixture_find (GTK_WIDGET (dialog), ADW_TYPE_ENTRY_ROW, 0), "hot");
  pipeline_fixture_respond (dialog, "set");
}

static void
hand_over (Many *self)
{
  choose (self->pipeline, "deal.hand-over", g_variant_new_int64 (sc_store_get_user (self->pipeline->change->store)));
}

/* Of each its status, its loss reason, its label and whether it is the user's. */
static char *
describe (Many *self)
{
  const gint64 ids[] = { self->one, self->two, self->three };
  g_autoptr (GString) text = g_string_new (NULL);

  for (guint i = 0; i < G_N_ELEMENTS (ids); i++)
    {
      g_autoptr (ScDeal) deal = sc_store_load_deal (self->pipeline->change->store, ids[i], NULL);

      if (deal == NULL)
        continue;
      g_string_append (text, sc_deal_status_get_id (deal->status));
      if (deal->loss_reason != NULL)
        g_string_append_printf (text, " (%s)", deal->loss_reason);
      if (deal->label != NULL)
        g_string_append_printf (text, " [%s]", deal->label);
      if (deal->owner_id == sc_store_get_user (self->pipeline->change->store))
        g_string_append (text, " mine");
      g_string_append (text, "; ");
    }

  return g_string_free (g_steal_pointer (&text), FALSE);
}

typedef struct {
  const char *name;
  void (*act) (Many *self);
  const char *board;
  const char *deals;
} Work;

static const Work works[] = {
  { "delete", delete, "", NULL },
  { "move", move, "B: one three two", "open; open; open; " },
  { "refuse", refuse, "", "lost (Too dear); lost (Too dear); ended-early (Too dear); " },
  { "complete", complete, "", "completed; completed; completed; " },
  { "label", set_label, "A: one; B: two; E: three", "open [hot]; open [hot]; won [hot]; " },
  { "hand-over", hand_over, "A: one; B: two; E: three", "open mine; open mine; won mine; " },
};

typedef struct {
  Many *many;
  const char *deals;
} Expected;

static gboolean
are_so (PipelineFixture *self,
        gpointer         data)
{
  const Expected *expected = data;
  g_autofree char *deals = describe (expected->many);

  return expected->deals == NULL || g_str_equal (deals, expected->deals);
}

static void
test_all_at_once (gconstpointer data)
{
  const Work *work = data;
  Many self = open_board ();
  g_autoptr (PipelineFixture) pipeline = self.pipeline;
  Expected expected = { &self, work->deals };

  work->act (&self);
  pipeline_fixture_wait_for_board (pipeline, work->board);
  pipeline_fixture_wait (pipeline, are_so, &expected);

  expected.deals = "open; open; won; ";
  change_fixture_run (pipeline->change, sc_command_undo (SC_CHANGES_OF_WINDOW, NULL));
  pipeline_fixture_wait_for_board (pipeline, "A: one; B: two; E: three");
  pipeline_fixture_wait (pipeline, are_so, &expected);
}

/* A card that the keyboard goes to is selected alone, also one that was so in its column;
 * a step further is none that deals of several stages have in common. */
static void
test_one_again (void)
{
  Many self = open_board ();
  g_autoptr (PipelineFixture) pipeline = self.pipeline;

  select_all (pipeline);
  pipeline_fixture_press (pipeline, "shift+Right");
  pipeline_fixture_wait (pipeline, says_how_many, (gpointer) "Not moved: deals of several stages are moved from their menu");
  pipeline_fixture_wait_for_board (pipeline, "A: one; B: two; E: three");
  g_assert_cmpuint (count_selected (pipeline), ==, 3);
  pipeline_fixture_press (pipeline, "Right");
  pipeline_fixture_wait_for_focus (pipeline, "B", self.two);
  pipeline_fixture_wait (pipeline, has_selected, GUINT_TO_POINTER (1));
  pipeline_fixture_press (pipeline, "Delete");
  pipeline_fixture_wait_for_board (pipeline, "A: one; E: three");
}

void
board_tests_add_many (void)
{
  for (guint i = 0; i < G_N_ELEMENTS (works); i++)
    {
      g_autofree char *path = g_strdup_printf ("/board/all-at-once/%s", works[i].name);

      g_test_add_data_func (path, &works[i], test_all_at_once);
    }
  g_test_add_func ("/board/one-again", test_one_again);
}
