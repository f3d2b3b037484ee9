/* SPDX-License-Identifier: GPL-3.0-or-later */

/* Knows what the columns of a table of deals are called, by us and by other programs. */

#pragma once

#include "model/sc-deal-column.h"

G_BEGIN_DECLS

/* What a column of a table can be of a deal, in the order that our own tables have:
 * what it is called by, what is told of it besides, its other plain fields, those that
 * nothing here speaks of by name included, what is to be done next, whom it is about
 * besides its person, and what follows from its life otherwise. Flags only say what the
 * status does. */
#define SC_IMPORT_BEHIND(place) (SC_IMPORT_CURRENCY - SC_IMPORT_TITLE + (place))

typedef enum {
  SC_IMPORT_EXTERNAL_ID = SC_DEAL_PLAIN_external_id,
  SC_IMPORT_TITLE = SC_DEAL_PLAIN_title,
  SC_IMPORT_COMPANY,
  SC_IMPORT_PERSON,
  SC_IMPORT_PHONE,
  SC_IMPORT_EMAIL,
  SC_IMPORT_OWNER,
  SC_IMPORT_STAGE,
  SC_IMPORT_STATUS,
  SC_IMPORT_VALUE,
  SC_IMPORT_CURRENCY,
  SC_IMPORT_SOURCE = SC_IMPORT_BEHIND (SC_DEAL_PLAIN_source),
  SC_IMPORT_LABEL = SC_IMPORT_BEHIND (SC_DEAL_PLAIN_label),
  SC_IMPORT_STARTED = SC_IMPORT_BEHIND (SC_DEAL_PLAIN_started),
  SC_IMPORT_CLOSED = SC_IMPORT_BEHIND (SC_DEAL_PLAIN_closed),
  SC_IMPORT_EXPECTED_CLOSE = SC_IMPORT_BEHIND (SC_DEAL_PLAIN_expected_close),
  SC_IMPORT_LOSS_REASON = SC_IMPORT_BEHIND (SC_DEAL_PLAIN_loss_reason),
  SC_IMPORT_NOTE = SC_IMPORT_BEHIND (SC_DEAL_PLAIN_notes),
  SC_IMPORT_NEXT_STEP = SC_IMPORT_BEHIND (SC_N_DEAL_TABLE_COLUMNS),
  SC_IMPORT_NEXT_STEP_DUE,
  SC_IMPORT_NEXT_STEP_TIME,
  SC_IMPORT_CONTACTS,
  SC_IMPORT_WON_ON,
  SC_IMPORT_PARKED_UNTIL,
  SC_IMPORT_IS_CLOSED,
  SC_IMPORT_IS_WON,
  SC_IMPORT_ENTERED,
  SC_IMPORT_NOTHING,
} ScImportField;

#define SC_N_IMPORT_FIELDS SC_IMPORT_NOTHING
#define SC_N_EXPORT_FIELDS SC_IMPORT_IS_CLOSED

const char *sc_import_field_get_id (ScImportField field);
gboolean sc_import_field_from_id (const char    *id,
                                  ScImportField *field);
const char *sc_import_field_get_title (ScImportField field);
const ScDealColumn *sc_import_field_get_column (ScImportField field);
gboolean sc_import_field_names_deal (ScImportField field);
gboolean sc_import_field_is_date (ScImportField field);
gboolean sc_import_field_is_loss (const char *header);
gboolean sc_import_field_is_of_history (ScImportField field);
void sc_import_fields_guess (const char *const *headers,
                             ScImportField     *fields);
void sc_import_fields_guess_history (const char *const *headers,
                                     ScImportField     *fields);
const char *sc_import_recognize_program (const char *const *headers);

G_END_DECLS
