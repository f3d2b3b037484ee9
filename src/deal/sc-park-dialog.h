/* SPDX-License-Identifier: GPL-3.0-or-later */

/* Asks until when a deal is parked, and parks it. */

#pragma once

#include <adwaita.h>

#include "store/sc-store.h"

G_BEGIN_DECLS

#define SC_TYPE_PARK_DIALOG (sc_park_dialog_get_type ())
G_DECLARE_FINAL_TYPE (ScParkDialog, sc_park_dialog, SC, PARK_DIALOG, AdwAlertDialog)

void sc_park_dialog_ask (GtkWidget *origin,
                         ScStore   *store,
                         ScDeal    *deal);

G_END_DECLS
