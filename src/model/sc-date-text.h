/* SPDX-License-Identifier: GPL-3.0-or-later */

/* Dates as one speaks of them: today, in three days. */

#pragma once

#include "model/sc-day-time.h"

G_BEGIN_DECLS

char *sc_date_text_relative (ScDate date,
                             ScDate today);

char *sc_date_text_due (ScDate    date,
                        ScDayTime time,
                        ScDate    today);

G_END_DECLS
