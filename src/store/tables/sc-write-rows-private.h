/* SPDX-License-Identifier: GPL-3.0-or-later */

/* What the tables' files need of a write beside its interface. */

#pragma once

#include "store/engine/sc-connection-private.h"
#include "store/sc-write-rows.h"

G_BEGIN_DECLS

/* The writing connection, in its transaction: for reading in it, and for
 * statements that write many rows at once. */
ScConnection *sc_write_get_connection (ScWrite *self);

G_END_DECLS
