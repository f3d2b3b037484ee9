/* SPDX-License-Identifier: GPL-3.0-or-later */

/* Everything about one deal, to be read and changed. */

#pragma once

#include <adwaita.h>

#include "store/sc-store.h"

G_BEGIN_DECLS

#define SC_TYPE_DEAL_PANE (sc_deal_pane_get_type ())
G_DECLARE_FINAL_TYPE (ScDealPane, sc_deal_pane, SC, DEAL_PANE, AdwBin)

GtkWidget *sc_deal_pane_new (void);
void sc_deal_pane_set_store (ScDealPane *self,
                             ScStore    *store);
void sc_deal_pane_set_deal_id (ScDealPane *self,
                               gint64      deal_id);
gint64 sc_deal_pane_get_deal_id (ScDealPane *self);
gboolean sc_deal_pane_has_focus (ScDealPane *self,
                                 gint64      deal_id);
void sc_deal_pane_focus (ScDealPane *self);
void sc_deal_pane_focus_answer (ScDealPane *self,
                                const char *criterion_id);

G_END_DECLS
