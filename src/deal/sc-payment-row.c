/* SPDX-License-Identifier: GPL-3.0-or-later */

/* A payment: expected, overdue or received. */

#include "deal/sc-payment-row.h"

#include <glib/gi18n-lib.h>

#include "change/sc-deal-commands.h"
#include "deal/sc-payment-dialog.h"

struct _ScPaymentRow
{
  ScTickRow parent_instance;

  GtkCheckButton *paid_check;
  GtkWidget *menu_button;

  ScPayment payment;
};

G_DEFINE_FINAL_TYPE (ScPaymentRow, sc_payment_row, SC_TYPE_TICK_ROW);

static void
set_payment (ScPaymentRow    *self,
             const ScPayment *payment)
{
  g_autofree char *old = self->payment.note;

  self->payment = *payment;
  self->payment.note = g_strdup (payment->note);
}

static void
sc_payment_row_ticked (ScTickRow *row,
                       gboolean   is_ticked)
{
  const ScPayment *payment = &SC_PAYMENT_ROW (row)->payment;
  ScPayment after = *payment;

  after.paid_on = is_ticked ? sc_clock_today () : SC_DATE_NONE;
  sc_tick_row_run (row, sc_command_edit_payment (payment, &after),
                   is_ticked ? _("Payment received") : _("Payment is expected again"));
}

static gboolean
sc_payment_row_is_ticked (ScTickRow *row)
{
  return SC_PAYMENT_ROW (row)->payment.paid_on != SC_DATE_NONE;
}

static ScCommand *
create_command (AdwAlertDialog *dialog,
                gpointer        row)
{
  ScPaymentRow *self = row;
  g_autoptr (ScPayment) after = sc_payment_dialog_create_payment (SC_PAYMENT_DIALOG (dialog));

  return sc_command_edit_payment (&self->payment, after);
}

static GPtrArray *
sc_payment_row_list (ScTickRow *row,
                     ScStore   *store)
{
  return sc_store_list_payments (store, SC_PAYMENT_ROW (row)->payment.deal_id, NULL);
}

static gboolean
sc_payment_row_take (ScTickRow    *row,
                     gconstpointer theirs)
{
  ScPaymentRow *self = SC_PAYMENT_ROW (row);
  const ScPayment *payment = theirs;

  if (payment->id != self->payment.id)
    return FALSE;

  set_payment (self, payment);

  return TRUE;
}

static void
edit_activated (GtkWidget  *widget,
                const char *name,
                GVariant   *parameter)
{
  ScPaymentRow *self = SC_PAYMENT_ROW (widget);
  g_autoptr (ScDeal) deal = sc_store_load_deal (sc_tick_row_get_store (SC_TICK_ROW (self)), self->payment.deal_id, NULL);
  AdwDialog *dialog = sc_payment_dialog_new (&self->payment, NULL, FALSE);

  if (deal != NULL)
    sc_payment_dialog_take_shares (SC_PAYMENT_DIALOG (dialog), deal->value);
  sc_tick_row_ask (SC_TICK_ROW (self), dialog, "save", create_command, sc_payment_dialog_ask_again);
}

static void
remove_activated (GtkWidget  *widget,
                  const char *name,
                  GVariant   *parameter)
{
  sc_tick_row_run (SC_TICK_ROW (widget), sc_command_remove_payment (&SC_PAYMENT_ROW (widget)->payment),
                   _("Payment removed"));
}

static gboolean
is_overdue (const ScPayment *payment)
{
  return payment->paid_on == SC_DATE_NONE && payment->due != SC_DATE_NONE && payment->due < sc_clock_today ();
}

static char *
make_subtitle (const ScPayment *payment)
{
  gboolean is_paid = payment->paid_on != SC_DATE_NONE;
  g_autofree char *day = sc_date_to_text (is_paid ? payment->paid_on : payment->due);
  g_autofree char *state = NULL;

  if (is_paid)
    /* Translators: %s is a date */
    state = g_strdup_printf (_("Received on %s"), day);
  else if (payment->due == SC_DATE_NONE)
    state = g_strdup (_("Expected"));
  else if (is_overdue (payment))
    /* Translators: %s is a date */
    state = g_strdup_printf (_("Overdue since %s"), day);
  else
    /* Translators: %s is a date */
    state = g_strdup_printf (_("Due on %s"), day);

  if (payment->note == NULL || payment->note[0] == '\0')
    return g_steal_pointer (&state);

  return g_strdup_printf ("%s · %s", state, payment->note);
}

static void
sc_payment_row_show_time (ScTickRow *row)
{
  const ScPayment *payment = &SC_PAYMENT_ROW (row)->payment;
  g_autofree char *subtitle = make_subtitle (payment);

  sc_tick_row_set_time (row, subtitle, is_overdue (payment));
}

static void
sc_payment_row_dispose (GObject *object)
{
  gtk_widget_dispose_template (GTK_WIDGET (object), SC_TYPE_PAYMENT_ROW);

  G_OBJECT_CLASS (sc_payment_row_parent_class)->dispose (object);
}

static void
sc_payment_row_finalize (GObject *object)
{
  g_free (SC_PAYMENT_ROW (object)->payment.note);

  G_OBJECT_CLASS (sc_payment_row_parent_class)->finalize (object);
}

static void
sc_payment_row_class_init (ScPaymentRowClass *klass)
{
  GtkWidgetClass *widget_class = GTK_WIDGET_CLASS (klass);
  ScTickRowClass *row_class = SC_TICK_ROW_CLASS (klass);

  row_class->ticked = sc_payment_row_ticked;
  row_class->is_ticked = sc_payment_row_is_ticked;
  row_class->list = sc_payment_row_list;
  row_class->take = sc_payment_row_take;
  row_class->show_time = sc_payment_row_show_time;
  G_OBJECT_CLASS (klass)->dispose = sc_payment_row_dispose;
  G_OBJECT_CLASS (klass)->finalize = sc_payment_row_finalize;

  gtk_widget_class_set_template_from_resource (widget_class,
                                               "/io/github/stagecraft/Stagecraft/deal/sc-payment-row.ui");
  gtk_widget_class_bind_template_child (widget_class, ScPaymentRow, paid_check);
  gtk_widget_class_bind_template_child (widget_class, ScPaymentRow, menu_button);
  gtk_widget_class_install_action (widget_class, "payment.edit", NULL, edit_activated);
  gtk_widget_class_install_action (widget_class, "payment.remove", NULL, remove_activated);
}

static void
sc_payment_row_init (ScPaymentRow *self)
{
  gtk_widget_init_template (GTK_WIDGET (self));
  sc_tick_row_set_controls (SC_TICK_ROW (self), self->paid_check, self->menu_button);
}

/**
 * sc_payment_row_new:
 * @store: the store
 * @payment: a payment
 *
 * Returns: (transfer floating): a row for it
 */
GtkWidget *
sc_payment_row_new (ScStore         *store,
                    const ScPayment *payment)
{
  ScPaymentRow *self = g_object_new (SC_TYPE_PAYMENT_ROW, NULL);
  g_autofree char *amount = sc_money_to_text (payment->amount);
  g_autofree char *name = g_strdup_printf ("payment-%" G_GINT64_FORMAT, payment->id);

  gtk_widget_set_name (GTK_WIDGET (self), name);
  set_payment (self, payment);
  sc_tick_row_show (SC_TICK_ROW (self), store, amount);

  return GTK_WIDGET (self);
}
