/* SPDX-License-Identifier: GPL-3.0-or-later */

/* Why clients usually refuse: the loss reasons that a new process begins with, what the
 * usual tactics are for, and what a refusal with such a reason preselects. */

#include "method/sc-usual-reasons.h"

#include "model/sc-version.h"

/* What happens with the deal is up to its stage. */
#define AS_THE_STAGE_SAYS (-1)

static const struct {
  const char *key;
  ScPhrase text;
  int refusal;
} reasons[SC_N_USUAL_REASONS] = {
  [SC_USUAL_REASON_PRICE] = { "price", { { "Too expensive", "Дорого" } }, AS_THE_STAGE_SAYS },
  [SC_USUAL_REASON_COMPETITOR] = { "competitor", { { "Chose a competitor", "Выбрали конкурента" } },
                                   SC_REFUSAL_LOST },
  [SC_USUAL_REASON_BUDGET] = { "budget", { { "No budget now", "Нет бюджета" } }, SC_REFUSAL_PARK },
  [SC_USUAL_REASON_NOT_NOW] = { "not-now", { { "Not now", "Не сейчас" } }, SC_REFUSAL_PARK },
  [SC_USUAL_REASON_NEED] = { "need", { { "No need", "Нет потребности" } }, SC_REFUSAL_LOST },
  [SC_USUAL_REASON_FIT] = { "fit", { { "Did not fit", "Не подошло" } }, AS_THE_STAGE_SAYS },
  [SC_USUAL_REASON_AUTHORITY] = { "authority", { { "Decision-maker not reached", "Не вышли на ЛПР" } },
                                  SC_REFUSAL_LOST },
  [SC_USUAL_REASON_TRUST] = { "trust", { { "Did not trust us", "Не доверяют" } }, AS_THE_STAGE_SAYS },
  [SC_USUAL_REASON_SILENCE] = { "silence", { { "No answer", "Нет ответа" } }, SC_REFUSAL_LOST },
  [SC_USUAL_REASON_NOT_OURS] = { "not-ours", { { "Not our client", "Не наш клиент" } }, SC_REFUSAL_LOST },
};

/**
 * sc_usual_reason_get_key:
 * @reason: a usual reason
 *
 * Returns: what the data of the method calls it, such as `not-now`
 */
const char *
sc_usual_reason_get_key (ScUsualReason reason)
{
  g_return_val_if_fail (reason < SC_N_USUAL_REASONS, NULL);

  return reasons[reason].key;
}

/**
 * sc_usual_reason_from_key:
 * @key: (nullable): a key as sc_usual_reason_get_key() gives it
 * @reason: (out): the reason
 *
 * Returns: whether there is such a reason
 */
gboolean
sc_usual_reason_from_key (const char    *key,
                          ScUsualReason *reason)
{
  for (guint i = 0; i < SC_N_USUAL_REASONS; i++)
    if (g_strcmp0 (key, reasons[i].key) == 0)
      {
        *reason = i;
        return TRUE;
      }

  return FALSE;
}

/**
 * sc_usual_reason_get_text:
 * @reason: a usual reason
 * @language: the language of a process
 *
 * Returns: what a new process in that language calls it
 */
const char *
sc_usual_reason_get_text (ScUsualReason reason,
                          ScLanguage    language)
{
  g_return_val_if_fail (reason < SC_N_USUAL_REASONS && language < SC_N_LANGUAGES, NULL);

  return reasons[reason].text.text[language];
}

/**
 * sc_usual_reason_recognize:
 * @text: (nullable): a loss reason of a process
 * @reason: (out): the usual reason that it is
 *
 * Returns: whether it is one of these, in any language, trimmed and without case
 */
gboolean
sc_usual_reason_recognize (const char    *text,
                           ScUsualReason *reason)
{
  if (text == NULL)
    return FALSE;

  for (guint i = 0; i < SC_N_USUAL_REASONS; i++)
    for (guint language = 0; language < SC_N_LANGUAGES; language++)
      if (sc_name_equal (text, reasons[i].text.text[language]))
        {
          *reason = i;
          return TRUE;
        }

  return FALSE;
}

/**
 * sc_usual_reason_get_refusal:
 * @reason: a usual reason
 * @kind: (out): what a refusal with it preselects
 *
 * Returns: whether it preselects something; if not, it is as the stage says
 */
gboolean
sc_usual_reason_get_refusal (ScUsualReason  reason,
                             ScRefusalKind *kind)
{
  g_return_val_if_fail (reason < SC_N_USUAL_REASONS, FALSE);

  if (reasons[reason].refusal == AS_THE_STAGE_SAYS)
    return FALSE;

  *kind = reasons[reason].refusal;

  return TRUE;
}

/**
 * sc_usual_reasons:
 * @language: the language of a process
 *
 * Returns: (transfer full): the loss reasons that a new process begins with, in order
 */
GStrv
sc_usual_reasons (ScLanguage language)
{
  g_autoptr (GStrvBuilder) builder = g_strv_builder_new ();

  for (guint i = 0; i < SC_N_USUAL_REASONS; i++)
    g_strv_builder_add (builder, sc_usual_reason_get_text (i, language));

  return g_strv_builder_end (builder);
}
