/* SPDX-License-Identifier: GPL-3.0-or-later */

/* A field for a share of 100 percent, or for none. */

#pragma once

#include "widgets/sc-field-row.h"

G_BEGIN_DECLS

#define SC_TYPE_PERCENT_ROW (sc_percent_row_get_type ())
G_DECLARE_FINAL_TYPE (ScPercentRow, sc_percent_row, SC, PERCENT_ROW, ScFieldRow)

GtkWidget *sc_percent_row_new (void);
void sc_percent_row_set_share (ScPercentRow *self,
                               double        share);
double sc_percent_row_get_share (ScPercentRow *self);

G_END_DECLS
