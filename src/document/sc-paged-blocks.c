/* SPDX-License-Identifier: GPL-3.0-or-later */

/* Makes of each block of a document what goes on pages: how wide it is, in what style,
 * and what it must stand with. */

#include "document/sc-paged-blocks.h"

#include "document/sc-paged-figure.h"
#include "document/sc-paged-flow.h"
#include "document/sc-paged-logo.h"
#include "document/sc-paged-table.h"

#define LIST_INDENT 20.0
#define LABEL_WIDTH 18.0
#define QUOTE_INDENT 16.0
#define ENTRY_INDENT 14.0

/* Where a stamp begins, and the title at the highest, as shares. */
#define STAMP_SHARE 0.54
#define TITLE_SHARE 0.36

/* Above a stamp. */
#define STAMP_SPACE 30.0

/* Where a block stands: in what list or quote, and how far in. */
typedef struct {
  guint section;
  guint context;
  double indent;
  ScPiece label;
  gboolean has_label;
  gboolean is_item;
  gboolean is_quote;
} Setting;

static void add_blocks (ScPaged         *self,
                        const GPtrArray *blocks,
                        Setting         *setting);

static guint
add_context (ScPaged      *self,
             ScContextKind kind,
             guint         parent)
{
  ScContext context = { kind, parent };

  g_array_append_val (self->contexts, context);

  return self->contexts->len - 1;
}

static ScPiece
make_piece (const ScPaged *self,
            const Setting *setting,
            ScPieceKind    kind,
            ScPaperStyle   style,
            gconstpointer  source)
{
  ScPiece piece = { .kind = kind, .style = style, .section = setting->section, .context = setting->context,
                    .source = source };

  piece.box.x = setting->indent;
  piece.box.width = MAX (sc_flow_get_width (self) - setting->indent, 20);

  return piece;
}

/* The label of an item stands beside the first that is in it. */
static void
take_label (Setting *setting,
            ScChunk *chunk)
{
  chunk->has_label = setting->has_label;
  chunk->label = setting->label;
  setting->has_label = FALSE;
}

static gboolean
follows_stamp (const ScPaged *self)
{
  return self->pieces->len > 0 && sc_paged_piece (self, self->pieces->len - 1)->style == SC_STYLE_STAMP;
}

static void
add_text (ScPaged       *self,
          Setting       *setting,
          const ScPiece *piece,
          gboolean       keeps_next)
{
  const ScSetText *text = sc_paged_set_piece (self, piece);
  ScChunk chunk = { .piece = *piece, .before = text->look.before, .after = text->look.after };

  chunk.bottoms = sc_set_text_measure (text);
  chunk.height = g_array_index (chunk.bottoms, double, chunk.bottoms->len - 1);
  chunk.keeps_next = keeps_next || text->look.keeps_next;
  if (piece->style == SC_STYLE_STAMP && !follows_stamp (self))
    chunk.before = STAMP_SPACE;
  take_label (setting, &chunk);
  sc_flow_add (self, &chunk);
}

static ScPaperStyle
get_paragraph_style (const ScBlock *block,
                     const Setting *setting)
{
  static const ScPaperStyle styles[] = {
    [SC_PARAGRAPH_BODY] = SC_STYLE_BODY,
    [SC_PARAGRAPH_TITLE] = SC_STYLE_TITLE,
    [SC_PARAGRAPH_SUBTITLE] = SC_STYLE_SUBTITLE,
    [SC_PARAGRAPH_CENTRED] = SC_STYLE_CENTRED,
    [SC_PARAGRAPH_STAMP] = SC_STYLE_STAMP,
    [SC_PARAGRAPH_NOTE] = SC_STYLE_NOTE,
  };

  if (block->style == SC_PARAGRAPH_BODY && setting->is_quote)
    return SC_STYLE_QUOTE;
  if (block->style == SC_PARAGRAPH_BODY && setting->is_item)
    return SC_STYLE_ITEM;

  return styles[block->style];
}

/* A paragraph that ends in a colon says what follows. */
static gboolean
announces (const ScBlock *block)
{
  const ScSpan *last = block->spans->len > 0 ? block->spans->pdata[block->spans->len - 1] : NULL;

  return last != NULL && g_str_has_suffix (last->text, ":");
}

/* On a title page the title stands in the middle, and place and year at the foot. */
static void
move_on_title_page (ScPaged       *self,
                    const ScBlock *block,
                    const ScPiece *piece)
{
  const ScSection *section = sc_paged_section (self, piece->section);
  double height = self->flow.frame.height;

  if (self->pages->len > 1 || !sc_paged_has_title_page (self) || piece->section > 0)
    return;

  if (block->style == SC_PARAGRAPH_TITLE)
    sc_flow_add_space_to (self, height * TITLE_SHARE);
  else if (block->style == SC_PARAGRAPH_CENTRED && block == section->blocks->pdata[section->blocks->len - 1])
    sc_flow_add_space_to (self, height - sc_set_text_get_height (sc_paged_set_piece (self, piece)));
}

static void
add_paragraph (ScPaged       *self,
               const ScBlock *block,
               Setting       *setting)
{
  ScPiece piece = make_piece (self, setting, SC_PIECE_TEXT, get_paragraph_style (block, setting), block);

  if (block->style == SC_PARAGRAPH_STAMP)
    {
      piece.box.x += piece.box.width * STAMP_SHARE;
      piece.box.width *= 1 - STAMP_SHARE;
    }
  else
    move_on_title_page (self, block, &piece);

  add_text (self, setting, &piece, announces (block));
}

static void
add_list (ScPaged       *self,
          const ScBlock *block,
          const Setting *outer)
{
  guint list = add_context (self, SC_CONTEXT_LIST, outer->context);

  for (guint i = 0; block->items != NULL && i < block->items->len; i++)
    {
      Setting setting = *outer;

      setting.context = add_context (self, SC_CONTEXT_ITEM, list);
      setting.indent += LIST_INDENT * self->density.scale;
      setting.label = make_piece (self, &setting, SC_PIECE_LABEL, SC_STYLE_ITEM, block);
      setting.label.index = i;
      setting.label.n_lines = 1;
      setting.label.box.width = LABEL_WIDTH * self->density.scale;
      setting.indent += LABEL_WIDTH * self->density.scale;
      setting.has_label = TRUE;
      setting.is_item = TRUE;
      add_blocks (self, block->items->pdata[i], &setting);
    }
}

static void
add_quote (ScPaged       *self,
           const ScBlock *block,
           const Setting *outer)
{
  for (guint i = 0; block->items != NULL && i < block->items->len; i++)
    {
      Setting setting = *outer;

      setting.context = add_context (self, SC_CONTEXT_QUOTE, outer->context);
      setting.indent += QUOTE_INDENT * self->density.scale;
      setting.is_quote = TRUE;
      add_blocks (self, block->items->pdata[i], &setting);
    }
}

static void
add_table (ScPaged       *self,
           const ScBlock *block,
           Setting       *setting)
{
  const ScTable *table = block->table;

  for (guint i = 0; i < table->rows->len; i++)
    {
      ScPiece piece = make_piece (self, setting, SC_PIECE_ROW, SC_STYLE_CELL, block);
      ScChunk chunk = { .before = 4 * self->density.scale, .after = 8 * self->density.scale };

      if (i > 0)
        chunk.before = 0;
      if (i + 1 < table->rows->len)
        chunk.after = 0;
      piece.index = i;
      chunk.piece = piece;
      chunk.height = sc_table_measure_row (self, &piece);
      chunk.is_header = i < table->n_header_rows;
      chunk.keeps_next = chunk.is_header;
      take_label (setting, &chunk);
      sc_flow_add (self, &chunk);
    }
  sc_flow_release (self);
  sc_flow_end_table (self);
}

static void
add_contents (ScPaged *self,
              Setting *setting)
{
  for (guint i = 0; i < self->document->sections->len; i++)
    {
      const ScSection *section = sc_paged_section (self, i);
      ScPaperStyle style = section->level == 1 ? SC_STYLE_ENTRY_1 : SC_STYLE_ENTRY_2;
      ScPiece piece = make_piece (self, setting, SC_PIECE_ENTRY, style, section);

      if (!sc_section_is_in_contents (section))
        continue;
      piece.box.x += section->level == 1 ? 0 : ENTRY_INDENT;
      piece.box.width -= piece.box.x - setting->indent + SC_ENTRY_NUMBER;
      add_text (self, setting, &piece, FALSE);
    }
}

static void
add_caption (ScPaged       *self,
             const ScBlock *block,
             const char    *caption,
             Setting       *setting)
{
  ScPiece piece = make_piece (self, setting, SC_PIECE_CAPTION, SC_STYLE_CAPTION, block);

  if (*caption != '\0')
    add_text (self, setting, &piece, FALSE);
}

/* What follows a lying figure stands upright again. */
static void
add_figure (ScPaged       *self,
            const ScBlock *block,
            Setting       *setting)
{
  guint n = sc_figure_count_parts (self, block);

  self->flow.wants_lying = sc_figure_is_lying (self, block);
  self->flow.leads_up = FALSE;
  for (guint i = 0; i < n; i++)
    {
      ScChunk chunk = { .piece = make_piece (self, setting, SC_PIECE_FIGURE, SC_STYLE_BODY, block), .after = 4 };

      chunk.piece.index = i;
      chunk.piece.box = sc_figure_measure_part (self, block, i);
      chunk.height = chunk.piece.box.height;
      chunk.keeps_next = i + 1 == n && *block->figure->caption != '\0';
      sc_flow_add (self, &chunk);
    }
  add_caption (self, block, block->figure->caption, setting);
  self->flow.wants_lying = FALSE;
}

static void
add_logo (ScPaged       *self,
          const ScBlock *block,
          Setting       *setting)
{
  ScChunk chunk = { .piece = make_piece (self, setting, SC_PIECE_LOGO, SC_STYLE_BODY, block), .after = 10 };

  chunk.piece.box = sc_logo_measure (self, block);
  chunk.height = chunk.piece.box.height;
  if (chunk.height > 0)
    sc_flow_add (self, &chunk);
}

static void
add_rule (ScPaged *self,
          Setting *setting)
{
  ScChunk chunk = { .piece = make_piece (self, setting, SC_PIECE_RULE, SC_STYLE_BODY, NULL), .height = 1 };

  chunk.before = chunk.after = 6;
  take_label (setting, &chunk);
  sc_flow_add (self, &chunk);
}

static void
add_block (ScPaged       *self,
           const ScBlock *block,
           Setting       *setting)
{
  ScPiece piece;

  switch (block->kind)
    {
    case SC_BLOCK_PARAGRAPH:
      add_paragraph (self, block, setting);
      break;
    case SC_BLOCK_SUBHEADING:
    case SC_BLOCK_CODE:
      piece = make_piece (self, setting, SC_PIECE_TEXT,
                          block->kind == SC_BLOCK_CODE ? SC_STYLE_CODE : SC_STYLE_SUBHEADING, block);
      add_text (self, setting, &piece, FALSE);
      break;
    case SC_BLOCK_LIST:
      add_list (self, block, setting);
      break;
    case SC_BLOCK_QUOTE:
      add_quote (self, block, setting);
      break;
    case SC_BLOCK_RULE:
      add_rule (self, setting);
      break;
    case SC_BLOCK_TABLE:
      add_table (self, block, setting);
      break;
    case SC_BLOCK_CONTENTS:
      add_contents (self, setting);
      break;
    case SC_BLOCK_FIGURE:
      add_figure (self, block, setting);
      break;
    case SC_BLOCK_LOGO:
      add_logo (self, block, setting);
      break;
    default:
      break;
    }
}

static void
add_blocks (ScPaged         *self,
            const GPtrArray *blocks,
            Setting         *setting)
{
  for (guint i = 0; i < blocks->len; i++)
    add_block (self, blocks->pdata[i], setting);
}

static ScPaperStyle
get_heading_style (guint level)
{
  return level <= 1 ? SC_STYLE_HEADING_1 : level == 2 ? SC_STYLE_HEADING_2 : SC_STYLE_HEADING_3;
}

/* The figure of a section, in it or in the paragraphs that have no heading of their own. */
static const ScBlock *
find_figure (const ScPaged *self,
             guint          section)
{
  for (guint i = section; i < self->document->sections->len; i++)
    {
      const ScSection *this = sc_paged_section (self, i);

      if (i > section && *this->heading != '\0')
        return NULL;
      for (guint j = 0; j < this->blocks->len; j++)
        if (((const ScBlock *) this->blocks->pdata[j])->kind == SC_BLOCK_FIGURE)
          return this->blocks->pdata[j];
    }

  return NULL;
}

/**
 * sc_paged_begin_section:
 * @self: a document on pages
 * @section: which section begins, by its position
 *
 * One with a figure begins on the page of that. In a dense document none begins a page.
 */
void
sc_paged_begin_section (ScPaged *self,
                        guint    section)
{
  const ScSection *source = sc_paged_section (self, section);
  Setting setting = { .section = section, .context = SC_NO_CONTEXT };
  ScPiece piece;

  if (*source->heading != '\0')
    {
      const ScBlock *figure = find_figure (self, section);

      sc_flow_release (self);
      self->flow.wants_lying = figure != NULL && sc_figure_is_lying (self, figure);
      self->flow.leads_up = figure != NULL && sc_figure_count_parts (self, figure) == 1;
    }
  if (source->has_page && !self->document->is_dense)
    sc_flow_begin_page (self);
  if (*source->heading == '\0')
    return;

  piece = make_piece (self, &setting, SC_PIECE_HEADING, get_heading_style (source->level), source);
  add_text (self, &setting, &piece, TRUE);
}

/**
 * sc_paged_add_block:
 * @self: a document on pages
 * @section: which section it is of, by its position
 * @block: which block of that, by its position
 */
void
sc_paged_add_block (ScPaged *self,
                    guint    section,
                    guint    block)
{
  Setting setting = { .section = section, .context = SC_NO_CONTEXT };

  add_block (self, sc_paged_section (self, section)->blocks->pdata[block], &setting);
}
