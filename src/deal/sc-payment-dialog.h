/* SPDX-License-Identifier: GPL-3.0-or-later */

/* A payment: how much, due when, received when. */

#pragma once

#include <adwaita.h>

#include "store/sc-rows.h"

G_BEGIN_DECLS

#define SC_TYPE_PAYMENT_DIALOG (sc_payment_dialog_get_type ())
G_DECLARE_FINAL_TYPE (ScPaymentDialog, sc_payment_dialog, SC, PAYMENT_DIALOG, AdwAlertDialog)

AdwDialog *sc_payment_dialog_new (const ScPayment   *payment,
                                  const char *const *currencies,
                                  gboolean           is_new);
void sc_payment_dialog_take_shares (ScPaymentDialog *self,
                                    ScMoney          value);
AdwDialog *sc_payment_dialog_ask_again (AdwAlertDialog *dialog);
ScPayment *sc_payment_dialog_create_payment (ScPaymentDialog *self);

G_END_DECLS
