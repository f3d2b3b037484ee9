/* SPDX-License-Identifier: GPL-3.0-or-later */

/* A row of a file and the deal that it is of, for the import of deals. */

#pragma once

#include "model/sc-deal.h"

G_BEGIN_DECLS

gboolean sc_import_is_same_text (const char *before,
                                 const char *row);
gboolean sc_import_is_same_name (const char *before,
                                 const char *row);
gboolean sc_import_is_there (const ScDeal *before,
                             const ScDeal *row);
gboolean sc_import_keeps_stage (const ScDeal *before,
                                const ScDeal *row);
void sc_import_merge (ScDeal       *deal,
                      const ScDeal *row,
                      gboolean     *is_changed);

G_END_DECLS
