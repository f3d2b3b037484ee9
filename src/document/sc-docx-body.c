/* SPDX-License-Identifier: GPL-3.0-or-later */

/* Blocks as elements of WordprocessingML. What each looks like is a style of
 * data/documents/docx-styles.xml. */

#include "document/sc-docx-body.h"

#include <math.h>
#include <string.h>

#include "document/sc-docx-picture.h"
#include "document/sc-docx-text.h"
#include "document/sc-markup.h"
#include "document/sc-office.h"

#define XML_HEAD "<?xml version=\"1.0\" encoding=\"UTF-8\" standalone=\"yes\"?>\n"

/* Twentieths of a point: the width of what is written on, and the indent of a level. */
#define FULL_WIDTH 9354
#define INDENT 454

typedef struct {
  const ScDocument *document;
  ScMarkup *markup;
  GHashTable *places;
  ScDocxBody *body;
  gboolean begins_page; /* the next paragraph does */
  gboolean keeps_next;  /* it stands on one page with what follows */
  const char *place;    /* (nullable): the name of what begins with the next paragraph */
  guint n_places;
  guint heading;
  guint n_lists;        /* around what is written */
  guint n_quotes;
  guint numbering;      /* that the next paragraph has, 0 for none */
  gboolean is_behind;   /* a section was written already */
  const ScFigure *figure; /* that is written */
  GError **error;       /* of the section that is written */
} Writing;

static gboolean write_blocks (Writing         *self,
                              const GPtrArray *blocks);

static void
add_value (ScMarkup   *markup,
           const char *name,
           const char *value)
{
  sc_markup_add_empty (markup, name, "w:val", value, NULL);
}

static void
add_count (ScMarkup   *markup,
           const char *name,
           guint       value)
{
  g_autofree char *text = g_strdup_printf ("%u", value);

  add_value (markup, name, text);
}

static void
add_list_properties (Writing *self)
{
  g_autofree char *left = g_strdup_printf ("%u", self->n_lists * INDENT);

  if (self->numbering > 0)
    {
      sc_markup_open (self->markup, "w:numPr", NULL);
      add_count (self->markup, "w:ilvl", self->n_lists - 1);
      add_count (self->markup, "w:numId", self->numbering);
      sc_markup_close (self->markup);
    }
  else
    sc_markup_add_empty (self->markup, "w:ind", "w:left", left, NULL);
  self->numbering = 0;
}

static void
add_bookmark (Writing *self)
{
  g_autofree char *id = g_strdup_printf ("%u", ++self->n_places);

  sc_markup_add_empty (self->markup, "w:bookmarkStart", "w:id", id, "w:name", self->place, NULL);
  sc_markup_add_empty (self->markup, "w:bookmarkEnd", "w:id", id, NULL);
  self->place = NULL;
}

static void
open_paragraph (Writing    *self,
                const char *style,
                gboolean    is_item)
{
  sc_markup_open (self->markup, "w:p", NULL);
  sc_markup_open (self->markup, "w:pPr", NULL);
  add_value (self->markup, "w:pStyle", style);
  if (self->keeps_next)
    sc_markup_add_empty (self->markup, "w:keepNext", NULL);
  if (self->begins_page)
    sc_markup_add_empty (self->markup, "w:pageBreakBefore", NULL);
  if (is_item)
    add_list_properties (self);
  sc_markup_close (self->markup);
  self->begins_page = FALSE;
  self->keeps_next = FALSE;
  if (self->place != NULL)
    add_bookmark (self);
}

static void
close_paragraph (Writing *self)
{
  sc_markup_close (self->markup);
  sc_markup_add_text (self->markup, "\n");
}

/* What has a number, or begins a page, is a paragraph: one that is empty where something
 * else comes. */
static void
settle (Writing *self)
{
  if (self->numbering == 0 && !self->begins_page)
    return;

  open_paragraph (self, self->n_lists > 0 ? "ListParagraph" : "BodyText", self->n_lists > 0);
  close_paragraph (self);
}

static void
write_words (Writing    *self,
             const char *style,
             const char *text)
{
  open_paragraph (self, style, FALSE);
  sc_docx_add_run (self->markup, text, NULL);
  close_paragraph (self);
}

static void
write_heading (Writing    *self,
               guint       level,
               const char *text)
{
  g_autofree char *style = g_strdup_printf ("Heading%u", level);

  write_words (self, style, text);
}

static const char *
choose_style (const Writing *self,
              const ScBlock *block)
{
  static const char *const by_paragraph[] = {
    [SC_PARAGRAPH_BODY] = "BodyText",
    [SC_PARAGRAPH_TITLE] = "Title",
    [SC_PARAGRAPH_SUBTITLE] = "Subtitle",
    [SC_PARAGRAPH_CENTRED] = "Centred",
    [SC_PARAGRAPH_STAMP] = "Stamp",
    [SC_PARAGRAPH_NOTE] = "Note",
  };

  if (self->n_lists > 0)
    return "ListParagraph";
  if (self->n_quotes > 0)
    return "Quote";

  return by_paragraph[block->style];
}

static void
write_paragraph (Writing       *self,
                 const ScBlock *block)
{
  g_autofree char *number = sc_number_to_label (block->number, self->document->language);

  open_paragraph (self, choose_style (self, block), self->n_lists > 0);
  if (*number != '\0')
    {
      g_autofree char *spaced = g_strconcat (number, " ", NULL);

      sc_docx_add_run (self->markup, spaced, NULL);
    }
  sc_docx_add_spans (self->markup, block->spans, self->places, self->body->links);
  close_paragraph (self);
}

static void
write_subheading (Writing       *self,
                  const ScBlock *block)
{
  g_autofree char *text = sc_spans_to_text (block->spans);

  if (self->numbering > 0)
    settle (self);
  write_heading (self, CLAMP (self->heading + 1, SC_CONTENTS_LEVELS + 1, 4), text);
}

static gboolean
write_list (Writing       *self,
            const ScBlock *block)
{
  guint numbering = SC_DOCX_BULLETS;
  gboolean is_written = TRUE;

  if (block->items == NULL)
    return TRUE;

  if (self->n_lists > 0)
    settle (self);
  if (block->is_ordered)
    {
      ScDocxList list = { self->n_lists, block->first };

      g_array_append_val (self->body->lists, list);
      numbering = SC_DOCX_BULLETS + self->body->lists->len;
    }
  self->n_lists++;
  for (guint i = 0; is_written && i < block->items->len; i++)
    {
      self->numbering = numbering;
      is_written = write_blocks (self, block->items->pdata[i]);
      settle (self);
    }
  self->n_lists--;

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

  if (self->numbering > 0)
    settle (self);
  write_words (self, "Code", text);
}

static guint
measure_column (const ScTable *table,
                guint          column)
{
  if (column >= table->widths->len)
    return 1;

  return (guint) MAX (lround (g_array_index (table->widths, double, column) * FULL_WIDTH), 1);
}

static void
open_table (Writing       *self,
            const ScTable *table)
{
  sc_markup_open (self->markup, "w:tbl", NULL);
  sc_markup_open (self->markup, "w:tblPr", NULL);
  add_value (self->markup, "w:tblStyle", table->is_plain ? "TableNormal" : "TableGrid");
  sc_markup_add_empty (self->markup, "w:tblW", "w:w", "5000", "w:type", "pct", NULL);
  sc_markup_add_empty (self->markup, "w:tblLayout", "w:type", "fixed", NULL);
  sc_markup_add_empty (self->markup, "w:tblLook", "w:val", table->n_header_rows > 0 ? "0620" : "0600", NULL);
  if (*table->caption != '\0')
    add_value (self->markup, "w:tblCaption", table->caption);
  sc_markup_close (self->markup);
  sc_markup_open (self->markup, "w:tblGrid", NULL);
  for (guint i = 0; i < table->widths->len; i++)
    {
      g_autofree char *width = g_strdup_printf ("%u", measure_column (table, i));

      sc_markup_add_empty (self->markup, "w:gridCol", "w:w", width, NULL);
    }
  sc_markup_close (self->markup);
}

static void
write_cell (Writing           *self,
            const ScTable     *table,
            const ScTableCell *cell,
            guint              column)
{
  g_autofree char *width = g_strdup_printf ("%u", measure_column (table, column));

  sc_markup_open (self->markup, "w:tc", NULL);
  sc_markup_open (self->markup, "w:tcPr", NULL);
  sc_markup_add_empty (self->markup, "w:tcW", "w:w", width, "w:type", "dxa", NULL);
  if (cell->is_header && !table->is_plain)
    sc_markup_add_empty (self->markup, "w:shd", "w:val", "clear", "w:color", "auto", "w:fill", "EEEEEE", NULL);
  sc_markup_close (self->markup);
  open_paragraph (self, cell->is_header ? "TableHeading" : "TableText", FALSE);
  sc_docx_add_spans (self->markup, cell->spans, self->places, self->body->links);
  sc_markup_close (self->markup);
  sc_markup_close (self->markup);
}

static void
write_row (Writing       *self,
           const ScTable *table,
           guint          position)
{
  const GPtrArray *row = table->rows->pdata[position];
  gboolean is_header = position < table->n_header_rows;

  sc_markup_open (self->markup, "w:tr", NULL);
  sc_markup_open (self->markup, "w:trPr", NULL);
  sc_markup_add_empty (self->markup, "w:cantSplit", NULL);
  if (table->is_form && !is_header)
    sc_markup_add_empty (self->markup, "w:trHeight", "w:val", "454", "w:hRule", "atLeast", NULL);
  if (is_header)
    sc_markup_add_empty (self->markup, "w:tblHeader", NULL);
  sc_markup_close (self->markup);
  for (guint i = 0; i < row->len; i++)
    write_cell (self, table, row->pdata[i], i);
  sc_markup_close (self->markup);
  sc_markup_add_text (self->markup, "\n");
}

static void
write_table (Writing       *self,
             const ScTable *table)
{
  if (table->rows->len == 0)
    return;

  settle (self);
  open_table (self, table);
  for (guint i = 0; i < table->rows->len; i++)
    write_row (self, table, i);
  sc_markup_close (self->markup);
  write_words (self, "AfterTable", "");
}

static void
write_picture (Writing         *self,
               const ScPicture *picture,
               const char      *title,
               const char      *description)
{
  sc_office_keep_picture (self->body->pictures, self->body->scratch, picture);
  sc_docx_add_picture (self->markup, picture, self->body->pictures->len, title, description);
}

static void
write_part (const ScPicture *picture,
            gboolean is_last G_GNUC_UNUSED,
            gpointer         data)
{
  Writing *self = data;

  open_paragraph (self, "Figure", FALSE);
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
    write_words (self, "Caption", figure->caption);

  return TRUE;
}

static void
write_logo (Writing       *self,
            const ScBlock *block)
{
  g_autoptr (ScPicture) picture = sc_picture_read_logo (block->logo, SC_LOGO_WIDTH, SC_LOGO_HEIGHT);

  if (picture == NULL)
    return;

  open_paragraph (self, "BodyText", FALSE);
  write_picture (self, picture, "", self->document->author);
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
      if (self->numbering > 0)
        settle (self);
      write_words (self, "Rule", "");
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
      sc_docx_add_contents (self->markup, self->document, self->places);
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
  self->begins_page = section->has_page && self->is_behind;
  self->is_behind = TRUE;
  self->place = g_hash_table_lookup (self->places, section->id);
  if (*heading != '\0' && section->level == 0)
    write_words (self, "TOCHeading", heading);
  else if (*heading != '\0')
    {
      self->heading = MIN (section->level, 4);
      write_heading (self, self->heading, heading);
    }

  return write_blocks (self, section->blocks);
}

/* The page, and what stands at its head and foot. */
static void
write_page (Writing *self)
{
  ScMarkup *markup = self->markup;
  gboolean has_title_page = sc_office_has_title_page (self->document);

  sc_markup_open (markup, "w:sectPr", NULL);
  sc_markup_add_empty (markup, "w:headerReference", "w:type", "default", "r:id", "header", NULL);
  if (has_title_page)
    sc_markup_add_empty (markup, "w:headerReference", "w:type", "first", "r:id", "firstHeader", NULL);
  sc_markup_add_empty (markup, "w:footerReference", "w:type", "default", "r:id", "footer", NULL);
  sc_markup_add_empty (markup, "w:pgSz", "w:w", "11906", "w:h", "16838", NULL);
  sc_markup_add_empty (markup, "w:pgMar", "w:top", "1361", "w:right", "851", "w:bottom", "1247", "w:left", "1701",
                       "w:header", "624", "w:footer", "567", "w:gutter", "0", NULL);
  if (has_title_page)
    sc_markup_add_empty (markup, "w:titlePg", NULL);
  sc_markup_close (markup);
}

static gboolean
write_text (Writing *self,
            GError **error)
{
  const ScDocument *document = self->document;

  sc_markup_open (self->markup, "w:document", SC_DOCX_NAMESPACES, NULL);
  sc_markup_open (self->markup, "w:body", NULL);
  if (!sc_document_has_title (document))
    write_words (self, "Title", document->title);
  if (!sc_document_read (document, write_section, self, error))
    return FALSE;
  write_page (self);
  sc_markup_close (self->markup);
  sc_markup_close (self->markup);
  sc_markup_put_out (self->markup);

  return TRUE;
}

/**
 * sc_docx_body_init:
 * @self: (out caller-allocates): where to put it
 * @document: a document
 * @error: of %SC_DIAGRAM_ERROR or %SC_FILES_ERROR
 *
 * Returns: whether it could be written
 */
gboolean
sc_docx_body_init (ScDocxBody       *self,
                   const ScDocument *document,
                   GError          **error)
{
  g_autoptr (ScMarkup) markup = NULL;
  g_autoptr (GHashTable) places = sc_office_name_places (document);
  Writing writing = { .document = document, .places = places, .body = self, .heading = 1 };

  self->pictures = g_array_new (FALSE, FALSE, sizeof (ScOfficePicture));
  self->links = g_ptr_array_new_with_free_func (g_free);
  self->lists = g_array_new (FALSE, FALSE, sizeof (ScDocxList));
  self->text = sc_output_new_scratch (error);
  self->scratch = self->text != NULL ? sc_output_new_scratch (error) : NULL;
  if (self->scratch == NULL)
    return FALSE;

  writing.markup = markup = sc_markup_new_for (self->text, XML_HEAD);

  return write_text (&writing, error) && sc_output_check (self->text, error) && sc_output_check (self->scratch, error);
}

/**
 * sc_docx_body_clear:
 * @self: a body, written or not
 */
void
sc_docx_body_clear (ScDocxBody *self)
{
  g_clear_pointer (&self->text, sc_output_free);
  g_clear_pointer (&self->scratch, sc_output_free);
  g_clear_pointer (&self->pictures, g_array_unref);
  g_clear_pointer (&self->links, g_ptr_array_unref);
  g_clear_pointer (&self->lists, g_array_unref);
}
