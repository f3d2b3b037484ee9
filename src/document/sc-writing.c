/* SPDX-License-Identifier: GPL-3.0-or-later */

/* A document while it is written. */

#include "document/sc-writing-private.h"

#include "document/sc-grammar.h"
#include "document/sc-markdown-reader.h"

#include <string.h>

#define STAGE "stage:"

/* A section that is being written. */
typedef struct {
  char *id;
  guint level;
} Open;

static void
open_free (Open *open)
{
  g_free (open->id);
  g_free (open);
}

static void
field_clear (ScField *field)
{
  g_free ((char *) field->name);
  g_free ((char *) field->value);
}

static void
pending_clear (ScPending *pending)
{
  g_ptr_array_unref (pending->spans);
  g_free (pending->sentence);
  g_array_unref (pending->fields);
}

/**
 * sc_writing_new:
 * @document: a document without a section
 * @own_words: (nullable) (element-type ScOwnWord): a manager's own words
 *
 * Returns: (transfer full): what writes it
 */
ScWriting *
sc_writing_new (ScDocument      *document,
                const GPtrArray *own_words)
{
  ScWriting *self = g_new0 (ScWriting, 1);

  self->document = document;
  self->language = document->language;
  self->words = g_hash_table_new (g_str_hash, g_str_equal);
  self->numberings = g_array_new (FALSE, FALSE, sizeof (ScNumbering));
  self->open = g_ptr_array_new_with_free_func ((GDestroyNotify) open_free);
  self->pending = g_array_new (FALSE, FALSE, sizeof (ScPending));
  g_array_set_clear_func (self->pending, (GDestroyNotify) pending_clear);
  for (guint i = 0; own_words != NULL && i < own_words->len; i++)
    {
      ScOwnWord *word = own_words->pdata[i];

      g_hash_table_insert (self->words, word->place, word);
    }

  return self;
}

/**
 * sc_writing_free:
 * @self: (transfer full): what writes a document, which is left alone
 */
void
sc_writing_free (ScWriting *self)
{
  g_hash_table_unref (self->words);
  g_array_unref (self->numberings);
  g_ptr_array_unref (self->open);
  g_clear_pointer (&self->places, g_ptr_array_unref);
  g_array_unref (self->pending);
  g_free (self->paragraph);
  g_free (self->stage);
  g_free (self);
}

/**
 * sc_writing_collect_places:
 * @self: what writes a document
 * @places: (element-type utf8): gets the names of the places for own words that it comes
 *   by, in order
 */
void
sc_writing_collect_places (ScWriting *self,
                           GPtrArray *places)
{
  self->places = g_ptr_array_ref (places);
}

/**
 * sc_writing_leave_section:
 * @self: what writes a document
 *
 * Nothing more is added to the section that was added last.
 */
void
sc_writing_leave_section (ScWriting *self)
{
  const GPtrArray *sections = self->document->sections;

  if (self->leave != NULL && sections->len > 0)
    self->leave (self, sections->pdata[sections->len - 1]);
}

static guint
get_level (const ScWriting *self)
{
  return self->open->len > 0 ? ((const Open *) self->open->pdata[self->open->len - 1])->level : 0;
}

static const ScOwnWord *
find_word (ScWriting  *self,
           const char *id,
           ScWordWhere where)
{
  g_autofree char *place = sc_place_of_section (id, where);

  return g_hash_table_lookup (self->words, place);
}

static void
offer_place (ScWriting  *self,
             const char *id,
             ScWordWhere where)
{
  if (self->places != NULL)
    g_ptr_array_add (self->places, sc_place_of_section (id, where));
}

static ScSection *
add_section (ScWriting  *self,
             const char *id,
             const char *heading,
             guint       level,
             ScNumbering numbering)
{
  sc_writing_leave_section (self);
  self->current = sc_document_add_section (self->document, id, NULL, heading, level);
  self->current->stage = g_strdup (self->stage);
  g_array_append_val (self->numberings, numbering);

  return self->current;
}

/* Words that do not begin with a paragraph have nothing that a number could stand before. */
static void
add_words (ScWriting       *self,
           const ScOwnWord *word,
           const char      *id,
           guint            level,
           ScNumbering      numbering)
{
  ScSection *section;

  if (word == NULL || word->text[strspn (word->text, " \t\r\n")] == '\0')
    return;

  section = add_section (self, id, NULL, level, numbering);
  section->place = g_strdup (word->place);
  section->source = g_strdup (word->text);
  section->is_own = TRUE;
  section->is_stale = word->is_stale;
  sc_markdown_read (word->text, section->blocks);
  if (section->blocks->len == 0 || ((ScBlock *) section->blocks->pdata[0])->kind != SC_BLOCK_PARAGRAPH)
    g_array_index (self->numberings, ScNumbering, self->numberings->len - 1) = SC_NUMBERING_NONE;
}

static void
add_words_at (ScWriting  *self,
              const char *id,
              ScWordWhere where,
              guint       level,
              ScNumbering numbering)
{
  g_autofree char *place = sc_place_of_section (id, where);

  add_words (self, find_word (self, id, where), place, level, numbering);
}

/* Says what was written behind the paragraph that was begun last. */
static void
end_paragraph (ScWriting *self)
{
  g_autofree char *id = g_steal_pointer (&self->paragraph);

  if (id != NULL)
    add_words_at (self, id, SC_WORD_AFTER, get_level (self) + 1, SC_NUMBERING_NUMBER);
  self->current = NULL;
}

static void
push (ScWriting  *self,
      const char *id,
      guint       level)
{
  Open *open = g_new0 (Open, 1);

  open->id = g_strdup (id);
  open->level = level;
  g_ptr_array_add (self->open, open);
}

/**
 * sc_writing_open:
 * @self: what writes a document
 * @id: what the section is known by
 * @heading: its heading
 * @numbering: how it is counted
 *
 * Begins a section in the one that is open. sc_writing_close() ends it. Annexes, and what
 * is not counted at all, begin a page, but in a dense document.
 *
 * Returns: %FALSE where own words stand instead of all that would be said in it, or where
 *   it is struck out; it is to be closed all the same
 */
gboolean
sc_writing_open (ScWriting  *self,
                 const char *id,
                 const char *heading,
                 ScNumbering numbering)
{
  guint level = get_level (self) + 1;
  const ScOwnWord *instead = find_word (self, id, SC_WORD_INSTEAD);
  g_autofree char *place = sc_place_of_section (id, SC_WORD_INSTEAD);
  ScSection *section;

  end_paragraph (self);
  section = add_section (self, id, heading, level, numbering);
  section->has_page = level == 1 && numbering != SC_NUMBERING_NUMBER && !self->document->is_dense;
  if (instead == NULL)
    section->place = g_strdup (place);
  push (self, id, level);
  offer_place (self, id, SC_WORD_BEFORE);
  offer_place (self, id, SC_WORD_INSTEAD);
  add_words_at (self, id, SC_WORD_BEFORE, level + 1, SC_NUMBERING_NONE);
  if (instead != NULL)
    {
      add_words (self, instead, place, level + 1, SC_NUMBERING_NUMBER);
      return FALSE;
    }

  return TRUE;
}

/**
 * sc_writing_open_stage:
 * @self: what writes a document
 * @stage_id: the id of a stage
 * @heading: the heading of what is said of it
 *
 * As sc_writing_open(), but what is said of a stage as a whole can't be struck out.
 *
 * Returns: %TRUE
 */
gboolean
sc_writing_open_stage (ScWriting  *self,
                       const char *stage_id,
                       const char *heading)
{
  g_autofree char *id = g_strconcat (STAGE, stage_id, NULL);
  guint level = get_level (self) + 1;

  end_paragraph (self);
  g_set_str (&self->stage, stage_id);
  add_section (self, id, heading, level, SC_NUMBERING_NUMBER);
  push (self, id, level);
  offer_place (self, id, SC_WORD_BEFORE);
  add_words_at (self, id, SC_WORD_BEFORE, level + 1, SC_NUMBERING_NONE);

  return TRUE;
}

/**
 * sc_writing_close:
 * @self: what writes a document
 *
 * Ends the section that was opened last.
 */
void
sc_writing_close (ScWriting *self)
{
  g_autofree char *id = g_strdup (((const Open *) self->open->pdata[self->open->len - 1])->id);

  end_paragraph (self);
  offer_place (self, id, SC_WORD_AFTER);
  add_words_at (self, id, SC_WORD_AFTER, get_level (self) + 1, SC_NUMBERING_NUMBER);
  g_ptr_array_remove_index (self->open, self->open->len - 1);
  if (g_str_has_prefix (id, STAGE))
    g_clear_pointer (&self->stage, g_free);
  self->current = NULL;
}

/**
 * sc_writing_begin:
 * @self: what writes a document
 * @id: what the paragraph is known by
 * @numbering: whether it has a number
 *
 * Begins a paragraph in the section that is open.
 *
 * Returns: %FALSE where own words stand instead of it, or where it is struck out
 */
gboolean
sc_writing_begin (ScWriting  *self,
                  const char *id,
                  ScNumbering numbering)
{
  const ScOwnWord *instead = find_word (self, id, SC_WORD_INSTEAD);
  guint level = get_level (self) + 1;

  end_paragraph (self);
  offer_place (self, id, SC_WORD_INSTEAD);
  add_words_at (self, id, SC_WORD_BEFORE, level, numbering);
  self->current = NULL;
  self->paragraph = g_strdup (id);
  if (instead != NULL)
    add_words (self, instead, id, level, numbering);
  else
    add_section (self, id, NULL, level, numbering)->place = sc_place_of_section (id, SC_WORD_INSTEAD);

  return instead == NULL;
}

/**
 * sc_writing_begin_front:
 * @self: what writes a document
 * @id: what the page is known by
 * @heading: (nullable): its heading
 *
 * Begins a page that stands before what is counted.
 *
 * Returns: %FALSE where own words stand instead of it, or where it is struck out
 */
gboolean
sc_writing_begin_front (ScWriting  *self,
                        const char *id,
                        const char *heading)
{
  gboolean is_ours = sc_writing_begin (self, id, SC_NUMBERING_NONE);

  if (self->current == NULL)
    return FALSE;

  self->current->level = 0;
  self->current->has_page = TRUE;
  if (heading != NULL)
    g_set_str (&self->current->heading, heading);

  return is_ours;
}

/**
 * sc_writing_offer:
 * @self: what writes a document
 * @id: what the paragraph is known by
 *
 * Keeps a place for a numbered paragraph that only own words can be.
 */
void
sc_writing_offer (ScWriting  *self,
                  const char *id)
{
  end_paragraph (self);
  offer_place (self, id, SC_WORD_INSTEAD);
  add_words (self, find_word (self, id, SC_WORD_INSTEAD), id, get_level (self) + 1, SC_NUMBERING_NUMBER);
}

/**
 * sc_writing_get_blocks:
 * @self: what writes a document
 *
 * Returns: (transfer none): what stands in the paragraph that was begun last
 */
GPtrArray *
sc_writing_get_blocks (ScWriting *self)
{
  return self->current->blocks;
}

static GArray *
copy_fields (const ScField *fields)
{
  GArray *copy = g_array_new (TRUE, TRUE, sizeof (ScField));

  g_array_set_clear_func (copy, (GDestroyNotify) field_clear);
  for (; fields != NULL && fields->name != NULL; fields++)
    g_array_append_vals (copy, &(ScField) { g_strdup (fields->name), g_strdup (fields->value) }, 1);

  return copy;
}

/**
 * sc_writing_say_in:
 * @self: what writes a document
 * @spans: (element-type ScSpan): a paragraph's or a cell's
 * @sentence: what a sentence is known by
 * @fields: (nullable): what fills it, ended by %SC_FIELD_END
 *
 * Adds the sentence at the latest when sc_writing_finish() knows the numbers of the
 * sections that it speaks of; where one is not there, the sentence of the same name with
 * `.alone` behind it.
 */
void
sc_writing_say_in (ScWriting     *self,
                   GPtrArray     *spans,
                   const char    *sentence,
                   const ScField *fields)
{
  ScPending pending;

  if (strstr (sc_sentence_get (sentence, self->language), "{#") == NULL)
    {
      sc_sentence_add (sentence, self->language, fields, NULL, spans);
      return;
    }

  pending = (ScPending) { g_ptr_array_ref (spans), g_strdup (sentence), copy_fields (fields) };
  g_array_append_val (self->pending, pending);
}

/**
 * sc_writing_say:
 * @self: what writes a document
 * @sentence: what a sentence is known by
 * @fields: (nullable): what fills it, ended by %SC_FIELD_END
 *
 * Adds a paragraph of the body.
 */
void
sc_writing_say (ScWriting     *self,
                const char    *sentence,
                const ScField *fields)
{
  ScBlock *block = sc_blocks_add_paragraph (self->current->blocks, NULL, NULL);

  sc_writing_say_in (self, block->spans, sentence, fields);
}

/**
 * sc_writing_state:
 * @self: what writes a document
 * @id: what a numbered paragraph is known by, and its sentence
 * @fields: (nullable): what fills it, ended by %SC_FIELD_END
 *
 * Begins a numbered paragraph that is one sentence.
 */
void
sc_writing_state (ScWriting     *self,
                  const char    *id,
                  const ScField *fields)
{
  if (sc_writing_begin (self, id, SC_NUMBERING_NUMBER))
    sc_writing_say (self, id, fields);
}

/**
 * sc_writing_style:
 * @self: what writes a document
 * @style: what the paragraph is
 * @text: its words
 */
void
sc_writing_style (ScWriting       *self,
                  ScParagraphStyle style,
                  const char      *text)
{
  sc_blocks_add_styled (self->current->blocks, style, text);
}

/**
 * sc_writing_list:
 * @self: what writes a document
 * @items: (array zero-terminated=1): what somebody wrote
 *
 * Adds a counted list whose items are parts of the sentence before it.
 */
void
sc_writing_list (ScWriting         *self,
                 const char *const *items)
{
  ScBlock *list = sc_blocks_add_list (self->current->blocks, TRUE);

  for (guint i = 0; items[i] != NULL; i++)
    {
      g_autofree char *item = sc_grammar_item (items[i], items[i + 1] == NULL, self->language);

      sc_blocks_add_paragraph (sc_block_add_item (list), NULL, item);
    }
}

/**
 * sc_writing_table:
 * @self: what writes a document
 * @caption: what a sentence is known by that says what it shows
 * @widths: (array length=n_columns): how wide each column is beside the others
 * @n_columns: how many columns it has
 *
 * Returns: (transfer none): a table without a row
 */
ScTable *
sc_writing_table (ScWriting    *self,
                  const char   *caption,
                  const double *widths,
                  guint         n_columns)
{
  ScTable *table = sc_blocks_add_table (self->current->blocks, widths, n_columns);

  g_set_str (&table->caption, sc_sentence_get (caption, self->language));

  return table;
}

/**
 * sc_writing_header:
 * @self: what writes a document
 * @table: a table without a row
 * @sentences: (array zero-terminated=1): what the headings of its columns are known by
 *
 * Adds a row that stands at the head of each page.
 */
void
sc_writing_header (ScWriting         *self,
                   ScTable           *table,
                   const char *const *sentences)
{
  GPtrArray *row = sc_table_add_row (table);

  for (guint i = 0; sentences[i] != NULL; i++)
    sc_row_add_cell (row, sc_sentence_get (sentences[i], self->language), TRUE);
  table->n_header_rows = 1;
}
