/* SPDX-License-Identifier: GPL-3.0-or-later */

/* A document while it is written: sections that close up where nothing is said in them,
 * paragraphs that a manager's own words stand beside or instead of, and numbers that
 * follow, also where a sentence speaks of another section. */

#pragma once

#include "document/sc-document.h"
#include "document/sc-sentence.h"
#include "model/sc-own-word.h"

G_BEGIN_DECLS

typedef enum {
  SC_NUMBERING_NONE,
  SC_NUMBERING_NUMBER,
  SC_NUMBERING_LETTER,
} ScNumbering;

/**
 * ScWriting:
 * @document: what is written
 * @language: the document's language
 *
 * What is added goes into the section or numbered paragraph that was begun last.
 */
typedef struct _ScWriting ScWriting;

/**
 * ScWritingTell:
 * @writing: what writes a document
 * @source: what it is made of
 *
 * Says all that stands in a document, from its beginning to its end.
 */
typedef void (*ScWritingTell) (ScWriting    *writing,
                               gconstpointer source);

/* What becomes of a section when nothing more is added to it. */
typedef void (*ScWritingLeave) (ScWriting *writing,
                                ScSection *section);

struct _ScWriting {
  ScDocument *document;
  ScLanguage language;

  /*< private >*/
  GHashTable *words;
  GArray *numberings;
  GPtrArray *open;
  GPtrArray *places; /* nullable */
  GArray *pending;
  ScWritingLeave leave; /* nullable */
  gpointer leave_data;
  ScSection *current;
  char *paragraph;
  char *stage;
};

ScWriting *sc_writing_new (ScDocument      *document,
                           const GPtrArray *own_words);
void sc_writing_free (ScWriting *self);
void sc_writing_finish (ScWriting *self);
void sc_writing_collect_places (ScWriting *self,
                                GPtrArray *places);
void sc_writing_make_brief (ScDocument      *document,
                            const GPtrArray *own_words,
                            ScWritingTell    tell,
                            gpointer         source,
                            GDestroyNotify   source_free);

gboolean sc_writing_open (ScWriting  *self,
                          const char *id,
                          const char *heading,
                          ScNumbering numbering);
gboolean sc_writing_open_stage (ScWriting  *self,
                                const char *stage_id,
                                const char *heading);
void sc_writing_close (ScWriting *self);
gboolean sc_writing_begin (ScWriting  *self,
                           const char *id,
                           ScNumbering numbering);
gboolean sc_writing_begin_front (ScWriting  *self,
                                 const char *id,
                                 const char *heading);
void sc_writing_offer (ScWriting  *self,
                       const char *id);

GPtrArray *sc_writing_get_blocks (ScWriting *self);
void sc_writing_say_in (ScWriting     *self,
                        GPtrArray     *spans,
                        const char    *sentence,
                        const ScField *fields);
void sc_writing_say (ScWriting     *self,
                     const char    *sentence,
                     const ScField *fields);
void sc_writing_state (ScWriting     *self,
                       const char    *id,
                       const ScField *fields);
void sc_writing_style (ScWriting       *self,
                       ScParagraphStyle style,
                       const char      *text);
void sc_writing_list (ScWriting         *self,
                      const char *const *items);
ScTable *sc_writing_table (ScWriting    *self,
                           const char   *caption,
                           const double *widths,
                           guint         n_columns);
void sc_writing_header (ScWriting         *self,
                        ScTable           *table,
                        const char *const *sentences);

G_DEFINE_AUTOPTR_CLEANUP_FUNC (ScWriting, sc_writing_free)

G_END_DECLS
