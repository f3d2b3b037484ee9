/* SPDX-License-Identifier: GPL-3.0-or-later */

/* The tactics book: what reps of a process work with, stage by stage or kind by kind; and
 * for one role, on two pages for the wall, what it needs. */

#pragma once

#include "document/sc-document.h"
#include "files/sc-output.h"
#include "model/sc-organisation.h"
#include "model/sc-own-word.h"

G_BEGIN_DECLS

typedef enum {
  SC_TACTICS_BY_STAGE,
  SC_TACTICS_BY_KIND,
} ScTacticsOrder;

/**
 * ScTacticsBookSource:
 * @process_name: what the process is called
 * @version: the version that it is made from
 * @language: what the book is written in; the process's own texts stay in theirs
 * @organisation: (nullable): who gives it out
 * @user_name: (nullable): what who makes it is called, its author where nobody said who
 *   gives it out
 * @own_words: (nullable) (element-type ScOwnWord): what the manager wrote
 * @role_id: (nullable): the role whose two pages it is to be, %NULL for the whole book
 * @stage_id: (nullable): the stage that it is about, %NULL for all
 * @order: how the whole book is put in order
 *
 * What a tactics book is made of. Nothing of it is kept.
 */
typedef struct {
  const char *process_name;
  ScVersion *version;
  ScLanguage language;
  const ScOrganisation *organisation;
  const char *user_name;
  const GPtrArray *own_words;
  const char *role_id;
  const char *stage_id;
  ScTacticsOrder order;
} ScTacticsBookSource;

ScDocument *sc_tactics_book_new (const ScTacticsBookSource *source);
ScDocument *sc_tactics_book_new_brief (const ScTacticsBookSource *source);
void sc_tactics_book_write_json (const ScTacticsBookSource *source,
                                 ScOutput                  *output);
const char *const *sc_tactics_book_list_sections (void);

G_END_DECLS
