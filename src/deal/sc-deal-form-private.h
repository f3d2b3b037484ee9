/* SPDX-License-Identifier: GPL-3.0-or-later */

/* What the files that make up a deal's fields share. */

#pragma once

#include "deal/sc-company-row.h"
#include "deal/sc-deal-form.h"
#include "deal/sc-percent-row.h"
#include "widgets/sc-date-row.h"
#include "widgets/sc-money-row.h"
#include "widgets/sc-text-row.h"

G_BEGIN_DECLS

/* The rows that save what is typed in them. */
#define N_ROWS 11
/* What else is changed by itself. */
#define NOTES N_ROWS
#define OWNER (N_ROWS + 1)
#define N_FIELDS (N_ROWS + 2)

/* What is typed in a field and not saved. */
typedef struct {
  char *text;
  ScDeal *base;
} Typed;

struct _ScDealForm
{
  AdwPreferencesGroup parent_instance;

  ScFieldRow *title_row;
  ScCompanyRow *company_row;
  ScFieldRow *person_row;
  ScFieldRow *phone_row;
  ScFieldRow *email_row;
  AdwComboRow *owner_row;
  ScMoneyRow *value_row;
  ScPercentRow *probability_row;
  ScDateRow *expected_close_row;
  ScDateRow *started_row;
  ScFieldRow *source_row;
  ScFieldRow *label_row;
  ScTextRow *notes_row;

  ScStore *store;
  ScDealDossier *dossier;
  ScDeal *bases[N_FIELDS]; /* as the deal was when a person began to type there */
  ScDeal *sending[N_FIELDS]; /* as it is being saved, and then is, until it is read again */
  char *sent[N_FIELDS];    /* what is being saved */
  GHashTable *kept;        /* deal id => Typed[N_FIELDS] */
  guint n_sending;
  gboolean is_filling;
};

void sc_deal_form_list_rows (ScDealForm *self,
                             ScFieldRow *rows[N_ROWS]);
gboolean sc_deal_form_is_edited (ScDealForm *self,
                                 guint       field);
const char *sc_deal_form_get_name (ScDealForm *self,
                                   guint       field);
void sc_deal_form_give_up_field (ScDealForm *self,
                                 guint       field);
void sc_deal_form_unsaved_init (ScUnsavedInterface *iface);

G_END_DECLS
