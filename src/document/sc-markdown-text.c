/* SPDX-License-Identifier: GPL-3.0-or-later */

/* Words in Markdown that read back as the same words (CommonMark 0.31, 2.4 and 6).
 *
 * Bold is outermost and made with two asterisks, italic with an underscore, links are
 * innermost: so that no two signs can be taken for one. A sign between letters is none, or
 * not the one that was meant (6.2); there the outer letter is written as its number. White space at the edge of what stands out is held back and put outside. */

#include "document/sc-markdown-text.h"

#include <string.h>

#include "document/sc-markup.h"

typedef struct {
  GString *markdown;
  ScMarkdownWhere where;
  GHashTable *anchors;
  gsize start;       /* where the words begin in @markdown */
  GString *held;     /* white space after the last word */
  ScSpanLook open;   /* bold and italic that are begun */
  const char *link;  /* the link that is begun */
  gunichar last;     /* the letter written last, 0 at the beginning */
  gunichar before_line; /* the letter before the last that is no underscore */
  gsize last_place;  /* where it stands, if it may be written as its number */
  gboolean has_to_number_next;
} Writing;

#define NO_PLACE G_MAXSIZE

/* Of the number of a list's item. */
#define MAX_DIGITS 9

static gboolean
is_space (gunichar c)
{
  return c == 0 || g_unichar_isspace (c) || g_unichar_type (c) == G_UNICODE_SPACE_SEPARATOR;
}

/* What every version of CommonMark takes for punctuation: symbols are since 0.31 only. */
static gboolean
is_punctuation (gunichar c)
{
  switch (g_unichar_type (c))
    {
    case G_UNICODE_CURRENCY_SYMBOL:
    case G_UNICODE_MODIFIER_SYMBOL:
    case G_UNICODE_MATH_SYMBOL:
    case G_UNICODE_OTHER_SYMBOL:
      return c < 0x80;

    default:
      return g_unichar_ispunct (c);
    }
}

/* Whether a sign beside @outer, which it does not stand for, is one whatever stands on its
 * other side. */
static gboolean
is_sure (gunichar outer)
{
  return is_space (outer) || is_punctuation (outer);
}

static void
append_number (GString *markdown,
               gunichar c)
{
  g_string_append_printf (markdown, "&#%u;", c);
}

static void
number_last (Writing *self)
{
  if (self->last_place == NO_PLACE)
    return;

  g_string_truncate (self->markdown, self->last_place);
  append_number (self->markdown, self->last);
  self->last_place = NO_PLACE;
  self->last = ';';
}

static void
append_sign (Writing    *self,
             const char *sign)
{
  g_string_append (self->markdown, sign);
  self->last = (guchar) sign[strlen (sign) - 1];
  self->before_line = self->last;
  self->last_place = NO_PLACE;
}

static void
open_look (Writing   *self,
           ScSpanLook look)
{
  if (!is_sure (self->last))
    number_last (self);
  append_sign (self, look == SC_SPAN_ITALIC ? "_" : "**");
  self->open |= look;
}

/* @next: the letter that comes behind the sign, 0 where there is a space or nothing */
static void
close_look (Writing   *self,
            ScSpanLook look,
            gunichar   next)
{
  self->has_to_number_next = !is_sure (next);
  append_sign (self, look == SC_SPAN_ITALIC ? "_" : "**");
  self->open &= ~look;
}

static void
append_address (GString    *markdown,
                const char *address)
{
  gboolean is_plain = strpbrk (address, " ()<>\\\"'|;\t\n") == NULL;

  if (is_plain)
    {
      g_string_append (markdown, address);
      return;
    }

  g_string_append_c (markdown, '<');
  for (const char *p = address; *p != '\0'; p++)
    if (*p == '\n')
      g_string_append (markdown, "%0A");
    else if (strchr ("<>\\&|", *p) != NULL)
      g_string_append_printf (markdown, "\\%c", *p);
    else
      g_string_append_c (markdown, *p);
  g_string_append_c (markdown, '>');
}

static void
close_link (Writing *self)
{
  if (self->link == NULL)
    return;

  g_string_append (self->markdown, "](");
  append_address (self->markdown, self->link);
  append_sign (self, ")");
  self->link = NULL;
}

static gboolean
is_empty (const Writing *self)
{
  return self->markdown->len == self->start;
}

static void
release_held (Writing *self)
{
  const char *p = is_empty (self) ? "" : self->held->str;

  for (; *p != '\0'; p++)
    if (*p != '\n')
      g_string_append_c (self->markdown, *p);
    else
      {
        g_string_append (self->markdown, self->where == SC_MARKDOWN_IN_PARAGRAPH ? "\\\n" : " ");
        p += strspn (p + 1, " \t");
      }
  if (self->held->len > 0)
    {
      self->last = ' ';
      self->last_place = NO_PLACE;
      self->has_to_number_next = FALSE;
    }
  g_string_truncate (self->held, 0);
}

/* Ends what is not wanted any more and begins what is, before the letter @first. */
static void
turn_to (Writing    *self,
         ScSpanLook  look,
         const char *link,
         gunichar    first)
{
  gunichar next = self->held->len > 0 ? 0 : first;
  gboolean turns_bold = ((self->open ^ look) & SC_SPAN_BOLD) != 0;

  if (self->open != look || g_strcmp0 (self->link, link) != 0)
    close_link (self);
  if ((self->open & SC_SPAN_ITALIC) != 0 && (turns_bold || (look & SC_SPAN_ITALIC) == 0))
    close_look (self, SC_SPAN_ITALIC, (self->open & ~look & SC_SPAN_BOLD) != 0 ? '*' : next);
  if ((self->open & ~look & SC_SPAN_BOLD) != 0)
    close_look (self, SC_SPAN_BOLD, next);
  release_held (self);

  if ((look & ~self->open & SC_SPAN_BOLD) != 0)
    open_look (self, SC_SPAN_BOLD);
  if ((look & ~self->open & SC_SPAN_ITALIC) != 0)
    open_look (self, SC_SPAN_ITALIC);
  if (link != NULL && self->link == NULL)
    {
      /* Else it would be a picture. */
      if (self->last == '!' && self->last_place != NO_PLACE)
        g_string_insert_c (self->markdown, (gssize) self->last_place, '\\');
      append_sign (self, "[");
      self->link = link;
    }
}

/* Whether a list's number ends at @p, as in “1.” at the beginning of a line. */
static gboolean
ends_number (const Writing *self,
             const char    *p)
{
  const char *line = self->markdown->str + self->start;
  const char *end = self->markdown->str + self->markdown->len;
  guint n_digits = 0;

  while (end > line && n_digits < MAX_DIGITS && g_ascii_isdigit (end[-1]))
    {
      end--;
      n_digits++;
    }

  return (*p == '.' || *p == ')') && n_digits > 0 && (end == line || end[-1] == '\n');
}

/* `&amp;`, or what may become one with what comes behind it */
static gboolean
begins_entity (const char *p)
{
  const char *end = p + 1;

  while (g_ascii_isalnum (*end) || *end == '#')
    end++;

  return *end == '\0' || (*end == ';' && end > p + 1);
}

/* A line to be filled in by hand opens and closes nothing while it stands by itself, with
 * other words on its line (4.1). */
static gboolean
is_blank_line (const Writing *self,
               const char    *p)
{
  const char *end = p + strspn (p, "_");
  const char *next = end + strspn (end, " ");

  return is_space (self->before_line) && next > end && *next != '\n' && *next != '\0' && *next != '_';
}

static gboolean
is_in_word (const Writing *self,
            const char    *p)
{
  return g_unichar_isalnum (self->last) && g_unichar_isalnum (g_utf8_get_char (p + 1));
}

static gboolean
has_to_escape (const Writing *self,
               const char    *p)
{
  gboolean begins_line = self->where == SC_MARKDOWN_IN_PARAGRAPH
                         && (is_empty (self) || self->markdown->str[self->markdown->len - 1] == '\n');

  switch (*p)
    {
    case '\\':
    case '`':
    case '*':
    case '[':
    case ']':
    case '<':
    case '|':
    case '~':
      return TRUE;

    case '_':
      return !is_in_word (self, p) && !is_blank_line (self, p);

    case '&':
      return begins_entity (p);

    case '#':
      return begins_line || self->where == SC_MARKDOWN_IN_HEADING;

    case '+':
    case '-':
    case '=':
    case '>':
    case ':':
      return begins_line;

    case '.':
    case ')':
      return self->where == SC_MARKDOWN_IN_PARAGRAPH && ends_number (self, p);

    default:
      return FALSE;
    }
}

static void
append_letter (Writing    *self,
               const char *p)
{
  gunichar c = g_utf8_get_char (p);
  gboolean has_to_number = self->has_to_number_next && !is_punctuation (c);
  gboolean is_escaped;

  if (self->last != '_')
    self->before_line = self->last;
  is_escaped = has_to_escape (self, p);
  self->has_to_number_next = FALSE;
  if (has_to_number)
    {
      append_number (self->markdown, c);
      self->last = ';';
      self->last_place = NO_PLACE;
      return;
    }

  if (is_escaped)
    g_string_append_c (self->markdown, '\\');
  self->last = c;
  self->last_place = is_escaped ? NO_PLACE : self->markdown->len;
  g_string_append_len (self->markdown, p, g_utf8_next_char (p) - p);
}

static void
append_words (Writing      *self,
              const ScSpan *span)
{
  ScSpanLook look = span->look & (SC_SPAN_BOLD | SC_SPAN_ITALIC);
  gboolean has_begun = FALSE;

  for (const char *p = span->text; *p != '\0'; p = g_utf8_next_char (p))
    {
      gunichar c = g_utf8_get_char (p);

      if (!sc_is_writable (c))
        continue;
      if (is_space (c))
        {
          g_string_append_len (self->held, p, g_utf8_next_char (p) - p);
          continue;
        }
      if (!has_begun)
        turn_to (self, look, span->link, c);
      else
        release_held (self);
      has_begun = TRUE;
      append_letter (self, p);
    }
}

static gsize
count_backticks (const char *code)
{
  gsize most = 0, run = 0;

  for (const char *p = code; *p != '\0'; p++)
    {
      run = *p == '`' ? run + 1 : 0;
      most = MAX (most, run);
    }

  return most;
}

static void
append_code (Writing      *self,
             const ScSpan *span,
             const char   *words)
{
  g_autofree char *code = sc_text_to_writable (words);
  gsize length = strlen (code);
  g_autofree char *fence = g_strnfill (count_backticks (code) + 1, '`');
  gboolean is_padded;

  if (length == 0)
    return;

  g_strdelimit (code, "\n", ' ');
  is_padded = code[0] == '`' || code[length - 1] == '`'
              || (code[0] == ' ' && code[length - 1] == ' ' && code[strspn (code, " ")] != '\0');
  turn_to (self, span->look & (SC_SPAN_BOLD | SC_SPAN_ITALIC), span->link, '`');
  g_string_append_printf (self->markdown, "%s%s", fence, is_padded ? " " : "");
  for (const char *p = code; *p != '\0'; p++)
    {
      if (*p == '|' && self->where == SC_MARKDOWN_IN_CELL)
        g_string_append_c (self->markdown, '\\');
      g_string_append_c (self->markdown, *p);
    }
  g_string_append (self->markdown, is_padded ? " " : "");
  append_sign (self, fence);
  self->has_to_number_next = FALSE;
}

/* A link within the document leads to the heading that has this anchor, else nowhere. */
static ScSpan
follow_link (const Writing *self,
             const ScSpan  *span)
{
  ScSpan followed = *span;

  if (span->link != NULL && span->link[0] == '#')
    followed.link = self->anchors != NULL ? g_hash_table_lookup (self->anchors, span->link + 1) : NULL;

  return followed;
}

/* Returns how many spans from @first are code of one look: two beside each other would be
 * none. */
static guint
count_code (const GPtrArray *spans,
            guint            first,
            GString         *code)
{
  const ScSpan *start = spans->pdata[first];
  guint i;

  for (i = first; i < spans->len; i++)
    {
      const ScSpan *span = spans->pdata[i];

      if (span->look != start->look || g_strcmp0 (span->link, start->link) != 0)
        break;
      g_string_append (code, span->text);
    }

  return i - first;
}

/**
 * sc_markdown_append_spans:
 * @markdown: what they are put behind
 * @spans: (element-type ScSpan): words
 * @where: where they stand
 * @anchors: (nullable) (element-type utf8 utf8): for each section's id, where a link to
 *   it leads
 */
void
sc_markdown_append_spans (GString         *markdown,
                          const GPtrArray *spans,
                          ScMarkdownWhere  where,
                          GHashTable      *anchors)
{
  Writing self = {
    .markdown = markdown, .where = where, .anchors = anchors,
    .start = markdown->len, .held = g_string_new (NULL), .last_place = NO_PLACE,
  };

  for (guint i = 0; i < spans->len; i++)
    {
      ScSpan span = follow_link (&self, spans->pdata[i]);

      if ((span.look & SC_SPAN_CODE) != 0)
        {
          g_autoptr (GString) code = g_string_new (NULL);

          i += count_code (spans, i, code) - 1;
          append_code (&self, &span, code->str);
        }
      else
        append_words (&self, &span);
    }
  g_string_truncate (self.held, 0);
  turn_to (&self, SC_SPAN_PLAIN, NULL, 0);

  g_string_free (self.held, TRUE);
}

/**
 * sc_markdown_append_text:
 * @markdown: what they are put behind
 * @text: words without a look
 * @where: where they stand
 */
void
sc_markdown_append_text (GString        *markdown,
                         const char     *text,
                         ScMarkdownWhere where)
{
  g_autoptr (GPtrArray) spans = sc_spans_of (text);

  sc_markdown_append_spans (markdown, spans, where, NULL);
}
