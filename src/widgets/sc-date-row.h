/* SPDX-License-Identifier: GPL-3.0-or-later */

/* A field for a date, and perhaps a time, typed in any of the usual ways or taken from a calendar. */

#pragma once

#include "model/sc-day-time.h"
#include "widgets/sc-field-row.h"

G_BEGIN_DECLS

#define SC_TYPE_DATE_ROW (sc_date_row_get_type ())
G_DECLARE_FINAL_TYPE (ScDateRow, sc_date_row, SC, DATE_ROW, ScFieldRow)

GtkWidget *sc_date_row_new (void);
void sc_date_row_set_date (ScDateRow *self,
                           ScDate     date);
ScDate sc_date_row_get_date (ScDateRow *self);

void sc_date_row_take_time (ScDateRow *self);
void sc_date_row_expect_future (ScDateRow *self,
                                gboolean   is_new);
void sc_date_row_set_due (ScDateRow *self,
                          ScDate     date,
                          ScDayTime  time);
ScDayTime sc_date_row_get_time (ScDateRow *self);

G_END_DECLS
