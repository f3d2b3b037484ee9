/* SPDX-License-Identifier: GPL-3.0-or-later */

/* What a document on pages is made of: pieces that stand on a page, and chunks that
 * are about to be put on one. */

#pragma once

#include <cairo.h>
#include <pango/pango.h>

#include "document/sc-hyphenator.h"
#include "document/sc-paged-place.h"
#include "document/sc-paged-style.h"

G_BEGIN_DECLS

#define SC_NO_CONTEXT G_MAXUINT

/* What stays empty at the right of a page that is not dense. */
#define SC_PAPER_MARGIN_RIGHT 42.5

/* Where the number of a page stands behind a line of the contents. */
#define SC_ENTRY_NUMBER 34.0

typedef enum {
  SC_PIECE_HEADING, /* source: the section */
  SC_PIECE_ENTRY, /* source: the section that a line of the contents leads to */
  SC_PIECE_TEXT, /* source: the block */
  SC_PIECE_CAPTION, /* source: the block of a table or figure */
  SC_PIECE_LABEL, /* source: the block of the list; index: the item */
  SC_PIECE_ROW, /* source: the block of the table; index: the row */
  SC_PIECE_RULE,
  SC_PIECE_FIGURE, /* source: the block */
  SC_PIECE_LOGO, /* source: the block */
} ScPieceKind;

/**
 * ScPiece:
 * @kind: what it is
 * @style: how its text looks
 * @is_repeated: whether it stood on a page before, as the header of a table does
 * @section: the section that it is of, as its position
 * @context: what list or quote it stands in
 * @index: which item or row
 * @first: the first line of its text; of a row, which part of it
 * @n_lines: how many lines
 * @box: where it stands on its page
 * @source: the section or block whose text it is
 *
 * Something that stands on a page. Its text is set anew when it is painted.
 */
typedef struct {
  guint8 kind;
  guint8 style;
  guint8 is_repeated;
  guint section;
  guint context;
  guint index;
  guint first;
  guint n_lines;
  ScBox box;
  gconstpointer source;
} ScPiece;

typedef enum {
  SC_CONTEXT_LIST,
  SC_CONTEXT_ITEM,
  SC_CONTEXT_QUOTE,
} ScContextKind;

/* A list, an item of one, or a quote, and what that stands in. */
typedef struct {
  ScContextKind kind;
  guint parent;
} ScContext;

/* A page: its first piece, and whether it lies. */
typedef struct {
  guint first_piece;
  gboolean is_lying;
} ScPage;

/**
 * ScChunk:
 * @piece: what is to be put on a page; its place and lines are still open
 * @label: what stands beside its first line, of kind %SC_PIECE_LABEL where there is one
 * @has_label: whether there is one
 * @bottoms: (nullable): where each line of a text ends; %NULL for what has no lines
 * @height: how high all of it is
 * @before: the space above it, unless it is the first on its page
 * @after: the space below it
 * @keeps_next: whether it can't be the last on its page
 * @is_header: whether it is a row to be repeated on each page
 * @is_lying: whether it is to stand on a lying page
 */
typedef struct {
  ScPiece piece;
  ScPiece label;
  gboolean has_label;
  GArray *bottoms;
  double height;
  double before;
  double after;
  gboolean keeps_next;
  gboolean is_header;
  gboolean is_lying;
} ScChunk;

/* How the scheme is put on paper. */
typedef struct _ScFigurePlan ScFigurePlan;

/* Where the next piece goes. */
typedef struct {
  ScBox frame;
  guint column;
  double y;
  double after;
  gboolean is_top;
  gboolean wants_lying; /* whether what comes next is to stand on a lying page */
  gboolean leads_up; /* whether what comes next leads up to a figure, and stands with it */
  GArray *waiting; /* of ScChunk: those that must stand on one page with the next */
  GArray *headers; /* of ScChunk: the header rows of the table that is being put */
} ScFlow;

struct _ScPaged {
  ScDocument *document;
  double width;
  double height;
  ScDensity density;
  PangoContext *pango;
  ScHyphenator *hyphenator;
  GArray *pages; /* of ScPage */
  GArray *pieces; /* of ScPiece */
  GArray *contexts; /* of ScContext */
  GArray *places; /* of ScPagedPlace */
  GPtrArray *row_parts; /* of GArray of guint: which lines of each cell a part of a row has */
  GHashTable *places_by_id; /* id → position of a section's first place */
  GHashTable *texts; /* of ScSetText, by what they are */
  ScFigurePlan *plan; /* (nullable): of the figure that was asked for last */
  const ScBlock *logo; /* (nullable): the logo that was asked for last */
  cairo_surface_t *logo_surface; /* (nullable): its picture */
  ScFlow flow;
  guint next_section;
  guint next_block;
  guint n_forgotten; /* sections whose blocks are freed, from the first */
  gboolean is_started;
  gboolean is_whole;
};

static inline const ScSection *
sc_paged_section (const ScPaged *self,
                  guint          position)
{
  return self->document->sections->pdata[position];
}

/* Whether its first page is that of a section without heading, before all numbers. */
static inline gboolean
sc_paged_has_title_page (const ScPaged *self)
{
  return !self->document->is_dense && self->document->sections->len > 0 && sc_paged_section (self, 0)->level == 0 &&
         *sc_paged_section (self, 0)->heading == '\0';
}

static inline ScPiece *
sc_paged_piece (const ScPaged *self,
                guint          position)
{
  return &g_array_index (self->pieces, ScPiece, position);
}

/* Where a section begins, or NULL where it stands on no page, or not yet. */
static inline const ScPagedPlace *
sc_paged_get_first_place (const ScPaged *self,
                          const char    *section_id)
{
  gpointer position;

  if (!g_hash_table_lookup_extended (self->places_by_id, section_id, NULL, &position))
    return NULL;

  return &g_array_index (self->places, ScPagedPlace, GPOINTER_TO_UINT (position));
}

G_END_DECLS
