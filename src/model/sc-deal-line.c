/* SPDX-License-Identifier: GPL-3.0-or-later */

/* Reads a deal that is typed as one line: “Printer, Acme, 1,250 €, call tomorrow 11:00”,
 * «Станок ЧПУ, ООО Вектор, 120 000 ₽, звонок завтра 11:00». The first part is the title and
 * the next plain one the company; an amount and a step that ends in a day or a time are known
 * by their look, wherever they stand behind the title. What is none of these stays in the
 * title. */

#include "model/sc-deal-line.h"

#include <glib/gi18n-lib.h>
#include <string.h>

#include "model/sc-amount-entry.h"
#include "model/sc-due-entry.h"

/* The most words that a day with a time has: “the day after tomorrow at 3 pm”. */
#define MAX_DUE_WORDS 7

/* A unit behind a number is short: kW, kg, шт. */
#define MAX_UNIT_LETTERS 4

typedef struct {
  gsize start;
  gsize end;
} Part;

static gboolean
is_comma (gunichar c)
{
  return c == ',' || c == 0x060c /* Arabic */ || c == 0xff0c /* full width */;
}

/* “2,5” is one number; behind a comma with a space begins another part. */
static gboolean
is_in_number (const char *text,
              const char *comma)
{
  const char *next = g_utf8_next_char (comma);

  return comma > text && g_unichar_isdigit (g_utf8_get_char (g_utf8_prev_char (comma)))
         && g_unichar_isdigit (g_utf8_get_char (next));
}

static void
add_part (GArray     *parts,
          const char *text,
          const char *start,
          const char *end)
{
  Part part;

  while (start < end && g_unichar_isspace (g_utf8_get_char (start)))
    start = g_utf8_next_char (start);
  while (end > start && g_unichar_isspace (g_utf8_get_char (g_utf8_prev_char (end))))
    end = g_utf8_prev_char (end);

  part.start = (gsize) (start - text);
  part.end = (gsize) (end - text);
  if (part.end > part.start)
    g_array_append_val (parts, part);
}

static GArray *
split (const char *text)
{
  GArray *parts = g_array_new (FALSE, FALSE, sizeof (Part));
  const char *start = text;
  const char *p;

  for (p = text; *p != '\0'; p = g_utf8_next_char (p))
    if (is_comma (g_utf8_get_char (p)) && !is_in_number (text, p))
      {
        add_part (parts, text, start, p);
        start = g_utf8_next_char (p);
      }
  add_part (parts, text, start, p);

  return parts;
}

/* With the digits that readers of amounts and days know. */
static char *
dup_part (const char *text,
          Part        part)
{
  GString *copy = g_string_new (NULL);

  for (const char *p = text + part.start; p < text + part.end; p = g_utf8_next_char (p))
    {
      gunichar c = g_utf8_get_char (p);

      if (c >= 0x80 && g_unichar_isdigit (c))
        g_string_append_c (copy, (char) ('0' + g_unichar_digit_value (c)));
      else if (c == 0x066b /* Arabic decimal mark */)
        g_string_append_c (copy, ',');
      else if (c == 0x066c /* Arabic thousands mark */)
        g_string_append_c (copy, ' ');
      else
        g_string_append_unichar (copy, c);
    }

  return g_string_free_and_steal (copy);
}

/* “2,5 кВт”, “40 pcs”, “5m”: a number with a unit is no company, but 3M is one. */
static gboolean
is_measure (const char *text)
{
  const char *unit = text + strspn (text, "0123456789.,");

  if (unit > text && strcmp (unit, "m") == 0)
    return TRUE;
  if (unit == text || *unit != ' ')
    return FALSE;

  unit += strspn (unit, " ");

  return strchr (unit, ' ') == NULL && g_utf8_strlen (unit, -1) <= MAX_UNIT_LETTERS;
}

/* Two numbers with a space between them are hardly a day. */
static gboolean
is_spaced_numbers (const char *text)
{
  return strchr (text, ' ') != NULL && text[strspn (text, "0123456789 ")] == '\0';
}

/**
 * sc_deal_line_read_step:
 * @text: part of a line
 * @step: (out) (transfer full): what is to be done; where @text is a day alone, to get in
 *   touch
 * @due: (out): by when
 * @time: (out): at what time, may be none
 *
 * Returns: whether @text ends in a day or a time
 */
gboolean
sc_deal_line_read_step (const char *text,
                        char      **step,
                        ScDate     *due,
                        ScDayTime  *time)
{
  const char *starts[MAX_DUE_WORDS];
  guint n = 0;

  /* Words from the end on; the most of them that are a day and a time are taken. */
  for (const char *p = text + strlen (text); p > text && n < MAX_DUE_WORDS; p--)
    if (p[-1] != ' ' && (p - 1 == text || p[-2] == ' '))
      starts[n++] = p - 1;

  for (guint i = n; i > 0; i--)
    {
      const char *tail = starts[i - 1];

      if (!is_spaced_numbers (tail) && sc_due_entry_parse (tail, due, time) && *due != SC_DATE_NONE)
        {
          g_autofree char *words = g_strndup (text, (gsize) (tail - text));

          g_strstrip (words);
          /* Translators: a next step of which only the day was typed */
          *step = words[0] != '\0' ? g_steal_pointer (&words) : g_strdup (C_("next step", "Get in touch"));

          return TRUE;
        }
    }

  return FALSE;
}

static gboolean
take_value (ScDealLine        *self,
            const char        *text,
            const char        *currency,
            const char *const *known)
{
  ScMoney value;

  if (sc_money_is_set (self->value) || sc_amount_entry_is_measure (text)
      || sc_amount_entry_read (text, currency, known, &value) != SC_AMOUNT_READ)
    return FALSE;

  self->value = value;

  return TRUE;
}

static gboolean
take_company (ScDealLine *self,
              const char *text,
              const char *line,
              Part        part)
{
  if (self->company_end > 0 || is_measure (text))
    return FALSE;

  self->company_start = part.start;
  self->company_end = part.end;
  /* A dash is for no company. */
  if (strcmp (text, "-") != 0 && strcmp (text, "–") != 0 && strcmp (text, "—") != 0)
    self->company = g_strndup (line + part.start, part.end - part.start);

  return TRUE;
}

static void
add_to_title (GString    *title,
              const char *line,
              Part        part)
{
  g_string_append (title, title->len > 0 ? ", " : "");
  g_string_append_len (title, line + part.start, (gssize) (part.end - part.start));
}

/**
 * sc_deal_line_read:
 * @self: (out): what the line says
 * @text: what a person typed
 * @currency: the code of the currency of amounts that say none
 * @known: %NULL-terminated codes of currencies that a shared sign can mean, the likeliest first
 *
 * Parts are set off by commas; one between digits belongs to their number.
 */
void
sc_deal_line_read (ScDealLine        *self,
                   const char        *text,
                   const char        *currency,
                   const char *const *known)
{
  g_autoptr (GArray) parts = split (text);
  g_autoptr (GString) title = g_string_new (NULL);

  *self = (ScDealLine) { 0 };
  for (guint i = 0; i < parts->len; i++)
    {
      Part part = g_array_index (parts, Part, i);
      g_autofree char *plain = dup_part (text, part);

      if (i == 0)
        add_to_title (title, text, part);
      else if (!take_value (self, plain, currency, known)
               && (self->next_step != NULL
                   || !sc_deal_line_read_step (plain, &self->next_step, &self->due, &self->due_time))
               && !take_company (self, plain, text, part))
        add_to_title (title, text, part);
    }
  self->title = g_string_free_and_steal (g_steal_pointer (&title));
}

/**
 * sc_deal_line_clear:
 * @self: what a line says
 */
void
sc_deal_line_clear (ScDealLine *self)
{
  g_clear_pointer (&self->title, g_free);
  g_clear_pointer (&self->company, g_free);
  g_clear_pointer (&self->next_step, g_free);
}
