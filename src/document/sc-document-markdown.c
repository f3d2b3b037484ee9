/* SPDX-License-Identifier: GPL-3.0-or-later */

/* A document as Markdown: for reading as it is, and for comparing one version with the
 * next line by line. A paragraph is a line, a row of a table too. */

#include "document/sc-document-markdown.h"

#include <string.h>

#include "document/sc-markdown-text.h"
#include "document/sc-markup.h"

typedef struct {
  const ScDocument *document; /* nullable */
  const ScSection *section;
  GHashTable *anchors; /* nullable */
} Writing;

/* What was written last: two lists in a row are told apart by their marks. */
typedef struct {
  gboolean is_begun;
  gboolean is_list;
  gboolean is_ordered;
  gboolean has_other_marks;
} Flow;

static void append_blocks (const Writing   *self,
                           GString         *markdown,
                           const GPtrArray *blocks,
                           gboolean         is_item,
                           Flow            *flow);

/* Markdown knows six levels of headings. */
static void
append_marks (GString *markdown,
              guint    level)
{
  for (guint i = 0; i < CLAMP (level, 1, 6); i++)
    g_string_append_c (markdown, '#');
  g_string_append_c (markdown, ' ');
}

static void
append_paragraph (const Writing *self,
                  GString       *markdown,
                  const ScBlock *block)
{
  g_autofree char *number = NULL;
  g_autofree char *text = NULL;

  /* Of a section that is a numbered paragraph the number is its own. */
  if (self->document != NULL)
    number = sc_number_to_label (block->number, self->document->language);
  if (block->style == SC_PARAGRAPH_TITLE || block->style == SC_PARAGRAPH_SUBTITLE)
    text = sc_spans_to_text (block->spans);

  if (block->style == SC_PARAGRAPH_TITLE)
    append_marks (markdown, 1);
  else if (number != NULL && *number != '\0')
    g_string_append_printf (markdown, "%s ", number);

  if (block->style == SC_PARAGRAPH_TITLE)
    sc_markdown_append_text (markdown, text, SC_MARKDOWN_IN_HEADING);
  else if (block->style == SC_PARAGRAPH_SUBTITLE)
    {
      g_autoptr (GPtrArray) spans = sc_spans_new ();

      sc_spans_add (spans, text, SC_SPAN_BOLD, NULL);
      sc_markdown_append_spans (markdown, spans, SC_MARKDOWN_IN_PARAGRAPH, NULL);
    }
  else
    sc_markdown_append_spans (markdown, block->spans, SC_MARKDOWN_IN_PARAGRAPH, self->anchors);
}

static void
append_subheading (const Writing *self,
                   GString       *markdown,
                   const ScBlock *block)
{
  append_marks (markdown, self->section->level + 2);
  sc_markdown_append_spans (markdown, block->spans, SC_MARKDOWN_IN_HEADING, self->anchors);
}

/* Puts lines behind @markdown, each but the first behind @prefix. */
static void
append_indented (GString    *markdown,
                 const char *lines,
                 const char *prefix)
{
  for (const char *line = lines; *line != '\0';)
    {
      const char *end = strchrnul (line, '\n');

      g_string_append_len (markdown, line, end - line);
      if (*end == '\0')
        break;
      g_string_append_c (markdown, '\n');
      line = end + 1;
      g_string_append_len (markdown, prefix, *line == '\n' ? (gssize) strcspn (prefix, " ") : (gssize) strlen (prefix));
    }
}

static void
append_list (const Writing *self,
             GString       *markdown,
             const ScBlock *block,
             gboolean       has_other_marks)
{
  guint n_items = block->items != NULL ? block->items->len : 0;

  for (guint i = 0; i < n_items; i++)
    {
      g_autoptr (GString) item = g_string_new (NULL);
      g_autofree char *mark = NULL;
      g_autofree char *indent = NULL;

      if (block->is_ordered)
        mark = g_strdup_printf ("%u%c", block->first + i, has_other_marks ? '.' : ')');
      else
        mark = g_strdup (has_other_marks ? "*" : "-");
      indent = g_strnfill (strlen (mark) + 1, ' ');
      append_blocks (self, item, block->items->pdata[i], TRUE, &(Flow) { FALSE });
      g_string_append_printf (markdown, "%s%s%s", i > 0 ? "\n" : "", mark, item->len > 0 ? " " : "");
      append_indented (markdown, item->str, indent);
    }
}

static void
append_quote (const Writing *self,
              GString       *markdown,
              const ScBlock *block)
{
  g_autoptr (GString) inner = g_string_new (NULL);

  for (guint i = 0; block->items != NULL && i < block->items->len; i++)
    append_blocks (self, inner, block->items->pdata[i], FALSE, &(Flow) { FALSE });
  g_string_append (markdown, "> ");
  append_indented (markdown, inner->str, "> ");
}

static void
append_code (GString       *markdown,
             const ScBlock *block)
{
  g_autofree char *text = sc_spans_to_text (block->spans);
  g_autofree char *code = sc_text_to_writable (text);
  gsize most = 2, run = 0;
  g_autofree char *fence = NULL;

  for (const char *p = code; *p != '\0'; p++)
    {
      run = *p == '`' ? run + 1 : 0;
      most = MAX (most, run);
    }
  fence = g_strnfill (most + 1, '`');
  g_string_append_printf (markdown, "%s\n%s\n%s", fence, code, fence);
}

static void
append_row (const Writing   *self,
            GString         *markdown,
            const GPtrArray *row,
            guint            n_columns)
{
  g_string_append_c (markdown, '|');
  for (guint i = 0; i < n_columns; i++)
    {
      const ScTableCell *cell = row != NULL && i < row->len ? row->pdata[i] : NULL;

      g_string_append_c (markdown, ' ');
      if (cell != NULL && cell->spans->len > 0)
        {
          sc_markdown_append_spans (markdown, cell->spans, SC_MARKDOWN_IN_CELL, self->anchors);
          g_string_append_c (markdown, ' ');
        }
      g_string_append_c (markdown, '|');
    }
}

/* A table in Markdown has one header row, if need be an empty one. */
static void
append_table (const Writing *self,
              GString       *markdown,
              const ScTable *table)
{
  guint first = table->n_header_rows > 0 && table->rows->len > 0 ? 1 : 0;

  append_row (self, markdown, first > 0 ? table->rows->pdata[0] : NULL, table->widths->len);
  g_string_append (markdown, "\n|");
  for (guint i = 0; i < table->widths->len; i++)
    g_string_append (markdown, " --- |");
  for (guint i = first; i < table->rows->len; i++)
    {
      g_string_append_c (markdown, '\n');
      append_row (self, markdown, table->rows->pdata[i], table->widths->len);
    }
}

/* The picture itself can't stand here: what it shows does. */
static void
append_figure (GString        *markdown,
               const ScFigure *figure)
{
  g_autofree char *description = g_strdelimit (g_strdup (figure->description), "\n", ' ');

  sc_markdown_append_text (markdown, figure->caption, SC_MARKDOWN_IN_PARAGRAPH);
  if (*description == '\0')
    return;

  if (*figure->caption != '\0')
    g_string_append (markdown, "\n\n");
  g_string_append (markdown, "> ");
  sc_markdown_append_text (markdown, description, SC_MARKDOWN_IN_PARAGRAPH);
}

static void
append_contents (const Writing *self,
                 GString       *markdown)
{
  gsize start = markdown->len;

  for (guint i = 0; self->document != NULL && i < self->document->sections->len; i++)
    {
      const ScSection *section = self->document->sections->pdata[i];
      g_autofree char *label = sc_section_to_heading (section, self->document->language);
      g_autofree char *link = g_strconcat ("#", section->id, NULL);
      g_autoptr (GPtrArray) spans = sc_spans_new ();

      if (!sc_section_is_in_contents (section))
        continue;
      if (markdown->len > start)
        g_string_append_c (markdown, '\n');
      for (guint level = 1; level < section->level; level++)
        g_string_append (markdown, "  ");
      g_string_append (markdown, "- ");
      sc_spans_add (spans, label, SC_SPAN_PLAIN, link);
      sc_markdown_append_spans (markdown, spans, SC_MARKDOWN_IN_HEADING, self->anchors);
    }
}

static void
append_block (const Writing *self,
              GString       *markdown,
              const ScBlock *block,
              gboolean       has_other_marks)
{
  switch (block->kind)
    {
    case SC_BLOCK_PARAGRAPH:
      append_paragraph (self, markdown, block);
      break;

    case SC_BLOCK_SUBHEADING:
      append_subheading (self, markdown, block);
      break;

    case SC_BLOCK_LIST:
      append_list (self, markdown, block, has_other_marks);
      break;

    case SC_BLOCK_QUOTE:
      append_quote (self, markdown, block);
      break;

    case SC_BLOCK_CODE:
      append_code (markdown, block);
      break;

    case SC_BLOCK_RULE:
      g_string_append (markdown, "---");
      break;

    case SC_BLOCK_TABLE:
      append_table (self, markdown, block->table);
      break;

    case SC_BLOCK_FIGURE:
      append_figure (markdown, block->figure);
      break;

    case SC_BLOCK_CONTENTS:
      append_contents (self, markdown);
      break;

    case SC_BLOCK_LOGO:
    default:
      break;
    }
}

/* Whether a list may follow a paragraph without an empty line between (CommonMark, 5.2). */
static gboolean
may_follow_directly (const ScBlock *list,
                     const char    *written)
{
  const char *mark_end = strchr (written, ' ');

  return list->first == 1 && mark_end != NULL && mark_end < strchrnul (written, '\n');
}

/* @is_item: whether they stand in a list, where another list need not stand apart */
static void
append_blocks (const Writing   *self,
               GString         *markdown,
               const GPtrArray *blocks,
               gboolean         is_item,
               Flow            *flow)
{
  for (guint i = 0; i < blocks->len; i++)
    {
      const ScBlock *block = blocks->pdata[i];
      gboolean is_list = block->kind == SC_BLOCK_LIST;
      gboolean follows_list = is_list && flow->is_list;
      g_autoptr (GString) written = g_string_new (NULL);

      flow->has_other_marks = follows_list && flow->is_ordered == block->is_ordered && !flow->has_other_marks;
      append_block (self, written, block, flow->has_other_marks);
      if (written->len == 0)
        continue;
      if (flow->is_begun)
        g_string_append (markdown, is_item && is_list && !follows_list && may_follow_directly (block, written->str)
                         ? "\n" : "\n\n");
      g_string_append_len (markdown, written->str, (gssize) written->len);
      flow->is_begun = TRUE;
      flow->is_list = is_list;
      flow->is_ordered = block->is_ordered;
    }
}

static char *
make_anchor (const char *label,
             GHashTable *taken)
{
  g_autofree char *lower = g_utf8_strdown (label, -1);
  GString *anchor = g_string_new ("#");
  guint n_before;

  for (const char *p = lower; *p != '\0'; p = g_utf8_next_char (p))
    if (*p == ' ')
      g_string_append_c (anchor, '-');
    else if (*p == '-' || *p == '_' || g_unichar_isalnum (g_utf8_get_char (p)))
      g_string_append_len (anchor, p, g_utf8_next_char (p) - p);

  n_before = GPOINTER_TO_UINT (g_hash_table_lookup (taken, anchor->str));
  g_hash_table_insert (taken, g_strdup (anchor->str), GUINT_TO_POINTER (n_before + 1));
  if (n_before > 0)
    g_string_append_printf (anchor, "-%u", n_before);

  return g_string_free (anchor, FALSE);
}

/* Returns for each section's id what its heading is linked by, where Markdown is shown:
 * GitHub has made up how, and others follow. */
static GHashTable *
make_anchors (const ScDocument *document)
{
  GHashTable *anchors = g_hash_table_new_full (g_str_hash, g_str_equal, NULL, g_free);
  g_autoptr (GHashTable) taken = g_hash_table_new_full (g_str_hash, g_str_equal, g_free, NULL);

  for (guint i = 0; i < document->sections->len; i++)
    {
      const ScSection *section = document->sections->pdata[i];
      g_autofree char *label = sc_section_to_heading (section, document->language);

      if (*label != '\0')
        g_hash_table_insert (anchors, section->id, make_anchor (label, taken));
    }

  return anchors;
}

static void
append_heading (GString    *markdown,
                guint       level,
                const char *text)
{
  append_marks (markdown, level);
  sc_markdown_append_text (markdown, text, SC_MARKDOWN_IN_HEADING);
}

static void
append_stamp (GString    *markdown,
              const char *stamp)
{
  g_autoptr (GPtrArray) spans = sc_spans_new ();

  sc_spans_add (spans, stamp, SC_SPAN_BOLD, NULL);
  sc_markdown_append_spans (markdown, spans, SC_MARKDOWN_IN_PARAGRAPH, NULL);
}

/* A document while it is written, section by section. */
typedef struct {
  Writing writing;
  Flow flow;
  GString *markdown; /* what is not put out yet */
  gboolean has_text; /* whether something was written */
  ScOutput *output;
} Book;

/* Stands apart from what was written before it. */
static void
part (Book *self)
{
  if (self->has_text || self->markdown->len > 0)
    g_string_append (self->markdown, "\n\n");
}

static void
put_out (Book *self)
{
  self->has_text = self->has_text || self->markdown->len > 0;
  sc_output_put_out (self->output, self->markdown);
}

static gboolean
write_section (const ScSection *section,
               gpointer         data,
               GError **error   G_GNUC_UNUSED)
{
  Book *self = data;
  g_autofree char *label = sc_section_to_heading (section, self->writing.document->language);

  self->writing.section = section;
  if (*label != '\0')
    {
      part (self);
      append_heading (self->markdown, MAX (section->level, 1) + 1, label);
      self->flow.is_begun = self->flow.is_list = FALSE;
    }
  if (!self->flow.is_begun && section->blocks->len > 0)
    part (self);
  append_blocks (&self->writing, self->markdown, section->blocks, FALSE, &self->flow);
  put_out (self);

  return TRUE;
}

/**
 * sc_document_write_markdown:
 * @document: a document
 * @output: where it is written to, as Markdown
 * @error: unused
 *
 * Returns: %TRUE
 */
gboolean
sc_document_write_markdown (const ScDocument *document,
                            ScOutput         *output,
                            GError          **error)
{
  g_autoptr (GString) markdown = g_string_new (NULL);
  g_autoptr (GHashTable) anchors = make_anchors (document);
  Book self = { .writing = { document, NULL, anchors }, .markdown = markdown, .output = output };

  if (document->stamp != NULL)
    append_stamp (markdown, document->stamp);
  if (!sc_document_has_title (document))
    {
      part (&self);
      append_heading (markdown, 1, document->title);
    }
  sc_document_read (document, write_section, &self, error);
  g_string_append_c (markdown, '\n');
  put_out (&self);

  return TRUE;
}

/**
 * sc_section_to_markdown:
 * @section: a section
 *
 * Returns: (transfer full): what stands below its heading, or behind its number, as
 *   Markdown
 */
char *
sc_section_to_markdown (const ScSection *section)
{
  GString *markdown = g_string_new (NULL);
  Writing self = { NULL, section, NULL };

  append_blocks (&self, markdown, section->blocks, FALSE, &(Flow) { FALSE });

  return g_string_free (markdown, FALSE);
}
