/* SPDX-License-Identifier: GPL-3.0-or-later */

/* A day with a time as people type them, in English and in Russian: tomorrow 11:00, fri at
 * 3 pm, в 11, завтра в 7 вечера. The day is read as everywhere (sc-date-entry.h). */

#include "model/sc-due-entry.h"

#include <string.h>

#include "model/sc-date-entry.h"

#define NOON 12

/* Nobody has a call at three at night: “at 3” is in the afternoon. */
#define LAST_HOUR_OF_NIGHT 6

/* The most words that a time has: “at 3 pm”. */
#define MAX_WORDS 3

typedef enum {
  HALF_UNSAID,  /* “11:00” */
  HALF_OF_CLOCK, /* “11 часов”: that it is an hour is said, and no more */
  HALF_NIGHT,   /* “2 ночи”: 12 is midnight */
  HALF_MORNING, /* “9 am”: 12 is midnight */
  HALF_AFTER,   /* “3 pm”: 12 is noon */
} Half;

static const struct {
  const char *text;
  Half half;
  gboolean needs_lead; /* “3 дня” alone are days */
} halves[] = {
  { "am", HALF_MORNING }, { "a.m", HALF_MORNING }, { "pm", HALF_AFTER }, { "p.m", HALF_AFTER },
  { "утра", HALF_MORNING, TRUE }, { "дня", HALF_AFTER, TRUE }, { "вечера", HALF_AFTER, TRUE }, { "ночи", HALF_NIGHT, TRUE },
  { "часов", HALF_OF_CLOCK, TRUE }, { "часа", HALF_OF_CLOCK, TRUE }, { "час", HALF_OF_CLOCK, TRUE }, { "ч", HALF_OF_CLOCK, TRUE },
};

static gboolean
is_lead (const char *word)
{
  return g_str_equal (word, "at") || g_str_equal (word, "в") || g_str_equal (word, "во") || g_str_equal (word, "@");
}

static gboolean
find_half (const char *text,
           gboolean    has_lead,
           Half       *half)
{
  for (guint i = 0; i < G_N_ELEMENTS (halves); i++)
    if (g_str_equal (text, halves[i].text) && (has_lead || !halves[i].needs_lead))
      {
        *half = halves[i].half;
        return TRUE;
      }

  return FALSE;
}

/* Up to two digits at the beginning of *@text, which goes on behind them. */
static gboolean
take_number (const char **text,
             guint       *number)
{
  gsize length = strspn (*text, "0123456789");

  if (length == 0 || length > 2)
    return FALSE;

  *number = (guint) g_ascii_strtoull (*text, NULL, 10);
  *text += length;

  return TRUE;
}

static ScDayTime
make_time (guint hour,
           guint minute,
           Half  half)
{
  if (half >= HALF_NIGHT && (hour == 0 || hour > NOON))
    return SC_DAY_TIME_NONE;

  if (half == HALF_AFTER)
    hour = hour % NOON + NOON;
  else if (half >= HALF_NIGHT)
    hour %= NOON;

  return sc_day_time_new (hour, minute);
}

/* “11:00”, “11:00am”, “3pm”; with @has_lead (“at”) also “11”. */
static ScDayTime
read_clock (const char *word,
            const char *next,
            gboolean    has_lead)
{
  const char *p = word;
  gboolean has_minutes;
  guint hour, minute = 0;
  Half half = HALF_UNSAID;

  if (!take_number (&p, &hour))
    return SC_DAY_TIME_NONE;

  has_minutes = *p == ':';
  if (has_minutes)
    {
      p++;
      if (!take_number (&p, &minute) || p[-2] == ':')
        return SC_DAY_TIME_NONE;
    }

  if (*p != '\0' && (next != NULL || !find_half (p, has_lead, &half)))
    return SC_DAY_TIME_NONE;
  if (next != NULL && !find_half (next, has_lead, &half))
    return SC_DAY_TIME_NONE;
  if (!has_minutes && half == HALF_UNSAID && !has_lead)
    return SC_DAY_TIME_NONE;
  if (!has_minutes && half <= HALF_OF_CLOCK && word[0] != '0' && hour <= LAST_HOUR_OF_NIGHT)
    half = HALF_AFTER;

  return make_time (hour, minute, half);
}

/* Of @n words from @words on. */
static ScDayTime
read_time (const char *const *words,
           guint              n)
{
  gboolean has_lead = n > 1 && is_lead (words[0]);

  if (has_lead)
    {
      words++;
      n--;
    }

  return n <= 2 ? read_clock (words[0], n == 2 ? words[1] : NULL, has_lead) : SC_DAY_TIME_NONE;
}

/* An hour that is told without a day is the next one. */
static ScDate
choose_day (ScDayTime time)
{
  ScDate today = sc_clock_today ();

  return sc_day_time_is_past (time, today, sc_clock_now ()) ? today + 1 : today;
}

static gboolean
read_rest (const char *const *words,
           guint              n,
           ScDayTime          time,
           ScDate            *date)
{
  g_autoptr (GString) text = g_string_new (NULL);

  for (guint i = 0; i < n; i++)
    g_string_append_printf (text, "%s%s", i > 0 ? " " : "", words[i]);
  if (n == 0)
    *date = choose_day (time);

  return n == 0 || (sc_date_entry_parse (text->str, date) && *date != SC_DATE_NONE);
}

/* “tomorrow 11”: behind a word that is a day a number alone is an hour. */
static ScDayTime
read_bare_hour (const char *const *words,
                guint              n)
{
  const char *const with_lead[] = { "at", words[n - 1] };

  return n == 2 && strpbrk (words[0], "0123456789") == NULL ? read_time (with_lead, 2) : SC_DAY_TIME_NONE;
}

static GStrv
split (const char *text)
{
  g_autofree char *lower = g_utf8_strdown (text, -1);
  g_auto (GStrv) parts = g_strsplit_set (lower, " \t,", -1);
  g_autoptr (GStrvBuilder) words = g_strv_builder_new ();

  for (guint i = 0; parts[i] != NULL; i++)
    {
      gsize length = strlen (parts[i]);

      /* “3 p.m.”, «в 11 ч.» */
      if (length > 1 && parts[i][length - 1] == '.' && !g_ascii_isdigit (parts[i][length - 2]))
        parts[i][length - 1] = '\0';
      if (parts[i][0] != '\0')
        g_strv_builder_add (words, parts[i]);
    }

  return g_strv_builder_end (words);
}

/**
 * sc_due_entry_parse:
 * @text: what a person typed
 * @date: (out): the day, %SC_DATE_NONE where @text is empty
 * @time: (out): the time, %SC_DAY_TIME_NONE where none is said
 *
 * Takes what sc_date_entry_parse() takes, and a time behind or in front of it: 11:00, at 11,
 * 3 pm, в 11, в 7 вечера. A time alone is today's, or tomorrow's where it has passed.
 *
 * Returns: whether @text can be read
 */
gboolean
sc_due_entry_parse (const char *text,
                    ScDate     *date,
                    ScDayTime  *time)
{
  g_auto (GStrv) words = split (text);
  const char *const *all = (const char *const *) words;
  guint n = g_strv_length (words);

  *time = SC_DAY_TIME_NONE;
  if (sc_date_entry_parse (text, date))
    return TRUE;

  for (guint n_time = MIN (n, MAX_WORDS); n_time > 0; n_time--)
    {
      *time = read_time (all + n - n_time, n_time);
      if (*time != SC_DAY_TIME_NONE && read_rest (all, n - n_time, *time, date))
        return TRUE;

      *time = read_time (all, n_time);
      if (*time != SC_DAY_TIME_NONE && read_rest (all + n_time, n - n_time, *time, date))
        return TRUE;
    }

  *time = n > 1 ? read_bare_hour (all, n) : SC_DAY_TIME_NONE;
  if (*time != SC_DAY_TIME_NONE && read_rest (all, n - 1, *time, date))
    return TRUE;

  *time = SC_DAY_TIME_NONE;
  *date = SC_DATE_NONE;

  return FALSE;
}

/**
 * sc_due_entry_new:
 * @date: a day
 * @time: a time of it
 *
 * Returns: (transfer full): the day with its time for a field, in a form that can be typed
 *   and read; empty for no day
 */
char *
sc_due_entry_new (ScDate    date,
                  ScDayTime time)
{
  g_autofree char *day = sc_date_entry_new (date);
  g_autofree char *clock = sc_day_time_to_string (time);

  return clock != NULL && date != SC_DATE_NONE ? g_strdup_printf ("%s %s", day, clock) : g_steal_pointer (&day);
}
