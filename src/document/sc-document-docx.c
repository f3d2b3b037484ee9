/* SPDX-License-Identifier: GPL-3.0-or-later */

/* A document for Word (Office Open XML, ISO/IEC 29500): the parts of the package, how they
 * are related, lists, and what stands at the head and foot of pages. */

#include "document/sc-document-docx.h"

#include <string.h>

#include "document/sc-document-data.h"
#include "document/sc-docx-body.h"
#include "document/sc-docx-text.h"
#include "document/sc-markup.h"
#include "document/sc-office.h"
#include "document/sc-zip.h"

#define XML_HEAD "<?xml version=\"1.0\" encoding=\"UTF-8\" standalone=\"yes\"?>\n"
#define RELATIONS "http://schemas.openxmlformats.org/package/2006/relationships"
#define OFFICE "http://schemas.openxmlformats.org/officeDocument/2006/relationships/"
#define WORD_TYPE "application/vnd.openxmlformats-officedocument.wordprocessingml."
#define N_LEVELS 9
#define INDENT 454

static void
finish (ScMarkup   *markup,
        ScZip      *zip,
        const char *name)
{
  g_autoptr (GBytes) bytes = sc_markup_finish (markup);

  sc_zip_add (zip, name, bytes);
}

static void
open_part (ScMarkup   *markup,
           const char *element,
           const char *style)
{
  sc_markup_open (markup, element, SC_DOCX_NAMESPACES, NULL);
  sc_markup_open (markup, "w:p", NULL);
  sc_markup_open (markup, "w:pPr", NULL);
  sc_markup_add_empty (markup, "w:pStyle", "w:val", style, NULL);
  sc_markup_close (markup);
}

static void
close_part (ScMarkup *markup)
{
  sc_markup_close (markup);
  sc_markup_close (markup);
}

static void
add_headers (ScZip            *zip,
             const ScDocument *document)
{
  g_autoptr (ScMarkup) header = sc_markup_new (XML_HEAD);
  g_autoptr (ScMarkup) first = sc_markup_new (XML_HEAD);

  open_part (header, "w:hdr", "Header");
  sc_docx_add_run (header, document->running_head, NULL);
  if (document->stamp != NULL)
    {
      sc_docx_add_run (header, "\t", NULL);
      sc_docx_add_run (header, document->stamp, "Strong");
    }
  close_part (header);
  finish (header, zip, "word/header1.xml");

  open_part (first, "w:hdr", "FirstHeader");
  sc_docx_add_run (first, document->stamp != NULL ? document->stamp : "", NULL);
  close_part (first);
  finish (first, zip, "word/header2.xml");
}

static void
add_footer (ScZip            *zip,
            const ScDocument *document)
{
  g_autoptr (ScMarkup) footer = sc_markup_new (XML_HEAD);
  ScPageWords words;

  sc_page_words_init (&words, document->page_format);
  open_part (footer, "w:ftr", "Footer");
  sc_docx_add_run (footer, words.before, NULL);
  sc_docx_add_field (footer, "PAGE", "1");
  sc_docx_add_run (footer, words.between, NULL);
  sc_docx_add_field (footer, "NUMPAGES", "1");
  sc_docx_add_run (footer, words.behind, NULL);
  close_part (footer);
  finish (footer, zip, "word/footer1.xml");
  sc_page_words_clear (&words);
}

static void
add_level (ScMarkup   *markup,
           guint       level,
           const char *bullet)
{
  g_autofree char *number = g_strdup_printf ("%u", level);
  g_autofree char *counted = g_strdup_printf ("%%%u)", level + 1);
  g_autofree char *left = g_strdup_printf ("%u", (level + 1) * INDENT);
  g_autofree char *hanging = g_strdup_printf ("%u", INDENT);

  sc_markup_open (markup, "w:lvl", "w:ilvl", number, NULL);
  sc_markup_add_empty (markup, "w:start", "w:val", "1", NULL);
  sc_markup_add_empty (markup, "w:numFmt", "w:val", bullet != NULL ? "bullet" : "decimal", NULL);
  sc_markup_add_empty (markup, "w:lvlText", "w:val", bullet != NULL ? bullet : counted, NULL);
  sc_markup_add_empty (markup, "w:lvlJc", "w:val", "left", NULL);
  sc_markup_open (markup, "w:pPr", NULL);
  sc_markup_add_empty (markup, "w:ind", "w:left", left, "w:hanging", hanging, NULL);
  sc_markup_close (markup);
  sc_markup_close (markup);
}

static void
add_kind_of_list (ScMarkup   *markup,
                  const char *id,
                  const char *bullet)
{
  sc_markup_open (markup, "w:abstractNum", "w:abstractNumId", id, NULL);
  sc_markup_add_empty (markup, "w:multiLevelType", "w:val", "hybridMultilevel", NULL);
  for (guint level = 0; level < N_LEVELS; level++)
    add_level (markup, level, bullet);
  sc_markup_close (markup);
}

/* Each counted list begins anew. */
static void
add_list (ScMarkup         *markup,
          guint             number,
          const ScDocxList *list)
{
  g_autofree char *id = g_strdup_printf ("%u", number);

  sc_markup_open (markup, "w:num", "w:numId", id, NULL);
  sc_markup_add_empty (markup, "w:abstractNumId", "w:val", list != NULL ? "1" : "0", NULL);
  if (list != NULL)
    {
      g_autofree char *level = g_strdup_printf ("%u", MIN (list->level, N_LEVELS - 1));
      g_autofree char *first = g_strdup_printf ("%u", list->first);

      sc_markup_open (markup, "w:lvlOverride", "w:ilvl", level, NULL);
      sc_markup_add_empty (markup, "w:startOverride", "w:val", first, NULL);
      sc_markup_close (markup);
    }
  sc_markup_close (markup);
}

static void
add_numbering (ScZip            *zip,
               const ScDocument *document,
               const ScDocxBody *body)
{
  g_autoptr (ScMarkup) markup = sc_markup_new (XML_HEAD);

  sc_markup_open (markup, "w:numbering", SC_DOCX_NAMESPACES, NULL);
  add_kind_of_list (markup, "0", document->language == SC_LANGUAGE_RU ? "–" : "•");
  add_kind_of_list (markup, "1", NULL);
  add_list (markup, SC_DOCX_BULLETS, NULL);
  for (guint i = 0; i < body->lists->len; i++)
    add_list (markup, SC_DOCX_BULLETS + 1 + i, &g_array_index (body->lists, ScDocxList, i));
  sc_markup_close (markup);
  finish (markup, zip, "word/numbering.xml");
}

static void
relate (ScMarkup   *markup,
        const char *id,
        const char *type,
        const char *target,
        const char *mode)
{
  g_autofree char *whole = strstr (type, "://") != NULL ? g_strdup (type) : g_strconcat (OFFICE, type, NULL);

  sc_markup_add_empty (markup, "Relationship", "Id", id, "Type", whole, "Target", target, "TargetMode", mode, NULL);
}

static void
add_pictures (ScZip            *zip,
              const ScDocxBody *body,
              ScMarkup         *relations)
{
  for (guint i = 0; i < body->pictures->len; i++)
    {
      const ScOfficePicture *picture = &g_array_index (body->pictures, ScOfficePicture, i);
      g_autofree char *png = g_strdup_printf ("png%u", i + 1);
      g_autofree char *svg = g_strdup_printf ("svg%u", i + 1);
      g_autofree char *png_target = g_strdup_printf ("media/picture%u.png", i + 1);
      g_autofree char *svg_target = g_strdup_printf ("media/picture%u.svg", i + 1);
      g_autofree char *png_path = g_strconcat ("word/", png_target, NULL);
      g_autofree char *svg_path = g_strconcat ("word/", svg_target, NULL);

      relate (relations, png, "image", png_target, NULL);
      sc_zip_store_part (zip, png_path, body->scratch, picture->png_start, picture->png_length);
      if (picture->svg_length == 0)
        continue;
      relate (relations, svg, "image", svg_target, NULL);
      sc_zip_add_part (zip, svg_path, body->scratch, picture->svg_start, picture->svg_length);
    }
}

static void
add_relations (ScZip            *zip,
               const ScDocxBody *body)
{
  g_autoptr (ScMarkup) markup = sc_markup_new (XML_HEAD);

  sc_markup_open (markup, "Relationships", "xmlns", RELATIONS, NULL);
  relate (markup, "styles", "styles", "styles.xml", NULL);
  relate (markup, "settings", "settings", "settings.xml", NULL);
  relate (markup, "numbering", "numbering", "numbering.xml", NULL);
  relate (markup, "header", "header", "header1.xml", NULL);
  relate (markup, "firstHeader", "header", "header2.xml", NULL);
  relate (markup, "footer", "footer", "footer1.xml", NULL);
  add_pictures (zip, body, markup);
  for (guint i = 0; i < body->links->len; i++)
    {
      g_autofree char *id = g_strdup_printf ("link%u", i + 1);

      relate (markup, id, "hyperlink", body->links->pdata[i], "External");
    }
  sc_markup_close (markup);
  finish (markup, zip, "word/_rels/document.xml.rels");
}

static void
add_package_relations (ScZip *zip)
{
  g_autoptr (ScMarkup) markup = sc_markup_new (XML_HEAD);

  sc_markup_open (markup, "Relationships", "xmlns", RELATIONS, NULL);
  relate (markup, "document", "officeDocument", "word/document.xml", NULL);
  relate (markup, "core", "http://schemas.openxmlformats.org/package/2006/relationships/metadata/core-properties",
          "docProps/core.xml", NULL);
  relate (markup, "app", "extended-properties", "docProps/app.xml", NULL);
  sc_markup_close (markup);
  finish (markup, zip, "_rels/.rels");
}

static void
add_types (ScZip *zip)
{
  static const char *const parts[][2] = {
    { "/word/document.xml", WORD_TYPE "document.main+xml" },
    { "/word/styles.xml", WORD_TYPE "styles+xml" },
    { "/word/settings.xml", WORD_TYPE "settings+xml" },
    { "/word/numbering.xml", WORD_TYPE "numbering+xml" },
    { "/word/header1.xml", WORD_TYPE "header+xml" },
    { "/word/header2.xml", WORD_TYPE "header+xml" },
    { "/word/footer1.xml", WORD_TYPE "footer+xml" },
    { "/docProps/core.xml", "application/vnd.openxmlformats-package.core-properties+xml" },
    { "/docProps/app.xml", "application/vnd.openxmlformats-officedocument.extended-properties+xml" },
  };
  static const char *const endings[][2] = {
    { "rels", "application/vnd.openxmlformats-package.relationships+xml" },
    { "xml", "application/xml" },
    { "png", "image/png" },
    { "svg", "image/svg+xml" },
  };
  g_autoptr (ScMarkup) markup = sc_markup_new (XML_HEAD);

  sc_markup_open (markup, "Types", "xmlns", "http://schemas.openxmlformats.org/package/2006/content-types", NULL);
  for (guint i = 0; i < G_N_ELEMENTS (endings); i++)
    sc_markup_add_empty (markup, "Default", "Extension", endings[i][0], "ContentType", endings[i][1], NULL);
  for (guint i = 0; i < G_N_ELEMENTS (parts); i++)
    sc_markup_add_empty (markup, "Override", "PartName", parts[i][0], "ContentType", parts[i][1], NULL);
  sc_markup_close (markup);
  finish (markup, zip, "[Content_Types].xml");
}

static void
add_properties (ScZip            *zip,
                const ScDocument *document)
{
  g_autoptr (ScMarkup) core = sc_markup_new (XML_HEAD);
  g_autoptr (ScMarkup) app = sc_markup_new (XML_HEAD);

  sc_markup_open (core, "cp:coreProperties", "xmlns:cp",
                  "http://schemas.openxmlformats.org/package/2006/metadata/core-properties",
                  "xmlns:dc", "http://purl.org/dc/elements/1.1/", NULL);
  sc_markup_add_element (core, "dc:title", document->title, NULL);
  sc_markup_add_element (core, "dc:subject", document->subject, NULL);
  sc_markup_add_element (core, "dc:creator", document->author, NULL);
  sc_markup_add_element (core, "dc:language", sc_language_get_id (document->language), NULL);
  sc_markup_close (core);
  finish (core, zip, "docProps/core.xml");

  sc_markup_open (app, "Properties", "xmlns",
                  "http://schemas.openxmlformats.org/officeDocument/2006/extended-properties", NULL);
  sc_markup_add_element (app, "Application", "Stagecraft", NULL);
  sc_markup_close (app);
  finish (app, zip, "docProps/app.xml");
}

static void
add_settings (ScZip      *zip,
              const char *language)
{
  g_autoptr (ScMarkup) markup = sc_markup_new (XML_HEAD);

  sc_markup_open (markup, "w:settings", SC_DOCX_NAMESPACES, NULL);
  sc_markup_add_empty (markup, "w:updateFields", "w:val", "true", NULL);
  sc_markup_open (markup, "w:compat", NULL);
  sc_markup_add_empty (markup, "w:compatSetting", "w:name", "compatibilityMode", "w:uri",
                       "http://schemas.microsoft.com/office/word", "w:val", "15", NULL);
  sc_markup_close (markup);
  sc_markup_add_empty (markup, "w:themeFontLang", "w:val", language, NULL);
  sc_markup_close (markup);
  finish (markup, zip, "word/settings.xml");
}

static void
add_styles (ScZip      *zip,
            const char *language)
{
  g_autofree char *template = sc_document_data_read ("docx-styles.xml");
  g_autoptr (GString) styles = g_string_new (template);

  g_string_replace (styles, "{language}", language, 0);
  sc_zip_add_text (zip, "word/styles.xml", styles->str);
}

/**
 * sc_document_write_docx:
 * @document: a document
 * @output: where it is written to, as a DOCX file
 * @error: of %SC_DIAGRAM_ERROR, %SC_FILES_ERROR or %G_IO_ERROR
 *
 * Returns: whether it could be made
 */
gboolean
sc_document_write_docx (const ScDocument *document,
                        ScOutput         *output,
                        GError          **error)
{
  const char *language = document->language == SC_LANGUAGE_RU ? "ru-RU" : "en-GB";
  g_autoptr (ScZip) zip = sc_zip_new (output);
  ScDocxBody body;
  gboolean is_packed = FALSE;

  if (sc_docx_body_init (&body, document, error))
    {
      add_types (zip);
      add_package_relations (zip);
      sc_zip_add_part (zip, "word/document.xml", body.text, 0, (gsize) sc_output_tell (body.text));
      add_relations (zip, &body);
      add_styles (zip, language);
      add_settings (zip, language);
      add_numbering (zip, document, &body);
      add_headers (zip, document);
      add_footer (zip, document);
      add_properties (zip, document);
      is_packed = sc_zip_finish (zip, error);
    }
  sc_docx_body_clear (&body);

  return is_packed;
}
