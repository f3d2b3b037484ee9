/* SPDX-License-Identifier: GPL-3.0-or-later */

/* In which stages something is learned of deals. */

#pragma once

#include "statistics/sc-figures.h"
#include "store/sc-store.h"

G_BEGIN_DECLS

GHashTable *sc_stage_learning_read (ScStore              *store,
                                    const ScFiguresQuery *query,
                                    GCancellable         *cancellable,
                                    GError              **error) G_GNUC_WARN_UNUSED_RESULT;
guint sc_stage_learning_get (GHashTable *self,
                             const char *stage_id);

G_END_DECLS
