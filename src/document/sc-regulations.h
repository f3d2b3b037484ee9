/* SPDX-License-Identifier: GPL-3.0-or-later */

/* The sales regulations: the document that a process gives on paper, to be approved,
 * signed and followed. */

#pragma once

#include "document/sc-document.h"
#include "model/sc-organisation.h"
#include "model/sc-own-word.h"
#include "model/sc-version-record.h"

G_BEGIN_DECLS

/**
 * ScRegulationsSource:
 * @process_name: what the process is called
 * @version: the version that they are made from
 * @published: the day on which that was published, or none
 * @language: what the document is written in; the process's own texts stay in theirs
 * @organisation: (nullable): who gives the document out
 * @user_name: (nullable): what who makes it is called, its author where nobody said who
 *   gives it out
 * @own_words: (nullable) (element-type ScOwnWord): what the manager wrote
 * @loss_reasons: (nullable) (array zero-terminated=1): why deals of the process are lost
 * @history: (nullable) (element-type ScVersionRecord): the versions that were published
 *   up to this one, the first one first
 * @today: the day on which the document is made, whose year the title page names
 * @has_acknowledgement: whether it ends with a sheet on which its readers sign
 *
 * What sales regulations are made of. Nothing of it is kept.
 */
typedef struct {
  const char *process_name;
  ScVersion *version;
  ScDate published;
  ScLanguage language;
  const ScOrganisation *organisation;
  const char *user_name;
  const GPtrArray *own_words;
  const char *const *loss_reasons;
  const GPtrArray *history;
  ScDate today;
  gboolean has_acknowledgement;
} ScRegulationsSource;

/**
 * ScWordPlace:
 * @place: its name, such as `general:after`
 * @heading: where that is, in the document's words
 * @text: (nullable): what stands there, in Markdown; empty where something is struck out
 * @is_stale: whether what it speaks of has changed since it was written
 *
 * A place of a document that may have own words.
 */
typedef struct {
  char *place;
  char *heading;
  char *text;
  gboolean is_stale;
} ScWordPlace;

ScDocument *sc_regulations_new (const ScRegulationsSource *source);
ScDocument *sc_regulations_new_brief (const ScRegulationsSource *source);
GPtrArray *sc_regulations_list_places (const ScRegulationsSource *source);
void sc_word_place_free (ScWordPlace *self);

G_DEFINE_AUTOPTR_CLEANUP_FUNC (ScWordPlace, sc_word_place_free)

G_END_DECLS
