/* SPDX-License-Identifier: GPL-3.0-or-later */

/* A subsection for each stage: what it is for, who works there and how long, what is done,
 * asked and checked, and what happens when the client refuses. No stage is named in
 * another one's. */

#include "document/sc-regulations-private.h"

#include "document/sc-grammar.h"
#include "document/sc-stage-facts.h"
#include "model/sc-name.h"

/* The paragraphs of a stage, by what stands behind the stage's own id. */
static char *
make_id (const ScStage *stage,
         const char    *paragraph)
{
  return g_strconcat ("stage:", stage->id, ".", paragraph, NULL);
}

static gboolean
begin (ScRegulations *self,
       const ScStage *stage,
       const char    *paragraph,
       ScNumbering    numbering)
{
  g_autofree char *id = make_id (stage, paragraph);

  return sc_writing_begin (self->writing, id, numbering);
}

static GStrv
list_filled (const char *const *lines)
{
  g_autoptr (GStrvBuilder) builder = g_strv_builder_new ();

  for (guint i = 0; lines[i] != NULL; i++)
    if (!sc_text_is_blank (lines[i]))
      g_strv_builder_add (builder, lines[i]);

  return g_strv_builder_end (builder);
}

static void
add_fact (ScRegulations *self,
          ScTable       *table,
          const char    *label,
          const char    *value)
{
  GPtrArray *row;

  if (value == NULL || sc_text_is_blank (value))
    return;

  row = sc_table_add_row (table);
  sc_row_add_cell (row, sc_sentence_get (label, self->language), TRUE);
  sc_row_add_cell (row, value, FALSE);
}

static void
add_facts (ScRegulations *self,
           const ScStage *stage,
           ScTable       *table)
{
  g_auto (GStrv) names = sc_stage_facts_list_participants (self->version, stage);
  g_auto (GStrv) documents = list_filled ((const char *const *) stage->documents);
  g_autofree char *participants = g_strjoinv ("; ", names);
  g_autofree char *time = sc_grammar_duration (stage->duration, self->version->calendar, self->language, SC_CASE_NOMINATIVE);
  g_autofree char *files = g_strjoinv ("; ", documents);
  gboolean is_one = g_strv_length (names) == 1;

  add_fact (self, table, "stage.goal", stage->goal);
  add_fact (self, table, "stage.responsible", sc_stage_facts_get_role (self->version, stage->responsible));
  add_fact (self, table, is_one ? "stage.participant" : "stage.participants", participants);
  add_fact (self, table, "stage.time", time);
  add_fact (self, table, "stage.entry", stage->entry);
  add_fact (self, table, g_strv_length (documents) == 1 ? "stage.document" : "stage.documents", files);
}

static void
add_table (ScRegulations *self,
           const ScStage *stage,
           guint          position)
{
  g_autofree char *name = sc_stage_facts_quote (self->version, position, self->language);
  ScTable *table;
  GPtrArray *blocks;

  if (!begin (self, stage, "facts", SC_NUMBERING_NONE))
    return;

  blocks = sc_writing_get_blocks (self->writing);
  table = sc_writing_table (self->writing, "stage.facts.caption", (const double[]) { 1, 3 }, 2);
  g_free (table->caption);
  table->caption = sc_sentence_fill ("stage.facts.caption", self->language,
                                     (ScField[]) { { "stage", name }, SC_FIELD_END });
  add_facts (self, stage, table);
  if (table->rows->len == 0)
    g_ptr_array_set_size (blocks, 0);
}

static void
add_actions (ScRegulations *self,
             const ScStage *stage)
{
  g_auto (GStrv) actions = list_filled ((const char *const *) stage->actions);

  if (actions[0] == NULL || !begin (self, stage, "actions", SC_NUMBERING_NUMBER))
    return;

  sc_writing_say (self->writing, actions[1] == NULL ? "stage.actions.one" : "stage.actions", NULL);
  sc_writing_list (self->writing, (const char *const *) actions);
}

static char *
tell_answer (const ScRegulations *self,
             const ScCriterion   *criterion)
{
  static const char *const sentences[SC_N_ANSWER_TYPES] = {
    [SC_ANSWER_TICK] = "answer.tick",
    [SC_ANSWER_TEXT] = "answer.text",
    [SC_ANSWER_CHOICE] = "answer.choice",
    [SC_ANSWER_NUMBER] = "answer.number",
    [SC_ANSWER_MONEY] = "answer.money",
    [SC_ANSWER_DATE] = "answer.date",
    [SC_ANSWER_YES_NO] = "answer.yes-no",
  };
  g_autofree char *choices = g_strjoinv ("; ", criterion->choices);

  if (criterion->type == SC_ANSWER_CHOICE && criterion->choices[0] == NULL)
    return g_strdup (sc_sentence_get ("answer.choice.none", self->language));
  if (criterion->purpose == SC_PURPOSE_TRIAL_END && criterion->type == SC_ANSWER_DATE)
    return g_strdup (sc_sentence_get ("answer.trial-end", self->language));

  return sc_sentence_fill (sentences[criterion->type], self->language,
                           (ScField[]) { { "choices", choices }, SC_FIELD_END });
}

static const char *
get_weight (const ScRegulations *self,
            const ScCriterion   *criterion)
{
  return sc_sentence_get (criterion->is_required ? "stage.is-required" : "stage.is-advised", self->language);
}

static void
add_question (ScRegulations     *self,
              ScTable           *table,
              const ScCriterion *criterion)
{
  g_autofree char *answer = tell_answer (self, criterion);
  GPtrArray *row = sc_table_add_row (table);

  sc_row_add_cell (row, criterion->text, FALSE);
  sc_row_add_cell (row, answer, FALSE);
  sc_row_add_cell (row, get_weight (self, criterion), FALSE);
}

static void
add_questions (ScRegulations  *self,
               const ScStage  *stage,
               ScCriterionTest test,
               const char     *column)
{
  const char *const header[] = { column, "stage.answer", "stage.weight", NULL };
  ScTable *table = sc_writing_table (self->writing, "stage.questions.caption", (const double[]) { 3, 2, 2 }, 3);

  sc_writing_header (self->writing, table, header);
  for (guint i = 0; i < stage->criteria->len; i++)
    {
      const ScCriterion *criterion = stage->criteria->pdata[i];

      if (test (criterion) && !sc_text_is_blank (criterion->text))
        add_question (self, table, criterion);
    }
}

/* Criteria that are only ticked when a deal comes in. */
static void
add_checks (ScRegulations *self,
            const ScStage *stage)
{
  static const char *const header[] = { "stage.check", "stage.weight", NULL };
  ScTable *table = sc_writing_table (self->writing, "stage.checks.caption", (const double[]) { 3, 2 }, 2);

  sc_writing_header (self->writing, table, header);
  for (guint i = 0; i < stage->criteria->len; i++)
    {
      const ScCriterion *criterion = stage->criteria->pdata[i];
      GPtrArray *row;

      if (!sc_criterion_is_at_entry (criterion) || sc_text_is_blank (criterion->text))
        continue;

      row = sc_table_add_row (table);
      sc_row_add_cell (row, criterion->text, FALSE);
      sc_row_add_cell (row, get_weight (self, criterion), FALSE);
    }
}

static gboolean
is_entry_question (const ScCriterion *criterion)
{
  return sc_criterion_is_at_entry (criterion) && sc_criterion_is_question (criterion);
}

/* What is checked before the stage begins: questions, ticks, or both. */
static void
add_entry (ScRegulations *self,
           const ScStage *stage)
{
  guint n_questions = sc_stage_facts_count (stage, is_entry_question);
  guint n_all = sc_stage_facts_count (stage, sc_criterion_is_at_entry);

  if (n_all == 0 || !begin (self, stage, "entry-questions", SC_NUMBERING_NUMBER))
    return;

  sc_writing_say (self->writing, n_questions == 0 ? "stage.entry-checks" : "stage.entry-questions", NULL);
  if (n_questions == 0)
    add_checks (self, stage);
  else
    add_questions (self, stage, sc_criterion_is_at_entry,
                   n_questions < n_all ? "stage.question-or-criterion" : "stage.question");
}

static void
add_exit (ScRegulations *self,
          const ScStage *stage)
{
  if (sc_stage_facts_count (stage, sc_criterion_is_exit_question) == 0
      || !begin (self, stage, "questions", SC_NUMBERING_NUMBER))
    return;

  sc_writing_say (self->writing, "stage.questions", NULL);
  add_questions (self, stage, sc_criterion_is_exit_question, "stage.question");
}

static gboolean
is_required_at_entry (const ScCriterion *criterion)
{
  return sc_criterion_is_at_entry (criterion) && criterion->is_required;
}

static const char *
get_none (const ScStage *stage,
          gboolean       is_last)
{
  if (is_last)
    return "stage.required.none.last";

  return sc_stage_facts_count (stage, is_required_at_entry) > 0 ? "stage.required.none.exit" : "stage.required.none";
}

static void
add_required (ScRegulations *self,
              const ScStage *stage,
              gboolean       is_last)
{
  g_auto (GStrv) criteria = sc_stage_facts_list (stage, sc_criterion_is_required_check);
  guint n_questions = MIN (sc_stage_facts_count (stage, sc_criterion_is_required_question), 2);
  guint n_criteria = MIN (g_strv_length (criteria), 2);
  g_autofree char *questions = make_id (stage, "questions");
  g_autofree char *sentence = g_strdup_printf ("stage.required.%s.q%uc%u", is_last ? "last" : "next", n_questions, n_criteria);

  if (!begin (self, stage, "required", SC_NUMBERING_NUMBER))
    return;

  if (n_questions + n_criteria == 0)
    sc_writing_say (self->writing, get_none (stage, is_last), NULL);
  else
    sc_writing_say (self->writing, sentence, (ScField[]) { { "questions", questions }, SC_FIELD_END });
  if (n_criteria > 0)
    sc_writing_list (self->writing, (const char *const *) criteria);
}

static void
add_advised (ScRegulations *self,
             const ScStage *stage,
             gboolean       is_last)
{
  g_auto (GStrv) criteria = sc_stage_facts_list (stage, sc_criterion_is_advised_check);
  g_autofree char *sentence = g_strdup_printf ("stage.advised.%s%s", is_last ? "last" : "next",
                                               g_strv_length (criteria) == 1 ? ".one" : "");

  if (criteria[0] == NULL || !begin (self, stage, "advised", SC_NUMBERING_NUMBER))
    return;

  sc_writing_say (self->writing, sentence, NULL);
  sc_writing_list (self->writing, (const char *const *) criteria);
}

static void
add_refusal (ScRegulations *self,
             const ScStage *stage,
             guint          position)
{
  static const char *const sentences[] = {
    [SC_OUTCOME_LOST] = "stage.refusal.lost",
    [SC_OUTCOME_BACK] = "stage.refusal.back",
    [SC_OUTCOME_PARKED] = "stage.refusal.park",
    [SC_OUTCOME_ENDED] = "stage.refusal.ended",
  };
  guint back_to = 0;
  ScOutcome outcome = sc_stage_facts_get_outcome (self->version, position, &back_to);
  g_autofree char *time = sc_grammar_duration (stage->refusal.after, self->version->calendar, self->language, SC_CASE_NOMINATIVE);
  gboolean is_unset = outcome == SC_OUTCOME_PARKED && *time == '\0';

  if (begin (self, stage, "refusal", SC_NUMBERING_NUMBER))
    sc_writing_say (self->writing, is_unset ? "stage.refusal.park.unset" : sentences[outcome],
                    (ScField[]) { { "time", time }, SC_FIELD_END });
}

static void
add_stage (ScRegulations *self,
           guint          position)
{
  const ScStage *stage = sc_version_get_stage (self->version, position);
  gboolean is_last = position + 1 == self->version->stages->len;
  g_autofree char *name = sc_stage_facts_quote (self->version, position, self->language);
  g_autofree char *heading = sc_sentence_fill ("stage.heading", self->language,
                                               (ScField[]) { { "stage", name }, SC_FIELD_END });

  sc_writing_open_stage (self->writing, stage->id, heading);
  add_table (self, stage, position);
  add_actions (self, stage);
  add_entry (self, stage);
  add_exit (self, stage);
  add_required (self, stage, is_last);
  add_advised (self, stage, is_last);
  add_refusal (self, stage, position);
  sc_writing_close (self->writing);
}

/**
 * sc_regulations_add_stages:
 * @self: the sales regulations
 *
 * Adds a subsection for each stage, in order.
 */
void
sc_regulations_add_stages (ScRegulations *self)
{
  if (sc_writing_open (self->writing, "stages", sc_sentence_get ("stages", self->language), SC_NUMBERING_NUMBER))
    for (guint i = 0; i < self->version->stages->len; i++)
      add_stage (self, i);
  sc_writing_close (self->writing);
}
