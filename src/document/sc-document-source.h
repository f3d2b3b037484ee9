/* SPDX-License-Identifier: GPL-3.0-or-later */

/* From what the store knows of a process to what its documents are made of. */

#pragma once

#include "document/sc-regulations.h"
#include "document/sc-tactics-book.h"
#include "store/sc-document-facts.h"

G_BEGIN_DECLS

void sc_regulations_source_fill (ScRegulationsSource   *source,
                                 const ScDocumentFacts *facts,
                                 ScLanguage             language);
void sc_tactics_book_source_fill (ScTacticsBookSource   *source,
                                  const ScDocumentFacts *facts,
                                  ScLanguage             language);

G_END_DECLS
