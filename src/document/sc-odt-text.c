/* SPDX-License-Identifier: GPL-3.0-or-later */

/* OpenDocument takes runs of spaces, tabs and line ends for one space (6.1.2), so that
 * these are elements. The contents are a field with what stands in it now: their page
 * numbers are references, which a program that opens the file fills in. */

#include "document/sc-odt-text.h"

/**
 * sc_odt_add_text:
 * @markup: where a paragraph is open
 * @text: words
 */
void
sc_odt_add_text (ScMarkup   *markup,
                 const char *text)
{
  g_autoptr (GString) run = g_string_new (NULL);
  char last = ' '; /* a space at a paragraph's beginning is none */

  for (const char *p = text; *p != '\0'; p++)
    {
      gboolean is_space = *p == ' ' && last == ' ';

      if (is_space || *p == '\n' || *p == '\t')
        {
          sc_markup_add_text (markup, run->str);
          g_string_truncate (run, 0);
          sc_markup_add_empty (markup, *p == '\n' ? "text:line-break" : *p == '\t' ? "text:tab" : "text:s", NULL);
        }
      else
        g_string_append_c (run, *p);
      last = *p == '\n' || *p == '\t' ? ' ' : *p;
    }
  sc_markup_add_text (markup, run->str);
}

static const char *
choose_look (ScSpanLook look)
{
  if ((look & SC_SPAN_CODE) != 0)
    return "Source_20_Text";
  if ((look & SC_SPAN_BOLD) != 0)
    return (look & SC_SPAN_ITALIC) != 0 ? "Strong_20_and_20_Emphasis" : "Strong_20_Emphasis";

  return (look & SC_SPAN_ITALIC) != 0 ? "Emphasis" : NULL;
}

static gboolean
open_link (ScMarkup     *markup,
           const ScSpan *span,
           GHashTable   *places)
{
  const char *place = NULL;
  g_autofree char *address = NULL;

  if (span->link == NULL)
    return FALSE;

  if (span->link[0] == '#')
    {
      place = g_hash_table_lookup (places, span->link + 1);
      if (place == NULL)
        return FALSE;
      address = g_strconcat ("#", place, NULL);
    }
  sc_markup_open (markup, "text:a", "xlink:type", "simple", "xlink:href", address != NULL ? address : span->link,
                  "text:style-name", place != NULL ? "Reference" : "Internet_20_link",
                  "text:visited-style-name", place != NULL ? "Reference" : "Internet_20_link", NULL);

  return TRUE;
}

/**
 * sc_odt_add_spans:
 * @markup: where a paragraph is open
 * @spans: (element-type ScSpan): words
 * @places: (element-type utf8 utf8): for the id of each section, the name of its place
 */
void
sc_odt_add_spans (ScMarkup        *markup,
                  const GPtrArray *spans,
                  GHashTable      *places)
{
  for (guint i = 0; i < spans->len; i++)
    {
      const ScSpan *span = spans->pdata[i];
      const char *look = choose_look (span->look);
      gboolean is_link = open_link (markup, span, places);

      if (look != NULL)
        sc_markup_open (markup, "text:span", "text:style-name", look, NULL);
      sc_odt_add_text (markup, span->text);
      if (look != NULL)
        sc_markup_close (markup);
      if (is_link)
        sc_markup_close (markup);
    }
}

static void
add_template (ScMarkup   *markup,
              const char *level,
              const char *style)
{
  sc_markup_open (markup, "text:table-of-content-entry-template", "text:outline-level", level, "text:style-name", style,
                  NULL);
  sc_markup_add_empty (markup, "text:index-entry-link-start", NULL);
  sc_markup_add_empty (markup, "text:index-entry-text", NULL);
  sc_markup_add_empty (markup, "text:index-entry-tab-stop", "style:type", "right", "style:leader-char", ".", NULL);
  sc_markup_add_empty (markup, "text:index-entry-page-number", NULL);
  sc_markup_add_empty (markup, "text:index-entry-link-end", NULL);
  sc_markup_close (markup);
}

static void
add_entry (ScMarkup   *markup,
           const char *style,
           const char *heading,
           const char *place)
{
  g_autofree char *address = g_strconcat ("#", place, NULL);

  sc_markup_open (markup, "text:p", "text:style-name", style, NULL);
  sc_markup_open (markup, "text:a", "xlink:type", "simple", "xlink:href", address, "text:style-name", "Reference",
                  "text:visited-style-name", "Reference", NULL);
  sc_odt_add_text (markup, heading);
  sc_markup_add_empty (markup, "text:tab", NULL);
  sc_markup_add_element (markup, "text:bookmark-ref", "", "text:reference-format", "page", "text:ref-name", place, NULL);
  sc_markup_close (markup);
  sc_markup_close (markup);
  sc_markup_add_text (markup, "\n");
}

/**
 * sc_odt_add_contents:
 * @markup: where the body is open
 * @document: what it is the body of
 * @places: (element-type utf8 utf8): for the id of each section, the name of its place
 */
void
sc_odt_add_contents (ScMarkup         *markup,
                     const ScDocument *document,
                     GHashTable       *places)
{
  sc_markup_open (markup, "text:table-of-content", "text:name", "Contents", "text:protected", "true", NULL);
  sc_markup_open (markup, "text:table-of-content-source", "text:outline-level", "2", "text:use-index-marks", "false", NULL);
  add_template (markup, "1", "Contents_20_1");
  add_template (markup, "2", "Contents_20_2");
  sc_markup_close (markup);
  sc_markup_open (markup, "text:index-body", NULL);
  for (guint i = 0; i < document->sections->len; i++)
    {
      const ScSection *section = document->sections->pdata[i];
      g_autofree char *heading = sc_section_to_heading (section, document->language);

      if (sc_section_is_in_contents (section))
        add_entry (markup, section->level > 1 ? "Contents_20_2" : "Contents_20_1", heading,
                   g_hash_table_lookup (places, section->id));
    }
  sc_markup_close (markup);
  sc_markup_close (markup);
  sc_markup_add_text (markup, "\n");
}
