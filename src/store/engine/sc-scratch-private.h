/* SPDX-License-Identifier: GPL-3.0-or-later */

/* Tables that a connection has for itself alone, for as long as it is open.
 * Statements name them as they name any other. */

#pragma once

#include "store/engine/sc-connection-private.h"
#include "store/tables/sc-column-private.h"

G_BEGIN_DECLS

gboolean sc_scratch_make (ScConnection  *connection,
                          const ScTable *table,
                          GError       **error);

G_END_DECLS
