/* SPDX-License-Identifier: GPL-3.0-or-later */

/* A tactic on paper. */

#include "document/sc-tactic-words.h"

#include <string.h>

#include "document/sc-grammar.h"
#include "model/sc-name.h"
#include "model/sc-tactic-fill.h"

#define ANSWER "answer:"

/* Questions are found by their ids: there are many in a long process. */
struct _ScTacticWords {
  GHashTable *criteria;
  ScLanguage language;
};

/**
 * sc_tactic_words_new:
 * @version: a version, which outlives what is returned
 * @language: the document's language
 *
 * Returns: (transfer full): what names the fields of its tactics
 */
ScTacticWords *
sc_tactic_words_new (const ScVersion *version,
                     ScLanguage       language)
{
  ScTacticWords *self = g_new0 (ScTacticWords, 1);

  self->language = language;
  self->criteria = g_hash_table_new (g_str_hash, g_str_equal);
  for (guint i = 0; i < version->stages->len; i++)
    {
      const ScStage *stage = sc_version_get_stage (version, i);

      for (guint j = 0; j < stage->criteria->len; j++)
        {
          ScCriterion *criterion = stage->criteria->pdata[j];

          g_hash_table_insert (self->criteria, criterion->id, criterion);
        }
    }

  return self;
}

/**
 * sc_tactic_words_free:
 * @self: (transfer full): what names fields
 */
void
sc_tactic_words_free (ScTacticWords *self)
{
  g_hash_table_unref (self->criteria);
  g_free (self);
}

/* What nobody knows is a line to write on. */
static char *
name_field (const char *field,
            gpointer    data)
{
  const ScTacticWords *self = data;
  g_autofree char *sentence = g_strconcat ("field.", field, NULL);
  const ScCriterion *criterion =
    g_str_has_prefix (field, ANSWER) ? g_hash_table_lookup (self->criteria, field + strlen (ANSWER)) : NULL;

  if (criterion != NULL)
    return sc_sentence_fill ("field.answer", self->language,
                             (ScField[]) { { "question", criterion->text }, SC_FIELD_END });

  return !g_str_equal (field, "answer") && sc_sentence_exists (sentence)
         ? g_strdup (sc_sentence_get (sentence, self->language)) : NULL;
}

/**
 * sc_tactic_words_make_title:
 * @tactic: a tactic
 * @language: the document's language
 *
 * Returns: (transfer full): what kind of tactic it is, and its title
 */
char *
sc_tactic_words_make_title (const ScTactic *tactic,
                            ScLanguage      language)
{
  g_autofree char *id = g_strconcat ("tactic.", sc_tactic_kind_get_id (tactic->kind), NULL);
  const char *kind = sc_sentence_get (id, language);

  if (sc_text_is_blank (tactic->title))
    return g_strdup (kind);

  return sc_sentence_fill ("tactic.title", language,
                           (ScField[]) { { "kind", kind }, { "title", tactic->title }, SC_FIELD_END });
}

/**
 * sc_tactic_words_make_text:
 * @self: what names fields
 * @tactic: a tactic of its version
 *
 * Returns: (transfer full): its text, with names in brackets where a deal's own data would
 *   stand
 */
char *
sc_tactic_words_make_text (const ScTacticWords *self,
                           const ScTactic      *tactic)
{
  return sc_tactic_replace_fields (tactic->text, name_field, (gpointer) self);
}

static void
append_condition (GString    *when,
                  const char *sentence,
                  const char *field,
                  GStrv       list,
                  ScLanguage  language)
{
  g_autofree char *joined = NULL;
  g_autofree char *condition = NULL;

  if (list[0] == NULL)
    return;

  joined = sc_grammar_list_quoted ((const char *const *) list, language);
  condition = sc_sentence_fill (sentence, language, (ScField[]) { { field, joined }, SC_FIELD_END });
  g_string_append_printf (when, "%s%s", when->len > 0 ? " " : "", condition);
}

/**
 * sc_tactic_words_make_when:
 * @tactic: a tactic
 * @language: the document's language
 *
 * Returns: (transfer full): when it fits; empty where it always does
 */
char *
sc_tactic_words_make_when (const ScTactic *tactic,
                           ScLanguage      language)
{
  g_autoptr (GString) when = g_string_new (NULL);

  append_condition (when, "tactic.when.reasons", "reasons", tactic->loss_reasons, language);
  append_condition (when, "tactic.when.sources", "sources", tactic->sources, language);
  append_condition (when, "tactic.when.labels", "labels", tactic->labels, language);

  return g_string_free_and_steal (g_steal_pointer (&when));
}

static void
add_lines (GPtrArray  *blocks,
           const char *text)
{
  ScBlock *list = sc_blocks_add_list (blocks, FALSE);
  g_auto (GStrv) lines = g_strsplit (text, "\n", -1);

  for (guint i = 0; lines[i] != NULL; i++)
    if (!sc_text_is_blank (lines[i]))
      sc_blocks_add_paragraph (sc_block_add_item (list), NULL, g_strstrip (lines[i]));
}

static void
add_paragraphs (GPtrArray  *blocks,
                const char *text)
{
  g_auto (GStrv) paragraphs = g_strsplit (text, "\n\n", -1);

  for (guint i = 0; paragraphs[i] != NULL; i++)
    if (!sc_text_is_blank (paragraphs[i]))
      sc_blocks_add_paragraph (blocks, NULL, g_strstrip (paragraphs[i]));
}

/**
 * sc_tactic_words_add_text:
 * @self: what names fields
 * @tactic: a tactic of its version
 * @writing: what writes a document
 *
 * Adds when the tactic fits, and its text, to the paragraph that was begun last.
 */
void
sc_tactic_words_add_text (const ScTacticWords *self,
                          const ScTactic      *tactic,
                          ScWriting           *writing)
{
  GPtrArray *blocks = sc_writing_get_blocks (writing);
  g_autofree char *text = sc_tactic_words_make_text (self, tactic);
  g_autofree char *when = sc_tactic_words_make_when (tactic, self->language);

  if (*when != '\0')
    sc_blocks_add_styled (blocks, SC_PARAGRAPH_NOTE, when);
  if (tactic->kind == SC_TACTIC_CHECKLIST && !sc_text_is_blank (text))
    add_lines (blocks, text);
  else
    add_paragraphs (blocks, text);
}

/**
 * sc_tactic_words_add:
 * @self: what names fields
 * @tactic: a tactic of its version
 * @writing: what writes a document
 *
 * Adds the tactic to the paragraph that was begun last.
 */
void
sc_tactic_words_add (const ScTacticWords *self,
                     const ScTactic      *tactic,
                     ScWriting           *writing)
{
  ScBlock *heading = sc_block_new (SC_BLOCK_SUBHEADING);
  g_autofree char *title = sc_tactic_words_make_title (tactic, self->language);

  sc_spans_add (heading->spans, title, SC_SPAN_PLAIN, NULL);
  g_ptr_array_add (sc_writing_get_blocks (writing), heading);
  sc_tactic_words_add_text (self, tactic, writing);
}
