/* SPDX-License-Identifier: GPL-3.0-or-later */

/* The starting set of tactics: what has to be in it is there in both languages, each text
 * can be used as it stands, and each stage of a proposal has some. */

#include <string.h>

#include "method/sc-proposal.h"
#include "method/sc-stage-edits.h"
#include "method/sc-usual-reasons.h"
#include "method/sc-usual.h"

#define MAX_LINES 8
#define MAX_WORDS 120
#define MAX_WORDS_OF_MESSAGE 40
#define MAX_SUBJECT 8

/* What a set must have. */
static const struct {
  ScKind kind;
  guint market;
  ScTacticKind tactic;
  const char *title[SC_N_LANGUAGES];
  const char *reason;
} wanted[] = {
  { SC_KIND_PROSPECTING, SC_ASPECT_UNSET, SC_TACTIC_CHECKLIST,
    { "Whom we look for, whom we don’t", "Кого ищем и кого не берём" }, NULL },
  { SC_KIND_PROSPECTING, SC_ASPECT_UNSET, SC_TACTIC_CHECKLIST,
    { "Where to look, how to find who decides", "Где искать и как узнать, кто решает" }, NULL },
  { SC_KIND_PROSPECTING, SC_ASPECT_UNSET, SC_TACTIC_QUESTION,
    { "The reason to get in touch now", "Повод обратиться именно сейчас" }, NULL },
  { SC_KIND_OUTREACH, SC_ASPECT_UNSET, SC_TACTIC_SCRIPT, { "First call in a minute", "Первый звонок за минуту" }, NULL },
  { SC_KIND_OUTREACH, SC_ASPECT_UNSET, SC_TACTIC_LETTER, { "First letter", "Первое письмо" }, NULL },
  { SC_KIND_OUTREACH, SC_ASPECT_UNSET, SC_TACTIC_LETTER,
    { "Second and last letter", "Второе и последнее письмо" }, NULL },
  { SC_KIND_OUTREACH, SC_ASPECT_UNSET, SC_TACTIC_OBJECTION,
    { "“Just send me something”", "«Пришлите на почту»" }, "not-now" },
  { SC_KIND_OUTREACH, SC_ASPECT_UNSET, SC_TACTIC_OBJECTION,
    { "“We have a supplier”", "«Уже с кем-то работаем»" }, "competitor" },
  { SC_KIND_INBOUND_REQUEST, SC_ASPECT_UNSET, SC_TACTIC_SCRIPT, { "Answering a request", "Ответ на заявку" }, NULL },
  { SC_KIND_INBOUND_REQUEST, SC_ASPECT_UNSET, SC_TACTIC_CHECKLIST,
    { "Five tries to reach them", "Пять попыток связаться" }, NULL },
  { SC_KIND_INBOUND_REQUEST, SC_ASPECT_UNSET, SC_TACTIC_LETTER, { "Could not reach you", "Не дозвонились" }, NULL },
  { SC_KIND_INBOUND_REQUEST, SC_ASPECT_UNSET, SC_TACTIC_OBJECTION,
    { "“Just tell me the price”", "«Просто скажите цену»" }, "price" },
  { SC_KIND_QUALIFICATION, SC_ASPECT_UNSET, SC_TACTIC_QUESTION,
    { "Task, budget, date, who decides", "Задача, бюджет, срок, кто решает" }, NULL },
  { SC_KIND_QUALIFICATION, SC_ASPECT_UNSET, SC_TACTIC_SCRIPT,
    { "How to ask about the budget", "Как спросить о бюджете" }, NULL },
  { SC_KIND_QUALIFICATION, SC_ASPECT_UNSET, SC_TACTIC_CHECKLIST, { "Take it on or not", "Берём в работу или нет" }, NULL },
  { SC_KIND_QUALIFICATION, SC_ASPECT_UNSET, SC_TACTIC_SCRIPT,
    { "Saying no and staying friends", "Отказать и остаться друзьями" }, NULL },
  { SC_KIND_NEEDS_DISCOVERY, SC_ASPECT_UNSET, SC_TACTIC_QUESTION, { "The situation", "Как сейчас" }, NULL },
  { SC_KIND_NEEDS_DISCOVERY, SC_ASPECT_UNSET, SC_TACTIC_QUESTION, { "The problem", "Что мешает" }, NULL },
  { SC_KIND_NEEDS_DISCOVERY, SC_ASPECT_UNSET, SC_TACTIC_QUESTION, { "The consequences", "Во что это обходится" }, NULL },
  { SC_KIND_NEEDS_DISCOVERY, SC_ASPECT_UNSET, SC_TACTIC_QUESTION,
    { "The worth of a solution", "Что даст решение" }, NULL },
  { SC_KIND_NEEDS_DISCOVERY, SC_ASPECT_UNSET, SC_TACTIC_QUESTION,
    { "Who decides and how", "Кто и как решает" }, NULL },
  { SC_KIND_NEEDS_DISCOVERY, SC_ASPECT_UNSET, SC_TACTIC_LETTER, { "Summary of the meeting", "Резюме встречи" }, NULL },
  { SC_KIND_PRESENTATION, SC_ASPECT_UNSET, SC_TACTIC_SCRIPT,
    { "Showing it on the client’s task", "Показ на задаче клиента" }, NULL },
  { SC_KIND_PRESENTATION, SC_ASPECT_UNSET, SC_TACTIC_QUESTION,
    { "What keeps you from a yes?", "Что мешает сказать «да»?" }, NULL },
  { SC_KIND_PRESENTATION, SC_ASPECT_UNSET, SC_TACTIC_ARGUMENT,
    { "The gain in the client’s figures", "Выгода цифрами клиента" }, NULL },
  { SC_KIND_PRESENTATION, SC_ASPECT_UNSET, SC_TACTIC_OBJECTION,
    { "“We need to think”", "«Нам нужно подумать»" }, "not-now" },
  { SC_KIND_PRESENTATION, SC_ASPECT_UNSET, SC_TACTIC_OBJECTION,
    { "“Not sure that it works”", "«Не уверены, что это работает»" }, "trust" },
  { SC_KIND_TRIAL, SC_ASPECT_UNSET, SC_TACTIC_CHECKLIST,
    { "The trial on one page", "План теста на одну страницу" }, NULL },
  { SC_KIND_TRIAL, SC_ASPECT_UNSET, SC_TACTIC_LETTER,
    { "We begin: access and the first three steps", "Начинаем: доступ и первые три шага" }, NULL },
  { SC_KIND_TRIAL, SC_ASPECT_UNSET, SC_TACTIC_SCRIPT, { "The call on day three", "Звонок на третий день" }, NULL },
  { SC_KIND_TRIAL, SC_ASPECT_UNSET, SC_TACTIC_LETTER, { "Three days left", "До конца теста три дня" }, NULL },
  { SC_KIND_TRIAL, SC_ASPECT_UNSET, SC_TACTIC_SCRIPT,
    { "Going through the results: from free to paid", "Разбор итогов: от бесплатного к платному" }, NULL },
  { SC_KIND_TRIAL, SC_ASPECT_UNSET, SC_TACTIC_OBJECTION,
    { "“The free one is enough”", "«Нам хватает бесплатной версии»" }, "need" },
  { SC_KIND_TRIAL, SC_ASPECT_UNSET, SC_TACTIC_OBJECTION, { "“Extend the trial”", "«Продлите тест»" }, "not-now" },
  { SC_KIND_PROPOSAL, SC_ASPECT_UNSET, SC_TACTIC_CHECKLIST,
    { "A proposal that can be decided on", "КП, по которому можно решить" }, NULL },
  { SC_KIND_PROPOSAL, SC_ASPECT_UNSET, SC_TACTIC_LETTER, { "The letter with the proposal", "Письмо к КП" }, NULL },
  { SC_KIND_PROPOSAL, SC_ASPECT_UNSET, SC_TACTIC_QUESTION,
    { "How and when they will decide", "Как и когда решат" }, NULL },
  { SC_KIND_PROPOSAL, SC_ASPECT_UNSET, SC_TACTIC_OBJECTION, { "“Too expensive”", "«Дорого»" }, "price" },
  { SC_KIND_PROPOSAL, SC_ASPECT_UNSET, SC_TACTIC_OBJECTION, { "“Others are cheaper”", "«У других дешевле»" }, "competitor" },
  { SC_KIND_PROPOSAL, SC_ASPECT_UNSET, SC_TACTIC_LETTER, { "The client has gone silent", "Клиент замолчал" }, "silence" },
  { SC_KIND_NEGOTIATION, SC_ASPECT_UNSET, SC_TACTIC_CHECKLIST,
    { "What we give and what we take in return", "Что отдаём и что берём взамен" }, NULL },
  { SC_KIND_NEGOTIATION, SC_ASPECT_UNSET, SC_TACTIC_SCRIPT, { "Give only in return", "Уступка только в обмен" }, NULL },
  { SC_KIND_NEGOTIATION, SC_ASPECT_UNSET, SC_TACTIC_OBJECTION, { "“Give us a discount”", "«Дайте скидку»" }, "price" },
  { SC_KIND_NEGOTIATION, SC_MARKET_B2B, SC_TACTIC_OBJECTION,
    { "“My boss has to agree”", "«Нужно согласовать с руководством»" }, "authority" },
  { SC_KIND_NEGOTIATION, SC_ASPECT_UNSET, SC_TACTIC_LETTER, { "What we agreed", "Записали, о чём договорились" }, NULL },
  { SC_KIND_CONTRACT, SC_MARKET_B2B, SC_TACTIC_CHECKLIST, { "All that the contract needs", "Всё для договора" }, NULL },
  { SC_KIND_CONTRACT, SC_MARKET_B2B, SC_TACTIC_LETTER, { "The contract for review", "Договор на согласование" }, NULL },
  { SC_KIND_CONTRACT, SC_MARKET_B2B, SC_TACTIC_SCRIPT, { "The contract is stuck", "Договор застрял у юристов" }, NULL },
  { SC_KIND_CONTRACT, SC_ASPECT_UNSET, SC_TACTIC_LETTER, { "The invoice", "Счёт" }, NULL },
  { SC_KIND_CONTRACT, SC_MARKET_B2C, SC_TACTIC_LETTER, { "Order confirmation", "Подтверждение заказа" }, NULL },
  { SC_KIND_PAYMENT, SC_ASPECT_UNSET, SC_TACTIC_LETTER,
    { "Three working days before", "За три рабочих дня до срока" }, NULL },
  { SC_KIND_PAYMENT, SC_ASPECT_UNSET, SC_TACTIC_LETTER, { "On the day", "В день срока" }, NULL },
  { SC_KIND_PAYMENT, SC_MARKET_B2B, SC_TACTIC_LETTER, { "Three days late", "Просрочка три дня" }, NULL },
  { SC_KIND_PAYMENT, SC_MARKET_B2B, SC_TACTIC_LETTER, { "Ten days late", "Просрочка десять дней" }, NULL },
  { SC_KIND_PAYMENT, SC_MARKET_B2B, SC_TACTIC_SCRIPT, { "Calling the accountant", "Звонок в бухгалтерию" }, NULL },
  { SC_KIND_PAYMENT, SC_ASPECT_UNSET, SC_TACTIC_CHECKLIST, { "Why they have not paid", "Почему не платят" }, NULL },
  { SC_KIND_ONBOARDING, SC_ASPECT_UNSET, SC_TACTIC_CHECKLIST,
    { "What was promised in the sale", "Что обещали при продаже" }, NULL },
  { SC_KIND_ONBOARDING, SC_ASPECT_UNSET, SC_TACTIC_LETTER,
    { "Welcome: the first two weeks", "Добро пожаловать: первые две недели" }, NULL },
  { SC_KIND_ONBOARDING, SC_ASPECT_UNSET, SC_TACTIC_SCRIPT,
    { "The call on day five", "Звонок на пятый рабочий день" }, NULL },
  { SC_KIND_ONBOARDING, SC_ASPECT_UNSET, SC_TACTIC_LETTER,
    { "Please confirm that it works", "Подтвердите, что получилось" }, NULL },
  { SC_KIND_DELIVERY, SC_ASPECT_UNSET, SC_TACTIC_CHECKLIST, { "Handing over to the project", "Передача в работу" }, NULL },
  { SC_KIND_DELIVERY, SC_ASPECT_UNSET, SC_TACTIC_LETTER, { "The week in three lines", "Ход работ за неделю" }, NULL },
  { SC_KIND_DELIVERY, SC_ASPECT_UNSET, SC_TACTIC_SCRIPT, { "Bad news", "Плохая новость" }, NULL },
  { SC_KIND_DELIVERY, SC_MARKET_B2B, SC_TACTIC_LETTER, { "Handing over the result", "Сдача результата и акт" }, NULL },
  { SC_KIND_ACCOUNT_GROWTH, SC_ASPECT_UNSET, SC_TACTIC_QUESTION, { "What comes next?", "Что у вас дальше?" }, NULL },
  { SC_KIND_ACCOUNT_GROWTH, SC_ASPECT_UNSET, SC_TACTIC_LETTER,
    { "A reason to write: the quarter’s result", "Повод написать: результат за квартал" }, NULL },
  { SC_KIND_ACCOUNT_GROWTH, SC_ASPECT_UNSET, SC_TACTIC_SCRIPT,
    { "Asking for a recommendation", "Просьба о рекомендации" }, NULL },
  { SC_KIND_ACCOUNT_GROWTH, SC_ASPECT_UNSET, SC_TACTIC_CHECKLIST, { "When to come back", "Когда возвращаться" }, NULL },
};

/* What no text says: slang, promises, pressure, other people's trade names, figures. */
static const char *const forbidden[] = {
  "…", "...", "%", "\"", "'", "--", "лид ", "лида", "лиды", "фоллоу", "фолоу", "апсел", "лпр", "спин", "spin",
  "только сегодня", "последний шанс", "закрыть клиента", "закрыть сделку", "дожать", "впарить", "гарантиру", "буду рад",
  "guarantee", "today only", "only today", "last chance", "follow-up", "follow up", "close the deal", "close the client",
  "prospect", "pain point", "just a reminder",
};

static const char *const fields[] = {
  "{deal.title}", "{deal.company}", "{deal.person}", "{deal.value}", "{deal.expected_close}", "{owner}", "{blank}",
};

static ScAspects
make_aspects (guint n)
{
  ScAspects aspects;

  for (guint i = 0; i < SC_N_ASPECTS; i++)
    aspects.value[i] = (guint8) (1 + ((n >> i) & 1));

  return aspects;
}

/* What the set has for one kind, in a process that asks everything. */
static GPtrArray *
list_set (ScKind     kind,
          guint      market,
          ScLanguage language)
{
  g_autoptr (ScVersion) version = sc_version_new (language);
  g_autoptr (ScStage) stage = sc_stage_new ("Stage", SC_KIND_BIT (kind));

  version->aspects.value[SC_ASPECT_MARKET] = (guint8) market;

  return sc_usual_tactics (version, stage, SC_KIND_BIT (kind));
}

static const ScTactic *
find (GPtrArray  *tactics,
      const char *title)
{
  for (guint i = 0; i < tactics->len; i++)
    if (g_str_equal (((ScTactic *) tactics->pdata[i])->title, title))
      return tactics->pdata[i];

  return NULL;
}

static void
assert_wanted (guint      i,
               guint      market,
               ScLanguage language)
{
  g_autoptr (GPtrArray) tactics = list_set (wanted[i].kind, market, language);
  const ScTactic *tactic = find (tactics, wanted[i].title[language]);
  ScUsualReason reason;

  g_test_message ("%s", wanted[i].title[language]);
  g_assert_nonnull (tactic);
  g_assert_cmpuint (tactic->kind, ==, wanted[i].tactic);
  if (wanted[i].reason == NULL)
    {
      g_assert_null (tactic->loss_reasons[0]);
      return;
    }

  g_assert_true (sc_usual_reason_from_key (wanted[i].reason, &reason));
  g_assert_cmpstr (tactic->loss_reasons[0], ==, sc_usual_reason_get_text (reason, language));
  g_assert_null (tactic->loss_reasons[1]);
}

static void
test_what_must_be_there (void)
{
  for (guint i = 0; i < G_N_ELEMENTS (wanted); i++)
    for (guint market = SC_MARKET_B2B; market <= SC_MARKET_B2C; market++)
      for (guint language = 0; language < SC_N_LANGUAGES; language++)
        if (wanted[i].market == SC_ASPECT_UNSET || wanted[i].market == market)
          assert_wanted (i, market, language);
}

static guint
count_lines (const char *text)
{
  g_auto (GStrv) lines = g_strsplit (text, "\n", -1);
  guint n_lines = 0;

  for (guint i = 0; lines[i] != NULL; i++)
    n_lines += lines[i][0] != '\0';

  return n_lines;
}

static guint
count_words (const char *text)
{
  g_auto (GStrv) words = g_strsplit_set (text, " \n", -1);
  guint n_words = 0;

  for (guint i = 0; words[i] != NULL; i++)
    n_words += words[i][0] != '\0';

  return n_words;
}

static void
assert_is_letter (const char *text,
                  guint       market)
{
  g_auto (GStrv) lines = g_strsplit (text, "\n", 2);

  g_assert_cmpuint (count_words (text), <=, market == SC_MARKET_B2C ? MAX_WORDS_OF_MESSAGE : MAX_WORDS);
  g_assert_cmpuint (count_words (lines[0]), <=, MAX_SUBJECT);
  g_assert_null (strstr (lines[0], ". "));
  g_assert_nonnull (lines[1]);
  g_assert_nonnull (strstr (lines[1], "{owner}"));
  g_assert_nonnull (strstr (lines[1], "{blank}"));
}

/* Agree, ask one question, answer, and the next step with its day. */
static void
assert_has_four_moves (const char *text)
{
  g_auto (GStrv) moves = g_strsplit (text, "\n", -1);

  g_assert_cmpuint (g_strv_length (moves), ==, 4);
  for (guint i = 0; i < 4; i++)
    g_assert_cmpint (g_str_has_suffix (moves[i], "?"), ==, i == 1);
  g_assert_true (strchr (text, '?') == strrchr (text, '?'));
  g_assert_nonnull (strstr (moves[3], "{blank}"));
}

static void
assert_bounds (const ScTactic *tactic,
               guint           market,
               ScLanguage      language)
{
  static const ScPhrase if_no = { { "If ", "Если " } };

  switch (tactic->kind)
    {
    case SC_TACTIC_LETTER:
      assert_is_letter (tactic->text, market);
      break;
    case SC_TACTIC_OBJECTION:
      assert_has_four_moves (tactic->text);
      break;
    case SC_TACTIC_SCRIPT:
      g_assert_nonnull (strstr (tactic->text, if_no.text[language]));
      g_assert_cmpuint (count_lines (tactic->text), <=, MAX_LINES);
      break;
    case SC_TACTIC_CHECKLIST:
    case SC_TACTIC_QUESTION:
    case SC_TACTIC_ARGUMENT:
      g_assert_cmpuint (count_lines (tactic->text), <=, MAX_LINES);
      g_assert_cmpuint (count_lines (tactic->text), >=, 3);
      break;
    case SC_TACTIC_OTHER:
    default:
      g_assert_not_reached ();
    }
}

static void
assert_no_forbidden_word (const char *text)
{
  g_autofree char *lower = g_utf8_strdown (text, -1);

  for (guint i = 0; i < G_N_ELEMENTS (forbidden); i++)
    if (strstr (lower, forbidden[i]) != NULL)
      g_error ("“%s” in: %s", forbidden[i], text);
}

/* Quotation marks are the language's own, and Russian texts hold no Latin letter. */
static void
assert_own_letters (const char *text,
                    ScLanguage  language)
{
  gboolean is_field = FALSE;

  for (const char *p = text; *p != '\0'; p = g_utf8_next_char (p))
    {
      gunichar c = g_utf8_get_char (p);

      is_field = c == '{' || (is_field && c != '}');
      if (language == SC_LANGUAGE_RU && !is_field && c < 0x80)
        g_assert_false (g_ascii_isalpha ((char) c));
      g_assert_false (language == SC_LANGUAGE_RU && (c == 0x201C || c == 0x201D || c == 0x201E));
      g_assert_false (language == SC_LANGUAGE_EN && (c == 0xAB || c == 0xBB || g_unichar_get_script (c) == G_UNICODE_SCRIPT_CYRILLIC));
    }
}

static void
assert_known_fields (const char *text)
{
  for (const char *p = strchr (text, '{'); p != NULL; p = strchr (p + 1, '{'))
    {
      gboolean is_known = FALSE;

      for (guint i = 0; i < G_N_ELEMENTS (fields); i++)
        is_known = is_known || strncmp (p, fields[i], strlen (fields[i])) == 0;
      if (!is_known)
        g_error ("No such field: %s", p);
    }
}

/* A name, a company or an answer stands in the nominative: after a colon, in a line of its
 * own, or behind a word that carries the case. */
static void
assert_nominative (const char *text)
{
  static const char *const before[] = { ": ", ". ", "! ", "? ", "\n", "зовут ", "Это ", "компании ", "» ", "». ", "», " };

  for (guint i = 0; i < G_N_ELEMENTS (fields) - 1; i++)
    for (const char *p = strstr (text, fields[i]); p != NULL; p = strstr (p + 1, fields[i]))
      {
        g_autofree char *front = g_strndup (text, p - text);
        gboolean is_nominative = p == text;

        for (guint j = 0; j < G_N_ELEMENTS (before); j++)
          is_nominative = is_nominative || g_str_has_suffix (front, before[j]);
        g_assert_true (is_nominative);
      }
}

static void
test_every_text (void)
{
  for (guint kind = 0; kind < SC_N_KINDS; kind++)
    for (guint market = SC_MARKET_B2B; market <= SC_MARKET_B2C; market++)
      for (guint language = 0; language < SC_N_LANGUAGES; language++)
        {
          g_autoptr (GPtrArray) tactics = list_set (kind, market, language);

          g_assert_cmpuint (tactics->len, >=, kind == SC_KIND_OTHER ? 0 : 3);
          g_assert_cmpuint (tactics->len, <=, kind == SC_KIND_OTHER ? 0 : kind == SC_KIND_TRIAL ? 7 : 6);
          for (guint i = 0; i < tactics->len; i++)
            {
              const ScTactic *tactic = tactics->pdata[i];

              g_test_message ("%s %s: %s", sc_kind_get_id (kind), tactic->title, tactic->text);
              assert_bounds (tactic, market, language);
              assert_no_forbidden_word (tactic->title);
              assert_no_forbidden_word (tactic->text);
              assert_own_letters (tactic->title, language);
              assert_own_letters (tactic->text, language);
              assert_known_fields (tactic->text);
              if (language == SC_LANGUAGE_RU)
                assert_nominative (tactic->text);
              g_assert_true (sc_usual_is_tactic (tactic, SC_KIND_BIT (kind)));
              g_assert_true ((tactic->kind != SC_TACTIC_OBJECTION) || tactic->loss_reasons[0] != NULL);
            }
        }
}

static gboolean
has_criterion (const ScVersion *version,
               const char      *id)
{
  for (guint i = 0; i < version->stages->len; i++)
    {
      const ScStage *stage = sc_version_get_stage (version, i);

      for (guint j = 0; j < stage->criteria->len; j++)
        if (strncmp (((ScCriterion *) stage->criteria->pdata[j])->id, id, strlen ("00000000-0000-0000-0000-000000000000")) == 0)
          return TRUE;
    }

  return FALSE;
}

static guint
count_answers (const ScVersion *version,
               const ScTactic  *tactic)
{
  guint n_answers = 0;

  for (const char *p = strstr (tactic->text, "{answer:"); p != NULL; p = strstr (p + 1, "{answer:"))
    {
      g_assert_true (has_criterion (version, p + strlen ("{answer:")));
      n_answers++;
    }

  return n_answers;
}

static void
test_every_proposal (void)
{
  for (guint n = 0; n < 64; n++)
    for (guint language = 0; language < SC_N_LANGUAGES; language++)
      {
        ScAspects aspects = make_aspects (n);
        g_autoptr (ScVersion) version = sc_proposal_new (&aspects, language);
        g_autoptr (GHashTable) ids = g_hash_table_new (g_str_hash, g_str_equal);
        guint n_answers = 0;

        g_test_message ("case %u, language %u", n, language);
        for (guint i = 0; i < version->stages->len; i++)
          {
            const ScStage *stage = sc_version_get_stage (version, i);

            g_assert_cmpuint (stage->tactics->len, >=, 3);
            for (guint j = 0; j < stage->tactics->len; j++)
              {
                const ScTactic *tactic = stage->tactics->pdata[j];

                g_assert_true (g_uuid_string_is_valid (tactic->id));
                g_assert_true (g_hash_table_add (ids, tactic->id));
                g_assert_cmpuint (tactic->kind, !=, SC_TACTIC_OTHER);
                n_answers += count_answers (version, tactic);
              }
          }

        /* The day of the decision, and what else was found out before. */
        g_assert_cmpuint (n_answers, >=, aspects.value[SC_ASPECT_SELLING] == SC_SELLING_CONSULTATIVE ? 6 : 1);
      }
}

/* A tactic that is there stays as it is; what is missing comes behind it. */
static void
test_added_once (void)
{
  g_autoptr (ScVersion) version = sc_version_new (SC_LANGUAGE_RU);
  g_autoptr (GPtrArray) roles = g_ptr_array_new_with_free_func ((GDestroyNotify) sc_role_unref);
  g_autoptr (ScStage) stage = sc_usual_stage (version, SC_KIND_BIT (SC_KIND_PROPOSAL), roles);
  guint n_tactics = stage->tactics->len;
  ScTactic *first = stage->tactics->pdata[0];

  g_set_str (&first->text, "Own words");
  g_ptr_array_remove_index (stage->tactics, 2);
  g_assert_cmpuint (sc_usual_add_tactics (stage, version, stage->kinds), ==, 1);
  g_assert_cmpuint (sc_usual_add_tactics (stage, version, stage->kinds), ==, 0);
  g_assert_cmpuint (stage->tactics->len, ==, n_tactics);
  g_assert_cmpstr (((ScTactic *) stage->tactics->pdata[0])->text, ==, "Own words");
}

static void
test_split (void)
{
  ScAspects aspects = make_aspects (0);
  g_autoptr (ScVersion) version = sc_proposal_new (&aspects, SC_LANGUAGE_EN);
  ScStage *stage = sc_version_get_stage (version, 0);
  guint n_tactics = stage->tactics->len;
  g_autoptr (GPtrArray) edits = NULL;
  g_autoptr (ScVersion) after = NULL;
  g_autofree char *second_id = NULL;
  g_autofree char *moved_id = NULL;
  const ScStage *first;
  const ScStage *second;

  g_assert_cmpuint (sc_kind_set_count (stage->kinds), ==, 2);
  moved_id = g_strdup (((ScTactic *) stage->tactics->pdata[n_tactics - 1])->id);
  edits = sc_split_stage (version, stage->id, &second_id);
  after = sc_version_edit (version, edits, NULL);
  first = sc_version_get_stage (after, 0);
  second = sc_version_find_stage (after, second_id, NULL);
  g_assert_cmpuint (first->tactics->len + second->tactics->len, ==, n_tactics);
  g_assert_cmpuint (second->tactics->len, >=, 3);
  g_assert_cmpstr (((ScTactic *) second->tactics->pdata[second->tactics->len - 1])->id, ==, moved_id);
}

static void
test_reasons (void)
{
  for (guint language = 0; language < SC_N_LANGUAGES; language++)
    {
      g_auto (GStrv) list = sc_usual_reasons (language);

      g_assert_cmpuint (g_strv_length (list), ==, 10);
      for (guint i = 0; list[i] != NULL; i++)
        {
          g_autofree char *shouted = g_utf8_strup (list[i], -1);
          g_autofree char *padded = g_strconcat (" ", shouted, "  ", NULL);
          ScUsualReason reason;

          g_assert_true (sc_usual_reason_recognize (padded, &reason));
          g_assert_cmpuint (reason, ==, i);
          g_assert_true (sc_usual_reason_from_key (sc_usual_reason_get_key (reason), &reason));
          g_assert_cmpuint (reason, ==, i);
        }
    }
}

int
main (int    argc,
      char **argv)
{
  g_test_init (&argc, &argv, NULL);

  g_test_add_func ("/method/usual-tactics/what-must-be-there-is-there", test_what_must_be_there);
  g_test_add_func ("/method/usual-tactics/every-text-can-be-used-as-it-stands", test_every_text);
  g_test_add_func ("/method/usual-tactics/every-stage-of-a-proposal-has-some", test_every_proposal);
  g_test_add_func ("/method/usual-tactics/what-is-there-is-not-added-again", test_added_once);
  g_test_add_func ("/method/usual-tactics/a-split-stage-loses-none", test_split);
  g_test_add_func ("/method/usual-tactics/loss-reasons-are-known-again", test_reasons);

  return g_test_run ();
}
