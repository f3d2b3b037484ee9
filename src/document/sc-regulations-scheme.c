/* SPDX-License-Identifier: GPL-3.0-or-later */

/* The terms that the sales regulations use, and the scheme of the process. */

#include "document/sc-regulations-private.h"

#include <string.h>

#include "document/sc-grammar.h"
#include "document/sc-stage-facts.h"

static gboolean
has_letters_around (const char *text,
                    const char *place,
                    gsize       length)
{
  const char *before = g_utf8_find_prev_char (text, place);

  return (before != NULL && g_unichar_isalpha (g_utf8_get_char (before))) ||
         g_unichar_isalpha (g_utf8_get_char (place + length));
}

static gboolean
has_word (const char *text,
          const char *word)
{
  for (const char *c = text; (c = strstr (c, word)) != NULL; c += strlen (word))
    if (!has_letters_around (text, c, strlen (word)))
      return TRUE;

  return FALSE;
}

static gboolean
lines_have_word (GStrv       lines,
                 const char *word)
{
  for (guint i = 0; lines[i] != NULL; i++)
    if (has_word (lines[i], word))
      return TRUE;

  return FALSE;
}

static gboolean
stage_has_word (const ScStage *stage,
                const char    *word)
{
  if (has_word (stage->name, word) || has_word (stage->goal, word) || has_word (stage->entry, word)
      || lines_have_word (stage->actions, word) || lines_have_word (stage->documents, word))
    return TRUE;

  for (guint i = 0; i < stage->criteria->len; i++)
    if (has_word (((ScCriterion *) stage->criteria->pdata[i])->text, word))
      return TRUE;

  return FALSE;
}

static gboolean
is_used (const ScRegulations *self,
         const char          *term)
{
  const char *word = sc_sentence_get (term, self->language);

  for (guint i = 0; i < self->version->stages->len; i++)
    if (stage_has_word (sc_version_get_stage (self->version, i), word))
      return TRUE;

  return FALSE;
}

static gboolean
covers (const ScRegulations *self,
        ScKind               kind)
{
  for (guint i = 0; i < self->version->stages->len; i++)
    if (sc_kind_set_has (sc_version_get_stage (self->version, i)->kinds, kind))
      return TRUE;

  return FALSE;
}

static void
add_term (ScRegulations *self,
          ScTable       *table,
          const char    *term,
          const ScField *fields)
{
  g_autofree char *id = g_strconcat (term, ".meaning", NULL);
  g_autofree char *meaning = sc_sentence_fill (id, self->language, fields);
  GPtrArray *row = sc_table_add_row (table);

  sc_row_add_cell (row, sc_sentence_get (term, self->language), TRUE);
  sc_row_add_cell (row, meaning, FALSE);
}

static void
add_mark (ScRegulations *self,
          ScTable       *table)
{
  g_autofree char *marked = NULL;

  if (self->mark < 0)
    return;

  marked = sc_stage_facts_quote (self->version, (guint) self->mark, self->language);
  add_term (self, table, "term.mark", (ScField[]) { { "marked", marked }, SC_FIELD_END });
}

static void
add_terms (ScRegulations *self,
           ScTable       *table)
{
  gboolean has_more = self->mark >= 0 && self->mark + 1 < (int) self->version->stages->len;

  add_term (self, table, "term.deal", NULL);
  add_term (self, table, "term.stage", NULL);
  if (sc_stage_facts_has_time (self->version))
    add_term (self, table, "term.target", NULL);
  add_term (self, table, "term.criterion", NULL);
  add_mark (self, table);
  add_term (self, table, "term.owner", NULL);
  add_term (self, table, "term.next-step", NULL);
  add_term (self, table, "term.parked", NULL);
  add_term (self, table, "term.lost", NULL);
  if (has_more)
    add_term (self, table, "term.ended", NULL);
  if (covers (self, SC_KIND_ONBOARDING))
    add_term (self, table, "term.onboarding", NULL);
  if (self->language == SC_LANGUAGE_RU && is_used (self, "term.decision-maker"))
    add_term (self, table, "term.decision-maker", NULL);
  if (self->language == SC_LANGUAGE_RU && is_used (self, "term.proposal"))
    add_term (self, table, "term.proposal", NULL);
}

/**
 * sc_regulations_add_terms:
 * @self: the sales regulations
 *
 * Adds what the words mean that are used in them; abbreviations only where the process's
 * own texts have them.
 */
void
sc_regulations_add_terms (ScRegulations *self)
{
  static const char *const header[] = { "terms.term", "terms.meaning", NULL };

  if (sc_writing_open (self->writing, "terms", sc_sentence_get ("terms", self->language), SC_NUMBERING_NUMBER)
      && sc_writing_begin (self->writing, "terms.table", SC_NUMBERING_NUMBER))
    {
      ScTable *table;

      sc_writing_say (self->writing, "terms.table", NULL);
      table = sc_writing_table (self->writing, "terms.caption", (const double[]) { 1, 2 }, 2);
      sc_writing_header (self->writing, table, header);
      add_terms (self, table);
    }
  sc_writing_close (self->writing);
}

/* Each stage with who is responsible and how long it takes, for who can't see the scheme. */
static char *
describe_stages (const ScRegulations *self)
{
  g_autoptr (GString) text = g_string_new (NULL);

  for (guint i = 0; i < self->version->stages->len; i++)
    {
      const ScStage *stage = sc_version_get_stage (self->version, i);
      const char *role = sc_stage_facts_get_role (self->version, stage->responsible);
      g_autofree char *time = sc_grammar_duration (stage->duration, self->version->calendar, self->language, SC_CASE_NOMINATIVE);
      gboolean has_time = *time != '\0';

      g_string_append_printf (text, "%s%s", i > 0 ? "; " : "", sc_stage_facts_get_name (self->version, i, self->language));
      if (role != NULL || has_time)
        g_string_append_printf (text, " (%s%s%s)", role != NULL ? role : "", role != NULL && has_time ? ", " : "", time);
    }

  return g_string_free_and_steal (g_steal_pointer (&text));
}

static void
add_figure (ScRegulations *self)
{
  g_autofree char *stages = describe_stages (self);
  g_autofree char *marked = sc_stage_facts_quote (self->version, (guint) MAX (self->mark, 0), self->language);
  const ScField fields[] = {
    { "stages", stages }, { "marked", marked }, { "process", self->process }, SC_FIELD_END
  };
  ScFigure *figure;

  if (!sc_writing_begin (self->writing, "scheme.figure", SC_NUMBERING_NUMBER))
    return;

  sc_writing_say (self->writing, "scheme.figure", NULL);
  figure = sc_blocks_add_figure (sc_writing_get_blocks (self->writing), self->source->version);
  g_free (figure->caption);
  g_free (figure->description);
  g_set_str (&figure->continuation, sc_sentence_get ("scheme.continuation", self->language));
  figure->caption = sc_sentence_fill ("scheme.caption", self->language, fields);
  figure->description = sc_sentence_fill ("scheme.description", self->language, fields);
}

static void
add_sum (ScRegulations *self)
{
  gboolean is_whole;
  ScDuration sum = sc_stage_facts_sum (self->version, (guint) (self->mark + 1), &is_whole);
  g_autofree char *stages = sc_grammar_stages (self->version->stages->len, self->language, SC_CASE_GENITIVE);
  g_autofree char *time = sc_grammar_duration (sum, self->version->calendar, self->language,
                                               is_whole ? SC_CASE_NOMINATIVE : SC_CASE_GENITIVE);
  const ScField fields[] = { { "stages", stages }, { "time", time }, SC_FIELD_END };

  if (sc_writing_begin (self->writing, "scheme.sum", SC_NUMBERING_NUMBER))
    sc_writing_say (self->writing,
                    sum.value == 0 ? "scheme.sum.none" : is_whole ? "scheme.sum" : "scheme.sum.at-least", fields);
}

/**
 * sc_regulations_add_scheme:
 * @self: the sales regulations
 *
 * Adds the scheme as it is printed.
 */
void
sc_regulations_add_scheme (ScRegulations *self)
{
  if (sc_writing_open (self->writing, "scheme", sc_sentence_get ("scheme", self->language), SC_NUMBERING_NUMBER)
      && self->version->stages->len > 0)
    {
      add_figure (self);
      add_sum (self);
    }
  sc_writing_close (self->writing);
}
