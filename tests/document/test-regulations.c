/* SPDX-License-Identifier: GPL-3.0-or-later */

/* Sales regulations say all that the process says, each thing in its place, and nothing
 * else. */

#include <locale.h>
#include <string.h>

#include "document/regulations-tests.h"
#include "document/sc-document-pdf.h"
#include "document/sc-regulations.h"
#include "document/sc-tactics-book.h"
#include "document/sc-version-changes.h"
#include "how-often.h"
#include "method/random-version.h"
#include "method/sc-proposal.h"
#include "method/sc-usual-reasons.h"
#include "plain-text.h"
#include "written.h"

/* Consultative, innovative, unformed, b2b, product, paid after onboarding: seven stages. */
const ScAspects regulations_tests_seven = { { 2, 1, 2, 1, 1, 2 } };

ScDocument *
regulations_tests_make_document (ScVersion       *version,
                                 const GPtrArray *own_words)
{
  g_auto (GStrv) reasons = sc_usual_reasons (version->language);
  const ScRegulationsSource source = {
    .process_name = "Продажа",
    .version = version,
    .language = version->language,
    .own_words = own_words,
    .loss_reasons = (const char *const *) reasons,
    .today = sc_date_new (2026, 3, 31),
    .has_acknowledgement = TRUE,
  };

  return sc_regulations_new (&source);
}

/* What is said of a stage: its subsection and the paragraphs of that. */
static char *
read_stage (const ScDocument *document,
            const ScStage    *stage)
{
  g_autoptr (GString) text = g_string_new (NULL);

  for (guint i = 0; i < document->sections->len; i++)
    {
      const ScSection *section = document->sections->pdata[i];
      g_autofree char *words = plain_text_of_section (section);

      if (g_strcmp0 (section->stage, stage->id) == 0)
        g_string_append (text, words);
    }

  return g_utf8_strdown (text->str, -1);
}

static guint
count_lines (const char *text,
             const char *line)
{
  g_autofree char *lowered = g_utf8_strdown (line, -1);
  g_auto (GStrv) lines = g_strsplit (text, "\n", -1);
  guint n = 0;

  for (guint i = 0; lines[i] != NULL; i++)
    if (strstr (lines[i], lowered) != NULL)
      n++;

  return n;
}

static void
assert_stage (const ScDocument *document,
              const ScStage    *stage)
{
  g_autofree char *text = read_stage (document, stage);

  for (guint i = 0; i < stage->criteria->len; i++)
    g_assert_cmpuint (count_lines (text, ((ScCriterion *) stage->criteria->pdata[i])->text), ==, 1);
  for (guint i = 0; stage->actions[i] != NULL; i++)
    g_assert_cmpuint (count_lines (text, stage->actions[i]), ==, 1);
  for (guint i = 0; stage->documents[i] != NULL; i++)
    g_assert_cmpuint (count_lines (text, stage->documents[i]), >=, 1);
}

static guint
count_headings (const ScDocument *document,
                const char       *name)
{
  guint n = 0;

  for (guint i = 0; i < document->sections->len; i++)
    if (strstr (((ScSection *) document->sections->pdata[i])->heading, name) != NULL)
      n++;

  return n;
}

static void
test_seven_stages (void)
{
  g_autoptr (ScVersion) version = sc_proposal_new (&regulations_tests_seven, SC_LANGUAGE_RU);
  g_autoptr (ScDocument) document = regulations_tests_make_document (version, NULL);
  g_autofree char *text = plain_text_of_document (document);

  for (guint i = 0; i < version->stages->len; i++)
    {
      const ScStage *stage = sc_version_get_stage (version, i);
      g_autofree char *id = g_strconcat ("stage:", stage->id, NULL);
      g_autofree char *number = g_strdup_printf ("6.%u", i + 1);

      g_assert_cmpstr (sc_document_find_section (document, id)->number, ==, number);
      g_assert_cmpuint (count_headings (document, stage->name), ==, 1);
      assert_stage (document, stage);
    }

  g_assert_nonnull (strstr (text, "10 рабочих дней"));
  g_assert_nonnull (strstr (text, "3 рабочих дня"));
  g_assert_nonnull (strstr (text, "12 рабочих дней"));
  g_assert_nonnull (strstr (text, "55 рабочих дней"));
  for (const char *c = text; *c != '\0'; c++)
    g_assert_false (g_ascii_isalpha (*c));
}

/* Each two answers together come by all their values; in the long suite all of them do. */
#define STEP (g_test_slow () ? 1 : 7)

/* The answers of case @n of the 64. */
static ScAspects
make_aspects (guint n)
{
  ScAspects aspects;

  for (guint i = 0; i < SC_N_ASPECTS; i++)
    aspects.value[i] = (guint8) (1 + ((n >> i) & 1));

  return aspects;
}

void
regulations_tests_assert_well_formed (const ScDocument *document)
{
  g_autofree char *text = plain_text_of_document (document);

  g_assert_null (strstr (text, "null"));
  g_assert_null (strchr (text, '{'));
  g_assert_null (strchr (text, '}'));
  g_assert_null (strstr (text, ".."));
  for (guint i = 0; i < document->sections->len; i++)
    {
      const ScSection *section = document->sections->pdata[i];
      gboolean has_more = i + 1 < document->sections->len
                          && ((ScSection *) document->sections->pdata[i + 1])->level > section->level;

      g_assert_true (section->blocks->len > 0 || has_more);
      for (guint j = 0; j < i; j++)
        g_assert_cmpstr (((ScSection *) document->sections->pdata[j])->id, !=, section->id);
    }
}

/* No stop or comma stands apart, where no name ends with a space. */
static void
assert_set_well (const ScDocument *document)
{
  g_autofree char *text = plain_text_of_document (document);

  g_assert_null (strstr (text, " ."));
  g_assert_null (strstr (text, " ,"));
  g_assert_null (strstr (text, " ;"));
}

static void
test_all_answers (void)
{
  for (guint n = 0; n < 64; n += STEP)
    for (guint language = 0; language < SC_N_LANGUAGES; language++)
      {
        ScAspects aspects = make_aspects (n);
        g_autoptr (ScVersion) version = sc_proposal_new (&aspects, language);
        g_autoptr (ScDocument) document = regulations_tests_make_document (version, NULL);

        regulations_tests_assert_well_formed (document);
        assert_set_well (document);
        for (guint i = 0; i < version->stages->len; i++)
          g_assert_cmpuint (count_headings (document, sc_version_get_stage (version, i)->name), ==, 1);
      }
}

void
regulations_tests_assert_counted (const ScDocument *document)
{
  guint n = 0;

  for (guint i = 0; i < document->sections->len; i++)
    {
      const ScSection *section = document->sections->pdata[i];
      g_autofree char *number = g_strdup_printf ("%u", n + 1);

      if (section->level != 1 || !g_ascii_isdigit (section->number[0]))
        continue;
      g_assert_cmpstr (section->number, ==, number);
      n++;
    }
}

static void
test_nothing_said (void)
{
  g_autoptr (ScVersion) version = sc_version_new (SC_LANGUAGE_RU);
  g_autoptr (ScDocument) document = regulations_tests_make_document (version, NULL);

  regulations_tests_assert_well_formed (document);
  regulations_tests_assert_counted (document);
  g_assert_null (sc_document_find_section (document, "roles"));
  g_assert_null (sc_document_find_section (document, "stages"));
  g_assert_null (sc_document_find_section (document, "payments"));
  g_assert_null (sc_document_find_section (document, "annex-questions"));
  g_assert_cmpstr (sc_document_find_section (document, "deals")->number, ==, "3");
}

static ScVersion *
make_single (const char *name)
{
  ScVersion *version = sc_version_new (SC_LANGUAGE_RU);

  g_ptr_array_add (version->stages, sc_stage_new (name, SC_KIND_BIT (SC_KIND_OTHER)));

  return version;
}

static void
test_single_stage (void)
{
  g_autoptr (ScVersion) version = make_single ("Сделка");
  g_autoptr (ScDocument) document = regulations_tests_make_document (version, NULL);
  g_autofree char *text = read_stage (document, sc_version_get_stage (version, 0));

  regulations_tests_assert_well_formed (document);
  regulations_tests_assert_counted (document);
  g_assert_nonnull (strstr (text, "обязательных критериев для завершения этапа нет."));
  g_assert_null (strchr (text, '|'));
}

static void
test_forty_criteria (void)
{
  g_autoptr (ScVersion) version = make_single ("Сделка");
  ScStage *stage = sc_version_get_stage (version, 0);
  g_autoptr (ScDocument) document = NULL;

  for (guint i = 0; i < 40; i++)
    {
      g_autofree char *text = g_strdup_printf ("Критерий-%02u", i);

      sc_stage_add_criterion (stage, text)->is_required = i % 2 == 0;
    }
  document = regulations_tests_make_document (version, NULL);
  regulations_tests_assert_well_formed (document);
  assert_stage (document, stage);
}

static void
test_names (void)
{
  static const char *const names[] = {
    "Пилот «Альфа»", "<b>Пилот</b> & \"Альфа\"", "*Пилот* [x](http://y) # {stage} {#roles}", "صفقة", "Пилот 🚀", "",
  };

  for (guint i = 0; i < G_N_ELEMENTS (names); i++)
    {
      g_autoptr (ScVersion) version = make_single (names[i]);
      g_autoptr (ScDocument) document = NULL;
      g_autofree char *text = NULL;

      sc_stage_add_criterion (sc_version_get_stage (version, 0), names[i])->is_required = TRUE;
      document = regulations_tests_make_document (version, NULL);
      text = plain_text_of_document (document);
      g_assert_nonnull (strstr (text, names[i]));
      g_assert_null (strstr (text, "null"));
      g_assert_cmpuint (count_headings (document, names[i][0] != '\0' ? names[i] : "Этап без названия"), ==, 1);
    }
}

/* Paid in two parts, behind an onboarding that two criteria end. */
static void
test_two_payments (void)
{
  g_autoptr (ScVersion) version = sc_proposal_new (&regulations_tests_seven, SC_LANGUAGE_RU);
  ScStage *prepayment = sc_stage_copy (sc_version_get_stage (version, 6));
  ScStage *onboarding = sc_version_get_stage (version, 5);
  g_autoptr (ScDocument) document = NULL;
  g_autofree char *text = NULL;

  g_set_str (&prepayment->id, "f0000000-0000-4000-8000-000000000000");
  g_set_str (&prepayment->name, "Предоплата");
  g_set_str (&((ScCriterion *) prepayment->criteria->pdata[0])->text, "Предоплата поступила");
  g_ptr_array_insert (version->stages, 5, prepayment);
  sc_stage_add_criterion (onboarding, "Акт подписан")->is_required = TRUE;
  document = regulations_tests_make_document (version, NULL);
  text = plain_text_of_document (document);

  regulations_tests_assert_well_formed (document);
  g_assert_nonnull (strstr (text, "Оплата отслеживается на этапах «Предоплата» и «Отслеживание оплаты»."));
  g_assert_nonnull (strstr (text, "Критерий «Предоплата поступила» считается выполненным, когда поступили все платежи, "
                            "срок которых наступил, или когда"));
  g_assert_nonnull (strstr (text, "Критерий «Деньги поступили по графику» считается выполненным, когда поступили все "
                            "платежи, срок которых наступил, и сумма поступлений равна сумме сделки, или когда"));
  g_assert_nonnull (strstr (text, "Условием оплаты является успешный онбординг: выполнение обязательных критериев этапа "
                            "«Онбординг клиента»."));
}

/* As files bring them: with anything missing, twice, or out of order. */
static void
test_any_process (void)
{
  g_autoptr (GRand) rand = g_rand_new_with_seed ((guint32) g_test_rand_int ());

  for (guint i = 0; i < how_often (25); i++)
    {
      g_autoptr (ScVersion) older = random_version_new (rand, 12);
      g_autoptr (ScVersion) version = random_version_new (rand, 12);
      g_autoptr (ScDocument) document = regulations_tests_make_document (version, NULL);
      g_autoptr (GPtrArray) changes = sc_version_changes_new (older, version, version->language);
      ScTacticsBookSource source = { .process_name = "Продажа", .version = version, .language = version->language };
      g_autoptr (ScDocument) book = sc_tactics_book_new (&source);

      regulations_tests_assert_well_formed (document);
      regulations_tests_assert_counted (document);
      regulations_tests_assert_counted (book);
      for (guint j = 0; j < version->stages->len; j++)
        {
          g_autofree char *id = g_strconcat ("stage:", sc_version_get_stage (version, j)->id, NULL);

          g_assert_nonnull (sc_document_find_section (document, id));
        }
    }
}

static void
test_draft (void)
{
  g_autoptr (ScVersion) version = sc_proposal_new (&regulations_tests_seven, SC_LANGUAGE_RU);
  g_autoptr (ScDocument) draft = regulations_tests_make_document (version, NULL);
  g_autoptr (ScDocument) published = NULL;
  g_autofree char *draft_title = plain_text_of_section (sc_document_find_section (draft, "title"));
  g_autofree char *title = NULL;

  g_assert_cmpstr (draft->stamp, ==, "ПРОЕКТ");
  g_assert_null (strstr (draft_title, "Дата введения в действие"));

  version->status = SC_VERSION_PUBLISHED;
  published = regulations_tests_make_document (version, NULL);
  title = plain_text_of_section (sc_document_find_section (published, "title"));
  g_assert_null (published->stamp);
  g_assert_nonnull (strstr (title, "Дата введения в действие: «___» ______________ 20__ г."));
}

static void
test_organisation (void)
{
  g_autoptr (ScVersion) version = sc_proposal_new (&regulations_tests_seven, SC_LANGUAGE_RU);
  g_autoptr (ScOrganisation) organisation = sc_organisation_new ();
  const ScRegulationsSource source = {
    .process_name = "Продажа", .version = version, .language = SC_LANGUAGE_RU, .organisation = organisation,
    .today = sc_date_new (2026, 3, 31),
  };
  g_autoptr (ScDocument) document = NULL;
  g_autofree char *text = NULL;

  version->status = SC_VERSION_PUBLISHED;
  g_set_str (&organisation->name, "Общество с ограниченной ответственностью «Ромашка»");
  g_set_str (&organisation->short_name, "ООО «Ромашка»");
  g_set_str (&organisation->city, "Москва");
  g_set_str (&organisation->owner_post, "Руководитель отдела продаж");
  organisation->approval = SC_APPROVAL_ORDER;
  organisation->effective = sc_date_new (2026, 4, 1);
  organisation->target_cycle = 41;
  organisation->target_discovery = 80;
  document = sc_regulations_new (&source);
  text = plain_text_of_document (document);

  g_assert_nonnull (strstr (text, "УТВЕРЖДЕН\nприказом ООО «Ромашка»\n"));
  g_assert_nonnull (strstr (text, "Москва, 2026"));
  g_assert_nonnull (strstr (text, "Владелец Процесса — руководитель отдела продаж."));
  g_assert_nonnull (strstr (text, "Дата введения в действие: 1 апреля 2026 г."));
  g_assert_nonnull (strstr (text, "не более 41 рабочего дня |"));
  g_assert_nonnull (strstr (text, "ответы не менее чем на 80 % вопросов"));
  regulations_tests_assert_well_formed (document);
}

static void
test_editions (void)
{
  g_autoptr (ScVersion) first = sc_proposal_new (&regulations_tests_seven, SC_LANGUAGE_RU);
  g_autoptr (ScVersion) second = sc_version_copy (first);
  g_autoptr (GPtrArray) history = g_ptr_array_new_with_free_func ((GDestroyNotify) sc_version_record_free);
  ScStage *stage = sc_stage_copy (sc_version_get_stage (second, 3));
  g_autoptr (ScOrganisation) organisation = sc_organisation_new ();
  const ScRegulationsSource source = {
    .process_name = "Продажа", .version = second, .language = SC_LANGUAGE_RU, .organisation = organisation,
    .history = history, .published = sc_date_new (2026, 3, 31), .today = sc_date_new (2026, 4, 1),
  };
  g_autoptr (ScDocument) document = NULL;
  g_autofree char *title = NULL;
  g_autofree char *text = NULL;

  first->status = SC_VERSION_RETIRED;
  second->status = SC_VERSION_PUBLISHED;
  second->number = 2;
  stage->duration = (ScDuration) { 11, SC_UNIT_WORKING_DAYS };
  sc_stage_unref (second->stages->pdata[3]);
  second->stages->pdata[3] = stage;
  organisation->effective = sc_date_new (2026, 4, 1);
  g_ptr_array_add (history, sc_version_record_new (first, sc_date_new (2026, 1, 15), "Анна"));
  g_ptr_array_add (history, sc_version_record_new (second, sc_date_new (2026, 3, 31), "Борис"));
  document = sc_regulations_new (&source);
  title = plain_text_of_section (sc_document_find_section (document, "title"));
  text = plain_text_of_section (sc_document_find_section (document, "change-sheet.table"));

  g_assert_nonnull (strstr (title, "Версия 2\nвзамен версии 1 от 15 января 2026 г.\n"));
  g_assert_nonnull (strstr (text, "| 1 | «___» | — | Первая редакция. |  | Анна |\n"));
  g_assert_nonnull (strstr (text, "| 2 | 1 апреля 2026 г. | 6.4 | Норматив этапа «Тестовый период»: "
                            "было 10 рабочих дней, стало 11 рабочих дней. |  | Борис |\n"));
}

/* Where fractions have a comma. */
static void
test_printed (void)
{
  g_autoptr (ScVersion) version = sc_proposal_new (&regulations_tests_seven, SC_LANGUAGE_RU);
  g_autoptr (ScDocument) document = regulations_tests_make_document (version, NULL);
  g_autoptr (GError) error = NULL;
  g_autoptr (GBytes) bytes = NULL;

  g_assert_nonnull (setlocale (LC_NUMERIC, "ru_RU.UTF-8"));
  bytes = write_to_bytes (document, sc_document_write_pdf, &error);
  setlocale (LC_NUMERIC, "en_US.UTF-8");
  g_assert_no_error (error);
  g_assert_nonnull (bytes);
}

static void
assert_same (const ScDocument       *brief,
             const ScDocument       *whole,
             const ScDocumentFormat *format)
{
  g_autoptr (GError) error = NULL;
  g_autoptr (GBytes) expected = write_to_bytes (whole, format->write, &error);
  g_autoptr (GBytes) bytes = write_to_bytes (brief, format->write, &error);

  g_assert_no_error (error);
  g_assert_true (g_bytes_equal (bytes, expected));
}

/* A long document is told anew each time it is read. */
static void
assert_brief (const ScRegulationsSource *source,
              gboolean                   is_everywhere)
{
  g_autoptr (ScDocument) whole = sc_regulations_new (source);
  g_autoptr (ScDocument) brief = sc_regulations_new_brief (source);
  guint n_formats;
  const ScDocumentFormat *formats = sc_document_formats_list (&n_formats);

  g_assert_cmpuint (brief->sections->len, ==, whole->sections->len);
  for (guint i = 0; i < brief->sections->len; i++)
    g_assert_cmpuint (((ScSection *) brief->sections->pdata[i])->blocks->len, ==, 0);
  for (guint i = 0; i < 2; i++)
    assert_same (brief, whole, sc_document_format_from_id ("md"));
  for (guint i = 0; is_everywhere && i < n_formats; i++)
    assert_same (brief, whole, &formats[i]);
}

/* Sections that close up, own words of each kind, and sentences that speak of others. */
static void
test_brief (void)
{
  for (ScLanguage language = 0; language < SC_N_LANGUAGES; language++)
    {
      g_autoptr (ScVersion) version = sc_proposal_new (&regulations_tests_seven, language);
      g_autoptr (GPtrArray) words = g_ptr_array_new_with_free_func ((GDestroyNotify) sc_own_word_free);
      g_autofree char *stage = g_strdup_printf ("stage:%s:after", sc_version_get_stage (version, 2)->id);
      const ScRegulationsSource source = {
        .process_name = "Trade", .version = version, .language = language, .own_words = words,
        .today = sc_date_new (2026, 3, 31), .has_acknowledgement = TRUE,
      };

      assert_brief (&source, FALSE);
      g_ptr_array_add (words, sc_own_word_new ("general:before", "1) one\n2) two"));
      g_ptr_array_add (words, sc_own_word_new ("general.range:instead", ""));
      g_ptr_array_add (words, sc_own_word_new ("terms:instead", "Our words."));
      g_ptr_array_add (words, sc_own_word_new (stage, "Behind the stage."));
      assert_brief (&source, language == SC_LANGUAGE_RU);
    }
}

int
main (int   argc,
      char *argv[])
{
  g_test_init (&argc, &argv, NULL);

  g_test_add_func ("/regulations/each-thing-stands-in-its-stage", test_seven_stages);
  g_test_add_func ("/regulations/all-answers-make-a-whole-document", test_all_answers);
  g_test_add_func ("/regulations/what-nobody-said-closes-up", test_nothing_said);
  g_test_add_func ("/regulations/one-stage", test_single_stage);
  g_test_add_func ("/regulations/forty-criteria", test_forty_criteria);
  g_test_add_func ("/regulations/names-stand-as-they-are", test_names);
  g_test_add_func ("/regulations/any-process-makes-a-document", test_any_process);
  g_test_add_func ("/regulations/two-payments", test_two_payments);
  g_test_add_func ("/regulations/drafts-are-marked", test_draft);
  g_test_add_func ("/regulations/organisation-is-named", test_organisation);
  g_test_add_func ("/regulations/editions-say-what-they-changed", test_editions);
  g_test_add_func ("/regulations/printed-where-fractions-have-a-comma", test_printed);
  g_test_add_func ("/regulations/long-ones-are-told-section-by-section", test_brief);
  regulations_tests_add_words ();

  return g_test_run ();
}
