/* SPDX-License-Identifier: GPL-3.0-or-later */

#include <locale.h>

#include "model/sc-amount-entry.h"
#include "model/sc-amount.h"
#include "model/sc-currency-sign.h"
#include "model/sc-date.h"
#include "model/sc-duration.h"
#include "model/sc-local-days.h"
#include "model/sc-money.h"
#include "model/sc-noun.h"
#include "model/sc-percent.h"

static void
test_amounts_are_read_as_people_write_them (void)
{
  const struct {
    const char *text;
    const char *currency;
    gint64 minor;
  } cases[] = {
    { "1054", "USD", 105400 },
    { "1054.5", "USD", 105450 },
    { "1,054.50", "USD", 105450 },
    { "1.054,50", "EUR", 105450 },
    { "1 054,50", "RUB", 105450 },
    { "1\u00a0054,5 ₽", "RUB", 105450 },
    { "1\u202f054,50", "RUB", 105450 },
    { "$1,054", "USD", 105400 },
    { "1.234.567", "EUR", 123456700 },
    { "1'054.50", "CHF", 105450 },
    { "-5", "USD", -500 },
    { "\u22125", "USD", -500 },
    { "0.120", "USD", 12 },
    { "1054", "JPY", 1054 },
    { "1.5", "KWD", 1500 },
    { "10000000000000", "USD", SC_MONEY_MAX },
    { "2.500.000.000.000", "IDR", G_GINT64_CONSTANT (250000000000000) },
  };

  for (guint i = 0; i < G_N_ELEMENTS (cases); i++)
    {
      ScMoney money;

      g_test_message ("%s", cases[i].text);
      g_assert_true (sc_money_parse (cases[i].text, cases[i].currency, &money));
      g_assert_cmpint (money.minor, ==, cases[i].minor);
      g_assert_cmpstr (money.currency, ==, cases[i].currency);
    }
}

static void
test_amounts_with_thousands_in_a_word (void)
{
  static const char *const known[] = { "USD", "RUB", NULL };
  static const struct {
    const char *text;
    const char *currency; /* NULL where it is no amount */
    gint64 minor;
  } cases[] = {
    { "5k", "EUR", 500000 }, { "5K", "EUR", 500000 }, { "5к", "EUR", 500000 }, { "$5k", "USD", 500000 }, { "5k USD", "USD", 500000 },
    { "5k$", "USD", 500000 }, { "1.5m", "EUR", 150000000 }, { "1,5m", "EUR", 150000000 }, { "1.5M €", "EUR", 150000000 },
    { "90 тыс", "EUR", 9000000 }, { "90 тыс. ₽", "RUB", 9000000 }, { "90 ТЫС. руб.", "RUB", 9000000 }, { "90 тыс. ₽", "RUB", 9000000 },
    { "1,5 млн", "EUR", 150000000 }, { "1,25 млн рублей", "RUB", 125000000 }, { "2 миллиона", "EUR", 200000000 }, { "1 250 тыс", "EUR", 125000000 },
    { "3 million", "EUR", 300000000 }, { "2 bn", "EUR", 200000000000 }, { "1.2345k" }, { "12,000", "EUR", 1200000 }, { "500 €", "EUR", 50000 },
    /* A thousand times as much, or not. */
    { "1,250k" }, { "1.250 млн" },
    { "5 k" }, { "5 m" }, { "5kg" }, { "k" }, { "тыс" }, { "k5" }, { "5k run" }, { "5kk" }, { "5 тысяч штук" }, { "1,5,0k" }, { "99999999 bn" },
  };

  for (guint i = 0; i < G_N_ELEMENTS (cases); i++)
    {
      ScMoney money = { 0 };
      ScAmountResult result = sc_amount_entry_read (cases[i].text, "EUR", known, &money);
      gboolean is_amount = cases[i].minor != 0;

      g_test_message ("%s", cases[i].text);
      g_assert_true ((result == SC_AMOUNT_READ) == is_amount);
      if (is_amount)
        {
          g_assert_cmpint (money.minor, ==, cases[i].minor);
          g_assert_cmpstr (money.currency, ==, cases[i].currency);
        }
    }
}

static void
test_what_is_no_amount_is_refused (void)
{
  const char *cases[] = { "", " ", "abc", "1e5", "12x", "$", "-", "1-2", ".", "0.125", "1234.567", "10000000000001", "1000000000000000", "99999999999999999999999" };

  for (guint i = 0; i < G_N_ELEMENTS (cases); i++)
    {
      ScMoney money;

      g_test_message ("%s", cases[i]);
      g_assert_false (sc_money_parse (cases[i], "USD", &money));
    }
}

/* A sign that several currencies share is that of the one which is in use. */
static void
test_currencies_have_signs (void)
{
  static const struct {
    const char *sign;
    const char *known[3];
    const char *code;
  } cases[] = {
    { "usd", { NULL }, "USD" }, { "€", { NULL }, "EUR" }, { "£", { NULL }, "GBP" }, { "₽", { NULL }, "RUB" },
    { "руб.", { NULL }, "RUB" }, { "Руб", { NULL }, "RUB" }, { "₴", { NULL }, "UAH" }, { "₸", { NULL }, "KZT" }, { "₹", { NULL }, "INR" },
    { "zł", { NULL }, "PLN" }, { "₺", { NULL }, "TRY" }, { "US$", { NULL }, "USD" }, { "CA$", { NULL }, "CAD" }, { "R$", { NULL }, "BRL" },
    { "рублей", { NULL }, "RUB" }, { "Евро", { NULL }, "EUR" }, { "Fr.", { NULL }, "CHF" }, { "SFr.", { NULL }, "CHF" },
    { "kr.", { "EUR", "DKK" }, "DKK" }, { "kr.", { "USD" }, NULL }, { "￥", { "CNY" }, "CNY" }, { "＄", { NULL }, NULL },
    { "$", { NULL }, NULL }, { "$", { "EUR", "CAD" }, "CAD" }, { "$", { "MXN", "USD" }, "MXN" }, { "$", { "EUR" }, NULL },
    { "kr", { "NOK", "SEK" }, "NOK" }, { "kr", { "USD" }, NULL }, { "¥", { "CNY" }, "CNY" }, { "¥", { "JPY" }, "JPY" }, { "¥", { NULL }, NULL },
    { "apples", { "USD" }, NULL }, { "", { "USD" }, NULL },
  };

  for (guint i = 0; i < G_N_ELEMENTS (cases); i++)
    {
      char code[4];
      gboolean is_known = sc_currency_from_sign (cases[i].sign, cases[i].known, code);

      g_test_message ("%s", cases[i].sign);
      g_assert_cmpstr (is_known ? code : NULL, ==, cases[i].code);
    }
}

static void
test_shares_of_an_amount (void)
{
  const struct {
    const char *text;
    gint64 minor; /* of 1,000.01 */
  } cases[] = {
    { "50 %", 50001 }, { "50%", 50001 }, { " 33,3\302\240% ", 33300 }, { "12.5 %", 12500 }, { "100 %", 100001 }, { "0.0001%", 0 },
    { "0 %", -1 }, { "101 %", -1 }, { "50", -1 }, { "%", -1 }, { "-5 %", -1 }, { "5 5 %", -1 }, { ".5 %", -1 }, { "5.00001 %", -1 },
    { "50 % EUR", -1 }, { "99999999999999999999 %", -1 },
  };
  ScMoney share;

  for (guint i = 0; i < G_N_ELEMENTS (cases); i++)
    {
      gboolean is_read = sc_amount_share_read (cases[i].text, sc_money_new (100001, "EUR"), &share);

      g_test_message ("%s", cases[i].text);
      g_assert_cmpint (is_read, ==, cases[i].minor >= 0);
      if (is_read)
        {
          g_assert_cmpint (share.minor, ==, cases[i].minor);
          g_assert_cmpstr (share.currency, ==, "EUR");
        }
    }

  /* Of the largest amount, too. */
  g_assert_true (sc_amount_share_read ("99.9999 %", sc_money_new (1000000000000000, "EUR"), &share));
  g_assert_cmpint (share.minor, ==, 999999000000000);
}

static void
test_plain_amounts_come_back (void)
{
  const gint64 amounts[] = { 0, 1, 99, 100, 105450, -105450, -7, SC_MONEY_MAX, -SC_MONEY_MAX };
  const char *currencies[] = { "USD", "JPY", "KWD" };

  for (guint i = 0; i < G_N_ELEMENTS (amounts); i++)
    for (guint j = 0; j < G_N_ELEMENTS (currencies); j++)
      {
        ScMoney money = sc_money_new (amounts[i], currencies[j]);
        g_autofree char *plain = sc_money_to_plain (money);
        ScMoney back;

        g_assert_true (sc_money_parse (plain, currencies[j], &back));
        g_assert_true (sc_money_equal (money, back));
      }
}

static void
test_money_is_shown_in_the_users_way (void)
{
  g_autofree char *english = NULL;
  g_autofree char *short_text = NULL;
  g_autofree char *russian = NULL;

  setlocale (LC_MONETARY, "en_US.UTF-8");
  english = sc_money_to_text (sc_money_new (105450, "USD"));
  short_text = sc_money_to_short_text (sc_money_new (123456700, "USD"));
  g_assert_cmpstr (english, ==, "$1,054.50");
  g_assert_cmpstr (short_text, ==, "$1.2M");

  setlocale (LC_MONETARY, "ru_RU.UTF-8");
  russian = sc_money_to_text (sc_money_new (105400, "RUB"));
  g_assert_cmpstr (russian, ==, "1\u00a0054\u00a0₽");
  setlocale (LC_MONETARY, "en_US.UTF-8");
}

static void
test_currencies (void)
{
  g_assert_true (sc_currency_is_valid ("USD"));
  g_assert_true (sc_currency_is_valid ("RUB"));
  g_assert_false (sc_currency_is_valid ("usd"));
  g_assert_false (sc_currency_is_valid ("US"));
  g_assert_false (sc_currency_is_valid ("QQQ"));
  /* A coin of three islands since 2025, and the yuan abroad, have no number in ICU. */
  g_assert_true (sc_currency_is_valid ("XCG"));
  g_assert_true (sc_currency_is_valid ("CNH"));
  g_assert_false (sc_currency_is_valid (NULL));
}

static void
test_dates_are_read_strictly (void)
{
  const char *bad[] = { "", "2026-3-1", "2026-13-01", "2026-02-30", "2026-02-01 ", "26-02-01", "2026/02/01", "x",
                        "2024- 1- 2", "2024-+1-02", " 024-01-02", "-024-01-02" };
  g_autofree char *text = sc_date_to_string (sc_date_parse ("2024-02-29"));

  g_assert_cmpstr (text, ==, "2024-02-29");
  g_assert_cmpuint (sc_date_parse (NULL), ==, SC_DATE_NONE);
  for (guint i = 0; i < G_N_ELEMENTS (bad); i++)
    g_assert_cmpuint (sc_date_parse (bad[i]), ==, SC_DATE_NONE);
}

static void
test_days_follow_each_other (void)
{
  ScDate last = SC_DATE_NONE;

  for (guint year = 0; year <= 10000; year++)
    for (guint month = 0; month <= 13; month++)
      for (guint day = 0; day <= 32; day++)
        {
          gboolean is_day = year >= 1 && year <= 9999 && month <= 12 && day <= 31
                            && g_date_valid_dmy ((GDateDay) day, (GDateMonth) month, (GDateYear) year);

          g_assert_cmpuint (sc_date_new (year, month, day), ==, is_day ? ++last : SC_DATE_NONE);
        }
  g_assert_cmpuint (last, ==, SC_DATE_LAST);
}

static void
test_days_end_with_the_year_9999 (void)
{
  g_autofree char *last = sc_date_to_string (SC_DATE_LAST);
  g_autofree char *text = sc_date_to_text (SC_DATE_LAST);

  g_assert_cmpstr (last, ==, "9999-12-31");
  g_assert_cmpstr (text, !=, "");
  g_assert_cmpuint (sc_date_from_instant (G_MAXINT64), ==, SC_DATE_LAST);
  g_assert_cmpuint (sc_date_from_instant (G_MININT64), ==, SC_DATE_FIRST);
}

static void
test_days_stay_days_through_instants (void)
{
  for (ScDate date = sc_date_new (2026, 1, 1); date < sc_date_new (2027, 1, 1); date++)
    g_assert_cmpuint (sc_date_from_instant (sc_date_to_instant (date)), ==, date);
}

static void
test_clock_can_be_stopped (void)
{
  ScDate day = sc_date_new (2026, 3, 31);

  sc_clock_set (sc_date_to_instant (day));
  g_assert_cmpuint (sc_clock_today (), ==, day);
  sc_clock_set (0);
}

/* Whatever the hour, also where the clock is put forward or back, and long ago. */
static void
test_many_instants_have_their_days (void)
{
  static const ScInstant edges[] = { -1, 0, 1, G_MININT64 / 4, G_MAXINT64 / 4 };
  g_autoptr (ScLocalDays) days = sc_local_days_new ();
  ScInstant at = sc_date_to_instant (sc_date_new (1899, 12, 20));
  ScInstant end = sc_date_to_instant (sc_date_new (2101, 1, 10));

  for (guint i = 0; i < G_N_ELEMENTS (edges); i++)
    g_assert_cmpuint (sc_local_days_get (days, edges[i]), ==, sc_date_from_instant (edges[i]));
  for (; at < end; at += g_test_rand_int_range (1, 96) * G_TIME_SPAN_HOUR / 2)
    g_assert_cmpuint (sc_local_days_get (days, at), ==, sc_date_from_instant (at));
}

static void
test_durations_add_up (void)
{
  const ScCalendar *standard = sc_calendar_get_standard ();
  const ScDuration none = { 0, SC_UNIT_WORKING_DAYS };
  const ScDuration two_hours = { 2, SC_UNIT_WORKING_HOURS };
  const ScDuration six_hours = { 6, SC_UNIT_WORKING_HOURS };
  const ScDuration day = { 1, SC_UNIT_WORKING_DAYS };

  g_assert_true (sc_duration_equal (sc_duration_add (day, day, standard), (ScDuration) { 2, SC_UNIT_WORKING_DAYS }));
  g_assert_true (sc_duration_equal (sc_duration_add (two_hours, day, standard), (ScDuration) { 10, SC_UNIT_WORKING_HOURS }));
  g_assert_true (sc_duration_equal (sc_duration_add (none, two_hours, standard), two_hours));
  g_assert_cmpuint (sc_duration_get_hours (sc_duration_add (two_hours, six_hours, standard), standard), ==, 8);
}

/* A sum is told as people say it. */
static void
test_durations_are_told (void)
{
  static const struct {
    ScDuration duration;
    const char *text;
  } cases[] = {
    { { 0, SC_UNIT_WORKING_HOURS }, "" },
    { { 2, SC_UNIT_WORKING_HOURS }, "2 working hours" },
    { { 8, SC_UNIT_WORKING_HOURS }, "1 working day" },
    { { 10, SC_UNIT_WORKING_HOURS }, "1 working day 2 hours" },
    { { 5, SC_UNIT_WORKING_DAYS }, "5 working days" },
  };

  for (guint i = 0; i < G_N_ELEMENTS (cases); i++)
    {
      g_autofree char *text = sc_duration_to_text (cases[i].duration, sc_calendar_get_standard ());

      g_assert_cmpstr (text, ==, cases[i].text);
    }
}

/* A card has room for a letter, a sum that something is missing from is at least that, and
 * a process has a language of its own. */
static void
test_durations_are_told_elsewhere (void)
{
  static const struct {
    ScDuration duration;
    const char *in_short;
    const char *at_least;
    const char *of_russian;
  } cases[] = {
    { { 2, SC_UNIT_WORKING_HOURS }, "2 h", "at least 2 working hours", "2 рабочих часов" },
    { { 8, SC_UNIT_WORKING_HOURS }, "1 d", "at least 1 working day", "1 рабочего дня" },
    { { 10, SC_UNIT_WORKING_HOURS }, "1 d 2 h", "at least 1 working day 2 hours", "1 рабочего дня 2 часов" },
    { { 5, SC_UNIT_WORKING_DAYS }, "5 d", "at least 5 working days", "5 рабочих дней" },
  };

  for (guint i = 0; i < G_N_ELEMENTS (cases); i++)
    {
      g_autofree char *in_short = sc_duration_to_short_text (cases[i].duration, sc_calendar_get_standard ());
      g_autofree char *at_least = sc_noun_at_least (cases[i].duration, sc_calendar_get_standard ());
      g_autofree char *of_russian = sc_noun_duration (cases[i].duration, sc_calendar_get_standard (), SC_LANGUAGE_RU, SC_CASE_GENITIVE, " ");

      g_assert_cmpstr (in_short, ==, cases[i].in_short);
      g_assert_cmpstr (at_least, ==, cases[i].at_least);
      g_assert_cmpstr (of_russian, ==, cases[i].of_russian);
    }
}

static void
test_shares_are_told_in_percent (void)
{
  g_autofree char *third = sc_percent_to_text (1 / 3.0);
  g_autofree char *none = sc_percent_to_text (-1);

  g_assert_cmpstr (third, ==, "33%");
  g_assert_cmpstr (none, ==, "");
}

int
main (int    argc,
      char **argv)
{
  setlocale (LC_ALL, "");
  g_test_init (&argc, &argv, NULL);

  g_test_add_func ("/model/money/read", test_amounts_are_read_as_people_write_them);
  g_test_add_func ("/model/money/thousands-in-a-word", test_amounts_with_thousands_in_a_word);
  g_test_add_func ("/model/money/refuse", test_what_is_no_amount_is_refused);
  g_test_add_func ("/model/money/shares", test_shares_of_an_amount);
  g_test_add_func ("/model/money/plain", test_plain_amounts_come_back);
  g_test_add_func ("/model/money/signs", test_currencies_have_signs);
  g_test_add_func ("/model/money/show", test_money_is_shown_in_the_users_way);
  g_test_add_func ("/model/money/currencies", test_currencies);
  g_test_add_func ("/model/date/read", test_dates_are_read_strictly);
  g_test_add_func ("/model/date/all", test_days_follow_each_other);
  g_test_add_func ("/model/date/year-9999", test_days_end_with_the_year_9999);
  g_test_add_func ("/model/date/instants", test_days_stay_days_through_instants);
  g_test_add_func ("/model/date/many", test_many_instants_have_their_days);
  g_test_add_func ("/model/date/clock", test_clock_can_be_stopped);
  g_test_add_func ("/model/duration/add", test_durations_add_up);
  g_test_add_func ("/model/duration/told", test_durations_are_told);
  g_test_add_func ("/model/duration/elsewhere", test_durations_are_told_elsewhere);
  g_test_add_func ("/model/percent", test_shares_are_told_in_percent);

  return g_test_run ();
}
