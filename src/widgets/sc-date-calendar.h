/* SPDX-License-Identifier: GPL-3.0-or-later */

/* A calendar for one of our dates. */

#pragma once

#include <gtk/gtk.h>

#include "model/sc-date.h"

G_BEGIN_DECLS

void sc_date_calendar_show (ScDate       date,
                            GtkCalendar *calendar);
ScDate sc_date_calendar_take (GtkCalendar *calendar);

G_END_DECLS
