/* SPDX-License-Identifier: GPL-3.0-or-later */

/* The stages that one has today, pasted from wherever they stand. */

#include "method/sc-finding-group.h"
#include "method/sc-joined-name.h"
#include "method/sc-known-role.h"
#include "method/sc-lint.h"
#include "method/sc-merge.h"
#include "method/sc-recognize.h"
#include "method/sc-stage-names.h"

static const struct {
  const char *text;
  const char *names;
} lists[] = {
  { "1. Запрос 2. Квалификация 3. Выявление потребностей 4. КП", "Запрос|Квалификация|Выявление потребностей|КП" },
  { "1) Lead 2) Demo 10 days 3) Contract", "Lead|Demo 10 days|Contract" },
  { "Lead\nDemo\nContract\n", "Lead|Demo|Contract" },
  { "Lead\r\n\r\nDemo\r\n  Contract  \r\n", "Lead|Demo|Contract" },
  { "• Запрос\n• Квалификация;\n• Договор, подписание.", "Запрос|Квалификация|Договор, подписание" },
  { "- [ ] Lead\n- [x] Demo", "Lead|Demo" },
  { "1\tЗапрос\n2\tКвалификация\n3\tКП", "Запрос|Квалификация|КП" },
  { "№\tЭтап\tСрок\n1\tЗапрос\t1 день\n2\tКП\t2 дня", "Запрос|КП" },
  { "Lead\tDemo\tContract\tPayment", "Lead|Demo|Contract|Payment" },
  { "Lead\tDemo\tContract\n12\t8\t3", "Lead|Demo|Contract" },
  { "Stage;Owner\n1. New lead;Rep\n2. Offer;Rep", "New lead|Offer" },
  { "\"Запрос\";\"КП, расчёт\";\"Договор\"", "Запрос|КП, расчёт|Договор" },
  { "\"Lead\"\n\"Offer, sent\"\n«Договор»", "Lead|Offer, sent|Договор" },
  { "Lead, Demo, Contract", "Lead|Demo|Contract" },
  { "Лид → Демо → Оплата", "Лид|Демо|Оплата" },
  { "Lead -> Demo -> Paid", "Lead|Demo|Paid" },
  { "Lead > Demo > Paid", "Lead|Demo|Paid" },
  { "Lead | Demo | Paid", "Lead|Demo|Paid" },
  { "Этап 1: Запрос\nЭтап 2: КП\nЭтап 3. Договор", "Запрос|КП|Договор" },
  { "Stage 1 – Lead\nStage 2 – Demo", "Lead|Demo" },
  { "2nd call\n100 % paid", "2nd call|100 % paid" },
  { "a) Lead\nb) Demo", "Lead|Demo" },
  { "а) Запрос\nб) КП", "Запрос|КП" },
  { "I. Lead\nII. Demo\nIV. Contract", "Lead|Demo|Contract" },
  { "X-ray of the need\nVIP call\nA first call", "X-ray of the need|VIP call|A first call" },
  { "\xef\x82\xb7\tЗапрос\n\xef\x82\xa7\tКП", "Запрос|КП" },
  { "1\xef\xb8\x8f\xe2\x83\xa3 Запрос\n2\xef\xb8\x8f\xe2\x83\xa3 КП", "Запрос|КП" },
  { "Поиск клиентов", "Поиск клиентов" },
  { "Этапы продаж:\nЗапрос\nОплата", "Запрос|Оплата" },
  { "\xef\xbb\xbfLead\nDemo", "Lead|Demo" },
  { "Lead\xff\nDemo", "Lead\xef\xbf\xbd|Demo" },
  { "", "" },
  { " \n\t\n1.\n—", "" },
  { "1. Оказание услуги\n2. Оплата\n10. Отзыв", "Оказание услуги|Оплата|Отзыв" },
  { "o Lead\no Demo\no Offer", "Lead|Demo|Offer" },
  { "o\tLead\no\tDemo", "Lead|Demo" },
  { "• Lead\no\tDemo", "Lead|Demo" },
  { "Что делаем\tСрок, дней\nЗапрос\t1\nКП\t2", "Запрос|КП" },
};

static void
test_lists (void)
{
  for (guint i = 0; i < G_N_ELEMENTS (lists); i++)
    {
      g_auto (GStrv) names = sc_stage_names_parse (lists[i].text);
      g_autofree char *joined = g_strjoinv ("|", names);

      g_assert_cmpstr (joined, ==, lists[i].names);
    }
}

static void
test_absurd_lists (void)
{
  g_autofree char *spaces = g_strnfill (100000, ' ');
  g_autofree char *letters = g_strnfill (100000, 'x');
  g_autoptr (GString) lines = g_string_new (NULL);
  g_auto (GStrv) none = sc_stage_names_parse (spaces);
  g_auto (GStrv) one = sc_stage_names_parse (letters);
  g_auto (GStrv) many = NULL;

  for (guint i = 0; i < 5000; i++)
    g_string_append_printf (lines, "%u. Call\n", i);
  many = sc_stage_names_parse (lines->str);

  g_assert_cmpuint (g_strv_length (none), ==, 0);
  g_assert_cmpuint (g_strv_length (one), ==, 1);
  g_assert_cmpuint (g_utf8_strlen (one[0], -1), ==, 200);
  g_assert_cmpuint (g_strv_length (many), ==, SC_MAX_STAGE_NAMES);
}

/* Whatever is on the clipboard, what comes of it are names. */
static void
test_random_text (void)
{
  static const char *const pieces[] = { "1.", " 2) ", "\n", "\t", ";", ",", "|", "\"", "«", "»", "->", "→", "•", "[ ]", "Этап",
                                        "stage 3:", "Лид", "Won", "\xff", "\xd0", "\xcc\x81", "\r", " ", "№", "(", "—" };

  for (guint n = 0; n < 1000; n++)
    {
      g_autoptr (GRand) rand = g_rand_new_with_seed (g_test_rand_int ());
      g_autoptr (GString) text = g_string_new (NULL);
      g_auto (GStrv) names = NULL;
      g_autoptr (ScVersion) version = NULL;

      for (int i = g_rand_int_range (rand, 0, 30); i > 0; i--)
        g_string_append (text, pieces[g_rand_int_range (rand, 0, G_N_ELEMENTS (pieces))]);

      names = sc_stage_names_parse (text->str);
      version = sc_version_from_names ((const char *const *) names, NULL, SC_LANGUAGE_RU);
      g_assert_cmpuint (version->stages->len, <=, g_strv_length (names));
      for (guint i = 0; names[i] != NULL; i++)
        {
          g_assert_true (g_utf8_validate (names[i], -1, NULL));
          g_assert_cmpstr (names[i], !=, "");
        }
    }
}

static const struct {
  const char *name;
  const char *kinds;
} recognized[] = {
  { "Запрос", "inbound-request" },
  { "Входящая заявка", "inbound-request" },
  { "Новый лид", "inbound-request" },
  { "Incoming request", "inbound-request" },
  { "Lead in", "inbound-request" },
  { "Поиск клиента", "prospecting" },
  { "Prospecting", "prospecting" },
  { "Инициативный контакт", "outreach" },
  { "Холодный звонок", "outreach" },
  { "Cold call", "outreach" },
  { " — Cold  ,  call !! ", "outreach" },
  { "Engaging", "outreach" },
  { "Поиск и первый контакт", "prospecting outreach" },
  { "Квалификация", "qualification" },
  { "Qualified to buy", "qualification" },
  { "Request and qualification", "inbound-request qualification" },
  { "Выявление потребностей", "needs-discovery" },
  { "ВЫЯВЛЕНИЕ", "needs-discovery" },
  { "Needs Analysis", "needs-discovery" },
  { "Замер", "needs-discovery" },
  { "Презентация", "presentation" },
  { "Demo scheduled", "presentation" },
  { "Value Proposition", "presentation" },
  { "Тестовый период", "trial" },
  { "Пилот", "trial" },
  { "Proof of concept", "trial" },
  { "КП отправлено", "proposal" },
  { "Коммерческое предложение", "proposal" },
  { "Price quote", "proposal" },
  { "Презентация и предложение", "presentation proposal" },
  { "Переговоры", "negotiation" },
  { "Принимают решение", "negotiation" },
  { "Negotiation/Review", "negotiation" },
  { "Подписание договора", "contract" },
  { "Согласование договора", "contract" },
  { "Contract signed", "contract" },
  { "Legal review", "contract" },
  { "Оплата", "payment" },
  { "Счёт выставлен", "payment" },
  { "Предоплата", "payment" },
  { "Invoice sent", "payment" },
  { "Договор и оплата", "contract payment" },
  { "Внедрение", "onboarding" },
  { "Client onboarding", "onboarding" },
  { "Отгрузка", "delivery" },
  { "Оказание услуги, реализация проекта", "delivery" },
  { "В работе", "delivery" },
  { "Delivery", "delivery" },
  { "Допродажи", "account-growth" },
  { "Upsell", "account-growth" },
  { "Встреча", "other" },
  { "Консолидация", "other" },
  { "Лидерство", "other" },
  { "", "other" },
};

static void
test_kinds (void)
{
  for (guint i = 0; i < G_N_ELEMENTS (recognized); i++)
    {
      g_autofree char *kinds = sc_kind_set_to_string (sc_recognize_kinds (recognized[i].name));

      g_test_message ("%s", recognized[i].name);
      g_assert_cmpstr (kinds, ==, recognized[i].kinds);
    }
}

/* What the program calls a step, it also recognizes. */
static void
test_own_names (void)
{
  for (guint kind = 0; kind < SC_N_KINDS; kind++)
    for (guint language = 0; language < SC_N_LANGUAGES; language++)
      g_assert_cmpuint (sc_recognize_kinds (sc_kind_get_name (kind, language)), ==, SC_KIND_BIT (kind));
}

static void
test_twelve_to_seven (void)
{
  g_auto (GStrv) names = sc_stage_names_parse ("1. Запрос 2. Квалификация 3. Встреча 4. Выявление потребностей "
                                               "5. Презентация 6. Подготовка КП 7. Согласование КП 8. Переговоры "
                                               "9. Согласование договора 10. Подписание договора 11. Оплата "
                                               "12. Внедрение");
  ScLanguage language = sc_guess_language ((const char *const *) names);
  g_autoptr (ScVersion) version = sc_version_from_names ((const char *const *) names, NULL, language);
  g_autoptr (ScVersion) merged = NULL;
  g_autoptr (GPtrArray) plan = sc_merge_plan (version, SC_MERGE_WANTED, &merged);
  g_autoptr (ScVersion) current = sc_version_ref (version);
  g_autoptr (GPtrArray) findings = sc_lint (merged);

  g_assert_cmpint (language, ==, SC_LANGUAGE_RU);
  g_assert_cmpuint (version->stages->len, ==, 12);
  g_assert_cmpuint (plan->len, ==, 5);
  g_assert_cmpuint (merged->stages->len, ==, 7);
  g_assert_cmpuint (sc_findings_count (findings, SC_SEVERITY_ERROR), ==, 0);
  g_assert_cmpuint (sc_findings_count (findings, SC_SEVERITY_WARNING), ==, 0);
  g_assert_cmpstr (sc_version_get_stage (merged, 0)->name, ==, "Запрос и квалификация");
  g_assert_cmpstr (sc_version_get_stage (merged, 3)->name, ==, "Презентация, Подготовка КП и Согласование КП");

  for (guint i = 0; i < plan->len; i++)
    {
      const ScMergeStep *step = plan->pdata[i];
      g_autoptr (GError) error = NULL;
      ScVersion *next = sc_version_edit (current, step->edits, &error);

      g_assert_no_error (error);
      g_assert_nonnull (step->quote);
      g_assert_nonnull (sc_version_find_stage (next, step->first_id, NULL));
      g_assert_null (sc_version_find_stage (next, step->second_id, NULL));
      g_assert_nonnull (sc_version_find_stage_by_name (next, step->name, NULL));
      sc_version_unref (current);
      current = next;
    }
  g_assert_true (sc_version_equal (current, merged));
}

static ScVersion *
make_thirty_without_times (void)
{
  ScVersion *version = sc_version_new (SC_LANGUAGE_EN);

  for (guint i = 0; i < 30; i++)
    {
      g_autofree char *name = g_strdup_printf ("S%u", i + 1);
      ScStage *stage = sc_stage_new (name, SC_KIND_BIT (SC_KIND_OTHER));

      sc_stage_add_criterion (stage, name);
      g_ptr_array_add (version->stages, stage);
    }

  return version;
}

/* The most stages that came together in one of @merged. */
static guint
get_largest (const ScVersion *merged)
{
  guint largest = 0;

  for (guint i = 0; i < merged->stages->len; i++)
    largest = MAX (largest, sc_version_get_stage (merged, i)->criteria->len);

  return largest;
}

/* Stages of which no time is known come together evenly: what was merged is not
 * as short as a single one again. */
static void
test_stages_without_times (void)
{
  g_autoptr (ScVersion) version = make_thirty_without_times ();
  g_autoptr (ScVersion) merged = NULL;
  g_autoptr (GPtrArray) plan = sc_merge_plan (version, SC_MERGE_WANTED, &merged);
  g_autoptr (ScVersion) fixed = NULL;
  g_autoptr (GPtrArray) fixes = sc_fix_all (version, SC_FIX_ERRORS, &fixed);

  g_assert_cmpuint (plan->len, ==, 23);
  g_assert_cmpuint (merged->stages->len, ==, SC_MERGE_WANTED);
  g_assert_cmpuint (get_largest (merged), <=, 6);

  g_assert_cmpuint (fixes->len, >, 0);
  g_assert_cmpuint (fixed->stages->len, <=, 10);
  g_assert_cmpuint (get_largest (fixed), <=, 6);
}

/* What is taken out stays apart; what comes later still comes together, by the names
 * that it has now; and what a person calls it is what it is called. */
static void
test_a_plan_is_changed (void)
{
  g_autoptr (ScVersion) version = make_thirty_without_times ();
  g_autoptr (ScVersion) merged = NULL;
  g_autoptr (GPtrArray) plan = sc_merge_plan (version, SC_MERGE_WANTED, &merged);
  g_autoptr (ScVersion) again = NULL;
  g_autoptr (ScVersion) fewer = NULL;
  g_autoptr (ScVersion) current = sc_version_ref (version);
  ScMergeStep *first = plan->pdata[0];
  ScMergeStep *last = plan->pdata[plan->len - 1];
  guint n_criteria = 0;

  sc_merge_plan_redo (version, plan, &again);
  g_assert_cmpuint (again->stages->len, ==, merged->stages->len);
  for (guint i = 0; i < merged->stages->len; i++)
    g_assert_cmpstr (sc_version_get_stage (again, i)->name, ==, sc_version_get_stage (merged, i)->name);

  first->is_out = TRUE;
  last->own_name = g_strdup ("What is left");
  sc_merge_plan_redo (version, plan, &fewer);
  g_assert_cmpuint (fewer->stages->len, ==, SC_MERGE_WANTED + 1);
  g_assert_null (first->edits);
  g_assert_nonnull (sc_version_find_stage (fewer, first->second_id, NULL));
  g_assert_nonnull (sc_version_find_stage_by_name (fewer, "What is left", NULL));
  for (guint i = 0; i < fewer->stages->len; i++)
    n_criteria += sc_version_get_stage (fewer, i)->criteria->len;
  g_assert_cmpuint (n_criteria, ==, 30);

  for (guint i = 1; i < plan->len; i++)
    {
      g_autoptr (GError) error = NULL;
      ScVersion *next = sc_version_edit (current, ((ScMergeStep *) plan->pdata[i])->edits, &error);

      g_assert_no_error (error);
      sc_version_unref (current);
      current = next;
    }
  g_assert_true (sc_version_equal (current, fewer));
}

/* Thirty stages that were pasted are a handful of decisions, and one of them is about all
 * their target times. */
static void
test_findings_come_together (void)
{
  g_autoptr (ScVersion) version = make_thirty_without_times ();
  g_autoptr (GPtrArray) findings = sc_lint (version);
  g_autoptr (GPtrArray) groups = sc_findings_group (findings);
  guint n_findings = 0;

  g_assert_cmpuint (findings->len, >, 60);
  g_assert_cmpuint (groups->len, <, 10);
  for (guint i = 0; i < groups->len; i++)
    {
      ScFindingGroup *group = groups->pdata[i];
      g_autofree char *message = sc_finding_group_get_message (group);
      g_autoptr (GPtrArray) left = NULL;
      g_autoptr (ScFix) fix = NULL;

      n_findings += group->findings->len;
      if (group->rule != SC_RULE_NO_DURATION)
        continue;

      g_assert_cmpuint (group->findings->len, ==, 30);
      g_assert_cmpstr (message, ==, "30 stages have no target time");
      g_assert_cmpstr (sc_finding_group_get_label (group), ==, "Add the Usual to All");
      fix = sc_finding_group_get_fix (group, version);
      g_assert_cmpstr (fix->told, ==, "30 stages have the usual target times");
      g_assert_cmpuint (fix->edits->len, ==, 30);
      left = sc_lint (fix->after);
      for (guint j = 0; j < left->len; j++)
        g_assert_cmpint (((ScFinding *) left->pdata[j])->rule, !=, SC_RULE_NO_DURATION);
      for (guint j = 0; j < fix->after->stages->len; j++)
        g_assert_cmpuint (sc_version_get_stage (fix->after, j)->duration.value, >, 0);
    }
  g_assert_cmpuint (n_findings, ==, findings->len);
}

/* A table as a spreadsheet gives it says more than names, whatever its columns' order and
 * language, and with headings or without. */
static void
test_tables (void)
{
  static const struct {
    const char *text;
    ScDuration duration;
    double probability;
    const char *owner;
  } tables[] = {
    { "Stage\tDays\tProbability\tOwner\nLead\t3\t10%\tAnna\nOffer\t5\t50%\tOleg", { 5, SC_UNIT_WORKING_DAYS }, 0.5, "Oleg" },
    { "Lead\t3 days\t10 %\tSales rep\nOffer\t1.5 days\t50 %\tSales rep", { 12, SC_UNIT_WORKING_HOURS }, 0.5, "Sales rep" },
    { "1;Запрос;менеджер;1 день;10%\n2;КП;инженер;2-3 дня;55%\n3;Договор;юрист;1 нед.;80%", { 5, SC_UNIT_WORKING_DAYS }, 0.8, "юрист" },
    { "Этап;Ответственный;Срок, часов;Вероятность\nЗапрос;Иванов;4;0,1\nКП;Петров;12;0,5", { 12, SC_UNIT_WORKING_HOURS }, 0.5, "Петров" },
    { "Lead\t12\nOffer\t8\nContract\t3", { 0, SC_UNIT_WORKING_DAYS }, SC_PROBABILITY_UNSET, NULL },
    { "Stage\tNote\nLead\tWe call back at once\nOffer\tBy mail, after the call", { 0, SC_UNIT_WORKING_DAYS }, SC_PROBABILITY_UNSET, NULL },
  };

  for (guint i = 0; i < G_N_ELEMENTS (tables); i++)
    {
      g_autoptr (GPtrArray) stages = sc_pasted_stages_parse (tables[i].text);
      const ScPastedStage *last = stages->pdata[stages->len - 1];

      g_test_message ("table %u", i);
      g_assert_true (sc_duration_equal (last->duration, tables[i].duration));
      g_assert_cmpfloat_with_epsilon (last->probability, tables[i].probability, 1e-9);
      g_assert_cmpstr (last->owner, ==, tables[i].owner);
    }
}

/* What the table says is so; the rest is what is usual. */
static void
test_a_table_becomes_a_process (void)
{
  g_autoptr (GPtrArray) stages = sc_pasted_stages_parse ("Stage\tDays\tProbability\tOwner\nRequest\t1\t40%\tAnna\n"
                                                         "Contract\t\t30%\tOleg\nPayment\t4\t\tAnna\nClosed won\t\t100%\tAnna");
  g_autoptr (ScVersion) version = sc_version_from_pasted (stages, NULL, SC_LANGUAGE_EN);
  const ScStage *request, *contract, *payment;

  g_assert_cmpuint (stages->len, ==, 4);
  g_assert_cmpuint (version->stages->len, ==, 3);
  request = sc_version_get_stage (version, 0);
  contract = sc_version_get_stage (version, 1);
  payment = sc_version_get_stage (version, 2);
  g_assert_cmpuint (request->duration.value, ==, 1);
  g_assert_cmpuint (contract->duration.value, >, 0);
  g_assert_cmpuint (payment->duration.value, ==, 4);
  g_assert_cmpfloat (request->probability, ==, 0.4);
  g_assert_cmpfloat (contract->probability, ==, 0.3);
  g_assert_cmpfloat (payment->probability, >=, 0.4);
  g_assert_cmpstr (sc_version_find_role (version, request->responsible, NULL)->name, ==, "Anna");
  g_assert_cmpstr (sc_version_find_role (version, contract->responsible, NULL)->name, ==, "Oleg");
  g_assert_cmpstr (request->responsible, ==, payment->responsible);
  g_assert_cmpuint (request->criteria->len, >, 0);
}

/* One role is not made twice, because somebody writes it otherwise. */
static void
test_known_roles (void)
{
  static const struct {
    const char *known;
    ScFunction function;
    const char *name;
    gboolean is_known;
    gboolean is_like;
  } cases[] = {
    { "Sales manager", SC_FUNCTION_SALES, "  sales   MANAGER ", TRUE, FALSE },
    { "Sales manager", SC_FUNCTION_SALES, "Sales managers", TRUE, FALSE },
    { "Pre-sales", SC_FUNCTION_PRESALES, "pre sales", TRUE, FALSE },
    { "Менеджер", SC_FUNCTION_SALES, "менеджеры", TRUE, FALSE },
    { "Счётный отдел", SC_FUNCTION_FINANCE, "счетный отдел", TRUE, FALSE },
    { "Manager", SC_FUNCTION_SALES, "Sales manager", FALSE, TRUE },
    { "Manager", SC_FUNCTION_OTHER, "Sales manager", FALSE, TRUE },
    { "Sales manager", SC_FUNCTION_SALES, "Manager", FALSE, TRUE },
    { "Менеджер", SC_FUNCTION_SALES, "Менеджер по продажам", FALSE, TRUE },
    { "Менеджер", SC_FUNCTION_SALES, "менеджеры отдела продаж", FALSE, TRUE },
    { "Менеджер по продажам", SC_FUNCTION_SALES, "Менеджеры отдела продаж", FALSE, TRUE },
    { "Менеджер по продажам", SC_FUNCTION_SALES, "Менеджер по внедрению", FALSE, FALSE },
    { "Sales manager", SC_FUNCTION_SALES, "Sales rep", FALSE, FALSE },
    { "Manager", SC_FUNCTION_SALES, "Project manager", FALSE, FALSE },
    { "Manager", SC_FUNCTION_SALES, "Senior manager", FALSE, FALSE },
    { "Sales", SC_FUNCTION_SALES, "Head of sales", FALSE, FALSE },
    { "Менеджер", SC_FUNCTION_SALES, "Руководитель отдела продаж", FALSE, FALSE },
    { "Manager", SC_FUNCTION_SALES, "", FALSE, FALSE },
    { "Anna", SC_FUNCTION_OTHER, "Oleg", FALSE, FALSE },
  };

  for (guint i = 0; i < G_N_ELEMENTS (cases); i++)
    {
      g_autoptr (ScVersion) version = sc_version_new (SC_LANGUAGE_EN);
      const ScRole *role = sc_role_new (cases[i].known, cases[i].function);

      g_test_message ("“%s” and “%s”", cases[i].known, cases[i].name);
      g_ptr_array_add (version->roles, (gpointer) role);
      g_assert_true (sc_known_role (version, cases[i].name) == (cases[i].is_known ? role : NULL));
      g_assert_true (sc_known_role_like (version, cases[i].name) == (cases[i].is_like ? role : NULL));
    }
}

/* Who a table names are the usual people, however it writes them. */
static void
test_a_table_names_the_usual_roles (void)
{
  g_autoptr (GPtrArray) stages = sc_pasted_stages_parse ("Этап\tОтветственный\nЗвонок\t\nКП\tМенеджер по продажам\n"
                                                         "Договор\tменеджер\nОплата\tМенеджер  по продажам");
  g_autoptr (ScVersion) version = sc_version_from_pasted (stages, NULL, SC_LANGUAGE_RU);

  for (guint i = 0; i < version->stages->len; i++)
    {
      const ScStage *stage = sc_version_get_stage (version, i);

      g_assert_cmpstr (sc_version_find_role (version, stage->responsible, NULL)->name, ==, "Менеджер по продажам");
    }
}

static void
test_outcomes (void)
{
  g_auto (GStrv) names = sc_stage_names_parse ("Qualified\nProposal made\nClosed won\nClosed lost");
  g_autoptr (ScVersion) version = sc_version_from_names ((const char *const *) names, NULL, SC_LANGUAGE_EN);

  g_assert_cmpuint (version->stages->len, ==, 2);
  g_assert_true (sc_stage_name_is_outcome ("Успешно реализовано"));
  g_assert_true (sc_stage_name_is_outcome ("Закрыто и не реализовано"));
  g_assert_true (sc_stage_name_is_outcome ("Сделка успешна"));
  g_assert_true (sc_stage_name_is_outcome ("Сделка провалена"));
  g_assert_true (sc_stage_name_is_outcome ("Closed-Won"));
  g_assert_false (sc_stage_name_is_outcome ("Закрытие сделки"));
}

/* What a person has named may be a name, and stays as it is. */
static void
test_joined_names (void)
{
  static const struct {
    const char *names[4];
    ScLanguage language;
    const char *joined;
  } cases[] = {
    { { "Лид", "Квалификация", "Первый звонок" }, SC_LANGUAGE_RU, "Лид, квалификация и первый звонок" },
    { { "Proposal", "Negotiation" }, SC_LANGUAGE_EN, "Proposal and negotiation" },
    { { "Lead", "Delivery of the service or project" }, SC_LANGUAGE_EN, "Lead and delivery of the service or project" },
    { { "Discovery", "Anna’s call" }, SC_LANGUAGE_EN, "Discovery and Anna’s call" },
    { { "Договор", "КП отправлено" }, SC_LANGUAGE_RU, "Договор и КП отправлено" },
    { { "Request" }, SC_LANGUAGE_EN, "Request" },
  };

  for (guint i = 0; i < G_N_ELEMENTS (cases); i++)
    {
      g_autofree char *joined = sc_joined_name (cases[i].names, g_strv_length ((GStrv) cases[i].names), cases[i].language);

      g_assert_cmpstr (joined, ==, cases[i].joined);
    }
}

static void
test_guessed_aspects (void)
{
  const char *const sold[] = { "Поиск", "Бриф", "Пилот", "Договор", "Внедрение", "Оплата", NULL };
  const char *const served[] = { "Request", "Offer", "Payment", "Delivery", NULL };
  const char *const unknown[] = { "A", "B", NULL };
  ScAspects aspects;

  sc_guess_aspects (sold, &aspects);
  g_assert_cmpuint (aspects.value[SC_ASPECT_SELLING], ==, SC_SELLING_CONSULTATIVE);
  g_assert_cmpuint (aspects.value[SC_ASPECT_NOVELTY], ==, SC_NOVELTY_INNOVATIVE);
  g_assert_cmpuint (aspects.value[SC_ASPECT_DEMAND], ==, SC_DEMAND_UNFORMED);
  g_assert_cmpuint (aspects.value[SC_ASPECT_OFFER], ==, SC_OFFER_PRODUCT);
  g_assert_cmpuint (aspects.value[SC_ASPECT_PAYMENT_TERMS], ==, SC_PAYMENT_AFTER_ONBOARDING);

  sc_guess_aspects (served, &aspects);
  g_assert_cmpuint (aspects.value[SC_ASPECT_SELLING], ==, SC_ASPECT_UNSET);
  g_assert_cmpuint (aspects.value[SC_ASPECT_DEMAND], ==, SC_DEMAND_FORMED);
  g_assert_cmpuint (aspects.value[SC_ASPECT_OFFER], ==, SC_OFFER_SERVICE);

  sc_guess_aspects (unknown, &aspects);
  for (guint i = 0; i < SC_N_ASPECTS; i++)
    g_assert_cmpuint (aspects.value[i], ==, SC_ASPECT_UNSET);
}

int
main (int    argc,
      char **argv)
{
  g_test_init (&argc, &argv, NULL);

  g_test_add_func ("/method/names/lists", test_lists);
  g_test_add_func ("/method/names/absurd-lists", test_absurd_lists);
  g_test_add_func ("/method/names/random-text", test_random_text);
  g_test_add_func ("/method/names/kinds", test_kinds);
  g_test_add_func ("/method/names/own-names", test_own_names);
  g_test_add_func ("/method/names/twelve-to-seven", test_twelve_to_seven);
  g_test_add_func ("/method/names/stages-without-times", test_stages_without_times);
  g_test_add_func ("/method/names/tables", test_tables);
  g_test_add_func ("/method/names/a-table-becomes-a-process", test_a_table_becomes_a_process);
  g_test_add_func ("/method/names/known-roles", test_known_roles);
  g_test_add_func ("/method/names/a-table-names-the-usual-roles", test_a_table_names_the_usual_roles);
  g_test_add_func ("/method/names/a-plan-is-changed", test_a_plan_is_changed);
  g_test_add_func ("/method/names/findings-come-together", test_findings_come_together);
  g_test_add_func ("/method/names/outcomes", test_outcomes);
  g_test_add_func ("/method/names/joined", test_joined_names);
  g_test_add_func ("/method/names/guessed-aspects", test_guessed_aspects);

  return g_test_run ();
}
