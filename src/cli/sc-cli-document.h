/* SPDX-License-Identifier: GPL-3.0-or-later */

/* What the subcommands about a process's documents share: what a document is made from,
 * the options that choose one, and where it goes. */

#pragma once

#include "cli/sc-cli-call.h"
#include "document/sc-document-format.h"
#include "document/sc-document-source.h"
#include "files/sc-file.h"
#include "store/sc-document-facts.h"

G_BEGIN_DECLS

/**
 * ScCliDocument:
 * @format_id: (nullable): what the document is to be written in, as it was given
 * @language_id: (nullable): the same of its language
 * @version: (nullable): the same of the process's version
 * @path: (nullable): the file that it is written to, %NULL or `-` for standard output
 * @format: what it is written in; set by sc_cli_document_check()
 * @number: the number of the version, 0 for @wanted; set by sc_cli_document_check()
 * @wanted: which version; set by sc_cli_document_check()
 *
 * Which document is wanted of a process, and where it goes.
 */
typedef struct {
  char *format_id;
  char *language_id;
  char *version;
  char *path;
  const ScDocumentFormat *format;
  guint number;
  ScVersionWanted wanted;
} ScCliDocument;

#define SC_CLI_DOCUMENT_FORMAT(self) \
        SC_CLI_TEXT ("format", &(self)->format_id, N_("Format (default: by the ending of FILE, else md)"), "md|html|json|pdf|odt|docx")
#define SC_CLI_DOCUMENT_LANGUAGE(self) \
        SC_CLI_TEXT ("language", &(self)->language_id, N_("Language (default: that of the process)"), "en|ru")
#define SC_CLI_DOCUMENT_VERSION(self) \
        SC_CLI_TEXT ("version", &(self)->version, N_("Version (default: the draft, else the published one)"), \
                     N_("draft|published|NUMBER"))
#define SC_CLI_DOCUMENT_OUTPUT(self) \
        { "output", 'o', 0, G_OPTION_ARG_FILENAME, &(self)->path, N_("Where to write it (default: standard output)"), N_("FILE") }

gboolean sc_cli_document_check (ScCliDocument *self,
                                ScCliCall     *call,
                                int           *status);
ScDocumentFacts *sc_cli_document_load (const ScCliDocument *self,
                                       ScCliCall           *call,
                                       GError             **error) G_GNUC_WARN_UNUSED_RESULT;
void sc_cli_document_fill (ScRegulationsSource   *source,
                           const ScCliDocument   *document,
                           const ScDocumentFacts *facts);
ScLanguage sc_cli_document_get_language (const ScCliDocument   *self,
                                         const ScDocumentFacts *facts);
gboolean sc_cli_document_put_out (const ScCliDocument *self,
                                  ScFileFill           fill,
                                  gpointer             data,
                                  GError             **error);
void sc_cli_document_clear (ScCliDocument *self);

G_DEFINE_AUTO_CLEANUP_CLEAR_FUNC (ScCliDocument, sc_cli_document_clear)

G_END_DECLS
