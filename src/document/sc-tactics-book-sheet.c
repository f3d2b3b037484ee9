/* SPDX-License-Identifier: GPL-3.0-or-later */

/* What a rep needs, on two pages for the wall: of each stage of a role what it is for, how
 * long it takes, what is asked and checked, and what clients object, with the answers. All
 * of it in running lines, since two pages are few. */

#include "document/sc-tactics-book-private.h"

#include "document/sc-grammar.h"
#include "document/sc-stage-facts.h"
#include "document/sc-tactic-words.h"
#include "model/sc-name.h"

static void
add_line (ScTacticsBook *self,
          const char    *lead,
          const char    *text)
{
  ScBlock *block;
  g_autofree char *rest = g_strconcat (" ", text, NULL);

  if (sc_text_is_blank (text))
    return;

  block = sc_blocks_add_paragraph (sc_writing_get_blocks (self->writing), NULL, NULL);
  sc_spans_add (block->spans, lead, SC_SPAN_BOLD, NULL);
  sc_spans_add (block->spans, rest, SC_SPAN_PLAIN, NULL);
}

/* Lines of a text one behind the other. */
static char *
run_on (const char *text)
{
  g_auto (GStrv) lines = g_strsplit (text, "\n", -1);
  g_autoptr (GString) joined = g_string_new (NULL);

  for (guint i = 0; lines[i] != NULL; i++)
    if (!sc_text_is_blank (lines[i]))
      g_string_append_printf (joined, "%s%s", joined->len > 0 ? " " : "", g_strstrip (lines[i]));

  return g_string_free_and_steal (g_steal_pointer (&joined));
}

static gboolean
is_required_check (const ScCriterion *criterion)
{
  return !sc_criterion_is_question (criterion) && criterion->is_required;
}

static gboolean
is_advised_check (const ScCriterion *criterion)
{
  return !sc_criterion_is_question (criterion) && !criterion->is_required;
}

/* Each question is a sentence. */
static void
add_questions (ScTacticsBook *self,
               const ScStage *stage)
{
  g_auto (GStrv) texts = sc_stage_facts_list (stage, sc_criterion_is_question);
  g_autoptr (GString) joined = g_string_new (NULL);

  for (guint i = 0; texts[i] != NULL; i++)
    {
      g_autofree char *question = sc_grammar_end (texts[i]);

      g_string_append_printf (joined, "%s%s", i > 0 ? " " : "", question);
    }
  add_line (self, sc_sentence_get ("sheet.questions", self->language), joined->str);
}

static void
add_goal (ScTacticsBook *self,
          const ScStage *stage)
{
  g_autofree char *goal = sc_grammar_end (stage->goal);

  add_line (self, sc_sentence_get ("sheet.goal", self->language), goal);
}

/* Criteria as parts of one sentence. */
static void
add_criteria (ScTacticsBook  *self,
              const ScStage  *stage,
              const char     *lead,
              ScCriterionTest test)
{
  g_auto (GStrv) texts = sc_stage_facts_list (stage, test);
  g_autoptr (GString) joined = g_string_new (NULL);

  for (guint i = 0; texts[i] != NULL; i++)
    {
      g_autofree char *item = sc_grammar_item (texts[i], texts[i + 1] == NULL, self->language);

      g_string_append_printf (joined, "%s%s", i > 0 ? " " : "", item);
    }
  add_line (self, sc_sentence_get (lead, self->language), joined->str);
}

static void
add_tactics (ScTacticsBook *self,
             const ScStage *stage,
             ScTacticKind   kind)
{
  for (guint i = 0; i < stage->tactics->len; i++)
    {
      const ScTactic *tactic = stage->tactics->pdata[i];
      g_autofree char *text = NULL;
      g_autofree char *line = NULL;
      g_autofree char *title = NULL;

      if (tactic->kind != kind)
        continue;

      text = sc_tactic_words_make_text (self->words, tactic);
      line = run_on (text);
      title = sc_grammar_end (tactic->title);
      add_line (self, title, line);
    }
}

static char *
make_heading (const ScTacticsBook *self,
              guint                position)
{
  const ScStage *stage = sc_version_get_stage (self->version, position);
  g_autofree char *time = sc_grammar_duration (stage->duration, self->version->calendar, self->language, SC_CASE_NOMINATIVE);

  return sc_sentence_fill (*time != '\0' ? "sheet.stage.time" : "sheet.stage", self->language,
                           (ScField[]) { { "stage", sc_stage_facts_get_name (self->version, position, self->language) },
                                         { "time", time }, SC_FIELD_END });
}

static void
add_stage (ScTacticsBook *self,
           guint          position)
{
  const ScStage *stage = sc_version_get_stage (self->version, position);
  g_autofree char *id = g_strconcat ("book.stage.", stage->id, NULL);
  g_autofree char *words = g_strconcat (id, ".sheet", NULL);
  g_autofree char *heading = make_heading (self, position);

  sc_writing_open (self->writing, id, heading, SC_NUMBERING_NONE);
  sc_writing_begin (self->writing, words, SC_NUMBERING_NONE);
  add_goal (self, stage);
  add_questions (self, stage);
  add_criteria (self, stage, "sheet.required", is_required_check);
  add_criteria (self, stage, "sheet.advised", is_advised_check);
  add_tactics (self, stage, SC_TACTIC_QUESTION);
  add_tactics (self, stage, SC_TACTIC_OBJECTION);
  sc_writing_close (self->writing);
}

static void
add_nothing (ScTacticsBook *self)
{
  const char *name = sc_stage_facts_get_role (self->version, self->source->role_id);
  g_autofree char *role = sc_grammar_quote (name != NULL ? name : "", self->language);

  sc_writing_begin (self->writing, "book.none", SC_NUMBERING_NONE);
  sc_writing_say (self->writing, "sheet.none", (ScField[]) { { "role", role }, SC_FIELD_END });
}

/**
 * sc_tactics_book_add_role_sheet:
 * @self: a tactics book for a role
 *
 * Adds a section for each stage that the role is responsible for or takes part in.
 */
void
sc_tactics_book_add_role_sheet (ScTacticsBook *self)
{
  sc_writing_begin (self->writing, "title", SC_NUMBERING_NONE);
  sc_writing_style (self->writing, SC_PARAGRAPH_TITLE, self->writing->document->title);
  for (guint i = 0; i < self->stages->len; i++)
    add_stage (self, g_array_index (self->stages, guint, i));
  if (self->stages->len == 0)
    add_nothing (self);
}
