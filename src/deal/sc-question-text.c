/* SPDX-License-Identifier: GPL-3.0-or-later */

/* Answers as a person types and reads them, in the user's language and locale. */

#include "deal/sc-question-text.h"

#include <glib/gi18n-lib.h>
#include <langinfo.h>
#include <string.h>

#include "model/sc-amount-entry.h"
#include "model/sc-amount.h"
#include "model/sc-date-entry.h"
#include "model/sc-model-error.h"
#include "model/sc-preferred-currency.h"

/* What stands between groups of three digits, in the locale or as a space. */
static const char *
skip_group_mark (const char *text)
{
  const char *mark = nl_langinfo (THOUSEP);
  const char *end = text;

  if (mark[0] != '\0' && g_str_has_prefix (text, mark))
    end = text + strlen (mark);
  else if (g_unichar_isspace (g_utf8_get_char (text)))
    end = g_utf8_next_char (text);

  return end > text && strspn (end, "0123456789") == 3 ? end : text;
}

/* Of what people type: the locale's mark and groups of three. */
static char *
to_plain_number (const char *typed)
{
  g_autofree char *stripped = sc_amount_strip_spaces (typed);
  g_autoptr (GString) joined = g_string_new (NULL);
  g_auto (GStrv) parts = NULL;

  for (const char *c = stripped; *c != '\0'; c = g_utf8_next_char (c))
    {
      if (c > stripped && g_ascii_isdigit (c[-1]))
        c = skip_group_mark (c);
      g_string_append_unichar (joined, g_utf8_get_char (c));
    }
  parts = g_strsplit (joined->str, nl_langinfo (RADIXCHAR), -1);

  return g_strjoinv (".", parts);
}

static ScAnswer *
read_money (const char        *typed,
            const char *const *currencies,
            GError           **error)
{
  const char *currency = currencies != NULL && currencies[0] != NULL ? currencies[0] : sc_preferred_currency_get ();
  ScMoney money;

  if (sc_amount_entry_read (typed, currency, currencies, &money) == SC_AMOUNT_READ)
    return sc_answer_new_money (money);

  g_set_error (error, SC_MODEL_ERROR, SC_MODEL_ERROR_INVALID, _("“%s” is not an amount. Type one such as 12,000, 5k or 1.5m."), typed);

  return NULL;
}

static ScAnswer *
read_date (const ScCriterion *criterion,
           const char        *typed,
           GError           **error)
{
  g_autofree char *day = NULL;
  ScDate date;

  if (criterion->purpose == SC_PURPOSE_TRIAL_END && g_strcmp0 (typed, C_("answer", "without end")) == 0)
    return sc_answer_new_date (SC_DATE_NONE);
  if (!sc_date_entry_parse (typed, &date) || date == SC_DATE_NONE)
    {
      g_set_error (error, SC_MODEL_ERROR, SC_MODEL_ERROR_INVALID, _("“%s” is not a day. Type one such as 31.12, fri or next week."), typed);
      return NULL;
    }

  day = sc_date_to_string (date);

  return sc_answer_parse (criterion, day, error);
}

/**
 * sc_question_text_read:
 * @criterion: a question whose answer is typed
 * @typed: what was typed, not empty
 * @currencies: (nullable): those of the process; the first is that of an amount without
 *   one
 * @error: %SC_MODEL_ERROR_INVALID with what it has to be
 *
 * Returns: (transfer full): the answer
 */
ScAnswer *
sc_question_text_read (const ScCriterion *criterion,
                       const char        *typed,
                       const char *const *currencies,
                       GError           **error)
{
  g_autofree char *number = NULL;

  switch (criterion->type)
    {
    case SC_ANSWER_NUMBER:
      number = to_plain_number (typed);
      return sc_answer_parse (criterion, number, error);
    case SC_ANSWER_MONEY:
      return read_money (typed, currencies, error);
    case SC_ANSWER_DATE:
      return read_date (criterion, typed, error);
    case SC_ANSWER_TEXT:
    case SC_ANSWER_CHOICE:
    case SC_ANSWER_YES_NO:
    case SC_ANSWER_TICK:
    default:
      return sc_answer_parse (criterion, typed, error);
    }
}

/**
 * sc_question_text_new:
 * @answer: (nullable): an answer that is typed
 *
 * Returns: (transfer full): what stands in its field, from which
 *   sc_question_text_read() makes it again
 */
char *
sc_question_text_new (const ScAnswer *answer)
{
  if (answer == NULL)
    return g_strdup ("");
  if (answer->type == SC_ANSWER_DATE && sc_answer_get_date (answer) != SC_DATE_NONE)
    return sc_date_entry_new (sc_answer_get_date (answer));

  return sc_answer_to_text (answer);
}
