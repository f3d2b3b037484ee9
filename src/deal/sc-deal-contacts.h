/* SPDX-License-Identifier: GPL-3.0-or-later */

/* Whom a deal is about, and what each is there. */

#pragma once

#include <adwaita.h>

#include "deal/sc-deal-dossier.h"

G_BEGIN_DECLS

#define SC_TYPE_DEAL_CONTACTS (sc_deal_contacts_get_type ())
G_DECLARE_FINAL_TYPE (ScDealContacts, sc_deal_contacts, SC, DEAL_CONTACTS, AdwPreferencesGroup)

void sc_deal_contacts_show (ScDealContacts *self,
                            ScStore        *store,
                            ScDealDossier  *dossier);

G_END_DECLS
