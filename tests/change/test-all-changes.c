/* SPDX-License-Identifier: GPL-3.0-or-later */

/* Random sequences of all changes: taken back, they leave what was there at
 * the start; made again, what was there at the end; also when the program was
 * closed in between. */

#include "change/change-fixture.h"
#include "change/random-deal-changes.h"
#include "change/sc-document-commands.h"
#include "change/sc-import-history.h"
#include "change/sc-rename-user.h"
#include "change/visits-fixture.h"
#include "model/sc-edit.h"
#include "store/sc-deleted.h"
#include "store/sc-document-facts.h"

/* Each is a sequence of many changes, and after each all is compared. */
#define HOW_OFTEN_MORE 20
#include "how-often.h"

#define N_SEQUENCES 6
#define N_CHANGES 60

static ScProcess *
pick_process (ChangeFixture *self)
{
  g_autoptr (GPtrArray) processes = sc_store_list_processes (self->store, SC_PROCESSES_ALL, NULL);
  ScProcess *process = random_changes_pick (processes);

  return process != NULL ? sc_process_ref (process) : NULL;
}

static ScCommand *
add_deal (ChangeFixture *self)
{
  g_autoptr (ScDeal) deal = sc_deal_new ();

  deal->process_id = g_strdup (self->process_id);
  deal->title = g_strdup_printf ("Deal %d", g_test_rand_int_range (0, 1000));
  deal->company = g_test_rand_bit () ? g_strdup_printf ("Company %d", g_test_rand_int_range (0, 5)) : NULL;
  deal->person = g_test_rand_bit () ? g_strdup ("Ann") : NULL;
  deal->stage_id = g_test_rand_bit () ? g_strdup (random_changes_pick_stage (self)) : NULL;
  if (g_test_rand_bit ())
    deal->value = sc_money_new (g_test_rand_int_range (1, 100000), g_test_rand_bit () ? "EUR" : "USD");

  return sc_command_add_deal (deal);
}

/* What is to be done, in one way or another. */
static void
say_what_to_do (ScStage *stage)
{
  static const char *const actions[] = { "Call", "Call back", "Write" };
  GStrvBuilder *builder = g_strv_builder_new ();

  g_strv_builder_add (builder, actions[g_test_rand_int_range (0, G_N_ELEMENTS (actions))]);
  g_strfreev (stage->actions);
  stage->actions = g_strv_builder_unref_to_strv (builder);
}

/* As a merge does it: a question goes into another, and takes its answers along. */
static void
join_questions (ScVersion **version,
                GPtrArray  *edits)
{
  g_autoptr (ScStage) kept = sc_stage_copy (random_changes_pick ((*version)->stages));
  g_autoptr (ScStage) other = sc_stage_copy (random_changes_pick ((*version)->stages));
  ScCriterion *into = kept->criteria->pdata[kept->criteria->len - 1];
  ScCriterion *gone = other->criteria->pdata[other->criteria->len - 1];
  g_autoptr (GStrvBuilder) was = g_strv_builder_new ();

  if (g_str_equal (kept->id, other->id) || other->criteria->len < 2 || into->type != gone->type)
    return;

  g_strv_builder_addv (was, (const char **) into->was);
  g_strv_builder_add (was, gone->id);
  g_strv_builder_addv (was, (const char **) gone->was);
  g_strfreev (into->was);
  into->was = g_strv_builder_end (was);
  g_ptr_array_remove_index (other->criteria, other->criteria->len - 1);
  sc_version_do (version, edits, sc_edit_replace_stage (*version, other), NULL);
  sc_version_do (version, edits, sc_edit_replace_stage (*version, kept), NULL);
}

static ScCommand *
change_version (ChangeFixture *self)
{
  g_autoptr (ScVersion) version = sc_store_load_version (self->store, self->process_id, SC_VERSION_WANTED_CURRENT, NULL);
  g_autoptr (GPtrArray) edits = sc_edits_new ();
  ScStage *stage = random_changes_pick (version->stages);
  g_autoptr (ScStage) other = NULL;
  int what = g_test_rand_int_range (0, 6);

  if (what == 0 || version->stages->len < 3)
    {
      g_autofree char *name = sc_version_make_stage_name (version, "New", NULL);

      other = sc_stage_new (name, SC_KIND_BIT (SC_KIND_OTHER));
      sc_stage_add_criterion (other, "said so");
      sc_version_do (&version, edits, sc_edit_insert_stage (other, g_test_rand_int_range (0, (int) version->stages->len)), NULL);
    }
  else if (what == 1)
    sc_version_do (&version, edits, sc_edit_remove_stage (version, stage->id), NULL);
  else if (what == 2)
    sc_version_do (&version, edits, sc_edit_move_stage (version, stage->id, 0), NULL);
  else if (what == 4)
    join_questions (&version, edits);
  else if (what == 3)
    sc_version_do (&version, edits, sc_edit_set_mark (version, stage->id), NULL);
  else
    {
      other = sc_stage_copy (stage);
      g_set_str (&other->goal, "another goal");
      say_what_to_do (other);
      sc_version_do (&version, edits, sc_edit_replace_stage (version, other), NULL);
    }

  return sc_command_edit_version (self->process_id, "Edit", edits);
}

static ScCommand *
publish (ChangeFixture *self)
{
  g_autoptr (ScProcess) process = sc_store_load_process (self->store, self->process_id, NULL);
  g_autoptr (GHashTable) moves = g_hash_table_new_full (g_str_hash, g_str_equal, g_free, g_free);
  g_autoptr (GPtrArray) gone = sc_publish_list_gone (self->store, self->process_id, NULL);
  g_autoptr (ScVersion) draft = sc_store_load_version (self->store, self->process_id, SC_VERSION_WANTED_CURRENT, NULL);

  for (guint i = 0; i < gone->len; i++)
    {
      ScStageGone *stage = gone->pdata[i];
      ScStage *to = random_changes_pick (draft->stages);

      g_hash_table_insert (moves, g_strdup (stage->stage_id), g_strdup (to->id));
    }

  return sc_command_publish (process, moves);
}

static ScCommand *
undelete_process (ChangeFixture *self)
{
  g_autoptr (GPtrArray) deleted = sc_store_list_deleted_processes (self->store, NULL);
  ScProcess *process = random_changes_pick (deleted);

  return process != NULL ? sc_command_undelete_process (process) : change_version (self);
}

static ScCommand *
rename_user (void)
{
  static const char *const names[] = { "Anna", "Anna Orlova", "" };

  return sc_command_rename_user (names[g_test_rand_int_range (0, G_N_ELEMENTS (names))]);
}

static ScCommand *
change_words (ChangeFixture   *self,
              const ScProcess *process)
{
  static const char *const texts[] = { "Words", "Other words", "", NULL };
  g_autoptr (ScVersion) version = sc_store_load_version (self->store, process->id, SC_VERSION_WANTED_CURRENT, NULL);
  const ScStage *stage = version->stages->len > 0 ? random_changes_pick (version->stages) : NULL;
  g_autofree char *place = stage != NULL && g_test_rand_bit ()
                           ? sc_place_of_stage (stage->id, SC_WORD_AFTER) : g_strdup ("general.scope:instead");

  return g_test_rand_int_range (0, 4) == 0
         ? sc_command_look_through_own_words (process, version, place)
         : sc_command_set_own_words (process, version, place, texts[g_test_rand_int_range (0, G_N_ELEMENTS (texts))]);
}

static ScCommand *
change_organisation (ChangeFixture   *self,
                     const ScProcess *process)
{
  g_autoptr (ScOrganisation) before = sc_store_load_organisation (self->store, process->id, NULL);
  g_autoptr (ScOrganisation) after = sc_organisation_copy (before);

  g_set_str (g_test_rand_bit () ? &after->name : &after->code, g_test_rand_bit () ? "One" : "Other");
  after->target_cycle = g_test_rand_bit () ? SC_TARGET_NONE : g_test_rand_int_range (1, 100);

  return sc_command_set_organisation (process, before, after);
}

static ScCommand *
change_process (ChangeFixture *self)
{
  static const char *const reasons[] = { "Price", "Time", NULL };
  g_autoptr (ScProcess) process = pick_process (self);
  g_autoptr (ScProcess) other = pick_process (self);
  gboolean is_other = g_strcmp0 (process->id, self->process_id) != 0;

  switch (g_test_rand_int_range (0, 15))
    {
    case 12:
    case 13:
      return change_words (self, process);
    case 14:
      return change_organisation (self, process);
    case 0:
      return sc_command_rename_process (process, g_test_rand_bit () ? "Another name" : "Third name");
    case 1:
      return sc_command_describe_process (process, "described");
    case 2:
      return sc_command_archive_process (process, !process->is_archived);
    case 3:
      return sc_command_duplicate_process (process);
    case 4:
      return sc_command_reorder_process (process, g_test_rand_bit () ? other->id : NULL);
    case 5:
      return sc_command_set_loss_reasons (process, NULL, g_test_rand_bit () ? reasons : reasons + 1);
    case 6:
      return is_other ? sc_command_delete_process (process, process->n_deals) : sc_command_discard_draft (process);
    case 7:
      return publish (self);
    case 8:
      return undelete_process (self);
    case 9:
      return rename_user ();
    default:
      return change_version (self);
    }
}

static const char *const external_ids[] = { "a", "b", "c", "d", "e" };

/* Rows of a table, which may tell of the stages that their deals came into, of what is to
 * be done next, and of several people. */
typedef struct {
  ChangeFixture *fixture;
  guint at;
  ScStageEntry entries[3];
  ScImportBeside beside;
} Rows;

static ScStageEntry
pick_entry (ChangeFixture *self,
            guint          day)
{
  guint position = (guint) g_test_rand_int_range (0, (int) self->version->stages->len);

  return (ScStageEntry) {
           sc_version_get_stage (self->version, position)->id, sc_date_to_instant (sc_date_new (2026, 1, 1) + day), TRUE
  };
}

static void
pick_stages (Rows *rows)
{
  guint n_entries = rows->fixture->version->stages->len > 0 ? (guint) g_test_rand_int_range (0, 4) : 0;
  guint day = 0;

  for (guint i = 0; i < n_entries; i++)
    {
      day += (guint) g_test_rand_int_range (0, 4);
      rows->entries[i] = pick_entry (rows->fixture, day);
    }
  rows->beside.stages = (ScStageEntries) { rows->entries, n_entries };
}

static void
pick_step (ScImportRow *row)
{
  static const char *const steps[] = { NULL, "Call", "Write", "Visit" };

  row->next_step = (char *) steps[g_test_rand_int_range (0, G_N_ELEMENTS (steps))];
  row->next_step_due = g_test_rand_bit () ? sc_date_new (2026, 3, 1) + (guint) g_test_rand_int_range (0, 3) : SC_DATE_NONE;
  row->next_step_time = g_test_rand_bit () ? sc_day_time_new (11, 0) : SC_DAY_TIME_NONE;
}

/* The first is the row's person. */
static void
pick_contacts (Rows        *rows,
               ScImportRow *row)
{
  static const char *const names[] = { "Ann", "Bob", "Cy" };
  static const char *const phones[] = { NULL, "+1", "+2" };
  guint n_contacts = (guint) g_test_rand_int_range (0, 4);

  g_clear_pointer (&rows->beside.contacts, g_ptr_array_unref);
  if (n_contacts == 0)
    return;

  rows->beside.contacts = g_ptr_array_new_with_free_func ((GDestroyNotify) sc_contact_free);
  for (guint i = 0; i < n_contacts; i++)
    g_ptr_array_add (rows->beside.contacts,
                     sc_contact_new (names[g_test_rand_int_range (0, G_N_ELEMENTS (names))],
                                     g_test_rand_int_range (0, SC_N_CONTACT_PARTS),
                                     phones[g_test_rand_int_range (0, G_N_ELEMENTS (phones))], NULL));
  row->person = ((ScContact *) rows->beside.contacts->pdata[0])->name;
  row->phone = ((ScContact *) rows->beside.contacts->pdata[0])->phone;
}

static void
refuse_row (ScImportFault fault,
            gpointer      user_data)
{
}

static gboolean
next_entry (ScImportHistoryRow *row,
            gpointer            user_data,
            GError            **error)
{
  Rows *rows = user_data;
  ScStageEntry entry;

  if (rows->at == 12 || rows->fixture->version->stages->len == 0)
    return FALSE;

  rows->at++;
  entry = pick_entry (rows->fixture, (guint) g_test_rand_int_range (0, 12));
  row->external_id = external_ids[g_test_rand_int_range (0, G_N_ELEMENTS (external_ids))];
  row->is_lost = g_test_rand_int_range (0, 4) == 0;
  row->stage_id = row->is_lost ? NULL : entry.stage_id;
  row->entered_at = entry.entered_at;
  row->is_day = TRUE;

  return TRUE;
}

static void
refuse_entry (gpointer user_data)
{
}

static gboolean
next_row (ScImportRow *row,
          gpointer     user_data,
          GError     **error)
{
  Rows *rows = user_data;
  guint *at = &rows->at;

  if (*at >= G_N_ELEMENTS (external_ids))
    return FALSE;

  pick_stages (rows);
  pick_step (row);
  pick_contacts (rows, row);
  row->closed = g_test_rand_bit () ? sc_date_new (2026, 2, 1) : SC_DATE_NONE;
  row->external_id = (char *) external_ids[*at];
  row->title = (char *) "Imported";
  row->company = (char *) "Importer";
  row->status = g_test_rand_int_range (0, SC_N_DEAL_STATUSES);
  row->value = sc_money_new (g_test_rand_int_range (0, 3) * 100, "EUR");
  (*at)++;

  return TRUE;
}

static gint64
change_something (ChangeFixture *self)
{
  g_autoptr (ScDeal) deal = random_changes_pick_deal (self);
  g_autoptr (GError) error = NULL;
  g_autoptr (ScOutcome) outcome = NULL;
  ScImportCounts counts;
  Rows rows = { .fixture = self };
  ScCommand *command;
  int what = g_test_rand_int_range (0, 20);

  if (what == 0)
    command = sc_command_import_deals_with_more (self->process_id, "Import", next_row, refuse_row, &rows, &rows.beside, FALSE, &counts);
  else if (what == 1)
    command = sc_command_import_history (self->process_id, "History", next_entry, refuse_entry, &rows, FALSE, &counts);
  else if (what < 5 || deal == NULL)
    command = add_deal (self);
  else if (what < 9)
    command = change_process (self);
  else
    command = random_changes_of_deal (self, deal);

  outcome = sc_command_run (command, self->store, NULL, &error);
  g_clear_pointer (&rows.beside.contacts, g_ptr_array_unref);
  if (outcome == NULL)
    {
      /* Not every change makes sense at every time, but each says so. */
      g_assert_true (error->domain == SC_STORE_ERROR || error->domain == sc_model_error_quark ());
      g_assert_false (g_error_matches (error, SC_STORE_ERROR, SC_STORE_ERROR_FAILED));
      return 0;
    }

  g_clear_pointer (&self->version, sc_version_unref);
  self->version = sc_store_load_version (self->store, self->process_id, SC_VERSION_WANTED_PUBLISHED, &error);
  g_assert_no_error (error);

  return outcome->change_id;
}

/* Takes changes back, the last first; returns the changes that did it. */
static GArray *
take_back (ChangeFixture *self,
           GArray        *changes)
{
  GArray *undos = g_array_new (FALSE, FALSE, sizeof (gint64));

  for (guint i = changes->len; i > 0; i--)
    {
      gint64 change = g_array_index (changes, gint64, i - 1);
      g_autoptr (GError) error = NULL;
      g_autoptr (ScOutcome) outcome = sc_command_run (sc_command_undo_change (change), self->store, NULL, &error);

      g_assert_no_error (error);
      g_assert_cmpuint (outcome->left_alone->len, ==, 0);
      g_array_append_val (undos, outcome->change_id);
    }

  return undos;
}

static void
test_all_changes (void)
{
  for (guint sequence = 0; sequence < how_often (N_SEQUENCES); sequence++)
    {
      g_autoptr (ChangeFixture) self = change_fixture_new ();
      g_autofree char *start = NULL;
      g_autofree char *end = NULL;
      g_autoptr (GArray) changes = g_array_new (FALSE, FALSE, sizeof (gint64));
      g_autoptr (GArray) undos = NULL;
      g_autoptr (GArray) redos = NULL;

      random_changes_ask_for_more (self);
      start = store_fixture_dump (self->base);
      for (guint i = 0; i < N_CHANGES; i++)
        {
          gint64 change = change_something (self);

          if (change != 0)
            g_array_append_val (changes, change);
          change_fixture_check_statuses (self);
          visits_fixture_check (self);
        }
      change_fixture_check_totals (self);
      end = store_fixture_dump (self->base);

      undos = take_back (self, changes);
      change_fixture_check_totals (self);
      visits_fixture_check (self);
      store_fixture_assert_dump (self->base, start);

      change_fixture_reopen (self);
      redos = take_back (self, undos);
      change_fixture_check_totals (self);
      visits_fixture_check (self);
      store_fixture_assert_dump (self->base, end);

      g_clear_pointer (&undos, g_array_unref);
      undos = take_back (self, redos);
      store_fixture_assert_dump (self->base, start);
    }
}

/* As a person does it: undo until there is nothing left, then redo. */
static void
test_by_hand (void)
{
  g_autoptr (ChangeFixture) self = change_fixture_new ();
  g_autoptr (GPtrArray) states = g_ptr_array_new_with_free_func (g_free);
  gint64 id;

  g_ptr_array_add (states, store_fixture_dump (self->base));
  id = change_fixture_add (self, "deal", "A");
  g_ptr_array_add (states, store_fixture_dump (self->base));
  for (guint i = 0; i < 12; i++)
    {
      g_autoptr (ScDeal) deal = change_fixture_load (self, id);

      change_fixture_run (self, i % 4 == 3 ? random_changes_of_payments (self, deal)
                                           : sc_command_move_deal (deal, self->version->stages->len > i % 3
                                                                   ? sc_version_get_stage (self->version, i % 3 + 1)->id
                                                                   : NULL, -1, NULL));
      g_ptr_array_add (states, store_fixture_dump (self->base));
    }

  for (guint i = states->len - 1; i > 0; i--)
    {
      change_fixture_run (self, sc_command_undo (SC_CHANGES_OF_WINDOW, NULL));
      store_fixture_assert_dump (self->base, states->pdata[i - 1]);
    }
  /* The publication, and the process itself. */
  for (guint i = 0; i < 2; i++)
    change_fixture_run (self, sc_command_undo (SC_CHANGES_OF_WINDOW, NULL));
  change_fixture_refuse (self, sc_command_undo (SC_CHANGES_OF_WINDOW, NULL), SC_STORE_ERROR, SC_STORE_ERROR_NOT_FOUND);

  change_fixture_reopen (self);
  for (guint i = 0; i < 2; i++)
    change_fixture_run (self, sc_command_redo (SC_CHANGES_OF_WINDOW, NULL));
  for (guint i = 1; i < states->len; i++)
    {
      change_fixture_run (self, sc_command_redo (SC_CHANGES_OF_WINDOW, NULL));
      store_fixture_assert_dump (self->base, states->pdata[i]);
    }
  change_fixture_refuse (self, sc_command_redo (SC_CHANGES_OF_WINDOW, NULL), SC_STORE_ERROR, SC_STORE_ERROR_NOT_FOUND);
}

/* Many deals go at once, and come back at once, some of them won by it. */
static void
test_many_moves (void)
{
  g_autoptr (ChangeFixture) self = change_fixture_new ();
  g_autoptr (GArray) ids = g_array_new (FALSE, FALSE, sizeof (gint64));
  g_autofree char *before = NULL;
  g_autofree char *after = NULL;
  g_autoptr (ScDeal) deal = NULL;
  g_autoptr (ScDeal) edited = NULL;
  g_autoptr (ScOutcome) outcome = NULL;

  for (guint i = 0; i < 600; i++)
    {
      gint64 id = change_fixture_add (self, "deal", i % 3 == 0 ? "A" : "B");

      g_array_append_val (ids, id);
    }
  before = store_fixture_dump (self->base);
  change_fixture_run (self, sc_command_move_deals ((gint64 *) ids->data, ids->len, change_fixture_get_stage (self, "E"),
                                                   NULL));
  change_fixture_check_totals (self);
  after = store_fixture_dump (self->base);
  deal = change_fixture_load (self, g_array_index (ids, gint64, 5));
  g_assert_cmpint (deal->status, ==, SC_DEAL_WON);

  for (guint i = 0; i < 2; i++)
    {
      change_fixture_run (self, sc_command_undo (SC_CHANGES_OF_WINDOW, NULL));
      change_fixture_check_totals (self);
      store_fixture_assert_dump (self->base, before);
      change_fixture_run (self, sc_command_redo (SC_CHANGES_OF_WINDOW, NULL));
      store_fixture_assert_dump (self->base, after);
    }

  edited = sc_deal_copy (deal);
  g_set_str (&edited->title, "Changed");
  change_fixture_run (self, sc_command_edit_deal (deal, edited, SC_DEAL_FIELD_TITLE));
  change_fixture_run (self, sc_command_undo (SC_CHANGES_OF_WINDOW, NULL));
  outcome = sc_command_run (sc_command_undo (SC_CHANGES_OF_WINDOW, NULL), self->store, NULL, NULL);
  g_assert_nonnull (outcome);
  g_assert_cmpuint (outcome->left_alone->len, ==, 0);
  store_fixture_assert_dump (self->base, before);
}

/* What somebody else has changed since stays, and is named. */
static void
test_left_alone (void)
{
  g_autoptr (ChangeFixture) self = change_fixture_new ();
  gint64 id = change_fixture_add (self, "deal", "A");
  g_autoptr (ScDeal) deal = change_fixture_load (self, id);
  g_autoptr (ScDeal) edited = sc_deal_copy (deal);
  g_autoptr (ScStore) other = store_fixture_open_other (self->base);
  g_autoptr (ScOutcome) theirs = NULL;
  g_autoptr (ScOutcome) outcome = NULL;
  g_autoptr (ScDeal) after = NULL;

  change_fixture_run (self, sc_command_move_deal (deal, change_fixture_get_stage (self, "B"), -1, NULL));
  g_set_str (&edited->notes, "theirs");
  theirs = sc_command_run (sc_command_edit_deal (deal, edited, SC_DEAL_FIELD_NOTES), other, NULL, NULL);
  g_assert_nonnull (theirs);

  outcome = sc_command_run (sc_command_undo (SC_CHANGES_OF_WINDOW, NULL), self->store, NULL, NULL);
  g_assert_nonnull (outcome);
  g_assert_cmpuint (outcome->left_alone->len, ==, 1);
  g_assert_cmpstr (outcome->left_alone->pdata[0], ==, "deal");
  after = change_fixture_load (self, id);
  g_assert_cmpstr (after->notes, ==, "theirs");
  g_assert_cmpstr (after->stage_id, ==, change_fixture_get_stage (self, "B"));
}

int
main (int    argc,
      char **argv)
{
  g_test_init (&argc, &argv, NULL);

  g_test_add_func ("/change/undo/all-changes", test_all_changes);
  g_test_add_func ("/change/undo/by-hand", test_by_hand);
  g_test_add_func ("/change/undo/many-moves", test_many_moves);
  g_test_add_func ("/change/undo/left-alone", test_left_alone);

  return g_test_run ();
}
