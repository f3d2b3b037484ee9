/* SPDX-License-Identifier: GPL-3.0-or-later */

/* What the files that make up a deal's fields share. */

#pragma once

#include "change/sc-deal-commands.h"
#include "deal/sc-company-row.h"
#include "deal/sc-deal-form.h"
#include "deal/sc-money-row.h"
#include "deal/sc-percent-row.h"
#include "widgets/sc-date-row.h"
#include "widgets/sc-text-row.h"

G_BEGIN_DECLS

/* What is changed by itself, in the order of the rows: first what has a row that saves
 * what is typed in it. */
enum {
  PERSON,
  PHONE,
  EMAIL,
  COMPANY,
  VALUE,
  PROBABILITY,
  EXPECTED_CLOSE,
  TITLE,
  STARTED,
  SOURCE,
  LABEL,
  N_ROWS,
  NOTES = N_ROWS,
  OWNER,
  N_FIELDS,
};

/* What is typed in a field and not saved. */
typedef struct {
  char *text;
  ScDeal *base;
} Typed;

struct _ScDealForm
{
  AdwPreferencesGroup parent_instance;

  ScDealPart part;
  ScFieldRow *rows[N_ROWS]; /* NULL for those of other parts, as the next two */
  ScTextRow *notes_row;
  AdwComboRow *owner_row;
  GtkWidget *call_button;
  GtkWidget *write_button;

  ScStore *store;
  ScDealDossier *dossier;
  ScDeal *bases[N_FIELDS]; /* as the deal was when a person began to type there */
  ScDeal *sending[N_FIELDS]; /* as it is being saved, and then is, until it is read again */
  char *sent[N_FIELDS];    /* what is being saved */
  GHashTable *kept;        /* deal id => Typed[N_FIELDS] */
  guint n_sending;
  gboolean is_filling;
};

gboolean sc_deal_form_is_edited (ScDealForm *self,
                                 guint       field);
const char *sc_deal_form_get_name (ScDealForm *self,
                                   guint       field);
void sc_deal_form_give_up_field (ScDealForm *self,
                                 guint       field);
void sc_deal_form_unsaved_init (ScUnsavedInterface *iface);

void sc_deal_form_create_rows (ScDealForm *self);
void sc_deal_form_show_rows (ScDealForm *self);
ScDealFields sc_deal_form_take_row (ScDealForm *self,
                                    guint       field,
                                    ScDeal     *after);
G_END_DECLS
