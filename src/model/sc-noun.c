/* SPDX-License-Identifier: GPL-3.0-or-later */

/* Numbers with their nouns in the language of a process, for schemes, documents and
 * sentences that want another case than the user's words have. */

#include "model/sc-noun.h"

#include <glib/gi18n-lib.h>

/* One, two to four, five and more: English has the second for both. After a number that
 * ends in one, adjective and noun stand in the singular. */
typedef struct {
  const char *forms[SC_N_CASES][3];
} Words;

static const Words words[SC_N_NOUNS][SC_N_LANGUAGES] = {
  [SC_NOUN_STAGE] = {
    { { { "stage", "stages", "stages" }, { "stage", "stages", "stages" } } },
    { { { "этап", "этапа", "этапов" }, { "этапа", "этапов", "этапов" } } },
  },
  [SC_NOUN_DAY] = {
    { { { "day", "days", "days" }, { "day", "days", "days" } } },
    { { { "день", "дня", "дней" }, { "дня", "дней", "дней" } } },
  },
  [SC_NOUN_HOUR] = {
    { { { "hour", "hours", "hours" }, { "hour", "hours", "hours" } } },
    { { { "час", "часа", "часов" }, { "часа", "часов", "часов" } } },
  },
  [SC_NOUN_WORKING_DAY] = {
    { { { "working day", "working days", "working days" }, { "working day", "working days", "working days" } } },
    { { { "рабочий день", "рабочих дня", "рабочих дней" }, { "рабочего дня", "рабочих дней", "рабочих дней" } } },
  },
  [SC_NOUN_WORKING_HOUR] = {
    { { { "working hour", "working hours", "working hours" }, { "working hour", "working hours", "working hours" } } },
    { { { "рабочий час", "рабочих часа", "рабочих часов" }, { "рабочего часа", "рабочих часов", "рабочих часов" } } },
  },
  [SC_NOUN_DEAL] = {
    { { { "deal", "deals", "deals" }, { "deal", "deals", "deals" } } },
    { { { "сделка", "сделки", "сделок" }, { "сделки", "сделок", "сделок" } } },
  },
};

/**
 * sc_noun_choose_form:
 * @n: how many
 * @language: a language
 *
 * Returns: which of a noun's forms goes with the number: 0 for one, 1 for two to four, 2
 *   for five and more; English has 1 for all but one
 */
guint
sc_noun_choose_form (guint      n,
                     ScLanguage language)
{
  if (language == SC_LANGUAGE_EN)
    return n == 1 ? 0 : 1;
  if (n % 100 / 10 == 1)
    return 2;
  if (n % 10 == 1)
    return 0;

  return n % 10 >= 2 && n % 10 <= 4 ? 1 : 2;
}

/**
 * sc_noun_count:
 * @noun: what is counted
 * @n: how many
 * @language: the language that it is said in
 * @grammatical_case: how it stands in its sentence
 * @space: what stands between number and noun
 *
 * Returns: (transfer full): such as “7 stages”, «не более 7 этапов» without the first words
 */
char *
sc_noun_count (ScNoun      noun,
               guint       n,
               ScLanguage  language,
               ScCase      grammatical_case,
               const char *space)
{
  g_return_val_if_fail (noun < SC_N_NOUNS && language < SC_N_LANGUAGES && grammatical_case < SC_N_CASES, NULL);

  return g_strdup_printf ("%u%s%s", n, space, words[noun][language].forms[grammatical_case][sc_noun_choose_form (n, language)]);
}

/**
 * sc_noun_duration:
 * @duration: a time
 * @calendar: how long a working day is
 * @language: the language that it is said in
 * @grammatical_case: how it stands in its sentence
 * @space: what stands between number and noun
 *
 * Returns: (transfer full): such as “5 working days”, «10 рабочих дней» or «1 рабочий
 *   день 2 часа»; empty for no time
 */
char *
sc_noun_duration (ScDuration        duration,
                  const ScCalendar *calendar,
                  ScLanguage        language,
                  ScCase            grammatical_case,
                  const char       *space)
{
  guint hours = sc_duration_get_hours (duration, calendar);
  guint days = hours / sc_calendar_get_hours (calendar);
  g_autofree char *whole = NULL;
  g_autofree char *rest = NULL;

  hours %= sc_calendar_get_hours (calendar);
  if (days == 0 && hours == 0)
    return g_strdup ("");
  if (days == 0)
    return sc_noun_count (SC_NOUN_WORKING_HOUR, hours, language, grammatical_case, space);

  whole = sc_noun_count (SC_NOUN_WORKING_DAY, days, language, grammatical_case, space);
  if (hours == 0)
    return g_steal_pointer (&whole);

  rest = sc_noun_count (SC_NOUN_HOUR, hours, language, grammatical_case, space);

  return g_strconcat (whole, " ", rest, NULL);
}

/**
 * sc_noun_at_least:
 * @duration: a sum that something is missing from
 * @calendar: how long a working day is
 *
 * Returns: (transfer full): the time as sc_duration_to_text() says it, but that it is at
 *   least that
 */
char *
sc_noun_at_least (ScDuration        duration,
                  const ScCalendar *calendar)
{
  ScLanguage language = sc_language_get_default ();
  g_autofree char *time = sc_noun_duration (duration, calendar, language, SC_CASE_GENITIVE,
                                            language == SC_LANGUAGE_RU ? SC_NOUN_SPACE : " ");

  /* Translators: %s is a time such as “5 working days”; in Russian it stands in the genitive */
  return g_strdup_printf (_("at least %s"), time);
}
