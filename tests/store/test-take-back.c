/* SPDX-License-Identifier: GPL-3.0-or-later */

/* Every change a person can make, in random order, taken back to the beginning
 * and made again to the end, with restarts between, and the database compared
 * after each. */

#include "change/change-fixture.h"
#include "change/sc-document-commands.h"
#include "change/sc-import-deals.h"
#include "store/sc-document-facts.h"

/* More in the long suite. */
#define N_CHANGES (g_test_slow () ? 150u : 75u)

typedef struct {
  ChangeFixture *fixture;
  GRand *rand;
  guint n_rows;
  char text[32];
  const char *stage_id;
  ScImportCounts counts;
} Maker;

static guint
draw (Maker *self,
      guint  n)
{
  return g_rand_int (self->rand) % n;
}

static ScVersion *
load_version (Maker          *self,
              ScVersionWanted wanted)
{
  return sc_store_load_version (self->fixture->store, self->fixture->process_id, wanted, NULL);
}

static ScProcess *
load_process (Maker *self)
{
  return sc_store_load_process (self->fixture->store, self->fixture->process_id, NULL);
}

static char *
draw_stage (Maker *self)
{
  g_autoptr (ScVersion) version = load_version (self, SC_VERSION_WANTED_PUBLISHED);

  return g_strdup (sc_version_get_stage (version, draw (self, version->stages->len))->id);
}

/* A deal in one of some statuses, of any where there is none such. */
static ScDeal *
draw_deal (Maker *self,
           guint  statuses)
{
  g_autoptr (ScDealQuery) query = sc_deal_query_new (self->fixture->process_id);
  g_autoptr (GPtrArray) deals = NULL;

  query->statuses = statuses;
  deals = sc_store_list_deals (self->fixture->store, query, 0, NULL, NULL);
  if (deals->len == 0)
    return NULL;

  return sc_deal_ref (deals->pdata[draw (self, deals->len)]);
}

static ScCommand *
make_add (Maker *self)
{
  ScDeal *deal = sc_deal_new ();
  ScCommand *command;

  deal->process_id = g_strdup (self->fixture->process_id);
  deal->title = g_strdup_printf ("Deal %u", draw (self, 1000));
  deal->company = g_strdup_printf ("Company %u", draw (self, 5));
  deal->person = g_strdup_printf ("Person %u", draw (self, 5));
  deal->stage_id = draw_stage (self);
  command = sc_command_add_deal (deal);
  sc_deal_unref (deal);

  return command;
}

static ScCommand *
make_edit (Maker *self)
{
  g_autoptr (ScDeal) before = draw_deal (self, 0);
  g_autoptr (ScDeal) after = before != NULL ? sc_deal_copy (before) : NULL;

  if (before == NULL)
    return NULL;

  g_free (after->title);
  after->title = g_strdup_printf ("Edited %u", draw (self, 1000));
  g_free (after->company);
  after->company = g_strdup_printf ("Company %u", draw (self, 8));
  after->value = sc_money_new (draw (self, 100000), "USD");
  after->expected_close = sc_date_new (2026, 1 + draw (self, 12), 1 + draw (self, 28));

  return sc_command_edit_deal (before, after,
                               SC_DEAL_FIELD_TITLE | SC_DEAL_FIELD_COMPANY | SC_DEAL_FIELD_VALUE
                               | SC_DEAL_FIELD_EXPECTED_CLOSE);
}

static ScCommand *
make_delete (Maker *self)
{
  g_autoptr (ScDeal) deal = draw_deal (self, 0);

  return deal != NULL ? sc_command_delete_deal (deal) : NULL;
}

static ScCommand *
make_move (Maker *self)
{
  g_autoptr (ScDeal) deal = draw_deal (self, SC_DEAL_STATUSES_STANDING);
  g_autofree char *stage_id = draw_stage (self);

  return deal != NULL ? sc_command_move_deal (deal, stage_id, draw (self, 2) == 0 ? 0 : -1, NULL) : NULL;
}

static ScCommand *
make_move_many (Maker *self)
{
  g_autofree char *stage_id = draw_stage (self);
  gint64 ids[10];
  guint n = 0;

  while (n < G_N_ELEMENTS (ids))
    {
      g_autoptr (ScDeal) deal = draw_deal (self, SC_DEAL_STATUSES_STANDING);

      if (deal == NULL)
        return NULL;
      ids[n++] = deal->id;
    }

  return sc_command_move_deals (ids, n, stage_id, NULL);
}

static ScCommand *
make_close (Maker *self)
{
  g_autoptr (ScDeal) deal = draw_deal (self, SC_DEAL_STATUSES_STANDING);

  if (deal == NULL)
    return NULL;
  if (deal->status == SC_DEAL_WON)
    return sc_command_complete_deal (deal, NULL);

  return draw (self, 2) == 0 ? sc_command_win_deal (deal, NULL) : sc_command_lose_deal (deal, "Too dear");
}

static ScCommand *
make_reopen (Maker *self)
{
  g_autoptr (ScDeal) deal = draw_deal (self, (1u << SC_DEAL_LOST) | (1u << SC_DEAL_COMPLETED));

  return deal != NULL ? sc_command_reopen_deal (deal) : NULL;
}

static ScCommand *
make_tick (Maker *self)
{
  g_autoptr (ScDeal) deal = draw_deal (self, SC_DEAL_STATUSES_STANDING);
  g_autoptr (ScVersion) version = load_version (self, SC_VERSION_WANTED_PUBLISHED);
  const ScStage *stage = deal != NULL ? sc_version_find_stage (version, deal->stage_id, NULL) : NULL;

  if (stage == NULL || stage->criteria->len == 0)
    return NULL;

  return sc_command_tick (deal, (const char *const[]) { ((ScCriterion *) stage->criteria->pdata[0])->id, NULL },
                          draw (self, 3) > 0);
}

static ScCommand *
make_payment (Maker *self)
{
  g_autoptr (ScDeal) deal = draw_deal (self, SC_DEAL_STATUSES_STANDING);
  g_autoptr (GPtrArray) payments = deal != NULL ? sc_store_list_payments (self->fixture->store, deal->id, NULL) : NULL;
  ScPayment payment = { .amount = sc_money_new (draw (self, 1000) + 1, "EUR"), .due = sc_date_new (2026, 5, 4),
                        .note = (char *) "Half" };
  ScPayment paid;

  if (deal == NULL)
    return NULL;
  if (payments->len == 0 || draw (self, 3) == 0)
    return sc_command_add_payment (deal, &payment);
  if (draw (self, 2) == 0)
    return sc_command_remove_payment (payments->pdata[0]);

  paid = *(ScPayment *) payments->pdata[0];
  paid.paid_on = sc_date_new (2026, 5, 1 + draw (self, 28));

  return sc_command_edit_payment (payments->pdata[0], &paid);
}

static ScCommand *
make_activity (Maker *self)
{
  g_autoptr (ScDeal) deal = draw_deal (self, SC_DEAL_STATUSES_STANDING);
  g_autoptr (GPtrArray) list = deal != NULL ? sc_store_list_activities (self->fixture->store, deal->id, NULL) : NULL;
  const ScActivity *activity;

  if (deal == NULL)
    return NULL;
  if (list->len == 0 || draw (self, 2) == 0)
    return sc_command_add_activity (deal, "Call", sc_date_new (2026, 6, 1 + draw (self, 28)));

  activity = list->pdata[0];

  return draw (self, 2) == 0 ? sc_command_remove_activity (activity) : sc_command_complete_activity (activity);
}

static gboolean
next_row (ScImportRow *row,
          gpointer     user_data,
          GError     **error)
{
  Maker *self = user_data;

  if (self->n_rows == 0)
    return FALSE;

  self->n_rows--;
  g_snprintf (self->text, sizeof self->text, "%u", draw (self, 40));
  *row = (ScImportRow) {
    .external_id = self->text,
    .title = self->text,
    .company = self->text,
    .owner = (char *) (draw (self, 2) == 0 ? "Owner" : NULL),
    .stage_id = (char *) self->stage_id,
    .status = draw (self, SC_N_DEAL_STATUSES),
    .value = sc_money_new (draw (self, 1000), "EUR"),
    .started = sc_date_new (2026, 1, 5),
  };

  return TRUE;
}

static ScCommand *
make_import (Maker *self)
{
  g_autoptr (ScVersion) version = load_version (self, SC_VERSION_WANTED_PUBLISHED);

  self->n_rows = 1 + draw (self, 30);
  self->stage_id = g_intern_string (sc_version_get_stage (version, 0)->id);
  self->counts = (ScImportCounts) { 0 };

  return sc_command_import_deals (self->fixture->process_id, "Import", next_row, self, &self->counts);
}

static ScEdit *
draw_edit (Maker           *self,
           const ScVersion *version)
{
  guint position = draw (self, version->stages->len);
  ScStage *stage = sc_version_get_stage (version, position);
  g_autoptr (ScStage) changed = NULL;
  g_autoptr (ScRole) role = NULL;

  switch (draw (self, 5))
    {
    case 0:
      changed = sc_stage_copy (stage);
      g_free (changed->goal);
      changed->goal = g_strdup_printf ("Goal %u", draw (self, 1000));
      return sc_edit_replace_stage (version, changed);
    case 1:
      return version->stages->len > 3 ? sc_edit_remove_stage (version, stage->id) : sc_edit_set_mark (version, stage->id);
    case 2:
      return sc_edit_move_stage (version, stage->id, draw (self, version->stages->len));
    case 3:
      role = sc_role_new ("Lawyer", SC_FUNCTION_LEGAL);
      return sc_edit_insert_role (role, version->roles->len);
    default:
      changed = sc_stage_new (stage->id, SC_KIND_BIT (SC_KIND_OTHER));
      return sc_edit_insert_stage (changed, position);
    }
}

static ScCommand *
make_design (Maker *self)
{
  g_autoptr (ScVersion) version = load_version (self, SC_VERSION_WANTED_CURRENT);
  g_autoptr (GPtrArray) edits = sc_edits_new ();

  g_ptr_array_add (edits, draw_edit (self, version));

  return sc_command_edit_version (self->fixture->process_id, "Edit", edits);
}

static ScCommand *
make_publication (Maker *self)
{
  g_autoptr (ScProcess) process = load_process (self);
  g_autoptr (ScVersion) draft = load_version (self, SC_VERSION_WANTED_DRAFT);
  g_autoptr (ScVersion) published = load_version (self, SC_VERSION_WANTED_PUBLISHED);
  g_autoptr (GHashTable) moves = g_hash_table_new (g_str_hash, g_str_equal);

  if (draft == NULL)
    return NULL;

  for (guint i = 0; i < published->stages->len; i++)
    {
      const char *id = sc_version_get_stage (published, i)->id;

      if (sc_version_find_stage (draft, id, NULL) == NULL)
        g_hash_table_insert (moves, (gpointer) id,
                             sc_version_get_stage (draft, draw (self, draft->stages->len))->id);
    }

  return sc_command_publish (process, moves);
}

static ScCommand *
make_discard (Maker *self)
{
  g_autoptr (ScProcess) process = load_process (self);

  return process->has_draft ? sc_command_discard_draft (process) : NULL;
}

static ScCommand *
make_words (Maker           *self,
            const ScProcess *process,
            const char      *text)
{
  g_autoptr (ScVersion) version = load_version (self, SC_VERSION_WANTED_CURRENT);
  g_autofree char *place = draw (self, 3) > 0 && version->stages->len > 0
                           ? sc_place_of_stage (sc_version_get_stage (version, draw (self, version->stages->len))->id, SC_WORD_AFTER)
                           : g_strdup ("general:after");

  return sc_command_set_own_words (process, version, place, draw (self, 3) > 0 ? text : NULL);
}

static ScCommand *
make_organisation (Maker           *self,
                   const ScProcess *process,
                   const char      *text)
{
  g_autoptr (ScOrganisation) before = sc_store_load_organisation (self->fixture->store, process->id, NULL);
  g_autoptr (ScOrganisation) after = sc_organisation_copy (before);

  g_set_str (draw (self, 2) > 0 ? &after->name : &after->code, text);

  return sc_command_set_organisation (process, before, after);
}

static ScCommand *
make_setting (Maker *self)
{
  g_autoptr (ScProcess) process = load_process (self);
  g_autofree char *text = g_strdup_printf ("Name %u", draw (self, 100000));

  switch (draw (self, 8))
    {
    case 6:
      return make_words (self, process, text);
    case 7:
      return make_organisation (self, process, text);
    case 0:
      return sc_command_rename_process (process, text);
    case 1:
      return sc_command_describe_process (process, text);
    case 2:
      return sc_command_archive_process (process, !process->is_archived);
    case 3:
      return sc_command_set_loss_reasons (process, NULL, (const char *const[]) { text, "Other", NULL });
    case 4:
      return sc_command_duplicate_process (process);
    default:
      return sc_command_reorder_process (process, NULL);
    }
}

static ScCommand *(*const makers[])(Maker *self) = {
  make_add, make_add, make_add, make_edit, make_edit, make_delete, make_move, make_move, make_move, make_move_many,
  make_close, make_close, make_reopen, make_tick, make_payment, make_payment, make_activity, make_activity,
  make_import, make_design, make_design, make_publication, make_discard, make_setting,
};

/* Returns the change's number, 0 where nothing had to change. */
static gint64
run (ChangeFixture *fixture,
     ScCommand     *command,
     guint          maker)
{
  g_autoptr (GError) error = NULL;
  g_autoptr (ScOutcome) outcome = sc_command_run (command, fixture->store, NULL, &error);

  /* What makes no sense just now is refused, such as a deal won already. */
  if (outcome == NULL)
    {
      g_test_message ("maker %u: %s", maker, error->message);
      g_assert_true (error->domain == SC_MODEL_ERROR
                     || g_error_matches (error, SC_STORE_ERROR, SC_STORE_ERROR_INVALID)
                     || g_error_matches (error, SC_STORE_ERROR, SC_STORE_ERROR_EXISTS)
                     || g_error_matches (error, SC_STORE_ERROR, SC_STORE_ERROR_NOT_FOUND));
      return 0;
    }
  for (guint i = 0; outcome->left_alone != NULL && i < outcome->left_alone->len; i++)
    g_test_message ("left alone: %s", (char *) outcome->left_alone->pdata[i]);
  g_assert_true (outcome->left_alone == NULL || outcome->left_alone->len == 0);

  return outcome->change_id;
}

static void
assert_sound (ChangeFixture *fixture)
{
  g_autoptr (GPtrArray) problems = g_ptr_array_new_with_free_func (g_free);
  g_autoptr (GError) error = NULL;
  gboolean is_sound = sc_store_check (fixture->store, problems, &error);

  for (guint i = 0; i < problems->len; i++)
    g_test_message ("%s", (char *) problems->pdata[i]);
  g_assert_no_error (error);
  g_assert_true (is_sound);
}

/* Takes back each of @changes, the last first, and replaces it by the change
 * that did so. */
static void
take_back (ChangeFixture *fixture,
           GArray        *changes,
           GPtrArray     *dumps,
           gboolean       is_redo)
{
  for (guint i = 0; i < changes->len; i++)
    {
      guint at = is_redo ? i : changes->len - 1 - i;
      gint64 *change = &g_array_index (changes, gint64, at);

      g_test_message ("taking back %" G_GINT64_FORMAT, *change);
      *change = run (fixture, sc_command_undo_change (*change), 0);
      g_assert_cmpint (*change, >, 0);
      store_fixture_assert_dump (fixture->base, dumps->pdata[is_redo ? at + 1 : at]);
      if (i % 20 == 7)
        {
          assert_sound (fixture);
          change_fixture_reopen (fixture);
        }
    }
  assert_sound (fixture);
}

static void
test_random_changes (void)
{
  guint32 seed = (guint32) g_test_rand_int ();
  g_autoptr (GRand) rand = g_rand_new_with_seed (seed);
  g_autoptr (ChangeFixture) fixture = change_fixture_new ();
  g_autoptr (GPtrArray) dumps = g_ptr_array_new_with_free_func (g_free);
  g_autoptr (GArray) changes = g_array_new (FALSE, FALSE, sizeof (gint64));
  Maker maker = { .fixture = fixture, .rand = rand };

  g_test_message ("seed %u", seed);
  g_ptr_array_add (dumps, store_fixture_dump (fixture->base));
  while (changes->len < N_CHANGES)
    {
      guint i = draw (&maker, G_N_ELEMENTS (makers));
      ScCommand *command = makers[i] (&maker);
      gint64 change = command != NULL ? run (fixture, command, i) : 0;

      if (change == 0)
        continue;
      g_test_message ("%" G_GINT64_FORMAT ": maker %u", change, i);
      g_array_append_val (changes, change);
      g_ptr_array_add (dumps, store_fixture_dump (fixture->base));
    }
  assert_sound (fixture);

  for (guint round = 0; round < 2; round++)
    {
      take_back (fixture, changes, dumps, FALSE);
      take_back (fixture, changes, dumps, TRUE);
    }
}

/* Any change; where all was taken back, the process too, that again, and where
 * the other window took the publication back, that. */
static ScCommand *
make_any (Maker *self)
{
  g_autoptr (ScVersion) published = load_version (self, SC_VERSION_WANTED_PUBLISHED);
  g_autoptr (ScProcess) process = load_process (self);

  if (process == NULL)
    return sc_command_redo (SC_CHANGES_OF_USER, NULL);
  if (published == NULL)
    return sc_command_publish (process, NULL);
  g_assert_cmpuint (published->stages->len, >, 0);

  return makers[draw (self, G_N_ELEMENTS (makers))] (self);
}

/* Two windows that change, undo and redo as they like: whatever is refused or
 * left alone, the database stays sound. */
static void
test_two_windows (void)
{
  guint32 seed = (guint32) g_test_rand_int ();
  g_autoptr (GRand) rand = g_rand_new_with_seed (seed);
  g_autoptr (ChangeFixture) fixture = change_fixture_new ();
  g_autoptr (ScStore) other = store_fixture_open_other (fixture->base);
  Maker maker = { .fixture = fixture, .rand = rand };

  g_test_message ("seed %u", seed);
  for (guint i = 0; i < 2 * N_CHANGES; i++)
    {
      guint way = draw (&maker, 10);
      ScChangesOf whose = draw (&maker, 2) == 0 ? SC_CHANGES_OF_WINDOW : SC_CHANGES_OF_USER;
      const char *process_id = draw (&maker, 2) == 0 ? fixture->process_id : NULL;
      g_autoptr (ScOutcome) outcome = NULL;
      g_autoptr (GError) error = NULL;
      ScCommand *command;

      fixture->store = draw (&maker, 2) == 0 ? other : fixture->base->store;
      command = way < 3 ? sc_command_undo (whose, process_id)
                : way < 5 ? sc_command_redo (whose, process_id) : make_any (&maker);
      outcome = command != NULL ? sc_command_run (command, fixture->store, NULL, &error) : NULL;
      if (error != NULL)
        {
          g_test_message ("%u: %s", i, error->message);
          g_assert_true (error->domain == SC_STORE_ERROR && error->code != SC_STORE_ERROR_FAILED
                         && error->code != SC_STORE_ERROR_EXISTS
                         && error->code != SC_STORE_ERROR_CORRUPT);
        }
      if (i % 10 == 0)
        assert_sound (fixture);
    }
  assert_sound (fixture);
  fixture->store = fixture->base->store;
}

static gint64
move (ChangeFixture *fixture,
      gint64         deal_id,
      const char    *stage)
{
  g_autoptr (ScDeal) deal = change_fixture_load (fixture, deal_id);
  g_autoptr (ScOutcome) outcome =
    sc_command_run (sc_command_move_deal (deal, change_fixture_get_stage (fixture, stage), 0, NULL), fixture->store, NULL,
                    NULL);

  return outcome->change_id;
}

/* Publishes a version without stage C, with one more at its end. */
static gint64
publish_without_c (ChangeFixture *fixture)
{
  g_autoptr (GPtrArray) edits = sc_edits_new ();
  g_autoptr (ScStage) stage = sc_stage_new ("New", SC_KIND_BIT (SC_KIND_OTHER));
  g_autoptr (ScProcess) process = NULL;
  g_autoptr (ScOutcome) outcome = NULL;

  g_ptr_array_add (edits, sc_edit_remove_stage (fixture->version, change_fixture_get_stage (fixture, "C")));
  g_ptr_array_add (edits, sc_edit_insert_stage (stage, 5));
  change_fixture_run (fixture, sc_command_edit_version (fixture->process_id, "Edit", edits));
  process = sc_store_load_process (fixture->store, fixture->process_id, NULL);
  outcome = sc_command_run (sc_command_publish (process, NULL), fixture->store, NULL, NULL);
  sc_version_unref (fixture->version);
  fixture->version = sc_store_load_version (fixture->store, fixture->process_id, SC_VERSION_WANTED_PUBLISHED, NULL);

  return outcome->change_id;
}

static void
test_stage_that_is_gone (void)
{
  g_autoptr (ChangeFixture) fixture = change_fixture_new ();
  gint64 deal_id = change_fixture_add (fixture, "Mill", "C");
  gint64 moved = move (fixture, deal_id, "B");
  gint64 published = publish_without_c (fixture);
  g_autoptr (ScOutcome) outcome = NULL;
  g_autoptr (ScDeal) deal = NULL;

  outcome = sc_command_run (sc_command_undo_change (moved), fixture->store, NULL, NULL);
  g_assert_cmpuint (outcome->left_alone->len, ==, 1);
  g_assert_cmpstr (outcome->left_alone->pdata[0], ==, "Mill");
  deal = change_fixture_load (fixture, deal_id);
  g_assert_cmpstr (deal->stage_id, ==, change_fixture_get_stage (fixture, "B"));
  assert_sound (fixture);

  /* And a publication whose new stage a deal stands in. */
  move (fixture, deal_id, "New");
  g_assert_cmpint (run (fixture, sc_command_undo_change (published), 0), >, 0);
  assert_sound (fixture);
  change_fixture_check_totals (fixture);
  change_fixture_check_statuses (fixture);
  g_clear_pointer (&deal, sc_deal_unref);
  g_clear_pointer (&fixture->version, sc_version_unref);
  fixture->version = sc_store_load_version (fixture->store, fixture->process_id, SC_VERSION_WANTED_PUBLISHED, NULL);
  deal = change_fixture_load (fixture, deal_id);
  g_assert_cmpstr (deal->stage_id, ==, change_fixture_get_stage (fixture, "F"));
}

/* A deal that an undo left alone is left alone by the redo too, wherever it is
 * by then. */
static void
test_left_alone_both_ways (void)
{
  g_autoptr (ChangeFixture) fixture = change_fixture_new ();
  Maker maker = { .fixture = fixture, .n_rows = 12, .rand = g_rand_new_with_seed (4) };
  g_autoptr (ScVersion) version = load_version (&maker, SC_VERSION_WANTED_PUBLISHED);
  g_autofree char *imported = NULL;
  gint64 first, second, moved, undone;

  first = run (fixture, make_import (&maker), 0);
  maker.n_rows = 40;
  maker.stage_id = g_intern_string (sc_version_get_stage (version, 0)->id);
  second = run (fixture, sc_command_import_deals (fixture->process_id, "Again", next_row, &maker, &maker.counts), 0);
  g_assert_cmpint (first, <, second);
  imported = store_fixture_dump (fixture->base);

  {
    g_autoptr (ScDeal) deal = draw_deal (&maker, SC_DEAL_STATUSES_STANDING);

    moved = move (fixture, deal->id, sc_version_get_stage (version, 1)->name);
  }
  {
    g_autoptr (ScOutcome) outcome = sc_command_run (sc_command_undo_change (second), fixture->store, NULL, NULL);

    g_assert_cmpuint (outcome->left_alone->len, ==, 1);
    undone = outcome->change_id;
  }
  assert_sound (fixture);
  g_assert_cmpint (run (fixture, sc_command_undo_change (moved), 0), >, 0);
  {
    g_autoptr (ScOutcome) outcome = sc_command_run (sc_command_undo_change (undone), fixture->store, NULL, NULL);

    g_assert_nonnull (outcome);
  }
  assert_sound (fixture);
  store_fixture_assert_dump (fixture->base, imported);
  g_rand_free (maker.rand);
}

int
main (int    argc,
      char **argv)
{
  g_test_init (&argc, &argv, NULL);

  g_test_add_func ("/undo/random-changes", test_random_changes);
  g_test_add_func ("/undo/two-windows", test_two_windows);
  g_test_add_func ("/undo/left-alone-both-ways", test_left_alone_both_ways);
  g_test_add_func ("/undo/stage-that-is-gone", test_stage_that_is_gone);

  return g_test_run ();
}
