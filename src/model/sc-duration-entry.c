/* SPDX-License-Identifier: GPL-3.0-or-later */

/* Target times as people write them, in a field or a spreadsheet: “5”, “1.5”, “2–3 days”,
 * “1 день 4 ч”, “2 weeks”. In both languages whatever the user's: tables travel. */

#include "model/sc-duration-entry.h"

#include <math.h>
#include <string.h>

/* Of a month, twelve of which are a year of some 250 days. */
#define DAYS_A_MONTH 21
#define DAYS_A_WEEK 5

/* What a word of a time begins with, and how many hours or days it is. */
static const struct {
  const char *start;
  double hours;
  double days;
} words[] = {
  /* Longer ones first: “месяц” and “мин” begin as “м”. */
  { "мин", 1 / 60.0, 0 }, { "min", 1 / 60.0, 0 },
  { "мес", 0, DAYS_A_MONTH }, { "month", 0, DAYS_A_MONTH }, { "mo", 0, DAYS_A_MONTH },
  { "нед", 0, DAYS_A_WEEK }, { "week", 0, DAYS_A_WEEK }, { "wk", 0, DAYS_A_WEEK }, { "w", 0, DAYS_A_WEEK },
  { "час", 1, 0 }, { "ч", 1, 0 }, { "hour", 1, 0 }, { "hr", 1, 0 }, { "h", 1, 0 },
  { "дн", 0, 1 }, { "ден", 0, 1 }, { "д", 0, 1 }, { "day", 0, 1 }, { "d", 0, 1 },
};

/* What may stand in front of these. */
static const char *const fillers[] = { "рабочих", "рабочие", "рабочий", "рабочего", "раб", "р", "working", "work", "business" };

static const char *
skip_spaces (const char *text)
{
  while (*text != '\0' && g_unichar_isspace (g_utf8_get_char (text)))
    text = g_utf8_next_char (text);

  return text;
}

/* Either decimal mark; of “2–3” it is the longer time. */
static gboolean
read_number (const char **text,
             double      *number)
{
  static const char *const ranges[] = { "–", "—", "-", "…", ".." };
  g_autofree char *digits = NULL;
  gsize length = strspn (*text, "0123456789.,");
  double value;

  while (length > 0 && !g_ascii_isdigit ((*text)[length - 1]))
    length--;
  if (length == 0 || !g_ascii_isdigit (**text))
    return FALSE;

  digits = g_strdelimit (g_strndup (*text, length), ",", '.');
  if (strchr (digits, '.') != strrchr (digits, '.'))
    return FALSE;
  value = g_ascii_strtod (digits, NULL);
  *text = skip_spaces (*text + length);

  for (guint i = 0; i < G_N_ELEMENTS (ranges); i++)
    if (g_str_has_prefix (*text, ranges[i]))
      {
        const char *rest = skip_spaces (*text + strlen (ranges[i]));

        if (!read_number (&rest, number) || *number < value)
          return FALSE;
        *text = rest;
        return TRUE;
      }

  *number = value;

  return TRUE;
}

/* Takes the word that stands there, without a full stop behind it. */
static char *
take_word (const char **text)
{
  const char *end = *text;
  char *word;

  while (*end != '\0' && g_unichar_isalpha (g_utf8_get_char (end)))
    end = g_utf8_next_char (end);
  word = g_utf8_casefold (*text, end - *text);
  *text = skip_spaces (*end == '.' ? end + 1 : end);

  return word;
}

static gboolean
is_filler (const char *word)
{
  for (guint i = 0; i < G_N_ELEMENTS (fillers); i++)
    if (g_str_equal (word, fillers[i]))
      return TRUE;

  return FALSE;
}

/* One letter stands for a word only alone. */
static gboolean
is_word (const char *word,
         const char *start)
{
  return g_utf8_strlen (start, -1) < 2 ? g_str_equal (word, start) : g_str_has_prefix (word, start);
}

/* Reads “days” of “5 days”, also with “working” in front; nothing is @unit. */
static gboolean
read_unit (const char **text,
           ScUnit       unit,
           double      *hours,
           double      *days)
{
  g_autofree char *word = take_word (text);

  while (*word != '\0' && is_filler (word))
    {
      g_free (word);
      word = take_word (text);
    }

  *hours = unit == SC_UNIT_WORKING_HOURS ? 1 : 0;
  *days = unit == SC_UNIT_WORKING_DAYS ? 1 : 0;
  if (*word == '\0')
    return TRUE;

  for (guint i = 0; i < G_N_ELEMENTS (words); i++)
    if (is_word (word, words[i].start))
      {
        *hours = words[i].hours;
        *days = words[i].days;
        return TRUE;
      }

  return FALSE;
}

/**
 * sc_duration_parse:
 * @text: what a person wrote
 * @unit: what a number without a word counts
 * @calendar: how long a working day is
 * @duration: (out): the time; of nothing, or 0, none
 *
 * Reads a target time, such as “5”, “1.5 days”, “2–3 дня” or “1 day 4 hours”: a part of a
 * day in hours, begun hours as whole ones.
 *
 * Returns: whether it is one
 */
gboolean
sc_duration_parse (const char       *text,
                   ScUnit            unit,
                   const ScCalendar *calendar,
                   ScDuration       *duration)
{
  const char *rest = skip_spaces (text);
  double hours = 0;
  double days = 0;
  double total;

  while (*rest != '\0')
    {
      double number, as_hours, as_days;

      if (!read_number (&rest, &number) || !read_unit (&rest, unit, &as_hours, &as_days))
        return FALSE;
      hours += number * as_hours;
      days += number * as_days;
    }

  if (hours == 0 && days == floor (days) && days <= SC_DURATION_MAX)
    {
      *duration = (ScDuration) { (guint) days, SC_UNIT_WORKING_DAYS };
      return TRUE;
    }

  total = ceil (hours + days * sc_calendar_get_hours (calendar) - 1e-6);
  if (total > SC_DURATION_MAX)
    return FALSE;
  *duration = (ScDuration) { (guint) total, SC_UNIT_WORKING_HOURS };

  return TRUE;
}

/**
 * sc_duration_names_unit:
 * @text: what a person wrote
 *
 * Returns: whether it says by a word what it counts, so that it can be nothing but a time
 */
gboolean
sc_duration_names_unit (const char *text)
{
  ScDuration duration;

  for (const char *c = text; *c != '\0'; c = g_utf8_next_char (c))
    if (g_unichar_isalpha (g_utf8_get_char (c)))
      return sc_duration_parse (text, SC_UNIT_WORKING_DAYS, sc_calendar_get_standard (), &duration);

  return FALSE;
}
