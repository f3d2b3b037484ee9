/* SPDX-License-Identifier: GPL-3.0-or-later */

/* A part of a deal's fields. */

#pragma once

#include <adwaita.h>

#include "deal/sc-deal-dossier.h"
#include "unsaved/sc-unsaved.h"

G_BEGIN_DECLS

/* Which fields a form has. */
typedef enum {
  SC_DEAL_PART_CONTACT, /* whom one talks to */
  SC_DEAL_PART_VALUE,   /* what it is worth, and when it comes in */
  SC_DEAL_PART_REST,
} ScDealPart;

#define SC_TYPE_DEAL_PART (sc_deal_part_get_type ())
GType sc_deal_part_get_type (void);

#define SC_TYPE_DEAL_FORM (sc_deal_form_get_type ())
G_DECLARE_FINAL_TYPE (ScDealForm, sc_deal_form, SC, DEAL_FORM, AdwPreferencesGroup)

void sc_deal_form_show (ScDealForm    *self,
                        ScStore       *store,
                        ScDealDossier *dossier);
void sc_deal_form_commit (ScDealForm *self);

G_END_DECLS
