/* SPDX-License-Identifier: GPL-3.0-or-later */

/* An answer to a question of the scheme: what a person types is read, what is kept of it
 * is one text of a form that each type has, and people see it in their own. */

#include "model/sc-answer.h"

#include <glib/gi18n-lib.h>
#include <locale.h>
#include <string.h>

#include "model/sc-model-error.h"
#include "model/sc-name.h"
#include "model/sc-version.h"

/* Longer texts are a mistake, as everywhere. */
#define MAX_TEXT (1024 * 1024)

/* So many digits are the same again when they have been a double. */
#define MAX_DIGITS 15

/* Days further away are a mistake, as in a deal. */
#define FIRST_YEAR 1900
#define LAST_YEAR 2199

static const char *const state_ids[SC_N_ANSWER_STATES] = {
  [SC_ANSWER_STATE_OPEN] = "open",
  [SC_ANSWER_STATE_ANSWERED] = "answered",
  [SC_ANSWER_STATE_NOT_TOLD] = "not-told",
};

/**
 * sc_answer_state_get_id:
 * @state: where a question stands
 *
 * Returns: its name in files and in the database, such as `not-told`
 */
const char *
sc_answer_state_get_id (ScAnswerState state)
{
  g_return_val_if_fail (state < SC_N_ANSWER_STATES, NULL);

  return state_ids[state];
}

/**
 * sc_answer_state_from_id:
 * @id: (nullable): a name as sc_answer_state_get_id() gives it
 * @state: (out): the state
 *
 * Returns: whether there is such a state
 */
gboolean
sc_answer_state_from_id (const char    *id,
                         ScAnswerState *state)
{
  for (guint i = 0; i < SC_N_ANSWER_STATES; i++)
    if (g_strcmp0 (id, state_ids[i]) == 0)
      {
        *state = i;
        return TRUE;
      }

  return FALSE;
}

/* Without a plus and without zeros that say nothing; %NULL where it is no number. */
static char *
normalize_number (const char *text)
{
  gboolean is_negative = *text == '-';
  const char *whole = text + (*text == '-' || *text == '+' ? 1 : 0);
  gsize n_whole = strspn (whole, "0123456789");
  const char *fraction = whole[n_whole] == '.' ? whole + n_whole + 1 : whole + n_whole;
  gsize n_fraction = fraction > whole + n_whole ? strspn (fraction, "0123456789") : 0;

  if (n_whole == 0 || fraction[n_fraction] != '\0' || (whole[n_whole] == '.' && n_fraction == 0))
    return NULL;

  for (; n_whole > 1 && *whole == '0'; n_whole--)
    whole++;
  while (n_fraction > 0 && fraction[n_fraction - 1] == '0')
    n_fraction--;
  if (n_whole + n_fraction > MAX_DIGITS)
    return NULL;
  if (n_fraction == 0)
    return g_strdup_printf ("%s%.*s", is_negative && *whole != '0' ? "-" : "", (int) n_whole, whole);

  return g_strdup_printf ("%s%.*s.%.*s", is_negative ? "-" : "", (int) n_whole, whole, (int) n_fraction, fraction);
}

static gboolean
is_number (const char *value)
{
  g_autofree char *normal = normalize_number (value);

  return g_strcmp0 (normal, value) == 0;
}

static char *
money_to_value (ScMoney money)
{
  return g_strdup_printf ("%" G_GINT64_FORMAT " %s", money.minor, money.currency);
}

static gboolean
read_money_value (const char *value,
                  ScMoney    *money)
{
  g_auto (GStrv) parts = g_strsplit (value, " ", 2);
  g_autofree char *again = NULL;
  guint64 minor;

  if (g_strv_length (parts) != 2 || !sc_currency_is_valid (parts[1])
      || !g_ascii_string_to_unsigned (parts[0], 10, 0, SC_MONEY_MAX, &minor, NULL))
    return FALSE;

  *money = sc_money_new ((gint64) minor, parts[1]);
  again = money_to_value (*money);

  return g_str_equal (again, value);
}

static gboolean
is_date_value (const char *value)
{
  g_autofree char *again = sc_date_to_string (sc_date_parse (value));

  return g_strcmp0 (again, value) == 0 || g_str_equal (value, SC_ANSWER_WITHOUT_END);
}

/**
 * sc_answer_is_value:
 * @type: a type of answers
 * @value: (nullable): a text
 *
 * Returns: whether it is in the form in which answers of the type are kept
 */
gboolean
sc_answer_is_value (ScAnswerType type,
                    const char  *value)
{
  ScMoney money;

  if (value == NULL || strlen (value) > MAX_TEXT || !g_utf8_validate (value, -1, NULL))
    return FALSE;

  switch (type)
    {
    case SC_ANSWER_TEXT:
    case SC_ANSWER_CHOICE:
      return !sc_text_is_blank (value);
    case SC_ANSWER_NUMBER:
      return is_number (value);
    case SC_ANSWER_MONEY:
      return read_money_value (value, &money);
    case SC_ANSWER_DATE:
      return is_date_value (value);
    case SC_ANSWER_YES_NO:
      return g_str_equal (value, "yes") || g_str_equal (value, "no");
    case SC_ANSWER_TICK:
    default:
      return FALSE;
    }
}

/**
 * sc_answer_new:
 * @type: a type of answers
 * @value: what is kept, for which sc_answer_is_value() holds
 *
 * Returns: (transfer full): an answer
 */
ScAnswer *
sc_answer_new (ScAnswerType type,
               const char  *value)
{
  ScAnswer *self = g_new0 (ScAnswer, 1);

  self->type = type;
  self->value = g_strdup (value);

  return self;
}

/**
 * sc_answer_new_date:
 * @date: a day; %SC_DATE_NONE for a trial without end
 *
 * Returns: (transfer full): an answer
 */
ScAnswer *
sc_answer_new_date (ScDate date)
{
  g_autofree char *value = sc_date_to_string (date);

  return sc_answer_new (SC_ANSWER_DATE, value != NULL ? value : SC_ANSWER_WITHOUT_END);
}

/**
 * sc_answer_new_money:
 * @money: an amount
 *
 * Returns: (transfer full): an answer
 */
ScAnswer *
sc_answer_new_money (ScMoney money)
{
  g_autofree char *value = money_to_value (money);

  return sc_answer_new (SC_ANSWER_MONEY, value);
}

/**
 * sc_answer_new_yes_no:
 * @is_yes: which of the two
 *
 * Returns: (transfer full): an answer, which also ticks what has no question
 */
ScAnswer *
sc_answer_new_yes_no (gboolean is_yes)
{
  return sc_answer_new (SC_ANSWER_YES_NO, is_yes ? "yes" : "no");
}

/* @message is taken over. */
static ScAnswer *
refuse (GError **error,
        char    *message)
{
  g_set_error_literal (error, SC_MODEL_ERROR, SC_MODEL_ERROR_INVALID, message);
  g_free (message);

  return NULL;
}

static ScAnswer *
parse_text (const char *typed,
            GError    **error)
{
  if (strlen (typed) > MAX_TEXT)
    g_set_error_literal (error, SC_MODEL_ERROR, SC_MODEL_ERROR_INVALID,
                         _("The answer is too long. A megabyte is the most that is kept."));
  else if (sc_text_is_blank (typed))
    g_set_error_literal (error, SC_MODEL_ERROR, SC_MODEL_ERROR_INVALID, _("There is nothing in the answer. Type one."));
  else
    return sc_answer_new (SC_ANSWER_TEXT, typed);

  return NULL;
}

static ScAnswer *
parse_choice (const ScCriterion *criterion,
              const char        *typed,
              GError           **error)
{
  g_autoptr (GString) list = g_string_new (NULL);

  for (guint i = 0; criterion->choices[i] != NULL; i++)
    if (sc_name_equal (criterion->choices[i], typed))
      return sc_answer_new (SC_ANSWER_CHOICE, criterion->choices[i]);

  for (guint i = 0; criterion->choices[i] != NULL; i++)
    g_string_append_printf (list, "\n  %s", criterion->choices[i]);
  g_set_error (error, SC_MODEL_ERROR, SC_MODEL_ERROR_INVALID,
               /* Translators: the second %s is a list. */
               _("“%1$s” is none of the answers to choose from. They are:%2$s"), typed, list->str);

  return NULL;
}

static ScAnswer *
parse_number (const char *typed,
              GError    **error)
{
  g_autofree char *number = normalize_number (typed);

  if (number == NULL)
    return refuse (error, g_strdup_printf (_("“%s” is not a number with a point, such as 1.5, of at most fifteen "
                                             "digits."), typed));

  return sc_answer_new (SC_ANSWER_NUMBER, number);
}

static ScAnswer *
parse_money (const char *typed,
             GError    **error)
{
  const char *space = strrchr (typed, ' ');
  g_autofree char *number = space != NULL ? g_strndup (typed, (gsize) (space - typed)) : NULL;
  g_autofree char *currency = space != NULL ? g_ascii_strup (space + 1, -1) : NULL;
  g_autofree char *plain = number != NULL ? normalize_number (g_strchomp (number)) : NULL;
  ScMoney money;

  if (plain == NULL || *plain == '-' || !sc_currency_is_valid (currency)
      || sc_money_read (plain, currency, SC_DECIMAL_MARK_POINT, &money) != SC_AMOUNT_READ)
    return refuse (error, g_strdup_printf (_("“%s” is not an amount with its currency, such as 120000 USD."), typed));

  return sc_answer_new_money (money);
}

static ScAnswer *
parse_date (const ScCriterion *criterion,
            const char        *typed,
            GError           **error)
{
  ScDate date = sc_date_parse (typed);

  if (criterion->purpose == SC_PURPOSE_TRIAL_END && g_ascii_strcasecmp (typed, SC_ANSWER_WITHOUT_END) == 0)
    return sc_answer_new_date (SC_DATE_NONE);
  if (date >= sc_date_new (FIRST_YEAR, 1, 1) && date <= sc_date_new (LAST_YEAR, 12, 31))
    return sc_answer_new_date (date);
  if (criterion->purpose == SC_PURPOSE_TRIAL_END)
    return refuse (error, g_strdup_printf (_("“%s” is not a date of the form YYYY-MM-DD; a trial without one is "
                                             "“without-end”."), typed));

  return refuse (error, g_strdup_printf (_("“%s” is not a date of the form YYYY-MM-DD."), typed));
}

static ScAnswer *
parse_yes_no (const char *typed,
              GError    **error)
{
  if (g_ascii_strcasecmp (typed, "yes") != 0 && g_ascii_strcasecmp (typed, "no") != 0)
    return refuse (error, g_strdup_printf (_("“%s” is neither “yes” nor “no”."), typed));

  return sc_answer_new_yes_no (g_ascii_strcasecmp (typed, "yes") == 0);
}

/**
 * sc_answer_parse:
 * @criterion: what is answered
 * @typed: what a person typed on the command line: `yes` or `no`, also for what has no
 *   question; a day as YYYY-MM-DD, or `without-end` of a trial; a number with a point; an
 *   amount with its currency, `120000 USD`; a choice without regard to case; a text
 * @error: %SC_MODEL_ERROR_INVALID with what it has to be
 *
 * Returns: (transfer full): the answer
 */
ScAnswer *
sc_answer_parse (const ScCriterion *criterion,
                 const char        *typed,
                 GError           **error)
{
  g_autofree char *trimmed = NULL;

  if (!g_utf8_validate (typed, -1, NULL))
    {
      g_set_error_literal (error, SC_MODEL_ERROR, SC_MODEL_ERROR_INVALID,
                           _("The answer is not valid Unicode. Type it again."));
      return NULL;
    }

  trimmed = g_strstrip (g_strdup (typed));
  switch (criterion->type)
    {
    case SC_ANSWER_TEXT:
      return parse_text (typed, error);
    case SC_ANSWER_CHOICE:
      return parse_choice (criterion, trimmed, error);
    case SC_ANSWER_NUMBER:
      return parse_number (trimmed, error);
    case SC_ANSWER_MONEY:
      return parse_money (trimmed, error);
    case SC_ANSWER_DATE:
      return parse_date (criterion, trimmed, error);
    case SC_ANSWER_TICK:
    case SC_ANSWER_YES_NO:
    default:
      return parse_yes_no (trimmed, error);
    }
}

/**
 * sc_answer_copy:
 * @self: (nullable): an answer
 *
 * Returns: (transfer full) (nullable): the same
 */
ScAnswer *
sc_answer_copy (const ScAnswer *self)
{
  return self != NULL ? sc_answer_new (self->type, self->value) : NULL;
}

/**
 * sc_answer_free:
 * @self: (transfer full): an answer
 */
void
sc_answer_free (ScAnswer *self)
{
  g_free (self->value);
  g_free (self);
}

/**
 * sc_answer_equal:
 * @a: (nullable): an answer
 * @b: (nullable): an answer
 *
 * Returns: whether they say the same, or neither is there
 */
gboolean
sc_answer_equal (const ScAnswer *a,
                 const ScAnswer *b)
{
  if (a == NULL || b == NULL)
    return a == b;

  return a->type == b->type && g_str_equal (a->value, b->value);
}

/**
 * sc_answer_fits:
 * @self: an answer
 * @criterion: what it is to answer; what has no question takes `yes` and `no`
 * @error: %SC_MODEL_ERROR_INVALID where it is of another type, or no choice of it
 *
 * Returns: whether it can
 */
gboolean
sc_answer_fits (const ScAnswer    *self,
                const ScCriterion *criterion,
                GError           **error)
{
  ScAnswerType wanted = criterion->type == SC_ANSWER_TICK ? SC_ANSWER_YES_NO : criterion->type;
  gboolean is_without_end = self->type == SC_ANSWER_DATE && g_str_equal (self->value, SC_ANSWER_WITHOUT_END);

  if (self->type == wanted && sc_answer_is_value (self->type, self->value)
      && (self->type != SC_ANSWER_CHOICE || g_strv_contains ((const char *const *) criterion->choices, self->value))
      && (!is_without_end || criterion->purpose == SC_PURPOSE_TRIAL_END))
    return TRUE;

  g_set_error (error, SC_MODEL_ERROR, SC_MODEL_ERROR_INVALID,
               /* Translators: %s is a question */
               _("“%s” can’t be answered so, or not any more. Look at what it asks for now."), criterion->text);

  return FALSE;
}

/**
 * sc_answer_get_date:
 * @self: (nullable): an answer
 *
 * Returns: its day; %SC_DATE_NONE where it is none
 */
ScDate
sc_answer_get_date (const ScAnswer *self)
{
  return self != NULL && self->type == SC_ANSWER_DATE ? sc_date_parse (self->value) : SC_DATE_NONE;
}

/**
 * sc_answer_is_later:
 * @self: (nullable): an answer
 * @other: (nullable): another
 *
 * Returns: whether both are days, and @self the later one
 */
gboolean
sc_answer_is_later (const ScAnswer *self,
                    const ScAnswer *other)
{
  ScDate before = sc_answer_get_date (other);
  ScDate after = sc_answer_get_date (self);

  return before != SC_DATE_NONE && after != SC_DATE_NONE && after > before;
}

/**
 * sc_answer_get_money:
 * @self: (nullable): an answer
 *
 * Returns: its amount, which is not set where it is none
 */
ScMoney
sc_answer_get_money (const ScAnswer *self)
{
  ScMoney money = { 0 };

  if (self != NULL && self->type == SC_ANSWER_MONEY)
    read_money_value (self->value, &money);

  return money;
}

/**
 * sc_answer_get_number:
 * @self: an answer that is a number
 *
 * Returns: the number
 */
double
sc_answer_get_number (const ScAnswer *self)
{
  return g_ascii_strtod (self->value, NULL);
}

/**
 * sc_answer_is_yes:
 * @self: (nullable): an answer
 *
 * Returns: whether it is `yes`
 */
gboolean
sc_answer_is_yes (const ScAnswer *self)
{
  return self != NULL && self->type == SC_ANSWER_YES_NO && g_str_equal (self->value, "yes");
}

static char *
number_to_text (const char *value)
{
  g_auto (GStrv) parts = g_strsplit (value, ".", 2);

  return g_strjoinv (localeconv ()->decimal_point, parts);
}

/**
 * sc_answer_to_text:
 * @self: an answer
 *
 * Returns: (transfer full): what people read, in the user's language and locale
 */
char *
sc_answer_to_text (const ScAnswer *self)
{
  switch (self->type)
    {
    case SC_ANSWER_NUMBER:
      return number_to_text (self->value);
    case SC_ANSWER_MONEY:
      return sc_money_to_text (sc_answer_get_money (self));
    case SC_ANSWER_DATE:
      return sc_answer_get_date (self) != SC_DATE_NONE ? sc_date_to_text (sc_answer_get_date (self))
                                                       : g_strdup (C_("answer", "without end"));
    case SC_ANSWER_YES_NO:
      return g_strdup (sc_answer_is_yes (self) ? C_("answer", "yes") : C_("answer", "no"));
    case SC_ANSWER_TEXT:
    case SC_ANSWER_CHOICE:
    case SC_ANSWER_TICK:
    default:
      return g_strdup (self->value);
    }
}
