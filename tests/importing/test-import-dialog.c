/* SPDX-License-Identifier: GPL-3.0-or-later */

/* From a table to deals: what comes in, what is left out and saved, and what goes wrong. */

#include <glib/gstdio.h>
#include <locale.h>
#include <string.h>

#include "../store/store-fixture.h"
#include "elsewhere.h"
#include "importing/import-fixture.h"
#include "importing/sc-import-dialog.h"
#include "importing/sc-import-form.h"
#include "importing/sc-importing.h"
#include "widget-test.h"

static void
test_import_and_undo (ImportFixture *fixture,
                      gconstpointer  data)
{
  ScImportForm *form = import_fixture_load (fixture, "id,title,company,stage,value,started\n1,One,Acme,Needs discovery,100,2026-01-02\n"
                                            "2,Two,Acme,Won,5,2026-01-02\n3,Three,Ltd,Closed Lost,,\n");

  g_assert_true (sc_import_form_is_ready (form));
  import_fixture_import (fixture);
  g_assert_cmpuint (import_fixture_count (fixture, 0), ==, 3);
  g_assert_cmpuint (import_fixture_count (fixture, 1u << SC_DEAL_OPEN), ==, 1);
  g_assert_cmpuint (import_fixture_count (fixture, 1u << SC_DEAL_LOST), ==, 1);

  import_fixture_click (fixture, "_Undo");
  wait_until (import_fixture_count (fixture, 0) == 0);
}

static void
open_dialog (ImportFixture *fixture)
{
  fixture->dialog = sc_import_dialog_new (fixture->base->store, fixture->process_id,
                                          adw_toast_overlay_get_child (ADW_TOAST_OVERLAY (fixture->toasts)));
  g_object_add_weak_pointer (G_OBJECT (fixture->dialog), (gpointer *) &fixture->dialog);
  adw_dialog_present (fixture->dialog, fixture->window);
}

/* A table with a row for each stage that a deal came into is known by its headers. */
static void
test_a_history_is_known (ImportFixture *fixture,
                         gconstpointer  data)
{
  g_autoptr (GPtrArray) events = NULL;
  ScImportForm *form;
  guint n_told = 0;

  import_fixture_load (fixture, "id,title,stage\n006A,One,Presentation and proposal\n");
  import_fixture_import (fixture);
  open_dialog (fixture);
  form = import_fixture_load (fixture, "OpportunityId,StageName,CreatedDate\n006A,Needs discovery,2026-02-01T09:00:00Z\n"
                              "006A,Presentation and proposal,2026-02-20T09:00:00Z\n");
  g_assert_true (sc_import_form_is_ready (form));
  g_assert_true (adw_switch_row_get_active (ADW_SWITCH_ROW (import_fixture_wait_for (fixture, ADW_TYPE_SWITCH_ROW, "title", "History of Stages"))));
  import_fixture_import (fixture);

  events = sc_store_list_events (fixture->base->store, 1, NULL);
  for (guint i = 0; i < events->len; i++)
    {
      const ScDealEvent *event = events->pdata[i];

      n_told += !event->is_voided && !event->is_inferred && g_str_equal (event->field, "stage");
    }
  g_assert_cmpuint (n_told, ==, 2);
}

/* Also a row that only the database refuses is saved, to be mended. */
static void
test_unknown_deals_of_a_history_are_saved (ImportFixture *fixture,
                                           gconstpointer  data)
{
  g_autofree char *saved = g_build_filename (fixture->base->folder, "left-out.csv", NULL);
  g_autofree char *table = NULL;

  import_fixture_load (fixture, "id,title,stage\n006A,One,Presentation and proposal\n");
  import_fixture_import (fixture);
  open_dialog (fixture);
  import_fixture_load (fixture, "OpportunityId,StageName,CreatedDate\n006X,Needs discovery,2026-02-01T09:00:00Z\n"
                       "006A,Needs discovery,2026-02-01T09:00:00Z\n006Y,Nowhere,2026-02-01T09:00:00Z\n");
  import_fixture_choose (fixture, "Nowhere", 1);
  import_fixture_click (fixture, "_Import");
  import_fixture_wait_for (fixture, GTK_TYPE_BUTTON, "label", "_Save Rows…");
  sc_import_dialog_save_left_out (SC_IMPORT_DIALOG (fixture->dialog), saved);
  import_fixture_wait_for (fixture, GTK_TYPE_BUTTON, "label", "_Save Rows…");
  g_assert_true (g_file_get_contents (saved, &table, NULL, NULL));
  g_assert_cmpstr (table, ==, "Skipped Because,OpportunityId,StageName,CreatedDate\r\n"
                   "The process has no deal with the id “006X”.,006X,Needs discovery,2026-02-01T09:00:00Z\r\n"
                   "Rows of “Nowhere” are to be skipped.,006Y,Nowhere,2026-02-01T09:00:00Z\r\n");
  g_remove (saved);
}

/* What is taken for markup is not shown at all, with a warning. */
static void
test_names_are_text (ImportFixture *fixture,
                     gconstpointer  data)
{
  g_free (fixture->path);
  fixture->path = g_build_filename (fixture->base->folder, "R&D <b>.csv", NULL);
  import_fixture_load (fixture, "title,stage,A & <i>\n<b>One</b> & two,Needs & <b>,x & <b>\n");
  import_fixture_wait_for (fixture, ADW_TYPE_PREFERENCES_ROW, "title", "A & <i>");
  g_assert_cmpstr (gtk_label_get_text (GTK_LABEL (import_fixture_wait_for (fixture, GTK_TYPE_LABEL, "label",
                                                                           "“R&amp;D &lt;b&gt;.csv” has 1 row."))),
                   ==, "“R&D <b>.csv” has 1 row.");
}

static void
test_where_closed_deals_stand_is_not_asked (ImportFixture *fixture,
                                            gconstpointer  data)
{
  ScImportForm *form = import_fixture_load (fixture, "title,status\nOne,won\nTwo,lost\n");

  g_assert_true (sc_import_form_is_ready (form));
  g_assert_null (import_fixture_find_in_window (fixture, ADW_TYPE_COMBO_ROW, "title", "Deals That Are Open"));
}

static void
test_what_came_in_is_told (ImportFixture *fixture,
                           gconstpointer  data)
{
  import_fixture_load (fixture, "id,title,stage,value,currency\n1,One,Needs discovery,100,USD\n2,Two,Won,5,USD\n3,Three,Won,2.50,USD\n"
                       "4,Four,Won,7,EUR\n5,Five,Lost,,\n");
  import_fixture_click (fixture, "_Import");
  import_fixture_wait_for (fixture, ADW_TYPE_ACTION_ROW, "title", "Added");
  import_fixture_check_row (fixture, "Added", "5");
  import_fixture_check_row (fixture, "Updated", "0");
  import_fixture_check_row (fixture, "Open", "$100");
  import_fixture_check_row (fixture, "Won", "$7.50 · €7");
  import_fixture_check_row (fixture, "Lost", "");
  import_fixture_check_row (fixture, "Started on an Unknown Day", "5");
  import_fixture_check_row (fixture, "Closed on an Unknown Day", "4");
  g_assert_null (import_fixture_find_in_window (fixture, GTK_TYPE_LABEL, "label", "Skipped"));
}

/* What was left out comes in once it is mended, with nothing to import_fixture_choose anew. */
static void
test_left_out_rows_are_saved (ImportFixture *fixture,
                              gconstpointer  data)
{
  g_autofree char *saved = g_build_filename (fixture->base->folder, "left-out.csv", NULL);
  g_autofree char *table = NULL;

  import_fixture_load (fixture, "title,stage,value,comment\nOne,Needs discovery,100,\nTwo,Needs discovery,-5,\"a \"\"b\"\"\nc\"\n"
                       "Three,Nowhere,7,x,y\n");
  import_fixture_choose (fixture, "Nowhere", 1);
  import_fixture_click (fixture, "_Import");
  import_fixture_wait_for (fixture, GTK_TYPE_BUTTON, "label", "_Save Rows…");
  sc_import_dialog_save_left_out (SC_IMPORT_DIALOG (fixture->dialog), saved);
  import_fixture_wait_for (fixture, GTK_TYPE_BUTTON, "label", "_Save Rows…");
  g_assert_true (g_file_get_contents (saved, &table, NULL, NULL));
  g_assert_cmpstr (table, ==, "Skipped Because,title,stage,value,comment\r\n"
                   "\"“-5” is negative, which a deal’s value is not.\",Two,Needs discovery,-5,\"a \"\"b\"\"\nc\"\r\n"
                   "\"This row’s number of fields is 5, and the first row’s is 4.\",Three,Nowhere,7,x,y\r\n");
  g_remove (saved);

  /* A place that can't be written to is said, and the page is there again. */
  sc_import_dialog_save_left_out (SC_IMPORT_DIALOG (fixture->dialog), "/nowhere/left-out.csv");
  import_fixture_wait_for (fixture, ADW_TYPE_ALERT_DIALOG, "heading", "The Rows Were Not Saved");
  import_fixture_wait_for (fixture, GTK_TYPE_BUTTON, "label", "_Save Rows…");
}

static void
test_refused_rows_are_told (ImportFixture *fixture,
                            gconstpointer  data)
{
  import_fixture_load (fixture, "title,stage,value\nOne,Needs discovery,100\nTwo,Needs discovery,-5\nThree,Needs discovery,many\n");
  import_fixture_click (fixture, "_Import");
  import_fixture_wait_for (fixture, ADW_TYPE_ACTION_ROW, "title", "Line 3, “value”");
  import_fixture_wait_for (fixture, ADW_TYPE_ACTION_ROW, "title", "Line 4, “value”");
  g_assert_cmpuint (import_fixture_count (fixture, 0), ==, 1);
  import_fixture_click (fixture, "_Done");
  import_fixture_wait_until_closed (fixture);
}

static void
test_bad_table (ImportFixture *fixture,
                gconstpointer  data)
{
  g_assert_true (g_file_set_contents (fixture->path, "title,\"stage\nOne,Needs discovery\n", -1, NULL));
  sc_import_dialog_load (SC_IMPORT_DIALOG (fixture->dialog), fixture->path);
  import_fixture_wait_for (fixture, GTK_TYPE_LABEL, "label", "Could Not Read Table");
  g_assert_cmpuint (import_fixture_count (fixture, 0), ==, 0);
}

static void
test_cancel (ImportFixture *fixture,
             gconstpointer  data)
{
  g_autoptr (GString) table = g_string_new ("title,stage\n");

  for (guint i = 0; i < 50000; i++)
    g_string_append_printf (table, "Deal %u,Needs discovery\n", i);
  import_fixture_load (fixture, table->str);
  import_fixture_click (fixture, "_Import");
  g_assert_false (adw_dialog_get_can_close (fixture->dialog));
  import_fixture_click (fixture, "_Cancel");
  import_fixture_wait_for (fixture, SC_TYPE_IMPORT_FORM, NULL, NULL);
  g_assert_cmpuint (import_fixture_count (fixture, 0), ==, 0);
}

static void
wait_for_refusal (ImportFixture *fixture,
                  const char    *why)
{
  AdwAlertDialog *refusal = ADW_ALERT_DIALOG (import_fixture_wait_for (fixture, ADW_TYPE_ALERT_DIALOG, "heading", "Nothing Was Imported"));

  g_assert_nonnull (strstr (adw_alert_dialog_get_body (refusal), why));
  adw_dialog_force_close (ADW_DIALOG (refusal));
}

/* Stages that were not on show take no deals in; what was chosen stays, but for
 * what led to a stage that is gone. */
static void
test_another_window_publishes (ImportFixture *fixture,
                               gconstpointer  data)
{
  g_autoptr (Elsewhere) elsewhere = elsewhere_new (fixture->base->path, fixture->process_id);
  g_autoptr (ScVersion) version = sc_store_load_version (fixture->base->store, fixture->process_id,
                                                         SC_VERSION_WANTED_PUBLISHED, NULL);
  const char *gone = sc_version_get_stage (version, 1)->id;
  const char *kept = sc_version_get_stage (version, 2)->id;
  GtkWidget *row;

  import_fixture_load (fixture, "title,stage\nOne,Cold\nTwo,Warm\nThree,Over\n");
  import_fixture_choose (fixture, "Cold", 3);
  import_fixture_choose (fixture, "Warm", 4);
  import_fixture_choose (fixture, "Over", 2 + version->stages->len + 2);
  elsewhere_delete_stage (elsewhere, gone);
  elsewhere_publish (elsewhere);
  import_fixture_click (fixture, "_Import");
  wait_for_refusal (fixture, "published anew meanwhile");
  g_assert_cmpuint (import_fixture_count (fixture, 0), ==, 0);

  row = import_fixture_wait_for (fixture, ADW_TYPE_COMBO_ROW, "title", "Cold");
  g_assert_cmpuint (adw_combo_row_get_selected (ADW_COMBO_ROW (row)), ==, 0);
  row = import_fixture_wait_for (fixture, ADW_TYPE_COMBO_ROW, "title", "Warm");
  g_assert_cmpuint (adw_combo_row_get_selected (ADW_COMBO_ROW (row)), ==, 3);
  import_fixture_wait_for (fixture, ADW_TYPE_BANNER, "title", "The stage of 1 of 3 rows is not known.");

  import_fixture_choose (fixture, "Cold", 2);
  import_fixture_import (fixture);
  g_assert_cmpuint (import_fixture_count_in_stage (fixture, kept), ==, 1);
  g_assert_cmpuint (import_fixture_count (fixture, 1u << SC_DEAL_LOST), ==, 1);
  g_assert_cmpuint (import_fixture_count (fixture, 0), ==, 3);
}

static void
test_the_process_is_deleted (ImportFixture *fixture,
                             gconstpointer  data)
{
  g_autoptr (Elsewhere) elsewhere = elsewhere_new (fixture->base->path, fixture->process_id);

  import_fixture_load (fixture, "title,stage\nOne,Needs discovery\n");
  elsewhere_delete_process (elsewhere);
  import_fixture_click (fixture, "_Import");
  wait_for_refusal (fixture, "The process is not there any more.");
  import_fixture_wait_for (fixture, SC_TYPE_IMPORT_FORM, NULL, NULL);
  g_assert_cmpuint (import_fixture_count (fixture, 0), ==, 0);
}

int
main (int    argc,
      char **argv)
{
  static const struct {
    const char *path;
    void (*test)(ImportFixture *fixture,
                 gconstpointer  data);
  } tests[] = {
    { "/importing/dialog/import-and-undo", test_import_and_undo },
    { "/importing/dialog/a-history-is-known", test_a_history_is_known },
    { "/importing/dialog/unknown-deals-of-a-history-are-saved", test_unknown_deals_of_a_history_are_saved },
    { "/importing/dialog/names-are-text", test_names_are_text },
    { "/importing/dialog/where-closed-deals-stand-is-not-asked", test_where_closed_deals_stand_is_not_asked },
    { "/importing/dialog/what-came-in-is-told", test_what_came_in_is_told },
    { "/importing/dialog/left-out-rows-are-saved", test_left_out_rows_are_saved },
    { "/importing/dialog/refused-rows-are-told", test_refused_rows_are_told },
    { "/importing/dialog/bad-table", test_bad_table },
    { "/importing/dialog/cancel", test_cancel },
    { "/importing/dialog/another-window-publishes", test_another_window_publishes },
    { "/importing/dialog/the-process-is-deleted", test_the_process_is_deleted },
  };

  setlocale (LC_ALL, "");
  g_test_init (&argc, &argv, NULL);
  gtk_init ();
  adw_init ();
  sc_importing_init ();
  patience_set_show (widget_test_show);

  for (guint i = 0; i < G_N_ELEMENTS (tests); i++)
    g_test_add (tests[i].path, ImportFixture, NULL, import_fixture_set_up, tests[i].test, import_fixture_tear_down);

  return g_test_run ();
}
