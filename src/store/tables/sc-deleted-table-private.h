/* SPDX-License-Identifier: GPL-3.0-or-later */

/* Lists what was deleted and can be brought back. */

#pragma once

#include "store/engine/sc-connection-private.h"
#include "store/sc-deleted.h"

G_BEGIN_DECLS

GPtrArray *sc_deleted_table_list (ScConnection *connection,
                                  const char   *search,
                                  gint64        change_id,
                                  guint         limit,
                                  GError      **error);

G_END_DECLS
