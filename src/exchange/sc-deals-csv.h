/* SPDX-License-Identifier: GPL-3.0-or-later */

/* Writes deals as a table, row by row, for the export of the window and of the command
 * line. */

#pragma once

#include "model/sc-version.h"
#include "store/sc-store.h"

G_BEGIN_DECLS

/* A table of deals, row by row. */
void sc_deals_csv_append_headers (GString         *text,
                                  const ScVersion *version);
void sc_deals_csv_append (GString      *text,
                          const ScDeal *deal,
                          GHashTable   *stage_names,
                          GPtrArray    *contacts,
                          GPtrArray    *criteria,
                          gboolean      is_raw);

G_END_DECLS
