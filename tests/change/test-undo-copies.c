/* SPDX-License-Identifier: GPL-3.0-or-later */

/* A change that makes a draft and edits it is taken back without the draft where others work
 * on that meanwhile: what it edited is as before, what they did stays. */

#include <string.h>

#include "change/change-fixture.h"
#include "model/sc-edit.h"

typedef struct {
  ChangeFixture *own;
  ScStore *other;
  /* What is published, as text. */
  char *published;
} Fixture;

static ScVersion *
load (ScStore    *store,
      const char *process_id)
{
  g_autoptr (GError) error = NULL;
  ScVersion *version = sc_store_load_version (store, process_id, SC_VERSION_WANTED_CURRENT, &error);

  g_assert_no_error (error);

  return version;
}

/* The stages with their probabilities, which is what is edited here. */
static char *
show (Fixture *self)
{
  g_autoptr (ScVersion) version = load (self->own->store, self->own->process_id);
  GString *text = g_string_new (NULL);

  for (guint i = 0; i < version->stages->len; i++)
    {
      const ScStage *stage = sc_version_get_stage (version, i);

      g_string_append_printf (text, "%s %.2f; ", stage->name, stage->probability);
    }

  return g_string_free (text, FALSE);
}

static void
set_up (Fixture      *self,
        gconstpointer data)
{
  self->own = change_fixture_new ();
  self->other = store_fixture_open_other (self->own->base);
  self->published = show (self);
}

static void
tear_down (Fixture      *self,
           gconstpointer data)
{
  g_clear_object (&self->other);
  change_fixture_free (self->own);
  g_free (self->published);
}

static void
run (ScStore   *store,
     ScCommand *command)
{
  g_autoptr (GError) error = NULL;
  g_autoptr (ScOutcome) outcome = sc_command_run (command, store, NULL, &error);

  g_assert_no_error (error);
}

static ScEdit *
set_probability (const ScVersion *version,
                 guint            stage,
                 double           probability)
{
  g_autoptr (ScStage) changed = sc_stage_copy (sc_version_get_stage (version, stage));

  changed->probability = probability;

  return sc_edit_replace_stage (version, changed);
}

static ScEdit *
rename_stage (const ScVersion *version,
              guint            stage,
              const char      *name)
{
  g_autoptr (ScStage) changed = sc_stage_copy (sc_version_get_stage (version, stage));

  g_set_str (&changed->name, name);

  return sc_edit_replace_stage (version, changed);
}

/* Two probabilities in one change, which makes the draft. */
static void
edit_own (Fixture *self)
{
  g_autoptr (ScVersion) version = load (self->own->store, self->own->process_id);
  g_autoptr (GPtrArray) edits = sc_edits_new ();

  g_ptr_array_add (edits, set_probability (version, 0, 0.11));
  g_ptr_array_add (edits, set_probability (version, 1, 0.22));
  run (self->own->store, sc_command_edit_version (self->own->process_id, "Own", edits));
}

static void
rename_elsewhere (Fixture    *self,
                  guint       stage,
                  const char *name)
{
  g_autoptr (ScVersion) version = load (self->other, self->own->process_id);
  g_autoptr (GPtrArray) edits = sc_edits_new ();

  g_ptr_array_add (edits, rename_stage (version, stage, name));
  run (self->other, sc_command_edit_version (self->own->process_id, "Elsewhere", edits));
}

/* Gives the names of what was left alone. */
static char *
take_back (Fixture   *self,
           ScCommand *command)
{
  g_autoptr (GError) error = NULL;
  g_autoptr (ScOutcome) outcome = sc_command_run (command, self->own->store, NULL, &error);

  g_assert_no_error (error);
  g_ptr_array_add (outcome->left_alone, NULL);

  return g_strjoinv (", ", (char **) outcome->left_alone->pdata);
}

static void
assert_taken_back (Fixture    *self,
                   ScCommand  *command,
                   const char *left_alone,
                   const char *stages)
{
  g_autofree char *left = take_back (self, command);
  g_autofree char *now = show (self);

  g_assert_cmpstr (left, ==, left_alone);
  g_assert_cmpstr (now, ==, stages);
}

static ScCommand *
undo (void)
{
  return sc_command_undo (SC_CHANGES_OF_WINDOW, NULL);
}

static ScCommand *
redo (void)
{
  return sc_command_redo (SC_CHANGES_OF_WINDOW, NULL);
}

/* What is published with one name in the place of another. */
static char *
replace (const char *text,
         const char *from,
         const char *to)
{
  g_autoptr (GString) replaced = g_string_new (text);

  g_assert_cmpuint (g_string_replace (replaced, from, to, 1), ==, 1);

  return g_strdup (replaced->str);
}

static gboolean
has_draft (Fixture *self)
{
  g_autoptr (ScVersion) version = load (self->own->store, self->own->process_id);

  return version->status == SC_VERSION_DRAFT;
}

static void
test_nobody_else (Fixture      *self,
                  gconstpointer data)
{
  edit_own (self);
  g_assert_true (has_draft (self));
  assert_taken_back (self, undo (), "", self->published);
  g_assert_false (has_draft (self));
}

/* Undone and made again as often as one likes, with what the other window did in it. */
static void
test_another_stage (Fixture      *self,
                    gconstpointer data)
{
  g_autofree char *edited = NULL;
  g_autofree char *renamed = replace (self->published, "C ", "Elsewhere ");

  edit_own (self);
  rename_elsewhere (self, 2, "Elsewhere");
  edited = show (self);
  for (guint i = 0; i < 2; i++)
    {
      assert_taken_back (self, undo (), "", renamed);
      g_assert_true (has_draft (self));
      assert_taken_back (self, redo (), "", edited);
    }

  /* And it goes with the program's end. */
  g_clear_object (&self->other);
  change_fixture_reopen (self->own);
  assert_taken_back (self, sc_command_undo (SC_CHANGES_OF_USER, NULL), "", renamed);
}

/* What they changed themselves is left alone and named; the other stage is as before. */
static void
test_same_stage (Fixture      *self,
                 gconstpointer data)
{
  g_autofree char *expected = NULL;

  edit_own (self);
  rename_elsewhere (self, 0, "Elsewhere");
  expected = g_strconcat ("Elsewhere 0.11; ", strchr (self->published, ';') + 2, NULL);
  assert_taken_back (self, undo (), "Elsewhere", expected);
}

/* A stage that was added goes, and one that was taken away comes back to its place. */
static void
test_added_and_removed (Fixture      *self,
                        gconstpointer data)
{
  g_autoptr (ScVersion) version = load (self->own->store, self->own->process_id);
  g_autoptr (GPtrArray) edits = sc_edits_new ();
  g_autoptr (ScStage) added = sc_stage_new ("New", SC_KIND_BIT (SC_KIND_OTHER));
  g_autofree char *renamed = replace (self->published, "C ", "Elsewhere ");
  g_autofree char *edited = NULL;

  g_ptr_array_add (edits, sc_edit_remove_stage (version, sc_version_get_stage (version, 1)->id));
  g_ptr_array_add (edits, sc_edit_insert_stage (added, 1));
  run (self->own->store, sc_command_edit_version (self->own->process_id, "Own", edits));
  rename_elsewhere (self, 2, "Elsewhere");
  edited = show (self);
  g_assert_true (g_str_has_prefix (edited, "A "));
  g_assert_nonnull (strstr (edited, "New "));
  g_assert_null (strstr (edited, "B "));
  assert_taken_back (self, undo (), "", renamed);
  assert_taken_back (self, redo (), "", edited);
}

/* What was published meanwhile does not change any more. */
static void
test_published (Fixture      *self,
                gconstpointer data)
{
  g_autoptr (ScProcess) process = NULL;
  g_autoptr (GError) error = NULL;
  g_autofree char *edited = NULL;

  edit_own (self);
  rename_elsewhere (self, 2, "Elsewhere");
  process = sc_store_load_process (self->other, self->own->process_id, &error);
  g_assert_no_error (error);
  run (self->other, sc_command_publish (process, NULL));
  edited = show (self);
  assert_taken_back (self, undo (), "B, A", edited);
}

int
main (int    argc,
      char **argv)
{
  g_test_init (&argc, &argv, NULL);

  g_test_add ("/change/undo-copies/nobody-else", Fixture, NULL, set_up, test_nobody_else, tear_down);
  g_test_add ("/change/undo-copies/another-stage", Fixture, NULL, set_up, test_another_stage, tear_down);
  g_test_add ("/change/undo-copies/same-stage", Fixture, NULL, set_up, test_same_stage, tear_down);
  g_test_add ("/change/undo-copies/added-and-removed", Fixture, NULL, set_up, test_added_and_removed, tear_down);
  g_test_add ("/change/undo-copies/published", Fixture, NULL, set_up, test_published, tear_down);

  return g_test_run ();
}
