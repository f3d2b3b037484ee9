/* SPDX-License-Identifier: GPL-3.0-or-later */

/* Cuts a date into its parts, however programs write it: three numbers with a sign
 * between them, eight digits, or a month's name in English or Russian. Most texts
 * of a table are no dates, so one that is none has to be told from its first
 * letters. */

#include "exchange/sc-date-parts.h"

#include <string.h>

#include "model/sc-date.h"

/* No date with a time and its zone spelled out is longer. */
#define MAX_BYTES 120

/* A year of two digits is not further ahead of this one. */
#define MAX_YEARS_AHEAD 10

#define JULIAN_OF_EPOCH 719163

/* Three letters tell a month from the others; none is written shorter. */
#define MIN_LETTERS 3

#define MAX_LETTER_BYTES 6

/* The forms that a month's name has in a date; it may be cut short. */
static const char *const months[12][3] = {
  { "january", "январь", "января" },
  { "february", "февраль", "февраля" },
  { "march", "март", "марта" },
  { "april", "апрель", "апреля" },
  { "may", "май", "мая" },
  { "june", "июнь", "июня" },
  { "july", "июль", "июля" },
  { "august", "август", "августа" },
  { "september", "сентябрь", "сентября" },
  { "october", "октябрь", "октября" },
  { "november", "ноябрь", "ноября" },
  { "december", "декабрь", "декабря" },
};

static const char *const weekdays[] = {
  "monday", "tuesday", "wednesday", "thursday", "friday", "saturday", "sunday",
  "понедельник", "вторник", "среда", "четверг", "пятница", "суббота", "воскресенье",
};

static const char *const short_weekdays[] = { "пн", "вт", "ср", "чт", "пт", "сб", "вс" };

/* “3rd of April”, “3-го апреля”. */
static const char *const words_behind_day[] = { "st", "nd", "rd", "th", "of", "е", "го", "ое" };

static const char *const words_behind_year[] = { "г", "год", "года" };

/* No word that is looked for is longer. */
#define MAX_WORD_BYTES 24

/* A word of a text: where it ends there, and its letters without case, as far as it
 * may be one that is looked for. */
typedef struct {
  const char *end;
  guint n_letters;
  guint n_bytes;
  char folded[MAX_WORD_BYTES + MAX_LETTER_BYTES];
} Word;

/* A date while it is read. */
typedef struct {
  guint day;
  guint month;
  guint year;
} Named;

static const char *
skip_spaces (const char *p)
{
  while (*p == ' ' || ((guchar) * p >= 0x80 && g_unichar_isspace (g_utf8_get_char (p))))
    p = g_utf8_next_char (p);

  return p;
}

static guint
count_digits (const char *p)
{
  guint n_digits = 0;

  while (g_ascii_isdigit (p[n_digits]))
    n_digits++;

  return n_digits;
}

static guint
read_number (const char *p,
             guint       n_digits)
{
  guint number = 0;

  for (guint i = 0; i < n_digits; i++)
    number = number * 10 + (guint) (p[i] - '0');

  return number;
}

/* The letters of dates are of two alphabets, so most need no table of Unicode's. */
static gboolean
fold_letter (const char *p,
             gunichar   *folded)
{
  gunichar c = (guchar) * p < 0x80 ? (guchar) * p : g_utf8_get_char (p);

  *folded = c < 0x80 ? (gunichar) g_ascii_tolower ((char) c) : g_unichar_tolower (c);

  return c < 0x80 ? g_ascii_isalpha ((char) c) : g_unichar_isalpha (c);
}

static Word
find_word (const char *p)
{
  Word word;
  gunichar letter;

  word.n_letters = word.n_bytes = 0;
  for (word.end = p; fold_letter (word.end, &letter); word.end = g_utf8_next_char (word.end))
    {
      if (word.n_bytes <= MAX_WORD_BYTES)
        word.n_bytes += (guint) g_unichar_to_utf8 (letter, word.folded + word.n_bytes);
      word.n_letters++;
    }

  return word;
}

/* Whether @name begins with the word, or is it. */
static gboolean
begins (const char *name,
        const Word *word,
        gboolean    is_whole)
{
  for (guint i = 0; i < word->n_bytes; i++)
    if (name[i] != word->folded[i])
      return FALSE;

  return !is_whole || name[word->n_bytes] == '\0';
}

static gboolean
is_one_of (const char *const *names,
           guint              n_names,
           const Word        *word,
           gboolean           is_whole)
{
  for (guint i = 0; i < n_names; i++)
    if (begins (names[i], word, is_whole))
      return TRUE;

  return FALSE;
}

/* From 1; 0 where it is no month. */
static guint
find_month (const Word *word)
{
  for (guint i = 0; word->n_letters >= MIN_LETTERS && i < G_N_ELEMENTS (months); i++)
    if (is_one_of (months[i], G_N_ELEMENTS (months[i]), word, FALSE))
      return i + 1;

  return 0;
}

static gboolean
is_weekday (const Word *word)
{
  return is_one_of (short_weekdays, G_N_ELEMENTS (short_weekdays), word, TRUE)
         || (word->n_letters >= MIN_LETTERS && is_one_of (weekdays, G_N_ELEMENTS (weekdays), word, FALSE));
}

/* “Z”, “+03:00”, “PM”, “GMT+0300 (Moscow Standard Time)”, “Europe/Moscow”. */
static gboolean
is_zone (const char *p)
{
  while (*(p = skip_spaces (p)) != '\0' && *p != '(')
    {
      guint n_digits = *p == '+' || *p == '-' ? count_digits (p + 1) : 0;
      Word word = find_word (p);

      if (n_digits > 0)
        p += 1 + n_digits;
      else if (word.n_letters > 0)
        p = word.end + strspn (word.end, "./_");
      else
        return FALSE;
      if (n_digits > 0 && *p == ':')
        p += 1 + count_digits (p + 1);
    }

  return *p == '\0' || p[strlen (p) - 1] == ')';
}

/* Behind a date: nothing, or a time of day, which is left out. */
static gboolean
is_time (const char *text)
{
  const char *p = skip_spaces (text);
  guint n_digits;
  Word word;

  if (*p == ',')
    p = skip_spaces (p + 1);
  if (*p == '\0')
    return TRUE;

  word = find_word (p);
  if (word.n_letters > 0 && is_one_of ((const char *const[]) { "t", "at", "в" }, 3, &word, TRUE))
    p = skip_spaces (word.end);
  n_digits = count_digits (p);
  if (p == text || n_digits == 0 || n_digits > (word.n_letters > 0 ? 6 : 2))
    return FALSE;

  p += n_digits;
  while ((*p == ':' || *p == '.' || *p == ',') && count_digits (p + 1) > 0)
    p += 1 + count_digits (p + 1);

  return is_zone (p);
}

static const char *
skip_word_behind_year (const char *text)
{
  Word word = find_word (skip_spaces (text));

  if (word.n_letters == 0 || !is_one_of (words_behind_year, G_N_ELEMENTS (words_behind_year), &word, TRUE))
    return text;

  return *word.end == '.' ? word.end + 1 : word.end;
}

/* Three numbers with the same sign between them. */
static gboolean
cut_numbers (ScDateParts *self,
             const char  *p)
{
  char sign = '\0';

  for (guint i = 0; i < 3; i++)
    {
      self->n_digits[i] = count_digits (p);
      if (self->n_digits[i] == 0 || self->n_digits[i] > 4)
        return FALSE;
      self->numbers[i] = read_number (p, self->n_digits[i]);
      p += self->n_digits[i];
      if (i == 2)
        break;
      if (*p == '\0' || strchr ("-/.", *p) == NULL || (sign != '\0' && *p != sign))
        return FALSE;
      sign = *p++;
      p = skip_spaces (p);
    }

  return *p == '\0' || is_time (*p == '.' ? p + 1 : skip_word_behind_year (p));
}

/* Eight digits, with the year in front or at the end: the first two digits of a year
 * in which anybody deals are no month, so no text can be read in both ways. */
static gboolean
cut_compact (ScDateParts *self,
             const char  *p)
{
  guint n_in_front = sc_date_new (read_number (p, 4), read_number (p + 4, 2), read_number (p + 6, 2)) != SC_DATE_NONE ? 4 : 2;

  self->n_digits[0] = n_in_front;
  self->n_digits[1] = 2;
  self->n_digits[2] = 6 - n_in_front;
  for (guint i = 0; i < 3; i++)
    {
      self->numbers[i] = read_number (p, self->n_digits[i]);
      p += self->n_digits[i];
    }

  return is_time (p);
}

/* Where the month has a name the day stands in front of a year of two digits. */
static gboolean
take_number (Named      *named,
             const char *p,
             guint       n_digits)
{
  guint number = read_number (p, n_digits);

  if (n_digits == 4 && named->year == 0)
    named->year = number;
  else if (n_digits <= 2 && named->day == 0)
    named->day = number;
  else if (n_digits == 2 && named->year == 0 && named->month > 0)
    named->year = sc_date_complete_year (number);
  else
    return FALSE;

  return TRUE;
}

static gboolean
take_word (Named      *named,
           const Word *word)
{
  guint month = named->month == 0 ? find_month (word) : 0;

  if (month > 0)
    named->month = month;
  else if (named->day == 0 && named->year == 0 && named->month == 0)
    return is_weekday (word);
  else
    return is_one_of (words_behind_day, G_N_ELEMENTS (words_behind_day), word, TRUE)
           || is_one_of (words_behind_year, G_N_ELEMENTS (words_behind_year), word, TRUE);

  return TRUE;
}

static gboolean
is_whole (const Named *named)
{
  return named->day > 0 && named->month > 0 && named->year > 0;
}

/* “«3» апреля 2024 г.”, as in contracts. */
static gboolean
is_quote (const char *p)
{
  static const char *const quotes[] = { "\"", "«", "»", "“", "”", "„" };

  for (guint i = 0; i < G_N_ELEMENTS (quotes); i++)
    if (g_str_has_prefix (p, quotes[i]))
      return TRUE;

  return FALSE;
}

/* With a quotation mark, or as a name of a month or of a day of the week does. */
static gboolean
may_begin (const char *p)
{
  static const char letters[] = "adfjmnostwADFJMNOSTW", cyrillic[] = "авдимнопсфчя";
  gunichar letter;

  if ((guchar) * p < 0x80)
    return *p != '\0' && (strchr (letters, *p) != NULL || *p == '"');
  if (!fold_letter (p, &letter))
    return is_quote (p);

  return g_utf8_strchr (cyrillic, -1, letter) != NULL;
}

static const char *
skip_signs (const char *p)
{
  while (*p != '\0' && (strchr (",-/.'", *p) != NULL || g_unichar_isspace (g_utf8_get_char (p)) || is_quote (p)))
    p = g_utf8_next_char (p);

  return p;
}

/* Day, month and year in any order, with their signs and words between them. */
static gboolean
cut_named (ScDateParts *self,
           const char  *p)
{
  Named named = { 0 };

  if (is_quote (p))
    p = g_utf8_next_char (p);
  while (!is_whole (&named))
    {
      guint n_digits = count_digits (p);
      Word word = find_word (p);

      if (n_digits > 0 ? !take_number (&named, p, n_digits) : word.n_letters == 0 || !take_word (&named, &word))
        return FALSE;
      p = n_digits > 0 ? p + n_digits : word.end;
      if (is_whole (&named))
        break;
      p = skip_signs (p);
    }

  *self = (ScDateParts) { { named.year, named.month, named.day }, { 4, 2, 2 } };

  return is_time (skip_word_behind_year (p));
}

/**
 * sc_date_parts_cut:
 * @self: (out): the parts
 * @text: a date as a table has it, perhaps with a time behind it, which is left out
 *
 * Returns: whether @text is written as dates are; there may be no such day
 */
gboolean
sc_date_parts_cut (ScDateParts *self,
                   const char  *text)
{
  const char *p = skip_spaces (text);
  guint n_digits = count_digits (p);

  if (n_digits == 0 && !may_begin (p))
    return FALSE;
  if (n_digits == 8)
    return cut_compact (self, p);
  if (n_digits > 4)
    return FALSE;
  if (n_digits > 0 && cut_numbers (self, p))
    return TRUE;

  return strnlen (p, MAX_BYTES + 1) <= MAX_BYTES && cut_named (self, p);
}

/**
 * sc_date_complete_year:
 * @year: the last two digits of a year
 *
 * Returns: the last such year that is not more than ten years ahead
 */
guint
sc_date_complete_year (guint year)
{
  guint last;
  GDate today;

  /* The day is that of UTC: the user's own would be asked of the system for each
   * row of a table. */
  g_date_clear (&today, 1);
  g_date_set_julian (&today, JULIAN_OF_EPOCH + (guint32) (sc_clock_now () / G_TIME_SPAN_DAY));
  last = g_date_get_year (&today) + MAX_YEARS_AHEAD;

  return last - (last - year) % 100;
}
