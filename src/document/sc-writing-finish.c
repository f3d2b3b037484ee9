/* SPDX-License-Identifier: GPL-3.0-or-later */

/* The last look at a document that was written: sections in which nothing stands go, the
 * others get their numbers, and what speaks of them learns these. */

#include "document/sc-writing-private.h"

#include "document/sc-grammar.h"

#define MAX_LEVEL 4

static ScSection *
get_section (const ScWriting *self,
             guint            position)
{
  return self->document->sections->pdata[position];
}

/* From the end, so that a section whose last paragraph goes can go too. */
static void
close_up (ScWriting *self)
{
  for (guint i = self->document->sections->len; i > 0; i--)
    {
      const ScSection *section = get_section (self, i - 1);
      gboolean has_more = i < self->document->sections->len && get_section (self, i)->level > section->level;

      if (sc_section_has_blocks (section) || has_more)
        continue;

      g_ptr_array_remove_index (self->document->sections, i - 1);
      g_array_remove_index (self->numberings, i - 1);
    }
}

/* What is counted begins a page behind what is not. */
static void
part_front (ScWriting *self)
{
  for (guint i = 1; i < self->document->sections->len; i++)
    if (get_section (self, i)->level > 0 && get_section (self, i - 1)->level == 0)
      get_section (self, i)->has_page = TRUE;
}

/* What counts sections: how many there are of each level so far, and what stands before
 * the numbers of those within. */
typedef struct {
  guint n_annexes;
  guint n[MAX_LEVEL + 1];
  char *prefix[MAX_LEVEL + 1];
} Counting;

static char *
count (Counting   *counting,
       guint       level,
       ScNumbering numbering,
       ScLanguage  language)
{
  const char *prefix = level > 1 ? counting->prefix[level - 1] : "";

  if (numbering == SC_NUMBERING_LETTER)
    return sc_grammar_annex (counting->n_annexes++, language);
  if (numbering == SC_NUMBERING_NONE || prefix == NULL)
    return NULL;

  counting->n[level]++;

  return g_strdup_printf ("%s%s%u", prefix, *prefix != '\0' ? "." : "", counting->n[level]);
}

/* Its heading names its letter. */
static void
name_annex (ScSection *section,
            ScLanguage language)
{
  const ScField fields[] = { { "number", section->number }, { "heading", section->heading }, SC_FIELD_END };
  char *heading = sc_sentence_fill ("annex.heading", language, fields);

  g_free (section->heading);
  section->heading = heading;
}

/**
 * sc_writing_number_first:
 * @section: a section that has its number
 *
 * Puts the number of a paragraph that has no heading before its first words.
 */
void
sc_writing_number_first (ScSection *section)
{
  ScBlock *first = section->blocks->len > 0 ? section->blocks->pdata[0] : NULL;

  if (section->heading[0] == '\0' && first != NULL && first->kind == SC_BLOCK_PARAGRAPH)
    g_set_str (&first->number, section->number);
}

static void
set_number (ScWriting  *self,
            ScSection  *section,
            ScNumbering numbering,
            const char *number,
            GHashTable *numbers)
{
  g_set_str (&section->number, number);
  if (numbering == SC_NUMBERING_LETTER)
    name_annex (section, self->language);
  sc_writing_number_first (section);
  g_hash_table_insert (numbers, section->id, section->number);
}

static void
number_sections (ScWriting  *self,
                 GHashTable *numbers)
{
  Counting counting = { 0 };

  for (guint i = 0; i < self->document->sections->len; i++)
    {
      ScSection *section = get_section (self, i);
      ScNumbering numbering = g_array_index (self->numberings, ScNumbering, i);
      guint level = MIN (section->level, MAX_LEVEL);
      g_autofree char *number = level > 0 ? count (&counting, level, numbering, self->language) : NULL;

      if (number != NULL)
        set_number (self, section, numbering, number, numbers);
      for (guint deeper = level + 1; deeper <= MAX_LEVEL; deeper++)
        counting.n[deeper] = 0;
      g_free (counting.prefix[level]);
      counting.prefix[level] = g_steal_pointer (&number);
    }

  for (guint level = 0; level <= MAX_LEVEL; level++)
    g_free (counting.prefix[level]);
}

/**
 * sc_writing_fill_pending:
 * @self: what writes a document
 * @numbers: (element-type utf8 utf8): by their ids, the numbers of sections
 *
 * Says what speaks of other sections.
 */
void
sc_writing_fill_pending (ScWriting  *self,
                         GHashTable *numbers)
{
  for (guint i = 0; i < self->pending->len; i++)
    {
      const ScPending *pending = &g_array_index (self->pending, ScPending, i);
      const ScField *fields = (const ScField *) pending->fields->data;
      g_autofree char *alone = g_strconcat (pending->sentence, ".alone", NULL);

      if (!sc_sentence_add (pending->sentence, self->language, fields, numbers, pending->spans))
        sc_sentence_add (alone, self->language, fields, NULL, pending->spans);
    }
  g_array_set_size (self->pending, 0);
}

/**
 * sc_writing_finish:
 * @self: what writes a document
 *
 * Ends the document: nothing more is added to it.
 */
void
sc_writing_finish (ScWriting *self)
{
  g_autoptr (GHashTable) numbers = g_hash_table_new (g_str_hash, g_str_equal);

  sc_writing_leave_section (self);
  close_up (self);
  part_front (self);
  number_sections (self, numbers);
  sc_writing_fill_pending (self, numbers);
}
