/* SPDX-License-Identifier: GPL-3.0-or-later */

#pragma once

#include <adwaita.h>

#include "store/sc-store.h"

G_BEGIN_DECLS

void sc_delete_process (GtkWidget *origin,
                        ScStore   *store,
                        ScProcess *process);

G_END_DECLS
