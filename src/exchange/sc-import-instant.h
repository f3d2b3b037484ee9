/* SPDX-License-Identifier: GPL-3.0-or-later */

/* When a deal came into a stage, as histories of other programs tell it: a day, or a
 * day and a time, by the clock of whoever exported it or with its zone. */

#pragma once

#include "exchange/sc-date-order.h"
#include "model/sc-day-time.h"

G_BEGIN_DECLS

gboolean sc_import_read_instant (ScDateOrder order,
                                 const char *text,
                                 ScInstant  *instant,
                                 gboolean   *is_day);

ScDayTime sc_import_read_day_time (const char *text);

G_END_DECLS
