/* SPDX-License-Identifier: GPL-3.0-or-later */

/* Every command, told what does not belong together or is gone: each refuses,
 * says why, and leaves everything as it was. */

#include "change/change-fixture.h"
#include "change/sc-import-deals.h"
#include "model/sc-edit.h"

#define NO_SUCH "00000000-0000-4000-8000-000000000000"

/* Two processes, with a deal, a next step and a payment in each. */
typedef struct {
  ChangeFixture *own;
  ScProcess *other_process;
  ScVersion *other_version;
  ScDeal *deal;
  ScDeal *other;
  ScActivity *step;
  ScActivity *other_step;
  ScPayment *payment;
  ScPayment *other_payment;
} Fixture;

static ScProcess *
add_process (ChangeFixture *own,
             ScVersion    **version)
{
  g_autoptr (ScProcess) process = sc_store_load_process (own->store, own->process_id, NULL);
  g_autoptr (ScOutcome) made = sc_command_run (sc_command_duplicate_process (process), own->store, NULL, NULL);
  g_autoptr (ScProcess) other = sc_store_load_process (own->store, made->process_id, NULL);

  change_fixture_run (own, sc_command_publish (other, NULL));
  *version = sc_store_load_version (own->store, other->id, SC_VERSION_WANTED_PUBLISHED, NULL);

  return sc_store_load_process (own->store, other->id, NULL);
}

static ScDeal *
add_deal (ChangeFixture   *own,
          const char      *process_id,
          const ScVersion *version,
          ScActivity     **step,
          ScPayment      **payment)
{
  g_autoptr (ScDeal) deal = sc_deal_new ();
  g_autoptr (ScDeal) made = NULL;
  g_autoptr (GPtrArray) steps = NULL;
  g_autoptr (GPtrArray) payments = NULL;
  const ScPayment expected = { .amount = sc_money_new (100, "EUR") };
  gint64 id;

  deal->process_id = g_strdup (process_id);
  deal->title = g_strdup ("A deal");
  deal->stage_id = g_strdup (sc_version_get_stage (version, 0)->id);
  id = change_fixture_run (own, sc_command_add_deal (deal));
  made = change_fixture_load (own, id);
  change_fixture_run (own, sc_command_add_activity (made, "Call", SC_DATE_NONE));
  change_fixture_run (own, sc_command_add_payment (made, &expected));

  steps = sc_store_list_activities (own->store, id, NULL);
  payments = sc_store_list_payments (own->store, id, NULL);
  *step = g_ptr_array_steal_index (steps, 0);
  *payment = g_ptr_array_steal_index (payments, 0);

  return change_fixture_load (own, id);
}

static void
set_up (Fixture      *self,
        gconstpointer data)
{
  self->own = change_fixture_new ();
  self->other_process = add_process (self->own, &self->other_version);
  self->deal = add_deal (self->own, self->own->process_id, self->own->version, &self->step, &self->payment);
  self->other = add_deal (self->own, self->other_process->id, self->other_version, &self->other_step, &self->other_payment);
}

static void
tear_down (Fixture      *self,
           gconstpointer data)
{
  sc_activity_free (self->step);
  sc_activity_free (self->other_step);
  sc_payment_free (self->payment);
  sc_payment_free (self->other_payment);
  sc_deal_unref (self->deal);
  sc_deal_unref (self->other);
  sc_version_unref (self->other_version);
  sc_process_unref (self->other_process);
  change_fixture_free (self->own);
}

static GPtrArray *
only (ScEdit *edit)
{
  GPtrArray *edits = sc_edits_new ();

  g_ptr_array_add (edits, edit);

  return edits;
}

#define refuse(self, command) refuse_at (self, command, G_STRLOC)

static void
refuse_at (Fixture    *self,
           ScCommand  *command,
           const char *where)
{
  g_autofree char *before = store_fixture_dump (self->own->base);
  g_autoptr (GError) error = NULL;
  g_autoptr (ScOutcome) outcome = sc_command_run (command, self->own->store, NULL, &error);

  if (outcome != NULL)
    g_error ("%s: was not refused", where);
  if ((error->domain != SC_STORE_ERROR && error->domain != SC_MODEL_ERROR)
      || g_error_matches (error, SC_STORE_ERROR, SC_STORE_ERROR_FAILED))
    g_error ("%s: was refused with “%s”", where, error->message);
  /* Nobody knows things by their UUIDs. */
  g_assert_null (strstr (error->message, "-4"));
  store_fixture_assert_dump (self->own->base, before);
}

static const char *
get_criterion (const ScVersion *version,
               guint            position)
{
  return ((ScCriterion *) sc_version_get_stage (version, position)->criteria->pdata[0])->id;
}

static const ScTactic *
get_tactic (const ScVersion *version)
{
  return sc_version_get_stage (version, 0)->tactics->pdata[0];
}

static ScGateAnswers *
tick (const ScVersion *version,
      guint            position)
{
  const char *const ids[] = { get_criterion (version, position), NULL };

  return sc_gate_answers_new_ticked (ids);
}

/* The deal as somebody has it who mistakes its process. */
static ScDeal *
mistake_process (Fixture *self)
{
  ScDeal *deal = sc_deal_copy (self->deal);

  g_set_str (&deal->process_id, self->other_process->id);

  return deal;
}

static void
test_moves (Fixture      *self,
            gconstpointer data)
{
  g_autoptr (ScGateAnswers) foreign = tick (self->other_version, 0);
  g_autoptr (ScGateAnswers) elsewhere = tick (self->own->version, 2);
  const char *own_stage = sc_version_get_stage (self->own->version, 1)->id;
  const char *other_stage = sc_version_get_stage (self->other_version, 1)->id;
  const gint64 mixed[] = { self->deal->id, self->other->id };
  const gint64 gone[] = { self->deal->id, 4711 };
  g_autoptr (ScDeal) mistaken = mistake_process (self);
  gint64 far = change_fixture_add (self->own, "far", "C");

  refuse (self, sc_command_move_deal (self->deal, other_stage, -1, NULL));
  refuse (self, sc_command_move_deal (self->deal, NO_SUCH, -1, NULL));
  refuse (self, sc_command_move_deal (mistaken, other_stage, -1, NULL));
  refuse (self, sc_command_move_deal (self->deal, own_stage, self->other->id, NULL));
  refuse (self, sc_command_move_deal (self->deal, own_stage, far, NULL));
  refuse (self, sc_command_move_deal (self->deal, own_stage, self->deal->id, NULL));
  refuse (self, sc_command_move_deal (self->deal, own_stage, 4711, NULL));
  refuse (self, sc_command_move_deal (self->deal, own_stage, -7, NULL));
  refuse (self, sc_command_move_deal (self->deal, own_stage, -1, foreign));
  refuse (self, sc_command_move_deal (self->deal, own_stage, -1, elsewhere));

  refuse (self, sc_command_move_deals (mixed, 2, own_stage, NULL));
  refuse (self, sc_command_move_deals (mixed, 2, other_stage, NULL));
  refuse (self, sc_command_move_deals (mixed, 1, other_stage, NULL));
  refuse (self, sc_command_move_deals (mixed, 1, own_stage, foreign));
  refuse (self, sc_command_move_deals (gone, 2, own_stage, NULL));
}

static void
test_ends (Fixture      *self,
           gconstpointer data)
{
  g_autoptr (ScGateAnswers) foreign = tick (self->other_version, 0);
  const gint64 mixed[] = { self->deal->id, self->other->id };
  g_autoptr (ScDeal) mistaken = mistake_process (self);

  refuse (self, sc_command_win_deal (mistaken, NULL));
  refuse (self, sc_command_lose_deal (mistaken, "Price"));
  refuse (self, sc_command_complete_deal (mistaken, NULL));
  refuse (self, sc_command_delete_deal (mistaken));
  refuse (self, sc_command_refuse_deals (mixed, 2, NULL, "Price", NULL));
  refuse (self, sc_command_complete_deals (mixed, 2, NULL));
  refuse (self, sc_command_complete_deals (mixed, 1, foreign));
  refuse (self, sc_command_delete_deals (mixed, 2));

  change_fixture_run (self->own, sc_command_lose_deal (self->deal, "Price"));
  g_clear_pointer (&mistaken, sc_deal_unref);
  sc_deal_unref (self->deal);
  self->deal = change_fixture_load (self->own, mixed[0]);
  mistaken = mistake_process (self);
  refuse (self, sc_command_reopen_deal (mistaken));
}

static void
test_fields (Fixture      *self,
             gconstpointer data)
{
  const char *const foreign[] = { get_criterion (self->other_version, 0), NULL };
  const char *const own[] = { get_criterion (self->own->version, 0), NULL };
  g_autoptr (ScDeal) mistaken = mistake_process (self);
  g_autoptr (ScDeal) edited = sc_deal_copy (self->deal);
  g_autoptr (ScDeal) added = sc_deal_copy (self->deal);

  g_set_str (&edited->title, "Another");
  edited->owner_id = 4711;
  refuse (self, sc_command_edit_deal (mistaken, edited, SC_DEAL_FIELD_TITLE));
  refuse (self, sc_command_edit_deal (self->deal, edited, SC_DEAL_FIELD_OWNER));
  refuse (self, sc_command_tick (self->deal, foreign, TRUE));
  refuse (self, sc_command_tick (self->deal, foreign, FALSE));
  refuse (self, sc_command_tick (mistaken, own, TRUE));
  refuse (self, sc_command_use_tactic (self->deal, get_tactic (self->other_version)));
  refuse (self, sc_command_use_tactic (mistaken, get_tactic (self->own->version)));

  g_set_str (&added->stage_id, sc_version_get_stage (self->other_version, 0)->id);
  refuse (self, sc_command_add_deal (added));
  g_set_str (&added->stage_id, NULL);
  added->owner_id = 4711;
  refuse (self, sc_command_add_deal (added));
  added->owner_id = 0;
  g_set_str (&added->process_id, NO_SUCH);
  refuse (self, sc_command_add_deal (added));
}

static void
test_steps_and_payments (Fixture      *self,
                         gconstpointer data)
{
  const gint64 mixed[] = { self->deal->id, self->other->id };
  g_autoptr (ScDeal) mistaken = mistake_process (self);
  ScActivity step = *self->other_step;
  ScActivity step_after = *self->other_step;
  ScPayment payment = *self->other_payment;
  ScPayment payment_after = *self->other_payment;

  /* Those of the other deal, said to be this one's. */
  step.deal_id = step_after.deal_id = self->deal->id;
  payment.deal_id = payment_after.deal_id = self->deal->id;
  step_after.due = sc_clock_today ();
  payment_after.amount.minor = 7;

  refuse (self, sc_command_add_activity (mistaken, "Write", SC_DATE_NONE));
  refuse (self, sc_command_add_activities (mixed, 2, "Write", SC_DATE_NONE));
  refuse (self, sc_command_edit_activity (&step, &step_after));
  refuse (self, sc_command_complete_activity (&step));
  refuse (self, sc_command_remove_activity (&step));
  refuse (self, sc_command_add_payment (mistaken, &payment_after));
  refuse (self, sc_command_edit_payment (&payment, &payment_after));
  refuse (self, sc_command_remove_payment (&payment));
}

/* Whatever is left on screens of a deal that somebody has deleted. */
static void
test_of_a_deleted_deal (Fixture      *self,
                        gconstpointer data)
{
  const char *const own[] = { get_criterion (self->own->version, 0), NULL };
  const char *stage_id = sc_version_get_stage (self->own->version, 1)->id;
  const gint64 ids[] = { self->deal->id };
  const ScPayment payment = { .amount = sc_money_new (7, "EUR") };
  g_autoptr (ScDeal) edited = sc_deal_copy (self->deal);
  gboolean with_process = GPOINTER_TO_INT (data);

  if (with_process)
    {
      g_autoptr (ScProcess) process = sc_store_load_process (self->own->store, self->own->process_id, NULL);

      change_fixture_run (self->own, sc_command_delete_process (process, TRUE));
    }
  else
    {
      change_fixture_run (self->own, sc_command_delete_deal (self->deal));
    }

  g_set_str (&edited->title, "Another");
  refuse (self, sc_command_edit_deal (self->deal, edited, SC_DEAL_FIELD_TITLE));
  refuse (self, sc_command_delete_deal (self->deal));
  refuse (self, sc_command_delete_deals (ids, 1));
  refuse (self, sc_command_move_deal (self->deal, stage_id, -1, NULL));
  refuse (self, sc_command_move_deals (ids, 1, stage_id, NULL));
  refuse (self, sc_command_win_deal (self->deal, NULL));
  refuse (self, sc_command_lose_deal (self->deal, NULL));
  refuse (self, sc_command_refuse_deals (ids, 1, NULL, NULL, NULL));
  refuse (self, sc_command_complete_deal (self->deal, NULL));
  refuse (self, sc_command_complete_deals (ids, 1, NULL));
  refuse (self, sc_command_reopen_deal (self->deal));
  refuse (self, sc_command_tick (self->deal, own, TRUE));
  refuse (self, sc_command_use_tactic (self->deal, get_tactic (self->own->version)));
  refuse (self, sc_command_add_payment (self->deal, &payment));
  refuse (self, sc_command_edit_payment (self->payment, &payment));
  refuse (self, sc_command_remove_payment (self->payment));
  refuse (self, sc_command_add_activity (self->deal, "Write", SC_DATE_NONE));
  refuse (self, sc_command_add_activities (ids, 1, "Write", SC_DATE_NONE));
  refuse (self, sc_command_edit_activity (self->step, self->step));
  refuse (self, sc_command_complete_activity (self->step));
  refuse (self, sc_command_remove_activity (self->step));
}

static void
refuse_edit (Fixture *self,
             ScEdit  *edit)
{
  g_autoptr (GPtrArray) edits = only (edit);

  refuse (self, sc_command_edit_version (self->own->process_id, "Edit", edits));
}

static void
test_edits (Fixture      *self,
            gconstpointer data)
{
  const ScVersion *own = self->own->version;
  const ScVersion *other = self->other_version;
  ScStage *first = sc_version_get_stage (own, 0);
  g_autoptr (ScStage) changed = sc_stage_copy (first);
  g_autoptr (ScStage) foreign = sc_stage_copy (sc_version_get_stage (other, 0));
  g_autoptr (ScRole) role = sc_role_new ("Nobody’s", SC_FUNCTION_SALES);
  const char *const participants[] = { role->id, NULL };
  ScEdit *mixed;

  /* Stages of the other process. */
  refuse_edit (self, sc_edit_remove_stage (other, foreign->id));
  refuse_edit (self, sc_edit_move_stage (other, foreign->id, 2));
  refuse_edit (self, sc_edit_set_mark (own, foreign->id));
  refuse_edit (self, sc_edit_replace_stage (other, foreign));

  /* Another stage in this one's place. */
  g_set_str (&foreign->id, first->id);
  mixed = sc_edit_replace_stage (own, foreign);
  sc_stage_unref (mixed->stage_after);
  mixed->stage_after = g_steal_pointer (&foreign);
  g_set_str (&mixed->stage_after->id, NO_SUCH);
  refuse_edit (self, mixed);
  foreign = sc_stage_copy (sc_version_get_stage (other, 0));

  /* Roles that the version does not have. */
  g_set_str (&changed->responsible, role->id);
  refuse_edit (self, sc_edit_replace_stage (own, changed));
  g_set_str (&changed->responsible, NULL);
  sc_stage_set_participants (changed, participants);
  refuse_edit (self, sc_edit_replace_stage (own, changed));
  g_set_str (&foreign->responsible, role->id);
  refuse_edit (self, sc_edit_insert_stage (foreign, 0));

  /* Another stage's exit criterion; a stage twice. */
  g_clear_pointer (&changed, sc_stage_unref);
  changed = sc_stage_copy (first);
  g_ptr_array_add (changed->criteria, sc_criterion_new (get_criterion (own, 1), "Taken"));
  refuse_edit (self, sc_edit_replace_stage (own, changed));
  refuse_edit (self, sc_edit_insert_stage (first, 0));
}

static void
test_processes (Fixture      *self,
                gconstpointer data)
{
  g_autoptr (ScProcess) process = sc_store_load_process (self->own->store, self->own->process_id, NULL);
  g_autoptr (GPtrArray) edits = only (sc_edit_remove_stage (self->own->version, sc_version_get_stage (self->own->version, 0)->id));
  g_autoptr (GHashTable) moves = g_hash_table_new (g_str_hash, g_str_equal);
  g_autoptr (ScVersion) version = sc_version_copy (self->own->version);
  const char *gone = sc_version_get_stage (self->own->version, 0)->id;
  const char *kept = sc_version_get_stage (self->own->version, 1)->id;
  const char *foreign = sc_version_get_stage (self->other_version, 1)->id;

  refuse (self, sc_command_publish (process, NULL));
  refuse (self, sc_command_discard_draft (process));
  refuse (self, sc_command_reorder_process (process, NO_SUCH));

  change_fixture_run (self->own, sc_command_edit_version (process->id, "Remove", edits));
  g_clear_pointer (&process, sc_process_unref);
  process = sc_store_load_process (self->own->store, self->own->process_id, NULL);

  /* To a stage of another process; from one that is not gone; from a stranger. */
  g_hash_table_insert (moves, (gpointer) gone, (gpointer) foreign);
  refuse (self, sc_command_publish (process, moves));
  g_hash_table_insert (moves, (gpointer) gone, (gpointer) kept);
  g_hash_table_insert (moves, (gpointer) kept, (gpointer) sc_version_get_stage (self->own->version, 2)->id);
  refuse (self, sc_command_publish (process, moves));
  g_hash_table_remove (moves, kept);
  g_hash_table_insert (moves, (gpointer) foreign, (gpointer) kept);
  refuse (self, sc_command_publish (process, moves));

  /* A version that names what it does not have. */
  sc_stage_unref (version->stages->pdata[0]);
  version->stages->pdata[0] = sc_stage_copy (sc_version_get_stage (self->own->version, 0));
  g_set_str (&sc_version_get_stage (version, 0)->responsible, NO_SUCH);
  refuse (self, sc_command_create_process ("Third", NULL, version, NULL));
  refuse (self, sc_command_import_process (NO_SUCH, "Third", NULL, version, NULL, NULL));
}

static void
test_of_a_deleted_process (Fixture      *self,
                           gconstpointer data)
{
  static const char *const reasons[] = { "Price", NULL };
  g_autoptr (ScProcess) process = sc_store_load_process (self->own->store, self->own->process_id, NULL);
  g_autoptr (GPtrArray) edits = only (sc_edit_remove_stage (self->own->version, sc_version_get_stage (self->own->version, 0)->id));

  change_fixture_run (self->own, sc_command_delete_process (process, TRUE));
  refuse (self, sc_command_rename_process (process, "Another"));
  refuse (self, sc_command_describe_process (process, "Another"));
  refuse (self, sc_command_archive_process (process, TRUE));
  refuse (self, sc_command_delete_process (process, TRUE));
  refuse (self, sc_command_duplicate_process (process));
  refuse (self, sc_command_reorder_process (process, NULL));
  refuse (self, sc_command_reorder_process (self->other_process, process->id));
  refuse (self, sc_command_set_loss_reasons (process, NULL, reasons));
  refuse (self, sc_command_edit_version (process->id, "Edit", edits));
  refuse (self, sc_command_discard_draft (process));
  refuse (self, sc_command_publish (process, NULL));
}

static gboolean
next_row (ScImportRow *row,
          gpointer     stage_id,
          GError     **error)
{
  row->title = (char *) "Imported";
  row->stage_id = (char *) stage_id;

  return TRUE;
}

static void
test_imports_and_undo (Fixture      *self,
                       gconstpointer data)
{
  ScImportCounts counts;
  const gint64 ids[] = { self->deal->id };

  refuse (self, sc_command_import_deals (self->own->process_id, "Import", next_row,
                                         sc_version_get_stage (self->other_version, 0)->id, &counts));
  refuse (self, sc_command_import_deals (NO_SUCH, "Import", next_row, NULL, &counts));
  refuse (self, sc_command_undo_change (4711));
  refuse (self, sc_command_undelete_process (self->other_process));
  refuse (self, sc_command_undelete_deal (self->deal, NULL));
  refuse (self, sc_command_undelete_deals (ids, 1, NULL));
}

/* A question is answered for what it showed. */
static void
test_what_was_seen (Fixture      *self,
                    gconstpointer data)
{
  g_autoptr (ScProcess) process = NULL;
  g_autoptr (ScVersion) seen = NULL;
  g_autoptr (GPtrArray) edits = sc_edits_new ();
  g_autoptr (GPtrArray) more = NULL;
  const gint64 ids[] = { self->deal->id };
  const char *to = sc_version_get_stage (self->own->version, 2)->id;

  g_ptr_array_add (edits, sc_edit_move_stage (self->own->version, to, 0));
  change_fixture_run (self->own, sc_command_edit_version (self->own->process_id, "Move", edits));
  seen = sc_store_load_version (self->own->store, self->own->process_id, SC_VERSION_WANTED_CURRENT, NULL);
  process = sc_store_load_process (self->own->store, self->own->process_id, NULL);

  more = only (sc_edit_move_stage (seen, to, 3));
  change_fixture_run (self->own, sc_command_edit_version (self->own->process_id, "Elsewhere", more));
  refuse (self, sc_command_require_version (sc_command_publish (process, NULL), process->id, seen));
  refuse (self, sc_command_require_version (sc_command_discard_draft (process), process->id, seen));

  g_clear_pointer (&seen, sc_version_unref);
  seen = sc_store_load_version (self->own->store, self->own->process_id, SC_VERSION_WANTED_CURRENT, NULL);
  change_fixture_run (self->own, sc_command_require_version (sc_command_publish (process, NULL), process->id, seen));

  change_fixture_run (self->own, sc_command_move_deal (self->deal, to, -1, NULL));
  refuse (self, sc_command_require_deals (sc_command_refuse_deals (ids, 1, NULL, "Price", NULL), self->deal, ids, 1));
  refuse (self, sc_command_require_deals (sc_command_delete_deals (ids, 1), self->deal, ids, 1));
  sc_deal_unref (self->deal);
  self->deal = change_fixture_load (self->own, ids[0]);
  change_fixture_run (self->own, sc_command_require_deals (sc_command_refuse_deals (ids, 1, NULL, "Price", NULL), self->deal, ids, 1));
}

int
main (int    argc,
      char **argv)
{
  static const struct {
    const char *path;
    void (*test)(Fixture      *self,
                 gconstpointer data);
    gboolean data;
  } tests[] = {
    { "/change/belonging/moves", test_moves },
    { "/change/belonging/ends", test_ends },
    { "/change/belonging/fields", test_fields },
    { "/change/belonging/steps-and-payments", test_steps_and_payments },
    { "/change/belonging/of-a-deleted-deal", test_of_a_deleted_deal, FALSE },
    { "/change/belonging/of-a-deleted-processes-deal", test_of_a_deleted_deal, TRUE },
    { "/change/belonging/edits", test_edits },
    { "/change/belonging/processes", test_processes },
    { "/change/belonging/of-a-deleted-process", test_of_a_deleted_process },
    { "/change/belonging/imports-and-undo", test_imports_and_undo },
    { "/change/belonging/what-was-seen", test_what_was_seen },
  };

  g_test_init (&argc, &argv, NULL);
  for (guint i = 0; i < G_N_ELEMENTS (tests); i++)
    g_test_add (tests[i].path, Fixture, GINT_TO_POINTER (tests[i].data), set_up, tests[i].test, tear_down);

  return g_test_run ();
}
