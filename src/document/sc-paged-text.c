/* SPDX-License-Identifier: GPL-3.0-or-later */

/* Sets the texts of a document in lines: for measuring them, and again when they are
 * painted, so that a long document is not kept in memory set. */

#include "document/sc-paged-text.h"

#include <pango/pangocairo.h>
#include <string.h>

/* Texts that are kept between measuring and painting; beyond, all are forgotten. */
#define MOST_TEXTS 1000

/* What a set text is of; @own are words that belong to nothing in the document. */
typedef struct {
  gconstpointer source;
  guint kind;
  guint index;
  int width;
  char *own;
} TextKey;

static guint
text_key_hash (gconstpointer data)
{
  const TextKey *key = data;

  return g_direct_hash (key->source) ^ (key->kind << 8) ^ (key->index << 16) ^ (guint) key->width ^
         (key->own != NULL ? g_str_hash (key->own) : 0);
}

static gboolean
text_key_equal (gconstpointer a,
                gconstpointer b)
{
  const TextKey *x = a;
  const TextKey *y = b;

  return x->source == y->source && x->kind == y->kind && x->index == y->index && x->width == y->width &&
         g_strcmp0 (x->own, y->own) == 0;
}

static void
text_key_free (gpointer data)
{
  TextKey *key = data;

  g_free (key->own);
  g_free (key);
}

static void
set_text_free (gpointer data)
{
  ScSetText *self = data;

  g_object_unref (self->layout);
  g_array_unref (self->starts);
  g_free (self);
}

/**
 * sc_set_texts_new:
 *
 * Returns: (transfer full): where set texts are kept
 */
GHashTable *
sc_set_texts_new (void)
{
  return g_hash_table_new_full (text_key_hash, text_key_equal, text_key_free, set_text_free);
}

/**
 * sc_paged_make_pango:
 *
 * Sizes are points and nothing is fitted to a pixel grid: a text is as wide on the
 * screen as on paper.
 *
 * Returns: (transfer full): what texts of paper are set with
 */
PangoContext *
sc_paged_make_pango (void)
{
  PangoContext *context = pango_font_map_create_context (pango_cairo_font_map_get_default ());
  cairo_font_options_t *options = cairo_font_options_create ();

  cairo_font_options_set_hint_metrics (options, CAIRO_HINT_METRICS_OFF);
  cairo_font_options_set_hint_style (options, CAIRO_HINT_STYLE_NONE);
  cairo_font_options_set_antialias (options, CAIRO_ANTIALIAS_GRAY);
  pango_cairo_context_set_font_options (context, options);
  pango_context_set_round_glyph_positions (context, FALSE);
  cairo_font_options_destroy (options);

  return context;
}

/* A text while it is put together. */
typedef struct {
  GString *text;
  PangoAttrList *looks;
  GArray *starts;
  ScHyphenator *hyphenator; /* where words may be divided */
  gboolean is_mono;
} Draft;

static void
add_look (Draft          *draft,
          PangoAttribute *look,
          guint           start)
{
  look->start_index = start;
  look->end_index = (guint) draft->text->len;
  pango_attr_list_insert (draft->looks, look);
}

/* A word with a hyphen of its own is not divided there: nobody could tell that hyphen
 * from one that is there for the line's end. */
static void
keep_hyphens (Draft *draft,
              guint  start)
{
  const char *text = draft->text->str;

  for (const char *p = strchr (text + start, '-'); p != NULL; p = strchr (p + 1, '-'))
    {
      PangoAttribute *whole;

      if (p == text || !g_unichar_isalnum (g_utf8_get_char (g_utf8_prev_char (p))) ||
          !g_unichar_isalnum (g_utf8_get_char (p + 1)))
        continue;
      whole = pango_attr_allow_breaks_new (FALSE);
      whole->start_index = (guint) (p - text);
      whole->end_index = (guint) (g_utf8_next_char (p + 1) - text);
      pango_attr_list_insert (draft->looks, whole);
    }
}

/* What no font has a sign for: nothing is lost that could be read. */
static void
drop_controls (char *text)
{
  char *to = text;

  for (const char *from = text; *from != '\0'; from++)
    if (*from == '\t' || !g_ascii_iscntrl (*from))
      *to++ = *from;
  *to = '\0';
}

/* Lines that end where the text says so end in a space, so that words don't run together
 * when somebody copies them. */
static void
add_words (Draft        *draft,
           const ScSpan *span)
{
  g_auto (GStrv) lines = g_strsplit (span->text, "\n", -1);

  for (guint i = 0; lines[i] != NULL; i++)
    drop_controls (lines[i]);
  for (guint i = 0; lines[i] != NULL; i++)
    {
      if (i > 0)
        g_string_append (draft->text, draft->is_mono ? "\n" : " \n");
      if (draft->hyphenator != NULL && !(span->look & SC_SPAN_CODE))
        sc_hyphenator_append (draft->hyphenator, draft->text, lines[i]);
      else
        g_string_append (draft->text, lines[i]);
    }
}

static void
add_span (Draft        *draft,
          const ScSpan *span)
{
  ScSpanStart start = { (guint) draft->text->len, span };

  g_array_append_val (draft->starts, start);
  add_words (draft, span);
  keep_hyphens (draft, start.start);
  if (span->look & SC_SPAN_BOLD)
    add_look (draft, pango_attr_weight_new (PANGO_WEIGHT_BOLD), start.start);
  if (span->look & SC_SPAN_ITALIC)
    add_look (draft, pango_attr_style_new (PANGO_STYLE_ITALIC), start.start);
  if (span->look & SC_SPAN_CODE)
    add_look (draft, pango_attr_family_new ("monospace"), start.start);
  if (span->link != NULL) /* a run of its own; whoever paints it knows its colour */
    add_look (draft, pango_attr_foreground_new (0, 0, 0), start.start);
}

static PangoLayout *
lay_lines (ScPaged           *self,
           const Draft       *draft,
           const ScPaperLook *look,
           int                width)
{
  PangoLayout *layout = pango_layout_new (self->pango);
  PangoFontDescription *font = sc_paper_look_make_font (look);

  pango_layout_set_font_description (layout, font);
  pango_layout_set_text (layout, draft->text->str, (int) draft->text->len);
  pango_layout_set_attributes (layout, draft->looks);
  pango_layout_set_alignment (layout, look->align);
  pango_layout_set_indent (layout, (int) (look->indent * PANGO_SCALE));
  pango_layout_set_justify (layout, look->is_justified);
  pango_layout_set_wrap (layout, PANGO_WRAP_WORD_CHAR);
  if (width >= 0)
    pango_layout_set_width (layout, width);
  pango_font_description_free (font);

  return layout;
}

static ScSetText *
set_text (ScPaged         *self,
          const char      *prefix,
          const GPtrArray *spans,
          ScPaperStyle     style,
          int              width)
{
  ScSetText *set = g_new0 (ScSetText, 1);
  Draft draft = { g_string_new (prefix), pango_attr_list_new (), NULL, NULL, FALSE };

  set->look = sc_paper_look (style, &self->density);
  draft.starts = g_array_new (FALSE, FALSE, sizeof (ScSpanStart));
  draft.is_mono = set->look.is_mono;
  if (set->look.is_divided)
    draft.hyphenator = self->hyphenator;
  for (guint i = 0; spans != NULL && i < spans->len; i++)
    add_span (&draft, spans->pdata[i]);

  set->layout = lay_lines (self, &draft, &set->look, width);
  set->starts = draft.starts;
  g_string_free (draft.text, TRUE);
  pango_attr_list_unref (draft.looks);

  return set;
}

/* Finds what was set before. Otherwise the caller has to give what keep_text() keeps. */
static ScSetText *
find_text (ScPaged       *self,
           const TextKey *key)
{
  return g_hash_table_lookup (self->texts, key);
}

static ScSetText *
keep_text (ScPaged       *self,
           const TextKey *key,
           ScSetText     *text)
{
  TextKey *copy = g_memdup2 (key, sizeof *key);

  if (g_hash_table_size (self->texts) >= MOST_TEXTS)
    g_hash_table_remove_all (self->texts);
  copy->own = g_strdup (key->own);
  g_hash_table_insert (self->texts, copy, text);

  return text;
}

/* The number of a paragraph stands in its first line. One that is a section of its own
 * may have it from there. */
static char *
number_block (const ScPaged *self,
              const ScPiece *piece)
{
  const ScBlock *block = piece->source;
  const ScSection *section = sc_paged_section (self, piece->section);
  const char *number = block->number;
  g_autofree char *label = NULL;

  if (*number == '\0' && *section->heading == '\0' && block->kind == SC_BLOCK_PARAGRAPH &&
      block == section->blocks->pdata[0])
    number = section->number;

  label = sc_number_to_label (number, self->document->language);

  return *label == '\0' ? g_strdup ("") : g_strconcat (label, " ", NULL);
}

static char *
make_label (const ScPaged *self,
            const ScPiece *piece)
{
  const ScBlock *list = piece->source;

  if (list->is_ordered)
    return g_strdup_printf ("%u)", list->first + piece->index);

  return g_strdup (self->document->language == SC_LANGUAGE_RU ? "–" : "•");
}

static const char *
get_caption (const ScBlock *block)
{
  return block->table != NULL ? block->table->caption : block->figure->caption;
}

static ScSetText *
set_piece (ScPaged       *self,
           const ScPiece *piece,
           int            width)
{
  const ScSection *section = piece->source;
  const ScBlock *block = piece->source;
  g_autofree char *words = NULL;
  const GPtrArray *spans = NULL;

  switch ((ScPieceKind) piece->kind)
    {
    case SC_PIECE_HEADING:
    case SC_PIECE_ENTRY:
      words = sc_section_to_heading (section, self->document->language);
      break;
    case SC_PIECE_TEXT:
      words = number_block (self, piece);
      spans = block->spans;
      break;
    case SC_PIECE_CAPTION:
      words = g_strdup (get_caption (block));
      break;
    case SC_PIECE_LABEL:
      words = make_label (self, piece);
      break;
    default:
      g_return_val_if_reached (NULL);
    }

  return set_text (self, words, spans, piece->style, width);
}

/**
 * sc_paged_set_piece:
 * @self: a document on pages
 * @piece: something of it that has a text of its own; its box is as wide as its text is set
 *
 * Returns: (transfer none): its text, until the next one is set
 */
const ScSetText *
sc_paged_set_piece (ScPaged       *self,
                    const ScPiece *piece)
{
  TextKey key = { piece->source, piece->kind, piece->index, (int) (piece->box.width * PANGO_SCALE), NULL };
  ScSetText *text = find_text (self, &key);

  return text != NULL ? text : keep_text (self, &key, set_piece (self, piece, key.width));
}

/**
 * sc_paged_set_cell:
 * @self: a document on pages
 * @cell: a cell of one of its tables
 * @style: how it looks
 * @width: the width for its words
 *
 * Returns: (transfer none): its text, until the next one is set
 */
const ScSetText *
sc_paged_set_cell (ScPaged           *self,
                   const ScTableCell *cell,
                   ScPaperStyle       style,
                   double             width)
{
  TextKey key = { cell, SC_PIECE_ROW, style, (int) (MAX (width, 1) * PANGO_SCALE), NULL };
  ScSetText *text = find_text (self, &key);

  return text != NULL ? text : keep_text (self, &key, set_text (self, NULL, cell->spans, style, key.width));
}

/**
 * sc_paged_set_words:
 * @self: a document on pages
 * @words: words that stand nowhere in the document, such as the number of a page
 * @style: how they look
 * @width: the width for them, or -1 for one line
 *
 * Returns: (transfer none): the text, until the next one is set
 */
const ScSetText *
sc_paged_set_words (ScPaged     *self,
                    const char  *words,
                    ScPaperStyle style,
                    double       width)
{
  TextKey key = { NULL, style, 0, width < 0 ? -1 : (int) (width * PANGO_SCALE), (char *) words };
  ScSetText *text = find_text (self, &key);

  return text != NULL ? text : keep_text (self, &key, set_text (self, words, NULL, style, key.width));
}

/**
 * sc_set_text_count_lines:
 * @self: a set text
 *
 * Returns: how many lines it has, at least one
 */
guint
sc_set_text_count_lines (const ScSetText *self)
{
  return (guint) pango_layout_get_line_count (self->layout);
}

/**
 * sc_set_text_measure:
 * @self: a set text
 *
 * Returns: (transfer full) (element-type double): where each of its lines ends, from the
 *   top; a line with letters of another font may be higher than the others
 */
GArray *
sc_set_text_measure (const ScSetText *self)
{
  GArray *bottoms = g_array_sized_new (FALSE, FALSE, sizeof (double), sc_set_text_count_lines (self));
  double bottom = 0;

  for (const GSList *l = pango_layout_get_lines_readonly (self->layout); l != NULL; l = l->next)
    {
      int height;

      pango_layout_line_get_height (l->data, &height);
      bottom += MAX (self->look.line_height, (double) height / PANGO_SCALE);
      g_array_append_val (bottoms, bottom);
    }

  return bottoms;
}

/**
 * sc_set_text_get_height:
 * @self: a set text
 *
 * Returns: how high all of its lines are
 */
double
sc_set_text_get_height (const ScSetText *self)
{
  g_autoptr (GArray) bottoms = sc_set_text_measure (self);

  return g_array_index (bottoms, double, bottoms->len - 1);
}

/**
 * sc_set_text_is_divided:
 * @self: a set text
 * @line: a line of it
 *
 * Returns: whether the line ends in a word that goes on in the next
 */
gboolean
sc_set_text_is_divided (const ScSetText *self,
                        guint            line)
{
  const PangoLayoutLine *this = pango_layout_get_line_readonly (self->layout, (int) line);
  const char *end = pango_layout_get_text (self->layout) + this->start_index + this->length;
  int mark = (int) strlen (SC_SOFT_HYPHEN);

  return this->length >= mark && memcmp (end - mark, SC_SOFT_HYPHEN, (gsize) mark) == 0;
}

/**
 * sc_set_text_get_line_offset:
 * @self: a set text
 * @line: a line of it
 *
 * Returns: where the line begins from the left, in units of Pango
 */
int
sc_set_text_get_line_offset (const ScSetText *self,
                             guint            line)
{
  PangoLayoutIter *iter = pango_layout_get_iter (self->layout);
  PangoRectangle box;

  for (guint i = 0; i < line; i++)
    pango_layout_iter_next_line (iter);
  pango_layout_iter_get_line_extents (iter, NULL, &box);
  pango_layout_iter_free (iter);

  return box.x;
}

/**
 * sc_set_text_find_span:
 * @self: a set text
 * @index: a byte of it
 *
 * Returns: (transfer none) (nullable): the span that it is of; %NULL for what stands before
 *   the spans
 */
const ScSpan *
sc_set_text_find_span (const ScSetText *self,
                       guint            index)
{
  const ScSpan *found = NULL;

  for (guint i = 0; i < self->starts->len; i++)
    {
      const ScSpanStart *start = &g_array_index (self->starts, ScSpanStart, i);

      if (start->start > index)
        break;
      found = start->span;
    }

  return found;
}
