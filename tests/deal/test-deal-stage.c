/* SPDX-License-Identifier: GPL-3.0-or-later */

/* What a deal's pane shows of the stage: what it is for, and what to say. */

#include <string.h>

#include "deal/deal-fixture.h"
#include "deal/sc-deal-stage.h"
#include "deal/sc-deal-tactic-row.h"
#include "deal/sc-deal-tactics.h"
#include "deal/sc-document-row.h"

static ScDealTacticRow *
find_tactic (DealFixture *self,
             const char  *title)
{
  return SC_DEAL_TACTIC_ROW (widget_test_find (GTK_WIDGET (self->pane), SC_TYPE_DEAL_TACTIC_ROW, title));
}

static void
test_the_stage_says_what_it_is_for (void)
{
  static const char *const texts[] = {
    "Know what they need &amp; why", "They want to talk", "Meet them", "Listen", "Questions <1>", "https://example.org/a",
  };
  g_autoptr (DealFixture) self = deal_fixture_new ();
  GtkWidget *stage;

  deal_fixture_open (self, deal_fixture_add (self, "One", "Talk", NULL));
  stage = deal_fixture_find (self->pane, SC_TYPE_DEAL_STAGE, 0);
  for (guint i = 0; i < G_N_ELEMENTS (texts); i++)
    g_assert_nonnull (widget_test_find (stage, GTK_TYPE_LABEL, texts[i]));
}

static gboolean
can_be_opened (GtkWidget *row)
{
  return gtk_list_box_row_get_activatable (GTK_LIST_BOX_ROW (row));
}

/* What the system would run is only named. */
static void
test_a_file_that_exists_can_be_opened (void)
{
  g_autoptr (DealFixture) self = deal_fixture_new ();
  g_autofree char *path = g_build_filename (self->change->base->folder, "offer & terms.txt", NULL);
  g_autofree char *program = g_build_filename (self->change->base->folder, "run.sh", NULL);
  g_autofree char *missing = g_build_filename (self->change->base->folder, "missing.txt", NULL);
  g_autoptr (GtkWidget) rows = g_object_ref_sink (gtk_list_box_new ());
  const char *names[] = { missing, program, "offer.txt", path, "https://example.org" };
  GtkWidget *all[G_N_ELEMENTS (names)];

  g_assert_true (g_file_set_contents (path, "terms", -1, NULL));
  g_assert_true (g_file_set_contents (program, "#!/bin/sh\nexit 0\n", -1, NULL));
  for (guint i = 0; i < G_N_ELEMENTS (names); i++)
    {
      all[i] = sc_document_row_new (names[i]);
      gtk_list_box_append (GTK_LIST_BOX (rows), all[i]);
    }

  g_assert_true (can_be_opened (all[4]));
  wait_until (can_be_opened (all[3]));
  for (guint i = 0; i < 3; i++)
    g_assert_false (can_be_opened (all[i]));
}

static void
test_three_are_filled_in_and_more_on_request (void)
{
  g_autoptr (DealFixture) self = deal_fixture_new ();
  gint64 deal = deal_fixture_add (self, "One", "Talk", "A & B «В» {deal.title}");
  AdwExpanderRow *more;

  deal_fixture_answer (self, deal, DEAL_FIXTURE_TEXT, "It breaks");
  deal_fixture_open (self, deal);
  g_assert_cmpstr (sc_deal_tactic_row_get_text (find_tactic (self, "Begin")), ==, "How is it today, Ann?");
  g_assert_cmpstr (sc_deal_tactic_row_get_text (find_tactic (self, "Write")), ==,
                   "Summary\n\nFor A & B «В» {deal.title}: It breaks; until ____.");
  g_assert_nonnull (find_tactic (self, "Check"));
  g_assert_null (find_tactic (self, "Call"));

  more = ADW_EXPANDER_ROW (widget_test_find (GTK_WIDGET (self->pane), ADW_TYPE_EXPANDER_ROW, "More Tactics"));
  adw_expander_row_set_expanded (more, TRUE);
  wait_until (find_tactic (self, "Call") != NULL);
  g_assert_true (gtk_list_box_row_get_index (GTK_LIST_BOX_ROW (find_tactic (self, "Argue")))
                 < gtk_list_box_row_get_index (GTK_LIST_BOX_ROW (find_tactic (self, "Call"))));

  /* Only letters are for the mail program. */
  g_assert_nonnull (deal_fixture_find_button (self, find_tactic (self, "Write"), "Write…"));
  g_assert_null (deal_fixture_find_button (self, find_tactic (self, "Begin"), "Write…"));
}

static void
test_of_a_long_one_the_beginning_is_shown (void)
{
  g_autoptr (DealFixture) self = deal_fixture_new ();
  GtkWidget *more;

  deal_fixture_open (self, deal_fixture_add (self, "One", "Talk", NULL));
  g_assert_true (deal_fixture_says (self, "one\ntwo\nthree\nfour\nfive…"));
  g_assert_null (deal_fixture_find_button (self, find_tactic (self, "Begin"), "More"));
  more = deal_fixture_find_button (self, find_tactic (self, "Check"), "More");
  gtk_toggle_button_set_active (GTK_TOGGLE_BUTTON (more), TRUE);
  g_assert_true (deal_fixture_says (self, "one\ntwo\nthree\nfour\nfive\nsix\nseven"));
  gtk_toggle_button_set_active (GTK_TOGGLE_BUTTON (more), FALSE);
  g_assert_true (deal_fixture_says (self, "one\ntwo\nthree\nfour\nfive…"));
}

/* A row does not draw a megabyte, and has it all the same. */
static void
test_a_megabyte_is_copied_whole (void)
{
  g_autofree char *text = g_strnfill (1024 * 1024, 'x');
  g_autoptr (ScTactic) tactic = sc_tactic_new ("Long", text);
  g_autoptr (GtkWidget) row = g_object_ref_sink (sc_deal_tactic_row_new ());
  GtkToggleButton *more = deal_fixture_find (row, GTK_TYPE_TOGGLE_BUTTON, 0);

  sc_deal_tactic_row_show (SC_DEAL_TACTIC_ROW (row), tactic, text);
  gtk_toggle_button_set_active (more, TRUE);
  for (guint i = 0; deal_fixture_find (row, GTK_TYPE_LABEL, i) != NULL; i++)
    g_assert_cmpuint (strlen (gtk_label_get_label (deal_fixture_find (row, GTK_TYPE_LABEL, i))), <, 30000);
  g_assert_cmpstr (sc_deal_tactic_row_get_text (SC_DEAL_TACTIC_ROW (row)), ==, text);
}

static guint
count_ticks (DealFixture *self,
             gint64       deal_id)
{
  g_autoptr (GPtrArray) ticks = sc_store_list_action_ticks (self->change->store, deal_id, NULL);

  return ticks->len;
}

static gboolean
is_done (GtkWidget *stage,
         guint      i)
{
  return gtk_check_button_get_active (deal_fixture_find (stage, GTK_TYPE_CHECK_BUTTON, i));
}

/* By the keyboard, and each deal has its own. */
static void
test_what_is_done_is_ticked (void)
{
  g_autoptr (DealFixture) self = deal_fixture_new ();
  gint64 deal = deal_fixture_add (self, "One", "Talk", NULL);
  gint64 other = deal_fixture_add (self, "Two", "Talk", NULL);
  GtkWidget *stage;

  deal_fixture_open (self, deal);
  stage = deal_fixture_find (self->pane, SC_TYPE_DEAL_STAGE, 0);
  g_assert_true (gtk_widget_activate (deal_fixture_find (stage, GTK_TYPE_CHECK_BUTTON, 1)));
  wait_until (count_ticks (self, deal) == 1);
  g_assert_false (is_done (stage, 0));
  wait_until (gtk_widget_get_tooltip_text (deal_fixture_find (stage, GTK_TYPE_CHECK_BUTTON, 1)) != NULL);

  deal_fixture_open (self, other);
  wait_until (!is_done (stage, 1));
  deal_fixture_open (self, deal);
  wait_until (is_done (stage, 1));
  g_signal_emit_by_name (deal_fixture_find_button (self, NULL, "_Undo"), "clicked");
  wait_until (!is_done (stage, 1));
  g_assert_cmpuint (count_ticks (self, deal), ==, 0);
}

static guint
count_uses (DealFixture *self,
            gint64       deal_id)
{
  g_autoptr (GPtrArray) uses = sc_store_list_tactic_uses (self->change->store, deal_id, NULL);

  return uses->len;
}

static void
text_read_cb (GObject      *source,
              GAsyncResult *result,
              gpointer      user_data)
{
  char **text = user_data;

  *text = gdk_clipboard_read_text_finish (GDK_CLIPBOARD (source), result, NULL);
}

static void
test_a_copy_counts_and_is_taken_back (void)
{
  g_autoptr (DealFixture) self = deal_fixture_new ();
  gint64 deal = deal_fixture_add (self, "One", "Talk", NULL);
  g_autofree char *copied = NULL;

  deal_fixture_open (self, deal);
  g_signal_emit_by_name (deal_fixture_find_button (self, find_tactic (self, "Begin"), "Copy"), "clicked");
  wait_until (count_uses (self, deal) == 1);
  gdk_clipboard_read_text_async (gtk_widget_get_clipboard (GTK_WIDGET (self->pane)), NULL, text_read_cb, &copied);
  wait_until (copied != NULL);
  g_assert_cmpstr (copied, ==, "How is it today, Ann?");

  wait_until (deal_fixture_find_button (self, NULL, "_Undo") != NULL);
  g_signal_emit_by_name (deal_fixture_find_button (self, NULL, "_Undo"), "clicked");
  wait_until (count_uses (self, deal) == 0);
}

int
main (int    argc,
      char **argv)
{
  g_test_init (&argc, &argv, NULL);
  adw_init ();

  g_test_add_func ("/deal-stage/the-stage-says-what-it-is-for", test_the_stage_says_what_it_is_for);
  g_test_add_func ("/deal-stage/a-file-that-exists-can-be-opened", test_a_file_that_exists_can_be_opened);
  g_test_add_func ("/deal-stage/three-are-filled-in-and-more-on-request", test_three_are_filled_in_and_more_on_request);
  g_test_add_func ("/deal-stage/of-a-long-one-the-beginning-is-shown", test_of_a_long_one_the_beginning_is_shown);
  g_test_add_func ("/deal-stage/a-megabyte-is-copied-whole", test_a_megabyte_is_copied_whole);
  g_test_add_func ("/deal-stage/what-is-done-is-ticked", test_what_is_done_is_ticked);
  g_test_add_func ("/deal-stage/a-copy-counts-and-is-taken-back", test_a_copy_counts_and_is_taken_back);

  return g_test_run ();
}
