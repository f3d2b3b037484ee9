/* SPDX-License-Identifier: GPL-3.0-or-later */

/* The names by which the changes of windows are known. */

#pragma once

#include "store/engine/sc-connection-private.h"
#include "store/engine/sc-guard-private.h"

G_BEGIN_DECLS

char *sc_window_names_get_first (void);
GStrv sc_window_names_claim (ScGuard      *guard,
                             ScConnection *connection,
                             GError      **error);
void sc_window_names_disclaim (ScGuard           *guard,
                               const char *const *names);

G_END_DECLS
