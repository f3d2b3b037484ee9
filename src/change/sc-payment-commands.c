/* SPDX-License-Identifier: GPL-3.0-or-later */

/* Adds, changes and removes payments of deals. */

#include "change/sc-deal-change-private.h"
#include "change/sc-deal-commands.h"

#include <glib/gi18n-lib.h>

#include "store/sc-deal-write.h"

typedef struct {
  char *process_id;
  ScPayment before;
  ScPayment after;
} ChangePayment;

static void
copy_payment (ScPayment       *to,
              const ScPayment *from)
{
  *to = *from;
  to->note = g_strdup (from->note);
}

static void
change_payment_free (gpointer data)
{
  ChangePayment *self = data;

  g_free (self->process_id);
  g_free (self->before.note);
  g_free (self->after.note);
  g_free (self);
}

static gboolean
check (const ScPayment *payment,
       GError         **error)
{
  if (!sc_money_is_set (payment->amount) || !sc_currency_is_valid (payment->amount.currency))
    g_set_error_literal (error, SC_STORE_ERROR, SC_STORE_ERROR_INVALID, _("A payment needs an amount with a currency."));
  else if (payment->amount.minor <= 0 || payment->amount.minor > SC_MONEY_MAX)
    g_set_error_literal (error, SC_STORE_ERROR, SC_STORE_ERROR_INVALID,
                         _("A payment’s amount has to be more than zero, and can’t be that large."));
  else if (payment->note != NULL && !g_utf8_validate (payment->note, -1, NULL))
    g_set_error_literal (error, SC_STORE_ERROR, SC_STORE_ERROR_INVALID,
                         _("The note of the payment is not valid Unicode. Type it again."));
  else
    return TRUE;

  return FALSE;
}

static ScValues *
make_values (const ScPayment *payment)
{
  ScValues *values = sc_values_new ();
  g_autofree char *due = sc_date_to_string (payment->due);
  g_autofree char *paid_on = sc_date_to_string (payment->paid_on);

  sc_values_set_int (values, "amount_minor", payment->amount.minor);
  sc_values_set_text (values, "currency", payment->amount.currency);
  sc_values_set_text (values, "due", due);
  sc_values_set_text (values, "paid_on", paid_on);
  sc_values_set_text (values, "note", payment->note != NULL ? payment->note : "");

  return values;
}

/* What is expected and what came in are two things that happen. */
static gboolean
write_events (ScWrite         *write,
              const ScPayment *before,
              const ScPayment *after,
              GError         **error)
{
  const ScPayment *payment = after != NULL ? after : before;
  g_autofree char *old_amount = before != NULL ? sc_money_to_event (before->amount) : NULL;
  g_autofree char *new_amount = after != NULL ? sc_money_to_event (after->amount) : NULL;
  gboolean was_received = before != NULL && before->paid_on != SC_DATE_NONE;
  gboolean is_received = after != NULL && after->paid_on != SC_DATE_NONE;

  if (g_strcmp0 (old_amount, new_amount) != 0 &&
      !sc_write_event (write, payment->deal_id, 0, "payment", old_amount, new_amount, payment->note, error))
    return FALSE;
  if (was_received == is_received)
    return TRUE;

  return sc_write_event (write, payment->deal_id, 0, "received", was_received ? old_amount : NULL,
                         is_received ? new_amount : NULL, payment->note, error);
}

static gboolean
run_add (gpointer   data,
         ScWrite   *write,
         ScOutcome *outcome,
         GError   **error)
{
  ChangePayment *self = data;
  g_autoptr (ScDeal) deal = sc_deal_change_find (write, self->after.deal_id, self->process_id, error);
  g_autoptr (ScValues) values = NULL;

  if (deal == NULL || !check (&self->after, error))
    return FALSE;

  values = make_values (&self->after);
  sc_values_set_int (values, "deal_id", self->after.deal_id);
  outcome->row_id = sc_write_insert (write, "payment", values, error);

  return outcome->row_id != 0 && write_events (write, NULL, &self->after, error);
}

/**
 * sc_command_add_payment:
 * @deal: a deal
 * @payment: the amount, and what else is known; its id and deal are not looked
 *   at
 *
 * Returns: (transfer full): a command that notes a payment as expected, or as
 *   received where it has a day on which it was paid
 */
ScCommand *
sc_command_add_payment (const ScDeal    *deal,
                        const ScPayment *payment)
{
  ChangePayment *self = g_new0 (ChangePayment, 1);

  copy_payment (&self->after, payment);
  self->after.deal_id = deal->id;
  self->process_id = g_strdup (deal->process_id);

  return sc_command_about_deal (sc_command_new (SC_SCOPE_DEALS, deal->process_id,
                                                g_strdup_printf (C_("undo payment", "Add a payment to “%s”"),
                                                                 deal->title),
                                                run_add, self, change_payment_free),
                                deal->id);
}

static gboolean
run_edit (gpointer   data,
          ScWrite   *write,
          ScOutcome *outcome,
          GError   **error)
{
  ChangePayment *self = data;
  g_autoptr (ScValues) values = NULL;

  if (!check (&self->after, error) || !sc_deal_change_check_payment (write, &self->before, error))
    return FALSE;

  values = make_values (&self->after);
  outcome->row_id = self->before.id;

  return sc_write_update (write, "payment", self->before.id, self->before.revision, values, error) &&
         write_events (write, &self->before, &self->after, error);
}

/**
 * sc_command_edit_payment:
 * @before: the payment as it was read
 * @after: as it is to be
 *
 * Returns: (transfer full): a command that changes the payment, unless it has
 *   changed since
 */
ScCommand *
sc_command_edit_payment (const ScPayment *before,
                         const ScPayment *after)
{
  ChangePayment *self = g_new0 (ChangePayment, 1);
  gboolean is_received = before->paid_on == SC_DATE_NONE && after->paid_on != SC_DATE_NONE;
  g_autofree char *amount = sc_money_to_text (after->amount);

  copy_payment (&self->before, before);
  copy_payment (&self->after, after);
  self->after.deal_id = before->deal_id;

  return sc_command_about_deal (sc_command_new (SC_SCOPE_DEALS, NULL,
                                                /* Translators: an amount of money */
                                                is_received ? g_strdup_printf (C_("undo payment", "Receive %s"), amount)
                                                            : g_strdup_printf (C_("undo payment", "Change the payment of %s"), amount),
                                                run_edit, self, change_payment_free),
                                before->deal_id);
}

static gboolean
run_remove (gpointer   data,
            ScWrite   *write,
            ScOutcome *outcome,
            GError   **error)
{
  ChangePayment *self = data;

  outcome->row_id = self->before.id;

  return sc_deal_change_check_payment (write, &self->before, error) &&
         sc_write_delete (write, "payment", self->before.id, self->before.revision, error) &&
         write_events (write, &self->before, NULL, error);
}

/**
 * sc_command_remove_payment:
 * @payment: a payment as it was read
 *
 * Returns: (transfer full): a command that removes it, unless it has changed
 *   since
 */
ScCommand *
sc_command_remove_payment (const ScPayment *payment)
{
  ChangePayment *self = g_new0 (ChangePayment, 1);
  g_autofree char *amount = sc_money_to_text (payment->amount);

  copy_payment (&self->before, payment);

  return sc_command_about_deal (sc_command_new (SC_SCOPE_DEALS, NULL,
                                                g_strdup_printf (C_("undo payment", "Remove the payment of %s"), amount),
                                                run_remove, self, change_payment_free),
                                payment->deal_id);
}
