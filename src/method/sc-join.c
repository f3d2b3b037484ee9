/* SPDX-License-Identifier: GPL-3.0-or-later */

/* Takes what a stage says into another one, so that nothing is said twice and nothing is
 * lost: texts, lists, exit criteria with their questions, tactics. */

#include "method/sc-join-private.h"

#include "method/sc-lint-private.h"
#include "model/sc-new-ids.h"

#include <string.h>

static const ScRefusal lost = { SC_REFUSAL_LOST, NULL, { 0, SC_UNIT_WORKING_DAYS } };

/* A text that holds both, each once. */
static char *
join_texts (const char *a,
            const char *b)
{
  g_autofree char *front = g_strchomp (g_strdup (a));
  gsize length = strlen (front);

  if (sc_lint_is_blank (a) || strstr (b, a) != NULL)
    return g_strdup (b);
  if (sc_lint_is_blank (b) || strstr (a, b) != NULL)
    return g_strdup (a);
  if (strchr (".!?;", front[length - 1]) != NULL || strchr (a, '\n') != NULL)
    return g_strconcat (front, strchr (a, '\n') != NULL ? "\n" : " ", b, NULL);

  return g_strconcat (front, ". ", b, NULL);
}

static void
replace_text (char **text,
              char  *joined)
{
  g_free (*text);
  *text = joined;
}

static void
join_lists (GStrv *list,
            GStrv  second)
{
  g_autoptr (GStrvBuilder) builder = g_strv_builder_new ();

  g_strv_builder_addv (builder, (const char **) *list);
  for (guint i = 0; second[i] != NULL; i++)
    if (!g_strv_contains ((const char *const *) *list, second[i]))
      g_strv_builder_add (builder, second[i]);

  g_strfreev (*list);
  *list = g_strv_builder_end (builder);
}

static ScCriterion *
find_criterion (const ScStage *stage,
                const char    *text)
{
  for (guint i = 0; i < stage->criteria->len; i++)
    if (g_str_equal (((ScCriterion *) stage->criteria->pdata[i])->text, text))
      return stage->criteria->pdata[i];

  return NULL;
}

/* Of two that ask the same one is left, which holds where either held, and which knows
 * what it was: deals have told it for both. */
static void
join_criterion (ScCriterion       *criterion,
                const ScCriterion *second)
{
  const char *const id[] = { second->id, NULL };

  criterion->is_required = criterion->is_required || second->is_required;
  criterion->is_asked_at_entry = criterion->is_asked_at_entry && second->is_asked_at_entry;
  if (criterion->purpose == SC_PURPOSE_NONE)
    criterion->purpose = second->purpose;
  if (criterion->type == SC_ANSWER_TICK)
    criterion->type = second->type;
  if (criterion->type == second->type)
    join_lists (&criterion->choices, second->choices);
  join_lists (&criterion->was, (GStrv) id);
  join_lists (&criterion->was, second->was);
}

/* @new_ids gets those that are gone, by the ones that they went into. */
static void
join_criteria (ScStage       *stage,
               const ScStage *second,
               GHashTable    *new_ids)
{
  for (guint i = 0; i < second->criteria->len; i++)
    {
      const ScCriterion *criterion = second->criteria->pdata[i];
      ScCriterion *own = find_criterion (stage, criterion->text);

      if (own == NULL)
        {
          g_ptr_array_add (stage->criteria, sc_criterion_copy (criterion));
          continue;
        }

      join_criterion (own, criterion);
      g_hash_table_insert (new_ids, g_strdup (criterion->id), g_strdup (own->id));
    }
}

static ScTactic *
find_tactic (const ScStage  *stage,
             const ScTactic *tactic)
{
  for (guint i = 0; i < stage->tactics->len; i++)
    if (sc_tactic_says_same (stage->tactics->pdata[i], tactic))
      return stage->tactics->pdata[i];

  return NULL;
}

/* No list fits any deal. */
static void
join_conditions (GStrv *list,
                 GStrv  second)
{
  if ((*list)[0] == NULL)
    return;
  if (second[0] != NULL)
    {
      join_lists (list, second);
      return;
    }

  g_strfreev (*list);
  *list = g_new0 (char *, 1);
}

/* It fits where either fitted. */
static void
join_tactic (ScTactic       *tactic,
             const ScTactic *second)
{
  if (tactic->kind == SC_TACTIC_OTHER)
    tactic->kind = second->kind;
  join_conditions (&tactic->loss_reasons, second->loss_reasons);
  join_conditions (&tactic->sources, second->sources);
  join_conditions (&tactic->labels, second->labels);
}

/* Those that tell the same answer say the same. */
static void
join_tactics (ScStage       *stage,
              const ScStage *second,
              GHashTable    *new_ids)
{
  for (guint i = 0; i < second->tactics->len; i++)
    {
      g_autoptr (ScTactic) tactic = sc_tactic_copy (second->tactics->pdata[i]);
      g_autofree char *text = sc_new_ids_follow_answers (new_ids, tactic->text);
      ScTactic *own;

      g_set_str (&tactic->text, text);
      own = find_tactic (stage, tactic);
      if (own != NULL)
        join_tactic (own, tactic);
      else
        g_ptr_array_add (stage->tactics, g_steal_pointer (&tactic));
    }
}

/**
 * sc_join_content:
 * @stage: a stage that is not shared yet
 * @second: a stage that goes into it
 *
 * Takes what @second says into @stage. Exit criteria and tactics of the same texts
 * become one each.
 *
 * Returns: (transfer full) (element-type utf8 utf8): by the ids that are gone, of
 *   @second itself and of its criteria, those that stand for them
 */
GHashTable *
sc_join_content (ScStage       *stage,
                 const ScStage *second)
{
  GHashTable *new_ids = g_hash_table_new_full (g_str_hash, g_str_equal, g_free, g_free);

  replace_text (&stage->goal, join_texts (stage->goal, second->goal));
  replace_text (&stage->entry, join_texts (stage->entry, second->entry));
  join_lists (&stage->actions, second->actions);
  join_lists (&stage->documents, second->documents);
  join_criteria (stage, second, new_ids);
  join_tactics (stage, second, new_ids);
  g_hash_table_insert (new_ids, g_strdup (second->id), g_strdup (stage->id));

  return new_ids;
}

static gboolean
loses_deals (const ScRefusal *refusal,
             const ScStage   *first,
             const ScStage   *second)
{
  return refusal->kind == SC_REFUSAL_LOST ||
         (refusal->kind == SC_REFUSAL_BACK &&
          (g_strcmp0 (refusal->stage_id, first->id) == 0 || g_strcmp0 (refusal->stage_id, second->id) == 0));
}

/**
 * sc_join_refusal:
 * @stage: a stage that is not shared yet
 * @second: a stage that goes into it
 *
 * Has refused deals go where the first of the two sends them that does not lose them.
 * One that would send them to where they are loses them.
 */
void
sc_join_refusal (ScStage       *stage,
                 const ScStage *second)
{
  if (!loses_deals (&stage->refusal, stage, second))
    return;

  sc_refusal_assign (&stage->refusal, loses_deals (&second->refusal, stage, second) ? &lost : &second->refusal);
}

/**
 * sc_join_is_touched:
 * @stage: a stage
 * @new_ids: (element-type utf8 utf8): what sc_join_content() gave
 *
 * Returns: whether the stage names something that is gone
 */
gboolean
sc_join_is_touched (const ScStage *stage,
                    GHashTable    *new_ids)
{
  if (stage->refusal.stage_id != NULL && g_hash_table_contains (new_ids, stage->refusal.stage_id))
    return TRUE;

  /* One is the stage's own. */
  for (guint i = 0; i < stage->tactics->len && g_hash_table_size (new_ids) > 1; i++)
    if (strstr (((ScTactic *) stage->tactics->pdata[i])->text, "{answer:") != NULL)
      return TRUE;

  return FALSE;
}

/**
 * sc_join_follow:
 * @stage: a stage
 * @new_ids: (element-type utf8 utf8): what sc_join_content() gave
 *
 * Returns: (transfer full): the stage, naming what stands for what is gone; a refusal
 *   that names the stage itself then loses the deal
 */
ScStage *
sc_join_follow (const ScStage *stage,
                GHashTable    *new_ids)
{
  ScStage *followed = sc_stage_copy (stage);

  sc_new_ids_apply_to_stage (new_ids, followed);
  if (g_strcmp0 (followed->refusal.stage_id, stage->id) == 0)
    sc_refusal_assign (&followed->refusal, &lost);

  return followed;
}
