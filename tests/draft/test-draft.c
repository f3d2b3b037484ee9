/* SPDX-License-Identifier: GPL-3.0-or-later */

/* A draft is edited here and by a second writer: what is shown, what is kept and
 * what others did come together, and nothing goes without a word. */

#include "change/change-fixture.h"
#include "draft/sc-scheme-cells.h"
#include "draft/sc-scheme-edits.h"
#include "how-often.h"
#include "method/sc-stage-edits.h"
#include "model/sc-version-check.h"

#define N_ROUNDS 20
#define N_STEPS 12

/* @names: stage to the last name that it was given, here and there.
 * @criteria, @tactics: text to the stage that it was put into, here and there. */
typedef struct {
  ChangeFixture *change;
  ScStore *other;
  ScDesign *design;
  GRand *rand;
  GHashTable *names[2];
  GHashTable *criteria[2];
  GHashTable *tactics[2];
  guint n_names;
  ScSide side;
  guint n_clashes;
  guint n_failures;
} Fixture;

static void
clashed_cb (Fixture   *self,
            GPtrArray *clashes)
{
  g_assert_cmpuint (clashes->len, >, 0);
  self->n_clashes++;
  sc_design_resolve (self->design, self->side);
}

static void
failed_cb (Fixture      *self,
           const char   *heading,
           const GError *error)
{
  g_test_message ("%s: %s", heading, error->message);
  self->n_failures++;
}

static Fixture *
open_draft (void)
{
  Fixture *self = g_new0 (Fixture, 1);

  self->change = change_fixture_new ();
  self->other = store_fixture_open_other (self->change->base);
  self->side = SC_SIDE_MINE;
  for (guint i = 0; i < G_N_ELEMENTS (self->names); i++)
    {
      self->names[i] = g_hash_table_new_full (g_str_hash, g_str_equal, g_free, g_free);
      self->criteria[i] = g_hash_table_new_full (g_str_hash, g_str_equal, g_free, g_free);
      self->tactics[i] = g_hash_table_new_full (g_str_hash, g_str_equal, g_free, g_free);
    }
  self->design = sc_design_new ();
  g_signal_connect_swapped (self->design, "clashed", G_CALLBACK (clashed_cb), self);
  g_signal_connect_swapped (self->design, "failed", G_CALLBACK (failed_cb), self);
  sc_design_set_source (self->design, self->change->store, self->change->process_id);
  wait_until (!sc_design_is_busy (self->design));

  return self;
}

static void
close_draft (Fixture *self)
{
  g_signal_handlers_disconnect_by_data (self->design, self);
  g_object_unref (self->design);
  g_object_unref (self->other);
  for (guint i = 0; i < G_N_ELEMENTS (self->names); i++)
    {
      g_hash_table_unref (self->names[i]);
      g_hash_table_unref (self->criteria[i]);
      g_hash_table_unref (self->tactics[i]);
    }
  change_fixture_free (self->change);
  g_free (self);
}

G_DEFINE_AUTOPTR_CLEANUP_FUNC (Fixture, close_draft)

static ScVersion *
load (Fixture *self)
{
  g_autoptr (GError) error = NULL;
  ScVersion *version = sc_store_load_version (self->other, self->change->process_id, SC_VERSION_WANTED_CURRENT, &error);

  g_assert_no_error (error);

  return version;
}

/* Returns whether it was done: what is written from here at the same time may
 * come first. */
static gboolean
edit_there (Fixture   *self,
            GPtrArray *edits)
{
  g_autoptr (GError) error = NULL;
  g_autoptr (ScOutcome) outcome = NULL;

  outcome = sc_command_run (sc_command_edit_version (self->change->process_id, "There", edits), self->other, NULL,
                            &error);
  if (outcome == NULL)
    g_assert_error (error, SC_MODEL_ERROR, SC_MODEL_ERROR_CONFLICT);

  return outcome != NULL;
}

static gboolean
rename_there (Fixture    *self,
              const char *stage_id,
              const char *name,
              const char *goal)
{
  g_autoptr (ScVersion) version = load (self);
  ScStage *found = sc_version_find_stage (version, stage_id, NULL);
  g_autoptr (ScStage) stage = NULL;
  g_autoptr (GPtrArray) edits = NULL;

  /* What is being written here may have taken it away by now. */
  if (found == NULL)
    return FALSE;

  stage = sc_stage_copy (found);
  if (name != NULL)
    g_set_str (&stage->name, name);
  if (goal != NULL)
    g_set_str (&stage->goal, goal);
  edits = sc_replace_stage (version, stage);

  return edit_there (self, edits);
}

/* Until all that is done here is written, and what is there is on show. */
static void
settle (Fixture *self)
{
  wait_until (!sc_design_is_busy (self->design));
  if (sc_design_has_unsaved (self->design))
    sc_design_save_again (self->design);
  wait_until (!sc_design_is_busy (self->design) && !sc_design_has_unsaved (self->design));
  sc_design_reload (self->design);
  wait_until (!sc_design_is_busy (self->design));
}

static void
check_same (Fixture *self)
{
  g_autoptr (ScVersion) version = load (self);
  g_autoptr (GError) error = NULL;

  g_assert_true (sc_version_equal (version, sc_design_get_version (self->design)));
  g_assert_true (sc_version_check (version, NULL, &error));
  g_assert_no_error (error);
}

static const char *
get_stage (Fixture    *self,
           const char *name)
{
  return change_fixture_get_stage (self->change, name);
}

static const char *
name_of (Fixture    *self,
         const char *stage_id)
{
  return sc_version_find_stage (sc_design_get_version (self->design), stage_id, NULL)->name;
}

static void
test_an_edit_shows_at_once (void)
{
  g_autoptr (Fixture) self = open_draft ();
  const char *a = get_stage (self, "A");

  g_assert_true (sc_scheme_rename (self->design, a, "Contact"));
  g_assert_cmpstr (name_of (self, a), ==, "Contact");
  g_assert_cmpint (sc_design_get_version (self->design)->status, ==, SC_VERSION_DRAFT);
  g_assert_true (sc_design_is_saving (self->design));
  g_assert_cmpstr (sc_version_find_stage (sc_design_get_published (self->design), a, NULL)->name, ==, "A");

  settle (self);
  check_same (self);
  g_assert_cmpstr (name_of (self, a), ==, "Contact");
  g_assert_cmpuint (self->n_failures + self->n_clashes, ==, 0);
}

static void
check_cells (Fixture    *self,
             guint       position,
             const char *expected)
{
  ScVersion *version = sc_design_get_version (self->design);
  g_autoptr (GPtrArray) ids = g_ptr_array_new ();
  g_autofree char *row = NULL;

  g_ptr_array_add (ids, sc_version_get_stage (version, position)->id);
  row = sc_stage_cells_copy (version, ids);
  g_assert_cmpstr (row, ==, expected);
}

/* From a spreadsheet into the cells, all of it or nothing; what is behind the last stage is new,
 * and so is a role that nobody knew. */
static void
test_a_table_is_pasted (void)
{
  g_autoptr (Fixture) self = open_draft ();
  g_autoptr (GError) error = NULL;
  guint n = sc_design_get_version (self->design)->stages->len;
  const char *first = sc_version_get_stage (sc_design_get_version (self->design), 0)->id;
  g_autofree char *name = g_strdup (sc_version_get_stage (sc_design_get_version (self->design), 0)->name);

  g_assert_true (sc_scheme_paste_cells (self->design, first, SC_STAGE_RESPONSIBLE,
                                        "Captain\t1,5 дня\t30 %\r\nCaptain\t3 hours\t0,4\r\n", &error));
  g_assert_no_error (error);
  g_assert_cmpstr (sc_version_get_stage (sc_design_get_version (self->design), 0)->name, ==, name);
  g_assert_cmpfloat (sc_version_get_stage (sc_design_get_version (self->design), 1)->probability, ==, 0.4);
  g_assert_nonnull (sc_version_find_role_by_name (sc_design_get_version (self->design), "Captain"));

  g_assert_false (sc_scheme_paste_cells (self->design, first, SC_STAGE_TIME, "2 days\t50\nsoon\t60", &error));
  g_assert_error (error, SC_CELL_ERROR, SC_CELL_ERROR_NOT_UNDERSTOOD);
  g_assert_cmpstr (error->message, ==, "Row 2: “soon” is not understood. Possible are times such as 5, 1.5 or 3 hours");
  g_assert_cmpfloat (sc_version_get_stage (sc_design_get_version (self->design), 0)->probability, ==, 0.3);
  g_clear_error (&error);

  /* With headings the columns are as they say. */
  first = sc_version_get_stage (sc_design_get_version (self->design), n - 1)->id;
  g_assert_true (sc_scheme_paste_cells (self->design, first, SC_STAGE_KINDS,
                                        "Срок\tЭтап\tВероятность\n2 дня\tДоговор\t60%\n4 дня\tОплата счёта\t90%", &error));
  g_assert_no_error (error);
  g_assert_cmpuint (sc_design_get_version (self->design)->stages->len, ==, n + 1);
  g_assert_cmpstr (sc_version_get_stage (sc_design_get_version (self->design), n - 1)->name, ==, "Договор");
  g_assert_cmpstr (sc_version_get_stage (sc_design_get_version (self->design), n)->name, ==, "Оплата счёта");
  g_assert_cmpuint (sc_version_get_stage (sc_design_get_version (self->design), n)->duration.value, ==, 4);
  settle (self);
  check_same (self);
  g_assert_cmpuint (self->n_failures, ==, 0);
}

/* What is copied can be pasted where it came from, and changes nothing. */
static void
test_a_row_is_copied (void)
{
  g_autoptr (Fixture) self = open_draft ();
  g_autoptr (GPtrArray) ids = g_ptr_array_new ();
  ScVersion *version = sc_design_get_version (self->design);
  ScVersion *before = version;
  g_autofree char *row = NULL;

  g_ptr_array_add (ids, sc_version_get_stage (version, 0)->id);
  g_assert_true (sc_scheme_fill_cells (self->design, ids, SC_STAGE_TIME, "1 day 2 hours", NULL));
  g_assert_true (sc_scheme_fill_cells (self->design, ids, SC_STAGE_PROBABILITY, "20", NULL));
  g_assert_true (sc_scheme_fill_cells (self->design, ids, SC_STAGE_KINDS, "Proposal, demo", NULL));
  g_assert_true (sc_scheme_fill_cells (self->design, ids, SC_STAGE_RESPONSIBLE, "Sailor", NULL));
  check_cells (self, 0, "A\tPresentation, Proposal\tSailor\t1 working day 2 hours\t20%\t1\n");
  before = sc_design_get_version (self->design);
  row = sc_stage_cells_copy (before, ids);
  g_assert_true (sc_scheme_paste_cells (self->design, ids->pdata[0], SC_STAGE_NAME, row, NULL));
  g_assert_true (sc_design_get_version (self->design) == before);
  settle (self);
}

static void
test_different_stages_go_together_unasked (void)
{
  g_autoptr (Fixture) self = open_draft ();
  const char *a = get_stage (self, "A");
  const char *b = get_stage (self, "B");

  g_assert_true (rename_there (self, b, "Theirs", NULL));
  g_assert_true (rename_there (self, a, NULL, "Their goal"));
  g_assert_true (sc_scheme_rename (self->design, a, "Mine"));

  settle (self);
  check_same (self);
  g_assert_cmpstr (name_of (self, a), ==, "Mine");
  g_assert_cmpstr (sc_version_find_stage (sc_design_get_version (self->design), a, NULL)->goal, ==, "Their goal");
  g_assert_cmpstr (name_of (self, b), ==, "Theirs");
  g_assert_cmpuint (self->n_failures + self->n_clashes, ==, 0);
}

static void
test_the_same_is_asked_about (void)
{
  for (guint i = 0; i < 2; i++)
    {
      g_autoptr (Fixture) self = open_draft ();
      const char *a = get_stage (self, "A");

      self->side = i == 0 ? SC_SIDE_MINE : SC_SIDE_THEIRS;
      g_assert_true (rename_there (self, a, "Theirs", NULL));
      g_assert_true (sc_scheme_rename (self->design, a, "Mine"));

      settle (self);
      check_same (self);
      g_assert_cmpstr (name_of (self, a), ==, i == 0 ? "Mine" : "Theirs");
      g_assert_cmpuint (self->n_clashes, ==, 1);
      g_assert_cmpuint (self->n_failures, ==, 0);
    }
}

static void
test_what_can_not_be_done_any_more_is_told (void)
{
  g_autoptr (Fixture) self = open_draft ();
  g_autoptr (ScVersion) version = load (self);
  g_autoptr (GPtrArray) edits = sc_remove_stage (version, get_stage (self, "B"));

  g_assert_true (edit_there (self, edits));
  g_assert_true (sc_scheme_move (self->design, get_stage (self, "B"), 0));

  settle (self);
  check_same (self);
  g_assert_null (sc_version_find_stage (sc_design_get_version (self->design), get_stage (self, "B"), NULL));
  g_assert_cmpuint (self->n_failures + self->n_clashes, >, 0);
}

static guint
draw (Fixture *self,
      guint    n)
{
  return (guint) g_rand_int_range (self->rand, 0, (int) n);
}

static const char *
draw_stage (Fixture         *self,
            const ScVersion *version)
{
  return sc_version_get_stage (version, draw (self, version->stages->len))->id;
}

static void
name_stage (Fixture    *self,
            ScSide      side,
            const char *stage_id)
{
  g_autofree char *name = g_strdup_printf ("%s %u", side == SC_SIDE_MINE ? "Mine" : "Theirs", self->n_names++);

  if (side == SC_SIDE_MINE ? sc_scheme_rename (self->design, stage_id, name)
                           : rename_there (self, stage_id, name, NULL))
    g_hash_table_replace (self->names[side], g_strdup (stage_id), g_strdup (name));
}

/* Another criterion, a question that holds the deal; and one that is there asks something
 * else. */
static void
change_criteria (Fixture    *self,
                 ScStage    *stage,
                 const char *text)
{
  ScCriterion *criterion = sc_criterion_new (NULL, text);

  criterion->is_required = TRUE;
  criterion->type = SC_ANSWER_CHOICE;
  g_strfreev (criterion->choices);
  criterion->choices = g_strdupv ((GStrv) (const char *[]) { "Yes", "No", NULL });
  g_ptr_array_add (stage->criteria, criterion);

  criterion = stage->criteria->pdata[draw (self, stage->criteria->len - 1)];
  criterion->is_asked_at_entry = !criterion->is_asked_at_entry;
}

/* Another tactic, with a condition; and one that is there is of another kind. */
static void
change_tactics (Fixture    *self,
                ScStage    *stage,
                const char *title)
{
  ScTactic *tactic = sc_stage_add_tactic (stage, title, "For {deal.company}");

  g_strfreev (tactic->labels);
  tactic->labels = g_strdupv ((GStrv) (const char *[]) { "Hot", NULL });

  tactic = stage->tactics->pdata[draw (self, stage->tactics->len)];
  tactic->kind = (ScTacticKind) draw (self, SC_N_TACTIC_KINDS);
}

static void
change_stage (Fixture         *self,
              ScSide           side,
              const ScVersion *version,
              const char      *stage_id)
{
  g_autoptr (ScStage) stage = sc_stage_copy (sc_version_find_stage (version, stage_id, NULL));
  g_autofree char *text = g_strdup_printf ("%s %u", side == SC_SIDE_MINE ? "Mine" : "Theirs", self->n_names++);
  gboolean is_tactic = draw (self, 2) == 0;
  gboolean is_done;

  if (is_tactic)
    change_tactics (self, stage, text);
  else
    change_criteria (self, stage, text);

  if (side == SC_SIDE_MINE)
    {
      is_done = sc_scheme_replace_stage (self->design, "Here", stage);
    }
  else
    {
      g_autoptr (GPtrArray) edits = sc_replace_stage (version, stage);

      is_done = edit_there (self, edits);
    }
  if (is_done)
    g_hash_table_insert (is_tactic ? self->tactics[side] : self->criteria[side],
                         g_steal_pointer (&text), g_strdup (stage_id));
}

static gboolean
is_of_stage (gpointer text,
             gpointer stage_id,
             gpointer removed_id)
{
  return g_str_equal (stage_id, removed_id);
}

/* What goes with a stage was taken away on purpose, also where the stage comes back as
 * the other side had it. */
static void
forget_stage (Fixture    *self,
              const char *stage_id)
{
  for (guint side = 0; side < G_N_ELEMENTS (self->criteria); side++)
    {
      g_hash_table_remove (self->names[side], stage_id);
      g_hash_table_foreach_remove (self->criteria[side], is_of_stage, (gpointer) stage_id);
      g_hash_table_foreach_remove (self->tactics[side], is_of_stage, (gpointer) stage_id);
    }
}

static void
do_here (Fixture *self)
{
  ScVersion *version = sc_design_get_version (self->design);
  const char *stage_id = draw_stage (self, version);
  g_autofree char *id = NULL;

  switch (draw (self, 9))
    {
    case 0:
      sc_scheme_insert (self->design, draw (self, version->stages->len + 1), SC_KIND_BIT (SC_KIND_OTHER), &id);
      break;
    case 1:
      sc_scheme_move (self->design, stage_id, draw (self, version->stages->len));
      break;
    case 2:
      sc_scheme_set_mark (self->design, stage_id);
      break;
    case 3:
      if (version->stages->len > 4)
        {
          forget_stage (self, stage_id);
          sc_scheme_remove (self->design, stage_id);
        }
      break;
    case 4:
    case 5:
    case 6:
      change_stage (self, SC_SIDE_MINE, version, stage_id);
      break;
    default:
      name_stage (self, SC_SIDE_MINE, stage_id);
      break;
    }
}

static void
do_there (Fixture *self)
{
  g_autoptr (ScVersion) version = load (self);
  const char *stage_id = draw_stage (self, version);
  g_autoptr (GPtrArray) edits = NULL;

  switch (draw (self, 6))
    {
    case 0:
      edits = sc_move_stage (version, stage_id, draw (self, version->stages->len));
      break;
    case 1:
      edits = version->stages->len > 4 ? sc_remove_stage (version, stage_id) : NULL;
      if (edits != NULL)
        forget_stage (self, stage_id);
      break;
    case 2:
    case 3:
      change_stage (self, SC_SIDE_THEIRS, version, stage_id);
      break;
    default:
      name_stage (self, SC_SIDE_THEIRS, stage_id);
      break;
    }
  if (edits != NULL && edits->len > 0)
    edit_there (self, edits);
}

/* A stage that was named on one side alone has the last name that it got there. */
static void
check_names (Fixture *self)
{
  ScVersion *version = sc_design_get_version (self->design);

  for (guint i = 0; i < version->stages->len; i++)
    {
      ScStage *stage = sc_version_get_stage (version, i);
      const char *mine = g_hash_table_lookup (self->names[SC_SIDE_MINE], stage->id);
      const char *theirs = g_hash_table_lookup (self->names[SC_SIDE_THEIRS], stage->id);

      if (mine != NULL && theirs == NULL)
        g_assert_cmpstr (stage->name, ==, mine);
      else if (theirs != NULL && mine == NULL)
        g_assert_cmpstr (stage->name, ==, theirs);
    }
}

static gboolean
has_criterion (const ScStage *stage,
               const char    *text)
{
  for (guint i = 0; i < stage->criteria->len; i++)
    if (g_str_equal (((ScCriterion *) stage->criteria->pdata[i])->text, text))
      return TRUE;

  return FALSE;
}

static gboolean
has_tactic (const ScStage *stage,
            const char    *title)
{
  for (guint i = 0; i < stage->tactics->len; i++)
    if (g_str_equal (((ScTactic *) stage->tactics->pdata[i])->title, title))
      return TRUE;

  return FALSE;
}

/* Whatever was put into a stage is there as long as the stage is, whoever did it. */
static void
check_added (Fixture    *self,
             GHashTable *added,
             gboolean ( *has ) (const ScStage *stage,
                                const char    *text))
{
  GHashTableIter iter;
  gpointer text, stage_id;

  g_hash_table_iter_init (&iter, added);
  while (g_hash_table_iter_next (&iter, &text, &stage_id))
    {
      const ScStage *stage = sc_version_find_stage (sc_design_get_version (self->design), stage_id, NULL);

      if (stage != NULL && !has (stage, text))
        g_error ("“%s” is lost", (char *) text);
    }
}

typedef struct {
  ScDesign *design;
  guint n_told;
  gboolean is_read;
} Told;

/* Called behind the draft, which by now reads or does not. */
static void
told_cb (Told *told)
{
  told->n_told++;
  told->is_read = sc_design_is_busy (told->design);
}

/* A deal that moves says nothing of the scheme: only what changed is read anew. */
static void
test_a_deal_is_no_news (void)
{
  g_autoptr (Fixture) self = open_draft ();
  Told told = { .design = self->design };

  sc_store_start_watching (self->change->store);
  g_signal_connect_swapped (self->change->store, "changed", G_CALLBACK (told_cb), &told);
  /* How the process came about is told first. */
  wait_until (told.n_told == 1);
  wait_until (!sc_design_is_busy (self->design));

  change_fixture_add (self->change, "Printers", "A");
  wait_until (told.n_told == 2);
  g_assert_false (told.is_read);

  g_assert_true (rename_there (self, get_stage (self, "A"), "Theirs", NULL));
  wait_until (told.n_told == 3);
  g_assert_true (told.is_read);
  wait_until (!sc_design_is_busy (self->design));
  g_assert_cmpstr (name_of (self, get_stage (self, "A")), ==, "Theirs");
  g_signal_handlers_disconnect_by_data (self->change->store, &told);
}

static void
test_two_writers (void)
{
  guint32 seed = g_test_rand_int ();
  g_autoptr (GRand) rand = g_rand_new_with_seed (seed);
  guint n_clashes = 0;

  g_test_message ("seed %u", seed);
  for (guint i = 0; i < how_often (N_ROUNDS); i++)
    {
      g_autoptr (Fixture) self = open_draft ();

      self->rand = rand;
      self->side = draw (self, 2) == 0 ? SC_SIDE_MINE : SC_SIDE_THEIRS;
      for (guint j = 0; j < N_STEPS; j++)
        {
          if (draw (self, 2) == 0)
            do_here (self);
          else
            do_there (self);
          if (draw (self, 3) == 0)
            wait_until (!sc_design_is_busy (self->design));
        }
      settle (self);
      check_same (self);
      check_names (self);
      for (guint side = 0; side < G_N_ELEMENTS (self->criteria); side++)
        {
          check_added (self, self->criteria[side], has_criterion);
          check_added (self, self->tactics[side], has_tactic);
        }
      n_clashes += self->n_clashes;
    }
  g_test_message ("%u clashes", n_clashes);
}

int
main (int    argc,
      char **argv)
{
  g_test_init (&argc, &argv, NULL);

  g_test_add_func ("/draft/an-edit-shows-at-once", test_an_edit_shows_at_once);
  g_test_add_func ("/draft/a-table-is-pasted", test_a_table_is_pasted);
  g_test_add_func ("/draft/a-row-is-copied", test_a_row_is_copied);
  g_test_add_func ("/draft/different-stages-go-together-unasked", test_different_stages_go_together_unasked);
  g_test_add_func ("/draft/the-same-is-asked-about", test_the_same_is_asked_about);
  g_test_add_func ("/draft/what-can-not-be-done-any-more-is-told", test_what_can_not_be_done_any_more_is_told);
  g_test_add_func ("/draft/a-deal-is-no-news", test_a_deal_is_no_news);
  g_test_add_func ("/draft/two-writers", test_two_writers);

  return g_test_run ();
}
