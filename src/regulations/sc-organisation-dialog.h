/* SPDX-License-Identifier: GPL-3.0-or-later */

/* Asks who gives out a process's documents and who approves them. */

#pragma once

#include <adwaita.h>

#include "model/sc-organisation.h"
#include "store/sc-store.h"

G_BEGIN_DECLS

#define SC_TYPE_ORGANISATION_DIALOG (sc_organisation_dialog_get_type ())
G_DECLARE_FINAL_TYPE (ScOrganisationDialog, sc_organisation_dialog, SC, ORGANISATION_DIALOG, AdwDialog)

void sc_organisation_dialog_present (GtkWidget            *origin,
                                     ScStore              *store,
                                     ScProcess            *process,
                                     const ScOrganisation *organisation);

G_END_DECLS
