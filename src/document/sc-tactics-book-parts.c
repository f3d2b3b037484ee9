/* SPDX-License-Identifier: GPL-3.0-or-later */

/* The tactics themselves, stage by stage or kind by kind, and the objections as an index. */

#include "document/sc-tactics-book-private.h"

#include <string.h>

#include "document/sc-grammar.h"
#include "document/sc-stage-facts.h"
#include "document/sc-tactic-words.h"
#include "model/sc-name.h"
#include "store/sc-collation.h"

static char *
make_id (const ScTactic *tactic)
{
  return g_strconcat ("book.tactic.", tactic->id, NULL);
}

static char *
name_stage (const ScTacticsBook *self,
            guint                position)
{
  g_autofree char *name = sc_stage_facts_quote (self->version, position, self->language);

  return sc_sentence_fill ("book.stage", self->language, (ScField[]) { { "stage", name }, SC_FIELD_END });
}

static char *
make_heading (const ScTacticsBook *self,
              const ScTactic      *tactic,
              gboolean             has_kind)
{
  return has_kind || sc_text_is_blank (tactic->title) ? sc_tactic_words_make_title (tactic, self->language)
                                                      : g_strdup (tactic->title);
}

/* @note is what stands below its title. */
static void
add_tactic (ScTacticsBook  *self,
            const ScTactic *tactic,
            gboolean        has_kind,
            const char     *note)
{
  g_autofree char *id = make_id (tactic);
  g_autofree char *words = g_strconcat (id, ".text", NULL);
  g_autofree char *heading = make_heading (self, tactic, has_kind);

  sc_writing_open (self->writing, id, heading, SC_NUMBERING_NUMBER);
  sc_writing_begin (self->writing, words, SC_NUMBERING_NONE);
  if (note != NULL)
    sc_writing_style (self->writing, SC_PARAGRAPH_NOTE, note);
  sc_tactic_words_add_text (self->words, tactic, self->writing);
  sc_writing_close (self->writing);
}

static void
add_goal (ScTacticsBook *self,
          const ScStage *stage)
{
  g_autofree char *id = g_strconcat ("book.stage.", stage->id, ".goal", NULL);
  g_autofree char *goal = sc_grammar_end (stage->goal);

  if (sc_text_is_blank (stage->goal))
    return;

  sc_writing_begin (self->writing, id, SC_NUMBERING_NONE);
  sc_writing_say (self->writing, "book.goal", (ScField[]) { { "goal", goal }, SC_FIELD_END });
}

static void
add_stage (ScTacticsBook *self,
           guint          position)
{
  const ScStage *stage = sc_version_get_stage (self->version, position);
  g_autofree char *id = g_strconcat ("book.stage.", stage->id, NULL);
  g_autofree char *heading = name_stage (self, position);

  if (stage->tactics->len == 0)
    return;

  sc_writing_open (self->writing, id, heading, SC_NUMBERING_NUMBER);
  add_goal (self, stage);
  for (guint i = 0; i < stage->tactics->len; i++)
    add_tactic (self, stage->tactics->pdata[i], TRUE, NULL);
  sc_writing_close (self->writing);
}

/**
 * sc_tactics_book_add_stages:
 * @self: a tactics book
 *
 * Adds a section for each stage that has tactics.
 */
void
sc_tactics_book_add_stages (ScTacticsBook *self)
{
  for (guint i = 0; i < self->stages->len; i++)
    add_stage (self, g_array_index (self->stages, guint, i));
}

/* All tactics of a kind in a stage. */
static void
add_kind_of_stage (ScTacticsBook *self,
                   ScTacticKind   kind,
                   guint          position)
{
  const ScStage *stage = sc_version_get_stage (self->version, position);
  g_autofree char *note = name_stage (self, position);

  for (guint i = 0; i < stage->tactics->len; i++)
    if (((ScTactic *) stage->tactics->pdata[i])->kind == kind)
      add_tactic (self, stage->tactics->pdata[i], FALSE, note);
}

/**
 * sc_tactics_book_add_kinds:
 * @self: a tactics book
 *
 * Adds a section for each kind of tactic that a stage has.
 */
void
sc_tactics_book_add_kinds (ScTacticsBook *self)
{
  for (guint kind = 0; kind < SC_N_TACTIC_KINDS; kind++)
    {
      g_autofree char *id = g_strconcat ("book.kind.", sc_tactic_kind_get_id (kind), NULL);
      g_autofree char *heading = g_strconcat ("tactics.", sc_tactic_kind_get_id (kind), NULL);

      sc_writing_open (self->writing, id, sc_sentence_get (heading, self->language), SC_NUMBERING_NUMBER);
      for (guint i = 0; i < self->stages->len; i++)
        add_kind_of_stage (self, kind, g_array_index (self->stages, guint, i));
      sc_writing_close (self->writing);
    }
}

/* An objection of the index. */
typedef struct {
  const ScTactic *tactic;
  guint position;
  char *key;
  gsize key_length;
} Entry;

static void
entry_clear (Entry *entry)
{
  g_free (entry->key);
}

/* Not by the quotation mark that it may begin with. */
static void
make_key (Entry *entry)
{
  const char *text = entry->tactic->title;

  while (*text != '\0' && !g_unichar_isalnum (g_utf8_get_char (text)))
    text = g_utf8_next_char (text);
  entry->key = sc_collation_make_key (text, &entry->key_length);
}

static int
compare_entries (gconstpointer a,
                 gconstpointer b)
{
  const Entry *first = a;
  const Entry *second = b;
  int order = memcmp (first->key, second->key, MIN (first->key_length, second->key_length));

  if (order == 0 && first->key_length != second->key_length)
    return first->key_length < second->key_length ? -1 : 1;

  return order != 0 ? order : (int) first->position - (int) second->position;
}

static GArray *
list_objections (const ScTacticsBook *self)
{
  GArray *entries = g_array_new (FALSE, FALSE, sizeof (Entry));

  g_array_set_clear_func (entries, (GDestroyNotify) entry_clear);
  for (guint i = 0; i < self->stages->len; i++)
    {
      guint position = g_array_index (self->stages, guint, i);
      const ScStage *stage = sc_version_get_stage (self->version, position);

      for (guint j = 0; j < stage->tactics->len; j++)
        {
          Entry entry = { stage->tactics->pdata[j], position, NULL, 0 };

          if (entry.tactic->kind != SC_TACTIC_OBJECTION)
            continue;

          make_key (&entry);
          g_array_append_val (entries, entry);
        }
    }
  g_array_sort (entries, compare_entries);

  return entries;
}

static void
add_entry (ScTacticsBook *self,
           ScTable       *table,
           const Entry   *entry)
{
  g_autofree char *id = make_id (entry->tactic);
  g_autofree char *link = g_strconcat ("#", id, NULL);
  g_autofree char *title = make_heading (self, entry->tactic, FALSE);
  g_autofree char *answer = sc_tactic_words_make_text (self->words, entry->tactic);
  GPtrArray *row = sc_table_add_row (table);

  sc_spans_add (sc_row_add_cell (row, NULL, TRUE)->spans, title, SC_SPAN_PLAIN, link);
  sc_row_add_cell (row, answer, FALSE);
  sc_row_add_cell (row, sc_stage_facts_get_name (self->version, entry->position, self->language), FALSE);
}

/**
 * sc_tactics_book_add_index:
 * @self: a tactics book
 *
 * Adds all objections with their answers, in alphabetical order.
 */
void
sc_tactics_book_add_index (ScTacticsBook *self)
{
  static const char *const header[] = { "book.index.objection", "book.index.answer", "book.index.stage", NULL };
  g_autoptr (GArray) entries = list_objections (self);
  ScTable *table;

  sc_writing_open (self->writing, "book.index", sc_sentence_get ("book.index", self->language), SC_NUMBERING_NUMBER);
  if (entries->len > 0 && sc_writing_begin (self->writing, "book.index.table", SC_NUMBERING_NONE))
    {
      table = sc_writing_table (self->writing, "book.index.caption", (const double[]) { 2, 5, 2 }, 3);
      sc_writing_header (self->writing, table, header);
      for (guint i = 0; i < entries->len; i++)
        add_entry (self, table, &g_array_index (entries, Entry, i));
    }
  sc_writing_close (self->writing);
}
