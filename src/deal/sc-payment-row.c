/* SPDX-License-Identifier: GPL-3.0-or-later */

/* A payment: expected, overdue or received. */

#include "deal/sc-payment-row.h"

#include <glib/gi18n-lib.h>

#include "deal/sc-payment-dialog.h"
#include "widgets/sc-ask-change.h"
#include "widgets/sc-change.h"
#include "widgets/sc-wall-clock.h"

struct _ScPaymentRow
{
  AdwActionRow parent_instance;

  GtkCheckButton *paid_check;

  ScStore *store;
  ScPayment payment;
  gboolean is_filling;
  gboolean is_changing; /* what is pressed twice is done once */
};

G_DEFINE_FINAL_TYPE (ScPaymentRow, sc_payment_row, ADW_TYPE_ACTION_ROW);

static void
set_payment (ScPaymentRow    *self,
             const ScPayment *payment)
{
  g_autofree char *old = self->payment.note;

  self->payment = *payment;
  self->payment.note = g_strdup (payment->note);
}

static void
show_paid (ScPaymentRow *self,
           gboolean      is_paid)
{
  self->is_filling = TRUE;
  gtk_check_button_set_active (self->paid_check, is_paid);
  self->is_filling = FALSE;
}

/* Where it worked, another row comes in place of this one. */
static void
changed_cb (GtkWidget       *origin,
            const ScOutcome *outcome,
            gpointer         row)
{
  g_autoptr (ScPaymentRow) self = row;

  if (outcome != NULL && outcome->change_id != 0)
    return;

  self->is_changing = FALSE;
  if (self->store != NULL)
    show_paid (self, self->payment.paid_on != SC_DATE_NONE);
}

static void
run (ScPaymentRow *self,
     ScCommand    *command,
     const char   *message)
{
  self->is_changing = TRUE;
  sc_change_run (GTK_WIDGET (self), self->store, command, message, changed_cb, g_object_ref (self));
}

static void
paid_toggled_cb (ScPaymentRow *self)
{
  ScPayment after = self->payment;
  gboolean is_paid = gtk_check_button_get_active (self->paid_check);

  if (self->is_filling)
    return;

  if (self->is_changing)
    {
      show_paid (self, !is_paid);
      return;
    }

  after.paid_on = is_paid ? sc_clock_today () : SC_DATE_NONE;
  run (self, sc_command_edit_payment (&self->payment, &after),
       is_paid ? _("Payment received") : _("Payment is expected again"));
}

static ScCommand *
create_command (AdwAlertDialog *dialog,
                gpointer        row)
{
  ScPaymentRow *self = row;
  g_autoptr (ScPayment) after = sc_payment_dialog_create_payment (SC_PAYMENT_DIALOG (dialog));

  return sc_command_edit_payment (&self->payment, after);
}

static gboolean
take_theirs (ScStore *store,
             gpointer row)
{
  ScPaymentRow *self = row;
  g_autoptr (GPtrArray) payments = sc_store_list_payments (store, self->payment.deal_id, NULL);

  for (guint i = 0; payments != NULL && i < payments->len; i++)
    {
      const ScPayment *payment = payments->pdata[i];

      if (payment->id != self->payment.id)
        continue;

      set_payment (self, payment);
      return TRUE;
    }

  return FALSE;
}

static void
edit_activated (GtkWidget  *widget,
                const char *name,
                GVariant   *parameter)
{
  ScPaymentRow *self = SC_PAYMENT_ROW (widget);
  const ScAskChange change = { "save", create_command, sc_payment_dialog_ask_again, take_theirs, NULL, g_object_unref };

  sc_ask_change (sc_payment_dialog_new (&self->payment, NULL, FALSE), widget, self->store, &change, g_object_ref (self));
}

static void
remove_activated (GtkWidget  *widget,
                  const char *name,
                  GVariant   *parameter)
{
  ScPaymentRow *self = SC_PAYMENT_ROW (widget);

  if (!self->is_changing)
    run (self, sc_command_remove_payment (&self->payment), _("Payment removed"));
}

static void
sc_payment_row_dispose (GObject *object)
{
  ScPaymentRow *self = SC_PAYMENT_ROW (object);

  g_clear_object (&self->store);
  gtk_widget_dispose_template (GTK_WIDGET (self), SC_TYPE_PAYMENT_ROW);

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

  G_OBJECT_CLASS (klass)->dispose = sc_payment_row_dispose;
  G_OBJECT_CLASS (klass)->finalize = sc_payment_row_finalize;

  gtk_widget_class_set_template_from_resource (widget_class,
                                               "/io/github/stagecraft/Stagecraft/deal/sc-payment-row.ui");
  gtk_widget_class_bind_template_child (widget_class, ScPaymentRow, paid_check);
  gtk_widget_class_bind_template_callback (widget_class, paid_toggled_cb);
  gtk_widget_class_install_action (widget_class, "payment.edit", NULL, edit_activated);
  gtk_widget_class_install_action (widget_class, "payment.remove", NULL, remove_activated);
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
show_time (ScPaymentRow *self)
{
  g_autofree char *subtitle = make_subtitle (&self->payment);

  adw_action_row_set_subtitle (ADW_ACTION_ROW (self), subtitle);
  if (is_overdue (&self->payment))
    gtk_widget_add_css_class (GTK_WIDGET (self), "overdue");
  else
    gtk_widget_remove_css_class (GTK_WIDGET (self), "overdue");
}

static void
sc_payment_row_init (ScPaymentRow *self)
{
  gtk_widget_init_template (GTK_WIDGET (self));
  g_signal_connect_object (sc_wall_clock_get_default (), "changed", G_CALLBACK (show_time), self, G_CONNECT_SWAPPED);
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

  self->store = g_object_ref (store);
  set_payment (self, payment);

  adw_preferences_row_set_title (ADW_PREFERENCES_ROW (self), amount);
  gtk_accessible_update_property (GTK_ACCESSIBLE (self->paid_check), GTK_ACCESSIBLE_PROPERTY_LABEL, amount, -1);
  show_time (self);
  show_paid (self, payment->paid_on != SC_DATE_NONE);

  return GTK_WIDGET (self);
}
