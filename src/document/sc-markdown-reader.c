/* SPDX-License-Identifier: GPL-3.0-or-later */

/* Reads Markdown by cmark: headings, paragraphs, lists, quotes, code, rules, and tables.
 * Raw HTML is shown as the text that it is. */

#include "document/sc-markdown-reader.h"

#include <string.h>

#include "document/sc-markdown-spans.h"
#include "document/sc-markdown-table.h"

typedef struct {
  char **lines; /* of the text, as cmark counts them */
  guint n_lines;
  guint depth;
  guint n_quotes; /* around what is being read */
} Reading;

static void read_children (Reading    *self,
                           cmark_node *parent,
                           GPtrArray  *blocks);

static void
read_literal (cmark_node *node,
              ScBlockKind kind,
              GPtrArray  *blocks)
{
  g_autofree char *text = g_strchomp (g_strdup (cmark_node_get_literal (node)));
  ScBlock *block;

  if (*text == '\0')
    return;

  block = sc_block_new (kind);
  sc_spans_add (block->spans, text, kind == SC_BLOCK_CODE ? SC_SPAN_CODE : SC_SPAN_PLAIN, NULL);
  g_ptr_array_add (blocks, block);
}

/* Returns the paragraph's lines as they were written, without what makes them part of a
 * list or a quote. */
static char **
take_lines (const Reading *self,
            cmark_node    *paragraph)
{
  guint first = (guint) MAX (cmark_node_get_start_line (paragraph), 1) - 1;
  guint end = MIN ((guint) MAX (cmark_node_get_end_line (paragraph), 0), self->n_lines);
  gsize column = (gsize) MAX (cmark_node_get_start_column (paragraph), 1) - 1;
  g_autoptr (GStrvBuilder) lines = g_strv_builder_new ();

  for (guint i = first; i < end; i++)
    {
      const char *line = self->lines[i];

      if (i == first)
        line += MIN (column, strlen (line));
      else
        line += strspn (line, self->n_quotes > 0 ? " \t>" : " \t");
      g_strv_builder_add (lines, line);
    }

  return g_strv_builder_end (lines);
}

static gboolean
may_be_table (cmark_node *paragraph)
{
  return cmark_node_get_end_line (paragraph) > cmark_node_get_start_line (paragraph);
}

/* What stands above a table without an empty line between is a paragraph by itself. */
static gboolean
read_table (Reading    *self,
            cmark_node *paragraph,
            GPtrArray  *blocks)
{
  g_auto (GStrv) lines = take_lines (self, paragraph);
  guint first;

  if (!sc_markdown_find_table (lines, &first))
    return FALSE;

  if (first > 0)
    {
      g_autofree char *table = g_steal_pointer (&lines[first]);
      g_autofree char *above = g_strjoinv ("\n", lines);

      sc_markdown_read (above, blocks);
      lines[first] = g_steal_pointer (&table);
    }
  sc_markdown_add_table (lines + first, blocks);

  return TRUE;
}

static void
read_paragraph (Reading    *self,
                cmark_node *node,
                GPtrArray  *blocks)
{
  if (may_be_table (node) && read_table (self, node, blocks))
    return;

  sc_markdown_add_spans (node, sc_blocks_add_paragraph (blocks, NULL, NULL)->spans);
}

static void
read_heading (cmark_node *node,
              GPtrArray  *blocks)
{
  ScBlock *block = sc_block_new (SC_BLOCK_SUBHEADING);

  sc_markdown_add_spans (node, block->spans);
  if (block->spans->len > 0)
    g_ptr_array_add (blocks, block);
  else
    sc_block_free (block);
}

static void
read_list (Reading    *self,
           cmark_node *node,
           GPtrArray  *blocks)
{
  ScBlock *list = sc_blocks_add_list (blocks, cmark_node_get_list_type (node) == CMARK_ORDERED_LIST);

  if (list->is_ordered)
    list->first = (guint) MAX (cmark_node_get_list_start (node), 0);
  for (cmark_node *item = cmark_node_first_child (node); item != NULL; item = cmark_node_next (item))
    read_children (self, item, sc_block_add_item (list));
}

static void
read_quote (Reading    *self,
            cmark_node *node,
            GPtrArray  *blocks)
{
  ScBlock *quote = sc_block_new (SC_BLOCK_QUOTE);

  g_ptr_array_add (blocks, quote);
  self->n_quotes++;
  read_children (self, node, sc_block_add_item (quote));
  self->n_quotes--;
}

/* Returns the innermost words below @node: beyond the deepest list, its words alone. */
static void
read_flat (cmark_node *node,
           GPtrArray  *blocks)
{
  cmark_iter *iter = cmark_iter_new (node);
  cmark_event_type event;

  while ((event = cmark_iter_next (iter)) != CMARK_EVENT_DONE)
    {
      cmark_node *inner = cmark_iter_get_node (iter);
      cmark_node_type type = cmark_node_get_type (inner);

      if (event != CMARK_EVENT_ENTER)
        continue;
      if (type == CMARK_NODE_PARAGRAPH || type == CMARK_NODE_HEADING)
        sc_markdown_add_spans (inner, sc_blocks_add_paragraph (blocks, NULL, NULL)->spans);
      else if (type == CMARK_NODE_CODE_BLOCK || type == CMARK_NODE_HTML_BLOCK)
        read_literal (inner, type == CMARK_NODE_CODE_BLOCK ? SC_BLOCK_CODE : SC_BLOCK_PARAGRAPH, blocks);
    }

  cmark_iter_free (iter);
}

static void
read_nested (Reading    *self,
             cmark_node *node,
             GPtrArray  *blocks)
{
  if (self->depth == SC_MARKDOWN_MAX_DEPTH)
    {
      read_flat (node, blocks);
      return;
    }

  self->depth++;
  if (cmark_node_get_type (node) == CMARK_NODE_LIST)
    read_list (self, node, blocks);
  else
    read_quote (self, node, blocks);
  self->depth--;
}

static void
read_block (Reading    *self,
            cmark_node *node,
            GPtrArray  *blocks)
{
  switch (cmark_node_get_type (node))
    {
    case CMARK_NODE_BLOCK_QUOTE:
    case CMARK_NODE_LIST:
      read_nested (self, node, blocks);
      break;

    case CMARK_NODE_CODE_BLOCK:
      read_literal (node, SC_BLOCK_CODE, blocks);
      break;

    case CMARK_NODE_HTML_BLOCK:
      read_literal (node, SC_BLOCK_PARAGRAPH, blocks);
      break;

    case CMARK_NODE_PARAGRAPH:
      read_paragraph (self, node, blocks);
      break;

    case CMARK_NODE_HEADING:
      read_heading (node, blocks);
      break;

    case CMARK_NODE_THEMATIC_BREAK:
      g_ptr_array_add (blocks, sc_block_new (SC_BLOCK_RULE));
      break;

    default:
      break;
    }
}

static void
read_children (Reading    *self,
               cmark_node *parent,
               GPtrArray  *blocks)
{
  for (cmark_node *node = cmark_node_first_child (parent); node != NULL; node = cmark_node_next (node))
    read_block (self, node, blocks);
}

/* Words too long to be looked into. */
static void
read_plain (const char *text,
            GPtrArray  *blocks)
{
  g_auto (GStrv) paragraphs = g_strsplit (text, "\n\n", -1);

  for (guint i = 0; paragraphs[i] != NULL; i++)
    if (*g_strstrip (paragraphs[i]) != '\0')
      sc_blocks_add_paragraph (blocks, NULL, paragraphs[i]);
}

/* Returns @text with one kind of line end, and nothing in it that is no text. */
static char *
clean (const char *text)
{
  g_autofree char *valid = g_utf8_make_valid (text, -1);
  char *to = valid;

  for (const char *from = valid; *from != '\0'; from++)
    if (*from == '\r')
      *to++ = from[1] == '\n' ? *++from : '\n';
    else
      *to++ = *from;
  *to = '\0';

  return g_steal_pointer (&valid);
}

static gboolean
is_fence (const char *line)
{
  return g_str_has_prefix (line, "```") || g_str_has_prefix (line, "~~~");
}

/* “[^1]: …” at the beginning of a line is where a link leads to CommonMark, which does not
 * show that: to whoever writes a footnote it is words. */
static char *
keep_footnotes (const char *text)
{
  g_auto (GStrv) lines = g_strsplit (text, "\n", -1);
  g_autoptr (GString) kept = g_string_new (NULL);
  gboolean is_code = FALSE;

  for (guint i = 0; lines[i] != NULL; i++)
    {
      gsize indent = strspn (lines[i], " ");
      const char *line = lines[i] + indent;

      is_code = is_code != (indent < 4 && is_fence (line));
      if (i > 0)
        g_string_append_c (kept, '\n');
      g_string_append_len (kept, lines[i], (gssize) indent);
      if (!is_code && indent < 4 && g_str_has_prefix (line, "[^") && strstr (line, "]:") != NULL)
        g_string_append_c (kept, '\\');
      g_string_append (kept, line);
    }

  return g_string_free_and_steal (g_steal_pointer (&kept));
}

/**
 * sc_markdown_read:
 * @text: words in Markdown, with line ends of any kind
 * @blocks: (element-type ScBlock): what they are put behind
 *
 * Raw HTML is shown as text, and so are footnotes. Nothing is left out, but for links that lead neither into
 * the document nor to the web, a mail address or a telephone.
 */
void
sc_markdown_read (const char *text,
                  GPtrArray  *blocks)
{
  g_autofree char *cleaned = clean (text);
  g_autofree char *clear = strstr (cleaned, "[^") != NULL ? keep_footnotes (cleaned) : g_strdup (cleaned);
  g_auto (GStrv) lines = NULL;
  cmark_node *root;

  if (strlen (clear) > SC_MARKDOWN_MAX_BYTES)
    {
      read_plain (clear, blocks);
      return;
    }

  lines = g_strsplit (clear, "\n", -1);
  root = cmark_parse_document (clear, strlen (clear), CMARK_OPT_DEFAULT);
  read_children (&(Reading) { .lines = lines, .n_lines = g_strv_length (lines) }, root, blocks);
  cmark_node_free (root);
}
