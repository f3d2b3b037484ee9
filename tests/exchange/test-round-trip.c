/* SPDX-License-Identifier: GPL-3.0-or-later */

/* A table that deal export writes comes in again as it was, whatever its deals say. */

#include <glib/gstdio.h>
#include <locale.h>
#include <unicode/ucurr.h>

#include "change/change-fixture.h"
#include "change/sc-contact-commands.h"
#include "change/sc-deal-commands.h"
#include "change/sc-undo.h"
#include "exchange/sc-deals-csv.h"
#include "exchange/sc-import-run.h"
#include "how-often.h"
#include "model/sc-edit.h"
#include "model/sc-name.h"
#include "store/sc-contacts.h"
#include "store/sc-deal-criteria.h"
#include "store/sc-own-id.h"

#define N_ADDED 60
#define N_TOLD 40
#define N_DEALS (N_ADDED + N_TOLD)

static const char *const parts[] = {
  "a", "Б", "ё", "\"", "\"\"", ",", ";", "|", "\n", "\r\n", "\t", " ", "  ", "\u00a0", "=1+1", "+7", "-5", "@", "'", "''", "\r", "sep=",
  "שלום", "مرحبا", "\u202e", "😀", "0", "1.5", "2024-01-02", "USD", "Closed Won", "\u200b", "\\", "#",
};

static const char *const stages[] = { "A", "B", "C", "D", "E", "F" };
static const char *const statuses[] = { "open", "won", "lost", "completed", "ended-early" };

typedef struct {
  ChangeFixture *fixture;
  GRand *rand;
  GPtrArray *currencies;
  char *path;
  guint n_added;
  gboolean is_stripped;
} Trip;

static gboolean
flip (Trip *trip)
{
  return g_rand_boolean (trip->rand);
}

static guint
draw (Trip *trip,
      guint n)
{
  return (guint) g_rand_int_range (trip->rand, 0, (gint32) n);
}

/* Half of them begin or end with whatever it is, unless a table's cells could not say it. */
static char *
make_text (Trip *trip)
{
  GString *text = g_string_new (NULL);
  guint n_before = draw (trip, 4), n_behind = draw (trip, 4);

  for (guint i = 0; i < n_before; i++)
    g_string_append (text, parts[draw (trip, G_N_ELEMENTS (parts))]);
  g_string_append_c (text, (char) ('k' + draw (trip, 8)));
  for (guint i = 0; i < n_behind; i++)
    g_string_append (text, parts[draw (trip, G_N_ELEMENTS (parts))]);

  return trip->is_stripped ? sc_text_strip (g_string_free (text, FALSE)) : g_string_free (text, FALSE);
}

static ScDate
make_day (Trip *trip)
{
  return flip (trip) ? SC_DATE_NONE : sc_date_new (2020, 1, 1) + draw (trip, 2000);
}

/* Whoever has the same name may be the same person, so each has another. */
static ScContact *
make_contact (Trip *trip,
              guint number)
{
  g_autofree char *text = make_text (trip);
  g_autofree char *name = g_strdup_printf ("%s%u-%u", text, trip->n_added, number);
  g_autofree char *phone = flip (trip) ? make_text (trip) : NULL;
  g_autofree char *email = flip (trip) ? make_text (trip) : NULL;

  return sc_contact_new (name, draw (trip, SC_N_CONTACT_PARTS), phone, email);
}

static GPtrArray *
make_contacts (Trip *trip)
{
  GPtrArray *contacts = g_ptr_array_new_with_free_func ((GDestroyNotify) sc_contact_free);
  guint n_contacts = draw (trip, 4);

  for (guint i = 0; i < n_contacts; i++)
    g_ptr_array_add (contacts, make_contact (trip, i));

  return contacts;
}

static void
make_step (Trip   *trip,
           ScDeal *deal)
{
  if (flip (trip))
    return;

  deal->next_step = make_text (trip);
  deal->next_step_due = make_day (trip);
  if (deal->next_step_due != SC_DATE_NONE && flip (trip))
    deal->next_step_time = sc_day_time_new (draw (trip, 24), draw (trip, 60));
}

static void
add_deal (Trip *trip)
{
  g_autoptr (ScDeal) deal = sc_deal_new ();
  g_autoptr (GPtrArray) contacts = make_contacts (trip);
  char **texts[] = { &deal->company, &deal->source, &deal->label, &deal->notes };

  deal->process_id = g_strdup (trip->fixture->process_id);
  deal->stage_id = g_strdup (change_fixture_get_stage (trip->fixture, stages[draw (trip, G_N_ELEMENTS (stages))]));
  deal->title = make_text (trip);
  for (guint i = 0; i < G_N_ELEMENTS (texts); i++)
    if (flip (trip))
      {
        g_free (*texts[i]);
        *texts[i] = make_text (trip);
      }
  if (flip (trip))
    deal->value = sc_money_new (g_rand_int (trip->rand), trip->currencies->pdata[draw (trip, trip->currencies->len)]);
  deal->started = make_day (trip);
  deal->expected_close = make_day (trip);
  make_step (trip, deal);
  change_fixture_run (trip->fixture, sc_command_add_deal_with_contacts (deal, contacts));
  trip->n_added++;
}

static void
append_day (GString *table,
            ScDate   day)
{
  g_autofree char *text = sc_date_to_string (day);

  g_string_append_printf (table, ",%s", text != NULL ? text : "");
}

/* A row of a deal whose life a table tells, whatever its stage and its status make of each
 * other, and wherever the client mark is. */
static void
append_told (Trip    *trip,
             GString *table,
             guint    number)
{
  ScDate started = make_day (trip);
  ScDate won_on = flip (trip) ? SC_DATE_NONE : MAX (started, sc_date_new (2020, 1, 1)) + draw (trip, 100);
  ScDate closed = flip (trip) ? SC_DATE_NONE : MAX (MAX (started, won_on), sc_date_new (2020, 1, 1)) + draw (trip, 100);

  g_string_append_printf (table, "told-%u,Told %u,%s,%s", number, number, stages[draw (trip, G_N_ELEMENTS (stages))],
                          statuses[draw (trip, G_N_ELEMENTS (statuses))]);
  append_day (table, started);
  append_day (table, closed);
  append_day (table, won_on);
  append_day (table, flip (trip) ? SC_DATE_NONE : sc_clock_today () - 50 + draw (trip, 100));
  g_string_append_c (table, '\n');
}

/* When a deal was won that ended early, and until when one is parked, is for each its own. */
static void
lose_some (Trip *trip)
{
  g_autoptr (ScDealQuery) query = sc_deal_query_new (trip->fixture->process_id);
  g_autoptr (GError) error = NULL;
  g_autoptr (GPtrArray) deals = sc_store_list_deals (trip->fixture->store, query, 0, NULL, &error);

  g_assert_no_error (error);
  for (guint i = 0; i < deals->len; i++)
    {
      g_autofree char *reason = make_text (trip);

      if (!sc_deal_status_is_standing (((ScDeal *) deals->pdata[i])->status))
        continue;
      if (draw (trip, 3) == 0)
        change_fixture_run (trip->fixture, sc_command_lose_deal (deals->pdata[i], flip (trip) ? reason : NULL));
      else if (draw (trip, 3) == 0)
        change_fixture_run (trip->fixture, sc_command_park_deal (deals->pdata[i], sc_clock_today () + 1 + draw (trip, 100), NULL));
    }
}

typedef struct {
  ChangeFixture *fixture;
  GString *text;
  GHashTable *stage_names;
  gboolean is_raw;
} Table;

static void
append_deal (ScDeal  *deal,
             gpointer user_data)
{
  Table *table = user_data;
  g_autoptr (GError) error = NULL;
  g_autoptr (GPtrArray) criteria = sc_store_list_deal_criteria (table->fixture->store, table->fixture->version, NULL,
                                                                &deal->id, 1, &error);

  g_autoptr (GPtrArray) contacts = sc_store_list_contacts (table->fixture->store, deal, &error);

  g_assert_no_error (error);
  sc_deals_csv_append (table->text, deal, table->stage_names, contacts, criteria, table->is_raw);
}

static void
put_out (Trip    *trip,
         gboolean is_raw)
{
  g_autoptr (ScDealQuery) query = sc_deal_query_new (trip->fixture->process_id);
  g_autoptr (GError) error = NULL;
  g_autoptr (GHashTable) names = sc_store_list_stage_names (trip->fixture->store, trip->fixture->process_id, &error);
  g_autoptr (GString) text = g_string_new (NULL);
  Table table = { trip->fixture, text, names, is_raw };

  query->order = SC_DEAL_ORDER_SCHEME;
  sc_deals_csv_append_headers (text, trip->fixture->version);
  sc_store_each_deal_with_id (trip->fixture->store, query, append_deal, &table, &error);
  g_assert_no_error (error);
  g_file_set_contents (trip->path, text->str, (gssize) text->len, &error);
  g_assert_no_error (error);
}

static ScImportReport *
take_in (Trip    *trip,
         gboolean is_raw)
{
  const ScTableFormat format = { .is_raw = is_raw };
  g_autoptr (GError) error = NULL;
  g_autoptr (ScImportScan) scan = sc_import_scan_new_in_format (trip->path, &format, NULL, NULL, &error);
  g_autoptr (ScImportMapping) mapping = NULL;
  ScImportReport *report;

  g_assert_no_error (error);
  mapping = sc_import_guess_mapping (scan);
  sc_import_mapping_take_orders (mapping, scan, SC_DATE_ORDER_UNKNOWN);
  sc_import_mapping_take_decimal_marks (mapping, scan, SC_DECIMAL_MARK_UNKNOWN);
  g_assert_cmpint (sc_import_mapping_find_unclear (mapping, scan), <, 0);
  g_assert_cmpint (sc_import_mapping_find_unclear_amounts (mapping, scan), <, 0);
  report = sc_import_run (trip->fixture->store, trip->fixture->process_id, trip->fixture->version, trip->path, mapping, FALSE, NULL,
                          NULL, &error);
  g_assert_no_error (error);

  return report;
}

static void
assert_all_unchanged (Trip    *trip,
                      guint    n_deals,
                      gboolean is_raw)
{
  g_autofree char *before = store_fixture_dump (trip->fixture->base);
  g_autoptr (ScImportReport) report = NULL;

  put_out (trip, is_raw);
  report = take_in (trip, is_raw);
  for (guint i = 0; i < report->refusals->len; i++)
    g_test_message ("line %u: %s", ((ScRefusedRow *) report->refusals->pdata[i])->line, ((ScRefusedRow *) report->refusals->pdata[i])->reason);
  g_assert_cmpuint (report->n_read, ==, n_deals);
  g_assert_cmpuint (report->counts.n_unchanged, ==, n_deals);
  store_fixture_assert_dump (trip->fixture->base, before);
}

static void
bring_told (Trip *trip)
{
  g_autoptr (GString) table = g_string_new ("id,title,stage,status,started,closed,won_on,parked_until\n");
  g_autoptr (ScImportReport) report = NULL;
  g_autoptr (GError) error = NULL;

  for (guint i = 0; i < N_TOLD; i++)
    append_told (trip, table, i);
  g_file_set_contents (trip->path, table->str, (gssize) table->len, &error);
  g_assert_no_error (error);
  report = take_in (trip, FALSE);
  g_assert_cmpuint (report->counts.n_added, ==, N_TOLD);
}

static char *
read_table (const char *path)
{
  char *text = NULL;

  g_assert_true (g_file_get_contents (path, &text, NULL, NULL));

  return text;
}

/* Into a database that knows nothing of them the deals come as they were. */
static void
assert_come_anew (Trip    *trip,
                  gboolean is_raw)
{
  ChangeFixture *fixture = trip->fixture;
  g_autoptr (ScImportReport) report = NULL;
  g_autofree char *before = NULL;
  g_autofree char *after = NULL;

  put_out (trip, is_raw);
  before = read_table (trip->path);
  trip->fixture = change_fixture_new ();
  report = take_in (trip, is_raw);
  g_assert_cmpuint (report->counts.n_added, ==, N_DEALS);
  put_out (trip, is_raw);
  after = read_table (trip->path);
  g_assert_cmpstr (after, ==, before);
  change_fixture_free (trip->fixture);
  trip->fixture = fixture;
}

static GPtrArray *
list_currencies (void)
{
  GPtrArray *currencies = g_ptr_array_new_with_free_func (g_free);
  UErrorCode status = U_ZERO_ERROR;
  UEnumeration *all = ucurr_openISOCurrencies (UCURR_ALL, &status);
  const char *currency;

  while ((currency = uenum_next (all, NULL, &status)) != NULL)
    g_ptr_array_add (currencies, g_strdup (currency));
  uenum_close (all);

  return currencies;
}

static void
assert_unchanged_in_both (Trip *trip)
{
  assert_all_unchanged (trip, N_DEALS, FALSE);
  assert_all_unchanged (trip, N_DEALS, TRUE);
}

static void
assert_anew_in_both (Trip *trip)
{
  assert_come_anew (trip, FALSE);
  assert_come_anew (trip, TRUE);
}

/* Databases of random deals, one after the other. */
static void
go (Trip   *trip,
    void ( *check )(Trip *trip))
{
  guint32 seed = g_test_rand_int ();

  g_test_message ("seed %u", seed);
  trip->rand = g_rand_new_with_seed (seed);
  trip->currencies = list_currencies ();
  for (guint round = 0; round < how_often (1); round++)
    {
      trip->fixture = change_fixture_new ();
      trip->path = g_build_filename (trip->fixture->base->folder, "table.csv", NULL);
      trip->n_added = 0;
      for (guint i = 0; i < N_ADDED; i++)
        add_deal (trip);
      bring_told (trip);
      lose_some (trip);
      check (trip);
      g_remove (trip->path);
      g_free (trip->path);
      change_fixture_free (trip->fixture);
    }
  g_ptr_array_unref (trip->currencies);
  g_rand_free (trip->rand);
}

static void
test_exported_tables_come_in_unchanged (void)
{
  Trip trip = { 0 };

  go (&trip, assert_unchanged_in_both);
}

static void
test_exported_tables_come_anew (void)
{
  Trip trip = { .is_stripped = TRUE };

  go (&trip, assert_anew_in_both);
}

static void
publish_edit (ChangeFixture *fixture,
              ScEdit        *edit)
{
  g_autoptr (ScVersion) version = sc_store_load_version (fixture->store, fixture->process_id, SC_VERSION_WANTED_CURRENT, NULL);
  g_autoptr (GPtrArray) edits = sc_edits_new ();

  g_assert_true (sc_version_do (&version, edits, edit, NULL));
  change_fixture_run (fixture, sc_command_edit_version (fixture->process_id, "Edit", edits));
  change_fixture_publish (fixture);
}

static char *
read_first_title (const char *path)
{
  g_autofree char *text = read_table (path);
  g_auto (GStrv) lines = g_strsplit (text, "\n", 3);
  g_auto (GStrv) cells = g_strsplit (lines[1], ",", 3);

  return g_strdup (cells[1]);
}

/* The order of the scheme, whenever its stages were made. */
static void
test_stages_come_in_their_order (void)
{
  Trip trip = { .fixture = change_fixture_new () };
  ChangeFixture *fixture = trip.fixture;
  g_autofree char *before = NULL;
  g_autofree char *after = NULL;

  trip.path = g_build_filename (fixture->base->folder, "table.csv", NULL);
  change_fixture_add (fixture, "Late", "C");
  change_fixture_add (fixture, "Early", "A");
  put_out (&trip, FALSE);
  before = read_first_title (trip.path);
  g_assert_cmpstr (before, ==, "Early");
  publish_edit (fixture, sc_edit_move_stage (fixture->version, change_fixture_get_stage (fixture, "C"), 0));
  put_out (&trip, FALSE);
  after = read_first_title (trip.path);
  g_assert_cmpstr (after, ==, "Late");

  g_remove (trip.path);
  g_free (trip.path);
  change_fixture_free (fixture);
}

static void
close_deal (ChangeFixture *fixture,
            const char    *stage,
            gboolean       is_completed)
{
  g_autoptr (ScDeal) deal = change_fixture_load (fixture, change_fixture_add (fixture, "Deal", stage));

  change_fixture_run (fixture, is_completed ? sc_command_complete_deal (deal, NULL) : sc_command_lose_deal (deal, "Dear"));
}

/* Deals that are over stay as they are wherever the client mark goes, and where their stage
 * is gone; elsewhere nobody knows that stage. */
static void
test_deals_that_are_over_stay_in_their_stages (void)
{
  Trip trip = { .fixture = change_fixture_new () };
  ChangeFixture *fixture = trip.fixture;
  g_autoptr (ScImportReport) report = NULL;

  trip.path = g_build_filename (fixture->base->folder, "table.csv", NULL);
  close_deal (fixture, "A", FALSE);
  close_deal (fixture, "A", TRUE);
  close_deal (fixture, "C", FALSE);
  close_deal (fixture, "F", FALSE);
  assert_all_unchanged (&trip, 4, FALSE);
  publish_edit (fixture, sc_edit_set_mark (fixture->version, change_fixture_get_stage (fixture, "B")));
  assert_all_unchanged (&trip, 4, FALSE);
  publish_edit (fixture, sc_edit_set_mark (fixture->version, change_fixture_get_stage (fixture, "F")));
  assert_all_unchanged (&trip, 4, FALSE);
  publish_edit (fixture, sc_edit_remove_stage (fixture->version, change_fixture_get_stage (fixture, "A")));
  assert_all_unchanged (&trip, 4, FALSE);

  trip.fixture = change_fixture_new ();
  publish_edit (trip.fixture, sc_edit_remove_stage (trip.fixture->version, change_fixture_get_stage (trip.fixture, "A")));
  report = take_in (&trip, FALSE);
  g_assert_cmpuint (report->counts.n_added, ==, 2);
  g_assert_cmpuint (report->n_refused, ==, 2);

  change_fixture_free (trip.fixture);
  g_remove (trip.path);
  g_free (trip.path);
  change_fixture_free (fixture);
}

/* In each currency an amount whose decimals can't be cut off, and one of which they can. */
static void
add_amounts (Trip    *trip,
             GString *table)
{
  g_string_append (table, "id,Deal Name,Deal Stage,Amount,Currency\n");
  for (guint i = 0; i < trip->currencies->len; i++)
    for (guint j = 0; j < 2; j++)
      {
        const char *currency = trip->currencies->pdata[i];
        g_autofree char *plain = sc_money_to_plain (sc_money_new (j == 0 ? 1234567 : 950000, currency));

        g_string_append_printf (table, "%u-%u,%s,A,%s,%s\n", i, j, currency, plain, currency);
      }
}

static void
test_amounts_of_each_currency_come_in_unchanged (void)
{
  Trip trip = { .fixture = change_fixture_new (), .currencies = list_currencies () };
  g_autoptr (GString) table = g_string_new (NULL);
  g_autoptr (ScImportReport) report = NULL;
  g_autoptr (GError) error = NULL;

  trip.path = g_build_filename (trip.fixture->base->folder, "table.csv", NULL);
  add_amounts (&trip, table);
  g_file_set_contents (trip.path, table->str, (gssize) table->len, &error);
  g_assert_no_error (error);
  report = take_in (&trip, FALSE);
  g_assert_cmpuint (report->n_refused, ==, 0);
  g_assert_cmpuint (report->counts.n_added, ==, trip.currencies->len * 2);
  assert_all_unchanged (&trip, trip.currencies->len * 2, FALSE);

  g_remove (trip.path);
  g_free (trip.path);
  change_fixture_free (trip.fixture);
  g_ptr_array_unref (trip.currencies);
}

int
main (int    argc,
      char **argv)
{
  setlocale (LC_ALL, "");
  g_test_init (&argc, &argv, NULL);

  g_test_add_func ("/exchange/round-trip/each-currency", test_amounts_of_each_currency_come_in_unchanged);
  g_test_add_func ("/exchange/round-trip/exported-tables", test_exported_tables_come_in_unchanged);
  g_test_add_func ("/exchange/round-trip/other-database", test_exported_tables_come_anew);
  g_test_add_func ("/exchange/round-trip/other-versions", test_deals_that_are_over_stay_in_their_stages);
  g_test_add_func ("/exchange/round-trip/order", test_stages_come_in_their_order);

  return g_test_run ();
}
