/* SPDX-License-Identifier: GPL-3.0-or-later */

/* What a document's sentences need of a language. */

#include "document/sc-grammar.h"

#include <string.h>

/* What stands between is written in its own direction. */
#define ISOLATE "\xe2\x81\xa8"
#define END_OF_ISOLATE "\xe2\x81\xa9"

/**
 * sc_grammar_duration:
 * @duration: a target time
 * @calendar: how long a working day is
 * @language: the document's language
 * @grammatical_case: how it stands in its sentence: in the genitive behind «в течение» and
 *   «не более»
 *
 * Returns: (transfer full): such as “5 working days”, «10 рабочих дней» or «1 рабочий
 *   день 2 часа»; empty for no time
 */
char *
sc_grammar_duration (ScDuration        duration,
                     const ScCalendar *calendar,
                     ScLanguage        language,
                     ScCase            grammatical_case)
{
  return sc_noun_duration (duration, calendar, language, grammatical_case, " ");
}

/**
 * sc_grammar_stages:
 * @n_stages: how many
 * @language: the document's language
 * @grammatical_case: how they stand in their sentence
 *
 * Returns: (transfer full): such as “7 stages”, «7 этапов»
 */
char *
sc_grammar_stages (guint      n_stages,
                   ScLanguage language,
                   ScCase     grammatical_case)
{
  return sc_noun_count (SC_NOUN_STAGE, n_stages, language, grammatical_case, " ");
}

static gboolean
is_written_leftwards (gunichar ch)
{
  GUnicodeScript script = g_unichar_get_script (ch);

  return script == G_UNICODE_SCRIPT_ARABIC || script == G_UNICODE_SCRIPT_HEBREW ||
         script == G_UNICODE_SCRIPT_SYRIAC || script == G_UNICODE_SCRIPT_THAANA;
}

static gboolean
has_leftward (const char *text)
{
  for (const char *c = text; *c != '\0'; c = g_utf8_next_char (c))
    if (is_written_leftwards (g_utf8_get_char (c)))
      return TRUE;

  return FALSE;
}

/**
 * sc_grammar_quote:
 * @text: what somebody called something
 * @language: the document's language
 *
 * What is written from right to left is set apart, so that the sentence around it keeps
 * its order.
 *
 * Returns: (transfer full): it in the language's quotation marks
 */
char *
sc_grammar_quote (const char *text,
                  ScLanguage  language)
{
  g_autofree char *apart = has_leftward (text) ? g_strconcat (ISOLATE, text, END_OF_ISOLATE, NULL) : g_strdup (text);

  return g_strdup_printf (language == SC_LANGUAGE_RU ? "«%s»" : "“%s”", apart);
}

static char *
join (const char *const *texts,
      const char        *last,
      ScLanguage         language)
{
  guint n_texts = g_strv_length ((GStrv) texts);
  g_autoptr (GString) joined = g_string_new (NULL);

  for (guint i = 0; i < n_texts; i++)
    {
      g_autofree char *quoted = sc_grammar_quote (texts[i], language);

      if (i > 0)
        g_string_append (joined, i + 1 < n_texts ? ", " : last);
      g_string_append (joined, quoted);
    }

  return g_string_free_and_steal (g_steal_pointer (&joined));
}

/**
 * sc_grammar_join_quoted:
 * @texts: (array zero-terminated=1): what several things are called
 * @language: the document's language
 *
 * Returns: (transfer full): such as «А», «Б» и «В»
 */
char *
sc_grammar_join_quoted (const char *const *texts,
                        ScLanguage         language)
{
  return join (texts, language == SC_LANGUAGE_RU ? " и " : " and ", language);
}

/**
 * sc_grammar_list_quoted:
 * @texts: (array zero-terminated=1): what several things are called
 * @language: the document's language
 *
 * Returns: (transfer full): such as «А», «Б», «В», for what stands behind a colon
 */
char *
sc_grammar_list_quoted (const char *const *texts,
                        ScLanguage         language)
{
  return join (texts, ", ", language);
}

/* Words that keep their capital: names that actions of a sale begin with. Other names are
 * known by a capital, a digit or a sign behind their first letter. */
static const char *const names[] = {
  "Авито", "Битрикс", "Диадок", "Контур", "Озон", "Россия", "Сбер", "Сбербанк", "Телеграм", "Яндекс",
  "Excel", "Friday", "Google", "Monday", "Outlook", "Skype", "Slack", "Teams", "Telegram", "Thursday", "Tuesday",
  "Wednesday", "Word", "Zoom",
};

static gboolean
is_name (const char *word,
         gsize       length)
{
  for (guint i = 0; i < G_N_ELEMENTS (names); i++)
    if (strlen (names[i]) == length && strncmp (names[i], word, length) == 0)
      return TRUE;

  return FALSE;
}

/* Whether a word of another script stands in a Russian sentence: a name, mostly. */
static gboolean
is_foreign (gunichar   first,
            ScLanguage language)
{
  return language == SC_LANGUAGE_RU && g_unichar_get_script (first) != G_UNICODE_SCRIPT_CYRILLIC;
}

/* An abbreviation, a name of two words, or one with a digit, keeps its capital. */
static gboolean
keeps_capital (const char *text,
               ScLanguage  language)
{
  const char *second = g_utf8_next_char (text);
  const char *end = second;

  if (!g_unichar_isupper (g_utf8_get_char (text)) || is_foreign (g_utf8_get_char (text), language))
    return TRUE;

  for (; g_unichar_isalnum (g_utf8_get_char (end)); end = g_utf8_next_char (end))
    if (!g_unichar_islower (g_utf8_get_char (end)))
      return TRUE;
  if (is_name (text, (gsize) (end - text)))
    return TRUE;
  if (end == second)
    return language == SC_LANGUAGE_EN && *text == 'I';

  return *end == ' ' && g_unichar_isupper (g_utf8_get_char (end + 1)) && end[2] != '\0'
         && g_unichar_islower (g_utf8_get_char (g_utf8_next_char (end + 1)));
}

/**
 * sc_grammar_lower_first:
 * @text: what begins as a sentence does
 * @language: the document's language
 *
 * Returns: (transfer full): it as it stands within a sentence: abbreviations and names
 *   keep their capital
 */
char *
sc_grammar_lower_first (const char *text,
                        ScLanguage  language)
{
  char first[7] = { 0 };

  if (*text == '\0' || keeps_capital (text, language))
    return g_strdup (text);

  first[g_unichar_to_utf8 (g_unichar_tolower (g_utf8_get_char (text)), first)] = '\0';

  return g_strconcat (first, g_utf8_next_char (text), NULL);
}

/* Whether it is more than a part of a sentence. */
static gboolean
is_sentence (const char *text)
{
  gsize length = strlen (text);

  for (const char *c = text; (c = strpbrk (c, ".?!")) != NULL; c++)
    if (c[1] == ' ' || c[1] == '\n' || (*c != '.' && c + 1 == text + length))
      return TRUE;

  return g_str_has_suffix (text, "…");
}

/* It without the mark that ends it as a part of a list. */
static char *
strip_end (const char *text)
{
  char *stripped = g_strstrip (g_strdup (text));
  gsize length = strlen (stripped);

  while (length > 0 && strchr (";, ", stripped[length - 1]) != NULL)
    stripped[--length] = '\0';

  return stripped;
}

/**
 * sc_grammar_item:
 * @text: an item of a list, as somebody wrote it
 * @is_last: whether it ends the list
 * @language: the document's language
 *
 * Items are parts of one sentence. One that holds sentences of its own stays as it is.
 *
 * Returns: (transfer full): it with a small letter and the mark behind it
 */
char *
sc_grammar_item (const char *text,
                 gboolean    is_last,
                 ScLanguage  language)
{
  g_autofree char *stripped = strip_end (text);
  g_autofree char *lowered = NULL;
  gsize length = strlen (stripped);

  if (is_sentence (stripped))
    return g_strconcat (stripped, strchr (".?!:", stripped[length - 1]) != NULL || g_str_has_suffix (stripped, "…") ? "" : ".",
                        NULL);
  if (length > 0 && stripped[length - 1] == '.')
    stripped[length - 1] = '\0';

  lowered = sc_grammar_lower_first (stripped, language);

  return g_strconcat (lowered, is_last ? "." : ";", NULL);
}

/**
 * sc_grammar_end:
 * @text: what somebody wrote
 *
 * Returns: (transfer full): it with a mark that ends a sentence
 */
char *
sc_grammar_end (const char *text)
{
  g_autofree char *stripped = strip_end (text);
  gsize length = strlen (stripped);
  gboolean is_ended = length == 0 || strchr (".?!:", stripped[length - 1]) != NULL || g_str_has_suffix (stripped, "…");

  return g_strconcat (stripped, is_ended ? "" : ".", NULL);
}

/**
 * sc_grammar_annex:
 * @annex: 0 for the first annex
 * @language: the document's language
 *
 * Letters that are taken for others are left out, as the standards do.
 *
 * Returns: (transfer full): its letter
 */
char *
sc_grammar_annex (guint      annex,
                  ScLanguage language)
{
  static const char *const russian[] = { "А", "Б", "В", "Г", "Д", "Е", "Ж", "И", "К", "Л", "М" };

  if (language == SC_LANGUAGE_RU)
    return g_strdup (russian[MIN (annex, G_N_ELEMENTS (russian) - 1)]);

  return g_strdup_printf ("%c", 'A' + (char) MIN (annex, 25));
}
