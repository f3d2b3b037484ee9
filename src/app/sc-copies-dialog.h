/* SPDX-License-Identifier: GPL-3.0-or-later */

/* Back Up and Restore: what copies of a window's database there are, and the ways to
 * make one and to go back to one. */

#pragma once

#include <adwaita.h>

#include "store/sc-store.h"

G_BEGIN_DECLS

#define SC_TYPE_COPIES_DIALOG (sc_copies_dialog_get_type ())
G_DECLARE_FINAL_TYPE (ScCopiesDialog, sc_copies_dialog, SC, COPIES_DIALOG, AdwDialog)

AdwDialog *sc_copies_dialog_new (GFile   *database,
                                 ScStore *store);

G_END_DECLS
