/* SPDX-License-Identifier: GPL-3.0-or-later */

/* What was deleted comes back as it was, as far as others have left room. */

#include <string.h>

#include "change/change-fixture.h"
#include "model/sc-edit.h"
#include "store/sc-deleted.h"

#define DAY (G_GINT64_CONSTANT (24) * 3600 * G_USEC_PER_SEC)

static void
assert_board (ChangeFixture *self,
              const char    *expected)
{
  g_autofree char *board = change_fixture_show_board (self);

  g_assert_cmpstr (board, ==, expected);
  change_fixture_check_totals (self);
  change_fixture_check_statuses (self);
}

static void
delete_deal (ChangeFixture *self,
             gint64         deal_id)
{
  g_autoptr (ScDeal) deal = change_fixture_load (self, deal_id);

  change_fixture_run (self, sc_command_delete_deal (deal));
}

static ScDeal *
load_deleted (ChangeFixture *self,
              gint64         deal_id)
{
  g_autoptr (GError) error = NULL;
  ScDeal *deal = sc_store_load_deleted_deal (self->store, deal_id, &error);

  g_assert_no_error (error);
  g_assert_cmpint (deal->deleted_at, !=, 0);
  g_assert_nonnull (deal->deleted_by);

  return deal;
}

static ScOutcome *
run (ChangeFixture *self,
     ScCommand     *command)
{
  g_autoptr (GError) error = NULL;
  ScOutcome *outcome = sc_command_run (command, self->store, NULL, &error);

  g_assert_no_error (error);

  return outcome;
}

static ScOutcome *
undelete (ChangeFixture *self,
          gint64         deal_id,
          const char    *stage)
{
  g_autoptr (ScDeal) deal = load_deleted (self, deal_id);

  return run (self, sc_command_undelete_deal (deal, stage != NULL ? change_fixture_get_stage (self, stage) : NULL));
}

static GPtrArray *
list (ChangeFixture *self,
      const char    *search,
      gint64         change_id)
{
  g_autoptr (GError) error = NULL;
  GPtrArray *deletions = sc_store_list_deletions (self->store, search, change_id, 100, NULL, &error);

  g_assert_no_error (error);

  return deletions;
}

static void
assert_listed (ChangeFixture *self,
               guint          n)
{
  g_autoptr (GPtrArray) deletions = list (self, NULL, 0);

  g_assert_cmpuint (deletions->len, ==, n);
}

static void
test_a_deal_comes_back_where_it_stood (void)
{
  g_autoptr (ChangeFixture) self = change_fixture_new ();
  gint64 ids[] = { change_fixture_add (self, "three", "A"), change_fixture_add (self, "two", "A"),
                   change_fixture_add (self, "one", "A") };
  g_autoptr (ScOutcome) back = NULL;
  g_autoptr (ScOutcome) undone = NULL;

  delete_deal (self, ids[1]);
  assert_board (self, "A: one three");
  back = undelete (self, ids[1], NULL);
  g_assert_cmpuint (back->notices->len, ==, 0);
  assert_board (self, "A: one two three");
  assert_listed (self, 0);

  /* It is a change like any other. */
  undone = run (self, sc_command_undo (SC_CHANGES_OF_WINDOW, NULL));
  g_assert_cmpuint (undone->left_alone->len, ==, 0);
  assert_board (self, "A: one three");
  assert_listed (self, 1);
  change_fixture_run (self, sc_command_redo (SC_CHANGES_OF_WINDOW, NULL));
  assert_board (self, "A: one two three");
  change_fixture_run (self, sc_command_undo (SC_CHANGES_OF_WINDOW, NULL));
  change_fixture_run (self, sc_command_undo (SC_CHANGES_OF_WINDOW, NULL));
  assert_board (self, "A: one two three");
}

static void
test_it_comes_back_once (void)
{
  g_autoptr (ChangeFixture) self = change_fixture_new ();
  gint64 id = change_fixture_add (self, "deal", "A");
  g_autoptr (ScDeal) deleted = NULL;
  g_autoptr (ScOutcome) back = NULL;

  delete_deal (self, id);
  deleted = load_deleted (self, id);
  back = undelete (self, id, NULL);
  change_fixture_refuse (self, sc_command_undelete_deal (deleted, NULL), SC_STORE_ERROR, SC_STORE_ERROR_NOT_FOUND);
  assert_board (self, "A: deal");
}

static void
test_several_at_once (void)
{
  g_autoptr (ChangeFixture) self = change_fixture_new ();
  gint64 ids[] = { change_fixture_add (self, "c", "B"), change_fixture_add (self, "b", "A"), change_fixture_add (self, "a", "A") };
  g_autoptr (GPtrArray) together = NULL;
  g_autoptr (GPtrArray) each = NULL;
  g_autoptr (GPtrArray) found = NULL;
  g_autoptr (GArray) all = NULL;
  const ScDeletion *deletion;

  change_fixture_run (self, sc_command_delete_deals (ids, 3));
  each = list (self, NULL, 0);
  found = list (self, "B", 0);
  deletion = each->pdata[0];
  g_assert_cmpuint (each->len, ==, 1);
  g_assert_cmpuint (deletion->n_deals, ==, 3);
  g_assert_cmpstr (deletion->process_name, ==, "Sales");
  g_assert_cmpuint (found->len, ==, 1);
  together = list (self, NULL, deletion->change_id);
  g_assert_cmpuint (together->len, ==, 3);
  all = sc_store_list_deleted_with (self->store, deletion->change_id, NULL);
  g_assert_cmpuint (all->len, ==, 3);

  assert_board (self, "");
  change_fixture_run (self, sc_command_undelete_deals ((gint64 *) (gpointer) all->data, all->len, NULL));
  assert_board (self, "A: a b; B: c");
  assert_listed (self, 0);
  change_fixture_run (self, sc_command_undo (SC_CHANGES_OF_WINDOW, NULL));
  assert_board (self, "");
  assert_listed (self, 1);

  /* All that are left of them. */
  {
    g_autoptr (ScOutcome) one = undelete (self, ids[1], NULL);
    g_autoptr (ScOutcome) rest = run (self, sc_command_undelete_deals_of (deletion->change_id, NULL));

    g_assert_cmpstr (rest->name, ==, "Restore 2 deals");
  }
  assert_board (self, "A: a b; B: c");
  change_fixture_refuse (self, sc_command_undelete_deals_of (deletion->change_id, NULL), SC_STORE_ERROR,
                         SC_STORE_ERROR_NOT_FOUND);
}

/* A new version without a stage. */
static void
publish_without (ChangeFixture *self,
                 const char    *stage,
                 const char    *mark)
{
  g_autoptr (ScVersion) version = sc_store_load_version (self->store, self->process_id, SC_VERSION_WANTED_CURRENT, NULL);
  g_autoptr (GPtrArray) edits = sc_edits_new ();
  const char *marked = change_fixture_get_stage (self, mark);

  if (stage != NULL)
    g_assert_true (sc_version_do (&version, edits, sc_edit_remove_stage (version, change_fixture_get_stage (self, stage)), NULL));
  g_assert_true (sc_version_do (&version, edits, sc_edit_set_mark (version, marked), NULL));
  change_fixture_run (self, sc_command_edit_version (self->process_id, "Edit", edits));
  change_fixture_publish (self);
}

static void
test_where_the_mark_has_moved (void)
{
  g_autoptr (ChangeFixture) self = change_fixture_new ();
  gint64 open = change_fixture_add (self, "open", "C");
  gint64 stays = change_fixture_add (self, "stays", "A");
  g_autoptr (ScOutcome) back = NULL;
  g_autoptr (ScOutcome) other = NULL;
  g_autoptr (ScDeal) deal = NULL;

  delete_deal (self, open);
  delete_deal (self, stays);
  publish_without (self, NULL, "B");
  back = undelete (self, open, NULL);
  other = undelete (self, stays, NULL);
  assert_board (self, "A: stays; C: open");
  deal = change_fixture_load (self, open);
  g_assert_cmpint (deal->status, ==, SC_DEAL_WON);
  g_assert_cmpuint (deal->closed, ==, sc_clock_today ());
  change_fixture_run (self, sc_command_undo_change (back->change_id));
  assert_board (self, "A: stays");
}

static void
test_where_the_stage_is_gone (void)
{
  g_autoptr (ChangeFixture) self = change_fixture_new ();
  gint64 stood = change_fixture_add (self, "stood", "B");
  gint64 lost = change_fixture_add (self, "lost", "B");
  gint64 there = change_fixture_add (self, "there", "C");
  g_autoptr (ScDeal) deleted = NULL;
  g_autoptr (ScDeal) was_lost = change_fixture_load (self, lost);
  g_autoptr (ScOutcome) back = NULL;
  g_autoptr (ScOutcome) closed = NULL;

  g_assert_cmpint (there, !=, 0);
  change_fixture_run (self, sc_command_lose_deal (was_lost, "Price"));
  delete_deal (self, stood);
  delete_deal (self, lost);
  publish_without (self, "B", "D");

  closed = undelete (self, lost, NULL);
  deleted = load_deleted (self, stood);
  change_fixture_refuse (self, sc_command_undelete_deal (deleted, NULL), SC_STORE_ERROR, SC_STORE_ERROR_NO_PLACE);
  change_fixture_refuse (self, sc_command_undelete_deal (deleted, "nowhere"), SC_STORE_ERROR, SC_STORE_ERROR_NO_PLACE);
  assert_board (self, "C: there");
  back = undelete (self, stood, "C");
  assert_board (self, "C: stood there");
  change_fixture_run (self, sc_command_undo (SC_CHANGES_OF_WINDOW, NULL));
  assert_board (self, "C: there");
  g_clear_pointer (&back, sc_outcome_free);
  back = undelete (self, stood, "E");
  assert_board (self, "C: there; E: stood");
}

static void
test_external_ids (void)
{
  g_autoptr (ChangeFixture) self = change_fixture_new ();
  g_autoptr (ScDeal) deal = sc_deal_new ();
  gint64 first, second;
  g_autoptr (ScOutcome) back = NULL;
  g_autoptr (ScDeal) now = NULL;

  deal->process_id = g_strdup (self->process_id);
  deal->title = g_strdup ("deal");
  deal->external_id = g_strdup ("A-1");
  first = change_fixture_run (self, sc_command_add_deal (deal));
  delete_deal (self, first);
  second = change_fixture_run (self, sc_command_add_deal (deal));
  back = undelete (self, first, NULL);
  g_assert_cmpuint (back->notices->len, ==, 1);
  g_assert_nonnull (strstr (back->notices->pdata[0], "A-1"));
  now = change_fixture_load (self, first);
  g_assert_null (now->external_id);

  /* Taken back, it has its id again, as the tombstone that it was. */
  change_fixture_run (self, sc_command_undo_change (back->change_id));
  delete_deal (self, second);
  g_clear_pointer (&back, sc_outcome_free);
  back = undelete (self, first, NULL);
  g_assert_cmpuint (back->notices->len, ==, 0);
}

static ScProcess *
load_process (ChangeFixture *self)
{
  g_autoptr (GError) error = NULL;
  ScProcess *process = sc_store_load_process (self->store, self->process_id, &error);

  g_assert_no_error (error);

  return process;
}

static void
create (ChangeFixture *self,
        const char    *name)
{
  g_autoptr (ScVersion) version = sc_version_new (SC_LANGUAGE_EN);

  change_fixture_run (self, sc_command_create_process (name, NULL, version, NULL));
}

static void
test_a_process_and_its_deals (void)
{
  g_autoptr (ChangeFixture) self = change_fixture_new ();
  gint64 alone = change_fixture_add (self, "alone", "A");
  gint64 with = change_fixture_add (self, "with", "B");
  g_autoptr (ScProcess) process = NULL;
  g_autoptr (ScProcess) deleted = NULL;
  g_autoptr (ScProcess) renamed = NULL;
  g_autoptr (ScDeal) gone = NULL;
  g_autoptr (ScOutcome) back = NULL;
  g_autoptr (GError) error = NULL;

  delete_deal (self, alone);
  process = load_process (self);
  g_assert_cmpuint (process->n_deals, ==, 1);
  change_fixture_refuse (self, sc_command_delete_process (process, 0), SC_STORE_ERROR, SC_STORE_ERROR_INVALID);
  change_fixture_run (self, sc_command_delete_process (process, process->n_deals));
  assert_listed (self, 2);
  g_assert_null (sc_store_load_deal (self->store, with, NULL));
  gone = load_deleted (self, alone);
  change_fixture_refuse (self, sc_command_undelete_deal (gone, NULL), SC_STORE_ERROR, SC_STORE_ERROR_INVALID);

  create (self, "sales ");
  deleted = sc_store_find_deleted_process (self->store, "SALES", &error);
  g_assert_no_error (error);
  back = run (self, sc_command_undelete_process (deleted));
  g_assert_cmpuint (back->notices->len, ==, 1);
  renamed = load_process (self);
  g_assert_cmpstr (renamed->name, ==, "Sales 2");
  assert_board (self, "B: with");
  assert_listed (self, 1);
  change_fixture_run (self, sc_command_undelete_deal (gone, NULL));
  assert_board (self, "A: alone; B: with");

  /* Taken back, it is deleted as it was. */
  change_fixture_run (self, sc_command_undo (SC_CHANGES_OF_WINDOW, NULL));
  change_fixture_run (self, sc_command_undo_change (back->change_id));
  assert_listed (self, 2);
  change_fixture_check_totals (self);
}

static void
test_several_of_one_name (void)
{
  g_autoptr (ChangeFixture) self = change_fixture_new ();
  g_autoptr (GError) error = NULL;
  g_autoptr (ScProcess) one = NULL;
  g_autoptr (ScProcess) found = NULL;

  for (guint i = 0; i < 2; i++)
    {
      g_autoptr (ScProcess) process = NULL;

      create (self, "Twice");
      process = sc_store_find_process (self->store, "Twice", NULL);
      change_fixture_run (self, sc_command_delete_process (process, 0));
      if (i == 0)
        one = sc_process_ref (process);
    }
  g_assert_null (sc_store_find_deleted_process (self->store, "Twice", &error));
  g_assert_error (error, SC_STORE_ERROR, SC_STORE_ERROR_INVALID);
  g_assert_nonnull (strstr (error->message, one->id));
  found = sc_store_find_deleted_process (self->store, one->id, NULL);
  g_assert_nonnull (found);
}

/* What an undo has taken back a redo makes again; nobody has deleted it. */
static void
test_what_is_undone_is_not_deleted (void)
{
  g_autoptr (ChangeFixture) self = change_fixture_new ();

  change_fixture_add (self, "deal", "A");
  change_fixture_run (self, sc_command_undo (SC_CHANGES_OF_WINDOW, NULL));
  assert_listed (self, 0);
}

/* Deals of a deleted process keep their places, too. */
static void
test_publication_stays_under_deleted_deals (void)
{
  g_autoptr (ChangeFixture) self = change_fixture_new ();
  g_autoptr (ScChangeRow) publication = sc_store_find_undo (self->store, SC_CHANGES_OF_WINDOW, self->process_id, NULL);
  g_autoptr (ScProcess) process = NULL;
  g_autoptr (ScProcess) deleted = NULL;

  change_fixture_add (self, "deal", "A");
  process = load_process (self);
  change_fixture_run (self, sc_command_delete_process (process, process->n_deals));
  change_fixture_refuse (self, sc_command_undo_change (publication->id), SC_STORE_ERROR, SC_STORE_ERROR_CONFLICT);
  deleted = sc_store_find_deleted_process (self->store, self->process_id, NULL);
  change_fixture_run (self, sc_command_undelete_process (deleted));
  assert_board (self, "A: deal");
}

static void
test_for_ninety_days (void)
{
  g_autoptr (ChangeFixture) self = change_fixture_new ();
  ScInstant now = sc_date_to_instant (sc_date_new (2026, 12, 1)) + DAY / 3;
  gint64 id = change_fixture_add (self, "deal", "A");
  g_autoptr (ScProcess) process = NULL;
  g_autoptr (ScDeal) deleted = NULL;

  sc_clock_set (now);
  delete_deal (self, id);
  create (self, "Other");
  process = sc_store_find_process (self->store, "Other", NULL);
  change_fixture_run (self, sc_command_delete_process (process, 0));
  sc_clock_set (now + 90 * DAY);
  assert_listed (self, 2);
  deleted = load_deleted (self, id);
  sc_clock_set (now + 91 * DAY);
  assert_listed (self, 0);
  change_fixture_refuse (self, sc_command_undelete_deal (deleted, NULL), SC_STORE_ERROR, SC_STORE_ERROR_NOT_FOUND);
  sc_clock_set (now + 90 * DAY);
  change_fixture_run (self, sc_command_undelete_deal (deleted, NULL));
  assert_board (self, "A: deal");
  sc_clock_set (0);
}

int
main (int    argc,
      char **argv)
{
  g_test_init (&argc, &argv, NULL);

  g_test_add_func ("/change/deleting/deal", test_a_deal_comes_back_where_it_stood);
  g_test_add_func ("/change/deleting/once", test_it_comes_back_once);
  g_test_add_func ("/change/deleting/several", test_several_at_once);
  g_test_add_func ("/change/deleting/mark-has-moved", test_where_the_mark_has_moved);
  g_test_add_func ("/change/deleting/stage-is-gone", test_where_the_stage_is_gone);
  g_test_add_func ("/change/deleting/external-ids", test_external_ids);
  g_test_add_func ("/change/deleting/process", test_a_process_and_its_deals);
  g_test_add_func ("/change/deleting/several-of-one-name", test_several_of_one_name);
  g_test_add_func ("/change/deleting/undone", test_what_is_undone_is_not_deleted);
  g_test_add_func ("/change/deleting/publication", test_publication_stays_under_deleted_deals);
  g_test_add_func ("/change/deleting/ninety-days", test_for_ninety_days);

  return g_test_run ();
}
