/* SPDX-License-Identifier: GPL-3.0-or-later */

/* A manager's own words as they are kept, and where they stand in a version of the
 * process. */

#pragma once

#include "model/sc-own-word.h"
#include "model/sc-version.h"

G_BEGIN_DECLS

/**
 * ScKeptWord:
 * @place: where they were written
 * @text: the words
 * @prints: what the stage that the place is about said when they were written or looked
 *   through last, in the draft and in what is published; empty where it is about none
 * @heirs: the stages that this stage went into, one after the other
 *
 * Own words as they are kept. Words belong to a process and not to a version of it: those
 * about a stage stand there in every version that has it, else with the first of its heirs
 * that the version has, else nowhere.
 */
typedef struct {
  char *place;
  char *text;
  GStrv prints;
  GStrv heirs;
} ScKeptWord;

ScKeptWord *sc_kept_word_new (const char *place,
                              const char *text);
void sc_kept_word_free (ScKeptWord *self);

char *sc_kept_word_find_stage (const ScKeptWord *self,
                               const ScVersion  *version);
char *sc_kept_word_find_place (const ScKeptWord *self,
                               const ScVersion  *version);
gboolean sc_kept_word_is_stale (const ScKeptWord *self,
                                const ScVersion  *version);
void sc_kept_word_leave_stage (ScKeptWord *self,
                               const char *stage_id,
                               const char *heir_id);
void sc_kept_word_look_through (ScKeptWord      *self,
                                const ScVersion *draft,
                                const ScVersion *published);

GPtrArray *sc_kept_words_show (GPtrArray       *kept,
                               const ScVersion *version);

G_DEFINE_AUTOPTR_CLEANUP_FUNC (ScKeptWord, sc_kept_word_free)

G_END_DECLS
