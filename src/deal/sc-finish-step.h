/* SPDX-License-Identifier: GPL-3.0-or-later */

/* Has the next step of a deal done, from wherever the deal is shown. */

#pragma once

#include <gtk/gtk.h>

#include "model/sc-deal.h"
#include "store/sc-store.h"

G_BEGIN_DECLS

void sc_deal_finish_step (GtkWidget *parent,
                          ScStore   *store,
                          ScDeal    *deal);

G_END_DECLS
