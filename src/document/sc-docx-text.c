/* SPDX-License-Identifier: GPL-3.0-or-later */

/* Runs of text as elements of WordprocessingML (ISO/IEC 29500-1, 17.3 and 17.16). The
 * contents are a field with what stands in it now; its page numbers are fields that Word
 * fills in when it opens the file. */

#include "document/sc-docx-text.h"

static void
add_empty_value (ScMarkup   *markup,
                 const char *name,
                 const char *value)
{
  sc_markup_add_empty (markup, name, "w:val", value, NULL);
}

static void
add_text (ScMarkup   *markup,
          const char *text)
{
  g_autoptr (GString) run = g_string_new (NULL);

  for (const char *p = text;; p++)
    {
      if (*p != '\0' && *p != '\n' && *p != '\t')
        {
          g_string_append_c (run, *p);
          continue;
        }
      if (run->len > 0)
        sc_markup_add_element (markup, "w:t", run->str, "xml:space", "preserve", NULL);
      g_string_truncate (run, 0);
      if (*p == '\0')
        break;
      sc_markup_add_empty (markup, *p == '\n' ? "w:br" : "w:tab", NULL);
    }
}

static void
open_run (ScMarkup   *markup,
          const char *style)
{
  sc_markup_open (markup, "w:r", NULL);
  if (style == NULL)
    return;

  sc_markup_open (markup, "w:rPr", NULL);
  add_empty_value (markup, "w:rStyle", style);
  sc_markup_close (markup);
}

/**
 * sc_docx_add_run:
 * @markup: where a paragraph is open
 * @text: words
 * @style: (nullable): the style of characters that they have
 */
void
sc_docx_add_run (ScMarkup   *markup,
                 const char *text,
                 const char *style)
{
  if (*text == '\0')
    return;

  open_run (markup, style);
  add_text (markup, text);
  sc_markup_close (markup);
}

static const char *
choose_look (const ScSpan *span,
             gboolean      is_outward)
{
  if ((span->look & SC_SPAN_CODE) != 0)
    return "SourceText";
  if ((span->look & SC_SPAN_BOLD) != 0)
    return (span->look & SC_SPAN_ITALIC) != 0 ? "StrongEmphasis" : "Strong";
  if ((span->look & SC_SPAN_ITALIC) != 0)
    return "Emphasis";

  return is_outward ? "Hyperlink" : NULL;
}

/* @links: addresses outside, each of which is a relation of the part that it is in */
static gboolean
open_link (ScMarkup     *markup,
           const ScSpan *span,
           GHashTable   *places,
           GPtrArray    *links)
{
  g_autofree char *id = NULL;

  if (span->link == NULL)
    return FALSE;

  if (span->link[0] == '#')
    {
      const char *place = g_hash_table_lookup (places, span->link + 1);

      if (place == NULL)
        return FALSE;
      sc_markup_open (markup, "w:hyperlink", "w:anchor", place, "w:history", "1", NULL);
      return TRUE;
    }

  g_ptr_array_add (links, g_strdup (span->link));
  id = g_strdup_printf ("link%u", links->len);
  sc_markup_open (markup, "w:hyperlink", "r:id", id, "w:history", "1", NULL);

  return TRUE;
}

/**
 * sc_docx_add_spans:
 * @markup: where a paragraph is open
 * @spans: (element-type ScSpan): words
 * @places: (element-type utf8 utf8): for the id of each section, the name of its place
 * @links: (element-type utf8): addresses that are led to, which the document's relations
 *   are to name `link1`, `link2`
 */
void
sc_docx_add_spans (ScMarkup        *markup,
                   const GPtrArray *spans,
                   GHashTable      *places,
                   GPtrArray       *links)
{
  for (guint i = 0; i < spans->len; i++)
    {
      const ScSpan *span = spans->pdata[i];
      gboolean is_link = open_link (markup, span, places, links);

      sc_docx_add_run (markup, span->text, choose_look (span, is_link && span->link[0] != '#'));
      if (is_link)
        sc_markup_close (markup);
    }
}

static void
add_mark (ScMarkup   *markup,
          const char *type,
          const char *is_dirty)
{
  sc_markup_open (markup, "w:r", NULL);
  sc_markup_add_empty (markup, "w:fldChar", "w:fldCharType", type, "w:dirty", is_dirty, NULL);
  sc_markup_close (markup);
}

static void
begin_field (ScMarkup   *markup,
             const char *instruction,
             const char *is_dirty)
{
  add_mark (markup, "begin", is_dirty);
  sc_markup_open (markup, "w:r", NULL);
  sc_markup_add_element (markup, "w:instrText", instruction, "xml:space", "preserve", NULL);
  sc_markup_close (markup);
  add_mark (markup, "separate", NULL);
}

/**
 * sc_docx_add_field:
 * @markup: where a paragraph is open
 * @instruction: what is to stand there, such as `PAGE`
 * @result: what stands there until it is known
 */
void
sc_docx_add_field (ScMarkup   *markup,
                   const char *instruction,
                   const char *result)
{
  g_autofree char *spaced = g_strdup_printf (" %s ", instruction);

  begin_field (markup, spaced, NULL);
  sc_docx_add_run (markup, result, NULL);
  add_mark (markup, "end", NULL);
}

static void
open_entry (ScMarkup   *markup,
            const char *style)
{
  sc_markup_open (markup, "w:p", NULL);
  sc_markup_open (markup, "w:pPr", NULL);
  add_empty_value (markup, "w:pStyle", style);
  sc_markup_close (markup);
}

static void
add_entry (ScMarkup   *markup,
           const char *heading,
           const char *place)
{
  g_autofree char *instruction = g_strdup_printf ("PAGEREF %s \\h", place);

  sc_markup_open (markup, "w:hyperlink", "w:anchor", place, "w:history", "1", NULL);
  sc_docx_add_run (markup, heading, NULL);
  sc_docx_add_run (markup, "\t", NULL);
  sc_docx_add_field (markup, instruction, "");
  sc_markup_close (markup);
}

/**
 * sc_docx_add_contents:
 * @markup: where the body is open
 * @document: what it is the body of
 * @places: (element-type utf8 utf8): for the id of each section, the name of its place
 */
void
sc_docx_add_contents (ScMarkup         *markup,
                      const ScDocument *document,
                      GHashTable       *places)
{
  gboolean is_first = TRUE;

  sc_markup_open (markup, "w:sdt", NULL);
  sc_markup_open (markup, "w:sdtPr", NULL);
  sc_markup_open (markup, "w:docPartObj", NULL);
  add_empty_value (markup, "w:docPartGallery", "Table of Contents");
  sc_markup_add_empty (markup, "w:docPartUnique", NULL);
  sc_markup_close (markup);
  sc_markup_close (markup);
  sc_markup_open (markup, "w:sdtContent", NULL);
  for (guint i = 0; i < document->sections->len; i++)
    {
      const ScSection *section = document->sections->pdata[i];
      g_autofree char *heading = sc_section_to_heading (section, document->language);

      if (!sc_section_is_in_contents (section))
        continue;
      open_entry (markup, section->level > 1 ? "TOC2" : "TOC1");
      if (is_first)
        begin_field (markup, " TOC \\o \"1-2\" \\h \\z \\u ", "true");
      is_first = FALSE;
      add_entry (markup, heading, g_hash_table_lookup (places, section->id));
      sc_markup_close (markup);
      sc_markup_add_text (markup, "\n");
    }
  if (!is_first)
    {
      open_entry (markup, "TOC1");
      add_mark (markup, "end", NULL);
      sc_markup_close (markup);
    }
  sc_markup_close (markup);
  sc_markup_close (markup);
}
