/* SPDX-License-Identifier: GPL-3.0-or-later */

/* Blocks and spans as elements of OpenDocument 1.3. What each looks like is a style of
 * data/documents/odt-styles.xml; here are the ones that begin a page, and columns. */

#include "document/sc-odt-body.h"

#include <math.h>
#include <string.h>

#include "document/sc-markup.h"
#include "document/sc-odt-text.h"
#include "document/sc-office.h"

#define XML_HEAD "<?xml version=\"1.0\" encoding=\"UTF-8\"?>\n"

/* Widths of columns are told in thousandths of the table's. */
#define FULL_WIDTH 1000

/* Styles of which one may begin a page, or stay on one with what follows. */
static const char *const styles[] = {
  "Text_20_body", "Heading_20_1", "Heading_20_2", "Heading_20_3", "Heading_20_4", "Title", "Subtitle", "Centred", "Stamp",
  "Note", "List_20_Paragraph", "Quotations", "Preformatted_20_Text", "Horizontal_20_Line", "Figure", "Contents_20_Heading",
};

typedef struct {
  const ScDocument *document;
  ScMarkup *markup;
  GHashTable *places;
  GArray *pictures;    /* of ScOfficePicture, packed besides */
  ScOutput *scratch;   /* what these are kept in */
  const ScFigure *figure; /* that is written */
  GHashTable *columns; /* widths that are used */
  const char *suffix;  /* of the next paragraph's style, where it begins a page; else empty */
  gboolean keeps_next; /* the next paragraph stands on one page with what follows */
  const char *place;   /* (nullable): the name of what begins with the next paragraph */
  guint heading;       /* the level of the heading above */
  guint n_tables;
  guint n_lists;       /* around what is written */
  guint n_quotes;
  GError **error;      /* of the section that is written */
} Writing;

static gboolean write_blocks (Writing         *self,
                              const GPtrArray *blocks);

static void
open_paragraph (Writing    *self,
                const char *element,
                const char *style,
                const char *outline_level)
{
  const char *suffix = *self->suffix == '\0' && self->keeps_next ? ".Keep" : self->suffix;
  g_autofree char *name = g_strconcat (style, suffix, NULL);

  sc_markup_open (self->markup, element, "text:style-name", name, "text:outline-level", outline_level, NULL);
  self->suffix = "";
  self->keeps_next = FALSE;
  if (self->place != NULL)
    sc_markup_add_empty (self->markup, "text:bookmark", "text:name", self->place, NULL);
  self->place = NULL;
}

static void
close_paragraph (Writing *self)
{
  sc_markup_close (self->markup);
  sc_markup_add_text (self->markup, "\n");
}

static void
write_heading (Writing    *self,
               guint       level,
               const char *text)
{
  g_autofree char *style = g_strdup_printf ("Heading_20_%u", level);
  g_autofree char *outline_level = g_strdup_printf ("%u", level);

  open_paragraph (self, "text:h", style, outline_level);
  sc_odt_add_text (self->markup, text);
  close_paragraph (self);
}

static const char *
choose_style (const Writing *self,
              const ScBlock *block)
{
  static const char *const by_paragraph[] = {
    [SC_PARAGRAPH_BODY] = "Text_20_body",
    [SC_PARAGRAPH_TITLE] = "Title",
    [SC_PARAGRAPH_SUBTITLE] = "Subtitle",
    [SC_PARAGRAPH_CENTRED] = "Centred",
    [SC_PARAGRAPH_STAMP] = "Stamp",
    [SC_PARAGRAPH_NOTE] = "Note",
  };

  if (self->n_lists > 0)
    return "List_20_Paragraph";
  if (self->n_quotes > 0)
    return "Quotations";

  return by_paragraph[block->style];
}

static void
write_paragraph (Writing       *self,
                 const ScBlock *block)
{
  g_autofree char *number = sc_number_to_label (block->number, self->document->language);

  open_paragraph (self, "text:p", choose_style (self, block), NULL);
  if (*number != '\0')
    {
      sc_odt_add_text (self->markup, number);
      sc_odt_add_text (self->markup, " ");
    }
  sc_odt_add_spans (self->markup, block->spans, self->places);
  close_paragraph (self);
}

static void
write_subheading (Writing       *self,
                  const ScBlock *block)
{
  g_autofree char *text = sc_spans_to_text (block->spans);

  write_heading (self, CLAMP (self->heading + 1, SC_CONTENTS_LEVELS + 1, 4), text);
}

static gboolean
write_list (Writing       *self,
            const ScBlock *block)
{
  gboolean is_written = TRUE;

  if (block->items == NULL)
    return TRUE;

  sc_markup_open (self->markup, "text:list", "text:style-name", block->is_ordered ? "Numbered" : "Bulleted", NULL);
  self->n_lists++;
  for (guint i = 0; is_written && i < block->items->len; i++)
    {
      g_autofree char *first = i == 0 && block->first != 1 ? g_strdup_printf ("%u", block->first) : NULL;

      sc_markup_open (self->markup, "text:list-item", "text:start-value", block->is_ordered ? first : NULL, NULL);
      is_written = write_blocks (self, block->items->pdata[i]);
      sc_markup_close (self->markup);
    }
  self->n_lists--;
  sc_markup_close (self->markup);
  sc_markup_add_text (self->markup, "\n");

  return is_written;
}

static gboolean
write_quote (Writing       *self,
             const ScBlock *block)
{
  gboolean is_written = TRUE;

  self->n_quotes++;
  for (guint i = 0; is_written && block->items != NULL && i < block->items->len; i++)
    is_written = write_blocks (self, block->items->pdata[i]);
  self->n_quotes--;

  return is_written;
}

static void
write_code (Writing       *self,
            const ScBlock *block)
{
  g_autofree char *text = sc_spans_to_text (block->spans);

  open_paragraph (self, "text:p", "Preformatted_20_Text", NULL);
  sc_odt_add_text (self->markup, text);
  close_paragraph (self);
}

static void
write_columns (Writing       *self,
               const ScTable *table)
{
  for (guint i = 0; i < table->widths->len; i++)
    {
      guint width = (guint) MAX (lround (g_array_index (table->widths, double, i) * FULL_WIDTH), 1);
      g_autofree char *name = g_strdup_printf ("Column%u", width);

      g_hash_table_add (self->columns, GUINT_TO_POINTER (width));
      sc_markup_add_empty (self->markup, "table:table-column", "table:style-name", name, NULL);
    }
}

static void
write_cell (Writing           *self,
            const ScTable     *table,
            const ScTableCell *cell)
{
  const char *style = table->is_plain ? "PlainCell" : cell->is_header ? "HeaderCell" : "Cell";

  sc_markup_open (self->markup, "table:table-cell", "table:style-name", style, "office:value-type", "string", NULL);
  open_paragraph (self, "text:p", cell->is_header ? "Table_20_Heading" : "Table_20_Contents", NULL);
  sc_odt_add_spans (self->markup, cell->spans, self->places);
  sc_markup_close (self->markup);
  sc_markup_close (self->markup);
}

static void
write_rows (Writing       *self,
            const ScTable *table,
            guint          first,
            guint          end)
{
  for (guint i = first; i < end; i++)
    {
      const GPtrArray *row = table->rows->pdata[i];
      gboolean is_empty_row = table->is_form && i >= table->n_header_rows;

      sc_markup_open (self->markup, "table:table-row", "table:style-name", is_empty_row ? "FormRow" : "Row", NULL);
      for (guint j = 0; j < row->len; j++)
        write_cell (self, table, row->pdata[j]);
      sc_markup_close (self->markup);
      sc_markup_add_text (self->markup, "\n");
    }
}

/* A list can't hold a table in OpenDocument: there its rows are paragraphs. */
static void
write_rows_as_paragraphs (Writing       *self,
                          const ScTable *table)
{
  for (guint i = 0; i < table->rows->len; i++)
    {
      const GPtrArray *row = table->rows->pdata[i];

      open_paragraph (self, "text:p", "List_20_Paragraph", NULL);
      for (guint j = 0; j < row->len; j++)
        {
          if (j > 0)
            sc_odt_add_text (self->markup, " | ");
          sc_odt_add_spans (self->markup, ((const ScTableCell *) row->pdata[j])->spans, self->places);
        }
      close_paragraph (self);
    }
}

static void
write_table (Writing       *self,
             const ScTable *table)
{
  guint n_header = MIN (table->n_header_rows, table->rows->len);
  g_autofree char *name = g_strdup_printf ("Table %u", ++self->n_tables);

  if (table->rows->len == 0)
    return;
  if (self->n_lists > 0)
    {
      write_rows_as_paragraphs (self, table);
      return;
    }

  /* What begins a page is a paragraph. */
  if (*self->suffix != '\0')
    {
      open_paragraph (self, "text:p", "Text_20_body", NULL);
      close_paragraph (self);
    }
  sc_markup_open (self->markup, "table:table", "table:name", name, "table:style-name", "Table", NULL);
  if (*table->caption != '\0')
    sc_markup_add_element (self->markup, "table:title", table->caption, NULL);
  write_columns (self, table);
  if (n_header > 0)
    {
      sc_markup_open (self->markup, "table:table-header-rows", NULL);
      write_rows (self, table, 0, n_header);
      sc_markup_close (self->markup);
    }
  write_rows (self, table, n_header, table->rows->len);
  sc_markup_close (self->markup);
  sc_markup_add_empty (self->markup, "text:p", "text:style-name", "After_20_Table", NULL);
  sc_markup_add_text (self->markup, "\n");
}

static void
write_picture (Writing         *self,
               const ScPicture *picture,
               const char      *title,
               const char      *description)
{
  guint number = self->pictures->len + 1;
  g_autofree char *name = g_strdup_printf ("Picture %u", number);
  g_autofree char *svg = g_strdup_printf ("Pictures/picture%u.svg", number);
  g_autofree char *png = g_strdup_printf ("Pictures/picture%u.png", number);
  g_autofree char *width = g_strdup_printf ("%dpt", (int) lround (picture->width));
  g_autofree char *height = g_strdup_printf ("%dpt", (int) lround (picture->height));

  sc_office_keep_picture (self->pictures, self->scratch, picture);
  sc_markup_open (self->markup, "draw:frame", "draw:style-name", "Graphics", "draw:name", name, "text:anchor-type",
                  "as-char", "svg:width", width, "svg:height", height, NULL);
  if (picture->svg != NULL)
    sc_markup_add_empty (self->markup, "draw:image", "xlink:href", svg, "xlink:type", "simple", "xlink:show", "embed",
                         "xlink:actuate", "onLoad", "draw:mime-type", "image/svg+xml", NULL);
  sc_markup_add_empty (self->markup, "draw:image", "xlink:href", png, "xlink:type", "simple", "xlink:show", "embed",
                       "xlink:actuate", "onLoad", "draw:mime-type", "image/png", NULL);
  if (*title != '\0')
    sc_markup_add_element (self->markup, "svg:title", title, NULL);
  if (*description != '\0')
    sc_markup_add_element (self->markup, "svg:desc", description, NULL);
  sc_markup_close (self->markup);
}

static void
write_part (const ScPicture *picture,
            gboolean is_last G_GNUC_UNUSED,
            gpointer         data)
{
  Writing *self = data;

  open_paragraph (self, "text:p", "Figure", NULL);
  write_picture (self, picture, self->figure->caption, picture->description);
  close_paragraph (self);
}

static gboolean
write_figure (Writing        *self,
              const ScFigure *figure)
{
  self->figure = figure;
  if (!sc_picture_draw_figure (figure, SC_OFFICE_WIDTH, SC_OFFICE_HEIGHT, TRUE, write_part, self, self->error))
    return FALSE;
  if (*figure->caption != '\0')
    {
      open_paragraph (self, "text:p", "Caption", NULL);
      sc_odt_add_text (self->markup, figure->caption);
      close_paragraph (self);
    }

  return TRUE;
}

static void
write_logo (Writing       *self,
            const ScBlock *block)
{
  g_autoptr (ScPicture) picture = sc_picture_read_logo (block->logo, SC_LOGO_WIDTH, SC_LOGO_HEIGHT);

  if (picture == NULL)
    return;

  open_paragraph (self, "text:p", "Text_20_body", NULL);
  write_picture (self, picture, self->document->author, "");
  close_paragraph (self);
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
      write_subheading (self, block);
      return TRUE;

    case SC_BLOCK_LIST:
      return write_list (self, block);

    case SC_BLOCK_QUOTE:
      return write_quote (self, block);

    case SC_BLOCK_CODE:
      write_code (self, block);
      return TRUE;

    case SC_BLOCK_RULE:
      open_paragraph (self, "text:p", "Horizontal_20_Line", NULL);
      close_paragraph (self);
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
      sc_odt_add_contents (self->markup, self->document, self->places);
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
    {
      self->keeps_next = sc_office_leads_on (blocks, i);
      if (!write_block (self, blocks->pdata[i]))
        return FALSE;
    }

  return TRUE;
}

static gboolean
write_section (const ScSection *section,
               gpointer         data,
               GError         **error)
{
  Writing *self = data;
  g_autofree char *heading = sc_section_to_heading (section, self->document->language);

  self->error = error;
  if (section->has_page && *self->suffix == '\0')
    self->suffix = ".Page";
  self->place = g_hash_table_lookup (self->places, section->id);
  if (*heading != '\0' && section->level == 0)
    {
      open_paragraph (self, "text:p", "Contents_20_Heading", NULL);
      sc_odt_add_text (self->markup, heading);
      close_paragraph (self);
    }
  else if (*heading != '\0')
    {
      self->heading = MIN (section->level, 4);
      write_heading (self, self->heading, heading);
    }

  return write_blocks (self, section->blocks);
}

static gboolean
write_text (Writing *self,
            GError **error)
{
  const ScDocument *document = self->document;

  self->suffix = sc_office_has_title_page (document) ? ".First" : "";
  sc_markup_open (self->markup, "office:body", NULL);
  sc_markup_open (self->markup, "office:text", NULL);
  if (!sc_document_has_title (document))
    {
      open_paragraph (self, "text:p", "Title", NULL);
      sc_odt_add_text (self->markup, document->title);
      close_paragraph (self);
    }
  if (!sc_document_read (document, write_section, self, error))
    return FALSE;
  sc_markup_close (self->markup);
  sc_markup_close (self->markup);
  sc_markup_put_out (self->markup);

  return TRUE;
}

static void
write_page_styles (ScMarkup *markup)
{
  for (guint i = 0; i < G_N_ELEMENTS (styles); i++)
    {
      g_autofree char *page = g_strconcat (styles[i], ".Page", NULL);
      g_autofree char *first = g_strconcat (styles[i], ".First", NULL);
      g_autofree char *keep = g_strconcat (styles[i], ".Keep", NULL);

      sc_markup_open (markup, "style:style", "style:name", page, "style:family", "paragraph", "style:parent-style-name",
                      styles[i], NULL);
      sc_markup_add_empty (markup, "style:paragraph-properties", "fo:break-before", "page", NULL);
      sc_markup_close (markup);
      sc_markup_add_empty (markup, "style:style", "style:name", first, "style:family", "paragraph",
                           "style:parent-style-name", styles[i], "style:master-page-name", "First_20_Page", NULL);
      sc_markup_open (markup, "style:style", "style:name", keep, "style:family", "paragraph", "style:parent-style-name",
                      styles[i], NULL);
      sc_markup_add_empty (markup, "style:paragraph-properties", "fo:keep-with-next", "always", NULL);
      sc_markup_close (markup);
    }
}

static void
write_column_styles (ScMarkup   *markup,
                     GHashTable *columns)
{
  for (guint width = 1; width <= FULL_WIDTH; width++)
    if (g_hash_table_contains (columns, GUINT_TO_POINTER (width)))
      {
        g_autofree char *name = g_strdup_printf ("Column%u", width);
        g_autofree char *share = g_strdup_printf ("%u*", width);

        sc_markup_open (markup, "style:style", "style:name", name, "style:family", "table-column", NULL);
        sc_markup_add_empty (markup, "style:table-column-properties", "style:rel-column-width", share, NULL);
        sc_markup_close (markup);
      }
}

static void
write_cell_style (ScMarkup   *markup,
                  const char *name,
                  const char *border,
                  const char *background)
{
  sc_markup_open (markup, "style:style", "style:name", name, "style:family", "table-cell", NULL);
  sc_markup_add_empty (markup, "style:table-cell-properties", "fo:border", border, "fo:padding", "1mm",
                       "fo:background-color", background, NULL);
  sc_markup_close (markup);
}

static void
write_styles (ScMarkup   *markup,
              GHashTable *columns)
{
  sc_markup_open (markup, "office:automatic-styles", NULL);
  write_page_styles (markup);
  sc_markup_open (markup, "style:style", "style:name", "Table", "style:family", "table", NULL);
  sc_markup_add_empty (markup, "style:table-properties", "style:width", "165mm", "style:rel-width", "100%", "table:align",
                       "margins", "style:may-break-between-rows", "true", NULL);
  sc_markup_close (markup);
  write_column_styles (markup, columns);
  sc_markup_open (markup, "style:style", "style:name", "Row", "style:family", "table-row", NULL);
  sc_markup_add_empty (markup, "style:table-row-properties", "fo:keep-together", "always", NULL);
  sc_markup_close (markup);
  sc_markup_open (markup, "style:style", "style:name", "FormRow", "style:family", "table-row", NULL);
  sc_markup_add_empty (markup, "style:table-row-properties", "fo:keep-together", "always", "style:min-row-height", "8mm",
                       NULL);
  sc_markup_close (markup);
  write_cell_style (markup, "Cell", "0.5pt solid #808080", NULL);
  write_cell_style (markup, "HeaderCell", "0.5pt solid #808080", "#eeeeee");
  write_cell_style (markup, "PlainCell", "none", NULL);
  sc_markup_close (markup);
}

/**
 * sc_odt_body_write:
 * @document: a document
 * @output: where content.xml is written to
 * @pictures: (element-type ScOfficePicture): what its pictures are put behind; the first
 *   is to be packed as `Pictures/picture1`
 * @scratch: the file that these are kept in
 * @error: of %SC_DIAGRAM_ERROR or %SC_FILES_ERROR
 *
 * Returns: whether it could be made
 */
gboolean
sc_odt_body_write (const ScDocument *document,
                   ScOutput         *output,
                   GArray           *pictures,
                   ScOutput         *scratch,
                   GError          **error)
{
  g_autoptr (ScOutput) body = sc_output_new_scratch (error);
  g_autoptr (ScMarkup) text = NULL;
  g_autoptr (ScMarkup) markup = sc_markup_new_for (output, XML_HEAD);
  g_autoptr (GHashTable) places = sc_office_name_places (document);
  g_autoptr (GHashTable) columns = g_hash_table_new (NULL, NULL);
  Writing self = {
    .document = document, .places = places, .pictures = pictures, .scratch = scratch, .columns = columns, .suffix = "",
    .heading = 1,
  };

  if (body == NULL)
    return FALSE;
  self.markup = text = sc_markup_new_for (body, NULL);
  if (!write_text (&self, error))
    return FALSE;

  /* Which columns there are is known only behind it. */
  sc_markup_open (markup, "office:document-content", SC_ODT_NAMESPACES, "office:version", "1.3", NULL);
  write_styles (markup, columns);
  sc_markup_put_out (markup);
  sc_output_copy (output, body);
  sc_markup_close (markup);
  sc_markup_put_out (markup);

  return TRUE;
}
