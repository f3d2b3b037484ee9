/* SPDX-License-Identifier: GPL-3.0-or-later */

/* The fields of a deal as the command line says them, for `deal add` and `deal edit`. */

#include "cli/sc-cli-deal-fields.h"

#include <glib/gi18n-lib.h>

#include "cli/sc-cli-values.h"
#include "model/sc-amount-entry.h"
#include "store/sc-deal-query.h"

/**
 * sc_cli_deal_fields_clear:
 * @self: fields
 */
void
sc_cli_deal_fields_clear (ScCliDealFields *self)
{
  g_free (self->title);
  g_free (self->company);
  g_free (self->person);
  g_free (self->phone);
  g_free (self->email);
  g_free (self->owner);
  g_free (self->value);
  g_free (self->currency);
  g_free (self->probability);
  g_free (self->started);
  g_free (self->expected_close);
  g_free (self->source);
  g_free (self->label);
  g_free (self->note);
  g_free (self->next_step);
  g_free (self->due);
  g_strfreev (self->contacts);
  g_strfreev (self->removed);
}

/* In the currency that it says, or is told; else in its own, or the one that the process
 * uses most, or that of the user's country. */
static gboolean
read_value (const ScCliDealFields *self,
            ScStore               *store,
            ScDeal                *deal,
            const char            *amount,
            GError               **error)
{
  g_auto (GStrv) used = sc_store_list_currencies (store, deal->process_id, error);
  g_autoptr (GStrvBuilder) builder = g_strv_builder_new ();
  g_auto (GStrv) known = NULL;
  const char *currency;

  if (used == NULL)
    return FALSE;

  if (sc_money_is_set (deal->value))
    g_strv_builder_add (builder, deal->value.currency);
  g_strv_builder_addv (builder, (const char **) used);
  g_strv_builder_add (builder, sc_currency_get_default ());
  known = g_strv_builder_end (builder);
  currency = self->currency != NULL ? self->currency : known[0];
  if (amount == NULL
      || sc_amount_entry_read (amount, currency, (const char *const *) known, &deal->value) == SC_AMOUNT_READ)
    return TRUE;

  g_set_error (error, SC_STORE_ERROR, SC_STORE_ERROR_INVALID, _("“%s” is not a valid amount; give one such as 12000, 5k or 1.5m."), amount);

  return FALSE;
}

static gboolean
is_cleared (const char *text)
{
  return text != NULL && *text == '\0';
}

/* A currency alone is that of the value that there is. */
static gboolean
take_value (const ScCliDealFields *self,
            ScStore               *store,
            ScDeal                *deal,
            ScDealFields          *taken,
            GError               **error)
{
  g_autofree char *own = sc_money_is_set (deal->value) ? sc_money_to_plain (deal->value) : NULL;

  if (self->value == NULL && self->currency == NULL)
    return TRUE;

  *taken |= SC_DEAL_FIELD_VALUE;
  if (self->currency != NULL && !sc_currency_is_valid (self->currency))
    {
      g_set_error (error, SC_STORE_ERROR, SC_STORE_ERROR_INVALID,
                   _("“%s” is not a currency; give its ISO 4217 code, such as EUR."), self->currency);
      return FALSE;
    }
  if (!is_cleared (self->value))
    return read_value (self, store, deal, self->value != NULL ? self->value : own, error);

  deal->value = (ScMoney) { 0 };

  return TRUE;
}

static gboolean
take_probability (const char   *text,
                  ScDeal       *deal,
                  ScDealFields *taken,
                  GError      **error)
{
  char *end;

  if (text == NULL)
    return TRUE;

  *taken |= SC_DEAL_FIELD_PROBABILITY;
  deal->probability = *text != '\0' ? g_ascii_strtod (text, &end) : SC_PROBABILITY_UNSET;
  if (*text == '\0' || (*end == '\0' && deal->probability >= 0 && deal->probability <= 1))
    return TRUE;

  g_set_error (error, SC_STORE_ERROR, SC_STORE_ERROR_INVALID,
               _("“%s” is not a win probability; give a number from 0 to 1."), text);

  return FALSE;
}

static gboolean
take_date (const char   *text,
           ScDate       *date,
           ScDealFields  field,
           ScDealFields *taken,
           GError      **error)
{
  if (text == NULL)
    return TRUE;

  *taken |= field;

  return sc_cli_read_date (*text != '\0' ? text : NULL, date, error);
}

static void
take_text (const char   *text,
           char        **member,
           ScDealFields  field,
           ScDealFields *taken)
{
  if (text == NULL)
    return;

  *taken |= field;
  g_set_str (member, *text != '\0' ? text : NULL);
}

/* Somebody else is called by the name alone, whatever number they have. */
static void
take_owner (const char   *name,
            ScDeal       *deal,
            ScDealFields *taken)
{
  if (name == NULL || g_strcmp0 (name, deal->owner) == 0)
    return;

  deal->owner_id = 0;
  take_text (name, &deal->owner, SC_DEAL_FIELD_OWNER, taken);
}

/**
 * sc_cli_deal_fields_take:
 * @self: what the command line says
 * @store: the database
 * @deal: a deal with its process, changed in place
 * @taken: (out): which fields it says something of
 * @error: what can't be kept so
 *
 * An empty text clears a field.
 *
 * Returns: whether @deal has the fields
 */
gboolean
sc_cli_deal_fields_take (const ScCliDealFields *self,
                         ScStore               *store,
                         ScDeal                *deal,
                         ScDealFields          *taken,
                         GError               **error)
{
  *taken = 0;
  take_text (self->title, &deal->title, SC_DEAL_FIELD_TITLE, taken);
  take_text (self->company, &deal->company, SC_DEAL_FIELD_COMPANY, taken);
  take_text (self->person, &deal->person, SC_DEAL_FIELD_PERSON, taken);
  take_text (self->phone, &deal->phone, SC_DEAL_FIELD_PHONE, taken);
  take_text (self->email, &deal->email, SC_DEAL_FIELD_EMAIL, taken);
  take_owner (self->owner, deal, taken);
  take_text (self->source, &deal->source, SC_DEAL_FIELD_SOURCE, taken);
  take_text (self->label, &deal->label, SC_DEAL_FIELD_LABEL, taken);
  take_text (self->note, &deal->notes, SC_DEAL_FIELD_NOTES, taken);

  return take_value (self, store, deal, taken, error)
         && take_probability (self->probability, deal, taken, error)
         && take_date (self->started, &deal->started, SC_DEAL_FIELD_STARTED, taken, error)
         && take_date (self->expected_close, &deal->expected_close, SC_DEAL_FIELD_EXPECTED_CLOSE, taken, error);
}

/**
 * sc_cli_deal_fields_take_step:
 * @self: what the command line says
 * @deal: a deal, with the next step that it has
 * @error: what is no day or time, or has no step to be of
 *
 * An empty text clears the step, or its day.
 *
 * Returns: whether @deal has the next step that is told
 */
gboolean
sc_cli_deal_fields_take_step (const ScCliDealFields *self,
                              ScDeal                *deal,
                              GError               **error)
{
  if (self->next_step != NULL)
    g_set_str (&deal->next_step, *self->next_step != '\0' ? self->next_step : NULL);
  if (deal->next_step == NULL && self->due != NULL && *self->due != '\0')
    {
      g_set_error_literal (error, SC_STORE_ERROR, SC_STORE_ERROR_INVALID,
                           _("There is no next step to be due. Say with “--next-step” what is to be done."));
      return FALSE;
    }

  return self->due == NULL || sc_cli_read_due (self->due, &deal->next_step_due, &deal->next_step_time, error);
}

static gboolean
is_past (ScDate date)
{
  return date != SC_DATE_NONE && date < sc_clock_today ();
}

/**
 * sc_cli_deal_fields_tell_past:
 * @self: what the command line says
 * @deal: a deal that has it
 *
 * Says on standard error which of the days are past that hardly can be: when the next step
 * is due, and when the deal is expected to close. They are kept all the same.
 */
void
sc_cli_deal_fields_tell_past (const ScCliDealFields *self,
                              const ScDeal          *deal)
{
  if (self->due != NULL && deal->next_step != NULL && is_past (deal->next_step_due))
    {
      g_autofree char *day = sc_date_to_text (deal->next_step_due);

      /* Translators: %s is a day; a hint on the command line */
      sc_cli_print_error (_("The next step is due on %s, which is past."), day);
    }
  if (self->expected_close != NULL && is_past (deal->expected_close))
    {
      g_autofree char *day = sc_date_to_text (deal->expected_close);

      /* Translators: %s is a day; a hint on the command line */
      sc_cli_print_error (_("The expected close is %s, which is past."), day);
    }
}
