/* SPDX-License-Identifier: GPL-3.0-or-later */

/* Watches over what is entered in a dialog: Escape, and whatever else closes it, asks
 * before that is lost. */

#pragma once

#include <adwaita.h>

G_BEGIN_DECLS

#define SC_TYPE_DIALOG_GUARD (sc_dialog_guard_get_type ())
G_DECLARE_FINAL_TYPE (ScDialogGuard, sc_dialog_guard, SC, DIALOG_GUARD, GObject)

ScDialogGuard *sc_dialog_guard_add (AdwDialog *dialog);
gboolean sc_dialog_guard_is_edited (ScDialogGuard *self);
void sc_dialog_guard_touch (ScDialogGuard *self);
void sc_dialog_guard_reset (ScDialogGuard *self);
void sc_dialog_guard_set_kept (ScDialogGuard *self,
                               gboolean       is_kept);
gboolean sc_dialog_guard_is_discarded (ScDialogGuard *self);
void sc_dialog_guard_set_busy (ScDialogGuard *self,
                               gboolean       is_busy);

G_END_DECLS
