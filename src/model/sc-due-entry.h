/* SPDX-License-Identifier: GPL-3.0-or-later */

/* Reads a day with a time as people type them, and writes those that stand in a field. */

#pragma once

#include "model/sc-day-time.h"

G_BEGIN_DECLS

gboolean sc_due_entry_parse (const char *text,
                             ScDate     *date,
                             ScDayTime  *time);
char *sc_due_entry_new (ScDate    date,
                        ScDayTime time);

G_END_DECLS
