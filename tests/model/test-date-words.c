/* SPDX-License-Identifier: GPL-3.0-or-later */

/* Days are read as people write them, in two languages, and what is no day is not taken for
 * one. */

#include <locale.h>

#include "model/sc-date-entry.h"
#include "model/sc-date-words.h"

/* A Monday. */
#define TODAY (sc_date_new (2026, 11, 30))

static const struct {
  const char *text;
  const char *date;
} cases[] = {
  { "today", "2026-11-30" }, { "Сегодня", "2026-11-30" }, { " tomorrow ", "2026-12-01" }, { "завтра", "2026-12-01" },
  { "послезавтра", "2026-12-02" }, { "the day after tomorrow", "2026-12-02" }, { "вчера", "2026-11-29" },
  /* The next one behind today. */
  { "fri", "2026-12-04" }, { "Friday", "2026-12-04" }, { "on fri.", "2026-12-04" }, { "пт", "2026-12-04" },
  { "в пятницу", "2026-12-04" }, { "во вторник", "2026-12-01" }, { "mon", "2026-12-07" }, { "Sun", "2026-12-06" },
  { "среду", "2026-12-02" }, { "Вс", "2026-12-06" },
  { "31 Dec", "2026-12-31" }, { "Dec 31", "2026-12-31" }, { "December 31st, 2027", "2027-12-31" }, { "1 декабря", "2026-12-01" },
  { "1 дек. 2027 г.", "2027-12-01" }, { "1-го мая", "2026-05-01" }, { "2 мар", "2026-03-02" }, { "5 September 2026", "2026-09-05" },
  { "in 3 days", "2026-12-03" }, { "in a week", "2026-12-07" }, { "In two weeks", "2026-12-14" }, { "in 3 months", "2027-02-28" },
  { "через неделю", "2026-12-07" }, { "через 3 дня", "2026-12-03" }, { "через две недели", "2026-12-14" },
  { "через месяц", "2026-12-30" }, { "через 21 день", "2026-12-21" },
  /* What is of the next week, or the next month. */
  { "next week", "2026-12-07" }, { "next monday", "2026-12-07" }, { "Next Fri", "2026-12-11" }, { "next sunday", "2026-12-13" },
  { "next month", "2026-12-01" }, { "на следующей неделе", "2026-12-07" }, { "на след. неделе", "2026-12-07" },
  { "в следующий понедельник", "2026-12-07" }, { "в следующую среду", "2026-12-09" }, { "в следующем месяце", "2026-12-01" },
  { "следующий пн", "2026-12-07" }, { "на пятницу", "2026-12-04" }, { "на завтра", "2026-12-01" },
  /* The next one, which may be today; not each month has a 31st. */
  { "15-го", "2026-12-15" }, { "15th", "2026-12-15" }, { "30-го", "2026-11-30" }, { "31 числа", "2026-12-31" }, { "the 1st", "2026-12-01" },
};

static void
test_words (void)
{
  for (guint i = 0; i < G_N_ELEMENTS (cases); i++)
    {
      ScDate date;
      g_autofree char *told = NULL;

      g_test_message ("%s", cases[i].text);
      g_assert_true (sc_date_words_parse (cases[i].text, TODAY, &date));
      told = sc_date_to_string (date);
      g_assert_cmpstr (told, ==, cases[i].date);
    }
}

static void
test_what_is_no_day (void)
{
  static const char *const bad[] = {
    "", "soon", "скоро", "fr", "ма", "31 Feb", "32-го", "0-го", "in", "in days", "in 0 days", "in 1000 days", "через", "через день",
    "31", "31 Dec 26", "Dec", "31 Dec 2026 2027", "tomorrow morning", "in -3 days", "monday tuesday", "1 2 3", "99999 Dec",
    "next", "next day", "next tomorrow", "next 3 days", "следующей", "на", "week", "неделя",
  };
  ScDate date;

  for (guint i = 0; i < G_N_ELEMENTS (bad); i++)
    {
      g_test_message ("%s", bad[i]);
      g_assert_false (sc_date_words_parse (bad[i], TODAY, &date));
      g_assert_cmpuint (date, ==, SC_DATE_NONE);
    }
}

/* Behind dots the day comes first everywhere; else it is as the user's locale has it. */
static void
test_entries (void)
{
  static const struct {
    const char *text;
    const char *date;
  } typed[] = {
    { "25.12", "2026-12-25" }, { "25.12.", "2026-12-25" }, { "25.12.2027", "2027-12-25" }, { "5.1.27", "2027-01-05" },
    { "12/25", "2026-12-25" }, { "12/25/2027", "2027-12-25" }, { "2027-12-25", "2027-12-25" }, { "+3", "2026-12-03" },
    { "tomorrow", "2026-12-01" }, { "пт", "2026-12-04" }, { "", NULL },
  };
  static const char *const bad[] = { "25.13", "30.2.2026", "1.2.3.4", "25", "x" };
  ScDate date;

  sc_clock_set (sc_date_to_instant (TODAY));
  for (guint i = 0; i < G_N_ELEMENTS (typed); i++)
    {
      g_autofree char *told = NULL;

      g_test_message ("%s", typed[i].text);
      g_assert_true (sc_date_entry_parse (typed[i].text, &date));
      told = sc_date_to_string (date);
      g_assert_cmpstr (told, ==, typed[i].date);
    }
  for (guint i = 0; i < G_N_ELEMENTS (bad); i++)
    {
      g_test_message ("%s", bad[i]);
      g_assert_false (sc_date_entry_parse (bad[i], &date));
    }
  sc_clock_set (0);
}

int
main (int    argc,
      char **argv)
{
  g_test_init (&argc, &argv, NULL);
  setlocale (LC_ALL, "");
  g_test_add_func ("/model/date-words/days", test_words);
  g_test_add_func ("/model/date-words/no-days", test_what_is_no_day);
  g_test_add_func ("/model/date-words/entries", test_entries);

  return g_test_run ();
}
