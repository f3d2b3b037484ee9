/* SPDX-License-Identifier: GPL-3.0-or-later */

/* Who uses the program gets another name by a change like any other. */

#include "change/change-fixture.h"
#include "change/sc-rename-user.h"

static void
assert_called (ChangeFixture *self,
               const char    *name)
{
  g_autofree char *known = sc_store_get_user_name (self->store);

  g_assert_cmpstr (known, ==, name);
}

/* What undo or redo has done, as people read it. */
static void
assert_takes_back (ChangeFixture *self,
                   ScCommand     *command,
                   const char    *name)
{
  g_autoptr (GError) error = NULL;
  g_autoptr (ScOutcome) outcome = sc_command_run (command, self->store, NULL, &error);

  g_assert_no_error (error);
  g_assert_cmpstr (outcome->name, ==, name);
}

static void
test_taken_back (void)
{
  g_autoptr (ChangeFixture) self = change_fixture_new ();
  g_autofree char *before = sc_store_get_user_name (self->store);
  g_autofree char *name = g_strdup_printf ("Rename “%s” to “Anna Orlova”", before);
  gint64 user = sc_store_get_user (self->store);

  change_fixture_run (self, sc_command_rename_user (" Anna Orlova "));
  assert_called (self, "Anna Orlova");
  g_assert_cmpint (sc_store_get_user (self->store), ==, user);

  assert_takes_back (self, sc_command_undo (SC_CHANGES_OF_WINDOW, NULL), name);
  assert_called (self, before);
  assert_takes_back (self, sc_command_redo (SC_CHANGES_OF_WINDOW, NULL), name);
  change_fixture_reopen (self);
  assert_called (self, "Anna Orlova");
}

static void
test_empty_is_the_accounts (void)
{
  g_autoptr (ChangeFixture) self = change_fixture_new ();
  g_autofree char *usual = sc_store_make_user_name ();

  change_fixture_run (self, sc_command_rename_user ("Anna"));
  change_fixture_run (self, sc_command_rename_user (""));
  assert_called (self, usual);
}

static void
test_taken_name_is_refused (void)
{
  g_autoptr (ChangeFixture) self = change_fixture_new ();
  g_autoptr (ScDeal) deal = sc_deal_new ();
  g_autofree char *before = sc_store_get_user_name (self->store);

  deal->process_id = g_strdup (self->process_id);
  deal->title = g_strdup ("Deal");
  deal->owner = g_strdup ("Anna Orlova");
  change_fixture_run (self, sc_command_add_deal (deal));
  change_fixture_refuse (self, sc_command_rename_user ("anna ORLOVA"), SC_STORE_ERROR, SC_STORE_ERROR_EXISTS);
  change_fixture_refuse (self, sc_command_rename_user (" "), SC_STORE_ERROR, SC_STORE_ERROR_INVALID);
  assert_called (self, before);
}

/* Somebody else has got it meanwhile. */
static void
test_old_name_is_taken (void)
{
  g_autoptr (ChangeFixture) self = change_fixture_new ();
  g_autoptr (ScDeal) deal = sc_deal_new ();
  gint64 change_id;

  change_fixture_run (self, sc_command_rename_user ("Anna"));
  change_fixture_run (self, sc_command_rename_user ("Anna Orlova"));
  change_id = change_fixture_find_change (self, "Rename “Anna” to", FALSE);
  deal->process_id = g_strdup (self->process_id);
  deal->title = g_strdup ("Deal");
  deal->owner = g_strdup ("Anna");
  change_fixture_run (self, sc_command_add_deal (deal));
  change_fixture_refuse (self, sc_command_undo_change (change_id), SC_STORE_ERROR, SC_STORE_ERROR_CONFLICT);
  assert_called (self, "Anna Orlova");
}

/* What the program carries over from elsewhere is not what the user did last. */
static void
test_what_follows_is_passed_over (void)
{
  g_autoptr (ChangeFixture) self = change_fixture_new ();

  change_fixture_add (self, "Deal", "A");
  change_fixture_run (self, sc_command_follow_user_name ("Anna Orlova"));
  assert_takes_back (self, sc_command_undo (SC_CHANGES_OF_WINDOW, NULL), "Add “Deal”");
  assert_called (self, "Anna Orlova");
}

int
main (int    argc,
      char **argv)
{
  g_test_init (&argc, &argv, NULL);
  g_test_add_func ("/change/user-name/taken-back", test_taken_back);
  g_test_add_func ("/change/user-name/empty", test_empty_is_the_accounts);
  g_test_add_func ("/change/user-name/taken", test_taken_name_is_refused);
  g_test_add_func ("/change/user-name/old-name-taken", test_old_name_is_taken);
  g_test_add_func ("/change/user-name/follows", test_what_follows_is_passed_over);

  return g_test_run ();
}
