/* SPDX-License-Identifier: GPL-3.0-or-later */

#include "change/change-fixture.h"
#include "change/sc-import-deals.h"
#include "store/sc-kept-copies.h"

typedef struct {
  ChangeFixture *fixture;
  guint at;
  guint n_rows;
  guint fails_at;
  gint64 bonus;
  char text[64];
  ScImportBeside beside;
} File;

/* Rows of every sort, the same each time but for the bonus. */
static gboolean
next_row (ScImportRow *row,
          gpointer     user_data,
          GError     **error)
{
  static const ScDealStatus statuses[] = { SC_DEAL_OPEN, SC_DEAL_WON, SC_DEAL_LOST, SC_DEAL_COMPLETED, SC_DEAL_OPEN };
  static const char *const companies[] = { "Isdom", "Cancity", " cancity", NULL };
  File *file = user_data;
  guint i = file->at++;

  if (i == file->n_rows)
    return FALSE;
  if (file->fails_at != 0 && i == file->fails_at)
    {
      g_set_error_literal (error, G_IO_ERROR, G_IO_ERROR_INVALID_DATA, "bad");
      return FALSE;
    }

  g_snprintf (file->text, sizeof file->text, "id-%u", i);
  row->external_id = file->text;
  row->title = (char *) (i % 3 == 0 ? "GTX Pro" : NULL);
  row->company = (char *) companies[i % 4];
  row->person = (char *) (i % 2 == 0 ? "Ann" : NULL);
  row->owner = (char *) "Moses Frase";
  row->status = statuses[i % 5];
  row->stage_id = (char *) (i % 5 == 4 ? change_fixture_get_stage (file->fixture, "C") : NULL);
  row->value = i % 4 == 0 ? (ScMoney) { 0 } : sc_money_new (1000 * i + (i % 7 == 1 ? file->bonus : 0), "USD");
  row->started = i % 6 == 5 ? SC_DATE_NONE : sc_date_new (2016, 10, 20) + i % 100;
  row->closed = row->status == SC_DEAL_OPEN ? SC_DATE_NONE : sc_date_new (2017, 3, 1) + i % 50;

  return TRUE;
}

/* The same with something to do next for each deal, and with two people. */
static gboolean
next_row_with_more (ScImportRow *row,
                    gpointer     user_data,
                    GError     **error)
{
  File *file = user_data;
  guint i = file->at;

  g_clear_pointer (&file->beside.contacts, g_ptr_array_unref);
  if (!next_row (row, user_data, error))
    return FALSE;

  row->next_step = (char *) (i % 7 == 1 && file->bonus != 0 ? "Visit" : "Call");
  row->next_step_due = sc_date_new (2017, 4, 1) + i % 30;
  row->next_step_time = i % 2 == 0 ? sc_day_time_new (11, 30) : SC_DAY_TIME_NONE;
  row->person = (char *) "Ann";
  file->beside.contacts = g_ptr_array_new_with_free_func ((GDestroyNotify) sc_contact_free);
  g_ptr_array_add (file->beside.contacts, sc_contact_new ("Ann", SC_CONTACT_PART_DECIDES, NULL, NULL));
  g_ptr_array_add (file->beside.contacts,
                   sc_contact_new ("Bob", i % 11 == 1 && file->bonus != 0 ? SC_CONTACT_PART_USES : SC_CONTACT_PART_PAYS, NULL, NULL));

  return TRUE;
}

static ScImportCounts
import_file (ChangeFixture *self,
             File          *file,
             ScImportNext   next)
{
  ScImportCounts counts;

  change_fixture_run (self, sc_command_import_deals_with_more (self->process_id, "Import", next, NULL, file, &file->beside, FALSE, &counts));
  change_fixture_check_totals (self);

  return counts;
}

static ScImportCounts
import (ChangeFixture *self,
        guint          n_rows,
        gint64         bonus)
{
  File file = { .fixture = self, .n_rows = n_rows, .bonus = bonus };

  return import_file (self, &file, next_row);
}

static ScImportCounts
import_with_more (ChangeFixture *self,
                  guint          n_rows,
                  gint64         bonus)
{
  File file = { .fixture = self, .n_rows = n_rows, .bonus = bonus };

  return import_file (self, &file, next_row_with_more);
}

static void
test_twice (void)
{
  g_autoptr (ChangeFixture) self = change_fixture_new ();
  ScImportCounts first = import (self, 200, 0);
  g_autofree char *dump = store_fixture_dump (self->base);
  ScImportCounts second = import (self, 200, 0);
  ScImportCounts third;

  g_assert_cmpuint (first.n_added, ==, 200);
  g_assert_cmpuint (second.n_added + second.n_updated, ==, 0);
  g_assert_cmpuint (second.n_unchanged, ==, 200);
  store_fixture_assert_dump (self->base, dump);

  third = import (self, 210, 5);
  g_assert_cmpuint (third.n_added, ==, 10);
  g_assert_cmpuint (third.n_updated, >, 10);
  g_assert_cmpuint (third.n_added + third.n_updated + third.n_unchanged, ==, 210);

  change_fixture_run (self, sc_command_undo (SC_CHANGES_OF_WINDOW, NULL));
  change_fixture_check_totals (self);
  store_fixture_assert_dump (self->base, dump);
}

static ScDeal *
find_deal (ChangeFixture *self,
           const char    *external_id)
{
  g_autoptr (ScDealQuery) query = sc_deal_query_new (self->process_id);
  g_autoptr (GPtrArray) deals = sc_store_list_deals (self->store, query, 0, NULL, NULL);

  for (guint i = 0; i < deals->len; i++)
    {
      ScDeal *deal = deals->pdata[i];

      if (g_strcmp0 (deal->external_id, external_id) == 0)
        return sc_deal_ref (deal);
    }
  g_assert_not_reached ();
}

static guint
count_totals (GPtrArray   *totals,
              const char  *stage_id,
              ScDealStatus status)
{
  guint n_deals = 0;

  for (guint i = 0; i < totals->len; i++)
    {
      ScStageTotal *total = totals->pdata[i];

      if (total->status == status && g_str_equal (total->stage_id, stage_id))
        n_deals += total->n_deals;
    }

  return n_deals;
}

/* Deals stand where their status says, and their histories tell when they began and
 * ended; where they stood before nobody knows, nor since when they stand there. */
static void
test_history (void)
{
  g_autoptr (ChangeFixture) self = change_fixture_new ();
  g_autoptr (ScDeal) won = NULL;
  g_autoptr (ScDeal) lost = NULL;
  g_autoptr (ScDeal) open = NULL;
  ScInstant summer = sc_date_to_instant (sc_date_new (2017, 7, 1));
  g_autoptr (GPtrArray) before = NULL;
  g_autoptr (GPtrArray) between = NULL;
  g_autoptr (GPtrArray) now = NULL;

  import (self, 100, 0);
  won = find_deal (self, "id-1");
  g_assert_cmpint (won->status, ==, SC_DEAL_WON);
  g_assert_cmpstr (won->stage_id, ==, change_fixture_get_stage (self, "E"));
  g_assert_cmpuint (won->closed, ==, sc_date_new (2017, 3, 2));
  g_assert_cmpstr (won->company, ==, "Cancity");
  g_assert_cmpint (won->entered_at, ==, SC_INSTANT_NONE);
  lost = find_deal (self, "id-2");
  g_assert_cmpint (lost->status, ==, SC_DEAL_LOST);
  g_assert_cmpstr (lost->company, ==, "Cancity");
  open = find_deal (self, "id-4");
  g_assert_cmpstr (open->stage_id, ==, change_fixture_get_stage (self, "C"));
  g_assert_cmpint (open->entered_at, ==, SC_INSTANT_NONE);

  before = sc_store_list_totals_at (self->store, self->process_id, sc_date_to_instant (sc_date_new (2016, 10, 1)), NULL);
  g_assert_cmpuint (before->len, ==, 0);
  between = sc_store_list_totals_at (self->store, self->process_id, summer, NULL);
  g_assert_cmpuint (count_totals (between, "", SC_DEAL_OPEN), ==, 33);
  g_assert_cmpuint (count_totals (between, "", SC_DEAL_WON), ==, 20);
  now = sc_store_list_totals_at (self->store, self->process_id, sc_clock_now () + G_TIME_SPAN_DAY, NULL);
  g_assert_cmpuint (count_totals (now, change_fixture_get_stage (self, "C"), SC_DEAL_OPEN), ==, 20);
  g_assert_cmpuint (count_totals (now, change_fixture_get_stage (self, "E"), SC_DEAL_WON), ==, 20);
  g_assert_cmpuint (count_totals (now, "", SC_DEAL_OPEN), ==, 0);
}

static void
test_failing (void)
{
  g_autoptr (ChangeFixture) self = change_fixture_new ();
  g_autofree char *dump = store_fixture_dump (self->base);
  File file = { .fixture = self, .n_rows = 100, .fails_at = 70 };
  ScImportCounts counts;
  g_autoptr (GCancellable) cancellable = g_cancellable_new ();
  g_autoptr (GError) error = NULL;
  g_autoptr (ScOutcome) outcome = NULL;

  change_fixture_refuse (self, sc_command_import_deals (self->process_id, "Import", next_row, &file, &counts),
                         G_IO_ERROR, G_IO_ERROR_INVALID_DATA);
  store_fixture_assert_dump (self->base, dump);

  g_cancellable_cancel (cancellable);
  file = (File) { .fixture = self, .n_rows = 100 };
  outcome = sc_command_run (sc_command_import_deals (self->process_id, "Import", next_row, &file, &counts),
                            self->store, cancellable, &error);
  g_assert_error (error, G_IO_ERROR, G_IO_ERROR_CANCELLED);
  store_fixture_assert_dump (self->base, dump);
}

/* What a person has changed since stays, and is named. */
static void
test_undo (void)
{
  g_autoptr (ChangeFixture) self = change_fixture_new ();
  g_autofree char *start = store_fixture_dump (self->base);
  g_autofree char *end = NULL;
  g_autoptr (ScDeal) deal = NULL;
  g_autoptr (ScDeal) edited = NULL;
  g_autoptr (ScOutcome) outcome = NULL;
  g_autoptr (ScDealQuery) query = sc_deal_query_new (self->process_id);
  g_autoptr (GPtrArray) companies = NULL;
  gint64 import_change;
  g_autoptr (ScChangeRow) last = NULL;

  import (self, 100, 0);
  end = store_fixture_dump (self->base);
  change_fixture_run (self, sc_command_undo (SC_CHANGES_OF_WINDOW, NULL));
  change_fixture_check_totals (self);
  store_fixture_assert_dump (self->base, start);
  companies = sc_store_list_companies (self->store, "", 10, NULL);
  g_assert_cmpuint (companies->len, ==, 0);
  change_fixture_reopen (self);
  change_fixture_run (self, sc_command_redo (SC_CHANGES_OF_WINDOW, NULL));
  change_fixture_check_totals (self);
  store_fixture_assert_dump (self->base, end);

  last = sc_store_find_undo (self->store, SC_CHANGES_OF_WINDOW, NULL, NULL);
  import_change = last->id;
  deal = find_deal (self, "id-0");
  edited = sc_deal_copy (deal);
  g_set_str (&edited->title, "Changed");
  change_fixture_run (self, sc_command_edit_deal (deal, edited, SC_DEAL_FIELD_TITLE));
  outcome = sc_command_run (sc_command_undo_change (import_change), self->store, NULL, NULL);
  g_assert_nonnull (outcome);
  g_assert_cmpuint (outcome->left_alone->len, ==, 1);
  g_assert_cmpstr (outcome->left_alone->pdata[0], ==, "Changed");
  g_assert_cmpuint (sc_store_count_deals (self->store, query, NULL, NULL), ==, 1);
  change_fixture_check_totals (self);
}

static guint
count_rows (const char *dump,
            const char *table)
{
  g_auto (GStrv) lines = g_strsplit (dump, "\n", -1);
  g_autofree char *prefix = g_strconcat (table, " ", NULL);
  guint n = 0;

  for (guint i = 0; lines[i] != NULL; i++)
    n += g_str_has_prefix (lines[i], prefix);

  return n;
}

/* Of rows of every sort those of deals that stand on the board. */
static guint
count_standing (guint n_rows)
{
  return n_rows / 5 * 3;
}

/* What is to be done next and who is there come and go with the deals that are new, and
 * change with those that are there: never twice. */
static void
test_steps_and_contacts (void)
{
  static const guint sizes[] = { 40, 2100 };

  for (guint i = 0; i < G_N_ELEMENTS (sizes); i++)
    {
      g_autoptr (ChangeFixture) self = change_fixture_new ();
      g_autofree char *start = store_fixture_dump (self->base);
      g_autofree char *first = NULL;
      g_autofree char *second = NULL;
      ScImportCounts counts = import_with_more (self, sizes[i], 0);

      g_assert_cmpuint (counts.n_added, ==, sizes[i]);
      first = store_fixture_dump (self->base);
      g_assert_cmpuint (count_rows (first, "activity"), ==, count_standing (sizes[i]));
      g_assert_cmpuint (count_rows (first, "contact"), ==, 2 * sizes[i]);
      counts = import_with_more (self, sizes[i], 0);
      g_assert_cmpuint (counts.n_unchanged, ==, sizes[i]);
      store_fixture_assert_dump (self->base, first);

      counts = import_with_more (self, sizes[i] + 10, 5);
      g_assert_cmpuint (counts.n_added, ==, 10);
      g_assert_cmpuint (counts.n_updated, >, sizes[i] / 7);
      second = store_fixture_dump (self->base);
      g_assert_cmpuint (count_rows (second, "activity"), ==, count_standing (sizes[i] + 10));
      g_assert_cmpuint (count_rows (second, "contact"), ==, 2 * (sizes[i] + 10));
      counts = import_with_more (self, sizes[i] + 10, 5);
      g_assert_cmpuint (counts.n_unchanged, ==, sizes[i] + 10);

      change_fixture_run (self, sc_command_undo (SC_CHANGES_OF_WINDOW, NULL));
      store_fixture_assert_dump (self->base, first);
      change_fixture_run (self, sc_command_undo (SC_CHANGES_OF_WINDOW, NULL));
      store_fixture_assert_dump (self->base, start);
      for (guint j = 0; j < 2; j++)
        change_fixture_run (self, sc_command_redo (SC_CHANGES_OF_WINDOW, NULL));
      store_fixture_assert_dump (self->base, second);
    }
}

/* Above some thousand rows sums are made at the end: the same sums. What is taken
 * back, or made again, a part at a time is so as a whole. */
static void
test_many (void)
{
  g_autoptr (ChangeFixture) self = change_fixture_new ();
  ScImportCounts counts;
  g_autofree char *start = NULL;
  g_autofree char *first = NULL;
  g_autofree char *second = NULL;

  change_fixture_add (self, "there already", "B");
  start = store_fixture_dump (self->base);
  counts = import (self, 10700, 0);
  g_assert_cmpuint (counts.n_added, ==, 10700);
  counts = import (self, 10700, 0);
  g_assert_cmpuint (counts.n_unchanged, ==, 10700);
  first = store_fixture_dump (self->base);
  counts = import (self, 10800, 5);
  g_assert_cmpuint (counts.n_updated, >, 1000);
  second = store_fixture_dump (self->base);

  change_fixture_run (self, sc_command_undo (SC_CHANGES_OF_WINDOW, NULL));
  store_fixture_assert_dump (self->base, first);
  change_fixture_run (self, sc_command_undo (SC_CHANGES_OF_WINDOW, NULL));
  store_fixture_assert_dump (self->base, start);
  change_fixture_check_totals (self);
  change_fixture_run (self, sc_command_redo (SC_CHANGES_OF_WINDOW, NULL));
  store_fixture_assert_dump (self->base, first);
  change_fixture_run (self, sc_command_redo (SC_CHANGES_OF_WINDOW, NULL));
  store_fixture_assert_dump (self->base, second);
  change_fixture_check_totals (self);
}

typedef struct {
  guint n_left;
  const char *owner;
} Large;

static gboolean
next_large (ScImportRow *row,
            gpointer     user_data,
            GError     **error)
{
  Large *file = user_data;

  if (file->n_left == 0)
    return FALSE;

  file->n_left--;
  row->title = (char *) "Everything";
  row->owner = (char *) file->owner;
  row->status = SC_DEAL_OPEN;
  row->value = sc_money_new (SC_MONEY_MAX, "IDR");

  return TRUE;
}

static ScCommand *
import_large (ChangeFixture *self,
              Large         *file)
{
  static ScImportCounts counts;

  return sc_command_import_deals (self->process_id, "Import", next_large, file, &counts);
}

/* What adds up to more than there are numbers for is refused; what several
 * owners have together can still be looked at. */
static void
test_large_sums (void)
{
  g_autoptr (ChangeFixture) self = change_fixture_new ();
  g_autoptr (ScDealQuery) query = sc_deal_query_new (self->process_id);
  g_autoptr (ScDeal) deal = sc_deal_new ();
  g_autoptr (GError) error = NULL;
  g_autoptr (GPtrArray) totals = NULL;
  g_autoptr (GPtrArray) found = NULL;
  g_autoptr (GPtrArray) past = NULL;

  change_fixture_run (self, import_large (self, &(Large) { 9000, "Ann" }));
  change_fixture_refuse (self, import_large (self, &(Large) { 300, "Ann" }), SC_STORE_ERROR, SC_STORE_ERROR_INVALID);
  change_fixture_refuse (self, import_large (self, &(Large) { 10000, "Bob" }), SC_STORE_ERROR, SC_STORE_ERROR_INVALID);
  change_fixture_run (self, import_large (self, &(Large) { 9223, NULL }));
  deal->process_id = g_strdup (self->process_id);
  deal->title = g_strdup ("More");
  deal->value = sc_money_new (SC_MONEY_MAX, "IDR");
  change_fixture_refuse (self, sc_command_add_deal (deal), SC_STORE_ERROR, SC_STORE_ERROR_INVALID);
  change_fixture_check_totals (self);

  totals = sc_store_list_totals (self->store, query, NULL, &error);
  g_assert_no_error (error);
  g_assert_cmpuint (totals->len, ==, 1);
  g_assert_cmpint (((ScStageTotal *) totals->pdata[0])->sum_minor, ==, SC_MONEY_MAX_SUM);
  query->search = g_strdup ("everything");
  found = sc_store_list_totals (self->store, query, NULL, &error);
  g_assert_no_error (error);
  g_assert_cmpint (((ScStageTotal *) found->pdata[0])->sum_minor, ==, SC_MONEY_MAX_SUM);
  past = sc_store_list_totals_at (self->store, self->process_id, sc_clock_now () + G_TIME_SPAN_DAY, &error);
  g_assert_no_error (error);
  g_assert_cmpint (((ScStageTotal *) past->pdata[0])->sum_minor, ==, SC_MONEY_MAX_SUM);
}

/* What there was before an import can be had again. */
static void
test_copy_is_kept_before (void)
{
  g_autoptr (ChangeFixture) self = change_fixture_new ();
  g_autoptr (GPtrArray) copies = NULL;
  gboolean has_copy_without = FALSE;

  sc_store_start_watching (self->base->store);
  sc_store_start_copying (self->base->store);
  import (self, 20, 0);
  sc_store_finish_copies ();

  copies = sc_kept_copies_list (self->base->path);
  for (guint i = 0; i < copies->len; i++)
    {
      ScKeptCopy *copy = copies->pdata[i];

      sc_kept_copy_count (copy);
      has_copy_without = has_copy_without || (copy->n_processes == 1 && copy->n_open_deals == 0);
    }
  g_assert_true (has_copy_without);

  sc_store_stop_copying (self->base->store, FALSE);
  sc_store_finish_copies ();
}

int
main (int    argc,
      char **argv)
{
  g_test_init (&argc, &argv, NULL);

  g_test_add_func ("/change/import/twice", test_twice);
  g_test_add_func ("/change/import/history", test_history);
  g_test_add_func ("/change/import/failing", test_failing);
  g_test_add_func ("/change/import/undo", test_undo);
  g_test_add_func ("/change/import/steps-and-contacts", test_steps_and_contacts);
  g_test_add_func ("/change/import/many", test_many);
  g_test_add_func ("/change/import/large-sums", test_large_sums);
  g_test_add_func ("/change/import/copy-is-kept-before", test_copy_is_kept_before);

  return g_test_run ();
}
