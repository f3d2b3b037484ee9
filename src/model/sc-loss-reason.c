/* SPDX-License-Identifier: GPL-3.0-or-later */

/* The reasons for which clients refuse that a new process has, in its language, and
 * what each says of the deal. Texts are no translations of the interface: they are the
 * process's own from the day on which it is made. */

#include "model/sc-loss-reason.h"

/* What becomes of a deal that is refused for it. */
typedef enum {
  AS_THE_STAGE_SAYS,
  LOST,
  PARKED,
} Decides;

static const struct {
  const char *key;
  const char *texts[SC_N_LANGUAGES];
  Decides decides;
} reasons[] = {
  { "price", { [SC_LANGUAGE_EN] = "Too expensive", [SC_LANGUAGE_RU] = "Дорого" }, AS_THE_STAGE_SAYS },
  { "competitor", { [SC_LANGUAGE_EN] = "Chose a competitor", [SC_LANGUAGE_RU] = "Выбрали конкурента" }, LOST },
  { "budget", { [SC_LANGUAGE_EN] = "No budget now", [SC_LANGUAGE_RU] = "Нет бюджета" }, PARKED },
  { "not-now", { [SC_LANGUAGE_EN] = "Not now", [SC_LANGUAGE_RU] = "Не сейчас" }, PARKED },
  { "need", { [SC_LANGUAGE_EN] = "No need", [SC_LANGUAGE_RU] = "Нет потребности" }, LOST },
  { "fit", { [SC_LANGUAGE_EN] = "Did not fit", [SC_LANGUAGE_RU] = "Не подошло" }, AS_THE_STAGE_SAYS },
  { "authority", { [SC_LANGUAGE_EN] = "Decision-maker not reached", [SC_LANGUAGE_RU] = "Не вышли на ЛПР" }, LOST },
  { "trust", { [SC_LANGUAGE_EN] = "Did not trust us", [SC_LANGUAGE_RU] = "Не доверяют" }, AS_THE_STAGE_SAYS },
  { "silence", { [SC_LANGUAGE_EN] = "No answer", [SC_LANGUAGE_RU] = "Нет ответа" }, LOST },
  { "not-ours", { [SC_LANGUAGE_EN] = "Not our client", [SC_LANGUAGE_RU] = "Не наш клиент" }, LOST },
};

static char *
fold (const char *text)
{
  g_autofree char *bare = g_strstrip (g_strdup (text));

  return g_utf8_casefold (bare, -1);
}

/* The place of the reason that has the text in any language, without case; -1 for none. */
static int
find (const char *text)
{
  g_autofree char *wanted = text != NULL ? fold (text) : NULL;

  for (guint i = 0; wanted != NULL && i < G_N_ELEMENTS (reasons); i++)
    for (guint j = 0; j < SC_N_LANGUAGES; j++)
      {
        g_autofree char *known = fold (reasons[i].texts[j]);

        if (g_str_equal (known, wanted))
          return (int) i;
      }

  return -1;
}

/**
 * sc_loss_reasons_list:
 * @language: a process's language
 *
 * Returns: (transfer full): why clients refuse, as a new process has it, in order
 */
GStrv
sc_loss_reasons_list (ScLanguage language)
{
  g_autoptr (GStrvBuilder) list = g_strv_builder_new ();

  for (guint i = 0; i < G_N_ELEMENTS (reasons); i++)
    g_strv_builder_add (list, reasons[i].texts[language]);

  return g_strv_builder_end (list);
}

/**
 * sc_loss_reason_find_key:
 * @text: (nullable): a reason as a process has it
 *
 * Returns: (nullable): by which the usual reason of that text is known in any language,
 *   such as `price`; %NULL for one that a person has worded
 */
const char *
sc_loss_reason_find_key (const char *text)
{
  int place = find (text);

  return place >= 0 ? reasons[place].key : NULL;
}

/**
 * sc_loss_reason_get_text:
 * @key: by which a usual reason is known
 * @language: a language
 *
 * Returns: (nullable): its text there, %NULL where there is no such reason
 */
const char *
sc_loss_reason_get_text (const char *key,
                         ScLanguage  language)
{
  for (guint i = 0; i < G_N_ELEMENTS (reasons); i++)
    if (g_strcmp0 (reasons[i].key, key) == 0)
      return reasons[i].texts[language];

  return NULL;
}

/**
 * sc_loss_reason_decides:
 * @text: (nullable): a reason as a process has it
 * @kind: (out): what becomes of the deal where the reason says it
 *
 * Returns: whether the reason says it, whatever the stage does; none that a person has
 *   worded does
 */
gboolean
sc_loss_reason_decides (const char    *text,
                        ScRefusalKind *kind)
{
  int place = find (text);

  if (place < 0 || reasons[place].decides == AS_THE_STAGE_SAYS)
    return FALSE;

  *kind = reasons[place].decides == PARKED ? SC_REFUSAL_PARK : SC_REFUSAL_LOST;

  return TRUE;
}
