/* SPDX-License-Identifier: GPL-3.0-or-later */

/* What a table leaves open is asked, and what was guessed is told. */

#include <glib/gstdio.h>
#include <locale.h>
#include <string.h>

#include "../store/store-fixture.h"
#include "importing/import-fixture.h"
#include "importing/sc-import-form.h"
#include "importing/sc-importing.h"
#include "store/sc-deal-query.h"
#include "widget-test.h"

static void
test_dates_are_asked (ImportFixture *fixture,
                      gconstpointer  data)
{
  ScImportForm *form = import_fixture_load (fixture, "title,stage,created\nOne,Needs discovery,03/04/2026\n");
  g_autoptr (ScDealQuery) query = sc_deal_query_new (fixture->process_id);
  g_autoptr (GPtrArray) deals = NULL;
  g_autofree char *started = NULL;
  AdwActionRow *row;

  g_assert_false (sc_import_form_is_ready (form));
  import_fixture_choose (fixture, "Date Order", 2);
  g_assert_true (sc_import_form_is_ready (form));
  row = ADW_ACTION_ROW (import_fixture_find_in_window (fixture, ADW_TYPE_COMBO_ROW, "title", "Date Order"));
  g_assert_nonnull (strstr (adw_action_row_get_subtitle (row), "3 April 2026"));
  import_fixture_import (fixture);

  deals = sc_store_list_deals (fixture->base->store, query, 0, NULL, NULL);
  g_assert_cmpuint (deals->len, ==, 1);
  started = sc_date_to_string (((ScDeal *) deals->pdata[0])->started);
  g_assert_cmpstr (started, ==, "2026-04-03");
}

static void
test_decimal_mark_is_asked (ImportFixture *fixture,
                            gconstpointer  data)
{
  ScImportForm *form = import_fixture_load (fixture, "title,stage,amount,currency\nOne,Needs discovery,\"950,000\",KWD\n");
  g_autoptr (ScDealQuery) query = sc_deal_query_new (fixture->process_id);
  g_autoptr (GPtrArray) deals = NULL;
  GtkWidget *row;

  g_assert_false (sc_import_form_is_ready (form));
  row = import_fixture_find_in_window (fixture, ADW_TYPE_COMBO_ROW, "title", "Decimal Mark");
  g_assert_cmpstr (adw_action_row_get_subtitle (ADW_ACTION_ROW (row)), ==, "950,000");
  import_fixture_choose (fixture, "Decimal Mark", SC_DECIMAL_MARK_COMMA);
  g_assert_true (sc_import_form_is_ready (form));
  g_assert_nonnull (strstr (adw_action_row_get_subtitle (ADW_ACTION_ROW (row)), "950,000 is KWD"));
  import_fixture_import (fixture);

  deals = sc_store_list_deals (fixture->base->store, query, 0, NULL, NULL);
  g_assert_cmpuint (deals->len, ==, 1);
  g_assert_cmpint (((ScDeal *) deals->pdata[0])->value.minor, ==, 950000);
}

static void
test_columns_by_hand (ImportFixture *fixture,
                      gconstpointer  data)
{
  ScImportForm *form = import_fixture_load (fixture, "x,y\nOne,Talk\nTwo,Talk\n");

  g_assert_false (sc_import_form_is_ready (form));
  import_fixture_choose (fixture, "x", SC_IMPORT_TITLE + 1);
  /* Nobody has said yet where they stand. */
  g_assert_false (sc_import_form_is_ready (form));
  import_fixture_choose (fixture, "y", SC_IMPORT_STAGE + 1);
  import_fixture_choose (fixture, "Talk", 4);
  g_assert_true (sc_import_form_is_ready (form));
  import_fixture_import (fixture);
  g_assert_cmpuint (import_fixture_count (fixture, 1u << SC_DEAL_OPEN), ==, 2);
}

static void
check_subtitle (ImportFixture *fixture,
                const char    *title,
                const char    *subtitle)
{
  GtkWidget *row = import_fixture_wait_for (fixture, ADW_TYPE_COMBO_ROW, "title", title);

  g_assert_cmpstr (adw_action_row_get_subtitle (ADW_ACTION_ROW (row)), ==, subtitle);
}

/* What nobody knows is asked for, with the way to it; what would be missed is said
 * before. */
static void
test_unknown_stages_are_asked_for (ImportFixture *fixture,
                                   gconstpointer  data)
{
  ScImportForm *form = import_fixture_load (fixture, "title,stage\nOne,Warm\nTwo,Needs discovery\nThree,Warm\nFour,Blue\nFive,\n");
  GtkWidget *banner = import_fixture_wait_for (fixture, ADW_TYPE_BANNER, "title", "The stages of 4 of 5 rows are not known.");
  GtkWidget *warm = import_fixture_wait_for (fixture, ADW_TYPE_COMBO_ROW, "title", "Warm");
  GtkWidget *blue = import_fixture_wait_for (fixture, ADW_TYPE_COMBO_ROW, "title", "Blue");
  GtkWidget *import_button = import_fixture_wait_for (fixture, GTK_TYPE_BUTTON, "label", "_Import");

  g_assert_false (sc_import_form_is_ready (form));
  g_assert_false (gtk_widget_get_sensitive (import_button));
  g_assert_cmpstr (gtk_widget_get_tooltip_text (import_button), ==, "Choose the stages of the deals.");
  /* What has to be answered has the focus. */
  wait_until (gtk_widget_get_state_flags (warm) & GTK_STATE_FLAG_FOCUSED);

  import_fixture_choose (fixture, "Warm", 2);
  g_assert_cmpstr (adw_banner_get_title (ADW_BANNER (banner)), ==, "The stages of 2 of 5 rows are not known.");
  g_signal_emit_by_name (banner, "button-clicked");
  g_assert_true (gtk_widget_get_state_flags (blue) & GTK_STATE_FLAG_FOCUSED);

  import_fixture_click (fixture, "_Skip the Rest");
  g_assert_cmpstr (adw_banner_get_title (ADW_BANNER (banner)), ==, "2 of 5 rows will be skipped.");
  g_assert_true (adw_banner_get_revealed (ADW_BANNER (banner)));
  g_assert_true (sc_import_form_is_ready (form));
  g_assert_null (gtk_widget_get_tooltip_text (import_button));
  import_fixture_import (fixture);
  g_assert_cmpuint (import_fixture_count (fixture, 1u << SC_DEAL_OPEN), ==, 3);
}

/* A guess says that it is one, until somebody chooses. */
static void
test_guesses_are_told (ImportFixture *fixture,
                       gconstpointer  data)
{
  ScImportForm *form = import_fixture_load (fixture, "title,stage,what\nOne,Presentation to the buyer,x\nTwo,Needs discovery,y\n");

  g_assert_true (sc_import_form_is_ready (form));
  check_subtitle (fixture, "title", "Guessed:\nOne");
  check_subtitle (fixture, "what", "x");
  check_subtitle (fixture, "Presentation to the buyer", "1 row · guessed");
  check_subtitle (fixture, "Needs discovery", "1 row");

  import_fixture_choose (fixture, "title", SC_IMPORT_COMPANY + 1);
  import_fixture_choose (fixture, "Presentation to the buyer", 2);
  check_subtitle (fixture, "title", "One");
  check_subtitle (fixture, "Presentation to the buyer", "1 row");
}

static const char *
get_first_stage (ImportFixture *fixture,
                 char           id[37])
{
  g_autoptr (ScVersion) version = sc_store_load_version (fixture->base->store, fixture->process_id,
                                                         SC_VERSION_WANTED_PUBLISHED, NULL);

  g_strlcpy (id, sc_version_get_stage (version, 0)->id, 37);

  return id;
}

static gboolean
is_in_view (GtkWidget *widget)
{
  GtkWidget *pane = gtk_widget_get_ancestor (widget, GTK_TYPE_SCROLLED_WINDOW);
  graphene_rect_t place;

  return gtk_widget_compute_bounds (widget, pane, &place) && place.origin.y >= 0
         && place.origin.y + place.size.height <= (float) gtk_widget_get_height (pane);
}

/* What is asked has the focus, and is seen, however much stands above it. */
static void
test_what_is_asked_is_in_view (ImportFixture *fixture,
                               gconstpointer  data)
{
  GtkWidget *row;

  import_fixture_load (fixture, "id,title,stage,company,person,phone,email,owner,source,label,note,next_step,contacts\n"
                       "1,One,Nowhere,,,,,,,,,,\n");
  row = import_fixture_wait_for (fixture, ADW_TYPE_COMBO_ROW, "title", "Nowhere");
  wait_until (gtk_root_get_focus (GTK_ROOT (fixture->window)) == row && is_in_view (row));
}

/* No first stage is taken in silence, and lost deals are said to be lost nowhere. */
static void
test_a_table_without_stages (ImportFixture *fixture,
                             gconstpointer  data)
{
  ScImportForm *form = import_fixture_load (fixture, "title,status\nOne,open\nTwo,won\nThree,open\n");
  g_autoptr (ScVersion) version = sc_store_load_version (fixture->base->store, fixture->process_id,
                                                         SC_VERSION_WANTED_PUBLISHED, NULL);
  char first[37];

  g_assert_false (sc_import_form_is_ready (form));
  import_fixture_choose (fixture, "Deals That Are Open", 2 + 1);
  g_assert_true (sc_import_form_is_ready (form));
  import_fixture_import (fixture);
  g_assert_cmpuint (import_fixture_count_in_stage (fixture, sc_version_get_stage (version, 1)->id), ==, 2);
  g_assert_cmpuint (import_fixture_count_in_stage (fixture, get_first_stage (fixture, first)), ==, 0);
  g_assert_cmpuint (import_fixture_count (fixture, 1u << SC_DEAL_WON), ==, 1);
}

/* Beside what is read stands what it was read from. */
static void
test_readings_are_shown (ImportFixture *fixture,
                         gconstpointer  data)
{
  import_fixture_load (fixture, "title,stage,value,currency,created\nOne,Needs discovery,\"1.250,50\",USD,2026-04-03\n");
  import_fixture_check_row (fixture, "One", "Needs discovery · Open · $1,250.50 (1.250,50) · from 3 April 2026 (2026-04-03)");
}

/* What is to be done next and whom the deal is about, too; they come in with it. */
static void
test_steps_are_shown (ImportFixture *fixture,
                      gconstpointer  data)
{
  g_autoptr (ScDealQuery) query = sc_deal_query_new (fixture->process_id);
  g_autoptr (GPtrArray) deals = NULL;

  import_fixture_load (fixture, "title,stage,next_step,next_step_due,next_step_time,contacts\n"
                       "One,Needs discovery,Call,2026-12-24,11:00,\"Ann, decides; Bob\"\n");
  import_fixture_check_row (fixture, "One", "Needs discovery · Open · Call · due 24 December 2026 (2026-12-24) · 11:00 AM · Ann · Bob");
  import_fixture_import (fixture);
  deals = sc_store_list_deals (fixture->base->store, query, 0, NULL, NULL);
  g_assert_cmpuint (deals->len, ==, 1);
  g_assert_cmpstr (((ScDeal *) deals->pdata[0])->next_step, ==, "Call");
  g_assert_cmpstr (((ScDeal *) deals->pdata[0])->person, ==, "Ann");
}

/* The same title as three tables have it that are not UTF-8. */
#define TITLE "Поставка станков"

#define TITLE_AS_KOI8 "оНЯРЮБЙЮ ЯРЮМЙНБ"

#define TITLE_1251 "\xcf\xee\xf1\xf2\xe0\xe2\xea\xe0 \xf1\xf2\xe0\xed\xea\xee\xe2"

#define TITLE_866 "\x8f\xae\xe1\xe2\xa0\xa2\xaa\xa0 \xe1\xe2\xa0\xad\xaa\xae\xa2"

/* What a table tells of its letters is shown, and may be wrong. */
static void
test_encoding_is_shown (ImportFixture *fixture,
                        gconstpointer  data)
{
  ScImportForm *form = import_fixture_load (fixture, "title,stage\n" TITLE_1251 ",Needs discovery\n");
  GtkStringObject *chosen;

  g_assert_true (sc_import_form_is_ready (form));
  chosen = adw_combo_row_get_selected_item (ADW_COMBO_ROW (import_fixture_wait_for (fixture, ADW_TYPE_COMBO_ROW, "title", "Encoding")));
  g_assert_cmpstr (gtk_string_object_get_string (chosen), ==, "windows-1251");
  import_fixture_wait_for (fixture, ADW_TYPE_ACTION_ROW, "title", TITLE);

  import_fixture_choose (fixture, "Encoding", 2);
  import_fixture_wait_for (fixture, ADW_TYPE_ACTION_ROW, "title", TITLE_AS_KOI8);
  import_fixture_choose (fixture, "Encoding", 1);
  import_fixture_wait_for (fixture, ADW_TYPE_ACTION_ROW, "title", TITLE);
  import_fixture_import (fixture);
  g_assert_cmpuint (import_fixture_count (fixture, 0), ==, 1);
}

static void
test_encoding_is_asked (ImportFixture *fixture,
                        gconstpointer  data)
{
  ScImportForm *form = import_fixture_load (fixture, "title,stage\n" TITLE_866 ",Needs discovery\n");

  g_assert_false (sc_import_form_is_ready (form));
  import_fixture_choose (fixture, "Encoding", 4);
  import_fixture_wait_for (fixture, ADW_TYPE_ACTION_ROW, "title", TITLE);
  wait_until (sc_import_form_is_ready (form));
  import_fixture_import (fixture);
  g_assert_cmpuint (import_fixture_count (fixture, 0), ==, 1);
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
    { "/importing/dialog/dates-are-asked", test_dates_are_asked },
    { "/importing/dialog/decimal-mark-is-asked", test_decimal_mark_is_asked },
    { "/importing/dialog/columns-by-hand", test_columns_by_hand },
    { "/importing/dialog/unknown-stages-are-asked-for", test_unknown_stages_are_asked_for },
    { "/importing/dialog/what-is-asked-is-in-view", test_what_is_asked_is_in_view },
    { "/importing/dialog/guesses-are-told", test_guesses_are_told },
    { "/importing/dialog/a-table-without-stages", test_a_table_without_stages },
    { "/importing/dialog/readings-are-shown", test_readings_are_shown },
    { "/importing/dialog/steps-are-shown", test_steps_are_shown },
    { "/importing/dialog/encoding-is-shown", test_encoding_is_shown },
    { "/importing/dialog/encoding-is-asked", test_encoding_is_asked },
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
