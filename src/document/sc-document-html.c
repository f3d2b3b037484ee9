/* SPDX-License-Identifier: GPL-3.0-or-later */

/* A document as one HTML file that needs nothing else: what it looks like, on paper too,
 * and its pictures are in it. */

#include "document/sc-document-html.h"

#include <string.h>

#include "document/sc-document-data.h"
#include "document/sc-markup.h"
#include "document/sc-picture.h"

/* Of a page that it is printed on, in points. */
#define PAGE_WIDTH 467.0
#define PAGE_HEIGHT 640.0

typedef struct {
  const ScDocument *document;
  ScMarkup *markup;
  GHashTable *ids; /* of sections */
  guint heading;   /* level of the heading above, as HTML counts */
  guint n_pictures;
  const ScFigure *figure; /* that is written */
  GError **error; /* of the section that is written */
} Writing;

static gboolean write_blocks (Writing         *self,
                              const GPtrArray *blocks);

static const char *
get_heading_tag (guint level)
{
  static const char *const tags[] = { "h1", "h2", "h3", "h4", "h5", "h6" };

  return tags[CLAMP (level, 1, 6) - 1];
}

static void
add_lines (ScMarkup   *markup,
           const char *text)
{
  g_auto (GStrv) lines = g_strsplit (text, "\n", -1);

  for (guint i = 0; lines[i] != NULL; i++)
    {
      if (i > 0)
        sc_markup_add_empty (markup, "br", NULL);
      sc_markup_add_text (markup, lines[i]);
    }
}

static gboolean
leads_somewhere (const Writing *self,
                 const char    *link)
{
  return link != NULL && (link[0] != '#' || g_hash_table_contains (self->ids, link + 1));
}

static void
write_span (Writing      *self,
            const ScSpan *span)
{
  guint n_open = 0;

  if (leads_somewhere (self, span->link))
    {
      sc_markup_open (self->markup, "a", "href", span->link, NULL);
      n_open++;
    }
  if ((span->look & SC_SPAN_BOLD) != 0)
    {
      sc_markup_open (self->markup, "strong", NULL);
      n_open++;
    }
  if ((span->look & SC_SPAN_ITALIC) != 0)
    {
      sc_markup_open (self->markup, "em", NULL);
      n_open++;
    }
  if ((span->look & SC_SPAN_CODE) != 0)
    {
      sc_markup_open (self->markup, "code", NULL);
      n_open++;
    }
  add_lines (self->markup, span->text);
  while (n_open-- > 0)
    sc_markup_close (self->markup);
}

static void
write_spans (Writing         *self,
             const GPtrArray *spans)
{
  for (guint i = 0; i < spans->len; i++)
    write_span (self, spans->pdata[i]);
}

static void
write_paragraph (Writing       *self,
                 const ScBlock *block)
{
  static const char *const classes[] = {
    [SC_PARAGRAPH_BODY] = NULL,
    [SC_PARAGRAPH_TITLE] = NULL,
    [SC_PARAGRAPH_SUBTITLE] = "subtitle",
    [SC_PARAGRAPH_CENTRED] = "centred",
    [SC_PARAGRAPH_STAMP] = "stamp",
    [SC_PARAGRAPH_NOTE] = "note",
  };

  g_autofree char *number = sc_number_to_label (block->number, self->document->language);

  if (block->spans->len == 0 && *number == '\0')
    return;

  sc_markup_open (self->markup, block->style == SC_PARAGRAPH_TITLE ? "h1" : "p", "class", classes[block->style], NULL);
  if (*number != '\0')
    {
      sc_markup_add_element (self->markup, "span", number, "class", "number", NULL);
      sc_markup_add_text (self->markup, " ");
    }
  write_spans (self, block->spans);
  sc_markup_close (self->markup);
  sc_markup_add_text (self->markup, "\n");
}

/* The numbers are words of the document: “1)”, whoever shows it. */
static gboolean
write_list (Writing       *self,
            const ScBlock *block)
{
  if (block->items == NULL)
    return TRUE;

  sc_markup_open (self->markup, block->is_ordered ? "ol" : "ul", NULL);
  for (guint i = 0; i < block->items->len; i++)
    {
      sc_markup_open (self->markup, "li", NULL);
      if (block->is_ordered)
        {
          g_autofree char *mark = g_strdup_printf ("%u)", block->first + i);

          sc_markup_add_element (self->markup, "span", mark, "class", "mark", NULL);
        }
      if (!write_blocks (self, block->items->pdata[i]))
        return FALSE;
      sc_markup_close (self->markup);
    }
  sc_markup_close (self->markup);
  sc_markup_add_text (self->markup, "\n");

  return TRUE;
}

static gboolean
write_quote (Writing       *self,
             const ScBlock *block)
{
  sc_markup_open (self->markup, "blockquote", NULL);
  for (guint i = 0; block->items != NULL && i < block->items->len; i++)
    if (!write_blocks (self, block->items->pdata[i]))
      return FALSE;
  sc_markup_close (self->markup);

  return TRUE;
}

static void
write_code (Writing       *self,
            const ScBlock *block)
{
  g_autofree char *text = sc_spans_to_text (block->spans);

  sc_markup_open (self->markup, "pre", NULL);
  sc_markup_add_element (self->markup, "code", text, NULL);
  sc_markup_close (self->markup);
  sc_markup_add_text (self->markup, "\n");
}

static void
write_columns (ScMarkup      *markup,
               const ScTable *table)
{
  sc_markup_open (markup, "colgroup", NULL);
  for (guint i = 0; i < table->widths->len; i++)
    {
      int tenths = (int) (g_array_index (table->widths, double, i) * 1000);
      g_autofree char *style = g_strdup_printf ("width: %d.%d%%", tenths / 10, tenths % 10);

      sc_markup_add_empty (markup, "col", "style", style, NULL);
    }
  sc_markup_close (markup);
}

static void
write_rows (Writing       *self,
            const ScTable *table,
            guint          first,
            guint          end,
            const char    *scope)
{
  for (guint i = first; i < end; i++)
    {
      const GPtrArray *row = table->rows->pdata[i];

      sc_markup_open (self->markup, "tr", NULL);
      for (guint j = 0; j < row->len; j++)
        {
          const ScTableCell *cell = row->pdata[j];

          if (cell->is_header)
            sc_markup_open (self->markup, "th", "scope", scope, NULL);
          else
            sc_markup_open (self->markup, "td", NULL);
          write_spans (self, cell->spans);
          sc_markup_close (self->markup);
        }
      sc_markup_close (self->markup);
      sc_markup_add_text (self->markup, "\n");
    }
}

static void
write_table (Writing       *self,
             const ScTable *table)
{
  guint n_header = MIN (table->n_header_rows, table->rows->len);
  const char *class = table->is_form ? "form" : table->is_plain ? "plain" : NULL;

  if (table->rows->len == 0)
    return;

  sc_markup_open (self->markup, "table", "class", class, "aria-label", *table->caption != '\0' ? table->caption : NULL,
                  NULL);
  write_columns (self->markup, table);
  if (n_header > 0)
    {
      sc_markup_open (self->markup, "thead", NULL);
      write_rows (self, table, 0, n_header, "col");
      sc_markup_close (self->markup);
    }
  if (table->rows->len > n_header)
    {
      sc_markup_open (self->markup, "tbody", NULL);
      write_rows (self, table, n_header, table->rows->len, "row");
      sc_markup_close (self->markup);
    }
  sc_markup_close (self->markup);
  sc_markup_add_text (self->markup, "\n");
}

/* In HTML an SVG needs no names of its parts' languages, which are addresses, and no head;
 * its icons have names of their own in each picture. */
static void
write_svg (Writing *self,
           GBytes  *svg)
{
  const char *data = g_bytes_get_data (svg, NULL);
  g_autoptr (GString) text = g_string_new_len (data, (gssize) g_bytes_get_size (svg));
  g_autofree char *id = g_strdup_printf ("id=\"picture-%u-", self->n_pictures);
  g_autofree char *link = g_strdup_printf (" href=\"#picture-%u-", self->n_pictures);

  self->n_pictures++;
  g_string_erase (text, 0, strchr (text->str, '\n') + 1 - text->str);
  g_string_replace (text, " xmlns=\"http://www.w3.org/2000/svg\" xmlns:xlink=\"http://www.w3.org/1999/xlink\"",
                    " role=\"img\"", 1);
  g_string_replace (text, "id=\"icon-", id, 0);
  g_string_replace (text, " xlink:href=\"#icon-", link, 0);
  sc_markup_add_ready (self->markup, text->str);
}

static void
write_part (const ScPicture *picture,
            gboolean         is_last,
            gpointer         data)
{
  Writing *self = data;

  sc_markup_open (self->markup, "figure", NULL);
  write_svg (self, picture->svg);
  if (is_last && *self->figure->caption != '\0')
    sc_markup_add_element (self->markup, "figcaption", self->figure->caption, NULL);
  sc_markup_close (self->markup);
  sc_markup_add_text (self->markup, "\n");
}

static gboolean
write_figure (Writing        *self,
              const ScFigure *figure)
{
  self->figure = figure;

  return sc_picture_draw_figure (figure, PAGE_WIDTH, PAGE_HEIGHT, FALSE, write_part, self, self->error);
}

static void
write_logo (Writing       *self,
            const ScBlock *block)
{
  g_autoptr (ScPicture) picture = sc_picture_read_logo (block->logo, SC_LOGO_WIDTH, SC_LOGO_HEIGHT);
  g_autofree char *data = NULL;
  g_autofree char *source = NULL;
  g_autofree char *width = NULL;
  gsize length;
  const guint8 *png;

  if (picture == NULL)
    return;

  png = g_bytes_get_data (picture->png, &length);
  data = g_base64_encode (png, length);
  source = g_strconcat ("data:image/png;base64,", data, NULL);
  width = g_strdup_printf ("%d", (int) (picture->width / 0.75));
  sc_markup_open (self->markup, "p", NULL);
  sc_markup_add_empty (self->markup, "img", "src", source, "width", width, "alt", self->document->author, NULL);
  sc_markup_close (self->markup);
  sc_markup_add_text (self->markup, "\n");
}

static void
write_contents (Writing *self)
{
  sc_markup_open (self->markup, "ul", "class", "contents", NULL);
  for (guint i = 0; i < self->document->sections->len; i++)
    {
      const ScSection *section = self->document->sections->pdata[i];
      g_autofree char *heading = sc_section_to_heading (section, self->document->language);
      g_autofree char *link = g_strconcat ("#", section->id, NULL);

      if (!sc_section_is_in_contents (section))
        continue;
      sc_markup_open (self->markup, "li", "class", section->level > 1 ? "level-2" : NULL, NULL);
      sc_markup_add_element (self->markup, "a", heading, "href", link, NULL);
      sc_markup_close (self->markup);
      sc_markup_add_text (self->markup, "\n");
    }
  sc_markup_close (self->markup);
}

static gboolean
write_block (Writing       *self,
             const ScBlock *block)
{
  switch (block->kind)
    {
    case SC_BLOCK_PARAGRAPH:
      write_paragraph (self, block);
      return TRUE;

    case SC_BLOCK_SUBHEADING:
      sc_markup_open (self->markup, get_heading_tag (self->heading + 1), NULL);
      write_spans (self, block->spans);
      sc_markup_close (self->markup);
      return TRUE;

    case SC_BLOCK_LIST:
      return write_list (self, block);

    case SC_BLOCK_QUOTE:
      return write_quote (self, block);

    case SC_BLOCK_CODE:
      write_code (self, block);
      return TRUE;

    case SC_BLOCK_RULE:
      sc_markup_add_empty (self->markup, "hr", NULL);
      return TRUE;

    case SC_BLOCK_TABLE:
      write_table (self, block->table);
      return TRUE;

    case SC_BLOCK_FIGURE:
      return write_figure (self, block->figure);

    case SC_BLOCK_LOGO:
      write_logo (self, block);
      return TRUE;

    case SC_BLOCK_CONTENTS:
      write_contents (self);
      return TRUE;

    default:
      return TRUE;
    }
}

static gboolean
write_blocks (Writing         *self,
              const GPtrArray *blocks)
{
  for (guint i = 0; i < blocks->len; i++)
    if (!write_block (self, blocks->pdata[i]))
      return FALSE;

  return TRUE;
}

/* What a person wrote may be of another direction than the document. */
static gboolean
write_section (const ScSection *section,
               gpointer         data,
               GError         **error)
{
  Writing *self = data;
  g_autofree char *heading = sc_section_to_heading (section, self->document->language);
  const char *class = section->has_page ? "page" : NULL;
  gboolean is_written;

  self->error = error;
  if (*heading != '\0')
    {
      self->heading = MAX (section->level, 1) + 1;
      sc_markup_add_element (self->markup, get_heading_tag (self->heading), heading, "id", section->id, "class", class,
                             NULL);
      sc_markup_add_text (self->markup, "\n");
      return write_blocks (self, section->blocks);
    }
  if (section->blocks->len == 0)
    return TRUE;

  sc_markup_open (self->markup, "div", "id", section->id, "class", class, "dir", section->is_own ? "auto" : NULL, NULL);
  is_written = write_blocks (self, section->blocks);
  sc_markup_close (self->markup);

  return is_written;
}

static void
write_head (Writing *self)
{
  const ScDocument *document = self->document;
  g_autofree char *styles = sc_document_data_read ("html.css");

  sc_markup_open (self->markup, "head", NULL);
  sc_markup_add_empty (self->markup, "meta", "charset", "utf-8", NULL);
  sc_markup_add_element (self->markup, "title", document->title, NULL);
  sc_markup_add_empty (self->markup, "meta", "name", "viewport", "content", "width=device-width, initial-scale=1", NULL);
  if (*document->author != '\0')
    sc_markup_add_empty (self->markup, "meta", "name", "author", "content", document->author, NULL);
  if (*document->subject != '\0')
    sc_markup_add_empty (self->markup, "meta", "name", "description", "content", document->subject, NULL);
  sc_markup_open (self->markup, "style", NULL);
  sc_markup_add_ready (self->markup, styles);
  sc_markup_close (self->markup);
  sc_markup_close (self->markup);
  sc_markup_add_text (self->markup, "\n");
}

static gboolean
write_body (Writing *self,
            GError **error)
{
  const ScDocument *document = self->document;

  sc_markup_open (self->markup, "body", NULL);
  sc_markup_open (self->markup, "main", NULL);
  if (document->stamp != NULL)
    sc_markup_add_element (self->markup, "p", document->stamp, "class", "draft", NULL);
  if (!sc_document_has_title (document))
    sc_markup_add_element (self->markup, "h1", document->title, NULL);
  if (!sc_document_read (document, write_section, self, error))
    return FALSE;
  sc_markup_close (self->markup);
  sc_markup_close (self->markup);

  return TRUE;
}

static GHashTable *
collect_ids (const ScDocument *document)
{
  GHashTable *ids = g_hash_table_new (g_str_hash, g_str_equal);

  for (guint i = 0; i < document->sections->len; i++)
    {
      const ScSection *section = document->sections->pdata[i];

      if (*section->heading != '\0' || sc_section_has_blocks (section))
        g_hash_table_add (ids, section->id);
    }

  return ids;
}

/**
 * sc_document_write_html:
 * @document: a document
 * @output: where it is written to, as HTML
 * @error: of %SC_DIAGRAM_ERROR
 *
 * Returns: whether it could be made
 */
gboolean
sc_document_write_html (const ScDocument *document,
                        ScOutput         *output,
                        GError          **error)
{
  g_autoptr (ScMarkup) markup = sc_markup_new_for (output, "<!DOCTYPE html>\n");
  g_autoptr (GHashTable) ids = collect_ids (document);
  Writing self = { .document = document, .markup = markup, .ids = ids, .heading = 1 };

  sc_markup_open (markup, "html", "lang", sc_language_get_id (document->language), NULL);
  write_head (&self);
  if (!write_body (&self, error))
    return FALSE;
  sc_markup_close (markup);
  sc_markup_add_text (markup, "\n");
  sc_markup_put_out (markup);

  return TRUE;
}
