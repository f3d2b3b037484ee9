/* SPDX-License-Identifier: GPL-3.0-or-later */

/* Holidays as a file of iCalendar has them. */

#pragma once

#include "model/sc-calendar.h"

G_BEGIN_DECLS

/**
 * ScHolidayFile:
 * @holidays: a calendar whose days are those that are off; its week says nothing
 * @n_left_out: how many events are not taken: they have hours, come back otherwise than
 *   each year, were cancelled, or are no days
 *
 * What a file of iCalendar (RFC 5545) says of days off.
 */
typedef struct {
  ScCalendar *holidays;
  guint n_left_out;
} ScHolidayFile;

ScHolidayFile *sc_holiday_file_read (const char *path,
                                     ScDate      today,
                                     GError    **error) G_GNUC_WARN_UNUSED_RESULT;
ScHolidayFile *sc_holiday_file_parse (GBytes  *bytes,
                                      ScDate   today,
                                      GError **error) G_GNUC_WARN_UNUSED_RESULT;
void sc_holiday_file_free (ScHolidayFile *self);

G_DEFINE_AUTOPTR_CLEANUP_FUNC (ScHolidayFile, sc_holiday_file_free)

G_END_DECLS
