/* SPDX-License-Identifier: GPL-3.0-or-later */

/* A payment: how much, due when, received when. */

#include "deal/sc-payment-dialog.h"

#include <glib/gi18n-lib.h>

#include "deal/sc-money-row.h"
#include "unsaved/sc-dialog-guard.h"
#include "widgets/sc-date-row.h"

struct _ScPaymentDialog
{
  AdwAlertDialog parent_instance;

  ScMoneyRow *amount_row;
  ScDateRow *due_row;
  ScDateRow *paid_row;
  GtkEditable *note_row;

  gint64 id;
  gint64 deal_id;
  gint64 revision;
  ScDialogGuard *guard;
  GStrv currencies;
  ScMoney value;
};

G_DEFINE_FINAL_TYPE (ScPaymentDialog, sc_payment_dialog, ADW_TYPE_ALERT_DIALOG);

/* “50 %” is said as what it is. */
static void
show_share (ScPaymentDialog *self)
{
  g_autofree char *amount = NULL;
  g_autofree char *title = NULL;

  if (!gtk_widget_has_css_class (GTK_WIDGET (self->amount_row), "error"))
    {
      amount = sc_money_to_text (sc_money_row_get_money (self->amount_row));
      /* Translators: an amount of money, which a share such as “50 %” is */
      title = sc_money_row_is_share (self->amount_row) ? g_strdup_printf (_("Amount: %s"), amount) : g_strdup (_("Amount"));
      adw_preferences_row_set_use_markup (ADW_PREFERENCES_ROW (self->amount_row), FALSE);
      adw_preferences_row_set_title (ADW_PREFERENCES_ROW (self->amount_row), title);
    }
}

static void
changed_cb (ScPaymentDialog *self)
{
  gboolean is_valid;

  if (self->note_row == NULL)
    return;

  is_valid = sc_field_row_is_valid (SC_FIELD_ROW (self->amount_row))
             && sc_money_is_set (sc_money_row_get_money (self->amount_row))
             && sc_field_row_is_valid (SC_FIELD_ROW (self->due_row))
             && sc_field_row_is_valid (SC_FIELD_ROW (self->paid_row));
  show_share (self);
  adw_alert_dialog_set_response_enabled (ADW_ALERT_DIALOG (self), "save", is_valid);
}

static void
sc_payment_dialog_dispose (GObject *object)
{
  gtk_widget_dispose_template (GTK_WIDGET (object), SC_TYPE_PAYMENT_DIALOG);

  G_OBJECT_CLASS (sc_payment_dialog_parent_class)->dispose (object);
}

static void
sc_payment_dialog_finalize (GObject *object)
{
  g_strfreev (SC_PAYMENT_DIALOG (object)->currencies);

  G_OBJECT_CLASS (sc_payment_dialog_parent_class)->finalize (object);
}

static void
sc_payment_dialog_class_init (ScPaymentDialogClass *klass)
{
  GtkWidgetClass *widget_class = GTK_WIDGET_CLASS (klass);

  G_OBJECT_CLASS (klass)->dispose = sc_payment_dialog_dispose;
  G_OBJECT_CLASS (klass)->finalize = sc_payment_dialog_finalize;

  g_type_ensure (SC_TYPE_DATE_ROW);
  g_type_ensure (SC_TYPE_MONEY_ROW);
  gtk_widget_class_set_template_from_resource (widget_class,
                                               "/io/github/stagecraft/Stagecraft/deal/sc-payment-dialog.ui");
  gtk_widget_class_bind_template_child (widget_class, ScPaymentDialog, amount_row);
  gtk_widget_class_bind_template_child (widget_class, ScPaymentDialog, due_row);
  gtk_widget_class_bind_template_child (widget_class, ScPaymentDialog, paid_row);
  gtk_widget_class_bind_template_child (widget_class, ScPaymentDialog, note_row);
  gtk_widget_class_bind_template_callback (widget_class, changed_cb);
}

static void
sc_payment_dialog_init (ScPaymentDialog *self)
{
  gtk_widget_init_template (GTK_WIDGET (self));
  self->guard = sc_dialog_guard_add (ADW_DIALOG (self));
  adw_dialog_set_focus (ADW_DIALOG (self), GTK_WIDGET (self->amount_row));
}

/**
 * sc_payment_dialog_new:
 * @payment: the payment to start from
 * @currencies: (nullable): what amounts are in here, the likeliest first
 * @is_new: whether it is to be added
 *
 * Returns: (transfer floating): a dialog with the responses “cancel” and
 *   “save”
 */
AdwDialog *
sc_payment_dialog_new (const ScPayment   *payment,
                       const char *const *currencies,
                       gboolean           is_new)
{
  ScPaymentDialog *self = g_object_new (SC_TYPE_PAYMENT_DIALOG, NULL);

  self->id = payment->id;
  self->deal_id = payment->deal_id;
  self->revision = payment->revision;
  if (is_new)
    {
      adw_alert_dialog_set_heading (ADW_ALERT_DIALOG (self), _("New Payment"));
      adw_alert_dialog_set_response_label (ADW_ALERT_DIALOG (self), "save", _("_Add"));
    }

  self->currencies = g_strdupv ((GStrv) currencies);
  sc_money_row_set_currencies (self->amount_row, currencies);
  sc_money_row_set_money (self->amount_row, payment->amount);
  sc_date_row_set_date (self->due_row, payment->due);
  sc_date_row_set_date (self->paid_row, payment->paid_on);
  gtk_editable_set_text (self->note_row, payment->note != NULL ? payment->note : "");
  changed_cb (self);

  return ADW_DIALOG (self);
}

/**
 * sc_payment_dialog_take_shares:
 * @self: a dialog
 * @value: what the deal is worth
 *
 * Has the amount taken as a share of that, too: “50 %”.
 */
void
sc_payment_dialog_take_shares (ScPaymentDialog *self,
                               ScMoney          value)
{
  g_return_if_fail (SC_IS_PAYMENT_DIALOG (self));

  self->value = value;
  sc_money_row_take_shares (self->amount_row, value);
}

/**
 * sc_payment_dialog_ask_again:
 * @dialog: a payment dialog
 *
 * Returns: (transfer floating): another one, with what is entered in @dialog
 */
AdwDialog *
sc_payment_dialog_ask_again (AdwAlertDialog *dialog)
{
  g_autoptr (ScPayment) payment = sc_payment_dialog_create_payment (SC_PAYMENT_DIALOG (dialog));
  AdwDialog *again;

  again = sc_payment_dialog_new (payment, (const char *const *) SC_PAYMENT_DIALOG (dialog)->currencies, payment->id == 0);
  sc_payment_dialog_take_shares (SC_PAYMENT_DIALOG (again), SC_PAYMENT_DIALOG (dialog)->value);
  sc_dialog_guard_touch (SC_PAYMENT_DIALOG (again)->guard);

  return again;
}

/**
 * sc_payment_dialog_create_payment:
 * @self: a dialog
 *
 * Returns: (transfer full): the payment as it is entered
 */
ScPayment *
sc_payment_dialog_create_payment (ScPaymentDialog *self)
{
  ScPayment *payment = g_new0 (ScPayment, 1);

  g_return_val_if_fail (SC_IS_PAYMENT_DIALOG (self), payment);

  payment->id = self->id;
  payment->deal_id = self->deal_id;
  payment->revision = self->revision;
  payment->amount = sc_money_row_get_money (self->amount_row);
  payment->due = sc_date_row_get_date (self->due_row);
  payment->paid_on = sc_date_row_get_date (self->paid_row);
  payment->note = g_strstrip (g_strdup (gtk_editable_get_text (self->note_row)));

  return payment;
}
