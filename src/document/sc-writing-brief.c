/* SPDX-License-Identifier: GPL-3.0-or-later */

/* Writes a document so that little of it is in memory at a time. All of it is said once to
 * learn which sections there are and their numbers, and again each time it is read; what
 * stands in a section goes when the next one begins. */

#include "document/sc-writing-private.h"

/* What a brief document is made from. */
typedef struct {
  GPtrArray *own_words;
  ScWritingTell tell;
  gpointer source;
  GDestroyNotify source_free;
} Recipe;

static void
recipe_free (gpointer data)
{
  Recipe *recipe = data;

  g_clear_pointer (&recipe->own_words, g_ptr_array_unref);
  if (recipe->source_free != NULL)
    recipe->source_free (recipe->source);
  g_free (recipe);
}

/* @writing->leave_data are no blocks, which all brief sections share. */
static void
shorten (ScWriting *writing,
         ScSection *section)
{
  writing->document->has_title_block |= sc_section_has_title (section);
  section->is_brief = section->blocks->len > 0;
  g_ptr_array_unref (section->blocks);
  section->blocks = g_ptr_array_ref (writing->leave_data);
  g_clear_pointer (&section->place, g_free);
  g_clear_pointer (&section->source, g_free);
  g_array_set_size (writing->pending, 0);
}

/* A brief document while it is read. */
typedef struct {
  const ScDocument *document;
  guint next; /* the section that is to come */
  GHashTable *numbers;
  ScSectionFunc func;
  gpointer data;
  GError **error;
  gboolean is_wanted;
} Reading;

/* A section that is not the next one was closed up: nothing stands in it. */
static void
hand_over (ScWriting *writing,
           ScSection *section)
{
  Reading *self = writing->leave_data;
  const GPtrArray *sections = self->document->sections;
  const ScSection *known = self->next < sections->len ? sections->pdata[self->next] : NULL;

  if (self->is_wanted && known != NULL && g_str_equal (known->id, section->id))
    {
      ScSection whole = *known;

      whole.is_brief = FALSE;
      whole.blocks = section->blocks;
      sc_writing_fill_pending (writing, self->numbers);
      sc_writing_number_first (&whole);
      self->is_wanted = self->func (&whole, self->data, self->error);
      self->next++;
    }
  g_array_set_size (writing->pending, 0);
  g_array_set_size (writing->numberings, 0);
  g_ptr_array_set_size (writing->document->sections, 0);
}

static GHashTable *
index_numbers (const ScDocument *document)
{
  GHashTable *numbers = g_hash_table_new (g_str_hash, g_str_equal);

  for (guint i = 0; i < document->sections->len; i++)
    {
      const ScSection *section = document->sections->pdata[i];

      if (section->number[0] != '\0')
        g_hash_table_insert (numbers, section->id, section->number);
    }

  return numbers;
}

static gboolean
retell (const ScDocument *document,
        gpointer          data,
        ScSectionFunc     func,
        gpointer          user_data,
        GError          **error)
{
  const Recipe *recipe = data;
  g_autoptr (ScDocument) told = sc_document_new (document->language, document->title);
  g_autoptr (GHashTable) numbers = index_numbers (document);
  g_autoptr (ScWriting) writing = sc_writing_new (told, recipe->own_words);
  Reading reading = { document, 0, numbers, func, user_data, error, TRUE };

  told->is_dense = document->is_dense;
  writing->leave = hand_over;
  writing->leave_data = &reading;
  recipe->tell (writing, recipe->source);
  sc_writing_leave_section (writing);

  return reading.is_wanted;
}

/**
 * sc_writing_make_brief:
 * @document: a document without a section
 * @own_words: (nullable) (element-type ScOwnWord): a manager's own words
 * @tell: says all that stands in it, the same each time
 * @source: (transfer full): for @tell
 * @source_free: (nullable): frees @source, when the document goes
 *
 * Writes the document as a brief one, which sc_document_read() reads.
 */
void
sc_writing_make_brief (ScDocument      *document,
                       const GPtrArray *own_words,
                       ScWritingTell    tell,
                       gpointer         source,
                       GDestroyNotify   source_free)
{
  g_autoptr (ScWriting) writing = sc_writing_new (document, own_words);
  g_autoptr (GPtrArray) nothing = sc_blocks_new ();
  Recipe *recipe = g_new0 (Recipe, 1);

  recipe->own_words = own_words != NULL ? g_ptr_array_ref ((GPtrArray *) own_words) : NULL;
  recipe->tell = tell;
  recipe->source = source;
  recipe->source_free = source_free;
  writing->leave = shorten;
  writing->leave_data = nothing;
  tell (writing, source);
  sc_writing_finish (writing);
  document->retell = retell;
  document->recipe = recipe;
  document->recipe_free = recipe_free;
}
