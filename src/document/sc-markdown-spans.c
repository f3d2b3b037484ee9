/* SPDX-License-Identifier: GPL-3.0-or-later */

/* cmark's inline nodes as spans: emphasis, code, links. Raw HTML stays the words that
 * it is, and a picture is what it says instead: documents take nothing from the net. */

#include "document/sc-markdown-spans.h"

#include <string.h>

/* A line of a table is put behind this, so that no word at its beginning makes a list or
 * a heading of it. */
#define BEFORE_LINE "x "

typedef struct {
  GPtrArray *spans;
  GString *text; /* of the span that is being read */
  ScSpanLook look;
  char *link;
  guint n_bold;
  guint n_italic;
  guint n_links;
} Reading;

static void
end_span (Reading *self)
{
  if (self->text->len > 0)
    sc_spans_add (self->spans, self->text->str, self->look, self->link);
  g_string_truncate (self->text, 0);
}

static void
add_words (Reading    *self,
           const char *words,
           ScSpanLook  extra)
{
  ScSpanLook look = extra;

  if (self->n_bold > 0)
    look |= SC_SPAN_BOLD;
  if (self->n_italic > 0)
    look |= SC_SPAN_ITALIC;
  if (look != self->look)
    end_span (self);
  self->look = look;
  g_string_append (self->text, words);
}

/* Where a link may lead out of a document: what runs a script or opens a file may not. */
static gboolean
is_address (const char *url)
{
  static const char *const schemes[] = { "http://", "https://", "mailto:", "tel:", "#" };

  for (guint i = 0; i < G_N_ELEMENTS (schemes); i++)
    if (g_ascii_strncasecmp (url, schemes[i], strlen (schemes[i])) == 0)
      return TRUE;

  return FALSE;
}

/* Links may hold pictures, which are links too; the outermost counts. */
static void
enter_link (Reading    *self,
            cmark_node *node)
{
  const char *url = cmark_node_get_url (node);

  if (self->n_links++ > 0 || url == NULL || !is_address (url))
    return;

  end_span (self);
  self->link = g_strdup (url);
}

static void
leave_link (Reading *self)
{
  if (--self->n_links > 0)
    return;

  end_span (self);
  g_clear_pointer (&self->link, g_free);
}

static void
enter (Reading    *self,
       cmark_node *node)
{
  switch (cmark_node_get_type (node))
    {
    case CMARK_NODE_TEXT:
    case CMARK_NODE_HTML_INLINE:
      add_words (self, cmark_node_get_literal (node), SC_SPAN_PLAIN);
      break;

    case CMARK_NODE_CODE:
      add_words (self, cmark_node_get_literal (node), SC_SPAN_CODE);
      break;

    case CMARK_NODE_SOFTBREAK:
      add_words (self, " ", SC_SPAN_PLAIN);
      break;

    case CMARK_NODE_LINEBREAK:
      add_words (self, "\n", SC_SPAN_PLAIN);
      break;

    case CMARK_NODE_STRONG:
      self->n_bold++;
      break;

    case CMARK_NODE_EMPH:
      self->n_italic++;
      break;

    case CMARK_NODE_LINK:
    case CMARK_NODE_IMAGE:
      enter_link (self, node);
      break;

    default:
      break;
    }
}

static void
leave (Reading    *self,
       cmark_node *node)
{
  switch (cmark_node_get_type (node))
    {
    case CMARK_NODE_STRONG:
      self->n_bold--;
      break;

    case CMARK_NODE_EMPH:
      self->n_italic--;
      break;

    case CMARK_NODE_LINK:
    case CMARK_NODE_IMAGE:
      leave_link (self);
      break;

    default:
      break;
    }
}

/**
 * sc_markdown_add_spans:
 * @parent: a paragraph or heading as cmark has parsed it
 * @spans: (element-type ScSpan): what its words are put behind
 *
 * However deep emphasis lies in emphasis, this does not call itself.
 */
void
sc_markdown_add_spans (cmark_node *parent,
                       GPtrArray  *spans)
{
  Reading self = { .spans = spans, .text = g_string_new (NULL) };
  cmark_iter *iter = cmark_iter_new (parent);
  cmark_event_type event;

  while ((event = cmark_iter_next (iter)) != CMARK_EVENT_DONE)
    {
      cmark_node *node = cmark_iter_get_node (iter);

      if (node == parent)
        continue;
      if (event == CMARK_EVENT_ENTER)
        enter (&self, node);
      else
        leave (&self, node);
    }
  end_span (&self);

  cmark_iter_free (iter);
  g_string_free (self.text, TRUE);
}

/**
 * sc_markdown_add_line:
 * @line: the words of a table's cell, or of anything that is no more than a line
 * @spans: (element-type ScSpan): what they are put behind
 */
void
sc_markdown_add_line (const char *line,
                      GPtrArray  *spans)
{
  g_autofree char *behind = g_strconcat (BEFORE_LINE, line, NULL);
  g_autoptr (GPtrArray) read = sc_spans_new ();
  cmark_node *root = cmark_parse_document (behind, strlen (behind), CMARK_OPT_DEFAULT);
  cmark_node *paragraph = cmark_node_first_child (root);

  if (paragraph != NULL)
    sc_markdown_add_spans (paragraph, read);
  for (guint i = 0; i < read->len; i++)
    {
      const ScSpan *span = read->pdata[i];
      gsize skip = i == 0 ? MIN (strlen (BEFORE_LINE), strlen (span->text)) : 0;

      if (span->text[skip] != '\0')
        sc_spans_add (spans, span->text + skip, span->look, span->link);
    }

  cmark_node_free (root);
}
