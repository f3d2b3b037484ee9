/* SPDX-License-Identifier: GPL-3.0-or-later */

/* What a rep has ticked of a stage's actions stays with the deal: it is taken back with
 * what made it, and follows where a manager changes the scheme. */

#include "change/change-fixture.h"
#include "model/sc-edit.h"

#define CALL "Call them"
#define WRITE "Write to them"

static void
edit (ChangeFixture *self,
      ScEdit        *first,
      ScEdit        *second)
{
  g_autoptr (GPtrArray) edits = sc_edits_new ();

  g_ptr_array_add (edits, first);
  if (second != NULL)
    g_ptr_array_add (edits, second);
  change_fixture_run (self, sc_command_edit_version (self->process_id, "Edit", edits));
}

static void
say (ChangeFixture     *self,
     const char        *name,
     const char *const *actions)
{
  g_autoptr (ScVersion) version = sc_store_load_version (self->store, self->process_id, SC_VERSION_WANTED_CURRENT, NULL);
  g_autoptr (ScStage) stage = sc_stage_copy (sc_version_find_stage_by_name (version, name, NULL));

  g_strfreev (stage->actions);
  stage->actions = g_strdupv ((GStrv) actions);
  edit (self, sc_edit_replace_stage (version, stage), NULL);
}

/* Stages B and C say what to do. */
static ChangeFixture *
set_up (void)
{
  static const char *const of_b[] = { CALL, WRITE, NULL };
  static const char *const of_c[] = { WRITE, NULL };
  ChangeFixture *self = change_fixture_new ();

  say (self, "B", of_b);
  say (self, "C", of_c);
  change_fixture_publish (self);

  return self;
}

static void
tick (ChangeFixture *self,
      gint64         id,
      const char    *stage,
      const char    *action,
      gboolean       is_ticked)
{
  g_autoptr (ScDeal) deal = change_fixture_load (self, id);

  change_fixture_run (self, sc_command_tick_action (deal, change_fixture_get_stage (self, stage), action, is_ticked));
}

/* What is ticked, as “B: Call them”, in the order that it was. */
static void
assert_ticked (ChangeFixture *self,
               gint64         id,
               const char    *expected)
{
  g_autoptr (GPtrArray) ticks = sc_store_list_action_ticks (self->store, id, NULL);
  g_autoptr (GString) text = g_string_new (NULL);

  for (guint i = 0; i < ticks->len; i++)
    {
      const ScActionTick *row = ticks->pdata[i];
      const ScStage *stage = sc_version_find_stage (self->version, row->stage_id, NULL);

      g_assert_nonnull (row->user);
      g_assert_cmpint (row->ticked_at, >, 0);
      g_string_append_printf (text, "%s%s: %s", text->len > 0 ? ", " : "", stage != NULL ? stage->name : "-", row->action);
    }
  g_assert_cmpstr (text->str, ==, expected);
}

static void
undo (ChangeFixture *self)
{
  change_fixture_run (self, sc_command_undo (SC_CHANGES_OF_WINDOW, NULL));
}

static void
test_ticked_and_taken_back (void)
{
  g_autoptr (ChangeFixture) self = set_up ();
  gint64 id = change_fixture_add (self, "one", "B");
  gint64 other = change_fixture_add (self, "two", "B");
  g_autoptr (ScDeal) deal = change_fixture_load (self, id);

  tick (self, id, "B", CALL, TRUE);
  tick (self, id, "B", WRITE, TRUE);
  tick (self, id, "B", WRITE, TRUE);
  assert_ticked (self, id, "B: " CALL ", B: " WRITE);
  assert_ticked (self, other, "");
  tick (self, id, "B", CALL, FALSE);
  assert_ticked (self, id, "B: " WRITE);
  undo (self);
  assert_ticked (self, id, "B: " CALL ", B: " WRITE);
  change_fixture_reopen (self);
  undo (self);
  assert_ticked (self, id, "B: " CALL);
  change_fixture_run (self, sc_command_redo (SC_CHANGES_OF_WINDOW, NULL));
  assert_ticked (self, id, "B: " CALL ", B: " WRITE);

  change_fixture_refuse (self, sc_command_tick_action (deal, change_fixture_get_stage (self, "C"), CALL, TRUE),
                         SC_STORE_ERROR, SC_STORE_ERROR_NOT_FOUND);
}

/* No gate looks at them, and a deal that goes on keeps them. */
static void
test_holds_nothing_up (void)
{
  g_autoptr (ChangeFixture) self = set_up ();
  gint64 id = change_fixture_add (self, "one", "B");
  g_autoptr (ScDeal) deal = NULL;

  tick (self, id, "B", CALL, TRUE);
  deal = change_fixture_load (self, id);
  change_fixture_run (self, sc_command_move_deal (deal, change_fixture_get_stage (self, "C"), 0, NULL));
  assert_ticked (self, id, "B: " CALL);
}

/* What is gone through again is to be done again. */
static void
test_a_return_opens_them (void)
{
  g_autoptr (ChangeFixture) self = set_up ();
  gint64 id = change_fixture_add (self, "one", "C");
  g_autoptr (ScDeal) deal = change_fixture_load (self, id);
  g_autoptr (ScRefusalPlan) plan = g_new0 (ScRefusalPlan, 1);

  tick (self, id, "B", CALL, TRUE);
  tick (self, id, "C", WRITE, TRUE);
  plan->kind = SC_REFUSAL_BACK;
  plan->stage_id = g_strdup (change_fixture_get_stage (self, "B"));
  change_fixture_run (self, sc_command_refuse_deal (deal, plan, NULL, NULL));
  assert_ticked (self, id, "");
  undo (self);
  assert_ticked (self, id, "B: " CALL ", C: " WRITE);
}

/* A typing error that is mended does not undo what was done; something else to do is
 * still to be done. */
static void
test_other_words (void)
{
  static const char *const reworded[] = { "Call them up", WRITE, NULL };
  static const char *const turned[] = { WRITE, "Call them up", NULL };
  static const char *const more[] = { WRITE, "Call them up", "Meet them", NULL };
  static const char *const others[] = { "Wait", NULL };
  g_autoptr (ChangeFixture) self = set_up ();
  gint64 id = change_fixture_add (self, "one", "B");

  tick (self, id, "B", CALL, TRUE);
  say (self, "B", reworded);
  change_fixture_publish (self);
  assert_ticked (self, id, "B: Call them up");
  undo (self);
  assert_ticked (self, id, "B: " CALL);
  change_fixture_run (self, sc_command_redo (SC_CHANGES_OF_WINDOW, NULL));

  say (self, "B", turned);
  change_fixture_publish (self);
  assert_ticked (self, id, "B: Call them up");
  say (self, "B", more);
  change_fixture_publish (self);
  assert_ticked (self, id, "B: Call them up");
  say (self, "B", others);
  change_fixture_publish (self);
  assert_ticked (self, id, "B: Call them up");
}

/* As a merge does it: what B says and asks goes into C. */
static void
test_a_merge_takes_them_along (void)
{
  g_autoptr (ChangeFixture) self = set_up ();
  gint64 id = change_fixture_add (self, "one", "B");
  gint64 both = change_fixture_add (self, "two", "B");
  ScStage *b = sc_version_find_stage_by_name (self->version, "B", NULL);
  g_autoptr (ScStage) c = sc_stage_copy (sc_version_find_stage_by_name (self->version, "C", NULL));
  static const char *const joined[] = { CALL, WRITE, NULL };
  const ScCriterion *criterion = b->criteria->pdata[0];

  tick (self, id, "B", CALL, TRUE);
  tick (self, id, "B", WRITE, TRUE);
  tick (self, both, "B", WRITE, TRUE);
  tick (self, both, "C", WRITE, TRUE);

  g_strfreev (c->actions);
  c->actions = g_strdupv ((GStrv) joined);
  g_ptr_array_add (c->criteria, sc_criterion_new (criterion->id, criterion->text));
  edit (self, sc_edit_replace_stage (self->version, c), sc_edit_remove_stage (self->version, b->id));
  change_fixture_publish (self);
  assert_ticked (self, id, "C: " CALL ", C: " WRITE);
  assert_ticked (self, both, "-: " WRITE ", C: " WRITE);
  undo (self);
  change_fixture_reopen (self);
  g_clear_pointer (&self->version, sc_version_unref);
  self->version = sc_store_load_version (self->store, self->process_id, SC_VERSION_WANTED_PUBLISHED, NULL);
  assert_ticked (self, id, "B: " CALL ", B: " WRITE);
  assert_ticked (self, both, "B: " WRITE ", C: " WRITE);
}

int
main (int    argc,
      char **argv)
{
  g_test_init (&argc, &argv, NULL);

  g_test_add_func ("/change/action-ticks/ticked-and-taken-back", test_ticked_and_taken_back);
  g_test_add_func ("/change/action-ticks/holds-nothing-up", test_holds_nothing_up);
  g_test_add_func ("/change/action-ticks/a-return-opens-them", test_a_return_opens_them);
  g_test_add_func ("/change/action-ticks/other-words", test_other_words);
  g_test_add_func ("/change/action-ticks/a-merge-takes-them-along", test_a_merge_takes_them_along);

  return g_test_run ();
}
