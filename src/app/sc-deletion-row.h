/* SPDX-License-Identifier: GPL-3.0-or-later */

/* A row of Recently Deleted: what was deleted, by whom and when, with a button that
 * brings it back. */

#pragma once

#include <adwaita.h>

#include "app/sc-deletion-item.h"

G_BEGIN_DECLS

#define SC_TYPE_DELETION_ROW (sc_deletion_row_get_type ())
G_DECLARE_FINAL_TYPE (ScDeletionRow, sc_deletion_row, SC, DELETION_ROW, AdwBin)

GtkWidget *sc_deletion_row_new (gboolean can_restore);
void sc_deletion_row_show (ScDeletionRow  *self,
                           ScDeletionItem *item);
char *sc_deletion_row_describe (ScDeletionItem *item);

G_END_DECLS
