/* SPDX-License-Identifier: GPL-3.0-or-later */

/* What kinds of step a stage's name speaks of, in English and Russian. A word
 * of the table stands for all words that begin with it; with “$” behind it, for
 * itself only. Weak words mean something only where no other word does. */

#include "method/sc-recognize.h"

#include <string.h>

#include "model/sc-version.h"

#define MAX_WORDS 40

static const struct {
  ScKind kind;
  gboolean is_weak;
  const char *words[MAX_WORDS];
} known[] = {
  { SC_KIND_PROSPECTING, FALSE,
    { "prospect", "lead gen", "leadgen", "lead research", "search$", "sourcing", "find client", "find lead",
      "target list", "list building", "cold base", "market research",
      "поиск$", "лидоген", "генерация лид", "сбор баз", "сбор контакт", "база$", "найти клиент", "подбор клиент",
      "привлечение" } },
  { SC_KIND_OUTREACH, FALSE,
    { "outreach", "cold", "first contact", "initial contact", "contact made", "contacted", "first call", "first touch",
      "contact$", "engag", "appointment", "meeting scheduled", "meeting booked", "approach",
      "первый контакт", "первичный контакт", "первое касание", "первый звонок", "инициативн", "холодн", "обзвон",
      "прозвон", "дозвон", "контакт$", "установление контакт", "знакомств", "рассылк", "назначена встреч",
      "назначение встреч", "встреча назначена" } },
  { SC_KIND_INBOUND_REQUEST, FALSE,
    { "request", "inquir", "enquir", "inbound", "incoming", "new lead", "lead in$", "lead$", "leads$", "rfp$", "rfq$",
      "application", "заявк", "запрос", "обращени", "входящ", "новый лид", "лид$", "лиды$", "неразобранн" } },
  { SC_KIND_QUALIFICATION, FALSE,
    { "qualif", "bant$", "mql$", "sql$", "lead scoring", "scoring", "screening", "id decision",
      "квалиф", "скоринг", "отбор", "оценка лид", "оценка клиент", "целевой" } },
  { SC_KIND_NEEDS_DISCOVERY, FALSE,
    { "discovery", "need$", "needs$", "requirement", "diagnos", "brief", "interview", "scoping", "assessment",
      "consultation", "consulting", "survey", "потребност", "бриф", "обследован", "диагностик", "требован",
      "консультац", "интервью", "замер", "техзадан", "тз$", "техническое задан", "анализ потребн", "вопрос" } },
  { SC_KIND_PRESENTATION, FALSE,
    { "presentation", "presenting", "presented", "demo$", "demos$", "demonstrat", "pitch", "value proposition",
      "viewing", "showing", "showroom", "презентац", "демо$", "демонстрац", "показ", "питч", "шоурум" } },
  { SC_KIND_TRIAL, FALSE,
    { "trial", "pilot", "poc$", "proof of concept", "free use", "free version", "freemium", "test", "beta", "sample",
      "тест", "пилот", "пробн", "бесплатн", "апробац", "опытн", "образц", "образец" } },
  { SC_KIND_PROPOSAL, FALSE,
    { "proposal", "quote", "quotation", "offer", "estimate", "pricing", "price quote",
      "кп$", "ткп$", "коммерческ", "предложен", "смет", "расчет", "просчет", "калькуляц", "оффер", "прайс" } },
  { SC_KIND_NEGOTIATION, FALSE,
    { "negotiat", "bargain", "objection", "decision maker", "decision making", "deciding", "переговор", "торг$",
      "возражен", "принимают решение", "принимает решение", "принятие решения", "дожим", "обсуждение услов",
      "согласование услов", "согласование цен" } },
  { SC_KIND_CONTRACT, FALSE,
    { "contract", "sign$", "signed", "signing", "signature", "agreement", "order$", "orders$", "ordered", "legal",
      "closing$", "paperwork", "договор$", "договора$", "договору$", "договоре$", "договором$", "договоры$",
      "подписан", "контракт", "оформлен", "соглашен", "заказ$", "заказа$", "юридич", "документ", "закрытие сделк" } },
  { SC_KIND_PAYMENT, FALSE,
    { "payment", "paid$", "pay$", "paying", "invoic", "billing", "prepay", "prepaid", "deposit", "collection",
      "оплат", "предоплат", "постоплат", "счет", "платеж", "аванс", "дебитор", "деньги", "поступлен" } },
  { SC_KIND_ONBOARDING, FALSE,
    { "onboard", "implement", "setup", "set up", "set-up", "install", "training", "launch", "go live", "go-live",
      "roll out", "roll-out", "rollout", "activation", "adoption", "kick-off", "kickoff", "kick off",
      "онбординг", "внедрен", "обучен", "запуск", "подключен", "установк", "монтаж", "адаптац", "настройк",
      "ввод в эксплуатац", "пусконалад", "активац" } },
  { SC_KIND_DELIVERY, FALSE,
    { "deliver", "shipment", "shipping", "shipped", "execution", "fulfil", "production", "acceptance",
      "оказани", "реализац", "выполнен", "отгруз", "доставк", "поставк", "производств", "исполнен", "сдача",
      "акт$", "акты$", "приемк" } },
  { SC_KIND_ACCOUNT_GROWTH, FALSE,
    { "upsell", "up-sell", "cross-sell", "cross sell", "renewal", "retention", "growth", "referral", "loyal", "repeat",
      "after-sales", "aftersales", "after sales", "support", "account management", "expansion",
      "допродаж", "развит", "повторн", "сопровожден", "удержан", "продлен", "лояльн", "рекомендац", "постпродаж",
      "поддержк", "отзыв", "апсейл", "кросс-продаж" } },
  { SC_KIND_NEEDS_DISCOVERY, TRUE, { "выявлен", "анализ$", "analysis$", "understand", "аудит", "audit" } },
  { SC_KIND_NEGOTIATION, TRUE, { "terms", "review", "decision", "approval", "согласован", "услови", "решени", "думает" } },
  { SC_KIND_DELIVERY, TRUE, { "project", "service", "work$", "in progress", "проект", "услуг", "работ" } },
};

/* What is a deal's end, and not a stage that it stands in. */
static const char *const outcomes[] = {
  "won", "lost", "closed won", "closed lost", "closed", "deal won", "deal lost", "success", "successful", "failed",
  "rejected", "refused", "abandoned", "успех", "отказ", "провал", "успешно реализовано", "закрыто и не реализовано",
  "сделка успешна", "сделка провалена", "успешная сделка", "неуспешная сделка", "проиграна", "выиграна",
  "сделка выиграна", "сделка проиграна", "закрыто", "закрыта", "успешно завершена", "не реализовано",
  "успешно реализована", "закрыта и не реализована", "выиграно", "проиграно", "closedwon", "closedlost",
};

/* Folded, with ё as е, and every run of what is neither letter nor digit as
 * one space, except for hyphens within words. */
static char *
fold (const char *name)
{
  g_autofree char *valid = g_utf8_make_valid (name, -1);
  g_autofree char *normal = g_utf8_normalize (valid, -1, G_NORMALIZE_ALL_COMPOSE);
  g_autofree char *folded = g_utf8_casefold (normal, -1);
  g_autoptr (GString) plain = g_string_new (" ");

  for (const char *c = folded; *c != '\0'; c = g_utf8_next_char (c))
    {
      gunichar ch = g_utf8_get_char (c);

      if (ch == 0x451)
        g_string_append (plain, "е");
      else if (g_unichar_isalnum (ch) || (ch == '-' && plain->str[plain->len - 1] != ' '))
        g_string_append_unichar (plain, ch);
      else if (plain->str[plain->len - 1] != ' ')
        g_string_append_c (plain, ' ');
    }
  if (plain->str[plain->len - 1] != ' ')
    g_string_append_c (plain, ' ');

  return g_string_free_and_steal (g_steal_pointer (&plain));
}

static gboolean
speaks_of (const char *folded,
           const char *word)
{
  g_autofree char *wanted = g_strconcat (" ", word, NULL);
  gsize length = strlen (wanted);

  if (wanted[length - 1] == '$')
    wanted[length - 1] = ' ';

  return strstr (folded, wanted) != NULL;
}

/**
 * sc_recognize_kinds:
 * @name: a stage's name, English or Russian
 *
 * Returns: the kinds of step that the name speaks of, `other` where it speaks
 *   of none
 */
ScKindSet
sc_recognize_kinds (const char *name)
{
  g_autofree char *folded = fold (name);
  ScKindSet kinds = 0;

  for (guint i = 0; i < G_N_ELEMENTS (known); i++)
    for (guint j = 0; j < MAX_WORDS && known[i].words[j] != NULL; j++)
      if ((!known[i].is_weak || kinds == 0) && speaks_of (folded, known[i].words[j]))
        {
          kinds |= SC_KIND_BIT (known[i].kind);
          break;
        }

  return kinds != 0 ? kinds : SC_KIND_BIT (SC_KIND_OTHER);
}

/* The kinds' own names, and those of ready stages, begin with words of the table. */
static gboolean
begins_with (const char *folded,
             const char *word)
{
  gsize length = strlen (word);

  if (word[length - 1] == '$')
    return strncmp (folded + 1, word, length - 1) == 0 && folded[length] == ' ';

  return strncmp (folded + 1, word, length) == 0;
}

/**
 * sc_stage_name_is_usual:
 * @name: a stage's name, English or Russian
 *
 * Returns: whether the name begins with a word that the program itself has for a step, and
 *   so with no name of a person, company or product
 */
gboolean
sc_stage_name_is_usual (const char *name)
{
  g_autofree char *folded = fold (name);

  for (guint i = 0; i < G_N_ELEMENTS (known); i++)
    for (guint j = 0; !known[i].is_weak && j < MAX_WORDS && known[i].words[j] != NULL; j++)
      if (begins_with (folded, known[i].words[j]))
        return TRUE;

  for (guint kind = 0; kind < SC_N_KINDS; kind++)
    for (guint language = 0; language < SC_N_LANGUAGES; language++)
      if (sc_name_equal (name, sc_kind_get_name (kind, language)))
        return TRUE;

  return FALSE;
}

/**
 * sc_stage_name_is_outcome:
 * @name: a stage's name, English or Russian
 *
 * Boards of other programs often have columns for deals that are done with,
 * such as “Closed lost”. Here that is a deal's status and not a stage.
 *
 * Returns: whether the name is that of an outcome
 */
gboolean
sc_stage_name_is_outcome (const char *name)
{
  g_autofree char *folded = g_strstrip (g_strdelimit (fold (name), "-", ' '));

  for (guint i = 0; i < G_N_ELEMENTS (outcomes); i++)
    if (g_str_equal (folded, outcomes[i]))
      return TRUE;

  return FALSE;
}
