/* SPDX-License-Identifier: GPL-3.0-or-later */

/* The formats that a document is written in, for who chooses one: by its name, by a
 * file's ending, or from a list. */

#pragma once

#include "document/sc-document.h"

G_BEGIN_DECLS

typedef GBytes *(*ScDocumentWrite) (const ScDocument *document,
                                    GError          **error);

/**
 * ScDocumentFormat:
 * @id: its name for programs, which is the ending of its files too
 * @title: its name for people, to be translated
 * @media_type: its name on the net
 * @write: makes a file of a document
 *
 * A format. The first is the one that is taken where nobody chose.
 */
typedef struct {
  const char *id;
  const char *title;
  const char *media_type;
  ScDocumentWrite write;
} ScDocumentFormat;

const ScDocumentFormat *sc_document_formats_list (guint *n_formats);
const ScDocumentFormat *sc_document_format_from_id (const char *id);
const ScDocumentFormat *sc_document_format_from_path (const char *path);

G_END_DECLS
