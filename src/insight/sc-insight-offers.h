/* SPDX-License-Identifier: GPL-3.0-or-later */

/* The numbers of a sentence, as buttons that open the lists of deals behind them. */

#pragma once

#include <adwaita.h>

G_BEGIN_DECLS

#define SC_TYPE_INSIGHT_OFFERS (sc_insight_offers_get_type ())
G_DECLARE_FINAL_TYPE (ScInsightOffers, sc_insight_offers, SC, INSIGHT_OFFERS, AdwBin)

GtkWidget *sc_insight_offers_new (void);
void sc_insight_offers_begin (ScInsightOffers *self);
void sc_insight_offers_add (ScInsightOffers *self,
                            const char      *label,
                            const char      *key);
void sc_insight_offers_end (ScInsightOffers *self);

G_END_DECLS
