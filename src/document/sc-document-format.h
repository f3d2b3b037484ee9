/* SPDX-License-Identifier: GPL-3.0-or-later */

/* The formats that a document is written in, for who chooses one: by its name, by a
 * file's ending, or from a list. */

#pragma once

#include "document/sc-document.h"
#include "files/sc-output.h"

G_BEGIN_DECLS

/**
 * ScDocumentWrite:
 * @document: a document
 * @output: where it is written to
 * @error: why it can't be made
 *
 * Returns: whether it could be made
 */
typedef gboolean (*ScDocumentWrite) (const ScDocument *document,
                                     ScOutput         *output,
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
gboolean sc_document_save (const ScDocument *document,
                           ScDocumentWrite   write,
                           const char       *path,
                           GError          **error);

G_END_DECLS
