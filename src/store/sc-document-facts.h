/* SPDX-License-Identifier: GPL-3.0-or-later */

/* All that the documents of a process are made from, as it was at one moment: its scheme,
 * a manager's own words, who gives them out, and what was published before. */

#pragma once

#include "model/sc-organisation.h"
#include "model/sc-own-word.h"
#include "model/sc-version-record.h"
#include "store/sc-store.h"

G_BEGIN_DECLS

/**
 * ScDocumentFacts:
 * @process: the process
 * @version: the version that is asked for
 * @own_words: (element-type ScOwnWord): what stands at which place in @version, one at
 *   each; words of a stage that @version has not keep the place where they were written
 * @stage_names: (element-type utf8 utf8): by id, what stages are called or were called
 *   last, also those that are gone
 * @organisation: who gives out the documents
 * @loss_reasons: why deals are lost, in order
 * @history: (element-type ScVersionRecord): what was published up to @version, that one
 *   too where it was, the first one first
 * @user_name: (nullable): what who makes the documents is called
 */
typedef struct {
  ScProcess *process;
  ScVersion *version;
  GPtrArray *own_words;
  GHashTable *stage_names;
  ScOrganisation *organisation;
  GStrv loss_reasons;
  GPtrArray *history;
  char *user_name;
} ScDocumentFacts;

ScDocumentFacts *sc_document_facts_load (ScStore        *store,
                                         const char     *process_id,
                                         ScVersionWanted wanted,
                                         guint           number,
                                         GError        **error) G_GNUC_WARN_UNUSED_RESULT;
void sc_document_facts_free (ScDocumentFacts *self);
ScDate sc_document_facts_get_published (const ScDocumentFacts *self);

GPtrArray *sc_store_list_own_words (ScStore         *self,
                                    const char      *process_id,
                                    const ScVersion *version,
                                    GError         **error) G_GNUC_WARN_UNUSED_RESULT;
ScOrganisation *sc_store_load_organisation (ScStore    *self,
                                            const char *process_id,
                                            GError    **error) G_GNUC_WARN_UNUSED_RESULT;

G_DEFINE_AUTOPTR_CLEANUP_FUNC (ScDocumentFacts, sc_document_facts_free)

G_END_DECLS
