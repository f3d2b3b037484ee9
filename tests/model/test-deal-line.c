/* SPDX-License-Identifier: GPL-3.0-or-later */

/* A deal typed as one line is read as its writer means it, in two languages; so is a day with
 * its time. */

#include <locale.h>

#include "model/sc-deal-line.h"
#include "model/sc-due-entry.h"

/* A Monday, by noon. */
#define TODAY (sc_date_new (2026, 11, 30))

static const struct {
  const char *line;
  const char *title;
  const char *company;
  gint64 minor;
  const char *currency;
  const char *step;
  const char *due; /* “2026-12-01 11:00” */
} lines[] = {
  { "Станок ЧПУ, ООО Вектор, 120 000 ₽, звонок завтра 11:00", "Станок ЧПУ", "ООО Вектор", 12000000, "RUB", "звонок", "2026-12-01 11:00" },
  { "Станок ЧПУ, ООО Вектор, звонок завтра в 11, 120 000 ₽", "Станок ЧПУ", "ООО Вектор", 12000000, "RUB", "звонок", "2026-12-01 11:00" },
  { "Printer, Acme, $1,250.50, call fri", "Printer", "Acme", 125050, "USD", "call", "2026-12-04" },
  { "Printer, Acme", "Printer", "Acme", 0, "", NULL, NULL },
  { "Printer", "Printer", NULL, 0, "", NULL, NULL },
  { "Станок, Вектор, 1 250,50 ₽", "Станок", "Вектор", 125050, "RUB", NULL, NULL },
  { "Станок, Вектор, 1250 руб.", "Станок", "Вектор", 125000, "RUB", NULL, NULL },
  { "Printer, Acme, 500", "Printer", "Acme", 50000, "EUR", NULL, NULL },
  { "Printer, 500 €", "Printer", NULL, 50000, "EUR", NULL, NULL },
  { "Printer, 500 €, Acme", "Printer", "Acme", 50000, "EUR", NULL, NULL },
  { "Насос 2,5 кВт, ООО Вода, 90 000 ₽", "Насос 2,5 кВт", "ООО Вода", 9000000, "RUB", NULL, NULL },
  { "Насос, 2,5 кВт, ООО Вода, 90 000 ₽", "Насос, 2,5 кВт", "ООО Вода", 9000000, "RUB", NULL, NULL },
  { "Pumps, Waterworks, 40 pcs, 900 USD", "Pumps, 40 pcs", "Waterworks", 90000, "USD", NULL, NULL },
  { "Pumps, 3M, with stand", "Pumps, with stand", "3M", 0, "", NULL, NULL },
  { "Учёт, 1С, показать послезавтра", "Учёт", "1С", 0, "", "показать", "2026-12-02" },
  { "Договор, Вектор, отправить 15-го", "Договор", "Вектор", 0, "", "отправить", "2026-12-15" },
  { "Договор, Вектор, встреча в пятницу в 15:30", "Договор", "Вектор", 0, "", "встреча", "2026-12-04 15:30" },
  { "Договор, Вектор, встреча 25.12 в 9", "Договор", "Вектор", 0, "", "встреча", "2026-12-25 09:00" },
  { "Договор, Вектор, созвон через неделю в 7 вечера", "Договор", "Вектор", 0, "", "созвон", "2026-12-07 19:00" },
  /* It is noon: at eleven is tomorrow. */
  { "Договор, Вектор, звонок в 11", "Договор", "Вектор", 0, "", "звонок", "2026-12-01 11:00" },
  { "Договор, Вектор, звонок в 13", "Договор", "Вектор", 0, "", "звонок", "2026-11-30 13:00" },
  { "Contract, Acme, meet the day after tomorrow at 3 pm", "Contract", "Acme", 0, "", "meet", "2026-12-02 15:00" },
  { "Contract, Acme, tomorrow 11:00", "Contract", "Acme", 0, "", "Get in touch", "2026-12-01 11:00" },
  { "Contract, tomorrow", "Contract", NULL, 0, "", "Get in touch", "2026-12-01" },
  { "Contract, Acme, send 31 Dec", "Contract", "Acme", 0, "", "send", "2026-12-31" },
  { "Contract, Acme, call next week", "Contract", "Acme", 0, "", "call", "2026-12-07" },
  { "Contract, Acme, call next monday at 11", "Contract", "Acme", 0, "", "call", "2026-12-07 11:00" },
  { "Договор, Вектор, созвон на следующей неделе", "Договор", "Вектор", 0, "", "созвон", "2026-12-07" },
  { "Договор, Вектор, встреча в следующий вторник в 15:30", "Договор", "Вектор", 0, "", "встреча", "2026-12-08 15:30" },
  /* Thousands and millions in a word or a letter. */
  { "Printer, Acme, 5k", "Printer", "Acme", 500000, "EUR", NULL, NULL },
  { "Printer, Acme, $1.5m", "Printer", "Acme", 150000000, "USD", NULL, NULL },
  { "Printer, 1.5m, Acme", "Printer", "Acme", 150000000, "EUR", NULL, NULL },
  { "Станок, Вектор, 90 тыс", "Станок", "Вектор", 9000000, "EUR", NULL, NULL },
  { "Станок, Вектор, 90 тыс. ₽, звонок завтра", "Станок", "Вектор", 9000000, "RUB", "звонок", "2026-12-01" },
  { "Станок, Вектор, 1,5 млн", "Станок", "Вектор", 150000000, "EUR", NULL, NULL },
  { "Станок, Вектор, 1,5 млн рублей", "Станок", "Вектор", 150000000, "RUB", NULL, NULL },
  /* What only begins like one is none; a number with an m alone is a length, or a company. */
  { "5k run shoes, Acme", "5k run shoes", "Acme", 0, "", NULL, NULL },
  { "Shoes, Acme, 5k run", "Shoes, 5k run", "Acme", 0, "", NULL, NULL },
  { "5k", "5k", NULL, 0, "", NULL, NULL },
  { "Cable, Acme, 5m, 900 €", "Cable, 5m", "Acme", 90000, "EUR", NULL, NULL },
  { "Pumps, 3M, $2m", "Pumps", "3M", 200000000, "USD", NULL, NULL },
  { "Pumps, Acme, 5 kg", "Pumps, 5 kg", "Acme", 0, "", NULL, NULL },
  /* The first of a kind counts, what is more of it stays in the title. */
  { "Contract, Acme, call fri, mail sun", "Contract, mail sun", "Acme", 0, "", "call", "2026-12-04" },
  { "Contract, Acme, 5 €, 6 €", "Contract, 6 €", "Acme", 500, "EUR", NULL, NULL },
  { "Contract, Acme, -5 €", "Contract, -5 €", "Acme", 0, "", NULL, NULL },
  { "Contract, Acme, lot 12 5", "Contract, lot 12 5", "Acme", 0, "", NULL, NULL },
  { "Contract, -, 5 €", "Contract", NULL, 500, "EUR", NULL, NULL },
  /* What stands first is the title, whatever it looks like. */
  { "500 €", "500 €", NULL, 0, "", NULL, NULL },
  { "Call tomorrow", "Call tomorrow", NULL, 0, "", NULL, NULL },
  { "", "", NULL, 0, "", NULL, NULL },
  { " , ,, ", "", NULL, 0, "", NULL, NULL },
  { " Printer ,, Acme , ", "Printer", "Acme", 0, "", NULL, NULL },
  { "Printer,Acme,5 €", "Printer", "Acme", 500, "EUR", NULL, NULL },
  { "🖨️ Printer, 🐝 Bee & Co, 5 €, call 📞 tomorrow", "🖨️ Printer", "🐝 Bee & Co", 500, "EUR", "call 📞", "2026-12-01" },
  { "طابعة، شركة النور، ٥٠٠ €، اتصال 2026-12-25", "طابعة", "شركة النور", 50000, "EUR", "اتصال", "2026-12-25" },
};

static void
test_lines (void)
{
  static const char *const known[] = { "EUR", "USD", NULL };

  for (guint i = 0; i < G_N_ELEMENTS (lines); i++)
    {
      g_auto (ScDealLine) read = { 0 };
      g_autofree char *due = NULL;

      g_test_message ("%s", lines[i].line);
      sc_deal_line_read (&read, lines[i].line, "EUR", known);
      g_assert_cmpstr (read.title, ==, lines[i].title);
      g_assert_cmpstr (read.company, ==, lines[i].company);
      if (read.company != NULL)
        g_assert_cmpmem (read.company, strlen (read.company), lines[i].line + read.company_start, read.company_end - read.company_start);
      g_assert_cmpint (read.value.minor, ==, lines[i].minor);
      g_assert_cmpstr (read.value.currency, ==, lines[i].currency);
      g_assert_cmpstr (read.next_step, ==, lines[i].step);
      if (lines[i].due == NULL)
        g_assert_cmpuint (read.due, ==, SC_DATE_NONE);
      else
        {
          g_autofree char *day = sc_date_to_string (read.due);
          g_autofree char *time = sc_day_time_to_string (read.due_time);

          due = time != NULL ? g_strdup_printf ("%s %s", day, time) : g_strdup (day);
        }
      g_assert_cmpstr (due, ==, lines[i].due);
    }
}

static void
test_due (void)
{
  static const struct {
    const char *text;
    const char *day;
    const char *time;
  } cases[] = {
    { "tomorrow 11:00", "2026-12-01", "11:00" }, { "tomorrow, 11:00", "2026-12-01", "11:00" }, { "11:00 tomorrow", "2026-12-01", "11:00" },
    { "Tomorrow at 11", "2026-12-01", "11:00" }, { "tomorrow 11", "2026-12-01", "11:00" }, { "fri 3pm", "2026-12-04", "15:00" },
    { "fri at 3 p.m.", "2026-12-04", "15:00" }, { "fri 12 am", "2026-12-04", "00:00" }, { "fri 12:30 pm", "2026-12-04", "12:30" },
    { "fri at 3", "2026-12-04", "15:00" }, { "fri 03:00", "2026-12-04", "03:00" }, { "31 Dec 9:05", "2026-12-31", "09:05" },
    { "завтра в 11", "2026-12-01", "11:00" }, { "в 11 завтра", "2026-12-01", "11:00" }, { "пт в 7 вечера", "2026-12-04", "19:00" },
    { "завтра в 3 дня", "2026-12-01", "15:00" }, { "через 3 дня", "2026-12-03", NULL }, { "через 3 дня в 9 утра", "2026-12-03", "09:00" },
    { "25.12 23:59", "2026-12-25", "23:59" }, { "2026-12-25 00:00", "2026-12-25", "00:00" }, { "15-го в 18 ч.", "2026-12-15", "18:00" },
    { "14:00", "2026-11-30", "14:00" }, { "12:00", "2026-12-01", "12:00" }, { "tomorrow", "2026-12-01", NULL }, { "", NULL, NULL },
  };
  static const char *const bad[] = {
    "24:00", "11:60", "tomorrow 25:00", "at", "в", "tomorrow at", "11", "13 pm", "0 am", "3 дня", "1:2", "11:00 11:00", "soon 11:00", "111:00",
  };
  ScDayTime time;
  ScDate date;

  for (guint i = 0; i < G_N_ELEMENTS (cases); i++)
    {
      g_autofree char *day = NULL;
      g_autofree char *clock = NULL;

      g_test_message ("%s", cases[i].text);
      g_assert_true (sc_due_entry_parse (cases[i].text, &date, &time));
      day = sc_date_to_string (date);
      clock = sc_day_time_to_string (time);
      g_assert_cmpstr (day, ==, cases[i].day);
      g_assert_cmpstr (clock, ==, cases[i].time);
    }

  for (guint i = 0; i < G_N_ELEMENTS (bad); i++)
    {
      g_test_message ("%s", bad[i]);
      g_assert_false (sc_due_entry_parse (bad[i], &date, &time));
      g_assert_cmpuint (date, ==, SC_DATE_NONE);
      g_assert_cmpuint (time, ==, SC_DAY_TIME_NONE);
    }
}

static void
test_times (void)
{
  static const char *const bad[] = { "", "9:05", "09-05", "24:00", "09:60", "09:05 ", "０9:05", "ab:cd" };

  for (guint hour = 0; hour < 24; hour++)
    for (guint minute = 0; minute < 60; minute++)
      {
        ScDayTime time = sc_day_time_new (hour, minute);
        g_autofree char *text = sc_day_time_to_string (time);
        ScDate date;
        ScDayTime again;
        g_autofree char *typed = sc_due_entry_new (TODAY, time);

        g_assert_cmpuint (time, !=, SC_DAY_TIME_NONE);
        g_assert_cmpuint (sc_day_time_parse (text), ==, time);
        g_assert_true (sc_due_entry_parse (typed, &date, &again));
        g_assert_cmpuint (date, ==, TODAY);
        g_assert_cmpuint (again, ==, time);
      }

  g_assert_null (sc_day_time_to_string (SC_DAY_TIME_NONE));
  g_assert_cmpuint (sc_day_time_parse (NULL), ==, SC_DAY_TIME_NONE);
  for (guint i = 0; i < G_N_ELEMENTS (bad); i++)
    g_assert_cmpuint (sc_day_time_parse (bad[i]), ==, SC_DAY_TIME_NONE);
}

/* The clock stands at noon, as a date's instant does. */
static void
test_past (void)
{
  ScInstant noon = sc_date_to_instant (TODAY);

  g_assert_cmpint (sc_day_time_to_instant (sc_day_time_new (12, 0), TODAY), ==, noon);
  g_assert_cmpuint (sc_day_time_from_instant (noon), ==, sc_day_time_new (12, 0));
  g_assert_true (sc_day_time_is_past (sc_day_time_new (12, 0), TODAY, noon));
  g_assert_false (sc_day_time_is_past (sc_day_time_new (12, 1), TODAY, noon));
  g_assert_false (sc_day_time_is_past (SC_DAY_TIME_NONE, TODAY - 1, noon));
  g_assert_false (sc_day_time_is_past (sc_day_time_new (12, 0), SC_DATE_NONE, noon));
}

int
main (int   argc,
      char *argv[])
{
  setlocale (LC_ALL, "");
  g_test_init (&argc, &argv, NULL);
  sc_clock_set (sc_date_to_instant (TODAY));

  g_test_add_func ("/deal-line/lines", test_lines);
  g_test_add_func ("/deal-line/due", test_due);
  g_test_add_func ("/deal-line/times", test_times);
  g_test_add_func ("/deal-line/past", test_past);

  return g_test_run ();
}
