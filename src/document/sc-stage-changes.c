/* SPDX-License-Identifier: GPL-3.0-or-later */

/* What changed in a stage that two versions have: what it says of itself, and its exit
 * criteria. */

#include "document/sc-version-changes-private.h"

#include "document/sc-grammar.h"
#include "document/sc-stage-facts.h"

static void
compare_times (ScComparison  *self,
               const ScStage *was,
               const ScStage *stage)
{
  const ScCalendar *calendar = self->newer->calendar;
  g_autofree char *before = sc_grammar_duration (was->duration, calendar, self->language, SC_CASE_NOMINATIVE);
  g_autofree char *time = sc_grammar_duration (stage->duration, calendar, self->language, SC_CASE_NOMINATIVE);

  if (!g_str_equal (before, time))
    sc_comparison_add (self,
                       *before == '\0' ? "change.time.set" : *time == '\0' ? "change.time.unset" : "change.time", stage,
                       (ScField[]) { { "was", before }, { "time", time }, SC_FIELD_END });
}

static void
compare_responsible (ScComparison  *self,
                     const ScStage *was,
                     const ScStage *stage)
{
  const char *before = sc_stage_facts_get_role (self->older, was->responsible);
  const char *role = sc_stage_facts_get_role (self->newer, stage->responsible);
  g_autofree char *before_quoted = before != NULL ? sc_comparison_quote (self, before) : NULL;
  g_autofree char *role_quoted = role != NULL ? sc_comparison_quote (self, role) : NULL;

  if (g_strcmp0 (before, role) != 0)
    sc_comparison_add (self,
                       before == NULL ? "change.responsible.set" : role == NULL ? "change.responsible.unset"
                                                                                : "change.responsible", stage,
                       (ScField[]) { { "was", before_quoted }, { "role", role_quoted }, SC_FIELD_END });
}

static gboolean
have_same_tactics (const ScStage *was,
                   const ScStage *stage)
{
  if (was->tactics->len != stage->tactics->len)
    return FALSE;

  for (guint i = 0; i < stage->tactics->len; i++)
    if (!sc_tactic_equal (was->tactics->pdata[i], stage->tactics->pdata[i]))
      return FALSE;

  return TRUE;
}

static gboolean
have_same_participants (const ScStage *was,
                        const ScStage *stage)
{
  if (g_strv_length (was->participants) != g_strv_length (stage->participants))
    return FALSE;

  for (guint i = 0; stage->participants[i] != NULL; i++)
    if (!sc_stage_has_participant (was, stage->participants[i]))
      return FALSE;

  return TRUE;
}

/* Where a deal goes back to is another stage also where the former one went into it. */
static gboolean
have_same_refusal (const ScComparison *self,
                   const ScStage      *was,
                   const ScStage      *stage)
{
  ScRefusal expected = was->refusal;
  char *into = was->refusal.stage_id != NULL ? g_hash_table_lookup (self->into, was->refusal.stage_id) : NULL;

  if (into != NULL)
    expected.stage_id = into;

  return sc_refusal_equal (&expected, &stage->refusal);
}

static void
add_if (ScComparison  *self,
        gboolean       is_changed,
        const char    *sentence,
        const ScStage *stage)
{
  if (is_changed)
    sc_comparison_add (self, sentence, stage, NULL);
}

static gboolean
is_joined (ScComparison  *self,
           const ScStage *stage)
{
  GHashTable *const tables[] = { self->into, self->from };
  GHashTableIter iter;
  gpointer id;

  for (guint i = 0; i < G_N_ELEMENTS (tables); i++)
    {
      g_hash_table_iter_init (&iter, tables[i]);
      while (g_hash_table_iter_next (&iter, NULL, &id))
        if (g_str_equal (id, stage->id))
          return TRUE;
    }

  return FALSE;
}

/**
 * sc_comparison_compare_stages:
 * @self: two versions
 * @was: a stage of the older one
 * @stage: the same one in the newer
 *
 * Tells what of it was changed, but for its name and its criteria. What a stage says that
 * was merged or split follows from that and is not told again.
 */
void
sc_comparison_compare_stages (ScComparison  *self,
                              const ScStage *was,
                              const ScStage *stage)
{
  gboolean is_told = is_joined (self, stage);

  compare_times (self, was, stage);
  compare_responsible (self, was, stage);
  add_if (self, !is_told && !have_same_participants (was, stage), "change.participants", stage);
  add_if (self, !is_told && !g_str_equal (was->goal, stage->goal), "change.goal", stage);
  add_if (self, !is_told && !g_str_equal (was->entry, stage->entry), "change.entry", stage);
  add_if (self, !is_told && !g_strv_equal ((const char *const *) was->actions, (const char *const *) stage->actions),
          "change.actions", stage);
  add_if (self, !is_told && !g_strv_equal ((const char *const *) was->documents, (const char *const *) stage->documents),
          "change.documents", stage);
  add_if (self, !is_told && !have_same_tactics (was, stage), "change.tactics", stage);
  add_if (self, !have_same_refusal (self, was, stage), "change.refusal", stage);
}

static ScCriterion *
find_criterion (const ScStage *stage,
                const char    *id)
{
  for (guint i = 0; i < stage->criteria->len; i++)
    if (g_str_equal (((ScCriterion *) stage->criteria->pdata[i])->id, id))
      return stage->criteria->pdata[i];

  return NULL;
}

/* Whether a criterion that is in another stage now went there with its stage. */
static gboolean
went_along (const ScComparison *self,
            const ScStage      *was,
            const ScStage      *stage)
{
  return g_str_equal (was->id, stage->id) || g_strcmp0 (g_hash_table_lookup (self->into, was->id), stage->id) == 0
         || g_strcmp0 (g_hash_table_lookup (self->from, stage->id), was->id) == 0;
}

static gboolean
is_asked_otherwise (const ScCriterion *was,
                    const ScCriterion *criterion)
{
  return was->type != criterion->type || was->is_asked_at_entry != criterion->is_asked_at_entry
         || was->purpose != criterion->purpose
         || !g_strv_equal ((const char *const *) was->choices, (const char *const *) criterion->choices);
}

static void
compare_criterion (ScComparison      *self,
                   const ScStage     *stage,
                   const ScStage     *was_in,
                   const ScCriterion *criterion)
{
  const ScCriterion *was = find_criterion (was_in, criterion->id);
  g_autofree char *text = sc_comparison_quote (self, criterion->text);
  g_autofree char *former = sc_comparison_quote (self, was->text);
  g_autofree char *former_stage = sc_comparison_quote (self, was_in->name);
  const ScField fields[] = { { "criterion", text }, { "was", former }, SC_FIELD_END };

  if (!went_along (self, was_in, stage))
    sc_comparison_add (self, "change.criterion.moved", stage,
                       (ScField[]) { { "criterion", text }, { "was", former_stage }, SC_FIELD_END });
  if (!g_str_equal (was->text, criterion->text))
    sc_comparison_add (self, "change.criterion.renamed", stage, fields);
  if (was->is_required != criterion->is_required)
    sc_comparison_add (self, criterion->is_required ? "change.criterion.now-required" : "change.criterion.now-advised",
                       stage, fields);
  else if (is_asked_otherwise (was, criterion))
    sc_comparison_add (self, "change.criterion.other", stage, fields);
}

/**
 * sc_comparison_compare_criteria:
 * @self: two versions
 * @stage: a stage of the newer one
 *
 * Tells which of its criteria are new and which were changed.
 */
void
sc_comparison_compare_criteria (ScComparison  *self,
                                const ScStage *stage)
{
  for (guint i = 0; i < stage->criteria->len; i++)
    {
      const ScCriterion *criterion = stage->criteria->pdata[i];
      const ScStage *was_in = g_hash_table_lookup (self->old_criteria, criterion->id);
      g_autofree char *text = sc_comparison_quote (self, criterion->text);

      if (was_in != NULL)
        compare_criterion (self, stage, was_in, criterion);
      else
        sc_comparison_add (self, criterion->is_required ? "change.criterion.required" : "change.criterion.advised", stage,
                           (ScField[]) { { "criterion", text }, SC_FIELD_END });
    }
}

/**
 * sc_comparison_find_removed_criteria:
 * @self: two versions
 * @was: a stage of the older one
 *
 * Tells which of its criteria are gone, where it is still there or went into another.
 */
void
sc_comparison_find_removed_criteria (ScComparison  *self,
                                     const ScStage *was)
{
  const char *into = g_hash_table_lookup (self->into, was->id);
  const ScStage *stage = sc_version_find_stage (self->newer, into != NULL ? into : was->id, NULL);

  for (guint i = 0; stage != NULL && i < was->criteria->len; i++)
    {
      const ScCriterion *criterion = was->criteria->pdata[i];
      g_autofree char *text = sc_comparison_quote (self, criterion->text);

      if (!g_hash_table_contains (self->new_criteria, criterion->id))
        sc_comparison_add (self, "change.criterion.removed", stage, (ScField[]) { { "criterion", text }, SC_FIELD_END });
    }
}
