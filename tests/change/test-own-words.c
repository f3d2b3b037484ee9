/* SPDX-License-Identifier: GPL-3.0-or-later */

/* A manager's own words are kept whatever becomes of the scheme, stand with what they speak
 * of, and are marked where just that has changed. */

#include <string.h>

#include "change/change-fixture.h"
#include "change/sc-document-commands.h"
#include "model/sc-edit.h"
#include "store/sc-document-facts.h"

static ScVersion *
load_version (ChangeFixture  *self,
              ScVersionWanted wanted)
{
  g_autoptr (GError) error = NULL;
  ScVersion *version = sc_store_load_version (self->store, self->process_id, wanted, &error);

  g_assert_no_error (error);

  return version;
}

static ScProcess *
load_process (ChangeFixture *self)
{
  return sc_store_load_process (self->store, self->process_id, NULL);
}

/* “A:after”: a stage's place by its name; “A.actions:instead”: a paragraph of it. */
static char *
make_place (ChangeFixture *self,
            const char    *place)
{
  g_autofree char *stage = g_strndup (place, 1);

  return g_ascii_isupper (*place)
         ? g_strdup_printf ("stage:%s%s", change_fixture_get_stage (self, stage), place + 1) : g_strdup (place);
}

static void
put (ChangeFixture *self,
     const char    *place,
     const char    *text)
{
  g_autoptr (ScProcess) process = load_process (self);
  g_autoptr (ScVersion) version = load_version (self, SC_VERSION_WANTED_CURRENT);
  g_autofree char *id = make_place (self, place);

  change_fixture_run (self, sc_command_set_own_words (process, version, id, text));
}

static void
look_through (ChangeFixture *self,
              const char    *place)
{
  g_autoptr (ScProcess) process = load_process (self);
  g_autoptr (ScVersion) version = load_version (self, SC_VERSION_WANTED_CURRENT);
  g_autofree char *id = make_place (self, place);

  change_fixture_run (self, sc_command_look_through_own_words (process, version, id));
}

static char *
name_place (ChangeFixture *self,
            const char    *place)
{
  for (guint i = 0; i < self->version->stages->len; i++)
    {
      const ScStage *stage = sc_version_get_stage (self->version, i);
      const char *at = strstr (place, stage->id);

      if (at != NULL)
        return g_strconcat (stage->name, at + strlen (stage->id), NULL);
    }

  return g_strdup (place);
}

/* “general:after=Words; B:after=About B (stale)”, in the order of the places. */
static char *
describe (ChangeFixture  *self,
          ScVersionWanted wanted)
{
  g_autoptr (ScVersion) version = load_version (self, wanted);
  g_autoptr (GError) error = NULL;
  g_autoptr (GPtrArray) words = sc_store_list_own_words (self->store, self->process_id, version, &error);
  g_autoptr (GPtrArray) list = g_ptr_array_new_with_free_func (g_free);

  g_assert_no_error (error);
  for (guint i = 0; i < words->len; i++)
    {
      const ScOwnWord *word = words->pdata[i];
      g_autofree char *place = name_place (self, word->place);

      g_ptr_array_add (list, g_strdup_printf ("%s=%s%s", place, word->text, word->is_stale ? " (stale)" : ""));
    }
  g_ptr_array_sort_values (list, (GCompareFunc) strcmp);
  g_ptr_array_add (list, NULL);

  return g_strjoinv ("; ", (GStrv) list->pdata);
}

static void
assert_words (ChangeFixture  *self,
              ScVersionWanted wanted,
              const char     *expected)
{
  g_autofree char *words = describe (self, wanted);

  g_assert_cmpstr (words, ==, expected);
}

#define assert_current(self, expected) assert_words ((self), SC_VERSION_WANTED_CURRENT, (expected))
#define assert_published(self, expected) assert_words ((self), SC_VERSION_WANTED_PUBLISHED, (expected))

static void
edit (ChangeFixture *self,
      GPtrArray     *edits)
{
  change_fixture_run (self, sc_command_edit_version (self->process_id, "Edit", edits));
}

static void
set_goal (ChangeFixture *self,
          const char    *name,
          const char    *goal)
{
  g_autoptr (ScVersion) version = load_version (self, SC_VERSION_WANTED_CURRENT);
  g_autoptr (GPtrArray) edits = sc_edits_new ();
  ScStage *stage = sc_stage_copy (sc_version_find_stage (version, change_fixture_get_stage (self, name), NULL));

  g_set_str (&stage->goal, goal);
  g_ptr_array_add (edits, sc_edit_replace_stage (version, stage));
  edit (self, edits);
  sc_stage_unref (stage);
}

static void
remove_stage (ChangeFixture *self,
              const char    *name)
{
  g_autoptr (ScVersion) version = load_version (self, SC_VERSION_WANTED_CURRENT);
  g_autoptr (GPtrArray) edits = sc_edits_new ();

  g_ptr_array_add (edits, sc_edit_remove_stage (version, change_fixture_get_stage (self, name)));
  edit (self, edits);
}

/* The first stays, with the criteria of both. */
static void
merge (ChangeFixture *self,
       const char    *first,
       const char    *second)
{
  g_autoptr (ScVersion) version = load_version (self, SC_VERSION_WANTED_CURRENT);
  g_autoptr (ScVersion) merged = NULL;
  g_autoptr (GPtrArray) edits = sc_edits_new ();
  g_autoptr (GError) error = NULL;
  ScStage *stage = sc_stage_copy (sc_version_find_stage (version, change_fixture_get_stage (self, first), NULL));
  const ScStage *other = sc_version_find_stage (version, change_fixture_get_stage (self, second), NULL);

  for (guint i = 0; i < other->criteria->len; i++)
    g_ptr_array_add (stage->criteria, sc_criterion_copy (other->criteria->pdata[i]));
  merged = sc_version_ref (version);
  sc_version_do (&merged, edits, sc_edit_remove_stage (merged, other->id), &error);
  g_assert_no_error (error);
  sc_version_do (&merged, edits, sc_edit_replace_stage (merged, stage), &error);
  g_assert_no_error (error);
  edit (self, edits);
  sc_stage_unref (stage);
}

static void
undo (ChangeFixture *self)
{
  change_fixture_run (self, sc_command_undo (SC_CHANGES_OF_WINDOW, NULL));
}

static void
redo (ChangeFixture *self)
{
  change_fixture_run (self, sc_command_redo (SC_CHANGES_OF_WINDOW, NULL));
}

static void
test_written_and_taken_away (void)
{
  g_autoptr (ChangeFixture) self = change_fixture_new ();

  put (self, "general:after", "One *two*.\n");
  put (self, "B:before", "About B");
  put (self, "general.scope:instead", "");
  assert_current (self, "B:before=About B; general.scope:instead=; general:after=One *two*.\n");
  undo (self);
  assert_current (self, "B:before=About B; general:after=One *two*.\n");
  redo (self);
  put (self, "general:after", "Three");
  put (self, "B:before", NULL);
  put (self, "general.scope:instead", NULL);
  change_fixture_reopen (self);
  assert_current (self, "general:after=Three");

  put (self, "general:after", "  \n");
  assert_current (self, "");
  put (self, "general:after", "Again");
  assert_current (self, "general:after=Again");
  undo (self);
  undo (self);
  assert_current (self, "general:after=Three");
}

static void
assert_leads_to (ChangeFixture *self,
                 ScCommand     *command,
                 const char    *expected)
{
  g_autoptr (GError) error = NULL;
  g_autoptr (ScOutcome) outcome = sc_command_run (command, self->store, NULL, &error);
  g_autofree char *place = NULL;

  g_assert_no_error (error);
  place = outcome->place != NULL ? name_place (self, outcome->place) : NULL;
  g_assert_cmpstr (place, ==, expected);
}

static void
test_taken_back_leads_to_the_place (void)
{
  g_autoptr (ChangeFixture) self = change_fixture_new ();

  put (self, "general:after", "One");
  put (self, "B:before", "About B");
  put (self, "general:after", "Two");
  assert_leads_to (self, sc_command_undo (SC_CHANGES_OF_WINDOW, NULL), "general:after");
  assert_leads_to (self, sc_command_undo (SC_CHANGES_OF_WINDOW, NULL), "B:before");
  assert_leads_to (self, sc_command_redo (SC_CHANGES_OF_WINDOW, NULL), "B:before");
}

static void
test_wrong_places_are_refused (void)
{
  static const char *const places[] = {
    "", "general", "general:", ":after", "general:beside", "stage:x:instead", "stage::after",
    "stage:00000000-0000-4000-8000-000000000001:after",
  };
  g_autoptr (ChangeFixture) self = change_fixture_new ();
  g_autoptr (ScProcess) process = load_process (self);

  for (guint i = 0; i < G_N_ELEMENTS (places); i++)
    change_fixture_refuse (self, sc_command_set_own_words (process, self->version, places[i], "Text"), SC_STORE_ERROR,
                           i + 1 < G_N_ELEMENTS (places) ? SC_STORE_ERROR_INVALID : SC_STORE_ERROR_NOT_FOUND);
}

static void
test_stale_where_the_stage_has_changed (void)
{
  g_autoptr (ChangeFixture) self = change_fixture_new ();

  put (self, "general:after", "Words");
  put (self, "A:after", "About A");
  put (self, "B:after", "About B");
  put (self, "B.actions:instead", "Do it");
  set_goal (self, "B", "Another one");
  assert_current (self, "A:after=About A; B.actions:instead=Do it (stale); B:after=About B (stale); general:after=Words");
  assert_published (self, "A:after=About A; B.actions:instead=Do it; B:after=About B; general:after=Words");

  look_through (self, "B:after");
  assert_current (self, "A:after=About A; B.actions:instead=Do it (stale); B:after=About B; general:after=Words");
  assert_published (self, "A:after=About A; B.actions:instead=Do it; B:after=About B; general:after=Words");
  undo (self);
  undo (self);
  assert_current (self, "A:after=About A; B.actions:instead=Do it; B:after=About B; general:after=Words");

  redo (self);
  change_fixture_publish (self);
  assert_published (self, "A:after=About A; B.actions:instead=Do it (stale); B:after=About B (stale); general:after=Words");
  put (self, "B:after", "About B as it is");
  put (self, "B.actions:instead", NULL);
  assert_published (self, "A:after=About A; B:after=About B as it is; general:after=Words");
}

static void
test_merged_stages_have_the_words_of_both (void)
{
  g_autoptr (ChangeFixture) self = change_fixture_new ();

  put (self, "A:after", "About A\n");
  put (self, "B:after", "About B");
  put (self, "B:before", "Before B");
  put (self, "B.actions:instead", "");
  put (self, "C.actions:instead", "Do C");
  merge (self, "A", "B");
  assert_current (self, "A:after=About A\n\nAbout B (stale); A:before=Before B (stale); C.actions:instead=Do C");
  assert_published (self, "A:after=About A\n; B.actions:instead=; B:after=About B; B:before=Before B; C.actions:instead=Do C");
  merge (self, "A", "C");
  assert_current (self, "A.actions:after=Do C (stale); A:after=About A\n\nAbout B (stale); A:before=Before B (stale)");

  undo (self);
  undo (self);
  assert_current (self, "A:after=About A\n; B.actions:instead=; B:after=About B; B:before=Before B; C.actions:instead=Do C");
  redo (self);
  redo (self);
  look_through (self, "A:after");
  assert_current (self, "A.actions:after=Do C (stale); A:after=About A\n\nAbout B; A:before=Before B (stale)");
  put (self, "A:after", "About all");
  assert_current (self, "A.actions:after=Do C (stale); A:after=About all; A:before=Before B (stale)");
  undo (self);
  change_fixture_publish (self);
  assert_published (self, "A.actions:after=Do C (stale); A:after=About A\n\nAbout B; A:before=Before B (stale)");
}

/* Nothing but the name says what went into it. */
static void
test_words_follow_into_a_joined_name (void)
{
  g_autoptr (ChangeFixture) self = change_fixture_new ();
  g_autoptr (ScVersion) version = NULL;
  g_autoptr (ScVersion) merged = NULL;
  g_autoptr (GPtrArray) edits = sc_edits_new ();
  g_autoptr (ScStage) stage = NULL;
  g_autoptr (GError) error = NULL;

  put (self, "B:after", "About B");
  version = load_version (self, SC_VERSION_WANTED_CURRENT);
  stage = sc_stage_copy (sc_version_find_stage (version, change_fixture_get_stage (self, "A"), NULL));
  g_set_str (&stage->name, "A and b");
  merged = sc_version_ref (version);
  sc_version_do (&merged, edits, sc_edit_remove_stage (merged, change_fixture_get_stage (self, "B")), &error);
  g_assert_no_error (error);
  sc_version_do (&merged, edits, sc_edit_replace_stage (merged, stage), &error);
  g_assert_no_error (error);
  edit (self, edits);
  assert_current (self, "A:after=About B (stale)");
}

static void
test_words_follow_from_stage_to_stage (void)
{
  g_autoptr (ChangeFixture) self = change_fixture_new ();

  put (self, "A:after", "About A");
  merge (self, "B", "A");
  merge (self, "C", "B");
  assert_current (self, "C:after=About A (stale)");
  remove_stage (self, "C");
  assert_current (self, "A:after=About A");
  undo (self);
  assert_current (self, "C:after=About A (stale)");
  undo (self);
  assert_current (self, "B:after=About A (stale)");
}

static void
test_words_of_a_deleted_stage_wait (void)
{
  g_autoptr (ChangeFixture) self = change_fixture_new ();
  g_autoptr (ScProcess) process = NULL;

  put (self, "B:after", "About B");
  remove_stage (self, "B");
  assert_current (self, "B:after=About B");
  assert_published (self, "B:after=About B");
  undo (self);
  assert_current (self, "B:after=About B");
  redo (self);
  put (self, "B:after", NULL);
  assert_current (self, "");
  undo (self);
  process = load_process (self);
  change_fixture_run (self, sc_command_discard_draft (process));
  assert_current (self, "B:after=About B");
}

/* Of the one that was made last. */
static void
test_duplicate_has_them (void)
{
  g_autoptr (ChangeFixture) self = change_fixture_new ();
  g_autoptr (ScProcess) process = NULL;
  g_autoptr (ScVersion) version = NULL;
  g_autoptr (GPtrArray) words = NULL;
  g_autoptr (ScOutcome) outcome = NULL;
  g_autofree char *place = NULL;
  g_autoptr (GError) error = NULL;

  put (self, "general:after", "Words");
  put (self, "C:after", "About C");
  put (self, "B:after", "About B");
  remove_stage (self, "B");
  set_goal (self, "C", "Another one");
  process = load_process (self);
  outcome = sc_command_run (sc_command_duplicate_process (process), self->store, NULL, &error);
  g_assert_no_error (error);

  version = sc_store_load_version (self->store, outcome->process_id, SC_VERSION_WANTED_CURRENT, &error);
  words = sc_store_list_own_words (self->store, outcome->process_id, version, &error);
  g_assert_no_error (error);
  g_assert_cmpuint (words->len, ==, 2);
  place = sc_place_of_stage (sc_version_find_stage_by_name (version, "C", NULL)->id, SC_WORD_AFTER);
  g_assert_cmpstr (((ScOwnWord *) words->pdata[0])->place, ==, "general:after");
  g_assert_cmpstr (((ScOwnWord *) words->pdata[1])->place, ==, place);
  g_assert_cmpstr (((ScOwnWord *) words->pdata[1])->text, ==, "About C");
  g_assert_true (((ScOwnWord *) words->pdata[1])->is_stale);
}

static void
test_another_window_was_quicker (void)
{
  g_autoptr (ChangeFixture) self = change_fixture_new ();
  g_autoptr (ScProcess) process = load_process (self);
  const char *place = "general:after";

  put (self, place, "Theirs");
  change_fixture_refuse (self,
                         sc_command_require_own_words (sc_command_set_own_words (process, self->version, place, "Mine"),
                                                       process, self->version, place, NULL),
                         SC_STORE_ERROR, SC_STORE_ERROR_CONFLICT);
  change_fixture_run (self,
                      sc_command_require_own_words (sc_command_set_own_words (process, self->version, place, "Mine"),
                                                    process, self->version, place, "Theirs"));
  assert_current (self, "general:after=Mine");
}

/* Taking back that a process was made would take the words with it. */
static void
test_words_keep_their_process (void)
{
  g_autoptr (ChangeFixture) self = change_fixture_new ();
  g_autoptr (ScProcess) process = NULL;
  gint64 change = change_fixture_find_change (self, "Create “Sales”", FALSE);

  put (self, "general:after", "Words");
  change_fixture_run (self, sc_command_undo_change (change));
  process = load_process (self);
  g_assert_nonnull (process);
  assert_current (self, "general:after=Words");
}

static ScOrganisation *
load_organisation (ChangeFixture *self,
                   const char    *process_id)
{
  g_autoptr (GError) error = NULL;
  ScOrganisation *organisation = sc_store_load_organisation (self->store, process_id, &error);

  g_assert_no_error (error);

  return organisation;
}

static void
test_organisation (void)
{
  static const char png[] = "\x89PNG\r\n\x1a\n\0\0\0\x0dIHDR\0\0\0\x01\0\0\0\x01and so on";
  g_autoptr (ChangeFixture) self = change_fixture_new ();
  g_autoptr (ScProcess) process = load_process (self);
  g_autoptr (ScOrganisation) before = load_organisation (self, self->process_id);
  g_autoptr (ScOrganisation) mine = sc_organisation_copy (before);
  g_autoptr (ScOrganisation) theirs = sc_organisation_copy (before);
  g_autoptr (ScOrganisation) now = NULL;
  g_autoptr (ScOutcome) other = NULL;
  g_autoptr (ScOrganisation) of_other = NULL;

  g_set_str (&mine->name, "Acme Limited");
  mine->logo = g_bytes_new (png, sizeof png);
  mine->effective = sc_date_new (2026, 12, 1);
  mine->target_cycle = 55;
  change_fixture_run (self, sc_command_set_organisation (process, before, mine));
  now = load_organisation (self, self->process_id);
  g_assert_true (sc_organisation_equal (now, mine));

  g_set_str (&theirs->code, "SR-1");
  theirs->approval = SC_APPROVAL_ORDER;
  change_fixture_run (self, sc_command_set_organisation (process, before, theirs));
  g_clear_pointer (&now, sc_organisation_free);
  now = load_organisation (self, self->process_id);
  g_assert_cmpstr (now->name, ==, "Acme Limited");
  g_assert_cmpstr (now->code, ==, "SR-1");

  g_set_str (&theirs->name, "Another Limited");
  change_fixture_refuse (self, sc_command_set_organisation (process, before, theirs), SC_STORE_ERROR,
                         SC_STORE_ERROR_CONFLICT);

  other = sc_command_run (sc_command_duplicate_process (process), self->store, NULL, NULL);
  of_other = load_organisation (self, other->process_id);
  g_assert_cmpstr (of_other->name, ==, "Acme Limited");
  g_assert_cmpstr (of_other->code, ==, "");
  g_assert_nonnull (of_other->logo);

  undo (self);
  undo (self);
  undo (self);
  g_clear_pointer (&now, sc_organisation_free);
  now = load_organisation (self, self->process_id);
  g_assert_true (sc_organisation_equal (now, before));
  redo (self);
  g_clear_pointer (&now, sc_organisation_free);
  now = load_organisation (self, self->process_id);
  g_assert_true (sc_organisation_equal (now, mine));
}

static void
test_facts_tell_who_published_what (void)
{
  g_autoptr (ChangeFixture) self = change_fixture_new ();
  g_autoptr (ScDocumentFacts) draft = NULL;
  g_autoptr (ScDocumentFacts) first = NULL;
  g_autoptr (ScDocumentFacts) none = NULL;
  g_autofree char *user = sc_store_get_user_name (self->store);
  g_autoptr (GError) error = NULL;

  set_goal (self, "B", "Second");
  change_fixture_publish (self);
  set_goal (self, "B", "Third");
  put (self, "B:after", "Words");

  draft = sc_document_facts_load (self->store, self->process_id, SC_VERSION_WANTED_CURRENT, 0, &error);
  g_assert_no_error (error);
  g_assert_cmpuint (draft->version->number, ==, 3);
  g_assert_cmpuint (draft->own_words->len, ==, 1);
  g_assert_cmpuint (draft->history->len, ==, 2);
  g_assert_cmpint (sc_document_facts_get_published (draft), ==, SC_DATE_NONE);
  for (guint i = 0; i < 2; i++)
    {
      const ScVersionRecord *record = draft->history->pdata[i];

      g_assert_cmpuint (record->version->number, ==, i + 1);
      g_assert_cmpstr (record->by, ==, user);
      g_assert_cmpint (record->published, ==, sc_clock_today ());
    }

  first = sc_document_facts_load (self->store, self->process_id, SC_VERSION_WANTED_CURRENT, 1, &error);
  g_assert_no_error (error);
  g_assert_cmpint (first->version->status, ==, SC_VERSION_RETIRED);
  g_assert_cmpuint (first->history->len, ==, 1);
  g_assert_cmpint (sc_document_facts_get_published (first), ==, sc_clock_today ());
  g_assert_false (((ScOwnWord *) first->own_words->pdata[0])->is_stale);

  none = sc_document_facts_load (self->store, self->process_id, SC_VERSION_WANTED_CURRENT, 9, &error);
  g_assert_error (error, SC_STORE_ERROR, SC_STORE_ERROR_NOT_FOUND);
}

int
main (int    argc,
      char **argv)
{
  g_test_init (&argc, &argv, NULL);

  g_test_add_func ("/change/own-words/written-and-taken-away", test_written_and_taken_away);
  g_test_add_func ("/change/own-words/taken-back-leads-to-the-place", test_taken_back_leads_to_the_place);
  g_test_add_func ("/change/own-words/wrong-places-are-refused", test_wrong_places_are_refused);
  g_test_add_func ("/change/own-words/stale-where-the-stage-has-changed", test_stale_where_the_stage_has_changed);
  g_test_add_func ("/change/own-words/merged-stages-have-the-words-of-both", test_merged_stages_have_the_words_of_both);
  g_test_add_func ("/change/own-words/follow-into-a-joined-name", test_words_follow_into_a_joined_name);
  g_test_add_func ("/change/own-words/follow-from-stage-to-stage", test_words_follow_from_stage_to_stage);
  g_test_add_func ("/change/own-words/of-a-deleted-stage-wait", test_words_of_a_deleted_stage_wait);
  g_test_add_func ("/change/own-words/duplicate-has-them", test_duplicate_has_them);
  g_test_add_func ("/change/own-words/another-window-was-quicker", test_another_window_was_quicker);
  g_test_add_func ("/change/own-words/keep-their-process", test_words_keep_their_process);
  g_test_add_func ("/change/own-words/organisation", test_organisation);
  g_test_add_func ("/change/own-words/who-published-what", test_facts_tell_who_published_what);

  return g_test_run ();
}
