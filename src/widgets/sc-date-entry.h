/* SPDX-License-Identifier: GPL-3.0-or-later */

/* Reads the dates that people type into a field or take from a calendar, and writes
 * those that stand there. */

#pragma once

#include <gtk/gtk.h>

#include "model/sc-date.h"

G_BEGIN_DECLS

gboolean sc_date_entry_parse (const char *text,
                              ScDate     *date);
char *sc_date_entry_new (ScDate date);
void sc_date_entry_show (ScDate       date,
                         GtkCalendar *calendar);
ScDate sc_date_entry_take (GtkCalendar *calendar);

G_END_DECLS
