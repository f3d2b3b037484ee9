/* SPDX-License-Identifier: GPL-3.0-or-later */

/* Deletes a process: at once where only a draft goes, and not before it was asked
 * where people work along it. */

#pragma once

#include <adwaita.h>

#include "store/sc-store.h"

G_BEGIN_DECLS

void sc_delete_process (GtkWidget *origin,
                        ScStore   *store,
                        ScProcess *process);

G_END_DECLS
