/* SPDX-License-Identifier: GPL-3.0-or-later */

/* Counts days between days, of the calendar or working ones, as often as deals ask. */

#pragma once

#include "model/sc-calendar.h"
#include "statistics/sc-figures.h"

G_BEGIN_DECLS

typedef struct _ScDayScale ScDayScale;

ScDayScale *sc_day_scale_new (ScDayCount        unit,
                              const ScCalendar *calendar,
                              ScDate            first,
                              ScDate            last);
void sc_day_scale_free (ScDayScale *self);
guint sc_day_scale_count (const ScDayScale *self,
                          ScDate            from,
                          ScDate            to);

G_DEFINE_AUTOPTR_CLEANUP_FUNC (ScDayScale, sc_day_scale_free)

G_END_DECLS
