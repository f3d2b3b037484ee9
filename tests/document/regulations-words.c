/* SPDX-License-Identifier: GPL-3.0-or-later */

/* A manager's own words in the regulations: beside what is said, instead of it, and where a
 * section is struck out. */

#include <string.h>

#include "document/regulations-tests.h"
#include "document/sc-regulations.h"
#include "document/sc-tactics-book.h"
#include "method/sc-proposal.h"
#include "model/sc-own-word.h"
#include "plain-text.h"

static GPtrArray *
write_words (const char *place,
             const char *text)
{
  GPtrArray *words = g_ptr_array_new_with_free_func ((GDestroyNotify) sc_own_word_free);

  g_ptr_array_add (words, sc_own_word_new (place, text));

  return words;
}

static const ScSection *
get_after (const ScDocument *document,
           const char       *id)
{
  guint position;

  g_assert_true (g_ptr_array_find (document->sections, sc_document_find_section (document, id), &position));

  return document->sections->pdata[position + 1];
}

static void
test_struck_out (void)
{
  g_autoptr (ScVersion) version = sc_proposal_new (&regulations_tests_seven, SC_LANGUAGE_RU);
  g_autoptr (GPtrArray) words = write_words ("refusals.reason:instead", "");
  g_autoptr (ScDocument) document = regulations_tests_make_document (version, words);
  g_autofree char *text = plain_text_of_document (document);

  regulations_tests_assert_well_formed (document);
  g_assert_null (sc_document_find_section (document, "refusals.reason"));
  g_assert_cmpstr (sc_document_find_section (document, "refusals.outcomes")->number, ==, "7.2");
  g_assert_nonnull (strstr (text, "указанный в таблице пункта 7.2."));
}

static void
test_struck_out_section (void)
{
  g_autoptr (ScVersion) version = sc_proposal_new (&regulations_tests_seven, SC_LANGUAGE_RU);
  g_autoptr (GPtrArray) words = write_words ("roles:instead", "");
  g_autoptr (ScDocument) document = regulations_tests_make_document (version, words);
  g_autofree char *text = plain_text_of_document (document);

  regulations_tests_assert_well_formed (document);
  regulations_tests_assert_counted (document);
  g_assert_cmpstr (sc_document_find_section (document, "stages")->number, ==, "5");
  g_assert_nonnull (strstr (text, "Регламент обязателен для работников, участвующих в сделках по Процессу."));
  g_assert_nonnull (strstr (text, "роль, указанная в разделе 5."));
}

static void
test_instead (void)
{
  g_autoptr (ScVersion) version = sc_proposal_new (&regulations_tests_seven, SC_LANGUAGE_RU);
  g_autoptr (GPtrArray) words = write_words ("general.owner:instead", "Владелец Процесса назначается приказом.");
  g_autoptr (ScDocument) document = NULL;
  const ScSection *section;

  ((ScOwnWord *) words->pdata[0])->is_stale = TRUE;
  document = regulations_tests_make_document (version, words);
  section = sc_document_find_section (document, "general.owner");
  g_assert_cmpstr (section->number, ==, "1.5");
  g_assert_true (section->is_own);
  g_assert_true (section->is_stale);
  g_assert_cmpstr (section->place, ==, "general.owner:instead");
  g_assert_cmpstr (section->source, ==, "Владелец Процесса назначается приказом.");
}

static void
test_beside (void)
{
  g_autoptr (ScVersion) version = sc_proposal_new (&regulations_tests_seven, SC_LANGUAGE_RU);
  g_autofree char *id = g_strconcat ("stage:", sc_version_get_stage (version, 3)->id, NULL);
  g_autofree char *before = g_strconcat (id, ":before", NULL);
  g_autofree char *after = g_strconcat (id, ":after", NULL);
  g_autoptr (GPtrArray) words = write_words (before, "До этапа.");
  g_autoptr (ScDocument) document = NULL;
  const ScSection *section;

  g_ptr_array_add (words, sc_own_word_new (after, "После этапа."));
  document = regulations_tests_make_document (version, words);
  section = get_after (document, id);
  g_assert_cmpstr (section->id, ==, before);
  g_assert_cmpstr (section->number, ==, "");
  section = sc_document_find_section (document, after);
  g_assert_cmpstr (section->number, ==, "6.4.6");
  g_assert_cmpstr (section->stage, ==, sc_version_get_stage (version, 3)->id);
}

static void
test_offered (void)
{
  g_autoptr (ScVersion) version = sc_proposal_new (&regulations_tests_seven, SC_LANGUAGE_RU);
  g_autoptr (GPtrArray) words = write_words ("general.references:instead", "Применяется Положение об отделе продаж.");
  g_autoptr (ScDocument) bare = regulations_tests_make_document (version, NULL);
  g_autoptr (ScDocument) document = regulations_tests_make_document (version, words);

  g_assert_null (sc_document_find_section (bare, "general.references"));
  g_assert_cmpstr (sc_document_find_section (document, "general.references")->number, ==, "1.10");
}

static const ScWordPlace *
find_place (GPtrArray  *places,
            const char *name)
{
  for (guint i = 0; i < places->len; i++)
    if (g_str_equal (((ScWordPlace *) places->pdata[i])->place, name))
      return places->pdata[i];

  return NULL;
}

static void
test_places (void)
{
  g_autoptr (ScVersion) version = sc_proposal_new (&regulations_tests_seven, SC_LANGUAGE_RU);
  g_autofree char *stage = g_strconcat ("stage:", sc_version_get_stage (version, 3)->id, ":after", NULL);
  g_autoptr (GPtrArray) words = write_words ("general.aspects:instead", "");
  const ScRegulationsSource source = {
    .process_name = "Продажа", .version = version, .language = SC_LANGUAGE_RU, .own_words = words
  };
  g_autoptr (GPtrArray) places = NULL;

  g_ptr_array_add (words, sc_own_word_new ("stage:gone:after", "Прежний этап."));
  g_ptr_array_add (words, sc_own_word_new ("control.liability:instead", "Отвечает каждый."));
  places = sc_regulations_list_places (&source);
  g_assert_cmpstr (find_place (places, "general:before")->heading, ==, "1. Общие положения");
  g_assert_null (find_place (places, "general:before")->text);
  g_assert_cmpstr (find_place (places, "general.aspects:instead")->text, ==, "");
  g_assert_cmpstr (find_place (places, "general.aspects:instead")->heading, ==,
                   "Регламент применяется к сделкам со следующими признаками:");
  g_assert_cmpstr (find_place (places, "general.references:instead")->heading, ==, "Нормативные ссылки");
  g_assert_cmpstr (find_place (places, stage)->heading, ==, "6.4. Этап «Тестовый период»");
  g_assert_cmpstr (find_place (places, "control.liability:instead")->heading, ==, "11.3. Ответственность");
  g_assert_null (find_place (places, "stage:gone:after"));
}

void
regulations_tests_add_words (void)
{
  g_test_add_func ("/regulations/what-follows-is-counted-on", test_struck_out);
  g_test_add_func ("/regulations/nobody-is-sent-to-what-is-not-there", test_struck_out_section);
  g_test_add_func ("/regulations/own-words-stand-instead", test_instead);
  g_test_add_func ("/regulations/own-words-stand-beside", test_beside);
  g_test_add_func ("/regulations/some-paragraphs-are-own-words-only", test_offered);
  g_test_add_func ("/regulations/places-are-listed", test_places);
}
