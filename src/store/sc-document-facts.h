/* SPDX-License-Identifier: GPL-3.0-or-later */

/* All that the documents of a process are made from, as it was at one moment: its scheme,
 * a manager's own words, who gives them out, and what was published before. */

#pragma once

#include "model/sc-organisation.h"
#include "model/sc-own-word.h"
#include "store/sc-store.h"

G_BEGIN_DECLS

/**
 * ScPublication:
 * @number: the version's number
 * @version: (nullable): the version, where it is asked for
 * @published_at: when it was published
 * @published_by: (nullable): who published it, %NULL where nobody knows any more
 */
typedef struct {
  guint number;
  ScVersion *version;
  ScInstant published_at;
  char *published_by;
} ScPublication;

void sc_publication_free (ScPublication *self);

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
 * @publications: (element-type ScPublication): what was published up to @version, that one
 *   too where it was, the first one first
 */
typedef struct {
  ScProcess *process;
  ScVersion *version;
  GPtrArray *own_words;
  GHashTable *stage_names;
  ScOrganisation *organisation;
  GStrv loss_reasons;
  GPtrArray *publications;
} ScDocumentFacts;

ScDocumentFacts *sc_document_facts_load (ScStore        *store,
                                         const char     *process_id,
                                         ScVersionWanted wanted,
                                         guint           number,
                                         GError        **error) G_GNUC_WARN_UNUSED_RESULT;
void sc_document_facts_free (ScDocumentFacts *self);

GPtrArray *sc_store_list_own_words (ScStore         *self,
                                    const char      *process_id,
                                    const ScVersion *version,
                                    GError         **error) G_GNUC_WARN_UNUSED_RESULT;
ScOrganisation *sc_store_load_organisation (ScStore    *self,
                                            const char *process_id,
                                            GError    **error) G_GNUC_WARN_UNUSED_RESULT;

G_DEFINE_AUTOPTR_CLEANUP_FUNC (ScPublication, sc_publication_free)
G_DEFINE_AUTOPTR_CLEANUP_FUNC (ScDocumentFacts, sc_document_facts_free)

G_END_DECLS
