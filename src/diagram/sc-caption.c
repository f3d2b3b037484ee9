/* SPDX-License-Identifier: GPL-3.0-or-later */

/* The words on a scheme that nobody typed, in the process's language. */

#include "diagram/sc-caption.h"

#include "model/sc-noun.h"
#include "model/sc-percent.h"

static const ScPhrase mark = { { "Client won", "Есть клиент" } };
static const ScPhrase no_stages = { { "This process has no stages yet.", "В этом процессе пока нет этапов." } };
static const ScPhrase no_name = { { "Unnamed stage", "Этап без названия" } };
static const ScPhrase no_role = { { "Nobody responsible", "Нет ответственного" } };
static const ScPhrase participant_meaning = { { "Takes part", "Участвует" } };
static const ScPhrase mark_meaning = { { "Client mark: the deal is won", "Граница «есть клиент»: сделка выиграна" } };
static const ScPhrase return_meaning = { { "Back to this stage when the client refuses", "Возврат на этап при отказе клиента" } };
static const ScPhrase parking_meaning = { { "Parked when the client refuses", "При отказе клиента сделка откладывается" } };
static const ScPhrase parked = { { "Parked", "Отложить" } };
static const ScPhrase probability_meaning = { { "Win probability", "Вероятность" } };

/**
 * sc_caption_get_mark:
 * @language: the process's language
 *
 * Returns: the client mark's label
 */
const char *
sc_caption_get_mark (ScLanguage language)
{
  return mark.text[language];
}

/**
 * sc_caption_get_no_name:
 * @language: the process's language
 *
 * Returns: what stands in the place of a name that is missing
 */
const char *
sc_caption_get_no_name (ScLanguage language)
{
  return no_name.text[language];
}

/**
 * sc_caption_get_no_role:
 * @language: the process's language
 *
 * Returns: what stands in the place of a responsible role that is missing
 */
const char *
sc_caption_get_no_role (ScLanguage language)
{
  return no_role.text[language];
}

/**
 * sc_caption_get_mark_meaning:
 * @language: the process's language
 *
 * Returns: what the legend says of the client mark
 */
const char *
sc_caption_get_mark_meaning (ScLanguage language)
{
  return mark_meaning.text[language];
}

/**
 * sc_caption_get_return_meaning:
 * @language: the process's language
 *
 * Returns: what the legend says of a way back
 */
const char *
sc_caption_get_return_meaning (ScLanguage language)
{
  return return_meaning.text[language];
}

/**
 * sc_caption_get_parking_meaning:
 * @language: the process's language
 *
 * Returns: what the legend says of the sign of parking
 */
const char *
sc_caption_get_parking_meaning (ScLanguage language)
{
  return parking_meaning.text[language];
}

/**
 * sc_caption_get_participant_meaning:
 * @language: the process's language
 *
 * Returns: what the legend says of the sign of a role that takes part
 */
const char *
sc_caption_get_participant_meaning (ScLanguage language)
{
  return participant_meaning.text[language];
}

/**
 * sc_caption_get_probability_meaning:
 * @language: the process's language
 *
 * Returns: what the legend says of the bar on each card
 */
const char *
sc_caption_get_probability_meaning (ScLanguage language)
{
  return probability_meaning.text[language];
}

/**
 * sc_caption_for_duration:
 * @duration: a target time
 * @calendar: how long a working day is
 * @language: the process's language
 *
 * Returns: (transfer full): the time as it stands on a card, such as
 *   “5 days” or “1 d 2 h”; empty where there is none
 */
char *
sc_caption_for_duration (ScDuration        duration,
                         const ScCalendar *calendar,
                         ScLanguage        language)
{
  guint hours = sc_duration_get_hours (duration, calendar);
  guint days = hours / sc_calendar_get_hours (calendar);

  hours %= sc_calendar_get_hours (calendar);
  if (days > 0 && hours > 0)
    return g_strdup_printf (language == SC_LANGUAGE_RU ? "%u\u00a0д %u\u00a0ч" : "%u\u00a0d %u\u00a0h", days, hours);
  if (days > 0)
    return sc_noun_count (SC_NOUN_DAY, days, language, SC_CASE_NOMINATIVE, SC_NOUN_SPACE);
  if (hours > 0)
    return sc_noun_count (SC_NOUN_HOUR, hours, language, SC_CASE_NOMINATIVE, SC_NOUN_SPACE);

  return g_strdup ("");
}

/**
 * sc_caption_for_probability:
 * @probability: a win probability, or %SC_PROBABILITY_UNSET
 * @language: the process's language
 *
 * Returns: (transfer full): the probability as it stands on a card, such as
 *   “30%”; empty where there is none
 */
char *
sc_caption_for_probability (double     probability,
                            ScLanguage language)
{
  return sc_percent_to_text_in (MIN (probability, 1), language);
}

/**
 * sc_caption_for_return:
 * @version: a version
 * @from: a stage of it, from 0
 * @to: the one that a deal goes back to when the client refuses in @from
 *
 * Returns: (transfer full): what the way back is called for those who can't
 *   see it, such as “Presentation: on refusal back to “Needs discovery””
 */
char *
sc_caption_for_return (const ScVersion *version,
                       guint            from,
                       guint            to)
{
  const char *names[] = { sc_version_get_stage (version, from)->name, sc_version_get_stage (version, to)->name };

  for (guint i = 0; i < G_N_ELEMENTS (names); i++)
    if (*names[i] == '\0')
      names[i] = sc_caption_get_no_name (version->language);
  if (version->language == SC_LANGUAGE_RU)
    return g_strdup_printf ("%s: при отказе клиента возврат на этап «%s»", names[0], names[1]);

  return g_strdup_printf ("%s: on refusal back to “%s”", names[0], names[1]);
}

/**
 * sc_caption_for_parking:
 * @duration: for how long a refused deal is parked, or no time
 * @calendar: how long a working day is
 * @language: the process's language
 *
 * Returns: (transfer full): the time as it stands on a card, such as “60
 *   working days”; where nobody said, only that it is parked
 */
char *
sc_caption_for_parking (ScDuration        duration,
                        const ScCalendar *calendar,
                        ScLanguage        language)
{
  if (duration.value == 0)
    return g_strdup (parked.text[language]);

  return sc_noun_duration (duration, calendar, language, SC_CASE_NOMINATIVE, SC_NOUN_SPACE);
}

/**
 * sc_caption_for_sum:
 * @version: a version
 *
 * Returns: (transfer full): how many stages it has and how long it takes to
 *   the client mark, such as “7 stages, 36 working days to the client”;
 *   that there is none, where there is none
 */
char *
sc_caption_for_sum (const ScVersion *version)
{
  static const ScPhrase whole = { { "%s, %s to the client", "%s, %s до клиента" } };
  static const ScPhrase least = { { "%s, at least %s to the client", "%s, не менее %s до клиента" } };
  ScDuration time = sc_version_get_cycle_time (version);
  ScLanguage language = version->language;
  gboolean is_whole = sc_version_is_timed (version);
  g_autofree char *stages = sc_noun_count (SC_NOUN_STAGE, version->stages->len, language, SC_CASE_NOMINATIVE, SC_NOUN_SPACE);
  g_autofree char *told = NULL;

  if (version->stages->len == 0)
    return g_strdup (no_stages.text[language]);
  if (time.value == 0)
    return g_steal_pointer (&stages);

  told = sc_noun_duration (time, version->calendar, language, is_whole ? SC_CASE_NOMINATIVE : SC_CASE_GENITIVE,
                           SC_NOUN_SPACE);

  return g_strdup_printf ((is_whole ? whole : least).text[language], stages, told);
}

/**
 * sc_caption_for_date:
 * @date: a date, or none
 * @language: the process's language
 *
 * Returns: (transfer full): the date in words, such as “31 March 2026”; empty
 *   for none
 */
char *
sc_caption_for_date (ScDate     date,
                     ScLanguage language)
{
  static const ScPhrase months[] = {
    { { "January", "января" } }, { { "February", "февраля" } }, { { "March", "марта" } },
    { { "April", "апреля" } }, { { "May", "мая" } }, { { "June", "июня" } },
    { { "July", "июля" } }, { { "August", "августа" } }, { { "September", "сентября" } },
    { { "October", "октября" } }, { { "November", "ноября" } }, { { "December", "декабря" } },
  };
  GDate day;

  if (date == SC_DATE_NONE)
    return g_strdup ("");

  day = sc_date_to_gdate (date);

  return g_strdup_printf (language == SC_LANGUAGE_RU ? "%u %s %u г." : "%u %s %u", g_date_get_day (&day),
                          months[g_date_get_month (&day) - 1].text[language], g_date_get_year (&day));
}

/**
 * sc_caption_for_version:
 * @version: a version
 * @date: (nullable): a date as text
 *
 * Returns: (transfer full): what stands under the title, such as
 *   “Version 2, draft, 31 March 2026”
 */
char *
sc_caption_for_version (const ScVersion *version,
                        const char      *date)
{
  static const ScPhrase word = { { "Version", "Версия" } };
  static const ScPhrase status[] = {
    [SC_VERSION_DRAFT] = { { "draft", "черновик" } },
    [SC_VERSION_PUBLISHED] = { { "published", "опубликована" } },
    [SC_VERSION_RETIRED] = { { "retired", "прежняя" } },
  };
  gboolean has_date = date != NULL && *date != '\0';

  return g_strdup_printf ("%s %u, %s%s%s", word.text[version->language], version->number,
                          status[version->status].text[version->language], has_date ? ", " : "",
                          has_date ? date : "");
}

/**
 * sc_caption_for_page:
 * @page: a page, from 1
 * @n_pages: how many there are
 * @language: the process's language
 *
 * Returns: (transfer full): the page's number, such as “Page 2 of 6”
 */
char *
sc_caption_for_page (guint      page,
                     guint      n_pages,
                     ScLanguage language)
{
  if (language == SC_LANGUAGE_RU)
    return g_strdup_printf ("Страница %u из %u", page, n_pages);

  return g_strdup_printf ("Page %u of %u", page, n_pages);
}
