/* SPDX-License-Identifier: GPL-3.0-or-later */

#pragma once

#include "store/sqlite/sc-write-private.h"

G_BEGIN_DECLS

/* A user by name, made where there is none. */
gint64 sc_user_table_need_key (ScConnection *connection,
                               const char   *name,
                               GError      **error);

G_END_DECLS
