/* SPDX-License-Identifier: GPL-3.0-or-later */

/* Numbers, lists and letters as a native writes them. */

#include "document/sc-grammar.h"

static void
assert_duration (guint       value,
                 ScUnit      unit,
                 ScLanguage  language,
                 ScCase      grammatical_case,
                 const char *expected)
{
  g_autofree char *text = sc_grammar_duration ((ScDuration) { value, unit }, sc_calendar_get_standard (), language, grammatical_case);

  g_assert_cmpstr (text, ==, expected);
}

static void
test_days (void)
{
  static const struct {
    guint n;
    const char *nominative;
    const char *genitive;
  } cases[] = {
    { 1, "1 рабочий день", "1 рабочего дня" },
    { 2, "2 рабочих дня", "2 рабочих дней" },
    { 5, "5 рабочих дней", "5 рабочих дней" },
    { 11, "11 рабочих дней", "11 рабочих дней" },
    { 21, "21 рабочий день", "21 рабочего дня" },
    { 22, "22 рабочих дня", "22 рабочих дней" },
    { 101, "101 рабочий день", "101 рабочего дня" },
    { 111, "111 рабочих дней", "111 рабочих дней" },
  };

  for (guint i = 0; i < G_N_ELEMENTS (cases); i++)
    {
      assert_duration (cases[i].n, SC_UNIT_WORKING_DAYS, SC_LANGUAGE_RU, SC_CASE_NOMINATIVE, cases[i].nominative);
      assert_duration (cases[i].n, SC_UNIT_WORKING_DAYS, SC_LANGUAGE_RU, SC_CASE_GENITIVE, cases[i].genitive);
    }
  assert_duration (1, SC_UNIT_WORKING_DAYS, SC_LANGUAGE_EN, SC_CASE_GENITIVE, "1 working day");
  assert_duration (21, SC_UNIT_WORKING_DAYS, SC_LANGUAGE_EN, SC_CASE_NOMINATIVE, "21 working days");
  assert_duration (0, SC_UNIT_WORKING_DAYS, SC_LANGUAGE_RU, SC_CASE_NOMINATIVE, "");
}

static void
test_hours (void)
{
  assert_duration (1, SC_UNIT_WORKING_HOURS, SC_LANGUAGE_RU, SC_CASE_NOMINATIVE, "1 рабочий час");
  assert_duration (1, SC_UNIT_WORKING_HOURS, SC_LANGUAGE_RU, SC_CASE_GENITIVE, "1 рабочего часа");
  assert_duration (2, SC_UNIT_WORKING_HOURS, SC_LANGUAGE_RU, SC_CASE_NOMINATIVE, "2 рабочих часа");
  assert_duration (4, SC_UNIT_WORKING_HOURS, SC_LANGUAGE_RU, SC_CASE_GENITIVE, "4 рабочих часов");
  assert_duration (5, SC_UNIT_WORKING_HOURS, SC_LANGUAGE_RU, SC_CASE_NOMINATIVE, "5 рабочих часов");
  assert_duration (8, SC_UNIT_WORKING_HOURS, SC_LANGUAGE_RU, SC_CASE_NOMINATIVE, "1 рабочий день");
  assert_duration (10, SC_UNIT_WORKING_HOURS, SC_LANGUAGE_RU, SC_CASE_NOMINATIVE, "1 рабочий день 2 часа");
  assert_duration (10, SC_UNIT_WORKING_HOURS, SC_LANGUAGE_RU, SC_CASE_GENITIVE, "1 рабочего дня 2 часов");
  assert_duration (10, SC_UNIT_WORKING_HOURS, SC_LANGUAGE_EN, SC_CASE_NOMINATIVE, "1 working day 2 hours");
}

static void
test_items (void)
{
  static const struct {
    ScLanguage language;
    const char *text;
    const char *inside;
    const char *last;
  } cases[] = {
    { SC_LANGUAGE_RU, "Итоги разобраны", "итоги разобраны;", "итоги разобраны." },
    { SC_LANGUAGE_RU, "Итоги разобраны.", "итоги разобраны;", "итоги разобраны." },
    { SC_LANGUAGE_RU, "Итоги разобраны;", "итоги разобраны;", "итоги разобраны." },
    { SC_LANGUAGE_RU, "КП отправлено", "КП отправлено;", "КП отправлено." },
    { SC_LANGUAGE_RU, "CRM заполнена", "CRM заполнена;", "CRM заполнена." },
    { SC_LANGUAGE_RU, "Telegram-канал создан", "Telegram-канал создан;", "Telegram-канал создан." },
    { SC_LANGUAGE_RU, "Иван Петров согласовал", "Иван Петров согласовал;", "Иван Петров согласовал." },
    { SC_LANGUAGE_RU, "Битрикс24 настроен", "Битрикс24 настроен;", "Битрикс24 настроен." },
    { SC_LANGUAGE_RU, "Яндекс подключён", "Яндекс подключён;", "Яндекс подключён." },
    { SC_LANGUAGE_RU, "В Москве назначена встреча", "в Москве назначена встреча;", "в Москве назначена встреча." },
    { SC_LANGUAGE_RU, "Кто решает?", "Кто решает?", "Кто решает?" },
    { SC_LANGUAGE_RU, "Позвонить. Записать", "Позвонить. Записать.", "Позвонить. Записать." },
    { SC_LANGUAGE_RU, "100 % оплаты", "100 % оплаты;", "100 % оплаты." },
    { SC_LANGUAGE_RU, "", ";", "." },
    { SC_LANGUAGE_EN, "Results gone through", "results gone through;", "results gone through." },
    { SC_LANGUAGE_EN, "LinkedIn profile read", "LinkedIn profile read;", "LinkedIn profile read." },
    { SC_LANGUAGE_EN, "I have called", "I have called;", "I have called." },
    { SC_LANGUAGE_EN, "A call was made", "a call was made;", "a call was made." },
  };

  for (guint i = 0; i < G_N_ELEMENTS (cases); i++)
    {
      g_autofree char *inside = sc_grammar_item (cases[i].text, FALSE, cases[i].language);
      g_autofree char *last = sc_grammar_item (cases[i].text, TRUE, cases[i].language);

      g_assert_cmpstr (inside, ==, cases[i].inside);
      g_assert_cmpstr (last, ==, cases[i].last);
    }
}

static void
test_quotes (void)
{
  static const char *const names[] = { "А", "Б", "В", NULL };
  g_autofree char *russian = sc_grammar_quote ("Сделка", SC_LANGUAGE_RU);
  g_autofree char *english = sc_grammar_quote ("Deal", SC_LANGUAGE_EN);
  g_autofree char *arabic = sc_grammar_quote ("صفقة", SC_LANGUAGE_RU);
  g_autofree char *joined = sc_grammar_join_quoted (names, SC_LANGUAGE_RU);

  g_assert_cmpstr (russian, ==, "«Сделка»");
  g_assert_cmpstr (english, ==, "“Deal”");
  g_assert_cmpstr (arabic, ==, "«\xe2\x81\xa8صفقة\xe2\x81\xa9»");
  g_assert_cmpstr (joined, ==, "«А», «Б» и «В»");
}

static void
test_annexes (void)
{
  static const char *const russian[] = { "А", "Б", "В", "Г" };

  for (guint i = 0; i < G_N_ELEMENTS (russian); i++)
    {
      g_autofree char *letter = sc_grammar_annex (i, SC_LANGUAGE_RU);

      g_assert_cmpstr (letter, ==, russian[i]);
    }
}

int
main (int   argc,
      char *argv[])
{
  g_test_init (&argc, &argv, NULL);

  g_test_add_func ("/grammar/days-have-the-right-forms", test_days);
  g_test_add_func ("/grammar/hours-have-the-right-forms", test_hours);
  g_test_add_func ("/grammar/items-are-parts-of-a-sentence", test_items);
  g_test_add_func ("/grammar/names-stand-in-quotation-marks", test_quotes);
  g_test_add_func ("/grammar/annexes-have-letters", test_annexes);

  return g_test_run ();
}
