/* SPDX-License-Identifier: GPL-3.0-or-later */

/* A document as such: its sections, and the blocks and spans that these are made of. */

#include "document/sc-document.h"

static void
span_free (ScSpan *self)
{
  g_free (self->text);
  g_free (self->link);
  g_free (self);
}

static void
cell_free (ScTableCell *self)
{
  g_ptr_array_unref (self->spans);
  g_free (self);
}

static void
table_free (ScTable *self)
{
  g_ptr_array_unref (self->rows);
  g_array_unref (self->widths);
  g_free (self->caption);
  g_free (self);
}

static void
figure_free (ScFigure *self)
{
  sc_version_unref (self->version);
  g_free (self->caption);
  g_free (self->description);
  g_free (self->continuation);
  g_free (self);
}

static void
section_free (ScSection *self)
{
  g_free (self->id);
  g_free (self->number);
  g_free (self->heading);
  g_free (self->stage);
  g_free (self->place);
  g_free (self->source);
  g_ptr_array_unref (self->blocks);
  g_free (self);
}

/**
 * sc_document_new:
 * @language: what it is written in
 * @title: its title
 *
 * Returns: (transfer full): a document without a section
 */
ScDocument *
sc_document_new (ScLanguage  language,
                 const char *title)
{
  ScDocument *self = g_atomic_rc_box_new0 (ScDocument);

  self->language = language;
  self->title = g_strdup (title);
  self->subject = g_strdup ("");
  self->author = g_strdup ("");
  self->running_head = g_strdup (title);
  self->page_format = g_strdup ("%u / %u");
  self->sections = g_ptr_array_new_with_free_func ((GDestroyNotify) section_free);

  return self;
}

/**
 * sc_document_ref:
 * @self: a document
 *
 * Returns: (transfer full): @self
 */
ScDocument *
sc_document_ref (ScDocument *self)
{
  return g_atomic_rc_box_acquire (self);
}

static void
document_clear (ScDocument *self)
{
  g_free (self->title);
  g_free (self->subject);
  g_free (self->author);
  g_free (self->running_head);
  g_free (self->stamp);
  g_free (self->page_format);
  g_ptr_array_unref (self->sections);
  if (self->recipe_free != NULL)
    self->recipe_free (self->recipe);
}

/**
 * sc_document_unref:
 * @self: (transfer full): a document
 */
void
sc_document_unref (ScDocument *self)
{
  g_atomic_rc_box_release_full (self, (GDestroyNotify) document_clear);
}

/**
 * sc_document_set_author:
 * @self: a document that is being made
 * @organisation: (nullable): what gives it out is called, empty where nobody said
 * @user_name: (nullable): what who makes it is called, for then
 */
void
sc_document_set_author (ScDocument *self,
                        const char *organisation,
                        const char *user_name)
{
  if (organisation == NULL || *organisation == '\0')
    organisation = user_name;
  g_set_str (&self->author, organisation != NULL ? organisation : "");
}

/**
 * sc_document_add_section:
 * @self: a document that is being made
 * @id: what the section is known by
 * @number: (nullable): its number
 * @heading: (nullable): its heading
 * @level: 1 for a section, 2 for one within, and so on
 *
 * Returns: (transfer none): a section without a block, at the document's end
 */
ScSection *
sc_document_add_section (ScDocument *self,
                         const char *id,
                         const char *number,
                         const char *heading,
                         guint       level)
{
  ScSection *section = g_new0 (ScSection, 1);

  section->id = g_strdup (id);
  section->number = g_strdup (number != NULL ? number : "");
  section->heading = g_strdup (heading != NULL ? heading : "");
  section->level = level;
  section->blocks = sc_blocks_new ();
  g_ptr_array_add (self->sections, section);

  return section;
}

/**
 * sc_document_find_section:
 * @self: a document
 * @id: what a section is known by
 *
 * Returns: (transfer none) (nullable): the section
 */
ScSection *
sc_document_find_section (const ScDocument *self,
                          const char       *id)
{
  for (guint i = 0; i < self->sections->len; i++)
    {
      ScSection *section = self->sections->pdata[i];

      if (g_str_equal (section->id, id))
        return section;
    }

  return NULL;
}

/**
 * sc_document_has_title:
 * @self: a document
 *
 * Returns: whether its title stands in it, and need not be put before it
 */
gboolean
sc_document_has_title (const ScDocument *self)
{
  for (guint i = 0; i < self->sections->len; i++)
    if (sc_section_has_title (self->sections->pdata[i]))
      return TRUE;

  return self->has_title_block;
}

/**
 * sc_number_to_label:
 * @number: the number of a section or paragraph, such as `6.4`; empty for none
 * @language: what the document is written in
 *
 * Returns: (transfer full): how it stands before the words: “6.4.” in Russian, “6.4” in
 *   English
 */
char *
sc_number_to_label (const char *number,
                    ScLanguage  language)
{
  gboolean has_stop = language == SC_LANGUAGE_RU && g_ascii_isdigit (number[0]);

  return g_strconcat (number, has_stop ? "." : "", NULL);
}

/**
 * sc_section_to_heading:
 * @self: a section
 * @language: what its document is written in
 *
 * Returns: (transfer full): its heading as every format shows it, behind its number; empty
 *   where it has no heading
 */
char *
sc_section_to_heading (const ScSection *self,
                       ScLanguage       language)
{
  g_autofree char *number = sc_number_to_label (self->number, language);

  /* That of an annex names its letter itself. */
  if (*self->heading == '\0' || !g_ascii_isdigit (number[0]))
    return g_strdup (self->heading);

  return g_strconcat (number, " ", self->heading, NULL);
}

/**
 * sc_section_is_in_contents:
 * @self: a section
 *
 * Returns: whether the contents name it, and bookmarks: headings of two levels, but for
 *   that of the contents
 */
gboolean
sc_section_is_in_contents (const ScSection *self)
{
  return *self->heading != '\0' && self->level >= 1 && self->level <= SC_CONTENTS_LEVELS
         && !g_str_equal (self->id, "contents");
}

/**
 * sc_section_has_blocks:
 * @self: a section
 *
 * Returns: whether something stands in it, brief or not
 */
gboolean
sc_section_has_blocks (const ScSection *self)
{
  return self->is_brief || self->blocks->len > 0;
}

/**
 * sc_section_has_title:
 * @self: a section that is not brief
 *
 * Returns: whether the title of its document stands in it
 */
gboolean
sc_section_has_title (const ScSection *self)
{
  for (guint i = 0; i < self->blocks->len; i++)
    {
      const ScBlock *block = self->blocks->pdata[i];

      if (block->kind == SC_BLOCK_PARAGRAPH && block->style == SC_PARAGRAPH_TITLE)
        return TRUE;
    }

  return FALSE;
}

/**
 * sc_blocks_new:
 *
 * Returns: (transfer full) (element-type ScBlock): no blocks
 */
GPtrArray *
sc_blocks_new (void)
{
  return g_ptr_array_new_with_free_func ((GDestroyNotify) sc_block_free);
}

/**
 * sc_spans_new:
 *
 * Returns: (transfer full) (element-type ScSpan): no words
 */
GPtrArray *
sc_spans_new (void)
{
  return g_ptr_array_new_with_free_func ((GDestroyNotify) span_free);
}

/**
 * sc_spans_of:
 * @text: (nullable): words
 *
 * Returns: (transfer full) (element-type ScSpan): them without a look, nothing for none
 */
GPtrArray *
sc_spans_of (const char *text)
{
  GPtrArray *spans = sc_spans_new ();

  if (text != NULL && *text != '\0')
    sc_spans_add (spans, text, SC_SPAN_PLAIN, NULL);

  return spans;
}

/**
 * sc_spans_add:
 * @spans: (element-type ScSpan): words
 * @text: what comes behind them
 * @look: how it stands out
 * @link: (nullable): where it leads
 */
void
sc_spans_add (GPtrArray  *spans,
              const char *text,
              ScSpanLook  look,
              const char *link)
{
  ScSpan *span = g_new0 (ScSpan, 1);

  span->text = g_strdup (text);
  span->look = look;
  span->link = g_strdup (link);
  g_ptr_array_add (spans, span);
}

/**
 * sc_spans_to_text:
 * @spans: (element-type ScSpan): words
 *
 * Returns: (transfer full): them without their looks
 */
char *
sc_spans_to_text (const GPtrArray *spans)
{
  GString *text = g_string_new (NULL);

  for (guint i = 0; i < spans->len; i++)
    g_string_append (text, ((const ScSpan *) spans->pdata[i])->text);

  return g_string_free (text, FALSE);
}

/**
 * sc_block_new:
 * @kind: what it is
 *
 * Returns: (transfer full): an empty block
 */
ScBlock *
sc_block_new (ScBlockKind kind)
{
  ScBlock *self = g_new0 (ScBlock, 1);

  self->kind = kind;
  self->number = g_strdup ("");
  self->spans = sc_spans_new ();
  self->first = 1;

  return self;
}

/**
 * sc_block_free:
 * @self: (transfer full): a block
 */
void
sc_block_free (ScBlock *self)
{
  g_free (self->number);
  g_ptr_array_unref (self->spans);
  g_clear_pointer (&self->items, g_ptr_array_unref);
  g_clear_pointer (&self->table, table_free);
  g_clear_pointer (&self->figure, figure_free);
  g_clear_pointer (&self->logo, g_bytes_unref);
  g_free (self);
}

static ScBlock *
add_block (GPtrArray  *blocks,
           ScBlockKind kind)
{
  ScBlock *block = sc_block_new (kind);

  g_ptr_array_add (blocks, block);

  return block;
}

/**
 * sc_blocks_add_paragraph:
 * @blocks: (element-type ScBlock): what stands before it
 * @number: (nullable): the number before it
 * @text: (nullable): its words, or none to add spans to
 *
 * Returns: (transfer none): a paragraph of the body
 */
ScBlock *
sc_blocks_add_paragraph (GPtrArray  *blocks,
                         const char *number,
                         const char *text)
{
  ScBlock *block = sc_blocks_add_styled (blocks, SC_PARAGRAPH_BODY, text);

  if (number != NULL)
    g_set_str (&block->number, number);

  return block;
}

/**
 * sc_blocks_add_styled:
 * @blocks: (element-type ScBlock): what stands before it
 * @style: what the paragraph is
 * @text: (nullable): its words
 *
 * Returns: (transfer none): a paragraph
 */
ScBlock *
sc_blocks_add_styled (GPtrArray       *blocks,
                      ScParagraphStyle style,
                      const char      *text)
{
  ScBlock *block = add_block (blocks, SC_BLOCK_PARAGRAPH);

  block->style = style;
  if (text != NULL && *text != '\0')
    sc_spans_add (block->spans, text, SC_SPAN_PLAIN, NULL);

  return block;
}

/**
 * sc_blocks_add_list:
 * @blocks: (element-type ScBlock): what stands before it
 * @is_ordered: whether its items are counted
 *
 * Returns: (transfer none): a list without items
 */
ScBlock *
sc_blocks_add_list (GPtrArray *blocks,
                    gboolean   is_ordered)
{
  ScBlock *block = add_block (blocks, SC_BLOCK_LIST);

  block->is_ordered = is_ordered;

  return block;
}

/**
 * sc_block_add_item:
 * @self: a list or a quote
 *
 * Returns: (transfer none) (element-type ScBlock): the blocks of a new item at its end
 */
GPtrArray *
sc_block_add_item (ScBlock *self)
{
  GPtrArray *blocks = sc_blocks_new ();

  if (self->items == NULL)
    self->items = g_ptr_array_new_with_free_func ((GDestroyNotify) g_ptr_array_unref);
  g_ptr_array_add (self->items, blocks);

  return blocks;
}

/**
 * sc_blocks_add_table:
 * @blocks: (element-type ScBlock): what stands before it
 * @widths: (array length=n_columns): how wide each column is beside the others
 * @n_columns: how many columns it has
 *
 * Returns: (transfer none): a table without a row
 */
ScTable *
sc_blocks_add_table (GPtrArray    *blocks,
                     const double *widths,
                     guint         n_columns)
{
  ScTable *table = g_new0 (ScTable, 1);
  double sum = 0;

  for (guint i = 0; i < n_columns; i++)
    sum += widths[i];

  table->rows = g_ptr_array_new_with_free_func ((GDestroyNotify) g_ptr_array_unref);
  table->caption = g_strdup ("");
  table->widths = g_array_sized_new (FALSE, FALSE, sizeof (double), n_columns);
  for (guint i = 0; i < n_columns; i++)
    {
      double share = widths[i] / sum;

      g_array_append_val (table->widths, share);
    }
  add_block (blocks, SC_BLOCK_TABLE)->table = table;

  return table;
}

/**
 * sc_table_add_row:
 * @self: a table that is being made
 *
 * Returns: (transfer none) (element-type ScTableCell): a row without cells, at its end
 */
GPtrArray *
sc_table_add_row (ScTable *self)
{
  GPtrArray *row = g_ptr_array_new_with_free_func ((GDestroyNotify) cell_free);

  g_ptr_array_add (self->rows, row);

  return row;
}

/**
 * sc_row_add_cell:
 * @row: (element-type ScTableCell): a row of a table
 * @text: (nullable): the cell's words, none for one to be filled in by hand
 * @is_header: whether it names its column or row
 *
 * Returns: (transfer none): a cell at the row's end
 */
ScTableCell *
sc_row_add_cell (GPtrArray  *row,
                 const char *text,
                 gboolean    is_header)
{
  ScTableCell *cell = g_new0 (ScTableCell, 1);

  cell->spans = sc_spans_of (text);
  cell->is_header = is_header;
  g_ptr_array_add (row, cell);

  return cell;
}

/**
 * sc_blocks_add_figure:
 * @blocks: (element-type ScBlock): what stands before it
 * @version: the process whose scheme is shown
 *
 * Returns: (transfer none): a figure without words
 */
ScFigure *
sc_blocks_add_figure (GPtrArray *blocks,
                      ScVersion *version)
{
  ScFigure *figure = g_new0 (ScFigure, 1);

  figure->version = sc_version_ref (version);
  figure->caption = g_strdup ("");
  figure->description = g_strdup ("");
  figure->continuation = g_strdup ("");
  add_block (blocks, SC_BLOCK_FIGURE)->figure = figure;

  return figure;
}
