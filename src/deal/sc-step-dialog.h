/* SPDX-License-Identifier: GPL-3.0-or-later */

/* Asks for a next step: what, and by when. */

#pragma once

#include <adwaita.h>

#include "model/sc-calendar.h"
#include "model/sc-day-time.h"

G_BEGIN_DECLS

#define SC_TYPE_STEP_DIALOG (sc_step_dialog_get_type ())
G_DECLARE_FINAL_TYPE (ScStepDialog, sc_step_dialog, SC, STEP_DIALOG, AdwAlertDialog)

AdwDialog *sc_step_dialog_new (ScCalendar *calendar);
void sc_step_dialog_set_step (ScStepDialog *self,
                              const char   *title,
                              ScDate        due,
                              ScDayTime     due_time);
AdwDialog *sc_step_dialog_ask_again (AdwAlertDialog *dialog);
char *sc_step_dialog_get_title (ScStepDialog *self);
ScDate sc_step_dialog_get_due (ScStepDialog *self);
ScDayTime sc_step_dialog_get_due_time (ScStepDialog *self);

/* What waits for the answer. */
void sc_step_dialog_set_awaited (ScStepDialog *self);
gboolean sc_step_dialog_is_dropped (ScStepDialog *self);
void sc_step_dialog_drop (ScStepDialog *self);
void sc_step_dialog_leave (ScStepDialog *self);

G_END_DECLS
