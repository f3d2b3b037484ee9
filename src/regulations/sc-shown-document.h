/* SPDX-License-Identifier: GPL-3.0-or-later */

/* Which of a process's documents is on show, and what it is made from. */

#pragma once

#include "document/sc-document-source.h"
#include "store/sc-store.h"

G_BEGIN_DECLS

/**
 * ScDocumentWanted:
 * @process_id: the process
 * @version: which version of it
 * @is_book: whether the tactics book is wanted, not the regulations
 * @order: how the book is put in order
 * @role_id: (nullable): whose two pages of the book are wanted, %NULL for all of it
 *
 * Which document is wanted.
 */
typedef struct {
  char *process_id;
  ScVersionWanted version;
  gboolean is_book;
  ScTacticsOrder order;
  char *role_id;
} ScDocumentWanted;

/**
 * ScShownDocument:
 * @facts: what it is made from
 * @document: the document
 * @places: (element-type ScWordPlace): where it may have own words
 * @n_findings: what the method has to say against the scheme: errors and warnings
 *
 * A document, and what is needed to work on it.
 */
typedef struct {
  ScDocumentFacts *facts;
  ScDocument *document;
  GPtrArray *places;
  guint n_findings;
} ScShownDocument;

ScDocumentWanted *sc_document_wanted_copy (const ScDocumentWanted *self);
void sc_document_wanted_free (ScDocumentWanted *self);

void sc_shown_document_load_async (ScStore                *store,
                                   const ScDocumentWanted *wanted,
                                   GCancellable           *cancellable,
                                   GAsyncReadyCallback     callback,
                                   gpointer                user_data);
ScShownDocument *sc_shown_document_load_finish (ScStore      *store,
                                                GAsyncResult *result,
                                                GError      **error);
void sc_shown_document_free (ScShownDocument *self);

const ScWordPlace *sc_shown_document_find_place (const ScShownDocument *self,
                                                 const char            *place);
GPtrArray *sc_shown_document_list_unplaced (const ScShownDocument *self);

G_DEFINE_AUTOPTR_CLEANUP_FUNC (ScDocumentWanted, sc_document_wanted_free)
G_DEFINE_AUTOPTR_CLEANUP_FUNC (ScShownDocument, sc_shown_document_free)

G_END_DECLS
