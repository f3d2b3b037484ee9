/* SPDX-License-Identifier: GPL-3.0-or-later */

/* Asks for a contact of a deal: who it is, and what they are there. */

#pragma once

#include <adwaita.h>

#include "model/sc-contact.h"

G_BEGIN_DECLS

#define SC_TYPE_CONTACT_DIALOG (sc_contact_dialog_get_type ())
G_DECLARE_FINAL_TYPE (ScContactDialog, sc_contact_dialog, SC, CONTACT_DIALOG, AdwAlertDialog)

AdwDialog *sc_contact_dialog_new (const ScContact *contact);
AdwDialog *sc_contact_dialog_ask_again (AdwAlertDialog *dialog);
ScContact *sc_contact_dialog_create_contact (ScContactDialog *self);

G_END_DECLS
