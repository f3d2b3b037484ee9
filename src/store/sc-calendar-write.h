/* SPDX-License-Identifier: GPL-3.0-or-later */

/* What a write does to the working calendar. */

#pragma once

#include "model/sc-calendar.h"
#include "store/sc-write-rows.h"

G_BEGIN_DECLS

/* As the write has left it. */
ScCalendar *sc_write_get_calendar (ScWrite *self,
                                   GError **error);
gboolean sc_write_set_week (ScWrite   *self,
                            ScWeekdays weekdays,
                            guint      hours,
                            GError   **error);
gboolean sc_write_put_calendar_day (ScWrite             *self,
                                    const ScCalendarDay *day,
                                    GError             **error);
gboolean sc_write_delete_calendar_day (ScWrite *self,
                                       ScDate   date,
                                       GError **error);

G_END_DECLS
