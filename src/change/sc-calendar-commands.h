/* SPDX-License-Identifier: GPL-3.0-or-later */

/* Changes of the working calendar. */

#pragma once

#include "change/sc-command.h"
#include "model/sc-calendar.h"

G_BEGIN_DECLS

/* @weekdays, @hours: 0 for as it is. */
ScCommand *sc_command_set_week (ScWeekdays weekdays,
                                guint      hours);
/* @name: (nullable): %NULL for as it is, “” for none. */
ScCommand *sc_command_set_calendar_days (ScDate      from,
                                         ScDate      to,
                                         const char *name,
                                         gboolean    is_worked);
ScCommand *sc_command_remove_calendar_days (ScDate from,
                                            ScDate to);
ScCommand *sc_command_import_holidays (ScCalendar *holidays);

G_END_DECLS
