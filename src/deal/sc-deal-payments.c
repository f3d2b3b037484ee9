/* SPDX-License-Identifier: GPL-3.0-or-later */

/* A deal's payments, expected and received. */

#include "deal/sc-deal-payments.h"

#include <glib/gi18n-lib.h>

#include "change/sc-deal-commands.h"
#include "deal/sc-payment-dialog.h"
#include "deal/sc-payment-row.h"
#include "toolkit/sc-plain-text.h"
#include "widgets/sc-ask-change.h"
#include "widgets/sc-group-rows.h"

struct _ScDealPayments
{
  AdwPreferencesGroup parent_instance;

  GPtrArray *rows;
  ScStore *store;
  ScDealDossier *dossier;
};

G_DEFINE_FINAL_TYPE (ScDealPayments, sc_deal_payments, ADW_TYPE_PREFERENCES_GROUP);

static ScCommand *
create_command (AdwAlertDialog *dialog,
                gpointer        deal)
{
  g_autoptr (ScPayment) payment = sc_payment_dialog_create_payment (SC_PAYMENT_DIALOG (dialog));

  return sc_command_add_payment (deal, payment);
}

/* What is still to come: the deal's value less its payments, where they are
 * in one currency. */
static ScMoney
get_rest (ScDealPayments *self)
{
  ScMoney rest = self->dossier->deal->value;

  for (guint i = 0; i < self->dossier->payments->len; i++)
    {
      const ScPayment *payment = self->dossier->payments->pdata[i];

      if (!g_str_equal (payment->amount.currency, rest.currency))
        return self->dossier->deal->value;

      rest.minor -= payment->amount.minor;
    }

  return rest.minor > 0 ? rest : sc_money_new (0, NULL);
}

static void
add_clicked_cb (ScDealPayments *self)
{
  const ScAskChange change = { "save", create_command, sc_payment_dialog_ask_again, NULL, _("Payment added"),
                               (GDestroyNotify) sc_deal_unref };
  ScPayment payment = { 0 };
  AdwDialog *dialog;

  if (self->dossier == NULL)
    return;

  payment.deal_id = self->dossier->deal->id;
  payment.amount = get_rest (self);
  dialog = sc_payment_dialog_new (&payment, (const char *const *) self->dossier->currencies, TRUE);
  sc_payment_dialog_take_shares (SC_PAYMENT_DIALOG (dialog), self->dossier->deal->value);
  sc_ask_change (dialog, GTK_WIDGET (self), self->store, &change, sc_deal_ref (self->dossier->deal));
}

static void
sc_deal_payments_dispose (GObject *object)
{
  ScDealPayments *self = SC_DEAL_PAYMENTS (object);

  g_clear_pointer (&self->rows, g_ptr_array_unref);
  g_clear_object (&self->store);
  g_clear_pointer (&self->dossier, sc_deal_dossier_unref);

  G_OBJECT_CLASS (sc_deal_payments_parent_class)->dispose (object);
}

static void
sc_deal_payments_class_init (ScDealPaymentsClass *klass)
{
  G_OBJECT_CLASS (klass)->dispose = sc_deal_payments_dispose;
}

static void
sc_deal_payments_init (ScDealPayments *self)
{
  GtkWidget *add = sc_group_rows_create_add_button (ADW_PREFERENCES_GROUP (self), _("Add a Payment"));

  self->rows = g_ptr_array_new ();
  g_signal_connect_object (add, "clicked", G_CALLBACK (add_clicked_cb), self, G_CONNECT_SWAPPED);
  adw_preferences_group_set_title (ADW_PREFERENCES_GROUP (self), _("Payments"));
}

static char *
make_summary (ScDealPayments *self)
{
  GPtrArray *payments = self->dossier->payments;
  ScMoney received = sc_money_new (0, NULL);
  ScMoney expected;
  g_autofree char *received_text = NULL;
  g_autofree char *expected_text = NULL;

  if (payments->len == 0)
    return NULL;

  received = expected = sc_money_new (0, ((ScPayment *) payments->pdata[0])->amount.currency);
  for (guint i = 0; i < payments->len; i++)
    {
      const ScPayment *payment = payments->pdata[i];

      /* Sums of several currencies are no sums. */
      if (!g_str_equal (payment->amount.currency, expected.currency))
        return NULL;

      expected.minor += payment->amount.minor;
      if (payment->paid_on != SC_DATE_NONE)
        received.minor += payment->amount.minor;
    }

  received_text = sc_money_to_text (received);
  expected_text = sc_money_to_text (expected);

  /* Translators: both are amounts of money */
  return g_strdup_printf (_("%1$s of %2$s received"), received_text, expected_text);
}

/**
 * sc_deal_payments_show:
 * @self: a deal's payments
 * @store: the store
 * @dossier: everything about the deal
 */
void
sc_deal_payments_show (ScDealPayments *self,
                       ScStore        *store,
                       ScDealDossier  *dossier)
{
  ScDealDossier *old;
  g_autofree char *summary = NULL;

  g_return_if_fail (SC_IS_DEAL_PAYMENTS (self));

  old = self->dossier;
  g_set_object (&self->store, store);
  self->dossier = sc_deal_dossier_ref (dossier);
  g_clear_pointer (&old, sc_deal_dossier_unref);

  sc_group_rows_clear (ADW_PREFERENCES_GROUP (self), self->rows);

  for (guint i = 0; i < dossier->payments->len; i++)
    sc_group_rows_add (ADW_PREFERENCES_GROUP (self), self->rows, sc_payment_row_new (store, dossier->payments->pdata[i]));

  summary = make_summary (self);
  sc_plain_text_set_group_description (ADW_PREFERENCES_GROUP (self), summary != NULL ? summary : _("None yet"));
}
