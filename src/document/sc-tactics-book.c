/* SPDX-License-Identifier: GPL-3.0-or-later */

/* The tactics book as a whole, and as programs read it. */

#include "document/sc-tactics-book-private.h"

#include <string.h>

#include "document/sc-grammar.h"
#include "document/sc-stage-facts.h"
#include "files/sc-json-writer.h"

/* A role's sheet hangs on the wall. */
#define SHEET_PAGES 2

/* What only own words can say. */
static const char *const front[] = { "book.profile", "book.words" };
static const char *const back[] = { "book.closing", "book.limits" };

/**
 * sc_tactics_book_list_sections:
 *
 * Returns: (transfer none) (array zero-terminated=1): the ids of the sections that only own
 *   words can be; their headings are sentences of the same names
 */
const char *const *
sc_tactics_book_list_sections (void)
{
  static const char *const sections[] = { "book.profile", "book.words", "book.closing", "book.limits", NULL };

  return sections;
}

static gboolean
is_wanted (const ScTacticsBookSource *source,
           const ScStage             *stage)
{
  if (source->stage_id != NULL && !g_str_equal (stage->id, source->stage_id))
    return FALSE;

  return source->role_id == NULL || sc_stage_involves (stage, source->role_id);
}

/* The positions of the stages that are asked for. */
static GArray *
list_stages (const ScTacticsBookSource *source)
{
  GArray *positions = g_array_new (FALSE, FALSE, sizeof (guint));

  for (guint i = 0; i < source->version->stages->len; i++)
    if (is_wanted (source, sc_version_get_stage (source->version, i)))
      g_array_append_val (positions, i);

  return positions;
}

static const char *
get_role (const ScTacticsBookSource *source)
{
  return sc_stage_facts_get_role (source->version, source->role_id);
}

static char *
fill (const ScTacticsBookSource *source,
      const char                *sentence)
{
  const char *role = get_role (source);
  g_autofree char *process = sc_grammar_quote (source->process_name, source->language);
  g_autofree char *number = g_strdup_printf ("%u", source->version->number);
  g_autofree char *id = g_strconcat (sentence, role != NULL ? ".role" : "", NULL);
  const ScField fields[] = {
    { "process", process }, { "version", number }, { "role", role }, SC_FIELD_END
  };

  return sc_sentence_fill (sc_sentence_exists (id) ? id : sentence, source->language, fields);
}

static void
set_properties (const ScTacticsBookSource *source,
                ScDocument                *document)
{
  const ScOrganisation *organisation = source->organisation;

  g_free (document->subject);
  g_free (document->running_head);
  document->subject = fill (source, "book.subject");
  document->running_head = fill (source, "book.head");
  sc_document_set_author (document, organisation != NULL ? organisation->name : NULL, source->user_name);
  g_set_str (&document->page_format, sc_sentence_get ("document.page", source->language));
  document->version = source->version->number;
  document->status = source->version->status;
  document->is_dense = source->role_id != NULL;
  document->max_pages = source->role_id != NULL ? SHEET_PAGES : 0;
  if (source->version->status == SC_VERSION_DRAFT)
    document->stamp = g_strdup (sc_sentence_get ("document.stamp", source->language));
}

static void
add_title (ScTacticsBook *self)
{
  g_autofree char *process = sc_grammar_quote (self->source->process_name, self->language);
  g_autofree char *number = g_strdup_printf ("%u", self->version->number);
  g_autofree char *version =
    sc_sentence_fill ("title.version", self->language, (ScField[]) { { "version", number }, SC_FIELD_END });
  const ScOrganisation *organisation = self->source->organisation;

  if (sc_writing_begin_front (self->writing, "title", NULL))
    {
      if (organisation != NULL && organisation->name[0] != '\0')
        sc_writing_style (self->writing, SC_PARAGRAPH_CENTRED, organisation->name);
      sc_writing_style (self->writing, SC_PARAGRAPH_TITLE, sc_sentence_get ("book.name", self->language));
      sc_writing_style (self->writing, SC_PARAGRAPH_SUBTITLE, process);
      sc_writing_style (self->writing, SC_PARAGRAPH_CENTRED, version);
    }
  if (sc_writing_begin_front (self->writing, "contents", sc_sentence_get ("contents", self->language)))
    g_ptr_array_add (sc_writing_get_blocks (self->writing), sc_block_new (SC_BLOCK_CONTENTS));
}

static void
add_own (ScTacticsBook     *self,
         const char *const *ids,
         guint              n_ids)
{
  for (guint i = 0; i < n_ids; i++)
    {
      sc_writing_open (self->writing, ids[i], sc_sentence_get (ids[i], self->language), SC_NUMBERING_NUMBER);
      sc_writing_close (self->writing);
    }
}

static gboolean
has_tactics (const ScTacticsBook *self)
{
  for (guint i = 0; i < self->stages->len; i++)
    if (sc_version_get_stage (self->version, g_array_index (self->stages, guint, i))->tactics->len > 0)
      return TRUE;

  return FALSE;
}

/* Of one stage there is no more than its tactics. */
static void
add_book (ScTacticsBook *self)
{
  gboolean is_whole = self->source->stage_id == NULL;

  if (is_whole)
    {
      add_title (self);
      add_own (self, front, G_N_ELEMENTS (front));
    }
  if (!has_tactics (self))
    {
      sc_writing_begin (self->writing, "book.none", SC_NUMBERING_NONE);
      sc_writing_say (self->writing, "book.none", NULL);
    }
  if (self->source->order == SC_TACTICS_BY_KIND)
    sc_tactics_book_add_kinds (self);
  else
    sc_tactics_book_add_stages (self);
  if (is_whole)
    {
      add_own (self, back, G_N_ELEMENTS (back));
      sc_tactics_book_add_index (self);
    }
}

static ScDocument *
begin_document (const ScTacticsBookSource *source)
{
  g_autofree char *title = fill (source, "book.title");
  ScDocument *document = sc_document_new (source->language, title);

  set_properties (source, document);

  return document;
}

static void
tell (ScWriting    *writing,
      gconstpointer data)
{
  const ScTacticsBookSource *source = data;
  g_autoptr (GArray) stages = list_stages (source);
  g_autoptr (ScTacticWords) words = sc_tactic_words_new (source->version, source->language);
  ScTacticsBook self = { source, source->version, source->language, writing, stages, words };

  if (source->role_id != NULL)
    sc_tactics_book_add_role_sheet (&self);
  else
    add_book (&self);
}

/**
 * sc_tactics_book_new:
 * @source: what it is made of
 *
 * For a role it is dense and is to take two pages; for nobody in particular it has a title,
 * contents, places for a manager's own words, and an index of objections.
 *
 * Returns: (transfer full): the tactics book
 */
ScDocument *
sc_tactics_book_new (const ScTacticsBookSource *source)
{
  ScDocument *document = begin_document (source);
  g_autoptr (ScWriting) writing = sc_writing_new (document, source->own_words);

  tell (writing, source);
  sc_writing_finish (writing);

  return document;
}

/**
 * sc_tactics_book_new_brief:
 * @source: what it is made of; what it points at outlives what is returned
 *
 * Returns: (transfer full): the same as sc_tactics_book_new(), as a brief document
 */
ScDocument *
sc_tactics_book_new_brief (const ScTacticsBookSource *source)
{
  ScDocument *document = begin_document (source);

  sc_writing_make_brief (document, source->own_words, tell, g_memdup2 (source, sizeof *source), g_free);

  return document;
}

static void
write_tactic (ScJsonWriter   *writer,
              const ScTactic *tactic)
{
  sc_json_writer_begin_object (writer, NULL);
  sc_json_writer_add_text (writer, "id", tactic->id);
  sc_json_writer_add_text (writer, "kind", sc_tactic_kind_get_id (tactic->kind));
  sc_json_writer_add_text (writer, "title", tactic->title);
  sc_json_writer_add_text (writer, "text", tactic->text);
  sc_json_writer_begin_object (writer, "when");
  sc_json_writer_add_texts (writer, "loss_reasons", (const char *const *) tactic->loss_reasons);
  sc_json_writer_add_texts (writer, "sources", (const char *const *) tactic->sources);
  sc_json_writer_add_texts (writer, "labels", (const char *const *) tactic->labels);
  sc_json_writer_end (writer);
  sc_json_writer_end (writer);
}

static void
write_stage (ScJsonWriter  *writer,
             const ScStage *stage)
{
  sc_json_writer_begin_object (writer, NULL);
  sc_json_writer_add_text (writer, "id", stage->id);
  sc_json_writer_add_text (writer, "name", stage->name);
  sc_json_writer_begin_array (writer, "tactics");
  for (guint i = 0; i < stage->tactics->len; i++)
    write_tactic (writer, stage->tactics->pdata[i]);
  sc_json_writer_end (writer);
  sc_json_writer_end (writer);
}

/**
 * sc_tactics_book_write_json:
 * @source: what it is made of
 * @output: where it is written to, for programs
 *
 * Texts are those of the process, with the fields that a deal fills in.
 */
void
sc_tactics_book_write_json (const ScTacticsBookSource *source,
                            ScOutput                  *output)
{
  g_autoptr (ScJsonWriter) writer = sc_json_writer_new ();
  g_autoptr (GArray) stages = list_stages (source);
  g_autofree char *title = fill (source, "book.title");
  g_autofree char *rest = NULL;

  sc_json_writer_begin_object (writer, NULL);
  sc_json_writer_add_text (writer, "title", title);
  sc_json_writer_begin_array (writer, "stages");
  for (guint i = 0; i < stages->len; i++)
    {
      write_stage (writer, sc_version_get_stage (source->version, g_array_index (stages, guint, i)));
      sc_output_put_out (output, sc_json_writer_get_text (writer));
    }
  sc_json_writer_end (writer);
  sc_json_writer_end (writer);
  rest = sc_json_writer_finish (writer);
  sc_output_write (output, rest, strlen (rest));
}
