/* SPDX-License-Identifier: GPL-3.0-or-later */

/* Asks what becomes of a deal whose client refuses, and tells what has become of it. */

#pragma once

#include <gtk/gtk.h>

#include "store/sc-store.h"

G_BEGIN_DECLS

void sc_deal_refuse (GtkWidget *origin,
                     ScStore   *store,
                     ScDeal    *deal,
                     GArray    *deal_ids);

G_END_DECLS
