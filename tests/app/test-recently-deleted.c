/* SPDX-License-Identifier: GPL-3.0-or-later */

/* Deleting asks where people would miss it, and Recently Deleted brings it back. */

#include <string.h>

#include "app/app-fixture.h"
#include "app/sc-deletion-row.h"
#include "app/sc-process-row.h"
#include "app/sc-recently-deleted.h"
#include "change/sc-deal-commands.h"
#include "change/sc-process-commands.h"
#include "method/sc-proposal.h"
#include "model/sc-edit.h"
#include "store/sc-deal-query.h"

static ScStore *
get_store (AppFixture *fixture)
{
  return sc_window_get_store (fixture->window);
}

static ScOutcome *
run (AppFixture *fixture,
     ScCommand  *command)
{
  g_autoptr (GError) error = NULL;
  ScOutcome *outcome = sc_command_run (command, get_store (fixture), NULL, &error);

  g_assert_no_error (error);

  return outcome;
}

static char *
publish_process (AppFixture *fixture,
                 const char *name)
{
  ScAspects aspects = { { SC_SELLING_CONSULTATIVE, SC_NOVELTY_ESTABLISHED, SC_DEMAND_FORMED, SC_MARKET_B2B, SC_OFFER_SERVICE } };
  g_autoptr (ScVersion) version = sc_proposal_new (&aspects, SC_LANGUAGE_EN);
  g_autoptr (ScOutcome) made = run (fixture, sc_command_create_process (name, NULL, version, NULL));
  g_autoptr (ScProcess) process = sc_store_load_process (get_store (fixture), made->process_id, NULL);
  g_autoptr (ScOutcome) published = run (fixture, sc_command_publish (process, NULL));

  return g_strdup (made->process_id);
}

static gint64
add_deal (AppFixture *fixture,
          const char *process_id,
          const char *title)
{
  g_autoptr (ScDeal) deal = sc_deal_new ();
  g_autoptr (ScOutcome) outcome = NULL;

  deal->process_id = g_strdup (process_id);
  deal->title = g_strdup (title);
  outcome = run (fixture, sc_command_add_deal (deal));

  return outcome->row_id;
}

static gboolean
is_there (AppFixture *fixture,
          const char *process_id)
{
  g_autoptr (ScProcess) process = sc_store_load_process (get_store (fixture), process_id, NULL);

  return process != NULL;
}

static void
ask_to_delete (AppFixture *fixture,
               const char *process_id)
{
  g_assert_true (gtk_widget_activate_action (GTK_WIDGET (fixture->window), "process.delete", "s", process_id));
  widget_test_wait (app_fixture_has_dialog, fixture, "the question");
}

static const char *
get_body (AppFixture *fixture)
{
  return adw_alert_dialog_get_body (ADW_ALERT_DIALOG (app_fixture_get_dialog (fixture)));
}

static gboolean
has_no_process (gpointer fixture)
{
  g_autoptr (GPtrArray) processes = sc_store_list_processes (get_store (fixture), SC_PROCESSES_ALL, NULL);

  return processes->len == 0;
}

static gboolean
has_process (gpointer fixture)
{
  return !has_no_process (fixture);
}

static void
test_it_asks_with_the_count (void)
{
  g_autoptr (AppFixture) fixture = app_fixture_open ();
  g_autofree char *id = publish_process (fixture, "Sales");

  ask_to_delete (fixture, id);
  g_assert_nonnull (strstr (get_body (fixture), "published"));
  app_fixture_respond (fixture, "cancel");
  g_assert_true (is_there (fixture, id));

  add_deal (fixture, id, "one");
  add_deal (fixture, id, "two");
  ask_to_delete (fixture, id);
  g_assert_nonnull (strstr (get_body (fixture), "2 deals"));
  g_assert_cmpstr (adw_alert_dialog_get_default_response (ADW_ALERT_DIALOG (app_fixture_get_dialog (fixture))), ==, "cancel");
  app_fixture_respond (fixture, "delete");
  widget_test_wait (has_no_process, fixture, "the process to be deleted");
}

static gboolean
shows_row (gpointer fixture)
{
  return widget_test_find (GTK_WIDGET (((AppFixture *) fixture)->window), SC_TYPE_PROCESS_ROW, "Sales") != NULL;
}

/* The key alone takes nothing away, and Return does not answer for it. */
static void
test_the_key_asks (void)
{
  g_autoptr (AppFixture) fixture = app_fixture_open ();
  g_autofree char *id = publish_process (fixture, "Sales");
  GtkWidget *row;

  widget_test_wait (shows_row, fixture, "its row");
  row = widget_test_find (GTK_WIDGET (fixture->window), SC_TYPE_PROCESS_ROW, "Sales");
  g_assert_true (gtk_widget_grab_focus (row));
  g_assert_true (gtk_widget_activate_action (row, "sidebar.delete", NULL));
  widget_test_wait (app_fixture_has_dialog, fixture, "the question");
  app_fixture_respond (fixture, adw_alert_dialog_get_default_response (ADW_ALERT_DIALOG (app_fixture_get_dialog (fixture))));
  g_assert_true (is_there (fixture, id));
}

static void
test_what_came_meanwhile_stays (void)
{
  g_autoptr (AppFixture) fixture = app_fixture_open ();
  g_autofree char *id = publish_process (fixture, "Sales");

  add_deal (fixture, id, "one");
  ask_to_delete (fixture, id);
  add_deal (fixture, id, "two");
  app_fixture_respond (fixture, "delete");
  widget_test_wait (app_fixture_has_dialog, fixture, "the refusal");
  g_assert_nonnull (strstr (get_body (fixture), "2 deals"));
  g_assert_true (is_there (fixture, id));
}

/* Recently Deleted */

static gboolean
shows_list (gpointer fixture)
{
  AdwDialog *dialog = app_fixture_get_dialog (fixture);

  return dialog != NULL && widget_test_count (GTK_WIDGET (dialog), SC_TYPE_DELETION_ROW) > 0;
}

static gboolean
shows_nothing (gpointer fixture)
{
  AdwDialog *dialog = app_fixture_get_dialog (fixture);

  return dialog != NULL && widget_test_find (GTK_WIDGET (dialog), ADW_TYPE_STATUS_PAGE, "Nothing Deleted") != NULL;
}

static GtkWidget *
find_row (AppFixture *fixture,
          const char *title)
{
  return widget_test_find (GTK_WIDGET (app_fixture_get_dialog (fixture)), SC_TYPE_DELETION_ROW, title);
}

static void
restore (AppFixture *fixture,
         const char *title)
{
  GtkWidget *row = find_row (fixture, title);

  g_assert_nonnull (row);
  g_signal_emit_by_name (widget_test_find (row, GTK_TYPE_BUTTON, "_Restore"), "clicked");
}

static GtkWidget *
find_search (AppFixture *fixture)
{
  return widget_test_find (GTK_WIDGET (app_fixture_get_dialog (fixture)), GTK_TYPE_SEARCH_ENTRY, NULL);
}

static gboolean
shows_search (gpointer fixture)
{
  return find_search (fixture) != NULL;
}

static gboolean
shows_no_match (gpointer fixture)
{
  AdwDialog *dialog = app_fixture_get_dialog (fixture);

  return dialog != NULL && widget_test_find (GTK_WIDGET (dialog), ADW_TYPE_STATUS_PAGE, "Nothing Found") != NULL;
}

static gboolean
shows_two (gpointer fixture)
{
  AdwDialog *dialog = app_fixture_get_dialog (fixture);

  return dialog != NULL && widget_test_count (GTK_WIDGET (dialog), SC_TYPE_DELETION_ROW) == 2;
}

static gboolean
shows_one (gpointer fixture)
{
  AdwDialog *dialog = app_fixture_get_dialog (fixture);

  return dialog != NULL && widget_test_count (GTK_WIDGET (dialog), SC_TYPE_DELETION_ROW) == 1;
}

static void
open_list (AppFixture *fixture)
{
  app_fixture_activate (fixture, "win.recently-deleted");
  widget_test_wait (app_fixture_has_dialog, fixture, "the dialog");
  g_assert_true (SC_IS_RECENTLY_DELETED (app_fixture_get_dialog (fixture)));
}

static void
close_list (AppFixture *fixture)
{
  adw_dialog_force_close (app_fixture_get_dialog (fixture));
  widget_test_wait (app_fixture_has_no_dialog, fixture, "the dialog to close");
}

static void
delete_deals (AppFixture   *fixture,
              const gint64 *ids,
              guint         n)
{
  g_autoptr (ScOutcome) outcome = run (fixture, sc_command_delete_deals (ids, n));
}

static guint
count_deals (AppFixture *fixture,
             const char *process_id)
{
  g_autoptr (ScDealQuery) query = sc_deal_query_new (process_id);

  return sc_store_count_deals (get_store (fixture), query, NULL, NULL);
}

static gboolean
has_focus_in_dialog (gpointer fixture)
{
  GtkWidget *focus = gtk_window_get_focus (GTK_WINDOW (((AppFixture *) fixture)->window));

  return focus != NULL && gtk_widget_is_ancestor (focus, GTK_WIDGET (app_fixture_get_dialog (fixture)));
}

static void
test_a_process_is_brought_back (void)
{
  g_autoptr (AppFixture) fixture = app_fixture_open ();
  g_autofree char *id = publish_process (fixture, "R&D <b>");

  open_list (fixture);
  widget_test_wait (shows_nothing, fixture, "nothing that was deleted");

  /* It is live. */
  {
    g_autoptr (ScProcess) process = sc_store_load_process (get_store (fixture), id, NULL);
    g_autoptr (ScOutcome) outcome = run (fixture, sc_command_delete_process (process, 0));
  }
  widget_test_wait (shows_list, fixture, "the process");
  gtk_widget_grab_focus (widget_test_find (find_row (fixture, "R&D <b>"), GTK_TYPE_BUTTON, "_Restore"));
  restore (fixture, "R&D <b>");
  widget_test_wait (has_process, fixture, "the process to be there");
  widget_test_wait (shows_nothing, fixture, "nothing that was deleted any more");
  /* Where keys, such as Escape, are heard. */
  widget_test_wait (has_focus_in_dialog, fixture, "the focus in the dialog");
  close_list (fixture);
  g_assert_true (is_there (fixture, id));
}

static void
test_deals_are_brought_back (void)
{
  g_autoptr (AppFixture) fixture = app_fixture_open ();
  g_autofree char *id = publish_process (fixture, "Sales");
  gint64 ids[] = { add_deal (fixture, id, "Pumps"), add_deal (fixture, id, "Valves"), add_deal (fixture, id, "Pipes") };
  gint64 alone = add_deal (fixture, id, "Alone");
  GtkEditable *entry;

  delete_deals (fixture, ids, 3);
  delete_deals (fixture, &alone, 1);
  open_list (fixture);
  widget_test_wait (shows_two, fixture, "a row for each change");
  g_assert_nonnull (find_row (fixture, "Alone"));
  g_assert_nonnull (find_row (fixture, "3 deals"));

  /* Words find each of them. */
  gtk_widget_activate_action (GTK_WIDGET (app_fixture_get_dialog (fixture)), "deleted.search", NULL);
  widget_test_wait (shows_search, fixture, "the search");
  entry = GTK_EDITABLE (find_search (fixture));
  gtk_editable_set_text (entry, "valv");
  widget_test_wait (shows_one, fixture, "what has the words");
  restore (fixture, "Valves");
  widget_test_wait (shows_no_match, fixture, "nothing that has the words any more");
  gtk_editable_set_text (entry, "");
  widget_test_wait (shows_two, fixture, "all of it");
  g_assert_cmpuint (count_deals (fixture, id), ==, 1);

  restore (fixture, "2 deals");
  widget_test_wait (shows_one, fixture, "what is left");
  g_assert_cmpuint (count_deals (fixture, id), ==, 3);
  close_list (fixture);
}

static gboolean
shows_on_page (AppFixture *fixture,
               guint       n)
{
  GtkWidget *view = widget_test_find (GTK_WIDGET (app_fixture_get_dialog (fixture)), ADW_TYPE_NAVIGATION_VIEW, NULL);
  AdwNavigationPage *page = adw_navigation_view_get_visible_page (ADW_NAVIGATION_VIEW (view));

  return g_strcmp0 (adw_navigation_page_get_tag (page), "all") != 0
         && widget_test_count (GTK_WIDGET (page), SC_TYPE_DELETION_ROW) == n;
}

static gboolean
shows_page (gpointer fixture)
{
  return shows_on_page (fixture, 3);
}

static gboolean
shows_page_of_two (gpointer fixture)
{
  return shows_on_page (fixture, 2);
}

static void
test_deals_deleted_at_once_are_shown_one_by_one (void)
{
  g_autoptr (AppFixture) fixture = app_fixture_open ();
  g_autofree char *id = publish_process (fixture, "Sales");
  gint64 ids[] = { add_deal (fixture, id, "Pumps"), add_deal (fixture, id, "Valves"), add_deal (fixture, id, "Pipes") };
  GtkWidget *list;

  delete_deals (fixture, ids, 3);
  open_list (fixture);
  widget_test_wait (shows_one, fixture, "a row for the change");
  list = widget_test_find (GTK_WIDGET (app_fixture_get_dialog (fixture)), GTK_TYPE_LIST_VIEW, NULL);
  g_signal_emit_by_name (list, "activate", 0);
  widget_test_wait (shows_page, fixture, "a row for each deal");
  restore (fixture, "Valves");
  widget_test_wait (shows_page_of_two, fixture, "the others");
  g_assert_cmpuint (count_deals (fixture, id), ==, 1);
  close_list (fixture);
}

static gboolean
asks_for_stage (gpointer fixture)
{
  AdwDialog *dialog = app_fixture_get_dialog (fixture);

  return ADW_IS_ALERT_DIALOG (dialog) && widget_test_find (GTK_WIDGET (dialog), ADW_TYPE_COMBO_ROW, "Stage") != NULL;
}

static gboolean
shows_no_question (gpointer fixture)
{
  return SC_IS_RECENTLY_DELETED (app_fixture_get_dialog (fixture));
}

static void
answer (AppFixture *fixture,
        const char *response)
{
  AdwDialog *dialog = app_fixture_get_dialog (fixture);

  g_signal_emit_by_name (dialog, "response", response);
  adw_dialog_force_close (dialog);
  widget_test_wait (shows_no_question, fixture, "the question to go");
}

static void
test_a_stage_that_is_gone_is_asked_for (void)
{
  g_autoptr (AppFixture) fixture = app_fixture_open ();
  g_autofree char *id = publish_process (fixture, "Sales");
  gint64 deal_id = add_deal (fixture, id, "Pumps");
  g_autoptr (ScVersion) version = sc_store_load_version (get_store (fixture), id, SC_VERSION_WANTED_PUBLISHED, NULL);
  g_autofree char *third = g_strdup (sc_version_get_stage (version, 2)->id);
  g_autoptr (GPtrArray) edits = sc_edits_new ();
  g_autoptr (ScProcess) process = NULL;
  g_autoptr (ScOutcome) edited = NULL;
  g_autoptr (ScOutcome) published = NULL;
  g_autoptr (ScDeal) deal = NULL;
  GtkWidget *row;

  delete_deals (fixture, &deal_id, 1);
  g_assert_true (sc_version_do (&version, edits, sc_edit_remove_stage (version, sc_version_get_stage (version, 0)->id), NULL));
  edited = run (fixture, sc_command_edit_version (id, "Edit", edits));
  process = sc_store_load_process (get_store (fixture), id, NULL);
  published = run (fixture, sc_command_publish (process, NULL));

  open_list (fixture);
  widget_test_wait (shows_one, fixture, "the deal");
  restore (fixture, "Pumps");
  widget_test_wait (asks_for_stage, fixture, "the question where it goes");
  answer (fixture, "cancel");
  g_assert_cmpuint (count_deals (fixture, id), ==, 0);

  restore (fixture, "Pumps");
  widget_test_wait (asks_for_stage, fixture, "the question again");
  row = widget_test_find (GTK_WIDGET (app_fixture_get_dialog (fixture)), ADW_TYPE_COMBO_ROW, "Stage");
  adw_combo_row_set_selected (ADW_COMBO_ROW (row), 1);
  answer (fixture, "restore");
  widget_test_wait (shows_nothing, fixture, "nothing that was deleted any more");
  deal = sc_store_load_deal (get_store (fixture), deal_id, NULL);
  g_assert_cmpstr (deal->stage_id, ==, third);
  close_list (fixture);
}

int
main (int    argc,
      char **argv)
{
  app_fixture_init (&argc, &argv);

  g_test_add_func ("/app/deleting/asks", test_it_asks_with_the_count);
  g_test_add_func ("/app/deleting/key", test_the_key_asks);
  g_test_add_func ("/app/deleting/meanwhile", test_what_came_meanwhile_stays);
  g_test_add_func ("/app/deleting/process", test_a_process_is_brought_back);
  g_test_add_func ("/app/deleting/deals", test_deals_are_brought_back);
  g_test_add_func ("/app/deleting/one-by-one", test_deals_deleted_at_once_are_shown_one_by_one);
  g_test_add_func ("/app/deleting/stage-is-gone", test_a_stage_that_is_gone_is_asked_for);

  return app_fixture_run ();
}
