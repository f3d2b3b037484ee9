/* SPDX-License-Identifier: GPL-3.0-or-later */

/* A field for a target time that may be left empty. */

#pragma once

#include "model/sc-duration.h"
#include "widgets/sc-field-row.h"

G_BEGIN_DECLS

#define SC_TYPE_DURATION_ROW (sc_duration_row_get_type ())
G_DECLARE_FINAL_TYPE (ScDurationRow, sc_duration_row, SC, DURATION_ROW, ScFieldRow)

void sc_duration_row_set_duration (ScDurationRow    *self,
                                   ScDuration        duration,
                                   const ScCalendar *calendar);
ScDuration sc_duration_row_get_duration (ScDurationRow *self,
                                         ScUnit         unit);
ScDuration sc_duration_row_get_base (ScDurationRow *self,
                                     ScDuration     now);

G_END_DECLS
