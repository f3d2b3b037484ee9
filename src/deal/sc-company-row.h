/* SPDX-License-Identifier: GPL-3.0-or-later */

/* A field for a company's name, which offers those that are known already. */

#pragma once

#include "store/sc-store.h"
#include "widgets/sc-field-row.h"

G_BEGIN_DECLS

#define SC_TYPE_COMPANY_ROW (sc_company_row_get_type ())
G_DECLARE_FINAL_TYPE (ScCompanyRow, sc_company_row, SC, COMPANY_ROW, ScFieldRow)

GtkWidget *sc_company_row_new (void);
void sc_company_row_set_store (ScCompanyRow *self,
                               ScStore      *store);

G_END_DECLS
