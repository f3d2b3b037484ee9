/* SPDX-License-Identifier: GPL-3.0-or-later */

#pragma once

#include "store/sqlite/sc-connection-private.h"

G_BEGIN_DECLS

/* Adds a sentence to @problems (element-type utf8) for each thing that does
 * not hold. FALSE with @error set where the check itself could not be made. */
gboolean sc_check_run (ScConnection *connection,
                       GPtrArray    *problems,
                       GError      **error);

G_END_DECLS
