/* SPDX-License-Identifier: GPL-3.0-or-later */

/* What the files that make up a window share: sc-window-undo.c has its undo and
 * redo, sc-window.c all else. */

#pragma once

#include "app/sc-window.h"

G_BEGIN_DECLS

GtkWidget *sc_window_get_toasts (ScWindow *self);
void sc_window_lead_to (ScWindow   *self,
                        const char *process_id,
                        const char *stage_id,
                        gint64      deal_id,
                        gboolean    is_redo);

void sc_window_undo_install (GtkWidgetClass *widget_class);
void sc_window_undo_add_keys (AdwApplicationWindow *window);

G_END_DECLS
