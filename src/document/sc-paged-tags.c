/* SPDX-License-Identifier: GPL-3.0-or-later */

/* Tells cairo what the pieces of a page are, by the tags of a PDF's structure, and where
 * links lead. In a link there is no other tag: cairo would write a damaged file. */

#include "document/sc-paged-tags.h"

/* A list in a list in a list is as much as anybody can follow. */
#define MOST_OPEN 40

/* What a document has at most whose items and cells are told from each other. */
#define MOST_FINE_PIECES 40000

/* An element, and what of the document it is; the same goes on over the end of a page. */
typedef struct {
  const char *name;
  gconstpointer source;
  guint index;
} Element;

typedef struct {
  Element elements[MOST_OPEN];
  guint n;
} Path;

struct _ScTags {
  cairo_t *cr;
  gboolean is_coarse;
  Path open;
  guint marked; /* the section behind the last one that has a destination */
};

/**
 * sc_tags_new:
 * @paged: a document on pages, laid out to its end
 *
 * A document of more than about a thousand pages has a coarse structure: headings, figures,
 * and all that stands below a heading as one. Each element takes its memory until the
 * last page is painted, and again when the file is completed.
 *
 * Returns: (transfer full): an empty structure
 */
ScTags *
sc_tags_new (const ScPaged *paged)
{
  ScTags *self = g_new0 (ScTags, 1);

  self->is_coarse = paged->pieces->len > MOST_FINE_PIECES;

  return self;
}

/**
 * sc_tags_free:
 * @self: (transfer full): a structure
 */
void
sc_tags_free (ScTags *self)
{
  g_clear_pointer (&self->cr, cairo_destroy);
  g_free (self);
}

static void
push (Path         *path,
      const char   *name,
      gconstpointer source,
      guint         index)
{
  if (path->n < MOST_OPEN)
    path->elements[path->n++] = (Element) { name, source, index }
  ;
}

static gboolean
element_equal (const Element *a,
               const Element *b)
{
  return a->name == b->name && a->source == b->source && a->index == b->index;
}

static void
close_to (ScTags *self,
          guint   n)
{
  while (self->open.n > n)
    cairo_tag_end (self->cr, self->open.elements[--self->open.n].name);
}

/* Closes what is open and not in the path, and opens the rest of it. */
static void
go_to (ScTags     *self,
       const Path *path)
{
  guint same = 0;

  while (same < path->n && same < self->open.n &&
         element_equal (&path->elements[same], &self->open.elements[same]))
    same++;
  close_to (self, same);
  for (guint i = same; i < path->n; i++)
    {
      cairo_tag_begin (self->cr, path->elements[i].name, "");
      self->open.elements[self->open.n++] = path->elements[i];
    }
}

/**
 * sc_tags_begin_page:
 * @self: (nullable): a structure
 * @cr: what the next page is painted with
 */
void
sc_tags_begin_page (ScTags  *self,
                    cairo_t *cr)
{
  static const Path document = { { { "Document", NULL, 0 } }, 1 };

  if (self == NULL)
    return;

  cairo_reference (cr);
  g_clear_pointer (&self->cr, cairo_destroy);
  self->cr = cr;
  if (self->open.n == 0)
    go_to (self, &document);
}

/**
 * sc_tags_finish:
 * @self: (nullable): a structure
 *
 * Ends it, before the last page is shown.
 */
void
sc_tags_finish (ScTags *self)
{
  if (self != NULL)
    close_to (self, 0);
}

static void
push_context (Path          *path,
              const ScPaged *paged,
              guint          position,
              gboolean       has_body)
{
  const ScContext *context;

  if (position == SC_NO_CONTEXT)
    return;

  context = &g_array_index (paged->contexts, ScContext, position);
  push_context (path, paged, context->parent, TRUE);
  switch (context->kind)
    {
    case SC_CONTEXT_LIST:
      push (path, "L", NULL, position);
      break;
    case SC_CONTEXT_ITEM:
      push (path, "LI", NULL, position);
      if (has_body)
        push (path, "LBody", NULL, position);
      break;
    case SC_CONTEXT_QUOTE:
    default:
      push (path, "BlockQuote", NULL, position);
    }
}

static const char *
get_heading_name (guint level)
{
  return level <= 1 ? "H1" : level == 2 ? "H2" : "H3";
}

static void
push_piece (Path          *path,
            const ScPiece *piece)
{
  const ScSection *section = piece->source;

  switch ((ScPieceKind) piece->kind)
    {
    case SC_PIECE_HEADING:
      push (path, get_heading_name (section->level), section, 0);
      break;
    case SC_PIECE_ENTRY:
      push (path, "TOC", NULL, 0);
      push (path, "TOCI", section, 0);
      break;
    case SC_PIECE_TEXT:
      push (path, piece->style == SC_STYLE_SUBHEADING ? "H3" : "P", piece->source, 0);
      break;
    case SC_PIECE_LABEL:
      push (path, "Lbl", piece->source, piece->index);
      break;
    case SC_PIECE_ROW:
      push (path, "Table", piece->source, 0);
      push (path, "TR", piece->source, piece->index);
      break;
    case SC_PIECE_FIGURE:
    case SC_PIECE_LOGO:
      push (path, "Figure", piece->source, 0);
      break;
    case SC_PIECE_CAPTION:
      push (path, "P", piece->source, 1);
      break;
    case SC_PIECE_RULE:
    default:
      break;
    }
}

/* Whether a coarse structure names it too. */
static gboolean
stands_alone (const ScPiece *piece)
{
  return piece->kind == SC_PIECE_HEADING || piece->kind == SC_PIECE_ENTRY || piece->kind == SC_PIECE_FIGURE ||
         piece->kind == SC_PIECE_LOGO;
}

/**
 * sc_tags_enter_piece:
 * @self: (nullable): a structure
 * @paged: a document on pages
 * @piece: what is to be painted next
 */
void
sc_tags_enter_piece (ScTags        *self,
                     const ScPaged *paged,
                     const ScPiece *piece)
{
  Path path = { .n = 0 };

  if (self == NULL)
    return;

  push (&path, "Document", NULL, 0);
  if (self->is_coarse && !stands_alone (piece))
    push (&path, "Div", sc_paged_section (paged, piece->section), 0);
  else
    {
      push_context (&path, paged, piece->context, piece->kind != SC_PIECE_LABEL);
      push_piece (&path, piece);
    }
  go_to (self, &path);
}

/**
 * sc_tags_enter_cell:
 * @self: (nullable): a structure, in a row of a table
 * @cell: what is to be painted next
 */
void
sc_tags_enter_cell (ScTags            *self,
                    const ScTableCell *cell)
{
  Path path;

  if (self == NULL || self->is_coarse)
    return;

  path = self->open;
  while (path.n > 0 && !g_str_equal (path.elements[path.n - 1].name, "TR"))
    path.n--;
  push (&path, cell->is_header ? "TH" : "TD", cell, 0);
  go_to (self, &path);
}

/**
 * sc_tags_begin_artifact:
 * @self: (nullable): a structure
 *
 * What follows is no part of what the document says: a line, a number of a page.
 */
void
sc_tags_begin_artifact (ScTags *self)
{
  if (self != NULL)
    cairo_tag_begin (self->cr, "Artifact", "");
}

/**
 * sc_tags_end_artifact:
 * @self: (nullable): a structure
 */
void
sc_tags_end_artifact (ScTags *self)
{
  if (self != NULL)
    cairo_tag_end (self->cr, "Artifact");
}

/* Numbers as cairo reads them, whatever the locale: with a stop, and in one with a comma
 * without a space before them. */
/* Whole points: cairo reads fractions as the user's language writes them, with a comma in
 * Russian, where it takes a full stop for a mistake. */
static void
append_number (GString *attributes,
               double   number)
{
  g_string_append_printf (attributes, " %d", (int) (number + 0.5));
}

static void
append_quoted (GString    *attributes,
               const char *name,
               const char *value)
{
  g_string_append (attributes, name);
  g_string_append (attributes, "='");
  for (const char *c = value; *c != '\0'; c++)
    {
      if (*c == '\'' || *c == '\\')
        g_string_append_c (attributes, '\\');
      g_string_append_c (attributes, *c);
    }
  g_string_append_c (attributes, '\'');
}

/* A section is known in the file by a name that cairo need not write in a special way. */
static gboolean
append_destination (GString       *attributes,
                    const char    *key,
                    const ScPaged *paged,
                    const char    *section_id)
{
  gpointer position;

  if (!g_hash_table_lookup_extended (paged->places_by_id, section_id, NULL, &position))
    return FALSE;

  g_string_append_printf (attributes, "%s='s%u'", key, GPOINTER_TO_UINT (position));

  return TRUE;
}

/**
 * sc_tags_make_target:
 * @paged: a document on pages
 * @section_id: a section of it
 *
 * Returns: (transfer full) (nullable): the attributes of a link to it, or %NULL where it
 *   stands on no page
 */
char *
sc_tags_make_target (const ScPaged *paged,
                     const char    *section_id)
{
  GString *attributes = g_string_new (NULL);
  gboolean is_there = append_destination (attributes, "dest", paged, section_id);

  return g_string_free (attributes, !is_there);
}

/* An address of the kinds that a reader of papers opens, without letters that a PDF
 * could not hold in one. */
static char *
tidy_address (const char *link)
{
  static const char *const schemes[] = { "http:", "https:", "mailto:" };

  for (guint i = 0; i < G_N_ELEMENTS (schemes); i++)
    if (g_ascii_strncasecmp (link, schemes[i], strlen (schemes[i])) == 0)
      return g_uri_escape_string (link, ":/?#[]@!$&()*+,;=%", FALSE);

  return NULL;
}

static gboolean
append_target (GString       *attributes,
               const ScPaged *paged,
               const char    *link)
{
  g_autofree char *address = NULL;

  if (*link == '#')
    {
      /* A link to what is not there makes cairo give up. */
      return append_destination (attributes, "dest", paged, link + 1);
    }

  address = tidy_address (link);
  if (address == NULL)
    return FALSE;
  append_quoted (attributes, "uri", address);

  return TRUE;
}

/**
 * sc_tags_begin_link:
 * @self: (nullable): a structure
 * @paged: a document on pages
 * @link: where what follows leads: `#` and the id of a section, or an address
 * @box: (nullable): where it can be clicked; %NULL for where it is painted
 *
 * Returns: whether it leads anywhere: only then the link has to be ended
 */
gboolean
sc_tags_begin_link (ScTags        *self,
                    const ScPaged *paged,
                    const char    *link,
                    const ScBox   *box)
{
  g_autoptr (GString) attributes = g_string_new (NULL);

  if (self == NULL || !append_target (attributes, paged, link))
    return FALSE;

  if (box != NULL)
    {
      g_string_append (attributes, " rect=[");
      append_number (attributes, box->x);
      g_string_append_c (attributes, ' ');
      append_number (attributes, box->y);
      g_string_append_c (attributes, ' ');
      append_number (attributes, box->width);
      g_string_append_c (attributes, ' ');
      append_number (attributes, box->height);
      g_string_append_c (attributes, ']');
    }
  cairo_tag_begin (self->cr, CAIRO_TAG_LINK, attributes->str);

  return TRUE;
}

/**
 * sc_tags_end_link:
 * @self: a structure, in a link
 */
void
sc_tags_end_link (ScTags *self)
{
  cairo_tag_end (self->cr, CAIRO_TAG_LINK);
}

/**
 * sc_tags_mark_section:
 * @self: (nullable): a structure
 * @paged: a document on pages
 * @piece: what is to be painted next
 *
 * Where it is the first of its section, links to that lead here.
 */
void
sc_tags_mark_section (ScTags        *self,
                      const ScPaged *paged,
                      const ScPiece *piece)
{
  g_autoptr (GString) attributes = NULL;

  if (self == NULL || piece->section < self->marked)
    return;

  self->marked = piece->section + 1;
  attributes = g_string_new (NULL);
  append_destination (attributes, "name", paged, sc_paged_section (paged, piece->section)->id);
  g_string_append (attributes, " x=");
  append_number (attributes, piece->box.x);
  g_string_append (attributes, " y=");
  append_number (attributes, piece->box.y);
  cairo_tag_begin (self->cr, CAIRO_TAG_DEST, attributes->str);
  cairo_tag_end (self->cr, CAIRO_TAG_DEST);
}
