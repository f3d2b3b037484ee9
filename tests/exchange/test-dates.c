/* SPDX-License-Identifier: GPL-3.0-or-later */

/* The dates of tables, as programs and people write them. */

#include <locale.h>
#include <unicode/udat.h>
#include <unicode/ustring.h>

#include "exchange/sc-date-order.h"

#define MAX_TEXT 200

static void
test_dates (void)
{
  static const struct {
    const char *text;
    const char *in[SC_N_DATE_ORDERS];
  } cases[] = {
    { "2026-03-04", { "2026-03-04", "2026-03-04", "2026-03-04", "2026-03-04" } },
    { "2026-03-04 10:20:30", { "2026-03-04", "2026-03-04", "2026-03-04", "2026-03-04" } },
    { "2026-03-04T10:20:30Z", { "2026-03-04", "2026-03-04", "2026-03-04", "2026-03-04" } },
    { "2026/3/4", { "2026-03-04", "2026-03-04", "2026-03-04", "2026-03-04" } },
    { "04.03.2026", { NULL, NULL, "2026-03-04", "2026-04-03" } },
    { "4/3/2026 9:05 PM", { NULL, NULL, "2026-03-04", "2026-04-03" } },
    { "31.03.2026", { NULL, NULL, "2026-03-31", NULL } },
    { "03/31/2026", { NULL, NULL, NULL, "2026-03-31" } },
    { "05.04.03", { NULL, "2005-04-03", "2003-04-05", "2003-05-04" } },
    { "3. 4. 2026", { NULL, NULL, "2026-04-03", "2026-03-04" } },
    { "03.04.2026 г.", { NULL, NULL, "2026-04-03", "2026-03-04" } },
    { "03042026", { NULL, NULL, "2026-04-03", "2026-03-04" } },
    { "2026-03-04 10:20:30.123456+03:00", { "2026-03-04", "2026-03-04", "2026-03-04", "2026-03-04" } },
    { "2026-03-04 10:20:30 UTC", { "2026-03-04", "2026-03-04", "2026-03-04", "2026-03-04" } },
    { "20260304T102030Z", { "2026-03-04", "2026-03-04", "2026-03-04", "2026-03-04" } },
    { "2026-03-04 - 2026-03-05", { NULL } },
    { "29.02.2025", { NULL } },
    { "2026-13-01", { NULL } },
    { "0000-00-00", { NULL } },
    { "04-03/2026", { NULL } },
    { "99999-01-01", { NULL } },
    { "tomorrow", { NULL } },
    { "12", { NULL } },
    { "1.2", { NULL } },
    { "2026-03-04x", { NULL } },
  };

  for (guint i = 0; i < G_N_ELEMENTS (cases); i++)
    for (guint order = 0; order < SC_N_DATE_ORDERS; order++)
      {
        ScDate date;
        gboolean is_date = sc_date_order_read (order, cases[i].text, &date);
        g_autofree char *read = is_date ? sc_date_to_string (date) : NULL;

        g_assert_cmpstr (read, ==, cases[i].in[order]);
      }
}

static void
test_date_orders_are_told (void)
{
  static const struct {
    const char *texts[4];
    const char *order; /* NULL where it has to be asked */
    gboolean contradicts;
  } cases[] = {
    { { "2026-01-02", "2026-02-01" }, "ymd" },
    { { "", "" }, "ymd" },
    { { "01/02/2026", "03/04/2026" }, NULL },
    { { "01/02/2026", "31/12/2026" }, "dmy" },
    { { "01/02/2026", "12/31/2026" }, "mdy" },
    { { "31/12/2026", "12/31/2026" }, NULL, TRUE },
    { { "05/05/2026", "06/06/2026" }, "dmy" },
    { { "01/02/2026", "2026-12-31" }, NULL },
    { { "2026-12-31", "31.12.2026" }, "dmy" },
    { { "Apr 3, 2024", "03.04.2024" }, NULL },
    { { "3 апр. 2024", "31.12.2026", "20240403" }, "dmy" },
    { { "03042024", "31122024" }, "dmy" },
  };

  for (guint i = 0; i < G_N_ELEMENTS (cases); i++)
    {
      ScDateEvidence evidence = { 0 };
      ScDateOrder order;
      gboolean is_told;

      for (guint j = 0; j < G_N_ELEMENTS (cases[i].texts) && cases[i].texts[j] != NULL; j++)
        sc_date_evidence_add (&evidence, cases[i].texts[j]);
      is_told = sc_date_evidence_get_order (&evidence, &order);
      g_assert_cmpstr (is_told ? sc_date_order_get_id (order) : NULL, ==, cases[i].order);
      g_assert_cmpint (sc_date_evidence_contradicts (&evidence), ==, cases[i].contradicts);
    }
}

/* A date that leaves no doubt is the same in every order, and in none. */
static void
assert_clear (const char *text,
              ScDate      day)
{
  g_test_message ("%s", text);
  for (guint order = 0; order < SC_N_DATE_ORDERS; order++)
    {
      ScDate date = SC_DATE_NONE;
      g_autofree char *read = NULL;
      g_autofree char *wanted = sc_date_to_string (day);

      sc_date_order_read (order, text, &date);
      read = sc_date_to_string (date);
      g_assert_cmpstr (read, ==, wanted);
    }
}

static void
test_named_dates (void)
{
  static const char *const texts[] = {
    "Apr 3, 2024", "April 3, 2024", "apr. 3 2024", "3 Apr 2024", "03-Apr-2024", "03-APR-24", "3/Apr/2024", "03APR2024",
    "3rd of April 2024", "April 3rd, 2024", "Wed, Apr 3, 2024", "Wednesday, 3 April 2024", "2024-Apr-03", "2024 April 3",
    "3 апреля 2024", "3 АПРЕЛЯ 2024 г.", "3 апреля 2024г", "3 апреля 2024 года", "3 апр. 2024", "03-апр-24", "03.апр.2024",
    "3-го апреля 2024", "«3» апреля 2024 г.", "“03” апреля 2024 года", "среда, 3 апреля 2024 г.", "ср, 3 апр 2024", "апрель 3, 2024", "2024, 3 апреля", "20240403",
    "3\u00a0апреля\u00a02024\u00a0г.", "Apr 3, 2024, 10:20:30\u202fAM", "Apr 3, 2024 at 10:20 PM GMT+3",
    "3 апреля 2024 г. в 10:20", "3 апреля 2024, 10:20", "Wed Apr 03 2024 10:20:30 GMT+0300 (Moscow Standard Time)",
  };
  static const char *const others[] = {
    "Apr 2024", "Ap 3, 2024", "April", "3 April", "March 31 Project", "May", "Mayor 3, 2024", "3 апреляя 2024", "апреля 2024",
    "Marsh 3, 2024", "Feb 30, 2024", "3 3 2024", "Apr 3 2024 2025", "Apr Mar 2024", "20241303", "2024040", "202404031",
    "3 apples 2024", "Apr 3, 20245", "пн", "«3» яблока 2024", "«Весна»", "Apr 0, 2024", "00-Apr-00",
  };

  for (guint i = 0; i < G_N_ELEMENTS (texts); i++)
    assert_clear (texts[i], sc_date_new (2024, 4, 3));
  for (guint i = 0; i < G_N_ELEMENTS (others); i++)
    for (guint order = 0; order < SC_N_DATE_ORDERS; order++)
      {
        ScDate date;

        g_test_message ("%s", others[i]);
        g_assert_false (sc_date_order_read (order, others[i], &date));
      }
}

static char *
format_day (UDateFormat *format,
            ScDate       day)
{
  UErrorCode status = U_ZERO_ERROR;
  UChar text[MAX_TEXT];
  char utf8[MAX_TEXT * 3];

  udat_format (format, (UDate) (sc_date_to_instant (day) / 1000), text, MAX_TEXT, NULL, &status);
  u_strToUTF8 (utf8, sizeof utf8, NULL, text, -1, &status);
  g_assert_true (U_SUCCESS (status));

  return g_strdup (utf8);
}

/* What spreadsheets and programs write in these languages, each day of a leap year. */
static void
test_all_forms_of_english_and_russian (void)
{
  static const char *const locales[] = { "en_US", "en_GB", "ru_RU" };
  static const char *const patterns[] = {
    "d MMM y", "dd-MMM-yyyy", "dd-MMM-yy", "MMM d, y", "MMMM d, y", "d MMMM y", "d LLLL y", "EEE, d MMM y", "EEEE, d MMMM y",
    "EEEE, MMMM d, y", "y MMMM d", "dd.MMM.yyyy", "ddMMMyyyy", "yyyyMMdd", "d MMM y, HH:mm", "MMM d, y h:mm:ss a", "d MMMM y H:mm z",
  };
  static const UDateFormatStyle styles[] = { UDAT_FULL, UDAT_LONG, UDAT_MEDIUM, UDAT_PATTERN };
  ScDate first = sc_date_new (2024, 1, 1);
  guint n_forms = 0;

  for (guint i = 0; i < G_N_ELEMENTS (locales); i++)
    for (guint j = 0; j < G_N_ELEMENTS (styles) - 1 + G_N_ELEMENTS (patterns); j++)
      {
        UErrorCode status = U_ZERO_ERROR;
        gboolean is_pattern = j >= G_N_ELEMENTS (styles) - 1;
        UChar pattern[MAX_TEXT] = { 0 };
        UDateFormat *format;

        /* The middle one in Russian and in British English has numbers alone. */
        if (!is_pattern && styles[j] == UDAT_MEDIUM && i > 0)
          continue;
        if (is_pattern)
          u_uastrcpy (pattern, patterns[j - G_N_ELEMENTS (styles) + 1]);
        format = udat_open (is_pattern ? UDAT_PATTERN : UDAT_NONE, is_pattern ? UDAT_PATTERN : styles[j], locales[i], NULL, -1,
                            is_pattern ? pattern : NULL, -1, &status);
        g_assert_true (U_SUCCESS (status));
        for (ScDate day = first; day < first + 366; day++)
          {
            g_autofree char *text = format_day (format, day);

            assert_clear (text, day);
          }
        udat_close (format);
        n_forms++;
      }
  g_assert_cmpuint (n_forms, >, 50);
}

static void
test_years_of_two_digits (void)
{
  static const struct {
    guint now;
    const char *text;
    guint year;
  } cases[] = {
    { 2026, "03.04.26", 2026 }, { 2026, "03.04.36", 2036 }, { 2026, "03.04.37", 1937 }, { 2026, "03-Apr-99", 1999 },
    { 2026, "03.04.00", 2000 }, { 2095, "03.04.03", 2103 }, { 2095, "3 апр. 06", 2006 },
  };

  for (guint i = 0; i < G_N_ELEMENTS (cases); i++)
    {
      ScDate date;

      g_test_message ("%s in %u", cases[i].text, cases[i].now);
      sc_clock_set (sc_date_to_instant (sc_date_new (cases[i].now, 6, 1)));
      g_assert_true (sc_date_order_read (SC_DATE_ORDER_DMY, cases[i].text, &date));
      g_assert_cmpuint (date, ==, sc_date_new (cases[i].year, 4, 3));
    }
  sc_clock_set (0);
}

int
main (int    argc,
      char **argv)
{
  setlocale (LC_ALL, "");
  g_test_init (&argc, &argv, NULL);

  g_test_add_func ("/exchange/dates/numbers", test_dates);
  g_test_add_func ("/exchange/dates/orders-are-told", test_date_orders_are_told);
  g_test_add_func ("/exchange/dates/named", test_named_dates);
  g_test_add_func ("/exchange/dates/english-and-russian", test_all_forms_of_english_and_russian);
  g_test_add_func ("/exchange/dates/years-of-two-digits", test_years_of_two_digits);

  return g_test_run ();
}
