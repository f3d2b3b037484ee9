/* SPDX-License-Identifier: GPL-3.0-or-later */

/* A document as such: numbered sections made of paragraphs, lists, tables and the
 * scheme's drawing, for the writers of the formats and for the view that shows it. */

#pragma once

#include "model/sc-version.h"

G_BEGIN_DECLS

typedef enum {
  SC_SPAN_PLAIN = 0,
  SC_SPAN_BOLD = 1 << 0,
  SC_SPAN_ITALIC = 1 << 1,
  SC_SPAN_CODE = 1 << 2,
} ScSpanLook;

/**
 * ScSpan:
 * @text: the words; a line break in them is one on paper
 * @look: how they stand out
 * @link: (nullable): where they lead: `#` and the id of a section, or an address
 *
 * Words of one look.
 */
typedef struct {
  char *text;
  ScSpanLook look;
  char *link;
} ScSpan;

/**
 * ScTableCell:
 * @spans: (element-type ScSpan): its words, none for a cell to be filled in by hand
 * @is_header: whether it names its column or row
 */
typedef struct {
  GPtrArray *spans;
  gboolean is_header;
} ScTableCell;

/**
 * ScTable:
 * @rows: (element-type GPtrArray): its rows, each of cells (#ScTableCell), as many in each
 * @n_header_rows: how many rows at its top are repeated on each page
 * @widths: (element-type double): what share of the width each column takes; they sum
 *   to 1
 * @caption: what it shows, for who can't see it; empty for none
 * @is_form: whether it is to be filled in by hand, so that its empty rows need height
 * @is_plain: whether it has no lines
 */
typedef struct {
  GPtrArray *rows;
  guint n_header_rows;
  GArray *widths;
  char *caption;
  gboolean is_form;
  gboolean is_plain;
} ScTable;

/**
 * ScFigure:
 * @version: the process whose scheme it is
 * @caption: what stands below it; empty for nothing
 * @description: what it shows, for who can't see it
 * @continuation: what a part but the first says of itself instead, with two `%u`: which it is,
 *   and of how many; empty for nothing
 *
 * The scheme's own drawing, as it is printed: in several parts where it is larger than a page.
 */
typedef struct {
  ScVersion *version;
  char *caption;
  char *description;
  char *continuation;
} ScFigure;

typedef enum {
  SC_BLOCK_PARAGRAPH,
  SC_BLOCK_SUBHEADING,
  SC_BLOCK_LIST,
  SC_BLOCK_QUOTE,
  SC_BLOCK_CODE,
  SC_BLOCK_RULE,
  SC_BLOCK_TABLE,
  SC_BLOCK_FIGURE,
  SC_BLOCK_LOGO,
  SC_BLOCK_CONTENTS,
} ScBlockKind;

/* What a paragraph is in its document. */
typedef enum {
  SC_PARAGRAPH_BODY,
  SC_PARAGRAPH_TITLE,
  SC_PARAGRAPH_SUBTITLE,
  SC_PARAGRAPH_CENTRED,
  SC_PARAGRAPH_STAMP, /* a block at the right, such as who approves; not wrapped */
  SC_PARAGRAPH_NOTE,
} ScParagraphStyle;

typedef struct _ScBlock ScBlock;

/**
 * ScBlock:
 * @kind: what it is, which tells which of the others it has
 * @style: (SC_BLOCK_PARAGRAPH): what it is in its document
 * @number: (SC_BLOCK_PARAGRAPH): the number before it, such as `5.3`, which
 *   sc_number_to_label() prints; empty for none
 * @spans: (SC_BLOCK_PARAGRAPH, SC_BLOCK_SUBHEADING, SC_BLOCK_CODE): its words
 * @items: (SC_BLOCK_LIST, SC_BLOCK_QUOTE) (element-type GPtrArray): the items of a list,
 *   each of blocks; a quote has one
 * @is_ordered: (SC_BLOCK_LIST): whether its items are counted: “1)”, “2)”
 * @first: (SC_BLOCK_LIST): the first item's number
 * @table: (SC_BLOCK_TABLE) (nullable)
 * @figure: (SC_BLOCK_FIGURE) (nullable)
 * @logo: (SC_BLOCK_LOGO) (nullable): a picture, as PNG, JPEG or SVG
 */
struct _ScBlock {
  ScBlockKind kind;
  ScParagraphStyle style;
  char *number;
  GPtrArray *spans;
  GPtrArray *items;
  gboolean is_ordered;
  guint first;
  ScTable *table;
  ScFigure *figure;
  GBytes *logo;
};

/**
 * ScSection:
 * @id: what it is known by, the same whatever closes up before it
 * @number: `6`, `6.4`, `6.4.1`, `А` for an annex; empty for none
 * @heading: empty for a numbered paragraph, and for own words; that of an annex names its
 *   letter itself
 * @level: 1 for a section, 2 for one within, 3 for a paragraph of that; 0 for what stands
 *   before the contents
 * @stage: (nullable): the id of the stage that it is about
 * @place: (nullable): where own words that are it stand, such as `general:after`; for a
 *   generated one where own words would be put instead of it
 * @is_own: whether a person wrote it
 * @is_stale: whether what it speaks of has changed since it was written
 * @source: (nullable): its own words as they were written, in Markdown
 * @has_page: whether it begins a page
 * @is_brief: whether what stands in it is made only for sc_document_read()
 * @blocks: (element-type ScBlock): what stands in it, below its heading
 */
typedef struct {
  char *id;
  char *number;
  char *heading;
  guint level;
  char *stage;
  char *place;
  gboolean is_own;
  gboolean is_stale;
  char *source;
  gboolean has_page;
  gboolean is_brief;
  GPtrArray *blocks;
} ScSection;

typedef struct _ScDocument ScDocument;

/**
 * ScSectionFunc:
 * @section: a section, with all that stands in it until this returns
 * @data: what sc_document_read() got
 * @error: why it does not go on
 *
 * Returns: whether the next section is wanted
 */
typedef gboolean (*ScSectionFunc) (const ScSection *section,
                                   gpointer         data,
                                   GError         **error);

/**
 * ScDocumentRetell:
 * @document: a brief document
 * @recipe: what it is made from
 * @func: is to get each section, with its blocks, in order
 * @data: for @func
 * @error: what @func said
 *
 * Returns: whether all sections were wanted
 */
typedef gboolean (*ScDocumentRetell) (const ScDocument *document,
                                      gpointer          recipe,
                                      ScSectionFunc     func,
                                      gpointer          data,
                                      GError          **error);

/* How deep the contents go. */
#define SC_CONTENTS_LEVELS 2

/**
 * ScDocument:
 * @title: its title, such as “Sales Regulations “Trade””
 * @subject: what it is about, in a line, for the properties of a file
 * @author: who gives it out, or who made it where nobody said; empty where neither is known
 * @language: what it is written in
 * @version: which version of the process it was made from
 * @status: whether that is a draft, published or retired
 * @running_head: what stands at the head of each page: title and version
 * @stamp: (nullable): what each page of an unpublished one is marked with, such as “ПРОЕКТ”
 * @page_format: how the foot of a page says which it is, with two %u: “Page %u of %u”
 * @is_dense: whether it is to take @max_pages pages, in columns and smaller type
 * @max_pages: how many pages a dense one may take
 * @sections: (element-type ScSection): all of it, in order
 * @has_title_block: whether a brief section has the title in it
 * @retell: (nullable): makes what stands in brief sections
 * @recipe: (nullable): what that is made from
 * @recipe_free: (nullable): frees it
 *
 * A document that was made from a process, whatever format it is written in. One is a
 * value: it is shared and not changed once it is made.
 *
 * What a long one says need not be in memory at once: it is brief then, and each of its
 * sections is made when sc_document_read() comes to it.
 */
struct _ScDocument {
  char *title;
  char *subject;
  char *author;
  ScLanguage language;
  guint version;
  ScVersionStatus status;
  char *running_head;
  char *stamp;
  char *page_format;
  gboolean is_dense;
  guint max_pages;
  GPtrArray *sections;
  gboolean has_title_block;
  ScDocumentRetell retell;
  gpointer recipe;
  GDestroyNotify recipe_free;
};

ScDocument *sc_document_new (ScLanguage  language,
                             const char *title);
ScDocument *sc_document_ref (ScDocument *self);
void sc_document_unref (ScDocument *self);
void sc_document_set_author (ScDocument *self,
                             const char *organisation,
                             const char *user_name);

ScSection *sc_document_add_section (ScDocument *self,
                                    const char *id,
                                    const char *number,
                                    const char *heading,
                                    guint       level);
ScSection *sc_document_find_section (const ScDocument *self,
                                     const char       *id);

gboolean sc_document_read (const ScDocument *self,
                           ScSectionFunc     func,
                           gpointer          data,
                           GError          **error);
ScDocument *sc_document_expand (const ScDocument *self);

gboolean sc_document_has_title (const ScDocument *self);
char *sc_number_to_label (const char *number,
                          ScLanguage  language);
char *sc_section_to_heading (const ScSection *self,
                             ScLanguage       language);
gboolean sc_section_is_in_contents (const ScSection *self);
gboolean sc_section_has_blocks (const ScSection *self);
gboolean sc_section_has_title (const ScSection *self);

GPtrArray *sc_blocks_new (void);
GPtrArray *sc_spans_new (void);
GPtrArray *sc_spans_of (const char *text);
void sc_spans_add (GPtrArray  *spans,
                   const char *text,
                   ScSpanLook  look,
                   const char *link);
char *sc_spans_to_text (const GPtrArray *spans);

ScBlock *sc_block_new (ScBlockKind kind);
void sc_block_free (ScBlock *self);
ScBlock *sc_blocks_add_paragraph (GPtrArray  *blocks,
                                  const char *number,
                                  const char *text);
ScBlock *sc_blocks_add_styled (GPtrArray       *blocks,
                               ScParagraphStyle style,
                               const char      *text);
ScBlock *sc_blocks_add_list (GPtrArray *blocks,
                             gboolean   is_ordered);
GPtrArray *sc_block_add_item (ScBlock *self);
ScTable *sc_blocks_add_table (GPtrArray    *blocks,
                              const double *widths,
                              guint         n_columns);
GPtrArray *sc_table_add_row (ScTable *self);
ScTableCell *sc_row_add_cell (GPtrArray  *row,
                              const char *text,
                              gboolean    is_header);
ScFigure *sc_blocks_add_figure (GPtrArray *blocks,
                                ScVersion *version);

G_DEFINE_AUTOPTR_CLEANUP_FUNC (ScDocument, sc_document_unref)
G_DEFINE_AUTOPTR_CLEANUP_FUNC (ScBlock, sc_block_free)

G_END_DECLS
