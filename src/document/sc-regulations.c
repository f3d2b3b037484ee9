/* SPDX-License-Identifier: GPL-3.0-or-later */

/* The sales regulations as a whole. */

#include "document/sc-regulations-private.h"

#include <string.h>

#include "document/sc-grammar.h"
#include "document/sc-tactics-book.h"

static ScDocument *
begin_document (const ScRegulationsSource *source)
{
  const ScVersion *version = source->version;
  ScLanguage language = source->language;
  g_autofree char *process = sc_grammar_quote (source->process_name, language);
  g_autofree char *number = g_strdup_printf ("%u", version->number);
  const ScField fields[] = { { "process", process }, { "version", number }, SC_FIELD_END };
  g_autofree char *title = sc_sentence_fill ("document.title", language, fields);
  const ScOrganisation *organisation = source->organisation;
  ScDocument *document = sc_document_new (language, title);

  g_free (document->subject);
  g_free (document->running_head);
  document->subject = sc_sentence_fill ("document.subject", language, fields);
  document->running_head = sc_sentence_fill ("document.head", language, fields);
  sc_document_set_author (document, organisation != NULL ? organisation->name : NULL, source->user_name);
  g_set_str (&document->page_format, sc_sentence_get ("document.page", language));
  document->version = version->number;
  document->status = version->status;
  if (version->status == SC_VERSION_DRAFT)
    document->stamp = g_strdup (sc_sentence_get ("document.stamp", language));

  return document;
}

static void
add_all (ScRegulations *self)
{
  sc_regulations_add_title (self);
  sc_regulations_add_general (self);
  sc_regulations_add_terms (self);
  sc_regulations_add_roles (self);
  sc_regulations_add_scheme (self);
  sc_regulations_add_deals (self);
  sc_regulations_add_stages (self);
  sc_regulations_add_refusals (self);
  sc_regulations_add_payments (self);
  sc_regulations_add_times (self);
  sc_regulations_add_figures (self);
  sc_regulations_add_control (self);
  sc_regulations_add_annexes (self);
  sc_regulations_add_sheets (self);
}

static void
tell (ScWriting    *writing,
      gconstpointer data)
{
  const ScRegulationsSource *source = data;
  g_autofree char *process = sc_grammar_quote (source->process_name, source->language);
  ScRegulations self = { source, source->version, source->language, writing, process,
                         sc_version_get_mark_position (source->version) };

  add_all (&self);
}

/* @places gets the names of its places for own words, where it is not %NULL. */
static ScDocument *
write_document (const ScRegulationsSource *source,
                const GPtrArray           *own_words,
                GPtrArray                 *places)
{
  ScDocument *document = begin_document (source);
  g_autoptr (ScWriting) writing = sc_writing_new (document, own_words);

  if (places != NULL)
    sc_writing_collect_places (writing, places);
  tell (writing, source);
  sc_writing_finish (writing);

  return document;
}

/**
 * sc_regulations_new:
 * @source: what they are made of
 *
 * What the process does not say is left out, and what follows is counted on.
 *
 * Returns: (transfer full): the sales regulations
 */
ScDocument *
sc_regulations_new (const ScRegulationsSource *source)
{
  return write_document (source, source->own_words, NULL);
}

/**
 * sc_regulations_new_brief:
 * @source: what they are made of; what it points at outlives what is returned
 *
 * Returns: (transfer full): the same as sc_regulations_new(), as a brief document
 */
ScDocument *
sc_regulations_new_brief (const ScRegulationsSource *source)
{
  ScDocument *document = begin_document (source);

  sc_writing_make_brief (document, source->own_words, tell, g_memdup2 (source, sizeof *source), g_free);

  return document;
}

/**
 * sc_word_place_free:
 * @self: (transfer full): a place
 */
void
sc_word_place_free (ScWordPlace *self)
{
  g_free (self->place);
  g_free (self->heading);
  g_free (self->text);
  g_free (self);
}

#define LONGEST_HEADING 80

/* The first words of a paragraph, for want of a heading. */
static char *
get_first_words (const ScSection *section)
{
  g_autofree char *text = NULL;

  for (guint i = 0; i < section->blocks->len && text == NULL; i++)
    {
      const ScBlock *block = section->blocks->pdata[i];

      if (block->kind == SC_BLOCK_PARAGRAPH && block->spans->len > 0)
        text = sc_spans_to_text (block->spans);
      else if (block->kind == SC_BLOCK_TABLE)
        text = g_strdup (block->table->caption);
    }
  if (text == NULL)
    return g_strdup ("");
  if (g_utf8_strlen (text, -1) <= LONGEST_HEADING)
    return g_steal_pointer (&text);

  *g_utf8_offset_to_pointer (text, LONGEST_HEADING - 1) = '\0';

  return g_strconcat (g_strchomp (text), "…", NULL);
}

static char *
join_number (const char *number,
             const char *words,
             ScLanguage  language)
{
  g_autofree char *label = sc_number_to_label (number, language);

  return g_ascii_isdigit (label[0]) ? g_strconcat (label, " ", words, NULL) : g_strdup (words);
}

/* Its heading or first words, behind a number. */
static char *
make_heading (const ScSection *section,
              const char      *number,
              ScLanguage       language)
{
  g_autofree char *words = section->heading[0] != '\0' ? g_strdup (section->heading) : get_first_words (section);

  return join_number (number, words, language);
}

/* What places are found in: sections by their ids, words and places by the names of
 * places. */
typedef struct {
  GHashTable *printed;
  GHashTable *bare;
  GHashTable *words;
  GHashTable *places;
  ScLanguage language;
} Listing;

static GHashTable *
index_sections (const ScDocument *document)
{
  GHashTable *sections = g_hash_table_new (g_str_hash, g_str_equal);

  for (guint i = 0; i < document->sections->len; i++)
    {
      ScSection *section = document->sections->pdata[i];

      g_hash_table_insert (sections, section->id, section);
    }

  return sections;
}

static GHashTable *
index_words (const GPtrArray *own_words)
{
  GHashTable *words = g_hash_table_new (g_str_hash, g_str_equal);

  for (guint i = 0; own_words != NULL && i < own_words->len; i++)
    {
      ScOwnWord *word = own_words->pdata[i];

      g_hash_table_insert (words, word->place, word);
    }

  return words;
}

static GHashTable *
index_names (GPtrArray *names)
{
  GHashTable *index = g_hash_table_new (g_str_hash, g_str_equal);

  for (guint i = 0; i < names->len; i++)
    g_hash_table_add (index, names->pdata[i]);

  return index;
}

/* Of a paragraph that says nothing, that of what it stands in. */
static char *
find_outer_heading (const Listing *self,
                    const char    *id)
{
  const char *dot = strrchr (id, '.');
  g_autofree char *outer = g_strndup (id, dot != NULL ? (gsize) (dot - id) : 0);
  const ScSection *section = g_hash_table_lookup (self->bare, outer);

  if (sc_sentence_exists (id))
    return g_strdup (sc_sentence_get (id, self->language));

  return section != NULL ? make_heading (section, section->number, self->language) : g_strdup (id);
}

/* What the place is called: as it is printed, or as it would be without own words. */
static char *
find_heading (const Listing *self,
              const char    *place)
{
  g_autofree char *id = g_strndup (place, (gsize) (strrchr (place, ':') - place));
  const ScSection *printed = g_hash_table_lookup (self->printed, id);
  const ScSection *section = g_hash_table_lookup (self->bare, id);

  if ((section == NULL && printed == NULL) || g_str_equal (id, "title"))
    return find_outer_heading (self, id);
  if (section == NULL && sc_sentence_exists (id))
    return join_number (printed->number, sc_sentence_get (id, self->language), self->language);
  if (section == NULL)
    return make_heading (printed, printed->number, self->language);

  return make_heading (section, printed != NULL ? printed->number : "", self->language);
}

/* The tactics book has places for what only own words can say. */
static void
add_book_places (GPtrArray *places)
{
  const char *const *sections = sc_tactics_book_list_sections ();

  for (guint i = 0; sections[i] != NULL; i++)
    g_ptr_array_add (places, sc_place_of_section (sections[i], SC_WORD_INSTEAD));
}

/* Words at a place that the bare document has not, but that its sections may have. */
static void
add_written_places (const Listing   *self,
                    const GPtrArray *own_words,
                    GPtrArray       *names)
{
  for (guint i = 0; own_words != NULL && i < own_words->len; i++)
    {
      const ScOwnWord *word = own_words->pdata[i];
      const char *colon = strrchr (word->place, ':');
      g_autofree char *id = g_strndup (word->place, colon != NULL ? (gsize) (colon - word->place) : 0);

      if (!g_hash_table_contains (self->places, word->place)
          && (sc_sentence_exists (id) || g_hash_table_contains (self->bare, id)))
        g_ptr_array_add (names, g_strdup (word->place));
    }
}

static ScWordPlace *
make_place (const Listing *self,
            const char    *name)
{
  ScWordPlace *place = g_new0 (ScWordPlace, 1);
  const ScOwnWord *word = g_hash_table_lookup (self->words, name);

  place->place = g_strdup (name);
  place->heading = find_heading (self, name);
  place->text = word != NULL ? g_strdup (word->text) : NULL;
  place->is_stale = word != NULL && word->is_stale;

  return place;
}

/**
 * sc_regulations_list_places:
 * @source: what the regulations are made of
 *
 * Returns: (transfer full) (element-type ScWordPlace): every place that own words may
 *   have, in the document's order, those of the tactics book, then those of sections that
 *   are closed up but have words; words whose place is not among them are without one
 */
GPtrArray *
sc_regulations_list_places (const ScRegulationsSource *source)
{
  GPtrArray *places = g_ptr_array_new_with_free_func ((GDestroyNotify) sc_word_place_free);
  g_autoptr (GPtrArray) names = g_ptr_array_new_with_free_func (g_free);
  g_autoptr (ScDocument) bare = write_document (source, NULL, names);
  g_autoptr (ScDocument) document = sc_regulations_new (source);
  g_autoptr (GHashTable) printed_sections = index_sections (document);
  g_autoptr (GHashTable) bare_sections = index_sections (bare);
  g_autoptr (GHashTable) words = index_words (source->own_words);
  g_autoptr (GHashTable) known = NULL;
  Listing listing = { printed_sections, bare_sections, words, NULL, source->language };

  add_book_places (names);
  known = listing.places = index_names (names);
  add_written_places (&listing, source->own_words, names);
  for (guint i = 0; i < names->len; i++)
    g_ptr_array_add (places, make_place (&listing, names->pdata[i]));

  return places;
}
