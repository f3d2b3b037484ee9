/* SPDX-License-Identifier: GPL-3.0-or-later */

/* Asks what becomes of many things of a group of Today at once, the old ones or all. */

#pragma once

#include <adwaita.h>

#include "change/sc-deal-commands.h"
#include "today/sc-due-item.h"

G_BEGIN_DECLS

#define SC_TYPE_MANY_DIALOG (sc_many_dialog_get_type ())
G_DECLARE_FINAL_TYPE (ScManyDialog, sc_many_dialog, SC, MANY_DIALOG, AdwAlertDialog)

AdwDialog *sc_many_dialog_new (ScDueGroup group,
                               GPtrArray *rows,
                               GPtrArray *users);
AdwDialog *sc_many_dialog_ask_again (AdwAlertDialog *dialog);
ScCommand *sc_many_dialog_create_command (ScManyDialog *self);
char *sc_many_dialog_create_message (AdwAlertDialog *dialog);

G_END_DECLS
