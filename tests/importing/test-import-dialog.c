/* SPDX-License-Identifier: GPL-3.0-or-later */

#include <glib/gstdio.h>
#include <locale.h>
#include <string.h>

#include "../store/store-fixture.h"
#include "change/sc-process-commands.h"
#include "elsewhere.h"
#include "importing/sc-import-dialog.h"
#include "importing/sc-import-form.h"
#include "importing/sc-importing.h"
#include "method/sc-proposal.h"
#include "store/sc-deal-query.h"
#include "widget-test.h"

typedef struct {
  StoreFixture *base;
  char *process_id;
  GtkWidget *window;
  GtkWidget *toasts;
  AdwDialog *dialog;
  char *path;
} Fixture;

static void
make_process (Fixture *fixture)
{
  ScAspects aspects = { { SC_SELLING_CONSULTATIVE, SC_NOVELTY_ESTABLISHED, SC_DEMAND_FORMED, SC_MARKET_B2B, SC_OFFER_SERVICE } };
  g_autoptr (ScVersion) version = sc_proposal_new (&aspects, SC_LANGUAGE_EN);
  g_autoptr (GError) error = NULL;
  g_autoptr (ScOutcome) made = sc_command_run (sc_command_create_process ("Sales", NULL, version, NULL),
                                               fixture->base->store, NULL, &error);
  g_autoptr (ScProcess) process = NULL;
  g_autoptr (ScOutcome) published = NULL;

  g_assert_no_error (error);
  fixture->process_id = g_strdup (made->process_id);
  process = sc_store_load_process (fixture->base->store, fixture->process_id, &error);
  g_assert_no_error (error);
  published = sc_command_run (sc_command_publish (process, NULL), fixture->base->store, NULL, &error);
  g_assert_no_error (error);
}

static void
set_up (Fixture      *fixture,
        gconstpointer data)
{
  GtkWidget *origin = gtk_label_new (NULL);

  fixture->base = store_fixture_new ();
  make_process (fixture);
  fixture->window = adw_window_new ();
  fixture->toasts = adw_toast_overlay_new ();
  adw_toast_overlay_set_child (ADW_TOAST_OVERLAY (fixture->toasts), origin);
  gtk_window_set_default_size (GTK_WINDOW (fixture->window), 900, 760);
  adw_window_set_content (ADW_WINDOW (fixture->window), fixture->toasts);
  gtk_window_present (GTK_WINDOW (fixture->window));
  fixture->dialog = sc_import_dialog_new (fixture->base->store, fixture->process_id, origin);
  g_object_add_weak_pointer (G_OBJECT (fixture->dialog), (gpointer *) &fixture->dialog);
  adw_dialog_present (fixture->dialog, fixture->window);
  fixture->path = g_build_filename (fixture->base->folder, "deals.csv", NULL);
}

static void
tear_down (Fixture      *fixture,
           gconstpointer data)
{
  if (fixture->dialog != NULL)
    adw_dialog_force_close (fixture->dialog);
  g_clear_weak_pointer (&fixture->dialog);
  gtk_window_destroy (GTK_WINDOW (fixture->window));
  while (g_main_context_iteration (NULL, FALSE))
    ;
  g_remove (fixture->path);
  g_free (fixture->path);
  g_free (fixture->process_id);
  store_fixture_free (fixture->base);
}

/* The first widget of a type that is on show, by its label or title. */
static GtkWidget *
find (GtkWidget  *widget,
      GType       type,
      const char *property,
      const char *value)
{
  if (g_type_is_a (G_OBJECT_TYPE (widget), type) && gtk_widget_get_mapped (widget))
    {
      g_autofree char *text = NULL;

      if (property != NULL)
        g_object_get (widget, property, &text, NULL);
      if (g_strcmp0 (text, value) == 0)
        return widget;
    }

  for (GtkWidget *child = gtk_widget_get_first_child (widget); child != NULL; child = gtk_widget_get_next_sibling (child))
    {
      GtkWidget *found = find (child, type, property, value);

      if (found != NULL)
        return found;
    }

  return NULL;
}

static GtkWidget *
find_in_window (Fixture    *fixture,
                GType       type,
                const char *property,
                const char *value)
{
  return find (fixture->window, type, property, value);
}

static GtkWidget *
wait_for (Fixture    *fixture,
          GType       type,
          const char *property,
          const char *value)
{
  GtkWidget *found;

  for (gint64 end = 0; (found = find_in_window (fixture, type, property, value)) == NULL;)
    patience_spend (&end, value != NULL ? value : g_type_name (type));

  return found;
}

static ScImportForm *
load (Fixture    *fixture,
      const char *table)
{
  g_assert_true (g_file_set_contents (fixture->path, table, -1, NULL));
  sc_import_dialog_load (SC_IMPORT_DIALOG (fixture->dialog), fixture->path);

  return SC_IMPORT_FORM (wait_for (fixture, SC_TYPE_IMPORT_FORM, NULL, NULL));
}

static void
click (Fixture    *fixture,
       const char *label)
{
  GtkWidget *button = wait_for (fixture, GTK_TYPE_BUTTON, "label", label);

  g_assert_true (gtk_widget_get_sensitive (button));
  g_signal_emit_by_name (button, "clicked");
}

static void
choose (Fixture    *fixture,
        const char *title,
        guint       selected)
{
  GtkWidget *row = wait_for (fixture, ADW_TYPE_COMBO_ROW, "title", title);

  adw_combo_row_set_selected (ADW_COMBO_ROW (row), selected);
}

static guint
count (Fixture *fixture,
       guint    statuses)
{
  g_autoptr (ScDealQuery) query = sc_deal_query_new (fixture->process_id);

  query->statuses = statuses;

  return sc_store_count_deals (fixture->base->store, query, NULL, NULL);
}

static guint
count_in_stage (Fixture    *fixture,
                const char *stage_id)
{
  g_autoptr (ScDealQuery) query = sc_deal_query_new (fixture->process_id);

  query->stage_id = g_strdup (stage_id);

  return sc_store_count_deals (fixture->base->store, query, NULL, NULL);
}

static void
wait_until_closed (Fixture *fixture)
{
  wait_until (fixture->dialog == NULL);
}

/* Imports, and takes note of what came in. */
static void
import (Fixture *fixture)
{
  click (fixture, "_Import");
  click (fixture, "_Done");
  wait_until_closed (fixture);
}

static void
test_import_and_undo (Fixture      *fixture,
                      gconstpointer data)
{
  ScImportForm *form = load (fixture, "id,title,company,stage,value,started\n1,One,Acme,Needs discovery,100,2026-01-02\n"
                             "2,Two,Acme,Won,5,2026-01-02\n3,Three,Ltd,Closed Lost,,\n");

  g_assert_true (sc_import_form_is_ready (form));
  import (fixture);
  g_assert_cmpuint (count (fixture, 0), ==, 3);
  g_assert_cmpuint (count (fixture, 1u << SC_DEAL_OPEN), ==, 1);
  g_assert_cmpuint (count (fixture, 1u << SC_DEAL_LOST), ==, 1);

  click (fixture, "_Undo");
  wait_until (count (fixture, 0) == 0);
}

static void
open_dialog (Fixture *fixture)
{
  fixture->dialog = sc_import_dialog_new (fixture->base->store, fixture->process_id,
                                          adw_toast_overlay_get_child (ADW_TOAST_OVERLAY (fixture->toasts)));
  g_object_add_weak_pointer (G_OBJECT (fixture->dialog), (gpointer *) &fixture->dialog);
  adw_dialog_present (fixture->dialog, fixture->window);
}

/* A table with a row for each stage that a deal came into is known by its headers. */
static void
test_a_history_is_known (Fixture      *fixture,
                         gconstpointer data)
{
  g_autoptr (GPtrArray) events = NULL;
  ScImportForm *form;
  guint n_told = 0;

  load (fixture, "id,title,stage\n006A,One,Presentation and proposal\n");
  import (fixture);
  open_dialog (fixture);
  form = load (fixture, "OpportunityId,StageName,CreatedDate\n006A,Needs discovery,2026-02-01T09:00:00Z\n"
               "006A,Presentation and proposal,2026-02-20T09:00:00Z\n");
  g_assert_true (sc_import_form_is_ready (form));
  g_assert_true (adw_switch_row_get_active (ADW_SWITCH_ROW (wait_for (fixture, ADW_TYPE_SWITCH_ROW, "title", "History of Stages"))));
  import (fixture);

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
test_unknown_deals_of_a_history_are_saved (Fixture      *fixture,
                                           gconstpointer data)
{
  g_autofree char *saved = g_build_filename (fixture->base->folder, "left-out.csv", NULL);
  g_autofree char *table = NULL;

  load (fixture, "id,title,stage\n006A,One,Presentation and proposal\n");
  import (fixture);
  open_dialog (fixture);
  load (fixture, "OpportunityId,StageName,CreatedDate\n006X,Needs discovery,2026-02-01T09:00:00Z\n"
        "006A,Needs discovery,2026-02-01T09:00:00Z\n006Y,Nowhere,2026-02-01T09:00:00Z\n");
  choose (fixture, "Nowhere", 1);
  click (fixture, "_Import");
  wait_for (fixture, GTK_TYPE_BUTTON, "label", "_Save Rows…");
  sc_import_dialog_save_left_out (SC_IMPORT_DIALOG (fixture->dialog), saved);
  wait_for (fixture, GTK_TYPE_BUTTON, "label", "_Save Rows…");
  g_assert_true (g_file_get_contents (saved, &table, NULL, NULL));
  g_assert_cmpstr (table, ==, "Left Out Because,OpportunityId,StageName,CreatedDate\r\n"
                   "The process has no deal with the id “006X”.,006X,Needs discovery,2026-02-01T09:00:00Z\r\n"
                   "“Nowhere” is no stage of the process.,006Y,Nowhere,2026-02-01T09:00:00Z\r\n");
  g_remove (saved);
}

/* What is taken for markup is not shown at all, with a warning. */
static void
test_names_are_text (Fixture      *fixture,
                     gconstpointer data)
{
  g_free (fixture->path);
  fixture->path = g_build_filename (fixture->base->folder, "R&D <b>.csv", NULL);
  load (fixture, "title,stage,A & <i>\n<b>One</b> & two,Needs & <b>,x & <b>\n");
  wait_for (fixture, ADW_TYPE_PREFERENCES_ROW, "title", "A & <i>");
  g_assert_cmpstr (gtk_label_get_text (GTK_LABEL (wait_for (fixture, GTK_TYPE_LABEL, "label",
                                                            "“R&amp;D &lt;b&gt;.csv” has 1 row."))),
                   ==, "“R&D <b>.csv” has 1 row.");
}

static void
test_dates_are_asked (Fixture      *fixture,
                      gconstpointer data)
{
  ScImportForm *form = load (fixture, "title,stage,created\nOne,Needs discovery,03/04/2026\n");
  g_autoptr (ScDealQuery) query = sc_deal_query_new (fixture->process_id);
  g_autoptr (GPtrArray) deals = NULL;
  g_autofree char *started = NULL;
  AdwActionRow *row;

  g_assert_false (sc_import_form_is_ready (form));
  choose (fixture, "They Are Written As", 2);
  g_assert_true (sc_import_form_is_ready (form));
  row = ADW_ACTION_ROW (find_in_window (fixture, ADW_TYPE_COMBO_ROW, "title", "They Are Written As"));
  g_assert_nonnull (strstr (adw_action_row_get_subtitle (row), "3 April 2026"));
  import (fixture);

  deals = sc_store_list_deals (fixture->base->store, query, 0, NULL, NULL);
  g_assert_cmpuint (deals->len, ==, 1);
  started = sc_date_to_string (((ScDeal *) deals->pdata[0])->started);
  g_assert_cmpstr (started, ==, "2026-04-03");
}

static void
test_decimal_mark_is_asked (Fixture      *fixture,
                            gconstpointer data)
{
  ScImportForm *form = load (fixture, "title,stage,amount,currency\nOne,Needs discovery,\"950,000\",KWD\n");
  g_autoptr (ScDealQuery) query = sc_deal_query_new (fixture->process_id);
  g_autoptr (GPtrArray) deals = NULL;
  GtkWidget *row;

  g_assert_false (sc_import_form_is_ready (form));
  row = find_in_window (fixture, ADW_TYPE_COMBO_ROW, "title", "Decimal Mark");
  g_assert_cmpstr (adw_action_row_get_subtitle (ADW_ACTION_ROW (row)), ==, "950,000");
  choose (fixture, "Decimal Mark", SC_DECIMAL_MARK_COMMA);
  g_assert_true (sc_import_form_is_ready (form));
  g_assert_nonnull (strstr (adw_action_row_get_subtitle (ADW_ACTION_ROW (row)), "950,000 is KWD"));
  import (fixture);

  deals = sc_store_list_deals (fixture->base->store, query, 0, NULL, NULL);
  g_assert_cmpuint (deals->len, ==, 1);
  g_assert_cmpint (((ScDeal *) deals->pdata[0])->value.minor, ==, 950000);
}

static void
test_columns_by_hand (Fixture      *fixture,
                      gconstpointer data)
{
  ScImportForm *form = load (fixture, "x,y\nOne,Talk\nTwo,Talk\n");

  g_assert_false (sc_import_form_is_ready (form));
  choose (fixture, "x", SC_IMPORT_TITLE + 1);
  /* Nobody has said yet where they stand. */
  g_assert_false (sc_import_form_is_ready (form));
  choose (fixture, "y", SC_IMPORT_STAGE + 1);
  choose (fixture, "Talk", 4);
  g_assert_true (sc_import_form_is_ready (form));
  import (fixture);
  g_assert_cmpuint (count (fixture, 1u << SC_DEAL_OPEN), ==, 2);
}

static void
check_subtitle (Fixture    *fixture,
                const char *title,
                const char *subtitle)
{
  GtkWidget *row = wait_for (fixture, ADW_TYPE_COMBO_ROW, "title", title);

  g_assert_cmpstr (adw_action_row_get_subtitle (ADW_ACTION_ROW (row)), ==, subtitle);
}

/* What nobody knows is asked for, with the way to it; what would be missed is said
 * before. */
static void
test_unknown_stages_are_asked_for (Fixture      *fixture,
                                   gconstpointer data)
{
  ScImportForm *form = load (fixture, "title,stage\nOne,Warm\nTwo,Needs discovery\nThree,Warm\nFour,Blue\nFive,\n");
  GtkWidget *banner = wait_for (fixture, ADW_TYPE_BANNER, "title", "It is not known where 4 of 5 rows stand.");
  GtkWidget *warm = wait_for (fixture, ADW_TYPE_COMBO_ROW, "title", "Warm");
  GtkWidget *blue = wait_for (fixture, ADW_TYPE_COMBO_ROW, "title", "Blue");
  GtkWidget *import_button = wait_for (fixture, GTK_TYPE_BUTTON, "label", "_Import");

  g_assert_false (sc_import_form_is_ready (form));
  g_assert_false (gtk_widget_get_sensitive (import_button));
  g_assert_cmpstr (gtk_widget_get_tooltip_text (import_button), ==, "Say where the deals stand.");
  /* What has to be answered has the focus. */
  wait_until (gtk_widget_get_state_flags (warm) & GTK_STATE_FLAG_FOCUSED);

  choose (fixture, "Warm", 2);
  g_assert_cmpstr (adw_banner_get_title (ADW_BANNER (banner)), ==, "It is not known where 2 of 5 rows stand.");
  g_signal_emit_by_name (banner, "button-clicked");
  g_assert_true (gtk_widget_get_state_flags (blue) & GTK_STATE_FLAG_FOCUSED);

  click (fixture, "Leave Out the _Rest");
  g_assert_cmpstr (adw_banner_get_title (ADW_BANNER (banner)), ==, "2 of 5 rows will be left out.");
  g_assert_true (adw_banner_get_revealed (ADW_BANNER (banner)));
  g_assert_true (sc_import_form_is_ready (form));
  g_assert_null (gtk_widget_get_tooltip_text (import_button));
  import (fixture);
  g_assert_cmpuint (count (fixture, 1u << SC_DEAL_OPEN), ==, 3);
}

/* A guess says that it is one, until somebody chooses. */
static void
test_guesses_are_told (Fixture      *fixture,
                       gconstpointer data)
{
  ScImportForm *form = load (fixture, "title,stage,what\nOne,Presentation to the buyer,x\nTwo,Needs discovery,y\n");

  g_assert_true (sc_import_form_is_ready (form));
  check_subtitle (fixture, "title", "Guessed:\nOne");
  check_subtitle (fixture, "what", "x");
  check_subtitle (fixture, "Presentation to the buyer", "1 row · guessed");
  check_subtitle (fixture, "Needs discovery", "1 row");

  choose (fixture, "title", SC_IMPORT_COMPANY + 1);
  choose (fixture, "Presentation to the buyer", 2);
  check_subtitle (fixture, "title", "One");
  check_subtitle (fixture, "Presentation to the buyer", "1 row");
}

static const char *
get_first_stage (Fixture *fixture,
                 char     id[37])
{
  g_autoptr (ScVersion) version = sc_store_load_version (fixture->base->store, fixture->process_id,
                                                         SC_VERSION_WANTED_PUBLISHED, NULL);

  g_strlcpy (id, sc_version_get_stage (version, 0)->id, 37);

  return id;
}

/* No first stage is taken in silence, and lost deals are said to be lost nowhere. */
static void
test_a_table_without_stages (Fixture      *fixture,
                             gconstpointer data)
{
  ScImportForm *form = load (fixture, "title,status\nOne,open\nTwo,won\nThree,open\n");
  g_autoptr (ScVersion) version = sc_store_load_version (fixture->base->store, fixture->process_id,
                                                         SC_VERSION_WANTED_PUBLISHED, NULL);
  char first[37];

  g_assert_false (sc_import_form_is_ready (form));
  choose (fixture, "Deals That Are Open", 2 + 1);
  g_assert_true (sc_import_form_is_ready (form));
  import (fixture);
  g_assert_cmpuint (count_in_stage (fixture, sc_version_get_stage (version, 1)->id), ==, 2);
  g_assert_cmpuint (count_in_stage (fixture, get_first_stage (fixture, first)), ==, 0);
  g_assert_cmpuint (count (fixture, 1u << SC_DEAL_WON), ==, 1);
}

static void
test_where_closed_deals_stand_is_not_asked (Fixture      *fixture,
                                            gconstpointer data)
{
  ScImportForm *form = load (fixture, "title,status\nOne,won\nTwo,lost\n");

  g_assert_true (sc_import_form_is_ready (form));
  g_assert_null (find_in_window (fixture, ADW_TYPE_COMBO_ROW, "title", "Deals That Are Open"));
}

static void
check_row (Fixture    *fixture,
           const char *title,
           const char *subtitle)
{
  GtkWidget *row = wait_for (fixture, ADW_TYPE_ACTION_ROW, "title", title);

  g_assert_cmpstr (adw_action_row_get_subtitle (ADW_ACTION_ROW (row)), ==, subtitle);
}

/* Beside what is read stands what it was read from. */
static void
test_readings_are_shown (Fixture      *fixture,
                         gconstpointer data)
{
  load (fixture, "title,stage,value,currency,created\nOne,Needs discovery,\"1.250,50\",USD,2026-04-03\n");
  check_row (fixture, "One", "Needs discovery · Open · $1,250.50 (1.250,50) · from 3 April 2026 (2026-04-03)");
}

static void
test_what_came_in_is_told (Fixture      *fixture,
                           gconstpointer data)
{
  load (fixture, "id,title,stage,value,currency\n1,One,Needs discovery,100,USD\n2,Two,Won,5,USD\n3,Three,Won,2.50,USD\n"
        "4,Four,Won,7,EUR\n5,Five,Lost,,\n");
  click (fixture, "_Import");
  wait_for (fixture, ADW_TYPE_ACTION_ROW, "title", "Added");
  check_row (fixture, "Added", "5");
  check_row (fixture, "Updated", "0");
  check_row (fixture, "Open", "$100");
  check_row (fixture, "Won", "$7.50 · €7");
  check_row (fixture, "Lost", "");
  check_row (fixture, "Started on an unknown day", "5");
  check_row (fixture, "Closed on an unknown day", "4");
  g_assert_null (find_in_window (fixture, GTK_TYPE_LABEL, "label", "What Was Left Out"));
}

/* What was left out comes in once it is mended, with nothing to choose anew. */
static void
test_left_out_rows_are_saved (Fixture      *fixture,
                              gconstpointer data)
{
  g_autofree char *saved = g_build_filename (fixture->base->folder, "left-out.csv", NULL);
  g_autofree char *table = NULL;

  load (fixture, "title,stage,value,comment\nOne,Needs discovery,100,\nTwo,Needs discovery,-5,\"a \"\"b\"\"\nc\"\n"
        "Three,Nowhere,7,x,y\n");
  choose (fixture, "Nowhere", 1);
  click (fixture, "_Import");
  wait_for (fixture, GTK_TYPE_BUTTON, "label", "_Save Rows…");
  sc_import_dialog_save_left_out (SC_IMPORT_DIALOG (fixture->dialog), saved);
  wait_for (fixture, GTK_TYPE_BUTTON, "label", "_Save Rows…");
  g_assert_true (g_file_get_contents (saved, &table, NULL, NULL));
  g_assert_cmpstr (table, ==, "Left Out Because,title,stage,value,comment\r\n"
                   "\"“-5” is negative, which a deal’s value is not.\",Two,Needs discovery,-5,\"a \"\"b\"\"\nc\"\r\n"
                   "\"This row’s number of fields is 5, and the first row’s is 4.\",Three,Nowhere,7,x,y\r\n");
  g_remove (saved);

  /* A place that can't be written to is said, and the page is there again. */
  sc_import_dialog_save_left_out (SC_IMPORT_DIALOG (fixture->dialog), "/nowhere/left-out.csv");
  wait_for (fixture, ADW_TYPE_ALERT_DIALOG, "heading", "The Rows Were Not Saved");
  wait_for (fixture, GTK_TYPE_BUTTON, "label", "_Save Rows…");
}

static void
test_refused_rows_are_told (Fixture      *fixture,
                            gconstpointer data)
{
  load (fixture, "title,stage,value\nOne,Needs discovery,100\nTwo,Needs discovery,-5\nThree,Needs discovery,many\n");
  click (fixture, "_Import");
  wait_for (fixture, ADW_TYPE_ACTION_ROW, "title", "Line 3, “value”");
  wait_for (fixture, ADW_TYPE_ACTION_ROW, "title", "Line 4, “value”");
  g_assert_cmpuint (count (fixture, 0), ==, 1);
  click (fixture, "_Done");
  wait_until_closed (fixture);
}

/* The same title as three tables have it that are not UTF-8. */
#define TITLE "Поставка станков"
#define TITLE_AS_KOI8 "оНЯРЮБЙЮ ЯРЮМЙНБ"
#define TITLE_1251 "\xcf\xee\xf1\xf2\xe0\xe2\xea\xe0 \xf1\xf2\xe0\xed\xea\xee\xe2"
#define TITLE_866 "\x8f\xae\xe1\xe2\xa0\xa2\xaa\xa0 \xe1\xe2\xa0\xad\xaa\xae\xa2"

/* What a table tells of its letters is shown, and may be wrong. */
static void
test_encoding_is_shown (Fixture      *fixture,
                        gconstpointer data)
{
  ScImportForm *form = load (fixture, "title,stage\n" TITLE_1251 ",Needs discovery\n");
  GtkStringObject *chosen;

  g_assert_true (sc_import_form_is_ready (form));
  chosen = adw_combo_row_get_selected_item (ADW_COMBO_ROW (wait_for (fixture, ADW_TYPE_COMBO_ROW, "title", "Encoding")));
  g_assert_cmpstr (gtk_string_object_get_string (chosen), ==, "windows-1251");
  wait_for (fixture, ADW_TYPE_ACTION_ROW, "title", TITLE);

  choose (fixture, "Encoding", 2);
  wait_for (fixture, ADW_TYPE_ACTION_ROW, "title", TITLE_AS_KOI8);
  choose (fixture, "Encoding", 1);
  wait_for (fixture, ADW_TYPE_ACTION_ROW, "title", TITLE);
  import (fixture);
  g_assert_cmpuint (count (fixture, 0), ==, 1);
}

static void
test_encoding_is_asked (Fixture      *fixture,
                        gconstpointer data)
{
  ScImportForm *form = load (fixture, "title,stage\n" TITLE_866 ",Needs discovery\n");

  g_assert_false (sc_import_form_is_ready (form));
  choose (fixture, "Encoding", 3);
  wait_for (fixture, ADW_TYPE_ACTION_ROW, "title", TITLE);
  wait_until (sc_import_form_is_ready (form));
  import (fixture);
  g_assert_cmpuint (count (fixture, 0), ==, 1);
}

static void
test_bad_table (Fixture      *fixture,
                gconstpointer data)
{
  g_assert_true (g_file_set_contents (fixture->path, "title,\"stage\nOne,Needs discovery\n", -1, NULL));
  sc_import_dialog_load (SC_IMPORT_DIALOG (fixture->dialog), fixture->path);
  wait_for (fixture, GTK_TYPE_LABEL, "label", "The Table Can’t Be Read");
  g_assert_cmpuint (count (fixture, 0), ==, 0);
}

static void
test_cancel (Fixture      *fixture,
             gconstpointer data)
{
  g_autoptr (GString) table = g_string_new ("title,stage\n");

  for (guint i = 0; i < 50000; i++)
    g_string_append_printf (table, "Deal %u,Needs discovery\n", i);
  load (fixture, table->str);
  click (fixture, "_Import");
  g_assert_false (adw_dialog_get_can_close (fixture->dialog));
  click (fixture, "_Cancel");
  wait_for (fixture, SC_TYPE_IMPORT_FORM, NULL, NULL);
  g_assert_cmpuint (count (fixture, 0), ==, 0);
}

static void
wait_for_refusal (Fixture    *fixture,
                  const char *why)
{
  AdwAlertDialog *refusal = ADW_ALERT_DIALOG (wait_for (fixture, ADW_TYPE_ALERT_DIALOG, "heading", "Nothing Was Imported"));

  g_assert_nonnull (strstr (adw_alert_dialog_get_body (refusal), why));
  adw_dialog_force_close (ADW_DIALOG (refusal));
}

/* Stages that were not on show take no deals in; what was chosen stays, but for
 * what led to a stage that is gone. */
static void
test_another_window_publishes (Fixture      *fixture,
                               gconstpointer data)
{
  g_autoptr (Elsewhere) elsewhere = elsewhere_new (fixture->base->path, fixture->process_id);
  g_autoptr (ScVersion) version = sc_store_load_version (fixture->base->store, fixture->process_id,
                                                         SC_VERSION_WANTED_PUBLISHED, NULL);
  const char *gone = sc_version_get_stage (version, 1)->id;
  const char *kept = sc_version_get_stage (version, 2)->id;
  GtkWidget *row;

  load (fixture, "title,stage\nOne,Cold\nTwo,Warm\nThree,Over\n");
  choose (fixture, "Cold", 3);
  choose (fixture, "Warm", 4);
  choose (fixture, "Over", 2 + version->stages->len + 2);
  elsewhere_delete_stage (elsewhere, gone);
  elsewhere_publish (elsewhere);
  click (fixture, "_Import");
  wait_for_refusal (fixture, "published anew meanwhile");
  g_assert_cmpuint (count (fixture, 0), ==, 0);

  row = wait_for (fixture, ADW_TYPE_COMBO_ROW, "title", "Cold");
  g_assert_cmpuint (adw_combo_row_get_selected (ADW_COMBO_ROW (row)), ==, 0);
  row = wait_for (fixture, ADW_TYPE_COMBO_ROW, "title", "Warm");
  g_assert_cmpuint (adw_combo_row_get_selected (ADW_COMBO_ROW (row)), ==, 3);
  wait_for (fixture, ADW_TYPE_BANNER, "title", "It is not known where 1 of 3 rows stands.");

  choose (fixture, "Cold", 2);
  import (fixture);
  g_assert_cmpuint (count_in_stage (fixture, kept), ==, 1);
  g_assert_cmpuint (count (fixture, 1u << SC_DEAL_LOST), ==, 1);
  g_assert_cmpuint (count (fixture, 0), ==, 3);
}

static void
test_the_process_is_deleted (Fixture      *fixture,
                             gconstpointer data)
{
  g_autoptr (Elsewhere) elsewhere = elsewhere_new (fixture->base->path, fixture->process_id);

  load (fixture, "title,stage\nOne,Needs discovery\n");
  elsewhere_delete_process (elsewhere);
  click (fixture, "_Import");
  wait_for_refusal (fixture, "The process is not there any more.");
  wait_for (fixture, SC_TYPE_IMPORT_FORM, NULL, NULL);
  g_assert_cmpuint (count (fixture, 0), ==, 0);
}

int
main (int    argc,
      char **argv)
{
  static const struct {
    const char *path;
    void (*test)(Fixture      *fixture,
                 gconstpointer data);
  } tests[] = {
    { "/importing/dialog/import-and-undo", test_import_and_undo },
    { "/importing/dialog/a-history-is-known", test_a_history_is_known },
    { "/importing/dialog/unknown-deals-of-a-history-are-saved", test_unknown_deals_of_a_history_are_saved },
    { "/importing/dialog/names-are-text", test_names_are_text },
    { "/importing/dialog/dates-are-asked", test_dates_are_asked },
    { "/importing/dialog/decimal-mark-is-asked", test_decimal_mark_is_asked },
    { "/importing/dialog/columns-by-hand", test_columns_by_hand },
    { "/importing/dialog/unknown-stages-are-asked-for", test_unknown_stages_are_asked_for },
    { "/importing/dialog/guesses-are-told", test_guesses_are_told },
    { "/importing/dialog/a-table-without-stages", test_a_table_without_stages },
    { "/importing/dialog/where-closed-deals-stand-is-not-asked", test_where_closed_deals_stand_is_not_asked },
    { "/importing/dialog/readings-are-shown", test_readings_are_shown },
    { "/importing/dialog/what-came-in-is-told", test_what_came_in_is_told },
    { "/importing/dialog/left-out-rows-are-saved", test_left_out_rows_are_saved },
    { "/importing/dialog/refused-rows-are-told", test_refused_rows_are_told },
    { "/importing/dialog/encoding-is-shown", test_encoding_is_shown },
    { "/importing/dialog/encoding-is-asked", test_encoding_is_asked },
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
    g_test_add (tests[i].path, Fixture, NULL, set_up, tests[i].test, tear_down);

  return g_test_run ();
}
