/* SPDX-License-Identifier: GPL-3.0-or-later */

/* Puts a copy in the place of a database, whatever state that is in. */

#pragma once

#include "store/engine/sc-connection-private.h"

G_BEGIN_DECLS

/* Puts a copy in the place of whatever is at @path, and keeps that. */
gboolean sc_restore_run (const char *copy,
                         const char *path,
                         char      **kept_as,
                         GError    **error);

/* Ends what a program that was killed had begun. */
gboolean sc_restore_finish (const char *path,
                            GError    **error);

G_END_DECLS
