/* SPDX-License-Identifier: GPL-3.0-or-later */

/* The parts of the tactics book. */

#pragma once

#include "document/sc-tactic-words.h"
#include "document/sc-tactics-book.h"
#include "document/sc-writing.h"

G_BEGIN_DECLS

/**
 * ScTacticsBook:
 * @source: what it is made of
 * @version: the version of the process
 * @language: the book's language
 * @writing: what writes it
 * @stages: (element-type guint): the positions of the stages that it is about
 * @words: what names the fields of its tactics
 */
typedef struct {
  const ScTacticsBookSource *source;
  const ScVersion *version;
  ScLanguage language;
  ScWriting *writing;
  GArray *stages;
  ScTacticWords *words;
} ScTacticsBook;

void sc_tactics_book_add_stages (ScTacticsBook *self);
void sc_tactics_book_add_kinds (ScTacticsBook *self);
void sc_tactics_book_add_index (ScTacticsBook *self);
void sc_tactics_book_add_role_sheet (ScTacticsBook *self);

G_END_DECLS
