/* SPDX-License-Identifier: GPL-3.0-or-later */

#pragma once

#include <adwaita.h>

#include "model/sc-deal.h"

G_BEGIN_DECLS

#define SC_TYPE_LOSS_DIALOG (sc_loss_dialog_get_type ())
G_DECLARE_FINAL_TYPE (ScLossDialog, sc_loss_dialog, SC, LOSS_DIALOG, AdwAlertDialog)

AdwDialog *sc_loss_dialog_new (const ScDeal      *deal,
                               const char *const *reasons);
AdwDialog *sc_loss_dialog_ask_again (AdwAlertDialog *dialog);
void sc_loss_dialog_set_n_deals (ScLossDialog *self,
                                 guint         n_deals);
char *sc_loss_dialog_get_reason (ScLossDialog *self);

G_END_DECLS
