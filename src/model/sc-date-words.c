/* SPDX-License-Identifier: GPL-3.0-or-later */

/* Reads dates as people say them, in English and in Russian, whatever language the program
 * speaks: today, tomorrow, fri, next week, 31 Dec, in 3 days, завтра, пт, на следующей неделе,
 * 1 декабря, через неделю, 15-го. */

#include "model/sc-date-words.h"

#include <string.h>

#include "model/sc-calendar.h"

#define MONTHS_IN_YEAR 12
#define DAYS_IN_LONGEST_MONTH 31

/* The longest that anybody plans ahead by counting. */
#define MAX_COUNT 999

/* Fewer letters tell no month or day of the week from another. */
#define MIN_LETTERS 3

/* What a word is short for, by its first letters; the full word in the cases that it takes. */
static const char *const months[MONTHS_IN_YEAR][4] = {
  { "january", "январь", "января" }, { "february", "февраль", "февраля" }, { "march", "март", "марта" },
  { "april", "апрель", "апреля" }, { "may", "май", "мая" }, { "june", "июнь", "июня" },
  { "july", "июль", "июля" }, { "august", "август", "августа" }, { "september", "сентябрь", "сентября" },
  { "october", "октябрь", "октября" }, { "november", "ноябрь", "ноября" }, { "december", "декабрь", "декабря" },
};

static const char *const weekdays[SC_N_WEEKDAYS][4] = {
  { "monday", "понедельник" }, { "tuesday", "вторник" }, { "wednesday", "среда", "среду" }, { "thursday", "четверг" },
  { "friday", "пятница", "пятницу" }, { "saturday", "суббота", "субботу" }, { "sunday", "воскресенье" },
};

static const char *const short_weekdays[SC_N_WEEKDAYS] = { "пн", "вт", "ср", "чт", "пт", "сб", "вс" };

static const struct {
  const char *text;
  int days;
} days[] = {
  { "today", 0 }, { "сегодня", 0 }, { "tomorrow", 1 }, { "завтра", 1 }, { "day after tomorrow", 2 }, { "послезавтра", 2 },
  { "yesterday", -1 }, { "вчера", -1 },
};

static const struct {
  const char *text;
  guint number;
} numbers[] = {
  { "a", 1 }, { "an", 1 }, { "one", 1 }, { "один", 1 }, { "одну", 1 }, { "two", 2 }, { "два", 2 }, { "две", 2 },
  { "three", 3 }, { "три", 3 }, { "four", 4 }, { "четыре", 4 }, { "five", 5 }, { "пять", 5 }, { "six", 6 }, { "шесть", 6 },
  { "seven", 7 }, { "семь", 7 }, { "ten", 10 }, { "десять", 10 },
};

typedef enum {
  SPAN_DAYS,
  SPAN_WEEKS,
  SPAN_MONTHS,
} Span;

static const struct {
  const char *text;
  Span span;
} spans[] = {
  { "day", SPAN_DAYS }, { "days", SPAN_DAYS }, { "день", SPAN_DAYS }, { "дня", SPAN_DAYS }, { "дней", SPAN_DAYS },
  { "week", SPAN_WEEKS }, { "weeks", SPAN_WEEKS }, { "неделю", SPAN_WEEKS }, { "недели", SPAN_WEEKS }, { "недель", SPAN_WEEKS },
  { "month", SPAN_MONTHS }, { "months", SPAN_MONTHS }, { "месяц", SPAN_MONTHS }, { "месяца", SPAN_MONTHS },
  { "месяцев", SPAN_MONTHS },
};

/* What stands in front of a week, a month or a day of the week that is not this one's. */
static const char *const next_words[] = {
  "next", "след", "следующий", "следующая", "следующее", "следующую", "следующей", "следующем", NULL,
};

static const char *const week_words[] = { "week", "неделя", "неделе", "неделю", NULL };
static const char *const month_words[] = { "month", "месяц", "месяце", NULL };

/* Whether a word is one of those, or their beginning. */
static gboolean
is_short_for (const char        *word,
              const char *const *full)
{
  if (g_utf8_strlen (word, -1) < MIN_LETTERS)
    return FALSE;

  for (guint i = 0; full[i] != NULL; i++)
    if (g_str_has_prefix (full[i], word))
      return TRUE;

  return FALSE;
}

/* 1 for January, 0 where it is none. */
static guint
find_month (const char *word)
{
  for (guint i = 0; i < MONTHS_IN_YEAR; i++)
    if (is_short_for (word, months[i]))
      return i + 1;

  return 0;
}

/* 0 for Monday, -1 where it is none. */
static int
find_weekday (const char *word)
{
  for (int i = 0; i < SC_N_WEEKDAYS; i++)
    if (g_str_equal (word, short_weekdays[i]) || is_short_for (word, weekdays[i]))
      return i;

  return -1;
}

/* What stands behind @word's number, NULL where there is none at its beginning. */
static const char *
read_number (const char *word,
             guint      *number)
{
  gsize length = strspn (word, "0123456789");

  if (length == 0 || length > 4)
    return NULL;

  *number = (guint) g_ascii_strtoull (word, NULL, 10);

  return word + length;
}

static gboolean
is_plain_number (const char *word,
                 guint      *number)
{
  const char *rest = read_number (word, number);

  return rest != NULL && *rest == '\0';
}

/* “15-го”, “15th”. */
static gboolean
is_ordinal (const char *word,
            guint      *number)
{
  static const char *const endings[] = { "-го", "го", "-е", "th", "st", "nd", "rd", NULL };
  const char *rest = read_number (word, number);

  return rest != NULL && g_strv_contains (endings, rest);
}

static gboolean
is_count (const char *word,
          guint      *number)
{
  if (is_plain_number (word, number))
    return *number > 0 && *number <= MAX_COUNT;

  for (guint i = 0; i < G_N_ELEMENTS (numbers); i++)
    if (g_str_equal (word, numbers[i].text))
      {
        *number = numbers[i].number;
        return TRUE;
      }

  return FALSE;
}

static ScDate
go_on (ScDate today,
       guint  n,
       Span   span)
{
  GDate date = sc_date_to_gdate (today);

  if (span == SPAN_MONTHS)
    g_date_add_months (&date, n);
  else
    g_date_add_days (&date, span == SPAN_WEEKS ? n * SC_N_WEEKDAYS : n);

  return g_date_get_julian (&date);
}

static gboolean
find_span (const char *word,
           Span       *span)
{
  for (guint i = 0; i < G_N_ELEMENTS (spans); i++)
    if (g_str_equal (word, spans[i].text))
      {
        *span = spans[i].span;
        return TRUE;
      }

  return FALSE;
}

/* “in 3 days”, «через неделю». What «через день» means not everybody agrees on. */
static ScDate
read_distance (GStrv  words,
               guint  n_words,
               ScDate today)
{
  guint n = 1;
  Span span;

  if (n_words == 3 && is_count (words[1], &n) && find_span (words[2], &span))
    return go_on (today, n, span);
  if (n_words == 2 && g_str_equal (words[0], "через") && find_span (words[1], &span) && span != SPAN_DAYS)
    return go_on (today, 1, span);

  return SC_DATE_NONE;
}

/* The next one behind today. */
static ScDate
find_next_weekday (ScDate today,
                   guint  weekday)
{
  guint now = (today - SC_DATE_FIRST) % SC_N_WEEKDAYS;

  return today + (weekday + SC_N_WEEKDAYS - now - 1) % SC_N_WEEKDAYS + 1;
}

/* Next week begins with its Monday, next month with its first; a day of the week is next week's. */
static ScDate
read_next (const char *word,
           ScDate      today)
{
  GDate gdate = sc_date_to_gdate (today);
  int weekday = find_weekday (word);

  if (weekday >= 0)
    return find_next_weekday (today, 0) + (ScDate) weekday;
  if (g_strv_contains (week_words, word))
    return find_next_weekday (today, 0);
  if (!g_strv_contains (month_words, word))
    return SC_DATE_NONE;

  g_date_set_day (&gdate, 1);
  g_date_add_months (&gdate, 1);

  return g_date_get_julian (&gdate);
}

/* The next day that is that one of its month, today included. */
static ScDate
find_next_day (ScDate today,
               guint  day)
{
  GDate gdate = sc_date_to_gdate (today);
  guint year = g_date_get_year (&gdate);
  guint month = g_date_get_month (&gdate);

  /* No two months without a 31st follow one another. */
  for (guint i = 0; i < 3 && day >= 1 && day <= DAYS_IN_LONGEST_MONTH; i++)
    {
      ScDate date = sc_date_new (year + (month + i - 1) / MONTHS_IN_YEAR, (month + i - 1) % MONTHS_IN_YEAR + 1, day);

      if (date != SC_DATE_NONE && date >= today)
        return date;
    }

  return SC_DATE_NONE;
}

/* “31 dec”, “dec 31st 2026”, «1 декабря 2026 г»; without a year it is this one. */
static ScDate
read_day_of_month (GStrv  words,
                   guint  n_words,
                   ScDate today)
{
  GDate gdate = sc_date_to_gdate (today);
  guint year = g_date_get_year (&gdate);
  gboolean has_day_first = n_words >= 2 && find_month (words[1]) != 0;
  guint month, day;

  if (n_words < 2 || n_words > 3)
    return SC_DATE_NONE;

  month = find_month (words[has_day_first ? 1 : 0]);
  if (month == 0)
    return SC_DATE_NONE;
  if (!is_plain_number (words[has_day_first ? 0 : 1], &day) && !is_ordinal (words[has_day_first ? 0 : 1], &day))
    return SC_DATE_NONE;
  if (n_words == 3 && (strlen (words[2]) != 4 || !is_plain_number (words[2], &year)))
    return SC_DATE_NONE;

  return sc_date_new (year, month, day);
}

static ScDate
read_one_word (const char *word,
               ScDate      today)
{
  int weekday = find_weekday (word);
  guint day;

  if (weekday >= 0)
    return find_next_weekday (today, (guint) weekday);

  return is_ordinal (word, &day) ? find_next_day (today, day) : SC_DATE_NONE;
}

/* Without what says nothing: “on”, “the”, «в», «на», «г.», dots and commas. */
static GStrv
split (const char *text)
{
  static const char *const silent[] = { "", "on", "the", "в", "во", "на", "к", "г", "года", "of", NULL };
  g_autofree char *lower = g_utf8_strdown (text, -1);
  g_auto (GStrv) parts = g_strsplit_set (lower, " \t,.", -1);
  g_autoptr (GStrvBuilder) words = g_strv_builder_new ();

  for (guint i = 0; parts[i] != NULL; i++)
    if (!g_strv_contains (silent, parts[i]))
      g_strv_builder_add (words, parts[i]);

  return g_strv_builder_end (words);
}

/**
 * sc_date_words_parse:
 * @text: what a person typed
 * @today: the user's present day
 * @date: (out): the date
 *
 * Takes days (today, завтра), days of the week (fri, в пятницу: the next one behind
 * @today), a day with its month (31 Dec, 1 декабря; without a year, of this one), a day of
 * the month (15-го, 15th: the next one), distances (in 3 days, через неделю) and what is next
 * (next week: its Monday; next fri: next week's; в следующем месяце: its first).
 *
 * Returns: whether it is one of these
 */
gboolean
sc_date_words_parse (const char *text,
                     ScDate      today,
                     ScDate     *date)
{
  g_auto (GStrv) words = split (text);
  g_autofree char *joined = g_strjoinv (" ", words);
  guint n_words = g_strv_length (words);

  *date = SC_DATE_NONE;
  for (guint i = 0; i < G_N_ELEMENTS (days); i++)
    if (g_str_equal (joined, days[i].text))
      {
        *date = (ScDate) ((int) today + days[i].days);
        return TRUE;
      }

  if (n_words == 1)
    *date = read_one_word (words[0], today);
  else if (n_words > 1 && (g_str_equal (words[0], "in") || g_str_equal (words[0], "через")))
    *date = read_distance (words, n_words, today);
  else if (n_words == 2 && g_strv_contains (next_words, words[0]))
    *date = read_next (words[1], today);
  else if (n_words == 2 && g_str_equal (words[1], "числа"))
    {
      guint day;

      *date = is_plain_number (words[0], &day) || is_ordinal (words[0], &day) ? find_next_day (today, day) : SC_DATE_NONE;
    }
  else
    *date = read_day_of_month (words, n_words, today);

  return *date != SC_DATE_NONE;
}

/**
 * sc_date_words_parse_dotted:
 * @text: what a person typed
 * @today: the user's present day
 * @date: (out): the date
 *
 * Takes a day and a month with dots, and the year, in two digits or four, if it is another
 * one: 25.12, 25.12.2026.
 *
 * Returns: whether it is one
 */
gboolean
sc_date_words_parse_dotted (const char *text,
                            ScDate      today,
                            ScDate     *date)
{
  g_auto (GStrv) parts = g_strsplit (text, ".", 5);
  guint n = g_strv_length (parts);
  GDate gdate = sc_date_to_gdate (today);
  guint day, month;
  guint year = g_date_get_year (&gdate);

  *date = SC_DATE_NONE;
  if (n > 2 && *parts[n - 1] == '\0')
    n--;
  if (n < 2 || n > 3 || !is_plain_number (parts[0], &day) || !is_plain_number (parts[1], &month))
    return FALSE;
  if (n == 3 && (!is_plain_number (parts[2], &year) || (strlen (parts[2]) != 2 && strlen (parts[2]) != 4)))
    return FALSE;

  *date = sc_date_new (year < 100 ? 2000 + year : year, month, day);

  return *date != SC_DATE_NONE;
}
