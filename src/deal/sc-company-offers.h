/* SPDX-License-Identifier: GPL-3.0-or-later */

/* Offers the companies that are known beneath a field in which one is typed. */

#pragma once

#include <gtk/gtk.h>

#include "store/sc-store.h"

G_BEGIN_DECLS

#define SC_TYPE_COMPANY_OFFERS (sc_company_offers_get_type ())
G_DECLARE_FINAL_TYPE (ScCompanyOffers, sc_company_offers, SC, COMPANY_OFFERS, GObject)

ScCompanyOffers *sc_company_offers_new (GtkWidget *field);
void sc_company_offers_set_store (ScCompanyOffers *self,
                                  ScStore         *store);
void sc_company_offers_ask (ScCompanyOffers *self,
                            const char      *typed);
void sc_company_offers_stop (ScCompanyOffers *self);
void sc_company_offers_close (ScCompanyOffers *self);

G_END_DECLS
