/* SPDX-License-Identifier: GPL-3.0-or-later */

/* Checks that a database holds: the file, the schema, every value, and what rows have
 * to agree on. */

#pragma once

#include "store/engine/sc-connection-private.h"

G_BEGIN_DECLS

/* Of one rule, and of one column, no more are named. */
#define SC_CHECK_MAX_NAMED 20

void sc_check_add (GPtrArray  *problems,
                   const char *problem);
gboolean sc_check_rows (ScConnection *connection,
                        GPtrArray    *problems,
                        GError      **error);

/* Adds a sentence to @problems (element-type utf8) for each thing that does
 * not hold. FALSE with @error set where the check itself could not be made. */
gboolean sc_check_run (ScConnection *connection,
                       GPtrArray    *problems,
                       GError      **error);

G_END_DECLS
