/* SPDX-License-Identifier: GPL-3.0-or-later */

/* What stages usually ask, whatever was answered to the six questions: each criterion
 * with all its members, as the method has it. */

#include "method/sc-proposal.h"
#include "method/sc-usual.h"

#define NEVER "-"

/* Conditions are letters, all of which have to hold: t, c transactional or consultative;
 * b, p sold to companies or to people; a a product that may be paid for after
 * onboarding. */
static const struct {
  ScKind kind;
  const char *text[SC_N_LANGUAGES];
  const char *where;
  const char *required;
  gboolean is_asked_at_entry;
  ScAnswerType type;
  ScPurpose purpose;
  const char *key;
} rows[] = {
  { SC_KIND_PROSPECTING, { "Fits our client profile", "Подходит под портрет клиента" }, "", NEVER },
  { SC_KIND_PROSPECTING, { "Decision-maker found", "Найден ЛПР" }, "", NEVER },
  { SC_KIND_OUTREACH, { "Talked to the client", "Разговор состоялся" }, "", NEVER },
  { SC_KIND_OUTREACH, { "Meeting agreed", "Встреча назначена" }, "", NEVER },
  { SC_KIND_INBOUND_REQUEST, { "Answered in time", "Ответили в срок" }, "", NEVER },
  { SC_KIND_INBOUND_REQUEST, { "Source noted", "Источник записан" }, "", NEVER, .purpose = SC_PURPOSE_SOURCE },
  { SC_KIND_QUALIFICATION, { "A task that we solve", "Задача наша" }, "c", NEVER },
  { SC_KIND_QUALIFICATION, { "Task known", "Известна задача" }, "t", NEVER },
  { SC_KIND_QUALIFICATION, { "Budget known", "Известен бюджет" }, "", NEVER },
  { SC_KIND_QUALIFICATION, { "Date known", "Известен срок" }, "t", NEVER },
  { SC_KIND_QUALIFICATION, { "Decision-maker known", "Известен ЛПР" }, "t", NEVER },
  { SC_KIND_NEEDS_DISCOVERY, { "What is the problem?", "Какую задачу нужно решить?" }, "", "c",
    .type = SC_ANSWER_TEXT, .key = "problem" },
  { SC_KIND_NEEDS_DISCOVERY, { "What does it cost you?", "Во что обходится проблема?" }, "b", NEVER,
    .type = SC_ANSWER_TEXT, .key = "cost" },
  { SC_KIND_NEEDS_DISCOVERY, { "What if nothing changes?", "Что будет, если ничего не менять?" }, "p", NEVER,
    .type = SC_ANSWER_TEXT, .key = "cost" },
  { SC_KIND_NEEDS_DISCOVERY, { "Who decides?", "Кто принимает решение?" }, "b", "c",
    .type = SC_ANSWER_TEXT, .key = "who-decides" },
  { SC_KIND_NEEDS_DISCOVERY, { "Do you decide alone or with somebody?", "Решаете сами или с кем-то?" }, "p", "c",
    .type = SC_ANSWER_TEXT, .key = "who-decides" },
  { SC_KIND_NEEDS_DISCOVERY, { "By when?", "К какому сроку нужен результат?" }, "", NEVER,
    .type = SC_ANSWER_DATE, .key = "by-when" },
  { SC_KIND_NEEDS_DISCOVERY, { "What is success?", "По чему поймёте, что получилось?" }, "", NEVER,
    .type = SC_ANSWER_TEXT, .key = "success" },
  { SC_KIND_NEEDS_DISCOVERY, { "Summary confirmed by the client", "Резюме подтверждено клиентом" }, "", "cb" },
  { SC_KIND_PRESENTATION, { "Shown on the client’s own task", "Показано на задаче клиента" }, "", NEVER },
  { SC_KIND_PRESENTATION, { "Doubts noted", "Сомнения записаны" }, "", NEVER },
  { SC_KIND_TRIAL, { "Trial until", "Тест до" }, "", "", TRUE,
    SC_ANSWER_DATE, SC_PURPOSE_TRIAL_END, "trial-until" },
  { SC_KIND_TRIAL, { "At what result will the client buy?", "При каком итоге клиент покупает?" }, "", "", TRUE,
    .type = SC_ANSWER_TEXT, .key = "pays-when" },
  { SC_KIND_TRIAL, { "Client has used it", "Клиент пользовался" }, "", NEVER },
  { SC_KIND_TRIAL, { "Results gone through", "Итоги разобраны" }, "", "b" },
  { SC_KIND_PROPOSAL, { "Proposal sent", "КП отправлено" }, "", NEVER },
  { SC_KIND_PROPOSAL, { "When will the client decide?", "Когда клиент решит?" }, "", NEVER,
    .type = SC_ANSWER_DATE, .purpose = SC_PURPOSE_DECISION_DAY, .key = "decision-day" },
  { SC_KIND_NEGOTIATION, { "Price agreed", "Согласована цена" }, "", NEVER },
  { SC_KIND_NEGOTIATION, { "Dates agreed", "Согласованы сроки" }, "", NEVER },
  { SC_KIND_NEGOTIATION, { "Payment terms agreed", "Согласован порядок оплаты" }, "", NEVER },
  { SC_KIND_CONTRACT, { "Contract signed", "Договор подписан" }, "b", "" },
  { SC_KIND_CONTRACT, { "Order accepted", "Заказ принят" }, "p", "" },
  { SC_KIND_CONTRACT, { "Invoice sent", "Счёт выставлен" }, "", NEVER },
  { SC_KIND_PAYMENT, { "Money received by the schedule", "Деньги поступили по графику" }, "", "",
    .purpose = SC_PURPOSE_PAYMENTS },
  { SC_KIND_ONBOARDING, { "Client works alone", "Клиент работает сам" }, "", NEVER },
  { SC_KIND_ONBOARDING, { "Success confirmed", "Успех подтверждён" }, "", "a" },
  { SC_KIND_DELIVERY, { "Result accepted", "Результат принят" }, "", NEVER },
  { SC_KIND_DELIVERY, { "Acceptance act signed", "Акт подписан" }, "", "b" },
  { SC_KIND_ACCOUNT_GROWTH, { "Next need named", "Названа следующая потребность" }, "", NEVER },
  { SC_KIND_ACCOUNT_GROWTH, { "Its date agreed", "Согласована дата" }, "", NEVER },
  { SC_KIND_OTHER, { "Agreed result reached", "Согласованный результат достигнут" }, "", NEVER },
};

/* The answers of case @n of the 64. */
static ScAspects
make_aspects (guint n)
{
  ScAspects aspects;

  for (guint i = 0; i < SC_N_ASPECTS; i++)
    aspects.value[i] = (guint8) (1 + ((n >> i) & 1));

  return aspects;
}

static gboolean
holds (const char      *condition,
       const ScAspects *aspects)
{
  const guint8 *value = aspects->value;

  for (; *condition != '\0'; condition++)
    switch (*condition)
      {
      case 't':
      case 'c':
        if ((value[SC_ASPECT_SELLING] == SC_SELLING_CONSULTATIVE) != (*condition == 'c'))
          return FALSE;
        break;

      case 'b':
      case 'p':
        if ((value[SC_ASPECT_MARKET] == SC_MARKET_B2C) != (*condition == 'p'))
          return FALSE;
        break;

      case 'a':
        if (value[SC_ASPECT_OFFER] != SC_OFFER_PRODUCT ||
            value[SC_ASPECT_PAYMENT_TERMS] != SC_PAYMENT_AFTER_ONBOARDING)
          return FALSE;
        break;

      default:
        return FALSE;
      }

  return TRUE;
}

static guint
count_required (const ScStage *stage)
{
  guint n = 0;

  for (guint i = 0; i < stage->criteria->len; i++)
    n += ((ScCriterion *) stage->criteria->pdata[i])->is_required ? 1 : 0;

  return n;
}

static void
assert_criterion (const ScCriterion *criterion,
                  guint              row,
                  const ScAspects   *aspects,
                  ScLanguage         language)
{
  g_assert_cmpstr (criterion->text, ==, rows[row].text[language]);
  g_assert_cmpint (criterion->is_required, ==, holds (rows[row].required, aspects));
  g_assert_cmpint (criterion->is_asked_at_entry, ==, rows[row].is_asked_at_entry);
  g_assert_cmpint (criterion->type, ==, rows[row].type);
  g_assert_cmpint (criterion->purpose, ==, rows[row].purpose);
  g_assert_cmpuint (g_strv_length (criterion->choices), ==, 0);
}

/* The criteria of the stage, kind after kind, are those of the table. */
static void
assert_as_method_says (const ScStage   *stage,
                       const ScAspects *aspects,
                       ScLanguage       language)
{
  g_autoptr (GHashTable) ids = g_hash_table_new (g_str_hash, g_str_equal);
  guint n = 0;

  for (guint row = 0; row < G_N_ELEMENTS (rows); row++)
    if (sc_kind_set_has (stage->kinds, rows[row].kind) && holds (rows[row].where, aspects))
      {
        const ScCriterion *criterion;

        g_assert_cmpuint (n, <, stage->criteria->len);
        criterion = stage->criteria->pdata[n++];
        assert_criterion (criterion, row, aspects, language);
        g_assert_true (g_hash_table_add (ids, criterion->id));
        if (rows[row].key != NULL)
          g_assert_true (sc_usual_find_criterion (stage, rows[row].key) == criterion);
      }

  g_assert_cmpuint (n, ==, stage->criteria->len);
  g_assert_cmpuint (count_required (stage), <=, 3);
  if (stage->duration.unit == SC_UNIT_WORKING_HOURS)
    g_assert_cmpuint (count_required (stage), ==, 0);
}

static void
test_proposals (void)
{
  for (guint n = 0; n < 64; n++)
    for (guint language = 0; language < SC_N_LANGUAGES; language++)
      {
        ScAspects aspects = make_aspects (n);
        g_autoptr (ScVersion) version = sc_proposal_new (&aspects, language);

        g_test_message ("case %u, language %u", n, language);
        for (guint i = 0; i < version->stages->len; i++)
          assert_as_method_says (sc_version_get_stage (version, i), &aspects, language);
      }
}

static ScStage *
make_stage (const ScAspects *aspects,
            ScLanguage       language,
            ScKindSet        kinds)
{
  g_autoptr (ScVersion) version = sc_version_new (language);
  g_autoptr (GPtrArray) roles = g_ptr_array_new_with_free_func ((GDestroyNotify) sc_role_unref);

  version->aspects = *aspects;

  return sc_usual_stage (version, kinds, roles);
}

static void
test_every_kind (void)
{
  for (guint n = 0; n < 64; n++)
    for (guint kind = 0; kind < SC_N_KINDS; kind++)
      {
        ScAspects aspects = make_aspects (n);
        g_autoptr (ScStage) stage = make_stage (&aspects, kind % SC_N_LANGUAGES, SC_KIND_BIT (kind));

        assert_as_method_says (stage, &aspects, kind % SC_N_LANGUAGES);
      }
}

/* Where selling is consultative, what discovery asks is not done in front of it. */
static void
test_qualification_asks_what_it_notes (void)
{
  for (guint n = 0; n < 64; n++)
    {
      ScAspects aspects = make_aspects (n);
      g_autoptr (ScStage) stage = make_stage (&aspects, SC_LANGUAGE_EN, SC_KIND_BIT (SC_KIND_QUALIFICATION));

      g_assert_cmpuint (g_strv_length (stage->actions), ==, 2);
      g_assert_cmpstr (stage->actions[0], ==,
                       aspects.value[SC_ASPECT_SELLING] == SC_SELLING_CONSULTATIVE
                       ? "Ask about the task and the budget"
                       : "Ask about the task, the budget, the date and who decides");
    }
}

/* Whichever kinds share a stage, three hold a deal and no more, nothing is asked twice,
 * and what is there for hours holds nothing. */
static void
test_kinds_together (void)
{
  for (guint n = 0; n < 2000; n++)
    {
      ScAspects aspects = make_aspects ((guint) g_test_rand_int_range (0, 64));
      ScKindSet kinds = (ScKindSet) g_test_rand_int_range (1, SC_KIND_BIT (SC_N_KINDS));
      g_autoptr (ScStage) stage = make_stage (&aspects, SC_LANGUAGE_RU, kinds);
      g_autoptr (GHashTable) texts = g_hash_table_new (g_str_hash, g_str_equal);

      g_assert_cmpuint (count_required (stage), <=, 3);
      if (sc_duration_get_hours (stage->duration, sc_calendar_get_standard ()) < 8)
        g_assert_cmpuint (count_required (stage), ==, 0);
      for (guint i = 0; i < stage->criteria->len; i++)
        g_assert_true (g_hash_table_add (texts, ((ScCriterion *) stage->criteria->pdata[i])->text));
    }
}

static gboolean
is_required (const ScStage *stage,
             const char    *text)
{
  for (guint i = 0; i < stage->criteria->len; i++)
    {
      const ScCriterion *criterion = stage->criteria->pdata[i];

      if (g_str_equal (criterion->text, text))
        return criterion->is_required;
    }

  g_assert_not_reached ();
}

/* Of more than three, those of the later steps hold the deal. */
static void
test_what_gives_way (void)
{
  const ScAspects aspects = { { SC_SELLING_CONSULTATIVE, 0, 0, SC_MARKET_B2B, 0, 0 } };
  g_autoptr (ScStage) stage = make_stage (&aspects, SC_LANGUAGE_EN,
                                          SC_KIND_BIT (SC_KIND_NEEDS_DISCOVERY) | SC_KIND_BIT (SC_KIND_TRIAL) |
                                          SC_KIND_BIT (SC_KIND_CONTRACT) | SC_KIND_BIT (SC_KIND_PAYMENT));

  g_assert_cmpuint (count_required (stage), ==, 3);
  g_assert_true (is_required (stage, "Results gone through"));
  g_assert_true (is_required (stage, "Contract signed"));
  g_assert_true (is_required (stage, "Money received by the schedule"));
  g_assert_false (is_required (stage, "What is the problem?"));
  g_assert_false (is_required (stage, "Trial until"));
}

/* What a person has decided stays; what comes takes what room there is. */
static void
test_added (void)
{
  const ScAspects aspects = { { SC_SELLING_CONSULTATIVE, 0, 0, SC_MARKET_B2B, 0, 0 } };
  g_autoptr (ScStage) stage = sc_stage_new ("Deal", SC_KIND_BIT (SC_KIND_OTHER));
  g_autoptr (ScStage) short_stage = sc_stage_new ("Desk", SC_KIND_BIT (SC_KIND_OTHER));

  sc_stage_add_criterion (stage, "Seen by the head")->is_required = TRUE;
  sc_stage_add_criterion (stage, " who DECIDES? ");
  sc_usual_add_criteria (stage, SC_KIND_BIT (SC_KIND_NEEDS_DISCOVERY), &aspects, SC_LANGUAGE_EN);
  g_assert_cmpuint (stage->criteria->len, ==, 7);
  g_assert_cmpuint (count_required (stage), ==, 3);
  g_assert_true (is_required (stage, "Seen by the head"));
  g_assert_false (is_required (stage, " who DECIDES? "));

  sc_usual_add_criteria (stage, SC_KIND_BIT (SC_KIND_CONTRACT), &aspects, SC_LANGUAGE_EN);
  g_assert_cmpuint (stage->criteria->len, ==, 9);
  g_assert_cmpuint (count_required (stage), ==, 3);
  g_assert_false (is_required (stage, "Contract signed"));

  short_stage->duration = (ScDuration) { 2, SC_UNIT_WORKING_HOURS };
  sc_usual_add_criteria (short_stage, SC_KIND_BIT (SC_KIND_CONTRACT), &aspects, SC_LANGUAGE_EN);
  g_assert_cmpuint (count_required (short_stage), ==, 0);
}

/* A question is known by its text, as the program or an earlier build gave it. */
static void
test_keys (void)
{
  g_autoptr (ScVersion) version = sc_version_new (SC_LANGUAGE_RU);
  ScStage *first = sc_stage_new ("Этап", 0);
  ScStage *second = sc_stage_new ("Ещё этап", 0);
  ScCriterion *former = sc_stage_add_criterion (first, "Какова задача?");
  ScCriterion *trial = sc_stage_add_criterion (second, " ТЕСТ ДО");

  sc_stage_add_criterion (second, "Какую задачу нужно решить?");
  sc_stage_add_criterion (second, "");
  g_ptr_array_add (version->stages, first);
  g_ptr_array_add (version->stages, second);

  g_assert_true (sc_usual_find_criterion_in (version, "problem") == former);
  g_assert_true (sc_usual_find_criterion_in (version, "trial-until") == trial);
  g_assert_null (sc_usual_find_criterion_in (version, "cost"));
  g_assert_null (sc_usual_find_criterion_in (version, "nonsense"));
  g_assert_null (sc_usual_find_criterion (first, "trial-until"));
}

int
main (int    argc,
      char **argv)
{
  g_test_init (&argc, &argv, NULL);

  g_test_add_func ("/method/usual-criteria/proposals", test_proposals);
  g_test_add_func ("/method/usual-criteria/every-kind", test_every_kind);
  g_test_add_func ("/method/usual-criteria/qualification-asks-what-it-notes", test_qualification_asks_what_it_notes);
  g_test_add_func ("/method/usual-criteria/kinds-together", test_kinds_together);
  g_test_add_func ("/method/usual-criteria/what-gives-way", test_what_gives_way);
  g_test_add_func ("/method/usual-criteria/added", test_added);
  g_test_add_func ("/method/usual-criteria/keys", test_keys);

  return g_test_run ();
}
