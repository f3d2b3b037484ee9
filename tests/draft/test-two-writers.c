/* SPDX-License-Identifier: GPL-3.0-or-later */

/* Two writers of one draft, at random: whatever either of them put into it is there. */

#include "draft/draft-fixture.h"
#include "draft/sc-scheme-edits.h"
#include "how-often.h"
#include "method/sc-stage-edits.h"

#define N_ROUNDS 20
#define N_STEPS 12

static guint
draw (DraftFixture *self,
      guint         n)
{
  return (guint) g_rand_int_range (self->rand, 0, (int) n);
}

static const char *
draw_stage (DraftFixture    *self,
            const ScVersion *version)
{
  return sc_version_get_stage (version, draw (self, version->stages->len))->id;
}

static void
name_stage (DraftFixture *self,
            ScSide        side,
            const char   *stage_id)
{
  g_autofree char *name = g_strdup_printf ("%s %u", side == SC_SIDE_MINE ? "Mine" : "Theirs", self->n_names++);

  if (side == SC_SIDE_MINE ? sc_scheme_rename (self->design, stage_id, name)
                           : draft_fixture_rename_there (self, stage_id, name, NULL))
    g_hash_table_replace (self->names[side], g_strdup (stage_id), g_strdup (name));
}

/* Another criterion, a question that holds the deal; and one that is there asks something
 * else. */
static void
change_criteria (DraftFixture *self,
                 ScStage      *stage,
                 const char   *text)
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
change_tactics (DraftFixture *self,
                ScStage      *stage,
                const char   *title)
{
  ScTactic *tactic = sc_stage_add_tactic (stage, title, "For {deal.company}");

  g_strfreev (tactic->labels);
  tactic->labels = g_strdupv ((GStrv) (const char *[]) { "Hot", NULL });

  tactic = stage->tactics->pdata[draw (self, stage->tactics->len)];
  tactic->kind = (ScTacticKind) draw (self, SC_N_TACTIC_KINDS);
}

static void
change_stage (DraftFixture    *self,
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

      is_done = draft_fixture_edit_there (self, edits);
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
forget_stage (DraftFixture *self,
              const char   *stage_id)
{
  for (guint side = 0; side < G_N_ELEMENTS (self->criteria); side++)
    {
      g_hash_table_remove (self->names[side], stage_id);
      g_hash_table_foreach_remove (self->criteria[side], is_of_stage, (gpointer) stage_id);
      g_hash_table_foreach_remove (self->tactics[side], is_of_stage, (gpointer) stage_id);
    }
}

static void
do_here (DraftFixture *self)
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
do_there (DraftFixture *self)
{
  g_autoptr (ScVersion) version = draft_fixture_load (self);
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
    draft_fixture_edit_there (self, edits);
}

/* A stage that was named on one side alone has the last name that it got there. */
static void
check_names (DraftFixture *self)
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
check_added (DraftFixture *self,
             GHashTable   *added,
             gboolean (   *has ) (const ScStage *stage,
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

static void
test_two_writers (void)
{
  guint32 seed = g_test_rand_int ();
  g_autoptr (GRand) rand = g_rand_new_with_seed (seed);
  guint n_clashes = 0;

  g_test_message ("seed %u", seed);
  for (guint i = 0; i < how_often (N_ROUNDS); i++)
    {
      g_autoptr (DraftFixture) self = draft_fixture_open ();

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
      draft_fixture_settle (self);
      draft_fixture_check_same (self);
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

  g_test_add_func ("/draft/two-writers", test_two_writers);

  return g_test_run ();
}
