/* SPDX-License-Identifier: GPL-3.0-or-later */

/* What an import adds to the counts and sums of stages: added up here, and written
 * a few rows at a time. */

#pragma once

#include "model/sc-deal.h"
#include "store/engine/sc-connection-private.h"

G_BEGIN_DECLS

typedef struct _ScImportTotals ScImportTotals;

ScImportTotals *sc_import_totals_new (void);
void sc_import_totals_free (ScImportTotals *self);

void sc_import_totals_add (ScImportTotals *self,
                           gint64          stage_key,
                           gint64          owner_key,
                           const ScDeal   *deal);
/* Begins at nothing again. */
gboolean sc_import_totals_write (ScImportTotals *self,
                                 ScConnection   *connection,
                                 GError        **error);

G_DEFINE_AUTOPTR_CLEANUP_FUNC (ScImportTotals, sc_import_totals_free)

G_END_DECLS
