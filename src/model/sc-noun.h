/* SPDX-License-Identifier: GPL-3.0-or-later */

/* Numbers with their nouns in the language of a process, which need not be the user's. */

#pragma once

#include "model/sc-duration.h"
#include "model/sc-language.h"

G_BEGIN_DECLS

/* How a noun stands in its sentence: in the genitive behind «в течение» and «не более». */
typedef enum {
  SC_CASE_NOMINATIVE,
  SC_CASE_GENITIVE,
} ScCase;

#define SC_N_CASES (SC_CASE_GENITIVE + 1)

typedef enum {
  SC_NOUN_STAGE,
  SC_NOUN_DAY,
  SC_NOUN_HOUR,
  SC_NOUN_WORKING_DAY,
  SC_NOUN_WORKING_HOUR,
  SC_NOUN_DEAL,
} ScNoun;

#define SC_N_NOUNS (SC_NOUN_DEAL + 1)

/* What keeps a number on the line of its noun. */
#define SC_NOUN_SPACE "\u00a0"

guint sc_noun_choose_form (guint      n,
                           ScLanguage language);
char *sc_noun_count (ScNoun      noun,
                     guint       n,
                     ScLanguage  language,
                     ScCase      grammatical_case,
                     const char *space);
char *sc_noun_duration (ScDuration        duration,
                        const ScCalendar *calendar,
                        ScLanguage        language,
                        ScCase            grammatical_case,
                        const char       *space);
char *sc_noun_at_least (ScDuration        duration,
                        const ScCalendar *calendar);

G_END_DECLS
