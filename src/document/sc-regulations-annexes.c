/* SPDX-License-Identifier: GPL-3.0-or-later */

/* Annexes of the sales regulations: the questions as a form, the tactics, the documents. */

#include "document/sc-regulations-private.h"

#include "document/sc-stage-facts.h"
#include "document/sc-tactic-words.h"
#include "model/sc-name.h"

static gboolean
open_annex (ScRegulations *self,
            const char    *id)
{
  return sc_writing_open (self->writing, id, sc_sentence_get (id, self->language), SC_NUMBERING_LETTER);
}

/* What of an annex belongs to a stage. */
static gboolean
begin_stage (ScRegulations *self,
             const char    *annex,
             const ScStage *stage)
{
  g_autofree char *id = g_strconcat (annex, ".", stage->id, NULL);

  return sc_writing_begin (self->writing, id, SC_NUMBERING_NONE);
}

static void
name_stage (ScRegulations *self,
            guint          position)
{
  g_autofree char *name = sc_stage_facts_quote (self->version, position, self->language);
  g_autofree char *lead =
    sc_sentence_fill ("stage.lead", self->language, (ScField[]) { { "stage", name }, SC_FIELD_END });
  ScBlock *block = sc_blocks_add_paragraph (sc_writing_get_blocks (self->writing), NULL, NULL);

  sc_spans_add (block->spans, lead, SC_SPAN_BOLD, NULL);
}

static void
add_form_head (ScRegulations *self)
{
  static const char *const lines[] = { "annex-questions.client", "annex-questions.deal", "annex-questions.date" };
  ScTable *table;

  if (!sc_writing_begin (self->writing, "annex-questions.form", SC_NUMBERING_NONE))
    return;

  sc_writing_say (self->writing, "annex-questions.form", NULL);
  table = sc_writing_table (self->writing, "annex-questions.head", (const double[]) { 1, 3 }, 2);
  table->is_form = TRUE;
  for (guint i = 0; i < G_N_ELEMENTS (lines); i++)
    {
      GPtrArray *row = sc_table_add_row (table);

      sc_row_add_cell (row, sc_sentence_get (lines[i], self->language), TRUE);
      sc_row_add_cell (row, NULL, FALSE);
    }
}

static void
add_form (ScRegulations *self,
          guint          position)
{
  static const char *const header[] = { "stage.question", "stage.answer", NULL };
  const ScStage *stage = sc_version_get_stage (self->version, position);
  g_auto (GStrv) questions = sc_stage_facts_list (stage, sc_criterion_is_question);
  ScTable *table;

  if (questions[0] == NULL || !begin_stage (self, "annex-questions", stage))
    return;

  name_stage (self, position);
  table = sc_writing_table (self->writing, "stage.questions.caption", (const double[]) { 2, 3 }, 2);
  table->is_form = TRUE;
  sc_writing_header (self->writing, table, header);
  for (guint i = 0; questions[i] != NULL; i++)
    {
      GPtrArray *row = sc_table_add_row (table);

      sc_row_add_cell (row, questions[i], FALSE);
      sc_row_add_cell (row, NULL, FALSE);
    }
}

static void
add_questions (ScRegulations *self)
{
  if (open_annex (self, "annex-questions") && sc_stage_facts_count_all (self->version, sc_criterion_is_question) > 0)
    {
      add_form_head (self);
      for (guint i = 0; i < self->version->stages->len; i++)
        add_form (self, i);
    }
  sc_writing_close (self->writing);
}

static void
add_stage_tactics (ScRegulations       *self,
                   const ScTacticWords *words,
                   guint                position)
{
  const ScStage *stage = sc_version_get_stage (self->version, position);

  if (stage->tactics->len == 0 || !begin_stage (self, "annex-tactics", stage))
    return;

  name_stage (self, position);
  for (guint i = 0; i < stage->tactics->len; i++)
    sc_tactic_words_add (words, stage->tactics->pdata[i], self->writing);
}

static void
add_tactics (ScRegulations *self)
{
  g_autoptr (ScTacticWords) words = sc_tactic_words_new (self->version, self->language);

  if (open_annex (self, "annex-tactics"))
    for (guint i = 0; i < self->version->stages->len; i++)
      add_stage_tactics (self, words, i);
  sc_writing_close (self->writing);
}

static gboolean
has_documents (const ScRegulations *self)
{
  for (guint i = 0; i < self->version->stages->len; i++)
    {
      const ScStage *stage = sc_version_get_stage (self->version, i);

      for (guint j = 0; stage->documents[j] != NULL; j++)
        if (!sc_text_is_blank (stage->documents[j]))
          return TRUE;
    }

  return FALSE;
}

static void
add_document_rows (ScRegulations *self,
                   ScTable       *table,
                   guint          position)
{
  const ScStage *stage = sc_version_get_stage (self->version, position);

  for (guint i = 0; stage->documents[i] != NULL; i++)
    {
      GPtrArray *row;

      if (sc_text_is_blank (stage->documents[i]))
        continue;

      row = sc_table_add_row (table);
      sc_row_add_cell (row, stage->documents[i], FALSE);
      sc_row_add_cell (row, sc_stage_facts_get_name (self->version, position, self->language), FALSE);
      sc_row_add_cell (row, sc_stage_facts_get_role (self->version, stage->responsible), FALSE);
    }
}

static void
add_documents (ScRegulations *self)
{
  static const char *const header[] = { "stage.document", "roles.stage", "roles.responsible", NULL };
  ScTable *table;

  if (open_annex (self, "annex-documents") && has_documents (self)
      && sc_writing_begin (self->writing, "annex-documents.table", SC_NUMBERING_NONE))
    {
      sc_writing_say (self->writing, "annex-documents.table", NULL);
      table = sc_writing_table (self->writing, "annex-documents.caption", (const double[]) { 1, 1, 1 }, 3);
      sc_writing_header (self->writing, table, header);
      for (guint i = 0; i < self->version->stages->len; i++)
        add_document_rows (self, table, i);
    }
  sc_writing_close (self->writing);
}

/**
 * sc_regulations_add_annexes:
 * @self: the sales regulations
 *
 * Adds what a rep takes along.
 */
void
sc_regulations_add_annexes (ScRegulations *self)
{
  add_questions (self);
  add_tactics (self);
  add_documents (self);
}
