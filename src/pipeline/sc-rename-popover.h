/* SPDX-License-Identifier: GPL-3.0-or-later */

/* Asks for another title of a deal beside its card. */

#pragma once

#include <gtk/gtk.h>

#include "store/sc-store.h"

G_BEGIN_DECLS

#define SC_TYPE_RENAME_POPOVER (sc_rename_popover_get_type ())
G_DECLARE_FINAL_TYPE (ScRenamePopover, sc_rename_popover, SC, RENAME_POPOVER, GtkPopover)

GtkWidget *sc_rename_popover_new (void);
void sc_rename_popover_ask (ScRenamePopover    *self,
                            ScStore            *store,
                            ScDeal             *deal,
                            const GdkRectangle *area);

G_END_DECLS
