/* SPDX-License-Identifier: GPL-3.0-or-later */

/* A new format is a writer of its own and a line here. */

#include "document/sc-document-format.h"

#include <glib/gi18n-lib.h>
#include <string.h>

#include "document/sc-document-docx.h"
#include "document/sc-document-html.h"
#include "document/sc-document-json.h"
#include "document/sc-document-markdown.h"
#include "document/sc-document-odt.h"
#include "document/sc-document-pdf.h"
#include "files/sc-file.h"

static const ScDocumentFormat formats[] = {
  { "md", N_("Markdown"), "text/markdown", sc_document_write_markdown },
  { "html", N_("HTML Page"), "text/html", sc_document_write_html },
  { "pdf", N_("PDF Document"), "application/pdf", sc_document_write_pdf },
  { "odt", N_("OpenDocument Text"), "application/vnd.oasis.opendocument.text", sc_document_write_odt },
  { "docx", N_("Word Document"), "application/vnd.openxmlformats-officedocument.wordprocessingml.document",
    sc_document_write_docx },
  { "json", N_("JSON"), "application/json", sc_document_write_json },
};

/* What files of a format are called beside its name. */
static const struct {
  const char *ending;
  const char *id;
} other_endings[] = {
  { "htm", "html" },
  { "markdown", "md" },
};

/**
 * sc_document_formats_list:
 * @n_formats: (out): how many there are
 *
 * Returns: (transfer none) (array length=n_formats): every format
 */
const ScDocumentFormat *
sc_document_formats_list (guint *n_formats)
{
  *n_formats = G_N_ELEMENTS (formats);

  return formats;
}

/**
 * sc_document_format_from_id:
 * @id: a name, such as `odt`
 *
 * Returns: (transfer none) (nullable): the format that has it
 */
const ScDocumentFormat *
sc_document_format_from_id (const char *id)
{
  for (guint i = 0; i < G_N_ELEMENTS (formats); i++)
    if (g_ascii_strcasecmp (formats[i].id, id) == 0)
      return &formats[i];

  return NULL;
}

/**
 * sc_document_format_from_path:
 * @path: where a file is to be written
 *
 * Returns: (transfer none) (nullable): the format that its ending says
 */
const ScDocumentFormat *
sc_document_format_from_path (const char *path)
{
  g_autofree char *name = g_path_get_basename (path);
  const char *dot = strrchr (name, '.');

  if (dot == NULL)
    return NULL;
  for (guint i = 0; i < G_N_ELEMENTS (other_endings); i++)
    if (g_ascii_strcasecmp (other_endings[i].ending, dot + 1) == 0)
      return sc_document_format_from_id (other_endings[i].id);

  return sc_document_format_from_id (dot + 1);
}

/* A document that is to be written to a file. */
typedef struct {
  const ScDocument *document;
  ScDocumentWrite write;
} Saving;

static gboolean
fill (ScOutput *output,
      gpointer  data,
      GError  **error)
{
  const Saving *self = data;

  return self->write (self->document, output, error);
}

/**
 * sc_document_save:
 * @document: a document
 * @write: the format's
 * @path: where to
 * @error: of %SC_FILES_ERROR, or why it can't be made
 *
 * Writes it to a file, whole or not at all.
 *
 * Returns: whether it was written
 */
gboolean
sc_document_save (const ScDocument *document,
                  ScDocumentWrite   write,
                  const char       *path,
                  GError          **error)
{
  return sc_file_write (path, fill, &(Saving) { document, write }, error);
}
