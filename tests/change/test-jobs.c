/* SPDX-License-Identifier: GPL-3.0-or-later */

/* Changes that wait, as for another program that keeps the database locked, are
 * known by name and wait for as long as it takes, unless they are given up. */

#include <sqlite3.h>

#include "change/change-fixture.h"

typedef struct {
  ChangeFixture *base;
  sqlite3 *other;
  gint64 deal_id;
  guint n_done;
  guint n_cancelled;
  guint n_idle;
} Fixture;

static void
idle_cb (Fixture *self)
{
  self->n_idle++;
}

static Fixture *
fixture_new (void)
{
  Fixture *self = g_new0 (Fixture, 1);

  self->base = change_fixture_new ();
  self->deal_id = change_fixture_add (self->base, "Acme", "A");
  g_signal_connect_swapped (self->base->store, "idle", G_CALLBACK (idle_cb), self);
  g_assert_cmpint (sqlite3_open (self->base->base->path, &self->other), ==, SQLITE_OK);
  g_assert_cmpint (sqlite3_exec (self->other, "BEGIN IMMEDIATE", NULL, NULL, NULL), ==, SQLITE_OK);

  return self;
}

static void
release (Fixture *self)
{
  g_assert_cmpint (sqlite3_exec (self->other, "COMMIT", NULL, NULL, NULL), ==, SQLITE_OK);
}

static void
fixture_free (Fixture *self)
{
  sqlite3_close (self->other);
  g_signal_handlers_disconnect_by_data (self->base->store, self);
  change_fixture_free (self->base);
  g_free (self);
}

G_DEFINE_AUTOPTR_CLEANUP_FUNC (Fixture, fixture_free)

static void
done_cb (GObject      *source,
         GAsyncResult *result,
         gpointer      user_data)
{
  Fixture *self = user_data;
  g_autoptr (GError) error = NULL;
  g_autoptr (ScOutcome) outcome = sc_command_run_finish (SC_STORE (source), result, &error);

  /* What follows from it is on its way before it ends. */
  g_assert_false (sc_store_is_idle (SC_STORE (source)));
  if (g_error_matches (error, G_IO_ERROR, G_IO_ERROR_CANCELLED))
    self->n_cancelled++;
  else
    g_assert_no_error (error);
  self->n_done++;
}

static void
delete (Fixture *self)
{
  g_autoptr (ScDeal) deal = change_fixture_load (self->base, self->deal_id);

  sc_command_run_async (sc_command_delete_deal (deal), self->base->store, NULL, done_cb, self);
}

static void
plan (Fixture    *self,
      const char *title)
{
  g_autoptr (ScDeal) deal = change_fixture_load (self->base, self->deal_id);

  sc_command_run_async (sc_command_add_activity (deal, title, SC_DATE_NONE), self->base->store, NULL, done_cb, self);
}

static void
wait_for_end (Fixture *self)
{
  while (!sc_store_is_idle (self->base->store))
    g_main_context_iteration (NULL, TRUE);
}

static void
test_wait_by_name (void)
{
  g_autoptr (Fixture) self = fixture_new ();
  g_autoptr (GPtrArray) jobs = NULL;
  g_autoptr (GPtrArray) steps = NULL;
  g_autoptr (GError) error = NULL;
  const ScJob *job;

  g_assert_true (sc_store_is_idle (self->base->store));
  plan (self, "Call");
  plan (self, "Write");
  g_assert_false (sc_store_is_idle (self->base->store));
  jobs = sc_store_list_jobs (self->base->store);
  g_assert_cmpuint (jobs->len, ==, 2);
  job = jobs->pdata[0];
  g_assert_cmpstr (job->name, ==, "Plan “Call”");
  g_assert_cmpstr (job->process_id, ==, self->base->process_id);
  g_assert_cmpint (job->deal_id, ==, self->deal_id);
  job = jobs->pdata[1];
  g_assert_cmpstr (job->name, ==, "Plan “Write”");

  release (self);
  wait_for_end (self);
  g_assert_cmpuint (self->n_done, ==, 2);
  g_assert_cmpuint (self->n_cancelled, ==, 0);
  g_assert_cmpuint (self->n_idle, ==, 1);
  steps = sc_store_list_activities (self->base->store, self->deal_id, &error);
  g_assert_no_error (error);
  g_assert_cmpuint (steps->len, ==, 2);
}

static void
test_give_up (void)
{
  g_autoptr (Fixture) self = fixture_new ();
  g_autoptr (ScDeal) deal = NULL;

  delete (self);
  plan (self, "Call");
  sc_store_give_up_jobs (self->base->store);
  wait_for_end (self);
  g_assert_cmpuint (self->n_cancelled, ==, 2);
  g_assert_cmpuint (self->n_idle, ==, 1);
  release (self);
  deal = change_fixture_load (self->base, self->deal_id);
  g_assert_cmpstr (deal->title, ==, "Acme");
}

static void
test_edits_lead_to_their_stage (void)
{
  g_autoptr (Fixture) self = fixture_new ();
  g_autoptr (GPtrArray) edits = sc_edits_new ();
  g_autoptr (ScStage) stage = sc_stage_copy (sc_version_get_stage (self->base->version, 1));
  g_autoptr (GPtrArray) jobs = NULL;
  const ScJob *job;

  g_set_str (&stage->name, "Other");
  g_ptr_array_add (edits, sc_edit_replace_stage (self->base->version, stage));
  sc_command_run_async (sc_command_edit_version (self->base->process_id, "Rename", edits), self->base->store, NULL,
                        done_cb, self);
  jobs = sc_store_list_jobs (self->base->store);
  g_assert_cmpuint (jobs->len, ==, 1);
  job = jobs->pdata[0];
  g_assert_cmpstr (job->stage_id, ==, stage->id);
  release (self);
  wait_for_end (self);
}

int
main (int    argc,
      char **argv)
{
  g_test_init (&argc, &argv, NULL);

  g_test_add_func ("/change/jobs/wait-by-name", test_wait_by_name);
  g_test_add_func ("/change/jobs/give-up", test_give_up);
  g_test_add_func ("/change/jobs/lead-to-their-stage", test_edits_lead_to_their_stage);

  return g_test_run ();
}
