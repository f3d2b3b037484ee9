/* SPDX-License-Identifier: GPL-3.0-or-later */

/* A document as OpenDocument Text 1.3: the parts of the package, and what stands at the
 * head and foot of its pages. */

#include "document/sc-document-odt.h"

#include <string.h>

#include "document/sc-document-data.h"
#include "document/sc-markup.h"
#include "document/sc-odt-body.h"
#include "document/sc-odt-text.h"
#include "document/sc-office.h"
#include "document/sc-zip.h"

#define XML_HEAD "<?xml version=\"1.0\" encoding=\"UTF-8\"?>\n"
#define MEDIA_TYPE "application/vnd.oasis.opendocument.text"
#define N_LEVELS 10

static char *
take_text (ScMarkup *markup)
{
  g_autoptr (GBytes) bytes = sc_markup_finish (markup);

  return g_strndup (g_bytes_get_data (bytes, NULL), g_bytes_get_size (bytes));
}

/* Running head at the left, and what an unpublished document is marked with at the right. */
static char *
write_header (const ScDocument *document)
{
  g_autoptr (ScMarkup) markup = sc_markup_new (NULL);

  sc_markup_open (markup, "text:p", "text:style-name", "Header", NULL);
  sc_odt_add_text (markup, document->running_head);
  if (document->stamp != NULL)
    {
      sc_markup_add_empty (markup, "text:tab", NULL);
      sc_markup_add_element (markup, "text:span", document->stamp, "text:style-name", "Strong_20_Emphasis", NULL);
    }
  sc_markup_close (markup);

  return take_text (markup);
}

static char *
write_first_header (const ScDocument *document)
{
  g_autoptr (ScMarkup) markup = sc_markup_new (NULL);

  sc_markup_add_element (markup, "text:p", document->stamp != NULL ? document->stamp : "", "text:style-name",
                         "First_20_Header", NULL);

  return take_text (markup);
}

static char *
write_footer (const ScDocument *document)
{
  g_autoptr (ScMarkup) markup = sc_markup_new (NULL);
  ScPageWords words;

  sc_page_words_init (&words, document->page_format);
  sc_markup_open (markup, "text:p", "text:style-name", "Footer", NULL);
  sc_odt_add_text (markup, words.before);
  sc_markup_add_element (markup, "text:page-number", "1", "text:select-page", "current", NULL);
  sc_odt_add_text (markup, words.between);
  sc_markup_add_element (markup, "text:page-count", "1", NULL);
  sc_odt_add_text (markup, words.behind);
  sc_markup_close (markup);
  sc_page_words_clear (&words);

  return take_text (markup);
}

static void
write_list_level (ScMarkup *markup,
                  gboolean  is_ordered,
                  guint     level,
                  gboolean  is_russian)
{
  const char *element = is_ordered ? "text:list-level-style-number" : "text:list-level-style-bullet";
  g_autofree char *number = g_strdup_printf ("%u", level);
  g_autofree char *margin = g_strdup_printf ("%umm", level * 8);

  if (is_ordered)
    sc_markup_open (markup, element, "text:level", number, "style:num-format", "1", "style:num-suffix", ")", NULL);
  else
    sc_markup_open (markup, element, "text:level", number, "text:bullet-char", is_russian ? "–" : "•", NULL);
  sc_markup_open (markup, "style:list-level-properties", "text:list-level-position-and-space-mode", "label-alignment",
                  NULL);
  sc_markup_add_empty (markup, "style:list-level-label-alignment", "text:label-followed-by", "listtab",
                       "text:list-tab-stop-position", margin, "fo:text-indent", "-8mm", "fo:margin-left", margin, NULL);
  sc_markup_close (markup);
  sc_markup_close (markup);
}

static char *
write_lists (const ScDocument *document)
{
  g_autoptr (ScMarkup) markup = sc_markup_new (NULL);

  for (guint i = 0; i < 2; i++)
    {
      sc_markup_open (markup, "text:list-style", "style:name", i == 0 ? "Numbered" : "Bulleted", NULL);
      for (guint level = 1; level <= N_LEVELS; level++)
        write_list_level (markup, i == 0, level, document->language == SC_LANGUAGE_RU);
      sc_markup_close (markup);
    }

  return take_text (markup);
}

static char *
write_styles (const ScDocument *document)
{
  g_autofree char *template = sc_document_data_read ("odt-styles.xml");
  g_autofree char *header = write_header (document);
  g_autofree char *first_header = write_first_header (document);
  g_autofree char *footer = write_footer (document);
  g_autofree char *lists = write_lists (document);
  GString *styles = g_string_new (template);

  g_string_replace (styles, "{language}", sc_language_get_id (document->language), 0);
  g_string_replace (styles, "{country}", document->language == SC_LANGUAGE_RU ? "RU" : "GB", 0);
  g_string_replace (styles, "{lists}", lists, 1);
  g_string_replace (styles, "{first-header}", first_header, 1);
  g_string_replace (styles, "{footer}", footer, 1);
  g_string_replace (styles, "{header}", header, 1);

  return g_string_free (styles, FALSE);
}

static GBytes *
write_meta (const ScDocument *document)
{
  g_autoptr (ScMarkup) markup = sc_markup_new (XML_HEAD);

  sc_markup_open (markup, "office:document-meta", "xmlns:office", "urn:oasis:names:tc:opendocument:xmlns:office:1.0",
                  "xmlns:meta", "urn:oasis:names:tc:opendocument:xmlns:meta:1.0",
                  "xmlns:dc", "http://purl.org/dc/elements/1.1/", "office:version", "1.3", NULL);
  sc_markup_open (markup, "office:meta", NULL);
  sc_markup_add_element (markup, "meta:generator", "Stagecraft", NULL);
  sc_markup_add_element (markup, "dc:title", document->title, NULL);
  sc_markup_add_element (markup, "dc:subject", document->subject, NULL);
  sc_markup_add_element (markup, "meta:initial-creator", document->author, NULL);
  sc_markup_add_element (markup, "dc:creator", document->author, NULL);
  sc_markup_add_element (markup, "dc:language", sc_language_get_id (document->language), NULL);
  sc_markup_close (markup);
  sc_markup_close (markup);

  return sc_markup_finish (markup);
}

static void
list_file (ScMarkup   *markup,
           const char *path,
           const char *media_type)
{
  sc_markup_add_empty (markup, "manifest:file-entry", "manifest:full-path", path, "manifest:media-type", media_type, NULL);
}

static void
add_pictures (ScZip        *zip,
              const GArray *pictures,
              ScOutput     *scratch,
              ScMarkup     *manifest)
{
  for (guint i = 0; i < pictures->len; i++)
    {
      const ScOfficePicture *picture = &g_array_index (pictures, ScOfficePicture, i);
      g_autofree char *svg = g_strdup_printf ("Pictures/picture%u.svg", i + 1);
      g_autofree char *png = g_strdup_printf ("Pictures/picture%u.png", i + 1);

      if (picture->svg_length > 0)
        {
          sc_zip_add_part (zip, svg, scratch, picture->svg_start, picture->svg_length);
          list_file (manifest, svg, "image/svg+xml");
        }
      sc_zip_store_part (zip, png, scratch, picture->png_start, picture->png_length);
      list_file (manifest, png, "image/png");
    }
}

static gboolean
pack (const ScDocument *document,
      ScOutput         *content,
      const GArray     *pictures,
      ScOutput         *scratch,
      ScOutput         *output,
      GError          **error)
{
  g_autoptr (GBytes) media_type = g_bytes_new_static (MEDIA_TYPE, strlen (MEDIA_TYPE));
  g_autoptr (GBytes) meta = write_meta (document);
  g_autoptr (GBytes) list = NULL;
  g_autofree char *styles = write_styles (document);
  g_autoptr (ScMarkup) manifest = sc_markup_new (XML_HEAD);
  g_autoptr (ScZip) zip = sc_zip_new (output);

  sc_markup_open (manifest, "manifest:manifest", "xmlns:manifest", "urn:oasis:names:tc:opendocument:xmlns:manifest:1.0",
                  "manifest:version", "1.3", NULL);
  list_file (manifest, "/", MEDIA_TYPE);
  list_file (manifest, "content.xml", "text/xml");
  list_file (manifest, "styles.xml", "text/xml");
  list_file (manifest, "meta.xml", "text/xml");
  sc_zip_store (zip, "mimetype", media_type);
  sc_zip_add_part (zip, "content.xml", content, 0, (gsize) sc_output_tell (content));
  sc_zip_add_text (zip, "styles.xml", styles);
  sc_zip_add (zip, "meta.xml", meta);
  add_pictures (zip, pictures, scratch, manifest);
  sc_markup_close (manifest);
  list = sc_markup_finish (manifest);
  sc_zip_add (zip, "META-INF/manifest.xml", list);

  return sc_zip_finish (zip, error);
}

/**
 * sc_document_write_odt:
 * @document: a document
 * @output: where it is written to, as an ODT file
 * @error: of %SC_DIAGRAM_ERROR, %SC_FILES_ERROR or %G_IO_ERROR
 *
 * Returns: whether it could be made
 */
gboolean
sc_document_write_odt (const ScDocument *document,
                       ScOutput         *output,
                       GError          **error)
{
  g_autoptr (GArray) pictures = g_array_new (FALSE, FALSE, sizeof (ScOfficePicture));
  g_autoptr (ScOutput) content = sc_output_new_scratch (error);
  g_autoptr (ScOutput) scratch = content != NULL ? sc_output_new_scratch (error) : NULL;

  return scratch != NULL && sc_odt_body_write (document, content, pictures, scratch, error)
         && sc_output_check (content, error) && sc_output_check (scratch, error)
         && pack (document, content, pictures, scratch, output, error);
}
