/* SPDX-License-Identifier: GPL-3.0-or-later */

/* The working calendar as the commands of it print it, and how they change it. */

#pragma once

#include "change/sc-command.h"
#include "cli/sc-cli-call.h"

G_BEGIN_DECLS

void sc_cli_print_calendar (ScCliCall  *call,
                            ScCalendar *calendar);
int sc_cli_change_calendar (ScCliCall *call,
                            ScCommand *command);
void sc_cli_tell_missing_transfers (ScCalendar *calendar);

G_END_DECLS
