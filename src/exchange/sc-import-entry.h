/* SPDX-License-Identifier: GPL-3.0-or-later */

/* Which stages the columns are of that tell when deals came into a stage. */

#pragma once

#include "exchange/sc-import-mapping.h"

G_BEGIN_DECLS

gboolean sc_import_entry_find_stage (const ScImportMapping *mapping,
                                     const ScVersion       *version,
                                     const char            *header,
                                     const char           **stage_id);
const char *sc_target_get_stage (ScTargetKind     kind,
                                 const char      *stage_id,
                                 const ScVersion *version);
int sc_import_mapping_find_unknown_entry (const ScImportMapping *mapping,
                                          const ScVersion       *version,
                                          const char *const     *headers);
void sc_import_mapping_leave_out_unknown_entries (ScImportMapping   *mapping,
                                                  const ScVersion   *version,
                                                  const char *const *headers);

G_END_DECLS
