/* SPDX-License-Identifier: GPL-3.0-or-later */

/* From what the store knows of a process to what its documents are made of. */

#include "document/sc-document-source.h"

/**
 * sc_regulations_source_fill:
 * @source: (out caller-allocates): what regulations are made of; it lives no longer than
 *   @facts
 * @facts: what the store knows
 * @language: what they are written in
 */
void
sc_regulations_source_fill (ScRegulationsSource   *source,
                            const ScDocumentFacts *facts,
                            ScLanguage             language)
{
  *source = (ScRegulationsSource) {
    .process_name = facts->process->name,
    .version = facts->version,
    .published = sc_document_facts_get_published (facts),
    .language = language,
    .organisation = facts->organisation,
    .user_name = facts->user_name,
    .own_words = facts->own_words,
    .loss_reasons = (const char *const *) facts->loss_reasons,
    .history = facts->history,
    .today = sc_clock_today (),
    .has_acknowledgement = TRUE,
  };
}

/**
 * sc_tactics_book_source_fill:
 * @source: (out caller-allocates): what a tactics book is made of: all of it, stage by
 *   stage; it lives no longer than @facts
 * @facts: what the store knows
 * @language: what it is written in
 */
void
sc_tactics_book_source_fill (ScTacticsBookSource   *source,
                             const ScDocumentFacts *facts,
                             ScLanguage             language)
{
  *source = (ScTacticsBookSource) {
    .process_name = facts->process->name,
    .version = facts->version,
    .language = language,
    .organisation = facts->organisation,
    .user_name = facts->user_name,
    .own_words = facts->own_words,
  };
}
