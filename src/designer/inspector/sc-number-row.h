/* SPDX-License-Identifier: GPL-3.0-or-later */

/* A field for a whole number that may be left empty. */

#pragma once

#include "widgets/sc-field-row.h"

G_BEGIN_DECLS

#define SC_NUMBER_NONE (-1)

#define SC_TYPE_NUMBER_ROW (sc_number_row_get_type ())
G_DECLARE_FINAL_TYPE (ScNumberRow, sc_number_row, SC, NUMBER_ROW, ScFieldRow)

void sc_number_row_set_number (ScNumberRow *self,
                               int          number);
int sc_number_row_get_number (ScNumberRow *self);
int sc_number_row_get_base (ScNumberRow *self,
                            int          now);

G_END_DECLS
