/* SPDX-License-Identifier: GPL-3.0-or-later */

/* A document as JSON: its sections in order, what stands in each as Markdown. */

#include "document/sc-document-json.h"

#include <string.h>

#include "document/sc-document-markdown.h"
#include "files/sc-json-writer.h"

typedef struct {
  ScJsonWriter *writer;
  ScOutput *output;
} Writing;

static gboolean
write_section (const ScSection *section,
               gpointer         data,
               GError **error   G_GNUC_UNUSED)
{
  const Writing *self = data;
  ScJsonWriter *writer = self->writer;
  g_autofree char *text = sc_section_to_markdown (section);

  sc_json_writer_begin_object (writer, NULL);
  sc_json_writer_add_text (writer, "id", section->id);
  sc_json_writer_add_text (writer, "number", section->number);
  sc_json_writer_add_text (writer, "heading", section->heading);
  sc_json_writer_add_int (writer, "level", section->level);
  sc_json_writer_add_text (writer, "stage", section->stage);
  sc_json_writer_add_bool (writer, "is_own", section->is_own);
  sc_json_writer_add_bool (writer, "is_stale", section->is_stale);
  sc_json_writer_add_text (writer, "text", text);
  sc_json_writer_end (writer);
  sc_output_put_out (self->output, sc_json_writer_get_text (writer));

  return TRUE;
}

/**
 * sc_document_write_json:
 * @document: a document
 * @output: where it is written to, as JSON
 * @error: unused
 *
 * Returns: %TRUE
 */
gboolean
sc_document_write_json (const ScDocument *document,
                        ScOutput         *output,
                        GError          **error)
{
  g_autoptr (ScJsonWriter) writer = sc_json_writer_new ();
  Writing self = { writer, output };
  g_autofree char *rest = NULL;

  sc_json_writer_begin_object (writer, NULL);
  sc_json_writer_add_text (writer, "title", document->title);
  sc_json_writer_add_text (writer, "language", sc_language_get_id (document->language));
  sc_json_writer_add_int (writer, "version", document->version);
  sc_json_writer_add_text (writer, "status", sc_version_status_get_id (document->status));
  sc_json_writer_begin_array (writer, "sections");
  sc_document_read (document, write_section, &self, error);
  sc_json_writer_end (writer);
  sc_json_writer_end (writer);
  rest = sc_json_writer_finish (writer);
  sc_output_write (output, rest, strlen (rest));

  return TRUE;
}
