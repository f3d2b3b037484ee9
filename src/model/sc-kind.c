/* SPDX-License-Identifier: GPL-3.0-or-later */

/* The kinds of step that a stage can cover, with their names. */

#include "model/sc-kind.h"

static const struct {
  const char *id;
  ScPhrase name;
} kinds[SC_N_KINDS] = {
  [SC_KIND_PROSPECTING] = { "prospecting", { { "Prospecting", "Поиск клиента" } } },
  [SC_KIND_OUTREACH] = { "outreach", { { "Outreach", "Инициативный контакт" } } },
  [SC_KIND_INBOUND_REQUEST] = { "inbound-request", { { "Incoming request", "Входящая заявка" } } },
  [SC_KIND_QUALIFICATION] = { "qualification", { { "Qualification", "Квалификация" } } },
  [SC_KIND_NEEDS_DISCOVERY] = { "needs-discovery", { { "Needs discovery", "Выявление потребностей" } } },
  [SC_KIND_PRESENTATION] = { "presentation", { { "Presentation", "Презентация" } } },
  [SC_KIND_TRIAL] = { "trial",
                      { { "Trial or free use", "Тестовый период или бесплатное использование" } } },
  [SC_KIND_PROPOSAL] = { "proposal", { { "Proposal", "Коммерческое предложение" } } },
  [SC_KIND_NEGOTIATION] = { "negotiation", { { "Negotiation", "Переговоры" } } },
  [SC_KIND_CONTRACT] = { "contract", { { "Contract signing", "Подписание договора" } } },
  [SC_KIND_PAYMENT] = { "payment", { { "Payment tracking", "Отслеживание оплаты" } } },
  [SC_KIND_ONBOARDING] = { "onboarding", { { "Client onboarding", "Онбординг клиента" } } },
  [SC_KIND_DELIVERY] = { "delivery",
                         { { "Delivery of the service or project", "Оказание услуги, реализация проекта" } } },
  [SC_KIND_ACCOUNT_GROWTH] = { "account-growth", { { "Account growth", "Допродажи и развитие клиента" } } },
  [SC_KIND_OTHER] = { "other", { { "Other", "Другое" } } },
};

/**
 * sc_kind_get_id:
 * @kind: a kind of step
 *
 * Returns: its name in files and in the database, such as `needs-discovery`
 */
const char *
sc_kind_get_id (ScKind kind)
{
  g_return_val_if_fail (kind < SC_N_KINDS, NULL);

  return kinds[kind].id;
}

/**
 * sc_kind_from_id:
 * @id: a name as sc_kind_get_id() gives it
 * @kind: (out): the kind
 *
 * Returns: whether there is such a kind
 */
gboolean
sc_kind_from_id (const char *id,
                 ScKind     *kind)
{
  for (guint i = 0; i < SC_N_KINDS; i++)
    if (g_strcmp0 (id, kinds[i].id) == 0)
      {
        *kind = i;
        return TRUE;
      }

  return FALSE;
}

/**
 * sc_kind_get_name:
 * @kind: a kind of step
 * @language: the language wanted
 *
 * Returns: the method's name for it
 */
const char *
sc_kind_get_name (ScKind     kind,
                  ScLanguage language)
{
  g_return_val_if_fail (kind < SC_N_KINDS && language < SC_N_LANGUAGES, NULL);

  return kinds[kind].name.text[language];
}

/**
 * sc_kind_set_count:
 * @set: a set of kinds
 *
 * Returns: how many kinds are in it
 */
guint
sc_kind_set_count (ScKindSet set)
{
  return (guint) __builtin_popcount (set);
}

/**
 * sc_kind_set_to_string:
 * @set: a set of kinds
 *
 * Returns: (transfer full): the kinds' ids with a space between them
 */
char *
sc_kind_set_to_string (ScKindSet set)
{
  g_autoptr (GString) string = g_string_new (NULL);

  for (guint i = 0; i < SC_N_KINDS; i++)
    if (sc_kind_set_has (set, i))
      {
        if (string->len > 0)
          g_string_append_c (string, ' ');
        g_string_append (string, kinds[i].id);
      }

  return g_string_free_and_steal (g_steal_pointer (&string));
}

/**
 * sc_kind_set_to_text:
 * @set: kinds
 * @language: a language
 *
 * Returns: (transfer full): their names, with commas between; empty where there are none
 */
char *
sc_kind_set_to_text (ScKindSet  set,
                     ScLanguage language)
{
  g_autoptr (GString) text = g_string_new (NULL);

  for (ScKind kind = 0; kind < SC_N_KINDS; kind++)
    if (sc_kind_set_has (set, kind))
      g_string_append_printf (text, "%s%s", text->len > 0 ? ", " : "", sc_kind_get_name (kind, language));

  return g_string_free_and_steal (g_steal_pointer (&text));
}

/**
 * sc_kind_set_from_string:
 * @string: ids with a space between them
 * @set: (out): the set
 *
 * Returns: whether every word is a kind's id
 */
gboolean
sc_kind_set_from_string (const char *string,
                         ScKindSet  *set)
{
  g_auto (GStrv) words = g_strsplit (string, " ", -1);
  ScKindSet found = 0;

  for (guint i = 0; words[i] != NULL; i++)
    {
      ScKind kind;

      if (words[i][0] == '\0')
        continue;
      if (!sc_kind_from_id (words[i], &kind))
        return FALSE;
      found |= SC_KIND_BIT (kind);
    }

  *set = found;
  return TRUE;
}
