/* SPDX-License-Identifier: GPL-3.0-or-later */

/* The other deals of a deal's company. */

#pragma once

#include <adwaita.h>

#include "deal/sc-deal-dossier.h"

G_BEGIN_DECLS

#define SC_TYPE_COMPANY_DEALS (sc_company_deals_get_type ())
G_DECLARE_FINAL_TYPE (ScCompanyDeals, sc_company_deals, SC, COMPANY_DEALS, AdwPreferencesGroup)

void sc_company_deals_show (ScCompanyDeals *self,
                            ScDealDossier  *dossier);

G_END_DECLS
