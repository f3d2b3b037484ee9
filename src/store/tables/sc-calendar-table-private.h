/* SPDX-License-Identifier: GPL-3.0-or-later */

#pragma once

#include "model/sc-calendar.h"
#include "store/engine/sc-connection-private.h"

G_BEGIN_DECLS

ScCalendar *sc_calendar_table_load (ScConnection *connection,
                                    GError      **error);

G_END_DECLS
