/* SPDX-License-Identifier: GPL-3.0-or-later */

/* A deal's payments, expected and received. */

#pragma once

#include <adwaita.h>

#include "deal/sc-deal-dossier.h"

G_BEGIN_DECLS

#define SC_TYPE_DEAL_PAYMENTS (sc_deal_payments_get_type ())
G_DECLARE_FINAL_TYPE (ScDealPayments, sc_deal_payments, SC, DEAL_PAYMENTS, AdwPreferencesGroup)

void sc_deal_payments_show (ScDealPayments *self,
                            ScStore        *store,
                            ScDealDossier  *dossier);

G_END_DECLS
