/* SPDX-License-Identifier: GPL-3.0-or-later */

/* What is made up to try things out goes away again, and comes back. */

#include "change/change-fixture.h"
#include "change/sc-add-sample.h"
#include "model/sc-new-ids.h"

#define N_DEALS 40

static ScCommand *
make_command (ChangeFixture *self,
              const char    *id)
{
  g_autoptr (ScVersion) first = sc_version_duplicate (self->version);
  g_autoptr (ScVersion) second = sc_version_duplicate (self->version);
  const ScSampleProcess processes[] = {
    { .id = id, .name = "Sample", .version = first, .share = 2 },
    { .name = "Other", .version = second, .share = 1 },
  };

  return sc_command_add_sample (processes, G_N_ELEMENTS (processes), N_DEALS, 1);
}

static void
assert_has (ChangeFixture *self,
            guint          n_processes,
            guint          n_deals)
{
  g_autoptr (GPtrArray) processes = sc_store_list_processes (self->store, SC_PROCESSES_ALL, NULL);
  g_autoptr (GPtrArray) problems = g_ptr_array_new_with_free_func (g_free);
  guint n_found = 0;

  for (guint i = 0; i < processes->len; i++)
    n_found += ((ScProcess *) processes->pdata[i])->n_deals;
  g_assert_cmpuint (processes->len, ==, n_processes);
  g_assert_cmpuint (n_found, ==, n_deals);
  change_fixture_check_totals (self);
  g_assert_true (sc_store_check (self->store, problems, NULL));
}

static void
test_taken_back (void)
{
  g_autoptr (ChangeFixture) self = change_fixture_new ();
  g_autofree char *id = g_uuid_string_random ();
  g_autoptr (GError) error = NULL;
  g_autoptr (ScOutcome) outcome = NULL;

  change_fixture_add (self, "Deal", "A");
  outcome = sc_command_run (make_command (self, id), self->store, NULL, &error);
  g_assert_no_error (error);
  g_assert_cmpstr (outcome->process_id, ==, id);
  assert_has (self, 3, N_DEALS + 1);

  change_fixture_run (self, sc_command_undo (SC_CHANGES_OF_WINDOW, NULL));
  assert_has (self, 1, 1);
  change_fixture_run (self, sc_command_redo (SC_CHANGES_OF_WINDOW, NULL));
  assert_has (self, 3, N_DEALS + 1);
}

/* Half of it is nothing. */
static void
test_cancelled (void)
{
  g_autoptr (ChangeFixture) self = change_fixture_new ();
  g_autoptr (GCancellable) cancellable = g_cancellable_new ();
  g_autoptr (GError) error = NULL;
  g_autoptr (ScOutcome) outcome = NULL;

  g_cancellable_cancel (cancellable);
  outcome = sc_command_run (make_command (self, NULL), self->store, cancellable, &error);
  g_assert_error (error, G_IO_ERROR, G_IO_ERROR_CANCELLED);
  g_assert_null (outcome);
  assert_has (self, 1, 0);
}

int
main (int    argc,
      char **argv)
{
  g_test_init (&argc, &argv, NULL);
  g_test_add_func ("/change/sample/taken-back", test_taken_back);
  g_test_add_func ("/change/sample/cancelled", test_cancelled);

  return g_test_run ();
}
