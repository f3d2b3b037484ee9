/* SPDX-License-Identifier: GPL-3.0-or-later */

/* What a manager writes into a process's documents at a place of their own. */

#pragma once

#include <glib.h>

G_BEGIN_DECLS

typedef enum {
  SC_WORD_BEFORE,
  SC_WORD_AFTER,
  SC_WORD_INSTEAD,
} ScWordWhere;

#define SC_N_WORD_WHERES (SC_WORD_INSTEAD + 1)

/**
 * ScOwnWord:
 * @place: where they stand: `SECTION:before`, `SECTION:after`, `SECTION:instead`,
 *   `stage:ID:before` or `stage:ID:after`; a paragraph of a stage is a section such as
 *   `stage:ID.actions`
 * @text: the words, in Markdown; an empty one instead of a paragraph strikes it out
 * @is_stale: whether the stage that they speak of has changed since they were written or
 *   looked through
 *
 * A manager's own words in a process's documents.
 */
typedef struct {
  char *place;
  char *text;
  gboolean is_stale;
} ScOwnWord;

ScOwnWord *sc_own_word_new (const char *place,
                            const char *text);
void sc_own_word_free (ScOwnWord *self);

gboolean sc_place_parse (const char  *place,
                         char       **section,
                         char       **stage_id,
                         ScWordWhere *where);
char *sc_place_move (const char *place,
                     const char *stage_id);
char *sc_place_rename (const char *place,
                       const char *stage_id);
char *sc_place_of_section (const char *section,
                           ScWordWhere where);
char *sc_place_of_stage (const char *stage_id,
                         ScWordWhere where);

G_DEFINE_AUTOPTR_CLEANUP_FUNC (ScOwnWord, sc_own_word_free)

G_END_DECLS
