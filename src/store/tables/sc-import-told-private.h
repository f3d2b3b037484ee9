/* SPDX-License-Identifier: GPL-3.0-or-later */

/* Holds what an import tells of deals’ pasts until it can be written behind the deals. */

#pragma once

#include "store/sc-stage-history.h"

G_BEGIN_DECLS

/* What an import tells of deals' pasts, until it can be written: behind the deals
 * that it adds, and with the index of events in its place. */
typedef struct _ScImportTold ScImportTold;

ScImportTold *sc_import_told_new (ScWrite *write);
void sc_import_told_free (ScImportTold *self);

void sc_import_told_add_new (ScImportTold         *self,
                             gint64                deal_id,
                             const ScStageEntries *stages);
void sc_import_told_add (ScImportTold         *self,
                         gint64                deal_id,
                         const ScStageEntries *stages,
                         gboolean              is_unchanged);
void sc_import_told_add_status (ScImportTold *self,
                                gint64        deal_id,
                                const char   *status);

gboolean sc_import_told_write_new (ScImportTold *self,
                                   GError      **error);
GArray *sc_import_told_finish (ScImportTold *self,
                               GError      **error);

G_DEFINE_AUTOPTR_CLEANUP_FUNC (ScImportTold, sc_import_told_free)

G_END_DECLS
