/* SPDX-License-Identifier: GPL-3.0-or-later */

/* Merging: of two stages that a person picked, and of the best ones, in order,
 * until no more are left than one can take in. */

#include "method/sc-merge-private.h"

#include "method/sc-joined-name.h"
#include "method/sc-lint-private.h"
#include "method/sc-steps-private.h"
#include "method/sc-usual.h"

#include <glib/gi18n-lib.h>

static gboolean
find_neighbours (const ScVersion *version,
                 const char      *first_id,
                 const char      *second_id,
                 guint           *position)
{
  guint a;
  guint b;

  if (sc_version_find_stage (version, first_id, &a) == NULL ||
      sc_version_find_stage (version, second_id, &b) == NULL ||
      MAX (a, b) - MIN (a, b) != 1)
    return FALSE;

  *position = MIN (a, b);

  return TRUE;
}

/**
 * sc_can_merge:
 * @version: a version
 * @first_id: a stage
 * @second_id: another
 *
 * Returns: whether the two are neighbours, in whichever order
 */
gboolean
sc_can_merge (const ScVersion *version,
              const char      *first_id,
              const char      *second_id)
{
  guint position;

  return find_neighbours (version, first_id, second_id, &position);
}

/**
 * sc_merge_crosses_mark:
 * @version: a version
 * @first_id: a stage
 * @second_id: its neighbour
 *
 * Returns: whether the client mark stands between the two, so that merging
 *   them changes which deals count as won
 */
gboolean
sc_merge_crosses_mark (const ScVersion *version,
                       const char      *first_id,
                       const char      *second_id)
{
  guint position;

  return find_neighbours (version, first_id, second_id, &position) &&
         sc_version_get_mark_position (version) == (int) position;
}

/**
 * sc_merge:
 * @version: a version
 * @first_id: a stage
 * @second_id: its neighbour, in whichever order
 *
 * Merges two neighbours as a person asked. The merged stage keeps the id of
 * the one that stood in front, and all that both say. The client mark may be
 * crossed: where it stood between them, it stands after both.
 *
 * Returns: (transfer full) (nullable) (element-type ScEdit): the edits, or
 *   %NULL where the two are not neighbours
 */
GPtrArray *
sc_merge (const ScVersion *version,
          const char      *first_id,
          const char      *second_id)
{
  g_auto (ScSteps) steps = { NULL };
  guint position;

  if (!find_neighbours (version, first_id, second_id, &position))
    return NULL;

  sc_steps_start (&steps, version);
  sc_steps_merge (&steps, sc_version_get_stage (version, position)->id,
                  sc_version_get_stage (version, position + 1)->id, NULL);

  return sc_steps_end (&steps, NULL);
}

static int
compare_merges (gconstpointer a,
                gconstpointer b)
{
  const ScMergeCandidate *x = a;
  const ScMergeCandidate *y = b;

  if (x->is_repeat != y->is_repeat)
    return x->is_repeat ? -1 : 1;
  if (x->has_gate != y->has_gate)
    return x->has_gate ? 1 : -1;
  if (x->is_natural != y->is_natural)
    return x->is_natural ? -1 : 1;
  if (x->is_same_person != y->is_same_person)
    return x->is_same_person ? -1 : 1;
  if (x->hours != y->hours)
    return x->hours < y->hours ? -1 : 1;

  return x->position < y->position ? -1 : 1;
}

/* A stage without a target time is as long as such a stage usually is, and one
 * that was merged as long as its parts together. */
static guint
estimate_hours (const ScVersion *version,
                const ScStage   *stage,
                GHashTable      *merged)
{
  gpointer hours;

  if (merged != NULL && g_hash_table_lookup_extended (merged, stage->id, NULL, &hours))
    return GPOINTER_TO_UINT (hours);
  if (stage->duration.value > 0)
    return sc_duration_get_hours (stage->duration, version->calendar);

  return sc_duration_get_hours (sc_usual_duration (stage->kinds, &version->aspects, version->calendar), version->calendar);
}

/**
 * sc_merge_hours_new:
 *
 * Returns: (transfer full) (element-type utf8 guint): how long merged stages
 *   are, of none yet
 */
GHashTable *
sc_merge_hours_new (void)
{
  return g_hash_table_new_full (g_str_hash, g_str_equal, g_free, NULL);
}

/**
 * sc_merge_hours_join:
 * @hours: how long merged stages are
 * @version: the version before the merge
 * @first_id: the stage that stays
 * @second_id: the stage that goes into it
 *
 * Remembers that the first is as long as both are now.
 */
void
sc_merge_hours_join (GHashTable      *hours,
                     const ScVersion *version,
                     const char      *first_id,
                     const char      *second_id)
{
  const ScStage *first = sc_version_find_stage (version, first_id, NULL);
  const ScStage *second = sc_version_find_stage (version, second_id, NULL);

  if (first != NULL && second != NULL)
    g_hash_table_insert (hours, g_strdup (first_id),
                         GUINT_TO_POINTER (estimate_hours (version, first, hours) +
                                           estimate_hours (version, second, hours)));
}

static gboolean
covers_same_step (const ScStage *first,
                  const ScStage *second)
{
  return (first->kinds & second->kinds & ~SC_KIND_BIT (SC_KIND_OTHER)) != 0;
}

/**
 * sc_merge_rank:
 * @version: a version
 * @order: whether neighbours that cover the same step go first
 * @hours: (nullable): how long stages are that were merged on the way here
 *
 * Returns: (transfer full) (element-type ScMergeCandidate): all neighbours on
 *   one side of the client mark, the best to merge first: no gate, a natural
 *   pair, the same person responsible, the shortest together
 */
GArray *
sc_merge_rank (const ScVersion *version,
               ScMergeOrder     order,
               GHashTable      *hours)
{
  GArray *candidates = g_array_new (FALSE, FALSE, sizeof (ScMergeCandidate));
  int mark = sc_version_get_mark_position (version);

  for (guint i = 0; i + 1 < version->stages->len; i++)
    {
      const ScStage *first = sc_version_get_stage (version, i);
      const ScStage *second = sc_version_get_stage (version, i + 1);
      ScMergeCandidate candidate = {
        .position = i,
        .is_repeat = order == SC_MERGE_REPEATS_FIRST && covers_same_step (first, second),
        .has_gate = sc_lint_covers_gate (version, first) || sc_lint_covers_gate (version, second),
        .is_natural = sc_lint_is_natural_pair (version, first, second),
        .is_same_person = sc_lint_get_responsible (version, first) != NULL &&
                          g_strcmp0 (first->responsible, second->responsible) == 0,
        .hours = estimate_hours (version, first, hours) + estimate_hours (version, second, hours),
      };

      if ((int) i != mark)
        g_array_append_val (candidates, candidate);
    }

  g_array_sort (candidates, compare_merges);

  return candidates;
}

/**
 * sc_merge_step_free:
 * @self: (transfer full): a step of a merge plan
 */
void
sc_merge_step_free (ScMergeStep *self)
{
  g_free (self->first_id);
  g_free (self->second_id);
  g_free (self->first_name);
  g_free (self->second_name);
  g_free (self->name);
  g_free (self->reason);
  g_free (self->own_name);
  g_clear_pointer (&self->edits, g_ptr_array_unref);
  g_free (self);
}

static const char *
choose_reason (const ScMergeCandidate *candidate)
{
  if (candidate->is_repeat)
    return N_("“%1$s” and “%2$s” do the same step.");
  if (candidate->is_natural)
    return N_("“%1$s” and “%2$s” are usually done in one go.");
  if (candidate->is_same_person)
    return N_("The same person does “%1$s” and “%2$s”, one right after the other.");

  return N_("“%1$s” and “%2$s” are the shortest neighbours that are left.");
}

/* One of the stages that a stage was merged from, and by what it is the same as
 * another. */
typedef struct {
  char *name;
  char *key;
} Part;

static void
part_clear (gpointer data)
{
  Part *part = data;

  g_free (part->name);
  g_free (part->key);
}

static void
part_unref (gpointer data)
{
  g_rc_box_release_full (data, part_clear);
}

static Part *
part_new (const char *name)
{
  Part *part = g_rc_box_new0 (Part);
  g_autoptr (GString) key = g_string_new (NULL);

  sc_name_fold (name, key);
  part->name = g_strdup (name);
  part->key = g_string_free_and_steal (g_steal_pointer (&key));

  return part;
}

/* What a stage was merged from so far, by its id. */
static GPtrArray *
get_parts (GHashTable    *parts,
           const ScStage *stage)
{
  GPtrArray *own = g_hash_table_lookup (parts, stage->id);

  if (own == NULL)
    {
      own = g_ptr_array_new_with_free_func (part_unref);
      if (!sc_lint_is_blank (stage->name))
        g_ptr_array_add (own, part_new (stage->name));
      g_hash_table_insert (parts, g_strdup (stage->id), own);
    }

  return own;
}

/* Those of both, each name once. */
static GPtrArray *
join_parts (GPtrArray *first,
            GPtrArray *second)
{
  GPtrArray *joined = g_ptr_array_new_with_free_func (part_unref);
  g_autoptr (GHashTable) seen = g_hash_table_new (g_str_hash, g_str_equal);

  for (guint i = 0; i < first->len + second->len; i++)
    {
      Part *part = i < first->len ? first->pdata[i] : second->pdata[i - first->len];

      if (g_hash_table_add (seen, part->key))
        g_ptr_array_add (joined, g_rc_box_acquire (part));
    }

  return joined;
}

static char *
list_names (GPtrArray *parts,
            ScLanguage language)
{
  g_autofree const char **names = g_new (const char *, parts->len + 1);

  for (guint i = 0; i < parts->len; i++)
    names[i] = ((Part *) parts->pdata[i])->name;

  return sc_joined_name (names, parts->len, language);
}

/* What a plan is worked out with. */
typedef struct {
  GHashTable *parts;
  GHashTable *hours;
  ScLintMemo *memo;
} Planning;

static gboolean
is_no_worse (const ScTally   *before,
             const ScVersion *after,
             ScLintMemo      *memo)
{
  ScTally tally;

  sc_tally_take (&tally, after, memo);

  return sc_tally_compare (&tally, before) <= 0;
}

/* Merges the stage at the position with the next one, under the name that a person
 * wants, or else those of all its parts. Returns what it was merged from. */
static GPtrArray *
merge_at (GHashTable      *parts,
          const ScVersion *version,
          guint            position,
          const char      *own_name,
          ScSteps         *steps)
{
  ScStage *first = sc_version_get_stage (version, position);
  ScStage *second = sc_version_get_stage (version, position + 1);
  GPtrArray *joined = join_parts (get_parts (parts, first), get_parts (parts, second));
  g_autofree char *wanted = NULL;

  if (own_name != NULL)
    {
      g_ptr_array_set_size (joined, 0);
      g_ptr_array_add (joined, part_new (own_name));
    }
  wanted = joined->len > 0 ? list_names (joined, version->language) : NULL;
  sc_steps_start (steps, version);
  sc_steps_merge (steps, first->id, second->id, wanted);

  return joined;
}

/* Says what the step does that merges the stage at the position with the next one. */
static void
describe (ScMergeStep     *step,
          const ScVersion *version,
          guint            position,
          ScSteps         *steps,
          ScVersion      **merged)
{
  const ScStage *first = sc_version_get_stage (version, position);
  const ScStage *second = sc_version_get_stage (version, position + 1);

  g_set_str (&step->first_id, first->id);
  g_set_str (&step->second_id, second->id);
  g_set_str (&step->first_name, first->name);
  g_set_str (&step->second_name, second->name);
  g_set_str (&step->name, sc_version_get_stage (steps->version, position)->name);
  g_free (step->reason);
  step->reason = g_strdup_printf (_(step->reason_format), sc_lint_get_title (first), sc_lint_get_title (second));
  g_clear_pointer (&step->edits, g_ptr_array_unref);
  step->edits = sc_steps_end (steps, merged);
}

/* Merges the candidate; %NULL where that is only to be done if it brings no
 * new finding, and it does. */
static ScMergeStep *
make_step (Planning               *planning,
           const ScVersion        *version,
           const ScMergeCandidate *candidate,
           const ScTally          *careful_of,
           ScVersion             **merged)
{
  g_auto (ScSteps) steps = { NULL };
  g_autoptr (GPtrArray) joined = merge_at (planning->parts, version, candidate->position, NULL, &steps);
  ScMergeStep *step;

  if (careful_of != NULL && !is_no_worse (careful_of, steps.version, planning->memo))
    return NULL;

  step = g_new0 (ScMergeStep, 1);
  step->reason_format = choose_reason (candidate);
  step->quote = sc_rule_get_quote (SC_RULE_MERGEABLE);
  describe (step, version, candidate->position, &steps, merged);
  g_hash_table_insert (planning->parts, g_strdup (step->first_id), g_steal_pointer (&joined));

  return step;
}

static ScMergeStep *
find_step (Planning        *planning,
           const ScVersion *version,
           ScVersion      **merged)
{
  g_autoptr (GArray) candidates = sc_merge_rank (version, SC_MERGE_REPEATS_FIRST, planning->hours);
  ScTally before;

  sc_tally_take (&before, version, planning->memo);
  for (guint is_careful = 2; is_careful-- > 0;)
    for (guint i = 0; i < candidates->len; i++)
      {
        ScMergeStep *step = make_step (planning, version, &g_array_index (candidates, ScMergeCandidate, i),
                                       is_careful != 0 ? &before : NULL, merged);

        if (step != NULL)
          return step;
      }

  return NULL;
}

/**
 * sc_merge_plan:
 * @version: a version
 * @wanted: how many stages to come down to, usually %SC_MERGE_WANTED
 * @merged: (out) (optional) (transfer full): the version that the plan leads
 *   to
 *
 * Works out how stages come together, the best two neighbours first, without
 * crossing the client mark; two that do the same step are the best. A merged
 * stage is as long as its parts, also where they have no target time. A merge
 * that would bring a new finding is taken only where there is no other.
 *
 * Returns: (transfer full) (element-type ScMergeStep): the steps, in order;
 *   none where there are no more stages than wanted
 */
GPtrArray *
sc_merge_plan (const ScVersion *version,
               guint            wanted,
               ScVersion      **merged)
{
  GPtrArray *plan = g_ptr_array_new_with_free_func ((GDestroyNotify) sc_merge_step_free);
  g_autoptr (ScVersion) current = sc_version_ref ((ScVersion *) version);
  g_autoptr (GHashTable) parts = g_hash_table_new_full (g_str_hash, g_str_equal, g_free,
                                                        (GDestroyNotify) g_ptr_array_unref);
  g_autoptr (GHashTable) hours = sc_merge_hours_new ();
  g_autoptr (ScLintMemo) memo = sc_lint_memo_new ();
  Planning planning = { parts, hours, memo };

  while (current->stages->len > wanted)
    {
      ScVersion *next = NULL;
      ScMergeStep *step = find_step (&planning, current, &next);

      if (step == NULL)
        break;

      sc_merge_hours_join (hours, current, step->first_id, step->second_id);
      g_ptr_array_add (plan, step);
      sc_version_unref (current);
      current = next;
    }

  if (merged != NULL)
    *merged = g_steal_pointer (&current);

  return plan;
}

/**
 * sc_merge_plan_redo:
 * @version: the version that the plan was made for
 * @plan: (element-type ScMergeStep): its steps
 * @merged: (out) (transfer full): the version that the plan leads to
 *
 * Makes the steps anew of which some are out now, or have another name: what a step
 * merges depends on those before it. A step is where it was, in front of the stage that
 * it puts into another, whatever that one is made of by now.
 */
void
sc_merge_plan_redo (const ScVersion *version,
                    GPtrArray       *plan,
                    ScVersion      **merged)
{
  g_autoptr (ScVersion) current = sc_version_ref ((ScVersion *) version);
  g_autoptr (GHashTable) parts = g_hash_table_new_full (g_str_hash, g_str_equal, g_free,
                                                        (GDestroyNotify) g_ptr_array_unref);

  for (guint i = 0; i < plan->len; i++)
    {
      ScMergeStep *step = plan->pdata[i];
      g_auto (ScSteps) steps = { NULL };
      ScVersion *next = NULL;
      GPtrArray *joined;
      guint second;

      g_clear_pointer (&step->edits, g_ptr_array_unref);
      if (step->is_out || sc_version_find_stage (current, step->second_id, &second) == NULL || second == 0)
        continue;

      joined = merge_at (parts, current, second - 1, step->own_name, &steps);
      describe (step, current, second - 1, &steps, &next);
      g_hash_table_insert (parts, g_strdup (step->first_id), joined);
      sc_version_unref (current);
      current = next;
    }

  *merged = g_steal_pointer (&current);
}
