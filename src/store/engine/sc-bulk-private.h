/* SPDX-License-Identifier: GPL-3.0-or-later */

/* What the engine keeps up with each row, and need not while very many are
* written: counts and sums of deals, indexes. Put away within the writing
* transaction and made again in its end, so that others never see it so. */

#pragma once

#include "store/engine/sc-connection-private.h"

G_BEGIN_DECLS

typedef enum {
  SC_BULK_TOTALS_OF_NEW = 1 << 0,
  SC_BULK_TOTALS_OF_CHANGED = 1 << 1,
  SC_BULK_INDEXES = 1 << 2,
  SC_BULK_EXTERNAL_IDS = 1 << 3,
  SC_BULK_CHECKS = 1 << 4,
} ScBulkParts;

typedef struct _ScBulk ScBulk;

ScBulk *sc_bulk_new (ScConnection *connection);
void sc_bulk_free (ScBulk *self);
gboolean sc_bulk_put_away (ScBulk     *self,
                           ScBulkParts parts,
                           GError    **error);
gboolean sc_bulk_make_again (ScBulk  *self,
                             GError **error);

G_END_DECLS
