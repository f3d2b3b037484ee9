/* SPDX-License-Identifier: GPL-3.0-or-later */

/* A tactic on paper: its title, its text with names in place of what is filled in from a
 * deal, and when it fits. */

#pragma once

#include "document/sc-writing.h"

G_BEGIN_DECLS

char *sc_tactic_words_make_title (const ScTactic *tactic,
                                  ScLanguage      language);
char *sc_tactic_words_make_text (const ScTactic  *tactic,
                                 const ScVersion *version,
                                 ScLanguage       language);
char *sc_tactic_words_make_when (const ScTactic *tactic,
                                 ScLanguage      language);
void sc_tactic_words_add_text (ScWriting       *writing,
                               const ScTactic  *tactic,
                               const ScVersion *version);
void sc_tactic_words_add (ScWriting       *writing,
                          const ScTactic  *tactic,
                          const ScVersion *version);

G_END_DECLS
