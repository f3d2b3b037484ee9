/* SPDX-License-Identifier: GPL-3.0-or-later */

/* A payment: expected, overdue or received. */

#pragma once

#include "deal/sc-tick-row.h"
#include "store/sc-store.h"

G_BEGIN_DECLS

#define SC_TYPE_PAYMENT_ROW (sc_payment_row_get_type ())
G_DECLARE_FINAL_TYPE (ScPaymentRow, sc_payment_row, SC, PAYMENT_ROW, ScTickRow)

GtkWidget *sc_payment_row_new (ScStore         *store,
                               const ScPayment *payment);

G_END_DECLS
