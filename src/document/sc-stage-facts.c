/* SPDX-License-Identifier: GPL-3.0-or-later */

/* What documents ask about the stages of a version. */

#include "document/sc-stage-facts.h"

#include "diagram/sc-caption.h"
#include "document/sc-grammar.h"
#include "model/sc-name.h"

/**
 * sc_stage_facts_get_name:
 * @version: a version
 * @position: a stage's position
 * @language: the document's language
 *
 * Returns: what the stage is called, or that it has no name
 */
const char *
sc_stage_facts_get_name (const ScVersion *version,
                         guint            position,
                         ScLanguage       language)
{
  const char *name = sc_version_get_stage (version, position)->name;

  return sc_text_is_blank (name) ? sc_caption_get_no_name (language) : name;
}

/**
 * sc_stage_facts_quote:
 * @version: a version
 * @position: a stage's position
 * @language: the document's language
 *
 * Returns: (transfer full): what the stage is called, in quotation marks
 */
char *
sc_stage_facts_quote (const ScVersion *version,
                      guint            position,
                      ScLanguage       language)
{
  return sc_grammar_quote (sc_stage_facts_get_name (version, position, language), language);
}

/**
 * sc_stage_facts_get_role:
 * @version: a version
 * @role_id: (nullable): the id of a role
 *
 * Returns: (nullable): what the role is called, %NULL where there is none
 */
const char *
sc_stage_facts_get_role (const ScVersion *version,
                         const char      *role_id)
{
  const ScRole *role = role_id != NULL ? sc_version_find_role (version, role_id, NULL) : NULL;

  return role != NULL && !sc_text_is_blank (role->name) ? role->name : NULL;
}

/**
 * sc_stage_facts_list_participants:
 * @version: a version
 * @stage: one of its stages
 *
 * Returns: (transfer full): what the roles are called that take part in it
 */
GStrv
sc_stage_facts_list_participants (const ScVersion *version,
                                  const ScStage   *stage)
{
  g_autoptr (GStrvBuilder) builder = g_strv_builder_new ();

  for (guint i = 0; stage->participants[i] != NULL; i++)
    {
      const char *name = sc_stage_facts_get_role (version, stage->participants[i]);

      if (name != NULL)
        g_strv_builder_add (builder, name);
    }

  return g_strv_builder_end (builder);
}

static gboolean
is_behind_mark (const ScVersion *version,
                guint            position)
{
  return (int) position > sc_version_get_mark_position (version);
}

/* Where a deal goes back to that is sent nowhere: where needs are discovered. */
static gboolean
find_discovery (const ScVersion *version,
                guint            position,
                guint           *back_to)
{
  for (guint i = position; i > 0; i--)
    if (sc_kind_set_has (sc_version_get_stage (version, i - 1)->kinds, SC_KIND_NEEDS_DISCOVERY))
      {
        *back_to = i - 1;
        return TRUE;
      }

  return FALSE;
}

/**
 * sc_stage_facts_get_outcome:
 * @version: a version
 * @position: a stage's position
 * @back_to: (out): where a deal that goes back goes, untouched for others
 *
 * Returns: what the program proposes for a deal when the client refuses there
 */
ScOutcome
sc_stage_facts_get_outcome (const ScVersion *version,
                            guint            position,
                            guint           *back_to)
{
  const ScRefusal *refusal = &sc_version_get_stage (version, position)->refusal;
  guint there = 0;

  if (refusal->kind == SC_REFUSAL_PARK)
    return SC_OUTCOME_PARKED;
  if (is_behind_mark (version, position))
    return SC_OUTCOME_ENDED;
  if (refusal->kind != SC_REFUSAL_BACK)
    return SC_OUTCOME_LOST;
  if ((refusal->stage_id != NULL && sc_version_find_stage (version, refusal->stage_id, &there) != NULL && there < position)
      || find_discovery (version, position, &there))
    {
      *back_to = there;
      return SC_OUTCOME_BACK;
    }

  return SC_OUTCOME_LOST;
}

/**
 * sc_criterion_is_question:
 * @criterion: a criterion
 *
 * Returns: whether it is answered, not ticked
 */
gboolean
sc_criterion_is_question (const ScCriterion *criterion)
{
  return criterion->type != SC_ANSWER_TICK;
}

/**
 * sc_criterion_is_exit_question:
 * @criterion: a criterion
 *
 * Returns: whether it is a question that is asked before a deal leaves
 */
gboolean
sc_criterion_is_exit_question (const ScCriterion *criterion)
{
  return sc_criterion_is_question (criterion) && !criterion->is_asked_at_entry;
}

/**
 * sc_criterion_is_at_entry:
 * @criterion: a criterion
 *
 * Returns: whether it is asked or checked when a deal comes in
 */
gboolean
sc_criterion_is_at_entry (const ScCriterion *criterion)
{
  return criterion->is_asked_at_entry;
}

/**
 * sc_criterion_is_required_question:
 * @criterion: a criterion
 *
 * Returns: whether it is a question that holds a deal in the stage
 */
gboolean
sc_criterion_is_required_question (const ScCriterion *criterion)
{
  return sc_criterion_is_exit_question (criterion) && criterion->is_required;
}

static gboolean
is_exit_check (const ScCriterion *criterion)
{
  return !sc_criterion_is_question (criterion) && !criterion->is_asked_at_entry;
}

/**
 * sc_criterion_is_required_check:
 * @criterion: a criterion
 *
 * Returns: whether it is ticked, and holds a deal in the stage
 */
gboolean
sc_criterion_is_required_check (const ScCriterion *criterion)
{
  return is_exit_check (criterion) && criterion->is_required;
}

/**
 * sc_criterion_is_advised_check:
 * @criterion: a criterion
 *
 * Returns: whether it is ticked when a deal leaves, and does not hold it
 */
gboolean
sc_criterion_is_advised_check (const ScCriterion *criterion)
{
  return is_exit_check (criterion) && !criterion->is_required;
}

/**
 * sc_stage_facts_count:
 * @stage: a stage
 * @test: (scope call): tells which criteria are meant
 *
 * Returns: how many of these it has that say something
 */
guint
sc_stage_facts_count (const ScStage  *stage,
                      ScCriterionTest test)
{
  guint n = 0;

  for (guint i = 0; i < stage->criteria->len; i++)
    {
      const ScCriterion *criterion = stage->criteria->pdata[i];

      if (test (criterion) && !sc_text_is_blank (criterion->text))
        n++;
    }

  return n;
}

/**
 * sc_stage_facts_count_all:
 * @version: a version
 * @test: (scope call): tells which criteria are meant
 *
 * Returns: how many of these its stages have
 */
guint
sc_stage_facts_count_all (const ScVersion *version,
                          ScCriterionTest  test)
{
  guint n = 0;

  for (guint i = 0; i < version->stages->len; i++)
    n += sc_stage_facts_count (sc_version_get_stage (version, i), test);

  return n;
}

/**
 * sc_stage_facts_list:
 * @stage: a stage
 * @test: (scope call): tells which criteria are meant
 *
 * Returns: (transfer full): what these say, in order
 */
GStrv
sc_stage_facts_list (const ScStage  *stage,
                     ScCriterionTest test)
{
  g_autoptr (GStrvBuilder) builder = g_strv_builder_new ();

  for (guint i = 0; i < stage->criteria->len; i++)
    {
      const ScCriterion *criterion = stage->criteria->pdata[i];

      if (test (criterion) && !sc_text_is_blank (criterion->text))
        g_strv_builder_add (builder, criterion->text);
    }

  return g_strv_builder_end (builder);
}

/**
 * sc_stage_facts_has_time:
 * @version: a version
 *
 * Returns: whether a stage of it has a target time
 */
gboolean
sc_stage_facts_has_time (const ScVersion *version)
{
  for (guint i = 0; i < version->stages->len; i++)
    if (sc_version_get_stage (version, i)->duration.value > 0)
      return TRUE;

  return FALSE;
}

/**
 * sc_stage_facts_sum:
 * @version: a version
 * @n_stages: how many of its stages to look at, from the first
 * @is_whole: (out): whether each of these has a target time
 *
 * Returns: their target times together
 */
ScDuration
sc_stage_facts_sum (const ScVersion *version,
                    guint            n_stages,
                    gboolean        *is_whole)
{
  ScDuration sum = { 0, SC_UNIT_WORKING_DAYS };

  *is_whole = TRUE;
  for (guint i = 0; i < n_stages; i++)
    {
      const ScStage *stage = sc_version_get_stage (version, i);

      sum = sc_duration_add (sum, stage->duration, version->calendar);
      if (stage->duration.value == 0)
        *is_whole = FALSE;
    }

  return sum;
}
