/* SPDX-License-Identifier: GPL-3.0-or-later */

/* A tactic on paper: its title, its text with names in place of what is filled in from a
 * deal, and when it fits. */

#pragma once

#include "document/sc-writing.h"

G_BEGIN_DECLS

/* What names the fields of a version's tactics. */
typedef struct _ScTacticWords ScTacticWords;

ScTacticWords *sc_tactic_words_new (const ScVersion *version,
                                    ScLanguage       language);
void sc_tactic_words_free (ScTacticWords *self);

char *sc_tactic_words_make_title (const ScTactic *tactic,
                                  ScLanguage      language);
char *sc_tactic_words_make_text (const ScTacticWords *self,
                                 const ScTactic      *tactic);
char *sc_tactic_words_make_when (const ScTactic *tactic,
                                 ScLanguage      language);
void sc_tactic_words_add_text (const ScTacticWords *self,
                               const ScTactic      *tactic,
                               ScWriting           *writing);
void sc_tactic_words_add (const ScTacticWords *self,
                          const ScTactic      *tactic,
                          ScWriting           *writing);

G_DEFINE_AUTOPTR_CLEANUP_FUNC (ScTacticWords, sc_tactic_words_free)

G_END_DECLS
