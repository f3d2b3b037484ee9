/* SPDX-License-Identifier: GPL-3.0-or-later */

/* Asks for the next step of one deal, or of several that get the same, and adds it: by
 * itself, or as part of the move that it is asked for with. */

#pragma once

#include <adwaita.h>

#include "change/sc-deal-commands.h"

G_BEGIN_DECLS

/* One deal or several that get a next step, the same for each. */
typedef struct _ScNextStep ScNextStep;

ScNextStep *sc_next_step_new (ScDeal *deal,
                              GArray *deal_ids);
void sc_next_step_free (ScNextStep *self);
AdwDialog *sc_next_step_create_dialog (const ScNextStep *self,
                                       ScStore          *store);
ScCommand *sc_next_step_create_command (const ScNextStep *self,
                                        AdwAlertDialog   *dialog);
void sc_next_step_ask (ScNextStep *self,
                       AdwDialog  *dialog,
                       GtkWidget  *origin,
                       ScStore    *store);
void sc_deal_ask_step (GtkWidget *origin,
                       ScStore   *store,
                       ScDeal    *deal);

G_DEFINE_AUTOPTR_CLEANUP_FUNC (ScNextStep, sc_next_step_free)

G_END_DECLS
