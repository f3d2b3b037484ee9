/* SPDX-License-Identifier: GPL-3.0-or-later */

/* A document as JSON: its sections in order, what stands in each as Markdown. */

#include "document/sc-document-json.h"

#include <string.h>

#include "document/sc-document-markdown.h"
#include "files/sc-json-writer.h"

static void
write_section (ScJsonWriter    *writer,
               const ScSection *section)
{
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
}

/**
 * sc_document_to_json:
 * @document: a document
 * @error: unused
 *
 * Returns: (transfer full): it as JSON
 */
GBytes *
sc_document_to_json (const ScDocument *document,
                     GError **error    G_GNUC_UNUSED)
{
  g_autoptr (ScJsonWriter) writer = sc_json_writer_new ();
  char *text;

  sc_json_writer_begin_object (writer, NULL);
  sc_json_writer_add_text (writer, "title", document->title);
  sc_json_writer_add_text (writer, "language", sc_language_get_id (document->language));
  sc_json_writer_add_int (writer, "version", document->version);
  sc_json_writer_add_text (writer, "status", sc_version_status_get_id (document->status));
  sc_json_writer_begin_array (writer, "sections");
  for (guint i = 0; i < document->sections->len; i++)
    write_section (writer, document->sections->pdata[i]);
  sc_json_writer_end (writer);
  sc_json_writer_end (writer);
  text = sc_json_writer_finish (writer);

  return g_bytes_new_take (text, strlen (text));
}
