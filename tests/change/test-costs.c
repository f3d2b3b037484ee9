/* SPDX-License-Identifier: GPL-3.0-or-later */

/* What a person does costs no more the more deals there are: no statement of it
 * goes through all rows of a table, which the database counts. */

#include "change/change-fixture.h"
#include "change/sc-import-deals.h"
#include "model/sc-edit.h"

#include <sqlite3.h>

#define N_DEALS 3000
#define MAX_STEPS 500

static GHashTable *costly;

static int
statement_ended_cb (unsigned what,
                    void    *data,
                    void    *statement,
                    void    *time)
{
  int n_steps = sqlite3_stmt_status (statement, SQLITE_STMTSTATUS_FULLSCAN_STEP, 1);

  if (n_steps > MAX_STEPS)
    g_hash_table_add (costly, g_strdup (sqlite3_sql (statement)));

  return 0;
}

static int
connection_opened_cb (sqlite3    *handle,
                      char      **message,
                      const void *functions)
{
  return sqlite3_trace_v2 (handle, SQLITE_TRACE_PROFILE, statement_ended_cb, NULL);
}

static void
assert_cheap (const char *what)
{
  GHashTableIter iter;
  gpointer sql;

  g_hash_table_iter_init (&iter, costly);
  while (g_hash_table_iter_next (&iter, &sql, NULL))
    {
      g_test_message ("%s: %s", what, (char *) sql);
      g_test_fail ();
    }
  g_hash_table_remove_all (costly);
}

static gboolean
next_row (ScImportRow *row,
          gpointer     user_data,
          GError     **error)
{
  guint *n_left = user_data;

  if (*n_left == 0)
    return FALSE;

  (*n_left)--;
  row->title = (char *) "Licences";
  row->company = (char *) "Isdom";
  row->owner = (char *) "Moses Frase";
  row->status = SC_DEAL_OPEN;
  row->value = sc_money_new (100, "EUR");

  return TRUE;
}

static ChangeFixture *
make_large (void)
{
  ChangeFixture *self = change_fixture_new ();
  guint n_left = N_DEALS;
  ScImportCounts counts;

  change_fixture_run (self, sc_command_import_deals (self->process_id, "Import", next_row, &n_left, &counts));
  g_assert_cmpuint (counts.n_added, ==, N_DEALS);
  g_hash_table_remove_all (costly);

  return self;
}

static void
undo_and_redo (ChangeFixture *self,
               const char    *what)
{
  assert_cheap (what);
  change_fixture_run (self, sc_command_undo (SC_CHANGES_OF_WINDOW, NULL));
  assert_cheap ("undo");
  change_fixture_run (self, sc_command_redo (SC_CHANGES_OF_WINDOW, NULL));
  assert_cheap ("redo");
}

static void
do_deals (ChangeFixture *self,
          const char    *what,
          ScCommand     *command)
{
  change_fixture_run (self, command);
  undo_and_redo (self, what);
}

static void
test_deals (void)
{
  g_autoptr (ChangeFixture) self = make_large ();
  gint64 id = change_fixture_add (self, "one", "A");
  gint64 ids[] = { 1, 2, 3 };
  g_autoptr (ScDeal) deal = change_fixture_load (self, id);
  g_autoptr (ScDeal) edited = sc_deal_copy (deal);
  g_autoptr (ScDeal) moved = NULL;
  g_autoptr (ScDeal) lost = NULL;
  g_autoptr (ScDeal) open = NULL;
  ScPayment payment = { .deal_id = id, .amount = sc_money_new (5, "EUR"), .due = sc_clock_today (), .note = (char *) "" };

  undo_and_redo (self, "add");
  g_set_str (&edited->title, "two");
  g_set_str (&edited->company, "Cancity");
  do_deals (self, "edit", sc_command_edit_deal (deal, edited, SC_DEAL_FIELD_TITLE | SC_DEAL_FIELD_COMPANY));
  do_deals (self, "add a payment", sc_command_add_payment (deal, &payment));
  do_deals (self, "plan a step", sc_command_add_activity (deal, "Call", sc_clock_today ()));
  do_deals (self, "move several", sc_command_move_deals (ids, G_N_ELEMENTS (ids), change_fixture_get_stage (self, "C"), NULL));
  moved = change_fixture_load (self, id);
  do_deals (self, "move", sc_command_move_deal (moved, change_fixture_get_stage (self, "B"), 0, NULL));
  lost = change_fixture_load (self, id);
  do_deals (self, "lose", sc_command_lose_deal (lost, "Price"));
  g_clear_pointer (&lost, sc_deal_unref);
  lost = change_fixture_load (self, id);
  do_deals (self, "reopen", sc_command_reopen_deal (lost));
  open = change_fixture_load (self, id);
  do_deals (self, "delete", sc_command_delete_deal (open));
}

/* A small import into a large database. */
static void
test_import (void)
{
  g_autoptr (ChangeFixture) self = make_large ();
  guint n_left = 3;
  ScImportCounts counts;

  change_fixture_run (self, sc_command_import_deals (self->process_id, "Import", next_row, &n_left, &counts));
  undo_and_redo (self, "import");
  change_fixture_check_totals (self);
}

static void
test_views (void)
{
  g_autoptr (ChangeFixture) self = make_large ();
  g_autoptr (ScDealQuery) query = sc_deal_query_new (self->process_id);
  g_autoptr (GPtrArray) totals = sc_store_list_totals (self->store, query, NULL, NULL);
  /* Which deals lack a step, and which were handed over, is told in a pass over those at work. */
  const guint limits[SC_N_DUE_GROUPS] = { 100, 100, 100, 100, 0, 100, 100, 100, 0 };
  g_autoptr (GPtrArray) due = sc_store_list_due (self->store, sc_clock_now (), 0, NULL, limits, NULL, NULL);
  g_autoptr (GPtrArray) newest = NULL;
  g_autoptr (GPtrArray) column = NULL;

  query->order = SC_DEAL_ORDER_NEWEST;
  newest = sc_store_list_deals (self->store, query, 50, NULL, NULL);
  g_assert_cmpuint (newest->len, ==, 50);
  query->order = SC_DEAL_ORDER_BOARD;
  query->statuses = SC_DEAL_STATUSES_STANDING;
  query->stage_id = g_strdup (change_fixture_get_stage (self, "A"));
  column = sc_store_list_deals (self->store, query, 50, NULL, NULL);
  g_assert_cmpuint (column->len, ==, 50);
  assert_cheap ("look");
}

/* Another stage takes the place of B, deals and all; then one comes that the
 * undo has to find a place for. */
static void
test_publishing (void)
{
  g_autoptr (ChangeFixture) self = make_large ();
  gint64 id = change_fixture_add (self, "one", "B");
  g_autoptr (GPtrArray) edits = sc_edits_new ();
  g_autoptr (GHashTable) moves = g_hash_table_new_full (g_str_hash, g_str_equal, g_free, g_free);
  g_autoptr (ScVersion) draft = sc_version_ref (self->version);
  g_autoptr (ScStage) stage = sc_stage_new ("New", SC_KIND_BIT (SC_KIND_OTHER));
  g_autoptr (ScProcess) process = NULL;
  g_autoptr (ScDeal) deal = NULL;
  g_autoptr (ScDeal) away = NULL;
  g_autoptr (ScOutcome) published = NULL;

  g_assert_true (sc_version_do (&draft, edits, sc_edit_remove_stage (draft, change_fixture_get_stage (self, "B")), NULL));
  g_assert_true (sc_version_do (&draft, edits, sc_edit_insert_stage (stage, 1), NULL));
  change_fixture_run (self, sc_command_edit_version (self->process_id, "Edit", edits));
  undo_and_redo (self, "edit");

  g_hash_table_insert (moves, g_strdup (change_fixture_get_stage (self, "B")), g_strdup (stage->id));
  process = sc_store_load_process (self->store, self->process_id, NULL);
  published = sc_command_run (sc_command_publish (process, moves), self->store, NULL, NULL);
  g_assert_nonnull (published);
  assert_cheap ("publish");

  deal = change_fixture_load (self, id);
  change_fixture_run (self, sc_command_move_deal (deal, change_fixture_get_stage (self, "A"), 0, NULL));
  away = change_fixture_load (self, id);
  change_fixture_run (self, sc_command_move_deal (away, stage->id, 0, NULL));
  change_fixture_run (self, sc_command_undo_change (published->change_id));
  assert_cheap ("undo of a publication");
  change_fixture_run (self, sc_command_redo (SC_CHANGES_OF_WINDOW, self->process_id));
  assert_cheap ("redo of a publication");
}

static void
test_processes (void)
{
  g_autoptr (ChangeFixture) self = make_large ();
  g_autoptr (ScProcess) process = sc_store_load_process (self->store, self->process_id, NULL);
  g_autoptr (ScProcess) renamed = NULL;
  const char *const reasons[] = { "Price", NULL };

  change_fixture_run (self, sc_command_set_loss_reasons (process, NULL, reasons));
  undo_and_redo (self, "set loss reasons");
  change_fixture_run (self, sc_command_rename_process (process, "Other"));
  undo_and_redo (self, "rename");
  renamed = sc_store_load_process (self->store, self->process_id, NULL);
  change_fixture_run (self, sc_command_delete_process (renamed, renamed->n_deals));
  undo_and_redo (self, "delete");
}

int
main (int    argc,
      char **argv)
{
  int status;

  g_test_init (&argc, &argv, NULL);
  costly = g_hash_table_new_full (g_str_hash, g_str_equal, g_free, NULL);
  sqlite3_auto_extension ((void (*)(void)) connection_opened_cb);

  g_test_add_func ("/change/costs/deals", test_deals);
  g_test_add_func ("/change/costs/import", test_import);
  g_test_add_func ("/change/costs/views", test_views);
  g_test_add_func ("/change/costs/publishing", test_publishing);
  g_test_add_func ("/change/costs/processes", test_processes);

  status = g_test_run ();
  sqlite3_reset_auto_extension ();
  g_hash_table_unref (costly);

  return status;
}
