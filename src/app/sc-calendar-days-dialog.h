/* SPDX-License-Identifier: GPL-3.0-or-later */

/* Asks which days are off, or worked on, and what they are called. */

#pragma once

#include <adwaita.h>

#include "store/sc-store.h"

G_BEGIN_DECLS

#define SC_TYPE_CALENDAR_DAYS_DIALOG (sc_calendar_days_dialog_get_type ())
G_DECLARE_FINAL_TYPE (ScCalendarDaysDialog, sc_calendar_days_dialog, SC, CALENDAR_DAYS_DIALOG, AdwAlertDialog)

void sc_calendar_days_dialog_add (GtkWidget *origin,
                                  ScStore   *store);
void sc_calendar_days_dialog_edit (GtkWidget           *origin,
                                   ScStore             *store,
                                   const ScCalendarDay *day,
                                   ScDate               to);

G_END_DECLS
